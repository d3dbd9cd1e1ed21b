"""Who is about where a story plays: a ward sister in a hospital, a warden in an air raid. They come before the people of the genre."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.draft import Figure, WorldDraft
from makebelieve.worlds.generation.nations import people_of, strange_to
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.occasions import shows_at, table
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.solitude import LATE
from makebelieve.worlds.generation.sparing import without
from makebelieve.worlds.generation.states import barred
from makebelieve.worlds.generation.suiting import fellow_beasts, of_another_age, plain, suited
from makebelieve.worlds.generation.years import not_yet

ANYWHERE: Final = frozenset(("*",))
"""The kinds of places of those whom what goes on brings about: a warden in an air raid."""
_TALKING: Final = frozenset(("fairy", "nature", "mythology"))
"""Genres whose beasts talk."""
_OWN_KIND: Final = frozenset(("nature", "mythology"))
"""Genres whose stories are peopled by beasts or gods wherever they play."""


_LEAST: Final = 6
"""So many people a story may need."""


def who_is_about(
    genre: tables.Entry, draft: WorldDraft, era: str, places: list[Place], hero: str = ""
) -> tuple[tables.Entry, dict[str, frozenset[str]]]:
    """The genre with the people a world may be peopled by, and those at home in its places; nobody who does not suit the premise or doubles its hero."""
    if beasts := fellow_beasts(draft):  # no visitor with a bag of crumbs has work for a mouse
        return _peopled(genre, beasts), {}
    human = draft.player is not None and draft.player.category == "person" and draft.player.body == "biped"
    human = human or (draft.genre == "nature" and _of_people(draft, hero))
    if (nation := people_of(draft.premise, era)) and (human or draft.genre != "nature"):  # no goose girl among samurai
        others = suited(nation, draft, places, hero)
        return _peopled(genre, others if len(others) > _LEAST - 3 else nation), {}
    if draft.genre == "nature" and human:  # a vet in a zoo asks no beaver
        about = locals_of("modern", era, places, draft.occasions)
        allies = tables.read("people")["walkers"].items("ally")
        about = {row: where for row, where in about.items() if row not in allies}
    else:
        strange = strange_to(draft.premise)
        about = locals_of(draft.genre, era, places, draft.occasions)
        late = not_yet(draft.premise)  # nobody sells kebabs in 1940
        about = {row: where for row, where in about.items() if all(no is None or without((row,), no) for no in (strange, late))}
        allies = plain(draft, era) if of_another_age(draft, genre) else genre.items("ally")
    here = suited(about, draft, places, hero)
    allies = suited(allies, draft, places, hero)
    if len(here) + len(allies) < _LEAST:
        allies += tuple(row for row in suited(plain(draft, era), draft, places, hero) if row not in allies)
    return _peopled(genre, allies), {row: about[row] for row in here}


def _of_people(draft: WorldDraft, hero: str) -> bool:
    """Whether who plays is made up of people, "a class of six-year-olds", or is somebody whom the premise does not name, "an old friend of the family"."""
    if draft.player is None:
        return classify(head_of(hero))[0] == "person"
    words = re.findall(r"[a-z]+", draft.player.phrase.lower())
    return draft.player.category == "group" and not any(classify(lemma(word, "noun") or word)[0] == "creature" for word in words)


def _peopled(genre: tables.Entry, rows: tuple[str, ...]) -> tables.Entry:
    return tables.Entry(genre.title, genre.rows | {"ally": rows})


def locals_of(genre: str, era: str, places: list[Place], occasions: list[str]) -> dict[str, frozenset[str]]:
    """Rows of people of the occasions, then of the places, for the age `era`, with the kinds of places where each may stand; nobody where the genre has its own kind of beings."""
    if genre in _OWN_KIND:
        return {}
    kinds, going_on = {place.entry.title for place in places}, set(occasions)
    ages = tables.read("ages")
    if era not in ("late", "far") and kinds & (ages["now"].words("kinds") - ages["steam"].words("kinds")):
        era = "now"  # whatever the genre, a garage stands in our day
    known = [
        entry
        for entry in tables.read("people").values()
        if (not entry.items("ages") or era in entry.words("ages")) and genre not in entry.words("but")
    ]
    shown = {title: _where(title, places) for title in occasions}
    about = {
        row: frozenset[str]().union(*(shown[title] for title in entry.words("occasions") & going_on))
        for entry in known
        if entry.words("occasions") & going_on
        for row in entry.items("ally")
    }
    about = {row: where | {LATE} for row, where in about.items() if where}
    return about | {
        row: entry.words("places") for entry in known if entry.words("places") & kinds for row in entry.items("ally") if row not in about
    }


def _where(occasion: str, places: list[Place]) -> frozenset[str]:
    """The kinds of places in which an occasion brings people about: a wedding's cooks stand in no churchyard."""
    entry = table().get(occasion)
    if entry is None or not entry.items("where"):
        return ANYWHERE
    return frozenset(place.entry.title for place in places if shows_at(entry, place))


def asked(draft: WorldDraft, shape: str) -> list[Figure]:
    """Those of the premise who can be asked, or have things to give: who goes along or is close, and all who may have done it where that is the question."""
    along = [one for one in draft.companions[:1] if not barred(one.states, "help") and _speaks(one, draft)]
    if shape != "mystery":
        return [*along, *(one for one in draft.people if one.part == "giver")][:1]
    return [*along, *(one for one in draft.people if one.part == "suspect"), *(one for one in draft.companions[1:] if not one.plural)]


def _speaks(one: Figure, draft: WorldDraft) -> bool:
    """Whether somebody can be asked things: beasts only where beasts talk."""
    talking = draft.genre in _TALKING or re.search(r"\b(?:talking|talks|speaks)\b", draft.premise) is not None
    fellow = draft.player is not None and draft.player.category == "creature"
    return one.category != "creature" or one.body == "biped" or talking or fellow


def guided(helpers: list[Part], draft: WorldDraft, start: Place) -> list[Part]:
    """Whoever is asked for advice comes first: one who goes along ("with her goat", "me and my dad"), else one of those who are met at the
    start, and nobody whom the premise names."""
    if not helpers:
        return []
    first = helpers[0]
    if not first.stated:
        at_hand = [one for one in helpers if one.kinds & {start.entry.title, "*"}] or [one for one in helpers if not one.kinds] or helpers
        return [at_hand[0], *(one for one in helpers if one is not at_hand[0])]
    noun = re.escape(first.short.split()[-1].lower())
    close = [*draft.companions[:1], *(one for one in draft.people if one.part == "giver")]
    along = any(one.part in ("companion", "giver") and first.role == one.phrase for one in close)
    if not first.stated or along or re.search(rf"\b(?:with|and) (?:[a-z]+ ){{0,2}}{noun}\b", draft.premise.lower()):
        return helpers
    free = [one for one in helpers if not one.stated]
    guide = next((one for one in free if one.kinds & {start.entry.title, "*"}), free[0] if free else first)
    return [guide, *(one for one in helpers if one is not guide)]


def questioned(helpers: list[Part], places: list[Place]) -> list[Part]:
    """The helpers of an inquiry: after the first those whom the premise names, those at home where it happened, and those at home close by."""
    scene, near = {places[0].entry.title}, {place.entry.title for place in places[1:4]}

    def strangeness(one: Part) -> int:
        return 0 if one.stated else 1 if one.kinds & scene else 2 if one.kinds & near else 3 if not one.kinds else 4

    return [*helpers[:1], *sorted(helpers[1:], key=strangeness)]
