"""Vaults and dungeons: dressed stone, arches on columns, what hangs on their walls and stands along their floors."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery.plane import Field, Plane, periodic


def _even(plane: Plane, gap: float) -> list[float]:
    """Places exactly alike apart: what a builder would do."""
    return plane.spread(gap, 0.0)


def masonry(plane: Plane, *, stone: str = "stone", course: float = 10, block: float = 21) -> None:
    """A wall of dressed stone: joints, worn and mossy blocks, darker towards floor and roof."""
    u, rng = plane.unit, plane.rng
    rows = max(3, round(plane.height / (course * u)))
    row = plane.y * rows // plane.height
    count = max(2, round(plane.width / (block * u)))
    shift = rng.random(rows)
    place = plane.x * count / plane.width + shift[row]
    column = np.floor(place).astype(np.int64) % count
    jitter = rng.random((rows, count))[row, column]
    edge_y = (plane.y - row * plane.height // rows) < max(1, round(0.9 * u))
    edge_x = (place - np.floor(place)) * plane.width / count < max(1.0, 0.9 * u)
    lit = ((plane.y - row * plane.height // rows) < max(2, round(2 * u))) & ~edge_y
    wave = periodic(plane.height, plane.width, max(2, round(plane.width / (60 * u))), 4, rng)
    tone = np.clip(np.round(1.15 + 1.4 * (jitter - 0.5) + 1.5 * (wave - 0.5)), 0, 3) + lit * (jitter > 0.4)
    tone = np.where(edge_x | edge_y, 0, np.clip(tone, 1, 4))
    plane.ink = (plane.code(stone) + tone).astype(np.uint8)


def vault(plane: Plane, gap: float = 104, *, stone: str = "stone", arched: bool = True) -> None:
    """Columns with base and capital, arches from one to the next."""
    u, h = plane.unit, plane.height
    places = _even(plane, gap)
    pitch = plane.width / len(places)
    spring, w = 50 * u, 15 * u
    if arched:
        for x in places:
            cx, r = x + w / 2 + pitch / 2, (pitch - w) / 2

            def arch(px: Field, py: Field, cx: float = cx, r: float = r) -> Field:
                ny = (py - spring) / max(1.0, spring * 0.8)
                away = np.hypot((px - cx) / r, ny)
                angle = np.arctan2(ny, (px - cx) / r)
                joint = np.floor(angle * 7) % 2
                ring = away < 1.0 + 8 * u / r
                tone = np.where(ring, np.where(away < 1 + 1.6 * u / r, 0, 2 + joint), 1)
                return np.where((away >= 1) & (py <= spring + 1), tone, -1)

            plane.shape(cx - pitch / 2, 0, cx + pitch / 2, spring + 1, arch, stone)
    for x in places:
        plane.block(x, spring if arched else 0, w, h, stone, 2)
        for k in range(int(h / (13 * u))):
            plane.box(x, spring + 13 * k * u, w, max(1, 0.8 * u), stone, 1)
            plane.box(x, spring + (13 * k + 1) * u, 0.7 * w, max(1, 0.8 * u), stone, 3)
        plane.block(x - 3 * u, spring - 2 * u, w + 6 * u, 6 * u, stone, 3)
        plane.block(x - 1.6 * u, spring + 4 * u, w + 3.2 * u, 3 * u, stone, 2)
        plane.block(x - 3 * u, h - 24 * u, w + 6 * u, 24 * u, stone, 2)
        plane.box(x - 3 * u, h - 24 * u, w + 6 * u, max(1, 1.4 * u), stone, 4)


def fittings(plane: Plane, gap: float = 104, shift: float = 36) -> None:
    """Torches, banners, barred windows, chains and shields on the wall between the columns."""
    u, rng = plane.unit, plane.rng
    for number, at in enumerate(_even(plane, gap)):
        x = at + shift * u
        kind = number % 4
        if kind in (0, 2):
            for side in (0, 36):
                tx = x + side * u
                plane.box(tx, 96 * u, 3 * u, 12 * u, "wood", 2)
                plane.box(tx - 1.6 * u, 95 * u, 6 * u, 3 * u, "iron", 2)
                plane.gable(tx + 1.5 * u, 95 * u, 4 * u, 13 * u, "fire", 2)
                plane.gable(tx + 1.5 * u, 95 * u, 2.2 * u, 7 * u, "fire", 4)
                plane.glow(tx + 1.5 * u, 90 * u, 76 * u)
            plane.box(x + 9 * u, 66 * u, 20 * u, 2 * u, "brass", 2)

            def cloth(px: Field, py: Field, x: float = x) -> Field:
                tail = np.abs(px - (x + 19 * u)) * 0.7
                fold = np.sin((px - x) / (2.2 * u))
                mark = np.hypot((px - x - 19 * u), (py - 84 * u)) < 4.4 * u
                tone = np.where(mark, 4, np.where(fold > 0.5, 3, np.where(fold < -0.5, 1, 2)))
                return np.where(py < 108 * u + tail - 6 * u, tone, -1)

            plane.shape(x + 10.5 * u, 68 * u, x + 27.5 * u, 116 * u, cloth, "cloth")
        elif kind == 1:
            plane.box(x + 6 * u, 72 * u, 26 * u, 34 * u, "stone", 0)
            plane.box(x + 8 * u, 74 * u, 22 * u, 30 * u, "pane", 1)
            for k in range(4):
                plane.block(x + (10 + 5.4 * k) * u, 74 * u, 1.8 * u, 30 * u, "iron", 2)
            plane.box(x + 8 * u, 88 * u, 22 * u, 2 * u, "iron", 2)
            plane.box(x + 4 * u, 106 * u, 30 * u, 4 * u, "stone", 3)
        else:
            for k in range(2):
                cx = x + (9 + 20 * k) * u
                long = int(7 + 5 * rng.random())
                for j in range(long):
                    plane.ellipse(cx + 1.5 * u, (66 + 4 * j) * u, 1.6 * u, 2.2 * u, "iron", 3 if j % 2 else 1, flat=True)
                plane.ellipse(cx + 1.5 * u, (68 + 4 * long) * u, 4 * u, 3 * u, "iron", 2)
            plane.ellipse(x + 19 * u, 82 * u, 8 * u, 9 * u, "iron", 2)
            plane.ellipse(x + 19 * u, 82 * u, 5.4 * u, 6.4 * u, "cloth", 2)


def stores(plane: Plane, gap: float = 74) -> None:
    """Barrels, crates, bones and rubble along the floor of a vault."""
    u, rng, h = plane.unit, plane.rng, plane.height
    plane.below(plane.line(7, 11, 9, 4), "stone", 1, plane.px(1.2))
    for x in plane.spread(gap, 0.9):
        base, kind = h - 7 * u, int(rng.random() * 4)
        if kind == 0:
            for k in range(2):

                def barrel(px: Field, py: Field, cx: float = x + 17 * k * u, base: float = base) -> Field:
                    down = (py - (base - 20 * u)) / (20 * u)
                    half = 7 * u * (0.84 + 0.64 * down * (1 - down))
                    off = (px - cx) / half
                    hoop = (np.abs(down - 0.2) < 0.06) | (np.abs(down - 0.8) < 0.06)
                    tone = np.where(off < -0.4, 3, np.where(off > 0.4, 1, 2)) - 1 * hoop
                    return np.where(np.abs(off) <= 1, np.clip(tone, 0, 4), -1)

                plane.shape(x + (17 * k - 9) * u, base - 20 * u, x + (17 * k + 9) * u, base, barrel, "wood")
        elif kind == 1:
            for dx, dy in ((0, 0), (15, 0), (7, 14)):
                plane.block(x + dx * u, base - (14 + dy) * u, 14 * u, 14 * u, "wood", 2)
                plane.stroke(x + (dx + 2) * u, base - (2 + dy) * u, x + (dx + 12) * u, base - (12 + dy) * u, max(1.0, 1.6 * u), "wood", 1)
        elif kind == 2:
            plane.ellipse(x, base - 4 * u, 4.4 * u, 4 * u, "bone", 2)
            plane.box(x - 2.4 * u, base - 5 * u, 1.8 * u, 1.8 * u, "stone", 0)
            plane.box(x + u, base - 5 * u, 1.8 * u, 1.8 * u, "stone", 0)
            plane.stroke(x + 7 * u, base - 2 * u, x + 18 * u, base - 3 * u, 2 * u, "bone", 2)
            for k in range(4):
                plane.stroke(x + (22 + 3 * k) * u, base, x + (21 + 3 * k) * u, base - 7 * u, max(1.0, u), "bone", 2)
        else:
            for k in range(5):
                plane.gable(x + k * 6 * u, base + u, 5 * u, (3 + 6 * rng.random()) * u, "stone", 2)
