"""Blind documents: what is known of a person without who it is.

It works on the profile, so that every document made of it is blind, with its metadata, bookmarks,
structured data and link targets. All links go: an address tells as surely as a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cvpress.errors import UsageError
from cvpress.model.base import Model
from cvpress.model.basics import Basics
from cvpress.model.profile import Meta
from cvpress.model.walking import entries_in, fields_of
from cvpress.values.formulas import formulas
from cvpress.views.finder import Finder, handle_pattern, literal_pattern, phone_pattern, phrase_pattern
from cvpress.views.identity import (
    ORGANIZATIONS,
    accounts,
    addresses,
    names,
    organization_forms,
    organizations,
    referees,
)
from cvpress.views.markup import Text
from cvpress.views.name_finder import formula_pattern, name_pattern
from cvpress.views.request import BLIND_DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.model.profile import Profile
    from cvpress.views.request import Request

__all__ = ["blinded"]

AnyModel = TypeVar("AnyModel", bound=Model)

_LEFT_OUT: Final = "[…]"

_IDENTIFYING: Final = frozenset(
    "url urls links doi arxiv key number image email emails phone phones bibliography tags schema_url".split()
)
"""Fields that lead to a person in one step, and those that only serve to select."""

_REFERENCES: Final = frozenset("publications areas entries works entry".split())
"""Fields that hold ids of entries, where they hold texts."""

_AUTHORS: Final = frozenset({"authors", "inventors"})

_TELLING: Final = frozenset({"affiliation", "supervisor", "team"})
"""Fields that tell an organisation without its name."""

_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)")
_ADDRESSES: Final = re.compile(
    r"<?(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|tel:)[^\s<>]*[^\s<>.,;:!?)]>?"
    r"|<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+>?"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}/[^\s<>]+"
    r"|\b10\.\d{4,9}/[^\s<>]+"
    r"|\barxiv:\s*\S+",
    re.IGNORECASE,
)
"""URLs, mail addresses, hosts with a path, DOIs, arXiv identifiers."""

_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")


def blinded(profile: Profile, request: Request, words: Mapping[str, str], whole: Profile) -> tuple[Profile, Request]:
    """A profile and a request without who it is.

    Args:
        profile: what is to be shown: translated and selected.
        request: what is asked for; its titles of sections are texts, too.
        words: the words of the page.
        whole: the profile as written, which tells all that texts may name, shown or not.

    Raises:
        UsageError: such a document is of no use without a name.
    """
    if request.document not in BLIND_DOCUMENTS:
        raise UsageError(
            f"`{request.document}` cannot be blind: it speaks for the person by name",
            f"blind documents: {', '.join(BLIND_DOCUMENTS)}",
        )
    redaction = request.redaction
    employers = organizations(profile, whole, words) if redaction and redaction.organizations else {}
    blind = _Redactor(profile, whole, words, employers, has_dates=not (redaction and redaction.dates))
    selection = request.selection
    arranged = replace(
        selection,
        limits={},
        order=tuple(map(blind.text, selection.order)),
        titles={blind.text(name): blind.text(title) for name, title in selection.titles.items()},
    )
    return blind.profile(profile), replace(request, selection=arranged)


class _Redactor:
    def __init__(
        self,
        profile: Profile,
        whole: Profile,
        words: Mapping[str, str],
        organizations: Mapping[str, str],
        *,
        has_dates: bool,
    ) -> None:
        self.candidate = words["candidate"]
        self.organizations = organizations
        self.has_dates = has_dates
        self.ids = {
            name: f"entry-{number}"
            for number, name in enumerate(dict.fromkeys(entry.id for entry in entries_in(profile) if entry.id), start=1)
        }
        own = tuple(names((profile, whole)))  # the first one tells what is set for this document alone
        basics = (profile.basics, whole.basics)
        known = [account for one in basics for account in accounts(one)]
        forms = organization_forms(organizations)
        self.own_name = Finder([(name_pattern(own), words["name_left_out"])])
        self.in_formulas = Finder([(formula_pattern(own), _LEFT_OUT)])
        self.finder = Finder(
            [
                (literal_pattern(forms, is_organization=True), forms),
                (phone_pattern([phone for one in basics for phone in (one.phone, *one.phones)]), _LEFT_OUT),
                (literal_pattern(known), _LEFT_OUT),
                (handle_pattern(known), _LEFT_OUT),
                (phrase_pattern([line for one in basics for line in addresses(one)]), _LEFT_OUT),
                (name_pattern(referees(whole), has_parts=False), _LEFT_OUT),
                (name_pattern(own), words["name_left_out"]),
            ]
        )

    def profile(self, profile: Profile) -> Profile:
        """The blind profile. Its own language and date stay; everything else passes through here."""
        basics, meta = profile.basics, profile.meta
        kept = self.model(profile, "")
        return kept.model_copy(
            update={
                "basics": Basics(
                    label=self.text(basics.label),
                    summary=self.text(basics.summary),
                    availability=self.text(basics.availability),
                    relocation=self.text(basics.relocation),
                ),
                "letters": (),
                "stories": (),
                "variants": {},
                "translations": {},
                "references": tuple(entry.model_copy(update={"name": ""}) for entry in kept.references),
                "meta": Meta.model_construct(
                    language=meta.language, text_language=meta.text_language, last_modified=meta.last_modified
                ),
            }
        )

    def model(self, model: AnyModel, section: str) -> AnyModel:
        """A part of a profile, with all that it holds."""
        return model.model_copy(
            update={name: self.value(value, name, section or name) for name, value in fields_of(model)}
        )

    def value(self, value: Any, field: str, section: str) -> Any:
        """A value of a field; `section` is the part of the profile that it belongs to."""
        if self.is_left_out(field, section):
            return type(value)()
        if isinstance(value, Model):
            return self.model(value, section)
        if isinstance(value, tuple):
            items = (self.value(item, "" if isinstance(item, Model) else field, section) for item in value)
            return tuple(item for item in items if item != "")
        if isinstance(value, str) and not field.endswith("date"):
            return self.word(value, field, section)
        return value

    def is_left_out(self, field: str, section: str) -> bool:
        """Whether a field stays empty."""
        is_date_of_study = section == "education" and field in {"start_date", "end_date"}
        return (
            field in _IDENTIFYING
            or (field in _TELLING and bool(self.organizations))
            or (is_date_of_study and not self.has_dates)
        )

    def word(self, value: str, field: str, section: str) -> str:
        """A text of a field: a name, a reference, or prose."""
        if field == "id" or field in _REFERENCES:  # lists of entries, which share a key's name, are no texts
            return self.ids.get(value, "")
        if field == "formulas" and self.spells_name(value):
            return ""
        if field in _AUTHORS and self.is_self(value):
            return self.candidate
        if (section, field) in ORGANIZATIONS and value in self.organizations:
            return self.organizations[value]
        return self.text(value)

    def is_self(self, author: str) -> bool:
        """Whether nothing is left of an author's name without the person's."""
        return not re.search(r"[^\W\d_]{2}", re.sub(r"\[.*?\]", "", self.own_name.replaced(author))) and bool(
            self.own_name.finds(author)
        )

    def text(self, text: str) -> str:
        """Prose without links, addresses and names; where markup hides one, the text goes on without markup."""
        if not text:
            return ""
        bare = _ADDRESSES.sub(_LEFT_OUT, _LINK.sub(r"\1", self.without_telling_formulas(text)))
        blind = self.finder.replaced(bare)
        shown = Text(blind)
        plain = shown.plain
        if "<a " in str(shown.__html__()) or self.finder.finds(plain) or _ADDRESSES.search(plain):
            return _PUNCTUATION.sub(r"\\\1", self.finder.replaced(_ADDRESSES.sub(_LEFT_OUT, plain)))
        return blind

    def without_telling_formulas(self, text: str) -> str:
        """The text without formulas that spell a name."""
        for found in reversed(list(formulas(text))):
            if self.spells_name(found.latex):
                text = text[: found.start] + _LEFT_OUT + text[found.end :]
        return text

    def spells_name(self, latex: str) -> bool:
        """Whether the letters of a formula, whatever stands between them, spell a name."""
        return self.in_formulas.finds(re.sub(r"[\W\d_]", "", _COMMAND.sub("", latex)))
