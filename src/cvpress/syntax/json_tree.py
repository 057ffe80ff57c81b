"""The places in a JSON text, and the exact point at which it stops being JSON."""

from __future__ import annotations

import re
from json import loads
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from cvpress.syntax import limits
from cvpress.syntax.document import Span
from cvpress.syntax.faults import BrokenText, too_deep
from cvpress.syntax.tree import Duplicate, Node, TreeBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Break", "parse"]

# The repetitions never give back: a text that is almost JSON must not cost more than linear time.
# A group is repeated as `(?>(?:…)*)`, since `(?:…)*+` matches too much before Python 3.11.5
# (https://github.com/python/cpython/issues/106052); a single character may be `x*+`.
_TOKEN = re.compile(
    r"""[ \t\n\r]*+(?:
        (?P<string>"(?>(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)")
      | (?P<number>-?+(?:0|[1-9][0-9]*+)(?>(?:\.[0-9]++)?)(?>(?:[eE][-+]?+[0-9]++)?))(?![\w.+-])
      | (?P<constant>(?:true|false|null|NaN|-?Infinity)\b)
      | (?P<mark>[\[\]{},:])
      | (?P<other>.)
      | (?P<end>\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)

_SCALARS = {"string", "number", "constant"}


class _Token(NamedTuple):
    kind: str
    text: str
    span: Span


class Break(NamedTuple):
    """The point at which a text stops being JSON.

    Attributes:
        offset: the first character that does not belong there.
        kind: what stands there: string, number, constant, mark, other or end.
        wanted: what could have stood there: value, item, key, first key, colon, comma or end.
        previous: where the token before it stands, None at the beginning.
        open: where the bracket stands that is still open, None outside all.
    """

    offset: int
    kind: str
    wanted: str
    previous: Span | None
    open: Span | None


def parse(text: str) -> tuple[Node, list[Duplicate]]:
    """Read a JSON text (with NaN and Infinity) for the places in it.

    Returns the tree and the duplicate keys; raises BrokenText where RFC 8259 is left.
    """
    scanner = _Scanner(text)
    scanner.run()
    return scanner.tree.root, scanner.tree.duplicates


class _Scanner:
    """A state machine: each state takes a token and returns the state after it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = TreeBuilder()
        self.previous: Span | None = None

    def run(self) -> None:
        state: _State = self.value
        match = _TOKEN.match
        token = _Token("", "", Span(0, 0))
        while token.kind != "end" and (found := match(self.text, token.span.end)):
            kind = found.lastgroup or ""
            token = _Token(kind, found[kind], Span(*found.span(kind)))
            state = state(token)
            self.previous = token.span

    def value(self, token: _Token) -> _State:
        return self.any_value(token, "value")

    def item(self, token: _Token) -> _State:
        return self.any_value(token, "item")

    def any_value(self, token: _Token, wanted: str) -> _State:
        if token.kind in _SCALARS:
            self.tree.leaf(token.span)
            return self.after_value
        if token.text not in ("[", "{"):
            self.fail(token, wanted)
        if len(self.tree.open) == limits.DEPTH:
            raise BrokenText(too_deep(token.span))
        self.tree.start(token.span, is_list=token.text == "[")
        return self.first_item if token.text == "[" else self.first_key

    def first_item(self, token: _Token) -> _State:
        return self.close(token) if token.text == "]" else self.any_value(token, "item")

    def first_key(self, token: _Token) -> _State:
        return self.close(token) if token.text == "}" else self.any_key(token, "first key")

    def key(self, token: _Token) -> _State:
        return self.any_key(token, "key")

    def any_key(self, token: _Token, wanted: str) -> _State:
        if token.kind != "string":
            self.fail(token, wanted)
        self.tree.key(_unquote(token.text), token.span)
        return self.colon

    def colon(self, token: _Token) -> _State:
        if token.text != ":":
            self.fail(token, "colon")
        return self.value

    def after_value(self, token: _Token) -> _State:
        if not self.tree.open:
            return self.end(token)
        is_list = self.tree.open[-1].is_list
        if token.text == ",":
            return self.item if is_list else self.key
        if token.text != ("]" if is_list else "}"):
            self.fail(token, "comma")
        return self.close(token)

    def close(self, token: _Token) -> _State:
        self.tree.end(token.span.end)
        return self.after_value

    def end(self, token: _Token) -> _State:
        if token.kind != "end":
            self.fail(token, "end")
        return self.end

    def fail(self, token: _Token, wanted: str) -> NoReturn:
        from cvpress.syntax.json_explain import explain

        bracket = self.tree.open[-1].value if self.tree.open else None
        where = Break(token.span.start, token.kind, wanted, self.previous, bracket)
        raise BrokenText(explain(self.text, where))


if TYPE_CHECKING:
    _State = Callable[[_Token], "_State"]


def _unquote(written: str) -> str:
    if "\\" not in written:
        return written[1:-1]
    name: str = loads(written)
    return name
