"""Light: where it comes from and its colour."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art.color import to_oklab
from makebelieve.art.light import COLORS, DIRECTIONS, Light, light_of
from makebelieve.art.palettes import chosen
from makebelieve.kit.errors import Problem


@pytest.mark.parametrize(
    ("said", "light"),
    [
        (None, None),
        ("upper-right", Light("upper-right")),
        ("warm", Light(color=(255, 216, 160))),
        ("Left, SUNSET", Light("left", (255, 158, 96))),
        ("#102030 lower", Light("lower", (16, 32, 48))),
        ({"direction": "right"}, Light("right")),
        ({"color": "neutral"}, Light()),
        ({}, Light()),
    ],
)
def test_words_for_lights(said: Any, light: Light | None) -> None:
    assert light_of(said) == light


@pytest.mark.parametrize("said", ["", "behind", "left right", "warm cool", {"color": "behind"}, {"direction": "up"}, {"angle": 3}])
def test_what_is_no_light_is_refused(said: Any) -> None:
    with pytest.raises(Problem, match="light"):
        light_of(said)


@pytest.mark.parametrize("name", DIRECTIONS)
def test_directions_are_of_one_length(name: str) -> None:
    assert np.linalg.norm(DIRECTIONS[name]) == pytest.approx(1.0, abs=0.02)


def brightness(light: str, half: slice, style: str) -> float:
    """Mean lightness of one half of a plain ball."""
    pixels = np.asarray(art.sprite("a grey ball", (64, 64), 7, light=light, style=style, outline="none").image)[:, half]
    return float(np.mean([to_oklab((int(r), int(g), int(b)))[0] for r, g, b, a in pixels.reshape(-1, 4) if a]))


@pytest.mark.parametrize("style", ["pixel", "vector", "painterly"])
def test_the_side_to_the_light_is_lighter(style: str) -> None:
    left, right = slice(0, 32), slice(32, 64)
    assert brightness("left", left, style) > brightness("left", right, style) + 0.03
    assert brightness("right", right, style) > brightness("right", left, style) + 0.03


@pytest.mark.parametrize("name", [name for name in COLORS if name != "neutral"])
def test_a_coloured_light_tints_towards_its_colour(name: str) -> None:
    light = light_of(name)
    assert light is not None
    assert light.color is not None
    _, a, b = to_oklab(light.color)

    def towards(**options: Any) -> float:
        pixels = np.asarray(art.sprite("a silver shield", (48, 48), 7, **options).image).reshape(-1, 4)
        return float(np.mean([np.dot(to_oklab((int(p[0]), int(p[1]), int(p[2])))[1:], (a, b)) for p in pixels if p[3]]))

    assert towards(light=name) > towards()


def test_a_locked_palette_stays_locked_under_any_light() -> None:
    palette = set(chosen("pico-8") or ())
    for picture in (
        art.sprite("a knight", (48, 48), 7, palette="pico-8", light="right sunset").image,
        art.tile("mossy stone", "wall", 7, palette="pico-8", light="right sunset").image,
        art.backdrop("a forest", (96, 64), 7, palette="pico-8", light="right sunset").image,
        art.animation("a knight", "walk", "down", 2, (48, 48), 7, palette="pico-8", light="right sunset").sheet,
    ):
        assert {pixel[:3] for _, pixel in picture.getcolors(1 << 20) or [] if pixel[3]} <= palette


def test_without_a_light_pictures_are_as_they_were() -> None:
    plain, told = art.sprite("a knight", (48, 48), 7).image, art.sprite("a knight", (48, 48), 7, light="upper-left neutral").image
    assert plain.tobytes() == told.tobytes()
    assert art.tile("lava", "floor", 7).image.tobytes() == art.tile("lava", "floor", 7, light="upper-left").image.tobytes()
