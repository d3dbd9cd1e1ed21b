"""Words: normalising, tokens, lemmas and spelling. The ground the interpreters of games and of edits stand on."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from makebelieve.language import lexicon, wordtable
from makebelieve.language.nouns import KIND_OF, PARTS_OF_NOUNS
from makebelieve.language.vocabulary import CONTRACTIONS, FUNCTION_WORDS, GAME_WORDS, MISSPELLINGS, PLAIN_NOUNS

Part = Literal["noun", "verb", "adjective"]

# "banjo-playing" is one word that describes; other hyphens only join ("turn-based", "top-down")
_DESCRIBING: Final = (
    "playing|throwing|breathing|wielding|loving|eating|carrying|riding|hunting|wearing|spitting|stealing|powered|eyed|headed|legged"
)
# So is what ends in "-ing" before a noun, "a tea-drinking clerk", but for the kinds of games; "she loves bird-watching" is a noun.
_KINDS_OF_GAMES: Final = (
    "building|scrolling|matching|solving|shooting|running|jumping|racing|crafting|farming|dodging|fighting|hopping|stacking|sorting|falling"
)
_NO_NOUN: Final = (
    "a|an|the|and|or|but|with|in|on|at|to|for|of|by|from|as|is|are|was|were|has|have|had|must|can|will|before|after|until|while|when|so"
    "|his|her|their|my|our|its|game|games"
)
_BEFORE_A_NOUN: Final = rf"(?= (?!(?:{_NO_NOUN})\b)[a-z])"
_DESCRIBES: Final = rf"(?:(?:{_DESCRIBING})(?![a-z])|(?!(?:{_KINDS_OF_GAMES})\b)[a-z]{{2,}}ing{_BEFORE_A_NOUN})"
_HYPHENATED: Final = rf"(?!role-)[a-z]+-{_DESCRIBES}"
_TOKEN: Final = re.compile(rf"'s(?![a-z])|{_HYPHENATED}|[a-z]+|\d+(?:\.\d+)?|[.,;:!?()]")
_LINE: Final = re.compile(r"([^\n]*)\n\s*([-*•#]?)")
_CAPITALISED: Final = re.compile(r"\b[A-Z][a-z]{2,}\b")
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]+")
_SYMBOL_NOISE: Final = frozenset(lexicon.read("vocabulary")["symbol-noise"])
# Small words of other languages that are no English words.
_OTHER_TONGUES: Final = frozenset(lexicon.read("vocabulary")["other-tongues"])
_NOUN_ENDINGS: Final = (
    ("ies", "y"),
    ("ves", "f"),
    ("ves", "fe"),
    ("men", "man"),
    ("sses", "ss"),
    ("uses", "us"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("zes", "z"),
    ("oes", "o"),
    ("s", ""),
)
_VERB_ENDINGS: Final = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))
_ADJECTIVE_ENDINGS: Final = (("ier", "y"), ("iest", "y"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""))


def normalise(text: str) -> str:
    """Lower-case ASCII with plain apostrophes, contractions written out; a pictograph becomes the words of its name."""
    pieces: list[str] = []
    for char in unicodedata.normalize("NFKD", text[:4000].replace("ß", "ss")):
        if char < "\x80":
            pieces.append(char)
        elif char in "‘’ʼ´":
            pieces.append("'")
        elif char in "–—‒―…":
            pieces.append(" , ")
        elif char in "“”«»":
            pieces.append(" ")
        elif unicodedata.category(char) in ("So", "Sm"):
            name = unicodedata.name(char, "").lower().replace("-", " ")
            pieces.append(" " + " ".join(word for word in name.split() if word not in _SYMBOL_NOISE) + " , ")
        elif unicodedata.category(char)[0] == "Z":
            pieces.append(" ")
    plain = _LINE.sub(_line_end, "".join(pieces)).lower().replace("`", "'")
    plain = re.sub(rf"(?<=[a-z])(?!-{_DESCRIBES})[-_/&+](?=[a-z0-9])|(?<=role)-|(?<=\d)[-_](?=[a-z])", " ", plain)
    plain = re.sub(r"n't\b", " not", plain.replace("can't", "can not").replace("won't", "will not"))
    plain = re.sub(r"\b(i|you|we|they|he|she|it|that|there|who)'(m|re|s|ve|ll|d)\b", _expand, plain)
    plain = re.sub(r"(?<=s)'(?=\s)", " 's", plain)
    plain = re.sub(r"\btop down\b", "topdown", re.sub(r"\bwind up (?=[a-z]+s\b)", "clockwork ", plain))
    return re.sub(r"\s+", " ", plain).strip()


def _line_end(match: re.Match[str]) -> str:
    """A line that ends early, or a list item, ends a phrase; a wrapped line goes on."""
    return f"{match[1]} , " if len(match[1]) < 50 or match[2] else f"{match[1]} "


def _expand(match: re.Match[str]) -> str:
    return f"{match[1]} " + {"m": "am", "re": "are", "s": "is", "ve": "have", "ll": "will", "d": "would"}[match[2]]


def proper_names(text: str) -> frozenset[str]:
    """Words (lower case) that `text` writes with a capital and nobody knows: "Marta hops", not "Platformer" or "MARTA HOPS"."""
    written = _CAPITALISED.findall(text[:4000])
    if not written or 2 * len(written) > len(text.split()) + 1:
        return frozenset()
    return frozenset(word for word in map(str.lower, written) if not known(word) and correct(word) not in GAME_WORDS)


def foreign_words(tokens: list[str]) -> frozenset[str]:
    """The words of a prompt in another European language that are not English too; empty for English, however misspelt."""
    words = [token for token in tokens if token.isalpha()]
    particles = [word for word in words if word in _OTHER_TONGUES]
    strange = frozenset(word for word in words if word in _OTHER_TONGUES or not known(word))
    if len(words) < 3 or not particles or sum(word in strange for word in words) < 0.4 * len(words):
        return frozenset()
    return strange


def foreign(text: str) -> list[str]:
    """Runs of letters in scripts the interpreter does not read, as written."""
    return [run for run in _FOREIGN.findall(unicodedata.normalize("NFC", text.replace("ß", "ss"))) if any(_unread(char) for char in run)]


def _unread(char: str) -> bool:
    decomposed = unicodedata.normalize("NFKD", char)
    return char.isalpha() and not any(part < "\x80" for part in decomposed)


def tokenise(text: str) -> list[str]:
    """Tokens of a normalised text: words, numbers, `'s`, and the punctuation that bounds phrases."""
    tokens: list[str] = []
    for token in _TOKEN.findall(normalise(text)):
        tokens.extend(CONTRACTIONS.get(token, (token,)))
    return tokens


@lru_cache(maxsize=65536)
def lemma(word: str, part: Part) -> str | None:
    """The dictionary form of `word` as that part of speech, or None if it cannot be one: ('mice', 'noun') -> 'mouse'."""
    if part == "noun":
        if word in PLAIN_NOUNS:
            return word
        for ending, instead in _NOUN_ENDINGS:
            stem = word[: -len(ending)] + instead
            if word.endswith(ending) and stem in PLAIN_NOUNS:
                return stem
        if word in KIND_OF and wordtable.find(word) is None:
            return word
        if word.endswith("s") and word[:-1] in KIND_OF and wordtable.find(word) is None:
            return word[:-1]
    exception = wordtable.irregular(word).get(part[0])
    own = wordtable.find(word)
    own_count = getattr(own, part) if own else 0.0
    if exception and not (part == "noun" and own_count > 4):
        return exception
    best: str | None = word if own_count else None
    if part == "noun" and word.endswith(("ss", "us")) and best:
        return best
    best_count = own_count
    endings = {"noun": _NOUN_ENDINGS, "verb": _VERB_ENDINGS, "adjective": _ADJECTIVE_ENDINGS}[part]
    for ending, instead in endings:
        if not word.endswith(ending) or len(word) < len(ending) + 2:
            continue
        if ending == "ves" and wordtable.find(word[:-1]):
            continue  # "caves" are no cafes
        stem = word[: -len(ending)] + instead
        for candidate in (stem, stem[:-1]) if ending in ("ed", "ing", "er", "est") and len(stem) > 3 and stem[-1] == stem[-2] else (stem,):
            entry = wordtable.find(candidate)
            count = getattr(entry, part) if entry else 0.0
            plural = part == "noun" and ending == "s" and count == best_count and len(word) > 3
            if count > best_count or (count and (best is None or plural)):
                best, best_count = candidate, count
    return best


def known(word: str) -> bool:
    """Whether the lexicon or the word table knows `word` in some form."""
    return (
        len(word) < 3
        or not word.isalpha()
        or word in FUNCTION_WORDS
        or word in GAME_WORDS
        or (word.endswith("s") and word[:-1] in GAME_WORDS)
        or word in PARTS_OF_NOUNS
        or wordtable.find(word) is not None
        or any(lemma(word, part) for part in ("noun", "verb", "adjective"))
    )


@cache
def _vocabulary() -> dict[str, tuple[str, ...]]:
    """Correction candidates by first letter: the game lexicon first, then common words."""
    words: dict[str, list[str]] = {}
    for word in dict.fromkeys([*sorted(GAME_WORDS), *sorted(noun for noun in PLAIN_NOUNS if len(noun) > 3), *wordtable.common_words()]):
        words.setdefault(word[0], []).append(word)
    return {letter: tuple(some) for letter, some in words.items()}


@lru_cache(maxsize=16384)
def correct(word: str) -> str:
    """The word meant by a misspelt one: 'colects' -> 'collects', 'jumpin' -> 'jumping'; `word` itself when nothing is near."""
    if word in MISSPELLINGS:
        return MISSPELLINGS[word]
    if known(word):
        return word
    if word.endswith("in") and lemma(word + "g", "verb"):
        return word + "g"
    squeezed = re.sub(r"(.)\1{2,}", r"\1\1", word)
    if squeezed != word:
        for candidate in (squeezed, re.sub(r"(.)\1+", r"\1", word)):
            if known(candidate) and (len(candidate) > 2 or candidate in FUNCTION_WORDS):
                return candidate
    if _compound(word):
        return word
    best: tuple[float, int, str] | None = None
    for ending, restored in (("", ""), ("s", "s"), ("ies", "ies"), ("es", "es"), ("ed", "ed"), ("ing", "ing"), ("in", "ing"), ("er", "er")):
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)] + ("y" if ending == "ies" else "")
        limit = 0 if len(stem) < 4 else 1 if len(stem) < 8 else 2
        if not limit:
            continue
        for rank, (candidate, distance) in enumerate(_near(stem, limit)):
            if ending == "ies" and not candidate.endswith("y"):
                continue
            whole = (candidate[:-1] if ending == "ies" else candidate) + restored
            if restored and not known(whole):
                whole = _join(candidate, restored)
            if restored and not known(whole):
                continue
            strange_start = 0.5 * (whole[0] != word[0])
            score = (distance + 0.3 * bool(restored) + strange_start - 0.2 * (candidate in GAME_WORDS), rank, whole)
            if best is None or score < best:
                best = score
    return best[2] if best else word


def _compound(word: str) -> bool:
    """Whether two words make up this one: 'minigun', 'spacecats'."""
    if len(word) < 7:
        return False
    for cut in range(3, len(word) - 2):
        left, right = word[:cut], lemma(word[cut:], "noun") or word[cut:]
        if _frequent(left) and _frequent(right):
            return True
    return False


@cache
def _common() -> frozenset[str]:
    return frozenset(wordtable.common_words()) | GAME_WORDS | PLAIN_NOUNS


def _frequent(word: str) -> bool:
    return len(word) > 2 and word in _common()


def _join(stem: str, ending: str) -> str:
    return stem[:-1] + ending if stem.endswith("e") and ending[0] in "ei" else stem + stem[-1] + ending


def _near(stem: str, limit: int) -> list[tuple[str, int]]:
    groups = _vocabulary()
    found: list[tuple[str, int]] = []
    for letter in dict.fromkeys((stem[0], stem[1])):
        some = groups.get(letter, ())
        hits = process.extract(stem, some, scorer=OSA.distance, score_cutoff=limit if letter == stem[0] else 1, limit=5, processor=None)
        # rank by distance, then by how common the word is (its place in the list), so that ties are broken the same everywhere
        found.extend((hit, int(distance)) for hit, distance, _ in sorted(hits, key=lambda one: (one[1], one[2])))
    return sorted(found, key=lambda one: one[1])
