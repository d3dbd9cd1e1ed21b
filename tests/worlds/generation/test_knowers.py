"""Who alone knows something tells it; what somebody has taken of mine is got back."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("The night porter knows who broke the chandelier.", "reveal who broke the chandelier"),
        ("Only the oldest crab knows why the tide stays out.", "reveal why the tide stays out"),
        ("An old piper knows what the silver pipes can do.", "reveal what the silver pipes can do"),
        ("My landlady has taken my tuba.", "get my tuba back from my landlady"),
        ("The pirates next door stole our garden hose.", "get our garden hose back from the pirates next door"),
        ("A magpie snatched my mother's earring while she slept.", "get my mother's earring back from a magpie"),
    ],
)
def test_what_is_done_about_it(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_the_owner_plays_and_not_who_took_it() -> None:
    for premise in ("The wizard upstairs borrowed my ladder.", "Our neighbours have kept our lawn chairs."):
        assert understand_world(premise).player is None


def test_a_kept_promise_is_nothing_to_get_back() -> None:
    assert "back" not in (understand_world("The miller kept my secret for forty years.").goal.deed or "")
