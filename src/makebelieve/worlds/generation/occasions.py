"""What goes on all around while a story plays: an air raid, a wildfire, a flower show. It shows in the scenes and is spoken of on the way."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.reading import Reading

_OPENING: Final = ("N", "NS", "A")
_DENIED: Final = frozenset(("no", "not", "without", "never", "cancel", "cancelled", "canceled", "after", "since"))
_MOST: Final = 2


def occasions_of(reading: Reading) -> list[str]:
    """Titles of the table of occasions that the premise names, in its order, at most two. What is over or does not take place is none."""
    tokens = reading.tokens
    said = {word for token in tokens for word in (*token.word.split(), token.lemma or token.word)}  # "chess player" is one token
    found: dict[str, int] = {}
    for title, entry in tables.read("occasions").items():
        if entry.words("unless") & said:
            continue
        named = [words.split("_") for words in entry.words("words")]
        places = [at for words in named if said.issuperset(words) and (at := _named(tokens, words)) is not None]
        places += [at for at, token in enumerate(tokens) if token.word in entry.words("verbs")]
        if places:
            found[title] = min(places)
    return sorted(found, key=lambda title: found[title])[:_MOST]


def entries_of(titles: list[str]) -> list[tables.Entry]:
    """The rows of those occasions; titles that the table does not know, a language model's, are passed over."""
    table = tables.read("occasions")
    return [table[title] for title in titles if title in table]


def shows_at(entry: tables.Entry, place: Place) -> bool:
    """Whether an occasion shows in a place: a wedding where people marry and feast, an air raid in any street."""
    where = entry.words("where")
    if not where or where & {place.entry.title, *place.entry.words("venue")}:
        return True
    if any(place.entry.title in ground.words("kinds") for title, ground in tables.read("grounds").items() if title in where):
        return True
    said = set(re.findall(r"[a-z]+", place.name.lower()))
    return place.stated and bool(said & entry.words("words"))  # "at the wedding", whatever it is held in


def marks_of_way(here: Place) -> tuple[str, ...]:
    """What may bar a way that begins at a place: marks of its air, of whether anybody has built there, and of whether people are about."""
    kind, grounds = here.entry.title, tables.read("grounds")
    wild = kind in grounds["nature"].words("kinds")
    alone = wild or kind in grounds["lonely"].words("kinds") or kind in tables.read("people")["nobody"].words("places")
    return (f"here_{here.air}", "here_nature" if wild else "here_built", "here_lonely" if alone else "here_folk")


def _named(tokens: list[Token], words: list[str]) -> int | None:
    """Where the words stand one behind the other, as written or in their base form, the last of them the head of its phrase."""
    for at in range(len(tokens) - len(words) + 1):
        some = tokens[at : at + len(words)]
        if not all(word in (token.word, token.lemma) for word, token in zip(words, some, strict=True)):
            continue
        after = tokens[at + len(words)] if at + len(words) < len(tokens) else None
        if (
            len(words) == 1
            and some[0].tag in ("N", "NS")
            and after is not None
            and after.tag in ("N", "NS")
            and after.index == some[0].index + 1
        ):
            continue  # "the harvest mouse", "a flood plain"
        if not _DENIED & {token.word for token in tokens[max(0, at - 3) : at] if token.tag not in _OPENING}:
            return at
    return None
