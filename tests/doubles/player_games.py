"""Small games of every built kind for the player's tests: one short level each, made with little effort."""

from __future__ import annotations

from functools import cache
from typing import Any

from makebelieve.games import built_kinds
from makebelieve.games.hosting import kinds_of, shared_engine
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.language import understand_game

PROMPTS = {
    "platformer": "a tiny red fox jumps over spikes and slimes in a forest collecting coins",
    "infinite-jumper": "a paper frog that keeps jumping higher and higher between crows",
    "flappy-clone": "a sleepy owl flaps between pipes at night",
    "topdown": "an explorer looks for gems in a garden full of ghosts",
    "dungeon-crawler": "a knight clears the rooms of a dungeon of skeletons",
    "horde-survivors": "a wizard survives hordes of zombies",
    "space-shooter": "a silver ship shoots waves of drones",
}
KINDS = built_kinds()
EFFORT = {"budget": {"nodes": 5000, "ticks": 400_000}, "attempts": 1, "repairs": 2, "botRuns": 1, "randomRuns": 1}
SEEDS = range(1, 7)


@cache
def small_game(kind: str, levels: int = 1) -> dict[str, Any]:
    """A proven config of the kind: the first seed whose levels the bot wins at the first try."""
    host = shared_engine()
    prompt = PROMPTS.get(kind, f"a {kind} game")
    for seed in SEEDS:
        wishes = parse_preferences({"kind": kind, "levels": levels})
        config = make_skeleton(understand_game(prompt), wishes, kinds_of(host).kinds, seed).config
        config["game"]["design"]["length"] = 0.5
        made: dict[str, Any] = host.call("compose", config=config, effort=EFFORT)["config"]
        if made["game"]["proof"]["status"] == "proven":
            return made
    raise AssertionError(f"no seed of {SEEDS} gives a proven {kind}")
