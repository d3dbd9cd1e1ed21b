"""What can be done with what a premise names, by class of thing (`data/affordances.txt`): what class it is of, in which scene it stands, and the choice
that is made of a row of the table there.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from makebelieve.language import KIND_OF, Phrase, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.conditions import can_stand, is_fixed
from makebelieve.worlds.generation.deeds import theirs, yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.happenings import Happening
from makebelieve.worlds.generation.mentions import Mention, count, shows
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import BUTTON
from makebelieve.worlds.generation.reading import Reading, text_of

_STUDIED: Final = frozenset(
    ("writing", "chart", "picture", "container", "furniture", "machine", "mirror", "clock", "motor", "boat", "craft", "clothing")
)
"""What is looked into where the deed is about it."""
SEEKING: Final = frozenset(("find", "rescue", "steal", "reach", "win"))
"""Purposes whose object is not there before the end."""
_COMMON: Final = word_set(
    "light water air sky sun ground wall door window lamp way stone tree road path house bell sea box ice snow fire man woman child top side"
)
"""Nouns that many a scene has of its own: only with what is said of them are they those of the premise."""
_WITHIN: Final = frozenset(("in", "inside", "at", "from", "under", "beneath", "behind", "aboard", "on"))
BROKEN: Final = word_set("broken damaged faulty rusty leaking cracked wrecked battered dead ruined jammed stalled failing")
_BY_CATEGORY: Final = {
    "vehicle": "craft", "food": "food", "clothing": "clothing", "weapon": "weapon", "plant": "plant", "container": "container",
    "treasure": "stone",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stage:
    """What the choices of one world are made with."""

    b: Builder
    draft: WorldDraft
    reading: Reading
    some: list[Mention]
    told: list[Happening]
    mine: set[int]
    pronoun: str
    rooms: list[str]
    taken: Counter[str]
    """Scene -> how many of these choices stand there."""
    made: list[Json]
    roused: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Noun of what has to be woken first -> the scene, the flag and the label of it."""


# --- what it is -----------------------------------------------------------------------------------------------------------------------


@cache
def _classes() -> dict[str, str]:
    made: dict[str, str] = {}
    for title, entry in tables.read("affordances").items():
        for noun in sorted(entry.words("nouns")):
            made.setdefault(noun, title)
    return made


def class_of(noun: str, before: str = "") -> str:
    """The class of a thing: "writing" of a letter, "motor" of a truck; "thing" of what the table does not know."""
    classes = _classes()
    whole = f"{before}_{noun}"
    for name in (whole, noun, noun.removesuffix("s")):
        if name in classes:
            return classes[name]
        if name in KIND_OF and name == whole:
            break  # a toy boat does not set sail
    return _BY_CATEGORY.get(classify(noun, (before,) if before else ())[0], "thing")


def kind_of(stage: Stage, phrase: Phrase) -> str:
    before = phrase.modifiers[-1].word if phrase.modifiers else ""
    return class_of(phrase.noun, before)


def _definite(stage: Stage, phrase: Phrase) -> tuple[str, str]:
    """A thing as pictures call it and as it is called to the player: "her old red bus", "your old red bus"."""
    said = re.sub(r"^(?:(?:all|both) (?:the )?|the (?:much|more|enough|little|many) )", "the ", the(stage.reading, phrase, plain=True))
    shown, told = theirs(said, stage.pronoun), yours(said, stage.pronoun)
    owner = said.partition(" ")[0]
    if owner in ("its", "their", "his", "her") and told == said:
        shown = told = f"the {said.partition(' ')[2]}"
    return pictorial(shown), told


# --- where it is ----------------------------------------------------------------------------------------------------------------------


def is_shown(stage: Stage, phrase: Phrase, key: str) -> bool:
    """Whether a scene shows a thing of the premise, or is it."""
    state, text = stage.b.states[key], bare(text_of(stage.reading, phrase)).lower()
    base = " ".join(told for told in re.split(r"(?<=[.!?]) ", state["base"].lower()) if "thinking of" not in told)
    if phrase.noun in _COMMON:
        return text != phrase.noun and text in base
    return shows(phrase.noun, base)


def room_for(stage: Stage, phrase: Phrase, airs: frozenset[str]) -> str | None:
    """The scene for a choice: where the thing shows, else one that the premise names, has few choices and is under the right air."""
    b = stage.b
    rooms = [key for key in _rooms_of(stage, phrase) if can_stand(phrase.noun, b.place_of[key])]
    named = [key for key in stage.rooms if head_of(bare(b.place_of[key].name)) == phrase.noun]
    there = [key for key in rooms if is_shown(stage, phrase, key)]
    free = [key for key in rooms if not airs or b.place_of[key].air in airs]
    busy = Counter(key for event in b.events if event["kind"] != "transition" for key in event["from"])
    fit = named or [key for key in there if key in free] or free or there
    return (
        min(fit, key=lambda key: (stage.taken[key] > 1, not b.place_of[key].stated, stage.taken[key], busy[key], stage.rooms.index(key)))
        if fit
        else None
    )


def _rooms_of(stage: Stage, phrase: Phrase) -> list[str]:
    """The scenes in which a thing may be: where the premise says that it is, if it does: "the letters in the lighthouse"."""
    tokens = stage.reading.tokens
    if is_goal(stage, phrase) and is_fixed(phrase.noun):  # it is where the deed is done
        acts = [event["from"][0] for event in stage.b.events if "done" in event.get("grants", ())]
        return [key for key in stage.rooms if any(stage.b.place_of[key] is stage.b.place_of[act] for act in acts)]
    if phrase.end >= len(tokens) or tokens[phrase.end].word not in _WITHIN:
        return stage.rooms
    where = next((one for one in stage.reading.found if phrase.end < one.start <= phrase.end + 3), None)
    if where is None:
        return stage.rooms
    there = [key for key in stage.rooms if where.noun in re.findall(r"[a-z]+", stage.b.place_of[key].name.lower())]
    return there if there or classify(where.noun)[0] in ("place", "location", "building") else stage.rooms


def is_played(stage: Stage, noun: str, text: str, *, used: bool = False) -> bool:
    """Whether a choice of the plot speaks of a thing already; `used`: one that the plot needs."""
    told = [event for event in stage.b.events if "done" not in event.get("grants", ()) and (event.get("grants") or not used)]
    labels = " ".join(event["label"] for event in told).lower()
    return text.lower() in labels if noun in _COMMON else shows(noun, labels)


def is_goal(stage: Stage, phrase: Phrase) -> bool:
    goal = stage.draft.goal
    return bool(goal.object) and head_of(goal.object or "") in (phrase.noun, phrase.head.word)


def is_place(stage: Stage, phrase: Phrase) -> bool:
    """Whether it is a place that the world has, as a scene of its own."""
    return any(head_of(bare(place.name)) == phrase.noun for place in stage.b.places if place.stated)


# --- the choices ----------------------------------------------------------------------------------------------------------------------


def add_choice(stage: Stage, key: str, row: str, words: dict[str, dict[str, str]], **more: Any) -> Json:
    """A choice by a row of label, seen and told; `words` are those of pictures ("shown") and those said to the player ("told")."""
    b, place = stage.b, stage.b.place_of[key]
    label, base, told = (piece.strip() for piece in row.split("::"))
    button = b.scenery.label(label, **words["told"])
    if len(button) > BUTTON:
        button = b.scenery.label(label, **words["told"] | {"thing": words["told"]["brief"]})
    event = b.event("override", key, button, b.by(base, place, **words["shown"]), b.scenery.narrate(told, **words["told"]), **more)
    stage.taken[key] += 1
    stage.made.append(event)
    return event


def words_of(stage: Stage, phrase: Phrase, **more: tuple[str, str]) -> dict[str, dict[str, str]]:
    shown, told = _definite(stage, phrase)
    many = is_many(phrase)
    count(stage.b, "thing", many)
    shown, told = more.get("thing", (shown, told))
    some = {"thing": (shown, told), "brief": (f"the {phrase.head.word}",) * 2, "it": ("them" if many else "it",) * 2} | more
    return {
        "shown": {name: pair[0] for name, pair in some.items()} | {"thingcap": capital(shown)},
        "told": {name: pair[1] for name, pair in some.items()} | {"thingcap": capital(told)},
    }


def is_many(phrase: Phrase) -> bool:
    """Whether a phrase stands for several; of sheep there are several unless it is said that there is one."""
    if phrase.noun in ("sheep", "cattle", "deer", "geese") and phrase.determiner not in ("a", "an") and (phrase.count or 2) > 1:
        return True
    return phrase.plural or ((phrase.count or 1) > 1 and phrase.determiner not in ("a", "an"))


def is_studied(stage: Stage, kind: str, *, particular: bool) -> bool:
    """Whether what the deed is about is there to be looked into, and no choice of the plot does so; `particular`: there is more to it than a look."""
    if stage.draft.goal.purpose in SEEKING or stage.draft.goal.made or kind not in _STUDIED:
        return False
    looks = ("Read", "Study", "Examine", "Open", "Look into", *(() if particular else ("Look", "Walk round")))
    head = head_of(stage.draft.goal.object or "")
    return not any(event["label"].startswith(looks) and shows(head, event["label"].lower()) for event in stage.b.events)
