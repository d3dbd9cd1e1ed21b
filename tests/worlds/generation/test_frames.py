"""Stories of one's own people in the past are told of whoever lived them."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.frames import retold
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "story"),
    [
        ("When my grandfather was fourteen he walked to the sea with our goat.", "A boy walked to the sea with his goat."),
        ("When my mother was a girl she rowed out to the lighthouse.", "A girl rowed out to the lighthouse."),
        ("When my aunt was a young nurse she drove a lorry through the desert.", "A young nurse drove a lorry through the desert."),
        ("In 1943 my grandmother hid three children in her cellar.", "In 1943, a woman hid three children in her cellar."),
        ("As a boy my uncle stole a train.", "A boy stole a train."),
    ],
)
def test_the_past_is_told_of_whoever_lived_it(premise: str, story: str) -> None:
    assert retold(premise) == story
    draft = understand_world(premise)
    assert draft.player is not None
    assert draft.player.phrase in story


@pytest.mark.parametrize(
    "premise",
    [
        "When my sister was six she lost her teddy and we had to find it.",
        "In the war my grandfather disappeared in the desert.",
        "My grandmother left me a key.",
        "When my shift was over he walked in.",
    ],
)
def test_what_the_teller_has_a_part_in_stays(premise: str) -> None:
    assert retold(premise) == premise
