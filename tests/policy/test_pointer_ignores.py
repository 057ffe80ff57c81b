"""Exceptions for single values, by pointers in the settings file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import cvpress
from cvpress.policy.config import read_settings
from cvpress.policy.policy import Policy
from cvpress.policy.selection import with_options
from cvpress.rules.engine import check

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = b"""
basics: {name: Marie, url: x, shoeSize: 42}
work:
  - url: y
  - links:
      - {label: Z, url: z}
x-a/b~c: 1
"""


def policy(folder: Path, *lines: str, **options: list[str]) -> Policy:
    (folder / "cvpress.toml").write_text("\n".join(["[pointer-ignores]", *lines]))
    return Policy(with_options(read_settings(str(folder)), **options))


def found(run: Policy, name: str = "profile.yaml", text: bytes = PROFILE) -> list[str]:
    document = cvpress.loads(text, name)
    return ["/".join([finding.code, *map(str, finding.pointer)]) for finding in run.apply(document, check(document))]


ALL = ["V106/basics/url", "K103/basics/shoeSize", "V106/work/0/url", "V106/work/1/links/0/url"]


@pytest.mark.parametrize(
    ("line", "excepted"),
    [
        ('"/basics/url" = ["V106"]', ALL[:1]),
        ('"/basics/url" = ["V"]', ALL[:1]),
        ('"/basics/url" = ["not-a-url"]', ALL[:1]),
        ('"/basics" = ["V106"]', ALL[:1]),
        ('"/basics" = ["ALL"]', ALL[:2]),
        ('"/basics" = ["K", "V"]', ALL[:2]),
        ('"/basics/shoeSize" = ["K103"]', ALL[1:2]),
        ('"/work" = ["V106"]', ALL[2:]),
        ('"/work/0" = ["V106"]', ALL[2:3]),
        ('"/work/*/url" = ["V106"]', ALL[2:3]),
        ('"/work/*/links/*/url" = ["V106"]', ALL[3:]),
        ('"/*/*" = ["V106"]', [ALL[0], *ALL[2:]]),
        ('"/*" = ["ALL"]', ALL),
        ('"#" = ["ALL"]', ALL),
        ('"#/work/0" = ["V106"]', ALL[2:3]),
        ('"/basics/ur" = ["V106"]', []),
        ('"/basics/url/x" = ["V106"]', []),
        ('"/basics/url" = ["K"]', []),
        ('"/work/2" = ["V106"]', []),
    ],
)
def test_what_a_pointer_covers(tmp_path: Path, line: str, excepted: list[str]) -> None:
    assert found(policy(tmp_path, line)) == [finding for finding in ALL if finding not in excepted]


@pytest.mark.parametrize(("key", "name"), [("a/b", "a~1b"), ("a~b", "a~0b"), ("~1", "~01"), ("*", "*"), ("", "")])
def test_keys_that_are_written_otherwise(tmp_path: Path, key: str, name: str) -> None:
    text = f'basics: {{label: Chemist}}\n"{key}": {{}}\n'.encode()
    assert found(policy(tmp_path), text=text) == [f"K103/{key}"]
    assert found(policy(tmp_path, f'"/{name}" = ["K103"]'), text=text) == []


@pytest.mark.parametrize(
    ("pattern", "path", "is_meant"),
    [
        ("profile.yaml", "profile.yaml", True),
        ("profile.yaml", "people/profile.yaml", False),
        ("people/profile.yaml", "people/profile.yaml", True),
        ("people/*.yaml", "people/profile.yaml", True),
        ("*/profile.yaml", "people/profile.yaml", True),
        ("*.json", "profile.yaml", False),
        ("[draft].yaml", "[draft].yaml", True),
        ("../other.yaml", "../other.yaml", True),
        ("Profile.yaml", "profile.yaml", False),
    ],
)
def test_an_exception_for_certain_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, path: str, *, is_meant: bool
) -> None:
    """Paths are relative to the settings file, wherever the program runs, and however the file is named."""
    home = tmp_path / "home"
    (home / "deeper").mkdir(parents=True)
    run = policy(home, f'"{pattern}#" = ["ALL"]')
    for folder in (home, home / "deeper", tmp_path):
        monkeypatch.chdir(folder)
        for name in (os.path.relpath(home / path), str(home / path)):
            assert found(run, name) == ([] if is_meant else ALL)


def test_a_settings_file_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    run = policy(tmp_path / "link", '"profile.yaml#" = ["ALL"]')
    assert found(run, str(tmp_path / "real/profile.yaml")) == []
    assert found(run, str(tmp_path / "link/profile.yaml")) == []


def unused(run: Policy) -> list[str]:
    reported = run.unused()
    assert {finding.code for finding in reported} <= {"X101"}
    return [f"{finding.start.line}:{finding.start.column} {finding.message}" for finding in reported]


UNUSED = {
    "hit": (['"/basics" = ["V106"]'], {}, []),
    "not hit": (['"/basics/phone" = ["V101"]'], {}, ["2:20 `V101` finds nothing at `/basics/phone`"]),
    "one of two": (['"/basics" = ["T", "V"]'], {}, ["2:14 `T` finds nothing at `/basics`"]),
    "both of one value": (['"/basics" = ["V"]', '"/basics/url" = ["V106"]'], {}, []),
    "not hit in its file": (['"profile.yaml#" = ["T"]'], {}, ["2:20 `T` finds nothing in the file"]),
    "for a file that is not checked": (['"other.yaml#/basics" = ["T"]'], {}, []),
    "a rule that is not selected": (['"/basics" = ["T"]'], {"ignore": ["T"]}, []),
    "a rule that rendering applies": (['"/basics" = ["R101"]'], {}, []),
    "when unused ones are ignored": (['"/basics" = ["T"]'], {"ignore": ["X"]}, []),
    "an escape": (['"/a~1b" = ["T"]'], {}, ["2:12 `T` finds nothing at `/a~1b`"]),
}


@pytest.mark.parametrize(("lines", "options", "expected"), UNUSED.values(), ids=UNUSED)
def test_an_exception_that_hits_nothing(
    tmp_path: Path, lines: list[str], options: dict[str, list[str]], expected: list[str]
) -> None:
    run = policy(tmp_path, *lines, **options)
    found(run, str(tmp_path / "profile.yaml"))
    assert unused(run) == expected


def test_one_file_of_many_is_enough(tmp_path: Path) -> None:
    run = policy(tmp_path, '"/basics/url" = ["V106"]', '"/basics/name" = ["V106"]')
    for text in (b"basics: {name: Marie}", PROFILE, b"basics: {name: Irene}"):
        found(run, text=text)
    assert unused(run) == ["3:19 `V106` finds nothing at `/basics/name`"]


@pytest.mark.parametrize("texts", [[], [b"basics: ["]], ids=["no file", "a broken file"])
def test_nothing_is_said_before_a_file_was_checked(tmp_path: Path, texts: list[bytes]) -> None:
    run = policy(tmp_path, '"/basics/url" = ["V106"]')
    for text in texts:
        found(run, text=text)
    assert unused(run) == []


def test_unused_exceptions_have_the_severity_that_is_wanted(tmp_path: Path) -> None:
    run = policy(tmp_path, '"/basics/name" = ["V106"]', error=["X101"])
    found(run)
    assert [finding.severity.value for finding in run.unused()] == ["error"]


def test_a_comment_and_a_pointer_for_the_same_finding(tmp_path: Path) -> None:
    run = policy(tmp_path, '"/basics/url" = ["V106"]')
    assert found(run, text=b"basics: {name: M, url: x}  # cvpress: ignore[V106]") == []
    assert unused(run) == []


def test_without_settings_nothing_is_unused() -> None:
    run = Policy()
    assert found(run) == ALL
    assert run.unused() == []
