"""Keys, modes, numerals, voice leading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.kit.errors import Problem
from makebelieve.music.styles import styles
from makebelieve.music.theory import MODES, Key, chord, chord_scale, ladder, lead, near, parse_key

KEYS = st.builds(Key, st.integers(0, 11), st.sampled_from(sorted(MODES)))


@pytest.mark.parametrize(
    ("text", "tonic", "mode"),
    [
        ("D minor", 2, "minor"),
        ("Dm", 2, "minor"),
        ("DM", 2, "major"),
        ("c", 0, "major"),
        ("F# lydian", 6, "lydian"),
        ("e flat dorian", 3, "dorian"),
        ("Bb major", 10, "major"),
        ("C sharp harmonic minor", 1, "harmonic minor"),
        ("Cb major", 11, "major"),
    ],
)
def test_keys_are_read(text: str, tonic: int, mode: str) -> None:
    assert parse_key(text) == Key(tonic, mode)


@pytest.mark.parametrize("text", ["", "H minor", "D minorish", "D minor D", "x" * 60, "♭"])
def test_other_text_is_no_key(text: str) -> None:
    with pytest.raises(Problem) as refused:
        parse_key(text)
    assert refused.value.errors[0].path == "key"
    assert "dorian" in refused.value.errors[0].allowed


@given(KEYS)
def test_a_key_reads_what_it_writes(key: Key) -> None:
    assert parse_key(str(key)) == key
    assert -6 <= key.accidentals <= 6


def test_signatures() -> None:
    assert [parse_key(text).accidentals for text in ("C", "G", "F", "A minor", "E minor", "D dorian", "E phrygian")] == [
        0,
        1,
        -1,
        0,
        1,
        0,
        0,
    ]


def test_numerals_in_their_home_mode() -> None:
    d = Key(2, "minor")
    assert chord(d, "i", "minor").classes == (2, 5, 9)
    assert chord(d, "VI", "minor").name(d) == "Bb"
    assert chord(d, "V", "minor").classes == (9, 1, 4)  # with the leading note
    c = Key(0, "major")
    assert chord(c, "bVII", "major").classes == (10, 2, 5)
    assert chord(c, "V7", "major").name(c) == "G7"


@given(KEYS, st.sampled_from(sorted(styles())), st.data())
def test_every_progression_exists_in_every_key(key: Key, name: str, data: st.DataObject) -> None:
    """Chords of other modes stay within the mode, apart from borrowed ones and raised sevenths; none but the tonic is diminished."""
    style = styles()[name]
    rows = [row for rows in style.progressions.values() for row in rows]
    for numeral in data.draw(st.sampled_from(rows)):
        harmony = chord(key, numeral, style.home)
        assert len(set(harmony.classes)) >= 2
        if harmony.root != key.tonic and "b" not in numeral:
            assert harmony.fifth == 7
        scale = chord_scale(key, harmony)
        assert set(harmony.classes) <= scale
        assert 7 <= len(scale) <= 8


@given(KEYS, st.lists(st.sampled_from(["i", "iv", "V", "VI", "III"]), min_size=2, max_size=8))
def test_voices_move_little(key: Key, numerals: list[str]) -> None:
    previous = None
    for numeral in numerals:
        voicing = lead(previous, chord(key, numeral, "minor"), 50, 69, 4)
        assert len(voicing) == 4
        assert all(50 <= pitch <= 69 for pitch in voicing)
        assert list(voicing) == sorted(voicing)
        if previous:
            assert sum(abs(a - b) for a, b in zip(voicing, previous, strict=True)) <= 16
        previous = voicing


@given(st.integers(0, 11), st.integers(20, 100))
def test_near_is_nearest(pitch_class: int, centre: int) -> None:
    found = near(pitch_class, centre)
    assert found % 12 == pitch_class
    assert abs(found - centre) <= 6
    assert found in ladder(frozenset([pitch_class]), centre - 6, centre + 6)
