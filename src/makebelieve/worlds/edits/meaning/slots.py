"""What the slots of a wish hold: somebody known or new, a place, a thing, an ending, some owner's name or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.meaning.known import HERO
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import main_noun
from makebelieve.worlds.edits.staging import sentences
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes.phrases import is_living

_WOMEN: Final = frozenset(["woman", "lady", "girl", "gal", "female", "grandma", "granny", "widow"])
_MEN: Final = frozenset(["man", "guy", "gentleman", "boy", "fellow", "bloke", "male", "dude", "grandpa", "chap"])
_SHE: Final = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Granny|Grandma|Aunt|Sister|Mother|Madame|Dame|Queen|Princess|Nurse|she|her|woman|girl|lady|widow|\w+ess)\b"
)
_HE: Final = re.compile(r"\b(?:Mr|Sir|Lord|Grandpa|Uncle|Brother|Father|King|Prince|he|his|him|man|boy|fellow|\w+man)\b")
_OLD: Final = re.compile(r"\b(?:old|Old|Granny|Grandma|Grandpa|elderly|grey|ancient|retired)\b")


@dataclass(frozen=True, slots=True)
class Located:
    """A noun phrase and the place that it names with it."""

    what: str
    place: Thing | None = None
    how: str = ""


def player(world: World) -> Thing | None:
    return next((one for one in naming.things(world) if one.kind == "player"), None)


def somebody(world: World, phrase: str) -> Thing | None:
    """The person or foe that words mean: by name, role, or as the one man or woman, old one or animal of a place."""
    phrase = phrase.strip(" ,.'\"")
    if re.fullmatch(HERO, phrase, re.IGNORECASE):
        return None
    if re.match(r"(?:an?|another|some|more|any|no|two|three) ", phrase, re.IGNORECASE):
        return None
    try:
        other = naming.find(world, phrase, loose=False)
        found = naming.find(world, phrase, ("person", "foe"))
    except Unsure:
        other = found = None
    if other is not None and other.kind not in ("person", "foe"):
        return None
    if (
        found is not None
        and re.match(r"(?:the|this|that) [a-z]", phrase)
        and naming.proper(found.name)
        and not is_living(phrase)
        and not set(naming.words(phrase)) <= set(naming.words(found.about))
    ):
        return None  # "the pearl" is not Pearl Okafor
    return found or _described(world, phrase)


def _described(world: World, phrase: str) -> Thing | None:
    """ "the old lady at the desk", "the man in the kitchen": who fits what is said of them, if it is one."""
    if not re.match(r"(?:the|that|this) ", phrase, re.IGNORECASE):
        return None
    what = re.sub(r"^(?:the|that|this) ", "", phrase, flags=re.IGNORECASE)
    where = None
    if at := re.search(r" (?:in|at|on|from|by|near|behind|with|who|that) (?P<w>.+)$", what):
        where, what = at["w"], what[: at.start()]
    said = naming.words(what)
    people = [one for one in naming.things(world) if one.kind == "person"]
    head = said[-1] if said else ""
    rated: list[tuple[int, Thing]] = []
    for one in people:
        told = f"{one.name} {one.about}"
        score = 0
        if head in _WOMEN:
            score += 2 if _SHE.search(told) else -9 if _HE.search(told) else 0
        elif head in _MEN:
            score += 2 if _HE.search(told) else -9 if _SHE.search(told) else 0
        elif head in ("person", "guy", "character", "one"):
            score += 1
        elif head in naming.words(told):
            score += 3
        else:
            continue
        if set(said) & {"old", "elderly", "ancient"}:
            score += 2 if _OLD.search(told) else 0
        score += 2 * len((set(said) - {head}) & set(naming.words(told)))
        if where:
            score += 3 if _near(world, one, where) else 0
        rated.append((score, one))
    rated.sort(key=lambda pair: -pair[0])
    if not rated or rated[0][0] < 2 or (len(rated) > 1 and rated[1][0] == rated[0][0]):
        return None
    return rated[0][1]


def _near(world: World, person: Thing, where: str) -> bool:
    """Whether somebody is told of where some words say: in a place, or beside a thing."""
    said = set(naming.words(where))
    for key, state in world["scene"]["states"].items():
        for line in sentences(state["base"]):
            if person.name in line and "ending" not in state and (said & set(naming.words(line)) or said & set(key.split("_"))):
                return True
    return bool(said & set(naming.words(person.about)))


def place(world: World, phrase: str) -> Thing | None:
    """A place that words name; articles, "inside of" and the like do not matter."""
    bare = re.sub(
        r"^(?:(?:the )?(?:inside|middle|back|front|corner|edge) of |somewhere (?:in|at|on|near) |inside |in |at |on |into |to )",
        "",
        phrase.strip(" ,.'\""),
        flags=re.IGNORECASE,
    )
    bare = re.sub(r",? (?:instead|too|as well|somewhere|please|now|later|again)$", "", bare)
    if re.fullmatch(r"(?:the )?(?:very )?(?:start|beginning)|where (?:it|you) (?:starts?|begins?)", bare):
        bare = "the start"
    try:
        return naming.find(world, bare, ("place",))
    except Unsure:
        return None


def item(world: World, phrase: str) -> Thing | None:
    bare = phrase.strip(" ,.'\"")
    try:
        return naming.find(world, bare, ("item",), loose=False)
    except Unsure:
        return None


def located(world: World, phrase: str) -> Located:
    """A noun phrase cut before the preposition behind which a place stands: "a cat in the kitchen"."""
    cuts = list(
        re.finditer(
            r",? (?P<p>in|at|on|inside|into|onto|to|from|near|by|next to|beside|behind|under|for|of|over to|outside|somewhere in) ", phrase
        )
    )
    for cut in cuts:
        rest = phrase[cut.end() :]
        for end in [
            len(rest),
            *[one.start() for one in re.finditer(r",? (?:who|that|which|to|and|where|so|with|for|when|whom) |, ", rest)],
        ]:
            found = place(world, rest[:end])
            if found is not None and _names(world, rest[:end], found):
                return Located(f"{phrase[: cut.start()]}{rest[end:]}".strip(" ,"), found, cut["p"])
    return Located(phrase.strip(" ,"))


def _names(world: World, phrase: str, found: Thing) -> bool:
    """Whether a phrase is as good as the place's name, not a longer one that only holds a word of it."""
    said = set(naming.words(phrase)) - {"start", "beginning", "first", "last", "room", "place", "scene"}
    if re.search(r" (?:in|at|on|of|from|to|with) ", phrase) and not said <= set(naming.words(found.name)):
        return False
    return (
        said <= set(naming.words(found.name))
        or bool(naming.ordinal_place(world, re.sub(r"^the very", "the", phrase.strip())))
        or (len(said - set(naming.words(found.name))) <= 1 and bool(said & set(naming.words(found.name)[-1:])))
    )


_OWNER: Final = re.compile(r"(?P<o>.+?)(?:'s|s') (?P<a>[a-z][a-z ]*?)(?: (?:when|if) .+)?$")
_OF: Final = re.compile(r"(?:the |an? )?(?P<a>(?:new |first |last |opening |final |closing )?(?:name|title|job|profession|trade|occupation|work|role|personality|mood|manner|character|attitude|temper|voice|tone|greeting|words?|line|lines|sentence|text|message|subtitle|place|spot|location|whereabouts|home|species|age|answer|knowledge)) (?:of|for|in|at) (?P<o>.+)$", re.IGNORECASE)  # fmt: skip
_CLEFT: Final = re.compile(
    r"(?:the |a )?(?:(?P<where>place|spot|room|location|best place)|(?P<first>(?:very )?(?:first|only) (?:thing|words?|sentence|line)s?)|(?P<words>words?|thing|line|what)) ?(?:where |to |(?:that |which )?)?(?:you |one |the player )?(?:(?:can |should |could )?(?:meet|find|get|see|run into|look for) (?P<a>.+)|(?P<b>.+?) (?:says?|tells you|greets you with|is|are|lives|stands|waits|can be found))(?: to you)?$",
    re.IGNORECASE,
)


def attribute(phrase: str) -> tuple[str, str] | None:
    """ "the title of the bad ending", "Otto's job", "the place to meet Otto": whose, and what of theirs."""
    bare = phrase.strip(" ,")
    if found := re.fullmatch(
        r"(?:the )?(?:first|only) (?:thing|words?|line|sentence)s? (?:that )?(?P<o>.+?) (?:says?|tells? you|greets you with)(?: to you)?(?: (?:when|if) .+)?|what (?P<p>.+?) (?:says?|greets? you with|tells? you)(?: (?:when|if) .+)?",
        bare,
        re.IGNORECASE,
    ):
        return found["o"] or found["p"], "words"
    if found := re.fullmatch(
        r"(?:the )?(?:best )?(?:place|spot|room|location|scene) (?:where |to |in which )?(?:you |one |the player )?(?:can |should |could )?(?:meet|find|get|see|run into|pick up)s? (?P<o>.+?)|where (?:you |one |the player )?(?:can |should )?(?:meet|find|get|see)s? (?P<p>.+?)",
        bare,
        re.IGNORECASE,
    ):
        return found["o"] or found["p"], "place"
    if found := _OF.fullmatch(bare):
        return found["o"], _sort(found["a"])
    if (found := _OWNER.fullmatch(bare)) and _sort(found["a"]) != "":
        return found["o"], _sort(found["a"])
    return None


def _sort(word: str) -> str:
    low = re.sub(r"^(?:the|an?|very) ", "", word.lower().strip())
    head = low.split()[-1]
    if head in ("name", "title"):
        return "name"
    if head in ("job", "profession", "trade", "occupation", "work", "role", "species"):
        return "role"
    if head in ("personality", "mood", "manner", "character", "attitude", "temper", "voice", "tone"):
        return "manner"
    if head in ("greeting", "word", "words", "line", "lines", "sentence", "text", "message", "subtitle", "answer"):
        return "words"
    if head in ("place", "spot", "location", "whereabouts", "home"):
        return "place"
    return ""


def head_noun(phrase: str) -> str:
    bare = re.sub(r"^(?:the|an?|some|my|our|two|three|four|five|another|more) ", "", phrase.strip(), flags=re.IGNORECASE)
    head = main_noun(re.split(r" (?:who|that|which|with|named|called|of|in|from|for) ", bare)[0]) if bare else ""
    return lemma(head, "noun") or head


def where_of(world: World, deed: str) -> Thing | None:
    """The place where a deed can be done: where somebody or something that it speaks of is, if that is one place."""
    states = world["scene"]["states"]
    some = deed.split()
    for size in (5, 4, 3, 2, 1):
        for start in range(1, len(some) - size + 1):
            phrase = " ".join(some[start : start + size]).strip(",.")
            if (size == 1 and not phrase[:1].isupper()) or re.match(r"(?:of|in|at|on|to|with|and|an?|your|my) ", phrase):
                continue
            try:
                found = naming.find(world, phrase, loose=False)
            except Unsure:
                continue
            if found is None or found.kind in ("ending", "player"):
                continue
            if found.kind == "place":
                return found
            if found.kind == "item":
                event = next((one for one in world["scene"]["events"] if found.id in one.get("grants", [])), None)
                return _as_place(world, event["from"][0]) if event else None
            bare = re.sub(r"^(?:the|an?|their|her|his|my) ", "", found.name).lower()
            keys = [key for key in naming.in_order(world) if bare in states[key]["base"].lower()]
            if keys:
                return _as_place(world, keys[-1] if found.kind == "goal" else keys[0])
            return _as_place(world, naming.last_place(world)) if found.kind in ("goal", "foe") else None
    if said := re.search(r"\b(?:the|that) (?P<np>[a-z]+(?: [a-z]+)?)$", deed):
        spots = {re.sub(r"_(?:later|again)$", "", one) for one in naming.sightings(world, said["np"])}
        if len(spots) == 1:
            return _as_place(world, spots.pop())
    return None


def _as_place(world: World, key: str) -> Thing | None:
    return next((one for one in naming.things(world) if one.kind == "place" and one.id == key), None)
