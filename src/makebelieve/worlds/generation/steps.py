"""What comes before the deed in a goal of several parts: something is found on the way, a way is gone, or it is done where the deed is done."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.deeds import slots_of
from makebelieve.worlds.generation.draft import Goal, Step
from makebelieve.worlds.generation.english import capital, pictorial, slug
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.items import Item, Objective
from makebelieve.worlds.generation.means import bar, ways_from
from makebelieve.worlds.generation.verbs import purpose_of

_GOING: Final = frozenset(("reach", "escape"))
_JOURNEYS: Final = frozenset(("reach", "escape", "explore", "deliver"))
_TAKING: Final = frozenset(("find", "steal"))
_TAKEN: Final = frozenset(("take", "get", "fetch", "borrow", "buy", "gather", "collect", "pick", "catch"))


def take_steps(b: Builder, goal: Goal, entrance: str, shape: str) -> None:
    """Put the steps of a goal into the world, before the last act, which none of its ways reaches without them."""
    last = next(event["from"][0] for event in b.events if "done" in event.get("grants", ()))
    flags: list[str] = []
    hint = ""
    for at, step in enumerate(goal.steps):
        flag = f"step_{slug(step.deed, 40)}"
        purpose = (purpose_of(step.verb) or ("do", "like"))[0]
        if purpose in _GOING:
            _gone(b, step, flag, last)
            continue
        if step.object and not step.person and (purpose in _TAKING or step.verb.partition("_")[0] in _TAKEN):
            _found(b, step, flag, entrance, last, shape)
        else:
            first = b.purpose in _JOURNEYS and purpose == "restore" and entrance != last and bool(ways_from(b, entrance))
            _done(b, step, flag, entrance if first else last, flags[-1:])
            if first:  # a boat is mended before one sails in it
                bar(b, ways_from(b, entrance), flag, _words(b, step, "hint", at))
        flags.append(flag)
        hint = _words(b, step, "hint", at)
    for event in b.events:
        if flags and "done" in event.get("grants", ()) and last in event["from"]:
            event["requires"] = [*event.get("requires", ()), *flags]
            event["lockedHint"] = event.get("lockedHint") or hint
    done = next(one for one in b.objectives if one.id == "done")
    done.requires.extend(flags)
    b.objectives.remove(done)
    b.objectives.append(done)


def _words(b: Builder, step: Step, part: str, at: int = 0) -> str:
    """A text of the table about a step, said to the player."""
    _, told = slots_of(step.deed, b.scenery.player.pronoun)
    frame = b.scenery.pick(tables.read("stages")["step"].items(part), f"step {part} {at}")
    return b.scenery.narrate(frame, **b.words(), step=told["deed"], stepping=told["deeding"])


def _objective(b: Builder, step: Step, flag: str, key: str, requires: list[str]) -> None:
    _, told = slots_of(step.deed, b.scenery.player.pronoun)
    b.objectives.append(Objective(flag, capital(told["whole_deed"]), key, flag, requires))


def _gone(b: Builder, step: Step, flag: str, last: str) -> None:
    """ "Cross the desert": done with the last way that leads to where the deed is done."""
    ways = [event for event in b.events if event.get("to") == last]
    for event in ways:
        event["grants"] = [*event.get("grants", ()), flag]
    _objective(b, step, flag, ways[0]["from"][0], [])


def _found(b: Builder, step: Step, flag: str, entrance: str, last: str, shape: str) -> None:
    """ "Find the three keys": they lie on the way where one can turn back for them, else where the deed is done."""
    rooms = [key for key, state in b.states.items() if "ending" not in state and key not in (entrance, last)]
    key = b.chance.pick(rooms, f"place of {flag}") if shape == "hub" else last
    seen, told = slots_of(step.object or "", b.scenery.player.pronoun)
    b.find(key, Item("step", pictorial(told["whole_deed"] if seen == told else seen["whole_deed"]), flag))
    found = b.objectives.pop()
    _objective(b, step, flag, found.location, [])


def _done(b: Builder, step: Step, flag: str, last: str, before: list[str]) -> None:
    """ "Storm the castle": a choice in the last scene, or in the first, before a journey."""
    seen, told = slots_of(step.deed, b.scenery.player.pronoun)
    place = b.place_of[last]
    frame = b.scenery.pick(tables.read("stages")["step"].items("base"), "step base", place)
    shown = b.by(frame, place, **b.words(), stepping=pictorial(seen["deeding"]))
    event: Json = b.event(
        "override", last, capital(told["whole_deed"]), shown, _words(b, step, "told"), oneShot=True, requires=list(before), grants=[flag],
        lockedHint=_words(b, step, "soon") if before else None,
    )  # fmt: skip
    first = next(at for at, one in enumerate(b.events) if "done" in one.get("grants", ()))
    b.events.remove(event)
    b.events.insert(first, event)
    _objective(b, step, flag, last, list(before))
