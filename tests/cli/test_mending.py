"""validate --fix, --diff and --unsafe-fixes."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

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
