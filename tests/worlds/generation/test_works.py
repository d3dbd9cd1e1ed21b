"""What somebody of a trade has to do where a premise says no more of it."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import PURPOSES
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize("title", list(tables.read("works")))
def test_a_work_is_whole(title: str) -> None:
    entry = tables.read("works")[title]
    assert entry.words("nouns")
    assert len(entry.one("deed").split("::")) == 3, title
    assert entry.one("purpose", "do") in PURPOSES


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The Last Lamplighter of Canal Street", "light the lamps of Canal Street"),
        ("The last chimney sweep in London", "sweep the chimneys in London"),
        ("The Clockmaker's Apprentice", "mend the great clock"),
        ("You are a beekeeper on a roof in Paris.", "gather the honey before winter"),
        ("The Lamp Seller's Son", "sell the lamps"),
        ("A dentist for giants", "treat the giants"),
        ("An ice cream seller in Antarctica.", "sell the ice cream before it melts"),
        ("The Night Watchman", "guard the house until morning"),
        ("Detective Duck", "find out who has broken in at the mayor's house"),
        ("Strawberry Thieves", "steal the strawberries"),
    ],
)
def test_a_trade_gives_a_goal(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_who_does_something_does_that() -> None:
    assert understand_world("You are a nurse who knits hats for newborn babies.").goal.deed == "knit hats for newborn babies"
