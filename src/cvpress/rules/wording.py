"""Family C, how a text is written: empty, with white space too many, too long. Checks take a node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, Severity, remove, replace
from cvpress.rules.hollow import is_blank, is_hollow, without_contents
from cvpress.rules.rule import rule
from cvpress.rules.words import LONGEST_HIGHLIGHT, MAY_BE_EMPTY, quoted, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.rules.walk import Node

__all__ = ["empty", "overlong_highlight", "surplus_space"]

_NAME = ("basics", "name")
_FILE_KEYS = {"image", "bibliography"}
_RUN = re.compile(r"(?<=[^ \t\r\n])(?: *\t[ \t]*|  +(?![ \t]|\r?\n[ \t]*[^ \t\r\n]))")
"""More than one blank between words, or a tab.

What a line begins with is its indentation, and blanks that end one are Markdown's hard line break.
"""

_END = re.compile(r"(?<=[^ \t\r\n])[ \t]+(?=\n*\Z)")

_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")


@rule("C105", "empty", Severity.WARNING, fixes="safe")
def empty(node: Node) -> Iterator[Finding]:
    """A text, a list or a group of keys is empty.

    It says nothing and no output shows it. What is not known, or does not apply, is left
    out: an empty place in a file looks like something forgotten. What `meta` and the options
    of a theme hold is not looked at: it is the tools' own.

    Example: `summary: ""`, `highlights: []`, `location: {}`

    Use instead: none of these keys
    """
    if node.is_free or node.pointer in {(), _NAME}:
        return
    if is_hollow(node.pointer, node.value):
        yield without_contents(node.pointer)
    elif is_blank(node.value):
        what = "holds only white space" if node.value else "is empty"
        yield Finding(node.pointer, f"{subject(node.pointer)} {what}", "leave it out", fix=remove())
    elif node.value == [] or (node.value == {} and node.kind not in MAY_BE_EMPTY):
        yield Finding(node.pointer, f"{subject(node.pointer)} is empty", "leave it out", fix=remove())


@rule("C106", "surplus-space", Severity.WARNING, fixes="safe")
def surplus_space(node: Node) -> Iterator[Finding]:
    """A text has white space that no output shows.

    A blank at its start or its end, two blanks in a row or a tab are left over from copying
    or from breaking lines by hand. Line breaks, the indentation of further lines and no-break
    spaces are meant, and stay; so do two blanks before a line break, Markdown's sign for one
    that every output keeps.

    Example: `position: "Senior  engineer "`

    Use instead: `position: "Senior engineer"`
    """
    text = node.value
    if node.is_free or not isinstance(text, str) or not text.strip() or node.pointer[-1] in _FILE_KEYS:
        return
    mended = _without_surplus(text)
    if mended != text:
        message = f"surplus white space {_place_of_surplus(text)}"
        yield Finding(node.pointer, message, "one blank between words, none around them", fix=replace(mended))


def _without_surplus(text: str) -> str:
    return _END.sub("", _RUN.sub(" ", text.lstrip(" \t")))


def _place_of_surplus(text: str) -> str:
    if text[0] in " \t":
        return "at the start of the text"
    run = _RUN.search(text.rstrip())
    before = text[: run.start()].split() if run else []
    if before:
        return f"after {quoted(before[-1])}"
    return "near the start of the text" if run else "at the end of the text"


@rule("C108", "overlong-highlight", Severity.WARNING)
def overlong_highlight(node: Node) -> Iterator[Finding]:
    """A highlight is longer than four lines of a page or so.

    A reader spends seconds on a CV and skips what looks like a paragraph. More than 350
    characters are two highlights, or a `summary`. The target of a link does not count.

    Example: a highlight of 500 characters

    Use instead: what was done and what came of it, in a sentence or two
    """
    if node.kind != "Highlight" or not isinstance(node.value, str) or len(node.value) <= LONGEST_HIGHLIGHT:
        return
    length = len(" ".join(_LINK_TARGET.sub("]", node.value).split()))
    if length > LONGEST_HIGHLIGHT:
        message = f"a highlight of {length} characters"
        yield Finding(node.pointer, message, f"make two of it, or shorten it to {LONGEST_HIGHLIGHT}")
