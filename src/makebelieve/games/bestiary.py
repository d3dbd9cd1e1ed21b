"""What fits where: enemies, treasures, dangers and level names of each biome (data in bestiary.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from makebelieve.language.kinds import BODIES, Biome, Body


@dataclass(frozen=True, slots=True)
class Creature:
    """A thing of a biome: its name, body plan, way to act (none for things that lie still) and #rrggbb colours."""

    name: str
    body: Body
    behavior: str | None
    colors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Habitat:
    """All that is known of a biome."""

    hero: Creature
    enemies: tuple[Creature, ...]
    bosses: tuple[Creature, ...]
    collectibles: tuple[Creature, ...]
    hazards: tuple[Creature, ...]
    goal: Creature
    scenes: tuple[str, ...]


def _creature(line: str, *, acts: bool) -> Creature:
    parts = [part.strip() for part in line.split("|")]
    name, body = parts[0], parts[1]
    if body not in BODIES or len(parts) != (4 if acts else 3):
        raise ValueError(f"bestiary.toml: cannot read '{line}'")
    return Creature(name, body, parts[2] if acts else None, tuple(parts[-1].split()))


@cache
def habitats() -> dict[Biome, Habitat]:
    """Every biome's table, read once."""
    data = tomllib.loads(files("makebelieve.games").joinpath("bestiary.toml").read_text(encoding="utf-8"))
    return {
        cast(Biome, biome): Habitat(
            hero=_creature(table["hero"], acts=False),
            enemies=tuple(_creature(line, acts=True) for line in table["enemies"]),
            bosses=tuple(_creature(line, acts=True) for line in table["bosses"]),
            collectibles=tuple(_creature(line, acts=False) for line in table["collectibles"]),
            hazards=tuple(_creature(line, acts=False) for line in table["hazards"]),
            goal=_creature(table["goal"], acts=False),
            scenes=tuple(table["scenes"]),
        )
        for biome, table in data.items()
    }
