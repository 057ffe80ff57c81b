"""Family P: what machines read of a finished file. `cvpress check` finds these (`cvpress.checking`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Severity
from cvpress.rules.file_fields import FILE_FIELD_RULES
from cvpress.rules.rule import documented

if TYPE_CHECKING:
    from cvpress.rules.rule import Rule

__all__ = [
    "FILE_TEXT_RULES",
    "GLUED_WORDS",
    "HYPHENATED_WORD",
    "LIGATURE_CHARACTER",
    "MISSING_TEXT",
    "NO_TEXT",
    "ODD_CHARACTER",
    "PRIVATE_CHARACTER",
    "SPLIT_WORD",
    "TEXT_IN_PICTURES",
    "TYPE_3_FONT",
    "UNKNOWN_BULLET",
    "UNMAPPED_GLYPH",
]

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
    *FILE_FIELD_RULES,
)
"""The rules about the text of files."""
