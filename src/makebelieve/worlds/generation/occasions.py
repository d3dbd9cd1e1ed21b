"""What goes on all around while a story plays: an air raid, a wildfire, a flower show. It shows in the scenes and is spoken of on the way."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import Token
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.reading import Reading

_OPENING: Final = ("N", "NS", "A")
_DENIED: Final = frozenset(("no", "not", "without", "never", "cancel", "cancelled", "canceled", "after", "since"))
_DENIES: Final = re.compile(r"\b(?:no|not|without|never|cancel\w*|after|since|used to|dreams? of|about)(?: [\w'-]+){0,2} $", re.IGNORECASE)
"""What stands before something that does not go on: "after the long hot siege"."""
_MOST: Final = 2
SOON: Final = "/soon"
"""Behind the title of what has not begun yet."""
_UNTIL: Final = re.compile(
    r"\b(?:before|until|till|by the time|in time for|ahead of) [^.;!?]*?(?=[.;!?]|,? (?:but|while|because) |$)", re.IGNORECASE
)
_IS_TO_COME: Final = re.compile(
    r"^(?:\w+ )?(?:is|are) (?:coming|approaching|on (?:its|the) way|due|about to|next|tomorrow|in (?:two|three|a few|\d+) (?:days|hours|weeks))\b|^ (?:tomorrow|next (?:week|day))\b",
    re.IGNORECASE,
)
"""What says of an occasion that it is still to come."""


@cache
def table() -> dict[str, tables.Entry]:
    """Title -> occasion, of all tables of occasions."""
    return tables.read("occasions") | tables.read_all("occasions")


@cache
def _said(title: str) -> re.Pattern[str] | None:
    """The wordings of a premise that name an occasion."""
    says = table()[title].items("says")
    return re.compile(rf"(?:{'|'.join(says)})", re.IGNORECASE) if says else None


def occasions_of(reading: Reading) -> list[str]:
    """Titles of the table of occasions that the premise names, in its order, at most two. What is over or does not take place is none;
    what has not begun yet has `SOON` behind its title."""
    tokens, premise = reading.tokens, reading.premise
    said = {word for token in tokens for word in (*token.word.split(), token.lemma or token.word)}  # "chess player" is one token
    found: dict[str, int] = {}
    for title, entry in table().items():
        if entry.words("unless") & said:
            continue
        named = [words.split("_") for words in entry.words("words")]
        places = [at for words in named if said.issuperset(words) and (at := _named(tokens, words)) is not None]
        places += [at for at, token in enumerate(tokens) if token.word in entry.words("verbs")]
        starts = [_start_of(premise, tokens[at].word) for at in places]
        pattern = _said(title)
        if pattern is not None and (match := pattern.search(premise)) is not None:
            starts.append(match.start())
        starts = [start for start in starts if not _DENIES.search(premise[:start])]
        if not starts:
            continue
        at, now = min(starts), any(not _is_to_come(premise, start) for start in starts)
        if now or entry.items("already"):
            found[title] = at
        elif not entry.items("sudden"):
            found[f"{title}{SOON}" if _has_soon(entry) else title] = at
    return sorted(found, key=lambda title: found[title])[:_MOST]


def _start_of(premise: str, word: str) -> int:
    """Where a word stands in the premise; its beginning for one that is written otherwise there."""
    match = re.search(rf"\b{re.escape(word)}", premise, re.IGNORECASE)
    return match.start() if match is not None else 0


def _is_to_come(premise: str, start: int) -> bool:
    """Whether what is named there is told of as still to come: "before the flood reaches the mill", "the flood is coming"."""
    if any(match.start() <= start < match.end() for match in _UNTIL.finditer(premise)):
        return True
    behind = re.sub(r"^[\w'-]+", "", premise[start:], count=1)
    return _IS_TO_COME.match(behind) is not None


def _has_soon(entry: tables.Entry) -> bool:
    return any(name.startswith("soon_") for name in entry.rows)


def entries_of(titles: list[str]) -> list[tables.Entry]:
    """The rows of those occasions; titles that the table does not know, a language model's, are passed over."""
    made: list[tables.Entry] = []
    for title in titles:
        name, soon, _ = title.partition(SOON)
        entry = table().get(name)
        if entry is not None:
            made.append(_to_come(entry) if soon else entry)
    return made


def _to_come(entry: tables.Entry) -> tables.Entry:
    """What shows of an occasion before it begins."""
    kept = {name: items for name, items in entry.rows.items() if name in ("where", "weather", "hours")}
    return tables.Entry(
        entry.title, kept | {name.removeprefix("soon_"): items for name, items in entry.rows.items() if name.startswith("soon_")}
    )


def shows_at(entry: tables.Entry, place: Place) -> bool:
    """Whether an occasion shows in a place: a wedding where people marry and feast, an air raid in any street."""
    where = entry.words("where")
    if not where or where & {place.entry.title, *place.entry.words("venue")}:
        return True
    if any(place.entry.title in ground.words("kinds") for title, ground in tables.read("grounds").items() if title in where):
        return True
    said = set(re.findall(r"[a-z]+", place.name.lower()))
    return place.stated and bool(said & entry.words("words"))  # "at the wedding", whatever it is held in


def rows_at(entry: tables.Entry, place: Place, row: str) -> tuple[str, ...]:
    """Its texts of a row in a place: from near where it shows there, else what of it is seen and heard from afar."""
    return entry.items(row if shows_at(entry, place) else f"afar_{row}")


def contrary_to_all(entries: list[tables.Entry]) -> re.Pattern[str] | None:
    """What is not there while all that goes on: no calm baking in a burning town."""
    words = sorted({word for entry in entries for word in entry.words("contrary")})
    return re.compile(rf"\b(?:{'|'.join(words)})s?\b".replace("_", " "), re.IGNORECASE) if words else None


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
