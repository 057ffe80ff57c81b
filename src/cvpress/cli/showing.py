"""What `cvpress check --show` prints: a file as a parser reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cvpress.cli.terminal import note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cvpress.checking.artefact import Artefact
    from cvpress.cli.wanting import WantedBy
    from cvpress.policy.settings import Settings

__all__ = ["shown_fields", "shown_texts"]


def shown_texts(artefacts: Iterable[Artefact], extractor: str) -> str:
    """The texts of some files, each as an extractor takes it out; a page of HTML has one text only.

    Whatever would command a terminal is left out, since the text may be anybody's.
    """
    return "".join(f"{_harmless(_text(artefact, extractor)).rstrip()}\n" for artefact in artefacts)


def _text(artefact: Artefact, extractor: str) -> str:
    readings = {reading.extractor: reading for reading in artefact.readings}
    reading = readings.get(extractor) or artefact.readings[0]
    if reading.reason:
        note(f"{reading.extractor} failed with {artefact.name}: {reading.reason}")
    return reading.text


def _harmless(text: str) -> str:
    return "".join(sign for sign in text if sign in "\n\t\f" or (sign >= " " and not "\x7f" <= sign <= "\x9f"))


def shown_fields(artefacts: Iterable[Artefact], wanted: WantedBy, settings: Settings) -> str:
    """The fields that a parser fills in, and the rules that hold, as a JSON array of an object a file."""
    from cvpress.checking.run import check_artefact
    from cvpress.checking.told import outcome_as_data
    from cvpress.policy.policy import Policy

    policy = Policy(settings)
    outcomes = (check_artefact(artefact, wanted.of(artefact), policy) for artefact in artefacts)
    return f"{json.dumps([outcome_as_data(outcome) for outcome in outcomes], indent=2)}\n"
