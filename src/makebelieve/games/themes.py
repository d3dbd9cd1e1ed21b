"""The themes of a game: which level is accompanied by which, and what each is composed of. Pure.

All themes of a game come from one seed and share the tones of one scale: what is major at home is heard in the relative minor further
on, so that stingers and effects are in key under each of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from makebelieve.language.kinds import Kind, Mood
from makebelieve.music.theory import Key, parse_key

ThemeName = Literal["home", "further", "boss"]
THEMES: Final[tuple[ThemeName, ...]] = ("home", "further", "boss")

SPACE: Final[frozenset[Kind]] = frozenset(("space-shooter", "planet-defense", "racing"))
FIGHTS: Final[frozenset[Kind]] = frozenset(
    ("horde-survivors", "enter-the-gungeon", "platform-brawler", "dungeon-crawler", "tower-defense", "isometric-strategy")
)
PRESETS_OF: Final[dict[Mood, tuple[str, str, str]]] = {
    "cheerful": ("chiptune_adventure", "chiptune_adventure", "chiptune_adventure"),
    "cozy": ("peaceful_village", "fantasy_tavern", "menu_chill"),
    "spooky": ("dungeon_dark", "dungeon_dark", "scifi_synthwave"),
    "dark": ("dungeon_dark", "battle_intense", "scifi_synthwave"),
    "sad": ("ambient_exploration", "epic_orchestral", "ambient_exploration"),
    "funny": ("fantasy_tavern", "chiptune_adventure", "chiptune_adventure"),
    "epic": ("epic_orchestral", "battle_intense", "scifi_synthwave"),
    "tense": ("battle_intense", "boss_fight", "battle_intense"),
    "mysterious": ("ambient_exploration", "dungeon_dark", "scifi_synthwave"),
    "dreamy": ("ambient_exploration", "menu_chill", "ambient_exploration"),
}
"""Mood -> the preset of its theme where one explores, fights, flies or drives."""
_FURTHER: Final[dict[str, tuple[str, str]]] = {
    "chiptune_adventure": ("chiptune_adventure", "tense fast"),
    "peaceful_village": ("ambient_exploration", "mysterious with harp and flute"),
    "dungeon_dark": ("dungeon_dark", "tense with timpani"),
    "ambient_exploration": ("ambient_exploration", "mysterious with celesta"),
    "epic_orchestral": ("battle_intense", "epic with horn and choir"),
    "battle_intense": ("battle_intense", "dark with choir"),
    "boss_fight": ("battle_intense", "dark with choir"),
    "fantasy_tavern": ("fantasy_tavern", "mysterious slow with harp"),
    "scifi_synthwave": ("scifi_synthwave", "dark"),
    "menu_chill": ("ambient_exploration", "mysterious with vibraphone"),
}
"""Preset at home -> preset and words of the theme further on: another pace, other players, the same hand."""
_BOSS: Final[dict[str, str]] = {"chiptune_adventure": "8-bit boss fight", "scifi_synthwave": "synthwave boss fight"}
_MINOR: Final = frozenset(("minor", "harmonic minor", "melodic minor", "dorian", "phrygian", "locrian"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a theme is asked of the composer: words, preset, key (None: its own), seconds, and whether it comes in layers."""

    words: str
    preset: str
    key: str | None
    seconds: float
    layers: int


def preset_of(kind: Kind, mood: Mood) -> str:
    """The preset of the theme at home."""
    return PRESETS_OF[mood][2 if kind in SPACE else 1 if kind in FIGHTS else 0]


def themes_of(scenes: Sequence[Mapping[str, Any]]) -> tuple[ThemeName, ...]:
    """The theme of each scene: a level with a boss has its own, levels of another style or in another biome than the first one are
    "further", and where all are alike the second half of them is."""
    levels = [scene.get("properties", {}).get("level") or {} for scene in scenes]
    plain = [i for i, level in enumerate(levels) if level and not _has_boss(level)]
    styles = [(levels[i].get("style"), (scenes[i]["properties"].get("theme") or {}).get("biome")) for i in plain]
    differ = len(set(styles)) > 1
    found: list[ThemeName] = []
    for i, level in enumerate(levels):
        if _has_boss(level):
            found.append("boss")
        elif i not in plain:
            found.append("home")
        else:
            place = plain.index(i)
            away = styles[place] != styles[0] if differ else len(plain) > 1 and place >= (len(plain) + 1) // 2
            found.append("further" if away else "home")
    return tuple(found)


def _has_boss(level: Mapping[str, Any]) -> bool:
    return (level.get("mark") or {}).get("kind") == "boss"


def asked(name: ThemeName, kind: Kind, mood: Mood, home: str | None) -> Asked:
    """What the composer is asked for a theme. `home`: the key of the theme at home, None for that theme itself."""
    preset = preset_of(kind, mood)
    if home is None or name == "home":
        return Asked(mood, preset, home, 16.0, 3)
    if name == "further":
        other, words = _FURTHER[preset]
        return Asked(words, other, dark_relative(home), 12.0, 2)
    return Asked(_BOSS.get(preset, mood), "boss_fight", dark_relative(home), 12.0, 1)


def dark_relative(key: str) -> str:
    """The minor key of the same tones; a minor key itself."""
    one = parse_key(key)
    if one.mode in _MINOR:
        return key
    parent = one.tonic - {"lydian": 5, "mixolydian": 7}.get(one.mode, 0)
    return str(Key((parent + 9) % 12, "minor"))
