"""What fixes change, as a unified diff.

difflib alone needs minutes for a long file with many changes. Lines that both texts have just
once hold them together (as in "patience diff"), and it compares only what stands between.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections import Counter
from difflib import Match, SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.syntax.document import Document

__all__ = ["difference"]

_NO_LINE_BREAK = "\n\\ No newline at end of file\n"

_COMPARED_LINES = 200
"""How many lines between two anchors are compared with one another; of more, all count as changed."""


def difference(before: Document, after: Document) -> str:
    """A unified diff of a document and what became of it, as `patch` takes it; empty if nothing did."""
    old, new = _lines(before.text), _lines(after.text)
    groups = list(_Matcher(old, new).get_grouped_opcodes())
    if not groups:
        return ""
    pieces = [f"--- {before.name}\n", f"+++ {after.name}\n"]
    for group in groups:
        (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
        pieces.append(f"@@ -{_range(i1, i2)} +{_range(j1, j2)} @@\n")
        for tag, i, i_end, j, j_end in group:
            marked = [("-", old[i:i_end]), ("+", new[j:j_end])] if tag != "equal" else [(" ", old[i:i_end])]
            pieces += [mark + _ended(line) for mark, lines in marked for line in lines]
    return "".join(pieces)


def _lines(text: str) -> list[str]:
    """As `patch` splits a text: at line feeds, and nowhere else."""
    return list(io.StringIO(text, newline="\n"))


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + _NO_LINE_BREAK


def _range(start: int, end: int) -> str:
    """The lines of a hunk as POSIX wants them (diff, "Diff -u Output Format"); an empty range begins before itself."""
    length = end - start
    return str(start + 1) if length == 1 else f"{start + 1 if length else start},{length}"


class _Matcher(SequenceMatcher[str]):
    """Gets the lines that stay in less than quadratic time."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old = old
        self._new = new

    def get_matching_blocks(self) -> list[Match]:
        blocks: list[Match] = []
        for block in self._blocks():
            last = blocks[-1] if blocks else None
            if last and (last.a + last.size, last.b + last.size) == (block.a, block.b):
                blocks[-1] = Match(last.a, last.b, last.size + block.size)
            else:
                blocks.append(block)
        return [*blocks, Match(len(self._old), len(self._new), 0)]

    def _blocks(self) -> Iterator[Match]:
        i = j = 0
        for anchor_i, anchor_j in _anchors(self._old, self._new):
            yield from self._between(i, anchor_i, j, anchor_j)
            yield Match(anchor_i, anchor_j, 1)
            i, j = anchor_i + 1, anchor_j + 1
        yield from self._between(i, len(self._old), j, len(self._new))

    def _between(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Match]:
        """What stays between two anchors: lines at the beginning, lines at the end, lines in the middle."""
        first = i
        while i < i_end and j < j_end and self._old[i] == self._new[j]:
            i, j = i + 1, j + 1
        if i > first:
            yield Match(first, j - (i - first), i - first)
        last = i_end
        while i < i_end and j < j_end and self._old[i_end - 1] == self._new[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
        if i < i_end and j < j_end and max(i_end - i, j_end - j) <= _COMPARED_LINES:
            middle = SequenceMatcher(None, self._old[i:i_end], self._new[j:j_end], autojunk=False).get_matching_blocks()
            yield from (Match(i + block.a, j + block.b, block.size) for block in middle if block.size)
        if i_end < last:
            yield Match(i_end, j_end, last - i_end)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Lines that stand once in each text, as many as have the same order in both."""
    old_counts, new_counts = Counter(old), Counter(new)
    places = {line: j for j, line in enumerate(new) if new_counts[line] == 1}
    common = [(i, places[line]) for i, line in enumerate(old) if old_counts[line] == 1 and line in places]
    return _longest_ascending(common)


def _longest_ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose second numbers ascend, by patience sorting."""
    tops: list[int] = []
    top_indices: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        pile = bisect_left(tops, number)
        before.append(top_indices[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        top_indices[pile : pile + 1] = [index]
    chain = []
    index = top_indices[-1] if top_indices else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
