"""Which theme a document has, and the values of its options.

Each place that names them beats those before it: the theme's own defaults, the profile, the
settings file, the variant, what is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cvpress.errors import ThemeError, UsageError
from cvpress.rules.variants import SECTIONS
from cvpress.themes.find import DEFAULT, find_theme, is_path, theme_names
from cvpress.themes.options import chosen_options
from cvpress.values.option_texts import written_options
from cvpress.values.suggestions import suggestion
from cvpress.views.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.errors import CvpressError
    from cvpress.model.profile import Profile
    from cvpress.model.variants import Variant
    from cvpress.policy.settings import Settings
    from cvpress.themes.find import Theme

__all__ = ["Look", "Wish", "look_of"]


class Look(NamedTuple):
    """A theme and a value for every option of it; and whether the theme was asked for by its name, not by a path."""

    theme: Theme
    options: Mapping[str, str]
    is_named: bool


class Wish(NamedTuple):
    """What one place says about the look.

    Attributes:
        theme: the theme, or "" if it does not say.
        options: options of that theme, or of the one that is used without it.
        place: how messages call the place; empty for what is asked for.
    """

    theme: str
    options: Mapping[str, str]
    place: str = ""


def look_of(
    profile: Profile, settings: Settings, variant: tuple[str, Variant | None], asked: Wish, project: str
) -> Look:
    """The look of a document.

    Args:
        profile: it may name a theme and options in `meta.cvpress`.
        settings: those of the project.
        variant: the name of the variant and what it says; None if there is none.
        asked: what is asked for beyond that.
        project: the folder whose themes/ is looked at.

    Raises:
        ThemeError: there is no such theme, or it is broken.
        UsageError: the theme has no such option, it does not take the value, or names a section
            that there is not.
    """
    wishes = [*_standing_wishes(profile, settings, variant), asked]
    wanted = next((wish.theme for wish in reversed(wishes) if wish.theme), DEFAULT)
    theme = find_theme(wanted, project=project)
    if theme.lineage[0].is_abstract:
        raise ThemeError(f"`{wanted}` is a theme for others to extend", f"themes: {', '.join(theme_names(project))}")
    _check_sections(theme.texts | chosen_options(theme.options, {}), profile, f"theme `{theme.name}`", ThemeError)
    options = dict(theme.texts)
    meant = DEFAULT
    for wish in wishes:
        meant = wish.theme or meant
        # Options for another theme than the one that is used: what this one lacks was not meant for it.
        checked = _checked(wish, theme, is_meant=meant in {theme.name, wanted} or wish is asked)
        _check_sections(checked, profile, wish.place, UsageError)
        options |= checked
    chosen = chosen_options(theme.options, options)
    if chosen.get("linear") == "on":  # it beats all that was said of the options that it stands for
        chosen = chosen_options(theme.options, options | theme.linear)
    return Look(theme, chosen, not is_path(wanted))


def _standing_wishes(profile: Profile, settings: Settings, variant: tuple[str, Variant | None]) -> Iterator[Wish]:
    own = profile.meta.cvpress
    yield _wish(own.theme, own.options, "`meta.cvpress`")
    yield Wish(settings.theme, dict(settings.options), settings.source)
    name, said = variant
    if said:
        yield _wish(said.theme, said.options, f"variant `{name}`")


def _wish(theme: str, options: Mapping[str, Any], place: str) -> Wish:
    if is_path(theme):  # a stranger's profile reads nothing outside its folder
        raise UsageError(f"{place}: a profile names its theme, and `{theme}` is a path", "put the folder into themes/")
    try:
        return Wish(theme, written_options(options), place)
    except ValueError as error:
        raise UsageError(f"{place}: {error}") from error


def _checked(wish: Wish, theme: Theme, *, is_meant: bool) -> Mapping[str, str]:
    has = {key: value for key, value in wish.options.items() if is_meant or key.partition(".")[0] in theme.options}
    try:
        chosen_options(theme.options, has)
    except UsageError as error:
        raise UsageError(_told(wish.place, error.message), error.hint) from error
    return has


def _check_sections(options: Mapping[str, str], profile: Profile, place: str, error: type[CvpressError]) -> None:
    """Make sure that there are the sections that options order or give a title."""
    known = dict.fromkeys((*SECTIONS, *(name for own in profile.custom for name in (own.id, own.title) if name)))
    said = Presentation.of(options)
    for name in (*said.order, *said.titles):
        if name not in known:
            raise error(_told(place, f"there is no section `{name}`"), suggestion(name, known, "sections: "))


def _told(place: str, message: str) -> str:
    return f"{place}: {message}" if place else message
