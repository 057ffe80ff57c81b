"""Exceptions for lines and files, by comments in YAML and TOML."""

from __future__ import annotations

import pytest

import cvpress
from cvpress.policy.policy import Policy
from cvpress.policy.selection import with_options
from cvpress.policy.settings import DEFAULT
from cvpress.rules.engine import check


def judged(text: str, name: str = "profile.yaml", **options: list[str]) -> list[str]:
    """What a run says of a text: code, line and column."""
    document = cvpress.loads(text.encode(), name)
    assert not document.broken, document.faults
    found = Policy(with_options(DEFAULT, **options)).apply(document, check(document))
    return [f"{finding.code} {finding.start.line}:{finding.start.column}" for finding in found]


YAML = "basics:\n  name: Marie\n  emial: marie@example.org"
TOML = '[basics]\nname = "Marie"\nemial = "marie@example.org"'
FAULT = {"profile.yaml": "K102 3:3", "profile.toml": "K102 3:1"}


@pytest.mark.parametrize(("text", "name"), [(YAML, "profile.yaml"), (TOML, "profile.toml"), (TOML, "<stdin>")])
@pytest.mark.parametrize(
    "comment",
    [
        "# cvpress: ignore[K102]",
        "# cvpress: ignore[k102]",
        "# cvpress: ignore[K1]",
        "# cvpress: ignore[K]",
        "# cvpress: ignore[ALL]",
        "# cvpress: ignore[misspelt-key]",
        "# cvpress: ignore",
        "# cvpress: ignore   ",
        "# cvpress: ignore\t# our own key",
        "#cvpress:ignore[K102]",
        "#   cvpress:   ignore [ K102 ]",
        "# cvpress: ignore[K102] our own key",
        "# cvpress: ignore[K102]# our own key",
        "# our own key # cvpress: ignore[K102]",
    ],
)
def test_a_comment_at_the_end_of_a_line(text: str, name: str, comment: str) -> None:
    assert judged(f"{text}  {comment}\n", name) == []
    assert judged(f"{text}  {comment}", name) == []
    assert judged(f"{text}  {comment}\r\n", name) == []


@pytest.mark.parametrize("name", FAULT)
@pytest.mark.parametrize(
    "between",
    ["", "# another comment\n", "\n", "  \n\n", "# cvpress: ignore[K102]\n", "# one\n\n# two\n", "  # tab\t\n"],
    ids=["nothing", "comment", "blank", "blanks", "again", "both", "tab"],
)
def test_a_comment_before_a_line(name: str, between: str) -> None:
    first, second, third = (TOML if name.endswith("toml") else YAML).split("\n")
    assert judged(f"{first}\n{second}\n  # cvpress: ignore[K102]\n{between}{third}\n", name) == []


@pytest.mark.parametrize(
    "comment", ["# cvpress: ignore-file[K102]", "# cvpress: ignore-file", "#cvpress:ignore-file[K]"]
)
@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("name", FAULT)
def test_a_comment_for_the_whole_file(name: str, comment: str, place: int) -> None:
    lines = (TOML if name.endswith("toml") else YAML).split("\n")
    assert judged("\n".join([*lines[:place], comment, *lines[place:], ""]), name) == []


YAML_CASES = {
    "an item": ("  - url: x  # cvpress: ignore[V106]", []),
    "only the next line": ("  # cvpress: ignore[V106]\n  - url: x\n    nmae: Sorbonne", ["K102 5:5"]),
    "inside braces": ("  - {url: x,  # cvpress: ignore[V106]\n     nmae: Sorbonne}", ["K102 4:6"]),
    "the first line of a block": ("  - shoe: |  # cvpress: ignore[K103]\n      text", []),
    "behind an anchor and a tag": ("  - shoe: &a !!str >-  # cvpress: ignore[K103]\n      text", []),
    "after a block": ("  - shoe: |\n      # text\n    # cvpress: ignore[K102]\n    nmae: Sorbonne", ["K103 3:5"]),
    "inside a block": ("  - shoe: |\n      # cvpress: ignore[K102]\n    nmae: Sorbonne", ["K103 3:5", "K102 5:5"]),
    "between a tag and its text": ("  - shoe: !!str  # cvpress: ignore[K103]\n      text", []),
    "behind a tag alone": ("  - shoe: !!str  # cvpress: ignore[K103]\n    name: Sorbonne", []),
    "before a list": ("  - shoe:  # cvpress: ignore[K103]\n      - one", []),
    "on the last line of a text": (
        "  - shoe: 'one\n      # cvpress: ignore'  # cvpress: ignore[K103]",
        ["K103 3:5", "X101 4:45"],
    ),
    "after a plain text": ("  - shoe: one\n      two # cvpress: ignore[K103]", ["K103 3:5", "X101 4:29"]),
    "after the end mark": ("  - name: Sorbonne\n...  # cvpress: ignore-file[K]", ["X102 4:6"]),
}


@pytest.mark.parametrize(("text", "expected"), YAML_CASES.values(), ids=YAML_CASES)
def test_where_comments_of_yaml_stand(text: str, expected: list[str]) -> None:
    assert judged(f"basics: {{name: Marie, email: marie@example.org}}\nwork:\n{text}\n") == expected


TOML_CASES = {
    "behind a header": ('[[work]]  # cvpress: ignore[T]\nurl = "x"', ["X101 2:29", "V106 3:7"]),
    "inside a list": ("[[work]]\nhighlights = [\n  # cvpress: ignore[T101]\n  1,\n  2,\n]", ["T101 6:3"]),
    "in a quoted key": ("[[work]]\n'x-# cvpress: ignore-file' = 1\nurl = 'x'", ["V106 4:7"]),
    "in a long text": ("[[work]]\nx-a = '''\n# cvpress: ignore\n'''\nurl = 'x'", ["V106 6:7"]),
    "behind escaped quotes": ('[[work]]\nx-a = "\\"# cvpress: ignore\\""\nurl = "x"', ["V106 4:7"]),
    "behind quotes at the end": ('[[work]]\nurl = """x"""""  # cvpress: ignore[V106]', []),
}


@pytest.mark.parametrize(("text", "expected"), TOML_CASES.values(), ids=TOML_CASES)
def test_where_comments_of_toml_stand(text: str, expected: list[str]) -> None:
    assert judged(f'basics.label = "Chemist"\n{text}\n', "profile.toml") == expected


@pytest.mark.parametrize(
    "text",
    [
        "summary: |  # cvpress: ignore[C101]\n    One.\n    Ask [company].",
        "# cvpress: ignore[C101]\n  summary: |\n    [company]",
    ],
)
def test_a_part_of_a_block_text(text: str) -> None:
    """Inside of it there is no comment: that of its first line is for all of it."""
    assert judged(f"basics:\n  label: Chemist\n  {text}\n") == []


def test_json_has_no_comments() -> None:
    text = '{"basics": {"name": "Marie", "emial": "# cvpress: ignore", "x-a": "# cvpress: ignore[K102"}}'
    assert judged(text, "profile.json") == ["K102 1:30"]


def test_what_is_found_stays_sorted() -> None:
    text = "basics:  # cvpress: ignore[V]\n  name: Marie\n  emial: x\n  url: x  # cvpress: ignore K\n"
    assert judged(text) == ["X101 1:28", "K102 3:3", "V106 4:8", "X102 4:11"]


REMOVE_IT = "remove it, or the comment if it names no other rule"

UNUSED = {
    "the only code": ("[V106]", {}, ["V106"]),
    "one of two": ("[K102, V106]", {}, ["V106"]),
    "each of two": ("[V106, T101]", {}, ["V106", "T101"]),
    "a prefix": ("[V]", {}, ["V"]),
    "a prefix and its code": ("[K, K102]", {}, []),
    "a rule that is not selected": ("[K102, V106]", {"ignore": ["V"]}, []),
    "a family that is selected in part": ("[K102, V]", {"select": ["V1", "K", "X"]}, ["V"]),
    "a rule that rendering applies": ("[K102, R101]", {}, []),
    "a rule about exceptions": ("[K102, X101]", {}, []),
    "when unused ones are ignored": ("[V106]", {"ignore": ["X101"]}, []),
    "when others are selected": ("[V106]", {"select": ["V"]}, []),
}


@pytest.mark.parametrize(("rules", "options", "expected"), UNUSED.values(), ids=UNUSED)
def test_an_exception_that_hits_nothing(rules: str, options: dict[str, list[str]], expected: list[str]) -> None:
    text = f"basics: {{name: M, emial: x}}  # cvpress: ignore{rules}"
    document = cvpress.loads(text.encode(), "profile.yaml")
    found = Policy(with_options(DEFAULT, **options)).apply(document, check(document))
    unused = [finding for finding in found if finding.code == "X101"]
    assert [text[finding.start.column - 1 : finding.end.column - 1] for finding in unused] == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("x-a: 1  # cvpress: ignore[K102]", "`K102` finds nothing on line 2", REMOVE_IT),
        ("# cvpress: ignore[K]\n\nx-a: 1", "`K` finds nothing on line 4", REMOVE_IT),
        ("x-a: 1  # cvpress: ignore", "nothing is found on line 2", "remove the comment"),
        ("x-a: 1\n# cvpress: ignore-file[V101]", "`V101` finds nothing in this file", REMOVE_IT),
        ("x-a: 1\n# cvpress: ignore-file", "nothing is found in this file", "remove the comment"),
    ],
)
def test_what_is_said_of_an_unused_exception(text: str, message: str, hint: str) -> None:
    document = cvpress.loads(f"basics: {{name: Marie}}\n{text}\n".encode(), "profile.yaml")
    (found,) = Policy().apply(document, [])
    assert (found.code, found.message, found.hint, found.severity.value) == ("X101", message, hint, "warning")


BAD = {
    "without brackets": ("ignore K102", "write `# cvpress: ignore[K102]`"),
    "two without brackets": ("ignore k102, v101", "write `# cvpress: ignore[K102, V101]`"),
    "other brackets": ("ignore(K102)", "write `# cvpress: ignore[K102]`"),
    "unclosed": ("ignore[K102", "write `# cvpress: ignore[K102]`"),
    "glued": ("ignore[K102]x", "write `# cvpress: ignore[K102]`"),
    "misspelt": ("ingore[K102]", "write `# cvpress: ignore[K102]`"),
    "of another program": ("noqa", "write `# cvpress: ignore[K102]`"),
    "nothing": ("", "write `# cvpress: ignore[K102]`"),
    "no rule": ("ignore[]", "write `ignore[K102]` for one rule, or `ignore` for all"),
    "blanks": ("ignore[ , ]", "write `ignore[K102]` for one rule, or `ignore` for all"),
    "a rule that there is not": ("ignore[K1O2]", "did you mean `K102`?"),
    "a misspelt name": ("ignore[mispelt-key]", "did you mean `misspelt-key`?"),
    "a file at the end of a line": ("ignore-file[K102]", "put it on a line of its own"),
    "a file without brackets": ("ignore-file K102", "write `# cvpress: ignore-file[K102]`"),
}


@pytest.mark.parametrize(("instruction", "hint"), BAD.values(), ids=BAD)
def test_a_comment_that_cannot_be_understood_silences_nothing(instruction: str, hint: str) -> None:
    document = cvpress.loads(f"basics: {{name: M, emial: x}} # cvpress: {instruction}\n".encode(), "profile.yaml")
    misspelt, bad = Policy().apply(document, check(document))
    assert misspelt.code == "K102"
    assert (bad.code, bad.hint, bad.severity.value) == ("X102", hint, "warning")
    assert bad.start.line == bad.end.line == 1
    assert 28 < bad.start.column < bad.end.column


def test_the_known_rules_of_a_bad_comment_count() -> None:
    assert judged("basics: {name: M, emial: x} # cvpress: ignore[K1O2, K102]\n") == ["X102 1:47"]


def test_a_text_that_cannot_be_read_has_no_exceptions() -> None:
    document = cvpress.loads(b"basics: [  # cvpress: ignore[S102, K102]", "profile.yaml")
    found = Policy().apply(document, check(document))
    assert [finding.code for finding in found] == ["S102"]


@pytest.mark.parametrize("comment", ["# cvpress ignore[K102]", "# cvpress : ignore", "# cvpress: Ignore[k102]"])
def test_what_is_nearly_an_exception(comment: str) -> None:
    text = f"basics:\n  label: Chemist\n  emial: x  {comment}\n"
    assert judged(text) == ["K102 3:3", "X102 3:13"]


@pytest.mark.parametrize("comment", ["# cvpress", "# made by cvpress", "# cvpress ignores this", "# cvpress is it"])
def test_a_comment_that_speaks_of_cvpress(comment: str) -> None:
    assert judged(f"basics: {{label: Chemist}}  {comment}\n") == []


def test_a_fault_of_a_text_that_can_be_read_may_be_excepted() -> None:
    assert judged("basics:\n  label: Chemist\n  label: Physicist  # cvpress: ignore[S104]\n") == []


def test_very_many_comments_take_little_time() -> None:
    lines = "# cvpress: ignore[Q99, K1O2, T]\n# cvpress: whatever\n" * 50_000
    document = cvpress.loads(f"{lines}basics: {{name: Marie}}\n".encode(), "profile.yaml")
    found = Policy().apply(document, [])
    assert len(found) <= 1010
    assert "more than 1,000 exceptions" in max(found, key=lambda finding: finding.start).message


def test_very_many_rules_in_one_comment_take_little_time() -> None:
    document = cvpress.loads(b"a: 1 # cvpress: ignore[" + b"Q9, " * 100_000 + b"]", "profile.yaml")
    assert len(Policy().apply(document, [])) == 1000
