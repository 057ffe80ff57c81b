"""The profile that cvpress put into a PDF. The PDF may be anybody's: nothing of it is believed.

Associated files are those of ISO 19005-3, 6.8; cvpress knows its own by their relationship, name and description.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import FileError
from cvpress.schema import accepts
from cvpress.syntax import read
from cvpress.syntax.limits import BYTES
from cvpress.values.sources import DOCUMENTS_IN, PICTURE
from cvpress.views.bare import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MOST_BYTES", "EmbeddedProfile", "Sources", "read_sources"]

MOST_BYTES: Final = 100 * 1024 * 1024
"""The largest PDF that is looked at."""

_MOST_FILES: Final = 100
_LARGEST_PICTURE: Final = 20 * 1024 * 1024
_MOST_OF_PICTURES: Final = 100 * 1024 * 1024
_LONGEST: Final = 300
"""Characters of a name or a description."""

_HEADER: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
"""Readers take a PDF whose header begins within its first kilobyte (ISO 32000-1, annex H, 3.4.1)."""

_RENDER: Final = "cvpress puts one into the PDFs that it renders, unless --no-source or --redact is asked for"


class EmbeddedProfile(NamedTuple):
    """A profile in a PDF.

    Attributes:
        data: the file, JSON in UTF-8.
        documents: what it is the source of: "letter", or "letter,cv" in one file.
        theme: the name of the theme; empty where it was asked for by a path.
    """

    data: bytes
    documents: str
    theme: str


class Sources(NamedTuple):
    """The profiles in a PDF, of which there is at least one, and their pictures by name."""

    profiles: tuple[EmbeddedProfile, ...]
    pictures: dict[str, bytes]


class _File(NamedTuple):
    name: str
    description: str
    relationship: str
    stream: Any


def read_sources(data: bytes, name: str) -> Sources:
    """Take out what cvpress put into a PDF.

    Args:
        data: the PDF.
        name: what messages call it.

    Raises:
        FileError: it is no PDF, broken, encrypted or too large, or there is no profile of cvpress's in it.
    """
    if len(data) > MOST_BYTES:
        raise FileError(f"{name} is larger than {MOST_BYTES // 2**20} MiB")
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise FileError(f"{name} is no PDF", "name a PDF that cvpress made")
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            files = list(_files(pdf))
            return Sources(tuple(_profiles(files, name)), dict(_pictures(files, name)))
    except pikepdf.PasswordError as error:
        raise FileError(f"{name} is encrypted", "take its password away first") from error
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, RuntimeError, TypeError, ValueError, zlib.error) as error:
        raise FileError(f"{name} is broken, or no PDF of cvpress's") from error


def _files(pdf: Any) -> Iterator[_File]:
    """The first of its associated files, as far as they are written as cvpress writes them."""
    import pikepdf

    listed, seen = pdf.Root.get("/AF"), set()
    for entry in islice(listed, _MOST_FILES) if isinstance(listed, pikepdf.Array) else ():
        if not isinstance(entry, pikepdf.Dictionary) or entry.objgen in seen:
            continue
        if entry.is_indirect:
            seen.add(entry.objgen)  # WeasyPrint lists each twice
        texts = [entry.get(key) for key in ("/UF", "/Desc")]
        kind, embedded = entry.get("/AFRelationship"), entry.get("/EF")
        if not all(isinstance(text, pikepdf.String) and len(bytes(text)) <= _LONGEST for text in texts):
            continue
        stream = embedded.get("/F") if isinstance(embedded, pikepdf.Dictionary) else None
        if isinstance(kind, pikepdf.Name) and isinstance(stream, pikepdf.Stream):
            yield _File(str(texts[0]), str(texts[1]), str(kind), stream)


def _profiles(files: list[_File], name: str) -> Iterator[EmbeddedProfile]:
    found = 0
    for file in files:
        said = DOCUMENTS_IN.fullmatch(file.description)
        if file.relationship != "/Source" or not said:
            continue
        found += 1
        data = _inflated(file.stream, BYTES, f"the profile in {name}")
        document = read(data, name, "json")
        if document.broken or not document.data or not accepts(document.data):
            raise FileError(f"what {name} holds as its source is no profile", "cvpress did not write it")
        look = document.data.get("meta", {}).get("cvpress", {})
        yield EmbeddedProfile(data, said["documents"], look.get("theme", ""))
    if not found:
        raise FileError(f"there is no profile in {name}", _RENDER)


def _pictures(files: list[_File], name: str) -> Iterator[tuple[str, bytes]]:
    """The pictures of the profiles; what is none, cvpress did not write."""
    left = _MOST_OF_PICTURES
    for file in files:
        if file.relationship == "/Supplement" and PICTURE.fullmatch(file.name):
            data = _inflated(file.stream, min(_LARGEST_PICTURE, left), f"a picture in {name}")
            left -= len(data)
            if not is_bare(data):
                raise FileError(f"what {name} holds as {file.name} is no picture of cvpress's")
            yield file.name, data


def _inflated(stream: Any, most: int, what: str) -> bytes:
    """The bytes of a file in a PDF, and no more than so many.

    Raises:
        FileError: there are more, or they are packed as cvpress does not pack them.
    """
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if filters is None:
        data = raw
    elif str(filters) == "/FlateDecode" and stream.get("/DecodeParms") is None:
        data = zlib.decompressobj().decompress(raw, most + 1)
    else:
        raise FileError(f"{what} is packed as cvpress does not pack it")
    if len(data) > most:
        raise FileError(f"{what} is larger than {most // 2**20} MiB")
    return bytes(data)
