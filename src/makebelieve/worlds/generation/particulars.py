"""What a premise says further of a thing behind its noun: what a vessel holds, to whom a letter is addressed, what a house has seen."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.affordances import Stage, is_many
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.english import pictorial
from makebelieve.worlds.generation.mentions import count
from makebelieve.worlds.generation.reading import text_of


def content_of(stage: Stage, phrase: Phrase) -> tuple[str, str]:
    """What a vessel is said to hold: "moonlight" of "a jar of moonlight", "sleeping birds" of "a drawer full of sleeping birds"."""
    reading = stage.reading
    tokens, at = reading.tokens, phrase.end
    if [token.word for token in tokens[at : at + 1]] == ["full"]:
        at += 1
    inner = next((one for one in reading.found if one.start == at + 1), None)
    if at >= len(tokens) or tokens[at].word != "of" or inner is None:
        return "", ""
    count(stage.b, "content", is_many(inner))
    text = text_of(reading, inner)
    return pictorial(text), text


def said_of(stage: Stage, phrase: Phrase) -> str:
    """What else the premise says of a thing, told: "It is the pump that killed half the street"."""
    reading = stage.reading
    said = the(reading, phrase)
    tokens = reading.tokens
    are = "They are" if is_many(phrase) else "It is"
    if said != the(reading, phrase, plain=True):
        behind = tokens[phrase.end + 1 : phrase.end + 4]
        if any(token.tag == "VD" for token in behind) and not re.search(r"\b(?:it|them|and|or|but)\b", said):
            return f"{are} {yours(said, stage.pronoun)}."
        return ""
    if phrase.end < len(tokens) and tokens[phrase.end].tag == "VD" and tokens[phrase.end].word in _SAID:
        end = phrase.end + 1
        while (
            end < len(tokens)
            and end - phrase.end < 6
            and tokens[end].tag in ("I", "D", "A", "N", "NS", "#", "P", "'")
            and tokens[end].word not in (",", "that")
        ):
            if tokens[end].tag == "I" and end > phrase.end + 1:
                break
            end += 1
        if tokens[end - 1].tag in ("N", "NS", "P", "#") and end - phrase.end > 1:
            tail = " ".join(token.word for token in tokens[phrase.end : end]).replace(" 's", "'s")
            return f"{are} {yours(_to_self(tail, stage.pronoun), stage.pronoun)}."
    return ""


_SAID: Final = word_set(
    "addressed written painted signed hidden buried locked filled covered stuck made built named called frozen carved marked dated stamped left"
)


def _to_self(text: str, pronoun: str) -> str:
    return re.sub(r"\b(?:himself|herself|themselves)\b", "you", text) if pronoun else text
