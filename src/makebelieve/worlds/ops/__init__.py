"""Operations on the graph of a world, applied in order, all or none. Unknown keys of what is touched stay as they are.

An operation is an object with `op` and its own keys; `OPS` names them all. A receipt repeats `op` with the id or name of what it made or
changed. Nothing here judges the result: that is the gate's work (`blocks_write`).
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from makebelieve.worlds.ops import events, extras, states
from makebelieve.worlds.ops.lookup import Inapplicable, Op, Receipt, World
from makebelieve.worlds.standard import violations


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
    """Do all of `ops` in order to a copy of `world` (of valid schema), or nothing: `errors` then tells each that could not be done.

    They are looked at up to the first that meets values of the wrong shape.
    """
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
        except (AttributeError, KeyError, TypeError, ValueError):
            # It stumbled over a value of the wrong shape, its own or an earlier one's: the schema says which. Else the fault is ours.
            if not (broken := violations(made)):
                raise
            errors.append(ApplyError(at, name, broken[0].message))
            break
    return Outcome(world, [], errors) if errors else Outcome(made, receipts)


OPS: Final[dict[str, Callable[[World, Op], Receipt]]] = {
    "add_state": states.add_state,
    "update_state": states.update_state,
    "delete_state": states.delete_state,
    "add_event": events.add_event(),
    "update_event": events.update_event,
    "delete_event": events.delete_event,
    "set_entrance": states.set_entrance,
    "add_variant": states.add_variant,
    "remove_variant": states.remove_variant,
    # Those that only clients' own stores know.
    "add_mission": extras.add_listed("missions", "mission"),
    "add_sequence": extras.add_listed("sequences", "sequence"),
    "remove_sequence": extras.remove_listed("sequences", "sequence"),
    "set_story": extras.set_world("story"),
    "add_story_beat": extras.add_story_beat,
    "add_cutscene": extras.add_listed("cutscenes", "cutscene"),
    "remove_cutscene": extras.remove_listed("cutscenes", "cutscene"),
    "set_narrate": extras.set_world("narrate"),
    "set_intro": extras.set_intro,
    "set_outro": extras.set_world("outro"),
    "set_field": states.set_field,
    "set_event_field": events.set_event_field,
    "add_transition": events.add_event("transition"),
    "add_override": events.add_event("override"),
    "rename_state": states.rename_state,
    "remove_state": states.delete_state,
    "remove_event": events.delete_event,
    "set_state_ending": states.set_state_ending,
    "set_event_kind": events.set_event_kind,
    "set_event_drive": events.set_event("drive"),
    "set_event_hotkey": events.set_event("hotkey"),
    "set_event_phases": events.set_event("phases"),
    "set_event_anchor": events.set_event_anchor,
    "set_event_grants": events.set_event("grants"),
    "set_event_requires": events.set_event("requires"),
    "set_event_locked_hint": events.set_event("lockedHint"),
    "set_variant_field": states.set_variant_field,
    "set_subject": extras.set_world("subject"),
}
