"""The settings of a run, as frozen data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Document

__all__ = ["DEFAULT", "PointerIgnore", "RuleChoice", "Settings"]


class RuleChoice(NamedTuple):
    """What one place, a file or a command line, says about rules: prefixes of their codes.

    Attributes:
        select: the rules that count, and no others; empty if the place does not say.
        ignore: rules that do not count.
        error: rules whose findings are errors.
        warn: rules whose findings are warnings.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    error: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()


class PointerIgnore(NamedTuple):
    """An exception for a value and all inside it.

    Attributes:
        file: a glob pattern of paths, relative to the settings file; empty for every file.
        steps: the way to the value; "*" is any key or index.
        prefix: the rules that do not count there: the prefix of their codes.
        written: what the user wrote for them.
        place: where that stands in the settings file.
    """

    file: str
    steps: tuple[str, ...]
    prefix: str
    written: str
    place: Pointer


class Settings(NamedTuple):
    """The settings of a run.

    Attributes:
        choices: what is said about rules; a later one beats those before it.
        pointer_ignores: the exceptions for single values.
        strict: whether warnings fail a run.
        format: how findings are written; empty if the settings do not say.
        theme: the theme of documents, unless something else is asked for; empty if the settings do not say.
        options: options of that theme, as the command line writes them.
        document: the file that they come from; None if there is none.
        table: where they stand in it.
    """

    choices: tuple[RuleChoice, ...] = ()
    pointer_ignores: tuple[PointerIgnore, ...] = ()
    strict: bool = False
    format: str = ""
    theme: str = ""
    options: tuple[tuple[str, str], ...] = ()
    document: Document | None = None
    table: Pointer = ()

    @property
    def source(self) -> str:
        """The path of the settings file; empty if there is none."""
        return self.document.name if self.document else ""


DEFAULT = Settings()
"""All rules, with their own severities."""
