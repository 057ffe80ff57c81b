"""Family A: the links of finished files: whether they can be found, and lead where they say."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["FILE_LINK_RULES", "LINK_ELSEWHERE", "LOCAL_LINK", "UNTAGGED_LINK", "VAGUE_LINK", "WORDLESS_LINK"]

UNTAGGED_LINK = documented(
    "A301",
    "untagged-link",
    Severity.ERROR,
    """A tagged PDF has a link that its tags know nothing of.

    A screen reader reads the words and does not say that they lead anywhere
    (ISO 14289-1, 7.18.5; Matterhorn 28-011; WCAG 1.3.1, technique PDF11).

    Example: a link that was drawn over the page afterwards

    Use instead: a Link element with an OBJR that names the annotation
    """,
)

WORDLESS_LINK = documented(
    "A302",
    "wordless-link",
    Severity.ERROR,
    """A link has no words.

    It lies on an icon or a picture, and nothing says where it leads (WCAG 2.4.4 and 4.1.2; ISO 14289-1, 7.18.5).
    A parser of CVs finds no words there either.

    Example: GitHub's mark, linked

    Use instead: the address or a word beside the icon; at least a description: the annotation's /Contents,
    the picture's alternative text, `aria-label`
    """,
)

LINK_ELSEWHERE = documented(
    "A303",
    "link-elsewhere",
    Severity.ERROR,
    """A link leads to another address than the one that is printed.

    Mostly it was copied from another CV or from a template, and the profile is another person's. Readers of
    mail look out for such links as a sign of fraud, and who reads on paper gets elsewhere than who clicks
    (WCAG 2.4.4; the links of a CV are also read by parsers, some from the text, some from the targets).
    Compared are web addresses, mail addresses and phone numbers; words such as "GitHub" may lead anywhere.

    Example: `github.com/marie` that leads to `https://github.com/pierre`

    Use instead: the same address in both places; what is printed may leave out `https://`, `www.` and the end
    """,
)

LOCAL_LINK = documented(
    "A304",
    "local-link",
    Severity.ERROR,
    """A link leads to a place that only its author's computer has.

    For everybody else it is broken: the path of a file, a server at home, an address without `https://`,
    which viewers look for beside the file; or it is a script, which viewers refuse (ISO 32000-1, 12.6.4.7;
    RFC 3986, 4.2).

    Example: `file:///C:/Users/marie/cv.html`, `http://localhost:4000`, `www.example.org`

    Use instead: `https://www.example.org`
    """,
)

VAGUE_LINK = documented(
    "A305",
    "vague-link",
    Severity.WARNING,
    """The words of a link do not say where it leads.

    Screen readers list the links of a file without what stands around them: ten times "here" is no list.
    On paper nothing is left of such a link (WCAG 2.4.4 and 2.4.9, failure F84).

    Example: "click here", "link", "read more"

    Use instead: the address, or what is there: "Thesis", "Slides of the talk"
    """,
)

FILE_LINK_RULES = (UNTAGGED_LINK, WORDLESS_LINK, LINK_ELSEWHERE, LOCAL_LINK, VAGUE_LINK)
"""The rules about links."""
