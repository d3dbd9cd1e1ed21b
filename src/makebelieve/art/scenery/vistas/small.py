"""A garden as whoever is no bigger than a thumb sees it: stems like trunks, pebbles like boulders, a snail shell like a house."""

from __future__ import annotations

import numpy as np

from makebelieve.art.scenery import growth, relief
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import TONES, Plane, periodic
from makebelieve.art.scenery.vistas import pieces


def _blade(s: Spot, cx: float, tall: float, wide: float, lean: float, material: str, tone: int = 2) -> None:
    """A blade of grass that bends over as it rises: lit on its left, a rib along its middle."""
    left, right = cx - wide + min(0.0, lean), cx + wide + max(0.0, lean)

    def at(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        up = np.clip(y / tall, 0, 1)
        off = x - (cx + lean * up * up)
        half = wide / 2 * (1 - up**2.2)
        shade = np.where(np.abs(off) < 0.6, tone - 1, np.where(off < 0, tone + 1, tone))
        return np.where((np.abs(off) <= half) & (y >= -4), shade, -1)

    s.shape(left, -4, right - left, tall + 4, at, material)


def _blades(p: Plane, above: float, gap: float, tall: float, wide: float, *leaves: str, tone: int = 2) -> None:
    """Blades one beside the other, in turns of these colours."""
    for number, s in enumerate(pieces.spots(p, above, gap, 0, 0.9)):
        high, lean = tall * (0.65 + 0.5 * p.rng.random()), (p.rng.random() - 0.5) * 0.6 * tall
        _blade(s, 0, high, wide * (0.8 + 0.5 * p.rng.random()), lean, leaves[number % len(leaves)], tone)


def _crumbs(p: Plane, above: float, material: str, gap: float = 34, size: float = 7) -> None:
    """Crumbs of earth, or pebbles, as large as whoever walks among them."""
    for s in pieces.spots(p, above, gap, 0, 1.0):
        r = size * (0.5 + 0.8 * p.rng.random())
        s.ball(0, 0.4 * r, r, 0.75 * r, material, 2)


def _leaf(s: Spot, x: float, y: float, long: float, rise: float, material: str, tone: int = 2) -> None:
    """A broad leaf on a stem at (x, y), its tip `long` aside and `rise` up."""
    steep = rise / long
    a = min(0.0, long)

    def at(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        along = (px - x) / long
        off = py - y - steep * (px - x)
        half = 0.42 * abs(long) * np.sin(np.pi * np.clip(along, 0, 1)) ** 0.8 * (1 - 0.35 * along)
        shade = np.where(np.abs(off) < 0.8, tone - 1, np.where(off > 0, tone + 1, tone))
        return np.where((along >= 0) & (along <= 1) & (np.abs(off) <= half), shade, -1)

    s.shape(x + a, y - abs(rise) - 0.5 * abs(long), abs(long), 2 * abs(rise) + abs(long), at, material)


def _stems(p: Plane, above: float, gap: float, thick: float, leaf: str, *, tone: int = 2) -> None:
    """Green stems that go up out of the picture, with leaves at their sides."""
    for s in pieces.spots(p, above, gap, 0, 0.7):
        lean = (9 + 11 * p.rng.random()) * (1 if s.mirrored else -1)
        s.line(0, -3, lean, 190, thick * (0.8 + 0.4 * p.rng.random()), leaf, tone, thick * 0.7)
        for k in range(2):
            y = 44 + 62 * k + 24 * p.rng.random()
            side = 1 if k % 2 else -1
            _leaf(s, lean * y / 190, y, side * (5 * thick + 12 * p.rng.random()), 10 + 8 * p.rng.random(), leaf, tone)


def flower_bed(p: Plane, n: int) -> None:
    """Stems like trunks, petals on the dark earth, a plant label, a daisy over all of it."""
    if n == 0:
        growth.canopy(p, p.line(66, 96, 4), 12, 13, leaf="leaf3")
        _stems(p, 36, 24, 3.4, "leaf3")
    elif n == 1:
        _stems(p, 30, 46, 6, "leaf2")
        pieces.stand(p, 30, 110, (60, _daisy))
        growth.earth(p, p.line(30, 40, 4), "mud")
    else:
        _stems(p, 18, 160, 9, "leaf")
        pieces.stand(p, 20, 320, (46, _label), jitter=0.2)
        growth.earth(p, p.line(20, 28, 4), "mud")
        _crumbs(p, 18, "mud", 30, 6)
        for number, s in enumerate(pieces.spots(p, 8, 52, 0, 0.9)):
            _leaf(s, -17, 2, 34, 4, ("petal", "petal3", "petal2")[number % 3], 3)


def _daisy(s: Spot) -> None:
    s.line(30, 0, 32, 104, 5, "leaf", 2, 4)
    for k in range(14):
        a = 2 * np.pi * k / 14
        s.line(32, 112, 32 + 26 * np.cos(a), 112 + 20 * np.sin(a), 4, "cream", 3 if np.sin(a) > 0 else 2, 7)
    s.ball(32, 112, 10, 8, "petal3", 2)


def _label(s: Spot) -> None:
    """A wooden label that leans, a picture of a flower on it and what once was writing."""
    s.line(22, -2, 27, 78, 24, "straw2", 2)
    s.line(22, -2, 27, 78, 19, "cream", 2)
    for k in range(3):
        s.line(19 + k, 28 + 9 * k, 32 + k, 29 + 9 * k, 1.6, "timber", 1)
    for k in range(5):
        a = 2 * np.pi * k / 5
        s.ball(27 + 4.4 * np.cos(a), 64 + 4.4 * np.sin(a), 3, 3, "petal", 3, flat=True)
    s.ball(27, 64, 2.4, 2.4, "petal3", 3, flat=True)


def long_grass(p: Plane, n: int) -> None:
    """Blades on every side, clover like roofs, a dandelion clock, a feather on the way."""
    if n == 0:
        _blades(p, 36, 7, 120, 9, "leaf3", "grass2")
        _blades(p, 30, 10, 86, 10, "grass2", "leaf2")
    elif n == 1:
        pieces.stand(p, 30, 150, (50, _clock))
        _blades(p, 30, 19, 122, 13, "leaf2", "grass", "leaf")
        growth.earth(p, p.line(28, 36, 4), "mud")
        growth.tufts(p, p.line(30, 36, 4), "leaf2", 6, 7)
    else:
        pieces.stand(p, 20, 110, (56, _clover), (56, _clover), (40, _mossy))
        _blades(p, 16, 105, 150, 19, "grass", "leaf")
        growth.earth(p, p.line(18, 25, 3), "path")
        for s in pieces.spots(p, 8, 320, 0, 0.6):
            _feather(s)
        _crumbs(p, 6, "rock", 64, 6)


def _clock(s: Spot) -> None:
    """A dandelion gone to seed."""
    s.line(26, 0, 23, 116, 4, "leaf2", 3, 3)
    for k in range(22):
        a = 2 * np.pi * k / 22
        far = 22 + 3 * (k % 2)
        s.line(23, 122, 23 + far * np.cos(a), 122 + far * np.sin(a), 1, "cream", 3)
        s.ball(23 + far * np.cos(a), 122 + far * np.sin(a), 3, 3, "cream", 4, flat=True)
    s.ball(23, 122, 5, 5, "straw2", 2)


def _clover(s: Spot) -> None:
    s.line(28, 0, 27, 50, 3, "leaf2", 2)
    for dx, dy in ((-14, -2), (14, 0), (0, 10)):
        s.ball(27 + dx, 52 + dy, 14, 8.5, "leaf2", 2)
        s.line(27 + 0.4 * dx, 52 + 0.4 * dy, 27 + 1.3 * dx, 53 + 1.3 * dy, 2.2, "leaf2", 4)


def _mossy(s: Spot) -> None:
    s.ball(20, 8, 17, 14, "rock", 2)
    s.mass([(6, 3, 8), (14, 3, 7), (30, 2, 9), (37, 1, 6)], "leaf", leafy=1.0, squash=0.8)


def _feather(s: Spot) -> None:
    for k in range(26):
        x = -36 + 2.7 * k
        half = 9 * np.sin(np.pi * (k + 2) / 29)
        s.line(x, 0.1 * x, x + 5, 0.1 * x + half, 2.6, "cream", 3)
        s.line(x, 0.1 * x, x + 5, 0.1 * x - half, 2.6, "cream", 2)
    s.line(-52, -5, 36, 4, 1.6, "stone", 1)


def vegetable_bed(p: Plane, n: int) -> None:
    """Lettuces like houses in a row, radishes, bean poles out of sight, a string from peg to peg."""
    if n == 0:
        for s in pieces.spots(p, 36, 40, 0, 0.4):
            s.line(0, 0, 10, 190, 3, "timber", 2)
            for k in range(6):
                _leaf(s, 2 + 1.6 * k, 22 + 24 * k, (18, -18)[k % 2], 6, "leaf3")
        growth.canopy(p, p.line(44, 58, 5), 12, 12, leaf="leaf3")
    elif n == 1:
        pieces.stand(p, 34, 92, (84, _lettuce), jitter=0.2)
        growth.earth(p, p.line(34, 40, 3), "mud")
        for s in pieces.spots(p, 34, 160, 0, 0.1):
            s.block(-2, 0, 5, 26, "timber", 2)
        p.box(0, p.height - 54 * p.unit, p.width, max(1, p.unit), "cream", 3)
    else:
        pieces.stand(p, 20, 150, (40, _radish), (70, _cabbage))
        growth.earth(p, p.line(19, 26, 4), "mud")
        u = p.unit
        p.box(0, p.height - 11 * u, p.width, 4 * u, "mud", 0)
        p.box(0, p.height - 7 * u, p.width, max(1, u), "mud", 4)
        _crumbs(p, 15, "mud", 26, 5)


def _lettuce(s: Spot) -> None:
    """A fan of crinkled leaves with pale ribs, the outer ones lying on the earth."""
    for k, (dx, tall, leaf) in enumerate(
        (
            (-40, 14, "leaf"),
            (40, 14, "leaf"),
            (-32, 44, "leaf"),
            (32, 44, "leaf"),
            (0, 62, "leaf"),
            (-18, 48, "grass"),
            (18, 48, "grass"),
            (0, 44, "grass"),
        )
    ):
        x, y = 42 + 0.62 * dx, 0.62 * tall
        r = 19 if k < 5 else 15
        s.mass([(x, y, r), (x + 0.34 * dx, y + 0.3 * tall, 0.6 * r), (42 + 0.3 * dx, 0.3 * tall, 0.8 * r)], leaf, leafy=0.6, squash=0.9)
        for bend in (-0.3, 0.3):
            s.line(42 + 0.5 * dx, 0.5 * tall, 42 + 0.8 * dx + 20 * bend, 0.9 * tall, 1, "grass", 4)
        s.line(42 + 0.1 * dx, 2, 42 + 0.9 * dx, tall, 3, "cream", 3, 1)


def _radish(s: Spot) -> None:
    for side in (-16, 0, 14):
        s.line(20, 16, 20 + side, 50, 3, "leaf", 3)
        _leaf(s, 20 + 0.7 * side, 40, side + (6 if side >= 0 else -6), 24, "leaf")
    s.ball(20, 6, 19, 15, "flag", 2)
    s.ball(14, 13, 4, 3, "flag", 4, flat=True)


def _cabbage(s: Spot) -> None:
    """A broad leaf that has come down like a ramp, its ribs pale."""
    s.mass([(14, 4, 12), (28, 9, 15), (44, 17, 17), (58, 28, 14)], "leaf2", leafy=0.4, squash=0.8)
    s.line(0, 0, 30, 9, 4, "cream", 3, 3)
    s.line(30, 9, 64, 33, 3, "cream", 3, 1)
    for x, y, dx, dy in ((16, 5, 4, 9), (30, 9, 5, 11), (44, 18, 3, 11), (24, 7, 12, -5), (40, 15, 13, -5)):
        s.line(x, y, x + dx, y + dy, 1.4, "cream", 3, 0.8)


def garden_pond(p: Plane, n: int) -> None:
    """Lily pads and duckweed, rushes and irises out of the water, flat stones for a rim."""
    if n == 0:
        growth.canopy(p, p.line(92, 112, 4), 15, 14, leaf="leaf3")
        _blades(p, 78, 10, 74, 8, "leaf3", "leaf2")
        relief.sea(p, 80, swell=0.4)
    elif n == 1:
        for number, s in enumerate(pieces.spots(p, 48, 150, 0, 0.3)):
            for k in range(7):
                _blade(s, 6 * k - 18, 70 + 8 * ((5 * k) % 4), 7, 3 * (k - 3), "leaf2")
            for k in range(3):
                x, y = 21 * k - 21, 66 + 22 * (k % 2)
                s.line(x, 0, x, y, 2, "leaf2", 3)
                if number % 2:
                    s.block(x - 3, y, 7, 20, "trunk", 2)
                else:
                    for dx, dy in ((-8, -9), (8, -9), (0, -12), (-5, 11), (5, 11)):
                        s.line(x, y, x + dx, y + dy, 2, "petal2", 3 if dy > 0 else 2, 6)
                    s.line(x, y, x, y - 8, 1.6, "petal3", 3)
        relief.sea(p, 54, material="water2", swell=0.6)
        for number, s in enumerate(pieces.spots(p, 34, 56, 0, 0.8)):
            _pad(s, 20 + 6 * p.rng.random(), 4 + 7 * (number % 2), number % 3 == 0)
    else:
        _blades(p, 14, 150, 96, 14, "leaf", "grass")
        growth.earth(p, p.line(14, 18, 4), "rock")
        for number, s in enumerate(pieces.spots(p, 8, 52, 0, 0.25)):
            wide, tall = 21 + 6 * p.rng.random(), 9 + 4 * (number % 2)
            s.ball(0, 0, wide + 1.4, tall + 1, "rock", 0, flat=True)
            s.ball(0, 0, wide, tall, "stone", 2)
            s.ball(-2, 0.45 * tall, 0.7 * wide, 0.36 * tall, "stone", 4, flat=True)
        for s in pieces.spots(p, 15, 70, 0, 0.8):
            s.mass([(-5, 1, 5), (2, 2, 6), (9, 0, 4)], "leaf", leafy=1.0, squash=0.7)


def _pad(s: Spot, r: float, y: float, flower: bool) -> None:
    """A lily pad with its notch; on some a flower, beside others duckweed."""
    s.shape(-r, y - 7, 2 * r, 14, lambda px, py: np.where(((px / r) ** 2 + ((py - y) / 6.4) ** 2 < 1) & ~((px > 2) & (np.abs(py - y + 2) < 0.16 * px)), np.where(py > y + 3, 3, 2), -1), "leaf")  # fmt: skip
    if flower:
        for k in range(7):
            s.line(-4, y + 3, -4 + 11 * np.cos(np.pi * k / 6), y + 4 + 11 * np.sin(np.pi * k / 6), 2, "petal", 3, 4)
        s.ball(-4, y + 5, 3, 3, "petal3", 3)
    else:
        for k in range(9):
            s.ball(r + 4 + (7 * k) % 23, y - 6 + (5 * k) % 9, 2, 1, "grass", 3, flat=True)


def foot_of_wall(p: Plane, n: int) -> None:
    """Stones one over another out of sight, moss in the cracks, ferns, flowerpots, warm pebbles."""
    u = p.unit
    if n == 0:
        rows = 5
        count = max(3, round(p.width / (62 * u)))
        row = p.y * rows // p.height
        place = p.x * count / p.width + 0.5 * (row % 2)
        roll = p.rng.random((rows, count))[row, np.floor(place).astype(np.int64) % count]
        inside = np.minimum((place % 1) * p.width / count, (1 - place % 1) * p.width / count)
        deep = np.minimum(p.y - row * p.height / rows, (row + 1) * p.height / rows - p.y)
        grain = periodic(p.height, p.width, max(4, round(p.width / (6 * u))), p.height / (5 * u), p.rng)
        tone = 2 + (roll > 0.7).astype(np.int64) + (grain > 0.72) - (grain < 0.24)
        wobble = 2.2 * u + 2.4 * u * periodic(p.height, p.width, max(4, round(p.width / (12 * u))), p.height / (12 * u), p.rng)
        crack = (inside < wobble) | (deep < wobble)
        p.ink = np.where(crack, p.code("rock"), p.code("stone") + np.clip(tone, 0, TONES - 1)).astype(np.uint8)
        for s in pieces.spots(p, 0, 48, 0, 0.8):
            y = 36 * (1 + int(p.rng.random() * 4))
            s.mass([(-9, y, 5), (0, y + 1, 7), (8, y - 1, 5), (3, y - 7, 5)], "leaf2", leafy=1.0)
    elif n == 1:
        pieces.stand(p, 30, 108, (70, _fern), (64, _pots), (70, _fern))
        growth.canopy(p, p.line(30, 34, 5), 12, 6, leaf="leaf")
        growth.earth(p, p.line(28, 34, 3), "mud")
    else:
        growth.earth(p, p.line(17, 22, 3), "path")
        for number, s in enumerate(pieces.spots(p, 12, 26, 0, 0.6)):
            r = 8 + 8 * p.rng.random()
            s.ball(0, 0.4 * r, r, 0.66 * r, ("rock", "stone", "sand2")[number % 3], 2)
        _blades(p, 4, 150, 60, 11, "grass")


def _fern(s: Spot) -> None:
    for k, (dx, tall) in enumerate(((-34, 34), (-22, 62), (0, 78), (22, 60), (36, 30))):
        for j in range(12):
            t = j / 12
            x, y = 35 + dx * t * t, tall * t
            half = 11 * (1 - t) + 1.4
            s.line(x, y, x - half, y + 4, 2, "leaf", 1 + k % 2)
            s.line(x, y, x + half, y + 4, 2, "leaf", 2 + k % 2)
        s.line(35, 0, 35 + 0.3 * dx, 0.55 * tall, 1.4, "leaf", 4)


def _pots(s: Spot) -> None:
    """A stack of flowerpots, each in the one below, that leans."""
    s.shape(4, 0, 56, 46, lambda x, y: np.where(np.abs(x - 30 - 0.06 * y) < 17 + 0.14 * y, np.where(x < 20, 3, np.where(x > 42, 1, 2)), -1), "pot")  # fmt: skip
    for k, y in enumerate((44, 60, 76)):
        lean = 3 + 2.4 * k
        s.block(8 + lean, y - 6, 44, 7, "pot", 1)
        s.block(3 + lean, y, 54, 11, "pot", 2)
        s.box(3 + lean, y + 9.6, 54, 1.6, "pot", 4)
        s.box(3 + lean, y - 0.8, 54, 1.2, "pot", 0)
    s.ball(36, 87, 24, 3, "pot", 0, flat=True)
