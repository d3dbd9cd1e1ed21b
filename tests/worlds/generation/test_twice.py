"""Who and what a premise names stand in one spot of a picture, and what has to be found lies in plain view nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.tables import Entry
from makebelieve.worlds.generation.twice import Named, once

_PREMISES = (
    "A beekeeper's bees have all flown off and he must find the swarm before the storm breaks.",
    "My cat has stolen the mayor's golden chain and I have to get it back before the parade.",
    "Two sisters open a bakery in a small seaside town where nobody eats bread.",
    "The bell of the village church has been stolen on the eve of the wedding.",
    "i lost my dog at the fair and my phone is dead",
    "A detective in Lisbon looks for a missing painter who was last seen on a tram.",
    "A knight has lost his sword and must win the tournament anyway.",
    "The baker's oven has gone out and the king's wedding cake is not baked.",
    "An old fisherman wants to catch the giant pike one last time.",
    "In 1920s Chicago a jazz singer has to get her club back from a gangster.",
    "The ferry is broken and a doctor must cross the lake to a sick child tonight.",
    "A snowman wants to see the summer.",
)


@cache
def _world(premise: str) -> dict[str, Any]:
    return worlds.generate(premise, seed=0)


def _pictures(world: dict[str, Any]) -> Iterator[str]:
    for state in world["scene"]["states"].values():
        yield from (shown["base"] for shown in (state, *state.get("variants", ())))
    for event in world["scene"]["events"]:
        yield from (picture["base"] for picture in event.get("phases") or (event,))


@pytest.mark.parametrize("premise", _PREMISES)
def test_who_plays_stands_in_one_spot_of_a_picture(premise: str) -> None:
    world = _world(premise)
    who = world["subject"].split()[-1]
    stands = re.compile(
        rf"^(?:The {who}|{capital(who)}) (?:stands?|stops?|sits?|rests?|looks?|waits?|lingers?)\b[^;.]*? "
        r"(?:by|beside|near) (the \w+(?: \w+)?)(?=[,.])"
    )
    for picture in _pictures(world):
        spots = {found[1] for text in re.split(r"(?<=\.) ", picture) if (found := stands.match(text))}
        assert len(spots) <= 1, picture


_YARD = Place("yard", "the yard", "in the yard", Entry("yard", {"parts": ("the pump", "the stone steps", "the elm")}))


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        (
            "The baker stands at the gate. The baker stops by the pump, thinking of the clock.",
            "The baker stands at the gate. The baker stops, thinking of the clock.",
        ),
        ("The baker waits. The clock is by the elm. By the pump is the clock.", "The baker waits. The clock is by the elm."),
        ("The baker stands by the pump. The clock is by the elm.", "The baker stands by the pump. The clock is by the elm."),
        (
            "The baker waits. The clock is by the elm. His clock is by the stone steps, clean and bright.",
            "The baker waits. The clock is by the elm. His clock is clean and bright.",
        ),
        ("The baker stands by the elm. The baker sits by the pump.", "The baker stands by the elm."),
    ],
)
def test_a_second_spot_goes(text: str, settled: str) -> None:
    named = Named({"the baker": "the baker", "the clock": "the clock", "his clock": "the clock"}, "the baker")
    assert named.settled(text, _YARD, opened=True) == settled


@pytest.mark.parametrize("premise", _PREMISES[:6])
def test_what_has_to_be_found_is_no_detail_of_a_place(premise: str) -> None:
    world = _world(premise)
    found = [one["text"] for mission in world["missions"] for one in mission["objectives"]]
    things = {match[1] for text in found if (match := re.match(r"(?:Find|Get) an? (?:[a-z-]+ ){0,2}([a-z-]+) (?:in|at|on|by) ", text))}
    for thing in things:
        lies = re.compile(rf"^(?:An?|One) (?:[a-z-]+ ){{0,3}}{thing}\b(?! of\b)")
        for key, state in world["scene"]["states"].items():
            if "ending" not in state:
                assert not any(lies.match(text) for text in re.split(r"(?<=\.) ", state["base"])[1:]), (key, thing)


@pytest.mark.parametrize(
    ("premise", "gone"),
    [
        ("A telegraph girl hears that the bridge is out and has to stop the night train before it reaches the river.", "bridge"),
        ("A vet has to reach a sick mare before dark, but the footbridge has been washed away.", "bridge"),
        ("My uncle has lost his lamp. Help him find the thief before the fishing boats come home.", "fishing boats"),
    ],
)
def test_nobody_goes_to_what_the_premise_says_is_not_there(premise: str, gone: str) -> None:
    states = _world(premise)["scene"]["states"]
    assert not any(gone in key.replace("_", " ") for key, state in states.items() if "ending" not in state)


def test_a_shop_is_opened_in_its_own_rooms_and_sells_nothing_before() -> None:
    world = _world("A shy witch opens a tea shop in a village where nobody trusts witches.")
    rooms = [state["base"] for key, state in world["scene"]["states"].items() if key.startswith("tea_shop")]
    assert rooms
    assert not any("of the day" in base or "glass domes" in base for base in rooms)
    assert world["story"]["beats"][-1]["summary"] == "It ends in the tea shop."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The key is here, and the girl looks away. The girl bends down here.", "The key is here. The girl bends down here."),
        ("The girl comes back past the stair. The girl looks round for the queen once more.", "The girl comes back past the stair."),
        ("The girl rests. The girl and the queen are together.", "The girl rests. The girl and the queen are together."),
        ("The key is by the trunks, and the girl looks away.", "The key is by the trunks, and the girl looks away."),
    ],
)  # fmt: skip
def test_who_plays_does_one_thing_in_an_ending(text: str, said: str) -> None:
    assert once(text, "the girl", {"the girl": "the girl", "the queen": "the queen"}) == said


def test_a_helper_is_spoken_of_only_where_they_are() -> None:
    for premise in ("A widow looks for the owner of a violin left on a tram", "A boy in a village wants to fly a kite over the church"):
        world = worlds.generate(premise)
        scenes = world["scene"]["states"]
        met = {
            name: key for key, state in scenes.items() for name in re.findall(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?), an? [a-z]", state["base"])
        }
        for name, where in met.items():
            for key, state in scenes.items():
                if world["metadata"]["sites"].get(key) != world["metadata"]["sites"][where]:
                    assert f"{name} " not in state["base"], (premise, key, state["base"])
