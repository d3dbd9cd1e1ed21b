"""Named palettes, and palettes from files: `.hex` (Lospec), `.gpl` (GIMP), `.pal` (JASC)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from makebelieve.art.color import RGB, parse_hex
from makebelieve.kit.errors import invalid

LARGEST = 64
_GIMP_HEAD: Final = re.compile(r"(Name|Columns):")

_LISTS: Final[dict[str, str]] = {
    "pico-8": """000000 1d2b53 7e2553 008751 ab5236 5f574f c2c3c7 fff1e8 ff004d ffa300 ffec27 00e436 29adff 83769c ff77a8 ffccaa""",
    "endesga-32": """be4a2f d77643 ead4aa e4a672 b86f50 733e39 3e2731 a22633 e43b44 f77622 feae34 fee761 63c74d 3e8948 265c42 193c3e
        124e89 0099db 2ce8f5 ffffff c0cbdc 8b9bb4 5a6988 3a4466 262b44 181425 ff0044 68386c b55088 f6757a e8b796 c28569""",
    "db16": """140c1c 442434 30346d 4e4a4e 854c30 346524 d04648 757161 597dce d27d2c 8595a1 6daa2c d2aa99 6dc2ca dad45e deeed6""",
    "db32": """000000 222034 45283c 663931 8f563b df7126 d9a066 eec39a fbf236 99e550 6abe30 37946e 4b692f 524b24 323c39 3f3f74
        306082 5b6ee1 639bff 5fcde4 cbdbfc ffffff 9badb7 847e87 696a6a 595652 76428a ac3232 d95763 d77bba 8f974a 8a6f30""",
    "sweetie-16": """1a1c2c 5d275d b13e53 ef7d57 ffcd75 a7f070 38b764 257179 29366f 3b5dc9 41a6f6 73eff7 f4f4f4 94b0c2 566c86 333c57""",
    "nes": """7c7c7c 0000fc 0000bc 4428bc 940084 a80020 a81000 881400 503000 007800 006800 005800 004058 000000 bcbcbc 0078f8
        0058f8 6844fc d800cc e40058 f83800 e45c10 ac7c00 00b800 00a800 00a844 008888 f8f8f8 3cbcfc 6888fc 9878f8 f878f8
        f85898 f87858 fca044 f8b800 b8f818 58d854 58f898 00e8d8 787878 fcfcfc a4e4fc b8b8f8 d8b8f8 f8b8f8 f8a4c0 f0d0b0
        fce0a8 f8d878 d8f878 b8f8b8 b8f8d8 00fcfc f8d8f8""",
    "game-boy": """0f380f 306230 8bac0f 9bbc0f""",
}
NAMES: Final = tuple(_LISTS)
_ALIASES: Final = {
    "pico8": "pico-8",
    "pico": "pico-8",
    "endesga32": "endesga-32",
    "edg32": "endesga-32",
    "endesga": "endesga-32",
    "dawnbringer": "db32",
    "dawnbringer-16": "db16",
    "dawnbringer-32": "db32",
    "sweetie16": "sweetie-16",
    "sweetie": "sweetie-16",
    "gameboy": "game-boy",
    "gb": "game-boy",
    "nintendo": "nes",
}

Palette = tuple[RGB, ...]


def named(name: str) -> Palette:
    """A built-in palette. Raises Problem (422) for a name that is none."""
    key = re.sub(r"[ _]+", "-", name.strip().lower())
    key = _ALIASES.get(key, key)
    if key not in _LISTS:
        raise invalid("palette", f"there is no palette {name!r}", NAMES)
    return custom(_LISTS[key].split())


def custom(colors: Sequence[str]) -> Palette:
    """A palette of 2-64 different `#rrggbb` colours, in their order. Raises Problem (422)."""
    try:
        parsed = tuple(dict.fromkeys(parse_hex(color) for color in colors))
    except ValueError as error:
        raise invalid("palette", str(error), ("#rrggbb",)) from None
    if not 2 <= len(parsed) <= LARGEST:
        raise invalid("palette", f"{len(parsed)} colours; a palette has 2 to {LARGEST}")
    return parsed


def read(text: str) -> Palette:
    """The palette of a `.hex`, `.gpl` or `.pal` (JASC) file's text; the format is told by its first line. Raises Problem (422).

    Microsoft's `.pal`, a RIFF file, is refused by its name; so is a JASC file that holds another number of colours than it says.
    """
    if text.startswith("RIFF"):
        raise invalid("palette", "this is a RIFF palette of Microsoft; save it as JASC-PAL", (".hex", ".gpl", ".pal of JASC"))
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    if not lines:
        raise invalid("palette", "the file is empty", (".hex", ".gpl", ".pal"))
    if lines[0].startswith("JASC-PAL"):
        if len(lines) < 3 or not re.fullmatch(r"[0-9]{1,6}", lines[2]):
            raise invalid("palette", "the third line of a JASC-PAL file is the number of its colours")
        if int(lines[2]) != len(lines) - 3:
            raise invalid("palette", f"the file says {int(lines[2])} colours and has {len(lines) - 3}")
        return custom([_of_triple(line) for line in lines[3:]])
    if lines[0].startswith("GIMP Palette"):
        rows = [line for line in lines[1:] if not line.startswith("#") and not _GIMP_HEAD.match(line)]
        return custom([_of_triple(line) for line in rows])
    return custom([line.split()[0] for line in lines if not line.startswith(";")])


def _of_triple(line: str) -> str:
    """`#rrggbb` of a line that begins with three channels, 0-255; what follows is a name, or JASC's opacity."""
    match = re.match(r"([0-9]{1,6})\s+([0-9]{1,6})\s+([0-9]{1,6})(?:\s|$)", line)
    if match is None:
        raise invalid("palette", f"not a colour: {line[:40]!r}", ("RED GREEN BLUE",))
    channels = [int(part) for part in match.groups()]
    if max(channels) > 255:
        raise invalid("palette", f"a channel of {line[:40]!r} is over 255")
    return "#{:02x}{:02x}{:02x}".format(*channels)


def chosen(palette: str | Sequence[str] | None) -> Palette | None:
    """What a request's `palette` field means: a name, a list of colours, or none."""
    if palette is None:
        return None
    return named(palette) if isinstance(palette, str) else custom(palette)
