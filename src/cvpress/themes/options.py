"""Options of a theme: typed, with defaults and bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cvpress.errors import UsageError
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Option", "chosen_options"]

_COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Option:
    """One option.

    Attributes:
        kind: "choice" (one of `choices`) or "color" (#rgb or #rrggbb).
        default: its value unless the user says otherwise.
    """

    name: str
    kind: str
    default: str
    choices: tuple[str, ...] = ()
    description: str = ""

    @classmethod
    def read(cls, name: str, table: Mapping[str, Any]) -> Option:
        """Make an option of its table in theme.toml.

        Raises:
            KeyError, ValueError: the table lacks a key, or its default breaks its own bounds.
        """
        if table["type"] not in {"choice", "color"}:
            raise ValueError(f"option `{name}` is of an unknown type `{table['type']}`")
        option = cls(
            name,
            str(table["type"]),
            str(table["default"]),
            tuple(map(str, table.get("choices", ()))),
            str(table.get("description", "")),
        )
        if not option.takes(option.default):
            raise ValueError(f"the default of option `{name}` is out of its own bounds")
        return option

    def takes(self, value: str) -> bool:
        """Whether the option can have a value."""
        if self.kind == "choice":
            return value in self.choices
        return _COLOR.fullmatch(value) is not None

    @property
    def values(self) -> str:
        """What it takes, in words."""
        return " or ".join(self.choices) if self.kind == "choice" else "a colour such as #0b5394"


def chosen_options(options: Mapping[str, Option], settings: Mapping[str, str]) -> dict[str, str]:
    """The value of every option: what the user set, else the default.

    Raises:
        UsageError: there is no such option, or it does not take the value.
    """
    for name, value in settings.items():
        if name not in options:
            hint = suggestion(name, sorted(options), "options: ")
            raise UsageError(f"the theme has no option `{name}`", hint)
        if not options[name].takes(value.lower()):
            raise UsageError(f"option `{name}` does not take `{value}`", f"it takes {options[name].values}")
    return {name: settings.get(name, option.default).lower() for name, option in options.items()}
