"""What stands before a story, ages, peoples, and who says "I"."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.prefaces import story_of
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "story"),
    [
        ("please make a game where my hamster escapes from the vet", "My hamster escapes from the vet"),
        ("Create a world about a lighthouse that is afraid of the dark.", "A lighthouse is afraid of the dark."),
        ("I want a story in which two goats run a hotel", "Two goats run a hotel"),
        ("Can you please write me a game where a knight must return a book?", "A knight must return a book."),
        ("A cosy game about a snail", "A snail"),
        ("I want to be a penguin who opens a bakery", "I want to be a penguin who opens a bakery"),
        ("A world where nobody sleeps", "A world where nobody sleeps"),
        ("Make peace between the two villages", "Make peace between the two villages"),
    ],
)
def test_a_preface_is_no_part_of_the_story(premise: str, story: str) -> None:
    assert story_of(premise) == story


def test_a_preface_is_not_shown() -> None:
    world = worlds.generate("please make a game where a hamster has to get home across the city")
    assert world["description"].startswith("A hamster has to get home")


@pytest.mark.parametrize(
    ("premise", "phrase", "traits"),
    [
        ("A nine-year-old boy builds a raft out of doors to find his mother", "nine-year-old boy", ["nine years old"]),
        ("An 8 year old pirate looks for his parrot", "eight-year-old pirate", ["eight years old"]),
        ("A seven-year-old steals a train", "seven-year-old child", ["seven years old"]),
        ("A Roman centurion must find the eagle standard", "Roman centurion", []),
        ("A Viking cook must feed the crew", "Viking cook", []),
        ("A retired Scottish detective looks for his brother", "retired Scottish detective", ["retired"]),
    ],
)
def test_ages_and_peoples_belong_to_the_noun(premise: str, phrase: str, traits: list[str]) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.phrase, draft.player.name, draft.traits) == (phrase, None, traits)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("My grandmother has forgotten my name. I go into her house of memories to bring it back.", "bring my name back"),
        ("My sister is getting married and I have lost the ring.", "get the ring back"),
        ("A wizard turned my brother into a toad and I must turn him back", "turn my brother back"),
        ("My brother sold our piano and I want it back.", "get our piano back"),
        ("Grandma is snoring, so my sister and me must bake the cake", "bake the cake"),
        ("The mayor has stolen our river. We must get it back.", "get our river back"),
    ],
)
def test_whoever_says_i_plays(premise: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is None or draft.player.noun == "grandchild"
    assert draft.goal.deed == deed


def test_who_is_asked_to_do_it_plays() -> None:
    draft = understand_world("A young woman discovers that she alone can lie, and the queen asks her to become her ambassador")
    assert draft.player is not None
    assert draft.player.noun == "woman"


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("Grandma teaches me to knit", "learn to knit"),
        ("A cook must prove he is no thief", "prove that he is no thief"),
        ("A page wants to prove the moon is a cheese", "prove that the moon is a cheese"),
        ("Give my old pony a warm bath", "wash my old pony"),
        ("A maid must get the gold out of the palace", "smuggle the gold out of the palace"),
        ("A monk turns lead into gold", "transmute lead into gold"),
        ("A clerk mixes up the two parcels", "put the mix-up of the two parcels right"),
        ("Milk twenty goats before school", "milk twenty goats"),
        ("A young vet has her first shift at the zoo", "get through her first shift at the zoo"),
        ("Our frisbee has flown over the fence of the doctor", "get our frisbee back from the doctor"),
        ("Omar has forgotten his passport", "fetch his passport"),
        ("A pilot terrified of birds", "overcome my fear of birds"),
    ],
)
def test_what_happens_is_told_as_what_has_to_be_done(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed
