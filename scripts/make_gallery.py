"""Contact sheets of what `makebelieve.art` draws: build/gallery/index.html, and with --docs the pictures of the guide.

python scripts/make_gallery.py [--docs] [--seed 7]
"""

from __future__ import annotations

import argparse
import html
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from makebelieve import art
from makebelieve.art.items import FAMILIES
from makebelieve.art.tiles.isometric import place
from makebelieve.language.kinds import BIOMES

ROOT = Path(__file__).parents[1]
GROUND = (88, 96, 110, 255)
FOLK = [
    "knight",
    "wizard",
    "witch",
    "viking",
    "princess",
    "king",
    "ninja",
    "samurai",
    "pirate",
    "archer",
    "thief",
    "goblin",
    "orc",
    "skeleton",
    "zombie",
    "vampire",
    "mummy",
    "demon",
    "angel",
    "fairy",
    "dwarf",
    "elf",
    "robot",
    "astronaut",
    "chef",
    "farmer",
    "cowboy",
    "doctor",
    "detective",
    "policeman",
    "lich",
    "golem",
    "minotaur",
    "lizardman",
    "werewolf",
    "santa",
    "snowman",
    "scarecrow",
    "alien",
    "treant",
    "genie",
    "pharaoh",
    "superhero",
    "monk",
    "jester",
    "miner",
    "plumber",
    "diver",
]
MIXED = ["fox knight", "frog ninja", "owl wizard", "cat pirate", "skeleton chef", "robot cowboy", "bear astronaut", "zombie king", "girl with blue hair",
         "old man with a long beard", "knight with a green cape", "orc with a red hat and an axe"]  # fmt: skip
BEASTS = [
    "wolf",
    "fox",
    "cat",
    "lion",
    "tiger",
    "bear",
    "panda",
    "pig",
    "cow",
    "horse",
    "unicorn",
    "zebra",
    "deer",
    "giraffe",
    "elephant",
    "rabbit",
    "squirrel",
    "hedgehog",
    "turtle",
    "frog",
    "crocodile",
    "dinosaur",
    "griffin",
    "centaur",
    "hydra",
    "kraken",
    "mimic",
    "ant",
    "rooster",
    "bird",
    "owl",
    "duck",
    "chicken",
    "penguin",
    "parrot",
    "swan",
    "bat",
    "bee",
    "butterfly",
    "dragon",
    "slime",
    "ghost",
    "jellyfish",
    "snail",
    "beholder",
    "snake",
    "cobra",
    "spider",
    "beetle",
    "crab",
    "scorpion",
    "fish",
    "shark",
    "whale",
    "octopus",
    "seahorse",
]
MACHINES = [
    "drone",
    "mech",
    "car",
    "truck",
    "tank",
    "train",
    "motorbike",
    "ship",
    "sailboat",
    "submarine",
    "plane",
    "rocket",
    "ufo",
    "spaceship",
    "helicopter",
    "hot air balloon",
]
PALETTES = [None, "pico-8", "endesga-32", "sweetie-16", "nes", "game-boy"]


def contact(pictures: Sequence[Image.Image], columns: int, zoom: int = 2, gap: int = 2) -> Image.Image:
    """Pictures of one size in a grid."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGBA", (columns * (width + gap), rows * (height + gap)), GROUND)
    for i, picture in enumerate(pictures):
        sheet.alpha_composite(picture, (i % columns * (width + gap), i // columns * (height + gap)))
    return sheet.resize((sheet.width * zoom, sheet.height * zoom), Image.Resampling.NEAREST)


def stacked(pictures: Sequence[Image.Image], zoom: int = 2) -> Image.Image:
    """Sheets under each other."""
    sheet = Image.new("RGBA", (max(one.width for one in pictures), sum(one.height for one in pictures)), GROUND)
    y = 0
    for one in pictures:
        sheet.alpha_composite(one, (0, y))
        y += one.height
    return sheet.resize((sheet.width * zoom, sheet.height * zoom), Image.Resampling.NEAREST)


def sprites(prompts: Sequence[str], seed: int, size: int = 64, palette: str | None = None) -> list[Image.Image]:
    return [art.sprite(prompt, (size, size), seed, palette=palette).image for prompt in prompts]


def village(seed: int) -> Image.Image:
    """A small isometric map."""
    sheet = Image.new("RGBA", (900, 620), (40, 44, 60, 255))
    for y in range(6):
        for x in range(6):
            ground = "water" if x == 3 and y > 1 else "path" if y == 3 else "stone" if x < 2 and y < 2 else "grass"
            px, py = place(x, y)
            at = (385 + px, py - 30)
            sheet.alpha_composite(art.tile(ground, seed=seed).image, at)
            above = (at[0], at[1] - 24)
            if x == 0 and y in (4, 5):
                sheet.alpha_composite(art.tile("stone brick wall", "wall", seed, height=90).image, above)
            prop = {(5, 1): "tree", (2, 4): "treasure chest", (1, 1): "knight", (4, 0): "house"}.get((x, y))
            if prop:
                sheet.alpha_composite(art.tile(prop, "prop", seed).image, above)
    return sheet


def interface(theme: str, seed: int, palette: str | None = None) -> Image.Image:
    """What a kit makes: panels, buttons in their states, a dialogue, bars, hearts, slots, controls, icons and its sheet."""
    kit = art.ui.kit(theme, palette=palette, seed=seed)
    scene = Image.new("RGBA", (500, 184), (86, 108, 96, 255))

    def put(picture: Image.Image, x: int, y: int) -> int:
        scene.alpha_composite(picture, (x, y))
        return x + picture.width

    put(kit.panel(104, 90), 4, 4)
    put(kit.panel(104, 90, "panel-tiled"), 112, 4)
    put(kit.text(theme), 56 - kit.text(theme).width // 2, 42)
    put(kit.dialogue("Halt! Who goes there? Nobody crosses this bridge without the king's seal.", 212, speaker="Guard"), 4, 98)
    for n, state in enumerate(art.ui.STATES):
        put(kit.button(state.capitalize(), state, width=64), 224 + 68 * n, 4)
    put(kit.button("Options", icon="gear"), 224, 32)
    put(kit.button("", icon="pause"), 316, 32)
    put(kit.hearts(2.5, 5), 350, 36)
    put(kit.element("slider-track").stretched(56, 8), 436, 40)
    put(kit.element("slider-knob").image, 462, 36)
    for n, (kind, share) in enumerate((("health", 1.0), ("mana", 0.6), ("xp", 0.3), ("stamina", 0.04))):
        put(kit.bar(kind, 64, share), 224 + 68 * n, 62)
    for n, (slot, icon) in enumerate((("normal", "potion"), ("selected", "sword"), ("disabled", "lock"), ("normal", "coin"))):
        put(kit.element(f"slot-{slot}").image, 224 + 27 * n, 80)
        put(kit.element(f"icon-{icon}").image, 228 + 27 * n, 84)
    x = 336
    for name in ("checkbox-off", "checkbox-on", "radio-on", "switch-off", "switch-on", "arrow-left", "cursor", "cursor-hand"):
        x = put(kit.element(name).image, x, 85) + 3
    put(kit.panel(212, 56), 224, 124)
    put(kit.element("tab-active").stretched(48, 20), 236, 111)
    put(kit.element("tab-idle").stretched(48, 20), 288, 111)
    put(kit.text("Bag"), 250, 116)
    for n, name in enumerate(name for name in kit.names if name.startswith("icon-")):
        if n < 18:
            put(kit.element(name).image, 240 + n % 9 * 20, 134 + n // 9 * 18)
    return scene


def lettering() -> Image.Image:
    """The font in its variants."""
    sheet = Image.new("RGBA", (500, 64), (86, 108, 96, 255))
    words = "".join(one.character for one in art.ui.font().glyphs if one.character.isprintable())
    sheet.alpha_composite(art.ui.text(words, width=490), (5, 3))
    for n, variant in enumerate(art.ui.VARIANTS):
        sheet.alpha_composite(art.ui.text("Level 1: Año nuevo", variant=variant, color="#ffe07a", scale=1), (5 + 112 * n, 42))
    sheet.alpha_composite(art.ui.text("GAME OVER", variant="outlined", color="#ff6a5a", scale=2), (372, 36))
    return sheet


def sheets(seed: int) -> dict[str, tuple[str, Image.Image]]:
    """Name -> (title, picture) of every sheet."""
    clips = [("knight", "walk", "all"), ("wolf", "walk", "all")]
    action = [
        ("knight", "attack", "right"), ("viking", "attack", "down-right"), ("archer", "attack", "right"), ("wizard", "attack", "down"), ("hero", "jump", "right"),
        ("princess", "run", "right"), ("orc", "death", "down-right"), ("wolf", "run", "right"), ("dragon", "attack", "right"), ("snake", "attack", "right"), ("slime", "walk", "down"),
    ]  # fmt: skip
    times = ("day", "dusk", "night", "dawn")
    return {
        "folk": ("Folk", contact(sprites(FOLK, seed), 12)),
        "mixed": ("Folk, as described", contact(sprites(MIXED, seed), 12)),
        "beasts": ("Creatures", contact(sprites(BEASTS, seed), 13)),
        "machines": ("Machines", contact(sprites(MACHINES, seed), 8)),
        "things": ("Things", contact(sprites(FAMILIES, seed, 48), 18)),
        "directions": ("Eight directions", stacked([art.animation(p, c, d, 8, seed=seed).sheet for p, c, d in clips], 1)),
        "action": ("Clips", stacked([art.animation(p, c, d, 8, seed=seed).sheet for p, c, d in action])),
        "sizes": ("16, 24, 32, 48, 64 px", stacked([contact(sprites(["knight", "wizard", "wolf", "dragon", "slime", "potion", "chest"], seed, size), 7, 1) for size in (16, 24, 32, 48, 64)], 3)),
        "palettes": ("Palettes: none, PICO-8, Endesga 32, Sweetie 16, NES, Game Boy", stacked([contact(sprites(["knight", "girl with blue hair", "wolf", "dragon", "snake", "potion", "tree"], seed, 64, name), 7, 1) for name in PALETTES])),
        "portraits": ("Portraits", contact([art.portrait(p, seed=seed).image for p in [*FOLK[:12], *MIXED[:6], "wolf", "dragon", "owl", "slime"]], 11)),
        "icons": ("Icons", contact([art.icon(p, (48, 48), seed, frame=f).image for p, f in zip(FAMILIES[:24], ["square", "round"] * 12, strict=True)], 12)),
        "tiles": ("Isometric tiles", village(seed)),
        "backdrops": ("Backdrops", contact([art.backdrop("x", (320, 180), seed, biome=b, time=times[(i + i // 4) % 4]).image for i, b in enumerate(BIOMES)], 4, 1)),
        "interfaces": ("Interfaces", stacked([*(interface(theme, seed) for theme in art.ui.THEMES), lettering()])),
        "interface-palettes": ("Interfaces in palettes: Game Boy, PICO-8, NES", stacked([interface("wood", seed, "game-boy"), interface("gothic", seed, "pico-8"), interface("sci-fi", seed, "nes")])),
    }  # fmt: skip


DOCS = ("folk", "beasts", "things", "action", "tiles", "backdrops", "palettes", "interfaces")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--docs", action="store_true", help="write the guide's pictures too")
    options.add_argument("--seed", type=int, default=7)
    wanted = options.parse_args()
    out = ROOT / "build" / "gallery"
    out.mkdir(parents=True, exist_ok=True)
    made = sheets(wanted.seed)
    parts = [
        "<!doctype html><meta charset=utf-8><title>Gallery</title><style>body{background:#30343f;color:#eee;font-family:sans-serif}img{image-rendering:pixelated;max-width:100%}</style>"
    ]
    for name, (title, picture) in made.items():
        picture.convert("RGB").save(out / f"{name}.png", optimize=True)
        parts.append(f"<h2>{html.escape(title)}</h2><img src={name}.png>")
        if wanted.docs and name in DOCS:
            target = ROOT / "docs" / "pictures" / f"art-{name}.png"
            picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)
            print(target.relative_to(ROOT), target.stat().st_size // 1024, "KiB")
    (out / "index.html").write_text("\n".join(parts), "utf-8")
    print((out / "index.html").relative_to(ROOT))


if __name__ == "__main__":
    main()
