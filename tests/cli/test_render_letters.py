from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pikepdf
import pytest
from letters import AMERICAN

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

SEVERAL = {
    **AMERICAN,
    "letters": [
        {**AMERICAN["letters"][0], "id": "sample"},
        {
            "id": "secret",
            "visibility": "private",
            "recipient": {"organization": "Elsewhere"},
            "body": [{"text": "No."}],
        },
        {"recipient": {"organization": "Third Ltd"}, "body": [{"text": "Hello."}]},
    ],
}
WRITTEN: dict[str, tuple[str, list[str], list[str]]] = {
    "the only one": ("one.json", ["--document", "letter"], ["one-letter.html", "one-letter.pdf"]),
    "with the CV": ("one.json", ["--document", "cv,letter", "--to", "html"], ["one-letter.html", "one.html"]),
    "all there is": ("one.json", ["--document", "all", "--to", "html"], ["one-letter.html", "one.html"]),
    "one of several": (
        "several.json",
        ["--document", "letter", "--letter", "sample", "--to", "html"],
        ["several-letter-sample.html"],
    ),
    "by its number": (
        "several.json",
        ["--document", "letter", "--letter", "3", "--to", "html"],
        ["several-letter-3.html"],
    ),
    "all of several": (
        "several.json",
        ["--document", "all", "--to", "html"],
        ["several-letter-3.html", "several-letter-sample.html", "several.html"],
    ),
    "an application": ("one.json", ["--document", "letter,cv", "--merge"], ["one-application.pdf"]),
    "an application with a name": (
        "one.json",
        ["--document", "cv,letter", "--merge", "-o", "new/a.pdf"],
        ["new/a.pdf"],
    ),
    "an application in a folder": (
        "one.json",
        ["--document", "cv,letter", "--merge", "--to", "pdf", "-o", "new/"],
        ["new/one-application.pdf"],
    ),
}
REFUSED = {
    "several": (
        ["--document", "letter"],
        "the profile has 2 letters",
        "say which with --letter: sample (Example Laboratories, Inc.), 3 (Third Ltd)",
    ),
    "misspelt": (
        ["--document", "letter", "--letter", "sampel"],
        "there is no letter `sampel`",
        "did you mean `sample`?",
    ),
    "private": (["--document", "letter", "--letter", "secret"], "letter `secret` is private", "reaches no output"),
    "merged HTML": (["--merge", "--to", "html,pdf"], "only PDFs can be merged", "--to pdf"),
    "merged into HTML": (["--merge", "--to", "html", "-o", "a.html"], "only PDFs can be merged", "--to pdf"),
    "merged by extension": (["--merge", "-o", "a.html"], "a.html is no name for pdf", "name a .pdf"),
    "citations": (
        ["--set", "theme.references=all"],
        "option `references` does not take `all`",
        "notes or inline or none",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a profile that has a letter, and one that has several."""
    (tmp_path / "one.json").write_text(json.dumps(AMERICAN))
    (tmp_path / "several.json").write_text(json.dumps(SEVERAL))
    return tmp_path


def files(folder: Path) -> list[str]:
    """All files but the profiles."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json")
    return sorted(str(path.relative_to(folder)) for path in found)


@pytest.mark.parametrize(("profile", "args", "names"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written(run_cli: RunCli, folder: Path, profile: str, args: list[str], names: list[str]) -> None:
    run = run_cli("render", profile, *args, cwd=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert sorted(run.stderr.split()) == sorted(word for name in names for word in ("wrote", name))
    assert files(folder) == names


@pytest.mark.parametrize(("args", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(run_cli: RunCli, folder: Path, args: list[str], message: str, hint: str) -> None:
    run = run_cli("render", "several.json", *args, cwd=folder)
    assert (run.returncode, run.stdout, files(folder)) == (2, "", [])
    assert message in run.stderr
    assert hint in run.stderr
    assert "Elsewhere" not in run.stderr


def test_what_an_application_is_called(run_cli: RunCli, folder: Path) -> None:
    run_cli("render", "one.json", "--document", "letter,cv", "--merge", cwd=folder)
    with pikepdf.open(folder / "one-application.pdf") as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.docinfo["/Title"]) == "Jane Example – Application"


def test_a_long_letter_is_told_where_it_stands(run_cli: RunCli, folder: Path) -> None:
    body = [{"text": "A paragraph that says what others have said. " * 8}] * 12
    data = {**AMERICAN, "letters": [{**AMERICAN["letters"][0], "body": body}]}
    (folder / "long.json").write_text(json.dumps(data, indent=1))
    for args in (["--document", "letter", "--to", "pdf"], ["--document", "cv,letter", "--merge"]):
        run = run_cli("render", "long.json", *args, cwd=folder)
        assert run.returncode == 0
        assert "R105" in run.stderr
        assert "the letter is 2 pages long" in run.stderr


def test_all_that_is_merged_goes_to_one_reader(run_cli: RunCli, folder: Path) -> None:
    run = run_cli("render", "several.json", "--document", "all", "--merge", cwd=folder)
    assert (run.returncode, files(folder)) == (2, [])
    assert "say which with --letter" in run.stderr
    run = run_cli("render", "several.json", "--document", "all", "--letter", "sample", "--merge", cwd=folder)
    assert (run.returncode, files(folder)) == (0, ["several-application.pdf"])


def test_letters_of_another_language_are_not_among_all(run_cli: RunCli, folder: Path) -> None:
    data = json.loads((folder / "one.json").read_text())
    data["letters"] = [{"id": "us", "language": "en-US"}, {"id": "din", "language": "de"}, {"id": "any"}]
    (folder / "three.json").write_text(json.dumps(data))
    run_cli("render", "three.json", "--document", "all", "--to", "html", "--locale", "de", cwd=folder)
    assert files(folder) == ["three-de-letter-any.html", "three-de-letter-din.html", "three-de.html"]


def test_no_document_takes_the_place_of_another(run_cli: RunCli, folder: Path) -> None:
    data = json.loads((folder / "one.json").read_text())
    data["letters"] = [{"id": "a/b"}, {"id": "a-b"}]
    (folder / "alike.json").write_text(json.dumps(data))
    run = run_cli("render", "alike.json", "--document", "all", "--to", "html", cwd=folder)
    assert (run.returncode, files(folder)) == (2, [])
    assert "two documents would be alike-letter-a-b.html" in run.stderr
