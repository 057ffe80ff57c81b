"""Headings and lists as the structure has them: tags of a PDF, elements of HTML (rules A204 to A208)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks
from cvpress.checking.checks.places import body_size, excerpt, line_with
from cvpress.rules.file_tags import BROKEN_LIST, EMPTY_HEADING, HEADING_LEVELS, LOOSE_BULLETS, NO_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact, Element
    from cvpress.checking.check import Check, Checked

__all__ = ["STRUCTURE_CHECKS"]

_HEADING: Final = re.compile("H[1-6]?")
_BULLET: Final = re.compile("[•‣◦▪▫●○■□◆◇⁃∙·–*\uf0b7\uf0a7-]\\s+\\w")
_INLINE: Final = frozenset({"", "Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "NonStruct"})
_NO_PARAGRAPHS: Final = frozenset({"LI", "TOCI", "Note", "FENote", "Table"})
_IN_LISTS: Final = frozenset({"L", "LI", "Caption", "Artifact"})

_LARGER: Final = 1.15
"""How much larger than the text a line is that stands out; scales of type have steps of 1.2."""

_SHORT: Final = 60
_STANDING_OUT: Final = 3
_MANY_WORDS: Final = 150


def _headings(artefact: Artefact) -> list[Element]:
    return [element for element in _elements(artefact) if _HEADING.fullmatch(element.role)]


def _elements(artefact: Artefact) -> Iterator[Element]:
    if artefact.root:
        yield from artefact.root.walk()


def _seems_to_have_headings(checked: Checked) -> bool:
    artefact = checked.artefact
    if artefact.root is None:
        return False
    if artefact.kind == "html":
        return len(artefact.text.split()) >= _MANY_WORDS or bool(_headings(artefact))
    return len(_large_lines(artefact)) >= _STANDING_OUT or bool(_headings(artefact))


def _large_lines(artefact: Artefact) -> set[tuple[int, int]]:
    """Page and baseline of short lines that are larger than the text."""
    least = _LARGER * body_size(artefact)
    return {
        (run.page, round(run.baseline))
        for run in artefact.runs
        if run.size >= least and not run.is_artifact and 2 < len(run.text.strip()) <= _SHORT
    }


@checks(NO_HEADINGS, when=_seems_to_have_headings)
def _no_headings(checked: Checked) -> Iterator[Found]:
    if not _headings(checked.artefact):
        yield Found("no line is a heading to a screen reader", "use the styles for headings")


def _has_headings(checked: Checked) -> bool:
    return bool(_headings(checked.artefact))


@checks(HEADING_LEVELS, when=_has_headings)
def _heading_levels(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    numbered = [element for element in _headings(artefact) if len(element.role) == 2]
    if numbered and numbered[0].role != "H1":
        yield _about(artefact, numbered[0], f"the first heading is {numbered[0].role}", "begin with H1")
    for before, after in pairwise(numbered):
        if int(after.role[1]) > int(before.role[1]) + 1:
            yield _about(artefact, after, f"{after.role} follows {before.role}", "leave no level out on the way down")


@checks(EMPTY_HEADING, when=_has_headings)
def _empty_heading(checked: Checked) -> Iterator[Found]:
    for heading in _headings(checked.artefact):
        if not heading.whole_text and not any(element.alternative for element in heading.walk()):
            yield Found(f"an {heading.role} has no words", "remove it", page=heading.page)


@checks(LOOSE_BULLETS, when=lambda checked: checked.artefact.root is not None)
def _loose_bullets(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    loose = [block for block in _paragraphs(artefact.root) if _BULLET.match(block.whole_text)]
    if len(loose) > 1:
        message = f"{len(loose)} paragraphs begin with a bullet and are in no list"
        yield _about(artefact, loose[0], message, "make a list of them")


def _paragraphs(element: Element | None) -> Iterator[Element]:
    """The elements that hold text, but those of lists and tables."""
    if element is None or element.role in _NO_PARAGRAPHS:
        return
    if all(kid.role in _INLINE for kid in element.kids):
        yield element
        return
    for kid in element.kids:
        yield from _paragraphs(kid)


def _has_lists(checked: Checked) -> bool:
    return any(element.role in {"L", "LI"} for element in _elements(checked.artefact))


@checks(BROKEN_LIST, when=_has_lists)
def _broken_list(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    for element in _elements(artefact):
        wrong = [
            kid for kid in _shown_kids(element, _wrappers(artefact)) if (kid.role == "LI") != (element.role == "L")
        ]
        wrong = [kid for kid in wrong if element.role != "L" or kid.role not in _IN_LISTS]
        if wrong:
            what = f"{wrong[0].role or 'text'} stands in a list beside its items"
            outside = f"an item stands in {element.role}, not in a list"
            more = f" ({len(wrong)} times)" if len(wrong) > 1 else ""
            yield _about(
                artefact,
                wrong[0],
                (what if element.role == "L" else outside) + more,
                "lists hold items, and lists alone do",
            )


def _wrappers(artefact: Artefact) -> frozenset[str]:
    """Roles that stand for what they hold (ISO 32000-1, 14.8.4.2); in HTML <div> may group <dt> and <dd>."""
    return frozenset({"NonStruct", "Div", "Span"} if artefact.kind == "html" else {"NonStruct"})


def _shown_kids(element: Element, wrappers: frozenset[str]) -> Iterator[Element]:
    """The kids of an element, and those of wrappers in their place."""
    for kid in element.kids if element.role not in wrappers else ():
        yield from _unwrapped(kid, wrappers)


def _unwrapped(element: Element, wrappers: frozenset[str]) -> Iterator[Element]:
    if element.role not in wrappers:
        yield element
        return
    for kid in element.kids:
        yield from _unwrapped(kid, wrappers)


def _about(artefact: Artefact, element: Element, message: str, hint: str) -> Found:
    text = element.whole_text
    page = next((each.page for each in element.walk() if each.page), 0)
    quoted = f"{message}: {excerpt(text)}" if text else message
    return Found(quoted, hint, line_with(artefact, text, page), page=page)


STRUCTURE_CHECKS: Final[tuple[Check, ...]] = (
    _no_headings,
    _heading_levels,
    _empty_heading,
    _loose_bullets,
    _broken_list,
)
"""The checks of headings and lists."""
