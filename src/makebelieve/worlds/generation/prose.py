"""Prose of scenes: what the camera sees of a place, who stands there, the light, the air."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import PRONOUNS, Part, body_entry
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import fill, sentence
from makebelieve.worlds.generation.places import Place

HOURS: Final = ("dawn", "morning", "noon", "afternoon", "dusk", "night")
_DAY: Final = frozenset(HOURS[:4])
_JOINS: Final = ("; ", ", while ", ". ", ", and ", ". ")
BUDGET: Final = 1900


@dataclass(slots=True)
class Scenery:
    """What stays the same for all scenes of a world."""

    player: Part
    pov: str
    lamp: str
    weather: str
    season: str | None
    chance: Chance
    told: dict[str, str] = field(default_factory=dict)
    """Words of the narration: "you"-forms of what differs from `seen`."""
    seen: dict[str, str] = field(default_factory=dict)
    plurals: set[str] = field(default_factory=set)
    introduced: bool = False

    def __post_init__(self) -> None:
        they, them, their = PRONOUNS[self.player.pronoun]
        first = self.pov == "first_person"
        self.seen |= {
            "P": "the view" if first else self.player.short,
            "H": "two hands" if first else self.player.short,
            "they": they, "them": them, "their": their,
        }  # fmt: skip
        if self.player.plural and not first:
            self.plurals |= {"P", "H"}
        if first:
            self.plurals.add("H")
        if they == "they":
            self.plurals.add("they")

    def pixels(self, frame: str, **words: str) -> str:
        """A frame as sentences of prose."""
        return sentence(fill(frame, self.seen | words, frozenset(self.plurals)))

    def narrate(self, frame: str, **words: str) -> str:
        """A frame as narration for the player."""
        text = fill(frame, self.seen | self.told | words, frozenset(self.plurals))
        return sentence(text)

    def opening(self, place: Place) -> str:
        """The sentence that puts the player into the place."""
        view = tables.read("views")[self.pov]
        body = body_entry("swim" if place.air == "sea" and self.player.body in ("biped", "quadruped") else self.player.body)
        stance = self.chance.pick(body.items("stands"), "stance")
        if self.player.plural:
            stance = _base(stance)
        words = {
            "place": place.name,
            "at": place.at,
            "spot": place.entry.one("spot", "in the middle"),
            "stands": stance,
            "look": self.player.look,
        }
        first = not self.introduced
        self.introduced = True
        frame = self.chance.fresh(view.items("open" if first else "again"), "open")
        if first and self.pov != "first_person":
            words["P"] = self.player.full
        return self.pixels(frame, **words)

    def camera(self, place: Place) -> dict[str, str]:
        view = tables.read("views")[self.pov]
        return {
            "static": self.pixels(self.chance.fresh(view.items("rest"), "rest"), place=place.name),
            "dynamic": self.pixels(self.chance.fresh(view.items("move"), "move"), place=place.name),
        }

    def movement(self, place: Place) -> dict[str, str]:
        swim = place.air == "sea" and self.player.body in ("biped", "quadruped")
        body = body_entry("swim" if swim else self.player.body)
        return {
            "static": self.pixels(self.chance.fresh(body.items("rest"), "rest body")),
            "dynamic": self.pixels(self.chance.fresh(body.items("move"), "move body")),
        }

    def light(self, place: Place, hour: str) -> str:
        """One sentence of light, fit for the air of the place."""
        table = tables.read("light")
        air = place.air
        if air == "open":
            options = table["open"].items(hour)
        elif air == "sea":
            options = table["sea"].items("day" if hour in _DAY else "night")
        elif air == "under":
            options = table["under"].items("any") + (table["lamp"].items(self.lamp) if self.lamp != "sun" else ())
        else:
            options = table["inside"].items(hour)
            if hour in ("dusk", "night") or self.lamp in ("panel", "neon"):
                options = table["lamp"].items(self.lamp) + (options if self.lamp not in ("panel", "neon") else ())
        return sentence(self.chance.fresh(options, "light"))

    def sky(self, place: Place) -> str | None:
        """One sentence of weather or season, under open sky only."""
        table = tables.read("light")
        if place.air != "open":
            return None
        options = table["weather"].items(self.weather)
        if self.season and self.chance.happens(0.4, "season"):
            options = table["season"].items(self.season)
        fresh = self.chance.unused(options)
        return sentence(self.chance.fresh(fresh, "sky")) if fresh else None

    def details(self, place: Place, count: int) -> list[str]:
        """Unused details of the place as one or two sentences, joined in changing ways; those of its stated adjectives come first."""
        adjectives = tables.read("light")["adjective"]
        items: list[str] = []
        for adjective in place.adjectives[:2]:
            fresh = self.chance.unused(adjectives.items(adjective))
            if fresh:
                items.append(self.chance.fresh(fresh, "adjective"))
        pool = self.chance.unused(place.entry.items("seen")) or list(place.entry.items("seen"))
        items += self.chance.several(pool, max(1, count - len(items)), "seen")
        if len(items) < 2:
            return [sentence(item) for item in items]
        join = self.chance.pick(_JOINS, "join")
        if "," in items[0] and join != ". ":
            join = "; "
        head = sentence(items[0]) + " " + sentence(items[1]) if join == ". " else sentence(items[0] + join + items[1])
        return [head, *(sentence(item) for item in items[2:])]

    def stir(self, place: Place) -> str:
        """A small movement of the place, as a clause."""
        text = self.chance.fresh(place.entry.items("stir"), "stir")
        return text[:1].lower() + text.rstrip(".")[1:]

    def scene(self, place: Place, hour: str, features: list[str]) -> str:
        """The prose of a state, within the budget."""
        parts = [self.opening(place), *self.details(place, 2 if features else 3), self.light(place, hour)]
        sky = self.sky(place)
        if sky:
            parts.append(sky)
        parts.extend(features)
        return within(parts, BUDGET - 700)


def within(parts: list[str], limit: int) -> str:
    """Sentences joined, the last ones dropped that would pass the limit."""
    text = ""
    for part in parts:
        if len(text) + len(part) + 1 > limit:
            break
        text = f"{text} {part}".strip()
    return text


def _base(stance: str) -> str:
    """A stance said of several: "stands" -> "stand", "has stopped" -> "have stopped"."""
    first, _, rest = stance.partition(" ")
    made = {"has": "have", "pauses": "pause", "perches": "perch", "crouches": "crouch", "lies": "lie", "freezes": "freeze"}.get(
        first, first.removesuffix("s")
    )
    return f"{made} {rest}".strip()
