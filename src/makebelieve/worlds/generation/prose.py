"""Prose of scenes: what the camera sees of a place, who stands there, the light, the air. Pixels, not intent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from makebelieve.worlds.generation import goings, tables
from makebelieve.worlds.generation.brevity import plainly
from makebelieve.worlds.generation.cast import Part, body_entry
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.climates import climate_of
from makebelieve.worlds.generation.comings import rows_at
from makebelieve.worlds.generation.english import fill, sentence, varied
from makebelieve.worlds.generation.footing import holds
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.morphology import PRONOUNS, plural_verb
from makebelieve.worlds.generation.natures import has_hands, marks_of_player
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.skies import joined
from makebelieve.worlds.generation.sparing import without

HOURS: Final = ("dawn", "morning", "noon", "afternoon", "dusk", "night")
_AIRS: Final = frozenset(("open", "inside", "under", "sea"))
_MARK: Final = re.compile(r"^\(([a-z_/ ]+)\)\s+")
_GREY: Final = frozenset(("cloud", "rain", "storm", "fog", "snow"))
"""Weathers that hide the sun and the moon."""
_THEIRS: Final = frozenset(("ally", "allycap", "foe", "foecap", "who", "whocap", "P"))
_BURNS: Final = {"stone": "fire", "old": "candle", "steam": "oil"}
"""Age -> what burns in rooms with no window; bulbs in all others."""
SEALED: Final = frozenset(("starship", "submarine", "base"))
"""Venues with neither weather nor daylight of their own."""
AIRLESS: Final = frozenset(("moon", "mars", "rock", "planet"))
"""Venues under another sky: no rain, no season, and light as hard as their stones."""
_OF_ROOMS: Final = frozenset(("cosy", "food", "school", "child", "love", "fear", "crime", "town", "now"))
"""Companies of things that are left about in rooms."""
BUDGET: Final = 1900
BUTTON: Final = 60
"""Characters that a label should have at most."""
_THINGS: Final = ("item", "Item", "Itemcap")
_SAID_FURTHER: Final = re.compile(
    r"^((?:an?|the|some) (?:[\w'’-]+ )*?[\w'’-]+?(?<!hung)(?<!(?<!b)ed)) (?:with|in|on|for|from|as|that|so|at|by|to) .*$", re.IGNORECASE
)
_UNMEASURED: Final = r"(?<!\brow)(?<!ball)(?<!stick)(?<!\bbag)(?<!\bbar)(?<!lump)(?<!\bjar)(?<!\bbox)(?<!\bset)(?<!stack)(?<!bundle)(?<!coil)(?<!string)(?<!reel)(?<!roll)(?<!bunch)(?<!basket)(?<!bowl)(?<!\btin)(?<!copy)(?<!heap)"
"""By what things are measured: nobody goes on with "the row" of lanterns."""
_SAID_OF: Final = re.compile(
    rf"^((?:an?|the) (?:[\w'’-]+ )*?[\w'’-]+)(?<!pair)(?<!bit)(?<!piece)(?<!half){_UNMEASURED} of .*$", re.IGNORECASE
)
"""What is said of a thing behind its noun: "the torch with fresh batteries", "the cast of the right footprint"."""
_ROOM: Final = 1380
"""Characters of a scene's `base`; camera, movement and ambient share the rest of the budget."""
_GOAL_ACTS: Final = re.compile(
    r"\{(?:goal|Goalcap|you_goal)\}(?:,? and (?:\{P\}|you))? <goal:(?!lies|is\||is>|was|sleeps|rests|stays|breathes|weighs|has been|has a)"
    r"|\{P\} and \{goal\}(?! (?:are|is)\b)|[Yy]ou and \{(?:goal|you_goal)\}|\{goal\} and \{P\}|, and \{goal\} <goal:(?!lies|is|sleeps|rests|stays)"
    r"|\b(?:give|hand|offer|ask|tell|lead|show|hurry)(?:s|ed|ing)?(?:\|\w+>)? \{(?:goal|you_goal)\}|handed to \{goal\}|beside \{goal\} (?:goes|walks)",
    re.IGNORECASE,
)
"""Texts in which whoever is carried would have to do something."""


@lru_cache(maxsize=1 << 13)
def fitting(items: tuple[str, ...], marks: frozenset[str]) -> tuple[str, ...]:
    """Those of `items` that a world with `marks` may use, bare: "(far/now hands) text" asks for far or now, and for hands."""
    some: list[str] = []
    foeless, alone, carried = "foe_none" in marks, "ally_none" in marks, "goal_carried" in marks
    for item in items:
        found = _MARK.match(item)
        if (foeless and "{foe" in item) or (alone and "{ally" in item) or (carried and _GOAL_ACTS.search(item)):
            continue
        if found is None:
            some.append(item)
        elif all(any(one in marks for one in group.split("/")) for group in found[1].split()):
            some.append(item[found.end() :])
    return tuple(some)


@lru_cache(maxsize=1 << 14)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?!the\b|and\b)[a-z]{3,}", text.lower()))


def yours(words: dict[str, str], pronoun: str) -> dict[str, str]:
    """The words with those who belong to the player said to the player: "her parrot" is "your parrot", a ring's "its owner" is not."""
    owned = re.compile(rf"^(?:{PRONOUNS[pronoun][2]}|their|my|our)\b", re.IGNORECASE)
    return {
        name: owned.sub(lambda match: "Your" if match[0][:1].isupper() else "your", text) if name in _THEIRS else text
        for name, text in words.items()
    }


_NATURAL: Final = frozenset(("rock", "ship", "stone"))
"""What lies about in caves of the land and of the shore: nobody has hung a lamp there."""


@dataclass(slots=True)
class Scenery:
    """What stays the same for all scenes of a world. `hour`, `weather` and `season` of the premise hold in every scene."""

    player: Part
    pov: str
    lamp: str
    weather: str
    season: str | None
    chance: Chance
    era: str = "now"
    props: tuple[str, ...] = ("now",)
    gentle: bool = False
    stated_weather: bool = False
    held: bool = False
    """The premise states the hour: every scene keeps it."""
    bound: bool = False
    """The premise tells of what has its hour: no picture shows another."""
    told: dict[str, str] = field(default_factory=dict)
    """Words of the narration: "you"-forms of what differs from `seen`."""
    seen: dict[str, str] = field(default_factory=dict)
    plurals: set[str] = field(default_factory=set)
    marks: frozenset[str] = frozenset()
    introduced: bool = False
    said: set[str] = field(default_factory=set)
    occasions: tuple[tables.Entry, ...] = ()
    """What goes on all around: shows once in every scene under whose air it can be seen."""
    coming: tables.Entry | None = None
    """What is on its way and has not come yet: shows from afar in every scene."""
    come: bool = False
    """Whether it is there: for the pictures of an ending in which all is lost."""
    contrary: re.Pattern[str] | None = None
    """Words of what is not there at this hour and in this weather."""
    denied: re.Pattern[str] | None = None
    """Words of what cannot be there while that goes on which goes on: no picture has them."""
    spared: re.Pattern[str] | None = None
    """Words that texts for this player do without, where there are others."""

    def __post_init__(self) -> None:
        they, them, their = PRONOUNS[self.player.pronoun]
        first = self.pov == "first_person"
        self.seen |= {
            "P": "the view" if first else self.player.short,
            "H": ("two hands" if has_hands(self.player) else "the view") if first else self.player.short,
            "they": they, "them": them, "their": their,
        }  # fmt: skip
        if self.player.plural and not first:
            self.plurals |= {"P", "H"}
        if first and has_hands(self.player):
            self.plurals.add("H")
        if they == "they":
            self.plurals.add("they")
        self.marks = frozenset((
            self.era,
            "gentle" if self.gentle else "stern",
            *marks_of_player(self.player),
            "many" if self.player.plural else "one",
            "eye" if first else "figure",
        ))  # fmt: skip

    # --- frames -----------------------------------------------------------------------------------------------------------------------

    def pick(self, items: tuple[str, ...], name: str, place: Place | None = None, *more: str) -> str:
        """One of the frames that fit this world (and place, and the further marks), the least used first."""
        marks = self.marks | {place.air, *more} if place is not None else self.marks | set(more)
        some = fitting(items, marks) or tuple(_MARK.sub("", item) for item in items)
        some = self.present(without(some, self.spared) or some)
        return self.chance.fresh(self.suited(some, place), name)

    def fitting(self, items: tuple[str, ...], place: Place | None, *more: str) -> tuple[str, ...]:
        """Those of `items` that this world, the air of a place and further marks allow, bare."""
        return fitting(items, self.marks | {*([place.air] if place is not None else []), *more})

    def present(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `items` that speak of nothing the hour or the weather has not: all where none is left."""
        items = without(items, self.denied) or items
        return without(items, self.contrary) or items

    def suited(self, items: tuple[str, ...], place: Place | None) -> tuple[str, ...]:
        """Those of `items` that are true of a place: no foxglove on a glacier, and nothing that leans where all is flat. All where none is left."""
        if place is None:
            return items
        items = tuple(item for item in items if any(holds(item, part) for part in place.parts)) or items
        climate = climate_of(place.entry.title)
        return items if climate is None else without(items, climate[1]) or items

    def weather_at(self, place: Place) -> str:
        """The weather of a place: the world's, or what the land makes of it."""
        if self.come and self.coming is not None and self.coming.one("then_weather"):
            return self.coming.one("then_weather")
        climate = climate_of(place.entry.title)
        if climate is None or not climate[0] or self.stated_weather or self.weather in climate[0]:
            return self.weather
        if self.weather == "snow" and "rain" in climate[0]:
            return "snow"  # it snows on the hills about a frozen lake
        return "cloud" if self.weather in _GREY and "cloud" in climate[0] else climate[0][0]  # one sky lies over all of a world

    def chosen(self, frame: str) -> str:
        """The frame with its alternatives taken."""
        return varied(frame, lambda count: self.chance.below(count, "alternative")) if "[" in frame else frame

    def pixels(self, frame: str, /, **words: str) -> str:
        """A frame as sentences of prose."""
        return sentence(fill(self.chosen(frame), self.seen | words, frozenset(self.plurals)))

    def narrate(self, frame: str, /, **words: str) -> str:
        """A frame as narration for the player."""
        text = sentence(fill(self.chosen(frame), self.seen | self.told | yours(words, self.player.pronoun), frozenset(self.plurals)))
        return plainly(text) if "do it" in text else text

    def label(self, frame: str, /, **words: str) -> str:
        """A frame as the words on a button: no full stop; where they get long, things by their nouns alone."""
        frame, words = self.chosen(frame), self.seen | self.told | yours(words, self.player.pronoun)
        text = fill(frame, words, frozenset(self.plurals))
        for phrases in (_SAID_FURTHER, _SAID_OF):
            if len(text) <= BUTTON:
                break
            words |= {name: phrases.sub(r"\1", words[name]) for name in _THINGS if name in words and f"{{{name}}}" in frame}
            text = fill(frame, words, frozenset(self.plurals))
        if len(text) > BUTTON + 12 and "{here}" in frame and " of " in words["here"]:
            text = fill(frame, words | {"here": words["here"].partition(" of ")[0]}, frozenset(self.plurals))
        return text

    # --- what is seen -----------------------------------------------------------------------------------------------------------------

    def part(self, place: Place, beside: str = "", frame: str = "") -> str:
        """Something of the place that `beside` does not speak of, and of which `frame` is true, the least used first."""
        spoken = _words_of(beside) | _words_of(self.seen.get("goal", ""))
        true = [part for part in place.parts if holds(frame, part)] or place.parts
        free = [part for part in true if not spoken & _words_of(part)] or [
            part for part in place.parts if beside and part not in beside and not spoken & _words_of(part)
        ]
        return self.chance.fresh([f"{place.id}:{part}" for part in free or true], "part").partition(":")[2]

    def parted(self, frame: str, where: Place, /, **words: str) -> str:
        """A frame with {part} and {other} out of the place; another part where the sentence stands already."""
        beside = " ".join(words.values())
        text = ""
        for _ in range(3):
            part = self.part(where, beside, frame)
            text = self.pixels(frame, part=part, other=self.part(where, f"{part} {beside}", frame), **words)
            if text not in self.said:
                break
        self.said.add(text)
        return text

    def opening(self, place: Place) -> str:
        """The sentence that puts the player into the place."""
        view = tables.read("views")[self.pov]
        body = body_entry("swim" if place.air == "sea" and self.player.body in ("biped", "quadruped", "waddler") else self.player.body)
        stance = self.chance.pick(fitting(body.items("stands"), self.marks), "stance")
        if self.player.plural:
            stance = plural_verb(stance).replace(" its ", " their ")
        spots = (
            *place.entry.items("spot"),
            *(
                f"{where} {part}"
                for where in ("beside", "near", "a few steps from")
                for part in place.parts
                if holds("beside {part}", part)
            ),
        )
        spot = self.chance.fresh(spots[:1] if self.chance.happens(0.3, "own spot") else spots, "spot")
        words = {"place": place.name, "at": place.at, "spot": spot, "stands": stance, "look": self.player.look}
        first = not self.introduced
        self.introduced = True
        frame = self.pick(view.items("open" if first else "again"), "open", place)
        if first and self.pov != "first_person":
            words["P"] = self.player.full
        return self.pixels(frame, **words)

    def camera(self, place: Place) -> dict[str, str]:
        view = tables.read("views")[self.pov]
        return {
            "static": self.parted(self.pick(view.items("rest"), "rest", place), place, place=place.name),
            "dynamic": self.parted(self.pick(view.items("move"), "move", place), place, place=place.name),
        }

    def movement(self, place: Place) -> dict[str, str]:
        swim = place.air == "sea" and self.player.body in ("biped", "quadruped", "waddler")
        body = body_entry("swim" if swim else self.player.body)
        return {
            "static": self.pixels(self.pick(body.items("rest"), "rest body")),
            "dynamic": self.pixels(self.pick(body.items("move"), "move body")),
        }

    def light(self, place: Place, hour: str) -> str:
        """One sentence of light: of the hour, where the air of the place lets it in, else of what burns there."""
        table = tables.read("light")
        grey = f"{place.air}_grey" if self.weather_at(place) in _GREY and place.air in ("open", "inside") else place.air
        grey = "airless" if place.entry.words("venue") & AIRLESS else grey
        options = table[grey].items(hour)
        lit = (place.air == "under" and not _NATURAL & {*place.props}) or (place.air == "inside" and hour in ("dusk", "night"))
        by_day = f"{grey}_day" if hour in ("morning", "noon", "afternoon") and self.weather_at(place) != "dust" else ""
        if table["plain"].items(by_day) and not self.held and self.chance.happens(0.5, "plain light"):
            options = table["plain"].items(by_day)
        if place.air in ("under", "sea") and not self.held:
            options = table[place.air].items("any") + options
        if lit and not self.held and self.lamp != "sun" and self.chance.happens(0.4, "lamp"):
            options = table["lamp"].items(self.lamp)
        marks = self.marks | {place.air}
        if place.entry.words("venue") & {"submarine"}:
            options = table["lamp"].items("electric") + table["lamp"].items("panel")
        elif place.entry.items("windows"):  # no crack lets the dawn into a car park
            hewn = place.air == "under" and "rock" in place.props  # no lamp hangs in a tomb
            options = table["lamp"].items("carried" if hewn else _BURNS.get(self.era, "bulb"))
        elif place.entry.words("venue") & SEALED and not self.held:
            options = table["sealed"].items("unlit" if "unlit" in self.marks else "any")
        elif self.era == "far" and place.entry.words("venue") & SEALED:
            options = table[place.air].items(hour)
            options = tuple(item for item in options if item.startswith("(far)")) or options
        return self.parted(self.chance.fresh(self.suited(fitting(options, marks), place), "light"), place)

    def sky(self, place: Place, hour: str) -> list[str]:
        """Sentences of weather and season at an hour. What the premise states shows everywhere; else weather shows under open sky."""
        table = tables.read("light")
        made: list[str] = []
        sealed = bool(place.entry.words("venue") & SEALED)
        if place.entry.words("venue") & AIRLESS:
            dusty = "mars" in place.entry.words("venue")
            afar = rows_at(self.coming, place, "came_" if self.come else "")
            if dusty and afar and self.coming is not None and self.coming.title == "dust_storm":
                return [self.parted(self.chance.fresh(afar, "coming"), place)]
            rows = table["weather_airless"].items(self.weather) if dusty and self.weather in ("dust", "wind", "storm") else ()
            return [self.parted(self.pick(rows, "sky"), place)] if rows else []
        weather, time = self.weather_at(place), "night" if hour == "night" else "day"
        afar = rows_at(self.coming, place, "came_" if self.come else "") if not sealed else ()
        if afar:
            afar = tuple(self.chance.unused(afar)) or (afar if self.come else ())  # once it is there it is there
        if afar:
            return [self.parted(self.chance.fresh(self.suited(afar, place), "coming"), place)]
        frames = table[f"weather_{place.air}"].items(weather)
        shows = self.stated_weather and not (sealed or (place.air != "open" and weather == "clear"))
        if frames and (shows or (place.air == "open" and not self.season)):
            made.append(self.parted(self.pick(frames, "sky", place, time), place))
        elif frames and place.air == "inside" and not sealed and weather != "clear" and self.chance.happens(0.3, "window"):
            made.append(self.parted(self.pick(table["weather_inside"].items(weather), "sky", place), place))
        season = (self.coming.one("then_season") if self.come and self.coming is not None else "") or self.season
        if season and not (season == "winter" and weather == "snow" and made):
            made.append(self.parted(self.pick(table[f"season_{place.air}"].items(season), "season", place), place))
        return made

    def air(self, place: Place, hour: str) -> list[str]:
        """Light, weather or season: one sentence of it; two where the premise states the hour as well as what is in the sky."""
        light, sky = self.light(place, hour), self.sky(place, hour)[-1:]
        afar = self.coming if rows_at(self.coming, place, "came_" if self.come else "") else None
        stated = (self.stated_weather and self.weather != "clear") or self.season is not None or afar is not None
        if afar is not None and afar.items("hours"):
            return sky  # that the sun stands lower tells the hour
        if self.held or (self.bound and not stated):
            return joined(light, sky) if sky and stated else [light]
        return sky if sky and (stated or self.stated_weather or not self.chance.happens(0.5, "air")) else [light]

    def details(self, place: Place, count: int) -> list[str]:
        """`count` sentences of what is there: what its stated adjectives say first, then its own details."""
        adjectives = tables.read("light")["adjective"]
        made: list[str] = []
        for adjective in place.adjectives[:2]:
            fresh = self.chance.unused(adjectives.items(adjective))
            if fresh:
                made.append(sentence(self.chosen(self.chance.fresh(fresh, "adjective"))))
        seen_here = self.present(without(place.entry.items("seen"), self.denied))
        pool = self.chance.unused(seen_here) or list(seen_here)
        made.extend(sentence(self.chosen(item)) for item in self.chance.several(pool, max(1, count - len(made)), "seen"))
        return made

    def prop(self, place: Place) -> str | None:
        """One sentence of what a world of this genre leaves about, beside a thing of the place."""
        table = tables.read("details")
        names = place.props or self.props
        if place.air == "sea":
            names = ("deep",)
        elif names == self.props and "far" in names and not place.entry.words("venue") & SEALED:
            names = ("wild",) if place.air == "open" else ("now",)
        if place.air == "open":
            names = tuple(name for name in names if name not in _OF_ROOMS)
        options = tuple(item for name in names for item in fitting(table[name].items("prop"), self.marks | {place.air}))
        fresh = without(without(without(self.chance.unused(options), self.spared), self.contrary), self.denied)
        return self.parted(self.chance.fresh(self.suited(tuple(fresh), place), "prop"), place) if fresh else None

    def stirs(self, place: Place, count: int) -> list[str]:
        """Small sounds and movements: of the place, and of what goes on around it."""
        around = goings.stirs(self, place)[:count]
        own = self.present(without(place.entry.items("stir"), self.denied))
        return [*around, *self.chance.several(own, count - len(around), "ambient")]

    def stir(self, place: Place) -> str:
        """A small movement of the place, as a clause."""
        text = self.chance.fresh(self.present(place.entry.items("stir")), "stir")
        return text[:1].lower() + text.rstrip(".")[1:]

    def scene(self, place: Place, hour: str, features: list[str]) -> str:
        """The prose of a state, within the budget."""
        parts = [self.opening(place), *self.details(place, 1 if features else 2)]
        parts.extend(goings.around(self, place))
        parts.extend(self.air(place, hour))
        parts.extend(features)
        return within(parts, _ROOM)
