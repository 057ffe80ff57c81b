"""What is private is taken out before anything else is made of a profile."""

from __future__ import annotations

from typing import Any, TypeVar

from cvpress.model.base import Entry, Model

__all__ = ["public_part"]

AnyModel = TypeVar("AnyModel", bound=Model)


def public_part(model: AnyModel) -> AnyModel:
    """A copy without private entries, at any depth, and without keys that the format does not know."""
    kept = {name: _public(getattr(model, name)) for name in type(model).model_fields}
    return type(model).model_construct(_fields_set=set(kept), **kept)


def _public(value: Any) -> Any:
    if isinstance(value, Model):
        return public_part(value)
    if isinstance(value, tuple):
        return tuple(_public(item) for item in value if not _is_private(item))
    return value


def _is_private(value: Any) -> bool:
    return isinstance(value, Entry) and value.visibility == "private"
