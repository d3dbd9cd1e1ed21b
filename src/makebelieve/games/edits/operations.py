"""The typed operations that an edit message is read into. Levels are 0-based indices of gameplay scenes; None means everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from makebelieve.language.draft import Thing
from makebelieve.language.kinds import Kind

ThemeField = Literal["biome", "time_of_day", "mood", "palette", "place"]


@dataclass(frozen=True, slots=True)
class SetDesign:
    """Give a number or switch of the design a value."""

    field: str
    value: float | int | bool | str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ScaleDesign:
    """Multiply a number of the design."""

    field: str
    factor: float
    level: int | None = None


@dataclass(frozen=True, slots=True)
class AddDesign:
    """Add to a whole number of the design (lives, health, seconds)."""

    field: str
    amount: int


@dataclass(frozen=True, slots=True)
class ShiftDifficulty:
    """One step harder (+1) or easier (-1)."""

    steps: int
    level: int | None = None


@dataclass(frozen=True, slots=True)
class SetMechanic:
    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class AddEntity:
    thing: Thing
    role: Literal["enemy", "collectible", "hazard", "boss"]


@dataclass(frozen=True, slots=True)
class RemoveEntity:
    type: str


@dataclass(frozen=True, slots=True)
class ReplaceEntity:
    type: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class ScaleEntity:
    """Multiply a number of one entity: its speed, health, size on screen, or how often it occurs."""

    type: str
    field: Literal["speed", "health", "size", "frequency"]
    factor: float
    level: int | None = None


@dataclass(frozen=True, slots=True)
class SetBehavior:
    type: str
    behavior: str


@dataclass(frozen=True, slots=True)
class Recolor:
    type: str
    colors: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class RenameEntity:
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Retitle:
    title: str


@dataclass(frozen=True, slots=True)
class SetTheme:
    field: ThemeField
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddLevels:
    count: int


@dataclass(frozen=True, slots=True)
class RemoveLevel:
    """`level` 0-based; -1 the last one."""

    level: int


@dataclass(frozen=True, slots=True)
class SetLevels:
    count: int


@dataclass(frozen=True, slots=True)
class Reshuffle:
    """New layouts for one level or all, everything else as it is."""

    level: int | None = None


@dataclass(frozen=True, slots=True)
class SetKind:
    kind: Kind


@dataclass(frozen=True, slots=True)
class Keep:
    """A thing the author does not want touched: an entity type, or a name such as "difficulty" or "length"."""

    target: str


@dataclass(frozen=True, slots=True)
class History:
    """Which other state of the game is asked for; whoever keeps the versions resolves it. `version` counts from 1."""

    move: Literal["undo", "redo", "version"]
    steps: int = 1
    version: int | None = None


Operation = (
    SetDesign
    | ScaleDesign
    | AddDesign
    | ShiftDifficulty
    | SetMechanic
    | AddEntity
    | RemoveEntity
    | ReplaceEntity
    | ScaleEntity
    | SetBehavior
    | Recolor
    | RenameEntity
    | Retitle
    | SetTheme
    | AddLevels
    | RemoveLevel
    | SetLevels
    | Reshuffle
    | SetKind
    | Keep
    | History
)


@dataclass(frozen=True, slots=True)
class Missed:
    """A part of the message that led to nothing: its words, why, and what is possible instead."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message asks for, in the order of its words."""

    operations: tuple[Operation, ...] = ()
    missed: tuple[Missed, ...] = ()
