"""All required cases of the JSON-Schema-Test-Suite: the right verdict, and a place for every fault.

The suite is part of the source distribution of python-jsonschema on PyPI (its folder `json`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from cvpress.diagnostics import Severity
from cvpress.rules.by_schema import check_by_schema
from cvpress.rules.schema_file import schema_from
from cvpress.syntax import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Position
    from cvpress.schema import Schema

DIALECTS = {
    "draft4": "http://json-schema.org/draft-04/schema#",
    "draft6": "http://json-schema.org/draft-06/schema#",
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}
LEAST_CASES = {"draft4": 600, "draft6": 800, "draft7": 900, "draft2019-09": 1200, "draft2020-12": 1250}


class Case(NamedTuple):
    name: str
    schema: Any
    data: Any
    is_valid: bool


@pytest.fixture(scope="session")
def suite() -> Path:
    folder = os.environ.get("CVPRESS_SCHEMA_SUITE", "")
    if not folder:
        pytest.skip("CVPRESS_SCHEMA_SUITE does not say where the JSON-Schema-Test-Suite is (see .ci/run)")
    if not (Path(folder) / "tests/draft7").is_dir():
        pytest.fail(f"CVPRESS_SCHEMA_SUITE={folder} holds no suite")
    return Path(folder)


def required_cases(suite: Path, draft: str) -> Iterator[Case]:
    for path in sorted((suite / "tests" / draft).glob("*.json")):
        for group in json.loads(path.read_text(encoding="utf-8")):
            for test in group["tests"]:
                name = f"{path.stem}: {group['description']}: {test['description']}"
                yield Case(name, group["schema"], test["data"], test["valid"])


def make_schema(contents: Any, draft: str, suite: Path, home: Path) -> Schema:
    """As a user's file would be read; a schema that does not say its draft says it here."""
    if isinstance(contents, bool):
        contents = {"allOf": [contents]} if contents or draft != "draft4" else {"not": {}}
    contents = {"$schema": DIALECTS[draft], **contents}
    file = read(json.dumps(contents).encode(), str(home / "schema.json"), plain=True)
    return schema_from(file, {"http://localhost:1234": str(suite / "remotes")})


def is_inside(text: str, place: Position) -> bool:
    lines = text.split("\n")
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize("draft", DIALECTS)
def test_every_required_case(draft: str, suite: Path, tmp_path: Path) -> None:
    cases = list(required_cases(suite, draft))
    assert len(cases) >= LEAST_CASES[draft]
    wrong = []
    schemas: dict[str, Schema] = {}
    for case in cases:
        key = json.dumps(case.schema)
        if key not in schemas:
            schemas[key] = make_schema(case.schema, draft, suite, tmp_path)
        document = read(json.dumps(case.data, indent=1).encode(), "case.json", plain=True)
        found = check_by_schema(document, schemas[key])
        is_placed = all(is_inside(document.text, place) for finding in found for place in (finding.start, finding.end))
        if any(finding.severity is Severity.ERROR for finding in found) is case.is_valid or not is_placed:
            wrong.append((case.name, [finding.message for finding in found]))
    assert wrong == []


@pytest.mark.parametrize("syntax", ["json", "yaml"])
def test_every_fault_of_draft_7_is_in_words(syntax: str, suite: Path, tmp_path: Path) -> None:
    """None is left to the sentence for what cannot be explained; JSON is read as YAML, too."""
    for case in required_cases(suite, "draft7"):
        if not case.is_valid:
            document = read(json.dumps(case.data).encode(), f"case.{syntax}", plain=True)
            found = check_by_schema(document, make_schema(case.schema, "draft7", suite, tmp_path))
            assert found, case.name
            assert not any("what the schema asks for" in finding.message for finding in found), case.name
