"""The entities of a game: whom the draft names first, then what fits the biome, each with its picture's spec."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any, Final, cast

from makebelieve.games.behavior import natural_behavior, playable
from makebelieve.games.bestiary import Creature, habitats
from makebelieve.games.chance import pick, shuffled, unit
from makebelieve.games.design import NO_BOSS, NO_COLLECTIBLES, NO_ENEMIES, NO_HAZARDS, pace
from makebelieve.games.theme import BODY_COLORS, accented
from makebelieve.language.draft import GameDraft, Thing, Understood
from makebelieve.language.kinds import Biome, Body, Kind

# Names that families use for their own helpers; an author's thing of that name gets a longer one.
_HELPERS = """hero goal boss checkpoint projectile platform spring chest door gate lever potion might shrine slash bolt spit arrow sight
blade portal stairs shot power repair bomb rapid magnet hero_shot enemy_shot"""
RESERVED: Final = frozenset(_HELPERS.split())

ENEMIES_AT_MOST: Final = 6
_BIG: Final = {"giant", "big", "huge", "enormous", "massive", "gigantic", "large", "colossal", "mega"}
_SMALL: Final = {"tiny", "small", "little", "mini", "baby"}

# Kinds played in the air, and who is at home there.
_ALOFT: Final = frozenset(("flappy-clone", "infinite-jumper", "space-shooter"))
_WINGED: Final[frozenset[Body]] = frozenset(("bird", "dragon", "flame", "ghost", "insect", "ship"))
# Where everybody floats.
_WEIGHTLESS: Final = frozenset(("space", "underwater"))

_HERO_OF_KIND: Final[dict[str, Creature]] = {
    "space-shooter": Creature("star fighter", "ship", None, ("#d9e0e6", "#3f8fe6", "#e6502d")),
    "planet-defense": Creature("orbital gunner", "ship", None, ("#d9e0e6", "#6be67a", "#3a3a45")),
    "flappy-clone": Creature("round little bird", "bird", None, ("#f2c230", "#f0f0f0", "#e6862d")),
    "racing": Creature("red racing car", "vehicle", None, ("#e6394a", "#f0f0f0", "#22222b")),
}


def slug(text: str) -> str:
    """ "Tiny Red Fox" -> "tiny-red-fox": letters and digits of any alphabet, joined by hyphens, at most 40 characters."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:40].strip("-") or "thing"


def unused(name: str, taken: Collection[str], role: str) -> str:
    """A type name nobody has yet."""
    if name in RESERVED:
        name = f"{name}-" + {"collectible": "treasure", "hazard": "trap"}.get(role, "foe")
    candidate, n = name, 2
    while candidate in taken:
        candidate, n = f"{name}-{n}", n + 1
    return candidate


def colors_for(body: Body, seed: int, name: str) -> list[str]:
    return accented(list(BODY_COLORS[body]), seed, f"colors:{name}")


def thing_of(creature: Creature, seed: int) -> Thing:
    """A bestiary creature as a thing, in the seed's shade of its colours."""
    words = creature.name.split()
    return Thing(
        noun=words[-1],
        phrase=creature.name,
        adjectives=words[:-1],
        colors=accented(list(creature.colors), seed, f"accent:{creature.name}"),
        body=creature.body,
        behavior=creature.behavior,
    )


def size_of(thing: Thing, role: str) -> list[int]:
    """Size of the picture in px."""
    if role == "boss":
        return [32, 32]
    words = set(thing.adjectives)
    if role == "collectible":
        return [10, 10]
    if words & _BIG:
        return [24, 24]
    if words & _SMALL and role == "enemy":
        return [12, 12]
    return [16, 16]


def singular_phrase(thing: Thing) -> str:
    """The phrase with its head noun in the singular: "angry ghosts" -> "angry ghost"."""
    words = thing.phrase.split()
    if words and thing.noun not in words and words[-1].lower().startswith(thing.noun[:2].lower()) and " " not in thing.noun:
        words[-1] = thing.noun
    return " ".join(words) or thing.noun


def picture(thing: Thing, role: str, seed: int) -> dict[str, Any]:
    """The sprite spec: what to draw, its body plan, colours (main first) and size in px."""
    usual = colors_for(thing.body, seed, thing.noun)
    return {
        "prompt": singular_phrase(thing),
        "body": thing.body,
        "colors": [*thing.colors, usual[1]] if len(thing.colors) == 1 else list(thing.colors) or usual,
        "size": size_of(thing, role),
    }


def entity_of(thing: Thing, role: str, taken: Collection[str], seed: int, behaviors: Collection[str] = ()) -> dict[str, Any]:
    """One entry of the config's `entities`."""
    type_ = role if role in ("hero", "boss") else unused(slug(thing.noun), taken, role)
    entity: dict[str, Any] = {"type": type_}
    properties: dict[str, Any] = {"role": role, "name": singular_phrase(thing), "sprite": picture(thing, role, seed)}
    if role in ("enemy", "boss"):
        wish = "boss" if role == "boss" else thing.behavior or natural_behavior(thing.noun, thing.body)
        entity["ai_behavior"] = playable(wish, behaviors)
        if thing.count and role == "enemy":
            entity["count"] = thing.count
        speed = pace(thing)
        if speed != 1.0:
            entity["speed"] = speed
    if role == "collectible":
        properties["score"] = 10
    entity["properties"] = properties
    return entity


def named_in(word: str, thing: Thing) -> bool:
    """Whether an excluded or asked-for word means this thing."""
    word = word.lower()
    forms = {thing.noun.lower(), f"{thing.noun.lower()}s", f"{thing.noun.lower()}es", thing.phrase.lower(), f"{thing.phrase.lower()}s"}
    return word in forms


def _things(found: Iterable[Understood[Thing]], excluded: Collection[str]) -> tuple[list[Thing], list[Thing]]:
    """(asked for, merely assumed) without the excluded ones and repetitions."""
    asked: list[Thing] = []
    assumed: list[Thing] = []
    seen: set[str] = set()
    for item in found:
        thing = item.value
        if slug(thing.noun) in seen or any(named_in(word, thing) for word in excluded):
            continue
        seen.add(slug(thing.noun))
        (assumed if item.source == "default" else asked).append(thing)
    return asked, assumed


def _filled(
    asked: list[Thing], assumed: list[Thing], fitting: Iterable[Creature], wanted: int, excluded: Collection[str], seed: int
) -> list[Thing]:
    """The asked-for things, topped up to `wanted` with assumed and fitting ones."""
    things = list(asked)
    for thing in [*assumed, *(thing_of(creature, seed) for creature in fitting)]:
        if len(things) >= wanted:
            break
        if any(named_in(word, thing) for word in excluded) or slug(thing.noun) in {slug(t.noun) for t in things}:
            continue
        things.append(thing)
    return things


def enemies_of(draft: GameDraft, kind: Kind, biome: Biome, excluded: Collection[str], behaviors: Collection[str], seed: int) -> list[Thing]:
    """Two to six: those of the prompt, and fitting ones when it names fewer than two."""
    asked, assumed = _things(draft.enemies, excluded)
    wanted = 3 if not asked else 2 + (unit(seed, "company") < 0.5) if len(asked) == 1 else len(asked)

    def strange(creature: Creature) -> tuple[bool, bool]:
        """Who would have to fly comes last, before them those the kind would teach another gait."""
        grounded = (
            kind in _ALOFT and biome not in _WEIGHTLESS and creature.behavior not in ("fly", "swarm") and creature.body not in _WINGED
        )
        return grounded, bool(behaviors) and creature.behavior not in behaviors

    natives = shuffled(habitats()[biome].enemies, seed, "enemies")
    fitting = sorted(_diverse(sorted(natives, key=strange)), key=strange)
    return _filled(asked, assumed, fitting, wanted, excluded, seed)[:ENEMIES_AT_MOST]


def _diverse(creatures: list[Creature]) -> list[Creature]:
    """The same creatures, those that repeat a behaviour last."""
    seen: set[str | None] = set()
    first: list[Creature] = []
    rest: list[Creature] = []
    for creature in creatures:
        (rest if creature.behavior in seen else first).append(creature)
        seen.add(creature.behavior)
    return first + rest


def hero_of(draft: GameDraft, kind: Kind, biome: Biome, seed: int) -> Thing:
    """Whom one plays: the prompt's hero, else the kind's, else the biome's."""
    if draft.hero.value is not None:
        return draft.hero.value
    return thing_of(_HERO_OF_KIND.get(kind) or habitats()[biome].hero, seed)


def cast_of(draft: GameDraft, kind: Kind, *, boss: bool, health: int, behaviors: Collection[str], seed: int) -> list[dict[str, Any]]:
    """`entities` of the config, hero first; helpers of the kind (goal, keys, shots …) are the engine's to add."""
    biome = draft.setting.value
    habitat = habitats()[biome]
    excluded = {word.lower() for word in draft.excluded}
    hero = hero_of(draft, kind, biome, seed)
    entities = [{**entity_of(hero, "hero", (), seed), "health": health, "speed": 1.0}]
    taken = {"hero"}

    def add(thing: Thing, role: str) -> None:
        entity = entity_of(thing, role, taken, seed, behaviors)
        taken.add(cast(str, entity["type"]))
        entities.append(entity)

    if not excluded & NO_ENEMIES:
        for thing in enemies_of(draft, kind, biome, excluded | {hero.noun}, behaviors, seed):
            add(thing, "enemy")
    if boss and not excluded & (NO_BOSS | NO_ENEMIES):
        add(draft.boss.value or thing_of(pick(habitat.bosses, seed, "boss"), seed), "boss")
    if not excluded & NO_COLLECTIBLES:
        asked, assumed = _things(draft.collectibles, excluded)
        for thing in _filled(asked, assumed, shuffled(habitat.collectibles, seed, "collectibles"), max(1, len(asked)), excluded, seed)[:4]:
            add(thing, "collectible")
    if not excluded & NO_HAZARDS:
        asked, assumed = _things(draft.hazards, excluded)
        for thing in _filled(asked, assumed, shuffled(habitat.hazards, seed, "hazards"), max(1, len(asked)), excluded, seed)[:3]:
            add(thing, "hazard")
    return entities
