"""Noun phrases of things that are not in a world yet, cut out of the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.edits.clauses import VERBS
from makebelieve.worlds.edits.frames.vocabulary import covered, words_of
from makebelieve.worlds.edits.nouns import MASS
from makebelieve.worlds.edits.wishes.phrases import is_living, is_place
from makebelieve.worlds.generation.morphology import is_plural

MANY: Final = r"(?:(?:lots|plenty|loads|tons|dozens|hundreds|thousands|heaps|swarms|piles|masses|herds|flocks) of|(?:a )?(?:lot|couple|bunch|few|swarm|pile|heap|flock|crowd|row|group|pair|pack|herd|number|stack|bit)(?: of)?|an? (?:lot|couple|bunch|few|swarm|pile|heap|flock|crowd|row|group|pair|pack|herd|number|stack) of|a few|many|several|some|more|some more|a lot more|even more|much more|two|three|four|five|six|seven|ten|twenty|a hundred|fewer)"
_DETERMINER: Final = re.compile(rf"(?:{MANY}|an?|another|one|the|one more|an extra|a new|new)\b ?", re.IGNORECASE)
_STOPS: Final = frozenset(
    ("that", "which", "who", "where", "is", "are", "was", "should", "must", "can", "could", "stands", "stand", "hangs", "hang", "lies", "lie", "sits", "sit", "lives", "live", "to", "in", "on", "at", "next", "behind", "near", "beside", "by", "beyond", "after", "from", "off", "under", "above", "into", "please", "too", "also", "and", "but", "you", "one", "there", "here", "it", "fly", "flies", "around", "would", "somewhere", "everywhere", "inside", "leads", "connected", "reachable", "containing", "if", "when", "because", "so", "has", "have", "with", "for", "instead", "like")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class New:
    """A noun phrase, what it holds ("with a globe"), and whether it was said as many of them."""

    np: str
    held: str = ""
    many: bool = False

    @property
    def sort(self) -> str:
        """ "place", "living" or "thing"."""
        bare = re.sub(rf"^(?:{MANY}|an?|another|one|the|new)\b ?", "", self.np, flags=re.IGNORECASE)
        return "living" if is_living(bare) else "place" if is_place(bare) and not self.many else "thing"


_HELD: Final = re.compile(
    r",? (?:and )?(?:(?:with|containing|full of|that (?:has|contains|holds)|which (?:has|contains|holds)|it (?:has|should have|contains)|has|having) (?P<a>(?!it\b).+?)(?: (?:in it|inside(?: it)?|in there|there|on it))?"
    r"|(?:where|in which|and in(?:side)? it|inside which)(?: there)?(?: should)?(?: is| are| be)? (?P<b>(?:an?|some|many|lots of|two|three) .+?)(?: (?:stands?|is|are|hangs?|lies?|sits?|can be seen))?(?: there| in it)?)$",
    re.IGNORECASE,
)


def held_of(text: str) -> tuple[str, str]:
    """A phrase without what it is said to hold, and that."""
    found = _HELD.search(text)
    return (text[: found.start()], (found["a"] or found["b"]).strip()) if found else (text, "")


def noun_phrase(text: str, *kinds: str) -> New | None:
    """The one new thing in a text all other words of which are of these kinds of `data/actions.txt`; None where there is none, or more is said."""
    bare, held = held_of(text.strip(" ,.!?;:"))
    tokens = list(re.finditer(r"[A-Za-z0-9'’-]+", bare))
    for token in tokens:
        found = _DETERMINER.match(bare, token.start())
        if found is None:
            continue
        made = _from(bare, found.end(), tokens)
        if made is None:
            continue
        np = bare[token.start() : made].strip()
        rest = f"{bare[: token.start()]} , {bare[made:]}"
        if _sound(np) and covered(words_of(rest), *kinds) is not None:
            return New(np, held, (bool(re.match(rf"{MANY}\b", np, re.IGNORECASE)) and not re.match(r"(?:more|some) ", np)) or is_plural(np))
    for token in tokens:
        if covered([token[0]], *kinds) is not None or re.fullmatch(VERBS, token[0], re.IGNORECASE):
            continue
        made = _from(bare, token.start(), tokens)
        if made is None:
            return None
        np = bare[token.start() : made].strip()
        head = np.split()[-1].lower()
        rest = f"{bare[: token.start()]} , {bare[made:]}"
        plural = lemma(head, "noun") not in (None, head)
        if (plural or head in MASS or is_place(np)) and _sound(np) and covered(words_of(rest), *kinds) is not None:
            return New(np, held, plural)
        return None
    return None


def _from(text: str, start: int, tokens: list[re.Match[str]]) -> int | None:
    """Where the noun phrase that begins here ends: before a verb, a preposition, a mark."""
    end = None
    count = 0
    for token in tokens:
        if token.start() < start:
            continue
        word = token[0].lower()
        between = text[end if end is not None else start : token.start()]
        if (
            word in _STOPS
            or word in ("the", "a", "an", "my", "your", "this", "that", "these", "it", "me")
            or re.search(r"[,;:.!?\x01\x02]", between)
            or count >= 6
        ):
            break
        if word == "of" and end is None:
            return None
        end = token.end()
        count += 1
    return end


_STRUCTURE: Final = re.compile(
    r"\b(?:endings?|hot ?keys?|locks?|padlock|locked|choices?|options?|buttons?|missions?|objectives?|quests?|ways?|doors?|paths?|titles?|narrations?|called|named|lol|ok|okay|one|ones|things?|stuff|version|npc|characters?)\b",
    re.IGNORECASE,
)
"""Words of what a world is built of, which other readers put in."""


def _sound(np: str) -> bool:
    """Whether some words are a noun phrase: its last word a noun, no verb or pronoun in it."""
    bare = re.sub(rf"^(?:{MANY}|an?|another|one|the|new)\b ?", "", np, flags=re.IGNORECASE)
    if not bare or len(bare.split()) > 6:
        return False
    tokens = tag(tokenise(f"the {bare}"))[1:]
    if not tokens or any(one.tag in ("P", "X", "M", "S", "C") for one in tokens) or any(one.tag == "VS" for one in tokens[:-1]):
        return False
    head = tokens[-1].word
    if lemma(head, "noun") is None and classify(head)[0] not in ("place", "building", "structure") and not bare.split()[-1][:1].isupper():
        return False
    if _STRUCTURE.search(bare):
        return False
    return not re.fullmatch(
        r"(?:thing|things|stuff|something|anything|way|ways|place|places|room|rooms|scene|scenes|choice|choices|option|options|ending|endings|game|story|world|time|times|lot|lots|bit|much|more|less|fun|text|texts|words?|people|person|character|mission|goal|lock|title|name|end|start|beginning|one|player|hero|difficulty|music|sound|sounds|mood|tone|look|style|colou?rs?|version|idea|change|changes|problem|mistake|typo|fan|bore|love|joke|minute|second|day|night|favou?rite|class|way out|others?)",
        head,
    )
