"""Whom a world's premise speaks of beside its player, and in which places the prose has them stand; how people of today are dressed."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, phrases, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.names import pronoun_of_name

_WHOSE: Final = r"(?:the|his|her|their|its|my|our|your|an?)"
_FURTHER: Final = re.compile(r"\s(?:of|with|in|who|whose|that|from|on|at|without|wearing|under|behind)\b")
_AWAY: Final = re.compile(
    r"\b(?:no|not|never|nowhere|without|if|when|until|before|once|where|whoever|nobody|photograph|picture|portrait|poster|letter|dream|voice)\b",
    re.IGNORECASE,
)
_GONE: Final = re.compile(
    r"(?:is|are|was|has|have|does|do) (?:not|gone|nowhere|missing|away|far|never|been|no|lost|left)\b|(?:was|were|had)\b"
)
_DOES: Final = r"(?:is|are|has|\w{2,}s|stand|sit|wait|look|turn|come|go|stay|draw|rest|lie|lean|meet)"
_BARE: Final = frozenset(("girl", "boy", "woman", "man", "lady", "teenager", "daughter", "son", "sister", "brother", "mother", "father"))
_OF_ANYBODY: Final = frozenset(
    ("a", "an", "the", "male", "female", "young", "little", "teenage", "small", "tall", "elder", "younger", "two", "three")
)
_GUARDS: Final = frozenset(("guard", "guardsman", "watchman"))
_SEX: Final = frozenset(("male", "female"))
_CLAD: Final = re.compile(r"\b(?:in|wearing|dressed|dress|coat|jacket|shirt|uniform|suit|apron|robe)\b")


def today(world: dict[str, Any]) -> bool:
    """Whether a world plays in our own days, as far as its genre was noted."""
    understood = (world.get("metadata") or {}).get("understood") or {}
    genre = tables.read_all("genres").get(str(understood.get("genre")))
    return genre is not None and genre.one("era", "now") == "now"


def premised(world: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Whom the premise names or the goal is about: how they are called -> (a pattern of how prose speaks of them, their looks)."""
    understood = (world.get("metadata") or {}).get("understood") or {}
    goal = understood.get("goal") or {}
    subject = set(tokenise(str(world.get("subject") or "")))
    texts = [str(goal.get("object") or ""), str(world.get("description") or "")]
    found: dict[str, tuple[str, str]] = {}
    if re.fullmatch(r"[A-Z][a-z]+", texts[0]) and (said := pronoun_of_name(texts[0])) in ("he", "she"):
        found[texts[0]] = (re.escape(texts[0]), "a man" if said == "he" else "a woman")
    for text in texts:
        for phrase in phrases(tag(tokenise(text[:300]))):
            words = [word for word in phrase.text.lower().split() if not re.fullmatch(_WHOSE, word)]
            if (
                not words
                or classify(phrase.noun)[0] not in ("person", "creature")
                or phrase.noun in subject
                or words[-1] in subject
                or words[-1].endswith("s")
            ):
                continue
            named = re.search(rf"\b{re.escape(words[-1])}\b", text, re.IGNORECASE)
            if named is not None and named[0][0].isupper() and len(words) > 1:
                # "her brother Paul": the prose goes on about Paul.
                found[named[0]] = (re.escape(named[0]), f"a {' '.join(words[:-1])}")
                continue
            called = " ".join(words)
            if re.fullmatch(r"[a-z' -]{3,40}", called) and not any(one.split()[-1] == words[-1] for one in found):
                article = "an" if called[0] in "aeiou" else "a"
                found[called] = (rf"{_WHOSE} (?:{re.escape(called)}|{re.escape(words[-1])})", f"{article} {called}")
    return found


def stands(pattern: str, prose: str) -> bool:
    """Whether a sentence of the prose has somebody do something here, and not in a letter, before long or no more."""
    for sentence in re.split(r"(?<=[.!?]) ", prose):
        if re.search(
            rf"\b(?:waits|stands|sits|lies|stays|rests|is|one can see|close to|side by side with) (?:{pattern})\b(?!['’])",
            sentence,
            re.IGNORECASE,
        ):
            return True
        found = re.search(rf"(?:^|, |\band |[a-z] )(?:{pattern}) ({_DOES})\b", sentence, re.IGNORECASE)
        if found is None:
            continue
        before = sentence[: found.start() + 1]
        if re.search(r"\b(?:of|for|to|from|about|with|at|like|than|behind|beside|past)$", before.strip()) or _AWAY.search(before):
            continue
        if _GONE.match(sentence[found.start(1) :]) is None:
            return True
    return False


def plain(looks: str, modern: bool) -> str:
    """A description by what somebody is: a goose girl is a girl; and today a guard carries no spear, and a torch is no fire."""
    further = _FURTHER.search(looks)
    head, side = (looks[: further.start()], looks[further.start() :]) if further else (looks, "")
    words = head.split()
    if len(words) > 1 and classify(words[-1].lower())[0] != "creature":
        kept = [word for word in words[:-1] if word in _SEX or classify(word.lower())[0] != "creature"]
        if len(kept) < len(words) - 1:
            words = [*kept, words[-1]]
    if not words or not modern:
        return " ".join(words) + side
    if "torch" in side or "lantern" in side:
        side = ""
    if words[-1] in _GUARDS:
        words = [*[word for word in words[:-1] if word in ("a", "an", "the", "male", "female", "old", "young")], "security", "guard"]
    elif words[-1] in _BARE and set(words[:-1]) <= _OF_ANYBODY and not _CLAD.search(looks):
        side = " in a jacket" + side
    return " ".join(words) + side
