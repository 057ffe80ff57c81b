"""Family A: the structure of finished files, which screen readers go by: tags in a PDF, elements in HTML."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = [
    "BROKEN_LIST",
    "EMPTY_HEADING",
    "FILE_TAG_RULES",
    "HEADING_LEVELS",
    "LAYOUT_TABLE",
    "LOOSE_BULLETS",
    "MEANINGLESS_ALTERNATIVE",
    "NO_HEADER_CELLS",
    "NO_HEADINGS",
    "PICTURE_OF_TEXT",
    "TAG_ORDER",
    "TEXT_OUTSIDE_TAGS",
    "UNTAGGED",
    "WORDLESS_PICTURE",
]

UNTAGGED = documented(
    "A201",
    "untagged",
    Severity.ERROR,
    """A PDF has no tags.

    Tags say what is a heading, a list, a table, and in which order all of it is read. Without them
    a screen reader guesses: it cannot go from heading to heading, and it reads columns across
    (ISO 14289-1, 7.1; WCAG 1.3.1 and 1.3.2).

    Example: a PDF by LaTeX without its tagging, or by a printer driver

    Use instead: the program's own export as "tagged" or "accessible" PDF; `cvpress render` always tags
    """,
)

TEXT_OUTSIDE_TAGS = documented(
    "A202",
    "text-outside-tags",
    Severity.ERROR,
    """A tagged PDF has text that no tag holds.

    A screen reader leaves it out. What is not to be read, such as the number of the page, is marked as
    an artefact (ISO 14289-1, 7.1; Matterhorn 01-005; ISO 32000-1, 14.8.2.2). Text without letters is not reported.

    Example: a text box that was drawn over the page afterwards

    Use instead: an element around the text, or a mark as artefact
    """,
)

TAG_ORDER = documented(
    "A203",
    "tag-order",
    Severity.WARNING,
    """The tags are in another order than the text.

    A screen reader goes by the tags, and by them reads first what stands further down in the same column
    and is painted later (ISO 14289-1, 7.2; Matterhorn 09-001; WCAG 1.3.2, technique PDF3). Columns beside each
    other may be read in either order, so they are not reported.

    Example: an employer's duties, then the employer

    Use instead: tags in the order in which the page is read
    """,
)

NO_HEADINGS = documented(
    "A204",
    "no-headings",
    Severity.WARNING,
    """A file has no headings, as programs see it.

    Screen readers list the headings and go from one to the next; that is how most of their users look
    through a page (WCAG 1.3.1, techniques PDF9 and H42; ISO 14289-1, 7.4). A line in large letters
    is no heading unless it is tagged as one. A PDF is reported if three lines or more stand out by their
    size, an HTML page if it has 150 words or more.

    Example: "Experience" as a paragraph in bold

    Use instead: the program's styles for headings, `<h2>`
    """,
)

HEADING_LEVELS = documented(
    "A205",
    "heading-levels",
    Severity.WARNING,
    """The first heading is not of level 1, or levels are left out on the way down.

    The levels tell what belongs to what: after one of level 2, one of level 4 is about a part that is
    not there (ISO 14289-1, 7.4.2; Matterhorn 14-002 and 14-003; WCAG 1.3.1). Levels may be left out on the
    way up.

    Example: H1, H3

    Use instead: H1, H2; how large a heading is, is a matter of its style
    """,
)

EMPTY_HEADING = documented(
    "A206",
    "empty-heading",
    Severity.WARNING,
    """A heading has no words.

    It is announced, and nothing follows (WCAG 2.4.6 and 1.3.1). It comes from an empty line in a style for headings.

    Example: an empty H2 between two sections

    Use instead: space above the next heading
    """,
)

LOOSE_BULLETS = documented(
    "A207",
    "loose-bullets",
    Severity.WARNING,
    """Paragraphs with bullets are not tagged as a list.

    Of a list a screen reader says how many items there are, and lets people skip it. Paragraphs that begin with
    a bullet are to it paragraphs that begin with a sign (WCAG 1.3.1, techniques PDF21 and H48; Matterhorn 09-003).

    Example: paragraphs that begin with a typed "•"

    Use instead: the program's lists: L with LI, `<ul>` with `<li>`
    """,
)

BROKEN_LIST = documented(
    "A208",
    "broken-list",
    Severity.WARNING,
    """A list holds what is no item, or an item is in no list.

    The number of items that is read out is then wrong, or the list is not told at all
    (ISO 32000-1, 14.8.4.3.3; Matterhorn 09-005; WCAG 1.3.1).

    Example: L with a P between its items

    Use instead: L that holds LI alone, and perhaps a caption
    """,
)

LAYOUT_TABLE = documented(
    "A209",
    "layout-table",
    Severity.WARNING,
    """A table serves to put things beside each other.

    A screen reader announces its rows and columns and reads out cells, where there are no data; parsers of
    CVs read it across, a line of the one column, a line of the other (WCAG 1.3.1 and 1.3.2, failures
    F46 and F49; ISO 14289-1, 7.5). A table counts as such if it has a single row or column, or cells with
    headings, tables or several paragraphs in them, and no header cells.

    Example: a CV of two columns made in a word processor's table

    Use instead: one column, or the program's own columns
    """,
)

NO_HEADER_CELLS = documented(
    "A210",
    "no-header-cells",
    Severity.WARNING,
    """A table has no header cells.

    With each cell a screen reader says the head of its row or column, if there is one
    (WCAG 1.3.1, techniques PDF6 and H51; ISO 14289-1, 7.5; Matterhorn 15-001).

    Example: a table of results whose first row is of ordinary cells in bold

    Use instead: TH for the first row, or the first cell of each
    """,
)

WORDLESS_PICTURE = documented(
    "A211",
    "wordless-picture",
    Severity.ERROR,
    """A picture has no alternative text.

    Who does not see it does not learn what it shows; what is written in it is lost to programs
    (WCAG 1.1.1, techniques PDF1 and H37; ISO 14289-1, 7.3; Matterhorn 13-004).

    Example: a Figure without /Alt, an `<img>` without `alt`

    Use instead: a text that stands for the picture; what is mere decoration is an artefact, or has an empty `alt`
    """,
)

MEANINGLESS_ALTERNATIVE = documented(
    "A212",
    "meaningless-alternative",
    Severity.WARNING,
    """The alternative text of a picture is the name of a file, or says only that it is a picture.

    It is read out in full and tells nothing (WCAG 1.1.1, failure F30).

    Example: `IMG_2041.jpg`, "image"

    Use instead: "Portrait of Marie Curie", or what a chart shows
    """,
)

PICTURE_OF_TEXT = documented(
    "A213",
    "picture-without-tags",
    Severity.WARNING,
    """A picture takes a fifth of a page or more, in a PDF that has no tags to stand for it.

    Whatever is written in it, no program reads (WCAG 1.4.5 and 1.1.1). A picture under text counts as its ground.

    Example: skills as a chart that was pasted as a picture

    Use instead: the same as text; or a tagged PDF, with an alternative text for the picture
    """,
)

FILE_TAG_RULES = (
    UNTAGGED,
    TEXT_OUTSIDE_TAGS,
    TAG_ORDER,
    NO_HEADINGS,
    HEADING_LEVELS,
    EMPTY_HEADING,
    LOOSE_BULLETS,
    BROKEN_LIST,
    LAYOUT_TABLE,
    NO_HEADER_CELLS,
    WORDLESS_PICTURE,
    MEANINGLESS_ALTERNATIVE,
    PICTURE_OF_TEXT,
)
"""The rules about the structure of files."""
