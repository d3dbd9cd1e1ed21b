"""What the smooth styles start from: a scene traced at a fine grid, with an even light, and its eyes and mouths as shapes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB
from makebelieve.art.raster import finish
from makebelieve.art.raster.frames import Turn, turned
from makebelieve.art.raster.primitives import prepare
from makebelieve.art.raster.render import Fit, Look, Paintbox, matrix, view_of
from makebelieve.art.raster.scene import Packed, Scene, Stamp
from makebelieve.art.raster.trace import trace
from makebelieve.kit.kernels import kernel

Mask = NDArray[np.bool_]
Singles = NDArray[np.float32]
Shorts = NDArray[np.int16]

# Kind of stamp -> shapes painted in turn: letter of the ink, then an ellipse (x, y, half width, half height) or a polygon's corners.
# Coordinates are shares of the stamp's box, y downwards, the middle is 0.
_Shape = tuple[str, tuple[float, ...]]
_SHAPES: Final[dict[str, tuple[_Shape, ...]]] = {
    "eye": (("d", (0, 0, 0.5, 0.5)), ("c", (0.06, 0.2, 0.34, 0.26)), ("w", (-0.14, -0.2, 0.2, 0.17)), ("w", (0.17, 0.2, 0.09, 0.07))),
    "beast": (("d", (0, 0, 0.5, 0.5)), ("w", (-0.13, -0.17, 0.19, 0.17))),
    "slit": (("d", (0, 0, 0.5, 0.5)), ("c", (0, 0.06, 0.4, 0.38)), ("d", (0, 0.06, 0.11, 0.36))),
    "angry": (
        ("d", (0, 0.06, 0.5, 0.44)),
        ("c", (0, 0.14, 0.38, 0.32)),
        ("d", (0.05, 0.14, 0.13, 0.2)),
        ("w", (-0.1, 0.05, 0.1, 0.09)),
        ("d", (-0.55, -0.55, 0.55, -0.05, 0.5, 0.16, -0.5, -0.22)),
    ),
    "glow": (("c", (0, 0, 0.5, 0.5)), ("w", (0, 0, 0.28, 0.28))),
    "socket": (("d", (0, 0, 0.5, 0.5)), ("c", (0.06, 0.06, 0.2, 0.18))),
    "big": (("w", (0, 0, 0.5, 0.5)), ("d", (0.1, 0.08, 0.27, 0.29)), ("w", (0.02, -0.04, 0.1, 0.1))),
    "lens": (("c", (0, 0, 0.5, 0.5)), ("w", (-0.14, -0.17, 0.2, 0.18))),
    "dot": (("d", (0, 0, 0.5, 0.5)),),
    "mouth": (("d", (-0.5, -0.4, -0.3, 0.1, 0, 0.25, 0.3, 0.1, 0.5, -0.4, 0.4, 0.2, 0.0, 0.55, -0.4, 0.2)),),
    "line": (("d", (0, 0, 0.5, 0.3)),),
    "fangs": (
        ("d", (-0.5, -0.5, 0.5, -0.5, 0.46, -0.05, -0.46, -0.05)),
        ("w", (-0.36, -0.1, -0.12, -0.1, -0.24, 0.5)),
        ("w", (0.12, -0.1, 0.36, -0.1, 0.24, 0.5)),
    ),
    "grin": (
        ("d", (-0.5, -0.45, 0.5, -0.45, 0.34, 0.5, -0.34, 0.5)),
        ("w", (-0.4, -0.34, 0.4, -0.34, 0.36, 0.06, -0.36, 0.06)),
    ),
    "glint": (("w", (0, -0.5, 0.14, -0.14, 0.5, 0, 0.14, 0.14, 0, 0.5, -0.14, 0.14, -0.5, 0, -0.14, -0.14)),),
    "cheek": (("a", (0, 0, 0.5, 0.42)),),
}  # fmt: skip
_MIRRORED: Final = frozenset({"angry", "glow", "slit"})


@dataclass(frozen=True, slots=True)
class Relief:
    """A traced scene; every array is (height, width) of the fine grid."""

    material: Shorts
    part: Shorts
    depth: Singles
    normal: Singles
    value: Singles
    """Light 0-1, even within each part."""
    light: NDArray[np.float64]
    scale: float
    """Pixels of the fine grid a unit."""
    marks: tuple[tuple[Mask, RGB], ...]
    """Eyes, mouths, glints: what they cover, and their ink."""

    @property
    def shape(self) -> tuple[int, int]:
        return self.material.shape[0], self.material.shape[1]


@kernel
def evened(value: Singles, material: Shorts, part: Shorts, reach: int) -> Singles:
    """Mean over a cross of `reach` pixels, twice, never across another part or material."""
    height, width = value.shape
    now = value.copy()
    for turn in range(4):
        out = now.copy()
        dy, dx = (0, 1) if turn % 2 == 0 else (1, 0)
        for y in range(height):
            for x in range(width):
                m, p = material[y, x], part[y, x]
                if m < 0:
                    continue
                total, count = float(now[y, x]), 1
                for way in (-1, 1):
                    for k in range(1, reach + 1):
                        qy, qx = y + way * k * dy, x + way * k * dx
                        if not (0 <= qy < height and 0 <= qx < width) or material[qy, qx] != m or part[qy, qx] != p:
                            break
                        total += now[qy, qx]
                        count += 1
                out[y, x] = total / count
        now = out
    return now


def _covered(shape: tuple[float, ...], x: NDArray[np.float64], y: NDArray[np.float64]) -> Mask:
    """Whether points, in shares of the box, lie in the ellipse or polygon."""
    if len(shape) == 4:
        return np.asarray(((x - shape[0]) / shape[2]) ** 2 + ((y - shape[1]) / shape[3]) ** 2 <= 1.0)
    inside = np.zeros(np.broadcast(x, y).shape, bool)
    points = list(zip(shape[::2], shape[1::2], strict=True))
    for (ax, ay), (bx, by) in zip(points, [points[-1], *points[:-1]], strict=True):
        if ay != by:
            inside ^= ((ay > y) != (by > y)) & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return inside


def _marked(
    stamp: Stamp, scene: Scene, view: Turn, part: Shorts, depth: Singles, inks: Mapping[str, RGB], where: Fit
) -> list[tuple[Mask, RGB]]:
    """The shapes of one stamp, cut to the surface that it lies on."""
    nx, _, nz = turned(view, stamp.normal)
    if nz < stamp.least:
        return []
    x, y, z = turned(view, stamp.at)
    wide = stamp.size[0] * where.scale * max(0.42, min(1.0, 1.15 * nz))
    high = max(stamp.size[1], 0.5) * where.scale
    cx, cy = where.left + x * where.scale, where.ground - y * where.scale
    height, width = part.shape
    allowed = [scene.parts[name] for name in stamp.parts if name in scene.parts]
    surface = np.isin(part, allowed) if allowed else (part >= 0) & (depth > z - 9.0) & (depth < z + 2.5)

    def seen(px: float) -> bool:
        i, j = math.floor(px), math.floor(cy)
        return 0 <= i < width and 0 <= j < height and bool(surface[j, i])

    if allowed and abs(nx) > 0.25:
        way = -1.0 if nx > 0 else 1.0
        for _ in range(round(4 * where.scale)):
            if seen(cx - way * (wide / 2 + 0.4 * where.scale)):
                break
            cx += way
    if not seen(cx):
        return []
    x0, x1 = max(0, math.floor(cx - wide)), min(width, math.ceil(cx + wide) + 1)
    y0, y1 = max(0, math.floor(cy - high)), min(height, math.ceil(cy + high) + 1)
    if x0 >= x1 or y0 >= y1:
        return []
    sx, sy = (np.arange(x0, x1)[None, :] + 0.5 - cx) / wide, (np.arange(y0, y1)[:, None] + 0.5 - cy) / high
    if stamp.kind in _MIRRORED and stamp.side < 0:
        sx = -sx
    names = dict(stamp.inks)
    found = []
    for letter, shape in _SHAPES[stamp.kind]:
        mask = np.zeros(part.shape, bool)
        mask[y0:y1, x0:x1] = _covered(shape, sx, sy) & surface[y0:y1, x0:x1]
        if mask.any():
            found.append((mask, inks[names.get(letter, stamp.inks[0][1])]))
    return found


def traced(scene: Scene, packed: Packed, box: Paintbox, yaw: float, look: Look, where: Fit, *, even: float) -> Relief:
    """The scene at the look's size. `even` is how far light is averaged within a part, in units."""
    view = view_of(yaw, look.pitch)
    rows, decals, polygons = packed
    light = np.array(look.light)
    light /= math.sqrt(float(light @ light))
    buffers = trace(
        rows, decals, polygons, prepare(rows, matrix(view)), look.width, look.height, look.samples, where.scale, where.left, where.ground
    )
    material, part, _, limb, depth, normal = buffers
    value = finish.illuminate(material, part, limb, depth, normal, light, where.scale, look.occlusion, look.shadow)
    value = evened(value, material, part, max(1, round(even * where.scale)))
    marks = [mark for stamp in scene.stamps for mark in _marked(stamp, scene, view, part, depth, box.inks, where)]
    return Relief(material, part, depth, normal, value, light, where.scale, tuple(marks))
