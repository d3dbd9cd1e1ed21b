"""Somebody new is put in: where they stand, beside whom, with what they say."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import conduct
from makebelieve.worlds.edits.meaning.saying import fitted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes import (
    matters,
    people,
    phrases,
    whereabouts,
)
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.morphology import article


def _beasts(who: str) -> bool:
    return classify(lemma(who.split()[-1], "noun") or who.split()[-1])[0] == "creature"


def _about(draft: Draft, who: str) -> str | None:
    """Animals, many and nowhere in particular: seen in the first places."""
    bare = re.sub(r"^(?:some|more|a few|many|lots of|several) ", "", who)
    done = []
    for key in naming.in_order(draft.world, again=False)[:3]:
        try:
            matters.seen_there(draft, key, f"some {bare}")
        except Unsure:
            continue
        done.append(at(draft, key))
    return f"There are now {bare} {naming.listed(done)}" if done else None


def _newcomers(draft: Draft, several: list[str], place: Thing | None) -> str | None:
    """ "a cook, a pilot and a stowaway": each put in, where none is named in places of their own."""
    order = naming.in_order(draft.world, again=False)
    answers = []
    for number, one in enumerate(several[:5]):
        spot = place or Thing("place", order[number % len(order)], "")
        answer = newcomer(draft, one, spot)
        if answer is None:
            return None
        answers.append(answer)
    draft.subject = None
    return ". ".join(answers)


def voice(draft: Draft, what: str, place: Thing | None, line: str) -> str | None:
    """Somebody new who says something: "a computer voice that says 'oxygen low'"."""
    first = newcomer(draft, what, place)
    if first is None or draft.subject is None:
        return None
    second = conduct.says(draft, draft.subject, line)
    return f"{first}. {second}" if second else None


_BEINGS: Final = re.compile(r"\b(?:talking|speaking|singing|whispering|living) \w|\b(?:voice|ghost|spirit|stranger|crowd|crew|couple|twins?|family|people|somebody|someone|kids?|character|npc|person)$", re.IGNORECASE)  # fmt: skip


def being(what: str) -> bool:
    """Whether a noun phrase is somebody who can be put in a place."""
    np = re.split(
        r",? (?:who|that|which|with|named|called|selling|playing|singing|sitting|standing|waiting|sleeping|to talk to|you can|one can)\b",
        what.strip(),
    )[0]
    if re.match(
        r"(?:an? |the |some )?(?:portrait|statue|picture|painting|photo|poster|doll|drawing|book|smell|sound|sign|choice|hint)s?\b",
        np,
        re.IGNORECASE,
    ):
        return False
    return phrases.is_living(np) or bool(_BEINGS.search(np)) or (naming.proper(np) and not phrases.is_place(np) and len(np.split()) < 4)


def newcomer(draft: Draft, what: str, place: Thing | None) -> str | None:
    """Somebody new, in the place that is named or else where the story starts."""
    if place is not None and place.kind != "place":
        return None
    key = place.id if place is not None else draft.world["entrance"]["state"]
    who = re.sub(r"^(?:have |see |meet |to meet |also )", "", what)
    who = re.sub(r" (?:in (?:it|there|this|here|the (?:game|story|world)))$", "", who)
    if re.search(r"\b(?:gives?|tells?|shows?|says?|is|are|has|was|should)\b", re.split(r" (?:who|that|which) ", who)[0]):
        return None
    who = re.sub(
        r",? (?:(?:that|who|whom|which) )?(?:(?:you|one|the player|players|i|we) (?:can|could|may|should) (?:be able to )?(?:talk|speak|chat)(?: (?:to|with))?|to (?:talk|speak|chat) (?:to|with)|too|somewhere|around|there|would help|as well)$",
        "",
        who,
        flags=re.IGNORECASE,
    )
    if len(who.split()) > 16 or (
        re.match(r"(?:the|my|his|her|their) ", who) and naming.find(draft.world, who, ("person", "player", "goal"), loose=False)
    ):
        return None
    where = re.fullmatch(r"(?P<np>.+?) (?:in|at|inside) the (?P<t>[a-z]+(?: [a-z]+){0,3}?)(?P<d>(?:,? (?:who|that|which) .+)?)", who)
    if where and place is None and phrases.is_place(f"the {where['t']}") and not naming.sightings(draft.world, where["t"]):
        names = naming.listed([draft.builder.place_of[one].name for one in naming.in_order(draft.world, again=False)], "or")
        raise Unsure(
            f"There is no {where['t']} here. In which place shall {where['np']} be: {names}? Or say: add {article(where['t'])} next to {draft.builder.place_of[key].name}."
        )
    spot = draft.builder.place_of[key].name
    who = re.sub(r"^(?:an?other|one more) [\w ]+?, (?=an? )", "", who)
    who = re.sub(r"^(?:somebody|someone)\b", "a stranger", who)
    if (
        place is None
        and naming.many(re.sub(r"^(?:some|more|a few|many|lots of|several) ", "", who))
        and not re.search(r"\b(?:talk|speak|who|called|named)\b", who)
        and _beasts(who)
    ):
        return _about(draft, who)
    if (several := re.split(r",? and (?=an? )|, (?=an? )", who))[1:] and all(being(one) for one in several):
        return _newcomers(draft, several, place)
    said = people.being(draft, fitted(who=who, t=spot))
    if said is None:
        does = re.fullmatch(r"(?P<np>.+?),? (?P<d>(?:who|that|which|with) .+)", who)
        said = people.put(draft, key, does["np"] if does else who, "", does["d"] if does else "")
    if place is None and draft.subject is not None:
        other = next((draft.builder.place_of[one].name for one in naming.in_order(draft.world)[1:]), spot)
        return f"{said}, where it starts. To have {'them' if naming.many(draft.subject.name) else 'it' if draft.subject.name[:1].islower() else 'them'} elsewhere say: put {draft.subject.name} in {other}"
    return said


def beside(draft: Draft, thing: Thing, what: str) -> str | None:
    """Somebody new at the side of somebody known."""
    key = next((one for one in whereabouts.seen_at(draft, thing) if "ending" not in draft.states[one]), None)
    return newcomer(draft, what, Thing("place", key, draft.builder.place_of[key].name)) if key else None
