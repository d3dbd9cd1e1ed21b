"""Primitives of a figure as rows of the kernels' table, with their decals, outlines and stamps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster import layout
from makebelieve.art.raster.frames import Frame, Turn, Vec, add, sub, turned, unit
from makebelieve.art.raster.marks import Decal, Stamp

FloatArray = NDArray[np.float64]


@dataclass(slots=True)
class Rows:
    """What is collected of a figure, in world space."""

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
