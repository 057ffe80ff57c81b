"""Each rule of access on a small PDF that breaks it and no other, and on such as look as if they did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from access_files import WORDS, changed, codes, good, outcome, picture, tags, written
from pikepdf import Array, Dictionary, Name, String

from cvpress.rules.table import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = f"<h1>Ann Example</h1><p>{WORDS}</p>"
PNG = picture()
GERMAN = "Die Arbeit an der Maschine und das Studium der Physik mit dem Ziel von Ergebnissen für die Praxis. " * 5


def drop(*keys: str) -> Callable[[pikepdf.Pdf], object]:
    """Take entries out of the catalog."""
    return lambda pdf: [pdf.Root.__delitem__(f"/{key}") for key in keys]


def rename(role: str, other: str, place: int = 0) -> Callable[[pikepdf.Pdf], object]:
    """Give an element another role."""
    return lambda pdf: tags(pdf, role)[place].__setitem__("/S", Name(f"/{other}"))


def set_in(role: str, key: str, value: Any) -> Callable[[pikepdf.Pdf], object]:
    """Change an entry of the first element of a role."""
    return lambda pdf: tags(pdf, role)[0].__setitem__(f"/{key}", value)


def untitle(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]
    del pdf.Root["/Metadata"]


def link_to(target: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.pages[0].Annots[0].A.__setitem__("/URI", String(target))


def unlink(pdf: pikepdf.Pdf) -> None:
    link = tags(pdf, "Link")[0]
    link["/K"] = Array([kid for kid in link.K if not (isinstance(kid, Dictionary) and "/Obj" in kid)])


def silence(pdf: pikepdf.Pdf) -> None:
    """Take away what is read out for a picture that is a link."""
    for annotation in pdf.pages[0].Annots:
        annotation["/Contents"] = String("")
    tags(pdf, "Figure")[0]["/Alt"] = String("")


def painted(operators: str) -> Callable[[pikepdf.Pdf], object]:
    """Paint the first text of the first page again."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        font, text = re.findall(rb"(/\S+) [\d.]+ Tf\s(.+? TJ)", page.Contents.read_bytes())[0]
        page.contents_add(b"q BT %s 10 Tf %s %s ET Q" % (font, operators.encode(), text))

    return change


def reverse(pdf: pikepdf.Pdf) -> None:
    """The tags from the last to the first; the list items of a body become its paragraphs."""
    body = tags(pdf, "P")[0].P
    body["/K"] = Array(list(body.K)[::-1])


def loosen(pdf: pikepdf.Pdf) -> None:
    for element in [*tags(pdf, "L"), *tags(pdf, "LI"), *tags(pdf, "LBody")]:
        element["/S"] = Name("/Div" if element.S in {"/L", "/LI"} else "/P")


def resize(pdf: pikepdf.Pdf, *box: int) -> None:
    pdf.add_blank_page()
    pdf.pages[1].MediaBox = Array(box)


def unembed(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in [key for key in descriptor if key.startswith("/FontFile")]:
            del descriptor[key]


def forbid() -> bytes:
    allow = pikepdf.Permissions(extract=False)
    return changed(lambda _: None, encryption=pikepdf.Encryption(owner="secret", user="", allow=allow))


def bloat(pdf: pikepdf.Pdf) -> None:
    import random

    pdf.Root["/Blob"] = pdf.make_stream(random.Random(1).randbytes(2_600_000))  # noqa: S311  only its size matters


def action(kind: str) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"))


BROKEN: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "no title": (lambda: changed(untitle), {"A101"}),
    "title not shown": (lambda: changed(drop("ViewerPreferences")), {"A102"}),
    "no language": (lambda: changed(drop("Lang")), {"A103"}),
    "a country for a language": (lambda: written(HEAD, language="jp"), {"A104"}),
    "an underscore": (lambda: written(HEAD, language="en_US"), {"A104"}),
    "a part in no language": (lambda: changed(set_in("P", "Lang", String("english"))), {"A104"}),
    "German as English": (lambda: written(f"<h1>Ann</h1><p>{GERMAN}"), {"A105"}),
    "copying forbidden": (forbid, {"A106"}),
    "no bookmarks": (
        lambda: changed(drop("Outlines"), written(HEAD + "<p style='break-before: page'>Words</p>" * 4)),
        {"A107"},
    ),
    "no tags": (lambda: changed(drop("StructTreeRoot")), {"A201"}),
    "text in no tag": (lambda: changed(painted("40 40 Td")), {"A202"}),
    "a paragraph taken out of the tags": (
        lambda: changed(lambda pdf: tags(pdf, "P")[0].__setitem__("/K", Array())),
        {"A202"},
    ),
    "tags in another order": (
        lambda: changed(reverse, written("<h1>Ann</h1><p>One</p><p>Two</p><p>Three</p>")),
        {"A203"},
    ),
    "large lines that are no headings": (
        lambda: written(f"<p>{WORDS}</p>" + "<p style='font-size: 14pt'>Section</p><p>Words</p>" * 3),
        {"A204"},
    ),
    "first heading": (lambda: written(f"<h2>Work</h2><p>{WORDS}</p>"), {"A205"}),
    "a level left out": (lambda: written(f"{HEAD}<h3>Work</h3><p>{WORDS}</p>"), {"A205"}),
    "an empty heading": (lambda: changed(set_in("H2", "K", Array()), written(f"{HEAD}<h2>&nbsp;</h2>")), {"A206"}),
    "typed bullets": (lambda: written(f"{HEAD}<p>• One thing</p><p>• Another</p>"), {"A207"}),
    "a paragraph in a list": (lambda: changed(rename("LI", "P")), {"A208"}),
    "an item in no list": (lambda: changed(rename("L", "Div")), {"A208"}),
    "columns by a table": (
        lambda: written(f"<h1>Ann</h1><table><tr><td>{WORDS}<td><h2>Skills</h2><p>One</p></table>"),
        {"A209"},
    ),
    "a table without header cells": (
        lambda: written(f"{HEAD}<table><tr><td>Year<td>Place<tr><td>2020<td>First</table>"),
        {"A210"},
    ),
    "a picture without a text": (
        lambda: changed(lambda pdf: tags(pdf, "Figure")[0].__delitem__("/Alt")),
        {"A211"},
    ),
    "a picture with an empty text": (lambda: changed(set_in("Figure", "Alt", String(" "))), {"A211"}),
    "a file's name": (lambda: changed(set_in("Figure", "Alt", String("IMG_2041.JPG"))), {"A212"}),
    "a large picture": (
        lambda: changed(
            drop("StructTreeRoot"),
            written(f"{HEAD}<img alt='' style='width: 400pt' src='data:image/png;base64,{PNG}'>"),
        ),
        {"A201", "A213"},
    ),
    "a link in no tag": (lambda: changed(unlink), {"A301"}),
    "a link on a picture": (
        lambda: changed(
            silence,
            written(f"{HEAD}<a href=https://a.example><img alt=x width=9 src='data:image/png;base64,{PNG}'></a>"),
        ),
        {"A211", "A302"},
    ),
    "another host": (lambda: changed(link_to("https://example.com/ann")), {"A303"}),
    "another account": (lambda: changed(link_to("https://example.org/bob")), {"A303"}),
    "a file at home": (lambda: changed(link_to("file:///C:/cv.html")), {"A304"}),
    "an address without a scheme": (lambda: changed(link_to("example.org/ann")), {"A304"}),
    "here": (lambda: written(f"{HEAD}<p>My thesis is <a href=https://a.example>here</a>.</p>"), {"A305"}),
    "white on white": (lambda: written(f"{HEAD}<p style='color: #fefefe'>Keywords</p>"), {"A401"}),
    "no ink": (lambda: changed(painted("3 Tr 40 40 Td")), {"A401"}),
    "off the page": (lambda: changed(painted("40 -400 Td")), {"A401"}),
    "grey on white": (lambda: written(f"{HEAD}<p style='color: #999'>2020</p>"), {"A402"}),
    "large and grey, not bold": (lambda: written(f"{HEAD}<p style='color: #888; font-size: 15pt'>Work</p>"), {"A402"}),
    "white on yellow": (
        lambda: written(f"{HEAD}<p style='background: #fd0; color: white'>Words and words</p>"),
        {"A402"},
    ),
    "8 pt": (lambda: written(f"<h1>Ann</h1><p style='font-size: 8pt'>{WORDS}"), {"A403"}),
    "an endless page": (lambda: written(HEAD, "@page { size: 210mm 800mm }"), {"A404"}),
    "a page of another size": (
        lambda: changed(lambda pdf: resize(pdf, 0, 0, 612, 792)),
        {"A404"},
    ),
    "a font left out": (lambda: changed(unembed), {"A405"}),
    "2.6 MB": (lambda: changed(bloat), {"A406"}),
    "a script": (lambda: changed(lambda pdf: pdf.Root.__setitem__("/OpenAction", action("JavaScript"))), {"A407"}),
    "a program after a link": (
        lambda: changed(lambda pdf: pdf.pages[0].Annots[0].A.__setitem__("/Next", action("Launch"))),
        {"A407"},
    ),
    "a form": (
        lambda: changed(lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array([Dictionary()])))),
        {"A407"},
    ),
}

SOUND: dict[str, Callable[[], bytes]] = {
    "everything": good,
    "four pages without bookmarks": lambda: changed(
        drop("Outlines"), written(HEAD + "<p style='break-before: page'>Words</p>" * 3)
    ),
    "the number of the page": lambda: changed(
        lambda pdf: pdf.pages[0].contents_add(
            b"/Artifact BMC BT %s 10 Tf 40 40 Td <0010> Tj ET EMC" % next(iter(pdf.pages[0].resources.Font)).encode()
        )
    ),
    "a custom role": lambda: changed(
        lambda pdf: (
            rename("L", "Liste")(pdf),
            pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(Liste=Name.L)),
        )
    ),
    "a role of another namespace": lambda: changed(
        lambda pdf: (
            rename("L", "ul")(pdf),
            tags(pdf, "ul")[0].__setitem__(
                "/NS", Dictionary(RoleMapNS=Dictionary(ul=Array([Name.L, Dictionary(NS=String("urn:x"))])))
            ),
        )
    ),
    "an invisible text over a scan": lambda: changed(
        painted("3 Tr 300 300 Td"),
        written(f"{HEAD}<img alt='A page' style='width: 520pt' src='data:image/png;base64,{PNG}'>"),
    ),
    "large and grey": lambda: written(f"{HEAD}<p style='color: #888; font-size: 18pt'>Work</p>"),
    "large, grey and bold": lambda: written(f"{HEAD}<p style='color: #888; font-size: 15pt'><b>Work</b></p>"),
    "pale bullets": lambda: written(f"{HEAD}<p>One <span style='color: #ccc'>·</span> other</p>"),
    "underlined": lambda: written(f"{HEAD}<p style='text-decoration: underline 1.5pt'>some good typography</p>"),
    "a caption in 7 pt": lambda: written(f"{HEAD}<p style='font-size: 7pt'>A note</p>"),
    "two columns, the right one first": lambda: written(
        f"<h1>Ann</h1><div style='position: relative'><div style='position: absolute; left: 300pt; width: 200pt'><p>One"
        f"<p>Two<p>Three</div><div style='width: 200pt'><p>{WORDS}</div></div>"
    ),
    "a link in a paragraph of lines": lambda: written(
        f"{HEAD}<p>{WORDS}<a href=https://a.example>{WORDS}</a>{WORDS}</p>"
    ),
    "a landscape page among others": lambda: changed(lambda pdf: resize(pdf, 0, 0, 842, 595)),
    "slides": lambda: written(HEAD, "@page { size: 1440pt 810pt }"),
}
OFTEN = {"everything", "a custom role", "an invisible text over a scan", "underlined"}
"""What every run tests of what is sound."""


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    make, expected = BROKEN[name]
    assert codes(make()) == expected


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.slow) for name in SOUND]
)
def test_sound(name: str) -> None:
    assert codes(SOUND[name]()) == set()


def test_every_rule_is_broken_once() -> None:
    broken = set().union(*(expected for _, expected in BROKEN.values()))
    assert broken == {rule.code for rule in RULES if rule.code[0] == "A"}


def test_rules_about_what_a_file_does_not_have_say_nothing() -> None:
    data = changed(drop("StructTreeRoot"), written("<p>Words</p>"))
    idle = {rule.code for rule in outcome(data).idle}
    assert {f"A2{number:02}" for number in range(2, 14)} <= idle
    assert {f"A30{number}" for number in range(1, 6)} <= idle


def test_a_finding_says_where() -> None:
    (found,) = outcome(changed(link_to("https://example.com/ann"))).diagnostics
    assert found.message == "`example.org/ann` is printed, and the link leads to `https://example.com/ann`"
    assert found.area
    assert found.area.page == 1
    assert found.area.box
    assert found.start.line > 1
