"""What a CV shows, entry by entry, for lists of what is in and what is left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.views.cv import CvView
    from cvpress.views.view import Entry

__all__ = ["Listed", "listed", "missing_from"]


class Listed(NamedTuple):
    """An entry by the section that it stands in and by what heads it; within another entry also by that."""

    section: str
    title: str

    def __str__(self) -> str:
        return f"{self.section}: {self.title}"


def listed(view: CvView) -> tuple[Listed, ...]:
    """All entries of a CV, at any depth, in its order."""
    return tuple(
        Listed(section.title, title)
        for section in view.sections
        for entry in section.entries
        for title in _titles(entry, "")
    )


def missing_from(view: CvView, whole: CvView) -> tuple[Listed, ...]:
    """The entries of a whole CV that another does not show, without those within an entry that it does not show.

    Sections are the same by what they are, not by their titles, which are those of `whole`.
    """
    shown = Counter(
        (section.id, title) for section in view.sections for entry in section.entries for title in _titles(entry, "")
    )
    missing = []
    for section in whole.sections:
        for entry in section.entries:
            inside: list[Listed] = []
            for title in _titles(entry, ""):
                if shown[section.id, title]:
                    shown[section.id, title] -= 1
                else:
                    inside.append(Listed(section.title, title))
            missing += inside[:1] if inside and inside[0].title == _title(entry) else inside
    return tuple(missing)


def _titles(entry: Entry, above: str) -> Iterator[str]:
    title = above + _title(entry)
    yield title
    for inner in (*entry.roles, *entry.projects):
        yield from _titles(inner, f"{title} › ")


def _title(entry: Entry) -> str:
    """What heads an entry, and the organisation that tells it from others."""
    parts = (entry.title.plain or entry.summary.plain[:60], entry.organization.plain)
    return ", ".join(part for part in parts if part)
