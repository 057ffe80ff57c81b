"""A JSON array that is written item by item."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["JsonArray"]


class JsonArray:
    """Writes objects, each on a line of its own.

    In ASCII, so that no terminal, code page or lone surrogate changes what is read back.
    """

    def __init__(self) -> None:
        self._before_next = "\n"

    def opening(self) -> str:
        """The opening bracket."""
        return "["

    def items(self, items: Iterable[Mapping[str, Any]]) -> str:
        """Some more items."""
        out = []
        for item in items:
            out.append(self._before_next + json.dumps(item))
            self._before_next = ",\n"
        return "".join(out)

    def closing(self) -> str:
        """The closing bracket."""
        return "\n]"
