"""Primitives of packed scenes, compiled: how far a point is from one, where it lies in view space, where a ray meets it.

Distance formulas after Inigo Quilez, https://iquilezles.org/articles/distfunctions/ (round cone, box, polygon, capped cone, torus;
the ellipsoid's is a bound that is exact on the surface).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.raster.layout import VIEW_COLUMNS
from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]


@kernel
def distance(rows: Floats, corners: Floats, i: int, x: float, y: float, z: float) -> float:
    """Signed distance of a local point to primitive `i`."""
    kind = int(rows[i, 0])
    if kind == 0:
        a, b, c = rows[i, 13], rows[i, 14], rows[i, 15]
        ux, uy, uz = x / a, y / b, z / c
        vx, vy, vz = ux / a, uy / b, uz / c
        k0 = math.sqrt(ux * ux + uy * uy + uz * uz)
        k1 = math.sqrt(vx * vx + vy * vy + vz * vz)
        d = k0 * (k0 - 1.0) / k1 if k1 > 1e-9 else -min(a, min(b, c))
    elif kind == 1:
        r1, r2, h, sx, sz = rows[i, 13], rows[i, 14], rows[i, 15], rows[i, 16], rows[i, 17]
        qx, qz = x / sx, z / sz
        q = math.sqrt(qx * qx + qz * qz)
        b = min(0.999, max(-0.999, (r1 - r2) / h))
        a = math.sqrt(1.0 - b * b)
        k = -b * q + a * y
        if k < 0.0:
            d = math.sqrt(q * q + y * y) - r1
        elif k > a * h:
            d = math.sqrt(q * q + (y - h) * (y - h)) - r2
        else:
            d = q * a + y * b - r1
        d *= min(1.0, min(sx, sz))
    elif kind == 2:
        r = rows[i, 16]
        qx, qy, qz = abs(x) - rows[i, 13] + r, abs(y) - rows[i, 14] + r, abs(z) - rows[i, 15] + r
        mx, my, mz = max(qx, 0.0), max(qy, 0.0), max(qz, 0.0)
        d = math.sqrt(mx * mx + my * my + mz * mz) + min(max(qx, max(qy, qz)), 0.0) - r
    elif kind == 3:
        first, count = int(rows[i, 31]), int(rows[i, 32])
        j = first + count - 1
        nearest = 1e18
        inside = False
        for k1 in range(first, first + count):
            ex, ey = corners[j, 0] - corners[k1, 0], corners[j, 1] - corners[k1, 1]
            wx, wy = x - corners[k1, 0], y - corners[k1, 1]
            t = min(1.0, max(0.0, (wx * ex + wy * ey) / (ex * ex + ey * ey + 1e-12)))
            bx, by = wx - ex * t, wy - ey * t
            nearest = min(nearest, bx * bx + by * by)
            if (corners[k1, 1] > y) != (corners[j, 1] > y) and wx < ex * wy / ey:
                inside = not inside
            j = k1
        flat = -math.sqrt(nearest) if inside else math.sqrt(nearest)
        deep = abs(z) - rows[i, 13]
        mx, mz = max(flat, 0.0), max(deep, 0.0)
        d = min(max(flat, deep), 0.0) + math.sqrt(mx * mx + mz * mz) - rows[i, 14]
    elif kind == 4:
        r1, r2, h, r, sx, sz = rows[i, 13], rows[i, 14], rows[i, 15], rows[i, 16], rows[i, 17], rows[i, 18]
        qx, qz = x / sx, z / sz
        q = math.sqrt(qx * qx + qz * qz)
        rim = r1 if y < 0.0 else r2
        cax, cay = q - min(q, rim), abs(y) - h
        k2x, k2y = r2 - r1, 2.0 * h
        t = min(1.0, max(0.0, ((r2 - q) * k2x + (h - y) * k2y) / (k2x * k2x + k2y * k2y)))
        cbx, cby = q - r2 + k2x * t, y - h + k2y * t
        sign = -1.0 if cbx < 0.0 and cay < 0.0 else 1.0
        d = sign * math.sqrt(min(cax * cax + cay * cay, cbx * cbx + cby * cby)) - r
        d *= min(1.0, min(sx, sz))
    else:
        q = math.sqrt(x * x + z * z) - rows[i, 13]
        d = math.sqrt(q * q + y * y) - rows[i, 14]
    if rows[i, 19] > 0.5:
        d = max(d, rows[i, 20] * x + rows[i, 21] * y + rows[i, 22] * z - rows[i, 23])
    return d


@kernel
def prepare(rows: Floats, view: Floats) -> Floats:
    """Primitives in view space: centre, rotation, bounding box, margin. `view` is the 3x3 rotation world to view."""
    n = rows.shape[0]
    out = np.zeros((n, VIEW_COLUMNS))
    for i in range(n):
        for a in range(3):
            out[i, a] = view[a, 0] * rows[i, 1] + view[a, 1] * rows[i, 2] + view[a, 2] * rows[i, 3]
        for k in range(3):
            for a in range(3):
                out[i, 3 + 3 * k + a] = rows[i, 4 + 3 * k] * view[a, 0] + rows[i, 5 + 3 * k] * view[a, 1] + rows[i, 6 + 3 * k] * view[a, 2]
        margin = 0.3 * rows[i, 27] + 0.05
        out[i, 18] = margin
        for a in range(3):
            out[i, 12 + a] = out[i, a]
            for k in range(3):
                out[i, 12 + a] += out[i, 3 + 3 * k + a] * rows[i, 33 + k]
        for a in range(3):
            if rows[i, 0] < 0.5:
                total = 0.0
                for k in range(3):
                    part = out[i, 3 + 3 * k + a] * rows[i, 13 + k]
                    total += part * part
                out[i, 15 + a] = math.sqrt(total)
            else:
                for k in range(3):
                    out[i, 15 + a] += abs(out[i, 3 + 3 * k + a]) * rows[i, 36 + k]
            out[i, 15 + a] += margin
        if rows[i, 0] < 0.5:
            total = 0.0
            for k in range(3):
                part = out[i, 5 + 3 * k] / (rows[i, 13 + k] + margin)
                total += part * part
            out[i, 19] = total
        if rows[i, 0] == 1.0:
            wide = max(1.0, max(rows[i, 16], rows[i, 17]))
            out[i, 20] = out[i, 6] * rows[i, 15]
            out[i, 21] = out[i, 7] * rows[i, 15]
            out[i, 22] = 1.0 / max(1e-9, out[i, 20] * out[i, 20] + out[i, 21] * out[i, 21])
            out[i, 23] = rows[i, 13] * wide + margin
            out[i, 24] = rows[i, 14] * wide + margin
    return out


@kernel
def enter(rows: Floats, seen: Floats, i: int, x: float, y: float, span: Floats) -> bool:
    """Whether the ray at (x, y) meets the (grown) primitive; span becomes local origin at z = 0 (3), entry z, exit z."""
    dx, dy, dz = x - seen[i, 0], y - seen[i, 1], -seen[i, 2]
    margin = seen[i, 18]
    for k in range(3):
        span[k] = seen[i, 3 + 3 * k] * dx + seen[i, 4 + 3 * k] * dy + seen[i, 5 + 3 * k] * dz
    if rows[i, 0] < 0.5:
        b, c = 0.0, -1.0
        for k in range(3):
            r = rows[i, 13 + k] + margin
            o, d = span[k] / r, seen[i, 5 + 3 * k] / r
            b += o * d
            c += o * o
        a = seen[i, 19]
        inside = b * b - a * c
        if inside <= 0.0:
            return False
        root = math.sqrt(inside)
        span[3] = (root - b) / a
        span[4] = (-root - b) / a
        return True
    if rows[i, 0] == 1.0:
        # a round cone's shadow on the screen lies within a capsule of the larger radius, tapered from end to end
        t = min(1.0, max(0.0, (dx * seen[i, 20] + dy * seen[i, 21]) * seen[i, 22]))
        ex, ey = dx - t * seen[i, 20], dy - t * seen[i, 21]
        r1, r2 = seen[i, 23], seen[i, 24]
        r = r1 + (r2 - r1) * t
        r += 0.35 * abs(r2 - r1) * min(1.0, 4.0 * t * (1.0 - t) + 0.15)
        if ex * ex + ey * ey > r * r:
            return False
    top, bottom = 1e9, -1e9
    for k in range(3):
        d = seen[i, 5 + 3 * k]
        half = rows[i, 36 + k] + margin
        o = span[k] - rows[i, 33 + k]
        if abs(d) < 1e-9:
            if abs(o) > half:
                return False
            continue
        z1, z2 = (-half - o) / d, (half - o) / d
        if z1 > z2:
            z1, z2 = z2, z1
        bottom = max(bottom, z1)
        top = min(top, z2)
    if top <= bottom:
        return False
    span[3] = top
    span[4] = bottom
    return True


@kernel
def ball(rows: Floats, seen: Floats, i: int, ox: float, oy: float, oz: float) -> float:
    """Depth at which the ray enters a whole ellipsoid, by the quadratic formula; EMPTY where it does not."""
    r0, r1, r2 = rows[i, 13], rows[i, 14], rows[i, 15]
    px, py, pz = ox / r0, oy / r1, oz / r2
    dx, dy, dz = seen[i, 5] / r0, seen[i, 8] / r1, seen[i, 11] / r2
    a, b, c = dx * dx + dy * dy + dz * dz, px * dx + py * dy + pz * dz, px * px + py * py + pz * pz - 1.0
    inside = b * b - a * c
    return (math.sqrt(inside) - b) / a if inside > 0.0 else -1e9
