"""A theme from a stranger: data that may look odd, but gets at nothing outside its folder."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from outputs import Page, attachment_names, pdf_contents, prepared

from cvpress.errors import ThemeError
from cvpress.themes.find import find_theme

SECRET = "SECRET-OF-ANOTHER-FILE"  # noqa: S105  # a mark to look for
FONT = '[[fonts]]\nfamily = "X"\nweight = 400\nstyle = "normal"\nttf = "x.ttf"\n'
BODY = '{{% extends "page.html.j2" %}}{{% block body %}}<p>{}</p>{{% endblock %}}'

TEMPLATES = {
    "class": "{{ ''.__class__.__mro__ }}",
    "subclasses": "{{ ''['__class__'].__base__.__subclasses__() }}",
    "attr filter": "{{ ''|attr('__class__') }}",
    "format string": "{{ '{0.__class__.__init__.__globals__}'.format(view) }}",
    "macro globals": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "method globals": "{{ view.summary.paragraphs_html.fget.__globals__ }}",
    "include": "{% include '../../../secret.txt' %}",
    "include by path": "{% include '{secret}' %}",
    "include by link": "{% include 'linked.txt' %}",
    "include by linked folder": "{% include 'outside/secret.txt' %}",
    "import": "{% import '../../secret.txt' as secret %}{{ secret }}",
    "extends": "{% extends '../../secret.txt' %}",
    "image": '<img src="{uri}" alt="x">',
    "image by link": '<img src="linked.txt" alt="x">',
    "object": '<object data="{uri}"></object>',
    "embed": '<embed src="{uri}">',
    "iframe": '<iframe src="{uri}"></iframe>',
    "link": '<link rel="stylesheet" href="{uri}">',
    "attachment": '<link rel="attachment" href="{uri}">',
    "attachment link": '<a rel="attachment" href="{uri}">file</a>',
    "base": '<base href="{folder}/"><img src="secret.txt" alt="x"><a rel="attachment" href="secret.txt">file</a>',
    "style": '<p style="background: url({uri})">styled</p>',
    "style element": "<style>@import url({uri}); p {{ background: url('{uri}') }}</style>",
    "svg": '<svg><image href="{uri}"/><use href="{uri}#a"/></svg>',
    "network": '<img src="http://127.0.0.1:9/x.png" alt="x"><link rel="attachment" href="http://127.0.0.1:9/x">',
    "other schemes": '<img src="ftp://127.0.0.1/x" alt="x"><img src="gopher://127.0.0.1/x" alt="x">',
    "host": '<img src="file://localhost{secret}" alt="x"><a rel="attachment" href="file://localhost{secret}">x</a>',
    "encoded": '<a rel="attachment" href="{folder}/theme/..%2Fsecret.txt">x</a>',
}
STYLES = {
    "url": "body {{ background: url({uri}) }}",
    "relative url": "body {{ background: url(../secret.txt); list-style: url(linked.txt) }}",
    "import": "@import url({uri});",
    "import from the network": "@import url(http://127.0.0.1:9/x.css);",
    "relative import": "@import '../secret.txt';",
    "content": "body::before {{ content: url({uri}) }}",
    "font": "@font-face {{ font-family: x; src: url({uri}) }} body {{ font-family: x }}",
    "attachment": "body::before {{ content: attr(data-x) target-text(url({uri})) }}",
    "end of the element": "</style><script>alert(1)</script>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A theme, with links out of it, beside a file that is nobody's business."""
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "theme/templates").mkdir(parents=True)
    for place in (tmp_path / "theme", tmp_path / "theme/templates"):
        (place / "linked.txt").symlink_to(tmp_path / "secret.txt")
        (place / "outside").symlink_to(tmp_path)
    return make_theme(tmp_path / "theme")


def make_theme(folder: Path, more: str = "") -> Path:
    """Write its theme.toml."""
    (folder / "theme.toml").write_text(f'name = "stranger"\napi = 1\nextends = "base"\n{more}')
    return folder


def filled_in(text: str, folder: Path) -> str:
    """A text with the places of the secret file."""
    secret = folder.parent / "secret.txt"
    places = {"{uri}": secret.as_uri(), "{secret}": str(secret), "{folder}": folder.parent.as_uri()}
    for name, place in places.items():
        text = text.replace(name, place)
    return text.replace("{{ background", "{ background").replace("') }}<", "') }<")


def outputs(folder: Path) -> list[str]:
    """All that comes out, with what a PDF holds inflated; nothing where the theme is refused."""
    found = []
    for to in ("html", "pdf"):
        try:
            rendering = prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder))
            if to == "html":
                found.append(rendering.html())
                continue
            pdf = rendering.pdf()
            assert attachment_names(pdf) <= {"profile.json"}
            found.append(pdf_contents(pdf))
        except ThemeError as error:
            found.append(f"{error.message} {error.hint}")
    return found


def assert_nothing_got_in(folder: Path) -> None:
    """The secret is in no output, neither plain nor in another coat."""
    for output in outputs(folder):
        assert SECRET not in output
        assert base64.b64encode(SECRET.encode()).decode()[:20] not in output
        assert "uid=" not in output


def assert_no_script(html: str) -> None:
    """A page came out, and no script is in it."""
    assert [script.get("type") for script in Page(html).all("script")] == ["application/ld+json"]


@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_template(folder: Path, text: str) -> None:
    filled = filled_in(text, folder)
    template = filled if "extends" in text else BODY.format(filled)
    (folder / "templates/cv.html.j2").write_text(template)
    assert_nothing_got_in(folder)


@pytest.mark.parametrize("name", ["style.css", "print.css", "screen.css"])
@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_style(folder: Path, text: str, name: str) -> None:
    (folder / name).write_text(filled_in(text, folder).replace("{{", "{").replace("}}", "}"))
    assert_nothing_got_in(folder)
    assert_no_script(outputs(folder)[0])


@pytest.mark.parametrize("name", ["style.css", "print.css", "templates/cv.html.j2"])
def test_file_that_is_a_link_out_of_the_folder(folder: Path, name: str) -> None:
    (folder / name).symlink_to(folder.parent / "secret.txt")
    assert_nothing_got_in(folder)
    assert any("lies outside the folder" in output for output in outputs(folder))


@pytest.mark.parametrize("path", ["../secret.txt", "linked.txt", "outside/secret.txt", "/etc/passwd"])
def test_font_outside_the_folder(folder: Path, path: str) -> None:
    font = f'[[fonts]]\nfamily = "X"\nweight = 400\nstyle = "normal"\nttf = "{path}"\nwoff2 = "{path}"\n'
    make_theme(folder, font)
    assert all("lies outside the folder" in output for output in outputs(folder))


@pytest.mark.parametrize("name", ["</style><script>alert(1)</script>", "x:red}</style><script>alert(1)</script>"])
@pytest.mark.parametrize(
    "more",
    [
        "[[fonts]]\nfamily = '{}'\nweight = 400\nstyle = 'normal'\nttf = 'x.ttf'\nwoff2 = 'x.ttf'\n",
        "[options.x]\ntype = 'choice'\nchoices = ['{0}']\ndefault = '{0}'\n",
    ],
    ids=["font", "choice"],
)
def test_nothing_of_a_theme_ends_the_style_element(folder: Path, name: str, more: str) -> None:
    (folder / "x.ttf").write_bytes(b"no font")
    make_theme(folder, more.format(name))
    assert_no_script(outputs(folder)[0])


@pytest.mark.parametrize(
    "text",
    [
        "{{ nonsense }}",
        "{{ view.secret }}",
        "{{ view.person.name.",
        "{% include 'nothing.j2' %}",
        "{{ 1 / 0 }}",
        "{{ view() }}",
        "{{ view.person.name | nofilter }}",
        "{% for x in range(999999999) %}{% endfor %}",
        "{{ view.sections[99].title }}",
        "{% set view.person.name = 1 %}",
        "{% extends 'cv.html.j2' %}",
        "{{ 'a' + 1 }}",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_broken_template_is_the_themes_fault(folder: Path, text: str) -> None:
    (folder / "templates/cv.html.j2").write_text(text, encoding="latin-1")
    with pytest.raises(ThemeError, match=r"theme `stranger`|theme/templates/cv\.html\.j2 cannot be read"):
        prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder)).html()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("name", ["theme.toml", "x.ttf"])
def test_a_pipe_is_not_waited_for(folder: Path, name: str) -> None:
    make_theme(folder, FONT)
    (folder / "style.css").write_text('body { font-family: "X" }')
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert all("it is no file" in output for output in outputs(folder))


@pytest.mark.parametrize("name", ["theme.toml", "style.css", "print.css", "templates/cv.html.j2", "x.ttf"])
def test_an_endless_file_is_not_read(folder: Path, name: str) -> None:
    make_theme(folder, FONT)
    with (folder / name).open("wb") as file:
        file.truncate(20 * 1024**3)  # it takes no room on the disk
    assert any("KiB" in output for output in outputs(folder))


def test_a_theme_toml_that_is_a_link_out_of_the_folder(folder: Path) -> None:
    (folder / "theme.toml").unlink()
    (folder / "theme.toml").symlink_to(folder.parent / "secret.txt")
    assert all("lies outside the folder" in output for output in outputs(folder))


def test_a_path_that_none_can_be(folder: Path) -> None:
    make_theme(folder, FONT.replace("x.ttf", "a\\u0000b"))
    assert all("is no name of a file" in output for output in outputs(folder))


@pytest.mark.parametrize("name", ["style.css", "print.css", "screen.css"])
def test_styles_that_are_not_utf_8(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"p {} \xff")
    assert any("not in UTF-8" in output for output in outputs(folder))


def test_a_font_without_what_every_font_has(folder: Path) -> None:
    make_theme(folder, FONT)
    (folder / "style.css").write_text('body { font-family: "X" }')
    with TTFont(next(Path(find_theme("modern").folders[0]).glob("fonts/*.ttf"))) as font:
        del font["name"]
        font.save(folder / "x.ttf")
    with pytest.raises(ThemeError, match="it is a broken font"):
        prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder)).html()


ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "macros": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "power": "{{ (2 ** (9 ** 9)) > 1 }}",
    "repeated text": "{{ ('a' * 9999999999) | length }}",
    "repeated list": "{{ ([1] * 9999999999) | length }}",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_templates_come_to_an_end(folder: Path, text: str) -> None:
    (folder / "templates/cv.html.j2").write_text(
        '{% extends "page.html.j2" %}{% block body %}' + text + "{% endblock %}"
    )
    with pytest.raises(ThemeError, match=r"more than 500,000 steps|is too large"):
        prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder)).html()


def test_templates_may_reckon(folder: Path) -> None:
    text = "{{ 3 * 4 }} {{ 1.5 * 2 }} {{ 2 ** 10 }} {{ 'ab' * 3 }} {% for n in range(500) %}{{ n * n }},{% endfor %}"
    (folder / "templates/cv.html.j2").write_text(BODY.format(text))
    assert "12 3.0 1024 ababab 0,1,4,9," in outputs(folder)[0]


POLICY = '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">'
FRAMES = {
    "without the policy": "<html><head></head>",
    "policy behind a script": f"<html><head><script>alert(1)</script>{POLICY}</head>",
    "policy behind a handler": f'<html onclick="alert(1)"><head>{POLICY}</head>',
    "policy in a comment": f"<html><head><!-- {POLICY} --></head>",
    "policy in a title": f"<html><head><title>{POLICY}</title></head>",
    "policy in the body": f"<html><head></head><body>{POLICY}",
    "page that reloads": f'<html><head>{POLICY}<meta http-equiv="refresh" content="0;url=https://example.org"></head>',
    "connection beforehand": f'<html><head>{POLICY}<link rel="preconnect" href="https://example.org"></head>',
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_no_frame_of_a_page_goes_round_the_policy(folder: Path, frame: str) -> None:
    page = (
        f"<!DOCTYPE html>{frame}<style>{{{{ styles }}}}</style><body>{{% block body %}}{{% endblock %}}</body></html>"
    )
    (folder / "templates/page.html.j2").write_text(page)
    with pytest.raises(ThemeError, match=r"does not begin with its policy|can ask for another page"):
        prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder)).html()


def test_a_frame_of_its_own(folder: Path) -> None:
    frame = Path(find_theme("base").folders[0]) / "templates/page.html.j2"
    (folder / "templates/page.html.j2").write_text(frame.read_text().replace("<body", '<body id="own"'))
    assert '<body id="own"' in outputs(folder)[0]


def test_code_beside_a_theme_does_not_run(folder: Path) -> None:
    for name in ("__init__.py", "filters.py", "theme.py", "conftest.py"):
        (folder / name).write_text("raise SystemExit('ran')")
    assert "Marie Curie" in outputs(folder)[0]
