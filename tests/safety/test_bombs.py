"""What is made to take all time, memory or paper ends with a message, soon, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import struct
import time
import zlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from outputs import ROOT
from PIL import Image

import cvpress
from cvpress.confined import run

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import RunCli

LIMITS = cvpress.Limits(seconds=1.5, memory=1024**3, pages=50)
BASICS = {"name": "Ada", "label": "Engineer", "email": "ada@example.org"}


def summary(text: str) -> dict[str, Any]:
    return {"basics": {**BASICS, "summary": text}}


def entries(section: str, entry: dict[str, Any], count: int) -> dict[str, Any]:
    return {"basics": BASICS, section: [entry] * count}


def marks(count: int) -> str:
    return "".join(("a" + "\u0301" * 90 + " ") for _ in range(count))


PROFILES: dict[str, Any] = {
    "combining marks": summary("a" + "\u0301" * 100_000),
    "combining marks on many letters": summary(marks(1_100)),
    "words": summary("word " * 1_000_000),
    "a word": summary("x" * 1_000_000),
    "lines": summary("a\n" * 100_000),
    "paragraphs": summary("a\n\n" * 100_000),
    "emphasis": summary("**a** *b* " * 50_000),
    "emphasis that never ends": summary("*a **b " * 50_000),
    "stars": summary("*" * 20_000 + "a" + "*" * 20_000),
    "brackets": summary("[" * 50_000),
    "links": summary("[a](https://example.org/) " * 10_000),
    "back ticks": summary(" ".join("`" * number for number in range(1_000))),
    "quotation marks": summary("'a\" " * 50_000),
    "emoji": summary("👩‍👩‍👧‍👦 " * 50_000),
    "joiners": summary("👩" + "\u200d👩" * 100_000),
    "directions": summary("\u202ea\u202d " * 50_000),
    "isolates": summary("\u2067 " * 50_000 + "a"),
    "all characters": summary(" ".join(map(chr, range(0x21, 0xD7FF)))),
    "formulas": summary("$x^2$ " * 2_000),
    "roots": summary("$" + "\\sqrt{" * 100 + "x" + "}" * 100 + "$"),
    "fractions": summary("$" + "\\frac{" * 60 + "x" + "}{2}" * 60 + "$"),
    "long formula": summary("$" + "x + " * 20_000 + "x$"),
    "macro": summary("$\\def\\a{\\a\\a}\\a$"),
    "jobs": entries("work", {"name": "F", "position": "P"}, 20_000),
    "highlights": entries("work", {"name": "F", "highlights": ["a"] * 500}, 100),
    "keywords": entries("skills", {"name": "s", "keywords": ["a"] * 50_000}, 1),
    "publications": entries("publications", {"name": "P"}, 20_000),
    "profiles": {
        "basics": {**BASICS, "profiles": [{"network": "x", "url": "https://example.org/" + "a" * 900}] * 5000}
    },
    "name": {"basics": {**BASICS, "name": "N " * 100_000}},
    "key": {"k" * 1_000_000: 1, "basics": BASICS},
    "photo": {"basics": {**BASICS, "image": "bomb.png"}},
}
FILES: dict[str, str | bytes] = {
    "aliases.yaml": "a: &a [x, x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9)),
    "cycle.yaml": "a: &a [*a]\n",
    "deep.yaml": "[" * 100_000,
    "deep.json": "[" * 100_000 + "]" * 100_000,
    "deep.toml": "a = " + "[" * 100_000,
    "number.json": '{"basics": {"name": "A"}, "x": ' + "9" * 1_000_000 + "}",
    "number.yaml": "x: " + "9" * 1_000_000,
    "exponent.json": '{"basics": {"name": "A"}, "x": 1e999999999}',
    "sexagesimal.yaml": "x: 1" + ":59" * 100_000,
    "merge.yaml": "a: &a {x: 1}\n" + "".join(f"b{n}: {{<<: [*a, *a, *a]}}\n" for n in range(20_000)),
    "keys.toml": ".".join("a" for _ in range(50_000)) + " = 1",
    "tables.toml": "".join(f"[a{n}.b.c.d]\n" for n in range(30_000)),
    "zeros.json": b"\0" * 1_000_000,
    "large.json": '{"basics": {"name": "' + "x" * 11_000_000 + '"}}',
    "bibliography.yaml": f"basics: {json.dumps(BASICS)}\nbibliography: bomb.bib\n",
}
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
USES = (
    '<defs><rect id="a0" width="1" height="1"/>'
    + "".join(f'<g id="a{n + 1}">' + f'<use xlink:href="#a{n}" href="#a{n}"/>' * 10 + "</g>" for n in range(9))
    + '</defs><use xlink:href="#a9" href="#a9"/>'
)
ENTITIES = (
    '<!DOCTYPE svg [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    + f"]><svg {NAMESPACES}><text>&a9;</text></svg>"
)


def drawing(body: str) -> str:
    svg = body if body.startswith("<!DOCTYPE") else f'<svg {NAMESPACES} width="99" height="99">{body}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def picture(body: str) -> str:
    return f'<img src="{drawing(body)}">'


def repeated(count: int, text: str) -> str:
    return f"{{% for i in range({count}) %}}{text}{{% endfor %}}"


MARKUP = {
    "colspan": "<table><tr><td colspan=1000000>x</table>",
    "rowspan": "<table>" + "<tr><td rowspan=1000000>x" * 2_000 + "</table>",
    "columns": "<table><col span=1000000><tr><td>x</table>",
    "line breaks": repeated(50_000, "<br>"),
    "nested": repeated(140, "<div>"),
    "nested deeply": repeated(3_000, "<div>"),
    "nested flex": repeated(14, "<div style='display: flex'>") + "x",
    "nested grid": repeated(14, "<div style='display: grid'>") + "x",
    "nested tables": repeated(30, "<table><tr><td>"),
    "nested floats": repeated(30, "<div style='float: left'>") + "x",
    "paragraphs": repeated(90_000, "<p>x"),
    "links": repeated(10_000, "<a href='https://example.org/{{ i }}'>x</a> "),
    "anchors": repeated(10_000, "<a id='i{{ i }}' href='#i{{ i + 1 }}'>x</a> "),
    "loops": repeated(99_999, repeated(99_999, "")),
    "doubled": "{% set n = namespace(s='a') %}" + repeated(40, "{% set n.s = n.s ~ n.s %}"),
    "letters": "{{ 'x' * 999999 }}",
    "words": "{{ 'x ' * 499999 }}",
    "centred": "{{ 'x'|center(9999999999) }}",
    "formatted": "{{ '%9999999999d' % 1 }}",
    "joined": "{{ range(99999)|join('x' * 9999) }}",
    "recursion": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "list": f"<ol>{repeated(30_000, '<li>x')}</ol>",
    "number": "<ol type=i start=99999999999999><li>x</ol>",
    "attributes": f"<p {' '.join(f'a{n}=x' for n in range(50_000))}>",
    "cells": f"<table>{repeated(300, '<tr>' + repeated(300, '<td>x'))}</table>",
    "uses": picture(USES),
    "uses in the page": f"<svg width=9 height=9>{USES}</svg>",
    "use of itself": picture('<g id="a"><use xlink:href="#a"/></g>'),
    "entities": picture(ENTITIES),
    "filter": picture(
        '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter><rect filter="url(#f)" width="1e9"/>'
    ),
    "pattern": picture('<pattern id="p" width="1e-9" height="1e-9"/><rect fill="url(#p)" width="99" height="99"/>'),
    "dashes": picture('<path d="M0 0 L1e9 1e9" stroke-dasharray="1e-9" stroke="red"/>'),
    "path": picture(f'<path d="M0 0 {"L1 1 " * 100_000}"/>'),
    "groups": picture("<g>" * 50_000 + "</g>" * 50_000),
    "gradient": picture(
        f'<linearGradient id="g" spreadMethod="repeat" x2="1e-9">{"<stop/>" * 1_000}</linearGradient>'
        '<rect fill="url(#g)" width="99" height="99"/>'
    ),
    "pixels": '<img src="file://FOLDER/bomb.png">',
    "WebP": '<img src="file://FOLDER/bomb.webp">',
    "data": '<img src="data:image/png;base64,' + repeated(100, "{{ 'A' * 999999 }}") + '">',
}
STYLES = {
    "variables": ":root { --a0: xxxxxxxxxx; "
    + " ".join(f"--a{n + 1}: {f'var(--a{n}) ' * 10};" for n in range(9))
    + "} p::before { content: var(--a9) }",
    "variables in a circle": ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }",
    "variables nested": "p { color: " + "var(--x, " * 5_000 + "red" + ")" * 5_000 + "}",
    "calc": "p { width: " + "calc(" * 5_000 + "1px" + ")" * 5_000 + "}",
    "selectors": ", ".join(["p " * 200] * 2_000) + "{ color: red }",
    "not": ":not(" * 2_000 + "p" + ")" * 2_000 + "{ color: red }",
    "rules": "p{color:red}" * 60_000,
    "counter": "p::before { counter-reset: x 99999999999999999999; content: counter(x, cjk-ideographic) }",
    "counter style": "@counter-style x { system: additive; additive-symbols: 1 'a' } "
    "p::before { counter-reset: x 99999999; content: counter(x, x) }",
    "columns": "body { columns: 1000000 }",
    "grid": "body { display: grid; grid-template-columns: repeat(1000000, 1px) }",
    "grid line": "body { display: grid } p { grid-row: 1000000000 }",
    "font size": "p { font-size: 1e9px }",
    "small page": "@page { size: 1px 1px; margin: 0 }",
    "large page": f"@page {{ size: 1e9px 1e9px }} body {{ background: url({drawing('<rect/>')}) 0 0 / 1px 1px }}",
    "lengths": "p { padding: 1e300px; margin: -1e300px; letter-spacing: 1e9px }",
    "gradient": "body { background: repeating-linear-gradient(red, blue .00001px) }",
    "shadows": "p { text-shadow: " + ", ".join(["0 0 1px red"] * 10_000) + "}",
    "leader": "p { width: 1e7px } p::after { content: leader('.') }",
    "tabulator": r"p { white-space: pre; tab-size: 1000000000 } p::before { content: '\9' }",
    "brackets": "{" * 100_000,
    "blocks": "@media print {" * 5_000 + "p { color: red }",
    "comment": "/*" * 500_000,
    "digits": "p { width: " + "9" * 900_000 + "px }",
    "WOFF": "@font-face { font-family: x; src: url(file://FOLDER/bomb.woff) } p { font-family: x }",
    "broken face": "@font-face { font-family: x; src: url(file://FOLDER/broken.ttf) } p { font-family: x }",
}
QUICK = {"uses", "nested", "doubled"}
"""Those that every run tries."""


def table(bombs: Iterable[str]) -> list[Any]:
    return [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in bombs]


pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a profile and of a theme."""
    if hasattr(os, "fork"):  # pytest-xdist has threads, and a new interpreter would use up the time
        monkeypatch.setattr(run, "_can_fork", lambda: True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "theme.toml").write_text('name = "bomb"\napi = 1\ndocuments = ["cv"]\n')
    return tmp_path


def check_it_ends(profile: Path, theme: str = "") -> None:
    """Whatever comes of it: a message that has a hint, or a document as any other."""
    start = time.monotonic()
    error: cvpress.CvpressError | None = None
    try:
        output = cvpress.render_untrusted(profile, theme=theme, limits=LIMITS)
        assert len(output.data) < 10_000_000
    except cvpress.CvpressError as raised:
        error = raised
    assert time.monotonic() - start < 3 * LIMITS.seconds
    if isinstance(error, cvpress.InvalidProfile):
        assert error.diagnostics
    elif error:
        assert error.hint or isinstance(error, cvpress.ThemeError)
        assert isinstance(error, (cvpress.LimitExceeded, cvpress.ThemeError))


@pytest.mark.parametrize("name", table(PROFILES))
def test_profiles(name: str, folder: Path) -> None:
    (folder / "bomb.png").write_bytes(pixels(30_000))
    (folder / "profile.json").write_text(json.dumps(PROFILES[name]))
    check_it_ends(folder / "profile.json")


@pytest.mark.parametrize("name", table(FILES))
def test_files(name: str, folder: Path) -> None:
    data = FILES[name]
    (folder / "bomb.bib").write_text("@article{a, title = " + "{" * 100_000 + "@string{a = a # a # a}" * 10_000)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    check_it_ends(folder / name)


@pytest.mark.parametrize("name", table(MARKUP))
def test_markup(name: str, folder: Path) -> None:
    write_theme(folder, markup=MARKUP[name])
    check_it_ends(folder / "profile.json", str(folder))


@pytest.mark.parametrize("name", table(STYLES))
def test_styles(name: str, folder: Path) -> None:
    write_theme(folder, style=STYLES[name])
    check_it_ends(folder / "profile.json", str(folder))


def write_theme(folder: Path, markup: str = "", style: str = "") -> None:
    (folder / "profile.json").write_text(json.dumps({"basics": BASICS}))
    (folder / "print.css").write_text(style.replace("FOLDER", str(folder)))
    page = f"<!DOCTYPE html><html lang=en><title>x</title><body><p>word word</p>{markup}</body></html>"
    (folder / "templates/cv.html.j2").write_text(page.replace("FOLDER", str(folder)))
    if "bomb.png" in markup:
        (folder / "bomb.png").write_bytes(pixels(30_000))
    if "bomb.webp" in markup:
        Image.new("1", (6_000, 6_000)).save(folder / "bomb.webp", lossless=True, method=0)
    if "bomb.woff" in style:
        (folder / "bomb.woff").write_bytes(face())
    if "broken.ttf" in style:
        sound = next((ROOT / "themes/modern/fonts").glob("*.ttf")).read_bytes()
        (folder / "broken.ttf").write_bytes(sound[:300] + sound[:299:-1])


@cache
def pixels(side: int) -> bytes:
    """A small PNG of many pixels."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def face() -> bytes:
    """A small WOFF file with a table of 300 MB."""
    size = 300_000_000
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(10_000_000)) for _ in range(size // 10_000_000)) + packer.flush()
    sizes = (64 + len(data), 1, 0, size + 100, 1, 0, 0, 0, 0, 0, 0)
    head = struct.pack(">4s4sIHHIHHIIIII", b"wOFF", b"\0\1\0\0", *sizes)
    return head + struct.pack(">4sIIII", b"glyf", 64, len(data), size, 0) + data


def test_too_many_pages_are_told_at_the_longest_part(folder: Path) -> None:
    profile = {"basics": BASICS, "work": [{"name": "Firm", "highlights": ["Calculated."] * 30}] * 10}
    (folder / "profile.json").write_text(json.dumps(profile))
    with pytest.raises(cvpress.InvalidProfile) as raised:
        cvpress.render_untrusted(folder / "profile.json", limits=LIMITS._replace(pages=2, seconds=30))
    (found,) = raised.value.diagnostics
    assert (found.code, found.pointer) == ("R110", ("work",))
    assert found.message == "the document has more than 2 pages"


def test_the_command(run_cli: RunCli, folder: Path) -> None:
    write_theme(folder, style=STYLES["calc"])
    (folder / "profile.pdf").write_bytes(b"the old one")
    done = run_cli("render", "profile.json", "--theme", "./", "--to", "pdf", "--untrusted", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "error: it nests too deeply",
        "hint: let it nest less: lists, elements, groups in a drawing",
    ]
    assert (folder / "profile.pdf").read_bytes() == b"the old one"


def test_the_command_makes_and_says_the_same(run_cli: RunCli, folder: Path) -> None:
    write_theme(folder, style=STYLES["broken face"])
    text = json.dumps({"basics": BASICS, "shoes": 42})
    said = []
    (folder / "temporary").mkdir()
    for name, wishes in {"a.pdf": (), "b.pdf": ("--untrusted",)}.items():
        done = run_cli(
            "render", "-", "--theme", "./", "-o", name, *wishes, stdin=text, cwd=folder, env={"TMPDIR": "temporary"}
        )
        said.append((done.returncode, done.stderr.replace(name, "it")))
    assert said[0] == said[1]
    assert "K103" in said[0][1]
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()
    assert list((folder / "temporary").iterdir()) == []
