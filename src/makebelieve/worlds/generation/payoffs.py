"""What a premise makes a point of, and its story comes back to: a fear, a reason, whose something is, where it plays. Each is thought of once on the
way and once more in every ending in which the deed succeeds (`data/payoffs.txt`)."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.limits import left_open
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.passed import reached
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.points import points_of
from makebelieve.worlds.generation.pointwords import Point

_MOST: Final = 2
"""Points that one story comes back to."""
_ANSWERS: Final = ("kept", "held", "will", "ready", "bound", "enabling", "purpose")
"""What the deed is for: of all that a premise says the first that its endings have to answer."""


_ALL_THE_SAME: Final = re.compile(r"\b(?:did|done) it all the same\b|\bdid not stop you\b")
"""What a world says once."""
_DONE: Final = re.compile(r"\b(?:did|done) it\b|\bstop you\b|\bThat was for\b|\byou, all of it\b")
"""What an ending says once."""


def pay_off(builder: Builder, draft: WorldDraft, entrance: str, last: str) -> None:
    """Name the points of the premise on the way, and in the endings that win."""
    scenery = builder.scenery
    some = [(point, words) for point in points_of(draft, scenery.player.pronoun) if (words := _words(builder, point)) is not None]
    some = [one for one in some if one[0].kind != "natured"] or some  # what one is like counts for least
    some = sorted(some, key=lambda one: one[0].kind not in _ANSWERS)[:_MOST]
    thought = [
        scenery.narrate(scenery.pick(rows, f"{point.kind} onward"), **words)
        for point, words in some
        if (rows := tables.read("payoffs")[point.kind].items("onward"))
    ]
    for told, place in zip(thought, _on_the_way(builder, entrance, last) if thought else (), strict=False):
        _tell(place, told)
    for point, words in some:
        rows = tables.read("payoffs")[point.kind].items("seen")
        if rows and (key := _there(builder, draft, words["x"].split()[-1], (entrance, last))) is not None:
            builder.feature(key, scenery.parted(scenery.pick(rows, f"{point.kind} seen"), builder.place_of[key]))
    said_once = False
    for key, state in builder.states.items():
        if "ending" not in state:
            continue
        won = state["ending"]["kind"] == "win"
        for point, words in some:
            if won and point.kind in _BEEN and not _has_been(builder, entrance, key, words.get("was") or words["x"]):
                continue
            rows = tables.read("payoffs")[point.kind].items("won" if won else "lost") if point.lasts else ()
            rows = tuple(row for row in rows if "{Unsaid}" not in row or "Unsaid" in words)
            said = {match[0] for match in _DONE.finditer(state["narration"])}
            fresh = tuple(row for row in rows if not said & {match[0] for match in _DONE.finditer(row)})
            if said_once:
                fresh = tuple(row for row in fresh if not _ALL_THE_SAME.search(row))
            if rows := fresh:
                told = scenery.narrate(scenery.pick(rows, f"{point.kind} won"), **words)
                told = capital(told.removeprefix("Now ")) if not won and "Now " in state["narration"] else told
                state["narration"] = f"{state['narration']} {told}".strip()
        said_once = said_once or _ALL_THE_SAME.search(state["narration"]) is not None
        state["ending"]["subtitle"] = state["narration"]


_BEEN: Final = frozenset(("place", "forbidden", "abandoned", "where"))
"""Points of places where one says that one has been."""


def _has_been(builder: Builder, entrance: str, ending: str, spoken: str) -> bool:
    """Whether every way to an ending passes the place spoken of; where no scene has its name, the whole story plays there."""
    words = set(re.findall(r"[a-z]+", spoken.lower()))
    there = {key for key, place in builder.place_of.items() if bare(place.name).lower().split()[-1] in words}
    if not there or any(builder.place_of[ending].id == builder.place_of[key].id for key in there):
        return True
    cards = {one["id"]: one["to"] for one in builder.cutscenes}
    return ending not in reached(builder.events, entrance, shut=there, cards=cards)


def _there(builder: Builder, draft: WorldDraft, noun: str, busy: tuple[str, ...]) -> str | None:
    """The scene in which it shows what a place is: one that is called by it, or any where the story plays nowhere else."""
    rooms = sorted((key for key, state in builder.states.items() if "ending" not in state), key=lambda key: key in busy)
    named = [key for key in rooms if noun in builder.place_of[key].name.lower().split()]
    alone = len(draft.places) == 1 and draft.places[0].noun == noun
    return next(iter(named or (rooms if alone else [])), None)


def _words(builder: Builder, point: Point) -> dict[str, str] | None:
    """The words of a point said to the player; None where one of them would point at nobody."""
    told_already = point.kind in ("ready", "kept", "held")
    words = {name: text if told_already else _told(text, builder.scenery.player.pronoun) for name, text in point.words.items()}
    words |= {name.capitalize(): capital(text) for name, text in words.items()}
    open_ = {"theirs", "kin", "it"} if point.kind in ("made", "maker", "first") else set()  # they speak of somebody named beside them
    passed = _OF_ITS if point.kind in _OF_PLACES and builder.scenery.player.pronoun != "it" else _RAINS
    passed = _THE_DEED if point.kind == "against" else passed
    if point.kind in _ANSWERS:
        return (
            None
            if (point.kind != "ready" and any(left_open(text) for text in words.values())) or _OWN.search(" ".join(words.values()))
            else words
        )
    return None if any(_FOREIGN.search(passed.sub("", text)) for name, text in words.items() if name.lower() not in open_) else words


def _told(text: str, pronoun: str) -> str:
    """What is said to the player; of what several others do, "their" stays theirs: "so that the fishermen can find their way home"."""
    clause = re.match(r"(.+?)( can(?:not)? )(.+)$", text)
    if clause is None or not re.search(r"\btheir\b", clause[3]) or not is_plural(clause[1].removeprefix("now ")):
        return yours(text, pronoun)
    return f"{yours(clause[1], pronoun)}{clause[2]}{clause[3] if pronoun == 'they' else yours(clause[3], pronoun)}"


_OWN: Final = re.compile(r"[{}<>|\[\]\"]|\b(?:I|me|my|we|us|our)\b")
_FOREIGN: Final = re.compile(r"[{}<>|\[\]\"]|\b(?:he|she|him|his|her|hers|it|its|they|them|their|theirs|I|me|my|we|us|our)\b")
"""What would point at nobody, or be read as a slot."""
_RAINS: Final = re.compile(
    r"\bit (?=(?:never |always |only )?(?:(?:stops? |is )?(?:rain|snow)(?:s|ing)?\b|is (?:always |never )?(?:dark|night|winter|summer)))"
)
"""An "it" that stands for nothing: "where it never stops raining"."""
_THE_DEED: Final = re.compile(r" it$")
"""The deed itself: "your father had forbidden it"."""
_OF_PLACES: Final = frozenset(("where", "place", "seen", "behind"))
_OF_ITS: Final = re.compile(rf"{_RAINS.pattern}|\bits\b")
"""The same, and what is a place's: "a town that is famous for its garlic"."""


def _on_the_way(builder: Builder, entrance: str, last: str) -> list[Json]:
    """Where something is thought on the way: walks on from scene to scene, those from the first scene before others, else the arrival in the last."""
    ways = [
        event
        for event in builder.events
        if event["kind"] == "transition"
        and event.get("narration")
        and not {"requires", "grants"} & {name for name in ("requires", "grants") if event.get(name)}
        and event.get("to") in builder.states
        and "ending" not in builder.states[event["to"]]
        and not any(event is back for back in builder.returns)
    ]
    ways.sort(key=lambda event: (event["from"][0] != entrance, event["to"] != last))
    there = [builder.states[last]] if last != entrance else []
    needed = [event for event in builder.events if event["kind"] == "override" and event.get("grants") and event.get("narration")]
    return [*there, *ways, *needed]


def _tell(place: Json, told: str) -> None:
    """A walk is told by what is thought on it alone; what is told of a scene goes on with it."""
    place["narration"] = told if place.get("kind") == "transition" else f"{place.get('narration') or ''} {told}".strip()
