"""The thing that a premise says is missing, spent, broken or unknown, as one of the things to get or mend on the way."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.frailty import told_in
from makebelieve.worlds.generation.hardships import Hardship
from makebelieve.worlds.generation.items import Item
from makebelieve.worlds.generation.morphology import article, is_plural, plural_verb, unranked
from makebelieve.worlds.generation.natures import head_of, is_heavy
from makebelieve.worlds.generation.places import bare

_AGREED: Final = re.compile(r"<s:([^>|]+)>")
_ONES: Final = frozenset(("it", "them", "one", "ones", "another"))
_WITHOUT: Final = re.compile(r" without (?:(?:an?|any|the|his|her|their|my|our) )(?:[a-z-]+ ){0,2}?[a-z-]+$")


def lack_of(draft: WorldDraft) -> Hardship | None:
    """What is to be got or mended on the way; None where that is the deed itself, or where there is no such thing."""
    goal = draft.goal
    if not goal.stated or goal.purpose in ("solve", "defeat"):
        return None
    said = set(re.findall(r"[a-z]+", f"{(goal.deed or '').partition(' ')[2]} {goal.object or ''} {goal.whole or ''}".lower()))
    for one, _ in told_in(draft.premise):
        if one.thing is None or one.kind in ("ailing", "done"):
            continue
        if one.thing.noun in said or one.thing.head.word in said or said & _ONES:
            continue
        return one
    return None


def spared_for(draft: WorldDraft) -> re.Pattern[str] | None:
    """What texts do without where something is missing: nobody who has no flour leaves a trail of it."""
    one = lack_of(draft)
    return re.compile(rf"\b{re.escape(one.thing.noun)}", re.IGNORECASE) if one is not None and one.thing is not None else None


def relieved(goal: Goal) -> Goal:
    """The deed without what it has to be done without, which is a thing to get or is told in the end: "sail home | without a compass"."""
    words = {name: _WITHOUT.sub("", text) for name in ("deed", "whole") if (text := getattr(goal, name)) and " " in _WITHOUT.sub("", text)}
    return goal.model_copy(update=words)


def item_of(one: Hardship) -> Item:
    """The find that it comes down to: the thing itself, another of it, the tools that mend it, or what is learnt."""
    assert one.thing is not None
    noun, phrase = one.thing.noun, f"the {bare(re.sub(r'^(?:all|every|each) ', '', one.phrase))}"
    many = one.thing.plural or is_plural(phrase)
    table = tables.read("lacks")
    title: str = one.kind
    if title == "broken":
        kind = classify(noun)[0]
        large = is_heavy(noun) or kind in ("vehicle", "building", "place", "structure")
        title = next(
            (name for name in ("broken cloth", "broken cord") if noun in table[name].words("words")), "broken large" if large else title
        )
    another = "" if one.clause.startswith("there ") else "new "
    title = "spent food" if title == "spent" and classify(noun)[0] == "food" else title
    plain = unranked(bare(phrase)) if another else bare(phrase)
    new = f"{another}{plain}" if many or _is_stuff(noun) else article(f"{another}{plain}")
    words = {"s": phrase, "new": new}

    def bound(text: str) -> str:
        text = _AGREED.sub(lambda match: match[1] if not many else plural_verb(match[1]), text)
        return re.sub(r"\{(s|new)\}", lambda match: words[match[1]], text)

    entry = table[title]
    item = bound(entry.one("item"))
    size, _, rest = item.partition(", ") if item.startswith("word, ") else ("small", "", item)
    applied = tuple(piece.strip() for piece in bound(entry.one("apply")).split(" :: "))
    if many and title.startswith("broken"):
        applied = (applied[0], applied[1], applied[2].replace("it is whole", "they are whole"))
    rows = {"item": (rest,), "apply": (" :: ".join(applied),), "lack": tables.read("showing")["lack"].items("told")}
    return Item(
        f"subject/{noun}", rest, f"has_{slug(bare(rest), 32)}", tables.Entry(f"subject/{noun}", rows), size, bound(entry.one("lesson"))
    )


def _is_stuff(noun: str) -> bool:
    return noun in _STUFF or classify(noun)[0] == "food"


_STUFF: Final = word_set(
    "ink silk oil wood paint petrol fuel flour sugar water gas paper wool cloth clay gold silver iron wax glue coal money salt yeast thread sand"
)


def lacking(draft: WorldDraft, shape: str, kit: list[Item], works: list[Item]) -> tuple[list[Item], list[Item]]:
    """The things of a story, what is missing first and in the place of a filler; nothing of the kind is at hand or to be found besides."""
    one = lack_of(draft) if shape not in _PLANNED else None
    if one is None or one.thing is None:
        return kit, works
    item, noun = item_of(one), one.thing.noun
    known = next((known for known in kit if one.kind == "gone" and known.slot == item.slot and head_of(bare(known.phrase)) == noun), item)
    names = {noun, head_of(bare(item.phrase))}
    return [known, *(other for other in kit if not names & _named(other))], [work for work in works if not names & _named(work)]


_PLANNED: Final = frozenset(("mystery", "heist", "escape", "survival"))
"""Shapes that take what they take, and nothing besides."""


def _named(item: Item) -> set[str]:
    return {lemma(word, "noun") or word for word in re.findall(r"[a-z]+", item.phrase.partition(" for ")[0])} | {
        item.slot.removeprefix("subject/")
    }
