"""Words that do not go together: names with articles, matter that is counted, buttons that give no order, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.prose import BUTTON

from .texts import Text

_MATTER: Final = (
    "bread",
    "water",
    "sand",
    "luggage",
    "furniture",
    "advice",
    "information",
    "homework",
    "rice",
    "butter",
    "milk",
    "equipment",
    "money",
    "luck",
    "weather",
    "evidence",
    "oxygen",
    "clay",
    "honey",
    "electricity",
    "air",
    "jewellery",
    "clothing",
    "dust",
    "flour",
    "sugar",
    "salt",
    "soup stock",
    "mud",
    "gold",
    "medicine chest",
    "music",
    "knowledge",
    "progress",
    "traffic",
    "rubbish",
    "scenery",
    "ink",
    "wool",
    "police",
    "people",
    "scissors",
    "trousers",
    "jeans",
    "tweezers",
    "pliers",
    "binoculars",
)
_COUNTED: Final = re.compile(
    rf"\b(?:an?|another|one|each|every) (?:(?:large|small|big|old|new|fresh|warm|cold|good|first|last|lost|royal|magic|missing) )?(?:{'|'.join(_MATTER)})(?=[.,;:!?\"]|$| (?:is|and|of|in|on|by|at|for|to|with|that|from)\b)",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(?:[Tt]he|an?|A) (?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Lady|Captain|Uncle|Aunt|Grandma|Grandpa|Granny)\.? [A-Z][a-z]+(?:['’]s)?\b"
)
_KIN: Final = re.compile(r"\b(?:[Tt]he) (?:[Gg]randpa|[Gg]ranny|[Gg]randma|[Mm]um|[Dd]ad|[Mm]ummy|[Dd]addy)\b(?![- ][a-z]+s\b)")
_SMALL: Final = frozenset(
    (
        "of",
        "the",
        "a",
        "an",
        "and",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "or",
        "as",
        "under",
        "over",
        "s",
        "de",
        "la",
        "du",
        "van",
        "von",
    )
)
_HYPHENED: Final = re.compile(
    r"['’]s ['’]s|['’]s['’]s|s['’]s['’]|\w ['’]s\b|s['’]s\b(?<!ss['’]s)(?<!us['’]s)(?<!is['’]s)(?<!as['’]s)(?<!es['’]s)(?<!os['’]s)"
)


def names(text: Text) -> Iterator[tuple[str, str]]:
    """No article before a name with its title, nor before kin that stand for a name; possessives once."""
    for rule, name in (
        (_TITLE, "article before a name"),
        (_KIN, "article before kin"),
        (_HYPHENED, "possessive"),
        (_COUNTED, "matter counted"),
    ):
        for found in rule.finditer(text.words):
            if not (name == "article before a name" and text.kind == "title"):
                yield name, found[0]


def label(text: Text) -> Iterator[tuple[str, str]]:
    """Labels are short and begin with a verb."""
    if text.kind not in ("label", "heading", "objective"):
        return
    if len(text.words) > (BUTTON + 12 if text.kind == "label" else 90):
        yield "long label", str(len(text.words))
    first = re.match(r"[A-Za-z'-]+", text.words)
    if (
        first
        and text.kind == "label"
        and first[0].endswith(("s", "ing", "ed"))
        and lemma(first[0].lower(), "verb") not in (None, first[0].lower())
    ):
        yield "label no order", first[0]
    for found in re.finditer(r"(?<!out)(?<!and) \b(?:if|when|where|that|which|who|because|whether)$", text.words):
        yield "label cut", found[0]


def title(text: Text) -> Iterator[tuple[str, str]]:
    """Titles of worlds have capitals, but for small words; one article at a time."""
    if text.kind == "title" and text.at == "world":
        for word in text.words.split():
            if word[:1].islower() and word.lower().strip(",") not in _SMALL and "-" not in word:
                yield "title", word
        if re.search(r"\b(?:A|An|The|Her|His|Their) (?:A|An|The|a|an|the|His|Her|Their)\b", text.words):
            yield "title", text.words
        if len(text.words) > 64:
            yield "title", "long"


def bare_names(premise: str) -> list[re.Pattern[str]]:
    """Names of several words that a premise says with "the", without it: "the Black Knight" as "Black Knight waits"."""
    some = re.findall(r"\b[Tt]he ((?:[A-Z][a-z]+ )+[A-Z][a-z]+)(?= [a-z])", premise)
    return [
        re.compile(
            rf"(?<!the )(?<!The )(?<!this )(?<!of )(?<!-)\b{re.escape(name)} (?:is|are|has|have|stands?|waits?|pauses?|means?|comes?|goes|looks?|rests?)\b"
        )
        for name in some
        if not re.search(rf"(?<![Tt]he ){re.escape(name)}", premise)
    ]


def small_names(premise: str) -> list[re.Pattern[str]]:
    """Names of a premise, with the word before them, written small."""
    return [
        re.compile(rf"\b{re.escape(before)} {re.escape(name.lower())}\b")
        for before, name in re.findall(r"(?<![.!?] )\b([a-z]+|The|A|Two|Three) ([A-Z][a-z]{2,})\b", premise)
        for before in [before.lower()]
    ]
