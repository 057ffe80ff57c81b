"""What LaTeX formulas may hold: what is wrong with one, found without drawing it.

Commands and environments are those that latex2mathml knows; it would itself show an unknown
one as a word. Macros are not taken: there is no use for them within one formula, and they are
how a few characters become a million.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from xml.etree.ElementTree import Element

__all__ = ["LONGEST_FORMULA", "LatexFault", "commands", "latex_fault"]

LONGEST_FORMULA: Final = 1_000
"""The most characters that a formula may have: some ten lines of LaTeX."""

_DEEPEST: Final = 20
_MOST_ROWS: Final = 30

_UNSUPPORTED: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        r"\def \gdef \edef \let \newcommand \renewcommand \providecommand \newenvironment \DeclareMathOperator".split(),
        "write out what it stands for",
    ),
    **dict.fromkeys(
        r"\color \textcolor \colorbox \fcolorbox \style \class".split(), "a formula has the colour of its text"
    ),
    **dict.fromkeys(r"\href \verb \unicode \rule \tag \label \ref \eqref \cite".split(), "leave it out"),
}
"""Commands that have no place in a formula of a text, and what to do instead."""

_SIGNS: Final = frozenset("\\{}|_%#$&,:;!> \n")
"""What may stand right behind a backslash besides letters."""

_FURTHER_COMMANDS: Final = frozenset(r"\of \begin \end \nonumber \notag \hline".split())
_ENVIRONMENTS: Final = frozenset("aligned".split())
"""What is known beside latex2mathml's tables."""

_LIKENESS: Final[Mapping[str, str]] = {
    "NoAvailableTokensError": "something is missing behind a command",
    "MissingSuperScriptOrSubscriptError": "nothing follows `^` or `_`",
    "DoubleSubscriptsError": "two subscripts follow one another",
    "DoubleSuperscriptsError": "two superscripts follow one another",
    "ExtraLeftOrMissingRightError": r"`\left` and `\right` do not pair",
    "NumeratorNotFoundError": "a fraction has no numerator",
    "DenominatorNotFoundError": "a fraction has no denominator",
    "MissingEndError": r"`\begin` has no `\end`",
    "InvalidAlignmentError": "an array's columns are none of l, c and r",
    "LimitsMustFollowMathOperatorError": r"`\limits` does not follow an operator",
}
"""In plain words, what latex2mathml says by the name of an exception."""

_NUMBER_OF_CHILDREN: Final[Mapping[str, int]] = {
    **dict.fromkeys(("mfrac", "msub", "msup", "munder", "mover", "mroot"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""See https://www.w3.org/TR/mathml-core/."""

_ROWS: Final = frozenset("math mrow msqrt mstyle mtd menclose mpadded mphantom".split())
_MOST_WORK: Final = 5_000
"""Half a second's; a usual formula takes some hundreds."""

_OPEN_BRACE: Final = ("the formula does not close a brace", "add `}`")

_TOKEN = re.compile(
    r"""
    \\(?:begin|end)\s*\{(?P<environment>[^{}]*)\}
    | (?P<command>\\(?:[A-Za-z]+|.|\Z))
    | [{}&#%$]
    """,
    re.DOTALL | re.VERBOSE,
)


class LatexFault(NamedTuple):
    """What is wrong with a formula.

    Attributes:
        message: what is wrong, a sentence without a full stop.
        hint: how to mend it, or an empty string.
        part: the characters that it is about; empty if the whole formula is.
        start: where these stand in the formula.
        is_unknown: whether they are a command that is not known.
    """

    message: str
    hint: str = ""
    part: str = ""
    start: int = 0
    is_unknown: bool = False


@lru_cache(maxsize=1024)
def latex_fault(latex: str) -> LatexFault | None:
    """The first thing that is wrong with a formula, or None.

    Args:
        latex: the formula, without dollar signs.
    """
    if len(latex) > LONGEST_FORMULA:
        message = f"the formula has {len(latex):,} characters"
        return LatexFault(message, f"the longest that can be set has {LONGEST_FORMULA:,}")
    if not latex.strip():
        return LatexFault("the formula is empty")
    return next(_faults_of_tokens(latex), None) or _fault_of_structure(latex)


@cache
def commands() -> frozenset[str]:
    r"""All commands of letters that a formula can have, such as `\alpha`."""
    from latex2mathml import commands as tables
    from latex2mathml.symbols_parser import SYMBOLS

    known: set[str] = {*SYMBOLS, *_FURTHER_COMMANDS}
    for table in vars(tables).values():
        if isinstance(table, str):
            known.add(table)
        elif isinstance(table, (tuple, dict)):
            known.update(table)
    return frozenset(name for name in known if re.fullmatch(r"\\[A-Za-z]+", name)) - _UNSUPPORTED.keys()


@cache
def _environments() -> Collection[str]:
    from latex2mathml.commands import MATRICES

    return _ENVIRONMENTS | {name[1:] for name in MATRICES}


def _faults_of_tokens(latex: str) -> Iterator[LatexFault]:
    """What can be seen without knowing what commands take: unknown ones, braces, stray signs."""
    opened: list[str] = []
    rows = 0
    for match in _TOKEN.finditer(latex):
        written = match[0]
        if match["environment"] is not None:
            yield from _faults_of_environment(match, opened)
        elif written in "{}":
            yield from _faults_of_brace(written, opened)
        elif match["command"]:
            rows += written == "\\\\"
            yield from _faults_of_command(match)
        elif written != "&" or not (any(opened) or r"\substack" in latex):
            yield LatexFault(f"`{written}` has a meaning of its own in LaTeX", rf"write `\{written}` for the sign")
        if len(opened) > _DEEPEST or rows > _MOST_ROWS:
            hint = f"{_DEEPEST} braces within one another and {_MOST_ROWS} rows are the most"
            yield LatexFault("the formula is too large", hint)
    if opened:
        name = opened[-1]
        yield LatexFault(f"`\\begin{{{name}}}` has no `\\end`") if name else LatexFault(*_OPEN_BRACE)


def _faults_of_brace(written: str, opened: list[str]) -> Iterator[LatexFault]:
    """Open a brace, which among the environments has no name, or close it."""
    if written == "{":
        opened.append("")
    elif not opened or opened.pop():
        yield LatexFault("the formula closes a brace that it does not open", r"a brace to be seen is written `\}`")


def _faults_of_environment(match: re.Match[str], opened: list[str]) -> Iterator[LatexFault]:
    name = match["environment"]
    if name not in _environments():
        message = f"the formula has an environment that cvpress does not know: `{name}`"
        yield LatexFault(message, part=match[0], start=match.start())
    elif match[0].startswith(r"\begin"):
        opened.append(name)
    elif opened and not opened[-1]:
        yield LatexFault(*_OPEN_BRACE)
    elif not opened or opened.pop() != name:
        yield LatexFault(f"`{match[0]}` does not pair with a `\\begin`", part=match[0], start=match.start())


def _faults_of_command(match: re.Match[str]) -> Iterator[LatexFault]:
    name = match[0]
    if name == "\\":
        yield LatexFault("the formula ends in a backslash")
    elif hint := _UNSUPPORTED.get(name, ""):
        yield LatexFault(f"`{name}` has no place in the formula of a text", hint, name, match.start())
    elif name[1:] not in _SIGNS and name not in commands():
        message = f"the formula has a command that cvpress does not know: `{name}`"
        yield LatexFault(message, _usual_spelling(name), name, match.start(), is_unknown=True)


def _usual_spelling(name: str) -> str:
    """What is meant by commands that many define for themselves."""
    return rf"write `\mathbb{{{name[1:]}}}`" if len(name) == 2 and name[1:].isupper() else ""


def _fault_of_structure(latex: str) -> LatexFault | None:
    """What latex2mathml finds when it converts a formula, or what is missing in the result."""
    from latex2mathml.converter import convert_to_element

    try:
        root = convert_to_element(latex)
    except RecursionError:
        return LatexFault("the formula is too deeply nested")
    except Exception as error:  # noqa: BLE001  # its exceptions have no base, and it lets others through
        return LatexFault(_LIKENESS.get(type(error).__name__, "the formula cannot be read"))
    if any(len(element) < _NUMBER_OF_CHILDREN.get(element.tag, 0) for element in root.iter()):
        return LatexFault(_LIKENESS["NoAvailableTokensError"])
    return LatexFault("the formula is too deeply nested") if _work(root) > _MOST_WORK else None


def _work(root: Element) -> int:
    """How often a sign is measured when the formula is drawn: twice for each row that it stands in."""
    work = 0
    rest = [(root, 1)]
    while rest and work <= _MOST_WORK:
        element, times = rest.pop()
        work += times
        rest.extend((child, times * 2 if element.tag in _ROWS else times) for child in element)
    return work
