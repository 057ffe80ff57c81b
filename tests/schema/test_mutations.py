"""Good documents with one node changed: all that judge a profile say the same of each.

The schema, the models, the explanation of a verdict, the rules, and the strict schema that
decides whether the rules have to look at all.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from mutations import filled, mutations, sections
from pydantic import ValidationError

import cvpress
from cvpress.model.profile import Profile
from cvpress.rules.details import NODE_RULES, VIOLATION_RULES, detailed_findings
from cvpress.rules.engine import PROFILE_RULES
from cvpress.schema import accepts, load_schema, violations
from cvpress.values.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from mutations import Mutation

VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 10**300, [], ["text"], [None], [[]], {}, {"name": "x"}, {"name": None}),
    *("", " ", "text", "text\n", "x" * 10_000, "ü", "FR", "fr", "UK", "public", "private", "hidden", "cover"),
    *("2013", "2013-02", "2013-02-28", "2013-02-31", "2013-13", "2013\n", "0999", "31.12.2019", "Present", "٢٠١٣"),
    *("https://example.org", "HTTPS://x.y", "https://", "http:x", "https://example.org/a b", "example.org", "a:"),
    *("javascript:alert(1)", "file:///etc/passwd", "ftp://x", "tel:", "tel:+1 2", "mailto:a@b.c"),
    *(f"https://a{char}b" for char in "\x7f\x85\xa0\u180e\u200b\u2028\ufeff"),
    *("a@b.cd", "a@b", "me@", "me(at)example.org", "o'brien@example.org", "A@Example.ORG", "a@[127.0.0.1]", "ä@b.cd"),
    *("[company]", "[company](https://x)", "TODO", "éTODO", "TODOs", "{{x}}", "Lorem ipsum", "https://x.y/TODO"),
    *("TODO@example.org", "[ ]", "[1]", "at [Name]", "x [insert it]", "tbd", "XXXX"),
    *(
        " text",
        "text ",
        "two  blanks",
        "a\tb",
        "\ntext",
        "line\n  line",
        "line \nline",
        "line  \nline",
        "line  \n\nline",
        "line  \r\nline",
        "text \n",
        "\n  ",
        "\u00a0",
        "a\u00a0 b",
    ),
    *(
        "B3",
        "c1",
        "80 %",
        "4/5",
        "+49 30 123456",
        "+49 (0)30 123456",
        "+49  30 123456",
        "030 123456",
        "+1 2 ",
        "+49 30 123456–12 ext. 7",
        "1" * 20,
    ),
    *(
        "2026-11-21T12:00:00Z",
        "2026-11-21 12:00",
        "highlight " * 35,
        "highlight " * 36,
        f"[a](https://x.y/{'z' * 400})",
    ),
]

ABOUT_OTHER_VALUES = {"C102", "C103", "C104", "C112", "C114", "C115", "C116"}
"""A document of one section has no name, few of the ids and none of the tags; a changed name of a recipient
is not the one greeted."""
CODES_OF_REJECTED = {"S110", *(rule.code for rule in VIOLATION_RULES)}
CODES_OF_ACCEPTED = {rule.code for rule in (*NODE_RULES, *PROFILE_RULES)}

SEEDS = range(3)
IN_TURN = [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in SEEDS[1:])]
"""One of the seeds for every run, and all of them for .ci/run."""
COUNT = 1000


@cache
def every_field() -> dict[str, Any]:
    schema = load_schema("profile")
    document: dict[str, Any] = filled(schema, schema["definitions"])
    return document


@cache
def corpus(seed: int) -> list[Mutation]:
    return list(mutations(sections(every_field()), VALUES, seed=seed, count=COUNT))


@cache
def other_judge() -> jsonschema_rs.Draft202012Validator:
    """The same schema, read as draft 2020-12."""
    return jsonschema_rs.Draft202012Validator(load_schema("profile"), validate_formats=True, formats=dict(FORMATS))


def is_model(data: Any) -> bool:
    try:
        Profile.model_validate(data)
    except ValidationError:
        return False
    return True


def findings(data: Any) -> list[cvpress.Diagnostic]:
    return cvpress.validate(cvpress.loads(json.dumps(data).encode(), "profile.json"))


def test_every_field_is_there() -> None:
    """Or what is missing would not be tested below."""
    missing = [
        f"{name}.{key}"
        for name, definition in {"Profile": load_schema("profile"), **load_schema("profile")["definitions"]}.items()
        for key in definition.get("properties", {})
        if f'"{key}":' not in json.dumps(every_field())
    ]
    assert missing == []
    assert accepts(every_field())
    assert is_model(every_field())
    assert accepts(every_field(), "strict")


@pytest.mark.parametrize("seed", SEEDS)
def test_schema_and_models_agree(seed: int) -> None:
    verdicts = [(case.name, accepts(case.data), is_model(case.data)) for case in corpus(seed)]
    assert [verdict for verdict in verdicts if verdict[1] != verdict[2]] == []
    assert 0.2 < sum(accepted for _, accepted, _ in verdicts) / len(verdicts) < 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_schema_means_the_same_in_draft_2020_12(seed: int) -> None:
    assert [case.name for case in corpus(seed) if other_judge().is_valid(case.data) != accepts(case.data)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_verdict_has_an_explanation(seed: int) -> None:
    rejected = [case for case in corpus(seed) if not accepts(case.data)]
    assert [case.name for case in rejected if not all(violation.keyword for violation in violations(case.data))] == []


@pytest.mark.parametrize("seed", IN_TURN)
def test_rules_report_an_error_for_just_what_the_schema_rejects(seed: int) -> None:
    wrong = []
    for case in corpus(seed):
        codes = [finding.code for finding in findings(case.data) if finding.code not in ABOUT_OTHER_VALUES]
        is_accepted = isinstance(case.data, dict) and accepts(case.data)
        expected = CODES_OF_ACCEPTED if is_accepted else CODES_OF_REJECTED
        is_one_fault = "twice" not in case.name and "/variants" not in case.name
        if not (set(codes) <= expected and bool(codes) >= (not is_accepted) and (len(codes) <= 1 or not is_one_fault)):
            wrong.append((case.name, codes))
    assert wrong == []


@pytest.mark.parametrize("seed", IN_TURN)
def test_the_strict_schema_rejects_just_what_has_a_finding(seed: int) -> None:
    """What it accepts nobody looks at again; what it rejects in vain only costs time."""
    cases = [case for case in corpus(seed) if isinstance(case.data, dict)]
    verdicts = [(case.name, accepts(case.data, "strict"), not any(detailed_findings(case.data))) for case in cases]
    assert [name for name, is_accepted, is_clean in verdicts if is_accepted and not is_clean] == []
    in_vain = [name for name, is_accepted, is_clean in verdicts if is_clean and not is_accepted]
    assert len(in_vain) < 0.02 * len(verdicts), in_vain


def test_the_example_profiles_are_judged_alike(profiles: tuple[Path, ...]) -> None:
    for path in profiles:
        document = cvpress.load(path).data
        assert accepts(document, "strict"), path
        for case in mutations([document], VALUES, seed=len(document), count=20):
            accepted = isinstance(case.data, dict) and accepts(case.data)
            assert is_model(case.data) is accepted, case.name
            codes = {finding.code for finding in findings(case.data)}
            assert bool(codes & CODES_OF_REJECTED) is not accepted, case.name
