"""What is mended, what is left, and when it ends."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import pytest
from mending import mend

from cvpress.diagnostics import Diagnostic, Finding, Severity, remove, rename, replace
from cvpress.fixes import encode, fix
from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.syntax.document import Document


def no_empty_texts(document: Document) -> list[Diagnostic]:
    """A rule that drops empty texts, but not those that others leave empty."""

    def findings(data: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[Finding]:
        if data == "":
            yield Finding(pointer, "empty", fix=remove())
        for step, child in (
            data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        ):
            yield from findings(child, (*pointer, step))

    return [document.diagnostic("T103", Severity.ERROR, finding) for finding in findings(document.data)]


def test_what_was_mended_is_told_in_the_order_of_the_text() -> None:
    document = read(b'{"b": {"c": 1}, "a": 2}', "profile.json")
    fixed = mend(document, {("a",): rename("x"), ("b", "c"): replace("1")})
    assert [diagnostic.pointer for diagnostic in fixed.applied] == [("b", "c"), ("a",)]
    assert fixed.document.data == {"b": {"c": "1"}, "x": 2}
    assert fixed.document.name == "profile.json"


@pytest.mark.parametrize("text", ["a: [1", "", "- 1\n"])
def test_a_broken_document_stays_as_it_is(text: str) -> None:
    document = read(text.encode(), "profile.yaml")
    assert fix(document, no_empty_texts).document is document


def test_a_document_without_findings_stays_as_it_is() -> None:
    document = read(b"a: 1\n", "profile.yaml")
    assert fix(document, no_empty_texts) == (document, ())


def test_what_is_not_safe_is_done_when_it_is_asked_for() -> None:
    document = read(b"a: 1\nb: 2\n", "profile.yaml")
    fixes = {("a",): rename("x"), ("b",): rename("z", safe=False)}
    assert mend(document, fixes).document.text == "x: 1\nb: 2\n"
    assert mend(document, fixes, unsafe=True).document.text == "x: 1\nz: 2\n"


def test_a_fix_may_open_the_way_for_another() -> None:
    def check(document: Document) -> list[Diagnostic]:
        found = [Finding(("company",), "old key", fix=rename("name"))] if "company" in document.data else []
        if document.data.get("name") == "":
            found.append(Finding(("name",), "empty", fix=remove()))
        return [document.diagnostic("K101", Severity.ERROR, finding) for finding in found]

    fixed = fix(read(b'name: ""\ncompany: x\n', "profile.yaml"), check)
    assert fixed.document.text == "name: x\n"
    assert [diagnostic.pointer for diagnostic in fixed.applied] == [("name",), ("company",)]


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    def check(document: Document) -> list[Diagnostic]:
        finding = Finding(("a",), "wrong", fix=replace("y" if document.data["a"] == "x" else "x"))
        return [document.diagnostic("T101", Severity.ERROR, finding)]

    assert len(fix(read(b"a: x\n", "profile.yaml"), check).applied) == 10


@pytest.mark.parametrize(
    "fixes",
    [
        {("b",): remove()},
        {("a", 5): remove()},
        {("a", "x"): remove()},
        {("a", 0, "b"): remove()},
        {(): remove()},
        {(): replace({})},
        {("a", 0): rename("x")},
        {("a",): rename("c")},
        {("c",): replace(1)},
    ],
    ids=str,
)
def test_what_cannot_be_or_changes_nothing_is_left_out(fixes: dict[Any, Any]) -> None:
    document = read(b"a: [1, 2]\nc: 1\n", "profile.yaml")
    assert mend(document, fixes) == (document, ())


def test_one_fix_a_value_and_none_inside_one_that_goes() -> None:
    document = read(b"a:\n  b: 1\n  c: 2\nd: 1\ne: 2\n", "profile.yaml")
    fixes = {("a", "b"): rename("x"), ("a",): remove(), ("d",): rename("z"), ("e",): rename("z")}
    fixed = mend(document, fixes)
    assert fixed.document.text == "z: 1\ne: 2\n"
    assert [diagnostic.pointer for diagnostic in fixed.applied] == [("a",), ("d",)]


def test_one_that_cannot_be_made_does_not_hinder_the_others() -> None:
    entries = "".join(f"k{number}: {number}\n" for number in range(40))
    document = read(f"a: &n 1\nb: *n\n{entries}".encode(), "profile.yaml")
    fixes = {("a",): replace("x")} | {(f"k{number}",): replace(str(number)) for number in range(40)}
    fixed = mend(document, fixes)
    assert len(fixed.applied) == 40
    assert fixed.document.data["a"] == 1
    assert fixed.document.data["k39"] == "39"


def test_what_aliases_show_in_many_places_is_mended_together() -> None:
    entries = "".join(f"k{number}: {number}\n" for number in range(8))
    document = read(f"a: &n\n  b: 1\n{entries}c: *n\nd: &m 1\ne: *m\n".encode(), "profile.yaml")
    fixes = {("a", "b"): replace("1"), ("d",): replace("x"), ("c", "b"): replace("1")}
    fixes |= {(f"k{number}",): replace(str(number)) for number in range(8)}
    fixed = mend(document, fixes)
    assert len(fixed.applied) == 10
    assert fixed.document.data["c"] == {"b": "1"}
    assert fixed.document.data["d"] == 1


def test_what_would_be_left_empty_goes_as_a_whole() -> None:
    document = read(b'a: [{b: "", c: {d: ""}}]\ne: {f: [], g: ""}\n', "profile.yaml")
    assert fix(document, no_empty_texts).document.text == "e: {f: []}\n"


def test_faults_of_the_text_are_not_mended_away() -> None:
    document = read(b'x: &x {a: 1}\nb:\n  <<: *x\n  c: ""\n', "profile.yaml")
    assert fix(document, no_empty_texts).document is document


@pytest.mark.parametrize("syntax", ["json", "yaml", "toml"])
def test_a_document_keeps_its_syntax_whatever_its_name_is(syntax: str) -> None:
    texts = {"json": b'{"a": "", "b": 1}', "yaml": b'a: ""\nb: 1\n', "toml": b'a = ""\nb = 1\n'}
    document = read(texts[syntax], "<stdin>", syntax)
    fixed = fix(document, no_empty_texts)
    assert (fixed.document.data, fixed.document.syntax) == ({"b": 1}, syntax)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["without a mark", "with a mark"])
def test_a_byte_order_mark_stays(mark: bytes) -> None:
    source = mark + '{"a": "", "é": 1}\r\n'.encode()
    fixed = fix(read(source, "profile.json"), no_empty_texts)
    assert encode(fixed.document, source) == mark + '{"é": 1}\r\n'.encode()
