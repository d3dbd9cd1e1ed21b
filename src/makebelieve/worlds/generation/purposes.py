"""The goal of a purpose and of what it is done to: with its article or owner, one or several, a person or a thing."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import KIND_OF, Phrase, biome_of, classify
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.english import owned_by_name
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.names import known
from makebelieve.worlds.generation.reading import (
    OF_FAMILY,
    OWNERS,
    Reading,
    animate,
    is_landmark,
    lead,
    name_of,
    pieces,
    said_without,
    text_of,
)

MATTERS: Final = frozenset(("abstract", "communication", "act", "event", "time", "feeling", "attribute", "state", "cognition"))
_EVENTS: Final = frozenset(
    ("party", "wedding", "dinner", "meeting", "class", "school", "trial", "reception", "council", "choir", "band", "parade")
)
_BODIES: Final = frozenset(("class", "council", "choir", "band"))


_SPELLS: Final = frozenset(("curse", "spell", "hex", "enchantment", "jinx", "charm", "fear", "phobia"))
"""What is broken or overcome, and is nobody: it neither looks at anyone nor goes home with anyone."""
_STUFF: Final = frozenset(("medicine", "vaccine", "insulin", "serum", "mail", "post", "power"))
"""What is handled, whatever class the language has it in."""


def with_article(reading: Reading, phrase: Phrase) -> str:
    """A phrase as a goal's object: names without an article, owned things by their owner, the rest with "the"."""
    return purposeful(reading, "do", phrase).object or text_of(reading, phrase)


def purposeful(reading: Reading, purpose: Purpose, target: Phrase | None, *, again: bool = False) -> Goal:
    if target is None:
        return Goal(purpose=purpose, stated=True)
    text = re.sub(r"^(?:much|enough|more) (?=[a-z])", "", text_of(reading, target))  # "wants much gold"
    racing = any(token.word in ("race", "races", "racing") for token in reading.tokens)
    if purpose == "win" and racing and classify(target.noun)[0] in ("vehicle", "object", "device", "creature") and target.noun != "cup":
        return Goal(purpose="win", object="the race", stated=True)  # "two brothers race their carts"
    name = name_of(reading, target)
    owner = OWNERS.get(lead(reading, target)[1])
    proper = bool(name) and text.split()[0][:1].isupper() and "'s" not in text.split()[0]
    many = target.plural or ((target.count or 1) > 1 and target.determiner not in ("a", "an"))  # "a five-tier cake" is one
    being = classify(target.noun, tuple(token.word for token in target.modifiers))[0] in ("person", "creature", "robot")
    being = being and not (target.noun == "bee" and not animate(target))  # "win the spelling bee"
    person = target.noun not in _EVENTS and not is_landmark(reading, target) and (being or (bool(name) and not known(target.noun)))
    if (
        not again
        and purpose in ("find", "explore")
        and classify(target.noun)[0] == "place"
        and (target.noun in place_kinds() or biome_of(target.noun))
    ):
        purpose = "reach" if purpose == "find" else purpose
    if purpose in ("unite", "rescue") and classify(target.noun)[0] == "group" and target.noun not in _EVENTS - _BODIES:
        person = True  # "convince the jury", "calm a noisy class"
    if purpose == "rescue" and not person and (target.noun in place_kinds() or classify(target.noun)[0] == "place"):
        purpose = "protect"  # one saves a library by standing in front of it
    if purpose == "escape" and person:  # from somebody, that is: the one in the way
        return Goal(purpose=purpose, stated=True)
    if purpose == "restore" and person:
        purpose = "rescue"
    kind, _ = classify(target.noun, tuple(token.word for token in target.modifiers))
    if (
        purpose == "defeat"
        and not person
        and target.noun not in _SPELLS
        and not (kind == "abstract" and any(f"{token.word}_{target.noun}" in KIND_OF for token in target.modifiers))
        and kind
        not in (
            "vehicle",
            "event",
            "act",
            "object",
            "device",
            "hazard",
            "place",
            "rock",
            "structure",
            "building",
            "container",
            "treasure",
            "food",
            "plant",
            "communication",
        )
    ):
        person = True
    number = " ".join(
        token.word for token in reading.tokens[target.start : target.head.index] if token.tag == "#" and token.word not in text.split()
    )
    if owner:
        text = f"{owner} {text}"
    elif proper and lead(reading, target)[1] == "the":
        text = f"the {text}"
    elif name and name.lower() == text.lower():
        text = name
    elif name and lead(reading, target)[1] == "" and target.head.word in pieces(name) and not many:
        pass  # "old Arthur"
    elif (
        lead(reading, target)[1] == ""
        and not many
        and not number  # "one quiet day off"
        and "one" not in {token.word for token in reading.tokens[max(0, target.start - 1) : target.head.index]}  # "win one race"
        and classify(target.noun)[0] in MATTERS
        and target.noun not in _STUFF
        and not {token.word for token in target.modifiers} & {"last", "first", "only", "next", "final"}  # "one last tango"
    ):
        pass  # "negotiate peace"
    elif lead(reading, target)[1] == "" and OF_FAMILY.match(text):
        pass  # "mum's favourite vase"
    elif not proper and not (owned_by_name(text) and (lead(reading, target)[1] != "the" or said_without(reading, text))):
        text = f"the {number + ' ' if number and many and not number.isdigit() else ''}{text}"
    return Goal(purpose=purpose, object=text[:120], person=person, plural=many, stated=True)
