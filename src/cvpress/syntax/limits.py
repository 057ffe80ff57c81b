"""How much a profile may ask for, so that a hostile file costs neither memory nor time.

A long real profile is about 100 kB, nested eight deep: the limits are far from it.
"""

from __future__ import annotations

__all__ = ["ALIASED_VALUES", "BYTES", "DEPTH", "FAULTS", "INTEGER_DIGITS", "KEY_PARTS"]

BYTES = 10 * 1024 * 1024
"""Bytes in one file."""

DEPTH = 100
"""Lists and mappings inside one another; well below what Python can recurse into."""

ALIASED_VALUES = 100_000
"""Values that the aliases of one YAML file may stand for, taken together."""

INTEGER_DIGITS = 4300
"""Digits in one integer; Python refuses to write longer ones (sys.get_int_max_str_digits)."""

KEY_PARTS = 1000
"""Parts in one dotted TOML key, above which tomllib is not even asked: it needs quadratic time."""

FAULTS = 1000
"""Faults reported for one file."""
