"""A game's sound: in one key, never clipping, a loop without a seam, small, and the same for the same brief."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from makebelieve.games.soundtrack import PAD, Brief, SoundBundle, brief_of, compose_sound, preset_of
from makebelieve.language.kinds import KINDS, Mood
from makebelieve.music import PRESETS
from makebelieve.music.measures import chroma
from makebelieve.music.theory import parse_key

BRIEFS = (
    Brief("platformer", "cheerful", 3),
    Brief("space-shooter", "epic", 4),
    Brief("dungeon-crawler", "spooky", 5),
    Brief("topdown", "dreamy", 6),
)
MOODS: tuple[Mood, ...] = ("cheerful", "cozy", "spooky", "dark", "sad", "funny", "epic", "tense", "mysterious", "dreamy")
LARGEST = 720_000
FADE = 1024
"""Samples over which a player blends the end of the loop into what comes before its start."""

Samples = NDArray[np.float64]


@cache
def made(brief: Brief) -> SoundBundle:
    return compose_sound(brief)


def opened(bundle: SoundBundle, place: list[int]) -> Samples:
    samples, rate = soundfile.read(io.BytesIO(bundle.files[place[0] : place[0] + place[1]]))
    assert rate == bundle.manifest["sampleRate"]
    assert samples.ndim == 1
    return np.asarray(samples)


def layers(bundle: SoundBundle) -> list[Samples]:
    return [opened(bundle, layer["file"]) for layer in bundle.manifest["theme"]["layers"]]


def clips(bundle: SoundBundle) -> list[Samples]:
    sheet = opened(bundle, bundle.manifest["clips"]["file"])
    return [sheet[at : at + length] for at, length in bundle.manifest["clips"]["places"]]


def in_key(samples: Samples, key: str) -> float:
    """Share of the sound's energy on the tones of the key."""
    weights = chroma(np.asarray(samples, np.float32))
    home = parse_key(key)
    return float(sum(weights[(home.tonic + step) % 12] for step in home.scale) / weights.sum())


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief.kind)
def test_layers_share_one_loop_and_go_on_over_its_seam(brief: Brief) -> None:
    bundle = made(brief)
    theme = bundle.manifest["theme"]
    length = theme["loop"]["length"]
    assert 14 * 44_100 <= length <= 24 * 44_100
    assert theme["layers"][0]["name"] == "calm"
    assert len(theme["layers"]) >= 2
    whole = np.sum(layers(bundle), axis=0)
    for layer in (*layers(bundle), whole):
        assert len(layer) == length + 2 * PAD
        # What comes after the loop is what comes first in it, up to what the coder adds. Another place would differ by 1.4.
        coded = layer[PAD : PAD + FADE] - layer[PAD + length : PAD + length + FADE]
        assert np.sqrt(np.mean(coded**2)) < 0.5 * np.sqrt(np.mean(layer**2)) + 1e-4


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief.kind)
def test_never_silent_and_never_clipping_with_a_stinger_and_two_effects_on_top(brief: Brief) -> None:
    bundle = made(brief)
    theme, stingers, effects = (bundle.manifest[name] for name in ("theme", "stingers", "effects"))
    parts = layers(bundle)
    rest = parts[0] * theme["layers"][0]["alone"]
    whole = np.sum(parts, axis=0)
    for samples in (rest, whole):
        assert np.abs(samples).max() < 1
        # No second without the theme.
        seconds = samples[PAD:-PAD][: 44_100 * 14].reshape(14, -1)
        assert np.sqrt((seconds**2).mean(axis=1)).min() > 0.002
    sounds = clips(bundle)
    loudest = sorted(np.abs(sounds[i]).max() * one["gain"] for one in effects.values() for i in one["clips"])[-2:]
    stinger = max(np.abs(sounds[one["clip"]]).max() * one["gain"] for one in stingers.values())
    assert np.abs(whole).max() * theme["gain"] * theme["ducked"] + stinger + loudest[-1] < 1
    assert np.abs(whole).max() * theme["gain"] + sum(loudest) < 1
    assert min(np.abs(one).max() for one in sounds) > 0.02


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda brief: brief.kind)
def test_theme_and_stingers_are_in_one_key(brief: Brief) -> None:
    bundle = made(brief)
    key = bundle.manifest["key"]
    sounds = clips(bundle)
    assert set(bundle.manifest["stingers"]) == {"win", "lose", "level_up", "discovery"}
    for name, one in bundle.manifest["stingers"].items():
        assert in_key(sounds[one["clip"]], key) > 0.75, name
    # Noise would put 7 twelfths there.
    assert in_key(np.sum(layers(bundle), axis=0), key) > 0.75


def test_every_moment_has_its_stinger_and_every_kind_its_own_effects() -> None:
    shooter, jumper, rooms = (made(brief).manifest for brief in (BRIEFS[1], BRIEFS[0], BRIEFS[2]))
    for manifest in (shooter, jumper, rooms):
        assert set(manifest["moments"].values()) <= set(manifest["stingers"])
        assert {"collect", "hurt", "die", "kill", "explode", "select"} <= set(manifest["effects"])
    assert {"jump", "land", "stomp", "flap"} <= set(jumper["effects"])
    assert {"swing", "door", "key"} <= set(rooms["effects"])
    assert "jump" not in shooter["effects"]


def test_small_and_the_same_for_the_same_brief() -> None:
    for brief in BRIEFS:
        assert len(made(brief).packed()) < LARGEST, brief
    compose_sound.cache_clear()
    assert compose_sound(BRIEFS[0]).packed() == made(BRIEFS[0]).packed()
    other = compose_sound(Brief("platformer", "cheerful", 103))
    assert other.files != made(BRIEFS[0]).files


def test_packed_is_a_length_a_manifest_and_the_files() -> None:
    bundle = made(BRIEFS[0])
    data = bundle.packed()
    size = int.from_bytes(data[:4], "little")
    assert json.loads(data[4 : 4 + size]) == bundle.manifest
    assert data[4 + size :] == bundle.files


def test_the_sound_depends_on_kind_mood_and_seed_alone() -> None:
    game: dict[str, Any] = {"kind": "platformer", "seed": 3, "title": "Fox", "theme": {"mood": "epic", "biome": "forest"}}
    brief = brief_of({"game": game, "entities": []})
    assert brief == Brief("platformer", "epic", 3)
    assert brief_of({"game": {**game, "title": "Owl", "theme": {"mood": "epic", "biome": "snow"}}, "entities": [{}]}) == brief
    # Files from elsewhere may name no mood, or one of their own.
    for theme in (None, {}, {"mood": "wistful"}):
        assert brief_of({"game": {**game, "theme": theme}}).mood == "cheerful"


def test_each_mood_of_each_kind_has_a_preset() -> None:
    assert {preset_of(Brief(kind, mood, 0)) for kind in KINDS for mood in MOODS} <= set(PRESETS)
