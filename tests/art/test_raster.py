"""The compiled tracer against the numpy one, and the finishing passes."""

from __future__ import annotations

import numpy as np
import pytest

from makebelieve.art.figure import figure_of, look_of
from makebelieve.art.ramps import material
from makebelieve.art.raster import finish, oracle
from makebelieve.art.raster.frames import WORLD, ry, turned, two_bones
from makebelieve.art.raster.primitives import prepare
from makebelieve.art.raster.render import fit, matrix, paintbox, render, view_of
from makebelieve.art.raster.scene import Decal, Packed, Scene, bands, spots, star
from makebelieve.art.raster.stamps import KINDS, pattern
from makebelieve.art.raster.trace import trace
from makebelieve.art.reading import read


def every_primitive() -> Packed:
    s = Scene({"a": 0, "b": 1, "c": 2})
    s.ball(WORLD, (0, 10, 0), (10, 8, 9), "a", "ball", "g", 2, decals=[spots("b", 5, 1.5)])
    s.limb(WORLD, (0, 10, 0), (14, 26, 4), 4, 2, "a", "limb", "g", 2, decals=[bands("c", 3, 0.4)])
    s.limb(WORLD, (-14, 24, 0), (-4, 30, 6), 1.0, 3.4, "c", "flat", flat=(1.0, 0.4))
    s.block(WORLD, (-12, 5, 5), (3, 5, 3), 0.6, "b", "box", turn=ry(30), decals=[Decal("c", y=(0, 9))])
    s.plate(WORLD, star(5, 7, 3), 1, "c", "star", at=(10, 8, 10))
    s.drum(WORLD, (-12, 10, 5), (-12, 20, 5), 3, 2, "c", "drum")
    s.ring(WORLD, (0, 20, 0), 8, 1.5, "b", "ring")
    s.ball(WORLD, (6, 30, 0), (5, 5, 5), "b", "half", clip=(0.0, 1.0, 0.0, 0.0))
    return s.packed()


@pytest.mark.parametrize("yaw", [0.0, 45.0, 135.0, 250.0])
def test_the_compiled_tracer_sees_what_the_oracle_sees(yaw: float) -> None:
    packed = every_primitive()
    look = look_of(64, 64)
    where = fit([(packed, yaw)], look)
    view = matrix(view_of(yaw, look.pitch))
    _, part, _, _, depth, _ = trace(*packed, prepare(packed[0], view), 64, 64, 1, where.scale, where.left, where.ground)
    primitive, expected = oracle.trace(packed[0], packed[2], view, 64, 64, where.scale, where.left, where.ground)
    seen, should = part >= 0, primitive >= 0
    assert (seen != should).sum() <= 0.012 * should.sum()
    both = seen & should
    off = np.abs(depth - expected)[both]
    assert np.median(off) < 0.04
    assert (off > 0.4).mean() < 0.01
    parts = packed[0][np.maximum(primitive, 0), 25]
    assert (parts[both] != part[both]).mean() < 0.02


def test_the_knight_is_traced_like_the_oracle_does() -> None:
    figure = figure_of(read("knight", 7), look_of(64, 64))
    packed = figure.scene("walk", 0.1).packed()
    look = look_of(48, 48)
    where = fit([(packed, 0.0)], look)
    view = matrix(view_of(30, look.pitch))
    _, part, _, _, depth, _ = trace(*packed, prepare(packed[0], view), 48, 48, 1, where.scale, where.left, where.ground)
    primitive, expected = oracle.trace(packed[0], packed[2], view, 48, 48, where.scale, where.left, where.ground)
    assert ((part >= 0) != (primitive >= 0)).mean() < 0.004
    both = (part >= 0) & (primitive >= 0)
    assert (np.abs(depth - expected)[both] > 0.4).mean() < 0.015


def test_rendering_twice_gives_the_same_bytes() -> None:
    packed = every_primitive()
    scene = Scene({"a": 0, "b": 1, "c": 2})
    look = look_of(64, 64)
    where = fit([(packed, 0.0)], look)
    box = paintbox([material("#c84040", 5), material("#8d9bb3", 5, surface="metal"), material("#e3a62f", surface="gel")], {})
    frames = [render(scene, packed, box, 20.0, look, where).pixels for _ in range(2)]
    assert frames[0].tobytes() == frames[1].tobytes()
    assert set(np.unique(frames[0][..., 3])) == {0, 255}


def test_clean_up_removes_lone_tones() -> None:
    tone = np.full((5, 5), 2, np.int16)
    tone[2, 2] = 4
    assert (finish.clean(tone, np.zeros((5, 5), np.int16)) == 2).all()


def test_silhouettes_lose_spurs_and_notches() -> None:
    shape = np.full((8, 8), -1, np.int16)
    shape[2:6, 2:6] = 0
    shape[1, 3] = 0  # spur
    shape[3, 2] = -1  # notch: three of its neighbours are filled
    shape[7, 7] = 0  # lone pixel
    part = shape.copy()
    single = np.ones((8, 8), np.float32)
    finish.silhouette(shape, part, single.copy(), single.copy(), single.copy(), np.ones((8, 8, 3), np.float32))
    assert shape[7, 7] == -1
    assert shape[3, 2] == 0
    assert shape[1, 3] == -1


def test_limbs_of_two_bones_keep_their_lengths() -> None:
    joint, end = two_bones((0, 10, 0), (3, 0, 1), 6, 6, (0, 0, 1))
    assert np.linalg.norm(np.subtract(joint, (0, 10, 0))) == pytest.approx(6)
    assert np.linalg.norm(np.subtract(end, joint)) == pytest.approx(6)
    _, far = two_bones((0, 10, 0), (0, -90, 0), 6, 6, (0, 0, 1))
    assert np.linalg.norm(np.subtract(far, (0, 10, 0))) == pytest.approx(11.99)
    assert turned(ry(90), (0, 0, 1)) == pytest.approx((1, 0, 0))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_stamps_fit_their_size(kind: str) -> None:
    for size in (1, 2, 3, 5, 8):
        marks = pattern(kind, size, size, flip=False)
        assert marks
        assert max(len(row) for row in marks) <= max(2, size + 2)
        assert pattern(kind, size, size, flip=True) == tuple(row[::-1] for row in marks)
