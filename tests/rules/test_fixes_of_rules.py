"""What mends a finding, and whether the file says the same afterwards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import cvpress
from cvpress.diagnostics import remove, rename, replace
from cvpress.rules.key_names import new_name
from cvpress.schema import load_schema
from cvpress.values.suggestions import folded

if TYPE_CHECKING:
    from cvpress.diagnostics import Diagnostic, Fix

CONTACT = {"name": "Marie Curie", "email": "marie@example.org"}


def findings(code: str, profile: dict[str, Any]) -> list[Diagnostic]:
    basics = profile.get("basics", {})
    whole = {**profile, "basics": CONTACT | basics} if isinstance(basics, dict) else profile
    document = cvpress.loads(json.dumps(whole).encode(), "profile.json")
    return [finding for finding in cvpress.validate(document) if finding.code == code]


def fixes(code: str, profile: dict[str, Any]) -> list[Fix | None]:
    return [finding.fix for finding in findings(code, profile)]


def work(**entry: Any) -> dict[str, Any]:
    return {"work": [entry]}


def basics(**values: Any) -> dict[str, Any]:
    return {"basics": values}


def country(code: str) -> dict[str, Any]:
    return basics(location={"countryCode": code})


KEYS: list[tuple[str, dict[str, Any], list[Fix | None]]] = [
    ("K101", basics(website="https://example.org"), [rename("url")]),
    ("K101", basics(picture="photo.jpg"), [rename("image")]),
    ("K101", work(company="Sorbonne"), [rename("name")]),
    ("K101", {"education": [{"gpa": "3.9"}]}, [rename("score")]),
    ("K101", {"education": [{"gpa": 3.9}]}, [rename("score")]),
    ("K101", {"hobbies": [{"name": "Cycling"}]}, [rename("interests")]),
    ("K101", {"awards": [{"title": "Nobel Prize", "awardDate": "1903"}]}, [rename("date")]),
    ("K101", basics(location={"state": "Île-de-France"}), [rename("region")]),
    ("K101", basics(websites=["https://example.org"]), [rename("urls")]),
    (
        "K101",
        work(job_title="Professor", start="1906", until="1934"),
        [rename(k) for k in ("position", "startDate", "endDate")],
    ),
    ("K101", work(company="Sorbonne", name="University of Paris"), [None]),
    ("K101", work(company="Sorbonne", employer="Sorbonne"), [None, None]),
    ("K101", work(company="Sorbonne", Name="Sorbonne"), [None]),
    ("K101", {"bio": "Pioneer of research on radioactivity."}, [None]),
    ("K101", work(company=["Sorbonne"]), [None]),
    ("K101", work(company=None), [rename("name")]),
    ("K102", work(start_date="1906"), [rename("startDate")]),
    ("K102", work(**{"Start Date": "1906", "end-date": "1934"}), [rename("startDate"), rename("endDate")]),
    ("K102", work(strtDate="1906"), [rename("startDate", safe=False)]),
    ("K102", work(Position="Professor", position="Professor"), [None]),
    ("K102", work(Position="Professor", POSITION="Professor"), [None, None]),
    ("K102", work(company="Sorbonne", Name="Sorbonne"), [None]),
    ("K103", basics(shoeSize=42), [None]),
    ("K104", {"cv": {"sections": {}}}, [None]),
]

AUTHORS = {
    "Marie Curie": ["Marie Curie"],
    "Curie, Marie": ["Curie, Marie"],
    "Marie Curie, Pierre Curie": ["Marie Curie", "Pierre Curie"],
    "Marie Curie, Pierre Curie and Henri Becquerel": ["Marie Curie", "Pierre Curie", "Henri Becquerel"],
    "Marie Curie, Pierre Curie, and Henri Becquerel": ["Marie Curie", "Pierre Curie", "Henri Becquerel"],
    "O’Connor, M.; Müller, K.": ["O’Connor, M.", "Müller, K."],
    "Curie, Marie and Curie, Pierre": ["Curie, Marie", "Curie, Pierre"],
    "van der Waals, Johannes and Curie, Pierre": ["van der Waals, Johannes", "Curie, Pierre"],
    "Curie, M., & Curie, P.": ["Curie, M.", "Curie, P."],
    "Curie, M., Curie, P., & Becquerel, H.": ["Curie, M., Curie, P., & Becquerel, H."],
}

LANGUAGES: dict[str, tuple[dict[str, str], bool]] = {
    "English: fluent": ({"language": "English", "fluency": "fluent"}, True),
    "Deutsch (C2)": ({"language": "Deutsch", "fluency": "C2"}, True),
    "Deutsch – Muttersprache": ({"language": "Deutsch", "fluency": "Muttersprache"}, True),
    "French - at home": ({"language": "French", "fluency": "at home"}, False),
    "French: at home": ({"language": "French", "fluency": "at home"}, False),
    "Chinese (Mandarin)": ({"language": "Chinese (Mandarin)"}, True),
    "Serbo-Croatian": ({"language": "Serbo-Croatian"}, True),
}

TYPES: list[tuple[str, dict[str, Any], list[Fix | None]]] = [
    ("T101", work(startDate=1906), [replace("1906")]),
    ("T101", work(startDate=19061105), [replace("1906-11-05")]),
    ("T101", work(startDate=1906.1), [replace("1906-01")]),
    ("T101", work(startDate=1906.13), [None]),
    ("T101", work(startDate=190), [None]),
    ("T101", work(startDate=True), [None]),
    ("T101", basics(phone=331234567), [replace("331234567")]),
    ("T101", {"education": [{"score": 3.9}]}, [replace("3.9")]),
    ("T101", work(location=True), [replace("true", safe=False)]),
    ("T101", work(visibility=True), [None]),
    ("T101", work(summary=["Led a team."]), [replace("Led a team.", safe=False)]),
    ("T101", work(summary=["Led a team.", "Taught."]), [None]),
    ("T101", work(highlights=[{"Aim": "radium"}]), [replace("Aim: radium", safe=False)]),
    ("T101", work(highlights=[{"Aim": 1, "End": 2}]), [None]),
    ("T101", basics(summary={"text": "Pioneer."}), [replace("Pioneer.", safe=False)]),
    ("T101", basics(email={"work": "marie@example.org"}), [replace("marie@example.org", safe=False)]),
    ("T101", basics(email={"work": "marie@example.org", "home": "m@example.org"}), [None]),
    ("T101", basics(phone={"mobile": 123}), [None]),
    ("T101", work(highlights="Led a team of five."), [replace(["Led a team of five."])]),
    ("T101", work(keywords="radium, polonium"), [replace(["radium", "polonium"], safe=False)]),
    ("T101", work(keywords="C, C++ (11, 14)"), [replace(["C", "C++ (11, 14)"], safe=False)]),
    ("T101", work(keywords="radium; polonium, pure"), [replace(["radium", "polonium, pure"], safe=False)]),
    ("T101", work(keywords=":-), radium"), [replace([":-)", "radium"], safe=False)]),
    *(
        ("T101", {"publications": [{"name": "Rays", "authors": text}]}, [replace(names, safe=len(names) == 1)])
        for text, names in AUTHORS.items()
    ),
    ("T101", basics(emails="marie@example.org"), [replace(["marie@example.org"])]),
    ("T101", {"work": {"name": "Sorbonne"}}, [replace([{"name": "Sorbonne"}])]),
    ("T101", {"work": {"Sorbonne": {"position": "Professor"}}}, [None]),
    ("T101", {"work": "University of Paris"}, [None]),
    ("T101", {"skills": "Python"}, [replace([{"name": "Python"}])]),
    ("T101", {"skills": "Python, SQL"}, [replace([{"name": "Python"}, {"name": "SQL"}], safe=False)]),
    ("T101", {"skills": ["Python", "SQL"]}, [replace({"name": "Python"}), replace({"name": "SQL"})]),
    (
        "T101",
        {"skills": {"Languages": ["Python"], "Tools": ["Git"]}},
        [replace([{"name": "Languages", "keywords": ["Python"]}, {"name": "Tools", "keywords": ["Git"]}], safe=False)],
    ),
    ("T101", {"languages": ["Polish"]}, [replace({"language": "Polish"})]),
    *(
        ("T101", {"languages": [text]}, [replace(language, safe=is_safe)])
        for text, (language, is_safe) in LANGUAGES.items()
    ),
    ("T101", {"languages": "Polish (native)"}, [replace([{"language": "Polish", "fluency": "native"}])]),
    (
        "T101",
        {"languages": "Polish (native), French: C2"},
        [replace([{"language": "Polish", "fluency": "native"}, {"language": "French", "fluency": "C2"}], safe=False)],
    ),
    ("T101", {"work": ["University of Paris"]}, [replace({"name": "University of Paris"}, safe=False)]),
    ("T101", basics(location="Paris"), [replace({"city": "Paris"}, safe=False)]),
    (
        "T101",
        basics(profiles=["https://github.com/mcurie"]),
        [replace({"url": "https://github.com/mcurie"}, safe=False)],
    ),
    ("T101", basics(location=[{"city": "Paris"}]), [replace({"city": "Paris"}, safe=False)]),
    ("T101", basics(location=[{"city": "Paris"}, {"city": "Warsaw"}]), [None]),
    ("T101", basics(location=[]), [remove()]),
    ("T101", basics(location=""), [remove()]),
    ("T101", work(highlights=""), [remove()]),
    ("T101", work(priority="10"), [replace(10)]),
    ("T101", work(priority="0.5"), [replace(0.5)]),
    ("T101", work(priority="high"), [None]),
    ("T102", work(endDate=None), [remove()]),
    ("T102", work(highlights=[None]), [remove()]),
    ("T102", {"work": None}, [remove()]),
    ("T103", work(endDate=""), [remove()]),
    ("T103", basics(url=" "), [remove()]),
    ("T103", work(visibility=""), [remove()]),
]

DATES: list[tuple[str, Fix | None]] = [
    ("Present", remove()),
    ("présent", remove()),
    ("Aujourd’hui", remove()),
    ("bis heute", remove()),
    ("Actualidad", remove()),
    ("настоящее время", remove()),
    ("unknown", remove(safe=False)),
    ("June 2019", replace("2019-06")),
    ("Jun. 5, 2019", replace("2019-06-05")),
    ("5th of June 2019", replace("2019-06-05")),
    ("2019 June", replace("2019-06")),
    ("März 2019", replace("2019-03")),
    ("1er février 2019", replace("2019-02-01")),
    ("5 de junio de 2019", replace("2019-06-05")),
    ("września 2019", replace("2019-09")),
    ("listopad 2019", None),
    ("Mayhem 2019", None),
    ("2019-6", replace("2019-06")),
    ("2019/06", replace("2019-06")),
    ("6/2019", replace("2019-06")),
    ("30.6.2019", replace("2019-06-30")),
    ("13/04/2020", replace("2020-04-13")),
    ("03/03/2020", replace("2020-03-03")),
    ("03/04/2020", None),
    ("20190630", replace("2019-06-30")),
    ("2019-06-30T12:00:00Z", replace("2019-06-30")),
    (" 2019-06 ", replace("2019-06")),
    ("31.2.2019", None),
    ("2019-20-01", None),
    ("2010/11", None),
    ("2018 - 2020", None),
    ("06/2018–heute", None),
    ("2018 -", None),
    ("Summer 2019", None),
    ("Q3 2019", None),
    ("WS 2019/20", None),
    ("expected June 2027", replace("2027-06", safe=False)),
    ("seit 2010", None),
    ("since June 2010", None),
    ("Depuis 2010", None),
    ("2019年3月", replace("2019-03")),
    ("2019年3月5日", replace("2019-03-05")),
    ("2019년 3월", replace("2019-03")),
    ("2019年", replace("2019")),
    ("Mrz. 2019", replace("2019-03")),
    ("Jun '19", replace("2019-06", safe=False)),
    ("Jun ’98", replace("1998-06", safe=False)),
    ("Jun 19", None),
    ("'19", replace("2019", safe=False)),
    ("end of 2011", replace("2011", safe=False)),
    ("06/19", None),
    ("some day", None),
    ("x" * 100_000, None),
]

ADDRESSES: list[tuple[str, dict[str, Any], list[Fix | None]]] = [
    ("V104", basics(url="github.com/mcurie"), [replace("https://github.com/mcurie")]),
    ("V104", basics(url=" www.example.org "), [replace("https://www.example.org")]),
    ("V104", basics(url="//example.org/cv"), [replace("https://example.org/cv")]),
    ("V106", basics(url=" https://example.org\n"), [replace("https://example.org")]),
    ("V106", basics(url="<https://example.org>"), [replace("https://example.org")]),
    ("V106", basics(url="[my page](https://example.org)"), [replace("https://example.org", safe=False)]),
    ("V106", basics(url="marie@example.org"), [replace("mailto:marie@example.org", safe=False)]),
    ("V106", basics(url="https://example.org/my page"), [None]),
    ("V106", basics(url="see my page"), [None]),
    ("V107", basics(email="mailto:marie@example.org"), [replace("marie@example.org")]),
    ("V107", basics(email=" marie@example.org "), [replace("marie@example.org")]),
    ("V107", basics(email="marie(at)example.org"), [replace("marie@example.org", safe=False)]),
    ("V107", basics(email="marie at example dot org"), [replace("marie@example.org", safe=False)]),
    ("V107", basics(email="Marie Curie <marie@example.org>"), [replace("marie@example.org", safe=False)]),
    ("V107", basics(email="marie@uni-göttingen.de"), [replace("marie@xn--uni-gttingen-8ib.de")]),
    ("V107", basics(email="mailto:marie@Universität.de"), [replace("marie@xn--universitt-y5a.de")]),
    ("V107", basics(email="zoë@uni-göttingen.de"), [None]),
    ("V107", basics(email=f"marie@{'ö' * 100}.de"), [None]),
    ("V107", basics(email="marie@ö..de"), [None]),
    ("V107", basics(email="marie@example,org"), [replace("marie@example.org", safe=False)]),
    ("V107", basics(email="marie@example.org, m@example.org"), [None]),
    ("V107", basics(email="marie"), [None]),
    ("V107", basics(email=" " * 100_000), []),
    ("V107", basics(email=" " * 100_000 + "x"), [None]),
    ("V110", basics(url="example.org:8080/x"), [replace("https://example.org:8080/x", safe=False)]),
    ("V110", basics(url="ftp://example.org"), [None]),
    ("V105", basics(url="javascript:alert(1)"), [None]),
]

COUNTRIES = {
    "BA": "Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnien und Herzegowina",
    "CD": "DR Congo, Democratic Republic of the Congo",
    "CI": "Ivory Coast, Côte d'Ivoire, Côte d’Ivoire, Côte d´Ivoire, Elfenbeinküste, Costa d'Avorio, Costa de Marfil",
    "CN": "中国, 中國, China, PRC",
    "CZ": "Czech Republic, Czechia, Tschechien, Tschechische Republik",
    "DE": "德国, ドイツ, Deutschland, BRD",
    "GB": "United Kingdom, The United Kingdom, Großbritannien, Gran Bretaña, Grande-Bretagne, 英国, イギリス",
    "HK": "Hong Kong, Hongkong, 香港",
    "KR": "South Korea, Republic of Korea, Südkorea, 韩国, 한국",
    "NL": "The Netherlands, Pays-Bas, Olanda, Holland",
    "TR": "Turkey, Türkei, Türkiye, Turquía",
    "US": "U.S.A., United States of America, EE.UU., アメリカ, 美国, États-Unis",
    "VA": "Vatican, Vatican City",
    "XK": "Kosovo, xk",
}

CHOICES: list[tuple[str, dict[str, Any], list[Fix | None]]] = [
    ("V109", work(visibility="Private"), [replace("private")]),
    ("V109", work(visibility="privat"), [replace("private", safe=False)]),
    ("V109", work(visibility="hidden"), [None]),
    ("V108", country("fr"), [replace("FR")]),
    ("V108", country("UK"), [replace("GB")]),
    ("V108", country("USA"), [replace("US")]),
    ("V108", country("DEU"), [replace("DE")]),
    ("V108", country("France"), [replace("FR")]),
    ("V108", country("Österreich"), [replace("AT")]),
    *(("V108", country(name), [replace(code)]) for code, names in COUNTRIES.items() for name in names.split(", ")),
    ("V108", country("Korea"), [replace("KR", safe=False)]),
    ("V108", country("Scotland"), [replace("GB", safe=False)]),
    ("V108", country("Kongo"), [None]),
    ("V108", country("SW"), [None]),
    ("V108", country("Narnia"), [None]),
    ("V108", country("x" * 100_000), [None]),
    ("V102", work(startDate="2013-02-31"), [None]),
    ("V103", work(startDate="2019", endDate="2018"), [None]),
    ("V111", work(summary="x" * 3_000), [None]),
    ("C101", work(summary="TODO"), [None]),
]


@pytest.mark.parametrize(("code", "profile", "expected"), [*KEYS, *TYPES, *ADDRESSES, *CHOICES])
def test_fix(code: str, profile: dict[str, Any], expected: list[Fix | None]) -> None:
    assert fixes(code, profile) == expected


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text[:20] for text, _ in DATES])
def test_fix_of_a_date(text: str, expected: Fix | None) -> None:
    assert fixes("V101", work(endDate=text)) == [expected]


def test_only_an_end_can_be_the_present() -> None:
    assert fixes("V101", work(startDate="present")) == [None]


def test_a_beginning_that_is_said_to_be_one() -> None:
    assert fixes("V101", work(startDate="seit 2010")) == [replace("2010", safe=False)]


def test_a_beginning_that_is_not_known_can_be_left_out() -> None:
    assert fixes("V101", work(startDate="n/a")) == [remove()]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("03/04/2020", 'write "2020-04-03" or "2020-03-04", whichever is meant'),
        ("2010/11", 'write the two ends of the range as `startDate` and `endDate`, or "2010-11" if it is a month'),
        ("seit 2010", "that is when it began: write it as `startDate`, and no `endDate` while it goes on"),
        ("Summer 2019", 'write the year, "2019", or its month'),
        ("2018-2020", "write the two ends of the range as `startDate` and `endDate`"),
    ],
)
def test_a_date_without_a_fix_has_a_hint(text: str, hint: str) -> None:
    assert [finding.hint for finding in findings("V101", work(endDate=text))] == [hint]


@pytest.mark.parametrize(
    ("code", "profile"),
    [(code, profile) for code, profile, expected in [*TYPES, *ADDRESSES, *CHOICES] if any(expected)],
)
def test_the_hint_says_what_the_fix_does(code: str, profile: dict[str, Any]) -> None:
    for finding in findings(code, profile):
        assert finding.fix is not None
        value = finding.fix.value
        if finding.fix.action == "remove":
            assert finding.hint.startswith("leave ")
        elif isinstance(value, str) and code != "T101":
            assert f"`{value}`" in finding.hint or finding.hint == "drop the white space around it"


def properties_of(kind: str) -> dict[str, Any]:
    schema = load_schema("profile")
    properties: dict[str, Any] = (schema["definitions"][kind] if kind else schema)["properties"]
    return properties


@pytest.mark.parametrize("kind", ["", *load_schema("profile")["definitions"]])
def test_no_key_of_the_format_counts_as_an_old_name(kind: str) -> None:
    definition = load_schema("profile")["definitions"].get(kind, {})
    known = properties_of(kind) if not kind or "properties" in definition else {}
    assert [key for key in known if new_name(kind, key)] == []
    assert len({folded(key) for key in known}) == len(known)
