"""What is lost with the goal of a story."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.prose import Scenery, fitting

_TELLS_ITS_OWN: Final = re.compile(
    r"\b(?:but|because|although|though|unless|or else|otherwise|so that|in order to|before|until|who|that|which|without|to (?:keep|save|free|pay|cure|stop))\b",
    re.IGNORECASE,
)
"""Words by which a premise says itself what is at stake, or what is in the way."""


def stake_of(draft: WorldDraft, goal: Goal, scenery: Scenery, genre: tables.Entry, plot: tables.Entry | None) -> str:
    """What is lost with the goal: what its plot says of the very thing that the deed is done to, where the premise says no more than the deed; the
    genre's only where nothing of it is the premise's. "" else: a stake that is made up may be against the premise, which opens its world alone."""
    if not goal.stated and not draft.places and draft.player is None:
        return scenery.chance.pick(genre.items("stake"), "stake")
    if draft.deadline or draft.danger or _TELLS_ITS_OWN.search(draft.premise):
        return ""
    own = fitting(plot.items("stake"), scenery.marks) if plot is not None else ()
    own = tuple(text for text in own if "{goal}" in text)  # "it" opens no story
    return scenery.label(scenery.pick(own, "stake")) if own else ""
