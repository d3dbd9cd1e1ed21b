"""Hand-made worlds."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

WORLDS = Path(__file__).parent / "made"


def made(name: str) -> dict[str, Any]:
    """A hand-made world under `made/`."""
    world: dict[str, Any] = json.loads((WORLDS / f"{name}.json").read_text(encoding="utf-8"))
    return world


@pytest.fixture
def lighthouse() -> dict[str, Any]:
    return copy.deepcopy(made("lighthouse"))
