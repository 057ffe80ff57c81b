"""The tables `[[build]]` of a settings file → recipes: what is to be made of which profiles."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import UsageError
from cvpress.policy.config_file import invalid_settings
from cvpress.policy.table_reader import TableReader, hint_for
from cvpress.rules.exceptions import BAD_SETTING
from cvpress.values.outputs import FORMATS
from cvpress.views.request import REDACTABLE, Redaction, Request, Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.policy.settings import Settings

__all__ = ["Recipe", "read_recipes"]

_BUILD: Final = "build"


class Recipe(NamedTuple):
    """Every combination of these is made.

    Attributes:
        profiles: files, folders or glob patterns, relative to the settings file's folder.
        documents: "cv", "letter", …, or "all".
        variants: names of variants; "" is the whole profile.
        locales: BCP 47 tags; "" is the profile's own language.
        formats: "html", "pdf".
        theme: a theme's name; "" is the variant's, or the default one.
        options: options of the theme.
        output: the folder for what is made, relative to the settings file's.
        request: what all that is made has in common: tags, pages, whether it is blind, …
        is_merged: whether the PDFs of all documents are one.
    """

    profiles: tuple[str, ...]
    documents: tuple[str, ...] = ("cv",)
    variants: tuple[str, ...] = ("",)
    locales: tuple[str, ...] = ("",)
    formats: tuple[str, ...] = FORMATS
    theme: str = ""
    options: tuple[tuple[str, str], ...] = ()
    output: str = "build"
    request: Request = Request()
    is_merged: bool = False


def read_recipes(settings: Settings) -> tuple[Recipe, ...]:
    """The recipes in a settings file.

    Raises:
        InvalidSettings: they have errors.
        UsageError: there is no settings file, or it has no recipe.
    """
    document = settings.document
    data: Any = document.data if document else None
    for key in settings.table:
        data = (data or {}).get(key)
    tables = (data or {}).get(_BUILD)
    if document is None or not tables:
        where = settings.source or "cvpress.toml"
        raise UsageError(f"{where} does not say what to build", 'write a table [[build]] with `profile = "me.yaml"`')
    reader = _Reader()
    recipes = reader.recipes(tables, (*settings.table, _BUILD))
    if reader.findings:
        raise invalid_settings(document, (BAD_SETTING.report(document, finding) for finding in reader.findings))
    return recipes


class _Reader(TableReader):
    """Makes recipes of plain data."""

    _KEYS: Final = (
        *("profile", "documents", "variants", "locales", "formats", "theme", "options", "output"),
        *("letter", "tags", "without", "fit", "private", "redact", "redact-also", "merge", "source"),
    )

    def recipes(self, tables: Any, place: Pointer) -> tuple[Recipe, ...]:
        """All recipes. One table may stand for a list of one."""
        if isinstance(tables, dict):
            return (self._recipe(tables, place),)
        listed = self.typed(tables, place, list, "a list of tables")
        return tuple(self._recipe(table, (*place, index)) for index, table in enumerate(listed))

    def _recipe(self, value: Any, place: Pointer) -> Recipe:
        table = self.typed(value, place, dict, "a table")
        self.refuse_unknown(table, place, self._KEYS)
        if not table.get("profile") and isinstance(value, dict):
            self.wrong(place, "it does not say of which profile", 'write `profile = "me.yaml"`', at_key=True)
        return Recipe(
            profiles=self._list(table, "profile", place),
            documents=self._list(table, "documents", place) or ("cv",),
            variants=self._list(table, "variants", place) or ("",),
            locales=self._list(table, "locales", place) or ("",),
            formats=self._chosen(table, "formats", place, FORMATS) or FORMATS,
            theme=self._text(table, "theme", place),
            options=self._options(table, place),
            output=self._output(table, place),
            request=Request(
                letter=self._text(table, "letter", place),
                with_private=self._flag(table, "private", place),
                selection=Selection(
                    include=self._list(table, "tags", place), exclude=self._list(table, "without", place)
                ),
                redaction=self._redaction(table, place),
                fit=self._fit(table, place),
                has_source=self._flag(table, "source", place, default=True),
            ),
            is_merged=self._flag(table, "merge", place),
        )

    def _redaction(self, table: Mapping[str, Any], place: Pointer) -> Redaction | None:
        also = self._chosen(table, "redact-also", place, REDACTABLE)
        return Redaction.of(
            is_wanted=self._flag(table, "redact", place), also=[name for name in also if name in REDACTABLE]
        )

    def _fit(self, table: Mapping[str, Any], place: Pointer) -> int:
        pages = self.typed(table.get("fit", 1), (*place, "fit"), int, "a number of pages")
        if pages < 1:
            self.wrong((*place, "fit"), "a document has at least one page", "write how many it may have: `fit = 1`")
        return pages if "fit" in table else 0

    def _flag(self, table: Mapping[str, Any], key: str, place: Pointer, *, default: bool = False) -> bool:
        return self.typed(table.get(key, default), (*place, key), bool, "true or false")

    def _list(self, table: Mapping[str, Any], key: str, place: Pointer) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.texts(table.get(key, []), (*place, key))))

    def _chosen(self, table: Mapping[str, Any], key: str, place: Pointer, known: Collection[str]) -> tuple[str, ...]:
        names = self._list(table, key, place)
        for index, name in enumerate(names):
            if name not in known:
                at = (*place, key) if isinstance(table[key], str) else (*place, key, index)
                self.wrong(at, f"there is no `{name}`", hint_for(name, known, "there are"))
        return names

    def _text(self, table: Mapping[str, Any], key: str, place: Pointer) -> str:
        return self.typed(table.get(key, ""), (*place, key), str, "a text")

    def _options(self, table: Mapping[str, Any], place: Pointer) -> tuple[tuple[str, str], ...]:
        here = (*place, "options")
        return self.options(self.typed(table.get("options", {}), here, dict, "a table"), here)

    def _output(self, table: Mapping[str, Any], place: Pointer) -> str:
        """A folder inside that of the settings file: what a stranger's project builds must not lie elsewhere."""
        folder = self._text(table, "output", place) or "build"
        if os.path.isabs(folder) or os.path.normpath(folder).split(os.sep)[0] == os.pardir:
            self.wrong((*place, "output"), "the output lies outside the project", "name a folder beside this file")
        return folder
