"""Which syntax a text without a telling file name is written in."""

from __future__ import annotations

import re

__all__ = ["sniff"]

_TOML_LINE = re.compile(
    r"""
    \[\[?[ \t]*[A-Za-z_][\w.-]*[ \t]*\]\]?[ \t]*(?:\#.*)?$  # [table], [[array of tables]]
    | (?:[\w-]+|"[^"]*"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"]*"|'[^']*'))*[ \t]*=  # key =, dotted.key =
    """,
    re.VERBOSE,
)


def sniff(text: str) -> str:
    """Guess "json", "toml" or "yaml" by the first line that is neither blank nor a comment."""
    lines = (line.strip(" \t\r") for line in text.split("\n"))  # as the syntaxes do, and not at U+0085
    first = next((line for line in lines if line and not line.startswith("#")), "")
    if _TOML_LINE.match(first):
        return "toml"
    return "json" if first.startswith(("{", "[", "//", "/*")) else "yaml"
