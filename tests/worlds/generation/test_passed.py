"""Worlds do not contradict themselves: who speaks is there, what is told of as gained or passed has been, and no clue tells the answer."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.arrivals import draws_in
from makebelieve.worlds.generation.passed import begun, presupposes, reached
from makebelieve.worlds.generation.places import made_place

PREMISES = [line for line in (Path(__file__).parent / "premises.txt").read_text("utf-8").splitlines() if line.strip()]
_SPEAKER = re.compile(r'[.,!?]" (?:says?|asks?) ((?:(?:Mrs?|Ms|Dr|St)\. )?[^".,:;]+?)(?=[.,:;]| and )')
_DOER = re.compile(r"^It (?:is|was) ((?:(?:Mrs?|Ms|Dr)\. )?[A-Z][^.,]*?)(?:'s? doing|'s doing| who )")


@cache
def _world(premise: str) -> dict[str, Any]:
    return worlds.generate(premise, seed=3)


def _cards(world: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["to"] for one in world["cutscenes"]}


def _shown(world: dict[str, Any], key: str) -> str:
    state = world["scene"]["states"][key]
    return " ".join([state["base"], *(one["base"] for one in state.get("variants", ()))]).lower()


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?|your|my|his|her|their|its|our) ", "", name.strip().lower())


@pytest.mark.parametrize("premise", PREMISES)
def test_whoever_speaks_is_shown_there(premise: str) -> None:
    world = _world(premise)
    for event in world["scene"]["events"]:
        own = " ".join([event.get("base") or "", *(phase["base"] for phase in event.get("phases", ()))]).lower()
        for name in _SPEAKER.findall(event.get("narration") or ""):
            if name not in ("you", "somebody", "everybody", "they", "he", "she", "it"):
                assert all(_bare(name) in own + _shown(world, key) for key in event["from"]), (event["narration"], event["from"])
    for key, state in world["scene"]["states"].items():
        for name in _SPEAKER.findall(state["narration"]):
            assert _bare(name) in _shown(world, key), (state["narration"], state["base"])


@pytest.mark.parametrize("premise", PREMISES)
def test_who_did_it_is_named_by_the_ending_alone(premise: str) -> None:
    world = _world(premise)
    won = [state for state in world["scene"]["states"].values() if state.get("ending", {}).get("kind") == "win"]
    clues = [event for event in world["scene"]["events"] if event.get("grants") == ["truth"]]
    for state in won:
        if (doer := _DOER.match(state["narration"])) is None:
            continue
        assert doer[1] in state["base"] or re.search(r"\b(?:is empty|goe?s? off)\b", state["base"]), (state["narration"], state["base"])
        assert not any(doer[1] in event["base"] + event["narration"] for event in clues), clues


@pytest.mark.parametrize("premise", PREMISES)
def test_nobody_speaks_of_progress_who_has_just_begun(premise: str) -> None:
    world = _world(premise)
    start = world["entrance"]["state"]
    events = world["scene"]["events"]
    early = reached([event for event in events if not event.get("requires")], start)
    for event in events:
        walked = event["kind"] == "transition" and "ending" not in world["scene"]["states"].get(event["to"], {})
        if walked and not event.get("requires") and set(event["from"]) & early and not event.get("phases"):
            assert not presupposes(event["narration"]), event


@pytest.mark.parametrize("premise", PREMISES)
def test_what_is_used_has_been_got(premise: str) -> None:
    """A thing that goes by "the" before it is asked for lies where everybody has passed."""
    world = _world(premise)
    events, start, cards = world["scene"]["events"], world["entrance"]["state"], _cards(world)
    for flag in {flag for event in events for flag in event.get("grants", ()) if flag.startswith("has_")}:
        name = re.compile(rf"\bthe {flag.removeprefix('has_').replace('_', ' ')}\b")
        others = [event for event in events if flag not in event.get("grants", ())]
        empty_handed = reached(others, start, cards=cards)
        gained = {one for event in others if set(event["from"]) & empty_handed for one in event.get("grants", ())}
        for event in others:
            told = f"{event.get('base') or ''} {event.get('narration') or ''}".lower()
            if set(event["from"]) & empty_handed and set(event.get("requires", ())) <= gained - {flag}:
                assert not name.search(told), (flag, told)
        for key in empty_handed:
            state = world["scene"]["states"][key]
            if state.get("ending", {}).get("kind") == "win":
                assert not name.search(f"{state['base']} {state['narration']}".lower()), (flag, state)


_WORLD = [
    {"from": ["hall"], "to": "yard"},
    {"from": ["yard"], "grants": ["has_key"]},
    {"from": ["hall"], "to": "vault", "requires": ["has_key"]},
    {"from": ["vault"], "to": "card_1"},
]


def test_reached() -> None:
    assert reached(_WORLD, "hall", cards={"card_1": "won"}) == {"hall", "yard", "vault", "won"}
    assert reached(_WORLD, "hall", shut={"yard"}, cards={"card_1": "won"}) == {"hall"}
    assert reached(_WORLD, "hall", shut={"hall"}) == set()


@pytest.mark.parametrize(("key", "has_begun"), [("hall", False), ("yard", False), ("vault", True)])
def test_begun(key: str, has_begun: bool) -> None:
    assert begun(_WORLD, "hall", key) is has_begun


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ("You count what there is still to do. It is less than it was.", True),
        ("You make sure that you have all the papers. You have.", True),
        ("You have several answers by now.", True),
        ("You have come a good part of the way.", True),
        ("You think of how it will be when it is done.", False),
        ("You hurry a little.", False),
    ],
)
def test_presupposes(told: str, later: bool) -> None:
    assert presupposes(told) is later


def test_one_has_been_only_where_every_way_leads() -> None:
    world = worlds.generate(
        "The night caretaker of an old boarding school hears children singing in a dormitory that has been locked for fifty years.", seed=7
    )
    states, start = world["scene"]["states"], world["entrance"]["state"]
    claims = [key for key, state in states.items() if "You have been in a dormitory" in state["narration"]]
    dormitory = {key for key in states if "dormitory" in key}
    assert dormitory
    assert not set(claims) & reached(world["scene"]["events"], start, shut=dormitory, cards=_cards(world))
    assert not any("children" in _shown(world, key) for key in states if key == start)  # they are only heard


@pytest.mark.parametrize(
    ("premise", "who"),
    [
        ("A young witch has to get the frightened villagers to come into her tea shop before the first snow.", "villagers"),
        ("A schoolboy must get his three quarrelling aunts to come to his birthday party.", "aunts"),
    ],
)
def test_whoever_is_to_come_is_not_there_yet(premise: str, who: str) -> None:
    world = worlds.generate(premise, seed=7)
    states = world["scene"]["states"]
    won = {key for key, state in states.items() if state.get("ending", {}).get("kind") == "win"}
    sites = world["metadata"]["sites"]
    there = {sites[key] for key in won}
    assert all(who in states[key]["base"] for key in won)
    assert not any(who in _shown(world, key) for key in states if key not in won and sites[key] in there)
    assert "turned this way at last" not in " ".join(state["base"] for state in states.values())


@pytest.mark.parametrize("premise", ["robots on mars growing tomatoes", "sheriff vs train robbers in a dusty frontier town"])
@pytest.mark.parametrize("seed", [3, 7])
def test_who_comes_on_a_promise_has_signed_it(premise: str, seed: int) -> None:
    events = worlds.generate(premise, seed=seed)["scene"]["events"]
    note = next((event for event in events if "The name below is" in event["narration"]), None)
    if note is None:  # somebody has promised it by word of mouth
        return
    name = note["narration"].rpartition("The name below is ")[2].removesuffix(".")
    used = [event for event in events if set(note["grants"]) & set(event.get("requires", ())) and event["kind"] == "override"]
    assert any(name in event["base"] for event in used), (name, used)


@pytest.mark.parametrize("seed", range(4))
def test_nobody_helps_in_the_end_who_is_nowhere(seed: int) -> None:
    world = worlds.generate("A tired vampire wants one good night's sleep", seed=seed)
    for event in world["scene"]["events"]:
        helper = re.match(r"Let (.+) help$", event["label"])
        assert helper is None or any(_bare(helper[1]) in _shown(world, key) for key in world["scene"]["states"]), event


@pytest.mark.parametrize(
    ("premise", "thing"),
    [
        ("A courier must deliver the queen's ring to the ambassador before midnight.", "queen's ring"),
        ("A pearl diver wants to return a stolen pearl to the sea witch.", "stolen pearl"),
        ("A postman has to deliver a love letter to the lighthouse before the tide.", "love letter"),
    ],
)
def test_what_is_brought_somewhere_else_is_carried_from_the_start(premise: str, thing: str) -> None:
    world = worlds.generate(premise, seed=7)
    start = world["scene"]["states"][world["entrance"]["state"]]["base"]
    assert re.search(rf"\b(?:has|keeps) the {thing}", start), start


def test_draws_in() -> None:
    shop, yard = made_place("the tea shop", "cafe", set()), made_place("the yard of the family farm", "farm", set())
    assert draws_in("get the villagers to come into her tea shop", shop)
    assert draws_in("convince her sons to return to the family farm", yard)
    assert not draws_in("persuade the owner of the tea shop to stay", shop)
