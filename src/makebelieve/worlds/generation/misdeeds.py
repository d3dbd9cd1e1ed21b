"""What is said of one of several: a misdeed or a disguise, of whom one has to find out, or something that is plain to see."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.reading import Reading, somebody

_DONE_IN_SECRET: Final = word_set(
    "lie steal sell cheat poison kill murder sabotage betray plot spy forge leak plan pretend smuggle blackmail plant hide steer sneak work eat bully"
    " drink feed copy"
)


def is_secret(reading: Reading, start: int, end: int) -> bool:
    """Whether what tokens[start:end] say of one of several leaves open of which: that they lie, or are a spy; who casts no shadow is seen."""
    said = reading.tokens[start:end]
    is_one = bool(said) and said[0].word in ("is", "was", "are")
    someone = is_one and any(one.start == start + 1 and one.determiner and somebody(reading, one) for one in reading.found)
    return someone or any(token.lemma in _DONE_IN_SECRET for token in said)
