"""A premise that tells something first and only then asks, said as one question: "the bell rings at night, and the verger wants to know why"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.verbs import past, third

_WISH: Final = (
    r"(?:(?:wants?|needs?|has|have|is determined|am determined|are determined|is going|am going|are going|sets? out|tries|tr(?:y)|goes|go|means?|hopes?|plans?|intends?"
    r"|would like|is sent|is asked|decides?) to|must|goes up to|will|['’]m going to)"
)
_LEARN: Final = r"(?:know|find out|learn|discover|understand|see|work out|figure out|find the reason|get to the bottom of it)"
_WHO: Final = r"(?:I|we|somebody|someone|(?:the|an?|my|our|her|his|their|one|two|three) (?:[\w'’-]+ ){0,3}?[\w'’-]+?|(?:[A-Z][\w'’-]+|of|the|from accounts) ?(?:(?:[A-Z][\w'’.-]+|from [a-z]+) ?){0,3}?)"
_TOLD: Final = r"(?P<told>(?!if\b|when\b|what\b|why\b|who\b|how\b|where\b|find\b|investigate\b)[^.?!;:]{8,140}?)"
_BARE_WHY: Final = re.compile(
    rf"^{_TOLD}(?:[.;] (?:nobody|no one) [^.?!]{{3,40}})?(?:,? (?:and|but|so)|[.;]) (?P<who>{_WHO}) ?(?:{_WISH} {_LEARN} why|wants? (?:answers|an answer|an explanation))(?P<rest> (?:before|by|tonight)\b[^.?!]*)?[.!]?$",
    re.IGNORECASE,
)
_NOBODY_KNOWS: Final = re.compile(
    rf"^{_TOLD}(?:,? (?:and|but)|[.;]) (?:nobody|no one|no-one) (?:knows|can say|can tell|understands|can explain) (?:me )?why[.!]?$",
    re.IGNORECASE,
)
_WHY: Final = re.compile(rf"^{_TOLD}\. (?:but )?why\?$", re.IGNORECASE)
_ASKED_OF: Final = re.compile(
    r"^(?P<of>(?:my|our|the|an?) (?:[a-z'’-]+ )??[a-z'’-]+) (?P<does>[a-z]+s)\b[^.?!]*[.] (?P<word>where|why|how|what) (?P<aux>does|do|did) (?:he|she|it|they) (?P<verb>[a-z]+)(?P<rest>[^?.]*)\?$",
    re.IGNORECASE,
)
_NOTICED: Final = re.compile(
    r"^(?:(?:on|in|at|aboard) (?:an?|the|my|our) [^,]{3,40}?,? )?(?P<by>(?:the|an?|my|our|two|three) (?:[\w-]+ ){0,2}?[\w-]+) (?:finds?|notices?|discovers?|sees?|learns?) that (?P<what>.+)$",
    re.IGNORECASE,
)
_MISSING: Final = re.compile(
    r"^why (?:does|do) (?P<what>(?:the|my|our) [a-z'’ -]+?) (?:keep )?(?:go|going|disappear|disappearing) ?(?:missing)?(?P<rest> (?:from|out of|every|each)\b[^?.!]*)\?(?: I want to (?:find out|know)\.?)?$",
    re.IGNORECASE,
)
"""What goes again and again is taken by somebody."""
_SUSPECTED: Final = re.compile(
    rf"^(?P<by>[A-Z][\w' -]{{2,30}}?) suspects (?P<whom>(?:the|his|her|my|our) [a-z-]+(?: [a-z-]+)?) of (?P<does>[a-z]+ing [^,.;]+?),? (?:and|but) (?P<who>{_WHO}) ?{_WISH} {_LEARN} who"
    r" (?:does|did|does it|did it|it is|it was|really did it|really does)[.!]?$"
)
"""Who is suspected of what, where somebody else has to find out who does it."""
_CLAUSES: Final = re.compile(r"\b(?:whenever|when|if|while|because|after|until)\b", re.IGNORECASE)
"""What is told with a clause of its own is read as it stands."""


def one_question(text: str) -> str:
    """The text with what it tells asked after in one sentence, where it ends with a bare question."""
    if (asked := _ASKED_OF.match(text.strip())) and lemma(asked["does"].lower(), "verb") is not None:
        verb = (
            asked["verb"]
            if asked["aux"].lower() == "do"
            else third(asked["verb"])
            if asked["aux"].lower() == "does"
            else past(asked["verb"])
        )
        of = re.sub(r"^an? ", "the ", asked["of"], flags=re.IGNORECASE)
        return f"I must find out {asked['word'].lower()} {_small(of)} {verb}{asked['rest']}."
    if taken := _MISSING.match(text.strip()):
        return f"I must find out who takes {_small(taken['what'])}{taken['rest']}."
    if held := _SUSPECTED.match(text.strip()):
        return f"{held['who'].strip()} must find out who is {held['does']}. {held['by']} suspects {held['whom']}."
    if asked := _WHY.match(text.strip()):
        return f"I must find out why {_said(asked['told'])}."
    if _CLAUSES.search(text):
        return text
    found = _BARE_WHY.match(text.strip())
    if found is None:
        found = _NOBODY_KNOWS.match(text.strip())
        return f"I must find out why {_said(found['told'])}." if found else text
    who = found["who"].strip()
    noticed = _NOTICED.match(found["told"])
    told, seeker = found["told"], who
    if noticed is not None:
        told = noticed["what"]
        seeker = noticed["by"] if who.lower() in ("somebody", "someone") else who
    elif who.lower() in ("somebody", "someone"):
        seeker = "I"
    return f"{seeker} must find out why {_said(told)}{found['rest'] or ''}."


def _said(told: str) -> str:
    """A sentence as it stands behind "why", of things that were not named before: "a probe has started to sing" is about the probe."""
    told = re.sub(
        r"^((?:in|on|at|aboard) (?:the|our|my) [a-z' -]{3,30}?),? ((?:every|each|all|nobody|no one) .+)$",
        r"\2 \1",
        _small_first(told.strip()),
    )
    said = re.sub(r"^an? (?=[a-z])", "the ", _small(told))
    return re.sub(r"^(the [a-z -]+?) (?:that|which|who) (?:was|were|had) [^,]*?\bago (?=[a-z])", r"\1 ", said)


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:] if re.match(r"(?:In|On|At|Aboard) ", text) else text


def _small(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _OPENERS else text


_OPENERS: Final = frozenset((
    "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "every", "each", "all", "no", "nobody", "everybody", "everyone", "somebody",
    "someone", "something", "one", "two", "three", "four", "five", "six", "seven", "some", "many", "strange", "it", "there", "this", "that", "these", "those",
))  # fmt: skip
"""First words that are written small within a sentence."""
