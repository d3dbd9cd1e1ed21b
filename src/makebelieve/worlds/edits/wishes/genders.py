"""Somebody is a man or a woman: the nouns that say so, and the pronouns that agree."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.wishes.names import call, role
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import plural_verb

PAIRS: Final = (
    ("daughter", "son"), ("girl", "boy"), ("woman", "man"), ("witch", "wizard"), ("queen", "king"), ("princess", "prince"), ("sister", "brother"), ("mother", "father"), ("wife", "husband"), ("lady", "lord"),
    ("waitress", "waiter"), ("actress", "actor"), ("nun", "monk"), ("priestess", "priest"), ("heroine", "hero"), ("grandmother", "grandfather"), ("granddaughter", "grandson"), ("aunt", "uncle"), ("bride", "groom"),
    ("headmistress", "headmaster"), ("stewardess", "steward"), ("duchess", "duke"), ("countess", "count"), ("empress", "emperor"), ("goddess", "god"), ("niece", "nephew"), ("widow", "widower"), ("sorceress", "sorcerer"),
    ("fisherwoman", "fisherman"), ("policewoman", "policeman"), ("businesswoman", "businessman"), ("cowgirl", "cowboy"), ("schoolgirl", "schoolboy"), ("mistress", "master"), ("landlady", "landlord"), ("hen", "cock"), ("cow", "bull"), ("gal", "guy"),
)  # fmt: skip
_FEMALE: Final = frozenset(("girl", "woman", "female", "lady", "she", "gal", "heroine", "queen", "princess"))
_MALE: Final = frozenset(("boy", "man", "male", "guy", "he", "gentleman", "lad", "king", "prince"))
_SHE: Final = {"she": ("she", "her", "her"), "he": ("he", "him", "his")}


def gender_of(text: str) -> str:
    bare = re.sub(r"^(?:(?:an?|the|be|to be|young|old|little|small) )+", "", text.strip().lower())
    first = bare.split()[0] if bare else ""
    return "she" if first in _FEMALE and len(bare.split()) == 1 else "he" if first in _MALE and len(bare.split()) == 1 else ""


def gendered(draft: Draft, thing: Thing, gender: str) -> str:
    """Somebody is a man or a woman: nouns that say the other give way, and how they move is told so."""
    swaps = {a if gender == "he" else b: b if gender == "he" else a for a, b in PAIRS}
    head = thing.name.split()[-1].lower()
    told = ""
    if head in swaps:
        new = re.sub(rf"{re.escape(head)}$", swaps[head], thing.name, flags=re.IGNORECASE)
        call(draft, thing, new)
        draft.world = renaming.told_everywhere(draft.world, lambda text: re.sub(rf"\b{re.escape(head)}\b", swaps[head], text))
        told = f"{capital(thing.name)} is now {new} everywhere"
    if thing.kind == "player":
        player_moves(draft, gender)
        draft.subject = naming.find(draft.world, "the player") or thing
        return told or f"{capital(thing.name)} is now told as {'a woman' if gender == 'she' else 'a man'}"
    pronouns_agree(draft, thing, gender)
    draft.subject = naming.find(draft.world, re.sub(rf"{re.escape(head)}$", swaps.get(head, head), thing.name), ("person", "foe")) or thing
    if not told and thing.kind == "person":
        what = "a woman" if gender == "she" else "a man"
        told = role(draft, thing, _told_so(thing.about, gender, swaps) if thing.about else what)
        return f"{capital(thing.name)} is now {what}" if thing.about else told
    return told or f"{capital(thing.name)} is now {'a woman' if gender == 'she' else 'a man'}"


def _told_so(about: str, gender: str, swaps: dict[str, str]) -> str:
    """ "an armourer with a hammer in her belt" as a man: the trade stays, and what says otherwise gives way."""
    bad, own = ("his", "her") if gender == "she" else ("her", "his")
    made = re.sub(rf"\b{bad}\b", own, re.sub(r"[a-z]+", lambda one: swaps.get(one[0], one[0]), about))
    shown = re.search(rf"\b(?:{'|'.join(swaps.values())}|{own})\b", made)
    return (
        made
        if shown
        else re.sub(r"^(?:an?|the) ", lambda one: f"{'the' if one[0] == 'the ' else 'a'} {'female' if gender == 'she' else 'male'} ", made)
    )


def player_moves(draft: Draft, gender: str) -> None:
    """The player's movements are told as hers or his."""
    subject, obj, own = _SHE[gender]

    def change(text: str) -> str:
        made = re.sub(
            r"\b(?P<s>[Tt]hey) (?P<v>[a-z]+)\b(?P<rest>[^.]*)",
            lambda one: f"{capital(subject) if one['s'] == 'They' else subject} {_one(one['v'])}{_also(one['rest'])}",
            text,
        )
        made = re.sub(r"\b[Tt]heir\b", lambda one: capital(own) if one[0][0] == "T" else own, made)
        made = re.sub(r"\bthemselves\b", "herself" if gender == "she" else "himself", made)
        if not re.search(r"\b(?:hands|feet|arms|fingers|shoulders|eyes)\b", made):  # "rub their hands, then let them hang"
            made = re.sub(r"\bthem\b", obj, made)
        if gender == "she":
            made = re.sub(r"\b[Hh]e\b", lambda one: "She" if one[0][0] == "H" else "she", made)
            made = re.sub(r"\b[Hh]is\b", lambda one: "Her" if one[0][0] == "H" else "her", made)
            return re.sub(r"\bhimself\b", "herself", re.sub(r"\bhim\b", "her", made))
        made = re.sub(r"\b[Ss]he\b", lambda one: "He" if one[0][0] == "S" else "he", made)
        return re.sub(r"\bherself\b", "himself", re.sub(r"\b[Hh]er\b", lambda one: "His" if one[0][0] == "H" else "his", made))

    for state in draft.states.values():
        if "movement" in state:
            state["movement"] = {key: change(one) for key, one in state["movement"].items()}


def _also(rest: str) -> str:
    """What follows a verb, with the verbs that go on after "and" or "then" for one person too."""
    return re.sub(
        r"(?P<j>\b(?:and|then) )(?P<v>[a-z]+)\b",
        lambda one: (
            f"{one['j']}{_one(one['v'])}"
            if (lemma(one["v"], "verb") == one["v"] and lemma(one["v"], "noun") is None) or one["v"] in _GO_ON
            else one[0]
        ),
        rest,
    )


_GO_ON: Final = frozenset(("look", "let", "stop", "turn", "hang", "wait", "pause", "step", "hurry"))
"""Verbs of the movements that could be nouns too."""


def _one(verb: str) -> str:
    from makebelieve.worlds.edits.wishes.endings import third

    return {"are": "is", "have": "has", "do": "does"}.get(verb, third(verb) if plural_verb(third(verb)) == verb else verb)


def pronouns_agree(draft: Draft, thing: Thing, gender: str) -> None:
    """Pronouns in what is told of somebody agree."""
    bad, good = ("he", "she") if gender == "she" else ("she", "he")
    pairs = {"he": ("his", "him"), "she": ("her", "her")}
    for event in draft.events:
        if thing.name in str(event.get("label", "")) or thing.name in str(event.get("base", "")):
            for part in ("base", "narration"):
                text = str(event.get(part, ""))
                if text and not re.search(r"\bthey\b", text):
                    text = re.sub(rf"\b{bad}\b", good, text)
                    event[part] = re.sub(rf"\b{pairs[bad][0]}\b", pairs[good][0], text)
