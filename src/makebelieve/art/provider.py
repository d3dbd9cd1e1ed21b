"""Pictures made elsewhere: what an outside model is asked, and what it says it can. providers/ implements the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can. `transparent`: it draws on a transparent background when asked. `seed`: it has a field for it."""

    transparent: bool = False
    seed: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What is asked for. `aspect` is width by height of the picture wanted; its pixels are counted after it has come."""

    prompt: str
    seed: int
    aspect: float = 1.0

    def words(self, able: Capabilities) -> str:
        """The prompt, with the background in words for a provider that knows no field for it."""
        ground = "transparent background" if able.transparent else "on a plain flat white background"
        return f"{self.prompt}, pixel art game sprite, a single subject, centered, whole, {ground}, no text"


class ImageProvider(Protocol):
    """A model outside that draws a picture from words."""

    @property
    def name(self) -> str: ...

    @property
    def capabilities(self) -> Capabilities: ...

    def make(self, brief: Brief) -> bytes:
        """A PNG, JPEG or WebP of whatever size the provider draws. Raises ProviderFailed."""
        ...
