"""What somebody of a trade has to do where a premise says no more of it: a lamplighter lights the lamps, a ferryman takes the passengers across."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.reading import Reading, owner_in, somebody, text_of

_MAKERS: Final = {
    "seller": "sell", "vendor": "sell", "dealer": "sell", "repairer": "mend", "mender": "mend", "restorer": "restore", "maker": "make", "builder": "build",
    "carver": "carve", "painter": "paint", "tuner": "tune", "designer": "design", "catcher": "catch", "tamer": "tame", "trainer": "train", "grower": "grow",
    "collector": "collect", "keeper": "look_after", "cleaner": "clean", "polisher": "polish", "winder": "wind", "picker": "pick", "counter": "count",
    "translator": "translate", "inspector": "inspect", "washer": "wash", "whisperer": "calm", "hunter": "catch", "thief": "steal",
}  # fmt: skip
"""Trades that are named by what is done and what it is done to: an umbrella repairer mends umbrellas."""
_LEARNERS: Final = frozenset(
    ("apprentice", "daughter", "son", "assistant", "helper", "wife", "boy", "girl", "pupil", "ghost", "cat", "dog")
)
"""Who takes up somebody else's trade: "the clockmaker's apprentice"."""
_UNCOUNTED: Final = frozenset(
    (
        "bread",
        "sugar",
        "salt",
        "jam",
        "tea",
        "coffee",
        "chocolate",
        "flour",
        "milk",
        "honey",
        "cheese",
        "coal",
        "wood",
        "water",
        "ice",
        "gold",
        "silver",
        "hay",
        "cotton",
        "wool",
        "butter",
        "rice",
        "corn",
        "fruit",
        "music",
        "time",
        "treasure",
        "fish",
        "sheep",
    )
)
_WHERE: Final = frozenset(("in", "on", "at", "of", "under", "inside", "beneath", "aboard", "near", "behind", "above", "below"))


@cache
def _trades() -> dict[str, tables.Entry]:
    return {noun: entry for entry in tables.read("works").values() for noun in entry.words("nouns")}


def trade_of(words: list[str]) -> tables.Entry | None:
    """The work of a trade by the words of its noun phrase: "chimney sweep" before "sweep"."""
    last = [words[-1], lemma(words[-1], "noun") or words[-1]] if words else []
    for head in last:
        for many in (3, 2):
            if len(words) >= many and (entry := _trades().get("_".join([*words[-many:-1], head]))) is not None:
                return entry
        if (entry := _trades().get(head)) is not None:
            return entry
    return None


def work_of(reading: Reading, player: Phrase | None) -> Goal | None:
    """The goal that somebody's trade gives them; None where a premise names nobody of a trade."""
    if player is None:  # "the loneliness of a radio operator"
        player = next(
            (
                one
                for one in reading.found
                if one.preposition in (None, "of") and somebody(reading, one) and trade_of(_words(reading, one)) is not None
            ),
            None,
        )
    if player is None:
        return None
    owner = owner_in(reading, player) if player.noun in _LEARNERS else None
    who = owner or player
    if who.noun == "thief" and (stolen := _made(reading, who)) is not None:
        return stolen
    entry = trade_of(_words(reading, who))
    if entry is None and (made := _made(reading, who)) is not None:
        return made
    if entry is None:  # "Detective Duck"
        entry = next((known for token in player.modifiers if token.tag in ("N", "NS") and (known := _trades().get(token.word))), None)
    if entry is None:
        return None
    verb, object_, rest = (piece.strip() for piece in entry.one("deed").split("::"))
    where, place = _where(reading, player)
    object_ = re.sub(r"\{place/(.+?)\}", lambda match: place or match[1], object_)
    carried = next((token.word for token in player.modifiers if classify(token.lemma or token.word)[0] == "food"), None)
    if verb == "deliver" and carried is not None:  # "a pizza delivery boy"
        object_ = f"the {carried}"
    if entry.one("person") and (served := _served(reading, player)) is not None:
        object_, where, rest = the(reading, served, plain=True), "", ""
    return _goal(verb, object_, where if rest == "{of}" else rest, entry.one("purpose", "do"), person=bool(entry.one("person")))


def _goal(verb: str, object_: str, rest: str, purpose: str, *, person: bool = False) -> Goal:
    deed = " ".join(f"{_with_particle(verb, object_)} {rest}".split())
    made = verb in ("make", "build", "bake", "cook", "brew", "sew", "weave", "knit", "carve", "forge")
    return Goal(
        purpose=cast("Purpose", "restore" if made else purpose), verb=verb, deed=deed[:120], object=object_ or None, plural=bool(object_) and is_plural(object_),
        person=person, made=made, stated=True, telling="own" if purpose in ("solve", "steal", "find") else "like",
    )  # fmt: skip


def _with_particle(verb: str, object_: str) -> str:
    """ "Bring the harvest in", but "look after the patients"."""
    first, _, particle = verb.partition("_")
    split = particle in ("in", "out", "home") and bool(object_) and verb != "find_out"
    return f"{first} {object_} {particle}" if split else f"{verb.replace('_', ' ')} {object_}"


def _words(reading: Reading, phrase: Phrase) -> list[str]:
    return " ".join([*(token.word for token in phrase.modifiers if token.tag != "'"), phrase.noun]).split()


def _made(reading: Reading, player: Phrase) -> Goal | None:
    """The work of a trade that is named by it: "the umbrella seller" sells umbrellas."""
    verb = _MAKERS.get(player.noun)
    thing = next((token for token in reversed(player.modifiers) if token.tag in ("N", "NS")), None)
    beside = reading.tokens[player.head.index - 1] if player.head.index else None
    if thing is None and beside is not None and beside.tag == "N":  # "the bridge builder"
        thing = beside
    if verb is None or thing is None or thing.index != player.head.index - 1:
        return None
    noun = lemma(thing.word, "noun") or thing.word
    if classify(noun)[0] in ("person", "group", "time"):
        return None
    many = verb in ("sell", "steal", "collect", "look_after", "wash", "pick", "count", "catch", "inspect", "clean", "grow", "polish")
    object_ = f"the {_plural(noun) if many else noun}"
    purpose = "steal" if verb == "steal" else "do"
    return _goal(verb, object_, "" if verb == "steal" else _where(reading, player)[0], purpose, person=classify(noun)[0] == "creature")


def _served(reading: Reading, player: Phrase) -> Phrase | None:
    """For whom somebody has their trade: "a dentist for giants"."""
    after = next((one for one in reading.found if one.start > player.end), None)
    return (
        after if after is not None and after.preposition == "for" and after.start <= player.end + 2 and somebody(reading, after) else None
    )


def _plural(noun: str) -> str:
    if is_plural(noun) or noun.endswith("cream") or noun in _UNCOUNTED:
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _where(reading: Reading, player: Phrase) -> tuple[str, str]:
    """Where somebody has their trade, with its preposition ("in London"), and the place alone; nothing where a premise does not say."""
    tokens = reading.tokens
    for one in reading.found:
        if one is player or one.start < player.end or somebody(reading, one):
            continue
        at = next((n for n in range(one.start - 1, max(player.end - 1, one.start - 4), -1) if tokens[n].word in _WHERE), None)
        named = any(token.word in reading.names for token in tokens[one.start : one.end])
        if at is None or not (named or one.noun in place_kinds() or classify(one.noun)[0] in ("place", "location", "building")):
            continue
        place = the(reading, one, plain=True) if not named else f"{'the ' if one.determiner == 'the' else ''}{text_of(reading, one)}"
        return f"{tokens[at].word} {place}", place
    return "", ""
