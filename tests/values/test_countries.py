from __future__ import annotations

from babel import Locale

from cvpress.values.countries import COUNTRY_CODES

# Regions that CLDR names and ISO 3166-1 does not assign: reserved codes and groups of countries. XK is in use.
NOT_ASSIGNED = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def test_the_codes_are_those_of_iso_3166() -> None:
    named = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    assert named - NOT_ASSIGNED == COUNTRY_CODES


def test_there_are_as_many_as_the_standard_has() -> None:
    assert len(COUNTRY_CODES - {"XK"}) == 249
