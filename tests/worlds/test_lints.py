"""Each of the nineteen lints: a world that has the fault, and the same world without it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds import lints
from makebelieve.worlds.gate import blocks_write

World = dict[str, Any]
CAMERA = {"static": "Wide.", "dynamic": "Slow."}


def small() -> World:
    """Two rooms, a way there and back, an ending, one override, a mission, a sequence: no fault."""
    return {
        "id": "w",
        "name": "W",
        "entrance": {"state": "a"},
        "scene": {
            "states": {
                "a": {"base": "A red room.", "camera": CAMERA, "ambient": ["A clock ticks."]},
                "b": {"base": "A blue room.", "camera": CAMERA, "movement": {"static": "Still.", "dynamic": "Walks."}},
                "end": {"base": "A garden.", "camera": CAMERA, "ending": {"kind": "win", "title": "Out"}},
            },
            "events": [
                {
                    "name": "go",
                    "kind": "transition",
                    "from": ["a"],
                    "to": "b",
                    "base": "Through the door.",
                    "landWhen": {"minLuminance": 90},
                },
                {"name": "back", "kind": "transition", "from": ["b"], "to": "a", "landWhen": {"maxLuminance": 80}},
                {"name": "take", "kind": "override", "from": ["a"], "grants": ["key"], "base": "A hand takes the key."},
                {"name": "leave", "kind": "transition", "from": ["b"], "to": "clip", "requires": ["key"]},
            ],
        },
        "cutscenes": [{"id": "clip", "video": "v", "from": "b", "to": "end"}],
        "missions": [{"id": "m", "title": "M", "objectives": [{"id": "key", "text": "Find the key."}]}],
        "sequences": [{"id": "q", "title": "Q", "beats": [{"state": "a"}]}],
    }


def state(name: str, **fields: Any) -> Callable[[World], None]:
    return lambda world: world["scene"]["states"][name].update(fields)


def event(at: int, **fields: Any) -> Callable[[World], None]:
    return lambda world: world["scene"]["events"][at].update(fields)


def drop(at: int, key: str) -> Callable[[World], None]:
    return lambda world: world["scene"]["events"][at].pop(key)


def whole(**fields: Any) -> Callable[[World], None]:
    return lambda world: world.update(fields)


def grounded(**fields: Any) -> Callable[[World], None]:
    return lambda world: world["missions"][0].update(verified=["Key"], objectives=[{"id": "key", "text": "t", "grounded": fields}])


PHASE = {"base": "One.", "camera": "Close."}
GO, BACK, TAKE, LEAVE = range(4)
FAULTS: list[tuple[str, Callable[[World], Any], str]] = [
    ("dangling-ref", event(GO, **{"from": ["a", "cave"]}), "event[go].from"),
    ("dangling-ref", event(GO, to="cave"), "event[go].to"),
    ("dangling-ref", whole(cutscenes=[{"id": "clip", "video": "v", "from": "b", "to": "cave"}]), "cutscene[clip].to"),
    ("transition-needs-to", drop(GO, "to"), "event[go].to"),
    ("transition-needs-to", event(TAKE, to="b"), "event[take].to"),
    ("no-entrance", whole(entrance={"state": ""}), "entrance.state"),
    ("no-entrance", lambda world: world.pop("entrance"), "entrance"),
    ("entrance-missing-state", whole(entrance={"state": "cave"}), "entrance.state"),
    ("orphan-event", event(TAKE, **{"from": []}), "event[take].from"),
    ("unreachable-require", event(GO, requires=["torch"]), "event[go].requires"),
    (
        "unreachable-require",
        event(TAKE, terminal={"persona": "p", "facts": [{"text": "t", "requires": ["torch"]}]}),
        "event[take].terminal.facts[0].requires",
    ),
    (
        "objective-unreachable",
        whole(missions=[{"id": "m", "title": "M", "objectives": [{"id": "o", "text": "t"}]}]),
        "mission[m].objective[o]",
    ),
    ("sequence-beat-missing", whole(sequences=[{"id": "q", "title": "Q", "beats": [{"state": "cave"}]}]), "sequence[q].beats[0].state"),
    ("auto-needs-pixels", event(TAKE, landWhen={"auto": True, "label": "key"}), "event[take].landWhen.auto"),
    ("luminance-overlap", event(BACK, landWhen={"maxLuminance": 90}), "event[back].landWhen.maxLuminance"),
    ("lethal-override", event(TAKE, detail="The guard shoots."), "event[take].detail"),
    ("negation", state("a", base="A room without windows."), "state[a].base"),
    ("negation", state("b", movement={"static": "Doesnt move.", "dynamic": "Walks."}), "state[b].movement.static"),
    ("negation", state("a", ambient=["A clock.", "Nothing stirs."]), "state[a].ambient[1]"),
    ("negation", event(LEAVE, detail="They CAN’T stay."), "event[leave].detail"),
    ("whiteout", event(GO, base="A blinding flash."), "event[go].base"),
    ("budget", state("a", base="x" * 1880), "state[a]"),
    ("unreachable-state", lambda world: world["scene"]["states"].update(c={"base": "A cave.", "camera": CAMERA}), "state[c]"),
    ("no-ending", lambda world: world["scene"]["states"]["end"].pop("ending"), "scene.states"),
    ("sliver-evidence", event(TAKE, anchor={"label": "key"}), "event[take].anchor.minProximity"),
    ("shared-phase-camera", event(TAKE, phases=[PHASE, {"base": "Two."}]), "event[take].phases[1].camera"),
    ("objective-ungrounded", grounded(target="lens"), "mission[m].objective[key].grounded.target"),
]
FINE: list[tuple[str, Callable[[World], Any]]] = [
    ("dangling-ref", event(GO, to="clip")),
    ("transition-needs-to", event(TAKE, kind="terminal", to="b")),
    ("no-entrance", lambda world: None),
    ("entrance-missing-state", whole(entrance={"state": "b"})),
    ("orphan-event", event(TAKE, **{"from": ["a", "b"]})),
    ("unreachable-require", event(GO, requires=["key"])),
    ("objective-unreachable", whole(missions=[{"id": "m", "title": "M", "objectives": [{"id": "o", "text": "t", "grants": "key"}]}])),
    ("sequence-beat-missing", lambda world: None),
    ("auto-needs-pixels", event(TAKE, landWhen={"auto": True, "minMotion": 2})),
    ("luminance-overlap", event(BACK, landWhen={"maxLuminance": 89})),
    ("lethal-override", event(TAKE, base="He takes his best shot; a dead leaf, a corpse.", detail="A gun rack stands down the hall.")),
    ("lethal-override", event(GO, base="He shoots the lock.")),
    ("negation", state("a", camera={"static": "Never still.", "dynamic": "No rest."}, narration="It is not over.")),
    ("negation", state("a", base="A notable knot of nodes.")),
    ("whiteout", event(TAKE, base="A blinding flash.")),
    ("whiteout", event(GO, base="A bloomless white wall.")),
    ("budget", state("a", base="x" * 1870)),
    ("unreachable-state", lambda world: None),
    ("no-ending", lambda world: None),
    ("sliver-evidence", event(TAKE, anchor={"label": "key", "minProximity": 0.15})),
    ("shared-phase-camera", event(TAKE, phases=[PHASE, PHASE])),
    ("objective-ungrounded", grounded(target="brass thing", targetAliases=["key"])),
]


def found(world: World) -> list[tuple[str, str]]:
    return [(one.lint, one.path) for one in worlds.check(world)]


def test_the_small_world_is_without_fault() -> None:
    assert worlds.check(small()) == []


@pytest.mark.parametrize(("lint", "spoil", "path"), FAULTS, ids=[f"{lint}-{path}" for lint, _, path in FAULTS])
def test_a_fault_is_found(lint: str, spoil: Callable[[World], Any], path: str) -> None:
    world = small()
    spoil(world)
    kept = copy.deepcopy(world)
    assert (lint, path) in found(world)
    assert world == kept
    one = next(one for one in worlds.check(world) if (one.lint, one.path) == (lint, path))
    assert one.fix
    kind = lints.LINTS[lint][0]
    assert one.severity == ("error" if kind == "structural" else "warning")
    assert blocks_write(one) is (kind == "structural")


@pytest.mark.parametrize(("lint", "change"), FINE)
def test_what_is_no_fault_is_not_found(lint: str, change: Callable[[World], Any]) -> None:
    world = small()
    change(world)
    assert lint not in [name for name, _ in found(world)]


def test_both_tables_know_all_nineteen_lints() -> None:
    assert len(lints.LINTS) == 19
    assert {lint for lint, *_ in FAULTS} == {lint for lint, *_ in FINE} == set(lints.LINTS)


NEGATIONS = ["no", "Not", "never", "without", "none", "nothing", "don't", "dont", "doesn't", "doesnt", "can't", "cant", "won't", "WONT"]
WHITE = ["whiteout", "white-out", "blinding", "blown white", "bloom", "bloomed", "blooming", "overexposed", "over-exposed", "Washed Out"]
LETHAL = [
    *["kill", "kills", "killed", "killing", "shoot", "shoots", "shooting", "execute", "executes", "executed", "execution"],
    *("gun him down", "guns her down", "guns them down", "gun the guard down", "gunned down", "lying on the ground"),
]


@pytest.mark.parametrize(("lint", "at", "words"), [("negation", GO, NEGATIONS), ("whiteout", GO, WHITE), ("lethal-override", TAKE, LETHAL)])
def test_every_word_of_the_lists(lint: str, at: int, words: list[str]) -> None:
    for word in words:
        world = small()
        event(at, base=f"They say {word}, twice.")(world)
        assert [one for one in found(world) if one[0] == lint], word
        event(at, base=f"They say x{word}x, twice.")(world)
        assert not [one for one in found(world) if one[0] == lint], word


def test_the_budget_counts_to_the_character() -> None:
    world = small()
    joined = len("Wide. Slow. A clock ticks.") + 1
    state("a", base="x" * (1900 - joined))(world)
    assert found(world) == []
    state("a", base="x" * (1901 - joined))(world)
    assert found(world) == [("budget", "state[a]")]


def test_lint_and_validate_answer_in_the_shape_of_their_calls() -> None:
    world = small()
    assert worlds.lint(world) == {"ok": True, "diagnostics": [], "promptBudget": 1900}
    assert worlds.validate(world) == {"ok": True, "world": world, "diagnostics": []}
    state("a", base="A room without windows.")(world)
    answer = worlds.lint(world)
    assert answer["ok"] is True
    assert answer["diagnostics"][0]["loc"] == {"field": "base"}
    event(GO, to="cave")(world)
    assert worlds.lint(world)["ok"] is False
    assert worlds.validate(world)["ok"] is False
    assert worlds.validate({"id": "w"})["diagnostics"][0]["lint"] == "schema"
