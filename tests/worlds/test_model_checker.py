"""The exact look at every way: against a plain search of every situation, and by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from makebelieve import worlds
from makebelieve.worlds import walk
from makebelieve.worlds.model_checker import examine, judge

_spec = importlib.util.spec_from_file_location("brute_force", Path(__file__).with_name("brute_force.py"))
assert _spec is not None
assert _spec.loader is not None
plain = importlib.util.module_from_spec(_spec)
sys.modules["brute_force"] = plain
_spec.loader.exec_module(plain)

CAMERA = {"static": "s", "dynamic": "d"}


def assert_equal_to_the_truth(seed: int) -> bool:
    """Whether the world of that seed has a trap; everything found equals the plain search, the ways are the shortest and lead there."""
    world = plain.random_world(seed)
    truth, found = plain.every_situation(world), judge(world)
    assert found is not None
    assert found.reached == truth.reached, seed
    assert found.fired == truth.fired, seed
    assert found.winnable == truth.winnable, seed
    assert {one["id"] for one in world.get("missions", [])} - found.unfinished == truth.complete, seed
    assert bool(found.traps) == bool(truth.stuck), seed
    for state, way in found.traps.items():
        assert plain.follow(world, way) in truth.stuck, seed
        assert plain.follow(world, way)[0] == state, seed
        assert len(way) == min(truth.depth[one] for one in truth.stuck if one[0] == state), seed
        assert all(plain.follow(world, way[:n]) not in truth.stuck for n in range(len(way))), seed
    if truth.stuck:
        assert min(map(len, found.traps.values())) == min(truth.depth[one] for one in truth.stuck), seed
    return bool(truth.stuck)


def test_equal_to_the_plain_search_on_small_worlds() -> None:
    assert 40 < sum(assert_equal_to_the_truth(seed) for seed in range(150)) < 110


@pytest.mark.slow
def test_equal_to_the_plain_search_on_many_small_worlds() -> None:
    assert 600 < sum(assert_equal_to_the_truth(seed) for seed in range(150, 2150)) < 1400


def world_of(events: list[tuple[str, str, str | None, str, str]], endings: dict[str, str], **more: Any) -> dict[str, Any]:
    """Events as (name, from, to, requires, grants); a name with a `!` happens once."""
    names = dict.fromkeys(name for _, here, to, _, _ in events for name in (here, to) if name)
    states: dict[str, Any] = {name: {"base": "x", "camera": CAMERA} for name in names}
    for name, kind in endings.items():
        states[name]["ending"] = {"kind": kind, "title": "t"}
    made = []
    for name, here, to, requires, grants in events:
        event: dict[str, Any] = {"name": name.rstrip("!"), "kind": "transition" if to else "override", "from": [here]}
        event |= {"to": to} if to else {}
        event |= {"requires": requires.split()} if requires else {}
        event |= {"grants": grants.split()} if grants else {}
        event |= {"oneShot": True} if name.endswith("!") else {}
        made.append(event)
    return {"id": "w", "name": "w", "entrance": {"state": next(iter(names))}, "scene": {"states": states, "events": made}, **more}


def test_a_room_one_cannot_leave() -> None:
    world = world_of([("fall", "hall", "pit", "", ""), ("out", "hall", "end", "", "")], {"end": "win"})
    (one,) = worlds.check(world)
    assert (one.lint, one.severity, one.path, one.trace) == ("soft-lock", "error", "state[pit]", ("fall",))
    assert "stuck in 'pit'" in one.message
    assert one.fix == "add a transition out of 'pit' that leads on, or give it an `ending`"


def test_a_key_left_behind() -> None:
    rows = [("take", "hall", None, "", "key"), ("jump", "hall", "yard", "", ""), ("open", "yard", "end", "key", "")]
    (one,) = worlds.check(world_of(rows, {"end": "win"}))
    assert (one.lint, one.path, one.trace) == ("soft-lock", "state[yard]", ("jump",))
    assert "without 'key'" in one.message
    assert worlds.check(world_of([*rows, ("climb", "yard", "hall", "", "")], {"end": "win"})) == []


def test_a_bridge_that_breaks() -> None:
    """A one-shot transition spent too early: over the bridge without the key, and back by boat is back for good."""
    rows = [
        ("cross!", "south", "north", "", ""),
        ("row", "north", "south", "", ""),
        ("take", "south", None, "", "key"),
        ("open", "north", "end", "key", ""),
    ]
    lint = worlds.check(world_of(rows, {"end": "win"}))
    assert [(one.lint, one.path, one.trace) for one in lint] == [("soft-lock", "state[north]", ("cross",))]
    assert worlds.check(world_of([("cross", *rows[0][1:]), *rows[1:]], {"end": "win"})) == []


def test_an_ending_whose_key_lies_behind_it() -> None:
    rows = [
        ("go", "hall", "cellar", "", ""),
        ("back", "cellar", "hall", "", ""),
        ("open", "cellar", "vault", "code", ""),
        ("read", "vault", None, "", "code"),
        ("win", "vault", "end", "", ""),
        ("give_up", "hall", "lost", "", ""),
    ]
    found = {one.lint: one for one in worlds.check(world_of(rows, {"end": "win", "lost": "lose"}))}
    assert set(found) == {"unreachable-ending", "unwinnable", "locked-state", "dead-event"}
    assert found["unreachable-ending"].trace == ("go",)
    assert "'open' in 'cellar' needs 'code'" in found["unwinnable"].message
    assert found["unwinnable"].fix == "grant 'code' in a state that can be reached before 'cellar', or require less"
    assert found["locked-state"].path == "state[vault]"
    assert found["dead-event"].path == "event[open].requires"


def test_only_endings_that_lose() -> None:
    (one,) = worlds.check(world_of([("go", "a", "end", "", "")], {"end": "lose"}))
    assert (one.lint, one.path) == ("unwinnable", "entrance.state")


def test_two_choices_that_exclude_each_other() -> None:
    rows = [("left", "a", "b", "", "one"), ("right", "a", "b", "", "two"), ("on", "b", "end", "", "")]
    mission = {"id": "m", "title": "M", "objectives": [{"id": "one", "text": "1"}, {"id": "two", "text": "2"}]}
    (one,) = worlds.check(world_of(rows, {"end": "win"}, missions=[mission]))
    assert (one.lint, one.path) == ("mission-incompletable", "mission[m]")
    assert worlds.check(world_of([*rows, ("back", "b", "a", "", "")], {"end": "win"}, missions=[mission])) == []


def test_a_world_without_endings_is_no_trap() -> None:
    assert [one.lint for one in worlds.check(world_of([("go", "a", "b", "", "")], {}))] == ["no-ending"]


def diamonds(count: int) -> dict[str, Any]:
    """`count` choices of two flags each, none of which can be taken back; one way out wants all the left ones, one all the right ones."""
    rows: list[tuple[str, str, str | None, str, str]] = []
    for n in range(count):
        rows += [
            (f"l{n}", f"a{n}", f"b{n}", "", f"L{n}"),
            (f"r{n}", f"a{n}", f"b{n}", "", f"R{n}"),
            (f"j{n}", f"b{n}", f"a{n + 1}", "", ""),
        ]
    rows.append(("w", f"a{count}", "end", " ".join(f"L{n}" for n in range(count)), ""))
    rows.append(("v", f"a{count}", "end", " ".join(f"R{n}" for n in range(count)), ""))
    return world_of(rows, {"end": "win"})


def test_past_the_bound_there_is_no_answer() -> None:
    assert judge(diamonds(3)) is not None
    assert judge(diamonds(20), steps=200_000) is None
    (one,) = examine(diamonds(20), steps=200_000)
    assert (one.lint, one.severity) == ("undecided", "error")
    assert "200000 moves" in one.message


def test_forty_flags_that_can_all_be_collected_need_no_search_through_their_subsets() -> None:
    rows: list[tuple[str, str, str | None, str, str]] = []
    for n in range(1, 200):
        rows += [(f"go{n}", f"s{(n - 1) // 3}", f"s{n}", "", ""), (f"back{n}", f"s{n}", f"s{(n - 1) // 3}", "", "")]
    rows += [(f"take{n}", f"s{199 - 4 * n}", None, f"f{n - 5}" if n >= 5 else "", f"f{n}") for n in range(40)]
    rows.append(("win", "s0", "end", " ".join(f"f{n}" for n in range(40)), ""))
    assert examine(world_of(rows, {"end": "win"}), steps=200_000) == []
    without = [row for row in rows if row[0] != "take39"]
    without.append(("late", "end", None, "", "f39"))
    assert {one.lint for one in examine(world_of(without, {"end": "win"}))} >= {"unwinnable", "unreachable-ending", "soft-lock"}


def test_the_lighthouse_is_sound(lighthouse: dict[str, Any]) -> None:
    assert worlds.check(lighthouse) == []


def test_a_trap_is_told_even_if_no_way_to_it_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    world = world_of([("fall", "top", "pit", "", ""), ("go", "top", "out", "", "")], {"out": "win"})
    monkeypatch.setattr(walk, "PACES", 0)
    (found,) = [one for one in examine(world) if one.lint == "soft-lock"]
    assert (found.severity, found.path, found.trace) == ("error", "state[pit]", None)
    assert "too long to tell" in found.message
