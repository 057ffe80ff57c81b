"""Family B: bibliographies. The reader of .bib files finds these; here is what they mean."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import documented

__all__ = ["BIBLIOGRAPHY_RULES", "BIBLIOGRAPHY_UNUSABLE", "UNKNOWN_CITATION_KEY"]


BIBLIOGRAPHY_UNUSABLE = documented(
    "B104",
    "bibliography-unusable",
    Severity.ERROR,
    """The bibliography cannot be read.

    It is a .bib file in the folder of the profile, or below it: at most 2 MiB and 5,000
    entries. No file outside that folder is read, nor through a symbolic link that leads out
    of it. Without it, the publications that you expect are missing.

    Example: `bibliography: ../papers/all.bib`

    Use instead: `bibliography: refs.bib`, with the file beside the profile
    """,
)

UNKNOWN_CITATION_KEY = documented(
    "B109",
    "unknown-citation-key",
    Severity.WARNING,
    """A publication of the profile stands for an entry that the .bib file does not have.

    One without a name of its own has nothing to show then. A private one is to keep an entry
    out of every output, and keeps out none: that is an error. Keys are compared in any case
    and without blanks around them; the further names in `ids` count, too.

    Example: `{key: curie1899, visibility: private}` where the .bib file has `@article{curie1898,`

    Use instead: `{key: curie1898, visibility: private}`
    """,
)

BIBLIOGRAPHY_RULES = (
    documented(
        "B101",
        "broken-bibtex",
        Severity.ERROR,
        """The .bib file is broken here.

        A brace or a quote is never closed, a comma is missing, or a string is used that is
        not defined before. The entry is left out, and the next one is read. As in BibTeX, a
        brace counts also behind a backslash.

        Example: `@article{curie1898, title = {On radium year = 1898}`

        Use instead: `@article{curie1898, title = {On radium}, year = 1898}`
        """,
    ),
    documented(
        "B102",
        "duplicate-citation-key",
        Severity.ERROR,
        """Two entries of the .bib file have the same citation key.

        A key stands for one entry; the first one counts, and the other is left out.

        Example: two entries that begin with `@article{curie1898,`

        Use instead: `@article{curie1898a,` and `@article{curie1898b,`
        """,
    ),
    documented(
        "B103",
        "untitled-publication",
        Severity.WARNING,
        """An entry of the .bib file has no title.

        A publication is shown by its title; without one it is left out.

        Example: `@misc{curie1898, year = 1898}`

        Use instead: `@misc{curie1898, title = {On radium}, year = 1898}`
        """,
    ),
    BIBLIOGRAPHY_UNUSABLE,
    documented(
        "B105",
        "publication-date",
        Severity.WARNING,
        """A year or a date of the .bib file is none.

        The publication is shown without a date, behind all that have one. What is not out
        yet may say so in place of a year: `in press`, `forthcoming`, `submitted`.

        Example: `year = {last summer}`

        Use instead: `year = 2019`, or `date = {2019-05-31}`
        """,
    ),
    documented(
        "B106",
        "unknown-entry-type",
        Severity.WARNING,
        """BibTeX and biblatex have no entry type of this name.

        The publication is shown among the others, as one of no special kind.

        Example: `@artcle{curie1898, …}`

        Use instead: `@article{curie1898, …}`
        """,
    ),
    documented(
        "B107",
        "duplicate-field",
        Severity.WARNING,
        """An entry of the .bib file has the same field twice.

        The first one counts, as in BibTeX; biber takes the last.

        Example: `year = 1898, year = 1899`

        Use instead: one of them
        """,
    ),
    documented(
        "B108",
        "publication-url",
        Severity.WARNING,
        """A URL of the .bib file is nothing that an output links to.

        It is left out. Links lead to http, https, mailto and tel.

        Example: `url = {www.example.org/paper}`

        Use instead: `url = {https://www.example.org/paper}`
        """,
    ),
    UNKNOWN_CITATION_KEY,
)
"""The rules about the .bib file of a profile."""
