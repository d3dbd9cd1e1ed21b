"""What is played where a premise of everyday life only names something: a lesson is learnt, a feast is held, a day is made the most of."""

from __future__ import annotations

import re
from typing import Final, cast

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.cues import HOURS
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.reading import Reading, cased, read, somebody
from makebelieve.worlds.generation.riddles import is_pressing, riddle_of
from makebelieve.worlds.generation.titlecase import is_titled
from makebelieve.worlds.generation.works import work_of

_LESSON: Final = re.compile(
    r"^(?:(?:an? |the )?(?:[a-z]+['’]s )?(?:(?:short |fun |little )?(?:lesson|unit|game|story|introduction|intro|guide|world)|basics|teaching|learning)"
    r" (?:about|on|to|of|for)|all about|about) ",
    re.IGNORECASE,
)
_PUPILS: Final = re.compile(
    r" (?:for|with) (?:my |our |small |young |the )?(?:kids|children|beginners|students|pupils|class|toddlers|dummies"
    r"|(?:\w+ )?(?:grade|graders|year))\b.*$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s*[.!?:;,(\n]|\s+[-–—]\s")
_STUDIED: Final = frozenset(("abstract", "object", "hazard", "rock", "celestial", "body", "plant", "device"))
"""Kinds of what one learns about; none of them is met, held or gone to."""
_HANDLED: Final = frozenset(("object", "device", "body"))
"""Of those, what a title names to tell a story of."""
_PLACED: Final = re.compile(r" (?:over|in|at|on|under|behind|beyond|beneath) ", re.IGNORECASE)
_KEPT: Final = frozenset(
    ("company", "society", "club", "agency", "firm", "guild", "academy", "circus", "association", "brigade", "committee")
)
"""Who keep going what they are."""
_NAMED: Final = frozenset(("christmas", "thanksgiving", "easter", "halloween"))
_LONGEST: Final = 8
_GAME: Final = re.compile(
    r"\b(?:game|story|lesson|activity|adventure|world|quest|unit) (?:for (?:[\w-]+ ){1,4}?)?(?:about|on|to learn(?: about)?|that teaches|to teach)"
    r" ((?:sharing|counting|adding|subtracting|multiplying|dividing|recycling|spelling|telling the time|listening|being|saving (?:water|energy)"
    r"|measuring|gravity|fractions?)\b[^.!?,;:]*)[.!]?$",
    re.IGNORECASE,
)
_LEARNT: Final = re.compile(
    r"^(?:learn|study|teach|explore)(?: (?:all|more) about| about|(?= (?:the (?:alphabet|letters|numbers|colou?rs|shapes|planets|times tables?|seasons"
    r"|months)|fractions|numbers|letters|colou?rs|shapes|multiplication|geometry|grammar)\b)) ([a-z].+)$"
)
_FALLEN_OUT: Final = frozenset(("quarrel", "quarrel_question", "no_agreement", "silence", "enmity"))
_SETTLING: Final = frozenset(("end", "settle", "stop", "make_peace", "make_up", "reconcile", "put_an_end", "bury", "forget"))
_QUARREL: Final = re.compile(r"\b(?:quarrel|feud|fight|fighting|argument|dispute|rivalry|row|peace|differences|grudge)\b")


def unstated(reading: Reading, player: Phrase | None) -> Goal | None:
    """The goal of a premise that tells no want, or None: "make the most of the rainy day", "light the lamps", "find out the secret of the tide pools"."""
    rows = tables.read("unstated")
    for entry in rows.values():
        nouns = entry.words("nouns")
        phrase = next((one for one in reading.found if one.noun in nouns and (one.preposition is None or one.start > 1)), None)
        led = [token.word for token in reading.tokens[max(0, phrase.start - 2) : phrase.start]] if phrase is not None else []
        if led in (["there", "is"], ["there", "are"], ["there", "'s"]):
            continue  # "there's a party in the flat upstairs every night": somebody else's
        if phrase is not None and phrase.determiner in ("every", "each"):
            continue  # "every morning there is one more chair": only when
        if phrase is not None and not somebody(reading, phrase):
            verb, words = entry.items("deed")[0].split(" ", 1)
            named = the(reading, phrase, plain=True)
            if phrase.noun in _NAMED and phrase.determiner is None and not phrase.modifiers:
                named = phrase.noun.capitalize()
            company = next(
                (one for one in reading.found if one.preposition == "with" and one.start > phrase.end and somebody(reading, one)), None
            )
            told = words.format(it=named) + (f" with {the(reading, company, plain=True)}" if company is not None else "")
            deed = f"{verb.replace('_', ' ')} {told}".replace("most of the life", "most of the day")
            return Goal(purpose=cast("Purpose", entry.one("purpose")), verb=verb, deed=deed[:120], stated=True, telling="matter")
    if "rival" in {token.word for token in reading.tokens}:
        return Goal(purpose="do", verb="settle", deed="settle the quarrel", stated=True, telling="matter")
    headed = player is None or _is_headed(reading)
    headed = headed and not re.match(
        r"(?:the|an?) (?:last|only|first|smell|scent|sound|taste|noise|echo) ", reading.premise.strip(), re.IGNORECASE
    )
    if (lesson := _taught(reading)) is not None or (headed and (lesson := topic_of(reading)) is not None):
        return Goal(purpose="do", verb="learn_about", deed=f"learn all about {lesson}"[:120], stated=True, telling="matter")
    riddle = riddle_of(reading, player)
    if riddle is not None and is_pressing(riddle):
        return riddle
    if (known := work_of(reading, player) or riddle) is not None:
        return known
    if player is not None and player.noun in _KEPT:
        return Goal(purpose="do", verb="keep", deed=f"keep {the(reading, player, plain=True)} going"[:120], stated=True, telling="matter")
    if player is not None:
        verb, deed = _together(reading, player)
        return Goal(purpose="do", verb=verb, deed=deed[:120], stated=True, telling="matter")
    return None


def _is_headed(reading: Reading) -> bool:
    """Whether a premise says what it is about before it says who plays: "The water cycle: you are a raindrop"."""
    return re.match(r"^[^.:!?]{3,60}[.:!-]\s+(?:you|i|we|play) (?:are|am|as|play)\b", reading.premise.strip(), re.IGNORECASE) is not None


def _together(reading: Reading, player: Phrase) -> tuple[str, str]:
    """Verb and deed of a premise that only names somebody, or several: "spend a good day with her horse"."""
    tokens = reading.tokens
    if player.plural or (player.count or 1) > 1:
        return "spend", "spend a good day together"
    joined = next((one for one in reading.found if player.end < one.start <= player.end + 3 and somebody(reading, one)), None)
    if joined is not None and [token.word for token in tokens[player.end : joined.start] if token.tag not in ("D", "A", "#")] == ["and"]:
        return "spend", f"spend a good day with {the(reading, joined, plain=True)}"
    if "new" in {token.word for token in tokens[player.start : player.end]}:
        return "get_through", "get through the first day"
    return "make_the_most", "make the most of the day"


def is_lesson(reading: Reading) -> bool:
    """Whether a premise calls itself a lesson, a guide or the like: nobody of that name plays."""
    return _LESSON.match(" ".join(reading.premise.split())) is not None


def lesson_said(reading: Reading) -> Goal | None:
    """The goal of a premise that says it is a lesson: "write a game for 2nd graders about sharing toys". None for any other."""
    match = _GAME.search(" ".join(reading.premise.split()))
    if match is None or len(match[1].split()) > _LONGEST:
        return None
    topic = _PUPILS.sub("", match[1]).strip()
    return Goal(purpose="do", verb="learn_about", deed=f"learn all about {cased(reading, topic)}"[:120], stated=True, telling="matter")


def _taught(reading: Reading) -> str | None:
    """What a premise says in so many words is to be learnt: "a lesson about kindness", "ancient Rome for kids"."""
    said = _ENDS.split(" ".join(reading.premise.split()))[0].strip()
    return topic_of(reading) if _LESSON.match(said) or _PUPILS.search(said) else None


def topic_of(reading: Reading) -> str | None:
    """What a premise of a few words names to be learnt, in its own words: "the life cycle of a butterfly"."""
    said = _ENDS.split(" ".join(reading.premise.split()))[0].strip()
    bare = _LESSON.sub("", said)
    text = _PUPILS.sub("", bare)
    if reading.premise.rstrip().endswith("!"):
        return None  # "Earthquake!"
    mood = text == said and (
        reading.premise.count(",") > 1 or [one.tag for one in reading.tokens[:1]] == ["I"]
    )  # "harvest moon, an empty pole, footprints"
    if not text or len(text.split()) > _LONGEST or mood:
        return None
    named = read(said)
    head = next((one for one in named.found if one.start <= (1 if bare == said else 6)), None)
    if any(token.tag in ("VS", "M", "P") for token in named.tokens) or (named.tokens and named.tokens[0].word in HOURS):
        return None
    if text == said and head is not None and classify(head.noun)[0] not in _STUDIED:
        return None
    owned = re.search(r"['’]s? ", text) is not None
    if (
        text == said
        and head is not None
        and (
            owned
            or said.lower().startswith(("a ", "an "))
            or (is_titled(said) and (classify(head.noun)[0] in _HANDLED or _PLACED.search(text)))
        )
    ):
        return None  # "An umbrella at the bus stop", "The Forgotten Toys of Attic Street"
    return cased(reading, text[:1].lower() + text[1:])


def is_own_quarrel(reading: Reading, goal: Goal, player: Phrase) -> bool:
    """Whether several play who have fallen out with each other, and want to make it up: nobody settles it for them."""
    after = [token.word for token in reading.tokens[player.end : player.end + 3] if token.tag not in ("D", "A")]
    several = player.plural or (player.count or 1) > 1 or after[:1] == ["and"]
    told = goal.situation in _FALLEN_OUT or goal.verb in _SETTLING
    theirs = re.search(r"\b(?:their|our|your|each other|one another)\b", goal.deed or "") or goal.situation in _FALLEN_OUT
    return several and told and bool(theirs) and bool(_QUARREL.search(goal.deed or "") or goal.situation in _FALLEN_OUT)


def lesson_of(goal: Goal) -> Goal | None:
    """The goal of learning about something, done to what is learnt; None for any other goal, and where it is somebody one learns about."""
    matter = (
        _LEARNT.match(goal.deed or "") if goal.verb in ("learn", "learn_about", "study", "teach", "explore") and not goal.person else None
    )
    if matter is None:
        return None
    told = re.split(r" (?:with|in|at|using|by|from|through) (?:an? |the |my |our )?[a-z]", matter[1])[0]
    head = re.split(r" (?:of|in|on|with|and|for|from) ", told)[0]
    plural = " and " in told.split(" of ")[0] or (
        head.endswith("s") and not head.endswith(("ss", "us", "is", "physics", "maths", "mathematics"))
    )
    return goal.model_copy(update={"purpose": "do", "verb": "learn_about", "object": told[:120], "plural": plural, "telling": "matter"})
