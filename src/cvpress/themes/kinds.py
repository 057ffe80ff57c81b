"""The types of a theme's options: what each takes, and what the style sheets get of it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from cvpress.values.colors import BLACK, WHITE, better_read, color, color_text, is_color, readable
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Choice", "Kind", "Texts", "read_kind"]

_POINTS: Final[Mapping[str, float]] = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0}
_LENGTH: Final = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)(mm|cm|in|pt)")
_NUMBER: Final = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,4})?")
_MOST_CHARACTERS: Final = 200
_MOST_LENGTHS: Final = 4
_SWITCHES: Final[Mapping[str, str]] = {"true": "on", "false": "off"}

_LIGHT_PAPER: Final = color("#eceff2")
_DARK_PAPER: Final = color("#262b31")
"""The least favourable grounds of a page: its tints. What is read on them is read on the page."""

_READ_AT_LENGTH: Final = 7.0
"""Contrast of running text: level AAA of WCAG 2.2, success criterion 1.4.6."""


class Kind(ABC):
    """A type of options.

    Attributes:
        may_be_empty: whether an option without a value leaves the matter to the look.
    """

    may_be_empty: ClassVar[bool] = True

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:  # noqa: ARG003  # types with bounds read them
        """Make it of the table of an option in theme.toml, with its bounds if it has any."""
        return cls()

    @property
    @abstractmethod
    def words(self) -> str:
        """What it takes, for people."""

    @abstractmethod
    def takes(self, value: str) -> bool:
        """Whether an option can have a value, which is not empty."""

    def folded(self, written: str) -> str:
        """What somebody wrote in the one form that it is compared and kept in."""
        return " ".join(written.lower().split())

    def style(self, value: str) -> str:
        """What the style sheets get; empty for nothing."""
        return value

    def derived(self, name: str, value: str) -> Mapping[str, str]:
        """What styles and templates get besides the value of the option of that name."""
        return {}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of some words, each with what it stands for in the style sheets."""

    values: tuple[tuple[str, str], ...]
    may_be_empty: ClassVar[bool] = False

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """Of `choices`: a list of words, or a table of words and what they stand for."""
        choices = table["choices"]
        if not isinstance(choices, dict):
            choices = dict(zip(choices, choices, strict=True))
        return cls(tuple((_written(word), _written(value)) for word, value in choices.items()))

    @property
    def words(self) -> str:
        """The words."""
        return " or ".join(word for word, _ in self.values)

    def takes(self, value: str) -> bool:
        """Whether it is one of the words."""
        return value in dict(self.values)

    def folded(self, written: str) -> str:
        """In small letters; `true` and `false` are on and off, as YAML and TOML tempt one to write them."""
        word = written.strip().lower()
        return word if self.takes(word) else _SWITCHES.get(word, word)

    def style(self, value: str) -> str:
        """What the word stands for."""
        return dict(self.values)[value]


@dataclass(frozen=True, slots=True)
class Color(Kind):
    """A colour as #rgb or #rrggbb. Whatever it is, text in the colours derived from it can be read."""

    may_be_empty: ClassVar[bool] = False

    @property
    def words(self) -> str:
        """An example."""
        return "a colour such as #0b5394"

    def takes(self, value: str) -> bool:
        """Whether it is a colour."""
        return is_color(value)

    def derived(self, name: str, value: str) -> Mapping[str, str]:
        """The colour as text on a light page (`NAME-text`), on a dark one (`NAME-dark`), and text on it (`on-NAME`)."""
        chosen = color(value)
        derived = {
            f"{name}-text": readable(chosen, _LIGHT_PAPER, _READ_AT_LENGTH),
            f"{name}-dark": readable(chosen, _DARK_PAPER, _READ_AT_LENGTH),
            f"on-{name}": better_read(chosen, WHITE, BLACK),
        }
        return {key: color_text(made) for key, made in derived.items()}


@dataclass(frozen=True, slots=True)
class Length(Kind):
    """A length on paper, or several: 18mm, "18mm 22mm". Bounds are lengths too."""

    minimum: str
    maximum: str
    most: int = 1

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """Of `minimum`, `maximum` and, where it takes several, `most`."""
        kind = cls(str(table["minimum"]), str(table["maximum"]), int(table.get("most", 1)))
        if not 0 <= _points(kind.minimum) <= _points(kind.maximum):
            raise ValueError("the bounds of a length are lengths such as 10mm, the smaller one first")
        if not 1 <= kind.most <= _MOST_LENGTHS:
            raise ValueError(f"`most` is a number from 1 to {_MOST_LENGTHS}")
        return kind

    @property
    def words(self) -> str:
        """The bounds."""
        several = f", or {self.most} of them with blanks between" if self.most > 1 else ""
        return f"a length from {self.minimum} to {self.maximum}{several}"

    def takes(self, value: str) -> bool:
        """Whether it is as many lengths as there may be, within the bounds."""
        parts = value.split()
        least, greatest = _points(self.minimum), _points(self.maximum)
        return len(parts) <= self.most and all(least <= _points(part) <= greatest for part in parts)


def _points(length: str) -> float:
    """A length in points; negative if it is none."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else -1.0


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number within bounds."""

    minimum: float
    maximum: float

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """Of `minimum` and `maximum`."""
        kind = cls(float(table["minimum"]), float(table["maximum"]))
        if not kind.minimum <= kind.maximum:
            raise ValueError("the bounds of a number are numbers, the smaller one first")
        return kind

    @property
    def words(self) -> str:
        """The bounds."""
        return f"a number from {self.minimum:g} to {self.maximum:g}"

    def takes(self, value: str) -> bool:
        """Whether it is a number within the bounds."""
        return _NUMBER.fullmatch(value) is not None and self.minimum <= float(value) <= self.maximum


@dataclass(frozen=True, slots=True)
class Names(Kind):
    """Names in their order, with commas between them: of sections, say. Templates and views read them."""

    @property
    def words(self) -> str:
        """In words."""
        return "names with commas between them"

    def takes(self, value: str) -> bool:
        """Whether every name has something in it."""
        return len(value) <= _MOST_CHARACTERS and all(name.strip() for name in value.split(","))

    def folded(self, written: str) -> str:
        """As it is written: capitals tell names apart."""
        return written.strip()

    def style(self, value: str) -> str:
        """Nothing: it is no value of styles."""
        return ""


@dataclass(frozen=True, slots=True)
class Texts(Kind):
    """Texts by name, each set by itself: `titles.work`. Views read them."""

    @property
    def words(self) -> str:
        """In words."""
        return "a text for each name"

    def takes(self, value: str) -> bool:
        """Whether the text is not too long."""
        return len(value) <= _MOST_CHARACTERS

    def folded(self, written: str) -> str:
        """As it is written."""
        return written.strip()

    def style(self, value: str) -> str:
        """Nothing: it is no value of styles."""
        return ""


_KEYS: Final = ("type", "default", "description")
_KINDS: Final[Mapping[str, tuple[Callable[[Mapping[str, Any]], Kind], tuple[str, ...]]]] = {
    "choice": (Choice.read, ("choices",)),
    "color": (Color.read, ()),
    "length": (Length.read, ("minimum", "maximum", "most")),
    "number": (Number.read, ("minimum", "maximum")),
    "names": (Names.read, ()),
    "texts": (Texts.read, ()),
}
"""How each is made of its table, and the keys of that beside those of every option."""


def read_kind(table: Mapping[str, Any]) -> Kind:
    """The type of an option by its table in theme.toml.

    Raises:
        KeyError, TypeError, ValueError: the table lacks a key, names a type that there is not, or has
            bounds that are none.
    """
    name = table["type"]
    if name not in _KINDS:
        raise ValueError(f"there is no type `{name}`; types: {', '.join(_KINDS)}")
    read, keys = _KINDS[name]
    known = (*keys, *_KEYS)
    unknown = next((key for key in table if key not in known), "")
    if unknown:
        raise ValueError(f"unknown key `{unknown}`; {suggestion(unknown, known, 'keys: ')}")
    return read(table)


def _written(value: Any) -> str:
    """A word or a value of a choice; what TOML calls true is written so."""
    return str(value).lower() if isinstance(value, bool) else str(value)
