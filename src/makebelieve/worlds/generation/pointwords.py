"""The words of a point that a premise makes: up to where they end, and whether they are one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.generation.clauses import word_set

_LONGEST: Final = 8
"""Words that one point keeps: of longer ones nobody knows where they end."""
END: Final = (
    r"(?=[.,;!?]|$| (?:and|but|because|before|until|so|while|when|who|has|must|wants|needs|is|to|on|in|at|for|under|near|years|long)\b)"
)
"""What may stand behind the words of a point."""
_LOOSE: Final = frozenset(("V", "VS", "X", "M", "S"))


@dataclass(frozen=True, slots=True)
class Point:
    """One of them, by the title of its row in the table of payoffs and its words."""

    kind: str
    words: dict[str, str]
    lasts: bool = True
    """Whether it still holds once the deed is done, and may be said then."""


def whole(said: str) -> str:
    """The words of a point up to where they end; "" where that is not sure."""
    said = re.split(
        r"[.,;:!?]| (?:and|but|so|because|before|until|while|must|has to|have to|wants to|needs to|tries to)\b", said, maxsplit=1
    )[0].strip()
    words = said.split()
    tags = tag(tokenise(said))
    for before, token, after in zip(tags, tags[1:], [*tags[2:], tags[-1]], strict=False):
        if before.tag == "N" and token.word in _GOES_ON:
            return whole(said.partition(f" {token.word}")[0])
        if before.tag == "N" and token.tag in ("NS", "VS") and lemma(token.word, "verb") and after.tag in ("I", "D", "P", "M"):
            return ""  # "becoming a gardener | works in a factory"
    if not words or len(words) > _LONGEST or tags[-1].tag in ("D", "C", "M", "S"):
        return ""
    return said


_GOES_ON: Final = word_set("works lives goes runs owns guards wakes moves finds gets takes keeps gives opens wins joins enters")
"""Verbs that a sentence goes on with behind what is said of somebody: "who dreams of becoming a gardener | works in a factory"."""


def is_noun(said: str) -> bool:
    """Whether words are one noun phrase, or its "-ing"."""
    tags = tag(tokenise(said))
    return bool(tags) and not any(token.tag in _LOOSE for token in tags) and tags[-1].tag in ("N", "NS", "VG", "A")


@cache
def content(said: str) -> frozenset[str]:
    """The words that say something, each also in its base form."""
    some = [word for word in re.findall(r"[a-z]+", said.lower()) if len(word) > 2 and word not in _PLAIN]
    return frozenset([*some, *(base for word in some for kind in ("verb", "noun") if (base := lemma(word, kind)))])


_PLAIN: Final = word_set("the and for her his their your with from into that this who what when where all one out has have are was not")
