"""The types of options: what each takes, and that nothing that is taken gets out of the declaration it is put in."""

from __future__ import annotations

from typing import Any

import pytest
import tinycss2
from hypothesis import example, given
from hypothesis import strategies as st

from cvpress.errors import UsageError
from cvpress.themes.kinds import read_kind
from cvpress.themes.options import Option, chosen_options, custom_properties, page_classes, template_values
from cvpress.values.colors import color, contrast

KINDS: dict[str, dict[str, Any]] = {
    "color": {"type": "color", "default": "#17507a"},
    "length": {"type": "length", "minimum": "8mm", "maximum": "45mm"},
    "lengths": {"type": "length", "minimum": "8mm", "maximum": "45mm", "most": 2},
    "size": {"type": "length", "minimum": "9pt", "maximum": "13pt"},
    "number": {"type": "number", "minimum": -2, "maximum": 10},
    "choice": {"type": "choice", "choices": {"compact": "0.72", "normal": "1"}, "default": "normal"},
    "switch": {"type": "choice", "choices": ["off", "on"], "default": "off"},
    "names": {"type": "names"},
    "texts": {"type": "texts"},
}
OPTIONS = {name: Option.read(name, table) for name, table in KINDS.items()}

TAKEN = [
    ("color", "#0B5", "#0b5"),
    ("color", " #0b5394 ", "#0b5394"),
    ("length", "18mm", "18mm"),
    ("length", "8mm", "8mm"),
    ("length", "45MM", "45mm"),
    ("length", "1in", "1in"),
    ("length", "2.54cm", "2.54cm"),
    ("length", "", ""),
    ("lengths", "18mm  22mm", "18mm 22mm"),
    ("lengths", "18mm\u00a022mm", "18mm 22mm"),
    ("lengths", "18mm\t22mm", "18mm 22mm"),
    ("size", "9.5pt", "9.5pt"),
    ("number", "10", "10"),
    ("number", "-2", "-2"),
    ("number", "0.25", "0.25"),
    ("choice", "Compact", "compact"),
    ("switch", "true", "on"),
    ("switch", "false", "off"),
    ("names", "education, My Own Section", "education, My Own Section"),
    ("texts.work", " Posts & more; } ", "Posts & more; }"),
    ("texts.Ein Titel. Mit Punkt", "x", "x"),
]
REFUSED = [
    *(("color", text) for text in ("", "red", "#12", "#1234", "#12345g", "#123;}", "123456", "#１２３", "rgb(0,0,0)")),
    *(("length", text) for text in ("18", "18mm;", "calc(18mm)", "calc(1mm + 17mm)", "18mm}", "18 mm", "18px", "2em")),
    *(("length", text) for text in ("-18mm", "+18mm", "7.99mm", "45.1mm", "99999mm", "1e1mm", "١٨mm", "１８mm")),
    *(("length", text) for text in ("18.mm", ".8cm", "18mm 22mm", "18mm/**/", "nan", "infmm", "var(--x)", "0mm")),
    *(("lengths", text) for text in ("18mm 22mm 20mm", "18mm 50mm", "18mm,22mm", "18mm;22mm")),
    *(("number", text) for text in ("10.1", "-3", "1e1", "nan", "inf", "٣", "3;", "--3", "0x3", "1_0", "9" * 40)),
    *(("choice", text) for text in ("", "0.72", "compact;", "true", "airy")),
    *(("names", text) for text in (",", "a,", "a,,b", " , a", "a" * 201)),
    ("texts.work", "a" * 201),
    ("texts", "a"),
    ("color.dark", "#123"),
    ("colour", "#123"),
]


@pytest.mark.parametrize(("key", "written", "kept"), TAKEN)
def test_taken(key: str, written: str, kept: str) -> None:
    assert chosen_options(OPTIONS, {key: written})[key] == kept


@pytest.mark.parametrize(("key", "written"), REFUSED)
def test_refused(key: str, written: str) -> None:
    with pytest.raises(UsageError) as error:
        chosen_options(OPTIONS, {key: written})
    assert f"`{key.partition('.')[0]}" in error.value.message
    assert error.value.hint


BROKEN = {
    "no type": ({}, KeyError, "type"),
    "unknown type": ({"type": "colour"}, ValueError, "there is no type `colour`"),
    "misspelt key": ({"type": "color", "defualt": "#123"}, ValueError, "unknown key `defualt`; did you mean `default`"),
    "key of another type": ({"type": "color", "minimum": "1mm"}, ValueError, "unknown key `minimum`"),
    "no bounds": ({"type": "length"}, KeyError, "minimum"),
    "bounds the wrong way": ({"type": "length", "minimum": "9mm", "maximum": "8mm"}, ValueError, "the smaller one"),
    "bounds that are none": ({"type": "length", "minimum": "9em", "maximum": "12em"}, ValueError, "such as 10mm"),
    "numbers the wrong way": ({"type": "number", "minimum": 2, "maximum": 1}, ValueError, "the smaller one"),
    "no numbers": ({"type": "number", "minimum": float("nan"), "maximum": 1}, ValueError, "the smaller one"),
    "too many lengths": (
        {"type": "length", "minimum": "1mm", "maximum": "2mm", "most": 9},
        ValueError,
        "`most` is a number from 1 to 4",
    ),
    "no choices": ({"type": "choice"}, KeyError, "choices"),
}


@pytest.mark.parametrize(("table", "kind", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(table: dict[str, Any], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        read_kind(table)


@pytest.mark.parametrize("name", ["", "A", "a b", "a;b", "x:red}", "é", "-a", "a-", "a.b"])
def test_names_of_options(name: str) -> None:
    with pytest.raises(ValueError, match="an option cannot be called"):
        Option.read(name, KINDS["color"])


PIECES = st.sampled_from(
    [
        *"0123456789.-+#; {}()/*\\\"'<>!,\n\0\u00a0",
        "mm",
        "pt",
        "e",
        "#123",
        "calc(",
        "url(",
        "compact",
        "</style>",
        "１",
    ]
)
JUNK = st.one_of(
    st.text(max_size=12),
    st.lists(PIECES, max_size=8).map("".join),
    st.from_regex(r"#[0-9a-fA-F]{3,6}.?", fullmatch=True),
    st.from_regex(r"-?\d{1,3}(\.\d{1,3})?(mm|cm|in|pt)?\s?.?", fullmatch=True),
)


@given(name=st.sampled_from(sorted(KINDS)), written=JUNK)
@example("lengths", "18mm 22mm")
@example("color", "#123")
def test_what_is_taken_stays_in_its_declaration(name: str, written: str) -> None:
    try:
        values = chosen_options(OPTIONS, {name: written})
    except UsageError:
        return
    properties = custom_properties(OPTIONS, values)
    sheet = ":root{" + "".join(f"--{key}:{value};" for key, value in properties.items()) + "}p{color:red}"
    rules = tinycss2.parse_stylesheet(sheet)
    assert [rule.type for rule in rules] == ["qualified-rule", "qualified-rule"]
    declarations = tinycss2.parse_blocks_contents(rules[0].content)
    assert [declaration.type for declaration in declarations] == ["declaration"] * len(properties)
    assert [declaration.name for declaration in declarations] == [f"--{key}" for key in properties]
    assert page_classes(OPTIONS, values) in {
        f"choice-{choice} switch-{switch}" for choice in ("compact", "normal") for switch in ("off", "on")
    }


@given(accent=st.integers(0, 0xFFFFFF).map("#{:06x}".format))
@example("#ffffff")
@example("#000000")
@example("#ffe000")
@example("#808080")
def test_derived_colours_are_read_on_every_paper(accent: str) -> None:
    """7 to 1 for text on a page and on its tints, light and dark (WCAG 2.2, 1.4.6); 4.5 for text on the accent."""
    seen = template_values(OPTIONS, chosen_options(OPTIONS, {"color": accent}))
    for paper in ("#ffffff", "#eef1f4", "#eceff2"):
        assert contrast(color(seen["color-text"]), color(paper)) >= 7
    for paper in ("#0e1013", "#15181c", "#262b31"):
        assert contrast(color(seen["color-dark"]), color(paper)) >= 7
    assert contrast(color(seen["on-color"]), color(accent)) >= 4.5


def test_a_colour_that_is_read_stays_as_it_is() -> None:
    seen = template_values(OPTIONS, chosen_options(OPTIONS, {"color": "#17507a"}))
    assert seen["color-text"] == "#17507a"
