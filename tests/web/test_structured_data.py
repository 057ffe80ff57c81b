"""What machines read of a CV: JSON-LD in schema.org's words, and the microformat h-resume."""

from __future__ import annotations

import json
import re
from typing import Any

import mf2py
import pytest
from outputs import NAMES, Page, example, prepared
from pages import CVS, Case, params, rendering

TYPES = set(
    "ProfilePage Person PostalAddress Organization OrganizationRole EducationalOrganization "
    "EducationalOccupationalCredential CreativeWork".split()
)


def json_ld(html: str) -> dict[str, Any]:
    (script,) = (script for script in Page(html).all("script") if script.get("type") == "application/ld+json")
    data: dict[str, Any] = json.loads(script.text or "")
    return data


def person(**profile: Any) -> dict[str, Any]:
    data = json_ld(prepared({"basics": {"name": "A"}} | profile).html())["mainEntity"]
    assert isinstance(data, dict)
    return data


def values(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in values(item))]
    if isinstance(value, list):
        return [value, *(inner for item in value for inner in values(item))]
    return [value]


@pytest.mark.parametrize("name", NAMES)
def test_json_ld(name: str) -> None:
    rendering = example(name)
    data = json_ld(rendering.html())
    assert (data["@context"], data["@type"]) == ("https://schema.org", "ProfilePage")
    assert data["mainEntity"]["@type"] == "Person"
    assert data["mainEntity"]["name"] == rendering.view.person.heading
    assert not [value for value in values(data) if value in ("", [], {}, None)]
    things = [value for value in values(data["mainEntity"]) if isinstance(value, dict) and set(value) != {"author"}]
    assert {thing.get("@type") for thing in things} <= TYPES
    assert all("name" in thing or thing["@type"] in {"PostalAddress", "OrganizationRole"} for thing in things)
    dates = [date for thing in things for key, date in thing.items() if "date" in key.lower()]
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", date) for date in dates)
    assert all(url.startswith(("http:", "https:")) for thing in things for url in [thing.get("url", "https:")])


@pytest.mark.parametrize(
    ("basics", "expected"),
    [
        (
            {"name": "Marie Curie", "label": "*Physicist*", "email": "m@example.org", "url": "https://a.example.org"},
            {
                "name": "Marie Curie",
                "jobTitle": "Physicist",
                "email": ["m@example.org"],
                "url": "https://a.example.org",
            },
        ),
        (
            {"name": "A", "location": {"city": "Paris", "countryCode": "FR"}},
            {"name": "A", "address": {"@type": "PostalAddress", "addressLocality": "Paris", "addressCountry": "FR"}},
        ),
        ({"name": "</script><script>alert(1)</script>"}, {"name": "</script><script>alert(1)</script>"}),
    ],
)
def test_a_person(basics: dict[str, Any], expected: dict[str, Any]) -> None:
    assert person(basics=basics) == {"@type": "Person", **expected}


def test_jobs() -> None:
    roles = [{"position": "Lead", "startDate": "2020"}, {"position": "Member", "startDate": "2018", "endDate": "2020"}]
    work = [
        {"name": "Now", "url": "https://now.example.org", "roles": roles},
        {"name": "Then", "position": "Clerk", "endDate": "2017-03"},
    ]
    now = {"@type": "Organization", "name": "Now", "url": "https://now.example.org"}
    then = {"@type": "Organization", "name": "Then"}
    assert person(work=work)["worksFor"] == [
        {"@type": "OrganizationRole", "roleName": "Lead", "startDate": "2020", "worksFor": now},
        {"@type": "OrganizationRole", "roleName": "Member", "startDate": "2018", "endDate": "2020", "worksFor": now},
        {"@type": "OrganizationRole", "roleName": "Clerk", "endDate": "2017-03", "worksFor": then},
    ]


def test_degrees_and_certificates() -> None:
    education = [
        {"institution": "Sorbonne", "studyType": "PhD", "startDate": "2022"},
        {"institution": "Sorbonne", "studyType": "MSc", "area": "Physics", "startDate": "2020", "endDate": "2022"},
    ]
    certificates = [{"name": "First aid", "issuer": "Red Cross", "date": "2019-05", "url": "https://c.example.org"}]
    found = person(education=education, certificates=certificates)
    assert found["alumniOf"] == [{"@type": "EducationalOrganization", "name": "Sorbonne"}]
    assert [(made["credentialCategory"], made["name"], made["dateCreated"]) for made in found["hasCredential"]] == [
        ("degree", "MSc, Physics", "2022"),
        ("certificate", "First aid", "2019-05"),
    ]
    assert found["hasCredential"][1]["recognizedBy"] == {"@type": "Organization", "name": "Red Cross"}


def test_works_are_by_the_person_and_bounded() -> None:
    works = [{"name": f"Paper {number}", "releaseDate": "2020-01"} for number in range(60)]
    found = person(publications=works)["@reverse"]["author"]
    assert len(found) == 50
    assert found[0] == {"@type": "CreativeWork", "name": "Paper 0", "datePublished": "2020-01"}


def test_memberships() -> None:
    memberships = [{"organization": "Academy"}, {"organization": "Society", "role": "Fellow", "startDate": "2020"}]
    academy, society = ({"@type": "Organization", "name": name} for name in ("Academy", "Society"))
    role = {"@type": "OrganizationRole", "roleName": "Fellow", "startDate": "2020", "memberOf": society}
    assert person(memberships=memberships)["memberOf"] == [academy, role]


def resume(html: str) -> dict[str, list[Any]]:
    (item,) = mf2py.parse(doc=html)["items"]
    assert item["type"] == ["h-resume"]
    properties: dict[str, list[Any]] = item["properties"]
    return properties


@pytest.mark.parametrize("case", params(CVS))
def test_microformats(case: Case) -> None:
    written = rendering(case)
    found = resume(written.html())
    assert found["name"] == [written.view.title]
    assert set(found) <= set("name summary contact experience education skill affiliation".split())
    sections = {section.name: section.entries for section in getattr(written.view, "sections", ())}
    assert len(found["experience"]) == len(sections["work"]) + len(sections["volunteer"])
    assert [degree["value"] for degree in found["education"]] == [str(entry.title) for entry in sections["education"]]
    assert found["skill"] == [str(entry.title) for entry in sections["skills"]]
    assert len(found["affiliation"]) == len(sections["memberships"])


def test_microformats_of_a_person_and_a_job() -> None:
    basics = {
        "name": "Marie Curie",
        "label": "Physicist",
        "summary": "Measures.",
        "email": "m@example.org",
        "phone": "+33 1 00 00 00 00",
        "url": "https://m.example.org",
        "location": {"city": "Paris"},
    }
    job = {"name": "Lab", "url": "https://lab.example.org", "position": "Head", "startDate": "1914-05"}
    found = resume(prepared({"basics": basics, "work": [job]}).html())
    (contact,), (experience,) = found["contact"], found["experience"]
    assert found["summary"] == ["Measures."]
    assert contact["type"] == ["h-card"]
    assert contact["properties"] == {
        "name": ["Marie Curie"],
        "job-title": ["Physicist"],
        "adr": ["Paris"],
        "email": ["mailto:m@example.org"],
        "tel": ["+33 1 00 00 00 00"],
        "url": ["https://m.example.org"],
    }
    (employer,) = experience["properties"].pop("location")
    assert experience["properties"] == {"name": ["Head"], "start": ["1914-05"]}
    assert (employer["type"], employer["properties"]) == (
        ["h-card"],
        {"name": ["Lab"], "url": ["https://lab.example.org"]},
    )
