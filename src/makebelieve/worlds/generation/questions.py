"""A premise that asks: "Who poisoned the chess champion?" wants to be answered."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, lemma
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.happenings import happenings
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody
from makebelieve.worlds.generation.verbs import past, third

_SUBJECTS: Final = frozenset(("who", "what", "which", "whose"))
_WORDS: Final = _SUBJECTS | {"why", "where", "how", "when"}
_BE: Final = frozenset(("is", "are", "was", "were", "has", "have", "will", "can", "could", "would", "should"))
_DO: Final = frozenset(("do", "does", "did"))
_DEAD: Final = frozenset(("dead", "murdered", "strangled", "stabbed", "poisoned", "drowned"))
_PARTING: Final = frozenset((".", ",", ";", ":", "and", "but", "or", "so", "before", "until", "because", "?", "!"))
_LONGEST: Final = 16
"""Words of a question that still is a goal."""


_BEHIND: Final = frozenset(
    ("and", "but", "or", "so", "before", "by", "until", "till", "while", "without", "in", "at", "on", "tonight", "tomorrow")
)
"""What may follow a question of one word: "find out why before the harvest fails"."""


def bare_why(reading: Reading, start: int = 0, end: int | None = None) -> int | None:
    """Where a premise says no more than "why", which means what was told before; as an index of its tokens."""
    tokens = reading.tokens
    return next(
        (
            at
            for at in range(start, len(tokens) if end is None else min(end, len(tokens)))
            if tokens[at].word == "why" and (at + 1 == len(tokens) or tokens[at + 1].tag == "." or tokens[at + 1].word in _BEHIND)
        ),
        None,
    )


def end_of_question(reading: Reading) -> int:
    """Where the question ends that a premise begins with, as an index of its tokens; 0 where it begins with none."""
    tokens = reading.tokens
    end = next((at for at, token in enumerate(tokens) if token.tag == "."), None)
    if end is None or tokens[end].word != "?" or not 2 < end <= _LONGEST or tokens[0].word not in _WORDS:
        return 0
    return 0 if tokens[1].word == "if" else end


def answer_wanted(reading: Reading) -> str | None:
    """The deed of a premise whose first sentence is a question: "find out why the river runs backwards". None for any other premise."""
    tokens, end = reading.tokens, end_of_question(reading)
    if not end:
        return _whether(reading) or _wondered(reading) or _asked_last(reading) or _wonder_told(reading)
    words = [token.word for token in tokens[:end]]
    first, second = words[0], words[1]
    negated = words[2] == "not" and second in _DO | _BE  # "why won't my friend speak to me"
    if negated:
        tokens = [*tokens[:2], *tokens[3:]]
        words, end = [*words[:2], *words[3:]], end - 1
    gap = int(negated)
    named = next((one for one in reading.found if one.start == 2 and one.end <= end), None)
    if named is not None and first in ("who", "what") and second in ("is", "are", "was", "were") and _told_further(tokens, named, end):
        return f"find out {cased(reading, ' '.join([first, *words[2:], second]))}".replace(" 's", "'s")
    if second in _DO | _BE and not (first in _SUBJECTS and (tokens[2].tag in ("VG", "VD", "R", "S", "I") or words[2] == "been")):
        phrase = next((one for one in reading.found if one.start - gap in (2, 3) and one.end - gap <= end), None)
        phrase = _going_on(reading, phrase, end + gap) if phrase is not None and second in ("is", "are", "was", "were") else phrase
        after = next((at for at in range(3, end) if tokens[at].tag in ("V", "VG", "VD")), None)
        noun = (
            phrase is not None
            and second in _DO
            and phrase.end - phrase.start > 2
            and lemma(tokens[phrase.end - gap - 1].word, "verb") is not None
        )
        if after is None and noun and phrase is not None:
            after = phrase.end - gap - 1  # "what does the giant dream about"
        after = after or (phrase.end - gap if phrase is not None else None)
        if after is None:
            return None
        subject, rest = words[2:after], words[after:]
        if subject[:1] == ["there"]:
            subject, rest = ["there", second], [*subject[1:], *rest]
        elif subject[-1:] == ["not"]:
            subject, rest = subject[:-1], [second, "not", *rest]
        elif negated and subject[0] in ("anyone", "anybody"):
            subject, rest = ["nobody", *subject[1:]], [second, *rest] if second not in _DO else [third(rest[0]), *rest[1:]]
        elif negated:
            rest = [second, "not", *rest]
        elif second == "does" and rest:
            rest = [third(rest[0]), *rest[1:]]
        elif second == "did" and rest and tokens[after].tag == "V":
            rest = [past(rest[0]), *rest[1:]]
        elif second != "do":
            rest = [second, *rest]
        words = [first, *subject, *rest]
    return f"find out {cased(reading, ' '.join(words))}".replace(" 's", "'s")


def _told_further(tokens: list[Token], named: Phrase, end: int) -> bool:
    """Whether more is said of whom a question is about: "who is the woman in the raincoat"."""
    return tokens[2].tag == "D" and named.end < end and tokens[named.end].tag in ("I", "S")


def _going_on(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    """The last of the phrases that tell of one thing, before what is asked of it: "the well at Saint Odo's" of "is the well at Saint Odo's warm"."""
    following = next(
        (one for one in reading.found if one.preposition in ("in", "at", "of", "on", "near", "by") and 0 <= one.start - phrase.end <= 2),
        None,
    )
    if following is None or following.end >= end or reading.tokens[following.end].tag not in ("A", "VD", "VG", "R"):
        return phrase
    return following


def _asked_last(reading: Reading) -> str | None:
    """What a premise ends by asking of others: "must share one umbrella and one case: who poisoned the parrot?"."""
    tokens = reading.tokens
    if not tokens or tokens[-1].word != "?":
        return None
    begun = next((at + 1 for at in range(len(tokens) - 2, 0, -1) if tokens[at].word in (".", "!", ":", ";")), 0)
    words = [token.word for token in tokens[begun:-1]]
    if (
        not begun
        or not 2 < len(words) <= _LONGEST
        or words[0] not in ("who", "what", "whose")
        or {"you", "i", "we", "they", "she", "he"} & set(words)
    ):
        return None
    told = tokens[begun + 1].tag in ("VD", "VS") or (tokens[begun + 1].tag == "X" and tokens[begun + 2].tag in ("VG", "VD"))
    return f"find out {cased(reading, ' '.join(words))}".replace(" 's", "'s") if told else None


def _whether(reading: Reading) -> str | None:
    """What is asked for a yes or no: "Is the old mill really haunted?" asks whether the old mill is really haunted."""
    tokens = reading.tokens
    end = len(tokens) - 1
    if not 3 < end <= _LONGEST or tokens[end].word != "?" or tokens[0].word not in ("is", "are", "was", "were"):
        return None
    words = [token.word for token in tokens[1:end]]
    if words[0] == "there":
        return f"find out whether there {tokens[0].word} {cased(reading, ' '.join(words[1:]))}".replace(" 's", "'s")
    subject = next((one for one in reading.found if one.start == 1), None)
    if subject is None or subject.end >= end or any(token.tag == "." for token in tokens[:end]) or words[0] in ("you", "i", "we", "it"):
        return None
    told = [*words[: subject.end - 1], tokens[0].word, *words[subject.end - 1 :]]
    return f"find out whether {cased(reading, ' '.join(told))}".replace(" 's", "'s")


def _wonder_told(reading: Reading) -> str | None:
    """What somebody is said to wonder at the end of a premise: "a beekeeper wonders why her hives fell silent"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens[:-3]):
        wonders = token.lemma == "wonder" and token.tag in ("V", "VS", "VD", "VG")
        if not wonders or tokens[at + 1].word not in _WORDS or tokens[at + 2].word in ("to", "if"):
            continue
        end = len(tokens) - (tokens[-1].tag == ".")
        words = [one.word for one in tokens[at + 1 : end]]
        told_before = any(one.tag == "M" and one.word != "to" for one in tokens[:at])  # "must stop the ghost, and wonders why"
        if told_before or len(words) > _LONGEST or _PARTING & set(words):
            return None
        return f"find out {cased(reading, ' '.join(words))}".replace(" 's", "'s")
    return None


def end_of_wonder(reading: Reading) -> int:
    """Where a first clause ends that wonders without a question mark; 0 where none does."""
    if end_of_question(reading) or (_wondered(reading) is None and _whether(reading) is None):
        return 0
    return next((at for at, token in enumerate(reading.tokens) if token.tag == "."), len(reading.tokens))


def _wondered(reading: Reading) -> str | None:
    """What a premise names that begins like an answer: "How volcanoes work", "why leaves turn red in autumn"; "how to bake bread" is no question."""
    tokens = reading.tokens
    end = next((at for at, token in enumerate(tokens) if token.tag == "."), len(tokens))
    if not 2 < end <= _LONGEST or tokens[0].word not in ("how", "why") or tokens[1].word in ("to", "about", "i", "we", "you", *_DO, *_BE):
        return None
    if tokens[1].tag in ("A", "R") or not any(token.tag in ("V", "VS", "X", "N", "NS") for token in tokens[2:end]):
        return None
    return f"find out {cased(reading, ' '.join(token.word for token in tokens[:end]))}".replace(" 's", "'s")


def suffered(reading: Reading) -> str | None:
    """What somebody has done, where it is told as suffered: "stolen my watch" of "my watch was stolen"."""
    for one in happenings(reading, frozenset()):
        if "passive" in one.aspect and one.subject is not None and not one.aside and reading.tokens[one.at].tag == "VD":
            word, behind = reading.tokens[one.at].word, {token.word for token in reading.tokens[one.at + 1 : one.at + 4]}
            if word == "found":  # "was found dead in his oven": it is asked who killed him
                word = "killed" if behind & _DEAD else "taken" if behind & {"missing", "gone"} else ""
            return f"{word} {the(reading, _named(reading, one.subject), plain=True)}" if word else None
    return None


def _named(reading: Reading, phrase: Phrase) -> Phrase:
    """Of whom an apposition tells: "my uncle" of "my uncle, a baker in Lyon, was found dead"."""
    start = lead(reading, phrase)[0]
    if phrase.determiner not in ("a", "an") or start < 2 or reading.tokens[start - 1].word != ",":
        return phrase
    return next((one for one in reading.found if one.end == start - 1 and somebody(reading, one)), phrase)
