"""Whether everybody can make use of a file as a whole (rules A1..)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cvpress.checking.check import Found, checks, in_pdf
from cvpress.checking.checks.places import excerpt, line_with
from cvpress.checking.checks.tongues import is_language, other_language
from cvpress.rules.file_access import (
    BROKEN_LANGUAGE_TAG,
    COPYING_FORBIDDEN,
    NO_BOOKMARKS,
    NO_LANGUAGE,
    NO_TITLE,
    OTHER_LANGUAGE,
    TITLE_NOT_SHOWN,
)
from cvpress.values.language_tags import is_language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.checking.check import Check, Checked

__all__ = ["ACCESSIBILITY_CHECKS"]

_LONG: Final = 5
"""Pages from which on a file needs bookmarks; why is on the rule's page."""


@checks(NO_TITLE)
def _no_title(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.metadata.title:
        yield Found("the file has no title", "name the person and the document in its metadata")


def _has_title_in_pdf(checked: Checked) -> bool:
    return in_pdf(checked) and bool(checked.artefact.metadata.title)


@checks(TITLE_NOT_SHOWN, when=_has_title_in_pdf)
def _title_not_shown(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.metadata.shows_title:
        yield Found("viewers show the name of the file, not its title", "set DisplayDocTitle in the viewer preferences")


@checks(NO_LANGUAGE)
def _no_language(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.metadata.language:
        yield Found("the file does not say which language it is in", "set it as a BCP 47 tag, such as `en`")


def _languages(checked: Checked) -> dict[str, str]:
    """The tags that a file names, each with a text that is in it; that of the file with none."""
    artefact = checked.artefact
    found = {artefact.metadata.language: ""}
    for element in artefact.root.walk() if artefact.root else ():
        found.setdefault(element.language, element.whole_text)
    return {tag: text for tag, text in found.items() if tag}


def _names_language(checked: Checked) -> bool:
    return bool(_languages(checked))


@checks(BROKEN_LANGUAGE_TAG, when=_names_language)
def _broken_language_tag(checked: Checked) -> Iterator[Found]:
    for tag, text in _languages(checked).items():
        line = line_with(checked.artefact, text)
        if not is_language_tag(tag):
            better = tag.replace("_", "-").partition(".")[0]
            hint = (
                f"write `{better}`"
                if is_language_tag(better) and is_language(better)
                else "write it as BCP 47 says: `en`, `pt-BR`"
            )
            yield Found(f"{excerpt(tag)} is not a language tag", hint, line)
        elif not is_language(tag):
            yield Found(
                f"there is no language {excerpt(tag)}",
                "it may be a country's code; ISO 639 has those of languages",
                line,
            )


def _has_language(checked: Checked) -> bool:
    return is_language_tag(checked.artefact.metadata.language)


@checks(OTHER_LANGUAGE, when=_has_language)
def _other_language(checked: Checked) -> Iterator[Found]:
    said = checked.artefact.metadata.language
    found = other_language(checked.artefact.text, said)
    if found:
        what = f"in {found} letters" if found[0].isupper() else f"mostly `{found}`"
        yield Found(f"the file says that it is in `{said}`, and its text is {what}", "set the language of the text")


@checks(COPYING_FORBIDDEN, when=in_pdf)
def _copying_forbidden(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.may_extract:
        yield Found("the file forbids programs to take its text out", "save it without restrictions")


def _is_long(checked: Checked) -> bool:
    return len(checked.artefact.sheets) >= _LONG


@checks(NO_BOOKMARKS, when=_is_long)
def _no_bookmarks(checked: Checked) -> Iterator[Found]:
    if not checked.artefact.bookmarks:
        yield Found(f"{len(checked.artefact.sheets)} pages and no bookmarks", "have them made of the headings")


ACCESSIBILITY_CHECKS: Final[tuple[Check, ...]] = (
    _no_title,
    _title_not_shown,
    _no_language,
    _broken_language_tag,
    _other_language,
    _copying_forbidden,
    _no_bookmarks,
)
"""The checks of a file as a whole."""
