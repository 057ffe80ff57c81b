"""Family P: what machines read of a finished file. `cvpress check` finds these (`cvpress.checking`)."""

from __future__ import annotations

from typing import Final

from cvpress.diagnostics import Severity
from cvpress.rules.rule import Rule, documented

__all__ = ["BROKEN_CONTACT", "CONTACT_IN_MARGIN", "FILE_TEXT_RULES", "GLUED_WORDS", "HEADING_NOT_ALONE", "HYPHENATED_WORD", "LIGATURE_CHARACTER", "MISSING_TEXT", "MIXED_DATE_STYLES", "MIXED_SECTIONS", "NAME_NOT_FIRST", "NO_TEXT", "ODD_CHARACTER", "PRIVATE_CHARACTER", "REVERSED_DATES", "SCATTERED_ENTRY", "SECTION_ORDER", "SPLIT_WORD", "TEXT_IN_PICTURES", "TYPE_3_FONT", "UNKNOWN_BULLET", "UNKNOWN_HEADING", "UNMAPPED_GLYPH"]

NO_TEXT = documented(
    "P101",
    "no-text",
    Severity.ERROR,
    """A page has no text that a program can read.

    It is a picture: scanned, or exported from a drawing. A person sees words; a parser and a screen
    reader find nothing.

    Example: a CV that was printed and scanned

    Use instead: a PDF that is made from the text, or text recognition over the scan
    """,
)

TEXT_IN_PICTURES = documented(
    "P102",
    "text-in-pictures",
    Severity.WARNING,
    """A picture takes most of a page that has hardly any text.

    What can be read in the picture is likely to be meant: a page that was set in a drawing program,
    a certificate, a table as a screenshot. Parsers and screen readers find none of it.

    Example: a page of skills, exported as one picture, with a page number below

    Use instead: text, with a picture beside it
    """,
)

TYPE_3_FONT = documented(
    "P103",
    "type-3-font",
    Severity.WARNING,
    """A font is of Type 3: its letters are drawings.

    Extractors have no names and often no characters for them, and they are painted coarsely on
    screens (ISO 32000-1, 9.6.5). LaTeX embeds such fonts when it falls back to bitmaps, Chromium
    for some coloured and variable faces.

    Example: `/Subtype /Type3`

    Use instead: an outline font, TrueType or OpenType
    """,
)

UNMAPPED_GLYPH = documented(
    "P104",
    "unmapped-glyph",
    Severity.ERROR,
    """A glyph cannot be told which character it is.

    The page looks right, but whoever takes the text out gets nothing, signs such as U+FFFD, or
    "(cid:12)" (ISO 32000-1, 9.10.2). Copying a line into an editor shows it.

    Example: a font without a ToUnicode map, whose encoding is its own

    Use instead: the font embedded with its map, as every usual program does unless it is told otherwise
    """,
)

PRIVATE_CHARACTER = documented(
    "P105",
    "private-character",
    Severity.WARNING,
    """A text has a character that means nothing outside its font.

    The private areas of Unicode are used by icon fonts and old symbol fonts. A parser finds an
    unknown sign before the phone number, and may take it for a part of it.

    Example: an icon of Font Awesome, U+F0E0, before an address

    Use instead: a word, or an icon that is a drawing and no text
    """,
)

LIGATURE_CHARACTER = documented(
    "P106",
    "ligature-character",
    Severity.WARNING,
    """A ligature comes out as a character of its own.

    A search for "office" or "efficient" does not find the word with U+FB03 in it. Ligatures are
    for the eye; the font's map has to give their letters.

    Example: "oﬃce", of five characters

    Use instead: the letters, and the font's own ligatures
    """,
)

ODD_CHARACTER = documented(
    "P107",
    "odd-character",
    Severity.WARNING,
    """A text has an invisible character.

    Soft hyphens, blanks without width, fillers and control characters part words for programs
    that no reader sees parted, and some parsers take them for a trick.

    Example: "management" with U+00AD, a soft hyphen, after "manage"

    Use instead: the word alone
    """,
)

UNKNOWN_BULLET = documented(
    "P108",
    "unknown-bullet",
    Severity.WARNING,
    """Items begin with a sign that is no usual bullet.

    Parsers tell the items of a list by what they begin with, and know a few signs for it. With
    another, items run into one another, or the sign stays in the text.

    Example: "✓ Led a team of five"

    Use instead: •, ‣, –, -, *, ◦ or ▪
    """,
)

MISSING_TEXT = documented(
    "P201",
    "missing-text",
    Severity.ERROR,
    """A text of the profile is not found in the file.

    Only with `--profile`. White space and compatible forms of characters count for nothing, but
    all words have to be there, in their order and with nothing between them.

    Example: a summary that is cut off by the end of its box

    Use instead: a theme that shows the whole of it, in one column
    """,
)

HYPHENATED_WORD = documented(
    "P202",
    "hyphenated-word",
    Severity.WARNING,
    """A word is broken by a hyphen at the end of a line.

    Extractors keep the hyphen, and the line: a search for "management" does not find "manage-" and
    "ment". With `--profile` this is certain; without, hyphens are reported that keyboards do not
    have, those in words that are elsewhere in one, and any if there are many.

    Example: `hyphens: auto` in a style sheet

    Use instead: no hyphenation; a ragged edge is easier to read
    """,
)

SPLIT_WORD = documented(
    "P203",
    "split-word",
    Severity.ERROR,
    """A word comes out with blanks in it.

    Letters that are far apart are taken for words. A parser finds no heading "E x p e r i e n c e",
    and no skill "eff icient".

    Example: `letter-spacing: .25em` in a heading

    Use instead: letterspacing of at most .08em, and ligatures as the font has them
    """,
)

GLUED_WORDS = documented(
    "P204",
    "glued-words",
    Severity.ERROR,
    """Two words come out as one.

    Where the gap between them is small, or the next line is near for the size of the letters, an
    extractor sees no blank: a name and a title below it become "Marie CuriePhysicist".

    Example: a name in 24 points, and 17 points below it the next line

    Use instead: more room, at least eight tenths of the larger size from line to line
    """,
)

NAME_NOT_FIRST = documented(
    "P301",
    "name-not-first",
    Severity.ERROR,
    """The name is not what is read first.

    Parsers take the first line, or the largest of the first lines, for the name. What comes before
    it in the file is what they take, wherever it stands on the page.

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

FILE_TEXT_RULES: Final[tuple[Rule, ...]] = (
    NO_TEXT,
    TEXT_IN_PICTURES,
    TYPE_3_FONT,
    UNMAPPED_GLYPH,
    PRIVATE_CHARACTER,
    LIGATURE_CHARACTER,
    ODD_CHARACTER,
    UNKNOWN_BULLET,
    MISSING_TEXT,
    HYPHENATED_WORD,
    SPLIT_WORD,
    GLUED_WORDS,
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
"""The rules about the text of files."""
