"""What a PDF says of itself beside its pages: metadata, fonts, outline, links, what is active in it (by pikepdf)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pikepdf

from cvpress.checking.artefact import Bookmark, Font, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Annotation", "bookmarks_of", "fonts_of", "link_annotations", "metadata_of"]

_DEEPEST: Final = 50
"""Levels of an outline, and of forms within forms, that are looked at."""

_MOST: Final = 10_000
"""Entries of an outline that are looked at."""

_IN_EVERY_READER: Final = frozenset({"/StandardEncoding", "/MacRomanEncoding", "/WinAnsiEncoding"})
"""Encodings whose characters are known without a map (ISO 32000-1, 9.10.2)."""


class Annotation(NamedTuple):
    """A link of a page.

    Attributes:
        number: its object and generation, by which tags name it.
        box: left, bottom, right and top.
        target: the URL; empty for a place in the file itself.
        description: its /Contents, which is read out.
    """

    number: tuple[int, int]
    box: tuple[float, float, float, float]
    target: str
    description: str


def metadata_of(pdf: pikepdf.Pdf) -> Metadata:
    """Title, author and language; of the two places for metadata the XMP is read, then the Info dictionary."""
    info, root = pdf.docinfo, pdf.Root
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        title = str(xmp.get("dc:title") or info.get("/Title", ""))
        authors = xmp.get("dc:creator") or [str(info.get("/Author", ""))]
    return Metadata(
        title=title.strip(),
        author=", ".join(map(str, authors)),
        language=str(root.get("/Lang", "")).strip(),
        producer=str(info.get("/Producer", "")),
        shows_title=bool(_dictionary(root.get("/ViewerPreferences")).get("/DisplayDocTitle", False)),
    )


def bookmarks_of(pdf: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    """The outline, flat, in its order; of a circle each entry once."""
    found: list[Bookmark] = []
    seen: set[tuple[int, int]] = set()

    def walk(parent: dict[str, Any], level: int) -> None:
        item = parent.get("/First")
        while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen and len(found) < _MOST:
            seen.add(item.objgen)
            found.append(Bookmark(level, " ".join(str(item.get("/Title", "")).split())))
            if level < _DEEPEST:
                walk(_dictionary(item), level + 1)
            item = item.get("/Next")

    walk(_dictionary(pdf.Root.get("/Outlines")), 1)
    return tuple(found)


def fonts_of(pdf: pikepdf.Pdf) -> tuple[Font, ...]:
    """The fonts that the pages name, each once."""
    found: dict[str, Font] = {}
    for number, page in enumerate(pdf.pages, 1):
        for font in _fonts_in(page.resources, set(), 0):
            name, kind = str(font.get("/BaseFont", "?"))[1:], str(font.get("/Subtype", "/?"))[1:]
            known = found.get(f"{kind} {name}")
            pages = (*(known.pages if known else ()), number)
            found[f"{kind} {name}"] = Font(
                name, kind, tuple(dict.fromkeys(pages)), _is_embedded(font), _is_mapped(font)
            )
    return tuple(found.values())


def _fonts_in(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[pikepdf.Dictionary]:
    """The fonts of a page and of the forms that it draws."""
    entries = _dictionary(resources)
    yield from (font for font in _dictionary(entries.get("/Font")).values() if isinstance(font, pikepdf.Dictionary))
    for form in _dictionary(entries.get("/XObject")).values():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and form.objgen not in seen:
            seen.add(form.objgen)
            if depth < _DEEPEST:
                yield from _fonts_in(form.get("/Resources"), seen, depth + 1)


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
    descriptor = _dictionary(_dictionary(inner).get("/FontDescriptor"))
    return font.get("/Subtype") == "/Type3" or any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))


def _is_mapped(font: pikepdf.Dictionary) -> bool:
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding", "") if isinstance(encoding, pikepdf.Dictionary) else encoding
    return font.get("/Subtype") not in {"/Type0", "/Type3"} and str(base) in _IN_EVERY_READER


def link_annotations(page: pikepdf.Page) -> Iterator[Annotation]:
    """The links of a page; those without a rectangle have none of any size."""
    annotations = page.obj.get("/Annots")
    for annotation in annotations if isinstance(annotations, pikepdf.Array) else ():
        if isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") == "/Link":
            target = str(_dictionary(annotation.get("/A")).get("/URI", "")).strip()
            yield Annotation(
                annotation.objgen, _rectangle(annotation.get("/Rect")), target, str(annotation.get("/Contents", ""))
            )


def _rectangle(value: Any) -> tuple[float, float, float, float]:
    """A rectangle from the lower left to the upper right, whichever corners it was written by (ISO 32000-1, 7.9.5)."""
    try:
        one, two, other, another = (float(number) for number in value)
    except (TypeError, ValueError):
        return 0, 0, 0, 0
    return min(one, other), min(two, another), max(one, other), max(two, another)


def _dictionary(value: Any) -> dict[str, Any]:
    """The entries of a dictionary; of anything else none."""
    return dict(value.items()) if isinstance(value, pikepdf.Dictionary) else {}
