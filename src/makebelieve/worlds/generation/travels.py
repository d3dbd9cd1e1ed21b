"""Deeds that only say how one gets somewhere: "find the way back to the camp", "get back to her lake", "ride her bike to the lighthouse"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.purposes import purposeful
from makebelieve.worlds.generation.reading import Reading, somebody
from makebelieve.worlds.generation.roundabout import Aim

_WHOSE: Final = r"(?:the|an?|his|her|its|their|my|our|your)"
_WAY: Final = re.compile(
    r"^(?:find|look for|search for|seek|get|gather|fetch) .*\bway"
    rf" (in|into|through|across|over|up|down|past|round|around|(?:back )?to(?= (?:{_WHOSE}|[A-Z]\w+)\b)) (?P<where>.+)$"
)
_BACK: Final = re.compile(
    rf"^(?:get|go|come|make it|fly|swim|walk|run) (back to) (?P<where>{_WHOSE} (?!(?:own |normal |old )?(?:time|life|self|age|body|century|year|job)s?\b).+)$"
)
_RIDES: Final = re.compile(
    rf"^(?:ride|drive|row|paddle|fly|cycle|steer|sail|pedal) {_WHOSE} (?:[a-z]+ )?"
    r"(?:bike|bicycle|tricycle|scooter|car|truck|van|tractor|boat|canoe|raft|kayak|horse|pony|donkey|camel|motorbike|moped|plane|sledge|spaceship|rocket|balloon|taxi) (?:all the way )?"
    rf"(to|across|through|over) (?P<where>{_WHOSE} .+)$"
)
_VERBS: Final = {"across": "cross", "through": "cross", "over": "cross", "up": "climb", "past": "get_past", "back to": "return_to"}


def travelled(reading: Reading, aim: Aim) -> Goal | None:
    """The place that is to be reached as the goal of such a deed; None for any other."""
    found = next(filter(None, (pattern.match(aim.told) for pattern in (_WAY, _BACK, _RIDES))), None)
    if found is None:
        return None
    words = re.findall(r"[\w'’-]+", found["where"].lower())
    where = next((one for one in reading.found if one.start > aim.at and one.noun in words), None)
    if where is None:
        return Goal(purpose="do", stated=True, telling="like", verb=_VERBS.get(found[1], "reach"), deed=aim.told[:120])
    if found.re is _BACK and somebody(reading, where):
        return None  # "go back to her husband" is told of the two
    reached = purposeful(reading, "reach", where)
    return reached.model_copy(update={"stated": True, "telling": "like", "verb": _VERBS.get(found[1], "reach"), "deed": aim.told[:120]})
