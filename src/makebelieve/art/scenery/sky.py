"""What is above: bands of air that brighten round the sun, stars, moon, clouds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from makebelieve.art.color import RGB, mix
from makebelieve.art.scenery.plane import Plane, bayer, fractal, stepped
from makebelieve.art.scenery.plane import bands as bands_of
from makebelieve.art.tiles.patterns import Chance

Canvas = NDArray[np.uint8]


def paint_sky(
    width: int, height: int, bands: Sequence[RGB], hour: str, rng: Chance, *, stars: bool, lamp: bool, nebula: RGB | None = None
) -> Canvas:
    """RGBA, opaque, repeating sideways. `lamp`: the sun or the moon of the hour is out."""
    unit = height / 180
    y, x = np.arange(height)[:, None], np.arange(width)[None, :]
    last = len(bands) - 1
    value = np.broadcast_to(y / height * 1.16 * last, (height, width))
    place = width * (0.2 + 0.6 * rng.random())
    cy = height * {"day": 0.2, "night": 0.22}.get(hour, 0.5)
    dx = np.abs(x + 0.5 - place)
    dx = np.minimum(dx, width - dx)
    if lamp:
        away = np.hypot(dx, y + 0.5 - cy) / unit
        reach = {"day": 46, "night": 40}.get(hour, 92)
        value = value + {"day": 2.2, "night": 2.0}.get(hour, 3.6) * np.exp(-((away / reach) ** 1.3))
    index = np.clip(bands_of(np.clip(value, 0, last), bayer(x, y), 0.4), 0, last)
    table = np.full((len(bands), 4), 255, np.uint8)
    table[:, :3] = bands
    # four channels at once
    out = table.view(np.uint32)[:, 0][index].view(np.uint8).reshape(height, width, 4)
    if nebula is not None:
        _nebula(out, x, y, nebula, bands, rng)
    if stars:
        _stars(out, bands, unit, rng)
    if lamp:
        _disc(out, away, np.minimum(x + 0.5 - place, 1e9), (y + 0.5 - cy), unit, bands, hour)
    return out


def _nebula(out: Canvas, x: Any, y: Any, color: RGB, bands: Sequence[RGB], rng: Chance) -> None:
    height, width = out.shape[:2]
    cloud = fractal(height, width, max(2, round(3 * width / height)), 3, 4, rng)
    step = stepped(np.clip((cloud - 0.5) * 9, 0, 2.999), x, y, 0.5)
    for k in (1, 2):
        out[step >= k, :3] = mix(bands[len(bands) // 2], color, 0.16 + 0.2 * k)


def _stars(out: Canvas, bands: Sequence[RGB], unit: float, rng: Chance) -> None:
    height, width = out.shape[:2]
    tints: tuple[RGB, ...] = ((255, 250, 232), (206, 222, 255), (255, 226, 196))
    for _ in range(round(width * height / (520 * max(1.0, unit)))):
        x, y = int(rng.integers(0, width)), int(height * 0.78 * rng.random() ** 1.3)
        tint, bright = tints[int(rng.random() * 3)], rng.random()
        out[y, x, :3] = mix(bands[min(len(bands) - 1, int(y / height * len(bands)))], tint, 0.35 + 0.6 * bright)
        if bright > 0.9 and 0 < y < height - 1:
            dim = mix(bands[min(len(bands) - 1, int(y / height * len(bands)))], tint, 0.42)
            for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                out[y + dy, (x + dx) % width, :3] = dim


def _disc(out: Canvas, away: Any, dx: Any, dy: Any, unit: float, bands: Sequence[RGB], hour: str) -> None:
    radius = {"day": 11.0, "night": 12.0}.get(hour, 17.0)
    color: RGB = {"day": (255, 248, 208), "night": (240, 240, 228), "dawn": (255, 240, 196)}.get(hour, (255, 214, 140))
    out[(away < radius * 1.28) & (away >= radius), :3] = mix(bands[4 if hour == "day" else 7], color, 0.42)
    out[away < radius, :3] = color
    if hour == "night":
        shade = mix(color, bands[5], 0.24)
        out[(away < radius) & (np.hypot(dx / unit - 4, dy / unit - 3) > radius * 1.06), :3] = mix(color, (255, 255, 255), 0.4)
        for sx, sy, r in ((-4, -3, 2.8), (3, 3, 2.2), (4, -4, 1.4), (-2, 5, 1.6), (0, -7, 1.2)):
            out[(away < radius) & (np.hypot(dx / unit - sx, dy / unit - sy) < r), :3] = shade
    elif hour == "day":
        out[away < radius * 0.72, :3] = (255, 253, 236)


def clouds(plane: Plane, low: float = 0.1, high: float = 0.52, gap: float = 96) -> None:
    """Heaps of cloud with flat feet, smaller ones and streaks towards the horizon."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap * 0.55, 1.0):
        y, w = plane.height * (0.4 + 0.2 * rng.random()), (20 + 34 * rng.random()) * u
        plane.box(x, y, w, max(1, 1.4 * u), "cloud", 2)
        plane.box(x + 0.2 * w, y - max(1, 1.4 * u), 0.5 * w, max(1, 1.4 * u), "cloud", 3)
    for number, x in enumerate(plane.spread(gap, 0.7)):
        near = number % 2 == 0
        y = plane.height * (low + (high - low) * (0.5 * rng.random() if near else 0.55 + 0.4 * rng.random()))
        size = (9 + 5 * rng.random()) * u * (1.0 if near else 0.55)
        count = 5 + int(rng.random() * 4)
        blobs = []
        for k in range(count):
            f = (k - (count - 1) / 2) / count
            r = size * (1.05 - 1.3 * abs(f)) * (0.75 + 0.5 * rng.random())
            blobs.append((x + f * count * size * 0.72, y - 0.45 * r, r))
            if abs(f) < 0.28:
                blobs.append((x + f * count * size * 0.5, y - 0.95 * r, 0.8 * r))
        plane.mass(blobs, "cloud", leafy=0.0, squash=0.86, floor=y + 0.24 * size)
        wide = count * size * 0.72
        plane.box(x - 0.55 * wide, y + 0.24 * size, 1.05 * wide, max(1, 1.3 * u), "cloud", 0)
        plane.box(x - 0.3 * wide, y + 0.24 * size + max(1, 1.3 * u), 0.7 * wide, max(1, u), "cloud", 1)
