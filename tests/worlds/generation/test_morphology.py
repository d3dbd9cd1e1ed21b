"""Number and sound: what a noun phrase, a verb and an article become."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.english import fill, varied
from makebelieve.worlds.generation.morphology import articles, is_plural, plural, plural_verb


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("stands", "stand"), ("has stopped", "have stopped"), ("is", "are"), ("watches over", "watch over"),
        ("carries", "carry"),
        ("goes", "go"), ("lies coiled", "lie coiled"), ("passes", "pass"), ("pauses", "pause"), ("crouches", "crouch"),
        ("freezes", "freeze"),
        ("hisses", "hiss"), ("fixes", "fix"), ("does", "do"),
         ("was", "were"), ("ties", "tie"), ("buzzes", "buzz"), ("closes", "close"),
    ],
)  # fmt: skip
def test_a_verb_agrees_with_several(one: str, several: str) -> None:
    assert plural_verb(one) == several


@pytest.mark.parametrize(
    "phrase",
    ["the lockers", "the tin plates on the wall", "two people", "the teeth", "the shelves", "dice and cards", "the red glass spires",
     "three silver pennies", "the police", "the Andes", "a box of chalk and a bell with a handle"],
)  # fmt: skip
def test_several_are_seen_as_several(phrase: str) -> None:
    assert is_plural(phrase)


@pytest.mark.parametrize(
    "phrase",
    ["the row of hooks", "the great lens", "the compass", "the crossing", "the moss", "a pair of pliers", "the captain's chair", "the bus",
     "the oasis", "the rocks' edge", "the wall of posters", "the edge of the turf",
     "occupied Paris", "old Mr. Jones", "a story of a boy and a dog"],
)  # fmt: skip
def test_one_is_seen_as_one(phrase: str) -> None:
    assert not is_plural(phrase)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("a owl and an fox", "an owl and a fox"), ("A hour", "An hour"), ("a unicorn", "a unicorn"),
        ("an one-eyed cat", "a one-eyed cat"),
        ("a umbrella", "an umbrella"), ("a honest heir", "an honest heir"), ("an European ewe", "a European ewe"),
        ("a uniform", "a uniform"),
        ("a 8-ball", "an 8-ball"), ("a unusual urn", "an unusual urn"), ("an used bus", "a used bus"),
         ("an ukulele", "a ukulele"),
    ],
)  # fmt: skip
def test_the_article_is_that_of_the_sound(given: str, right: str) -> None:
    assert articles(given) == right


def test_irregular_plurals() -> None:
    assert [plural(one) for one in ("wolf", "baker's shelf", "fireman", "box", "fox cub", "lady", "human")] == [
        "wolves", "baker's shelves", "firemen", "boxes", "fox cubs", "ladies", "humans",
    ]  # fmt: skip


def test_a_frame_agrees_takes_alternatives_and_keeps_articles() -> None:
    frame = "{part} <part:is> lit by a [old|small] lamp; {P} <P:waits|wait>"
    made = [
        fill(varied(frame, lambda _, at=at: at), {"part": part, "P": "the crew"}, frozenset(("P",)))
        for at, part in ((0, "the beds"), (1, "the bed"))
    ]
    assert made == ["the beds are lit by an old lamp; the crew wait", "the bed is lit by a small lamp; the crew wait"]
