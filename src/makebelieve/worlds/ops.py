"""Operations on the graph of a world, applied in order, all or none. Unknown keys of what is touched stay as they are.

An operation is an object with `op` and its own keys; `OPS` names them all. A receipt repeats `op` with the id or name of what it made or
changed. Nothing here judges the result: that is the gate's work (`blocks_write`).
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.missions import compile_mission
from makebelieve.worlds.schema import EVENT_KINDS

World = dict[str, Any]
Op = dict[str, Any]
Receipt = dict[str, Any]


class Inapplicable(Exception):
    """An operation cannot be done: why. `in_use` when something still refers to what it would remove."""

    def __init__(self, why: str, *, in_use: bool = False) -> None:
        super().__init__(why)
        self.in_use = in_use


@dataclass(frozen=True, slots=True)
class ApplyError:
    """An operation that could not be done: its place in the batch (from 0), its name, and why."""

    at: int
    op: str
    why: str
    in_use: bool = False

    def __str__(self) -> str:
        return f"ops[{self.at}] {self.op}: {self.why}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`world` is a new one with everything done, or the one that was given when there is an error."""

    world: World
    receipts: list[Receipt] = field(default_factory=list)
    errors: list[ApplyError] = field(default_factory=list)


def apply_ops(world: World, ops: list[Op]) -> Outcome:
    """Do all of `ops` in order to a copy of `world` (of valid schema), or nothing: `errors` then tells each that could not be done."""
    made = copy.deepcopy(world)
    receipts: list[Receipt] = []
    errors: list[ApplyError] = []
    for at, op in enumerate(ops):
        name = op.get("op") if isinstance(op, dict) else None
        if not isinstance(name, str) or name not in OPS:
            errors.append(ApplyError(at, str(name), f"unknown operation; allowed: {', '.join(OPS)}"))
            continue
        try:
            receipts.append({"op": name, **OPS[name](made, {key: value for key, value in op.items() if key != "op"})})
        except Inapplicable as refusal:
            errors.append(ApplyError(at, name, str(refusal), refusal.in_use))
    return Outcome(world, [], errors) if errors else Outcome(made, receipts)


# --- looking things up ------------------------------------------------------------------------------------------------------------------


def _need(op: Op, *names: str, kind: type = str) -> Any:
    """The first of these keys that the operation has."""
    for name in names:
        if name in op:
            if not isinstance(op[name], kind) or (kind is str and not op[name]):
                raise Inapplicable(f"`{name}` must be {'a text' if kind is str else 'an object' if kind is dict else 'a list'}")
            return op[name]
    raise Inapplicable(f"`{names[0]}` is required")


def _state(world: World, op: Op, *names: str) -> tuple[str, dict[str, Any]]:
    name = _need(op, *(names or ("id", "state")))
    if name not in world["scene"]["states"]:
        raise Inapplicable(f"no state '{name}'")
    return name, world["scene"]["states"][name]


def _event(world: World, op: Op) -> dict[str, Any]:
    name = _need(op, "name", "event")
    event: dict[str, Any] | None = next((one for one in world["scene"]["events"] if one["name"] == name), None)
    if event is None:
        raise Inapplicable(f"no event '{name}'")
    return event


def _fresh(taken: Any, stem: str) -> str:
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}_{n}") not in taken)


def users_of(world: World, state: str) -> list[str]:
    """What still names a state: the entrance, events, cutscenes."""
    users = ["the entrance"] if world["entrance"]["state"] == state else []
    shadowed = any(one["id"] == state for one in world.get("cutscenes", []))
    for event in world["scene"]["events"]:
        if state in event["from"] or (event.get("to") == state and not shadowed):
            users.append(f"event '{event['name']}'")
    return users + [f"cutscene '{one['id']}'" for one in world.get("cutscenes", []) if state in (one["from"], one["to"])]


def _spread(op: Op, singular: str) -> Op:
    """An operation that adds something may carry it as an object of its own, as the others that add do."""
    thing = op.get(singular)
    return {**thing, **{key: value for key, value in op.items() if key != singular}} if isinstance(thing, dict) else op


# --- states -----------------------------------------------------------------------------------------------------------------------------


def _add_state(world: World, op: Op) -> Receipt:
    states = world["scene"]["states"]
    op = _spread(op, "state")
    name = _need(op, "id") if op.get("id") is not None else _fresh(states, "state")
    if name in states:
        raise Inapplicable(f"there is a state '{name}' already")
    states[name] = copy.deepcopy({key: value for key, value in op.items() if key != "id" and value is not None})
    return {"id": name}


def _update_state(world: World, op: Op) -> Receipt:
    name, state = _state(world, op)
    world["scene"]["states"][name] = merge_patch(state, _need(op, "patch", kind=dict))
    return {"id": name}


def _delete_state(world: World, op: Op) -> Receipt:
    name, _ = _state(world, op)
    if users := users_of(world, name):
        raise Inapplicable(f"state '{name}' is still named by {', '.join(users)}", in_use=True)
    del world["scene"]["states"][name]
    return {"id": name}


def _rename_state(world: World, op: Op) -> Receipt:
    name, _ = _state(world, op, "id", "state", "from")
    new, states = _need(op, "to", "newId"), world["scene"]["states"]
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


def _set_state_ending(world: World, op: Op) -> Receipt:
    name, state = _state(world, op)
    _put(state, "ending", op.get("ending"))
    return {"id": name}


def _set_field(world: World, op: Op) -> Receipt:
    name, state = _state(world, op)
    _put(state, _need(op, "field"), op.get("value"))
    return {"id": name}


def _put(thing: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        thing.pop(key, None)
    else:
        thing[key] = copy.deepcopy(value)


def _add_variant(world: World, op: Op) -> Receipt:
    name, state = _state(world, op)
    variant = op.get("variant") or {key: value for key, value in op.items() if key not in ("id", "state")}
    label = _need(variant, "label")
    if any(one["label"] == label for one in state.get("variants", [])):
        raise Inapplicable(f"state '{name}' has a variant '{label}' already")
    state.setdefault("variants", []).append(copy.deepcopy(variant))
    return {"id": name, "label": label}


def _variant(world: World, op: Op) -> tuple[str, dict[str, Any], dict[str, Any]]:
    name, state = _state(world, op)
    label = _need(op, "label", "variant")
    for one in state.get("variants", []):
        if one["label"] == label:
            return name, state, one
    raise Inapplicable(f"state '{name}' has no variant '{label}'")


def _remove_variant(world: World, op: Op) -> Receipt:
    name, state, variant = _variant(world, op)
    state["variants"].remove(variant)
    if not state["variants"]:
        del state["variants"]
    return {"id": name, "label": variant["label"]}


def _set_variant_field(world: World, op: Op) -> Receipt:
    name, _, variant = _variant(world, op)
    _put(variant, _need(op, "field"), op.get("value"))
    return {"id": name, "label": variant["label"]}


def _set_entrance(world: World, op: Op) -> Receipt:
    name, _ = _state(world, op, "state", "id")
    world["entrance"] = {**world["entrance"], "state": name}
    if "image" in op:
        _put(world["entrance"], "image", op["image"])
    return {"id": name}


# --- events -----------------------------------------------------------------------------------------------------------------------------


def _add_event(kind: str | None = None) -> Callable[[World, Op], Receipt]:
    def add(world: World, op: Op) -> Receipt:
        op = _spread(op, "event")
        event = copy.deepcopy({key: value for key, value in op.items() if value is not None or key == "hotkey"})
        taken = [one["name"] for one in world["scene"]["events"]]
        event["name"] = _need(op, "name") if op.get("name") is not None else _fresh(taken, "event")
        event["kind"] = kind or _kind(op)
        if event["name"] in taken:
            raise Inapplicable(f"there is an event '{event['name']}' already")
        if isinstance(event.get("from"), str):
            event["from"] = [event["from"]]
        _need(event, "from", kind=list)
        _shaped(event)
        world["scene"]["events"].append(event)
        return {"name": event["name"]}

    return add


def _kind(op: Op) -> str:
    kind: str = _need(op, "kind")
    if kind not in EVENT_KINDS:
        raise Inapplicable(f"`kind` must be one of {', '.join(EVENT_KINDS)}")
    return kind


def _shaped(event: dict[str, Any]) -> None:
    if event["kind"] == "transition" and "to" not in event:
        raise Inapplicable("a transition needs `to`")
    if event["kind"] == "override" and "to" in event:
        raise Inapplicable("an override takes no `to`")


def _update_event(world: World, op: Op) -> Receipt:
    event = _event(world, op)
    patch = copy.deepcopy(_need(op, "patch", kind=dict))
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


def _delete_event(world: World, op: Op) -> Receipt:
    event = _event(world, op)
    world["scene"]["events"].remove(event)
    return {"name": event["name"]}


def _set_event(key: str) -> Callable[[World, Op], Receipt]:
    """Set one field of an event to what the operation has under its name (or `value`); null clears it."""

    def put(world: World, op: Op) -> Receipt:
        return _update_event(world, {"name": _event(world, op)["name"], "patch": {key: op.get(key, op.get("value"))}})

    return put


def _set_event_field(world: World, op: Op) -> Receipt:
    return _update_event(world, {"name": _event(world, op)["name"], "patch": {_need(op, "field"): op.get("value")}})


def _set_event_kind(world: World, op: Op) -> Receipt:
    patch = {"kind": _kind(op)} | ({"to": op.get("to")} if "to" in op or op["kind"] == "override" else {})
    return _update_event(world, {"name": _event(world, op)["name"], "patch": patch})


def _set_event_anchor(world: World, op: Op) -> Receipt:
    event = _event(world, op)
    anchor = op.get("anchor", {key: value for key, value in op.items() if key not in ("event", "name")} or None)
    _put(event, "anchor", anchor)
    return {"name": event["name"]}


# --- the rest ---------------------------------------------------------------------------------------------------------------------------


def _add_listed(key: str, singular: str) -> Callable[[World, Op], Receipt]:
    def add(world: World, op: Op) -> Receipt:
        thing = copy.deepcopy(op.get(singular, op))
        name = _need(thing, "id")
        if any(one["id"] == name for one in world.get(key, [])):
            raise Inapplicable(f"there is a {singular} '{name}' already")
        world.setdefault(key, []).append(thing)
        if singular == "mission":
            _need(thing, "objectives", kind=list)
            compile_mission(world, thing)
        return {"id": name}

    return add


def _remove_listed(key: str, singular: str) -> Callable[[World, Op], Receipt]:
    def remove(world: World, op: Op) -> Receipt:
        name = _need(op, "id", singular)
        kept = [one for one in world.get(key, []) if one["id"] != name]
        if len(kept) == len(world.get(key, [])):
            raise Inapplicable(f"no {singular} '{name}'")
        if singular == "cutscene" and (users := [one["name"] for one in world["scene"]["events"] if one.get("to") == name]):
            raise Inapplicable(f"cutscene '{name}' is still named by {', '.join(f'event {user!r}' for user in users)}", in_use=True)
        _put(world, key, kept or None)
        return {"id": name}

    return remove


def _set_world(key: str) -> Callable[[World, Op], Receipt]:
    def put(world: World, op: Op) -> Receipt:
        _put(world, key, op.get(key, op.get("value")))
        return {"field": key}

    return put


def _set_intro(world: World, op: Op) -> Receipt:
    for name, key in (("video", "introVideo"), ("introVideo", "introVideo"), ("static", "introStatic"), ("introStatic", "introStatic")):
        if name in op:
            _put(world, key, op[name])
    return {"field": "intro"}


def _add_story_beat(world: World, op: Op) -> Receipt:
    if "story" not in world:
        raise Inapplicable("there is no story; set one first")
    beat = op.get("beat", op)
    _need(beat, "summary")
    world["story"].setdefault("beats", []).append(copy.deepcopy(beat))
    return {"field": "story.beats"}


OPS: Final[dict[str, Callable[[World, Op], Receipt]]] = {
    "add_state": _add_state,
    "update_state": _update_state,
    "delete_state": _delete_state,
    "add_event": _add_event(),
    "update_event": _update_event,
    "delete_event": _delete_event,
    "set_entrance": _set_entrance,
    "add_variant": _add_variant,
    "remove_variant": _remove_variant,
    # Those that only clients' own stores know.
    "add_mission": _add_listed("missions", "mission"),
    "add_sequence": _add_listed("sequences", "sequence"),
    "remove_sequence": _remove_listed("sequences", "sequence"),
    "set_story": _set_world("story"),
    "add_story_beat": _add_story_beat,
    "add_cutscene": _add_listed("cutscenes", "cutscene"),
    "remove_cutscene": _remove_listed("cutscenes", "cutscene"),
    "set_narrate": _set_world("narrate"),
    "set_intro": _set_intro,
    "set_outro": _set_world("outro"),
    "set_field": _set_field,
    "set_event_field": _set_event_field,
    "add_transition": _add_event("transition"),
    "add_override": _add_event("override"),
    "rename_state": _rename_state,
    "remove_state": _delete_state,
    "remove_event": _delete_event,
    "set_state_ending": _set_state_ending,
    "set_event_kind": _set_event_kind,
    "set_event_drive": _set_event("drive"),
    "set_event_hotkey": _set_event("hotkey"),
    "set_event_phases": _set_event("phases"),
    "set_event_anchor": _set_event_anchor,
    "set_event_grants": _set_event("grants"),
    "set_event_requires": _set_event("requires"),
    "set_event_locked_hint": _set_event("lockedHint"),
    "set_variant_field": _set_variant_field,
    "set_subject": _set_world("subject"),
}
