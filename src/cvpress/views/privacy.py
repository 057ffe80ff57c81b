"""What is private is taken out before anything else is made of a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.model.base import Entry, Model

if TYPE_CHECKING:
    from cvpress.model.profile import Profile

__all__ = ["public_part"]


def public_part(profile: Profile) -> Profile:
    """A copy without private entries, at any depth, and without keys that the format does not know."""
    return profile.model_construct(**_public_fields(profile))


def _public_fields(model: Model) -> dict[str, Any]:
    return {name: _public(getattr(model, name)) for name in type(model).model_fields}


def _public(value: Any) -> Any:
    if isinstance(value, Model):
        return type(value).model_construct(**_public_fields(value))
    if isinstance(value, tuple):
        return tuple(_public(item) for item in value if not _is_private(item))
    return value


def _is_private(value: Any) -> bool:
    return isinstance(value, Entry) and value.visibility == "private"
