"""Variants and tags: which entries, in which order, under which titles."""

from __future__ import annotations

from typing import Any

import pytest
from outputs import prepared, view_of

from cvpress.errors import InvalidProfile, UsageError
from cvpress.model.profile import Profile
from cvpress.rules.variants import SECTIONS
from cvpress.views.available import requests
from cvpress.views.build import build_view
from cvpress.views.cv import CvView
from cvpress.views.request import Request, Selection
from cvpress.views.sections import _KINDS

PROFILE: dict[str, Any] = {
    "basics": {
        "name": "Marie Curie",
        "label": "Physicist",
        "email": "marie@example.org",
        "profiles": [
            {"network": "GitHub", "username": "mcurie", "tags": ["code"]},
            {"network": "ORCID", "username": "0000"},
        ],
    },
    "work": [
        {"name": "A", "tags": ["lab"], "priority": 1},
        {
            "name": "B",
            "roles": [{"position": "b1", "tags": ["lab"]}, {"position": "b2", "tags": ["school"]}],
            "projects": [{"name": "bp", "tags": ["war"]}, {"name": "bq"}],
        },
        {"name": "C", "tags": ["school", "war"], "priority": 2},
        {"name": "D", "tags": ["school"]},
    ],
    "research": [{"name": "Rays", "publications": ["p1", "p2"]}],
    "publications": [
        {"id": "p1", "name": "One", "venue": "V1", "tags": ["lab"]},
        {"id": "p2", "name": "Two", "venue": "V2", "tags": ["school"]},
    ],
    "education": [{"institution": "Sorbonne"}],
    "custom": [
        {"title": "Founded", "summary": "Two of them.", "entries": [{"name": "x", "tags": ["war"]}]},
        {"id": "own", "title": "Own", "entries": [{"name": "y"}, {"name": "z", "priority": 5}]},
    ],
    "letters": [{"id": "one", "tags": ["school"], "body": [{"text": "A"}]}, {"id": "two", "body": [{"text": "B"}]}],
    "variants": {
        "school": {
            "label": "Teacher",
            "summary": "Taught.",
            "include": ["school"],
            "exclude": ["war"],
            "limits": {"education": 0},
            "sections": {"order": ["own", "publications"], "titles": {"work": "Posts", "own": "Mine"}},
            "letter": "two",
            "theme": "modern",
            "options": {"accent": "#7a1f3d"},
            "locale": "de",
        },
        "plain": {},
    },
}


def cv(selection: Selection | None = None, variant: str = "") -> CvView:
    request = Request(variant=variant, selection=selection or Selection())
    view = build_view(Profile.model_validate(PROFILE), request)
    assert isinstance(view, CvView)
    return view


def names(view: CvView, section: str) -> list[str]:
    """What heads the entries of a section, and those within them."""
    return [
        inner.title.plain
        for part in view.sections
        if part.id == section
        for entry in part.entries
        for inner in (entry, *entry.roles, *entry.projects)
    ]


WORK = {
    "all": (Selection(), ["A", "B", "b1", "b2", "bp", "bq", "C", "D"]),
    "with a tag, or with none": (Selection(include=("lab",)), ["A", "B", "b1", "bq"]),
    "with one of two tags": (Selection(include=("lab", "war")), ["A", "B", "b1", "bp", "bq", "C"]),
    "without a tag": (Selection(exclude=("school",)), ["A", "B", "b1", "bp", "bq"]),
    "leaving out wins": (Selection(include=("school",), exclude=("war",)), ["B", "b2", "bq", "D"]),
    "the best two, in the order of the file": (Selection(limits={"work": 2}), ["A", "C"]),
    "of equals the first": (Selection(limits={"work": 3}), ["A", "B", "b1", "b2", "bp", "bq", "C"]),
    "none": (Selection(limits={"work": 0}), []),
    "more than there are": (Selection(limits={"work": 9}), ["A", "B", "b1", "b2", "bp", "bq", "C", "D"]),
    "limited after the tags": (Selection(exclude=("war",), limits={"work": 1}), ["A"]),
    "without a single one": (
        Selection(left_out=frozenset({("work", 0), ("work", 1, "projects", 0)})),
        ["B", "b1", "b2", "bq", "C", "D"],
    ),
    "left out after the limit": (Selection(limits={"work": 2}, left_out=frozenset({("work", 2)})), ["A"]),
}


@pytest.mark.parametrize(("selection", "expected"), WORK.values(), ids=WORK)
def test_which_entries_are_shown(selection: Selection, expected: list[str]) -> None:
    assert names(cv(selection), "work") == expected


def test_accounts_have_tags_too() -> None:
    assert [contact.name for contact in cv(Selection(exclude=("code",))).person.contacts] == ["email", "ORCID"]


def test_references_to_what_is_not_selected_go_silently() -> None:
    (research,) = next(part.entries for part in cv(Selection(include=("lab",))).sections if part.name == "research")
    assert [fact.value.plain for fact in research.facts] == ["V1"]


ORDERS = {
    "the usual": (Selection(), ["work", "research", "education", "publications", "Founded", "Own"]),
    "some first, the rest behind": (
        Selection(order=("education", "work")),
        ["education", "work", "research", "publications", "Founded", "Own"],
    ),
    "one's own by id and title": (
        Selection(order=("own", "work", "Founded")),
        ["Own", "work", "Founded", "research", "education", "publications"],
    ),
    "all of one's own": (
        Selection(order=("custom",)),
        ["Founded", "Own", "work", "research", "education", "publications"],
    ),
    "one twice": (Selection(order=("work", "education", "work")), None),
    "without a section": (Selection(limits={"custom": 0, "research": 0}), ["work", "education", "publications"]),
    "without one of one's own": (
        Selection(limits={"Founded": 0}),
        ["work", "research", "education", "publications", "Own"],
    ),
    "empty but for its summary": (
        Selection(exclude=("war",)),
        ["work", "research", "education", "publications", "Own"],
    ),
}


@pytest.mark.parametrize(("selection", "expected"), ORDERS.values(), ids=ORDERS)
def test_order_of_sections(selection: Selection, expected: list[str] | None) -> None:
    found = [part.title if part.name == "custom" else part.name for part in cv(selection).sections]
    assert found == (expected or ["work", "education", "research", "publications", "Founded", "Own"])


def test_limits_of_one_s_own_section() -> None:
    assert names(cv(Selection(limits={"own": 1, "custom": 0})), "custom-2") == ["z"]


def test_a_whole_variant() -> None:
    view = cv(variant="school")
    assert (view.person.label.plain, view.summary.plain, view.page.language) == ("Teacher", "Taught.", "de")
    assert [part.title for part in view.sections] == ["Mine", "Veröffentlichungen", "Posts", "Forschung"]
    assert names(view, "work") == ["B", "b2", "bq", "D"]


def test_the_command_line_has_the_last_word() -> None:
    selection = Selection(
        include=("war",),
        exclude=("school",),
        limits={"education": 1},
        order=("education",),
        titles={"work": "Jobs"},
        basics={"label": "Chemist"},
    )
    view = cv(selection, "school")
    assert names(view, "work") == ["B", "bp", "bq"]
    assert view.person.label.plain == "Chemist"
    assert [part.title for part in view.sections][:2] == ["Ausbildung", "Jobs"]


def test_an_empty_variant_changes_nothing() -> None:
    assert cv(variant="plain") == cv()


@pytest.mark.parametrize(("name", "hint"), [("shcool", "did you mean `school`?"), ("zzz", "variants: school, plain")])
def test_an_unknown_variant(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        cv(variant=name)
    assert (caught.value.message, caught.value.hint) == (f"there is no variant `{name}`", hint)


def test_a_profile_without_variants() -> None:
    with pytest.raises(UsageError) as caught:
        build_view(Profile.model_validate({"basics": {"label": "Chemist"}}), Request(variant="x"))
    assert caught.value.hint == "the profile has no `variants`"


def test_theme_and_options_of_a_variant() -> None:
    rendering = prepared(PROFILE, request=Request(variant="school"))
    assert (rendering.theme.name, rendering.options["accent"]) == ("modern", "#7a1f3d")
    assert prepared(PROFILE, request=Request(variant="school"), options={"accent": "#000"}).options["accent"] == "#000"


def test_options_that_are_no_texts() -> None:
    variants = {"odd": {"options": {"page": True}}, "round": {"options": {"page": 4.0}}}
    for name, shown in (("odd", "true"), ("round", "4")):
        with pytest.raises(InvalidProfile) as caught:
            prepared({**PROFILE, "variants": {name: variants[name]}}, request=Request(variant=name))
        (found,) = [found for found in caught.value.diagnostics if found.code == "C117"]
        assert found.message == f"option `page` does not take `{shown}`"


def test_the_letter_of_a_variant() -> None:
    profile = Profile.model_validate(PROFILE)
    letters = [one.letter for one in requests(profile, ["all"], Request(variant="school")) if one.document == "letter"]
    assert letters == ["two"]


def test_the_rules_know_all_sections() -> None:
    assert set(SECTIONS) == {kind.name for kind in _KINDS}


def test_nothing_selected_is_nothing_changed() -> None:
    assert view_of(PROFILE) == cv(Selection())
