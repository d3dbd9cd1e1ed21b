"""The published schema, and the rules by which it may change (spec/smworld-compatibility.md)."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from makebelieve import worlds
from makebelieve.worlds.schema import SCHEMA
from makebelieve.worlds.standard import readable, violations

SPEC = Path(__file__).resolve().parents[2] / "spec"
MINIMAL: dict[str, Any] = {
    "id": "w",
    "name": "W",
    "entrance": {"state": "a"},
    "scene": {"states": {"a": {"base": "A room.", "camera": {"static": "s", "dynamic": "d"}}}, "events": []},
}


def put(world: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy with `value` at a dotted path; an empty list takes it as its only member."""
    world = copy.deepcopy(world)
    target: Any = world
    *steps, last = path.split(".")
    for step in steps:
        target = target[step]
    if isinstance(target, list):
        target.insert(int(last), value)
    else:
        target[last] = value
    return world


def test_the_published_file_is_the_schema_in_use() -> None:
    assert json.loads((SPEC / "smworld-1.0.schema.json").read_text(encoding="utf-8")) == SCHEMA == worlds.SCHEMA


def test_a_world_with_every_field_is_valid(lighthouse: dict[str, Any]) -> None:
    assert violations(MINIMAL) == []
    assert violations(lighthouse) == []


EVENT = {"name": "e", "kind": "override", "from": ["a"]}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("entrance", {}, "entrance.state: required string"),
        ("scene.states.a.camera", None, "scene.states.a.camera: None is not of type 'object'"),
        ("scene.states.a.camera", {"static": "s"}, "scene.states.a.camera.dynamic: required string"),
        ("scene.states.a", {"base": "x"}, "scene.states.a.camera: required { static, dynamic } strings"),
        ("scene.states.a.base", 3, "scene.states.a.base: 3 is not of type 'string'"),
        ("scene.states.a.ambient", ["x", 1], "scene.states.a.ambient[1]: 1 is not of type 'string'"),
        ("scene.states.a.ending", {"kind": "draw", "title": "t"}, "scene.states.a.ending.kind: 'draw' is not one of win, lose"),
        ("scene.states.a.ending", {"kind": "win"}, "scene.states.a.ending.title: required string"),
        ("scene.states.a.variants", [{"label": "b"}], "scene.states.a.variants[0].base: required string"),
        ("scene.states.a.autopilot", {"movement": "up"}, "scene.states.a.autopilot.movement: 'up' is not one of forward, back,"),
        ("scene.states.a.autopilot", {"lookVertical": "left"}, "'left' is not one of up, down"),
        ("scene.events.0", {"name": "e", "kind": "jump", "from": ["a"]}, "'jump' is not one of transition, override, terminal"),
        ("scene.events.0", {"kind": "override", "from": ["a"]}, "scene.events[0].name: required"),
        ("scene.events.0", {**EVENT, "from": "a"}, "scene.events[0].from: 'a' is not of type 'array'"),
        ("scene.events.0", {**EVENT, "hotkey": 1}, "scene.events[0].hotkey"),
        ("scene.events.0", {**EVENT, "anchor": {}}, "scene.events[0].anchor.label: required string"),
        ("scene.events.0", {**EVENT, "phases": [{}]}, "scene.events[0].phases[0].base: required string"),
        ("scene.events.0", {**EVENT, "landWhen": {"minLuminance": 256}}, "256 is greater than the maximum of 255"),
        ("scene.events.0", {**EVENT, "landWhen": {"minExtent": 1.5}}, "1.5 is greater than the maximum of 1"),
        ("scene.events.0", {**EVENT, "landWhen": {"hits": 0}}, "0 is less than the minimum of 1"),
        ("scene.events.0", {**EVENT, "waypoint": {"label": "x"}}, "scene.events[0].waypoint.distanceM: required number"),
        ("scene.events.0", {**EVENT, "terminal": {}}, "scene.events[0].terminal.persona: required string"),
        ("scene.events.0", {**EVENT, "terminal": {"persona": "p", "facts": [{}]}}, "facts[0].text: required string"),
        ("scene.events", [EVENT, EVENT], "scene.events[1].name: 'e' is used twice"),
        ("missions", [{"id": "m", "title": "M"}], "missions[0].objectives: required array"),
        ("missions", [{"id": "m", "title": "M", "objectives": [{"id": "o"}]}], "missions[0].objectives[0].text: required string"),
        (
            "missions",
            [{"id": "m", "title": "M", "objectives": [{"id": "o", "text": "t", "fail": {"name": "n"}}]}],
            "missions[0].objectives[0].fail.action: required string",
        ),
        ("sequences", [{"id": "s", "title": "S", "beats": [{"state": "a", "dwell": "long"}]}], "sequences[0].beats[0].dwell"),
        ("story", {}, "story.logline: required string"),
        ("story", {"logline": "l", "beats": [{}]}, "story.beats[0].summary: required string"),
        ("cutscenes", [{"id": "c", "video": "v", "from": "a"}], "cutscenes[0].to: required string"),
        ("outro", {"video": "v"}, "outro.flag: required string"),
        ("schemaVersion", "2.0", "schemaVersion: '2.0' does not match"),
    ],
)
def test_a_violation_names_its_path(path: str, value: object, said: str) -> None:
    found = worlds.check(put(MINIMAL, path, value))
    assert any(said in one.message for one in found), [one.message for one in found]
    assert {(one.lint, one.severity) for one in found} == {("schema", "error")}


@pytest.mark.parametrize("missing", ["id", "name", "scene"])
def test_what_a_world_must_have(missing: str) -> None:
    world = {key: value for key, value in MINIMAL.items() if key != missing}
    assert [one.path for one in violations(world)] == [missing]


@pytest.mark.parametrize("thing", [None, 3, [], "x"])
def test_what_is_no_object_is_no_world(thing: Any) -> None:
    assert [one.path for one in worlds.check(thing)] == ["$"]


def groups(schema: Any) -> list[dict[str, Any]]:
    found = []
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            found.append(schema)
        for value in schema.values():
            found += groups(value)
    elif isinstance(schema, list):
        for value in schema:
            found += groups(value)
    return found


def test_rule_c4_every_object_is_open() -> None:
    assert len(groups(SCHEMA)) > 25
    assert [one for one in groups(SCHEMA) if one.get("additionalProperties") is False or "maxProperties" in one] == []


def open_everywhere(value: Any) -> Any:
    """The value with an unknown key in each of its objects, but for the map of states, whose keys are ids."""
    if isinstance(value, list):
        return [open_everywhere(one) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {key: open_everywhere(one) for key, one in value.items()}
    return inside if "jetty" in inside else inside | {"x-later": {"n": [1, None]}}


def test_rule_c3_a_world_of_a_later_minor_version_reads(lighthouse: dict[str, Any]) -> None:
    later = open_everywhere(lighthouse) | {"schemaVersion": "1.7"}
    assert json.dumps(later).count("x-later") > 60
    assert worlds.check(later) == worlds.check(lighthouse)
    assert (readable("1.0"), readable("1.7"), readable("1.12")) == (True, True, True)
    assert (readable("2.0"), readable("0.9"), readable("1"), readable("1.x")) == (False, False, False, False)


def test_rule_c2_a_minor_version_that_only_adds_takes_old_worlds(lighthouse: dict[str, Any]) -> None:
    """What a 1.1 may do: new optional fields. Worlds of 1.0 stay valid under it, and its worlds under 1.0."""
    newer = copy.deepcopy(SCHEMA)
    newer["properties"]["weather"] = {"type": "string"}
    newer["$defs"]["event"]["properties"]["cooldownMs"] = {"type": "number"}
    reader = jsonschema.Draft202012Validator(newer)
    assert list(reader.iter_errors(lighthouse)) == []
    lighthouse["weather"] = "storm"
    lighthouse["scene"]["events"][0]["cooldownMs"] = 250
    assert list(reader.iter_errors(lighthouse)) == []
    assert violations(lighthouse) == []


def test_rule_c6_fields_without_meaning_are_typed() -> None:
    for name, good, bad in [
        ("narrate", True, "yes"),
        ("introVideo", "a.mp4", 1),
        ("introStatic", False, 0),
        ("subject", "s", []),
        ("styleTail", "t", {}),
    ]:
        assert violations({**MINIMAL, name: good}) == []
        assert [one.path for one in violations({**MINIMAL, name: bad})] == [name]


def test_the_rules_are_numbered_without_gaps() -> None:
    rules = re.findall(r"^- \*\*C(\d+)\*\*", (SPEC / "smworld-compatibility.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rules == [str(n) for n in range(1, len(rules) + 1)]
