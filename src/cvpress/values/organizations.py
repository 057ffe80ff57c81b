"""Names of organisations."""

from __future__ import annotations

from typing import Final

__all__ = ["LEGAL_FORMS", "without_legal_form"]

LEGAL_FORMS: Final = frozenset("AB AG BV Co Company Corp Corporation GmbH Inc LLC Limited Ltd NV PLC plc SA SE".split())
"""What ends the name of a company in a register, and is left out in prose."""

_FURTHER_FORMS: Final = frozenset(
    "AS ASA A/S ApS eG eV gGmbH gAG Incorporated KG KGaA KK LLP LP mbH OHG Oy Oyj OÜ Pty Pvt SARL SAS SASU SL SpA Srl "
    "Sàrl UG UAB".split()
)
_FORMS: Final = frozenset(form.casefold() for form in LEGAL_FORMS | _FURTHER_FORMS)
_JOINTS: Final = frozenset({"&", "+", "and", "und", "et"})


def without_legal_form(name: str) -> str:
    """The name of a company as prose has it: "Acme" for "Acme GmbH & Co. KG", "Acme S.p.A.", "Acme Pty Ltd".

    A form is one in capitals, or with full stops: "Pays as you go" has none.
    """
    words = name.split()
    while len(words) > 1 and (_is_form(words[-1]) or words[-1] in _JOINTS):
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < len(name.split()) else name


def _is_form(word: str) -> bool:
    bare = word.strip(",.()").replace(".", "")
    return bare.casefold() in _FORMS and (bare in LEGAL_FORMS or not word.islower() or "." in word)
