from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from filled import filled
from outputs import ROOT, Page, folded, pdf_contents, pdfium_text, pdfminer_text, prepared, squeezed

import cvpress
from cvpress.errors import UsageError
from cvpress.model.profile import Profile
from cvpress.views.available import requests
from cvpress.views.build import build_view
from cvpress.views.request import Request
from cvpress.views.stories.view import StoriesView

PUBLIC = Request(document="stories")
PRIVATE = Request(document="stories", with_private=True)
SECRET = "Geheim"  # noqa: S105  # a mark to look for


def sheet_of(data: dict[str, Any], request: Request = PRIVATE) -> StoriesView:
    """The story sheet of a profile given as plain data."""
    view = build_view(Profile.model_validate(data), request)
    assert isinstance(view, StoriesView)
    return view


@cache
def example_sheet(page: str = "a4") -> cvpress.Rendering:
    """The sheet of the profile with the most stories."""
    return cvpress.prepare(ROOT / "profiles/data-scientist/profile.yaml", PRIVATE, options={"page": page})


@cache
def example_pdf(page: str = "a4") -> bytes:
    return example_sheet(page).pdf()


def kinds(*written: str, **request: Any) -> list[str]:
    """The titles of the groups that stories of these kinds are in."""
    stories = [{"kind": kind, "title": f"{kind} {number}"} for number, kind in enumerate(written)]
    return [group.title for group in sheet_of({"stories": stories}, Request(**{**PRIVATE_ARGS, **request})).groups]


PRIVATE_ARGS = {"document": "stories", "with_private": True}


def test_kinds_come_as_a_person_is_asked() -> None:
    assert kinds(
        *("salary", "favourite project", "conflict", "challenge", "weakness"),
        *("strength", "reason for leaving", "motivation", "introduction"),
    ) == [
        *("Introduction", "Motivation", "Reason for leaving", "Strengths", "Weaknesses"),
        *("Challenges", "Conflicts", "Favourite projects", "Salary"),
    ]


def test_kinds_of_ones_own_come_last_in_their_alphabet() -> None:
    assert kinds("teamwork", "", "failure", "salary", "Failure") == ["Salary", "Failure", "Teamwork", "Other"]


@pytest.mark.parametrize("kind", ["conflict", "Conflicts", " CONFLICT "])
def test_a_known_kind_however_it_is_written(kind: str) -> None:
    assert kinds(kind) == ["Conflicts"]


def test_kinds_in_german() -> None:
    assert kinds("Schwäche", "conflict", "Gehaltsvorstellung", language="de") == ["Schwächen", "Konflikte", "Gehalt"]


def test_stories_keep_the_order_of_the_profile_and_are_numbered() -> None:
    stories = [
        {"kind": kind, "title": title} for kind, title in [("conflict", "a"), ("strength", "b"), ("conflict", "c")]
    ]
    view = sheet_of({"stories": stories})
    assert [(story.number, story.title.plain) for story in view.stories] == [(1, "b"), (2, "a"), (3, "c")]


def test_a_story_without_a_title_has_that_of_its_first_question() -> None:
    view = sheet_of({"stories": [{"prompts": ["Why?", "How?"]}, {"kind": "conflict"}]})
    assert [story.title.plain for story in view.stories] == ["Why?"], "and one that tells nothing is none"


PLACES = {
    "job": ({"work": [{"id": "x", "name": "Capital One", "position": "Data scientist"}]}, "Capital One"),
    "role": ({"work": [{"name": "Capital One", "roles": [{"id": "x", "position": "Lead"}]}]}, "Capital One"),
    "project at work": ({"work": [{"name": "Capital One", "projects": [{"id": "x", "name": "Dial"}]}]}, "Capital One"),
    "unpaid work": ({"volunteer": [{"id": "x", "organization": "Red Cross"}]}, "Red Cross"),
    "project": ({"projects": [{"id": "x", "name": "GPT"}]}, "GPT"),
    "education": ({"education": [{"id": "x", "institution": "Sorbonne", "area": "Physics"}]}, "Sorbonne"),
    "award": ({"awards": [{"id": "x", "title": "Nobel Prize"}]}, "Nobel Prize"),
    "own section": ({"custom": [{"title": "Founded", "entries": [{"id": "x", "title": "Institute"}]}]}, "Founded"),
    "nobody": ({"work": [{"id": "y", "name": "Capital One"}]}, ""),
    "markup": ({"work": [{"id": "x", "name": "*Capital* One"}]}, "Capital One"),
}


@pytest.mark.parametrize(("data", "employer"), PLACES.values(), ids=PLACES)
def test_where_a_story_took_place(data: dict[str, Any], employer: str) -> None:
    view = sheet_of({**data, "stories": [{"title": "One", "entry": "x"}, {"title": "Two"}]})
    assert [story.employer.plain for story in view.stories] == [employer, ""]
    assert [place.name.plain for place in view.employers] == ([employer] if employer else [])


def test_employers_stand_in_the_order_of_the_profile() -> None:
    work = [{"id": name, "name": name.upper()} for name in ("new", "middle", "old")]
    stories = [{"title": str(number), "entry": name} for number, name in enumerate(("old", "new", "old"))]
    view = sheet_of({"work": work, "stories": stories})
    assert [(place.name.plain, [story.number for story in place.stories]) for place in view.employers] == [
        ("NEW", [2]),
        ("OLD", [1, 3]),
    ]


# What is private


@pytest.mark.parametrize(
    ("stories", "request_", "message", "hint"),
    [
        ([{"title": "One"}, {"title": "Two"}], PUBLIC, "all 2 stories are private", "--private"),
        ([{"title": "One"}], PUBLIC, "the only story is private", "--private"),
        ([], PUBLIC, "the profile has no stories", "stories"),
        ([], PRIVATE, "the profile has no stories", "stories"),
    ],
)
def test_nothing_to_show(stories: list[Any], request_: Request, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        sheet_of({"stories": stories}, request_)
    assert error.value.message == message
    assert hint in error.value.hint


def half_private() -> dict[str, Any]:
    """A profile whose one public story refers to a private job."""
    return {
        "basics": {"name": "Marie Curie"},
        "work": [{"id": "secret", "name": f"{SECRET} Ltd", "visibility": "private"}],
        "stories": [
            {"title": "Open", "visibility": "public", "kind": "strength", "entry": "secret", "prompts": ["Why?"]},
            {"title": f"{SECRET}-1", "kind": f"{SECRET}-2", "prompts": [f"{SECRET}-3"], "situation": f"{SECRET}-4"},
        ],
    }


def test_a_sheet_without_private_stories_shows_nothing_private() -> None:
    rendering = prepared(half_private(), request=PUBLIC)
    notice = rendering.view.page.words["private_notice"]
    for output in (rendering.html(), pdf_contents(rendering.pdf()), repr(rendering.view.groups)):  # type: ignore[attr-defined]
        assert "Open" in output
        assert SECRET not in output
    assert notice not in rendering.html()


def test_a_private_sheet_says_so_on_every_page() -> None:
    notice = example_sheet().view.page.words["private_notice"]
    assert notice in example_sheet().html()
    assert all(notice in text for text in pages(example_pdf()))


def test_no_other_document_has_anything_private_whatever_is_asked() -> None:
    rendering = prepared(half_private(), request=Request(document="cv", with_private=True))
    assert SECRET not in rendering.html()
    assert SECRET not in repr(rendering.view)


def test_private_asked_of_other_documents_alone() -> None:
    profile = Profile.model_validate(half_private())
    with pytest.raises(UsageError, match="in the story sheet alone"):
        requests(profile, ["cv"], Request(with_private=True))
    found = requests(profile, ["cv", "stories"], Request(with_private=True))
    assert [(request.document, request.keeps_private) for request in found] == [("cv", False), ("stories", True)]


@pytest.mark.parametrize(
    ("visibility", "with_private", "documents"),
    [("private", False, ["cv"]), ("private", True, ["cv", "stories"]), ("public", False, ["cv", "stories"])],
)
def test_all_documents(visibility: str, with_private: bool, documents: list[str]) -> None:
    profile = Profile.model_validate({"stories": [{"title": "One", "visibility": visibility}]})
    found = requests(profile, ["all"], Request(with_private=with_private))
    assert [request.document for request in found] == documents


def test_unknown_keys_are_in_no_sheet() -> None:
    rendering = prepared(filled(unknown="Unbekannt").data, request=PRIVATE)
    for output in (rendering.html(), pdf_contents(rendering.pdf()), repr(rendering.view)):
        assert "Zq" in output
        assert "Unbekannt".lower() not in output.lower()


def test_metadata_tell_no_story() -> None:
    view = example_sheet().view
    assert (view.title, view.description, view.keywords, view.suffix) == (
        "Data scientist – Interview stories",
        "",
        (),
        "-stories",
    )
    head = Page(example_sheet().html()).root.find("head")
    assert head is not None
    contents = [element.get("content") for element in head.iter("meta")]
    assert not [text for text in contents if text and "story" in text.lower()]


# What is on the page

UNSEEN = {"id", "tags", "visibility", "priority", "kind"}
"""Keys of a story that a sheet does not show as they are."""


def test_all_of_a_story_is_shown() -> None:
    data = filled()
    rendering = prepared(data.data, request=PRIVATE)
    leaves = [leaf for leaf in data.leaves if leaf.path[0] == "stories" and not UNSEEN & set(leaf.path)]
    assert len(leaves) >= 10
    html, pdf = squeezed(rendering.html()), pdf_contents(rendering.pdf())
    shown = [leaf for leaf in leaves if leaf.path[-1] not in {"entry", "url"}]
    for leaf in shown:
        assert squeezed(leaf.token) in html, leaf.path
        assert squeezed(leaf.token) in squeezed(pdf), leaf.path


@pytest.mark.parametrize("number", range(1, 21))
def test_the_index_leads_to_every_story(number: int) -> None:
    page = Page(example_sheet().html())
    (article,) = [element for element in page.all("article") if element.get("id") == f"story-{number}"]
    links = [element for element in page.all("a") if element.get("href") == f"#story-{number}"]
    prompts = [
        folded("".join(item.itertext())) for ul in article.iter("ul") if ul.get("class") == "prompts" for item in ul
    ]
    texts = [folded("".join(link.itertext())) for link in links]
    assert prompts
    assert [text for text in texts if text in {f"{number} {prompt}" for prompt in prompts}] == texts[: len(prompts)]


def test_every_link_inside_has_its_target() -> None:
    page = Page(example_sheet().html())
    targets = {value.removeprefix("#") for value in page.attributes("href") if value.startswith("#")}
    assert targets <= set(page.attributes("id"))
    assert len(page.attributes("id")) == len(set(page.attributes("id")))


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        count = len(document.pages)
    texts = pdfminer_text(pdf).split("\f")
    return texts[:count]


@pytest.mark.parametrize("page", ["a4", "letter"])
def test_twenty_stories_fit_on_four_pages(page: str) -> None:
    assert len(pages(example_pdf(page))) <= 4


def test_the_pages_in_the_index_are_those_of_the_stories() -> None:
    texts = [folded(text) for text in pages(example_pdf())]
    told = dict(re.findall(r"(\d+) [^\d]*?\? Page (\d)", texts[0]))
    assert len(told) >= 15
    titles = {str(story.number): story.title.plain for story in example_sheet().view.stories}  # type: ignore[attr-defined]
    for number, page in told.items():
        assert f"{number} {titles[number]}" in texts[int(page) - 1]


@pytest.mark.parametrize("extract", [pdfium_text, pdfminer_text])
def test_stories_are_read_in_their_order(extract: Any) -> None:
    text = squeezed(extract(example_pdf()))
    rest = text[text.rindex(squeezed("Who I am, in a minute")) :]
    places = [rest.find(squeezed(part.value.plain)) for story in example_sheet().view.stories for part in story.parts]  # type: ignore[attr-defined]
    found = [place for place in places if place >= 0]  # what a page break parts is not found
    assert found == sorted(found)
    assert len(found) >= 0.9 * len(places)


def test_bookmarks_are_the_headings() -> None:
    with pikepdf.open(BytesIO(example_pdf())) as document, document.open_outline() as outline:
        titles = [str(item.title) for top in outline.root for item in (top, *top.children)]
    assert {"By question", "By employer", "Conflicts", "Salary"} <= set(titles)
