"""Wishes in the words that people use first, on worlds whose places and people are looked up and not known beforehand."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.staging import place_of, shown_name

World = dict[str, Any]
PREMISES = (
    "A widow looks for her runaway goat on a farm in the hills",
    "A cook must find out who stole the recipe from the harbour inn",
    "A boy has to free the potter from the cellar of an ogre",
)


@pytest.fixture(scope="module", params=PREMISES)
def world(request: pytest.FixtureRequest) -> World:
    return worlds.generate(request.param, seed=3)


@pytest.fixture(scope="module")
def rescue() -> World:
    return worlds.generate(PREMISES[2], seed=3)


@pytest.fixture(scope="module")
def mystery() -> World:
    return worlds.generate(PREMISES[1], seed=3)


def done(world: World, said: str) -> World:
    """The world after an edit that was done, is sound, and can be played by keyboard."""
    edited = worlds.edit(world, said)
    assert edited.applied, f"{said}: {edited.reply}"
    assert worlds.check(edited.world) == [], said
    assert "_" not in edited.reply
    for key in edited.world["scene"]["states"]:
        keys = Counter(one["hotkey"] for one in edited.world["scene"]["events"] if key in one["from"] and one.get("hotkey"))
        assert all(count == 1 for count in keys.values()), said
    return edited.world


def asked(world: World, said: str) -> str:
    edited = worlds.edit(world, said)
    assert not edited.applied, f"{said}: {edited.reply}"
    assert edited.world == world
    return edited.reply


def seen_part(world: World) -> tuple[str, str]:
    """A place and a thing of it that no other place shows."""
    for key in naming.in_order(world):
        for part in place_of(world, key).parts:
            bare = re.sub(r"^the ", "", part)
            if [one for one in naming.sightings(world, f"the {bare}") if not one.endswith("_later")] == [key] and naming.find(
                world, f"the {bare}", loose=False
            ) is None:
                return key, bare
    raise AssertionError("nothing stands in one place only")


def inner_places(world: World) -> list[str]:
    return [one for one in naming.in_order(world) if one != world["entrance"]["state"] and not one.endswith("_later")]


@pytest.mark.parametrize(
    "said",
    [
        "Add a wheelbarrow that leans against the {}",
        "put a wheelbarrow next to the {}",
        "there should be a wheelbarrow standing beside the {}",
        "there is also a wheelbarrow leaning against the {}",
    ],
)
def test_a_thing_beside_what_is_seen_stands_there_and_is_nobody(world: World, said: str) -> None:
    key, part = seen_part(world)
    after = done(world, said.format(part))
    assert "wheelbarrow" in after["scene"]["states"][key]["base"]
    assert [one["name"] for one in after["scene"]["events"]] == [one["name"] for one in world["scene"]["events"]]
    assert not any(
        "wheelbarrow" in one["base"] for other, one in after["scene"]["states"].items() if other not in naming.same_place(world, key)
    )


@pytest.mark.parametrize(
    "said", ["let her have a dog", "give him a dog", "the player should have a dog", "I want a dog with me", "she has a dog"]
)
def test_an_animal_that_the_player_has_comes_along(world: World, said: str) -> None:
    after = done(world, said)
    assert sum("dog" in one["base"].lower() for one in after["scene"]["states"].values()) >= 3
    assert not any("dog" in str(one.get("label", "")).lower() for one in after["scene"]["events"])


@pytest.mark.parametrize(
    "said",
    [
        "upstairs there is a music room with old trunks",
        "add a music room upstairs",
        "there should also be a laundry room in the basement",
        "downstairs there should be a wine cellar",
    ],
)
def test_a_place_above_or_below_is_reached_from_a_room(world: World, said: str) -> None:
    if all(place_of(world, one).air == "open" for one in naming.in_order(world)):
        return
    after = done(world, said)
    (new,) = set(after["scene"]["states"]) - set(world["scene"]["states"])
    ways = [one for one in after["scene"]["events"] if one.get("to") == new]
    assert re.match(r"Go (?:up|down) to the ", ways[0]["label"])


def test_a_place_before_another_lies_on_the_way(rescue: World) -> None:
    last = naming.last_place(rescue)
    name = shown_name(rescue, last)
    for said in (
        f"before {name} there should be a dark forest",
        f"add a dark forest before {name}",
        f"just before {name} I want a dark forest",
    ):
        after = done(rescue, said)
        new = "dark_forest"
        before = [
            one
            for one in rescue["scene"]["events"]
            if referents.leads(rescue, one) == last and one["from"][0] in naming.in_order(rescue)[: naming.in_order(rescue).index(last)]
        ]
        moved = next(one for one in after["scene"]["events"] if one["name"] == before[0]["name"])
        assert moved["from"] == [new]
        assert moved.get("requires") == before[0].get("requires")


def test_every_ending_of_the_kind_that_is_named_changes(world: World) -> None:
    losing = naming.ending_ids(world, "losing")
    for said in ("Make the losing ending funnier", "the bad ending should be funnier", "make the losing endings funny"):
        after = done(world, said)
        changed = [key for key, one in after["scene"]["states"].items() if one != world["scene"]["states"][key]]
        assert sorted(changed) == sorted(losing)
        for key in losing:
            assert after["scene"]["states"][key]["ending"]["subtitle"].startswith(world["scene"]["states"][key]["ending"]["subtitle"])


def test_what_is_called_behind_a_wish_about_an_ending_is_the_ending(world: World) -> None:
    losing = naming.ending_ids(world, "losing")
    edited = worlds.edit(world, "Make the losing ending funnier, and call it Crumbs")
    assert edited.world["name"] == world["name"]
    if len(losing) == 1:
        assert edited.world["scene"]["states"][losing[0]]["ending"]["title"] == "Crumbs"
    else:
        assert not edited.applied
        offered = re.findall(r"rename the ending '[^']+' to Crumbs", edited.reply)
        assert len(offered) == 2
        assert all(worlds.edit(world, one).applied for one in offered)
    assert done(world, "call it Crumbs")["name"] == "Crumbs"


@pytest.mark.parametrize(
    ("said", "kind", "deed"),
    [
        ("let me win by singing a song", "win", "Sing a song"),
        ("there is also a way to lose: falling into a hole", "lose", "Fall into a hole"),
        ("you should be able to win by singing a song", "win", "Sing a song"),
        ("I want to lose if I fall into a hole", "lose", "Fall into a hole"),
    ],
)
def test_a_way_to_win_or_lose_is_a_choice_with_an_ending(world: World, said: str, kind: str, deed: str) -> None:
    after = done(world, said)
    (new,) = set(after["scene"]["states"]) - set(world["scene"]["states"])
    assert after["scene"]["states"][new]["ending"]["kind"] == kind
    assert [one["label"] for one in after["scene"]["events"] if one.get("to") == new] == [deed]


@pytest.mark.parametrize("said", ["more choices", "add more choices please", "I want more things to do", "give me more options"])
def test_more_choices_are_added_and_nothing_else(world: World, said: str) -> None:
    after = done(world, said)
    old = {one["name"] for one in world["scene"]["events"]}
    new = [one for one in after["scene"]["events"] if one["name"] not in old]
    assert new
    assert after["scene"]["states"] == world["scene"]["states"]
    assert all(one["kind"] == "override" and not one.get("grants") for one in new)


@pytest.mark.parametrize(
    "said",
    [
        'the last choice should say "Walk away"',
        "rename the last choice to Walk away",
        'call the last option "Walk away"',
        'the last choice should be called "Walk away"',
    ],
)
def test_the_last_choice_is_the_last_where_it_ends(world: World, said: str) -> None:
    after = done(world, said)
    key = naming.last_place(world)
    shown = [one for one in after["scene"]["events"] if key in one["from"] and not one.get("hidden")]
    assert shown[-1]["label"] == "Walk away"
    assert len(after["scene"]["events"]) == len(world["scene"]["events"])


@pytest.mark.parametrize(
    "said",
    [
        '{who} should say "Who dares?" when {hero} comes in',
        'when I come in {who} should say "Who dares?"',
        'let {who} say "Who dares?" when you come to the cellar',
    ],
)
def test_whom_only_the_premise_knows_can_speak(rescue: World, said: str) -> None:
    after = done(rescue, said.format(who="the ogre", hero="the boy"))
    told = [one["narration"] for one in after["scene"]["states"].values() if "Who dares?" in one.get("narration", "")]
    assert len(told) == 1
    assert 'The ogre says: "Who dares?"' in told[0]


def test_somebody_of_the_goal_gets_a_name(rescue: World) -> None:
    for said in ("give the potter a name, Hans", "call the potter Hans", "the potter should be called Hans"):
        after = done(rescue, said)
        assert "potter" not in " ".join(one["base"] for one in after["scene"]["states"].values())
        assert "Hans" in after["description"]


def test_another_is_the_thief(mystery: World) -> None:
    guilty = next(one for one in mystery["scene"]["events"] if one.get("grants") == ["done"])
    people = [
        one.name
        for one in naming.things(mystery)
        if one.kind == "person"
        and any(one.name in str(other.get("label", "")) and other["from"] == guilty["from"] for other in mystery["scene"]["events"])
    ]
    old = next(one for one in people if one in guilty["label"])
    new = next(one for one in people if one != old)
    for said in (f"The thief should be {new}, not {old}", f"it should be {new} who stole it", f"make {new} the thief"):
        after = done(mystery, said)
        assert new in next(one["label"] for one in after["scene"]["events"] if one["name"] == guilty["name"])


@pytest.mark.parametrize("said", ["hide a map under the {}", "a map: hidden under the {}", "there should be a map hidden under the {}"])
def test_something_is_hidden_where_it_is_said(world: World, said: str) -> None:
    key, part = seen_part(world)
    after = done(world, said.format(part))
    (new,) = [one for one in after["scene"]["events"] if "has_map" in one.get("grants", [])]
    assert new["from"] == [key]
    assert part in new["label"]
    assert after["scene"]["states"] == world["scene"]["states"]


@pytest.mark.parametrize(
    "said", ["I want the secret to be in {}", "move the secret to {}", "the secret should be hidden in {}", "put the secret in {}"]
)
def test_a_secret_that_is_moved_goes_whole(world: World, said: str) -> None:
    (secret,) = referents.secrets(world)
    place = next(one for one in naming.in_order(world) if one not in secret["from"] and not one.endswith("_later"))
    after = done(world, said.format(shown_name(world, place)))
    (moved,) = referents.secrets(after)
    assert moved["from"] == [place]
    assert moved.get("hotkey")
    assert secret["anchor"]["label"] not in str(moved["label"]) + moved["base"]


@pytest.mark.parametrize(
    "said", ["instead of rain it should snow", "snow instead of rain", "make it snow instead of rain", "not rain but snow"]
)
def test_one_sky_in_place_of_another(said: str) -> None:
    world = worlds.generate("A postman looks for a lost letter in a village on a rainy morning", seed=1)
    after = done(world, said)
    assert not re.search(r"\brain\b(?! (?:barrel|butt))", " ".join(one["base"] for one in after["scene"]["states"].values()).lower())
    assert "snow" in " ".join(one["base"] for one in after["scene"]["states"].values()).lower()


@pytest.mark.parametrize("said", ["shorter please", "a bit shorter", "the texts are too long", "less text please"])
def test_shorter_shortens_the_texts_and_takes_nothing_out(world: World, said: str) -> None:
    after = done(world, said)
    assert set(after["scene"]["states"]) == set(world["scene"]["states"])
    assert len(after["scene"]["events"]) == len(world["scene"]["events"])
    assert len(str(after["scene"]["states"])) < len(str(world["scene"]["states"]))


def test_a_place_that_is_taken_out_leaves_no_word_behind(world: World) -> None:
    for key in inner_places(world):
        name = shown_name(world, key)
        if re.sub(r"^the ", "", name) in world["description"]:
            continue  # what the premise says is quoted, and stays
        edited = worlds.edit(world, f"remove {name}")
        if not edited.applied:
            assert "Say for example" in edited.reply
            continue
        after = done(world, f"remove {name}")
        told = [
            str(one.get(field, ""))
            for one in [*after["scene"]["states"].values(), *after["scene"]["events"]]
            for field in ("base", "label", "narration", "lockedHint")
        ]
        told += [fact["text"] for one in after["scene"]["events"] for fact in one.get("terminal", {}).get("facts", [])]
        told += [one["summary"] for one in after["story"]["beats"]]
        assert not [one for one in told if re.search(rf"\b{re.escape(name)}\b", one, re.IGNORECASE)], name
        talks = {one["name"] for one in world["scene"]["events"] if one["kind"] == "terminal"}
        assert talks <= {one["name"] for one in after["scene"]["events"]}, f"somebody of {name} is lost"
