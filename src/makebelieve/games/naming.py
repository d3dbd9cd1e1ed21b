"""Words of a game: level names, description, and names and pictures for the helpers that the engine adds."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.games.bestiary import Creature, habitats
from makebelieve.games.chance import shuffled
from makebelieve.games.kinds import FACTS
from makebelieve.games.theme import BODY_COLORS, accented
from makebelieve.language.draft import GameDraft
from makebelieve.language.kinds import Biome, Body, Kind
from makebelieve.language.words import lemma

_SMALL_WORDS: Final = {"a", "an", "the", "of", "in", "on", "at", "and", "to", "under", "with", "by", "for", "from"}


def title_case(text: str) -> str:
    """ "house of the moon" -> "House of the Moon"."""
    words = text.split()
    return " ".join(w if i and w.lower() in _SMALL_WORDS else w[:1].upper() + w[1:] for i, w in enumerate(words))


def scene_names(biome: Biome, place: str | None, count: int, seed: int) -> list[str]:
    """`count` different names, from the entrance of the place to its heart; a stated place names the first."""
    pool = habitats()[biome].scenes
    # "a castle" says no more than the biome does; "haunted library" and "attic" do.
    told = place if place and len(place) <= 40 and place.lower() != biome else None
    named = [title_case(told if " " in told else f"the {told}")] if told else []
    chosen = sorted(shuffled(range(len(pool)), seed, "scenes")[: max(0, count - len(named))])
    names = [*named, *(pool[i] for i in chosen)]
    numerals = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    while len(names) < count:
        names.append(f"{names[0]} {numerals[len(names) - len(pool) - len(named)]}")
    return list(dict.fromkeys(names)) if len(set(names)) == count else [f"{n} {i + 1}" for i, n in enumerate(names)]


def _article(phrase: str) -> str:
    return phrase if phrase[:4].lower() in ("the ", "our ") else f"{'an' if phrase[:1].lower() in 'aeiou' else 'a'} {phrase}"


_IRREGULAR: Final = {
    "mouse": "mice",
    "wolf": "wolves",
    "thief": "thieves",
    "elf": "elves",
    "dwarf": "dwarves",
    "leaf": "leaves",
    "knife": "knives",
    "foot": "feet",
    "tooth": "teeth",
    "goose": "geese",
    "child": "children",
    "ox": "oxen",
    "person": "people",
    "man": "men",
    "woman": "women",
    "fish": "fish",
    "sheep": "sheep",
    "deer": "deer",
    "squid": "squid",
}


def plural(name: str) -> str:
    """ "angry wolf" -> "angry wolves"; a name that is one already stays."""
    *before, last = name.split(" ")
    for one, many in _IRREGULAR.items():
        if last.endswith(one) and (last == one or one in ("fish", "man", "woman")) and last not in ("human", "german", "shaman"):
            return " ".join([*before, last[: -len(one)] + many])
    if last.endswith("s") and lemma(last, "noun") not in (None, last):
        return name
    if re.search(r"(?:s|x|z|ch|sh)$", name):
        return name + "es"
    return name[:-1] + "ies" if re.search(r"[^aeiou]y$", name) else name + "s"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def description_of(draft: GameDraft, kind: Kind, entities: list[dict[str, Any]]) -> str:
    """One or two sentences that say who, where, what for and against whom."""
    by_role: dict[str, list[str]] = {}
    for entity in entities:
        by_role.setdefault(entity["properties"]["role"], []).append(entity["properties"]["name"])
    label = FACTS[kind].label
    place = draft.place.value or _article(f"{draft.setting.value} world")
    # A name needs no article: "in Mars", "in Lisbon".
    bare = place[:1].isupper() or place.split()[0].lower() in ("a", "an", "the", "my", "our", "your")
    if not bare and place.lower() not in ("space", "outer space", "underwater"):
        place = f"the {place}"
    text = f"{_article(label)[0].upper()}{_article(label)[1:]} in {place}: play {_article(by_role['hero'][0])}"
    if draft.goal.value:
        goal = re.sub(r"(?: (?:a|an|the|as|in|of|with|to|on|at|from|for|and))+$", "", draft.goal.value.removeprefix("to "))
        text += f" and {goal}" if draft.goal.source == "stated" else ""
    text += "."
    enemies = [plural(name) for name in by_role.get("enemy", [])]
    if enemies:
        text += f" Beware of {_listed(enemies)}."
    if "boss" in by_role:
        text += f" At the end waits {_article(by_role['boss'][0])}."
    return text


def _helper(role: str, biome: Biome, type_: str, effect: str | None) -> Creature:
    goal = habitats()[biome].goal
    match role:
        case "goal":
            return goal
        case "checkpoint":
            return Creature("small flag", "object", None, ("#f0f0f0", goal.colors[-1]))
        case "key":
            return Creature("little key", "key", None, BODY_COLORS["key"])
        case "door":
            return Creature("locked door", "object", None, ("#6b4a2f", "#f2c230"))
        case "spring":
            name = "springy mushroom" if biome in ("forest", "garden", "swamp") else "coiled spring"
            return Creature(name, "object", None, ("#e6394a", "#c2c7cf"))
        case "platform":
            return Creature("floating platform", "object", None, (goal.colors[0], "#c2c7cf"))
        case "projectile":
            return Creature("bright bolt", "flame", None, ("#fff4c2", "#f2c14e"))
        case "chest":
            return Creature("treasure chest", "object", None, ("#8b5a2b", "#f2c14e"))
        case "powerup":
            return Creature(effect or "power-up", "gem", None, ("#4ac2e6", "#f0f0f0"))
        case "hazard":
            hazard = habitats()[biome].hazards[0]
            return Creature(type_.replace("-", " ").replace("_", " "), hazard.body, None, hazard.colors)
        case _:
            return Creature(type_.replace("-", " ").replace("_", " "), "object", None, BODY_COLORS["object"])


_HELPER_SIZE: Final[dict[str, list[int]]] = {"projectile": [8, 8], "collectible": [10, 10], "powerup": [10, 10], "boss": [32, 32]}


def dress(entities: list[dict[str, Any]], biome: Biome, seed: int) -> list[dict[str, Any]]:
    """Give every entity a name and a complete picture spec; what is there already stays. A view's matter only: no proof changes."""
    dressed = []
    for entity in entities:
        properties = dict(entity["properties"])
        role, type_ = str(properties["role"]), str(entity["type"])
        fit = _helper(role, biome, type_, properties.get("effect"))
        sprite = dict(properties.get("sprite") or {})
        body: Body = sprite.get("body") or fit.body
        properties.setdefault("name", fit.name)
        sprite.setdefault("prompt", properties["name"])
        sprite["body"] = body
        if not sprite.get("colors"):
            usual = fit.colors if body == fit.body else BODY_COLORS.get(body, fit.colors)
            sprite["colors"] = accented(list(usual), seed, f"colors:{type_}")
        sprite.setdefault("size", _HELPER_SIZE.get(role, [16, 16]))
        properties["sprite"] = sprite
        dressed.append({**entity, "properties": properties})
    return dressed
