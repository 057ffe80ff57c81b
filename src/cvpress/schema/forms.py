"""Which of the forms of an `anyOf` or a `oneOf` was meant, where a value fits none of them.

One whose type is right and whose fixed values (a `kind` that says "circle") are there; of
those the one with the fewest faults. Where several are as near and differ in the same way,
such as in the key that is missing, that is told as one violation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.schema.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["meant_form"]

Form = tuple[Violation, ...]
"""What is wrong with a value by one form, with pointers relative to the value."""

_WRONG_TYPE, _WRONG_CHOICE, _OTHERWISE = 2, 1, 0
_CHOICES = {"const", "enum"}


def meant_form(keyword: str, value: Any, forms: Sequence[Form]) -> Form:
    """The violations to be told of a value that fits no form: those of the meant one, or one that speaks of all."""
    nearest = min(map(_distance, forms))
    candidates = [_telling(form) for form in forms if _distance(form) == nearest]
    fewest = min(map(len, candidates))
    candidates = [form for form in candidates if len(form) == fewest]
    if len(candidates) == 1:
        return candidates[0]
    united = _united([form[0] for form in candidates]) if fewest == 1 else None
    return (united or Violation((), value, keyword, tuple(forms), {}),)


def _distance(form: Form) -> int:
    if any(_is_about_type(violation) for violation in form):
        return _WRONG_TYPE
    return _WRONG_CHOICE if any(map(_is_about_choice, form)) else _OTHERWISE


def _telling(form: Form) -> Form:
    """Of a form of another type or kind only that it is of another; the rest follows from it."""
    for is_telling in (_is_about_type, _is_about_choice):
        for violation in form:
            if is_telling(violation):
                return (violation,)
    return form


def _is_about_type(violation: Violation) -> bool:
    return not violation.pointer and violation.keyword in {"type", "false"}


def _is_about_choice(violation: Violation) -> bool:
    """Whether the value itself is to be one of some, or one of its keys, that tells its kind; not an item."""
    is_near = len(violation.pointer) <= 1 and all(isinstance(step, str) for step in violation.pointer)
    return is_near and violation.keyword in _CHOICES


def _united(violations: Sequence[Violation]) -> Violation | None:
    """One violation that wants what any of some violations wants, if they are of one kind at one place."""
    first = violations[0]
    for kind in ({"type"}, _CHOICES, {"required"}):
        if all(other.keyword in kind and other.pointer == first.pointer for other in violations):
            wanted = [one for violation in violations for one in _wanted(violation)]
            distinct = [one for index, one in enumerate(wanted) if one not in wanted[:index]]
            keyword = "enum" if kind is _CHOICES else first.keyword
            return Violation(first.pointer, first.value, keyword, distinct, first.schema)
    return None


def _wanted(violation: Violation) -> list[Any]:
    is_single = violation.keyword == "const" or not isinstance(violation.wanted, list)
    return [violation.wanted] if is_single else violation.wanted
