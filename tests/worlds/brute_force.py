"""Small random worlds, and the plain search through every single situation of one."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass
from typing import Any

Situation = tuple[str, frozenset[str], frozenset[str]]


def random_world(seed: int) -> dict[str, Any]:
    """Up to 7 states, 4 flags, 14 events, one or two endings or none; some one-shots, cutscenes and missions."""
    dice = random.Random(seed)
    names = [f"s{n}" for n in range(dice.randint(2, 7))]
    flags = [f"f{n}" for n in range(dice.randint(0, 4))]
    states: dict[str, Any] = {name: {"base": "x", "camera": {"static": "x", "dynamic": "x"}} for name in names}
    for name in dice.sample(names, min(len(names) - 1, dice.choice([0, 1, 1, 1, 2, 2, 3]))):
        states[name]["ending"] = {"kind": dice.choice(["win", "win", "lose"]), "title": "x"}
    events: list[dict[str, Any]] = []
    cutscenes: list[dict[str, Any]] = []
    for n in range(dice.randint(1, 14)):
        kind = dice.choice(["transition"] * 5 + ["override"] * 3 + ["terminal"])
        event: dict[str, Any] = {"name": f"e{n}", "kind": kind, "from": dice.sample(names, dice.choice([1, 1, 1, min(2, len(names))]))}
        if kind == "transition" or (kind == "terminal" and dice.random() < 0.3):
            event["to"] = dice.choice(names)
            if dice.random() < 0.15:
                cutscenes.append({"id": f"c{n}", "video": "v", "from": event["from"][0], "to": event["to"]})
                event["to"] = f"c{n}"
        if flags and dice.random() < 0.45:
            event["requires"] = dice.sample(flags, dice.choice([1, 1, min(2, len(flags))]))
        if flags and dice.random() < (0.7 if kind != "transition" else 0.25):
            event["grants"] = dice.sample(flags, dice.choice([1, 1, min(2, len(flags))]))
        if dice.random() < 0.25:
            event["oneShot"] = True
        events.append(event)
    world: dict[str, Any] = {
        "id": "w",
        "name": "w",
        "entrance": {"state": dice.choice(names)},
        "scene": {"states": states, "events": events},
    }
    if cutscenes:
        world["cutscenes"] = cutscenes
    if flags and dice.random() < 0.5:
        chosen = dice.sample(flags, dice.randint(1, len(flags)))
        world["missions"] = [{"id": "m", "title": "M", "objectives": [{"id": flag, "text": flag} for flag in chosen]}]
    return world


@dataclass
class Truth:
    reached: set[str]
    fired: set[str]
    winnable: bool
    complete: set[str]
    depth: dict[Situation, int]
    """How many events each situation is away from the entrance, and which of them are soft-locks."""
    stuck: set[Situation]


def every_situation(world: dict[str, Any]) -> Truth:
    """The truth about a world, situation by situation."""
    states, events = world["scene"]["states"], world["scene"]["events"]
    through = {one["id"]: one["to"] for one in world.get("cutscenes", [])}
    start: Situation = (world["entrance"]["state"], frozenset(), frozenset())
    depth: dict[Situation, int] = {start: 0}
    before: dict[Situation, set[Situation]] = {}
    fired: set[str] = set()
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        state, held, spent = here
        if "ending" in states[state]:
            continue
        for event in events:
            if state not in event["from"] or event["name"] in spent or not held.issuperset(event.get("requires", [])):
                continue
            fired.add(event["name"])
            to = event["to"] if event["kind"] == "transition" else state
            there: Situation = (
                through.get(to, to),
                held | set(event.get("grants", [])),
                spent | {event["name"]} if event.get("oneShot") else spent,
            )
            before.setdefault(there, set()).add(here)
            if there not in depth:
                depth[there] = depth[here] + 1
                waiting.append(there)
    good = [one for one in depth if "ending" in states[one[0]]]
    saved = set(good)
    while good:
        for one in before.get(good.pop(), ()):
            if one not in saved:
                saved.add(one)
                good.append(one)
    some_ending = any("ending" in state for state in states.values())
    return Truth(
        {one[0] for one in depth},
        fired,
        any(states[one[0]].get("ending", {}).get("kind") == "win" for one in depth),
        {
            mission["id"]
            for mission in world.get("missions", [])
            if any(one[1].issuperset(objective["id"] for objective in mission["objectives"]) for one in depth)
        },
        depth,
        set(depth) - saved if some_ending else set(),
    )


def follow(world: dict[str, Any], way: tuple[str, ...]) -> Situation | None:
    """The situation a way leads to; None if one of its events cannot happen."""
    states = world["scene"]["states"]
    by_name = {event["name"]: event for event in world["scene"]["events"]}
    through = {one["id"]: one["to"] for one in world.get("cutscenes", [])}
    state, held, spent = world["entrance"]["state"], frozenset[str](), frozenset[str]()
    for name in way:
        event = by_name[name]
        if "ending" in states[state] or state not in event["from"] or name in spent or not held.issuperset(event.get("requires", [])):
            return None
        to = event["to"] if event["kind"] == "transition" else state
        state = through.get(to, to)
        held = held | set(event.get("grants", []))
        if event.get("oneShot"):
            spent = spent | {name}
    return state, held, spent
