"""Comments → exceptions: `# cvpress: ignore[K102]` for a line, `# cvpress: ignore-file[C105]` for a file."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cvpress.errors import UsageError
from cvpress.policy.comments import comments_of, end_of
from cvpress.policy.line_ignores import WHOLE_FILE, LineIgnore, LineIgnores, Remark
from cvpress.policy.selection import prefix_of
from cvpress.syntax.document import Span
from cvpress.syntax.limits import FAULTS

if TYPE_CHECKING:
    from cvpress.syntax.document import Document

__all__ = ["read_comments"]

_INSTRUCTION: Final = re.compile(r"#[ \t]*+(?:(?P<right>cvpress:)|cvpress[: \t]++(?=(?i:ignore)\b))[ \t]*+")
"""Also what is nearly one, such as without its colon."""
_IGNORE: Final = re.compile(
    r"""
    (?P<kind>ignore(?:-file)?)[ \t]*+
    (?:\[(?P<rules>[^\]]*+)\](?=[\s#]|$)  # the reason may follow
    | (?=\#|$))
    """,
    re.VERBOSE,
)
_SELECTOR: Final = re.compile(r"[^\s,]++(?>(?:[ \t]++[^\s,]++)*)")
_CODE: Final = re.compile(r"\b[A-Za-z][0-9]{1,3}\b")
_TO_NEXT_LINE: Final = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_LOOKED_AT: Final = 80
"""Characters of a comment that is not understood, in which the codes that are meant are looked for."""


def read_comments(document: Document) -> LineIgnores:
    """Read the comments of a document; of a file with very many, not all."""
    reader = _Reader(document)
    for comment in comments_of(document):
        found = _INSTRUCTION.search(document.text, *comment)
        if found and reader.is_full:
            message = f"the file has more than {FAULTS:,} exceptions, and this and all after it are not read"
            reader.bad.append(Remark(comment, message, "ignore rules in the settings instead"))
            break
        if found:
            instruction = _trimmed(document.text, Span(found.start(), comment.end))
            reader.take(comment, instruction, found.end(), is_right=bool(found["right"]))
    return LineIgnores(document, reader.ignores, reader.bad)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.ignores: list[LineIgnore] = []
        self.bad: list[Remark] = []
        self._document = document
        self._text = document.text
        self._next = -1

    @property
    def is_full(self) -> bool:
        return len(self.ignores) + len(self.bad) >= FAULTS

    def take(self, comment: Span, instruction: Span, offset: int, *, is_right: bool) -> None:
        """Take a comment whose instruction for us begins at `offset`."""
        form = _IGNORE.match(self._text, offset, instruction.end) if is_right else None
        is_alone = self._is_alone(comment)
        if not form:
            self._refuse(instruction, offset)
        elif form["kind"] == "ignore":
            self._read(form, instruction, self._covered_line(comment) if is_alone else self._line(comment.start))
        elif is_alone:
            self._read(form, instruction, WHOLE_FILE)
        else:
            message = "an exception for the whole file stands at the end of a line"
            self.bad.append(Remark(instruction, message, "put it on a line of its own"))

    def _read(self, form: re.Match[str], instruction: Span, line: int) -> None:
        if form["rules"] is None:
            self.ignores.append(LineIgnore(line, "", "", instruction))
            return
        selectors = islice(_SELECTOR.finditer(self._text, *form.span("rules")), FAULTS)
        spans = [Span(*found.span()) for found in selectors]
        if not spans:
            hint = f"write `{form['kind']}[K102]` for one rule, or `{form['kind']}` for all"
            self.bad.append(Remark(instruction, "the exception names no rule", hint))
        for span in spans:
            self._select(line, span)

    def _select(self, line: int, span: Span) -> None:
        written = self._text[span.start : span.end]
        try:
            self.ignores.append(LineIgnore(line, prefix_of(written), written, span))
        except UsageError as error:
            self.bad.append(Remark(span, error.message, error.hint))

    def _refuse(self, instruction: Span, offset: int) -> None:
        meant = self._text[offset : min(instruction.end, offset + _LOOKED_AT)]
        codes = ", ".join(code.upper() for code in _CODE.findall(meant)) or "K102"
        kind = "ignore-file" if meant.lower().startswith("ignore-file") else "ignore"
        message = "this comment is not an exception that cvpress understands"
        self.bad.append(Remark(instruction, message, f"write `# cvpress: {kind}[{codes}]`"))

    def _is_alone(self, comment: Span) -> bool:
        start = self._text.rfind("\n", 0, comment.start) + 1
        return not self._text[start : comment.start].strip()

    def _covered_line(self, comment: Span) -> int:
        """The next line that is neither empty nor a comment; found once for many comments before it."""
        if comment.start >= self._next:
            self._next = end_of(_TO_NEXT_LINE, self._text, comment.start)
        return self._line(self._next)

    def _line(self, offset: int) -> int:
        return self._document.position(offset).line


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))
