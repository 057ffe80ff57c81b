"""Family A: whether everybody can read a finished file. `cvpress check` finds these (`cvpress.checking`).

Here are those about the file as a whole; `file_tags`, `file_links` and `file_looks` have the others.
"""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = [
    "BROKEN_LANGUAGE_TAG",
    "COPYING_FORBIDDEN",
    "FILE_ACCESS_RULES",
    "NO_BOOKMARKS",
    "NO_LANGUAGE",
    "NO_TITLE",
    "OTHER_LANGUAGE",
    "TITLE_NOT_SHOWN",
]

NO_TITLE = documented(
    "A101",
    "untitled-file",
    Severity.ERROR,
    """A file has no title in its metadata.

    A screen reader says the title first, a browser shows it on the tab, and people tell by it
    which of many files they have before them (ISO 14289-1, 7.1; WCAG 2.4.2).

    Example: a PDF whose window is called `document1.pdf`

    Use instead: a title such as "Marie Curie – Curriculum vitae"
    """,
)

TITLE_NOT_SHOWN = documented(
    "A102",
    "title-not-shown",
    Severity.WARNING,
    """A PDF has a title, and viewers show the name of the file instead.

    They show the title only if the file asks for it: /DisplayDocTitle in the /ViewerPreferences
    (ISO 14289-1, 7.1; WCAG 2.4.2, technique PDF18).

    Example: a window that is called `cv_final_2.pdf`, of a file with a good title

    Use instead: the option of the program that makes the PDF, "show document title" in its
    initial view; in LaTeX `\\hypersetup{pdfdisplaydoctitle=true}`
    """,
)

NO_LANGUAGE = documented(
    "A103",
    "no-language",
    Severity.ERROR,
    """A file does not say which language it is in.

    A screen reader then reads it with the voice of its owner's language, and a German text with
    English sounds is not understood (WCAG 3.1.1, technique PDF16; ISO 14289-1, 7.2).

    Example: a PDF without /Lang in its catalog, a page whose `<html>` has no `lang`

    Use instead: the language as a BCP 47 tag, such as `de` or `pt-BR`
    """,
)

BROKEN_LANGUAGE_TAG = documented(
    "A104",
    "broken-language-tag",
    Severity.ERROR,
    """A file names a language by what is no language tag.

    Tags are written as BCP 47 says (RFC 5646): `en`, `en-GB`, `zh-Hant`. A program that reads
    aloud does not know any other names, and takes its own language instead (WCAG 3.1.1 and 3.1.2;
    ISO 32000-1, 14.9.2). The code of a country is none of a language: Czech is `cs`, not `cz`.

    Example: `english`, `en_US`, `jp`

    Use instead: `en`, `en-US`, `ja`
    """,
)

OTHER_LANGUAGE = documented(
    "A105",
    "other-language",
    Severity.WARNING,
    """A file says that it is in one language, and its text is in another.

    It is read aloud with the wrong sounds (WCAG 3.1.1). It happens where the language of the word
    processor was never changed. The words that a language cannot do without are counted: a file is
    reported if it has many of another language's and hardly any of its own. Languages in other
    letters than they say are reported too.

    Example: a CV in German with the language `en-US`

    Use instead: the language of most of its text; passages in another one are marked where they stand
    """,
)

COPYING_FORBIDDEN = documented(
    "A106",
    "copying-forbidden",
    Severity.ERROR,
    """A PDF forbids programs to take its text out.

    It is encrypted, with permissions that leave out copying (ISO 32000-1, 7.6.3.2, bit 5). Parsers
    of CVs that keep to it find nothing, and some screen readers are shut out too (ISO 14289-1, 7.16).
    It protects from nobody: everybody who can see the text can type it.

    Example: a CV that was "protected against copying"

    Use instead: a file without restrictions
    """,
)

NO_BOOKMARKS = documented(
    "A107",
    "no-bookmarks",
    Severity.WARNING,
    """A PDF of five pages or more has no bookmarks.

    They are its table of contents, beside the text: whoever reads with the keyboard or at large
    magnification gets to a section by them, rather than through all pages before it
    (WCAG 2.4.5, technique PDF2; ISO 14289-1, 7.17). Files of up to four pages are as quickly
    gone through, so they are not reported.

    Example: an academic CV of nine pages without an outline

    Use instead: bookmarks made of the headings; most programs have an option for it
    """,
)

FILE_ACCESS_RULES = (
    NO_TITLE,
    TITLE_NOT_SHOWN,
    NO_LANGUAGE,
    BROKEN_LANGUAGE_TAG,
    OTHER_LANGUAGE,
    COPYING_FORBIDDEN,
    NO_BOOKMARKS,
)
"""The rules about access to files as a whole."""
