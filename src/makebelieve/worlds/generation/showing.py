"""Puts what a story is about into its scenes: its present state, or what is left of it, into the first, the thing itself into the last, into the
pictures of the deed and into the endings; and what somebody's trade leaves about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.climates import climate_of
from makebelieve.worlds.generation.english import sentence
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.mentions import shows
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import stands_in
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.sparing import without
from makebelieve.worlds.generation.subjects import Subject, asks, is_thing

_AFAR: Final = re.compile(r"\b(?:can be seen|way in|good deal of|picture of|see all of)\b")
"""Of texts about a place: it is seen from outside, or far off."""


def show_all(b: Builder, subjects: list[Subject], entrance: str, deed: str) -> None:
    """Every subject where it belongs: the first of them in the first scene, in the last, in the deed and in the endings."""
    if not subjects:
        return
    begins(b, subjects, entrance, deed)
    last = _last(b, entrance)
    main = subjects[0]
    if deed == "know" and main.way == "gone":  # found out is who took it: it comes back, if at all, at the end
        for key, state in b.states.items():
            if state.get("ending", {}).get("kind") == "win" and is_thing(main.head) and not _seen(main, state["base"]):
                text = b.scenery.pick(tables.read("showing")["back"].items("seen"), "back")
                state["base"] = within([state["base"], sentence(b.by(main.bound(text), b.place_of[key]))], 1200)
        return
    for one in (main, *(other for other in subjects[1:] if other.means)):
        hidden = b.awaited and one is main
        brought = one is main and deed == "move" and b.purpose == "deliver" and is_thing(one.head)
        if (
            last != entrance
            and not hidden
            and not _seen(one, b.states[last]["base"])
            and (text := _come(b, last, one) if brought else _once(b, last, one, "end", deed))
        ):
            b.feature(last, text)
        for event in b.events:
            pictures = event.get("phases") or [event]
            if "done" not in event.get("grants", ()) or any(_seen(one, picture["base"]) for picture in pictures):
                continue
            if text := "" if brought else _once(b, last, one, "end", deed):
                if deed == "find" and one is main:  # it is there once it is found
                    pictures[-1]["base"] = f"{pictures[-1]['base']} {text}"
                else:
                    pictures[0]["base"] = f"{text} {pictures[0]['base']}"
                event["base"] = pictures[0]["base"]
    for key, state in b.states.items():
        kind = state.get("ending", {}).get("kind")
        if kind and key not in b.given_up and not _seen(main, state["base"]) and (text := _ended(b, key, main, kind, deed)):
            state["base"] = within([text, state["base"]], 1200)


def _last(b: Builder, entrance: str) -> str:
    """The scene in which the deed is done."""
    return next((str(event["from"][0]) for event in b.events if "done" in event.get("grants", ())), entrance)


def begins(b: Builder, subjects: list[Subject], entrance: str, deed: str) -> None:
    """The first scene tells how it stands: of what is wanted, of what is missing, and of one thing more that the premise names."""
    told = 0
    home = next((key for key, place in b.place_of.items() if b.elsewhere and place is b.places[1]), entrance)
    for at, one in enumerate(subjects):
        if told == 2:
            break
        kind = one.entries[0].one("like", one.entries[0].title)
        if at and kind == "abstract":
            continue  # a heart is won, and stands nowhere
        if one.trade and not b.place_of[entrance].home:
            continue  # no supper stands in the high street
        if one.somebody and one.way == "here" and b.place_of[_last(b, entrance)] is not b.place_of[entrance] and home == entrance:
            continue  # who is wanted is where the deed is done
        there = _seen(one, b.states[entrance]["base"])
        if one.way == "here" and there and (at or one.person or kind in ("creature", "any animal") or b.goal_row.items("setup")):
            continue
        if one.way == "far" and not one.wanted:
            continue
        away = not at and one.way == "here" and home != entrance
        if away and not one.somebody and (text := _said(b, entrance, one, ("far",), deed)):
            b.feature(entrance, text)  # it is worked on somewhere else: here is only a picture of it
        key = home if away else entrance
        done = deed if one.wanted or not at else "use"  # what only is about is not wrapped, mended or brought up for it
        if not (away and b.goal_row.items("setup")) and (text := _said(b, key, one, (one.way,), done)):
            b.feature(key, text)
            told += 1
    main = subjects[0]
    seen = main.way != "far" and not (main.somebody and main.way == "here")  # nobody is a thing to be looked over
    looks = _texts(b, main, ({"here": "look", "gone": "trace"}[main.way],), deed, entrance) if seen else ()
    if main.way == "gone" and deed != "know":
        looks = tables.read("showing")["gone"].items("look")
    if looks and not (main.trade and not b.place_of[entrance].home):
        label, shown, tell = (piece.strip() for piece in b.scenery.pick(looks, "look").split("::"))
        bound = f"{main.bound(label, told=True)} :: {main.bound(shown)} :: {main.after(tell)}"
        key = home if main.way == "here" else entrance
        b.event("override", key, *b.triple((bound,), "look", key))


def ply(b: Builder, entrance: str) -> None:
    """The trade of whoever plays shows in the first scene: its tools, and something that only this trade does."""
    nouns = {head_of(b.scenery.player.role), *b.scenery.player.role.lower().split()}
    entry = next((one for one in tables.read("trades").values() if nouns & one.words("nouns")), None)
    if entry is None:
        return
    tools = fitting(entry.items("tools"), b.scenery.marks)
    place = b.place_of[entrance]
    if tools and (place.home or place.air != "open" or "boots" in " ".join(tools)):  # a waiter's ladle lies in no high street
        frame = b.scenery.pick(tables.read("showing")["trade"].items("seen"), "trade")
        b.feature(entrance, b.scenery.parted(frame, b.place_of[entrance], tools=b.scenery.pick(tools, "tools")))
    ways = fitting(entry.items("way"), b.scenery.marks | {b.place_of[entrance].air})
    climate = climate_of(b.place_of[entrance].entry.title)
    ways = ways if climate is None else without(ways, climate[1])  # nobody crumbles the earth of Mars
    ways = without(ways, b.scenery.spared)  # the deaf listen for no fault
    if ways:
        b.event("override", entrance, *b.triple(ways, "way", entrance))


def _come(b: Builder, key: str, one: Subject) -> str:
    """What is carried comes in with whoever carries it: it does not lie there already."""
    return sentence(b.by(one.bound(b.scenery.pick(tables.read("showing")["brought"].items("seen"), "brought")), b.place_of[key]))


def _seen(one: Subject, text: str) -> bool:
    return shows(one.head, text.lower())


def _ended(b: Builder, key: str, one: Subject, kind: str, deed: str) -> str:
    """What an ending shows of it: what was to be found and was not shows nowhere."""
    return "" if kind == "lose" and deed == "find" else _once(b, key, one, "bad" if kind == "lose" else "good", deed)


def _texts(b: Builder, one: Subject, rows: Iterable[str], deed: str, key: str) -> tuple[str, ...]:
    """The texts of the first of these rows that has some for the deed, of the most particular entry first; else of those for any deed."""
    marks = b.scenery.marks | {deed, b.place_of[key].air}
    for row in rows:
        if row == "gone" and deed != "know":  # it was not taken from here
            return tables.read("showing")["gone"].items("seen")
        found = list(one.rows(row))
        for own in (True, False):
            for texts in found:
                if some := fitting(tuple(text for text in texts if asks(text, deed) == own), marks):
                    return some
        if row == "far":
            return fitting(tables.read("showing")["far"].items("seen"), marks)
    return ()


def _within(b: Builder, key: str, one: Subject) -> bool:
    """Whether a subject is the building that a state is in."""
    place = b.place_of[key]
    return place.air != "open" and stands_in(place, one.phrase)


def _said(b: Builder, key: str, one: Subject, rows: Iterable[str], deed: str) -> str:
    texts = _texts(b, one, rows, deed, key)
    if _within(b, key, one):
        texts = tuple(text for text in texts if not _AFAR.search(text))
    if not texts:
        return ""
    text = b.scenery.pick(texts, f"show {one.head}", b.place_of[key])
    if deed == "make" and one.wanted and "{s}" not in text:  # a pail of milk is a cheese only for those who are told so
        text = b.scenery.pick(tables.read("showing")["begun"].items("seen"), "begun").replace("{text}", text)
    return sentence(b.by(one.bound(text), b.place_of[key]))


def _once(b: Builder, key: str, one: Subject, row: str, deed: str) -> str:
    """A text of its own entry or of its kind that was not told yet, or none."""
    within = _within(b, key, one)
    marks = b.scenery.marks | {deed, b.place_of[key].air}
    own = one.entries[0].items(row)  # a truce does not begin like a concert, and money has no claws round it
    alone = bool(own) and (row != "end" or (bool(one.entries[0].items("event")) and len(own) > 1))
    some = (b.chance.unused(fitting(one.true(entry.items(row)), marks)) for entry in one.entries[: 1 if alone else 2])
    fresh = tuple(text for text in next(filter(None, some), ()) if not (within and _AFAR.search(text)))
    fresh = without(fresh, b.scenery.spared) or fresh
    return sentence(b.by(one.bound(b.scenery.pick(fresh, f"show {one.head}", b.place_of[key])), b.place_of[key])) if fresh else ""
