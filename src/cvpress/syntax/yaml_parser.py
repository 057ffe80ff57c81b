"""PyYAML's event parser: libyaml's, or the pure Python one where PyYAML was built without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from yaml.parser import Parser as _Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from cvpress.syntax.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EventParser", "PureParser", "new_parser", "span_of"]


class EventParser(Protocol):
    """Gives the events of a YAML stream one by one, None after the last."""

    def get_event(self) -> Any:
        """The next event."""


class PureParser(Reader, Scanner, _Parser):
    """PyYAML's own parser, as yaml.Loader puts it together, without what makes objects."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        _Parser.__init__(self)


def _parser_class() -> Callable[[str], EventParser]:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PureParser
    parser: Callable[[str], EventParser] = CParser
    return parser


new_parser = _parser_class()


def span_of(event: Any) -> Span:
    """Where an event stands; PyYAML's `index` counts characters, beyond U+FFFF too."""
    return Span(event.start_mark.index, event.end_mark.index)
