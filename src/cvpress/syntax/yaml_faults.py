"""What YAML can say and JSON cannot (S107), and where aliases lead to nothing good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cvpress.syntax.document import Fault
from cvpress.syntax.yaml_parser import span_of

if TYPE_CHECKING:
    from cvpress.diagnostics import Pointer

__all__ = [
    "MAPPING_TAGS",
    "ODD_BLANKS",
    "SCALAR_TAGS",
    "SEQUENCE_TAGS",
    "alias_as_key",
    "complex_key",
    "merge_key",
    "odd_indentation",
    "second_document",
    "tag",
    "unfitting_tag",
    "unknown_alias",
    "value_in_itself",
]

_CORE = "tag:yaml.org,2002:"
SCALAR_TAGS = frozenset({"!", *(f"{_CORE}{kind}" for kind in ("str", "null", "bool", "int", "float"))})
SEQUENCE_TAGS = frozenset({"!", f"{_CORE}seq"})
MAPPING_TAGS = frozenset({"!", f"{_CORE}map"})
ODD_BLANKS = frozenset("\u00a0\u2002\u2003\u2009\u202f\u3000")
"""Blanks that indent nothing in YAML: a key begins with them."""


def tag(event: Any, pointer: Pointer) -> Fault:
    """A tag outside the core schema, or a core tag on another kind of value."""
    if event.tag in SCALAR_TAGS | SEQUENCE_TAGS | MAPPING_TAGS:
        return unfitting_tag(event, pointer)
    message = f"the tag `{_written(event)}` means nothing here"
    return _fault("S107", message, "remove the tag", event, pointer)


def unfitting_tag(event: Any, pointer: Pointer) -> Fault:
    """A core tag on a value that is not of its kind."""
    message = f"the value is not what its tag `{_written(event)}` says"
    return _fault("S107", message, "remove the tag, or correct the value", event, pointer)


def merge_key(event: Any, pointer: Pointer) -> Fault:
    """`<<`, which YAML 1.2 has no longer."""
    message = "YAML 1.2 has no merge key `<<`"
    return _fault("S107", message, "write the merged keys out here", event, pointer)


def odd_indentation(event: Any, pointer: Pointer) -> Fault:
    """A key that begins with a blank which YAML takes for text."""
    message = f"the line is indented with U+{ord(event.value[0]):04X}, which YAML takes for text"
    return _fault("S102", message, "use plain blanks", event, pointer)


def complex_key(event: Any, pointer: Pointer) -> Fault:
    """A list or a mapping as a key; most often a text that begins with a bracket."""
    hint = "if the bracket belongs to a text, put the text in quotes"
    return _fault("S107", "a key cannot be a list or a mapping", hint, event, pointer)


def alias_as_key(event: Any, pointer: Pointer) -> Fault:
    """An alias as a key."""
    return _fault("S107", f"the key is the alias `*{event.anchor}`", "write the key itself", event, pointer)


def second_document(event: Any) -> Fault:
    """More than one document in a file."""
    hint = "keep one document in a file, and remove the line `---` before the second"
    return _fault("S107", "a second YAML document begins here", hint, event, ())


def unknown_alias(event: Any, pointer: Pointer) -> Fault:
    """An alias without an anchor before it; often a text that begins with an asterisk."""
    hint = f"put `&{event.anchor}` before the value that is meant, or the text in quotes if it is one"
    return _fault("S102", f"the alias `*{event.anchor}` stands for nothing", hint, event, pointer)


def value_in_itself(event: Any, pointer: Pointer) -> Fault:
    """An alias inside the value that it stands for."""
    return _fault("S107", f"the alias `*{event.anchor}` puts a value into itself", "remove the alias", event, pointer)


def _fault(code: str, message: str, hint: str, event: Any, pointer: Pointer) -> Fault:
    return Fault(code, message, hint, span_of(event), pointer)


def _written(event: Any) -> str:
    written: str = event.tag
    return "!!" + written.removeprefix(_CORE) if written.startswith(_CORE) else written
