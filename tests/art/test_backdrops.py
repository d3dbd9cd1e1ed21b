"""Backdrops: seams, palettes, hours, seasons, sizes, and what they cost."""

from __future__ import annotations

import time

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.color import to_oklab
from makebelieve.art.scenery import TIMES
from makebelieve.art.scenery.biomes import BIOMES as PLACES
from makebelieve.art.scenery.hours import Air, ramp_of, season_of, sky_of, table_of
from makebelieve.art.scenery.painting import paint_place, painted
from makebelieve.art.scenery.plane import HAZES, TONES, Plane, fractal
from makebelieve.art.scenery.relief import seen
from makebelieve.art.tiles.patterns import chance
from makebelieve.language.kinds import BIOMES


def test_every_biome_is_in_the_table() -> None:
    assert set(PLACES) == set(BIOMES)


@pytest.mark.parametrize("biome", BIOMES)
def test_every_material_has_its_colour(biome: str) -> None:
    place = PLACES[biome]
    for seed in range(4):
        for n in (*((-1,) if place.wall else ()), 0, 1, 2):
            plane = Plane(192, 108, chance(seed))
            place.painter(plane, n)
            for name in plane.names:
                assert len(ramp_of(name, place.colors, Air("dusk", (120, 120, 120)))) == TONES


@pytest.mark.parametrize("biome", BIOMES)
def test_layers_meet_at_their_sides(biome: str) -> None:
    """The step over the seam is no larger than steps inside the picture are."""
    made = paint_place(biome, "day", (320, 180), 5)
    for pixels in (made.sky, *(depth.pixels() for depth in made.depths)):
        around = pixels.astype(int)
        steps = np.abs(around - np.roll(around, 1, axis=1)).sum(axis=(0, 2))
        assert steps[0] <= 1.25 * steps[1:].max(), "a seam"


def test_what_crosses_the_side_goes_on_at_the_other() -> None:
    plane = Plane(64, 48, chance(1))
    plane.ellipse(64, 24, 8, 8, "leaf")
    plane.stroke(60, 40, 70, 40, 3, "leaf")
    assert plane.ink[24, 63]
    assert plane.ink[24, 2]
    assert plane.ink[40, 4]
    assert not plane.ink[24, 20]


def test_noise_repeats_sideways() -> None:
    made = fractal(16, 60, 5, 2, 3, chance(3))
    inner = np.abs(np.diff(made, axis=1)).max()
    assert np.abs(made[:, 0] - made[:, -1]).max() <= 1.5 * inner


def test_near_rows_of_a_relief_hide_far_ones() -> None:
    plane = Plane(8, 20, chance(1))
    heights = np.zeros((2, 8))
    heights[0, :] = 12
    heights[1, 4:] = 30
    start, row, any_ = seen(plane, heights, 14, 18)
    assert start == 0
    assert not any_[0, 0]
    assert any_[3, 0]
    assert row[3, 0] == 0
    assert row[19, 0] == 1
    assert (row[:, 4:] == 1).all()


@pytest.mark.parametrize("biome", ["forest", "indoor", "space"])
@pytest.mark.parametrize("palette", ["pico-8", "sweetie-16", "game-boy"])
def test_palettes_lock_every_layer(biome: str, palette: str) -> None:
    allowed = set(palettes.named(palette))
    for layer in art.backdrop("x", (128, 72), 3, biome=biome, time="dusk", palette=palette).layers:
        pixels = np.asarray(layer)
        assert {tuple(int(c) for c in color[:3]) for color in pixels[pixels[..., 3] > 0]} <= allowed


def test_tones_of_a_locked_layer_never_get_darker() -> None:
    palette = palettes.named("db16")
    made = paint_place("forest", "day", (160, 90), 3)
    for depth in made.depths:
        ladder = np.arange(len(depth.table), dtype=np.uint8)[None, :]
        colors = type(depth)(depth.name, ladder, depth.table, depth.speed).pixels(palette)[0, HAZES:, :3]
        for material in range(len(colors) // (HAZES * TONES)):
            tones = colors[material * HAZES * TONES : (material + 1) * HAZES * TONES : HAZES]
            light = [to_oklab((int(r), int(g), int(b)))[0] for r, g, b in tones]
            assert light == sorted(light)


@pytest.mark.parametrize("biome", BIOMES)
def test_equal_seeds_give_equal_pictures_and_others_do_not(biome: str) -> None:
    one, again, other = (art.backdrop("x", (128, 72), seed, biome=biome).image.tobytes() for seed in (4, 4, 5))
    assert one == again
    assert one != other


def test_an_hour_changes_colours_and_no_shapes() -> None:
    day, night = (paint_place("village", hour, (160, 90), 3) for hour in ("day", "night"))
    for a, b in zip(day.depths, night.depths, strict=True):
        assert (a.codes == b.codes).all()
    bright = [np.mean([to_oklab(color)[0] for color in made.depths[-1].table[HAZES:]]) for made in (day, night)]
    assert bright[1] < 0.75 * bright[0]


@pytest.mark.parametrize("time_", TIMES)
def test_windows_are_lit_when_it_is_dark(time_: str) -> None:
    light, a, b = to_oklab(ramp_of("window", {"window": "#6f9cc4"}, Air(time_, (90, 90, 120)))[2])
    assert (b > 0.05 and light > 0.6) == (time_ in ("dusk", "night"))
    assert abs(a) < 0.1


def test_distance_fades_into_the_air() -> None:
    haze = (200, 220, 240)
    near, far = (table_of(["leaf"], {"leaf": "#3f9348"}, Air("day", haze), depth)[HAZES] for depth in (0.0, 0.8))
    assert np.abs(np.subtract(far, haze)).sum() < 0.4 * np.abs(np.subtract(near, haze)).sum()


@pytest.mark.parametrize(
    ("words", "season"), [("an autumn forest", "autumn"), ("frozen woods", "winter"), ("cherry blossom garden", "spring"), ("a wood", None)]
)
def test_seasons_are_read_and_turn_the_leaves(words: str, season: str | None) -> None:
    assert season_of(words) == season
    green = ramp_of("leaf", {"leaf": "#3f9348"}, Air("day", (0, 0, 0)))
    turned = ramp_of("leaf", {"leaf": "#3f9348"}, Air("day", (0, 0, 0), season))
    assert (green == turned) == (season is None)


def test_a_sky_runs_from_zenith_to_horizon() -> None:
    for hour in TIMES:
        tones = [to_oklab(color)[0] for color in sky_of(("#4d9fe6", "#d8f1e4"), hour, closed=False)]
        assert tones == sorted(tones)


@pytest.mark.parametrize("size", [(64, 48), (1024, 512), (64, 512), (1024, 48), (333, 187)])
@pytest.mark.parametrize("biome", ["forest", "indoor", "cave", "factory", "sky"])
def test_any_size(size: tuple[int, int], biome: str) -> None:
    made = art.backdrop("x", size, 3, biome=biome)
    assert all(layer.size == size for layer in made.layers)


def test_codes_below_the_first_ink_are_clear() -> None:
    codes = np.array([[0, HAZES - 1, HAZES]], np.uint8)
    assert painted(codes, ((1, 2, 3),) * (HAZES + 1))[0, :, 3].tolist() == [0, 0, 255]


def test_a_backdrop_is_quick_and_of_few_colours() -> None:
    art.backdrop("x", seed=1)
    for biome in ("forest", "island", "indoor"):
        best = 9.0
        for seed in range(3):
            start = time.process_time()
            made = art.backdrop("x", seed=seed, biome=biome)
            best = min(best, time.process_time() - start)
        # 0.05-0.1 s where nothing else runs
        assert best < 0.4
        assert made.report["colors"] <= 200


@pytest.mark.parametrize("biome", ["forest", "village", "castle", "haunted", "desert", "swamp"])
def test_a_night_out_of_doors_is_dark_and_still_read(biome: str) -> None:
    """The brightest twentieth of it is well above the darkest, and all of it below the day."""
    day, night = (np.asarray(art.backdrop("x", (160, 90), 3, biome=biome, time=time_).image.convert("RGB")) for time_ in ("day", "night"))
    light = []
    for pixels in (day, night):
        kinds, index = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True)
        light.append(np.array([to_oklab((int(r), int(g), int(b)))[0] for r, g, b in kinds])[index.ravel()])
    assert light[1].mean() < 0.8 * light[0].mean()
    assert np.percentile(light[1], 95) - np.percentile(light[1], 5) > 0.27


def test_the_hour_reaches_under_water_and_into_no_cave() -> None:
    def mean(biome: str, hour: str) -> float:
        pixels = np.asarray(art.backdrop("x", (96, 64), 3, biome=biome, time=hour).image.convert("RGB"))
        return float(pixels.mean())

    assert mean("underwater", "night") < mean("underwater", "dusk") < mean("underwater", "day")
    assert mean("volcano", "night") == mean("volcano", "day")
