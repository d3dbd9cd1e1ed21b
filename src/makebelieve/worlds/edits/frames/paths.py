"""Ways between places, what they ask for, and where it all starts: read from which places a sentence names and what kinds of words are left."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames.changes import called
from makebelieve.worlds.edits.frames.mentions import Mention
from makebelieve.worlds.edits.frames.vocabulary import covered, masked, words_for, words_of
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import locks, needs, ways

_NOUN: Final = re.compile(
    rf"\b(?:(?:secret|hidden|old|narrow|dark|rope|stone|wooden|underground|magic|one-?way) )*(?:{ways.WAYS})\b", re.IGNORECASE
)
_MOVES: Final = frozenset(
    ("connect", "connects", "connected", "join", "joins", "joined", "link", "links", "linked", "lead", "leads", "walk", "get", "go", "goes", "travel", "reach", "reached", "reachable", "cross", "run", "runs", "climb", "crawl", "sneak", "fly", "swim", "connecting", "leading")
)  # fmt: skip
_ITEM: Final = re.compile(
    r"\b(?P<np>(?:an?|some|the) (?:(?!that\b|which\b|to\b|you\b|until\b|unless\b)[a-z'-]+ ){0,4}?(?:key|card|pass|code|ticket|password|lantern|lamp|torch|rope|coin|ring|map|crowbar|badge|token|whistle|candle|letter|permit|stamp|feather|stone|axe|shovel|invitation|potion|spell|medal|gem|coat|mask|uniform|sword|fish|bone|ladder|flag|bell|book|flower|cake|crystal|amulet|wand|boat|match|matches))\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\b(?:with|needs?|requires?|have|has|finds?|brings?|without|got|hide|use|using|holds?|add|need|require) (?P<np>(?:an?|some) [a-z'-]+(?: [a-z'-]+){0,3}?)(?= (?:to|that|which|you|for|in|opens?|may|can|and|nobody|hidden)\b|,|$)", re.IGNORECASE)  # fmt: skip


def _kinds(some: list[Mention]) -> list[str]:
    return [one.thing.kind for one in some]


def way(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "a tunnel from the barn to the mill", "the barn and the mill should be connected"."""
    if _kinds(some) != ["place", "place"] or some[0].thing.id == some[1].thing.id:
        return None
    words = words_of(masked(text, some))
    gone = covered(words, "way", "noway")
    if gone is None:
        return None
    first, second = some[0].thing, some[1].thing
    before = [text[max(0, one.start - 14) : one.start].lower().rstrip() for one in some]
    if re.search(r"\b(?:to|into|reach)$", before[0]) and re.search(r"\bfrom$", before[1]):
        first, second = second, first
    if gone & words_for("noway"):
        return called(ways.no_way, draft, a=first.name, b=second.name)
    bare = masked(text, some)
    noun = _NOUN.search(bare)
    if noun is None and not gone & _MOVES:
        return None
    if not re.search(r"\b(?:from|to|between|and|with|into|reach)\b", bare):
        return None
    return ways.join(draft, first, second, noun[0] if noun else "way")


def lock(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "without a silver key nobody gets into the mill": a place and a thing that it asks for."""
    places = [one for one in some if one.thing.kind == "place"]
    items = [one for one in some if one.thing.kind == "item"]
    if not places or len(places) > 2 or len(places) + len(items) != len(some) or len(items) > 1:
        return None
    where = None
    if len(places) == 2:
        inside = next((one for one in places if re.search(r"\b(?:in|at|on|inside|under|behind)$", text[: one.start].rstrip().lower()) and not re.search(r"\b(?:get|go|let|come|walk)(?:s|ting)? in$", text[: one.start].rstrip().lower())), None)  # fmt: skip
        if inside is None:
            return None
        where = inside.thing.name
        places = [one for one in places if one is not inside]
    bare = masked(text, some)
    if items:
        np = items[0].thing.name
    else:
        found = _ITEM.search(bare) or _AFTER.search(bare)
        if found is None:
            return None
        np = found["np"]
        bare = bare.replace(np, " ", 1)
    said = covered(words_of(bare), "lock")
    if said is None or not said & {"lock", "locked", "locks", "closed", "closes", "close", "shut", "barred", "unless", "until", "till", "enter", "enters", "entered", "entering", "get in", "get into", "opens", "opened", "unlocks", "unlock", "need", "needs", "needed", "require", "requires", "required", "without", "only", "admits", "accessible", "into"}:  # fmt: skip
        return None
    if said & {"needs", "need"} and not said & {"into", "enter", "get in", "get into", "lock", "locked", "opens", "unlock", "closed", "only"} and not re.search(r"\b(?:key|card|pass|code|ticket|password|permit|invitation|token|badge)$", np):  # fmt: skip
        return None
    if re.search(r"\b(?:not|n't|no longer)\b", bare) and not said & {"unless", "until", "till", "without"}:
        return None
    return called(locks.lock, draft, t=places[0].thing.name, np=np, w=where)


def after_talk(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "talk to Elias first, then the platform opens": a place, somebody, and words of talking and of order."""
    if sorted(_kinds(some)) != ["person", "place"]:
        return None
    said = covered(words_of(masked(text, some)), "talk")
    if said is None:
        return None
    talks = said & {"talk", "talks", "talking", "talked", "speak", "speaks", "speaking", "spoke", "spoken", "ask", "asks", "asked", "asking", "meet", "meets", "met", "meeting", "chat", "conversation"}  # fmt: skip
    order = said & {"first", "before", "after", "until", "till", "unless", "once", "only", "if", "require", "requires", "necessary", "required", "need", "have to", "has to be", "must", "to be"}  # fmt: skip
    there = said & {"lock", "locked", "closed", "shut", "open", "opens", "opened", "reach", "reached", "reachable", "enter", "entered", "entering", "get", "get into", "into", "go", "way", "door", "access", "unlock", "unlocks", "getting", "visit", "come", "in", "necessary", "require", "need", "gate", "enters"}  # fmt: skip
    if not talks or not order or not there:
        return None
    place = next(one.thing for one in some if one.thing.kind == "place")
    person = next(one.thing for one in some if one.thing.kind == "person")
    return called(needs.after_talk, draft, t=place.name, who=person.name)


def start(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """ "the mill is where it starts"."""
    first = [one for one in some if re.match(r"the (?:very )?(?:first|opening|starting) ", one.spoken, re.IGNORECASE)]
    said = covered([*words_of(masked(text, some)), *(["first"] if first else [])], "start")
    some = [one for one in some if one not in first]
    if _kinds(some) not in (["place"], ["player", "place"], ["place", "player"]):
        return None
    if said is None or not said & {"start", "starts", "starting", "begin", "begins", "beginning", "opening", "entrance", "first", "wake", "wakes", "wake up", "wakes up", "open", "starting point", "start point", "starting place", "at the beginning", "in the beginning", "kick off", "kicks off", "initially", "at first"}:  # fmt: skip
        return None
    if re.search(r"\b(?:door|gate|lock|way|not|n't|until|unless|end|ends)\b", text, re.IGNORECASE):
        return None
    place = next(one.thing for one in some if one.thing.kind == "place")
    try:
        return called(ways.start, draft, t=place.name)
    except Unsure as asked:
        raise asked
