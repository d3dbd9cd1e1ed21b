"""The 21 kinds as the standard format knows them, and which built kind stands in for one that is not built."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from makebelieve.language.kinds import Kind


class KindFacts(NamedTuple):
    """How a kind is called by people and by the standard format, and its relatives, nearest first."""

    label: str
    genre: str
    template: str
    relatives: tuple[Kind, ...]


FACTS: Final[dict[Kind, KindFacts]] = {
    "platformer": KindFacts("platformer", "platformer", "platformer", ("metroidvania", "infinite-jumper", "platform-brawler")),
    "metroidvania": KindFacts("metroidvania", "platformer", "platformer", ("platformer", "topdown", "dungeon-crawler")),
    "topdown": KindFacts("top-down adventure", "rpg", "rpg-adventure", ("rpg-adventure", "dungeon-crawler", "isometric")),
    "isometric": KindFacts("isometric adventure", "rpg", "rpg-adventure", ("topdown", "isometric-rpg", "dungeon-crawler")),
    "tower-defense": KindFacts("tower defense", "tower-defense", "tower-defense", ("planet-defense", "horde-survivors", "topdown")),
    "dungeon-crawler": KindFacts("dungeon crawler", "rpg", "rpg-adventure", ("enter-the-gungeon", "topdown", "isometric-rpg")),
    "card-battle": KindFacts("card battle", "custom", "puzzle", ("dungeon-crawler", "puzzle", "topdown")),
    "rpg-adventure": KindFacts("role-playing adventure", "rpg", "rpg-adventure", ("topdown", "dungeon-crawler", "isometric-rpg")),
    "planet-defense": KindFacts("planet defense", "shooter", "space-shooter", ("space-shooter", "horde-survivors", "tower-defense")),
    "infinite-jumper": KindFacts("endless jumper", "platformer", "platformer", ("platformer", "flappy-clone")),
    "horde-survivors": KindFacts("horde survival", "survival", "survival", ("enter-the-gungeon", "dungeon-crawler", "space-shooter")),
    "micro-factory": KindFacts("factory builder", "custom", "puzzle", ("puzzle", "topdown", "platformer")),
    "isometric-strategy": KindFacts("strategy", "custom", "tower-defense", ("tower-defense", "topdown", "dungeon-crawler")),
    "flappy-clone": KindFacts("flappy flyer", "platformer", "platformer", ("infinite-jumper", "platformer")),
    "isometric-rpg": KindFacts("isometric role-playing", "rpg", "rpg-adventure", ("rpg-adventure", "dungeon-crawler", "topdown")),
    "enter-the-gungeon": KindFacts(
        "bullet-hell crawler", "shooter", "arena-combat", ("dungeon-crawler", "horde-survivors", "space-shooter")
    ),
    "platform-brawler": KindFacts("platform brawler", "arena-combat", "arena-combat", ("platformer", "horde-survivors")),
    "space-shooter": KindFacts("space shooter", "shooter", "space-shooter", ("planet-defense", "horde-survivors")),
    "puzzle": KindFacts("puzzle", "puzzle", "puzzle", ("topdown", "platformer")),
    "racing": KindFacts("racing", "racing", "racing", ("flappy-clone", "space-shooter", "platformer")),
    "music-rhythm": KindFacts("rhythm", "music-rhythm", "music-rhythm", ("flappy-clone", "infinite-jumper", "platformer")),
}

# What an importer makes of a file that names a genre or template only.
KIND_OF_GENRE: Final[dict[str, Kind]] = {
    "shooter": "space-shooter",
    "platformer": "platformer",
    "puzzle": "puzzle",
    "rpg": "rpg-adventure",
    "racing": "racing",
    "tower-defense": "tower-defense",
    "arena-combat": "enter-the-gungeon",
    "survival": "horde-survivors",
    "music-rhythm": "music-rhythm",
}


def nearest_built(guesses: Iterable[Kind], built: Collection[str]) -> Kind:
    """The first guess that is built; else the nearest built relative of the first guess; else any built kind.

    Raises ValueError when nothing at all is built.
    """
    ordered = list(guesses)
    for kind in ordered:
        if kind in built:
            return kind
    seen: set[Kind] = set()
    ring: list[Kind] = ordered[:1]
    while ring:
        outer: list[Kind] = []
        for kind in ring:
            for relative in FACTS[kind].relatives:
                if relative in built:
                    return relative
                if relative not in seen:
                    seen.add(relative)
                    outer.append(relative)
        ring = outer
    for kind in FACTS:
        if kind in built:
            return kind
    raise ValueError("this engine has no kinds")
