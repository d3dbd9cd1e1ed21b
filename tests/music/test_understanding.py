"""What is understood of a prompt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scores import score_of

from makebelieve.music import PRESETS, understand
from makebelieve.music.mix import instrument_of
from makebelieve.music.request import settle


@pytest.mark.parametrize(
    ("prompt", "preset"),
    [
        ("epic orchestral battle theme with brass", "epic_orchestral"),
        ("a catchy chiptune loop", "chiptune_adventure"),
        ("the village in the morning, birds sing", "peaceful_village"),
        ("something lurks in the crypt", "dungeon_dark"),
        ("a fast skirmish with wolves", "battle_intense"),
        ("the last boss appears", "boss_fight"),
        ("lofi for the settings menu", "menu_chill"),
        ("drifting through an underwater world", "ambient_exploration"),
        ("pirates drink ale in the inn", "fantasy_tavern"),
        ("neon highways of a cyberpunk city", "scifi_synthwave"),
    ],
)
def test_words_find_their_preset(prompt: str, preset: str) -> None:
    assert settle(prompt, None, None, None, None, 0).preset == preset


def test_sound_words_lend_their_instruments() -> None:
    settled = settle("8-bit boss fight", None, None, None, None, 0)
    assert (settled.preset, settled.palette) == ("boss_fight", "chiptune_adventure")
    families = {instrument_of(voice.instrument).family for voice in settled.commission.voices}
    assert families <= {"chip", "drums"}


def test_the_preset_is_the_base_and_the_prompt_bends_it() -> None:
    plain = settle(None, "fantasy_tavern", None, None, None, 0)
    bent = settle("slow and sad, with a harp", "fantasy_tavern", None, None, None, 0)
    assert bent.preset == "fantasy_tavern"
    assert bent.commission.key.minor
    assert not plain.commission.key.minor
    assert bent.commission.bpm < plain.commission.bpm
    assert any(voice.instrument == "harp" for voice in bent.commission.voices)


@pytest.mark.parametrize(
    ("prompt", "key", "bpm", "meter", "duration"),
    [
        ("a march in F# minor at 96 bpm", "F# minor", 96, None, None),
        ("a waltz in e flat dorian, 90 seconds", "Eb dorian", None, "3/4", 90),
        ("jig, key of G major", "G major", None, "6/8", None),
        ("2 minutes of calm in C lydian, 6/8", "C lydian", None, "6/8", 120),
        ("a minor threat in a major city", None, None, None, None),
    ],
)
def test_numbers_keys_and_metres(prompt: str, key: str | None, bpm: float | None, meter: str | None, duration: float | None) -> None:
    draft = understand(prompt)
    assert (draft.key, draft.bpm, draft.meter, draft.duration) == (key, bpm, meter, duration)


def test_what_is_ruled_out_does_not_play() -> None:
    draft = understand("boss fight, no drums or choir, without guitars")
    assert {"drums", "choir", "guitar"} <= set(draft.excluded)
    score = score_of("boss fight, no drums or choir, without guitars")
    families = {instrument_of(part.instrument).family for part in score.parts.values() if part.notes}
    assert not families & {"drums", "choir", "guitar"}
    assert score.melody


def test_a_melody_remains_when_its_instrument_is_ruled_out() -> None:
    score = score_of("peaceful village, no flute")
    assert score.melody
    assert all(part.instrument != "flute" for part in score.parts.values())


@pytest.mark.parametrize(
    "instrument", ["brass", "piano", "harp", "fiddle", "choir", "organ", "accordion", "marimba", "timpani", "flute", "celesta"]
)
def test_an_instrument_asked_for_plays(instrument: str) -> None:
    for preset in PRESETS[::3]:
        score = score_of(f"with {instrument}", preset=preset)
        assert any(part.instrument == instrument and part.notes for part in score.parts.values()), preset


def test_denial_reaches_only_as_far_as_it_should() -> None:
    draft = understand("not too fast lofi beat")
    assert draft.tempo < 1
    assert draft.excluded == []
    assert "menu_chill" in draft.presets


def test_unmatched_words_are_reported() -> None:
    assert understand("a zorgblat tune for quuxes").unmatched == ["zorgblat", "quuxes"]
    assert understand("music for a game").unmatched == []


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_accepted(text: str) -> None:
    draft = understand(text)
    assert all(preset in PRESETS for preset in draft.presets)
    assert draft.bpm is None or 40 <= draft.bpm <= 220
    assert draft.duration is None or 5 <= draft.duration <= 300
    if text.strip():
        settle(text, None, None, None, None, 0)
