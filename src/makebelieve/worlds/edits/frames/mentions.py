"""Which places, people, finds and endings of a world a sentence names, and where in it: by whole names, by their last words, by roles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing of the world and the words that name it, `text[start:end]` with its article."""

    thing: Thing
    start: int
    end: int
    spoken: str


_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_ARTICLES = frozenset(
    ["the", "a", "an", "that", "this", "my", "our", "his", "her", "its", "their", "old", "whole", "entire", "poor", "stupid", "silly"]
)
_COMMON = frozenset(["place", "room", "end", "way", "start", "story", "game", "world", "night", "day", "morning", "light", "key", "time", "thing", "city", "town", "house", "home", "one", "all", "it"])  # fmt: skip
"""Last words of names that mean many other things as well."""


_ORDINAL = re.compile(
    r"\bthe (?:very )?(?:first|second|third|fourth|last|final|opening|starting) (?:place|room|scene|location)\b", re.IGNORECASE
)


def _plain(word: str) -> str:
    """A word in the form in which names are compared."""
    some = naming.words(word)
    return some[0] if some else word.lower()


def _names(world: World) -> list[tuple[tuple[str, ...], Thing, bool]]:
    """(words, thing, whether it is the whole name) of all that can be named; what could mean two things is left out."""
    made: dict[tuple[str, ...], list[tuple[Thing, bool]]] = {}

    def put(words: list[str], thing: Thing, whole: bool) -> None:
        key = tuple(words)
        if key and not any(one.id == thing.id or one.name == thing.name for one, _ in made.get(key, [])):
            made.setdefault(key, []).append((thing, whole))

    for thing in naming.things(world):
        words = naming.words(thing.name)
        if not words or (thing.kind == "place" and re.search(r"_(?:later|again)$", thing.id)):
            continue
        if thing.kind == "ending" and (len(words) < 2 or len("".join(words)) < 7):
            continue
        put(words, thing, True)
        if thing.kind in ("place", "goal", "foe", "player") and len(words) > 1:
            # "the bar on the corner" is the bar, "the flat above the laundry" the flat
            base = naming.words(
                re.split(r" (?:on|of|in|above|under|behind|at|with|by|next to|from|near|below|beside|between|for) ", thing.name)[0]
            )
            for cut in range(len(base)):
                if len(base) - cut > 1 or base[-1] not in _COMMON:
                    put(base[cut:], thing, False)
        if thing.kind == "item" and len(words) > 1 and " of " not in thing.name and words[-1] not in _COMMON and len(words[-1]) > 3 and lemma(words[-1], "noun") and words[-1] not in ("about", "what", "where"):  # fmt: skip
            put(words[-1:], thing, False)
        if thing.kind == "item" and " of " in thing.name:
            put(naming.words(thing.name.split(" of ")[0]), thing, False)
        if thing.kind == "person":
            if thing.name[:1].isupper():
                for one in words:
                    if len(one) > 2:
                        put([one], thing, False)
            role = re.split(r"\b(?:in|with|who|whose|wearing|on|from|and|at|behind|of|to|still|slightly|that|as|for|under)\b", thing.about)[
                0
            ]
            about = naming.words(role)
            for cut in range(len(about)):
                if len(about) - cut > 1 or about[-1] not in _COMMON:
                    put(about[cut:], thing, False)
    order = ("place", "player", "person", "foe", "item", "goal", "ending")
    some = []
    for key, found in made.items():
        whole = [one for one, full in found if full] or [one for one, _ in found]
        kinds = sorted({one.kind for one in whole}, key=order.index)
        same = [one for one in whole if one.kind == kinds[0]]
        if len(same) == 1:
            some.append((key, same[0], any(full for one, full in found if one is same[0])))
    return sorted(some, key=lambda row: -len(row[0]))


def mentions(world: World, text: str) -> list[Mention]:
    """What a text names, from its start to its end; of names within each other the longest."""
    words = [(one[0], one.start(), one.end()) for one in _WORD.finditer(text)]
    plain = [_plain(word) for word, _, _ in words]
    small = {number for number, (word, _, _) in enumerate(words) if not naming.words(word)}
    taken: set[int] = set()
    made: list[Mention] = []
    for found in _ORDINAL.finditer(text):
        key = naming.ordinal_place(world, found[0])
        place = next((one for one in naming.things(world) if one.id == key), None)
        if place is not None:
            taken |= {number for number, (_, start, end) in enumerate(words) if start < found.end() and found.start() < end}
            made.append(Mention(place, found.start(), found.end(), found[0]))
    for name, thing, whole in _names(world):
        for at in range(len(words)):
            span = _span(plain, small, at, name)
            if span is None or taken & set(range(at, span)):
                continue
            first = at
            articled = False
            while first > 0 and words[first - 1][0].lower() in _ARTICLES and first - 1 not in taken:
                first -= 1
                articled = True
            if not whole and not articled and thing.kind not in ("place", "person"):
                continue
            if (
                not whole
                and thing.kind == "person"
                and not articled
                and not words[at][0][:1].isupper()
                and len(name) < 2
                and not thing.name[:1].isupper()
            ):
                continue
            if not whole and at > 0 and words[at - 1][0].lower() in ("a", "an"):
                continue
            if at > 0 and words[at - 1][0].lower() in ("another", "more", "many", "some", "a", "an") and thing.kind != "place":
                continue
            taken |= set(range(first, span))
            made.append(Mention(thing, words[first][1], words[span - 1][2], text[words[first][1] : words[span - 1][2]]))
    return sorted(made, key=lambda one: one.start)


def _span(plain: list[str], small: set[int], at: int, name: tuple[str, ...]) -> int | None:
    """Where a name that begins at a word ends; small words within it are passed over."""
    if at in small:
        return None
    here = at
    for number, word in enumerate(name):
        while number and here < len(plain) and here in small:
            here += 1
        if here >= len(plain) or plain[here] != word:
            return None
        here += 1
    return here
