"""Icons before contacts: those of a theme, drawn by styles, which say nothing to whoever reads the text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from outputs import Page, pdfium_text, pdfminer_text, prepared, squeezed

from cvpress.errors import ThemeError
from cvpress.themes.find import find_theme
from cvpress.themes.icons import icon_styles
from cvpress.values.networks import network_of

if TYPE_CHECKING:
    import cvpress

ROOT = Path(__file__).resolve().parents[2]
SHAPE = '<path d="M0 0h24v24"/>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{}</svg>'

NETWORKS = {
    ("GitHub", ""): "github",
    ("Google Scholar", "https://example.org"): "googlescholar",
    ("Stack-Overflow", ""): "stackoverflow",
    ("Twitter", ""): "x",
    ("ORCID iD", ""): "orcid",
    ("dev.to", ""): "devto",
    ("", "https://de.linkedin.com/in/ada"): "linkedin",
    ("", "https://www.github.com/ada"): "github",
    ("", "https://scholar.google.de/citations?user=a"): "googlescholar",
    ("", "https://example.org"): "",
    ("", "mailto:ada@github.com"): "",
    ("", ""): "",
    ("知乎", ""): "",
    ('../../x"]{}', ""): "x",
}

HOSTILE = {
    "script": (SVG.format("<script>alert(1)</script>"), "holds `script`"),
    "foreign object": (SVG.format("<foreignObject/>"), "holds `foreignObject`"),
    "image": (SVG.format('<image href="file:///etc/passwd"/>'), "holds `image`"),
    "use": (SVG.format('<use href="#a"/>'), "holds `use`"),
    "style element": (SVG.format("<style>path{fill:url(http://127.0.0.1:9/)}</style>"), "holds `style`"),
    "style": (SVG.format('<path d="M0 0" style="fill:url(http://127.0.0.1:9/x)"/>'), "holds `style`"),
    "a path that is none": (SVG.format('<path d="url(x)&quot;&gt;"/>'), "odd `d`"),
    "another namespace": ('<svg xmlns="urn:x" viewBox="0 0 1 1"/>', "is no SVG"),
    "entities": ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<path d='&a;'/>"), "is no SVG"),
    "no view box": ('<svg xmlns="http://www.w3.org/2000/svg"/>', "is no SVG"),
    "broken": ("<svg", "is no SVG"),
    "many shapes": (SVG.format(SHAPE * 100), "more than 64 shapes"),
    "large": (SVG.format("<!--" + "x" * 20_000 + "-->"), "larger than 16 KiB"),
    "not UTF-8": ("\udcff", "cannot be read"),
}

ADA = {
    "basics": {
        "name": "Ada Lovelace",
        "email": "ada@example.org",
        "phone": "+44 20 7946 0958",
        "location": {"city": "London"},
        "profiles": [
            {"network": "LinkedIn", "url": "https://www.linkedin.com/in/ada"},
            {"network": "Weirdnet", "url": "https://weird.example/ada"},
        ],
    }
}
USED = ["location", "email", "phone", "linkedin", "weirdnet"]


@cache
def ada(icons: str) -> cvpress.Rendering:
    return prepared(ADA, options={"icons": icons})


@pytest.mark.parametrize(("account", "word"), NETWORKS.items(), ids=map(str, NETWORKS))
def test_network(account: tuple[str, str], word: str) -> None:
    assert network_of(*account) == word


def test_only_those_that_are_used() -> None:
    page = Page(ada("on").html())
    assert page.attributes("data-icon") == USED
    assert sorted(re.findall(r'\[data-icon="(\w+)"\]\{--icon:url', page.html)) == sorted(USED)
    assert "Font Awesome Free" in page.html  # its licence asks for it


def test_nothing_of_them_where_they_are_off() -> None:
    html = ada("off").html()
    assert "data-icon=" not in html
    assert "svg+xml" not in html


def test_the_text_is_the_same() -> None:
    assert Page(ada("on").html()).text == Page(ada("off").html()).text
    without, with_icons = ada("off").pdf(), ada("on").pdf()
    assert squeezed(pdfium_text(with_icons)) == squeezed(pdfium_text(without))
    # It takes contacts below each other for columns, so lines that break elsewhere change its order.
    assert sorted(pdfminer_text(with_icons).split()) == sorted(pdfminer_text(without).split())
    assert b"/Figure" not in with_icons
    assert len(with_icons) < len(without) + 10_000


def test_drawn_in_the_accent() -> None:
    theme = find_theme("modern")
    options = {name: option.default for name, option in theme.options.items()} | {"icons": "on", "accent": "#ffcc00"}
    styles = unquote(icon_styles(theme, {"email": "email"}, options))
    (color,) = set(re.findall(r"#\w{6}", styles))
    assert color != "#ffcc00"  # it could not be seen on paper
    assert "currentColor" not in styles


def strangers(folder: Path, svg: str, name: str = "email") -> cvpress.Rendering:
    """A rendering in a theme with an icon of its own."""
    (folder / "icons").mkdir()
    (folder / "theme.toml").write_text('name = "stranger"\napi = 1\nextends = "modern"\n')
    (folder / f"icons/{name}.svg").write_bytes(svg.encode("utf-8", "surrogateescape"))
    return prepared(ADA, theme=str(folder), options={"icons": "on"})


@pytest.mark.parametrize("name", ["email", "weirdnet", "profile"])
def test_a_theme_has_icons_of_its_own(tmp_path: Path, name: str) -> None:
    html = unquote(strangers(tmp_path, SVG.format(SHAPE), name).html())
    assert html.count("M0 0h24v24") == 1


@pytest.mark.parametrize(("svg", "message"), HOSTILE.values(), ids=HOSTILE)
def test_hostile(tmp_path: Path, svg: str, message: str) -> None:
    rendering = strangers(tmp_path, svg)
    for write in (rendering.html, rendering.pdf):
        with pytest.raises(ThemeError, match=message):
            write()


def test_what_is_no_shape_stays_behind(tmp_path: Path) -> None:
    svg = SVG.format('<title>secret</title><path d="M0 0" onclick="alert(1)" id="secret" fill="url(#secret)"/>')
    html = unquote(strangers(tmp_path, svg).html())
    assert not re.search(r"secret|onclick", html)


def test_icon_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG.format(SHAPE))
    theme = tmp_path / "theme"
    (theme / "icons").mkdir(parents=True)
    (theme / "theme.toml").write_text('name = "stranger"\napi = 1\nextends = "base"\n')
    (theme / "icons/email.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(ThemeError, match="lies outside the folder"):
        prepared(ADA, theme=str(theme), options={"icons": "on"}).html()


@pytest.mark.parametrize("folder", sorted(ROOT.glob("themes/*/icons")), ids=lambda path: path.parent.name)
def test_built_in_icons_can_be_drawn_and_name_their_licences(folder: Path) -> None:
    theme = find_theme(folder.parent.name)
    names = {path.stem: path.stem for path in folder.glob("*.svg")}
    options = {name: option.default for name, option in theme.options.items()} | {"icons": "on"}
    assert icon_styles(theme, names, options).count("--icon:") == len(names)
    assert all((folder.parent / icons.license_file).is_file() for icons in theme.lineage[0].icon_sets)
    assert theme.lineage[0].icon_sets
