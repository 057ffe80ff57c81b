"""A profile and its .bib file, on the whole way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from outputs import Page, pdf_contents, prepared

import cvpress

if TYPE_CHECKING:
    from conftest import RunCli

HERE = Path(__file__).parent
PROFILE = {"basics": {"name": "Marie Curie", "email": "marie@example.org"}, "bibliography": "refs.bib"}
BIB = """@article{curie1898, title = {On Radium}, author = {Curie, Marie}, year = 1898, award = {Prize}}
@article{curie1903, title = {On Polonium}, author = {Curie, Marie}, year = 1903}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, PROFILE)
    (tmp_path / "refs.bib").write_text(BIB)
    return tmp_path


def write(folder: Path, profile: dict[str, Any]) -> None:
    (folder / "profile.json").write_text(json.dumps(profile))


def titles(rendering: cvpress.Rendering) -> list[str]:
    return [entry.title.plain for section in rendering.view.sections for entry in section.entries]


def test_its_entries_stand_behind_the_own_publications_the_latest_first(folder: Path) -> None:
    profile = {**PROFILE, "publications": [{"name": "An essay", "releaseDate": "1890"}]}
    assert titles(prepared(profile, folder)) == ["An essay", "On Polonium", "On Radium"]


@pytest.mark.parametrize("key", ["key", "id"])
def test_a_publication_of_the_same_key_is_joined_and_wins(folder: Path, key: str) -> None:
    own = {key: "curie1898", "award": "Gold", "links": [{"label": "Talk", "url": "https://example.org"}]}
    first, second = prepared({**PROFILE, "publications": [own]}, folder).view.sections[0].entries
    assert (first.title.plain, first.note.plain, first.links[0].label) == ("On Radium", "Gold", "Talk")
    assert second.title.plain == "On Polonium"


@pytest.mark.parametrize("citations", ["theme", "ieee"])
def test_a_private_publication_hides_its_entry(folder: Path, citations: str) -> None:
    research = [{"name": "Rays", "publications": ["curie1898", "curie1903"]}]
    hidden = {"key": "curie1898", "visibility": "private"}
    profile = {**PROFILE, "publications": [hidden], "research": research}
    rendering = prepared(profile, folder, options={"citations": citations})
    for output in (rendering.html(), pdf_contents(rendering.pdf()), repr(rendering.view)):
        assert "polonium" in output.lower()
        assert "radium" not in output.lower()
        assert "1898" not in output


@pytest.mark.parametrize(
    "own",
    [
        {"key": "Curie1898"},
        {"key": " curie1898"},
        {"id": "CURIE1898"},
        {"id": "curie1898", "key": "other"},
        {"key": "Becquerel"},
        {"key": "other", "id": "rays1"},
        {"name": "On radium."},
    ],
    ids=str,
)
def test_a_private_mark_finds_its_entry_as_bibtex_does(folder: Path, own: dict[str, str]) -> None:
    (folder / "refs.bib").write_text(BIB.replace("year = 1898", "year = 1898, ids = {becquerel, rays1 }"))
    assert titles(prepared({**PROFILE, "publications": [{**own, "visibility": "private"}]}, folder)) == ["On Polonium"]


def test_a_private_mark_hides_all_that_it_may_mean_whatever_else_is_said_of_it(folder: Path) -> None:
    (folder / "refs.bib").write_text(BIB.replace("curie1903", "CURIE1898"))
    own = [{"key": "curie1898", "name": "A talk"}, {"key": "Curie1898", "visibility": "private"}]
    assert titles(prepared({**PROFILE, "publications": own}, folder)) == ["A talk"]
    own = [{"key": "CURIE1898", "award": "Prize"}]
    assert titles(prepared({**PROFILE, "publications": own}, folder)) == ["On Polonium", "On Radium"]


def test_a_private_mark_that_hides_nothing_is_an_error(folder: Path) -> None:
    own = [{"key": "curie1899", "visibility": "private"}, {"key": "Curie1904"}]
    write(folder, {**PROFILE, "publications": own})
    first, second = cvpress.validate(folder / "profile.json")
    assert (first.code, first.severity, first.hint) == (
        "B109",
        cvpress.Severity.ERROR,
        "did you mean `curie1898`?",
    )
    assert (second.code, second.severity, second.hint) == (
        "B109",
        cvpress.Severity.WARNING,
        "did you mean `curie1903`?",
    )


def test_references_may_be_citation_keys(folder: Path) -> None:
    research = [{"name": "Rays", "publications": ["curie1898", "curie1899"]}]
    write(folder, {**PROFILE, "research": research})
    (found,) = cvpress.validate(folder / "profile.json")
    assert (found.code, found.hint) == ("C102", "did you mean `curie1898`?")


def test_validate_reports_it_as_a_file_of_its_own(run_cli: RunCli, folder: Path) -> None:
    (folder / "refs.bib").write_text("@misc{a, title = {A}\n@misc{b, title = {B}}\n")
    run = run_cli("validate", "profile.json", cwd=folder)
    assert run.returncode == 1
    assert "refs.bib:1:1" in run.stdout
    assert "@misc{a, title = {A}" in run.stdout, "the code frame"
    report = json.loads(run_cli("validate", "--format", "json", "profile.json", cwd=folder).stdout)
    assert "refs.bib" in json.dumps(report)


def test_one_bibliography_of_many_profiles_is_reported_once(run_cli: RunCli, folder: Path) -> None:
    (folder / "cv.json").write_text(json.dumps(PROFILE))
    (folder / "refs.bib").write_text("@misc{a, year = 1898}")
    run = run_cli("validate", "--format", "concise", "profile.json", "cv.json", cwd=folder)
    assert run.stdout.count("B103") == 1


def test_settings_count_for_it(run_cli: RunCli, folder: Path) -> None:
    (folder / "refs.bib").write_text("@misc{a, year = 1898}")
    assert "B103" not in run_cli("validate", "--ignore", "B103", "profile.json", cwd=folder).stdout
    assert run_cli("validate", "--error", "B", "profile.json", cwd=folder).returncode == 1


def test_render_stops_on_its_errors(run_cli: RunCli, folder: Path) -> None:
    (folder / "refs.bib").write_text("@misc{a, title = {A}")
    run = run_cli("render", "--to", "html", "profile.json", cwd=folder)
    assert run.returncode == 1
    assert "refs.bib:1:1: error[B101]" in run.stderr
    assert not (folder / "profile.html").exists()


def test_fix_leaves_it_alone(run_cli: RunCli, folder: Path) -> None:
    (folder / "refs.bib").write_text(BIB + "@misc{a, year = 1898}")
    before = (folder / "refs.bib").read_bytes()
    write(folder, {**PROFILE, "publications": [{"naem": "An essay"}]})
    run = run_cli("validate", "--fix", "--unsafe-fixes", "profile.json", cwd=folder)
    assert (run.returncode, (folder / "refs.bib").read_bytes()) == (0, before)
    assert "B103" in run.stdout + run.stderr


def test_a_link_does_not_lead_out_of_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.bib"
    secret.write_text("@misc{secret, title = {Secret}}")
    (folder / "refs.bib").unlink()
    os.symlink(secret, folder / "refs.bib")
    (found,) = cvpress.validate(folder / "profile.json")
    assert (found.code, found.pointer) == ("B104", ("bibliography",))


def test_one_that_is_too_large_is_not_read(folder: Path) -> None:
    (folder / "refs.bib").write_bytes(b" " * (2 * 2**20 + 1))
    assert [found.code for found in cvpress.validate(folder / "profile.json")] == ["B104"]


def test_a_profile_without_one_imports_nothing_for_it(folder: Path) -> None:
    write(folder, {"basics": PROFILE["basics"]})
    script = (
        "import sys, cvpress; cvpress.validate('profile.json');"
        "print([name for name in sys.modules if 'readers' in name or 'bibliograph' in name or name == 'citeproc'])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("citations", ["theme", "apa", "ieee", "chicago"])
@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        ("list", []),
        ("by-year", ["Forthcoming", *map(str, range(2025, 2008, -1))]),
        (
            "by-type",
            "Journal articles/Conference papers/Books/Book chapters/Preprints/Theses/Reports/Software/Data sets/"
            "Other publications".split("/"),
        ),
    ],
)
def test_a_professors_list(citations: str, grouping: str, groups: list[str]) -> None:
    options = {"citations": citations, "publications": grouping}
    rendering = cvpress.prepare(HERE / "professor.yaml", options=options)
    (section,) = (section for section in rendering.view.sections if section.name == "publications")
    assert [group.title for group in section.groups] == groups
    assert len(section.entries) == 24
    assert [entry for group in section.groups for entry in group.entries] == list(section.entries if groups else ())
    html = rendering.html()
    assert html.count('class="self"') == 24
    assert "Code</a>" in html
    assert "Oral (top 2" in html
    assert "A secret" not in html
    assert Page(html)
    if citations == "ieee":
        assert [entry.reference.label for entry in section.entries if entry.reference] == [
            f"[{number}]" for number in range(1, 25)
        ]
