"""A posed figure as signed-distance primitives. One unit is one pixel of a 64 px picture, more or less; y = 0 is the ground."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from makebelieve.art.raster import layout
from makebelieve.art.raster.frames import Frame, Turn, Vec, along, cross, length, product, sub, turned, unit
from makebelieve.art.raster.marks import Decal, Stamp, bands, regular, spots, star
from makebelieve.art.raster.rows import FloatArray, Rows

# what rigs are drawn with, from one place
__all__ = ["HELD", "Decal", "FloatArray", "Keywords", "Packed", "Scene", "Stamp", "bands", "regular", "spots", "star"]

HELD: Final = "held:"
"""Before the names of materials and parts of what a figure holds."""


@dataclass(slots=True)
class Scene(Rows):
    """Draws primitives in world space."""

    def inset(self, outer: Frame, prefix: str) -> Scene:
        """A scene of its own world within this one, at `outer`: a thing in a hand. Its materials are those named with `prefix`."""
        names = {name.removeprefix(prefix): row for name, row in self.names.items() if name.startswith(prefix)}
        return Scene(
            names, self.rows, self.decals, self.polygons, self.parts, self.groups, self.stamps, self._at(outer), self.prefix + prefix
        )

    def ball(
        self,
        frame: Frame,
        at: Vec,
        radii: Vec | float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        priority: float = 1.0,
        turn: Turn | None = None,
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """An ellipsoid."""
        frame = self._at(frame)
        k = frame.size
        size = (radii * k, radii * k, radii * k) if isinstance(radii, (int, float)) else (radii[0] * k, radii[1] * k, radii[2] * k)
        self._add(
            layout.ELLIPSOID,
            frame.point(at),
            product(frame.turn, turn) if turn else frame.turn,
            size,
            size,
            (0.0, 0.0, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
        )

    def limb(
        self,
        frame: Frame,
        a: Vec,
        b: Vec,
        ra: float,
        rb: float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        priority: float = 1.0,
        flat: tuple[float, float] = (1.0, 1.0),
        facing: Vec = (0.0, 0.0, 1.0),
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """A round cone from `a` to `b`; `flat` squeezes its section sideways and along `facing`."""
        frame = self._at(frame)
        start, end = frame.point(a), frame.point(b)
        way = sub(end, start)
        ra, rb = ra * frame.size, rb * frame.size
        long = max(length(way), abs(ra - rb) + 0.02)
        thick = max(ra, rb)
        self._add(
            layout.ROUND_CONE,
            start,
            along(way, frame.vector(facing)),
            (ra, rb, long, flat[0], flat[1]),
            (thick * flat[0], (long + ra + rb) / 2, thick * flat[1]),
            (0.0, (long + rb - ra) / 2, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
        )

    def block(
        self,
        frame: Frame,
        at: Vec,
        half: Vec,
        rounding: float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        priority: float = 1.0,
        turn: Turn | None = None,
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """A box with rounded edges, given by its half sizes."""
        frame = self._at(frame)
        half = (half[0] * frame.size, half[1] * frame.size, half[2] * frame.size)
        self._add(
            layout.BOX,
            frame.point(at),
            product(frame.turn, turn) if turn else frame.turn,
            (*half, min(rounding * frame.size, *half)),
            half,
            (0.0, 0.0, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
        )

    def drum(
        self,
        frame: Frame,
        a: Vec,
        b: Vec,
        ra: float,
        rb: float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        rounding: float = 0.3,
        priority: float = 1.0,
        flat: tuple[float, float] = (1.0, 1.0),
        facing: Vec = (0.0, 0.0, 1.0),
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """A cylinder or cut cone with flat ends."""
        frame = self._at(frame)
        start, end = frame.point(a), frame.point(b)
        way = sub(end, start)
        ra, rb, rounding = ra * frame.size, rb * frame.size, rounding * frame.size
        half = max(length(way) / 2, 0.05)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, (start[2] + end[2]) / 2)
        thick = max(ra, rb)
        rounding = min(rounding, half)
        self._add(
            layout.CYLINDER,
            middle,
            along(way, frame.vector(facing)),
            (max(0.02, ra - rounding), max(0.02, rb - rounding), half - rounding, rounding, flat[0], flat[1]),
            (thick * flat[0], half, thick * flat[1]),
            (0.0, 0.0, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
        )

    def ring(
        self,
        frame: Frame,
        at: Vec,
        radius: float,
        tube: float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        turn: Turn | None = None,
        priority: float = 1.0,
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """A torus around the local y axis."""
        frame = self._at(frame)
        radius, tube = radius * frame.size, tube * frame.size
        self._add(
            layout.TORUS,
            frame.point(at),
            product(frame.turn, turn) if turn else frame.turn,
            (radius, tube),
            (radius + tube, tube, radius + tube),
            (0.0, 0.0, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
        )

    def plate(
        self,
        frame: Frame,
        outline: Sequence[tuple[float, float]],
        half: float,
        material: str,
        part: str,
        group: str | None = None,
        blend: float = 0.0,
        *,
        at: Vec = (0.0, 0.0, 0.0),
        rounding: float = 0.15,
        turn: Turn | None = None,
        priority: float = 1.0,
        clip: tuple[float, float, float, float] | None = None,
        decals: Iterable[Decal] = (),
        limb: float = 0.0,
    ) -> None:
        """A polygon of the local x-y plane, `2 * half` thick."""
        frame = self._at(frame)
        start = len(self.polygons)
        half, rounding = half * frame.size, min(rounding, 0.8 * half) * frame.size
        outline = [(x * frame.size, y * frame.size) for x, y in outline]
        self.polygons.extend(outline)
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        self._add(
            layout.PRISM,
            frame.point(at),
            product(frame.turn, turn) if turn else frame.turn,
            (max(0.02, half - rounding), rounding),
            ((max(xs) - min(xs)) / 2 + rounding, (max(ys) - min(ys)) / 2 + rounding, half + rounding),
            ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, 0.0),
            material,
            part,
            group,
            blend,
            priority,
            clip,
            decals,
            limb,
            frame.size,
            (start, len(outline)),
        )

    def web(
        self,
        frame: Frame,
        a: Vec,
        b: Vec,
        c: Vec,
        half: float,
        material: str,
        part: str,
        group: str | None = None,
        *,
        priority: float = 1.0,
        decals: Iterable[Decal] = (),
    ) -> None:
        """A triangle between three points: wing membranes, sails, facets."""
        p, q, r = frame.point(a), frame.point(b), frame.point(c)
        x = unit(sub(q, p))
        normal = cross(x, sub(r, p))
        if length(normal) < 1e-6:
            return
        z = unit(normal)
        y = cross(z, x)
        turn: Turn = (x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2])
        back: Turn = (*x, *y, *z)
        end, tip = turned(back, sub(q, p)), turned(back, sub(r, p))
        half *= frame.size
        # in this scene's own world: plate brings it to the picture's
        self.plate(
            Frame(p, turn),
            [(0.0, 0.0), (end[0], end[1]), (tip[0], tip[1])],
            half,
            material,
            part,
            group,
            rounding=min(0.1, half * 0.5),
            priority=priority,
            decals=decals,
        )


Packed = tuple[FloatArray, FloatArray, FloatArray]
Keywords = dict[str, Any]
