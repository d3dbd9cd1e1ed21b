"""What a deed is by the build of its words and by what it is done to, whatever its verb says alone: "get the baby to sleep" finds no baby."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, cast

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.natures import marks_of_goal

_BEGUN: Final = re.compile(r"^an? ")
_PARTS: Final = {"*": r"(?: .+?)", "$": "$", "#": r"(?: (?!(?:from|out|in|on|at|to|of|off|with|for|by|and)\b)[\w'’-]+){1,5}?$"}
"""What stands for words: any, none further, or a short noun phrase that ends the deed."""


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """The expression of a pattern of `data/constructions.txt`."""
    made = ""
    for word in text.split():
        loose = word.startswith("(")
        word = word.strip("()")
        if word in _PARTS:
            made += _PARTS[word]
            continue
        begun, _, ends = word.removeprefix("+").partition("+")
        some = "|".join(re.escape(one).replace("_", " ") for one in (ends or begun).split("/"))
        if word.startswith("+"):  # an article, words, and one of the nouns
            starts = "|".join(one.rstrip("_") for one in begun.split("/"))
            made += rf" (?P<what>(?:{starts}) (?:[\w'’-]+ )*?(?:{some}))\b"
        else:
            made += rf"(?: (?:{some})\b)" + ("?" if loose else "")
    return re.compile(made)


def _of(goal: Goal) -> str:
    """What a goal is done to, as the table calls it."""
    if not goal.object:
        return "none"
    marks = {mark.removeprefix("goal_") for mark in marks_of_goal(goal, goal.object)}
    if "person" in marks:
        return "beast" if "beast" in marks else "hands"
    return next((kind for kind in ("small", "heavy", "place", "idea") if kind in marks), "none")


def constructed(goal: Goal, premise: str) -> Goal | None:
    """The goal by the first construction that its deed has; None where it has none."""
    deed, of = f" {(goal.deed or '').lower()}", _of(goal)
    words = frozenset(re.findall(r"[a-z]+", premise.lower()))
    for verb, entry in tables.read("constructions").items():
        if of not in entry.words("of") or words & entry.words("unless") or (entry.items("said") and not words & entry.words("said")):
            continue
        match = next((found for one in entry.items("deed") if (found := _pattern(one).match(deed))), None)
        if match is None:
            continue
        purpose, telling, *rest = entry.one("as").split()
        told: dict[str, Any] = {"verb": verb, "purpose": cast("Purpose", purpose), "telling": telling}
        if what := match.groupdict().get("what"):
            told |= {"object": _BEGUN.sub("the ", what), "person": False, "plural": False}
        elif rest:
            told |= {"object": None, "person": False, "plural": False}
        return goal.model_copy(update=told)
    return None
