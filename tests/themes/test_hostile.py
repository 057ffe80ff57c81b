"""A theme from a stranger: data that may look odd, but gets at nothing outside its folder."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from outputs import Page, pdf_contents, prepared

from cvpress.errors import ThemeError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "SECRET-OF-ANOTHER-FILE"  # noqa: S105  # a mark to look for
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
            found.append(rendering.html() if to == "html" else pdf_contents(rendering.pdf()))
        except ThemeError as error:
            found.append(f"{error.message} {error.hint}")
    return found


def assert_nothing_got_in(folder: Path) -> None:
    """The secret is in no output, neither plain nor in another coat."""
    for output in outputs(folder):
        assert SECRET not in output
        assert base64.b64encode(SECRET.encode()).decode()[:20] not in output
        assert "/EmbeddedFile" not in output
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
    with pytest.raises(ThemeError, match="theme `stranger`"):
        prepared({"basics": {"name": "Marie Curie"}}, theme=str(folder)).html()


def test_code_beside_a_theme_does_not_run(folder: Path) -> None:
    for name in ("__init__.py", "filters.py", "theme.py", "conftest.py"):
        (folder / name).write_text("raise SystemExit('ran')")
    assert "Marie Curie" in outputs(folder)[0]
