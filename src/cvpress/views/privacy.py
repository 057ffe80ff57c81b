"""What is private is taken out before anything else is made of a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.model.base import Entry, Model
from cvpress.model.walking import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cvpress.model.profile import Profile

__all__ = ["known_part", "public_part"]


def public_part(profile: Profile) -> Profile:
    """A copy without private entries, at any depth, and without keys that the format does not know."""
    return profile.model_construct(**_fields(profile, _is_public))


def known_part(profile: Profile) -> Profile:
    """A copy without keys that the format does not know; private entries stay, for the person's own eyes."""
    return profile.model_construct(**_fields(profile, _is_any))


def _fields(model: Model, stays: Callable[[Any], bool]) -> dict[str, Any]:
    return {name: _part(value, stays) for name, value in fields_of(model)}


def _part(value: Any, stays: Callable[[Any], bool]) -> Any:
    if isinstance(value, Model):
        return type(value).model_construct(**_fields(value, stays))
    if isinstance(value, tuple):
        return tuple(_part(item, stays) for item in value if stays(item))
    return value


def _is_public(value: Any) -> bool:
    return not (isinstance(value, Entry) and value.visibility == "private")


def _is_any(_value: Any) -> bool:
    return True
