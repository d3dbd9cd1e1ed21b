"""Who of those whom a premise names is alive and at hand, and so stands in the story: whoever is gone, far, remembered or only compared with does not.
Of those who are at hand some are kept from: who must not see it, forbids it or is still to come shows afar, and where it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.figures import PEOPLE
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.reading import Reading, lead, name_of, owner_in, somebody

Presence = Literal["present", "dreaded", "absent"]

_FINITE: Final = ("V", "VS", "VD", "X", "M")
_ASIDE: Final = frozenset(("from", "by", "about", "like", "without", "than", "of", "to", "for", "after", "under", "named", "called"))
"""Words before somebody who is only spoken of, unless it goes on with what they do."""
_AFTER_LEAVING: Final = word_set(
    "leave go quit die vanish move retire resign run sail walk fly depart disappear emigrate travel escape elope drown perish marry divorce abandon"
)
"""Who has done so is not at hand any more."""
_KEEPING_FROM: Final = word_set(
    "hide forbid ban confiscate lock lock_up withhold outlaw prohibit steal seize swear_to forbid veto abolish cancel sell_off take_away"
)
"""Who has done so wants it not to be done."""
_NOTICING: Final = word_set(
    "notice see find find_out know hear catch spot discover wake wake_up learn realise realize suspect look count smell guess"
)
_WISHING: Final = frozenset(("want", "need", "lack", "become", "wish_for", "seek", "have"))
"""Verbs with which nobody in particular is spoken of: "does not want a bodyguard"."""
_BEFORE: Final = frozenset(("before", "until", "till", "unless"))
_CONCEDING: Final = frozenset(("although", "though", "while", "but", "because"))
_SPOILING: Final = word_set("slash sabotage cut break smash burn poison wreck spoil ruin vow swear threaten promise_to bribe block drain")
_WATCHING: Final = word_set("count guard patrol search inspect spy hunt forbid suspect control")
_STANDING: Final = word_set("be lie live work sit stay wait serve sleep dwell reside")
_HERE: Final = frozenset(
    ("watch", "duty", "guard", "door", "way", "window", "love", "charge", "hurry", "mood", "front", "side", "time", "bed", "table", "gate", "wheel", "edge", "verge", "point")
)  # fmt: skip
"""Behind "is on" or "is at": who is so is at hand."""
_AWAY: Final = frozenset(("away", "abroad", "overseas", "far", "miles", "gone", "out", "elsewhere"))
_UNNOTICED: Final = re.compile(
    r"\bwithout (?:him|her) (?:noticing|knowing|seeing|hearing|finding|guessing|suspecting|waking|learning)\b", re.IGNORECASE
)
_PLACES: Final = frozenset(("place", "building", "location", "vehicle", "land", "water"))


def presence_of(reading: Reading, phrase: Phrase, places: set[str]) -> Presence:
    """Whether somebody who has no part in the deed is at hand in the story, is kept from, or stands nowhere. `places`: the nouns of its places."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    while at > 0 and tokens[at - 1].tag in ("D", "#", "A"):
        at -= 1
    led = tokens[at - 1] if at else None
    verb = _verb(tokens, phrase)
    if led is not None and led.word in _ASIDE and not (verb is not None and led.word in ("after", "for")):
        return "absent"
    if only_claimed(reading, phrase):
        return "absent"  # "Dad says there are bears"
    if phrase.plural and not lead(reading, phrase)[1] and phrase.count is None and not name_of(reading, phrase):
        return "absent"  # "there are bears", "loved by children": nobody in particular
    if led is not None and led.tag == "VD" and not _all_past(tokens) and not (at > 1 and tokens[at - 2].tag == "X"):
        return "absent"  # "the man who robbed her father"
    if led is not None and led.lemma in _WISHING and lead(reading, phrase)[1] in ("a", "an"):
        return "absent"  # "a singer who does not want a bodyguard"
    if (phrase.noun in PEOPLE or phrase.noun == "people") and lead(reading, phrase)[1] != "the":
        return "absent"  # "a photocopier that copies people"
    behind = tokens[phrase.end : phrase.end + 4]
    if behind and behind[0].tag == "I" and {"other", "far", "opposite", "next"} & {token.word for token in behind[1:]}:
        return "absent"  # "a girl on the other shore"
    if not phrase.plural and _UNNOTICED.search(reading.premise):
        return "dreaded"  # "without him noticing"
    if verb is None:
        return "present"
    if (verb.tag == "VD" or verb.word in ("was", "were", "had")) and not _all_past(tokens):
        return "absent"  # "my uncle left me his lighthouse"
    done = _done(tokens, verb)
    conceded = led is not None and led.word in _CONCEDING
    if verb.word in ("has", "have", "had") and any(
        token.word in ("quit", "left", "gone") for token in tokens[verb.index + 1 : verb.index + 3]
    ):
        return "absent"
    if verb.word in ("has", "have", "had") and done is not None and done.tag == "VD":
        return (
            "absent"
            if done.lemma in _AFTER_LEAVING
            else "dreaded"
            if done.lemma in _KEEPING_FROM | (_SPOILING if conceded else set())
            else "present"
        )
    if _is_far(reading, verb, places):
        return "absent"
    if led is not None and led.word in _BEFORE:  # "before the matron makes her round", but "before the shepherd retires"
        return "present" if (done or verb).lemma in _AFTER_LEAVING | _STANDING or verb.tag not in ("V", "VS") else "dreaded"
    if _must_not(tokens, verb) or (conceded and (done or verb).lemma in _WATCHING):
        return "dreaded"
    return "present"


def only_claimed(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is only said by somebody that they are there: "Dad says there are bears"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    while at > 0 and tokens[at - 1].tag in ("D", "#", "A"):
        at -= 1
    there = at > 2 and tokens[at - 2].word == "there" and tokens[at - 1].word in ("is", "are")
    return there and (tokens[at - 3].tag[:1] == "V" or tokens[at - 3].word == "that")


_BORN: Final = frozenset(("baby", "child", "twin", "calf", "foal", "son", "daughter", "cub", "puppy", "kitten", "lamb"))
_BEARING: Final = frozenset(("deliver", "bear"))


def owners_about(reading: Reading, wanted: Wanted) -> Iterator[tuple[Phrase, Presence]]:
    """Those who are only named as whose something is and are about: the mother of whoever is to be born, and whose it is that is to be stolen."""
    for phrase in reading.found:
        owner = owner_in(reading, phrase)
        if owner is None or not somebody(reading, owner) or owner.determiner not in ("the", "her", "his", "their", "my", "our"):
            continue
        if phrase is wanted.target and phrase.noun in _BORN and wanted.goal.verb in _BEARING:
            yield owner, "present"
        elif wanted.goal.purpose == "steal" and (phrase is wanted.target or phrase.preposition in ("from", "out of")):
            yield owner, "dreaded"


def _verb(tokens: list[Token], phrase: Phrase) -> Token | None:
    """The verb of what is said of somebody, right behind them."""
    at = phrase.end
    while at < len(tokens) and (tokens[at].tag in ("R", "S") or tokens[at].word in ("who", "that", ",")):
        at += 1
    return tokens[at] if at < len(tokens) and tokens[at].tag in _FINITE else None


def _done(tokens: list[Token], verb: Token) -> Token | None:
    """The main verb behind "has", "must" or "is"."""
    if verb.tag not in ("X", "M"):
        return verb
    behind = (token for token in tokens[verb.index + 1 : verb.index + 5] if token.tag not in ("X", "R", "S"))
    first = next(behind, None)
    return first if first is not None and first.tag in ("V", "VS", "VD", "VG") else None


def _all_past(tokens: list[Token]) -> bool:
    """Whether a premise is told as what was: "a goose girl tricked a troll"."""
    return not any(token.tag in ("VS", "M") or token.word in ("is", "are", "has", "have", "does", "do", "must") for token in tokens)


def _must_not(tokens: list[Token], verb: Token) -> bool:
    behind = [token.word for token in tokens[verb.index : verb.index + 3]]
    main = next((token for token in tokens[verb.index + 2 : verb.index + 5] if token.tag in ("V", "VS")), None)
    return (
        behind[:1] in (["must"], ["should"], ["may"])
        and behind[1:2] in (["not"], ["never"])
        and main is not None
        and main.lemma in _NOTICING
    )


def _is_far(reading: Reading, verb: Token, places: set[str]) -> bool:
    """Whether somebody is said to be, live or work where the story does not play."""
    tokens, at = reading.tokens, verb.index + 1
    if verb.lemma not in _STANDING and verb.word not in ("is", "are", "was", "were"):
        return False
    while at < len(tokens) and tokens[at].tag in ("R", "S", "X") and tokens[at].word not in _AWAY:
        at += 1
    if at >= len(tokens):
        return False
    if tokens[at].word in _AWAY:
        return True
    where = next((one for one in reading.found if tokens[at].tag == "I" and at < one.start <= at + 3), None)
    if where is None or where.noun in _HERE or tokens[at].word not in ("in", "at", "on", "across", "beyond", "under", "behind"):
        return False
    return where.head.word in reading.names or (where.noun not in places and classify(where.noun)[0] in _PLACES)
