"""Family P, the rest: what parsers of CVs make of the text of a finished file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

if TYPE_CHECKING:
    from cvpress.rules.rule import Rule

__all__ = [
    "BROKEN_CONTACT",
    "CONTACT_IN_MARGIN",
    "FILE_FIELD_RULES",
    "HEADING_NOT_ALONE",
    "MIXED_DATE_STYLES",
    "MIXED_SECTIONS",
    "NAME_NOT_FIRST",
    "REVERSED_DATES",
    "SCATTERED_ENTRY",
    "SECTION_ORDER",
    "UNKNOWN_HEADING",
]

NAME_NOT_FIRST = documented(
    "P301",
    "name-not-first",
    Severity.ERROR,
    """The name is not what is read first.

    Parsers take the first line, or the largest of the first lines, for the name. What comes before
    it in the file is what they take, wherever it stands on the page. Of a name in two fonts or
    sizes many keep the half that is louder.

    Example: a sidebar with skills that is read before the header

    Use instead: the name alone on the first line
    """,
)

BROKEN_CONTACT = documented(
    "P302",
    "broken-contact",
    Severity.ERROR,
    """A mail address, a phone number or a URL is not in one piece.

    One that is broken over two lines, or has a blank in it, is another one, or none. With
    `--profile` addresses and numbers that are not there at all are reported too.

    Example: "marie.curie@" at the end of a line, and "example.org" on the next

    Use instead: a line of its own for what is long
    """,
)

CONTACT_IN_MARGIN = documented(
    "P303",
    "contact-in-margin",
    Severity.WARNING,
    """Name, mail address or phone number stand in a margin only.

    Running headers and footers are left out by many parsers, and read last by others.

    Example: an address in a margin box of `@page`

    Use instead: the address in the body of the first page
    """,
)

SECTION_ORDER = documented(
    "P401",
    "section-order",
    Severity.WARNING,
    """Sections are read in another order than they have.

    With `--profile` the order of the profile's document counts; without it, that in which most of
    the file is written. An extractor that reads another has taken the page apart.

    Example: two columns, the right one written first

    Use instead: one column, or two in the order in which they are to be read
    """,
)

MIXED_SECTIONS = documented(
    "P402",
    "mixed-sections",
    Severity.WARNING,
    """What belongs to one section is read within another.

    A parser then finds skills among the jobs. Columns are read across, or a box is read where it
    begins on the page and not where it belongs.

    Example: a sidebar beside the jobs

    Use instead: one column; looks with two have a twin, `layout = linear`
    """,
)

UNKNOWN_HEADING = documented(
    "P403",
    "unknown-heading",
    Severity.WARNING,
    """A section has a title that parsers do not know.

    They tell jobs from degrees by the titles above them, from a list of the usual ones. A title of
    one's own is reported where no section of jobs or none of degrees is found: it may be the one.

    Example: "Where I made my mark"

    Use instead: a plain one, such as "Experience" or "Education" in the language of the file
    """,
)

HEADING_NOT_ALONE = documented(
    "P404",
    "heading-not-alone",
    Severity.WARNING,
    """The title of a section is read in one line with something else.

    Parsers look for lines that are a title and nothing more. A title in the margin, on the line of
    the first entry, becomes the beginning of that entry.

    Example: "Experience Director of the Curie Laboratory"

    Use instead: a line for the title alone
    """,
)

SCATTERED_ENTRY = documented(
    "P501",
    "scattered-entry",
    Severity.WARNING,
    """Title, employer and dates of a job are not together.

    Parsers fill in a form for each job from the lines before its items. With `--profile` most of
    the extractors have to find the fields there; without it, a job is reported that a parser
    finds no title or no dates for while it finds some for others.

    Example: dates in a floated box, which are read after all jobs

    Use instead: dates on the line of the title, or on that of the employer
    """,
)

MIXED_DATE_STYLES = documented(
    "P502",
    "mixed-date-styles",
    Severity.WARNING,
    """Dates are written in more than one way.

    People wonder, and parsers take "03/04/2020" for one month here and another there. Years alone
    go with everything.

    Example: "Jan 2020" and "02/2021"

    Use instead: "Jan 2020" and "Feb 2021" everywhere
    """,
)

REVERSED_DATES = documented(
    "P503",
    "reversed-dates",
    Severity.ERROR,
    """A time ends before it begins.

    A parser that computes how long somebody has worked finds less than nothing, or leaves the job out.

    Example: "2020 – 2018"

    Use instead: "2018 – 2020", the earlier first
    """,
)

FILE_FIELD_RULES: Final[tuple[Rule, ...]] = (
    NAME_NOT_FIRST,
    BROKEN_CONTACT,
    CONTACT_IN_MARGIN,
    SECTION_ORDER,
    MIXED_SECTIONS,
    UNKNOWN_HEADING,
    HEADING_NOT_ALONE,
    SCATTERED_ENTRY,
    MIXED_DATE_STYLES,
    REVERSED_DATES,
)
"""The rules about the fields that parsers fill in."""
