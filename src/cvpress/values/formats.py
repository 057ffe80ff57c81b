"""The two string formats of JSON Resume, judged as its own package judges them.

The official validator (npm `@jsonresume/schema`) hands its schema to the npm package
`jsonschema`, which asks of a `uri` no more than a scheme and no white space, and of an
`email` a dot-atom before the @ and a host name (or an address literal) behind it. Other validators are stricter or
laxer; a profile must not change its verdict with the tool, so cvpress asks the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "FORMATS",
    "LINK_SCHEMES",
    "LINK_URL_PATTERN",
    "STRICT_EMAIL_PATTERN",
    "is_email",
    "is_link_url",
    "is_uri",
    "is_valid_text",
    "url_scheme",
]

LINK_SCHEMES: Final = ("http", "https", "mailto", "tel")
"""The schemes that a link in an output may have."""

_NOT_IN_LINK = r"\s\u0000-\u001f\u007f-\u009f\ufeff"  # written out where Python's \s is not ECMA-262's

LINK_URL_PATTERN: Final = (
    rf"^([hH][tT][tT][pP][sS]?://[^{_NOT_IN_LINK}/]|[mM][aA][iI][lL][tT][oO]:[^{_NOT_IN_LINK}]"
    rf"|[tT][eE][lL]:[^{_NOT_IN_LINK}])[^{_NOT_IN_LINK}]*$"
)
"""A URL that may become a link: an allowed scheme, and something after it."""

STRICT_EMAIL_PATTERN: Final = (
    r"^[A-Za-z0-9_+\-]+(\.[A-Za-z0-9_+\-]+)*@([a-z0-9]([a-z0-9\-]{0,40}[a-z0-9])?\.)+[a-z]{2,24}$"
)
"""A mail address beyond doubt; one that does not match may still be good (see `is_email`)."""

_SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"  # ECMA-262's \s
_URI = rf"([a-zA-Z][a-zA-Z0-9+.\-]*):[^{_SPACE}]*\Z"

_ATEXT = r"[A-Za-z0-9_!#$%&'*+\-/=?^`{|}~]"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-](?!\.)){0,61}[A-Za-z0-9]?"
_LAST_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-](?!\Z)){0,61}[A-Za-z0-9]?"
_OCTET = r"(?:[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5])"
_EMAIL = rf"(?:{_ATEXT}+\.)*{_ATEXT}+@(?:(?:{_LABEL}\.)+{_LAST_LABEL}|\[(?:{_OCTET}\.){{3}}{_OCTET}\])\Z"


def is_uri(text: str) -> bool:
    """Whether `text` has a scheme and no white space."""
    return re.match(_URI, text) is not None


def is_email(text: str) -> bool:
    """Whether `text` is a mail address."""
    return re.match(_EMAIL, text) is not None


def is_link_url(text: str) -> bool:
    """Whether `text` may become a link in an output."""
    return re.match(LINK_URL_PATTERN.replace("$", r"\Z"), text) is not None


def url_scheme(text: str) -> str:
    """The scheme of a URL in lower case, or an empty string."""
    match = re.match(_URI, text.strip())
    return match.group(1).lower() if match else ""


FORMATS: Final = {"uri": is_uri, "email": is_email}
"""The formats of the schemas, with the function that judges each."""


def is_valid_text(text: str, schema: Mapping[str, Any]) -> bool:
    """Whether a schema for texts, one without a pattern, takes a text."""
    is_well_formed = FORMATS.get(schema.get("format", ""))
    return text in schema.get("enum", (text,)) and (is_well_formed is None or is_well_formed(text))
