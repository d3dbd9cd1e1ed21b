"""Masks to smooth closed curves, compiled: blur, marching squares, corners, Bezier fitting.

The fit follows Philip J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves", Graphics Gems (1990).
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Flags = NDArray[np.bool_]

# (case, first segment from, to, second from, to): edges 0 top, 1 right, 2 bottom, 3 left, what is inside lies to the right of the way
_WAYS: Final = np.array(
    [
        (-1, -1, -1, -1), (0, 3, -1, -1), (1, 0, -1, -1), (1, 3, -1, -1), (2, 1, -1, -1), (0, 3, 2, 1), (2, 0, -1, -1), (2, 3, -1, -1),
        (3, 2, -1, -1), (0, 2, -1, -1), (1, 0, 3, 2), (1, 2, -1, -1), (3, 1, -1, -1), (0, 1, -1, -1), (3, 0, -1, -1), (-1, -1, -1, -1),
    ],
    dtype=np.int64,
)  # fmt: skip


@kernel
def blurred(field: Floats, sigma: float) -> Floats:
    """Gaussian blur with zeros outside."""
    height, width = field.shape
    reach = max(1, math.ceil(2.6 * sigma))
    weights = np.empty(2 * reach + 1)
    total = 0.0
    for k in range(2 * reach + 1):
        weights[k] = math.exp(-0.5 * ((k - reach) / sigma) ** 2)
        total += weights[k]
    weights /= total
    across = np.zeros((height, width))
    for y in range(height):
        for x in range(width):
            v = field[y, x]
            if v != 0.0:
                for k in range(max(0, reach - x), min(2 * reach + 1, width + reach - x)):
                    across[y, x + k - reach] += v * weights[k]
    out = np.zeros((height, width))
    for y in range(height):
        for k in range(2 * reach + 1):
            q = y + k - reach
            if 0 <= q < height:
                for x in range(width):
                    out[q, x] += across[y, x] * weights[k]
    return out


@kernel
def grown(mask: Mask, radius: float) -> Mask:
    """Every pixel whose centre is within `radius` of one of the mask's."""
    height, width = mask.shape
    out = mask.copy()
    reach = int(radius)
    for y in range(height):
        for x in range(width):
            if not mask[y, x]:
                continue
            rim = x == 0 or y == 0 or x == width - 1 or y == height - 1
            if not rim and mask[y - 1, x] and mask[y + 1, x] and mask[y, x - 1] and mask[y, x + 1]:
                continue
            for dy in range(-reach, reach + 1):
                for dx in range(-reach, reach + 1):
                    if dx * dx + dy * dy <= radius * radius and 0 <= y + dy < height and 0 <= x + dx < width:
                        out[y + dy, x + dx] = True
    return out


@kernel
def loops(field: Floats, level: float, ways: NDArray[np.int64]) -> tuple[Floats, NDArray[np.int64]]:
    """Closed contours of a field whose border is below `level`: points (x, y) in pixels, and where each loop ends."""
    height, width = field.shape
    size = height * width
    following = np.full(2 * size, -1, np.int64)
    count = 0
    for y in range(height - 1):
        for x in range(width - 1):
            case = 0
            if field[y, x] >= level:
                case += 1
            if field[y, x + 1] >= level:
                case += 2
            if field[y + 1, x + 1] >= level:
                case += 4
            if field[y + 1, x] >= level:
                case += 8
            for pair in range(2):
                a, b = ways[case, 2 * pair], ways[case, 2 * pair + 1]
                if a < 0:
                    break
                start = (
                    y * width + x
                    if a == 0
                    else size + y * width + x + 1
                    if a == 1
                    else (y + 1) * width + x
                    if a == 2
                    else size + y * width + x
                )
                end = (
                    y * width + x
                    if b == 0
                    else size + y * width + x + 1
                    if b == 1
                    else (y + 1) * width + x
                    if b == 2
                    else size + y * width + x
                )
                following[start] = end
                count += 1
    points = np.empty((count, 2))
    ends = np.empty(count // 3 + 1, np.int64)
    put, made = 0, 0
    for first in range(2 * size):
        if following[first] < 0:
            continue
        edge = first
        while following[edge] >= 0:
            upright = edge >= size
            place = edge - size if upright else edge
            y, x = place // width, place % width
            v0 = field[y, x]
            v1 = field[y + 1, x] if upright else field[y, x + 1]
            share = (level - v0) / (v1 - v0)
            points[put, 0] = x + 0.5 + (0.0 if upright else share)
            points[put, 1] = y + 0.5 + (share if upright else 0.0)
            put += 1
            after = following[edge]
            following[edge] = -1
            edge = after
        ends[made] = put
        made += 1
    return points[:put], ends[:made]


@kernel
def corners(points: Floats, window: float, least: float) -> Flags:
    """Points of a closed polyline at which it turns by more than `least` radians within `window` pixels either way."""
    n = points.shape[0]
    turns = np.zeros(n)
    for i in range(n):
        ahead, behind = i, i
        far = 0.0
        while far < window and (ahead + 1) % n != i:
            j = (ahead + 1) % n
            far += math.hypot(points[j, 0] - points[ahead, 0], points[j, 1] - points[ahead, 1])
            ahead = j
        far = 0.0
        while far < window and (behind - 1) % n != i:
            j = (behind - 1) % n
            far += math.hypot(points[j, 0] - points[behind, 0], points[j, 1] - points[behind, 1])
            behind = j
        ax, ay = points[i, 0] - points[behind, 0], points[i, 1] - points[behind, 1]
        bx, by = points[ahead, 0] - points[i, 0], points[ahead, 1] - points[i, 1]
        turns[i] = abs(math.atan2(ax * by - ay * bx, ax * bx + ay * by))
    found = np.zeros(n, np.bool_)
    reach = min(max(1, int(window)), max(1, n // 4))
    for i in range(n):
        if turns[i] < least:
            continue
        best = True
        for k in range(-reach, reach + 1):
            other = turns[(i + k) % n]
            if other > turns[i] or (other == turns[i] and k < 0):
                best = False
        found[i] = best
    return found


@kernel
def _tangent(points: Floats, i: int, j: int) -> tuple[float, float]:
    x, y = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]
    size = math.hypot(x, y)
    return (x / size, y / size) if size > 1e-12 else (1.0, 0.0)


@kernel
def _fit(points: Floats, a: int, b: int, u: Floats, tangents: Floats, out: Floats) -> None:
    """Least squares over both handle lengths; a third of the chord where that fails."""
    x0, y0, x3, y3 = points[a, 0], points[a, 1], points[b, 0], points[b, 1]
    t0x, t0y, t1x, t1y = tangents[0], tangents[1], tangents[2], tangents[3]
    c00, c01, c11, r0, r1 = 0.0, 0.0, 0.0, 0.0, 0.0
    for i in range(a, b + 1):
        t = u[i]
        s = 1.0 - t
        b0, b1, b2, b3 = s * s * s, 3.0 * t * s * s, 3.0 * t * t * s, t * t * t
        c00 += b1 * b1
        c01 += b1 * b2 * (t0x * t1x + t0y * t1y)
        c11 += b2 * b2
        dx = points[i, 0] - x0 * (b0 + b1) - x3 * (b2 + b3)
        dy = points[i, 1] - y0 * (b0 + b1) - y3 * (b2 + b3)
        r0 += b1 * (t0x * dx + t0y * dy)
        r1 += b2 * (t1x * dx + t1y * dy)
    chord = math.hypot(x3 - x0, y3 - y0)
    det = c00 * c11 - c01 * c01
    first = (r0 * c11 - r1 * c01) / det if abs(det) > 1e-12 else 0.0
    second = (c00 * r1 - c01 * r0) / det if abs(det) > 1e-12 else 0.0
    if first < 1e-3 * chord or second < 1e-3 * chord or first > 3.0 * chord + 3.0 or second > 3.0 * chord + 3.0:
        first = second = chord / 3.0
    out[0], out[1] = x0, y0
    out[2], out[3] = x0 + t0x * first, y0 + t0y * first
    out[4], out[5] = x3 + t1x * second, y3 + t1y * second
    out[6], out[7] = x3, y3


@kernel
def _at(curve: Floats, t: float, axis: int) -> float:
    s = 1.0 - t
    value: float = (
        s * s * s * curve[axis] + 3.0 * t * s * s * curve[2 + axis] + 3.0 * t * t * s * curve[4 + axis] + t * t * t * curve[6 + axis]
    )
    return value


@kernel
def _closer(points: Floats, a: int, b: int, u: Floats, curve: Floats) -> None:
    """One Newton step of every point's parameter towards the foot of its perpendicular."""
    for i in range(a + 1, b):
        t = u[i]
        s = 1.0 - t
        top, bottom = 0.0, 0.0
        for axis in range(2):
            p0, p1, p2, p3 = curve[axis], curve[2 + axis], curve[4 + axis], curve[6 + axis]
            d = _at(curve, t, axis) - points[i, axis]
            d1 = 3.0 * (s * s * (p1 - p0) + 2.0 * s * t * (p2 - p1) + t * t * (p3 - p2))
            d2 = 6.0 * (s * (p2 - 2.0 * p1 + p0) + t * (p3 - 2.0 * p2 + p1))
            top += d * d1
            bottom += d1 * d1 + d * d2
        if abs(bottom) > 1e-12:
            u[i] = min(1.0, max(0.0, t - top / bottom))


@kernel
def fitted(loop: Floats, breaks: Flags, tolerance: float) -> Floats:
    """Cubic Beziers (n, 8) along a closed polyline, none farther than `tolerance` from its points; sharp only at `breaks`."""
    n = loop.shape[0]
    start = 0
    for i in range(n):
        if breaks[i]:
            start = i
            break
    points = np.empty((n + 1, 2))
    sharp = np.zeros(n + 1, np.bool_)
    for i in range(n + 1):
        points[i] = loop[(start + i) % n]
        sharp[i] = breaks[(start + i) % n]
    u = np.zeros(n + 1)
    out = np.empty((n + 1, 8))
    made = 0
    curve, tangents = np.empty(8), np.empty(4)
    stack = np.empty((n + 2, 2), np.int64)
    ahead = 2
    first = 0
    while first < n:
        last = first + 1
        while last < n and not sharp[last]:
            last += 1
        top = 0
        stack[0, 0], stack[0, 1] = first, last
        while top >= 0:
            a, b = stack[top, 0], stack[top, 1]
            top -= 1
            if a == first and sharp[a]:
                tangents[0], tangents[1] = _tangent(points, a, min(b, a + ahead))
            elif a == 0:
                tangents[0], tangents[1] = _tangent(points, n - ahead if n > 2 * ahead else n - 1, min(ahead, n))
            else:
                tangents[0], tangents[1] = _tangent(points, max(0, a - ahead), min(n, a + ahead))
            if b == last and sharp[b]:
                tangents[2], tangents[3] = _tangent(points, b, max(a, b - ahead))
            elif b == n:
                tangents[2], tangents[3] = _tangent(points, min(ahead, n), n - ahead if n > 2 * ahead else n - 1)
            else:
                tangents[2], tangents[3] = _tangent(points, min(n, b + ahead), max(0, b - ahead))
            u[a] = 0.0
            for i in range(a + 1, b + 1):
                u[i] = u[i - 1] + math.hypot(points[i, 0] - points[i - 1, 0], points[i, 1] - points[i - 1, 1])
            whole = u[b]
            for i in range(a + 1, b + 1):
                u[i] = u[i] / whole if whole > 0.0 else 1.0
            worst, split = 0.0, (a + b) // 2
            for attempt in range(4):
                _fit(points, a, b, u, tangents, curve)
                worst, split = 0.0, (a + b) // 2
                for i in range(a + 1, b):
                    d = math.hypot(_at(curve, u[i], 0) - points[i, 0], _at(curve, u[i], 1) - points[i, 1])
                    if d > worst:
                        worst, split = d, i
                if worst <= tolerance or worst > 5.0 * tolerance or attempt == 3:
                    break
                _closer(points, a, b, u, curve)
            if worst <= tolerance or b - a < 2:
                out[made] = curve
                made += 1
            else:
                top += 1
                stack[top, 0], stack[top, 1] = split, b
                top += 1
                stack[top, 0], stack[top, 1] = a, split
        first = last
    return out[:made]


def traced(mask: Mask, *, smooth: float, tolerance: float, least: float, bend: float = 0.9) -> list[Floats]:
    """Curves (n, 8) round a mask, holes run the other way. Loops of an area under `least` pixels are left out.

    `smooth` is the blur in pixels before contouring, `tolerance` the fit's in pixels, `bend` the turn in radians that stays a corner.
    """
    ys, xs = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    if not len(ys):
        return []
    pad = math.ceil(3 * smooth) + 2
    y0, x0 = int(ys[0]) - pad, int(xs[0]) - pad
    own = np.zeros((int(ys[-1]) + 1 + pad - y0, int(xs[-1]) + 1 + pad - x0))
    own[pad:-pad, pad:-pad] = mask[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]
    points, ends = loops(blurred(own, smooth), 0.5, _WAYS)
    points += np.array([float(x0), float(y0)])
    result, begin = [], 0
    for end in ends:
        loop = points[begin:end]
        begin = int(end)
        if len(loop) < 6:
            continue
        after = np.roll(loop, -1, axis=0)
        area = 0.5 * abs(float((loop[:, 0] * after[:, 1] - after[:, 0] * loop[:, 1]).sum()))
        if area >= least:
            result.append(fitted(loop, corners(loop, 3.2, bend), tolerance))
    return result
