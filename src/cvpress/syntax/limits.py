"""How much a profile may ask for, so that a hostile file costs neither memory nor time.

A long real profile is about 100 kB of 3,000 values, nested eight deep: far from all limits.
"""

from __future__ import annotations

__all__ = ["BYTES", "DEPTH", "FAULTS", "INTEGER_DIGITS", "VALUES"]

BYTES = 10 * 1024 * 1024
"""Bytes in one file."""

VALUES = 100_000
"""Values in one file, those that a YAML alias stands for included each time."""

DEPTH = 100
"""Lists and mappings inside one another; well below what Python can recurse into."""

INTEGER_DIGITS = 308
"""Digits in one integer: as many as a double holds (IEEE 754), which is all that other programs read."""

FAULTS = 1000
"""Faults reported for one file."""
