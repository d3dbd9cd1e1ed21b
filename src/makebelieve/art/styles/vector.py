"""Flat vector pictures: one closed curve a region and tone, painted from far to near, as SVG and as pixels of the same curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, distance, mix, to_hex
from makebelieve.art.raster import finish
from makebelieve.art.raster.render import Paintbox
from makebelieve.art.styles.coverage import over
from makebelieve.art.styles.curves import grown, traced
from makebelieve.art.styles.relief import Relief

Mask = NDArray[np.bool_]
Curves = NDArray[np.float64]

_SMOOTH: Final = 0.8
_TOLERANCE: Final = 0.6
_LEAST: Final = 7.0
"""Fine pixels: smaller spots are left to what surrounds them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Closed curves of one colour; holes run the other way."""

    curves: tuple[Curves, ...]
    """Cubic Beziers, (n, 8) a loop, in pixels of the drawing, rounded as they are written."""
    fill: RGB


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture of `width` x `height` px."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    title: str = ""

    @property
    def digits(self) -> int:
        return 1 if min(self.width, self.height) >= 160 else 2

    def moved(self, right: float, down: float, width: int, height: int) -> Drawing:
        """The drawing shifted and on a canvas of another size, whose viewer cuts it off."""
        shift = np.tile((right, down), 4)
        shapes = tuple(Shape(tuple(loop + shift for loop in shape.curves), shape.fill) for shape in self.shapes)
        return Drawing(width, height, shapes, self.title)

    def under(self, other: Drawing) -> Drawing:
        """Both on one canvas, `other` in front."""
        return Drawing(self.width, self.height, (*self.shapes, *other.shapes), other.title or self.title)

    def svg(self) -> str:
        """The picture as SVG 1.1: paths only, no scripts, no references."""
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}">'
        ]
        if self.title:
            lines.append(f"<title>{escape(self.title)}</title>")
        for shape in self.shapes:
            path = "".join(_path(loop, self.digits) for loop in shape.curves)
            lines.append(f'<path fill="{to_hex(shape.fill)}" d="{path}"/>')
        return "\n".join([*lines, "</svg>\n"])

    def pixels(self, scale: float = 1.0) -> NDArray[np.uint8]:
        """The picture as straight RGBA, `scale` times as large, edges by exact coverage."""
        canvas = np.zeros((round(self.height * scale), round(self.width * scale), 4))
        for shape in self.shapes:
            color = np.array([*(channel / 255.0 for channel in shape.fill), 1.0])
            over(canvas, np.concatenate(shape.curves), color, scale)
        alpha = canvas[..., 3:]
        straight = np.divide(canvas[..., :3], alpha, out=np.zeros_like(canvas[..., :3]), where=alpha > 1e-4)
        return np.asarray(np.rint(255 * np.clip(np.concatenate([straight, alpha], axis=2), 0, 1)), np.uint8)


def _number(value: int, digits: int) -> str:
    """A coordinate counted in the last digit, as short as SVG allows."""
    text = f"{value / 10**digits:.{digits}f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        text = text[1:]
    elif text.startswith("-0."):
        text = "-" + text[2:]
    return text or "0"


def _joined(values: Sequence[int], digits: int) -> str:
    parts: list[str] = []
    for value in values:
        text = _number(value, digits)
        parts.append(text if not parts or text.startswith("-") else " " + text)
    return "".join(parts)


def _path(loop: Curves, digits: int) -> str:
    """A loop in relative coordinates. Rounded points are subtracted, so that errors do not add up."""
    whole = np.rint(loop * 10**digits).astype(int)
    text = f"M{_joined(whole[0, :2].tolist(), digits)}c"
    steps = (whole[:, 2:] - np.tile(whole[:, :2], 3)).reshape(-1)
    return text + _joined(steps.tolist(), digits) + "z"


class Sketch:
    """Collects shapes traced from masks of the fine grid."""

    def __init__(
        self, width: int, height: int, zoom: float, *, smooth: float = _SMOOTH, tolerance: float = _TOLERANCE, bend: float = 0.9
    ) -> None:
        self.zoom, self.smooth, self.tolerance, self.bend = zoom, smooth, tolerance, bend
        self.digits = Drawing(width, height, ()).digits
        self.shapes: list[Shape] = []

    def add(self, mask: Mask, fill: RGB, *, least: float = _LEAST) -> None:
        curves = traced(mask, smooth=self.smooth, tolerance=self.tolerance, least=least, bend=self.bend)
        if not curves:
            return
        kept = tuple(np.round(loop / self.zoom, self.digits) for loop in curves)
        if self.shapes and self.shapes[-1].fill == fill and not _meets(self.shapes[-1].curves, kept):
            kept = (*self.shapes.pop().curves, *kept)
        self.shapes.append(Shape(kept, fill))


def _meets(some: Sequence[Curves], others: Sequence[Curves]) -> bool:
    """Whether the boxes of two sets of loops overlap: those must not share a path."""
    for one in some:
        low, high = one.reshape(-1, 2).min(axis=0), one.reshape(-1, 2).max(axis=0)
        for other in others:
            points = other.reshape(-1, 2)
            if (points.min(axis=0) <= high).all() and (points.max(axis=0) >= low).all():
                return True
    return False


def _regions(relief: Relief) -> list[tuple[int, int, Mask]]:
    """(material, part, mask) from far to near; within a part the largest first, so that spots lie on it."""
    keys = np.where(relief.material >= 0, relief.part.astype(np.int64) * 4096 + relief.material, -1)
    found = []
    depths: dict[int, float] = {}
    for key in np.unique(keys[keys >= 0]):
        mask = keys == key
        part = int(key) // 4096
        if part not in depths:
            depths[part] = float(relief.depth[relief.part == part].mean())
        found.append((int(key) % 4096, part, mask))
    found.sort(key=lambda one: (depths[one[1]], one[1], -int(one[2].sum())))
    return found


def _line_masks(relief: Relief, lined: NDArray[np.float64], gap: float) -> Mask:
    """Pixels that lie `gap` units or more behind a neighbour of another part."""
    material, part, depth = relief.material, relief.part, relief.depth
    edge = np.zeros(material.shape, bool)
    for axis in (0, 1):
        for way in (1, -1):
            other, far = np.roll(part, way, axis), np.roll(depth, way, axis)
            there = np.roll(material, way, axis) >= 0
            edge |= (material >= 0) & there & (other != part) & (far - depth > gap)
    edge &= np.append(lined, 0.0)[material] > 0.5
    return edge


def _outline(sketch: Sketch, relief: Relief, box: Paintbox, width: float, black: bool) -> None:
    """A silhouette larger by `width` under everything, in the commonest line colour; others lie over it where they belong."""
    body = relief.material >= 0
    whole = grown(body, width)
    if black:
        sketch.add(whole, (24, 18, 32))
        return
    lines = [mix(tuple(box.lines[m, 0].tolist()), (26, 20, 34), 0.25) for m in range(len(box.lines))]
    rim = body & ~_shrunk(body, 2.0)
    counts = np.bincount(relief.material[rim], minlength=len(lines))
    order = [int(m) for m in np.argsort(-counts, kind="stable") if counts[m] > 0]
    groups: list[tuple[RGB, list[int]]] = []
    for m in order:
        near = next((group for group in groups if distance(group[0], lines[m]) < 0.07), None)
        if near is None:
            groups.append((lines[m], [m]))
        else:
            near[1].append(m)
    sketch.add(whole, groups[0][0])
    for color, members in groups[1:]:
        own = np.isin(relief.material, members)
        others = grown(body & ~own, width)
        sketch.add(grown(own, width) & (~others | body), color, least=4 * _LEAST)


def _shrunk(mask: Mask, radius: float) -> Mask:
    return np.asarray(~grown(~np.pad(mask, 1), radius))[1:-1, 1:-1]


def drawn(relief: Relief, box: Paintbox, size: tuple[int, int], zoom: float, *, outline: str, title: str = "", stroke: float) -> Drawing:
    """The relief, traced `zoom` times as large, as a flat drawing of `size` px. `stroke` is the outline's width in pixels of the drawing."""
    width, height = size
    sketch = Sketch(width, height, zoom)
    if outline != "none":
        _outline(sketch, relief, box, stroke * zoom, outline == "black")
    tone = finish.tones(relief.material, relief.normal, relief.value, box.thresholds, box.surfaces, relief.light, relief.scale)
    edge = _line_masks(relief, box.lined, 1.3)
    regions = [one for one in _regions(relief) if one[2].sum() >= _LEAST]
    later = relief.material >= 0
    free = ~later if outline != "none" else np.zeros_like(later)
    for material, _, mask in regions:
        later = later & ~mask
        room = mask | later
        shades, counts = np.unique(tone[mask], return_counts=True)
        base = int(shades[int(np.argmax(counts))])
        ramp: list[RGB] = [(int(r), int(g), int(b)) for r, g, b in box.ramps[material]]
        sketch.add(grown(mask, 2.5) & room, ramp[base])
        steps = (
            [mask & (tone <= level) for level in range(base - 1, -1, -1)],
            [mask & (tone >= level) for level in range(base + 1, len(ramp))],
        )
        for direction, cuts in zip((-1, 1), steps, strict=True):
            for i, cut in enumerate(cuts, 1):
                if base + direction * i in shades:
                    sketch.add(grown(cut, 1.0) & free | grown(cut, 1.5) & later | cut, ramp[base + direction * i])
        if outline != "none" and (mask & edge).any():
            line = mix(tuple(box.lines[material, 2].tolist()), (26, 20, 34), 0.15)
            sketch.add(grown(mask & edge, max(1.0, 0.62 * stroke * zoom)) & room, line)
    for mask, ink in relief.marks:
        sketch.add(mask, ink, least=2.0)
    return Drawing(width, height, tuple(sketch.shapes), title)
