"""The stage of a finished world, set up again: what is added to it is composed by what composed it, with its genre, player, hour and weather."""

from __future__ import annotations

import pickle
import re
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.kit.seeds import derive_seed
from makebelieve.language import classify
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.deeds import pronouns_of
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import sentence
from makebelieve.worlds.generation.items import make_items
from makebelieve.worlds.generation.kinds import place_kinds
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.places import Place, place_named
from makebelieve.worlds.generation.prose import HOURS, Scenery
from makebelieve.worlds.generation.whereabouts import way_of_being

_SENTENCES: Final = re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)[\"”]?\s+(?=[A-Z\"“\d])")
_CONCRETE: Final = frozenset(("object", "place", "device", "furniture", "tool", "container", "plant", "structure", "instrument", "vehicle"))
_GENRE: Final = "fairy"
"""The tables read for a world that no genre is known of: words of no particular age."""


def sentences(text: str) -> list[str]:
    """The sentences of a text; "Mrs. Crimp" is not the end of one."""
    return [one for one in _SENTENCES.split(text.strip()) if one]


@cache
def _by_stir() -> dict[str, str]:
    """Ambient line -> kind of place that has it."""
    return {sentence(line): title for title, entry in sorted(tables.read_all("places").items()) for line in entry.items("stir")}


def shown_name(world: World, key: str) -> str:
    """What a place is called in sentences: "the airship's deck" of `airships_deck`."""
    words = re.sub(r"(?:_(?:later|again|too|\d+))+$", "", key).split("_")
    spelt = r"[\s-]".join(
        re.escape(word[:-1]) + r"['’]?s['’]?" if word.endswith("s") and len(word) > 2 else re.escape(word) for word in words
    )
    spelt = spelt.replace("e", "[eéèê]")  # "the corner café" of `corner_cafe`
    state = world["scene"]["states"].get(key, {})
    told = " ".join([state.get("base", ""), *(one.get("label", "") for one in world["scene"]["events"])])
    if found := re.search(rf"\b(?:the|an?) ({spelt})\b", told, re.IGNORECASE):
        return f"the {found[1]}"
    found = re.search(rf"\b{spelt}\b", told, re.IGNORECASE)
    mid = re.search(rf"(?<=[a-z,;] ){spelt}\b", told, re.IGNORECASE)
    some = mid or found
    return (
        some[0] if some and re.search(r"[A-Z]", some[0] if mid else some[0][1:]) else f"the {some[0].lower() if some else ' '.join(words)}"
    )


def place_of(world: World, key: str, genre: str = _GENRE) -> Place:
    """A state as a place of the tables: as it was made, where its prose still has a thing of that kind; else by its ambient lines,
    which several kinds may share, else by its name. Its parts are things that its prose has."""
    state = world["scene"]["states"][key]
    kinds = [_by_stir()[line] for line in state.get("ambient", ()) if line in _by_stir()]
    table = tables.read_all("places")
    name = shown_name(world, key)
    base = state["base"].lower()
    site = str(world.get("metadata", {}).get("sites", {}).get(key, ""))
    if site in table and any(part.lower() in base for part in table[site].items("parts") or _parts(site)):
        kinds = [site]
    if not kinds:
        rated = {
            title: sum(part.lower() in base for part in entry.items("parts") or _parts(title))
            for title, entry in table.items()
        }  # fmt: skip
        best = max(rated, key=lambda title: rated[title])
        kinds = [best] if rated[best] >= 2 else []
    own = _things(state["base"], name)
    if kinds:
        entry = table[kinds[0]]
        seen = tuple(part for part in entry.items("parts") or _parts(kinds[0]) if part.lower() in base)
        parts = seen if len(seen) >= 2 else entry.items("parts") or _parts(kinds[0])
    else:
        title = next((some[0] for word in reversed(key.split("_")) if (some := place_kinds().get(word))), "plain_open")
        entry, parts = table[title], own if len(own) >= 2 else ("the near side", "the far side")
    return Place(key, name, f"{way_of_being(name, entry)} {name}", tables.Entry(entry.title, {**entry.rows, "parts": parts}))


@cache
def _parts(title: str) -> tuple[str, ...]:
    return tables.read("parts").get(title, tables.Entry(title)).items("parts")


def _things(base: str, name: str) -> tuple[str, ...]:
    """Things that a place written by hand shows: "the oil drum", as its prose says them."""
    found = re.findall(r"\b(?:the|an?) ((?:[a-z]+ )?[a-z]{3,})\b", base)
    some = [f"the {one.split()[-1]}" for one in found if classify(one.split()[-1])[0] in _CONCRETE and one.split()[-1] not in name]
    return tuple(dict.fromkeys(some))


def player_of(world: World) -> str:
    """The player as prose calls them: "the young apprentice"; "" where nobody is known."""
    said = str(world.get("metadata", {}).get("understood", {}).get("player") or "")
    if said or not world.get("subject"):
        return said
    bare = re.sub(r"^(?:the|an?) ", "", str(world["subject"]))
    bare = re.split(r",| (?:in|with|who|of|from|at|on) ", bare)[0].strip()
    return bare if bare[:1].isupper() else f"the {bare}"


def hour_of(world: World) -> str:
    """The hour at which a world starts."""
    hour = world.get("metadata", {}).get("understood", {}).get("hour", "")
    return hour if hour in HOURS else "morning"


def staged(world: World, salt: str) -> Builder:
    """A builder that stands in the finished world: what it makes is added to `world` itself. Equal `salt`, equal words."""
    understood: dict[str, Any] = world.get("metadata", {}).get("understood", {})
    genres = tables.read_all("genres")
    genre = genres[understood["genre"]] if understood.get("genre") in genres else genres[_GENRE]
    chance = Chance(derive_seed(0, f"edit:{world.get('id', '')}:{salt}"))
    full = player_of(world)
    pov = str(world.get("metadata", {}).get("pov") or "third_person_shoulder") if full else "first_person"
    views = tables.read("views")
    scenery = Scenery(
        _player(world, full), pov if pov in views else "third_person_shoulder", genre.one("lamp", "candle"), str(understood.get("weather") or ""), understood.get("season"), chance,
        genre.one("era", "now"), tuple(genre.items("props")[0].split()), introduced=True,
    )  # fmt: skip
    scenery.held = True  # whatever is added names the hour at which the rest plays
    goal = str(understood.get("goal", {}).get("object") or "the goal")
    foe = str(understood.get("foe") or "the stranger")
    scenery.seen |= {"goal": goal, "Goalcap": goal[:1].upper() + goal[1:]} | pronouns_of(Goal(purpose="do"), goal)
    scenery.told |= {"goal": goal, "Goalcap": goal[:1].upper() + goal[1:], "P": "you", "you_goal": goal}
    scenery.plurals |= {slot for slot, text in (("goal", goal), ("foe", foe)) if is_plural(text)}
    purpose = str(understood.get("goal", {}).get("purpose") or "find")
    goals = tables.read("goals")
    states = world["scene"]["states"]
    places = {key: place_of(world, key, genre.title) for key in states}
    builder = Builder(
        scenery, chance, genre, purpose, Part(foe, foe, "", "biped", catch="steps into the way of {P}"), [Part(foe, foe, "", "biped")],
        make_items(genre, chance), [places[world["entrance"]["state"]]], goals.get(purpose, goals["find"]), False, "", HOURS.index(hour_of(world)),
    )  # fmt: skip
    builder.states, builder.events, builder.place_of = states, world["scene"]["events"], places
    builder.names = {one["name"] for one in builder.events}
    for key in states:
        builder.keys[key] = {str(one["hotkey"]).lower() for one in builder.events if key in one["from"] and one.get("hotkey")}
        builder.holds[key] = list(places[key].entry.items("hold"))
    return builder


def _player(world: World, full: str) -> Part:
    words = full.split()
    if not words:
        return Part("the view", "the view", "", "biped")
    many = " and " in full if full[:1].isupper() else is_plural(full)
    head = words[-1]
    proper = head[:1].isupper() and words[0] != "the"
    short = full if proper or len(words) <= 2 else f"the {head}"
    said = re.search(rf"\bthe (?:[a-z]+ )?{re.escape(head)}\b", " ".join(state["base"] for state in world["scene"]["states"].values()))
    body = classify(head.lower())[1]
    return Part(full, short if said or proper else full, "", body if body in tables.read("bodies") else "biped", "they", many)


def new_place(world: World, builder: Builder, phrase: str, kind: str | None = None) -> Place:
    """A place that some words ask for, of the kind that fits them in this genre."""
    if kind is None and re.search(r"(?<!gallery)(?<!museum)(?<!theatre)(?<!paint) store$", phrase.strip(), re.IGNORECASE):
        kind = "shop"  # "a toy store" sells; what keeps pictures is called so too
    place = place_named(phrase, builder.genre.title, builder.chance, set(world["scene"]["states"]), kind)
    own = own_kind(phrase) if kind is None else None
    if own is not None:
        place = Place(
            place.id,
            place.name,
            f"{'on' if own.title in ('balcony', 'bridge') else 'at' if own.title in ('pond', 'waterfall', 'hot_spring') else 'in'} {place.name}",
            own,
            place.adjectives,
            place.stated,
        )
    builder.holds[place.id] = list(place.entry.items("hold"))
    return place


@cache
def _kinds() -> dict[str, tables.Entry]:
    """Noun -> the place that `data/kinds.txt` has for it, in addition to the tables of places."""
    made: dict[str, tables.Entry] = {}
    title, rows = "", dict[str, tuple[str, ...]]()
    for line in resources.files("makebelieve.worlds.edits").joinpath("data/kinds.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            title, rows = line[1:].strip(), {}
        elif line.strip() and not line.startswith("#"):
            key, _, rest = line.partition(": ")
            rows[key] = tuple(one.strip() for one in rest.split(" | "))
            if key == "match":
                made |= {word: tables.Entry(title, rows) for word in rest.split()}
    return made


def own_kind(phrase: str) -> tables.Entry | None:
    """The row for the noun of a phrase where the tables of places have none of that name."""
    words = re.findall(r"[a-z]+", phrase.lower())
    if "secret" in words or "hidden" in words:
        return _kinds()["hideaway"]
    head = words[-1] if words else ""
    return None if head in place_kinds() and head not in ("yard", "hall", "bridge", "jungle") else _kinds().get(head)


def copied(world: World) -> World:
    """A world of its own: many times faster than a deep copy, and each reader that is tried has one."""
    made: World = pickle.loads(pickle.dumps(world, pickle.HIGHEST_PROTOCOL))
    return made
