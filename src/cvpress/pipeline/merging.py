"""Several documents as one PDF: an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.errors import UsageError
from cvpress.pipeline.rendering import Output, checked
from cvpress.policy.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cvpress.pipeline.rendering import Rendering

__all__ = ["merge_pdf", "merged_output"]


def merge_pdf(renderings: Sequence[Rendering]) -> bytes:
    """Make one PDF of several documents, in the order given: a letter and a CV as an application.

    Args:
        renderings: the documents, as `cvpress.prepare` and `Opened.rendering` make them.

    Raises:
        InvalidProfile: no font has the letters of a text.
        MissingLibrary: Pango is not installed.
        UsageError: there is no document.
    """
    return merged_output(renderings).data


def merged_output(renderings: Sequence[Rendering]) -> Output:
    """One PDF of several documents, and what was noticed while they were set.

    Args and errors: as `merge_pdf`.
    """
    from cvpress.notices import layout_notices
    from cvpress.pipeline.source import attached_sources
    from cvpress.writers.pdf import Piece, write_merged_pdf

    if not renderings:
        raise UsageError("there is no document to merge")
    if len(renderings) == 1:  # there is nothing to tell it from
        return renderings[0].output("pdf")
    view = renderings[0].view
    pieces = [Piece(rendering.view, rendering.theme, rendering.options) for rendering in renderings]
    title = view.person.title(view.page.words["application"])
    parts = write_merged_pdf(pieces, title, attached_sources(renderings))
    noticed = (
        finding
        for rendering, part in zip(renderings, parts, strict=True)
        for finding in Policy(rendering.settings).weigh(
            rendering.document, layout_notices(rendering.document, rendering.view, part)
        )
    )
    return checked(Output(parts[0].data, tuple(dict.fromkeys(noticed))), renderings[0].document)
