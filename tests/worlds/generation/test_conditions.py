"""What a premise is about is where and as its deed has it, at every point of the story."""

from __future__ import annotations

import re
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.conditions import can_stand, condition_of, row_at
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.subjects import class_of_deed
from makebelieve.worlds.generation.understand import understand_world

WON = (
    ("silver locket", "My sister pawned the silver locket and I want to buy it back before her wedding."),
    ("watch", "I want to get my father's silver watch back from the pawn shop before Sunday."),
    ("golden trumpet", "Someone has stolen the golden trumpet of our band and I must find it before the concert."),
    ("red nose", "The clown has lost his red nose and must find it before the evening show."),
    ("acorn", "A squirrel searches the park for the acorn she buried last autumn."),
    ("treasure", "A pirate wants to find the treasure buried under the lighthouse."),
    ("dragon's egg", "My cousin and I steal the dragon's egg from the royal vault."),
    ("silver cup", "A swimmer called Rosa wants to win the silver cup at the school gala."),
    ("golden pumpkin", "A farmer's daughter wants to win the golden pumpkin at the county fair."),
    ("medicine", "A girl called Noor has to buy medicine for her baby brother in the town across the river."),
    ("boat", "A fisherman's widow must get her husband's boat back from the moneylender."),
    ("spare wheel", "A truck driver needs to find a spare wheel in the desert village."),
    ("lost diary", "Emma looks for her lost diary in the old school."),
    ("blue mitten", "A hedgehog has lost her blue mitten in the snow and wants to find it."),
    ("stolen violin", "A detective has to recover the stolen violin before the train leaves."),
    ("recipe", "The cook fetches the secret recipe from the castle across the lake."),
)
MADE = (
    ("birthday cake", "A baker bakes a birthday cake for a giant."),
    ("wedding dress", "A tailor sews a wedding dress for the daughter of the mayor."),
    ("raft", "Two brothers build a raft out of old doors."),
    ("song", "Three friends write a song for the village festival."),
    ("blue rose", "A gardener grows a blue rose for the prince's birthday."),
    ("kite", "A boy and his grandmother make a kite out of newspapers."),
)
CHANGED = (
    ("iron doors", "stand open", "stand shut", "A miner must shut the two iron doors of the old mine before the water rises."),
    ("three gates", "stand open", "stand shut", "Two guards have to close the three gates of the city before the giants come."),
    ("gate", "stands shut", "stands wide open", "A dwarf has to open the gate of the mountain city before winter."),
    ("door", "stands shut", "stands wide open", "A girl wants to open the door behind the wardrobe."),
)
FIXED = (
    ("piano", "A tuner has to tune the old piano of the hotel before the ball."),
    ("organ", "My brother and I repair the old organ in the village church before Easter."),
    ("lighthouse lamp", "The lighthouse lamp has gone out and the keeper's son has to light it again before the ships arrive."),
    ("bridge", "The villagers must mend the stone bridge before the harvest carts come."),
    ("oven", "The baker's apprentice has to light the oven before the market opens."),
    ("windmill", "A miller repairs his windmill after the storm."),
    ("clock", "An old man has to wind up the clock of the town hall before midnight."),
    ("iron gate", "A gardener paints the iron gate of the manor before the guests arrive."),
)
HIDDEN = (
    ("painting", "We have to hide the painting from the tax collector until the auction is over."),
    ("crown", "A kitchen boy hides the crown from the invaders."),
)
STANDS = r"(?:is|are|lies?|stands?|hangs?|leans?|shines?|catch(?:es)?)"


def states_of(premise: str) -> tuple[dict[str, Any], set[str], dict[str, Any]]:
    """The states of a world, those in which the deed is done, and the world."""
    world = worlds.generate(premise, seed=0)
    last = {key for event in world["scene"]["events"] if "done" in event.get("grants", ()) for key in event["from"]}
    return world["scene"]["states"], last, world


def stands(thing: str, text: str) -> bool:
    """Whether a thing is said to be there: "the ring lies by the well", "by the well is the ring"."""
    phrase = rf"\b(?:the|his|her|their|[a-z]+['’]s) (?:[a-z'’]+ ){{0,3}}?{re.escape(thing)}\b"
    text = text.lower()
    return bool(re.search(rf"{phrase}(?: of [a-z ]+?)? {STANDS} ", text) or re.search(rf"\b{STANDS} {phrase}", text))


def place_of(world: dict[str, Any], key: str) -> str:
    return re.sub(r"(?:_later)+$", "", key)


@pytest.mark.parametrize(("thing", "premise"), WON)
def test_what_is_to_be_won_shows_in_the_last_act_only(thing: str, premise: str) -> None:
    states, last, world = states_of(premise)
    ends = {place_of(world, key) for key in last}
    taken = {
        key
        for event in world["scene"]["events"]
        if event.get("grants") and "done" not in event["grants"] and thing in event["base"].lower()
        for key in event["from"]
    }
    for key, state in states.items():
        if "ending" not in state and key not in last | taken and place_of(world, key) not in ends:
            for shown in (state, *state.get("variants", ())):
                assert not stands(thing, shown["base"]), (key, shown["base"])
            for event in world["scene"]["events"]:
                if key in event["from"] and not event.get("grants"):
                    assert not stands(thing, event["base"]), (key, event["label"], event["base"])
        if state.get("ending", {}).get("kind") == "lose":
            assert not stands(thing, state["base"]), (key, state["base"])


@pytest.mark.parametrize(("thing", "premise"), MADE)
def test_what_is_made_is_not_there_before_it_is_made(thing: str, premise: str) -> None:
    states, last, _ = states_of(premise)
    for key, state in states.items():
        if key in last or state.get("ending", {}).get("kind") == "win":
            continue
        told = re.sub(rf"(?:for|what (?:is|was) to be|of|where) the {thing}", "", state["base"].lower())
        assert not stands(thing, told), (key, state["base"])


@pytest.mark.parametrize(("thing", "before", "after", "premise"), CHANGED)
def test_what_is_opened_or_shut_is_as_it_was_until_then(thing: str, before: str, after: str, premise: str) -> None:
    states, last, _ = states_of(premise)
    for key, state in states.items():
        told = " ".join(text for text in re.split(r"(?<=[.!?]) ", state["base"].lower()) if thing in text)
        if state.get("ending", {}).get("kind") == "win":
            assert before not in told, (key, told)
        else:
            assert after not in told, (key, told)
    assert last


@pytest.mark.parametrize(("thing", "premise"), FIXED)
def test_what_cannot_be_moved_is_in_one_place(thing: str, premise: str) -> None:
    states, _, world = states_of(premise)
    shown = {place_of(world, key) for key, state in states.items() if "ending" not in state and stands(thing, state["base"])}
    assert len(shown) < 2, shown


@pytest.mark.parametrize(("thing", "premise"), HIDDEN)
def test_what_is_hidden_is_in_no_plain_view_at_the_end(thing: str, premise: str) -> None:
    states, last, _ = states_of(premise)
    for key, state in states.items():
        if key in last or state.get("ending", {}).get("kind") == "win":
            assert not re.search(rf"{thing}[^.]*\b(?:full light|plain view|best light|in place)\b", state["base"].lower()), state["base"]


def test_the_work_for_a_journey_is_done_before_it() -> None:
    _, last, world = states_of("Two old friends want to restore a rusty sailing boat and sail to Ireland.")
    done = next(event for event in world["scene"]["events"] if event["label"].startswith("Restore a rusty"))
    ways = [event for event in world["scene"]["events"] if event["from"] == done["from"] and event.get("to") in world["scene"]["states"]]
    assert not last & set(done["from"])
    assert ways
    assert all(done["grants"][0] in way["requires"] for way in ways if "ending" not in world["scene"]["states"][way["to"]])
    assert worlds.check(world) == []


def test_a_creature_that_is_won_is_a_prize() -> None:
    states, last, _ = states_of("A boy wants to win a goldfish at the funfair for his sister.")
    for key, state in states.items():
        if key in last or state.get("ending", {}).get("kind") == "lose":
            assert not stands("goldfish", state["base"]), (key, state["base"])


def test_things_stand_where_they_can() -> None:
    kinds = tables.read_all("places")

    def place(title: str, name: str) -> Place:
        return Place(title, name, f"in {name}", kinds[title])

    assert can_stand("boat", place("quay", "the quay"))
    assert not can_stand("boat", place("city_street", "the street"))
    assert not can_stand("boat", place("chapel", "the chapel"))
    assert can_stand("boat", place("city_street", "the street by the river"))
    assert not can_stand("train", place("meadow", "the meadow"))
    assert can_stand("train", place("meadow", "the meadow"), driven=True)
    assert not can_stand("piano", place("city_street", "the street"))
    assert can_stand("ring", place("city_street", "the street"))


@pytest.mark.parametrize(
    ("premise", "condition"),
    [
        ("Bake a cake for the king", "unmade"),
        ("Mend the king's carriage", "undone"),
        ("Open the gate of the city", "undone"),
        ("Deliver a letter to the king", "carried"),
        ("Sell the vase at the market", "carried"),
        ("Steal the crown of the king", "absent"),
        ("Buy back my mother's ring", "absent"),
        ("Win the golden cup at the fair", "absent"),
        ("Hide the letter from the spies", "hidden"),
        ("Blow up the bridge", "doomed"),
        ("Guard the royal jewels", "there"),
        ("Get the engine of the old tractor running again", "undone"),
        ("Put the stolen necklace back before the duchess wakes", "carried"),
    ],
)
def test_the_deed_tells_the_condition(premise: str, condition: str) -> None:
    goal = understand_world(premise).goal
    assert condition_of(goal, class_of_deed(goal), "here", bare(goal.object or "").split()[-1]) == condition


def test_the_rows_of_conditions_are_those_of_subjects() -> None:
    for title, entry in tables.read("conditions").items():
        if not entry.items("nouns"):
            some = {row_at(title, point) for point in ("first", "last", "done", "won", "lost")}
            assert some <= {"", "here", "end", "good", "bad", "brought", "still", "promised"}, title
