"""What a run imports: validating in CI, and asking for help, are to be quick."""

from __future__ import annotations

import json
import subprocess
import sys
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest
from handmade import pdf

if TYPE_CHECKING:
    from pathlib import Path

EXPLAINING = {"jsonschema", "difflib"}
RENDERING = {"pydantic", "jinja2", "markupsafe", "weasyprint", "markdown_it", "PIL", "fontTools"}
TESTING = {"babel", "hypothesis", "pytest"}
CHECKING = {"jsonschema_rs", "yaml", "tomllib"}
MATHEMATICS = {"latex2mathml", "ziamath"}
FINISHED = {"pikepdf", "pypdf", "pypdfium2", "pdfminer"}
HEAVY = EXPLAINING | RENDERING | TESTING | CHECKING | FINISHED

PROBE = """
import json, sys
imported_before = set(sys.modules)
{statements}
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - imported_before}})), file=sys.stderr)
"""
RUN = """
sys.argv = ["cvpress", *{args!r}]
from cvpress.__main__ import main
try:
    main()
except SystemExit as end:
    assert end.code in {{0, None}}, end.code
"""


def imported(statements: str) -> set[str]:
    """The packages that an interpreter has imported after some statements, outside a project with settings."""
    command = [sys.executable, "-c", PROBE.format(statements=statements)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=gettempdir())
    return set(json.loads(run.stderr.splitlines()[-1]))


def imported_by(*args: str | Path) -> set[str]:
    return imported(RUN.format(args=[str(arg) for arg in args]))


def test_cvpress_alone_imports_next_to_nothing() -> None:
    names = imported("import cvpress; cvpress.__version__, cvpress.__all__")
    assert "cvpress" in names
    assert names & (HEAVY | {"click", "re", "inspect", "dataclasses"}) == set()


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["validate", "--help"]])
def test_help_and_version(args: list[str]) -> None:
    names = imported_by(*args)
    assert "click" in names
    assert names & (HEAVY - ({"jsonschema_rs"} if len(args) > 1 else set())) == set()


@pytest.mark.parametrize(
    ("name", "text", "needed"),
    [
        ("good.json", '{"basics": {"name": "Marie Curie", "email": "marie@example.org"}}', set()),
        ("good.yaml", "basics:\n  name: Marie Curie\n  url: https://example.org\n", {"yaml"}),
        ("good.toml", '[basics]\nlabel = "Chemist"\n', {"tomllib"}),
    ],
)
def test_validating_a_good_profile(tmp_path: Path, name: str, text: str, needed: set[str]) -> None:
    (tmp_path / name).write_text(text)
    assert imported_by("validate", tmp_path / name) & HEAVY == {"jsonschema_rs", *needed}


def test_validating_the_showcase(root: Path) -> None:
    names = imported_by("validate", root / "profiles/marie-curie/profile.yaml")
    assert names & HEAVY == {"jsonschema_rs", "yaml", "tomllib"}, "its variants name options, which theme.toml knows"


def test_a_profile_with_warnings_only(tmp_path: Path) -> None:
    (tmp_path / "warning.json").write_text('{"basics": {"name": "Marie Curie", "shoeSize": [42]}}')
    names = imported_by("validate", tmp_path / "warning.json")
    assert names & (RENDERING | TESTING | {"jsonschema", "yaml"}) == set()


def test_a_profile_with_errors_imports_nothing_of_rendering(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"basics": {"name": "Marie Curie", "url": ""}}')
    names = imported(f"import cvpress; assert cvpress.validate({str(tmp_path / 'bad.json')!r})")
    assert "jsonschema" in names
    assert names & (RENDERING | TESTING | {"yaml"}) == set()


def test_validating_by_the_api(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text('{"basics": {"label": "Chemist"}}')
    names = imported(f"import cvpress; assert cvpress.validate({str(tmp_path / 'good.json')!r}) == []")
    assert names & (HEAVY | {"click"}) == {"jsonschema_rs"}


@pytest.mark.parametrize(
    ("summary", "checking", "rendering"),
    [
        ("Learning", set(), set()),
        ("Raised $5 million and $6 million", set(), set()),
        ("In $n^2$ steps", {"latex2mathml"}, MATHEMATICS),
    ],
)
def test_mathematics(tmp_path: Path, summary: str, checking: set[str], rendering: set[str]) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps({"basics": {"name": "Marie Curie", "email": "m@example.org", "summary": summary}}))
    assert imported_by("validate", path) & MATHEMATICS == checking
    assert imported_by("render", path, "--to", "html", "-o", tmp_path / "page.html") & MATHEMATICS == rendering


def test_stories_are_found_without_a_renderer(root: Path) -> None:
    profile = root / "profiles/data-scientist/profile.yaml"
    unneeded = {"jinja2", "weasyprint", "PIL", "fontTools"}
    finding = {"rapidfuzz", "snowballstemmer"}
    assert imported_by("stories", profile) & (unneeded | finding) == set()
    assert imported_by("stories", profile, "--for", "a conflict with a colleague") & (unneeded | finding) == finding


def test_a_cv_imports_no_other_document_and_cuts_no_face(root: Path, tmp_path: Path) -> None:
    profile = root / "profiles/marie-curie/profile.yaml"
    args = ["render", str(profile), "--to", "html", "-o", str(tmp_path / "cv.html")]
    unneeded = (
        "cvpress.views.letters.view",
        "cvpress.views.portfolio",
        "cvpress.views.stories.view",
        "cvpress.views.charts.chart",
        "uharfbuzz",
        "fontTools",
    )
    imported(f"{RUN.format(args=args)}\nassert set({unneeded!r}) & set(sys.modules) == set()")


def test_a_profile_without_bibliography_names_no_file(root: Path) -> None:
    run = RUN.format(args=["validate", str(root / "profiles/marie-curie/profile.yaml")])
    imported(f"{run}\nassert not [name for name in sys.modules if name.startswith('cvpress.attachments')]")


CHECKED = """
from cvpress.checking.files.opening import artefact_of
from cvpress.checking.run import check_artefact
check_artefact(artefact_of("cv.pdf", open({path!r}, "rb").read()))
"""


def test_checking_a_file_imports_no_renderer(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(pdf())
    # Extractors import the other three; the titles that parsers know are those of the catalogues.
    names = imported(CHECKED.format(path=str(path)))
    assert names & (HEAVY - {"PIL", "fontTools", "jsonschema_rs"}) == FINISHED | {"babel"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a new interpreter does it")
def test_the_command_leaves_that_to_another_process(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    names = imported_by("check", "--isolated", "--select", "P101", tmp_path / "cv.pdf")
    assert names & (HEAVY - {"jsonschema_rs"}) == set()


def test_asking_how_files_are_checked_takes_none_apart() -> None:
    assert imported_by("check", "--help") & HEAVY == set()
