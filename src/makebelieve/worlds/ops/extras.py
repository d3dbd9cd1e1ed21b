"""Operations on what stands beside the graph: missions, sequences, cutscenes, the story and single fields."""

from __future__ import annotations

import copy
from collections.abc import Callable

from makebelieve.worlds.missions import compile_mission
from makebelieve.worlds.ops.lookup import Inapplicable, Op, Receipt, World, carried, need, put


def add_listed(key: str, singular: str) -> Callable[[World, Op], Receipt]:
    def add(world: World, op: Op) -> Receipt:
        thing = copy.deepcopy(carried(op, singular))
        name = need(thing, "id")
        if any(one["id"] == name for one in world.get(key, [])):
            raise Inapplicable(f"there is a {singular} '{name}' already")
        world.setdefault(key, []).append(thing)
        if singular == "mission":
            need(thing, "objectives", kind=list)
            compile_mission(world, thing)
        return {"id": name}

    return add


def remove_listed(key: str, singular: str) -> Callable[[World, Op], Receipt]:
    def remove(world: World, op: Op) -> Receipt:
        name = need(op, "id", singular)
        kept = [one for one in world.get(key, []) if one["id"] != name]
        if len(kept) == len(world.get(key, [])):
            raise Inapplicable(f"no {singular} '{name}'")
        if singular == "cutscene" and (users := [one["name"] for one in world["scene"]["events"] if one.get("to") == name]):
            raise Inapplicable(f"cutscene '{name}' is still named by {', '.join(f'event {user!r}' for user in users)}", in_use=True)
        put(world, key, kept or None)
        return {"id": name}

    return remove


def set_world(key: str) -> Callable[[World, Op], Receipt]:
    def change(world: World, op: Op) -> Receipt:
        put(world, key, op.get(key, op.get("value")))
        return {"field": key}

    return change


def set_intro(world: World, op: Op) -> Receipt:
    for name, key in (("video", "introVideo"), ("introVideo", "introVideo"), ("static", "introStatic"), ("introStatic", "introStatic")):
        if name in op:
            put(world, key, op[name])
    return {"field": "intro"}


def add_story_beat(world: World, op: Op) -> Receipt:
    if "story" not in world:
        raise Inapplicable("there is no story; set one first")
    beat = carried(op, "beat")
    need(beat, "summary")
    world["story"].setdefault("beats", []).append(copy.deepcopy(beat))
    return {"field": "story.beats"}
