"""Lemmas, spelling, numbers, things, places: the pieces that edits use too."""

from __future__ import annotations

import pytest

from makebelieve.language import biome_of, classify, correct, lemma, lexicon, normalise, number, phrases, tag, thing_from_phrase, tokenise
from makebelieve.language.wordtable import CATEGORY_NAMES, common_words, find


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("colects", "collects"),
        ("jumpin", "jumping"),
        ("trutle", "turtle"),
        ("platfomer", "platformer"),
        ("dungen", "dungeon"),
        ("skeltons", "skeletons"),
        ("sooooo", "so"),
        ("mushrooms", "mushrooms"),
        ("axolotl", "axolotl"),
        ("minigun", "minigun"),
        ("qzxv", "qzxv"),
        ("groomer", "groomer"),
        ("gurdy", "gurdy"),
    ],
)
def test_spelling(written: str, meant: str) -> None:
    assert correct(written) == meant


@pytest.mark.parametrize(
    ("form", "part", "base"),
    [
        ("mice", "noun", "mouse"),
        ("wolves", "noun", "wolf"),
        ("dwarves", "noun", "dwarf"),
        ("witches", "noun", "witch"),
        ("glass", "noun", "glass"),
        ("octopus", "noun", "octopus"),
        ("ran", "verb", "run"),
        ("hopping", "verb", "hop"),
        ("slid", "verb", "slide"),
        ("scarier", "adjective", "scary"),
        ("of", "noun", None),
    ],
)
def test_lemmas(form: str, part: str, base: str | None) -> None:
    assert lemma(form, part) == base  # type: ignore[arg-type]


def test_normalising_writes_contractions_out_and_reads_pictographs() -> None:
    assert normalise("Can’t STOP — it's naïve") == "can not stop , it is naive"
    assert "fox" in tokenise("🦊")
    assert tokenise("dont touch 2D") == ["do", "not", "touch", "2", "d"]


@pytest.mark.parametrize(("word", "value"), [("three", 3), ("dozen", 12), ("17", 17), ("fox", None)])
def test_numbers(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("text", "noun", "body", "count"),
    [
        ("three tiny red foxes", "fox", "quadruped", 3),
        ("axolotl", "axolotl", "quadruped", None),
        ("a grumpy wizard with a hat", "wizard", "biped", None),
        ("yellow submarine", "submarine", "ship", None),
        ("snakes", "snake", "serpent", None),
        ("the ghost", "ghost", "ghost", None),
        ("teapot", "teapot", "object", None),
        ("5 robot cats", "cat", "robot", 5),
        ("gondola", "gondola", "vehicle", None),
        ("bats that shoot fire", "bat", "bird", None),
    ],
)
def test_things(text: str, noun: str, body: str, count: int | None) -> None:
    thing = thing_from_phrase(text)
    assert (thing.noun, thing.body, thing.count) == (noun, body, count)
    assert len(thing.colors) == 3


def test_a_phrase_without_words_names_nothing() -> None:
    with pytest.raises(ValueError, match="no noun"):
        thing_from_phrase("!!! 7")


def test_phrases_know_their_verbs() -> None:
    found = {phrase.noun: phrase for phrase in phrases(tag(tokenise("pirates attack the old harbor, a cat must dodge bombs and rats")))}
    assert found["pirate"].acts == ["attack"]
    assert "attack" in found["harbor"].undergoes
    assert "dodge" in found["rat"].undergoes
    assert found["cat"].determiner == "a"


@pytest.mark.parametrize(
    ("word", "biome"), [("jungle", "jungle"), ("library", "indoor"), ("glacier", "snow"), ("lagoon", "ocean"), ("fox", None)]
)
def test_biomes(word: str, biome: str | None) -> None:
    hint = biome_of(word)
    assert (hint[0] if hint else None) == biome


def test_word_table_finds_first_last_and_nothing() -> None:
    assert find("a") is not None
    assert find("zyrian") is not None
    assert find("zzzz") is None
    assert find("") is None
    assert find("naïve") is None
    assert all(find(word) is not None for word in common_words()[:200])


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("saucer", "object"),
        ("flying saucer", "vehicle"),
        ("garden gnome", "object"),
        ("old gnome", "person"),
        ("toy soldier", "object"),
        ("oil rig", "place"),
        ("podcaster", "person"),
        ("mussel", "creature"),
        ("auction", "event"),
    ],
)
def test_kinds_of_nouns_and_compounds(phrase: str, kind: str) -> None:
    *before, noun = phrase.split()
    assert classify(noun, tuple(before))[0] == kind


def test_no_noun_is_of_two_kinds() -> None:
    nouns = [noun for words in lexicon.read("nouns").values() for noun in words]
    assert len(nouns) == len(set(nouns))
    assert set(lexicon.read("nouns")) <= {*CATEGORY_NAMES.values(), "robot", "event"}
