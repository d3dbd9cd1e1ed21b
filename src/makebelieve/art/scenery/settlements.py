"""What people built out of doors: skylines, villages, castles, works, ruins, graveyards, wrecks."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery.plane import Field, Plane


def _foot(ground: Field, x: float) -> float:
    return float(ground[round(x) % len(ground)])


def skyline(plane: Plane, low: float = 40, high: float = 110, *, wall: str = "wall", neon: bool = False, gap: float = 0.2) -> None:
    """Towers shoulder to shoulder: setbacks, crowns, masts, tanks, rows of windows."""
    u, rng, ground = plane.unit, plane.rng, plane.height
    x = 0.0
    while x < plane.width - 6 * u:
        w = min((15 + 20 * rng.random()) * u, plane.width - x)
        h = (low + (high - low) * rng.random() ** 1.4) * u
        y = ground - h
        tone = 2 + int(rng.random() < 0.3)
        plane.block(x, y, w, h + 1, wall, tone)
        crown = rng.random()
        if crown < 0.22:
            step = 0.18 * w
            plane.block(x + step, y - 7 * u, w - 2 * step, 7 * u + 1, wall, tone)
            plane.box(x + w / 2, y - 19 * u, max(1, u), 12 * u, wall, 1)
        elif crown < 0.36:
            plane.gable(x + w / 2, y + 1, w / 2, 12 * u, wall, tone)
        elif crown < 0.52:
            for leg in (0.2, 0.42):
                plane.box(x + leg * w, y - 4 * u, max(1, u), 4 * u, wall, 0)
            plane.block(x + 0.14 * w, y - 10 * u, 0.36 * w, 6 * u, "trunk", 2)
            plane.gable(x + 0.32 * w, y - 10 * u, 0.2 * w, 3 * u, "trunk", 2)
        elif crown < 0.7:
            plane.box(x + 0.6 * w, y - 5 * u, 0.24 * w, 5 * u, wall, 1)
            plane.box(x + 0.2 * w, y - 11 * u, max(1, 0.8 * u), 11 * u, wall, 1)
        else:
            plane.box(x - 0.5 * u, y, w + u, 2 * u, wall, 3)
        wx, wy, style = 4 * u, 6 * u, rng.random()
        columns, rows = int((w - 5 * u) / wx), int((h - 8 * u) / wy)
        for i in range(columns):
            dark = rng.random() < 0.12
            for j in range(rows):
                lit = rng.random() < (0.42 if neon else 0.3)
                ww, hh = (2.2 * u, 3.4 * u) if style < 0.6 else (3.4 * u, 2 * u)
                if not dark:
                    plane.box(x + 3.5 * u + i * wx, y + 5 * u + j * wy, ww, hh, "window" if lit else wall, 3 if lit else 0)
        if neon and rng.random() < 0.55:
            tint, sx, sh = ("neon", "neon2")[int(rng.random() * 2)], x + w * (0.2 + 0.5 * rng.random()), (12 + 20 * rng.random()) * u
            plane.box(sx, y + 9 * u, 4.6 * u, sh, wall, 0)
            plane.box(sx + u, y + 10 * u, 2.4 * u, sh - 2 * u, tint, 3)
            for k in range(int(sh / (5 * u))):
                plane.box(sx + 1.6 * u, y + (11.5 + 5 * k) * u, max(1, 1.2 * u), max(1, 2 * u), wall, 0)
        if neon and rng.random() < 0.4:
            plane.box(x, y, w, max(1, 1.2 * u), ("neon2", "neon")[int(rng.random() * 2)], 3)
        x += w + (9 * u if rng.random() < gap else 0)


def houses(
    plane: Plane, ground: Field, gap: float = 44, size: float = 22, *, wall: str = "plaster", roof: str = "roof", beams: bool = True
) -> None:
    """Gabled houses of two builds, timbers, a chimney with smoke, windows that may be lit; now and then a tower."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.5):
        y = _foot(ground, x) + 3 * u
        w, h, front = size * u * (0.85 + 0.5 * rng.random()), size * u * (0.5 + 0.22 * rng.random()), rng.random() < 0.5
        top = y - h
        left = x - w / 2
        if rng.random() < 0.16:
            plane.block(left + 0.2 * w, y - 2.1 * h, 0.42 * w, 2.1 * h, wall, 2)
            plane.gable(left + 0.41 * w, y - 2.1 * h + 1, 0.32 * w, 1.5 * h, roof, 2)
            plane.ellipse(left + 0.41 * w, y - 1.75 * h, 0.09 * w, 0.09 * w, "window", 3, flat=True)
        cx = left + 0.76 * w
        plane.block(cx, top - 0.8 * h, 3.4 * u, 0.8 * h, "stone", 2)
        for k in range(3):
            plane.ellipse(cx + (2 + 2.2 * k) * u, top - 0.8 * h - (3 + 4 * k) * u, (1.6 + 0.7 * k) * u, (1.3 + 0.6 * k) * u, "smoke", 3)
        plane.block(left, top, w, h + 4 * u, wall, 3)
        if beams and u >= 0.5:
            for f in (0.0, 0.34, 0.66, 0.95):
                plane.box(left + f * w, top, max(1, 0.9 * u), h + 2 * u, "timber", 2)
            plane.box(left, top + 0.5 * h, w, max(1, 0.9 * u), "timber", 2)
        if front:
            plane.gable(x, top + 1.5 * u, 0.62 * w, 0.78 * w, roof, 2)
            plane.gable(x, top + 1.5 * u, 0.4 * w, 0.46 * w, wall, 3)
            plane.box(x - 1.2 * u, top - 0.22 * w, 2.6 * u, 3.2 * u, "window", 3)
        else:
            rise = 0.62 * h

            def slope(px: Field, py: Field, x: float = x, w: float = w, top: float = top, rise: float = rise) -> Field:
                reach = 0.5 * w + 2 * u - (top + 2 * u - py) * 0.22
                rows = ((py - top) / max(1.0, 2.6 * u)).astype(int)
                tone = 2 + (py < top - rise + 2.2 * u).astype(int) - (rows % 2 == 0).astype(int) * ((px / max(1.0, 3 * u)).astype(int) % 2)
                return np.where((np.abs(px - x) <= reach) & (py <= top + 2 * u), np.clip(tone, 0, 4), -1)

            plane.shape(x - 0.5 * w - 3 * u, top - rise, x + 0.5 * w + 3 * u, top + 2 * u, slope, roof)
        for f in (0.16, 0.7):
            plane.box(left + f * w, top + 0.18 * h, 3.6 * u, 4.2 * u, "timber", 1)
            plane.box(left + f * w + 0.6 * u, top + 0.18 * h + 0.6 * u, 2.4 * u, 3 * u, "window", 3)
        plane.box(x - 2 * u, y - 0.5 * h, 4.4 * u, 0.5 * h + 3 * u, "timber", 1)


def castle(plane: Plane, ground: Field, gap: float = 250, size: float = 1.0, *, wall: str = "castle", roof: str = "roof") -> None:
    """A keep of many towers with cone roofs, battlements, slits and flags."""
    u, rng = plane.unit * size, plane.rng

    def tower(x: float, y: float, w: float, h: float, pointed: bool) -> None:
        plane.block(x, y - h, w, h, wall, 2)
        plane.block(x - u, y - h, w + 2 * u, 4 * u, wall, 3)
        if pointed:
            plane.gable(x + w / 2, y - h + 1, w / 2 + 2.4 * u, 1.5 * w, roof, 2)
            pole = y - h - 1.5 * w
            plane.box(x + w / 2, pole - 7 * u, max(1, 0.8 * u), 8 * u, wall, 0)
            plane.box(x + w / 2 + 1, pole - 7 * u, 5 * u, 2.6 * u, "flag", 3)
        else:
            for k in range(max(2, int(w / (4 * u)))):
                plane.box(x + k * 4 * u, y - h - 2.4 * u, 2.2 * u, 3 * u, wall, 3 if k == 0 else 2)
        for k in range(int(h / (15 * u))):
            plane.box(x + w * (0.4 if k % 2 else 0.52), y - h + (9 + 15 * k) * u, max(1, 1.6 * u), 4 * u, "window", 3)
        for _ in range(int(w * h / (90 * u * u))):
            plane.box(x + w * (0.12 + 0.5 * rng.random()), y - h * rng.random(), 2.6 * u, max(1, u), wall, 1)

    for x in plane.spread(gap, 0.5):
        y = _foot(ground, x) + 10 * u
        tower(x - 42 * u, y, 12 * u, 48 * u, False)
        tower(x + 34 * u, y, 13 * u, 54 * u, True)
        plane.block(x - 36 * u, y - 30 * u, 76 * u, 40 * u, wall, 2)
        for k in range(19):
            plane.box(x - 36 * u + k * 4 * u, y - 32.4 * u, 2.2 * u, 3 * u, wall, 2)
        tower(x - 24 * u, y - 14 * u, 12 * u, 44 * u, True)
        tower(x - 8 * u, y - 10 * u, 22 * u, 52 * u, False)
        tower(x + 0 * u, y - 58 * u, 12 * u, 22 * u, True)
        tower(x + 18 * u, y - 18 * u, 11 * u, 36 * u, True)
        plane.ellipse(x - 2 * u, y - 8 * u, 5 * u, 8 * u, wall, 0, flat=True)


def works(plane: Plane, low: float = 34, *, wall: str = "wall", metal: str = "metal") -> None:
    """Halls with saw-tooth roofs, stacks that smoke, tanks, pipes, gantries."""
    u, rng, y = plane.unit, plane.rng, plane.height
    for x in plane.spread(86, 0.4):
        build, h = rng.random(), low * u * (0.8 + 0.5 * rng.random())
        for k in range(2 if build < 0.6 else 1):
            sx, tall, w = x + (34 + 13 * k) * u, h + (34 + 26 * rng.random()) * u, (6.5 + 2 * rng.random()) * u
            plane.block(sx, y - tall, w, tall, "brick", 2)
            for band in range(3):
                plane.block(sx - 0.6 * u, y - tall + band * 9 * u, w + 1.2 * u, 2 * u, "brick" if band else metal, 3)
            for puff in range(6):
                r = (3.4 + 1.7 * puff) * u
                plane.mass(
                    [
                        (sx + w / 2 + puff * 5 * u, y - tall - (4 + 6.5 * puff) * u, r),
                        (sx + w / 2 + (puff * 5 - 4) * u, y - tall - (3 + 6.5 * puff) * u, 0.7 * r),
                    ],
                    "smoke",
                    leafy=0.15,
                )
        plane.block(x, y - h, 60 * u, h, wall, 2)
        for k in range(4):
            left = x + k * 15 * u

            def tooth(px: Field, py: Field, left: float = left, h: float = h) -> Field:
                rise = (px - left) / (15 * u) * 9 * u
                return np.where(
                    (px >= left) & (px < left + 15 * u) & (py >= y - h - rise) & (py <= y - h), np.where(px > left + 12 * u, 3, 1), -1
                )

            plane.shape(left, y - h - 10 * u, left + 15 * u, y - h, tooth, metal)
        for k in range(6):
            for j in range(int(h / (13 * u))):
                plane.box(
                    x + (4 + 9.4 * k) * u,
                    y - h + (6 + 13 * j) * u,
                    5.6 * u,
                    6 * u,
                    "window" if rng.random() < 0.55 else wall,
                    3 if rng.random() < 0.7 else 0,
                )
                plane.box(x + (6.4 + 9.4 * k) * u, y - h + (6 + 13 * j) * u, max(1, 0.8 * u), 6 * u, wall, 1)
        tx = x + 66 * u
        plane.block(tx, y - 0.8 * h, 15 * u, 0.8 * h, metal, 2)
        plane.ellipse(tx + 7.5 * u, y - 0.8 * h, 7.5 * u, 4 * u, metal, 3)
        for k in range(3):
            plane.box(tx, y - 0.7 * h + k * 9 * u, 15 * u, max(1, u), metal, 1)
        plane.box(x + 58 * u, y - 0.5 * h, 12 * u, 2.4 * u, metal, 3)


def pipes(plane: Plane, gap: float = 70, *, metal: str = "metal") -> None:
    """Thick pipes with joints and valves in the foreground."""
    u, rng = plane.unit, plane.rng
    high = plane.height - 26 * u
    plane.block(0, high, plane.width, 1, metal, 1)
    for k, tone in enumerate((4, 3, 3, 2, 2, 1, 0)):
        plane.box(0, high + k * u, plane.width, u + 1, metal, tone)
    for x in plane.spread(gap, 0.5):
        w = (7 + 3 * rng.random()) * u
        plane.block(x, high - 0.1 * u, w, plane.height, metal, 2)
        plane.block(x - 1.4 * u, high - 2 * u, w + 2.8 * u, 3.4 * u, metal, 3)
        plane.block(x - 1.4 * u, high + 8 * u, w + 2.8 * u, 3 * u, metal, 3)
        if rng.random() < 0.6:
            plane.ellipse(x + 26 * u, high + 3.5 * u, 5 * u, 5 * u, "accent", 2)
            plane.ellipse(x + 26 * u, high + 3.5 * u, 2.6 * u, 2.6 * u, metal, 1, flat=True)


def ruins(plane: Plane, ground: Field, gap: float = 84, size: float = 1.0, *, stone: str = "stone", moss: str | None = "leaf") -> None:
    """Columns, whole and broken, arches and lintels, grown over."""
    u, rng = plane.unit * size, plane.rng

    def column(x: float, y: float, h: float, whole: bool) -> None:
        w = 8 * u
        plane.block(x, y - h, w, h, stone, 2)
        for k in (0.3, 0.52):
            plane.box(x + k * w, y - h, max(1, 0.8 * u), h, stone, 1)
        plane.block(x - 2 * u, y - 4 * u, w + 4 * u, 4 * u, stone, 2)
        if whole:
            plane.block(x - 1.4 * u, y - h, w + 2.8 * u, 3 * u, stone, 3)
            plane.block(x - 2.6 * u, y - h - 3 * u, w + 5.2 * u, 3 * u, stone, 3)
        else:
            plane.gable(x + 0.35 * w, y - h + 1, 0.4 * w, 4 * u, stone, 2)

    for x in plane.spread(gap, 0.6):
        y, build = _foot(ground, x) + 4 * u, rng.random()
        if build < 0.4:
            h = (46 + 16 * rng.random()) * u
            for k in range(3):
                column(x + k * 19 * u, y, h if k < 2 or rng.random() < 0.5 else 0.5 * h, True)
            plane.block(x - 5 * u, y - h - 9 * u, 36 * u, 6.4 * u, stone, 2)
            plane.box(x - 5 * u, y - h - 9 * u, 36 * u, max(1, u), stone, 4)
            if rng.random() < 0.6:
                plane.gable(x + 13 * u, y - h - 8 * u, 20 * u, 11 * u, stone, 2)
        elif build < 0.7:
            h = 40 * u
            for side in (0, 30 * u):
                plane.block(x + side, y - h, 9 * u, h, stone, 2)

            def arch(px: Field, py: Field, x: float = x, y: float = y, h: float = h) -> Field:
                away = np.hypot(px - (x + 19.5 * u), (py - (y - h)) * 1.05)
                angle = np.arctan2(py - (y - h), px - (x + 19.5 * u))
                joint = (np.floor(angle * 6) % 2).astype(int)
                return np.where((away >= 10.5 * u) & (away <= 19.5 * u) & (py <= y - h + 1), 2 + joint * (away > 12 * u), -1)

            plane.shape(x, y - h - 20 * u, x + 39 * u, y - h + 1, arch, stone)
        else:
            column(x, y, (16 + 26 * rng.random()) * u, False)
            plane.block(x + 14 * u, y - 6 * u, 13 * u, 7 * u, stone, 2)
            plane.block(x + 23 * u, y - 4 * u, 9 * u, 5 * u, stone, 1)
        if moss is not None:
            for k in range(4):
                mx, my = x + (k * 11 - 4) * u, y - 2 * u
                plane.mass([(mx, my, 4.5 * u), (mx + 4 * u, my + u, 3.4 * u)], moss, floor=y + 2)
            if build < 0.7:
                plane.mass(
                    [(x + 8 * u, y - (42 + 14 * (build < 0.4)) * u, 5 * u), (x + 14 * u, y - (44 + 14 * (build < 0.4)) * u, 3.6 * u)], moss
                )


def graves(plane: Plane, ground: Field, gap: float = 22, *, stone: str = "stone") -> None:
    """Headstones, crosses, an iron fence; here and there a crypt."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(5.5, 0.0):
        y = _foot(ground, x) + u
        plane.box(x, y - 13 * u, max(1, 0.9 * u), 14 * u, "iron", 1)
        plane.gable(x + 0.5 * u, y - 12 * u, 1.2 * u, 3 * u, "iron", 1)
    level = [_foot(ground, x) for x in range(plane.width)]
    for x in range(plane.width):
        plane.box(x, level[x] - 10 * u, 1, max(1, 0.8 * u), "iron", 1)
        plane.box(x, level[x] - 4 * u, 1, max(1, 0.8 * u), "iron", 1)
    for x in plane.spread(gap, 1.0):
        y, build = _foot(ground, x) + 2 * u, rng.random()
        w, h = (7 + 3 * rng.random()) * u, (9 + 4 * rng.random()) * u
        if build < 0.55:
            plane.block(x, y - h, w, h, stone, 2)
            plane.ellipse(x + w / 2, y - h, w / 2, 0.42 * w, stone, 2)
            plane.box(x + 0.3 * w, y - 0.8 * h, 0.4 * w, max(1, 0.8 * u), stone, 0)
            plane.box(x + 0.3 * w, y - 0.6 * h, 0.3 * w, max(1, 0.8 * u), stone, 0)
        elif build < 0.85:
            plane.block(x + 0.36 * w, y - 1.5 * h, 0.28 * w, 1.5 * h, stone, 2)
            plane.block(x, y - 1.15 * h, w, 0.26 * w, stone, 3)
        else:
            plane.block(x, y - 1.5 * h, 2.4 * w, 1.5 * h, stone, 2)
            plane.gable(x + 1.2 * w, y - 1.5 * h + 1, 1.5 * w, 0.8 * w, stone, 2)
            plane.box(x + 0.9 * w, y - 0.9 * h, 0.6 * w, 0.9 * h, stone, 0)


def wrecks(plane: Plane, ground: Field, gap: float = 78, *, wall: str = "concrete", rust: str = "rust") -> None:
    """Gutted buildings, bent girders, a pylon, heaps of rubble."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.7):
        y, w, h = _foot(ground, x) + 4 * u, (26 + 16 * rng.random()) * u, (34 + 36 * rng.random()) * u
        if rng.random() < 0.25:
            for side in (-1, 1):
                plane.stroke(x + side * 9 * u, y, x, y - 70 * u, max(1.0, 1.6 * u), rust, 2)
            for k in range(6):
                half = 9 * u * (1 - k / 6.4)
                plane.stroke(x - half, y - k * 11 * u, x + half * 0.8, y - (k + 1) * 11 * u, 1, rust, 1)
                plane.stroke(x - half, y - k * 11 * u, x + half, y - k * 11 * u, 1, rust, 2)
            for arm in (48, 62):
                plane.stroke(x - 14 * u, y - arm * u, x + 14 * u, y - (arm + 1) * u, max(1.0, 1.4 * u), rust, 2)
            continue
        broken = np.cumsum(rng.random(40) - 0.5) * 3 * u

        def wall_at(px: Field, py: Field, x: float = x, y: float = y, w: float = w, h: float = h, broken: Field = broken) -> Field:
            column = np.clip(((px - x) / w * 24).astype(int), 0, 39)
            top = y - h + np.abs(broken[column]) + np.maximum(0, (px - x) / w - 0.5) * h * 0.7
            room_x, room_y = ((px - x) / (8 * u)) % 1, ((py - y) / (12 * u)) % 1
            hole = (room_x > 0.3) & (room_x < 0.78) & (room_y > 0.25) & (room_y < 0.72)
            tone = np.where(px - x > 0.8 * w, 1, np.where(room_y > 0.9, 3, 2))
            return np.where((px >= x) & (px < x + w) & (py >= top) & (py < y), np.where(hole, 0, tone), -1)

        plane.shape(x, y - h, x + w, y, wall_at, wall)
        for k in range(4):
            bx = x + w * (0.3 + 0.2 * k)
            plane.stroke(bx, y - h * (0.7 - 0.12 * k), bx + (4 + 6 * rng.random()) * u, y - h * (0.9 - 0.13 * k), max(1.0, u), rust, 2)
        for k in range(5):
            r = (3 + 4 * rng.random()) * u
            plane.gable(x + w * (0.7 + 0.2 * k), y, r * 1.4, r, wall, 2)


def ship(plane: Plane, top: float, gap: float = 300, *, hull: str = "timber") -> None:
    """Sailing ships on the horizon, `top` the water's y."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.9):
        s = u * (0.7 + 0.5 * rng.random())

        def body(px: Field, py: Field, x: float = x, s: float = s) -> Field:
            down = (py - (top - 6 * s)) / (7 * s)
            return np.where((px > x - (17 - 5 * down) * s) & (px < x + (19 - 6 * down) * s) & (down >= 0), np.where(down < 0.3, 3, 1), -1)

        plane.shape(x - 20 * s, top - 6 * s, x + 20 * s, top + 1, body, hull)
        for dx, h in ((-8, 24), (4, 30)):
            plane.box(x + dx * s, top - (6 + h) * s, max(1, s), h * s, hull, 1)
            for k in range(2):

                def sail(
                    px: Field,
                    py: Field,
                    cx: float = x + (dx + 0.5) * s,
                    cy: float = top - (6 + h * (0.68 - 0.42 * k)) * s,
                    s: float = s,
                    h: float = h,
                ) -> Field:
                    ny = (py - cy) / (0.19 * h * s)
                    right = cx + (4.4 + 2.6 * (1 - ny * ny)) * s
                    return np.where(
                        (np.abs(ny) < 1) & (px > cx - 4.6 * s) & (px < right),
                        np.where(px > right - 2.4 * s, 1, np.where(ny < -0.5, 4, 3)),
                        -1,
                    )

                plane.shape(x + (dx - 5) * s, top - (6 + h) * s, x + (dx + 9) * s, top, sail, "sail")
        plane.box(x + 4 * s, top - 37 * s, 4 * s, 2 * s, "flag", 3)


def lamps(plane: Plane, ground: Field, gap: float = 90) -> None:
    """Street lamps."""
    u = plane.unit
    for x in plane.spread(gap, 0.3):
        y = _foot(ground, x) + 2 * u
        plane.box(x, y - 34 * u, max(1, 1.6 * u), 35 * u, "iron", 1)
        plane.box(x - 2 * u, y - 3 * u, 5.6 * u, 4 * u, "iron", 1)
        plane.box(x - 2.4 * u, y - 41 * u, 6.4 * u, 7 * u, "iron", 0)
        plane.box(x - 1.4 * u, y - 40 * u, 4.4 * u, 5 * u, "lamp", 3)
        plane.gable(x + 0.8 * u, y - 41 * u, 4 * u, 3 * u, "iron", 1)


def fence(plane: Plane, ground: Field, gap: float = 8, *, wood: str = "timber") -> None:
    u = plane.unit
    for x in plane.spread(gap, 0.0):
        y = _foot(ground, x) + u
        plane.block(x, y - 10 * u, 3 * u, 11 * u, wood, 3)
    for x in range(plane.width):
        y = _foot(ground, x)
        for rail in (7.5, 3.5):
            plane.box(x, y - rail * u, 1, max(1, 1.6 * u), wood, 2)


def hedge(plane: Plane, ground: Field, gap: float = 60, *, leaf: str = "leaf") -> None:
    """Clipped hedges with balls and cones between."""
    u, rng = plane.unit, plane.rng
    for x in plane.spread(gap, 0.3):
        y = _foot(ground, x) + 2 * u
        for k in range(6):
            plane.mass([(x + k * 6 * u, y - 5 * u, 5.4 * u)], leaf, leafy=0.8)
        if rng.random() < 0.5:
            plane.box(x + 42 * u, y - 12 * u, max(1, 2 * u), 12 * u, "trunk", 2)
            plane.mass([(x + 43 * u, y - 19 * u, 8 * u)], leaf, leafy=0.6)
        else:
            for k in range(5):
                plane.mass([(x + 43 * u, y - (4 + 5 * k) * u, (7 - 1.2 * k) * u)], leaf, leafy=0.6)
