"""Places with walls: studies and laboratories. The back wall is opaque; furniture passes before it."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery.plane import Field, Plane


def _even(plane: Plane, gap: float) -> list[float]:
    """Places exactly alike apart: what a builder would do."""
    return plane.spread(gap, 0.0)


def papered(plane: Plane, *, wall: str = "wall", wood: str = "wood") -> None:
    """Wallpaper in stripes with a sprig, a cornice, panelling, boards."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code(wall) + 2
    count = max(2, 2 * round(plane.width / (20 * u)) // 2)
    stripe = (plane.x[0] * count // plane.width) % 2 == 0
    plane.ink[:, stripe] = plane.code(wall) + 3
    for i in range(count):
        x = (i + 0.5) * plane.width / count
        for k in range(int(h / (16 * u))):
            plane.box(x - 0.5 * u, (10 + 16 * k + 8 * (i % 2)) * u, max(1, u), 3 * u, wall, 1)
            plane.box(x - 1.5 * u, (11 + 16 * k + 8 * (i % 2)) * u, 3 * u, max(1, u), wall, 4 if i % 2 else 1)
    plane.box(0, 0, plane.width, 7 * u, wood, 2)
    plane.box(0, 5 * u, plane.width, max(1, u), wood, 4)
    plane.box(0, 7 * u, plane.width, max(1, 1.5 * u), wood, 0)
    rail = h - 62 * u
    plane.box(0, rail, plane.width, h - rail, wood, 2)
    plane.box(0, rail, plane.width, 3 * u, wood, 3)
    plane.box(0, rail, plane.width, max(1, u), wood, 4)
    plane.box(0, rail + 3 * u, plane.width, max(1, u), wood, 0)
    for x in _even(plane, 26):
        plane.box(x + 3 * u, rail + 8 * u, 20 * u, 26 * u, wood, 1)
        plane.box(x + 4 * u, rail + 9 * u, 19 * u, 25 * u, wood, 3)
        plane.box(x + 5 * u, rail + 10 * u, 17 * u, 23 * u, wood, 2)
    floor = h - 22 * u
    plane.box(0, floor, plane.width, 22 * u, wood, 1)
    plane.box(0, floor - 5 * u, plane.width, 4 * u, wood, 3)
    plane.box(0, floor, plane.width, max(1, u), wood, 0)
    for k, y in enumerate((4, 9, 15)):
        plane.box(0, floor + y * u, plane.width, max(1, 0.7 * u), wood, 0)
        for x in plane.spread(40, 0.9):
            plane.box(x, floor + y * u, max(1, 0.7 * u), (5 + k) * u, wood, 0)


def windows(plane: Plane, gap: float = 128, *, frame: str = "wood", curtain: str | None = "curtain", round_: bool = False) -> None:
    """Tall windows: sky with clouds in them, bars, curtains, a sill; their light lies on the floor."""
    u, h = plane.unit, plane.height
    for x in _even(plane, gap):
        w, top, tall = 40 * u, 22 * u, 78 * u
        plane.glow(x + w / 2, top + tall / 2, 64 * u, 0.4)
        plane.box(x - 3 * u, top - 3 * u, w + 6 * u, tall + 6 * u, frame, 1)
        plane.box(x - 2 * u, top - 2 * u, w + 4 * u, tall + 4 * u, frame, 3)
        sky = np.clip(np.round(1.2 + 2.4 * np.linspace(0, 1, max(1, round(tall)))), 0, 4).astype(np.int64)
        plane.paint(round(x), round(top), np.repeat(sky[:, None], max(1, round(w)), 1), "pane")
        for cx, cy in ((0.3, 0.62), (0.72, 0.38)):
            for k in range(3):
                plane.ellipse(x + cx * w + (k - 1) * 5 * u, top + cy * tall - (k == 1) * 2 * u, 5 * u, 3 * u, "pane", 4, flat=True)
        if round_:

            def corner(px: Field, py: Field, x: float = x, w: float = w, top: float = top) -> Field:
                return np.where(np.hypot((px - x - w / 2), (py - top - w / 2)) > w / 2, 2, -1)

            plane.shape(x, top, x + w, top + w / 2, corner, frame)
        for f in (0.5,) if not round_ else (0.33, 0.66):
            plane.box(x + f * w - u, top, 2 * u, tall, frame, 3)
        for f in (0.34, 0.67):
            plane.box(x, top + f * tall - u, w, 2 * u, frame, 3)
        plane.box(x - 5 * u, top + tall + 2 * u, w + 10 * u, 4 * u, frame, 3)
        plane.box(x - 5 * u, top + tall + 6 * u, w + 10 * u, max(1, u), frame, 0)
        if curtain is not None:
            plane.box(x - 13 * u, top - 8 * u, w + 26 * u, 2 * u, "brass", 3)
            for side in (-1, 1):

                def drape(
                    px: Field, py: Field, x: float = x, w: float = w, top: float = top, tall: float = tall, side: int = side
                ) -> Field:
                    down = (py - top + 6 * u) / (tall + 20 * u)
                    reach = 15 * u * (1 - 0.5 * np.exp(-(((down - 0.62) / 0.16) ** 2)))
                    off = (px - (x - 10 * u)) if side < 0 else ((x + w + 10 * u) - px)
                    fold = np.sin(off / (1.6 * u) + 1.2 * down)
                    tone = np.where(fold > 0.45, 3, np.where(fold < -0.4, 1, 2)) - (side > 0)
                    return np.where((off >= 0) & (off <= reach) & (down <= 1), np.clip(tone, 0, 4), -1)

                left = x - 10 * u if side < 0 else x + w - 6 * u
                plane.shape(left, top - 6 * u, left + 17 * u, top + tall + 14 * u, drape, curtain)
        shaft = h - 22 * u
        for k in range(2):

            def patch(px: Field, py: Field, middle: float = x + (0.27 + 0.46 * k) * w, shaft: float = shaft) -> Field:
                return np.where((np.abs(px - middle + (py - shaft) * 0.7) < 8 * u) & (py > shaft + u), 3, -1)

            plane.shape(x - 14 * u, shaft, x + 60 * u, h, patch, "wood")


def pictures(plane: Plane, gap: float = 128, shift: float = 84) -> None:
    """Framed pictures and a clock between the windows."""
    u, rng = plane.unit, plane.rng
    for number, at in enumerate(_even(plane, gap)):
        x, y = at + shift * u, 34 * u
        if number % 3 == 2:
            plane.ellipse(x + 10 * u, y + 10 * u, 11 * u, 11 * u, "wood", 2)
            plane.ellipse(x + 10 * u, y + 10 * u, 8 * u, 8 * u, "pane", 4, flat=True)
            plane.stroke(x + 10 * u, y + 10 * u, x + 10 * u, y + 4 * u, 1, "wood", 0)
            plane.stroke(x + 10 * u, y + 10 * u, x + 14 * u, y + 12 * u, 1, "wood", 0)
            continue
        w, h = (20 + 8 * rng.random()) * u, (18 + 8 * rng.random()) * u
        plane.box(x - 2 * u, y - 2 * u, w + 4 * u, h + 4 * u, "brass", 1)
        plane.box(x - u, y - u, w + 2 * u, h + 2 * u, "brass", 3)
        plane.box(x, y, w, 0.6 * h, "pane", 3)
        plane.box(x, y + 0.6 * h, w, 0.4 * h, "plant", 2)
        plane.gable(x + 0.4 * w, y + 0.62 * h, 0.3 * w, 0.36 * h, "plant", 1)
        plane.ellipse(x + 0.75 * w, y + 0.24 * h, 2 * u, 2 * u, "lamp", 3, flat=True)


def _case(plane: Plane, x: float, base: float, w: float, tall: float) -> None:
    """A bookcase."""
    u, rng = plane.unit, plane.rng
    plane.box(x, base - tall, w, tall, "wood", 0)
    plane.box(x - u, base - tall - 3 * u, w + 2 * u, 4 * u, "wood", 3)
    plane.box(x, base - tall, 2.6 * u, tall, "wood", 3)
    plane.box(x + w - 2.6 * u, base - tall, 2.6 * u, tall, "wood", 1)
    shelves = max(1, round(tall / (15 * u)))
    for k in range(shelves):
        y = base - tall * k / shelves
        plane.box(x + 2 * u, y - 2 * u, w - 4 * u, 2 * u, "wood", 2)
        plane.box(x + 2 * u, y - 2 * u, w - 4 * u, max(1, 0.7 * u), "wood", 4)
        at, end = x + 3.4 * u, x + w - 4 * u
        while at < end - 2 * u:
            roll = rng.random()
            if roll < 0.045:
                plane.ellipse(at + 3 * u, y - 5.4 * u, 3 * u, 3.4 * u, "brass", 2)
                at += 8 * u
                continue
            if roll < 0.1:
                at += 5 * u
                continue
            wide, high = (1.8 + 1.6 * rng.random()) * u, (7.5 + 4 * rng.random()) * u
            tint = ("book", "book2", "book3", "curtain")[int(rng.random() * 4)]
            plane.block(at, y - 2 * u - high, wide, high, tint, 2)
            plane.box(at, y - 2 * u - 0.75 * high, wide, max(1, 0.7 * u), "brass", 3)
            at += wide + (0.3 * u if u > 1.5 else 0)


def library(plane: Plane, gap: float = 122) -> None:
    """Bookcases, a ladder, an armchair with a lamp, plants in pots, a fireplace."""
    u, rng, base = plane.unit, plane.rng, plane.height - 16 * plane.unit
    for number, x in enumerate(_even(plane, gap)):
        _case(plane, x - 4 * u, base, 50 * u, (86 + 12 * (number % 2)) * u)
        build = (number + int(rng.random() * 2)) % 4
        ox = x + 58 * u
        if build == 0:
            plane.block(ox, base - 44 * u, 46 * u, 44 * u, "brick", 2)
            plane.block(ox - 3 * u, base - 48 * u, 52 * u, 5 * u, "stone", 3)
            for j in range(7):
                for i in range(5):
                    plane.box(ox + (i * 9.6 + 4.6 * (j % 2)) * u, base - (6 + 6 * j) * u, max(1, 0.7 * u), 5 * u, "brick", 1)
                plane.box(ox, base - (1 + 6 * j) * u, 46 * u, max(1, 0.7 * u), "brick", 1)
            plane.box(ox + 9 * u, base - 28 * u, 28 * u, 28 * u, "brick", 0)
            for k, tall in enumerate((10, 17, 13, 8)):
                plane.gable(ox + (14 + 6 * k) * u, base - 3 * u, 4 * u, tall * u, "fire", 2)
                plane.gable(ox + (14 + 6 * k) * u, base - 3 * u, 2 * u, 0.55 * tall * u, "fire", 4)
            plane.box(ox + 10 * u, base - 4 * u, 26 * u, 4 * u, "wood", 1)
            plane.glow(ox + 23 * u, base - 16 * u, 110 * u)
            plane.block(ox + 6 * u, base - 56 * u, 4 * u, 8 * u, "brass", 2)
            plane.ellipse(ox + 34 * u, base - 52 * u, 4 * u, 4.4 * u, "book2", 2)
        elif build == 1:
            plane.mass(
                [(ox + 18 * u, base - 28 * u, 12 * u), (ox + 12 * u, base - 18 * u, 9 * u), (ox + 24 * u, base - 18 * u, 9 * u)],
                "curtain",
                leafy=0.0,
            )
            plane.block(ox + 4 * u, base - 20 * u, 8 * u, 17 * u, "curtain", 2)
            plane.block(ox + 25 * u, base - 20 * u, 8 * u, 17 * u, "curtain", 1)
            plane.block(ox + 11 * u, base - 15 * u, 15 * u, 8 * u, "curtain", 3)
            plane.box(ox + 6 * u, base - 3 * u, 3 * u, 3 * u, "wood", 0)
            plane.box(ox + 28 * u, base - 3 * u, 3 * u, 3 * u, "wood", 0)
            plane.box(ox + 43 * u, base - 50 * u, max(1, 1.6 * u), 50 * u, "brass", 2)
            plane.gable(ox + 44 * u, base - 46 * u, 9 * u, 15 * u, "lamp", 3)
            plane.glow(ox + 44 * u, base - 52 * u, 84 * u)
            plane.box(ox + 38 * u, base - 2 * u, 12 * u, 2 * u, "brass", 2)
        elif build == 2:
            plane.block(ox + 2 * u, base - 30 * u, 44 * u, 4 * u, "wood", 3)
            for leg in (4, 40):
                plane.block(ox + leg * u, base - 26 * u, 3.6 * u, 26 * u, "wood", 2)
            plane.block(ox + 24 * u, base - 26 * u, 14 * u, 12 * u, "wood", 2)
            plane.box(ox + 29 * u, base - 21 * u, 4 * u, max(1, 1.2 * u), "brass", 3)
            plane.ellipse(ox + 13 * u, base - 39 * u, 6.5 * u, 6.5 * u, "pane", 2)
            plane.ellipse(ox + 13 * u, base - 40 * u, 3 * u, 2.6 * u, "plant", 2, flat=True)
            plane.box(ox + 12 * u, base - 33 * u, 2.4 * u, 3 * u, "brass", 2)
            for k in range(3):
                plane.block(ox + (26 + k) * u, base - (33 + 3 * k) * u, 14 * u, 3 * u, ("book", "book2", "book3")[k], 2)
        else:
            plane.shape(ox + 10 * u, base - 15 * u, ox + 28 * u, base, lambda px, py, ox=ox: np.where(  # type: ignore[misc]
                np.abs(px - ox - 19 * u) < (8 - (py - base + 15 * u) / 15 * 2.4), np.where(px < ox + 15 * u, 3, np.where(px > ox + 22 * u, 1, 2)), -1), "brick")  # fmt: skip
            for k in range(9):
                a = -2.9 + 2.6 * k / 8
                plane.stroke(
                    ox + 19 * u,
                    base - 15 * u,
                    ox + (19 + 17 * np.cos(a)) * u,
                    base - (15 - 26 * np.sin(a)) * u,
                    2.6 * u,
                    "plant",
                    2 + (k < 4),
                    1,
                )


def tiled(plane: Plane, *, wall: str = "wall", trim: str = "metal") -> None:
    """Panels of a laboratory: seams, bolts, a stripe, ducts, tubes of light."""
    u, h = plane.unit, plane.height
    plane.ink[:] = plane.code(wall) + 3
    shade = np.clip((plane.y / h * 2.4), 0, 2).astype(np.int64)
    plane.ink[:] = plane.code(wall) + 3 - shade // 2
    count = max(2, round(plane.width / (46 * u)))
    for i in range(count):
        x = i * plane.width / count
        plane.box(x, 0, max(1, u), h, wall, 1)
        plane.box(x + max(1, u), 0, max(1, u), h, wall, 4)
        for y in (30, 74, 118):
            plane.box(x + 4 * u, y * u, max(1, 1.4 * u), max(1, 1.4 * u), wall, 1)
            plane.box(x + 40 * u, y * u, max(1, 1.4 * u), max(1, 1.4 * u), wall, 1)
    for y in (24, 68, 112):
        plane.box(0, y * u, plane.width, max(1, u), wall, 1)
        plane.box(0, (y + 1) * u, plane.width, max(1, u), wall, 4)
    plane.box(0, 8 * u, plane.width, 9 * u, trim, 2)
    plane.box(0, 8 * u, plane.width, 2 * u, trim, 4)
    plane.box(0, 15 * u, plane.width, 2 * u, trim, 0)
    for x in _even(plane, 64):
        plane.block(x, 6 * u, 6 * u, 13 * u, trim, 3)
        plane.box(x + 18 * u, 0, 34 * u, 4 * u, "tube", 4)
        plane.box(x + 16 * u, 4 * u, 38 * u, max(1, u), trim, 1)
    plane.box(0, h - 60 * u, plane.width, 5 * u, "accent", 2)
    floor = h - 24 * u
    plane.box(0, floor, plane.width, 24 * u, trim, 2)
    plane.box(0, floor, plane.width, 2 * u, trim, 0)
    for y in (9, 16):
        plane.box(0, floor + y * u, plane.width, max(1, 0.8 * u), trim, 1)
    for x in _even(plane, 32):
        plane.stroke(x, floor + 2 * u, x - 16 * u, h, 1, trim, 1)


def consoles(plane: Plane, gap: float = 128) -> None:
    """Tanks with things that float in them, screens, server racks, benches with flasks, a window to the next room."""
    u, rng, base = plane.unit, plane.rng, plane.height - 18 * plane.unit
    for number, x in enumerate(_even(plane, gap)):
        # a tank
        plane.block(x, base - 84 * u, 30 * u, 8 * u, "metal", 2)
        plane.block(x, base - 14 * u, 30 * u, 14 * u, "metal", 2)
        for k, tone in enumerate((3, 4, 2, 2, 1, 1, 1, 2)):
            plane.box(x + (3 + 3 * k) * u, base - 76 * u, 3 * u + 1, 62 * u, "liquid", tone)
        plane.mass(
            [
                (x + 15 * u, base - (38 + 8 * (number % 2)) * u, 7 * u),
                (x + 14 * u, base - (29 + 8 * (number % 2)) * u, 5 * u),
                (x + 18 * u, base - (24 + 8 * (number % 2)) * u, 3 * u),
            ],
            "specimen",
            leafy=0.3,
        )
        for _ in range(9):
            plane.ellipse(
                x + (5 + 20 * rng.random()) * u,
                base - (18 + 54 * rng.random()) * u,
                max(0.7, 1.1 * u),
                max(0.7, 1.1 * u),
                "liquid",
                4,
                flat=True,
            )
        plane.box(x + 5 * u, base - 76 * u, max(1, 1.6 * u), 60 * u, "liquid", 4)
        plane.glow(x + 15 * u, base - 44 * u, 72 * u, 0.9)
        for k in range(3):
            plane.box(x + (6 + 6 * k) * u, base - 9 * u, 3 * u, 3 * u, ("lamp", "alarm", "liquid")[k], 3)
        # screens over a bench
        bx = x + 46 * u
        plane.block(bx, base - 28 * u, 62 * u, 4 * u, "metal", 3)
        plane.block(bx + 3 * u, base - 24 * u, 24 * u, 24 * u, "metal", 2)
        plane.block(bx + 40 * u, base - 24 * u, 18 * u, 24 * u, "metal", 1)
        for k in range(3):
            plane.box(bx + 6 * u, base - (20 - 7 * k) * u, 18 * u, max(1, u), "metal", 0)
        for k in range(2):
            sx = bx + (2 + 30 * k) * u
            plane.box(sx, base - 72 * u, 26 * u, 20 * u, "metal", 0)
            plane.box(sx + 2 * u, base - 70 * u, 22 * u, 16 * u, "screen", 1)
            plane.glow(sx + 13 * u, base - 62 * u, 40 * u, 0.6)
            if (number + k) % 2:
                for j in range(5):
                    plane.box(sx + 4 * u, base - (68 - 3 * j) * u, (6 + 12 * rng.random()) * u, max(1, u), "screen", 3)
            else:
                wave = np.sin(np.arange(20) * 0.9 + number) * 5
                for j in range(19):
                    plane.stroke(
                        sx + (3 + j) * u, base - (62 + wave[j]) * u, sx + (4 + j) * u, base - (62 + wave[j + 1]) * u, 1, "screen", 4
                    )
        for k in range(4):
            fx = bx + (4 + 13 * k + 4 * rng.random()) * u
            if k % 2:
                plane.gable(fx + 4 * u, base - 28 * u, 5 * u, 11 * u, ("liquid", "alarm")[int(rng.random() * 2)], 2)
                plane.box(fx + 3 * u, base - 41 * u, 2.4 * u, 5 * u, "wall", 4)
            else:
                plane.box(fx, base - 38 * u, 3 * u, 10 * u, "wall", 4)
                plane.box(fx, base - 33 * u, 3 * u, 5 * u, ("specimen", "liquid")[int(rng.random() * 2)], 3)
