"""Worlds as games: which fit, what becomes of places, cast, missions and endings; and that the game is proven."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import Any

import pytest

from makebelieve import art, games, worlds
from makebelieve.games.artwork.bundle import spec_of
from makebelieve.games.artwork.casting import part_of
from makebelieve.kit.errors import Problem
from makebelieve.library.worlds import pictures
from makebelieve.library.worlds.as_game import FEWEST, MOST, plan_game, title_of
from makebelieve.worlds.spelling import place_name

CAMERA = {"static": "Eye level.", "dynamic": "Following."}
WIN = {"ending": {"kind": "win", "title": "Home", "subtitle": "At last."}}
LOSE = {"ending": {"kind": "lose", "title": "Lost"}}


def made(premise: str, seed: int = 7) -> dict[str, Any]:
    return worlds.generate(premise, seed)


def small(states: dict[str, Any], ways: list[tuple[str, str]], **more: Any) -> dict[str, Any]:
    """A world of ways alone, with nothing noted about its making."""
    events = [{"name": f"{a}-{b}", "kind": "transition", "from": [a], "to": b} for a, b in ways]
    full = {name: {"base": f"A place called {name}.", "camera": CAMERA, **state} for name, state in states.items()}
    return {"id": "w", "name": "Small", "entrance": {"state": next(iter(states))}, "scene": {"states": full, "events": events}, **more}


def walk(*names: str) -> list[tuple[str, str]]:
    return list(pairwise(names))


def test_a_game_of_a_world_is_proven_and_its_levels_carry_the_places_names() -> None:
    world = made("a knight must defeat the dragon in the ruined castle")
    plan = plan_game(world)
    game = games.generate(plan.draft.prompt, 7, draft=plan.draft, story=plan.story)
    assert game.proven
    assert game.title == world["name"]
    names = [scene["name"] for scene in game.config["scenes"]]
    assert names == [place.name for place in plan.story.places]
    assert {title_of(place_name(world, state)) for state in world["scene"]["states"]} >= set(names)
    assert FEWEST <= len(names) <= MOST
    titles = {state["ending"]["title"] for state in world["scene"]["states"].values() if "ending" in state}
    assert {end["title"] for end in game.config["game"]["endings"].values()} <= titles
    first = game.config["scenes"][0]["properties"]
    assert (first["theme"]["biome"], first["source"]) == (plan.story.places[0].biome, plan.story.places[0].source)
    assert plan.draft.hero.value is not None
    assert plan.draft.hero.value.noun == "knight"
    assert [foe.value.noun for foe in plan.draft.enemies] == ["dragon"]


def test_the_same_world_and_seed_give_the_same_game() -> None:
    world = small({"forest": {}, "cave": {}, "castle": {}, "home": WIN}, walk("forest", "cave", "castle", "home"))
    first, second = (plan_game(copy.deepcopy(world)) for _ in range(2))
    assert first == second
    one, two = (games.generate(plan.draft.prompt, 3, draft=plan.draft, story=plan.story).config for plan in (first, second))
    assert one == two


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("villagers defend their mill from wolves in a snowstorm", "horde-survivors"),
        ("an astronaut escapes a failing space station", "platformer"),
        ("a thief steals a moonstone from the museum at night", "topdown"),
        ("repair the old clock of the village", "topdown"),
    ],
)
def test_the_shape_of_the_story_chooses_the_kind(premise: str, kind: str) -> None:
    assert plan_game(made(premise)).draft.kind.value == kind


def test_a_place_has_its_own_air_and_what_is_to_be_done_there() -> None:
    states = {
        "snowy_pass": {"base": "A mountain pass at dusk, snow driving over the stones."},
        "cave": {"base": "A dry cave; outside the rain goes on."},
        "castle": {"base": "A castle under the moon in fog."},
        "home": WIN,
        "ditch": LOSE,
    }
    missions = [{"id": "m", "title": "M", "objectives": [{"id": "o", "text": "Find an iron key in the cave.", "location": "cave"}]}]
    ways = [*walk("snowy_pass", "cave", "castle", "home"), ("castle", "ditch")]
    plan = plan_game(small(states, ways, missions=missions, subject="old fox"))
    told = [(place.name, place.time_of_day, place.weather, place.intro) for place in plan.story.places]
    assert told == [
        ("Snowy Pass", "dusk", "snow", ""),
        ("Cave", "day", "clear", "Find an iron key in the cave."),
        ("Castle", "night", "fog", ""),
    ]
    assert [thing.value.phrase for thing in plan.draft.collectibles] == ["iron key"]
    assert plan.story.won is not None
    assert plan.story.lost is not None
    assert (plan.story.won.title, plan.story.won.text, plan.story.lost.title) == ("Home", "At last.", "Lost")


def test_a_short_way_takes_in_what_lies_beside_it_and_a_long_one_is_thinned() -> None:
    beside = small({"a": {}, "b": {}, "c": {}, "end": WIN}, [("a", "b"), ("b", "end"), ("a", "c"), ("c", "a")])
    assert [place.source for place in plan_game(beside).story.places] == ["a", "c", "b"]
    names = [f"p{number}" for number in range(9)]
    plan = plan_game(small({**{name: {} for name in names}, "end": WIN}, walk(*names, "end")))
    assert [place.source for place in plan.story.places] == ["p0", "p2", "p4", "p6", "p8"]
    assert plan.notes == ("4 more places on the way are left out",)


@pytest.mark.parametrize(
    ("world", "why"),
    [
        (small({"a": {}, "b": {}, "end": WIN}, walk("a", "b", "end")), "only 2 places"),
        (small({"a": {}, "b": {}, "c": {}, "end": LOSE}, walk("a", "b", "c", "end")), "no way to win"),
        (made("a detective solves a murder on a night train"), "by asking"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(world: dict[str, Any], why: str) -> None:
    with pytest.raises(Problem) as refused:
        plan_game(world)
    assert (refused.value.status, refused.value.code) == (422, "does_not_fit")
    assert why in refused.value.detail


def test_a_world_of_talk_is_made_a_game_when_a_kind_is_named() -> None:
    assert plan_game(made("a detective solves a murder on a night train"), "topdown").draft.kind.value == "topdown"


def test_every_world_of_ours_has_a_plan_or_a_reason() -> None:
    for seed in range(24):
        world = made("a keeper looks for something", seed)
        if world["metadata"]["understood"]["shape"] in ("mystery", "court"):
            with pytest.raises(Problem, match="does not fit"):
                plan_game(world)
        else:
            assert FEWEST <= len(plan_game(world).story.places) <= MOST


def test_an_edit_of_the_hour_holds_in_every_level() -> None:
    plan = plan_game(small({"forest": {}, "cave": {}, "castle": {}, "home": WIN}, walk("forest", "cave", "castle", "home")))
    game = games.generate(plan.draft.prompt, 3, draft=plan.draft, story=plan.story)
    changed = games.iterate(game.config, "make it night").game.config
    assert changed["game"]["theme"]["time_of_day"] == "night"
    assert ["time_of_day" in scene["properties"]["theme"] for scene in changed["scenes"]] == [False, False, False]
    assert [scene["name"] for scene in changed["scenes"]] == ["Forest", "Cave", "Castle"]


def test_a_hero_and_a_foe_are_what_they_are_and_not_what_they_are_called() -> None:
    states = {
        "captains_cabin": {"base": "Charts cover the captain's cabin."},
        "mars": {"base": "Dust blows on Mars."},
        "cave": {},
        "home": WIN,
    }
    told = {"subject": "Odile", "description": "A girl named Odile looks for her boat."}
    noted = {"metadata": {"understood": {"foe": "Inspector Hale", "shape": "quest"}}}
    world = small(states, walk("captains_cabin", "mars", "cave", "home"), **told, **noted)
    plan = plan_game(world)
    assert plan.draft.hero.value is not None
    assert plan.draft.hero.value.noun == "girl"
    assert [foe.value.noun for foe in plan.draft.enemies] == ["inspector"]
    assert [place.name for place in plan.story.places][:2] == ["Captain's Cabin", "Mars"]
    assert plan.draft.place.value == "captain's cabin"
    game = games.generate(plan.draft.prompt, 7, draft=plan.draft, story=plan.story)
    assert "in the captain's cabin: play a girl" in game.config["game"]["description"]
    assert "inspectors" in game.config["game"]["description"]


@pytest.mark.parametrize(
    ("premise", "look"),
    [
        ("a girl in a yellow raincoat looks for her cat in the flooded city", "girl in a yellow raincoat"),
        ("a lighthouse keeper searches for her lost brother under a frozen sea", "female lighthouse keeper"),
        ("a fox escapes from a laboratory", "fox"),
        ("a kettle wants to cross the kitchen to reach its lid", "kettle"),
    ],
)
def test_the_hero_is_drawn_as_in_the_world(premise: str, look: str) -> None:
    world = made(premise)
    figure = pictures.player_of(world, 7)
    assert figure is not None
    plan = plan_game({**world, "hero": figure[0]}, "topdown")
    config = games.generate(plan.draft.prompt, 3, draft=plan.draft, story=plan.story).config
    hero = next(entity for entity in config["entities"] if entity["type"] == "hero")
    assert (hero["properties"]["sprite"]["prompt"], hero["properties"]["sprite"]["seed"]) == (look, 7)
    part = part_of(hero, "topdown", frozenset())
    assert part is not None
    assert spec_of(part, 7) == art.read(look, 7)
    games.validate(config)


def test_a_foe_that_is_met_in_the_world_looks_in_the_game_as_there() -> None:
    noted = {"metadata": {"understood": {"foe": "the ferryman", "shape": "quest"}}}
    shown = {"name": "Ferryman", "look": "an old ferryman with a grey beard", "seed": 5}
    states = {"quay": {}, "shed": {}, "mill": {}, "home": WIN}
    world = small(states, walk("quay", "shed", "mill", "home"), cast={"quay": [shown]}, **noted)
    plan = plan_game(world)
    config = games.generate(plan.draft.prompt, 3, draft=plan.draft, story=plan.story).config
    foe = next(entity for entity in config["entities"] if entity["type"] == "ferryman")
    assert foe["properties"]["sprite"]["prompt"] == "an old ferryman with a grey beard"
    assert foe["properties"]["sprite"]["seed"] == 5


@pytest.mark.parametrize(
    ("foe", "noun", "phrase"),
    [
        ("the gang of badgers", "badger", "badger"),
        ("a pack of the grey wolves", "wolf", "grey wolf"),
        ("the well-meaning cousin", "cousin", "well-meaning cousin"),
        ("the guard of the vault", "guard", "guard"),
    ],
)
def test_a_foe_is_who_the_words_mean(foe: str, noun: str, phrase: str) -> None:
    noted = {"metadata": {"understood": {"foe": foe, "shape": "quest"}}}
    plan = plan_game(small({"a": {}, "b": {}, "c": {}, "home": WIN}, walk("a", "b", "c", "home"), **noted))
    assert [(found.value.noun, found.value.phrase) for found in plan.draft.enemies] == [(noun, phrase)]
