"""--fit: what is left out so that a CV has few enough pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outputs import NAMES, PROFILES, Page, prepared, squeezed

import cvpress
from cvpress.errors import UsageError
from cvpress.model.profile import Profile
from cvpress.pipeline.fitting import _HEAD_STARTS, chosen, removable
from cvpress.views.cv import CvView
from cvpress.views.request import Redaction, Request, Selection
from cvpress.views.sections import _KINDS
from cvpress.views.select import shown_entries
from cvpress.writers.pdf import page_count

if TYPE_CHECKING:
    from collections.abc import Collection

    from cvpress.views.request import Place
    from cvpress.views.view import Section

SHOWCASE = PROFILES[NAMES.index("marie-curie")]


def sections_of(rendering: cvpress.Rendering) -> tuple[Section, ...]:
    """The sections of a CV."""
    assert isinstance(rendering.view, CvView)
    return rendering.view.sections


@pytest.mark.slow
@pytest.mark.parametrize("pages", [1, 2])
def test_the_showcase_on_fewer_pages(pages: int) -> None:
    rendering = cvpress.prepare(SHOWCASE, Request(fit=pages))
    assert page_count(rendering.view, rendering.theme, rendering.options) == pages
    assert rendering.left_out
    page = Page(rendering.html())
    assert [section.title for section in sections_of(rendering) if not section.entries] == []
    assert len(page.all("h2")) == len(sections_of(rendering))
    whole = cvpress.prepare(SHOWCASE)
    text, all_text = squeezed(page.text), squeezed(Page(whole.html()).text)
    for listed in rendering.left_out:
        title = squeezed(listed.title.rpartition(" › ")[2].partition(",")[0])
        assert title in all_text
        assert text.count(title) < all_text.count(title)


def test_what_fits_stays_whole() -> None:
    data = {"basics": {"name": "A", "email": "a@example.org"}, "interests": [{"name": "Cycling"}]}
    rendering = prepared(data, request=Request(fit=1))
    assert rendering.left_out == ()
    assert rendering.view == prepared(data).view


def long_profile(**more: Any) -> dict[str, Any]:
    jobs = [{"name": f"Employer {number}", "summary": "Worked hard. " * 60} for number in range(12)]
    return {
        "basics": {"name": "Ada Example", "email": "a@example.org"},
        "work": jobs,
        "education": [{"institution": "School"}],
        "interests": [{"name": "Cycling", "priority": 9}, {"name": "Walking"}],
        "custom": [{"title": "Own", "summary": "Words.", "entries": [{"name": "Thing"}]}],
        **more,
    }


def test_what_has_a_tag_that_is_asked_for_goes_last() -> None:
    interests = [{"name": "Cycling", "tags": ["sport"]}, {"name": "Walking"}]
    profile = Profile.model_validate({"interests": interests, "talks": [{"name": "One"}]})
    entries = list(shown_entries(profile, Selection()))
    assert removable(entries, ("sport",))[-1] == ("interests", 0)
    assert removable(entries)[-1] == ("talks", 0)


def test_priority_first_then_place() -> None:
    rendering = prepared(long_profile(), request=Request(fit=1))
    titles = [section.title for section in sections_of(rendering)]
    assert "Interests" in titles, "its priority is the highest"
    assert "Education" in titles
    left_out = [str(listed) for listed in rendering.left_out]
    assert "Experience: Employer 0" not in left_out
    assert "Experience: Employer 11" in left_out
    assert rendering.view == prepared(long_profile(), request=Request(fit=1)).view


def test_html_and_blind_documents_are_fitted_the_same_way() -> None:
    plain = prepared(long_profile(), request=Request(fit=1))
    blind = prepared(long_profile(), request=Request(fit=1, redaction=Redaction()))
    assert "Employer 11" not in plain.html()
    assert blind.left_out
    assert "Ada Example" not in blind.html()


def test_a_variant_says_how_many_pages() -> None:
    data = long_profile(variants={"short": {"pages": 1}, "long": {}})
    assert prepared(data, request=Request(variant="short")).left_out
    assert not prepared(data, request=Request(variant="long")).left_out


def test_what_cannot_fit() -> None:
    basics = {"name": "A", "email": "a@example.org", "summary": "Many words. " * 900}
    with pytest.raises(UsageError, match=r"does not fit on 1 page: with a single entry it has \d") as caught:
        prepared({**long_profile(), "basics": basics}, request=Request(fit=1))
    assert caught.value.hint == "shorten the summary, or allow more pages"


def test_fewer_than_one_page() -> None:
    with pytest.raises(UsageError, match="at least one page"):
        prepared(long_profile(), request=Request(fit=-1))


def test_all_sections_have_their_weight() -> None:
    assert set(_HEAD_STARTS) == {kind.name for kind in _KINDS}


def test_the_order_in_which_entries_go() -> None:
    data = {
        "work": [
            {"name": "a", "projects": [{"name": "p"}, {"name": "q", "priority": -1}]},
            {"name": "b"},
            {"name": "c"},
        ],
        "education": [{"institution": "d", "priority": -5}],
        "interests": [{"name": "e"}],
        "references": [{"name": "f", "priority": 1}],
        "letters": [{"subject": "no"}],
        "custom": [{"title": "g", "entries": [{"name": "h"}]}],
    }
    profile = Profile.model_validate(data)
    assert removable(list(shown_entries(profile, Selection()))) == [
        ("work", 0, "projects", 1),
        ("interests", 0),
        ("custom", 0, "entries", 0),
        ("work", 2),
        ("work", 1),
        ("work", 0, "projects", 0),
        ("references", 0),
        ("work", 0),
        ("education", 0),
    ]


PLACES: list[Place] = [("work", number) for number in range(20)]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=20), st.integers(1, 60))
def test_as_few_as_possible_go(sizes: list[int], room: int) -> None:
    """Entries of given sizes: the rest fits, and of the last tried none could have stayed."""
    places = PLACES[: len(sizes)]

    def fits(out: Collection[Place]) -> bool:
        return sum(size for place, size in zip(places, sizes, strict=True) if place not in out) <= room

    out = chosen(places, fits)
    if out is None:
        assert sizes[-1] > room
        return
    assert fits(out)
    assert places[-1] not in out
    later = sorted(out, reverse=True)[:5]
    assert not any(fits(out - {place}) for place in later)
    assert out == chosen(places, fits)


def test_within_what_is_out_nothing_is_put_back() -> None:
    inner: Place = ("work", 0, "projects", 0)
    places: list[Place] = [inner, ("work", 0), ("work", 1), ("work", 2)]
    out = chosen(places, lambda gone: len([place for place in places if place not in gone]) <= 1)
    assert out == {inner, ("work", 0), ("work", 1)}
