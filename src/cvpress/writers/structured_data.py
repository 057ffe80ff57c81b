"""schema.org's vocabulary as JSON-LD: what search engines read of a CV."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cvpress.views.cv import CvView
    from cvpress.views.markup import Text
    from cvpress.views.view import Entry

__all__ = ["json_ld"]

_MOST_WORKS = 50
"""So many publications are listed: who looks for more finds them in the text."""

_DATE = r"\d{4}-\d\d-\d\d(T[\d:.+Z-]+)?"  # ISO 8601, as schema.org wants it


def json_ld(view: CvView) -> str:
    """A ProfilePage about a Person (schema.org), safe to stand inside a script element."""
    page = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "inLanguage": view.page.language,
        "dateModified": view.page.modified if re.fullmatch(_DATE, view.page.modified) else "",
        "mainEntity": {"@type": "Person", **_person(view)},
    }
    text = json.dumps(_filled(page), ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _person(view: CvView) -> dict[str, Any]:
    contacts = view.person.contacts
    links = {kind: [contact.link for contact in contacts if contact.kind == kind] for kind in ("web", "profile")}
    web = [link.url for link in links["web"] if link.url]
    return {
        "name": view.person.heading,
        "jobTitle": view.person.label.plain,
        "description": view.summary.plain,
        "email": [contact.link.label for contact in contacts if contact.kind == "email"],
        "telephone": [contact.link.label for contact in contacts if contact.kind == "phone"],
        "url": web[0] if web else "",
        "sameAs": web[1:] + [link.url for link in links["profile"] if link.url],
        "address": _address(view),
        "worksFor": [role for entry in _entries(view, "work") for role in _roles(entry)],
        "memberOf": [_membership(entry) for entry in _entries(view, "memberships")],
        "alumniOf": _schools(view),
        "hasCredential": [
            *(_credential(entry, "degree") for entry in _entries(view, "education") if _is_degree(entry)),
            *(_credential(entry, "certificate") for entry in _entries(view, "certificates")),
        ],
        "award": [entry.title.plain for entry in _entries(view, "awards")],
        "knowsAbout": [entry.title.plain for entry in _entries(view, "skills")],
        "knowsLanguage": [entry.title.plain for entry in _entries(view, "languages")],
        "@reverse": {"author": [_work(entry) for entry in _entries(view, "publications")[:_MOST_WORKS]]},
    }


def _address(view: CvView) -> dict[str, str]:
    if view.person.address is None:
        return {}
    return {
        "@type": "PostalAddress",
        "streetAddress": view.person.address.street,
        "postalCode": view.person.address.postal_code,
        "addressLocality": view.person.address.city,
        "addressRegion": view.person.address.region,
        "addressCountry": view.person.address.country_code,
    }


def _roles(job: Entry) -> list[dict[str, Any]]:
    """What somebody was for an employer, and when: an OrganizationRole that holds the property which it explains.

    https://schema.org/Role; a role without an end is held today.
    """
    by_employer = bool(job.roles) or not job.organization
    employer = (
        _organization(job.title, job.url) if by_employer else _organization(job.organization, job.organization_url)
    )
    return [
        {
            "@type": "OrganizationRole",
            "roleName": "" if role is job and by_employer else role.title.plain,
            **_dates(role),
            "worksFor": employer,
        }
        for role in (job.roles or (job,))
        if employer["name"]
    ]


def _membership(entry: Entry) -> dict[str, Any]:
    """A society, with the role in it where there is one."""
    if not entry.organization:
        return _organization(entry.title, entry.url)
    society = _organization(entry.organization, entry.organization_url)
    return {"@type": "OrganizationRole", "roleName": entry.title.plain, **_dates(entry), "memberOf": society}


def _schools(view: CvView) -> list[dict[str, str]]:
    entries = _entries(view, "education")
    named = [(entry.organization or entry.title, entry.organization_url or entry.url) for entry in entries]
    return list({name.plain: _organization(name, url, "EducationalOrganization") for name, url in named}.values())


def _is_degree(entry: Entry) -> bool:
    """Whether it says what was studied, and not only where, and is not studied still."""
    return bool(entry.organization) and (entry.dates is None or bool(entry.dates.end))


def _credential(entry: Entry, category: str) -> dict[str, Any]:
    return {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": category,
        "name": entry.title.plain,
        "url": entry.url,
        "dateCreated": entry.dates.end if entry.dates else "",
        "recognizedBy": _organization(entry.organization, entry.organization_url),
    }


def _work(entry: Entry) -> dict[str, Any]:
    """A publication: of which kind, the view does not say."""
    return {
        "@type": "CreativeWork",
        "name": entry.title.plain,
        "url": entry.url,
        "datePublished": entry.dates.end or entry.dates.start if entry.dates else "",
    }


def _organization(name: Text, url: str, kind: str = "Organization") -> dict[str, str]:
    return {"@type": kind, "name": name.plain, "url": url}


def _dates(entry: Entry) -> dict[str, str]:
    return {"startDate": entry.dates.start, "endDate": entry.dates.end} if entry.dates else {}


def _entries(view: CvView, section: str) -> tuple[Entry, ...]:
    return next((part.entries for part in view.sections if part.name == section), ())


def _filled(value: Any) -> Any:
    """The same without empty values, which search engines report as errors."""
    if isinstance(value, dict):
        filled = {key: _filled(item) for key, item in value.items()}
        kept = {key: item for key, item in filled.items() if item}
        return {} if set(kept) == {"@type"} else kept
    if isinstance(value, list):
        return [item for item in map(_filled, value) if item]
    return value
