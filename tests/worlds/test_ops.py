"""Graph operations, merge patch and the diff."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from makebelieve import worlds
from makebelieve.worlds.ops import OPS

ROOM = {"base": "A room.", "camera": {"static": "s", "dynamic": "d"}}
Op = dict[str, Any]
MISSION = {
    "id": "rescue",
    "title": "Rescue the cat",
    "objectives": [
        {"id": "reach", "text": "Climb the mast.", "location": "mast", "grounded": {"target": "mast", "confirm": "crow's nest"}},
        {
            "id": "catch",
            "text": "Catch the cat.",
            "location": "mast",
            "outcome": "The cat sits on a shoulder.",
            "fail": {"name": "leap", "action": "A leap.", "outcome": "Grey water.", "title": "Wet"},
        },
    ],
}
# Every operation once: (operation, path of what it made or changed, its value after).
DONE: list[tuple[Op, str, Any]] = [
    ({"op": "add_state", "id": "attic", **ROOM}, "state[attic].base", "A room."),
    ({"op": "add_state", **ROOM}, "state[state_1].base", "A room."),
    ({"op": "update_state", "id": "hall", "patch": {"narration": "Dry at last.", "ambient": None}}, "state[hall].ambient", None),
    ({"op": "add_event", "kind": "override", "from": "hall", "name": "knock"}, "event[knock].from", ["hall"]),
    ({"op": "add_event", "kind": "terminal", "from": ["hall"]}, "event[event_1].kind", "terminal"),
    ({"op": "update_event", "name": "climb_stair", "patch": {"detail": "Slowly.", "hotkey": None}}, "event[climb_stair].hotkey", None),
    ({"op": "update_event", "name": "climb_stair", "patch": {"name": "ascend"}}, "event[ascend].to", "lantern_room"),
    ({"op": "delete_event", "name": "listen_to_gulls"}, "event[listen_to_gulls]", None),
    ({"op": "remove_event", "event": "listen_to_gulls"}, "event[listen_to_gulls]", None),
    ({"op": "set_entrance", "state": "hall", "image": {"src": "a.png"}}, "entrance", {"state": "hall", "image": {"src": "a.png"}}),
    (
        {"op": "add_variant", "state": "hall", "variant": {"label": "lit", "base": "Bright."}},
        "state[hall].variants",
        [{"label": "lit", "base": "Bright."}],
    ),
    ({"op": "remove_variant", "state": "jetty", "label": "calm"}, "state[jetty].variants", None),
    (
        {"op": "set_variant_field", "state": "jetty", "label": "calm", "field": "base", "value": "Flat."},
        "state[jetty].variants",
        [{"label": "calm", "base": "Flat."}],
    ),
    ({"op": "add_sequence", "sequence": {"id": "q", "title": "Q", "beats": [{"state": "hall"}]}}, "sequences.1.id", "q"),
    ({"op": "remove_sequence", "id": "way_up"}, "sequences", None),
    ({"op": "set_story", "story": {"logline": "New."}}, "story", {"logline": "New."}),
    ({"op": "add_story_beat", "beat": {"summary": "It rains."}}, "story.beats.1.summary", "It rains."),
    ({"op": "add_cutscene", "cutscene": {"id": "c", "video": "v", "from": "hall", "to": "study"}}, "cutscenes.1.to", "study"),
    ({"op": "set_narrate", "narrate": False}, "narrate", False),
    ({"op": "set_intro", "video": "b.mp4", "static": True}, "introVideo", "b.mp4"),
    ({"op": "set_outro", "outro": None}, "outro", None),
    ({"op": "set_subject", "subject": "an old keeper"}, "subject", "an old keeper"),
    ({"op": "set_field", "state": "hall", "field": "narration", "value": "Dry."}, "state[hall].narration", "Dry."),
    ({"op": "set_event_field", "event": "take_key", "field": "detail", "value": "Quick."}, "event[take_key].detail", "Quick."),
    ({"op": "add_transition", "name": "slide", "from": ["lantern_room"], "to": "hall"}, "event[slide].kind", "transition"),
    ({"op": "add_override", "name": "hum", "from": ["hall"]}, "event[hum].kind", "override"),
    ({"op": "rename_state", "id": "jetty", "to": "pier"}, "entrance.state", "pier"),
    (
        {"op": "set_state_ending", "state": "lit", "ending": {"kind": "win", "title": "Light"}},
        "state[lit].ending",
        {"kind": "win", "title": "Light"},
    ),
    ({"op": "set_event_kind", "event": "take_key", "kind": "transition", "to": "hall"}, "event[take_key].to", "hall"),
    ({"op": "set_event_kind", "event": "climb_stair", "kind": "override"}, "event[climb_stair].to", None),
    (
        {"op": "set_event_drive", "event": "climb_stair", "drive": {"movement": "forward"}},
        "event[climb_stair].drive",
        {"movement": "forward"},
    ),
    ({"op": "set_event_hotkey", "event": "climb_stair", "hotkey": "u"}, "event[climb_stair].hotkey", "u"),
    ({"op": "set_event_phases", "event": "climb_stair", "phases": [{"base": "Up."}]}, "event[climb_stair].phases", [{"base": "Up."}]),
    ({"op": "set_event_anchor", "event": "climb_stair", "label": "stair"}, "event[climb_stair].anchor", {"label": "stair"}),
    ({"op": "set_event_grants", "event": "climb_stair", "grants": ["up"]}, "event[climb_stair].grants", ["up"]),
    ({"op": "set_event_requires", "event": "climb_stair", "requires": ["oil"]}, "event[climb_stair].requires", ["oil"]),
    ({"op": "set_event_locked_hint", "event": "climb_stair", "lockedHint": "Steep."}, "event[climb_stair].lockedHint", "Steep."),
    ({"op": "add_mission", "mission": MISSION}, "event[catch].requires", ["reach"]),
]
REFUSED: list[tuple[Op, str, bool]] = [
    ({"op": "explode"}, "unknown operation; allowed: add_state", False),
    ({"op": "add_state", "id": "hall", **ROOM}, "there is a state 'hall' already", False),
    ({"op": "update_state", "id": "cave", "patch": {}}, "no state 'cave'", False),
    ({"op": "update_state", "id": "hall"}, "`patch` is required", False),
    ({"op": "delete_state", "id": "jetty"}, "still named by the entrance, event 'enter_lighthouse'", True),
    ({"op": "remove_state", "id": "lit"}, "still named by cutscene 'dawn_clip'", True),
    ({"op": "add_event", "name": "x", "kind": "transition", "from": ["hall"]}, "a transition needs `to`", False),
    ({"op": "add_event", "name": "x", "kind": "override", "from": ["hall"], "to": "jetty"}, "an override takes no `to`", False),
    ({"op": "add_event", "name": "x", "kind": "warp", "from": ["hall"]}, "`kind` must be one of transition, override, terminal", False),
    ({"op": "add_event", "name": "take_key", "kind": "override", "from": ["hall"]}, "there is an event 'take_key' already", False),
    ({"op": "add_event", "name": "x", "kind": "override"}, "`from` is required", False),
    ({"op": "update_event", "name": "fly", "patch": {}}, "no event 'fly'", False),
    ({"op": "update_event", "name": "take_key", "patch": {"name": "fill_can"}}, "there is an event 'fill_can' already", False),
    ({"op": "update_event", "name": "take_key", "patch": {"from": None}}, "`from` cannot be taken away", False),
    ({"op": "set_entrance", "state": "cave"}, "no state 'cave'", False),
    ({"op": "remove_variant", "state": "hall", "label": "calm"}, "no variant 'calm'", False),
    ({"op": "add_variant", "state": "jetty", "label": "calm", "base": "b"}, "has a variant 'calm' already", False),
    ({"op": "rename_state", "id": "hall", "to": "jetty"}, "there is a state 'jetty' already", False),
    ({"op": "remove_cutscene", "id": "dawn_clip"}, "still named by event 'light_lamp'", True),
    ({"op": "add_mission", "mission": {"id": "light", "title": "x", "objectives": []}}, "there is a mission 'light' already", False),
]


def at(world: dict[str, Any], path: str) -> Any:
    """The value at `state[x].field`, `event[x].field`, or a dotted path; None where there is nothing."""
    things: dict[str, Any] = {
        **world,
        **{f"state[{name}]": one for name, one in world["scene"]["states"].items()},
        **{f"event[{one['name']}]": one for one in world["scene"]["events"]},
    }
    value: Any = things
    for key in path.split("."):
        value = value[int(key)] if key.isdigit() else (value or {}).get(key)
    return value


@pytest.mark.parametrize(("op", "path", "value"), DONE, ids=[f"{op['op']}-{path}" for op, path, _ in DONE])
def test_an_operation_is_done(lighthouse: dict[str, Any], op: Op, path: str, value: Any) -> None:
    before = copy.deepcopy(lighthouse)
    done = worlds.apply_ops(lighthouse, [op])
    assert done.errors == []
    assert at(done.world, path) == value
    assert done.receipts[0]["op"] == op["op"]
    assert lighthouse == before
    assert not [one for one in worlds.check(done.world) if one.lint == "schema"]
    for unknown in ("x-author", "x-mood", "x-steps"):  # C5: unknown keys survive every operation
        assert json.dumps(done.world).count(unknown) == 1, unknown


def test_every_operation_is_tried() -> None:
    assert {op["op"] for op, *_ in DONE} | {op["op"] for op, *_ in REFUSED} == {*OPS, "explode"}


@pytest.mark.parametrize(("op", "why", "in_use"), REFUSED, ids=[f"{op['op']}-{why[:20]}" for op, why, _ in REFUSED])
def test_an_operation_is_refused(lighthouse: dict[str, Any], op: Op, why: str, in_use: bool) -> None:
    done = worlds.apply_ops(lighthouse, [{"op": "set_narrate", "narrate": False}, op])
    (error,) = done.errors
    assert str(error).startswith(f"ops[1] {op['op']}: ")
    assert why in str(error)
    assert error.in_use is in_use
    assert done.world is lighthouse
    assert done.receipts == []


def test_a_batch_is_all_or_nothing_and_tells_every_error(lighthouse: dict[str, Any]) -> None:
    ops = [{"op": "delete_event", "name": "take_key"}, {"op": "set_entrance", "state": "x"}, {"op": "delete_event", "name": "y"}, "z"]
    done = worlds.apply_ops(lighthouse, ops)  # type: ignore[arg-type]
    assert [error.at for error in done.errors] == [1, 2, 3]
    assert done.world is lighthouse


def test_a_state_goes_once_nothing_names_it(lighthouse: dict[str, Any]) -> None:
    done = worlds.apply_ops(lighthouse, [{"op": "delete_event", "name": "walk_to_the_end"}, {"op": "delete_state", "id": "swept"}])
    assert done.errors == []
    assert "swept" not in done.world["scene"]["states"]


def test_a_renamed_state_is_renamed_everywhere(lighthouse: dict[str, Any]) -> None:
    world = worlds.apply_ops(
        lighthouse, [{"op": "rename_state", "id": name, "to": f"new_{name}"} for name in ("jetty", "hall", "lit")]
    ).world
    assert worlds.check(world) == []
    text = json.dumps(world)
    assert '"jetty"' not in text
    assert '"hall"' not in text
    assert '"lit"' not in text
    assert next(iter(world["scene"]["states"])) == "new_jetty"


def test_a_mission_becomes_states_and_events_that_pass(lighthouse: dict[str, Any]) -> None:
    world = worlds.apply_ops(lighthouse, [{"op": "add_mission", "mission": MISSION}]).world
    assert worlds.check(world) == []
    assert at(world, "event[reach].anchor") == {"label": "mast", "minProximity": 0.15}
    assert at(world, "event[reach].landWhen.label") == "crow's nest"
    assert at(world, "event[leap].to") == "catch_failed"
    assert at(world, "state[catch_failed].ending.kind") == "lose"


# The examples of RFC 7396, appendix A.
@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_merge_patch(target: Any, patch: Any, result: Any) -> None:
    before = copy.deepcopy(target)
    assert worlds.merge_patch(target, patch) == result
    assert target == before


def test_the_diff_names_what_changed(lighthouse: dict[str, Any]) -> None:
    assert worlds.diff(lighthouse, copy.deepcopy(lighthouse))["fields"] == []
    ops = [
        {"op": "update_state", "id": "hall", "patch": {"base": "A bare hall.", "camera": {"static": "Far."}}},
        {"op": "add_state", "id": "attic", **ROOM},
        {"op": "delete_event", "name": "listen_to_gulls"},
        {"op": "set_event_hotkey", "event": "climb_stair", "hotkey": "u"},
        {"op": "set_subject", "subject": "an old keeper"},
    ]
    found = worlds.diff(lighthouse, worlds.apply_ops(lighthouse, ops).world)
    assert found["states"] == {"added": ["attic"], "removed": [], "changed": ["hall"]}
    assert found["events"] == {"added": [], "removed": ["listen_to_gulls"], "changed": ["climb_stair"]}
    assert found["world"] == {"added": [], "removed": [], "changed": ["subject"]}
    assert [(one["path"], one["after"]) for one in found["fields"]] == [
        ("state[hall].base", "A bare hall."),
        ("state[hall].camera.static", "Far."),
        ("event[climb_stair].hotkey", "u"),
        ("subject", "an old keeper"),
    ]


def test_the_diff_tells_a_number_from_a_truth_value(lighthouse: dict[str, Any]) -> None:
    other = copy.deepcopy(lighthouse) | {"x-n": True}
    lighthouse["x-n"] = 1
    assert worlds.diff(lighthouse, other)["fields"] == [{"path": "x-n", "before": 1, "after": True}]


def test_what_is_added_may_be_an_object_of_its_own() -> None:
    camera = {"static": "Still.", "dynamic": "Behind."}
    flat = [
        {"op": "add_state", "id": "roof", "base": "A roof.", "camera": camera},
        {"op": "add_event", "name": "up", "kind": "override", "from": "roof"},
    ]
    nested = [
        {"op": "add_state", "id": "roof", "state": {"base": "A roof.", "camera": camera}},
        {"op": "add_event", "event": {"name": "up", "kind": "override", "from": "roof"}},
    ]
    before = {"entrance": {"state": "a"}, "scene": {"states": {"a": {"base": "A.", "camera": camera}}, "events": []}}
    assert worlds.apply_ops(before, nested).errors == []
    assert worlds.apply_ops(before, nested).world == worlds.apply_ops(before, flat).world


MALFORMED: list[tuple[list[Op], str]] = [
    ([{"op": "add_variant", "id": "hall", "variant": "label"}], "ops[0] add_variant: `variant` must be an object"),
    ([{"op": "add_mission", "mission": "id"}], "ops[0] add_mission: `mission` must be an object"),
    ([{"op": "add_cutscene", "cutscene": ["id"]}], "ops[0] add_cutscene: `cutscene` must be an object"),
    ([{"op": "add_story_beat", "beat": "summary"}], "must be an object"),
    ([{"op": "add_mission", "id": "m", "title": "t", "objectives": ["id"]}], "objectives[0]: 'id' is not of type 'object'"),
    ([{"op": "add_mission", "id": "m", "title": "t", "objectives": [{"id": "o", "text": "t", "fail": {}}]}], "fail.name: required"),
    ([{"op": "add_mission", "id": "m", "title": "t", "objectives": [{"id": "o", "text": "t", "location": ["a"]}]}], "location: ['a'] is"),
    # What an earlier operation of the batch left in the wrong shape.
    ([{"op": "set_event_field", "name": "climb_stair", "field": "from", "value": 5}, {"op": "delete_state", "id": "hall"}], "from: 5 is"),
    (
        [{"op": "set_field", "id": "hall", "field": "variants", "value": 5}, {"op": "add_variant", "id": "hall", "label": "x"}],
        "variants: 5",
    ),
    ([{"op": "set_story", "story": "x"}, {"op": "add_story_beat", "summary": "s"}], "ops[1] add_story_beat: story: 'x' is not"),
    ([{"op": "set_outro", "outro": "state"}, {"op": "rename_state", "id": "hall", "to": "foyer"}], "outro: 'state' is not"),
]


@pytest.mark.parametrize(("ops", "why"), MALFORMED)
def test_values_of_the_wrong_shape_are_named(lighthouse: dict[str, Any], ops: list[Op], why: str) -> None:
    outcome = worlds.apply_ops(lighthouse, ops)
    assert outcome.world is lighthouse
    assert why in str(outcome.errors[-1])


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | st.sampled_from(["", "hall", "climb_stair", "id", "label", "from"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "text", "name", "from", "label", "beats"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = (
    "id",
    "name",
    "state",
    "event",
    "field",
    "value",
    "patch",
    "from",
    "to",
    "kind",
    "label",
    "variant",
    "mission",
    "objectives",
    "beat",
    "beats",
    "cutscene",
)
WILD = st.builds(
    lambda op, rest: {**rest, "op": op}, st.sampled_from(sorted(OPS)), st.dictionaries(st.sampled_from(KEYS), JUNK, max_size=5)
)


@hypothesis.given(st.lists(WILD, min_size=1, max_size=4))
@hypothesis.settings(max_examples=150, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
def test_no_operation_breaks_off(lighthouse: dict[str, Any], ops: list[Op]) -> None:
    before = copy.deepcopy(lighthouse)
    outcome = worlds.apply_ops(lighthouse, ops)
    assert lighthouse == before
    assert bool(outcome.errors) != bool(outcome.receipts)
    worlds.check(outcome.world)


def test_the_guide_names_every_operation() -> None:
    guide = (Path(__file__).parents[2] / "docs/guide/worlds.md").read_text()
    named = set(re.findall(r"`((?:…|set|add|update|delete|remove|rename)_\w+)`", guide))
    short = {f"set_event{name[1:]}" if name.startswith("…") else name for name in named}
    aliases = {"remove_state", "remove_event"}
    assert set(OPS) - short - aliases == set()
