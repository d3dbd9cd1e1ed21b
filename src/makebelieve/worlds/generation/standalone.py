"""What a picture shows standing somewhere by itself: no town or bank, no church service, and no pocket without a coat."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation.clauses import word_set

_CORPORATE: Final = word_set(
    "town village city county country nation state kingdom empire republic company firm corporation bank government ministry agency bureau office department"
    " school university college hospital museum church parliament court tribunal insurance society institute authority factory shop store railway airline"
    " newspaper league federation union association world universe neighbourhood neighborhood street planet island"
)
"""Places and bodies of people that act in a premise, and that nobody meets as such."""
_PARTS: Final = word_set(
    "pocket sleeve collar lap hem cuff waistband bosom palm fist shoulder elbow knee wrist ankle hand finger thumb neck chest belly back face forehead"
    " cheek chin mouth lip ear eye nose tongue throat hair beard moustache seat backseat"
)
"""What is part of somebody, of what they wear or of what they sit in."""


def acts_as_body(noun: str) -> bool:
    """Whether a noun names a place or an institution, which does not stand beside a chair."""
    return noun in _CORPORATE


def is_part_of(noun: str, text: str) -> bool:
    """Whether a noun names a part of somebody or something else: "the judge's pocket", "the back seat", "his left hand"."""
    owned = (
        "'s " in text
        or "’s " in text
        or text.split()[0] in ("her", "his", "their", "its", "my", "our", "your", "back", "front", "left", "right")
    )
    return noun in _PARTS and (owned or f"back {noun}" in text or f"front {noun}" in text)
