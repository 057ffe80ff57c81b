"""Which other tool's format a file is written in, if it is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = ["ForeignFormat", "foreign_format_of"]


class ForeignFormat(NamedTuple):
    """A format of another tool.

    Attributes:
        name: the tool or the format.
        signs: places of values that no profile has; all of one row are in a file of it.
        hint: which keys correspond.
    """

    name: str
    signs: tuple[tuple[Pointer, ...], ...]
    hint: str


_FORMATS: Final = (
    ForeignFormat(
        "RenderCV",
        ((("cv", "sections"),), (("cv", "social_networks"),)),
        "name, email, phone and website of `cv` go under `basics`, social_networks is `basics.profiles`, "
        "and each of the `sections` is a key of its own: experience is `work`",
    ),
    ForeignFormat(
        "FRESH",
        ((("employment", "history"),), (("info", "brief"),)),
        "info, contact, location and social go under `basics`; the lists named history and sets become the sections "
        "themselves: employment is `work`, writing `publications`",
    ),
    ForeignFormat(
        "YAMLResume",
        ((("content", "basics"),), (("content", "work"),), (("content", "education"),)),
        "move what is under `content` to the top of the file, and `location` and `profiles` into `basics`",
    ),
    ForeignFormat(
        "Reactive Resume",
        ((("sections",), ("metadata",)),),
        "the `items` of each of the `sections` become a list of its own at the top of the file: experience is `work`; "
        "Reactive Resume itself can export JSON Resume",
    ),
    ForeignFormat(
        "Europass",
        ((("SkillsPassport",),), (("LearnerInfo",),)),
        "Identification becomes `basics`, WorkExperience `work`, Education `education`, "
        "and Skills `languages` and `skills`",
    ),
)


def foreign_format_of(data: Any) -> tuple[ForeignFormat, Pointer] | None:
    """The other format that a file is in, and where that is to be seen."""
    for other in _FORMATS:
        for row in other.signs:
            if all(_has(data, sign) for sign in row):
                return other, row[0]
    return None


def _has(data: Any, pointer: Pointer) -> bool:
    for step in pointer:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return isinstance(data, (dict, list, str))
