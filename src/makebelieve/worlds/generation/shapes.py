"""Which shape a story has: a hub, a forked quest, a heist, a piece of work …; how many places each takes and where it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import journeys, mysteries, schemes, tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.english import determined
from makebelieve.worlds.generation.plots import asked_of, needs_of
from makebelieve.worlds.generation.prose import fitting

SHAPES: Final[dict[str, Callable[[Builder], str]]] = {
    "hub": journeys.hub, "quest": journeys.quest, "loop": journeys.loop, "descent": journeys.descent, "race": journeys.race,
    "heist": schemes.heist, "escape": schemes.escape, "mystery": mysteries.mystery, "court": schemes.court, "siege": schemes.siege,
    "survival": schemes.survival, "work": schemes.work,
}  # fmt: skip
PLACES: Final = {
    "hub": 5, "quest": 5, "loop": 4, "descent": 5, "race": 7, "heist": 8, "escape": 6, "mystery": 6, "court": 6, "siege": 5, "survival": 6, "work": 4,
}  # fmt: skip
_SHAPES_OF: Final[dict[str, dict[str, float]]] = {
    "find": {"hub": 3, "quest": 2, "loop": 2, "descent": 1.5},
    "rescue": {"quest": 3, "hub": 1.5, "descent": 2},
    "escape": {"escape": 6},
    "deliver": {"quest": 3, "descent": 1, "hub": 1},
    "steal": {"heist": 6},
    "solve": {"mystery": 6},
    "defeat": {"quest": 2, "hub": 2, "siege": 2, "descent": 1.5},
    "survive": {"survival": 6},
    "win": {"race": 6},
    "restore": {"hub": 3, "loop": 3},
    "unite": {"court": 6},
    "reach": {"quest": 3, "descent": 1.5, "hub": 1},
    "protect": {"siege": 6},
    "explore": {"hub": 2, "descent": 2, "quest": 1.5},
    "do": {"hub": 3, "quest": 2, "loop": 1.5, "descent": 1.5},
}
_SHAPES_OF_DEEDS: Final[dict[str, dict[str, float]]] = {
    "unite": {"court": 2, "quest": 1.5, "hub": 1.5}, "survive": {"survival": 6}, "defeat": {"quest": 2, "hub": 2, "descent": 1.5},
    "reach": {"quest": 3, "descent": 1.5, "hub": 1}, "deliver": {"quest": 3, "descent": 1, "hub": 1},
}  # fmt: skip
"""Where the texts of the purpose do not fit the verb: shapes that say little of what is done in them."""
_PURPOSE_OF_SHAPE: Final = {
    "heist": "steal", "escape": "escape", "mystery": "solve", "survival": "survive", "court": "unite", "race": "win", "siege": "protect",
}  # fmt: skip
# Where the story of a shape ends, as an index of its places; and the purposes whose stated place is the end rather than the beginning.
LAST: Final = {
    "hub": 4, "quest": 4, "loop": 2, "descent": 3, "race": 6, "heist": 6, "escape": 5, "mystery": 5, "court": 5, "siege": 0, "survival": 5, "work": 0,
}  # fmt: skip
ROUND: Final = frozenset(("loop", "siege", "work"))
"""Shapes that end where they began."""
_RACES: Final = frozenset((
    "race", "races", "racing", "racer", "racers", "marathon", "derby", "regatta", "rally", "grand", "prix", "track",
    "course", "laps", "lap", "finish", "gallop", "sprint", "relay", "camels",
))  # fmt: skip
"""What makes a victory a matter of coming first; without them it is won before judges."""
_KEEPSAKES: Final = frozenset(
    ("map", "book", "letter", "key", "clock", "watch", "lamp", "bell", "mask", "doll", "mirror", "button", "relic", "idol", "artifact", "artefact",
     "egg", "seed", "painting", "statue", "machine", "radio", "compass", "diary", "photograph", "toy", "lantern", "tooth", "bone", "feather", "stone")
)  # fmt: skip
HEARTS: Final = frozenset(("heart", "love", "hand", "affection", "trust"))
"""What is won of somebody."""


def chosen(draft: WorldDraft, genre: tables.Entry, chance: Chance) -> tuple[str, Goal]:
    """The shape of a story by its goal and genre, and the goal, chosen where the premise states none."""
    goal = draft.goal
    own = {name: float(weight) for name, _, weight in (item.partition("=") for row in genre.items("shapes") for item in row.split())}
    if goal.stated:
        purpose = goal.purpose
        head = (goal.object or "").split()[-1:]
        if purpose == "win" and head and head[0] in HEARTS:
            goal = goal.model_copy(update={"purpose": "unite"})
            purpose = "unite"
        if purpose == "win" and not _RACES & set(f"{goal.object or ''} {draft.premise}".lower().split()):
            return chance.weighted({"hub": 3.0, "quest": 2.0, "loop": 1.5}, "shape"), goal
        of = _SHAPES_OF[purpose] if goal.telling in ("own", "made") else _SHAPES_OF_DEEDS.get(purpose, _SHAPES_OF["do"])
        weights = {shape: weight * (1 + 0.3 * own.get(shape, 0)) for shape, weight in of.items()}
        return chance.weighted(weights, "shape"), goal
    weights = {shape: weight for shape, weight in own.items() if weight}
    shape = chance.weighted(weights or {"hub": 1.0, "quest": 1.0}, "shape")
    purpose_ = _PURPOSE_OF_SHAPE.get(shape, "find")
    thing = (
        next((one for one in draft.things if len(one.split()) <= 4 and _may_be_sought(one)), None)
        if purpose_ in ("find", "steal")
        else None
    )
    object_ = f"the {thing}" if thing and not determined(thing) and not thing[:1].isupper() else thing
    return shape, Goal.model_validate({"purpose": purpose_, "object": object_, "plural": bool(thing and _plural_words(thing))})


def _may_be_sought(thing: str) -> bool:
    """Whether a thing that a premise only mentions is one to look for: no floor, no flour, no freezer."""
    noun = thing.split(" of ")[0].split()[-1].lower()
    return classify(lemma(noun, "noun") or noun)[0] in ("treasure", "weapon", "instrument", "clothing", "container") or noun in _KEEPSAKES


def _plural_words(text: str) -> bool:
    last = text.split()[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us")) and (lemma(last, "noun") or last) != last


def of_plot(plot: tables.Entry, shape: str, age: frozenset[str], chance: Chance) -> str:
    """The shape of a plot's story; work only where it has what it asks for."""
    weights = {name: float(weight) for name, _, weight in (item.partition("=") for item in " ".join(plot.items("shapes")).split())}
    if sum(bool(fitting(need.items("item"), age | {"hands"}) and need.items("apply")) for need in needs_of(plot)) < asked_of(plot):
        weights.pop("work", None)
    return chance.weighted(weights, "shape of plot") if weights else shape
