"""The links of a file: whether they are announced, say where they lead, and lead there (rules A3..)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cvpress.checking.check import Found, checks
from cvpress.checking.checks.addresses import is_local, mismatch
from cvpress.checking.checks.places import excerpt, line_with
from cvpress.rules.file_links import LINK_ELSEWHERE, LOCAL_LINK, UNTAGGED_LINK, VAGUE_LINK, WORDLESS_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.artefact import Artefact, Element, Link
    from cvpress.checking.check import Check, Checked

__all__ = ["LINK_CHECKS"]

_VAGUE: Final = frozenset(
    phrase.strip()
    for phrase in """
    here, click here, click, link, this, this link, more, read more, learn more, see here, url, website link,
    hier, hier klicken, klicken sie hier, mehr, mehr lesen, weiterlesen, ici, cliquez ici, lien, en savoir plus,
    lire la suite, aquí, haga clic aquí, enlace, leer más, más, qui, clicca qui, collegamento, leggi di più, aqui,
    clique aqui, ligação, ler mais, klik hier, lees meer, meer, tutaj, kliknij tutaj, więcej, czytaj więcej, här,
    klicka här, läs mer, her, klik her, læs mere
    """.split(",")
)


class _Labelled(NamedTuple):
    """A link with all of its words: one that is broken into lines is an annotation a line."""

    link: Link
    text: str
    alternative: str


def _labelled(artefact: Artefact) -> list[_Labelled]:
    """The links that lead out of the file, each once."""
    elements = {number: element for element in _link_elements(artefact) for number in _annotations(element)}
    found: list[_Labelled] = []
    before: tuple[int, str, Element | None] | None = None
    for link in artefact.links:
        if not link.target or (link.box and (link.box.right - link.box.left < 1 or link.box.top - link.box.bottom < 1)):
            continue
        element = elements.get(link.number)
        this = (link.page, link.target, element)
        text = (element.whole_text if element else "") or link.text
        spoken = link.description or _alternative(element)
        if this == before:
            last = found.pop()
            joined = last.text if element and element.whole_text else f"{last.text} {text}".strip()
            found.append(_Labelled(last.link, joined, last.alternative or spoken))
        else:
            found.append(_Labelled(link, text, spoken))
        before = this
    return found


def _link_elements(artefact: Artefact) -> Iterator[Element]:
    for element in artefact.root.walk() if artefact.root else ():
        if element.role == "Link":
            yield element


def _annotations(element: Element) -> Iterator[tuple[int, int]]:
    for inner in element.walk():
        yield from inner.annotations


def _alternative(element: Element | None) -> str:
    return " ".join(inner.alternative or "" for inner in element.walk()).strip() if element else ""


def _has_links(checked: Checked) -> bool:
    return any(link.target for link in checked.artefact.links)


def _has_links_and_tags(checked: Checked) -> bool:
    return checked.artefact.kind == "pdf" and checked.artefact.root is not None and bool(checked.artefact.links)


@checks(UNTAGGED_LINK, when=_has_links_and_tags)
def _untagged_link(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    tagged = {number for element in _link_elements(artefact) for number in _annotations(element)}
    for link in artefact.links:
        if link.number not in tagged:
            what = excerpt(link.text or link.target or "a link")
            yield _about(
                artefact, link, f"the tags have no link at {what}", "put its text and its annotation into a Link"
            )


@checks(WORDLESS_LINK, when=_has_links)
def _wordless_link(checked: Checked) -> Iterator[Found]:
    for link, text, alternative in _labelled(checked.artefact):
        if not _is_said(text) and not _is_said(alternative):
            message = f"the link to {excerpt(link.target)} has no words"
            yield _about(checked.artefact, link, message, "write a word or the address beside it")


def _is_said(text: str) -> bool:
    return any(map(str.isalnum, text))


@checks(LINK_ELSEWHERE, when=_has_links)
def _link_elsewhere(checked: Checked) -> Iterator[Found]:
    for link, text, _ in _labelled(checked.artefact):
        printed = mismatch(text, link.target)
        if printed:
            message = f"{excerpt(printed)} is printed, and the link leads to {excerpt(link.target)}"
            yield _about(checked.artefact, link, message, "let both be the same")


@checks(LOCAL_LINK, when=_has_links)
def _local_link(checked: Checked) -> Iterator[Found]:
    artefact = checked.artefact
    for link, _, _ in _labelled(artefact):
        if is_local(link.target, is_page=artefact.kind == "html"):
            yield _about(artefact, link, f"nobody else gets to {excerpt(link.target)}", "write it out, with `https://`")


@checks(VAGUE_LINK, when=_has_links)
def _vague_link(checked: Checked) -> Iterator[Found]:
    for link, text, alternative in _labelled(checked.artefact):
        is_told = _is_said(alternative) and alternative not in {text, link.target}
        if text.strip(" \t[](){}<>»›→…:.,;!↗").lower() in _VAGUE and not is_told:
            message = f"{excerpt(text)} does not say where the link leads"
            yield _about(checked.artefact, link, message, "write what is there")


def _about(artefact: Artefact, link: Link, message: str, hint: str) -> Found:
    line = line_with(artefact, link.text, link.page)
    return Found(message, hint, line, link.text if line and link.text in line.text else "", link.page, link.box)


LINK_CHECKS: Final[tuple[Check, ...]] = (_untagged_link, _wordless_link, _link_elsewhere, _local_link, _vague_link)
"""The checks of links."""
