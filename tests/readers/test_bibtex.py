"""What is read of a .bib file."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvpress.diagnostics import Severity
from cvpress.model.publications import Publication
from cvpress.readers.bibtex import read_bibtex
from cvpress.rules.bibliography import BIBLIOGRAPHY_RULES

MOST = 2 * 1024 * 1024


def entry(fields: str, kind: str = "article") -> dict[str, Any]:
    """The one entry of a file."""
    bibliography = read_bibtex(f"@{kind}{{key, title = {{T}}, {fields}}}".encode(), "refs.bib")
    assert not bibliography.document.faults
    (publication,) = bibliography.publications
    Publication.model_validate(publication)
    return publication


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"o} \"{o} \"o {\'e}t\'e \'{\i} {\'\i}", "ö ö ö été í í"),
        (r"{\L}\'od\'z \AA{} stra{\ss}e \v{c} \c{c} Erd\H{o}s \k{a}", "Łódź Å straße č ç Erdős ą"),
        (
            r"{BERT}: Pre-training of {Deep {B}idirectional} Transformers",
            "BERT: Pre-training of Deep Bidirectional Transformers",
        ),
        (r"``One'' --- two -- three~four", "“One” — two – three\u00a0four"),
        (r"a \& b 50\% \#1 c\_d", r"a & b 50% #1 c\_d"),
        (r"\emph{E. coli} \textbf{bold} \unknown{kept}", r"*E. coli* bold kept"),
        (r"On $x_i^{2}$ and \(y\)", "On $x_i^{2}$ and $y$"),
        (r"A* costs $5 [1] `x`", r"A\* costs \$5 \[1\] \`x\`"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("one\n      two", "one two"),
    ],
)
def test_latex_in_titles(latex: str, text: str) -> None:
    bibliography = read_bibtex(f"@misc{{key, title = {{{latex}}}}}".encode(), "refs.bib")
    assert [publication["name"] for publication in bibliography.publications] == [text]


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Curie, Marie and Pierre Curie", ["Marie Curie", "Pierre Curie"]),
        ("Ludwig van Beethoven and van Beethoven, Ludwig", ["Ludwig van Beethoven"] * 2),
        (r"Garc{\'\i}a M{\'a}rquez, Gabriel", ["García Márquez, Gabriel"]),
        ("Jean {de la Fontaine}", ["Jean de la Fontaine"]),
        (r"Gabriel {Garc{\'\i}a M{\'a}rquez}", ["García Márquez, Gabriel"]),
        ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
        ("{European Space Agency} and {Barnes and Noble}", ["{European Space Agency}", "{Barnes and Noble}"]),
        (r"{\L}ukasz Kaiser AND\n others", ["Łukasz Kaiser", "et al."]),
        ("Curie", ["Curie"]),
        ("and and , and {}", []),
    ],
)
def test_authors(names: str, authors: list[str]) -> None:
    written = names.replace(r"\n", "\n")
    assert entry(f"author = {{{written}}}").get("authors", []) == authors


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2019-05-31}", {"releaseDate": "2019-05-31"}),
        ("date = {2019-05/2020}", {"releaseDate": "2019-05"}),
        ("year = 2019, month = feb", {"releaseDate": "2019-02"}),
        ('year = 2019, month = "10~" # jan', {"releaseDate": "2019-01-10"}),
        ("year = 2019, month = 13", {"releaseDate": "2019"}),
        ("year = {in press}", {"status": "in press"}),
        ("pubstate = {inpress}", {"status": "in press"}),
        ("note = {Accepted at ICML}", {"status": "Accepted at ICML"}),
        ("note = {Best Paper Award}", {"award": "Best Paper Award"}),
        ("addendum = {In Polish}", {"summary": "In Polish"}),
        ("journaltitle = {Nature}, number = 3", {"venue": "Nature", "issue": "3"}),
        ("eprint = {2309.10740}, archiveprefix = {arXiv}", {"arxiv": "2309.10740", "type": "preprint"}),
        ("journal = {arXiv preprint arXiv:1706.03762}", {"arxiv": "1706.03762", "type": "preprint", "venue": "arXiv"}),
        ("keywords = {theory, graphs; survey}", {"tags": ["theory", "graphs", "survey"]}),
        ("doi = {https://doi.org/10.1000/a\\_b}", {"doi": "10.1000/a_b"}),
        ("doi = {https://www.doi.org/10.1000/182}", {"doi": "10.1000/182"}),
        ("eprint = {https://arxiv.org/abs/2309.10740}", {"arxiv": "2309.10740"}),
        ("eprint = {https://example.org/2309.10740}", {"arxiv": None}),
        ("code = {https://example.org/c}", {"links": [{"label": "Code", "url": "https://example.org/c"}]}),
        ("subtitle = {And More}", {"name": "T: And More"}),
    ],
)
def test_fields(fields: str, expected: dict[str, Any]) -> None:
    found = entry(fields)
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("inproceedings", "conference"),
        ("InCollection", "chapter"),
        ("phdthesis", "PhD thesis"),
        ("techreport", "report"),
        ("misc", "other"),
        ("unpublished", "preprint"),
    ],
)
def test_types(kind: str, expected: str) -> None:
    assert entry("year = 2019", kind)["type"] == expected


def test_a_broken_entry_costs_only_itself() -> None:
    source = "@misc{a, title = {A}}\n@misc{b, title = {B\n@misc{c, title = {C}}\n"
    bibliography = read_bibtex(source.encode(), "refs.bib")
    assert [publication["key"] for publication in bibliography.publications] == ["a", "c"]
    (fault,) = bibliography.document.faults
    assert (fault.code, fault.file, fault.start) == ("B101", "refs.bib", (2, 18))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("@misc{a, title = {A}", "B101"),
        ("@misc{a, title = {A}} @misc{a, title = {B}}", "B102"),
        ("@misc{a}", "B103"),
        ("@misc{a, title = {A}, year = {soon}}", "B105"),
        ("@artcle{a, title = {A}}", "B106"),
        ("@misc{a, title = {A}, title = {B}}", "B107"),
        ("@misc{a, title = {A}, url = {www.example.org/a}}", "B108"),
    ],
)
def test_a_fault_is_as_severe_as_its_rule(source: str, code: str) -> None:
    (fault,) = read_bibtex(source.encode(), "refs.bib").document.faults
    (rule,) = (rule for rule in BIBLIOGRAPHY_RULES if rule.code == code)
    assert (fault.code, fault.severity) == (code, rule.severity)


def test_an_empty_file_is_less_severe_than_one_that_cannot_be_read() -> None:
    (fault,) = read_bibtex(b"", "refs.bib").document.faults
    assert (fault.code, fault.severity) == ("B104", Severity.WARNING)


@pytest.mark.parametrize(("source", "code"), [(b"@misc{a, title = {\xff}}", "S105"), (b"@misc{a,\0}", "S108")])
def test_what_is_no_text(source: bytes, code: str) -> None:
    bibliography = read_bibtex(source, "refs.bib")
    assert [fault.code for fault in bibliography.document.faults] == [code]
    assert bibliography.publications == ()


HOSTILE = {
    "deep braces": "@article{k,title=" + "{" * MOST,
    "pairs of braces": ("@article{k,title={" + "{}" * 9000 + "}}\n") * 120,
    "many entries": "".join(f"@article{{k{number},title={{x}}}}\n" for number in range(100_000)),
    "unclosed entries": "@article{k,title={\n" * 110_000,
    "unclosed quotes": '@article{k,title="\n' * 110_000,
    "strings of strings": "@string{a={" + "x" * 1000 + "}}\n" + "@string{a=a#a}\n" * 100,
    "a string everywhere": "@string{a={"
    + "x{\\'e}" * 3000
    + "}}\n"
    + "".join(f"@misc{{k{n},title=a}}\n" for n in range(9000)),
    "authors": "@misc{k,title={x},author={" + "A B and " * 2400 + "}}\n",
    "fields": "@misc{k," + "a=1," * 500_000,
    "comments": "@comment{" * 230_000,
    "openings of mathematics": "".join(f"@misc{{k{n},title={{" + "\\(" * 4000 + "}}\n" for n in range(250)),
    "blank lines": "@misc{k," + "\n" * MOST,
    "text": "text\n" * 400_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_cost_bounded_time(source: str) -> None:
    start = time.process_time()
    bibliography = read_bibtex(source[:MOST].encode(), "refs.bib")
    assert time.process_time() - start < 10
    assert len(bibliography.publications) <= 5000
    assert len(bibliography.document.faults) <= 1001


PIECES = st.sampled_from(
    [
        *"@{}\"(),=#\\$~'^ \n\0",
        "@article{",
        "@string{",
        "@comment{",
        "title",
        "author",
        "year",
        "date",
        "url",
        "{\\'",
        "and",
        "1898",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=60).map("".join))
def test_nothing_raises_and_what_is_read_is_valid(text: str) -> None:
    bibliography = read_bibtex(text.encode(errors="replace"), "refs.bib")
    for fault in bibliography.document.faults:
        assert fault.start <= fault.end
    for publication in bibliography.publications:
        Publication.model_validate(publication)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["title", "author", "date", "month", "url", "eprint", "note", "journal"]), st.text(max_size=30))
def test_any_value_is_valid(name: str, value: str) -> None:
    source = f"@misc{{k, title = {{x}}, year = 2000, {name} = {{{value}}}}}"
    for publication in read_bibtex(source.encode(errors="replace"), "refs.bib").publications:
        Publication.model_validate(publication)
