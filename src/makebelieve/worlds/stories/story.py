"""A story as an author writes it: people, places, things, steps, endings, all in words of its own. Rules make the graph of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from makebelieve.worlds.generation.draft import Hour, Pronoun, Weather

Key = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=300)]
Scene = Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=700)]

FEWEST_STATES: Final = 8
FEWEST_EVENTS: Final = 15
MOST_EVENTS: Final = 60
READY: Final = "ready"
"""The state of the last choice."""
TRUTH: Final = "truth"
DONE: Final = "done"
"""Flags of the secret found and of the deed done."""
CARD: Final = "card_1"
"""The caption before the plain win."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="ignore")


class Hero(_Written):
    called: Name = Field(description="As the scenes call them, with article or as a name: 'the baker', 'Nadia'.")
    who: Name = Field(description="Who they are and how they look: 'a young baker in a floury apron'.")
    pronoun: Pronoun = "they"
    plural: bool = False


class Spot(_Written):
    """A place that one can be in."""

    id: Key
    name: Name = Field(description="With its article, in lower case unless a name: 'the bakery kitchen'.")
    kind: Name | None = Field(default=None, description="What its picture is of: the nearest of the allowed kinds of places.")
    indoors: bool = False
    seen: Scene = Field(description="What a camera sees there, with the hero in it: two to four sentences.")
    again: Scene = Field(description="The same place seen a second time: other details, nothing that contradicts the first.")
    landmarks: list[Name] = Field(min_length=3, max_length=5, description="Things that stand there, each with 'the': 'the brick oven'.")
    sounds: list[Line] = Field(min_length=2, max_length=3, description="What stirs or is heard: 'A tray clatters.'")
    arrival: Line | None = Field(default=None, description="Told when one first comes; only where something is to be said.")


class Way(_Written):
    """Between two places, open both ways; `needs` bars it until a find or a step is done."""

    source: Key
    target: Key
    go: Label
    going: Line = Field(description="What a camera sees on the way there.")
    back: Label
    coming: Line = Field(description="What a camera sees on the way back.")
    needs: list[Key] = Field(default=[], max_length=3)
    barred: Line | None = Field(default=None, description="Told while it is barred: what is missing, in plain words.")


class Person(_Written):
    """Somebody who stands in a place and can be asked."""

    name: Name
    who: Name = Field(description="'a delivery driver with a box under one arm'")
    pronoun: Pronoun = "they"
    place: Key
    shown: Line = Field(description="What a camera sees of them there, one sentence; it follows on the place's `seen` and `again`.")
    greeting: Line = Field(description="What they say first, in quotation marks.")
    facts: list[Line] = Field(
        min_length=2, max_length=5, description="What they know and say when asked: true from the start, and no answer to the whole."
    )


class Move(_Written):
    """One thing that is done in a place."""

    id: Key
    place: Key
    label: Label = Field(description="The button: a verb phrase that says just what is done, 'Fill the tins'.")
    seen: Line = Field(description="What a camera sees as it is done.")
    told: Line = Field(description="Told to the player as 'you': what comes of it.")
    needs: list[Key] = Field(default=[], max_length=4, description="Ids of finds or steps that come before it.")
    lacking: Line | None = Field(default=None, description="Told while it cannot be done yet: what is missing. Goes with `needs`.")


class Find(Move):
    """Something one gets hold of or comes to know: it is found, or somebody gives it."""

    thing: Name = Field(description="With its article: 'a tray of muffin tins'; what is only known as well: 'the name of the keeper'.")
    giver: Name | None = Field(default=None, description="The name of the person who gives or tells it; they stand in the same place.")


class Look(_Written):
    """Something to look at or try, which changes nothing."""

    place: Key
    label: Label
    seen: Line
    told: Line


class Secret(_Written):
    """Hidden in the picture, found by looking closely; it opens the best ending."""

    place: Key
    spot: Name = Field(
        description="What it hides in or behind, with 'the': 'the loose tile'. The `seen` of that place names it in the same words."
    )
    label: Label
    seen: Line = Field(description="What a camera sees as it comes to light.")
    told: Line = Field(description="What is learned, said in full.")
    hint: Line = Field(
        description="Told at the last choice to who has not found it: 'You have not looked closely at the shelves of the library yet.'"
    )


class Ending(_Written):
    title: Name
    place: Key | None = Field(
        default=None, description="The spot that its picture is of, where that is another than the choice was made in."
    )
    seen: Scene
    sounds: list[Line] = Field(min_length=1, max_length=2, description="What is heard then: 'The clock strikes noon.'")
    told: Line = Field(description="Told as 'you': how it ended, said plainly.")


class Deed(_Written):
    """The last choice of all."""

    label: Label
    seen: Line
    told: Line
    ending: Ending


class Rash(_Written):
    """A wrong choice that can be made in a place at any time, and loses."""

    place: Key
    label: Label
    seen: Line
    told: Line
    ending: Ending


class Story(_Written):
    """A whole story. Every id is used once; every `place` names a spot; every `needs` names finds or steps."""

    title: Name = Field(description="Two to six words, never that of an existing work.")
    sentence: Line = Field(description="Who has to do what, where and by when, in one sentence, third person.")
    opening: Line = Field(description="Told first, as 'you': who you are, what has happened, what you have to do and why it matters.")
    goal: Label = Field(description="The deed as a verb phrase: 'bake forty cupcakes'.")
    genre: Name
    hero: Hero
    hour: Hour | None = None
    weather: Weather | None = None
    spots: list[Spot] = Field(min_length=4, max_length=7, description="The first one is where the story begins.")
    ways: list[Way] = Field(min_length=3, max_length=9)
    people: list[Person] = Field(min_length=1, max_length=4)
    finds: list[Find] = Field(min_length=2, max_length=5)
    steps: list[Move] = Field(min_length=2, max_length=5, description="What is done with the finds, in order, towards the deed.")
    looks: list[Look] = Field(default=[], max_length=8)
    secret: Secret
    last_place: Key = Field(description="Where the deed is done.")
    last_go: Label = Field(description="The button in that place that leads to the last choice: 'Step up to the oven'.")
    last_going: Line = Field(description="What a camera sees as that is pressed.")
    last_seen: Scene = Field(description="That place, everything ready, the deed still to be done.")
    last_sounds: list[Line] = Field(min_length=1, max_length=2, description="What is heard there then.")
    last_back: Label | None = Field(default=None, description="The button that leads back from there; none where one cannot go back now.")
    last_needs: list[Key] = Field(
        min_length=1, max_length=4, description="What comes before that button works: the last step of each chain."
    )
    last_lacking: Line = Field(description="Told while they are not done: what is missing.")
    deed: Deed = Field(description="The deed done the plain way: a good ending.")
    best: Deed = Field(description="The deed done with what the secret taught: the best ending, with a label and pictures of its own.")
    rash: list[Rash] = Field(min_length=1, max_length=3)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        faults = list(self._faults())
        if faults:
            raise ValueError("; ".join(faults[:8]))
        return self

    def _faults(self) -> Iterable[str]:
        spots = [spot.id for spot in self.spots]
        moves = [move.id for move in (*self.finds, *self.steps)]
        for ids, what in ((spots, "spots"), (moves, "finds and steps")):
            if len(set(ids)) < len(ids):
                yield f"{what}: every id may be used once"
        for ids, own in ((spots, {READY, CARD}), (moves, {TRUTH, DONE})):
            for name in sorted(own.intersection(ids)):
                yield f"'{name}' is an id of the world's own: choose another"
        placed: list[Person | Move | Look | Secret | Rash] = [*self.people, *self.finds, *self.steps, *self.looks, self.secret, *self.rash]
        ends = [end for way in self.ways for end in (way.source, way.target)]
        last: list[Deed | Rash] = [self.deed, self.best, *self.rash]
        endings = [one.ending.place for one in last if one.ending.place is not None]
        for name in dict.fromkeys([*(one.place for one in placed), self.last_place, *ends, *endings]):
            if name not in spots:
                yield f"'{name}' is no spot; spots are {', '.join(spots)}"
        waiting: list[Move | Way] = [*self.finds, *self.steps, *self.ways]
        wanted = [*(need for one in waiting for need in one.needs), *self.last_needs]
        for name in dict.fromkeys(wanted):
            if name not in moves:
                yield f"'{name}' is needed and is no find or step"
        for one in (*self.finds, *self.steps):
            if one.needs and not one.lacking:
                yield f"'{one.id}' needs something, so say in `lacking` what is told while it is missing"
        for way in self.ways:
            if way.needs and not way.barred:
                yield f"the way to '{way.target}' needs something, so say in `barred` what is told while it is missing"
        for find in self.finds:
            if find.giver and not any(person.name == find.giver and person.place == find.place for person in self.people):
                yield f"'{find.id}': its giver '{find.giver}' is nobody who stands in '{find.place}'"
        hiding = next((spot for spot in self.spots if spot.id == self.secret.place), None)
        if hiding is not None and self.secret.spot.split()[-1].lower() not in hiding.seen.lower():
            yield f"'{self.secret.spot}' has to be seen in what is `seen` of '{hiding.id}', or nobody can look at it closely"
        idle = {find.id for find in self.finds} - set(wanted)
        if idle:
            yield f"nothing needs {', '.join(sorted(idle))}: put every find to use"
        if len(self.spots) + len(self.rash) + 2 < FEWEST_STATES:
            yield f"spots and rash choices are too few: at least {FEWEST_STATES - 2} together"
