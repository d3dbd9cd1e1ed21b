"""Music made elsewhere: what an outside model is asked, what it says it can, and how it fails. providers/ implements the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can. Lengths in seconds. `loops`: its files can be played round without a seam. `bpm`, `key`, `seed`: it has fields
    for them."""

    shortest: float
    longest: float
    loops: bool = False
    stems: bool = False
    bpm: bool = False
    key: bool = False
    seed: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What is asked for. `prompt` is one or more sentences; `key` like "D minor"; `duration` in seconds."""

    prompt: str
    duration: float
    seed: int
    bpm: int | None = None
    key: str | None = None

    def words(self, able: Capabilities) -> str:
        """The prompt, with tempo and key in words for a provider that knows no fields for them."""
        said = [self.prompt]
        if self.bpm is not None and not able.bpm:
            said.append(f"{self.bpm} BPM")
        if self.key is not None and not able.key:
            said.append(f"in {self.key}")
        return ", ".join(said)


class MusicProvider(Protocol):
    """A model outside that makes a recording from words."""

    @property
    def name(self) -> str: ...

    @property
    def capabilities(self) -> Capabilities: ...

    def make(self, brief: Brief) -> bytes:
        """A WAV, FLAC, OGG or MP3. Raises ProviderFailed."""
        ...
