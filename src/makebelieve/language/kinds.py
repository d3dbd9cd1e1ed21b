"""The closed vocabularies of the games family: kinds, biomes, moods, body plans."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal[
    "platformer",
    "metroidvania",
    "topdown",
    "isometric",
    "tower-defense",
    "dungeon-crawler",
    "card-battle",
    "rpg-adventure",
    "planet-defense",
    "infinite-jumper",
    "horde-survivors",
    "micro-factory",
    "isometric-strategy",
    "flappy-clone",
    "isometric-rpg",
    "enter-the-gungeon",
    "platform-brawler",
    "space-shooter",
    "puzzle",
    "racing",
    "music-rhythm",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

Biome = Literal[
    "forest",
    "jungle",
    "desert",
    "snow",
    "mountain",
    "cave",
    "underwater",
    "ocean",
    "island",
    "swamp",
    "volcano",
    "sky",
    "space",
    "city",
    "cyber",
    "wasteland",
    "castle",
    "dungeon",
    "haunted",
    "indoor",
    "garden",
    "village",
    "factory",
    "lab",
    "food",
    "ruins",
    "body",
]
BIOMES: Final[tuple[Biome, ...]] = get_args(Biome)

TimeOfDay = Literal["day", "night", "dawn", "dusk"]
Mood = Literal["cheerful", "cozy", "spooky", "dark", "sad", "funny", "epic", "tense", "mysterious", "dreamy"]
Difficulty = Literal["easy", "normal", "hard"]

Body = Literal[
    "biped",
    "quadruped",
    "bird",
    "insect",
    "spider",
    "fish",
    "serpent",
    "blob",
    "ghost",
    "dragon",
    "robot",
    "ship",
    "vehicle",
    "plant",
    "object",
    "gem",
    "coin",
    "key",
    "food",
    "weapon",
    "rock",
    "flame",
]
BODIES: Final[tuple[Body, ...]] = get_args(Body)

# Mechanics a prompt may ask for. Which of them a kind plays is the engine's to say (`info`).
MECHANICS: Final[tuple[str, ...]] = (
    "double-jump",
    "wall-jump",
    "dash",
    "glide",
    "stomp",
    "shoot",
    "melee",
    "moving-platforms",
    "springs",
    "checkpoints",
    "keys-doors",
    "rising-hazard",
    "auto-scroll",
    "boss",
    "waves",
    "upgrades",
    "power-ups",
    "stealth",
    "timer",
    "one-hit",
    "endless",
)
