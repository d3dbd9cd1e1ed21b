"""How a world itself spells the places whose ids have lost capitals, hyphens and apostrophes."""

from __future__ import annotations

import re
from typing import Any, Final

# What generators hang to the id of a place that is told a second time.
_AGAIN: Final = re.compile(r"[_-](later|again|too|\d+)$")


def spelled(state: str) -> re.Pattern[str]:
    """What a state's id may look like in prose: `captains_cabin` as "captain's cabin", `whale_bone_shore` as "Whale-bone shore"."""
    words = [word for word in re.split(r"[_\W]+", _AGAIN.sub("", state)) if word]
    pattern = ""
    for number, word in enumerate(words):
        # "nan_s_kitchen" has kept a blank where the apostrophe was
        gap = "" if not number else r"['’]?[\s-]*" if word == "s" else r"['’]?[\s-]+"
        pattern += gap + "['’]?".join(map(re.escape, word))
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


def place_name(world: dict[str, Any], state: str) -> str:
    """A state's name as its prose, or what leads to it, writes it; an ending's title; else its id as words. With a capital."""
    told = world["scene"]["states"][state]
    title = (told.get("ending") or {}).get("title")
    if isinstance(title, str) and title:
        return title
    ways = [str(event.get("label") or "") for event in world["scene"]["events"] if event.get("to") == state]
    sought = spelled(state)
    for text in (str(told["base"]), str(told.get("narration") or ""), *ways):
        found = sought.search(text)
        if found is not None and found[0]:
            return found[0][0].upper() + found[0][1:]
    words = state.replace("_", " ").replace("-", " ").strip() or state
    return words[0].upper() + words[1:]
