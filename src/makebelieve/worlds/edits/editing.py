"""From an instruction to a changed, checked world with an account of it; or to the old world and a question or the reason why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.kit.errors import invalid
from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.difference import diff
from makebelieve.worlds.edits.reader import POSSIBLE, read
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.gate import check
from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops import apply_ops

INSTRUCTION_LIMIT: Final = 2000
_VERBS: Final = (
    "rename|add|remove|delete|make|change|set|give|lock|hide|turn|put|call|shorten|lengthen"
    "|connect|start|move|bind|switch|let|unlock|reveal|show|link|join|block|begin|get rid|please"
)
_SPLIT: Final = re.compile(rf"(?:\s*[;.!]\s+|\s*,?\s+(?:and then|then|and also|and|but)\s+)(?=(?:{_VERBS})\b)", re.IGNORECASE)

_IT: Final = re.compile(r"^(lock|unlock|connect|link|join|rename|remove|delete|start in|start at) it\b", re.IGNORECASE)
"""Wishes whose "it" is the place that was made or renamed just before; elsewhere "it" is the world."""


@dataclass(frozen=True, slots=True)
class Edited:
    """`world` is the changed one if `applied`, else the one that was given. `reply` says what was done, asks back, or says why not.

    `ops` are the operations that did it (`patch_world` is a merge patch of the whole). `changed` and `kept` name states, events and
    fields; `diagnostics` is the check of `world`.
    """

    world: dict[str, Any]
    reply: str
    applied: bool = False
    ops: list[dict[str, Any]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def edit(world: dict[str, Any], instruction: str) -> Edited:
    """Do what `instruction` (1-2000 characters) asks of a world that keeps the schema. All of it, or nothing and a `reply`.

    A change that brings an error into the world that was not there before is refused, with the checker's words.
    """
    text = instruction.strip()
    if not 1 <= len(text) <= INSTRUCTION_LIMIT:
        raise invalid("instruction", f"must have 1 to {INSTRUCTION_LIMIT} characters")
    before = check(world)
    made, done, subject = world, [], ""
    for clause in _SPLIT.split(text.rstrip(" .!")):
        try:
            ops = read(made, _IT.sub(rf"\1 {subject}", clause.strip(" ,")) if subject else clause.strip(" ,"))
        except Unsure as question:
            return Edited(world, str(question), diagnostics=before)
        if not ops:
            return Edited(
                world, f"I do not know what to change for '{clause.strip()}'. You can {POSSIBLE}. What shall it be?", diagnostics=before
            )
        for op in ops:
            if op["op"] == "patch_world":
                made = merge_patch(made, op["patch"])
            else:
                outcome = apply_ops(made, [op])
                if outcome.errors:
                    return Edited(world, f"That cannot be done: {outcome.errors[0].why}.", diagnostics=before)
                made = outcome.world
        done += ops
        subject = next((one["id"] for one in ops if one["op"] == "add_state"), subject)
        subject = next((one["to"] for one in ops if one["op"] == "rename_state"), subject)
    differences = diff(world, made)
    if not differences["fields"] and not any(
        differences[part][how] for part in ("states", "events", "world") for how in ("added", "removed")
    ):
        return Edited(world, "It is like that already; nothing had to change.", diagnostics=before)
    after = check(made)
    known = {(one.lint, one.path) for one in before}
    new = [one for one in after if one.severity == "error" and (one.lint, one.path) not in known]
    if new:
        told = "; ".join(f"{one.message} ({one.lint})" + (f": {one.fix}" if one.fix else "") for one in new[:3])
        return Edited(world, f"That would break the world, so nothing was changed: {told}.", diagnostics=before)
    changed, kept = _account(made, differences)
    return Edited(made, f"Done: {', '.join(changed[:12])}{' and more' if len(changed) > 12 else ''}.", True, done, changed, kept, after)


def _account(made: dict[str, Any], differences: dict[str, Any]) -> tuple[list[str], list[str]]:
    changed = []
    for part, word in (("states", "state"), ("events", "event"), ("world", "")):
        changed += [f"added {word} {name}".replace("  ", " ") for name in differences[part]["added"]]
        changed += [f"removed {word} {name}".replace("  ", " ") for name in differences[part]["removed"]]
    changed += [one["path"] for one in differences["fields"]]
    touched = {*differences["states"]["added"], *differences["states"]["changed"]}
    kept = [f"state {name}" for name in made["scene"]["states"] if name not in touched]
    touched = {*differences["events"]["added"], *differences["events"]["changed"]}
    kept += [f"event {one['name']}" for one in made["scene"]["events"] if one["name"] not in touched]
    touched = {*differences["world"]["added"], *differences["world"]["changed"]}
    return changed, kept + [key for key in made if key != "scene" and key not in touched]
