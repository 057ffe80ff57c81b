"""The cases of the rules: `tests/rules/<CODE>-<name>/{good,bad}/`.

Those of family B are .bib files, which a profile is made for, or profiles that name one; a
`refs.bib` belongs to such profiles and is no case.
Those of family J have the schema that they are judged by in a `schema.json` beside these
folders, or are schemas themselves.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import cvpress

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FOLDER", "SCHEMA_FILE_CODES", "cases", "findings", "read_case"]

FOLDER = Path(__file__).parent / "rules"
SCHEMA_FILE_CODES = {"J101", "J102"}


def cases(kind: str, folder: str = "*") -> list[str]:
    """Paths relative to `FOLDER`.

    Args:
        kind: "good", "bad", or "*" for both.
        folder: that of one rule, or of all.
    """
    paths = sorted(
        path for path in FOLDER.glob(f"{folder}/{kind}/*") if path.suffix != ".expected" and path.name != "refs.bib"
    )
    return [path.relative_to(FOLDER).as_posix() for path in paths]


def read_case(case: str) -> cvpress.Document:
    path = FOLDER / case
    if path.suffix == ".bib":
        profile = {"basics": {"name": "Marie Curie", "email": "marie@example.org"}, "bibliography": path.name}
        return cvpress.loads(json.dumps(profile).encode(), "profile.json")
    return cvpress.loads(path.read_bytes(), path.name, plain=case.startswith("J"))


def findings(case: str) -> Sequence[cvpress.Diagnostic]:
    """All that is said of a case."""
    path = FOLDER / case
    code = case.partition("-")[0]
    if code in SCHEMA_FILE_CODES:
        return _findings_of_schema(path)
    if code.startswith("J"):
        schema = cvpress.load_schema(str(path.parents[1] / "schema.json"))
        return cvpress.Validator(schema=schema).check(read_case(case))
    if code.startswith("B"):
        return _findings_with_bibliography(path.parent, read_case(case))
    return cvpress.validate(read_case(case))


def _findings_with_bibliography(folder: Path, document: cvpress.Document) -> Sequence[cvpress.Diagnostic]:
    validator = cvpress.Validator(folder=str(folder))
    bibliography = validator.check_bibliography(document)
    return [*validator.check(document), *(bibliography.diagnostics if bibliography else ())]


def _findings_of_schema(path: Path) -> Sequence[cvpress.Diagnostic]:
    with contextlib.chdir(path.parent):
        try:
            cvpress.load_schema(path.name)
        except cvpress.InvalidSchema as error:
            return error.diagnostics
    return []
