"""Family A: what finished files look like, and what they bring along."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = [
    "ACTIVE_CONTENT",
    "FILE_LOOK_RULES",
    "FONT_NOT_EMBEDDED",
    "HIDDEN_TEXT",
    "LARGE_FILE",
    "LOW_CONTRAST",
    "ODD_PAGES",
    "SMALL_TEXT",
]

HIDDEN_TEXT = documented(
    "A401",
    "hidden-text",
    Severity.ERROR,
    """A PDF has text that nobody sees.

    It is in the colour of its ground, painted in no ink, in no size, or outside the page. Programs and screen
    readers read it all the same: people get to hear what is not there, and recruiters whose system shows the
    text take it for a trick (ISO 32000-1, 9.3.6; WCAG 1.4.3). Text that lies unseen over the picture
    of a scanned page is what recognition of text makes, and is not reported.

    Example: keywords in white on white

    Use instead: text that can be read, or none
    """,
)

LOW_CONTRAST = documented(
    "A402",
    "low-contrast",
    Severity.ERROR,
    """Text stands out too little from its ground.

    People with weak eyes do not read it, and on a cheap printer nobody does. The contrast is at
    least 4.5, and at least 3 for large text, which is of 18 pt, or bold and of 14 pt (WCAG 1.4.3).
    Of a ground in several colours the worst counts. Signs that are no letters or figures, such as
    bullets, may be paler.

    Example: dates in #999999 on white, 2.8

    Use instead: #767676 or darker on white
    """,
)

SMALL_TEXT = documented(
    "A403",
    "small-text",
    Severity.WARNING,
    """The text is set in less than 9 pt.

    That is the size of half of its letters or more, so captions, footers and superscripts may be smaller.
    Below 9 pt print is hard to read for many, and a page that is full of it is skipped
    (Butterick, Practical Typography: 10 to 12 pt; WCAG 1.4.4 is about larger text on screens).

    Example: a CV in 8 pt, to keep it to one page

    Use instead: 10 to 12 pt, and a second page or fewer words
    """,
)

ODD_PAGES = documented(
    "A404",
    "odd-pages",
    Severity.WARNING,
    """The pages are of a shape that is not printed, or of several.

    A printer cuts them off or shrinks them until the text is too small. A page is odd if it is smaller than
    A6 or, upright, larger than A3 (ISO 216), or more than twice as long as wide. Slides may be of any size,
    and some pages may be turned.

    Example: a website's CV as one page of 210 × 800 mm

    Use instead: A4 or US Letter for all pages; slides of 16:9
    """,
)

FONT_NOT_EMBEDDED = documented(
    "A405",
    "font-not-embedded",
    Severity.WARNING,
    """A font is not in the file.

    Elsewhere the text is set in another one: wider or narrower, without some of its characters, or in
    boxes (ISO 14289-1, 7.21.4.1; Matterhorn 31-009; ISO 32000-1, 9.9).

    Example: a PDF in Calibri that was made with "do not embed common fonts"

    Use instead: a file with all fonts embedded
    """,
)

LARGE_FILE = documented(
    "A406",
    "large-file",
    Severity.WARNING,
    """A file has more than 2.5 MB.

    Many portals refuse uploads over 2 to 5 MB, and mail to a company's staff may be held up. A CV
    without a photo has 100 kB; large ones have pictures as they came from the camera.

    Example: a portrait of 24 megapixels, shown 3 cm wide

    Use instead: pictures of 300 pixels per inch at the size they are shown in
    """,
)

ACTIVE_CONTENT = documented(
    "A407",
    "active-content",
    Severity.WARNING,
    """A PDF holds scripts, forms, sound or film, or starts programs.

    Filters of mail and portals stop such files, and archives refuse them (ISO 19005-2, 6.3 to 6.5).
    What is filled into the fields of a form is not part of the page, so that most programs that take
    the text out leave it out.

    Example: an Europass form that was filled in and sent as it was

    Use instead: the file printed to PDF anew, as text alone
    """,
)

FILE_LOOK_RULES = (
    HIDDEN_TEXT,
    LOW_CONTRAST,
    SMALL_TEXT,
    ODD_PAGES,
    FONT_NOT_EMBEDDED,
    LARGE_FILE,
    ACTIVE_CONTENT,
)
"""The rules about what files look like."""
