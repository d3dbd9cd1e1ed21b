"""`game.design`: what the author asks of the engine, before any rule or level is derived from it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from makebelieve.games.preferences import Preferences
from makebelieve.language.draft import GameDraft, Thing
from makebelieve.language.kinds import Kind

DEFAULTS: Final[dict[str, Any]] = {
    "difficulty": "normal",
    "levels": 3,
    "length": 1,
    "enemy_density": 1,
    "collectible_density": 1,
    "hazard_density": 1,
    "mechanics": [],
    "boss": False,
    "lives": 3,
    "health": 3,
    "time_limit": 0,
    "hero_speed": 1,
    "jump_height": 1,
    "gravity": 1,
    "enemy_speed": 1,
}

# Lowest and highest value an edit or a preference may set.
LIMITS: Final[dict[str, tuple[float, float]]] = {
    "levels": (1, 10),
    "length": (0.5, 2),
    "enemy_density": (0, 3),
    "collectible_density": (0, 3),
    "hazard_density": (0, 3),
    "lives": (1, 99),
    "health": (1, 20),
    "time_limit": (0, 3600),
    "hero_speed": (0.5, 2),
    "jump_height": (0.5, 2),
    "gravity": (0.4, 2),
    "enemy_speed": (0.3, 2),
}

_QUICK: Final = {"fast", "quick", "speedy", "swift", "rapid", "nimble", "hyper", "rushing", "agile"}
_SLOW: Final = {"slow", "sluggish", "lazy", "sleepy", "tired", "old", "heavy"}

# Words of a draft's `excluded` list, by what they rule out.
NO_ENEMIES: Final = {"enemies", "enemy", "violence", "fighting", "combat", "monsters", "foes", "killing", "bad guys"}
NO_FIGHTING: Final = {"violence", "fighting", "combat", "killing", "shooting", "weapons", "guns"}
NO_HAZARDS: Final = {"hazards", "hazard", "spikes", "spike", "traps", "trap", "obstacles", "lava", "pits"}
NO_COLLECTIBLES: Final = {"collectibles", "coins", "coin", "collecting", "items", "pickups", "loot"}
# Kinds whose games end with a boss unless that is ruled out.
BOSS_BY_CUSTOM: Final = frozenset(("dungeon-crawler", "horde-survivors", "space-shooter"))
# Seconds that a horde may be survived for: there a limit of time is the mark.
SURVIVAL: Final = (15, 240)
NO_BOSS: Final = {"boss", "bosses", "boss fight"}
NO_TIMER: Final = {"timer", "time limit", "clock", "countdown", "time pressure"}


def pace(thing: Thing | None) -> float:
    """Speed multiplier that a thing's adjectives ask for."""
    words = set(thing.adjectives) if thing is not None else set()
    return 1.25 if words & _QUICK else 0.75 if words & _SLOW else 1.0


def wanted_mechanics(draft: GameDraft, preferences: Preferences) -> list[str]:
    """Mechanics asked for, in order, without those the prompt rules out."""
    asked = [m.value for m in draft.mechanics] + list(preferences.mechanics or [])
    excluded = {word.lower() for word in draft.excluded}
    gone = {word.replace(" ", "-") for word in excluded} | ({"shoot", "melee"} if excluded & NO_FIGHTING else set())
    return [m for m in dict.fromkeys(asked) if m not in gone]


def design_of(draft: GameDraft, preferences: Preferences, playable: Collection[str], kind: Kind) -> tuple[dict[str, Any], list[str]]:
    """The design of a game of `kind`, and the mechanics asked for that the kind does not play (`playable`: those it does)."""
    excluded = {word.lower() for word in draft.excluded}
    wanted = wanted_mechanics(draft, preferences)
    boss = preferences.boss if preferences.boss is not None else draft.boss.value is not None or "boss" in wanted
    if excluded & (NO_BOSS | NO_ENEMIES):
        boss = False
    missing_boss = boss and "boss" not in playable
    boss = boss and not missing_boss
    if preferences.boss is None and kind in BOSS_BY_CUSTOM and not excluded & (NO_BOSS | NO_ENEMIES):
        boss = True
    time_limit = preferences.time_limit if preferences.time_limit is not None else draft.time_limit.value
    if time_limit is None:
        time_limit = 90 if "timer" in wanted else 0
    if excluded & NO_TIMER:
        time_limit = 0
    if kind == "horde-survivors" and time_limit:
        time_limit = min(SURVIVAL[1], max(SURVIVAL[0], time_limit))
    design = {
        **DEFAULTS,
        "difficulty": preferences.difficulty or draft.difficulty.value,
        "levels": preferences.levels or draft.levels.value,
        "length": preferences.length or 1,
        "enemy_density": 0 if excluded & NO_ENEMIES else 1,
        "collectible_density": 0 if excluded & NO_COLLECTIBLES else 1,
        "hazard_density": 0 if excluded & NO_HAZARDS else 1,
        "mechanics": [m for m in wanted if m in playable and m not in ("boss", "timer")],
        "boss": boss,
        "lives": preferences.lives or draft.lives.value or 3,
        "health": preferences.health or (1 if "one-hit" in wanted else 3),
        "time_limit": time_limit,
        "hero_speed": pace(draft.hero.value),
    }
    # A boss and a clock are fields of the design, not entries of its list; whether a kind knows bosses is its own to say.
    missing = [m for m in wanted if m not in playable and m not in ("timer", "one-hit")]
    if missing_boss and "boss" not in missing:
        missing.append("boss")
    return design, missing
