"""Names of organisations."""

from __future__ import annotations

from typing import Final

__all__ = ["LEGAL_FORMS"]

LEGAL_FORMS: Final = frozenset("AB AG BV Co Company Corp Corporation GmbH Inc LLC Limited Ltd NV PLC plc SA SE".split())
"""What ends the name of a company in a register, and is left out in prose."""
