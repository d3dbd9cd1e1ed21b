"""Every field that generated games use is documented in spec/play-data.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from makebelieve.engine import Engine
from makebelieve.games import built_kinds
from makebelieve.games.design import DEFAULTS
from makebelieve.games.edits.apply_story import apply
from makebelieve.games.edits.plan import Plan
from makebelieve.games.edits.reader import read
from makebelieve.games.generation import finished
from makebelieve.games.hosting import EngineFacts
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.language import understand_game

# The first layout of each level, searched and judged hardly at all: only its fields matter here.
HASTY = {"budget": {"nodes": 1, "ticks": 1}, "attempts": 1, "repairs": 0, "botRuns": 0, "randomRuns": 0}
DOC = Path(__file__).resolve().parents[2] / "spec" / "play-data.md"
PROMPT = "a brave cat against bats, dogs and snipers in a castle, collecting fish, avoiding saw blades and lava"


def documented() -> dict[str, set[str]]:
    """Section -> fields named in the first column of its tables."""
    sections: dict[str, set[str]] = {}
    fields: set[str] = set()
    for line in DOC.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            fields = sections.setdefault(line.lstrip("# ").strip(), set())
        elif line.startswith("|"):
            fields |= set(re.findall(r"`([^`]+)`", line.split("|")[1]))
    return sections


def undocumented(config: dict[str, Any]) -> set[tuple[str, str]]:
    sections = documented()
    found: set[tuple[str, str]] = set()

    def look(section: str, data: dict[str, Any]) -> None:
        found.update((section, key) for key in data if key not in sections[section])

    game = config["game"]
    look("game", game)
    for name in ("design", "theme", "rules", "proof"):
        look(f"game.{name}", game.get(name, {}))
    for entity in config["entities"]:
        look("entities[]", entity["properties"])
    for scene in config["scenes"]:
        look("scenes[]", scene["properties"])
        level = scene["properties"].get("level", {})
        look("scenes[].properties.level", level)
        for spawn in level.get("spawns", []):
            look("spawns[]", spawn)
        for wave in level.get("waves", []):
            look("waves[]", wave)
    return found


@pytest.mark.parametrize("kind", built_kinds())
def test_every_field_of_a_generated_game_is_documented(kind: str, engine: Engine, facts: EngineFacts) -> None:
    wishes = {"kind": kind, "levels": 3, "boss": True, "mechanics": ["keys-doors", "power-ups", "upgrades", "springs", "moving-platforms"]}
    config = make_skeleton(understand_game(PROMPT), parse_preferences(wishes), facts.kinds, 1).config
    composed = finished(engine.call("compose", config=config, effort=HASTY)["config"])
    assert undocumented(composed) == set()


def test_fields_that_edits_write_are_documented(skeletons: dict[str, Any], facts: EngineFacts) -> None:
    plan = Plan.of(skeletons["fox"], facts.kinds)
    for operation in read("more bats, fewer slimes in level 2 and more coins in level 3 and a pastel palette", plan.before).operations:
        apply(plan, operation)
    assert "frequency" in plan.config["scenes"][1]["properties"]
    assert undocumented(plan.config) == set()


def test_the_design_is_documented_whole() -> None:
    assert set(DEFAULTS) == documented()["game.design"]


def test_a_missing_field_is_found() -> None:
    config = {
        "game": {"colour": 1},
        "entities": [{"properties": {"wings": 2}}],
        "scenes": [{"properties": {"level": {"spawns": [{"z": 1}]}}}],
    }
    assert undocumented(config) == {("game", "colour"), ("entities[]", "wings"), ("spawns[]", "z")}
