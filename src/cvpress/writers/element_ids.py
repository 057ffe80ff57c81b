"""Which element of the source a tag is of.

WeasyPrint tags each page by itself: an entry that goes on over a page is an Art on the one and an Art on the
other, and nothing says that they are one. Where `with_elements` holds, every tag has an ID (ISO 32000-1, 14.7.2)
that does: the place of its element in the source, and with a letter what has no element of its own, a bullet say.
It wraps a private function of WeasyPrint, for want of a public one.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

import pydyf

from cvpress.writers.pdf_tree import remember_boxes
from cvpress.writers.weasyprint_engine import load_weasyprint

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["with_elements"]


@contextmanager
def with_elements() -> Iterator[None]:
    """Within it, PDFs are written whose tags say which elements they are of."""
    load_weasyprint()
    remember_boxes()  # the first time it wraps the same function, and for good
    from weasyprint.pdf import tags

    places: dict[int, int] = {}
    original = tags._build_box_tree  # noqa: SLF001  # see above

    @wraps(original)
    def build(box: Any, *rest: Any) -> Iterator[Any]:
        real = getattr(box, "_box", box)
        if real.element_tag == "html":
            places.update({id(element): place for place, element in enumerate(real.element.iter())})
        for made in original(box, *rest):
            if real.element is not None:
                kind = "m" if "::" in real.element_tag else ""
                made.setdefault("ID", pydyf.String(f"{places[id(real.element)]}{kind}"))
            yield made

    tags._build_box_tree = build  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = original  # noqa: SLF001
