"""What a prompt was understood to say: everything a picture is drawn from, as plain data."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

DIRECTIONS: Final = ("down", "down-right", "right", "up-right", "up", "up-left", "left", "down-left")
"""In the order of sheets: clockwise as seen on the canvas, the first looks at the viewer."""
YAWS: Final[dict[str, float]] = {name: 45.0 * i for i, name in enumerate(DIRECTIONS)}
CLIPS: Final = ("idle", "walk", "run", "attack", "jump", "death", "hurt", "custom")
VIEWS: Final[dict[str, float]] = {"side": 12.0, "top-down": 34.0, "isometric": 30.0}
"""View angle of a project -> how far the camera looks down, degrees."""
FRAMES: Final[dict[str, int]] = {"idle": 4, "walk": 8, "run": 8, "attack": 6, "jump": 6, "death": 6, "hurt": 3, "custom": 8}

Direction = Literal["down", "down-right", "right", "up-right", "up", "up-left", "left", "down-left"]
View = Literal["side", "top-down", "isometric"]
Outline = Literal["color", "black", "none"]


class SpriteSpec(BaseModel):
    """A sprite's specification. Equal specifications and seeds draw equal bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: str
    seed: int
    subject: str
    """The word the picture is of."""
    kind: Literal["being", "thing"]
    family: str
    """Rig of a being (folk, quadruped, bird, slime …), family of a thing (potion, chest …)."""
    archetype: str
    """humanoid_biped, quadruped, winged, amorphous, serpentine; ours: crawler, swimmer, vehicle, item."""
    entry: str = ""
    """The being's entry in the tables."""
    changes: dict[str, Any] = Field(default_factory=dict)
    """Field of the rig's shape -> value, over the entry's."""
    colors: dict[str, str] = Field(default_factory=dict)
    """Material or ink -> #rrggbb."""
    held: dict[str, str] = Field(default_factory=dict)
    """Material -> #rrggbb of the thing that a being holds (`changes["held"]`), if it holds one."""
    surfaces: dict[str, str] = Field(default_factory=dict)
    """Material -> surface, where a being is made of metal, gel …"""
    base: str = ""
    """What it stands on: pedestal, grass, sand, snow, stone …; "none" also takes away the ground that a thing brings along."""
    variant: float = 0.0
    """0-1: which of a thing's shapes."""
    stated: list[str] = Field(default_factory=list)
    """Names of colours and fields that the prompt itself set: variants leave them alone."""
    unmatched: list[str] = Field(default_factory=list)
    """Words of the prompt that changed nothing."""
    notes: list[str] = Field(default_factory=list)
