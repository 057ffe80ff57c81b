"""What the reports for people share: colours, the line of a finding, the sums of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Diagnostic
    from cvpress.reporters import Totals

__all__ = ["counted", "described", "headline", "one_line", "painted", "place", "place_in_file", "summary", "visible"]

_REPLACEMENT: Final = "\ufffd"
_DECEPTIVE: Final = (
    *(0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # change the direction of writing
    *(0x200B, 0x2060, 0xFEFF),  # take no room
    *(0x2028, 0x2029),  # break the line in some programs
)
"""What makes a text look like another one (Unicode Technical Standard 55, on source code)."""

_PICTURES: Final[Mapping[int, str]] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys((*range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), _REPLACEMENT),
    **{code: f"<U+{code:04X}>" for code in _DECEPTIVE},
}

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
    """The text with something to see for each character that would move the cursor, hide, deceive or not be written."""
    return text.translate(_PICTURES)


def one_line(text: str, limit: int = 300) -> str:
    """A message or a hint, which may quote any key, on one line that is not too long."""
    return visible(text if len(text) <= limit else f"{text[: limit - 1]}…")


def place(diagnostic: Diagnostic) -> str:
    """file:line:column; of a file that is no text, the file and the place on its pages."""
    if diagnostic.area is None:
        return f"{visible(diagnostic.file)}:{diagnostic.start.line}:{diagnostic.start.column}"
    return ": ".join(filter(None, [visible(diagnostic.file), place_in_file(diagnostic)]))


def place_in_file(diagnostic: Diagnostic) -> str:
    """Where in a file that is no text: "page 2 at 57, 340", in points from the upper left; empty for all of it."""
    page, box = diagnostic.area or (0, None)
    if page and box:
        return f"page {page} at {box[0]:.0f}, {box[1]:.0f}"
    if page:
        return f"page {page}"
    return f"line {diagnostic.start.line} of the text" if diagnostic.start.line else ""


def headline(diagnostic: Diagnostic, *, color: bool) -> str:
    """Where, how bad, which rule, whether --fix mends it, what."""
    where = painted(f"{place(diagnostic)}:", "place", color=color)
    severity = diagnostic.severity.value
    label = painted(f"{severity}[{diagnostic.code}]", severity, color=color)
    mark = "[*] " if diagnostic.fix and diagnostic.fix.is_safe else ""
    return f"{where} {label}: {mark}{one_line(diagnostic.message)}"


def described(diagnostic: Diagnostic) -> str:
    """The message, and the hint in brackets: in full, for programs; first the page, for which these have no field."""
    where = place_in_file(diagnostic) if diagnostic.area else ""
    message = f"{where}: {diagnostic.message}" if where else diagnostic.message
    return f"{message} ({diagnostic.hint})" if diagnostic.hint else message


def summary(totals: Totals, *, color: bool) -> str:
    """The last line of a report; nothing of a run that could read no file."""
    if not totals.files:
        return ""
    fixed = f"{counted(totals.fixed, 'finding')} mended; " if totals.fixed else ""
    return f"{fixed}{_verdict(totals, color=color)}{_remedy(totals)}\n"


def _verdict(totals: Totals, *, color: bool) -> str:
    files = counted(totals.files, "file")
    if not totals.errors and not totals.warnings:
        return f"{painted('ok', 'good', color=color)}: {files} {totals.praise[totals.files != 1]}"
    parts = []
    if totals.errors:
        parts.append(painted(counted(totals.errors, "error"), "error", color=color))
    if totals.warnings:
        parts.append(painted(counted(totals.warnings, "warning"), "warning", color=color))
    return f"{' and '.join(parts)} in {files}"


def _remedy(totals: Totals) -> str:
    if totals.fixable and totals.unsafe_fixable:
        return (
            f"; {totals.fixable:,} can be mended with --fix, {totals.unsafe_fixable:,} more with --fix --unsafe-fixes"
        )
    if totals.fixable:
        return f"; {totals.fixable:,} can be mended with --fix"
    if totals.unsafe_fixable:
        return f"; {totals.unsafe_fixable:,} can be mended with --fix --unsafe-fixes"
    return ""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it wants one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
