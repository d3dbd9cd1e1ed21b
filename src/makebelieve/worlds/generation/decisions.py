"""Deeds that are decisions: the last scene offers both ways, and each has an ending of its own that says what was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.english import capital

_WHETHER: Final = re.compile(r"^(?:decide|choose|make up (?:your|their) mind)(?: on| about)? whether (?:or not )?to (.+?)(?: or not)?$")
_BETWEEN: Final = re.compile(r"^(?:choose|decide|pick) between (.+?) and (.+)$")
_MOST: Final = 48
"""Characters of a label that says all of a way."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to decide: its label, and the title and the words of its ending."""

    label: str
    title: str
    told: str


def ways_of(deed: str) -> tuple[Way, Way] | None:
    """Both ways of a deed that is said to the player: "decide whether to open the gate", "choose between your brother and the village"; else None."""
    if (match := _WHETHER.match(deed)) is not None:
        done, does = match[1], _some(match[1])
        yes = capital(does) if len(does) <= _MOST else "Say yes"
        no = f"Do not {done}" if len(done) + 7 <= _MOST else "Say no"
        return (
            Way(yes, "You said yes", f"You decided to {does}. It was yours to decide, and you stand by it."),
            Way(no, "You said no", f"You decided not to {done}. It was yours to decide, and you stand by it."),
        )
    if (match := _BETWEEN.match(deed)) is not None and len(match[1]) <= _MOST and len(match[2]) <= _MOST:
        first, second = match[1], match[2]
        return (
            Way(_label(first), capital(first), f"You chose {first} over {second}. It was yours to decide, and you stand by it."),
            Way(_label(second), capital(second), f"You chose {second} over {first}. It was yours to decide, and you stand by it."),
        )
    return None


def _some(done: str) -> str:
    """A deed that is done as it is said: "tell anyone" is "tell someone"."""
    return re.sub(r"\bany(one|body|thing|where)\b", r"some\1", done)


def _label(way: str) -> str:
    """A way as a choice: "Choose the village", "Save your brother" of "saving your brother"."""
    doing, _, rest = way.partition(" ")
    verb = lemma(doing, "verb") if doing.endswith("ing") else None
    return capital(f"{verb} {rest}".strip()) if verb and verb != doing else f"Choose {way}"
