"""What is found and what is aimed at: the things that open gates, and the steps of a mission."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import determined, listed, pictorial, slug
from makebelieve.worlds.generation.places import bare

_PROMISE: Final = re.compile(r"\bpromises?\b|\bword (?:of|to|for)\b|'s word\b|\b(?:leave|permission) (?:to|of)\b|\bsupport of\b")


@dataclass(frozen=True, slots=True)
class Item:
    """Something found that opens a gate or is used in a deed: 'a brass key', the texts of what it is good for, the flag that stands for having it."""

    slot: str
    phrase: str
    flag: str
    row: tables.Entry = field(default_factory=lambda: tables.Entry(""))
    size: str = "small"
    """small: it lies in a hiding place; big: it stands about; word: it is known rather than held."""
    lesson: str = ""
    """Of what is only known or promised: what is told of it, in the words of whoever tells it."""

    @property
    def depth(self) -> str:
        """Its size; promise: somebody's word, which is given rather than told or found."""
        return "promise" if self.size == "word" and _PROMISE.search(self.phrase) else self.size

    @property
    def the(self) -> str:
        words = brief_item(self.phrase).split()
        if words[0] not in ("a", "an", "some"):
            return self.phrase
        return "the " + _PAIR.sub(r"\1 and the ", " ".join(words[1:]))  # "the pencil and the clean sheet"

    @property
    def wanting(self) -> str:
        """What is said where it is still wanting."""
        return wanting([self])


@dataclass(slots=True)
class Objective:
    id: str
    text: str
    location: str
    grants: str
    requires: list[str]
    hint: str | None = None


_PAIR: Final = re.compile(r"^((?:(?!with\b|in\b|on\b|for\b|from\b|to\b|that\b|between\b)[\w-]+ )*?(?!with\b)[\w-]+) and (?:an?|some) ")
_FURTHER: Final = re.compile(r" (?:with|in|on|for|from|of last|as) ")
_OPEN: Final = re.compile(
    r"(?:[a-z]{2,}ed|cut|just|once|enough|one|out|up|down|off|again|always|small|right|put|won|last)$|,$|\b(?:that|who|which|whose|to|is|are|was|were|it|they|once)\b"
)
"""Of a phrase that is not at its end yet: "a box lined", "the story that goes"."""


def brief(phrase: str) -> str:
    """A thing among others, without what is said further of it: "a map with wind arrows on it" is a map."""
    head = _FURTHER.split(phrase)[0]
    words = head.split()
    whole = (
        len(words) > 1 and (determined(head) or words[0] in ("two", "three", "four", "nine", "forty", "half")) and not _OPEN.search(head)
    )
    return head if len(phrase.split()) > 4 and whole and lemma(words[-1], "noun") else phrase


def make_items(genre: tables.Entry, chance: Chance) -> list[Item]:
    """One item a slot of the genre, in an order of the seed's."""
    slots = [key.removeprefix("item.") for key in genre.rows if key.startswith("item.")]
    made: list[Item] = []
    for slot in chance.shuffled(slots, "slots"):
        phrase = pictorial(chance.pick(genre.items(f"item.{slot}"), f"item {slot}"))
        made.append(Item(slot, phrase, f"has_{slug(bare(phrase), 32)}"))
    return made


def wanting(items: Sequence[Item]) -> str:
    """What is said where several are still wanting: what is held is needed, and what is known has to be learned."""
    held, known = [one.phrase for one in items if one.depth != "word"], [one.phrase for one in items if one.depth == "word"]
    if not known:
        return f"You still need {listed(held)}."
    return (
        f"You still need {listed(held)}. You also have to learn {listed(known)}." if held else f"You still have to learn {listed(known)}."
    )


def taught(row: str) -> tuple[str, str]:
    """A row of a table parted into what it is called and what is told of it: "the way past the door = Low down, along the wall."."""
    phrase, _, lesson = row.partition(" = ")
    return phrase.strip(), lesson.strip()


LEAD: Final = "{lead}"
"""In what is told: what is known of the answer before it is found."""
_CLAUSE: Final = re.compile(r"(?:how|what|whom?|when|where|why|which|whether|the way (?!to\b|of\b|home\b))\b")
_KNOWN: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\b(needs?|wants?|like) \{item\}", r"\1 to know {item}"),
        (r"\b(?:had|have|has|get) \{item\}", "know {item}"),
        (r"\bfind \{item\}", "find out {item}"),
        (r"\b(?:Find|Get|Try|Bring) \{item\}", "Find out {item}"),
        (r"\b(with|without) \{item\}", r"\1 knowing {item}"),
        (r"\b[Ii]t takes \{item\}", "You need to know {item}"),
        (r"\{Itemcap\} (would|might)\b", r"To know {item} \1"),
    )
)
"""What is said of things -> the same of what is only known."""


def is_clause(phrase: str) -> bool:
    """Whether what is to be known is a clause: "how the steps are to be counted"."""
    return _CLAUSE.match(phrase) is not None


def knowing(row: tables.Entry) -> tables.Entry:
    """The texts of a thing, said of something that is known rather than held."""
    rows = dict(row.rows)
    for name in rows.keys() & {"hint", "lack"}:
        texts = rows[name]
        for pattern, said in _KNOWN:
            texts = tuple(pattern.sub(said, text) for text in texts)
        rows[name] = texts
    rows["label"] = tuple(text for text in rows.get("label", ()) if "{Item}" not in text) or ("Go on to {to}",)
    return tables.Entry(row.title, rows)


_GLANCE: Final = 80
"""Letters of an objective that is read at a glance."""
_HANGING: Final = re.compile(r" (?:for|with|to|in|at|on|from|by|about)$")


def step_of(item: Item, at: str, giver: str = "") -> str:
    """The objective of coming by a thing: where it is to be found, or who has it."""
    verb = {"word": "Learn", "promise": "Get"}.get(item.depth, "Fetch" if giver else "Find")
    promised = _PROMISED.match(item.phrase)
    if not giver:
        return f"Look {at} for {item.phrase}" if promised else f"{verb} {item.phrase} {at}"
    if promised and len(item.phrase) < _GLANCE // 2:
        return f"Ask {giver} {at} to {promised[1]}"
    if (offered := _OFFERED.match(item.phrase)) is not None:
        return f"Ask {giver} {at} for {offered[1]}"
    said = f"{verb} {item.phrase} from {giver} {at}"
    return f"Ask {giver} {at} for help" if len(said) > _GLANCE or _HANGING.search(item.phrase) else said


_PROMISED: Final = re.compile(r"(?:a|the) promise to (.+)$")
_OFFERED: Final = re.compile(r"(?:a|the) promise of ((?:an?|some|help|the)\b.+)$")
_LONG: Final = 6
"""Words of a thing that is called by its noun once it is known."""
_CLAUSED: Final = re.compile(
    r"(an? (?:[\w'’-]+ )*(?:list|page|picture|plan|copy|drawing|photograph|note|map|book)) of (?:what|how|who|all|one|every\w*|those|where)\b"
)


def brief_item(phrase: str) -> str:
    """A thing of many words by its noun: "a sheet with five words on it" is "a sheet", once it has been spoken of."""
    if len(phrase.split()) < _LONG or " and " in phrase or _PROMISE.search(phrase):
        return phrase
    clause = _CLAUSED.match(phrase)
    return clause[1] if clause else brief(phrase)


def in_turn(item: Item) -> int:
    """When a thing is put to use among others: what the work begins with before all else, what it ends with last."""
    return ("first", "", "last").index(item.row.one("when", ""))
