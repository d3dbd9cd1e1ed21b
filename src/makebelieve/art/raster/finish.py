"""From traced buffers to pixels, compiled: silhouette, light, tones, clean-up, lines."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster.layout import EMPTY
from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Shorts = NDArray[np.int16]
Bytes = NDArray[np.uint8]


@kernel
def silhouette(material: Shorts, part: Shorts, priority: Singles, limb: Singles, depth: Singles, normal: Singles) -> None:
    """Fill one-pixel notches; drop lone pixels and one-pixel spurs of the mask, thin parts of high priority excepted. In place."""
    height, width = material.shape
    for _ in range(2):
        for y in range(height):
            for x in range(width):
                if material[y, x] >= 0:
                    continue
                around, ny, nx = 0, -1, -1
                for k in range(4):
                    qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                    if 0 <= qy < height and 0 <= qx < width and material[qy, qx] >= 0:
                        around += 1
                        ny, nx = qy, qx
                if around >= 3:
                    material[y, x], part[y, x] = material[ny, nx], part[ny, nx]
                    priority[y, x], limb[y, x], depth[y, x] = priority[ny, nx], limb[ny, nx], depth[ny, nx]
                    normal[y, x, 0], normal[y, x, 1], normal[y, x, 2] = normal[ny, nx, 0], normal[ny, nx, 1], normal[ny, nx, 2]
        for y in range(height):
            for x in range(width):
                if material[y, x] < 0:
                    continue
                four, eight = 0, 0
                for dy in range(-1, 2):
                    for dx in range(-1, 2):
                        qy, qx = y + dy, x + dx
                        if (dy or dx) and 0 <= qy < height and 0 <= qx < width and material[qy, qx] >= 0:
                            eight += 1
                            four += (dy == 0) | (dx == 0)
                if four == 0 or (four == 1 and eight <= 3 and priority[y, x] < 1.3):
                    material[y, x], part[y, x], depth[y, x] = -1, -1, EMPTY


@kernel
def illuminate(
    material: Shorts,
    part: Shorts,
    limb: Singles,
    depth: Singles,
    normal: Singles,
    light: Floats,
    scale: float,
    occlusion: float,
    shadow: float,
) -> Singles:
    """Half-Lambert light 0-1 of every pixel, dimmed by near walls and cast shadows found in the depth buffer, and on far limbs."""
    height, width = material.shape
    value = np.zeros((height, width), np.float32)
    plane = math.sqrt(light[0] * light[0] + light[1] * light[1]) + 1e-9
    sx, sy, rise = light[0] / plane, -light[1] / plane, light[2] / plane / scale
    steps = int(min(24.0, max(4.0, 9.0 * scale)))
    reach = max(1, round(1.3 * scale))
    for y in range(height):
        for x in range(width):
            if material[y, x] < 0:
                continue
            # normals of one part are averaged over the four neighbours, which keeps small facets from flickering
            nx, ny, nz, own = 2.0 * normal[y, x, 0], 2.0 * normal[y, x, 1], 2.0 * normal[y, x, 2], part[y, x]
            for k in range(4):
                qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                if 0 <= qy < height and 0 <= qx < width and part[qy, qx] == own and material[qy, qx] == material[y, x]:
                    nx += normal[qy, qx, 0]
                    ny += normal[qy, qx, 1]
                    nz += normal[qy, qx, 2]
            size = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
            lit = (nx * light[0] + ny * light[1] + nz * light[2]) / size
            v = 0.5 + 0.5 * lit
            z = depth[y, x]
            closed = 0.0
            for k in range(8):
                dy = (k == 0 or k == 1 or k == 2) - int(k == 4 or k == 5 or k == 6)
                dx = (k == 2 or k == 3 or k == 4) - int(k == 6 or k == 7 or k == 0)
                qy, qx = y + dy * reach, x + dx * reach
                if 0 <= qy < height and 0 <= qx < width and material[qy, qx] >= 0:
                    over = depth[qy, qx] - z
                    if 0.7 < over < 9.0 and part[qy, qx] != own:
                        closed += min(1.0, over / 2.2)
            v *= 1.0 - occlusion * min(1.0, closed / 4.5)
            if lit > 0.0 and shadow > 0.0:
                for s in range(2, steps):
                    qx, qy = math.floor(x + 0.5 + s * sx), math.floor(y + 0.5 + s * sy)
                    if not (0 <= qx < width and 0 <= qy < height):
                        break
                    over = depth[qy, qx] - (z + s * rise)
                    if 0.8 < over < 7.0 and part[qy, qx] != own:
                        v -= shadow
                        break
            if limb[y, x] > 0.0:
                v -= limb[y, x] * min(1.0, max(0.0, (-1.5 - z) / 5.0))
            value[y, x] = v
    return value


@kernel
def tones(material: Shorts, normal: Singles, value: Singles, thresholds: Floats, surfaces: Floats, light: Floats, scale: float) -> Shorts:
    """Tone number of every pixel; -1 where nothing is."""
    height, width = material.shape
    tone = np.full((height, width), -1, np.int16)
    hx, hy, hz = light[0], light[1], light[2] + 1.0
    size = math.sqrt(hx * hx + hy * hy + hz * hz)
    hx, hy, hz = hx / size, hy / size, hz / size
    for y in range(height):
        for x in range(width):
            m = material[y, x]
            if m < 0:
                continue
            v = float(value[y, x])
            surface = int(surfaces[m])
            if surface == 1:
                v = min(1.0, max(0.0, (v - 0.5) * 1.3 + 0.5 + 0.08 * math.sin(6.0 * normal[y, x, 1])))
            elif surface == 2:
                v = 0.46 + 0.30 * (2.0 * v - 1.0)
                if normal[y, x, 1] < -0.42:
                    v = max(v, 0.74)
                shine = normal[y, x, 0] * hx + normal[y, x, 1] * hy + normal[y, x, 2] * hz
                v = 0.99 if shine > 0.962 else min(v, 0.85)
            elif surface == 3:
                v = 0.5
            t = 0
            while t < 5 and v >= thresholds[m, t]:
                t += 1
            tone[y, x] = t
    return tone


@kernel
def clean(tone: Shorts, material: Shorts) -> Shorts:
    """Orphans: a pixel whose tone no neighbour of its material shares takes the commonest tone around it."""
    height, width = tone.shape
    out = tone.copy()
    counts = np.zeros(8, np.int64)
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            m = material[y, x]
            if m < 0:
                continue
            counts[:] = 0
            same, around = 0, 0
            for k in range(4):
                qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                if material[qy, qx] == m:
                    around += 1
                    counts[tone[qy, qx]] += 1
                    same += tone[qy, qx] == tone[y, x]
            if same == 0 and around >= 2:
                best = 0
                for k in range(8):
                    if counts[k] > counts[best]:
                        best = k
                out[y, x] = best
    return out


@kernel
def paint(
    material: Shorts,
    part: Shorts,
    depth: Singles,
    normal: Singles,
    tone: Shorts,
    ramps: Bytes,
    lines: Bytes,
    lined: Floats,
    light: Floats,
    outline: int,
    gap: float,
) -> Bytes:
    """RGBA of the toned buffers: inner lines on the farther part of a step of `gap` units (gap <= 0: none), then the outline.

    `outline`: 0 none, 1 in the material's line colours, 2 black.
    """
    height, width = material.shape
    image = np.zeros((height, width, 4), np.uint8)
    for y in range(height):
        for x in range(width):
            m = material[y, x]
            if m < 0:
                continue
            inner = False
            if gap > 0.0 and lined[m] > 0.5:
                for k in range(4):
                    qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                    if (
                        0 <= qy < height
                        and 0 <= qx < width
                        and material[qy, qx] >= 0
                        and part[qy, qx] != part[y, x]
                        and depth[qy, qx] - depth[y, x] > gap
                    ):
                        inner = True
            for c in range(3):
                image[y, x, c] = lines[m, 2, c] if inner else ramps[m, tone[y, x], c]
            image[y, x, 3] = 255
    if outline == 0:
        return image
    for y in range(height):
        for x in range(width):
            if material[y, x] >= 0:
                continue
            # the neighbour below or to the right first, so that top edges take the colour of what they crown
            for k in range(4):
                qy, qx = y + (k == 0) - (k == 3), x + (k == 1) - (k == 2)
                if not (0 <= qy < height and 0 <= qx < width) or material[qy, qx] < 0:
                    continue
                m = material[qy, qx]
                lit = normal[qy, qx, 0] * light[0] + normal[qy, qx, 1] * light[1] + normal[qy, qx, 2] * light[2]
                which = 1 if lit > 0.35 and (y < qy or x < qx) else 0
                for c in range(3):
                    image[y, x, c] = lines[m, which, c] if outline == 1 else (24, 18, 32)[c]
                image[y, x, 3] = 255
                break
    return image


@kernel
def tidy(image: Bytes, material: Shorts) -> None:
    """Orphan pixels of the painted picture: one that shares its colour with none of its eight neighbours takes the colour of the
    neighbour that looks most like it, of its own material if there is one. In place; the outline is left alone."""
    height, width = material.shape
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            if material[y, x] < 0:
                continue
            alone = True
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    if (dy or dx) and image[y + dy, x + dx, 3] > 0:
                        same = True
                        for c in range(3):
                            same = same and image[y + dy, x + dx, c] == image[y, x, c]
                        if same:
                            alone = False
            if not alone:
                continue
            best, by, bx = 1e9, -1, -1
            for k in range(4):
                qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                if material[qy, qx] < 0:
                    continue
                far = 0.0 if material[qy, qx] == material[y, x] else 30000.0
                for c in range(3):
                    d = float(image[qy, qx, c]) - float(image[y, x, c])
                    far += d * d
                if far < best:
                    best, by, bx = far, qy, qx
            if by >= 0:
                for c in range(3):
                    image[y, x, c] = image[by, bx, c]
