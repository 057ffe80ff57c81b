"""Removes items from between brackets: JSON, YAML's flow style, TOML's arrays and inline tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.syntax.edits.change import NotEditable
from cvpress.syntax.edits.text import Edit, begins_line, blanks_after, blanks_before, end_of_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.document import Span

__all__ = ["removals"]


class _Item(NamedTuple):
    """An item between brackets.

    Attributes:
        start: where it begins, with its key.
        end: where it ends, exclusive.
        after: where the comma behind it ends, or else the item itself.
    """

    start: int
    end: int
    after: int


def removals(
    text: str, opening: int, spans: Sequence[Span], removed: Sequence[int], blank: re.Pattern[str]
) -> Iterator[Edit]:
    """Remove some items, with their commas and the lines that they have for themselves.

    Args:
        text: the whole text.
        opening: where the bracket stands.
        spans: all items in the order of the text, each with its key.
        removed: the indices of those that go, ascending.
        blank: what may stand between an item and a comma; it always matches.

    Raises:
        NotEditable: something else stands between the items.
    """
    items = _items(text, opening, spans, blank)
    if len(removed) == len(items):
        yield _all(text, items)
        return
    for first, last in _segments(text, items, removed):
        yield _segment(text, items, first, last)
    if items[-1].after == items[-1].end:
        yield from _last_comma(text, items, removed)


def _items(text: str, opening: int, spans: Sequence[Span], blank: re.Pattern[str]) -> list[_Item]:
    def skip(offset: int) -> int:
        found = blank.match(text, offset)
        return found.end() if found else offset

    items: list[_Item] = []
    expected = skip(opening + 1)
    for start, end in spans:
        comma = skip(end)
        has_comma = text.startswith(",", comma)
        if start != expected or not (has_comma or len(items) == len(spans) - 1):
            raise NotEditable
        items.append(_Item(start, end, comma + 1 if has_comma else end))
        expected = skip(items[-1].after)
    return items


def _all(text: str, items: Sequence[_Item]) -> Edit:
    """Remove everything, and the blanks to the brackets if nothing else is there."""
    start, end = items[0].start, items[-1].after
    before = blanks_before(text, start, " \t\r\n")
    after = blanks_after(text, end, " \t\r\n")
    is_alone = text[before - 1 : before] in "[{" and text[after : after + 1] in "]}"
    return Edit(before, after) if is_alone else Edit(start, end)


def _segments(text: str, items: Sequence[_Item], removed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbours that go and that no line break parts: the first and the last index of each."""
    first = last = removed[0]
    for index in removed[1:]:
        if index == last + 1 and "\n" not in text[items[last].end : items[index].start]:
            last = index
            continue
        yield first, last
        first = last = index
    yield first, last


def _segment(text: str, items: Sequence[_Item], first: int, last: int) -> Edit:
    start, after = items[first].start, items[last].after
    is_first_on_line = begins_line(text, start)
    next_line = end_of_line(text, after)
    if is_first_on_line and next_line is not None:
        return Edit(blanks_before(text, start), next_line)
    has_next = last + 1 < len(items)
    if has_next and (first == 0 or is_first_on_line):
        following = items[last + 1].start
        return Edit(start, after if text[after:following].strip() else following)
    before = items[first - 1].after if first else start
    return Edit(start if text[before:start].strip() else before, after)


def _last_comma(text: str, items: Sequence[_Item], removed: Sequence[int]) -> Iterator[Edit]:
    """Remove the comma behind an item that is the last one now."""
    last = len(items) - 1
    for index in reversed(removed):
        if index != last:
            break
        last -= 1
    if last < len(items) - 1:
        item = items[last]
        comma = item.after - 1
        yield Edit(comma if text[item.end : comma].strip() else item.end, item.after)
