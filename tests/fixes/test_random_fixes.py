"""Any fixes of any data in any style: what is meant comes out, and all else stays as it was written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mending import mend

from cvpress.diagnostics import Finding, Severity, remove, rename, replace
from cvpress.fixes import fix
from cvpress.policy.comments import comments_of
from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cvpress.diagnostics import Diagnostic, Fix, Pointer
    from cvpress.syntax.document import Document

WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]) | st.sampled_from(" :#-'\","), max_size=12
)
TEXTS = WORDS | st.sampled_from(
    ["", "no", "2019-06", "1e3", "~", "a  b", "line\nline  two\n", "https://example.org", "- x"]
)
SCALARS = TEXTS | st.integers(-99, 2030) | st.booleans()
KEYS = st.sampled_from(["name", "url", "startDate", "x-y", "no", "two words", "é", "a.b", "7"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(KEYS, VALUES, min_size=2, max_size=6)


class _Dumper(yaml.SafeDumper):
    """Writes each value where it stands, without anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class _IndentedDumper(_Dumper):
    """Puts lists in from their keys."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _yaml(data: Any, dumper: type[yaml.SafeDumper] = _Dumper, **style: Any) -> str:
    return yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, **style)


def _toml(data: dict[str, Any]) -> str:
    lines: list[str] = []
    _toml_table(data, (), lines)
    return "\n".join(lines) + "\n"


def _toml_table(data: dict[str, Any], path: tuple[str, ...], lines: list[str]) -> None:
    tables = []
    for key, value in data.items():
        is_array = isinstance(value, list) and all(isinstance(item, dict) for item in value)
        if is_array or isinstance(value, dict):
            tables.append((key, value))
        else:
            lines += ["# above", f"{_quoted(key)} = {_inline(value)} # behind"]
    for key, value in tables:
        header = ".".join(map(_quoted, (*path, key)))
        for table in value if isinstance(value, list) else [value]:
            lines += ["", f"[[{header}]]" if isinstance(value, list) else f"[{header}]"]
            _toml_table(table, (*path, key), lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_quoted(key)} = {_inline(child)}" for key, child in value.items()) + " }"
    if isinstance(value, list):
        return "[\n" + "".join(f"  {_inline(item)},\n" for item in value) + "]"
    return _quoted(value)


STYLES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "JSON on lines": ("json", lambda data: json.dumps(data, indent=2, ensure_ascii=False) + "\n"),
    "JSON with tabs and CRLF": ("json", lambda data: json.dumps(data, indent="\t").replace("\n", "\r\n")),
    "JSON on one line": ("json", json.dumps),
    "JSON minified": ("json", lambda data: json.dumps(data, separators=(",", ":"))),
    "YAML": ("yaml", _yaml),
    "YAML with indented lists": ("yaml", lambda data: _yaml(data, _IndentedDumper)),
    "YAML on long lines": ("yaml", lambda data: _yaml(data, width=1000, line_break="\r\n")),
    "YAML in single quotes": ("yaml", lambda data: _yaml(data, default_style="'")),
    "YAML in blocks": ("yaml", lambda data: _yaml(data, default_style="|")),
    "YAML in brackets": ("yaml", lambda data: _yaml(data, default_flow_style=True, width=30)),
    "YAML with leaves in brackets": ("yaml", lambda data: _yaml(data, default_flow_style=None)),
    "TOML": ("toml", _toml),
}


def _pointers(data: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    if pointer:
        yield pointer
    for step, child in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _pointers(child, (*pointer, step))


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


@st.composite
def fixes_of(draw: st.DrawFn, data: Any, *, tables: bool = True) -> dict[Pointer, Fix]:
    """Fixes none of which is inside another; `tables` if lists and mappings are replaced too."""
    chosen = draw(st.lists(st.sampled_from(list(_pointers(data))), min_size=1, max_size=5, unique=True))
    fixes: dict[Pointer, Fix] = {}
    for number, pointer in enumerate(chosen):
        if any(pointer[: len(other)] == other or other[: len(pointer)] == pointer for other in fixes):
            continue
        old = _at(data, pointer)
        kinds = ["remove"] + ["rename"] * isinstance(pointer[-1], str)
        kinds += ["replace"] * (tables or not isinstance(old, (dict, list)))
        kind = draw(st.sampled_from(kinds))
        new = draw(VALUES | st.just([old])) if kind == "replace" else None
        if kind != "replace":
            fixes[pointer] = remove() if kind == "remove" else rename(f"new{number}")
        elif json.dumps(new) != json.dumps(old):
            fixes[pointer] = replace(new)
    return fixes


_GONE = object()


def _expected(data: Any, fixes: dict[Pointer, Fix], pointer: Pointer = ()) -> Any:
    own = fixes.get(pointer)
    if own and own.action != "rename":
        return _GONE if own.action == "remove" else own.value
    if not isinstance(data, (dict, list)):
        return data
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    entries = [((*pointer, step), _expected(child, fixes, (*pointer, step))) for step, child in steps]
    kept = [(where, child) for where, child in entries if child is not _GONE]
    if entries and not kept and pointer:
        return _GONE
    if isinstance(data, list):
        return [child for _, child in kept]
    new_names = {where: found.value for where, found in fixes.items() if found.action == "rename"}
    return {new_names.get(where, where[-1]): child for where, child in kept}


@given(DATA, st.sampled_from(sorted(STYLES)), st.data())
@settings(max_examples=400)
def test_what_is_meant_comes_out(data: dict[str, Any], style: str, choice: st.DataObject) -> None:
    syntax, write = STYLES[style]
    text = write(data)
    assume("!!" not in text)
    document = read(text.encode(), f"profile.{syntax}")
    assume(not document.faults and document.data == data)
    fixes = choice.draw(fixes_of(data, tables=syntax != "toml"))
    expected = _expected(data, fixes)
    assume(expected)
    fixed = mend(document, fixes)
    assert json.dumps(fixed.document.data, sort_keys=True) == json.dumps(expected, sort_keys=True)
    assert len(fixed.applied) == len(fixes)
    if syntax == "json":
        assert list(fixed.document.data) == list(expected)


@given(DATA, st.sampled_from(sorted(STYLES)), st.data())
@settings(max_examples=150)
def test_all_else_stays_as_it_was_written(data: dict[str, Any], style: str, choice: st.DataObject) -> None:
    """A new text changes nothing but the lines of the old one."""
    syntax, write = STYLES[style]
    document = read(write(data).encode(), f"profile.{syntax}")
    assume(not document.faults and document.data == data)
    leaves = [where for where in _pointers(data) if not isinstance(_at(data, where), (dict, list))]
    assume(leaves)
    pointer = choice.draw(st.sampled_from(leaves))
    fixed = mend(document, {pointer: replace("new")})
    start, end = document.place(pointer).value
    before, after = document.text, fixed.document.text
    assume(_at(data, pointer) != "new")
    assert after.startswith(before[:start])
    assert after.endswith(before[end:].lstrip("\r\n"))


def _surplus_blanks(document: Document) -> list[Diagnostic]:
    texts = ((where, _at(document.data, where)) for where in _pointers(document.data))
    spaced = [(where, text) for where, text in texts if isinstance(text, str) and text != _tidy(text)]
    findings = [
        Finding(where, "blanks", fix=replace(_tidy(text)) if _tidy(text) else remove()) for where, text in spaced
    ]
    return [document.diagnostic("C106", Severity.WARNING, finding) for finding in findings]


def _tidy(text: str) -> str:
    return "\n".join(re.sub("  +", " ", line).strip(" ") for line in text.split("\n")).strip("\n")


@given(DATA, st.sampled_from(sorted(STYLES)))
@settings(max_examples=150)
def test_fixing_twice_changes_nothing(data: dict[str, Any], style: str) -> None:
    syntax, write = STYLES[style]
    text = write({"kept": "x", **data})
    document = read(text.encode(), f"profile.{syntax}")
    assume(not document.faults and "!!" not in text)
    once = fix(document, _surplus_blanks)
    assert _surplus_blanks(once.document) == []
    assert fix(once.document, _surplus_blanks) == (once.document, ())


@given(DATA, st.data())
@settings(max_examples=100)
def test_comments_stay(data: dict[str, Any], choice: st.DataObject) -> None:
    parts = [f"# about {number}\n\n{_yaml({key: value})}" for number, (key, value) in enumerate(data.items())]
    document = read("\n".join(parts).encode(), "profile.yaml")
    assume(not document.faults and document.data == data)
    fixes = choice.draw(fixes_of(data))
    assume(_expected(data, fixes))
    lines = mend(document, fixes).document.text.split("\n")
    assert [line for line in lines if line.startswith("# about")] == [
        f"# about {number}" for number in range(len(data))
    ]


COMMENTED: dict[str, tuple[str, Callable[[Any], str]]] = {
    "YAML": ("yaml", lambda data: _yaml(data, default_style='"', width=1000)),
    "YAML with indented lists": ("yaml", lambda data: _yaml(data, _IndentedDumper, default_style='"', width=1000)),
    "YAML with leaves in brackets": (
        "yaml",
        lambda data: _yaml(data, default_style='"', default_flow_style=None, width=1000),
    ),
    "TOML": ("toml", _toml),
}
"""Styles in which every line has room for a comment."""


@given(DATA, st.sampled_from(sorted(COMMENTED)), st.booleans(), st.data())
@settings(max_examples=200)
def test_no_comment_is_lost(data: dict[str, Any], style: str, only_removals: bool, choice: st.DataObject) -> None:
    syntax, write = COMMENTED[style]
    document = read(_commented(write(data)).encode(), f"profile.{syntax}")
    fixes = choice.draw(fixes_of(data))
    if only_removals:
        fixes = dict.fromkeys(fixes, remove())
    expected = _expected(data, fixes)
    assume(expected and not document.faults and document.data == data)
    fixed = mend(document, fixes).document
    assert _comments(fixed) == _comments(document)
    if only_removals and style.startswith("YAML"):
        assert fixed.data == expected


def _commented(text: str) -> str:
    """Put a comment above and behind each line."""
    written = [line for line in text.split("\n") if line.strip()]
    margins = [line[: len(line) - len(line.lstrip(" "))] for line in written]
    lines = zip(margins, written, strict=True)
    return "".join(
        f"{margin}# above {number}\n{line}  # behind {number}\n" for number, (margin, line) in enumerate(lines)
    )


def _comments(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in comments_of(document)]
