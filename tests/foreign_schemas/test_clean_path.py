"""Data that a schema takes is judged natively: nothing that explains is imported."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import json, sys
from cvpress.rules.by_schema import check_by_schema
from cvpress.rules.schema_file import schema_from
from cvpress.syntax import read
schema = schema_from(read(b'{"type": "object", "required": ["a"]}', "schema.json", plain=True))
assert check_by_schema(read(b'{"a": 1}', "data.json", plain=True), schema) == []
print(json.dumps([name for name in ("jsonschema", "referencing", "jsonschema_specifications") if name in sys.modules]))
"""


def test_clean_data_needs_no_explainer() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, timeout=60)
    assert json.loads(run.stdout) == []
