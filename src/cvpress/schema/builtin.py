"""The committed schemas: the format's, its strict twin, JSON Resume's."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from cvpress.resources import data_folder
from cvpress.schema.schema import Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.schema.violation import Violation

__all__ = ["SchemaName", "accepts", "builtin_schema", "load_schema", "schema_text", "violations"]

SchemaName = Literal["profile", "strict", "jsonresume"]


def schema_text(name: SchemaName) -> str:
    """The text of a committed schema file."""
    path = os.path.join(data_folder("schema"), f"{name}.schema.json")
    with open(path, encoding="utf-8") as file:
        return file.read()


@cache
def load_schema(name: SchemaName) -> dict[str, Any]:
    """A committed schema as plain data."""
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


@cache
def builtin_schema(name: SchemaName) -> Schema:
    """A committed schema, ready to judge, formats included."""
    if name == "strict":
        return Schema(load_schema(name))  # it has patterns in place of formats
    from cvpress.values.formats import FORMATS

    return Schema(load_schema(name), formats=FORMATS)


def accepts(data: Any, name: SchemaName = "profile") -> bool:
    """Whether `data` is valid by a schema, formats included."""
    return builtin_schema(name).accepts(data)


def violations(data: Any, name: SchemaName = "profile") -> Iterator[Violation]:
    """All places where `data` breaks a schema, in no particular order."""
    return builtin_schema(name).violations(data)
