"""What rendering notices: a photo that cannot be shown, a language without words, a letter that is too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import Finding
from cvpress.files import file_in
from cvpress.rules.rendering import (
    FULL_SLIDE,
    LONG_LETTER,
    MISSING_CHARACTER,
    NO_WORDS,
    NOT_TRANSLATED,
    PHOTO_UNUSABLE,
)
from cvpress.views.letter import LetterView
from cvpress.views.locales import has_catalogue, languages
from cvpress.views.photo import MAX_BYTES, read_photo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Diagnostic, Pointer
    from cvpress.syntax.document import Document
    from cvpress.views.portfolio.slides import Slide
    from cvpress.views.view import Photo, View
    from cvpress.writers.pdf import Pdf

__all__ = ["language_notices", "layout_notices", "read_photo_of"]

_SLIDE_ID = re.compile(r"slide-\d+(-step-\d+)?")
"""Ids of slides, and of the steps of a slide."""

_SHOWN = 12
"""How many characters a message names."""


def layout_notices(document: Document, view: View, pdf: Pdf) -> tuple[Diagnostic, ...]:
    """What was seen while a PDF was set.

    Args:
        document: the profile.
        view: what was set.
        pdf: what came of it.
    """
    return (
        *_missing_characters(document, pdf.missing),
        *_long_letter(document, view, pdf.pages),
        *_full_slides(document, view, pdf),
    )


def _long_letter(document: Document, view: View, pages: int) -> tuple[Diagnostic, ...]:
    """A warning if a letter that should be short has more than a page."""
    if not isinstance(view, LetterView) or view.purpose == "research-statement" or pages == 1:
        return ()
    message = f"the letter is {pages} pages long, and a {view.purpose} letter has one"
    return (LONG_LETTER.report(document, Finding(("letters", view.index), message, "shorten its paragraphs")),)


def _full_slides(document: Document, view: View, pdf: Pdf) -> Iterator[Diagnostic]:
    """A warning at each topic of which a slide takes more than its page."""
    slides: tuple[Slide, ...] = getattr(view, "slides", ())
    starts = sorted(page for name, page in pdf.anchors.items() if _SLIDE_ID.fullmatch(name))
    ends = dict(zip(starts, [*starts[1:], pdf.pages], strict=False))
    for slide in slides:
        start = pdf.anchors.get(slide.id)
        if start is not None and ends[start] - start > 1:
            message = f"slide {slide.number} is too full: it takes {ends[start] - start} pages"
            hint = "shorten it, or part long paragraphs and points, which can then stand on several slides"
            yield FULL_SLIDE.report(document, Finding(_place(document, slide.source), message, hint))


def _place(document: Document, source: Pointer) -> Pointer:
    """Where in the file a slide's source is; an area of research is named by its id there, which a blind deck hides."""
    if source[0] != "research":
        return source
    areas = enumerate(document.data["research"])
    return next((("research", index, *source[2:]) for index, area in areas if area.get("id") == source[1]), source[:1])


def _missing_characters(document: Document, missing: str) -> tuple[Diagnostic, ...]:
    """A warning at the first text with a character that no font has.

    Args:
        document: the profile.
        missing: the characters, each once.
    """
    if not missing:
        return ()
    pointer = next(
        (pointer for pointer, text in _texts((), document.data) if any(char in text for char in missing)), ()
    )
    more = "" if len(missing) <= _SHOWN else f" and {len(missing) - _SHOWN} more"
    message = f"no font here has {' '.join(missing[:_SHOWN])}{more}: the PDF shows boxes"
    hint = "install a font that has them, such as the Noto family's"
    return (MISSING_CHARACTER.report(document, Finding(pointer, message, hint)),)


def _texts(pointer: Pointer, value: Any) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts((*pointer, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts((*pointer, index), item)


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


def read_photo_of(document: Document, folder: str) -> tuple[Photo | None, tuple[Diagnostic, ...]]:
    """The photo that the profile names, or a warning that says why there is none."""
    name = document.data.get("basics", {}).get("image", "")
    if not name:
        return None, ()
    try:
        return read_photo(file_in(folder, name, MAX_BYTES)), ()
    except ValueError as error:
        message = f"the photo cannot be shown: {error}"
        hint = "put a JPEG, PNG or WebP file beside the profile, and write its name"
        return None, (PHOTO_UNUSABLE.report(document, Finding(("basics", "image"), message, hint)),)
