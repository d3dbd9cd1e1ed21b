"""Worlds off the earth: nobody comes by a ford on the way to a moon."""

from __future__ import annotations

import importlib

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.realms import ONLY, off_earth
from makebelieve.worlds.generation.understand import understand_world

builder = importlib.import_module("makebelieve.worlds.generation.builder")


@pytest.mark.parametrize(
    ("premise", "off"),
    [
        ("A smuggler must carry a senator to the moon of Kerris", True),
        ("The crew of the mining ship Halcyon wakes up from cryosleep", True),
        ("A robot on a mining asteroid has to fix the air pump", True),
        ("Two people are left on a cargo ship drifting near Saturn", True),
        ("In 1969 a girl wants to talk to the astronauts on the moon", False),
        ("A girl wants to touch the moon", False),
        ("A boy builds a spaceship in his bedroom", False),
        ("The class visits the space station at the museum", False),
        ("A baker bakes bread under a full moon", False),
    ],
)
def test_which_premises_play_off_the_earth(premise: str, off: bool) -> None:
    assert off_earth(premise) is off


@pytest.mark.parametrize(
    "premise",
    [
        "A smuggler captain and her robot have to deliver medicine to the ice moon Tarsis while pirates chase them.",
        "A bounty hunter chases a runaway android through the space station Epsilon.",
        "On the colony ship Hope, a boy discovers that the adults are lying about Earth.",
        "A princess flees from her wedding in a stolen freighter and hides among the moons of Orrin.",
    ],
)
def test_every_place_off_the_earth_is_of_that_world(premise: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    begin = builder.Builder.__init__

    def note(self: object, *args: object, **more: object) -> None:
        begin(self, *args, **more)
        seen.append(self)

    monkeypatch.setattr(builder.Builder, "__init__", note)
    worlds.generate(premise, seed=1)
    assert understand_world(premise).genre in ONLY["starship"]
    assert not [place.name for place in seen[0].places if not place.entry.words("venue") & ONLY.keys()]  # type: ignore[attr-defined]
