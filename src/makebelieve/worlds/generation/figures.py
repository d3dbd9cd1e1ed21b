"""Who somebody of a premise is: name, kind, body, pronoun."""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Figure, Pronoun
from makebelieve.worlds.generation.names import PLACE_WORDS, is_given, is_title, known, pronoun_of_name
from makebelieve.worlds.generation.reading import (
    ANIMATE,
    GROUPS,
    OWNERS,
    Reading,
    animate,
    cased,
    lead,
    members_of,
    name_of,
    pieces,
    somebody,
    text_of,
)
from makebelieve.worlds.generation.states import states_of

PEOPLE: Final = frozenset(("dead", "deaf", "blind", "poor", "rich", "living", "sick", "wounded", "homeless", "undead", "damned", "elderly"))
_WHICH: Final = re.compile(
    r"^(?:wrong (?=[a-z])|(?:right|same|other|particular|certain|very) (?=(?:man|woman|boy|girl|person|people|child|men|women|boys|girls|children|student|suspect)\b))"
)
"""What tells of which one a premise speaks, and is no part of what anybody is called: "the wrong girl is being blamed"."""
_ENDINGS: Final[tuple[tuple[str, Pronoun], ...]] = (
    ("woman", "she"), ("girl", "she"), ("mistress", "she"), ("mother", "she"), ("tress", "she"), ("wife", "she"), ("sman", "he"), ("rman", "he"), ("tman", "he"), ("dman", "he"), ("eman", "he"), ("hman", "he"), ("kman", "he"), ("lman", "he"),
)  # fmt: skip
_COLLECTIVE: Final = frozenset(
    (
        "jury",
        "police",
        "court",
        "cast",
        "staff",
        "committee",
        "audience",
        "crowd",
        "army",
        "gang",
        "squad",
        "people",
        "mob",
        "household",
        "congregation",
    )
)
"""Nouns of many who act as several, besides `GROUPS`."""
_LINKS: Final = frozenset(
    ("is", "are", "am", "but", "he", "she", "they", "it", "really", "actually", "all", "only", "a", "an", "!", ".", ",", "and")
)
# Who deals with animals and ghosts is none: "ghost hunter", "dog walker".
_HANDLERS: Final = frozenset(
    [
        "hunter",
        "keeper",
        "catcher",
        "tamer",
        "trainer",
        "breeder",
        "rider",
        "whisperer",
        "slayer",
        "walker",
        "researcher",
        "scientist",
        "biologist",
        "watcher",
        "expert",
        "photographer",
        "fancier",
        "collector",
        "monger",
        "specialist",
        "smuggler",
        "vendor",
        "wrangler",
        "shearer",
        "groomer",
        "sitter",
        "psychologist",
        "therapist",
        "dentist",
        "poacher",
        "rescuer",
        "farmer",
        "racer",
        "doctor",
        "vet",
        "fighter",
        "buster",
        "lover",
        "owner",
        "thief",
        "rustler",
        "herder",
        "driver",
        "charmer",
        "seller",
        "dealer",
    ]
)
_APES: Final = frozenset(("monkey", "ape", "gorilla", "chimp", "chimpanzee", "orangutan", "baboon"))
"""Beasts that the language takes for people."""
_FABLED: Final = frozenset(
    ("fox", "owl", "hedgehog", "bear", "rabbit", "mouse", "cat", "dog", "duck", "goose", "frog", "toad", "mole", "badger", "wolf", "pig", "hen", "goat", "lion",
     "tiger", "otter", "squirrel", "crow", "raven", "turtle", "tortoise", "snail", "beetle", "bee", "hare", "cow", "horse", "sheep", "rooster", "monkey", "rat")
)  # fmt: skip
"""Beasts that bear a title in tales: "Doctor Owl"."""
KIN_AS_NAMES: Final = frozenset(
    ("nan", "grandpa", "grandma", "granny", "grandad", "mum", "mom", "dad", "daddy", "mummy", "mama", "papa", "nana", "gran")
)
"""Kin whom one calls so: without a determiner they are names."""


def figure_of(reading: Reading, phrase: Phrase, words: list[str]) -> Figure:
    """Somebody of a premise: what they are, how they are called, what body they have."""
    category, body = classify(phrase.noun, () if phrase.noun in _HANDLERS else tuple(token.word for token in phrase.modifiers))
    many = members_of(reading, phrase)
    if many is not None:
        category, body = classify(many.noun, tuple(token.word for token in many.modifiers))
    name = name_of(reading, phrase)
    following = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    twin = apposed(reading, phrase)
    if twin is not None:
        if name is None:
            name = name_of(reading, twin)
        elif not known(phrase.noun) or category == "person":
            other = classify(twin.noun, tuple(token.word for token in twin.modifiers))
            category, body = other if other[0] in ("creature", "robot") else (category, body)
    if name is None and following[:1] and following[0] in ("named", "called"):
        if following[1:2] and following[1] in ("the", "a", "an"):
            following = [following[0], *following[2:]]  # "called the Moth"
        name = reading.names.get(following[1]) if len(following) > 1 else None
        name = name or (following[1].capitalize() if len(following) > 1 else None)
    for token in phrase.modifiers:  # a hedgehog sheriff goes on paws
        if token.tag in ("N", "NS") and category == "person" and phrase.noun not in _HANDLERS:
            beast = classify(token.lemma or token.word)
            category, body = beast if beast[0] in ("creature", "robot") else (category, body)
    if phrase.noun == "hand":
        category, body = "person", "biped"  # "a stable hand"
    if phrase.noun == "ai":
        category, body = "robot", "object"
    if phrase.noun in _APES:
        category, body = "creature", "quadruped"
    truly = really(reading, phrase)
    shape = turned_into(reading, phrase)
    if shape is not None:
        category, body = classify(shape.noun, tuple(token.word for token in shape.modifiers))
    if truly is not None:
        other = classify(truly.noun, tuple(token.word for token in truly.modifiers))
        category, body = other if other[0] in ("creature", "robot") else (category, body)
    if category == "object" and phrase.head.tag in ("N", "NS") and phrase.noun.endswith("er") and somebody(reading, phrase):
        category, body = "person", "biped"  # "a cleaner at the observatory"
    text = _WHICH.sub("", cased(reading, text_of(reading, phrase)))
    if name and phrase.determiner in ("the", "my", "our") and animate(phrase) and not pieces(name) & {phrase.head.word}:
        name = None if _only_tells(reading, phrase, name) else name
    several = phrase.plural or (
        (phrase.count or 1) > 1
        and phrase.determiner not in ("a", "an")
        and not any(token.word in ("year", "old") for token in phrase.modifiers)
    )
    several = several or phrase.noun == "people" or (phrase.noun in PEOPLE and phrase.determiner == "the" and not phrase.modifiers)
    collective = category == "group" and phrase.noun in GROUPS | _COLLECTIVE and (name is None or name.lower().endswith(f" {phrase.noun}"))
    if name is None and not several and phrase.noun in KIN_AS_NAMES and not phrase.modifiers and not lead(reading, phrase)[1]:
        name = phrase.noun.capitalize()  # "with grandpa"
    alone = name is not None and (is_given(phrase.noun) or phrase.modifiers) and phrase.head.word in pieces(name) and twin is None
    alone = alone and all(
        is_title(token.word) or is_given(token.word) or classify(token.lemma)[0] == "person" or token.tag != "N"
        for token in phrase.modifiers
    )
    alone = alone and (is_given(phrase.noun) or phrase.noun not in _FABLED or any(is_given(token.word) for token in phrase.modifiers))
    if name and (category not in ANIMATE or (alone and truly is None and shape is None)):
        category, body = "person", "biped"  # "Ana" and "Robin" are no beasts
    if name and name.startswith("Mr and Mrs "):
        several = True
    if name and re.fullmatch(r"\d+[A-Z]", name) and text.lower().startswith("class "):
        name, several = f"Class {name}", True
    several = several or (name is not None and _is_family(reading, name))
    if name and several and phrase.count is None and _is_one(reading, phrase, name):
        several = False  # "the Smiths' dog Waffles"
    if name and not name.startswith("the ") and _has_article(reading, name):
        name = f"the {name}"
    return Figure(
        noun=(many.noun if many is not None else phrase.noun)[:60],
        phrase=text,
        name=name[:60] if name else None,
        owner=cast("Literal['her', 'his', 'their', 'its'] | None", OWNERS.get(lead(reading, phrase)[1])),
        plural=several or many is not None or collective,
        category=category,
        body=body if body != "object" or category not in ("person", "group") else "biped",
        pronoun=_pronoun(reading, phrase, words, category, name),
        states=states_of(reading, phrase)[:6],
    )


def _only_tells(reading: Reading, phrase: Phrase, name: str) -> bool:
    """Whether a name stands before a noun and only tells which one: "the Kowalski brothers", "the United States ambassador", no "Nurse Joy"."""
    head = reading.tokens[phrase.head.index].word
    return known(head) and reading.tokens[phrase.head.index - 1].word in pieces(name)


def _is_family(reading: Reading, name: str) -> bool:
    """Whether a name behind "the" is a family's: "the Hendersons"."""
    return (
        len(name.split()) == 1
        and name.endswith("s")
        and not name.endswith("ss")
        and not known(name.lower())
        and re.search(rf"\b[Tt]he {re.escape(name)}(?!['’\w])", reading.premise) is not None
    )


def _is_one(reading: Reading, phrase: Phrase, name: str) -> bool:
    """Whether a name that ends in "s" is one being's: "Waffles", not "the Andersons" or "the Wolves of Hollow Wood"."""
    led = rf"\b(?:the|an?|two|three|four|five|both|all|some|those|these)\s+{re.escape(name)}"
    return len(name.split()) == 1 and name.endswith("s") and not re.search(led, reading.premise, re.IGNORECASE)


def _has_article(reading: Reading, name: str) -> bool:
    """Whether a name is said with its article, and stands for somebody: "the Great Zucchini", "the Black Knight", no "the Titanic's cook"."""
    led = rf"\b[Tt]he\s+{re.escape(name)}(?!['’]s?\s)"
    return re.search(led, reading.premise) is not None and (len(name.split()) > 1 or known(name.lower()) or _is_family(reading, name))


def really(reading: Reading, phrase: Phrase) -> Phrase | None:
    """What somebody turns out to be: "a duck" for "the detective is a duck", "kittens" for "pirates, but they are kittens"."""
    if phrase not in reading.found:
        return None
    at = reading.found.index(phrase)
    other = reading.found[at + 1] if at + 1 < len(reading.found) else None
    if other is None:
        return None
    between = [token.word for token in reading.tokens[phrase.end : other.start]]
    linked = bool({"is", "are", "am"} & set(between[-3:])) and len(between) <= 6
    return other if linked and set(between) <= _LINKS and (other.plural or other.determiner in ("a", "an")) else None


def turned_into(reading: Reading, phrase: Phrase) -> Phrase | None:
    """What somebody has been made: "a teapot" for "a knight has been turned into a teapot"."""
    tokens, at = reading.tokens, phrase.end
    while at < len(tokens) and (tokens[at].tag in ("X", "R") or tokens[at].word in ("who", "that")):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lemma not in ("turn", "transform", "change", "enchant") or tokens[at + 1].word != "into":
        return None
    return next((one for one in reading.found if at + 1 < one.start <= at + 2), None)


def apposed(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The phrase that says the same of somebody, on either side: "a very old cat" for "Detective Paws, a very old cat,"."""
    if phrase not in reading.found:
        return None
    at = reading.found.index(phrase)
    for first, second in zip(reading.found[max(0, at - 1) : at + 1], reading.found[max(0, at - 1) + 1 : at + 2], strict=False):
        name = name_of(reading, first)
        if phrase in (first, second) and name is None and _named_behind(reading, first, second):
            return second if phrase is first else first
        if phrase not in (first, second) or name is None or name_of(reading, second) is not None or not animate(second):
            continue
        if first.preposition is not None and first.preposition in PLACE_WORDS | {"of"} and second is phrase:
            continue  # "under the ice of Europa, a diver"
        acts = second.end < len(reading.tokens) and reading.tokens[second.end].tag in ("VS", "M", "X")
        if first.preposition is not None and acts:
            continue  # "with her sister Ada, a pilot looks for"
        between = [token.word for token in reading.tokens[first.end : second.start] if token.word not in pieces(name)]
        article = second.determiner or lead(reading, second)[1]
        if (not between and article == "the") or (between == ["the"] and article == "the"):  # "Nadia the rooster keeper"
            return second if phrase is first else first
        if between[:1] == [","] and set(between[1:]) <= {"a", "an", "the", "very", "my"} and article in ("a", "an", "the"):
            return second if phrase is first else first
    return None


def _named_behind(reading: Reading, first: Phrase, second: Phrase) -> bool:
    """Whether a name set off by commas says who somebody is: "her roommate, Elise, has"."""
    tokens = reading.tokens
    between = [token.word for token in tokens[first.end : second.start]]
    closed = second.end < len(tokens) and tokens[second.end].word == ","
    return between == [","] and closed and animate(first) and second.determiner is None and name_of(reading, second) is not None


_SMALL: Final = frozenset(("baby", "child", "toddler", "infant", "boy", "girl", "kid", "son", "daughter", "orphan"))
"""Whose mother and things are spoken of more often than those of whoever minds them."""


def _tells_of(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Whether a token stands in what is told of somebody behind "who"."""
    words = [token.word for token in reading.tokens[phrase.end : at]]
    return words[:1] in (["who"], ["that"]) and not {",", ".", "and", "but", ";"} & set(words)


def _is_alone(phrase: Phrase) -> bool:
    """Whether a phrase is one person of no known pronoun, whose "his" or "her" may follow."""
    return not phrase.plural and classify(phrase.noun)[0] == "person" and (phrase.noun not in SHE | HE or phrase.noun in _SMALL)


def _pronoun(reading: Reading, phrase: Phrase, words: list[str], category: str, name: str | None) -> Pronoun:
    if phrase.plural or members_of(reading, phrase) is not None or (name or "").startswith("Mr and Mrs "):
        return "they"
    if phrase.noun in _COLLECTIVE | GROUPS and name is None:
        return "they"
    own = {token.word for token in reading.tokens[phrase.start : phrase.end]}
    if phrase.noun in _HANDLERS:  # a rooster keeper is none
        own = {phrase.noun}
    if own & SHE - {"her"}:
        return "she"
    if own & HE - {"his"}:
        return "he"
    ending = next((pronoun for end, pronoun in _ENDINGS if phrase.noun.endswith(end) and phrase.noun != end), None)
    if ending is not None and category == "person":
        return ending
    given = pronoun_of_name(name) if name is not None and category in ("person", "object", "creature") else None
    after = words[phrase.end : phrase.end + 40]
    between = next((one for one in reading.found if one.start >= phrase.end and one.preposition is not None and _is_alone(one)), None)
    other = next((one for one in reading.found if one.start >= phrase.end and _is_alone(one)), None)
    for at, word in enumerate(after):
        if (
            word in ("she", "he")
            and other is not None
            and phrase.end + at >= other.end
            and {"so", "that", "because"} & set(after[max(0, at - 2) : at])
        ):
            between = other  # "smuggles a soldier out so he can see his daughter"
            continue
        if word in ("she", "he") and other is not None and _tells_of(reading, other, phrase.end + at):
            continue  # "picks up a hitchhiker who says she comes from the future"
        if word in ("her", "his", "him") and between is not None and phrase.end + at >= between.end:
            continue  # "reads the letters of a soldier to his mother", "falls in love with a painter and learns to invite her"
        if word in ("her", "his") and other is not None and other.noun in _SMALL and phrase.end + at >= other.end:
            continue  # "calms a baby while his mother sleeps"
        if word in ("she", "her", "herself"):
            return "she"
        if word in ("he", "him", "his", "himself"):
            return "he"
        if word in ("they", "their") and at < 14:
            return given or "they"
        if (word in (".", ";") and phrase.start > 6) or (word in SHE | HE and after[at + 1 : at + 2] != ["'s"]):
            break
    if given is not None:
        return given
    its = "its" in after[:14] and (category == "robot" or (category == "creature" and phrase.start > 6))
    return "it" if its else "they"
