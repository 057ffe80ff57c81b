"""validate --fix, --diff and --unsafe-fixes."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import tempfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from judges import judge

import cvpress
from cvpress.cli import cli
from cvpress.cli.mending import mend_file

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

OLD = """\
basics:  # who
  name: Marie Curie
  website: example.org   # soon
  email: ""
work:
  - company: 'University of Paris'
    startDate: June 1906
    endDate: Present
"""
MENDED = """\
basics:  # who
  name: Marie Curie
  url: https://example.org   # soon
work:
  - name: 'University of Paris'
    startDate: "1906-06"
"""
UNSAFE = '{\n  "basics": {"emial": "marie@example.org", "name": "Marie Curie"}\n}\n'


def test_fix_mends_the_file_and_says_so(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(OLD.encode())
    run = run_cli("validate", "--fix", path)
    assert path.read_bytes() == MENDED.encode()
    assert (run.returncode, run.stdout) == (0, "6 findings mended; ok: 1 file is valid\n")


def test_fixing_twice_changes_nothing(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(OLD.encode())
    run_cli("validate", "--fix", path)
    before = path.stat().st_ino
    run = run_cli("validate", "--fix", path)
    assert (run.returncode, run.stdout) == (0, "ok: 1 file is valid\n")
    assert path.stat().st_ino == before, "a file that is in order is not written"


def test_the_rest_is_reported(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(OLD.replace("June 1906", '"1906-13"').encode())
    run = run_cli("validate", "--fix", "--format", "concise", path)
    assert run.returncode == 1
    assert [line.partition("[")[2][:4] for line in run.stdout.splitlines()[:-1]] == ["V102"]
    assert run.stdout.endswith("5 findings mended; 1 error in 1 file\n")


def test_what_is_written_keeps_mode_mark_and_line_ends(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    run_cli("validate", "--fix", path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["cv.yaml"]


def test_a_link_stays_a_link(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(OLD.encode())
    (tmp_path / "link.yaml").symlink_to(path)
    run_cli("validate", "--fix", tmp_path / "link.yaml")
    assert (tmp_path / "link.yaml").is_symlink()
    assert path.read_bytes() == MENDED.encode()


def test_a_broken_file_is_left_alone(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(b"basics: [\n")
    assert run_cli("validate", "--fix", path).returncode == 1
    assert path.read_bytes() == b"basics: [\n"


def test_unsafe_fixes_are_asked_for(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "cv.json"
    path.write_text(UNSAFE)
    run = run_cli("validate", "--fix", path)
    assert (run.returncode, path.read_text()) == (1, UNSAFE)
    assert "1 can be mended with --fix --unsafe-fixes" in run.stdout
    run = run_cli("validate", "--fix", "--unsafe-fixes", path)
    assert (run.returncode, path.read_text()) == (0, UNSAFE.replace("emial", "email"))


def test_unsafe_fixes_alone_mends_nothing(tmp_path: Path, run_cli: RunCli) -> None:
    run = run_cli("validate", "--unsafe-fixes", tmp_path)
    assert run.returncode == 2
    assert "add --fix or --diff" in run.stderr


def test_diff_shows_and_writes_nothing(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "cv.yaml").write_bytes(OLD.encode())
    (tmp_path / "good.yaml").write_bytes(MENDED.encode())
    run = run_cli("validate", "--diff", "cv.yaml", "good.yaml", cwd=tmp_path)
    assert (tmp_path / "cv.yaml").read_bytes() == OLD.encode()
    assert (run.returncode, run.stderr) == (1, "6 to mend in 1 file\n")
    lines = run.stdout.splitlines()
    assert lines[0].startswith("--- cv.yaml")
    assert lines[1].startswith("+++ cv.yaml")
    assert "-  website: example.org   # soon" in lines
    assert "+  url: https://example.org   # soon" in lines


def test_diff_tells_of_what_it_leaves(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "broken.json").write_text('{"basics": ')
    (tmp_path / "wrong.yaml").write_text("basics: {name: A, email: foo}\n")
    for name in ("broken.json", "wrong.yaml"):
        run = run_cli("validate", "--diff", name, cwd=tmp_path)
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr == "nothing to mend; 1 error would be left: see without --diff\n"


@pytest.mark.parametrize("text", [OLD, OLD.replace("\n", "\r\n"), '{\n\t"basics": {"website": "https://a.org"}\n}\n'])
def test_a_diff_is_a_patch(tmp_path: Path, run_cli: RunCli, text: str) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(text.encode())
    patch = run_cli("validate", "--diff", "cv.yaml", cwd=tmp_path).stdout
    subprocess.run([judge("patch"), "--binary"], input=patch.encode(), cwd=tmp_path, check=True, capture_output=True)
    patched = path.read_bytes()
    path.write_bytes(text.encode())
    run_cli("validate", "--fix", path)
    assert path.read_bytes() == patched


def test_what_is_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "cv.yaml"
    path.write_bytes(OLD.encode())
    document = cvpress.load(path)
    path.write_bytes(b"basics: {name: Marie}\n")
    with pytest.raises(cvpress.FileError, match="has been changed"):
        mend_file(document, str(path), cvpress.Validator(), unsafe=False)
    assert path.read_bytes() == b"basics: {name: Marie}\n"


def test_a_file_that_cannot_be_written_does_not_stop_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three files, by a system that refuses the second."""
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for path in paths:
        path.write_bytes(OLD.encode())
    answers = iter([False, True, False])
    real = tempfile.mkstemp

    def mkstemp(**options: str) -> tuple[int, str]:
        if next(answers):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(**options)

    monkeypatch.setattr("tempfile.mkstemp", mkstemp)
    run = CliRunner().invoke(cli, ["validate", "--isolated", "--fix", *map(str, paths)])
    assert run.exit_code == 2
    assert [path.read_bytes() for path in paths] == [MENDED.encode(), OLD.encode(), MENDED.encode()]
    assert "12 findings mended; 5 errors in 3 files" in run.stdout
    assert "b.yaml cannot be written: read-only file system" in run.stderr


def test_diff_without_anything_to_mend(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "good.yaml").write_bytes(MENDED.encode())
    run = run_cli("validate", "--diff", tmp_path / "good.yaml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "nothing to mend\n")


def test_a_diff_moves_no_cursor(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "cv.json").write_text(json.dumps({"basics": {"website": "https://x.org/\x1b[2J"}}))
    run = run_cli("validate", "--diff", tmp_path / "cv.json", env={"FORCE_COLOR": None})
    assert "\x1b" not in run.stdout


def test_standard_input_is_mended_to_standard_output(run_cli: RunCli) -> None:
    run = run_cli("validate", "--fix", "-", "--stdin-filename", "cv.yaml", stdin=OLD)
    assert (run.returncode, run.stdout) == (0, MENDED)
    assert run.stderr == "6 findings mended; ok: 1 file is valid\n"


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_an_ignored_finding_is_not_mended(tmp_path: Path, run_cli: RunCli, option: str) -> None:
    path = tmp_path / "cv.yaml"
    text = OLD.replace("# soon", "# cvpress: ignore[K101]")
    path.write_bytes(text.encode())
    run = run_cli("validate", option, path)
    written = path.read_text() if option == "--fix" else run.stdout
    assert "website: example.org" in written
    assert "url:" not in written
