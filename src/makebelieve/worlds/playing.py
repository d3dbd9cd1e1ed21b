"""The rules of play (spec/world-play.md): what a player may choose in a situation, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from makebelieve.kit.errors import FieldError, Problem

World = dict[str, Any]
CLOCK_TOLERANCE_MS: Final = 250
"""How much earlier than `autoAfterMs` an event may say that it fires by itself: clocks of browsers and servers differ a little."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a run stands: the state, the flags that are held, the one-shot events that have happened, and how many choices were made.

    `ending`: {kind, title, subtitle} once the run is over. `visited`: states in the order of their first visit.
    """

    state: str
    flags: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    seq: int = 0
    visited: tuple[str, ...] = ()
    ending: dict[str, Any] | None = None

    def as_dict(self) -> dict[str, Any]:
        """As it is stored and answered; `situation_of` reads it back."""
        return {
            "state": self.state,
            "flags": sorted(self.flags),
            "spent": sorted(self.spent),
            "seq": self.seq,
            "visited": list(self.visited),
            "ending": self.ending,
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that can be seen from a situation. `locked`: a flag is missing; `hint` says something about it."""

    name: str
    kind: str
    label: str
    hotkey: str | None
    hidden: bool
    locked: bool
    hint: str | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of a choice: the situation after it, the flags it gave, the cutscene on the way, the missions it completed."""

    situation: Situation
    event: str
    kind: str
    granted: tuple[str, ...]
    cutscene: str | None
    narration: str | None
    completed: tuple[str, ...]
    entered: str | None


def situation_of(stored: dict[str, Any]) -> Situation:
    """The inverse of `Situation.as_dict`."""
    return Situation(
        stored["state"],
        frozenset(stored["flags"]),
        frozenset(stored["spent"]),
        stored["seq"],
        tuple(stored["visited"]),
        stored["ending"],
    )


def begin(world: World) -> Situation:
    """A run's first situation, at the entrance. Raises a 422 Problem for a world without one."""
    state = world.get("entrance", {}).get("state")
    if state not in world["scene"]["states"]:
        raise Problem(422, "no_entrance", "entrance.state: the world has no state to begin in")
    return _entered(world, Situation(state), state)


def choices(world: World, situation: Situation) -> list[Choice]:
    """What is offered, in the world's order; hidden events too (a hotkey or an object finds them). Nothing after an ending."""
    if situation.ending is not None:
        return []
    return [
        Choice(
            event["name"],
            event["kind"],
            label_of(event),
            event.get("hotkey"),
            bool(event.get("hidden")),
            bool(_missing(event, situation)),
            event.get("lockedHint") if _missing(event, situation) else None,
        )
        for event in world["scene"]["events"]
        if _present(event, situation)
    ]


def choose(world: World, situation: Situation, name: str, *, waited_ms: float | None = None) -> Turn:
    """Let an event happen. `waited_ms`: set when it fires by itself, this long after the state was entered.

    Raises a 409 Problem when it cannot happen now, with the allowed names: the run is over, it is not here, it is locked or spent, or
    it is not yet time.
    """
    event = next((event for event in world["scene"]["events"] if event["name"] == name), None)
    if situation.ending is not None:
        raise Problem(409, "run_over", "the run has ended; begin another")
    if event is None or not _present(event, situation):
        open_now = tuple(choice.name for choice in choices(world, situation) if not choice.locked and not choice.hidden)
        raise _refused("not_here", f"'{name}' cannot be chosen in '{situation.state}'", open_now)
    if _missing(event, situation):
        raise _refused("locked", str(event.get("lockedHint") or "something is missing for that"))
    if waited_ms is not None and not ("autoAfterMs" in event and waited_ms >= event["autoAfterMs"] - CLOCK_TOLERANCE_MS):
        raise _refused("not_yet", f"'{name}' does not happen by itself now")
    return _happen(world, situation, event)


def label_of(event: dict[str, Any]) -> str:
    """What a button for the event says: its own `label`, else its name as words."""
    label = event.get("label")
    if isinstance(label, str) and label.strip():
        return label
    words = str(event["name"]).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def progress(world: World, situation: Situation) -> list[dict[str, Any]]:
    """Per mission `id`, `title`, `done` and its objectives: `id`, `text`, `done`, `open` (what it requires is held)."""
    found = []
    for mission in world.get("missions") or ():
        objectives = []
        before: str | None = None
        for objective in mission.get("objectives") or ():
            flag = objective.get("grants") or objective["id"]
            required = objective.get("requires") if objective.get("requires") is not None else [before] if before is not None else []
            done = flag in situation.flags
            opened = all(need in situation.flags for need in required)
            objectives.append({"id": objective["id"], "text": objective["text"], "done": done, "open": done or opened})
            before = flag
        found.append(
            {"id": mission["id"], "title": mission["title"], "done": _complete(mission, situation.flags), "objectives": objectives}
        )
    return found


def _complete(mission: dict[str, Any], flags: Iterable[str]) -> bool:
    objectives = mission.get("objectives") or ()
    last = (objectives[-1].get("grants") or objectives[-1]["id"]) if objectives else None
    flag = mission.get("complete") or last
    return flag is not None and flag in flags


def _present(event: dict[str, Any], situation: Situation) -> bool:
    return situation.state in event["from"] and not (event.get("oneShot") and event["name"] in situation.spent)


def _missing(event: dict[str, Any], situation: Situation) -> list[str]:
    return [flag for flag in event.get("requires") or () if flag not in situation.flags]


def _happen(world: World, situation: Situation, event: dict[str, Any]) -> Turn:
    granted = tuple(flag for flag in event.get("grants") or () if flag not in situation.flags)
    flags = situation.flags | set(granted)
    spent = situation.spent | {event["name"]} if event.get("oneShot") else situation.spent
    after = replace(situation, flags=flags, spent=spent, seq=situation.seq + 1)
    target, cutscene = _target(world, event, flags)
    if target is not None:
        after = _entered(world, after, target)
    completed = tuple(
        mission["id"] for mission in world.get("missions") or () if _complete(mission, flags) and not _complete(mission, situation.flags)
    )
    return Turn(after, event["name"], event["kind"], granted, cutscene, event.get("narration"), completed, target)


def _target(world: World, event: dict[str, Any], flags: frozenset[str]) -> tuple[str | None, str | None]:
    """The state that a transition leads to, and the cutscene on the way. A cutscene whose flags are missing is passed over unseen."""
    if event["kind"] != "transition":
        return None, None
    for cutscene in world.get("cutscenes") or ():
        if cutscene["id"] == event["to"]:
            return cutscene["to"], cutscene["id"] if all(flag in flags for flag in cutscene.get("requires") or ()) else None
    return event["to"], None


def _entered(world: World, situation: Situation, state: str) -> Situation:
    visited = situation.visited if state in situation.visited else (*situation.visited, state)
    return replace(situation, state=state, visited=visited, ending=world["scene"]["states"][state].get("ending"))


def _refused(code: str, detail: str, allowed: tuple[str, ...] = ()) -> Problem:
    return Problem(409, code, detail, (FieldError("event", detail, allowed),) if allowed else ())
