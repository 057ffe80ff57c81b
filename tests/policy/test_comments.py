"""What is a comment: only what a reader skips, whatever texts look like."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_dump

import cvpress
from cvpress.policy.comments import comments_of
from cvpress.policy.policy import Policy

pieces = st.sampled_from(
    [
        "# cvpress: ignore",
        "# cvpress: ignore-file[ALL]",
        "\n",
        "\n\n",
        " ",
        "  ",
        "x",
        ": ",
        "- ",
        "'",
        '"',
        "\\",
        "|",
        "é",
        "…",
    ]
)
texts = st.lists(pieces, max_size=8).map("".join)
values = st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))
profiles = st.dictionaries(texts.map(lambda text: f"x-{text}"), values, min_size=1, max_size=4)


def comments(text: str, name: str) -> list[str]:
    document = cvpress.loads(text.encode(), name)
    assert not document.broken, document.faults
    return [text[span.start : span.end] for span in comments_of(document)]


@given(profiles, st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
def test_a_text_in_yaml_is_no_comment(data: dict[str, Any], style: str | None, flow: bool) -> None:
    text = safe_dump(data, default_style=style, default_flow_style=flow, allow_unicode=True, width=30)
    assert comments(text, "profile.yaml") == []
    assert Policy().apply(cvpress.loads(text.encode(), "profile.yaml"), []) == []


@given(profiles, st.sampled_from([json.dumps, "long", "literal"]))
def test_a_text_in_toml_is_no_comment(data: dict[str, Any], style: Any) -> None:
    text = "".join(f"{json.dumps(key)} = {written(value, style)}\n" for key, value in data.items())
    assert comments(text, "profile.toml") == []


def written(value: Any, style: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(inner, style)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(inner, style) for inner in value) + "]"
    if style == "long" and not value.endswith("\\"):
        escaped = value.replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""{escaped}"""' if not escaped.endswith('"') else json.dumps(value)
    if style == "literal" and "'" not in value:
        return f"'''{value}'''"
    return json.dumps(value)


lines = st.lists(
    st.sampled_from(
        [
            "a: 1",
            "b: |",
            "c: >-",
            "d: text",
            "  text",
            "    more # x",
            "  'quoted # x'",
            "e: !!str",
            "f: &x",
            "- a",
            "  - b",
            "",
            "# y",
            "  # y",
            "g: [1, # y",
            "  2]",
            'h: "',
            '  # x"',
            "i: # y",
            "j: |2 # y",
            "---",
            "...",
            "k: a#x",
            "  # x # y",
        ]
    ),
    max_size=8,
    unique=True,
).map("\n".join)


@given(lines)
def test_a_comment_in_yaml_can_go_without_a_trace(text: str) -> None:
    document = cvpress.loads(text.encode(), "profile.yaml")
    if document.broken:
        return
    spans = list(comments_of(document))
    assert spans == sorted(spans)
    for span in reversed(spans):
        assert text[span.start] == "#"
        assert "\n" not in text[span.start : span.end]
        text = text[: span.start] + text[span.end :]
    assert cvpress.loads(text.encode(), "profile.yaml").data == document.data


@given(lines)
def test_what_is_no_comment_in_yaml_is_content(text: str) -> None:
    """Every `#` outside of comments is read: with another character in its place the data differ."""
    document = cvpress.loads(text.encode(), "profile.yaml")
    if document.broken or document.faults:
        return
    inside = {offset for span in comments_of(document) for offset in range(*span)}
    for offset, sign in enumerate(text):
        if sign == "#" and offset not in inside:
            other = cvpress.loads((text[:offset] + "~" + text[offset + 1 :]).encode(), "profile.yaml")
            assert other.data != document.data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# one\na: 1 # two\n# three", ["# one", "# two", "# three"]),
        ("a: |  # one\n  # text\n\n# two\nb: 1", ["# one", "# two"]),
        ("a: 'x'# one\n", ["# one"]),
        ("%YAML 1.2 # one\n---\n# two\na: b#c\n", ["# one", "# two"]),
        ("a: {b: 1, # one\n  c: [2, # two\n  3]} # three", ["# one", "# two", "# three"]),
        ("a: one\n--- # two\nb: # three\n", []),
        ("a: | # one", ["# one"]),
        ("a: | # one\r\n  # text\r\n# two\r\n", ["# one", "# two"]),
        ("𝒂: 𝒃 # 𝒄", ["# 𝒄"]),
    ],
)
def test_comments_in_yaml(text: str, expected: list[str]) -> None:
    assert comments(text, "profile.yaml") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# one\na = 1 # two\n# three", ["# one", "# two", "# three"]),
        ("a = 1# one\r\n[b] # two\r\n", ["# one", "# two"]),
        ("a = [ # one\n 1, # two\n] # three", ["# one", "# two", "# three"]),
        ("a = '#' # '\n'b#' = \"#\\\"#\" # \"", ["# '", '# "']),
        ('a = """ # \\""" # """ # one', ["# one"]),
        ("a = ''' # ''''' # one", ["# one"]),
        ('a = \'\' # one\nb = """""" # two', ["# one", "# two"]),
    ],
)
def test_comments_in_toml(text: str, expected: list[str]) -> None:
    assert comments(text, "profile.toml") == expected
