"""Places out of doors that are told apart from their biome and from each other, at any size and hour."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.scenery.biomes import BIOMES
from makebelieve.art.scenery.hours import Air, ramp_of
from makebelieve.art.scenery.plane import TONES, Plane
from makebelieve.art.scenery.vistas.catalogue import VISTAS, vista_said
from makebelieve.art.tiles.patterns import chance
from makebelieve.kit.errors import Problem
from makebelieve.language import tokenise


def pixels(vista: str, time: str = "day", size: tuple[int, int] = (160, 90), seed: int = 5) -> np.ndarray:
    return np.asarray(art.backdrop("x", size, seed, biome=VISTAS[vista].biome, vista=vista, time=time).image)[..., :3].astype(int)


@pytest.mark.parametrize("vista", VISTAS)
def test_every_material_of_a_vista_has_its_colour(vista: str) -> None:
    place = VISTAS[vista].place
    for seed in range(3):
        for n in (0, 1, 2):
            plane = Plane(192, 108, chance(seed))
            place.painter(plane, n)
            for name in plane.names:
                assert len(ramp_of(name, place.colors, Air("dusk", (120, 120, 120)))) == TONES


@pytest.mark.parametrize("vista", VISTAS)
def test_there_is_ground_to_stand_on(vista: str) -> None:
    """What is nearest reaches the lower edge everywhere: no figure stands in the air or on the sea."""
    plane = Plane(320, 180, chance(4))
    VISTAS[vista].place.painter(plane, 2)
    assert (plane.ink[-14:] > 0).all()


@pytest.mark.slow
def test_vistas_differ_from_the_skyline_and_from_each_other() -> None:
    pictures = {vista: pixels(vista) for vista in VISTAS}
    pictures |= {
        biome: np.asarray(art.backdrop("x", (160, 90), 5, biome=biome, room="", vista="").image)[..., :3].astype(int) for biome in BIOMES
    }
    for one, other in combinations(pictures, 2):
        assert (np.abs(pictures[one] - pictures[other]).sum(axis=2) > 36).mean() > 0.05, (one, other)


@pytest.mark.parametrize("vista", VISTAS)
@pytest.mark.slow
def test_a_vista_is_another_with_another_seed_and_dark_at_night(vista: str) -> None:
    assert (np.abs(pixels(vista, seed=1) - pixels(vista, seed=2)).sum(axis=2) > 48).mean() > 0.03
    if not VISTAS[vista].place.closed:
        assert pixels(vista, "night").mean() < 0.55 * pixels(vista).mean()


@pytest.mark.parametrize("vista", VISTAS)
@pytest.mark.parametrize("size", [(64, 48), (333, 187), (1024, 48)])
@pytest.mark.slow
def test_vistas_meet_at_their_sides(vista: str, size: tuple[int, int]) -> None:
    for layer in art.backdrop("x", size, 5, vista=vista).layers:
        around = np.asarray(layer.convert("RGBA")).astype(int)
        steps = np.abs(around - np.roll(around, 1, axis=1)).sum(axis=(0, 2))
        assert steps[0] <= 1.25 * steps[1:].max(), "a seam"


@pytest.mark.parametrize("vista", VISTAS)
@pytest.mark.slow
def test_palettes_lock_vistas(vista: str) -> None:
    allowed = set(palettes.named("pico-8"))
    for layer in art.backdrop("x", (128, 72), 3, vista=vista, palette="pico-8", time="night").layers:
        colors = np.asarray(layer)
        assert {tuple(int(c) for c in color[:3]) for color in colors[colors[..., 3] > 0]} <= allowed


@pytest.mark.parametrize(
    ("prompt", "vista"),
    [
        ("a bandstand in the park", "park"),
        ("the old footbridge", "span"),
        ("a rooftop above the city", "terrace"),
        ("a street of shops in the city", None),
        ("an old fairground", "fairground"),
    ],
)
def test_words_name_vistas(prompt: str, vista: str | None) -> None:
    assert vista_said(tokenise(prompt)) == vista


def test_the_prompt_of_a_city_chooses_its_vista_and_an_empty_one_shows_the_skyline() -> None:
    assert art.backdrop("a city park at noon", (64, 48)).spec.get("vista") == "park"
    assert "vista" not in art.backdrop("a city park at noon", (64, 48), biome="city", vista="").spec
    assert "vista" not in art.backdrop("a forest", (64, 48)).spec


@pytest.mark.parametrize(("vista", "biome"), [("moat", None), ("park", "forest")])
def test_a_vista_that_is_none_is_refused(vista: str, biome: str | None) -> None:
    with pytest.raises(Problem, match="vista"):
        art.backdrop("x", vista=vista, biome=biome)
