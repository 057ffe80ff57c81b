"""What `import cvpress` gives to a program."""

from __future__ import annotations

import ast
import inspect
import io
import typing
from typing import TYPE_CHECKING

import pytest

import cvpress

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b'{"basics": {"name": "Marie Curie", "url": ""}}'
FUNCTIONS = [name for name in cvpress.__all__ if inspect.isfunction(getattr(cvpress, name))]


def test_all_names_are_there() -> None:
    assert cvpress.__all__ == sorted(cvpress.__all__)
    assert [name for name in cvpress.__all__ if not hasattr(cvpress, name)] == []


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'cvpress' has no attribute 'vlaidate'"):
        _ = cvpress.vlaidate  # type: ignore[attr-defined]


def test_what_type_checkers_see_is_what_there_is(root: Path) -> None:
    """The names are imported twice: under TYPE_CHECKING for tools, lazily for programs."""
    tree = ast.parse((root / "src/cvpress/__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cvpress.")
        for alias in node.names
    }
    assert set(imported) == set(cvpress.__all__)
    for name, module in imported.items():
        assert getattr(cvpress, name) is getattr(__import__(module, fromlist=[name]), name)


def test_the_package_says_that_it_is_typed(root: Path) -> None:
    assert (root / "src/cvpress/py.typed").exists()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_typed_and_explained(name: str) -> None:
    function = getattr(cvpress, name)
    parameters = inspect.signature(function).parameters
    assert function.__doc__
    assert set(function.__annotations__) == {*parameters, "return"}


def test_diagnostics_are_plain_values() -> None:
    fields = typing.get_type_hints(cvpress.Diagnostic)
    assert list(fields) == ["code", "severity", "message", "hint", "pointer", "file", "start", "end", "fix", "area"]


def test_load_and_validate(tmp_path: Path) -> None:
    path = tmp_path / "cv.json"
    path.write_bytes(TEXT)
    document = cvpress.load(path)
    assert isinstance(document, cvpress.Document)
    assert (document.name, document.text, document.broken) == (str(path), TEXT.decode(), False)
    assert document.data == {"basics": {"name": "Marie Curie", "url": ""}}

    (finding,) = cvpress.validate(document)
    assert isinstance(finding, cvpress.Diagnostic)
    assert (finding.code, finding.severity, finding.pointer) == ("T103", cvpress.Severity.ERROR, ("basics", "url"))
    assert (finding.file, finding.start, finding.end) == (str(path), cvpress.Position(1, 43), cvpress.Position(1, 45))

    for source in (path, str(path)):
        assert cvpress.validate(source) == [finding]


@pytest.mark.parametrize(
    ("text", "name", "syntax"),
    [
        (b'{"basics": {"name": "M", "url": "https://x.org"}}', "x.json", None),
        (b"basics:\n  name: M\n  url: https://x.org\n", "x.yaml", None),
        (b"basics:\n  name: M\n  url: https://x.org\n", "x.YML", None),
        (b'[basics]\nname = "M"\nurl = "https://x.org"\n', "x.toml", None),
        (b'[basics]\nname = "M"\nurl = "https://x.org"\n', "x.txt", "toml"),
        (b'{"basics": {"name": "M", "url": "https://x.org"}}', "x.toml", "json"),
        (b"basics: {name: M, url: https://x.org}", "<stdin>", None),
    ],
)
def test_loads(text: bytes, name: str, syntax: str | None) -> None:
    document = cvpress.loads(text, name, syntax)
    assert (document.name, document.data) == (name, {"basics": {"name": "M", "url": "https://x.org"}})
    assert cvpress.validate(document) == []


def test_load_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    document = cvpress.load("-")
    assert (document.name, document.data["basics"]["name"]) == ("<stdin>", "Marie Curie")


def test_what_aliases_repeat_is_found_once_and_mended_everywhere() -> None:
    text = b"basics: {label: Chemist}\nwork:\n  - &w {company: Sorbonne, startDate: 2019-13}\n  - *w\n  - *w\n"
    found = cvpress.validate(cvpress.loads(text, "cv.yaml"))
    assert [finding.code for finding in found] == ["K101", "V102"]
    fixed = cvpress.fix(cvpress.loads(text, "cv.yaml")).document
    assert [entry["name"] for entry in fixed.data["work"]] == ["Sorbonne"] * 3


def test_a_broken_text_is_found_and_not_raised() -> None:
    document = cvpress.loads(b'{"basics": ', "x.json")
    assert (document.broken, document.data) == (True, None)
    assert [finding.code for finding in cvpress.validate(document)] == ["S101"]


def test_a_file_that_is_not_there_is_raised(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").touch()
    with pytest.raises(cvpress.FileError, match="no such file") as caught:
        cvpress.validate(tmp_path / "profil.yaml")
    assert caught.value.hint == f"did you mean {tmp_path / 'profile.yaml'}?"
    assert isinstance(caught.value, cvpress.CvpressError)


def test_nothing_is_rendered_of_a_profile_with_errors() -> None:
    with pytest.raises(cvpress.InvalidProfile, match=r"x\.json has errors") as caught:
        cvpress.render_html(cvpress.loads(TEXT, "x.json"))
    assert [finding.code for finding in caught.value.diagnostics] == ["T103"]


@pytest.mark.parametrize(
    ("error", "code"),
    [("InvalidProfile", 1), ("UsageError", 2), ("FileError", 2), ("ThemeError", 3), ("MissingLibrary", 4)],
)
def test_exit_codes(error: str, code: int) -> None:
    kind = getattr(cvpress, error)
    assert issubclass(kind, cvpress.CvpressError)
    assert kind.exit_code == code
