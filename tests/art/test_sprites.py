"""Sprites and animations: every rig, clip and direction passes the quality gate; the same seed gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from makebelieve import art
from makebelieve.art import palettes, sheets
from makebelieve.art.bestiary import entries
from makebelieve.art.humanoid.person import HEADGEARS, TOPS
from makebelieve.art.humanoid.pose import customs
from makebelieve.art.items import FAMILIES
from makebelieve.kit.errors import Problem

RIGS = [
    "knight",
    "wolf",
    "dragon",
    "owl",
    "bat",
    "bee",
    "butterfly",
    "slime",
    "ghost",
    "snake",
    "spider",
    "crab",
    "fish",
    "octopus",
    "mech",
    "car",
    "ship",
]


def test_the_readme_example(tmp_path: Path) -> None:
    path = art.sprite("a warrior knight in pixel art, dark fantasy style", size=(64, 64), seed=7).save(tmp_path / "knight.png")
    with Image.open(path) as image:
        assert (image.size, image.mode) == ((64, 64), "RGBA")


def test_the_same_seed_gives_the_same_bytes() -> None:
    one, other = (sheets.png_bytes(art.sprite("wizard", seed=3).image) for _ in range(2))
    assert one == other
    assert sheets.png_bytes(art.sprite("villager", seed=4).image) != sheets.png_bytes(art.sprite("villager", seed=5).image)


@pytest.mark.parametrize("name", sorted({entry.name for entry in entries().values()}))
def test_every_being_passes_the_gate(name: str) -> None:
    picture = art.sprite(name.replace("_", " "), seed=7)
    assert picture.report.problems == ()


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_of_things_passes_the_gate(name: str) -> None:
    spec = art.read("a box", 1).model_copy(update={"family": name, "colors": {}, "variant": 0.4})
    from makebelieve.art.items.families import families

    spec = spec.model_copy(update={"colors": families()[name].colors([], {})})
    assert art.sprite(spec).report.problems == ()


@pytest.mark.parametrize("hat", HEADGEARS)
def test_every_headgear_is_drawn(hat: str) -> None:
    spec = art.read("villager", 2)
    bare = art.sprite(spec.model_copy(update={"changes": {**spec.changes, "headgear": "none"}}))
    worn = art.sprite(spec.model_copy(update={"changes": {**spec.changes, "headgear": hat}}))
    assert worn.report.problems == ()
    assert hat == "none" or (np.asarray(bare.image) != np.asarray(worn.image)).any()


@pytest.mark.parametrize("top", TOPS)
def test_every_dress_is_drawn(top: str) -> None:
    spec = art.read("villager", 2)
    assert art.sprite(spec.model_copy(update={"changes": {**spec.changes, "top": top}})).report.problems == ()


@pytest.mark.parametrize("clip", ["idle", "walk", "run", "attack", "jump", "death", "hurt"])
@pytest.mark.parametrize("name", RIGS)
def test_every_clip_of_every_rig(name: str, clip: str) -> None:
    made = art.animation(name, clip=clip, direction="right", frames=4, size=(48, 48), seed=7)
    assert made.problems == ()
    assert len(made.frames) == 4


@pytest.mark.parametrize("motion", customs())
def test_custom_motions(motion: str) -> None:
    word = {"bow_down": "bowing", "chop": "digging"}.get(motion, motion)
    made = (
        art.animation("hero", clip="custom", description=word, frames=4, seed=7)
        if motion != "bow"
        else art.animation("archer", "attack", frames=4)
    )
    assert made.problems == ()


def test_all_directions_share_one_scale() -> None:
    made = art.animation("wolf", clip="walk", direction="all", frames=4, seed=7)
    assert [row.direction for row in made.rows] == list(art.DIRECTIONS)
    assert made.problems == ()
    assert made.sheet.size == (4 * 64, 8 * 64)
    heights = []
    for row in made.rows:
        box = row.frames[0].getbbox()
        assert box is not None
        heights.append(box[3] - box[1])
    assert max(heights) - min(heights) <= 14
    one = art.animation("wolf", clip="walk", direction="left", frames=4, seed=7)
    left = list(art.DIRECTIONS).index("left")
    assert sheets.png_bytes(one.frames[0]) == sheets.png_bytes(made.rows[left].frames[0])


def test_directions_are_drawn_not_mirrored() -> None:
    left, right = (art.sprite("knight", direction=name, seed=7).image for name in ("left", "right"))
    assert (np.asarray(left)[:, ::-1] != np.asarray(right)).any()


@pytest.mark.parametrize("size", [(16, 16), (24, 24), (32, 32), (48, 64), (128, 128)])
def test_sizes(size: tuple[int, int]) -> None:
    for name in ("knight", "wolf", "potion", "slime"):
        picture = art.sprite(name, size=size, seed=7)
        assert picture.image.size == size
        assert picture.report.problems == ()


@pytest.mark.parametrize("name", [*palettes.NAMES, "custom"])
def test_palette_lock_holds_for_every_pixel(name: str) -> None:
    palette = ["#101018", "#5a3a2a", "#b86f50", "#ead4aa", "#3a4466", "#8b9bb4", "#ffffff"] if name == "custom" else name
    locked = palettes.chosen(palette)
    assert locked is not None
    for prompt in ("knight", "girl with blue hair", "dragon", "potion", "slime"):
        picture = art.sprite(prompt, seed=7, palette=palette)
        pixels = np.asarray(picture.image)
        used = {tuple(int(c) for c in color) for color in pixels[pixels[..., 3] > 0][:, :3]}
        assert used <= set(locked)
        assert picture.report.problems == ()


def test_attacks_hold_and_strike() -> None:
    made = art.animation("knight", clip="attack", seed=7)
    assert len(made.durations) == 6
    assert min(made.durations) < 0.7 * max(made.durations)


def test_normalized_size_keeps_the_sprites_scale() -> None:
    still = art.sprite("knight", direction="right", seed=7).image.getbbox()
    walked = art.animation("knight", "idle", direction="right", seed=7, normalize_size=True).frames[0].getbbox()
    assert still is not None
    assert walked is not None
    assert abs((still[3] - still[1]) - (walked[3] - walked[1])) <= 2


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"clip": "moonwalk"}, "clip"),
        ({"direction": "north"}, "direction"),
        ({"frames": 1}, "frames"),
        ({"frames": 13}, "frames"),
        ({"fps": 3}, "fps"),
        ({"size": (7, 64)}, "size"),
        ({"outline": "dotted"}, "outline"),
        ({"view": "worm"}, "view"),
        ({"palette": "crayons"}, "palette"),
        ({"clip": "custom", "description": "photosynthesising"}, "description"),
    ],
)
def test_bad_requests_name_the_field(arguments: dict[str, object], path: str) -> None:
    with pytest.raises(Problem) as refused:
        art.animation("knight", **arguments)  # type: ignore[arg-type]
    assert refused.value.errors[0].path == path
    assert refused.value.status == 422


def test_sheet_descriptions_cover_the_sheet(tmp_path: Path) -> None:
    made = art.animation("fox", clip="walk", direction=["left", "right"], frames=4, seed=7)
    manifest = made.manifest
    assert len(manifest["frames"]) == 8
    assert manifest["meta"]["size"] == {"w": made.sheet.width, "h": made.sheet.height}
    for entry in manifest["frames"]:
        cell = entry["frame"]
        assert cell["x"] + cell["w"] <= made.sheet.width
        assert cell["y"] + cell["h"] <= made.sheet.height
    assert [tag["name"] for tag in manifest["meta"]["frameTags"]] == ["walk-left", "walk-right"]
    json.dumps(manifest)
    atlas = sheets.phaser(made.rows, made.pivot, "fox.png")
    assert len(atlas["frames"]) == 8
    assert atlas["anims"][0]["repeat"] == -1
    resource = sheets.godot(made.rows, "res://fox.png")
    assert resource.count("[sub_resource") == 8
    assert '"name": &"walk-left"' in resource


@pytest.mark.parametrize("kind", ["gif", "png", "webp"])
def test_previews_move_and_stay_transparent(kind: sheets.Preview) -> None:
    made = art.animation("slime", clip="walk", frames=4, size=(32, 32), seed=7)
    with Image.open(io.BytesIO(sheets.preview(made.frames, made.durations, kind, scale=2))) as image:
        assert getattr(image, "n_frames", 1) == 4
        assert image.size == (64, 64)
        image.seek(2)
        frame = np.asarray(image.convert("RGBA"))
    original = np.asarray(made.frames[2].resize((64, 64), Image.Resampling.NEAREST))
    assert ((frame[..., 3] > 0) == (original[..., 3] > 0)).all()
    opaque = original[..., 3] > 0
    assert np.abs(frame[opaque][:, :3].astype(int) - original[opaque][:, :3]).max() <= 8


SMALL = ("dog", "cat", "wolf", "pig", "horse", "cow", "rabbit", "mouse")


def test_four_legged_animals_of_16_pixels_stand_on_legs_and_differ() -> None:
    shown = {}
    for name in SMALL:
        walk = art.animation(name, "walk", "right", 8, size=(16, 16), seed=7)
        masks = [np.asarray(frame)[..., 3] > 0 for frame in walk.frames]
        # with air between the legs in at least two of eight frames
        feet = [[int((np.diff(np.r_[0, row.astype(int), 0]) == 1).sum()) for row in mask[mask.any(axis=1)][-3:]] for mask in masks]
        assert sum(max(runs) >= 2 for runs in feet) >= 2, name
        high = [int(np.flatnonzero(mask.any(axis=1))[-1] - np.flatnonzero(mask.any(axis=1))[0]) + 1 for mask in masks]
        assert max(high) >= 9, name
        shown[name] = np.asarray(art.sprite(name, (16, 16), 7).image)
        assert (shown[name][..., 3] > 0).mean() > 0.27, name
    for (one, a), (other, b) in combinations(shown.items(), 2):
        either = (a[..., 3] > 0) | (b[..., 3] > 0)
        assert (a != b).any(axis=2)[either].mean() > 0.5, (one, other)


GOLDEN = Path(__file__).with_name("golden.json")
GOLDEN_PROMPTS = [
    "knight",
    "girl with blue hair",
    "wolf",
    "dragon",
    "slime",
    "snake",
    "owl",
    "crab",
    "shark",
    "car",
    "potion",
    "chest",
    "sword",
    "tree",
]


def golden() -> dict[str, str]:
    """Prompt -> SHA-256 of the sprite's pixels. `python -m tests.art.test_sprites` writes the file anew."""
    return {prompt: hashlib.sha256(art.sprite(prompt, seed=7).image.tobytes()).hexdigest() for prompt in GOLDEN_PROMPTS}


def test_golden_pictures() -> None:
    assert golden() == json.loads(GOLDEN.read_text("utf-8"))


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(golden(), indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("clip", ["idle", "walk", "run", "attack", "jump", "death", "hurt"])
@pytest.mark.parametrize("prompt", ["red potion", "treasure chest"])
def test_things_move(prompt: str, clip: str) -> None:
    drawn = art.animation(prompt, clip, "right", size=(32, 32))
    assert len({frame.tobytes() for frame in drawn.frames}) > 1
    assert all(frame.getbbox()[0] > 0 and frame.getbbox()[2] < 32 for frame in drawn.frames)
    assert drawn.problems == ()


def test_a_thing_spins_when_it_is_told_to() -> None:
    drawn = art.animation("gold coin", "custom", "down", 8, (32, 32), description="spinning")
    widths = [frame.getbbox()[2] - frame.getbbox()[0] for frame in drawn.frames]
    assert min(widths) < 0.6 * max(widths)


def test_a_figurine_moves_as_one_piece() -> None:
    drawn = art.animation(art.read("a fox", 7, "thing"), "death", "down-right", size=(48, 48))
    first, last = drawn.frames[0].getbbox(), drawn.frames[-1].getbbox()
    # what stood lies: no higher than it was wide
    assert (last[3] - last[1]) < 0.8 * (first[3] - first[1])
