"""JSON, YAML and TOML: bytes → `Document`, with a fault and a position for all that is wrong."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from cvpress.syntax.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.syntax.document import Document

__all__ = ["SYNTAXES", "read", "syntax_of"]

SYNTAXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml"}
"""The syntax that a file name's ending (in lower case) stands for."""


def read(source: bytes, name: str, syntax: str | None = None, *, plain: bool = False) -> Document:
    """Read a profile file, or any data; what is wrong with it is in the document's `faults`.

    Args:
        source: what stands in the file.
        name: what the user calls it; its ending says the syntax if it is a known one.
        syntax: "json", "yaml" or "toml"; by default by the name, else by the text.
        plain: take any data that the syntax can write, not only what a profile may hold. What
            other programs read in other ways, such as a duplicate key, is a warning then.

    Raises:
        ValueError: if `syntax` is none of the three.
    """
    text, fault = decode(source)
    if fault:
        from cvpress.syntax.faults import broken

        return broken(name, text, fault)
    syntax = syntax or syntax_of(name) or _sniff(text)
    if syntax not in SYNTAXES.values():
        message = f"unknown syntax {syntax!r}"
        raise ValueError(message)
    document = _reader(syntax)(text, name, plain=plain)
    document.syntax = syntax
    return document


@cache
def _reader(syntax: str) -> Callable[..., Document]:
    """What reads a syntax; imported when there is such a file."""
    reader: Callable[..., Document] = import_module(f"cvpress.syntax.{syntax}").read
    return reader


def syntax_of(name: str) -> str | None:
    """The syntax that a file's name stands for, None if its ending says nothing."""
    ending = name[name.rfind(".") :] if "." in name else ""
    return SYNTAXES.get(ending.lower())


def _sniff(text: str) -> str:
    from cvpress.syntax.sniff import sniff

    return sniff(text)
