"""Wishes for fewer places: by how much is read from the words."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import places
from makebelieve.worlds.gate import check

_NUMBERS: Final = {
    "one": 1,
    "a": 1,
    "two": 2,
    "a couple of": 2,
    "three": 3,
    "a few": 3,
    "four": 4,
    "some": 2,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}


def shorter(draft: Draft, match: re.Match[str]) -> str | None:
    """Places are taken out one by one, those first that the least hangs on, as long as the story can be won."""
    how = (match.groupdict().get("how") or "").lower()
    some = [one for one in naming.in_order(draft.world) if one != draft.world["entrance"]["state"]]
    wanted = 1
    if re.search(r"\bhalf\b|50 ?%|a lot|much|way", how):
        wanted = max(1, (len(some) + 1) // 2)
    elif re.search(r"\bthird\b", how):
        wanted = max(1, len(some) // 3)
    elif number := re.search(
        r"\b(a couple of|a few|one|two|three|four|some|a|[1-4])\b (?:fewer |less )?(?:rooms?|places?|scenes?|locations?)", how
    ):
        wanted = _NUMBERS[number[1]]
    elif not how:
        wanted = 2 if len(some) > 6 else 1
    gone: list[str] = []
    for _ in range(wanted):
        taken = _one_less(draft)
        if taken is None:
            break
        gone.append(taken)
    if not gone:
        raise Unsure(
            "Every place is needed to reach an ending or a goal; none can go without another way. Which place shall I try to take out, and what shall happen to what is found there?"
        )
    left = len([one for one in draft.states if "ending" not in draft.states[one]])
    short = "" if len(gone) == wanted else f"; more cannot go without losing the way to an ending ({left} places are left)"
    return f"Took out {naming.listed(gone)}, and moved what is needed of {'it' if len(gone) == 1 else 'them'}{short}"


def _one_less(draft: Draft) -> str | None:
    """The name of a place that has been taken out; None where none can."""
    order = [one for one in naming.in_order(draft.world) if one != draft.world["entrance"]["state"] and not one.endswith("_later")]
    last = naming.last_place(draft.world)
    known = {(one.lint, one.path) for one in check(draft.world)}
    gates = {one["from"][0]: len(one.get("requires", [])) for one in draft.events}
    weight = {key: sum(bool(one.get("grants")) + bool(one.get("requires")) for one in draft.events if key in one["from"]) for key in order}
    for key in sorted((one for one in order if one != last), key=lambda one: (weight[one], gates.get(one, 0), order.index(one))):
        name = draft.builder.place_of[key].name
        world, ops = draft.world, list(draft.ops)
        try:
            places.gone(draft, Thing("place", key, name))
        except Unsure:
            draft.world, draft.ops = world, ops
            continue
        if [one for one in check(draft.world) if (one.lint, one.path) not in known]:
            draft.world, draft.ops = world, ops
            continue
        return name
    return None
