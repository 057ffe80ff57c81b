"""Where a text holds formulas."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress.values.formulas import formulas

FOUND = {
    "one": ("the $x$ axis", ["x"]),
    "two": ("$a_1 b_2 * c*$ and $d$.", ["a_1 b_2 * c*", "d"]),
    "at the ends": ("$a$ to $b$", ["a", "b"]),
    "in brackets": ("($x$), “$y$”", ["x", "y"]),
    "in a word": ("10$^{-3}$ and 3$\\times$ and $n$th", ["^{-3}", "\\times", "n"]),
    "a dollar sign inside": (r"$5 \$ + x$", [r"5 \$ + x"]),
    "after a dollar sign": (r"\$$x$", ["x"]),
    "over a line's end": ("$a +\nb$", ["a +\nb"]),
    "display": ("so $$x = y$$ holds", ["x = y"]),
    "display on lines": ("so\n$$\nx = y\n$$\nholds", ["x = y"]),
    "after a code span": ("`$` and $x$", ["x"]),
    "after a stray backtick": ("a ` and $x$", ["x"]),
    "after a link": ("[a](https://example.org/$a$b) $x$", ["x"]),
    "in emphasis": ("*$x$* **$y$**", ["x", "y"]),
}
NONE = {
    "prices": "from $80 billion and $70 billion",
    "a range": "costs $5-$10",
    "one sign": "for $5",
    "escaped": r"costs \$5 and 6\$",
    "escaped opening": r"\$x$",
    "blank behind": "$ x$",
    "blank before": "$x $",
    "digit behind": "$x$5",
    "nothing": "$$ and $$$ and $$$$",
    "ratings": "from $$ to $$ and $$$",
    "code": "`$a$` and ``$b$ ` $c$``",
    "link": "[a](https://example.org/$a$)",
    "address": "<https://example.org/$a$>",
    "blank line": "$a\n\nb$",
    "display over a blank line": "$$a\n \nb$$",
    "currencies": "US$ 5 or 6 US$",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_formulas(text: str, expected: list[str]) -> None:
    assert [found.latex for found in formulas(text)] == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_none(text: str) -> None:
    assert list(formulas(text)) == []


texts = st.text(alphabet="ab1 $\\`\n[]()<>:{", max_size=40)


@given(texts)
def test_each_is_where_it_is_said_to_be(text: str) -> None:
    end = 0
    for found in formulas(text):
        written = text[found.start : found.end]
        sign = "$$" if found.is_display else "$"
        assert found.start >= end
        assert written.startswith(sign)
        assert written.endswith(sign)
        assert written.removeprefix(sign).removesuffix(sign).strip() == found.latex != ""
        assert "\n\n" not in written
        end = found.end


@given(st.text(alphabet="ab1 $", max_size=30))
def test_the_signs_obey_pandocs_rule(text: str) -> None:
    for found in formulas(text):
        if not found.is_display:
            assert found.latex == text[found.start + 1 : found.end - 1]
            assert not text[found.end : found.end + 1].isdigit()


@given(texts)
def test_a_text_without_dollar_signs_has_none(text: str) -> None:
    assert list(formulas(text.replace("$", ""))) == []


@pytest.mark.parametrize(
    "part", ["$", "$a ", "$a$", "$$", "$$a", "`", "`$a", "``` `` ` ", "\\$", "](", "<a:", "$\n\n", "{", "$ a"]
)
def test_time_is_linear(part: str) -> None:
    start = time.process_time()
    sum(1 for _ in formulas("$" + part * 100_000 + "$"))
    assert time.process_time() - start < 2
