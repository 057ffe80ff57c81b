"""Whom a salutation greets. Imported for a letter that names its recipient."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from cvpress.values.titles import ACADEMIC_TITLES, FORMS_OF_ADDRESS

__all__ = ["other_name_in"]

_TITLE: Final = rf"(?:M\.|(?:{'|'.join((*FORMS_OF_ADDRESS, *ACADEMIC_TITLES))})\b\.?)"
_PARTICLE: Final = r"(?:van|von|zu|zum|zur|der|den|de|del|della|di|da|du|la|le|el|al|bin|ibn)"
_GREETED: Final = re.compile(
    rf"\b(?:{_TITLE}\s+)+(?P<name>(?:{_PARTICLE}\s+)*[^\W\d_a-z]\w*(?:[\s.'’-]+[^\W\d_a-z]\w*)*)"
)
"""A name behind a title. A first name alone may be a short form of the other, and is not looked at."""

_OFFICES: Final = frozenset(
    """
    president chair chairman chairwoman chairperson director dean rector provost chancellor minister secretary editor
    ambassador judge senator speaker mayor principal manager recruiter recruiting recruitment hiring hr team sir madam
    kollege kollegin kollegen doktor professor professorin dekan dekanin rektor rektorin präses leiterin leiter
    président présidente directeur directrice ministre recteur rectrice maire doyen doyenne
    """.split()
)
"""What may stand where a name does."""

_OFFICE_ENDINGS: Final = ("präsident", "direktor", "minister", "kanzler", "meister", "leiter", "berater", "beauftragte")
_SPELT: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "a", "œ": "o"})
_LONGEST: Final = 200
"""So much of a salutation is looked at: names are looked for at every title."""

_LAST_LATIN: Final = "\u024f"


def other_name_in(opening: str, name: str, recipient: dict[str, Any]) -> str:
    """The first name that is greeted, if none of those greeted is the recipient's; else "".

    Args:
        opening: the salutation.
        name: the recipient's name.
        recipient: all that is known of the recipient.
    """
    own = {word for word in _words(name) if len(word) > 1}
    greeted = [match["name"] for match in _GREETED.finditer(opening[:_LONGEST])]
    if not greeted or not own or any(char > _LAST_LATIN for char in name if char.isalpha()):
        return ""
    words = {word for text in greeted for word in _words(text)}
    meant = own.union(*(_words(text) for text in recipient.values() if isinstance(text, str)))
    return "" if words & meant or any(map(_is_office, words)) else greeted[0]


def _is_office(word: str) -> bool:
    return word in _FOLDED_OFFICES or word.removesuffix("in").endswith(_FOLDED_ENDINGS)


def _words(text: str) -> list[str]:
    """The words of a name in one spelling: Müller, Mueller and MULLER are the same."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return [re.sub("([aou])e", r"\1", word) for word in re.findall(r"[^\W\d_]+", letters)]


_FOLDED_OFFICES: Final = frozenset(word for office in _OFFICES for word in _words(office))
_FOLDED_ENDINGS: Final = tuple(word for ending in _OFFICE_ENDINGS for word in _words(ending))
