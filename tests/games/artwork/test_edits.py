"""An edit in words draws anew what it changed, and nothing else."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from player_games import small_game

from makebelieve import games
from makebelieve.games.artwork import ArtBundle, draw_art
from makebelieve.games.hosting import shared_engine


def edited(config: dict[str, Any], message: str) -> dict[str, Any]:
    made = games.iterate(copy.deepcopy(config), message, engine=shared_engine(), allow_unproven=True)
    assert made.applied, made.refusal
    return made.game.config


def drawings(bundle: ArtBundle) -> dict[str, list[bytes]]:
    return {type_: [cel.image.tobytes() for cel in member.cels] for type_, member in bundle.members.items()}


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return small_game("topdown")


def test_make_the_hero_a_fox_leaves_everybody_else_and_the_place_byte_for_byte(config: dict[str, Any]) -> None:
    before, after = draw_art(config), draw_art(edited(config, "make the hero a fox"))
    old, new = drawings(before), drawings(after)
    assert new.pop("hero") != old.pop("hero")
    assert len(old) >= 4
    assert new == old
    assert after.manifest["portrait"] != before.manifest["portrait"]
    for part in ("palette", "ground", "ui"):
        assert after.manifest[part] == before.manifest[part], part


def test_another_place_has_another_ground_and_other_plates(config: dict[str, Any]) -> None:
    changed = edited(config, "set it in a snowy place")
    assert changed["game"]["theme"]["biome"] == "snow"
    before, after = draw_art(config).manifest, draw_art(changed).manifest
    assert after["ground"]["surfaces"]["floor"]["material"] == "snow"
    assert after["ground"]["tones"] != before["ground"]["tones"]
    assert after["ui"]["look"] != before["ui"]["look"]
