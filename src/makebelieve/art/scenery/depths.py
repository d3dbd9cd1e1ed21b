"""Places that are no landscape: under ground, under water, among clouds and stars, of sugar, inside a body."""

from __future__ import annotations

import math

import numpy as np

from makebelieve.art.scenery.plane import TONES, Field, Plane, fractal, periodic, stepped


def _foot(ground: Field, x: float) -> float:
    return float(ground[round(x) % len(ground)])


def rockface(plane: Plane, *, rock: str = "rock", across: int = 9) -> None:
    """A wall of rock in facets, and hollows that lie deeper."""
    u = plane.unit
    relief = fractal(plane.height, plane.width, max(2, round(across * plane.width / (320 * u))), 6, 4, plane.rng, ridged=True)
    slope = np.roll(relief, -2, 1) - np.roll(relief, 2, 1) + (np.roll(relief, -2, 0) - np.roll(relief, 2, 0))
    hollow = periodic(plane.height, plane.width, max(2, round(4 * plane.width / (320 * u))), 2.4, plane.rng)
    tone = 1.4 + 4.5 * slope + 2.4 * (hollow - 0.5)
    plane.ink = (plane.code(rock) + np.clip(plane.stepped(tone, 0.2), 0, 3)).astype(np.uint8)


def cavern(plane: Plane, floor: float = 26, roof: float = 30, *, rock: str = "rock", rough: float = 24, spikes: float = 20) -> None:
    """Roof and floor of a cave with dripstone, lit edges, dark middles."""
    u, rng = plane.unit, plane.rng
    across = max(3, round(9 * plane.width / (320 * u)))
    low = plane.height - (floor + rough * fractal(1, plane.width, across, 1, 4, rng)[0]) * u
    high = (roof - 0.5 * rough + rough * fractal(1, plane.width, across, 1, 4, rng)[0]) * u
    grain = periodic(plane.height, plane.width, round(plane.width / (9 * u)), plane.height / (7 * u), rng)
    code = plane.code(rock)

    def tooth(x: float, base: float, long: float, half: float, down: bool) -> None:
        def at(px: Field, py: Field) -> Field:
            along = ((py - base) if down else (base - py)) / long
            reach = half * (1 - np.clip(along, 0, 1)) ** 0.8 * (1 + 0.12 * np.sin(along * 17))
            off = (px - x) / np.maximum(0.6, reach)
            tone = np.where(off < -0.35, 3, np.where(off > 0.3, 1, 2)) - (np.floor(along * 6) % 3 == 1)
            return np.where((np.abs(off) <= 1) & (along <= 1) & (along >= -0.3), np.clip(tone, 0, 4), -1)

        plane.shape(x - half - 1, base - (0 if down else long), x + half + 1, base + (long if down else 0), at, rock)

    for x in plane.spread(spikes, 1.3):
        long = (10 + 34 * rng.random() ** 2) * u
        if rng.random() < 0.72:
            tooth(x, _foot(high, x) - 3 * u, long, (2.5 + 0.13 * long / u) * u, True)
        if rng.random() < 0.5:
            tooth(x + 7 * u, _foot(low, x + 7 * u) + 3 * u, 0.8 * long, (3 + 0.16 * long / u) * u, False)
        if rng.random() < 0.05:
            middle = (_foot(high, x) + _foot(low, x)) / 2
            plane.stroke(x, _foot(high, x) - 4, x + 2 * u, middle, 15 * u, rock, 2, 7 * u)
            plane.stroke(x + 2 * u, middle, x, _foot(low, x) + 4, 7 * u, rock, 2, 19 * u)
    deep = np.minimum(np.abs(plane.y - low[None, :]), np.abs(plane.y - high[None, :]))
    inside = (plane.y >= low[None, :]) | (plane.y <= high[None, :])
    tone = np.where(deep < 1.5 * u, 3, np.where(deep < 7 * u, 2, 1)) + np.where(grain > 0.66, 1, 0) - np.where(grain < 0.3, 1, 0)
    tone = np.where((plane.y <= high[None, :]) & (deep < 1.5 * u), 0, np.clip(tone, 0, 3))
    plane.ink = np.where(inside, code + tone, plane.ink).astype(np.uint8)


def crystals(
    plane: Plane, floor: float = 30, gap: float = 54, *, tints: tuple[str, ...] = ("crystal", "crystal2"), size: float = 24
) -> None:
    """Clusters of crystals that glow."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.2):
        tint, y, tall = tints[int(rng.random() * len(tints))], plane.height - (floor - 8) * u, size * u * (0.5 + 0.7 * rng.random())
        for lean, share in ((-0.7, 0.55), (0.75, 0.6), (-0.3, 0.8), (0.1, 1.0), (0.42, 0.7)):
            long, half = tall * share, 0.13 * tall * (0.6 + 0.5 * share)

            def prism(
                px: Field, py: Field, x: float = x, y: float = y, lean: float = lean, long: float = long, half: float = half
            ) -> Field:
                up = y - py
                off = px - x - lean * up * 0.7
                point = np.clip((long - up) / (2.2 * half), 0, 1)
                tone = np.where(off < -0.25 * half, 4, np.where(off < 0.35 * half, 2, 1))
                return np.where((np.abs(off) <= half * point + 0.4) & (up <= long) & (up >= -2), tone, -1)

            plane.shape(x - tall, y - long, x + tall, y + 2, prism, tint)


def shafts(plane: Plane, gap: float = 90, *, light: str = "shaft") -> None:
    """Beams of light falling from above, dithered."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.8):
        wide = (9 + 12 * rng.random()) * u

        def beam(px: Field, py: Field, x: float = x, wide: float = wide) -> Field:
            off = np.abs(px - x + 0.42 * py) / (wide * (0.7 + 0.6 * py / plane.height))
            fade = (1 - py / (0.86 * plane.height)) * (1.15 - off)
            ix, iy = np.floor(px).astype(np.int64), np.floor(py).astype(np.int64)
            return np.where((off < 1) & (stepped(fade * 1.3, ix, iy, 0.9) >= 1), np.where(fade > 0.62, 3, 2), -1)

        plane.shape(x - 0.62 * plane.height, 0, x + 2 * wide, plane.height, beam, light)


def shoal(plane: Plane, gap: float = 110, *, fish: str = "fish") -> None:
    """Fish in shoals, and bubbles."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.4):
        cy = plane.height * (0.2 + 0.4 * rng.random())
        side = 1 if rng.random() < 0.5 else -1
        for _ in range(7):
            fx, fy, r = x + (rng.random() - 0.5) * 44 * u, cy + (rng.random() - 0.5) * 22 * u, (2.2 + 1.4 * rng.random()) * u
            plane.ellipse(fx, fy, r, 0.5 * r, fish, 2)
            plane.stroke(fx - side * r, fy, fx - side * 1.7 * r, fy - 0.5 * r, 1, fish, 2)
            plane.stroke(fx - side * r, fy, fx - side * 1.7 * r, fy + 0.5 * r, 1, fish, 1)
    for x in plane.spread(60, 1.4):
        for k in range(5):
            r = max(0.8, (0.8 + 0.35 * k) * u)
            y = plane.height * (0.84 - 0.14 * k - 0.13 * rng.random())
            plane.ellipse(x + math.sin(k * 2.0) * 4 * u, y, r, r, "shaft", 3 if k % 2 else 2, flat=True)


def arches(plane: Plane, gap: float = 170, *, rock: str = "rock") -> None:
    """Natural arches and stacks of rock."""
    u, rng = plane.unit, plane.rng
    grain = periodic(plane.height, plane.width, round(plane.width / (7 * u)), plane.height / (5 * u), rng)
    for x in plane.spread(gap, 0.6):
        w, h = (54 + 30 * rng.random()) * u, (62 + 26 * rng.random()) * u

        def arch(px: Field, py: Field, x: float = x, w: float = w, h: float = h) -> Field:
            up = (plane.height - py) / h
            n = grain[np.clip(py.astype(int), 0, plane.height - 1), px.astype(int) % plane.width]
            outer = np.hypot((px - x) / w, np.maximum(0, up - 0.55) / 0.46) + 0.3 * (n - 0.5)
            hole = np.hypot((px - x - 0.12 * w) / (0.46 * w), np.maximum(0, up - 0.12) / 0.5) + 0.2 * (n - 0.5)
            tone = 2.4 - 1.3 * (px - x) / w + 1.6 * (n - 0.5) + 0.7 * (up > 0.86)
            return np.where((outer < 1) & (up < 1) & (hole > 1), np.clip(np.round(tone), 0, 4), -1)

        plane.shape(x - 1.3 * w, plane.height - h, x + 1.3 * w, plane.height, arch, rock)


def planets(plane: Plane, gap: float = 230, *, tints: tuple[str, ...] = ("planet", "planet2", "planet3")) -> None:
    """Worlds with bands, craters and rings, lit from one side; little moons."""
    u, rng = plane.unit, plane.rng
    for number, x in enumerate(plane.spread(gap, 0.6)):
        r, y, tint = (12 + 22 * rng.random()) * u, plane.height * (0.2 + 0.26 * rng.random()), tints[number % len(tints)]
        ringed, banded = number % 2 == 0, number % 3 != 1
        spots = [(rng.random() * 2 - 1, rng.random() * 2 - 1, 0.1 + 0.16 * rng.random()) for _ in range(7)]
        wave = rng.random(40)

        def globe(
            px: Field,
            py: Field,
            x: float = x,
            y: float = y,
            r: float = r,
            banded: bool = banded,
            spots: list[tuple[float, float, float]] = spots,
            wave: Field = wave,
        ) -> Field:
            nx, ny = (px - x) / r, (py - y) / r
            away = nx * nx + ny * ny
            light = 2.5 - 1.7 * (0.62 * nx + 0.62 * ny) - 0.9 * away**2
            if banded:
                turned = ny + 0.16 * np.sin(3 * nx) - 0.2 * nx
                light = light + 1.3 * (wave[np.clip((turned + 1.4) * 6, 0, 39).astype(int)] - 0.5)
            else:
                for sx, sy, sr in spots:
                    d = np.hypot(nx - sx, ny - sy)
                    light = light - 0.9 * (d < sr) + 0.5 * ((d >= sr) & (d < 1.25 * sr) & (nx > sx))
            ix, iy = np.floor(px).astype(np.int64), np.floor(py).astype(np.int64)
            return np.where(away <= 1, np.clip(stepped(light, ix, iy, 0.3), 0, 4), -1)

        def ring(px: Field, py: Field, front: bool, x: float = x, y: float = y, r: float = r) -> Field:
            ox, oy = px - x, (py - y) + 0.28 * (px - x)
            away = np.hypot(ox / (1.9 * r), oy / (0.46 * r))
            mine = (away < 1) & (away > 0.72) & ((oy > 0) if front else (oy <= 0))
            return np.where(mine, np.where(away > 0.9, 4, np.where(away > 0.84, 1, 3)), -1)

        if ringed:
            plane.shape(x - 2 * r, y - 1.2 * r, x + 2 * r, y + 1.2 * r, lambda a, b, ring=ring: ring(a, b, False), "ring")  # type: ignore[misc]
        plane.shape(x - r, y - r, x + r, y + r, globe, tint)
        if ringed:
            plane.shape(x - 2 * r, y - 1.2 * r, x + 2 * r, y + 1.2 * r, lambda a, b, ring=ring: ring(a, b, True), "ring")  # type: ignore[misc]
        else:
            plane.ellipse(x + 1.7 * r, y - 0.8 * r, 0.17 * r, 0.17 * r, "ring", 2)


def craters(plane: Plane, top: float = 20, *, rock: str = "rock") -> None:
    """Dust with craters seen flat."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(30, 1.4):
        y, r = plane.height - (3 + (top - 6) * rng.random()) * u, (4 + 8 * rng.random()) * u
        plane.ellipse(x, y, r, 0.3 * r, rock, 1, flat=True)
        plane.ellipse(x + 0.1 * r, y + 0.08 * r, 0.8 * r, 0.2 * r, rock, 0, flat=True)
        plane.ellipse(x - 0.3 * r, y + 0.28 * r, 0.6 * r, max(0.6, 0.07 * r), rock, 3, flat=True)


def station(plane: Plane, gap: float = 320) -> None:
    """Domes, dishes and masts of an outpost."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.7):
        y = plane.height - 16 * u
        for dx, r in ((0, 17), (26, 11), (-22, 9)):

            def dome(px: Field, py: Field, cx: float = x + dx * u, y: float = y, r: float = r * u) -> Field:
                nx, ny = (px - cx) / r, (py - y) / r
                seam = np.abs(((np.arctan2(ny, nx) * 5 / math.pi) % 1) - 0.5) > 0.42
                tone = np.where(nx < -0.35, 3, np.where(nx > 0.4, 1, 2)) - 1 * seam
                return np.where((nx * nx + ny * ny <= 1) & (ny <= 0), np.clip(tone, 0, 4), -1)

            plane.shape(x + (dx - r) * u, y - r * u, x + (dx + r) * u, y, dome, "metal")
            plane.block(x + (dx - r) * u, y, 2 * r * u, 8 * u, "metal", 1)
            for k in range(3):
                plane.box(x + (dx - 0.5 * r + 0.45 * r * k) * u, y + 2 * u, 3 * u, 2 * u, "window", 3)
        plane.box(x + 44 * u, y - 34 * u, max(1, 1.4 * u), 42 * u, "metal", 2)
        plane.ellipse(x + 41 * u, y - 33 * u, 7 * u, 6 * u, "metal", 3)
        plane.ellipse(x + 42 * u, y - 33.5 * u, 5 * u, 4.4 * u, "metal", 1, flat=True)
        plane.box(x + 44 * u, y - 37 * u, max(1, 1.6 * u), max(1, 1.6 * u), "alarm", 3)
        if rng.random() < 0.5:
            plane.block(x - 52 * u, y - 24 * u, 7 * u, 32 * u, "metal", 2)
            plane.gable(x - 48.5 * u, y - 24 * u, 3.6 * u, 12 * u, "alarm", 2)
            for side in (-1, 1):
                plane.gable(x + (-48.5 + side * 5) * u, y + 8 * u, 3 * u, 12 * u, "metal", 1)


def islands(plane: Plane, gap: float = 92, size: float = 26, *, low: float = 0.3, high: float = 0.78, falls: bool = True) -> None:
    """Islands that float: turf on top, roots and rock below, trees, a fall of water."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        y, w = plane.height * (low + (high - low) * rng.random()), size * u * (0.6 + 0.7 * rng.random())
        wave, ribs = rng.random(64), rng.random() * 9
        lean = (rng.random() - 0.5) * 0.6

        def rock(
            px: Field, py: Field, x: float = x, y: float = y, w: float = w, wave: Field = wave, ribs: float = ribs, lean: float = lean
        ) -> Field:
            down = (py - y) / (1.05 * w)
            off = (px - x - lean * w * down * 0.5) / w
            tip = 1 - np.clip(down, 0, 1) ** 0.62 + 0.16 * np.sin(off * 9 + ribs) * (down > 0.12)
            tone = 2.2 - 1.4 * off + 0.9 * np.sin(off * 14 + ribs + 3 * down) - 0.5 * down
            return np.where((np.abs(off) <= tip) & (down >= 0) & (down < 1), np.clip(np.round(tone), 0, 4), -1)

        plane.shape(x - 1.2 * w, y, x + 1.2 * w, y + 1.05 * w, rock, "rock")
        if falls and rng.random() < 0.4:
            fx = x + 0.55 * w
            for k in range(3):
                plane.box(fx + k * u, y + u, u + 0.5, (26 + 16 * rng.random()) * u, "fall", 4 - k)
        for k in range(9):
            plane.mass([(x + (k - 4) * 0.24 * w, y, (2.4 + 1.6 * rng.random()) * u)], "grass", leafy=0.7, squash=0.8)
        plane.box(x - 0.95 * w, y - u, 1.9 * w, 2.4 * u, "grass", 3)
        if w > 16 * u:
            tx, r = x - 0.3 * w * (1 if rng.random() < 0.5 else -1), 0.24 * w
            plane.stroke(tx, y, tx, y - 1.5 * r, 0.3 * r, "trunk", 2)
            plane.mass([(tx, y - 2.1 * r, r), (tx - 0.7 * r, y - 1.7 * r, 0.7 * r), (tx + 0.7 * r, y - 1.75 * r, 0.66 * r)], "leaf")
            if rng.random() < 0.5:
                hx = x + 0.2 * w
                plane.block(hx, y - 0.34 * w, 0.34 * w, 0.34 * w, "plaster", 3)
                plane.gable(hx + 0.17 * w, y - 0.32 * w, 0.25 * w, 0.26 * w, "roof", 2)
                plane.box(hx + 0.12 * w, y - 0.22 * w, 0.1 * w, 0.12 * w, "window", 3)


def billows(plane: Plane, low: float = 8, high: float = 24, *, size: float = 15, cloud: str = "cloud") -> None:
    """A sea of clouds."""
    u, rng = plane.unit, plane.rng
    line = plane.line(low, high, max(2, round(3 * plane.width / (320 * u))))
    for x in plane.spread(size * 0.9, 0.9):
        y, r = _foot(line, x), size * u * (0.6 + 0.6 * rng.random())
        plane.mass([(x, y, r), (x - 0.8 * r, y + 0.4 * r, 0.7 * r), (x + 0.85 * r, y + 0.45 * r, 0.66 * r)], cloud, leafy=0.0, squash=0.8)
    plane.below(line + 5 * u, cloud, 2)
    deep = plane.y - line[None, :]
    fade = np.clip(plane.stepped(2.2 - deep / (22 * u), 0.5), 0, 2)
    code = plane.code(cloud)
    low_part = (deep > 8 * u) & (plane.ink >= code) & (plane.ink < code + TONES)
    plane.ink = np.where(low_part, code + fade, plane.ink).astype(np.uint8)


def sweets(plane: Plane, ground: Field, gap: float = 36, size: float = 1.0) -> None:
    """Lollipops, canes, cupcakes, gumdrops, cones."""
    u, rng = plane.unit * size, plane.rng
    tints = ("candy", "candy2", "candy3")
    for number, x in enumerate(plane.spread(gap, 0.8)):
        y, kind = _foot(ground, x) + 3 * u, (number + int(2 * rng.random())) % 5
        tint = tints[int(rng.random() * 3)]
        if kind in (0, 3):
            h, r = (26 + 18 * rng.random()) * u, (8 + 4 * rng.random()) * u
            plane.block(x - u, y - h, max(1, 2 * u), h, "cream", 3)

            def lolly(px: Field, py: Field, x: float = x, cy: float = y - h, r: float = r) -> Field:
                away, angle = np.hypot(px - x, py - cy) / r, np.arctan2(py - cy, px - x)
                turn = ((angle / (2 * math.pi) * 2 + away * 2.2) % 1) < 0.5
                tone = np.where(turn, 4, 2) - ((px - x) + (py - cy) > 0.75 * r)
                return np.where(away <= 1, tone, -1)

            plane.shape(x - r, y - h - r, x + r, y - h + r, lolly, tint)
        elif kind == 1:
            h, r = (26 + 16 * rng.random()) * u, 6 * u

            def cane(px: Field, py: Field, x: float = x, y: float = y, h: float = h, r: float = r) -> Field:
                bow = np.abs(np.hypot(px - x - r, py - (y - h)) - r) < 2 * u
                mine = ((np.abs(px - x) < 2 * u) & (py > y - h)) | (bow & (py <= y - h))
                stripe = ((px + py) / (3.4 * u)).astype(int) % 2 == 0
                return np.where(mine, np.where(stripe, 2, 4) - (px > x + 0.8 * u) * (py > y - h), -1)

            plane.shape(x - 3 * u, y - h - 9 * u, x + 15 * u, y, cane, "candy")
        elif kind == 2:
            w = (15 + 6 * rng.random()) * u

            def cup(px: Field, py: Field, x: float = x, y: float = y, w: float = w) -> Field:
                down = (py - (y - 0.6 * w)) / (0.6 * w)
                off = (px - x) / (0.5 * w * (1 - 0.22 * down))
                return np.where((np.abs(off) <= 1) & (down >= 0), 2 + (((px - x) / (2.4 * u)).astype(int) % 2) - (off > 0.5), -1)

            plane.shape(x - w, y - 0.6 * w, x + w, y, cup, "cake")
            for k in range(3):
                plane.mass(
                    [
                        (x - 0.2 * w * (2 - k), y - (0.62 + 0.2 * k) * w, 0.27 * w),
                        (x + 0.2 * w * (2 - k), y - (0.62 + 0.2 * k) * w, 0.27 * w),
                        (x, y - (0.66 + 0.2 * k) * w, 0.3 * w),
                    ],
                    "cream" if number % 2 else tint,
                    leafy=0.0,
                    squash=0.7,
                )
            plane.ellipse(x, y - 1.3 * w, 0.13 * w, 0.13 * w, "candy", 2)
        else:
            r = (6 + 4 * rng.random()) * u
            plane.mass([(x, y - 0.5 * r, r)], tint, leafy=0.0, squash=1.2, floor=y)
            plane.mass([(x + 1.7 * r, y - 0.3 * r, 0.7 * r)], tints[number % 3], leafy=0.0, squash=1.2, floor=y)


def icing(plane: Plane, ground: Field, *, cake: str = "cake", top: str = "cream") -> None:
    """Ground of cake with icing that runs over its rim."""
    u, rng = plane.unit, plane.rng
    plane.below(ground, cake, 2)
    spots = (plane.rng.random(plane.ink.shape) > 0.985) & (plane.y > ground[None, :] + 14 * u)
    plane.ink[spots] = plane.code(cake) + 1
    drip = periodic(1, plane.width, round(plane.width / (9 * u)), 1, rng)[0]
    reach = ground + (4 + 12 * drip) * u
    deep, left = plane.y - ground[None, :], reach[None, :] - plane.y
    code = plane.code(top)
    plane.ink = np.where((deep >= 0) & (left > 0), code + np.where(deep < 2 * u, 4, np.where(left < 1.6 * u, 2, 3)), plane.ink).astype(
        np.uint8
    )


def tissue(plane: Plane, *, flesh: str = "flesh") -> None:
    """A wall of folds and vessels."""
    u, rng = plane.unit, plane.rng
    warp = periodic(plane.height, plane.width, max(2, round(5 * plane.width / (320 * u))), 3, rng)
    fold = np.sin((plane.y / (15 * u) + 5 * warp) * math.pi)
    tone = 2.0 + 1.1 * fold + 1.4 * (periodic(plane.height, plane.width, max(2, round(8 * plane.width / (320 * u))), 5, rng) - 0.5)
    plane.ink = (plane.code(flesh) + np.clip(plane.stepped(tone, 0.25), 0, 4)).astype(np.uint8)
    for x in plane.spread(56, 1.0):
        a, y = x, -4.0
        while y < plane.height:
            b, z = a + (rng.random() - 0.5) * 16 * u, y + 12 * u
            plane.stroke(a, y, b, z, 2.4 * u, "vein", 2)
            if rng.random() < 0.5:
                plane.stroke(b, z, b + (rng.random() - 0.5) * 34 * u, z + 9 * u, 1.2 * u, "vein", 2, 1)
            a, y = b, z


def cells(plane: Plane, gap: float = 34, size: float = 9, *, tints: tuple[str, ...] = ("cell", "cell", "cell2")) -> None:
    """Blood cells, and others with a core."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 1.6):
        y, r, tint = (
            plane.height * (0.12 + 0.7 * rng.random()),
            size * u * (0.5 + 0.8 * rng.random()),
            tints[int(rng.random() * len(tints))],
        )
        flat = 0.55 + 0.4 * rng.random()
        plane.ellipse(x, y, r, flat * r, tint, 2)
        plane.ellipse(x + 0.06 * r, y + 0.06 * r, 0.5 * r, 0.46 * flat * r, tint, 1 if tint == "cell" else 0, flat=True)
        plane.ellipse(x - 0.4 * r, y - 0.42 * flat * r, 0.2 * r, 0.14 * r, tint, 4, flat=True)


def villi(plane: Plane, gap: float = 11, height: float = 30, *, flesh: str = "flesh", above: bool = False) -> None:
    """Fingers of tissue along floor or roof."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.8):
        long, wide = height * u * (0.5 + 0.7 * rng.random()), (9 + 5 * rng.random()) * u
        lean = (rng.random() - 0.5) * 0.4 * long
        if above:
            plane.stroke(x, -4, x + lean, long, wide, flesh, 2, 0.8 * wide)
        else:
            plane.stroke(x, plane.height + 4, x + lean, plane.height - long, wide, flesh, 2, 0.8 * wide)
            plane.ellipse(x + lean - 0.2 * wide, plane.height - long - 0.1 * wide, 0.2 * wide, 0.2 * wide, flesh, 4, flat=True)
