"""Options of a theme: typed, with defaults and bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cvpress.errors import UsageError
from cvpress.themes.kinds import Choice, Texts, read_kind
from cvpress.values.option_texts import written_options
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.themes.kinds import Kind

__all__ = ["Option", "chosen_options", "custom_properties", "page_classes", "photo_aspect", "template_values"]


_RATIO: Final = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")
_MOST_NARROW: Final = 0.25
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Option:
    """One option.

    Attributes:
        kind: what it takes.
        default: its value unless the user says otherwise; empty to leave it to the look.
    """

    name: str
    kind: Kind
    default: str
    description: str = ""

    @classmethod
    def read(cls, name: str, table: Mapping[str, Any]) -> Option:
        """Make an option of its table in theme.toml.

        Raises:
            TypeError, ValueError: the table lacks a key, is of no known type, or its default breaks
                its own bounds.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"an option cannot be called `{name}`; write small letters, digits and hyphens")
        try:
            kind = read_kind(table)
        except KeyError as error:
            raise ValueError(f"option `{name}` has no `{error.args[0]}`") from error
        except ValueError as error:
            raise ValueError(f"option `{name}`: {error}") from error
        default = kind.folded("".join(written_options({name: table.get("default", "")}).values()))
        if default and isinstance(kind, Texts):
            raise ValueError(f"the texts of option `{name}` begin in [defaults]")
        option = cls(name, kind, default, str(table.get("description", "")))
        if not option.takes(option.default):
            raise ValueError(f"the default of option `{name}` is out of its own bounds")
        return option

    def takes(self, value: str) -> bool:
        """Whether the option can have a value."""
        return self.kind.takes(value) if value else self.kind.may_be_empty


def chosen_options(options: Mapping[str, Option], settings: Mapping[str, str]) -> dict[str, str]:
    """The value of every option: what the user set, else the default.

    Texts by name, such as `titles.work`, stand in it by their own keys.

    Raises:
        UsageError: there is no such option, or it does not take the value.
    """
    values = {name: option.default for name, option in options.items()}
    for key, value in settings.items():
        values[key] = _taken(_option(options, key), key, value)
    return values


def _option(options: Mapping[str, Option], key: str) -> Option:
    name, dot, _ = key.partition(".")
    option = options.get(name)
    if option is None:
        raise UsageError(f"the theme has no option `{name}`", suggestion(name, sorted(options), "options: "))
    if bool(dot) != isinstance(option.kind, Texts):
        way = f"write `{name}.NAME`" if not dot else f"write `{name}`"
        raise UsageError(f"the theme has no option `{key}`", f"{way}; it takes {option.kind.words}")
    return option


def _taken(option: Option, key: str, value: str) -> str:
    folded = option.kind.folded(value)
    if not option.takes(folded):
        raise UsageError(f"option `{key}` does not take `{value[:60]}`", f"it takes {option.kind.words}")
    return folded


def template_values(options: Mapping[str, Option], values: Mapping[str, str]) -> dict[str, str]:
    """What templates see as `theme`: the values, and what is derived from them."""
    seen = dict(values)
    for name, option in options.items():
        seen.update(option.kind.derived(name, values[name]) if values[name] else {})
    return seen


def custom_properties(options: Mapping[str, Option], values: Mapping[str, str]) -> dict[str, str]:
    """What style sheets see as `var(--NAME)`: what has a value there, and what is derived from it."""
    properties: dict[str, str] = {}
    for name, option in options.items():
        style = option.kind.style(values[name]) if values[name] else ""
        properties.update({name: style, **option.kind.derived(name, values[name])} if style else {})
    return properties


def photo_aspect(options: Mapping[str, Option], values: Mapping[str, str]) -> float:
    """The width of the photo by its height, as the theme's option `photo` says by "4/5"; 0 if it says nothing."""
    option = options.get("photo")
    found = _RATIO.fullmatch(option.kind.style(values["photo"])) if option and values["photo"] else None
    return min(max(int(found[1]) / int(found[2]), _MOST_NARROW), 1 / _MOST_NARROW) if found else 0.0


def page_classes(options: Mapping[str, Option], values: Mapping[str, str]) -> str:
    """The choices as classes of the page, for styles to select by: "page-a4 icons-off"."""
    chosen = (name for name, option in options.items() if isinstance(option.kind, Choice))
    return " ".join(f"{name}-{values[name]}" for name in chosen)
