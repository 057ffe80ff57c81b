"""No text that a message, a key or a file's name quotes breaks a report, or adds to it; all of it can be read back."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from reporting import diagnostic, report

from cvpress.diagnostics import format_pointer
from cvpress.reporters import REPORTERS
from cvpress.reporters.style import visible

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = {
    "line breaks": "a\nb\r\nc\rd",
    "line separators": "a\u2028b\u2029c\x85d",
    "control characters": "a\x00b\x07c\x1bd\x7fe\x9bf",
    "an escape sequence": "\x1b[31mred\x1b]0;title\x07",
    "bidi controls": "a\u202eb\u2066c\u2069d",
    "a lone surrogate": "a\udcffb",
    "noncharacters": "a\ufffeb\uffffc",
    "astral characters": "\U0001f468\u200d\U0001f469 𝔘",
    "a workflow command": "::error file=x::y\n::add-mask::z",
    "an old workflow command": "##[error]x",
    "GitHub's escapes": "100%0A%25%3A a,b:c",
    "JSON": '"}, {"a": ["\\',
    "CDATA": "]]><![CDATA[ x ]]>",
    "XML": "</failure><failure a='b' c=\"d\">&amp;&#0;<!-- ",
    "HTML": "<script>alert(1)</script><img src=x onerror=y>",
    "Markdown": "# a *b* _c_ ~~d~~ [e](http://f) ![g](h) \\| i | j",
    "backticks": "a ` b `` c ``` d",
    "a SARIF link": "[a](1) [b](http://c) {0}",
    "blanks": "  a \t b  ",
}


class Read(NamedTuple):
    """What a report says of its one finding."""

    message: str
    hint: str
    file: str


def read_full(written: str) -> Read:
    headline, _, marked, hint, *_ = written.split("\n")
    assert marked == "1 | a: 1"
    file, message = headline.split(":1:1: error[V101]: ")
    return Read(message, hint.removeprefix("  | ^ "), file)


def read_concise(written: str) -> Read:
    line, total, end = written.split("\n")
    assert (total, end) == ("1 error in 1 file", "")
    file, text = line.split(":1:1: error[V101]: ")
    return Read(*re.fullmatch(r"(.*) \((.*)\)", text).groups(), file)  # type: ignore[union-attr]


def read_json(written: str) -> Read:
    (found,) = json.loads(written)
    return Read(found["message"], found["hint"], found["file"])


def read_github(written: str) -> Read:
    """As the runner of GitHub Actions does."""
    command, total, end = re.split("\r\n|\r|\n", written)
    assert (total, end) == ("1 error in 1 file", "")
    properties, message = re.fullmatch("::error (.*?)::(.*)", command).groups()  # type: ignore[union-attr]
    given = dict(item.split("=", 1) for item in properties.split(","))
    assert list(given) == ["file", "line", "endLine", "col", "endColumn", "title"]
    text, hint = unescaped(message).split("\n")
    place, _, message = text.partition(":1:1: ")
    assert place == unescaped(given["file"])
    return Read(message, hint, place)


def unescaped(text: str) -> str:
    for escape, sign in {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(escape, sign)
    return text


def read_gitlab(written: str) -> Read:
    (issue,) = json.loads(written)
    return Read(*halves(issue["description"]), issue["location"]["path"])


def halves(described: str) -> tuple[str, str]:
    message, hint = described[:-1].split(" (mend ")
    return message, f"mend {hint}"


def read_sarif(written: str) -> Read:
    (run,) = json.loads(written)["runs"]
    (result,) = run["results"]
    text = result["message"]["text"]
    assert re.search(r"(?<!\\)\]\(", text) is None, "a link"
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch("[A-Za-z0-9_.~/%-]+", uri)
    return Read(*halves(text.replace("\\](", "](")), os.fsdecode(unquote_to_bytes(uri)))


def read_junit(written: str) -> Read:
    (suite,) = etree.fromstring(written.encode())
    (case,) = suite.findall("testcase")
    (failure,) = case
    message = failure.get("message", "")
    place, _, details = (failure.text or "").partition(":1:1: ")
    assert place == suite.get("name") == case.get("classname")
    assert details.startswith(f"{message}\n")
    return Read(message, details.removeprefix(f"{message}\n"), place)


def read_markdown(written: str) -> Read:
    """The texts of the cells, drawn by a reader of GitHub's Markdown."""
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(written)
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    cells = re.findall("<td>(.*?)</td>", body, re.DOTALL)
    tags = set(re.findall("<[^>]*>", "".join(cells)))
    assert (len(cells), body.count("<tr>")) == (4, 1)
    assert tags <= {"<code>", "</code>"}
    place, _, message, hint = ("".join(etree.fromstring(f"<a>{cell}</a>").itertext()) for cell in cells)
    return Read(message, hint, place.removesuffix(":1:1"))


READERS: dict[str, Callable[[str], Read]] = {
    "full": read_full,
    "concise": read_concise,
    "json": read_json,
    "github": read_github,
    "gitlab": read_gitlab,
    "sarif": read_sarif,
    "junit": read_junit,
    "markdown": read_markdown,
}
LOSSLESS = {"json", "gitlab", "sarif"}
"""Programs read them; in the others, which people see, odd characters have pictures."""


def test_every_format_is_read_back() -> None:
    assert READERS.keys() == REPORTERS.keys()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", READERS)
def test_a_hostile_text_is_read_back(name: str, text: str) -> None:
    file = f"x{text}.yaml".replace("\x00", "").replace("/", "")
    found = diagnostic(message=f"key `{text}` x", hint=f"mend `{text}` x", pointer=(text,), file=file)
    said = READERS[name](report(name, [found]))
    expected = Read(found.message, found.hint, file)
    if name not in LOSSLESS:
        expected = Read(*map(visible, expected))
    if name == "markdown":  # what is code has lost its backticks, and blanks count for nothing
        said, expected = (Read(*(re.sub(r"[`\s]+", "", part) for part in read)) for read in (said, expected))
    assert said == expected


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["json", "sarif"])
def test_a_hostile_key_is_read_back_from_its_pointer(name: str, text: str) -> None:
    written = json.loads(report(name, [diagnostic(pointer=(text, 0))]))
    if name == "json":
        assert written[0]["pointer"] == format_pointer((text, 0))
    else:
        (place,) = written["runs"][0]["results"][0]["locations"][0]["logicalLocations"]
        assert place["fullyQualifiedName"] == format_pointer((text, 0))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", REPORTERS)
def test_a_hostile_text_can_be_written_and_changes_no_terminal(name: str, text: str) -> None:
    found = diagnostic(message=text, hint=text, pointer=(text,), file=text)
    written = report(name, [found], text=f"{text}\n")
    written.encode()
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069]", written) is None
