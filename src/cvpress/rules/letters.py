"""Family C, letters that were made from one another. Checks take a profile's contents."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.contents import groups
from cvpress.rules.rule import rule
from cvpress.values.organizations import LEGAL_FORMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents

__all__ = ["other_name", "other_recipient"]

_Name = tuple[str, ...]
"""The words of an organisation's name."""

_Finder = Callable[[str], list[_Name]]

_PARTS: Final = r"[,;:()/|–—]"
_MOST_WORDS: Final = 12
"""A longer name is not looked for: the time to look grows with the longest."""

_NAMES_OF_ONES_OWN: Final = ("name", "organization", "institution", "entity")
"""Keys of entries that name places where one has been: any letter may speak of these."""


@rule("C111", "other-recipient", Severity.WARNING)
def other_recipient(contents: Contents) -> Iterator[Finding]:
    """A letter names the organisation that another letter is to, and not its own recipient's.

    It was copied, and one name was forgotten: no mistake of a letter is better remembered.
    A subject or a salutation that names another is wrong whatever the rest says.
    Organisations of one's own past are not taken for another recipient's.

    Example: "I would like to work at Netflix" in a letter whose recipient is Spotify

    Use instead: "I would like to work at Spotify"
    """
    letters = contents.sections.get("letters", [])
    if len(letters) < 2:
        return
    recipients = {name: located for located in reversed(letters) if (name := _short_name(located[1]))}
    for name in _names_of_ones_own(contents, _finder(recipients)):
        recipients.pop(name, None)
    find_recipients = _finder(recipients)
    for pointer, letter in letters:
        for place, name in _misdirected(pointer, letter, find_recipients):
            (*_, index), other = recipients[name]
            message = f"the letter names {_main_part(other)}, the recipient of letter {int(index) + 1}, but not its own"
            yield Finding(place, message, f"is it meant to be {_organization(letter)}?", part=" ".join(name))


@rule("C112", "other-name", Severity.WARNING)
def other_name(contents: Contents) -> Iterator[Finding]:
    """A letter greets a person by a name that its recipient does not have.

    It was copied, and the salutation was forgotten. Names are compared without accents
    and in any order; a salutation without a title ("Dear Bob") is not looked at.

    Example: "Dear Dr Smith," in a letter whose recipient is Jane Doe

    Use instead: "Dear Ms Doe,"
    """
    for pointer, letter in contents.sections.get("letters", ()):
        opening, recipient = letter.get("opening"), letter.get("recipient")
        if not isinstance(opening, str) or not isinstance(recipient, dict):
            continue
        name = recipient.get("name")
        if not isinstance(name, str) or not name:
            continue
        from cvpress.rules.salutations import other_name_in

        if greeted := other_name_in(opening, name, recipient):
            message = f"the salutation names {greeted}, and the letter is to {name}"
            yield Finding((*pointer, "opening"), message, "greet the person whom it is to", part=greeted)


def _misdirected(pointer: Pointer, letter: dict[str, Any], find_recipients: _Finder) -> Iterator[tuple[Pointer, _Name]]:
    """Where a letter first names another's recipient: in a subject or salutation, or if it never names its own."""
    own = _own_names(letter)
    find_own = _finder(own)
    head, body = _head(pointer, letter), _body(pointer, letter)
    suspect = [(place, text) for place, text in head if not find_own(text)]
    if not any(find_own(text) for _, text in (*head, *body)):
        suspect += body
    for place, text in suspect if own else ():
        for name in find_recipients(text):
            if not any(_is_part(name, mine) or _is_part(mine, name) for mine in own):
                yield place, name
                return


_Texts = list[tuple["Pointer", str]]


def _head(pointer: Pointer, letter: dict[str, Any]) -> _Texts:
    """What names the recipient if it names anybody."""
    return _texts([((*pointer, key), letter.get(key)) for key in ("subject", "opening")])


def _body(pointer: Pointer, letter: dict[str, Any]) -> _Texts:
    """All else that a letter says, in the order of reading."""
    places: list[tuple[Pointer, Any]] = []
    for place, part in groups((*pointer, "body"), letter.get("body")):
        places += [((*place, key), part.get(key)) for key in ("title", "text")]
        places += _listed((*place, "points"), part.get("points"))
    places.append(((*pointer, "closing"), letter.get("closing")))
    return _texts(places + _listed((*pointer, "enclosures"), letter.get("enclosures")))


def _listed(pointer: Pointer, values: Any) -> list[tuple[Pointer, Any]]:
    return [((*pointer, index), value) for index, value in enumerate(values)] if isinstance(values, list) else []


def _texts(places: list[tuple[Pointer, Any]]) -> _Texts:
    return [(place, text) for place, text in places if isinstance(text, str)]


def _names_of_ones_own(contents: Contents, find: _Finder) -> set[_Name]:
    return {
        name
        for pointer, entry in contents.entries
        if pointer[0] != "letters"
        for key in _NAMES_OF_ONES_OWN
        if isinstance(entry.get(key), str)
        for name in find(entry[key])
    }


def _organization(letter: dict[str, Any]) -> str:
    recipient = letter.get("recipient")
    organization = recipient.get("organization") if isinstance(recipient, dict) else None
    return organization if isinstance(organization, str) else ""


def _main_part(letter: dict[str, Any]) -> str:
    """The organisation that a letter is to without what follows its name: legal form, department, town."""
    return re.split(_PARTS, _organization(letter))[0].strip()


def _short_name(letter: dict[str, Any]) -> _Name:
    return _words(_main_part(letter))


def _own_names(letter: dict[str, Any]) -> set[_Name]:
    """Whatever may stand for the organisation that a letter is to: each part of its name."""
    return {name for part in re.split(_PARTS, _organization(letter)) if (name := _words(part))}


def _words(name: str) -> _Name:
    words = re.findall(r"\w+", name)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(words) if len(words) <= _MOST_WORDS else ()


def _finder(names: Collection[_Name]) -> _Finder:
    """A function that finds those of the names that stand in a text, as whole words, in the order of the text."""
    lengths = {len(name) for name in names}

    def find(text: str) -> list[_Name]:
        words = tuple(re.findall(r"\w+", text))
        runs = (words[start : start + length] for start in range(len(words)) for length in lengths)
        return [run for run in runs if run in names]

    return find


def _is_part(name: _Name, other: _Name) -> bool:
    return any(other[start : start + len(name)] == name for start in range(len(other)))
