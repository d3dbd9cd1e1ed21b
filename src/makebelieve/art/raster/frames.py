"""Coordinate frames in plain tuples (a 3x3 product in numpy costs more than its arithmetic). Angles are degrees.

World axes: x to the creature's left as it faces the viewer's right hand side of the canvas, y up, z towards where it looks.
"""

from __future__ import annotations

import math

Vec = tuple[float, float, float]
Turn = tuple[float, float, float, float, float, float, float, float, float]

STILL: Turn = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def rx(angle: float) -> Turn:
    """Positive tips +y towards +z."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c)


def ry(angle: float) -> Turn:
    """Positive turns +z towards +x."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (c, 0.0, s, 0.0, 1.0, 0.0, -s, 0.0, c)


def rz(angle: float) -> Turn:
    """Positive turns +x towards +y."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


def product(a: Turn, b: Turn) -> Turn:
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    b0, b1, b2, b3, b4, b5, b6, b7, b8 = b
    return (
        a0 * b0 + a1 * b3 + a2 * b6,
        a0 * b1 + a1 * b4 + a2 * b7,
        a0 * b2 + a1 * b5 + a2 * b8,
        a3 * b0 + a4 * b3 + a5 * b6,
        a3 * b1 + a4 * b4 + a5 * b7,
        a3 * b2 + a4 * b5 + a5 * b8,
        a6 * b0 + a7 * b3 + a8 * b6,
        a6 * b1 + a7 * b4 + a8 * b7,
        a6 * b2 + a7 * b5 + a8 * b8,
    )


def turns(*parts: Turn) -> Turn:
    """The product of several rotations; the last is applied first."""
    result = parts[0]
    for part in parts[1:]:
        result = product(result, part)
    return result


def turned(turn: Turn, v: Vec) -> Vec:
    x, y, z = v
    return (
        turn[0] * x + turn[1] * y + turn[2] * z,
        turn[3] * x + turn[4] * y + turn[5] * z,
        turn[6] * x + turn[7] * y + turn[8] * z,
    )


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, by: float) -> Vec:
    return (a[0] * by, a[1] * by, a[2] * by)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return math.sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    size = length(a)
    return scaled(a, 1.0 / size) if size > 1e-9 else (0.0, 1.0, 0.0)


def lerp(a: Vec, b: Vec, share: float) -> Vec:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def along(direction: Vec, facing: Vec = (0.0, 0.0, 1.0)) -> Turn:
    """The rotation whose local y runs along `direction` and whose local z leans towards `facing`."""
    y = unit(direction)
    x = cross(y, facing)
    if length(x) < 1e-4:
        x = cross(y, (1.0, 0.0, 0.0))
    if length(x) < 1e-4:
        x = cross(y, (0.0, 0.0, 1.0))
    x = unit(x)
    z = cross(x, y)
    return (x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2])


def two_bones(start: Vec, goal: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec]:
    """Joint and end of a limb of two bones that reaches from `start` for `goal` and bends towards `pole`."""
    way = sub(goal, start)
    far = length(way)
    reach = min(max(far, abs(first - second) + 0.01), first + second - 0.01)
    line = scaled(way, 1.0 / far) if far > 1e-9 else (0.0, -1.0, 0.0)
    cosine = max(-1.0, min(1.0, (first * first + reach * reach - second * second) / (2 * first * reach)))
    bend = unit(sub(pole, scaled(line, dot(pole, line))))
    joint = add(start, add(scaled(line, first * cosine), scaled(bend, first * math.sqrt(1 - cosine * cosine))))
    return joint, add(start, scaled(line, reach))


class Frame:
    """An origin, a rotation and a size, local to world."""

    __slots__ = ("origin", "size", "turn")

    def __init__(self, origin: Vec = (0.0, 0.0, 0.0), turn: Turn = STILL, size: float = 1.0) -> None:
        self.origin = origin
        self.turn = turn
        self.size = size

    def point(self, p: Vec) -> Vec:
        return add(self.origin, turned(self.turn, p if self.size == 1.0 else scaled(p, self.size)))

    def vector(self, v: Vec) -> Vec:
        return turned(self.turn, v)

    def child(self, offset: Vec = (0.0, 0.0, 0.0), *rotations: Turn, size: float = 1.0) -> Frame:
        """A frame at `offset`, turned by the rotations (the last is applied first), its things `size` times as large."""
        return Frame(self.point(offset), turns(self.turn, *rotations) if rotations else self.turn, self.size * size)


WORLD = Frame()
