"""QR codes (ISO/IEC 18004): the way from paper to a web page."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from cvpress.views.context import link_url
from cvpress.views.view import Picture

if TYPE_CHECKING:
    from cvpress.model.basics import Basics

__all__ = ["MOST_BYTES", "QrCode", "qr_code"]

MOST_BYTES: Final = 213
"""The longest address that is drawn: what a code of version 10 holds with error correction M."""

_QUIET: Final = 4
"""Modules of the quiet zone, as the standard asks."""

_PIXELS: Final = 6
"""Pixels of a module, so that its edges stay sharp in print."""

_FEW_MODULES: Final = 49
"""Up to so many modules a side, one is 0.4 mm wide or wider where a code is 22 mm wide."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code.

    Attributes:
        url: what it says.
        picture: how it looks, with its quiet zone.
        is_dense: whether it has so many modules that it is to be printed larger.
    """

    url: str
    picture: Picture
    is_dense: bool


def qr_code(basics: Basics) -> QrCode | None:
    """The QR code of the person's main web page, else of the first of the others; None if there is none that fits.

    Error correction is M (15 %), which outlives a fold. The same address gives the same bytes.
    """
    url = next((url for url in map(link_url, (basics.url, *basics.urls)) if url.lower().startswith("http")), "")
    if not url or len(url.encode("utf-8")) > MOST_BYTES:
        return None
    import segno

    code = segno.make_qr(url, error="m", boost_error=False)
    buffer = BytesIO()
    code.save(buffer, kind="png", scale=_PIXELS, border=_QUIET)
    modules, _ = code.symbol_size(border=_QUIET)
    side = int(modules) * _PIXELS
    return QrCode(url, Picture("image/png", buffer.getvalue(), side, side), modules > _FEW_MODULES)
