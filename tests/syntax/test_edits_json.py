"""Edits of JSON: what is changed looks like what is there, all else stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from mending import mended_text

from cvpress.diagnostics import remove, rename, replace

if TYPE_CHECKING:
    from cvpress.diagnostics import Fix


class Case(NamedTuple):
    before: str
    fixes: dict[str, Fix]
    after: str


PRETTY = """{
    "a": 1,
    "b": 2,
    "c": 3,
    "d": 4
}
"""

CASES = {
    "rename": Case('{"website" : "x", "b": 2}', {"/website": rename("url")}, '{"url" : "x", "b": 2}'),
    "rename a group and a key inside it": Case(
        '{"basic": {"website": "x"}}',
        {"/basic": rename("basics"), "/basic/website": rename("url")},
        '{"basics": {"url": "x"}}',
    ),
    "rename an escaped key": Case('{"w\\u0065b": 1}', {"/web": rename("é")}, '{"\\u00e9": 1}'),
    "replace": Case('{"a": 2019,\r\n"b": 2}\r\n', {"/a": replace("2019")}, '{"a": "2019",\r\n"b": 2}\r\n'),
    "replace by letters": Case('{"a": "x", "b": "ß"}', {"/a": replace("é")}, '{"a": "é", "b": "ß"}'),
    "replace in a file in ASCII": Case(
        '{"a": "x", "b": "\\u00DF"}', {"/a": replace("é")}, '{"a": "\\u00e9", "b": "\\u00DF"}'
    ),
    "blanks only: escapes stay": Case(
        '{"a": " \\u00DFx  y\\/z "}', {"/a": replace("ßx y/z")}, '{"a": "\\u00DFx y\\/z"}'
    ),
    "escaped blanks": Case('{"a": "x\\t\\ty"}', {"/a": replace("x y")}, '{"a": "x y"}'),
    "a list in a minified file": Case('{"a":"x","b":1}', {"/a": replace(["x", "y"])}, '{"a":["x","y"],"b":1}'),
    "a list on one line": Case('{"a": "x", "b": 1}', {"/a": replace(["x", "y"])}, '{"a": ["x", "y"], "b": 1}'),
    "a list on lines": Case(
        '{\n  "a": {\n    "b": "x"\n  }\n}\n',
        {"/a/b": replace(["x"])},
        '{\n  "a": {\n    "b": [\n      "x"\n    ]\n  }\n}\n',
    ),
    "a list on lines, with tabs and CRLF": Case(
        '{\r\n\t"a": "x"\r\n}', {"/a": replace(["x"])}, '{\r\n\t"a": [\r\n\t\t"x"\r\n\t]\r\n}'
    ),
    "a list as the others are": Case(
        '{\n  "a": "x",\n  "b": ["y"]\n}\n', {"/a": replace(["x"])}, '{\n  "a": ["x"],\n  "b": ["y"]\n}\n'
    ),
    "a group into a list": Case(
        '{\n  "a": {\n    "b": 1,  "c": [2]\n  },\n  "d": {\n    "e": [\n      3\n    ]\n  }\n}\n',
        {"/d": replace([{"e": [3]}]), "/a": replace([{"b": 1, "c": [2]}])},
        '{\n  "a": [{\n    "b": 1,  "c": [2]\n  }],\n  "d": [{\n    "e": [\n      3\n    ]\n  }]\n}\n',
    ),
    "a group into a list on lines": Case(
        '{\r\n  "d": {\r\n    "e":  1\r\n  }\r\n}\r\n',
        {"/d": replace([{"e": 1}])},
        '{\r\n  "d": [\r\n    {\r\n      "e":  1\r\n    }\r\n  ]\r\n}\r\n',
    ),
    "a group on one line into a list": Case('{"d": { "e":1 }}', {"/d": replace([{"e": 1}])}, '{"d": [{ "e":1 }]}'),
    "remove the first line": Case(PRETTY, {"/a": remove()}, '{\n    "b": 2,\n    "c": 3,\n    "d": 4\n}\n'),
    "remove a line": Case(PRETTY, {"/c": remove()}, '{\n    "a": 1,\n    "b": 2,\n    "d": 4\n}\n'),
    "remove the last line": Case(PRETTY, {"/d": remove()}, '{\n    "a": 1,\n    "b": 2,\n    "c": 3\n}\n'),
    "remove the first lines": Case(PRETTY, {"/b": remove(), "/a": remove()}, '{\n    "c": 3,\n    "d": 4\n}\n'),
    "remove lines": Case(PRETTY, {"/b": remove(), "/c": remove()}, '{\n    "a": 1,\n    "d": 4\n}\n'),
    "remove the last lines": Case(PRETTY, {"/d": remove(), "/c": remove()}, '{\n    "a": 1,\n    "b": 2\n}\n'),
    "remove every other line": Case(PRETTY, {"/b": remove(), "/d": remove()}, '{\n    "a": 1,\n    "c": 3\n}\n'),
    "remove all but one": Case(PRETTY, {f"/{key}": remove() for key in "abd"}, '{\n    "c": 3\n}\n'),
    "remove all": Case(PRETTY, {f"/{key}": remove() for key in "abcd"}, "{}\n"),
    "lines with CRLF": Case('{\r\n "a": 1,\r\n "b": 2\r\n}\r\n', {"/b": remove()}, '{\r\n "a": 1\r\n}\r\n'),
    "minified: first": Case('{"a":1,"b":2,"c":3}', {"/a": remove()}, '{"b":2,"c":3}'),
    "minified: middle": Case('{"a":1,"b":2,"c":3}', {"/b": remove()}, '{"a":1,"c":3}'),
    "minified: last": Case('{"a":1,"b":2,"c":3}', {"/c": remove()}, '{"a":1,"b":2}'),
    "minified: first and last": Case('{"a":1,"b":2,"c":3}', {"/a": remove(), "/c": remove()}, '{"b":2}'),
    "one line: first": Case('{ "a": 1, "b": 2, "c": 3 }', {"/a": remove()}, '{ "b": 2, "c": 3 }'),
    "one line: middle": Case('{ "a": 1, "b": 2, "c": 3 }', {"/b": remove()}, '{ "a": 1, "c": 3 }'),
    "one line: last": Case('{ "a": 1, "b": 2, "c": 3 }', {"/c": remove()}, '{ "a": 1, "b": 2 }'),
    "one line: last two": Case('{ "a": 1, "b": 2, "c": 3 }', {"/b": remove(), "/c": remove()}, '{ "a": 1 }'),
    "one line: first two": Case('{ "a": 1, "b": 2, "c": 3 }', {"/a": remove(), "/b": remove()}, '{ "c": 3 }'),
    "items": Case('{"a": [1, 2, 3, 4]}', {"/a/0": remove(), "/a/2": remove()}, '{"a": [2, 4]}'),
    "several on a line, the end of it": Case('{"a": [\n  1, 2,\n  3\n]}', {"/a/1": remove()}, '{"a": [\n  1,\n  3\n]}'),
    "several on a line, its beginning": Case('{"a": [\n  1, 2,\n  3\n]}', {"/a/0": remove()}, '{"a": [\n  2,\n  3\n]}'),
    "several on a line, all of it": Case(
        '{"a": [\n  1, 2,\n  3\n]}', {"/a/0": remove(), "/a/1": remove()}, '{"a": [\n  3\n]}'
    ),
    "bracket and item on one line": Case('{"a": 1,\n "b": 2,\n "c": 3}', {"/a": remove()}, '{"b": 2,\n "c": 3}'),
    "item and bracket on one line": Case('{"a": 1,\n "b": 2,\n "c": 3}', {"/c": remove()}, '{"a": 1,\n "b": 2}'),
    "commas first: first": Case('{ "a": 1\n, "b": 2\n, "c": 3\n}', {"/a": remove()}, '{ "b": 2\n, "c": 3\n}'),
    "commas first: middle": Case('{ "a": 1\n, "b": 2\n, "c": 3\n}', {"/b": remove()}, '{ "a": 1\n, "c": 3\n}'),
    "commas first: last": Case('{ "a": 1\n, "b": 2\n, "c": 3\n}', {"/c": remove()}, '{ "a": 1\n, "b": 2\n}'),
    "blank lines around": Case(
        '{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}\n', {"/b": remove()}, '{\n  "a": 1,\n\n  "c": 3\n}\n'
    ),
    "a blank line before the last": Case('{\n  "a": 1,\n\n  "b": 2\n}\n', {"/b": remove()}, '{\n  "a": 1\n}\n'),
    "a value of several lines": Case(
        '{\n  "a": 1,\n  "b": [\n    2\n  ],\n  "c": 3\n}\n', {"/b": remove()}, '{\n  "a": 1,\n  "c": 3\n}\n'
    ),
    "an emptied group goes": Case('{"a": {"b": [{"c": ""}]}, "d": 1}', {"/a/b/0/c": remove()}, '{"d": 1}'),
    "an emptied item goes": Case('{"a": [{"b": ""}, {"c": 1}]}', {"/a/0/b": remove()}, '{"a": [{"c": 1}]}'),
    "all at once": Case(
        '{"website": "", "a": "x  y", "b": {"c": null}, "d": 5}',
        {"/website": remove(), "/a": replace("x y"), "/b/c": remove(), "/d": rename("e")},
        '{"a": "x y", "e": 5}',
    ),
    "one of duplicate keys: not touched": Case(
        '{"name": "x", "name": "y", "b": 1}',
        {"/name": rename("title"), "/b": rename("c")},
        '{"name": "x", "name": "y", "c": 1}',
    ),
    "a duplicate key beside it: not touched": Case(
        '{"a": "", "b": 1, "b": 2}', {"/a": remove()}, '{"a": "", "b": 1, "b": 2}'
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_text_after_fixes(case: Case) -> None:
    assert mended_text("json", case.before, case.fixes) == case.after
