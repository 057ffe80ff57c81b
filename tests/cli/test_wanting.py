"""Which document of a profile a finished file is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from outputs import ROOT

from cvpress.checking.artefact import Artefact, Metadata
from cvpress.cli.selecting import Wishes
from cvpress.cli.wanting import WantedBy, Wants
from cvpress.errors import ThemeError, UsageError
from cvpress.policy.settings import DEFAULT

if TYPE_CHECKING:
    from pathlib import Path

NO_WISHES = Wishes("", (), (), None, False, "")
NONE = Wants(NO_WISHES, "", "", "", "", (), "", private=False)
MARIE = NONE._replace(profile=str(ROOT / "profiles/marie-curie/profile.yaml"))


def artefact(title: str = "", language: str = "en") -> Artefact:
    return Artefact(name="cv.pdf", kind="pdf", size=1, metadata=Metadata(title, language=language))


def test_nothing_is_wanted_without_a_profile() -> None:
    assert WantedBy(NONE, DEFAULT).of(artefact()) is None
    with pytest.raises(UsageError):
        WantedBy(NONE._replace(private=True), DEFAULT)


@pytest.mark.parametrize(
    ("title", "language", "changes", "sections", "holds"),
    [
        ("a CV", "en", {}, "Experience", "Physicist and chemist"),
        ("Marie Skłodowska Curie – Interview stories", "en", {}, "", "Which project are you proudest of?"),
        ("a CV", "de-DE", {}, "Berufserfahrung", "Physikerin und Chemikerin"),
        ("a CV", "xx", {}, "Experience", "Physicist and chemist"),
        ("a CV", "en", {"locale": "de"}, "Berufserfahrung", "Physikerin und Chemikerin"),
        ("a CV", "en", {"document": "letter"}, "", "Candidature for the vacant seat"),
    ],
)
def test_the_document_is_that_of_the_title(
    title: str, language: str, changes: dict[str, str], sections: str, holds: str
) -> None:
    wanted = WantedBy(MARIE._replace(**changes), DEFAULT).of(artefact(title, language))
    assert wanted is not None
    assert "".join(wanted.sections[:1]) == sections
    assert holds in wanted.texts


def test_a_theme_without_letters_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('name = "mine"\napi = 1\ndocuments = ["cv"]\n')
    wanted = WantedBy(MARIE._replace(theme=str(tmp_path)), DEFAULT).of(artefact("a CV"))
    assert wanted is not None
    assert wanted.sections[0] == "Experience"
    with pytest.raises(ThemeError):
        WantedBy(MARIE._replace(theme=str(tmp_path), document="letter"), DEFAULT).of(artefact())
