"""What goes wrong with YAML's brackets, in plain words: some are not closed, some begin a text."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from yaml.error import YAMLError
from yaml.tokens import FlowMappingEndToken, FlowMappingStartToken, FlowSequenceEndToken, FlowSequenceStartToken

from cvpress.syntax.document import line_of, line_starts
from cvpress.syntax.yaml_parser import new_parser

if TYPE_CHECKING:
    from cvpress.syntax.document import Fault
    from cvpress.syntax.yaml_trouble import Trouble

__all__ = ["text_in_brackets", "unclosed", "unclosed_at_end"]

_BEFORE_BRACKET = re.compile(r"[ \t-]*+(?:[^\[{#]*?:[ \t]++)?(?=[\[{])")
_CLOSING = {"[": "]", "{": "}"}
_KINDS = {"[": "a list", "{": "a mapping"}


def text_in_brackets(trouble: Trouble) -> Fault | None:
    """A text that begins with brackets and goes on behind them, such as a link of Markdown."""
    found = _BEFORE_BRACKET.match(trouble.before)
    if not found or not trouble.before.rstrip().endswith(("]", "}")) or trouble.char in (",", "]", "}"):
        return None
    start = trouble.line_start + found.end()
    bracket = trouble.text[start]
    message = f"a text cannot begin with `{bracket}`, which begins {_KINDS[bracket]}"
    end = len(trouble.text[: trouble.end_of_line(start)].rstrip())
    return trouble.fault(message, 'put the text in quotes: `"…"`', start, end)


def unclosed(trouble: Trouble) -> Fault:
    """Brackets in which something stands without a comma before it."""
    if not trouble.text[trouble.offset :].strip() or _is_left_open(trouble):
        return _never_closed(trouble, trouble.began)
    bracket = trouble.text[trouble.began]
    line = line_of(line_starts(trouble.text), trouble.began)
    end = _end_of_content(trouble)
    if end <= trouble.began or trouble.text[end - 1] in ",:[{":
        message = f"expected `,` or `{_CLOSING[bracket]}`, for the `{bracket}` on line {line} is still open"
        return trouble.at(message, 'add the `,`, or put it in quotes if it is all one text: `"…"`')
    hint = f"add it, or `{_CLOSING[bracket]}` if the `{bracket}` on line {line} ends here"
    return trouble.fault("a comma is missing at the end of this line", hint, end, end)


def unclosed_at_end(trouble: Trouble) -> Fault | None:
    """Brackets that are open at the end of the text."""
    if trouble.text[trouble.offset :].strip():
        return None
    opened = _open_brackets(trouble.text)
    return _never_closed(trouble, opened[-1]) if opened else None


def _never_closed(trouble: Trouble, start: int) -> Fault:
    bracket = trouble.text[start]
    return trouble.fault(
        f"this `{bracket}` is never closed", f"add `{_CLOSING[bracket]}` where it ends", start, start + 1
    )


def _is_left_open(trouble: Trouble) -> bool:
    """Whether the lines go on as they do outside of the brackets: no further in than the line that opens them."""
    line = trouble.text.rfind("\n", 0, trouble.began) + 1
    if line == trouble.line_start or not trouble.text[line : trouble.began].strip():
        return False
    return _indentation(trouble.line(trouble.line_start)) <= _indentation(trouble.line(line))


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end_of_content(trouble: Trouble) -> int:
    """Where what stands above the line ends, without a comment."""
    start = trouble.line_above
    content = trouble.line(start).partition(" #")[0]
    return start + len(content.rstrip()) if start < trouble.line_start else start


def _open_brackets(text: str) -> list[int]:
    opened = []
    tokens: Any = new_parser(text)
    with suppress(YAMLError):
        while (token := tokens.get_token()) is not None:
            if isinstance(token, (FlowMappingStartToken, FlowSequenceStartToken)):
                opened.append(token.start_mark.index)
            elif isinstance(token, (FlowMappingEndToken, FlowSequenceEndToken)):
                del opened[-1:]
    return opened
