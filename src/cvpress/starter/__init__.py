"""The profile that `cvpress new` writes, in each syntax."""

from __future__ import annotations

import os

__all__ = ["SYNTAXES", "starter_profile"]

SYNTAXES = ("yaml", "toml", "json")

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def starter_profile(syntax: str) -> str:
    """The text of the starter profile; the same data in each syntax, with comments where it has any."""
    with open(os.path.join(_FOLDER, f"profile.{syntax}"), encoding="utf-8") as file:
        return file.read()
