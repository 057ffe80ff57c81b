"""The bibliography that a profile names: its .bib file is read, and its entries are taken in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from cvpress.attachments.files import file_in
from cvpress.diagnostics import Finding
from cvpress.readers.bibtex import read_bibtex
from cvpress.rules.bibliography import BIBLIOGRAPHY_UNUSABLE

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic
    from cvpress.readers.bibtex import Bibliography
    from cvpress.syntax.document import Document

__all__ = ["read_bibliography_of", "with_publications"]

_MOST: Final = 2 * 1024 * 1024
"""Bytes of a .bib file; a thousand entries with their abstracts are about as large."""


def read_bibliography_of(document: Document, folder: str) -> tuple[Bibliography | None, tuple[Diagnostic, ...]]:
    """The bibliography of a profile that names one, or a diagnostic that says why there is none.

    Args:
        document: a profile whose `bibliography` is a text.
        folder: where the file has to be.
    """
    name = document.data["bibliography"]
    try:
        source = file_in(folder, name, _MOST)
    except ValueError as error:
        message = f"the bibliography cannot be read: {error}"
        hint = "put a .bib file beside the profile, and write its name"
        return None, (BIBLIOGRAPHY_UNUSABLE.report(document, Finding(("bibliography",), message, hint)),)
    return read_bibtex(source, os.path.join(os.path.dirname(document.name), name)), ()


def with_publications(data: dict[str, Any], bibliography: Bibliography) -> dict[str, Any]:
    """The data of a profile with the entries of its bibliography, the latest first, behind its own publications.

    One whose `key`, or else whose `id`, is a citation key is joined with that entry: what the
    profile says wins.
    """
    entries = {publication["key"]: publication for publication in bibliography.publications}
    own = [_joined(publication, entries) for publication in data.get("publications", ())]
    return {**data, "publications": [*own, *sorted(entries.values(), key=_date, reverse=True)]}


def _date(publication: dict[str, Any]) -> str:
    """A key by which what is not out yet is the latest, and what has no date the oldest."""
    return publication.get("releaseDate") or ("9" if publication.get("status") else "")


def _joined(publication: dict[str, Any], entries: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A publication with what its entry adds; the entry is taken out of `entries`."""
    key = publication.get("key") or publication.get("id", "")
    return {**entries.pop(key, {}), **publication}
