"""A world while it is being changed, and the operations that did it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from makebelieve.worlds.edits.naming import Thing, things
from makebelieve.worlds.edits.renaming import rename
from makebelieve.worlds.edits.staging import copied, staged
from makebelieve.worlds.edits.targets import Unsure, World, free, slug
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.ground import HOTKEYS
from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops import apply_ops

Ops = list[dict[str, Any]]


@dataclass
class Draft:
    """`world` may be changed in place. `subject` is what the words "it", "her", "that room" mean in the clause after this one."""

    world: World
    salt: str
    subject: Thing | None = None
    ops: Ops = field(default_factory=list)
    shadow: World = field(default_factory=dict)
    _builder: Builder | None = None

    @classmethod
    def of(cls, world: World, salt: str, subject: Thing | None = None) -> Draft:
        return cls(copied(world), salt, subject, [], copied(world))

    @property
    def states(self) -> dict[str, Any]:
        return self.world["scene"]["states"]  # type: ignore[no-any-return]

    @property
    def events(self) -> list[dict[str, Any]]:
        return self.world["scene"]["events"]  # type: ignore[no-any-return]

    @property
    def builder(self) -> Builder:
        """What composes additions to `world`, in place."""
        if self._builder is None or self._builder.states is not self.world["scene"]["states"]:
            self._builder = staged(self.world, self.salt)
        return self._builder

    def call(self, thing: Thing, new: str) -> None:
        """`thing` is called `new` wherever it is spoken of; a place gets the id of its new name."""
        known = re.sub(r"^(?:the|an?) ", "", new.lower())
        other = next(
            (
                one
                for one in things(self.world)
                if one.kind in ("foe", "goal")
                and re.sub(r"^(?:the|an?) ", "", one.name.lower()).split()[-len(known.split()) :] == known.split()
            ),
            None,
        )
        if thing.kind == "player" and other is not None:
            raise Unsure(
                f"{capital(other.name)} is somebody else in this story, so nobody can be played as {other.name} without another story. Shall {thing.name} be called otherwise, or shall {other.name} be somebody else?"
            )
        self.world = rename(self.world, thing, new)
        if thing.kind == "place" and slug(new) not in self.states:
            self.rename_state(thing.id, slug(new))

    def say_at_endings(self, keys: list[str], line: str) -> None:
        """Add a line to the last words of these endings, on their card and as they are told."""
        for key in keys:
            state = self.states[key]
            old = str(state["ending"].get("subtitle", ""))
            same = state.get("narration") in (old, None, "")
            state["ending"]["subtitle"] = f"{old} {line}".strip()
            if same:
                state["narration"] = state["ending"]["subtitle"]

    def rename_state(self, old: str, new: str) -> None:
        self.settle()
        op = {"op": "rename_state", "id": old, "to": new}
        self.ops.append(op)
        self.world = apply_ops(self.world, [op]).world
        self.shadow = copied(self.world)

    def do(self, ops: Ops) -> None:
        """Do operations; raises Unsure where one cannot be done."""
        self.settle()
        made, why = applied(self.world, ops)
        if why:
            raise Unsure(f"That cannot be done: {why}.")
        self.ops += ops
        self.world = made
        self.shadow = copied(self.world)

    def name(self, event: dict[str, Any], name: str) -> None:
        """The event gets a short name that tells what it does, numbered where it is taken."""
        taken = {one["name"] for one in self.events if one is not event}
        event["name"] = free(taken, name)
        self.builder.names.add(event["name"])

    def settle(self) -> Ops:
        """All operations up to here; changes made in place become operations."""
        keyed(self.shadow, self.world)
        self.ops += between(self.shadow, self.world)
        self.shadow = copied(self.world)
        return self.ops


def keyed(old: World, new: World) -> None:
    """Choices that were added or moved get a key of their own in every place that offers them; what was not touched keeps its key."""
    before = {one["name"]: one for one in old["scene"]["events"]}
    events = new["scene"]["events"]
    touched = [
        one
        for one in events
        if one.get("label")
        and (
            one["name"] not in before
            or one["from"] != before[one["name"]]["from"]
            or (before[one["name"]].get("hotkey") and not one.get("hotkey"))
        )
    ]
    for event in touched:
        taken = {one.get("hotkey") for one in events if one is not event and set(one["from"]) & set(event["from"])}
        if event.get("hotkey") and event["hotkey"] not in taken:
            continue
        letters = [char for char in str(event["label"]).lower() if char in HOTKEYS] + list(HOTKEYS)
        key = next((char for char in letters if char not in taken), None)
        event.pop("hotkey", None)
        if key is not None:
            event["hotkey"] = key


def applied(world: World, ops: Ops) -> tuple[World, str]:
    """The world after operations (`patch_world` is a merge patch of the whole), and why one could not be done, or ""."""
    for op in ops:
        if op["op"] == "patch_world":
            world = merge_patch(world, op["patch"])
        else:
            outcome = apply_ops(world, [op])
            if outcome.errors:
                return world, outcome.errors[0].why
            world = outcome.world
    return world, ""


def between(old: World, new: World) -> Ops:
    """Operations that make `new` of `old`."""
    ops: Ops = []
    top = {key: _patch(old.get(key), new[key]) for key in new if key != "scene" and new[key] != old.get(key)}
    top |= {key: None for key in old if key not in new}
    if top:
        ops.append({"op": "patch_world", "patch": top})
    states, events = old["scene"]["states"], {one["name"]: one for one in old["scene"]["events"]}
    ops += [{"op": "add_state", "id": key, **state} for key, state in new["scene"]["states"].items() if key not in states]
    names = {one["name"] for one in new["scene"]["events"]}
    ops += [{"op": "delete_event", "name": name} for name in events if name not in names]
    for event in new["scene"]["events"]:
        if event["name"] not in events:
            ops.append({"op": "add_event", **event})
        elif event != events[event["name"]]:
            ops.append({"op": "update_event", "name": event["name"], "patch": _patch(events[event["name"]], event)})
    for key, state in new["scene"]["states"].items():
        if key in states and state != states[key]:
            ops.append({"op": "update_state", "id": key, "patch": _patch(states[key], state)})
    ops += [{"op": "delete_state", "id": key} for key in states if key not in new["scene"]["states"]]
    return ops


def _patch(old: Any, new: Any) -> Any:
    """The merge patch from one value to another."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return copied(new)
    made = {key: _patch(old.get(key), value) for key, value in new.items() if value != old.get(key)}
    return made | {key: None for key in old if key not in new}
