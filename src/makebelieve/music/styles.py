"""Styles: what makes each preset itself, as data under `data/styles`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.music.score import METERS, Meter

PRESETS: Final = (
    "epic_orchestral",
    "chiptune_adventure",
    "peaceful_village",
    "dungeon_dark",
    "battle_intense",
    "boss_fight",
    "menu_chill",
    "ambient_exploration",
    "fantasy_tavern",
    "scifi_synthwave",
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One player of a style: role, instrument, place in the mix, and when it plays."""

    name: str
    role: str
    instrument: str
    stem: str
    tier: int
    """1 calm, 2 tension, 3 combat: the vertical layer it belongs to."""
    level: float
    """K-weighted level in dB, the melody's being 0."""
    pan: float = 0.0
    """-1 left, 1 right."""
    send: float = -12.0
    """Share that goes to the room, dB; -60 or less is none."""
    enter: float = 0.0
    """Lowest intensity of a section at which it plays."""
    leave: float = 2.0
    """Highest intensity at which it plays."""
    velocity: int = 88
    low: int = 48
    high: int = 72
    options: dict[str, Any] = field(default_factory=dict)
    """What its role reads: patterns, orders, gates (arrange.py)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A preset."""

    name: str
    title: str
    home: str
    keys: tuple[str, ...]
    tempo: tuple[float, float]
    meters: tuple[Meter, ...]
    swing: float
    human: float
    progressions: dict[str, tuple[tuple[str, ...], ...]]
    turn: tuple[str, ...]
    range: tuple[int, int]
    cells: dict[int, tuple[tuple[int, ...], ...]]
    calm_cells: dict[int, tuple[tuple[int, ...], ...]]
    steps: dict[int, int]
    """How often the melody moves by each interval in scale steps."""
    space: tuple[float, float, float]
    """Room: seconds to -60 dB, damping corner in Hz, seconds before the first reflection."""
    voices: dict[str, Voice]
    palette: dict[str, str]
    """Role -> instrument, lent to blends with other styles."""


@cache
def styles() -> dict[str, Style]:
    """All presets by name."""
    return {name: _read(name) for name in PRESETS}


def _cells(table: dict[str, list[list[int]]]) -> dict[int, tuple[tuple[int, ...], ...]]:
    return {int(steps): tuple(tuple(cell) for cell in cells) for steps, cells in table.items()}


def _read(name: str) -> Style:
    data = tomllib.loads(resources.files("makebelieve.music").joinpath(f"data/styles/{name}.toml").read_text("utf-8"))
    melody = data["melody"]
    voices = {key: _voice(key, entry) for key, entry in data["voices"].items()}
    return Style(
        name=name,
        title=data["title"],
        home=data["home"],
        keys=tuple(data["keys"]),
        tempo=(data["tempo"][0], data["tempo"][1]),
        meters=tuple(METERS[one] for one in data["meters"]),
        swing=data.get("swing", 0.0),
        human=data.get("human", 0.0),
        progressions={key: tuple(tuple(row.split()) for row in rows) for key, rows in data["harmony"].items() if key != "turn"},
        turn=tuple(data["harmony"]["turn"].split()),
        range=(melody["range"][0], melody["range"][1]),
        cells=_cells(melody["cells"]),
        calm_cells=_cells(melody["calm_cells"]),
        steps={int(key): weight for key, weight in melody["steps"].items()},
        space=(data["space"]["decay"], data["space"]["damping"], data["space"]["delay"]),
        voices=voices,
        palette={voice.role: voice.instrument for voice in reversed(voices.values())},
    )


def _voice(name: str, entry: dict[str, Any]) -> Voice:
    known = {"role", "instrument", "stem", "tier", "level", "pan", "send", "enter", "leave", "velocity", "low", "high"}
    return Voice(name=name, options={k: v for k, v in entry.items() if k not in known}, **{k: v for k, v in entry.items() if k in known})
