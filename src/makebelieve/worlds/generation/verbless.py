"""Sentences in which the tagger sees no verb, though a noun of them could be one: "a squirrel objects", "the statues in the park change places"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Token, lemma
from makebelieve.worlds.generation.compounds import compound_at

_VERBS: Final = frozenset(("V", "VS", "VD", "X", "M"))
_NOUNS: Final = frozenset(("N", "NS"))
_ON_THE_MOVE: Final = frozenset(
    (
        "search",
        "hunt",
        "race",
        "work",
        "hope",
        "plan",
        "travel",
        "climb",
        "rush",
        "struggle",
        "sail",
        "march",
        "head",
        "team",
        "fight",
        "journey",
        "trek",
        "dance",
        "dream",
    )
)
"""What several do, said with a word behind it: "a dog and its handler search for two skiers"."""


def with_verbs(tokens: list[Token]) -> list[Token]:
    """The tokens, with the one noun of a verbless sentence that can be its verb told as that."""
    begin = 0
    for at, token in enumerate([*tokens, None]):
        if token is not None and token.tag != ".":
            continue
        _mend(tokens, begin, at)
        begin = at + 1
    return tokens


def _mend(tokens: list[Token], begin: int, end: int) -> None:
    said = tokens[begin:end]
    if len(said) < 3 or any(token.tag in _VERBS for token in said):
        return
    if begin and end - begin == 3 and [token.tag for token in said] == ["D", "N", "NS"] and (verb := _verb(said[-1])):
        said[-1].tag, said[-1].lemma = "VS", verb  # "a squirrel objects"
        return
    many = next((token.tag == "NS" for token in said if token.tag in _NOUNS and not _is_time(said, token)), False)
    many = many or any(
        token.word == "and" and said[at - 1].tag in _NOUNS for at, token in enumerate(said[:6]) if at
    )  # "the prince and his valet change"
    if not many and said[0].word in ("a", "an", "one", "the") and said[1].tag == "N":
        _ended(said)
        return
    for at in range(3, len(said) - 1):
        token, before, after = said[at], said[at - 1], said[at + 1]
        if (
            not many
            or token.tag != "N"
            or before.tag not in _NOUNS
            or not (after.tag in ("D", "NS", "P", "R") or (token.word in _ON_THE_MOVE and after.tag == "I"))
            or (verb := _verb(token)) != token.word
        ):
            continue
        if not compound_at(tokens, begin + at)[0]:
            token.tag, token.lemma = "V", verb
            return


def _ended(said: list[Token]) -> None:
    """ "A rivalry between two florists ends in a duel": a singular subject's verb behind the last of several nouns."""
    for left, token, right in zip(said[2:], said[3:], said[4:], strict=False):
        if token.tag == "NS" and left.tag == "NS" and right.tag in ("I", "D", "P") and (verb := _verb(token)):
            token.tag, token.lemma = "VS", verb
            return


def _verb(token: Token) -> str | None:
    return lemma(token.word, "verb")


def _is_time(said: list[Token], token: Token) -> bool:
    """Whether a noun opens the sentence as its time: "every night the statues …"."""
    at = said.index(token)
    return at <= 1 and said[0].word in ("every", "each", "one", "all", "this", "that")
