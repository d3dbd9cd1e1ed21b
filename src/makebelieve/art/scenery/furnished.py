"""Rooms that are told by their furniture: kitchens, bedrooms, classrooms, wards. Each stands before the papered or the tiled wall."""

from __future__ import annotations

from makebelieve.art.scenery import rooms
from makebelieve.art.scenery.plane import Plane


def kitchen(plane: Plane, n: int) -> None:
    """A stove, pans on hooks, a sink under the window, cupboards."""
    u, base = plane.unit, plane.height - 14 * plane.unit
    if n == -1:
        rooms.tiled(plane, wall="wall", trim="wood")
    elif n == 0:
        rooms.windows(plane, 160, curtain="cloth")
    elif n == 1:
        for x in plane.spread(160, 0.0):
            plane.block(x - 8 * u, base - 40 * u, 62 * u, 40 * u, "wood", 2)
            plane.box(x - 10 * u, base - 44 * u, 66 * u, 5 * u, "stone", 3)
            plane.box(x + 8 * u, base - 44 * u, 28 * u, 9 * u, "metal", 3)
            plane.stroke(x + 22 * u, base - 44 * u, x + 22 * u, base - 58 * u, 2 * u, "metal", 3)
            plane.stroke(x + 22 * u, base - 58 * u, x + 30 * u, base - 55 * u, 2 * u, "metal", 3)
            for k in range(3):
                plane.box(x + (20 * k - 4) * u, base - 32 * u, 16 * u, 28 * u, "wood", 3)
                plane.box(x + (20 * k + 8) * u, base - 20 * u, 2 * u, 4 * u, "metal", 4)
            sx = x + 66 * u
            plane.block(sx, base - 46 * u, 50 * u, 46 * u, "iron", 2)
            plane.box(sx + 7 * u, base - 30 * u, 36 * u, 22 * u, "iron", 0)
            plane.box(sx + 10 * u, base - 26 * u, 30 * u, 14 * u, "fire", 2)
            for k in range(4):
                plane.ellipse(sx + (8 + 11 * k) * u, base - 38 * u, 3 * u, 3 * u, "metal", 3)
            plane.block(sx + 8 * u, base - 62 * u, 24 * u, 16 * u, "brass", 2)
            plane.box(sx + 6 * u, base - 63 * u, 28 * u, 3 * u, "brass", 4)
            plane.box(sx - 8 * u, 34 * u, 74 * u, 3 * u, "iron", 2)
            for k in range(4):
                px, r = sx + (1 + 18 * k) * u, (9, 7, 8, 6)[k] * u
                plane.box(px - u, 37 * u, 2 * u, 16 * u, "iron", 1)
                plane.ellipse(px, 53 * u + r, r, r, ("brass", "iron")[k % 2], 2)


def bedroom(plane: Plane, n: int) -> None:
    """A bed with its head, pillows and quilt, a lamp on a night table."""
    u, base = plane.unit, plane.height - 12 * plane.unit
    if n == -1:
        rooms.papered(plane)
    elif n == 0:
        rooms.windows(plane, 160)
    elif n == 1:
        for x in plane.spread(160, 0.0):
            bx = x + 48 * u
            plane.block(bx, base - 62 * u, 8 * u, 62 * u, "wood", 1)
            plane.block(bx + 76 * u, base - 40 * u, 7 * u, 40 * u, "wood", 1)
            plane.block(bx + 8 * u, base - 32 * u, 68 * u, 22 * u, "linen", 3)
            plane.block(bx + 30 * u, base - 35 * u, 47 * u, 26 * u, "quilt", 2)
            for i in range(4):
                for j in range(2):
                    plane.box(bx + (33 + 11 * i) * u, base - (32 - 11 * j) * u, 8 * u, 8 * u, "quilt", 1 + 2 * ((i + j) % 2))
            plane.ellipse(bx + 19 * u, base - 37 * u, 11 * u, 7 * u, "linen", 3)
            plane.block(x + 24 * u, base - 30 * u, 20 * u, 30 * u, "wood", 3)
            plane.box(x + 28 * u, base - 20 * u, 12 * u, 2 * u, "brass", 3)
            plane.box(x + 33 * u, base - 42 * u, 2 * u, 12 * u, "brass", 2)
            plane.gable(x + 34 * u, base - 40 * u, 10 * u, 16 * u, "lamp", 3)


def classroom(plane: Plane, n: int) -> None:
    """A blackboard with writing on it, rows of desks."""
    u, base = plane.unit, plane.height - 12 * plane.unit
    if n == -1:
        rooms.papered(plane)
    elif n == 0:
        for x in plane.spread(160, 0.0):
            plane.box(x, 28 * u, 118 * u, 66 * u, "wood", 3)
            plane.box(x + 4 * u, 32 * u, 110 * u, 56 * u, "board", 1)
            plane.box(x - 2 * u, 92 * u, 122 * u, 4 * u, "wood", 4)
            for k in range(4):
                plane.box(x + 12 * u, (42 + 11 * k) * u, (30 + 22 * plane.rng.random()) * u, max(1, 2 * u), "chalk", 4)
            plane.stroke(x + 76 * u, 78 * u, x + 90 * u, 46 * u, 2 * u, "chalk", 3)
            plane.stroke(x + 90 * u, 46 * u, x + 104 * u, 78 * u, 2 * u, "chalk", 3)
            plane.stroke(x + 76 * u, 78 * u, x + 104 * u, 78 * u, 2 * u, "chalk", 3)
    elif n == 1:
        for x in plane.spread(54, 0.0):
            plane.block(x, base - 34 * u, 36 * u, 5 * u, "wood", 4)
            plane.box(x + 2 * u, base - 29 * u, 32 * u, 9 * u, "wood", 1)
            for leg in (3, 30):
                plane.box(x + leg * u, base - 20 * u, 3 * u, 20 * u, "iron", 2)
            plane.block(x + 8 * u, base - 38 * u, 12 * u, 4 * u, "book", 2)


def ward(plane: Plane, n: int) -> None:
    """White beds, a curtain on its rail, a monitor with a pulse."""
    u, base = plane.unit, plane.height - 14 * plane.unit
    if n == -1:
        rooms.tiled(plane)
    elif n == 0:
        rooms.windows(plane, 160, frame="metal", curtain=None)
    elif n == 1:
        for x in plane.spread(160, 0.0):
            plane.box(x + 34 * u, 34 * u, 58 * u, 3 * u, "metal", 3)
            for k in range(8):
                plane.box(x + (36 + 5 * k) * u, 37 * u, 5 * u + 1, base - 50 * u, "curtain", 2 + k % 2)
            bx = x + 62 * u
            for dx, tall in ((0, 52), (72, 36)):
                plane.block(bx + dx * u, base - tall * u, 4 * u, tall * u, "metal", 3)
            plane.box(bx, base - 28 * u, 74 * u, 4 * u, "metal", 1)
            plane.block(bx + 4 * u, base - 38 * u, 68 * u, 11 * u, "linen", 4)
            plane.block(bx + 28 * u, base - 40 * u, 45 * u, 16 * u, "blanket", 2)
            plane.ellipse(bx + 14 * u, base - 42 * u, 10 * u, 6 * u, "linen", 3)
            mx = bx + 82 * u
            plane.box(mx + 11 * u, base - 60 * u, 3 * u, 60 * u, "metal", 1)
            plane.box(mx, base - 82 * u, 28 * u, 24 * u, "metal", 0)
            plane.box(mx + 2 * u, base - 80 * u, 24 * u, 20 * u, "screen", 0)
            beat = (0, 0, 0, 7, -5, 0, 0)
            for k in range(6):
                plane.stroke(
                    mx + (3 + 3.6 * k) * u,
                    base - (70 + beat[k]) * u,
                    mx + (6.6 + 3.6 * k) * u,
                    base - (70 + beat[k + 1]) * u,
                    1,
                    "screen",
                    4,
                )
