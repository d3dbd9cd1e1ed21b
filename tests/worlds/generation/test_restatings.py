"""Clauses that hide what is wanted, and whose goal is what they mean."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.restatings import restated
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A badger looks into who sank the royal barge", "find out who sank the royal barge"),
        ("Stand up to the headmaster", "stand up to the headmaster"),
        ("A walrus is stuck in our swimming pool", "get the walrus out of our swimming pool"),
        ("Everybody has moved away; one baker still bakes the bread", "bake the bread"),
        ("A sailor sees a masked woman dance and finds out who she is", "find out who the masked woman is"),
        ("The last whale on Earth needs to be saved from the harpooners", "save the last whale on Earth from the harpooners"),
        ("Our old boiler must be repaired before the frost", "repair our old boiler"),
        ("A retired forger is talked into painting one last Rembrandt", "paint one last Rembrandt"),
        ("A locksmith is forced into one last bank robbery", "rob the bank"),
        ("Mend grandma's glasses before the play", "mend grandma's glasses"),
        ("The giants took our cook", "get our cook back from the giants"),
        ("It is the eve of the fair and nobody has fed the ponies", "feed the ponies"),
        ("A farmer wants her pumpkins to grow", "get her pumpkins to grow"),
        ("A nun discovers bats in the belfry", "get the bats out of the belfry"),
        ("My pie burned two hours before the picnic", "bake a new pie"),
        ("A squirrel has forgotten where she buried the acorns", "find the acorns"),
        ("A page must find the sword half an hour before the duel", "find the sword"),
        ("A ranger brings in the rustlers", "catch the rustlers"),
        ("A cow has stopped giving milk", "get the cow to give milk"),
        ("Our tower fell down", "rebuild our tower"),
        ("A hen has to lay an egg", "lay an egg"),
        ("A princess must find their ring", "find her ring"),
        ("The two brothers must find their ring", "find their ring"),
    ],
)
def test_a_clause_is_read_as_what_is_wanted(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    "premise",
    [
        "A cook wants the key to open the pantry",
        "Three clerks lose their jobs",
        "A door is stuck in my house",
        "A knight must catch the last train",
        "Nobody has seen the cat",
        "The king's daughter escapes",
        "A knight left his wife at home",
    ],
)
def test_what_only_looks_so_stays(premise: str) -> None:
    assert restated(premise) == premise


@pytest.mark.parametrize(
    ("premise", "hero", "deed"),
    [
        ("The lady downstairs keeps practising the tuba", None, "stop the lady downstairs from practising the tuba"),
        ("My neighbour's goat keeps eating my roses", None, "stop my neighbour's goat from eating my roses"),
        ("A postman tumbles through a mirror into a city of owls", "postman", "get home from a city of owls"),
        ("A diver frees a kraken who just wants supper", "diver", "make supper for the kraken"),
        ("Bandits abducted the village blacksmith", None, "get the village blacksmith back"),
        (
            "A night porter hears the suitcases humming in the cellar",
            "night porter",
            "find out why the suitcases are humming in the cellar",
        ),
        ("I promised my niece I would climb the tower", None, "climb the tower"),
        ("A small tractor drags the circus out of the mud", "small tractor", "drag the circus out of the mud"),
        ("A duckling takes the wrong bus and ends up in the harbour", "duckling", "get home from the harbour"),
        ("The pianist at the ball has not arrived", None, "stand in for the pianist at the ball"),
        ("A chemist's slime escapes and eats the curtains", "chemist", "catch the slime"),
        ("The explorer forgot her compass in the volcano", "explorer", "get her compass back from the volcano"),
        ("A monkey hid my car keys", None, "get my car keys back"),
        ("The count challenges me to a duel", None, "win a duel against the count"),
        ("Our puppy brings home a treasure map", None, "follow the treasure map to the end"),
        ("A porter smells a cake that nobody else can smell", "porter", "find out why nobody else smells the cake"),
        ("The teacher's umbrella was blown onto the school roof", None, "get the teacher's umbrella down from the school roof"),
        ("A rat plans a heist on the cheese cellar", "rat", "rob the cheese cellar"),
        ("Our cook is a robot and it is broken", None, "repair our cook"),
        ("The raft is sinking, but the skipper has fled", None, "stop the raft from sinking"),
        ("Our kite flew away", None, "get our kite back"),
        (
            "My new cousin is a werewolf and the vicar must not know",
            None,
            "keep the vicar from finding out that my new cousin is a werewolf",
        ),
        ("A juggler gets sacked from the circus", "juggler", "win back a place at the circus"),
    ],
)
def test_whose_want_it_is(premise: str, hero: str | None, deed: str) -> None:
    draft = understand_world(premise)
    assert (draft.player.phrase if draft.player is not None else None, draft.goal.deed) == (hero, deed)


def test_kin_by_marriage_are_called_so() -> None:
    player = understand_world("My brother-in-law has to sell a boat").player
    assert player is not None
    assert (player.phrase, player.pronoun) == ("brother-in-law", "he")


def test_one_whose_sex_is_told_is_not_told_of_as_several() -> None:
    world = worlds.generate("A duke wants to win back their castle", seed=0)
    first = next(iter(world["scene"]["states"].values()))
    assert "win back your castle" in first["narration"]


def test_whoever_becomes_something_meets_no_other_such() -> None:
    world = worlds.generate("A street dog becomes the king's messenger")
    shown = " ".join(state["base"] for state in world["scene"]["states"].values())
    assert "the king's messenger" not in shown.lower()


def test_on_earth_is_no_place_and_everybody_is_somebody() -> None:
    draft = understand_world("The last tree on Earth needs to be protected from the loggers")
    assert draft.venue is None
    assert draft.places == []
    led = understand_world("A pilot trapped in a burning tower needs to lead everyone to the roof")
    assert (led.goal.object, led.goal.person) == ("the others", True)
