"""The tables of beings: name -> rig and what differs from its plain shape (`data/folk.txt`, `data/beasts.txt`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.art.creatures.beast import Beast
from makebelieve.art.creatures.crawlers import Crawler
from makebelieve.art.creatures.flier import Flier
from makebelieve.art.creatures.machines import Machine
from makebelieve.art.creatures.serpents import Serpent
from makebelieve.art.creatures.soft import Blob
from makebelieve.art.creatures.swimmers import Swimmer
from makebelieve.art.humanoid.person import Person

Shape = Person | Beast | Flier | Blob | Serpent | Crawler | Swimmer | Machine

_FLIERS: Final = ("bird", "bat", "dragon", "bee", "butterfly", "dragonfly")
_BLOBS: Final = (
    "slime",
    "ghost",
    "jelly",
    "flame",
    "cloud",
    "snail",
    "germ",
    "eyeball",
    "cube",
    "wisp",
    "rockling",
    "plantling",
    "mushroom",
    "mimic",
)
_CRAWLERS: Final = ("spider", "beetle", "ant", "crab", "scorpion", "mantis")
_SWIMMERS: Final = ("fish", "shark", "whale", "octopus", "squid", "kraken", "puffer", "seahorse", "ray")
_MACHINES: Final = (
    "drone", "mech", "turret", "car", "truck", "bus", "tank", "train", "motorbike", "cart", "rover", "ship", "sailboat", "rowboat", "submarine", "plane",
    "rocket", "saucer", "fighter", "helicopter", "balloon", "bicycle", "tractor",
    "bulldozer", "jet",
)  # fmt: skip

PLAIN: Final[dict[str, Shape]] = {
    "folk": Person(),
    "quadruped": Beast(),
    "serpent": Serpent(),
    **{kind: Flier(kind=kind) for kind in _FLIERS},
    **{kind: Blob(kind=kind) for kind in _BLOBS},
    **{kind: Crawler(kind=kind) for kind in _CRAWLERS},
    **{kind: Swimmer(kind=kind) for kind in _SWIMMERS},
    **{kind: Machine(kind=kind) for kind in _MACHINES},
}
_ARCHETYPES: Final[dict[type, str]] = {
    Person: "humanoid_biped",
    Beast: "quadruped",
    Flier: "winged",
    Blob: "amorphous",
    Serpent: "serpentine",
    Crawler: "crawler",
    Swimmer: "swimmer",
    Machine: "vehicle",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A being of the tables."""

    name: str
    """The first name of its line."""
    rig: str
    changes: Mapping[str, Any]
    """Field of the rig's shape -> value."""
    colors: Mapping[str, str]
    """Material or ink -> #rrggbb."""


def _value(shape: Shape, name: str, text: str) -> Any:
    """`text` as the type of the field `name`."""
    now = getattr(shape, name)
    if isinstance(now, bool):
        return text not in ("0", "false", "")
    if isinstance(now, tuple):
        return tuple(float(part) for part in text.split(","))
    if isinstance(now, (int, float)):
        return type(now)(float(text))
    return text


def _entry(rig: str, name: str, words: list[str]) -> Entry:
    plain = PLAIN[rig]
    known = {field.name for field in fields(plain)}
    changes: dict[str, Any] = {}
    colors: dict[str, str] = {}
    for word in words:
        key, found, value = word.partition("=")
        if value.startswith("#"):
            colors[key] = value
        elif key in known:
            changes[key] = _value(plain, key, value) if found else True
    return Entry(name, rig, changes, colors)


@cache
def entries() -> Mapping[str, Entry]:
    """Every name, words joined by '_'."""
    table: dict[str, Entry] = {}
    folder = resources.files("makebelieve.art").joinpath("data")
    for line in folder.joinpath("folk.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names, _, rest = line.partition(":")
            one = _entry("folk", names.split()[0], rest.split())
            for name in names.split():
                table.setdefault(name, one)
    for line in folder.joinpath("beasts.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            rig, _, rest = line.partition(":")
            left, _, right = rest.partition("|")
            one = _entry(rig.strip(), left.split()[0], right.split())
            for name in left.split():
                table.setdefault(name, one)
    return table


def shape_of(entry: Entry, **changes: Any) -> Shape:
    """The entry's shape with further changes."""
    return replace(PLAIN[entry.rig], **{**entry.changes, **changes})


def archetype(shape: Shape) -> str:
    """The body plan's name of the contract, or of our own rigs beyond it (crawler, swimmer, vehicle)."""
    return _ARCHETYPES[type(shape)]
