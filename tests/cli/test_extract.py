"""cvpress extract: the way back from a PDF, also from a hostile one."""

from __future__ import annotations

import json
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from click.testing import CliRunner, Result
from outputs import ROOT
from PIL import Image

from cvpress.cli import cli
from cvpress.values.sources import description

if TYPE_CHECKING:
    from collections.abc import Iterator

PROFILE = {"basics": {"name": "Ada", "email": "ada@example.org"}, "skills": [{"name": "Zq"}]}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    """A run of cvpress."""
    return CliRunner().invoke(cli, arguments)


def there_and_back(*arguments: str, more: str = "") -> tuple[bytes, bytes]:
    """A PDF, and the one that the printed command makes of what is in it."""
    assert run("render", *arguments, "-o", "a.pdf").exit_code == 0
    extracted = run("extract", "a.pdf", "-o", "out")
    assert extracted.exit_code == 0, extracted.output
    command = extracted.output.split("cvpress render ")[1].splitlines()[0].replace("PATH", more)
    assert run("render", *command.split(), "-o", "b.pdf").exit_code == 0
    return Path("a.pdf").read_bytes(), Path("b.pdf").read_bytes()


def example(name: str) -> str:
    """The path of an example profile."""
    (path,) = ROOT.glob(f"profiles/{name}/profile.*")
    return str(path)


FEW = [
    ("summer-school-applicant", "--document", "letter,cv", "--merge"),
]
MANY = [
    (name, *arguments)
    for name in ("marie-curie", "robust-ml-phd", "genomics-student", "data-scientist", "summer-school-applicant")
    for arguments in (
        ("--document", "cv"),
        ("--document", "cv", "--locale", "de", "--theme", "sidebar", "--set", "theme.accent=#7a1f3d"),
        ("--document", "all", "--merge"),
        ("--fit", "1"),
    )
] + [
    ("marie-curie", "--document", "all", "--merge", "--locale", "de"),
    ("marie-curie", "--variant", "short"),
    ("marie-curie", "--variant", "teaching"),
    ("marie-curie", "--variant", "academy", "--document", "letter"),
    ("marie-curie", "--tag", "research", "--without", "war"),
    ("marie-curie", "--document", "stories"),
    ("marie-curie", "--set", "theme.citations=chicago", "--set", "basics.label=Zq"),
]


@pytest.mark.parametrize("arguments", [*FEW, *(pytest.param(case, marks=pytest.mark.matrix) for case in MANY)])
def test_what_is_extracted_makes_the_same_bytes(arguments: tuple[str, ...]) -> None:
    name, *others = arguments
    before, after = there_and_back(example(name), *others)
    assert before == after


def photograph() -> bytes:
    """A photo with notes of the camera."""
    buffer = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Zq at home"
    Image.effect_noise((900, 1200), 60).convert("RGB").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def test_pictures_and_a_theme_by_its_path() -> None:
    Path("a b").mkdir()
    Path("a b/me.jpg").write_bytes(photograph())
    Path("a b/me.json").write_text(json.dumps({**PROFILE, "basics": {**PROFILE["basics"], "image": "me.jpg"}}))  # type: ignore[dict-item]
    theme = str(ROOT / "themes/formal")
    before, after = there_and_back("a b/me.json", "--theme", theme, "--set", "theme.page=letter", more=theme)
    assert before == after
    assert Path("out/photo.jpg").is_file()
    assert b"Zq at home" not in Path("out/photo.jpg").read_bytes()
    assert json.loads(Path("out/a.json").read_text())["meta"]["cvpress"] == {"options": {"page": "letter"}}


def test_no_source() -> None:
    assert run("render", example("data-scientist"), "--no-source", "-o", "a.pdf").exit_code == 0
    result = run("extract", "a.pdf")
    assert result.exit_code == 2
    assert "there is no profile in a.pdf" in result.output
    assert "--no-source" in result.output


# ---- PDFs that cvpress did not make ----


def pdf_with(*files: dict[str, Any], **saved: Any) -> bytes:
    """A PDF with associated files: `name`, `data`, and what else is to be otherwise."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    entries = []
    for file in files:
        stream = pdf.make_stream(file["data"], **file.get("stream", {}))
        entries.append(
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Filespec,
                    UF=file["name"],
                    F=file["name"],
                    Desc=file.get("description", description("cv")),
                    AFRelationship=pikepdf.Name(file.get("relationship", "/Source")),
                    EF=pikepdf.Dictionary(F=stream),
                )
            )
        )
    pdf.Root.AF = pikepdf.Array(entries)
    buffer = BytesIO()
    pdf.save(buffer, compress_streams=False, **saved)
    return buffer.getvalue()


GOOD = {"name": "profile.json", "data": json.dumps(PROFILE).encode()}


def bomb(size: int) -> bytes:
    """So many bytes of nothing, deflated."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join([*(packer.compress(block) for _ in range(size >> 20)), packer.flush()])


def refused() -> Iterator[Any]:
    """PDFs of which nothing is taken, and what is said."""
    flate = {"Filter": pikepdf.Name.FlateDecode}
    yield pytest.param(lambda: b"name: Ada\n", "is no PDF", id="no PDF")
    yield pytest.param(lambda: b"", "is no PDF", id="empty")
    yield pytest.param(lambda: b"%PDF-1.7\nbroken", "is broken", id="broken")
    yield pytest.param(lambda: pdf_with(GOOD)[:-300], "is broken", id="cut off")
    yield pytest.param(pdf_with, "there is no profile", id="without files")
    locked = pikepdf.Encryption(owner="a", user="b")
    yield pytest.param(lambda: pdf_with(GOOD, encryption=locked), "is encrypted", id="encrypted")
    yield pytest.param(lambda: pdf_with({**GOOD, "description": "Invoice"}), "there is no profile", id="another's")
    yield pytest.param(lambda: pdf_with({**GOOD, "relationship": "/Data"}), "there is no profile", id="beside it")
    yield pytest.param(lambda: pdf_with({**GOOD, "data": b"[1"}), "is no profile", id="no JSON")
    yield pytest.param(lambda: pdf_with({**GOOD, "data": b'{"work": 1}'}), "is no profile", id="no profile")
    yield pytest.param(lambda: pdf_with({**GOOD, "data": b"[" * 10**6}), "is no profile", id="deep")
    packed = {**GOOD, "data": bomb(1 << 28), "stream": flate}
    yield pytest.param(lambda: pdf_with(packed), "is larger than 10 MiB", id="a bomb")
    twice = {**GOOD, "stream": {"Filter": pikepdf.Array([pikepdf.Name.FlateDecode] * 2)}}
    yield pytest.param(lambda: pdf_with(twice), "is packed as", id="packed twice")
    lying = {**GOOD, "stream": flate}
    yield pytest.param(lambda: pdf_with(lying), "is broken", id="not packed at all")
    picture = {"name": "photo.jpg", "data": photograph(), "relationship": "/Supplement"}
    yield pytest.param(lambda: pdf_with(GOOD, picture), "is no picture of cvpress's", id="a picture with notes")
    huge = {**picture, "data": bomb(1 << 25), "stream": flate}
    yield pytest.param(lambda: pdf_with(GOOD, huge), "is larger than 20 MiB", id="a bomb of a picture")


@pytest.mark.parametrize(("make", "message"), list(refused()))
def test_a_pdf_of_somebody_else(make: Any, message: str) -> None:
    Path("a.pdf").write_bytes(make())
    result = run("extract", "a.pdf", "-o", "out")
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert message in result.output
    assert not Path("out").exists()


NAMES = (
    "../up.json",
    "/etc/x.jpg",
    "..\\up.jpg",
    "NUL",
    "a\0b.jpg",
    "photo.jpg/../../x",
    "\x1b[31mphoto.jpg",
    "photo.jpg.exe",
)  # nothing is written there


def test_names_lead_nowhere(tmp_path: Path) -> None:
    others = [{"name": name, "data": b"x", "relationship": "/Supplement"} for name in NAMES]
    Path("a.pdf").write_bytes(pdf_with({**GOOD, "name": "../../profile.json"}, *others))
    assert run("extract", "a.pdf", "-o", "deep/er").exit_code == 0
    files = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert files == ["a.pdf", "deep/er/a.json"]


def test_ten_thousand_files() -> None:
    Path("a.pdf").write_bytes(pdf_with(GOOD, *({"name": "x", "data": b"x"} for _ in range(10_000))))
    result = run("extract", "a.pdf")
    assert "is no profile" in result.output  # each says that it is one; the first of these is looked at, and no more


# ---- Where it is written ----


@pytest.fixture
def pdf() -> str:
    Path("cv.pdf").write_bytes(pdf_with(GOOD))
    return "cv.pdf"


def test_places(pdf: str) -> None:
    assert run("extract", pdf).exit_code == 0
    assert run("extract", pdf, "-o", "x/me.json").exit_code == 0
    assert Path("cv.json").read_bytes() == Path("x/me.json").read_bytes() == GOOD["data"]
    assert run("extract", pdf, "-o", "me.yaml").exit_code == 2
    assert CliRunner().invoke(cli, ["extract", pdf, "-o", "-"]).stdout_bytes == GOOD["data"]


def test_nothing_is_written_over(pdf: str) -> None:
    Path("cv.json").write_text("mine")
    result = run("extract", pdf)
    assert (result.exit_code, Path("cv.json").read_text()) == (2, "mine")
    assert "--force" in result.output
    assert run("extract", pdf, "--force").exit_code == 0
    again = run("extract", pdf)
    assert (again.exit_code, "the same" in again.output) == (0, True)


def test_a_link_that_leads_nowhere_is_there_too(pdf: str) -> None:
    Path("cv.json").symlink_to("elsewhere.json")
    assert run("extract", pdf).exit_code == 2
    assert not Path("elsewhere.json").exists()


def test_the_settings_of_a_folder_do_not_hold(pdf: str) -> None:
    Path("cvpress.toml").write_text('theme = "academic"\n')
    assert "--isolated" in run("extract", pdf).output
