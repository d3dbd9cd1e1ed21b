"""What grows on a layer: woods, palms, jungle, dead trees, cacti, flowers, what sways under water. Each stands along a line of ground, y (width,)."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from makebelieve.art.scenery.plane import Field, Plane, fractal


def _foot(ground: Field, x: float) -> float:
    return float(ground[round(x) % len(ground)])


def earth(plane: Plane, ground: Field, material: str = "grass", *, rough: bool = True) -> None:
    """The ground itself: a lit rim, patches of shade below."""
    u = plane.unit
    start = min(plane.height - 1, max(0, int(ground.min())))
    deep = plane.y[start:] - ground[None, :]
    light = 2.5 - deep / (17 * u)
    if rough:
        light = light + 1.5 * (fractal(len(deep), plane.width, round(plane.width / (16 * u)), len(deep) / (6 * u), 2, plane.rng) - 0.5)
    tone = plane.stepped(np.clip(light, 0.6, 2.9), 0.3, start)
    if rough:
        # a few blades catch the light
        blade = (plane.rng.random(deep.shape) > 0.985) & (deep > 2)
        tone = np.where(blade | np.roll(blade, 1, 0), np.minimum(tone + 1, 3), tone)
    plane.below(ground, material, tone, plane.px(1.4))


def tufts(plane: Plane, ground: Field, material: str = "grass", gap: float = 9, height: float = 4) -> None:
    """Blades of grass along the rim."""
    for x in plane.spread(gap, 1.0):
        y, tall = _foot(ground, x), height * plane.unit * (0.5 + 0.7 * plane.rng.random())
        for lean in (-0.55, 0.0, 0.5):
            plane.stroke(
                x + 2 * lean * plane.unit, y + 1, x + lean * tall, y - tall * (1 - 0.3 * abs(lean)), 1, material, 3 if lean < 0 else 2
            )


def trees(
    plane: Plane, ground: Field, gap: float = 24, height: float = 40, *, leaf: str = "leaf", trunk: str = "trunk", fruit: str | None = None
) -> None:
    """Broadleaved trees of several builds."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        y, tall = _foot(ground, x) + u, height * u * (0.7 + 0.5 * rng.random())
        r, lean = tall * (0.24 + 0.08 * rng.random()), (rng.random() - 0.5) * 0.16 * tall
        plane.stroke(x, y + u, x + lean, y - 0.6 * tall, 0.1 * tall, trunk, 2, 0.055 * tall)
        for side in (-1, 1):
            plane.stroke(x + 0.6 * lean, y - 0.4 * tall, x + lean + side * 0.7 * r, y - 0.66 * tall, 0.04 * tall, trunk, 1, 1)
        top = y - 0.72 * tall
        count = 6 + int(3 * rng.random())
        blobs = [(x + lean, top, 0.8 * r)]
        for i in range(count):
            angle = 2 * math.pi * (i + 0.5 * rng.random()) / count
            blobs.append((x + lean + math.cos(angle) * r * 0.95, top + math.sin(angle) * r * 0.62, r * (0.46 + 0.2 * rng.random())))
        plane.mass(blobs, leaf)
        if fruit is not None and rng.random() < 0.5:
            for _ in range(5):
                plane.ellipse(
                    x + lean + (rng.random() - 0.5) * 1.5 * r,
                    top + (rng.random() - 0.4) * r,
                    max(0.9, 1.2 * u),
                    max(0.9, 1.2 * u),
                    fruit,
                    3,
                    flat=True,
                )


def pines(
    plane: Plane, ground: Field, gap: float = 13, height: float = 44, *, leaf: str = "needle", trunk: str = "trunk", snow: str | None = None
) -> None:
    """Conifers: tiers with drooping tips, lit on the left, snow on their shoulders where it lies."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.0):
        y, tall = _foot(ground, x) + u, height * u * (0.55 + 0.6 * rng.random())
        plane.box(x - 0.03 * tall, y - 0.16 * tall, 0.07 * tall, 0.2 * tall, trunk, 1)
        half, tiers = tall * (0.21 + 0.05 * rng.random()), max(3, round(tall / (7 * u)))
        phase = rng.random()

        def shade(
            px: Field,
            py: Field,
            x: float = x,
            y: float = y,
            tall: float = tall,
            half: float = half,
            tiers: int = tiers,
            phase: float = phase,
        ) -> Field:
            down = (py - (y - tall)) / (0.88 * tall)
            step = down * tiers
            inner = step - np.floor(step)
            reach = half * (down * 0.72 + 0.34 * inner * (0.35 + down)) + 0.4
            off = (px - x) / np.maximum(0.5, reach)
            droop = inner + 0.25 * np.sin(off * 7 + np.floor(step) * 2.4 + 6 * phase)
            tone = np.where(droop < 0.3, 1, 2) + np.where(off < -0.25, 1, 0) - np.where(off > 0.35, 1, 0)
            return np.where((np.abs(off) <= 1) & (down >= 0) & (down <= 1), np.clip(tone, 0, 4), -1)

        plane.shape(x - half - 1, y - tall, x + half + 1, y, shade, leaf)
        if snow is not None:

            def lies(px: Field, py: Field, x: float = x, y: float = y, tall: float = tall, half: float = half, tiers: int = tiers) -> Field:
                down = (py - (y - tall)) / (0.88 * tall)
                step = down * tiers
                inner = step - np.floor(step)
                reach = half * (down * 0.72 + 0.34 * inner * (0.35 + down)) + 0.4
                off = (px - x) / np.maximum(0.5, reach)
                heavy = (inner > 0.52) & (inner < 0.86) & (off < 0.25 + 0.3 * np.sin(np.floor(step) * 3)) & (np.abs(off) <= 1)
                return np.where((heavy | (down < 0.12)) & (np.abs(off) <= 1) & (down >= 0) & (down <= 1), np.where(off < -0.3, 4, 3), -1)

            plane.shape(x - half - 1, y - tall, x + half + 1, y, lies, snow)


def palms(plane: Plane, ground: Field, gap: float = 58, height: float = 62, *, leaf: str = "leaf", trunk: str = "trunk") -> None:
    """Bent trunks with rings, feathered fronds, nuts."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        y, tall = _foot(ground, x) + u, height * u * (0.65 + 0.5 * rng.random())
        bend = (rng.random() - 0.5) * 0.6 * tall
        parts = max(6, round(tall / (5 * u)))
        spine = [(x + bend * (i / parts) ** 2, y - tall * i / parts) for i in range(parts + 1)]
        for i, ((ax, ay), (bx, by)) in enumerate(pairwise(spine)):
            wide = (4.2 - 2 * i / parts) * u
            plane.stroke(ax, ay, bx, by, wide, trunk, 2)
            if u >= 0.6:
                plane.box(ax - wide / 2, ay, wide, max(1, 0.8 * u), trunk, 1)
        cx, cy = spine[-1]
        for i in (0, 8, 1, 7, 2, 6, 3, 5, 4):
            angle = math.pi * (1.02 + 0.96 * i / 8) + 0.12 * (rng.random() - 0.5)
            long, droop = tall * (0.3 + 0.1 * rng.random()), 0.22 * tall
            px, py = cx, cy
            steps = 7
            for k in range(1, steps + 1):
                f = k / steps
                qx, qy = cx + math.cos(angle) * long * f, cy + math.sin(angle) * long * 0.75 * f + droop * f * f
                tone = 3 if i < 4 else 2
                plane.stroke(px, py, qx, qy, max(1.2, 3.4 * u * (1.15 - f)), leaf, tone)
                if k > 1:
                    plane.stroke(
                        qx, qy, qx - math.cos(angle) * 2 * u, qy + (6.4 - 4 * f) * u, max(1.0, 1.4 * u * (1.2 - f)), leaf, tone - 1, 1
                    )
                px, py = qx, qy
        for dx in (-1.6, 1.2):
            plane.ellipse(cx + dx * u, cy + 2 * u, 1.7 * u, 1.7 * u, trunk, 1)


def canopy(plane: Plane, ground: Field, gap: float = 11, size: float = 11, *, leaf: str = "leaf", dim: float = 0.0) -> None:
    """Undergrowth: overlapping bushes along the line."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        y, r = _foot(ground, x), size * u * (0.6 + 0.6 * rng.random())
        plane.mass([(x, y, r), (x - 0.7 * r, y + 0.3 * r, 0.66 * r), (x + 0.75 * r, y + 0.35 * r, 0.62 * r)], leaf, squash=0.85, dim=dim)
    plane.below(ground + 3 * u, leaf, 1)


def giants(plane: Plane, ground: Field, gap: float = 74, *, leaf: str = "leaf", trunk: str = "trunk") -> None:
    """Trunks that reach out of the picture, with roots, creepers and a roof of leaves."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.8):
        y, wide = _foot(ground, x), (7 + 6 * rng.random()) * u
        plane.stroke(x, y + 2 * u, x + (rng.random() - 0.5) * 14 * u, -4, 1.25 * wide, trunk, 2, 0.9 * wide)
        for side in (-1, 1):
            plane.stroke(
                x + side * 0.4 * wide, y - 14 * u, x + side * 1.5 * wide, y + 3 * u, 0.5 * wide, trunk, 1 if side > 0 else 2, 0.2 * wide
            )
    for x in plane.spread(20, 1.0):
        r = (12 + 9 * rng.random()) * u
        plane.mass([(x, 0.1 * r, r), (x - 0.8 * r, 0, 0.8 * r), (x + 0.8 * r, 0, 0.75 * r)], leaf, squash=0.7, dim=0.8)


def vines(plane: Plane, gap: float = 26, length: float = 54, *, leaf: str = "leaf") -> None:
    """Creepers hanging from above."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.4):
        long, sway = length * u * (0.3 + 0.8 * rng.random()), rng.random() * 6
        for k in range(max(2, round(long / max(1.0, 2 * u)))):
            y = 2 * u * k
            px = x + math.sin(y / (9 * u) + sway) * 2.2 * u
            plane.box(px, y, max(1, 0.9 * u), 2 * u + 1, leaf, 1)
            if k % 3 == 1:
                side = -1 if k % 2 else 1
                plane.ellipse(px + side * 1.8 * u, y, max(1.0, 1.9 * u), max(0.8, 1.2 * u), leaf, 2 + (side < 0))


def deadwood(plane: Plane, ground: Field, gap: float = 48, height: float = 46, *, bark: str = "bark", moss: str | None = None) -> None:
    """Bare, crooked trees."""
    u, rng = plane.unit, plane.rng

    def branch(x: float, y: float, angle: float, long: float, thick: float, left: int) -> None:
        bx, by = x + math.cos(angle) * long, y + math.sin(angle) * long
        plane.stroke(x, y, bx, by, thick, bark, 2, max(1.0, 0.66 * thick))
        if moss is not None and left in (1, 2) and rng.random() < 0.5:
            for k in range(3):
                plane.box((x + bx) / 2 + k * 2 * u, (y + by) / 2, 1, (4 + 6 * rng.random()) * u, moss, 2)
        if left == 0:
            return
        for turn in (-0.32 - 0.4 * rng.random(), 0.3 + 0.45 * rng.random()):
            branch(bx, by, angle + turn, long * (0.6 + 0.16 * rng.random()), max(1.0, 0.62 * thick), left - 1)

    for x in plane.spread(gap, 1.0):
        tall = height * u * (0.75 + 0.45 * rng.random())
        y, lean = _foot(ground, x), (rng.random() - 0.5) * 0.5
        for side in (-1.0, 1.0):
            plane.stroke(x, y - 0.16 * tall, x + side * 0.12 * tall, y + 2 * u, 0.05 * tall, bark, 1, 1)
        branch(x, y + u, -math.pi / 2 + lean, 0.38 * tall, 0.12 * tall, 4)


def cacti(plane: Plane, ground: Field, gap: float = 62, height: float = 30, *, leaf: str = "cactus") -> None:
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.2):
        y, tall = _foot(ground, x) + u, height * u * (0.55 + 0.6 * rng.random())
        w = max(1.5, 0.17 * tall)
        plane.stroke(x, y, x, y - tall + w / 2, w, leaf, 2)
        for side in (-1, 1):
            if rng.random() < 0.8:
                at, rise = y - tall * (0.36 + 0.2 * rng.random()), tall * (0.24 + 0.16 * rng.random())
                plane.stroke(x, at, x + side * 1.7 * w, at, 0.72 * w, leaf, 2)
                plane.stroke(x + side * 1.7 * w, at, x + side * 1.7 * w, at - rise, 0.74 * w, leaf, 2)
        for k in range(max(2, round(tall / (5 * u)))):
            plane.box(x + (k % 2) * 0.3 * w, y - 3 * u - k * 5 * u, 1, max(1, u), leaf, 4)


def flowers(
    plane: Plane,
    ground: Field,
    gap: float = 11,
    height: float = 13,
    *,
    stem: str = "leaf",
    petals: tuple[str, ...] = ("petal", "petal2", "petal3"),
) -> None:
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.2):
        y, tall = _foot(ground, x) + u, height * u * (0.5 + 0.7 * rng.random())
        tint = petals[int(rng.random() * len(petals))]
        plane.stroke(x, y, x + (rng.random() - 0.5) * 2 * u, y - tall, 1, stem, 1)
        plane.stroke(x, y - 0.3 * tall, x + 2.4 * u, y - 0.52 * tall, 1, stem, 3)
        r = max(1.0, 1.5 * u)
        for k in range(5):
            a = 2 * math.pi * k / 5 + 0.3
            plane.ellipse(x + math.cos(a) * 1.5 * r, y - tall + math.sin(a) * 1.5 * r, r, r, tint, 3 if math.sin(a) < 0.3 else 2, flat=True)
        plane.ellipse(x, y - tall, 0.8 * r, 0.8 * r, petals[-1], 4, flat=True)


def mushrooms(plane: Plane, ground: Field, gap: float = 46, height: float = 16, *, cap: str = "shroom", stem: str = "bone") -> None:
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.3):
        y, tall = _foot(ground, x) + u, height * u * (0.5 + 0.8 * rng.random())
        half = 0.5 * tall
        plane.stroke(x, y, x, y - 0.7 * tall, 0.2 * tall, stem, 2)

        def dome(px: Field, py: Field, x: float = x, y: float = y, tall: float = tall, half: float = half) -> Field:
            nx, ny = (px - x) / half, (py - (y - 0.62 * tall)) / (0.45 * tall)
            tone = np.where(nx < -0.25, 3, np.where(nx > 0.4, 1, 2)) - (ny > -0.18)
            return np.where((nx * nx + ny * ny <= 1) & (ny <= 0), np.clip(tone, 0, 4), -1)

        plane.shape(x - half, y - 1.1 * tall, x + half, y - 0.55 * tall, dome, cap)
        for dx, dy in ((-0.3, 0.8), (0.2, 0.9), (0.1, 0.72)):
            plane.ellipse(x + dx * tall, y - dy * tall, max(0.7, 0.06 * tall), max(0.7, 0.05 * tall), stem, 4, flat=True)


def reeds(plane: Plane, ground: Field, gap: float = 7, height: float = 18, *, leaf: str = "reed", head: str | None = "trunk") -> None:
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.4):
        if rng.random() < 0.35:
            continue
        y, tall = _foot(ground, x) + 2 * u, height * u * (0.5 + 0.8 * rng.random())
        lean = (rng.random() - 0.4) * 0.3 * tall
        plane.stroke(x, y, x + lean, y - tall, max(1.0, 1.1 * u), leaf, 2 + int(rng.random() < 0.4), 1)
        if head is not None and rng.random() < 0.4:
            plane.stroke(x + lean, y - tall, x + 0.9 * lean, y - tall + 4 * u, max(1.0, 2 * u), head, 2)


def kelp(plane: Plane, ground: Field, gap: float = 15, height: float = 70, *, leaf: str = "kelp") -> None:
    """Ribbons that sway, with leaves on both sides."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.4):
        y, tall, sway = _foot(ground, x) + 2 * u, height * u * (0.35 + 0.8 * rng.random()), rng.random() * 6
        for k in range(max(3, round(tall / max(1.0, 1.5 * u)))):
            py = y - k * 1.5 * u
            px = x + math.sin(k / 7 + sway) * 3 * u * (k * 1.5 * u / tall + 0.2)
            plane.box(px, py, max(1, 1.6 * u), 1.5 * u + 1, leaf, 2)
            if k % 4 == 2:
                side = 1 if k % 8 == 2 else -1
                plane.stroke(px, py, px + side * 5 * u, py - 2.6 * u, max(1.0, 1.8 * u), leaf, 3 if side < 0 else 1, 1)


def corals(
    plane: Plane, ground: Field, gap: float = 30, height: float = 24, *, tints: tuple[str, ...] = ("coral", "coral2", "coral3")
) -> None:
    """Fans, brains and tubes."""
    u, rng = plane.unit, plane.rng

    def fork(x: float, y: float, angle: float, long: float, thick: float, left: int, tint: str) -> None:
        bx, by = x + math.cos(angle) * long, y + math.sin(angle) * long
        plane.stroke(x, y, bx, by, thick, tint, 2)
        if left:
            for turn in (-0.5, 0.1 * rng.random(), 0.5):
                fork(bx, by, angle + turn + 0.2 * (rng.random() - 0.5), 0.66 * long, max(1.0, 0.75 * thick), left - 1, tint)

    for x in plane.spread(gap, 1.2):
        y, tall, tint = _foot(ground, x) + 2 * u, height * u * (0.55 + 0.7 * rng.random()), tints[int(rng.random() * len(tints))]
        build = rng.random()
        if build < 0.45:
            fork(x, y, -math.pi / 2, 0.38 * tall, 0.12 * tall, 3, tint)
        elif build < 0.7:
            plane.mass([(x, y - 0.2 * tall, 0.42 * tall), (x + 0.4 * tall, y, 0.3 * tall)], tint, leafy=1.4, squash=0.8, floor=y + 1)
        else:
            for k in range(4):
                dx, long = (k - 1.5) * 0.17 * tall, tall * (0.45 + 0.4 * rng.random())
                plane.stroke(x + dx, y, x + 1.5 * dx, y - long, 0.15 * tall, tint, 2)
                plane.ellipse(x + 1.5 * dx, y - long, 0.085 * tall, 0.04 * tall, tint, 0, flat=True)
