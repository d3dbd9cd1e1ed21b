"""Which plot a deed has: one that what is done and what it is done to both fit, else the plain one of its purpose."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.plots import plot_of
from makebelieve.worlds.generation.understand import understand_world


def _title(premise: str) -> str:
    draft = understand_world(premise)
    plot = plot_of(draft, draft.goal, Chance(1))
    assert plot is not None
    return plot.title


@pytest.mark.parametrize(
    ("premise", "wrong"),
    [
        ("A landlady wants to raise the rent of a family of wizards", "look_after"),
        ("A goalkeeper has to catch the eye of the famous scout", "catch_animal"),
        ("A knight has to pay a visit to his terrifying aunt", "earn"),
        ("A lonely vending machine wants to give somebody the last bar of chocolate", "say_goodbye"),
        ("A nervous student has to copy his notes for a friend", "steal_any"),
        ("A cook has to beat the eggs for a thousand omelettes", "defeat_any"),
        ("A tired superhero needs somebody to fix his cape before the parade", "repair_house"),
        ("A wedding photographer must find the runaway groom", "marry_off"),
        ("An apprentice scribe must copy out the treaty", "write"),
        ("The youngest of six wants to play the king in the village pageant", "win_any"),
        ("A young woman wants to train as a blacksmith", "win_any"),
    ],
)
def test_a_verb_of_several_crafts_needs_its_object(premise: str, wrong: str) -> None:
    assert _title(premise) != wrong


@pytest.mark.parametrize(
    ("premise", "right"),
    [
        ("A widow raises her four grandsons above a noisy tavern", "look_after"),
        ("A fisherman wants to catch the giant pike", "catch_animal"),
        ("A cook must bake a cake for the wedding", "bake"),
        ("A nun wants to win the village bicycle race", "win_race"),
        ("A pianist must play the concerto", "perform"),
        ("A ranger has to put out a campfire", "put_out_fire"),
        ("An engineer has to bury her parrot", "bury"),
        ("A grandmother wants to paint the mayor", "paint"),
    ],
)
def test_what_both_verb_and_object_tell_of_is_told(premise: str, right: str) -> None:
    assert _title(premise) == right


@pytest.mark.parametrize(
    ("premise", "right"),
    [
        ("The class hamster has escaped and a girl must find it", {"find_animal", "catch_animal"}),
        ("A boy must win the chess tournament", {"win_game"}),
    ],
)
def test_a_noun_that_only_tells_another_apart_brings_no_plot_in(premise: str, right: set[str]) -> None:
    assert _title(premise) in right
