"""What a premise leaves to be done that only names something: who haunts the hall, what the stranger wants, what the secret of the tide pools is."""

from __future__ import annotations

from typing import Final, cast

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS, WEATHERS
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.purposes import purposeful
from makebelieve.worlds.generation.reading import Reading, lead, somebody, text_of
from makebelieve.worlds.generation.verbs import third

_BROKEN: Final = frozenset(
    ("broken", "cracked", "rusty", "leaking", "leaky", "damaged", "wrecked", "ruined", "torn", "battered", "shattered")
)
_GONE: Final = frozenset(("missing", "lost", "stolen", "vanished", "hidden", "buried", "disappearing", "vanishing"))
_LEFT: Final = frozenset(
    (
        "abandoned",
        "deserted",
        "forgotten",
        "drowned",
        "sunken",
        "derelict",
        "ruined",
        "disused",
        "frozen",
        "cursed",
        "burnt",
        "flooded",
        "dead",
    )
)
_LOOSE: Final = frozenset(("runaway", "escaped", "stray", "loose"))
_HAUNTED: Final = frozenset(("haunted", "spooky"))
_OUTLASTED: Final = frozenset(
    (
        "earthquake",
        "marsquake",
        "flood",
        "avalanche",
        "storm",
        "blizzard",
        "hurricane",
        "tornado",
        "eruption",
        "wildfire",
        "outbreak",
        "siege",
    )
)
_HIDDEN: Final = frozenset(("secret", "mysterious"))
_MET: Final = frozenset(
    ("customer", "guest", "passenger", "visitor", "stranger", "lodger", "patient", "tenant", "newcomer", "client", "caller", "intruder", "stowaway", "neighbour", "neighbor")
)  # fmt: skip
"""Who is met by whoever plays, where a premise names nobody else."""
_PENS: Final = frozenset(("zoo", "laboratory", "lab", "circus", "cage", "aquarium", "menagerie", "slaughterhouse", "terrarium"))
"""Where beasts are kept, and would rather not be."""
_AILMENTS: Final = frozenset(
    ("toothache", "headache", "cold", "cough", "fever", "stomachache", "earache", "hiccups", "hiccup", "rash", "flu", "bellyache")
)
_SENSED: Final = frozenset(
    ("smell", "scent", "sound", "noise", "music", "song", "voice", "light", "taste", "echo", "knocking", "humming", "footstep", "whisper")
)
"""What comes from somewhere."""
_NO_RIDDLE: Final = frozenset((
    "day", "night", "life", "death", "end", "edge", "middle", "side", "top", "bottom", "kind", "sort", "lot", "bit", "name", "part", "year", "time",
    "way", "world", "space", "everyone", "everything",
))  # fmt: skip
"""Nouns that only say where or when."""


def riddle_of(reading: Reading, player: Phrase | None) -> Goal | None:
    """The goal of such a premise; None where it names nothing besides who plays."""
    if player is not None and _GONE & {token.word for token in reading.tokens[lead(reading, player)[0] : player.head.index]}:
        return _done(reading, "find", "find", player)  # "a mystery about a missing scarecrow"
    if player is not None and (kept := _kept(reading, player)) is not None:
        return kept
    if player is not None and (ill := next((one for one in reading.found if one.preposition == "with" and one.noun in _AILMENTS), None)):
        return Goal(
            purpose="restore",
            verb="cure",
            deed=f"cure {the(reading, ill, plain=True)}"[:120],
            object=the(reading, ill, plain=True),
            stated=True,
        )
    if player is not None and player.noun in _MET:
        return _asked(f"find out what {the(reading, player, plain=True)} {_wants(player)}")
    some = [
        one
        for one in reading.found
        if one is not player
        and one.preposition != "as"
        and not _plays_too(reading, one, player)
        and not _is_missed(reading, one, player)
        and not _is_within(one, player)
        and _is_something(reading, one)
    ]
    for phrase in some:
        words = {token.word for token in reading.tokens[lead(reading, phrase)[0] : phrase.head.index]}
        what, being = the(reading, phrase, plain=True), somebody(reading, phrase)
        if words & _HAUNTED and not being:
            return _asked(f"find out who haunts {_without(what, _HAUNTED)}")
        if words & _BROKEN and not being and classify(phrase.noun)[0] != "body":
            return _done(reading, "restore", "mend", phrase)
        if words & _GONE:
            return _done(reading, "find", "find", phrase)
        if words & _LOOSE and being:
            return _done(reading, "do", "catch" if classify(phrase.noun)[0] == "creature" else "find", phrase)
    for phrase in some:
        words = {token.word for token in reading.tokens[lead(reading, phrase)[0] : phrase.head.index]}
        if words & _LEFT and classify(phrase.noun)[0] in ("place", "location", "building", "vehicle"):
            return _asked(f"find out what happened to {the(reading, phrase, plain=True)}")
    for phrase in some:
        words = {token.word for token in reading.tokens[phrase.start : phrase.head.index]}
        if words & {"last", "only"} and classify(phrase.noun)[0] in ("plant", "creature") and player is None:
            return _done(reading, "protect", "protect", phrase)
    storm = next((one for one in some if one.noun in _OUTLASTED), None)
    if storm is not None and player is None:
        return Goal(
            purpose="survive", verb="survive", deed=f"survive {the(reading, storm, plain=True)}"[:120], stated=True, telling="matter"
        )
    some = [one for one in some if lead(reading, one)[1] not in ("his", "her", "their", "its")]
    beings = [
        one
        for one in some
        if somebody(reading, one)
        and reading.tokens[one.start].tag != "VG"  # "copying one last Vermeer" is nobody
        and (player is None or one.preposition != "with")
        and not _is_said_of(reading, one)
        and not (_is_part(reading, one) and player is None)
        and not _is_landmark(one)
    ]
    if beings and (player is not None or beings[0].start > 1):
        return _asked(f"find out what {the(reading, beings[0], plain=True)} {_wants(beings[0])}")
    if some and some[0].noun in _SENSED:
        whole = f"{the(reading, some[0], plain=True)} {_comes(some[0])} from"
        return _asked(f"find out where {whole}")
    if some:
        after = reading.tokens[some[0].end : some[0].end + 1]
        numbered = f"{some[0].noun.capitalize()} {after[0].word}" if after and after[0].tag == "#" else ""  # "Room 13"
        return _asked(f"find out the secret of {numbered or _without(the(reading, some[0], plain=True), _HIDDEN)}")
    return None


def _kept(reading: Reading, player: Phrase) -> Goal | None:
    """What a beast wants that a premise only tells to be shut in: "the last polar bear at the zoo"."""
    if classify(player.noun)[0] != "creature":
        return None
    place = next(
        (one for one in reading.found if one.start >= player.end and one.preposition in ("in", "at", "of", "from", "inside")), None
    )
    if place is None or any(token.tag in ("V", "VS", "X", "M") for token in reading.tokens):
        return None
    if place.noun not in _PENS:
        return None
    return Goal(purpose="escape", verb="get_out", deed=f"get out of {the(reading, place, plain=True)}"[:120], stated=True)


def is_pressing(riddle: Goal) -> bool:
    """Whether it goes before anybody's trade: something is missing, broken, loose or haunted."""
    return riddle.verb != "find_out" or " haunts " in (riddle.deed or "")


def _is_within(one: Phrase, player: Phrase | None) -> bool:
    return player is not None and player.start <= one.start < player.end


def _is_missed(reading: Reading, one: Phrase, player: Phrase | None) -> bool:
    """Whether nothing of that name is there, or it is only what somebody consists of: "without a king", "in exile", "a society of teachers"."""
    before = reading.tokens[lead(reading, one)[0] - 1].word if lead(reading, one)[0] else ""
    members = player is not None and classify(player.noun)[0] == "group" and before == "of" and one.start <= player.end + 2
    return before in ("without", "except", "like") or members or (before == "in" and lead(reading, one)[1] == "" and somebody(reading, one))


def _is_landmark(phrase: Phrase) -> bool:
    """Whether a name is a place's: "over Lake Mirren"."""
    return any(token.word in ("lake", "mount", "cape", "port", "fort", "castle", "river", "hill") for token in phrase.modifiers)


def _is_said_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says what somebody is: "a hedgehog and a balloon are best friends"."""
    before = reading.tokens[lead(reading, phrase)[0] - 1].word if lead(reading, phrase)[0] else ""
    return before in ("is", "are", "am", "was", "were", "become", "becomes")


def _plays_too(reading: Reading, phrase: Phrase, player: Phrase | None) -> bool:
    """Whether a phrase is said in one breath with who plays: "a snowplough driver, a runaway bride and a man wait out a storm"."""
    if player is None or phrase.start < player.end or not somebody(reading, phrase):
        return False
    if not any(token.tag in ("V", "VS", "X", "M") for token in reading.tokens[phrase.end :]):
        return False  # a title: "Sister Agnes and the Runaway Goat"
    between = reading.tokens[player.end : phrase.start]
    return all(token.tag in ("D", "A", "C", ".", "N", "#", "NS") for token in between) and any(
        token.word in (",", "and") for token in between
    )


def _is_part(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only goes on another: "the tide pools of Saint Brann"."""
    at = lead(reading, phrase)[0] - 1
    return at > 0 and reading.tokens[at].word == "of"


def _is_something(reading: Reading, phrase: Phrase) -> bool:
    """Whether there may be something to find out about it: neither a time nor a word of the program's."""
    noun = phrase.noun
    if (
        noun in ABOUT
        or noun in _NO_RIDDLE
        or noun in HOURS
        or noun in SEASONS
        or noun in WEATHERS
        or classify(noun)[0] in ("time", "attribute")
    ):
        return False
    return noun.isalpha() and len(noun) > 2


def _wants(phrase: Phrase) -> str:
    return "want" if phrase.plural else third("want")


def _comes(phrase: Phrase) -> str:
    return "come" if phrase.plural else "comes"


def _without(what: str, words: frozenset[str]) -> str:
    return " ".join(word for word in what.split() if word not in words)


def _asked(deed: str) -> Goal:
    return Goal(purpose="solve", verb="find_out", deed=deed[:120], stated=True)


def _done(reading: Reading, purpose: str, verb: str, phrase: Phrase) -> Goal:
    goal = purposeful(reading, cast("Purpose", purpose), phrase, again=True)
    return goal.model_copy(update={"verb": verb, "deed": f"{verb} {goal.object or text_of(reading, phrase)}"[:120]})
