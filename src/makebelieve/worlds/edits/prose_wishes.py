"""Wishes about names, texts, time, weather, tone and point of view."""

from __future__ import annotations

import re
from typing import Any

from makebelieve.worlds.edits import prose
from makebelieve.worlds.edits.targets import Unsure, World, event_of, known_state, state_of

Ops = list[dict[str, Any]]


def said(text: str) -> str:
    """Words without the quotation marks around them."""
    return text.strip().strip("\"'").strip()


def world_name(world: World, match: re.Match[str]) -> Ops:
    return [{"op": "patch_world", "patch": {"name": said(match["new"])}}]


def world_text(world: World, match: re.Match[str]) -> Ops:
    what, new = match["what"].lower(), said(match["new"])
    if what in ("description", "subject"):
        return [{"op": "patch_world", "patch": {what: new}}]
    return [{"op": "patch_world", "patch": {"story": {"logline": new}}}]


def goal(world: World, match: re.Match[str]) -> Ops:
    missions = world.get("missions", [])
    if not missions:
        raise Unsure("This world has no mission yet. What are its steps, and where do they happen?")
    if len(missions) > 1 and missions[0]["id"] != "main":
        raise Unsure(f"Which mission do you mean: {', '.join(one['title'] for one in missions)}?")
    return [{"op": "patch_world", "patch": {"missions": [{**missions[0], "title": said(match["new"])}, *missions[1:]]}}]


def objective(world: World, match: re.Match[str]) -> Ops:
    which = said(match["which"]).lower()
    missions = [{**mission, "objectives": [dict(one) for one in mission["objectives"]]} for mission in world.get("missions", [])]
    steps = [one for mission in missions for one in mission["objectives"]]
    found = [one for one in steps if which in (one["id"].lower(), one["id"].replace("_", " ").lower())]
    found = found or [one for one in steps if which in one["text"].lower()]
    if which.isdigit() and 1 <= int(which) <= len(steps):
        found = [steps[int(which) - 1]]
    if len(found) != 1:
        raise Unsure(f"Which objective do you mean: {', '.join(one['id'] for one in steps)}?")
    found[0]["text"] = said(match["new"])
    return [{"op": "patch_world", "patch": {"missions": missions}}]


def field_text(world: World, match: re.Match[str]) -> Ops:
    what, which, new = match["what"].lower(), match["which"], said(match["new"])
    if re.fullmatch(
        r"(?:be )?(?:(?:much |a bit )?(?:longer|shorter|better|worse|different)|half as long|twice as long)", new, re.IGNORECASE
    ):
        return []
    state = state_of(world, which)
    if state is not None:
        if what in ("title", "subtitle"):
            if "ending" not in world["scene"]["states"][state]:
                raise Unsure(f"'{state}' has no ending and so no {what}. Shall it become an ending, and does it win or lose?")
            return [{"op": "update_state", "id": state, "patch": {"ending": {what: new}}}]
        if "hint" in what:
            doors = [one for one in world["scene"]["events"] if one.get("to") == state and one.get("requires")]
            if not doors:
                raise Unsure(f"No locked way leads to '{state}'. Which choice shall say why it is locked?")
            return [{"op": "update_event", "name": one["name"], "patch": {"lockedHint": new}} for one in doors]
        else:
            return [{"op": "update_state", "id": state, "patch": {"narration" if what == "narration" else "base": new}}]
    if (event := event_of(world, which)) is not None:
        key = {"narration": "narration", "detail": "detail", "hint": "lockedHint", "locked hint": "lockedHint"}.get(what, "base")
        return [{"op": "update_event", "name": event, "patch": {key: new}}]
    return [{"op": "update_state", "id": known_state(world, which), "patch": {}}]


def view(world: World, match: re.Match[str]) -> Ops:
    found = prose.view_of(match["view"])
    if found is None:
        return []
    ops: Ops = []
    for name, state in world["scene"]["states"].items():
        patch = {"camera": prose.seen_from(state["camera"], found)}
        if prose.fitting(state, patch):
            ops.append({"op": "update_state", "id": name, "patch": patch})
    return ops + ([{"op": "patch_world", "patch": {"pov": found}}] if "pov" in world else [])


def feel(world: World, match: re.Match[str]) -> Ops:
    """Time of day, weather or tone, everywhere or in one place."""
    words = re.findall(r"[a-z]+", match["word"].lower())
    if not words or len(words) > 3:
        return []
    word = next((one for one in words if one in prose.TIMES or one in prose.WEATHER_OF or one in prose.TONE_OF), "")
    if not word:
        return []
    where = match["where"]
    anywhere = where is None or re.fullmatch(
        r"(?:it|everything|everywhere|(?:whole |entire )?(?:world|game|story|scene|weather|mood|tone))", where, re.I
    )
    names = list(world["scene"]["states"]) if anywhere else [known_state(world, where)]
    ops: Ops = []
    for name in names:
        state = world["scene"]["states"][name]
        if word in prose.TIMES:
            patch: dict[str, Any] = {"base": prose.at_time(state["base"], word)}
        elif word in prose.WEATHER_OF:
            patch = {"base": prose.in_weather(state["base"], prose.WEATHER_OF[word])}
        else:
            others = [line for line in state.get("ambient", []) if line not in prose.TONES.values()]
            patch = {"ambient": [*others, prose.TONES[prose.TONE_OF[word]]]}
        if prose.fitting(state, patch):
            ops.append({"op": "update_state", "id": name, "patch": patch})
    return ops


def less(world: World, match: re.Match[str]) -> Ops:
    """Less of a tone is more of its opposite: "less scary" -> calm."""
    tone = prose.TONE_OF.get(match["word"].lower(), prose.TONE_OF.get(f"{match['word'].lower()}r", ""))
    if tone not in prose.OPPOSITES:
        return []
    names = [known_state(world, match["where"])] if match["where"] else list(world["scene"]["states"])
    ops: Ops = []
    for name in names:
        state = world["scene"]["states"][name]
        others = [line for line in state.get("ambient", []) if line not in prose.TONES.values()]
        patch = {"ambient": [*others, prose.TONES[prose.OPPOSITES[tone]]]}
        if prose.fitting(state, patch):
            ops.append({"op": "update_state", "id": name, "patch": patch})
    return ops
