"""What a premise names and the story has not used yet: each such thing, being or matter gets a place in the world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.absences import absent, still_to_get
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.clauses import same_as
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS, WEATHERS
from makebelieve.worlds.generation.english import capital, determined, pictorial
from makebelieve.worlds.generation.figures import figure_of
from makebelieve.worlds.generation.hardships import hardship_of
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.morphology import PRONOUNS, article, plural
from makebelieve.worlds.generation.names import is_title, known
from makebelieve.worlds.generation.presence import names_place, no_person, said_of
from makebelieve.worlds.generation.reading import ANIMATE, Reading, animate, before, lead, name_of, text_of
from makebelieve.worlds.generation.standalone import is_part_of
from makebelieve.worlds.generation.tellings import read
from makebelieve.worlds.generation.unplaced import lies_beyond

_TOLD: Final = frozenset(("abstract", "communication", "act", "event", "time", "feeling", "attribute", "state", "cognition"))
_MEASURES: Final = frozenset(
    ("metre", "meter", "mile", "foot", "inch", "pound", "kilo", "dollar", "degree", "percent", "time", "way", "kind", "lot")
)
_FAR_AWAY: Final = frozenset(
    ("earth", "mars", "venus", "jupiter", "saturn", "neptune", "uranus", "mercury", "pluto", "continent", "horizon", "universe", "galaxy")
)
"""What stands beside no door, whoever calls it or looks at it."""


_GONE: Final = frozenset(
    ("steal", "stole", "stolen", "lose", "lost", "miss", "missing", "vanish", "vanished", "disappear", "disappeared", "hide", "hid", "hidden", "swap",
     "swapped", "forget", "forgot", "forgotten", "take", "took", "taken")
)  # fmt: skip

_BY_ITSELF: Final = frozenset(("vanish", "disappear", "missing"))
_COMES: Final = frozenset(("come", "arrive", "return", "get", "land", "dock", "reach", "pass", "appear"))


@dataclass(frozen=True, slots=True)
class Mention:
    """`phrase` with its determiner, `head` the noun a reader looks for, `way`: thing, being or matter (only told, never seen)."""

    phrase: str
    head: str
    way: str
    plural: bool
    source: Phrase
    """The phrase of the premise."""
    gone: bool = False
    """Whether it is nowhere in plain view: stolen, lost, or still to come."""


def mentions(premise: str) -> list[Mention]:
    """The noun phrases of a premise that speak of its world, in its order."""
    return mentioned(read(premise))


def mentioned(reading: Reading) -> list[Mention]:
    """The same of a premise that was read."""
    premise = reading.premise
    itself = same_as(reading, player_of(reading))
    player = player_of(reading)
    theirs = PRONOUNS[figure_of(reading, player, [token.word for token in reading.tokens]).pronoun][2] if player is not None else "their"
    made: list[Mention] = []
    for phrase in reading.found:
        noun = phrase.noun
        if id(phrase) in itself or only_said(reading, phrase) or names_place(reading, phrase):
            continue  # "Olga, a chimney sweep": no second sweep is about
        if (
            noun in ABOUT
            or noun in HOURS
            or noun in WEATHERS
            or noun in SEASONS
            or not noun.isalpha()
            or len(noun) < 3
            or noun in ("mrs", "miss", "sir", "eve")
            or noun in _MEASURES | _FAR_AWAY
            or _is_verb(reading, phrase)
        ):
            continue
        name = name_of(reading, phrase)
        if not known(noun) and not name:
            continue
        if is_part_of(noun, text_of(reading, phrase).lower()):
            continue  # "into the judge's pocket"
        lacked = hardship_of(reading, phrase)
        if lacked is not None and lacked.kind != "ailing":
            continue  # what is missing or broken is got or mended on the way, and is nowhere before
        category = classify(noun, tuple(token.word for token in phrase.modifiers))[0]
        if said_of(reading, phrase):
            continue  # "a soldier who was your enemy": no second one is about
        there = not (absent(reading, phrase) or no_person(reading, phrase))
        way = (
            "being"
            if animate(phrase) or (name and (category in ANIMATE or any(is_title(token.word) for token in phrase.modifiers)))
            else "matter"
            if category in _TOLD or category == "group"
            else "thing"
        )
        listed = made[-1] if made and made[-1].gone and not phrase.acts and _is_listed(reading, made[-1].source, phrase) else None
        gone = (
            (way == "being" and not there)
            or _gone(reading, phrase)
            or awaited(reading, phrase)
            or still_to_get(reading, phrase)
            or listed is not None
        )
        way = "matter" if gone else way
        many = phrase.plural or ((phrase.count or 1) > 1 and phrase.determiner not in ("a", "an"))
        text = _said(reading, phrase, bool(name), many, theirs)
        if any(word.islower() and word.capitalize() in premise and word not in premise for word in re.findall(r"\w{4,}", text or "")):
            continue  # "the Great Fire of London" hangs together
        if text and all(text != other.phrase for other in made):
            made.append(Mention(text, noun.lower(), way, many, phrase, gone))
    return made


def _is_listed(reading: Reading, first: Phrase, phrase: Phrase) -> bool:
    """Whether a thing goes on a list: "the twins, the dog and her phone"."""
    between = [token.word for token in reading.tokens[first.end : lead(reading, phrase)[0]]]
    return bool(between) and set(between) <= {",", "and"}


def _is_verb(reading: Reading, phrase: Phrase) -> bool:
    """Whether what was taken for a noun is what somebody does: "a dog that barks at bridges", "one of them ticks"."""
    at = lead(reading, phrase)[0]
    if phrase.end - at != 1 or reading.tokens[at].tag != "NS" or not at:
        return False
    before = reading.tokens[at - 1]
    led = before.word in ("that", "which", "who", "ever", "never", "always", "nothing", "everything", "nobody", "everybody", "everyone")
    return led or (before.tag == "P" and before.word not in ("her", "his", "its"))


def _gone(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is said to be stolen, lost or hidden: it stands nowhere in plain view. Whoever steals, loses or hides is there."""
    tokens = reading.tokens
    inside = before(reading, phrase) in (
        "in",
        "inside",
        "under",
        "behind",
        "beneath",
        "into",
        "within",
        "from",
    )  # "hides notes inside the loaves"
    around = phrase.modifiers if inside else (*tokens[max(0, phrase.start - 3) : phrase.start], *phrase.modifiers)
    if any(token.lemma in _GONE or token.word in _GONE for token in around):
        return True
    if phrase.end < len(tokens) and tokens[phrase.end].word == "back" and tokens[max(0, lead(reading, phrase)[0] - 1)].tag[:1] == "V":
        return True  # "to get the medals back"
    for at in range(phrase.end, min(phrase.end + 4, len(tokens))):
        if tokens[at].word in (",", "and", "but", "."):
            return False
        if tokens[at].lemma in _GONE or tokens[at].word in _GONE:
            undergone = tokens[at - 1].tag == "X" or tokens[at - 1].lemma == "get" or at == phrase.end
            acts = at + 1 < len(tokens) and tokens[at + 1].tag in ("D", "P", "A", "N", "NS", "#")
            return (undergone and not acts) or tokens[at].lemma in _BY_ITSELF
    return False


def awaited(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is still to come: "before her father's ship comes home", "until the king's coach arrives"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    following = tokens[phrase.end : phrase.end + 1]
    return at >= 0 and tokens[at].word in ("before", "until", "till", "when") and any(token.lemma in _COMES for token in following)


_BECOME: Final = frozenset(("stone", "ice", "dust", "gold", "ash", "ashes", "glass", "salt", "wood", "silver", "sand", "mud", "steam"))
"""What somebody is turned to, and what lies nowhere by itself."""


def only_said(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun is only spoken of: "no face", "made of paper", "afraid of blood", "the floor is lava"."""
    tokens = reading.tokens
    at = lead(reading, phrase)[0] - 1
    if phrase.determiner == "no" or any(token.word == "no" for token in tokens[phrase.start : phrase.head.index]):
        return True
    before = [token.word for token in tokens[max(0, at - 1) : at + 1]]
    if phrase.noun in _BECOME and not lead(reading, phrase)[1] and not phrase.modifiers and before[-1:] in (["to"], ["into"]):
        return True  # "turns the villagers to stone"
    if lies_beyond(reading, phrase):
        return True
    told = [token.word for token in tokens[phrase.end : phrase.end + 2]] in ([",", "which"], [",", "who"])
    return (
        (before[-1:] == ["without"] and not told)  # "without his rabbit, which has vanished": more is told of it
        or before
        in (["made", "of"], ["made", "from"], ["afraid", "of"], ["scared", "of"], ["fear", "of"], ["out", "of"], ["turned", "into"])
        or (before[-1:] in (["is"], ["are"]) and not animate(phrase))
    )


def _said(reading: Reading, phrase: Phrase, named: bool, many: bool, theirs: str) -> str:
    """A phrase with its article, or with its owner where that is whoever plays: the flowers of a giant are no "her flowers" to a knight."""
    text = pictorial(text_of(reading, phrase)).strip()
    text = re.sub(r"^(?:much|enough|more) (?=[a-z])", "", text)  # "too much gold" is gold
    if (
        not text
        or determined(text)
        or re.match(r"[A-Z]\S*['’]s\s", text)
        or (named and text.split()[-1][:1].isupper() and (text[:1].isupper() or not lead(reading, phrase)[1]))
    ):
        return text
    first = lead(reading, phrase)[1]
    if first == theirs:
        return f"{first} {text}"
    if first in ("a", "an") and not many:
        return article(text)
    return f"the {text}"


def written(b: Builder) -> str:
    """Everything a player reads or sees, in lower case."""
    texts: list[str] = []
    for state in b.states.values():
        texts += [state["base"], state["narration"]]
    for event in b.events:
        texts += [event["label"], event["base"], event["narration"], event.get("lockedHint", "")]
        texts += [fact["text"] for fact in event.get("terminal", {}).get("facts", ())]
    texts += [one.text for one in b.objectives]
    return " ".join(texts).lower()


def shows(head: str, text: str) -> bool:
    """Whether a noun stands in a text in any number."""
    return _forms(head).search(text) is not None


@lru_cache(maxsize=1 << 12)
def _forms(head: str) -> re.Pattern[str]:
    stem = lemma(head, "noun") or head
    forms = "|".join(re.escape(one) for one in dict.fromkeys((head, stem, plural(stem))))
    return re.compile(rf"\b(?:{forms})(?:s|es|'s)?\b")


def put(b: Builder, key: str, one: Mention) -> None:
    """Put something of the premise into the picture of a scene; what is never seen goes into none."""
    if one.way == "matter":
        return
    table = tables.read("details")["mention"]
    words = {"thing": one.phrase, "thingcap": capital(one.phrase)}
    count(b, "thing", one.plural)
    b.feature(key, b.scenery.parted(b.scenery.pick(table.items(one.way), "mention"), b.place_of[key], **words))


def count(b: Builder, slot: str, many: bool) -> None:
    """From here on the slot stands for one, or for several: its verbs agree."""
    (b.scenery.plurals.add if many else b.scenery.plurals.discard)(slot)
