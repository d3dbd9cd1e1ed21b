"""What a premise says first that its hero wants or has to do, told in its own words where no other reading holds."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.clauses import base_of, same_as, subject_of
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.purposes import MATTERS, purposeful
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.wording import end_of, told_of

_WANTING: Final = frozenset(("want", "need", "have", "try", "hope", "decide", "long", "wish", "plan"))
_ASKING: Final = frozenset(("where", "what", "whether", "how", "why", "whom", "when"))


def first_want(reading: Reading, player: Phrase | None) -> tuple[Goal, Phrase | None, Phrase | None] | None:
    """The plain goal of the first "wants to" or "has to" that is said of the player, with what it is done to, and who wants it where that is whoever the
    premise begins with; None where there is none."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for at in range(1, len(tokens) - 2):
        if tokens[at].lemma not in _WANTING or tokens[at + 1].word != "to" or (base := base_of(tokens, at + 2)) is None:
            continue
        who, pronoun, _ = subject_of(reading, at)
        opens = who is not None and who is reading.found[0] and who.start <= 3
        if pronoun not in ("i", "we", "you") and not opens and (who is None or id(who) not in mine):
            continue
        if any(token.word in ("not", "never") or token.word in _ASKING for token in tokens[max(0, at - 2) : at]):
            continue  # "I don't know where I want to land"
        end = end_of(reading, at + 2)
        deed = told_of(reading, at + 2, end, base, {})
        target = next((one for one in reading.found if at + 2 < one.start < end and one.preposition is None), None)
        goal = purposeful(reading, "do", target) if target is not None else Goal(purpose="do")
        telling = "matter" if target is None or classify(target.noun)[0] in MATTERS else "like"
        told = {"purpose": "do", "verb": base, "deed": deed[:120], "stated": True, "telling": telling}
        return goal.model_copy(update=told), target, who if opens else None
    return None
