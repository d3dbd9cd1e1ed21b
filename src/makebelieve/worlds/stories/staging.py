"""From a story in plain fields to the world that plays it: its words as they are, its graph by rule.

Pure: same story, draft, seed and point of view, same world.
"""

from __future__ import annotations

from typing import Any, Final

from makebelieve.kit.seeds import derive_seed
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.compose import genre_style, world_id
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, sentence, slug
from makebelieve.worlds.generation.ground import SCENE_ROOM, hotkey_for
from makebelieve.worlds.generation.joining import within
from makebelieve.worlds.generation.look import Look
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.prose import HOURS, Scenery
from makebelieve.worlds.lints import NEAR_ENOUGH
from makebelieve.worlds.stories.story import CARD, DONE, READY, TRUTH, Deed, Ending, Find, Move, Spot, Story

Json = dict[str, Any]
_LANDING: Final = {"timeoutMs": 12000}
_SHAPE: Final = "story"


def staged(story: Story, draft: WorldDraft, seed: int, pov: str, look: Look | None = None, *, provider: str) -> Json:
    """The world of a story as SMWorld 1.0. `draft`: the offline reading of its premise, for what the story leaves open."""
    return _Stage(story, draft, seed, pov).world(look, provider)


class _Stage:
    """The states and events of one story."""

    def __init__(self, story: Story, draft: WorldDraft, seed: int, pov: str) -> None:
        self.story, self.draft, self.seed, self.pov = story, draft, seed, pov
        self.chance = Chance(derive_seed(seed, f"story:{draft.premise}"))
        genres = tables.read_all("genres")
        self.genre = genres[story.genre if story.genre in genres else draft.genre]
        self.hour = story.hour or draft.hour or HOURS[1]
        self.weather = story.weather or draft.weather or "clear"
        hero = story.hero
        player = Part(hero.called, hero.called, hero.who, "biped", hero.pronoun, hero.plural)
        self.scenery = Scenery(player, pov, self.genre.one("lamp", "candle"), self.weather, None, self.chance)
        self.places = {spot.id: _place(spot) for spot in story.spots}
        self.states: dict[str, Json] = {}
        self.events: list[Json] = []
        self.keys: dict[str, set[str]] = {}
        self.names: set[str] = set()
        self.sites: dict[str, str] = {}
        self.landmarks: dict[str, list[str]] = {}

    def world(self, look: Look | None, provider: str) -> Json:
        self._scenes()
        self._ways()
        self._people()
        self._moves()
        wins = self._last_act()
        entrance = self.story.spots[0].id
        story = self.story
        return {
            "id": world_id(self.draft, self.seed),
            "schemaVersion": "1.0",
            "name": story.title,
            "description": sentence(self.draft.premise)[:600],
            "cover": None,
            "entrance": {"state": entrance},
            "scene": {"states": self.states, "events": self.events},
            "story": {"logline": sentence(story.sentence), **self._beats(wins)},
            "missions": self._missions(),
            "sequences": [{"id": "opening", "title": "Opening", "beats": [{"state": entrance, "dwell": "input"}]}],
            "cutscenes": [{"id": CARD, "label": "Card 1", "video": "", "from": READY, "to": wins[0], "subtitle": story.deed.told}],
            "narrate": True,
            "subject": bare(story.hero.called),
            "styleTail": genre_style(self.genre, look),
            "metadata": {
                "seed": self.seed,
                "pov": self.pov,
                "provider": provider,
                "understood": self._understood(),
                "sites": self.sites,
                "landmarks": self.landmarks,
                **({"look": look.as_dict()} if look else {}),
            },
        }

    def _scenes(self) -> None:
        for number, spot in enumerate(self.story.spots):
            told = self.story.opening if number == 0 else spot.arrival or ""
            state = self._state(spot.id, spot.id, self._peopled(spot.seen, spot), told)
            state["variants"] = [{"label": "another look", "base": self._peopled(spot.again, spot)}]

    def _peopled(self, scene: str, spot: Spot) -> str:
        """A scene with whoever stands there and is not told of in it yet."""
        others = (person for person in self.story.people if person.place == spot.id)
        return within([scene, *(one.shown for one in others if one.name.split()[-1] not in scene)], SCENE_ROOM)

    def _state(self, key: str, at: str, base: str, told: str, sounds: list[str] | None = None) -> Json:
        place = self.places[at]
        spot = next(one for one in self.story.spots if one.id == at)
        self.states[key] = {
            "base": base,
            "camera": self.scenery.camera(place),
            "movement": self.scenery.movement(place),
            "ambient": [sentence(line) for line in sounds or spot.sounds[:2]],
            "narration": told,
        }
        self.keys[key] = set()
        if spot.kind in tables.read_all("places"):
            self.sites[key] = str(spot.kind)
            # The picture is of that kind for as long as the prose speaks of anything that stands there.
            self.landmarks[key] = sorted(
                {word for one in (spot.name, *spot.landmarks) for word in [bare(one).lower().split()[-1]] if word in base.lower()}
            )
        return self.states[key]

    def _ways(self) -> None:
        for way in self.story.ways:
            landing = {"label": bare(self.places[way.target].name), **_LANDING}
            self._event(
                "transition", way.source, way.go, way.going, to=way.target, landWhen=landing, requires=way.needs, lockedHint=way.barred
            )
            self._event("transition", way.target, way.back, way.coming, to=way.source)

    def _people(self) -> None:
        for person in self.story.people:
            terminal = {
                "persona": sentence(f"{capital(person.name)}, {person.who}"),
                "greeting": person.greeting,
                "facts": [{"text": sentence(fact)} for fact in person.facts],
            }
            self._event("terminal", person.place, f"Ask {person.name} a question", person.shown, person.greeting, terminal=terminal)

    def _moves(self) -> None:
        for find in self.story.finds:
            self._move(find, find.giver or find.thing, ["person", "figure"] if find.giver else [])
        for step in self.story.steps:
            self._move(step, "", [])
        for one in self.story.looks:
            self._event("override", one.place, one.label, one.seen, one.told)
        secret = self.story.secret
        anchor = {"label": bare(secret.spot), "minProximity": NEAR_ENOUGH}
        self._event(
            "override", secret.place, secret.label, secret.seen, secret.told, hidden=True, oneShot=True, grants=[TRUTH], anchor=anchor
        )

    def _move(self, move: Move, anchored: str, aliases: list[str]) -> None:
        anchor = {"label": bare(anchored), "minProximity": NEAR_ENOUGH, **({"aliases": aliases} if aliases else {})} if anchored else None
        self._event(
            "override", move.place, move.label, move.seen, move.told, oneShot=True, grants=[move.id], anchor=anchor, requires=move.needs,
            lockedHint=move.lacking if move.needs else None,
        )  # fmt: skip

    def _last_act(self) -> tuple[str, str]:
        """The choice that ends it, in the two ways that win and those that lose. The keys of the winning endings, the plain one first."""
        story = self.story
        self._event(
            "transition", story.last_place, story.last_go, story.last_going, to=READY, requires=story.last_needs,
            lockedHint=story.last_lacking,
        )  # fmt: skip
        self._state(READY, story.last_place, story.last_seen, "", story.last_sounds)
        if story.last_back is not None:
            turns = "turn" if story.hero.plural else "turns"
            self._event("transition", READY, story.last_back, f"{capital(story.hero.called)} {turns} back.", to=story.last_place)
        plain, best = self._ending("win", story.last_place, story.deed.ending), self._ending("best", story.last_place, story.best.ending)
        self._done(story.deed, CARD, [])
        self._done(story.best, best, [TRUTH])
        for one in story.rash:
            self._event("transition", one.place, one.label, one.seen, one.told, to=self._ending("lose", one.place, one.ending))
        return plain, best

    def _done(self, deed: Deed, to: str, needs: list[str]) -> None:
        hint = {"requires": needs, "lockedHint": self.story.secret.hint} if needs else {}
        self._event("transition", READY, deed.label, deed.seen, deed.told, to=to, grants=[DONE], **hint)

    def _ending(self, kind: str, at: str, ending: Ending) -> str:
        key, number = f"{kind}_{slug(ending.title)}", 2
        while key in self.states:
            key, number = f"{kind}_{slug(ending.title)}_{number}", number + 1
        state = self._state(key, ending.place or at, ending.seen, ending.told, ending.sounds)
        won = "lose" if kind == "lose" else "win"
        state["ending"] = {"kind": won, "title": ending.title, "subtitle": ending.told}
        return key

    def _event(self, kind: str, at: str, label: str, base: str, told: str = "", **more: Any) -> None:
        """An edge with a readable name of its own and, while letters last, a hotkey."""
        name, number = slug(label), 2
        while name in self.names:
            name, number = f"{slug(label)}_{number}", number + 1
        self.names.add(name)
        made: Json = {"name": name, "label": capital(label), "kind": kind, "from": [at], "base": base, "narration": told}
        if (key := hotkey_for(name, self.keys[at])) is not None:
            self.keys[at].add(key)
            made["hotkey"] = key
        self.events.append(made | {name: value for name, value in more.items() if value not in (None, [], False)})

    def _missions(self) -> list[Json]:
        story = self.story
        aims = [self._aim(find, _wish(find)) for find in story.finds] + [self._aim(step, step.label) for step in story.steps]
        aims.append({"id": DONE, "text": sentence(capital(story.goal)), "location": READY, "grants": DONE, "requires": story.last_needs,
                     "lockedHint": story.last_lacking})  # fmt: skip
        where = self.places[story.secret.place].name
        hidden = {
            "id": TRUTH,
            "text": sentence(f"Take a close look round {where}"),
            "location": story.secret.place,
            "grants": TRUTH,
            "requires": [],
        }
        return [
            {"id": "main", "title": capital(story.goal), "objectives": aims, "complete": DONE},
            {"id": TRUTH, "title": "Something hidden", "objectives": [hidden], "complete": TRUTH},
        ]

    def _aim(self, move: Move, text: str) -> Json:
        hint = {"lockedHint": move.lacking} if move.needs else {}
        return {"id": move.id, "text": sentence(text), "location": move.place, "grants": move.id, "requires": move.needs, **hint}

    def _beats(self, wins: tuple[str, str]) -> Json:
        spots = [spot.id for spot in self.story.spots]
        parts = (("beginning", spots[:1]), ("middle", spots[1:]), ("end", [READY, *wins]))
        told = {"beginning": self.story.sentence, "middle": self.story.steps[0].told, "end": self.story.deed.ending.told}
        return {
            "arc": [arc for arc, _ in parts],
            "beats": [{"summary": sentence(told[arc]), "arc": arc, "states": states} for arc, states in parts],
        }

    def _understood(self) -> Json:
        story = self.story
        return {
            "genre": self.genre.title,
            "alternatives": [one for one in self.draft.genres if one != self.genre.title],
            "shape": _SHAPE,
            "player": story.hero.called,
            "goal": {"purpose": self.draft.goal.purpose, "object": self.draft.goal.object or story.goal, "deed": story.goal},
            "places": [spot.name for spot in story.spots],
            "hour": self.hour,
            "weather": self.weather,
            "assumed": [],
            "not_understood": [],
            "sentence": sentence(story.sentence),
        }


def _place(spot: Spot) -> Place:
    rows = {"air": ("inside" if spot.indoors else "open",), "parts": tuple(spot.landmarks)}
    return Place(spot.id, spot.name, f"at {spot.name}", tables.Entry(spot.id, rows), stated=True)


def _wish(find: Find) -> str:
    return f"Get {find.thing} from {find.giver}" if find.giver else f"Find {find.thing}"
