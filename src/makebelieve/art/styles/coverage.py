"""Closed curves to pixels with exact area coverage, compiled. The accumulation follows Raph Levien's font-rs (2016)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]


@kernel
def _line(sums: Floats, x0: float, y0: float, x1: float, y1: float) -> None:
    """Adds a line's signed area and cover to the rows that it crosses."""
    height, width = sums.shape[0], sums.shape[1] - 2
    x0, x1 = min(float(width), max(0.0, x0)), min(float(width), max(0.0, x1))
    way = 1.0
    if y0 > y1:
        x0, y0, x1, y1, way = x1, y1, x0, y0, -1.0
    if y1 - y0 < 1e-12:
        return
    slope = (x1 - x0) / (y1 - y0)
    x = x0 - y0 * slope if y0 < 0.0 else x0
    for y in range(max(0, math.floor(y0)), min(height, math.ceil(y1))):
        part = min(y + 1.0, y1) - max(float(y), y0)
        after = x + slope * part
        d = way * part
        left, right = min(x, after), max(x, after)
        first, last = math.floor(left), math.ceil(right)
        if last <= first + 1:
            share = 0.5 * (x + after) - first
            sums[y, first] += d - d * share
            sums[y, first + 1] += d * share
        else:
            s = 1.0 / (right - left)
            inset = left - first
            begun = 0.5 * s * (1.0 - inset) * (1.0 - inset)
            rest = right - last + 1.0
            done = 0.5 * s * rest * rest
            sums[y, first] += d * begun
            if last == first + 2:
                sums[y, first + 1] += d * (1.0 - begun - done)
            else:
                second = s * (1.5 - inset)
                sums[y, first + 1] += d * (second - begun)
                for k in range(first + 2, last - 1):
                    sums[y, k] += d * s
                sums[y, last - 1] += d * (1.0 - second - (last - first - 3) * s - done)
            sums[y, last] += d * done
        x = after


@kernel
def over(canvas: Floats, curves: Floats, color: Floats, scale: float) -> None:
    """Paint the closed curves (n, 8), times `scale`, over a premultiplied RGBA canvas of floats 0-1; `color` is RGB and opacity 0-1."""
    height, width = canvas.shape[0], canvas.shape[1]
    top, bottom, left, right = 1e9, -1e9, 1e9, -1e9
    for i in range(curves.shape[0]):
        for k in range(4):
            x, y = curves[i, 2 * k] * scale, curves[i, 2 * k + 1] * scale
            top, bottom, left, right = min(top, y), max(bottom, y), min(left, x), max(right, x)
    y0, x0 = max(0, math.floor(top)), max(0, math.floor(left))
    y1, x1 = min(height, math.ceil(bottom)), min(width, math.ceil(right))
    if y1 <= y0 or x1 <= x0:
        return
    sums = np.zeros((y1 - y0, x1 - x0 + 2))
    for i in range(curves.shape[0]):
        size = 0.0
        for k in range(3):
            size += math.hypot(curves[i, 2 * k + 2] - curves[i, 2 * k], curves[i, 2 * k + 3] - curves[i, 2 * k + 1])
        steps = int(min(24.0, max(2.0, math.ceil(0.6 * size * scale))))
        px, py = curves[i, 0] * scale - x0, curves[i, 1] * scale - y0
        for k in range(1, steps + 1):
            t = k / steps
            s = 1.0 - t
            a, b, c, d = s * s * s, 3.0 * t * s * s, 3.0 * t * t * s, t * t * t
            qx = (a * curves[i, 0] + b * curves[i, 2] + c * curves[i, 4] + d * curves[i, 6]) * scale - x0
            qy = (a * curves[i, 1] + b * curves[i, 3] + c * curves[i, 5] + d * curves[i, 7]) * scale - y0
            _line(sums, px, py, qx, qy)
            px, py = qx, qy
    for y in range(y1 - y0):
        total = 0.0
        for x in range(x1 - x0):
            total += sums[y, x]
            cover = min(1.0, abs(total)) * color[3]
            if cover > 1e-6:
                for k in range(3):
                    canvas[y0 + y, x0 + x, k] = canvas[y0 + y, x0 + x, k] * (1.0 - cover) + color[k] * cover
                canvas[y0 + y, x0 + x, 3] = canvas[y0 + y, x0 + x, 3] * (1.0 - cover) + cover
