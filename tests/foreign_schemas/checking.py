"""Holds plain data against a schema as the program does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cvpress.rules.by_schema import check_by_schema
from cvpress.rules.schema_file import schema_from
from cvpress.syntax import read

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic

DRAFT_4 = "http://json-schema.org/draft-04/schema#"
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def findings(schema: Any, data: Any) -> list[Diagnostic]:
    """What is said of data, or of the text of a YAML file."""
    source, name = (data, "data.yaml") if isinstance(data, bytes) else (json.dumps(data).encode(), "data.json")
    file = read(json.dumps(schema).encode(), "schema.json", plain=True)
    return check_by_schema(read(source, name, plain=True), schema_from(file))
