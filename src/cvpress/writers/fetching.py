"""What a page may load: the theme's own files, and what stands in its data URLs."""

from __future__ import annotations

import os
from contextlib import contextmanager
from mimetypes import guess_type
from typing import TYPE_CHECKING, Any
from urllib.request import url2pathname

from cvpress.errors import ThemeError
from cvpress.themes.files import FONT_BYTES, bytes_of
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.themes.find import Theme

__all__ = ["fetching_told", "parsed_page", "theme_fetcher"]


def theme_fetcher(folders: tuple[str, ...]) -> Any:
    """A URL fetcher that reads files inside some folders, and data URLs; nothing else.

    It opens the files itself: two programs that take the same URL apart may find two paths in it,
    and the one that is judged has to be the one that is read.

    Raises (when it is used):
        ValueError: for any other URL. WeasyPrint then goes on without the resource.
    """
    roots = tuple(os.path.realpath(folder) for folder in folders)
    urls = load_weasyprint().urls

    class ThemeFetcher(urls.URLFetcher):  # type: ignore[misc, name-defined]  # the base is known at run time only
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = _path_inside(url, roots)
            kind = guess_type(path)[0] or "application/octet-stream"
            return urls.URLFetcherResponse(url, _contents(path), {"Content-Type": kind})

    return ThemeFetcher(allowed_protocols=("data",), allow_redirects=False)


def _path_inside(url: str, roots: Sequence[str]) -> str:
    """The file that a URL means, without any symbolic link on the way there.

    Raises:
        ValueError: it is no file, or none of these folders.
    """
    if url.startswith("file:///") and not url.startswith("file:////"):  # four lead to a host, on Windows
        path = os.path.realpath(url2pathname(url.removeprefix("file://").partition("#")[0].partition("?")[0]))
        if any(path.startswith(root + os.sep) for root in roots):
            return path
    raise ValueError("a theme reads only its own files")


def _contents(path: str) -> bytes:
    try:
        return bytes_of(path, FONT_BYTES)
    except ThemeError as error:
        raise ValueError(error.message) from error


@contextmanager
def fetching_told(theme: Theme) -> Iterator[None]:
    """Tell of what cannot be read where WeasyPrint does not go on without it: the profile of a colour.

    Raises:
        ThemeError: a style sheet names such a thing.
    """
    try:
        yield
    except load_weasyprint().urls.URLFetchingError as error:
        raise ThemeError(
            f"theme `{theme.name}` names what cannot be read: {error}", "name a file of its own"
        ) from error


def parsed_page(html: str, fetcher: Any) -> Any:
    """A page for WeasyPrint, which would attach the files that a theme's links name; only cvpress attaches files.

    Args:
        html: the page.
        fetcher: reads what it names.
    """
    page = load_weasyprint().HTML(string=html, url_fetcher=fetcher)
    for element in page.etree_element.iter():
        if "attachment" in str(element.get("rel", "")).lower():
            del element.attrib["rel"]
    return page
