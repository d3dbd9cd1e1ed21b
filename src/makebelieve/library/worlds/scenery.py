"""Which states of a world have a picture of what their prose says now. Kept in the world itself, under a key of our own."""

from __future__ import annotations

import hashlib
from typing import Any, Final

KEY: Final = "scenery"
"""Key of the world: state -> {of, src, layers, time, biome}. `src`: all layers in one PNG, one above the other, farthest first."""
HERO: Final = "hero"
"""Key beside it: {src, width, height, frames, fps, look, seed, of}: the player's figure in a row of frames.

`look`, `seed`: the words that it was drawn from, and with which seed; whoever draws them again draws the same figure. `of`: stands for all
that the world said of its player then (`looks_token`).
"""
THINGS: Final = "things"
"""Key beside them: event -> {name, src, width, height, frames, fps}: the thing that it takes hold of."""
CAST: Final = "cast"
"""Key beside them: state -> [{name, src, width, height, frames, fps, look, seed}]: who is met there, seen from before."""


def token_of(state: dict[str, Any]) -> str:
    """Stands for the prose that a picture shows."""
    return hashlib.sha256(str(state["base"]).encode()).hexdigest()[:16]


def looks_token(looks: tuple[str, ...]) -> str:
    """Stands for the descriptions of the player that a figure shows."""
    return hashlib.sha256("\n".join(looks).encode()).hexdigest()[:16]


def unpainted(world: dict[str, Any]) -> list[str]:
    """The states whose picture is missing, or shows what was said before."""
    painted = world.get(KEY) or {}
    states: dict[str, Any] = world["scene"]["states"]
    return [name for name, state in states.items() if (painted.get(name) or {}).get("of") != token_of(state)]


def merged(world: dict[str, Any], painted: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The world with these pictures; those of states that are gone, or speak of something else by now, are left out."""
    states = world["scene"]["states"]
    before = {**(world.get(KEY) or {}), **painted}
    return {**world, KEY: {name: one for name, one in before.items() if name in states and one["of"] == token_of(states[name])}}
