"""Who of a premise is bidden, stops what others do, bears a name, or tells the story."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, classify, lemma
from makebelieve.worlds.generation.clauses import BIDDING
from makebelieve.worlds.generation.reading import Reading, animate, lead, name_of, somebody

_HIRING: Final = frozenset(("hire", "pay", "commission", "employ", "appoint", "order", "command"))
_SERVANTS: Final = frozenset(
    (
        "jester",
        "page",
        "maid",
        "butler",
        "squire",
        "apprentice",
        "servant",
        "footman",
        "valet",
        "secretary",
        "assistant",
        "herald",
        "steward",
        "fool",
    )
)
"""Whoever has such a one do it leaves the doing to them."""
SEEKING: Final = frozenset(("look", "search", "set", "go", "begin", "decide", "want", "need", "hope", "try"))
_FOILING: Final = frozenset(("stop", "prevent", "foil", "outwit", "beat", "thwart", "outsmart", "defeat"))


def bidden_one(reading: Reading, some: list[Phrase]) -> Phrase | None:
    """Who is asked to do it by somebody known: "the queen asks a young page to carry her crown"."""
    tokens = reading.tokens
    for phrase in some:
        start = lead(reading, phrase)[0]
        bids = start > 1 and tokens[start - 1].lemma in BIDDING | _HIRING and tokens[start - 1].tag in ("VS", "VD", "V")
        bidder = next((one for one in some if one.end == start - 1), None)
        sent = bids and tokens[start - 1].lemma == "send" and phrase.determiner != "my"
        if not bids or bidder is None or phrase.end >= len(tokens) or tokens[phrase.end].word != "to" or (bidder.start > 1 and not sent):
            continue
        if [token.lemma for token in tokens[phrase.end + 1 : phrase.end + 2]] in (["help"], ["guide"], ["accompany"], ["join"]) and [
            token.word for token in tokens[phrase.end + 2 : phrase.end + 3]
        ] in (["her"], ["him"], ["them"]):
            continue  # "hires a gondolier to help her find the man"
        if sent and any(token.word.endswith("est") or token.word in ("youngest", "only", "last") for token in tokens[start : phrase.end]):
            return phrase  # "the elders send the smallest girl to find the rain"
        hired = tokens[start - 1].lemma in _HIRING and bidder.determiner not in ("my", "our")
        serves = phrase.noun in _SERVANTS and bidder.determiner in ("the", "a", "an")
        if hired or serves or (phrase.determiner in ("a", "an") and bidder.determiner not in ("a", "an", None)):
            return phrase
    return None


def asked_by(reading: Reading, asking: Phrase) -> Phrase | None:
    """Whom somebody asks for help, who gives it: "a lion with a toothache asks a mouse for help"."""
    for phrase in reading.found:
        at = lead(reading, phrase)[0] - 1
        if phrase.start > asking.end and at > 0 and reading.tokens[at].lemma in ("ask", "beg") and somebody(reading, phrase):
            return phrase
    return None


def stopper(reading: Reading, some: list[Phrase]) -> Phrase | None:
    """Who sets out against whoever opens the premise: "the mayor wants to cut down a tree and two kids try to stop her"."""
    tokens = reading.tokens
    for phrase in some[1:]:
        words = [token.word for token in tokens[phrase.end : phrase.end + 5]]
        wills = words[:1] and (tokens[phrase.end].lemma in SEEKING | {"have"} or words[0] in ("must", "can", "will"))
        at = next((n for n, word in enumerate(words[:4]) if lemma(word, "verb") in _FOILING), None)
        if (
            wills
            and at is not None
            and words[at + 1 : at + 2]
            and words[at + 1] in ("him", "her", "it", "them")
            and phrase.preposition is None
        ):
            return phrase
    return None


def introduced(reading: Reading, opening: Phrase) -> bool:
    """Whether the first sentence says no more than who somebody of a name is: "Marta is a bus driver. One night a passenger leaves a baby"."""
    tokens = reading.tokens
    if name_of(reading, opening) is None or opening.end >= len(tokens) or tokens[opening.end].word not in ("is", "was", "are", "were"):
        return False
    stop = next((token.index for token in tokens[opening.end :] if token.tag == "."), len(tokens))
    return stop < len(tokens) - 1 and not any(token.tag in ("VS", "VD", "V", "VG") for token in tokens[opening.end + 1 : stop])


def through_of(reading: Reading, phrase: Phrase) -> list[str]:
    """The verbs that a phrase does whose last part is behind "of"."""
    after = next((one for one in reading.found if one.start == phrase.end + 1 and one.preposition == "of"), None)
    joined = next((one for one in reading.found if one.start >= phrase.end and lead(reading, one)[0] == phrase.end + 1), None)
    if joined is not None and reading.tokens[phrase.end].word == "and":
        return joined.acts  # "a toaster and a lamp set out"
    return after.acts if after is not None else []


def bearer(reading: Reading, phrase: Phrase) -> Phrase:
    """Who somebody is that a phrase only tells more of: "a girl named Ilse", "Sir Gawain, but he is really a coward"."""
    tokens, at = reading.tokens, reading.found.index(phrase)
    if not at or not phrase.start:
        return phrase
    left, back = reading.found[at - 1], phrase.start - 1
    if tokens[lead(reading, phrase)[0] - 1].word in ("named", "called") and animate(left):
        return left
    while back > left.end and tokens[back].tag == "R":
        back -= 1
    said = not {".", ";", ":"} & {token.word for token in tokens[left.end : phrase.start]}
    return left if said and tokens[back].word in ("is", "are", "am") and phrase.start - left.end <= 5 else phrase


def equipped(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """Who has what a list ends with: "a detective" of "a detective with a magnifying glass and a bad cold must find"."""
    if phrase is None or (somebody(reading, phrase) and classify(phrase.noun)[0] != "creature"):
        return phrase
    one, at = phrase, reading.found.index(phrase)
    for left in reversed(reading.found[:at]):
        between = reading.tokens[left.end : lead(reading, one)[0]]
        if [token.word for token in between] == ["with"] and one is not phrase:
            return left if somebody(reading, left) else phrase
        if not between or not {token.word for token in between} <= {",", "and"}:
            return phrase
        one = left
    return phrase


def first_person(tokens: list[Token]) -> bool:
    """Whether a clause of the story, and no relative one, is told of "I" or "we": it is they who play."""
    for at, token in enumerate(tokens[:-1]):
        if token.word == "me" and at and tokens[at - 1].word == "and" and tokens[at + 1].tag in ("M", "X", "V", "VD", "VS"):
            return True  # "my sister and me must bake"
        opens = not at or tokens[at - 1].tag in (".", "C", ",", "R") or tokens[at - 1].word in ("so", "and", "ok")
        if token.word == "me" and opens and [one.word for one in tokens[at + 1 : at + 3]] in (["and", "my"], ["and", "a"], ["and", "the"]):
            return True  # "me and my sister found a door"
        if token.word not in ("i", "we", "you") or token.tag != "P":
            continue
        led = (
            not at
            or tokens[at - 1].tag in (".", "C", ",")
            or tokens[at - 1].word in ("and", "but", "so", ",", "because", "then", "when", "that")
        )
        after = next((one for one in tokens[at + 1 :] if one.tag != "R"), None)
        if led and after is not None and after.tag in ("X", "M", "V", "VS", "VD", "N", "NS") and after.word not in ("mean", "guess"):
            return True
    return False


def thought(tokens: list[Token], at: int) -> bool:
    """Whether "you are" before the token is only what somebody is made to think: "deceive the dragon into thinking you are his mother"."""
    led = [token.lemma for token in tokens[max(0, at - 6) : at]]
    return bool({"think", "believe", "convince", "pretend", "prove", "persuade", "suspect", "say", "tell", "know"} & set(led))


def is_doing(phrase: Phrase) -> bool:
    """Whether a phrase only says what somebody is busy with: "I am babysitting"."""
    return phrase.noun.endswith("ing") and phrase.determiner is None and classify(phrase.noun)[0] not in ("person", "creature", "robot")


_SPEAKING: Final = frozenset(("i", "we", "me", "us", "you"))
_DUTIES: Final = (["must"], ["has", "to"], ["have", "to"], ["needs", "to"], ["wants", "to"], ["tries", "to"], ["decides", "to"])


def own_doer(reading: Reading) -> Phrase | None:
    """Whoever of ours opens a premise and does it alone: "my cat gets lost in the city and has to find her way home", without a word of me."""
    tokens = reading.tokens
    one = reading.found[0] if reading.found and reading.found[0].start <= 1 else None
    if one is None or tokens[0].word not in ("my", "our") or not somebody(reading, one) or _SPEAKING & {token.word for token in tokens}:
        return None
    for at, token in enumerate(tokens[one.end :], one.end):
        led = tokens[at + 1 : at + 4]
        if token.word not in ("and", "but", "so") or not led:
            continue
        led = led[1:] if led[0].word in ("she", "he", "it", "they", "now") else led
        said = [other.word for other in led[:2]]
        if said[:1] in _DUTIES or said in _DUTIES:
            return one
    return None
