"""Which rules count, and how severely."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cvpress
from cvpress.diagnostics import Severity
from cvpress.policy.policy import Policy
from cvpress.policy.selection import is_selected, prefix_of, severity_of, with_options
from cvpress.policy.settings import DEFAULT, RuleChoice, Settings
from cvpress.rules.engine import check
from cvpress.rules.table import RULES

CODES = [rule.code for rule in RULES]
ERROR, WARNING = Severity.ERROR, Severity.WARNING

codes = st.sampled_from(CODES)
prefixes = codes.flatmap(lambda code: st.integers(0, len(code)).map(lambda end: code[:end]))
prefix_lists = st.lists(prefixes, max_size=4).map(tuple)
choices = st.builds(RuleChoice, prefix_lists, prefix_lists, prefix_lists, prefix_lists)


@pytest.mark.parametrize(
    ("selector", "prefix"),
    [
        ("K102", "K102"),
        ("k102", "K102"),
        (" K102 ", "K102"),
        ("K10", "K10"),
        ("K", "K"),
        ("v1", "V1"),
        ("misspelt-key", "K102"),
        ("Misspelt-Key", "K102"),
        ("ALL", ""),
        ("all", ""),
    ],
)
def test_what_a_selector_means(selector: str, prefix: str) -> None:
    assert prefix_of(selector) == prefix


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("K1O2", "did you mean `K102`?"),
        ("K1022", "did you mean `K102`?"),
        ("mispelt-key", "did you mean `misspelt-key`?"),
        ("Q", "`cvpress rules`"),
        ("", "`cvpress rules`"),
        ("*", "`cvpress rules`"),
        ("K102" * 1_000_000, "`cvpress rules`"),
    ],
    ids=["digit", "too long", "name", "family", "empty", "star", "endless"],
)
def test_a_selector_that_means_no_rule(selector: str, hint: str) -> None:
    with pytest.raises(cvpress.UsageError) as caught:
        prefix_of(selector)
    assert hint in caught.value.hint
    assert len(caught.value.message) < 100


@pytest.mark.parametrize(
    ("lists", "selected", "not_selected"),
    [
        ({}, "S101 K101 V101 C101 R101 X101", ""),
        ({"select": ("K",)}, "K101 K103", "S101 V101 X101"),
        ({"ignore": ("K",)}, "S101 V101", "K101 K103"),
        ({"select": ("K",), "ignore": ("K102",)}, "K101 K103", "K102 V101"),
        ({"select": ("K102",), "ignore": ("K",)}, "K102", "K101 K103 V101"),
        ({"select": ("K102",), "ignore": ("K102",)}, "", "K102"),
        ({"select": ("",), "ignore": ("V1",)}, "K101 C101", "V101"),
        ({"select": ("",), "ignore": ("",)}, "", "K101 C101"),
        ({"select": ("K", "V10"), "ignore": ("V101", "K1")}, "V102", "K101 V101 V110"),
    ],
)
def test_selecting(lists: dict[str, tuple[str, ...]], selected: str, not_selected: str) -> None:
    choice = RuleChoice(**lists)
    assert [code for code in selected.split() if not is_selected(code, [choice])] == []
    assert [code for code in not_selected.split() if is_selected(code, [choice])] == []


@pytest.mark.parametrize(
    ("lists", "code", "severity"),
    [
        ({}, "K102", ERROR),
        ({"warn": ("K",)}, "K102", WARNING),
        ({"warn": ("K",), "error": ("K102",)}, "K102", ERROR),
        ({"error": ("K",), "warn": ("K102",)}, "K102", WARNING),
        ({"error": ("K102",), "warn": ("K102",)}, "K102", ERROR),
        ({"warn": ("",)}, "K102", WARNING),
        ({"warn": ("V",)}, "K102", ERROR),
    ],
)
def test_severity(lists: dict[str, tuple[str, ...]], code: str, severity: Severity) -> None:
    assert severity_of(code, ERROR, [RuleChoice(**lists)]) is severity


@pytest.mark.parametrize(
    ("file", "options", "selected", "not_selected"),
    [
        ({"ignore": ("K",)}, {"select": ["K102"]}, "K102", "K101 V101"),
        ({"ignore": ("K103",)}, {"select": ["K"]}, "K102 K103", "V101"),
        ({"select": ("K102",)}, {"ignore": ["K"]}, "", "K101 K102 V101"),
        ({"select": ("K",)}, {"ignore": ["K103"]}, "K101 K102", "K103 V101"),
        ({"select": ("K",)}, {"select": ["V"]}, "V101", "K101"),
        ({"select": ("K",), "ignore": ("K102",)}, {"error": ["ALL"]}, "K101", "K102 V101"),
    ],
)
def test_the_command_line_beats_the_file(
    file: dict[str, Any], options: dict[str, list[str]], selected: str, not_selected: str
) -> None:
    settings = with_options(Settings((RuleChoice(**file),)), **options)
    assert [code for code in selected.split() if not is_selected(code, settings.choices)] == []
    assert [code for code in not_selected.split() if is_selected(code, settings.choices)] == []


def test_severities_of_the_command_line_beat_those_of_the_file() -> None:
    settings = with_options(Settings((RuleChoice(warn=("K102", "V")),)), error=["K"])
    assert severity_of("K102", ERROR, settings.choices) is ERROR
    assert severity_of("V101", ERROR, settings.choices) is WARNING


def test_options_may_hold_several_selectors() -> None:
    settings = with_options(DEFAULT, select=["K102, v1,", "misspelt-key"], ignore=["ALL"])
    assert settings.choices == (RuleChoice(("K102", "V1", "K102"), ("",)),)


def test_no_options_change_nothing() -> None:
    assert with_options(DEFAULT) == DEFAULT


@pytest.mark.parametrize("option", ["select", "ignore", "error", "warn"])
def test_an_unknown_rule_in_an_option(option: str) -> None:
    with pytest.raises(cvpress.UsageError, match="there is no rule `K1O2`"):
        with_options(DEFAULT, **{option: ["K1O2"]})


@given(codes, st.lists(choices, max_size=3))
def test_the_longest_prefix_of_the_last_choice_that_says_something(code: str, said: list[RuleChoice]) -> None:
    expected = True
    for choice in said:
        fitting = [(len(prefix), 0) for prefix in choice.select if code.startswith(prefix)]
        fitting += [(len(prefix), 1) for prefix in choice.ignore if code.startswith(prefix)]
        if choice.select or fitting:
            expected = bool(fitting) and max(fitting)[1] == 0
    assert is_selected(code, said) is expected


@given(codes, st.sampled_from(Severity), st.lists(choices, max_size=3))
def test_the_longest_prefix_tells_the_severity(code: str, default: Severity, said: list[RuleChoice]) -> None:
    expected = default
    for choice in said:
        fitting = [(len(prefix), 0, WARNING) for prefix in choice.warn if code.startswith(prefix)]
        fitting += [(len(prefix), 1, ERROR) for prefix in choice.error if code.startswith(prefix)]
        if fitting:
            expected = max(fitting)[2]
    assert severity_of(code, default, said) is expected


FAULTY = b'{"basics": {"name": "Marie", "emial": "x", "url": "", "shoeSize": 42}}'


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["K102 error", "T103 error", "K103 warning"]),
        ({"select": ["K"]}, ["K102 error", "K103 warning"]),
        ({"ignore": ["misspelt-key"]}, ["T103 error", "K103 warning"]),
        ({"error": ["ALL"]}, ["K102 error", "T103 error", "K103 error"]),
        ({"warn": ["ALL"], "error": ["T"]}, ["K102 warning", "T103 error", "K103 warning"]),
        ({"error": ["K"], "select": ["K103"]}, ["K103 error"]),
    ],
)
def test_a_run_applies_the_choices(options: dict[str, list[str]], expected: list[str]) -> None:
    document = cvpress.loads(FAULTY, "profile.json")
    policy = Policy(with_options(DEFAULT, **options))
    found = policy.apply(document, check(document))
    assert [f"{finding.code} {finding.severity.value}" for finding in found] == expected


@pytest.mark.parametrize("options", [{"ignore": ["S"]}, {"select": ["K"]}, {"warn": ["ALL"]}])
def test_a_text_that_cannot_be_read_stays_an_error(options: dict[str, list[str]]) -> None:
    document = cvpress.loads(b'{"basics": ', "profile.json")
    found = Policy(with_options(DEFAULT, **options)).apply(document, check(document))
    assert [(finding.code, finding.severity) for finding in found] == [("S101", ERROR)]
