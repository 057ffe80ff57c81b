"""Who a person is, as texts may tell it: names, accounts, hosts, addresses, organisations.

All of it comes from the whole profile, also from what is private or not selected: a text that is
shown may speak of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.values.formats import is_email
from cvpress.values.hosts import is_hosting, is_mail_provider, is_network
from cvpress.values.organizations import without_legal_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.model.base import Entry
    from cvpress.model.basics import Basics
    from cvpress.model.profile import Profile

__all__ = ["ORGANIZATIONS", "accounts", "addresses", "names", "organization_forms", "organizations", "referees"]

ORGANIZATIONS: Final[Mapping[tuple[str, str], str]] = {
    ("work", "name"): "employer",
    ("volunteer", "organization"): "organization",
    ("education", "institution"): "institution",
    ("teaching", "institution"): "institution",
}
"""Where employers and institutions are named, and the word that takes the place of the name."""

_COMMON_MAILBOXES: Final = frozenset("contact cv hello hi info jobs mail me office resume team work".split())

_COMMON_STEPS: Final = frozenset(
    "about author authors blog c channel citations company contact cv de en fr home in index index.html people person "
    "pin portfolio profile profiles projects pub public resume staff team u user users work".split()
)
"""Steps of the path of an account that are no name."""

_URL: Final = re.compile(r"(?:[a-z]+://)?(?:www\.)?([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)


def names(profiles: tuple[Profile, ...]) -> Iterator[str]:
    """The person's name as it is written anywhere, also in another language."""
    for profile in profiles:
        yield profile.basics.name
        yield from (translation.basics.name for translation in profile.translations.values())
        yield from (letter.signature for letter in profile.letters)


def referees(profile: Profile) -> Iterator[str]:
    """The names of referees, without what stands behind them; "Available on request" is none."""
    for reference in profile.references:
        name = re.split(r"\s*(?:,|\(|\s[–—-]\s)", reference.name)[0]
        name = name if " " in name.strip() else reference.name  # "Einstein, Albert"
        words = name.split()
        if len(words) > 1 and not words[-1][0].islower():
            yield name


def accounts(basics: Basics) -> Iterator[str]:
    """Names of accounts, mail addresses with their local parts, and hosts of the person's own."""
    for profile in basics.profiles:
        yield profile.username
        yield from _steps(profile.url)
        yield from _marked_steps(profile.url)
    for mail in filter(is_email, (basics.email, *basics.emails)):
        box, _, host = mail.partition("@")
        yield mail
        if box.lower() not in _COMMON_MAILBOXES:
            yield box
        if not is_mail_provider(host):
            yield host
    for url in (basics.url, *basics.urls, *(link.url for link in basics.links)):
        yield from _marked_steps(url)
        if is_network(_host(url)):
            yield from _steps(url)
    yield from (host for url in (basics.url, *basics.urls) if not is_network(host := _host(url)))


def _host(url: str) -> str:
    match = _URL.match(url)
    return match[1] if match else ""


def _steps(url: str) -> Iterator[str]:
    """What may be the name of an account: the last step of a path that is no common word, values of a query."""
    match = _URL.match(url)
    if match:
        steps = [step for step in match[2].split("/") if step and step.lower() not in _COMMON_STEPS]
        yield from steps[-1:]
        yield from (pair.partition("=")[2] for pair in (match[3] or "").split("&") if pair.startswith(("user=", "id=")))


def _marked_steps(url: str) -> Iterator[str]:
    """Names of accounts that a URL marks as such: "~name", "@name", the first label where each user has a host."""
    yield from re.findall(r"/[~@]([^/?#]+)", url)
    label, _, rest = _host(url).partition(".")
    if is_hosting(rest):
        yield label


def addresses(basics: Basics) -> Iterator[str]:
    """The lines of a postal address that tell where somebody lives; the city alone does not."""
    location = basics.location
    for line in location.address.splitlines():
        if re.search(r"\d", line) or " " in line.strip():
            yield line
    if location.postal_code and location.city:
        yield f"{location.postal_code} {location.city}"
        yield f"{location.city} {location.postal_code}"


def organizations(shown: Profile, whole: Profile, words: Mapping[str, str]) -> dict[str, str]:
    """What employers and institutions are called instead, all forms of a name in all languages alike.

    They are numbered by kind in the order of the profile, those that are shown before all others.
    """
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for (section, field), kind in ORGANIZATIONS.items():
        for entry in (*getattr(shown, section), *getattr(whole, section)):
            forms = list(_in_all_languages(entry, field, whole))
            word = next((found[form] for form in forms if form in found), "")
            if forms and not word:
                counts[kind] = counts.get(kind, 0) + 1
                word = f"{words[kind]} {counts[kind]}"
            for form in forms:
                found.setdefault(form, word)
    return found


def _in_all_languages(entry: Entry, field: str, whole: Profile) -> Iterator[str]:
    own = (getattr(entry, field), *(one.entries.get(entry.id, {}).get(field) for one in whole.translations.values()))
    return (name for name in own if isinstance(name, str) and name.strip())


def organization_forms(organizations: Mapping[str, str]) -> dict[str, str]:
    """What takes the place of each form of an organisation's name, the whole names first."""
    forms = dict(organizations)
    for name, word in organizations.items():
        forms.setdefault(without_legal_form(name), word)
    for name, word in organizations.items():  # "Massachusetts Institute of Technology (MIT)"
        if match := re.fullmatch(r"([^()]*[^()\s])\s*\(([^()]+)\)", name.strip()):
            forms.setdefault(without_legal_form(match[1]), word)
            if match[2].isupper():
                forms.setdefault(match[2], word)
    return forms
