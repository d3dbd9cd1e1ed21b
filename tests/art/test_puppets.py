"""Puppets: one scale for every pose, cut to the ink, standing on the pivot."""

from __future__ import annotations

import numpy as np
import pytest

from makebelieve import art
from makebelieve.kit.errors import Problem


@pytest.mark.parametrize(
    ("prompt", "height"), [("a knight", 40), ("a tiny red fox", 30), ("a slime", 24), ("a bat", 32), ("a gold key", 22)]
)
def test_stands_as_high_as_asked_and_no_wider(prompt: str, height: int) -> None:
    puppet = art.puppet(prompt, seed=3, height=height)
    tallest = max(puppet.clip("idle", yaw, 1)[0].image.height for yaw in (0.0, 50.0))
    widest = max(puppet.clip("idle", yaw, 1)[0].image.width for yaw in (0.0, 50.0))
    assert tallest <= height + 1
    assert widest <= round(1.6 * height) + 1
    assert tallest >= 0.75 * height or widest >= 1.6 * 0.75 * height


def test_every_pose_has_the_scale_and_the_ground_of_the_first() -> None:
    knight = art.puppet("a knight", seed=3, height=40)
    walk = knight.clip("walk", 50.0, 8)
    soles = [cel.image.height - 1 - cel.pivot[1] for cel in walk]
    assert max(abs(sole) for sole in soles) <= 2, "feet stay on the ground line"
    heights = [cel.image.height for cel in walk]
    assert max(heights) - min(heights) <= 4
    blow = knight.pose("attack", 0.53, 50.0)
    assert blow.image.width > walk[0].image.width, "a reach makes the drawing wider, not the knight smaller"


def test_drawings_are_cut_to_the_ink_and_repeat() -> None:
    for cel in art.puppet("a ghost", seed=1, height=28).clip("idle", 34.0, 3):
        ink = np.asarray(cel.image)[..., 3]
        assert set(np.unique(ink)) <= {0, 255}
        for edge in (ink[0], ink[-1], ink[:, 0], ink[:, -1]):
            assert edge.any()
    one, two = (art.puppet("a frog", seed=5, height=30).clip("run", 60.0, 4) for _ in range(2))
    assert [(a.image.tobytes(), a.pivot) for a in one] == [(b.image.tobytes(), b.pivot) for b in two]


def test_what_is_wrong_is_named() -> None:
    for change, field in (
        ({"height": 2}, "height"),
        ({"view": "above"}, "view"),
        ({"outline": "thick"}, "outline"),
        ({"width": 4}, "width"),
    ):
        with pytest.raises(Problem) as refused:
            art.puppet("a fox", **change)  # type: ignore[arg-type]  # wrong on purpose
        assert field in refused.value.detail
    with pytest.raises(Problem, match="clip"):
        art.puppet("a fox").clip("moonwalk", 0.0, 2)
