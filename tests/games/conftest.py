"""One engine host for all game tests, and the three games that edit sentences speak of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from makebelieve.engine import Engine, open_engine
from makebelieve.games import Game, generate
from makebelieve.games.hosting import EngineFacts, kinds_of

HERE = Path(__file__).parent
SMALL = {"levels": 2, "length": 0.5}


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    host = open_engine()
    yield host
    host.close()


@pytest.fixture(scope="session")
def facts(engine: Engine) -> EngineFacts:
    return kinds_of(engine)


@pytest.fixture(scope="session")
def skeletons() -> dict[str, Any]:
    """Configs without levels: a platformer, a shooter, a dungeon."""
    data: dict[str, Any] = json.loads((HERE / "edits" / "games.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="session")
def fox(engine: Engine) -> Game:
    """A small proven platformer."""
    return generate(
        "a tiny red fox jumps through a forest, avoiding bats and slimes, collecting coins", 7, preferences=SMALL, engine=engine
    )
