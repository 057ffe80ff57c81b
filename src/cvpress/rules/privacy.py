"""Family C, what is private and comes out all the same. Checks take a profile's contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.contents import is_private
from cvpress.rules.rule import rule
from cvpress.rules.words import FREE_KEY_PREFIX, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.diagnostics import Pointer
    from cvpress.rules.contents import Contents

__all__ = ["private_text"]

_PROSE: Final = frozenset("summary highlights text reference situation task action result reflection lessons".split())
"""Keys of entries whose texts are one's own words; a name or a title may well stand in two places."""

_FEWEST_CHARACTERS: Final = 40
"""What is shorter may be alike by chance."""


@rule("C110", "private-text", Severity.WARNING)
def private_text(contents: Contents) -> Iterator[Finding]:
    """A sentence of a private entry stands word for word where everybody reads it.

    `visibility: private` keeps an entry out of every output, and so are stories kept unless
    they say `public`; but nothing keeps a copy of their words out. Sentences of 40 characters
    and more are compared.

    If both are meant, say so where it is public: `# cvpress: ignore[C110]`.

    Example: a private story and a highlight that both say "My manager and I could not agree on the budget."

    Use instead: other words where everybody reads them
    """
    if "stories" not in contents.sections and not any("visibility" in entry for _, entry in contents.entries):
        return
    private = {
        sentence: pointer
        for pointer, entry in contents.entries
        if is_private(pointer[0], entry)
        for text in _prose(entry)
        for sentence in _sentences(text)
    }
    for pointer, text in _public_texts(contents.data) if private else ():
        for sentence in _sentences(text):
            if sentence in private:
                *_, section, index = private[sentence]
                message = f"the private entry {int(index) + 1} of `{section}` says the same: {quoted(sentence)}"
                yield Finding(pointer, message, "say it in other words here, or drop it there")
                break


def _prose(entry: dict[str, Any]) -> Iterator[str]:
    for key in _PROSE & entry.keys():
        values = entry[key] if isinstance(entry[key], list) else [entry[key]]
        yield from (value for value in values if isinstance(value, str))


def _public_texts(data: dict[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """The texts that are long enough to compare, and that an output may show."""
    rest: list[tuple[Pointer, Any]] = [((), data)]
    while rest:
        pointer, value = rest.pop()
        is_group = isinstance(value, dict)
        if is_group and pointer and is_private(pointer[0], value):
            continue
        for step, child in value.items() if is_group else enumerate(value):
            if isinstance(child, str):
                if len(child) >= _FEWEST_CHARACTERS and not _is_own(step):
                    yield (*pointer, step), child
            elif isinstance(child, (dict, list)) and not _is_own(step):
                rest.append(((*pointer, step), child))


def _is_own(step: str | int) -> bool:
    """Whether what stands there is for the user and their tools alone."""
    return isinstance(step, str) and (step == "meta" or step.startswith(FREE_KEY_PREFIX))


def _sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to compare, with one blank between words."""
    line = " ".join(text.split()) if "\n" in text else text
    sentences = [sentence.rstrip(".!? ") for sentence in line.split(". ")]
    return [sentence for sentence in sentences if len(sentence) >= _FEWEST_CHARACTERS and " " in sentence]
