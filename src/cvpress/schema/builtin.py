"""The committed schemas: the format's, its strict twin, JSON Resume's."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import jsonschema_rs

from cvpress.resources import data_folder
from cvpress.schema.schema import Schema

if TYPE_CHECKING:
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
    import json

    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


@cache
def builtin_schema(name: Literal["profile", "jsonresume"]) -> Schema:
    """A committed schema, ready to judge and to tell what is wrong, formats included."""
    from cvpress.values.formats import FORMATS

    return Schema(load_schema(name), formats=FORMATS)


def accepts(data: Any, name: SchemaName = "profile") -> bool:
    """Whether `data` is valid by a schema, formats included."""
    return _strict().is_valid(data) if name == "strict" else builtin_schema(name).accepts(data)


def violations(data: Any) -> tuple[Violation, ...]:
    """All places where `data` breaks the format's schema, in no particular order."""
    return builtin_schema("profile").violations(data)


@cache
def _strict() -> jsonschema_rs.Draft7Validator:
    """The only schema that most runs need: made from its text, which Python then need not read.

    It has patterns in place of formats.
    """
    return jsonschema_rs.Draft7Validator(schema_text("strict"))
