"""Mends a document as its diagnostics say, in its own text.

The fixes are put into the text and into the data; the text is read again, and what comes out
must be that data. A fix for which this does not hold is left out, and its finding stays.
"""

from __future__ import annotations

import codecs
from collections import Counter, deque
from itertools import chain
from json import dumps
from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.fixes.plan import applicable, changed, plan
from cvpress.policy.comments import comments_of
from cvpress.syntax import read
from cvpress.syntax.edits import edited
from cvpress.syntax.edits.change import NotEditable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cvpress.diagnostics import Diagnostic, Position
    from cvpress.syntax.document import Document, Span

__all__ = ["Fixed", "encode", "fix"]

_PASSES = 10
"""How often a document is looked at again, since a fix may open the way for another."""

_CHARACTERS_READ = 1_000_000
"""How much is read to find out which of the fixes cannot be made."""


class Fixed(NamedTuple):
    """A mended document.

    Attributes:
        document: as it is now.
        applied: what was mended, with the places that it had.
    """

    document: Document
    applied: tuple[Diagnostic, ...]


def fix(document: Document, check: Callable[[Document], Sequence[Diagnostic]], *, unsafe: bool = False) -> Fixed:
    """Mend all that can be mended; whatever is not touched stays byte for byte.

    Args:
        document: what to mend; a broken one stays as it is.
        check: finds what is wrong with a document, and how to mend it.
        unsafe: make the changes too after which the file may say something else.
    """
    applied: list[Diagnostic] = []
    attempts = iter(range(_PASSES + _CHARACTERS_READ // (len(document.text) + 1)))
    for _ in range(0 if document.broken else _PASSES):
        wanted = applicable(check(document), document.data, unsafe=unsafe)
        document, done = _mended(document, wanted, attempts)
        if not done:
            break
        applied += done
    return Fixed(document, tuple(applied))


def encode(document: Document, source: bytes) -> bytes:
    """The bytes of a mended document, with a byte order mark if `source`, the file's bytes before, has one."""
    mark = codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b""
    return mark + document.text.encode()


def _mended(document: Document, wanted: list[Diagnostic], attempts: Iterator[int]) -> tuple[Document, list[Diagnostic]]:
    """Make as many fixes as can be made; which cannot is found by halving, as long as there are attempts left."""
    best = document
    made: list[Diagnostic] = []
    waiting = deque([_by_place(wanted)] if wanted else [])
    comments = tuple(comments_of(document)) if wanted else ()
    while waiting and next(attempts, None) is not None:
        group = waiting.popleft()
        chosen = [*made, *chain.from_iterable(group)]
        attempt = _attempt(document, chosen, comments)
        if attempt:
            best, made = attempt, chosen
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[:half], group[half:]]
    return best, sorted(made, key=lambda diagnostic: diagnostic.start)


def _by_place(wanted: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Put those together that stand at one place of the text, which aliases can show in many places of the data."""
    groups: dict[tuple[Position, Position], list[Diagnostic]] = {}
    for diagnostic in wanted:
        groups.setdefault((diagnostic.start, diagnostic.end), []).append(diagnostic)
    return list(groups.values())


def _attempt(document: Document, fixes: Iterable[Diagnostic], comments: Sequence[Span]) -> Document | None:
    """The document after some fixes, None if not exactly these can be made in its text."""
    change = plan(fixes, document.data)
    try:
        text = edited(document, change, comments)
    except NotEditable:
        return None
    after = read(codecs.BOM_UTF8 + text.encode(), document.name, document.syntax)
    is_meant = not after.broken and _as_text(after.data) == _as_text(changed(document.data, change))
    return after if is_meant and _codes(after) == _codes(document) else None


def _as_text(data: Any) -> str:
    # Python takes 1, 1.0 and True for the same.
    return dumps(data, sort_keys=True)


def _codes(document: Document) -> Counter[str]:
    return Counter(fault.code for fault in document.faults)
