"""What the reports for people share: colours, the line of a finding, the sums of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Totals

__all__ = ["headline", "one_line", "painted", "summary", "visible"]

_CONTROLS: Final = {code: chr(0x2400 + code) for code in range(0x20)} | dict.fromkeys(range(0x7F, 0xA0), "\ufffd")

_CODES: Final[Mapping[str, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "place": "1",
    "frame": "34",
    "good": "1;32",
}


def painted(text: str, style: str, *, color: bool) -> str:
    """The text in a colour (ECMA-48 SGR), if there are colours."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if color and text else text


def visible(text: str) -> str:
    """The text with pictures of control characters, which would move the cursor or worse."""
    return text.translate(_CONTROLS)


def one_line(text: str, limit: int = 300) -> str:
    """A message or a hint, which may quote any key, on one line that is not too long."""
    return visible(text if len(text) <= limit else f"{text[: limit - 1]}…")


def headline(diagnostic: Diagnostic, *, color: bool) -> str:
    """Where, how bad, which rule, what."""
    place = f"{visible(diagnostic.file)}:{diagnostic.start.line}:{diagnostic.start.column}:"
    severity = diagnostic.severity.value
    label = painted(f"{severity}[{diagnostic.code}]", severity, color=color)
    return f"{painted(place, 'place', color=color)} {label}: {one_line(diagnostic.message)}"


def summary(totals: Totals, *, color: bool) -> str:
    """The last line of a report; nothing of a run that could read no file."""
    if not totals.files:
        return ""
    files = _counted(totals.files, "file")
    if not totals.errors and not totals.warnings:
        verb = "is" if totals.files == 1 else "are"
        return f"{painted('ok', 'good', color=color)}: {files} {verb} valid\n"
    parts = []
    if totals.errors:
        parts.append(painted(_counted(totals.errors, "error"), "error", color=color))
    if totals.warnings:
        parts.append(painted(_counted(totals.warnings, "warning"), "warning", color=color))
    return f"{' and '.join(parts)} in {files}\n"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
