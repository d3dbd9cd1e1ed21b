"""Operations on states, their variants and the entrance."""

from __future__ import annotations

import copy
from typing import Any

from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops.lookup import Inapplicable, Op, Receipt, World, carried, fresh, need, put, spread, state_of, users_of


def add_state(world: World, op: Op) -> Receipt:
    states = world["scene"]["states"]
    op = spread(op, "state")
    name = need(op, "id") if op.get("id") is not None else fresh(states, "state")
    if name in states:
        raise Inapplicable(f"there is a state '{name}' already")
    states[name] = copy.deepcopy({key: value for key, value in op.items() if key != "id" and value is not None})
    return {"id": name}


def update_state(world: World, op: Op) -> Receipt:
    name, state = state_of(world, op)
    world["scene"]["states"][name] = merge_patch(state, need(op, "patch", kind=dict))
    return {"id": name}


def delete_state(world: World, op: Op) -> Receipt:
    name, _ = state_of(world, op)
    if users := users_of(world, name):
        raise Inapplicable(f"state '{name}' is still named by {', '.join(users)}", in_use=True)
    del world["scene"]["states"][name]
    return {"id": name}


def rename_state(world: World, op: Op) -> Receipt:
    name, _ = state_of(world, op, "id", "state", "from")
    new, states = need(op, "to", "newId"), world["scene"]["states"]
    if new in states:
        raise Inapplicable(f"there is a state '{new}' already")
    world["scene"]["states"] = {new if key == name else key: state for key, state in states.items()}
    if world["entrance"]["state"] == name:
        world["entrance"]["state"] = new
    shadowed = any(one["id"] == name for one in world.get("cutscenes", []))
    for event in world["scene"]["events"]:
        event["from"] = [new if one == name else one for one in event["from"]]
        if event.get("to") == name and not shadowed:
            event["to"] = new
    for thing, key in [
        *((one, key) for one in world.get("cutscenes", []) for key in ("from", "to")),
        *((beat, "state") for one in world.get("sequences", []) for beat in one["beats"]),
        *((objective, "location") for one in world.get("missions", []) for objective in one["objectives"]),
        (world.get("outro", {}), "state"),
    ]:
        if thing.get(key) == name:
            thing[key] = new
    for beat in world.get("story", {}).get("beats", []):
        if "states" in beat:
            beat["states"] = [new if one == name else one for one in beat["states"]]
    return {"id": new}


def set_state_ending(world: World, op: Op) -> Receipt:
    name, state = state_of(world, op)
    put(state, "ending", op.get("ending"))
    return {"id": name}


def set_field(world: World, op: Op) -> Receipt:
    name, state = state_of(world, op)
    put(state, need(op, "field"), op.get("value"))
    return {"id": name}


def add_variant(world: World, op: Op) -> Receipt:
    name, state = state_of(world, op)
    inline = {key: value for key, value in op.items() if key not in ("id", "state") and not (key == "variant" and value is None)}
    variant = carried(op, "variant") if op.get("variant") is not None else inline
    label = need(variant, "label")
    if any(one["label"] == label for one in state.get("variants", [])):
        raise Inapplicable(f"state '{name}' has a variant '{label}' already")
    state.setdefault("variants", []).append(copy.deepcopy(variant))
    return {"id": name, "label": label}


def _variant(world: World, op: Op) -> tuple[str, dict[str, Any], dict[str, Any]]:
    name, state = state_of(world, op)
    label = need(op, "label", "variant")
    for one in state.get("variants", []):
        if one["label"] == label:
            return name, state, one
    raise Inapplicable(f"state '{name}' has no variant '{label}'")


def remove_variant(world: World, op: Op) -> Receipt:
    name, state, variant = _variant(world, op)
    state["variants"].remove(variant)
    if not state["variants"]:
        del state["variants"]
    return {"id": name, "label": variant["label"]}


def set_variant_field(world: World, op: Op) -> Receipt:
    name, _, variant = _variant(world, op)
    put(variant, need(op, "field"), op.get("value"))
    return {"id": name, "label": variant["label"]}


def set_entrance(world: World, op: Op) -> Receipt:
    name, _ = state_of(world, op, "state", "id")
    world["entrance"] = {**world["entrance"], "state": name}
    if "image" in op:
        put(world["entrance"], "image", op["image"])
    return {"id": name}
