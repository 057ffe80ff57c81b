"""Words with full stops between them: whether somebody means an address of the web."""

from __future__ import annotations

from typing import Final

__all__ = ["looks_like_a_host"]

_GENERIC: Final = frozenset(
    "com org net edu gov mil int info biz name pro museum dev app page blog online site website tech cloud science "
    "university institute college work works studio design digital agency software systems solutions space world earth "
    "social community foundation academy press media art xyz top club shop store email network health care".split()
)
"""The domains without a country that addresses of people are under."""

_LIKE_FILES: Final = frozenset("ai cc ml pl ps py rs sh so md".split())
"""Domains of countries that names of files and programs end in as well: "setup.py"."""


def looks_like_a_host(name: str) -> bool:
    """Whether words with full stops between them are an address: "ASP.NET", "setup.py", "marie.curie" are none."""
    domain = name.rpartition(".")[2]
    is_country = len(domain) == 2 and domain not in _LIKE_FILES
    return name == name.lower() and (is_country or domain in _GENERIC or not domain.isascii())
