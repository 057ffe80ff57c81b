from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pikepdf
import pytest
from outputs import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

PROFILE = {
    "basics": {"name": "Marie Curie", "email": "marie@example.org"},
    "work": [{"name": "Sorbonne", "position": "Professor"}],
}
KINDS = {".html": b"<!DOCTYPE html>", ".pdf": b"%PDF-1.7"}

WRITTEN = {
    "nothing said": ([], ["cv.html", "cv.pdf"]),
    "one format": (["--to", "html"], ["cv.html"]),
    "both formats": (["--to", "pdf,html"], ["cv.html", "cv.pdf"]),
    "loosely written": (["--to", " HTML , html"], ["cv.html"]),
    "a file": (["-o", "out.pdf"], ["out.pdf"]),
    "a file in a new folder": (["-o", "new/sub/out.html"], ["new/sub/out.html"]),
    "upper case": (["-o", "out.PDF"], ["out.PDF"]),
    "a folder that is there": (["-o", "there"], ["there/cv.html", "there/cv.pdf"]),
    "a new folder": (["-o", "new/"], ["new/cv.html", "new/cv.pdf"]),
    "a folder, one format": (["--to", "html", "-o", "new/"], ["new/cv.html"]),
    "a new folder without a stroke": (["-o", "out"], ["out/cv.html", "out/cv.pdf"]),
    "another extension of HTML": (["--to", "html", "-o", "out.htm"], ["out.htm"]),
    "a name for both": (["--to", "html,pdf", "-o", "out.pdf"], ["out.html", "out.pdf"]),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a profile and another folder in it."""
    (tmp_path / "cv.json").write_text(json.dumps(PROFILE))
    (tmp_path / "there").mkdir()
    return tmp_path


def files(folder: Path) -> list[str]:
    """All files but the profile."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "cv.json")
    return sorted(str(path.relative_to(folder)) for path in found)


@pytest.mark.parametrize(("args", "names"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written(run_cli: RunCli, folder: Path, args: list[str], names: list[str]) -> None:
    run = run_cli("render", "cv.json", *args, cwd=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert files(folder) == names
    assert sorted(run.stderr.split()) == sorted(word for name in names for word in ("wrote", name))
    for name in names:
        kind = os.path.splitext(name)[1].lower()
        assert (folder / name).read_bytes().startswith(KINDS.get(kind, KINDS[".html"]))


REFUSED = {
    "the profile itself": (["--to", "html", "-o", "cv.json"], 2, "cv.json is no name for html", "a folder"),
    "a foreign extension": (["-o", "cv.docx"], 2, "cv.docx is no name for html and pdf", "a folder"),
    "an extension of another format": (["--to", "html", "-o", "out.pdf"], 2, "out.pdf is no name for html", "a folder"),
    "two formats to standard output": (
        ["-o", "-"],
        2,
        "standard output takes one document in one format",
        "say which: --to pdf",
    ),
    "format": (["--to", "docx"], 2, "there is no format `docx`", "formats: html, pdf"),
    "no format": (["--to", ","], 2, "there is no format ``", "formats: html, pdf"),
    "theme": (["--theme", "moderm"], 3, "there is no theme `moderm`", "did you mean `modern`?"),
    "option": (
        ["--set", "theme.acent=#123"],
        2,
        "the theme has no option `acent`",
        "did you mean `accent`?",
    ),
    "nothing like an option": (
        ["--set", "theme.xyz=#123"],
        2,
        "the theme has no option `xyz`",
        "options: accent, citations, date-place",
    ),
    "a tag of no entry": (["--tag", "nosuch"], 2, "no entry has the tag `nosuch`", "tags: none"),
    "a letter of no document": (["--letter", "x"], 2, "letter `x` is in none of these documents", "--document letter"),
    "pages of no CV": (["--document", "letter", "--fit", "1"], 2, "only a CV is fitted", "add --document cv"),
    "stories for others": (
        ["--document", "cv,stories", "--merge"],
        2,
        "the story sheet is for yourself",
        "leave it out",
    ),
    "value": (["--set", "theme.accent=red;}"], 2, "option `accent` does not take `red;}`", "a colour such as #0b5394"),
    "page": (["--set", "theme.page=a5"], 2, "option `page` does not take `a5`", "a4 or letter"),
    "setting": (["--set", "accent=#123"], 2, "--set does not take `accent=#123`", "theme.OPTION=VALUE"),
    "language": (["--locale", "xx"], 2, "there is no language `xx`", "de, en"),
    "path as a language": (["--locale", "de@../x"], 2, "there is no language `de@../x`", "de, en"),
    "endless language": (["--locale", "a" * 9999], 2, f"there is no language `{'a' * 60}`", "de, en"),
    "endless option": (
        ["--set", f"theme.accent={'a' * 9999}"],
        2,
        f"option `accent` does not take `{'a' * 60}`",
        "it takes a colour",
    ),
    "folder that is a file": (["-o", "cv.json/out.pdf"], 2, "cv.json/out.pdf cannot be written", "another place"),
}


@pytest.mark.parametrize(("args", "code", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(  # a table's columns
    run_cli: RunCli, folder: Path, args: list[str], code: int, message: str, hint: str
) -> None:
    run = run_cli("render", "cv.json", *args, cwd=folder)
    assert (run.returncode, run.stdout, files(folder)) == (code, "", [])
    error, *rest = run.stderr.splitlines()
    assert error.startswith(f"error: {message}")
    assert hint in " ".join(rest)


def test_standard_input_and_output(run_cli: RunCli, tmp_path: Path) -> None:
    run = run_cli(
        "render", "-", "--to", "html", "-o", "-", stdin="basics: {name: Marie, email: marie@example.org}", cwd=tmp_path
    )
    assert (run.returncode, run.stderr, files(tmp_path)) == (0, "", [])
    assert run.stdout.startswith("<!DOCTYPE html>")


def test_standard_input_has_a_name_in_the_output(run_cli: RunCli, tmp_path: Path) -> None:
    run = run_cli("render", "-", "--to", "html", stdin=json.dumps(PROFILE), cwd=tmp_path)
    assert (run.returncode, files(tmp_path)) == (0, ["profile.html"])


def test_errors_stop_it(run_cli: RunCli, folder: Path) -> None:
    (folder / "bad.yaml").write_text('basics: {name: A}\nwork: [{startDate: "2013-13"}]\nunknwn: 1\n')
    run = run_cli("render", "bad.yaml", cwd=folder)
    assert (run.returncode, run.stdout) == (1, "")
    assert "bad.yaml:2:" in run.stderr
    assert "V102" in run.stderr
    assert run.stderr.rstrip().endswith("error: bad.yaml has errors")
    assert files(folder) == ["bad.yaml"]


def test_warnings_are_shown(run_cli: RunCli, folder: Path) -> None:
    (folder / "cv.json").write_text(json.dumps({**PROFILE, "nonsense": 1}))
    run = run_cli("render", "cv.json", "--to", "html", cwd=folder)
    assert run.returncode == 0
    assert "cv.json:1:" in run.stderr
    assert "unknown key `nonsense`" in run.stderr
    assert files(folder) == ["cv.html"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.json", "missing.json cannot be read: no such file or directory"),
        ("cv.jsn", "cv.jsn cannot be read: no such file or directory\nhint: did you mean cv.json?"),
        ("there", "there cannot be read: is a directory\nhint: it is a folder; name a file in it"),
    ],
)
def test_no_profile(run_cli: RunCli, folder: Path, name: str, message: str) -> None:
    run = run_cli("render", name, cwd=folder)
    assert (run.returncode, files(folder)) == (2, [])
    assert run.stderr.startswith(f"error: {message}")


def test_another_language_is_another_file(run_cli: RunCli, folder: Path) -> None:
    run_cli("render", "cv.json", "--to", "html", "--locale", "de", cwd=folder)
    assert (folder / "cv-de.html").exists()
    assert not (folder / "cv.html").exists()


@pytest.mark.parametrize(("locale", "title"), [("de", "Berufserfahrung"), ("en-GB", "Experience")])
def test_language(run_cli: RunCli, folder: Path, locale: str, title: str) -> None:
    run_cli("render", "cv.json", "--to", "html", "--locale", locale, cwd=folder)
    html = (folder / f"cv-{locale}.html").read_text()
    assert f">{title}</h2>" in html
    assert f'<html lang="{locale}"' in html


def test_options_of_the_theme(run_cli: RunCli, folder: Path) -> None:
    run_cli("render", "cv.json", "--set", "theme.accent=#7a1f3d", "--set", "theme.page=letter", cwd=folder)
    assert "--accent:#7a1f3d" in (folder / "cv.html").read_text()
    with pikepdf.open(folder / "cv.pdf") as pdf:
        assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_theme_of_the_project(run_cli: RunCli, folder: Path) -> None:
    (folder / "themes/mine").mkdir(parents=True)
    (folder / "themes/mine/theme.toml").write_text('name = "mine"\napi = 1\nextends = "modern"\n')
    (folder / "themes/mine/style.css").write_text("h2 { color: #abcdef }")
    for theme in ("mine", "./themes/mine"):
        assert run_cli("render", "cv.json", "--to", "html", "--theme", theme, cwd=folder).returncode == 0
        assert "#abcdef" in (folder / "cv.html").read_text()


@pytest.mark.parametrize("args", [["--theme", "moderm"], ["--locale", "xx"], ["--set", "theme.page=a5"]])
def test_a_failed_run_leaves_the_old_output(run_cli: RunCli, folder: Path, args: list[str]) -> None:
    (folder / "cv.pdf").write_text("old")
    run = run_cli("render", "cv.json", "--to", "pdf", *args, cwd=folder)
    assert run.returncode != 0
    assert (folder / "cv.pdf").read_text() == "old"


def test_an_output_that_is_a_folder(run_cli: RunCli, folder: Path) -> None:
    (folder / "cv.html").mkdir()
    run = run_cli("render", "cv.json", "--to", "html", cwd=folder)
    assert run.returncode == 2
    assert run.stderr.startswith("error: cv.html cannot be written: ")
    assert files(folder) == [], "a temporary file is left"


def test_an_output_keeps_its_permissions(run_cli: RunCli, folder: Path) -> None:
    (folder / "cv.html").write_text("old")
    (folder / "cv.html").chmod(0o640)
    run_cli("render", "cv.json", cwd=folder)
    assert (folder / "cv.html").stat().st_mode & 0o777 == 0o640
    assert (folder / "cv.pdf").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(run_cli: RunCli, folder: Path) -> None:
    (folder / "there").chmod(0o500)
    run = run_cli("render", "cv.json", "-o", "there/", cwd=folder)
    assert run.returncode == 2
    assert run.stderr.startswith("error: there/cv.html cannot be written: permission denied")


def test_a_full_disk_leaves_the_old_output(run_cli: RunCli, folder: Path) -> None:
    (folder / "cv.html").write_text("old")
    spoil(folder, "import os\nos.replace = lambda *_: (_ for _ in ()).throw(OSError(28, 'No space left on device'))")
    run = run_cli("render", "cv.json", "--to", "html", cwd=folder, env={"PYTHONPATH": str(folder / "spoilt")})
    assert run.returncode == 2
    assert "error: cv.html cannot be written: no space left on device" in run.stderr
    assert (folder / "cv.html").read_text() == "old"
    assert not list(folder.glob(".cvpress-*"))


def spoil(folder: Path, code: str) -> None:
    """Code that Python runs when it starts, with the folder on its path."""
    (folder / "spoilt").mkdir()
    (folder / "spoilt/sitecustomize.py").write_text(code)


def test_without_pango(run_cli: RunCli, folder: Path) -> None:
    code = "import cffi\ndef dlopen(*_): raise OSError('cannot load library')\ncffi.FFI.dlopen = dlopen"
    spoil(folder, code)
    env = {"PYTHONPATH": str(folder / "spoilt")}
    html = run_cli("render", "cv.json", "--to", "html", cwd=folder, env=env)
    assert (html.returncode, html.stderr) == (0, "wrote cv.html\n")
    pdf = run_cli("render", "cv.json", "--to", "pdf", cwd=folder, env=env)
    assert (pdf.returncode, pdf.stdout) == (4, "")
    error, hint = pdf.stderr.splitlines()
    assert error == "error: PDF needs the library Pango, which is not installed"
    assert hint.startswith("hint: ")
    assert not (folder / "cv.pdf").exists()


def test_an_example_from_elsewhere(run_cli: RunCli, tmp_path: Path) -> None:
    path = ROOT / "profiles/marie-curie/profile.yaml"
    run = run_cli("render", os.path.relpath(path, tmp_path), "--to", "html", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "wrote profile.html\n")
