"""What a kit looks like: its colours, the profile of its corners, the bands of its frames; and the words that mean it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from makebelieve.language import COLOR_WORDS, tag, tokenise

Band = tuple[str, int, int]
"""Ramp, its tone (0 dark - 4 light) where the light falls (left and top), and on the other side. Ramp `line` has one colour."""
LINE: Final[Band] = ("line", 0, 0)


@dataclass(frozen=True, slots=True)
class Theme:
    """A look. Colours are `#rrggbb`, one a ramp."""

    name: str
    words: str
    """Set apart by spaces."""
    colors: Mapping[str, str]
    """Of the ramps `face` (what text stands on), `frame`, `trim`, `button`, `accent`, `well` (what is sunken), `ink` (text)."""
    line: str
    corner: tuple[int, ...]
    """Pixels that each of the first rows lacks at either end: (0,) is square, (2, 1) cut, (4, 2, 1, 1) round."""
    small: tuple[int, ...]
    """The same for buttons, slots and other small plates."""
    panel: tuple[Band, ...]
    button: tuple[Band, ...]
    well: tuple[Band, ...]
    ornament: str
    texture: str
    margin: int = 0
    """Pixels that a panel's ornaments stand out of its plate."""
    flat: bool = False
    """Icons and buttons without light and shade."""
    recolor: tuple[str, ...] = ("button", "frame")
    """Ramps that take the prompt's first colour; `accent` takes the second, or also the first where it is named here."""
    contrast: float = 1.0
    shift: float = 1.0
    face_tone: int = 2
    speck: str = "face"
    """Ramp of the darker marks of the texture."""


_ROUND: Final = (5, 3, 2, 1, 1)
THEMES: Final[tuple[Theme, ...]] = (
    Theme(
        "stone",
        "stone rock castle dungeon fortress ruin cave knight medieval dwarf dwarven granite rocky mossy temple",
        {
            "face": "#4b4f5e",
            "frame": "#8b8f9c",
            "trim": "#b9853f",
            "button": "#7f8595",
            "accent": "#e8b23a",
            "well": "#33353f",
            "ink": "#f4efe2",
        },
        "#1d1b26",
        (2, 1),
        (1,),
        (LINE, ("frame", 4, 2), ("frame", 3, 2), ("frame", 2, 1), ("frame", 1, 3), LINE),
        (LINE, ("button", 4, 1), ("button", 3, 1)),
        (LINE, ("frame", 3, 2), ("well", 0, 1)),
        "block",
        "bricks",
        contrast=1.0,
    ),
    Theme(
        "wood",
        "wood wooden fantasy oak tavern village farm cozy rustic plank forest rpg adventure pirate ship log hunter viking",
        {
            "face": "#6b452c",
            "frame": "#9a6236",
            "trim": "#e0a83c",
            "button": "#b87a42",
            "accent": "#7ab648",
            "well": "#3e281c",
            "ink": "#fdf0d0",
        },
        "#2a1712",
        (2, 1),
        (2, 1),
        (LINE, ("frame", 4, 2), ("frame", 3, 2), ("frame", 2, 1), ("frame", 1, 1), LINE),
        (LINE, ("button", 4, 1), ("button", 3, 1)),
        (LINE, ("frame", 3, 2), ("well", 0, 1)),
        "bracket",
        "planks",
    ),
    Theme(
        "sci-fi",
        "sci-fi scifi space spaceship futuristic future cyber cyberpunk neon robot tech hologram holographic alien mech galaxy laser hud",
        {
            "face": "#12263f",
            "frame": "#35557c",
            "trim": "#9fb6cc",
            "button": "#22558a",
            "accent": "#3fe0f0",
            "well": "#0b1626",
            "ink": "#d8fbff",
        },
        "#070d18",
        (5, 4, 3, 2, 1),
        (3, 2, 1),
        (LINE, ("frame", 3, 1), ("frame", 2, 1), LINE, ("accent", 2, 1)),
        (LINE, ("accent", 2, 1), ("button", 3, 1)),
        (LINE, ("frame", 2, 2), ("well", 0, 0)),
        "circuit",
        "grid",
        recolor=("accent", "frame", "button", "face"),
    ),
    Theme(
        "parchment",
        "parchment paper scroll map book letter papyrus quest journal storybook wizard old ancient treasure sepia vellum",
        {
            "face": "#e6cf9c",
            "frame": "#b98a52",
            "trim": "#7a4a28",
            "button": "#d9b878",
            "accent": "#b23a2e",
            "well": "#c4a068",
            "ink": "#46281a",
        },
        "#40261a",
        (4, 2, 2, 1, 0, 1),
        (2, 1),
        (LINE, ("frame", 3, 1), ("face", 1, 1), ("face", 3, 2)),
        (LINE, ("button", 4, 1), ("button", 3, 1)),
        (LINE, ("well", 1, 2)),
        "scroll",
        "fibres",
        face_tone=3,
        contrast=0.85,
    ),
    Theme(
        "candy",
        "candy sweet sugar cute kawaii pink bubblegum cartoon toy kids child casual pastel cake ice-cream princess match-3 lollipop jelly",
        {
            "face": "#ffe8cc",
            "frame": "#f478a8",
            "trim": "#ffffff",
            "button": "#58c4ee",
            "accent": "#ffc83c",
            "well": "#f8c8d4",
            "ink": "#7a2c5c",
        },
        "#7c2a5e",
        _ROUND,
        (4, 2, 1, 1),
        (LINE, ("frame", 4, 1), ("frame", 3, 2), ("frame", 2, 2), ("frame", 2, 2), ("frame", 1, 3), ("face", 1, 3)),
        (LINE, ("button", 4, 1), ("button", 3, 1), ("button", 3, 2)),
        (LINE, ("frame", 2, 3), ("well", 1, 2)),
        "gloss",
        "dots",
        shift=1.3,
        speck="well",
        contrast=0.9,
    ),
    Theme(
        "gothic",
        "gothic dark vampire horror blood bloody souls grim cursed undead demon hell necromancer cathedral spooky halloween witch haunted evil",
        {
            "face": "#2a1a26",
            "frame": "#4c4654",
            "trim": "#9a94a4",
            "button": "#5c2434",
            "accent": "#c22a3a",
            "well": "#150e16",
            "ink": "#e8dccc",
        },
        "#0c080e",
        (1,),
        (2, 1),
        (LINE, ("frame", 4, 2), ("frame", 2, 1), LINE, ("trim", 2, 1), LINE),
        (LINE, ("trim", 3, 1), ("button", 1, 1), ("button", 3, 1)),
        (LINE, ("trim", 2, 1), ("well", 0, 1)),
        "spike",
        "damask",
        margin=3,
        recolor=("accent", "button", "face"),
    ),
    Theme(
        "minimal",
        "minimal minimalist flat simple clean modern plain monochrome puzzle menu abstract mobile app",
        {
            "face": "#2b2f3a",
            "frame": "#4a5060",
            "trim": "#8a92a4",
            "button": "#3d4454",
            "accent": "#5aa9e6",
            "well": "#1e212a",
            "ink": "#f2f4f8",
        },
        "#14161c",
        (2, 1),
        (2, 1),
        (("frame", 2, 2),),
        (("button", 2, 2),),
        (("frame", 2, 2),),
        "none",
        "none",
        flat=True,
        recolor=("accent",),
        shift=0.4,
    ),
)
NAMES: Final = tuple(theme.name for theme in THEMES)
DEFAULT: Final = "wood"
_MATERIALS: Final[dict[str, Mapping[str, str]]] = {
    "gold": {"trim": "#f0b83a", "frame": "#c8922e"},
    "golden": {"trim": "#f0b83a", "frame": "#c8922e"},
    "silver": {"trim": "#c6cfda", "frame": "#98a2b0"},
    "iron": {"trim": "#787e8c", "frame": "#5a606e"},
    "steel": {"trim": "#a8b4c4", "frame": "#748296"},
    "bronze": {"trim": "#b87a3c", "frame": "#8e5c30"},
    "copper": {"trim": "#c8703c", "frame": "#9c5430"},
    "marble": {"frame": "#d4d2d8", "face": "#8c8c9a"},
    "sandstone": {"frame": "#d0a86a", "face": "#8a6a48"},
    "desert": {"frame": "#d0a86a", "face": "#8a6a48"},
    "mossy": {"frame": "#7c8f74", "accent": "#8ac04a"},
    "ice": {"frame": "#9cc8e6", "face": "#355c86", "trim": "#e8f6ff"},
    "icy": {"frame": "#9cc8e6", "face": "#355c86", "trim": "#e8f6ff"},
    "frozen": {"frame": "#9cc8e6", "face": "#355c86", "trim": "#e8f6ff"},
    "lava": {"frame": "#6a3a34", "face": "#3a1c1c", "accent": "#ff8a2a"},
    "fire": {"frame": "#6a3a34", "face": "#3a1c1c", "accent": "#ff8a2a"},
    "birch": {"frame": "#d6bc94", "face": "#9a7a58", "button": "#dcc49c"},
    "mahogany": {"frame": "#7a3426", "face": "#4a2018", "button": "#96452f"},
    "ebony": {"frame": "#403440", "face": "#2a222c", "button": "#54464e"},
    "light": {"face": "#f4f5f7", "frame": "#b4bac6", "button": "#dde1e8", "well": "#d4d8e0", "ink": "#262a34"},
    "white": {"face": "#f4f5f7", "frame": "#b4bac6", "button": "#dde1e8", "well": "#d4d8e0", "ink": "#262a34"},
}
"""What words of material recolour in any theme (`light` and `white` in the minimal one only)."""
_SILENT: Final = "a an the of with and for in my game games ui gui kit user interface hud pixel art style theme themed set panel panels button buttons menu menus window frame frames bar bars"


@dataclass(frozen=True, slots=True)
class Reading:
    """The theme a prompt means, and what was made of its words."""

    theme: Theme
    colors: tuple[str, ...] = ()
    """Stated colours, `#rrggbb`."""
    unmatched: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"theme": self.theme.name, "colors": list(self.colors), "unmatched": list(self.unmatched), "notes": list(self.notes)}


@dataclass(slots=True)
class _Found:
    score: dict[str, int] = field(default_factory=dict)
    colors: list[str] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)


def read_theme(prompt: str) -> Reading:
    """Theme, colours and materials of a prompt: the theme that most of its words mean, the first named on a tie; wood, and a note, for none.

    A stated colour replaces those of the theme's frame or accent; "pink" and "neon" are colours as well as words of a theme.
    """
    found = _Found()
    text = prompt.lower().replace("sci fi", "sci-fi").replace("science fiction", "sci-fi").replace("ice cream", "ice-cream")
    for part in text.split():
        for token in tag(tokenise(part)) if part.strip(".,;:!?\"'()") not in _KNOWN else ():
            _word(token.word, token.lemma or token.word, found)
        if part.strip(".,;:!?\"'()") in _KNOWN:
            word = part.strip(".,;:!?\"'()")
            _word(word, word, found)
    notes: list[str] = []
    best = max(found.score, key=lambda name: found.score[name], default="")
    if not best:
        # a prompt of materials or colours alone is no theme
        best = "stone" if found.materials else DEFAULT
        notes.append(f"no theme was named; {best} stands for it")
    theme = next(one for one in THEMES if one.name == best)
    colors = dict(theme.colors)
    for word in found.materials:
        if word not in ("light", "white") or theme.name == "minimal":
            colors.update(_MATERIALS[word])
    if found.colors:
        colors.update(dict.fromkeys(theme.recolor, found.colors[0]))
        if "face" in theme.recolor:
            colors["face"] = theme.colors["face"]
        if len(found.colors) > 1:
            colors["accent"] = found.colors[1]
    return Reading(replace(theme, colors=colors), tuple(found.colors), tuple(found.unmatched), tuple(notes))


def _word(word: str, lemma: str, found: _Found) -> None:
    if not word[:1].isalnum():
        return
    known = False
    for theme in THEMES:
        if {word, lemma} & set(theme.words.split()):
            found.score[theme.name] = found.score.get(theme.name, 0) + 1
            known = True
    if word in _MATERIALS:
        found.materials.append(word)
        known = True
    elif word in COLOR_WORDS:
        # "dark" and "white" look after themselves; pink alone is the candy theme's own colour
        if word != "pink" or found.score.get("candy", 0) == 0 or len(found.score) > 1:
            found.colors.append(COLOR_WORDS[word])
        known = True
    if not known and not {word, lemma} & set(_SILENT.split()):
        found.unmatched.append(word)


_KNOWN: Final = frozenset(word for theme in THEMES for word in theme.words.split() if "-" in word)
