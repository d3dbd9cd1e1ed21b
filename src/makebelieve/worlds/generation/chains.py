"""Goals of several parts: "find the three keys and open the vault", "build a raft and sail it down the river"."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.reading import Reading
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.wording import told_of

_BETWEEN: Final = word_set("and , then to also finally must still has have needs wants later afterwards")
# What comes of a deed rather than being one: "win the contest and save the bakery".
_OUTCOMES: Final = word_set(
    "prove show change become be save keep earn live survive impress forget remain stay return escape go come feel get_home get_away get_out"
    " come_home go_home get_rich get_back break_free help bring_peace end celebrate collapse die"
)
# What only befalls before the story begins: "finds a dragon egg and has to keep it warm".
_BEFALLS: Final = word_set("find discover inherit receive hear meet see notice wake witness spot win catch lose fall")
_ASKING: Final = word_set("find find_out learn discover decide work_out figure_out guess ask see tell explain remember choose")
_PAIRS: Final = frozenset((("hide", "seek"), ("wait", "see"), ("sing", "dance"), ("show", "tell"), ("give", "take"), ("come", "go")))
"""Verbs that are one deed together: "play hide and seek"."""
_ALIKE: Final = 0.65
"""How far the licences of two parts may lie apart."""
_SOON: Final = 8
"""Tokens from "first" to the verb that it is said of, at most."""
_WISHED: Final = 0.5
"""The least licence of what is wanted; what has been done before that is no part of it."""


def chain_of(reading: Reading, aims: list[Aim], chosen: Aim) -> list[Aim]:
    """The parts of the goal that an aim is one of, in their order, itself alone where it has no others."""
    some = sorted((aim for aim in aims if not aim.strange), key=lambda aim: aim.at)
    chain: list[Aim] = []
    for aim in some:
        if chain and _follows(reading, chain[-1], aim):
            chain.append(aim)
        elif chosen in chain:
            break
        else:
            chain = [aim]
    return chain if chosen in chain else [chosen]


def _follows(reading: Reading, left: Aim, right: Aim) -> bool:
    between = [token.word for token in reading.tokens[left.end : right.at]]
    joined = bool(between) and len(between) <= 3 and set(between) <= _BETWEEN and bool({"and", ",", "then"} & set(between))
    first = reading.tokens[left.at]
    past = first.tag == "VD" and left.licence < _WISHED <= right.licence  # "he pawned the ring and wants it back"
    befalls = past or (left.licence < 0.95 and first.lemma in _BEFALLS)
    idiom = (reading.tokens[left.end - 1].word, reading.tokens[right.at].word) in _PAIRS
    noun = right.target is not None and right.target.noun == right.verb  # "move by move"
    asked = left.asks or (right.asks and right.verb not in _ASKING)  # "hatch an egg and raise what comes out"
    lost = reading.tokens[right.at].lemma == "lose"  # "takes her class to the zoo and loses one child"
    return joined and not (befalls or idiom or noun or asked or lost) and abs(left.licence - right.licence) <= _ALIKE


def foremost(reading: Reading, wishes: list[Aim]) -> list[Aim]:
    """The wishes with the one first that a premise says has to be seen to first: "wants to marry. First he has to find the feather"."""
    tokens = reading.tokens
    for i, token in enumerate(tokens[:-2]):
        opens = i > 0 and tokens[i - 1].word in (".", ";", ",", "but", "and")
        first = token.word == "first" and (opens or tokens[i + 1].word == ",")
        if not first and not (token.word == "before" and opens and tokens[i + 1].word in ("that", "this")):
            continue
        led = [aim for aim in wishes if i < aim.at <= i + _SOON and aim.licence >= _WISHED]
        return [*led[:1], *(aim for aim in wishes if aim is not led[0])] if led else wishes
    return wishes


def deed_of(chain: list[Aim]) -> Aim:
    """The part that the story ends with: the last one that is more than what comes of it."""
    return next((aim for aim in reversed(chain) if aim.verb not in _OUTCOMES), chain[0])


def told_whole(reading: Reading, chain: list[Aim]) -> str:
    """All parts in the premise's words, each verb in its base form."""
    parts = []
    for aim in chain:
        verb = aim.told.partition(" ")[0]
        own = aim is chain[0] or not aim.told.startswith(reading.tokens[aim.at].lemma)
        parts.append(aim.told if own else told_of(reading, aim.at, aim.end, verb, {}))
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
