"""Which fixes are made together, and what the data is after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.diagnostics import remove
from cvpress.rules.rule import lies_within
from cvpress.syntax.edits.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cvpress.diagnostics import Diagnostic, Pointer

__all__ = ["applicable", "changed", "plan"]


def applicable(diagnostics: Iterable[Diagnostic], data: Any, *, unsafe: bool) -> list[Diagnostic]:
    """Those that can be mended at once: one for each value, and none inside one that goes.

    A key gets no name that its group has already.
    """
    found: list[Diagnostic] = []
    taken: set[Pointer] = set()
    gone: set[Pointer] = set()
    for diagnostic in sorted(diagnostics, key=lambda diagnostic: len(diagnostic.pointer)):
        fix, pointer = diagnostic.fix, diagnostic.pointer
        if fix is None or not (fix.is_safe or unsafe) or pointer in taken or lies_within(pointer, gone):
            continue
        target = (*pointer[:-1], fix.value) if fix.action == "rename" else pointer
        if not _is_possible(diagnostic, data) or (target != pointer and target in taken):
            continue
        taken |= {pointer, target}
        if fix.action != "rename":
            gone.add(pointer)
        found.append(diagnostic)
    return found


def plan(fixes: Iterable[Diagnostic], data: Any) -> Change:
    """What the fixes do; a group or a list that would be left empty goes as a whole."""
    root = Change()
    for diagnostic in fixes:
        change = root
        for step in diagnostic.pointer:
            change = change.children.setdefault(step, Change())
        change.fix = diagnostic.fix
    for step, below in root.children.items():
        _remove_emptied(data[step], below)
    return root


def changed(data: Any, change: Change) -> Any:
    """The data after a change; what is not changed is not copied."""
    if change.is_replacement:
        return change.new
    if not change.children:
        return data
    if isinstance(data, list):
        return [
            changed(item, change.children[index]) if index in change.children else item
            for index, item in enumerate(data)
            if not (index in change.children and change.children[index].is_removal)
        ]
    return dict(_changed_entries(data, change))


def _is_possible(diagnostic: Diagnostic, data: Any) -> bool:
    """Whether the value is there, and the fix would change it and no other."""
    fix, pointer = diagnostic.fix, diagnostic.pointer
    if fix is None or not pointer:
        return False
    parent = data
    for step in pointer[:-1]:
        if not _has(parent, step):
            return False
        parent = parent[step]
    if not _has(parent, pointer[-1]):
        return False
    if fix.action == "rename":
        return isinstance(parent, dict) and fix.value not in parent
    return fix.action == "remove" or not _is_same(parent[pointer[-1]], fix.value)


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and 0 <= step < len(data)
    return isinstance(data, dict) and step in data


def _is_same(old: Any, new: Any) -> bool:
    return type(old) is type(new) and bool(old == new)


def _remove_emptied(data: Any, change: Change) -> None:
    for step, below in change.children.items():
        _remove_emptied(data[step], below)
    if change.children and len(change.children) == len(data) and all(c.is_removal for c in change.children.values()):
        change.fix = remove()
        change.children = {}


def _changed_entries(data: dict[str, Any], change: Change) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        below = change.children.get(key)
        if below is None:
            yield key, value
        elif not below.is_removal:
            yield below.new if below.is_renaming else key, changed(value, below)
