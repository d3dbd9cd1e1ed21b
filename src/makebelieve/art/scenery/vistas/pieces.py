"""What stands about in several places out of doors: house fronts, boats, tents, rails, and the ground that figures stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from makebelieve.art.scenery import growth
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Field, Plane

Piece = Callable[[Spot], None]


def level(plane: Plane, above: float) -> Field:
    """A straight line of y (width,), `above` design pixels above the bottom."""
    return np.full(plane.width, plane.height - above * plane.unit)


def spots(plane: Plane, above: float, gap: float, width: float, jitter: float = 0.4) -> Iterator[Spot]:
    """Places for pieces `width` design pixels wide, about `gap` apart, whose feet are `above` design pixels above the bottom."""
    for x in plane.spread(gap, jitter):
        yield Spot(plane, x - width * plane.unit / 2, plane.height - above * plane.unit, width, mirrored=bool(plane.rng.random() < 0.5))


def stand(plane: Plane, above: float, gap: float, *pieces: tuple[float, Piece], jitter: float = 0.3) -> None:
    """Pieces (width, piece), one after the other."""
    for number, spot in enumerate(spots(plane, above, gap, 0, jitter)):
        width, piece = pieces[number % len(pieces)]
        piece(Spot(plane, spot.left - width * plane.unit / 2, spot.base, width, mirrored=spot.mirrored))


def paving(plane: Plane, above: float, material: str, *, across: float = 22) -> None:
    """A floor of slabs that grow towards the viewer."""
    u = plane.unit
    growth.earth(plane, level(plane, above), material, rough=False)
    y, row = plane.height - above * u, 0
    count = max(4, round(plane.width / (across * u)))
    while y < plane.height:
        deep = (3 + 3.4 * row) * u
        plane.box(0, y, plane.width, 1, material, 1)
        for k in range(count):
            plane.box((k + 0.5 * (row % 2)) * plane.width / count, y, 1, deep, material, 1)
        y, row = y + deep, row + 1


def planks(plane: Plane, above: float, material: str = "timber") -> None:
    """A floor of boards along the picture."""
    u = plane.unit
    growth.earth(plane, level(plane, above), material, rough=False)
    y, row = plane.height - above * u, 0
    while y < plane.height:
        plane.box(0, y, plane.width, max(1, 0.8 * u), material, 1)
        for x in plane.spread(46 + 8 * row, 0.8):
            plane.box(x, y, max(1, 0.8 * u), (5 + 2 * row) * u, material, 1)
        y, row = y + (4 + 2 * row) * u, row + 1


def railing(plane: Plane, above: float, *, height: float = 24, material: str = "iron", gap: float = 5) -> None:
    """Thin bars under a rail."""
    u = plane.unit
    y = plane.height - above * u
    for x in plane.spread(gap, 0.0):
        plane.box(x, y - height * u, max(1, u), height * u, material, 1)
    for x in plane.spread(48, 0.0):
        plane.box(x, y - (height + 3) * u, max(2, 2.4 * u), (height + 3) * u, material, 0)
    plane.box(0, y - height * u, plane.width, max(1, 2.2 * u), material, 2)
    plane.box(0, y - 4 * u, plane.width, max(1, 1.2 * u), material, 1)


def benches(plane: Plane, above: float, gap: float = 130) -> None:
    """Benches that look at the viewer."""
    for s in spots(plane, above, gap, 30, 0.5):
        for rail in (11, 7.4):
            s.box(0, rail, 30, 2.2, "timber", 3)
        s.box(-1, 4, 32, 2.4, "timber", 2)
        for leg in (2, 26):
            s.box(leg, -1, 1.4, 14, "iron", 1)


def fronts(
    plane: Plane,
    above: float,
    low: float,
    high: float,
    *,
    walls: tuple[str, ...] = ("plaster", "wall"),
    roof: str | None = "roof",
    shops: bool = False,
    wide: float = 34,
) -> None:
    """House fronts shoulder to shoulder, with doors, windows that may be lit, and where `shops` says so awnings over show windows."""
    u, rng = plane.unit, plane.rng
    count = max(3, round(plane.width / (wide * u)))
    edges = [(k + (0.3 * (rng.random() - 0.5) if k else 0)) * plane.width / count for k in range(count)]
    edges.append(edges[0] + plane.width)
    for k in range(count):
        w = (edges[k + 1] - edges[k]) / u
        h = low + (high - low) * rng.random()
        s = Spot(plane, edges[k], plane.height - above * u, w)
        wall = walls[(k + (k + 1 == count and len(walls) > 1 and count % len(walls) == 1)) % len(walls)]
        if roof is not None:
            if rng.random() < 0.5:
                s.gable(w / 2, h - 1, w / 2, 13, roof, 2)
            else:
                s.shape(0, h, w, 11, lambda x, y, w=w, h=h: np.where((x > (y - h) * 0.5) & (x < w - (y - h) * 0.5), np.where((y - h) % 4 < 1, 1, 2), -1), roof)  # type: ignore[misc]  # fmt: skip
            s.block(w * 0.7, h + 4, 4, 11, wall, 1)
        s.block(0, 0, w, h, wall, 2)
        if roof is None:
            s.box(-0.5, h - 3, w + 1, 3, wall, 3)
        floor = 24 if shops else 4
        columns, rows = max(1, int((w - 5) / 10)), max(1, int((h - floor - 3) / 15))
        for i in range(columns):
            for j in range(rows):
                x, y = (i + 0.5) * w / columns - 3, floor + 5 + j * (h - floor - 3) / rows
                if not shops and j == 0 and i == k % columns:
                    continue
                s.box(x - 1, y - 1, 8, 11, wall, 3)
                s.box(x, y, 6, 9, "window" if rng.random() < 0.6 else "glass", 2)
                s.box(x, y + 4.4, 6, 0.8, wall, 1)
        if shops:
            s.box(2, 2, w - 4, 20, wall, 0)
            s.box(3, 5, w - 15, 14, "window", 2)
            s.box(w - 10, 0, 7, 18, "door", 2)
            for i in range(max(2, int((w - 3) / 4))):
                s.box(2 + 4 * i, 18, 4, 6, "awning" if i % 2 else "cream", 2 + (i % 2))
            s.box(1, 24, w - 2, 3.4, "sign", 2)
        else:
            x = (k % columns + 0.5) * w / columns - 4
            s.box(x - 1, 0, 10, 17, wall, 3)
            s.block(x, 0, 8, 16, "door", 2)


def town(plane: Plane, above: float, low: float, high: float) -> None:
    """Roofs of a town that may stand in any age, far off, with a steeple and a dome."""
    for number, s in enumerate(spots(plane, above, 150, 20, 0.6)):
        tall = high * (1.1 + 0.2 * plane.rng.random())
        s.block(3, 0, 14, tall, "plaster", 2)
        if number % 2:
            s.ball(10, tall, 10, 11, "roof", 2)
            s.box(9.4, tall + 9, 1.4, 8, "roof", 1)
        else:
            s.gable(10, tall, 9, 26, "roof", 2)
        s.box(8, tall - 10, 4, 6, "glass", 1)
    fronts(plane, above, low, high * 0.62, walls=("plaster", "wall3", "plaster"), wide=17)


def stall(s: Spot) -> None:
    """A market stall under a striped awning, 46 wide."""
    for x in (3, 41):
        s.box(x, 0, 2, 40, "timber", 1)
    s.block(1, 0, 44, 13, "timber", 2)
    for k in range(6):
        s.mass([(6 + 6.4 * k, 14, 4)], ("fruit", "leaf", "cream")[k % 3], leafy=0.4)
    for k in range(9):
        s.shape(0.6 + 5 * k, 32, 5, 13, lambda x, y, k=k: np.where(y > 33 + 2 * np.abs((x - 0.6) % 5 / 5 - 0.5), np.where(y > 42, 4, 3), -1), ("awning", "cream")[k % 2])  # type: ignore[misc]  # fmt: skip


def tent(s: Spot, cloth: str = "awning", other: str = "cream") -> None:
    """A round striped tent with a flag, 54 wide."""
    for k in range(9):
        s.box(3 + 5.4 * k, 0, 5.4, 24, (cloth, other)[k % 2], 2 + (k < 4))
        s.shape(0, 23, 54, 26, lambda x, y, k=k: np.where((np.abs(x - 27) < (49 - y) * 1.05) & (np.floor((x - 27) / np.maximum(1, (50 - y) * 0.24) + 4.5) == k), 2 + (x < 24), -1), (cloth, other)[k % 2])  # type: ignore[misc]  # fmt: skip
    s.shape(20, 0, 14, 20, lambda x, y: np.where(np.abs(x - 27) < 6.5 * (1 - y / 24), 0, -1), cloth)
    s.box(26.5, 48, 1.2, 12, "iron", 1)
    s.box(27.5, 55, 8, 4.6, cloth, 3)


def ridge_tent(s: Spot, cloth: str = "canvas") -> None:
    """A tent to sleep in, its flap open, 46 wide."""
    s.gable(23, 0, 23, 26, cloth, 2)
    s.shape(17, 0, 12, 20, lambda x, y: np.where(np.abs(x - 23) < 6 * (1 - y / 20), 0, -1), cloth)
    s.line(23, 26, 23, 29, 1.4, "timber", 2)
    for side in (-1, 1):
        s.line(23 + side * 20, 3, 23 + side * 27, 0, 0.8, "timber", 3)


def campfire(s: Spot) -> None:
    """A fire of logs between stones, 22 wide."""
    for x in (1, 6, 12, 17):
        s.ball(x + 2, 1.5, 3, 2.2, "rock", 2)
    s.line(4, 2, 17, 6, 2.4, "timber", 1)
    s.line(18, 2, 5, 6, 2.4, "timber", 2)
    for x, tall in ((7, 9), (11, 15), (15, 8)):
        s.gable(x, 4, 3.6, tall, "fire", 2)
        s.gable(x, 4, 1.8, 0.55 * tall, "fire", 4)


def boat(s: Spot, hull: str = "hull", *, mast: bool = True) -> None:
    """A fishing boat from its side, 58 wide; its foot is the waterline."""
    s.shape(0, -2, 58, 13, lambda x, y: np.where((x > 2 + (9 - y) * 0.7) & (x < 57 - (9 - y) * 0.5) & (y < 9 + 0.0016 * (x - 29) ** 2), np.where(y > 7, 3, np.where(y < 1, 0, 2)), -1), hull)  # fmt: skip
    s.block(30, 9, 16, 12, "cream", 2)
    s.box(33, 13, 4, 5, "window", 2)
    s.box(40, 13, 4, 5, "window", 2)
    s.box(29, 20, 18, 2, hull, 3)
    if mast:
        s.box(20, 9, 1.6, 40, "timber", 1)
        s.line(21, 47, 4, 11, 0.8, "iron", 1)
        s.line(21, 47, 54, 11, 0.8, "iron", 1)


def crate(s: Spot) -> None:
    """A wooden crate, 16 wide."""
    s.block(0, 0, 16, 14, "timber", 2)
    s.box(0, 0, 16, 2, "timber", 1)
    s.box(0, 12, 16, 2, "timber", 3)
    s.line(2, 2, 14, 12, 1.4, "timber", 1)


def bollard(s: Spot) -> None:
    """An iron post with a rope round it, 10 wide."""
    s.block(2, 0, 6, 10, "iron", 1)
    s.box(0, 9, 10, 3, "iron", 2)
    s.box(1, 4, 8, 2, "rope", 3)


def signpost(s: Spot) -> None:
    """A post with two arms, 30 wide."""
    s.block(13, 0, 3, 42, "timber", 1)
    s.block(10, 34, 20, 5, "timber", 3)
    s.block(0, 26, 18, 5, "timber", 2)


def crane(s: Spot, steel: str = "accent") -> None:
    """A tower crane, 90 wide."""
    s.block(30, 0, 5, 108, steel, 2)
    for k in range(13):
        s.line(30, 8 * k, 35, 8 * k + 8, 0.9, steel, 1)
    s.block(0, 104, 90, 4, steel, 2)
    for k in range(11):
        s.line(8 * k, 104, 8 * k + 8, 108, 0.8, steel, 1)
    s.line(32, 122, 4, 108, 0.9, steel, 1)
    s.line(32, 122, 84, 108, 0.9, steel, 1)
    s.box(31, 108, 3, 14, steel, 2)
    s.block(0, 98, 12, 8, "iron", 1)
    s.box(74, 70, 0.9, 34, "iron", 1)
    s.block(70, 62, 9, 8, "iron", 2)
    s.block(35, 97, 7, 7, "window", 2)
