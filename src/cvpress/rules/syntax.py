"""Family S: texts that cannot be read. The readers find these; here is what they mean."""

from __future__ import annotations

from cvpress.diagnostics import Severity
from cvpress.rules.rule import Rule, documented

__all__ = ["SYNTAX_RULES", "TOO_LARGE"]


def _documented(code: str, name: str, doc: str) -> Rule:
    return documented(code, name, Severity.ERROR, doc)


SYNTAX_RULES = (
    _documented(
        "S101",
        "broken-json",
        """The file is not JSON.

        JSON is strict: keys and texts in double quotes, no comma after the last item, no
        comments. Nothing can be said of a file before it can be read, so this comes alone.

        Example: `{"name": "Marie",}`

        Use instead: `{"name": "Marie"}`, or YAML, which allows comments
        """,
    ),
    _documented(
        "S102",
        "broken-yaml",
        """The file is not YAML.

        Most often the indentation is off, or a text holds `: ` or ` #` or begins with a
        character that YAML keeps for itself, and wants quotes. Nothing can be said of a
        file before it can be read, so this comes alone.

        Example: `summary: Aim: radium`

        Use instead: `summary: "Aim: radium"`
        """,
    ),
    _documented(
        "S103",
        "broken-toml",
        """The file is not TOML.

        Most often a text lacks its quotes, or a table is written twice. Nothing can be said
        of a file before it can be read, so this comes alone.

        Example: `name = Marie`

        Use instead: `name = "Marie"`
        """,
    ),
    _documented(
        "S104",
        "duplicate-key",
        """A key stands twice in the same group.

        Programs keep one of the two and drop the other without a word, and not all of
        them keep the same.

        Example: a second `email:` below `basics:`

        Use instead: one of them; further mail addresses stand in `emails`
        """,
    ),
    _documented(
        "S105",
        "not-utf-8",
        """The file is not encoded in UTF-8.

        JSON and TOML are UTF-8 by definition, and YAML files in practice. In another
        encoding names lose their accents.

        Example: a file saved as Latin-1 or UTF-16

        Use instead: "UTF-8" in the editor's dialogue for saving
        """,
    ),
    _documented(
        "S106",
        "too-large",
        """The file is too large, or too deeply nested.

        No profile needs it; a file that does is broken, or made to bring programs down.

        Example: a thousand brackets inside each other

        Use instead: a profile of less than 10 MiB and fewer than 100 levels
        """,
    ),
    _documented(
        "S107",
        "not-in-json",
        """The YAML file uses something that JSON cannot say.

        A profile is data that can be written in JSON, YAML and TOML alike: no tags of one's
        own, no merge keys, no second document, no lists as keys.

        Example: `<<: *defaults`

        Use instead: the keys themselves; anchors and aliases as values are fine
        """,
    ),
    _documented(
        "S108",
        "forbidden-character",
        """The file holds a character that no text may hold.

        Control characters and halves of surrogate pairs come from broken copies or
        conversions. They are not seen in an editor, and would break the PDF.

        Example: a NUL character

        Use instead: the text typed anew
        """,
    ),
    _documented(
        "S109",
        "forbidden-number",
        """A number is none that JSON can hold.

        Infinities, "not a number" and figures beyond 1e308 have no place in JSON, and
        programs that write one make a file that others cannot read.

        Example: `NaN`, `.inf`, `1e999`

        Use instead: a number, or a text in quotes
        """,
    ),
    _documented(
        "S110",
        "not-a-profile",
        """The file holds no profile.

        A profile is a group of sections: `basics`, `work`, `education` and so on. A file
        that is empty, or holds a list or a text, is something else.

        Example: an empty file

        Use instead: what `cvpress new` writes
        """,
    ),
)
"""The faults that readers report, by code."""

TOO_LARGE = next(rule for rule in SYNTAX_RULES if rule.code == "S106")
"""What is also told where more is wrong with a file than can be."""
