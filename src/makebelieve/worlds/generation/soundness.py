"""Whether a deed is sound: it is English as it stands, and the premise really says it of somebody who may be after it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from makebelieve.language import Token, lemma, tag, tokenise
from makebelieve.worlds.generation.retagging import retagged
from makebelieve.worlds.generation.verbs import purpose_of
from makebelieve.worlds.generation.wordforms import prefixed


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASKING: Final = ("why", "whether", "how", "that")
_FINITE: Final = frozenset(("V", "VS", "VD", "X", "M"))
_BE: Final = _set("is are am was were be has have had")
_LINKS: Final = _set(
    "and or but nor who whom whoever whatever whose that which what where when whenever why how whether if as than because before after until till while once"
    " since unless though although so without , everything anything all"
)
"""Words behind which another finite verb may stand."""
_SUBJECTS: Final = _set("i you he she it we they nobody somebody someone everybody everyone nothing one neither none")
_SAYING: Final = _set("think say know believe claim hope fear swear")
_ALSO_PAST: Final = _set("lay found bound wound fell saw ground")
"""Verbs that are written like the past of another."""
_CUT_OFF: Final = (
    ("that", "does"),
    ("that", "do"),
    ("that", "can"),
    ("that", "will"),
    ("that", "did"),
    ("who", "does"),
    ("who", "will"),
    ("who", "can"),
)
_HANGING: Final = _set("i he she we they the a an my your our their every of and or but nor than because although whose only")
"""Words that end no deed."""
_OWNED: Final = _set("like than as of")
"""Words behind which an owner may stand alone: "a boat like his father's"."""
_ADVERBS: Final = _set("right just once well still even already only again soon never ever always almost also too not")
_DONE_TO_SOMETHING: Final = _set(
    "lose bring put take get find make give send hold keep see tell do use want catch break fix carry steal fetch save deliver build have"
    " let show own buy throw need reach say drop grant receive repair replace mend destroy rescue ruin"
    " collect gather raise wear bury follow convince persuade arrest kill capture kidnap cure release reveal expose warn visit avoid feed defend"
    " protect guard trick fool beat defeat impress forge invent design translate poison murder accuse betray reach bring lead drag lift smuggle"
)
"""Verbs that say nothing without what they are done to."""


_GOING_WAYS: Final = _set("get break let keep make run take")
_WAYS: Final = _set("to away home through by out up in off across past along around back free")
"""Verbs that may say where alone, and the words that say it: "get out"."""


_LACKING: Final = re.compile(
    r"\b(?<!of )(?<!on )(?:my|your|his|her|its|their|our|the) own(?= (?:and|or|but|to|in|on|at|by|with|from|for|before)\b|$)|\bas many (?:as\b|$)|\bas (?:many|much)\b(?!.* as\b)|\ball again$"
    r"|\b(?:the|a|an|my|your|their|our) (?:and|or|of|to|from|with|before|who|that|is|are|has|the|a|an|my|your|their|our)\b"
)
"""Where a noun is left out: "forge her own and find", "rescue as many", "repair the of"."""
_ANOTHER: Final = re.compile(r"^find out (?:why|how|whether|what|who)\b.* ?, (?:and|but|so|then)\b")
"""A question that goes on with what is asked by nobody: "find out why the statues come alive, and tonight one of them has run away"."""


@lru_cache(maxsize=4096)
def is_whole(deed: str) -> bool:
    """Whether a deed is English as it stands: "find out why the old man in bed nine" is none, nor is "send for once"."""
    tokens = retagged(tag(tokenise(deed)))
    named = {word.lower() for word in deed.split() if word[:1].isupper()}
    for token in tokens:
        token.tag = "N" if token.written in named and token.tag[:1] == "V" else token.tag
    words = [token.word for token in tokens]
    if not words or not _is_verb(tokens[0]) or words[-1] in _HANGING or (tokens[-1].tag == "'" and not _OWNED & set(words)):
        return False
    if (
        words[1:2] == ["than"]
        or "There" in deed
        or words[0] == "die"
        or tuple(words[-2:]) in _CUT_OFF
        or (len(words) == 1 and words[0] in _DONE_TO_SOMETHING)
    ):
        return False
    if _LACKING.search(" ".join(words)) or _ANOTHER.match(deed):
        return False
    if words[:2] == ["try", "to"]:
        return is_whole(" ".join(deed.split()[2:]))
    if words[:2] == ["find", "out"] and len(words) == 3:
        return True  # "find out why": what is told before it
    if words[:2] == ["find", "out"] and len(words) > 2:
        return (words[2] not in _ASKING or _is_clause(tokens[3:], words[2])) and _is_linked(tokens[2:])
    if len(words) > 2 and words[1] == "that" and tokens[1].tag == "S":
        return _is_clause(tokens[2:], "that") and _is_linked(tokens[1:])
    return _has_object(tokens) and _is_linked(tokens[1:])


def _is_verb(token: Token) -> bool:
    return lemma(token.word, "verb") == token.word or token.word in _ALSO_PAST or prefixed(token.word) or purpose_of(token.word) is not None


def _is_clause(tokens: list[Token], asked: str) -> bool:
    """Whether a clause stands behind "why": somebody or something, and one finite verb that is said of it."""
    finite = [
        at
        for at, token in enumerate(tokens)
        if (token.tag in _FINITE and token.word != "to") or (at and _may_be_said(token, tokens[at - 1]))
    ]
    first = next((at for at in finite if at > 0), None)
    if first is None:
        return asked == "how" and len(tokens) > 0 and tokens[0].word == "to"
    if tokens[first].word in ("is", "has", "was", "does") and all(token.tag in ("D", "A", "N", "NS", "#") for token in tokens[:first]):
        last = tokens[first - 1]
        if (
            last.tag == "NS"
            and last.lemma != last.word
            and not last.word.endswith("ss")
            and tokens[0].word in ("the", "these", "my", "his", "her", "their")
        ):
            return False  # "why the reactors is"
    return asked == "how" or first < len(tokens) - 1 or tokens[first].word not in _BE  # "why the body is"


def _is_linked(tokens: list[Token]) -> bool:
    """Whether every finite verb behind the first has a word that brings it in: none has "how she died is helped by the girl"."""
    if tokens and tokens[-1].tag == "VS" and lemma(tokens[-1].word, "noun") and len(tokens) > 2:
        tokens = tokens[:-1]  # "on the church steps"
    free, chained = 0, False
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        beside = (
            before is not None
            and before.tag in ("N", "NS", "P", "V", "VS", "VD", "X")
            and (token.word in _SUBJECTS or (token.tag == "D" and before.tag in ("N", "NS")))
        )
        told = before is not None and before.tag in ("VS", "V") and before.lemma in _SAYING and token.tag in ("X", "VS")
        if token.word in _LINKS or token.tag == "." or beside:
            free, chained = free + 1, False
        elif told:
            chained = True  # "a book that everyone thinks is cursed"
        elif _is_finite(token, before):
            if not chained:
                free -= 1
                if free < 0:
                    return False
            chained = token.tag != "VS"
        elif token.tag == "VD" and before is not None and (before.tag in ("N", "NS") or before.word in (*_SUBJECTS, "who", "that")):
            free -= free > 0 and not chained  # "the man who killed her", and not "the man trapped in the well"
            chained = False
        elif token.tag != "R" and token.word not in ("not", "to"):
            chained = False
    return True


def _is_finite(token: Token, before: Token | None) -> bool:
    if before is None or token.tag not in ("VS", "X", "M") or token.word in ("to", "let", "be", "being", "been") or before.word == "to":
        return False
    return not (token.tag == "VS" and before.tag in ("V", "VS", "VG", "D", "A", "'"))  # "leaving shoes"


def _may_be_said(token: Token, before: Token) -> bool:
    """Whether a word that the tagger takes for several things may be a verb: "the guest in room nine checks out"."""
    return token.tag == "NS" and before.tag in ("N", "#") and lemma(token.word, "verb") is not None


def _has_object(tokens: list[Token]) -> bool:
    """Whether a verb that is done to something has what it is done to, and no adverb stands in its place: "crash the right"."""
    rest = tokens[1:]
    for at, token in enumerate(rest[:-1] or rest[:0]):
        behind = rest[at + 2] if at + 2 < len(rest) else None
        adverb = rest[at + 1].tag == "R" or (rest[at + 1].word in _ADVERBS and rest[at + 1].word != "well")
        adverb = adverb and rest[at + 1].word not in ("most", "best", "worst", "least")
        if token.word == "the" and adverb and (behind is None or behind.tag in ("I", "S", "C", ".")):
            return False
    if tokens[0].word not in _DONE_TO_SOMETHING:
        return True
    ways = _WAYS if tokens[0].word in _GOING_WAYS else frozenset(("back",))
    return any((token.tag not in ("R", "I") and token.word not in _ADVERBS) or token.word in ways for token in rest)
