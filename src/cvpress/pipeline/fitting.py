"""Chooses which entries a CV leaves out so that it has no more pages than are asked for.

The entry that matters least goes first: the lowest priority, then what has none of the tags that are
asked for, then what stands late in its section, in a section that matters less. The number that has to
go is searched for by halving; what then still finds room is put back. The same profile always gives the
same choice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cvpress.errors import UsageError
from cvpress.views.cv import CvView
from cvpress.views.listing import missing_from
from cvpress.views.privacy import public_part
from cvpress.views.select import shown_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from cvpress.model.profile import Profile
    from cvpress.views.listing import Listed
    from cvpress.views.request import Place, Request
    from cvpress.views.select import Shown
    from cvpress.views.view import View

__all__ = ["Fitted", "chosen", "fitted", "removable"]

_HEAD_STARTS: Final[Mapping[str, int]] = {
    "work": 0,
    "education": 0,
    "skills": 0,
    "languages": 0,
    "research": 1,
    "projects": 1,
    "publications": 1,
    "awards": 2,
    "teaching": 3,
    "grants": 3,
    "patents": 3,
    "talks": 4,
    "certificates": 4,
    "competitions": 4,
    "volunteer": 4,
    "memberships": 6,
    "service": 6,
    "custom": 6,
    "interests": 8,
    "references": 8,
}
"""How many entries of work one leaves behind before the first of a section: the only hobby goes with the ninth job."""

_CORE: Final = ("work", "education")
"""Sections whose best entry goes last of all, whatever its priority: nobody takes a CV without them for one."""

_MOST_TRIES: Final = 8
"""How often it is tried whether an entry still finds room; each try is a layout."""


class Fitted(NamedTuple):
    """The view of a document, the request with what it leaves out for want of room, and what that is."""

    view: View
    request: Request
    left_out: tuple[Listed, ...] = ()


def fitted(
    profile: Profile, request: Request, build: Callable[[Request], View], count: Callable[[View], int]
) -> Fitted:
    """The view of a document that has no more pages than are asked for.

    Args:
        profile: a whole profile.
        request: what is asked for, with all that its variant says.
        build: makes the view of a request.
        count: counts the pages of a view.

    Raises:
        UsageError: as of `build`; or the CV has too many pages even with a single entry.
        MissingLibrary: Pango is not installed.
    """
    whole = build(request)
    if not request.fit or not isinstance(whole, CvView):
        return Fitted(whole, request)
    if request.fit < 0:
        raise UsageError("a CV has at least one page", "say how many it may have: --fit 1")

    def without(places: Collection[Place]) -> Request:
        left = replace(request.selection, left_out=request.selection.left_out | frozenset(places))
        return replace(request, selection=left)

    def fits(places: Collection[Place]) -> bool:
        return count(build(without(places))) <= request.fit

    selection = request.selection
    places = removable(list(shown_entries(public_part(profile), selection)), selection.include)
    out = chosen(places, fits)
    if out is None:
        fewest = count(build(without(places[:-1])))
        raise UsageError(
            f"the CV does not fit on {_pages(request.fit)}: with a single entry it has {fewest}",
            "shorten the summary, or allow more pages",
        )
    rest = without(out)
    view = build(rest)
    return Fitted(view, rest, missing_from(view, whole) if isinstance(view, CvView) else ())


def removable(entries: Collection[Shown], tags: Collection[str] = ()) -> list[Place]:
    """The places of entries that can be left out, what matters least first.

    Roles stay with their job, and sections of one's own go by their entries.

    Args:
        entries: all that is shown.
        tags: those that are asked for: what has one of them stays longer.
    """
    able = [shown for shown in entries if shown.place[0] in _HEAD_STARTS and _is_single(shown.place)]
    places = [shown.place for shown in sorted(able, key=partial(_worth, tags=tags))]
    core: list[Place] = [place for section in _CORE for place in _best_of(places, section)]
    return [*(place for place in places if place not in core), *core]


def _best_of(places: list[Place], section: str) -> list[Place]:
    """The entry of a section that matters most, if it has any."""
    return [place for place in places if place[0] == section and not place[2:]][-1:]


def _is_single(place: Place) -> bool:
    return "roles" not in place and (place[0] != "custom" or len(place) > 2)


def _worth(shown: Shown, tags: Collection[str]) -> tuple[float, bool, int, Any]:
    """Sorts entries from the least important; the place itself decides between equals."""
    section, *rest = shown.place
    indices = [step for step in rest if isinstance(step, int)]
    position = sum(indices[1:] if section == "custom" else indices)
    is_wanted = not set(tags).isdisjoint(shown.entry.tags)
    late = -_HEAD_STARTS[str(section)] - position
    return (shown.entry.priority, is_wanted, late, (str(section), *(-step for step in indices)))


def chosen(places: list[Place], fits: Callable[[Collection[Place]], bool]) -> set[Place] | None:
    """Which entries to leave out so that the rest fits, as few as can be found; None if even one is too much.

    Args:
        places: all that may go, what matters least first; the last one stays in any case.
        fits: whether a CV without some entries has few enough pages.
    """
    if fits(()):
        return set()
    low, high = 0, max(0, len(places) - 1)  # without the first `low` it does not fit; without the first `high` it may
    if not fits(places[:high]):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(places[:middle]) else (middle, high)
    out = set(places[:high])
    tries = [place for place in reversed(places[: high - 1]) if not _is_within(place, out)]
    for place in tries[:_MOST_TRIES]:
        if fits(out - {place}):
            out.remove(place)
    return out


def _is_within(place: Place, others: Collection[Place]) -> bool:
    """Whether a place lies inside another."""
    return any(place[:length] in others for length in range(1, len(place)))


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"
