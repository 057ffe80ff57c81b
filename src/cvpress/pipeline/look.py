"""Which theme a document has, and the values of its options.

Each place that names them beats those before it: the theme's own defaults, the profile, the
settings file, the variant, what is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cvpress.errors import UsageError
from cvpress.themes.find import find_theme
from cvpress.themes.options import chosen_options
from cvpress.values.option_texts import written_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cvpress.model.profile import Profile
    from cvpress.model.variants import Variant
    from cvpress.policy.settings import Settings
    from cvpress.themes.find import Theme

__all__ = ["Look", "Wish", "look_of"]

_THEME = "modern"


class Look(NamedTuple):
    """A theme and a value for every option of it."""

    theme: Theme
    options: Mapping[str, str]


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
        UsageError: the theme has no such option, or it does not take the value.
    """
    wishes = [*_standing_wishes(profile, settings, variant), asked]
    theme = find_theme(next((wish.theme for wish in reversed(wishes) if wish.theme), _THEME), project=project)
    options: dict[str, str] = {}
    meant = _THEME
    for wish in wishes:
        meant = wish.theme or meant
        # Options for another theme than the one that is used: what this one lacks was not meant for it.
        is_meant = meant in {theme.name, asked.theme} or wish is asked
        options |= _checked(wish, theme, is_meant=is_meant)
    return Look(theme, chosen_options(theme.options, options))


def _standing_wishes(profile: Profile, settings: Settings, variant: tuple[str, Variant | None]) -> Iterator[Wish]:
    own = profile.meta.cvpress
    yield Wish(own.theme, written_options(own.options), "`meta.cvpress`")
    yield Wish(settings.theme, dict(settings.options), settings.source)
    name, said = variant
    if said:
        yield Wish(said.theme, written_options(said.options), f"variant `{name}`")


def _checked(wish: Wish, theme: Theme, *, is_meant: bool) -> Mapping[str, str]:
    has = {key: value for key, value in wish.options.items() if is_meant or key.partition(".")[0] in theme.options}
    try:
        chosen_options(theme.options, has)
    except UsageError as error:
        raise UsageError(f"{wish.place}: {error.message}" if wish.place else error.message, error.hint) from error
    return has
