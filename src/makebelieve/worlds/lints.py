"""The nineteen lints of the format, on worlds that keep the schema. `LINTS` is their table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

from makebelieve.worlds import doctrine
from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.graph import target_of

World = dict[str, Any]
Class = Literal["structural", "doctrine", "budget", "advice"]
_BOUNDS: Final = ("minLuminance", "maxLuminance", "minMotion", "maxMotion")
NEAR_ENOUGH: Final = 0.15
"""`minProximity` for anchors that have none: the one fix that can be made without asking."""


def _events(world: World) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = world["scene"]["events"]
    return events


def _cutscenes(world: World) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in world.get("cutscenes", [])}


def _error(lint: str, path: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(lint, "error", path, message, None, fix)


def _warning(lint: str, path: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(lint, "warning", path, message, None, fix)


def dangling_ref(world: World) -> Iterator[Diagnostic]:
    states, cutscenes = world["scene"]["states"], _cutscenes(world)
    for event in _events(world):
        for name in event["from"]:
            if name not in states:
                text = f"'{name}' is not a defined state"
                yield _error("dangling-ref", f"event[{event['name']}].from", text, f"add the state '{name}' or take it out of `from`")
        if "to" in event and event["to"] not in states and event["to"] not in cutscenes:
            text = f"'{event['to']}' is not a defined state or cutscene"
            yield _error("dangling-ref", f"event[{event['name']}].to", text, f"add the state '{event['to']}' or lead elsewhere")
    for cutscene in cutscenes.values():
        for key in ("from", "to"):
            if cutscene[key] not in states:
                text = f"'{cutscene[key]}' is not a defined state"
                yield _error("dangling-ref", f"cutscene[{cutscene['id']}].{key}", text, f"add the state '{cutscene[key]}'")


def transition_needs_to(world: World) -> Iterator[Diagnostic]:
    for event in _events(world):
        if event["kind"] == "transition" and "to" not in event:
            text = "a transition needs a `to`"
            yield _error("transition-needs-to", f"event[{event['name']}].to", text, "name the state it leads to, or make it an override")
        if event["kind"] == "override" and "to" in event:
            text = "an override returns to its state and takes no `to`"
            yield _error("transition-needs-to", f"event[{event['name']}].to", text, "take `to` out, or make it a transition")


def entrance_missing_state(world: World) -> Iterator[Diagnostic]:
    name = world["entrance"]["state"]
    if world["scene"]["states"] and not name:
        yield _error("no-entrance", "entrance.state", "there are states and no entrance", "set the entrance to a state")
    elif name not in world["scene"]["states"]:
        text = f"entrance.state '{name}' is not a defined state"
        yield _error("entrance-missing-state", "entrance.state", text, "set the entrance to a state that exists")


def orphan_event(world: World) -> Iterator[Diagnostic]:
    for event in _events(world):
        if not event["from"]:
            text = "it happens in no state: `from` is empty"
            yield _error("orphan-event", f"event[{event['name']}].from", text, "name the states it can happen in, or delete it")


def _granted(world: World) -> set[str]:
    return {flag for event in _events(world) for flag in event.get("grants", [])}


def _required(world: World) -> Iterator[tuple[str, list[str]]]:
    for event in _events(world):
        yield f"event[{event['name']}].requires", event.get("requires", [])
        for at, fact in enumerate(event.get("terminal", {}).get("facts", [])):
            yield f"event[{event['name']}].terminal.facts[{at}].requires", fact.get("requires", [])
    for cutscene in world.get("cutscenes", []):
        yield f"cutscene[{cutscene['id']}].requires", cutscene.get("requires", [])
    for mission in world.get("missions", []):
        for objective in mission["objectives"]:
            yield f"mission[{mission['id']}].objective[{objective['id']}].requires", objective.get("requires", [])


def unreachable_require(world: World) -> Iterator[Diagnostic]:
    granted = _granted(world)
    for path, flags in _required(world):
        for flag in flags:
            if flag not in granted:
                yield _error("unreachable-require", path, f"no event grants the flag '{flag}'", f"let an event grant '{flag}'")


def objective_unreachable(world: World) -> Iterator[Diagnostic]:
    granted = _granted(world)
    for mission in world.get("missions", []):
        for objective in mission["objectives"]:
            flag = objective.get("grants", objective["id"])
            if flag not in granted:
                path = f"mission[{mission['id']}].objective[{objective['id']}]"
                text = f"no event grants its flag '{flag}'"
                yield _error("objective-unreachable", path, text, f"let an event grant '{flag}'")


def sequence_beat_missing(world: World) -> Iterator[Diagnostic]:
    for sequence in world.get("sequences", []):
        for at, beat in enumerate(sequence["beats"]):
            if beat["state"] not in world["scene"]["states"]:
                text = f"'{beat['state']}' is not a defined state"
                yield _error("sequence-beat-missing", f"sequence[{sequence['id']}].beats[{at}].state", text, "name a state that exists")


def auto_needs_pixels(world: World) -> Iterator[Diagnostic]:
    for event in _events(world):
        land = event.get("landWhen", {})
        if land.get("auto") and not any(key in land for key in _BOUNDS):
            text = "landing by itself needs a bound of brightness or motion"
            yield _error("auto-needs-pixels", f"event[{event['name']}].landWhen.auto", text, f"add one of {', '.join(_BOUNDS)}")


def luminance_overlap(world: World) -> Iterator[Diagnostic]:
    states, cutscenes = world["scene"]["states"], _cutscenes(world)
    for forth in _events(world):
        least = forth.get("landWhen", {}).get("minLuminance")
        if forth["kind"] != "transition" or least is None:
            continue
        for back in _events(world):
            most = back.get("landWhen", {}).get("maxLuminance")
            if back["kind"] != "transition" or most is None or most < least:
                continue
            if target_of(back, states, cutscenes) in forth["from"] and target_of(forth, states, cutscenes) in back["from"]:
                text = f"it lands at a brightness up to {most}, where '{forth['name']}' (the way there) lands from {least} on"
                path = f"event[{back['name']}].landWhen.maxLuminance"
                yield _error("luminance-overlap", path, text, f"set maxLuminance below {least}")


def unreachable_state(world: World) -> Iterator[Diagnostic]:
    states, cutscenes = world["scene"]["states"], _cutscenes(world)
    if world["entrance"]["state"] not in states:
        return
    onward: dict[str, list[str]] = {}
    for event in _events(world):
        target = target_of(event, states, cutscenes)
        for name in event["from"]:
            if target is not None:
                onward.setdefault(name, []).append(target)
    seen = {world["entrance"]["state"]}
    waiting = list(seen)
    while waiting:
        for name in onward.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    for name in states:
        if name not in seen:
            text = "no path of events leads here from the entrance"
            yield _warning("unreachable-state", f"state[{name}]", text, f"add a transition to '{name}'")


def no_ending(world: World) -> Iterator[Diagnostic]:
    states = world["scene"]["states"]
    if states and not any("ending" in state for state in states.values()):
        yield _warning("no-ending", "scene.states", "no state has an ending", "give a state an `ending`")


def sliver_evidence(world: World) -> Iterator[Diagnostic]:
    for event in _events(world):
        if "anchor" in event and "minProximity" not in event["anchor"]:
            text = "an anchor without `minProximity` is met by a sliver of the object"
            yield _warning("sliver-evidence", f"event[{event['name']}].anchor.minProximity", text, f"set it to {NEAR_ENOUGH}")


def shared_phase_camera(world: World) -> Iterator[Diagnostic]:
    for event in _events(world):
        phases = event.get("phases", [])
        if len(phases) >= 2 and (bare := [at for at, phase in enumerate(phases) if not phase.get("camera")]):
            path = f"event[{event['name']}].phases[{bare[0]}].camera"
            yield _warning("shared-phase-camera", path, "beats without a camera of their own look alike", "give each phase a camera")


def objective_ungrounded(world: World) -> Iterator[Diagnostic]:
    for mission in world.get("missions", []):
        if "verified" not in mission:
            continue
        verified = {noun.casefold() for noun in mission["verified"]}
        for objective in mission["objectives"]:
            grounded = objective.get("grounded", {})
            for key in ("target", "confirm"):
                if key in grounded and not verified & {w.casefold() for w in (grounded[key], *grounded.get(f"{key}Aliases", []))}:
                    path = f"mission[{mission['id']}].objective[{objective['id']}].grounded.{key}"
                    text = f"'{grounded[key]}' was not found when this mission's nouns were looked for"
                    yield _warning("objective-ungrounded", path, text, f"act on one of: {', '.join(mission['verified']) or '(none found)'}")


LINTS: Final[dict[str, tuple[Class, Callable[[World], Iterator[Diagnostic]]]]] = {
    "dangling-ref": ("structural", dangling_ref),
    "transition-needs-to": ("structural", transition_needs_to),
    "no-entrance": ("structural", entrance_missing_state),
    "entrance-missing-state": ("structural", entrance_missing_state),
    "orphan-event": ("structural", orphan_event),
    "unreachable-require": ("structural", unreachable_require),
    "objective-unreachable": ("structural", objective_unreachable),
    "sequence-beat-missing": ("structural", sequence_beat_missing),
    "auto-needs-pixels": ("structural", auto_needs_pixels),
    "luminance-overlap": ("structural", luminance_overlap),
    "lethal-override": ("doctrine", doctrine.lethal_override),
    "negation": ("doctrine", doctrine.negation),
    "whiteout": ("doctrine", doctrine.whiteout),
    "budget": ("budget", doctrine.budget),
    "unreachable-state": ("advice", unreachable_state),
    "no-ending": ("advice", no_ending),
    "sliver-evidence": ("advice", sliver_evidence),
    "shared-phase-camera": ("advice", shared_phase_camera),
    "objective-ungrounded": ("advice", objective_ungrounded),
}


def findings(world: World) -> list[Diagnostic]:
    """What the nineteen lints find, in the order of the table."""
    return [one for look in dict.fromkeys(look for _, look in LINTS.values()) for one in look(world)]
