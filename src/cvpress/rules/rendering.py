"""Family R: what a profile asks of an output that it cannot have. Rendering finds these."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = [
    "FIGURE_UNUSABLE",
    "FULL_SLIDE",
    "LONG_LETTER",
    "MISSING_CHARACTER",
    "NOT_TRANSLATED",
    "NO_FONT",
    "NO_WORDS",
    "PHOTO_UNUSABLE",
    "QR_UNUSABLE",
    "RENDERING_RULES",
    "TOO_MANY_PAGES",
]

PHOTO_UNUSABLE = documented(
    "R101",
    "photo-unusable",
    Severity.WARNING,
    """The photo cannot be shown; the CV is rendered without it.

    A photo is a JPEG, PNG or WebP file in the folder of the profile, or below it.
    Nothing is fetched from the network, and no file outside that folder is read, nor
    through a symbolic link that leads out of it.

    Example: `image: https://example.org/photo.jpg`

    Use instead: `image: photo.jpg`, with the file beside the profile
    """,
)

NO_WORDS = documented(
    "R102",
    "no-words",
    Severity.WARNING,
    """There are no words for the language of the profile; section titles are in English.

    The titles of sections and words such as "present" come from a catalogue of the
    language. Texts, dates and quotation marks are not touched.

    Example: `language: eo` under `meta`

    Use instead: `--locale` with a language that `cvpress render --help` names, or the
    titles as they are
    """,
)

NOT_TRANSLATED = documented(
    "R103",
    "not-translated",
    Severity.WARNING,
    """The profile has no texts in the language that was asked for.

    Section titles and dates are in that language, and everything else is in the
    profile's own: the page is in two languages.

    Example: `cvpress render profile.yaml --locale de` of a profile in English

    Use instead: the texts under `translations`, by the id of each entry
    """,
)

MISSING_CHARACTER = documented(
    "R104",
    "missing-character",
    Severity.WARNING,
    """A text has a sign that neither the theme's fonts nor the machine's have: an emoji, a pictogram.

    The PDF is made without it, rather than with a box in its place. In HTML the reader's own
    fonts are asked, which may have it. A letter without a font is another matter: see R109.

    Example: `summary: I build things 🚀` on a machine without a font of emoji

    Use instead: a font that has it, installed on the machine that renders
    """,
)

LONG_LETTER = documented(
    "R105",
    "long-letter",
    Severity.WARNING,
    """A cover letter or a motivation letter is longer than a page.

    Few readers turn the page. A letter that runs over by a few lines is set tighter
    before this is said; a research statement may be as long as it is.

    Example: a cover letter of nine paragraphs

    Use instead: three or four paragraphs, and what remains in the CV
    """,
)

FULL_SLIDE = documented(
    "R106",
    "full-slide",
    Severity.WARNING,
    """A slide holds more than fits on it, and goes on with a page of its own.

    Long topics are parted by themselves, between their points and paragraphs. What cannot
    be parted, such as one long paragraph or a wide formula, is shown whole all the same.

    Example: a point of 2,000 characters

    Use instead: several points, or several paragraphs with a blank line between them
    """,
)

FIGURE_UNUSABLE = documented(
    "R107",
    "figure-unusable",
    Severity.WARNING,
    """A figure of a slide cannot be shown, or not all of it.

    A picture is a JPEG, PNG or WebP file in the folder of the profile, or below it; nothing
    is fetched from the network. A chart is drawn from numbers, and from no more of them
    than a reader takes in; other values stand beside it as they are written.

    Example: `image: https://example.org/chart.png`

    Use instead: `image: chart.png`, with the file beside the profile
    """,
)

QR_UNUSABLE = documented(
    "R108",
    "qr-unusable",
    Severity.WARNING,
    """The CV is to have a QR code, and there is no web address for it.

    The code leads to the person's web page: `url` under `basics`, or the first of `urls`.
    An address of more than 213 characters makes a code that is too fine for print.

    Example: `qr: on` among the options of the theme, and no `url`

    Use instead: `url: https://example.org` under `basics`, or `qr: off`
    """,
)

NO_FONT = documented(
    "R109",
    "no-font",
    Severity.ERROR,
    """A text has letters that neither the theme's fonts nor the machine's have.

    No PDF is made: the words would be boxes, and nobody could read them. HTML is, for there
    the reader's own fonts are asked. Fonts for Latin, Greek, Cyrillic, Arabic and Hebrew letters
    come with cvpress; those for Chinese, Japanese and Korean are too large. Where the rule is
    left out or made a warning, the PDF is made without the letters.

    Example: a name in Chinese on a machine without a Chinese font

    Use instead: a font that has them, installed on the machine that renders
    (`apt install fonts-noto-cjk`) or in a theme of your own
    """,
)

TOO_MANY_PAGES = documented(
    "R110",
    "too-many-pages",
    Severity.ERROR,
    """A document has more pages than a stranger's profile may have.

    Where cvpress renders what it does not trust (`--untrusted`, `cvpress build`, servers), a
    document has 200 pages at the most, and is not laid out any further. The finding stands
    at the longest part of the profile; the theme may be at fault as well.

    Example: a CV with 20,000 jobs

    Use instead: the jobs that matter; or `cvpress render` without `--untrusted`, if all of it is
    your own
    """,
)

RENDERING_RULES = (
    PHOTO_UNUSABLE,
    NO_WORDS,
    NOT_TRANSLATED,
    MISSING_CHARACTER,
    LONG_LETTER,
    FULL_SLIDE,
    FIGURE_UNUSABLE,
    QR_UNUSABLE,
    NO_FONT,
    TOO_MANY_PAGES,
)
"""The rules that rendering applies."""
