"""Goals of several parts: the last is the deed, what comes before it a step of the mission."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed", "steps"),
    [
        ("Find the three keys and open the vault beneath the bank", "open the vault beneath the bank", ["find the three keys"]),
        ("The twins want to build a raft and sail it down the river", "sail the raft down the river", ["build a raft"]),
        ("Rebels want to storm the castle and free the prisoners", "free the prisoners", ["storm the castle"]),
        ("A knight must cross the desert, climb the tower and wake the queen", "wake the queen", ["cross the desert", "climb the tower"]),
        ("Two sisters want to find their mother and bring her home", "bring their mother home", ["find their mother"]),
    ],
)
def test_the_last_part_is_the_deed(premise: str, deed: str, steps: list[str]) -> None:
    goal = understand_world(premise).goal
    assert (goal.deed, [step.deed for step in goal.steps]) == (deed, steps)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A baker has to win the contest and save her bakery", "win the contest"),
        ("A thief must steal the ruby and escape over the rooftops", "steal the ruby"),
        ("A boy finds a dragon egg and has to keep it warm", "keep the dragon egg warm"),
        ("Play hide and seek with the ghost of the headmistress", "win the hiding game"),
        ("A widow wants to teach her dog and her cat to sing", "teach her dog and her cat to sing"),
    ],
)
def test_what_comes_of_a_deed_or_befalls_before_it_is_no_part(premise: str, deed: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.deed or "").startswith(deed)
    assert goal.steps == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "premise",
    [
        "Find the three keys and open the vault beneath the bank",
        "Rebels want to storm the castle and free the prisoners",
        "A pianist must learn a sonata, find a candle and play it for the dying duke",
    ],
)
def test_missions_say_every_part_and_the_deed_waits_for_the_steps(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    goal = understand_world(premise).goal
    mission = world["missions"][0]
    assert mission["title"].lower() == goal.whole
    said = [one["text"].lower().rstrip(".") for one in mission["objectives"]]
    assert said[-len(goal.steps) - 1 :] == [*(step.deed for step in goal.steps), goal.deed]
    assert worlds.check(world) == []
