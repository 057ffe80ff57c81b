"""One place where data breaks a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = ["Violation", "violation_of"]


class Violation(NamedTuple):
    """One place where data breaks a schema.

    Attributes:
        pointer: the value that is wrong.
        value: the value itself.
        keyword: the schema's keyword that it breaks: "type", "pattern", "format", "enum", …;
            "false" where nothing at all is allowed, "more" where there are more violations
            than are told, an empty string if it is not known.
        wanted: what that keyword asks for, such as "string" or a list of values. Of
            "required" it is the keys of which at least one is missing (for several, any would
            do), of "dependentRequired" the key that is there and the one that it needs, of
            "oneOf" the indices of the forms that fit, of "propertyNames" what is wrong with the key,
            of "additionalItems" how many items there may be, of "uniqueItems" the indices of two.
        schema: the part of the schema that the value was held against.
        meant: the key, or the value, that was probably meant; the explainer does not guess.
    """

    pointer: Pointer
    value: Any
    keyword: str
    wanted: Any
    schema: Any
    meant: str = ""


def violation_of(error: Any) -> Violation:
    """What python-jsonschema calls an error; its path is relative to what was judged."""
    pointer = tuple(error.path)
    if error.validator is None:
        return Violation(pointer, error.instance, "false", None, schema=False)
    return Violation(pointer, error.instance, str(error.validator), error.validator_value, error.schema)
