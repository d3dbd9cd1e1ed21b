"""One pass over a prompt that every later step shares: tokens, phrases, known titles, what is negated."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, Generic, TypeVar, cast

from makebelieve.language import lexicon, wordtable
from makebelieve.language.grammar import Phrase, phrases
from makebelieve.language.kinds import Kind
from makebelieve.language.tagging import Token, tag
from makebelieve.language.words import foreign_words, lemma, proper_names, tokenise

T = TypeVar("T")

_NEGATORS: Final = frozenset(("no", "not", "0", "without", "never", "zero", "minus", "except", "exclude", "neither"))
# "not" with these verbs states a rule of play ("do not touch the pipes"), it rules nothing out.
_PLAY_RULE: Final = frozenset(
    (
        *(
            "touch",
            "fall",
            "get",
            "let",
            "bump",
            "hit",
            "drop",
            "lose",
            "die",
            "crash",
            "stop",
            "look",
            "wake",
            "miss",
            "scratch",
            "see",
            "be",
            "know",
        ),
        *(
            "reach",
            "go",
            "come",
            "can",
            "want",
            "step",
            "burn",
            "notice",
            "spot",
            "catch",
            "forget",
            "need",
            "pull",
            "hear",
            "touching",
            "only",
            "just",
        ),
    )
)
_LIKE: Final = frozenset(("like", "clone", "style", "inspired", "similar", "version", "but", "meets", "as", "kind"))


@dataclass(slots=True)
class Reading:
    """A prompt, read."""

    tokens: list[Token]
    phrases: list[Phrase]
    stems: list[str]
    """Context-free dictionary form of each token, which cues are matched on."""
    negated: set[int] = field(default_factory=set)
    """Token positions inside a negation ("no enemies")."""
    titles: list[tuple[int, int, Kind]] = field(default_factory=list)
    """Known game titles: start, end, kind."""
    strange: frozenset[str] = frozenset()
    """Words of another language, where the prompt is in one."""


class CueTable(Generic[T]):
    """Cues of one to several stems, looked up at each place of a text without trying what cannot match."""

    def __init__(self, cues: Iterable[tuple[str, T]]) -> None:
        self._values: dict[str, list[T]] = {}
        self._beginnings: set[str] = set()
        for cue, value in cues:
            words = [stem(word) for word in cue.split("_")]
            values = self._values.setdefault("_".join(words), [])
            if value not in values:
                values.append(value)
            self._beginnings.update("_".join(words[:size]) for size in range(1, len(words) + 1))

    def matches(self, stems: list[str]) -> Iterator[tuple[int, int, T]]:
        """Start, end and value of every cue in `stems`; an empty stem matches nothing."""
        for start, word in enumerate(stems):
            joined, end = word, start + 1
            while joined in self._beginnings:
                for value in self._values.get(joined, ()):
                    yield start, end, value
                if end == len(stems) or not stems[end]:
                    break
                joined = f"{joined}_{stems[end]}"
                end += 1


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A context-free dictionary form: 'jumping' and 'jumps' -> 'jump', 'leaves' -> 'leaf'."""
    if len(word) < 3 or not word.isalpha():
        return word.partition("-")[0]
    forms = wordtable.irregular(word)
    if word.endswith(("ing", "ed")) or ("v" in forms and "n" not in forms):
        return lemma(word, "verb") or lemma(word, "noun") or word
    return lemma(word, "noun") or lemma(word, "verb") or word


@cache
def _titles() -> tuple[dict[tuple[str, ...], tuple[Kind, bool]], dict[str, int]]:
    table: dict[tuple[str, ...], tuple[Kind, bool]] = {}
    for kind, names in lexicon.read("titles").items():
        for name in names:
            table[tuple(name.lstrip("?").split("_"))] = (cast("Kind", kind), name.startswith("?"))
    longest: dict[str, int] = {}
    for words in table:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return table, longest


def _find_titles(tokens: list[Token]) -> list[tuple[int, int, Kind]]:
    table, longest = _titles()
    words = [token.written for token in tokens]
    found: list[tuple[int, int, Kind]] = []
    at = 0
    while at < len(words):
        size_at_most = max(longest.get(words[at], 0), longest.get(tokens[at].word, 0))
        for size in range(min(size_at_most, len(words) - at), 0, -1):
            entry = table.get(tuple(words[at : at + size])) or table.get(tuple(token.word for token in tokens[at : at + size]))
            if entry is None:
                continue
            kind, ambiguous = entry
            around = set(words[max(0, at - 3) : at]) | set(words[at + size : at + size + 2])
            if ambiguous and not around & _LIKE:
                continue
            found.append((at, at + size, kind))
            at += size - 1
            break
        at += 1
    return found


def _find_negated(tokens: list[Token]) -> set[int]:
    spans: set[int] = set()
    for i in range(len(tokens)):
        at = _ruled_out_from(tokens, i)
        if at is None:
            continue
        while at < len(tokens) and at - i <= 7:
            one = tokens[at]
            if one.tag in (".", "S", "P", "VS") and one.word != ",":
                break
            if one.word in ("but", "only", "just") or (one.word == "," and not _goes_on(tokens, at)):
                break
            if one.tag == "D" and tokens[at - 1].tag in ("N", "NS") and one.word in ("a", "an", "the", "my"):
                break
            if one.tag == "I" and at > i + 1 and one.word not in ("of", "or"):
                break
            spans.add(at)
            at += 1
    return spans


def _ruled_out_from(tokens: list[Token], i: int) -> int | None:
    """Where what token `i` rules out begins: "no | enemies", "free of | spikes", "I hate | timers"; None if it rules nothing out."""
    word = tokens[i].word
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    before = tokens[i - 1].word if i else ""
    if f"{word} {following}" in (
        "free of",
        "devoid of",
        "instead of",
        "rather than",
        "leave out",
        "leaves out",
        "everything but",
        "anything but",
        "all but",
    ):
        return i + 2
    if tokens[i].lemma in ("hate", "dislike", "skip") and before in ("i", "we", "", ",", ".", "and", "please"):
        return i + 1
    if word not in _NEGATORS:
        return None
    if word == "without" and any(
        left.tag in ("N", "NS") and right.tag == "VG" for left, right in itertools.pairwise(tokens[i + 1 : i + 6])
    ):
        return None  # "without the guard noticing"
    if word == "never" and following in ("any", "a", "an", "some"):
        return i + 1
    if word == "neither" and any(token.word == "nor" for token in tokens[i + 2 : i + 6]):
        return i + 1
    wish = (
        word == "not"
        and before in ("do", "would", "did")
        and i > 1
        and tokens[i - 2].word in ("i", "we")
        and following in ("want", "need", "like")
    )
    if wish:
        return i + 1
    rest = [one for one in tokens[i + 1 : i + 4] if one.tag not in ("R", "M")]
    if word in ("not", "never") and rest and (rest[0].lemma in _PLAY_RULE or rest[0].tag == "P"):
        return None
    if word in ("never", "neither") or (word == "not" and before in ("can", "could", "must", "may", "should", "would")):
        return None
    return i + 1


def _goes_on(tokens: list[Token], comma: int) -> bool:
    """Whether a comma inside "no A, B or C" belongs to the list: an "or" follows shortly."""
    return any(token.word in ("or", "nor") for token in tokens[comma + 1 : comma + 5])


def read(prompt: str) -> Reading:
    """Tokenise, correct, tag and chunk a prompt."""
    written = tokenise(prompt)[:400]
    strange = foreign_words(written)
    tokens = tag(written, frozenset() if strange else proper_names(prompt), strange)
    negated, titles = _find_negated(tokens), _find_titles(tokens)
    for start, end, _ in titles:  # a title is nobody in the game: it ends a phrase as punctuation does
        for token in tokens[start:end]:
            token.tag = "."
    return Reading(tokens, phrases(tokens), [stem(token.word) for token in tokens], negated, titles, strange)
