"""What a parser of CVs would make of a file: the fields that recruiters' systems fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cvpress.checking.artefact import TextLine

__all__ = ["Part", "Position", "Resume"]


class Part(NamedTuple):
    """A heading and what stands under it.

    Attributes:
        kind: the section by the format's key ("work", "education", …); empty for a title that is not known.
        heading: the line of the title.
        lines: those below it, up to the next.
    """

    kind: str
    heading: TextLine
    lines: tuple[TextLine, ...]


class Position(NamedTuple):
    """A job or a degree: what a parser puts into its fields; empty for what it does not find.

    Attributes:
        lines: those of its head, from which the fields are taken.
    """

    title: str
    organization: str
    dates: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, kw_only=True)
class Resume:
    """The fields of a CV.

    Attributes:
        name: who it is of; the line that it was taken from is the first of the text, if any.
        jobs: what stands under the headings of work.
        degrees: what stands under the headings of education.
    """

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    jobs: tuple[Position, ...] = ()
    degrees: tuple[Position, ...] = ()
