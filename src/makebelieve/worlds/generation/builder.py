"""Builds the graph of one world out of steps, gates, finds, gifts and endings. What it grows is solvable as long as a shape
puts every find on ground that can be reached before the gate it opens, and never leaves ground for good with a find still needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.arrivals import shown_arriving
from makebelieve.worlds.generation.brevity import in_brief, last_step
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.confessions import comes_forward, owned_up, signed_below
from makebelieve.worlds.generation.crossings import FREE
from makebelieve.worlds.generation.decisions import Way, ways_of
from makebelieve.worlds.generation.english import capital, fill, sentence, slug
from makebelieve.worlds.generation.footing import hiding, seen_in, spot
from makebelieve.worlds.generation.goings import around
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.items import Item, step_of
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.keepsakes import kept, recalled, told_along, without_papers
from makebelieve.worlds.generation.morphology import PRONOUNS, article
from makebelieve.worlds.generation.natures import catch_anywhere, looks_of_foe, mark_of_ally, out_of_place
from makebelieve.worlds.generation.places import Place, bare, stands_in
from makebelieve.worlds.generation.prose import BUTTON, fitting
from makebelieve.worlds.generation.uses import used
from makebelieve.worlds.generation.ways import Ways

_TO_COME: Final = re.compile(r"\b(?:will|won't)\b")
_VAGUE: Final = re.compile(r"(?:you will still|everything will stay)\b")
"""Stakes that say no more than that it is lost."""
_LOOKING: Final = re.compile(r"(?:(?:look|search|hunt) for|seek|search) ")
_ON_THE_WAY: Final = frozenset(("reach", "explore", "find", "escape", "deliver", "rescue"))
"""What is lost by the way there."""
FRAMES: Final = {
    "You have managed to {deed}.": ("You have managed to {deed}.", "You managed to {deed}.", "In the end you managed to {deed}."),
    "You could not {deed}.": ("You could not {deed}.", "You did not {deed}.", "You did not manage to {deed}."),
}
"""How the endings of most plots begin or end, and how else it may be said."""


def _after(items: tuple[str, ...], picked: str) -> str:
    """The mark of the endings that follow from one text of a row: after_a from the first, after_b from the second."""
    at = next((n for n, item in enumerate(items) if item == picked or item.endswith(f") {picked}")), len(items))
    return f"after_{chr(ord('a') + at)}"


@dataclass(slots=True)
class Builder(Ways):
    """Steps, gates, finds, gifts and endings."""

    def lesson(self, item: Item) -> str:
        """What is told of something that is only known, as it stands between quotation marks."""
        known = "" if self.answer is None else self.answer.lead
        return self.scenery.narrate(item.lesson, **self.words() | {"lead": known}).replace('"', "'") if item.lesson else ""

    def find(self, key: str, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True) -> None:
        """`item` lies hidden in the state, stands about where it is big, or is written somewhere where it is only to be known."""
        if item is FREE:
            return
        hold = self.hold(key) if item.size == "small" else self.scenery.part(self.place_of[key], item.phrase, "behind {part}")
        depth = hiding(hold, item.phrase) if item.size == "small" else item.depth
        hold = spot(hold) if depth == "near" else hold
        words = {"hold": hold, "item": item.phrase, "Itemcap": capital(item.phrase), "lesson": self.lesson(item)}
        own = fitting(item.row.items("found"), self.scenery.marks)
        label, base, tell = self.triple(own, "found", key, **words) if own else self.beats_of(key, "search", depth, **words)
        tell += signed_below(self, item) if depth == "promise" else ""
        self.event(
            "override", key, label, base, tell, oneShot=True, grants=[item.flag], requires=requires, lockedHint=hint,
            anchor={"label": bare(hold), "minProximity": 0.15},
        )  # fmt: skip
        if aim:
            self.objective(item.flag, step_of(item, self.place_of[key].at), key, requires)

    def gift(
        self, key: str, ally: Part, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True
    ) -> None:
        """A helper gives `item`, for the asking or for a chore; who has nothing to give is not met."""
        if item is FREE:
            return
        words = self.meet(key, ally) | {"item": item.phrase, "Itemcap": capital(item.phrase), "lesson": self.lesson(item)}
        self._speak_of(ally)  # and not of whoever else helps
        self.givers[item.flag] = ally.short
        mark = mark_of_ally(ally)
        row = {"word": "told", "promise": "promised"}.get(item.depth) or self.chance.pick(("gift", "chore"), "gift row")
        own = fitting(item.row.items("given"), self.scenery.marks | {mark})
        label, base, tell = self.triple(own, "given", key, mark, **words) if own else self.beats_of(key, row, mark, item.size, **words)
        self.event(
            "override", key, label, base, tell, oneShot=True, grants=[item.flag], requires=requires, lockedHint=hint,
            anchor={"label": bare(ally.short), "aliases": ["person", "figure"], "minProximity": 0.15},
        )  # fmt: skip
        if aim:
            self.objective(item.flag, step_of(item, self.place_of[key].at, self.scenery.label("{ally}", ally=ally.short)), key, requires)

    def obtain(self, key: str, item: Item, *, requires: list[str] | None = None, hint: str | None = None, aim: bool = True) -> None:
        """`item` is found or given here, as chance has it."""
        if item is FREE:
            return
        free = self.about(key)
        if item.size == "word" and free and mark_of_ally(free[0]) == "ally_beast" and "beast" not in self.scenery.marks:
            free = []  # a dog tells nobody the time, unless it is another dog
        if free and self.chance.happens({"word": 1.0, "big": 0.25}.get(item.size, 0.45), "obtain"):
            self.gift(key, free[0], item, requires=requires, hint=hint, aim=aim)
        else:
            self.find(key, item, requires=requires, hint=hint, aim=aim)

    def talk(self, key: str, ally: Part, facts: list[tuple[str, list[str]]]) -> None:
        """A typed conversation with a helper."""
        words = self.meet(key, ally)
        stages = tables.read("stages")
        greeting = self.scenery.narrate(self.scenery.pick(stages["talk"].items("greeting"), "greeting", None, mark_of_ally(ally)), **words)
        manners = stages["talk"].items("manner")
        if ally.plural:  # of several nobody says that they "answers"
            manners = tuple(one for one in manners if not re.match(r"[A-Z][a-z]+s\b", one)) or manners
        look = ally.look.replace("{their}", PRONOUNS[ally.pronoun][2]) if ally.stated or not ally.role else article(ally.role)
        persona = f"{capital(ally.short)}, {look}. {self.scenery.chosen(self.scenery.pick(manners, 'manner'))}"
        self.event(
            "terminal", key, self.scenery.label("Ask {ally} a question", ally=ally.short), self.scenery.parted(self.scenery.pick(stages["talk"].items("base"), "talk", None, mark_of_ally(ally)), self.place_of[key], **words), greeting,
            terminal={
                "persona": sentence(persona),
                "greeting": greeting,
                "facts": [{"text": sentence(text)} | ({"requires": needs} if needs else {}) for text, needs in facts],
            },
        )  # fmt: skip

    def hide_secret(self, key: str, rows: tuple[str, ...] = ()) -> None:
        """The thing worth noticing: pointed at rather than offered, it opens the best ending. It is of `rows`, else the answer, else of the goal."""
        if self.secret is not None:
            return
        self.answer = owned_up(self, key)
        own = bool(rows) or self.answer is not None
        rows = rows or (self.goal_rows("secret") if self.answer is None else (self.answer.secret,))
        rows = without_papers(rows) if any(place.air == "sea" for place in self.places) else rows
        # who stays behind helps nobody in the end
        alone = self.lone(self.places[0]) if self.returning else () if self.goes_along else ("ally_none",)
        picked = self.scenery.pick(rows, "secret", None, mark_of_ally(self.helper), *alone)  # no sheep signs a note
        sight, truth, twist = (self.scenery.chosen(piece.strip()) for piece in picked.split("::"))
        twist = "" if "ally_none" in alone and "{ally" in twist else twist  # nobody comes who is not there
        self.uses, (truth, twist) = used(sight, truth, twist), told_along(sight, truth, twist)
        self.found_at = self.place_of[key].at
        self.secret, self.learned = (sight, truth, twist), "answered" if own else _after(rows, picked)
        words, hold = self.words(), spot(self.hold(key))
        sight = kept(sight, self.place_of[key].air, frozenset(self.scenery.marks), self.chance)
        seen = fill(sight, self.scenery.seen | words, frozenset(self.scenery.plurals))
        telling = self.scenery.narrate(truth, **words)
        self.feature(key, self.scenery.pixels(self.scenery.pick(tables.read("stages")["glint"].items("base"), "glint"), hold=hold))
        self.event(
            "override", key, self.beat(key, "lore", "label", "lore", hold=hold), self.beat(key, "lore", "base", "lore", hold=hold, sight=seen), telling,
            hidden=True, oneShot=True, grants=["truth"], anchor={"label": seen_in(self.states[key]["base"], bare(hold)), "minProximity": 0.15},
        )  # fmt: skip

    def _knowingly(self, words: dict[str, str]) -> tuple[str, str]:
        """Label and telling of the deed done by what was found out: what is done then, and what it was in so many words."""
        stages = tables.read("stages")["last"]
        frames = (*self.uses, self.scenery.pick(stages.items("truthful"), "truthful"))
        labels = (self.scenery.label(frame, **words | {"found_at": self.found_at}) for frame in frames)
        label = next((one for one in labels if len(one) <= BUTTON), "Use what you have found out")
        said = self.remembered()
        told = self.scenery.narrate(self.scenery.pick(stages.items("recalled"), "recalled"), **words | {"truth": said}) if said else ""
        return label, told

    def remembered(self) -> str:
        """What was found out, in a clause; "" where it says nothing by itself, or is told as the answer of the story."""
        return recalled(self.scenery.narrate(self.secret[1], **self.words())) if self.secret and self.answer is None else ""

    def wait_longer(self, last: str, back: str) -> None:
        """The way back from the last scene of those who would rather wait."""
        stage = tables.read("stages")["work"]
        label, told = self.scenery.label(self.scenery.pick(stage.items("again"), "again")), self.scenery.pick(stage.items("waits"), "again")
        self.step(last, back, back=False, label=label, told=told)

    def show_foe(self, key: str) -> None:
        place, afar = self.place_of[key], tables.read("stages")["afar"].items("foe")
        if self.foe.distant:
            look = self.by(self.scenery.pick(afar, "foe afar"), place, foe=self.foe.full)
        elif out_of_place(self.foe.look, place.air):
            look = self.scenery.parted(self.scenery.pick(looks_of_foe(self.foe), "foe look"), place, foe=self.foe.full)
        else:
            look = self.scenery.pixels("{foe} " + self.foe.look, foe=self.foe.full)
        if not self.foe.absent:
            self.feature(key, look)

    def mishap(self, place: Place) -> str:
        """The ending that a dare leads to: caught by who is in the way or, where nobody is, lost by oneself."""
        if not self.foe.absent:
            return self.ending("lose", place)
        losses = tables.read("losses")
        rows = losses["way" if self.purpose in _ON_THE_WAY and not self.away else "work"].items("lose") + losses["any"].items("lose")
        if self.purpose in ("restore", "protect") or (self.away and self.purpose == "rescue"):
            rows += losses["task"].items("lose")
        if self.purpose == "survive" and "until help" in self.scenery.seen["whole_deed"]:
            rows = losses["alive"].items("lose")
        *self.slip, title, told, pixels = (piece.strip() for piece in self.scenery.pick(rows, "loss", place).split("::"))
        words = self.words()
        parts = [self.by(pixels, place, **words), *self._afterwards(place, 3, lost=True)]
        forfeit = self._forfeit()
        told = told.replace(" You could not {deed}.", "") if forfeit else told  # "Now the roses will never grow" says so
        told = f"{self.scenery.narrate(told, **words)}{forfeit}"
        key = self._ended(f"lose_{slug(title)}", place, "lose", title, told, parts)
        self.given_up.add(key)
        return key

    def _forfeit(self) -> str:
        """What was at stake, told as what comes now: nobody will ever know."""
        if _VAGUE.match(self.stake) or not _TO_COME.search(self.stake):
            return ""
        return f" {self.scenery.narrate(f'Now {self.stake}.', **self.words())}"

    def dare(self, key: str, ending: str, label: str | None = None) -> None:
        """The rash move: it loses. Where nobody is in the way there is one of a kind that anybody could make."""
        if self.foe.absent:
            if self.slip:
                said, shown, told = self.triple((" :: ".join(self.slip),), "slip", key)
                self.event("transition", key, said, shown, told, to=ending)
                self.slip = []
            return
        words = self.words()
        caught = catch_anywhere(self.foe) if out_of_place(self.foe.catch, self.place_of[key].air) else self.foe.catch
        catch = fill(self.scenery.chosen(caught), self.scenery.seen | words, frozenset(self.scenery.plurals))
        words["catch"], place = catch, self.place_of[key]
        said, shown = (piece.strip() for piece in self.scenery.pick(tables.read("beats")["dare"].items("move"), "dare", place).split("::"))
        base = self.scenery.parted(shown, place, **words)
        self.event(
            "transition", key, label or self.scenery.label(said, **words), base, self.beat(key, "dare", "tell", "dare", **words), to=ending
        )

    def ending(
        self, row: str, place: Place, *, extra: str | None = None, key: str | None = None, later: int = 3, after: str = "caught"
    ) -> str:
        """An ending from the goal's row `win`, `best` or `lose`: one that follows from what came before (`after`), where there is one."""
        rows = self.goal_rows(row) if self.answer is None or row == "lose" else tables.read("stages")["answered"].items(row)
        own = tuple(item for item in rows if re.match(rf"\([a-z_/ ]*\b{after}\b", item))
        lone = self.lone(place)
        if not fitting(own, self.scenery.marks | {after, *lone}):
            own = tables.read("losses")["rash"].items("lose") if row == "lose" and after != "caught" else rows
            if row != "lose" and not fitting(own, self.scenery.marks | {after, *lone}):  # nobody is there to share it
                own = tables.read("stages")["unshared"].items(row)
        title, subtitle, pixels = (
            self.scenery.chosen(piece.strip()) for piece in self.scenery.pick(own, f"ending {row}", None, after, *lone).split("::")
        )
        subtitle = self._reworded(subtitle)
        words = self.words() | {"place": place.name, "placecap": place.cap}
        parts = [self.by(pixels, place, **words)]
        words |= {"deed": self.scenery.told.get("done", self.scenery.told["deed"])} if row != "lose" else {}
        if extra:
            parts.append(self.scenery.parted(extra, place, **words))
        parts.extend(comes_forward(self, place) if row != "lose" else ())
        parts.extend(self._afterwards(place, later, lost=row == "lose"))
        told = self.scenery.narrate(subtitle, **words)
        if self.answer is not None and row != "lose":  # what was asked is told in so many words
            told = self.answer.ending(told)
        return self._ended(key or f"{row}_{slug(title)}", place, "lose" if row == "lose" else "win", title, told, parts)

    def _reworded(self, text: str) -> str:
        """What many endings say, in words that no other ending of the world says it in."""
        for frame, ways in FRAMES.items():
            if frame in text:
                text = text.replace(frame, self.chance.fresh(ways, frame), 1)
        return text

    def _afterwards(self, place: Place, later: int, *, lost: bool) -> list[str]:
        """The light and the sky of an ending: what was on its way is there where all is lost, or where the deed was to hold out until then."""
        scenery = self.scenery
        scenery.come = lost != self.lasting
        made = [*around(scenery, place, "" if lost else "over_")[:1], *scenery.air(place, self.at_hour(later))]
        scenery.come = False
        return made

    def _ended(self, key: str, place: Place, kind: str, title: str, subtitle: str, parts: list[str]) -> str:
        while key in self.states:
            key += "_too"
        self.states[key] = {
            "base": within(parts, 1200),
            "camera": self.scenery.camera(place),
            "movement": self.scenery.movement(place),
            "ambient": [sentence(self.chance.fresh(self.scenery.present(place.entry.items("stir")), "stir"))],
            "narration": subtitle,
            "ending": {"kind": kind, "title": title, "subtitle": subtitle},
        }
        self.place_of[key] = place
        self.keys[key] = set()
        return key

    def _decide(
        self,
        key: str,
        place: Place,
        plain: str,
        ways: tuple[Way, Way],
        phases: list[Json],
        told: str,
        requires: list[str],
        hint: str | None,
    ) -> None:
        """The ending of a decision says what was decided, and the other way is another choice with another ending."""
        said, other = ways
        self.states[plain] |= {"narration": said.told, "ending": {"kind": "win", "title": said.title, "subtitle": said.told}}
        no = self._ended(f"win_{slug(other.title, 30)}", place, "win", other.title, other.told, [self.states[plain]["base"]])
        self.event(
            "transition",
            key,
            other.label,
            phases[0]["base"],
            told,
            to=no,
            phases=phases,
            requires=requires,
            lockedHint=hint,
            grants=["done"],
        )

    def finish(
        self,
        key: str,
        place: Place,
        *,
        requires: list[str] | None = None,
        hint: str | None = None,
        act: str | None = None,
        show: bool = True,
        use: str | None = None,
    ) -> None:
        """The last act in `key`: the plain win, the better one for those who know the truth, and the flag that ends the mission. Where it leads
        on to another place, the endings in which it succeeds stand there; `use`: the pixels of what opens the way."""
        used, short = self.put_to_use(key)
        here, leads = self.place_of[key], self.place_of[key] is not place
        requires, hint = [*(requires or []), *used], hint or short
        lone = self.lone(place)
        words = self.words() | {"place": place.name}
        within_ = stands_in(place, self.scenery.seen["goal"]) and not leads
        rows = (self.goal_row.items("hint_here") if within_ else ()) or self.goal_rows("hint")
        if within_:
            act = act or self.scenery.pick(self.goal_row.items("act_here") or self.goal_row.items("act"), "act")
        self.awaited = self.purpose == "find"
        if self.awaited and act is None and _LOOKING.match(self.scenery.seen["deed"]):
            act = self.scenery.pick(tables.read("stages")["last"].items("found"), "found")  # looking is what led here
        rows = tuple(row for row in rows if "{goal}" not in row) if self.awaited else rows
        if used:  # nobody has been won over as long as all that is to be done for it is still to do
            rows = tuple(row for row in self.goal_row.items("setup") if "{goal}" in row) or rows
        if show and rows and not use:
            self.feature(key, self.by(self.scenery.pick(rows, "hint of goal", None, *lone), here, **words))
        later = self.hours.get(key, 3)
        plain = self.ending("win", place, later=later)
        twist = self.secret[2] if self.secret and not self.goal_row.items("stage") else None  # a plot shows it on the way there
        best = self.ending("best", place, extra=twist, later=later, after=self.learned)
        act = capital(self.scenery.label(act or self.scenery.pick(self.goal_row.items("act"), "act"), **words))
        act = act if len(act) <= BUTTON else in_brief(self.scenery.told["deed"])
        stages = tables.read("stages")["last"]
        phases: list[Json] = [
            {"base": self.scenery.pixels(self.scenery.pick(stages.items(part), part), **words), "camera": self.scenery.pixels(self.scenery.pick(stages.items("camera"), "phase camera"), **words), "minMs": 4000}
            for part in ("first", "second")
        ]  # fmt: skip
        if self.goal_row.items("stage"):
            beats = self.scenery.pick(self.goal_row.items("stage"), "stage", None, *lone).split("::")
            phases = [
                {"base": self.by(beat.strip(), place, **words), "camera": self.scenery.pixels(self.scenery.pick(stages.items("camera"), "phase camera"), **words), "minMs": 4000}
                for beat in beats
            ]  # fmt: skip
        elif self.goal_row.items("begin"):
            phases[0]["base"] = self.scenery.parted(self.scenery.pick(self.goal_row.items("begin"), "begin", None, *lone), place, **words)
        if leads:
            bases = shown_arriving(self, key, place, use, lone)
            phases = [phases[min(at, len(phases) - 1)] | {"base": base} for at, base in enumerate(bases)]
        told = self.scenery.narrate(
            self.scenery.pick(self.goal_row.items("told") or stages.items("tell"), "last tell", None, *lone), **words
        )
        deed = self.scenery.label("{whole_deed}")
        ways = ways_of(deed[:1].lower() + deed[1:])
        if ways is not None:
            act = ways[0].label
            self._decide(key, place, plain, ways, phases, told, requires, hint)
        to = self.cut(key, plain)
        self.event(
            "transition", key, act, phases[0]["base"], told, to=to, phases=phases, requires=requires, lockedHint=hint, grants=["done"]
        )
        self.objective(
            "done",
            capital(self.scenery.label(last_step(self.goal_row.one("last"), self.scenery.told), **words, at=place.at)),
            key,
            requires,
            hint,
        )
        if self.secret:
            label, knowing = self._knowingly(words)
            self.event(
                "transition", key, label, self.by(self.secret[2] or "{P} <P:goes|go> on past {part}", here, **words), knowing,
                to=best, requires=[*(requires or []), "truth"], grants=["done"],
                lockedHint=self.scenery.narrate(self.scenery.pick(stages.items("unknowing"), "unknowing"), **words),
            )  # fmt: skip
        else:
            self.event("transition", key, "Take your time over it", phases[1]["base"], told, to=best, requires=requires, grants=["done"])
        rash = self.unused("rash", here.air)
        if rash:
            picked = self.scenery.pick(rash, "rash", here, *lone)
            label, base, tell = self.triple((picked,), "rash", key)
            lost = self.ending("lose", here, later=later, after=_after(self.goal_row.items("rash"), picked))
            self.event("transition", key, label, base, tell, to=lost)
