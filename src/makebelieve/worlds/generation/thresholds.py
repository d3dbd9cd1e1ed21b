"""Doors that lead somewhere: whoever finds one that "leads to a forest" goes through it, and does not ask what lies beyond."""

from __future__ import annotations

import re
from typing import Final

_FOUND: Final = re.compile(
    r"^(?P<who>(?:I|we|[A-Z][\w'’-]*|(?:an?|the|my|our|two|three) [^,.;]{2,50}?)(?: and (?:(?:an?|the|my|our|his|her|their) )?[\w' -]{2,30}?)?)"
    r" (?:accidentally |suddenly )?(?:finds?|found|discovers?|discovered|stumbles? (?:up)?on|comes? (?:across|upon)|opens?|opened)"
    r" (?P<thing>(?:an?|the|my|our|his|her|their) (?:[a-z-]+ ){0,3}?(?:door|doorway|gate|portal|mirror|wardrobe|cupboard|hatch|trapdoor|staircase|stairway|stair|passage|passageway|tunnel|arch))"
    r"(?P<where> (?:in|behind|under|beneath|inside|at|beside|below) [^,.;]{3,60}?)?"
    r" (?:that|which) (?:leads?|led|opens?|opened|goes|takes? (?:her|him|them|you|us|me)) (?:(?:straight|out|down|up|back) )?(?:in|on)?to (?P<to>(?:an?|the|another|his|her|their) [^.;]{3,120}?)[.!]?$",
    re.IGNORECASE,
)


def gone_through(text: str) -> str | None:
    """ "A girl finds a door in the library that leads to a forest": she explores the forest behind it. None for any other text."""
    match = _FOUND.match(text)
    if match is None or re.search(r"\b(?:must|has to|have to|wants?|needs?|but|and then)\b", match["to"]):
        return None
    thing = re.sub(r"^an? ", "the ", match["thing"], flags=re.IGNORECASE)
    return f"{match['who']} must explore {match['to']} behind {thing}{match['where'] or ''}."
