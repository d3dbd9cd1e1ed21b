"""Wishes that put something in: choices, finds, people, missions, ways to an ending; and keys, kinds of endings, open ways."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import appearance, choice_wishes, graph_wishes, prose
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.prose_wishes import said
from makebelieve.worlds.edits.targets import (
    LOSING,
    Unsure,
    World,
    free,
    free_event,
    known_event,
    known_state,
    slug,
    state_of,
)

Ops = list[dict[str, Any]]
_LIVING: Final = ("person", "creature", "robot", "group")
_LOSE: Final = frozenset([*LOSING, "loss", "defeat", "die", "fail", "over"])


def told_less(world: World, match: re.Match[str]) -> Ops:
    """A place in fewer words; "it" and the world are not places, but shorter ways."""
    where = re.sub(r"^(?:the )?(?:description|text) of ", "", said(match["where"]), flags=re.IGNORECASE)
    if re.fullmatch(r"it|(?:the )?(?:world|game|story|adventure)", where, re.IGNORECASE) or state_of(world, where) is None:
        return []
    return appearance.briefer(world, match)


def one_way(world: World, match: re.Match[str]) -> Ops:
    """A choice that leads from one place to another; a way that is there already is told."""
    if state_of(world, match["there"]) is None and not re.search(r"\bfrom\b", match[0], re.IGNORECASE):
        return []  # "a choice in the hall to ring the bell"
    here, there = known_state(world, match["here"]), known_state(world, match["there"])
    if here == there:
        return []
    return choice_wishes.one_way(world, match)


def way_on(world: World, match: re.Match[str]) -> Ops:
    """From a place one gets to another: a known one by a choice, a new one ("a roof garden") by making it."""
    here, words = known_state(world, match["here"]), said(match["there"])
    new = re.match(r"(?:an?|another) ", words, re.IGNORECASE)
    if not new and (there := state_of(world, words)) is not None and there != here:
        fitted = re.fullmatch(r"(?P<here>.+)\|(?P<there>.+)", f"{here}|{there}")
        return choice_wishes.one_way(world, fitted) if fitted else []
    if not new:
        return []
    fitted = re.fullmatch(r"(?P<name>.+)\|(?P<where>.+)", f"{words}|{here}")
    return graph_wishes.place(world, fitted) if fitted else []


def end_by_deed(world: World, match: re.Match[str]) -> Ops:
    """A choice of a place that ends the story, well or badly: "if you fall asleep in the hall you lose"."""
    here, did = known_state(world, match["where"]), said(match["deed"])
    kind = "losing" if match["kind"].lower() in _LOSE else "winning"
    fitted = re.fullmatch(r"(?P<kind>\w+)(?P<title>x)?\|(?P<where>.+)", f"{kind}|{here}")
    head, _, rest = did.partition(" ")
    label = f"{lemma(head.lower(), 'verb') or head} {rest}".strip()
    ops = graph_wishes.ending(world, fitted) if fitted else []
    return [one | {"label": f"{label[:1].upper()}{label[1:]}"} if one["op"] == "add_event" else one for one in ops]


def deed(world: World, match: re.Match[str]) -> Ops:
    """A new choice that returns to where it is made: "add a choice in the hall to ring the bell"."""
    label, here = said(match["label"]), state_of(world, match["where"])
    if here is None:
        raise Unsure(f"There is no place '{match['where']}' here. In which place shall one '{label}'?")
    if "ending" in world["scene"]["states"][here]:
        raise Unsure(f"'{here}' is an ending; nothing can be chosen there. In which other place shall one '{label}'?")
    going = re.fullmatch(
        r"(?:go|walk|climb|run|travel|leave|return|get)(?: back| up| down)? (?:in)?(?:to|for) (?P<to>.+)", label, re.IGNORECASE
    )
    there = state_of(world, going["to"]) if going else None
    label = f"{label[:1].upper()}{label[1:]}"
    event = {"name": free_event(world, slug(label)), "from": [here], "label": label}
    if there is not None:
        return [{"op": "add_event", **event, "kind": "transition", "to": there}]
    return [{"op": "add_event", **event, "kind": "override", "base": f"In plain view: {label[:1].lower()}{label[1:].rstrip('.')}."}]


def place_needs(world: World, match: re.Match[str]) -> Ops:
    return graph_wishes.lock(world, match) if state_of(world, match["which"]) is not None else []


def unlocked(world: World, match: re.Match[str]) -> Ops:
    """Every way into a place is open; asks where none was locked."""
    state = known_state(world, re.sub(r"^(?:the )?(?:door|way|gate|entrance) (?:in)?to ", "", said(match["which"]), flags=re.IGNORECASE))
    doors = [one["name"] for one in graph_wishes._leading(world, state) if one.get("requires")]
    if not doors:
        raise Unsure(f"No way into '{state}' is locked. Which place shall be open?")
    return [{"op": "update_event", "name": name, "patch": {"requires": None, "lockedHint": None}} for name in doors]


def ending_kind(world: World, match: re.Match[str]) -> Ops:
    state = known_state(world, match["where"])
    ending = world["scene"]["states"][state].get("ending")
    if ending is None:
        raise Unsure(f"'{state}' is no ending. Shall a way from it lead to a new one?")
    kind = "lose" if match["kind"].lower() in _LOSE else "win"
    return [{"op": "set_state_ending", "id": state, "ending": {**ending, "kind": kind}}]


def way_to_end(world: World, match: re.Match[str]) -> Ops:
    """A new ending of a kind, reached from a place."""
    here = known_state(world, match["where"])
    kind = "losing" if match["kind"].lower() in _LOSE else "winning"
    fitted = re.fullmatch(r"(?P<kind>\w+)(?P<title>x)?\|(?P<where>.+)", f"{kind}|{here}")
    return graph_wishes.ending(world, fitted) if fitted else []


def hotkey(world: World, match: re.Match[str]) -> Ops:
    """A key for a choice; a choice of the same place that has it takes the other's old key."""
    key, name = said(match["key"]).lower(), known_event(world, match["which"])
    events = {one["name"]: one for one in world["scene"]["events"]}
    ops: Ops = [{"op": "set_event_hotkey", "event": name, "hotkey": key}]
    for other in events.values():
        if other["name"] != name and str(other.get("hotkey", "")).lower() == key and set(other["from"]) & set(events[name]["from"]):
            ops.append({"op": "set_event_hotkey", "event": other["name"], "hotkey": events[name].get("hotkey")})
    return ops


def _step(world: World, match: re.Match[str]) -> tuple[str, str, str, Ops]:
    """Id, text, place of a new step, and the event that does it unless one does already."""
    text = re.sub(r"^(?:to|that (?:you|the player) (?:must|has to|have to)) ", "", said(match["text"]), flags=re.IGNORECASE)
    if match["where"] and state_of(world, match["where"]) is None:
        where, text = world["entrance"]["state"], f"{text} {match[0][match.start('where') - match.start(0) - 4 :]}".strip()
        raise Unsure(
            f"There is no place '{match['where']}' here. Where shall one {said(match['text'])}: {', '.join(world['scene']['states'])}?"
        )
    told = [one for one in world["scene"]["states"] if re.search(rf"\b{re.escape(one.replace('_', ' '))}\b", text, re.IGNORECASE)]
    where = known_state(world, match["where"]) if match["where"] else told[0] if len(told) == 1 else world["entrance"]["state"]
    if "ending" in world["scene"]["states"][where]:
        raise Unsure(f"'{where}' is an ending; nothing can be done there. In which other place shall one {text}?")
    taken = {one["id"] for mission in world.get("missions", []) for one in mission["objectives"]} | {
        one["id"] for one in world.get("missions", [])
    }
    name = free({*taken, *(flag for one in world["scene"]["events"] for flag in one.get("grants", []))}, slug(text))
    label = f"{text[:1].upper()}{text[1:].rstrip('.')}"
    event = {"name": free_event(world, name), "kind": "override", "from": [where], "label": label, "grants": [name], "oneShot": True}
    return name, label, where, [{"op": "add_event", **event, "base": "Hands go to work, slowly and carefully, until it is done."}]


def mission(world: World, match: re.Match[str]) -> Ops:
    """A further mission of one step, done where it says or where the player starts."""
    name, label, where, ops = _step(world, match)
    objective_ = {"id": name, "text": f"{label}.", "location": where, "grants": name, "requires": []}
    title = said(match["title"]) if match["title"] else label
    new = {"id": name, "title": title, "objectives": [objective_], "complete": name}
    return [*ops, {"op": "patch_world", "patch": {"missions": [*world.get("missions", []), new]}}]


def objective(world: World, match: re.Match[str]) -> Ops:
    """A further step of the first mission; a new mission where there is none."""
    missions = world.get("missions", [])
    name, label, where, ops = _step(world, match)
    step = {"id": name, "text": f"{label}.", "location": where, "grants": name, "requires": []}
    if not missions:
        return [*ops, {"op": "patch_world", "patch": {"missions": [{"id": name, "title": label, "objectives": [step], "complete": name}]}}]
    steps = missions[0]["objectives"]
    ends = bool(steps) and steps[-1].get("grants", steps[-1]["id"]) == missions[0].get("complete")
    kept = [*steps[:-1], step, steps[-1]] if ends else [*steps, step]
    return [*ops, {"op": "patch_world", "patch": {"missions": [{**missions[0], "objectives": kept}, *missions[1:]]}}]


def new_thing(world: World, match: re.Match[str]) -> Ops:
    """Something new at a place, by its sort: somebody to talk to, a further place, or a thing that is seen there."""
    who, state = said(match["who"]), state_of(world, match["where"])
    if state is None or re.search(r"\b(?:ending|mission|quest|choice|option|objective|lock|door|way|path)\b", who, re.IGNORECASE):
        return []
    if "ending" in world["scene"]["states"][state]:
        raise Unsure(f"'{state}' is an ending. In which other place shall there be {who}?")
    named = re.fullmatch(r"(?P<kind>.+?),? (?:called|named) (?P<name>.+)", who)
    kind = re.sub(r"^(?:an?|some|another|two|three|four|five|many|several) ", "", named["kind"] if named else who, flags=re.IGNORECASE)
    asked = re.match(r"(?:new )?(?:character|person|npc) (?:called |named )?", kind, re.IGNORECASE)
    kind = kind[asked.end() :] if asked and asked.end() < len(kind) else kind
    sort = classify(main_noun(kind))[0]
    worker = sort in ("abstract", "") and re.search(r"(?:er|or|ist|ian|man|woman|ess)$", kind)
    if asked or sort in _LIVING or worker or re.match(r"(?:new )?(?:character|person|npc|somebody|someone)\b", kind):
        return _somebody(world, state, kind, said(named["name"]) if named else None)
    if sort == "place" and not re.match(r"(?:some|two|three|four|five|many|several)\b", who, re.IGNORECASE):
        fitted = re.fullmatch(r"(?P<name>.+)\|(?P<where>.+)", f"{said(named['name']) if named else kind}|{state}")
        return graph_wishes.place(world, fitted) if fitted else []
    fitted = re.fullmatch(r"(?P<where>.+?)\|(?P<what>.+)", f"{state}|{who}")
    return choice_wishes.shows(world, fitted) if fitted else []


def _somebody(world: World, state: str, kind: str, name: str | None) -> Ops:
    told = world["scene"]["states"][state]
    article = "An" if kind[:1].lower() in "aeiou" else "A"
    lead = f"{name}, {article.lower()} {kind}," if name else f"{article} {kind}"
    patch = {"base": f"{told['base'].rstrip()} {lead} stands there."}
    if not prose.fitting(told, patch):
        raise Unsure(f"The text of '{state}' is full. In which other place shall the {kind} be?")
    who = name or f"the {kind}"
    event = {
        "name": free_event(world, f"talk_to_{slug(name or kind)}"),
        "kind": "terminal",
        "from": [state],
        "label": f"Talk to {who}",
        "base": f"{who[:1].upper()}{who[1:]} turns and listens.",
    }
    persona = f"{lead.rstrip(',')}, friendly and brief, who knows this place."
    return [
        {"op": "update_state", "id": state, "patch": patch},
        {"op": "add_event", **event, "terminal": {"persona": persona, "facts": [], "greeting": "Yes?"}},
    ]
