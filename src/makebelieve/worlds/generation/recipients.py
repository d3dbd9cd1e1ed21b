"""To whom the object of a goal goes: "sell ice to the snow queen", "a letter addressed to the glacier", "read the king a story", "cook for three judges"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.aimed import told_of_another
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.cues import ABOUT, HE, SHE
from makebelieve.worlds.generation.draft import Figure, Goal
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.natures import is_made
from makebelieve.worlds.generation.presence import only_done
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_GIVING: Final = word_set(
    "sell bring deliver give return send carry take show read sing tell hand lend offer present smuggle write teach throw pay address ship post feed"
    " serve play perform confess explain recite propose bake cook make build knit sew buy steal fetch get find mend finish donate prove demonstrate"
    " pour leave award repay promise mail whisper reveal announce report"
)
_FOR: Final = word_set(
    "bake cook make build knit sew buy steal fetch get find write play perform sing paint brew mend carve finish tame catch pick collect gather"
    " prepare repair weave stitch grow dance compose translate design film plant restore win organise organize throw fix clean pack decorate forge"
    " craft invent draw earn raise save spin embroider record hunt keep guard mix tailor crochet braid arrange plan ride train dig set_up"
)
_MADE: Final = {
    "cook": "the dinner", "sing": "the song", "play": "the tune", "dance": "the dance", "perform": "the show", "write": "the letter",
    "read": "the story", "bake": "the cake", "paint": "the picture", "draw": "the picture", "recite": "the poem", "pay": "the money",
    "repay": "the money", "cater": "the dinner", "act": "the play", "busk": "the tune", "fiddle": "the tune", "whistle": "the tune",
}  # fmt: skip
"""What comes of a deed that is done for somebody, where the premise names no more: "sings for the king"."""
_DOUBLE: Final = word_set(
    "tell write bring serve show give send read hand lend sell offer buy bake cook make build knit sew sing play deliver fetch get find carve"
    " mail promise pay throw pass award"
)
_GOING: Final = word_set(
    "ride go walk travel run sail fly drive row climb march hurry rush come return journey cycle paddle swim ski hike crawl creep"
)
_OF_CASE: Final = {"he": "him", "she": "her", "they": "them"}
_PAYING: Final = frozenset(("pay", "repay"))


def handed(reading: Reading, wanted: Wanted, player: Phrase | None) -> tuple[Wanted, Phrase | None]:
    """The goal, its object what is given where the premise only names to whom ("cooks for three judges"), and who gets it, if somebody does."""
    aim, target = wanted.aim, wanted.target
    if aim is None:
        base = (wanted.goal.verb or "").partition("_")[0]
        return wanted, next(
            (one for one in reading.found if base in _GOING | _GIVING and not wanted.goal.object and _toward(reading, one)), None
        )
    base = aim.verb.partition("_")[0]
    if base == "promise" and target is None and aim.target is not None and aim.governed is None:
        wanted, target = replace(wanted, target=aim.target), aim.target  # "promised my daughter a snowman"
    if target is not None and somebody(reading, target) and base in _MADE and (aim.governed in ("for", "to") or base in _PAYING):
        told = {"object": _MADE[base], "person": False, "plural": False, "telling": "like"}
        goal = wanted.goal.model_copy(update=told | ({"purpose": "do"} if wanted.goal.purpose in ("win", "unite", "find") else {}))
        return replace(wanted, goal=goal, target=None), target
    thing = _second(reading, wanted, base)
    if thing is not None and (other := told_of_another(reading, aim, thing)) is not None:
        return replace(wanted, goal=other, target=thing), target
    receiver = recipient_of(reading, wanted, player)
    return wanted, None if receiver is not None and only_done(reading, receiver) else receiver


def from_where(reading: Reading, wanted: Wanted) -> Wanted:
    """Whatever is brought from where it is has to be fetched first: "bring the king a feather from the golden bird in the dark forest"."""
    aim, target = wanted.aim, wanted.target
    if aim is None or target is None or aim.verb.partition("_")[0] not in _BRINGING or wanted.goal.person:
        return wanted
    tokens = reading.tokens
    source = next(
        (one for one in reading.found if target.end < one.start < aim.end and tokens[lead(reading, one)[0] - 1].word == "from"), None
    )
    if source is None or source.start > target.end + 4:
        return wanted
    if somebody(reading, source) and (target.noun in _SENT or classify(target.noun)[0] == "communication"):
        return wanted  # "bring a message from the king"
    on = tokens[source.end : source.end + 2]
    if (
        on
        and on[0].word == "to"
        and not any(one.start in (source.end + 1, source.end + 2) and somebody(reading, one) for one in reading.found)
    ):
        return wanted  # "bring a parcel from Rome to Paris"
    return replace(wanted, goal=wanted.goal.model_copy(update={"purpose": "find", "verb": "fetch", "telling": "own"}))


def left_at_home(goal: Goal, people: list[Figure]) -> list[Figure]:
    """Those of a premise who are met where something is fetched from; whoever waits for it at home is only spoken of."""
    deed, _, source = (goal.deed or "").partition(" from ")
    if goal.verb != "fetch" or not source or not deed.startswith(tuple(_BRINGING)):
        return people
    waiting = ("recipient", "bystander", "witness", "object")
    return [one.model_copy(update={"part": "absent"}) if one.part in waiting and one.noun not in source else one for one in people]


_BRINGING: Final = frozenset(("bring", "get"))
_SENT: Final = frozenset(("gift", "present", "parcel", "package", "offer", "order", "treaty", "proposal"))
"""What comes from somebody who sends it, besides messages."""


def _second(reading: Reading, wanted: Wanted, base: str) -> Phrase | None:
    """What somebody is given where they are named first: "tells the chief the truth", "writes him a letter"."""
    aim, target, tokens = wanted.aim, wanted.target, reading.tokens
    if aim is None or target is None or base not in _DOUBLE or aim.governed is not None or not somebody(reading, target):
        return None
    if target.end <= aim.at and aim.at + 1 < len(tokens) and tokens[aim.at + 1].word in ("him", "her", "them"):
        behind = aim.at + 2
    elif target.start > aim.at:
        behind = target.end
    else:
        return None
    thing = next((one for one in reading.found if lead(reading, one)[0] == behind), None)
    told = thing is not None and thing.start < aim.end and thing.noun not in ABOUT and (not somebody(reading, thing) or is_made(thing.text))
    if told and thing is not None and thing.end < len(tokens) and tokens[thing.end].tag in ("VS", "VD", "X", "M"):
        return None  # "tells its family the house is on fire"
    return thing if told and thing is not None and (thing.determiner or thing.plural or thing.start == behind) else None


def recipient_of(reading: Reading, wanted: Wanted, player: Phrase | None) -> Phrase | None:
    """The phrase behind "to" or "for" in the words of an aim, where what is done hands something over, or whom "him" stands for; else None."""
    aim = wanted.aim
    if aim is None:
        return None
    mine, tokens = same_as(reading, player), reading.tokens
    base = aim.verb.partition("_")[0]
    if wanted.target is None or not wanted.goal.object:
        going = base in _GOING | _GIVING  # "rides to a mother", "teaches it to a parrot"
        return next((one for one in reading.found if aim.at < one.start < aim.end and going and _toward(reading, one)), None)
    for phrase in reading.found:
        if phrase is wanted.target or id(phrase) in mine or not aim.at < phrase.start <= aim.end or phrase.noun in ABOUT:
            continue
        at = lead(reading, phrase)[0] - 1
        word, addressed = tokens[at].word, tokens[at - 1].lemma == "address"
        given = word == "to" and base in _GIVING and phrase.start > wanted.target.end
        made_for = word == "for" and base in _FOR and phrase.start > wanted.target.end
        if addressed or ((given or made_for) and somebody(reading, phrase)):
            return phrase
    if base in _GIVING and aim.at + 1 < len(tokens) and tokens[aim.at + 1].tag == "P" and wanted.target.start > aim.at + 1:
        word = tokens[aim.at + 1].word  # "write him a letter"
        past = [one for one in reading.found if one.end <= aim.at and id(one) not in mine and somebody(reading, one)]
        return next((one for one in reversed(past) if called(word, one)), None)
    return _meant_for(reading, mine | {id(wanted.target)}, base)


def _meant_for(reading: Reading, mine: set[int], base: str) -> Phrase | None:
    """For whom it is by what is to come of it: "baking the cake so that she remembers me", "knits a scarf for him"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens[:-1]):
        so = token.word == "so" and at + 2 < len(tokens)
        behind = tokens[at + 2 if so and tokens[at + 1].word == "that" else at + 1]
        if not (so and behind.word in _OF_CASE) and not (
            token.word == "for" and behind.word in ("him", "her", "them") and behind.tag == "P"
        ):
            continue
        pronoun = _OF_CASE.get(behind.word, behind.word)
        past = [one for one in reading.found if one.end <= at and id(one) not in mine and somebody(reading, one) and called(pronoun, one)]
        return past[-1] if past and base in _FOR | _GIVING else None
    return None


def _toward(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is somebody to whom one goes: "rides through the night to a mother"."""
    return somebody(reading, phrase) and reading.tokens[lead(reading, phrase)[0] - 1].word in ("to", "toward", "towards")


def called(pronoun: str, phrase: Phrase) -> bool:
    """Whether somebody may be "him", "her" or "them"."""
    many = phrase.plural or (phrase.count or 1) > 1
    if pronoun == "them":
        return many
    words = {token.word for token in (*phrase.modifiers, phrase.head)} | {phrase.noun}
    other = SHE if pronoun == "him" else HE
    return pronoun in ("him", "her") and not many and not words & (other - {"her", "his"})
