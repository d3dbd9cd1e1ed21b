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
    assert (seen["deed"], seen["Deed"], seen["deeding"]) == ("wind up her clock", "Wind up her clock", "winding up her clock")
    assert told["Deed"] == "Wind up your clock"


@pytest.mark.parametrize(
    ("deed", "short"),
    [
        ("count everyone in a village where the dead still live at home", "count everyone in a village"),
        ("find the vote that will stop the war", "find the vote"),
        ("prove that the moon is only a lamp after all", "prove that the moon is only a lamp after all"),
        ("ring the bell when the fleet returns", "ring the bell when the fleet returns"),
    ],
)
def test_a_long_deed_is_said_in_short_after_the_first_time(deed: str, short: str) -> None:
    seen, _ = words_of(Goal(purpose="do", deed=deed), "she", "it")
    assert (seen["deed"], seen["whole_deed"]) == (short, deed)


def test_what_is_told_of_somebodys_own_stays_theirs() -> None:
    assert yours("warn the senator that his wife wants to poison him", "he") == "warn the senator that his wife wants to poison him"
    assert yours("tell the king that her brother is innocent", "she") == "tell the king that your brother is innocent"
