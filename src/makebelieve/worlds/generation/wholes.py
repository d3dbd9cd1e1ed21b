"""Wholes that a premise names as places: a ship, a town, a school. Where a story goes through their rooms, one of those is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answers import asked_of
from makebelieve.worlds.generation.brevity import brief_thing
from makebelieve.worlds.generation.compounds import lands
from makebelieve.worlds.generation.english import capital, slug
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.realms import GROUNDS, SETTLEMENTS
from makebelieve.worlds.generation.whereabouts import way_of_being

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.subjects import Subject

_ROOMS: Final = frozenset(
    (
        "street", "streets", "alley", "lane", "avenue", "square", "green", "corridor", "room", "hall", "deck", "bridge", "door", "gate", "front",
        "beach", "shore", "coast", "crossing", "corner", "show", "fair", "festival", "dome", "plain", "market", "party", "contest", "competition",
        "road", "quarter", "district", "middle", "edge", "outskirts", "crater", "canyon", "cave", "valley", "boardwalk", "highway", "wall", "walls",
    )
)  # fmt: skip
"""Heads of names that are no wholes: one stands in them."""
ISLANDS: Final = frozenset(("island", "isle", "islet", "atoll"))
_FRONTED: Final = re.compile(r" (?:of|at|by|near|behind|under|below|above|outside|in|on) ")
_AGES: Final = re.compile(
    r"^(?:(?:(?:early |late |mid[- ])?[a-z0-9]+[- ]century|19[0-9]0s|occupied|medieval|ancient|modern|present-day|renaissance|victorian|futuristic|wartime|imperial) )+(?=[A-Z])",
    re.IGNORECASE,
)
"""What a story says of a city by its name, and nobody in it would."""


def _head(place: Place) -> str:
    return _FRONTED.split(bare(place.name).lower())[0].rsplit(" ", 1)[-1]


def is_whole(place: Place) -> bool:
    """Whether a place is named as a whole that has rooms of its own."""
    entry = tables.read("wholes").get(place.entry.title)
    if entry is None or not place.stated:
        return False
    head = _head(place)
    nouns = entry.words("nouns")
    return head not in _ROOMS if "*" in nouns else head in nouns


def parts_of(kind: str | None) -> frozenset[str]:
    """The kinds of place that lie within a kind that stands for wholes."""
    entry = tables.read("wholes").get(kind or "")
    return entry.words("parts") if entry is not None else frozenset()


def fronted(places: Sequence[Place], taken: set[str], *, afar: bool = False) -> list[Place]:
    """The places with each whole, where another of them lies in it, called by the part of it that one comes to first. `afar`: an island
    among them lies across the water."""
    told = [replace(place, name=name, at=place.at.replace(place.name, name)) for place in places for name in (_AGES.sub("", place.name),)]
    made: list[Place] = []
    for at, place in enumerate(told):
        if afar and at and _head(place) in ISLANDS:  # nobody walks there
            place = _gone_to(place, "Cross the water to", "Cross over to")
        elif afar and at and place.entry.title in GROUNDS and told[at - 1].entry.title not in parts_of(place.entry.title):
            aboard = told[at - 1].entry.title in parts_of("space_station") | {"space_station"}
            place = _gone_to(place, *(("Land on",) if aboard else ("Set off for", "Set out for")))
        others = {other.entry.title for other in told if other is not place}
        made.append(_front(place, taken) if is_whole(place) and _inside(place, others) else place)
    return made


def shorten(b: Builder, subjects: Sequence[Subject] = ()) -> None:
    """Call the part of a whole that a story begins in by its bare name in what is done and told after its first picture, and whatever has a long
    name by a short one."""
    long = b.places[0].name
    short, _, whole = long.partition(" of ")
    names = [place.name for place in b.places]
    brief = dict[str, str]()
    if whole and b.places[0].entry.title in tables.read("wholes") and short != "the middle" and short not in names:
        brief[long] = short
    for phrase in (*(one.told for one in subjects), *names, asked_of(b.scenery.told["whole_deed"])):
        if {"never", "always"} & set(phrase.split()):
            continue  # "the twins never sleep" is no name
        said = brief_thing(phrase, plural=is_plural(phrase))
        if said != phrase and said not in names and said not in brief.values() and phrase not in brief:
            brief[phrase] = said
    if brief:
        _renamed(b, brief)


def _renamed(b: Builder, brief: dict[str, str]) -> None:
    """Put the short names for the long ones wherever something is done or told but in the last choice."""
    some = sorted(brief, key=len, reverse=True)
    # what is said of the last noun of a name is said of no other: "the funeral of the dragon who raised you"
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, some))})(?![\w-])(?! (?:who|whom|whose|which|that|where|when)\b)", re.IGNORECASE)
    by_name = {long.lower(): short for long, short in brief.items()}

    def said(match: re.Match[str]) -> str:
        short = by_name[match[0].lower()]
        return capital(short) if match[0][:1].isupper() else short

    answered = b.answer is not None  # what was asked is told in all its words
    for event in b.events:
        for key in ("label", "base", "narration", "lockedHint"):
            whole = (key == "label" and "done" in event.get("grants", ())) or (answered and event.get("grants") == ["truth"])
            if event.get(key) and not whole:
                event[key] = pattern.sub(said, event[key])
        for fact in event.get("terminal", {}).get("facts", ()):
            fact["text"] = pattern.sub(said, fact["text"])
    for state in b.states.values():
        if answered and "ending" in state:
            continue
        state["narration"] = pattern.sub(said, state["narration"])
        if "ending" in state:
            state["ending"]["subtitle"] = pattern.sub(said, state["ending"]["subtitle"])


def _gone_to(place: Place, *ways: str) -> Place:
    return replace(place, entry=tables.Entry(place.entry.title, dict(place.entry.rows) | {"go": ways}))


def _inside(place: Place, others: set[str]) -> bool:
    parts = tables.read("wholes")[place.entry.title].words("parts")
    return bool(others & parts) or ("*" in parts and bool(others))


def _front(place: Place, taken: set[str]) -> Place:
    land = place.entry.title in SETTLEMENTS and bare(place.name).rsplit(" ", 1)[-1].lower() in lands()  # it has no green
    fronts = [front.replace("{}", place.name) for front in tables.read("wholes")[place.entry.title].items("front")][-1 if land else 0 :]
    name = next((front for front in fronts if slug(front.removeprefix("the "), 60) not in taken), fronts[0])
    key = slug(name.removeprefix("the "), 60)
    while key in taken:
        key += "_again"
    taken.add(key)
    return replace(place, id=key, name=name, at=f"{way_of_being(name, place.entry)} {name}")
