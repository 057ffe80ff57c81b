"""Whether a PDF is tagged, all of it, and in the order of reading (rules A201 to A203)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, in_pdf
from cvpress.checking.checks.places import excerpt, line_of_run
from cvpress.rules.file_tags import PICTURE_OF_TEXT, TAG_ORDER, TEXT_OUTSIDE_TAGS, UNTAGGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact, Painting
    from cvpress.checking.check import Check, Checked
    from cvpress.measuring.boxes import Box, Run

__all__ = ["TAGGING_CHECKS"]

_LARGE: Final = 0.2
"""The share of a page from which on a picture may be more than a portrait."""


@checks(UNTAGGED, when=in_pdf)
def _untagged(checked: Checked) -> Iterator[Found]:
    if checked.artefact.root is None:
        yield Found("the file has no tags", "export it as a tagged PDF")


def _is_tagged_pdf(checked: Checked) -> bool:
    return in_pdf(checked) and checked.artefact.root is not None


@checks(TEXT_OUTSIDE_TAGS, when=_is_tagged_pdf)
def _text_outside_tags(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    tagged = set(_marks(artefact))
    loose: dict[int, list[Run]] = {}
    for run in artefact.runs:
        if not run.is_artifact and (run.page, run.mark) not in tagged and any(map(str.isalpha, run.text)):
            loose.setdefault(run.page, []).append(run)
    for page, runs in loose.items():
        first = runs[0]
        yield Found(
            f"{excerpt(''.join(run.text for run in runs))} is in no tag",
            "tag it, or mark it as an artefact",
            line_of_run(artefact, first),
            page=page,
            box=first.box,
        )


@checks(TAG_ORDER, when=_is_tagged_pdf)
def _tag_order(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    runs: dict[tuple[int, int], list[tuple[int, Run]]] = {}
    for place, run in enumerate(artefact.runs):
        runs.setdefault((run.page, run.mark), []).append((place, run))
    pieces = [runs[mark] for mark in dict.fromkeys(_marks(artefact)) if mark in runs]
    told: set[int] = set()
    for (before, *_), (after, *_) in pairwise(pieces):
        if _is_backwards(before, after) and after[1].page not in told:
            told.add(after[1].page)
            yield Found(
                f"the tags have {excerpt(before[1].text)} before {excerpt(after[1].text)}, which stands above it",
                "order the tags as the page is read",
                line_of_run(artefact, after[1]),
                page=after[1].page,
                box=after[1].box,
            )


def _is_backwards(before: tuple[int, Run], after: tuple[int, Run]) -> bool:
    """Whether of two neighbours in the tags the second is painted first, and stands above the first in its column."""
    (place, lower), (other_place, upper) = before, after
    if lower.page != upper.page or other_place > place or upper.box.bottom < lower.box.top:
        return False
    wide, _ = lower.box.overlap(upper.box)
    return wide > 0.5 * min(_width(lower.box), _width(upper.box))


def _width(box: Box) -> float:
    return box.right - box.left


def _marks(artefact: Artefact) -> Iterator[tuple[int, int]]:
    """The pieces of marked content that tags hold, in the order of the tags."""
    for element in artefact.root.walk() if artefact.root else ():
        yield from element.marks


def _is_untagged_with_picture(checked: Checked) -> bool:
    return in_pdf(checked) and checked.artefact.root is None and bool(checked.artefact.pictures)


@checks(PICTURE_OF_TEXT, when=_is_untagged_with_picture)
def _picture_of_text(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    with_text = {run.page for run in artefact.runs}
    for picture in artefact.pictures:
        if picture.share >= _LARGE and picture.page in with_text and not _is_ground(picture, artefact):
            yield Found(
                f"a picture takes {picture.share:.0%} of the page, and nothing says what is in it",
                "write what it shows as text",
                page=picture.page,
                box=picture.box,
            )


def _is_ground(picture: Painting, artefact: Artefact) -> bool:
    """Whether text is written over a picture."""
    runs = (run.box.overlap(picture.box) for run in artefact.runs if run.page == picture.page)
    return any(wide > 0 and high > 0 for wide, high in runs)


TAGGING_CHECKS: Final[tuple[Check, ...]] = (_untagged, _text_outside_tags, _tag_order, _picture_of_text)
"""The checks of what the tags hold."""
