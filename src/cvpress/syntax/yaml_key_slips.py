"""Keys that YAML does not take for such, since another character than a colon or a blank stands by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cvpress.syntax.faults import shorten

if TYPE_CHECKING:
    from cvpress.syntax.document import Fault
    from cvpress.syntax.yaml_trouble import Trouble

__all__ = ["key_slip"]

_INDENTATION = re.compile("[ ]*+([\u00a0\u2000-\u200a\u202f\u205f\u3000]++)")
_SEPARATOR = re.compile("[ -]*+([\\w-]++)[ \t]*+([=\uff1a\ufe55\ufe13\u2236\ua789])[ \t]*+")


def key_slip(trouble: Trouble, start: int) -> Fault | None:
    """Say what is wrong with a line without a key; None if it is nothing of that kind.

    Args:
        trouble: what the parser says.
        start: where the line begins.
    """
    line = trouble.line(start)
    blanks = _INDENTATION.match(line)
    if blanks:
        message = f"the line is indented with U+{ord(blanks[1][0]):04X}, which YAML takes for text"
        return trouble.fault(message, "use plain blanks", start + blanks.start(1), start + blanks.end(1))
    found = _SEPARATOR.match(line)
    if not found:
        return None
    key, mark = found.groups()
    value = line[found.end() :].rstrip()
    hint = f"write `{shorten(f'{key}: {value}'.rstrip())}`"
    message = f"the colon `{mark}` is another character than `:`"
    if mark == "=":
        message = "a `=` stands between key and value"
    return trouble.fault(message, hint, start + found.start(2), start + found.end(2))
