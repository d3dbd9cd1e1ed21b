"""Wishes that name one thing in another's place, a rank, a number or a degree: done as meant, or asked back with what there is."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import worlds

World = dict[str, Any]
PREMISES = {
    "cake": ("A baker's apprentice brings a birthday cake through the flooded town to the mayor", 5),
    "map": ("Captain Mora wants to steal a map from the governor's villa at night", 7),
    "zoo": ("Two kids sneak into the closed zoo to free a lonely elephant", 2),
    "knight": ("A knight has to cross the swamp and rescue the prince from the tower", 9),
}


@pytest.fixture(scope="module")
def made() -> dict[str, World]:
    return {name: worlds.generate(premise, seed=seed) for name, (premise, seed) in PREMISES.items()}


@pytest.mark.parametrize(
    ("name", "said", "holds", "never"),
    [
        ("cake", "instead of a cake she should bring a pie", "birthday pie", "bring a pie"),
        ("map", "give the captain a parrot", "A parrot", "captain a parrot"),
        ("zoo", "the kids should be three girls", "Three girls sneak", "Two three"),
    ],
)
def test_done_as_meant(made: dict[str, World], name: str, said: str, holds: str, never: str) -> None:
    edited = worlds.edit(made[name], said)
    assert edited.applied, edited.reply
    assert holds in str(edited.world)
    assert never not in str(edited.world)
    assert worlds.check(edited.world) == worlds.check(made[name])


@pytest.mark.parametrize("what", ["goal", "mission", "quest"])
def test_a_harder_goal_is_a_harder_way_and_no_title(made: dict[str, World], what: str) -> None:
    edited = worlds.edit(made["knight"], f"make the {what} harder")
    assert edited.applied, edited.reply
    assert [one["title"] for one in edited.world["missions"]] == [one["title"] for one in made["knight"]["missions"]]


@pytest.mark.parametrize("said", ["I don't like the ending where you fall, take it out", "remove the ending where it rains on the cake"])
def test_an_ending_told_by_what_happens_is_asked_for_by_name(made: dict[str, World], said: str) -> None:
    edited = worlds.edit(made["cake"], said)
    assert not edited.applied
    ending = edited.reply.split("remove the ending ")[-1].rstrip(".")
    again = worlds.edit(made["cake"], f"remove the ending {ending}")
    assert again.applied, again.reply
    assert ending not in [one["ending"]["title"] for one in again.world["scene"]["states"].values() if "ending" in one]


def test_what_was_changed_is_told_by_the_versions(made: dict[str, World]) -> None:
    edited = worlds.edit(made["map"], "what did I change?")
    assert not edited.applied
    assert "versions" in edited.reply


def test_a_place_keeps_its_kind_when_its_hour_changes() -> None:
    world = worlds.generate("Nurse Adela looks for a lost teddy bear in the children's hospital at night", seed=22)
    edited = worlds.edit(world, "it should be early morning")
    assert edited.applied, edited.reply
    assert "driver's seat" not in edited.world["scene"]["states"]["laboratory"]["base"]
