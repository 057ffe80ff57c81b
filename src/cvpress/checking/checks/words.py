"""Whether words come out of a file as words: found, unbroken, apart (rules P201..P204)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, with_profile
from cvpress.checking.checks.comparing import glued_pairs, hyphenated_words, letterspaced, split_pairs
from cvpress.checking.checks.squeezing import line_near, listed, shortened
from cvpress.checking.checks.verdicts import Verdict, verdict
from cvpress.checking.checks.writing import left_to_right
from cvpress.checking.parser.layout import are_slides
from cvpress.rules.file_texts import GLUED_WORDS, HYPHENATED_WORD, MISSING_TEXT, SPLIT_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cvpress.checking.check import Check, Checked

__all__ = ["WORD_CHECKS"]


@checks(MISSING_TEXT, when=with_profile)
def _missing(checked: Checked) -> Iterator[Found]:
    least = len(checked.artefact.readings) if are_slides(checked.artefact) else 1
    for text, extractors in _texts_that_are(checked, Verdict.MISSING):
        yield Found(f"{shortened(text)} is not found by {listed(extractors)}", line=line_near(checked.artefact, text))
    for text, extractors in _texts_that_are(checked, Verdict.SCATTERED) if left_to_right(checked) else ():
        if len(extractors) < least:
            continue
        message = f"{shortened(text)} is read in pieces, with other text between them, by {listed(extractors)}"
        yield Found(message, line=line_near(checked.artefact, text))


@checks(HYPHENATED_WORD, when=left_to_right)
def _hyphenated(checked: Checked) -> Iterator[Found]:
    if checked.wanted:
        for text, extractors in _texts_that_are(checked, Verdict.HYPHENATED):
            message = f"a word of {shortened(text)} has a hyphen at the end of a line for {listed(extractors)}"
            yield Found(message, _NO_HYPHENS, line=line_near(checked.artefact, text))
        return
    for line, word in hyphenated_words(checked.artefact):
        yield Found(f"“{word}” is broken with a hyphen at the end of the line", _NO_HYPHENS, line=line)


_NO_HYPHENS: Final = "switch hyphenation off"


@checks(SPLIT_WORD, when=left_to_right)
def _split(checked: Checked) -> Iterator[Found]:
    hint = "keep letterspacing under a tenth of the size, and ligatures as the font has them"
    if checked.wanted:
        for text, extractors in _texts_that_are(checked, Verdict.SPLIT):
            message = f"there are blanks within words of {shortened(text)} for {listed(extractors)}"
            yield Found(message, hint, line=line_near(checked.artefact, text))
        return
    for text, extractors in _grouped(letterspaced(checked.artefact)):
        message = f"letters instead of words are found by {listed(extractors)}: {shortened(text)}"
        yield Found(message, hint, line=line_near(checked.artefact, re.sub(r"\s", "", text)))
    for text, extractors in _grouped(split_pairs(checked.artefact)):
        word = re.sub(r"\s", "", text)
        message = f"“{word}” comes out as “{text}” from {listed(extractors)}"
        yield Found(message, hint, line=line_near(checked.artefact, word))


@checks(GLUED_WORDS, when=left_to_right)
def _glued(checked: Checked) -> Iterator[Found]:
    hint = "leave more room between them, or a blank"
    if checked.wanted:
        for text, extractors in _texts_that_are(checked, Verdict.GLUED):
            message = f"{shortened(text)}, or what is beside it, loses a blank with {listed(extractors)}"
            yield Found(message, hint, line=line_near(checked.artefact, text))
        return
    for text, extractors in _grouped(glued_pairs(checked.artefact)):
        word = re.sub(r"\s", "", text)
        line = line_near(checked.artefact, text) or line_near(checked.artefact, text.split()[0])
        yield Found(f"“{text}” comes out as “{word}” from {listed(extractors)}", hint, line=line)


def _texts_that_are(checked: Checked, fault: Verdict) -> Iterator[tuple[str, list[str]]]:
    """The texts of the profile that have a fault, each with the extractors that make it."""
    texts = dict.fromkeys(checked.wanted.texts if checked.wanted else ())
    for text in texts:
        readings = checked.artefact.readings
        extractors = [one.extractor for one in readings if verdict(text, one) is fault]
        if extractors:
            yield text, extractors


def _grouped(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """What was found, each with the extractors that find it so."""
    groups: dict[str, list[str]] = {}
    for extractor, text in found:
        groups.setdefault(text, []).append(extractor)
    yield from groups.items()


WORD_CHECKS: Final[tuple[Check, ...]] = (_missing, _hyphenated, _split, _glued)
"""The checks of words."""
