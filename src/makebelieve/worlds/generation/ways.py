"""The ways of a world: free ones, barred ones, and those that are worth going only with what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from makebelieve.worlds.generation import crossings, tables
from makebelieve.worlds.generation.english import capital, listed, smoothed
from makebelieve.worlds.generation.ground import Ground
from makebelieve.worlds.generation.items import Item, brief, wanting
from makebelieve.worlds.generation.passed import begun, presupposes
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.prose import BUTTON


@dataclass(frozen=True, slots=True)
class Barrier:
    """What bars a way, told: the choice that leads through, its pixels, what is said then and before."""

    label: str
    use: str
    tell: str
    hint: str


@dataclass(slots=True)
class Ways(Ground):
    """Steps, gates, and what is put to use before one goes on."""

    def settle(self, shape: str, whole: bool) -> None:
        """Puts such things in the place of those that are to bar a way as suit it; `whole`: the plot tells of its own sort of bars."""
        self.scenery.marks |= {"whole"} if whole else set()
        spoken = [one.phrase for one in (*self.works, *self.own)]
        places = self.places[1:] if self.elsewhere else self.places
        night = self.at_hour(0) == "night"
        self.items = crossings.settled(
            shape, self.items, places, self.scenery.marks, spoken, self.chance, night=night, shut="shut" in self.scenery.marks
        )

    def step(self, a: str, b: str, *, back: bool = True, base: str | None = None, told: str | None = None, label: str | None = None,
             requires: list[str] | None = None, hint: str | None = None, **more: Any) -> None:  # fmt: skip
        """A way from a to b, and back again unless it is one-way."""
        here, there = self.place_of[a], self.place_of[b]
        words = {"here": here.name, "to": there.name, "Tocap": there.cap, "tocap": there.cap, "there": there.name}
        go = self.chance.fresh(there.entry.items("go") or ("Go on to",), "go")
        self.event(
            "transition", a,
            label or smoothed(f"{go} {there.name}"),
            base or self.beat(b, "stay" if here.name == there.name else "step", "base", "step", **words),
            told or self._onward(a, b) or self.beat(b, "step", "tell", "step", **words),
            to=b, requires=requires, lockedHint=hint, landWhen={"label": bare(there.name), "timeoutMs": 12000}, **more,
        )  # fmt: skip
        if back:
            words = {"here": there.name, "to": here.name, "Tocap": here.cap, "tocap": here.cap}
            self.returns.append(self.event("transition", b, *self.beats_of(a, "back", **words), to=a))

    def _onward(self, key: str, to: str) -> str | None:
        """What is thought on the way, by the plot; of what has been gained only where nobody comes with nothing."""
        fresh = not begun(self.events, next(iter(self.states)), key)
        some = tuple(text for text in self.unused("onward") if not (fresh and presupposes(text)))
        own = tuple(self.chance.unused([item for entry in self.traits for item in entry.items("onward")]))
        if own and self.chance.happens(0.5, "trait"):
            some = own
        elif not some or not self.chance.happens(0.6, "onward"):
            return None
        place = self.place_of[to]
        return self.scenery.narrate(self.scenery.pick(some, "onward"), **self.words() | {"to": place.name, "at": place.at})

    def gate(self, a: str, b: str, item: Item, *, back: bool = True, also: list[str] | None = None, aside: bool = False) -> None:
        """A barred way from a to b that `item` opens, with what the flags of `also` stand for; `aside`: there is another way to b. Where no
        bar of it suits the ground, the way lies free, and one only wants to have it first."""
        also = [flag for flag in also or () if flag != crossings.FREE.flag]
        bar = self.barrier(a, self.place_of[b], item, also=also, aside=aside)
        if bar is not None:
            self.step(
                a, b, back=back, label=bar.label, base=bar.use, told=bar.tell, requires=[item.flag, *also], hint=bar.hint,
            )  # fmt: skip
            return
        wanted = [one for one in (*self.items, *self.own) if one.flag in also]
        (self.lead_on(a, b, wanted, back=back) if wanted else self.step(a, b, back=back))

    def barrier(self, a: str, there: Place, item: Item, *, also: list[str] | None = None, aside: bool = False) -> Barrier | None:
        """What bars the way from a to a place, shown in a; None where it lies open."""
        here = self.place_of[a]
        marks = self.scenery.marks | crossings.marks_of(here, there, night=self.at_hour(0) == "night")
        bar = crossings.bar_of(item, marks, self.chance) if "shut" in marks or crossings.own_bar(item) else None
        if bar is None:
            return None
        words = self.words() | self._gate_words(item, there)
        self.feature(a, self.scenery.pixels(f"another way leads there too: {bar.block}" if aside else bar.block, **words))
        needed = [item, *(one for one in (*self.items, *self.own) if one.flag in (also or ()))]
        return Barrier(
            self._to_the_point(self.scenery.label(bar.label, **words), there), self.scenery.pixels(bar.use, **words),
            self.scenery.narrate(bar.tell, **words), self.scenery.narrate(wanting(needed) if len(needed) > 1 else bar.hint, **words),
        )  # fmt: skip

    def lead_on(self, a: str, b: str, items: list[Item], *, back: bool = True) -> None:
        """A free way from a to b that is worth going only with `items`."""
        there, frames = self.place_of[b], tables.read("showing")["bring"]
        used, unready = self.put_to_use(a) if self.ahead else ([], None)
        known = any(one.depth == "word" for one in items)
        things = listed([brief(one.phrase) for one in items])
        words = self.words() | {"to": there.name, "tocap": there.cap, "things": things, "thingscap": capital(things)}
        self._count("things", items)
        promised = any(one.depth == "promise" for one in items)
        row = "brief" if used or known or promised else "label"  # what is known, promised or has been put to use is not carried about
        label = self.scenery.label(self.scenery.pick(frames.items(row), "bring"), **words)
        mark = "known" if known else "held"
        hint = wanting(items) if known else self.scenery.narrate(self.scenery.pick(frames.items("hint"), "bring hint"), **words)
        self.step(
            a, b, back=back, label=self._to_the_point(label, there),
            told=self.scenery.narrate(self.scenery.pick(frames.items("tell"), "bring tell", None, mark), **words),
            requires=[*(one.flag for one in items), *used], hint=unready or hint,
        )  # fmt: skip

    def _to_the_point(self, label: str, there: Place) -> str:
        """The label of a way, or where it would not go on a button one that only says where to."""
        if len(label) <= BUTTON:
            return label
        return self.scenery.label(self.scenery.pick(tables.read("showing")["bring"].items("brief"), "brief"), to=there.name)

    def put_to_use(self, key: str) -> tuple[list[str], str | None]:
        """Each of the story's own finds does its part in a state: the flags that say so, and what is told before."""
        given = {flag for event in self.events for flag in event.get("grants", ())}
        items = [one for one in self.own if one.flag in given - self.spent]
        self.spent |= {one.flag for one in items}
        flags: list[str] = []
        for item in items:
            label, base, told = self.used(item, "apply", key, tables.read("turns")["defend"], ("label", "base", "tell"))
            flags.append(f"used_{item.flag.removeprefix('has_')}")
            lack = self.scenery.narrate(
                self.scenery.pick(item.row.items("lack"), "lack", None, item.depth), item=item.phrase, Itemcap=capital(item.phrase)
            )
            self.event("override", key, label, base, told, oneShot=True, requires=[item.flag], lockedHint=lack, grants=[flags[-1]])
            self.objective(flags[-1], label, key, [item.flag])
        things = listed([one.the for one in items]) if items else ""
        self._count("things", items)
        mark = "known" if any(one.depth == "word" for one in items) else "held"
        mark = "promised" if items and all(one.depth == "promise" for one in items) else mark
        unready = self.scenery.pick(tables.read("showing")["unready"].items("told"), "unready", None, mark)
        return flags, self.scenery.narrate(unready, things=things) if items else None

    def _count(self, slot: str, items: list[Item]) -> None:
        """From here on the slot stands for so many things: its verbs agree."""
        (self.scenery.plurals.add if len(items) > 1 else self.scenery.plurals.discard)(slot)

    def _gate_words(self, item: Item, there: Place) -> dict[str, str]:
        return {
            "to": there.name, "tocap": there.cap, "Tocap": there.cap, "item": item.phrase, "Item": item.the, "Itemcap": capital(item.phrase),
        }  # fmt: skip
