"""What a PDF does rather than shows: scripts, programs that it starts, forms, sound and film."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from cvpress.checking.artefact import Active

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["active_parts"]

_MOST: Final = 1_000
"""Entries of a list that are looked at."""

_LONGEST: Final = 20
"""Actions after one another that are looked at."""

_ACTIONS: Final = {
    "/JavaScript": "a script",
    "/Launch": "a program that is started",
    "/SubmitForm": "a form that is sent",
    "/ImportData": "data that are fetched",
    "/Rendition": "film or sound",
    "/Movie": "film or sound",
    "/Sound": "film or sound",
    "/RichMediaExecute": "film or sound",
}
"""Actions that do more than to lead somewhere (ISO 32000-1, table 198)."""

_MEDIA: Final = frozenset({"/Screen", "/Movie", "/Sound", "/RichMedia", "/3D"})
"""Annotations that play something (ISO 32000-1, table 169)."""


def active_parts(pdf: pikepdf.Pdf) -> tuple[Active, ...]:
    """What is active in a file: each kind once a page; page 0 is the file itself.

    Args:
        pdf: the file.
    """
    root = pdf.Root
    found = [Active(0, kind) for kind in (*_actions(root.get("/OpenAction")), *_triggers(root))]
    if "/JavaScript" in _dictionary(root.get("/Names")):
        found.append(Active(0, "a script"))
    form = _dictionary(root.get("/AcroForm"))
    if "/XFA" in form or _items(form.get("/Fields")):
        found.append(Active(0, "a form"))
    for number, page in enumerate(pdf.pages, 1):
        found += [Active(number, kind) for kind in _triggers(page.obj)]
        for annotation in _items(page.obj.get("/Annots")):
            found += [Active(number, kind) for kind in _of_annotation(annotation)]
    return tuple(dict.fromkeys(found))


def _of_annotation(annotation: Any) -> Iterator[str]:
    entries = _dictionary(annotation)
    if str(entries.get("/Subtype")) in _MEDIA:
        yield "film or sound"
    yield from _actions(entries.get("/A"))
    yield from _triggers(annotation)


def _triggers(holder: Any) -> Iterator[str]:
    """What is done when something happens to a page, a field or the file (ISO 32000-1, 12.6.3)."""
    for action in _dictionary(_dictionary(holder).get("/AA")).values():
        yield from _actions(action)


def _actions(action: Any) -> Iterator[str]:
    """An action, and those that follow it."""
    for _ in range(_LONGEST):
        entries = _dictionary(action)
        kind = _ACTIONS.get(str(entries.get("/S")))
        if kind:
            yield kind
        following = entries.get("/Next")
        action = next(iter(_items(following)), None) if isinstance(following, pikepdf.Array) else following


def _items(value: Any) -> list[Any]:
    return list(islice(value, _MOST)) if isinstance(value, pikepdf.Array) else []


def _dictionary(value: Any) -> dict[str, Any]:
    return dict(islice(value.items(), _MOST)) if isinstance(value, pikepdf.Dictionary) else {}
