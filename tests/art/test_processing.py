"""Sheet processing: what each mode promises, over random sheets and over real ones."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from makebelieve import art
from makebelieve.art.processing import common_box
from makebelieve.art.sheets import Row
from makebelieve.kit.errors import Problem


@st.composite
def sheets_of_blots(draw: st.DrawFn) -> art.Sheet:
    """Rows of frames of a few coloured rectangles each; a frame may be empty."""
    width, height = draw(st.integers(4, 40)), draw(st.integers(4, 40))
    count, rows = draw(st.integers(1, 4)), []
    for name in draw(st.sampled_from([("down",), ("left", "right")])):
        frames = []
        for _ in range(count):
            pixels = np.zeros((height, width, 4), np.uint8)
            for _ in range(draw(st.integers(0, 3))):
                x, y = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
                w, h = draw(st.integers(1, 12)), draw(st.integers(1, 12))
                pixels[y : y + h, x : x + w] = (*draw(st.tuples(*[st.integers(0, 255)] * 3)), 255)
            frames.append(Image.fromarray(pixels))
        rows.append(Row("walk", name, tuple(frames), (80,) * count, True))
    return art.Sheet(tuple(rows), (width // 2, height - 1))


def colors(frame: Image.Image) -> list[tuple[int, ...]]:
    pixels = np.asarray(frame).reshape(-1, 4)
    return sorted(map(tuple, pixels[pixels[:, 3] > 0].tolist()))


def same(one: art.Sheet, other: art.Sheet) -> bool:
    pairs = zip((f for r in one.rows for f in r.frames), (f for r in other.rows for f in r.frames), strict=True)
    return one.pivot == other.pivot and all(a.size == b.size and a.tobytes() == b.tobytes() for a, b in pairs)


@settings(deadline=None, max_examples=60)
@given(sheets_of_blots())
def test_stabilize_puts_all_feet_on_one_line_and_loses_nothing(sheet: art.Sheet) -> None:
    steady = art.process(sheet, "stabilize")
    feet = {box[3] for row in steady.rows for frame in row.frames if (box := frame.getbbox()) is not None}
    assert feet <= {steady.pivot[1]}
    for before, after in zip(sheet.rows, steady.rows, strict=True):
        assert [colors(frame) for frame in before.frames] == [colors(frame) for frame in after.frames]
        assert (before.durations, before.tag) == (after.durations, after.tag)
    assert same(art.process(steady, "stabilize"), steady)


@settings(deadline=None, max_examples=60)
@given(sheets_of_blots())
def test_tight_keeps_every_pixel_and_nothing_around(sheet: art.Sheet) -> None:
    cut = art.process(sheet, "tight")
    for before, after in zip(sheet.rows, cut.rows, strict=True):
        assert [colors(frame) for frame in before.frames] == [colors(frame) for frame in after.frames]
    box = common_box(sheet.rows)
    if box is not None:
        assert cut.cell == (box[2] - box[0], box[3] - box[1])
        assert common_box(cut.rows) == (0, 0, *cut.cell)
        assert (cut.pivot[0] + box[0], cut.pivot[1] + box[1]) == sheet.pivot
    assert same(art.process(cut, "tight"), cut)


@settings(deadline=None, max_examples=60)
@given(sheets_of_blots(), st.integers(8, 96), st.integers(8, 96))
def test_aggressive_scales_by_whole_factors_and_fills(sheet: art.Sheet, width: int, height: int) -> None:
    filled = art.process(sheet, "aggressive", canvas=(width, height))
    box, now = common_box(sheet.rows), common_box(filled.rows)
    if box is None:
        assert same(filled, sheet)
        return
    assert now is not None
    assert filled.cell == (width, height)
    old, new = (box[2] - box[0], box[3] - box[1]), (now[2] - now[0], now[3] - now[1])
    if old[0] <= width and old[1] <= height:
        factor = new[0] // old[0]
        assert new == (old[0] * factor, old[1] * factor)
        assert old[0] * (factor + 1) > width - 2 or old[1] * (factor + 1) > height - 2
        for before, after in zip(sheet.frames, filled.frames, strict=True):
            assert len(colors(after)) == factor * factor * len(colors(before))
        assert same(art.process(filled, "aggressive"), filled)


def test_a_real_walk_stays_whole() -> None:
    walk = art.animation("knight", "walk", ["left", "right"], frames=4, seed=7)
    steady = art.process(walk, "stabilize")
    assert [len(row.frames) for row in steady.rows] == [4, 4]
    assert steady.pivot[0] == walk.pivot[0]
    big = art.process(walk, "aggressive", canvas=(128, 128))
    assert {frame.size for row in big.rows for frame in row.frames} == {(128, 128)}
    for row in big.rows:
        assert art.check_frames(row.frames) == ()
    soft = art.process(walk, "aggressive", canvas=(100, 100), pixel=False)
    box = common_box(soft.rows)
    assert box is not None
    assert max(box[2] - box[0], box[3] - box[1]) == 98


def test_normalized_rows_are_as_high_as_the_base() -> None:
    base = art.sprite("knight", (64, 64), 7).image
    tall = base.getbbox()
    assert tall is not None
    small = art.animation("knight", "idle", ["down", "left"], frames=2, size=(40, 40), seed=7)
    pasted = []
    for row in small.rows:
        frames = []
        for frame in row.frames:
            cell = Image.new("RGBA", (96, 96))
            cell.paste(frame, (28, 50))
            frames.append(cell)
        pasted.append(Row(row.clip, row.direction, tuple(frames), row.durations, row.loops))
    sheet = art.Sheet(tuple(pasted), (48, 50 + small.pivot[1]))
    sized = art.normalize_size(sheet, base)
    for row in sized.rows:
        heights = sorted(box[3] - box[1] for frame in row.frames if (box := frame.getbbox()) is not None)
        assert abs(heights[len(heights) // 2] - (tall[3] - tall[1])) <= 1
    assert sized.pivot == sheet.pivot
    with pytest.raises(Problem, match="base"):
        art.normalize_size(sheet, Image.new("RGBA", (8, 8)))


def test_a_sheet_is_read_back_from_its_files() -> None:
    walk = art.animation("fox", "walk", ["left", "up-right"], frames=3, size=(32, 32), seed=7)
    read = art.read_sheet(walk.sheet, walk.manifest)
    assert same(read, art.Sheet(walk.rows, walk.pivot))
    assert [(row.clip, row.direction, list(row.durations), row.loops) for row in read.rows] == [
        (row.clip, row.direction, list(row.durations), row.loops) for row in walk.rows
    ]


def _spoiled(change: str) -> dict[str, Any]:
    manifest = art.animation("slime", "idle", "down", frames=2, size=(16, 16)).manifest
    if change == "outside":
        manifest["frames"][1]["frame"]["x"] = 17
    elif change == "sizes":
        manifest["frames"][1]["frame"]["w"] = 15
    elif change == "tag":
        manifest["meta"]["frameTags"][0]["to"] = 5
    elif change == "frames":
        del manifest["frames"]
    else:
        manifest["frames"] = []
    return manifest


@pytest.mark.parametrize("change", ["outside", "sizes", "tag", "frames", "none"])
def test_bad_manifests_are_refused(change: str) -> None:
    with pytest.raises(Problem) as refused:
        art.read_sheet(Image.new("RGBA", (32, 16)), _spoiled(change))
    assert refused.value.errors[0].path == "manifest"


@pytest.mark.parametrize(
    ("mode", "canvas", "path"), [("shake", None, "mode"), ("tight", (64, 64), "canvas"), ("aggressive", (4, 64), "canvas")]
)
def test_bad_processing_names_the_field(mode: str, canvas: tuple[int, int] | None, path: str) -> None:
    with pytest.raises(Problem) as refused:
        art.process(art.animation("slime", "idle", frames=2, size=(16, 16)), mode, canvas=canvas)
    assert refused.value.errors[0].path == path
