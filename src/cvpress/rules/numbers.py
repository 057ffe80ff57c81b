"""A number or a truth value where a text is wanted: the advice of the rule T101, by what is written.

The data does not tell 1.3 from 1.30, nor 16 from 0x10, so the characters of the file are what is quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Advice, replace
from cvpress.values.formats import is_valid_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.schema import Violation

__all__ = ["quoted_number"]

_PLAIN: Final = re.compile(r"[\w.+-]+", re.ASCII)
"""How numbers and truth values are written; an alias or a tag of YAML is no number itself."""


def quoted_number(violation: Violation, source: str) -> Advice:
    """How to write a number so that it is a text.

    Args:
        violation: says that a text is wanted where there is a number, or true or false.
        source: how that is written in the file.
    """
    written = source if _PLAIN.fullmatch(source) else ""
    if "pattern" in violation.schema:
        return _date(written)
    if not written:
        return Advice("write it in quotes")
    if not is_valid_text(written, violation.schema):
        return Advice(_form(violation.schema))
    return Advice(f'write it in quotes: "{written}"', replace(written, safe=not isinstance(violation.value, bool)))


def _form(schema: Mapping[str, Any]) -> str:
    """What a schema that takes few texts only takes."""
    if "enum" in schema:
        return f"write {' or '.join(f'`{choice}`' for choice in schema['enum'])}"
    return "write `name@example.org`" if schema["format"] == "email" else "write a whole URL, `https://example.org`"


def _date(written: str) -> Advice:
    from cvpress.rules.loose_dates import DATE_FORMS, readings

    dates = readings(written)
    return Advice(f'write "{dates[0]}", in quotes', replace(dates[0])) if dates else Advice(DATE_FORMS)
