"""Which country a text means: the advice of the rule V108."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.diagnostics import Advice, replace
from cvpress.rules.languages import country_codes, simplified_country
from cvpress.values.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["country_advice"]

_LONGEST: Final = 60
"""No name of a country has more characters."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "AE": "uae, vae, emirates",
    "BA": "bosnia, bosnien",
    "BF": "burkina",
    "BY": "weissrussland, white russia",
    "CD": "dr congo, dr kongo, drc, congo drc, democratic republic of the congo, democratic republic of congo",
    "CG": "republic of the congo",
    "CI": "ivory coast, elfenbeinkuste, costa de marfil",
    "CN": "prc, p.r. china, pr china, people's republic of china, mainland china, 中国大陆, 中华人民共和国",
    "CZ": "czech republic, tschechische republik, republique tcheque, republica checa, repubblica ceca",
    "DE": "ger, brd, federal republic of germany, bundesrepublik deutschland",
    "GB": "u.k, great britain, britain, united kingdom of great britain and northern ireland, grossbritannien, "
    "grande-bretagne, grande bretagne, gran bretagna, gran bretana, gra-bretanha",
    "GR": "el",
    "HK": "hong kong, hongkong, hong kong sar, 香港",
    "IE": "republic of ireland",
    "IR": "islamic republic of iran, persia",
    "KP": "dprk, democratic people's republic of korea",
    "KR": "republic of korea, 대한민국, 한국",
    "LY": "libyen, lybien",
    "MD": "moldawien, republic of moldova",
    "MM": "burma, birma, birmanie, birmania",
    "MO": "macao, macau, macao sar, 澳门, 澳門",
    "NL": "holland, hollande, holanda, olanda",
    "NZ": "aotearoa",
    "PS": "palestine, palastina, palestina, state of palestine",
    "RU": "russian federation, russische foderation",
    "SA": "ksa",
    "SK": "slovak republic, slowakische republik",
    "ST": "sao tome",
    "SZ": "swaziland, swasiland",
    "TL": "east timor, osttimor",
    "TR": "turkey",
    "TT": "trinidad",
    "US": "u.s, u.s.a, united states of america, ee.uu, ee. uu, eeuu, stati uniti d'america, "
    "vereinigte staaten von amerika, etats-unis d'amerique, estados unidos de america, アメリカ",
    "VA": "vatican, vatikan, holy see",
    "VN": "viet-nam",
    "XK": "kosova",
    "ZA": "rsa",
}
"""Names and codes in use that the CLDR does not have, by the code that they mean."""

_GUESSES: Final[Mapping[str, str]] = {
    "ES": "sp",
    "GB": "en, england, scotland, wales, northern ireland, angleterre, inghilterra, inglaterra, schottland, ecosse",
    "KR": "korea, coree, corea",
    "LK": "ceylon",
    "MK": "macedonia, mazedonien",
    "US": "america, amerika",
}
"""Codes of languages, parts of countries, old names: what was meant is likely, but less or more was said."""

_DOUBTFUL: Final[Mapping[str, tuple[str, ...]]] = {
    "sw": ("SE", "CH"),
    "georgia": ("GE", "US"),
    "roc": ("TW", "CN"),
    "republic of china": ("TW", "CN"),
}


def country_advice(text: str) -> Advice:
    """How to write a country so that it is a code of ISO 3166-1."""
    name = simplified_country(text[:_LONGEST].strip())
    codes = _codes(text.strip(), name)
    if len(codes) == 1:
        return Advice(f"write `{codes[0]}`", replace(codes[0]))
    if codes:
        return Advice(f"write {' or '.join(f'`{code}`' for code in codes)}, whichever is meant")
    guess = _by_name(_GUESSES).get(name)
    if guess:
        return Advice(f"did you mean `{guess}`?", replace(guess, safe=False))
    return Advice("write its ISO 3166-1 code, two capital letters such as `FR` or `US`")


def _codes(text: str, name: str) -> tuple[str, ...]:
    if text.upper() in COUNTRY_CODES:
        return (text.upper(),)
    other_names = _by_name(_OTHER_NAMES)
    if name in other_names:
        return (other_names[name],)
    if name in _DOUBTFUL:
        return _DOUBTFUL[name]
    return country_codes(text) if len(text) <= _LONGEST else ()


def _by_name(names: Mapping[str, str]) -> Mapping[str, str]:
    return {simplified_country(name): code for code, listed in names.items() for name in listed.split(", ")}
