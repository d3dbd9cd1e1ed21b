"""Whether somebody of a premise stands in the player's way, by what is said around them."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.reading import Reading

_ILL: Final = frozenset(
    (
        "evil", "wicked", "cruel", "greedy", "corrupt", "jealous", "ruthless", "rival", "horrible", "scheming", "hostile", "dreaded", "vengeful",
        "tyrannical", "sinister", "treacherous", "murderous", "hungry", "nasty", "fearsome", "villainous", "heartless", "merciless", "bloodthirsty",
        "deadly", "ferocious", "angry", "unscrupulous", "crooked", "mean", "vicious", "enemy", "rogue", "suspicious", "furious",
    )
)  # fmt: skip
_ARRIVE: Final = frozenset(
    ("come", "arrive", "get", "reach", "find", "catch", "return", "notice", "wake", "discover", "close", "take", "land", "attack", "strike")
)
_AGAINST: Final = (
    ("has", "other", "plans"), ("have", "other", "plans"), ("stands", "in", "the"), ("stand", "in", "the"), ("is", "after"), ("are", "after"),
    ("will", "not", "let"), ("does", "not", "want"), ("do", "not", "want"), ("refuses",), ("refuse",), ("is", "hunting"), ("are", "hunting"),
    ("is", "chasing"), ("are", "chasing"), ("wants", "to", "stop"), ("want", "to", "stop"), ("is", "determined", "to", "stop"),
    ("is", "coming"), ("are", "coming"), ("is", "on", "the", "way"), ("are", "on", "the", "way"),
    ("has", "banned"), ("have", "banned"), ("is", "stealing"), ("are", "stealing"),
)  # fmt: skip


_ABSENT: Final = frozenset(
    (
        "poisoned",
        "murdered",
        "dead",
        "missing",
        "kidnapped",
        "late",
        "vanished",
        "slain",
        "strangled",
        "drowned",
        "deceased",
        "lost",
        "stolen",
    )
)


def absent(phrase: Phrase) -> bool:
    """Whether somebody cannot be met in the world: a victim, or whoever is missing."""
    return any(token.word in _ABSENT for token in phrase.modifiers)


def opposes(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase, of whatever kind, is said to be against what is done: "but the wind has other plans"."""
    following = tuple(token.word for token in reading.tokens[phrase.end : phrase.end + 5])
    said = following[1:] if following[:1] in (("who",), ("that",)) else following
    return any(said[: len(words)] == words for words in _AGAINST)


def hinders(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is said to be ill-willed, to come too soon, or to be against what is done."""
    tokens = reading.tokens
    if any(token.word in _ILL for token in phrase.modifiers):
        return True
    if opposes(reading, phrase):
        return True
    at = phrase.start - 1  # "before the priests get to the tower", "until the men in grey come"
    while at >= 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    return (
        at >= 0
        and tokens[at].word in ("before", "until", "till", "while")
        and any(token.tag in ("V", "VS", "VG") and token.lemma in _ARRIVE for token in tokens[phrase.end : phrase.end + 4])
    )
