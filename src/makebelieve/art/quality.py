"""The gate every picture passes: counts, not taste. `check` looks at one frame, `check_frames` at how frames follow each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.color import to_oklab
from makebelieve.art.palettes import Palette

MOST_COLORS: Final = 64
"""Of a picture without a palette lock."""
MOST_ORPHANS: Final = 0.08
"""Share of opaque pixels that differ from all eight neighbours."""
LEAST_COVER: Final = 0.035
LEAST_CONTRAST: Final = 0.16
"""Lightness between the darkest and the lightest twentieth, OKLab L."""
MOST_DRIFT: Final = 0.06
"""Feet of a walking figure, share of the height."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Report:
    """What was counted, and what is wrong with it (empty when nothing is)."""

    colors: int
    orphans: float
    cover: float
    """Share of the canvas that is opaque."""
    contrast: float
    box: tuple[int, int, int, int]
    """Left, top, right, bottom of what is opaque; right and bottom are outside."""
    problems: tuple[str, ...]
    reference: Mapping[str, Any] | None = None
    """What was measured of a reference picture, where there was one."""

    def __getitem__(self, name: str) -> Any:
        """A field by its name, as in `as_dict`."""
        return self.as_dict()[name]

    @property
    def good(self) -> bool:
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _orphans(pixels: Pixels) -> float:
    """Share of opaque pixels without one neighbour of their colour."""
    packed = pixels.astype(np.uint32)
    code = np.where(pixels[..., 3] > 0, (packed[..., 0] << 16 | packed[..., 1] << 8 | packed[..., 2]) + 1, 0)
    padded = np.pad(code, 1)
    height, width = code.shape
    same = np.zeros(code.shape, bool)
    for dy in (0, 1, 2):
        for dx in (0, 1, 2):
            if (dy, dx) != (1, 1):
                same |= padded[dy : dy + height, dx : dx + width] == code
    opaque = code > 0
    total = int(opaque.sum())
    return float((opaque & ~same).sum()) / total if total else 0.0


def check(image: Image.Image | Pixels, *, palette: Palette | None = None, pixel: bool = True) -> Report:
    """Look at one picture. Pixel style: alpha 0 or 255, few colours, few orphans, a free border, contrast, something to see."""
    pixels = np.asarray(image.convert("RGBA") if isinstance(image, Image.Image) else image)
    problems: list[str] = []
    alpha = pixels[..., 3]
    if pixel and ((alpha != 0) & (alpha != 255)).any():
        problems.append("alpha is neither 0 nor 255 everywhere")
    opaque = alpha >= 128
    if not opaque.any():
        return Report(0, 0.0, 0.0, 0.0, (0, 0, 0, 0), ("nothing is drawn",))
    ys, xs = np.nonzero(opaque)
    box = (int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    seen = pixels[opaque].astype(np.uint32)
    codes, counts = np.unique(seen[:, 0] << 16 | seen[:, 1] << 8 | seen[:, 2], return_counts=True)
    colors = [(int(code) >> 16, int(code) >> 8 & 255, int(code) & 255) for code in codes]
    if pixel and len(colors) > MOST_COLORS:
        problems.append(f"{len(colors)} colours, at most {MOST_COLORS}")
    if palette is not None and not set(colors) <= set(palette):
        problems.append(f"{len(set(colors) - set(palette))} colours are not in the palette")
    orphans = _orphans(pixels)
    # A face of a few pixels is all orphans: the bound is for pictures, not for icons of 20 pixels.
    if pixel and orphans > MOST_ORPHANS * max(1.0, (64 / min(pixels.shape[:2])) ** 1.5):
        problems.append(f"{orphans:.1%} orphan pixels, at most {MOST_ORPHANS:.1%}")
    cover = float(opaque.mean())
    if cover < LEAST_COVER:
        problems.append(f"only {cover:.1%} of the canvas is drawn")
    height, width = alpha.shape
    # In cells of a few pixels the outline may lie on the border.
    if min(height, width) >= 32 and (box[0] == 0 or box[1] == 0 or box[2] == width or box[3] == height):
        problems.append("it touches the border")
    light = np.array([to_oklab(color)[0] for color in colors])
    order = np.argsort(light)
    spread = np.repeat(light[order], counts[order])
    twentieth = max(1, len(spread) // 20)
    contrast = float(spread[-twentieth:].mean() - spread[:twentieth].mean())
    if contrast < LEAST_CONTRAST:
        problems.append(f"contrast {contrast:.2f}, at least {LEAST_CONTRAST}")
    return Report(len(colors), orphans, cover, contrast, box, tuple(problems))


def check_frames(
    frames: Sequence[Image.Image | Pixels], *, grounded: bool = False, palette: Palette | None = None, pixel: bool = True
) -> tuple[str, ...]:
    """What is wrong with a row of frames: sizes, each frame, stillness, jumps, and drifting feet where they should be planted."""
    arrays = [np.asarray(frame.convert("RGBA") if isinstance(frame, Image.Image) else frame) for frame in frames]
    problems: list[str] = []
    if len({array.shape for array in arrays}) > 1:
        return ("frames differ in size",)
    reports = [check(array, palette=palette, pixel=pixel) for array in arrays]
    for i, report in enumerate(reports):
        problems.extend(f"frame {i}: {problem}" for problem in report.problems)
    if len(arrays) > 1:
        changes = [float((a != b).any(axis=2).mean()) for a, b in pairwise(arrays)]
        cover = max(report.cover for report in reports)
        if max(changes) == 0.0:
            problems.append("nothing moves")
        if max(changes) > 2.2 * cover + 0.05:
            problems.append("a frame has nothing in common with the one before")
        if grounded:
            height = arrays[0].shape[0]
            feet = [report.box[3] for report in reports]
            if max(feet) - min(feet) > max(3.0, MOST_DRIFT * height) + (0.0 if pixel else 1.0):
                problems.append(f"feet drift by {max(feet) - min(feet)} px")
    return tuple(problems)
