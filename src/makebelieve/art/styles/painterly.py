"""Painted pictures: continuous light over the ramps, then brush strokes that follow the forms; soft, textured, no hard lines.

Strokes in layers from coarse to fine after Aaron Hertzmann, "Painterly Rendering with Curved Brush Strokes of Multiple Sizes" (1998);
here every stroke is straight, keeps to its part, and runs across the slope of the surface.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import to_oklab
from makebelieve.art.ramps import LONGEST
from makebelieve.art.raster.render import Paintbox
from makebelieve.art.styles.curves import blurred
from makebelieve.art.styles.relief import Relief
from makebelieve.kit.kernels import kernel

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Shorts = NDArray[np.int16]

# Strokes of a layer: length, width, spacing in units, opacity.
_LAYERS: Final = ((5.2, 2.1, 1.5, 0.80), (3.2, 1.2, 0.95, 0.72), (1.7, 0.62, 0.60, 0.62))


@kernel
def _hash(x: int, y: int, seed: int) -> int:
    h = (x * 374761393 + y * 668265263 + seed * 2147483647) & 0x7FFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0x7FFFFFFF
    h = ((h ^ (h >> 15)) * 2246822519) & 0x7FFFFFFF
    return h ^ (h >> 14)


@kernel
def noise(x: float, y: float, seed: int) -> float:
    """Value noise, -1 to 1, one lattice cell a unit."""
    ix, iy = math.floor(x), math.floor(y)
    fx, fy = x - ix, y - iy
    fx, fy = fx * fx * (3.0 - 2.0 * fx), fy * fy * (3.0 - 2.0 * fy)
    a = (_hash(ix, iy, seed) & 1023) / 511.5 - 1.0
    b = (_hash(ix + 1, iy, seed) & 1023) / 511.5 - 1.0
    c = (_hash(ix, iy + 1, seed) & 1023) / 511.5 - 1.0
    d = (_hash(ix + 1, iy + 1, seed) & 1023) / 511.5 - 1.0
    return (a + (b - a) * fx) * (1.0 - fy) + (c + (d - c) * fx) * fy


@kernel
def _underpainting(
    material: Shorts,
    normal: Singles,
    value: Singles,
    ramps: Floats,
    places: Floats,
    surfaces: Floats,
    light: Floats,
    scale: float,
    seed: int,
) -> Floats:
    """OKLab of every pixel: the ramp read at the light, warm where it falls, a cool rim where it does not, gleams on metal and gel."""
    height, width = material.shape
    out = np.zeros((height, width, 3))
    hx, hy, hz = light[0], light[1], light[2] + 1.0
    size = math.sqrt(hx * hx + hy * hy + hz * hz)
    hx, hy, hz = hx / size, hy / size, hz / size
    for y in range(height):
        for x in range(width):
            m = material[y, x]
            if m < 0:
                continue
            nx, ny, nz = float(normal[y, x, 0]), float(normal[y, x, 1]), float(normal[y, x, 2])
            u, w = x / scale, y / scale
            grain = 0.6 * noise(u / 3.0, w / 3.0, seed) + 0.4 * noise(u / 1.3, w / 1.3, seed + 1)
            v = float(value[y, x]) + 0.035 * grain
            surface = int(surfaces[m])
            shine = max(0.0, nx * hx + ny * hy + nz * hz)
            if surface == 1:
                v = min(1.0, max(0.0, (v - 0.5) * 1.25 + 0.5 + 0.07 * math.sin(5.0 * ny)))
            elif surface == 2:
                v = 0.16 + 0.72 * v
                if ny < -0.3:
                    v += 0.30 * (-0.3 - ny)
            k = 0
            while k < ramps.shape[1] - 2 and v > places[m, k + 1]:
                k += 1
            span = places[m, k + 1] - places[m, k]
            t = min(1.0, max(0.0, (v - places[m, k]) / span)) if span > 0.0 else 0.0
            t = t * t * (3.0 - 2.0 * t)
            rim = (1.0 - min(1.0, max(0.0, nz))) ** 3 * max(0.0, 0.55 - v) * 0.9
            warm = 0.012 * grain + 0.016 * max(0.0, v - 0.55)
            gleam = (0.30 if surface == 1 else 0.42) * shine ** (28.0 if surface == 1 else 44.0) if surface == 1 or surface == 2 else 0.0
            gleam += 0.05 * shine**12
            for c in range(3):
                out[y, x, c] = ramps[m, k, c] + (ramps[m, k + 1, c] - ramps[m, k, c]) * t
            out[y, x, 0] += (0.72 - out[y, x, 0]) * rim * 0.8 + (0.985 - out[y, x, 0]) * min(1.0, gleam)
            out[y, x, 1] += (-0.015 - out[y, x, 1]) * rim * 0.6 + 0.6 * warm - out[y, x, 1] * min(0.9, gleam)
            out[y, x, 2] += (-0.050 - out[y, x, 2]) * rim * 0.6 + warm - out[y, x, 2] * min(0.9, gleam)
    return out


@kernel
def _strokes(
    out: Floats,
    under: Floats,
    material: Shorts,
    part: Shorts,
    way: Floats,
    scale: float,
    long: float,
    wide: float,
    step: float,
    cover: float,
    seed: int,
) -> None:
    """One layer of brush strokes over `out`, colours from `under`. In place. Lengths are pixels."""
    height, width = material.shape
    rows, columns = int(height / step) + 1, int(width / step) + 1
    for turn in range(rows * columns):
        # every stroke has its place in a shuffled order, so that none lies on all its neighbours
        place = (turn * 7919 + seed) % (rows * columns)
        j, i = place // columns, place % columns
        h = _hash(i, j, seed)
        cx = (i + (h & 255) / 255.0) * step
        cy = (j + ((h >> 8) & 255) / 255.0) * step
        px, py = int(cx), int(cy)
        if not (0 <= px < width and 0 <= py < height) or material[py, px] < 0:
            continue
        m, p = material[py, px], part[py, px]
        angle = way[py, px] + 0.5 * (((h >> 16) & 255) / 255.0 - 0.5)
        dx, dy = math.cos(angle), math.sin(angle)
        shift = 0.046 * (((h >> 4) & 255) / 255.0 - 0.5)
        tint = 0.020 * (((h >> 12) & 255) / 255.0 - 0.5)
        light, a, b = under[py, px, 0] + shift, under[py, px, 1] + 0.5 * tint, under[py, px, 2] + tint
        reach = int(0.5 * long + wide) + 1
        for y in range(max(0, py - reach), min(height, py + reach + 1)):
            for x in range(max(0, px - reach), min(width, px + reach + 1)):
                if part[y, x] != p or material[y, x] != m:
                    continue
                ex, ey = x + 0.5 - cx, y + 0.5 - cy
                along, across = ex * dx + ey * dy, ey * dx - ex * dy
                if abs(along) > 0.5 * long or abs(across) > 0.5 * wide:
                    continue
                end = min(1.0, (0.5 * long - abs(along)) / (0.3 * long))
                side = min(1.0, (0.5 * wide - abs(across)) / max(0.8, 0.25 * wide))
                bristle = 0.76 + 0.24 * noise(across / scale * 5.0 + h % 97, along / scale * 0.5, seed + 5)
                # a stroke fades where the colour beneath is another: shadows and patterns keep their place
                off = abs(under[y, x, 0] - light) + 1.5 * (abs(under[y, x, 1] - a) + abs(under[y, x, 2] - b))
                keep = 1.0 / (1.0 + 52.0 * max(0.0, off - 0.045))
                share = cover * end * side * bristle * keep
                out[y, x, 0] += (light - out[y, x, 0]) * share
                out[y, x, 1] += (a - out[y, x, 1]) * share
                out[y, x, 2] += (b - out[y, x, 2]) * share


@kernel
def _ways(material: Shorts, normal: Singles, scale: float, seed: int) -> Floats:
    """Angle of the brush: across the slope of the surface, wandering where that is flat."""
    height, width = material.shape
    out = np.zeros((height, width))
    for y in range(height):
        for x in range(width):
            if material[y, x] < 0:
                continue
            nx, ny = float(normal[y, x, 0]), -float(normal[y, x, 1])
            drift = 1.2 * noise(x / scale / 7.0, y / scale / 7.0, seed + 3) - 0.7
            steep = min(1.0, 2.0 * math.hypot(nx, ny))
            slope = math.atan2(nx, -ny)
            # angles of strokes repeat after a half turn
            c = steep * math.cos(2.0 * slope) + (1.0 - steep) * math.cos(2.0 * drift)
            s = steep * math.sin(2.0 * slope) + (1.0 - steep) * math.sin(2.0 * drift)
            out[y, x] = 0.5 * math.atan2(s, c)
    return out


@kernel
def _spill(lab: Floats, body: NDArray[np.bool_], reach: int) -> None:
    """Carry colours out over the silhouette's rim, `reach` pixels, for edges that waver. In place."""
    height, width = body.shape
    filled = body.copy()
    for _ in range(reach):
        before = filled.copy()
        for y in range(height):
            for x in range(width):
                if before[y, x]:
                    continue
                count = 0
                for k in range(4):
                    qy, qx = y + (k == 0) - (k == 1), x + (k == 2) - (k == 3)
                    if 0 <= qy < height and 0 <= qx < width and before[qy, qx]:
                        for c in range(3):
                            lab[y, x, c] = (lab[y, x, c] * count + lab[qy, qx, c]) / (count + 1)
                        count += 1
                filled[y, x] = count > 0


@kernel
def _edge(soft: Floats, scale: float, seed: int, waver: float) -> Floats:
    """Opacity from the blurred silhouette: the rim wavers like a loaded brush's."""
    height, width = soft.shape
    out = np.zeros((height, width))
    for y in range(height):
        for x in range(width):
            s = soft[y, x]
            if s <= 0.0:
                continue
            n = 0.65 * noise(x / scale / 0.9, y / scale / 0.9, seed + 7) + 0.35 * noise(x / scale / 0.35, y / scale / 0.35, seed + 8)
            out[y, x] = min(1.0, max(0.0, (s + waver * n - 0.34) / 0.32))
    return out


@kernel
def to_srgb(lab: Floats) -> Floats:
    """OKLab to sRGB 0-1, cut at the gamut."""
    height, width = lab.shape[0], lab.shape[1]
    out = np.zeros((height, width, 3))
    for y in range(height):
        for x in range(width):
            light, a, b = lab[y, x, 0], lab[y, x, 1], lab[y, x, 2]
            long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
            middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
            short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
            rgb = (
                4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
                -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
                -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
            )
            for c in range(3):
                v = min(1.0, max(0.0, rgb[c]))
                out[y, x, c] = 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1.0 / 2.4) - 0.055
    return out


@kernel
def to_oklab_pixels(pixels: Floats) -> Floats:
    """sRGB 0-1 to OKLab."""
    height, width = pixels.shape[0], pixels.shape[1]
    out = np.zeros((height, width, 3))
    line = np.zeros(3)
    for y in range(height):
        for x in range(width):
            for c in range(3):
                v = pixels[y, x, c]
                line[c] = v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
            long = (0.4122214708 * line[0] + 0.5363325363 * line[1] + 0.0514459929 * line[2]) ** (1.0 / 3.0)
            middle = (0.2119034982 * line[0] + 0.6806995451 * line[1] + 0.1073969566 * line[2]) ** (1.0 / 3.0)
            short = (0.0883024619 * line[0] + 0.2817188376 * line[1] + 0.6299787005 * line[2]) ** (1.0 / 3.0)
            out[y, x, 0] = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
            out[y, x, 1] = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
            out[y, x, 2] = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return out


def _read_ramps(box: Paintbox) -> tuple[Floats, Floats]:
    """Ramps in OKLab, and the light at which each tone is pure."""
    count = len(box.ramps)
    ramps, places = np.zeros((count, LONGEST, 3)), np.zeros((count, LONGEST))
    for m in range(count):
        ramps[m] = [to_oklab((int(r), int(g), int(b))) for r, g, b in box.ramps[m]]
        edges = [0.02, *(float(edge) for edge in box.thresholds[m] if edge < 2.0), 1.0]
        middles = [(a + b) / 2 for a, b in pairwise(edges)]
        places[m] = (middles + [1.0 + 0.1 * k for k in range(LONGEST)])[:LONGEST]
    return ramps, places


def _creases(relief: Relief) -> Floats:
    """0-1: how near a pixel is to a step in depth behind another part."""
    edge = np.zeros(relief.shape)
    for axis in (0, 1):
        for way in (1, -1):
            other, far = np.roll(relief.part, way, axis), np.roll(relief.depth, way, axis)
            there = np.roll(relief.material, way, axis) >= 0
            step = np.where((relief.material >= 0) & there & (other != relief.part), far - relief.depth, 0.0)
            edge = np.maximum(edge, np.clip((step - 0.6) / 2.5, 0.0, 1.0))
    return np.minimum(1.0, 2.4 * blurred(edge, max(0.7, 0.34 * relief.scale)))


def _brushed(under: Floats, material: Shorts, part: Shorts, normal: Singles, scale: float, seed: int) -> Floats:
    """The underpainting (OKLab) with all layers of strokes over it."""
    out = under.copy()
    way = _ways(material, normal, scale, seed)
    for layer, (long, wide, step, cover) in enumerate(_LAYERS):
        sizes = (max(3.0, long * scale), max(1.6, wide * scale), max(1.6, step * scale))
        _strokes(out, under, material, part, way, scale, *sizes, cover, seed + 101 * layer)
    return out


def brushed(lab: Floats, material: Shorts, part: Shorts, normal: Singles, scale: float, seed: int) -> Floats:
    """A picture in OKLab painted over, as sRGB 0-1. `normal` steers the brush, `scale` is pixels a unit, the measure of its strokes."""
    out = _brushed(lab, material, part, normal, scale, seed)
    _spill(out, material >= 0, 3)
    return to_srgb(out)


def painted(relief: Relief, box: Paintbox, seed: int, *, outline: str) -> Floats:
    """Straight RGBA 0-1 of the relief at its own size."""
    ramps, places = _read_ramps(box)
    under = _underpainting(relief.material, relief.normal, relief.value, ramps, places, box.surfaces, relief.light, relief.scale, seed)
    inner = np.array([to_oklab((int(r), int(g), int(b))) for r, g, b in box.lines[:, 2]])
    outer = np.array([to_oklab((int(r), int(g), int(b))) for r, g, b in box.lines[:, 0]])
    body = relief.material >= 0
    chosen = np.where(body, relief.material, 0)
    dark = (0.55 * _creases(relief) * body)[..., None]
    under += (inner[chosen] - under) * dark
    soft = blurred(body.astype(float), max(0.8, 0.16 * relief.scale))
    if outline != "none":
        wide = blurred(body.astype(float), max(1.0, 0.5 * relief.scale))
        shade = np.clip(1.15 - relief.value, 0.25, 1.0) if outline == "color" else np.ones(relief.shape)
        rim = np.clip((0.92 - wide) / 0.45, 0.0, 1.0) * shade * (0.75 if outline == "color" else 0.95) * body
        under += (outer[chosen] - under) * rim[..., None]
    out = _brushed(under, relief.material, relief.part, relief.normal, relief.scale, seed)
    for mask, ink in relief.marks:
        share = blurred(mask.astype(float), max(0.6, 0.12 * relief.scale))[..., None]
        out += (np.array(to_oklab(ink)) - out) * share
    _spill(out, body, 3)
    alpha = _edge(soft, relief.scale, seed, 0.16)
    return np.dstack([to_srgb(out), alpha])
