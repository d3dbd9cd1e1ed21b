"""What raiders and those in power mean to take or to do away with: "the mayor wants to close the library" is the story of whoever saves the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language import Phrase
from makebelieve.worlds.generation.clauses import base_of, infinitive, subject_of, word_set
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_OFFICIALS: Final = word_set(
    "mayor council king queen emperor developer company corporation government landlord boss headmaster headmistress principal bank minister duke"
    " baron tycoon city town governor bishop sultan millionaire billionaire investor owner senator president railway"
)
_MEANING: Final = word_set("want plan decide mean intend threaten order go try promise vote")
_RUINS: Final = word_set(
    "close shut tear demolish cut knock pull bulldoze drown ban evict sell pave flood destroy burn fell scrap cancel abolish outlaw"
)
_BUILDING: Final = word_set("build put")
_OVER: Final = frozenset(("on", "over", "through", "across"))


@dataclass(frozen=True, slots=True)
class Plan:
    """`planner` means to do away with `object` by the verb at token `at`."""

    planner: Phrase
    object: Phrase
    at: int


def plan_of(reading: Reading) -> Plan | None:
    """The ruinous plan that a premise opens with; None where it opens with none."""
    tokens = reading.tokens
    planner = next((one for one in reading.found if one.noun in _OFFICIALS and one.start <= 1 and one.preposition is None), None)
    if planner is None or not (lead(reading, planner)[1] in ("the", "my", "our") or (planner.plural and planner.determiner is None)):
        return None
    stop = next((token.index for token in tokens if token.tag == "."), len(tokens))
    meant = False
    for at in range(planner.end, min(stop, planner.end + 9)):
        meant = meant or tokens[at].lemma in _MEANING or tokens[at].word == "about"
        if (
            meant and tokens[at].word == "be" and at + 1 < len(tokens) and tokens[at + 1].lemma in _RUINS
        ):  # "has ordered all cats to be drowned"
            ordered = next((one for one in reading.found if one.end in (at, at - 1) and one is not planner), None)
            return Plan(planner, ordered, at + 1) if ordered is not None else None
        verb = tokens[at].lemma if tokens[at].tag == "VG" else base_of(tokens, at)
        if verb not in _RUINS | _BUILDING or not (meant or tokens[at].tag == "VG"):
            continue
        done_to = [one for one in reading.found if at < one.start < stop and one is not planner]
        if verb in _BUILDING:
            done_to = [one for one in done_to[1:] if one.preposition in _OVER]
        if done_to and (verb in _BUILDING or done_to[0].start <= at + 4):
            return Plan(planner, done_to[0], at)
    return None


_NEARING: Final = word_set("come arrive approach return march sail ride gather")
_RAIDS: Final = word_set("take steal burn destroy seize capture attack raid rob loot sink conquer collect kill eat arrest")


def raid_of(reading: Reading, i: int, mine: set[int]) -> Phrase | None:
    """Who comes to take or harm something, where the verb at `i` says so: "pirates are coming at dawn to take the fuel"."""
    tokens = reading.tokens
    if tokens[i].lemma not in _RAIDS or not infinitive(tokens, i) or not mine:
        return None
    at = next(
        (n for n in range(i - 2, max(0, i - 8), -1) if tokens[n].lemma in _NEARING and tokens[n].tag in ("VG", "VS", "VD", "V")), None
    )
    phrase = subject_of(reading, at)[0] if at is not None else None
    return phrase if phrase is not None and id(phrase) not in mine and somebody(reading, phrase) else None
