"""An entry of a .bib file → a publication in the keys of the format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.readers.bibtex_names import names
from cvpress.readers.latex import markdown, plain_text
from cvpress.values.dates import PartialDate
from cvpress.values.formats import is_link_url
from cvpress.values.identifiers import bare_arxiv, bare_doi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.readers.bibtex_scanner import Entry, Field
    from cvpress.syntax.document import Span

__all__ = ["ENTRY_TYPES", "Doubt", "publication"]

ENTRY_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("article", "suppperiodical"), "article"),
    **dict.fromkeys(("inproceedings", "conference", "proceedings", "mvproceedings"), "conference"),
    **dict.fromkeys(("book", "mvbook", "booklet", "collection", "mvcollection", "periodical", "reference"), "book"),
    **dict.fromkeys(("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"), "chapter"),
    "phdthesis": "PhD thesis",
    "mastersthesis": "master's thesis",
    "thesis": "thesis",
    **dict.fromkeys(("techreport", "report", "manual", "standard"), "report"),
    **dict.fromkeys(("unpublished", "preprint"), "preprint"),
    **dict.fromkeys(("software", "softwareversion"), "software"),
    **dict.fromkeys(("dataset", "data"), "dataset"),
    **dict.fromkeys(("misc", "online", "electronic", "www", "webpage", "patent", "audio", "video", "image"), "other"),
}
"""The types of BibTeX, biblatex and their widespread additions, and what the format calls them."""

_THESES: Final = {"phdthesis": "PhD thesis", "mathesis": "master's thesis", "bathesis": "bachelor's thesis"}
"""What biblatex's `type` of a thesis stands for."""

_TEXTS: Final = {
    "name": ("title",),
    "venue": ("journaltitle", "journal", "booktitle", "eventtitle", "howpublished"),
    "publisher": ("publisher", "school", "institution", "organization"),
    "award": ("award", "awards", "distinction"),
    "status": ("status",),
}
"""Keys whose values have markup, and the fields that they come from, the first that there is."""

_VALUES: Final = {"volume": ("volume",), "issue": ("number", "issue"), "pages": ("pages", "eid")}
"""Keys whose values are shown as they are."""

_LINKS: Final = {
    "code": "Code",
    "github": "Code",
    "demo": "Demo",
    "website": "Website",
    "project": "Project",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "pdf": "PDF",
    "data": "Data",
}
"""Fields of people's own that hold a URL, as many tools for home pages know them."""

_PUBSTATES: Final = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "prepublished",
}
_STATUS: Final = re.compile(
    r"(?:to appear|in press|accepted|forthcoming|submitted|under (?:review|revision)|in (?:review|preparation))\b",
    re.IGNORECASE,
)
_AWARD: Final = re.compile(
    r"\b(?:award|prize|best paper|best student paper|oral|spotlight|honou?rable)\b", re.IGNORECASE
)
_ARXIV: Final = re.compile(
    r"arxiv[:.\s/]*(?:(?:preprint|abs)[\s/:]*)*(?:arxiv:)?(?P<id>\d{4}\.\d{4,5}|[a-z.-]+/\d{7})", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST_DATE: Final = re.compile(r"[12]\d{3}(?:-\d{2}(?:-\d{2})?)?(?=[/~?%TX]|\Z)")


class Doubt(NamedTuple):
    """Something about an entry that is worth a warning; the same order as a `Fault`'s."""

    code: str
    message: str
    hint: str
    span: Span


def publication(entry: Entry) -> tuple[dict[str, Any], list[Doubt]]:
    """The entry as plain data that the format's schema takes, and what was left out of it."""
    fields: dict[str, Field] = {}
    for field in entry.fields:
        if field.text.strip():
            fields.setdefault(field.name, field)
    doubts: list[Doubt] = []
    data: dict[str, Any] = {"id": entry.key, "key": entry.key}
    data |= {key: markdown(text) for key, text in _first_of(_TEXTS, fields)}
    data |= {key: plain_text(text) for key, text in _first_of(_VALUES, fields)}
    data["type"] = _type(entry, fields)
    data["authors"] = names(_text(fields, "author") or _text(fields, "editor"))
    data["tags"] = [word for word in map(plain_text, re.split("[,;]", _text(fields, "keywords"))) if word]
    data["doi"] = bare_doi(_verbatim(_text(fields, "doi")))
    _add_title(entry, fields, data, doubts)
    _add_date(fields, data, doubts)
    _add_arxiv(fields, data)
    _add_notes(fields, data)
    _add_urls(fields, data, doubts)
    return {key: value for key, value in data.items() if value}, doubts


def _first_of(table: Mapping[str, tuple[str, ...]], fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    for key, sources in table.items():
        text = next((fields[source].text for source in sources if source in fields), "")
        if text:
            yield key, text


def _text(fields: Mapping[str, Field], name: str) -> str:
    return fields[name].text if name in fields else ""


def _verbatim(text: str) -> str:
    """A URL or an identifier: without the braces and backslashes that LaTeX needs around its signs."""
    text = re.sub(r"^\s*\\url\s*\{(.*)\}\s*$", r"\1", text, flags=re.DOTALL)
    return re.sub(r"\\(?=[%#&_~$])|[{}\s]", "", text)


def _type(entry: Entry, fields: Mapping[str, Field]) -> str:
    kind = ENTRY_TYPES.get(entry.type, "other")
    if kind == "thesis":
        written = _text(fields, "type")
        return _THESES.get(written.lower(), plain_text(written)) or kind
    is_on_arxiv = "arxiv" in (_text(fields, "archiveprefix") + _text(fields, "eprinttype")).lower()
    is_nowhere_else = not {"journal", "journaltitle", "booktitle"} & fields.keys() and kind in {"other", "article"}
    if (is_on_arxiv and is_nowhere_else) or _ARXIV.match(_text(fields, "journal")):
        return "preprint"
    return kind


def _add_title(entry: Entry, fields: Mapping[str, Field], data: dict[str, Any], doubts: list[Doubt]) -> None:
    if not data.get("name"):
        hint = "write its `title`; without one it is shown nowhere"
        doubts.append(Doubt("B103", f"the entry `{entry.key[:60]}` has no title", hint, entry.key_span))
    elif "subtitle" in fields:
        data["name"] += f": {markdown(fields['subtitle'].text)}"


def _add_date(fields: Mapping[str, Field], data: dict[str, Any], doubts: list[Doubt]) -> None:
    field = fields.get("date") or fields.get("year")
    if field is None:
        return
    written = plain_text(field.text)
    if _STATUS.match(written):
        data.setdefault("status", written)
        return
    date = (_biblatex_date(written) if field.name == "date" else "") or _year_and_month(written, fields)
    if date:
        data["releaseDate"] = date
    else:
        hint = "write a year such as 2019, or, as a `date`, 2019-05 or 2019-05-31"
        doubts.append(Doubt("B105", f"`{written[:40]}` is no date", hint, field.span))


def _biblatex_date(written: str) -> str:
    """The date, or the beginning of the range, of biblatex 2.3.8; empty if it is none."""
    found = _FIRST_DATE.match(written)
    return found[0] if found and PartialDate.parse(found[0]) else ""


def _year_and_month(written: str, fields: Mapping[str, Field]) -> str:
    found = _YEAR.search(written)
    if not found:
        return ""
    month = plain_text(_text(fields, "month")).lower()
    name = re.search("|".join(_MONTHS), month)
    number = _MONTHS.index(name[0]) + 1 if name else int(month) if re.fullmatch(r"0?[1-9]|1[0-2]", month) else 0
    if not number:
        return found[0]
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", _text(fields, "day") or (month if name else ""))
    exact = f"{found[0]}-{number:02}-{int(day[0]):02}" if day else ""
    return exact if PartialDate.parse(exact) else f"{found[0]}-{number:02}"


def _add_arxiv(fields: Mapping[str, Field], data: dict[str, Any]) -> None:
    kind = (_text(fields, "archiveprefix") or _text(fields, "eprinttype") or "arxiv").strip().lower()
    eprint = bare_arxiv(_verbatim(_text(fields, "eprint")))
    if eprint and kind == "arxiv" and not eprint.startswith("http"):
        data["arxiv"] = eprint
    for name in ("journal", "note", "howpublished", "number", "url"):
        found = _ARXIV.search(_text(fields, name))
        if found:
            data.setdefault("arxiv", found["id"])
            if name in {"journal", "howpublished"}:
                data["venue"] = "arXiv"
            elif name == "number":
                data.pop("issue", None)


def _add_notes(fields: Mapping[str, Field], data: dict[str, Any]) -> None:
    """What a note says is the status, an award, or a remark."""
    state = _text(fields, "pubstate")
    if state:
        data.setdefault("status", _PUBSTATES.get(state.strip().lower(), plain_text(state)))
    for name in ("note", "addendum"):
        note = _text(fields, name)
        if not note or _ARXIV.search(note):
            continue
        key = "status" if _STATUS.match(note.strip()) else "award" if _AWARD.search(note) else "summary"
        data.setdefault(key, markdown(note))


def _add_urls(fields: Mapping[str, Field], data: dict[str, Any], doubts: list[Doubt]) -> None:
    links = []
    for name in ("url", *_LINKS):
        if name not in fields:
            continue
        url = _verbatim(fields[name].text)
        if not is_link_url(url):
            hint = "write it with its scheme: https://example.org/paper"
            message = f"`{url[:40]}` is nothing that an output links to"
            if name == "url" or "/" in url:
                doubts.append(Doubt("B108", message, hint, fields[name].span))
        elif name == "url":
            data["url"] = url
        else:
            links.append({"label": _LINKS[name], "url": url})
    data["links"] = links
