"""What is told of a checked file beside its findings: for people in eighty columns, for programs as data."""

from __future__ import annotations

import re

from cvpress.checking.artefact import Artefact, Reading, TextLine
from cvpress.checking.parser.resume import Part, Position, Resume
from cvpress.checking.run import Outcome
from cvpress.checking.told import outcome_as_data, outcome_told
from cvpress.diagnostics import Area, Diagnostic, Severity
from cvpress.diagnostics import Position as Place
from cvpress.reporters import REPORTERS, Screen
from cvpress.rules.table import find_rule

NO_TEXT, NO_TITLE = find_rule("P101"), find_rule("A101")
HEADING = TextLine(7, "Things \x1b[31m I  did", 1)


def finding(code: str, page: int) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, "wrong", "", (), "cv.pdf", Place(0, 0), Place(0, 0), area=Area(page))


RESUME = Resume(
    name="Marie Skłodowska Curie",
    emails=("marie.curie@example.org", "mc@example.org"),
    urls=("nobelprize.org/prizes/physics/1903/marie-curie/biographical", "en.wikipedia.org/wiki/Marie_Curie"),
    parts=(Part("work", TextLine(3, "Experience", 1), ()), Part("", HEADING, ())),
    jobs=(
        Position("Director of the Curie Laboratory", "Radium Institute, University of Paris", "1914 – Jul 1934", ()),
        Position("", "University of Paris", "1904 – Jul 1934", ()),
        Position("居里夫人教授", "École normale supérieure de jeunes filles, College for teachers", "", ()),
    ),
)
OUTCOME = Outcome(
    Artefact(
        name="cv.pdf",
        kind="pdf",
        size=1,
        sheets=((595, 842),),
        readings=(Reading("pdfium", ("a",)), Reading("pypdf", ("a",), "ValueError"), Reading("x", (), "KeyError")),
        unread=("the tags", "pages 201 to 5,000"),
    ),
    RESUME,
    (*(finding("P101", page) for page in range(3, 14)), finding("P101", 3)),
    (NO_TITLE,) * 22,
    (NO_TEXT,),
    (NO_TITLE,) * 3,
)

EXPECTED = """\
What a parser reads of cv.pdf

  name      Marie Skłodowska Curie
  mail      marie.curie@example.org, mc@example.org
  phone     –
  links     nobelprize.org/prizes/physics/1903/marie-curie/biographical,
            en.wikipedia.org/wiki/Marie_Curie
  sections  Experience (work)
            Things ␛[31m I did (no section that parsers know)
  jobs      Director of the Curie … | Radium Institute, Unive… | 1914 – Jul 1934
            –                       | University of Paris      | 1904 – Jul 1934
            居里夫人教授            | École normale supérieur… | –
  degrees   –

cv.pdf: 22 of 23 rules hold, 3 do not apply
  P101 no-text  12 times, on pages 3, 4, 5, 6, 7, 8, 9, 10, …
  pypdf failed on page 2 (ValueError)
  x failed (KeyError)
  not read: the tags, pages 201 to 5,000

"""


def test_in_full() -> None:
    told = outcome_told(OUTCOME, "full", Screen(width=80))
    assert told == EXPECTED


def test_colours_change_no_word() -> None:
    told = outcome_told(OUTCOME, "full", Screen(color=True, width=80))
    assert told != EXPECTED
    assert re.sub("\x1b\\[[0-9;]*m", "", told) == EXPECTED


def test_a_wide_screen_shows_more_and_a_narrow_one_less() -> None:
    wide, narrow = (outcome_told(OUTCOME, "full", Screen(width=width)) for width in (100, 20))
    assert "Director of the Curie Laboratory" in wide
    assert "居里夫人教授  | École normale…" in narrow


def test_other_formats_say_the_sum_or_nothing() -> None:
    said = {name: outcome_told(OUTCOME, name, Screen()) for name in REPORTERS}
    assert {name for name, text in said.items() if text} == {"full", "concise", "github"}
    assert said["github"] == said["concise"] == "cv.pdf: 22 of 23 rules hold, 3 do not apply\n"


def test_as_data() -> None:
    data = outcome_as_data(OUTCOME)
    assert data["jobs"][1] == {"title": "", "organization": "University of Paris", "dates": "1904 – Jul 1934"}
    assert data["sections"][0] == {"kind": "work", "title": "Experience"}
    assert data["failed"] == {"pypdf": "ValueError", "x": "KeyError"}
    assert data["rules"]["broken"] == ["P101"]
    assert data["unread"] == ("the tags", "pages 201 to 5,000")
