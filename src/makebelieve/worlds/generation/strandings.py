"""Where somebody or something is held up: "is stuck on the roof of the library", "fell into the well", "is trapped under the ice"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.draft import Site
from makebelieve.worlds.generation.reading import Reading

_HELD: Final = re.compile(
    r"\b(?:(?:is|are|was|were|got|gets|get|been|being) (?:\w+ )?(?:stuck|trapped|caught|stranded|imprisoned|marooned|jailed|kept|held|locked|hidden|lost)"
    r"|(?:fell|falls|fallen|slipped|slips|climbed|climbs|crawled|crawls|crept|flew) "
    r"|(?:locked|locks|shut|shuts|trapped|traps) (?:himself|herself|themselves|itself) )"
    r"(?: ?(?:up|down|high|deep|away))? ?(?:in|on|at|under|inside|into|onto|up|down|behind|beneath|below|underneath) (?=(?:the|a|an|his|her|their|my|our|its) )",
    re.IGNORECASE,
)  # fmt: skip


def held_at(reading: Reading, wanted: str | None, places: list[tuple[Phrase, Site]]) -> Site | None:
    """The place of a premise in which what is wanted is held up; None where it says of nothing wanted that it is."""
    nouns = set(re.findall(r"[a-z]+", (wanted or "").lower())) - {"the", "a", "an", "my", "our", "her", "his", "their"}
    if not nouns:
        return None
    text = " ".join(token.word for token in reading.tokens).replace(" 's", "'s")
    for match in _HELD.finditer(text):
        clause = re.split(r"[.,;!?]| (?:and|but|while|because) ", text[: match.start()])[-1]
        if not nouns & set(re.findall(r"[a-z]+", clause)):
            continue
        rest = text[match.end() :].partition(" ")[2]
        found = [site for _, site in places if rest.startswith(re.sub(r"^(?:the|an?) ", "", site.phrase.lower()))]
        if found:
            return max(found, key=lambda site: len(site.phrase))
    return None
