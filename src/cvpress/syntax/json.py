"""JSON (RFC 8259) → Document: the standard library reads it, our own scanner explains it.

The quick way is one pass of the C decoder with hooks that give up at whatever is not plain;
only then is the text read again, with positions, to say all that is wrong.
"""

from __future__ import annotations

import math
import re
from json import JSONDecoder
from sys import float_info
from typing import TYPE_CHECKING, Any

from cvpress.syntax import limits
from cvpress.syntax.document import Document, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.diagnostics import Pointer
    from cvpress.syntax.document import Fault

__all__ = ["read"]


def read(text: str, name: str, *, plain: bool = False) -> Document:
    """Read a JSON text.

    Args:
        text: what stands in the file, without a byte order mark.
        name: what the user calls the file.
        plain: take any JSON value, not only a profile.

    Returns:
        A document. Of duplicate keys the last one counts; a number that cannot be held stays
        the text that was written (in plain data it is the largest that can be); half a
        surrogate pair becomes U+FFFD. Each is a fault.
    """
    brackets = text.count("[") + text.count("{")
    # A value and its comma are two characters at least, so that most texts need no second count.
    if len(text) > 2 * limits.VALUES and text.count(",") + brackets > limits.VALUES:
        return _read_slowly(text, name, plain=plain)
    try:
        data = _STRICT.decode(text)
    except (ValueError, RecursionError):
        return _read_slowly(text, name, plain=plain)
    # Counting brackets is quicker than walking the data, and enough for most profiles.
    if brackets > limits.DEPTH and _is_too_deep(data):
        return _read_slowly(text, name, plain=plain)
    if not (plain or isinstance(data, dict)) or _holds_forbidden(text, data):
        return _read_slowly(text, name, plain=plain)
    return Document(name, text, data, places=_places)


class _NotPlain(ValueError):  # noqa: N818  never leaves this file
    """Something that the quick way leaves to the slow one."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _NotPlain
    return mapping


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise _NotPlain
    return number


def _bounded(written: str) -> int:
    if len(written) > limits.INTEGER_DIGITS:
        raise _NotPlain
    return int(written)


def _refuse(written: str) -> Any:
    raise _NotPlain(written)


def _finite_or_text(written: str) -> float | str:
    number = float(written)
    return number if math.isfinite(number) else written


def _integer_or_text(written: str) -> int | str:
    return int(written) if len(written.lstrip("-")) <= limits.INTEGER_DIGITS else written


def _clamped(written: str) -> float:
    return max(-float_info.max, min(float(written), float_info.max))


def _clamped_integer(written: str) -> float:
    return int(written) if len(written.lstrip("-")) <= limits.INTEGER_DIGITS else _clamped(written)


_STRICT = JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite, parse_int=_bounded)
_LENIENT = JSONDecoder(parse_constant=str, parse_float=_finite_or_text, parse_int=_integer_or_text)
_CLAMPED = JSONDecoder(parse_constant=str, parse_float=_clamped, parse_int=_clamped_integer)


_SUSPECT_ESCAPE = r"\\(?:[bf]|u(?:00[01]|[dD][89a-fA-F]|[fF]{3}[eEfF]))"
"""Escapes of control characters, surrogates, U+FFFE and U+FFFF; a file in ASCII is full of harmless ones."""


def _is_too_deep(data: Any) -> bool:
    from cvpress.syntax.faults import is_too_deep

    return is_too_deep(data)


def _holds_forbidden(text: str, data: Any) -> bool:
    # As characters.may_hold_forbidden, for JSON's few escapes and without importing anything.
    is_suspect = "\ufffe" in text or "\uffff" in text
    if not is_suspect and not ("\\" in text and re.search(_SUSPECT_ESCAPE, text)):
        return False
    from cvpress.syntax.characters import clean

    return bool(clean(data)[1])


def _read_slowly(text: str, name: str, *, plain: bool) -> Document:
    from cvpress.syntax import faults
    from cvpress.syntax.characters import FORBIDDEN, SURROGATES, character_faults, clean
    from cvpress.syntax.json_numbers import number_faults
    from cvpress.syntax.json_tree import parse
    from cvpress.syntax.tree import places

    if not text.strip(" \t\r\n"):
        return faults.broken(name, text, faults.empty(text))
    try:
        root, duplicates = parse(text)
    except faults.BrokenText as error:
        return faults.broken(name, text, error.fault)
    decoder, unwanted = (_CLAMPED, SURROGATES) if plain else (_LENIENT, FORBIDDEN)
    data, forbidden = clean(decoder.decode(text), unwanted)
    if not (plain or isinstance(data, dict)):
        return faults.broken(name, text, faults.not_mapping(data, root.value))
    where = places(root)
    found = [
        *faults.duplicate_keys(text, duplicates),
        *number_faults(text, where),
        *character_faults(forbidden, where),
    ]
    found.sort(key=lambda fault: fault.span)
    if plain:
        found = [fault if _is_no_json(text, fault) else faults.warning(fault) for fault in found]
    return Document(name, text, data, faults=faults.capped(found), places=_places)


def _is_no_json(text: str, fault: Fault) -> bool:
    """Whether a fault is NaN or an infinity, which many programs write and JSON does not have."""
    return text[fault.span.start : fault.span.end] in _NOT_JSON


_NOT_JSON = {"NaN", "Infinity", "-Infinity"}


def _places(text: str) -> Mapping[Pointer, Place]:
    from cvpress.syntax.json_tree import parse
    from cvpress.syntax.tree import places

    return places(parse(text)[0])
