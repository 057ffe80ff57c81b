"""Which syntax a text without a telling file name is written in."""

from __future__ import annotations

import re

__all__ = ["sniff"]

_TOML_LINE = re.compile(
    r"""
    \[\[?[ \t]*[A-Za-z_][\w.-]*[ \t]*\]\]?[ \t]*(?:\#.*)?$  # [table], [[array of tables]]
    | (?:[\w.-]+|"[^"]*"|'[^']*')[ \t]*=                    # key =
    """,
    re.VERBOSE,
)


def sniff(text: str) -> str:
    """Guess "json", "toml" or "yaml" by the first line that is neither blank nor a comment."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    if _TOML_LINE.match(first):
        return "toml"
    return "json" if first.startswith(("{", "[", "//", "/*")) else "yaml"
