"""What a file looks like, and what it brings along (rules A4..)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, in_pdf
from cvpress.checking.checks.places import body_size, excerpt, line_of_run
from cvpress.rules.file_looks import (
    ACTIVE_CONTENT,
    FONT_NOT_EMBEDDED,
    HIDDEN_TEXT,
    LARGE_FILE,
    LOW_CONTRAST,
    ODD_PAGES,
    SMALL_TEXT,
)
from cvpress.values.colors import color_text, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.checking.artefact import Artefact
    from cvpress.checking.check import Check, Checked
    from cvpress.measuring.boxes import Run

__all__ = ["LOOK_CHECKS"]

_UNSEEN: Final = 1.2
"""The contrast below which a text is in the colour of its ground, as good as."""

_OF_TEXT: Final = 4.5
_OF_LARGE_TEXT: Final = 3.0
_ROUNDING: Final = 0.01

_LARGE: Final = 18
_LARGE_IN_BOLD: Final = 14
_BOLD: Final = re.compile("bold|black|heavy|demi", re.IGNORECASE)

_SMALLEST: Final = 9
_SCAN: Final = 0.5
"""The share of a page that a picture takes which is a scan of it."""

_SHORTEST: Final = 297
_LONGEST: Final = 1225
"""The short side of A6, the long one of A3 and of US Tabloid, in points."""

_LARGEST_FILE: Final = 2_500_000


def _has_text(checked: Checked) -> bool:
    return bool(checked.artefact.runs)


def _has_any_text(checked: Checked) -> bool:
    return bool(checked.artefact.runs or checked.artefact.hidden)


@checks(HIDDEN_TEXT, when=_has_any_text)
def _hidden_text(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    scans = {picture.page for picture in artefact.pictures if picture.share >= _SCAN}
    hidden = [run for run in artefact.hidden if run.page not in scans and _has_letters(run)]
    hidden += [run for run in _lettered(artefact) if contrast(run.ink, run.ground) < _UNSEEN]
    for page in dict.fromkeys(run.page for run in hidden):
        runs = [run for run in hidden if run.page == page]
        yield _about(artefact, runs, f"{_quoted(runs)} cannot be seen", "show it, or take it out")


@checks(LOW_CONTRAST, when=_has_text)
def _low_contrast(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    faint: dict[tuple[int, object, object], list[Run]] = {}
    for run in _lettered(artefact):
        if _UNSEEN <= contrast(run.ink, run.ground) < _least(run) - _ROUNDING:
            faint.setdefault((run.page, run.ink, run.ground), []).append(run)
    for runs in faint.values():
        run = runs[0]
        how = f"{contrast(run.ink, run.ground):.1f}, {color_text(run.ink)} on {color_text(run.ground)}"
        yield _about(
            artefact, runs, f"the contrast of {_quoted(runs)} is {how}", f"at least {_least(run):g} is read well"
        )


def _lettered(artefact: Artefact) -> list[Run]:
    return [run for run in artefact.runs if _has_letters(run)]


def _has_letters(run: Run) -> bool:
    return any(map(str.isalnum, run.text))


def _least(run: Run) -> float:
    large = _LARGE_IN_BOLD if _BOLD.search(run.face) else _LARGE
    return _OF_LARGE_TEXT if run.size >= large - 0.05 else _OF_TEXT


def _about(artefact: Artefact, runs: Sequence[Run], message: str, hint: str) -> Found:
    """A finding about some pieces of text of a page, at the first."""
    first = runs[0]
    return Found(message, hint, line_of_run(artefact, first), " ".join(first.text.split()), first.page, first.box)


def _quoted(runs: Sequence[Run]) -> str:
    """Their beginning; some programs paint every letter by itself."""
    return excerpt("".join(run.text for run in runs))


@checks(SMALL_TEXT, when=_has_text)
def _small_text(checked: Checked) -> Iterator[Found]:
    size = body_size(checked.artefact)
    if size < _SMALLEST - 0.05:
        yield Found(f"half of the text or more is set in {size:.1f} pt or less", "set it in 10 to 12 pt")


@checks(ODD_PAGES, when=in_pdf)
def _odd_pages(checked: Checked) -> Iterator[Found]:
    sheets = checked.artefact.sheets
    for page, sheet in enumerate(sheets, 1):
        if _is_odd(*sheet):
            yield Found(f"the page has {_millimetres(*sheet)}", "use A4 or US Letter", page=page)
        elif any(abs(one - other) > 2 for one, other in zip(sorted(sheet), sorted(sheets[0]), strict=True)):
            what = f"{_millimetres(*sheet)}, and the first {_millimetres(*sheets[0])}"
            yield Found(f"the page has {what}", "use one size for all pages", page=page)


def _is_odd(width: float, height: float) -> bool:
    """Whether nobody prints on such paper; slides may be of any size."""
    short, long = sorted((width, height))
    return short < _SHORTEST or height > max(width, _LONGEST) or long > 2 * short + 1


def _millimetres(width: float, height: float) -> str:
    return f"{width / 72 * 25.4:.0f} × {height / 72 * 25.4:.0f} mm"


def _has_fonts(checked: Checked) -> bool:
    return bool(checked.artefact.fonts)


@checks(FONT_NOT_EMBEDDED, when=_has_fonts)
def _font_not_embedded(checked: Checked) -> Iterator[Found]:
    for font in checked.artefact.fonts:
        if not font.is_embedded:
            yield Found(f"the font {excerpt(font.name)} is not in the file", "embed all fonts", page=font.pages[0])


@checks(LARGE_FILE)
def _large_file(checked: Checked) -> Iterator[Found]:
    size = checked.artefact.size
    if size > _LARGEST_FILE:
        yield Found(f"the file has {size / 1e6:.1f} MB", "make its pictures smaller; 2.5 MB are taken everywhere")


@checks(ACTIVE_CONTENT, when=in_pdf)
def _active_content(checked: Checked) -> Iterator[Found]:
    for active in checked.artefact.active:
        yield Found(f"the file holds {active.kind}", "print it to PDF anew", page=active.page)


LOOK_CHECKS: Final[tuple[Check, ...]] = (
    _hidden_text,
    _low_contrast,
    _small_text,
    _odd_pages,
    _font_not_embedded,
    _large_file,
    _active_content,
)
"""The checks of looks."""
