"""A posed figure as signed-distance primitives. One unit is one pixel of a 64 px picture, more or less; y = 0 is the ground."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster import layout
from makebelieve.art.raster.frames import Frame, Turn, Vec, add, along, cross, length, product, sub, turned, unit
from makebelieve.art.raster.marks import Decal, Stamp, bands, regular, spots, star

# what rigs are drawn with, from one place
__all__ = ["HELD", "Decal", "FloatArray", "Keywords", "Packed", "Scene", "Stamp", "bands", "regular", "spots", "star"]

FloatArray = NDArray[np.float64]


HELD: Final = "held:"
"""Before the names of materials and parts of what a figure holds."""


@dataclass(slots=True)
class Scene:
    """Collects primitives in world space."""

    names: dict[str, int]
    """Material name -> row of the material table."""
    rows: list[list[float]] = field(default_factory=list)
    decals: list[list[float]] = field(default_factory=list)
    polygons: list[tuple[float, float]] = field(default_factory=list)
    parts: dict[str, int] = field(default_factory=dict)
    groups: dict[object, int] = field(default_factory=dict)
    stamps: list[Stamp] = field(default_factory=list)
    outer: Frame | None = None
    """Where this scene's world lies in the picture's, if it is part of another scene."""
    prefix: str = ""
    """Before the names of its parts and groups, likewise."""

    def inset(self, outer: Frame, prefix: str) -> Scene:
        """A scene of its own world within this one, at `outer`: a thing in a hand. Its materials are those named with `prefix`."""
        names = {name.removeprefix(prefix): row for name, row in self.names.items() if name.startswith(prefix)}
        return Scene(
            names, self.rows, self.decals, self.polygons, self.parts, self.groups, self.stamps, self._at(outer), self.prefix + prefix
        )

    def _at(self, frame: Frame) -> Frame:
        return frame if self.outer is None else self.outer.child(frame.origin, frame.turn, size=frame.size)

    def _add(
        self,
        kind: int,
        origin: Vec,
        turn: Turn,
        params: Sequence[float],
        half: Vec,
        centre: Vec,
        material: str,
        part: str,
        group: str | None,
        blend: float,
        priority: float,
        clip: tuple[float, float, float, float] | None,
        decals: Iterable[Decal],
        limb: float,
        size: float,
        polygon: tuple[int, int] = (0, 0),
    ) -> None:
        row = [0.0] * layout.COLUMNS
        row[0] = kind
        row[1:4] = origin
        row[4:13] = (turn[0], turn[3], turn[6], turn[1], turn[4], turn[7], turn[2], turn[5], turn[8])
        row[13 : 13 + len(params)] = params
        if clip is not None:
            row[layout.CLIPPED] = 1.0
            row[20:24] = (clip[0], clip[1], clip[2], clip[3] * size)
        row[layout.MATERIAL] = self.names[material]
        row[layout.PART] = self.parts.setdefault(self.prefix + part, len(self.parts))
        row[layout.GROUP] = self.groups.setdefault(self.prefix + group if group is not None else len(self.rows), len(self.groups))
        row[layout.BLEND] = blend * size if group is not None else 0.0
        row[layout.PRIORITY] = priority
        row[29] = len(self.decals)
        for decal in decals:
            box = [edge * size for edge in (*decal.x, *decal.y, *decal.z)]
            mark = [*box, float(self.names[decal.material]), float(decal.mode), *decal.scaled(size)]
            self.decals.append(mark + [0.0] * (layout.DECAL_COLUMNS - len(mark)))
        row[30] = len(self.decals)
        row[31:33] = polygon
        row[33:36] = centre
        row[36:39] = half
        row[layout.LIMB] = limb
        self.rows.append(row)

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

    def transform(self, turn: Turn, shift: Vec, about: Vec) -> None:
        """Turn everything that is in the scene about a point, then shift it."""
        for row in self.rows:
            row[1:4] = add(add(turned(turn, sub((row[1], row[2], row[3]), about)), about), shift)
            # rows of the world-to-local rotation are the local axes in world space
            for start in (4, 7, 10):
                row[start : start + 3] = turned(turn, (row[start], row[start + 1], row[start + 2]))
        self.stamps = [
            replace(one, at=add(add(turned(turn, sub(one.at, about)), about), shift), normal=turned(turn, one.normal))
            for one in self.stamps
        ]

    def stamp(
        self,
        frame: Frame,
        at: Vec,
        normal: Vec,
        size: tuple[float, float],
        kind: str,
        inks: dict[str, str],
        parts: tuple[str, ...] = (),
        least: float = 0.15,
        side: int = 0,
    ) -> None:
        """A screen-space mark at a surface point."""
        frame = self._at(frame)
        parts = tuple(self.prefix + part for part in parts)
        wide = (size[0] * frame.size, size[1] * frame.size)
        self.stamps.append(Stamp(frame.point(at), frame.vector(unit(normal)), wide, kind, tuple(inks.items()), parts, least, side))

    def without(self, parts: Iterable[str]) -> None:
        """Takes away all primitives of these parts; a scene is never left empty."""
        gone = {self.parts[name] for name in parts if name in self.parts}
        kept = [row for row in self.rows if row[layout.PART] not in gone]
        self.rows = kept or self.rows

    def packed(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Primitives (groups contiguous), decals and polygon vertices as arrays of the kernels' layout."""
        rows = np.array(sorted(self.rows, key=_group), dtype=np.float64).reshape(-1, layout.COLUMNS)
        marks = np.array(self.decals, dtype=np.float64).reshape(-1, layout.DECAL_COLUMNS)
        corners = np.array(self.polygons, dtype=np.float64).reshape(-1, 2)
        return rows, marks, corners


def _group(row: list[float]) -> float:
    return row[layout.GROUP]


Packed = tuple[FloatArray, FloatArray, FloatArray]
Keywords = dict[str, Any]
