"""Family C, pictures of slides. Checks take a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cvpress.diagnostics import Finding, Severity
from cvpress.rules.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cvpress.rules.walk import Node

__all__ = ["no_alternative_text"]


@rule("C113", "no-alternative-text", Severity.WARNING)
def no_alternative_text(node: Node) -> Iterator[Finding]:
    """A picture on a slide has no text that stands for it.

    Who does not see the picture hears that there is one, and no more; and a PDF whose
    figures say nothing does not conform to PDF/UA.

    Example: `image: spectrum.png` without `alt`

    Use instead:

        image: spectrum.png
        alt: A spectrum with a line that no known element has
    """
    if node.kind == "Figure" and isinstance(node.value, dict) and "image" in node.value and "alt" not in node.value:
        yield Finding((*node.pointer, "image"), "the picture has no `alt`", "add `alt`, and say what the picture shows")
