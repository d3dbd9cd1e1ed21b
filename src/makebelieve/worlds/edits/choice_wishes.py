"""Wishes about single choices and what lies where: ways between two places, finds, what a choice needs, what a place shows."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify
from makebelieve.worlds.edits import prose
from makebelieve.worlds.edits.graph_wishes import _kept_at as kept_at
from makebelieve.worlds.edits.graph_wishes import _leading as leading
from makebelieve.worlds.edits.graph_wishes import _plain as plain
from makebelieve.worlds.edits.graph_wishes import _state as new_state
from makebelieve.worlds.edits.graph_wishes import _way as way
from makebelieve.worlds.edits.graph_wishes import rename
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.prose_wishes import said
from makebelieve.worlds.edits.targets import (
    Unsure,
    World,
    ending_of,
    free,
    free_event,
    known_event,
    known_state,
    named_state,
    slug,
    state_of,
)
from makebelieve.worlds.graph import target_of

Ops = list[dict[str, Any]]


def call(world: World, match: re.Match[str]) -> Ops:
    """ "call Inspector Hale Bruno": the longest beginning that the world speaks of is the old name."""
    words = match["rest"].split()
    told = " ".join(prose_of(world))
    for cut in range(len(words) - 1, 0, -1):
        old, new = plain(" ".join(words[:cut])), said(" ".join(words[cut:]))
        if re.search(rf"\b{re.escape(old)}\b", told, re.IGNORECASE) and new[:1].isupper():
            fitted = re.fullmatch(r"(?P<old>.+?)\|(?P<new>.+)", f"{old}|{new}")
            return rename(world, fitted) if fitted else []
    return []


def prose_of(value: Any) -> list[str]:
    """All texts of a world."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in prose_of(one)]
    if isinstance(value, list):
        return [text for one in value for text in prose_of(one)]
    return [value] if isinstance(value, str) else []


def one_way(world: World, match: re.Match[str]) -> Ops:
    here, there = known_state(world, match["here"]), known_state(world, match["there"])
    if "ending" in world["scene"]["states"][here]:
        raise Unsure(f"'{here}' is an ending; no way leads out of it. From which other place shall one go to '{there}'?")
    if any(here in one["from"] for one in leading(world, there)):
        return [{"op": "update_event", "name": next(one["name"] for one in leading(world, there) if here in one["from"]), "patch": {}}]
    return [way(world, f"go_from_{here}_to_{there}", here, there)]


def disconnect(world: World, match: re.Match[str]) -> Ops:
    here, there = known_state(world, match["here"]), known_state(world, match["there"])
    found = [one for one in leading(world, there) if here in one["from"]]
    if not found:
        raise Unsure(f"There is no way from '{here}' to '{there}'. Which way shall go?")
    ops: Ops = []
    for event in found:
        rest = [name for name in event["from"] if name != here]
        change = {"op": "update_event", "name": event["name"], "patch": {"from": rest}}
        ops.append(change if rest else {"op": "delete_event", "name": event["name"]})
    return ops


def between(world: World, match: re.Match[str]) -> Ops:
    """A new place with ways to and from two others."""
    words = plain(match["name"])
    name = free(world["scene"]["states"], slug(words))
    ends = [known_state(world, match["here"]), known_state(world, match["there"])]
    closed = next((one for one in ends if "ending" in world["scene"]["states"][one]), None)
    if closed:
        raise Unsure(f"'{closed}' is an ending; nothing follows it. Between which other places shall '{name}' lie?")
    base = f"{'An' if words[:1].lower() in 'aeiou' else 'A'} {words}"
    ops: Ops = [new_state(world, name, base, ends[0])]
    for end in ends:
        ops += [way(world, f"go_to_{name}_from_{end}", end, name), way(world, f"back_to_{end}_from_{name}", name, end)]
    return ops


def exits(world: World, match: re.Match[str]) -> Ops:
    """Every way out of a place asks for a thing."""
    here, thing = known_state(world, match["which"]), plain(match["flag"])
    flag = slug(thing)
    out = [one for one in world["scene"]["events"] if here in one["from"] and one["kind"] == "transition"]
    if not out:
        raise Unsure(f"No way leads out of '{here}'. Which place shall be locked?")
    hint = f"You cannot leave here yet; it takes the {thing}."
    ops: Ops = [
        {"op": "update_event", "name": one["name"], "patch": {"requires": [*one.get("requires", []), flag], "lockedHint": hint}}
        for one in out
    ]
    return ops + kept_at(world, {"where": None}, flag, thing)


def lies_in(world: World, match: re.Match[str]) -> Ops:
    """A thing that is found somewhere is found elsewhere; a new one is put there to be found."""
    thing = plain(match["flag"])
    if len(thing.split()) > 6 or "," in thing or re.match(r"(?:make|lock|add|set|let|turn|if|when|there)\b", thing, re.IGNORECASE):
        return []
    here = state_of(world, match["where"])
    if here is None or classify(main_noun(thing))[0] in ("person", "creature", "robot", "group"):
        return []
    said_ = set(slug(thing).split("_"))
    finds = [one for one in world["scene"]["events"] if any(said_ <= set(flag.split("_")) for flag in one.get("grants", []))]
    if len(finds) > 1:
        raise Unsure(f"Which find do you mean by '{thing}': {', '.join(one['name'] for one in finds)}?")
    if finds:
        return [{"op": "update_event", "name": finds[0]["name"], "patch": {"from": [here]}}]
    flag = slug(thing)
    event = {"name": free_event(world, f"take_{flag}"), "kind": "override", "from": [here], "grants": [flag], "oneShot": True}
    return [{"op": "add_event", **event, "base": f"A hand closes around the {thing}.", "narration": f"You have the {thing}."}]


def needs(world: World, match: re.Match[str]) -> Ops:
    """A choice asks for a flag that something else gives."""
    event, thing = known_event(world, match["which"]), plain(match["flag"])
    words = set(slug(thing).split("_"))
    flags = sorted({flag for one in world["scene"]["events"] for flag in one.get("grants", []) if words <= set(flag.split("_"))})
    if len(flags) != 1:
        raise Unsure(f"Nothing here gives '{thing}'. Which of these shall it need: {', '.join(_flags(world))}?")
    old = next(one for one in world["scene"]["events"] if one["name"] == event)
    patch = {"requires": [*old.get("requires", []), *flags], "lockedHint": f"You need the {thing} first."}
    return [{"op": "update_event", "name": event, "patch": patch}]


def _flags(world: World) -> list[str]:
    return sorted({flag for one in world["scene"]["events"] for flag in one.get("grants", [])})


def entering_once(world: World, match: re.Match[str]) -> Ops:
    state = known_state(world, match["which"])
    return [{"op": "update_event", "name": one["name"], "patch": {"oneShot": True}} for one in leading(world, state)]


def leading_choice(world: World, match: re.Match[str]) -> Ops:
    """Hide or show the choice that leads to a place."""
    state = known_state(world, match["where"])
    cutscenes = {one["id"]: one for one in world.get("cutscenes", [])}
    found = [one["name"] for one in world["scene"]["events"] if target_of(one, world["scene"]["states"], cutscenes) == state]
    if len(found) != 1:
        raise Unsure(f"Which choice that leads to '{state}' do you mean: {', '.join(found) or 'there is none'}?")
    hidden = match["how"].lower() not in ("show", "reveal", "unhide")
    return [{"op": "update_event", "name": found[0], "patch": {"hidden": hidden}}]


def choice(world: World, match: re.Match[str]) -> Ops:
    """A new choice with words of its own, to a place or returning to where it is made."""
    here, label = known_state(world, match["where"]), said(match["label"])
    if "ending" in world["scene"]["states"][here]:
        raise Unsure(f"'{here}' is an ending; nothing can be chosen there. In which other place shall '{label}' be offered?")
    to = known_state(world, match["to"]) if match["to"] else None
    event = {"name": free_event(world, slug(label)), "kind": "transition" if to else "override", "from": [here], "label": label}
    return [{"op": "add_event", **event, **({"to": to} if to else {"base": f"{label}."})}]


_NO_SIGHT: Final = (
    r"\b(?:next to|that|which|who|pick up|mood|name|title|feel|atmosphere|description|text|longer|not"
    r"|(?:pad)?lock|key|more|less|ending|mission|quest|choice|option|hotkey|to)\b"
)
"""Words of things that are not seen: a wish that has them is none for scenery."""


def shows(world: World, match: re.Match[str]) -> Ops:
    """A place shows one thing more."""
    state = state_of(world, match["where"])
    what = said(match["what"])
    if state is None or not what or len(what.split()) > 14:
        return []
    if named_state(world, match["where"]) is None or re.search(_NO_SIGHT, what, re.IGNORECASE):
        return []
    lead = re.match(r"(?:a|an|the|some|two|three|four|five|many|several)\b", what, re.IGNORECASE)
    many = bool(re.search(r"s\b", what.split(" with ")[0].split(" of ")[0][-2:] + " ")) and not (lead and lead[0].lower() in ("a", "an"))
    text = f"{what[:1].upper()}{what[1:].rstrip('.')} {'show' if many else 'shows'} in plain sight."
    patch = {"base": f"{world['scene']['states'][state]['base'].rstrip()} {text}"}
    if not prose.fitting(world["scene"]["states"][state], patch):
        raise Unsure(f"The text of '{state}' is full. In which other place shall there be {what}?")
    return [{"op": "update_state", "id": state, "patch": patch}]


def relabel(world: World, match: re.Match[str]) -> Ops:
    """The choice that says these words says others."""
    old = said(match["which"]).lower()
    found = [one["name"] for one in world["scene"]["events"] if one.get("label", "").lower() == old]
    return [{"op": "update_event", "name": name, "patch": {"label": said(match["new"])}} for name in found]


def ending_title(world: World, match: re.Match[str]) -> Ops:
    """The one ending of a kind gets another title."""
    if re.match(r"(?:less|more|not|so|too|very|a (?:bit|little|lot))\b|[a-z]+er$|.*\binstead\b", said(match["new"])):
        return []  # "make the bad ending less harsh"
    return [{"op": "update_state", "id": ending_of(world, match["kind"] or ""), "patch": {"ending": {"title": said(match["new"])}}}]
