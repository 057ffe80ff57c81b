"""What rendering notices: a language without words, numbers that no chart shows, a letter that is too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from unicodedata import category, name

from cvpress.diagnostics import Finding
from cvpress.rules.rendering import (
    FIGURE_UNUSABLE,
    FULL_SLIDE,
    LONG_LETTER,
    MISSING_CHARACTER,
    NO_FONT,
    NO_WORDS,
    NOT_TRANSLATED,
    QR_UNUSABLE,
)
from cvpress.views.locales import has_catalogue, languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.model.topics import Figure
    from cvpress.syntax.document import Document
    from cvpress.views.letters.view import LetterView
    from cvpress.views.portfolio.topics import LocatedFigure
    from cvpress.views.portfolio.view import PortfolioView
    from cvpress.views.view import View
    from cvpress.writers.pdf import Pdf

__all__ = ["figure_notices", "language_notices", "layout_notices", "qr_notices"]

_SLIDE_ID = re.compile(r"slide-\d+(-step-\d+)?")
"""Ids of slides, and of the steps of a slide."""

_SHOWN = 12
"""How many characters a message names."""

_CJK: Final = ("BOPOMOFO", "CJK", "FULLWIDTH", "HALFWIDTH", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA")
"""How the names of the characters begin that Chinese, Japanese and Korean are written with."""


def layout_notices(document: Document, view: View, pdf: Pdf) -> tuple[Diagnostic, ...]:
    """What was seen while a PDF was set.

    Args:
        document: the profile.
        view: what was set.
        pdf: what came of it.
    """
    judge = _JUDGES.get(view.document)
    return (*_missing_characters(document, pdf.missing), *(judge(document, view, pdf) if judge else ()))


def _long_letter(document: Document, view: LetterView, pdf: Pdf) -> Iterator[Diagnostic]:
    """A warning if a letter that should be short has more than a page."""
    if view.purpose != "research-statement" and pdf.pages > 1:
        message = f"the letter is {pdf.pages} pages long, and a {view.purpose} letter has one"
        yield LONG_LETTER.report(document, Finding(("letters", view.index), message, "shorten its paragraphs"))


def _full_slides(document: Document, view: PortfolioView, pdf: Pdf) -> Iterator[Diagnostic]:
    """A warning at each topic of which a slide takes more than its page."""
    from cvpress.views.portfolio.topics import place_in

    starts = sorted(page for anchor, page in pdf.anchors.items() if _SLIDE_ID.fullmatch(anchor))
    ends = dict(zip(starts, [*starts[1:], pdf.pages], strict=False))
    for slide in view.slides:
        start = pdf.anchors.get(slide.id)
        if start is not None and ends[start] - start > 1:
            message = f"slide {slide.number} is too full: it takes {ends[start] - start} pages"
            hint = "shorten it, or part long paragraphs and points, which can then stand on several slides"
            yield FULL_SLIDE.report(document, Finding(place_in(document, slide.origin), message, hint))


_JUDGES: Final[Mapping[str, Callable[[Document, Any, Pdf], Iterator[Diagnostic]]]] = {
    "letter": _long_letter,
    "portfolio": _full_slides,
}
"""What the pages of a kind of document are judged by: their views are not imported for the others."""


def figure_notices(document: Document, figures: Iterable[LocatedFigure]) -> tuple[Diagnostic, ...]:
    """Warnings of values that charts do not show.

    Args:
        document: the profile.
        figures: those that are to be shown, and where in the file they are.
    """
    found = (finding for pointer, figure in figures for finding in _undrawn(pointer, figure))
    return tuple(FIGURE_UNUSABLE.report(document, finding) for finding in found)


def _undrawn(pointer: Pointer, figure: Figure) -> Iterator[Finding]:
    from cvpress.views.charts.chart import MOST_VALUES, drawable

    most = MOST_VALUES[figure.chart]
    texts = [index for index, value in enumerate(figure.values) if drawable(value.value) is None]
    for index in texts:
        message = "the value is no number, and stands beside the chart"
        hint = "write a number in `value`, and its unit in `unit`"
        yield Finding((*pointer, "values", index), message, hint)
    numbers = len(figure.values) - len(texts)
    if numbers > most:
        message = f"the chart shows the first {most} of {numbers} values"
        yield Finding((*pointer, "values"), message, "choose those that matter, or draw them as a line")


def _missing_characters(document: Document, missing: str) -> Iterator[Diagnostic]:
    """What is said of characters that no font has: an error of letters, a warning of other signs.

    Each stands at the first text with one of them; the page's own words are in no text.

    Args:
        document: the profile.
        missing: the characters, each once.
    """
    letters = "".join(sorted(filter(_is_text, missing), key=lambda char: not char.isalpha()))
    signs = "".join(char for char in missing if char not in letters)
    if letters:
        message = f"no font here has {_listed(letters)}: no PDF can be made"
        hint = f"{_package_hint(letters)}; or give a theme of your own a face that has them; `--to html` makes the page"
        yield NO_FONT.report(document, Finding(_first_with(document, letters), message, hint))
    if signs:
        message = f"no font here has {_listed(signs)}; the PDF is made without"
        hint = f"{_package_hint(signs)}; or leave out what is not needed"
        yield MISSING_CHARACTER.report(document, Finding(_first_with(document, signs), message, hint))


def _is_text(char: str) -> bool:
    """Whether a word, a number or a sentence is broken without a character, by its category in Unicode."""
    kind = category(char)
    return kind[0] in "LMNP" or kind in {"Sc", "Sm"}


def _listed(chars: str) -> str:
    more = "" if len(chars) <= _SHOWN else f" and {len(chars) - _SHOWN} more"
    return f"{' '.join(chars[:_SHOWN])}{more}"


def _package_hint(chars: str) -> str:
    """Which of Debian's packages have some characters, by the beginnings of their names in Unicode."""
    packages = dict.fromkeys(_package(char) for char in chars)
    return f"install a font; on Debian or Ubuntu: apt install {' '.join(packages)}"


def _package(char: str) -> str:
    if name(char, "").startswith(_CJK):
        return "fonts-noto-cjk"
    return "fonts-noto-color-emoji" if category(char) == "So" else "fonts-noto-core"


def _first_with(document: Document, chars: str) -> Pointer:
    found = (pointer for pointer, text in _texts((), document.data) if any(char in text for char in chars))
    return next(found, ())


def _texts(pointer: Pointer, value: Any) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts((*pointer, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts((*pointer, index), item)


def qr_notices(document: Document) -> tuple[Diagnostic, ...]:
    """The warning that a QR code has nowhere to lead, at the address or at where it would be."""
    from cvpress.views.qr import MOST_BYTES

    url = document.data.get("basics", {}).get("url", "")
    if url:
        message = f"the QR code is left out: `url` is no address of the web, or has more than {MOST_BYTES} characters"
        finding = Finding(("basics", "url"), message, "write a short address that begins with https://")
    else:
        finding = Finding(
            ("basics",) if "basics" in document.data else (),
            "the QR code is left out: the profile names no web page",
            "write it as `url` under `basics`, or leave the theme's option `qr` off",
        )
    return (QR_UNUSABLE.report(document, finding),)


def language_notices(document: Document, language: str) -> tuple[Diagnostic, ...]:
    """A warning if there are no words for the profile's own language, or no texts in another that is asked for."""
    own = document.data.get("meta", {}).get("language", "")
    wanted = language.replace("_", "-").partition("-")[0]
    if not language and own and not has_catalogue(own):
        message = f"there are no words for the language `{own}`; section titles are in English"
        hint = f"languages: {', '.join(languages())}"
        return (NO_WORDS.report(document, Finding(("meta", "language"), message, hint)),)
    translations = {tag.partition("-")[0] for tag in document.data.get("translations", {})}
    if language and wanted not in {(own or "en").partition("-")[0], *translations}:
        message = f"the profile has no texts in `{wanted}`; only titles and dates are"
        hint = f"write them under `translations`, as `{wanted}`"
        return (NOT_TRANSLATED.report(document, Finding((), message, hint)),)
    return ()
