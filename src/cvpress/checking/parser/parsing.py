"""A text → the fields of a CV, as parsers of CVs fill them in: by headings, faces, sizes and patterns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cvpress.checking.parser.headings import kind_of, plain_title
from cvpress.checking.parser.layout import body_style, seen_lines
from cvpress.checking.parser.positions import positions_in
from cvpress.checking.parser.resume import Part, Resume
from cvpress.values.domains import looks_like_a_host

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cvpress.checking.artefact import Artefact
    from cvpress.checking.parser.layout import SeenLine
    from cvpress.checking.parser.resume import Position

__all__ = ["EMAIL", "PHONE", "URL", "parse"]

EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,20}")
"""A mail address in a text."""

URL: Final = re.compile(
    r"(?<![@\w.])(?:https?://[^\s<>]+|(?:[a-z\d](?:[\w-]{0,61}\w)?\.){1,8}[a-z]{2,20}(?:/[^\s<>,;]*)?)(?![@\w])",
    re.IGNORECASE,
)
"""An address of the web in a text, with or without its scheme."""

PHONE: Final = re.compile(r"(?<![\w/.-])(?:\+|\(?0|\(\d{3}\)|\d{3}[ .-]\d{3}[ .-])[\d\s()./–-]{5,24}\d(?![\w/])")
"""A phone number in a text; dates and other numbers may look like one."""

_DOCUMENT: Final = re.compile(
    r"(?:curriculum vit(?:ae|æ)|cv|r[ée]sum[ée]|lebenslauf|bewerbung|anschreiben)", re.IGNORECASE
)
_LONGEST_TITLE: Final = 50


def parse(artefact: Artefact) -> Resume:
    """What a parser would make of a file; it knows nothing of its profile.

    Args:
        artefact: the file, opened and read.
    """
    lines = seen_lines(artefact)
    headings = _headings(lines)
    parts = tuple(_parts(lines, headings))
    head = lines[: headings[0]] if headings else lines
    about = "\n".join(line.line.text for line in (*head, *_under(parts, "contact")))
    whole = "\n".join(line.line.text for line in lines)
    return Resume(
        name=_name(head),
        emails=_found(EMAIL, about) or _found(EMAIL, whole)[:1],
        phones=tuple(phone for phone in _found(PHONE, about) if 7 <= sum(map(str.isdigit, phone)) <= 15),
        urls=tuple(url for url in _found(URL, about) if _is_address(url)),
        parts=tuple(part for part, _ in parts),
        jobs=_positions(parts, "work", body_style(lines)),
        degrees=_positions(parts, "education", body_style(lines)),
    )


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0].rstrip(".,;)") for match in pattern.finditer(text)))


def _is_address(url: str) -> bool:
    """An abbreviation is none, nor a file or somebody's name: "e.g", "B.Sc", "README.txt", "marie.curie"."""
    host, slash, _ = re.sub("^https?://", "", url).partition("/")
    if host == url and not slash and not looks_like_a_host(host.removeprefix("www.")):
        return False
    return all(len(label) > 1 for label in host.split(".")[-2:]) and host[-1:].islower()


def _headings(lines: Sequence[SeenLine]) -> list[int]:
    """The lines that are titles of sections: those that are known, and others that look as most of them do."""
    titles = [place for place, line in enumerate(lines) if _is_title(line) and kind_of(line.text)]
    styles = Counter(lines[place].style for place in titles)
    # In the margin there are labels too: "Tools" within the skills.
    known = [place for place in titles if not lines[place].is_part or styles[lines[place].style] > 1]
    body = body_style(lines)
    looks = {lines[place].style for place in known} - {body}
    others = {
        place
        for place, line in enumerate(lines)
        if known and place > known[0] and _is_title(line) and line.style in looks and _is_set_off(line, lines, known)
    }
    return sorted({*known, *others})


def _is_title(line: SeenLine) -> bool:
    return len(line.text) <= _LONGEST_TITLE and not line.period and not line.is_bullet


def _is_set_off(line: SeenLine, lines: Sequence[SeenLine], known: Sequence[int]) -> bool:
    """Whether no line but headings is as large, or as loud, as this one."""
    if not line.size:
        return False
    alike = [other for other in lines if other.style == line.style]
    titles = [lines[place] for place in known if lines[place].style == line.style]
    loud = all(title.text.isupper() for title in titles)
    if loud:
        return line.text.isupper()
    return line.size > body_style(lines)[1] + 0.4 and len(alike) <= 3 * len(titles)


def _parts(lines: Sequence[SeenLine], headings: Sequence[int]) -> Iterator[tuple[Part, Sequence[SeenLine]]]:
    """The sections, each with its lines as they are seen."""
    for place, end in pairwise((*headings, len(lines))):
        below = lines[place + 1 : end]
        yield Part(kind_of(lines[place].text), lines[place].line, tuple(line.line for line in below)), below


def _under(parts: Sequence[tuple[Part, Sequence[SeenLine]]], kind: str) -> Iterator[SeenLine]:
    return (line for part, lines in parts if part.kind == kind for line in lines)


def _positions(
    parts: Sequence[tuple[Part, Sequence[SeenLine]]], kind: str, body: tuple[str, float]
) -> tuple[Position, ...]:
    return tuple(position for part, lines in parts if part.kind == kind for position in positions_in(lines, body))


def _name(head: Sequence[SeenLine]) -> str:
    """What is set largest at the head, on one line or on several; the first line if sizes tell nothing."""
    candidates = [line for line in head[:12] if _may_be_name(line.text)]
    if not candidates:
        return ""
    largest = max(line.size for line in candidates)
    first = next(place for place, line in enumerate(head) if line in candidates and line.size > largest - 0.2)
    words = [head[first].text]
    for line in head[first + 1 : first + 3]:
        if not line.size or line.style != head[first].style or not _may_be_name(line.text):
            break
        words.append(line.text)
    return " ".join(words) if largest > min(line.size for line in head) else words[0]


def _may_be_name(text: str) -> bool:
    plain = plain_title(text)
    has_signs = re.search(r"[\d@|:/…!?]", text)
    return bool(plain) and not has_signs and len(text.split()) <= 7 and not _DOCUMENT.fullmatch(plain)
