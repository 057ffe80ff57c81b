"""A great deal of input: correct output, or a clear message, within bounds."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from outputs import Page, folded, pdfium_text, prepared, squeezed

import cvpress

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [f"word{number:05}" for number in range(10_000)]
LONG_TEXT = " ".join(WORDS)
"""100,000 characters."""


def work(count: int) -> list[dict[str, Any]]:
    """So many jobs."""
    return [
        {"name": f"Employer {n}", "position": f"Position {n}", "startDate": "2001", "highlights": [f"Did thing {n}."]}
        for n in range(count)
    ]


Within = Callable[[float], AbstractContextManager[None]]


@pytest.fixture
def within(record_property: Callable[[str, object], None]) -> Within:
    """Fails a block that takes more seconds of CPU than so many."""

    @contextmanager
    def bound(seconds: float) -> Iterator[None]:
        start = time.process_time()
        yield
        taken = time.process_time() - start
        record_property("cpu_seconds", round(taken, 2))
        assert taken < seconds

    return bound


def test_a_text_of_100_000_characters_as_html(within: Within) -> None:
    with within(10):
        html = prepared({"basics": {"label": "A", "summary": LONG_TEXT}}).html()
    assert folded(LONG_TEXT) in Page(html).text


@pytest.mark.slow
@pytest.mark.parametrize("field", ["summary", "highlight"])
def test_a_text_of_100_000_characters_as_pdf(within: Within, field: str) -> None:
    data: dict[str, Any] = {"basics": {"name": "A", "summary": LONG_TEXT}}
    if field == "highlight":
        data = {"basics": {"name": "A"}, "work": [{"name": "B", "position": "C", "highlights": [LONG_TEXT]}]}
    with within(40):
        pdf = prepared(data).pdf()
    assert re.findall(r"word\d+", pdfium_text(pdf)) == WORDS


@pytest.mark.slow
def test_10_000_entries_as_html(within: Within) -> None:
    with within(60):
        html = prepared({"basics": {"name": "A"}, "work": work(10_000)}).html()
    titles = [text for level, text in Page(html).headings if level == 3]
    assert titles == [f"Position {n}" for n in range(10_000)]


@pytest.mark.slow
def test_300_entries_as_pdf(within: Within) -> None:
    with within(60):
        pdf = prepared({"basics": {"name": "A"}, "work": work(300)}).pdf()
    lines = [line.strip() for line in pdfium_text(pdf).splitlines()]
    assert [line.partition(" 2001")[0] for line in lines if line.startswith("Position ")] == [
        f"Position {n}" for n in range(300)
    ]


WORD = "x" * 300
LONG_WORDS: dict[str, dict[str, Any]] = {
    "name": {"basics": {"name": WORD}},
    "name of many words": {"basics": {"name": "long name " * 50}},
    "summary": {"basics": {"name": "A", "summary": WORD}},
    "url": {"basics": {"name": "A", "url": f"https://example.org/{WORD}"}},
    "email": {"basics": {"name": "A", "email": f"{'x' * 60}@{'y' * 50}.example.org"}},
    "phone": {"basics": {"name": "A", "phone": "call me maybe " * 20}},
    "profile": {"basics": {"name": "A", "profiles": [{"network": WORD}]}},
    "label of a link": {"basics": {"name": "A", "links": [{"label": "long label " * 20}]}},
    "job": {"work": [{"position": WORD, "name": WORD, "location": WORD, "startDate": "2001"}]},
    "highlight": {"work": [{"position": "p", "highlights": [WORD]}]},
    "skill": {"skills": [{"name": WORD, "keywords": [WORD]}]},
    "language": {"languages": [{"language": WORD, "fluency": WORD}]},
    "section": {"custom": [{"title": WORD, "entries": [{"name": WORD, "subtitle": WORD}]}]},
    "result": {"projects": [{"name": "p", "results": [{"value": WORD, "label": WORD, "context": WORD}]}]},
    "award": {"awards": [{"title": WORD, "awarder": WORD, "date": "2001"}]},
    "publication": {"publications": [{"name": WORD, "authors": [WORD], "doi": f"10.1/{WORD}", "releaseDate": "2001"}]},
    "thesis": {"education": [{"area": "p", "supervisor": WORD, "thesis": "long words " * 60}]},
    "quotation": {"references": [{"name": WORD, "reference": WORD}]},
    "link": {"projects": [{"name": "p", "links": [{"url": f"https://example.org/{WORD}"}]}]},
}


@pytest.mark.parametrize("data", LONG_WORDS.values(), ids=LONG_WORDS)
def test_a_long_word_stays_on_the_page(data: dict[str, Any]) -> None:
    pdf = prepared({"basics": {"name": "A"}, **data}).pdf()
    (width, *rights), text = _rights(pdf), squeezed(pdfium_text(pdf))
    assert max(rights) < width
    assert any(part in text for part in ("x" * 60, "longname", "callme", "longlabel"))


def _rights(pdf: bytes) -> list[float]:
    """The width of the pages, and where each piece of text ends."""
    found: list[float] = []
    with pypdfium2.PdfDocument(pdf) as document:
        found.append(document[0].get_width())
        for page in document:
            textpage = page.get_textpage()
            found += [textpage.get_rect(index)[2] for index in range(textpage.count_rects())]
            textpage.close()
            page.close()
    return found


def test_a_word_that_no_page_can_hold_is_diagnosed() -> None:
    with pytest.raises(cvpress.InvalidProfile) as error:
        prepared({"basics": {"label": "A", "summary": "x" * 50_000}})
    (finding,) = error.value.diagnostics
    assert "a word has 50,000 characters" in finding.message


def test_many_of_everything(within: Within) -> None:
    data = {
        "basics": {"name": "A", "emails": [f"a{n}@example.org" for n in range(100)]},
        "skills": [{"name": f"Skill {n}", "keywords": [f"word{n}-{k}" for k in range(30)]} for n in range(50)],
        "custom": [{"title": f"Section {n}", "entries": [{"name": "x"}]} for n in range(100)],
    }
    with within(30):
        rendering = prepared(data)
        page = Page(rendering.html())
        assert rendering.pdf().startswith(b"%PDF")
    assert len([level for level, _ in page.headings if level == 2]) == 101
