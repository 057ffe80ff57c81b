"""The bibliography that a profile names: its .bib file is read, and its entries are taken in."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from cvpress.attachments.files import file_in
from cvpress.diagnostics import Finding, Severity
from cvpress.readers.bibtex import read_bibtex
from cvpress.rules.bibliography import BIBLIOGRAPHY_UNUSABLE, UNKNOWN_CITATION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.diagnostics import Diagnostic
    from cvpress.readers.bibtex import Bibliography
    from cvpress.syntax.document import Document

__all__ = ["read_bibliography_of", "with_publications"]

_MOST: Final = 2 * 1024 * 1024
"""Bytes of a .bib file; a thousand entries with their abstracts are about as large."""

_MOST_COMPARED, _LONGEST_COMPARED = 500, 80
"""Among more keys, or for a longer one, is not looked what was meant."""


def read_bibliography_of(document: Document, folder: str) -> tuple[Bibliography | None, tuple[Diagnostic, ...]]:
    """The bibliography of a profile that names one, and why there is none, or what looks in vain for an entry.

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
    bibliography = read_bibtex(source, os.path.join(os.path.dirname(document.name), name))
    return bibliography, () if bibliography.document.broken else tuple(_unknown_keys(document, bibliography))


def _unknown_keys(document: Document, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """Publications of a profile, whatever it looks like, that stand for an entry which there is not."""
    known = _keys_by_name(bibliography)
    publications = document.data.get("publications")
    for index, publication in enumerate(publications if isinstance(publications, list) else ()):
        if not isinstance(publication, dict) or any(_folded(name) in known for name in _names(publication)):
            continue
        is_private, field = publication.get("visibility") == "private", "key" if "key" in publication else "id"
        name, has_title = publication.get(field), bool(publication.get("name"))
        if not isinstance(name, str) or not name.strip() or (has_title and not (is_private and field == "key")):
            continue
        severity = Severity.ERROR if is_private and not has_title else Severity.WARNING
        finding = Finding(("publications", index, field), _unknown(name, is_private=is_private), _hint(name, known))
        yield document.diagnostic(UNKNOWN_CITATION_KEY.code, severity, finding)


def _unknown(name: str, *, is_private: bool) -> str:
    message = f"the bibliography has no entry `{name[:60]}`"
    return f"{message}, so the mark `private` keeps nothing back" if is_private else message


def _hint(name: str, known: Mapping[str, list[str]]) -> str:
    from cvpress.values.suggestions import nearest

    match = nearest(_folded(name), known) if len(known) <= _MOST_COMPARED and len(name) <= _LONGEST_COMPARED else ""
    return f"did you mean `{known[match][0]}`?" if match else "write the citation key of an entry of the .bib file"


def with_publications(data: dict[str, Any], bibliography: Bibliography) -> dict[str, Any]:
    """The data of a profile with the entries of its bibliography, the latest first, behind its own publications.

    One whose `key`, or else whose `id`, is a citation key is joined with that entry: what the
    profile says wins. A private one is joined with every entry that it may mean, also by its
    title, and before all others.
    """
    entries = {publication["key"]: publication for publication in bibliography.publications}
    known = _keys_by_name(bibliography)
    titled: dict[str, list[str]] = {}
    for key, entry in entries.items():
        titled.setdefault(_words(entry.get("name", "")), []).append(key)
    own = list(data.get("publications", ()))
    for index in sorted(range(len(own)), key=lambda index: own[index].get("visibility") != "private"):
        own[index] = _joined(own[index], entries, known, titled)
    return {**data, "publications": [*own, *sorted(entries.values(), key=_date, reverse=True)]}


def _folded(name: str) -> str:
    """A citation key as BibTeX compares it: without blanks around it, in any case."""
    return name.strip().casefold()


def _words(title: str) -> str:
    """A title as it is compared: its words in any case."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _names(publication: dict[str, Any]) -> Iterator[str]:
    names = (publication.get("key"), publication.get("id"))
    return (name for name in names if isinstance(name, str))


def _keys_by_name(bibliography: Bibliography) -> dict[str, list[str]]:
    """The citation keys of the entries that a name may mean, its own before those whose alias it is."""
    known: dict[str, list[str]] = {}
    for name, key in (*((key, key) for key in sorted(bibliography.keys)), *bibliography.aliases.items()):
        known.setdefault(_folded(name), []).append(key)
    return known


def _date(publication: dict[str, Any]) -> str:
    """A key by which what is not out yet is the latest, and what has no date the oldest."""
    return publication.get("releaseDate") or ("9" if publication.get("status") else "")


def _joined(
    publication: dict[str, Any],
    entries: dict[str, dict[str, Any]],
    known: Mapping[str, list[str]],
    titled: Mapping[str, list[str]],
) -> dict[str, Any]:
    """A publication with what its entry adds; the entry is taken out of `entries`."""
    meant = [key for name in _names(publication) for key in (name, *known.get(_folded(name), ())) if key in entries]
    is_private = publication.get("visibility") == "private"
    if is_private and (title := _words(publication.get("name", ""))):
        meant += [key for key in titled.get(title, ()) if key in entries]
    taken = [entries.pop(key) for key in dict.fromkeys(meant if is_private else meant[:1])]
    return {**(taken[0] if taken else {}), **publication}
