"""A mission becomes states and events: target to anchor, confirmation to arrival evidence, grant to flag, fail to a lost ending."""

from __future__ import annotations

from typing import Any, Final

from makebelieve.worlds.lints import NEAR_ENOUGH

CAMERA: Final = {"static": "Level with the eyes, the whole scene in view.", "dynamic": "Follows at walking pace."}


def compile_mission(world: dict[str, Any], mission: dict[str, Any]) -> None:
    """Add to `world` what the objectives need and no event gives yet: locations (with a way there and back), events, endings."""
    before: list[str] = []
    for objective in mission["objectives"]:
        flag = objective.get("grants", objective["id"])
        place = objective.get("location", world["entrance"]["state"])
        _located(world, place, objective)
        if not any(flag in event.get("grants", []) for event in world["scene"]["events"]):
            _carried_out(world, place, objective, flag, objective.get("requires", before))
        if "fail" in objective:
            _failing(world, place, objective)
        before = [flag]


def _located(world: dict[str, Any], place: str, objective: dict[str, Any]) -> None:
    states = world["scene"]["states"]
    if place in states:
        return
    text = objective.get("camera")
    states[place] = {
        "base": objective.get("base", objective["text"]),
        "camera": {"static": text, "dynamic": text} if text else dict(CAMERA),
    }
    home = world["entrance"]["state"]
    _event(world, f"to_{place}", kind="transition", to=place, **{"from": [home]})
    _event(world, f"from_{place}", kind="transition", to=home, **{"from": [place]})


def _carried_out(world: dict[str, Any], place: str, objective: dict[str, Any], flag: str, requires: list[str]) -> None:
    event: dict[str, Any] = {"kind": "override", "from": [place], "grants": [flag], "oneShot": True}
    if "action" in objective:
        event["base"] = objective["action"]
    if requires:
        event["requires"] = list(requires)
    for key in ("lockedHint", "phases"):
        if key in objective:
            event[key] = objective[key]
    grounded = objective.get("grounded")
    if grounded:
        event["anchor"] = {"label": grounded["target"], "minProximity": grounded.get("proximity", NEAR_ENOUGH)}
        if "targetAliases" in grounded:
            event["anchor"]["aliases"] = grounded["targetAliases"]
        if "confirm" in grounded:
            event["landWhen"] = {"label": grounded["confirm"], "aliases": grounded.get("confirmAliases", [])}
    if "outcome" in objective:
        after = _free(world["scene"]["states"], f"{objective['id']}_after")
        world["scene"]["states"][after] = {"base": objective["outcome"], "camera": dict(CAMERA)}
        event |= {"kind": "transition", "to": after}
        _event(world, f"go_on_from_{after}", kind="transition", to=place, **{"from": [after]})
    _event(world, objective["id"], **event)


def _failing(world: dict[str, Any], place: str, objective: dict[str, Any]) -> None:
    fail = objective["fail"]
    lost = _free(world["scene"]["states"], f"{objective['id']}_failed")
    ending = {"kind": "lose", "title": fail["title"]} | ({"subtitle": fail["subtitle"]} if "subtitle" in fail else {})
    world["scene"]["states"][lost] = {"base": fail["outcome"], "camera": dict(CAMERA), "ending": ending}
    _event(world, fail["name"], kind="transition", to=lost, base=fail["action"], **{"from": [place]})


def _event(world: dict[str, Any], name: str, **fields: Any) -> None:
    events = world["scene"]["events"]
    events.append({"name": _free([one["name"] for one in events], name), **fields})


def _free(taken: Any, name: str) -> str:
    return name if name not in taken else next(new for n in range(2, len(taken) + 3) if (new := f"{name}_{n}") not in taken)
