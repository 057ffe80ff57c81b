"""Edits of YAML: comments, quotes, indentation and line breaks stay."""

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
    "plain": Case("website : x # home\n", {"/website": rename("url")}, "url : x # home\n"),
    "in single quotes": Case("'web': x\n", {"/web": rename("url")}, "'url': x\n"),
    "in double quotes": Case('{"web":"x"}\n', {"/web": rename("url")}, '{"url":"x"}\n'),
    "a new one that needs quotes": Case("web: x\n", {"/web": rename("no")}, '"no": x\n'),
    "a new one with a colon": Case("web: x\n", {"/web": rename("a: b")}, '"a: b": x\n'),
    "behind a dash": Case("a:\n  - web: x\n    b: y\n", {"/a/0/web": rename("url")}, "a:\n  - url: x\n    b: y\n"),
    "of a group": Case("web: # c\n  a: x\n", {"/web": rename("url"), "/web/a": rename("b")}, "url: # c\n  b: x\n"),
    "with an anchor: not touched": Case("&a web: x\nb: 2\n", {"/web": rename("url")}, "&a web: x\nb: 2\n"),
    "an empty one: not touched": Case("? a\n?", {"/": rename("url")}, "? a\n?"),
    "in a question: stays one": Case("? web\n: x\n", {"/web": rename("url")}, "? url\n: x\n"),
}

VALUES = {
    "plain stays plain": Case("a: x  y  # c\n", {"/a": replace("x y")}, "a: x y  # c\n"),
    "plain with a URL": Case("a: example.org\n", {"/a": replace("https://example.org")}, "a: https://example.org\n"),
    "plain that begins with a digit": Case("a: 2nd  prize\n", {"/a": replace("2nd prize")}, "a: 2nd prize\n"),
    "single quotes": Case("a: 'x''s  y' # c\n", {"/a": replace("x's y")}, "a: 'x''s y' # c\n"),
    "double quotes": Case('a: "x  y"\n', {"/a": replace("x y")}, 'a: "x y"\n'),
    "double quotes with escapes": Case('a: "x\\u00df  y"\n', {"/a": replace("xß y")}, 'a: "x\\u00df y"\n'),
    "a date": Case("a: June 2019\n", {"/a": replace("2019-06")}, 'a: "2019-06"\n'),
    "a date in single quotes": Case("a: '2019-6'\n", {"/a": replace("2019-06")}, "a: '2019-06'\n"),
    "a number": Case("a: 2019 # c\n", {"/a": replace("2019")}, 'a: "2019" # c\n'),
    "a word of YAML 1.1": Case("a: x\n", {"/a": replace("No")}, 'a: "No"\n'),
    "a letter of YAML 1.1": Case("a: x\n", {"/a": replace("y")}, 'a: "y"\n'),
    "a time of YAML 1.1": Case("a: x\n", {"/a": replace("12:30")}, 'a: "12:30"\n'),
    "text that is no plain scalar": Case("a: x\n", {"/a": replace("x: y")}, 'a: "x: y"\n'),
    "text with a hash": Case("a: x\n", {"/a": replace("x #y")}, 'a: "x #y"\n'),
    "text with a comma": Case("a: x\n", {"/a": replace("x, y")}, "a: x, y\n"),
    "text with a comma in brackets": Case("a: [x]\n", {"/a/0": replace("x, y")}, 'a: ["x, y"]\n'),
    "a special character": Case("a: x\n", {"/a": replace("x\x85y")}, 'a: "x\\u0085y"\n'),
    "text with line breaks": Case("a: x\n", {"/a": replace("x\ny")}, 'a: "x\\ny"\n'),
    "nothing": Case("a:\nb: 1\n", {"/a": replace("x")}, "a: x\nb: 1\n"),
    "nothing, and a comment": Case("a:  # c\nb: 1\n", {"/a": replace("x")}, "a: x  # c\nb: 1\n"),
    "nothing behind a dash": Case("a:\n  -\n  - 1\n", {"/a/0": replace("x")}, "a:\n  - x\n  - 1\n"),
    "nothing, said": Case("a: ~ # c\n", {"/a": replace("x")}, "a: x # c\n"),
    "a number for a text": Case("a: x\n", {"/a": replace(5)}, "a: 5\n"),
    "by nothing": Case("a: x\n", {"/a": replace(None)}, "a: null\n"),
    "behind an anchor": Case("a: &n x  y\nb: 1\n", {"/a": replace("x y")}, "a: &n x y\nb: 1\n"),
    "behind a tag": Case("a: !!str 2019\n", {"/a": replace("2020")}, 'a: !!str "2020"\n'),
    "behind a tag that does not fit: not touched": Case("a: !!int 5\n", {"/a": replace("x")}, "a: !!int 5\n"),
    "an alias": Case("a: &n x\nb: *n\n", {"/b": replace("z")}, "a: &n x\nb: z\n"),
    "an anchor that is used: not touched": Case("a: &n x\nb: *n\n", {"/a": replace("y")}, "a: &n x\nb: *n\n"),
    "an anchor and its alias, each its own": Case(
        "a: &n x\nb: *n\n", {"/a": replace("z"), "/b": replace("z")}, "a: &n z\nb: z\n"
    ),
    "an anchor and its alias": Case(
        "a: &n {c: 1}\nb: *n\n",
        {"/a/c": replace("1"), "/b/c": replace("1")},
        'a: &n {c: "1"}\nb: *n\n',
    ),
    "a text of several lines": Case("a: x  y \n  z   w\n", {"/a": replace("x y z w")}, "a: x y\n  z w\n"),
    "quoted text of several lines": Case(
        'a: "x  y\n\n  z   w "\nb: 1\n', {"/a": replace("x y\nz w")}, 'a: "x y\n\n  z w"\nb: 1\n'
    ),
    "a text of several lines, by another": Case("a: x\n  y\nb: 1\n", {"/a": replace("z")}, "a: z\nb: 1\n"),
    "a literal block": Case(
        "a: |  # c\n    x   y \n      z\nb: 1\n", {"/a": replace("x y\n  z\n")}, "a: |  # c\n    x y\n      z\nb: 1\n"
    ),
    "a literal block, its lines moved": Case(
        "a: |\n  x\n    y\nb: 1\n", {"/a": replace("x\ny\n")}, "a: |\n  x\n  y\nb: 1\n"
    ),
    "a literal block without its last line break": Case(
        "a: |  # c\n  x  y\n\nb: 1\n", {"/a": replace("x y")}, "a: |-  # c\n  x y\n\nb: 1\n"
    ),
    "a literal block without blank lines": Case(
        "a: |-\r\n  x\r\n\r\n\r\n  y\r\nb: 1\r\n", {"/a": replace("x\n\ny")}, "a: |-\r\n  x\r\n\r\n  y\r\nb: 1\r\n"
    ),
    "a literal block with another text": Case(
        "c:\n- a: |+\n    x\n    y\n  b: 1\n",
        {"/c/0/a": replace("z\nw\n")},
        "c:\n- a: |+\n    z\n    w\n  b: 1\n",
    ),
    "a folded block": Case(
        "a: >-\n  x   y\n  z\n\n  w  w\nb: 1\n", {"/a": replace("x y z\nw w")}, "a: >-\n  x y\n  z\n\n  w w\nb: 1\n"
    ),
    "a block with an indentation that is said": Case(
        "a:\n  b: >2-  # c\n      x  y\n  d: |+2\n       z  w\n  e: 1\n",
        {"/a/b": replace("x y"), "/a/d": replace("z w\n")},
        "a:\n  b: >-  # c\n      x y\n  d: |+\n       z w\n  e: 1\n",
    ),
    "a block with an indentation, by another text": Case(
        "c:\n- a: |2\n      x\n  b: 1\n", {"/c/0/a": replace("z")}, "c:\n- a: |-\n      z\n  b: 1\n"
    ),
    "a block with an indentation at the margin": Case(
        "a: |2-\n    x  y\n", {"/a": replace("  x y")}, "a: |2-\n    x y\n"
    ),
    "a folded block with another text": Case("a: >\n  x\n  y\n", {"/a": replace("z\nw\n")}, "a: >\n  z\n\n  w\n"),
    "a list behind a key": Case("a: x # c\nb: 1\n", {"/a": replace(["x"])}, "a:\n  - x # c\nb: 1\n"),
    "a list as the file has them": Case(
        "c:\n- 'y'\na: 'x'\r\nb: 1\n", {"/a": replace(["x", "z"])}, "c:\n- 'y'\na:\r\n- 'x'\r\n- 'z'\r\nb: 1\n"
    ),
    "a list behind a dash": Case(
        "c:\n    - a: x\n      b: y\n",
        {"/c/0/a": replace(["x", "z"])},
        "c:\n    - a:\n          - x\n          - z\n      b: y\n",
    ),
    "a list in brackets": Case("c: {a: x, b: y}\n", {"/c/a": replace(["x", "z"])}, "c: {a: [x, z], b: y}\n"),
    "a list of groups": Case(
        "a: x # c\n", {"/a": replace([{"name": "x", "b": ["z"]}, 5])}, "a:\n  - name: x\n    b:\n      - z\n  - 5 # c\n"
    ),
    "a group": Case("a: x # c\n", {"/a": replace({"name": "x", "b": []})}, "a:\n  name: x\n  b: [] # c\n"),
    "a group, where lists are not indented": Case(
        "a: 'x'\nb:\n- y\n", {"/a": replace({"c": "x", "m": ["y"]})}, "a:\n  c: 'x'\n  m:\n  - 'y'\nb:\n- y\n"
    ),
    "a group behind a dash": Case(
        "a:\n  - x y\n  - z\n", {"/a/0": replace({"b": "x", "c": "w"})}, "a:\n  - b: x\n    c: w\n  - z\n"
    ),
    "a group in brackets": Case("a: {b: x}\n", {"/a/b": replace({"c": "x"})}, "a: {b: {c: x}}\n"),
    "a list of groups in brackets": Case(
        "a: [x, y] # c\n", {"/a": replace([{"b": "x"}, {"b": "z"}])}, "a: [{b: x}, {b: z}] # c\n"
    ),
    "an empty list": Case("a: x # c\n", {"/a": replace([])}, "a: [] # c\n"),
    "a group into a list": Case(
        "a:\n  # b\n  b: |\n    x\n\n    y\n  # c\n  c: {d: 1,\n    e: 2} # e\nf: 1\n",
        {"/a": replace([{"b": "x\n\ny\n", "c": {"d": 1, "e": 2}}])},
        "a:\n  # b\n  - b: |\n      x\n\n      y\n    # c\n    c: {d: 1,\n      e: 2} # e\nf: 1\n",
    ),
    "a list without indentation into a list": Case(
        "a:\n- 1\n- 2\nb: 1\n", {"/a": replace([[1, 2]])}, "a:\n- - 1\n  - 2\nb: 1\n"
    ),
    "a group with comments by a text: not touched": Case(
        "a:\n  b: x # c\n  d: y\n", {"/a": replace("x y")}, "a:\n  b: x # c\n  d: y\n"
    ),
    "a group by a list of groups": Case(
        "a:\n  b: [x]\n  c:\n    - y\nd: 1\n",
        {"/a": replace([{"m": "b", "k": ["x"]}, {"m": "c", "k": ["z"]}])},
        "a:\n  - m: b\n    k:\n      - x\n  - m: c\n    k:\n      - z\nd: 1\n",
    ),
    "a group behind a dash by a text": Case(
        "a:\n  - Fixed: it\n  - y\n", {"/a/0": replace("Fixed: it")}, 'a:\n  - "Fixed: it"\n  - y\n'
    ),
    "a block list by a text": Case("a:\n  - x  # c\nb: 1\n", {"/a": replace("x")}, "a: x  # c\nb: 1\n"),
    "a block list without indentation": Case("a:\n- x\n- y\nb: 1\n", {"/a": replace("x, y")}, "a: x, y\nb: 1\n"),
    "a list in brackets by a text": Case("a: [x]\nb: 1\n", {"/a": replace("x")}, "a: x\nb: 1\n"),
}

REMOVALS = {
    "first": Case("a: 1 # c\nb: 2\n", {"/a": remove()}, "# c\nb: 2\n"),
    "last": Case("a: 1\nb: 2\n", {"/b": remove()}, "a: 1\n"),
    "last without a line break": Case("a: 1\nb: 2", {"/b": remove()}, "a: 1"),
    "last with CRLF, without the last line break": Case("a: 1\r\nb: 2", {"/b": remove()}, "a: 1"),
    "nothing behind it": Case("a: 1\nb:\nc: 2\n", {"/b": remove()}, "a: 1\nc: 2\n"),
    "nothing behind it, at the end": Case("a: 1\nb:", {"/b": remove()}, "a: 1"),
    "nothing behind it but a comment": Case("a: 1\nb: # c\nc: 2\n", {"/b": remove()}, "a: 1\n# c\nc: 2\n"),
    "comments above stay": Case(
        "# t\na: 1\n# b\nb: 2 # 2\n# c\nc: 3\n", {"/b": remove()}, "# t\na: 1\n# b\n# 2\n# c\nc: 3\n"
    ),
    "blank lines are not doubled": Case("a: 1\n\nb: 2\n\nc: 3\n", {"/b": remove()}, "a: 1\n\nc: 3\n"),
    "no blank lines at the end": Case("a: 1\n\nb: 2\n", {"/b": remove()}, "a: 1\n"),
    "no blank lines at the beginning": Case("a: 1\n\nb: 2\n", {"/a": remove()}, "b: 2\n"),
    "behind the marker": Case("---\na: 1\nb: 2\n...\n", {"/a": remove()}, "---\nb: 2\n...\n"),
    "a group": Case("a: 1\nb:\n  c: 1\n  # d\n  d:\n    - 1\ne: 2\n", {"/b": remove()}, "a: 1\n# d\ne: 2\n"),
    "a block scalar": Case("a: 1\nb: |\n  x\n\n  y\n\nc: 3\n", {"/b": remove()}, "a: 1\n\nc: 3\n"),
    "behind a dash": Case("a:\n  - b: 1\n    c: 2\n", {"/a/0/b": remove()}, "a:\n  - c: 2\n"),
    "behind a dash, two": Case(
        "a:\n- b: 1\n  c: 2\n\n  d: 3\n", {"/a/0/b": remove(), "/a/0/c": remove()}, "a:\n- d: 3\n"
    ),
    "behind a dash, every other": Case(
        "a:\n- b: 1\n  c: 2\n  d: 3\n  e: 4\n", {"/a/0/b": remove(), "/a/0/d": remove()}, "a:\n- c: 2\n  e: 4\n"
    ),
    "behind a dash, comments before the next": Case(
        "a:\n  - b: 1 # 1\n    # 2\n    c: 2\n", {"/a/0/b": remove()}, "a:\n  -\n    # 1\n    # 2\n    c: 2\n"
    ),
    "behind a dash, all": Case(
        "a:\n  - b: 1\n    c: 2\n  - d: 3\n", {"/a/0/b": remove(), "/a/0/c": remove()}, "a:\n  - d: 3\n"
    ),
    "a later key of an item": Case(
        "a:\n  - b: 1\n    c: 2 # c\n    d: 3\n", {"/a/0/c": remove()}, "a:\n  - b: 1\n    # c\n    d: 3\n"
    ),
    "the last key of an item": Case(
        "a:\n  - b: 1\n    c: 2\n  - d: 3\n", {"/a/0/c": remove()}, "a:\n  - b: 1\n  - d: 3\n"
    ),
    "the first item": Case("a:\n  # x\n  - 1 # c\n  - 2\n", {"/a/0": remove()}, "a:\n  # x\n  # c\n  - 2\n"),
    "an item of several lines": Case("a:\n- 1\n- b: 2\n  c:\n  - 3\n- 4\n", {"/a/1": remove()}, "a:\n- 1\n- 4\n"),
    "an item without a value": Case("a:\n  - x\n  -\n  - y\n", {"/a/1": remove()}, "a:\n  - x\n  - y\n"),
    "an item on the next line": Case("a:\n  -\n    b: 1\n  - c: 2\n", {"/a/0": remove()}, "a:\n  - c: 2\n"),
    "the last item": Case("a:\n  - 1\n  - 2\nb: 3\n", {"/a/1": remove()}, "a:\n  - 1\nb: 3\n"),
    "all items": Case("a:\n  - 1\n  - 2\nb: 3\n", {"/a/0": remove(), "/a/1": remove()}, "b: 3\n"),
    "lists in lists": Case("a:\n  - - 1\n    - 2\n  - - 3\n", {"/a/0/0": remove()}, "a:\n  - - 2\n  - - 3\n"),
    "an item behind an anchor": Case("a: &n\n  - 1\n  - 2\n", {"/a/0": remove()}, "a: &n\n  - 2\n"),
    "in brackets: first": Case("a: {b: 1, c: 2} # d\n", {"/a/b": remove()}, "a: {c: 2} # d\n"),
    "in brackets: last": Case("a: { b: 1, c: 2 }\n", {"/a/c": remove()}, "a: { b: 1 }\n"),
    "in brackets: items": Case("a: [1, 2, 3]\n", {"/a/1": remove()}, "a: [1, 3]\n"),
    "in brackets, the comma stays": Case("a: [1, 2,]\n", {"/a/1": remove()}, "a: [1,]\n"),
    "in brackets on lines": Case(
        "a: [\n  1, # one\n  # two\n  2, # zwei\n  3 # three\n]\n",
        {"/a/1": remove()},
        "a: [\n  1, # one\n  # two\n  # zwei\n  3 # three\n]\n",
    ),
    "in brackets on lines, the last": Case(
        "a: [\n  1, # one\n  2 # two\n]\n", {"/a/1": remove()}, "a: [\n  1 # one\n  # two\n]\n"
    ),
    "in brackets on lines, the comma stays": Case(
        "a: [\n  1,\n  2, # c\n]\n", {"/a/1": remove()}, "a: [\n  1,\n  # c\n]\n"
    ),
    "in brackets, behind an anchor": Case("a: &n [1, 2]\n", {"/a/0": remove()}, "a: &n [2]\n"),
    "an anchor that is used: not touched": Case("a: &n 1\nb: *n\n", {"/a": remove()}, "a: &n 1\nb: *n\n"),
    "an alias": Case("a: &n 1\nb: *n\n", {"/b": remove()}, "a: &n 1\n"),
    "an anchor and its alias": Case("a: &n 1\nb: *n\nc: 2\n", {"/a": remove(), "/b": remove()}, "c: 2\n"),
    "a question": Case("b: 1\n? a\n: x\n? c\n: y\n", {"/a": remove()}, "b: 1\n? c\n: y\n"),
    "a question and its comments": Case(
        "b: 1\n?  a # 1\n# 2\n: x # 3\nc: y\n", {"/a": remove()}, "b: 1\n# 1\n# 2\n# 3\nc: y\n"
    ),
    "a question behind a dash": Case("a:\n  - ? b\n    : x\n    c: 1\n", {"/a/0/b": remove()}, "a:\n  - c: 1\n"),
    "an anchor and an alias in a list": Case(
        "a:\n  - b: &n x # c\n    d: 1\n  - *n\n  - y\n",
        {"/a/0/b": remove(), "/a/1": remove()},
        "a:\n  -\n    # c\n    d: 1\n  - y\n",
    ),
    "a duplicate key: not touched": Case("a: 1\nb: 2\na: ''\n", {"/a": remove()}, "a: 1\nb: 2\na: ''\n"),
    "everything: not touched": Case("a: ''\n", {"/a": remove()}, "a: ''\n"),
    "a file that is JSON": Case('{"a": 1,\n "b": ""}', {"/b": remove()}, '{"a": 1}'),
}

COMMENTS = {
    "behind an item": Case("a:\n  - x\n  - {}   # c\n", {"/a/1": remove()}, "a:\n  - x\n  # c\n"),
    "behind the last, no line break": Case("a: x\nb: '' # c", {"/b": remove()}, "a: x\n# c"),
    "inside, in order": Case(
        "a:  # 1\r\n\r\n    # 2\r\n  - b: ''  # 3\r\nc: x\r\n", {"/a": remove()}, "# 1\r\n# 2\r\n# 3\r\nc: x\r\n"
    ),
    "inside, at the indentation of what goes": Case(
        "a:\n  b: x\n  c:\n# 1\n        # 2\n    - ''\n\n  d: y\n",
        {"/a/c/0": remove()},
        "a:\n  b: x\n  # 1\n  # 2\n\n  d: y\n",
    ),
    "of an emptied group": Case("b: # 1\n  # 2\n  - c: ''\na: 1\n", {"/b/0/c": remove()}, "# 1\n# 2\na: 1\n"),
    "of neighbours": Case(
        "a:\n  b: '' # 1\n  c: ''\n  d: '' # 2\n  e: x\nf: '' # 3\n",
        {"/a/b": remove(), "/a/c": remove(), "/a/d": remove(), "/f": remove()},
        "a:\n  # 1\n  # 2\n  e: x\n# 3\n",
    ),
    "behind two dashes": Case("a:\n- - '' # 1\n  - x\n", {"/a/0/0": remove()}, "a:\n-\n  # 1\n  - x\n"),
    "behind a dash, in what goes": Case(
        "a:\n- b: # 1\n    - '' # 2\n  # 3\n  c: '' # 4\n  d: x\n",
        {"/a/0/b": remove(), "/a/0/c": remove()},
        "a:\n-\n  # 1\n  # 2\n  # 3\n  # 4\n  d: x\n",
    ),
    "texts that look like some": Case("a: 'x # y'\nb: |\n  # z\nc: 1\n", {"/a": remove(), "/b": remove()}, "c: 1\n"),
    "behind a text of several lines": Case(
        "a: |\n  x\n\nb: '' # c\nd: 1\n", {"/b": remove()}, "a: |\n  x\n\n# c\nd: 1\n"
    ),
    "of a block scalar": Case("a: | # c\n  x\n\nb: 1\n", {"/a": remove()}, "# c\n\nb: 1\n"),
    "of a block scalar by a list: not touched": Case(
        "a: | # c\n  x\nb: 1\n", {"/a": replace(["x"])}, "a: | # c\n  x\nb: 1\n"
    ),
    "at the end of brackets": Case("a: [x, '']  # c\n", {"/a/1": remove()}, "a: [x]  # c\n"),
    "in brackets, behind the first": Case("a: [ '', # c\n  x ]\n", {"/a/0": remove()}, "a: [  # c\n  x ]\n"),
    "in brackets, on a line of its own": Case(
        "a: [\n  x,\n  {b: [ # 1\n   ''\n  ]}, # 2\n]\n", {"/a/1/b/0": remove()}, "a: [\n  x,\n  # 1\n  # 2\n]\n"
    ),
    "in brackets, at the beginning of a line": Case(
        "a: [\n  [ # c\n  ''], x]\n", {"/a/0/0": remove()}, "a: [\n  # c\n  x]\n"
    ),
    "in brackets, no room: not touched": Case("a: [x, [ # c\n  '']]\n", {"/a/1": remove()}, "a: [x, [ # c\n  '']]\n"),
    "an exception goes with its line": Case(
        "a: 1\nb: ''  # cvpress: ignore[C105]\nc: ''\n", {"/b": remove()}, "a: 1\nc: ''\n"
    ),
    "an exception for the file stays": Case(
        "a: 1\nb:\n  # cvpress: ignore-file[C105]\n  - ''\nc: 1\n",
        {"/b": remove()},
        "a: 1\n# cvpress: ignore-file[C105]\nc: 1\n",
    ),
}
"""Removals of what comments stand on or in: each stays, on a line of its own."""


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS)
def test_keys(case: Case) -> None:
    assert mended_text("yaml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", VALUES.values(), ids=VALUES)
def test_values(case: Case) -> None:
    assert mended_text("yaml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", REMOVALS.values(), ids=REMOVALS)
def test_removals(case: Case) -> None:
    assert mended_text("yaml", case.before, case.fixes) == case.after


@pytest.mark.parametrize("case", COMMENTS.values(), ids=COMMENTS)
def test_comments_stay(case: Case) -> None:
    assert mended_text("yaml", case.before, case.fixes) == case.after
