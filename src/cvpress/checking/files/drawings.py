"""How much the drawings of a PDF (form XObjects) come to that paint one another, or themselves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["painted_bytes"]

_DO: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")

_LEVELS: Final = 40
"""How deep pdfium follows drawings into one another (its kMaxFormLevel), also into themselves."""

_EACH: Final = 1000
"""What one that is painted takes by itself, in bytes."""

_Number = tuple[int, int]


def painted_bytes(pdf: pikepdf.Pdf, limit: int) -> int:
    """How many bytes are read for the page that takes most, where each drawing counts as often as it is painted.

    Args:
        pdf: the file; no stream of it is too large to be unpacked.
        limit: what is too much; counting ends there.
    """
    drawings = _Drawings(pdf, limit)
    return max((drawings.of_page(page) for page in pdf.pages), default=0) if drawings else 0


class _Drawings:
    """The drawings of a file, by their object."""

    def __init__(self, pdf: pikepdf.Pdf, limit: int) -> None:
        self._limit = limit
        self._calls: dict[_Number, Counter[str]] = {}
        self._own: dict[_Number, Mapping[str, _Number]] = {}
        self._bytes: dict[_Number, int] = {}
        self._known: dict[tuple[_Number, int], int] = {}
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                self._add(thing)

    def __bool__(self) -> bool:
        return bool(self._bytes)

    def of_page(self, page: pikepdf.Page) -> int:
        """The bytes of all that a page paints."""
        contents = page.obj.get("/Contents", ())
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        data = b"\n".join(_data(part) for part in parts if isinstance(part, pikepdf.Stream))
        names = dict(_named(page.obj.get("/Resources") or _inherited(page.obj)))
        self._known.clear()
        return self._sum(_calls(data), names, names, 0)

    def _add(self, form: Any) -> None:
        data = _data(form)
        self._calls[form.objgen] = _calls(data)
        self._own[form.objgen] = dict(_named(form.get("/Resources")))
        self._bytes[form.objgen] = len(data) + _EACH

    def _sum(self, calls: Counter[str], own: Mapping[str, _Number], page: Mapping[str, _Number], level: int) -> int:
        """The bytes of some drawings; one that is not among a drawing's own is the page's."""
        total = 0
        for name, count in calls.items():
            number = own.get(name) or page.get(name)
            if number in self._bytes:
                total += count * self._of(number, page, level + 1)
            if total > self._limit:
                break
        return total

    def _of(self, number: _Number, page: Mapping[str, _Number], level: int) -> int:
        if level > _LEVELS:
            return 0
        if (number, level) not in self._known:
            below = self._sum(self._calls[number], self._own[number], page, level)
            self._known[number, level] = min(self._bytes[number] + below, self._limit + 1)
        return self._known[number, level]


def _data(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError):
        return b""


def _calls(data: bytes) -> Counter[str]:
    return Counter(match[1].decode("latin-1") for match in _DO.finditer(data))


def _named(resources: Any) -> Iterator[tuple[str, _Number]]:
    objects = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    for name, thing in objects.items() if isinstance(objects, pikepdf.Dictionary) else ():
        if isinstance(thing, pikepdf.Stream):
            yield name.removeprefix("/"), thing.objgen


def _inherited(node: Any) -> Any:
    """The resources of the nearest node above a page that has some (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_LEVELS):
        node = node.get("/Parent")
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if "/Resources" in node:
            return node.get("/Resources")
    return None
