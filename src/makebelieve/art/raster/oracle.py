"""The tracer once more, in numpy and without bounds: slow, simple, and what the compiled one is tested and measured against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster import layout
from makebelieve.art.raster.scene import FloatArray

Mask = NDArray[np.bool_]


def distances(row: FloatArray, corners: FloatArray, points: FloatArray) -> FloatArray:
    """Signed distances of local points (n, 3) to one primitive."""
    x, y, z = points.T
    kind, p = int(row[0]), row[13:19]
    if kind == layout.ELLIPSOID:
        scaled = points / p[:3]
        k0, k1 = np.sqrt((scaled**2).sum(1)), np.sqrt(((scaled / p[:3]) ** 2).sum(1))
        d = np.where(k1 > 1e-9, k0 * (k0 - 1) / np.maximum(k1, 1e-9), -p[:3].min())
    elif kind == layout.ROUND_CONE:
        r1, r2, h, sx, sz = p[:5]
        q = np.hypot(x / sx, z / sz)
        b = np.clip((r1 - r2) / h, -0.999, 0.999)
        a = np.sqrt(1 - b * b)
        k = -b * q + a * y
        d = np.where(k < 0, np.hypot(q, y) - r1, np.where(k > a * h, np.hypot(q, y - h) - r2, q * a + y * b - r1)) * min(1, sx, sz)
    elif kind == layout.BOX:
        q3 = np.abs(points) - p[:3] + p[3]
        d = np.sqrt((np.maximum(q3, 0) ** 2).sum(1)) + np.minimum(q3.max(1), 0) - p[3]
    elif kind == layout.PRISM:
        first, count = int(row[31]), int(row[32])
        polygon = corners[first : first + count]
        nearest = np.full(len(points), np.inf)
        inside = np.zeros(len(points), bool)
        for here, before in zip(polygon, np.roll(polygon, 1, axis=0), strict=True):
            edge = before - here
            wx, wy = x - here[0], y - here[1]
            t = np.clip((wx * edge[0] + wy * edge[1]) / (edge @ edge + 1e-12), 0, 1)
            nearest = np.minimum(nearest, (wx - edge[0] * t) ** 2 + (wy - edge[1] * t) ** 2)
            crosses = (here[1] > y) != (before[1] > y)
            inside ^= crosses & (wx < edge[0] * wy / (edge[1] if edge[1] else 1.0))
        flat = np.where(inside, -np.sqrt(nearest), np.sqrt(nearest))
        deep = np.abs(z) - p[0]
        d = np.minimum(np.maximum(flat, deep), 0) + np.hypot(np.maximum(flat, 0), np.maximum(deep, 0)) - p[1]
    elif kind == layout.CYLINDER:
        r1, r2, h, r, sx, sz = p[:6]
        q = np.hypot(x / sx, z / sz)
        ca = np.stack([q - np.minimum(q, np.where(y < 0, r1, r2)), np.abs(y) - h])
        k2 = np.array([r2 - r1, 2 * h])
        t = np.clip(((r2 - q) * k2[0] + (h - y) * k2[1]) / (k2 @ k2), 0, 1)
        cb = np.stack([q - r2 + k2[0] * t, y - h + k2[1] * t])
        sign = np.where((cb[0] < 0) & (ca[1] < 0), -1.0, 1.0)
        d = (sign * np.sqrt(np.minimum((ca**2).sum(0), (cb**2).sum(0))) - r) * min(1, sx, sz)
    else:
        d = np.hypot(np.hypot(x, z) - p[0], y) - p[1]
    if row[layout.CLIPPED] > 0.5:
        d = np.maximum(d, points @ row[20:23] - row[23])
    return np.asarray(d, dtype=np.float64)


def _scene(rows: FloatArray, corners: FloatArray, points: FloatArray) -> tuple[FloatArray, NDArray[np.int64]]:
    """Distance to the scene, and which primitive is nearest in the winning group."""
    best, winner = np.full(len(points), 1e9), np.full(len(points), -1)
    group, joined = -1, np.full(len(points), 1e9)
    own_best, own_winner = np.full(len(points), 1e9), np.full(len(points), -1)
    for i in range(len(rows) + 1):
        if i == len(rows) or int(rows[i, layout.GROUP]) != group:
            better = joined < best
            best, winner = np.where(better, joined, best), np.where(better, own_winner, winner)
            if i == len(rows):
                break
            group, joined = int(rows[i, layout.GROUP]), np.full(len(points), 1e9)
            own_best, own_winner = np.full(len(points), 1e9), np.full(len(points), -1)
        row = rows[i]
        d = distances(row, corners, (points - row[1:4]) @ row[4:13].reshape(3, 3).T)
        better = d < own_best
        own_best, own_winner = np.where(better, d, own_best), np.where(better, i, own_winner)
        k = row[layout.BLEND]
        if k > 0 and joined.min() < 1e8:
            h = np.maximum(k - np.abs(joined - d), 0) / k
            joined = np.minimum(joined, d) - h * h * k * 0.25
        else:
            joined = np.minimum(joined, d)
    return best, winner


def trace(
    rows: FloatArray, corners: FloatArray, view: FloatArray, width: int, height: int, scale: float, left: float, ground: float
) -> tuple[NDArray[np.int64], FloatArray]:
    """Nearest primitive (-1 for none) and depth in view space of one ray a pixel."""
    px, py = np.meshgrid(np.arange(width), np.arange(height))
    x, y = ((px + 0.5 - left) / scale).ravel(), ((ground - py - 0.5) / scale).ravel()
    span = 2.0 * float(np.abs(rows[:, 1:4]).max() + rows[:, 36:39].max() + np.abs(rows[:, 33:36]).max()) + 4.0
    z = np.full(x.size, span)
    primitive = np.full(x.size, -1)
    live = np.arange(x.size)
    for _ in range(400):
        d, near = _scene(rows, corners, np.stack([x[live], y[live], z[live]], 1) @ view)
        hit = d < 0.02
        primitive[live[hit]] = near[hit]
        z[live] -= np.where(hit, 0.0, np.maximum(0.95 * d, 0.01))
        live = live[~hit & (z[live] > -span)]
        if not len(live):
            break
    depth = np.where(primitive >= 0, z, layout.EMPTY)
    return primitive.reshape(height, width), depth.reshape(height, width)
