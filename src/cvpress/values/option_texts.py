"""Options of a theme as text, wherever they were written: on the command line there is nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["written_options"]


def written_options(options: Mapping[str, Any]) -> dict[str, str]:
    """Options as the command line writes them: true, 10, 0.5; a list with commas; a table by its keys."""
    written: dict[str, str] = {}
    for key, value in options.items():
        if isinstance(value, dict):
            written.update({f"{key}.{name}": _written(text) for name, text in value.items()})
        else:
            written[key] = ",".join(map(_written, value)) if isinstance(value, list | tuple) else _written(value)
    return written


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
