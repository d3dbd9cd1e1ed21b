"""Whom a world's prose puts into its places, and how they look: the player, those one can speak to, those one deals with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from makebelieve.language import tag, thing_from_phrase, tokenise
from makebelieve.library.worlds import scenery, told
from makebelieve.worlds.generation.advice import THOUGHTS
from makebelieve.worlds.generation.names import pronoun_of_name

MOST: Final = 2
"""People drawn in one place."""
_TITLES: Final = r"Dr|Mr|Mrs|Ms|St|Prof|Capt|Sgt|Lt"
# A persona goes on about manners after its first sentence, and no full stop behind a title ends one.
_FIRST: Final = re.compile(
    rf"(?<!\b(?:{'|'.join(t for t in _TITLES.split('|') if len(t) == 2)}))(?<!\bMrs)(?<!\bProf)(?<!\bCapt)(?<!\bSgt)\.(?:\s|$)"
)
_PERSON: Final = frozenset(("person", "figure", "people", "man", "woman", "child"))
# Worn as well as other things.
_WORN: Final = frozenset(("armor", "armour", "boot", "cap", "cape", "cloak", "crown", "glove", "goggle", "hat", "helmet", "mask", "scarf"))
_HAVING: Final = frozenset(("D", "A", "N", "NS", "C"))
"""Tags of words that name what somebody has."""
_SEXED: Final = frozenset(
    [
        "woman",
        "girl",
        "lady",
        "wife",
        "widow",
        "mother",
        "grandmother",
        "aunt",
        "daughter",
        "sister",
        "niece",
        "nun",
        "queen",
        "princess",
        "witch",
        "female",
        "barmaid",
        "maid",
        "dairymaid",
        "waitress",
        "actress",
        "heroine",
        "priestess",
        "bride",
        "grandma",
        "man",
        "boy",
        "gentleman",
        "husband",
        "widower",
        "father",
        "grandfather",
        "uncle",
        "son",
        "brother",
        "nephew",
        "monk",
        "king",
        "prince",
        "male",
        "groom",
        "grandpa",
    ]
)
"""Words that say of whom they are said whether they are a woman or a man."""
_KIN: Final = dict.fromkeys(("woman", "girl", "wife", "mother", "grandmother", "aunt", "daughter", "sister", "niece", "lady"), "female") | (
    dict.fromkeys(("man", "boy", "husband", "father", "grandfather", "uncle", "son", "brother", "nephew"), "male")
)
_PRONOUNS: Final = {"she": "female", "her": "female", "herself": "female", "he": "male", "his": "male", "him": "male", "himself": "male"}
_AGED: Final = re.compile(r"^(?:Old|Granny|Gaffer|Grandma|Grandpa|Grandmother|Grandfather)\b")
_COUNTS: Final = {"two": 2, "both": 2, "pair": 2, "couple": 2, "twins": 2, "three": 3, "triplets": 3, "trio": 3}
_SIDE: Final = re.compile(r"\s(?:of|with|in|who|whose|that|from|on|at|without|wearing|under|behind)\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a place. `looks`: how they are described, in the order in which a painter should try them."""

    name: str
    looks: tuple[str, ...]


def player_of(world: dict[str, Any]) -> tuple[str, ...]:
    """Descriptions of the player's figure, the closest first; none where the world names nobody."""
    subject = world.get("subject")
    if not isinstance(subject, str) or not subject.strip():
        return ()
    stand_in = _stand_in(world)
    sex = {"a woman": "female", "a man": "male"}.get(stand_in[0])
    looks = tuple(one if one in stand_in else _sexed(one, sex) for one in _told(world, subject, stand_in))
    return tuple(told.plain(one, told.today(world)) for one in looks)


def _told(world: dict[str, Any], subject: str, stand_in: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of the player's looks, the closest first."""
    text = f"{world.get('description') or ''} {((world.get('story') or {}).get('logline')) or ''}"
    name = re.escape(subject.strip().removeprefix("the "))
    number = re.search(rf"\b(two|three) {name}\b", text, re.I)
    if number is not None:
        subject = f"{number[1].lower()} {subject}"
    # "a girl named Odile", "Odile, a girl of nine"; "the girl Odile".
    for pattern in (
        rf"\b(?i:an?|the|two|three) ([^.,:;]{{2,60}}?),? (?:named|called) {name}\b",
        rf"\b{name}, (?:an?|the) ([^.,:;]{{2,60}})",
        rf"\b(?i:an?|the) ((?:\w+ ){{1,3}}){name}\b",
    ):
        found = re.search(pattern, text)
        if found is not None:
            return (found[1].strip(), subject, *stand_in)
    worn = _worn(text, name)
    return (*((f"{subject} {worn}",) if worn else ()), subject, *stand_in)


def _sexed(looks: str, sex: str | None) -> str:
    """A description with the sex of whom it is of, where it does not tell that itself: painters know a keeper, but not which."""
    said = tokenise(head_of(looks))
    if sex is None or not looks or looks[0].isupper() or _SEXED & set(said) or any(word.endswith(("man", "woman")) for word in said):
        return looks
    return re.sub(r"^(?:(the )|an? )?", lambda article: f"{article[1] or ('a ' if article[0] else '')}{sex} ", looks, count=1)


def _aged(looks: str) -> str:
    return re.sub(r"^an? (?!old )", "an old ", looks)


def _sex_of(name: str, looks: str) -> str | None:
    """ "female" or "male" by the pronouns of a description, else by a name or title."""
    said = next((_PRONOUNS[word] for word in tokenise(looks) if word in _PRONOUNS), None)
    return said or {"she": "female", "he": "male"}.get((name and name[0].isupper() and pronoun_of_name(name)) or "")


def count_of(looks: str) -> int:
    """How many a description is of, three at most: "two teenagers", "brothers", "a wolf"."""
    words = tokenise(head_of(looks))
    said = next((_COUNTS[word] for word in words if word in _COUNTS), None)
    if said is not None or not words or words[0] in ("a", "an"):
        return said or 1
    return 2 if tag(words)[-1].tag == "NS" else 1


def another_player(world: dict[str, Any]) -> bool:
    """Whether the player was told otherwise when their figure was drawn."""
    of = (world.get(scenery.HERO) or {}).get("of")
    return of is not None and of != scenery.looks_token(player_of(world))


def _worn(text: str, name: str) -> str:
    """What is said right behind somebody's name of what they have, wear or lack: "with a red hat", "in a blue dress"; else nothing."""
    found = re.search(rf"\b{name} (?:dressed )?((?:with|without|wearing|lacking|carrying|in) [^.,:;]{{2,60}})", text)
    if found is None:
        return ""
    words = []
    for number, token in enumerate(tag(tokenise(found[1]))):
        # what somebody has ends where it is told what they do
        if number and token.tag not in _HAVING and not (number == 1 and token.tag == "VD"):
            break
        words.append(token.written)
    if len(words) < 2 or ("in" in words and not _clothing(words[-1])):
        return ""
    return " ".join(words)


def _clothing(word: str) -> bool:
    """Not everything that somebody is in is worn: a raincoat, no city."""
    thing = thing_from_phrase(word)
    return thing.noun in _WORN or thing.category == "clothing"


def _stand_in(world: dict[str, Any]) -> tuple[str, ...]:
    """Somebody of the sex that the scenes speak of, where nothing is known but a name."""
    moves = " ".join(str((state.get("movement") or {}).get("static", "")) for state in world["scene"]["states"].values())
    words = re.findall(r"\b(she|her|he|his|him)\b", moves.lower())
    women, men = sum(word in ("she", "her") for word in words), sum(word in ("he", "his", "him") for word in words)
    return ("a woman",) if women > men else ("a man",) if men > women else ("a traveller",)


def people_in(world: dict[str, Any]) -> dict[str, list[Person]]:
    """State -> who is met there, at most `MOST`: whom the premise speaks of, then the others in the order of the state's events."""
    modern = told.today(world)
    states = world["scene"]["states"]
    met = _of_premise(world, modern)
    for event in world["scene"]["events"]:
        name, looks = _somebody(event)
        if name is None or event.get("hidden"):
            continue
        for state in event["from"]:
            if state not in states:
                continue
            there = met.setdefault(state, [])
            described = _described(name, str(states[state]["base"]))
            if len(there) < MOST and all(one.name != name for one in there):
                said = [*([described] if described else []), *looks]
                sex = _sex_of(name, " ".join(said))
                somebody = "a woman" if sex == "female" else "a man" if sex == "male" else "a traveller"
                # Of some only the clothes are told.
                said = [f"{somebody} {one}" if one.startswith("in ") else one for one in said]
                said = [told.plain(_sexed(_aged(one) if _AGED.match(name) else one, sex), modern) for one in said]
                there.append(Person(name, _narrowed(said, somebody)))
    return met


def _of_premise(world: dict[str, Any], modern: bool) -> dict[str, list[Person]]:
    """State -> those of the premise whom its prose has there."""
    met: dict[str, list[Person]] = {}
    for called, (pattern, looks) in told.premised(world).items():
        sex = next((kind for word, kind in _KIN.items() if word in called.split()), None)
        last = told.plain("a woman" if sex == "female" else "a man" if sex == "male" else "a traveller", modern)
        person = Person(called, _narrowed([told.plain(looks, modern)], last))
        for state, about in world["scene"]["states"].items():
            there = met.get(state, [])
            if len(there) < MOST and told.stands(pattern, str(about["base"])):
                met[state] = [*there, person]
    return met


def things_in(world: dict[str, Any]) -> dict[str, str]:
    """Event -> the thing that it takes hold of, as its anchor names it; neither people nor what is hidden."""
    found = {}
    for event in world["scene"]["events"]:
        label = (event.get("anchor") or {}).get("label")
        if (
            event["kind"] == "override"
            and isinstance(label, str)
            and label.strip()
            and not event.get("hidden")
            and _somebody(event)[0] is None
        ):
            found[event["name"]] = label
    return found


def _somebody(event: dict[str, Any]) -> tuple[str | None, list[str]]:
    """Whom an event speaks to or deals with, and what is said of their looks."""
    persona = (event.get("terminal") or {}).get("persona")
    if isinstance(persona, str) and persona.strip():
        name, _, looks = _FIRST.split(persona, maxsplit=1)[0].partition(",")
        if name.strip() == THOUGHTS:
            return None, []  # nobody is there
        return name.strip(), [looks.strip()] if looks.strip() else [name.strip()]
    anchor = event.get("anchor") or {}
    if _PERSON & {str(alias).lower() for alias in anchor.get("aliases") or ()}:
        return str(anchor["label"]), []
    return None, []


def _described(name: str, prose: str) -> str | None:
    """What the prose says behind a name: "Sefa, a diver with goggles like jam jars, looks up"."""
    found = re.search(rf"\b{re.escape(name)}\b(?: [A-Z]\w+)?, ((?:an?|the) [^,.;]+)", prose)
    return found[1] if found is not None else None


def head_of(looks: str) -> str:
    """A description without what somebody has, wears or comes from."""
    return _SIDE.split(looks, maxsplit=1)[0]


def _narrowed(looks: list[str], last: str) -> tuple[str, ...]:
    """Each description, and it again without what it has, wears or comes from; a plain person at last."""
    tried: list[str] = []
    for one in looks:
        for words in (one, head_of(one)):
            if words and words not in tried:
                tried.append(words)
    return (*tried, last)
