"""How those of a sentence stand to what a verb says: it is offered, hoped for, refused, asked of me, done by another."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation.clauses import OPENERS, WILLING, infinitive, subject_of
from makebelieve.worlds.generation.reading import Reading

_MERELY: Final = frozenset(("see", "hear", "remember", "feel", "smell", "read", "speak", "sing", "dream"))
"""What somebody merely can."""


def offered(tokens: list[Token], i: int) -> bool:
    """Whether something is promised or sought from whoever does it."""
    return any(
        token.lemma in ("promise", "offer", "give", "pay", "reward", "marry", "need", "want", "look", "seek") for token in tokens[:i]
    )


def chosen(tokens: list[Token], i: int) -> bool:
    """Whether a verb is only what a question behind "choose" asks about: "has to choose which of two ships to help first"."""
    asked = next(
        (n for n in range(i - 2, max(0, i - 9), -1) if tokens[n].word in ("which", "who", "whom", "what", "how", "where", "whether")), 0
    )
    return asked > 0 and tokens[asked - 1].lemma in ("choose", "decide", "know", "tell", "on") and tokens[i - 2].word not in (",", "and")


def hoped(tokens: list[Token], modal: int) -> bool:
    """Whether what somebody "can" do is what it is all about: "the only one who can defuse it", "bets that she can", "whoever can sing"."""
    if tokens[modal].word not in ("can", "could", "may", "will"):
        return False
    if any(token.lemma in _MERELY for token in tokens[modal + 1 : modal + 3]):
        return False  # "the only person who can still see colours"
    before = [token.word for token in tokens[max(0, modal - 7) : modal]]
    if before[-1:] == ["whoever"] or before[-2:] in (["anyone", "who"], ["anybody", "who"], ["somebody", "who"], ["someone", "who"]):
        return True
    if before[-1:] in (["who"], ["that"]) and {"only", "last", "first", "hope"} & set(before[:-1]):
        return True
    boast = next(
        (n for n in range(len(before) - 1, -1, -1) if before[n] in ("bets", "bet", "wagers", "boasts", "swears", "vows", "claimed")), None
    )
    return boast is not None and len(before) - boast <= 3


def all_that(tokens: list[Token], i: int) -> bool:
    """ "All the hedgehog wants is to sleep", "a waiter's dream is to carry the cake"."""
    if i < 3 or tokens[i - 2].word not in ("is", "was"):
        return False
    wish = ("want", "wish", "dream", "job", "task", "goal", "mission", "plan", "duty", "hope", "need", "ambition", "aim", "challenge")
    return any(token.lemma in wish for token in tokens[max(0, i - 8) : i - 2])


def refused(tokens: list[Token], i: int) -> bool:
    """ "Refuses to retire until he has cleared the road": what is wanted stands behind "until"."""
    before = [token.word for token in tokens[max(0, i - 3) : i]]
    if (
        len(before) < 3
        or before[0] not in ("until", "before")
        or before[1] not in ("he", "she", "they", "i", "we")
        or before[2] not in ("has", "have")
    ):
        return False
    return any(token.lemma == "refuse" or token.word in ("not", "never", "cannot") for token in tokens[max(0, i - 14) : i - 3])


def asks_of_me(tokens: list[Token], i: int) -> bool:
    """Whether it is said further on what "I" have to do: "and I have one week to learn to sail"."""
    begun = next(
        (
            n
            for n in range(i + 1, len(tokens) - 3)
            if tokens[n].word in ("i", "we") and tokens[n + 1].word in ("have", "must", "need", "want")
        ),
        0,
    )
    return begun > 0 and any(infinitive(tokens, n) for n in range(begun + 2, len(tokens)))


def done_by_another(reading: Reading, start: int, i: int, mine: set[int]) -> bool:
    """ "Finds that his wife has sold his sword to buy the farm": what somebody else has done it for."""
    tokens = reading.tokens
    done = next((n for n in range(i - 2, start, -1) if tokens[n].tag in ("V", "VS", "VD", "VG")), 0)
    if done and mine and tokens[done].lemma in ("sign", "give", "write", "issue"):
        signed, _, relative = subject_of(reading, done)
        if relative and id(signed) not in mine:
            return True  # "hired by the general who signed the order to shoot her husband"
    if not done or tokens[done].tag != "VD" or tokens[done - 1].word not in ("has", "have", "had") or tokens[done].lemma in WILLING:
        return False
    phrase, word, _ = subject_of(reading, done)
    return phrase is not None and not word and bool(mine) and id(phrase) not in mine and "that" in {one.word for one in tokens[start:done]}


def of_another(reading: Reading, word: str) -> bool:
    """Whether "he" or "she" is somebody else than who tells a story of "me": "my dad is a lorry driver and he's taking me to Poland"."""
    return word in ("he", "she", "they") and any(token.word in ("me", "i") for token in reading.tokens)


def unlocks(tokens: list[Token], i: int) -> bool:
    """ "The guests refuse to check out until somebody solves his murder": what has to be done for it."""
    if (
        i < 3
        or tokens[i - 2].word not in ("until", "unless")
        or tokens[i - 1].tag != "P"
        or tokens[i - 1].word in ("it", "he", "she", "they")
    ):
        return False
    return any(token.lemma == "refuse" for token in tokens[max(0, i - 14) : i - 2])


def commanded(tokens: list[Token], i: int) -> bool:
    """Whether a comma separates orders: "learn the language, cross the quarries"."""
    opening = next((at + 1 for at in range(i - 1, -1, -1) if tokens[at].word in OPENERS), 0)
    return tokens[opening].tag == "V"


def licence_of_help(reading: Reading, i: int) -> float | None:
    """ "help the hedgehog get across": what the helped one is after."""
    before = next((phrase for phrase in reading.found if phrase.end == i), None)
    at = before.start if before else i - 1
    verb = reading.tokens[at - 1].lemma if at > 0 else ""
    if verb in ("watch", "see"):  # "sees her own body float past": that only happens
        return 0.9 if infinitive(reading.tokens, at - 1) else None
    return 1.7 if verb == "help" else None
