"""What a deadline, a danger or a manner says, turned to whoever plays, and what has come about once it is too late."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from makebelieve.language import Token, classify, lemma, tag, tokenise
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.verbs import participle, third

NEUTRAL: Final = "before it is too late"
"""The deadline of which no more can be said."""
_SLOTS: Final = re.compile(r"[{}<>|\[\]]")
"""What a premise may write that would be read as a slot."""
_END: Final = r"(?=$|[.,;]| (?:to|and|or|in|on|at|from|for|with|before|back|home|out|up|down|off|into|away|by|again|too|first|dead|alive|over|under|know|see|go|find|hear)\b)"
"""What stands behind "her" where nothing is hers."""


def holds_out(draft: WorldDraft) -> bool:
    """Whether the deed is to hold out until something comes, rather than to be done by then."""
    return (draft.deadline or "").startswith(("until", "till")) and draft.goal.purpose in ("survive", "protect")


def spoken(draft: WorldDraft, said: str, pronoun: str, *, danger: bool = False) -> tuple[str, dict[str, str]] | None:
    """Which row of texts a deadline, manner or danger has ("until the tide turns", "in three days"), and its words, said to the player; None where
    somebody is in it of whom nobody can tell who they are."""
    clause = _turned(draft, said, pronoun)
    clause = _BESIDE.sub("", _named(draft, clause, pronoun))
    clause = PERSONAL.sub(lambda match: "the" if is_owning(clause, match) and is_open(clause, match) else match[0], clause)
    if left_open(clause):
        if said != draft.deadline or clause.startswith(("until", "till")):
            return None
        clause = NEUTRAL
    clause = _LIKEWISE.sub(r"\1", clause)
    due, clause = clause, _SOON.sub(lambda match: f"{match[1]} {_does(match)}", clause)
    first, _, rest = clause.partition(" ")
    words = {"clause": clause, "Clause": capital(clause), "span": rest, "due": due}
    if danger:
        return "danger", words
    if first in ("until", "till"):
        return ("until" if holds_out(draft) else "limit"), words
    return first if first in ("by", "in") and not clause.startswith("in time ") else "before", words


_BESIDE: Final = re.compile(
    r"(?<=[a-z]) (?:under|beneath|underneath|behind|around|above|below|beside|over|on) (?:him|her|them|it)(?=$|[,;]| (?:washes|is|collapses|gives|breaks|falls|closes|melts|sinks))"
)
"""Where something is, said by somebody of whom nobody can tell who they are: "before the bridge under them washes away"."""


def _named(draft: WorldDraft, clause: str, pronoun: str) -> str:
    """The clause with whom the deed is done to in it by name, where only they can be meant: "stop the poachers before they reach the elephants"."""
    goal = draft.goal
    match = re.match(r"((?:just |long )?before )(he|she|it|they) ", clause)
    if match is None or not goal.person or not goal.object or goal.plural != (match[2] == "they"):
        return clause
    if match[2] == PRONOUNS[pronoun][0] and not (match[2] == "they" and draft.player is not None and not draft.player.plural):
        return clause
    others = (*draft.companions, *draft.people, *draft.foes, *([draft.recipient] if draft.recipient else []))
    if any(not one.plural and one.pronoun in (match[2], "they") for one in others if one.noun not in goal.object) or (
        goal.pronoun not in (None, "they", match[2])
    ):
        return clause
    return f"{match[1]}{yours(goal.object, pronoun)} {clause[match.end() :]}"


_LIKEWISE: Final = re.compile(r"^(before .+) (?:do|does|did)$")
"""What stands for the deed: "before the raiders do"."""
_SOON: Final = re.compile(r"^(before .+?) (is|are) (?:due|about|going|set|meant) to ((?:be )?)([a-z]+)\b")


def _does(match: re.Match[str]) -> str:
    """What is about to come about, said of when it does: "before the bus | leaves" of "before the bus is due to leave"."""
    return f"{match[2]} {match[4]}" if match[3] else third(match[4]) if match[2] == "is" else match[4]


def _turned(draft: WorldDraft, said: str, pronoun: str) -> str:
    """The clause as it is said to the player, each of their pronouns turned, or none of them."""
    # "stop the professor before he melts the ice": who "he" is stays open where there is another than the player
    alone = not any(_may_be(they, pronoun) for they in _others(draft))
    alone = alone and not (_HE_OR_SHE.match(said) and _another(draft, pronoun))
    clause = _SLOTS.sub("", _addressed(yours(said, pronoun if alone else "they")))
    if not alone and (draft.companions or draft.goal.person or draft.foes):
        return clause
    they, them, _ = PRONOUNS[pronoun]
    clause = re.sub(
        r"^(without [a-z]+ing (?:up |out |off |down )?)(?:his|her|their|its) (?=[a-z])", r"\1your ", clause
    )  # whoever does it has it
    if pronoun == "they" and draft.player is not None and draft.player.plural:
        clause = re.sub(rf"\b{they}\b", "you", clause)
    if pronoun == "they" and draft.player is not None and not draft.player.plural:
        return re.sub(rf"\b(?:him|her|them)\b{_END}", "you", clause) if not _others(draft) else clause
    return re.sub(rf"\b{them}\b{_END}", "you", clause) if pronoun in ("she", "he", "they") else clause


_HE_OR_SHE: Final = re.compile(r"^(?:just |long )?before (?:he|she)\b")


def _another(draft: WorldDraft, pronoun: str) -> bool:
    """Whether somebody else of the story may be who does it: the inventor of "the assistant of an inventor … before he comes back"."""
    of = draft.player.phrase.rpartition(" of ")[2].split() if draft.player is not None and " of " in draft.player.phrase else []
    others = [one.pronoun for one in (*draft.people, *draft.companions) if not one.plural]
    return (bool(of) and classify(of[-1])[0] == "person") or any(_may_be(they, pronoun) for they in others)


def _others(draft: WorldDraft) -> list[str]:
    """The pronouns of those who have a part in the deed beside the player; "they" where a premise does not say."""
    told: list[str] = [one.pronoun for one in (*draft.foes, *([draft.recipient] if draft.recipient else []))]
    if draft.goal.person:
        words = set((draft.goal.object or "").lower().split()) - {"his", "her"}
        beast = any(classify(word)[0] == "creature" for word in words)
        told.append("they" if draft.goal.plural else "it" if beast else "she" if words & SHE else "he" if words & HE else "they")
    return told


def _may_be(they: str, pronoun: str) -> bool:
    """Whether somebody may be whom the pronoun of the player stands for."""
    return they == pronoun or they == "they" or pronoun == "they"


def _addressed(said: str) -> str:
    """What "I" say in a premise, said to the player."""
    for mine, told in (
        (r"\bI am\b|\bI['’]m\b", "you are"),
        (r"\bI was\b", "you were"),
        (r"\b[Ii]\b", "you"),
        (r"(?<=is |as |re |an |of )mine\b", "yours"),
    ):
        said = re.sub(mine, told, said)
    return said


_NAMED: Final = re.compile(
    r"\b(?:the|an?|your|my|our|his|her|their|its|every|all|any(?:one|body)|every(?:one|body)|some(?:one|body)|no(?:body| one)|mum|dad|mom|gran(?:dma|dpa|ny)?)\b|\b[A-Z]|^(?:[a-z]+ )?[a-z]+s\b"
)
"""Somebody is spoken of by whom a later "his" may be meant."""
_LED: Final = re.compile(r"^(?:just |long |only )?(?:before|until|till|by|in time for|in|within|without|so that|if|unseen|unnoticed) ")
_IMPERSONAL: Final = re.compile(
    r"^it (?:rains|snows|hails|pours|thunders|freezes|(?:gets|grows|is|was|becomes) (?:too |so |very |completely |quite )?(?:late|dark|light|cold|hot|warm|over|day|night|time|morning|evening|spring|summer|autumn|winter)\b)"
)
PERSONAL: Final = re.compile(r"\b(?:he|she|it(?!['’])|they|him|her|them|his|its|their)\b")


def unled(clause: str) -> tuple[str, str]:
    """The words that bring a clause in, and what it says: "before | the tide turns"."""
    led = _LED.match(clause)
    return (led[0], clause[led.end() :]) if led else ("", clause)


def left_open(clause: str) -> bool:
    """Whether a clause has a pronoun in it that stands for nobody of that clause: "before the soldiers blow it up", "before she signs her will"."""
    _, said = unled(clause)
    if _IMPERSONAL.match(said):
        return False
    return any(is_open(said, match) for match in PERSONAL.finditer(said))


def is_open(said: str, match: re.Match[str]) -> bool:
    """ "Their" and "his" may belong to whoever is named before them; anybody else is meant by the other words."""
    owning = is_owning(said, match)
    before = said[: match.start()].split()
    return not (owning and _NAMED.search(" ".join(before)) is not None)


def is_owning(said: str, match: re.Match[str]) -> bool:
    """Whether a pronoun says whose something is; "her" may also be she herself."""
    return match[0] in ("his", "its", "their") or (match[0] == "her" and re.match(rf"her{_END}", said[match.start() :]) is None)


_BY: Final = re.compile(
    r"(?:(?:next|this) )?(?:[A-Z]\w+|noon|midnight|midday|nightfall|sunset|sunrise|dawn|dusk|morning|evening|winter|spring|summer|autumn|harvest)$"
)
_PRONOUNS: Final = frozenset(
    ("he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "anyone", "anybody", "somebody", "someone", "nobody", "everybody")
)
_COMES_ABOUT: Final = frozenset(
    ("ends", "starts", "begins", "opens", "closes", "leaves", "returns", "lands", "strikes", "arrives", "sails", "dies", "wakes", "stops", "breaks", "falls",
     "rises", "sets", "departs", "sinks", "bursts", "melts", "dries", "freezes", "floods", "burns", "hatches", "spoils", "goes", "comes")
)  # fmt: skip
_WHEN: Final = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at (?:noon|midnight|dawn|dusk|sunrise|sunset|first light|half past [a-z]+|[a-z]+ o'clock"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+(?: ?[ap]m)?)|tomorrow|tonight|in the morning)\b.*$"
)
"""When it was to come: once it has come, that is not said."""
_COMING: Final = re.compile(r"^(.+?) (is|are) (?:due|about|going|set|meant)? ?to ((?:be )?)([a-z]+)\b(.*)$")
_STATES: Final = frozenset(("gone", "lost", "done", "finished", "dead", "frozen", "used", "married"))
"""Participles of how something then is."""
_FURTHER: Final = re.compile(r" (?:who|whom|whose|that|which|where|what|why|how|when|if|and|or)\b")


def happened(kind: str, words: dict[str, str]) -> str:
    """What has come about once it is too late, of a deadline that names it: "mum has woken up" of "before mum wakes up", "noon" of "by noon"; "" where
    it cannot be said for sure."""
    if kind == "by":
        return capital(words["span"]) if _BY.match(words["span"]) else ""
    clause = re.sub(r"^(?:just |long |only )?before ", "", words.get("due", words["clause"]))
    first, _, rest = clause.partition(" ")
    if (
        kind != "before"
        or not words["clause"].startswith(("before ", "just ", "long ", "only "))
        or first.lower() in _PRONOUNS
        or not rest
        or _FURTHER.search(clause)
    ):
        return ""
    if (due := _COMING.match(clause)) is not None:  # "before the bus is due to leave", "before the house is to be pulled down"
        done = f"been {due[4]}" if due[3] else participle(due[4])
        return f"{due[1]} {'has' if due[2] == 'is' else 'have'} {done}{_WHEN.sub('', due[5])}"
    tokens = tag(tokenise(clause))
    for before, token in pairwise(tokens):
        if token.tag == "M":
            return ""
        if token.tag == "X":
            return _has_been(clause, token, tokens[token.index + 1] if token.index + 1 < len(tokens) else None)
        several = token.tag == "V" and before.tag == "NS"
        if token.tag == "VS" or several or (token is tokens[-1] and token.word in _COMES_ABOUT and len(tokens) > 2):  # "the ceasefire ends"
            verb = re.search(rf"(?<= ){re.escape(token.written)}\b", clause)
            base = lemma(token.word, "verb") or token.word
            return (
                ""
                if verb is None
                else f"{clause[: verb.start()]}{'have' if several else 'has'} {participle(base)}{_WHEN.sub('', clause[verb.end() :])}"
            )
    return ""


_STANDS: Final = re.compile(
    r"^(.+?) (?:has|have) (?:washed away|been washed away|collapsed|fallen(?: down| in)?|burned down|burnt down|been (?:torn|pulled|knocked|burned) down|been demolished|been swept away)$"
)
_STRUCTURES: Final = frozenset(("structure", "building", "place", "location"))
_HARM: Final = re.compile(
    r"\b(?:burst|died|drowned|sunk|melted|starved|frozen|exploded|blown|collapsed|crashed|attacked|burned|burnt|destroyed|poisoned|killed|flooded|wilted|spoiled|spoilt|escaped|vanished|disappeared|broken|caught|eaten|stolen)\b"
)
"""What has not come about, and need not."""


def averted(came: str, *, yet: bool) -> str:
    """What has come about once it is too late, said of when it is not: "Dad has not started the mower yet", "the bridge still stands"."""
    stands = _STANDS.match(came)
    if stands is not None and classify(stands[1].split()[-1])[0] in _STRUCTURES:
        return f"{stands[1]} still {'stand' if ' have ' in came else 'stands'}"
    told = re.sub(r"\b(has|have)\b", r"\1 not", came, count=1)
    return f"{told} yet" if yet and not _HARM.search(came) else told


_HOUR: Final = re.compile(
    r"^before (?:it (?:gets|grows|is|becomes) (dark|light)|(?:the )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter|Christmas|Halloween|noon|midnight|midday|nightfall"
    r"|sunset|sunrise|dawn|dusk|winter|spring|summer|autumn))$"
)


def not_yet(clause: str) -> str:
    """What hour it is not yet, where a deadline names one: "before it gets dark", "before Easter"; else ""."""
    hour = _HOUR.match(clause)
    return f"it is not {hour[1] or hour[2]} yet" if hour is not None else ""


def _has_been(clause: str, token: Token, after: Token | None) -> str:
    """What is done by then has been done, how it is by then it is: "the dam has been opened", "the holidays are over"."""
    if after is None or token.word not in ("is", "are", "has", "have"):
        return ""
    if token.word in ("has", "have"):
        return _WHEN.sub("", clause) if after.tag == "VD" else ""
    if after.tag == "VD" and after.word not in _STATES:
        has = "has" if token.word == "is" else "have"
        return _WHEN.sub("", re.sub(rf" {token.word} (?={re.escape(after.written)}\b)", f" {has} been ", clause, count=1))
    return _WHEN.sub("", clause) if after.tag in ("A", "R", "VD", "I") else ""


def has_verb(clause: str) -> bool:
    """Whether a deadline says what would happen, and no time only: "before the others die", but not "before dawn"."""
    return any(token.tag in ("V", "VS", "VD", "X", "M") for token in tag(tokenise(unled(clause)[1]))[1:])


def is_set_for(danger: str) -> bool:
    """Whether a danger is said for a time, and is over or not by another: "the lecture starts in an hour", "the inspector is due at noon"."""
    return (
        _WHEN.search(danger) is not None
        or re.search(r" (?:is|are) (?:due|about|on)\b| in (?:an?|one|two|three|\w+) (?:minute|hour|day|week)s?$", danger) is not None
    )
