"""What keys are called that have another name in older and in other formats.

JSON Resume's drafts before 0.0.0 (July 2014) had `bio`, `hobbies`, `websites`, `awardDate` and `state`; with 1.0 it
renamed `website`, `picture`, `company` and `gpa`. Names that FRESH, RenderCV, LinkedIn, German CVs and language
models use are here where they can mean one thing only.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from cvpress.values.suggestions import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["new_name", "place_of_key"]

_TIME: Final = {"startDate": "start from since begin startedOn", "endDate": "end to until finishedOn"}
_TOOLS: Final = "technologies tech techStack stack tools"
_ACHIEVEMENTS: Final = "bullets bulletPoints achievements accomplishments responsibilities duties tasks"

_OLD_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "basics": "bio profile personal personalInfo personalInformation personalDetails contactInfo "
        "contactInformation",
        "work": "experience experiences workExperience workExperiences workHistory professionalExperience "
        "professionalExperiences professionalEmployment employment employmentHistory jobs positions career "
        "internship internships berufserfahrung",
        "publications": "papers articles writing",
        "awards": "honors honours prizes recognition achievements",
        "talks": "presentations speaking",
        "interests": "hobbies hobbys interessen",
        "certificates": "certifications licenses",
        "volunteer": "volunteering volunteerExperience volunteerWork",
        "education": "academicBackground educationHistory ausbildung bildungsweg",
        "skills": "kenntnisse",
        "languages": "sprachen sprachkenntnisse",
        "references": "testimonials recommendations",
    },
    "Basics": {
        "name": "fullName",
        "label": "title headline jobTitle profession",
        "image": "picture photo avatar",
        "email": "mail emailAddress",
        "phone": "telephone mobile phoneNumber tel telefon",
        "url": "website homepage webpage",
        "urls": "websites",
        "summary": "about aboutMe bio brief objective",
        "profiles": "social socials socialMedia socialNetworks socialLinks networks",
    },
    "NetworkProfile": {"url": "website link", "username": "user handle", "network": "name platform site"},
    "Link": {"label": "name title text", "url": "link website href"},
    "Work": {
        **_TIME,
        "name": "company companyName employer organization organisation",
        "position": "title jobTitle job role",
        "highlights": _ACHIEVEMENTS,
        "keywords": f"{_TOOLS} skills",
        "url": "website",
    },
    "Role": {**_TIME, "position": "title jobTitle name", "highlights": _ACHIEVEMENTS, "keywords": f"{_TOOLS} skills"},
    "Volunteer": {
        **_TIME,
        "organization": "name organisation company institution",
        "position": "title role",
        "highlights": _ACHIEVEMENTS,
        "url": "website",
    },
    "Education": {
        **_TIME,
        "endDate": f"{_TIME['endDate']} graduationDate graduationYear",
        "institution": "university school schoolName college organization organisation org",
        "studyType": "degree degreeName",
        "area": "field fieldOfStudy major subject",
        "score": "gpa grade",
        "courses": "curriculum coursework",
        "url": "website",
    },
    "Publication": {
        "name": "title",
        "authors": "author",
        "venue": "journal conference booktitle",
        "releaseDate": "date year publicationDate publishedOn",
        "summary": "abstract",
        "url": "link website",
    },
    "Award": {"title": "name", "date": "year awardDate", "awarder": "issuer awardedBy from", "url": "website link"},
    "Certificate": {
        "name": "title",
        "issuer": "authority issuedBy organization",
        "date": "year issueDate issuedDate issuedOn dateIssued startDate startedOn",
        "url": "website link",
    },
    "Project": {
        **_TIME,
        "name": "title",
        "description": "summary",
        "highlights": _ACHIEVEMENTS,
        "keywords": f"{_TOOLS} skills",
        "roles": "role",
        "url": "website link",
    },
    "Talk": {"name": "title", "event": "conference", "date": "year", "url": "website link"},
    "Teaching": {
        **_TIME,
        "course": "name title",
        "institution": "organization organisation university school",
        "role": "position",
        "url": "website",
    },
    "Grant": {
        **_TIME,
        "name": "title",
        "funder": "agency fundingAgency organization organisation awarder issuer",
        "amount": "sum value",
        "url": "website link",
    },
    "Patent": {
        "name": "title",
        "number": "patentNumber",
        "inventors": "authors inventor",
        "date": "year issueDate issuedOn",
        "url": "website link",
    },
    "Membership": {
        **_TIME,
        "organization": "name organisation institution society association",
        "role": "position",
        "url": "website link",
    },
    "Service": {
        **_TIME,
        "organization": "name organisation institution venue",
        "role": "position",
        "url": "website link",
    },
    "Competition": {
        "name": "title competition",
        "result": "award prize place rank",
        "date": "year",
        "organizer": "organiser organization organisation",
        "url": "website link",
    },
    "Research": {**_TIME, "name": "title topic area", "summary": "description", "url": "website link"},
    "Skill": {"name": "title label category", "keywords": "items skills", "level": "proficiency"},
    "Language": {"language": "name title", "fluency": "level proficiency"},
    "Interest": {"name": "title", "keywords": "items"},
    "Reference": {"reference": "quote"},
    "Location": {
        "address": "street strasse straße",
        "postalCode": "zip zipCode postcode code plz",
        "city": "town ort stadt",
        "region": "state province",
        "countryCode": "country",
    },
}
"""Names of other formats by the definition that they occur in ("" is the root) and the name that they have here."""

_PLACES: Final[Mapping[str, Mapping[str, str]]] = {
    "write the whole name as `name`": {"Basics": "firstName lastName givenName familyName surname"},
    "put it into `profiles`: a group with `network`, `username` and `url`": {
        "Basics": "linkedin github gitlab twitter x mastodon bluesky orcid xing stackoverflow googleScholar",
    },
    "put it into `location`": {"Basics": "address city country countryCode region state postalCode zip street"},
    "put it into `basics`": {
        "": "name firstName lastName firstname lastname label title job jobTitle headline email mail phone tel summary "
        "about aboutMe objective contact location address profiles social socials socialMedia url website homepage "
        "image photo picture"
    },
    "write `institution`, `studyType` or `area`, whichever it is": {"Education": "name title"},
    "drop it: an entry without `endDate` goes on until the present": dict.fromkeys(
        ("Work", "Role", "Volunteer", "Education"), "current isCurrent currentlyWorking present"
    ),
    "write `startDate` and `endDate`": dict.fromkeys(
        ("Work", "Role", "Volunteer", "Education", "Project", "Teaching"),
        "date dates duration period timePeriod year years",
    ),
}
"""What to do with keys whose contents stand elsewhere or are written otherwise."""


def new_name(kind: str, key: str) -> str:
    """What a key of another format is called in a group of a kind, or an empty string."""
    return _new_names(kind).get(folded(key), "")


def place_of_key(kind: str, key: str) -> str:
    """Where to write what stands under a key that has no other name, or an empty string."""
    return _places(kind).get(folded(key), "")


@cache
def _new_names(kind: str) -> Mapping[str, str]:
    return {folded(old): new for new, names in _OLD_NAMES.get(kind, {}).items() for old in names.split()}


@cache
def _places(kind: str) -> Mapping[str, str]:
    return {folded(key): hint for hint, kinds in _PLACES.items() for key in kinds.get(kind, "").split()}
