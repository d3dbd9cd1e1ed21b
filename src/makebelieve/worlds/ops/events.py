"""Operations on events."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops.lookup import Inapplicable, Op, Receipt, World, event_of, fresh, need, put, spread
from makebelieve.worlds.schema import EVENT_KINDS


def add_event(kind: str | None = None) -> Callable[[World, Op], Receipt]:
    def add(world: World, op: Op) -> Receipt:
        op = spread(op, "event")
        event = copy.deepcopy({key: value for key, value in op.items() if value is not None or key == "hotkey"})
        taken = [one["name"] for one in world["scene"]["events"]]
        event["name"] = need(op, "name") if op.get("name") is not None else fresh(taken, "event")
        event["kind"] = kind or _kind(op)
        if event["name"] in taken:
            raise Inapplicable(f"there is an event '{event['name']}' already")
        if isinstance(event.get("from"), str):
            event["from"] = [event["from"]]
        need(event, "from", kind=list)
        _shaped(event)
        world["scene"]["events"].append(event)
        return {"name": event["name"]}

    return add


def _kind(op: Op) -> str:
    kind: str = need(op, "kind")
    if kind not in EVENT_KINDS:
        raise Inapplicable(f"`kind` must be one of {', '.join(EVENT_KINDS)}")
    return kind


def _shaped(event: dict[str, Any]) -> None:
    if event["kind"] == "transition" and "to" not in event:
        raise Inapplicable("a transition needs `to`")
    if event["kind"] == "override" and "to" in event:
        raise Inapplicable("an override takes no `to`")


def update_event(world: World, op: Op) -> Receipt:
    event = event_of(world, op)
    patch = copy.deepcopy(need(op, "patch", kind=dict))
    if isinstance(patch.get("from"), str):
        patch["from"] = [patch["from"]]
    others = [one["name"] for one in world["scene"]["events"] if one is not event]
    changed = merge_patch(event, patch)
    if "hotkey" in patch and patch["hotkey"] is None:
        changed["hotkey"] = None
    for key in ("name", "kind", "from"):
        if key not in changed:
            raise Inapplicable(f"`{key}` cannot be taken away")
    if changed["name"] in others:
        raise Inapplicable(f"there is an event '{changed['name']}' already")
    _kind(changed)
    _shaped(changed)
    world["scene"]["events"][world["scene"]["events"].index(event)] = changed
    return {"name": changed["name"]}


def delete_event(world: World, op: Op) -> Receipt:
    event = event_of(world, op)
    world["scene"]["events"].remove(event)
    return {"name": event["name"]}


def set_event(key: str) -> Callable[[World, Op], Receipt]:
    """Set one field of an event to what the operation has under its name (or `value`); null clears it."""

    def change(world: World, op: Op) -> Receipt:
        return update_event(world, {"name": event_of(world, op)["name"], "patch": {key: op.get(key, op.get("value"))}})

    return change


def set_event_field(world: World, op: Op) -> Receipt:
    return update_event(world, {"name": event_of(world, op)["name"], "patch": {need(op, "field"): op.get("value")}})


def set_event_kind(world: World, op: Op) -> Receipt:
    patch = {"kind": _kind(op)} | ({"to": op.get("to")} if "to" in op or op["kind"] == "override" else {})
    return update_event(world, {"name": event_of(world, op)["name"], "patch": patch})


def set_event_anchor(world: World, op: Op) -> Receipt:
    event = event_of(world, op)
    anchor = op.get("anchor", {key: value for key, value in op.items() if key not in ("event", "name")} or None)
    put(event, "anchor", anchor)
    return {"name": event["name"]}
