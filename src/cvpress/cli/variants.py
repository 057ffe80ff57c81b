"""cvpress variants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from cvpress.cli.findings import print_findings
from cvpress.cli.listing import format_option, lines, say, say_json
from cvpress.pipeline.rendering import open_profile
from cvpress.policy.config import read_settings
from cvpress.views.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.pipeline.rendering import Opened, Rendering
    from cvpress.views.cv import CvView
    from cvpress.views.listing import Listed

__all__ = ["variants"]

_PLAIN: Final = "(no variant)"


class _Section(NamedTuple):
    """A section of a variant: how many of its entries are shown."""

    name: str
    title: str
    shown: int
    of: int


class _Variant(NamedTuple):
    """What is said of a variant."""

    name: str
    label: str
    theme: str
    options: dict[str, str]
    locale: str
    letter: str
    pages: int
    sections: list[_Section]
    left_out: list[Listed]


@click.command()
@click.argument("profile", type=click.Path(allow_dash=True))
@click.argument("names", nargs=-1, metavar="[NAMES]...")
@click.option("--pages", is_flag=True, help="Lay each of them out, and say how many pages it has.")
@format_option
@click.option("--config", metavar="FILE", default="", help="Settings file.  [default: the nearest cvpress.toml]")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
def variants(
    profile: str, names: tuple[str, ...], *, pages: bool, format_name: str, config: str, isolated: bool
) -> None:
    """List what the CV would contain in each of a profile's variants: entries shown and left out, by section.

    PROFILE is a JSON, YAML or TOML file, or - for standard input. With NAMES, only these variants are listed.
    """
    opened = open_profile(profile, settings=read_settings(".", config=config, isolated=isolated))
    print_findings(opened.diagnostics)
    found = [_variant(opened, name, has_pages=pages) for name in names or ("", *opened.profile.variants)]
    if format_name == "json":
        say_json([_as_data(variant) for variant in found])
        return
    for variant in found:
        say("\n".join(_lines(variant)))


def _variant(opened: Opened, name: str, *, has_pages: bool) -> _Variant:
    from cvpress.views.listing import missing_from
    from cvpress.views.select import resolved

    request = resolved(opened.profile, Request(variant=name))
    rendering = opened.rendering(request)
    view, whole = _cv(rendering), _cv(opened.rendering(Request(language=request.language)))
    return _Variant(
        name=name,
        label=(view.person.label or whole.person.label).plain,
        theme=rendering.theme.name,
        options=dict(rendering.options),
        locale=view.page.language,
        letter=request.letter,
        pages=_page_count(rendering) if has_pages else 0,
        sections=_sections(view, whole),
        left_out=list(missing_from(view, whole)),
    )


def _cv(rendering: Rendering) -> CvView:
    from cvpress.views.cv import CvView

    assert isinstance(rendering.view, CvView)  # noqa: S101  # it is what is asked for
    return rendering.view


def _page_count(rendering: Rendering) -> int:
    from cvpress.writers.pdf import page_count

    return page_count(rendering.view, rendering.theme, rendering.options)


def _sections(view: CvView, whole: CvView) -> list[_Section]:
    """The sections of a variant in its order, then those that it leaves out."""
    counts = {section.id: len(section.entries) for section in whole.sections}
    shown = [
        _Section(section.name, section.title, len(section.entries), counts.pop(section.id, 0))
        for section in view.sections
    ]
    rest = [section for section in whole.sections if section.id in counts]
    return [*shown, *(_Section(section.name, section.title, 0, counts[section.id]) for section in rest)]


def _lines(variant: _Variant) -> Iterator[str]:
    pages = f"{variant.pages} page{'s' if variant.pages != 1 else ''}" if variant.pages else ""
    letter = f"letter {variant.letter}" if variant.letter else ""
    facts = " · ".join(filter(None, (variant.theme, variant.locale, letter, pages)))
    yield from lines(f"{variant.name or _PLAIN}: {facts}", "", " " * 4)
    if variant.label:
        yield from lines(variant.label, " " * 2, " " * 4)
    yield from lines(", ".join(_count(section) for section in variant.sections if section.shown), "  shows: ", " " * 4)
    if variant.left_out:
        yield "  leaves out:"
        for section in dict.fromkeys(listed.section for listed in variant.left_out):
            titles = "; ".join(listed.title for listed in variant.left_out if listed.section == section)
            yield from lines(f"{section}: {titles}", " " * 4, " " * 6)
    yield ""


def _count(section: _Section) -> str:
    of = f" of {section.of}" if section.shown != section.of else ""
    return f"{section.title} {section.shown}{of}".replace(" ", "\u00a0")


def _as_data(variant: _Variant) -> dict[str, Any]:
    return {
        "name": variant.name,
        "label": variant.label,
        "theme": variant.theme,
        "options": variant.options,
        "locale": variant.locale,
        "letter": variant.letter,
        **({"pages": variant.pages} if variant.pages else {}),
        "sections": [
            {"name": section.name, "title": section.title, "entries": section.shown, "of": section.of}
            for section in variant.sections
        ],
        "leftOut": [listed._asdict() for listed in variant.left_out],
    }
