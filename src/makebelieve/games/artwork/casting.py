"""Which drawings each member of a cast needs: size, view, directions and clips, by the kind of game and the part played."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Anchor = Literal["feet", "middle"]
Facing = Literal["right", "down", "up"]

SCALE: Final = 2
"""Picture pixels per game pixel."""
SIDE: Final = frozenset(("platformer", "infinite-jumper", "flappy-clone", "metroidvania", "platform-brawler"))
TOP_WITH_HEADINGS: Final = frozenset(("topdown", "dungeon-crawler"))
DRAWN: Final = frozenset(("hero", "enemy", "boss", "collectible", "key", "powerup", "checkpoint", "goal", "hazard", "spring"))
"""Roles drawn by `art`. Ledges, doors, shots and beams fill their boxes exactly; the player's own painters do those."""
_BEINGS: Final = frozenset(("hero", "enemy", "boss"))
_ITEMS: Final = frozenset(("collectible", "key", "powerup"))

# Boxes in game px where the config does not say them: (width, height).
_BOXES: Final[dict[str, dict[str, tuple[int, int]]]] = {
    "platformer": {
        "hero": (8, 11), "enemy": (10, 10), "boss": (20, 20), "goal": (12, 20), "checkpoint": (12, 16), "spring": (12, 6),
        "powerup": (12, 12),
    },
    "infinite-jumper": {"hero": (9, 12), "enemy": (12, 12), "collectible": (8, 8), "spring": (12, 6)},
    "flappy-clone": {"hero": (10, 8), "enemy": (12, 10), "collectible": (8, 8)},
    "topdown": {"hero": (12, 12), "enemy": (12, 12), "boss": (26, 26), "goal": (14, 14), "checkpoint": (14, 14)},
    "horde-survivors": {"hero": (10, 10), "enemy": (12, 12), "boss": (30, 30), "collectible": (8, 8), "hazard": (20, 20)},
    "space-shooter": {"hero": (10, 10), "enemy": (14, 14), "boss": (36, 36), "collectible": (8, 8), "hazard": (14, 14)},
}  # fmt: skip
_PLAIN_BOX: Final = (12, 12)
# Standing height over the box's, and the widest over its width.
_TALLER: Final[dict[str, tuple[float, float]]] = {
    "enemy": (1.5, 2.2), "boss": (1.3, 1.7), "goal": (1.25, 2.0), "checkpoint": (1.15, 1.6),
    "spring": (1.9, 1.3), "hazard": (1.15, 1.25),
}  # fmt: skip
_ITEM_TALLER: Final = (1.05, 1.25)


# The engine's own helpers in words of the picture library.
_MEANT: Final[dict[tuple[str, str], str]] = {
    ("checkpoint", "small flag"): "checkpoint flag",
    ("powerup", "power core"): "orb",
    ("powerup", "star"): "star item",
    ("checkpoint", "small shrine with a candle"): "candle",
    ("goal", "stone stairs leading out"): "doorway",
}


# Words that mean something else in a game's sentence than in the picture library: a cloud walker is no walking dead.
_WALKERS: Final = re.compile(r"(?<!zombie )(?<!undead )\bwalker\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Take:
    """One clip to draw: what the player calls it, how often it changes (ms a frame), and the clip of `art` that shows it."""

    name: str
    facing: Facing
    clip: str
    frames: int
    ms: int
    moments: tuple[float, ...] = ()
    """Single poses of the clip, in place of its evenly spaced frames."""
    motion: str | None = None
    """What a custom clip is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the cast, ready to be drawn. Sizes are in picture px."""

    type: str
    prompt: str
    colors: tuple[str, ...]
    role: str
    view: str
    height: int
    width: int
    anchor: Anchor
    headings: bool
    """Drawn from three sides."""
    gait: str
    """walk, fly, float or none: how it gets about."""
    kind: str
    mirror: bool
    armed: bool
    body: str
    """Body plan of the config's sprite."""
    seed: int | None = None
    """Of the drawing, where the config says one: it is then drawn of its words and this seed alone."""

    @property
    def being(self) -> bool:
        return self.role in _BEINGS


def family_of(kind: str) -> str:
    """The kinds whose sizes agree."""
    return {"dungeon-crawler": "topdown", "metroidvania": "platformer", "platform-brawler": "platformer"}.get(kind, kind)


def box_of(kind: str, role: str, properties: Mapping[str, Any]) -> tuple[int, int]:
    """The hitbox in game px."""
    own = properties.get("hitbox")
    if isinstance(own, list) and len(own) == 2:
        return int(own[0]), int(own[1])
    size = properties.get("size")
    if isinstance(size, (int, float)) and not isinstance(size, bool) and size > 0:
        return int(size), int(size)
    if family_of(kind) == "topdown" and role in _ITEMS | {"hazard"}:
        return 12, 12
    return _BOXES.get(family_of(kind), {}).get(role, (10, 10) if role in _ITEMS else _PLAIN_BOX)


def part_of(entity: Mapping[str, Any], kind: str, mechanics: frozenset[str]) -> Part | None:
    """What to draw of an entity; None for what the player's own painters draw."""
    properties = entity.get("properties") or {}
    role = str(properties.get("role", ""))
    sprite = properties.get("sprite") or {}
    prompt = str(sprite.get("prompt") or properties.get("name") or entity["type"]).strip()[:200]
    prompt = _WALKERS.sub("wanderer", _MEANT.get((role, prompt), prompt))
    if role not in DRAWN or not prompt or properties.get("form") in ("spikes", "gate", "rising") or properties.get("trap") == "arrow":
        return None
    if role == "hazard" and (properties.get("form") == "moving" or properties.get("trap") == "blade"):
        return None
    width, height = box_of(kind, role, properties)
    taller, wider = _TALLER.get(role, _ITEM_TALLER)
    if role == "hero":
        # The one that is played is shown a little larger than the rest, most of all where the box is a small share of the body.
        taller, wider = (2.3, 3.2) if kind == "flappy-clone" else (1.7, 2.8) if kind in SIDE else (1.8, 3.4)
    tall = max(height, 0.72 * width) * taller * SCALE
    across = width * wider * SCALE
    most = 150 if role == "boss" else 96
    view = "side" if kind in SIDE or kind == "space-shooter" else "top-down"
    behavior = str(entity.get("ai_behavior") or "")
    aloft = kind in ("flappy-clone", "space-shooter") or (kind == "infinite-jumper" and role != "hero")
    flying = role != "hero" and (bool(properties.get("flying")) or behavior in ("fly", "swarm"))
    gait = "none" if role not in _BEINGS else "fly" if aloft or flying else "walk"
    middle = role in _ITEMS or role == "hazard" or (gait == "fly" and view == "side")
    return Part(
        type=str(entity["type"]),
        prompt=prompt,
        colors=tuple(str(color) for color in sprite.get("colors") or ()),
        role=role,
        view=view,
        height=max(16, min(most, round(tall))),
        width=max(16, min(round(1.7 * most), round(across))),
        anchor="middle" if middle else "feet",
        headings=kind in TOP_WITH_HEADINGS and role in ("hero", "enemy"),
        gait=gait,
        kind=kind,
        mirror=role in _BEINGS or role == "hazard",
        body=str(sprite.get("body") or ""),
        seed=_seed(sprite.get("seed")),
        armed=role != "hero" or view == "top-down" or bool(mechanics & {"shoot", "melee"}),
    )


def _seed(given: object) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else None


def takes(part: Part, archetype: str, person: bool) -> tuple[Take, ...]:
    """The clips that a part of this body needs."""
    if part.gait == "none":
        return (Take("idle", "right", "idle", 1, 400),)
    winged = archetype == "winged"
    facings: tuple[Facing, ...] = ("right", "down", "up") if part.headings else ("right",)
    if part.role == "hero":
        return tuple(take for facing in facings for take in _hero(part, facing, winged, person))
    found: list[Take] = []
    for facing in facings:
        found.append(_flight(facing, 4, winged, person) if part.gait == "fly" else Take("walk", facing, "walk", 4, 130))
    if part.role == "boss":
        found.append(Take("idle", "right", "idle", 2, 420))
    found.append(Take("attack", "right", "attack", 2, 200, moments=(0.3, 0.55)))
    found.append(Take("hurt", "right", "hurt", 1, 200, moments=(0.4,)))
    return tuple(found)


def _flight(facing: Facing, frames: int, winged: bool, person: bool) -> Take:
    if person:
        return Take("fly", facing, "custom", frames, 110, motion="flying")
    return Take("fly", facing, "run" if winged else "walk", frames, 90 if winged else 130)


def _hero(part: Part, facing: Facing, winged: bool, person: bool) -> list[Take]:
    hurt = Take("hurt", facing, "hurt", 1, 200, moments=(0.4,))
    if part.gait == "fly":
        return [_flight(facing, 4, winged, person), hurt]
    found = [Take("idle", facing, "idle", 4 if part.view == "side" else 2, 240)]
    if part.kind == "infinite-jumper":
        found += [Take("jump", facing, "jump", 1, 100, moments=(0.42,)), Take("fall", facing, "jump", 1, 100, moments=(0.66,))]
    elif part.view == "side":
        found.append(Take("run", facing, "run", 8, 70))
        found += [Take("jump", facing, "jump", 1, 100, moments=(0.42,)), Take("fall", facing, "jump", 1, 100, moments=(0.66,))]
    else:
        found.append(Take("walk", facing, "walk", 6, 90))
    if part.armed and part.kind not in ("horde-survivors",):
        found.append(Take("attack", facing, "attack", 3, 80, moments=(0.3, 0.53, 0.75)))
    found.append(hurt)
    return found


_YAWS: Final[dict[str, tuple[float, float]]] = {
    "humanoid_biped": (50.0, 6.0),
    "quadruped": (64.0, 24.0),
    "winged": (46.0, 12.0),
    "amorphous": (34.0, 8.0),
    "serpentine": (52.0, 24.0),
    "crawler": (46.0, 10.0),
    "swimmer": (66.0, 30.0),
    "vehicle": (52.0, 24.0),
}
"""Archetype -> yaw at which "right" and "down" read best; straight profiles hide faces, straight fronts hide tails."""
_FAMILY_YAWS: Final[dict[str, float]] = {"bat": 24.0, "butterfly": 24.0}


def yaw_of(archetype: str, family: str, facing: Facing) -> float:
    """How far a body is turned to face that way, degrees."""
    across, front = _YAWS.get(archetype, (40.0, 0.0))
    if facing == "right":
        return _FAMILY_YAWS.get(family, across)
    return front if facing == "down" else 180.0 - front
