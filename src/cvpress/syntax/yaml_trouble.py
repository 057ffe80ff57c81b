"""A complaint of the YAML parser, and the faults that are made of it."""

from __future__ import annotations

from typing import NamedTuple

from cvpress.syntax.document import Fault, Span

__all__ = ["Trouble"]


class Trouble(NamedTuple):
    """A complaint of the parser.

    Attributes:
        text: the whole text.
        problem: what the parser says.
        context: what it says it was doing.
        offset: where it stopped.
        began: where that which it was doing began; `offset` if it does not say.
    """

    text: str
    problem: str
    context: str
    offset: int
    began: int

    @property
    def char(self) -> str:
        """What stands where the parser stopped; empty at the end of the text."""
        return self.text[self.offset : self.offset + 1]

    @property
    def line_start(self) -> int:
        """Where the line begins on which the parser stopped."""
        return self.text.rfind("\n", 0, self.offset) + 1

    @property
    def before(self) -> str:
        """The line up to the point where the parser stopped."""
        return self.text[self.line_start : self.offset]

    @property
    def line_above(self) -> int:
        """Where the last line above begins that is not blank; 0 if there is none."""
        end = len(self.text[: self.line_start].rstrip())
        return self.text.rfind("\n", 0, end) + 1

    def line(self, start: int) -> str:
        """The line that begins at an offset, without its end."""
        return self.text[start : self.end_of_line(start)]

    def end_of_line(self, offset: int) -> int:
        """Where the line ends that an offset is on."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def fault(self, message: str, hint: str, start: int, end: int, code: str = "S102") -> Fault:
        """A fault with a span inside the text: the parser may stop a line behind its end."""
        start = min(start, len(self.text))
        return Fault(code, message, hint, Span(start, max(start, min(end, len(self.text)))))

    def at(self, message: str, hint: str) -> Fault:
        """Mark the character where the parser stopped."""
        return self.fault(message, hint, self.offset, self.offset + 1)

    def since(self, message: str, hint: str) -> Fault:
        """Mark the line on which that begins which went wrong later."""
        return self.fault(message, hint, self.began, max(self.end_of_line(self.began), self.began + 1))
