"""How a figure becomes a picture in each style: the grid that is traced, the kernel that resizes it, the hand that draws it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.figure import Figure, look_of
from makebelieve.art.ramps import Material
from makebelieve.art.raster.render import OUTLINES, Fit, Look, Paintbox, render
from makebelieve.art.raster.scene import Packed, Scene
from makebelieve.art.spec import VIEWS
from makebelieve.art.styles.painterly import painted
from makebelieve.art.styles.relief import traced
from makebelieve.art.styles.vector import Drawing, drawn
from makebelieve.kit.errors import invalid

STYLES: Final = ("pixel", "vector", "painterly")
KERNELS: Final = ("auto", "on", "off")
SMALLEST, LARGEST = 8, 512
GRID: Final = 64
"""Cells along the longer side from which `pixel_perfect="on"` makes a picture at most."""
STROKE: Final = 0.016
"""Outline of vector pictures, share of the shorter side."""
_FLAT_EDGES: Final = {-1: 0.17, 0: 0.42, 1: 0.80}
"""Light at which a flat tone begins, by its place from the middle of the ramp."""


def one_of(field: str, value: str, options: Sequence[str]) -> str:
    """`value`, if it is one of the options. Raises Problem (422) naming the field."""
    if value not in options:
        raise invalid(field, f"{value!r} is none of them", tuple(options))
    return value


def _flat(material: Material) -> Material:
    """At most four tones round the material's own colour: two shades and one light."""
    middle = len(material.ramp) // 2
    picks = [k for k in (middle - 2, middle - 1, middle, middle + 1) if 0 <= k < len(material.ramp)]
    return replace(
        material,
        ramp=tuple(material.ramp[k] for k in picks),
        thresholds=tuple(_FLAT_EDGES[k - middle] for k in picks[1:]),
    )


def reduced(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture at another size by Lanczos, colours weighed by opacity."""
    if image.size == size:
        return image
    return image.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")


def _cell(size: tuple[int, int]) -> int:
    """Side of a block of `pixel_perfect="on"`."""
    return max(1, math.ceil(max(size) / GRID))


def _grid(size: tuple[int, int]) -> tuple[int, int]:
    cell = _cell(size)
    return math.ceil(size[0] / cell), math.ceil(size[1] / cell)


def _blocks(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture of the grid's size made of square blocks, cut to `size` round its middle."""
    cell = _cell(size)
    big = image.resize((image.width * cell, image.height * cell), Image.Resampling.NEAREST)
    left, top = (big.width - size[0]) // 2, (big.height - size[1]) // 2
    return big.crop((left, top, left + size[0], top + size[1]))


def gridded(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Any picture on the pixel grid: reduced, opacity 0 or 255, enlarged by nearest neighbour."""
    pixels = np.asarray(reduced(image, _grid(size))).copy()
    pixels[..., 3] = np.where(pixels[..., 3] >= 128, 255, 0)
    pixels[pixels[..., 3] == 0] = 0
    return _blocks(Image.fromarray(pixels), size)


def whole(pixels: NDArray[np.float64], size: tuple[int, int]) -> Image.Image:
    """Straight RGBA 0-1 as a picture of `size`."""
    return reduced(Image.fromarray(np.rint(255 * np.clip(pixels, 0, 1)).astype(np.uint8)), size)


@dataclass(frozen=True, slots=True)
class Manner:
    """A style at a size: equal manners and scenes give equal pixels."""

    style: str
    size: tuple[int, int]
    kernel: str
    """`native` drawn at its size, `on` nearest neighbour, `off` Lanczos."""
    look: Look
    """Of the grid that is traced."""
    zoom: float
    """Traced pixels a pixel of the picture."""

    @property
    def pixels(self) -> bool:
        """Whether the quality gate's rules for pixel art hold."""
        return self.style == "pixel" and self.kernel != "off"

    def figure(self, figure: Figure) -> Figure:
        """The figure with as many tones as the style paints."""
        if self.style != "vector":
            return figure
        return replace(figure, materials={name: _flat(one) for name, one in figure.materials.items()})

    def pivot(self, where: Fit) -> tuple[int, int]:
        """Where a figure that is fitted to the grid stands in the picture."""
        cut = round(self.look.height / self.zoom) - self.size[1] if self.zoom < 1.0 else 0
        return self.size[0] // 2, round(where.ground / self.zoom) - cut // 2

    def picture(
        self, scene: Scene, packed: Packed, box: Paintbox, yaw: float, where: Fit, seed: int, title: str = ""
    ) -> tuple[Image.Image, Drawing | None]:
        """The scene drawn; the drawing too in vector style."""
        look = self.look
        if self.style == "pixel":
            image = Image.fromarray(render(scene, packed, box, yaw, look, where).pixels)
            if self.kernel == "native":
                return image, None
            return (_blocks(image, self.size) if self.kernel == "on" else reduced(image, self.size)), None
        if self.style == "vector":
            relief = traced(scene, packed, box, yaw, look, where, even=1.2)
            drawing = drawn(relief, box, self.size, self.zoom, outline=look.outline, title=title, stroke=max(0.9, STROKE * min(self.size)))
            image = Image.fromarray(drawing.pixels())
            return (gridded(image, self.size) if self.kernel == "on" else image), drawing
        relief = traced(scene, packed, box, yaw, look, where, even=0.7)
        image = whole(painted(relief, box, seed % 65521, outline=look.outline), self.size)
        return (gridded(image, self.size) if self.kernel == "on" else image), None


def manner_of(
    size: tuple[int, int],
    *,
    style: str = "pixel",
    pixel_perfect: str = "auto",
    view: str | None = None,
    outline: str = "color",
) -> Manner:
    """The manner of a request. Raises Problem (422) for a style, size, kernel, view or outline that there is not.

    `pixel_perfect`: `auto` draws pixel style at its size and reduces the others by Lanczos; `on` draws on a grid of at most 64 cells and
    enlarges by nearest neighbour; `off` draws finer and reduces by Lanczos, so that edges are soft.
    """
    width, height = size
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise invalid("size", f"{width}x{height}: both sides are {SMALLEST} to {LARGEST} px")
    one_of("style", style, STYLES)
    one_of("pixel_perfect", pixel_perfect, KERNELS)
    one_of("outline", outline, tuple(OUTLINES))
    pitch = VIEWS[one_of("view", view, tuple(VIEWS))] if view is not None else 20.0
    if style == "pixel":
        cell = _cell(size)
        if pixel_perfect == "on" and cell > 1:
            return Manner(style, size, "on", look_of(*_grid(size), pitch=pitch, outline=outline), 1.0 / cell)
        if pixel_perfect == "off":
            return Manner(style, size, "off", look_of(2 * width, 2 * height, pitch=pitch, outline=outline), 2.0)
        return Manner(style, size, "native", look_of(width, height, pitch=pitch, outline=outline), 1.0)
    zoom = max((1.25 if style == "vector" else 1.5) * max(1.0, 179.0 / max(size)), 28.0 / min(size))
    fine = (math.ceil(width * zoom), math.ceil(height * zoom))
    occlusion, shadow = (0.2, 0.12) if style == "vector" else (0.45, 0.16)
    look = Look(*fine, pitch, outline=outline, samples=1, occlusion=occlusion, shadow=shadow, margin=max(1.4 * zoom, 0.035 * min(fine)))
    return Manner(style, size, "on" if pixel_perfect == "on" else "off", look, zoom)
