"""Which letter of a profile is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.errors import UsageError
from cvpress.values.suggestions import suggestion

if TYPE_CHECKING:
    from cvpress.model.letters import Letter
    from cvpress.model.profile import Profile

__all__ = ["ChosenLetter", "chosen_letter", "public_letters"]

_LISTED = 10
"""How many letters a hint lists."""


class ChosenLetter(NamedTuple):
    """A letter: where it stands in the profile, from 0, and what it is asked for by."""

    position: int
    name: str


def public_letters(profile: Profile) -> tuple[ChosenLetter, ...]:
    """The letters that may be shown.

    One is asked for by its id, or its number (from 1) where it has none or shares it with one before.
    """
    taken: set[str] = set()
    found = []
    for index, letter in enumerate(profile.letters):
        name = letter.id if letter.id and letter.id not in taken else str(index + 1)
        taken.add(letter.id)
        if letter.visibility == "public":
            found.append(ChosenLetter(index, name))
    return tuple(found)


def chosen_letter(profile: Profile, wanted: str) -> ChosenLetter:
    """The letter that is meant.

    Args:
        profile: a whole profile.
        wanted: the id or the number of a letter; the only one there is if empty.

    Raises:
        UsageError: there is no such letter, it is private, or several may be meant.
    """
    letters = public_letters(profile)
    if not letters:
        hint = "a private letter reaches no output" if profile.letters else "write one under `letters`"
        raise UsageError("the profile has no public letter" if profile.letters else "the profile has no letter", hint)
    if not wanted and len(letters) == 1:
        return letters[0]
    listing = _listing(profile, letters)
    if not wanted:
        raise UsageError(f"the profile has {len(letters)} letters", f"say which with --letter: {listing}")
    for letter in letters:
        if wanted == letter.name:
            return letter
    for letter in letters:
        if wanted == str(letter.position + 1):
            return letter
    if _is_private(profile, wanted):
        raise UsageError(f"letter `{wanted}` is private", "a private letter reaches no output")
    names = [name for _, name in letters]
    raise UsageError(f"there is no letter `{wanted}`", suggestion(wanted, names, "letters: ", listing))


def _is_private(profile: Profile, wanted: str) -> bool:
    return any(
        letter.visibility == "private" and wanted in {letter.id, str(index + 1)}
        for index, letter in enumerate(profile.letters)
    )


def _listing(profile: Profile, letters: tuple[ChosenLetter, ...]) -> str:
    """What there is to choose from: "netflix (Netflix), 2 (University of Paris)"."""
    names = [f"{name}{_about(profile.letters[index])}" for index, name in letters[:_LISTED]]
    return ", ".join((*names, *(["…"] if len(letters) > _LISTED else [])))


def _about(letter: Letter) -> str:
    about = letter.recipient.organization or letter.recipient.name or letter.subject
    return f" ({' '.join(about.split())})" if about else ""
