"""Which settings file is taken, and what is said of one that is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cvpress
from cvpress.errors import InvalidSettings
from cvpress.policy.config import read_settings
from cvpress.policy.config_file import settings_of
from cvpress.policy.settings import DEFAULT, PointerIgnore, RuleChoice, Settings

if TYPE_CHECKING:
    from pathlib import Path

IGNORE_K = 'ignore = ["K"]\n'
IGNORE_V = 'ignore = ["V"]\n'


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def ignored(settings: Settings) -> tuple[str, ...]:
    return settings.choices[0].ignore if settings.choices else ()


@pytest.mark.parametrize(
    ("files", "source", "expected"),
    [
        ({}, "", ()),
        ({"here/cvpress.toml": IGNORE_K}, "cvpress.toml", ("K",)),
        ({"here/pyproject.toml": f"[tool.cvpress]\n{IGNORE_K}"}, "pyproject.toml", ("K",)),
        ({"here/pyproject.toml": f'[tool."cvpress"]\n{IGNORE_K}'}, "pyproject.toml", ("K",)),
        ({"here/pyproject.toml": f"[ tool . cvpress ]\n{IGNORE_K}"}, "pyproject.toml", ("K",)),
        ({"here/pyproject.toml": 'tool.cvpress.ignore = ["K"]'}, "pyproject.toml", ("K",)),
        ({"here/pyproject.toml": '[tool]\ncvpress = {ignore = ["K"]}'}, "pyproject.toml", ("K",)),
        ({"here/pyproject.toml": '[project]\ndependencies = ["cvpress"]\n[tool.ruff]\n'}, "", ()),
        (
            {"here/pyproject.toml": "# [tool.cvpress] is elsewhere\n", "cvpress.toml": IGNORE_K},
            "../cvpress.toml",
            ("K",),
        ),
        ({"here/pyproject.toml": "[tool.ruff]\n", "cvpress.toml": IGNORE_K}, "../cvpress.toml", ("K",)),
        ({"here/pyproject.toml": "no TOML at all", "cvpress.toml": IGNORE_K}, "../cvpress.toml", ("K",)),
        ({"here/pyproject.toml": f"[tool.cvpress]\n{IGNORE_V}", "here/cvpress.toml": IGNORE_K}, "cvpress.toml", ("K",)),
        ({"here/pyproject.toml": f"[tool.cvpress]\n{IGNORE_V}", "cvpress.toml": IGNORE_K}, "pyproject.toml", ("V",)),
        ({"here/cvpress.toml": "", "cvpress.toml": IGNORE_K}, "cvpress.toml", ()),
        ({"here/cvpress.toml": "# nothing yet\n"}, "cvpress.toml", ()),
        ({"here/pyproject.toml": "[tool.cvpress]\n", "cvpress.toml": IGNORE_K}, "pyproject.toml", ()),
        ({"here/cvpress.toml/x": "a folder", "cvpress.toml": IGNORE_K}, "../cvpress.toml", ("K",)),
        ({"here/pyproject.toml": f"[other]\nx = nan\n[tool.cvpress]\n{IGNORE_K}"}, "pyproject.toml", ("K",)),
    ],
)
def test_the_nearest_file_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], source: str, expected: tuple[str, ...]
) -> None:
    (tmp_path / "here").mkdir()
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path / "here")
    settings = read_settings(".")
    assert settings.source == source.replace("/", os.sep)
    assert ignored(settings) == expected


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"cvpress.toml": "nonsense"})
    assert read_settings(str(tmp_path), isolated=True) is DEFAULT


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("other.toml", IGNORE_K, ("K",)),
        ("settings", IGNORE_K, ("K",)),
        ("settings.json", IGNORE_K, ("K",)),
        ("elsewhere/pyproject.toml", f"[tool.cvpress]\n{IGNORE_K}", ("K",)),
        ("elsewhere/pyproject.toml", "[tool.ruff]\n", ()),
    ],
)
def test_a_named_file_is_taken_alone(tmp_path: Path, name: str, text: str, expected: tuple[str, ...]) -> None:
    write(tmp_path, {"cvpress.toml": "nonsense", name: text})
    assert ignored(read_settings(str(tmp_path), config=str(tmp_path / name))) == expected


@pytest.mark.parametrize("name", ["missing.toml", "folder"])
def test_a_named_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(cvpress.FileError, match="cannot be read"):
        read_settings(str(tmp_path), config=str(tmp_path / name))


def test_a_working_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert read_settings(".") is DEFAULT


def test_all_settings() -> None:
    text = b"""
        select = ["ALL"]
        ignore = ["K103", "dead-reference"]
        error = ["c1"]
        warn = ["misspelt-key"]
        strict = true
        format = "concise"
        [pointer-ignores]
        "/basics/phone" = ["V101", "T"]
        "people/*.yaml#/work/*/a~1b~0c" = ["ALL"]
        "marie.yaml#" = ["K"]
    """
    settings = settings_of(text, "cvpress.toml", ())
    assert settings is not None
    place = ("pointer-ignores", "/basics/phone")
    assert settings._replace(document=None) == Settings(
        choices=(RuleChoice(("",), ("K103", "C102"), ("C1",), ("K102",)),),
        pointer_ignores=(
            PointerIgnore("", ("basics", "phone"), "V101", "V101", (*place, 0)),
            PointerIgnore("", ("basics", "phone"), "T", "T", (*place, 1)),
            PointerIgnore(
                "people/*.yaml", ("work", "*", "a/b~c"), "", "ALL", (place[0], "people/*.yaml#/work/*/a~1b~0c", 0)
            ),
            PointerIgnore("marie.yaml", (), "K", "K", (place[0], "marie.yaml#", 0)),
        ),
        strict=True,
        format="concise",
    )


ERRORS = {
    "broken TOML": ("ignore = [", "S103 1:11"),
    "a key twice": ('ignore = ["K"]\nignore = ["V"]', "S104 2:1"),
    "a value that is no TOML": ("strict = True", "S103 1:10 write `true`"),
    "not a number": ("strict = nan", "S109 1:10"),
    "a misspelt key": ('slect = ["K"]', "X103 1:1 did you mean `select`?"),
    "an underscore": ('[pointer_ignores]\n"/work" = ["K"]', "X103 1:2 did you mean `pointer-ignores`?"),
    "an unknown key": ("colour = true", "X103 1:1 the settings are `select`"),
    "a text for a list": ('ignore = "K102"', 'X103 1:10 write `["…"]`'),
    "a number for a rule": ("ignore = [102]", "X103 1:11 write it in quotes"),
    "an unknown rule": ('ignore = ["V101", "K1O2"]', "X103 1:19 did you mean `K102`?"),
    "an unknown family": ('ignore = ["Q"]', "X103 1:11 `cvpress rules`"),
    "a misspelt name": ('warn = ["mispelt-key"]', "X103 1:9 did you mean `misspelt-key`?"),
    "an empty rule": ('warn = [""]', "X103 1:9"),
    "a text for a truth": ('strict = "yes"', "X103 1:10 write `true` or `false`"),
    "a number for a truth": ("strict = 1", "X103 1:10 write `true` or `false`"),
    "an unknown format": ('format = "concice"', "X103 1:10 did you mean `concise`?"),
    "a truth for a format": ("format = true", "X103 1:10"),
    "pointers in a list": ('pointer-ignores = ["/work"]', "X103 1:19"),
    "no pointer": ('[pointer-ignores]\n"work/0" = ["K"]', "X103 2:1 write a pointer such as `/work/0`"),
    "no slash": ('[pointer-ignores]\n"a.yaml#work" = ["K"]', "X103 2:1 write a pointer"),
    "a bad escape": ('[pointer-ignores]\n"/work/~2" = ["K"]', "X103 2:1 write a pointer"),
    "an empty pointer": ('[pointer-ignores]\n"" = ["K"]', "X103 2:1"),
    "no list of rules": ('[pointer-ignores]\n"/work" = true', 'X103 2:11 write `["…"]`'),
    "an unknown rule at a pointer": ('[pointer-ignores]\n"/work" = ["K1O2"]', "X103 2:12 did you mean `K102`?"),
    "not UTF-8": ("# \udce9", "S105 1:3"),
}


@pytest.mark.parametrize(("text", "expected"), ERRORS.values(), ids=ERRORS)
def test_an_error_has_a_place_and_a_hint(text: str, expected: str) -> None:
    (error,) = errors(text.encode(errors="surrogateescape"), ())
    assert f"{error.code} {error.start.line}:{error.start.column} {error.hint}".startswith(expected)


def errors(source: bytes, table: tuple[str, ...]) -> tuple[cvpress.Diagnostic, ...]:
    with pytest.raises(InvalidSettings) as caught:
        settings_of(source, "cvpress.toml", table)
    assert caught.value.exit_code == 2
    assert caught.value.message == "the settings in cvpress.toml have errors"
    return caught.value.diagnostics


def test_the_examples_of_the_documentation(root: Path) -> None:
    page = (root / "docs/settings.md").read_text(encoding="utf-8")
    examples = re.findall(r"^\| `[a-z-]+` \|.*\| `(.+)` \|$", page, re.MULTILINE)
    pointers = page[page.index("    [pointer-ignores]\n") :].partition("\n\n")[0]
    settings = settings_of("\n".join([*examples, pointers]).encode(), "cvpress.toml", ())
    assert settings is not None
    assert all(settings[: settings._fields.index("options")])
    assert all(settings.choices[0])


def test_every_error_is_reported_at_once() -> None:
    found = errors(b'slect = ["K"]\nstrict = 1\nwarn = ["K1O2", 5, "V1O1"]', ())
    assert [error.start.line for error in found] == [1, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[tool.cvpress]\nstrict = 1", "2:10"),
        ("[tool]\ncvpress = 1", "2:11"),
        ("tool = 1", "1:8"),
        ("[[tool.cvpress]]\nstrict = true", "1:1"),
    ],
)
def test_errors_in_a_shared_file(text: str, place: str) -> None:
    (error,) = errors(text.encode(), ("tool", "cvpress"))
    assert (error.code, f"{error.start.line}:{error.start.column}") == ("X103", place)


def test_a_file_that_asks_for_too_much() -> None:
    lists = "".join(f'"/work/{index}" = ["K", "V"]\n' for index in range(600))
    found = errors(f"[pointer-ignores]\n{lists}".encode(), ())
    assert [error.message for error in found] == ["the settings name more than 1,000 rules"]


def test_very_many_errors_take_little_time() -> None:
    keys = "".join(f"key{index} = 1\n" for index in range(20_000))
    assert len(errors(keys.encode(), ())) == 1000


@given(st.text(alphabet="[]{}=\"'\\#.,\n tolcvpresignk102", max_size=60))
def test_any_text_gives_settings_or_errors_inside_it(text: str) -> None:
    try:
        settings_of(text.encode(), "cvpress.toml", ())
    except InvalidSettings as error:
        lines = text.split("\n")
        for found in error.diagnostics:
            assert 1 <= found.start.line <= len(lines)
            assert 1 <= found.start.column <= len(lines[found.start.line - 1]) + 1


def test_no_settings_file_imports_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from cvpress.policy.config import read_settings; from cvpress.policy.policy import Policy\n"
        "import cvpress; document = cvpress.loads(b'{}', 'x.json')\n"
        "assert Policy(read_settings('.')).apply(document, []) == []\n"
        "print(*(name for name in sys.modules if name.startswith(('cvpress.', 'tomllib'))))"
    )
    write(tmp_path, {"pyproject.toml": '[project]\ndependencies = ["cvpress"]\n'})
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    names = {name.removeprefix("cvpress.") for name in done.stdout.split()}
    assert {name for name in names if name.startswith("policy.")} == {
        "policy.config",
        "policy.policy",
        "policy.settings",
    }
    assert names & {"rules.table", "rules.details", "rules.words", "syntax.toml", "reporters", "tomllib"} == set()
