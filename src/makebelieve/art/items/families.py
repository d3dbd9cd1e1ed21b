"""The families of things: names, generators, colours. Weapons are drawn by what hands hold; the rest by its own module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from makebelieve.art.color import parse_hex, shifted, to_hex
from makebelieve.art.humanoid.weapons import LONG, WEAPONS
from makebelieve.art.items import (
    belongings,
    buildings,
    devices,
    food,
    goods,
    groceries,
    guns,
    home,
    household,
    keepsakes,
    nature,
    places,
    treasure,
    wares,
)
from makebelieve.art.raster.frames import Frame, ry, rz
from makebelieve.art.raster.scene import Scene

Draw = Callable[[Scene, float], None]
PLAIN: Final[dict[str, str]] = {
    "wood": "#8f5a30", "wood2": "#6b3f24", "pale": "#c89a62", "metal": "#8d9bb3", "gold": "#e3a62f", "dark": "#2a2030", "dark2": "#4a4854",
    "glass": "#a9c7d8", "paper": "#f0e2c0", "shade": "#cfb890", "ink": "#7a6048", "stone": "#8f8f98", "stone2": "#6a6a76", "leaf": "#4f9a3c",
    "red": "#d8433b", "white": "#f4f2ea", "rope": "#c8a468", "velvet": "#a8323f", "gem": "#d8437f", "fire": "#f2832f", "spark": "#fbe9a0",
    "glow": "#fbd86a", "stem": "#efdcb8", "spot": "#fff3dc", "soil": "#6a4a34", "moss": "#6c8a45", "bone": "#f0e6d0", "cream": "#f8ecd8",
    "dough": "#d9a05a", "crust": "#c88a4a", "meat": "#7a4430", "cheese": "#f4c84a", "cone": "#d9a05a", "cone2": "#b87a3a", "foam": "#f6eed8",
    "nut": "#6b4028", "horn": "#ebe2c8", "leather": "#7d4c2d", "water": "#4a9ad0", "screen": "#3a6a8a", "wall": "#e4d2b0", "heart": "#f4cf4e",
    "belly": "#f0e0c8", "blade": "#d4e0ee", "blade2": "#8fa3bd", "trim": "#e3a62f", "string": "#e8e0d0", "straw": "#d8b060", "cloth": "#e8dcc8",
    "cloth2": "#3f5fb0", "plume": "#dc3f49", "shine": "#bfe9ff", "velvet2": "#7a4ab0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """A family of things."""

    name: str
    draw: Draw
    main: str
    """Colour when nobody says, #rrggbb."""
    accent: str
    centred: bool = False

    def colors(self, stated: list[str], own: Mapping[str, str]) -> dict[str, str]:
        """All materials; `stated` colours are main and accent."""
        main = stated[0] if stated else self.main
        accent = stated[1] if len(stated) > 1 else self.accent
        base = parse_hex(main)
        derived = {
            "main": main,
            "accent": accent,
            "main2": accent,
            "deep": to_hex(shifted(base, light=-0.12)),
            "light": to_hex(shifted(base, light=0.14, chroma=0.8)),
        }
        if self.name in _MADE_OF_MAIN:
            derived.update(dict.fromkeys(_MADE_OF_MAIN[self.name], main))
        return {**PLAIN, **derived, **own}


# Where the main colour belongs to a material of another name.
_MADE_OF_MAIN: Final[dict[str, tuple[str, ...]]] = {
    "chest": ("wood",),
    "hoard": ("wood",),
    "mimic": ("wood",),
    "barrel": ("wood",),
    "crate": ("wood", "pale"),
    "ring": ("gem",),
    "armor": ("metal",),
    "helmet": ("metal",),
    "shield": ("cloth2",),
    "orb": ("main",),
    "rock": ("main",),
    "tower": ("stone",),
    "anvil": ("metal",),
    "ore": ("gem",),
    "tv": ("wood",),
    "log": ("wood",),
    "stump": ("wood",),
    "gravestone": ("stone",),
    "spikes": ("metal",),
}

_DRAWS: Final[dict[str, tuple[Draw, str, str]]] = {
    "potion": (belongings.potion, "#d8437f", "#f0a0c0"), "gem": (treasure.gem, "#2fb6a0", "#a0f0e0"), "crystal": (treasure.crystal, "#8f7ae8", "#d0c4ff"),
    "ring": (treasure.ring, "#d8437f", "#ffffff"), "amulet": (treasure.amulet, "#3fa06a", "#ffffff"), "coin": (treasure.coin, "#f0b632", "#fff0a0"),
    "coins": (treasure.coins, "#f0b632", "#d8922a"), "key": (belongings.key, "#eab543", "#fff0a0"), "chest": (treasure.chest, "#8f5a30", "#e3a62f"),
    "book": (belongings.book, "#8a3f4a", "#e3a62f"), "scroll": (belongings.scroll, "#b3343b", "#e3a62f"), "crown": (treasure.crown, "#eab543", "#d8433b"),
    "trophy": (treasure.trophy, "#eab543", "#fff0a0"), "heart": (treasure.heart, "#e2405a", "#ffa0b0"), "star": (treasure.star_item, "#f6d04a", "#fff0a0"),
    "orb": (treasure.orb, "#6a8ae8", "#c0d0ff"), "mask": (belongings.mask, "#c8a45a", "#b3343b"), "skull": (belongings.skull, "#ece6d2", "#9a9484"),
    "bone": (belongings.bone, "#f2ead6", "#cbbfa2"), "feather": (belongings.feather, "#5a9ad8", "#f4f1ea"), "bag": (belongings.bag, "#a8763f", "#e3a62f"),
    "bomb": (belongings.bomb, "#3a3a48", "#f2832f"), "map": (belongings.map_item, "#f0e2c0", "#b3343b"), "compass": (belongings.compass, "#e3a62f", "#d8433b"),
    "egg": (belongings.egg, "#f2e6cc", "#c89a6a"), "medal": (treasure.medal, "#eab543", "#3f5fb0"), "lantern": (belongings.lantern, "#fbd86a", "#4a4854"),
    "hourglass": (belongings.hourglass, "#e8c87a", "#8f5a30"), "dice": (belongings.dice, "#f4f1ea", "#d8433b"),
    "mushroom": (nature.mushroom, "#d23b3f", "#fff3dc"), "tree": (nature.tree, "#4f9a3c", "#7a4a2c"), "palm": (nature.palm, "#4f9a4a", "#8a6a3c"),
    "bush": (nature.bush, "#4f9440", "#d8433b"), "cactus": (nature.cactus, "#4f9a5a", "#f08fa8"), "flower": (nature.flower, "#ef7fa8", "#f4cf4e"),
    "sapling": (nature.sapling, "#6ab84a", "#6a4a34"), "grass": (nature.grass, "#5aa443", "#3f7a34"), "log": (nature.log, "#8a5a36", "#c89a62"),
    "stump": (nature.stump, "#8a5a36", "#c89a62"), "rock": (nature.rock, "#8f8a8c", "#6c8a45"), "ore": (nature.ore, "#e3a62f", "#8f8a8c"),
    "leaf": (nature.leaf, "#5aa443", "#a8d06a"), "apple": (groceries.apple, "#d83a3a", "#5aa04a"), "berry": (groceries.berry, "#c8283f", "#5a8a3a"),
    "strawberry": (groceries.strawberry, "#e03a4a", "#6ab04a"), "carrot": (groceries.carrot, "#ee8a3a", "#6aa34a"), "pumpkin": (groceries.pumpkin, "#e8833a", "#5f7a35"),
    "banana": (groceries.banana, "#f4d64e", "#a9803a"), "grapes": (groceries.grapes, "#7d4fa6", "#5aa34a"), "bread": (groceries.bread, "#c98f4f", "#efd0a0"),
    "meat": (groceries.meat, "#b8603a", "#f0e6d0"), "cheese": (groceries.cheese, "#f4c84a", "#c08a2a"), "cake": (groceries.cake, "#e8a8b8", "#f8ecd8"),
    "donut": (groceries.donut, "#ef8fb0", "#f4cf4e"), "pizza": (groceries.pizza, "#eec35a", "#d8433b"), "burger": (groceries.burger, "#d8944a", "#5aa34a"),
    "icecream": (groceries.icecream, "#f4d0d8", "#8a5a3b"), "candy": (groceries.candy, "#e85d9b", "#ffffff"), "fish": (groceries.fishbone, "#6a9ac0", "#e8eef4"),
    "mug": (groceries.mug, "#9a6a3c", "#f6eed8"), "flame": (nature.flame, "#f2732f", "#fbd44a"), "campfire": (nature.campfire, "#f2732f", "#8f5a30"),
    "cloud": (nature.cloud, "#eef2f8", "#b8c4d8"), "moon": (nature.moon, "#e6e0c8", "#b8b09a"), "sun": (nature.sun, "#f8c83a", "#fbec9a"),
    "shell": (nature.shell, "#f4b8a0", "#e08f8a"), "snowflake": (nature.snowflake, "#b8e0f4", "#ffffff"),
    "barrel": (household.barrel, "#a4683a", "#707b8c"), "crate": (household.crate, "#a8743f", "#c89a62"), "bucket": (household.bucket, "#9a6a3c", "#4a9ad0"),
    "pot": (household.pot, "#b8683f", "#e8c87a"), "cauldron": (household.cauldron, "#7ac84a", "#4a4854"), "vase": (household.vase, "#4a7ab8", "#f0ead8"),
    "door": (household.door, "#8f5a30", "#8f8f98"), "gate": (household.gate, "#4a4854", "#8f8f98"), "sign": (household.sign, "#b8864a", "#7a6048"),
    "fence": (household.fence, "#a8743f", "#8f5a30"), "chair": (household.chair, "#b8763f", "#8f5a30"), "throne": (household.throne, "#a8323f", "#e3a62f"),
    "table": (household.table, "#a8703c", "#8f5a30"), "bed": (household.bed, "#4a6ab8", "#f4f2ea"), "shelf": (household.shelf, "#a8433f", "#3f6ab0"),
    "lamp": (household.lamp, "#f0d08a", "#8d9bb3"), "clock": (household.clock, "#b8863f", "#f0e2c0"), "bell": (household.bell, "#e3a62f", "#8a5a2a"),
    "candle": (household.candle, "#f4ead2", "#e3a62f"), "hat": (goods.hat, "#4b4a9e", "#e3a62f"), "boots": (goods.boots, "#8a5a38", "#c89a62"),
    "glove": (goods.glove, "#a86a3c", "#6b4028"), "armor": (goods.armor, "#8d9bb3", "#3f5fb0"), "helmet": (goods.helmet, "#8d9bb3", "#e3a62f"),
    "shield": (goods.shield_item, "#3f5fb0", "#e3a62f"), "anvil": (goods.anvil, "#6a7484", "#8f5a30"), "gear": (goods.gear, "#9a8a6a", "#6a5a42"),
    "battery": (goods.battery, "#e8b03a", "#4a4854"), "computer": (goods.computer, "#d8d0bc", "#3a6a8a"), "phone": (goods.phone, "#3a3d4a", "#3a6a8a"),
    "camera": (goods.camera, "#5a5d6a", "#8fd0e0"), "tv": (goods.tv, "#8f5a30", "#3a6a8a"), "machine": (goods.machine, "#7a8a94", "#e8833a"),
    "guitar": (goods.guitar_item, "#b8763f", "#6b4028"), "drum": (goods.drum_item, "#c8433b", "#e3a62f"), "horn": (goods.horn_item, "#e3a62f", "#b87a24"),
    "ball": (goods.ball, "#d8433b", "#f4f1ea"), "balloon": (goods.balloon, "#e2504a", "#f4cf4e"), "gift": (goods.gift, "#c8433b", "#f4cf4e"),
    "banner": (goods.banner, "#a8323f", "#e3a62f"), "tent": (buildings.tent, "#c8924a", "#8a5a38"), "house": (buildings.house, "#b3503a", "#e4d2b0"),
    "tower": (buildings.tower, "#8f8f98", "#4a5a94"), "well": (buildings.well, "#a8503a", "#8f8f98"), "statue": (buildings.statue, "#b0b0b8", "#8f8f98"),
    "gravestone": (buildings.gravestone, "#8f8f98", "#6c8a45"), "portal": (buildings.portal, "#8a4ae0", "#c8a0ff"), "checkpoint": (buildings.flagpole_checkpoint, "#d8433b", "#e3a62f"),
    "spring": (buildings.spring, "#d8433b", "#8d9bb3"), "spikes": (buildings.spikes, "#a0aab8", "#4a4854"), "lever": (buildings.lever, "#d8433b", "#8d9bb3"),
    # what is eaten, and what with
    "pineapple": (food.pineapple, "#e8a83a", "#4f9a3c"), "pear": (food.pear, "#c4cc4a", "#4f9a3c"), "lemon": (food.citrus, "#f4d83a", "#4f9a3c"),
    "orange": (food.orange, "#f0902e", "#4f9a3c"), "tomato": (food.tomato, "#dc3a30", "#4f9a3c"), "onion": (food.onion, "#c87a4a", "#e8c8a0"),
    "eggplant": (food.eggplant, "#6a3a8a", "#4f9a3c"), "corn": (food.corn, "#f4cc3e", "#6ab04a"), "broccoli": (food.broccoli, "#4a9a3e", "#a8cc6a"),
    "avocado": (food.avocado, "#8ab04a", "#6b4028"), "watermelon": (food.watermelon, "#e84a52", "#4f9a3c"), "hotdog": (food.hotdog, "#c8543a", "#f4c83a"),
    "croissant": (food.croissant, "#d8923e", "#a8662a"), "pancakes": (food.pancakes, "#dca050", "#a05a22"), "lollipop": (food.lollipop, "#f4f1ea", "#e8446a"),
    "popcorn": (food.popcorn, "#d8433b", "#f8ecd8"), "cupcake": (food.cupcake, "#f0a0c0", "#8a5a3a"), "chocolate": (food.chocolate, "#6e4026", "#b8343e"),
    "can": (food.can, "#d8343b", "#f4f1ea"), "wineglass": (food.wineglass, "#9a2440", "#e8eef4"), "shaker": (food.shaker, "#c8d8e0", "#f4f2ea"),
    "teapot": (food.teapot, "#5a8ac8", "#f0ead8"), "skillet": (food.pan, "#4a4854", "#f4f2ea"), "fork": (food.fork, "#b8c2d0", "#8d9bb3"),
    "spoon": (food.spoon, "#b8c2d0", "#8d9bb3"), "sushi": (food.sushi, "#f08a5a", "#f4f2ea"), "taco": (food.taco, "#e8b84a", "#4f9a3c"),
    # desk, wardrobe, street
    "lens": (devices.lens, "#bcd8e8", "#e3a62f"), "glasses": (devices.glasses, "#343848", "#2a2030"), "watch": (devices.watch, "#7a4a30", "#8d9bb3"),
    "tie": (devices.tie, "#b8303e", "#e8c04a"), "shirt": (devices.shirt, "#4a8ad0", "#f4f2ea"), "sneaker": (devices.sneaker, "#d8433b", "#f4f2ea"),
    "sock": (devices.sock, "#f0ece0", "#d8433b"), "backpack": (devices.backpack, "#4a7ab8", "#e3a62f"), "suitcase": (devices.suitcase, "#9a623a", "#d8b070"),
    "wallet": (devices.wallet, "#8a5632", "#6ab04a"), "bulb": (devices.bulb, "#fbe27a", "#8d9bb3"), "flashlight": (devices.flashlight, "#3a3d4a", "#fbe27a"),
    "telescope": (devices.telescope, "#a8543a", "#e3a62f"), "microscope": (devices.microscope, "#4a5468", "#e8ecf0"), "headphones": (devices.headphones, "#d8433b", "#4a4854"),
    "keyboard": (devices.keyboard, "#4a4854", "#f4f2ea"), "cursor": (devices.cursor, "#f4f2ea", "#2a2030"), "toaster": (devices.toaster, "#b8c4d0", "#c88a4a"),
    "scissors": (devices.scissors, "#d8433b", "#c8d2de"), "palette": (devices.palette, "#c89a62", "#d8433b"), "toothbrush": (devices.toothbrush, "#4ab0c8", "#f4f2ea"),
    "piano": (devices.piano, "#5a3626", "#f4f2ea"), "flute": (devices.flute, "#a8683a", "#e3a62f"), "harp": (devices.harp, "#e0aa3a", "#f4f2ea"),
    "joystick": (devices.joystick, "#d8433b", "#f4c83a"), "dish": (devices.dish, "#d8dee6", "#d8433b"), "trafficcone": (devices.cone, "#f0762e", "#f4f2ea"),
    "stopsign": (devices.stop, "#d02f35", "#f4f2ea"), "mailbox": (devices.mailbox, "#4a6ab8", "#d8433b"), "wheelbarrow": (devices.barrow, "#4f9a5a", "#6a4a34"),
    "skateboard": (devices.skateboard, "#4a8ad0", "#f4c83a"), "sled": (devices.sled, "#c8543a", "#8d9bb3"),
    # buildings and landmarks
    "lighthouse": (places.lighthouse, "#d8433b", "#f4f2ea"), "windmill": (places.windmill, "#a8503a", "#f4ead2"), "church": (places.church, "#4a5a8a", "#e4d2b0"),
    "barn": (places.barn, "#b83a34", "#f4f2ea"), "skyscraper": (places.skyscraper, "#5a7298", "#fbd86a"), "igloo": (places.igloo, "#dcecf6", "#2a2030"),
    "pyramid": (places.pyramid, "#d8b068", "#2a2030"), "bridge": (places.bridge, "#a8743f", "#6b3f24"), "fountain": (places.fountain, "#a8a8b2", "#4a9ad0"),
    "waterfall": (places.waterfall, "#4a9ad0", "#8f8f98"), "volcano": (places.volcano, "#6a6a76", "#f2732f"), "haystack": (places.haystack, "#e0b850", "#a8803a"),
    "bench": (places.bench, "#a8703c", "#4a4854"), "gargoyle": (places.gargoyle, "#8a8e9a", "#f0d03a"),
    # kitchen and bathroom, balls and toys, small tools
    "saw": (home.saw, "#b8763f", "#d4e0ee"), "basketball": (home.basketball, "#e8803a", "#2a2030"), "soccerball": (home.soccer, "#f4f2ea", "#2a2030"),
    "fridge": (home.fridge, "#c4d2dc", "#8d9bb3"), "oven": (home.oven, "#d8dce2", "#4a4854"), "sofa": (home.sofa, "#b8504a", "#6b3f24"),
    "anchor": (home.anchor, "#6a7890", "#8f5a30"), "cookie": (home.cookie, "#d09a54", "#6b4028"), "friedegg": (home.fried_egg, "#f8b82e", "#f4f2ea"),
    "rainbow": (home.rainbow, "#d8433b", "#4a9ad0"), "rope": (home.rope, "#c8a468", "#8a6a3c"), "magnet": (home.magnet, "#d8343b", "#f4f2ea"),
    "mirror": (home.mirror, "#a9c7d8", "#e3a62f"), "bathtub": (home.bathtub, "#e4ecf2", "#4a9ad0"), "toilet": (home.toilet, "#e8eef2", "#4a9ad0"),
    "violin": (home.violin, "#b8622e", "#6b3a1e"), "kite": (home.kite, "#d8433b", "#f4c83a"), "bolt": (home.bolt, "#f8d03a", "#fff0a0"),
    # dungeon and market
    "padlock": (wares.padlock, "#e0a838", "#8d9bb3"), "hoard": (wares.hoard, "#8f5a30", "#e3a62f"), "mimic": (wares.mimic, "#8f5a30", "#d8433b"),
    "quiver": (wares.quiver, "#8a5632", "#e3a62f"), "sunflower": (wares.sunflower, "#f6c62c", "#7a4a28"), "oillamp": (wares.oil_lamp, "#e8ac34", "#d8433b"),
    "inkwell": (wares.inkwell, "#f4f1ea", "#33457a"),
    "acorn": (groceries.acorn, "#c8883e", "#7a5232"),
    # desk, wardrobe, shed
    "floppy": (keepsakes.floppy, "#3a4a7a", "#c8433b"), "gamepad": (keepsakes.gamepad, "#5a6078", "#d8433b"), "coffee": (keepsakes.coffee, "#f0ead8", "#b8563f"),
    "wateringcan": (keepsakes.watering_can, "#5a9a8a", "#8d9bb3"), "gasmask": (keepsakes.gas_mask, "#5f6a4a", "#8a8f78"),
    "wizardhat": (keepsakes.pointed_hat, "#4b4a9e", "#e3a62f"), "tophat": (keepsakes.tall_hat, "#33303e", "#c8353f"), "pearls": (keepsakes.pearls, "#f0e8e0", "#d8cfc4"),
    "castle": (keepsakes.castle, "#4a5a94", "#c8353f"),
    "gun": (guns.pistol, "#8d9bb3", "#4a4854"), "rifle": (guns.rifle, "#8d9bb3", "#4a4854"), "blaster": (guns.blaster, "#8d9bb3", "#e8433b"),
    "crossbow": (guns.crossbow, "#8f5a30", "#8d9bb3"),
    "badge": (goods.badge, "#e3a62f", "#3f5fb0"), "parcel": (goods.cushion_prop, "#b8864a", "#8f5a30"),
}  # fmt: skip
_HANGING: Final = frozenset({"cloud", "sun", "moon", "snowflake", "balloon", "orb"})


def _weapon(name: str) -> Draw:
    builder = WEAPONS[name]

    def draw(s: Scene, v: float) -> None:
        long = name in LONG
        size = 1.02 if long else 1.36
        f = Frame((-7.0, 8.0, 0.0) if not long else (-2.0, 14.0, 0.0), rz(-38), size).child((0, 0, 0), ry(74 + 10 * v))
        if name == "lantern":
            f = Frame((0, 16.0, 0), ry(20), 1.5)
        elif name in ("bow", "umbrella"):
            f = Frame((0, 15.0, 0), rz(-30), 1.2).child((0, 0, 0), ry(86))
        builder(s, f)

    return draw


@cache
def families() -> Mapping[str, Family]:
    table = {name: Family(name, draw, main, accent, name in _HANGING) for name, (draw, main, accent) in _DRAWS.items()}
    for name in WEAPONS:
        if name not in table:
            table[name] = Family(name, _weapon(name), "#c8433b", "#e8dcc8", True)
    return table


FAMILIES: Final = tuple(families())
_SMALL: Final = """
    acorn potion gem crystal ring amulet coin coins key book scroll crown trophy heart star orb mask skull bone feather bag bomb map compass egg medal
    hourglass dice mushroom cactus flower sapling leaf apple berry strawberry carrot pumpkin banana grapes bread meat cheese cake donut pizza
    burger icecream candy fish mug shell snowflake bucket pot vase bell candle hat boots glove helmet gear battery phone camera drum horn ball
    balloon gift pineapple pear lemon orange tomato onion eggplant corn broccoli avocado watermelon hotdog croissant pancakes lollipop popcorn
    cupcake chocolate can wineglass shaker teapot fork spoon sushi taco lens watch sneaker suitcase wallet bulb flashlight microscope keyboard
    scissors palette toothbrush flute harp joystick skateboard basketball soccerball anchor cookie friedegg rope magnet mirror violin kite
    padlock sunflower oillamp inkwell badge parcel floppy gamepad coffee wateringcan gasmask wizardhat tophat pearls crate sled sign log
"""
HOLDABLE: Final = frozenset(_SMALL.split())
"""Things that a hand or a mouth can hold."""


@cache
def _aliases() -> Mapping[str, str]:
    text = resources.files("makebelieve.art").joinpath("data/things.txt").read_text("utf-8")
    table = {name: name for name in FAMILIES}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            family, _, words = line.partition(":")
            for word in words.split():
                table.setdefault(word, family.strip())
    return table


# What stands for a thing that is in no family, by the category of the word table.
_BY_CATEGORY: Final[dict[str, str]] = {
    "plant": "bush",
    "food": "bread",
    "weapon": "sword",
    "treasure": "gem",
    "clothing": "hat",
    "container": "crate",
    "instrument": "guitar",
    "furniture": "table",
    "device": "machine",
    "rock": "rock",
    "hazard": "spikes",
    "celestial": "moon",
    "place": "house",
    "body": "bone",
    "communication": "scroll",
}


def family_of(noun: str, category: str | None = None) -> tuple[str, bool] | None:
    """The family of a thing, and whether the noun belongs to it; without a category, None for a noun of no family."""
    known = _aliases().get(noun)
    if known is not None:
        return known, True
    if category is None:
        return None
    return _BY_CATEGORY.get(category, "parcel"), False
