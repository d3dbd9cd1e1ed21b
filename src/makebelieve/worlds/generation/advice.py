"""What is known at the start of a story: from whoever is there to be asked, and where nobody is, from one's own thoughts."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.items import LEAD
from makebelieve.worlds.generation.uses import credit

THOUGHTS: Final = "Your own thoughts"
"""Who answers where there is nobody to ask."""


_SAID_BY_ANOTHER: Final = re.compile(r"\b(?:everybody|everyone|nobody|people|ask|they|I|me|my|one of us|we|here)\b", re.IGNORECASE)
"""Of what is known: somebody else says it, or sends one to others."""


def consult(b: Builder, key: str) -> None:
    """The questions of a first scene: put to whoever goes along or is met there, else to oneself."""
    first = b.allies[0] if b.allies else None
    here = [] if b.solitude.confined else b.about(key)
    if first is not None and not first.stated and first not in here:
        first = here[0] if here else None
    if first is None:
        _think(b, key)
        return
    b.allies = [first, *(one for one in b.allies if one is not first)]
    b.talk(key, first, _facts(b, alone=False))


def _think(b: Builder, key: str) -> None:
    """A console of one's own thoughts."""
    row, place = tables.read("stages")["thoughts"], b.place_of[key]
    told = b.scenery.narrate(b.scenery.pick(row.items("greeting"), "greeting"))
    facts = [{"text": sentence(text)} | ({"requires": needs} if needs else {}) for text, needs in _facts(b, alone=True)]
    b.event(
        "terminal",
        key,
        b.scenery.chosen(b.scenery.pick(row.items("label"), "think")),
        b.scenery.parted(b.scenery.pick(row.items("base"), "thinking", place), place),
        told,
        terminal={"persona": f"{THOUGHTS}. Plain, and honest about what is unknown.", "greeting": told, "facts": facts},
    )


def _facts(b: Builder, *, alone: bool) -> list[tuple[str, list[str]]]:
    """What is known at the start, each with what it asks for."""
    words = b.words()
    facts = b.unused("fact")
    if alone:  # nobody says to themselves whom to ask
        facts = tuple(one for one in facts if not _SAID_BY_ANOTHER.search(one))
    own = b.chance.several(facts, 1, "facts")
    in_the_way = (
        ()
        if b.foe.absent or (own and not b.foe.stated)
        else ("{foecap} <foe:wants|want> to win it too." if b.foe.rival else "{foecap} <foe:is|are> in the way.",)
    )
    later = any(LEAD in item.lesson for item in (*b.works, *b.own))
    known = [] if b.answer is None or alone or later else [(b.answer.lead, list[str]())]
    return [
        *known,
        *((b.scenery.narrate(frame, **words), []) for frame in (*own, *in_the_way)),
        *([(b.scenery.narrate(f"If you fail, {b.stake}.", **words), list[str]())] if b.stake else []),
    ]


def advise(b: Builder) -> None:
    """Whoever answers questions at the entrance knows of two things where they are to be had, and where it is worth looking closely."""
    talk = next(event for event in b.events if event["kind"] == "terminal")
    alone = talk["terminal"]["persona"].startswith(THOUGHTS)
    frames = tables.read("stages")["thoughts" if alone else "talk"].items("where")
    by_flag = {item.flag: item for item in (*b.items, *b.works, *b.own)}
    found = [(one, by_flag[one.id]) for one in b.objectives if one.id in by_flag and one.location not in talk["from"]]
    told: list[Json] = []
    for one, item in found[:2]:
        giver = b.givers.get(one.id, "")
        frame = b.scenery.pick(frames, "where", None, item.depth, "giver" if giver else "lies")
        words = {"item": item.phrase, "Itemcap": capital(item.phrase), "at": b.place_of[one.location].at, "who": capital(giver)}
        told.append({"text": b.scenery.narrate(frame, **words)})
    talk["terminal"]["facts"][1:1] = told
    if b.found_at:
        truth = tables.read("stages")["thoughts" if alone else "truth"]
        said = b.remembered()
        rows = ("before", "known" if said else "after")
        before, after = (b.scenery.narrate(b.scenery.pick(truth.items(row), f"{row} truth"), at=b.found_at, truth=said) for row in rows)
        talk["terminal"]["facts"] += [{"text": before}, {"text": after, "requires": ["truth"]}]
    credit(b)
