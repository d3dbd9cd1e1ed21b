"""What the words around a verb say of it: whether it is bidden, refused or taught, and what "it" behind it stands for."""

from __future__ import annotations

from makebelieve.language import Phrase, Token
from makebelieve.worlds.generation.clauses import OPENERS
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.reading import GROUPS, Reading, animate


def owned(reading: Reading, i: int) -> bool:
    """Whether the clause of a verb only says which thing is meant: "an egg he was paid to destroy"."""
    tokens, starts = reading.tokens, {phrase.end for phrase in reading.found}
    at = i
    while at > 0 and tokens[at - 1].word not in OPENERS and tokens[at - 1].word != ",":
        at -= 1
        if tokens[at].tag == "P" and at in starts and tokens[at].word in ("he", "she", "they", "it", "you", "i", "we", "nobody"):
            return True
    return False


def refused(tokens: list[Token], i: int) -> bool:
    """ "Refuses to retire until he has cleared the road": what is wanted stands behind "until"."""
    before = [token.word for token in tokens[max(0, i - 3) : i]]
    if (
        len(before) < 3
        or before[:1] not in (["until"], ["before"])
        or before[1] not in ("he", "she", "they", "i", "we")
        or before[2] not in ("has", "have")
    ):
        return False
    return any(token.lemma == "refuse" or token.word in ("not", "never", "cannot") for token in tokens[max(0, i - 14) : i - 3])


def commanded(tokens: list[Token], i: int) -> bool:
    """Whether a comma separates orders: "learn the language, cross the quarries"."""
    opening = next((at + 1 for at in range(i - 1, -1, -1) if tokens[at].word in OPENERS), 0)
    return tokens[opening].tag == "V"


def helped(reading: Reading, i: int) -> float | None:
    """ "help the hedgehog get across": what the helped one is after."""
    before = next((phrase for phrase in reading.found if phrase.end == i), None)
    at = before.start if before else i - 1
    verb = reading.tokens[at - 1].lemma if at > 0 else ""
    return 1.7 if verb == "help" else 0.9 if verb in ("watch", "see") else None


def bidden(tokens: list[Token], i: int) -> bool:
    """ "Is asked to lie in court": even a verb that says little is what has to be done."""
    return i > 2 and tokens[i - 1].word == "to" and tokens[i - 2].tag == "VD" and tokens[i - 2].lemma in (
        "ask", "order", "force", "tell", "hire", "invite", "condemn", "sentence", "pay", "call",
    )  # fmt: skip


def taught(reading: Reading, governor: Token, i: int, mine: set[int]) -> bool:
    """ "Teaches his dog to count": it is the teaching that the player is after."""
    if governor.lemma not in ("teach", "train", "persuade", "convince", "beg", "bribe") or governor.tag == "VD":
        return False
    return any(governor.index < phrase.start < i for phrase in reading.found) and governor.index + 2 < i


def meant(reading: Reading, at: int, end: int, i: int, mine: set[int], spoken: list[Phrase]) -> tuple[Phrase | None, int]:
    """What "it", "them", "him" or "her" behind a verb stands for, and where the pronoun is."""
    tokens = reading.tokens
    for n in range(at, min(end, at + 3)):
        word = tokens[n].word
        if tokens[n].tag not in ("I", "R", "P", "D"):
            break
        if word in ("it", "them", "him", "her") and (tokens[n].tag == "P" or n == end - 1):
            before = [one for one in spoken if one.end <= i]
            past = [phrase for phrase in reading.found if phrase.end <= i and id(phrase) not in mine and phrase.noun not in ABOUT]
            for some in (before, [one for one in past if one.preposition is None], past):
                fits = [one for one in some if _stands_for(word, one)]
                if fits:
                    return fits[-1], n
            return None, n
    return None, at


def _stands_for(word: str, phrase: Phrase) -> bool:
    many = phrase.plural or (phrase.count or 1) > 1
    if phrase.noun in GROUPS | {"sheep", "fish", "deer", "police"}:
        return word in ("it", "them")
    return animate(phrase) and not many if word in ("him", "her") else many == (word == "them")
