"""The engine host that the library opens by itself when the caller brings none."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from makebelieve.engine import open_engine
from makebelieve.engine.protocol import Engine


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What the engine says about itself: `kinds` maps each built kind to {family, mechanics[], behaviors[]}."""

    version: str
    core_hash: str
    kinds: Mapping[str, Mapping[str, Any]]


class _Shared(threading.local):
    engine: Engine | None = None


_shared = _Shared()


def shared_engine() -> Engine:
    """This thread's host, opened on first use (hosts serve one thread at a time)."""
    if _shared.engine is None:
        _shared.engine = open_engine()
    return _shared.engine


def kinds_of(host: Engine) -> EngineFacts:
    """Ask the host what it is built with."""
    info = host.call("info")
    return EngineFacts(str(info["version"]), str(info["core_hash"]), info["kinds"])


def built_kinds(engine: Engine | None = None) -> tuple[str, ...]:
    """Kinds this installation can make."""
    return tuple(kinds_of(engine or shared_engine()).kinds)
