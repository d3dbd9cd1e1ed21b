"""Wonders of nature that a premise supposes."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed", "weather"),
    [
        ("What if the rain stopped falling and started humming?", "find out why the rain stops falling and starts humming", "cloud"),
        ("What if the wind came from below and smelled of soup?", "find out why the wind comes from below and smells of soup", "clear"),
        ("What if snow fell only inside churches?", "find out why snow falls only inside churches", "cloud"),
        ("What if the stars fell into our pond?", "find out why the stars fall into our pond", None),
        ("What if the rain never stopped?", "find out why the rain never stops", "rain"),
    ],
)
def test_all_of_it_is_asked_about_under_another_sky(premise: str, deed: str, weather: str | None) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert draft.weather == weather
