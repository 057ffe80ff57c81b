"""What a PDF says of itself beside its pages: metadata, fonts, outline, links, tags (by pikepdf)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pikepdf

from cvpress.checking.artefact import Bookmark, Element, Font, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["bookmarks_of", "fonts_of", "link_targets", "metadata_of", "structure_of"]

_DEEPEST: Final = 200
"""Levels of a structure tree that are looked at."""

_DIRECT: Final = (0, 0)
"""What all objects without a number have for one."""

_IN_EVERY_READER: Final = frozenset({"/StandardEncoding", "/MacRomanEncoding", "/WinAnsiEncoding"})
"""Encodings whose characters are known without a map (ISO 32000-1, 9.10.2)."""


def metadata_of(pdf: pikepdf.Pdf) -> Metadata:
    """Title, author and language; of the two places for metadata the Info dictionary is read, then the XMP."""
    info, root = pdf.docinfo, pdf.Root
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        title = str(xmp.get("dc:title") or info.get("/Title", ""))
        authors = xmp.get("dc:creator") or [str(info.get("/Author", ""))]
    return Metadata(
        title=title.strip(),
        author=", ".join(map(str, authors)),
        language=str(root.get("/Lang", "")),
        producer=str(info.get("/Producer", "")),
        shows_title=_shows_title(root.get("/ViewerPreferences")),
    )


def _shows_title(preferences: Any) -> bool:
    return isinstance(preferences, pikepdf.Dictionary) and bool(preferences.get("/DisplayDocTitle", False))


def bookmarks_of(pdf: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    """The outline, flat, in its order."""

    def walk(items: Any, level: int) -> Iterator[Bookmark]:
        for item in items:
            yield Bookmark(level, str(item.title))
            if level < _DEEPEST:
                yield from walk(item.children, level + 1)

    with pdf.open_outline() as outline:
        return tuple(walk(outline.root, 1))


def fonts_of(pdf: pikepdf.Pdf) -> tuple[Font, ...]:
    """The fonts that the pages name, each once."""
    found: dict[str, Font] = {}
    for number, page in enumerate(pdf.pages, 1):
        for font in _fonts_in(page.obj.get("/Resources", {}), set()):
            name, kind = str(font.get("/BaseFont", "?"))[1:], str(font.get("/Subtype", "/?"))[1:]
            known = found.get(f"{kind} {name}")
            pages = (*(known.pages if known else ()), number)
            found[f"{kind} {name}"] = Font(
                name, kind, tuple(dict.fromkeys(pages)), _is_embedded(font), _is_mapped(font)
            )
    return tuple(found.values())


def _fonts_in(resources: Any, seen: set[Any]) -> Iterator[Any]:
    """The fonts of a page and of the forms that it draws."""
    if not isinstance(resources, pikepdf.Dictionary):
        return
    yield from (font for font in _values(resources, "/Font") if isinstance(font, pikepdf.Dictionary))
    for form in _values(resources, "/XObject"):
        if form.get("/Subtype") == "/Form" and form.objgen not in seen:
            seen.add(form.objgen)
            yield from _fonts_in(form.get("/Resources", {}), seen)


def _values(dictionary: pikepdf.Dictionary, key: str) -> list[Any]:
    found: Any = dictionary.get(key)
    return list(dict(found).values()) if isinstance(found, pikepdf.Dictionary) else []


def _is_embedded(font: Any) -> bool:
    descendants = font.get("/DescendantFonts")
    descriptor = (descendants[0] if descendants else font).get("/FontDescriptor", {})
    return font.get("/Subtype") == "/Type3" or any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))


def _is_mapped(font: Any) -> bool:
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding", "") if isinstance(encoding, pikepdf.Dictionary) else encoding
    return font.get("/Subtype") not in {"/Type0", "/Type3"} and str(base) in _IN_EVERY_READER


def link_targets(page: pikepdf.Page) -> Iterator[tuple[tuple[float, ...], str]]:
    """The links of a page: the rectangle, and the URL; empty for a place in the file itself."""
    for annotation in page.obj.get("/Annots", ()):
        if annotation.get("/Subtype") == "/Link":
            left, one, right, other = (float(value) for value in annotation.get("/Rect", (0, 0, 0, 0)))
            action = annotation.get("/A")
            target = str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
            yield (left, min(one, other), right, max(one, other)), target


def structure_of(pdf: pikepdf.Pdf, texts: Mapping[tuple[int, int], str]) -> Element | None:
    """The tags of a file.

    Args:
        pdf: the file.
        texts: the text of each piece of marked content, by its page, from 1, and its number.

    Returns:
        The element that holds all others; None for a file without tags.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return None
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return _Tags(pages, texts, dict(tree.get("/RoleMap", {}))).element(tree, 0, 0)


class _Tags:
    def __init__(
        self, pages: Mapping[Any, int], texts: Mapping[tuple[int, int], str], roles: Mapping[str, Any]
    ) -> None:
        self._pages = pages
        self._texts = texts
        self._roles = roles
        self._seen: set[Any] = set()

    def element(self, tag: Any, page: int, depth: int) -> Element:
        """An element; what lies too deep is left out, and what an element before it holds already."""
        page = self._page(tag, page)
        text, kids = [], []
        is_new = tag.objgen == _DIRECT or tag.objgen not in self._seen
        self._seen.add(tag.objgen)
        for kid in _kids(tag) if is_new and depth < _DEEPEST else ():
            if isinstance(kid, int):
                text.append(self._texts.get((page, kid), ""))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                text.append(self._texts.get((self._page(kid, page), int(kid.get("/MCID", -1))), ""))
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                kids.append(self.element(kid, page, depth + 1))
        return Element(
            role=self._role(str(tag.get("/S", "/Document"))),
            text=" ".join(text),
            alternative=next((str(tag[key]) for key in ("/ActualText", "/Alt") if key in tag), None),
            language=str(tag.get("/Lang", "")),
            page=page,
            kids=tuple(kids),
        )

    def _page(self, tag: Any, page: int) -> int:
        return self._pages.get(tag.Pg.objgen, page) if "/Pg" in tag else page

    def _role(self, name: str) -> str:
        for _ in range(_DEEPEST):
            if name not in self._roles:
                break
            name = str(self._roles[name])
        return name[1:]


def _kids(tag: Any) -> Iterator[Any]:
    kids = tag.get("/K", ())
    yield from kids if isinstance(kids, (pikepdf.Array, tuple)) else (kids,)
