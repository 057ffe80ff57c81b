"""What becomes of every field of the format in a blind document: a new field fails here until somebody has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filled import filled

from cvpress.model.base import Entry, Model
from cvpress.model.profile import Profile
from cvpress.views.locales import catalogue
from cvpress.views.redact import blinded
from cvpress.views.request import Redaction, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN, ASKED, OTHER, OUT = "shown", "out if asked", "something else", "left out"
"""As it is but for names in its text; gone with organisations or dates; an id or the like; never there."""

FIELDS: dict[str, dict[str, str]] = {
    "Profile": {
        SHOWN: "basics work volunteer education awards certificates publications skills languages interests references "
        "projects research talks teaching grants patents memberships service competitions custom portfolio meta",
        OUT: "schema_url bibliography letters stories variants translations",
    },
    "Basics": {
        SHOWN: "label summary availability relocation",
        OUT: "name image email phone url location profiles emails phones urls links pronouns nationality "
        "work_authorization",
    },
    "Entry": {SHOWN: "visibility priority", OTHER: "id", OUT: "tags links"},
    "Work": {
        SHOWN: "position start_date end_date summary highlights keywords type location roles projects description",
        ASKED: "team name",
        OUT: "url",
    },
    "Role": {
        SHOWN: "position start_date end_date summary highlights keywords type location",
        ASKED: "team",
    },
    "Project": {
        SHOWN: "name description highlights keywords start_date end_date roles entity type results",
        OUT: "url",
    },
    "Result": {SHOWN: "value unit label context"},
    "Volunteer": {
        SHOWN: "position start_date end_date summary highlights keywords type location roles projects",
        ASKED: "team organization",
        OUT: "url",
    },
    "Education": {
        SHOWN: "area study_type score score_scale courses minor thesis location summary highlights",
        ASKED: "institution start_date end_date supervisor",
        OUT: "url",
    },
    "Award": {SHOWN: "title date awarder summary", OUT: "url"},
    "Certificate": {SHOWN: "name date issuer summary", OUT: "url"},
    "Publication": {
        SHOWN: "name publisher release_date summary authors venue type volume issue pages status award",
        OUT: "url doi arxiv key",
    },
    "Skill": {SHOWN: "name level keywords"},
    "Language": {SHOWN: "language fluency"},
    "Interest": {SHOWN: "name keywords"},
    "Reference": {SHOWN: "reference", OUT: "name"},
    "Research": {
        SHOWN: "name summary highlights keywords start_date end_date results directions topics",
        OTHER: "publications",
        OUT: "url",
    },
    "Topic": {SHOWN: "title text points formulas results figures quotes notes", OUT: "links"},
    "Figure": {SHOWN: "alt caption values chart", OUT: "image"},
    "Quote": {SHOWN: "label text"},
    "Talk": {SHOWN: "name event date location type summary", OUT: "url"},
    "Teaching": {
        SHOWN: "course role level start_date end_date location summary highlights",
        ASKED: "institution",
        OUT: "url",
    },
    "Grant": {SHOWN: "name funder amount role start_date end_date summary", OUT: "url"},
    "Patent": {SHOWN: "name office date status inventors summary", OUT: "number url"},
    "Membership": {SHOWN: "organization role start_date end_date summary", OUT: "url"},
    "Service": {SHOWN: "organization role start_date end_date summary", OUT: "url"},
    "Competition": {SHOWN: "name result date organizer summary", OUT: "url"},
    "CustomSection": {SHOWN: "title summary entries"},
    "CustomEntry": {
        SHOWN: "name subtitle location date start_date end_date summary highlights keywords",
        OUT: "url",
    },
    "Portfolio": {
        SHOWN: "title subtitle about event date agenda deep_dive learned closing",
        ASKED: "affiliation",
        OTHER: "areas",
    },
    "DeepDive": {
        SHOWN: "title summary background contributions method experiments findings",
        OTHER: "entry",
    },
    "Meta": {SHOWN: "language last_modified text_language", OUT: "canonical version cvpress"},
}
"""Each field of each model by what becomes of it."""


def whole() -> Profile:
    """A profile with a value in every field, none of which has the person's name in it."""
    data = filled().data
    data["basics"]["name"] = "Marie Curie"
    data["letters"][0]["signature"] = ""
    maps = {"bibliography": "Zq.bib", "variants": {"Zq": {}}, "translations": {"de": {}}}
    return Profile.model_validate({**data, **maps})


def fates() -> dict[str, dict[str, str]]:
    """By the name of each model, what becomes of its fields."""
    profile, words = whole(), catalogue("en").words
    blind = [
        blinded(profile, Request(redaction=redaction), words, profile)[0]
        for redaction in (Redaction(), Redaction(dates=True, organizations=True))
    ]
    found: dict[str, dict[str, str]] = {}
    for model, field, fate in _fates(profile, *blind):
        assert found.setdefault(model, {}).setdefault(field, fate) == fate, "the same field, and another answer"
    return found


def _fates(model: Model, plain: Model, strict: Model) -> Iterator[tuple[str, str, str]]:
    for name in type(model).model_fields:
        before, *after = (getattr(one, name) for one in (model, plain, strict))
        assert before, (type(model).__name__, name)
        fate = _fate(before, *after)
        kind = "Entry" if isinstance(model, Entry) and name in Entry.model_fields else type(model).__name__
        yield kind, name, fate
        for parts in zip(*map(_models, (before, *after)), strict=False) if fate != OUT else ():
            yield from _fates(*parts)


def _fate(before: Any, plain: Any, strict: Any) -> str:
    if not plain or (all(part == type(part)() for part in _models(plain)) and _models(plain)):
        return OUT
    if _models(before):
        return SHOWN
    if plain != before:
        return OTHER
    return SHOWN if strict == before else ASKED


def _models(value: Any) -> list[Model]:
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if isinstance(one, Model)]


def test_every_field_has_its_answer() -> None:
    decided = {
        model: {name: fate for fate, names in answers.items() for name in names.split()}
        for model, answers in FIELDS.items()
    }
    assert fates() == decided
