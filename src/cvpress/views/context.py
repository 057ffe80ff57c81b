"""What the parts of a view need to know while it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cvpress.values.formats import is_link_url
from cvpress.views.dates import date_range
from cvpress.views.markup import Text
from cvpress.views.numerals import with_own_digits
from cvpress.views.presentation import PLAIN
from cvpress.views.view import Fact, Link, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from cvpress.model.base import Link as ModelLink
    from cvpress.model.publications import Publication
    from cvpress.model.results import Result as ModelResult
    from cvpress.views.locales import Catalogue
    from cvpress.views.presentation import Presentation
    from cvpress.views.view import DateRange

__all__ = ["Context", "link_url", "shown_url"]


_LARGEST_WRITTEN_OUT = 1e15
"""Greater figures have an exponent; Babel cannot write out all of them."""


@dataclass(frozen=True, slots=True)
class Context:
    """The language of the view, whose profile it is, and the publications to refer to.

    Attributes:
        language: language of the profile's texts, which decides on its quotation marks.
        catalogue: words and dates of the page.
        name: the person's name, to mark among authors.
        publications: all public ones, by id and by citation key.
        presentation: how things are shown.
    """

    language: str
    catalogue: Catalogue
    name: str
    publications: Mapping[str, Publication]
    presentation: Presentation = PLAIN

    def text(self, source: str) -> Text:
        """A text of the profile, with its markup."""
        return Text(source, self.language)

    def texts(self, sources: tuple[str, ...]) -> tuple[Text, ...]:
        """Texts of the profile, without the empty ones."""
        return tuple(self.text(source) for source in sources if source.strip())

    def dates(self, start: str, end: str) -> DateRange | None:
        """A range of dates; an open end is the present."""
        return date_range(start, end, self.catalogue.locale, self.catalogue.words["present"], self.presentation.dates)

    def date(self, date: str) -> DateRange | None:
        """A single date."""
        return date_range(date, date, self.catalogue.locale, "", self.presentation.dates) if date else None

    def facts(self, **values: str) -> tuple[Fact, ...]:
        """Labelled details, each by the name of its word; the empty ones are left out."""
        words = self.catalogue.words
        return tuple(Fact(words[name], self.text(value)) for name, value in values.items() if value.strip())

    def results(self, results: tuple[ModelResult, ...]) -> tuple[Result, ...]:
        """Headline figures."""
        return tuple(
            Result(_figure(result, self.catalogue.locale), self.text(result.label), self.text(result.context))
            for result in results
        )

    def links(self, links: tuple[ModelLink, ...]) -> tuple[Link, ...]:
        """Labelled links; a link without a label shows its address."""
        return tuple(
            Link(link.label or shown_url(link.url), link_url(link.url)) for link in links if link.url or link.label
        )


def link_url(url: str) -> str:
    """The URL if an output may link to it, or an empty string."""
    return url if is_link_url(url) else ""


def shown_url(url: str) -> str:
    """A URL as people write it: without its scheme, a bare `www.` or a last slash."""
    for prefix in ("https://", "http://", "mailto:", "tel:"):
        url = url.removeprefix(prefix)
    return url.removeprefix("www.").removesuffix("/")


def _figure(result: ModelResult, locale: Locale) -> str:
    from babel.numbers import format_decimal, format_scientific

    value = result.value
    if isinstance(value, str):
        figure = value
    elif abs(value) < _LARGEST_WRITTEN_OUT:
        # "default" is the locale's own numbering system, here for what parts thousands and fractions.
        figure = str(format_decimal(value, locale=locale, decimal_quantization=False, numbering_system="default"))
    else:
        figure = str(format_scientific(value, locale=locale, decimal_quantization=False))
    if not isinstance(value, str):
        figure = with_own_digits(figure, locale)
    is_tight = result.unit in {"×", "x", "%", "°"}
    return f"{figure}{result.unit}" if is_tight or not result.unit else f"{figure}\u00a0{result.unit}"
