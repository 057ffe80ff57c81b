"""What text that somebody meant to replace looks like: `[company]`, `{{name}}`, `TODO: write`, "Lorem ipsum".

What stands in brackets is judged by its words: `[Preprint]`, `[in press]` and `[sic]` are meant.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cvpress.values.formulas import formulas

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PLACEHOLDER_PATTERN", "PLACEHOLDER_SIGN_PATTERN", "placeholders"]

_NOUNS: Final = frozenset(
    """
    company companies organization organisation employer institution university college school department
    faculty name names surname position role job title manager recruiter recipient date year years month months
    day city town country location place address street phone email url industry field skill skills number amount
    percentage achievement degree todo tbd fixme xx xxx
    firma firmenname unternehmen unternehmens unternehmensname arbeitgeber arbeitgebers namen vorname nachname stelle
    stellenbezeichnung ansprechpartner ansprechpartnerin datum ort stadt straße adresse anschrift telefonnummer
    hochschule universität abteilung branche jahr jahre monat anzahl beruf
    nom prénom entreprise société poste ville pays adresse université année années employeur
    nombre empresa puesto fecha ciudad universidad cargo
    nome azienda città posizione università
    """.split()
)
"""What is to be filled in: with one of these, and all other words of these or of those, a bracket is a placeholder."""

_OTHER_WORDS: Final = frozenset(
    """
    a an the of or and for at my their your this new target first last full middle hiring here insert contact
    team project product website link text course subject person specific relevant x n s
    der die das des dem den ihr ihre ihres hier einfügen eintragen oder und
    de la le les du des l d votre à ou et
    el los del tu su
    il lo della dell di
    """.split()
)

_BEGINNINGS: Final = frozenset(
    """
    your insert add enter replace fill mention describe ihr ihre ihren ihrem ihrer dein deine deinen deinem
    votre vos insérer indiquer
    """.split()
)
"""What can only begin a request, whatever follows."""

_ARTICLES: Final = frozenset("a an the der die das la le les el il".split())
"""With one of these a bracket begins that was added to a quotation: "she joined [the company] in 2019"."""

_INSIDE: Final = r"[^\[\]\n{}\\^=]"  # neither another bracket nor a formula

PLACEHOLDER_PATTERN: Final = (
    rf"\[[A-Za-z]{_INSIDE}*\](?:[^(\[]|$)|\{{\{{|\b(?:TODO|TBD|FIXME|XXX+)\b|[Ll]orem ipsum"
    "|^(?:todo|tbd|fixme|xxx)[^A-Za-z]*$"
)
"""What every placeholder matches, and few other texts; it stands in the strict schema.

A native validator would take milliseconds to read a pattern with the words that may stand in brackets.
"""

PLACEHOLDER_SIGN_PATTERN: Final = r"\[[A-Za-z]|\{\{|TODO|TBD|FIXME|XXX|orem ipsum|^(?:todo|tbd|fixme|xxx)"
"""What every placeholder has and few other texts do; a native validator finds it ten times as fast."""

_BRACKET: Final = re.compile(rf"(?<![\]\w])\[([A-Za-z]{_INSIDE}*)\](?![(\[])")
"""One that opens a Markdown link is none, nor is an index: x[name]."""

_GAP: Final = re.compile("[ ,'’/_-]+")
_MARK: Final = re.compile(
    r"""
    \{\{[^{}]*\}\} | \{\{
    | (?<![^\s(\['*_-]) (?:TODO|TBD|FIXME)  # but not "Built a TODO app"
      (?= [:?!…)] | \.*\s*\Z
        | [ ](?:add|ask|check|complete|describe|explain|fill|find|finish|include|insert|mention|replace)[ ]
        | [ ](?:say|update|write)[ ] )
    | \A(?:todo|tbd|fixme|xxx|XXX)(?=[.:?!…]*\s*\Z)
    | \bX{4,}\b
    | [Ll]orem[ ]ipsum
    """,
    re.VERBOSE,
)
_MOST: Final = 20
"""How many placeholders of one text are told: to find the place of each takes time."""

_CODE: Final = re.compile(r"`[^`\n]+`")


def placeholders(text: str) -> Iterator[str]:
    """The first placeholders in a text, each once; what is marked up as code is none, nor what a formula holds."""
    prose = _CODE.sub(lambda code: "`" * len(code.group()), text)
    prose = _without_formulas(prose)
    brackets = [match.group() for match in _BRACKET.finditer(prose) if _is_to_be_filled_in(match[1])]
    found = dict.fromkeys([*brackets, *(match.group() for match in _MARK.finditer(prose))])
    yield from islice(found, _MOST)


def _without_formulas(text: str) -> str:
    parts: list[str] = []
    end = 0
    for formula in formulas(text):
        parts += (text[end : formula.start], "$" * (formula.end - formula.start))
        end = formula.end
    return "".join((*parts, text[end:]))


def _is_to_be_filled_in(inside: str) -> bool:
    """Whether the words in a bracket stand for others."""
    words = _GAP.split(inside.lower())
    if len(words) > 1 and words[0] in _BEGINNINGS:
        return True
    if words[0] in _ARTICLES:
        return False
    return not _NOUNS.isdisjoint(words) and all(word in _NOUNS or word in _OTHER_WORDS for word in words)
