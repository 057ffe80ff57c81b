"""Pictures of pages that are held against those that were accepted, block by block.

Rasterisers and their versions draw the edges of letters a little differently; the averages of blocks of
8 × 8 pixels even that out, and still tell a line that moved.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageStat

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).resolve().parent / "golden"
FAILED = Path(__file__).resolve().parents[2] / "build" / "typography"
DPI = 54
BLOCK = 8
MEAN, MOST = 0.4, 10
"""How far apart, of 255, two pictures may be on the average, and in the block where they differ most.

Letters blurred by a third of a pixel are 0.05 and 3 apart, a line that is 3 pt lower 0.25 and 27, a name in blue 0.01
and 11; another program's rendering (Poppler's) would be 2 and 28.
"""


def picture(data: bytes, page: int) -> Image.Image:
    """A page of a PDF (from 1) in sixteen greys."""
    with pypdfium2.PdfDocument(data) as document:
        whole = document[page - 1].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    return whole.point([value // 16 * 17 for value in range(256)])


def opened(path: Path) -> Image.Image:
    """A picture that was written."""
    with Image.open(path) as found:
        return found.convert("L")


def distance(one: Image.Image, other: Image.Image) -> tuple[float, int]:
    """How far apart two pictures of a size are: on the average, and in the block where they differ most."""
    apart = ImageChops.difference(_blocks(one), _blocks(other))
    return ImageStat.Stat(apart).mean[0], int(apart.getextrema()[1])


def _blocks(whole: Image.Image) -> Image.Image:
    return whole.resize((-(-whole.width // BLOCK), -(-whole.height // BLOCK)), Image.Resampling.BOX)


def is_same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show the same page."""
    if one.size != other.size:
        return False
    mean, most = distance(one, other)
    return mean <= MEAN and most <= MOST


def picture_faults(
    name: str, data: bytes, pages: int, *, accepts: bool, golden: Path = GOLDEN, failed: Path = FAILED
) -> Iterator[str]:
    """What of a document does not look as it was accepted.

    Args:
        name: THEME.DOCUMENT.
        pages: how many pages are looked at, from the first one.
        accepts: take the pages as they look today.
        golden: the folder of the accepted pictures.
        failed: the folder for pictures of what looks otherwise.
    """
    with pypdfium2.PdfDocument(data) as document:
        count = min(pages, len(document))
    for page in range(1, count + 1):
        path, new = golden / f"{name}.{page}.png", picture(data, page)
        old = opened(path) if path.exists() else None
        if old and is_same(old, new):
            continue
        if accepts:
            golden.mkdir(parents=True, exist_ok=True)
            new.quantize(16).save(path, optimize=True)
        else:
            shown = _shown(failed / path.name, old, new)
            yield f"page {page} looks otherwise: {shown} (pytest --accept takes it as it is)"


def _shown(path: Path, old: Image.Image | None, new: Image.Image) -> str:
    """Where the new picture is and how it differs, for whoever has to look at it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(path)
    if old is None:
        return f"nothing was accepted, and {path} is what it is now"
    if old.size != new.size:
        return f"{old.size} was accepted, and {path} is {new.size}"
    apart = path.with_suffix(".difference.png")
    ImageChops.invert(ImageChops.difference(old, new)).save(apart)
    mean, most = distance(old, new)
    return f"{mean:.2f} on the average, {most} at the most; see {path} and {apart.name}"
