"""Which of the 21 kinds a prompt asks for: cues and titles, summed as evidence."""

from __future__ import annotations

import math
from functools import cache
from typing import Final, cast

from makebelieve.language import lexicon
from makebelieve.language.affinity import lean
from makebelieve.language.kinds import KINDS, Kind
from makebelieve.language.reading import CueTable, Reading
from makebelieve.language.vocabulary import FUNCTION_WORDS

_TITLE_POINTS: Final = 6.0
# Points per unit of the learnt leaning; by folds over the prototypes 1.4 is best, cues staying the main thing.
_LEAN: Final = 1.4


@cache
def _cues() -> CueTable[tuple[Kind, float]]:
    return CueTable(
        (cue, (cast("Kind", key.partition(".")[0]), float(key.partition(".")[2])))
        for key, cues in lexicon.read("cues").items()
        for cue in cues
    )


def cue_points(reading: Reading) -> dict[Kind, float]:
    """Points per kind of the cues found. Each token counts once per kind, in the best cue it is part of."""
    masked = reading.negated | {at for start, end, _ in reading.titles for at in range(start, end)}
    stems = ["" if i in masked else word for i, word in enumerate(reading.stems)]
    hits = [(points, start, end, kind) for start, end, (kind, points) in _cues().matches(stems)]
    hits.sort(key=lambda hit: (-hit[0], hit[1], hit[2]))
    used: set[tuple[Kind, int]] = set()
    seen: set[tuple[Kind, str]] = set()
    total: dict[Kind, float] = {}
    for points, start, end, kind in hits:
        cue = "_".join(stems[start:end])
        if (kind, cue) in seen or all((kind, at) in used for at in range(start, end)):
            continue
        seen.add((kind, cue))
        used.update((kind, at) for at in range(start, end))
        total[kind] = total.get(kind, 0.0) + points
    for _, _, kind in reading.titles:
        total[kind] = total.get(kind, 0.0) + _TITLE_POINTS
    return total


def _pattern_points(reading: Reading) -> dict[Kind, float]:
    """Shapes of speech that speak for a kind whatever they are about: "chapel after chapel", "from leaf to leaf"."""
    total: dict[Kind, float] = {}

    def add(kind: Kind, points: float) -> None:
        total[kind] = max(total.get(kind, 0.0), points)

    stems = reading.stems
    for i in range(1, len(stems) - 1):
        link, left, right = stems[i], stems[i - 1], stems[i + 1]
        if left == right and len(left) > 2 and left not in ("more", "bit", "step", "one", "time", "day", "year"):
            if link == "after":
                add("enter-the-gungeon", 1.8)
                add("dungeon-crawler", 1.5)
            elif link == "to":
                add("infinite-jumper", 1.8)
                add("platformer", 1.5)
            elif link == "by" and left not in ("block", "wave"):
                add("dungeon-crawler", 0.7)
                add("isometric-strategy", 0.7)
        if link in ("against", "versus", "vs") and (left == "one" or (i > 1 and stems[i - 2] in ("one", "lone", "alone", "single"))):
            add("horde-survivors", 2.5)
    if stems.count("more") > 1 and "the" in stems:
        add("horde-survivors", 1.2)
    return total


def rank(reading: Reading) -> list[tuple[Kind, float]]:
    """All kinds with confidences that sum to 1, best first."""
    points = cue_points(reading)
    if points.get("isometric", 0.0) >= 4.0:  # a view, not a kind, when the rest says what is done in it
        if points.get("isometric-strategy", 0.0) >= 3.0:
            points["isometric-strategy"] = max(points["isometric-strategy"] + 4.0, points["isometric"] + 1.0)
        if points.get("rpg-adventure", 0.0) >= 4.0:
            points["isometric-rpg"] = points.get("isometric-rpg", 0.0) + 5.0
    # little said: the plainest kinds first, rather than whatever one odd word leans to
    vague = max(points.values(), default=0.0) < 1.5
    prior: dict[Kind, float] = {"platformer": 1.4, "topdown": 0.6} if vague else {"platformer": 0.4}
    if not points and sum(len(word) > 2 and word not in FUNCTION_WORDS for word in reading.stems) < 3:
        prior["platformer"] = 2.5
    patterns, leaning = _pattern_points(reading), lean(reading)
    scores = {
        kind: points.get(kind, 0.0) + patterns.get(kind, 0.0) + _LEAN * leaning[i] + prior.get(kind, 0.0) for i, kind in enumerate(KINDS)
    }
    top = max(scores.values())
    weights = {kind: math.exp((score - top) / 1.6) for kind, score in scores.items()}
    total = sum(weights.values())
    return sorted(((kind, weight / total) for kind, weight in weights.items()), key=lambda pair: (-pair[1], KINDS.index(pair[0])))
