"""A person's name is found in any form, and words that only look like it are left alone."""

from __future__ import annotations

import time

import pytest

from cvpress.views.finder import Finder, handle_pattern, literal_pattern, phone_pattern, phrase_pattern
from cvpress.views.name_finder import name_pattern

MARIE, JUERGEN, LI, WANG, VAN = (
    "Marie Skłodowska Curie",
    "Dr. Jürgen O’Brien-Müller",
    "Li Wu",
    "王伟",
    "Jan van der Berg",
)

QUENTZ, KIM, WANG_OF_THREE, OBRIEN, BROWN = "Zora Quentzlau", "김민수", "王小明", "Ida O'Zwxbrien", "Grant Brown"

LONG = ("m. " * 20_000, "mmmmm" * 20_000, "Marie " * 20_000, "m.m" * 20_000 + "x", "1" * 50_000)

FOUND = {
    "full": (MARIE, "Marie Skłodowska Curie discovered it", "[] discovered it"),
    "without the middle": (MARIE, "by Marie Curie, in Paris", "by [], in Paris"),
    "a part": (MARIE, "Prof. Curie", "Prof. []"),
    "possessive": (MARIE, "Curie's notes", "[]'s notes"),
    "typographic possessive": (MARIE, "Curie’s notes", "[]’s notes"),
    "genitive": (MARIE, "Curies Arbeit", "[] Arbeit"),
    "capitals": (MARIE, "MARIE CURIE", "[]"),
    "small letters": (MARIE, "curie", "[]"),
    "without accents": (MARIE, "Sklodowska-Curie.", "[]."),
    "other accents": (MARIE, "Márie Čurie", "[]"),
    "combining accents": (MARIE, "C\u0301urie\u0301!", "[]!"),
    "soft hyphen": (MARIE, "Cu\u00adrie", "[]"),
    "initial": (MARIE, "M. Curie and P. Langevin", "[] and P. Langevin"),
    "initials": (MARIE, "M. S. Curie", "[]"),
    "initials behind": (MARIE, "Curie MS, Bémont G", "[], Bémont G"),
    "last name first": (MARIE, "Curie, M., and others", "[], and others"),
    "among authors": (MARIE, "A. Debierne, M. Curie, G. Bémont", "A. Debierne, [], G. Bémont"),
    "relatives": (MARIE, "Pierre Curie", "Pierre []"),
    "run together": (MARIE, "MarieCurie and mariecurie", "[] and []"),
    "as user names are": (MARIE, "mcurie2 or marie_curie or marie.curie", "[]2 or [] or []"),
    "other words": (MARIE, "curiosity, currie, Mariella, summary", "curiosity, currie, Mariella, summary"),
    "umlaut": (JUERGEN, "Mr Müller", "Mr []"),
    "umlaut spelt out": (JUERGEN, "Juergen Mueller", "[]"),
    "umlaut left out": (JUERGEN, "MULLER", "[]"),
    "apostrophe": (JUERGEN, "O'Brien", "[]"),
    "titles stay": (JUERGEN, "Dr. Meyer", "Dr. Meyer"),
    "short, in full": (LI, "Li Wu or Wu Li or L. Wu", "[] or [] or []"),
    "short, a word of its own": (LI, "lithium (Li) cells", "lithium (Li) cells"),
    "a last name that is a degree, too": ("Jack Ma", "Jack Ma and J. Ma; an MA", "[] and []; an MA"),
    "degrees stay": ("Prof. Dr.-Ing. Marie Curie, M.A., Ph.D.", "Dr.-Ing. Curie, a Ph.D.", "Dr.-Ing. [], a Ph.D."),
    "particles": (VAN, "van der Berg, the van, der Hund", "[], the van, der Hund"),
    "without blanks": (WANG, "我是王伟，在北京", "我是[]，在北京"),
    "a Korean name with a particle": (KIM, "김민수는 서울, 민수가", "[]는 서울, []가"),
    "another Korean name": (KIM, "김민순", "김민순"),
    "a Korean name in two words": ("김 민수", "김민수는 김 민수의", "[]는 []의"),
    "a Chinese given name": (WANG_OF_THREE, "我是王小明，小明在北京", "我是[]，[]在北京"),
    "backslash within": (QUENTZ, r"Quentz\lau and Quentz\*lau", "[] and []"),
    "emphasis within": (QUENTZ, "by Quentz*l*a__u__!", "by []__!"),
    "dashes within": (QUENTZ, "Quentz--lau, Quentz...lau", "[], []"),
    "tags within": (QUENTZ, "Quentz<b>lau</b>", "[]</b>"),
    "spaced out": (QUENTZ, "Q u e n t z l a u", "[]"),
    "not over blanks": (QUENTZ, "quent zlau", "quent zlau"),
    "programs": (QUENTZ, "quentzlaulib, libquentzlau, pyquentzlau", "[], [], []"),
    "by capitals": (QUENTZ, "QuentzlauLab, theQuentzlau2, myQuentzlauThing", "[], the[]2, my[]Thing"),
    "other words that hold a name": (BROWN, "immigrants, brownie, GRANTED", "immigrants, brownie, GRANTED"),
    "another apostrophe": (OBRIEN, "O\u02bcZwxbrien and O\u2018Zwxbrien", "[] and []"),
    "ligature": ("Ida Straße", "STRASSE", "[]"),
}


@pytest.mark.parametrize(("name", "text", "expected"), FOUND.values(), ids=FOUND)
def test_names(name: str, text: str, expected: str) -> None:
    finder = Finder([(name_pattern([name]), "[]")])
    assert finder.replaced(text) == expected
    assert finder.finds(text) == (text != expected)
    assert not finder.finds(finder.replaced(text))


@pytest.mark.parametrize("name", ["", " ", "…", "Dr.", "1234"])
def test_no_name(name: str) -> None:
    finder = Finder([(name_pattern([name]), "[]")])
    assert finder.replaced("Dr. 1234 … any text") == "Dr. 1234 … any text"


def test_words_and_numbers() -> None:
    finder = Finder(
        [(phone_pattern(["+33 1 23 45 67 89", ""]), "#"), (literal_pattern(["@Radium.Girl", "ab", ""]), "@")]
    )
    assert finder.replaced("01 23 45 67 89, +33123456789, 0123-456789") == "#, #, #"
    assert finder.replaced("(0)1/23.45–67 – 89; 123 45 678") == "(#; 123 45 678"
    assert finder.replaced("radium.girl ab RADIUM.GIRL2 2020-2021") == "@ ab RADIUM.GIRL2 2020-2021"


def test_a_table_of_words() -> None:
    words = {"Acme Inc.": "one", "ACME": "two", "Acme": "three", "Acme Labs": "four"}
    finder = Finder([(literal_pattern(words), words)])
    assert finder.replaced("Acme, ACMÉ INC., acme labs and acmes") == "two, one, four and acmes"


def test_organizations() -> None:
    words = {"Acmezap": "one", "HP": "two"}
    finder = Finder([(literal_pattern(words, is_organization=True), words)])
    assert finder.replaced("AcmezapDB, acmezaps; HP, hp, HPE, PHP") == "oneDB, acmezaps; two, hp, HPE, PHP"


def test_short_accounts() -> None:
    finder = Finder([(handle_pattern(["zq", "long"]), "@")])
    assert finder.replaced("@zq, zq, a@zq, @zqx, @long") == "@, zq, a@zq, @zqx, @long"


def test_phrases() -> None:
    finder = Finder([(phrase_pattern(["36 quai de Béthune", "75004 Paris"]), "#")])
    assert finder.replaced("36, Quai de Bethune; 75004  PARIS; 136 quai de Béthune; Paris") == (
        "#; #; 136 quai de Béthune; Paris"
    )


def test_of_others_a_part_alone_stays() -> None:
    finder = Finder([(name_pattern(["Prof. Albert Einstein"], has_parts=False), "#")])
    assert finder.replaced("By Albert Einstein by A. Einstein by Einstein, A. by Albert by Einstein") == (
        "By # by # by #. by Albert by Einstein"
    )


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:5])
def test_time_is_bounded(text: str) -> None:
    names = [MARIE, "M " * 500, "m" * 5_000, "Mm Mmm Mmmm Mmmmm " * 50]
    finder = Finder([(name_pattern(names), "[]"), (phone_pattern(["1" * 300]), "#")])
    start = time.perf_counter()
    finder.replaced(text)
    assert time.perf_counter() - start < 5
