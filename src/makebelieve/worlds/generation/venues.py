"""Where the deed of a premise is done: "deliver the piano to the church", "win at the fair", "warn the town", "rescue the dog from the pound"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, biome_of, classify
from makebelieve.worlds.generation.bounds import LEFT
from makebelieve.worlds.generation.circles import CIRCLES, in_its_house
from makebelieve.worlds.generation.clauses import OPENERS, UNDER, word_set
from makebelieve.worlds.generation.compounds import compound_at
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS
from makebelieve.worlds.generation.draft import Goal, Site
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.kinds import COPIES, among_stars, is_no_place, kind_of_phrase, no_place, place_kinds
from makebelieve.worlds.generation.reading import ANIMATE, Reading, animate, lead, name_of, somebody, text_of
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.sites import CALENDAR, OF_STREETS, VESSELS, best_of
from makebelieve.worlds.generation.unplaced import bound_for, lies_beyond

_TO: Final = word_set("to into onto toward towards for")
_AT: Final = word_set(
    "at in on inside under beneath aboard outside below beyond behind underneath during atop above over across through around near down up along"
)
_FROM: Final = word_set("from off out")
_MOVING: Final = frozenset(("deliver", "reach", "escape"))
_MOVES: Final = word_set(
    "get put take return sail drive fly march move lead bring throw carry come go run climb land break sneak smuggle tow push drag haul be race ride paddle hurry rush dash chase"
)
"""What goes or is brought somewhere ends there, whatever else is said of where it was."""
# What happens somewhere: one is at it, and a kind of place stands for it.
GATHERINGS: Final = {
    "wedding": "chapel", "funeral": "graveyard", "ball": "ballroom", "banquet": "ballroom", "gala": "ballroom", "premiere": "theatre",
    "concert": "theatre", "opera": "theatre", "audition": "theatre", "festival": "village_green", "fair": "carnival", "fete": "village_green",
    "dance": "village_green", "feast": "manor", "parade": "city_street", "trial": "courtroom", "auction": "meeting_room", "council": "meeting_room",
    "tournament": "arena", "party": "manor", "reception": "manor", "contest": "village_green", "competition": "village_green",
    "exhibition": "museum", "conference": "meeting_room", "carnival": "carnival", "market": "market", "show": "theatre", "mic": "bar", "final": "stadium",
    "championship": "stadium", "match": "stadium", "coronation": "throne_room", "regatta": "quay", "summit": "mountain_pass",
    "race": "racetrack", "derby": "racetrack", "graduation": "school", "mass": "chapel", "christening": "chapel", "baptism": "chapel",
    "recital": "theatre", "rehearsal": "theatre", "pageant": "theatre", "picnic": "park", "prom": "ballroom", "olympics": "stadium", "hearing": "meeting_room",
    "vigil": "chapel", "procession": "city_street", "ceremony": "chapel",
}  # fmt: skip
_GOING: Final = word_set("get climb come go move jump step run walk swim fly crawl")
_LEAVING: Final = word_set("escape flee get_out get_away leave break_out survive evade")
"""Whoever does this ends somewhere else."""
_PLACELESS: Final = word_set(
    "world galaxy universe life way time end trip journey war mission bed stomach heart head mind dream name hand eye mouth middle edge side top bottom back"
    " front corner floor wall roof door window left right east west night day moment line course air water ground table chair cage box pocket bag class crew team band gang cast home leak hole crack gap way"
)
_COMBING: Final = word_set("search comb scour explore roam cross climb guard defend storm")
_LOST: Final = frozenset(("lost", "missing", "sunken", "hidden", "forgotten", "buried", "abandoned"))
"""What is looked for and stands already, whatever its article."""
_LEARNING: Final = word_set("learn practise practice teach perform dance rehearse play show remember")
_STAGED: Final = word_set("give sing perform dance act recite read present speak play put show announce confess audition compete win")
"""What is done before an audience."""
READIED: Final = word_set(
    "grow bake cook make knit sew write build paint prepare practise practice train rehearse carve raise brew design weave compose draw learn"
)
"""What is done beforehand, and elsewhere."""
_FOUNDING: Final = word_set("open start found run create set launch build find look seek search")
_ROBBED: Final = {"train": "train", "express": "train", "stagecoach": "road", "coach": "road", "wagon": "road", "convoy": "road"}
"""What is robbed on its way, and what kind of place stands for that."""
_PARTS: Final = word_set("middle edge side top bottom back front corner heart foot end bed depths slopes gates walls roof")
_BOUND: Final = word_set("and but or so because although though while then which who that")


def venue_of(reading: Reading, wanted: Wanted) -> tuple[Phrase, Site] | None:
    """The phrase and the place that the words of the deed name as where it is done; None where they name none."""
    way = wanted.aim.via if wanted.aim is not None else None
    for aim in (wanted.aim, way, *reversed(wanted.before)):  # "storm the castle and free the prisoners": the prisoners are there
        venue = _venue_of(reading, wanted, aim) if aim is not None else None
        if venue is not None:
            return venue
    return None


def addressed(reading: Reading, wanted: Wanted) -> Phrase | None:
    """Who is met by the deed: whom it is done or said to."""
    aim, goal = wanted.aim, wanted.goal
    if aim is None or (goal.purpose not in ("unite", "do", "deliver", "explore", "defeat") and aim.verb not in ("warn", "alert", "thank")):
        return None
    if wanted.target is not None and goal.person and animate(wanted.target):
        return wanted.target
    behind = (one for one in reading.found if aim.at < one.start <= aim.at + 4 and one.end <= aim.end)
    return next((one for one in behind if animate(one) and _governor(reading, one) == "to"), None)


def _venue_of(reading: Reading, wanted: Wanted, aim: Aim) -> tuple[Phrase, Site] | None:
    goal, target = wanted.goal, aim.target
    base = aim.verb.partition("_")[0]
    moves = goal.purpose in _MOVING or base in _MOVES
    if (
        target is not None and target.noun in _ROBBED and base in ("rob", "raid", "hold", "hijack")
    ):  # where the train goes is nothing to them
        return target, Site(phrase=text_of(reading, target), noun=target.noun, kind=_ROBBED[target.noun])
    end = _end(reading, aim.at, aim.end)
    found: list[tuple[float, int, Phrase]] = []
    for phrase in reading.found:
        if not aim.at < phrase.start < end:
            continue
        rank = _rank(reading, phrase, aim, goal, moves=moves)
        if rank is not None:
            found.append((rank, phrase.start, phrase))
    if goal.purpose in ("escape", "survive", "solve"):
        found = [one for one in found if one[0] == 0 or (goal.purpose == "survive" and one[2].noun in GATHERINGS)]
    if found:
        phrase = min(found, key=lambda one: one[:2])[2]
        if phrase.noun == "school" and reading.tokens[aim.at].lemma in _STAGED and _governor(reading, phrase) not in _TO:
            return phrase, Site(phrase="school hall", noun="hall", kind="school_hall")  # nobody speaks to the whole school in a corridor
        return phrase, site_of(reading, phrase)
    return _within(reading, target) if target is not None and goal.purpose not in _MOVING else None


def _rank(reading: Reading, phrase: Phrase, aim: Aim, goal: Goal, *, moves: bool) -> float | None:
    """How likely a phrase is where the deed is done, 0 the likeliest; None where it is no place or only says where from."""
    if phrase.noun in CALENDAR or phrase.noun == "earth" or _rolls(phrase) or best_of(reading, phrase):
        return None
    tokens = reading.tokens
    word = _governor(reading, phrase)
    if phrase.noun in ("atlantic", "pacific", "mediterranean", "channel") and word in ("across", "over"):
        return None  # one only flies over it
    if word in ("across", "over", "beyond") and tokens[lead(reading, phrase)[0] - 2].word == "from":
        return None  # "the boys from across the river"
    if phrase.noun in ("moon", "sun", "sky", "star", "stars") and tokens[aim.at].lemma in (
        "see",
        "watch",
        "admire",
        "paint",
        "draw",
        "catch",
        "talk",
        "speak",
        "call",
        "listen",
        "contact",
        "signal",
        "write",
    ):
        return None  # seen from below
    away = word in _FROM and aim.verb.partition("_")[0] in _GOING
    if phrase is aim.target and (goal.verb == "get_back" or aim.verb in LEFT or away):
        return None  # what was lost is nowhere to go to, and what is got off lies behind
    if phrase is aim.target and aim.governed is None:
        lasting = phrase.noun in GATHERINGS or (
            _is_place(reading, phrase)
            and classify(phrase.noun)[0] in ("place", "location", "group")
            and phrase.noun not in ("crown", "stone")
        )
        lasting = lasting or (goal.purpose == "reach" and not animate(phrase) and phrase.head.word in reading.names)  # "the North Pole"
        if goal.purpose == "restore" and phrase.noun not in GATHERINGS and kind_of_phrase(reading, phrase, starry=False) is None:
            return None  # the heating is no place to walk into
        if tokens[aim.at].lemma in _LEARNING and not aim.governed:
            return None  # a dance that is learnt is no gathering
        lost = bool(_LOST & {token.word for token in phrase.modifiers})
        founded = (
            not lost and phrase.determiner in ("a", "an", None) and tokens[aim.at].lemma in _FOUNDING
        )  # "opens an agency in a sunken ship"
        return None if not lasting or founded or goal.made else 1.5 if phrase.noun in GATHERINGS else 0
    if bound_for(reading, phrase):
        return 0
    if lies_beyond(reading, phrase):
        return None  # a raft is built on this side of the water
    named = word in _TO | _AT and bool(name_of(reading, phrase)) and phrase.head.word in reading.names and not animate(phrase)
    if not _is_place(reading, phrase) and not named:
        return None
    if word == "of":
        whole = next((one for one in reading.found if one.end == lead(reading, phrase)[0] - 1), None)
        if whole is not None and whole.noun in _PARTS:
            word = _governor(reading, whole)
        elif whole is not None and somebody(reading, whole) and _governor(reading, whole) == "to" and not name_of(reading, phrase):
            return 1.5  # "hand the sword back to the lady of the lake"
        elif whole is not None and whole is aim.target and not somebody(reading, whole):
            return 3  # "the bell of the sunken church"
    if word in _TO:
        if word == "for" and (goal.made or tokens[aim.at].lemma in READIED):
            return None  # what is grown for the fair is not grown at it
        return 2.5 if word == "for" and phrase.noun in GATHERINGS else None if word == "for" else 0 if moves else 1.5
    if word in ("on", "about") and tokens[lead(reading, phrase)[0] - 2].lemma in ("lecture", "talk", "speech", "lesson", "essay", "book"):
        return None  # what is spoken of is elsewhere
    if word == "during" and phrase.noun in GATHERINGS:
        return 2.7  # what goes on while something is taken from the vault is not where it lies
    if word in _AT:
        return 1
    if word in _FROM:
        if aim.verb.endswith("_out") and (aim.target is None or aim.governed):
            return None  # "get out of the hospital and find your daughter": she is not in there
        return None if goal.purpose in ("escape", "reach", "survive", "deliver") or aim.verb in _LEAVING else 2
    directly = tokens[aim.at].lemma in _COMBING and lead(reading, phrase)[0] <= aim.at + 2
    return 1 if directly else None  # "searches the coast for her pup"


def _within(reading: Reading, target: Phrase) -> tuple[Phrase, Site] | None:
    """The place that a thing belongs to by its name: "the zoo's oldest lion", "the church organ"."""
    if compound_at(reading.tokens, target.head.index)[0] or target.noun in COPIES:
        return None  # a school bus is no school, and a volcano model no volcano
    for token in reading.tokens[target.start : target.head.index]:
        kinds = place_kinds().get(token.lemma, ())
        if (
            token.tag in ("N", "NS")
            and kinds
            and not no_place(reading.tokens[token.index - 1].word, token.lemma)
            and token.lemma not in _PLACELESS | GATHERINGS.keys()
            and not (token.lemma == "street" and target.noun in OF_STREETS)
            and classify(token.lemma)[0] in ("place", "group")
            and biome_of(token.lemma)
        ):
            return target, Site(phrase=token.word, noun=token.lemma[:60], kind=kinds[0])
    return None


def _end(reading: Reading, start: int, end: int) -> int:
    """Where the clause of the deed ends, what is said of place included."""
    tokens = reading.tokens
    at = max(end, start + 1)
    while at < len(tokens) and tokens[at].word not in OPENERS | UNDER | _BOUND and tokens[at].tag not in (".", "VS", "X", "M"):
        if tokens[at].word in ("without", "by", ",", "within"):
            break
        at += 1
    return at


def _governor(reading: Reading, phrase: Phrase) -> str:
    """The preposition before a phrase and its determiner; "from" of "out of the well", "to" of "up to the tower"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    while at >= 0 and tokens[at].tag in ("D", "#", "A", "'"):
        at -= 1
    if at < 0:
        return ""
    word = tokens[at].word
    return "from" if word == "of" and tokens[at - 1].word == "out" else word


_DANCED: Final = frozenset(
    ("masked", "masquerade", "royal", "costume", "winter", "spring", "summer", "charity", "great", "palace", "debutante")
)
"""What a ball is that people dance at."""


def _rolls(phrase: Phrase) -> bool:
    """Whether a ball is one to play with: "a ball of wool", "her ball"; people dance at the other."""
    led = phrase.preposition in ("at", "to", "for", "before", "after")
    return phrase.noun == "ball" and not led and not _DANCED & {token.word for token in phrase.modifiers}


def _is_place(reading: Reading, phrase: Phrase) -> bool:
    noun = phrase.noun
    if _rolls(phrase) or is_no_place(phrase):
        return False
    if noun in GATHERINGS:
        return True
    if noun in CIRCLES and not in_its_house(phrase, _governor(reading, phrase)):
        return False
    if noun in ABOUT or noun in HOURS or noun in SEASONS or noun in _PLACELESS | VESSELS or noun in CALENDAR:
        return False
    category = classify(noun, tuple(token.word for token in phrase.modifiers))[0]
    if animate(phrase) and not (category == "group" and noun in place_kinds()):
        return False
    if category in ANIMATE | {"food", "clothing", "instrument", "time"}:
        return category == "group" and noun in place_kinds()
    hint = biome_of(noun)
    stood = kind_of_phrase(reading, phrase, starry=among_stars(reading)) is not None and noun in place_kinds()
    return category in ("place", "location") or stood or (hint is not None and hint[1] >= 0.95)


def site_of(reading: Reading, phrase: Phrase) -> Site:
    """The place of a phrase, a gathering as what it is held in; what tells which one goes with it: "the church on the hill"."""
    name = name_of(reading, phrase)
    text = text_of(reading, phrase)
    noun = phrase.noun
    proper = bool(name) and text[:1].isupper()
    after = next((one for one in reading.found if one.start > phrase.end and one.start <= phrase.end + 2), None)
    between = [token.word for token in reading.tokens[phrase.end : after.start]] if after is not None else []
    if (
        after is not None
        and between in (["on", "the"], ["by", "the"], ["on"], ["by"])
        and _is_place(reading, after)
        and classify(after.noun)[0] != "vehicle"
    ):
        text = f"{text} {between[0]} the {text_of(reading, after)}"
    owned = re.sub(r"^(?:his|her|their|its|my|our|your) ", "", text)
    owned = re.sub(r"^.*['’]s? (?=[a-z])", "", owned) if noun in GATHERINGS else owned  # "the duchess's tea party"
    kind = kind_of_phrase(reading, phrase, starry=among_stars(reading))
    if noun in GATHERINGS and (kind is None or noun not in place_kinds()):
        kind = GATHERINGS[noun]
    owned = re.sub(r"^(?:whole|entire) (?=[a-z])", "", owned)  # the whole school is in no other place than the school
    return Site(phrase=f"the {owned}" if proper and lead(reading, phrase)[1] == "the" else owned, noun=noun[:60], proper=proper, kind=kind)
