"""The account of a reading: what was understood, what was assumed, what meant nothing, and all of it said again in one plain sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from makebelieve.worlds.generation.deeds import named_once
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS, REFLEXIVES
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import HOURS

if TYPE_CHECKING:
    from makebelieve.worlds.generation.builder import Builder
    from makebelieve.worlds.generation.draft import WorldDraft
    from makebelieve.worlds.generation.ground import Json
    from makebelieve.worlds.generation.places import Place

_LONGEST: Final = 300
_I: Final = re.compile(r"\b(?:I|we|me|us)\b")
_ONES_OWN: Final = re.compile(r"\b(?:my|our|I|me|we|us)\b")


def understood(draft: WorldDraft, shape: str, b: Builder) -> Json:
    """What was read, what was assumed, what meant nothing."""
    sentence = in_a_sentence(draft, b)
    known = {"foe"} if b.foe.absent else set[str]()
    if sentence.startswith("I ") and _I.search(draft.premise):
        known.add("player")
    return {
        "genre": draft.genre,
        "alternatives": draft.genres[1:],
        "shape": shape,
        "player": b.scenery.player.full,
        "goal": {"purpose": b.purpose, "object": draft.goal.object if draft.goal.deed else b.scenery.seen["goal"], "deed": draft.goal.deed},
        **({} if b.foe.absent else {"foe": b.foe.full}),
        "places": [place.name for place in b.places if place.stated],
        "hour": HOURS[b.hour],
        "weather": b.scenery.weather,
        "assumed": [one for one in draft.assumed if one not in known],
        "not_understood": draft.not_understood,
        "sentence": sentence,
    }


def in_a_sentence(draft: WorldDraft, b: Builder) -> str:
    """Who must do what, where and by when, as it was read: a premise in the form that is read most surely, to be put right and given back.
    Empty where no deed was read."""
    deed = named_once(draft.goal.deed or "")
    if not deed:
        return ""
    player, deadline = b.scenery.player, draft.deadline or ""
    if not _ONES_OWN.search(draft.premise):
        deed, deadline = (re.sub(r"\bmy\b", PRONOUNS[player.pronoun][2], told) for told in (deed, deadline))
        deed = re.sub(r"\bmyself\b", REFLEXIVES.get(player.pronoun, "themselves"), deed)
        deed = re.sub(r"\bme\b", PRONOUNS[player.pronoun][1], deed)
    mine = not player.stated and (draft.teller is not None or _ONES_OWN.search(f"{deed} {draft.premise}") is not None)
    who = "I" if mine else player.full if player.stated else player.full.split(" with ")[0]
    must = "have to" if mine or player.plural else "has to"
    said = f"{deed} {deadline}".lower()
    read = {site.phrase.lower(): site for site in draft.places}  # others may have been guessed
    place = next((one for one in b.places if one.stated and bare(one.name).lower() in read), None)
    where = ""
    if place is not None and not re.search(rf"\b{re.escape(read[bare(place.name).lower()].noun)}", said):
        where, of_hero = _where(draft, place)
        who, where = (f"{who}{where}", "") if of_hero and not mine and where.split()[-1] not in who else (who, where)
    said = deed.lower()
    when = f" {deadline}" if deadline and deadline.lower() not in said else ""
    return capital(f"{who} {must} {deed}{where}{when}".strip())[:_LONGEST].rstrip(" .") + "."


def _where(draft: WorldDraft, place: Place) -> tuple[str, bool]:
    """Where it is done, and whether the premise says it of who plays: "the oldest tortoise | in the zoo"; nothing where a place is only spoken of ("but the
    only furnace belongs to her rival")."""
    named = re.escape(bare(place.name))
    if " of " in place.name:  # "the lobby of the hotel"
        named = f"(?:{named}|{re.escape(place.name.rpartition(' of ')[2].removeprefix('the '))})"
    found = re.search(
        rf"\b(?:in|on|at|inside|aboard|into|to|from|under|beneath|through|behind|beyond|near|of|by|onto|outside) (?:[a-z]+ )?{named}\b",
        draft.premise,
        re.IGNORECASE,
    )
    if found is None:
        return "", False
    before = draft.premise[: found.start()].rstrip().lower()
    hero = draft.player is not None and before.endswith(draft.player.phrase.lower()) and not place.at.startswith("to")
    if draft.goal.verb in _FROM_THERE and place.at.startswith(("in ", "on ", "at ", "inside ", "aboard ")):
        return f" from {place.name}", False
    return f" {place.at}", hero


_FROM_THERE: Final = frozenset(("get_back", "retrieve", "fetch", "bring_back", "take_back"))
