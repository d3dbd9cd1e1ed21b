"""Wishes that take something out: places with what hangs on them, choices, people; and a shorter world."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.edits import prose
from makebelieve.worlds.edits.graph_wishes import _TEXTS as TEXTS
from makebelieve.worlds.edits.graph_wishes import _leading as leading
from makebelieve.worlds.edits.prose_wishes import said
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure, World, event_of, known_event, named_state
from makebelieve.worlds.gate import check
from makebelieve.worlds.graph import target_of
from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops import apply_ops

Ops = list[dict[str, Any]]


def remove(world: World, match: re.Match[str]) -> Ops:
    which = re.sub(r"\s+(?:place|room|state|event|choice)$", "", said(match["which"]))
    state = named_state(world, which)
    if state is None:
        event = event_of(world, which)
        if event is None or len(which.split()) > 9:
            places = ", ".join(shown_name(world, one) for one, told in world["scene"]["states"].items() if "ending" not in told)
            raise Unsure(f"There is no place '{which}' here. The places are: {places}. Which one, or which choice, shall go?")
        return [{"op": "delete_event", "name": event}]
    return _removing(world, state)


def _removing(world: World, state: str) -> Ops:
    """Operations that take a place away: alone if the world stays sound so, else with its finds and ways moved."""
    if world["entrance"]["state"] == state:
        raise Unsure(f"'{state}' is where the player starts. Where shall the start be instead?")
    return _sound_without(world, state) or _without(world, state)


def _sound_without(world: World, state: str) -> Ops:
    """Operations that take a place away and keep what else hangs on it: its finds and its further ways move to the place before it.

    Empty where nothing hangs on it, or where the world would still break.
    """
    known = {(one.lint, one.path) for one in errors(check(world))}
    plain = apply_ops(world, _without(world, state))
    if not plain.errors and not [one for one in errors(check(plain.world)) if (one.lint, one.path) not in known]:
        return []
    ways_in = leading(world, state)
    before = next((one["from"][0] for one in ways_in if one["from"][0] != state), None)
    if before is None or "ending" in world["scene"]["states"][before] or "ending" in world["scene"]["states"][state]:
        return []
    gone, new = (re.sub(r"^the ", "", shown_name(world, one)) for one in (state, before))
    needed = list(ways_in[0].get("requires", []))
    cutscenes = {one["id"]: one for one in world.get("cutscenes", [])}
    if any(state in (one["from"], one["to"]) for one in cutscenes.values()):
        return []
    ops: Ops = []
    patch: dict[str, Any]
    for event in world["scene"]["events"]:
        target = target_of(event, world["scene"]["states"], cutscenes)
        if target == state and event.get("to") == state and before not in event["from"] and state not in event["from"]:
            back = any(set(event["from"]) & set(one["from"]) for one in leading(world, before))
            patch = {**_texts_with(event, gone, new), "to": before}
            ops += [] if back else [{"op": "update_event", "name": event["name"], "patch": patch}]
            continue
        if event["from"] != [state] or (target in (before, state) and not event.get("grants")):
            continue
        if event["kind"] == "transition" and any(before in one["from"] for one in leading(world, str(target))):
            continue
        if event["kind"] == "transition" or event.get("grants"):
            patch = {**_texts_with(event, gone, new), "from": [before], "hotkey": None}
            if needed:
                patch |= {"requires": [*dict.fromkeys([*needed, *event.get("requires", [])])]}
                hint = event.get("lockedHint") or ways_in[0].get("lockedHint") or "Something is still missing."
                patch |= {"lockedHint": prose.everywhere({"text": hint}, gone, new, frozenset(["text"]))["text"]}
            ops.append({"op": "update_event", "name": event["name"], "patch": patch})
    missions = [
        {
            **one,
            "objectives": [
                _texts_with(step, gone, new) | {"location": before} if step.get("location") == state else step for step in one["objectives"]
            ],
        }
        for one in world.get("missions", [])
    ]
    if missions != world.get("missions", []):
        ops.append({"op": "patch_world", "patch": {"missions": missions}})
    moved = merge_patch(world, ops.pop()["patch"]) if ops and ops[-1]["op"] == "patch_world" else world
    outcome = apply_ops(moved, ops)
    if outcome.errors:
        return []
    rest = _without(outcome.world, state)
    after = apply_ops(outcome.world, rest)
    if after.errors:
        return []
    if [one for one in errors(check(after.world)) if (one.lint, one.path) not in known]:
        return []
    top: Ops = [{"op": "patch_world", "patch": {"missions": missions}}] if moved is not world else []
    return [*top, *ops, *rest]


def _texts_with(thing: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """A step or event whose texts name another place."""
    made: dict[str, Any] = prose.everywhere(thing, old, new, TEXTS)
    return made


def _without(world: World, state: str) -> Ops:
    """Operations that take a place away with what led there or happened only there."""
    ops: Ops = []
    gone = {one["id"] for one in world.get("cutscenes", []) if state in (one["from"], one["to"])}
    for event in world["scene"]["events"]:
        here = [name for name in event["from"] if name != state]
        if not here or event.get("to") == state or event.get("to") in gone:
            ops.append({"op": "delete_event", "name": event["name"]})
        elif len(here) < len(event["from"]):
            ops.append({"op": "update_event", "name": event["name"], "patch": {"from": here}})
    ops += [{"op": "remove_cutscene", "id": one} for one in sorted(gone)]
    sequences = [one for one in world.get("sequences", []) if any(beat["state"] == state for beat in one["beats"])]
    ops += [{"op": "remove_sequence", "id": one["id"]} for one in sequences]
    return [*ops, {"op": "delete_state", "id": state}]


def shorter(world: World, match: re.Match[str]) -> Ops:
    """Without the place that can best be spared: the world stays as sound as it was."""
    known = {(one.lint, one.path) for one in errors(check(world))}
    for name in reversed(list(world["scene"]["states"])):
        if name == world["entrance"]["state"] or "ending" in world["scene"]["states"][name]:
            continue
        ops = _without(world, name)
        outcome = apply_ops(world, ops)
        if not outcome.errors and not [one for one in check(outcome.world) if (one.lint, one.path) not in known]:
            return ops
    raise Unsure("Every place is needed to reach an ending or a goal. Which one shall go, with what hangs on it?")


def choice_gone(world: World, match: re.Match[str]) -> Ops:
    return [{"op": "delete_event", "name": known_event(world, match["which"])}]


def person_gone(world: World, match: re.Match[str]) -> Ops:
    """A person, known by a name, leaves: the talk with them, and the sentences of places that name them."""
    who = re.sub(r"^(?:the )?(?:character|person) ", "", said(match["who"]))
    name = re.sub(r"^the ", "", who, flags=re.IGNORECASE)
    talks = [
        one["name"]
        for one in world["scene"]["events"]
        if one["kind"] == "terminal" and re.match(rf"(?:an? |the )?{re.escape(name)}\b", one["terminal"]["persona"], re.IGNORECASE)
    ]
    if not talks:
        return []
    ops: Ops = [{"op": "delete_event", "name": one} for one in talks]
    naming = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    for state, told in world["scene"]["states"].items():
        patch: dict[str, Any] = {}
        for key in ("base", "narration"):
            sentences = re.findall(r"[^.!?]+[.!?]*", told.get(key, ""))
            kept = " ".join(one.strip() for one in sentences if not naming.search(one))
            if kept and len(kept) < len(told[key]) and naming.search(told[key]):
                patch[key] = kept
        if patch:
            ops.append({"op": "update_state", "id": state, "patch": patch})
    return ops
