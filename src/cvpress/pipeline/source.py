"""The source of a document as files in its PDF: the profile that it shows, and the pictures of that.

`cvpress extract` takes them out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import UsageError
from cvpress.schema import accepts
from cvpress.themes.options import chosen_options
from cvpress.values.sources import PROFILE, description
from cvpress.views.build import build_view, shown_part
from cvpress.views.presentation import Presentation
from cvpress.views.request import Request
from cvpress.views.source.document import plain, source_of, source_text
from cvpress.writers.attached import Attached
from cvpress.writers.pdf import created

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cvpress.model.profile import Profile
    from cvpress.pipeline.rendering import Origin, Rendering
    from cvpress.views.source.document import Arranged
    from cvpress.views.view import Picture, View

__all__ = ["attached_sources"]

_EXTENSIONS: Final = {"image/jpeg": "jpg", "image/png": "png"}
_TITLES: Final = "titles."


class _Source(NamedTuple):
    """A profile as plain data that shows what some documents show, and its pictures by the names that it gives them."""

    documents: str
    data: dict[str, Any]
    pictures: dict[str, Picture]


def attached_sources(renderings: Sequence[Rendering]) -> tuple[Attached, ...]:
    """The files that the PDF of some documents carries: one source for all of them, or else one for each.

    There is none if it is not wanted, or where a document is blind or for the person's own eyes; and none
    where it would not be a profile (texts of the command line are not validated), or where the theme has no
    option for what a variant does.
    """
    if not all(map(_is_wanted, renderings)):
        return ()
    sources = [source for rendering in renderings if (source := _source(rendering))]
    if len(sources) < len(renderings):
        return ()
    if len(sources) == 1:
        return _files(sources, [PROFILE])
    united = _united(sources, renderings)
    if united:
        return _files([united], [PROFILE])
    pictures = [name for source in sources for name in source.pictures]
    if len(pictures) > len(set(pictures)):
        return ()
    return _files(sources, [f"{number}-{source.documents}.json" for number, source in enumerate(sources, start=1)])


def _is_wanted(rendering: Rendering) -> bool:
    origin = rendering.origin
    return (
        origin is not None
        and origin.request.has_source
        and origin.request.redaction is None
        and not origin.request.keeps_private
    )


def _files(sources: Sequence[_Source], names: Sequence[str]) -> tuple[Attached, ...]:
    profiles = [
        Attached(name, source_text(source.data), description(source.documents))
        for source, name in zip(sources, names, strict=True)
    ]
    pictures = [
        Attached(name, picture.data, "A picture of the profile", "Supplement")
        for source in sources
        for name, picture in source.pictures.items()
    ]
    return (*profiles, *pictures)


def _source(rendering: Rendering) -> _Source | None:
    """The source of a document; None where there can be none."""
    origin, view = rendering.origin, rendering.view
    assert origin is not None  # noqa: S101  # as `_is_wanted` sees to
    shown = shown_part(origin.profile, origin.request)
    pictures = _pictures(shown, view, origin)
    selection = Presentation.of(rendering.options).selection(origin.request.selection)
    files = {old: name for old, (name, _) in pictures.items()}
    arranged = source_of(shown, view, selection, rendering.options, files)
    try:
        options = _options(rendering, arranged)
    except UsageError:
        return None
    look = {"theme": rendering.theme.name} if origin.has_named_theme else {}
    data = plain(arranged.profile)
    meta = {"lastModified": created(view), **data.get("meta", {}), "cvpress": {**look, "options": options}}
    data["meta"] = _filled(meta)
    return _Source(view.document, data, dict(pictures.values())) if accepts(data) else None


def _filled(value: Any) -> Any:
    """The same without empty values."""
    if not isinstance(value, dict):
        return value
    return {key: part for key, item in value.items() if (part := _filled(item)) not in ("", {})}


def _pictures(shown: Profile, view: View, origin: Origin) -> dict[str, tuple[str, Picture]]:
    """The pictures that are shown, by the names that the profile gives them, each with its name in the PDF."""
    if view.document == "cv" and view.person.photo:
        photo = view.person.photo
        return {shown.basics.image: (f"photo.{_EXTENSIONS[photo.media_type]}", photo)}
    pictures = origin.pictures if view.document == "portfolio" else {}
    return {
        name: (f"figure-{number}.{_EXTENSIONS[picture.media_type]}", picture)
        for number, (name, picture) in enumerate(pictures.items(), start=1)
    }


def _options(rendering: Rendering, arranged: Arranged) -> dict[str, Any]:
    """What differs from the theme's defaults, with the order and the titles of sections wherever they were said.

    Raises:
        UsageError: the theme has no option for these.
    """
    theme = rendering.theme
    defaults = {**chosen_options(theme.options, {}), **theme.texts}
    options: dict[str, Any] = {
        key: value
        for key, value in rendering.options.items()
        if key != "sections" and "." not in key and value != defaults[key]
    }
    if arranged.order and ",".join(arranged.order) != defaults.get("sections"):
        options["sections"] = ",".join(arranged.order)
    titles = {name: title for name, title in arranged.titles.items() if defaults.get(f"{_TITLES}{name}") != title}
    chosen_options(theme.options, {**options, **{f"{_TITLES}{name}": title for name, title in titles.items()}})
    return {**options, "titles": titles}


def _united(sources: Sequence[_Source], renderings: Sequence[Rendering]) -> _Source | None:
    """One source that shows each document as its own does; None if there is none."""
    from cvpress.model.profile import Profile

    by_content = sorted(
        sources, key=lambda source: source.documents != "cv"
    )  # a CV has its entries in order, and whole
    spoken = next((source for source in by_content if source.documents != "letter"), by_content[0])
    language = spoken.data["meta"]["language"]
    data: dict[str, Any] = {}
    for source in by_content:
        data = _joined(data, _with_language(source.data, language), set(_ids(data)))
    whole = Profile.model_validate(data)
    for source, rendering in zip(sources, renderings, strict=True):
        try:
            if _source(_rendered_again(whole, rendering, source)) != source:
                return None
        except UsageError:  # one of several letters
            return None
    pictures = {name: picture for source in sources for name, picture in source.pictures.items()}
    return _Source(",".join(source.documents for source in sources), plain(whole), pictures)


def _with_language(data: dict[str, Any], language: str) -> dict[str, Any]:
    """The source of a letter that says its own language, where that is not the one of the others."""
    own = data["meta"]["language"]
    if own == language or "letters" not in data:
        return data
    letters = [{**letter, "language": own} for letter in data["letters"]]
    return {**data, "letters": letters, "meta": {**data["meta"], "language": language}}


def _joined(one: Any, other: Any, taken: Collection[str]) -> Any:
    """What is in one of two values or in both. Of two texts the first stays.

    Args:
        one: a value, whose entries are joined with those of the same id.
        other: the other, whose entries follow.
        taken: ids of entries anywhere in the first profile, which need not follow.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: _joined(value, other[key], taken) for key, value in one.items() if key in other}
        return {**other, **one, **both}
    if isinstance(one, list) and isinstance(other, list):
        named = {item["id"]: item for item in other if isinstance(item, dict) and "id" in item}
        joined = [_joined(item, named.get(item["id"], item), taken) if _has_id(item) else item for item in one]
        return joined + [item for name, item in named.items() if name not in taken]
    return one


def _has_id(value: Any) -> bool:
    return isinstance(value, dict) and "id" in value


def _ids(value: Any) -> Iterator[str]:
    """The ids of entries at any depth."""
    if _has_id(value):
        yield value["id"]
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _ids(item)


def _rendered_again(profile: Profile, rendering: Rendering, source: _Source) -> Rendering:
    """A document as it is made of a source that several documents share."""
    assert rendering.origin is not None  # noqa: S101  # as `_is_wanted` sees to
    said = dict(source.data["meta"].get("cvpress", {}).get("options", {}))
    titles = {f"{_TITLES}{name}": title for name, title in said.pop("titles", {}).items()}
    options = {**rendering.options, **said, **titles}
    request, photo = Request(document=source.documents), rendering.view.person.photo
    presentation = Presentation.of(options)
    view = build_view(profile, request, photo=photo, pictures=source.pictures, presentation=presentation)
    origin = rendering.origin._replace(profile=profile, request=request, pictures=source.pictures)
    return rendering._replace(view=view, options=options, origin=origin)
