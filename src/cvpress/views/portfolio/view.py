"""The view of a portfolio: a deck of slides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from cvpress.errors import UsageError
from cvpress.views.portfolio.deck import slides
from cvpress.views.view import View

if TYPE_CHECKING:
    from cvpress.model.profile import Profile
    from cvpress.views.frame import Frame
    from cvpress.views.portfolio.slides import Slide

__all__ = ["PortfolioView", "has_portfolio", "portfolio_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioView(View):
    """A deck.

    Attributes:
        name: what stands in the foot of each slide.
    """

    document: ClassVar[str] = "portfolio"

    name: str
    slides: tuple[Slide, ...]

    @property
    def keywords(self) -> tuple[str, ...]:
        """The areas and projects that it shows."""
        titles = [slide.title.plain for slide in self.slides if slide.kind in {"area", "opener"}]
        return tuple(dict.fromkeys(titles))


def has_portfolio(profile: Profile) -> bool:
    """Whether a profile has something to make slides of."""
    return profile.portfolio != type(profile.portfolio)()


def portfolio_view(profile: Profile, frame: Frame) -> PortfolioView:
    """The deck of what is left of a profile once everything private is taken out.

    Raises:
        UsageError: the profile has no portfolio.
    """
    if not has_portfolio(profile):
        raise UsageError("the profile has no portfolio", "say under `portfolio` what the slides are to show")
    deck = slides(profile, frame)
    portfolio = profile.portfolio
    return PortfolioView(
        page=frame.page,
        person=frame.person,
        title=frame.person.title(deck[0].title.plain),
        description=frame.context.text(portfolio.subtitle).plain,
        name=deck[0].title.plain,
        slides=deck,
    )
