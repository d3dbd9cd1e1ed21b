"""Scenes to RGBA arrays: the look that a whole set of pictures shares, fitting, and one frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB
from makebelieve.art.ramps import LONGEST, Material
from makebelieve.art.raster import finish, stamps
from makebelieve.art.raster.frames import Turn, product, rx, ry
from makebelieve.art.raster.primitives import prepare
from makebelieve.art.raster.scene import FloatArray, Packed, Scene
from makebelieve.art.raster.trace import trace

OUTLINES = {"none": 0, "color": 1, "black": 2}
_SURFACES = {"plain": 0.0, "metal": 1.0, "gel": 2.0, "flat": 3.0}


@dataclass(frozen=True, slots=True)
class Look:
    """What all pictures of a set share."""

    width: int = 64
    height: int = 64
    pitch: float = 20.0
    """How far the camera looks down, degrees: 8 side view, 20 three-quarter, 30 isometric, 45 top-down."""
    light: tuple[float, float, float] = (-0.45, 0.72, 0.53)
    """Towards the light, in view space, so that it comes from the upper left whatever the direction."""
    outline: str = "color"
    samples: int = 3
    occlusion: float = 0.5
    shadow: float = 0.15
    gap: float = 1.2
    """Depth step in units from which an inner line is drawn."""
    margin: float = 2.0
    """Free pixels on every side, outline included."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a figure stands on its canvas: pixels a unit, and the pixel of the origin."""

    scale: float
    left: float
    ground: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One rendered frame with what checks want to know about it."""

    pixels: NDArray[np.uint8]
    """(height, width, 4), alpha 0 or 255."""
    parts: NDArray[np.int16]
    scene: Scene = field(repr=False)


def view_of(yaw: float, pitch: float) -> Turn:
    """World to view for a figure turned `yaw` degrees (0 to the viewer, 90 to the right)."""
    return product(rx(pitch), ry(yaw))


def matrix(turn: Turn) -> FloatArray:
    return np.array(turn, dtype=np.float64).reshape(3, 3)


def bounds(packed: Packed, view: Turn) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of the packed scene in view space, units."""
    seen = prepare(packed[0], matrix(view))
    return (
        float((seen[:, 12] - seen[:, 15]).min()),
        float((seen[:, 12] + seen[:, 15]).max()),
        float((seen[:, 13] - seen[:, 16]).min()),
        float((seen[:, 13] + seen[:, 16]).max()),
    )


def fit(seen: Iterable[tuple[Packed, float]], look: Look, *, largest: float = 99.0, centred: bool = False) -> Fit:
    """One scale and origin for all (scene, yaw) pairs: the union of their boxes fills the canvas, feet in the middle.

    `centred` puts the middle of the union in the middle of the canvas (things that stand on nothing).
    """
    left, right, bottom, top = 99.0, -99.0, 99.0, -99.0
    for packed, yaw in seen:
        box = bounds(packed, view_of(yaw, look.pitch))
        left, right = min(left, box[0]), max(right, box[1])
        bottom, top = min(bottom, box[2]), max(top, box[3])
    middle = (left + right) / 2 if centred else 0.0
    half = max(right - middle, middle - left)
    scale = min((look.width / 2 - look.margin) / half, (look.height - 2 * look.margin - 1.0) / (top - bottom), largest)
    low = look.margin + (max(0.0, look.height - 2 * look.margin - 1.0 - (top - bottom) * scale) / 2 if centred else 0.0)
    return Fit(scale, look.width / 2 - middle * scale, float(math.floor(look.height - low + bottom * scale)))


def tables(materials: Sequence[Material]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], FloatArray, FloatArray, FloatArray]:
    """Ramps, lines, thresholds, surfaces and lined flags as the arrays of the finishing kernels."""
    count = len(materials)
    ramps = np.zeros((count, LONGEST, 3), np.uint8)
    lines = np.zeros((count, 3, 3), np.uint8)
    thresholds = np.full((count, LONGEST - 1), 9.0)
    surfaces, lined = np.zeros(count), np.zeros(count)
    for i, one in enumerate(materials):
        ramps[i, : len(one.ramp)] = one.ramp
        ramps[i, len(one.ramp) :] = one.ramp[-1]
        thresholds[i, : len(one.thresholds)] = one.thresholds
        lines[i] = (one.line, one.line_lit, one.line_inner)
        surfaces[i], lined[i] = _SURFACES[one.surface], float(one.lined)
    return ramps, lines, thresholds, surfaces, lined


@dataclass(frozen=True, slots=True)
class Paintbox:
    """Materials ready for the kernels, and the inks of stamps."""

    ramps: NDArray[np.uint8]
    lines: NDArray[np.uint8]
    thresholds: FloatArray
    surfaces: FloatArray
    lined: FloatArray
    inks: Mapping[str, RGB]

    def outlined(self, color: RGB) -> Paintbox:
        """The same with one colour for every outline."""
        lines = self.lines.copy()
        lines[:, :2] = color
        return replace(self, lines=lines)


def paintbox(materials: Sequence[Material], inks: Mapping[str, RGB]) -> Paintbox:
    return Paintbox(*tables(materials), inks)


def render(scene: Scene, packed: Packed, box: Paintbox, yaw: float, look: Look, where: Fit) -> Frame:
    """One frame of the scene."""
    view = view_of(yaw, look.pitch)
    rows, marks, corners = packed
    seen = prepare(rows, matrix(view))
    light = np.array(look.light)
    light /= math.sqrt(float(light @ light))
    buffers = trace(rows, marks, corners, seen, look.width, look.height, look.samples, where.scale, where.left, where.ground)
    material, part, priority, limb, depth, normal = buffers
    finish.silhouette(material, part, priority, limb, depth, normal)
    value = finish.illuminate(material, part, limb, depth, normal, light, where.scale, look.occlusion, look.shadow)
    tone = finish.clean(finish.tones(material, normal, value, box.thresholds, box.surfaces, light, where.scale), material)
    pixels = finish.paint(material, part, depth, normal, tone, box.ramps, box.lines, box.lined, light, OUTLINES[look.outline], look.gap)
    finish.tidy(pixels, material)
    stamps.draw(pixels, scene, view, part, depth, box.inks, where.scale, where.left, where.ground)
    return Frame(pixels, part, scene)
