"""How the things of a place stand in it, and what a text asks of them."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.footing import asked, footing, holds


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("the bread oven", "stands"),
        ("the turtle tracks", "ground"),
        ("the duck pond", "hollow"),
        ("the chandelier", "high"),
        ("the portrait", "wall"),
        ("the smoking mountain", "far"),
        ("the horses", "alive"),
        ("the painted horses", "stands"),
        ("the guy ropes", "thin"),
        ("the shelf of tea tins", "wall"),
        ("the edge of the pond", "stands"),
        ("the row of vents", "stands"),
    ],
)
def test_footing_is_told_by_the_head_noun(part: str, kind: str) -> None:
    assert footing(part) == kind


@pytest.mark.parametrize(
    ("frame", "part", "true"),
    [
        ("the sun of late afternoon reaches under {part}", "the turtle tracks", False),
        ("the sun of late afternoon reaches under {part}", "the market cart", True),
        ("{P} stands beside {part}", "the chandelier", False),
        ("{P} stands beside {part}", "the piano", True),
        ("a broom leans against {part}", "the goldfish pond", False),
        ("{part} <part:throws> a long shadow", "the blackboard", False),
        ("dust has drifted against {part}", "the guy ropes", False),
        ("stars crowd a black sky above {part}", "the far hills", False),
        ("stars crowd a black sky above {part}", "the duck pond", True),
        ("light slides across {part}", "the far hills", True),
    ],
)
def test_a_text_is_set_beside_what_it_is_true_of(frame: str, part: str, true: bool) -> None:
    assert holds(frame, part) is true


def test_every_place_has_something_to_stand_beside() -> None:
    lacking = [
        title
        for name in ("places", "homes")
        for title, entry in tables.read_all(name).items()
        if entry.items("parts") and sum(holds("{P} stands beside {part}", part) for part in entry.items("parts")) < 2
    ]
    assert not lacking


def test_frames_that_ask_nothing_bar_nothing() -> None:
    assert asked("{part} comes into view") == frozenset()


def test_no_window_is_near_the_window() -> None:
    assert not holds("the window near {part} goes from grey to black", "the high window")
    assert holds("the window near {part} goes from grey to black", "the bookcase")
