"""Aims that something shall not be: who is stopped from doing something, what is saved from being done away with, what somebody refuses to do."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.reading import Reading, somebody
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.wording import end_of, told_of

_STOPPING: Final = word_set("stop prevent keep hinder")
_DONE_AWAY: Final = word_set(
    "tear demolish knock destroy close sell burn flood cut fell shut evict kill bulldoze eat steal drown sink lose ruin cancel scrap break"
    " chop slaughter arrest hang execute hurt harm forget take"
)
_BOUGHT: Final = word_set("buy sell close shut demolish destroy steal take burn")
_ENDS: Final = frozenset((",", "and", "but", "before", "until", "when", "because", "while", "so", "after", "if"))
_MOST: Final = 14
"""How many words an aim is told in at most."""


def averted(reading: Reading, i: int) -> Aim | None:
    """What the verb at `i` keeps from being, None where it is no verb of that kind."""
    tokens = reading.tokens
    base = tokens[i].lemma
    if base == "refuse" and [token.word for token in tokens[i + 1 : i + 2]] == ["to"] and tokens[i + 2 : i + 3]:
        end = _end(tokens, i)
        return Aim("refuse_to", i, end, None, told_of(reading, i, end, base, {}), 0.5) if end - i <= _MOST else None
    following = [token.word for token in tokens[i + 1 : i + 3]]
    if base == "be" and following[:1] == ["forgiven"]:
        return Aim("apologise", i, i + 2, None, "be forgiven", 0.6)
    if base == "dream" and following[:1] == ["of"] and i + 2 < len(tokens) and tokens[i + 2].tag == "VG":  # "dreams of becoming a chef"
        end, verb = _end(tokens, i), tokens[i + 2].lemma
        target = next((one for one in reading.found if i + 2 < one.start <= i + 5 and verb not in ("be", "become")), None)
        return Aim(verb, i, end, target, told_of(reading, i + 2, end, verb, {}), 0.6)
    if base in ("decide", "choose") and [token.word for token in tokens[i + 1 : i + 2]] == ["between"]:
        end = end_of(reading, i)
        said = told_of(reading, i, end, base, {})
        return Aim("choose", i, end, None, said, 0.5) if " and " in said and not re.search(r"ing\b", said) else None
    if base not in _STOPPING:
        return None
    target = next((one for one in reading.found if i < one.start <= i + 4 and one.preposition is None), None)
    if target is None or [token.word for token in tokens[target.end : target.end + 1]] != ["from"] or target.end + 2 > len(tokens):
        return None
    doing, end = tokens[target.end + 1], _end(tokens, i)
    if end - i > _MOST or (doing.tag != "VG" and doing.word != "being"):
        return None
    if doing.word == "being" and any(
        token.lemma in _DONE_AWAY for token in tokens[target.end + 2 : target.end + 4]
    ):  # "stop the old cinema from being torn down"
        return Aim("save", i, end, target, told_of(reading, i, end, "save", {}), 0.55)
    return Aim("stop_from", i, end, target, told_of(reading, i, end, base, {}), 0.55)


def done_to_me(reading: Reading, aim: Aim, mine: set[int]) -> bool:
    """Whether others do it to whoever tells the story, or to what is theirs, who is after nothing of the kind: "both teams want to bribe me"."""
    tokens = reading.tokens
    mine_or_me = any(token.word in ("i", "we") for token in tokens[: aim.at])
    if aim.verb in _BOUGHT and mine_or_me and tokens[aim.at + 1 : aim.at + 2] and tokens[aim.at + 1].word == "it":
        buyer = next((one for one in reversed(reading.found) if one.end <= aim.at), None)  # "I run a garage and a rich man wants to buy it"
        return buyer is not None and id(buyer) not in mine and somebody(reading, buyer) and buyer.end >= aim.at - 3
    if aim.target is not None or not ({"me", "us"} & {token.word for token in tokens[aim.at + 1 : aim.at + 3]}):
        return False
    doer = next((one for one in reversed(reading.found) if one.end <= aim.at), None)
    return (
        doer is not None
        and id(doer) not in mine
        and aim.at - doer.end <= 4
        and not {"i", "we"} & {token.word for token in tokens[doer.end : aim.at]}
    )


def _end(tokens: list[Token], i: int) -> int:
    """The end of the clause of the verb at `i`."""
    return next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in _ENDS), len(tokens))
