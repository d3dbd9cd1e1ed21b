"""The map of a world: no more places than it has use for, each beside such as may adjoin, and no way to win by walking."""

from __future__ import annotations

from collections import deque
from typing import Any

import pytest

from makebelieve import worlds

PREMISES = (
    "Two sisters get lost in a big department store in the city and have to find their mum.",
    "A baker in a mountain village wants to bake the biggest loaf for the harvest feast.",
    "The Ferryman's Daughter",
    "A teacher wants to plant a tree with her class in the school yard.",
    "A Viking boy wants to sail with his father to a new land.",
    "An accountant is locked in the office over the weekend and wants to get out.",
)


def shortest_win(world: dict[str, Any]) -> int:
    """The fewest choices from the entrance to a good ending."""
    states, events = world["scene"]["states"], world["scene"]["events"]
    won = {card["id"]: card["to"] for card in world.get("cutscenes", ())}
    start = (world["entrance"]["state"], frozenset[str]())
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (key, flags), steps = queue.popleft()
        for event in events:
            if key not in event["from"] or not set(event.get("requires", ())) <= flags:
                continue
            to = won.get(event.get("to", key), event.get("to", key))
            if (ending := states[to].get("ending")) is not None:
                if ending["kind"] == "win":
                    return steps + 1
                continue
            then = (to, flags | frozenset(event.get("grants", ())))
            if then not in seen:
                seen.add(then)
                queue.append((then, steps + 1))
    raise AssertionError("no way to win")


@pytest.mark.parametrize("premise", PREMISES)
def test_nobody_wins_by_walking_there(premise: str) -> None:
    assert shortest_win(worlds.generate(premise)) >= 4


@pytest.mark.parametrize(
    ("premise", "there", "not_there"),
    [
        ("A king has lost his crown in the swimming pool of the castle.", "courtyard", "ice_rink"),
        ("The captain of a colony ship must repair the sleeping pods before the colonists die.", "sleeping_deck", "ring_hall"),
        ("The astronaut on Mars grows the first tomato.", "dome", "plain"),
        ("Zombies have taken over the shopping mall and a security guard wants to reach the roof.", "roof", "front_room"),
        ("A girl looks for her lost kite at the beach.", "cliff", "farm"),
        ("Two kids dig a tunnel from their garden to Australia.", "garden", "tunnel"),
        ("A pharaoh's daughter wants to learn to swim in the Nile.", "nile", "street_of_the_nile"),
    ],
)
def test_a_story_plays_where_its_premise_has_it(premise: str, there: str, not_there: str) -> None:
    world = worlds.generate(premise)
    # Where one arrives at last is the ground of the endings.
    places = " ".join([*world["scene"]["states"], *world["metadata"]["sites"].values()])
    assert there in places
    assert not_there not in places
