"""Wishes about the graph: places, ways, events, locks, endings, characters, length."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve import language
from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.edits import prose
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.prose_wishes import said
from makebelieve.worlds.edits.targets import (
    Unsure,
    World,
    event_of,
    flag_of,
    free,
    free_event,
    known_event,
    known_state,
    named_state,
    slug,
    state_of,
)
from makebelieve.worlds.gate import check
from makebelieve.worlds.graph import target_of
from makebelieve.worlds.missions import CAMERA
from makebelieve.worlds.ops import apply_ops

Ops = list[dict[str, Any]]
_TEXTS: Final = frozenset(
    [
        "base",
        "narration",
        "detail",
        "static",
        "dynamic",
        "ambient",
        "lockedHint",
        "title",
        "subtitle",
        "text",
        "persona",
        "greeting",
        "logline",
        "summary",
        "label",
        "subject",
        "description",
        "action",
        "outcome",
        "arc",
    ]
)
_LOSING: Final = frozenset(["bad", "sad", "losing", "lose", "tragic", "lost", "unhappy", "dark"])


_LONG: Final = ("morning", "afternoon", "evening")
_HAVING: Final = re.compile(
    r"^(?:(?:you|the player|they) )?(?:has|have|holds?|gets?|finds?|found|got|carr(?:y|ies))(?: got| found| taken| collected| picked up)? ",
    re.IGNORECASE,
)
_DOING: Final = re.compile(
    r" (?:who|that|which)(?: (?:lives?|sits?|stands?|is|waits?|works?|sleeps?|hides?))?$| (?:living|sitting|waiting)$"
)


def _plain(text: str) -> str:
    return re.sub(r"^(?:the|an?|another|some)\s+", "", said(text), flags=re.IGNORECASE)


def _a(text: str) -> str:
    return f"{'An' if text[:1].lower() in 'aeiou' else 'A'} {text}"


def _leading(world: World, state: str) -> list[dict[str, Any]]:
    """Events that lead into a state from elsewhere."""
    cutscenes = {one["id"]: one for one in world.get("cutscenes", [])}
    return [
        one
        for one in world["scene"]["events"]
        if target_of(one, world["scene"]["states"], cutscenes) == state and any(name != state for name in one["from"])
    ]


def _state(world: World, name: str, base: str, here: str | None = None) -> dict[str, Any]:
    """A new place that looks as its neighbour is filmed, at the same time of day."""
    camera = world["scene"]["states"][here]["camera"] if here else CAMERA
    time = next((one for one in prose.TIMES if here and re.search(rf"\b{one}\b", world["scene"]["states"][here]["base"], re.I)), None)
    return {
        "op": "add_state",
        "id": name,
        "base": f"{base} {'in the' if time in _LONG else 'at'} {time}." if time else f"{base}.",
        "camera": dict(camera),
    }


def _way(world: World, name: str, here: str, there: str, **fields: Any) -> dict[str, Any]:
    return {"op": "add_event", "name": free_event(world, name), "kind": "transition", "from": [here], "to": there, **fields}


def rename(world: World, match: re.Match[str]) -> Ops:
    old, new = said(match["old"]), said(match["new"])
    if re.match(r"(?:less|more|not|so|too|very|a (?:bit|little|lot))\b|.*\binstead of\b", new):
        return []  # "make the bad ending less harsh" names nothing
    spoken = re.search(rf"\b{re.escape(_plain(old))}\b", " ".join(_prose(world)), re.IGNORECASE)
    if len(new.split()) > 8:
        return []
    state = named_state(world, old)
    if state is not None and re.search(r"\bending\b", old, re.IGNORECASE) and "ending" in world["scene"]["states"][state]:
        return [{"op": "update_state", "id": state, "patch": {"ending": {"title": new}}}]
    if state is not None and (set(re.findall(r"[a-z]+", old.lower())) & set(re.findall(r"[a-z]+", state.lower()))):
        ops: Ops = [{"op": "rename_state", "id": state, "to": slug(new)}]
        return _spoken(world, _plain(state.replace("_", " ")), _plain(new), ops)
    if not spoken and state is None and (name := re.search(r"(?:[A-Z][\w'-]*(?: |$))+$", old)) and name[0] != old:
        return rename(world, re.fullmatch(r"(?P<old>.+)\n(?P<new>.+)", f"{name[0]}\n{new}") or match)  # "the mechanic's helper Kestrel"
    if spoken:
        full = re.search(rf"\b{re.escape(_plain(old))} [A-Z][\w'-]+", " ".join(_prose(world)))
        if full and old.islower() and new.lower().startswith(old.lower()):
            raise Unsure(f"Do you mean '{full[0]}' by '{old}'? Say for example: rename {full[0]} to {new}.")
        return _spoken(world, _plain(old), new if new[:1].isupper() else _plain(new), [])
    return [{"op": "update_event", "name": known_event(world, old), "patch": {"name": slug(new)}}]


def reword(world: World, match: re.Match[str]) -> Ops:
    """A word is another word in every text; ids stay."""
    old, new = _plain(match["old"]), _plain(match["new"])
    if not re.search(rf"\b{re.escape(old)}\b", " ".join(_prose(world)), re.IGNORECASE):
        raise Unsure(f"The word '{old}' stands nowhere here. Which word shall be '{new}'?")
    return _spoken(world, old, new, [])


def _prose(world: Any) -> list[str]:
    if isinstance(world, dict):
        return [text for value in world.values() for text in _prose(value)]
    if isinstance(world, list):
        return [text for value in world for text in _prose(value)]
    return [world] if isinstance(world, str) else []


def _spoken(world: World, old: str, new: str, ops: Ops) -> Ops:
    """The operations, after the prose calls the thing by its new name."""
    told = prose.everywhere(world, old, new, _TEXTS)
    patch: dict[str, Any] = {}
    for name, state in told["scene"]["states"].items():
        if state != world["scene"]["states"][name]:
            patch[name] = state
    changes: Ops = [{"op": "update_state", "id": name, "patch": state} for name, state in patch.items()]
    for before, after in zip(world["scene"]["events"], told["scene"]["events"], strict=True):
        if before != after:
            changes.append({"op": "update_event", "name": before["name"], "patch": after})
    top = {key: value for key, value in told.items() if key != "scene" and value != world[key]}
    return changes + ([{"op": "patch_world", "patch": top}] if top else []) + ops


def place(world: World, match: re.Match[str]) -> Ops:
    words = _plain(re.sub(r"^.*\b(?:called|named) ", "", match["name"]))
    name = free(world["scene"]["states"], slug(words))
    here = known_state(world, match["where"]) if match["where"] else world["entrance"]["state"]
    if "ending" in world["scene"]["states"][here]:
        raise Unsure(f"'{here}' is an ending; nothing follows it. From which other place shall '{name}' be reached?")
    return [
        _state(world, name, _a(words), here),
        _way(world, f"go_to_{name}", here, name),
        _way(world, f"back_to_{here}_from_{name}", name, here),
    ]


def connect(world: World, match: re.Match[str]) -> Ops:
    here, there = known_state(world, match["here"]), known_state(world, match["there"])
    return [
        _way(world, f"go_from_{a}_to_{b}", a, b)
        for a, b in ((here, there), (there, here))
        if "ending" not in world["scene"]["states"][a] and not any(a in one["from"] for one in _leading(world, b))
    ]


def entrance(world: World, match: re.Match[str]) -> Ops:
    """A start elsewhere; with a way to the old start where the world would break without it."""
    here, old = known_state(world, match["which"]), world["entrance"]["state"]
    ops: Ops = [{"op": "set_entrance", "state": here}]
    if here == old or "ending" in world["scene"]["states"][here]:
        return ops
    known = {(one.lint, one.path) for one in errors(check(world))}
    with_way: Ops = [*ops, _way(world, f"go_from_{here}_to_{old}", here, old)]
    made = [apply_ops(world, one).world for one in (ops, with_way)]
    broken = [[one for one in errors(check(world_)) if (one.lint, one.path) not in known] for world_ in made]
    return with_way if broken[0] and not broken[1] else ops


def ending(world: World, match: re.Match[str]) -> Ops:
    kind = "lose" if (match["kind"] or "").strip().lower() in _LOSING else "win"
    open_ = [name for name, state in world["scene"]["states"].items() if "ending" not in state]
    if not match["where"]:
        raise Unsure(f"From which place shall the new ending be reached: {', '.join(open_)}?")
    here = known_state(world, match["where"])
    if here not in open_:
        raise Unsure(f"'{here}' is an ending itself. From which of these shall the new one be reached: {', '.join(open_)}?")
    title = said(match["title"]) if match["title"] else ("It ends badly" if kind == "lose" else "It ends well")
    name = free(world["scene"]["states"], slug(title))
    base = "The light fades and everything grows still" if kind == "lose" else "Warm light fills the scene and faces turn towards it"
    if match["title"] and match["title"][:1].islower():
        title = f"{title[:1].upper()}{title[1:]}"
        base = f"{title.rstrip('.')}. {base}"
    return [
        {**_state(world, name, base, here), "ending": {"kind": kind, "title": title}},
        _way(world, f"to_{name}", here, name),
    ]


def _deed(text: str) -> str | None:
    """What is to be done, where a lock waits for a deed and not for a thing: "the player has lit the lantern" -> "light the lantern"."""
    words = re.sub(r"^(?:(?:you|the player|they) )?(?:has |have )?", "", said(text), flags=re.IGNORECASE).split(" ", 2)
    if len(words) < 2 or words[1].lower() not in ("the", "a", "an", "with", "to", "all", "every") or _HAVING.match(text.split(" ")[-1]):
        return None
    verb = language.lemma(words[0].lower(), "verb")
    if not verb or verb == words[0].lower() or verb in ("find", "get", "take", "collect", "have", "hold", "carry", "own", "pick"):
        return None
    return " ".join([verb, *words[1:]])


def lock(world: World, match: re.Match[str]) -> Ops:
    done = _deed(match["flag"])
    thing = done or _plain(_HAVING.sub("", match["flag"]))
    flag = flag_of(world, thing) or slug(thing)
    fields = match.groupdict()
    state = state_of(world, match["which"])
    if state is None:
        doors = [event_of(world, match["which"]) or known_state(world, match["which"])]
    else:
        here = known_state(world, fields["here"]) if fields.get("here") else None
        doors = [one["name"] for one in _leading(world, state) if here is None or here in one["from"]]
        if not doors and here is None:
            raise Unsure(f"No way leads to '{state}'. From where shall the door lead there?")
        if not doors and here is not None:
            hint = f"It is locked; it wants the {thing}."
            return [_way(world, f"door_to_{state}", here, state, requires=[flag], lockedHint=hint), *_kept_at(world, fields, flag, thing)]
    ops: Ops = []
    for name in doors:
        event = next(one for one in world["scene"]["events"] if one["name"] == name)
        requires = [*event.get("requires", []), *([] if flag in event.get("requires", []) else [flag])]
        patch = {"requires": requires, "lockedHint": f"First {thing}." if done else f"It is locked; it wants the {thing}."}
        ops.append({"op": "update_event", "name": name, "patch": patch})
    if fields.get("where") or state is None:
        return ops + _kept_at(world, fields, flag, thing)
    if done and not any(flag in one.get("grants", []) for one in world["scene"]["events"]):
        fields["deed"] = done
    first = ops + _kept_at(world, fields, flag, thing)
    for here in [None, *dict.fromkeys(one for event in _leading(world, state) for one in event["from"])]:
        found = ops + _kept_at(world, {**fields, "where": here}, flag, thing)
        outcome = apply_ops(world, found)
        if not outcome.errors and len(errors(check(outcome.world))) <= len(errors(check(world))):
            return found
    return first


def lock_without_key(world: World, match: re.Match[str]) -> Ops:
    raise Unsure("What shall be locked, and what opens it? Say for example: lock the PLACE with a silver key found in the OTHER PLACE.")


def _kept_at(world: World, fields: dict[str, Any], flag: str, thing: str) -> Ops:
    """Where the key is found, unless some event gives it already: in the place named, else where the player starts."""
    if any(flag in one.get("grants", []) for one in world["scene"]["events"]) and not fields.get("where"):
        return []
    here = known_state(world, fields["where"]) if fields.get("where") else world["entrance"]["state"]
    event = {"name": free_event(world, f"take_{flag}"), "kind": "override", "from": [here], "grants": [flag], "oneShot": True}
    if deed := fields.get("deed"):
        label = f"{deed[:1].upper()}{deed[1:]}"
        return [{"op": "add_event", **event, "name": free_event(world, flag), "label": label, "base": f"In plain view: {deed}."}]
    return [{"op": "add_event", **event, "base": f"A hand closes around the {thing}.", "narration": f"You have the {thing}."}]


def unlock(world: World, match: re.Match[str]) -> Ops:
    state = state_of(world, match["which"])
    doors = [one["name"] for one in _leading(world, state)] if state else [known_event(world, match["which"])]
    return [{"op": "update_event", "name": name, "patch": {"requires": None, "lockedHint": None}} for name in doors]


def hotkey(world: World, match: re.Match[str]) -> Ops:
    key = said(match["key"])
    return [{"op": "set_event_hotkey", "event": known_event(world, match["which"]), "hotkey": key}]


def switch(world: World, match: re.Match[str]) -> Ops:
    how = match["how"].lower().replace("-", " ")
    if how == "unlocked":
        return unlock(world, match)
    name = known_event(world, re.sub(r" (?:event|choice)$", "", match["which"]))
    key, value = ("hidden", how != "visible") if how in ("hidden", "secret", "invisible", "visible") else ("oneShot", how != "repeatable")
    return [{"op": "update_event", "name": name, "patch": {key: value}}]


def hide(world: World, match: re.Match[str]) -> Ops:
    return [{"op": "update_event", "name": known_event(world, match["which"]), "patch": {"hidden": True}}]


def reveal(world: World, match: re.Match[str]) -> Ops:
    return [{"op": "update_event", "name": known_event(world, match["which"]), "patch": {"hidden": False}}]


def character(world: World, match: re.Match[str]) -> Ops:
    who = re.sub(
        r" (?:who|that|which)(?: (?:lives?|sits?|stands?|is|waits?|works?|sleeps?|hides?))?$| (?:living|sitting|waiting)$",
        "",
        _plain(match["who"]),
    )
    where = state_of(world, match["where"])
    sort = language.classify(main_noun(who))[0] if re.search(r"[a-z]", who, re.I) else ""
    asked = re.match(r"add (?:an? |another )?(?:new )?(?:character|person|npc|somebody|someone)", match[0], re.IGNORECASE)
    if not asked and sort not in ("person", "creature", "robot", "group"):
        return []
    here = where if where is not None else known_state(world, match["where"])
    if "ending" in world["scene"]["states"][here]:
        raise Unsure(f"'{here}' is an ending; nobody can be talked to there. In which other place shall the {who} be?")
    state = world["scene"]["states"][here]
    name = who if who[:1].isupper() else _a(who)
    patch = {"base": f"{state['base'].rstrip()} {name} stands there."}
    if not prose.fitting(state, patch):
        raise Unsure(f"The text of '{here}' is full. In which other place shall the {who} be?")
    persona = f"{name}, friendly and brief, who knows this place."
    event = {"name": free_event(world, f"talk_to_{slug(who)}"), "kind": "terminal", "from": [here], "base": f"{name} turns and listens."}
    return [
        {"op": "update_state", "id": here, "patch": patch},
        {"op": "add_event", **event, "terminal": {"persona": persona, "facts": [], "greeting": "Yes?"}},
    ]


def longer(world: World, match: re.Match[str]) -> Ops:
    """A place more on the way to each ending that wins."""
    ops: Ops = []
    wins = [name for name, state in world["scene"]["states"].items() if state.get("ending", {}).get("kind") == "win"]
    for win in wins:
        door = next((one for one in _leading(world, win) if one["kind"] == "transition"), None)
        if door is None:
            continue
        name, here = free(world["scene"]["states"], f"last_stretch_to_{win}"), door["from"][0]
        ops += [
            _state(world, name, "A narrow path leads on, the way back still in view", here),
            {"op": "update_event", "name": door["name"], "patch": {"to": name}},
            _way(world, f"on_to_{win}", name, win) | {"to": door["to"]},
            _way(world, f"back_from_{name}", name, here),
        ]
    return ops
