"""The plain forms of wishes, and what words they are told from: what stays of a sentence when its frame is taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.language import lemma

QUOTED: Final = r"(?:\"[^\"]+\"|“[^”]+”|(?<!\w)'(?:[^']|'(?=\w))+'(?!\w))"


@dataclass(frozen=True, slots=True)
class Should:
    """`subject` does `deed`, a bare verb phrase: "be a plumber", "say ...". `negative`: it does not. `when`: under what condition."""

    subject: str
    deed: str
    negative: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Add:
    """Something new: "a cat in the kitchen"."""

    what: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Something goes."""

    what: str


@dataclass(frozen=True, slots=True)
class Swap:
    """`new` in the place of `old`."""

    old: str
    new: str


Wish = Should | Add | Remove | Swap

_LEAD: Final = re.compile(
    r"^(?:(?:please|pls|hi|hello|hey|ok(?:ay)?|so|and|but|well|also|then|now|oh|um+|hmm+|maybe|perhaps|actually|honestly|personally|instead(?! of)|i think(?: that)?|i guess|i feel(?: like)?|i believe|in my opinion|to be honest|if possible"
    r"|if you (?:can|could|don't mind)|would you mind|do you mind|is it possible to|would it be possible to|is there a way to|it would be (?:nice|great|good|cool|better|lovely|fun|awesome|funny|best|perfect|nicer) (?:if|to)|it'd be (?:nice|great|good|cool|better|fun) (?:if|to)"
    r"|(?:can|could|would|will) you(?: please| maybe| also)?|go ahead and|make sure(?: that)?|see to it that|let's say(?: that)?|suppose(?: that)?|imagine(?: that)?|i imagine(?= [\w' .]+ as )|i picture(?= [\w' .]+ as )|you (?:could|should|can|might|need to|have to)(?= (?:please )?(?:add|remove|delete|rename|change|replace|turn|swap|introduce|lock|hide)\b)|try to|just|simply|at least|why not|why don't (?:you|we))[\s,:]+)+",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:[\s,]+(?:please|pls|thanks|thank you|thx|if (?:you can|possible|you don't mind)|ok(?:ay)?|somehow|or something(?: like that)?|or so|right|for me|for a change|(?:would|could|might) be (?:nice|great|good|cool|fun|better|lovely|funny|awesome|perfect|best|nicer|great fun)(?: to have| to see| to meet)?|would (?:help|do|be more fun|fit|fit better|work|work better|suit it better)|from now on|if that works|:\)|lol))+$",
    re.IGNORECASE,
)
MODAL: Final = r"(?:should|shall|must|ought to|has to|have to|had to|needs? to|is to|are to|is supposed to|are supposed to|is meant to|could|would|can|may|might|will|had better|deserves to|gets to|get to)"
ALSO: Final = r"(?:(?: (?:also|always|simply|just|really|rather|maybe|perhaps|please|actually|now|secretly|instead|definitely|probably|be able to|be allowed to|have the chance to))*)"
EDITS: Final = frozenset(
    ["add", "remove", "delete", "rename", "change", "replace", "swap", "turn", "make", "put", "move", "introduce", "give", "lock", "hide", "call", "name", "drop", "cut", "create", "include", "insert", "exchange", "substitute", "take", "kick", "get", "erase", "scrap", "unlock", "send", "place", "have", "let", "set", "transform", "convert", "switch", "title", "bring", "leave", "write", "start", "reveal", "use", "close", "build", "kill", "throw", "lose", "relocate", "dub", "edit", "rewrite"]
)  # fmt: skip
"""Verbs of what is done to a world, not in it: "I want to add a cat" is an order, "I want to ring the bell" what the player may do."""
_PAST: Final = {"was": "be", "were": "be", "had": "have", "did": "do", "said": "say", "knew": "know", "told": "tell", "gave": "give", "went": "go", "came": "come", "got": "get", "stood": "stand", "sat": "sit", "met": "meet", "found": "find", "wore": "wear", "held": "hold", "spoke": "speak", "is": "be", "are": "be", "has": "have", "does": "do", "'s": "be"}  # fmt: skip


_QUOTES: Final = str.maketrans("’‘", "''")


def plain(text: str) -> str:
    """A wish without the courtesy around it."""
    text = text.strip().translate(_QUOTES)
    text = text if re.search(r"[\"”']$", text) else text.rstrip(" .!?")
    text = text.strip(" ,;")
    # A sentence begins with a capital letter; "A lamp" is no name.
    text = re.sub(
        r"^(?:A|An|The|My|His|Her|Their|Some|This|That|One|You|No|It|He|She|They|Two|Three|More)\b(?! [A-Z][a-z]+ ?$)",
        lambda one: one[0].lower(),
        text,
    )
    while True:
        made = _TAIL.sub("", _LEAD.sub("", text, count=1)).strip(" ,;")
        if made == text or not made:
            return text
        text = re.sub(r"^(?:A|An|The)\b(?= [a-z])", lambda one: one[0].lower(), made)


def stem(word: str) -> str:
    """The base form of a verb as it stands in a sentence."""
    low = word.lower()
    return _PAST.get(low) or lemma(low, "verb") or low


def bare_verb(phrase: str) -> str:
    """ "playing the piano" or "plays the piano" -> "play the piano"."""
    head, _, rest = phrase.strip().partition(" ")
    return f"{stem(head)} {rest}".strip()


def should(subject: str, deed: str, negative: bool = False) -> Wish | str:
    subject, deed = subject.strip(" ,"), deed.strip(" ,")
    if re.fullmatch(r"there", subject, re.IGNORECASE) and deed.lower().startswith("be "):
        rest = re.sub(r"^(?:be (?:able to )?)", "", deed)
        return Remove(re.sub(r"^(?:any|an?) ", "", rest)) if negative else Remove(rest[3:]) if rest.startswith("no ") else Add(rest)
    if (
        re.fullmatch(r"we|i|you guys", subject, re.IGNORECASE)
        and stem(deed.split(" ")[0]) == "have"
        and not negative
        and re.match(r"have (?:an?|some|two|three|more|another|the .+ (?:as|be)) ?", deed)
    ):
        return Add(deed[5:])
    return Should(subject, deed, negative)


def swap(text: str) -> Swap | None:
    for pattern in _SWAPS:
        if found := pattern.fullmatch(text):
            return Swap(found["old"].strip(" ,"), found["new"].strip(" ,"))
    return None


_SWAPS: Final = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"(?:instead of|in place of|rather than) (?P<old>.+?)(?:,|,? there (?:should|could) be|,? let there be|,? (?:I'd like|I want|I'd prefer|we could have|put|use|take|have|give me|make it|it (?:should|could) (?:be|say|read)|let it be|let's have|you could have|you are|you play(?: as)?|you should be|the player (?:is|should be)|I am|I'm|it is|it's))+ (?P<new>.+)",
        r"(?P<new>.+?),? (?:instead of|in place of|in the place of|rather than|and not) (?P<old>.+)",
        r"(?:be )?not (?P<old>.+?),? but (?:rather )?(?P<new>.+)",
        r"(?P<new>(?:an?|the|some|my|two) .+?) over (?P<old>the .+|(?-i:[A-Z]).+)",
    )
)
