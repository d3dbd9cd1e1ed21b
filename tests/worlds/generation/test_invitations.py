"""What is said to whoever plays, and forms of labels, become sentences of the story."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.invitations import filled_in, invited
from makebelieve.worlds.generation.prefaces import story_of
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "told"),
    [
        ("Play as a plumber who finds a palace under the sink", "You are a plumber who finds a palace under the sink"),
        ("In this game, you are a crab guarding a pearl", "You are a crab guarding a pearl"),
        ("Imagine that the snow is warm", "The snow is warm"),
        ("sci-fi, nurse on Mars must grow a lemon tree", "A nurse on Mars must grow a lemon tree. Sci-fi."),
        ("A beetle has one goal: reach the lamp", "A beetle must reach the lamp"),
        ("Your mission: free the seal", "You must free the seal"),
        ("A nun races to warn the abbey", "A nun hurries to warn the abbey"),
        ("A jockey races to victory", "A jockey races to victory"),
        ("What if dogs ran the bank and a cat had to borrow a coin?", "Dogs ran the bank. A cat must borrow a coin"),
        ('Sergeant "Moth" Adeyemi keeps bees', "Sergeant Adeyemi keeps bees"),
        ("P. T. Okoro wants to sing", "Okoro wants to sing"),
    ],
)
def test_an_invitation_is_told_as_a_sentence(premise: str, told: str) -> None:
    assert invited(premise).lower() == told.lower()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("Hero: a deaf boy. Place: windy pier. Goal: to find the whale.", "In a windy pier, a deaf boy must find the whale"),
        ("Title: Dust; genre: western; a cook must cross the plain", "A cook must cross the plain"),
        ("Who: Ayo, a pilot. Where: Kano. Goal: land the plane", "In Kano, Ayo, a pilot, must land the plane"),
        ("Player: Ndidi | Goal: win the fair", "Ndidi must win the fair"),
        ("The note said: run", "The note said: run"),
    ],
)
def test_a_form_is_told_as_a_sentence(form: str, told: str) -> None:
    assert filled_in(form) == told


def test_a_story_about_somebody_who_does_something_is_quoted_as_a_sentence() -> None:
    assert story_of("Write a story about two nurses who find a whistle") == "Two nurses find a whistle"


@pytest.mark.parametrize(
    ("premise", "player", "deed"),
    [
        ("Play as a tailor who must sew a sail for the fleet", "tailor", "sew a sail for the fleet"),
        ("A snail has one goal: reach the top of the garden wall", "snail", "reach the top of the garden wall"),
    ],
)
def test_hero_and_goal_of_an_invitation(premise: str, player: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.player is not None
    assert (draft.player.noun, draft.goal.deed) == (player, deed)
