"""Vector and painterly pictures: the drawing and its pixels agree, edges are soft, the same arguments give the same bytes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from makebelieve import art
from makebelieve.art import sheets
from makebelieve.art.styles.coverage import over
from makebelieve.art.styles.curves import traced
from makebelieve.art.styles.manner import reduced
from makebelieve.kit.errors import Problem

SMOOTH = ("vector", "painterly")
NAMES = ("knight", "wolf", "dragon", "potion", "slime", "snake", "car", "sword")


def disc(size: int, radius: float) -> np.ndarray:
    y, x = np.mgrid[0:size, 0:size] + 0.5
    return np.asarray(np.hypot(x - size / 2, y - size / 2) <= radius)


def filled(curves: list[np.ndarray], size: int) -> np.ndarray:
    canvas = np.zeros((size, size, 4))
    over(canvas, np.concatenate(curves), np.array([1.0, 1.0, 1.0, 1.0]), 1.0)
    return np.asarray(canvas[..., 3])


def test_a_disc_becomes_few_curves_of_its_area() -> None:
    curves = traced(disc(64, 24.0), smooth=0.8, tolerance=0.5, least=4.0)
    assert len(curves) == 1
    assert len(curves[0]) <= 12
    assert filled(curves, 64).sum() == pytest.approx(np.pi * 24**2, rel=0.01)
    assert (curves[0][:, 6:] == np.roll(curves[0], -1, axis=0)[:, :2]).all(), "the loop is closed"


def test_holes_stay_open_and_squares_keep_corners() -> None:
    ring = disc(64, 24.0) & ~disc(64, 10.0)
    cover = filled(traced(ring, smooth=0.8, tolerance=0.5, least=4.0), 64)
    assert cover[32, 32] == 0.0
    assert cover.sum() == pytest.approx(np.pi * (24**2 - 10**2), rel=0.02)
    square = np.zeros((40, 40), bool)
    square[8:32, 8:32] = True
    (curves,) = traced(square, smooth=0.8, tolerance=0.5, least=4.0)
    assert len(curves) <= 12
    assert filled([curves], 40)[8, 8] > 0.35
    assert traced(np.zeros((9, 9), bool), smooth=0.8, tolerance=0.5, least=1.0) == []


@pytest.mark.parametrize("style", SMOOTH)
@pytest.mark.parametrize("name", NAMES)
def test_smooth_styles_pass_the_gate(name: str, style: str) -> None:
    picture = art.sprite(name, (96, 96), 7, style=style)
    assert picture.image.size == (96, 96)
    assert picture.report.problems == ()
    alpha = np.asarray(picture.image)[..., 3]
    assert ((alpha > 0) & (alpha < 255)).any(), "edges are soft"
    again = art.sprite(name, (96, 96), 7, style=style)
    assert sheets.png_bytes(picture.image) == sheets.png_bytes(again.image)
    assert picture.svg == again.svg


@pytest.mark.parametrize("style", SMOOTH)
def test_smooth_styles_show_what_pixel_style_shows(style: str) -> None:
    for name in NAMES:
        pixel = np.asarray(art.sprite(name, (96, 96), 7).image, float)
        other = np.asarray(art.sprite(name, (96, 96), 7, style=style).image, float)
        one, two = pixel[..., 3] > 127, other[..., 3] > 127
        assert (one & two).sum() / (one | two).sum() > 0.8
        both = one & two
        assert np.abs(pixel[both][:, :3].mean(axis=0) - other[both][:, :3].mean(axis=0)).max() < 45


def test_the_drawing_is_plain_small_svg_of_the_same_curves(tmp_path: Path) -> None:
    picture = art.sprite("a <knight> & his horse", (256, 256), 7, style="vector")
    assert picture.svg is not None
    assert len(picture.svg) < 48_000
    root = ElementTree.fromstring(picture.svg)
    assert {child.tag.split("}")[1] for child in root} == {"title", "path"}
    assert root.attrib["viewBox"] == "0 0 256 256"
    # the text holds the numbers that the pixels were made of
    drawing = picture.drawing
    assert drawing is not None
    paths = [child.attrib for child in root if child.tag.endswith("path")]
    assert len(paths) == len(drawing.shapes)
    for path, shape in zip(paths, drawing.shapes, strict=True):
        loops = path["d"].split("z")[:-1]
        assert len(loops) == len(shape.curves)
        for text, loop in zip(loops, shape.curves, strict=True):
            numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
            assert numbers[:2] == pytest.approx(loop[0, :2])
            steps = np.array(numbers[2:]).reshape(-1, 6)
            assert numbers[:2] + steps[:-1, 4:].sum(axis=0) == pytest.approx(loop[-1, :2], abs=1e-6)
    saved = picture.save(tmp_path / "knight.svg")
    assert saved.read_text("utf-8") == picture.svg
    with pytest.raises(Problem, match="vector"):
        art.sprite("knight").save(tmp_path / "knight.svg")


def test_outlines_of_drawings() -> None:
    drawings = {
        outline: art.sprite("slime", (96, 96), 7, style="vector", outline=outline).drawing for outline in ("black", "color", "none")
    }
    lowest = {outline: drawing.shapes[0] for outline, drawing in drawings.items() if drawing is not None}
    assert lowest["black"].fill == (24, 18, 32)
    assert sum(lowest["color"].fill) < 0.5 * sum(lowest["none"].fill)
    wide = {outline: float(np.ptp(shape.curves[0][:, 0])) for outline, shape in lowest.items()}
    assert wide["black"] == pytest.approx(wide["none"] + 2 * 0.016 * 96, abs=0.8)


def test_a_palette_holds_for_the_fills_of_a_drawing() -> None:
    picture = art.sprite("knight", (96, 96), 7, style="vector", palette="pico-8", outline="black")
    assert picture.drawing is not None
    fills = {shape.fill for shape in picture.drawing.shapes}
    from makebelieve.art.palettes import named

    assert len(fills) > 5
    assert sum(fill in set(named("pico-8")) for fill in fills) >= 0.6 * len(fills)


def test_pixel_perfect_on_makes_square_blocks() -> None:
    for style in ("pixel", *SMOOTH):
        pixels = np.asarray(art.sprite("knight", (128, 128), 7, style=style, pixel_perfect="on").image)
        blocks = pixels.reshape(64, 2, 64, 2, 4)
        assert (blocks == blocks[:, :1, :, :1]).all()
        assert set(np.unique(pixels[..., 3])) == {0, 255}
    small = art.sprite("knight", (64, 64), 7, pixel_perfect="on").image
    assert sheets.png_bytes(small) == sheets.png_bytes(art.sprite("knight", (64, 64), 7).image)
    uneven = art.sprite("knight", (100, 150), 7, pixel_perfect="on")
    assert uneven.image.size == (100, 150)
    assert uneven.report.problems == ()


def test_pixel_perfect_off_softens_edges() -> None:
    alpha = np.asarray(art.sprite("knight", (64, 64), 7, pixel_perfect="off").image)[..., 3]
    assert ((alpha > 20) & (alpha < 235)).sum() > 20
    with pytest.raises(Problem, match="pixel_perfect"):
        art.sprite("knight", pixel_perfect="maybe")
    with pytest.raises(Problem, match="style"):
        art.sprite("knight", style="cubist")


@pytest.mark.parametrize("size", [(8, 8), (12, 20), (64, 16), (512, 40), (40, 512)])
@pytest.mark.parametrize("style", ["pixel", *SMOOTH])
def test_every_size_from_8_px_on(size: tuple[int, int], style: str) -> None:
    for name in ("knight", "wolf", "potion"):
        assert art.sprite(name, size, 7, style=style).image.size == size


def test_sizes_outside_are_refused() -> None:
    for size in ((7, 64), (64, 513)):
        with pytest.raises(Problem, match="8 to 512"):
            art.sprite("knight", size)


def test_what_it_stands_on_can_be_left_out() -> None:
    with_base = art.sprite("a knight on a stone pedestal", (96, 96), 7)
    without = art.sprite("a knight on a stone pedestal", (96, 96), 7, no_base=True)
    assert (with_base.spec.base, without.spec.base) == ("pedestal", "none")
    plain = art.sprite("a knight", (96, 96), 7)
    assert (np.asarray(without.image) == np.asarray(plain.image)).all()
    assert (np.asarray(with_base.image) != np.asarray(plain.image)).any()
    planted, pulled = (np.asarray(art.sprite("sapling", (96, 96), 7, no_base=bare).image) for bare in (False, True))
    soil = {tuple(color) for color in planted[planted[..., 3] > 0][:, :3]} - {tuple(color) for color in pulled[pulled[..., 3] > 0][:, :3]}
    assert soil


@pytest.mark.parametrize("style", ["pixel", *SMOOTH])
def test_whole_scenes_keep_their_background(style: str) -> None:
    for size in ((96, 96), (40, 20)):
        picture = art.sprite("a knight before a castle at dusk", size, 7, style=style, skip_bg_removal=True)
        assert picture.image.size == size
        assert (np.asarray(picture.image)[..., 3] >= 254).all()
        assert (picture.svg is not None) == (style == "vector")


@pytest.mark.parametrize("style", SMOOTH)
def test_clips_in_smooth_styles(style: str) -> None:
    made = art.animation("knight", "walk", "right", 4, (64, 64), 7, style=style)
    assert made.problems == ()
    assert len(made.svgs) == (4 if style == "vector" else 0)


@pytest.mark.parametrize("style", SMOOTH)
def test_icons_portraits_tiles_and_backdrops_in_smooth_styles(style: str) -> None:
    vector = style == "vector"
    icon = art.icon("potion", (48, 48), 7, style=style)
    face = art.portrait("wizard", (64, 64), 7, style=style)
    floor = art.tile("grass", "floor", 7, style=style)
    prop = art.tile("chest", "prop", 7, style=style)
    place = art.backdrop("forest", (128, 72), 7, style=style)
    for picture, size in ((icon, (48, 48)), (face, (64, 64)), (floor, (130, 230)), (prop, (130, 230))):
        assert picture.image.size == size
        assert (picture.svg is not None) == vector
    assert place.image.size == (128, 72)
    assert (np.asarray(place.layers[0])[..., 3] >= 254).all()
    assert (place.svg is not None) == vector
    pixel = np.asarray(art.backdrop("forest", (128, 72), 7).image.convert("RGB"), float)
    assert np.abs(np.asarray(place.image.convert("RGB"), float) - pixel).mean() < 16
    assert art.pack(["key", "gem"], (32, 32), 7, style=style).image.size == (64, 32)


def test_reducing_weighs_colours_by_opacity() -> None:
    image = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 2, 4))
    pixels = np.asarray(reduced(image, (2, 2)))
    seen = pixels[pixels[..., 3] > 8]
    assert (seen[:, 0] > 250).all(), "no dark fringe"


@pytest.mark.parametrize("style", ["pixel", *SMOOTH])
@pytest.mark.parametrize("name", ["knight", "wolf", "slime", "potion", "house", "sword"])
def test_variants_differ_to_the_eye(name: str, style: str) -> None:
    spec = art.read(name, 7)
    pictures = [np.asarray(art.sprite(art.varied(spec, number), style=style).image, float) for number in range(3)]
    drawn = (pictures[0][..., 3] > 127).mean()
    for i, one in enumerate(pictures):
        for other in pictures[:i]:
            assert (np.abs(one - other).max(axis=2) > 24).mean() > 0.1 * drawn
