"""The source of a letter: the letter, and of the rest what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.model.custom import CustomSection
from cvpress.model.profile import Profile
from cvpress.model.projects import Project
from cvpress.model.walking import sections_of
from cvpress.model.work import Volunteer, Work
from cvpress.values.identifiers import arxiv_url, doi_url
from cvpress.views.context import link_url
from cvpress.views.source.cv import heads_of, is_shown
from cvpress.views.source.parts import of, publication, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.model.base import Entry
    from cvpress.model.basics import Basics
    from cvpress.model.letters import Letter, RecipientWork
    from cvpress.model.publications import Publication

__all__ = ["letter_source"]

_GIVERS: Final[Mapping[str, tuple[str, ...]]] = {
    "awards": ("awarder",),
    "certificates": ("issuer",),
    "competitions": ("organizer",),
    "talks": ("event",),
    "teaching": ("institution",),
    "grants": ("funder",),
    "patents": ("office", "number"),
    "projects": ("entity",),
}
"""Fields that tell an entry from others beside what heads it."""


_SUMMARIES: Final = frozenset({"description", "reference"})
"""What says more of an entry, and heads it where nothing else does."""


class _Own(NamedTuple):
    """An entry of the profile, the section that it stands in, and the job or section that holds it."""

    section: str
    entry: Any
    holder: Any = None


def letter_source(profile: Profile, options: Mapping[str, str]) -> Profile:
    """What a letter shows.

    Args:
        profile: what of the profile is to be shown, with this letter alone.
        options: a value for every option of the theme.
    """
    (letter,) = profile.letters
    names = {name for part in letter.body for name in (*part.works, *part.entries)}
    if options.get("references") == "none":
        names = set()
    works = tuple({work.id: _work(work) for work in letter.works if work.id in names}.values())
    own = {found.entry.id: found for found in _own_entries(profile)}
    for work in works:
        own.pop(work.id, None)
    cited = [found for name in own if name in names and is_shown(*(found := _cited(own[name])))]
    sections: dict[str, Any] = {}
    for section, entry in cited:
        sections[section] = (*sections.get(section, ()), entry)
    known = {work.id for work in works} | {entry.id for _, entry in cited}
    return Profile.model_construct(basics=_basics(profile.basics), letters=(_letter(letter, works, known),), **sections)


def _basics(basics: Basics) -> Basics:
    """The main ways to answer; all further ones are in the CV alone."""
    mail = next(filter(None, (basics.email, *basics.emails)), "")
    phone = next(filter(None, (basics.phone, *basics.phones)), "")
    url = next(filter(None, (basics.url, *basics.urls)), "")
    links = () if url else tuple(link for link in basics.links if link.label or link.url)[:1]
    main = of(basics, ("name", "label", "location")).model_copy(
        update={"email": mail, "phone": phone, "url": url, "links": links}
    )
    return shown(main)


def _letter(letter: Letter, works: tuple[RecipientWork, ...], known: set[str]) -> Letter:
    recipient = letter.recipient
    if recipient.address.splitlines():
        recipient = recipient.model_copy(update={"email": ""})
    body = tuple(
        part.model_copy(
            update={name: tuple(one for one in getattr(part, name) if one in known) for name in ("works", "entries")}
        )
        for part in letter.body
    )
    return shown(letter, "id", "language").model_copy(update={"recipient": recipient, "body": body, "works": works})


def _work(work: RecipientWork) -> RecipientWork:
    url = next(filter(None, map(link_url, (work.url, *(link.url for link in work.links)))), "")
    return shown(work, "links").model_copy(update={"url": url})


def _own_entries(profile: Profile) -> Iterator[_Own]:
    """The entries of the CV, with those that jobs and sections of the person's own hold."""
    for section, entries in sections_of(profile):
        for entry in entries:
            if isinstance(entry, CustomSection):
                parts = entry.entries if entry.title else ()
                yield from (_Own(section, part, entry) for part in parts if is_shown(section, part))
            elif is_shown(section, entry):
                yield _Own(section, entry)
                held = (*entry.roles, *entry.projects) if isinstance(entry, Work | Volunteer) else ()
                yield from (_Own(section, part, entry) for part in held)


def _cited(own: _Own) -> tuple[str, Entry]:
    """What a letter shows of an entry, and the section for it: what held it is not shown."""
    entry, holder = own.entry, own.holder
    if own.section == "publications":
        return own.section, _publication(entry)
    if own.section == "custom":
        return "projects", _project(entry.id, entry.name, entry.subtitle, entry.url)
    if holder is not None:
        employer = getattr(holder, heads_of(own.section)[0]) or holder.position
        if isinstance(entry, Project):
            return "projects", _project(entry.id, entry.name, entry.entity or employer, entry.url)
        return "work", Work.model_construct(id=entry.id, name=employer, position=entry.position)
    if own.section in {"work", "volunteer"}:
        return _job(own.section, entry)
    return _told(own.section, entry)


def _told(section: str, entry: Any) -> tuple[str, Entry]:
    """An entry by what heads it, by whom it is from, and where it leads."""
    heads = [name for name in heads_of(section) if name not in _SUMMARIES]
    heads = heads[:1] if section == "teaching" and entry.course else heads
    givers = _GIVERS.get(section, ())
    if not any(getattr(entry, name).strip() for name in heads):
        giver = ", ".join(filter(None, (getattr(entry, name) for name in givers)))
        return "projects", _project(entry.id, "", giver, getattr(entry, "url", ""))
    # Where whom it is from can head it, the address is theirs then.
    is_linked = len(heads) == 1 or section == "teaching" or not any(getattr(entry, name) for name in heads[:-1])
    fields = ("id", *heads, *givers, *(("url",) if is_linked and "url" in type(entry).model_fields else ()))
    return section, shown(of(entry, fields))


def _job(section: str, job: Work | Volunteer) -> tuple[str, Entry]:
    """A job by its position and employer, with a link where it is headed by the employer."""
    name = heads_of(section)[0]
    employer = getattr(job, name)
    if employer and job.position and job.roles:  # several roles: the employer heads it
        return "projects", _project(job.id, employer, job.position, job.url)
    is_linked = employer and not job.position
    return section, shown(of(job, ("id", name, "position", *(("url",) if is_linked else ()))))


def _project(name: str, title: str, entity: str, url: str) -> Project:
    return Project.model_construct(id=name, name=title or entity, entity=entity if title else "", url=link_url(url))


def _publication(one: Publication) -> Publication:
    """A publication as a note shows it: with the one address that leads to it."""
    fields = [name for name in type(one).model_fields if name not in {"summary", "url", "doi", "arxiv", "links"}]
    bare = publication(of(one, fields), {})
    return bare.model_copy(update=_address(one))


def _address(one: Publication) -> dict[str, Any]:
    links = tuple(link for link in one.links if link_url(link.url))[:1]
    if link_url(one.url):
        return {"url": one.url}
    if one.doi and doi_url(one.doi):
        return {"doi": one.doi}
    if one.arxiv and arxiv_url(one.arxiv):
        return {"arxiv": one.arxiv}
    return {"url": links[0].url} if links else {}
