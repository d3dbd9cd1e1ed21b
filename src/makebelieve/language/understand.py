"""The offline interpreter of prompts for games: deterministic, about a millisecond, no download."""

from __future__ import annotations

from typing import Final, TypeVar

from makebelieve.language import genres, roles, wishes
from makebelieve.language.colors import COLOR_WORDS
from makebelieve.language.draft import GameDraft, KindGuess, Source, Thing, Understood
from makebelieve.language.grammar import Phrase
from makebelieve.language.kinds import Biome, Kind
from makebelieve.language.naming import title
from makebelieve.language.palette import palette
from makebelieve.language.reading import Reading, read
from makebelieve.language.things import thing_of
from makebelieve.language.words import foreign, known

T = TypeVar("T")

# Where a kind plays when the prompt does not say.
_BIOME_OF_KIND: Final[dict[Kind, Biome]] = {
    "platformer": "forest",
    "metroidvania": "ruins",
    "topdown": "garden",
    "isometric": "village",
    "tower-defense": "village",
    "dungeon-crawler": "dungeon",
    "card-battle": "castle",
    "rpg-adventure": "village",
    "planet-defense": "space",
    "infinite-jumper": "sky",
    "horde-survivors": "wasteland",
    "micro-factory": "factory",
    "isometric-strategy": "castle",
    "flappy-clone": "sky",
    "isometric-rpg": "ruins",
    "enter-the-gungeon": "dungeon",
    "platform-brawler": "city",
    "space-shooter": "space",
    "puzzle": "ruins",
    "racing": "city",
    "music-rhythm": "cyber",
}

# Kinds that have a place of their own even when the words hint elsewhere ("ship" in a space shooter).
_USUAL: Final[dict[Kind, dict[Biome, float]]] = {
    "planet-defense": {"space": 1.3},
    "space-shooter": {"space": 0.7},
    "dungeon-crawler": {"dungeon": 0.5},
    "enter-the-gungeon": {"dungeon": 0.25},
    "micro-factory": {"factory": 0.3},
    "flappy-clone": {"sky": 0.15},
    "infinite-jumper": {"sky": 0.15},
}


_ONLY_ENGLISH: Final = "The embedded interpreter reads English only; of this prompt it understood little or nothing."


def _understood(value: T, source: Source, confidence: float, note: str | None = None) -> Understood[T]:
    return Understood[T](value=value, source=source, confidence=round(max(0.0, min(1.0, confidence)), 2), note=note)


def understand_game(prompt: str) -> GameDraft:
    """Read a prompt for a game. Any text gives a complete draft; what the text does not say is inferred or default."""
    reading = read(prompt)
    ranked = genres.rank(reading)
    kind, confidence = ranked[0]
    cast = roles.cast(reading, kind)
    things: dict[int, Thing] = {}

    def thing(phrase: Phrase) -> Thing:
        return things.setdefault(phrase.head.index, thing_of(phrase))

    excluded = wishes.excluded(reading)
    hero = thing(cast.hero[0]) if cast.hero else None
    enemies = [] if "enemies" in excluded else [_understood(thing(phrase), "stated", sure) for phrase, sure in cast.enemies][:8]
    collectibles = [_understood(thing(phrase), "stated", sure) for phrase, sure in cast.collectibles][:6]
    hazards = [_understood(thing(phrase), "stated", sure) for phrase, sure in cast.hazards if phrase.noun not in excluded][:6]
    boss = thing(cast.boss[0]) if cast.boss and "boss" not in excluded else None

    heads = frozenset(phrase.head.index for phrase, _ in [*cast.enemies, *([cast.hero] if cast.hero else [])])
    found = wishes.biome(reading, heads, _USUAL.get(kind, {}))
    biome = found[0] if found else _BIOME_OF_KIND[kind]
    place = found[2] if found else None
    time = wishes.time_of_day(reading)
    mood = wishes.mood(reading)
    feeling = mood[0] if mood else wishes.mood_of_biome(biome)
    if mood is None and "violence" in excluded:
        feeling = "cozy"
    difficulty = wishes.difficulty(reading)
    levels, lives, limit = wishes.levels(reading), wishes.lives(reading), wishes.time_limit(reading)
    hour = time[0] if time else "night" if feeling == "spooky" or biome in ("space", "haunted", "cyber") else "day"
    colors, gray = _colors(reading, heads)
    goal = wishes.goal(reading)
    made = title(
        prompt,
        kind,
        hero,
        enemies[0].value if enemies else None,
        biome,
        place,
        collectibles[0].value if collectibles else None,
    )
    return GameDraft(
        prompt=prompt,
        kind=_understood(kind, "stated" if confidence > 0.75 else "inferred" if confidence > 0.2 else "default", confidence),
        kinds=[KindGuess(kind=name, confidence=round(share, 3)) for name, share in ranked[:3]],
        title=_understood(made, "inferred", 0.5),
        hero=_understood(hero, "stated" if hero else "default", cast.hero[1] if cast.hero else 0.0),
        enemies=enemies,
        boss=_understood(boss, "stated" if boss else "default", cast.boss[1] if boss and cast.boss else 0.0),
        collectibles=collectibles,
        hazards=hazards,
        setting=_understood(
            biome,
            "stated" if found and found[1] >= 0.8 else "inferred" if found else "default",
            min(0.97, 0.4 + 0.4 * found[1]) if found else 0.1,
        ),
        place=_understood(place, "stated" if place else "default", 0.8 if place else 0.0),
        time_of_day=_understood(hour, "stated" if time else "inferred" if hour == "night" else "default", time[1] if time else 0.3),
        mood=_understood(
            feeling, "stated" if mood and mood[1] else "inferred" if mood or found else "default", 0.85 if mood and mood[1] else 0.4
        ),
        difficulty=_understood(
            difficulty[0] if difficulty else "normal", "stated" if difficulty else "default", difficulty[1] if difficulty else 0.0
        ),
        mechanics=[_understood(name, "stated", 0.85) for name in wishes.mechanics(reading) if name not in excluded],
        excluded=excluded,
        goal=_understood(goal, "stated" if goal else "default", 0.7 if goal else 0.0),
        levels=_understood(levels or 3, "stated" if levels else "default", 0.9 if levels else 0.0),
        lives=_understood(lives, "stated" if lives else "default", 0.9 if lives else 0.0),
        time_limit=_understood(limit, "stated" if limit else "default", 0.85 if limit else 0.0),
        palette=_understood(
            list(palette(biome, hour, feeling, tuple(colors), gray=gray)),
            "stated" if colors or gray else "inferred",
            0.8 if colors or gray else 0.5,
        ),
        not_understood=_not_understood(prompt, reading),
        note=_ONLY_ENGLISH if reading.strange or (foreign(prompt) and not reading.phrases) else None,
    )


def _colors(reading: Reading, cast_heads: frozenset[int]) -> tuple[list[str], bool]:
    """Colours stated for the picture as a whole (not those of hero or enemies), and whether it is to be black and white."""
    owned = {token.index for phrase in reading.phrases if phrase.head.index in cast_heads for token in [phrase.head, *phrase.modifiers]}
    words = [(i, token.word) for i, token in enumerate(reading.tokens)]
    text = " ".join(word for _, word in words)
    if any(phrase in text for phrase in ("black and white", "monochrome", "grayscale", "greyscale", "film noir")):
        return [], True
    found = [
        COLOR_WORDS[word]
        for i, word in words
        if word in COLOR_WORDS and i not in owned and i not in reading.negated and _is_color(reading, i)
    ]
    return list(dict.fromkeys(found))[:3], False


def _is_color(reading: Reading, at: int) -> bool:
    """Metals, foods and flowers are colours only before a noun or next to another colour."""
    token = reading.tokens[at]
    return token.word not in (
        "gold",
        "rose",
        "salmon",
        "coral",
        "ruby",
        "lemon",
        "lime",
        "peach",
        "cream",
        "icy",
        "snowy",
        "pale",
        "bloody",
        "silver",
        "violet",
    ) or (token.tag == "A" and token.word not in ("icy", "snowy", "pale", "bloody"))


def _not_understood(prompt: str, reading: Reading) -> list[str]:
    titled = {at for start, end, _ in reading.titles for at in range(start, end)}
    strange = [
        token.written
        for token in reading.tokens
        if token.index not in titled and token.word.isalpha() and (token.word in reading.strange or not known(token.word))
    ]
    return list(dict.fromkeys([*wishes.unsupported(reading), *strange, *foreign(prompt)]))[:20]
