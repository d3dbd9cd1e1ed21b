"""Pictures that have no scene behind them (tiles, backdrops, plates) in the smooth styles: outlines traced from colours, or brushed over."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.styles.curves import blurred, grown
from makebelieve.art.styles.manner import gridded, reduced, whole
from makebelieve.art.styles.painterly import brushed, to_oklab_pixels
from makebelieve.art.styles.vector import Drawing, Sketch

Bytes = NDArray[np.uint8]
_ENLARGED: Final = 2
_RIM: Final = 4
"""Pixels drawn beyond the edges, so that those are as full as the middle."""


def _beyond(pixels: Bytes, repeats: bool) -> Bytes:
    """The picture continued past its edges: by its other side if it repeats sideways, else by its border."""
    across = np.pad(pixels, ((0, 0), (_RIM, _RIM), (0, 0)), mode="wrap" if repeats else "edge")
    return np.pad(across, ((_RIM, _RIM), (0, 0), (0, 0)), mode="edge")


def vectorised(pixels: Bytes, title: str = "", *, repeats: bool = False) -> Drawing:
    """Curves round every colour of a pixel picture, the commonest lowest. Spots of a few pixels go to what surrounds them."""
    size = (pixels.shape[1], pixels.shape[0])
    pixels = _beyond(pixels, repeats)
    height, width = pixels.shape[:2]
    codes = np.where(
        pixels[..., 3] > 0,
        pixels[..., 0].astype(np.int64) << 16 | pixels[..., 1].astype(np.int64) << 8 | pixels[..., 2].astype(np.int64),
        -1,
    )
    fine = np.kron(codes, np.ones((_ENLARGED, _ENLARGED), np.int64))
    colors, counts = np.unique(fine[fine >= 0], return_counts=True)
    sketch = Sketch(width, height, float(_ENLARGED), smooth=1.5, tolerance=0.8, bend=1.25)
    later = fine >= 0
    for i in np.argsort(-counts, kind="stable"):
        mask = fine == colors[i]
        later = later & ~mask
        fill = (int(colors[i]) >> 16, int(colors[i]) >> 8 & 255, int(colors[i]) & 255)
        sketch.add(grown(mask, 3.0) & (mask | later), fill, least=10.0)
    return Drawing(width, height, tuple(sketch.shapes), title).moved(-_RIM, -_RIM, *size)


def brushed_over(pixels: Bytes, seed: int, *, repeats: bool = False) -> Image.Image:
    """A pixel picture painted over: soft, with strokes along its edges."""
    pixels = _beyond(pixels, repeats)
    height, width = pixels.shape[:2]
    big = (round(1.5 * width), round(1.5 * height))
    enlarged = np.asarray(reduced(Image.fromarray(pixels), big), np.float64) / 255.0
    body = enlarged[..., 3] > 0.5
    lab = to_oklab_pixels(np.ascontiguousarray(enlarged[..., :3]))
    soft = blurred(lab[..., 0], 2.0)
    dy, dx = np.gradient(soft)
    slopes = np.dstack([dx, -dy, np.zeros_like(dx)]) * 40.0
    out = brushed(
        lab, np.where(body, 0, -1).astype(np.int16), np.zeros(body.shape, np.int16), slopes.astype(np.float32), big[1] / 90.0, seed
    )
    painted = whole(np.dstack([out, np.clip((enlarged[..., 3] - 0.3) / 0.4, 0, 1)]), (width, height))
    return painted.crop((_RIM, _RIM, width - _RIM, height - _RIM))


def restyled(
    pixels: Bytes, style: str, pixel_perfect: str, seed: int, title: str = "", *, repeats: bool = False
) -> tuple[Image.Image, Drawing | None]:
    """A pixel picture in another style; pixel style leaves it as it is. `repeats` says that its left and right edge meet."""
    image = Image.fromarray(pixels)
    size = image.size
    drawing = None
    if style == "vector":
        drawing = vectorised(pixels, title, repeats=repeats)
        image = Image.fromarray(drawing.pixels())
    elif style == "painterly":
        image = brushed_over(pixels, seed % 65521, repeats=repeats)
    return (gridded(image, size) if pixel_perfect == "on" else image), drawing
