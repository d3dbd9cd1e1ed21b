"""Pictures of a service outside for one generation: what it is asked for, and why it was not where it was not."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from makebelieve.art import Picture
from makebelieve.art.adoption import requested
from makebelieve.art.light import light_of
from makebelieve.art.palettes import chosen
from makebelieve.art.provider import ImageProvider
from makebelieve.kit.errors import ProviderFailed
from makebelieve.library.studio.bodies import directed

EMBEDDED: Final = "embedded"


@dataclass(slots=True)
class Asking:
    """The pictures of one generation. After the first failure, or when `patience` seconds are over, it is not asked again."""

    provider: ImageProvider | None
    patience: float
    fallback: str | None = None
    names: list[str] = field(default_factory=list)
    _end: float = 0.0

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.patience

    def picture(self, asked: Mapping[str, Any], size: tuple[int, int], seed: int) -> Picture | None:
        """What the service draws; None where the embedded painter has to."""
        made = self._made(asked, size, seed)
        self.names.append(EMBEDDED if made is None or self.provider is None else self.provider.name)
        return made

    def _made(self, asked: Mapping[str, Any], size: tuple[int, int], seed: int) -> Picture | None:
        if self.provider is None or asked.get("embedded") or self.fallback is not None:
            return None
        self.fallback = _beyond(asked) or ("there was no time left" if time.monotonic() >= self._end else None)
        if self.fallback is not None:
            return None
        try:
            return requested(self.provider, _words(asked), size, seed, chosen(asked["style"].get("palette")))
        except ProviderFailed as failure:
            self.fallback = str(failure)
            return None

    def said(self, asked: Mapping[str, Any]) -> dict[str, str | None]:
        """Who drew: the service's name if it drew every picture, `embedded` if any was drawn here."""
        wanted = EMBEDDED if self.provider is None or asked.get("embedded") else self.provider.name
        names = set(self.names) or {EMBEDDED}
        return {"name": names.pop() if len(names) == 1 else EMBEDDED, "asked": wanted, "fallback": self.fallback}


def _beyond(asked: Mapping[str, Any]) -> str | None:
    """What a service is not asked for, because it could not keep to it."""
    if asked["items"] or asked["type"] == "environment":
        return "packs and places are drawn here"
    if asked["reference"] is not None:
        return "it takes no reference picture"
    if (asked["style"].get("artStyle") or "pixel") != "pixel":
        return "it is asked for pixel style alone"
    if asked["skipBgRemoval"]:
        return "what it draws is cut out of its background"
    return None


def _words(asked: Mapping[str, Any]) -> str:
    light = light_of(asked["style"].get("light"))
    lit = f", lit from the {light.direction.replace('-', ' ')}" if light is not None else ""
    kind = {"character": ", a character", "item": ", an item"}.get(asked["type"], "")
    view = asked["style"].get("viewAngle")
    return directed(asked["prompt"], asked["style"]) + kind + (f", {view} view" if view else "") + lit
