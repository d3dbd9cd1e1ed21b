"""The word table compiled from WordNet 3.0 (`scripts/build_wordnet.py`): a look-up in place, nothing parsed ahead.

The table is one decompressed block of sorted lines; a word is found by bisecting byte offsets (about 10 microseconds, then
cached), so that loading costs one `gzip` decompression and no dictionary of 100,000 entries.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

# Letters of the table -> category names of `Thing.category`. Several letters may share a name; bodies tell them apart.
CATEGORY_NAMES: Final[dict[str, str]] = {
    **dict.fromkeys("aBFISWMALXGD", "creature"),
    "p": "person",
    "g": "group",
    "v": "vehicle",
    "b": "vehicle",
    "y": "vehicle",
    "t": "plant",
    "f": "food",
    "w": "weapon",
    "l": "place",
    "c": "celestial",
    "j": "treasure",
    "o": "treasure",
    "k": "clothing",
    "h": "hazard",
    "q": "body",
    "n": "container",
    "i": "instrument",
    "u": "furniture",
    "d": "device",
    "r": "rock",
    "z": "object",
    "T": "time",
    "C": "communication",
    "E": "act",
    "Q": "abstract",
}
SETTING_NAMES: Final[dict[str, str]] = {
    "a": "forest",
    "b": "jungle",
    "c": "desert",
    "d": "snow",
    "e": "mountain",
    "f": "cave",
    "g": "underwater",
    "h": "ocean",
    "i": "island",
    "j": "swamp",
    "k": "volcano",
    "l": "sky",
    "m": "space",
    "n": "city",
    "o": "castle",
    "p": "dungeon",
    "q": "haunted",
    "r": "indoor",
    "s": "garden",
    "t": "village",
    "u": "factory",
    "v": "lab",
    "w": "food",
    "x": "ruins",
    "y": "body",
}
VERB_CLASSES: Final[tuple[str, ...]] = (
    "_",  # file 28 holds noun.time; verbs start at 29
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "stative",
    "weather",
)


@dataclass(frozen=True, slots=True)
class Word:
    """One lemma of the table."""

    lemma: str
    """Estimated occurrences per part of speech (noun, verb, adjective, adverb); 0 where it has no such sense."""
    noun: float
    verb: float
    adjective: float
    adverb: float
    """Category letters with shares 0-1, largest first."""
    categories: tuple[tuple[str, float], ...]
    settings: tuple[tuple[str, float], ...]
    verb_class: str

    @property
    def category(self) -> str | None:
        """The name of the likeliest noun category."""
        return CATEGORY_NAMES[self.categories[0][0]] if self.categories else None

    def share(self, *names: str) -> float:
        """How much of the noun senses fall into the named categories, 0-1."""
        return sum(weight for letter, weight in self.categories if CATEGORY_NAMES[letter] in names)


@dataclass(frozen=True, slots=True)
class _Table:
    rows: bytes
    irregular: dict[str, dict[str, str]]
    common: str


@cache
def _table() -> _Table:
    packed = resources.files("makebelieve.language").joinpath("data/wordnet.txt.gz").read_bytes()
    rows, forms, common = gzip.decompress(packed).split(b"\n%\n")
    irregular: dict[str, dict[str, str]] = {}
    for line in forms.decode().splitlines():
        form, _, pairs = line.partition("\t")
        entry = irregular.setdefault(form, {})
        for pair in pairs.split():
            entry.setdefault(pair[0], pair[2:])
    return _Table(b"\n" + rows + b"\n", irregular, common.decode())


def _count(digit: str) -> float:
    level = int(digit, 36)
    return float(2 ** ((level - 1) / 2)) if level else 0.0


def _pairs(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((text[i], int(text[i + 1]) / 9) for i in range(0, len(text), 2))


@lru_cache(maxsize=65536)
def find(lemma: str) -> Word | None:
    """The entry of `lemma` (lower case, '_' between the words of a compound), or None."""
    rows = _table().rows
    key = lemma.encode("ascii", "ignore")
    if not key or len(key) != len(lemma):
        return None
    low, high = 0, len(rows) - 1
    while low < high:
        middle = rows.rfind(b"\n", 0, (low + high) // 2 + 1)
        if middle < low:
            middle = low
        end = rows.find(b"\n", middle + 1)
        if end < 0:
            return None
        word = rows[middle + 1 : rows.find(b"\t", middle + 1, end)]
        if word == key:
            fields = rows[middle + 1 : end].decode().split("\t")
            fields += [""] * (5 - len(fields))
            noun, verb, adjective, adverb = (_count(digit) for digit in fields[1])
            verb_class = VERB_CLASSES[int(fields[4], 36)] if fields[4] else ""
            return Word(lemma, noun, verb, adjective, adverb, _pairs(fields[2]), _pairs(fields[3]), verb_class)
        if word < key:
            low = end
        else:
            high = middle
    return None


def verb_class(lemma: str) -> str:
    """The one of `VERB_CLASSES` that most senses of a verb stand in ("bake" is one of creation), "" where the table has no such verb."""
    entry = find(lemma)
    return entry.verb_class if entry and entry.verb else ""


def irregular(form: str) -> dict[str, str]:
    """Part-of-speech letter (n, v, a) -> lemma of an irregular form; empty when the form is regular."""
    return _table().irregular.get(form, {})


@cache
def common_words() -> tuple[str, ...]:
    """Lemmas of at least four letters seen in tagged text, most common first: what a typo may be corrected to."""
    return tuple(_table().common.split())
