"""What a premise only tells, said as what its hero has to do: "Two burglars break into a house and find a party" is "must break into a house"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from makebelieve.language import Phrase, Token, classify, lemma, verb_class
from makebelieve.worlds.generation import reading as readings
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HOSTILE
from makebelieve.worlds.generation.frames import retold
from makebelieve.worlds.generation.happenings import Happening, happenings
from makebelieve.worlds.generation.knowers import got_back, told_by_one
from makebelieve.worlds.generation.plainly import said_plainly
from makebelieve.worlds.generation.predicaments import seen_to
from makebelieve.worlds.generation.quoting import clean
from makebelieve.worlds.generation.reading import Reading, lead, somebody
from makebelieve.worlds.generation.sides import taken_side
from makebelieve.worlds.generation.thresholds import gone_through
from makebelieve.worlds.generation.verbs import purpose_of, third
from makebelieve.worlds.generation.wording import written_at
from makebelieve.worlds.generation.works import trade_of

_SUPPOSED: Final = re.compile(r"^\s*(?:(?:so|imagine|suppose),? )?what if (?=[a-z])", re.IGNORECASE)
_LONG_AGO: Final = re.compile(
    r"^\s*(?:once upon a time|(?:a )?(?:long,? )*(?:long|many years|hundreds of years|a hundred years) (?:time )?ago|once|in the old days|many moons ago)\b,? *",
    re.IGNORECASE,
)
_THERE_WAS: Final = re.compile(
    r"^there (?:once )?(?:was|were|lived)(?: once)? (?P<who>(?:an?|two|three) [^.,;!?]*?),? (?:who|that) ", re.IGNORECASE
)
_ONCE: Final = re.compile(r"^((?:My|Our|The|An?) (?:[a-z-]+ ){0,2}?[a-z-]+) once ")
_ON_THE_NIGHT: Final = re.compile(
    r" on the (?:very )?(?:same )?(?:night|day|morning|evening|afternoon) (?:that |when )?(?P<what>(?:the|his|her|their|our|my) [^.]+)$"
)
_AT_AN_AGE: Final = re.compile(r"^(?:when|while) (?:i|we) (?:was|were) [^,.;]{1,30}?,? (?=(?:i|we) )", re.IGNORECASE)
_STATED: Final = re.compile(
    r"\b(?:must|ha(?:s|ve|d) (?:got )?to|has until|needs?|needed|needing|wants?|wanted|wanting|wish|wishes|hopes?|hoping|tr(?:y|ies|ied|ying)|dreams? of|plans?|planning"
    r"|intends?|decides?|decided|promise[sd]?|vows?|swears?|sworn|refuses?|determined|supposed|should|ought|longs? to|unless|in order to|sets? (?:out|off)|asks?|asked"
    r"|tells? (?:me|us)|about to|help|mission|quest|tasked|told to|going to|to find out|finds? out|accidentally|by (?:mistake|accident)|wrong(?! side)|learns? to|dares?"
    r"|one (?:day|night|morning|evening)|suddenly|(?:and|but|,) (?:now|tonight|today|tomorrow)|then|instead|nobody|no one|nothing|in search of|(?:and|but|,) (?:somebody|someone)|befriends?|makes? friends|search(?:es|ed|ing)? for|look(?:s|ed|ing) for|too (?:many|much|late|often)|turns? out|when|vs|versus|keeps?|falls? in love|fell in love)\b|\b(?:begin|start)s? (?:to |[a-z]+ing)\b|[;:\"“”]|\b(?:and|but) (?:it|they) (?:has|have|had)\b|[.!?] ",
    re.IGNORECASE,
)
"""Words by which a premise says for itself what is wanted, or that its story only begins behind them."""
_HABIT: Final = re.compile(r"\bevery (?:day|night|morning|evening|week|year|time)\b", re.IGNORECASE)
_BEFALLS: Final = word_set(
    "be have live dwell reside own run work belong owe contain consist find discover uncover see hear feel smell notice watch spot meet receive inherit get lose forget miss drop spill"
    " fall become turn turn_into grow grow_up wake_up sleep die drown oversleep learn realise realize know think believe suspect remember dream fear love hate like dislike arrive come return"
    " go move move_in end_up crash stumble wander run_into run_out stay refuse claim say tell speak ask invent belong wait stand sit lie look share marry wed divorce buy rent swap switch trade"
    " hire fail bet wager gamble argue quarrel compete block wonder bring_home quit resign retire win vanish disappear happen appear seem pick_up take_off adopt wind_up shrink freeze melt break_down step board name call suffer survive overhear mistake agree"
    " start begin keep stop let put promise need want use mean do say wear"
)
"""What befalls people, or goes on, and is no deed by which a story is played."""
_HANDLED: Final = word_set("open take_down dig dig_up unpack clean dust empty lift pull read unlock unwrap repair restore take")
"""What is done in passing by whoever comes upon something by it."""
_STRAYS: Final = word_set("vanish disappear escape run_away run_off wander_off stray wander fly_away")
_SLIPS: Final = word_set("lose forget miss drop break spill")
_COMES_UPON: Final = word_set("find discover see hear notice uncover unearth meet")
_HARMS: Final = word_set(
    "eat steal poison destroy ruin burn attack kill cut bully rob invade flood smash kidnap hunt drain devour nibble chew sabotage spoil swallow haunt curse take snatch abduct capture"
)
_NOT_ONE: Final = word_set("way temper mind heart life job husband wife balance faith hope sight footing patience nerve virginity")
_AS: Final = re.compile(
    r"(?P<said>\b(?:works?|worked|serves?|served|(?:gets?|got|takes?|took|has|had) (?:a|the) job|(?:is|was|gets|got|were|are) hired)) (?P<place>as|in|at) ",
    re.IGNORECASE,
)
_ONE_DAY: Final = {
    "as": "get through the first day as ",
    "in": "get through the first day at work in ",
    "at": "get through the first day at work at ",
}


def read(premise: str) -> Reading:
    """A premise taken apart, what it only tells read as what its hero has to do."""
    said = wanted_of(premise)
    if said is None:
        return readings.read(premise)
    made = readings.read(said)
    made.premise = clean(premise)
    return made


@lru_cache(maxsize=64)
def wanted_of(premise: str) -> str | None:
    """A premise that tells no want with what is to be done in it; None where it says so itself, or tells of nothing that is done."""
    text = clean(premise).strip()
    if len(text) > 400 or len(text.split()) < 5:
        return None
    if (plain := said_plainly(text)) != text:
        return wanted_of(plain) or plain
    if (said := taken_side(text)) is not None:
        return said
    text = retold(text)
    supposed = _SUPPOSED.match(text) is not None
    text = _SUPPOSED.sub("", text, count=1)
    long_ago = _LONG_AGO.match(text) is not None
    text = _LONG_AGO.sub("", text, count=1)
    if match := _THERE_WAS.match(text):
        long_ago, text = True, f"{match['who']} {text[match.end() :]}"
    if _ONCE.match(text):
        long_ago, text = True, _ONCE.sub(r"\1 ", text)
    if match := _AT_AN_AGE.match(text):
        long_ago, text = True, text[match.end() :]
    bare = text.rstrip(" .!?")
    if (said := told_by_one(bare)) is not None or (said := got_back(bare) or gone_through(bare)) is not None:
        return said
    if (
        _STATED.search(bare)
        or (not supposed and _HABIT.search(bare))
        or (text.rstrip().endswith("?") and not supposed)
        or re.match(r"(?:you|every|each|all|there)\b", text, re.IGNORECASE)
    ):
        return None
    text = _ON_THE_NIGHT.sub(r" and \g<what> tonight", bare[:1].upper() + bare[1:]) + "."
    read_ = readings.read(text)
    told = [one for one in happenings(read_, frozenset()) if not one.aside]
    if not told:
        return None
    if supposed:
        return _supposed(read_, told, text)
    return _done(read_, told, text, long_ago=long_ago) or (None if long_ago else seen_to(read_, told, text))


_TRADE: Final = re.compile(
    r"^(?:an?|the) (?P<who>[a-z' -]+?)(?= (?:but|and|when|in|at|on|for|who|although|even|until|while|aboard)\b|[.,?!]|$)", re.IGNORECASE
)
_WORKING: Final = re.compile(
    r"\b(?:(?:works?|worked|serves?|served|hired|job) as|(?:is|are|was|were|became|becomes)) (?=an? )", re.IGNORECASE
)


def _trade_told(text: str) -> str | None:
    """What somebody of the trade does that a text begins with, and what follows it: "treat the patient but faints" of "a dentist but faints"."""
    match = _TRADE.match(text)
    entry = trade_of(match["who"].lower().split()) if match is not None else None
    if match is None or entry is None:
        return None
    verb, object_, rest = (piece.strip() for piece in entry.one("deed").split("::"))
    if "{" in object_ or verb in ("find_out",):
        return None
    rest = "" if "{" in rest or re.match(r" (?:in|at|on|aboard)\b", text[match.end() :]) else rest
    first, _, particle = verb.partition("_")
    split = particle in ("in", "out", "home")
    said = f"{first} {object_} {particle}" if split else f"{verb.replace('_', ' ')} {object_}"
    return f"{said} {rest}".strip() + text[match.end() :]


@lru_cache(maxsize=64)
def trade_in(premise: str) -> str | None:
    """As what somebody is supposed to work: "dentist" of "what if a vampire worked as a dentist"."""
    if _SUPPOSED.match(clean(premise)) is None or wanted_of(premise) is None:
        return None
    for working in _WORKING.finditer(premise):
        match = _TRADE.match(premise[working.end() :])
        if match is not None and classify(match["who"].split()[-1])[0] == "person":
            return match["who"].lower()
    return None


def _presently(reading: Reading, told: list[Happening], text: str) -> str:
    """The text with what befalls somebody in a clause of its own in the present: "but faints at the sight of blood"."""
    spans, tokens = written_at(reading, text), reading.tokens
    of = {one.at: one for one in told if "plain" in one.aspect and not one.relative and one.verb not in ("be", "have")}
    for at in range(len(tokens) - 1, 0, -1):
        span = spans[at]
        if span is None or tokens[at].tag != "VD" or not (at in of or tokens[at - 1].word in ("and", "but")):
            continue
        subject = of.get(at, told[0]).subject
        many = subject is not None and (subject.plural or (subject.count or 1) > 1)
        text = text[: span[0]] + (tokens[at].lemma if many else third(tokens[at].lemma)) + text[span[1] :]
    return text


def _supposed(reading: Reading, told: list[Happening], text: str) -> str | None:
    """ "What if a vampire worked as a dentist but fainted": the vampire gets through a day of it."""
    one = told[0]
    if one.subject is None or not somebody(reading, one.subject) or lead(reading, one.subject)[0] > 0 or _is_kind(reading, one.subject):
        return None
    text = _now(_presently(reading, told, text), supposed=True)
    if match := _AS.search(text):
        if match["place"].lower() == "as" and (known := _trade_told(text[match.end() :])) is not None:
            return f"{text[: match.start()]}must {known}"
        return f"{text[: match.start()]}must {_ONE_DAY[match['place'].lower()]}{text[match.end() :]}"
    after = reading.tokens[one.after : one.after + 1]
    is_ = re.search(r"\b(?:is|are|becomes?) (?=an? )", text)
    if one.verb in ("be", "become") and is_ and after and after[0].tag == "D" and one.state and classify(one.state)[0] == "person":
        known = _trade_told(text[is_.end() :])
        return f"{text[: is_.start()]}must {known or _ONE_DAY['as'] + text[is_.end() :]}"
    reading = readings.read(text)
    told = [other for other in happenings(reading, frozenset()) if not other.aside] or told
    one = told[0]
    stands = one.verb == "run" and one.preposition == "for"  # "ran for president"
    if (stands or (one.verb in ("run", "keep") and one.object is not None)) and "plain" in one.aspect:
        return _spliced(reading, text, one, told, None, None)
    if (made := _done(reading, told, text, long_ago=True, supposed=True)) is not None:
        return made
    return text if one.verb in ("be", "get", "feel") or "modal" in one.aspect else None


def _is_kind(reading: Reading, phrase: Phrase) -> bool:
    """Whether all of a kind are spoken of: "geese", "cats"."""
    return phrase.plural and not lead(reading, phrase)[1] and not phrase.count


def _done(reading: Reading, told: list[Happening], text: str, *, long_ago: bool, supposed: bool = False) -> str | None:
    """The text with what its hero does as what they have to do; None where nobody of it is one."""
    hero = _hero(reading, told[0], long_ago=long_ago)
    if hero is None:
        return None
    doing = next((one for one in told if one.verb not in _BEFALLS_FIRST), told[0])
    if doing.subject is not told[0].subject or doing.pronoun != told[0].pronoun:
        return None
    if (supposed or " on the way to " in text) and (lost := _lost(reading, told[0])):
        return _spliced(reading, text, told[0], told, "get", lost)
    if doing.verb not in _TAUGHT and _has_end(reading.tokens, doing):
        return None  # "forges a sword to stop a giant": it is said what for
    if not _is_deed(reading, doing, hero, long_ago=long_ago):
        return None
    later = [one for one in told if one.at > doing.at and not one.relative]
    if doing.verb in _HANDLED and later and (later[0].verb in _COMES_UPON or later[0].pronoun == "it"):
        return None  # "opens a clock and finds a letter": it is the letter that the story is about
    if any(one.verb in _STRAYS or (one.verb in _SLIPS and one.subject is doing.subject) for one in later):
        return None  # "takes her class to the zoo and loses one child"
    made = doing.object if "plain" in doing.aspect and not long_ago else None
    if made is not None and purpose_of(doing.verb) == ("restore", "made") and reading.tokens[made.end].word in ("that", "which", "who"):
        return None  # "carves a puppet that will not stop lying": it has been made, and does what is told of it
    return _spliced(reading, text, doing, told, None, None)


_BEFALLS_FIRST: Final = word_set("live dwell reside be own")
_TAUGHT: Final = word_set("teach train trick")


def _has_end(tokens: list[Token], one: Happening) -> bool:
    """Whether a clause says what something is done for."""
    return any(tokens[n].word == "to" and tokens[n + 1].tag == "V" and tokens[n].tag == "M" for n in range(one.at + 1, len(tokens) - 1))


@dataclass(frozen=True, slots=True)
class _Hero:
    phrase: Phrase | None
    many: bool


def _hero(reading: Reading, one: Happening, *, long_ago: bool) -> _Hero | None:
    """Whose deed a clause tells of, where that is somebody whose story it may be."""
    if one.relative:
        return None
    if one.subject is None:
        mine = one.pronoun in ("i", "we") and ("going" in one.aspect or long_ago)
        return _Hero(None, many=True) if mine else None
    phrase = one.subject
    if not somebody(reading, phrase) or phrase.determiner in ("every", "each", "no", "all"):
        return None
    if _is_kind(reading, phrase) and not long_ago and one.verb in _HARMS:
        return None
    one_of_many = phrase.determiner in ("a", "an") or phrase.count
    if phrase.noun in HOSTILE and not one_of_many and not long_ago:
        return None  # "pirates are attacking the village": it is played by those who mind
    if "going" in one.aspect and not long_ago and {"was", "were"} & {token.word for token in reading.tokens[phrase.end : one.at]}:
        return None  # "I was minding the twins when one of them locked herself in"
    opened = lead(reading, phrase)[0]
    before = reading.tokens[:opened]
    if any(token.tag in ("V", "VS", "VD", "X", "M", "S", "C") for token in before) or (before and before[0].tag not in ("I", "R")):
        return None
    if lead(reading, phrase)[1] in ("my", "our"):  # what one's neighbour is up to is watched, what one's grandmother once did is played
        others = {"me", "us", "i", "we", "my", "our"} & {token.word for token in reading.tokens[phrase.end :]}
        return None if others or not long_ago or one.verb in _HARMS else _Hero(phrase, phrase.plural)
    return _Hero(phrase, phrase.plural or (phrase.count or 1) > 1)


def _is_deed(reading: Reading, one: Happening, hero: _Hero, *, long_ago: bool) -> bool:
    """Whether a clause tells of something that is done on purpose."""
    if (
        not one.aspect & {"plain", "going"}
        or one.aspect & {"not", "daily", "modal"}
        or one.verb in _BEFALLS
        or one.verb.partition("_")[0] in ("fall", "find", "get", "go", "come")
    ):
        return False
    if verb_class(one.verb) in ("stative", "weather", "emotion") or (verb_class(one.verb) == "body" and one.object is None):
        return False
    if "plain" in one.aspect and reading.tokens[one.at].tag == "VG":
        return False
    behind = reading.tokens[one.after : one.end]
    if one.verb in ("hide", "camp", "rest") and one.object is None:
        return False  # "hides in the zoo and plays for the animals"
    if one.verb == "fight" and one.preposition in ("over", "about"):
        return False
    if (
        not behind
        or behind[0].word == "that"
        or behind[0].tag in ("VS", "X", "M")
        or reading.tokens[one.at - 1].word in ("too", "so", "very")
    ):
        return False
    if reading.tokens[one.at].tag == "VD" and "plain" in one.aspect and behind[0].tag == "I" and one.object is None and not long_ago:
        return False  # "a mountaineer stranded in a storm"
    if one.verb in _HARMS and hero.phrase is not None:
        person = classify(hero.phrase.noun)[0] == "person"
        theirs = one.object is not None and one.object.determiner in ("the", "my", "our", "all", "every")
        if not person or (theirs and hero.phrase.determiner not in ("a", "an") and not hero.phrase.count):
            return False  # "the neighbour's goat is eating the laundry": others mind
    return True


def _lost(reading: Reading, one: Happening) -> Phrase | None:
    """What of theirs somebody loses that can be got back: "a clown loses his red nose"."""
    thing = one.object
    if one.verb != "lose" or thing is None or thing.start < one.at or not one.aspect & {"plain", "has"} or "not" in one.aspect:
        return None
    owned = lead(reading, thing)[1] in ("his", "her", "its", "their")
    after = reading.tokens[thing.end : thing.end + 1]
    of = bool(after) and (after[0].word == "of" or after[0].tag in ("#", "D"))
    return thing if owned and not of and thing.noun not in _NOT_ONE and not somebody(reading, thing) else None


def _spliced(reading: Reading, text: str, one: Happening, told: list[Happening], verb: str | None, back: Phrase | None) -> str | None:
    """The text with "must" before the verb of a clause, the clauses beside it in the present."""
    spans = written_at(reading, text)
    tokens = reading.tokens
    first = one.at
    while first > 0 and tokens[first - 1].tag == "X":
        first -= 1
    adverb = ""
    if "going" in one.aspect or "has" in one.aspect:
        first = next((n for n in range(one.at - 1, max(0, one.at - 4), -1) if tokens[n].tag == "X"), one.at)
        adverb = " ".join(token.written for token in tokens[first + 1 : one.at] if token.tag == "R") + " "
    begun, ended = spans[first], spans[one.at]
    if begun is None or ended is None:
        return None
    base = verb or tokens[one.at].lemma or lemma(tokens[one.at].word, "verb")
    edits: list[tuple[int, int, str]] = [(begun[0], ended[1], f"must {adverb.lstrip()}{base}")]
    if back is not None:
        behind = spans[back.end - 1]
        if behind is None:
            return None
        edits.append((behind[1], behind[1], " back"))
    for other in told:
        span = spans[other.at]
        if other is one or other.relative or span is None or other.at < one.at or "plain" not in other.aspect:
            continue
        many = other.subject is not None and (other.subject.plural or (other.subject.count or 1) > 1)
        same = other.subject is one.subject and other.pronoun == one.pronoun
        token = tokens[other.at]
        if token.tag == "VD" and other.verb != "be" and tokens[one.at].tag == "VD":
            edits.append((*span, token.lemma if many or other.pronoun in ("i", "we", "they") else third(token.lemma)))
        joined = spans[other.at - 1]
        if same and tokens[other.at - 1].word == "and" and many and joined is not None:
            edits.append((*joined, ", and then they"))  # another beat, and no part of the deed
    seen = {other.at for other in told}
    for n in range(one.at + 1, len(tokens) - 1):  # "and won back her father's shadow"
        span = spans[n]
        if tokens[n].tag == "VD" and n not in seen and tokens[n - 1].word == "and" and tokens[one.at].tag == "VD" and span is not None:
            edits.append((*span, third(tokens[n].lemma)))
    for begin, end, words in sorted(edits, reverse=True):
        text = text[:begin].rstrip(" " if words.startswith(",") else "") + words + text[end:]
    return _now(text)


_WAS: Final = {"was": "is", "were": "are", "could": "can", "would": "will", "had": "has"}


def _now(text: str, *, supposed: bool = False) -> str:
    """The auxiliaries of a text in the present: "the river he had swallowed" is one that he has swallowed; of what is only supposed all of them."""
    past = r"was|were|could|would|" if supposed else r"would|"
    return re.sub(rf"\b(?:{past}had(?= [a-z]+(?:ed|en|n|t|d|ght)\b))\b", lambda match: _WAS[match[0]], text)
