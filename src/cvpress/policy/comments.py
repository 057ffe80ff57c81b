"""The comments of a YAML or TOML text: only real ones, not texts that look like one.

Sources: YAML 1.2, 6.6; TOML 1.0, "Comment".
"""

from __future__ import annotations

import re
from sys import maxsize
from typing import TYPE_CHECKING, Any, Final

from cvpress.syntax.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.syntax.document import Document

__all__ = ["comments_of", "end_of"]

# Atomic groups: `(?:…)*+` matches too much before Python 3.11.5 (python/cpython#106052).
_TOML_TOKEN: Final = re.compile(
    r'''
      """(?>(?:[^"\\]++|\\.|"{1,2}(?!"))*)"{3,5}
    | \'\'\'(?>(?:[^']++|'{1,2}(?!'))*)'{3,5}
    | "(?>(?:[^"\\\n]++|\\.)*)"
    | '[^'\n]*+'
    | (?P<comment>\#[^\r\n]*+)
    ''',
    re.VERBOSE | re.DOTALL,
)
"""In a valid TOML text, a quote or a `#` outside of these begins one of them."""

_YAML_LINE: Final = re.compile(r"[^\r\n\x85\u2028\u2029]*+")
"""To the end of a line; PyYAML still has the line breaks of YAML 1.1."""

_YAML_COMMENT: Final = re.compile(f"#{_YAML_LINE.pattern}")
_YAML_PROPERTIES: Final = re.compile(rf"(?>(?:(?:[&!]\S*+|{_YAML_COMMENT.pattern})\s++)*)")
"""The anchor and the tag of a scalar, which PyYAML counts to it, and comments after them."""


def comments_of(document: Document) -> Iterator[Span]:
    """Where the comments of a document stand, in their order; a JSON text has none.

    Args:
        document: one that could be read to its end.
    """
    if document.syntax == "toml":
        yield from _in_toml(document.text)
    elif document.syntax == "yaml":
        yield from _in_yaml(document.text)


def _in_toml(text: str) -> Iterator[Span]:
    for token in _TOML_TOKEN.finditer(text):
        if token["comment"]:
            yield Span(*token.span())


def _in_yaml(text: str) -> Iterator[Span]:
    end = 0
    for scalar in _yaml_scalars(text):
        yield from _yaml_comments(text, end, scalar.start)
        end = max(end, scalar.end)
    yield from _yaml_comments(text, end, len(text))


def _yaml_comments(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*comment.span()) for comment in _YAML_COMMENT.finditer(text, start, end))


def _yaml_scalars(text: str) -> Iterator[Span]:
    """The texts and other scalars of the first document, and all that comes after it."""
    from yaml.events import DocumentStartEvent, ScalarEvent

    from cvpress.syntax.yaml_parser import new_parser

    parser = new_parser(text)
    documents = 0
    while (event := parser.get_event()) is not None:
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            yield Span(event.start_mark.index, len(text))
            return
        if isinstance(event, ScalarEvent):
            yield _content(text, event)


def _content(text: str, event: Any) -> Span:
    """A scalar without its anchor and tag; a block scalar (| or >) without its first line."""
    from cvpress.syntax.yaml_parser import span_of

    start, end = span_of(event)
    start = end_of(_YAML_PROPERTIES, text, start, end)
    if event.style in ("|", ">"):
        start = end_of(_YAML_LINE, text, start, end)
    return Span(start, end)


def end_of(pattern: re.Pattern[str], text: str, start: int, end: int = maxsize) -> int:
    """Where what a pattern matches at `start` ends."""
    found = pattern.match(text, start, end)
    return found.end() if found else start
