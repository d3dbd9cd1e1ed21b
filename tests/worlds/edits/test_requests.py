"""Ordinary requests, as authors type them, on generated worlds: each is done, names what it asked for, and brings no finding."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds

PREMISES = (
    "a cat burglar in a museum at night",
    "a baker must win the village fair",
    "a young keeper must relight the old lighthouse before the storm",
    "two robots look for water on Mars",
)
# Which premise, what is asked, one thing that changes.
REQUESTS = [
    (0, "make it snow in the garden terrace", "state[garden_terrace].base"),
    (1, "set the whole world at night", "state[village].base"),
    (2, "the captain's cabin should feel colder", "state[captains_cabin].base"),
    (3, "give the sea of sand a red sky", "state[sea_of_sand].base"),
    (0, "the museum should look abandoned", "state[museum].base"),
    (1, "it should be winter in the village", "state[village].base"),
    (2, "add some fog to the old pier", "state[old_pier].base"),
    (3, "make the great cavern darker and more dangerous", "state[great_cavern].base"),
    (0, "I want the market square to be sunny", "state[market_square].base"),
    (1, "turn the barn into a cosy place", "state[barn].ambient"),
    (2, "change the season to autumn", "state[old_lighthouse].base"),
    (3, "light the hideout with candles", "state[hideout].base"),
    (0, "rename the vault to the treasury", "added state treasury"),
    (1, "the village should be called Applewick", "added state applewick"),
    (2, "rename Morwenna to Captain Ada", "state[old_lighthouse].base"),
    (3, "call the game Red Thirst", "name"),
    (0, "Barnaby's name should be Gustav", "state[picture_store].base"),
    (1, "make the opening shorter", "state[village].base"),
    (2, "describe the old pier in more detail", "state[old_pier].base"),
    (3, "the description of the treetops is too long, shorten it", "state[treetops].base"),
    (0, "add a hidden cellar below the museum", "added state hidden_cellar"),
    (1, "I'd like a windmill that you can reach from the barn", "added state windmill"),
    (2, "put a cave behind the whale-bone shore", "added state cave"),
    (3, "there should be a greenhouse next to the shelter", "added state greenhouse"),
    (0, "add a rooftop to the gaslit street", "added state rooftop"),
    (1, "remove the flat above the laundry", "removed state flat_above_the_laundry"),
    (0, "get rid of the option to rest in the picture store", "removed event sit_and_rest_a_moment_in_the_picture_store"),
    (2, "take Morwenna out of the game", "removed event ask_morwenna_a_question"),
    (3, "delete the choice linger by the radio set", "removed event linger_by_the_radio_set"),
    (0, "add a choice from the vault to the cloakroom", "added event go_from_vault_to_cloakroom"),
    (1, "let the player go from the playground to the school corridor", "added event go_from_playground_to_school_corridor"),
    (2, "make it possible to walk from the old pier to the old lighthouse", "added event go_from_old_pier_to_old_lighthouse"),
    (3, "add a door in the hideout that leads to the great cavern", "added event go_from_hideout_to_great_cavern"),
    (0, "you need the silver key to enter the cloakroom", "added event take_silver_key"),
    (1, "the barn should only open if you have the raffle ticket", "event[hold_out_the_blue_rosette_at_the_barn].requires"),
    (2, "lock the old pier until the player has lit the lantern", "added event light_the_lantern"),
    (3, "require a space suit for the sea of sand", "added event take_space_suit"),
    (0, "unlock the market square", "event[open_up_the_market_square_with_the_guards_key_card].requires"),
    (1, "the barn should not be locked any more", "event[hold_out_the_blue_rosette_at_the_barn].requires"),
    (2, "add a lantern to find in the captain's cabin", "added event take_lantern"),
    (3, "hide a wrench in the treetops", "added event take_wrench"),
    (0, "let the player find a torch in the security room", "added event take_torch"),
    (1, "add a losing ending where the cake burns, reached from the classroom", "added state cake_burns"),
    (2, "add a happy ending from the old pier", "added state as_it_was"),
    (3, "change the title of the bad ending to Dust to Dust", "state[lose_the_wrong_door].ending.title"),
    (0, "make the ending sirens a win", "state[lose_sirens].ending.kind"),
    (1, "make the choice to ask Granny Plum a question hidden", "event[ask_granny_plum_a_question].hidden"),
    (2, "the choice stop by the bollards can only be taken once", "event[stop_by_the_bollards].oneShot"),
    (3, "use the key M for asking Mirela a question", "event[ask_mirela_a_question].hotkey"),
    (0, "add a guard dog in the museum", "added event talk_to_guard_dog"),
    (1, "introduce a rival baker called Hugo in the village", "added event talk_to_hugo"),
    (2, "I want a talking parrot in the captain's cabin", "added event talk_to_talking_parrot"),
    (3, "play it in first person", "state[shelter].camera.static"),
    (0, "make the story funnier", "state[picture_store].ambient"),
    (1, "the tone should be more serious", "state[village].ambient"),
    (2, "add a mission to find three pearls", "added event find_three_pearls"),
    (3, "add an objective: repair the radio in the shelter", "added event repair_the_radio"),
    (0, "call the burglar the thief", "state[picture_store].base"),
    (1, 'replace "village" by "hamlet" everywhere', "added state hamlet"),
    (2, "the player should start on the old pier", "added event go_from_old_pier_to_old_lighthouse"),
    (3, "let the game begin in the hideout", "entrance.state"),
    (1, "the fishing village should be covered in snow", "state[fishing_village].base"),
    (2, "behind the old pier there should be a boathouse", "added state boathouse"),
    (2, "give the wreck on the rocks a gloomier mood", "state[wreck_on_the_rocks].ambient"),
    (0, "the market square should have the name Thieves' Market", "added state thieves_market"),
    (3, "drop a compass somewhere in the great cavern", "added event take_compass"),
    (0, "the text of the museum should be half as long", "state[museum].base"),
    (3, "the sea of sand no longer needs the quarantine clearance", "event[hold_out_the_quarantine_clearance_at_the_sea_of_sand].requires"),
    (0, "the cloakroom should be locked with a brass key that is hidden in the vault", "added event take_brass_key"),
    (3, "when the player stays too long in the great cavern they lose", "added state wrong_way"),
    (1, "rename the ending Dropped to Crumbs", "state[lose_dropped].ending.title"),
    (0, "give the player a new task: photograph the vault", "added event photograph_the_vault"),
    (0, "no Barnaby please", "removed event ask_barnaby_a_question"),
]
ASKED = (
    "make the world nicer",
    "remove the dragon",
    "add a choice from the vault to nowhere",
    "add an ending about love",
    "make the museum fun",
    "remove something from the vault",
    "put a padlock on the security room",
    "make the vault the garden",
)


@cache
def kept() -> dict[str, list[dict[str, Any]]]:
    """Worlds as they were when the sentences were written: a later generator names other places."""
    packed = (Path(__file__).parent / "strangers" / "worlds.json.gz").read_bytes()
    made: dict[str, list[dict[str, Any]]] = json.loads(gzip.decompress(packed))
    return made


@cache
def world_of(premise: int) -> dict[str, Any]:
    kept: list[dict[str, Any]] = json.loads(gzip.decompress((Path(__file__).parent / "strangers" / "worlds.json.gz").read_bytes()))[
        "requests"
    ]
    return kept[premise]


@pytest.mark.parametrize(("premise", "request_", "change"), REQUESTS, ids=[one[1] for one in REQUESTS])
def test_an_ordinary_request_is_done_without_a_finding(premise: int, request_: str, change: str) -> None:
    world = world_of(premise)
    known = {(one.lint, one.path) for one in worlds.check(world)}
    edited = worlds.edit(world, request_)
    assert edited.applied, edited.reply
    assert change in edited.changed
    assert {(one.lint, one.path) for one in edited.diagnostics} <= known


@pytest.mark.parametrize("request_", ASKED)
def test_what_names_nothing_that_is_there_is_asked_back(request_: str) -> None:
    world = world_of(0)
    edited = worlds.edit(world, request_)
    assert not edited.applied, edited.changed
    assert edited.world == world
    assert "?" in edited.reply or "Say for example" in edited.reply


def test_a_place_that_is_taken_out_leaves_its_finds_with_the_place_before_it() -> None:
    edited = worlds.edit(world_of(1), "remove the flat above the laundry")
    find = next(one for one in edited.world["scene"]["events"] if one.get("grants") == ["has_trowel"])
    assert find["from"] == ["playground"]
    assert "has_raffle_ticket" in find["requires"]
    told = [one for one in edited.world["scene"]["events"] if "flat above the laundry" in one.get("label", "")]
    assert told == []


def test_a_key_that_another_choice_of_the_place_has_changes_hands() -> None:
    edited = worlds.edit(world_of(3), "use the key R for asking Mirela a question")
    keys = [one["hotkey"] for one in edited.world["scene"]["events"] if "shelter" in one["from"] and one.get("hotkey")]
    assert len(keys) == len(set(keys))
    asked = next(one for one in edited.world["scene"]["events"] if one["name"] == "ask_mirela_a_question")
    assert asked["hotkey"] == "r"


def test_a_lock_that_waits_for_a_deed_lets_it_be_done() -> None:
    edited = worlds.edit(world_of(2), "lock the old pier until the player has lit the lantern")
    deed = next(one for one in edited.world["scene"]["events"] if one.get("grants") == ["light_the_lantern"])
    assert deed["label"] == "Light the lantern"
