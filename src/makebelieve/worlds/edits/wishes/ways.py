"""Wishes about ways between places, what lies between two of them, and where it starts."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import graph_wishes, naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Already, Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean, is_living
from makebelieve.worlds.edits.wishes.places import grow, sort_wanted
from makebelieve.worlds.edits.wishes.whereabouts import list_places
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.places import bare as without_article
from makebelieve.worlds.graph import target_of

_WAYS: Final = "door|way|path|passage(?:way)?|exit|tunnel|bridge|stair(?:case|s|way)?|ladder|gate|shortcut|road|corridor|route|connection|portal|slide|elevator|lift|trapdoor|hatch|rope|tram|bus|ferry|raft|taxi|cable car|carriage|train|boat|canoe|choice|option|link|doorway|hole"
WAYS: Final = _WAYS


def _ordinal(phrase: str) -> str:
    """ "the first" is the first place where ways are spoken of."""
    return (
        f"{phrase} place"
        if re.fullmatch(r"(?:the )?(?:very )?(?:first|second|third|fourth|last)", phrase.strip(), re.IGNORECASE)
        else phrase
    )


def between(draft: Draft, match: re.Match[str]) -> str | None:
    """A place between two others; somebody or a thing between two places is asked about."""
    np = sort_wanted(match["np"])
    a, b = (naming.find(draft.world, _ordinal(match[one]), ("place",)) for one in ("a", "b"))
    if a is None or b is None:
        return None
    body = re.fullmatch(r"(?P<who>.+?) (?P<how>under|on|by|at|in|near|behind) (?:the |an? )?(?P<what>.+)", np, re.IGNORECASE)
    if body and is_living(body["who"]):
        key = grow(draft, a.id, body["what"], b.id)
        from makebelieve.worlds.edits.wishes.people import put

        told = put(draft, key, body["who"], "", "")
        return f"Added {draft.builder.place_of[key].name} between {a.name} and {b.name}; {told}"
    if is_living(np):
        raise Unsure(f"Shall the {np} stand {at(draft, a.id)} or {at(draft, b.id)}?")
    if re.search(rf"\b(?:{_WAYS})$", np) and not re.search(r"\bbridge$", np):
        return join(draft, a, b, np)
    key = grow(draft, a.id, np, b.id)
    draft.subject = Thing("place", key, draft.builder.place_of[key].name)
    return f"Added {draft.builder.place_of[key].name} between {a.name} and {b.name}"


def passage(draft: Draft, match: re.Match[str]) -> str | None:
    """A way from one place to another, there and back unless it is said to be one-way; a secret one is not offered but found."""
    a, b = naming.find(draft.world, match["a"], ("place",)), naming.find(draft.world, match["b"])
    if a is None or b is None or b.kind not in ("place", "ending"):
        if a is None and b is None:
            return None
        missing = match["a"] if a is None else match["b"]
        if re.match(r"(?:an?|another|some|new) ", missing, re.IGNORECASE):
            return None
        raise Unsure(f"There is no place '{clean(missing)}' here. Which one do you mean: {list_places(draft)}?")
    return join(draft, a, b, match.groupdict().get("np") or "way")


def next_to(draft: Draft, match: re.Match[str]) -> str | None:
    """ "put the greenhouse right after the bookshop", "the attic should be reachable from the start": a way between known places."""
    a = (
        naming.find(draft.world, clean(match["a"]), ("place",))
        if not re.fullmatch(r"(?:the )?(?:start|beginning)", clean(match["a"]))
        else None
    )
    start = draft.world["entrance"]["state"]
    a = a or (
        Thing("place", start, draft.builder.place_of[start].name)
        if re.fullmatch(r"(?:the )?(?:start|beginning)", clean(match["a"]))
        else None
    )
    b = naming.find(draft.world, clean(match["b"]), ("place",), loose=False)
    return join(draft, a, b, "way") if a is not None and b is not None and a.id != b.id else None


def join(draft: Draft, a: Thing, b: Thing, np: str) -> str:
    if a.id == b.id:
        raise Unsure(f"A way from {a.name} to {b.name} goes nowhere. Where else shall it lead?")
    one_way = (
        bool(re.search(r"one[- ]?way|straight|slide|no return|^(?:go|walk|get|travel|fly|jump|climb|move|run|sneak)$", np, re.IGNORECASE))
        or b.kind == "ending"
    )
    secret = bool(re.search(r"secret|hidden", np, re.IGNORECASE))
    kind = re.search(
        rf"\b(?:(?P<adj>secret|hidden|old|narrow|dark|rope|stone|wooden|underground|magic) )?(?P<n>{_WAYS})\b", np, re.IGNORECASE
    )
    word = kind["n"].lower() if kind and kind["n"].lower() not in ("choice", "option", "way", "link", "connection", "exit") else ""
    cut = {one["id"]: one for one in draft.world.get("cutscenes", [])}
    there = [one for one in draft.events if a.id in one["from"] and target_of(one, draft.states, cut) == b.id]
    if there and not secret:
        locked = there[0].get("requires")
        raise Already(
            f"There is a way from {a.name} to {b.name} already: '{there[0].get('label', there[0]['name'])}'{', which is locked' if locked else ''}. Shall I {'unlock' if locked else 'rename'} it, or add a secret one beside it?"
        )
    builder = draft.builder
    adjective = "secret " if secret else f"{kind['adj'].lower()} " if kind and kind["adj"] else ""
    thing = f"the {adjective}{word or 'way'}"
    if b.kind == "ending":
        builder.event(
            "transition",
            a.id,
            f"Take {thing} to the end",
            builder.scenery.pixels(f"{{P}} <P:goes|go> down {thing}, and the frame closes in"),
            "You do not look back.",
            to=b.id,
        )
        return f"One can now get from {a.name} to the ending '{b.name}'"
    names = {x: builder.place_of[x].name for x in (a.id, b.id)}
    pairs = [(a.id, b.id)] if one_way else [(a.id, b.id), (b.id, a.id)]
    for here, to in pairs:
        if not secret and any(here in one["from"] and target_of(one, draft.states, cut) == to for one in draft.events):
            continue
        part = builder.scenery.part(builder.place_of[here])
        words = {"here": names[here], "to": names[to], "there": names[to], "Tocap": capital(names[to]), "tocap": capital(names[to])}
        base = (
            builder.scenery.pixels(
                f"behind {part} a gap opens just wide enough, and {{P}} <P:slips|slip> in toward {names[to]}"
                if secret
                else f"{thing} leads {{P}} out of {names[here]}, and {names[to]} comes up ahead"
            )
            if word or secret
            else builder.beat(
                to,
                "step",
                "base",
                "step",
                **words,
            )
        )
        label = (
            f"Slip through {thing} behind {part} to {names[to]}"
            if secret
            else f"Take {thing} to {names[to]}"
            if word
            else f"Go straight to {names[to]}"
        )
        event = builder.event(
            "transition",
            here,
            label,
            base,
            f"Nobody uses {thing} any more. Nobody but you."
            if secret
            else builder.beat(
                to,
                "step",
                "tell",
                "step",
                **words,
            ),
            to=to,
            landWhen={"label": without_article(names[to]), "timeoutMs": 12000},
        )
        draft.name(event, f"go_from_{here}_to_{to}")
        if secret:
            event["hidden"] = True
            event["anchor"] = {"label": without_article(part), "minProximity": 0.15}
            builder.feature(here, sentence(f"a thin draught comes from behind {part}"))
    how = "only that way" if one_way else "and back"
    return f"A {adjective}{word or 'way'} now leads from {names[a.id]} to {names[b.id]}, {how}" + (
        "; it is not offered as a button but found by pointing at what hides it" if secret else ""
    )


def no_way(draft: Draft, match: re.Match[str]) -> str | None:
    """The way from one place to another is taken out."""
    a, b = naming.find(draft.world, match["a"], ("place",)), naming.find(draft.world, match["b"], ("place", "ending"))
    if a is None or b is None:
        return None
    cut = {one["id"]: one for one in draft.world.get("cutscenes", [])}
    gone = [one for one in draft.events if a.id in one["from"] and target_of(one, draft.states, cut) == b.id]
    if not gone:
        raise Unsure(f"There is no way from {a.name} to {b.name}. Which other way shall go?")
    for one in gone:
        draft.events.remove(one)
    return f"The way from {a.name} to {b.name} is gone"


def start(draft: Draft, match: re.Match[str]) -> str | None:
    """The player starts elsewhere."""
    thing = naming.find(draft.world, re.sub(r",? (?:and )?(?:not|instead of) .+$", "", match["t"]), ("place",))
    if thing is None:
        return None
    if thing.id == draft.world["entrance"]["state"]:
        raise Unsure(f"It starts {at(draft, thing.id)} already. Where else shall it start?")
    fitted = re.fullmatch(r"(?P<which>.+)", thing.id)
    ops = graph_wishes.entrance(draft.world, fitted) if fitted else []
    for op in ops:
        if op["op"] == "add_event":
            old = draft.world["entrance"]["state"]
            op |= {
                "label": f"Set out for {draft.builder.place_of[old].name}",
                "base": draft.builder.beat(
                    old,
                    "step",
                    "base",
                    "step",
                    here=thing.name,
                    to=draft.builder.place_of[old].name,
                    Tocap=draft.builder.place_of[old].cap,
                    tocap=draft.builder.place_of[old].cap,
                    there=draft.builder.place_of[old].name,
                ),
                "narration": "The day begins with a walk.",
            }
    draft.do(ops)
    sequences = draft.world.get("sequences", [])
    if sequences and sequences[0].get("id") == "opening":
        sequences[0]["beats"] = [{**sequences[0]["beats"][0], "state": thing.id}, *sequences[0]["beats"][1:]]
    return f"The player now starts {at(draft, thing.id)}"
