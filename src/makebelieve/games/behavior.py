"""Ways to act: what fits a creature, and what a family plays instead when it does not know a behaviour."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from makebelieve.language.kinds import Body

BEHAVIORS: Final[tuple[str, ...]] = (
    "patrol",
    "hop",
    "fly",
    "chase",
    "shoot",
    "charge",
    "guard",
    "swarm",
    "wander",
    "boss",
)

_OF_BODY: Final[dict[Body, str]] = {
    "biped": "patrol",
    "quadruped": "charge",
    "bird": "fly",
    "insect": "fly",
    "spider": "patrol",
    "fish": "chase",
    "serpent": "patrol",
    "blob": "hop",
    "ghost": "chase",
    "dragon": "shoot",
    "robot": "patrol",
    "ship": "shoot",
    "vehicle": "charge",
    "plant": "shoot",
    "weapon": "shoot",
    "flame": "wander",
}

_OF_NOUN: Final[dict[str, str]] = {
    noun: behavior
    for behavior, nouns in {
        "shoot": (
            "archer turret cannon mage wizard witch gunner sniper shooter soldier warlock sorcerer sorceress shaman cowboy bandit "
            "pirate tank alien gunship cannonball thrower spitter hunter ranger musketeer"
        ),
        "hop": "frog toad rabbit bunny kangaroo grasshopper cricket flea slime jelly pogo spring mushroom pumpkin",
        "fly": "bat bee wasp drone pterodactyl vampire fairy dragonfly mosquito moth butterfly parrot crow raven eagle balloon cloud ufo",
        "chase": "zombie ghost wolf dog hound cat werewolf police policeman cop guard mummy mom teacher boss stalker shark monster",
        "charge": "bull boar rhino ram goat horse car truck knight",
        "patrol": "crab snail turtle skeleton robot spider scorpion snake penguin",
        "swarm": "rat ant piranha locust fly germ virus",
        "wander": "cow sheep chicken mole tumbleweed",
    }.items()
    for noun in nouns.split()
}

_INSTEAD: Final[dict[str, tuple[str, ...]]] = {
    "patrol": ("guard", "wander", "hop", "chase"),
    "hop": ("wander", "patrol", "chase"),
    "fly": ("swarm", "wander", "chase", "patrol"),
    "chase": ("swarm", "charge", "fly", "patrol"),
    "shoot": ("guard", "fly", "patrol", "chase"),
    "charge": ("chase", "patrol", "swarm"),
    "guard": ("patrol", "shoot", "chase"),
    "swarm": ("chase", "fly", "wander"),
    "wander": ("patrol", "fly", "hop"),
    "boss": ("shoot", "chase", "charge", "patrol"),
}


def natural_behavior(noun: str, body: Body) -> str:
    """How a creature acts when nobody says."""
    return _OF_NOUN.get(noun) or _OF_BODY.get(body, "wander")


def playable(behavior: str, known: Collection[str]) -> str:
    """`behavior` if the family plays it, else the nearest one it does; `behavior` itself if the family lists none."""
    if behavior in known or not known:
        return behavior
    for other in (*_INSTEAD.get(behavior, ()), "patrol", "wander", "chase"):
        if other in known:
            return other
    return min(known)
