"""Family V, formulas in texts. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding
from cvpress.rules.rule import rule
from cvpress.rules.words import FREE_KEY_PREFIX
from cvpress.values.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents
    from cvpress.values.latex import LatexFault

__all__ = ["may_have_formulas", "not_a_formula"]

_LATEX: Final = "formulas"
"""The key of lists whose texts are LaTeX alone, without dollar signs."""

_SHOWN_AS_WRITTEN: Final = frozenset("meta id url image email phone keywords tags authors location".split())
"""Keys of texts that have no markup: dollar signs are none there."""

_MOST_CHARACTERS: Final = 20_000
"""Of all formulas of a profile together; to set ten takes some 5 ms."""


@rule("V117", "not-a-formula")
def not_a_formula(contents: Contents) -> Iterator[Finding]:
    r"""A formula is not LaTeX, or has what cvpress cannot set.

    `$…$` in a text is a formula: the first dollar sign stands right before something other than
    a blank, the last right behind it and before no digit. Prices are none: `$5 and $10`.
    Commands are those of LaTeX's mathematics and of amsmath, without macros of one's own;
    a formula has at most 1,000 characters, and all of a profile have at most 20,000.

    Example: `Error below $\epsilom$, in $O(n^{2)$ steps`

    Use instead: `Error below $\epsilon$, in $O(n^{2})$ steps`
    """
    if not contents.may_have_formulas:
        return
    from cvpress.values.latex import latex_fault

    characters = 0
    for pointer, latex, source, whole in _formulas(contents.data):
        characters += len(latex)
        if characters > _MOST_CHARACTERS:
            message = f"the formulas of the profile have more than {_MOST_CHARACTERS:,} characters"
            yield Finding(pointer, message, "write what follows as text", part=source)
            return
        if fault := latex_fault(latex):
            yield _finding(pointer, source, whole, fault)


def may_have_formulas(text: str) -> bool:
    r"""Whether the text of a file has a sign of a formula: most have none, and need not be looked through.

    Args:
        text: all that stands in the file; a dollar sign may be escaped in it, as `\u0024`.
    """
    is_escaped = "\\" in text and "24" in text
    return is_escaped or text.count("$") > text.count("$schema") or _LATEX in text


def _formulas(data: dict[str, Any]) -> Iterator[tuple[Pointer, str, str, str]]:
    """Of every formula the place, the LaTeX, how it stands in its text, and the text."""
    from cvpress.values.formulas import formulas

    for pointer, text in _texts(data):
        if len(pointer) > 1 and pointer[-2] == _LATEX:
            yield pointer, text, text, text
        else:
            yield from ((pointer, found.latex, text[found.start : found.end], text) for found in formulas(text))


def _texts(data: dict[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """The texts that have markup, in the order of the file."""
    rest: list[tuple[Pointer, Any]] = [((), data)]
    while rest:
        pointer, value = rest.pop()
        if isinstance(value, str):
            yield pointer, value
        elif isinstance(value, dict):
            rest += [((*pointer, key), value[key]) for key in reversed(value) if not _is_without_markup(key)]
        elif isinstance(value, list):
            rest += [((*pointer, index), value[index]) for index in reversed(range(len(value)))]


def _is_without_markup(key: str) -> bool:
    return key in _SHOWN_AS_WRITTEN or key.startswith(FREE_KEY_PREFIX)


def _finding(pointer: Pointer, source: str, whole: str, fault: LatexFault) -> Finding:
    """A finding that marks what is wrong: a command, or the whole formula.

    Args:
        pointer: the text.
        source: the formula as it stands there.
        whole: the text.
        fault: what is wrong.
    """
    # What is marked is the first place of these words in the text, which may be another.
    is_first = fault.part and whole.find(fault.part) == whole.find(source) + source.find(fault.part)
    return Finding(pointer, fault.message, _hint(fault), part=fault.part if is_first else source)


def _hint(fault: LatexFault) -> str:
    if fault.hint or not fault.is_unknown:
        return fault.hint
    from cvpress.values.latex import commands

    known = [name[1:] for name in commands() if name[1:2] == fault.part[1:2]]
    match = nearest(fault.part[1:], known)
    return f"did you mean `\\{match}`?" if match else "cvpress knows the commands of LaTeX's mathematics and of amsmath"
