"""Wants that are not said by a verb alone: who is to be taken along, what is only had once it is got, what a plan is that has to be foiled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.clauses import SHOULD, infinitive, subject_of, under, word_set
from makebelieve.worlds.generation.cues import ABOUT, SETTLED
from makebelieve.worlds.generation.pronouns import meant_by_pronoun
from makebelieve.worlds.generation.reading import Reading, animate, lead, somebody
from makebelieve.worlds.generation.troubles import whole_of
from makebelieve.worlds.generation.verbs import purpose_of
from makebelieve.worlds.generation.wording import as_written, end_of, the_named, told_of

# No thing that one could be after.
NO_AIM: Final = ABOUT - word_set(
    "summer winter autumn sunrise sunset dawn night war spring name place race past future character story tale game ending plot love"
)
_TRANSITIVE: Final = word_set("end start begin set spend plan")
_TURNED_BY_THE_WAY: Final = frozenset(("corner", "page", "head", "back", "key", "handle", "eye", "year"))
_NAMING: Final = frozenset(("doctor", "vet", "nurse", "police", "plumber", "meeting", "taxi", "ambulance", "strike"))
"""Of those, what is wanted where it is done to something: "end their quarrel", "start a band", "spend a day", "call a doctor"."""
_SCHEMES: Final = frozenset(("plan", "plot", "scheme", "conspiracy"))


@dataclass(slots=True)
class Aim:
    """`verb` with "_" before its particle, from token `at` to `end`; `told` are the words in between, names as written."""

    verb: str
    at: int
    end: int
    target: Phrase | None
    told: str
    score: float
    governed: str | None = None
    """The preposition between the verb and what it is done to, if one."""
    asks: bool = False
    """Whether the goal is an answer: "find out who did it"."""
    licence: float = 0.0
    """How much the grammar alone says that somebody is after it: above 0.9 it is wanted, below it is only done."""
    strange: bool = False
    """Whether it is somebody else than the player who does it."""
    via: Aim | None = None
    """The way that is gone for it: "break into the tower" of "break into the tower to put a necklace back"."""


def taken_along(reading: Reading, i: int, end: int, mine: set[int]) -> Aim | None:
    """ "My cat wants to come to school with me": to take it there."""
    tokens = reading.tokens
    who = next(
        (
            one
            for one in reading.found
            if one.end < i and somebody(reading, one) and (id(one) not in mine or lead(reading, one)[1] in ("my", "our"))
        ),
        None,
    )
    at = next((n for n in range(i + 1, end) if tokens[n].word in ("with", "along")), end)
    if who is None or at <= i + 2 or tokens[i + 1].word != "to":
        return None
    where = " ".join(token.written for token in tokens[i + 1 : at])
    return Aim("take_to", i, end, who, f"take {the_named(reading, who)} {as_written(reading.premise, where.split()) or where}", 0.6)


def done_to(base: str, target: Phrase | None, governed: str | None) -> bool:
    """Whether a verb that says little by itself is done to something: "end the strike", "start a band", "call a doctor"."""
    if target is None or governed is not None:
        return False
    if base == "turn":
        return target.noun not in _TURNED_BY_THE_WAY  # "turn a hopeless team into winners"
    return (base in _TRANSITIVE and (target.noun not in NO_AIM or base == "spend")) or (base == "call" and target.noun in _NAMING)


def had_to(reading: Reading, i: int) -> Phrase | None:
    """What a verb behind it is done to: "has one last violin to finish", "with a debt to pay"."""
    tokens = reading.tokens
    had = next((one for one in reading.found if one.end == i - 1), None)
    if had is None or not infinitive(tokens, i) or had.noun in ABOUT or had.noun in _SPARED:
        return None
    at = lead(reading, had)[0] - 1
    while at > 0 and tokens[at].tag in ("#", "R", "D", "A"):
        at -= 1
    return had if tokens[at].word in ("has", "have", "had", "with", "gets") else None


_SPARED: Final = word_set(
    "time choice reason room hour minute second day night week chance wish desire right money nerve courage way place"
)


def got_to(reading: Reading, i: int, mine: set[int]) -> Aim | None:
    """ "Wants her father to stop smoking": to get him to."""
    tokens = reading.tokens
    other = next((phrase for phrase in reading.found if phrase.end == i - 1), None)
    it = other is None and i > 3 and tokens[i - 2].word in ("it", "them", "him", "her") and tokens[i - 3].lemma in ("want", "need")
    if (
        it and infinitive(tokens, i) and tokens[i].word != "be" and tokens[i - 3].tag in ("V", "VS", "VD")
    ):  # "the statue weeps, and the mayor wants it to stop"
        told_of_it, _ = meant_by_pronoun(reading, i - 2, i - 1, i - 3, mine, [])
        told = told_of(reading, i, end_of(reading, i), tokens[i].word, {})
        said = the_named(reading, told_of_it) if told_of_it is not None else tokens[i - 2].word
        return Aim("get", i - 3, end_of(reading, i), told_of_it, f"get {said} to {told}", 0.4)
    if other is None or not infinitive(tokens, i) or id(other) in mine or not somebody(reading, other):
        return None
    before = lead(reading, other)[0] - 1
    if before < 0 or tokens[before].lemma not in ("want", "need", "wish") or tokens[before].tag not in ("V", "VS", "VD"):
        return None
    end = end_of(reading, i)
    told = told_of(reading, i, end, tokens[i].word, {})
    if told.startswith("get back"):
        return Aim("bring_back", before, end, other, f"bring {the_named(reading, other)} {told.removeprefix('get ')}", 0.4)
    return Aim("get", before, end, other, f"get {the_named(reading, other)} to {told}", 0.4)


def arriving(reading: Reading, i: int, *, wished: bool) -> Aim | None:
    """ "He has to be at school in twenty minutes": to get there."""
    tokens = reading.tokens
    where = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if not wished or tokens[i].word != "be" or where not in ("at", "back", "home"):
        return None
    end = end_of(reading, i)
    rest = told_of(reading, i, end, "be", {}).partition(" ")[2]
    place = next((one for one in reading.found if i < one.start < end), None)
    if where == "at" and (place is None or classify(place.noun)[0] not in ("place", "building")):
        return None
    rest = f"to{rest[2:]}" if where == "at" else rest
    return Aim("get_home" if where == "home" else "get_to", i, end, place, f"get {rest}", 0.5, "to" if where == "at" else None)


def brought(reading: Reading, i: int, mine: set[int]) -> Aim | None:
    """ "The hay has to be at the farm by noon": to get it there."""
    tokens = reading.tokens
    where = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if tokens[i].word != "be" or where not in ("at", "in", "on", "back", "home"):
        return None
    modal = i - 1 if tokens[i - 1].word in SHOULD else i - 2
    if modal < 1 or not (
        tokens[modal].word in SHOULD or (tokens[modal].word in ("has", "have", "had", "needs", "need") and tokens[i - 1].word == "to")
    ):
        return None
    thing = next((one for one in reading.found if one.end == modal), None)
    if (
        thing is None
        or id(thing) in mine
        or somebody(reading, thing)
        or classify(thing.noun)[0] in ("event", "act", "abstract", "time", "place")
    ):
        return None
    end = end_of(reading, i)
    rest = told_of(reading, i, end, "be", {}).partition(" ")[2]
    rest = f"to{rest[2:]}" if rest.startswith("at ") else rest
    return Aim("take_to", i, end, thing, f"get {the_named(reading, thing)} {rest}", 0.6)


def gone_for(reading: Reading, i: int) -> Aim | None:
    """ "Goes back into the burning house for a child": to rescue whoever is in there; a doctor is fetched."""
    tokens = reading.tokens
    if tokens[i].lemma not in _PLUNGING or not {"back", "into"} & {token.word for token in tokens[i + 1 : i + 3]}:
        return None
    end = next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", "and", "but")), len(tokens))
    for one in reading.found:
        if i < one.start < end and somebody(reading, one) and tokens[lead(reading, one)[0] - 1].word == "for":
            verb = "fetch" if one.noun in _HELPERS else "rescue"
            return Aim(verb, i, end, one, f"{verb} {the_named(reading, one)}", 0.5)
    return None


_HELPERS: Final = frozenset(
    ("doctor", "nurse", "midwife", "vet", "plumber", "priest", "police", "sheriff", "healer", "surgeon", "ambulance")
)
_PLUNGING: Final = frozenset(("go", "run", "dive", "climb", "crawl", "rush", "swim", "turn", "ride", "head"))


def foiled(reading: Reading, i: int) -> Aim | None:
    """ "Overhears a plan to rob the safe": to stop it."""
    tokens = reading.tokens
    if i < 4 or not infinitive(tokens, i) or tokens[i - 2].word not in _SCHEMES:
        return None
    if not any(token.lemma in ("hear", "overhear", "discover", "uncover", "learn", "find") for token in tokens[max(0, i - 7) : i - 2]):
        return None
    end = end_of(reading, i)
    told = told_of(reading, i, end, tokens[i].word, {})
    return Aim("stop", i, end, None, f"stop the {tokens[i - 2].word} to {told}", 0.6)


def wanted(reading: Reading, i: int, at: int, end: int) -> Aim | None:
    """ "wants the cheese": to get it."""
    target = next((phrase for phrase in reading.found if at <= phrase.start < end), None)
    if target is None or target.noun in NO_AIM:
        return None
    if target.end < end and reading.tokens[target.end].word in ("out", "gone", "off", "away") and animate(target):
        return Aim("oust_from", i, end, target, told_of(reading, i, end, "get", {}), 0.4)  # "wants the builders out of her library"
    verb = "get_back" if target.end < end and reading.tokens[target.end].word == "back" else "get"
    if target.noun in SETTLED and target.determiner in ("a", "an") and verb == "get":  # "needs a new home for her colony"
        return Aim("find", i, end, target, told_of(reading, i, end, "find", {}), 0.3)
    return Aim(verb, i, end, target, told_of(reading, i, end, "get", {}), 0.3)


def wanted_for(reading: Reading, at: int, end: int) -> bool:
    """Whether something is left for somebody, as a gift is: "leaves cakes for the judge"."""
    some = [phrase for phrase in reading.found if at <= phrase.start < end]
    if len(some) < 2 or somebody(reading, some[0]) or classify(some[0].noun)[0] == "place":
        return False
    return somebody(reading, some[1]) and some[1].preposition == "for"


_DAMAGED: Final = frozenset(("break", "smash", "crack", "tear", "rip", "shatter", "dent", "scratch", "ruin", "burn"))


def damaged(reading: Reading, i: int, mine: set[int]) -> Aim | None:
    """ "I broke mum's favourite vase": to mend it."""
    tokens = reading.tokens
    if tokens[i].tag != "VD" or tokens[i].lemma not in _DAMAGED or (i and tokens[i - 1].word in ("be", "been", "was", "were", "is", "are")):
        return None
    by = next((one for one in reading.found if one.end in (i, i - 1)), None)
    if not (tokens[i - 1].word in ("i", "we", "he", "she", "accidentally", "has", "have") or (by is not None and id(by) in mine)):
        return None
    thing = next((one for one in reading.found if i < one.start <= i + 4), None)
    if (
        thing is None
        or somebody(reading, thing)
        or thing.noun in ("leg", "arm", "heart", "promise", "law", "record", "news", "rule", "rules", "silence", "wing")
    ):
        return None
    verb = "replace" if tokens[i].lemma == "burn" else "mend"
    return Aim(verb, i, end_of(reading, i), thing, f"{verb} {the_named(reading, thing)}", 0.6)


def leave_to_others(reading: Reading, mine: set[int], found: list[Aim], wished: float) -> None:
    """What somebody else decides to do is no aim, where the player has one: "an old couple decides to sell the farm; their grandchildren have a week to …"."""
    tokens = reading.tokens
    for aim in found:
        if aim.at < 2 or not infinitive(tokens, aim.at) or tokens[aim.at - 2].lemma not in ("decide", "plan", "want", "intend"):
            continue
        who, word, _ = subject_of(reading, aim.at - 2)
        if who is not None and id(who) not in mine and not word and any(one.at > aim.end and one.licence >= wished for one in found):
            aim.score -= 0.8


def due(reading: Reading, i: int) -> Aim | None:
    """ "The ashes must be scattered at sea": to scatter them."""
    tokens = reading.tokens
    if tokens[i].tag != "VD" or i < 3 or tokens[i - 1].word != "be" or under(tokens, i):
        return None
    modal = i - 2 if tokens[i - 2].word in SHOULD else i - 3
    if tokens[i - 2].word not in SHOULD and not (
        (tokens[i - 2].word == "to" and tokens[i - 3].lemma in ("have", "has", "need"))
        or tokens[i - 3].word in ("has", "have", "needs", "need")
    ):
        return None
    if any(token.word in ("not", "never") for token in tokens[modal:i]):
        return None
    thing = next((phrase for phrase in reading.found if phrase.end == modal), None)
    if thing is None:
        return None
    thing = whole_of(reading, thing)
    end, base = end_of(reading, i), tokens[i].lemma
    rest = " ".join(token.written for token in tokens[i + 1 : end])
    purpose = purpose_of(base)
    told = f"{base} {the_named(reading, thing)} {as_written(reading.premise, rest.split()) or rest}".strip()
    return Aim(base, i, end, thing, told, 1.9 + 0.25 * (purpose is not None) - 0.012 * i, licence=1.6)


def turned(reading: Reading, i: int) -> Phrase | None:
    """Who has been turned into something before: "turns her teacher into a frog and needs to fix it"."""
    tokens = reading.tokens
    at = next((n for n in range(i - 1, 0, -1) if tokens[n].lemma in ("turn", "transform", "change") and tokens[n].tag[:1] == "V"), 0)
    who = next((one for one in reading.found if at and at < one.start <= at + 3 and one.end < i and somebody(reading, one)), None)
    return who if who is not None and tokens[who.end].word == "into" else None
