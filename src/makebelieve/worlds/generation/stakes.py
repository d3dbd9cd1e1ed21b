"""What is lost with the goal of a story."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.prose import Scenery, fitting

_IMPERSONAL: Final = frozenset(("it will be too late", "there will be no second chance", "nobody will ever know"))
"""Stakes that name nothing and can be said right behind the deed."""


def stake_of(draft: WorldDraft, goal: Goal, scenery: Scenery, genre: tables.Entry, plot: tables.Entry | None) -> str:
    """What is lost with the goal: said by its plot or purpose where they name it; the genre's only where nothing of it is the premise's. "" where
    only a last chance could be told of, and the premise knows of no hour by which it has to be done."""
    said = _stake(draft, goal, scenery, genre, plot)
    return "" if is_last_chance(said) and "unhurried" in scenery.marks else said


def is_last_chance(stake: str) -> bool:
    """Whether a stake says only that it cannot be tried again."""
    return _LAST_CHANCE.match(stake) is not None


_LAST_CHANCE: Final = re.compile(
    r"(?:it|you) will be too late\b|you will not get another chance\b|the chance (?:to .+ )?will be gone|there will be no (?:second|other) chance|there will be no other way out"
)


def _stake(draft: WorldDraft, goal: Goal, scenery: Scenery, genre: tables.Entry, plot: tables.Entry | None) -> str:
    rows = tables.read("stages")["stake"]
    own = fitting(plot.items("stake"), scenery.marks) if plot is not None else ()
    if plot is None or not plot.items("kit"):
        own = tuple(text for text in own if text in _IMPERSONAL or "{goal}" in text or "{deed}" in text)  # "it" opens no story
    if not own and goal.stated and goal.deed:
        purpose = "do" if goal.telling not in ("own", "made") else "made" if goal.made else goal.purpose
        own = fitting(tables.read("stages")["stakes"].items(purpose), scenery.marks)
    if own:
        own = tuple(text for text in own if not is_last_chance(text)) or own
        if scenery.told.get("deed") == "do it":  # "it will be too late" says nothing
            own = tuple(text for text in own if "{deed}" not in text)
            if not own:
                return ""
        return scenery.label(scenery.pick(own, "stake"))
    if goal.stated and goal.deed:
        return scenery.label(scenery.pick(rows.items("own"), "stake"))
    if draft.places or draft.player:
        return scenery.label(scenery.pick(rows.items("open"), "stake"))
    return scenery.chance.pick(genre.items("stake"), "stake")
