"""Phrases that sound like places and are none: what is done, what is shown at a fair, where somebody else comes from."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.draft import Site
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.reading import Reading, lead
from makebelieve.worlds.generation.regrouping import DETERMINERS

BUILT: Final = frozenset(("fort", "castle", "tower", "house", "city", "bridge", "village"))
PLAYTHINGS: Final = frozenset(("pillow", "blanket", "cushion", "sand", "cardboard", "lego", "matchstick", "paper", "toy", "sofa"))
_CONTESTS: Final = frozenset(("fair", "contest", "competition", "show", "prize", "project"))
_FEASTS: Final = frozenset(("festival", "party", "wedding", "feast", "picnic", "fete", "parade", "concert", "ball"))
_SETS_OUT: Final = frozenset(("leave", "set", "head", "off", "out", "depart", "late", "bound"))
_COMES: Final = frozenset(("comes", "come", "came", "gets", "get", "returns", "return", "returned", "back", "home"))
_REACHED: Final = frozenset(("talk", "speak", "call", "listen", "contact", "signal", "telescope", "radio"))
"""Words of those who stay below the moon."""
_COMING: Final = frozenset(("coming", "arriving", "comes", "arrives", "arrive", "arrived", "came"))
_SHUTS: Final = frozenset(("close", "shut", "open", "reopen", "lock", "pass", "rise", "hit"))
_WAYS: Final = frozenset(("bridge", "footbridge", "drawbridge", "road", "pass", "ford", "ferry", "lift", "stairs", "railway", "track"))
"""By what one gets from place to place."""
_OUT_OF_USE: Final = re.compile(
    r"(?:that |which )?(?:is|are|was|were|has|have|got)(?: been)?(?: just)? "
    r"(?:out|down|gone|closed|broken|blocked|washed|swept|destroyed|collapsed|burned|burnt|flooded|blown|cut|torn|fallen|snowed|buried)\b"
)
DISASTERS: Final = frozenset(
    ("apocalypse", "rain", "snow", "fog", "mist", "storm", "wind", "heat", "dust", "sunshine", "fire", "wildfire", "blaze", "avalanche", "earthquake", "tornado",
     "hurricane", "blizzard", "landslide", "rockfall")
)  # fmt: skip
"""What comes over a place and is none, whatever it is named by: a forest fire."""
_COASTAL: Final = frozenset(
    ("lighthouse", "sea", "ocean", "beach", "shore", "coast", "boat", "ship", "seal", "dolphin", "whale", "mermaid", "island", "tide", "wave", "harbour", "harbor",
     "gull", "shipwreck", "fisherman", "sailor", "cove", "bay")
)  # fmt: skip
_NOOKS: Final = frozenset(("sand", "chimney", "oven", "cupboard", "drawer", "fridge", "mailbox", "letterbox", "fireplace", "sink"))
"""What something is in, in a place that is told beside it."""
_HOLDERS: Final = frozenset(
    ("cage", "birdcage", "hutch", "tank", "box", "bag", "pocket", "bed", "cupboard", "wardrobe", "drawer", "crate", "basket", "kennel", "nest", "terrarium",
     "fishbowl", "bowl", "suitcase", "trunk", "locker", "shoebox", "sack", "freezer", "chest", "pen", "fridge", "safe", "cot", "pram")
)  # fmt: skip
_LEADING: Final = frozenset(("to", "into", "over", "across", "from", "between", "through"))
"""What says where a bridge or a road leads."""
_SENT: Final = frozenset(
    ("letter", "postcard", "message", "signal", "call", "email", "telegram", "parcel", "package", "invitation", "note", "news", "transmission",
     "photo", "photograph", "recipe", "song", "souvenir", "friend", "cousin", "uncle", "aunt", "stranger", "visitor", "guest", "tourist")
)  # fmt: skip
"""What or who only comes from a place: nobody is there."""
_WALLED: Final = frozenset(
    ("castle", "guard", "siege", "defend", "fortress", "archer", "knight", "soldier", "watch", "watchman", "army", "climb", "great")
)
"""Words of a wall that one stands on."""
SKIES: Final = frozenset(
    ("moon", "sun", "sky", "star", "stars", "snow", "ice", "rain", "sand", "cloud", "clouds", "flood", "comet", "aurora", "eclipse")
)
"""What is no place to stand in where no word says so: before the snow, the moon is missing."""
LOOKS: Final = frozenset(("see", "watch", "look", "admire", "photograph", "paint", "draw", "catch", "touch"))
_HIGH: Final = frozenset(
    ("fly", "float", "castle", "city", "ship", "island", "kingdom", "wing", "climb", "dragon", "balloon", "plane", "cloud", "airship", "palace", "soar", "glide", "bird", "eagle", "ladder", "beanstalk")
)  # fmt: skip
"""Words with which somebody gets up into the sky."""
_THINGS: Final = frozenset(
    ("object", "furniture", "container", "device", "communication", "food", "clothing", "instrument", "machine", "act")
)
"""Classes of what stands in a place and is none."""


_ARRIVES: Final = frozenset(
    ("reach", "get to", "go to", "fly to", "sail to", "travel to", "cross to", "row to", "swim to", "escape to", "return to", "get across to", "visit", "get across",
     "cross", "fly across", "sail across", "get over", "get over to", "climb to", "sail around")
)  # fmt: skip
BUILDS: Final = frozenset(("build", "construct", "invent", "make", "design", "fix", "repair", "mend", "finish"))


_FOR_GETTING_TO: Final = re.compile(
    rf"\b((?:{'|'.join(sorted(BUILDS))})s? (?:the |an? |her |his |their |my |our )?(?:[\w-]+ ){{1,3}}?)to (?:{'|'.join(sorted(_ARRIVES, reverse=True))}) [^,.;]*"
)
"""Where something is built for getting to, and nobody is yet."""


_MAKES: Final = BUILDS | {"carve", "knit", "sew", "weave", "mould", "mold", "sculpt", "assemble", "create", "fashion", "fold", "cut"}


def is_done(reading: Reading, phrase: Phrase) -> bool:
    """Whether a word for a place says what is done: "to plant a tree", "to park the car"."""
    following = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
    if phrase.noun in SKIES | {"galaxy", "comet", "rainbow"} and LOOKS & {verb.partition("_")[0] for verb in phrase.undergoes}:
        return True  # whoever wants to see the moon stays below
    if phrase.noun in ("galaxy", "universe") and phrase.preposition == "in":
        return True  # "the best pizza maker in the galaxy"
    if phrase.noun in ("wall", "door", "room", "house", "street", "town", "window") and phrase.determiner in ("any", "every", "each", "no"):
        return True  # "can open doors in any wall"
    led = {token.word for token in reading.tokens[max(0, lead(reading, phrase)[0] - 7) : lead(reading, phrase)[0]]}
    if phrase.preposition == "to" and {"before", "until", "till"} & led and {"trip", "journey", "visit", "excursion", "outing"} & led:
        return True  # "before the school trip to the planetarium"
    if phrase.noun in ("house", "day", "evening") and any(token.word == "open" for token in phrase.modifiers):
        return True  # "the open house at school"
    if phrase.noun in ("atlantic", "pacific", "mediterranean", "channel") and phrase.preposition in ("across", "over"):
        return True  # one flies over it
    named = phrase.head.word in reading.names  # Hadrian's
    if phrase.noun == "wall" and not (phrase.modifiers or named) and not _WALLED & {token.lemma for token in reading.tokens}:
        return True  # "digs a tunnel under the wall"
    if phrase.noun == "earth" and phrase.preposition == "on" and not phrase.modifiers:
        return True  # "the last tree on Earth"
    if _made_of(reading, phrase):
        return True  # "builds a girl out of gears"
    if closing(reading, phrase) or only_comes_from(reading, phrase) or lies_beyond(reading, phrase):
        return True  # "before the clinic closes"
    if phrase.noun == "cave" and following[:1] == ["in"] and "cave-in" in reading.premise.lower():
        return True  # a cave-in is no cave
    if phrase.noun in ("edge", "heart", "middle", "end", "centre") and following[:1] == ["of"]:
        whole = [token.word for token in reading.tokens[phrase.end + 1 : phrase.end + 3]]
        if {"galaxy", "universe", "world"} & set(whole):
            return True  # "at the edge of the galaxy"
    if phrase.noun in SKIES and _REACHED & {token.lemma for token in reading.tokens} and phrase.preposition not in ("to", "into"):
        return True  # "wants to talk to the astronauts on the moon"
    if phrase.noun == "sky" and not _HIGH & {token.lemma for token in reading.tokens}:
        return True  # "sees something in the sky"
    if phrase.noun in ("home", "house", "bed") and phrase.preposition is None and following[:1] == ["for"]:
        return True  # "find homes for the dogs"
    if phrase.plural and classify(phrase.noun)[0] == "vehicle" and phrase.preposition in ("on", "in", "with", "by"):
        return True  # "race down the river on homemade rafts"
    if is_not_there(reading, phrase):
        return True  # "a message that the bridge is out", "before the fishing boats come home"
    if (phrase.noun == "ball" and following[:1] == ["of"]) or following in (
        ["has", "gone"],
        ["is", "gone"],
        ["has", "vanished"],
        ["have", "gone"],
        ["has", "collapsed"],
        ["has", "fallen"],
        ["is", "closed"],
        ["is", "broken"],
        ["is", "blocked"],
    ):
        return True  # "a ball of wool", "the sea has gone"
    before = reading.tokens[phrase.start - 1].word if phrase.start else ""
    chosen = reading.tokens[max(0, phrase.start - 8) : phrase.start]
    if any(left.lemma in ("choose", "decide", "tear") and right.word == "between" for left, right in pairwise(chosen)):
        return True  # "choose between the throne and the sea"
    spoken = [token.lemma for token in chosen[-3:]]
    if phrase.noun in ("book", "story", "game", "film", "movie", "painting", "picture") and classify(phrase.noun)[0] != "place":
        return True  # "a door that leads into the books"
    if phrase.preposition in ("on", "by", "in") and _COMING & {token.word for token in chosen[-4:]}:
        return classify(phrase.noun)[0] == "vehicle"  # "that bandits are coming on the noon train"
    if before == "to" and {"talk", "speak", "listen", "sing"} & set(spoken):
        return True  # "a boy who can talk to lifts"
    behind = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
    if phrase.plural and phrase.determiner is None and phrase.end == phrase.start + 1 and phrase.start and behind in ("a", "an", "the"):
        return reading.tokens[phrase.start - 1].tag[:1] in ("N", "#")  # "a monk copies a book"
    return (
        before == "to"
        and phrase.determiner is None
        and phrase.end == phrase.start + 1
        and behind in ("a", "an", "the", "his", "her", "their", "my")
    )


def _made_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase without an article is what something is made out of."""
    at = lead(reading, phrase)[0]
    led = [token.word for token in reading.tokens[max(0, at - 2) : at]]
    if phrase.determiner is not None or led not in (["out", "of"], ["made", "of"], ["made", "from"], ["built", "from"], ["built", "of"]):
        return False
    return led[0] != "out" or bool(_MAKES & {token.lemma for token in reading.tokens[max(0, at - 8) : at]})


def is_not_there(reading: Reading, phrase: Phrase) -> bool:
    """Whether nobody can be there: "the ford that was washed away", or on board of what is still to come home."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 5]]
    if phrase.noun in _WAYS and _OUT_OF_USE.match(" ".join(words)):
        return True
    where = next((one for one in reading.found if phrase.end < one.start <= phrase.end + 2), None)
    if phrase.noun in _WAYS and where is not None and words[:1] and words[0] in _LEADING:  # "the bridge to the village is out"
        return _OUT_OF_USE.match(" ".join(token.word for token in reading.tokens[where.end : where.end + 5])) is not None
    start = lead(reading, phrase)[0]
    awaited = {"before", "until", "till"} & {token.word for token in reading.tokens[max(0, start - 2) : start]}
    comes = words[:1] in (["return"], ["returns"]) or (
        words[:1] in (["come"], ["comes"], ["get"], ["gets"]) and words[1:2] in (["home"], ["back"], ["in"])
    )
    return bool(awaited) and comes and classify(phrase.noun)[0] == "vehicle"


def only_comes_from(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is only where something was sent from: "a letter from Mars arrives", and nobody goes there."""
    at = lead(reading, phrase)[0] - 1
    if at < 1 or reading.tokens[at].word != "from":
        return False
    sent = next((one for one in reading.found if one.end == at), None)
    to = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
    return sent is not None and sent.noun in _SENT and to not in ("to", "back")


def holds_only_small(site: Site, player: Phrase | None) -> bool:
    """Whether a word for what holds a pet or a thing is one, and no room to stand in: "the hamster's cage". A beast may be shut up in it."""
    head = site.phrase.split()[-1].lower()  # "a hospital bed" stands for its hospital
    return (head in _HOLDERS or lemma(head, "noun") in _HOLDERS) and (player is None or classify(player.noun)[0] != "creature")


def on_the_rocks(reading: Reading, phrase: Phrase) -> str | None:
    """The noun of rocks by the sea on which somebody or something is found."""
    if phrase.noun != "rock" or not phrase.plural or phrase.preposition not in ("on", "onto", "among", "between"):
        return None
    return phrase.noun if _COASTAL & {token.lemma or token.word for token in reading.tokens} else None


def is_nook(phrase: Phrase, *, placed: bool) -> bool:
    """Whether a phrase only says where in a place something is: "written in the sand", "somebody in the chimney"."""
    return placed and phrase.noun in _NOOKS and phrase.preposition in ("in", "inside", "from", "behind")


def bound_for(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name is where a journey ends: "from Kyoto to Edo"."""
    at = lead(reading, phrase)[0] - 1
    if at < 2 or reading.tokens[at].word != "to" or phrase.head.word not in reading.names:
        return False
    start = next((one for one in reading.found if one.end == at), None)
    return start is not None and reading.tokens[lead(reading, start)[0] - 1].word == "from" and start.head.word in reading.names


def built_to_reach(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is only what something is built for getting to: "build a raft to reach the island" is done on this side of the water."""
    at = lead(reading, phrase)[0]
    at -= at > 0 and reading.tokens[at - 1].word in DETERMINERS
    led = [token.word for token in reading.tokens[max(0, at - 4) : at]]
    arrives = next((n for n in range(len(led)) if led[n] == "to" and " ".join(led[n + 1 :]) in _ARRIVES), None)
    if arrives is None:
        return False
    start = at - len(led) + arrives
    made = next((one for one in reading.found if one.end == start), None)
    if made is None:
        return False
    makes = lead(reading, made)[0] - 1
    return makes >= 0 and reading.tokens[makes].lemma in BUILDS


def lies_beyond(reading: Reading, phrase: Phrase) -> bool:
    """Whether something is where somebody still builds something for getting to: the chest of "the island where their grandpa buried a chest"."""
    for there in reading.found:
        if there.start <= phrase.start and built_to_reach(reading, there):
            return not any(token.word in (".", ";", ",", "before", "until") for token in reading.tokens[there.start : phrase.start])
    return False


def this_side(text: str) -> str:
    """A text in small letters without where something is built for getting to."""
    return _FOR_GETTING_TO.sub(r"\1", text)


def closing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is only named by when it shuts: "before the store closes"; it is one where one already is said to be in it."""
    following = {token.lemma for token in reading.tokens[phrase.end : phrase.end + 2]}
    start = lead(reading, phrase)[0]
    led = {token.word for token in reading.tokens[max(0, start - 2) : start]}
    return bool(following & _SHUTS) and bool(led & {"before", "until", "till", "when", "once"})


def built_for_play(phrase: Phrase) -> bool:
    """Whether what sounds like a building stands in a room: a pillow fort, a sand castle."""
    return phrase.noun in BUILT and bool(PLAYTHINGS & {token.word for token in phrase.modifiers})


def shown_at(reading: Reading, phrase: Phrase) -> bool:
    """Whether what sounds like a place is shown at a contest: "win the science fair with a volcano", or one gets ready for it."""
    at = lead(reading, phrase)[0] - 1
    if at > 1 and reading.tokens[at].word == "for" and phrase.noun in _CONTESTS | _FEASTS:  # what is grown for the fair is not grown at it
        return not _SETS_OUT & {token.lemma for token in reading.tokens[max(0, at - 3) : at]}
    return at > 0 and reading.tokens[at].word == "with" and reading.tokens[at - 1].lemma in _CONTESTS


def of_others(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place is only where somebody else comes from: "before his sister comes home from the hospital"."""
    at = lead(reading, phrase)[0] - 1
    if at < 3 or reading.tokens[at].word != "from":
        return False
    before_it = [token.word for token in reading.tokens[max(0, at - 8) : at]]
    since = max((n for n, word in enumerate(before_it) if word in ("before", "until", "till", "when", "while")), default=-1)
    return since >= 0 and bool(_COMES & set(before_it[since + 2 :]))


def is_predicate(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says what something is; "the setting is a castle" names a place all the same."""
    at = lead(reading, phrase)[0] - 1
    if at < 1 or reading.tokens[at].word not in ("is", "are", "was"):
        return False
    subject = next((one for one in reading.found if one.end == at), None)
    return subject is not None and subject.noun not in ABOUT


def without_thing(text: str, noun: str, kind: str | None) -> str:
    """A place without the thing that is meant in it: one is in the office, where its fridge is."""
    words = text.split()
    if noun in place_kinds() or words[-1].lower() != noun or (classify(noun)[0] not in _THINGS and noun != "organ"):
        return text
    at = next((n for n in range(len(words) - 2, -1, -1) if kind in place_kinds().get(words[n], ())), None)
    return text if at is None else " ".join(words[: at + 1])
