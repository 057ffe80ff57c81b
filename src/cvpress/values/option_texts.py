"""Options of a theme as text, wherever they were written: on the command line there is nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["WANTED", "misshapen_options", "written_options"]

WANTED: Final = "a text, a number, true, false, a list of them, or a table of them"
"""What an option may be written as."""


def written_options(options: Mapping[str, Any]) -> dict[str, str]:
    """Options as the command line writes them: true, 10, 0.5; a list with commas; a table by its keys.

    Raises:
        ValueError: one of them is no such value.
    """
    for key in misshapen_options(options):
        raise ValueError(f"option `{key}` is to be {WANTED}")
    written: dict[str, str] = {}
    for key, value in options.items():
        if isinstance(value, dict):
            written.update({f"{key}.{name}": _written(text) for name, text in value.items()})
        else:
            written[key] = ",".join(map(_written, value)) if isinstance(value, list | tuple) else _written(value)
    return written


def misshapen_options(options: Mapping[str, Any]) -> list[str]:
    """The options that are no texts, and no numbers, lists or tables that stand for texts."""
    return [key for key, value in options.items() if not all(map(_is_plain, _parts(value)))]


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else (value,)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | bool | int | float)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
