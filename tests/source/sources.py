"""What the tests of embedded sources share: the source of a rendering, and what is made of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from outputs import prepared

from cvpress.pipeline.source import attached_sources
from cvpress.views.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from cvpress.pipeline.rendering import Rendering


def source_of(rendering: Rendering) -> dict[str, Any]:
    """The profile that the PDF of a document carries."""
    data: dict[str, Any] = json.loads(attached_sources([rendering])[0].data)
    return data


def again(rendering: Rendering, folder: Path | str = "/nonexistent") -> Rendering:
    """The document made of its own source."""
    return prepared(source_of(rendering), folder, Request(document=rendering.view.document))


def is_fixpoint(rendering: Rendering) -> bool:
    """Whether the source shows the same document, and is its own source. What is the same here is the same PDF."""
    second = again(rendering)
    return (
        second.paper_html() == rendering.paper_html()
        and _for_styles(second) == _for_styles(rendering)
        and attached_sources([second]) == attached_sources([rendering])
    )


def _for_styles(rendering: Rendering) -> dict[str, str]:
    """The options but for those that views alone read: in a source they say what a variant said."""
    return {key: text for key, text in rendering.options.items() if key != "sections" and "." not in key}
