"""Edits of TOML: comments, quotes, dotted keys and tables stay."""

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


KEYS = {
    "bare": Case('website  = "x" # c\r\n', {"/website": rename("url")}, 'url  = "x" # c\r\n'),
    "quoted": Case("\"a\" = 1\n'b' = 2\n", {"/a": rename("c"), "/b": rename("d")}, "\"c\" = 1\n'd' = 2\n"),
    "one that needs quotes": Case("a = 1\n", {"/a": rename("b c")}, '"b c" = 1\n'),
    "dotted, last": Case("a.b . c = 1\n", {"/a/b/c": rename("d")}, "a.b . d = 1\n"),
    "dotted, first": Case("a.b = 1\nx = 2\na.c = 3\n", {"/a": rename("d")}, "d.b = 1\nx = 2\nd.c = 3\n"),
    "dotted, middle": Case("a.b.c = 1\na.d = 2\n", {"/a/b": rename("x")}, "a.x.c = 1\na.d = 2\n"),
    "dotted below a header": Case("[a]\nb.c = 1\n", {"/a/b": rename("x")}, "[a]\nx.c = 1\n"),
    "of a table": Case("[a] # c\nb = 1\n", {"/a": rename("x"), "/a/b": rename("y")}, "[x] # c\ny = 1\n"),
    "of a table with tables": Case(
        '[a]\nb = 1\n[ a . "c" ]\nd = 1\n[a.e.f]\n', {"/a": rename("x")}, '[x]\nb = 1\n[ x . "c" ]\nd = 1\n[x.e.f]\n'
    ),
    "of a table that only longer headers name": Case(
        "[a.b.c]\nx = 1\n[a.b.d]\ny = 2\n", {"/a/b": rename("e")}, "[a.e.c]\nx = 1\n[a.e.d]\ny = 2\n"
    ),
    "of a table after its tables": Case(
        "[a.b]\nc = 1\n[a]\nd = 1\n", {"/a": rename("x")}, "[x.b]\nc = 1\n[x]\nd = 1\n"
    ),
    "of tables in an array": Case(
        "[[a]]\nb = 1\n[a.c]\nd = 1\n[[a.e]]\nf = 1\n[[a]]\nb = 2\n",
        {"/a": rename("x"), "/a/0/e": rename("y")},
        "[[x]]\nb = 1\n[x.c]\nd = 1\n[[x.y]]\nf = 1\n[[x]]\nb = 2\n",
    ),
    "in an inline table": Case("a = { b = 1, c = 2 }\n", {"/a/c": rename("d")}, "a = { b = 1, d = 2 }\n"),
    "dotted in an inline table": Case("a = { b.c = 1 }\n", {"/a/b/c": rename("d")}, "a = { b.d = 1 }\n"),
    "dots in an inline table: not touched": Case("a = { b.c = 1 }\n", {"/a/b": rename("d")}, "a = { b.c = 1 }\n"),
    "of an item's pair": Case("a = [\n  { b = 1 }, # c\n]\n", {"/a/0/b": rename("d")}, "a = [\n  { d = 1 }, # c\n]\n"),
}

VALUES = {
    "in double quotes": Case('a = "x  y" # c\n', {"/a": replace("x y")}, 'a = "x y" # c\n'),
    "in single quotes": Case("a = 'x  y'\n", {"/a": replace("x y")}, "a = 'x y'\n"),
    "in single quotes, with one": Case("a = 'x'\n", {"/a": replace("x'y")}, 'a = "x\'y"\n'),
    "with escapes": Case('a = "\\u00df  x"\n', {"/a": replace("ß x")}, 'a = "\\u00df x"\n'),
    "a quote": Case('a = "x"\n', {"/a": replace('x"y')}, 'a = "x\\"y"\n'),
    "a number": Case("a = 2019 # c\n", {"/a": replace("2019")}, 'a = "2019" # c\n'),
    "a date": Case("a = 2019-06-01\n", {"/a": replace("2019-06")}, 'a = "2019-06"\n'),
    "a date with a time": Case("a = 2019-06-01 10:00:00\n", {"/a": replace("2019-06-01")}, 'a = "2019-06-01"\n'),
    "text on lines": Case('a = """\n  x   y \nz"""  # c\n', {"/a": replace("x y\nz")}, 'a = """\nx y\nz"""  # c\n'),
    "literal text on lines": Case(
        "a = '''\r\nx  y \r\nz '''\r\n", {"/a": replace("x y\nz")}, "a = '''\r\nx y\r\nz'''\r\n"
    ),
    "text on lines, by another": Case('a = """\nx\ny"""\n', {"/a": replace("z\nw")}, 'a = """\nz\nw"""\n'),
    "a list": Case('a = "x" # c\n', {"/a": replace(["x", "y"])}, 'a = ["x", "y"] # c\n'),
    "a list in single quotes": Case("a = 'x'\n", {"/a": replace(["x"])}, "a = ['x']\n"),
    "a group": Case('a = "x"\n', {"/a": replace({"b": "x"})}, 'a = { b = "x" }\n'),
    "a list by a text": Case('a = [\n  "x",\n]\n', {"/a": replace("x")}, 'a = "x"\n'),
    "behind dots": Case("a.b = 2\n", {"/a/b": replace("2")}, 'a.b = "2"\n'),
    "an item": Case("a = [1, 2]\n", {"/a/1": replace("2")}, 'a = [1, "2"]\n'),
    "by nothing: not touched": Case("a = 1\nb = 2\n", {"/a": replace(None), "/b": replace(3)}, "a = 1\nb = 3\n"),
    "a table into an array": Case(
        "[a] # c\nb = 1\n\n[a.c]\nd = 1\n",
        {"/a": replace([{"b": 1, "c": {"d": 1}}])},
        "[[a]] # c\nb = 1\n\n[a.c]\nd = 1\n",
    ),
    "a list with comments by a text: not touched": Case(
        "a = [\n  1, # c\n]\n", {"/a": replace("1")}, "a = [\n  1, # c\n]\n"
    ),
    "a table of one dotted key": Case(
        "[[a]]\nx = 1\nb . c = 'y'  # d\n", {"/a/0/b": replace("z")}, "[[a]]\nx = 1\nb = 'z'  # d\n"
    ),
    "a table of one dotted key, inline": Case(
        "a = { x = 1, b.c = 'y' }\n", {"/a/b": replace("z")}, "a = { x = 1, b = 'z' }\n"
    ),
    "a table of two dotted keys: not touched": Case("a.b = 1\na.c = 2\n", {"/a": replace("x")}, "a.b = 1\na.c = 2\n"),
    "a table of a deep dotted key: not touched": Case("a.b.c = 1\n", {"/a": replace("x")}, "a.b.c = 1\n"),
    "a table that longer headers name: not touched": Case("[a.b]\nc = 1\n", {"/a": replace("x")}, "[a.b]\nc = 1\n"),
    "a table: not touched": Case("[a]\nb = 1\n", {"/a": replace("x")}, "[a]\nb = 1\n"),
    "a table of an array: not touched": Case("[[a]]\nb = 1\n", {"/a/0": replace("x")}, "[[a]]\nb = 1\n"),
}

REMOVALS = {
    "a pair": Case("# t\na = 1\n# b\nb = 2 # 2\nc = 3\n", {"/b": remove()}, "# t\na = 1\n# b\n# 2\nc = 3\n"),
    "a pair with an indentation": Case("[a]\r\n\tb = 1\r\n\tc = 2\r\n", {"/a/b": remove()}, "[a]\r\n\tc = 2\r\n"),
    "the last without a line break": Case("a = 1\nb = 2", {"/b": remove()}, "a = 1"),
    "a value of several lines": Case("a = [\n  1,\n]\nb = 2\n", {"/a": remove()}, "b = 2\n"),
    "behind dots": Case('a.b = ""\na.c = 1\n', {"/a/b": remove()}, "a.c = 1\n"),
    "behind dots, the order of the rest": Case('a.b = ""\nc = 1\na.d = 1\n', {"/a/b": remove()}, "c = 1\na.d = 1\n"),
    "behind dots, all": Case('a.b = ""\nc = 1\na.d = ""\n', {"/a/b": remove(), "/a/d": remove()}, "c = 1\n"),
    "an empty table": Case("[a]\nb = 1\n\n[a.c]\n\n[d]\ne = 1\n", {"/a/c": remove()}, "[a]\nb = 1\n\n[d]\ne = 1\n"),
    "an emptied table": Case('a = 1\n\n[b]\nc = ""\n', {"/b/c": remove()}, "a = 1\n"),
    "a table with tables": Case(
        "[a]\nb = 1\n\n[a.c]\nd.e = 1\n\n[[a.f]]\ng = 1\n\n[h]\ni = 1\n", {"/a": remove()}, "[h]\ni = 1\n"
    ),
    "a table that only longer headers name": Case("[a.b.c]\nd = 1\n[e]\nf = 1\n", {"/a/b": remove()}, "[e]\nf = 1\n"),
    "a table, not those that it is named in": Case(
        "[a.b]\nc = 1\n[a.b.d]\ne = 1\n", {"/a/b/c": remove()}, "[a.b]\n[a.b.d]\ne = 1\n"
    ),
    "a table of an array": Case("[[a]]\nb = 1\n[a.c]\nd = 1\n\n[[a]]\nb = 2\n", {"/a/0": remove()}, "[[a]]\nb = 2\n"),
    "the last table of an array": Case(
        "x = 1\n[[a]]\nb = 1\n[[a]]\nb = ''\n", {"/a/1/b": remove()}, "x = 1\n[[a]]\nb = 1\n"
    ),
    "an array of tables": Case("x = 1\n[[a]]\nb = 1\n[[a]]\nb = 2\n", {"/a": remove()}, "x = 1\n"),
    "inline: first": Case("a = { b = 1, c = 2 }\n", {"/a/b": remove()}, "a = { c = 2 }\n"),
    "inline: last": Case("a = { b = 1, c = 2 }\n", {"/a/c": remove()}, "a = { b = 1 }\n"),
    "inline before dots": Case("a = { b = 1, c.d = 2 }\n", {"/a/b": remove()}, "a = { c.d = 2 }\n"),
    "inline behind dots: not touched": Case("a = { c.d = 2, b = 1 }\n", {"/a/b": remove()}, "a = { c.d = 2, b = 1 }\n"),
    "items": Case("a = [1, 2, 3]\n", {"/a/1": remove()}, "a = [1, 3]\n"),
    "items on lines": Case(
        "a = [\n  1, # one\n  # two\n  2, # zwei\n  3, # three\n]\n",
        {"/a/1": remove()},
        "a = [\n  1, # one\n  # two\n  # zwei\n  3, # three\n]\n",
    ),
    "the last item on a line, the comma stays": Case(
        "a = [\n  1,\n  2, # c\n]\n", {"/a/1": remove()}, "a = [\n  1,\n  # c\n]\n"
    ),
    "the last item on a line, without a comma": Case(
        "a = [\n  1, # c\n  2\n]\n", {"/a/1": remove()}, "a = [\n  1 # c\n]\n"
    ),
    "inline tables in an array": Case("a = [{ b = 1 }, { b = '' }]\n", {"/a/1/b": remove()}, "a = [{ b = 1 }]\n"),
    "lists in a list": Case("a = [[1, 2], [3]]\n", {"/a/0/0": remove()}, "a = [[2], [3]]\n"),
    "everything: not touched": Case("a = ''\n", {"/a": remove()}, "a = ''\n"),
}

COMMENTS = {
    "behind a pair": Case('a = 1\n  "b" = ""  # c\nd = 2\n', {"/b": remove()}, "a = 1\n  # c\nd = 2\n"),
    "behind the last, no line break": Case('a = 1\nb = "" # c', {"/b": remove()}, "a = 1\n# c"),
    "behind an item": Case(
        'a = [\r\n  "x",\r\n  "",  # c\r\n]\r\n', {"/a/1": remove()}, 'a = [\r\n  "x",\r\n  # c\r\n]\r\n'
    ),
    "inside": Case('a = [ # 1\n  # 2\n  "", # 3\n] # 4\nb = 1\n', {"/a/0": remove()}, "# 1\n# 2\n# 3\n# 4\nb = 1\n"),
    "of tables": Case(
        'x = 1\n\n[a] # 1\n# 2\nb = "" # 3\n\n# 4\n[a.c] # 5\n',
        {"/a": remove()},
        "x = 1\n\n# 1\n# 2\n# 3\n\n# 4\n# 5\n",
    ),
    "texts that look like some": Case(
        "a = \"x # y\"\nb = '''\n# z'''\nc = 1\n", {"/a": remove(), "/b": remove()}, "c = 1\n"
    ),
    "at the end of a line": Case('a = ["x", ""]  # c\n', {"/a/1": remove()}, 'a = ["x"]  # c\n'),
    "no room: not touched": Case(
        'a = { b = 1, c = [ # c\n  "" ] }\n', {"/a/c": remove()}, 'a = { b = 1, c = [ # c\n  "" ] }\n'
    ),
}
"""Removals of what comments stand on or in: each stays, on a line of its own."""


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS)
def test_keys(case: Case) -> None:
    assert mended_text("toml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", VALUES.values(), ids=VALUES)
def test_values(case: Case) -> None:
    assert mended_text("toml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", REMOVALS.values(), ids=REMOVALS)
def test_removals(case: Case) -> None:
    assert mended_text("toml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", COMMENTS.values(), ids=COMMENTS)
def test_comments_stay(case: Case) -> None:
    assert mended_text("toml", case.before, case.fixes) == case.after
