"""Wishes that are answered with a question: what no single change does, told with what can be done instead."""

from __future__ import annotations

import re

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import list_places


def undo(draft: Draft, match: re.Match[str]) -> str | None:
    raise Unsure(
        "A sentence changes the world that it is given and knows nothing of earlier ones, so it cannot take a change back. The world keeps its versions: press Undo below it on the home page, or check out an earlier version. Or tell me what shall be otherwise: which place, person or text?"
    )


def swap(draft: Draft, match: re.Match[str]) -> str | None:
    a, b = naming.find(draft.world, match["a"]), naming.find(draft.world, match["b"])
    ends = {bool(re.search(r"\b(?:end|ending)$", one)) for one in (match["a"], match["b"])}
    if a is None or b is None or ends == {True, False}:
        if re.search(r"\b(?:start|beginning|end|ending)\b", f"{match['a']} {match['b']}"):
            raise Unsure(
                f"The start and an ending cannot change places: a story ends where it ends. Shall it start in another place: {list_places(draft)}?"
            )
        return None
    if a.kind == b.kind == "ending" or {a.kind, b.kind} == {"place", "ending"}:
        raise Unsure(f"I cannot let {a.name} and {b.name} change places. Shall one be renamed, or the start be moved?")
    raise Unsure(
        f"Shall {a.name} and {b.name} only swap names, or also what happens there? Say for example: rename {a.name} to something else first."
    )


def second(draft: Draft, match: re.Match[str]) -> str | None:
    thing = naming.find(draft.world, clean(match["t"]), ("place",))
    if thing is None:
        return None
    order = naming.in_order(draft.world)
    start = next(one for one in naming.things(draft.world) if one.id == order[0])
    if thing.id in {one.get("to") for one in draft.events if order[0] in one["from"]}:
        raise Unsure(
            f"From the start one gets to {thing.name} already. Shall another way from there go? Say for example: remove the way from {start.name} to {draft.builder.place_of[order[1]].name}."
        )
    raise Unsure(
        f"Which place comes second depends on the ways. Shall a way lead from {start.name} straight to {thing.name}, or shall it start in {thing.name}?"
    )


def language(draft: Draft, match: re.Match[str]) -> str | None:
    raise Unsure(
        "I read and write English only. Shall I make the English texts shorter and simpler instead, or rename single places and people?"
    )


def harmless(draft: Draft, match: re.Match[str]) -> str | None:
    ends = [one.name for one in naming.things(draft.world) if one.kind == "ending" and one.about == "lose"]
    if not ends:
        raise Unsure("Nobody can lose here. What else shall be kinder?")
    raise Unsure(
        f"Shall I take out the losing ending '{ends[0]}' with what leads to it, or only make its words kinder? Say for example: remove the losing ending, or make the losing ending funny."
    )


def setting(draft: Draft, match: re.Match[str]) -> str | None:
    where = clean(re.sub(r",? (?:not|instead of|rather than) .+$", "", match["v"]))
    if looks(where) or len(where.split()) > 6 or naming.find(draft.world, where):
        return None
    raise Unsure(unmoved(draft, where))


def unmoved(draft: Draft, where: str) -> str:
    """Why a world is not moved elsewhere as a whole, and what can be done."""
    first = next((one.name for one in naming.things(draft.world) if one.kind == "place"), "the first place")
    return (
        f"Moving the whole world to {where} is more than one change can do well. Will you make a new one with {where} in its premise, or shall a place"
        f" here be another? Say for example: turn {first} into a tea house."
    )
