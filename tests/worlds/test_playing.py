"""The rules of play, by their numbers in spec/world-play.md."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.kit.errors import Problem
from makebelieve.worlds import playing

CAMERA = {"static": "eye level", "dynamic": "following"}


def state(**more: Any) -> dict[str, Any]:
    return {"base": "a room", "camera": CAMERA, **more}


def event(name: str, here: list[str], to: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": "transition" if to is not None else "override", "from": here, **({"to": to} if to else {}), **more}


def small_world() -> dict[str, Any]:
    return {
        "entrance": {"state": "hall"},
        "scene": {
            "states": {
                "hall": state(),
                "attic": state(),
                "garden": state(ending={"kind": "win", "title": "Out"}),
                "cellar": state(ending={"kind": "lose", "title": "Lost", "subtitle": "In the dark."}),
            },
            "events": [
                event("take-key", ["hall"], grants=["key"], oneShot=True, narration="It is cold."),
                event("climb", ["hall"], "attic"),
                event("leave", ["hall", "attic"], "garden", requires=["key"], lockedHint="The door is locked."),
                event("fall", ["attic"], "the-fall", hidden=True, autoAfterMs=5000),
                event("look", ["hall"], requires=["lamp"]),
                {**event("ask", ["attic"]), "kind": "terminal", "terminal": {"persona": "A parrot, old"}, "grants": ["talked"]},
            ],
        },
        "cutscenes": [{"id": "the-fall", "video": "fall.mp4", "from": "attic", "to": "cellar", "requires": ["talked"]}],
        "missions": [
            {
                "id": "out",
                "title": "Get out",
                "objectives": [
                    {"id": "find", "text": "Find the key", "grants": "key"},
                    {"id": "parrot", "text": "Ask", "grants": "talked"},
                ],
            }
        ],
    }


@pytest.fixture
def world() -> dict[str, Any]:
    return small_world()


def names(world: dict[str, Any], situation: playing.Situation) -> dict[str, bool]:
    return {choice.name: choice.locked for choice in playing.choices(world, situation)}


def test_p1_a_run_begins_at_the_entrance_with_nothing(world: dict[str, Any]) -> None:
    assert playing.begin(world) == playing.Situation("hall", visited=("hall",))
    with pytest.raises(Problem, match=r"entrance\.state"):
        playing.begin({**world, "entrance": {"state": "nowhere"}})


def test_p2_what_is_present_and_what_is_open(world: dict[str, Any]) -> None:
    start = playing.begin(world)
    assert names(world, start) == {"take-key": False, "climb": False, "leave": True, "look": True}
    with pytest.raises(Problem, match="The door is locked") as locked:
        playing.choose(world, start, "leave")
    assert (locked.value.status, locked.value.code) == (409, "locked")
    with pytest.raises(Problem) as away:
        playing.choose(world, start, "ask")
    assert away.value.code == "not_here"
    assert away.value.errors[0].allowed == ("take-key", "climb")


def test_p3_flags_one_shots_and_ways(world: dict[str, Any]) -> None:
    turn = playing.choose(world, playing.begin(world), "take-key")
    assert (turn.granted, turn.entered, turn.narration, turn.situation.state) == (("key",), None, "It is cold.", "hall")
    assert "take-key" not in names(world, turn.situation)
    up = playing.choose(world, turn.situation, "climb")
    assert (up.entered, up.situation.visited, up.situation.seq) == ("attic", ("hall", "attic"), 2)


def test_p4_cutscenes_are_shown_or_passed_over(world: dict[str, Any]) -> None:
    attic = playing.choose(world, playing.begin(world), "climb").situation
    passed = playing.choose(world, attic, "fall")
    assert (passed.cutscene, passed.situation.state) == (None, "cellar")
    seen = playing.choose(world, playing.choose(world, attic, "ask").situation, "fall")
    assert (seen.cutscene, seen.situation.state) == ("the-fall", "cellar")


def test_p5_an_ending_ends_the_run(world: dict[str, Any]) -> None:
    out = playing.choose(world, playing.choose(world, playing.begin(world), "take-key").situation, "leave").situation
    assert out.ending == {"kind": "win", "title": "Out"}
    assert playing.choices(world, out) == []
    with pytest.raises(Problem) as over:
        playing.choose(world, out, "climb")
    assert over.value.code == "run_over"


@pytest.mark.parametrize(("waited", "fires"), [(0.0, False), (4700.0, False), (4750.0, True), (9000.0, True)])
def test_p7_the_clock_must_agree(world: dict[str, Any], waited: float, fires: bool) -> None:
    attic = playing.choose(world, playing.begin(world), "climb").situation
    if fires:
        assert playing.choose(world, attic, "fall", waited_ms=waited).entered == "cellar"
    else:
        with pytest.raises(Problem) as early:
            playing.choose(world, attic, "fall", waited_ms=waited)
        assert early.value.code == "not_yet"


def test_p7_what_has_no_clock_does_not_fire_by_itself(world: dict[str, Any]) -> None:
    with pytest.raises(Problem) as never:
        playing.choose(world, playing.begin(world), "climb", waited_ms=1e9)
    assert never.value.code == "not_yet"


def test_p8_missions(world: dict[str, Any]) -> None:
    start = playing.begin(world)
    objectives = playing.progress(world, start)[0]["objectives"]
    assert [(one["done"], one["open"]) for one in objectives] == [(False, True), (False, False)]
    held = playing.choose(world, start, "take-key")
    assert held.completed == ()
    assert [one["open"] for one in playing.progress(world, held.situation)[0]["objectives"]] == [True, True]
    asked = playing.choose(world, playing.choose(world, held.situation, "climb").situation, "ask")
    assert asked.completed == ("out",)
    assert playing.progress(world, asked.situation)[0]["done"]


@given(st.lists(st.sampled_from(["take-key", "climb", "leave", "fall", "look", "ask", "nonsense"]), max_size=12))
def test_any_sequence_of_wishes_is_obeyed_or_refused_whole(wishes: list[str]) -> None:
    world = small_world()
    situation = playing.begin(world)
    for wish in wishes:
        before = situation
        possible = {choice.name for choice in playing.choices(world, situation) if not choice.locked}
        if wish in possible:
            situation = playing.choose(world, situation, wish).situation
            assert situation.seq == before.seq + 1
            assert situation.flags >= before.flags
        else:
            with pytest.raises(Problem) as refused:
                playing.choose(world, situation, wish)
            assert refused.value.status == 409
        assert playing.situation_of(situation.as_dict()) == situation
