"""How a view shows things, as far as the options of a theme decide it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cvpress.views.request import Selection

__all__ = ["PLAIN", "Presentation"]

_TITLE: Final = "titles."
"""What the keys of options begin with that give a section another title."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How things are shown.

    Attributes:
        grouping: publications in a "list", or in groups: "by-year", "by-type".
        citations: "theme", for publications in its own layout, or the style "apa", "ieee" or "chicago".
        dates: the form of dates: one of `cvpress.views.dates.FORMS`.
        order: sections that come first, unless the request says otherwise.
        titles: other titles of sections, unless the request says otherwise.
        has_qr: whether a CV has a QR code to the person's web page.
        has_photo: whether the photo is shown, if there is one.
    """

    grouping: str = "list"
    citations: str = "theme"
    dates: str = "short"
    order: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    has_photo: bool = True
    has_qr: bool = False

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Presentation:
        """What the options of a theme say, as far as it has them."""
        names = options.get("sections", "").split(",")
        return cls(
            grouping=options.get("publications", "list"),
            citations=options.get("citations", "theme"),
            dates=options.get("dates", "short"),
            order=tuple(name.strip() for name in names if name.strip()),
            titles={key.removeprefix(_TITLE): text for key, text in options.items() if key.startswith(_TITLE)},
            has_photo=options.get("photo", "") != "off",
            has_qr=options.get("qr", "off") == "on",
        )

    def selection(self, asked: Selection) -> Selection:
        """What is asked for, with the order and the titles of the theme where it says nothing."""
        return replace(asked, order=asked.order or self.order, titles={**self.titles, **asked.titles})


PLAIN: Final = Presentation()
"""How things are shown unless somebody says otherwise."""
