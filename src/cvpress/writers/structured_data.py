"""schema.org's vocabulary as JSON-LD: what search engines read of a CV."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cvpress.views.cv import CvView
    from cvpress.views.view import Entry

__all__ = ["json_ld"]

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
        "worksFor": _organizations(view, "work", only_current=True),
        "alumniOf": _organizations(view, "education"),
        "award": [entry.title.plain for entry in _entries(view, "awards")],
        "knowsAbout": [entry.title.plain for entry in _entries(view, "skills")],
        "knowsLanguage": [entry.title.plain for entry in _entries(view, "languages")],
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


def _organizations(view: CvView, section: str, *, only_current: bool = False) -> list[dict[str, str]]:
    found = {}
    for entry in _entries(view, section):
        by_employer = bool(entry.roles) or not entry.organization
        name = (entry.title if by_employer else entry.organization).plain
        is_current = entry.dates is not None and not entry.dates.end
        if name and (is_current or not only_current):
            url = entry.url if by_employer else entry.organization_url
            found[name] = {"@type": "Organization", "name": name, "url": url}
    return list(found.values())


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
