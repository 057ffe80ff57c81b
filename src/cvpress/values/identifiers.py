"""DOIs and arXiv identifiers, without the addresses and labels that people put before them.

Sources: the DOI Handbook (doi.org), 2.6.1 and 3.8, for resolvers and `doi:`; arXiv's help on its
identifiers (info.arxiv.org/help/arxiv_identifier.html).
"""

from __future__ import annotations

import re
from typing import Final

from cvpress.values.formats import is_link_url

__all__ = ["arxiv_url", "bare_arxiv", "bare_doi", "doi_url"]

_BEFORE_DOI: Final = re.compile(r"^(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_BEFORE_ARXIV: Final = re.compile(
    r"^(?:(?:https?://)?(?:(?:www|export)\.)?arxiv\.org/(?:abs|pdf)/|arxiv:)\s*", re.IGNORECASE
)


def bare_doi(written: str) -> str:
    """A DOI without the resolver or the label before it: "10.1000/182"."""
    return _BEFORE_DOI.sub("", written.strip())


def doi_url(written: str) -> str:
    """Where a DOI leads, with or without its resolver; "" if an output can have no link to it."""
    return _url("https://doi.org/", bare_doi(written))


def bare_arxiv(written: str) -> str:
    """An arXiv identifier without the address or the label before it: "2309.10740"."""
    return re.sub(r"\.pdf$", "", _BEFORE_ARXIV.sub("", written.strip()), flags=re.IGNORECASE)


def arxiv_url(written: str) -> str:
    """Where an arXiv identifier leads; "" if an output can have no link to it."""
    return _url("https://arxiv.org/abs/", bare_arxiv(written))


def _url(resolver: str, identifier: str) -> str:
    url = f"{resolver}{identifier}"
    return url if identifier and is_link_url(url) else ""
