"""WeasyPrint, imported quickly."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from cvpress.errors import MissingLibrary
from cvpress.writers.page_limit import stop_at_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["load_weasyprint"]

_INSTALL = {
    "linux": "on Debian or Ubuntu: apt install libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "with Homebrew: brew install pango",
    "win32": "install Pango with MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango",
}


_FONT_EDITORS = ("fontTools.subset", "fontTools.varLib.instancer")


@cache
def load_weasyprint() -> Any:
    """Import WeasyPrint.

    Raises:
        MissingLibrary: Pango or one of its companions is not installed.
    """
    try:
        with _no_library_search(), _no_chatter(), _no_font_editor():
            import weasyprint
    except OSError as error:
        system = sys.platform if sys.platform in _INSTALL else "linux"
        raise MissingLibrary("PDF needs the library Pango, which is not installed", _INSTALL[system]) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    _let_drawings_take_the_colour_of_text()
    _let_pages_be_counted()
    return weasyprint


def _let_drawings_take_the_colour_of_text() -> None:
    """Make `currentColor` in an SVG within the page what it is in a browser; WeasyPrint draws it black."""
    from weasyprint.html import HTML_HANDLERS

    tag = "{http://www.w3.org/2000/svg}svg"
    handle = HTML_HANDLERS[tag]

    def handle_with_colour(element: Any, box: Any, *arguments: Any) -> Any:
        element.attrib.setdefault("color", str(box.style["color"]))
        return handle(element, box, *arguments)

    HTML_HANDLERS[tag] = handle_with_colour


def _let_pages_be_counted() -> None:
    """Make layout stop at the limit of pages, rather than at the end of a million of them."""
    from weasyprint import layout

    layout.make_all_pages = stop_at_limit(layout.make_all_pages)


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Answer "not found" to `ctypes.util.find_library` while WeasyPrint looks for its libraries.

    cffi asks it for every name that is not one on this system; on Linux each question runs
    ldconfig and a compiler, 0.2 s in all, and never finds what dlopen did not.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    import ctypes.util

    original = ctypes.util.find_library
    ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = original


def _not_found(name: str) -> None:
    """The answer of `find_library` for a library that there is not."""


class _Deferred(ModuleType):
    """Stands for a module whose functions are called seldom; the first call imports it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*args: Any, **options: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*args, **options)

        return call


@contextmanager
def _no_font_editor() -> Iterator[None]:
    """Put off fontTools' subsetter and instancer while WeasyPrint is imported: 0.1 s.

    It needs them only for faces that HarfBuzz does not subset, and for variable ones.
    """
    names = [name for name in _FONT_EDITORS if name not in sys.modules]
    sys.modules.update({name: _Deferred(name) for name in names})
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@contextmanager
def _no_chatter() -> Iterator[None]:
    """Keep WeasyPrint's own notes on missing libraries and fonts off the terminal: we say it in one line."""
    stdout = sys.stdout
    with open(os.devnull, "w", encoding="utf-8") as nowhere, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.filterwarnings(
            "ignore", "No fonts configured", UserWarning
        )  # themes bring theirs; R109 tells what lacks
        sys.stdout = nowhere
        try:
            yield
        finally:
            sys.stdout = stdout
