"""Family J, first half: schemas that cannot be judged by. `schema_file` finds these."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["DEAD_SCHEMA_REFERENCE", "NOT_A_SCHEMA", "SCHEMA_FILE_RULES"]

NOT_A_SCHEMA = documented(
    "J101",
    "not-a-schema",
    Severity.ERROR,
    """The file that is named as a schema is none.

    A schema that says what no program understands judges nothing: what is written in
    it is held against the specification before anything is held against it.

    Example: `"type": "text"`

    Use instead: `"type": "string"`
    """,
)

DEAD_SCHEMA_REFERENCE = documented(
    "J102",
    "dead-schema-reference",
    Severity.ERROR,
    """A reference in a schema leads to nothing that can be read.

    cvpress reads schemas from the folder of the schema that is named, and from those
    that `--schema-map` names, and fetches nothing from a network: a file that is
    judged today is judged tomorrow by the same rules.

    Example: `"$ref": "https://example.org/schemas/person.json"`

    Use instead: a file beside the schema, or `--schema-map https://example.org/schemas=FOLDER`
    """,
)

SCHEMA_FILE_RULES = (NOT_A_SCHEMA, DEAD_SCHEMA_REFERENCE)
"""What is wrong with schemas themselves, by code."""
