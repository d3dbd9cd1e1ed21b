"""Who is spoken of: the player as "you" or in the third person, pronouns that fit, people who are no things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from .texts import Text

TOLD: Final = frozenset(("narration", "hint", "fact"))
SHOWN: Final = frozenset(("base", "movement", "camera", "ambient"))
_SPEECH: Final = re.compile(r"\"[^\"]*\"|“[^”]*”")
_WRITTEN: Final = re.compile(r": [^.]*\b(?:I|me|my|you|your|we|us)\b.*")
"""What a note says, behind a colon."""
_CAST: Final = re.compile(r"\bYou are [^.]+\.")
"""Who is played is said once."""
_SHE_OR_HE: Final = {"she": ("he", "him", "his", "himself"), "he": ("she", "her", "hers", "herself")}


def pronoun_of_player(world: dict[str, Any]) -> str:
    """ "she", "he", "they" or "it", as the movements of the player say; empty where they say nothing."""
    said = " ".join(words for state in world["scene"]["states"].values() for words in state.get("movement", {}).values()).lower()
    found = {
        one: len(re.findall(rf"\b(?:{forms})\b", said))
        for one, forms in (("she", "she|her"), ("he", "he|his|him"), ("they", "they|their"), ("it", "it|its"))
    }
    best = max(found, key=lambda one: found[one])
    return best if found[best] else ""


def person(text: Text) -> Iterator[tuple[str, str]]:
    """Pictures show somebody, what is told is told to "you"."""
    bare = _WRITTEN.sub("", _SPEECH.sub("", text.words))
    if text.kind in ("base", "movement", "camera", "ambient", "logline", "beat"):
        for found in re.finditer(r"\b(?:you|your|yours|I|my|me|we|our|us)\b", bare):
            yield "person", found[0]
    if text.kind in ("narration", "hint", "label", "objective", "heading"):
        for found in re.finditer(r"\b(?:my|our)\b", bare):
            yield "person", found[0]


def opening(text: Text) -> Iterator[tuple[str, str]]:
    """No pronoun before the one it stands for."""
    if text.kind in ("logline", "description") and (found := re.match(r"(?:his|her|their|its|he|she|they|it)\b", text.words, re.I)):
        yield "pronoun first", found[0]


def player(world: dict[str, Any], text: Text) -> Iterator[tuple[str, str]]:
    """The player is not spoken of in the third person where "you" are spoken to, and has one pronoun."""
    name = re.sub(r"^(?:the|a|an) ", "", world["metadata"]["understood"]["player"]).split(" with ")[0].split(" of ")[0]
    short = name.split()[-1]
    spoken_to = text.kind in TOLD and world["metadata"]["pov"] != "first_person" and len(short) > 3
    if spoken_to and re.search(rf"\bthe {re.escape(short)}\b(?!['’ -][a-z])", _CAST.sub("", _SPEECH.sub("", text.words))):
        yield "player in the third person", short
    own = pronoun_of_player(world)
    if text.kind == "base" and own in _SHE_OR_HE:
        for sentence in text.sentences:
            others = len(re.findall(r"\b(?!(?:The|A|An|By|In|At|On|With|Beside|Behind|Past)\b)[A-Z][a-z]+", sentence))
            alone = not others and not re.search(
                r"\b(?:brother|sister|father|mother|son|daughter|husband|wife|boy|girl|man|woman|king|queen|boss)\b", sentence
            )
            if (
                re.search(rf"\bthe {re.escape(short)}\b", sentence, re.I)
                and alone
                and re.search(rf"\b(?:{'|'.join(_SHE_OR_HE[own])})\b", sentence)
            ):
                yield "pronoun of the player", f"{own}: {sentence}"
