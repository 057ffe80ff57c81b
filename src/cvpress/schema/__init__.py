"""JSON Schemas: the format's own, JSON Resume's, and any other that a user names.

`builtin` has cvpress's own; `schema.Schema` judges; `explain` says why not; `files` finds
what the references of a user's schema lead to.
"""

from __future__ import annotations

from cvpress.schema.builtin import SchemaName, accepts, load_schema, schema_text, violations
from cvpress.schema.schema import Schema
from cvpress.schema.violation import Violation

__all__ = ["Schema", "SchemaName", "Violation", "accepts", "load_schema", "schema_text", "violations"]
