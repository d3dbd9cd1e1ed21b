"""Colours of parts: what each rig's materials look like when nobody says, and materials made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from makebelieve.art.color import mix, parse_hex, shifted, to_hex, to_oklab
from makebelieve.art.ramps import Material, material

# Material -> tones and the rest; what is not listed is plain with four tones.
_FINISH: Final[dict[str, dict[str, Any]]] = {
    "skin": {"contrast": 0.85},
    "metal": {"count": 5, "surface": "metal", "thresholds": (0.20, 0.42, 0.66, 0.90)},
    "trim": {"surface": "metal"},
    "gold": {"surface": "metal"},
    "blade": {"thresholds": (0.15, 0.30, 0.5)},
    "blade2": {"contrast": 0.9, "thresholds": (0.25, 0.5, 0.8)},
    "dark": {"count": 3, "contrast": 0.4, "lined": False},
    "glow": {"surface": "gel"},
    "visor": {"surface": "gel"},
    "fire": {"surface": "gel"},
    "fur": {"count": 5, "contrast": 1.1},
    "cloth": {"count": 5},
    "cape": {"count": 5},
    "suit": {"count": 5},
    "paint": {"count": 5, "contrast": 1.05},
    "leaf": {"count": 5, "shift": 1.4},
    "belly": {"contrast": 0.95},
    "white": {"count": 3},
    "string": {"count": 3, "lined": False},
    "beltline": {"lined": False},
    "shade": {"lined": False},
    "stubble": {"lined": False},
    "spark": {"count": 3, "lined": False},
    "arc": {"count": 3, "contrast": 0.5, "surface": "flat", "lined": False},
    "nose": {"count": 3, "contrast": 0.7},
    "tongue": {"count": 3},
    "inner": {"count": 3},
    "glass": {"surface": "gel"},
    "gem": {"count": 5, "contrast": 1.2},
}
_FOLK: Final[dict[str, str]] = {
    "skin": "#f2b68e", "hair": "#8a4a25", "cloth": "#3f78c9", "cloth2": "#2f66cf", "shirt": "#e8dcc8", "trim": "#e3a62f", "legs": "#4a4a5a",
    "boot": "#5b3a2c", "belt": "#7d4c2d", "leather": "#7d4c2d", "metal": "#8d9bb3", "metal2": "#5d6b83", "gold": "#e3a62f", "dark": "#241d33",
    "plume": "#dc3f49", "cape": "#b7303f", "hat": "#4b4a9e", "hat2": "#3a3a6e", "hatband": "#e3a62f", "blade": "#d4e0ee", "blade2": "#8fa3bd",
    "wood": "#8a5a34", "horn": "#ebe2c8", "glow": "#6ad0e6", "gem": "#d8437f", "fur": "#8a6a4a", "suit": "#e8ecf0", "visor": "#2a4a8a",
    "accent": "#e8833a", "glass": "#8fd0e0", "mask": "#c03a35", "scarf": "#c8433b", "wrap": "#dccfa6", "beak": "#f0a63c", "stem": "#5a7a3a",
    "leaf": "#4f9a3c", "moss": "#6c8a45", "string": "#e8e0d0", "straw": "#d8b060", "paper": "#f4ead2", "fire": "#f2832f", "spark": "#fbe9a0",
    "wing": "#f4f1ea", "wing2": "#d0e0f0", "bone": "#5a3040", "nose": "#3a2a30", "belly": "#f0d8b8",
    "arc": "#e8f4ff",
}  # fmt: skip
_CREATURE: Final[dict[str, str]] = {
    "inner": "#d89a94", "nose": "#2a2430", "hoof": "#4a3c38", "horn": "#e8dcc0", "tongue": "#d85a6a", "gold": "#e3a62f", "beak": "#f0a63c",
    "beak2": "#d8862c", "leg": "#e0903a", "dark": "#2a2030", "leaf": "#4f9a3c", "white": "#f4f2ea", "glow": "#6ad0e6", "fire": "#f2832f",
    "spark": "#fbe9a0", "iris2": "#4f9a5a", "metal": "#8d9bb3", "glass": "#8fd0e6", "deck": "#b8894f", "sail": "#f0e6cc", "stem": "#5a7a3a",
    "string": "#e8e0d0", "siren": "#e0343c", "siren2": "#3a78e0",
}  # fmt: skip
INKS: Final[dict[str, str]] = {
    "pupil": "#2b1b2e",
    "white": "#ffffff",
    "iris": "#3f6fc4",
    "cheek": "#e89080",
    "mouth": "#a85a4a",
    "nose": "#3a2a30",
    "shine": "#bfe9ff",
}


def _moved(color: str, light: float) -> str:
    return to_hex(shifted(parse_hex(color), light=light))


def _between(one: str, other: str, share: float) -> str:
    return to_hex(mix(parse_hex(one), parse_hex(other), share))


def folk_colors(own: Mapping[str, str]) -> dict[str, str]:
    """All materials of the two-legged rig, with those derived from what is given."""
    colors = {**_FOLK, **own}
    for name, source, light in (
        ("beard", "hair", 0.0),
        ("shade", "skin", -0.10),
        ("stubble", "skin", -0.12),
        ("hat2", "hat", -0.08),
        ("metal2", "metal", -0.12),
        ("wing2", "wing", -0.06),
    ):
        if name not in own:
            colors[name] = _moved(colors[source], light)
    if "belly" not in own:
        colors["belly"] = _moved(colors["skin"], 0.06)
    return colors


def creature_colors(rig: str, main: str, second: str, third: str, own: Mapping[str, str]) -> dict[str, str]:
    """All materials of the other rigs from three colours of the thing, and what the table or the prompt says."""
    colors = {
        **_CREATURE,
        "fur": main,
        "belly": second,
        "mark": third,
        "tip": second,
        "mane": third,
        "ear": main,
        "limb": _moved(main, -0.08),
        "accent": _between(main, second, 0.6),
        "wing": _moved(main, -0.05),
        "wing2": third,
        "wingtip": third,
        "fin": _between(main, second, 0.45),
        "lip": _moved(main, 0.08),
        "ruff": second,
        "paint": main,
        "paint2": second,
    }
    if rig == "dragon":
        colors.update(wing=_between(main, second, 0.38), accent=_between(main, second, 0.66))
    elif rig == "bee":
        colors.update(mark=second, wing="#dce8f0", ruff=_between(main, "#fff0c0", 0.45))
    elif rig in ("butterfly", "dragonfly"):
        colors.update(wing=main if rig == "butterfly" else "#cfe6f0", mark=second, accent=third, fur=second if rig == "butterfly" else main)
    elif rig == "bat":
        colors.update(wing=_moved(main, -0.10), belly=_moved(main, 0.10), inner=third)
    elif rig == "bird":
        colors.update(wing=_moved(main, -0.06), wing2=_between(main, third, 0.6))
    elif rig in ("spider", "beetle", "ant", "scorpion", "mantis"):
        colors.update(mark=third if rig == "spider" else second, limb=_moved(main, -0.05), accent=third)
    elif rig in ("flame", "wisp"):
        colors.update(accent=_between(second, "#fff4c0", 0.3))
    elif rig in ("car", "truck", "bus", "tank", "motorbike", "tractor", "bulldozer", "bicycle"):
        colors.update(paint2=_moved(main, -0.14) if rig != "truck" else "#e8e4da", glow="#fbe9a0", deck=third)
    elif rig in ("ship", "sailboat", "rowboat"):
        colors.update(sail=second, paint2=third, accent="#c8433b")
    elif rig == "fighter":
        colors.update(glow="#7af06a")
    elif rig == "eyeball":
        colors.update(iris2=second)
    colors.update(own)
    if "limb" not in own and "limb" in colors and rig == "quadruped":
        colors["limb"] = own.get("limb", third)
    for name, source, light in (("beltline", "belly", -0.09), ("tip", "belly", 0.0)):
        if name not in own:
            colors[name] = _moved(colors[source], light)
    return colors


def carved(rig: str, colors: Mapping[str, str], main: str) -> dict[str, str]:
    """A being's colours as if it were cut from one piece of the colour `main`: of its own only a little of light and dark is left."""
    if rig == "folk":
        whole = folk_colors({name: color for name, color in colors.items() if not name.startswith("_")})
    else:
        own = {name: color for name, color in colors.items() if not name.startswith("_")}
        whole = creature_colors(rig, colors["_main"], colors["_second"], colors["_third"], own)
    return {
        name: _moved(main, 0.3 * (to_oklab(parse_hex(color))[0] - to_oklab(parse_hex(main))[0]))
        for name, color in {**INKS, **whole, **colors}.items()
    }


def made(colors: Mapping[str, str], *, most: int = 6, surfaces: Mapping[str, str] | None = None) -> dict[str, Material]:
    """Materials by name; at most `most` tones each. `surfaces` gives some another surface (a golden dragon)."""
    result = {}
    for name, color in colors.items():
        finish = dict(_FINISH.get(name, {}))
        count = min(most, int(finish.pop("count", 4)))
        thresholds = finish.pop("thresholds", None)
        if thresholds is not None and len(thresholds) == count - 1:
            finish["thresholds"] = thresholds
        if surfaces and name in surfaces:
            finish["surface"] = surfaces[name]
        result[name] = material(color, count, **finish)
    return result
