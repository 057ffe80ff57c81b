from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outputs import ROOT

from cvpress.errors import UsageError
from cvpress.model.profile import Profile
from cvpress.syntax import read
from cvpress.views.available import requests
from cvpress.views.build import build_view
from cvpress.views.mathematics.formula import Formula
from cvpress.views.portfolio.view import PortfolioView
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.views.portfolio.slides import Card, Slide

DECK = Request(document="portfolio")
EXAMPLE = ROOT / "profiles/robust-ml-phd/profile.yaml"


def deck(data: dict[str, Any]) -> PortfolioView:
    """The slides of a profile given as plain data."""
    view = build_view(Profile.model_validate(data), DECK)
    assert isinstance(view, PortfolioView)
    return view


def portfolio(**fields: Any) -> PortfolioView:
    return deck({"portfolio": fields})


def texts(slides: tuple[Slide, ...]) -> Iterator[str]:
    """All that slides say, but for what runs above them and for titles that are said again."""
    for slide in slides:
        if slide.turn == 1 and slide.kind != "agenda":
            yield slide.title.plain
        yield from (line.text.plain for line in slide.lines)
        for card in slide.cards:
            yield from card_texts(card)


def card_texts(card: Card) -> Iterator[str]:
    yield card.title.plain
    yield from map(str, (*card.texts, *card.points, *card.formulas, *card.notes))
    for result in card.results:
        yield from (result.figure, result.label.plain, result.context.plain)
    for quote in card.quotes:
        yield from (quote.label.plain, quote.text.plain)
    for figure in card.figures:
        yield from (figure.alt, figure.caption.plain)
    yield from (link.label for link in card.links)


def example() -> PortfolioView:
    return deck(read(EXAMPLE.read_bytes(), EXAMPLE.name).data)


def test_the_example_has_all_kinds_of_slides() -> None:
    slides = example().slides
    assert [slide.number for slide in slides] == list(range(1, len(slides) + 1))
    kinds = Counter(slide.kind for slide in slides)
    assert (kinds["title"], kinds["agenda"], kinds["area"], kinds["opener"], kinds["closing"]) == (1, 4, 3, 1, 1)
    assert len(slides) <= 34


def test_an_agenda_marks_what_comes_next() -> None:
    agendas = [slide for slide in example().slides if slide.kind == "agenda"]
    assert [[line.is_current for line in slide.lines].index(True) for slide in agendas] == [0, 1, 2, 3]


def test_an_agenda_that_is_not_the_parts_comes_once() -> None:
    view = portfolio(agenda=["One", "Two", "Three"], learned=[{"title": "A"}])
    agendas = [slide for slide in view.slides if slide.kind == "agenda"]
    assert len(agendas) == 1
    assert not any(line.is_current for line in agendas[0].lines)


def test_the_deep_dive_says_where_it_came_out() -> None:
    opener = next(slide for slide in example().slides if slide.kind == "opener")
    (entry,) = opener.cards[0].publications
    assert (entry.organization.plain, entry.note.plain) == ("EMNLP", "Oral (top 10 %)")


def test_an_area_without_topics_shows_its_highlights() -> None:
    area = {"id": "a", "name": "Rays", "highlights": ["Found two elements."]}
    (slide,) = deck({"research": [area], "portfolio": {"areas": ["a"]}}).slides[1:]
    assert slide.cards[0].points[0].plain == "Found two elements."


def test_what_is_private_is_on_no_slide() -> None:
    area = {"id": "a", "name": "Secret", "visibility": "private", "topics": [{"title": "Secret"}]}
    paper = {"id": "p", "name": "Secret", "visibility": "private"}
    open_area = {"id": "b", "name": "Open", "publications": ["p"]}
    data = {
        "research": [area, open_area],
        "publications": [paper],
        "portfolio": {"areas": ["a", "b"], "deepDive": {"entry": "p", "title": "Dive"}},
    }
    assert "Secret" not in repr(deck(data))


def test_short_topics_share_a_slide() -> None:
    view = portfolio(deepDive={"title": "Dive", "method": [{"title": f"T{n}", "text": "Short."} for n in range(4)]})
    assert [(slide.kind, len(slide.cards)) for slide in view.slides] == [("title", 0), ("opener", 1), ("topic", 4)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_no_short_topic_is_left_alone(count: int) -> None:
    view = portfolio(learned=[{"title": f"T{n}", "text": "Words, " * 30} for n in range(count)])
    sizes = [len(slide.cards) for slide in view.slides[1:]]
    assert sum(sizes) == count
    assert count == 1 or min(sizes) > 1 or count % 2


def test_a_long_list_is_parted_evenly() -> None:
    view = portfolio(learned=[{"title": "List", "points": [f"Point {n} of a long list of things" for n in range(25)]}])
    slides = view.slides[1:]
    assert [slide.turn for slide in slides] == list(range(1, len(slides) + 1))
    sizes = [len(slide.cards[0].points) for slide in slides]
    assert max(sizes) - min(sizes) <= 2
    assert {slide.origin for slide in slides} == {("portfolio", "learned", 0)}


def test_the_parts_of_a_topic_are_set_in_one_size() -> None:
    points = [f"Point {number} of a long list of things, {'words and ' * (number % 9 * 2)}more" for number in range(36)]
    view = portfolio(learned=[{"title": "List", "points": points}])
    assert len(view.slides) > 3
    assert len({slide.size for slide in view.slides[1:]}) == 1


CHART = {"values": [{"label": "a", "value": 1}, {"label": "b", "value": 2}]}


@pytest.mark.parametrize(
    ("topic", "layouts"),
    [
        ({"figures": [CHART]}, ["flow"]),
        ({"figures": [CHART] * 2}, ["halves"]),
        ({"figures": [CHART] * 2, "text": "Words."}, ["halves"]),
        ({"figures": [{**CHART, "chart": "columns"}] * 4}, ["halves", "halves"]),
        ({"figures": [CHART], "quotes": [{"text": "Yes."}, {"text": "No."}]}, ["halves"]),
        ({"figures": [CHART], "text": "Words."}, ["split"]),
    ],
    ids=["one", "two", "two with words", "four", "a chart and quotes", "one with words"],
)
def test_figures_stand_side_by_side(topic: dict[str, Any], layouts: list[str]) -> None:
    view = portfolio(learned=[{"title": "F", **topic}])
    assert [slide.layout for slide in view.slides[1:]] == layouts


def test_a_chart_is_as_large_as_its_slide_allows() -> None:
    (alone,), (half, _) = (
        [figure.chart for figure in portfolio(learned=[{"title": "F", "figures": figures}]).slides[1].cards[0].figures]
        for figures in ([{**CHART, "chart": "columns"}], [{**CHART, "chart": "columns"}] * 2)
    )
    assert alone is not None
    assert half is not None
    assert (alone.width, half.width) == (pytest.approx(800, abs=1), pytest.approx(404, abs=1))
    assert min(alone.height, half.height) > 280


@pytest.mark.parametrize(("fields", "layout"), [({}, "statement"), ({"highlights": ["Found two."]}, "flow")])
def test_an_area_with_only_a_summary_is_a_statement(fields: dict[str, Any], layout: str) -> None:
    area = {"id": "a", "name": "Rays", "summary": "How numbers become comparable.", **fields}
    (slide,) = deck({"research": [area], "portfolio": {"areas": ["a"]}}).slides[1:]
    assert slide.layout == layout


@pytest.mark.parametrize(("directions", "count"), [([], 0), (["Rays"], 1)])
def test_an_overview_has_more_than_names(directions: list[str], count: int) -> None:
    areas = [{"id": name, "name": name, "summary": "S.", "directions": directions} for name in ("a", "b")]
    view = deck({"research": areas, "portfolio": {"areas": ["a", "b"]}})
    assert [slide.kind for slide in view.slides].count("overview") == count


def test_formulas_are_mathematics() -> None:
    view = portfolio(learned=[{"title": "F", "formulas": ["E = mc^2", " "]}])
    assert view.slides[1].cards[0].formulas == (Formula("E = mc^2", is_display=True),)


def test_what_is_no_number_stands_among_the_figures() -> None:
    figure = {"values": [{"label": "a", "value": 1}, {"label": "b", "value": "top 10 %"}]}
    (card,) = portfolio(learned=[{"title": "F", "figures": [figure]}]).slides[1].cards
    assert [result.figure for result in card.results] == ["top 10 %"]
    assert card.figures[0].alt == "a: 1"


def test_a_profile_without_a_portfolio() -> None:
    with pytest.raises(UsageError, match="no portfolio") as error:
        deck({"basics": {"name": "Marie Curie"}})
    assert "portfolio" in str(error.value.hint)


@pytest.mark.parametrize(("fields", "is_there"), [({}, False), ({"portfolio": {"title": "Deck"}}, True)])
def test_all_documents(fields: dict[str, Any], is_there: bool) -> None:
    made = requests(Profile.model_validate(fields), ["all"], Request())
    assert ("portfolio" in [request.document for request in made]) is is_there


tokens = st.integers(0, 10**6).map("Zq{:07}z".format)
phrases = st.builds(
    lambda token, tail: f"{token} {tail}".strip(), tokens, st.sampled_from(["", "word " * 8, "word " * 90])
)
topics = st.fixed_dictionaries(
    {"title": phrases},
    optional={
        "text": st.lists(phrases, max_size=4).map("\n\n".join),
        "points": st.lists(phrases, max_size=14),
        "notes": st.lists(phrases, max_size=3),
        "formulas": st.lists(tokens, max_size=4),
        "quotes": st.lists(st.fixed_dictionaries({"label": tokens, "text": phrases}), max_size=3),
        "results": st.lists(st.fixed_dictionaries({"value": st.just("1"), "label": phrases}), max_size=5),
        "figures": st.lists(st.fixed_dictionaries({"caption": phrases}), max_size=2),
        "links": st.lists(st.fixed_dictionaries({"label": tokens}), max_size=2),
    },
)


@settings(max_examples=25, deadline=None)
@given(
    learned=st.lists(topics, max_size=6),
    dive=st.dictionaries(st.sampled_from(["background", "method", "findings"]), st.lists(topics, max_size=5)),
    about=st.lists(phrases, max_size=3),
)
def test_everything_is_on_the_slides_once(learned: list[Any], dive: dict[str, Any], about: list[str]) -> None:
    fields = {"title": "Deck", "learned": learned, "deepDive": dive, "about": about}
    written = Counter(re.findall(r"Zq\d{7}z", repr(fields)))
    shown = Counter(re.findall(r"Zq\d{7}z", "\n".join(texts(portfolio(**fields).slides))))
    assert shown == written
