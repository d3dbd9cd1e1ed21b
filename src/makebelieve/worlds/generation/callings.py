"""Who would do a deed, where the premise says only "you": a baker bakes, a squire draws a sword."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Goal

_LITTLE: Final = 0.2
"""How much a class counts that is fit for almost any deed: who merely asks questions."""


@cache
def vague() -> frozenset[str]:
    """The heroes of such classes."""
    return frozenset(hero for entry in tables.read("callings").values() if entry.one("vague") for hero in entry.items("heroes"))


_CRIMES: Final = frozenset(("steal", "rob", "heist", "burgle", "loot", "smuggle", "swap"))


def callings_of(premise: str, goal: Goal) -> list[str]:
    """Nouns for a player of the goal, the likeliest class of deeds; none where no class knows it. The words of the deed count before the rest."""
    deed = _lemmas(f"{goal.deed or ''} {goal.object or ''}") | {goal.verb or ""}
    told = _lemmas(premise)
    if goal.purpose == "solve":  # who finds out who has stolen it is no burglar
        deed, told = deed - _CRIMES, told - _CRIMES
    if goal.verb == "train":  # who trains a dog takes no train
        deed, told = deed - {"train"}, told - {"train"}
    children = _rows()[0]
    if told & children[1]:
        return list(children[2])
    best = max(
        _rows(), key=lambda row: (2 * len(deed & row[0]) + len(told & (row[0] | row[1]))) * (_LITTLE if set(row[2]) <= vague() else 1)
    )
    return list(best[2]) if deed & best[0] or told & (best[0] | best[1]) else []


_SAID: Final = re.compile(r"\b(?:my|our|your) (?:own |old |poor |dear |late |best |strict |new )*(\w+)(?: (\w+))?")
_CALLED: Final = re.compile(
    r"(?<!\bmy )(?<!\bour )(?<![\w-] )\b(Dad|Daddy|Mum|Mummy|Mom|Mommy|Grandma|Grandpa|Granny|Grandad|Nana)\b(?=(?:'s)? [a-z])"
)
"""One's own people, called by what they are to one: "Dad forgot my birthday"."""


_NUMBERS: Final = (
    "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_AGED: Final = re.compile(
    rf"\b(?:i am|i['’]?m|you are|you['’]?re) (?:only |just )?(\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?! (?:minutes|hours|days|miles|metres|of|people|feet))",
    re.IGNORECASE,
)
"""How old whoever tells it is: "I am nine"."""
_GROWN: Final = frozenset(("woman", "man", "young woman", "young man"))
_SELF: Final = re.compile(r"\b(?:i|im|i['’]?m|ive|i['’]ve|me|my|we|our|us|you|your|you['’]re|youre)\b", re.IGNORECASE)
_RUNS: Final = re.compile(
    r"\b(?:i|we|you)(?: have to| must| now| just| suddenly| have| had| [a-z]+ly)? (?:run|own|keep|inherit|inherited|buy|bought|open|opened|manage|won|win|take over|took over)"
    r" (?:an?|the|my|our|your|his|her) (?:[a-z-]+ ){0,3}?([a-z-]+)\b(?= (?:for|in|on|at|from|of|and|but|that|where|which|with|near|by|under|above|deep)\b|[.,:;!?]|$)",
    re.IGNORECASE,
)
_TRADES: Final = frozenset(("bake", "cook", "deliver", "smuggle", "steal", "rob", "translate", "teach"))
"""Deeds that are done by those whose trade they are: who has to bake is a baker."""
_BEASTS: Final = re.compile(
    r"\b(?:my|our|your) (?:hive|nest|den|burrow|pack|herd|flock|pond|swarm|colony|warren|shoal|owner|master|humans?)\b", re.IGNORECASE
)


def relative_of(premise: str) -> str | None:
    """Who says "my grandmother" or "my boss's wedding" in a premise, and is no more than that; None where no one's relation is told."""
    if (mourned := re.search(r"\b[Mm]y (?:late|dead) (husband|wife)\b", premise)) is not None:
        return "widow" if mourned[1] == "husband" else "widower"
    rows = tables.read("relations")
    runs = _RUNS.search(premise)
    if runs is not None and (kept := _runner_of(runs[1].lower())) is not None:
        return kept
    siblings = rows["sibling"].words("words")
    if re.search(r"\b(?:I|my|we|our)\b", premise):
        premise = _CALLED.sub(lambda match: f"my {match[1].lower()}", premise)
    plain = [rows[title] for title in rows if not title.endswith("_sibling")]
    found: list[tuple[tables.Entry, str, set[str]]] = []
    for match in _SAID.finditer(premise.lower()):
        first, second = (word.removesuffix("'s") for word in (match[1], match[2] or ""))
        aged = [rows[title] for title in ("little_sibling", "big_sibling") if second in siblings and first in rows[title].words("words")]
        some = [(entry, first) for entry in aged] or [
            (entry, word) for word in (first, second) for entry in plain if word in entry.words("words")
        ]
        found += [(entry, word, {word, second}) for entry, word in some if word == first or not entry.one("before")]
    if found:
        entry, word, said = next((one for one in found if one[0].one("before")), found[0])
        heroes = entry.items("heroes")
        heroes = tuple(one for one in heroes if not set(one.split()) & said) or heroes  # of two sisters neither is "the sister"
        heroes = tuple(one for one in heroes if not re.search(rf"\b[Tt]he {one}\b", premise))  # "our bus has broken down and the driver"
        if not heroes:
            return None
        if set(heroes) <= _GROWN and (young := _young(premise)) is not None:
            heroes = young
        hero = heroes[sum(map(ord, premise)) % len(heroes)]
        return f"{word} {hero}" if entry.title == "pet" else hero
    young = _young(premise)
    return young[sum(map(ord, premise)) % len(young)] if young else None


def _young(premise: str) -> tuple[str, ...] | None:
    """Children or pupils, where the words of a premise are theirs."""
    said = _AGED.search(premise)
    if said is not None:
        years = int(said[1]) if said[1].isdigit() else _NUMBERS.index(said[1].lower()) + 6
        return ("girl", "boy") if years < 13 else ("teenage girl", "teenage boy") if years < 20 else None
    told_of = _lemmas(premise)
    return next((heroes for _, told, heroes in _rows()[:3] if told_of & told), None)


def teller_of(premise: str, goal: Goal) -> str | None:
    """Who says "I" or is told "you" in a premise that says no more of them: a woman or a man, or a child; nobody where the deed is a trade's."""
    if not _SELF.search(premise) or _BEASTS.search(premise):
        return None
    if goal.verb in _TRADES:
        return None
    heroes = _young(premise) or ("woman", "man")
    return heroes[sum(map(ord, premise)) % len(heroes)]


def _runner_of(noun: str) -> str | None:
    """Who runs what is run: the head teacher of a school, the innkeeper of a hotel, the owner of anything else that is a place."""
    entry = next((one for one in tables.read("relations").values() if noun in one.words("runs")), None)
    if entry is not None:
        return entry.items("heroes")[0]
    return keeper_of(noun) or ("owner" if classify(noun)[0] in ("place", "vehicle", "group") else None)


def keeper_of(noun: str) -> str | None:
    """Who keeps a place or a vehicle that acts in a premise as if it were somebody: the shopkeeper of a bookshop; None where nobody is known to."""
    entry = next((one for one in tables.read("relations").values() if noun in one.words("words")), None)
    return entry.items("heroes")[0] if entry is not None else None


def _lemmas(text: str) -> set[str]:
    words = re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower())
    return {form for word in words for form in (word, lemma(word, "noun"), lemma(word, "verb")) if form}


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    return tuple((entry.words("words"), entry.words("told"), entry.items("heroes")) for entry in tables.read("callings").values())
