"""Under the roofs of work: a mill, a barn, a works' hall, a fire station."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np

from makebelieve.art.scenery.interiors import fixtures, furniture, walls
from makebelieve.art.scenery.interiors.layout import Room, Slot
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.interiors.workshops import pegboard, tool_chest


def _wheel(s: Spot, cx: float, cy: float, r: float, teeth: int, material: str = "wood") -> None:
    """A cog wheel of wood."""
    for k in range(teeth):
        a = 2 * np.pi * k / teeth
        s.line(cx + 0.9 * r * np.cos(a), cy + 0.9 * r * np.sin(a), cx + 1.12 * r * np.cos(a), cy + 1.12 * r * np.sin(a), 3, material, 3)
    s.shape(cx - r, cy - r, 2 * r, 2 * r, lambda x, y: np.where((np.hypot(x - cx, y - cy) < r) & (np.hypot(x - cx, y - cy) > 0.72 * r), np.where(x < cx, 3, 2), -1), material)  # fmt: skip
    for k in range(4):
        a = np.pi * (k / 4 + 0.12)
        s.line(cx - 0.8 * r * np.cos(a), cy - 0.8 * r * np.sin(a), cx + 0.8 * r * np.cos(a), cy + 0.8 * r * np.sin(a), 4, material, 2)
    s.ball(cx, cy, 0.2 * r, 0.2 * r, "iron", 2)


def _stones(s: Spot) -> None:
    """Millstones under a hopper, turned by a great cog wheel; flour runs into a bin."""
    s.block(4, 0, 74, 26, "wood2", 2)
    s.block(14, 26, 54, 9, "stone", 2)
    s.block(14, 36, 54, 9, "stone", 3)
    s.box(14, 35, 54, 1, "stone", 0)
    s.block(38, 44, 5, 66, "wood2", 2)
    s.shape(22, 54, 38, 26, lambda x, y: np.where(np.abs(x - 41) < 8 + (y - 54) * 0.42, np.where(x < 36, 3, 2), -1), "wood")
    s.box(20, 79, 42, 3, "wood", 4)
    _wheel(s, 88, 84, 27, 18)
    s.block(72, 6, 10, 22, "wood", 2)
    s.line(70, 26, 84, 14, 5, "linen", 4)
    s.mass([(92, 4, 8), (100, 3, 6)], "linen", leafy=0.2, squash=0.7)


def _sacks(s: Spot) -> None:
    for x, y in ((0, 0), (18, 0), (36, 0), (9, 16), (27, 16)):
        s.mass([(x + 9, y + 8, 9), (x + 8, y + 14, 6)], "linen", leafy=0.1)
        s.box(x + 4, y + 18, 8, 2, "wood2", 2)


def _chute(s: Spot) -> None:
    s.line(6, 138, 40, 60, 9, "wood", 2)
    s.line(6, 138, 40, 60, 3, "linen", 3)
    s.block(30, 0, 22, 44, "wood", 2)
    s.box(28, 43, 26, 4, "wood", 4)


def _ladder(s: Spot) -> None:
    for x in (4, 24):
        s.line(x, 0, x + 6, 140, 3, "wood", 2)
    for k in range(12):
        s.box(5 + 0.5 * k, 8 + 11 * k, 20, 2, "wood", 3)


MILL: Final = Room(
    partial(walls.boarded, beams="wood2"),
    (Slot(122, _stones, furniture.at(-30, fixtures.pendant(34, "metal", 92))), Slot(58, _sacks, fixtures.window(28, 30, foot=84))),
    (
        Slot(58, _chute),
        Slot(36, _ladder),
        Slot(50, furniture.barrel(8, 34), fixtures.window(28, 30, foot=84)),
        Slot(58, _sacks, furniture.at(16, fixtures.pendant(40, "metal", 84))),
        Slot(50, furniture.basket(6, "brass"), furniture.at(12, fixtures.pendant(36, "metal", 84))),
    ),
)


def _hay(s: Spot) -> None:
    s.mass([(12, 6, 15), (30, 16, 24), (52, 10, 18), (68, 4, 12)], "hay", leafy=0.9)
    s.line(58, 10, 76, 66, 2, "wood", 3)
    for k in range(3):
        s.line(70 + 4 * k, 66, 71 + 4 * k, 78, 1.2, "iron", 3)


def _bales(s: Spot) -> None:
    for x, y in ((0, 0), (27, 0), (14, 17)):
        s.block(x, y, 26, 16, "hay", 3)
        for k in range(4):
            s.box(x + 2, y + 2 + 4 * k, 22, 0.9, "hay", 1)
        for k in (7, 18):
            s.box(x + k, y, 1, 16, "wood", 1)


def _stall(s: Spot) -> None:
    """A stall with a half door, and the horse that looks out of it."""
    s.box(4, 0, 56, 96, "wood2", 0)
    s.line(30, 30, 26, 66, 15, "hide", 2)
    s.ball(30, 72, 11, 9, "hide", 2)
    s.line(33, 72, 46, 58, 9, "hide", 3, 7)
    s.box(34, 73, 2, 2, "iron", 0)
    s.line(24, 80, 16, 48, 4, "wood2", 1)
    for x in (24, 30):
        s.gable(x, 79, 2.6, 7, "hide", 3)
    s.block(2, 0, 6, 100, "wood", 2)
    s.block(56, 0, 6, 100, "wood", 2)
    s.block(8, 0, 48, 40, "wood", 2)
    for k in range(4):
        s.box(10 + 12 * k, 2, 1, 36, "wood", 1)
    s.line(9, 2, 55, 38, 3, "wood", 3)
    s.box(8, 38, 48, 3, "wood", 4)


def _tack(s: Spot) -> None:
    for x in (8, 26, 44):
        s.box(x, 108, 2, 5, "iron", 2)
        s.ball(x + 1, 96, 8, 12, "wood2", 1)
        s.ball(x + 1, 96, 6, 9.6, "wall", 1, flat=True)
    s.ball(60, 100, 9, 10, "iron", 3)
    s.ball(60, 98, 6, 8, "wall", 1, flat=True)


BARN: Final = Room(
    partial(walls.boarded, beams="wood2", wall="wall"),
    (Slot(84, _hay, furniture.at(24, fixtures.pendant(34, "metal", 84))), Slot(66, _stall)),
    (
        Slot(66, _stall),
        Slot(56, _bales, fixtures.window(26, 24, foot=96)),
        Slot(72, None, _tack),
        Slot(36, _ladder),
        Slot(40, furniture.barrel(6, 34), furniture.at(4, fixtures.pendant(40, "metal", 84))),
    ),
)


def _press(s: Spot) -> None:
    """A machine with a flywheel, a gauge and a drum."""
    s.block(2, 0, 84, 16, "iron", 2)
    s.block(10, 16, 42, 54, "metal", 2)
    s.box(14, 44, 34, 20, "iron", 1)
    for k in range(3):
        s.ball(20 + 11 * k, 54, 4, 4, "linen", 4, flat=True)
        s.line(20 + 11 * k, 54, 22 + 11 * k, 57, 0.9, "accent", 2)
    s.block(16, 22, 30, 14, "accent", 2)
    _wheel(s, 70, 44, 24, 2, "iron")
    s.line(52, 30, 70, 44, 4, "metal", 3)
    s.block(18, 70, 10, 42, "metal", 2)
    s.box(16, 110, 14, 4, "metal", 3)


def _belt(s: Spot) -> None:
    """A conveyor with boxes on it."""
    for x in (6, 40, 76):
        s.block(x, 0, 5, 24, "iron", 2)
    s.block(0, 22, 90, 9, "iron", 1)
    s.box(0, 30, 90, 2, "metal", 3)
    for k in range(8):
        s.ball(5 + 11.4 * k, 26, 3, 3, "metal", 3)
    for x in (8, 36, 64):
        s.block(x, 32, 18, 14, "wood", 3)
        s.box(x + 7, 32, 3, 14, "accent", 3)


def _lockers(s: Spot) -> None:
    furniture.crate(2, 0, 26, 22)(s)
    furniture.crate(30, 0, 22, 20)(s)
    furniture.crate(12, 22, 24, 18)(s)


def _duct(s: Spot) -> None:
    s.block(0, 124, s.width, 12, "metal", 2)
    for x in range(8, int(s.width), 22):
        s.box(x, 123, 3, 14, "metal", 3)
    s.block(s.width - 18, 60, 10, 66, "metal", 1)
    s.ball(s.width - 13, 84, 7, 7, "accent", 2)
    s.ball(s.width - 13, 84, 3, 3, "iron", 1)


WORKS: Final = Room(
    partial(walls.brick, wall="brick"),
    (Slot(96, _press, _duct), Slot(92, _belt, furniture.at(20, fixtures.window(52, 40, foot=78, frame="metal", bars=3)))),
    (
        Slot(58, _lockers, furniture.at(16, fixtures.bulkhead())),
        Slot(70, None, fixtures.window(52, 40, foot=78, frame="metal", bars=3)),
        Slot(
            60,
            furniture.together(furniture.barrel(2, 36, "accent", "iron"), furniture.barrel(30, 36, "metal", "iron")),
            fixtures.bulkhead(),
        ),
        Slot(84, None, pegboard),
        Slot(48, tool_chest, fixtures.clock(118, 10, "iron")),
    ),
)


def _engine(s: Spot) -> None:
    """A fire engine with its ladder."""
    s.block(2, 12, 148, 34, "accent", 2)
    s.block(112, 12, 40, 52, "accent", 2)
    s.box(120, 38, 28, 20, "glass", 3)
    s.box(118, 37, 1.4, 24, "accent", 0)
    s.box(2, 24, 110, 4, "linen", 4)
    for x in (10, 38, 66):
        s.panel(x, 28, 24, 16, "metal", 2)
    for y in (50, 57):
        s.box(-2, y, 116, 2.4, "metal", 4)
    for k in range(11):
        s.box(2 + 10.4 * k, 50, 2, 9, "metal", 3)
    s.block(124, 64, 16, 6, "beacon", 3)
    s.box(148, 18, 6, 6, "lamp", 4)
    s.box(0, 10, 154, 4, "iron", 1)
    for x in (28, 124):
        s.ball(x, 12, 13, 13, "iron", 1)
        s.ball(x, 12, 6, 6, "metal", 3)


def _pole(s: Spot) -> None:
    s.box(18, -6, 4, 172, "brass", 3)
    s.box(2, 156, 36, 10, "iron", 0)


def _gear(s: Spot) -> None:
    """Helmets over coats on hooks, boots below."""
    s.box(0, 112, 76, 3, "wood", 3)
    for k in range(4):
        x = 10 + 18 * k
        s.ball(x, 118, 7, 5, "accent", 3)
        s.box(x - 8, 113, 16, 2.4, "accent", 2)
        s.shape(x - 8, 58, 16, 52, lambda px, py, x=x: np.where(np.abs(px - x) < 4 + (110 - py) * 0.08, np.where(py % 20 < 3, -1, 2), -1), "cloth")  # type: ignore[misc]  # fmt: skip
        s.box(x - 7, 72, 14, 3, "brass", 4)
        s.block(x - 6, -4, 5, 14, "iron", 1)
        s.block(x + 1, -4, 5, 14, "iron", 1)


FIREHOUSE: Final = Room(
    partial(walls.brick, wall="brick"),
    (Slot(158, _engine, fixtures.bulkhead(128)), Slot(78, None, _gear)),
    (
        Slot(40, _pole),
        Slot(48, tool_chest, fixtures.clock(118, 10, "iron")),
        Slot(66, None, fixtures.window(44, 40, foot=80, frame="metal", bars=2)),
    ),
)
