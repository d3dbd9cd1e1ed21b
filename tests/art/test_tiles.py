"""Tiles: textures and projections without a seam, autotile sets that fit together."""

from __future__ import annotations

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.tiles import autotile, isometric
from makebelieve.art.tiles.materials import GROUNDS, read_ground, texture
from makebelieve.kit.errors import Problem


def test_there_are_enough_materials() -> None:
    assert len(GROUNDS) >= 25
    assert len(autotile.BLOB) == 47
    assert all(set(names) <= set(GROUNDS) for names in art.PACKS.values())


@pytest.mark.parametrize("name", GROUNDS)
def test_textures_repeat_without_a_seam(name: str) -> None:
    """Across the border neighbours differ no more than inside, and the picture is not flat."""
    tone = texture(name, 64, 3).tone.astype(float)
    for axis in (0, 1):
        inside = np.abs(np.diff(tone, axis=axis)).mean(axis=1 - axis)
        first, last = np.take(tone, 0, axis), np.take(tone, -1, axis)
        assert np.abs(first - last).mean() <= inside.max() + 0.25
    assert len(np.unique(tone)) >= 2


@pytest.mark.parametrize("name", ["water", "lava", "swamp"])
def test_what_moves_loops(name: str) -> None:
    still, later, again = (texture(name, 32, 3, None, phase).tone for phase in (0.0, 0.3, 1.0))
    assert (still != later).any()
    assert (still == again).mean() > 0.98


@pytest.mark.parametrize("projection", ["floor", "wall"])
def test_isometric_tiles_have_the_size_of_the_contract(projection: str) -> None:
    picture = art.tile("mossy stone floor tile", projection, seed=3)
    assert picture.image.size == (130, 230)
    assert picture.spec["material"] == "mossy stone"
    assert set(np.unique(np.asarray(picture.image)[..., 3])) == {0, 255}


def test_neighbours_leave_no_gap() -> None:
    """Every pixel well inside a field of tiles is covered, whatever the parity of the place."""
    top = np.asarray(art.tile("stone", seed=1, height=1).image)[..., 3] > 0
    canvas = np.zeros((900, 1200), bool)
    for i in range(8):
        for j in range(8):
            x, y = isometric.place(i, j)
            canvas[y + 20 : y + 250, x + 500 : x + 630] |= top
    centre_x, centre_y = 565, 20 + 230 - 1 - 33 + 7 * 65 // 2
    for y in range(900):
        for x in range(1200):
            if abs(x + 0.5 - centre_x) / (65 * 8) + abs(y + 0.5 - centre_y) / (32.5 * 8) < 0.97:
                assert canvas[y, x], (x, y)


def test_props_stand_on_the_tile() -> None:
    picture = art.tile("treasure chest", "prop", seed=3)
    box = picture.image.getbbox()
    assert picture.image.size == (130, 230)
    assert box is not None
    assert 190 <= box[3] <= 226
    assert abs((box[0] + box[2]) / 2 - 65) < 12


@pytest.mark.parametrize("size", [16, 32])
def test_blob_tiles_meet(size: int) -> None:
    """Where two blob tiles are joined, the material reaches the shared border at the same pixels."""
    inset = max(1.5, size * 0.16)
    right_of = [mask for mask in autotile.BLOB if mask & autotile.E]
    left_of = [mask for mask in autotile.BLOB if mask & autotile.W]
    for one in right_of:
        for other in left_of:
            if bool(one & autotile.N) != bool(other & autotile.N) or bool(one & autotile.S) != bool(other & autotile.S):
                continue
            if bool(one & autotile.NE) != bool(other & autotile.NW) or bool(one & autotile.SE) != bool(other & autotile.SW):
                continue
            a, b = autotile.blob_mask(one, size, 3, inset)[:, -1], autotile.blob_mask(other, size, 3, inset)[:, 0]
            assert (a != b).sum() <= 2, (one, other)


def test_corner_tiles_meet() -> None:
    for one in autotile.CORNER:
        for other in autotile.CORNER:
            if bool(one & 1) == bool(other & 8) and bool(one & 2) == bool(other & 4):
                a, b = autotile.corner_mask(one, 16, 3)[:, -1], autotile.corner_mask(other, 16, 3)[:, 0]
                assert (a != b).sum() <= 2


@pytest.mark.parametrize(("kind", "view", "count"), [("blob", "top-down", 47), ("blob", "side", 47), ("corner", "top-down", 16)])
def test_sets_have_a_cell_for_every_mask(kind: str, view: str, count: int) -> None:
    made = art.tileset("grass", kind, view, 16, 3, back="dirt", frames=1)
    assert len(made.masks) == count
    assert len(made.manifest["masks"]) == count
    assert made.cell(made.masks[-1]).size == (16, 16)
    moving = art.tileset("water", kind, view, 16, 3, back="sand", frames=3)
    assert moving.image.height == 3 * made.image.height
    assert any(moving.cell(mask, 0).tobytes() != moving.cell(mask, 1).tobytes() for mask in made.masks)


def test_tiles_obey_a_palette() -> None:
    palette = palettes.named("pico-8")
    pixels = np.asarray(art.tile("grass", seed=3, palette="pico-8").image)
    assert {tuple(int(c) for c in color) for color in pixels[pixels[..., 3] > 0][:, :3]} <= set(palette)


@pytest.mark.parametrize(
    ("prompt", "ground"),
    [
        ("mossy stone floor tile", "mossy stone"),
        ("wooden floor", "planks"),
        ("a castle wall", "stone brick"),
        ("beach", "sand"),
        ("red carpet", "carpet"),
    ],
)
def test_ground_words(prompt: str, ground: str) -> None:
    assert read_ground(prompt).ground == ground


def test_unknown_ground_is_stone_and_says_so() -> None:
    assert read_ground("flibbertigibbet").notes


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda: art.tile("stone", "ceiling"), "projection"),
        (lambda: art.tile("stone", height=0), "height"),
        (lambda: art.tile(""), "prompt"),
        (lambda: art.tileset("stone", "wang"), "kind"),
        (lambda: art.tileset("stone", view="below"), "view"),
        (lambda: art.tileset("stone", "corner", "side"), "kind"),
        (lambda: art.tileset("stone", size=17), "size"),
        (lambda: art.tileset("stone", frames=9), "frames"),
    ],
)
def test_bad_requests_name_the_field(call, path: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Problem) as refused:
        call()
    assert refused.value.errors[0].path == path


def test_the_same_seed_gives_the_same_tile() -> None:
    assert art.tile("grass", seed=3).image.tobytes() == art.tile("grass", seed=3).image.tobytes()
    assert art.tile("grass", seed=3).image.tobytes() != art.tile("grass", seed=4).image.tobytes()
