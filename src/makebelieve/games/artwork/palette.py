"""The colours that a game's cast is held to: ramps that depend on the theme alone, so that a new hero changes nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from makebelieve.art.color import RGB, mix, parse_hex, shifted, to_hex
from makebelieve.art.ramps import tones

_LOCAL: Final = (
    "#d8433b", "#ee8a3a", "#f2c14e", "#5aa443", "#2fa79a", "#3f78c9", "#7d4fa6", "#e07aa6", "#8f5a30", "#e3ad84", "#8d9bb3", "#d9cfb8",
)  # fmt: skip
"""Red, orange, yellow, green, teal, blue, violet, pink, wood, skin, steel, bone: a ramp of each."""
_TONES: Final = 4
_ENDS: Final = ("#fbf8ef", "#a9d8ff", "#1b1626", "#2c2440", "#3a2a28", "#14182c")
"""White, glass, and the darks that lines are made of."""
_CALM: Final = frozenset(("spooky", "dark", "sad", "tense", "mysterious"))
_AIR: Final = 0.07
"""How much of the place's own light is in every colour."""
LARGEST: Final = 64


def air_of(theme: Mapping[str, Any]) -> RGB:
    """The middle colour of the theme's palette: what the air of the place is tinted with."""
    colors = theme.get("palette") or ["#8899aa"]
    return parse_hex(colors[len(colors) * 3 // 5 if len(colors) > 2 else 0])


def cast_palette(theme: Mapping[str, Any]) -> tuple[str, ...]:
    """At most 64 `#rrggbb`: ramps of the colours that the author stated, else of twelve local colours in the air of the place."""
    if theme.get("palette_source") == "stated" and theme.get("palette"):
        colors = [tone for color in theme["palette"][:10] for tone in tones(parse_hex(color), 6)]
    else:
        air, chroma = air_of(theme), 0.88 if theme.get("mood") in _CALM else 1.0
        colors = [shifted(mix(tone, air, _AIR), chroma=chroma) for color in _LOCAL for tone in tones(parse_hex(color), _TONES)]
    ends = [parse_hex(color) for color in _ENDS]
    return tuple(dict.fromkeys(to_hex(color) for color in (*ends, *colors)))[:LARGEST]
