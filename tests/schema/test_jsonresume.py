"""The two promises to JSON Resume: its documents are profiles, and profiles are its documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from judges import official_verdicts
from mutations import Mutation, filled, mutations, sections

import cvpress
from cvpress.schema import accepts, load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cvpress.diagnostics import Pointer

# What may stand in the place of any value. Characters that JavaScript, Python and Rust class differently are among
# them: white space, letters and digits beyond ASCII.
ANYTHING: list[Any] = [None, "", "text", 0, 1.5, True, False, [], ["text"], [None], [[]], {}, {"name": "x"}, {"url": 1}]
DATES: list[str] = [
    *("2013", "2013-02", "2013-02-28", "2013-02-31", "2013-13", "2013-19-39", "2013-20", "2013-12-40", "2013-1-1"),
    *("13", "0999", "1000", "2999", "3000", "20130", "2013-", "2013-02-", "-2013", "+2013", "2013/02", "Present"),
    *("2013-02-28T00:00:00Z", "٢٠١٣", "2013-0২", "2013\n", "\n2013", "2013 ", " 2013", "2013\r", "2013\u2028"),
]
URLS: list[str] = [
    *("https://example.org", "https://", "https:", "http://a", "mailto:a@b", "tel:1", "javascript:alert(1)", "data:,"),
    *("file:///etc/passwd", "a:", "A:", "1a:x", "a1+.-:x", "a_b:x", "é:x", "://x", "//x", "/x", "x", "x.org", "ſ:x"),
    *("example.org:80", "localhost:8000", "https://é.org/ü?ß#ſ", "urn:isbn:1", "\u212a:x", "https://[::1]", "<https:>"),
    *(f"https://example.org/a{char}b" for char in " \t\n\r\v\f\x01\x1c\x1f\x7f\x85\xa0\u1680\u180e\u2000\u200a"),
    *(f"https://example.org/{char}" for char in "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\U0001f600\n\\"),
    *(" https://a", "\nhttps://a", "https ://a", "https:\n"),
]
EMAILS: list[str] = [
    *("a@b.c", "a@b", "a", "b@", "@b.c", "a@@b.c", "a@b@c.d", ".a@b.c", "a.@b.c", "a..b@c.d", "a.b@c.d", "a+b@c.d"),
    *("!#$%&'*+-/=?^_`{|}~@c.d", '"a"@b.c', '"a b"@c.d', "a@b..c", "a@.b.c", "a@b.c.", "a@-b.c", "a@b-.c", "a@b-c.d"),
    *("a@b.-c", "a@b.c-", "a@1.2", "a@b.1", "a@[1.2.3.4]", "a@[256.1.1.1]", "a@[01.002.3.4]", "a@[1.2.3]", "a@b_c.d"),
    *("a@[١.2.3.4]", "a@b.c_d", "á@b.c", "a@á.c", "a@b.á", "ſ@b.c", "a@\u212a.c", "mailto:a@b.c", "a(at)b.c"),
    *("<a@b.c>", "a@b.c,d@e.f", "A@B.C", "a@xn--p1ai.xn--p1ai", "a@b--c.d", "a@b.c--d", "a@b.c\n", "a@b.c ", " a@b.c"),
    *(f"a@{'b' * length}.c" for length in (62, 63, 64, 65)),
    *(f"a@b.{'c' * length}" for length in (62, 63, 64, 65)),
    *(f"a@{'-'.join('b' * length)}.c" for length in (31, 32, 33)),
    f"{'a' * 200}@{'b.' * 100}c",
]


def format_cases() -> Iterator[Mutation]:
    for date in DATES:
        yield Mutation(f"date {date!r}", {"work": [{"name": "Sorbonne", "startDate": date}]})
        yield Mutation(f"text {date!r}", {"work": [{"name": date}]})
    for url in URLS + EMAILS + DATES:
        yield Mutation(f"URL {url!r}", {"basics": {"url": url}})
    for email in EMAILS + URLS:
        yield Mutation(f"address {email!r}", {"basics": {"email": email}})


def documents(node_modules: Path) -> Iterator[Mutation]:
    """Good documents, and such as come about by changing one node of them; only keys that JSON Resume has."""
    sample = json.loads((node_modules / "@jsonresume/schema/sample.resume.json").read_text(encoding="utf-8"))
    every_field = _of_jsonresume(filled_by_profile_examples())
    yield Mutation("the official sample", sample)
    yield Mutation("every field", every_field)
    yield from mutations([every_field, sample], ANYTHING, seed=1, count=300)
    yield from mutations([*sections(every_field), *sections(sample)], [*ANYTHING, *DATES[:8]], seed=2, count=900)
    yield from format_cases()


def filled_by_profile_examples() -> dict[str, Any]:
    schema = load_schema("profile")
    every_field: dict[str, Any] = filled(schema, schema["definitions"])
    return every_field


def _of_jsonresume(document: Any) -> dict[str, Any]:
    """Only what JSON Resume has keys for."""
    only: dict[str, Any] = _only(document, load_schema("jsonresume"))
    return only


def _only(value: Any, schema: Mapping[str, Any]) -> Any:
    if isinstance(value, dict) and "properties" in schema:
        return {
            key: _only(child, schema["properties"][key]) for key, child in value.items() if key in schema["properties"]
        }
    if isinstance(value, list) and "items" in schema:
        return [_only(child, schema["items"]) for child in value]
    return value


def uses_only_keys_of_jsonresume(document: Any) -> bool:
    return document == _only(document, load_schema("jsonresume"))


def test_every_json_resume_document_is_a_profile(node_modules: Path) -> None:
    cases = list(documents(node_modules))
    verdicts = official_verdicts([json.dumps(case.data) for case in cases], node_modules)
    assert len(cases) > 1000
    assert 0.2 < sum(verdicts) / len(verdicts) < 0.8, "a judge that always says the same judges nothing"
    wrong = [
        (case.name, official)
        for case, official in zip(cases, verdicts, strict=True)
        if accepts(case.data, "jsonresume") is not official
        or (uses_only_keys_of_jsonresume(case.data) and accepts(case.data, "profile") is not official)
    ]
    assert wrong == []


def test_most_cases_are_held_against_the_profile_schema(node_modules: Path) -> None:
    cases = list(documents(node_modules))
    assert sum(uses_only_keys_of_jsonresume(case.data) for case in cases) > 0.9 * len(cases)


def test_the_official_schema_has_the_same_fields(node_modules: Path) -> None:
    official = json.loads((node_modules / "@jsonresume/schema/schema.json").read_text(encoding="utf-8"))
    assert dict(_fields(load_schema("jsonresume"))) == dict(_fields(official))


def test_the_official_package_is_the_version_that_is_promised(node_modules: Path) -> None:
    package = json.loads((node_modules / "@jsonresume/schema/package.json").read_text(encoding="utf-8"))
    assert f"JSON Resume {package['version']} " in load_schema("jsonresume")["description"]


def test_no_key_of_json_resume_has_another_type() -> None:
    ours = dict(_fields(load_schema("profile")))
    for pointer, theirs in _fields(load_schema("jsonresume")):
        assert ours.get(pointer) == theirs, pointer


def test_every_object_takes_further_keys() -> None:
    """As JSON Resume's do, or a document with a key that only a later version has would be no profile."""
    schema = load_schema("profile")
    for name, definition in {"the root": schema, **schema["definitions"]}.items():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is True, name


def test_every_profile_is_a_json_resume_document(profiles: tuple[Path, ...], root: Path) -> None:
    assert len(profiles) >= 5
    for path in profiles:
        assert accepts(cvpress.load(path).data, "jsonresume"), path.relative_to(root)
    assert accepts(filled_by_profile_examples(), "jsonresume")


@pytest.mark.parametrize("name", ["profile", "jsonresume"])
def test_nothing_is_required(name: Any) -> None:
    assert "required" not in json.dumps(load_schema(name))
    assert accepts({}, name)


def _fields(schema: Mapping[str, Any]) -> Iterator[tuple[Pointer, tuple[Any, ...]]]:
    """What each key may hold, with references resolved and notes for people left out."""
    yield from _walk((), schema, schema["definitions"])


def _walk(
    pointer: Pointer, schema: Mapping[str, Any], definitions: Mapping[str, Any]
) -> Iterator[tuple[Pointer, tuple[Any, ...]]]:
    reference = schema.get("$ref") or next((part["$ref"] for part in schema.get("allOf", ())), "")
    schema = definitions[reference.rpartition("/")[2]] if reference else schema
    yield pointer, tuple(schema.get(keyword) for keyword in ("type", "format", "pattern", "enum"))
    for key, child in schema.get("properties", {}).items():
        yield from _walk((*pointer, key), child, definitions)
    if "items" in schema:
        yield from _walk((*pointer, "[]"), schema["items"], definitions)
