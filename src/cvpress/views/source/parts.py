"""What the sources of all documents have in common: what of a part of a profile an output can show."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from cvpress.model.base import Entry, Link, Model
from cvpress.model.basics import Basics, NetworkProfile
from cvpress.model.custom import CustomEntry
from cvpress.model.walking import fields_of
from cvpress.views.context import link_url, shown_url
from cvpress.views.publications.entries import NUMBERED_KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cvpress.model.profile import Profile
    from cvpress.model.projects import Research
    from cvpress.model.publications import Publication

__all__ = [
    "accounts",
    "defaults_of",
    "heading",
    "of",
    "publication",
    "publications_by_name",
    "reference",
    "referring",
    "shown",
]

AnyModel = TypeVar("AnyModel", bound=Model)

_FOR_SELECTION: Final = frozenset({"tags", "priority"})
"""Fields of every entry that are for variants, and are in no document."""


@cache
def defaults_of(model: type[Model]) -> Mapping[str, tuple[str, Any]]:
    """The fields of a part of a profile: what files call each, and what it is where the profile does not say."""
    return {
        name: (field.alias or name, field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
    }


def of(model: AnyModel, names: Iterable[str]) -> AnyModel:
    """A part of a profile with some of its fields alone."""
    return cast("AnyModel", type(model).model_construct(**{name: getattr(model, name) for name in names}))


def shown(model: AnyModel, *without: str) -> AnyModel:
    """A part of a profile, at any depth, with what an output can show of it.

    Labels for variants go, and so do addresses that nothing may link to, and empty links.

    Args:
        model: what of the profile is shown, without what is private.
        without: fields of it that the document does not show.
    """
    return model.model_copy(update={name: _part(model, name, value, without) for name, value in fields_of(model)})


def _part(model: Model, name: str, value: Any, without: tuple[str, ...]) -> Any:
    if name in without or (isinstance(model, Entry) and name in _FOR_SELECTION):
        return defaults_of(type(model))[name][1]
    if isinstance(model, CustomEntry) and name in {"start_date", "end_date"} and model.date:
        return ""
    if name == "url" and not _is_printed(model):
        return link_url(value)
    if isinstance(value, Model):
        return shown(value)
    if isinstance(value, tuple):
        items = (shown(item) if isinstance(item, Model) else item for item in value)
        return tuple(item for item in items if not (isinstance(item, Link) and not item.label and not item.url))
    return value


def _is_printed(model: Model) -> bool:
    """Whether the address of something is a text of the page as well, wherever it leads."""
    return isinstance(model, Basics | NetworkProfile) or (isinstance(model, Link) and not model.label)


def accounts(basics: Basics) -> tuple[NetworkProfile, ...]:
    """Accounts as they are printed: by their address, or by the name that they have in a network."""
    return tuple(one for account in basics.profiles if (one := _account(account)).network or one.username or one.url)


def _account(account: NetworkProfile) -> NetworkProfile:
    label = shown_url(account.url)
    is_by_address = bool(label) and ("/" in label or not account.username)
    return of(account, ("network", "url") if is_by_address else ("network", "username", "url"))


def heading(basics: Basics) -> Basics:
    """What heads every document: the name, or the label of a profile that names nobody."""
    return of(basics, ["name"] if basics.name else ["label"])


def publications_by_name(profile: Profile) -> Mapping[str, Publication]:
    """What other parts of a profile may mean by a name: publications by key and by id, as views look for them."""
    return {name: one for one in profile.publications for name in (one.key, one.id) if name}


def reference(one: Publication) -> str:
    """The name by which a source refers to a publication."""
    return one.id or one.key


def referring(area: Research, named: Mapping[str, Publication]) -> Research:
    """An area of research with the publications of it that there are, each once, by the names that they have here."""
    found = dict.fromkeys(reference(named[name]) for name in area.publications if name in named)
    return area.model_copy(update={"publications": tuple(found)})


def publication(one: Publication, options: Mapping[str, str], *without: str) -> Publication:
    """A publication as a document shows it; its kind as far as that can be told from what is shown.

    Args:
        one: the publication.
        options: the theme's: groups and citation styles ask for the kind.
        without: fields that the document does not show.
    """
    kind = kind_of(one) if one.type else ""
    is_told = options.get("publications", "list") == "by-type" or options.get("citations", "theme") != "theme"
    written = one.type if kind in NUMBERED_KINDS else kind if is_told else ""
    return shown(one, "key", *without).model_copy(update={"type": written})
