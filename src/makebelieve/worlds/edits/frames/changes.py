"""What is done once a reading is sure: looks shown or taken away, a world made harder or easier, its texts shorter, a condition told everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from makebelieve.worlds.diagnostics import errors
from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of
from makebelieve.worlds.edits import light, naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.moods import OPPOSITE
from makebelieve.worlds.edits.staging import copied
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import Look
from makebelieve.worlds.edits.wishes import gates, needs, places, sizes
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation.english import capital

Reader = Callable[[Draft, re.Match[str]], str | None]


def called(reader: Reader, draft: Draft, **groups: str | None) -> str | None:
    """A reader of `wishes/`, given its groups as if a row had matched them."""
    names = [name for name, value in groups.items() if value is not None]
    fitted = re.fullmatch("\n".join(f"(?P<{name}>.+)" for name in names) or ".*", "\n".join(str(groups[name]) for name in names))
    return reader(draft, fitted) if fitted else None


def shown(draft: Draft, keys: list[str], wanted: list[Look], *, everywhere: bool) -> str:
    """States look as wanted. A weather that they have already is told more heavily."""
    told: list[str] = []
    now = draft.world.get("metadata", {}).get("understood", {}).get("weather")
    rest = []
    for one in wanted:
        if one.kind == "weather" and one.value == now and everywhere and one.value != "clear" and one.value in _HEAVY:
            from makebelieve.worlds.edits.wishes import skies

            if made := called(skies.more, draft, w=_HEAVY[one.value]):
                told.append(made)
                continue
        rest.append(one)
    if rest:
        told.append(looking.show(draft, keys, rest))
    return "; ".join(told)


_HEAVY = {"rain": "rain", "fog": "fog", "snow": "snow", "storm": "storm", "wind": "wind"}


def without(draft: Draft, keys: list[str], look: Look, *, everywhere: bool) -> str | None:
    """A look is taken away: a sky clears, a season goes, a mood turns to its contrary."""
    if look.kind == "mood":
        opposite = "cosy" if look.value == "scary" else OPPOSITE.get(look.value)
        if opposite is None:
            return None
        said = (
            look.said
            if re.fullmatch(r"[a-z-]+", look.said) and look.said.endswith(("y", "ful", "ous", "ing", "ed", "ic", "al", "e", "k", "d", "er"))
            else look.value
        )
        return looking.show(draft, keys, [Look("mood", opposite, f"less {_MOODS.get(said, said)}")])
    if look.kind == "season":
        done = [key for key in keys if light.relit(draft.builder, key, season="")]
        return f"It is no longer {look.value}" if done else None
    if look.kind != "weather":
        return None
    done = []
    for key in keys:
        open_ = draft.builder.place_of[key].air == "open"
        if looking._shown(draft, key, Look("weather", "clear" if open_ and look.value != "clear" else ""), keep=False):
            done.append(key)
    if everywhere:
        light.remember(draft.world, weather="clear" if look.value != "clear" else "")
    name = "bad weather" if look.value == "bad" else {"clear": "sun"}.get(look.value, look.value)
    return f"There is no {name} any more {'anywhere' if everywhere else looking.where_said(draft, done)}" if done else None


_MOODS = {"scared": "scary", "horror": "scary", "jokes": "funny", "creepier": "creepy", "spookier": "spooky", "scarier": "scary", "darker": "dark", "sadder": "sad"}  # fmt: skip


def scale(draft: Draft, which: str, sign: int, keys: list[str] | None, text: str) -> str | None:
    """More or less of what a whole world has: text, difficulty."""
    if which == "text":
        reader = looking.brief if sign < 0 else looking.rich
        where = draft.builder.place_of[keys[0]].name if keys else None
        return called(reader, draft, t=where)
    if which == "long":
        return called(sizes.shorter, draft, how=text) if sign < 0 else called(places.more, draft, n="two")
    if which == "hard":
        return harder(draft) if sign > 0 else easier(draft)
    return None


def harder(draft: Draft) -> str:
    """A further lock on the way, as near to the end as the story bears it."""
    order = [one for one in naming.in_order(draft.world) if not one.endswith(("_later", "_again"))]
    saved = copied(draft.world)
    known = {(one.lint, one.path) for one in errors(check(draft.world))}
    spots = sorted(
        order[1:], key=lambda key: (not _needed(draft, key), any(one.get("requires") for one in _doors(draft, key)), -order.index(key))
    )
    for key in spots:
        name = draft.builder.place_of[key].name
        try:
            told = called(needs.another_lock, draft, t=name)
        except Unsure:
            told = None
        if told and not [one for one in errors(check(draft.world)) if (one.lint, one.path) not in known]:
            draft.subject = None
            return f"It is harder now: {told[:1].lower()}{told[1:]}"
        draft.world = copied(saved)
        draft._builder = None
    raise Unsure(
        "I find no way here that could bear another lock. What shall be harder? Say for example: add a losing ending if you wait too long."
    )


def _needed(draft: Draft, key: str) -> bool:
    """Whether one has to go to a place: because the end lies behind it, or something to be had."""
    if any(one.get("grants") for one in draft.events if key in one["from"]):
        return True
    start, end = str(draft.world["entrance"]["state"]), naming.last_place(draft.world)
    seen, queue = {start, key}, [start]
    while queue:
        here = queue.pop()
        for event in draft.events:
            to = referents.leads(draft.world, event)
            if here in event["from"] and to is not None and to not in seen:
                seen.add(to)
                queue.append(to)
    return key == end or end not in seen


def _doors(draft: Draft, key: str) -> list[dict[str, Any]]:
    return [one for one in draft.events if referents.leads(draft.world, one) == key and not referents._BACK.match(referents.label_of(one))]


def easier(draft: Draft) -> str:
    """One of the ways that ask for something is open to everybody; where none is, a choice that loses goes."""
    order = naming.in_order(draft.world)
    known = {(one.lint, one.path) for one in errors(check(draft.world))}
    saved = copied(draft.world)
    locked = [key for key in order if any(flag.startswith("has_") for one in _doors(draft, key) for flag in one.get("requires", []))]
    for key in locked:
        try:
            told = called(gates.open_way, draft, t=draft.builder.place_of[key].name)
        except Unsure:
            told = None
        if told and not [one for one in errors(check(draft.world)) if (one.lint, one.path) not in known]:
            return f"It is easier now: {told[:1].lower()}{told[1:]}"
        draft.world = copied(saved)
        draft._builder = None
    for event in referents.ending_choices(draft.world, "lose"):
        to = referents.leads(draft.world, event)
        if len([one for one in referents.ending_choices(draft.world, "lose") if referents.leads(draft.world, one) == to]) > 1:
            draft.events.remove(event)
            return f"It is easier now: the choice '{referents.label_of(event)}', which lost, is gone"
    losing = referents.ending_choices(draft.world, "lose")
    if len(losing) > 1:
        key = str(referents.leads(draft.world, losing[0]))
        title = str(draft.states[key]["ending"].get("title", key))
        label = referents.label_of(losing[0])
        places.ending_gone(draft, naming.Thing("ending", key, title))
        return f"It is easier now: '{label}', which lost, can no longer be chosen"
    raise Unsure(
        "Nothing bars a way here that could be left out. What shall be easier? Say for example: add a way from the start to the last place."
    )


@cache
def _conditions() -> dict[str, dict[str, tuple[str, ...]]]:
    """Condition -> its sentences for open places and for rooms, of `data/conditions.txt`."""
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in resources.files("makebelieve.worlds.edits").joinpath("data/conditions.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, rest = line.partition(" => ")
            name, air, *said = head.split(" ", 2)
            row = made.setdefault(name, {})
            row[air] = tuple(one.strip() for one in rest.split(" | "))
            if said:
                row["said"] = (said[0],)
    return made


def condition(draft: Draft, keys: list[str], name: str) -> str:
    """A state of things that is told of each place: flooded, muddy, weightless."""
    rows = _conditions()[name]
    done = []
    for key in keys:
        builder, state = draft.builder, draft.states[key]
        place = builder.place_of.get(key)
        if place is None:
            continue
        frames = rows["open"] if place.air == "open" or "inside" not in rows else rows["inside"]
        line = builder.scenery.parted(builder.chance.fresh(frames, f"condition {name}"), place)
        if len(prompt_of({**state, "base": f"{state['base']} {line}"})) > max(PROMPT_BUDGET, len(prompt_of(state))):
            continue
        state["base"] = f"{state['base'].rstrip()} {line}"
        for variant in state.get("variants", []):
            variant["base"] = f"{variant['base'].rstrip()} {line}"
        done.append(key)
    if not done:
        raise Unsure(f"The text {looking.where_said(draft, keys)} is full. Which place shall I shorten first?")
    return capital(f"{rows['said'][0]} {looking.where_said(draft, done)}")


def quality(draft: Draft, keys: list[str], word: str) -> str:
    """An adjective that no table knows is told of each place."""
    for key in keys:
        builder, place = draft.builder, draft.builder.place_of[key]
        frame = builder.chance.fresh(_QUALITIES, "quality")
        builder.feature(key, builder.scenery.parted(frame.replace("{word}", word), place))
    return f"It is now {word} {looking.where_said(draft, keys)}"


_QUALITIES = ("everything here is {word}, {part} most of all", "{part} <part:is> {word}, and so is all the rest", "{part} and {other} are both {word}", "all of it is {word}, down to {part}")  # fmt: skip
