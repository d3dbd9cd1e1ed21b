"""The place where one piece of furniture stands: its own coordinates on a plane, so that a piece is drawn once and stands anywhere, also mirrored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from makebelieve.art.scenery.plane import TONES, Field, Plane
from makebelieve.art.tiles.patterns import Chance


class Spot:
    """Design pixels from a piece's left foot: x to the right, y up. Mirrored, x runs to the left, and light still comes from the left."""

    def __init__(self, plane: Plane, left: float, base: float, width: float, *, mirrored: bool = False) -> None:
        """`left`, `base`: pixels of the plane; `width`: design pixels of the piece."""
        self.plane = plane
        self.left = left
        self.base = base
        self.width = width
        self.mirrored = mirrored

    @property
    def rng(self) -> Chance:
        return self.plane.rng

    def _x(self, x: float) -> float:
        return self.left + (self.width - x if self.mirrored else x) * self.plane.unit

    def _y(self, y: float) -> float:
        return self.base - y * self.plane.unit

    def _rectangle(self, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
        """Left, top, width and height in pixels; rectangles that share an edge meet."""
        a, b = sorted((round(self._x(x)), round(self._x(x + w))))
        top, foot = round(self._y(y + h)), round(self._y(y))
        return a, top, max(1, b - a), max(1, foot - top)

    def box(self, x: float, y: float, w: float, h: float, material: str, tone: int = 2) -> None:
        """A plain rectangle."""
        self.plane.box(*self._rectangle(x, y, w, h), material, tone)

    def block(self, x: float, y: float, w: float, h: float, material: str, tone: int = 2) -> None:
        """A rectangle lit from the left."""
        self.plane.block(*self._rectangle(x, y, w, h), material, tone)

    def slab(self, x: float, y: float, w: float, h: float, material: str, tone: int = 3) -> None:
        """A board seen from its edge: a light upper side, a dark line under it."""
        self.box(x, y, w, h, material, tone)
        self.box(x, y + h - max(0.7, h * 0.3), w, max(0.7, h * 0.3), material, min(TONES - 1, tone + 1))
        self.box(x, y - 0.7, w, 0.7, material, max(0, tone - 3))

    def panel(self, x: float, y: float, w: float, h: float, material: str, tone: int = 2) -> None:
        """A door or a drawer: a raised face with a shadow round it."""
        self.box(x, y, w, h, material, max(0, tone - 2))
        self.box(x + 0.7, y + 0.7, w - 1.4, h - 1.4, material, tone)
        self.box(x + 0.7, y + h - 1.4, w - 1.4, 0.7, material, min(TONES - 1, tone + 1))

    def ball(self, cx: float, cy: float, rx: float, ry: float, material: str, tone: int = 2, *, flat: bool = False) -> None:
        """An ellipse lit from the upper left."""
        u = self.plane.unit
        self.plane.ellipse(self._x(cx), self._y(cy), rx * u, ry * u, material, tone, flat=flat)

    def gable(self, cx: float, y: float, half: float, height: float, material: str, tone: int = 2) -> None:
        """A triangle that stands at `y`."""
        u = self.plane.unit
        self.plane.gable(self._x(cx), self._y(y), half * u, height * u, material, tone)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, thick: float, material: str, tone: int = 2, end: float | None = None
    ) -> None:
        """A straight line `thick` wide, `end` wide at its end."""
        u = self.plane.unit
        there = None if end is None else end * u
        self.plane.stroke(self._x(x0), self._y(y0), self._x(x1), self._y(y1), thick * u, material, tone, there)

    def shape(self, x: float, y: float, w: float, h: float, tone: Callable[[Field, Field], Any], material: str) -> None:
        """What `tone` says of each place (x, y) of a rectangle in this spot's coordinates: a tone, or below 0."""
        u = self.plane.unit
        a, b = sorted((self._x(x), self._x(x + w)))

        def at(px: Field, py: Field) -> Any:
            lx = (px - self.left) / u
            return tone(self.width - lx if self.mirrored else lx, (self.base - py) / u)

        self.plane.shape(a, self._y(y + h), b, self._y(y), at, material)

    def mass(self, blobs: Sequence[tuple[float, float, float]], material: str, *, leafy: float = 1.0, squash: float = 1.0) -> None:
        """Round lumps (x, y, radius) grown together."""
        u = self.plane.unit
        self.plane.mass([(self._x(x), self._y(y), r * u) for x, y, r in blobs], material, leafy=leafy, squash=squash)

    def glow(self, cx: float, cy: float, reach: float, power: float = 1.0) -> None:
        """A lamp: what lies within `reach` of it is seen when it is dark. `power` 0-1."""
        self.plane.glow(self._x(cx), self._y(cy), reach * self.plane.unit, power)
