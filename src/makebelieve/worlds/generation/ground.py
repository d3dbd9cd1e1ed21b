"""What a world is grown on: its scenes and events so far, who is in it, and the frames they are told by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answers import Answer
from makebelieve.worlds.generation.cast import SOMEBODY, Part
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import capital, sentence, slug
from makebelieve.worlds.generation.items import Item, Objective
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.natures import mark_of_ally
from makebelieve.worlds.generation.places import Place
from makebelieve.worlds.generation.prose import HOURS, Scenery, fitting
from makebelieve.worlds.generation.solitude import Solitude
from makebelieve.worlds.generation.thinning import only_passed, thinned

Json = dict[str, Any]
_CLOSE: Final = frozenset(("taxi_inside", "bus_inside", "boat_deck", "plane_cabin", "plane_cockpit"))
"""Where one sits, and nobody stands a few steps away."""
_PART: Final = re.compile(r"^the (?:middle|edge|foot|cloister|landing beach) of (?=(?:the|an?) )")
"""The part of a whole that a place is by name, where the whole is spoken of: the way leads to the village, and not to the middle of it."""
# Letters that are no controls of a body (w a s d q e, space, arrows) nor usual shortcuts.
HOTKEYS: Final = "fghjklrtyuiopzxcvbnm"
SCENE_ROOM: Final = 1450
"""Characters of a whole scene's `base`; camera, movement and ambient share the rest of the budget."""
_OFTEN: Final = 3
"""So often the one thing is named that all the work stands beside."""
_FEWEST: Final = 15
"""Choices that any world has."""
_LOOKS: Final = 2
"""Scenes without a choice of their own that one may look round in."""


def hotkey_for(name: str, taken: set[str]) -> str | None:
    """The first letter of an event's name that is free, else any; None where all are taken."""
    return next((one for one in [*(char for char in name if char in HOTKEYS), *HOTKEYS] if one not in taken), None)


@dataclass(slots=True)
class Ground:
    """The states and events of a world in the making, and what fits into them."""

    scenery: Scenery
    chance: Chance
    genre: tables.Entry
    purpose: str
    foe: Part
    allies: list[Part]
    items: list[Item]
    places: list[Place]
    goal_row: tables.Entry
    person: bool
    stake: str
    hour: int
    answer: Answer | None = None
    """What is to be found out, where the deed asks for it."""
    works: list[Item] = field(default_factory=list)
    """Things that are used where the deed is done."""
    own: list[Item] = field(default_factory=list)
    """Finds that belong to what the story is about, put to use where the story ends."""
    case: tables.Entry = field(default_factory=lambda: tables.Entry("case"))
    """What tells on whoever did something to it: traces, alibis and motives."""
    ahead: bool = False
    """Whether they are put to use before the last stretch: what is carried is packed before it goes."""
    givers: dict[str, str] = field(default_factory=dict)
    """The flag of what somebody gives -> how they are called."""
    signed: dict[str, str] = field(default_factory=dict)
    """The flag of what a note promises -> whose name is below it."""
    spent: set[str] = field(default_factory=set)
    """The flags of those that have been put to use."""
    traits: list[tables.Entry] = field(default_factory=list)
    """What is said of the player, by the rows of its table."""
    matter: bool = False
    """Whether the goal is nothing to be seen: a truth, a performance."""
    awaited: bool = False
    """Whether what is wanted is sought, and shows only in the last act."""
    asks: int = 3
    """How many things a piece of work takes."""
    lasting: bool = False
    """Whether the deed is to hold out until something comes: "survive until dawn"."""
    away: bool = False
    """Whether what the deed is done to stays where the story begins."""
    elsewhere: bool = False
    """Whether the deed is done in the second place rather than where the story begins."""
    arriving: bool = False
    """Whether the last place is itself what is wanted: the last act leads into it, and only the endings stand in it."""
    solitude: Solitude = field(default_factory=Solitude)
    """Where nobody is met by chance."""
    bench: str = ""
    bench_said: int = 0
    """The thing of the first place beside which a piece of work is done."""
    passing: bool = False
    """Whether hours go by from scene to scene."""
    states: dict[str, Json] = field(default_factory=dict)
    events: list[Json] = field(default_factory=list)
    cutscenes: list[Json] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    place_of: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    returns: list[Json] = field(default_factory=list)
    """Ways told as ways back."""
    holds: dict[str, list[str]] = field(default_factory=dict)
    hours: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    met_at: dict[str, Place] = field(default_factory=dict)
    """Who was met, and in which place."""
    returning: bool = False
    """Whether the story ends where it began."""
    secret: tuple[str, str, str] | None = None
    found_at: str = ""
    end: Place | None = None
    """Where the deed is done: the place that a secret may speak of before one is there."""
    """Where the secret lies: "in the forest"."""
    uses: tuple[str, ...] = ()
    """Labels for the deed that is done by what was found out, the fullest first."""
    given_up: set[str] = field(default_factory=set)
    """Endings in which nothing has come of it, so that nothing is broken either."""
    slip: list[str] = field(default_factory=list)
    """Label, pixels and telling of how the deed is lost by oneself."""
    learned: str = ""
    """The mark of the endings that go with the secret."""
    beats: list[tuple[str, str, list[str]]] = field(default_factory=list)

    @property
    def site(self) -> Place:
        """Where a piece of work is done."""
        return self.places[1 if self.elsewhere else 0]

    def room(
        self, place: Place, *, later: int = 0, features: list[str] | None = None, told: str | None = None, variant: bool = False
    ) -> str:
        """A state at `place`, `later` steps of the day after the start."""
        key = place.id
        while key in self.states:
            key += "_later"
        hour = self.at_hour(later)
        features = list(features or [])
        state: Json = {
            "base": self.scenery.scene(place, hour, features),
            "camera": self.scenery.camera(place),
            "movement": self.scenery.movement(place),
            "ambient": [sentence(line) for line in self.scenery.stirs(place, 2)],
            "narration": self.scenery.chosen(told) if told else "",
        }
        if variant:
            state["variants"] = [{"label": "another look", "base": self.scenery.scene(place, hour, features)}]
        self.states[key] = state
        self.place_of[key] = place
        self.keys[key] = set()
        self.holds[key] = self.chance.shuffled(place.entry.items("hold"), "holds")
        self.hours[key] = later
        return key

    def at_hour(self, later: int) -> str:
        """The hour `later` steps after the start, where days pass in the story; else and where the premise states one always the same."""
        coming = self.scenery.coming
        if self.scenery.come and coming is not None and coming.one("then_hour"):
            return coming.one("then_hour")
        return HOURS[(self.hour + later) % len(HOURS) if self.passing and not self.scenery.held else self.hour]

    def feature(self, key: str, text: str) -> None:
        """One more sentence of pixels in a state, where the budget allows."""
        for shown in (self.states[key], *self.states[key].get("variants", ())):
            shown["base"] = within([shown["base"], text], SCENE_ROOM)

    def event(self, kind: str, at: str | list[str], label: str, base: str, told: str, to: str | None = None, **more: Any) -> Json:
        """An edge with a readable unique name and, while letters last, a hotkey of its own."""
        sources = [at] if isinstance(at, str) else at
        label = capital(" ".join(self.scenery.chosen(label).split()))
        name = self.named(label)
        made: Json = {"name": name, "label": label, "kind": kind, "from": sources, "base": base, "narration": self.scenery.chosen(told)}
        if to is not None:
            made["to"] = to
        taken = set().union(*(self.keys[source] for source in sources))
        key = hotkey_for(name, taken)
        if key:
            made["hotkey"] = key
            for source in sources:
                self.keys[source].add(key)
        made |= {field_: value for field_, value in more.items() if value not in (None, [], False)}
        self.events.append(made)
        return made

    def named(self, label: str) -> str:
        """A readable name for an event of that label that no other has."""
        name = slug(label)
        number = 2
        while name in self.names:
            name = f"{slug(label)}_{number}"
            number += 1
        self.names.add(name)
        return name

    def beat(self, key: str, row: str, part: str, name: str, *marks: str, **words: str) -> str:
        """A frame of the table of beats, said of the state `key`: `part` is label, base or tell."""
        place = self.place_of[key]
        if part == "tell" and not tables.read("beats")[row].items(part):
            return ""  # a way there or back is no news
        frame = self.scenery.pick(tables.read("beats")[row].items(part), f"{name}:{part}", place, *marks)
        thing = self.scenery.part(place, " ".join(words.values()), frame) if "{part" in frame else ""
        words = {"part": thing, "partcap": capital(thing), "at": place.at, **words}
        if part == "base":
            return self.scenery.pixels(frame, **words)
        return self.scenery.label(frame, **words) if part == "label" else self.scenery.narrate(frame, **words)

    def beats_of(self, key: str, row: str, *marks: str, **words: str) -> tuple[str, str, str]:
        """Label, pixels and narration by the table of beats."""
        return (
            self.beat(key, row, "label", row, *marks, **words),
            self.beat(key, row, "base", row, *marks, **words),
            self.beat(key, row, "tell", row, *marks, **words),
        )

    def unused(self, row: str, *marks: str) -> tuple[str, ...]:
        """The plot's texts of that name which fit this world (and the marks of a place) and were not told yet; bare, without their marks."""
        alone = () if self.helper.short in self.met else ("ally_none",)
        return tuple(self.chance.unused(fitting(self.goal_row.items(row), self.scenery.marks | {*marks, *alone})))

    def triple(self, items: tuple[str, ...], name: str, key: str, *marks: str, **words: str) -> tuple[str, str, str]:
        """Label, pixels and narration out of one frame of three, said of a state. Its {ally} is the one of `words`, who is there, else the helper."""
        place, here = self.place_of[key], next((one for one in self.allies if one.short == words.get("ally")), None)
        frame = self.scenery.pick(items, name, place, *marks, *(self.lone(place) if here is None else ()))
        label, base, tell = (piece.strip() for piece in frame.split("::"))
        words = self.words() | {"place": place.name, "at": place.at, **words}
        if here is not None:
            self._speak_of(here)
        bare, thing = self._beside(place, " ".join(words.values()), frame)
        if bare != frame:
            label, base, tell = (piece.strip() for piece in bare.split("::"))
        words |= {"part": thing, "partcap": capital(thing)}
        return self.scenery.label(label, **words), self.scenery.pixels(base, **words), self.scenery.narrate(tell, **words)

    def by(self, frame: str, where: Place, /, **words: str) -> str:
        """A frame beside a thing of the place; where the work is, always beside the same."""
        if not (self.away and where.id == self.site.id):
            return self.scenery.parted(frame, where, **words)
        frame, thing = self._beside(where, " ".join(words.values()), frame)
        return self.scenery.pixels(frame, part=thing, partcap=capital(thing), other=self.scenery.part(where, thing, frame), **words)

    def _beside(self, place: Place, spoken: str, frame: str) -> tuple[str, str]:
        """The frame and what it stands beside. Where the work is that is always the same, and not said over and over."""
        if not (self.away and place.id == self.site.id):
            return frame, self.scenery.part(place, spoken, frame)
        self.bench = self.bench or self.scenery.part(place, spoken, "behind {part}")
        if "{part" in frame and self.bench_said >= _OFTEN:
            frame = thinned(frame)
        if only_passed(frame):
            return frame, self.scenery.part(place, spoken, frame)
        if "{part" in frame:
            self.bench_said += 1
            self.scenery.chance.fresh((f"{place.id}:{self.bench}",), "bench")  # light and weather fall on something else
        return frame, self.bench

    def used(self, item: Item, row: str, key: str, turn: tables.Entry, parts: tuple[str, str, str]) -> tuple[str, str, str]:
        """Label, pixels and narration of a thing put to use in a state: by texts of its own, else by those of a turn of the story."""
        own = fitting(item.row.items(row), self.scenery.marks)
        words = {"item": item.phrase, "Item": item.the, "Itemcap": capital(item.phrase)}
        giver = self.givers.get(item.flag) or self.signed.get(item.flag)
        if own:
            promised = {"ally": giver, "allycap": capital(giver)} if giver else {}  # who has promised to come comes
            return self.triple(own, row, key, **words, **promised)
        words |= self.words()
        label, base, tell = (self.scenery.pick(turn.items(part), part) for part in parts)
        return self.scenery.label(label, **words), self.scenery.pixels(base, **words), self.scenery.narrate(tell, **words)

    def goal_rows(self, name: str) -> tuple[str, ...]:
        """The goal's frames of that name: for somebody or for what cannot be seen, where it has some."""
        own = self.goal_row.items(f"{name}_person") if self.person else self.goal_row.items(f"{name}_matter") if self.matter else ()
        rows = own or self.goal_row.items(name)
        if self.goal_row.title == "do" and self.foe.short == self.scenery.seen["goal"]:  # nobody stands before themselves
            rows = tuple(row for row in rows if "{foe}" not in row) or rows
        return rows

    def words(self) -> dict[str, str]:
        ally, end = self.helper, self.end or self.places[0]
        self._speak_of(ally)
        return {
            "foe": self.foe.short, "foecap": capital(self.foe.short), "ally": ally.short, "allycap": capital(ally.short),
            "start": self.site.name, "startcap": self.site.cap, "end": _PART.sub("", end.name), "endat": end.at, "found_at": self.found_at,
        }  # fmt: skip

    def hold(self, key: str) -> str:
        """A hiding place of the state that is not yet in use, spoken of as one that is there: "the hollow oak"."""
        some = self.holds[key]
        return re.sub(r"^an? ", "the ", some.pop(0) if some else self.place_of[key].entry.items("hold")[0])

    @property
    def helper(self) -> Part:
        """Whoever the texts of a plot call {ally}: the first who was met, else the first who may be."""
        return next((one for one in self.allies if one.short in self.met), self.allies[0] if self.allies else SOMEBODY)

    def lone(self, place: Place) -> tuple[str, ...]:
        """The mark of texts of a place in which no helper is: {ally} is spoken of only where they were met, or if they go along."""
        return () if self.goes_along or self.met_at.get(self.helper.short) is place else ("ally_none",)

    @property
    def goes_along(self) -> bool:
        """Whether the helper of the story is one of the premise, who is with whoever plays."""
        return self.helper.stated and self.helper.short in self.met

    def meet(self, key: str, ally: Part) -> dict[str, str]:
        """Puts a helper into the state's picture, once."""
        words = {"ally": ally.short, "allylook": ally.look, "allycap": capital(ally.short)}
        self._speak_of(ally)
        if ally.short not in self.met:
            self.met.add(ally.short)
            self.met_at[ally.short] = self.place_of[key]
            close = self.place_of[key].entry.title in _CLOSE and not ally.plural
            strange = not (close or ally.plural or ally.stated or ally.kinds) and self.place_of[key].air in ("inside", "under")
            rows = tables.read("stages")["present"].items(
                "close" if close else "many" if ally.plural else "plain" if strange else "one"
            )  # in a room a trade is told of those only who have theirs there
            frame = self.scenery.pick(rows, "present", self.place_of[key], mark_of_ally(ally))
            self.feature(key, self.scenery.parted(frame, self.place_of[key], **words))
        return words

    def about(self, key: str) -> list[Part]:
        """The helpers who may be met in a state and have not been yet, those at home there first."""
        place = self.place_of[key]
        kind = place.entry.title
        hour = self.at_hour(self.hours[key])
        free = [ally for ally in self.allies if ally.short not in self.met and not self.solitude.bars(ally.kinds, place, hour)]
        return [one for one in free if one.kinds & {kind, "*"}] or [one for one in free if not one.kinds]

    def _speak_of(self, ally: Part) -> None:
        """From here on {ally} is this one: its verbs agree."""
        if ally.plural:
            self.scenery.plurals.add("ally")
        else:
            self.scenery.plurals.discard("ally")

    def objective(self, flag: str, text: str, key: str, requires: list[str] | None, hint: str | None = None) -> None:
        self.objectives.append(Objective(flag, text, key, flag, list(requires or []), hint))

    def enliven(self) -> None:
        """Something to look at in a few scenes that have only ways in and out, and in further ones of a world with few choices."""
        busy = {key for event in self.events if event["kind"] != "transition" for key in event["from"]}
        busy |= {event["from"][0] for event in self.events if "ending" in self.states.get(event.get("to", ""), {})}
        looked = 0
        for key, state in self.states.items():
            if "ending" not in state and ((key not in busy and looked < _LOOKS) or len(self.events) < _FEWEST):
                self.look(key)
                looked += 1

    def look(self, key: str) -> None:
        """A choice that only shows one thing more of what is there, or a small movement of it."""
        place = self.place_of[key]
        unseen = self.chance.unused(self.scenery.present(place.entry.items("seen")))
        told = self.scenery.chosen(self.chance.fresh(unseen, "seen")) if unseen else self.scenery.stir(place)
        row = "look" if unseen else "wait"
        label, base = self.beat(key, row, "label", row, place=place.name), self.beat(key, row, "base", row, place=place.name)
        self.event("override", key, label, base, sentence(told))

    def cut(self, a: str, b: str, subtitle: str | None = None) -> str:
        """A card between two states; its clip is the host's to add."""
        key = f"card_{len(self.cutscenes) + 1}"
        place = self.place_of[b]
        text = subtitle or self.scenery.narrate(
            self.scenery.pick(tables.read("stages")["card"].items("text"), "card"),
            **self.words() | {"place": place.name, "placecap": place.cap},
        )
        self.cutscenes.append({"id": key, "label": f"Card {len(self.cutscenes) + 1}", "video": "", "from": a, "to": b, "subtitle": text})
        return key

    def note(self, arc: str, summary: str, states: list[str]) -> None:
        """A beat of the story."""
        self.beats.append((arc, sentence(summary), states))
