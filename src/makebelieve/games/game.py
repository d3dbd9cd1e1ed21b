"""A finished game, as the library hands it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from makebelieve.language.draft import GameDraft
from makebelieve.language.kinds import Kind

Config = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Game:
    """`config` is a valid .raku file (schema 1.0). `draft` is what was understood, None for an imported file.

    `understood`: the draft as plain data with the note on the kind; `alternatives`: the three best kinds, each {kind, confidence, built}.
    `metadata`: {seed, kind, engine_version, core_hash, provider, …}. `past` and `future`: other states of this game, nearest last,
    for undo and redo.
    """

    config: Config
    draft: GameDraft | None = None
    understood: dict[str, Any] = field(default_factory=dict)
    alternatives: list[dict[str, Any]] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    past: tuple[Config, ...] = ()
    future: tuple[Config, ...] = ()

    @property
    def proof(self) -> dict[str, Any]:
        return cast(dict[str, Any], self.config["game"]["proof"])

    @property
    def proven(self) -> bool:
        return bool(self.proof["status"] == "proven")

    @property
    def kind(self) -> Kind:
        return cast(Kind, self.config["game"]["kind"])

    @property
    def title(self) -> str:
        return str(self.config["game"]["title"])
