"""The view of a CV: who it is, and all sections in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from cvpress.views.columns import columns, head_lines
from cvpress.views.sections import sections
from cvpress.views.view import View

if TYPE_CHECKING:
    from cvpress.model.profile import Profile
    from cvpress.views.columns import Columns
    from cvpress.views.frame import Frame
    from cvpress.views.markup import Text
    from cvpress.views.view import Section

__all__ = ["CvView", "cv_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CvView(View):
    """A CV."""

    document: ClassVar[str] = "cv"
    closes_up: ClassVar[bool] = True

    summary: Text
    sections: tuple[Section, ...]

    @property
    def suffix(self) -> str:
        """Nothing: it is what a profile is first of all."""
        return ""

    @property
    def keywords(self) -> tuple[str, ...]:
        """The person's skills."""
        skills = [entry for section in self.sections if section.name == "skills" for entry in section.entries]
        words = [word for entry in skills for word in (entry.title.plain, *entry.keywords)]
        return tuple(dict.fromkeys(words))

    def columns(self, side: str, lines: float) -> Columns:
        """The sections in two columns, for themes that have them.

        Args:
            side: the names of sections that may stand in the side column, with commas between them.
            lines: how many lines of text a page has.
        """
        wanted = [name.strip() for name in side.split(",")]
        return columns(self.sections, wanted, lines - head_lines(self.person, self.summary))


def cv_view(profile: Profile, frame: Frame) -> CvView:
    """The CV of what is left of a profile once everything private is taken out."""
    context, page = frame.context, frame.page
    summary = context.text(profile.basics.summary)
    return CvView(
        page=page,
        person=frame.person,
        title=frame.person.title(page.words["curriculum_vitae"]),
        description=summary.plain or frame.person.label.plain,
        summary=summary,
        sections=sections(profile, context, frame.request.selection),
    )
