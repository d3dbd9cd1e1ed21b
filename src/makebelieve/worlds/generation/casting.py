"""One part for everybody whom a premise names: who has none by the deed stands by if they are alive and at hand, and else in no scene."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.attending import presence_of
from makebelieve.worlds.generation.bystanders import suspected
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Figure, Goal, WorldDraft
from makebelieve.worlds.generation.draft import Part as Part_
from makebelieve.worlds.generation.english import pictorial
from makebelieve.worlds.generation.morphology import is_plural, plural
from makebelieve.worlds.generation.reading import lead
from makebelieve.worlds.generation.solitude import is_alone
from makebelieve.worlds.generation.states import barred
from makebelieve.worlds.generation.tellings import read

_CLOSE: Final = word_set(
    "mother father mum mom dad grandmother grandfather grandma grandpa granny grandad aunt uncle sister brother cousin wife husband daughter son friend"
    " neighbour neighbor roommate classmate colleague teacher partner twin"
)
"""Those of whoever plays who can be asked for help, where the premise says nothing against it."""
_BENIGN: Final = word_set("help know love want like believe show teach tell hope live wait work cook bake need promise own run")
"""What somebody may be said to do who is at hand and means well."""
_AWAY_FROM_BEDS: Final = frozenset(("win", "defeat", "survive", "escape", "steal", "explore"))
"""Purposes of deeds that are not done beside somebody who lies ill or asleep."""
_FOR_THE_DEAD: Final = frozenset(
    (
        "funeral",
        "burial",
        "bury",
        "grave",
        "gravestone",
        "tombstone",
        "tomb",
        "coffin",
        "eulogy",
        "requiem",
        "obituary",
        "memorial",
        "wreath",
    )
)
"""What is held or made for somebody who is dead."""
_CHOOSING: Final = frozenset(("decide", "choose", "pick", "judge"))
_SUSPECTED: Final = [["which", "of"], ["one", "of"], ["who", "of"]]
"""Words before those of whom one has done it."""


_ACCUSED: Final = frozenset(("suspect", "accuse", "blame", "think", "believe", "arrest"))
"""What is done to whoever may have done it."""
_ONE_OF_THEM: Final = re.compile(r"\b(?:one|which) of them\b", re.IGNORECASE)


def asks_about(goal: Goal) -> bool:
    """Whether something is to be found out of whom the goal names: they need not be there. Those among whom is chosen are."""
    return goal.purpose == "solve" and (goal.verb or "") not in _CHOOSING


def cast_parts(draft: WorldDraft, shape: str) -> WorldDraft:
    """The draft with a part for each of its people: those without one help if they are close and at hand, stand by, are kept from, or are nowhere."""
    alone = is_alone(draft.premise)
    along = any(one.part == "companion" for one in draft.companions)
    buried = bool(_FOR_THE_DEAD & set((draft.goal.deed or "").lower().split()))  # "hold a funeral for a man nobody liked"
    people: list[Figure] = []
    for one in draft.people:
        part = one.part
        lying = part in ("object", "witness", "recipient") and barred(one.states, "move") and draft.goal.purpose in _AWAY_FROM_BEDS
        lying = lying and one.noun not in (draft.goal.deed or "").split()
        if shape == "mystery" and _is_accused(draft, one):
            part = "suspect"
        elif alone or lying or (buried and part == "recipient") or barred(one.states, "met"):
            part = "absent"
        elif part == "bystander":
            taken = along or any(other.part == "giver" for other in people)
            part = "suspect" if _may_have(draft, shape, one) else _presence(draft, one)
            part = "giver" if part == "present" and not taken and _can_help(draft, one) else part
        elif part == "object" and draft.goal.purpose == "solve" and _is_watched(draft, one):
            part = "suspect"
        people.append(one.model_copy(update={"part": part}))
    receiver = draft.recipient
    named = receiver is not None and f" of {receiver.phrase}" in (draft.goal.object or "")  # "a busload of fans" are what is brought
    if receiver is not None and (alone or named or buried or barred(receiver.states, "met")):
        receiver = receiver.model_copy(update={"part": "absent"})
    return draft.model_copy(update={"people": people, "recipient": receiver})


def _presence(draft: WorldDraft, one: Figure) -> Part_:
    """Whether somebody without a part stands in the story, is kept from, or is nowhere: by what is said of them."""
    reading, places = read(draft.premise), {site.noun for site in draft.places}
    if one.category not in ("person", "group", "creature", "robot") or (
        barred(one.states, "move") and ("asleep" not in one.states or draft.goal.purpose in _AWAY_FROM_BEDS)
    ):
        return "absent"
    said = {presence_of(reading, phrase, places) for phrase in reading.found if phrase.noun == one.noun}
    return "absent" if "absent" in said or not said else "dreaded" if "dreaded" in said else "present"


_SUSPECTING: Final = frozenset(("suspect", "accuse", "blame", "watch", "follow"))


def _is_watched(draft: WorldDraft, one: Figure) -> bool:
    """Whether somebody of whom it is asked is about: "suspects the vicar", "why the first mate is planning a mutiny"."""
    if one.plural or one.category != "person" or barred(one.states, "talk"):
        return False
    reading = read(draft.premise)
    said = [phrase for phrase in reading.found if phrase.noun == one.noun]
    done = {verb for phrase in said for verb in phrase.undergoes}
    return done <= _SUSPECTING and _presence(draft, one) == "present" and all(phrase.determiner not in ("a", "an") for phrase in said)


def _may_have(draft: WorldDraft, shape: str, one: Figure) -> bool:
    """Whether somebody can be asked, and may have done what is to be found out: nobody to whom it was done."""
    if one.plural or barred(one.states, "talk"):
        return False
    reading = read(draft.premise)
    named = any(suspected(reading, phrase) for phrase in reading.found if phrase.noun == one.noun)
    return named or (shape == "mystery" and not _undergoes(draft, one))


def _is_accused(draft: WorldDraft, one: Figure) -> bool:
    """Whether a premise says that somebody is suspected: "the inspector suspects the vicar", "she thinks the conductor did it"."""
    if one.plural or one.category != "person" or barred(one.states, "met") or barred(one.states, "talk"):
        return False
    done = {verb for phrase in read(draft.premise).found if phrase.noun == one.noun for verb in phrase.undergoes}
    return bool(done & _ACCUSED)


def _undergoes(draft: WorldDraft, one: Figure) -> bool:
    return any(phrase.undergoes for phrase in read(draft.premise).found if phrase.noun == one.noun)


def _can_help(draft: WorldDraft, one: Figure) -> bool:
    """Whether somebody is close to whoever plays, a person who speaks and is in no state against it, and nothing is told of them that may be."""
    if one.owner is None or one.also or one.plural or one.category != "person" or one.noun not in _CLOSE:
        return False
    if barred(one.states, "help") or barred(one.states, "talk") or draft.goal.purpose == "solve":
        return False
    if draft.player is not None and {draft.player.pronoun, one.owner} in ({"he", "her"}, {"she", "his"}):
        return False  # the mother of his granddaughter
    acts = {verb for phrase in read(draft.premise).found if phrase.noun == one.noun for verb in phrase.acts}
    return acts <= _BENIGN and not _undergoes(draft, one)


def suspects(draft: WorldDraft, helpers: list[Part], chance: Chance) -> list[Part]:
    """The helpers where one of a group has done what is to be found out: those who are asked are of that group, each with a name."""
    group = suspected_group(draft)
    if group is None:
        return helpers
    names = [(one.short, one.pronoun) for one in helpers[1:] if not one.stated and one.short.isalpha()]
    noun, phrase = group
    sexes: tuple[str, ...] = ("she",) * 3 if noun in SHE else ("he",) * 3 if noun in HE else ("she", "he", "she")
    names = names if len(set(sexes)) > 1 else []
    for pronoun in sexes:
        names.append((chance.fresh(sorted(tables.read("first_names")[pronoun].words("names")), "suspect").capitalize(), pronoun))
    look, of = f"one of the {pictorial(phrase if is_plural(phrase) else plural(phrase))}", helpers[-1]
    named = [(name, pronoun) for name, pronoun in dict(names).items() if name not in draft.premise][:3]
    other = next((one for one in helpers if one.role != noun), helpers[0])  # who only helps is not one of those who are suspected
    return [
        other,
        *(
            replace(
                of,
                full=name,
                short=name,
                look=look,
                body="biped",
                pronoun=pronoun,
                plural=False,
                role=noun,
                stated=False,
                kinds=frozenset(),
            )
            for name, pronoun in named
        ),
        *helpers[4:],
    ]


def suspected_group(draft: WorldDraft) -> tuple[str, str] | None:
    """Those of whom one has done it, the noun of one and what they are called: "cook", "five cooks" for "which of the five cooks did it"."""
    reading = read(draft.premise)
    if re.match(r"find out (?:why|how|where|when|what)\b", draft.goal.deed or ""):
        return None  # whoever casts no shadow has done nothing
    if not (draft.goal.purpose == "solve" or draft.goal.verb == "find_out") or draft.goal.verb in _CHOOSING:
        return None
    for phrase in reading.found:
        at = lead(reading, phrase)[0]
        while at > 0 and reading.tokens[at - 1].tag in ("D", "#", "A"):
            at -= 1
        led = [token.word for token in reading.tokens[max(0, at - 2) : at]]
        meant = led in _SUSPECTED or (phrase.start < 4 and _ONE_OF_THEM.search(draft.premise) is not None)
        one_of = led[-1:] == ["which"] and not phrase.plural  # "which guest did it"
        if (one_of or (meant and phrase.plural)) and classify(phrase.noun)[0] == "person":
            return phrase.noun, " ".join(token.word for token in reading.tokens[at : phrase.end] if token.tag != "D")
    return None
