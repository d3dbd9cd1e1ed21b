"""Where small things lie: in what is hollow, dry and large enough, else beside it; and what of a secret goes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.footing import hiding, seen_in, spot
from makebelieve.worlds.generation.keepsakes import told_along


@pytest.mark.parametrize(
    ("hold", "item", "where"),
    [
        ("the compost bin", "a list of all who came by", "near"),
        ("the bread drawer", "a stamp with a ship on it", "near"),
        ("the drain cover", "a thumb print in wax", "near"),
        ("the desk drawer", "a brass key", "deep"),
        ("the desk drawer", "an iron bar", "near"),
        ("the sea chest", "an iron bar", "deep"),
        ("the nutrient tank", "a pair of rose scissors", "near"),
        ("the toolbox by the vents", "a cold sausage", "near"),
        ("the vase on the mantelpiece", "a torn ticket", "deep"),
        ("the window display", "the spare key", "near"),
        ("the old portrait", "a folded note", "flat"),
    ],
)
def test_a_thing_lies_where_it_goes_in(hold: str, item: str, where: str) -> None:
    assert hiding(hold, item) == where


@pytest.mark.parametrize(
    ("hold", "beside"),
    [
        ("the scarecrow's pocket", "the scarecrow"),
        ("the bottom drawer of the bench", "the bench"),
        ("the gap in the landing stage", "the landing stage"),
        ("the roots of a fallen tree", "the fallen tree"),
        ("the dresser drawer", "the dresser"),
        ("the hollow oak", "the hollow oak"),
        ("the gap between two stones", "the gap between two stones"),
    ],
)
def test_beside_a_part_is_beside_the_whole(hold: str, beside: str) -> None:
    assert spot(hold) == beside


@pytest.mark.parametrize(
    ("sight", "twist", "told", "shown"),
    [
        (
            "an old draft shows, crossed out",
            "the old draft lies by {part}",
            "You know it. You take the draft with you.",
            "the old draft lies by {part}",
        ),
        ("an old row of marks stops halfway", "the old marks end by {part}", "You know it.", ""),
        ("a note shows", "{ally} <ally:nods> by {part}", "You know it.", "{ally} <ally:nods> by {part}"),
    ],
)
def test_what_shows_again_has_been_taken_along(sight: str, twist: str, told: str, shown: str) -> None:
    assert told_along(sight, "You know it.", twist) == (told, shown)


def test_a_hiding_place_is_called_as_its_scene_tells_of_it() -> None:
    assert seen_in("Something under the seats can just be seen.", "space under the seats") == "under the seats"
    assert seen_in("A loose tile shows.", "loose tile") == "loose tile"
    assert seen_in("An empty hall.", "loose tile") == "loose tile"


def test_what_is_hidden_is_looked_for_by_words_of_its_scene() -> None:
    for premise in (Path(__file__).parent / "premises.txt").read_text("utf-8").splitlines()[::5]:
        world = worlds.generate(premise, 3)
        for event in world["scene"]["events"]:
            if event.get("hidden"):
                assert event["anchor"]["label"].lower() in world["scene"]["states"][event["from"][0]]["base"].lower(), premise
