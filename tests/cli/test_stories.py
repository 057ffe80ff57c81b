from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunCli

QUESTION = "a conflict with a colleague"


@pytest.fixture(scope="session")
def profile(root: Path) -> Path:
    """The profile with the most stories, all of them private."""
    return root / "profiles/data-scientist/profile.yaml"


def test_the_list(run_cli: RunCli, profile: Path) -> None:
    run = run_cli("stories", profile)
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert lines[:3] == ["Introduction", "  1  Who I am, in a minute", "       Tell me about yourself."]
    assert "  7  Drones without a teacher (Boston Fusion)" in lines
    assert [line for line in lines if len(line) > 80] == []


def test_what_answers_a_question(run_cli: RunCli, profile: Path) -> None:
    run = run_cli("stories", profile, "--for", QUESTION)
    assert (run.returncode, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert lines[0].strip().split("  ")[1] == "pandas or numpy for a Kalman filter"
    assert lines[1] == "     Conflicts · Capital One · How do you deal with conflict?"
    assert "     Situation   For an internal" in run.stdout
    assert "     Lessons     Choose the disagreements" in run.stdout
    assert len(run.stdout.split("\n\n")) == 3
    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("columns", ["20", "50", "80", "200"])
def test_the_width_of_the_terminal(run_cli: RunCli, profile: Path, columns: str) -> None:
    run = run_cli("stories", profile, "--for", QUESTION, env={"COLUMNS": columns})
    assert max(map(len, run.stdout.splitlines())) <= max(40, min(80, int(columns)))


def test_no_answer(run_cli: RunCli, profile: Path) -> None:
    for args in ([], ["--format", "json"]):
        run = run_cli("stories", profile, "--for", "Which musical instrument do you play?", *args)
        assert run.returncode == 1
        assert run.stdout == ("[]\n" if args else "")
        assert run.stderr == "none of the 20 stories answers “Which musical instrument do you play?”\n"


def test_limit(run_cli: RunCli, profile: Path) -> None:
    run = run_cli("stories", profile, "--for", QUESTION, "--limit", "1")
    assert "\n\n" not in run.stdout
    assert run_cli("stories", profile, "--for", QUESTION, "--limit", "0").returncode == 2


def test_json(run_cli: RunCli, profile: Path) -> None:
    everything: list[dict[str, Any]] = json.loads(run_cli("stories", profile, "--format", "json").stdout)
    assert [story["number"] for story in everything] == list(range(1, 21))
    found = json.loads(run_cli("stories", profile, "--for", "TOML", "--format", "json").stdout)
    assert found[0]["id"] == "story-toml"
    assert found[0]["links"] == [{"label": "noyaml.com", "url": "https://noyaml.com"}]
    assert found[0]["match"].keys() == {"prompt", "score"}
    assert {key: value for key, value in found[0].items() if key != "match"} in everything


def test_colours_only_where_they_are_wanted(run_cli: RunCli, profile: Path) -> None:
    assert "\x1b[1m" in run_cli("stories", profile, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b" not in run_cli("stories", profile).stdout


def test_control_characters_reach_no_terminal(run_cli: RunCli) -> None:
    data = {"basics": {"name": "M"}, "stories": [{"title": "\u202eOne", "prompts": ["\u009b31mWhy?"]}]}
    for args in ([], ["--for", "why one"]):
        run = run_cli("stories", "-", *args, stdin=json.dumps(data))
        assert not {"\u202e", "\u009b"} & set(run.stdout)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ('{"basics": {"name": "M"}}', 2, "the profile has no stories"),
        ('{"basics": {"url": "x"}, "stories": [{"title": "One"}]}', 1, "has errors"),
        ("{", 1, "has errors"),
    ],
)
def test_what_stops_it(run_cli: RunCli, text: str, code: int, message: str) -> None:
    run = run_cli("stories", "-", stdin=text)
    assert (run.returncode, run.stdout) == (code, "")
    assert message in run.stderr


# The sheet


def test_the_sheet(run_cli: RunCli, profile: Path, tmp_path: Path) -> None:
    run = run_cli("render", profile, "--document", "stories", "--private", cwd=tmp_path)
    assert run.returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"profile-stories.html", "profile-stories.pdf"}


def test_the_sheet_without_private_stories(run_cli: RunCli, profile: Path, tmp_path: Path) -> None:
    run = run_cli("render", profile, "--document", "stories", cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr == "error: all 20 stories are private\nhint: add --private: the sheet is for your eyes\n"
    assert list(tmp_path.iterdir()) == []


def test_private_is_for_the_sheet_alone(run_cli: RunCli, profile: Path, tmp_path: Path) -> None:
    run = run_cli("render", profile, "--private", cwd=tmp_path)
    assert run.returncode == 2
    assert "add --document stories" in run.stderr


def test_private_leaves_the_other_documents_as_they_are(run_cli: RunCli, profile: Path, tmp_path: Path) -> None:
    run_cli("render", profile, "--to", "html", "-o", "alone.html", cwd=tmp_path)
    run = run_cli("render", profile, "--document", "all", "--private", "--to", "html", "-o", "all/", cwd=tmp_path)
    assert run.returncode == 0
    assert (tmp_path / "all/profile.html").read_bytes() == (tmp_path / "alone.html").read_bytes()
    assert (tmp_path / "all/profile-stories.html").is_file()


def test_all_documents_are_made_where_no_story_tells_anything(run_cli: RunCli, tmp_path: Path) -> None:
    data = {"basics": {"name": "M", "email": "m@example.org"}, "stories": [{"id": "s", "visibility": "public"}]}
    (tmp_path / "m.json").write_text(json.dumps(data))
    run = run_cli("render", "m.json", "--document", "all", "--to", "html", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert [path.name for path in tmp_path.glob("*.html")] == ["m.html"]
