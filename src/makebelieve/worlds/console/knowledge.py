"""What somebody in a world can know of it: facts, places and the ways between them, people, and what is left to do."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from makebelieve.worlds import playing
from makebelieve.worlds.console.questions import stems
from makebelieve.worlds.playing import Situation, World

_AGAIN: Final = re.compile(r"[ _-](?:later|again|\d+)$", re.IGNORECASE)
_TITLES: Final = r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bProf)(?<!\bCapt)(?<!\bSgt)(?<!\bLt)"
_NAME_ENDS: Final = re.compile(rf"[,;:(]|{_TITLES}\.")
# Ids have lost accents.
_SPELLED: Final = {"a": "[aàáâäå]", "c": "[cç]", "e": "[eèéêë]", "i": "[iìíîï]", "n": "[nñ]", "o": "[oòóôöø]", "u": "[uùúûü]"}
_PERSONS: Final = ("person", "figure")


@dataclass(frozen=True, slots=True)
class Task:
    """An objective that is not done, the event that does it, and where (`target`). `open`: it can be reached and chosen as things stand.

    `hidden`: only whoever looks finds it.
    """

    text: str
    event: dict[str, Any] | None
    target: str | None
    open: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Person:
    """`states`: where they are met. `persona`: how they are described, of those who can be asked things."""

    name: str
    states: tuple[str, ...]
    persona: str | None = None


class Knowledge:
    """A world in one situation, as the one asked at the terminal `event` knows it."""

    def __init__(self, world: World, situation: Situation, event: dict[str, Any]) -> None:
        self.world = world
        self.situation = situation
        self.event = event
        self.terminal: dict[str, Any] = event["terminal"]
        self.described = name_of(str(self.terminal["persona"]))
        self.name = _addressed(self.described)

    @cached_property
    def facts(self) -> list[str]:
        """What is known to the one asked: facts whose flags are missing do not exist."""
        flags = self.situation.flags
        return [str(fact["text"]) for fact in self.terminal.get("facts") or () if all(flag in flags for flag in fact.get("requires") or ())]

    @cached_property
    def people(self) -> list[Person]:
        """Who can be met, the one asked included; each under one name."""
        found: dict[str, Person] = {}
        for event in self.world["scene"]["events"]:
            anchor = event.get("anchor") or {}
            persona = str(event["terminal"]["persona"]) if "terminal" in event else None
            if persona is None and (event.get("hidden") or not set(_PERSONS) & set(anchor.get("aliases") or ())):
                continue
            name = _addressed(name_of(persona) if persona is not None else str(anchor["label"]))
            before = found.get(name, Person(name, ()))
            states = dict.fromkeys((*before.states, *event["from"]))
            found[name] = Person(name, tuple(states), before.persona or persona)
        return list(found.values())

    @cached_property
    def places(self) -> dict[str, str]:
        """The names of places, with their article, by state; endings are none, and what is told again later is the same place."""
        states = self.world["scene"]["states"]
        return {state: self._called(state) for state in states if not states[state].get("ending") and not self._again(state)}

    def place(self, state: str) -> str | None:
        """What the place of a state is called, or None for an ending."""
        return self.places.get(self._again(state) or state)

    def same(self, one: str, other: str) -> bool:
        """Whether two states are one place."""
        return (self._again(one) or one) == (self._again(other) or other)

    def tasks(self) -> list[Task]:
        """What is left to do and open, of the first mission first; within a mission what can be done now comes first."""
        found: list[Task] = []
        for mission, told in zip(self.world.get("missions") or (), playing.progress(self.world, self.situation), strict=True):
            if told["done"]:
                continue
            flags = {one["id"]: one.get("grants") or one["id"] for one in mission.get("objectives") or ()}
            left = [self._task(one["text"], flags[one["id"]]) for one in told["objectives"] if one["open"] and not one["done"]]
            found += sorted(left, key=lambda task: not task.open)
        return found

    def doing(self, flag: str) -> str | None:
        """The text of the objective, not done yet and open, that gives a flag."""
        for mission in self.world.get("missions") or ():
            for objective in mission.get("objectives") or ():
                if (objective.get("grants") or objective["id"]) == flag and flag not in self.situation.flags:
                    return str(objective["text"])
        return None

    def able(self, flag: str) -> tuple[dict[str, Any], str] | None:
        """The nearest event that gives a flag and can be reached and chosen as things stand, and where."""
        doing = (event for event in self.world["scene"]["events"] if flag in (event.get("grants") or ()) and not self.missing(event))
        reached = [
            (len(way), place, event, state)
            for place, event in enumerate(doing)
            for state in event["from"]
            if (way := self.route(state)) is not None
        ]
        return min(reached, key=lambda one: one[:2])[2:] if reached else None

    def missing(self, event: dict[str, Any]) -> list[str]:
        """The flags that an event still waits for."""
        return [flag for flag in event.get("requires") or () if flag not in self.situation.flags]

    def exits(self) -> list[dict[str, Any]]:
        """The ways on from here that are open and not hidden, endings left out."""
        return [event for event, _ in self._ways(self.situation.state, locked=False)]

    def choices_here(self) -> Iterator[dict[str, Any]]:
        """What can be seen to choose from here, locked or not."""
        for event in self.world["scene"]["events"]:
            spent = event.get("oneShot") and event["name"] in self.situation.spent
            if self.situation.state in event["from"] and not event.get("hidden") and not spent:
                yield event

    def route(self, target: str, *, locked: bool = False) -> list[dict[str, Any]] | None:
        """The fewest ways from here to a place; None where there are none. `locked`: over those too that are not open yet."""
        begin = self.situation.state
        if self.same(begin, target):
            return []
        came: dict[str, tuple[str, dict[str, Any]]] = {}
        queue = deque([begin])
        while queue:
            state = queue.popleft()
            for event, leads in self._ways(state, locked=locked):
                if leads in came or leads == begin:
                    continue
                came[leads] = (state, event)
                if self.same(leads, target):
                    steps = [event]
                    while state != begin:
                        state, event = came[state]
                        steps.append(event)
                    return steps[::-1]
                queue.append(leads)
        return None

    def _ways(self, state: str, *, locked: bool) -> Iterator[tuple[dict[str, Any], str]]:
        states = self.world["scene"]["states"]
        cards = {card["id"]: card["to"] for card in self.world.get("cutscenes") or ()}
        for event in self.world["scene"]["events"]:
            if event["kind"] != "transition" or state not in event["from"] or event.get("hidden"):
                continue
            leads = cards.get(event["to"], event["to"])
            if leads not in states or states[leads].get("ending") or (event.get("oneShot") and event["name"] in self.situation.spent):
                continue
            if locked or not self.missing(event):
                yield event, leads

    def _task(self, text: str, flag: str) -> Task:
        doing = [event for event in self.world["scene"]["events"] if flag in (event.get("grants") or ())]
        hidden = bool(doing) and all(event.get("hidden") for event in doing)
        able = self.able(flag)
        if able is not None:
            return Task(text, able[0], able[1], True, hidden)
        return Task(text, doing[0] if doing else None, doing[0]["from"][0] if doing and doing[0]["from"] else None, False, hidden)

    def _again(self, state: str) -> str | None:
        """The state of which this one tells later; None where it is its own."""
        stem = _AGAIN.sub("", state)
        return stem if stem != state and stem in self.world["scene"]["states"] else None

    def _called(self, state: str) -> str:
        """ "the cliff top", as the world itself spells it; ids have lost capitals, hyphens and apostrophes."""
        words = [word for word in re.split(r"[_\s-]+", _AGAIN.sub("", state)) if word]
        # "nan_s_kitchen" has kept a blank where the apostrophe was.
        gaps = ["", *(r"['’]?[\s-]*" if word == "s" else r"['’]?[\s-]+" for word in words[1:])]
        spelled = "".join(
            gap + "['’]?".join(_SPELLED.get(letter, re.escape(letter)) for letter in word) for gap, word in zip(gaps, words, strict=True)
        )
        sought = re.compile(rf"(?<![^\W_])(?:(the|an?|your|his|her|their|our|my)\s+)?({spelled})(?![^\W_])", re.IGNORECASE)
        best = ""
        for text in self._texts(state):
            for match in sought.finditer(text):
                article = match[1].lower() if match[1] else ""
                named = match[2]
                if article == "the":
                    return f"the {named}"
                if match.start() > 0 or not best:
                    best = f"{article} {named}".strip()
        return best or " ".join(words).capitalize()

    def _texts(self, state: str) -> Iterator[str]:
        for event in self.world["scene"]["events"]:
            if event.get("to") == state:
                yield str(event.get("label") or "")
                yield str(event.get("narration") or "")
        for mission in self.world.get("missions") or ():
            yield from (str(objective["text"]) for objective in mission.get("objectives") or ())
        described = self.world["scene"]["states"][state]
        yield str(described.get("base") or "")
        yield str(described.get("narration") or "")


def name_of(persona: str) -> str:
    """A persona up to its first comma or full stop: "The harbour master, tired" is "The harbour master"."""
    return _NAME_ENDS.split(persona, maxsplit=1)[0].strip()[:60] or "The console"


def _addressed(name: str) -> str:
    """ "Her squire", said to whose squire it is."""
    return re.sub(r"^(?:Her|His|Their|Its)\b", "your", name, flags=re.IGNORECASE)


def named_by(about: frozenset[str], named: dict[str, str]) -> list[str]:
    """Those whose name a question holds: named in full, else by a part of the name that is all that is asked about."""
    words = {key: stems(name) for key, name in named.items()}
    full = [key for key, held in words.items() if held and held <= about]
    if full:
        longest = max(len(words[key]) for key in full)
        return [key for key in full if len(words[key]) == longest]
    return [key for key, held in words.items() if about and about <= held]
