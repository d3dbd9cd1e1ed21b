"""Ordinary requests, by verb, target and value: `first` is read before the narrower tables, `last` where these have nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.worlds.edits import additions, appearance, choice_wishes, graph_wishes, prose_wishes, removals
from makebelieve.worlds.edits.targets import World

Reader = Callable[[World, re.Match[str]], list[dict[str, Any]]]
_MODULES: Final = {
    "additions": additions,
    "appearance": appearance,
    "choice_wishes": choice_wishes,
    "graph_wishes": graph_wishes,
    "prose_wishes": prose_wishes,
    "removals": removals,
}
_FRAGMENTS: Final = {
    "p": r"(?:the )?(?P<where>.+?)",
    "near": (
        r"(?:next to|behind|near(?: to)?|off|connected (?:to|with)|beside|below|above|under(?:neath)?|beneath|after|in front of"
        r"|beyond|over|opposite"
        r"|(?:that (?:can be|is) )?(?:reachable|reached|accessible|entered) from"
        r"|(?:that |which )?(?:you|the player|one) can (?:reach|enter|visit|get to) from"
        r"|(?:that |which )?(?:opens off|leads? off|branches off|you reach from))"
    ),
    "make": r"(?:make|set|turn|let|change|switch|put)",
    "hero": r"(?:you|the player|players|one|the hero|me|us|people)",
    "world": r"(?:it|it all|everything|(?:the )?(?:whole |entire )?(?:world|game|story|thing|adventure))",
    "ends": r"(?P<kind>bad|sad|losing|lose|lost|tragic|good|happy|winning|win|best|true|secret)",
}


@cache
def table(part: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The rows of one part, `first` or `last`, of `data/requests.txt`: the expression of a whole clause, and what reads it."""
    text = resources.files("makebelieve.worlds.edits").joinpath("data/requests.txt").read_text("utf-8")
    rows: list[tuple[re.Pattern[str], Reader]] = []
    here = ""
    for line in text.splitlines():
        if line.startswith("["):
            here = line.strip("[]")
        elif here == part and line.strip() and not line.startswith("#"):
            name, pattern = line.split(" => ", 1)
            module, _, reader = name.partition(".")
            whole = re.sub(r"<<([a-z]+)>>", lambda match: _FRAGMENTS[match[1]], pattern)
            rows.append((re.compile(whole, re.IGNORECASE), getattr(_MODULES[module], reader)))
    return tuple(rows)
