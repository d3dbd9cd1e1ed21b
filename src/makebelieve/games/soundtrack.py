"""A game's sound from one seed, in one scale: looping themes in layers that follow danger, stingers, the effects of its kind. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from makebelieve import music
from makebelieve.games.themes import FIGHTS, PRESETS_OF, SPACE, THEMES, ThemeName, asked, themes_of
from makebelieve.kit.seeds import derive_seed
from makebelieve.language.kinds import Kind, Mood

FORMAT: Final = 2
RATE: Final = 44_100
"""Hz of the themes."""
CLIP_RATE: Final = 22_050
"""Hz of stingers and effects: short, and half the work and the bytes."""
PAD: Final = 4096
"""Samples of the loop's other end before its start and after its end: the coder's blocks reach over the seam, so it codes the seam as
it does any other place."""
GAP: Final = 1024
"""Silent samples between clips, at their rate."""
DUCKED: Final = 0.3
"""What is left of the theme under a stinger."""
THEME_GAIN: Final = 0.42
STINGER_GAIN: Final = 0.5
_QUALITY: Final = 0.86
"""Compression level, 0 (large) to 1."""
_SILENT: Final = 1e-4
_REACH: Final = np.arange(-23, 24)
_HALF_BAND: Final = (np.where(_REACH % 2, np.sinc(_REACH / 2), _REACH == 0) * np.hamming(len(_REACH)) / 2).astype(np.float32)
_REST_SHARE: Final = 0.6
"""How loud the theme is at rest, against the whole of it."""

Samples = NDArray[np.float32]

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
    scenes: tuple[ThemeName, ...] = ("home",)
    """The theme of each scene."""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Brief:
        """The brief that `dataclasses.asdict` gave, by way of JSON."""
        return cls(stored["kind"], stored["mood"], stored["seed"], tuple(stored["scenes"]))


@dataclass(frozen=True, slots=True)
class SoundBundle:
    """Everything that sounds in a game."""

    manifest: dict[str, Any]
    """{format, sampleRate, mood, themes, scenes, clips, effects, stingers, moments}: see docs/guide/player.md."""
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
    scenes = themes_of(config.get("scenes") or ()) or ("home",)
    return Brief(game["kind"], mood if mood in PRESETS_OF else "cheerful", int(game.get("seed") or 0), scenes)


@lru_cache(maxsize=8)
def compose_sound(brief: Brief) -> SoundBundle:
    """The sound of a game. Equal briefs give equal notes; equal bytes on the same version and class of processor."""
    # Here, and not above: whoever only orders a sound (the server does, with every game) needs no compiler.
    from makebelieve.music.delivery import ogg

    home = compose_theme(brief)
    files = bytearray()

    def filed(samples: Samples, rate: int = RATE) -> list[int]:
        data = ogg(samples[:, None], _QUALITY, rate)
        files.extend(data)
        return [len(files) - len(data), len(data)]

    themes: dict[str, dict[str, Any]] = {}
    for name in THEMES:
        if name == "home" or name in brief.scenes:
            one = home if name == "home" else compose_theme(brief, name, home.key)
            layers = [
                {"name": layer, "file": filed(np.concatenate((samples[-PAD:], samples, samples[:PAD]))), "alone": round(alone, 3)}
                for layer, samples, alone in _layers(one, asked(name, brief.kind, brief.mood, home.key).layers)
            ]
            themes[name] = {
                "key": one.key,
                "bpm": round(one.bpm, 6),
                "preset": one.preset,
                "gain": THEME_GAIN,
                "ducked": DUCKED,
                "rest": 0.45 if brief.kind in SPACE | FIGHTS else 0.2,
                "loop": {"start": PAD, "length": len(one.audio)},
                "layers": layers,
            }
    clips: list[Samples] = []

    def clip(samples: Samples) -> int:
        clips.append(samples)
        return len(clips) - 1

    stingers = {name: {"clip": clip(_mono(home.stinger(name).audio)), "gain": STINGER_GAIN} for name in music.STINGERS}
    effects: dict[str, dict[str, Any]] = {}
    for event, (family, times, gain) in _effects_of(brief.kind).items():
        made = (music.effect(family, seed=derive_seed(brief.seed, f"effect:{event}:{turn}"), key=home.key) for turn in range(times))
        effects[event] = {"clips": [clip(_mono(one.audio)) for one in made], "gain": gain}
    sheet, places = _laid_out([_halved(one) for one in clips])
    manifest = {
        "format": FORMAT,
        "sampleRate": RATE,
        "mood": brief.mood,
        "themes": themes,
        "scenes": list(brief.scenes),
        "clips": {"file": filed(sheet, CLIP_RATE), "places": places, "sampleRate": CLIP_RATE},
        "effects": effects,
        "stingers": stingers,
        "moments": _MOMENTS,
    }
    return SoundBundle(manifest, bytes(files))


def compose_theme(brief: Brief, name: ThemeName = "home", home: str | None = None) -> music.Track:
    """A theme alone, as it is before it is coded. `home`: the key of the theme at home, for the others."""
    wanted = asked(name, brief.kind, brief.mood, home)
    seed = derive_seed(brief.seed, f"theme:{brief.mood}:{brief.kind}")
    from makebelieve.music.tracks import layered

    return layered(wanted.words, preset=wanted.preset, key=wanted.key, duration=wanted.seconds, seed=seed)


def _layers(track: music.Track, count: int) -> list[tuple[str, Samples, float]]:
    """At most `count` layers that sound, the last ones taken together, each with the gain at which it carries the game alone."""
    whole = _mono(track.audio)
    if count == 1:
        return [("whole", whole, 1.0)]
    found = [(name, layer) for name, layer in ((name, _mono(audio)) for name, audio in track.layers.items()) if _rms(layer) >= _SILENT]
    if len(found) > count:
        rest = found[count - 1 :]
        found = [*found[: count - 1], (rest[0][0], np.sum([layer for _, layer in rest], axis=0, dtype=np.float32))]
    return [(name, layer, 1.0 if at else _solo(layer, whole)) for at, (name, layer) in enumerate(found)]


def _effects_of(kind: Kind) -> dict[str, tuple[str, int, float]]:
    if kind in SPACE:
        return _ALL | _OF_SPACE
    return _ALL | (_OF_SIDE if kind in _SIDE else _OF_ADVENTURE) | (_OF_FIGHTS if kind in FIGHTS else {})


def _mono(audio: NDArray[Any]) -> Samples:
    return np.asarray((audio[:, 0] + audio[:, 1]) * np.float32(0.5), np.float32)


def _halved(samples: Samples) -> Samples:
    """Every second sample, what would alias filtered out by a half-band filter (-6 dB at 11,025 Hz), of which every second tap is 0."""
    taps = len(_HALF_BAND)
    padded = np.concatenate((np.zeros(taps, np.float32), samples, np.zeros(taps + 2, np.float32)))
    count = (len(samples) + 1) // 2
    out = np.zeros(count, np.float32)
    for tap in np.nonzero(_HALF_BAND)[0]:
        at = tap + taps - taps // 2
        out += _HALF_BAND[tap] * padded[at : at + 2 * count : 2]
    return out


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
