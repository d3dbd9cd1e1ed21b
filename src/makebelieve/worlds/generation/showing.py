"""Puts what a story is about into its scenes: its present state, or what is left of it, into the first, the thing itself into the last, into the
pictures of the deed and into the endings; and what somebody's trade leaves about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.climates import climate_of
from makebelieve.worlds.generation.conditions import can_stand, is_fixed, row_at
from makebelieve.worlds.generation.conditions import shows as shows_at
from makebelieve.worlds.generation.english import sentence
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.means import mended
from makebelieve.worlds.generation.mentions import shows
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import stands_in
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.sparing import without
from makebelieve.worlds.generation.standalone import acts_as_body
from makebelieve.worlds.generation.subjects import Subject, asks, is_thing

_ONLY_THOUGHT: Final = re.compile(
    r"\b(?:think\w*|thought|mind|dream\w*|search\w*|look\w* (?:out|round|about|for|through)|begin|where|without|what (?:is|was) to be|buyer|price"
    r"|(?:picture|drawing|sketch|photograph|list|note|notes|sheet|page|line|paper|poster|plan|map|word|news|tracks|place|room|size|outline|shape|lines|part|parts)\b.*"
    r"|(?:for|toward|about|of|to) {s}|{s}, so far|beginning of)\b"
)
"""Of texts that only speak of a thing that is not there."""
_AFAR: Final = re.compile(r"\b(?:can be seen|way in|good deal of|picture of|see all of)\b")
"""Of texts about a place: it is seen from outside, or far off."""


_TELLING: Final = frozenset(("v_open", "v_shut", "v_light", "v_mend"))
_LARGE: Final = frozenset(("vehicle", "building", "place", "location", "structure"))


def show_all(b: Builder, subjects: list[Subject], entrance: str, deed: str) -> None:
    """Every subject where it belongs: the first of them in the first scene, in the last, in the deed and in the endings."""
    if not subjects:
        return
    begins(b, subjects, entrance, deed)
    last = last_of(b, entrance)
    main = subjects[0]
    if deed == "know" and main.way == "gone":  # found out is who took it: it comes back, if at all, at the end
        for key, state in b.states.items():
            if state.get("ending", {}).get("kind") == "win" and is_thing(main.head) and not _seen(main, state["base"]):
                text = b.scenery.pick(tables.read("showing")["back"].items("seen"), "back")
                state["base"] = within([state["base"], sentence(b.by(main.bound(text), b.place_of[key]))], 1200)
        return
    for one in (*(() if b.arriving else (main,)), *(other for other in subjects[1:] if other.means)):
        if _left_behind(b, last, one):
            continue
        hidden = (b.awaited and one is main) or (b.purpose == "steal" and one is main)  # what was stolen is well hidden
        if last != entrance and not hidden and not _seen(one, b.states[last]["base"]) and (text := _in_last(b, last, one, deed)):
            b.feature(last, text)
        for event in b.events:
            pictures = event.get("phases") or [event]
            if "done" not in event.get("grants", ()) or any(_seen(one, picture["base"]) for picture in pictures):
                continue
            if text := _once(b, last, _once_done(one), row_at(one.condition, "done"), deed):
                if one is main and one.condition != "there":  # it is there, or is whole, once it is done
                    pictures[-1]["base"] = f"{pictures[-1]['base']} {text}"
                else:
                    pictures[0]["base"] = f"{text} {pictures[0]['base']}"
                event["base"] = pictures[0]["base"]
    if not b.arriving:  # what is wanted is the place that the endings stand in
        ends(b, main, deed)


def ends(b: Builder, main: Subject, deed: str, *, lost: bool = True) -> None:
    """How it is in the endings; `lost`: also in those in which the deed failed."""
    for key, state in b.states.items():
        kind = state.get("ending", {}).get("kind")
        if (
            kind
            and (lost or kind == "win")
            and key not in b.given_up
            and not _seen(main, state["base"])
            and (text := _ended(b, key, main, kind, deed))
        ):
            state["base"] = within([text, state["base"]], 1200)


def last_of(b: Builder, entrance: str) -> str:
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
        apart = one.somebody or (one.wanted and b.arriving)  # a tortoise that is to be got into the greenhouse
        if apart and one.way == "here" and b.place_of[last_of(b, entrance)] is not b.place_of[entrance] and home == entrance:
            continue  # who is wanted is where the deed is done
        there = _seen(one, b.states[entrance]["base"])
        if one.way == "here" and there and (at or one.person or kind in ("creature", "any animal") or b.goal_row.items("setup")):
            continue
        if one.way == "far" and not one.wanted:
            continue
        elsewhere = one.wanted and _stays(one) and b.place_of[last_of(b, entrance)] is not b.place_of[home]
        if one.wanted and _aboard(b, entrance, one):
            continue
        away = not at and one.way == "here" and (home != entrance or elsewhere)
        if away and not one.somebody and (text := _said(b, entrance, one, ("far",), deed)):
            b.feature(entrance, text)  # it is worked on somewhere else: here is only a picture of it
        if elsewhere and one.way == "here":
            continue
        key = home if away else entrance
        done = deed if one.wanted or not at else "use"  # what only is about is not wrapped, mended or brought up for it
        if not (away and b.goal_row.items("setup")) and (text := _carried(b, key, one, deed) or _said(b, key, one, (one.way,), done)):
            b.feature(key, text)
            told += 1
    main = subjects[0]
    seen = main.way != "far" and not (main.somebody and main.way == "here")  # nobody is a thing to be looked over
    looks = _texts(b, main, ({"here": "look", "gone": "trace"}[main.way],), deed, entrance) if seen else ()
    if main.way == "gone" and deed != "know":
        looks = tables.read("showing")["gone"].items("look")
    fixed = main.wanted and _stays(main) and main.way == "here" and b.place_of[last_of(b, entrance)] is not b.place_of[home]
    unmade = main.condition == "unmade" and main.way == "here"
    if main.condition == "undone" and main.way == "here" and not main.somebody:  # nobody plays the drum that is to be mended
        looks = tables.read("showing")["still"].items("look")
    unmade = unmade or (main.way == "here" and not _can_be(b, home, main))
    if looks and not fixed and not unmade:
        label, shown, tell = (piece.strip() for piece in b.scenery.pick(looks, "look").split("::"))
        bound = f"{main.bound(label, told=True)} :: {main.bound(shown)} :: {main.after(tell)}"
        key = home if main.way == "here" else entrance
        b.event("override", key, *b.triple((bound,), "look", key))


_FORMER: Final = re.compile(r"\b(?:retired|former|ex|disgraced|sacked|failed|trainee|apprentice)\b", re.IGNORECASE)
"""Of whoever has left a trade or is only learning it."""


def ply(b: Builder, entrance: str) -> None:
    """A trade that is certain by its own word shows in the first scene: its tools, and something that only this trade does."""
    noun = head_of(b.scenery.player.role)
    entry = next((one for one in tables.read("trades").values() if noun in one.words("nouns")), None)
    if entry is None or _FORMER.search(b.scenery.player.full):
        return
    tools = fitting(entry.items("tools"), b.scenery.marks)
    place = b.place_of[entrance]
    if tools and (place.home or place.air != "open"):  # a waiter's ladle lies in no high street
        frame = b.scenery.pick(tables.read("showing")["trade"].items("seen"), "trade")
        b.feature(entrance, b.scenery.parted(frame, b.place_of[entrance], tools=b.scenery.pick(tools, "tools")))
    ways = fitting(entry.items("way"), b.scenery.marks | {b.place_of[entrance].air})
    climate = climate_of(b.place_of[entrance].entry.title)
    ways = ways if climate is None else without(ways, climate[1])  # nobody crumbles the earth of Mars
    ways = without(ways, b.scenery.spared)  # the deaf listen for no fault
    if ways:
        b.event("override", entrance, *b.triple(ways, "way", entrance))


def _once_done(one: Subject) -> Subject:
    """It as it is called once the deed is done: the broken antenna is the antenna."""
    return replace(one, phrase=mended(one.phrase), told=mended(one.told)) if one.condition == "undone" else one


def _in_last(b: Builder, last: str, one: Subject, deed: str) -> str:
    """What the scene of the deed shows of it before the deed is done."""
    row = row_at(one.condition, "last")
    if one.somebody and one.way == "gone":
        return ""  # who is sought is seen once they are found
    if row == "brought" and is_thing(one.head):
        return _come(b, last, one)
    if row == "still":
        rows = tables.read("showing")["still"].items("seen")
        can = _can_be(b, last, one)
        return sentence(b.by(one.bound(b.scenery.pick(rows, "still")), b.place_of[last])) if can and not one.person else ""
    return _once(b, last, one, "end" if row else "", deed, "for {s}" if row == "promised" else "")


def _come(b: Builder, key: str, one: Subject) -> str:
    """What is carried comes in with whoever carries it: it does not lie there already."""
    if not _can_be(b, key, one):
        return ""
    return sentence(b.by(one.bound(b.scenery.pick(tables.read("showing")["brought"].items("seen"), "brought")), b.place_of[key]))


def _seen(one: Subject, text: str) -> bool:
    return shows(one.head, text.lower())


def _ended(b: Builder, key: str, one: Subject, kind: str, deed: str) -> str:
    """What an ending shows of it: what was to be found and was not shows nowhere, and what stays where it is only there."""
    if _stays(one) and b.place_of[key] is not b.place_of[last_of(b, key)]:
        return ""
    if (kind == "lose" and one.somebody and b.purpose in ("find", "rescue")) or _left_behind(b, key, one):
        return ""  # who was not found or saved does not walk away
    if kind == "lose" and _only_still(b, one):
        return _in_last(b, key, one, deed)
    row = row_at(one.condition, "lost" if kind == "lose" else "won")
    text = _once(b, key, one, row, deed)
    if (
        text
        or kind == "lose"
        or not row
        or not one.wanted
        or one.way == "far"
        or not (one.person or is_thing(one.head))
        or not _can_be(b, key, one)
    ):
        return text
    return sentence(b.by(one.bound(b.scenery.pick(tables.read("showing")["won"].items("seen"), "won")), b.place_of[key]))


def _texts(b: Builder, one: Subject, rows: Iterable[str], deed: str, key: str) -> tuple[str, ...]:
    """The texts of the first of these rows that has some for the deed, of the most particular entry first; else of those for any deed."""
    marks = b.scenery.marks | {deed, b.place_of[key].air}
    for row in rows:
        if row == "gone" and deed != "know":  # it was not taken from here
            return fitting(tables.read("showing")["gone"].items("seen"), marks)
        found = list(one.rows(row))
        asked = ((True, texts) for texts in found), ((False, texts) for texts in found)
        each = ((own, texts) for texts in found for own in (True, False))
        for own, texts in chain(*asked) if deed == "make" else each:  # of what is not there yet nothing is told as of what is
            if some := fitting(tuple(text for text in texts if asks(text, deed) == own), marks):
                return some
    return ()


def _within(b: Builder, key: str, one: Subject) -> bool:
    """Whether a subject is the building that a state is in."""
    place = b.place_of[key]
    return place.air != "open" and stands_in(place, one.phrase)


def _only_still(b: Builder, one: Subject) -> bool:
    """Whether a deed changes a thing in a way that tells nothing of how it was: what is washed or wound up was not broken."""
    return one.condition == "undone" and not one.person and not _TELLING & b.scenery.marks


def _stays(one: Subject) -> bool:
    """Whether it is where it is through all of the story, and shows in that place only."""
    return is_fixed(one.head) and one.condition != "carried"


_CARRIED_ALONG: Final = frozenset(("communication", "treasure", "clothing", "container"))


def _left_behind(b: Builder, key: str, one: Subject) -> bool:
    """Whether it is only asked about and stays where the story begins: nobody takes the lamp of a lighthouse along to find out why it went dark."""
    asked = b.purpose == "solve" and one.wanted and one.way == "here" and not one.somebody
    return asked and b.place_of[key] is not b.place_of[next(iter(b.states))] and classify(one.head)[0] not in _CARRIED_ALONG


def _aboard(b: Builder, key: str, one: Subject) -> bool:
    """Whether one is in the thing itself, as on the deck of a ship: nobody sees it lie there, nor thinks of it."""
    large = classify(one.head)[0] in _LARGE and one.entries[0].title != "door"
    return large and not one.person and _seen(one, b.place_of[key].name.lower())


def _can_be(b: Builder, key: str, one: Subject) -> bool:
    """Whether it can be in a place at all; what is as large as a place shows as one."""
    if acts_as_body(one.head) and (one.person or classify(one.head)[0] == "group"):
        return False  # a company waits beside no globe
    if _aboard(b, key, one):
        return False
    return (
        one.person
        or one.entries[0].one("like", "") == "building"
        or can_stand(one.head, b.place_of[key], driven=one.condition == "carried")
    )


def _carried(b: Builder, key: str, one: Subject, deed: str) -> str:
    """A small thing that is to be brought somewhere else is with whoever brings it, from the first scene on."""
    alive = one.somebody or one.entries[0].one("like", one.entries[0].title) in ("creature", "any animal")
    small = "goal_small" in b.scenery.marks and one.wanted and one.way == "here" and not alive
    stays = b.away or b.place_of[last_of(b, key)] is b.place_of[key]
    if one.condition != "carried" or deed != "move" or not small or stays:
        return ""
    text = b.scenery.pick(tables.read("showing")["carried"].items("seen"), "carried")
    return sentence(b.by(one.bound(text), b.place_of[key]))


def _said(b: Builder, key: str, one: Subject, rows: Iterable[str], deed: str) -> str:
    texts = _texts(b, one, rows, deed, key)
    if "here" in rows and not _can_be(b, key, one):
        return ""
    if "here" in rows and _only_still(b, one):
        texts = tables.read("showing")["still"].items("seen")
    if _within(b, key, one):
        texts = tuple(text for text in texts if not _AFAR.search(text))
    if not texts:
        return ""
    text = b.scenery.pick(texts, f"show {one.head}", b.place_of[key])
    if deed == "make" and one.wanted and "{s}" not in text:  # a pail of milk is a cheese only for those who are told so
        text = b.scenery.pick(tables.read("showing")["begun"].items("seen"), "begun").replace("{text}", text)
    return sentence(b.by(one.bound(text), b.place_of[key]))


def _once(b: Builder, key: str, one: Subject, row: str, deed: str, needed: str = "") -> str:
    """A text of its own entry or of its kind that was not told yet, or none."""
    if not row or not _can_be(b, key, one):
        return ""
    within = _within(b, key, one)
    marks = b.scenery.marks | {deed, b.place_of[key].air}
    own = one.entries[0].items(row)  # a truce does not begin like a concert, and money has no claws round it
    alone = bool(own) and (row != "end" or (bool(one.entries[0].items("event")) and len(own) > 1))
    some = (b.chance.unused(fitting(one.true(entry.items(row)), marks)) for entry in one.entries[: 1 if alone else 2])
    fresh = tuple(text for text in next(filter(None, some), ()) if needed in text and not (within and _AFAR.search(text)))
    fresh = without(fresh, b.scenery.spared) or fresh
    return sentence(b.by(one.bound(b.scenery.pick(fresh, f"show {one.head}", b.place_of[key])), b.place_of[key])) if fresh else ""


def _won_in(b: Builder, key: str, speaks: re.Pattern[str]) -> bool:
    """Whether a thing is taken in this scene, before the way out."""
    return any(key in event["from"] and event.get("grants") and speaks.search(event["base"].lower()) for event in b.events)


def hold_back(b: Builder, subjects: list[Subject], entrance: str) -> None:
    """What is to be won or made shows in no scene before that is done, and in no ending in which it was not, whichever table the text is of."""
    last = last_of(b, entrance)
    for one in subjects:
        if shows_at(one.condition, "first") or any(_seen(one, place.name.lower()) for place in b.places):
            continue
        speaks = re.compile(rf"\b(?:{re.escape(one.phrase.lower())}|{re.escape(one.told.lower())})\b")
        excused = re.compile(_ONLY_THOUGHT.pattern.replace("{s}", re.escape(one.phrase.lower())))
        early = set[str]()
        for key, state in b.states.items():
            ending = state.get("ending", {}).get("kind")
            here = b.place_of[key] is b.place_of[last] and one.condition == "absent"
            here = here or (b.purpose == "steal" and _won_in(b, key, speaks))
            if ending == "win" or (ending is None and (key == last or here)):
                continue
            early |= {key} if ending is None else set()
            for shown in (state, *state.get("variants", ())):
                told = re.split(r"(?<=[.!?]) ", shown["base"])
                kept = [text for text in told if not speaks.search(text.lower()) or excused.search(text.lower())]
                shown["base"] = " ".join(kept or told)
        for event in list(b.events):
            plain = event["kind"] == "override" and not {"grants", "requires"} & event.keys() and set(event["from"]) <= early
            text = f"{event['label']} {event['base']}".lower()
            if plain and speaks.search(text) and not excused.search(text):
                b.events.remove(event)
