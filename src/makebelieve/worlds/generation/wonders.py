"""What if rain, wind, sun or sea did what they never do: all of it is asked about, and the sky shows nothing of the usual kind."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import tag, tokenise
from makebelieve.worlds.generation.verbs import third

_NATURE: Final = r"rain|snow|snowflakes|wind|winds|sun|moon|clouds?|stars?|fog|mist|hail|thunder|lightning|sea|tide|tides|waves|rivers?|sky|shadows?|leaves|trees|mountains?"
_WONDER: Final = re.compile(
    rf"^\s*(?:(?:so|imagine|suppose),? )?(?:what if|imagine(?: that| if)?|suppose(?: that)?|one (?:day|night|morning),?) (?P<told>(?:(?:all )?the )?(?P<noun>{_NATURE}) [^.;!?]+)[.!?]*\s*$",
    re.IGNORECASE,
)
_STAYS: Final = re.compile(
    r"\b(?:never|not|n['’]t|ever|forever|always|(?:stop(?:s|ped)?|ceased?) (?:lifting|clearing|melting|ending))\b", re.IGNORECASE
)
_SKIES: Final = {
    "rain": "cloud",
    "snow": "cloud",
    "snowflakes": "cloud",
    "hail": "cloud",
    "wind": "clear",
    "winds": "clear",
    "fog": "clear",
    "mist": "clear",
}
_LONGEST: Final = 16


def wondered(premise: str) -> str | None:
    """What is to be found out of a wonder of nature, with all that is told of it: "find out why the wind stops blowing and starts singing"."""
    match = _WONDER.match(premise)
    if match is None:
        return None
    tokens = tag(tokenise(match["told"].lower()))
    if len(tokens) > _LONGEST or any(token.word in ("i", "we", "my", "our", "you", ",", "wants", "wanted", "must") for token in tokens):
        return None
    many = match["noun"].lower().endswith("s") or match["noun"].lower() == "leaves"
    words: list[str] = []
    for at, token in enumerate(tokens):
        said = {"was": "is", "were": "are" if many else "is", "had": "have" if many else "has", "could": "can", "would": "will"}.get(
            token.word
        )
        past = token.tag == "VD" and (at == 0 or tokens[at - 1].tag != "X") and tokens[at - 1].word not in ("to", "a", "an", "the")
        words.append(said or ((token.lemma if many else third(token.lemma)) if past and token.lemma else token.word))
    return f"find out why {' '.join(words)}".replace(" 's", "'s").replace(" ,", ",")


def sky_of_wonder(premise: str) -> str | None:
    """The sky over a wonder of its weather, which shows none of it as it commonly is; None where the weather only stays."""
    match = _WONDER.match(premise)
    return _SKIES.get(match["noun"].lower()) if match is not None and not _STAYS.search(match["told"]) else None
