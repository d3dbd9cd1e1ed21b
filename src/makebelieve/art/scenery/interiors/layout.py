"""How a room is laid out: which pieces stand in it, in what order, which way round. The seed arranges, so that no two kitchens are one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.plane import Plane
from makebelieve.art.tiles.patterns import Chance, chance

Piece = Callable[[Spot], None]
SPAN: Final = 320
"""Design pixels within which everything that tells a room is seen."""
FOOT: Final = 14
"""Design pixels from the lower edge of the picture up to the feet of the furniture."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of wall with what stands before it."""

    width: float
    """Design pixels."""
    floor: Piece | None = None
    """What stands on the floor."""
    wall: Piece | None = None
    """What hangs on the wall, or is let into it."""
    turns: bool = True
    """May be seen the other way round."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a room is made of."""

    wall: Callable[[Plane], None]
    """Paints the wall and the floor."""
    leads: tuple[Slot, ...]
    """What tells the room, the most telling first: always seen."""
    others: tuple[Slot, ...] = ()
    """What fills it up."""
    near: tuple[Slot, ...] = ()
    """What stands before everything, one after the other; they may be cut by the lower edge."""

    def __call__(self, plane: Plane, n: int) -> None:
        """Paints the wall (n = -1), what hangs on it (0), what stands before it (1) or what is nearest (2)."""
        if n == -1:
            self.wall(plane)
            return
        rng = chance(plane.arrangement)
        laid = placed(self, plane.width / plane.unit, rng)
        if n == 2:
            laid = _row(self.near, plane.width / plane.unit, rng)
        foot = plane.height - (0 if n == 2 else FOOT) * plane.unit
        for slot, left, mirrored in laid:
            piece = slot.wall if n == 0 else slot.floor
            if piece is not None:
                piece(Spot(plane, left * plane.unit, foot, slot.width, mirrored=mirrored))


def placed(room: Room, width: float, rng: Chance) -> list[tuple[Slot, float, bool]]:
    """Slots with their left sides (design pixels) along `width`, and whether each is mirrored. Everything that fits is seen whole."""
    copies = max(1, round(width / SPAN))
    span = width / copies
    out = []
    for copy in range(copies):
        chosen = _chosen(room, span, rng)
        gap = max(0.0, span - sum(slot.width for slot in chosen)) / len(chosen)
        left = copy * span + gap / 2
        for slot in chosen:
            out.append((slot, left, slot.turns and rng.random() < 0.5))
            left += slot.width + gap
    return out


def _chosen(room: Room, span: float, rng: Chance) -> list[Slot]:
    """The leads that fit and others beside them, in an order of their own."""
    leads: list[Slot] = []
    for slot in room.leads:
        if not leads or sum(one.width for one in leads) + slot.width <= span:
            leads.append(slot)
    rest = [room.others[i] for i in rng.permutation(len(room.others))]
    beside: list[Slot] = []
    for slot in rest:
        if sum(one.width for one in (*leads, *beside)) + slot.width <= span:
            beside.append(slot)
    row = [*leads[1:], *beside]
    row = [row[i] for i in rng.permutation(len(row))]
    # what tells the room most does not stand in a corner
    middle = len(row) // 2 if len(row) % 2 == 0 or rng.random() < 0.5 else len(row) // 2 + 1
    return [*row[:middle], leads[0], *row[middle:]]


def _row(slots: tuple[Slot, ...], width: float, rng: Chance) -> list[tuple[Slot, float, bool]]:
    """The slots one after the other as often as they fit."""
    if not slots:
        return []
    total = sum(slot.width for slot in slots)
    times = max(1, int(width / total))
    gap = max(0.0, width - times * total) / (times * len(slots))
    start, out, left = int(rng.integers(0, len(slots))), [], gap / 2
    for k in range(times * len(slots)):
        slot = slots[(start + k) % len(slots)]
        out.append((slot, left, False))
        left += slot.width + gap
    return out
