"""The gate itself: each fault it knows is found."""

from __future__ import annotations

import numpy as np

from makebelieve import art


def disc(size: int = 48) -> np.ndarray:
    y, x = np.mgrid[:size, :size]
    pixels = np.zeros((size, size, 4), np.uint8)
    inside = (x - size / 2) ** 2 + (y - size / 2) ** 2 < (size / 3) ** 2
    pixels[inside] = (200, 80, 60, 255)
    pixels[inside & (x > size / 2)] = (90, 30, 60, 255)
    return pixels


def test_a_clean_picture_passes() -> None:
    assert art.check(disc()).good


def test_faults_are_found() -> None:
    soft = disc()
    soft[20, 20, 3] = 128
    assert "alpha" in art.check(soft).problems[0]
    assert art.check(np.zeros((32, 32, 4), np.uint8)).problems == ("nothing is drawn",)
    noisy = disc()
    inside = noisy[..., 3] > 0
    noisy[inside, :3] = np.arange(inside.sum() * 3).reshape(-1, 3) * 37 % 255
    problems = " ".join(art.check(noisy).problems)
    assert "colours" in problems
    assert "orphan" in problems
    wide = disc()
    wide[24, :] = (200, 80, 60, 255)
    assert "border" in " ".join(art.check(wide).problems)
    flat = disc()
    flat[flat[..., 3] > 0] = (120, 120, 120, 255)
    assert "contrast" in " ".join(art.check(flat).problems)
    assert "palette" in " ".join(art.check(disc(), palette=((0, 0, 0), (200, 80, 60))).problems)


def test_frames_that_stand_still_or_jump_are_found() -> None:
    assert "nothing moves" in art.check_frames([disc(), disc()])
    far = np.roll(disc(), 20, axis=1)
    other = np.roll(disc(), -20, axis=1)
    other[..., :3] = 255 - other[..., :3]
    assert art.check_frames([far, other]) != ()
    assert "feet drift" in " ".join(art.check_frames([disc(), np.roll(disc(), -6, axis=0)], grounded=True))
