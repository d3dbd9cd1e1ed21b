"""What operations name: the states and events of a world, and why one cannot be done."""

from __future__ import annotations

import copy
from typing import Any

World = dict[str, Any]
Op = dict[str, Any]
Receipt = dict[str, Any]


class Inapplicable(Exception):
    """An operation cannot be done: why. `in_use` when something still refers to what it would remove."""

    def __init__(self, why: str, *, in_use: bool = False) -> None:
        super().__init__(why)
        self.in_use = in_use


def need(op: Op, *names: str, kind: type = str) -> Any:
    """The first of these keys that the operation has."""
    for name in names:
        if name in op:
            if not isinstance(op[name], kind) or (kind is str and not op[name]):
                raise Inapplicable(f"`{name}` must be {'a text' if kind is str else 'an object' if kind is dict else 'a list'}")
            return op[name]
    raise Inapplicable(f"`{names[0]}` is required")


def state_of(world: World, op: Op, *names: str) -> tuple[str, dict[str, Any]]:
    name = need(op, *(names or ("id", "state")))
    if name not in world["scene"]["states"]:
        raise Inapplicable(f"no state '{name}'")
    return name, world["scene"]["states"][name]


def event_of(world: World, op: Op) -> dict[str, Any]:
    name = need(op, "name", "event")
    event: dict[str, Any] | None = next((one for one in world["scene"]["events"] if one["name"] == name), None)
    if event is None:
        raise Inapplicable(f"no event '{name}'")
    return event


def fresh(taken: Any, stem: str) -> str:
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}_{n}") not in taken)


def users_of(world: World, state: str) -> list[str]:
    """What still names a state: the entrance, events, cutscenes."""
    users = ["the entrance"] if world["entrance"]["state"] == state else []
    shadowed = any(one["id"] == state for one in world.get("cutscenes", []))
    for event in world["scene"]["events"]:
        if state in event["from"] or (event.get("to") == state and not shadowed):
            users.append(f"event '{event['name']}'")
    return users + [f"cutscene '{one['id']}'" for one in world.get("cutscenes", []) if state in (one["from"], one["to"])]


def spread(op: Op, singular: str) -> Op:
    """An operation that adds something may carry it as an object of its own, as the others that add do."""
    thing = op.get(singular)
    return {**thing, **{key: value for key, value in op.items() if key != singular}} if isinstance(thing, dict) else op


def carried(op: Op, singular: str) -> Op:
    """What an operation adds: an object under its name, or the operation itself."""
    thing: Op = need(op, singular, kind=dict) if op.get(singular) is not None else op
    return thing


def put(thing: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        thing.pop(key, None)
    else:
        thing[key] = copy.deepcopy(value)
