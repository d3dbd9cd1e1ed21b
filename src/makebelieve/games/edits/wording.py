"""The many ways to say a wish, brought down to few: spelling, fillers, and phrases with one plain form each."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from makebelieve.games.edits.lexicon import EDIT_WORDS, PLAIN
from makebelieve.language.words import correct, known, lemma, normalise
from makebelieve.language.wordtable import find

_FILLERS: Final = re.compile(
    r"^(?:(?:and|but|then|also|plus|so|ok|okay|hey|hi|please|maybe|now|well|um|hmm|yes|no wait|actually|oh|just|first of all|finally)\b"
    r"[ ,]*)+"
)
_WISHES: Final = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|we|i) (?:please |also |just |maybe )*(?:(?=\w)|have |get )"
    r"|i would (?:really )?(?:like|love|prefer) (?:it )?(?:if (?:you (?:could )?)?)?(?:to )?"
    r"|i (?:really |also |just )*(?:want|need|wish)(?: for| you)?(?: to)?(?: (?:it|this|the game) to)? "
    r"|let us |let 's |what if |we (?:need|want)(?: to)? |what about |how about |there should be "
    r"|it (?:should|could|needs to) (?:have |be (?:set |played )?)?"
    r"|you (?:should|could) |it would be (?:nice|cool|great|better|fun) (?:if|to) )"
)
_TAILS: Final = re.compile(
    r"(?:[ ,]+(?:please|thanks|thank you|if possible|if you can|too|as well|also|again|though|ok|okay|for me"
    r"|in (?:it|there|the game|this game)|to (?:it|the game|this game)|of the game|in general"
    r"|a bit|a little|a little bit|slightly|somewhat|a tad|right now|now))+$"
)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(EDIT_WORDS)


def spelled(token: str, names: Collection[str]) -> str:
    """The word meant by `token`: a word of edits or of this game's cast if one is near, else a word of the dictionary."""
    if token in _plain_words() or token in names or len(token) < 3 or not token.isalpha():
        return token
    if known(token) and not _rare(token):
        return token
    limit = 1 if len(token) < 6 else 2
    # A number of edits per length, transpositions counting as one (optimal string alignment).
    candidates = EDIT_WORDS if known(token) else (*EDIT_WORDS, *sorted(names))
    near = process.extract(token, candidates, scorer=OSA.distance, score_cutoff=limit, limit=4, processor=None)
    if near and (not known(token) or min(hit[1] for hit in near) == 1):
        return min(near, key=lambda hit: (hit[1], hit[0][0] != token[0], abs(len(hit[0]) - len(token)), hit[2]))[0]
    return correct(token)


def _rare(token: str) -> bool:
    """A dictionary word nobody uses ("mak"), so rather a typo."""
    word = find(token)
    return (
        word is not None
        and word.noun + word.verb + word.adjective + word.adverb <= 1
        and not any(lemma(token, part) != token for part in ("noun", "verb", "adjective") if lemma(token, part))
    )


def sentence(message: str, names: Collection[str]) -> str:
    """Lower case, contractions written out, typos mended; punctuation kept apart from words."""
    text = normalise(re.sub(r"\bi['’]?d\b", "i would", message, flags=re.IGNORECASE)).replace("cannot", "can not")
    tokens = re.findall(r"[a-z]+|\d+(?:\.\d+)?|[.,;:!?()]|'s", text)
    return " ".join(spelled(token, names) for token in tokens)


def plain(clause: str) -> str:
    """A clause in its plain form, without fillers, wishes and thanks around it."""
    text = clause.strip(" ,.;:!?()")
    before = ""
    while before != text:
        before = text
        text = _FILLERS.sub("", text)
        text = _WISHES.sub("", text)
        text = _TAILS.sub("", text).strip(" ,.;:!?()")
    for pattern, instead in PLAIN:
        text = pattern.sub(instead, text)
    return text.strip()
