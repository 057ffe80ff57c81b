"""BibTeX and biblatex: a .bib file → publications of a profile, and what is wrong with it.

Nothing raises: whatever stands in the file is data or a diagnostic with its position there.
Sources: BibTeXing (O. Patashnik, 1988) and the biblatex manual (P. Kime, P. Lehman), 2.1
and 2.2, for the types and fields; arXiv's help on `eprint` and `archivePrefix`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.diagnostics import Severity
from cvpress.readers.bibtex_fields import ENTRY_TYPES, Doubt, publication
from cvpress.readers.bibtex_scanner import scan
from cvpress.syntax.characters import FORBIDDEN
from cvpress.syntax.decode import decode
from cvpress.syntax.document import Document, Fault, Place, Span, line_of, line_starts
from cvpress.syntax.faults import capped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.diagnostics import Pointer
    from cvpress.readers.bibtex_scanner import Entry

__all__ = ["Bibliography", "read_bibtex"]


class Bibliography(NamedTuple):
    """A .bib file as it was read.

    Attributes:
        document: its text and its faults; the data are `{"publications": […]}`.
        publications: its entries in the keys of the format; `id` and `key` are the citation key.
        keys: all citation keys, also of entries without a title.
        aliases: further names of entries (biblatex 2.2.3, `ids`), and the citation key of each.
    """

    document: Document
    publications: tuple[dict[str, Any], ...]
    keys: frozenset[str]
    aliases: Mapping[str, str]


def read_bibtex(source: bytes, name: str) -> Bibliography:
    """Read a .bib file.

    Args:
        source: the file, in UTF-8.
        name: what diagnostics call it.
    """
    text, fault = decode(source)
    found = FORBIDDEN.search(text)
    if fault or found:
        fault = fault or Fault("S108", *_FORBIDDEN, Span(*found.span()) if found else Span(0, 0))
        return Bibliography(Document(name, text, None, faults=(fault,), broken=True), (), frozenset(), {})
    entries, faults = scan(text)
    if not entries and not faults:
        faults.append(_warning(Doubt("B104", "the file holds no entries", _AN_ENTRY_IS, Span(0, 0))))
    kept = list(_without_duplicates(text, entries, faults))
    publications = tuple(_publication(entry, faults) for entry in kept)
    faults.sort(key=lambda fault: fault.span)
    places: dict[Pointer, Place] = {
        ("publications", index): Place(None, entry.key_span) for index, entry in enumerate(kept)
    }
    data = {"publications": list(publications)}
    document = Document(name, text, data, faults=capped(faults), places=lambda _: places)
    document.syntax = "bibtex"
    shown = tuple(publication for publication in publications if publication.get("name"))
    return Bibliography(document, shown, frozenset(entry.key for entry in kept), dict(_aliases(kept)))


def _aliases(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for field in entry.fields:
            if field.name == "ids":
                yield from ((name, entry.key) for name in map(str.strip, field.text.split(",")) if name)


def _warning(doubt: Doubt) -> Fault:
    return Fault(*doubt, severity=Severity.WARNING)


_AN_ENTRY_IS = "an entry is written as @article{key, title = {…}}"
_FORBIDDEN = ("the text holds a character that no page can show", "remove it")


def _without_duplicates(text: str, entries: Sequence[Entry], faults: list[Fault]) -> Iterator[Entry]:
    """The first entry of each citation key."""
    first: dict[str, Entry] = {}
    starts = line_starts(text)
    for entry in entries:
        if entry.key in first:
            line = line_of(starts, first[entry.key].key_span.start)
            message = f"the citation key `{entry.key[:60]}` is that of the entry on line {line} already"
            faults.append(Fault("B102", message, "choose another key, or remove one of the two", entry.key_span))
        else:
            first[entry.key] = entry
            yield entry


def _publication(entry: Entry, faults: list[Fault]) -> dict[str, Any]:
    if entry.type not in ENTRY_TYPES:
        message = f"there is no entry type `{entry.type[:40]}`"
        hint = "it is shown as one of no special kind; types: article, inproceedings, book, incollection, misc …"
        faults.append(_warning(Doubt("B106", message, hint, entry.type_span)))
    _look_for_repeated_fields(entry, faults)
    data, doubts = publication(entry)
    faults.extend(map(_warning, doubts))
    return data


def _look_for_repeated_fields(entry: Entry, faults: list[Fault]) -> None:
    seen = set()
    for field in entry.fields:
        if field.name in seen:
            message = f"the entry has a field `{field.name[:40]}` already, and the first one counts"
            faults.append(_warning(Doubt("B107", message, "keep one of them", field.span)))
        seen.add(field.name)
