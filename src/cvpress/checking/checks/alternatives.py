"""Tables and pictures as the structure has them: tags of a PDF, elements of HTML (rules A209 to A212)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks
from cvpress.checking.checks.places import excerpt, line_with
from cvpress.rules.file_tags import LAYOUT_TABLE, MEANINGLESS_ALTERNATIVE, NO_HEADER_CELLS, WORDLESS_PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact, Element
    from cvpress.checking.check import Check, Checked

__all__ = ["ALTERNATIVE_CHECKS"]

_FILE_NAME: Final = re.compile(r"[^\s/]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|eps|pdf)", re.IGNORECASE)
_EMPTY_WORDS: Final = frozenset(
    "image picture img graphic figure untitled placeholder null undefined bild abbildung grafik imagen imagem immagine "
    "afbeelding obraz".split()
)


def _with_role(checked: Checked, *roles: str) -> list[Element]:
    root = checked.artefact.root
    return [element for element in root.walk() if element.role in roles] if root else []


def _has_tables(checked: Checked) -> bool:
    return bool(_with_role(checked, "Table"))


@checks(LAYOUT_TABLE, when=_has_tables)
def _layout_table(checked: Checked) -> Iterator[Found]:
    for table in _with_role(checked, "Table"):
        if _is_layout(table):
            yield _about(checked.artefact, table, "a table that holds no data", "set it in one column, without a table")


@checks(NO_HEADER_CELLS, when=_has_tables)
def _no_header_cells(checked: Checked) -> Iterator[Found]:
    for table in _with_role(checked, "Table"):
        if not _is_layout(table) and not _has_header(table):
            yield _about(checked.artefact, table, "a table has no header cells", "make its first row one of headers")


def _has_header(table: Element) -> bool:
    return any(element.role == "TH" for element in table.walk())


def _is_layout(table: Element) -> bool:
    if _has_header(table):
        return False
    rows = [element for element in table.walk() if element.role == "TR"]
    cells = [element for element in table.walk() if element.role == "TD"]
    return len(rows) < 2 or len(cells) <= len(rows) or any(map(_holds_parts, cells))


def _holds_parts(cell: Element) -> bool:
    """Whether a cell holds a part of a page, rather than a value."""
    roles = [element.role for element in cell.walk()]
    return "Table" in roles or any(re.fullmatch("H[1-6]?", role) for role in roles) or roles.count("P") > 2


def _judged_pictures(checked: Checked) -> list[Element]:
    """The pictures that need a text: HTML's formulas are read as they are, and frames stand for what is in them."""
    roles = ("Figure", "Formula") if checked.artefact.kind == "pdf" else ("Figure",)
    return [
        element
        for element in _with_role(checked, *roles)
        if not any(_is_content(inner) for kid in element.kids for inner in kid.walk())
    ]


def _is_content(element: Element) -> bool:
    """Whether it is read by itself, in a frame such as HTML's <figure> around a quotation."""
    return element.role == "Figure" or (element.role in {"P", "BlockQuote", "L", "Table"} and bool(element.whole_text))


def _has_pictures(checked: Checked) -> bool:
    return bool(_judged_pictures(checked))


@checks(WORDLESS_PICTURE, when=_has_pictures)
def _wordless_picture(checked: Checked) -> Iterator[Found]:
    is_pdf = checked.artefact.kind == "pdf"
    for element in _judged_pictures(checked):
        if element.alternative is None or (is_pdf and not element.alternative.strip()):
            what = "a formula" if element.role == "Formula" else "a picture"
            yield _about(checked.artefact, element, f"{what} has no alternative text", "say in words what it shows")


@checks(MEANINGLESS_ALTERNATIVE, when=_has_pictures)
def _meaningless_alternative(checked: Checked) -> Iterator[Found]:
    for element in _judged_pictures(checked):
        text = (element.alternative or "").strip()
        if _FILE_NAME.fullmatch(text) or text.lower() in _EMPTY_WORDS:
            yield _about(
                checked.artefact, element, f"the alternative text {excerpt(text)} says nothing", "say what it shows"
            )


def _about(artefact: Artefact, element: Element, message: str, hint: str) -> Found:
    page = next((each.page for each in element.walk() if each.page), 0)
    first = next((each.whole_text for each in element.walk() if each.text), "")
    return Found(message, hint, line_with(artefact, first, page), page=page)


ALTERNATIVE_CHECKS: Final[tuple[Check, ...]] = (
    _layout_table,
    _no_header_cells,
    _wordless_picture,
    _meaningless_alternative,
)
"""The checks of tables and pictures."""
