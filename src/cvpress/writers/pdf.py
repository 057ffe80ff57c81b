"""PDF: the same templates and styles as HTML, set by WeasyPrint as PDF/A-3, tagged, with its source inside."""

from __future__ import annotations

import atexit
import gc
import os
import re
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.themes.environment import render_template
from cvpress.themes.icons import icon_styles
from cvpress.themes.styles import print_styles
from cvpress.themes.writing import writing_of
from cvpress.writers.attached import weasyprint_attachments
from cvpress.writers.fetching import fetching_told, parsed_page, theme_fetcher
from cvpress.writers.pdf_finishing import Part, finisher
from cvpress.writers.pdf_links import keep_own_links
from cvpress.writers.pdf_merging import merge
from cvpress.writers.pdf_tree import remember_boxes
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cvpress.themes.find import Theme
    from cvpress.themes.writing import Writing
    from cvpress.views.view import View
    from cvpress.writers.attached import Attached

__all__ = ["Pdf", "Piece", "created", "page_count", "paper_html", "write_merged_pdf", "write_pdf"]

_TIME_WITHOUT_ZONE = re.compile(r"T[\d:.]+\Z")

_VARIANT = "pdf/a-3a"
_FIRST_NOT_ASCII = 0x80
_STRAGGLING = 0.25
"""A last page less full than this is closed up with the one before, where it can be."""


class Pdf(NamedTuple):
    """A PDF file, and what was seen while it was set.

    Attributes:
        missing: the characters of its text that no font has, each once. They are left out:
            WeasyPrint would draw boxes.
        pages: how many pages it has.
        anchors: on which page, from 0, each element with an id begins.
    """

    data: bytes
    missing: str
    pages: int
    anchors: Mapping[str, int]


class Piece(NamedTuple):
    """A document that is to be set: what is shown, how it looks, and a value for every option of the theme.

    Attributes:
        without: characters that are left out, because no font has them.
    """

    view: View
    theme: Theme
    options: Mapping[str, str]
    without: str = ""


def write_pdf(view: View, theme: Theme, options: Mapping[str, str], attached: Sequence[Attached] = ()) -> Pdf:
    """Make the PDF of a document. The same input gives the same bytes.

    Args:
        view: what is shown.
        theme: how it looks.
        options: a value for every option of the theme.
        attached: files that it carries.

    Raises:
        ThemeError: the theme is broken.
        MissingLibrary: Pango is not installed.
    """
    with _without_collector():
        document = _closed_up(Piece(view, theme, options))
        data = _written(document, attached, [_part(document)])
        missing = _missing(document)
        if missing:
            document = _closed_up(Piece(view, theme, options, missing))
            data = _written(document, attached, [_part(document)])
    return Pdf(data, missing, len(document.pages), _anchors(document))


def write_merged_pdf(pieces: Sequence[Piece], title: str, attached: Sequence[Attached] = ()) -> tuple[Pdf, ...]:
    """Make one PDF of several documents, each set as if it were alone.

    Args:
        pieces: the documents in their order; there is at least one.
        title: what the whole is called.
        attached: files that it carries.

    Returns:
        For each document what was seen while it was set, with the data of the whole.

    Raises:
        ThemeError: a theme is broken.
        MissingLibrary: Pango is not installed.
    """
    with _without_collector():
        parts = _merged(pieces, title, attached)
        missing = parts[0].missing
        if missing:
            parts = _merged([piece._replace(without=missing) for piece in pieces], title, attached)
    return tuple(part._replace(missing=missing) for part in parts)


def _merged(pieces: Sequence[Piece], title: str, attached: Sequence[Attached]) -> tuple[Pdf, ...]:
    documents = [_closed_up(piece) for piece in pieces]
    seen = [(len(document.pages), _anchors(document)) for document in documents]
    labels = [piece.view.short_title for piece in pieces]
    parts = [_part(document, label) for document, label in zip(documents, labels, strict=True)]
    merged = merge(documents, labels, title)
    data = _written(merged, attached, parts)
    return tuple(Pdf(data, _missing(merged), pages, anchors) for pages, anchors in seen)


def _part(document: Any, label: str = "") -> Part:
    return Part(len(document.pages), document.metadata.lang or "", label)


def _written(document: Any, attached: Sequence[Attached], parts: Sequence[Part]) -> bytes:
    remember_boxes()
    keep_own_links(document)
    attachments = weasyprint_attachments(attached, document.metadata.created or "")
    document.color_profiles["srgb"] = _srgb()
    # "own" is no name of WeasyPrint's: for one of those it would open the file, and leave it open.
    data: bytes = document.write_pdf(
        pdf_variant=_VARIANT, output_intent="own", finisher=finisher(parts), attachments=attachments
    )
    return data


def _srgb() -> Any:
    """The colours that PDF/A wants to be told: those of the web (ISO 19005-3, 6.2.3), as WeasyPrint has them."""
    from importlib.resources import files

    load_weasyprint()
    from weasyprint.css import ColorProfile

    name = "sRGB2014.icc"
    profile = files("weasyprint.pdf").joinpath(name).read_bytes()
    return ColorProfile(BytesIO(profile), name, "relative-colorimetric", ("r", "g", "b"))


def _closed_up(piece: Piece) -> Any:
    """A document laid out, a little tighter where a last page would hold a few lines."""
    document = _laid_out(*piece, is_tight=False)
    if piece.view.closes_up and len(document.pages) > 1 and _fill(document.pages[-1]) < _STRAGGLING:
        tighter = _laid_out(*piece, is_tight=True)
        if len(tighter.pages) < len(document.pages):
            return tighter
    return document


def _missing(document: Any) -> str:
    missing = {code for font in document.fonts.values() for code in font.missing}
    return "".join(map(chr, sorted(code for code in missing if code >= _FIRST_NOT_ASCII)))


def _anchors(document: Any) -> dict[str, int]:
    # Backwards, for an element that goes on over pages is an anchor on each.
    return {name: number for number, page in reversed([*enumerate(document.pages)]) for name in page.anchors}


def page_count(view: View, theme: Theme, options: Mapping[str, str]) -> int:
    """How many pages the PDF of a document has; it is laid out, and not written.

    Args and errors: as `write_pdf`.
    """
    with _without_collector():
        return len(_closed_up(Piece(view, theme, options)).pages)


def _laid_out(view: View, theme: Theme, options: Mapping[str, str], without: str, *, is_tight: bool) -> Any:
    html = paper_html(view, theme, options, is_tight=is_tight)
    if without:
        html = html.translate(dict.fromkeys(map(ord, without)))
    writing = writing_of(theme, html, view.page.language)
    icons = icon_styles(theme, view.person.icons, options)
    with fetching_told(theme):
        setting = _setting(theme, view.document, tuple(sorted(options.items())), writing)
        return parsed_page(html, setting["fetcher"]).render(
            stylesheets=[setting["stylesheet"], *([_sheet(icons, setting["fetcher"])] if icons else [])],
            font_config=setting["fonts"],
        )


def paper_html(view: View, theme: Theme, options: Mapping[str, str], *, is_tight: bool = False) -> str:
    """What the templates of a theme make of a view for paper; the styles come beside it.

    Args:
        view: what is shown.
        theme: how it looks.
        options: a value for every option of the theme.
        is_tight: whether it is to be set a little tighter.

    Raises:
        ThemeError: the theme is broken.
    """
    extras = {"medium": "pdf", "script": "", "structured_data": "", "created": created(view), "is_tight": is_tight}
    return render_template(theme, view.document, view, options, extras)


def _sheet(styles: str, fetcher: Any) -> Any:
    return load_weasyprint().CSS(string=styles, base_url=None, url_fetcher=fetcher)


def _fill(page: Any) -> float:
    """How much of a page's height its content takes, from 0 to 1.

    WeasyPrint has no public measure; the box of the root element ends with the content.
    """
    box = page._page_box  # noqa: SLF001  # for want of a public one
    return float(box.children[0].height / box.height)


@cache
def _setting(theme: Theme, document: str, options: tuple[tuple[str, str], ...], writing: Writing) -> dict[str, Any]:
    """The parsed style sheet and the faces of a theme: half of a render's work, done once a process.

    Not to be shared by threads, nor made before a fork: a child that ends would take the
    parent's faces with it.
    """
    weasyprint = load_weasyprint()
    fonts = weasyprint.text.fonts.FontConfiguration()
    fetcher = theme_fetcher(theme.folders)
    stylesheet = weasyprint.CSS(
        string=print_styles(theme, document, dict(options), writing),
        base_url=None,
        font_config=fonts,
        url_fetcher=fetcher,
    )
    atexit.register(fonts.__del__)  # it removes a folder, and what is kept here is not collected at the end
    return {"fonts": fonts, "fetcher": fetcher, "stylesheet": stylesheet}


@contextmanager
def _without_collector() -> Iterator[None]:
    """Layout makes a million objects that live until its end; looking for garbage among them is in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def created(view: View) -> str:
    """When the document was made: SOURCE_DATE_EPOCH, else when the profile was last changed, else nothing.

    Never the present: the same input would give other bytes tomorrow.
    See https://reproducible-builds.org/specs/source-date-epoch/
    """
    try:
        epoch = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), tz=UTC)
    except (OverflowError, OSError, ValueError):
        # JSON Resume writes the time without a zone, and WeasyPrint takes none without one.
        return f"{view.page.modified}Z" if _TIME_WITHOUT_ZONE.search(view.page.modified) else view.page.modified
    return epoch.strftime("%Y-%m-%dT%H:%M:%SZ")
