"""Single words that the tagger of prompts takes for another part of speech: "from the well", "at the summer fair"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token

_SHOWN: Final = frozenset(
    (
        "talent", "flower", "dog", "fashion", "puppet", "magic", "light", "quiz", "baking", "cooking", "variety", "chat", "reality", "air",
        "horse", "cat", "game", "art", "slide", "shadow", "firework", "fireworks", "television", "tv", "radio", "school", "pet", "garden",
    )
)  # fmt: skip


_GIVEN: Final = frozenset(("birthday", "christmas", "wedding", "farewell", "leaving", "anniversary", "surprise", "perfect", "best"))
_RINGS: Final = frozenset(("wedding", "engagement", "diamond", "gold", "golden", "silver", "signet", "key", "magic", "class", "lost"))


def misheard(token: Token, before: Token | None, after: Token | None) -> str | None:
    """The tag of a word that the tagger of prompts takes for another: "from the well", "at the summer fair", "outside the station"."""
    if before is None:
        return None
    ends = after is None or after.tag not in ("N", "NS", "A")
    if token.word == "well" and token.tag == "R" and before.tag == "D" and ends:
        return "N"
    if token.word == "safe" and token.tag == "A" and before.tag in ("D", "A", "VD", "N") and ends:
        return "N"  # "a locked safe"
    if token.word in ("musical", "animal", "individual", "original") and token.tag == "A" and before.tag in ("D", "A") and ends:
        return "N"  # "put on a musical in a prison"
    if token.word in ("ring", "rings") and token.tag in ("V", "VS") and before.word in _RINGS:
        return "N" if token.word == "ring" else "NS"
    if token.word == "show" and token.tag == "V" and before.word in _SHOWN:
        return "N"  # "the village talent show"
    if token.word == "fair" and token.tag == "A" and before.tag in ("N", "D") and ends:
        return "N"
    if (
        token.word in ("outside", "inside")
        and token.tag in ("V", "N")
        and before.tag in ("N", "NS", "VS", "VG")
        and after is not None
        and after.tag == "D"
    ):
        return "I"
    if token.word in ("call", "calls") and before.word in ("house", "phone", "emergency", "distress", "curtain"):
        return "N" if token.word == "call" else "NS"
    if token.word in ("present", "presents") and before.word in _GIVEN:
        return "N" if token.word == "present" else "NS"  # "a birthday present"
    if token.word == "set" and token.tag == "N" and before.tag in ("N", "NS") and after is not None and after.word in ("out", "off"):
        return "V"  # "a toaster and a lamp set out"
    if token.word == "wars" and before.tag in ("N", "NS") and after is None:
        return "NS"  # "lemonade stand wars"
    if token.word in ("bear", "bears") and before.word in ("teddy", "polar", "brown", "grizzly", "dancing"):
        return "NS" if token.word == "bears" else "N"
    if token.word == "wheel" and before.written == "ferris":
        before.word, before.lemma, before.tag = "ferris", "ferris", "N"
        return "N"
    return None
