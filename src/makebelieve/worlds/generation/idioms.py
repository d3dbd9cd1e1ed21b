"""Goals that mean something else than their words: winning a heart wins somebody, and whoever avenges the dead does not fight them."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify
from makebelieve.worlds.generation.constructions import constructed
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.natures import head_of, mark_of_goal

_BECOME: Final = re.compile(
    r"(get) (hired|married|promoted|elected|rich|famous|ready|started|noticed|discovered|accepted|fit|better(?! [a-z]+)|dressed|along)\b"
)
_MANY: Final = frozenset(("crowd", "audience", "public", "people", "nation", "town", "village", "city", "jury", "judges"))
"""Whose hearts are won all at once, on a stage."""
_RESTLESS: Final = frozenset(
    ("ghost", "ghosts", "spirit", "spirits", "spectre", "phantom", "poltergeist", "undead", "soul", "souls", "rumour", "fears")
)
"""What is laid to rest by facing it, and in no grave."""
_FRAUD: Final = re.compile(
    r"prove that ((?:the|his|her|their|my|our) [^,]+?) is an? (?:fraud|fake|liar|charlatan|quack|impostor|swindler|cheat)\b"
)
_DRIVEN: Final = re.compile(
    r"(?:make|get|have|force|scare|frighten) .+ (?:to )?(?:leave(?! .*\balone\b)|move out|move away|go away|clear out|gone)\b"
    r"|(?:drive|chase|scare|frighten|smoke|throw|kick|force|shoo|send|hound) .+ (?:out of|off|away|out$)(?: |$)"
    r"|(?:drive|chase|scare|frighten|smoke|throw|kick|shoo|send) (?:out|off|away) |(?:evict|shoo) |get rid of (?=.*s\b)(?!.*\b(?:guest|visitor)s?\b)"
)
"""Deeds after which somebody is gone from a place, by whatever verb."""
_WAY_OUT: Final = re.compile(r"(?:find|look for|search for|seek|reach) (?:the|an|a|its|his|her|their|your|our|my) (?:way out|exit)\b")
_CLIMBING_OUT: Final = re.compile(r"(?:climb|crawl|dig|swim|squeeze) out of ")
_STOPPING: Final = frozenset(("stop", "halt"))
"""What a train or a cart is stopped by: no fight is fought with it."""
_NO_OBJECT: Final[dict[str, Any]] = {"purpose": "do", "object": None, "person": False, "plural": False, "telling": "matter"}


def meant(goal: Goal, premise: str = "") -> Goal:
    """The goal that is meant by a goal as it was read; most mean what they say."""
    deed, object_ = goal.deed or "", goal.object or ""
    if goal.verb == "avenge":
        return goal.model_copy(update=_NO_OBJECT)
    if goal.verb == "lay" and re.match(r"lay .+ to rest\b", deed) and goal.person and not _RESTLESS & set(object_.lower().split()):
        return goal.model_copy(update={"purpose": "do", "verb": "lay_to_rest", "telling": "like"})
    if re.match(r"write (?:back )?home\b", deed):
        return goal.model_copy(update={"object": "the letter home", "person": False, "telling": "matter"})
    if goal.verb == "prove" and (fraud := _FRAUD.match(deed)) is not None:
        return goal.model_copy(update={"purpose": "do", "object": fraud[1], "person": True, "telling": "like"})
    if object_ and _DRIVEN.match(deed) and mark_of_goal(goal, object_) == "goal_person" and not _RESTLESS & set(object_.lower().split()):
        return goal.model_copy(update={"purpose": "do", "verb": "oust_from", "telling": "like", "person": True})
    if _WAY_OUT.match(deed) and goal.purpose != "escape":
        return goal.model_copy(update=_NO_OBJECT | {"purpose": "escape", "verb": "get_out", "telling": "own"})
    if _CLIMBING_OUT.match(deed):
        return goal.model_copy(update={"purpose": "escape", "verb": "get_out", "telling": "own"})
    if goal.verb in _STOPPING and (classify(head_of(object_))[0] == "vehicle" or head_of(object_) == "express"):
        return goal.model_copy(update={"purpose": "do", "verb": "bring_to_stop", "telling": "like"})
    if (built := constructed(goal, premise)) is not None:
        return built
    became = _BECOME.match(deed)
    if became:
        return goal.model_copy(update=_NO_OBJECT | {"verb": f"{became[1]}_{became[2]}"})
    if goal.verb == "win" and goal.purpose == "unite" and object_:  # won by heart
        if object_.split()[-1] in _MANY:
            return goal.model_copy(update={"purpose": "win", "person": False, "telling": "matter"})
        return goal.model_copy(update={"person": True, "telling": "own", "verb": "win_over"})
    return goal
