"""The goal in words: of the player, and to the player."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.deeds import words_of, yours
from makebelieve.worlds.generation.draft import Goal


@pytest.mark.parametrize(
    ("deed", "pronoun", "said"),
    [
        ("find her lost brother", "she", "find your lost brother"),
        ("find her lost brother", "he", "find her lost brother"),
        ("invite her to dance", "she", "invite her to dance"),
        ("rescue my twin", "they", "rescue your twin"),
        ("say sorry to the man he beat", "he", "say sorry to the man you beat"),
        ("finish the song she loves", "she", "finish the song you love"),
        ("make a name for himself", "he", "make a name for yourself"),
    ],
)
def test_what_is_the_players_is_yours(deed: str, pronoun: str, said: str) -> None:
    assert yours(deed, pronoun) == said


def test_slots() -> None:
    seen, told = words_of(Goal(purpose="do", verb="wind_up", deed="wind up my clock"), "she", "the clock")
    assert seen == {"deed": "wind up her clock", "Deed": "Wind up her clock", "deeding": "winding up her clock"}
    assert told["Deed"] == "Wind up your clock"
