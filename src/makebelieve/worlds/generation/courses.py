"""Where races go: over open country that suits what is raced, from a start that has room for it to a finish."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.places import Place, made_place, of_age, plain_name

_COURSES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        r"row(?:s|ing|ers?)?|regatta|boats?|canoes?|kayaks?|rafts?|sail(?:s|ing)?|dinghy|dinghies|coracles?|punts?",
        "towpath canal shore_bridge lake_shore river_crossing",
        "towpath quay lake_shore",
    ),
    (
        r"sleds?|sledges?|sledding|huskies|husky|ski(?:s|ing)?|snowboards?|toboggans?|snowmobiles?",
        "ski_slope deep_forest frozen_lake snowfield hillside",
        "ski_slope snowfield",
    ),
    (r"camels?|caravans?", "desert_dunes oasis salt_flat canyon", "racetrack oasis"),
    (
        r"horses?|pon(?:y|ies)|jockeys?|gallop|donkeys?|chariots?|mules?|ostrich(?:es)?|steeplechase",
        "meadow hillside river_crossing road farm",
        "racetrack meadow village_green",
    ),
    (
        r"bikes?|bicycles?|cycl(?:e|ing|ists?)|tandems?|scooters?|soapbox(?:es)?|wheelchairs?|skateboards?|mowers?|tractors?|prams?|beds?",
        "road hillside shore_bridge country_village park",
        "town_square village_green",
    ),
    (
        r"karts?|cars?|motorbikes?|motorcycles?|rally|prix|trucks?",
        "road hillside shore_bridge country_village",
        "racetrack town_square",
    ),
    (
        r"sack|egg[- ]and[- ]spoon|three[- ]legged|wheelbarrows?|pancakes?|cheese|snails?|tortoises?|ducks?|pigs?|sheep|hens?",
        "village_green meadow farm hillside river_crossing road",
        "village_green training_field meadow",
    ),
    (
        r"relay|run(?:s|ning|ners?)?|sprint(?:s|er|ers)?|marathon|cross[- ]country|races?|laps?|obstacle|hurdles?",
        "park road hillside training_field meadow shore_bridge",
        "training_field stadium racetrack village_green",
    ),
)
"""What is raced -> kinds of places of its course, and of its finish."""
_INDOORS: Final = re.compile(
    r"\b(?:corridors?|stairs|staircase|indoors?|office chairs?|supermarket|shopping trolleys?|swimming|swim|pool|spaceships?|rockets?|starships?|pods?|dragons?|brooms?|balloons?|airships?"
    r"|planes?|underwater|seahorses?|submarines?|ice rink|skates?|skating|treadmills?)\b",
    re.IGNORECASE,
)
"""Races that go through rooms, through the air, under the sea or over no land of ours."""
FIRST_LEG: Final = 3
"""Which of the places of a race its course begins with; the last is its finish."""


def _course_of(draft: WorldDraft) -> tuple[list[str], list[str]] | None:
    if _INDOORS.search(draft.premise):
        return None
    deed = f"{draft.goal.deed or ''} {draft.goal.object or ''}"
    for text in (deed, draft.premise):
        for words, along, ends in _COURSES:
            if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) and not (text is deed and "races?" in words):
                kinds, finish = ([one for one in row.split() if of_age(one, draft.genre, draft.age)] for row in (along, ends))
                return kinds, finish
    return None


def outdoors(places: list[Place], draft: WorldDraft, taken: set[str]) -> list[Place]:
    """The places of a race with those of its course that are rooms put right: nobody runs a relay through a washroom."""
    course = _course_of(draft)
    if course is None or len(places) <= FIRST_LEG + 1 or any(place.air == "sea" for place in places):
        return places
    before, legs, end = places[:FIRST_LEG], places[FIRST_LEG:-1], finish(places[-1], draft)
    if end.air != "open" and course[1]:  # the school's egg and spoon race starts at the school
        before = [end, *before[: FIRST_LEG - 1]]
        end = made_place(plain_name(course[1][0]), course[1][0], taken, stated=True)
    kept = [leg for leg in legs if leg.air == "open" and leg.stated]
    used = {place.entry.title for place in (*before, *kept, end)}
    kinds = [kind for kind in course[0] if kind not in used]
    fresh = [made_place(plain_name(kind), kind, taken) for kind in kinds[: len(legs) - len(kept)]]
    if len(fresh) + len(kept) < len(legs):
        fresh += [leg for leg in legs if leg.air == "open" and leg not in kept][: len(legs) - len(fresh) - len(kept)]
    if len(fresh) + len(kept) < len(legs):
        return places
    return [*before, *kept, *fresh, end]


def finish(place: Place, draft: WorldDraft) -> Place:
    """Where a race ends that is told by the race alone: a sack race ends on the green."""
    course = _course_of(draft) if place.entry.title == "racetrack" and place.stated else None
    kinds = course[1] if course is not None else []
    if not kinds or kinds[0] == "racetrack" or "track" in place.name or "course" in place.name:
        return place
    return replace(place, entry=tables.read_all("places")[kinds[0]], at=f"at {place.name}")
