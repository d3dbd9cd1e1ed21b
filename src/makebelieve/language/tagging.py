"""Part-of-speech tags by Viterbi decoding.

Tags: D determiner, P pronoun, I preposition, C conjunction, S subordinator, X auxiliary, M modal or "to", N singular noun,
NS plural noun, V base verb, VS third person, VG -ing, VD past or participle, A adjective, R adverb, # number, ' possessive,
. punctuation. Emissions come from the counts of the word table, transitions are hand-set log weights below. Prompts are too
short and too loose for a trained model to do much better, and every number here can be read.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from makebelieve.language import lexicon, wordtable
from makebelieve.language.beings import BODIES_OF
from makebelieve.language.numerals import number
from makebelieve.language.vocabulary import CLOSED, GAME_NOUNS, GENRE_NOUNS
from makebelieve.language.words import correct, lemma

_AFTER: Final[dict[str, dict[str, float]]] = {
    row.split(":")[0].strip(): {cell.rsplit(" ", 1)[0]: float(cell.rsplit(" ", 1)[1]) for cell in row.split(":", 1)[1].strip().split(", ")}
    for row in """
.: N .3, NS .3, D .6, A .1, V 0, VG -.2, VS -1.8, VD -1.2, P .6, I .1, R 0, C .1, S .1, X -1, M -.5, # .1, . 0
D: N 1, A .8, NS .4, VG -.9, VD -.8, R -1, # 0, D -1.2, V -4, VS -5, P -3, I -2.5
A: N 1.1, NS .9, A .2, VG -1.5, VD -1.2, V -3.5, VS -3, I -.7, C -.4, . -.3, D -2.5, # -1
N: . .3, I .5, VS .7, N 0, NS -.2, VD -.1, VG -.3, C .3, X .5, M .4, S .3, V -1.7, A -1.6, R -.4, D -1, P -.8, ' 1, # -1.5
NS: . .3, I .5, V .5, VS -2.6, N -2, NS -2.2, VG -.2, VD -.1, C .3, X .5, M .4, S .3, A -1.2, R -.4, D -1, P -.8, ' 1, # -1.5
V: D .8, NS .3, N -.3, A .1, I .4, P .4, R .2, . 0, C 0, V -1.6, VS -3, VG -1, VD -2, M .1, S -.3, # .3
VS: D .8, NS .3, N -.2, A .1, I .5, P .4, R .2, . 0, C 0, V -2.5, VS -3, VG -.7, VD -1.5, M .2, S -.3, # .3
VG: D .7, NS .3, N .1, A .1, I .6, P .2, R .2, . 0, C 0, V -3, VS -3, VG -1.5, VD -2, M .2, S -.2, # .3
VD: I .7, D .3, R .1, N -.4, NS -.4, A -.3, . 0, M 0, C 0, P -.2, VG -1, V -3, VS -3, VD -2, S -.3, # 0
I: D 1, N .3, NS .5, A .5, P .5, VG .2, # .4, V -2.6, VS -4, VD -1.3, R -1, I -.8, S -.5, C -2, . -.8
P: V .6, VS .6, VD .3, X .7, M .7, R .2, A -1, N -1.6, NS -2, I -.2, . -.1, C -.2, D -.8, S 0, P -1, VG -.6, # -1
C: N .2, NS .3, D .4, A .3, V .2, VS .2, VG .1, VD 0, P .4, R .1, I .1, X -.5, M 0, # .1, S .1
S: P .6, D .4, N 0, NS .1, A -.1, V 0, VS .4, X .4, M .4, VG -.2, VD 0, R 0, I -.5, C -1, # 0
X: VG .7, VD .5, A .5, D .6, R .3, N -.3, NS -.4, I .4, P .1, V -.5, M .1, # .1, . -.4, VS -3, S -.4
M: V 1.3, R .1, X .5, VS -3, N -1.8, NS -2.2, D -.4, A -1, P 0, VG -1.5, VD -2, M -1
R: V .2, VS .3, VD .3, VG .3, A .4, I .3, D .1, . .2, N -.6, NS -.6, P .1, C .2, R 0, M .1, X .1, S .1, # 0
#: NS 1.2, N .4, A .5, . -.2, D -1.5, V -2, VS -2.5, VG -1, VD -1, I -.6, C -.5, # -.5
': N 1, NS .7, A .9, VG -.6, VD -.6, # -.3, V -4, VS -4
""".strip().splitlines()
}
_UNLIKELY: Final = -2.5
# Names of beings that are as often something done.
_ALSO_VERBS: Final = frozenset(lexicon.read("vocabulary")["also-verbs"])
# Animals that a prompt may open with, though they are verbs as well; "fly with a kite" is something to do.
_ANIMALS: Final = frozenset(word for word, (category, _) in BODIES_OF.items() if category == "creature") - {"fly", "duck", "swallow", "ram"}
_DETERMINERS: Final = frozenset(("a", "an", "the", "her", "his", "its", "their", "my", "your", "our", "every", "each", "all"))
_OBJECTS: Final = frozenset(("him", "me", "us", "them", "it", "you"))
_PARTICLES: Final = frozenset(("up", "off", "out", "away", "down", "back"))
_OPENERS: Final = frozenset(("", ".", ",", ";", ":", "!", "?", "and", "then"))
_NO_WORD: Final = frozenset(".,;:!?()")


@dataclass(slots=True)
class Token:
    """One token of a prompt: as written, as corrected, its tag and its lemma under that tag."""

    written: str
    word: str
    tag: str = ""
    lemma: str = ""
    index: int = 0
    named: bool = False
    """Whether it is a proper name nobody knows."""


@lru_cache(maxsize=32768)
def _candidates(word: str) -> tuple[tuple[str, float, str], ...]:
    """Possible tags of a word with log-likelihoods and lemmas."""
    if word in _NO_WORD:
        return ((".", 0.0, word),)
    if word == "'s":
        return (("'", 0.0, word),)
    if word[0].isdigit():
        return (("#", 0.0, word),)
    if "-" in word:
        return (("A", 0.0, word),)
    closed = [(tag, 0.0, word) for tag, some in CLOSED.items() if word in some]
    if word == "to":
        return (("M", 0.0, word), ("I", -0.2, word))
    if word == "her":
        return (("D", 0.0, word), ("P", -0.4, word))
    if word == "like":
        return (("I", 0.0, word), ("V", -1.2, word))
    if number(word) is not None and word not in ("a", "an"):
        return (("#", 0.0, word), ("P", -1.5, word)) if word == "one" else (("#", 0.0, word),)
    if closed and word not in (
        "down",
        "back",
        "home",
        "well",
        "mine",
        "may",
        "will",
        "might",
        "round",
        "past",
        "plus",
        "can",
        "out",
        "over",
    ):
        return tuple(closed)
    masses: dict[str, tuple[float, str]] = {}
    noun, verb, adjective = lemma(word, "noun"), lemma(word, "verb"), lemma(word, "adjective")
    if noun:
        entry = wordtable.find(noun)
        mass = entry.noun if entry else 2.0
        if noun in BODIES_OF or noun in GAME_NOUNS:
            mass = max(mass * 2.5, 14.0) if noun in _ALSO_VERBS else max(mass * 3.5, 30.0)
        plural = noun != word
        masses["NS" if plural else "N"] = (mass, noun)
        if word.endswith(("fish", "sheep", "deer", "squid")):
            masses["NS"] = (mass * 0.3, noun)
    if verb:
        entry = wordtable.find(verb)
        mass = entry.verb if entry else 1.0
        if word.endswith("ing") and verb != word:
            masses["VG"] = (mass, verb)
        elif verb == word:
            masses["V"] = (mass, verb)
            if wordtable.irregular(word).get("v"):
                masses["VD"] = (mass * 0.5, wordtable.irregular(word)["v"])
        elif word.endswith("s") and not wordtable.irregular(word).get("v"):
            masses["VS"] = (mass, verb)
        else:
            masses["VD"] = (mass, verb)
    if adjective:
        entry = wordtable.find(adjective)
        masses["A"] = ((entry.adjective if entry else 1.0) * (0.6 if "VD" in masses or "VG" in masses else 1.0), adjective)
    entry = wordtable.find(word)
    if entry and entry.adverb:
        masses["R"] = (entry.adverb, word)
    elif word.endswith("ly") and not noun:
        masses["R"] = (4.0, word)
    if not masses:
        if closed:
            return tuple(closed)
        return (
            (("N", 0.0, word), ("NS", -0.3, word[:-1]), ("V", -2.5, word), ("A", -1.2, word))
            if word.endswith("s")
            else (
                ("N", 0.0, word),
                ("A", -1.2, word),
                ("V", -2.2, word),
            )
        )
    if "NS" in masses and "VS" in masses and noun in BODIES_OF and noun not in _ALSO_VERBS:
        del masses["VS"]  # "bees" is no form of "be"
    masses = {tag: (max(mass, 0.3), base) for tag, (mass, base) in masses.items()}
    total = sum(mass for mass, _ in masses.values())
    options = [(tag, max(-3.0, math.log(mass / total)), base) for tag, (mass, base) in masses.items()]
    return tuple(closed + [(tag, score - (1.0 if closed else 0.0), base) for tag, score, base in options])


def tag(tokens: list[str], names: frozenset[str] = frozenset(), strange: frozenset[str] = frozenset()) -> list[Token]:
    """Correct, tag and lemmatise the tokens of one prompt.

    `names` are proper names: kept as written, nouns. `strange` are words of another language: no part of any phrase.
    """
    result = [Token(one, one if one in names or strange else correct(one), index=i, named=one in names) for i, one in enumerate(tokens)]
    scores: dict[str, float] = {".": 0.0}
    steps: list[dict[str, tuple[str, str]]] = []
    previous = ""
    for i, token in enumerate(result):
        best: dict[str, tuple[float, str, str]] = {}
        doer = BODIES_OF.get(previous, ("", ""))[0] in ("creature", "person", "robot", "vehicle")
        candidates = (
            ((".", 0.0, token.word),) if token.word in strange else (("N", 0.0, token.word),) if token.named else _candidates(token.word)
        )
        following = result[i + 1].word if i + 1 < len(result) else ""
        opens = previous in _OPENERS and (following in _DETERMINERS or following in _OBJECTS)
        compound = doer and f"{previous}_{token.word}" in BODIES_OF  # "teddy bear"
        if token.word in BODIES_OF and following in GENRE_NOUNS:
            candidates = tuple(one for one in candidates if one[0] in ("N", "NS")) or candidates  # "bear platformer"
        elif i == 0 and following in ("with", "against", "and") and token.word in _ANIMALS:
            candidates = tuple(one for one in candidates if one[0] == "N") or candidates  # "bear with a shotgun"
        elif following in ("vs", "versus"):
            candidates = tuple(one for one in candidates if one[0] in ("N", "NS", ".")) or (("N", 0.0, token.word),)
        for name, emission, base in candidates:
            # "astronaut leap", "caterpillar get": after somebody, a word that can be a base verb rather is one
            bonus = 1.2 if doer and not compound and name == "V" and emission > -1.2 else 0.0
            # "a shepherdess leaves her village": before a determiner, what can be a verb rather is one
            bonus += 1.5 if name == "VS" and (following in _DETERMINERS or following in _PARTICLES or following in _OBJECTS) else 0.0
            source, score = ".", -1e9
            for before, value in scores.items():
                reached = value + _AFTER[before].get(name, _UNLIKELY) + (bonus if before == "N" else 0.0)
                if opens and name == "V" and before in (".", "C"):
                    reached += 1.5  # "mind the clowns", "picture a rooftop"
                if reached > score:
                    source, score = before, reached
            if name not in best or score + emission > best[name][0]:
                best[name] = (score + emission, source, base)
        steps.append({name: (source, base) for name, (_, source, base) in best.items()})
        scores = {name: score for name, (score, _, _) in best.items()}
        previous = token.word
    name = max(scores, key=lambda one: scores[one]) if scores else "."
    for token, step in zip(reversed(result), reversed(steps), strict=True):
        source, base = step[name]
        token.tag, token.lemma = name, base
        name = source
    return result
