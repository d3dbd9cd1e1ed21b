"""Why a change would break a world, for people: what could no longer be reached, and what to say instead."""

from __future__ import annotations

import re

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.edits.naming import item_name, listed
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import World


def refused(world: World, made: World, new: list[Diagnostic]) -> str:
    """The findings that a change brings, in plain words, at most three."""
    told = list(dict.fromkeys(_told(world, made, one) for one in new))
    return f"That would break the story, so nothing was changed: {'; '.join(told[:3])}.{_instead(world, new)}"


def _instead(world: World, new: list[Diagnostic]) -> str:
    """What could be said in place of it, where the one thing that is missing is known: "Say for example: replace ..."."""
    flags = {flag for one in new for flag in re.findall(r"'(has_\w+)'", one.message)}
    known = [flag for flag in flags if any(flag in one.get("grants", []) for one in world["scene"]["events"])]
    return f" Say for example: replace {item_name(world, known[0])} with a lantern." if len(known) == 1 else ""


def _place(world: World, made: World, key: str) -> str:
    for one in (made, world):
        state = one["scene"]["states"].get(key)
        if state is not None:
            return f"the ending '{state['ending'].get('title', key)}'" if "ending" in state else shown_name(one, key)
    return f"'{key.replace('_', ' ')}'"


def _thing(world: World, flag: str) -> str:
    if flag.startswith("has_"):
        return item_name(world, flag)
    bare = re.sub(r"^has_", "", flag).replace("_", " ")
    return {"the way home": "what is found on the way", "truth": "the hidden truth"}.get(bare, f"the {bare}")


def _told(world: World, made: World, one: Diagnostic) -> str:
    flags = listed(
        [
            _thing(world, flag)
            for flag in re.findall(r"'(\w+)'", one.message)
            if flag not in made["scene"]["states"] and _granted(world, made, flag)
        ]
        or [""]
    )
    where = re.search(r"state\[(\w+)\]", one.path)
    event = re.search(r"event\[(\w+)\]", one.path)
    if one.lint == "soft-lock" and where:
        place = _place(world, made, where[1])
        if flags:
            return f"somebody who comes to {place} without {flags} could neither go on nor back; say where else {flags} can be found, or let {place} be left without it"
        return f"nothing would lead on from {place}; say where one gets to from there, or take {place} out as well"
    if one.lint == "unreachable-ending" and where:
        place = _place(world, made, where[1])
        lack = f", as {flags} could not be had" if flags else ""
        return f"{place} could not be reached any more{lack}; say from where else it is reached, or that it shall go too"
    if one.lint == "unwinnable":
        return f"nobody could win any more{f', as {flags} could not be had' if flags else ''}; say how else one gets to the end"
    if one.lint == "mission-incompletable":
        return "the goal could not be fulfilled any more; say what shall be done in its place"
    if one.lint == "unreachable-require":
        named = _label(made, event[1]) if event else "a choice"
        return f"{named} asks for {flags or 'something'} that could not be had any more; say where else it is found, or that it is no longer needed"
    if one.lint == "dead-event":
        named = _label(made, event[1]) if event else "a choice"
        return f"{named} could never be chosen any more{f', as {flags} could not be had before' if flags else ''}; say where else it is found, or that it is no longer needed"
    if one.lint == "undecided":
        return "there would be too many ways through it to be sure that it can be won; ask for less at once"
    return re.sub(r"'(\w+)'", lambda found: f"'{found[1].replace('_', ' ')}'", one.message)


def _label(made: World, name: str) -> str:
    found = next((one for one in made["scene"]["events"] if one["name"] == name), None)
    return f"'{found.get('label') or name.replace('_', ' ')}'" if found else f"'{name.replace('_', ' ')}'"


def _granted(world: World, made: World, flag: str) -> bool:
    return any(flag in one.get(part, []) for some in (world, made) for one in some["scene"]["events"] for part in ("grants", "requires"))
