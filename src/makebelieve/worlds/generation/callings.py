"""Who would do a deed, where the premise says only "you": a baker bakes, a squire draws a sword."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal


def callings_of(premise: str, goal: Goal) -> list[str]:
    """Nouns for a player of the goal, the likeliest class of deeds; none where no class knows it. The words of the deed count before the rest."""
    deed = _lemmas(f"{goal.deed or ''} {goal.object or ''}") | {goal.verb or ""}
    told = _lemmas(premise)
    children = _rows()[0]
    if told & children[1]:
        return list(children[2])
    best = max(_rows(), key=lambda row: 2 * len(deed & row[0]) + len(told & (row[0] | row[1])))
    return list(best[2]) if deed & best[0] or told & (best[0] | best[1]) else []


_KIN: Final = {
    **dict.fromkeys(("grandmother", "grandfather", "grandma", "grandpa", "granny", "grandad", "nana"), "grandchild"),
    **dict.fromkeys(("dad", "daddy", "mum", "mummy", "mom", "mommy", "mama", "papa"), "child"),
    **dict.fromkeys(("teacher",), "pupil"),
    **dict.fromkeys(("aunt", "uncle", "auntie"), "young relative"),
}
"""Who somebody is that says "my grandmother" and is no more than that."""


def relative_of(premise: str) -> str | None:
    """Who says "I" in a premise that opens with kin of theirs: "my grandmother has forgotten my name. I …"; None where no kin opens it."""
    match = re.match(r"\s*(?:me and )?my (\w+)(?: (\w+))?", premise.lower())
    told = match is not None and bool(re.search(r"\b(?:i|me|we)\b", premise.lower()))
    return next((_KIN[word] for word in match.groups() if word in _KIN), None) if match is not None and told else None


def _lemmas(text: str) -> set[str]:
    words = re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower())
    return {form for word in words for form in (word, lemma(word, "noun"), lemma(word, "verb")) if form}


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    return tuple((entry.words("words"), entry.words("told"), entry.items("heroes")) for entry in tables.read("callings").values())
