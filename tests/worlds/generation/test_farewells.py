"""The dead are buried, and met nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.understand import understand_world

_DEED = re.compile(r"\b(?:bur(?:y|ies|ying)|lay(?:ing)?|carry(?:ing)?) (?:her|his|your|their|its|the) [a-z]+", re.IGNORECASE)


def _texts(world: dict[str, Any]) -> Iterator[str]:
    for state in world["scene"]["states"].values():
        yield from (state["base"], state["narration"])
    for event in world["scene"]["events"]:
        yield from (event["label"], event.get("base") or "", event.get("narration") or "")
        yield from (phase["base"] for phase in event.get("phases") or [])
        yield from (fact["text"] for fact in (event.get("terminal") or {}).get("facts", []))


@pytest.mark.parametrize(
    ("premise", "dead"),
    [
        ("Runa comes home to bury her mother.", "mother"),
        ("A girl buries her rabbit in the garden.", "rabbit"),
        ("An old shepherd has to bury his dog.", "dog"),
        ("Two brothers bury their father on a small island.", "father"),
        ("A widow wants to lay her husband to rest at sea.", "husband"),
        ("A mason must bury his daughter in 1348.", "daughter"),
    ],
)
def test_the_dead_do_nothing(premise: str, dead: str) -> None:
    for seed in range(2):
        world = worlds.generate(premise, seed=seed)
        told = [_DEED.sub("", text) for text in _texts(world)]
        assert not [text for text in told if re.search(rf"\b{dead}\b", text)]
        assert any("goodbye" in text or "flowers" in text for text in told)


def test_a_coffin_is_no_place() -> None:
    assert "coffin" not in [site.noun for site in understand_world("Six fishermen must carry the coffin to the village.").places]


def test_a_treasure_is_buried_otherwise() -> None:
    world = worlds.generate("A pirate must bury the treasure.", seed=0)
    assert not [text for text in _texts(world) if "goodbye" in text]
