"""What a premise names can be played: looked into, listened to, made ready, in its own words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.affordances import class_of
from makebelieve.worlds.generation.claims import claims_of
from makebelieve.worlds.generation.clauses import same_as
from makebelieve.worlds.generation.happenings import happenings
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.reading import read
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "said"),
    [
        ("I inherit a shop and a parrot that whispers numbers", "the parrot whispers numbers"),
        ("Two sisters find a piano in the woods that plays by itself at night.", "the piano plays by itself at night"),
        ("A nurse must draw a map. The town council does not believe her.", "the town council does not believe you"),
        ("A boy on Mars tends a garden, but the tomatoes keep asking for music.", "the tomatoes keep asking for music"),
        ("A tailor is sewing a coat for a king who lies about how tall he is", "the king lies about how tall he is"),
        ("A cook has to please a queen who cannot taste anything.", "the queen cannot taste anything"),
        ("There is a tree in the park that grows umbrellas.", "the tree grows umbrellas"),
        ("What would happen if the Moon stopped pulling the tides?", "the Moon stops pulling the tides"),
        ("What if cats could talk?", "the cats can talk"),
        ("A broom refuses to fly on Tuesdays, and a girl must win the race.", "the broom refuses to fly on Tuesdays"),
        ("A girl must find her goat before the sun sets.", None),
        ("My cat thinks she is a pirate captain.", None),
        ("My grandfather says that the sea owes him a boat.", None),
        ("A baker hides notes inside the loaves and the new soldier speaks Polish.", "the new soldier speaks Polish"),
        ("My mum is a firefighter and I must bring her the helmet.", None),
        ("A witch lives in a tower where the clocks stop whenever somebody lies.", "the clocks stop every time somebody lies"),
        ("A crew lives on a ship whose cook plays cards all night.", "the cook plays cards all night"),
        ("The concert is tonight and a boy has lost his drum.", None),
        ("The pirates are coming at dawn and a boy must hide the boat.", None),
    ],
)
def test_claims(premise: str, said: str | None) -> None:
    reading = read(premise)
    found = [one.told for one in claims_of(reading, happenings(reading, frozenset()), same_as(reading, player_of(reading)), "she")]
    assert found == ([said] if said else [])


def test_no_rain_falls_that_is_missed() -> None:
    draft = understand_world("In a village where it has not rained for three years, a girl finds an umbrella that remembers the rain.")
    assert draft.weather == "heat"


@pytest.mark.parametrize(
    ("noun", "kind"), [("letter", "writing"), ("truck", "motor"), ("oranges", "food"), ("telescope", "glass"), ("truth", "thing")]
)
def test_classes(noun: str, kind: str) -> None:
    assert class_of(noun) == kind


def _choices(world: dict[str, Any]) -> list[str]:
    return [event["label"] for event in world["scene"]["events"]]


@pytest.mark.parametrize(
    ("premise", "label"),
    [
        ("A baker must find her cat. In the kitchen stands a teapot of buttons.", "teapot of buttons"),
        ("A farmer wants to win the pumpkin show and plays on an old violin.", "violin"),
        ("A crew on a dead ship wakes up a robot cook that refuses to leave the galley, and must find the map.", "Wake up the robot cook"),
        ("A postman finds a letter addressed to himself in a house that burned down.", "Read the letter"),
        ("A nurse discovers a drawer full of sleeping birds.", "into the drawer"),
        ("A gardener must save the roses. The scarecrow hums at night.", "isten to the scarecrow"),
    ],
)
def test_what_is_named_can_be_played(premise: str, label: str) -> None:
    world = worlds.generate(premise, seed=2)
    assert any(label in one for one in _choices(world)), _choices(world)
    assert worlds.check(world) == []


def test_what_the_deed_is_done_with_is_made_ready() -> None:
    world = worlds.generate("Two brothers cross the desert with a broken truck to reach their sister's wedding.", seed=0)
    ready = next(event for event in world["scene"]["events"] if event.get("grants") == ["ready_truck"])
    entrance = world["entrance"]["state"]
    assert ready["from"] == [entrance]
    ways = [event for event in world["scene"]["events"] if event["kind"] == "transition" and event["from"] == [entrance]]
    assert any("ready_truck" in event["requires"] for event in ways)
    assert all(event.get("requires") for event in ways)
    assert "ready_truck" in [one["grants"] for one in world["missions"][0]["objectives"]]
    assert worlds.check(world) == []


@pytest.mark.parametrize(
    ("premise", "flag"),
    [
        ("An heir's daughter rides a mechanical ostrich across the plains to deliver a music box to the queen.", "ready_ostrich"),
        ("Deliver a birthday cake by bicycle across the city.", "ready_bicycle"),
        ("A boy sails to the moon with a bag of marbles.", "took_bag"),
        ("A young chef must win the cooking contest with only a blunt knife.", "ready_knife"),
    ],
)
def test_means_are_steps(premise: str, flag: str) -> None:
    world = worlds.generate(premise, seed=3)
    assert flag in {one["grants"] for one in world["missions"][0]["objectives"]}
    assert worlds.check(world) == []


@pytest.mark.parametrize(
    ("premise", "noun"),
    [
        ("A detective with a magnifying glass and a bad cold must find the pearls.", "detective"),
        ("A girl with a lantern and a dog must cross the moor.", "girl"),
        ("A girl and her dog must cross the moor.", "girl"),
    ],
)
def test_who_has_things_plays(premise: str, noun: str) -> None:
    player = player_of(read(premise))
    assert player is not None
    assert player.noun == noun


@pytest.mark.parametrize(
    ("premise", "label"),
    [
        ("A guard must find the ghost and one reader still has his diary.", "his diary"),
        ("A little dragon who can only breathe bubbles wants to light the candles.", "bubbles"),
        ("A dog steals the sausages until lunch and a boy must find him.", "lunch"),
    ],
)
def test_what_is_not_there_is_not_played(premise: str, label: str) -> None:
    assert not any(label in one for one in _choices(worlds.generate(premise, seed=1)))


def test_too_late_is_said_as_what_has_come() -> None:
    world = worlds.generate("A boy must get the sheep home before the wolves come.", seed=0)
    lost = [state["narration"] for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "lose"]
    assert lost
    assert all("the wolves have come" in told.lower() for told in lost)


@pytest.mark.parametrize(
    ("premise", "head"),
    [
        ("A thief whose crown is made of tin must climb the tower and ring the bell.", "crown"),
        ("A boy who loves jam must paint the fence before his aunt is back.", "jam"),
        ("A soldier must carry a message through the forest while the general eats his pudding.", "pudding"),
        ("A maid must mend the clock while the countess looks for her necklace.", "necklace"),
    ],
)
def test_what_is_worn_or_eaten_lies_about_nowhere(premise: str, head: str) -> None:
    for seed in range(3):
        for state in worlds.generate(premise, seed)["scene"]["states"].values():
            assert not re.search(rf"(?:close to|next to|near|from) the [a-z' ]+ (?:is|are) [a-z' ]*{head}", state["base"]), state["base"]


def test_what_is_driven_is_not_drawn_again_in_every_scene() -> None:
    for premise in ("Two sisters drive an old ice-cream van to the sea.", "A farmer must take a cow to the fair in his rusty truck."):
        world = worlds.generate(premise, 1)
        bases = [state["base"] for state in world["scene"]["states"].values() if "ending" not in state]
        assert sum(bool(re.search(r"\b(?:van|truck)\b", base)) for base in bases) <= 2, bases
