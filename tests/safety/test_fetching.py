"""A theme reads its own files; whatever way it names another one, or a host, nothing is opened and nothing asked."""

from __future__ import annotations

import os
import shutil
import sys
from base64 import b64encode
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pikepdf
import pytest
from outputs import ROOT, attachment_names, pdf_contents, prepared

import cvpress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = "Qwxjkvbz"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text id="t" y="9">{MARK}</text></svg>'
STYLE = f'body::after {{ content: "{MARK}" }}'
FONT = ROOT / "themes/modern/fonts"

_events: list[tuple[str, Any]] = []
_is_heard = False


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _is_heard and (event == "open" or event.startswith(("socket.", "urllib.", "ftplib.", "http."))):
        _events.append((event, arguments[0] if arguments else None))


sys.addaudithook(_hear)


@contextmanager
def heard() -> Iterator[list[tuple[str, Any]]]:
    """What the interpreter opens, and whom it asks, within."""
    global _is_heard  # noqa: PLW0603  # a hook stays as long as the interpreter
    _events.clear()
    _is_heard = True
    try:
        yield _events
    finally:
        _is_heard = False


MARKUP = {
    "link to attach": '<link rel=attachment href="{}">',
    "anchor to attach": '<a rel="noopener ATTACHMENT" href="{}" download=x>attached</a>',
    "area to attach": '<map><area rel=attachment href="{}"></map>',
    "style sheet": '<link rel=stylesheet href="{}">',
    "icon": '<link rel=icon href="{}">',
    "base": '<base href="{}"><img src="x.svg"><img src="">',
    "image": '<img src="{}" alt=x>',
    "source set": '<picture><source srcset="{}"><img srcset="{}" alt=x></picture>',
    "object": '<object data="{}" type=image/svg+xml></object>',
    "object without type": '<object data="{}"></object>',
    "embedded": '<embed src="{}" type=image/svg+xml>',
    "input": '<input type=image src="{}">',
    "frame": '<iframe src="{}"></iframe>',
    "media": '<video poster="{}" src="{}"></video><audio src="{}"></audio>',
    "background": '<table background="{}"><tr><td background="{}">x</table>',
    "SVG image": '<svg width=9 height=9><image width=9 height=9 href="{}" xlink:href="{}"/></svg>',
    "SVG use": '<svg width=9 height=9><use href="{}#t" xlink:href="{}#t"/></svg>',
    "SVG style": '<svg width=9 height=9><style>@import "{}"; text {{ fill: url({}) }}</style><text y=9>x</text></svg>',
    "SVG instruction": '<svg width=9 height=9><?xml-stylesheet href="{}"?><text y=9>x</text></svg>',
    "SVG paints": '<svg width=9 height=9><rect width=9 height=9 fill="url({}#t)" filter="url({})" mask="url({})"/>'
    "</svg>",
    "SVG base": '<svg width=9 height=9 xml:base="{}"><image width=9 height=9 href="{}"/></svg>',
    "foreign object": '<svg width=9 height=9><foreignObject><img src="{}"/></foreignObject></svg>',
    "image in a data URL": "<img src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 "
    "xmlns:xlink=%22http://www.w3.org/1999/xlink%22 width=%229%22 height=%229%22><image width=%229%22 height=%229%22 "
    "xlink:href=%22{}%22/><use href=%22{}#t%22/></svg>'>",
    "style in a data URL": "<link rel=stylesheet href='data:text/css,@import url({});'>",
    "page in a data URL": "<iframe src='data:text/html,<img src={}>'></iframe>",
    "refresh": '<meta http-equiv=refresh content="0; url={}">',
}
STYLES = {
    "import": '@import "{}";',
    "import of a URL": "@import url({}) print;",
    "name space": "@namespace url({});",
    "colour profile": "@color-profile --x {{ src: url({}) }} body {{ color: color(--x 1 0 0) }}",
    "face": "@font-face {{ font-family: x; src: url({}) }} body {{ font-family: x }}",
    "face by name": "@font-face {{ font-family: x; src: local(x), url({}) format('truetype') }} p {{ font-family: x }}",
    "background": "body {{ background: url({}) }}",
    "backgrounds": "body {{ background-image: url('{}'), image-set('{}' 1x), cross-fade(url({}), red) }}",
    "list": "p {{ display: list-item; list-style-image: url({}) }}",
    "content": "p::before {{ content: url({}) }}",
    "attribute": "p::before {{ content: attr(title url) }}",
    "border": "p {{ border: 1px solid; border-image: url({}) 1 }}",
    "mask": "p {{ mask-image: url({}); clip-path: url({}#t); filter: url({}); shape-outside: url({}) }}",
    "cursor": "p {{ cursor: url({}), auto }}",
    "page": "@page {{ background: url({}); @top-left {{ content: url({}) }} }}",
    "variable": ":root {{ --x: url({}) }} p {{ background: var(--x) }}",
    "link": "p {{ -weasy-link: url({}); link: url({}) }}",
    "running": "p {{ position: running(x) }} @page {{ @top-left {{ content: element(x) url({}) }} }}",
}


def urls(outside: Path, theme: Path, name: str) -> dict[str, str]:
    """A file outside the theme, named in every way; and hosts."""
    path = f"{outside}/{name}"
    (theme / "out").symlink_to(outside)
    (theme / "link.svg").symlink_to(path)
    (theme / "a").write_text("")  # what is judged may be this, and what is read lie behind the next
    (theme / "a#").mkdir()
    up = "../" * len(theme.parts)
    own = f"file://{theme}"
    return {
        "file": f"file://{path}",
        "upper case": f"FILE://{path}",
        "no host": f"file:{path}",
        "local host": f"file://localhost{path}",
        "this host": f"file://127.0.0.1{path}",
        "four slashes": f"file:///{path}",
        "path": path,
        "relative": f"{up}{path[1:]}",
        "up": f"{own}/{up}{path[1:]}",
        "percent": f"{own}/{up.replace('.', '%2e').replace('/', '%2F')}{path[1:]}",
        "percent twice": f"{own}/{up.replace('.', '%252e')}{path[1:]}",
        "all percent": "file://" + "".join(f"%{ord(char):02x}" for char in path),
        "link to a folder": f"{own}/out/{name}",
        "link to a file": f"{own}/link.svg",
        "two hashes": f"{own}/a#/../{up}{path[1:]}#x",
        "question": f"{own}/a?/../{up}{path[1:]}",
        "tab": f"{own}/a\t/../{up}{path[1:]}",
        "back slash": f"{own}/..\\..\\{name}",
        "null": f"{own}/x%00/../{up}{path[1:]}",
        "own process": f"file:///proc/self/root{path}",
        "working folder": f"file:///proc/self/cwd/{name}",
        "semicolon": f"{own}/;/../{up}{path[1:]}",
        "drive": f"C:\\{name}",
        "drive as URL": f"file:///C:/{name}",
        "share": f"\\\\127.0.0.1\\share\\{name}",
        "share as URL": f"file://127.0.0.1/share/{name}",
        "no scheme": f"//127.0.0.1:9/{name}",
        "http": f"http://127.0.0.1:9/{name}",
        "https": f"https://127.0.0.1:9/{name}",
        "user": f"http://a:b@127.0.0.1:9/{name}",
        "ftp": f"ftp://127.0.0.1:9/{name}",
        "jar": f"jar:file://{path}!/x",
        "other": f"gopher://127.0.0.1:9/{name}",
        "view source": f"view-source:file://{path}",
        "pack": f"netdoc://{path}",
    }


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A theme without anything of another's, and a folder beside it with secrets of all kinds."""
    theme, outside = tmp_path / "theme", tmp_path / "outside"
    for folder in (theme / "templates", outside):
        folder.mkdir(parents=True)
    (theme / "theme.toml").write_text('name = "theme"\napi = 1\ndocuments = ["cv"]\n')
    for folder in (theme, outside):
        (folder / "x.svg").write_text(SVG)
        (folder / "x.css").write_text(STYLE)
        shutil.copy(next(FONT.glob("*.ttf")), folder / "x.ttf")
    return theme, outside


def written(theme: Path, markup: str = "", style: str = "") -> bytes:
    (theme / "print.css").write_text(style)
    markup += f"<style>{style}</style>" if style else ""  # an import counts at the head of a sheet only
    page = f'<!DOCTYPE html><html lang=en><title>x</title><body><p title="y">word</p>{markup}</body></html>'
    (theme / "templates/cv.html.j2").write_text(page)
    return prepared({"basics": {"name": "A"}}, theme=str(theme)).pdf()


def filled_in(pattern: str, url: str) -> str:
    return pattern.format(*[url] * pattern.count("{}"))


def kind_of(way: str) -> str:
    if way.startswith(("import", "style", "SVG style", "SVG instruction")):
        return "x.css"
    return "x.ttf" if way.startswith("face") else "x.svg"


def check_nothing_is_read(places: tuple[Path, Path], way: str, *, is_style: bool) -> None:
    theme, outside = places
    name = kind_of(way)
    pattern = (STYLES if is_style else MARKUP)[way]
    named = urls(outside, theme, name)
    parts = [filled_in(pattern, quote(url, safe="/:#?%&=;\\") if "data:" in pattern else url) for url in named.values()]
    # One page of them all; an import counts at the head of a sheet only, a base once.
    texts = parts if way.startswith(("import", "name", "base", "colour")) else ["\n".join(parts)]
    for text in texts:
        pdf = b""
        with heard() as events, suppress(cvpress.ThemeError):
            pdf = written(theme, style=text) if is_style else written(theme, text)
        opened = [path for event, path in events if event == "open" and isinstance(path, (str, bytes))]
        assert [path for path in map(os.fsdecode, opened) if "outside" in os.path.realpath(path)] == []
        asked = [event for event in events if event[0] != "open" and not str(event[1]).startswith("data:")]
        assert asked == []
        assert not pdf or MARK[1:] not in pdf_contents(pdf)


@pytest.mark.parametrize("way", MARKUP)
def test_markup(way: str, places: tuple[Path, Path]) -> None:
    check_nothing_is_read(places, way, is_style=False)


@pytest.mark.parametrize("way", STYLES)
def test_styles(way: str, places: tuple[Path, Path]) -> None:
    check_nothing_is_read(places, way, is_style=True)


OWN = {
    "markup": ("image", "object", "embedded", "style sheet", "SVG image", "image in a data URL", "style in a data URL"),
    "style": ("import", "face", "background", "list", "content", "page", "variable", "colour profile"),
}


@pytest.mark.parametrize(("kind", "way"), [(kind, way) for kind, ways in OWN.items() for way in ways])
def test_its_own_files_are_read(kind: str, way: str, places: tuple[Path, Path]) -> None:
    """Or the tests above would hold nothing."""
    theme, _ = places
    name = f"{theme}/{kind_of(way)}"
    text = filled_in((MARKUP if kind == "markup" else STYLES)[way], f"file://{name}")
    with heard() as events:
        pdf = written(theme, text) if kind == "markup" else written(theme, style=text)
    assert name in [path for event, path in events if event == "open"]
    assert kind == "style" or MARK[1:] in pdf_contents(pdf)


@pytest.mark.parametrize("way", ["link to attach", "anchor to attach", "area to attach"])
def test_only_cvpress_attaches_files(way: str, places: tuple[Path, Path]) -> None:
    theme, _ = places
    for url in (f"file://{theme}/x.svg", f"data:text/plain,{MARK}"):
        pdf = written(theme, filled_in(MARKUP[way], url))
        assert MARK[1:] not in pdf_contents(pdf)
        assert attachment_names(pdf) <= {"profile.json"}


DATA = {
    "text": f"data:text/plain,{MARK}",
    "page": f"data:text/html,<h1>{MARK}</h1><img src=file:///etc/passwd>",
    "nothing": "data:,",
    "broken": "data:image/png;base64,%%%",
    "no comma": "data:image/png",
    "script": "data:text/javascript,alert(1)",
    "PDF": "data:application/pdf;base64," + b64encode(b"%PDF-1.7").decode(),
    "entity": "data:image/svg+xml;base64,"
    + b64encode(
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">&x;</text></svg>'
    ).decode(),
    "foreign DTD": "data:image/svg+xml;base64,"
    + b64encode(
        b'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>'
    ).decode(),
    "inclusion": "data:image/svg+xml;base64,"
    + b64encode(
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xi="http://www.w3.org/2001/XInclude" width="9" height="9">'
        b'<text y="9"><xi:include href="file:///etc/passwd" parse="text"/></text></svg>'
    ).decode(),
    "PostScript": "data:application/postscript;base64,"
    + b64encode(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n").decode(),
}


@pytest.mark.parametrize("url", DATA.values(), ids=DATA)
def test_data(url: str, places: tuple[Path, Path]) -> None:
    theme, _ = places
    markup = "".join(filled_in(MARKUP[way], url) for way in ("image", "object", "embedded", "SVG image", "style sheet"))
    with heard() as events:
        pdf = written(theme, markup, f'body {{ background: url("{url}") }}')
    assert "root:x:" not in pdf_contents(pdf)
    assert [event for event in events if event[0] != "open" and not str(event[1]).startswith("data:")] == []
    assert "/etc/passwd" not in [path for event, path in events if event == "open"]
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 1


def test_a_pipe_is_not_waited_for(places: tuple[Path, Path]) -> None:
    theme, _ = places
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes with a name here")
    os.mkfifo(theme / "pipe")
    for url in (f"file://{theme}/pipe", f"FILE://{theme}/pipe"):
        assert written(theme, f'<img src="{url}">')


def test_a_colour_profile_that_may_not_be_read_is_told(places: tuple[Path, Path]) -> None:
    theme, outside = places
    with pytest.raises(cvpress.ThemeError, match="a theme reads only its own files"):
        written(theme, style=filled_in(STYLES["colour profile"], f"file://{outside}/x.svg"))
