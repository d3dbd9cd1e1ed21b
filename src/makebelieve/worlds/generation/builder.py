"""Builds the graph of one world out of steps, gates, finds, gifts and endings. What it grows is solvable as long as a shape
puts every find on ground that can be reached before the gate it opens, and never leaves ground for good with a find still needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.english import capital, fill, listed, sentence, slug
from makebelieve.worlds.generation.items import Item, Objective
from makebelieve.worlds.generation.natures import catch_anywhere, looks_of_foe, mark_of_ally, mark_of_hold, out_of_place
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.prose import HOURS, Scenery, fitting, within

Json = dict[str, Any]
# Letters that are no controls of a body (w a s d q e, space, arrows) nor usual shortcuts.
_HOTKEYS: Final = "fghjklrtyuiopzxcvbnm"


@dataclass(slots=True)
class Builder:
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
    works: list[Item] = field(default_factory=list)
    """Things that are used where the deed is done."""
    matter: bool = False
    """Whether the goal is nothing to be seen: a truth, a performance."""
    away: bool = False
    """Whether what the deed is done to stays where the story begins."""
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
    holds: dict[str, list[str]] = field(default_factory=dict)
    hours: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    secret: tuple[str, str, str] | None = None
    beats: list[tuple[str, str, list[str]]] = field(default_factory=list)

    # --- states ---------------------------------------------------------------------------------------------------------------------

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
            "ambient": [sentence(line) for line in self.chance.several(place.entry.items("stir"), 2, "ambient")],
            "narration": self.scenery.chosen(told) if told else self._arrival(place),
        }
        if variant:
            other = hour if self.scenery.held else HOURS[(self.hour + 2 + self.chance.below(2, "variant")) % len(HOURS)]
            label = other if other != hour else "another look"
            state["variants"] = [{"label": label, "base": self.scenery.scene(place, other, features)}]
        self.states[key] = state
        self.place_of[key] = place
        self.keys[key] = set()
        self.holds[key] = self.chance.shuffled(place.entry.items("hold"), "holds")
        self.hours[key] = later
        return key

    def at_hour(self, later: int) -> str:
        """The hour `later` steps after the start, where days pass in the story; else and where the premise states one always the same."""
        return HOURS[(self.hour + later) % len(HOURS) if self.passing and not self.scenery.held else self.hour]

    def feature(self, key: str, text: str) -> None:
        """One more sentence of pixels in a state, where the budget allows."""
        state = self.states[key]
        state["base"] = within([state["base"], text], 1450)
        for variant in state.get("variants", ()):
            variant["base"] = within([variant["base"], text], 1450)

    def _arrival(self, place: Place) -> str:
        frames = tables.read("stages")["arrive"].items(place.air) + tables.read("stages")["arrive"].items("any")
        part = self.scenery.part(place)
        words = {"place": place.name, "placecap": place.cap, "at": place.at, "part": part, "partcap": capital(part)}
        return self.scenery.narrate(self.scenery.pick(frames, "arrive", place), **words)

    # --- events ---------------------------------------------------------------------------------------------------------------------

    def event(self, kind: str, at: str | list[str], label: str, base: str, told: str, to: str | None = None, **more: Any) -> Json:
        """An edge with a readable unique name and, while letters last, a hotkey of its own."""
        sources = [at] if isinstance(at, str) else at
        label = capital(" ".join(self.scenery.chosen(label).split()))
        name = slug(label)
        number = 2
        while name in self.names:
            name = f"{slug(label)}_{number}"
            number += 1
        self.names.add(name)
        made: Json = {"name": name, "label": label, "kind": kind, "from": sources, "base": base, "narration": self.scenery.chosen(told)}
        if to is not None:
            made["to"] = to
        taken = set().union(*(self.keys[source] for source in sources))
        wanted = [char for char in name.replace("_", "") if char in _HOTKEYS] + list(_HOTKEYS)
        key = next((char for char in wanted if char not in taken), None)
        if key:
            made["hotkey"] = key
            for source in sources:
                self.keys[source].add(key)
        made |= {field_: value for field_, value in more.items() if value not in (None, [], False)}
        self.events.append(made)
        return made

    def beat(self, key: str, row: str, part: str, name: str, *marks: str, **words: str) -> str:
        """A frame of the table of beats, said of the state `key`: `part` is label, base or tell."""
        place = self.place_of[key]
        frame = self.scenery.pick(tables.read("beats")[row].items(part), f"{name}:{part}", place, *marks)
        thing = self.scenery.part(place, " ".join(words.values())) if "{part" in frame else ""
        words = {"part": thing, "partcap": capital(thing), **words}
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

    def step(self, a: str, b: str, *, back: bool = True, base: str | None = None, told: str | None = None, label: str | None = None,
             requires: list[str] | None = None, hint: str | None = None, **more: Any) -> None:  # fmt: skip
        """A way from a to b, and back again unless it is one-way."""
        here, there = self.place_of[a], self.place_of[b]
        words = {"here": here.name, "to": there.name, "Tocap": there.cap, "tocap": there.cap, "there": there.name}
        go = self.chance.fresh(there.entry.items("go") or ("Go on to",), "go")
        self.event(
            "transition", a,
            label or f"{go} {there.name}",
            base or self.beat(b, "step", "base", "step", **words),
            told or self._onward(b) or self.beat(b, "step", "tell", "step", **words),
            to=b, requires=requires, lockedHint=hint, landWhen={"label": bare(there.name), "timeoutMs": 12000}, **more,
        )  # fmt: skip
        if back:
            words = {"here": there.name, "to": here.name, "Tocap": here.cap, "tocap": here.cap}
            self.event(
                "transition", b,
                self.beat(a, "back", "label", "back", **words),
                self.beat(a, "back", "base", "back", **words),
                self.beat(a, "back", "tell", "back", **words),
                to=a,
            )  # fmt: skip

    def _onward(self, key: str) -> str | None:
        """What is thought on the way, by the plot."""
        some = self.unused("onward")
        if not some or not self.chance.happens(0.6, "onward"):
            return None
        place = self.place_of[key]
        return self.scenery.narrate(self.chance.fresh(some, "onward"), **self.words() | {"to": place.name, "at": place.at})

    def gate(self, a: str, b: str, item: Item, *, back: bool = True, also: list[str] | None = None, aside: bool = False) -> None:
        """A barred way from a to b that `item` opens, with what the flags of `also` stand for; `aside`: there is another way to b."""
        row, stages = item.row, tables.read("stages")
        here, there = self.place_of[a], self.place_of[b]
        words = self.words() | self._gate_words(item, there)
        needed = [item, *(one for one in self.items if one.flag in (also or ()))]
        told = self.scenery.narrate(self.scenery.pick(row.items("tell"), "tell"), **words)
        if len(needed) > 1:
            things, others = (listed([one.phrase for one in some]) for some in (needed, needed[1:]))
            words |= {"things": things, "thingscap": capital(things), "others": others}
            told = f"{told} {self.scenery.narrate(self.scenery.pick(stages['several'].items('tell'), 'several'), **words)}"
        hints = row.items("hint") if len(needed) == 1 else stages["several"].items("hint")
        block = self.scenery.pick(row.items("block"), "block", there, f"here_{here.air}")
        self.feature(a, self.scenery.pixels(f"by another way in, {block}" if aside else block, **words))
        self.step(
            a, b, back=back,
            label=self.scenery.label(self.scenery.pick(row.items("label"), "gate label", there), **words),
            base=self.scenery.pixels(self.scenery.pick(row.items("use"), "use", there, f"here_{here.air}"), **words),
            told=told, requires=[item.flag, *(also or [])], hint=self.scenery.narrate(self.scenery.pick(hints, "hint"), **words),
        )  # fmt: skip

    def _gate_words(self, item: Item, there: Place) -> dict[str, str]:
        return {
            "to": there.name, "tocap": there.cap, "Tocap": there.cap, "item": item.phrase, "Item": item.the, "Itemcap": capital(item.phrase),
        }  # fmt: skip

    def hold(self, key: str) -> str:
        """A hiding place of the state that is not yet in use."""
        some = self.holds[key]
        return some.pop(0) if some else self.place_of[key].entry.items("hold")[0]

    def find(self, key: str, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True) -> None:
        """`item` lies hidden in the state, stands about where it is big, or is written somewhere where it is only to be known."""
        hold = self.hold(key) if item.size == "small" else self.scenery.part(self.place_of[key], item.phrase)
        words = {"hold": hold, "item": item.phrase, "Itemcap": capital(item.phrase)}
        depth = mark_of_hold(hold) if item.size == "small" else item.size
        own = fitting(item.row.items("found"), self.scenery.marks)
        label, base, tell = self.triple(own, "found", key, **words) if own else self.beats_of(key, "search", depth, **words)
        self.event(
            "override", key, label, base, tell, oneShot=True, grants=[item.flag], requires=requires, lockedHint=hint,
            anchor={"label": bare(hold), "minProximity": 0.15},
        )  # fmt: skip
        if aim:
            verb = "Learn" if item.size == "word" else "Find"
            self.objective(item.flag, f"{verb} {item.phrase} {self.place_of[key].at}", key, requires)

    def meet(self, key: str, ally: Part) -> dict[str, str]:
        """Puts a helper into the state's picture, once."""
        words = {"ally": ally.short, "allylook": ally.look, "allycap": capital(ally.short)}
        self._speak_of(ally)
        if ally.short not in self.met:
            self.met.add(ally.short)
            rows = tables.read("stages")["present"].items("many" if ally.plural else "one")
            frame = self.scenery.pick(rows, "present", self.place_of[key], mark_of_ally(ally))
            self.feature(key, self.scenery.parted(frame, self.place_of[key], **words))
        return words

    def _speak_of(self, ally: Part) -> None:
        """From here on {ally} is this one: its verbs agree."""
        if ally.plural:
            self.scenery.plurals.add("ally")
        else:
            self.scenery.plurals.discard("ally")

    def gift(
        self, key: str, ally: Part, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True
    ) -> None:
        """A helper gives `item`, for the asking or for a chore."""
        words = self.meet(key, ally) | {"item": item.phrase, "Itemcap": capital(item.phrase)}
        mark = mark_of_ally(ally)
        row = "told" if item.size == "word" else self.chance.pick(("gift", "chore"), "gift row")
        own = fitting(item.row.items("given"), self.scenery.marks | {mark})
        label, base, tell = self.triple(own, "given", key, mark, **words) if own else self.beats_of(key, row, mark, item.size, **words)
        self.event(
            "override", key, label, base, tell, oneShot=True, grants=[item.flag], requires=requires, lockedHint=hint,
            anchor={"label": bare(ally.short), "aliases": ["person", "figure"], "minProximity": 0.15},
        )  # fmt: skip
        if aim:
            self.objective(
                item.flag, self.scenery.label("Win the help of {ally} {at}", ally=ally.short, at=self.place_of[key].at), key, requires
            )

    def obtain(self, key: str, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True) -> None:
        """`item` is found or given here, as chance has it."""
        free = [ally for ally in self.allies if ally.short not in self.met]
        if free and self.chance.happens({"word": 0.9, "big": 0.25}.get(item.size, 0.45), "obtain"):
            self.gift(key, free[0], item, requires=requires, hint=hint, aim=aim)
        else:
            self.find(key, item, requires=requires, hint=hint, aim=aim)

    def objective(self, flag: str, text: str, key: str, requires: list[str] | None, hint: str | None = None) -> None:
        self.objectives.append(Objective(flag, text, key, flag, list(requires or []), hint))

    def calm(self, key: str) -> None:
        """A moment that changes nothing."""
        place = self.place_of[key]
        quiet = self.unused("aside" if self.away and place is not self.places[0] else "quiet")
        if quiet:
            label, base, tell = self.triple(quiet, "quiet", key)
            self.event("override", key, label, base, tell)
            return
        words = {"stir": self.scenery.stir(place)}
        label = self.beat(key, "calm", "label", "calm")
        self.event(
            "override",
            key,
            label if any(part in label for part in place.parts) else f"{label} {place.at}",
            self.beat(key, "calm", "base", "calm", **words),
            self.beat(key, "calm", "tell", "calm"),
        )

    def enliven(self) -> None:
        """Something to do in every scene that has only ways in and out."""
        busy = {key for event in self.events if event["kind"] != "transition" for key in event["from"]}
        busy |= {event["from"][0] for event in self.events if "ending" in self.states.get(event.get("to", ""), {})}
        for key, state in self.states.items():
            if key not in busy and "ending" not in state:
                self.calm(key)

    def talk(self, key: str, ally: Part, facts: list[tuple[str, list[str]]]) -> None:
        """A typed conversation with a helper."""
        words = self.meet(key, ally)
        stages = tables.read("stages")
        greeting = self.scenery.narrate(self.scenery.pick(stages["talk"].items("greeting"), "greeting", None, mark_of_ally(ally)), **words)
        persona = f"{capital(ally.short)}, {ally.look}. {self.scenery.chosen(self.scenery.pick(stages['talk'].items('manner'), 'manner'))}"
        self.event(
            "terminal", key, self.scenery.label("Ask {ally} a question", ally=ally.short), self.scenery.parted(self.scenery.pick(stages["talk"].items("base"), "talk", None, mark_of_ally(ally)), self.place_of[key], **words), greeting,
            terminal={
                "persona": sentence(persona),
                "greeting": greeting,
                "facts": [{"text": sentence(text)} | ({"requires": needs} if needs else {}) for text, needs in facts],
            },
        )  # fmt: skip

    def hide_secret(self, key: str) -> None:
        """The thing worth noticing: pointed at rather than offered, it opens the best ending."""
        if self.secret is not None:
            return
        rows = self.goal_rows("secret")
        sight, truth, twist = (self.scenery.chosen(piece.strip()) for piece in self.scenery.pick(rows, "secret").split("::"))
        self.secret = (sight, truth, twist)
        words = self.words()
        hold = self.hold(key)
        seen = self.scenery.label(sight, **words)
        telling = self.scenery.narrate(truth, **words)
        self.feature(key, self.scenery.pixels(self.scenery.pick(tables.read("stages")["glint"].items("base"), "glint"), hold=hold))
        self.event(
            "override", key, self.beat(key, "lore", "label", "lore", hold=hold), self.beat(key, "lore", "base", "lore", hold=hold, sight=seen), telling,
            hidden=True, oneShot=True, grants=["truth"], anchor={"label": bare(hold), "minProximity": 0.15},
        )  # fmt: skip

    def unused(self, row: str) -> tuple[str, ...]:
        """The plot's texts of that name which fit this world and were not told yet."""
        return tuple(self.chance.unused(fitting(self.goal_row.items(row), self.scenery.marks)))

    def triple(self, items: tuple[str, ...], name: str, key: str, *marks: str, **words: str) -> tuple[str, str, str]:
        """Label, pixels and narration out of one frame of three, said of a state."""
        place = self.place_of[key]
        label, base, tell = (piece.strip() for piece in self.scenery.pick(items, name, place, *marks).split("::"))
        words = self.words() | {"place": place.name, "at": place.at, **words}
        thing = self.scenery.part(place, " ".join(words.values()))
        words |= {"part": thing, "partcap": capital(thing)}
        return self.scenery.label(label, **words), self.scenery.pixels(base, **words), self.scenery.narrate(tell, **words)

    def used(self, item: Item, row: str, key: str, turn: tables.Entry, parts: tuple[str, str, str]) -> tuple[str, str, str]:
        """Label, pixels and narration of a thing put to use in a state: by texts of its own, else by those of a turn of the story."""
        own = fitting(item.row.items(row), self.scenery.marks)
        words = {"item": item.phrase, "Item": item.the, "Itemcap": capital(item.phrase)}
        if own:
            return self.triple(own, row, key, **words)
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
        ally = self.allies[0]
        self._speak_of(ally)
        return {
            "foe": self.foe.short, "foecap": capital(self.foe.short), "ally": ally.short, "allycap": capital(ally.short),
            "start": self.places[0].name, "startcap": self.places[0].cap,
        }  # fmt: skip

    def facts(self) -> list[tuple[str, list[str]]]:
        """What the helper at the entrance knows."""
        words = self.words()
        own = self.chance.several(self.unused("fact"), 2, "facts")
        in_the_way = () if own and not self.foe.stated else ("{foecap} <foe:is|are> in the way. Everybody here knows it.",)
        return [
            *((self.scenery.narrate(frame, **words), []) for frame in (*own, *in_the_way)),
            (self.scenery.narrate(f"If it goes wrong, {self.stake}.", **words), []),
            (self.scenery.narrate("Look closely at what others walk past. Not everything is offered.", **words), []),
            (self.scenery.narrate("There is a truth in this that most people never learn, and you have learned it.", **words), ["truth"]),
        ]

    def show_foe(self, key: str) -> None:
        place = self.place_of[key]
        if out_of_place(self.foe.look, place.air):
            look = self.scenery.parted(self.scenery.pick(looks_of_foe(self.foe), "foe look"), place, foe=self.foe.full)
        else:
            look = self.scenery.pixels("{foe} " + self.foe.look, foe=self.foe.full)
        self.feature(key, look)

    def dare(self, key: str, ending: str, label: str | None = None) -> None:
        """The rash move: it loses."""
        words = self.words()
        air = self.place_of[key].air
        caught = catch_anywhere(self.foe) if out_of_place(self.foe.catch, air) else self.foe.catch
        catch = fill(self.scenery.chosen(caught), self.scenery.seen | words, frozenset(self.scenery.plurals))
        words["catch"] = catch
        self.event(
            "transition",
            key,
            label or self.beat(key, "dare", "label", "dare", **words),
            self.beat(key, "dare", "base", "dare", **words),
            self.beat(key, "dare", "tell", "dare", **words),
            to=ending,
        )

    # --- endings ------------------------------------------------------------------------------------------------------------------------

    def ending(self, row: str, place: Place, *, extra: str | None = None, key: str | None = None, later: int = 3) -> str:
        """An ending from the goal's row `win`, `best` or `lose`."""
        rows = self.goal_rows(row)
        title, subtitle, pixels = (self.scenery.chosen(piece.strip()) for piece in self.scenery.pick(rows, f"ending {row}").split("::"))
        words = self.words() | {"place": place.name, "placecap": place.cap}
        parts = [self.scenery.parted(pixels, place, **words)]
        if extra:
            parts.append(self.scenery.parted(extra, place, **words))
        parts.append(self.scenery.light(place, self.at_hour(later)))
        parts.extend(self.scenery.sky(place))
        return self._ended(
            key or f"{row}_{slug(title)}", place, "lose" if row == "lose" else "win", title, self.scenery.narrate(subtitle, **words), parts
        )

    def _ended(self, key: str, place: Place, kind: str, title: str, subtitle: str, parts: list[str]) -> str:
        while key in self.states:
            key += "_too"
        self.states[key] = {
            "base": within(parts, 1200),
            "camera": self.scenery.camera(place),
            "movement": self.scenery.movement(place),
            "ambient": [sentence(self.chance.fresh(place.entry.items("stir"), "stir"))],
            "narration": subtitle,
            "ending": {"kind": kind, "title": title, "subtitle": subtitle},
        }
        self.place_of[key] = place
        self.keys[key] = set()
        return key

    def finish(
        self,
        key: str,
        place: Place,
        *,
        requires: list[str] | None = None,
        hint: str | None = None,
        act: str | None = None,
        show: bool = True,
    ) -> None:
        """The last act in `key`: the plain win, the better one for those who know the truth, and the flag that ends the mission."""
        words = self.words() | {"place": place.name}
        here = place.name.lower() == self.scenery.seen["goal"].lower()
        rows = (self.goal_row.items("hint_here") if here else ()) or self.goal_rows("hint")
        if here:
            act = act or self.scenery.pick(self.goal_row.items("act_here") or self.goal_row.items("act"), "act")
        if show:
            self.feature(key, self.scenery.parted(self.scenery.pick(rows, "hint of goal"), self.place_of[key], **words))
        later = self.hours.get(key, 3)
        plain = self.ending("win", place, later=later)
        best = self.ending("best", place, extra=self.secret[2] if self.secret else None, later=later)
        act = capital(self.scenery.label(act or self.scenery.pick(self.goal_row.items("act"), "act"), **words))
        stages = tables.read("stages")["last"]
        phases: list[Json] = [
            {"base": self.scenery.pixels(self.scenery.pick(stages.items(part), part), **words), "camera": self.scenery.pixels(self.scenery.pick(stages.items("camera"), "phase camera"), **words), "minMs": 4000}
            for part in ("first", "second")
        ]  # fmt: skip
        if self.goal_row.items("stage"):
            beats = self.scenery.pick(self.goal_row.items("stage"), "stage").split("::")
            phases = [
                {"base": self.scenery.parted(beat.strip(), place, **words), "camera": self.scenery.pixels(self.scenery.pick(stages.items("camera"), "phase camera"), **words), "minMs": 4000}
                for beat in beats
            ]  # fmt: skip
        elif self.goal_row.items("begin"):
            phases[0]["base"] = self.scenery.parted(self.scenery.pick(self.goal_row.items("begin"), "begin"), place, **words)
        told = self.scenery.narrate(self.scenery.pick(self.goal_row.items("told") or stages.items("tell"), "last tell"), **words)
        to = self.cut(key, plain)
        self.event(
            "transition", key, act, phases[0]["base"], told, to=to, phases=phases, requires=requires, lockedHint=hint, grants=["done"]
        )
        self.objective(
            "done",
            capital(self.scenery.label(self.goal_row.one("last"), **words)),
            key,
            requires,
            hint,
        )
        if self.secret:
            label = self.scenery.label(self.scenery.pick(stages.items("truthful"), "truthful"), **words)
            self.event(
                "transition", key, label, self.scenery.parted(self.secret[2], place, **words), self.scenery.narrate(self.scenery.pick(stages.items("knowing"), "knowing"), **words),
                to=best, requires=[*(requires or []), "truth"], grants=["done"],
                lockedHint=self.scenery.narrate(self.scenery.pick(stages.items("unknowing"), "unknowing"), **words),
            )  # fmt: skip
        else:
            self.event("transition", key, "Take your time over it", phases[1]["base"], told, to=best, requires=requires, grants=["done"])
        rash = self.unused("rash")
        if rash:
            label, base, tell = self.triple(rash, "rash", key)
            self.event("transition", key, label, base, tell, to=self.ending("lose", place, later=later))

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
