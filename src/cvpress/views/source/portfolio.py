"""The source of a deck: its topics, and what of the profile its slides show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.model.portfolio import STAGES
from cvpress.model.profile import Profile
from cvpress.views.charts.chart import MOST_VALUES, drawable
from cvpress.views.portfolio.topics import areas
from cvpress.views.source.parts import (
    accounts,
    heading,
    of,
    publication,
    publications_by_name,
    reference,
    referring,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cvpress.model.basics import Basics
    from cvpress.model.projects import Project, Research
    from cvpress.model.publications import Publication
    from cvpress.model.results import Result
    from cvpress.model.topics import Figure, Topic

__all__ = ["portfolio_source"]

_CONTACTS = ("name", "email", "phone", "url", "emails", "phones", "urls", "links")


def portfolio_source(profile: Profile, options: Mapping[str, str], files: Mapping[str, str]) -> Profile:
    """What a deck shows.

    Args:
        profile: what of the profile is to be shown.
        options: a value for every option of the theme.
        files: for each picture that is shown, by the name that the profile gives it, what it is called.
    """
    portfolio, dive = profile.portfolio, profile.portfolio.deep_dive
    named = publications_by_name(profile)
    located = [area for _, area in areas(profile)]
    about = named.get(dive.entry)
    project = (
        next((one for one in profile.projects if one.id and one.id == dive.entry), None) if about is None else None
    )
    if project and dive.title:
        project = None
    told = dive.model_copy(
        update={
            "entry": reference(about) if about else project.id if project else "",
            **{stage: _topics(getattr(dive, stage), files) for stage in STAGES},
        }
    )
    deck = portfolio.model_copy(
        update={
            "areas": tuple(area.id for area in located),
            "deep_dive": told,
            "learned": _topics(portfolio.learned, files),
        }
    )
    research = tuple(_area(area, located, named, files) for area in located)
    referred = {name for area in research for name in area.publications} | {told.entry}
    return Profile.model_construct(
        basics=_basics(profile.basics, has_contacts=bool(portfolio.closing.strip())),
        research=research,
        publications=tuple(_publications(profile, referred, options)),
        projects=_projects(project),
        portfolio=deck,
    )


def _basics(basics: Basics, *, has_contacts: bool) -> Basics:
    """The name, and on the last slide how to reach the person."""
    if not has_contacts:
        return heading(basics)
    bare = of(basics, _CONTACTS).model_copy(update={"label": heading(basics).label, "profiles": accounts(basics)})
    return shown(bare)


def _projects(project: Project | None) -> tuple[Project, ...]:
    return (of(project, ("id", "name")),) if project else ()


def _publications(profile: Profile, referred: Collection[str], options: Mapping[str, str]) -> list[Publication]:
    return [
        publication(one, {**options, "publications": "list", "citations": "theme"}, "summary").model_copy(
            update={"id": reference(one)}
        )
        for one in profile.publications
        if reference(one) in referred and reference(one)
    ]


def _area(
    area: Research, located: list[Research], named: Mapping[str, Publication], files: Mapping[str, str]
) -> Research:
    """An area: with its topics, or else its highlights; in overviews of several, its lines of work and key words."""
    has_overview = len(located) > 1 and any(one.directions for one in located)
    has_recap = len(located) > 1 and any(one.keywords for one in located)
    fields = ["id", "name", "summary", "results", "links", "publications"]
    fields += [] if area.topics else ["highlights"]
    fields += ["directions"] if has_overview else []
    fields += ["keywords"] if has_recap else []
    topics = _topics(area.topics, files)
    return referring(shown(of(area, fields)), named).model_copy(update={"topics": topics})


def _topics(topics: tuple[Topic, ...], files: Mapping[str, str]) -> tuple[Topic, ...]:
    return tuple(
        shown(topic).model_copy(update={"figures": tuple(_figure(figure, files) for figure in topic.figures)})
        for topic in topics
    )


def _figure(figure: Figure, files: Mapping[str, str]) -> Figure:
    """A figure with its picture or its numbers, as many as a chart shows; texts stand beside it in any case."""
    has_picture = figure.image in files
    values: list[Result] = []
    numbers = 0
    for value in figure.values:
        is_number = drawable(value.value) is not None
        numbers += is_number
        if not is_number or (not has_picture and numbers <= MOST_VALUES[figure.chart]):
            values.append(value)
    without = ("chart",) if has_picture else ()
    return shown(figure, *without).model_copy(update={"image": files.get(figure.image, ""), "values": tuple(values)})
