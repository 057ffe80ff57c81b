"""What is private, and in a blind document who it is, is in no byte of any output, whatever the profile.

The profiles have a value in every field of the format; every document that there is is rendered,
also one that comes later.
"""

from __future__ import annotations

import copy
import json
import re
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from filled import entry_places, filled
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from leaks import leaks
from outputs import prepared

from cvpress.errors import UsageError
from cvpress.pipeline.source import attached_sources
from cvpress.values.outputs import file_stem
from cvpress.views.build import DOCUMENTS
from cvpress.views.redact import BLIND_DOCUMENTS
from cvpress.views.request import Redaction, Request, Selection
from cvpress.writers.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.pipeline.rendering import Rendering

Place = tuple[str | int, ...]


def _word(seed: int) -> str:
    return "".join(Random(seed).choices("bcdfghjkmnpqvwxz", k=8))  # noqa: S311  # no secret of anybody


MARKS = st.integers(0, 2**32).map(_word)
"""Words that no language has and no other text of the tests holds."""

NO_SHRINKING = (Phase.explicit, Phase.generate)
"""A profile with every field takes its time; the place of a leak tells enough."""

PUBLIC = "Zq"
"""What is meant to be shown begins with it."""


class Marked(NamedTuple):
    """A profile and the marks that no output may show."""

    data: dict[str, Any]
    marks: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Marked({self.marks})"  # a whole profile is no reading


def at(data: Any, place: Place) -> Any:
    """What is at a place of a profile."""
    for step in place:
        data = data[step]
    return data


def renderings(data: dict[str, Any], request: Request) -> Iterator[Rendering]:
    """Every document that can be made of a profile."""
    for document in DOCUMENTS:
        wanted = Request(
            document=document,
            language=request.language,
            variant=request.variant,
            selection=request.selection,
            redaction=request.redaction,
        )
        try:
            yield prepared(data, request=wanted)
        except UsageError:
            # The CV is there whatever is private; another document may have nothing left to show, or not be blind.
            assert document != "cv"


def outputs(rendering: Rendering, *, has_pdf: bool) -> Iterator[bytes]:
    """All that is written of a document: pages, the names of their files."""
    yield rendering.html().encode()
    yield rendering.view.suffix.encode()
    yield from (file.data for file in attached_sources([rendering]))
    if has_pdf:
        yield rendering.pdf()


# ---- Private entries ----


@st.composite
def half_private(draw: st.DrawFn) -> Marked:
    """A profile in which every entry, at any depth, has a private twin before or behind it, and its mark.

    Every text of the twin, in every field of the format, begins with the mark. Some sections hold
    nothing but private entries.
    """
    mark = draw(MARKS)
    data, secret = copy.deepcopy(filled(PUBLIC).data), filled(mark.capitalize()).data
    places = list(entry_places(data))
    for place in reversed(places):
        twin = {**copy.deepcopy(at(secret, place)), "visibility": "private"}
        for inner in entry_places(twin):
            at(twin, inner).pop("id", None)  # it is that of the twin of the inner entry
        at(data, place[:-1]).insert(draw(st.integers(0, 1)), twin)
    hidden = draw(st.sets(st.sampled_from(sorted({place[0] for place in places if place[0] != "basics"})), max_size=2))
    for section in hidden:
        data[section] = [{**entry, "visibility": "private"} for entry in data[section]]
    names = [entry["id"] for place in entry_places(data) if "id" in (entry := at(data, place))]
    data["translations"] = {"de": {"entries": _translated(data, mark)}}
    data["research"][0]["publications"] = [name for name in names if "publications" in name]
    data["variants"] = {"one": {"include": ["none"], "sections": {"order": ["custom", "awards"]}}}
    return Marked(data, (mark,))


def _translated(data: dict[str, Any], mark: str) -> dict[str, Any]:
    """Marked texts in another language for every private entry that has an id."""
    keys = ("name", "title", "summary", "position", "text", "subject", "situation")
    entries = (at(data, place) for place in entry_places(data))
    return {
        entry["id"]: dict.fromkeys(keys, f"{mark}-de")
        for entry in entries
        if entry.get("visibility") == "private" and "id" in entry
    }


REQUESTS = st.sampled_from([Request(), Request(language="de"), Request(variant="one")])


def _check_private(profile: Marked, request: Request, *, has_pdf: bool) -> None:
    for rendering in renderings(profile.data, request):
        for output in outputs(rendering, has_pdf=has_pdf):
            assert leaks(output, profile.marks) == set(), rendering.view.document


@settings(max_examples=15, phases=NO_SHRINKING)
@given(half_private(), REQUESTS)
def test_what_is_private_is_in_no_page(profile: Marked, request_: Request) -> None:
    _check_private(profile, request_, has_pdf=False)


@pytest.mark.slow
@settings(max_examples=4, phases=NO_SHRINKING)
@given(half_private(), REQUESTS)
def test_what_is_private_is_in_no_pdf(profile: Marked, request_: Request) -> None:
    _check_private(profile, request_, has_pdf=True)


@settings(max_examples=3, phases=NO_SHRINKING)
@given(half_private())
def test_the_profiles_have_private_twins_of_all_entries(profile: Marked) -> None:
    data, (mark,) = profile
    private = [at(data, place) for place in entry_places(data) if at(data, place)["visibility"] == "private"]
    assert len(private) >= 28
    assert all(mark.capitalize() in json.dumps(entry) for entry in private)


def test_a_leak_in_an_embedded_file_would_be_found() -> None:
    rendering = prepared({"basics": {"name": "Anna"}, "skills": [{"name": "Bqxvhjkd"}]})
    theme = (rendering.theme, rendering.options)
    view = prepared({"basics": {"name": "Anna"}}).view
    carried = attached_sources([rendering])
    assert leaks(write_pdf(view, *theme, carried).data, ["Bqxvhjkd"]) == {"Bqxvhjkd"}
    assert leaks(write_pdf(view, *theme).data, ["Bqxvhjkd"]) == set()


# ---- Blind documents ----

FORMS = (
    "{first} {last}",
    "{FIRST} {LAST}",
    "{last}, {first}",
    "{initial}. {last}",
    "{last} {initial}",
    "Dr. {last}’s",
    "{first}s",
    "**{first}** *{last}*",
    "*{head}*{tail}",
    "{head}\u00ad{tail}",
    "{head}\u200b{tail}",
    "&#{code};{rest}",
    "({first}-{last})",
    "{first}{last}",
    "{initial}{last}7",
    "[my page](https://example.org/{last})",
    "[{first} {last}](https://example.org/a_(b))",
    "<https://{last}.example.org/a>",
    "see https://example.org/~{first}, please",
    "github.com/x{last}y/thesis",
    "x{last}@example.org",
    "{head}\\{tail}, {head}...{tail}",
    "{head}--{tail}",
    "lib{last}, {last}Lab",
    "$\\mathrm{{{head}}}{tail}$",
)
"""What a name looks like in a text."""


def written(form: str, first: str, last: str) -> str:
    """A form of a name."""
    return form.format(
        first=first,
        last=last,
        FIRST=first.upper(),
        LAST=last.upper(),
        initial=first[0],
        head=last[:3],
        tail=last[3:],
        code=ord(last[0]),
        rest=last[1:],
    )


@st.composite
def named(draw: st.DrawFn) -> Marked:
    """A profile in which every text names its person, in one form or another, and the marks that are to go.

    The marks are the names, the account and all that is filled in under `basics` to reach the person.
    """
    first, last, account, contact = draw(st.lists(MARKS, min_size=4, max_size=4, unique=True))
    forms = draw(st.permutations(FORMS))
    numbers = iter(range(10_000))

    def texts() -> str:
        return written(forms[next(numbers) % len(forms)], first.capitalize(), last.capitalize())

    data = _named(copy.deepcopy(filled(PUBLIC).data), texts, f"{account} 0170 555 1234 56")
    contacts = copy.deepcopy(filled(contact.capitalize()).data["basics"])
    texts_kept = {key: f"{data['basics'][key]}" for key in ("label", "summary", "availability", "relocation")}
    data["basics"] = {
        **contacts,
        **texts_kept,
        "name": f"{first.capitalize()} {last.capitalize()}",
        "email": f"{account}@example.org",
        "phone": "+49 170 555123456",
        "profiles": [{"network": contact, "username": account, "url": f"https://example.org/{contact}"}],
    }
    data["translations"] = {"de": {"basics": {"name": f"{last} {contact}"}}}
    return Marked(data, (first, last, account, contact, "5551234"))


def _named(value: Any, texts: Callable[[], str], more: str) -> Any:
    """The same profile, each text of which names the person, each id and each URL as well."""
    if isinstance(value, dict):
        return {
            key: inner if key == "formulas" else _named(inner, texts, more)  # a form of a name is no LaTeX
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_named(item, texts, more) for item in value]
    if not isinstance(value, str):
        return value
    if re.fullmatch(rf"{PUBLIC}\d+", value):
        return f"{value} {texts()} {more}"
    if value.startswith("https://"):
        return f"{value}{more.partition(' ')[0]}"
    return f"{more.partition(' ')[0]}-{value}" if value.startswith(f"{PUBLIC.lower()}-") else value


BLIND = st.builds(
    Request,
    language=st.sampled_from(["", "de"]),
    redaction=st.builds(Redaction, dates=st.booleans(), organizations=st.booleans()),
)


def _check_blind(profile: Marked, request: Request, *, has_pdf: bool) -> None:
    data, marks = profile
    digits = [mark for mark in marks if mark.isdigit()]
    for rendering in renderings(data, request):
        for output in outputs(rendering, has_pdf=has_pdf):
            assert leaks(output, [mark for mark in marks if not mark.isdigit()]) == set(), rendering.view.document
        assert f"{PUBLIC}0" in rendering.html(), "what is not the person's is missing"
        text = re.sub(r"\s|\.", "", re.sub(r"base64,[^)\"]*", "", rendering.html()))
        assert [number for number in digits if number in text] == []


@pytest.mark.slow
@settings(max_examples=15, phases=NO_SHRINKING)
@given(named(), BLIND)
def test_who_it_is_is_in_no_blind_page(profile: Marked, request_: Request) -> None:
    _check_blind(profile, request_, has_pdf=False)


@pytest.mark.slow
@settings(max_examples=3, phases=NO_SHRINKING)
@given(named(), BLIND)
def test_who_it_is_is_in_no_blind_pdf(profile: Marked, request_: Request) -> None:
    _check_blind(profile, request_, has_pdf=True)


@settings(max_examples=5, phases=NO_SHRINKING)
@given(named(), MARKS)
def test_titles_and_texts_of_the_command_line_are_blind_too(profile: Marked, other: str) -> None:
    data, (first, last, *_) = profile
    selection = Selection(
        titles={"work": f"Posts of {first} {last}"}, basics={"label": f"{last}, chemist", "name": other}
    )
    page = prepared(data, request=Request(selection=selection, redaction=Redaction())).html()
    assert leaks(page.encode(), [first, last, other]) == set()
    assert "Posts of [name]" in page


def test_organizations_on_request() -> None:
    data = copy.deepcopy(filled(PUBLIC).data)
    places = [("work", 0, "name"), ("volunteer", 0, "organization"), ("education", 0, "institution")]
    marks = ["Bqxvhjkd", "Wqxvhjkf", "Kqxvhjkg"]
    for (section, index, key), mark in zip(places, marks, strict=True):
        data[section][index][key] = f"{mark} Inc."
        data["work"][0]["summary"] += f" At {mark.upper()}, then at {mark} Inc."
        data["skills"][0]["keywords"].append(f"{mark}Script")
    page = prepared(data, request=Request(redaction=Redaction(organizations=True))).html()
    assert "Employer 1" in page
    shown = re.sub(r"\w+Script", "", page)
    assert leaks(shown.encode(), marks) == set()


def test_dates_of_study_on_request() -> None:
    data = copy.deepcopy(filled(PUBLIC).data)
    data["education"][0] |= {"startDate": "1777-01", "endDate": "1888-02"}
    page = prepared(data, request=Request(redaction=Redaction(dates=True))).html()
    assert "1777" not in page
    assert "1888" not in page
    assert "1777" in prepared(data, request=Request(redaction=Redaction())).html()


@pytest.mark.parametrize("document", sorted(set(DOCUMENTS) - set(BLIND_DOCUMENTS)) or ["letter"])
def test_what_cannot_be_blind_is_refused(document: str) -> None:
    if document not in DOCUMENTS:
        pytest.skip("there is no such document yet")
    with pytest.raises(UsageError, match="cannot be blind"):
        prepared(filled(PUBLIC).data, request=Request(document=document, redaction=Redaction()))


def test_every_document_has_a_blind_name() -> None:
    assert [file_stem("anna.yaml", suffix, is_blind=True) for suffix in ("", "-portfolio")] == [
        "blind-cv",
        "blind-portfolio",
    ]


# ---- The search itself ----

MARK = "Qwxjkvbz"

PAGES = {
    "text": f"<p>so {MARK} it is",
    "upper case": f"<p>{MARK.upper()}",
    "markup between letters": f"<p>{MARK[:3]}<em>{MARK[3:]}</em>",
    "soft hyphens": f"<p>{MARK[:3]}&shy;{MARK[3:]}",
    "line break": f"<p>{MARK[:3]}-\n{MARK[3:]}",
    "character references": "<p>" + "".join(f"&#{ord(char)};" for char in MARK),
    "title": f"<title>{MARK}</title><p>x",
    "metadata": f"<meta name=author content='{MARK}'><p>x",
    "alternative text": f"<img alt='{MARK}' src='data:,'>",
    "link": f"<a href='https://{MARK}.example.org/'>x</a>",
    "link to a file": f"<a href='https://example.org/{MARK}.pdf'>x</a>",
    "percent signs": f"<a href='https://example.org/{''.join(f'%{ord(char):02x}' for char in MARK)}'>x</a>",
    "structured data": f'<script type="application/ld+json">{{"name":"{MARK}"}}</script>',
    "comment": f"<!-- {MARK} --><p>x",
    "id": f"<p id='{MARK}'>x",
    "class": f"<p class='{MARK}'>x",
    "style": f"<style>p {{ --x: '{MARK}' }}</style><p>x",
    "data URI": "<img src='data:text/plain;base64,{}'>",
}
IN_PDF = ("text", "markup between letters", "soft hyphens", "title", "metadata", "link", "link to a file")


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_leak_in_a_page_is_found(body: str) -> None:
    from base64 import b64encode

    html = "<!DOCTYPE html>" + body.replace("{}", b64encode(f"ab{MARK}cd".encode()).decode())
    assert leaks(html.encode(), [MARK, "other"]) == {MARK}


def pdf_of(html: str) -> bytes:
    """What WeasyPrint makes of a page."""
    from cvpress.writers.weasyprint_engine import load_weasyprint

    document = load_weasyprint().HTML(string=f"<html lang=en>{html}").render()
    data: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return data


PDF_LEAKS = {
    **{name: PAGES[name] for name in IN_PDF},
    "bookmark": f"<h1 style='bookmark-label: \"{MARK}\"'>x</h1>",
    "name of a place": f"<p id='{MARK}'>x</p><a href='#{MARK}'>y</a>",
    "letters apart": f"<p style='letter-spacing: 1em'>{MARK}</p>",
    "letters over lines": f"<p style='width: 2em; overflow-wrap: anywhere'>{MARK}</p>",
    "white letters": f"<p style='color: white; font-size: 1px'>{MARK}</p>",
    "alternative text": (
        f"<img alt='{MARK}' src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22"
        " height=%229%22><rect width=%229%22 height=%229%22/></svg>'>"
    ),
}


@pytest.mark.parametrize("body", PDF_LEAKS.values(), ids=PDF_LEAKS)
def test_a_leak_in_a_pdf_is_found(body: str) -> None:
    assert leaks(pdf_of(body), [MARK, "other"]) == {MARK}


def test_no_leak_is_found_where_there_is_none() -> None:
    assert leaks(pdf_of("<title>x</title><h1>y</h1>"), [MARK]) == set()
    assert leaks(b"<!DOCTYPE html><p>nothing", [MARK]) == set()


def test_a_leak_of_cvpress_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole way: were private entries not taken out, the tests above would fail."""
    from cvpress.views import build

    data = copy.deepcopy(filled(PUBLIC).data)
    data["interests"][0] |= {"name": MARK, "visibility": "private"}
    rendering = prepared(data)
    assert leaks(rendering.html().encode(), [MARK]) == set()
    monkeypatch.setattr(build, "public_part", lambda profile: profile)
    rendering = prepared(data)
    assert leaks(rendering.html().encode(), [MARK]) == {MARK}
    assert leaks(rendering.pdf(), [MARK]) == {MARK}


def test_no_document_is_passed_over() -> None:
    """What is caught above must not hide that a document is never made."""
    request = Request(language="en")
    made = [rendering.view.document for rendering in renderings(filled(PUBLIC).data, request)]
    assert made == list(DOCUMENTS)
