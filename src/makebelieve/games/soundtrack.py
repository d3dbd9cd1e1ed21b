"""A game's sound from one seed, in one key: a looping theme in layers that follow danger, stingers, the effects of its kind. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve import music
from makebelieve.kit.seeds import derive_seed
from makebelieve.language.kinds import Kind, Mood
from makebelieve.music.delivery import ogg

FORMAT: Final = 1
RATE: Final = 44_100
SECONDS: Final = 16.0
"""Length of the theme's loop."""
PAD: Final = 4096
"""Samples of the loop's other end before its start and after its end: the coder's blocks reach over the seam, so it codes the seam as
it does any other place."""
GAP: Final = 2048
"""Silent samples between clips."""
DUCKED: Final = 0.3
"""What is left of the theme under a stinger."""
THEME_GAIN: Final = 0.42
STINGER_GAIN: Final = 0.5
_QUALITY: Final = 0.86
"""Compression level, 0 (large) to 1."""
_SILENT: Final = 1e-4
_REST_SHARE: Final = 0.6
"""How loud the theme is at rest, against the whole of it."""

Samples = NDArray[np.float32]

_SPACE: Final[frozenset[Kind]] = frozenset(("space-shooter", "planet-defense", "racing"))
_FIGHTS: Final[frozenset[Kind]] = frozenset(
    ("horde-survivors", "enter-the-gungeon", "platform-brawler", "dungeon-crawler", "tower-defense", "isometric-strategy")
)
_PRESETS: Final[dict[Mood, tuple[str, str, str]]] = {
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

_SIDE: Final = frozenset(
    ("platformer", "metroidvania", "infinite-jumper", "platform-brawler", "flappy-clone", "puzzle", "music-rhythm", "micro-factory")
)
_ALL: Final[dict[str, tuple[str, int, float]]] = {
    "collect": ("coin", 2, 0.2),
    "powerup": ("power_up", 1, 0.3),
    "hurt": ("hurt", 2, 0.32),
    "die": ("death", 1, 0.34),
    "hit": ("hit", 2, 0.24),
    "kill": ("enemy_death", 2, 0.26),
    "shoot": ("shot", 2, 0.14),
    "enemy_shoot": ("arrow", 2, 0.16),
    "explode": ("explosion", 2, 0.32),
    "boss": ("roar", 1, 0.34),
    "boss_phase": ("alarm", 1, 0.22),
    "dash": ("whoosh", 2, 0.24),
    "checkpoint": ("bell", 1, 0.24),
    "select": ("menu_confirm", 1, 0.22),
}
_OF_SIDE: Final[dict[str, tuple[str, int, float]]] = {
    "jump": ("jump", 2, 0.2),
    "double_jump": ("double_jump", 2, 0.2),
    "wall_jump": ("jump", 1, 0.2),
    "flap": ("whoosh", 2, 0.2),
    "land": ("land", 2, 0.16),
    "stomp": ("squeak", 2, 0.26),
    "spring": ("double_jump", 1, 0.26),
    "bounce": ("jump", 1, 0.22),
    "gate": ("gem", 2, 0.22),
    "key": ("key", 1, 0.28),
    "door": ("door", 1, 0.3),
    "locked": ("error", 1, 0.24),
    "chest": ("chest", 1, 0.3),
}
_OF_ADVENTURE: Final[dict[str, tuple[str, int, float]]] = {
    "swing": ("sword", 2, 0.2),
    "block": ("clash", 2, 0.24),
    "bounce": ("whoosh", 1, 0.2),
    "key": ("key", 1, 0.28),
    "door": ("door", 1, 0.3),
    "locked": ("error", 1, 0.24),
    "chest": ("chest", 1, 0.3),
}
_OF_SPACE: Final[dict[str, tuple[str, int, float]]] = {
    "shoot": ("laser", 2, 0.14),
    "enemy_shoot": ("ufo", 1, 0.14),
    "kill": ("explosion", 2, 0.26),
    "wave": ("countdown", 1, 0.24),
}
_OF_FIGHTS: Final[dict[str, tuple[str, int, float]]] = {"wave": ("bell", 1, 0.24)}
"""Event of the simulation -> (family of effects, variations, gain)."""
_MOMENTS: Final = {"win": "win", "lose": "lose", "level_up": "level_up", "chest": "discovery"}
"""Event -> the stinger that marks it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a game's sound depends on."""

    kind: Kind
    mood: Mood
    seed: int


@dataclass(frozen=True, slots=True)
class SoundBundle:
    """Everything that sounds in a game."""

    manifest: dict[str, Any]
    """{format, sampleRate, key, bpm, preset, theme, clips, effects, stingers, moments}: see docs/guide/player.md."""
    files: bytes
    """Ogg Vorbis files, mono, one after the other; the manifest says where each is: [first byte, bytes]."""

    def packed(self) -> bytes:
        """All that a player loads: the manifest's length (4 bytes, little-endian), the manifest as JSON, the files."""
        head = json.dumps(self.manifest, separators=(",", ":")).encode()
        return len(head).to_bytes(4, "little") + head + self.files


def brief_of(config: Mapping[str, Any]) -> Brief:
    """What decides the sound of a finished config; a change that leaves it as it is leaves the sound as it is."""
    game = config["game"]
    mood = (game.get("theme") or {}).get("mood")
    return Brief(game["kind"], mood if mood in _PRESETS else "cheerful", int(game.get("seed") or 0))


@lru_cache(maxsize=8)
def compose_sound(brief: Brief) -> SoundBundle:
    """The sound of a game. Equal briefs give equal notes; equal bytes on the same version and class of processor."""
    track = compose_theme(brief)
    files = bytearray()

    def filed(samples: Samples) -> list[int]:
        data = ogg(samples[:, None], _QUALITY)
        files.extend(data)
        return [len(files) - len(data), len(data)]

    whole = _mono(track.audio)
    layers: list[dict[str, Any]] = []
    for name, audio in track.layers.items():
        layer = _mono(audio)
        if _rms(layer) < _SILENT:
            continue
        solo = _solo(layer, whole) if not layers else 1.0
        layers.append({"name": name, "file": filed(np.concatenate((layer[-PAD:], layer, layer[:PAD]))), "alone": round(solo, 3)})
    clips: list[Samples] = []

    def clip(samples: Samples) -> int:
        clips.append(samples)
        return len(clips) - 1

    stingers = {name: {"clip": clip(_mono(track.stinger(name).audio)), "gain": STINGER_GAIN} for name in music.STINGERS}
    effects: dict[str, dict[str, Any]] = {}
    for event, (family, times, gain) in _effects_of(brief.kind).items():
        made = (music.effect(family, seed=derive_seed(brief.seed, f"effect:{event}:{turn}"), key=track.key) for turn in range(times))
        effects[event] = {"clips": [clip(_mono(one.audio)) for one in made], "gain": gain}
    sheet, places = _laid_out(clips)
    manifest = {
        "format": FORMAT,
        "sampleRate": RATE,
        "key": track.key,
        "bpm": round(track.bpm, 6),
        "preset": track.preset,
        "mood": brief.mood,
        "theme": {
            "gain": THEME_GAIN,
            "ducked": DUCKED,
            "rest": 0.45 if brief.kind in _SPACE | _FIGHTS else 0.2,
            "loop": {"start": PAD, "length": len(whole)},
            "layers": layers,
        },
        "clips": {"file": filed(sheet), "places": places},
        "effects": effects,
        "stingers": stingers,
        "moments": _MOMENTS,
    }
    return SoundBundle(manifest, bytes(files))


def compose_theme(brief: Brief) -> music.Track:
    """The theme alone, as it is before it is coded."""
    seed = derive_seed(brief.seed, f"theme:{brief.mood}:{brief.kind}")
    return music.track(brief.mood, preset=preset_of(brief), duration=SECONDS, seed=seed)


def preset_of(brief: Brief) -> str:
    """The preset of the theme."""
    return _PRESETS[brief.mood][2 if brief.kind in _SPACE else 1 if brief.kind in _FIGHTS else 0]


def _effects_of(kind: Kind) -> dict[str, tuple[str, int, float]]:
    if kind in _SPACE:
        return _ALL | _OF_SPACE
    return _ALL | (_OF_SIDE if kind in _SIDE else _OF_ADVENTURE) | (_OF_FIGHTS if kind in _FIGHTS else {})


def _mono(audio: NDArray[Any]) -> Samples:
    return np.ascontiguousarray(audio.mean(axis=1), np.float32)


def _rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


def _solo(layer: Samples, whole: Samples) -> float:
    """The gain at which the first layer carries the game while it plays alone: never quiet, never above the whole's own peak."""
    wanted = _REST_SHARE * _rms(whole) / _rms(layer)
    room = float(np.abs(whole).max() / np.abs(layer).max())
    return max(1.0, min(wanted, room))


def _laid_out(clips: list[Samples]) -> tuple[Samples, list[list[int]]]:
    """Clips one after the other on one sheet, and where each lies: [first sample, samples]."""
    places: list[list[int]] = []
    parts: list[Samples] = []
    at = 0
    for one in clips:
        parts += [np.zeros(GAP, np.float32), one]
        places.append([at + GAP, len(one)])
        at += GAP + len(one)
    return np.concatenate((*parts, np.zeros(GAP, np.float32))), places
