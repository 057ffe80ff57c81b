"""Judges plain data by a committed JSON Schema: quickly yes or no, and at leisure why not.

The verdict comes from a native validator in microseconds; python-jsonschema, which tells
what is wrong and where, is imported only for a document that fails.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import jsonschema_rs

from cvpress.resources import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer

__all__ = ["SchemaName", "Violation", "accepts", "load_schema", "schema_text", "violations"]

SchemaName = Literal["profile", "strict", "jsonresume"]


class Violation(NamedTuple):
    """One place where data breaks a schema.

    Attributes:
        pointer: the value that is wrong.
        value: the value itself.
        keyword: the schema's keyword that it breaks: "type", "pattern", "format", "enum", …
        wanted: what that keyword asks for, such as "string" or a list of values.
        schema: the part of the schema that the value was held against.
    """

    pointer: Pointer
    value: Any
    keyword: str
    wanted: Any
    schema: dict[str, Any]


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


def accepts(data: Any, name: SchemaName = "profile") -> bool:
    """Whether `data` is valid by a schema, formats included."""
    return _native_validator(name).is_valid(data)


def violations(data: Any, name: SchemaName = "profile") -> Iterator[Violation]:
    """All places where `data` breaks a schema, in no particular order."""
    for error in _explaining_validator(name).iter_errors(data):
        yield Violation(
            tuple(error.absolute_path),
            error.instance,
            str(error.validator),
            error.validator_value,
            error.schema,
        )


@cache
def _native_validator(name: SchemaName) -> jsonschema_rs.Draft7Validator:
    if name == "strict":
        return jsonschema_rs.Draft7Validator(load_schema(name))  # it has patterns in place of formats
    from cvpress.values.formats import FORMATS

    return jsonschema_rs.Draft7Validator(load_schema(name), validate_formats=True, formats=dict(FORMATS))


@cache
def _explaining_validator(name: SchemaName) -> Any:
    from jsonschema import Draft7Validator, FormatChecker
    from jsonschema.validators import extend

    from cvpress.values.formats import FORMATS

    checker = FormatChecker(formats=())
    for format_name, is_well_formed in FORMATS.items():
        checker.checks(format_name)(lambda value, test=is_well_formed: not isinstance(value, str) or test(value))
    validator = extend(Draft7Validator, {"pattern": _pattern})
    return validator(load_schema(name), format_checker=checker)


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[Any]:
    """The keyword `pattern` with ECMA 262's `$`: Python's also matches before a last line break."""
    import re

    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")
