"""A world as a plan for a game: its main places in the order of the way to win become levels, its cast the figures. Pure.

Not every world is one to run through. Where it is told by talking, or has too few places on its way, `plan_game` says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from makebelieve.games.cast import slug
from makebelieve.games.storyline import End, Look, Place, Storyline, Weather
from makebelieve.kit.errors import FieldError, Problem
from makebelieve.language import GameDraft, Thing, Understood, biome_of, lemma, tag, thing_from_phrase, tokenise, understand_game
from makebelieve.language.kinds import KINDS, Biome, Kind, Mood, TimeOfDay
from makebelieve.library.worlds import cast, scenery
from makebelieve.worlds.graph import compile_graph
from makebelieve.worlds.spelling import place_name, spelled
from makebelieve.worlds.walk import ways

World = dict[str, Any]
FEWEST: Final = 3
MOST: Final = 5
TALKED: Final = 0.34
"""Share of typed consoles among the events of places above which a world is one of talking."""
_KINDS: Final[dict[str, Kind]] = {
    "siege": "horde-survivors",
    "survival": "horde-survivors",
    "race": "platformer",
    "escape": "platformer",
    "loop": "platformer",
    "descent": "dungeon-crawler",
    "heist": "topdown",
    "hub": "topdown",
    "quest": "topdown",
}
"""Shape of a story -> the kind of game that it plays best as."""
_KINDS_OF_WORK: Final[dict[str, Kind]] = {"protect": "horde-survivors", "survive": "horde-survivors", "win": "platformer"}
"""For a piece of work, by what it is for."""
_TALK: Final[dict[str, str]] = {
    "mystery": "it is solved by asking and by putting two and two together",
    "court": "it is about winning somebody over with words",
    "unite": "it is about winning somebody over with words",
}
"""By shape, and for a piece of work by what it is for: stories that fit no game."""
_MOODS: Final[dict[str, Mood]] = {
    "horror": "spooky",
    "noir": "mysterious",
    "mystery": "mysterious",
    "fairy": "dreamy",
    "slice": "cozy",
    "fantasy": "epic",
    "war": "tense",
    "heist": "tense",
}
_HOURS: Final[dict[str, TimeOfDay]] = {
    "dawn": "dawn", "sunrise": "dawn", "dusk": "dusk", "sunset": "dusk", "evening": "dusk", "twilight": "dusk", "night": "night",
    "midnight": "night", "moon": "night", "moonlight": "night", "moonlit": "night", "stars": "night", "starlight": "night",
}  # fmt: skip
_WEATHERS: Final[dict[str, Weather]] = {
    "rain": "rain", "rainy": "rain", "drizzle": "rain", "storm": "storm", "thunder": "storm", "lightning": "storm", "snow": "snow",
    "snowy": "snow", "snowfall": "snow", "snowflakes": "snow", "fog": "fog", "foggy": "fog", "mist": "fog", "misty": "fog", "haze": "fog",
    "dust": "dust", "sand": "dust", "sandstorm": "dust",
}  # fmt: skip
_ARTICLE: Final = re.compile(r"^(?:the|a|an|two|three|some|her|his|their|its)\s+", re.IGNORECASE)
_GROUP: Final = re.compile(
    r"^(?:\w+ )?(?:army|band|bunch|crew|crowd|flock|gang|group|herd|horde|mob|pack|pair|squad|swarm|team|tribe|troop) of (?:the )?",
    re.IGNORECASE,
)
_ANIMATE: Final = frozenset(("creature", "person", "robot", "group", "plant", "vehicle"))
_INDOORS: Final[frozenset[Biome]] = frozenset(("indoor", "cave", "dungeon", "lab", "factory", "underwater", "space", "body"))


@dataclass(frozen=True, slots=True)
class GamePlan:
    """What a game is made of. `notes`: what of the world the game leaves out, in sentences."""

    draft: GameDraft
    story: Storyline
    notes: tuple[str, ...]


def plan_game(world: World, kind: Kind | None = None) -> GamePlan:
    """The plan of a world that keeps the schema. `kind` wins over the world's own, and over the doubt whether it fits.

    Raises a 422 Problem `does_not_fit` with the reason.
    """
    understood = (world.get("metadata") or {}).get("understood") or {}
    shape = str(understood.get("shape") or "")
    purpose = str((understood.get("goal") or {}).get("purpose") or "") if shape == "work" else ""
    way, names = _way(world)
    if kind is None:
        _check_fits(world, purpose or shape, names)
    if len(names) < FEWEST:
        raise _unfit(f"only {len(names)} places lie on the ways through it; a game needs {FEWEST} at least")
    chosen = _spread(names, MOST)
    places = [_place(world, name, understood) for name in chosen]
    draft = _draft(world, kind or _KINDS_OF_WORK.get(purpose) or _KINDS.get(shape, "topdown"), places, understood)
    notes = [f"{len(names) - len(chosen)} more places on the way are left out"] if len(names) > len(chosen) else []
    if any(event["kind"] == "terminal" for event in world["scene"]["events"]):
        notes.append("questions that one types are left out")
    ends = {"won": _end(world, way, "win"), "lost": _end(world, way, "lose")}
    return GamePlan(draft, Storyline(places=places, **ends, looks=_looks(world, draft)), tuple(notes))


def _unfit(why: str) -> Problem:
    text = f"this world does not fit as a game: {why}"
    return Problem(422, "does_not_fit", text, (FieldError("world", why),))


def _check_fits(world: World, about: str, names: list[str]) -> None:
    if about in _TALK:
        raise _unfit(f"{_TALK[about]}. Name a `kind` to make one all the same")
    events = world["scene"]["events"]
    talks = sum(event["kind"] == "terminal" for event in events)
    if events and talks / len(events) > TALKED:
        raise _unfit(f"{talks} of its {len(events)} events are typed conversations. Name a `kind` to make one all the same")


def _way(world: World) -> tuple[str | None, list[str]]:
    """The state that the shortest way to win ends in, and the places: those on that way in order, then others, nearest first."""
    graph = compile_graph(world)
    if graph is None:
        raise _unfit("it has no state to begin in")
    found = ways(graph, graph.wins)
    if not found:
        raise _unfit("no way to win it was found")
    goal, events = min(found.items(), key=lambda one: len(one[1]))
    state, on = graph.start, [graph.start]
    for name in events:
        state = next(move.target for move in graph.leaving[state] if move.name == name)
        if state not in on and not graph.endings >> state & 1:
            on.append(state)
    beyond = list(on)
    for here in beyond:
        beyond += [there for there in dict.fromkeys(move.target for move in graph.leaving[here]) if there not in beyond]
    others = [there for there in beyond if there not in on and not graph.endings >> there & 1]
    # A way that is too short for a game goes by what lies beside it; the last place of the way stays the last.
    lacking = max(0, FEWEST - len(on))
    route = [*on[:-1], *others[:lacking], on[-1]] if len(on) > 1 else [*on, *others[:lacking]]
    return graph.states[goal], [graph.states[one] for one in route]


def _spread(names: list[str], most: int) -> list[str]:
    """At most `most` of them: the first, the last, and those between at even distances."""
    if len(names) <= most:
        return names
    return [names[round(at * (len(names) - 1) / (most - 1))] for at in range(most)]


def title_of(state: str) -> str:
    """A state's id as a title: "wreck_on_the_rocks" -> "Wreck on the Rocks"."""
    words = re.sub(r"[_\-\s]+", " ", state).strip().split()
    small = {"a", "an", "the", "of", "on", "in", "at", "to", "by", "and", "for", "with", "under", "from"}
    return " ".join(word if at and word in small else word[:1].upper() + word[1:] for at, word in enumerate(words))[:80] or "Somewhere"


def _place(world: World, name: str, understood: World) -> Place:
    state = world["scene"]["states"][name]
    prose = " ".join((str(state["base"]), *map(str, state.get("ambient") or ())))
    scenery = (world.get("scenery") or {}).get(name) or {}
    words = [str(word) for word in tokenise(prose)]
    biome: Biome = scenery.get("biome") or _biome(name, prose)
    hour = next((_HOURS[word] for word in words if word in _HOURS), None) or _hour(str(understood.get("hour") or ""))
    weather = next((_WEATHERS[word] for word in words if word in _WEATHERS), None)
    return Place(
        name=title_of(place_name(world, name)),
        biome=biome,
        time_of_day=scenery.get("time") or hour,
        weather="clear" if biome in _INDOORS or weather is None else weather,
        intro=_intro(world, name),
        source=name,
    )


def _biome(name: str, prose: str) -> Biome:
    """The place that the state's name speaks of, else its prose."""
    for text in (name.replace("_", " "), prose):
        found = [place for token in tag(tokenise(text)) if (place := biome_of(token.lemma or token.word) or biome_of(token.word))]
        if found:
            return max(found, key=lambda place: place[1])[0]
    return "forest"


def _hour(word: str) -> TimeOfDay:
    return _HOURS.get(word, "day")


def _intro(world: World, name: str) -> str:
    """The first objective that is to be done there."""
    for mission in world.get("missions") or ():
        for objective in mission["objectives"]:
            if objective.get("location") == name:
                return str(objective["text"])[:200]
    return ""


def _end(world: World, goal: str | None, kind: str) -> End | None:
    """The ending of the way, or the first of that kind."""
    states = world["scene"]["states"]
    names = [name for name, state in states.items() if (state.get("ending") or {}).get("kind") == kind]
    name = goal if goal in names else next(iter(names), None)
    if name is None:
        return None
    ending = states[name]["ending"]
    return End(title=str(ending["title"])[:80] or "The end", text=str(ending.get("subtitle") or "")[:200])


def _draft(world: World, kind: Kind, places: list[Place], understood: World) -> GameDraft:
    first = places[0]
    prompt = _prompt(world)
    read = understand_game(prompt)
    hero = _player(world)
    foe = _thing(_unnamed(str(understood.get("foe") or "")))
    things = _prizes(world)
    kinds = [kind, *(guess.kind for guess in read.kinds), *KINDS]
    shares = (0.8, 0.12, 0.08)
    changes: dict[str, Any] = {
        "kind": Understood[Kind](value=kind, source="inferred", confidence=0.8, note="chosen from the shape of the world's story"),
        "kinds": [{"kind": one, "confidence": share} for one, share in zip(dict.fromkeys(kinds), shares, strict=False)],
        "title": Understood[str](value=str(world.get("name") or read.title.value)[:60], source="stated", confidence=1),
        "setting": Understood[Biome](value=first.biome, source="stated", confidence=1),
        "place": Understood[str | None](value=_mentioned(world, first), source="stated", confidence=1),
        "time_of_day": Understood[TimeOfDay](value=first.time_of_day, source="stated", confidence=1),
        "mood": Understood[Mood](value=_MOODS.get(str(understood.get("genre")), read.mood.value), source="inferred", confidence=0.6),
        "levels": Understood[int](value=len(places), source="stated", confidence=1),
        "goal": Understood[str | None](value=_goal(world), source="inferred", confidence=0.8),
        "provider": str((world.get("metadata") or {}).get("provider") or "embedded"),
    }
    if hero is not None:
        changes["hero"] = Understood[Thing | None](value=hero, source="stated", confidence=0.9)
    if foe is not None and foe.category in _ANIMATE and (hero is None or foe.noun != hero.noun):
        changes["enemies"] = [Understood[Thing](value=foe, source="stated", confidence=0.8)]
    if things:
        changes["collectibles"] = [Understood[Thing](value=thing, source="stated", confidence=0.8) for thing in things]
    return GameDraft.model_validate({**read.model_dump(), **{name: _plain(value) for name, value in changes.items()}})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.model_dump() if isinstance(value, Understood) else value


def _prompt(world: World) -> str:
    """The premise as the world tells it: 3 to 500 characters."""
    told = str((world.get("story") or {}).get("logline") or world.get("description") or world.get("name") or "")
    return told[:500] if len(told.strip()) >= 3 else "somebody goes from place to place"


def _goal(world: World) -> str | None:
    mission = next(iter(world.get("missions") or ()), None)
    return str(mission["objectives"][-1]["text"])[:120] if mission and mission["objectives"] else None


def _player(world: World) -> Thing | None:
    """Whom one plays: as the premise describes them, not as their name sounds; a kettle where one plays a kettle."""
    drawn = (world.get(scenery.HERO) or {}).get("look")
    if isinstance(drawn, str) and (hero := _thing(drawn)) is not None:
        return hero
    figures = [thing for look in cast.player_of(world) if (thing := _thing(look)) is not None]
    return next((one for one in figures if one.category in _ANIMATE), None) or next(iter(figures), None)


def _looks(world: World, draft: GameDraft) -> list[Look]:
    """The hero, and a foe that is met in the world, as the world shows them."""
    found = []
    hero = world.get(scenery.HERO) or {}
    if draft.hero.value is not None and "look" in hero:
        found.append(Look(type="hero", prompt=hero["look"], seed=hero["seed"]))
    foe = _bare(str(((world.get("metadata") or {}).get("understood") or {}).get("foe") or "")).lower()
    people = [one for met in (world.get(scenery.CAST) or {}).values() for one in met if "look" in one]
    shown = next((one for one in people if foe and _bare(one["name"]).lower() == foe), None)
    if shown is not None and draft.enemies:
        found.append(Look(type=slug(draft.enemies[0].value.noun), prompt=shown["look"], seed=shown["seed"]))
    return found


def _unnamed(phrase: str) -> str:
    """Somebody without their name: "Inspector Hale" is an inspector, "Hale" nobody that can be drawn."""
    words = phrase.split()
    if not words or not all(word[:1].isupper() for word in words):
        return phrase
    return words[0].lower() if len(words) > 1 else ""


def _mentioned(world: World, place: Place) -> str:
    """A place as it is written within a sentence: "flooded metro of Paris"."""
    found = spelled(place.source).search(str(world["scene"]["states"][place.source]["base"]))
    return found[0] if found is not None and found[0] else place.name.lower()


def _thing(phrase: str) -> Thing | None:
    """A phrase of the cast as a figure; None where nothing in it can be drawn as one."""
    words = _GROUP.sub("", _bare(phrase))
    if not words:
        return None
    tail = words.split()[-1]
    try:
        thing = thing_from_phrase(" ".join([*words.split()[:-1], lemma(tail.lower(), "noun") or tail]))
    except (ValueError, LookupError):
        return None
    # The reader of phrases begins at the last part of "well-meaning".
    joined = next((word for word in words.split() if "-" in word and thing.phrase.startswith(f"{word.rpartition('-')[2]} ")), None)
    return thing.model_copy(update={"phrase": joined.rpartition("-")[0] + "-" + thing.phrase}) if joined is not None else thing


def _bare(phrase: str) -> str:
    return _ARTICLE.sub("", phrase.strip())


def _prizes(world: World) -> list[Thing]:
    """What the missions have one find: "Find a marlinspike in the lighthouse." -> marlinspike."""
    found: list[Thing] = []
    for mission in world.get("missions") or ():
        for objective in mission["objectives"]:
            told = re.match(
                r"(?:Find|Get|Take|Collect|Fetch|Steal) (?:an?|the|some) ([\w' -]+?)(?: (?:in|at|on|under|from|near|with|of|by) |\.|$)",
                str(objective["text"]),
            )
            thing = _thing(told[1]) if told else None
            if thing is not None and all(thing.noun != other.noun for other in found):
                found.append(thing)
    return found[:3]
