"""Backdrops, icons, portraits, packs."""

from __future__ import annotations

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.scenery import TIMES
from makebelieve.kit.errors import Problem
from makebelieve.language.kinds import BIOMES


@pytest.mark.parametrize("biome", BIOMES)
def test_every_biome_has_layers_that_repeat(biome: str) -> None:
    made = art.backdrop("x", (160, 90), 3, biome=biome)
    assert len(made.layers) == len(made.speeds) >= 4
    assert list(made.speeds) == sorted(made.speeds)
    sky = np.asarray(made.layers[0])
    assert (sky[..., 3] == 255).all()
    for layer in made.layers[1:]:
        pixels = np.asarray(layer)
        assert set(np.unique(pixels[..., 3])) <= {0, 255}
        assert (pixels[..., 3] > 0).any()
    near = np.asarray(made.layers[-1])[..., 3] > 0
    height = near.argmax(0)
    assert abs(int(height[0]) - int(height[-1])) <= np.abs(np.diff(height.astype(int))).max() + 2


@pytest.mark.parametrize("time", TIMES)
def test_times_of_day_differ(time: str) -> None:
    others = {one: art.backdrop("forest", (96, 64), 3, time=one).image.tobytes() for one in TIMES}
    assert list(others.values()).count(others[time]) == 1


def test_the_prompt_names_place_and_time() -> None:
    assert art.backdrop("a snowy mountain at night", (96, 64)).spec["time"] == "night"
    assert art.backdrop("the desert", (96, 64)).spec["biome"] == "desert"


def test_backdrops_obey_a_palette() -> None:
    pixels = np.asarray(art.backdrop("forest", (96, 64), 3, palette="sweetie-16").image)
    assert {tuple(int(c) for c in color) for color in pixels.reshape(-1, 4)[:, :3]} <= set(palettes.named("sweetie-16"))


@pytest.mark.parametrize("name", ["knight", "wolf", "dragon", "girl with blue hair", "slime", "potion"])
def test_portraits_show_something_large(name: str) -> None:
    picture = art.portrait(name, seed=7)
    assert picture.image.size == (64, 64)
    assert picture.report.cover > 0.25


@pytest.mark.parametrize("frame", ["square", "round", "none"])
def test_icons(frame: str) -> None:
    picture = art.icon("potion", (32, 32), 7, frame=frame)
    assert picture.image.size == (32, 32)
    corner = picture.image.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert corner[3] == 0


def test_packs_share_one_style() -> None:
    made = art.pack(["sword", "potion", "key"], seed=7, columns=2)
    assert made.image.size == (64, 64)
    assert set(made.manifest["items"]) == {"sword", "potion", "key"}
    assert all(problems == () for problems in made.report.values())


@pytest.mark.parametrize("name", ["knight", "villager", "wolf", "dragon", "slime", "potion", "sword", "car"])
def test_variants_differ_and_pass_the_gate(name: str) -> None:
    spec = art.read(name, 7)
    assert art.varied(spec, 0) == spec
    pictures = [art.sprite(art.varied(spec, number)) for number in range(4)]
    assert len({picture.image.tobytes() for picture in pictures}) == 4
    assert all(picture.report.problems == () for picture in pictures)
    for one in pictures[1:]:
        assert (np.asarray(one.image) != np.asarray(pictures[0].image)).any(axis=2).mean() > 0.02


def test_variants_keep_what_was_said() -> None:
    spec = art.read("knight with a green cape and an axe", 7)
    for number in range(1, 6):
        other = art.varied(spec, number)
        assert other.colors["cape"] == spec.colors["cape"]
        assert other.changes["weapon"] == "axe"
    red = art.read("red dragon", 7)
    assert art.varied(red, 2).colors["_main"] == red.colors["_main"]
    with pytest.raises(Problem):
        art.varied(red, 16)


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda: art.backdrop("x", (10, 90)), "size"),
        (lambda: art.backdrop("x", biome="mars"), "biome"),
        (lambda: art.backdrop("x", time="noon"), "time"),
        (lambda: art.backdrop(""), "prompt"),
        (lambda: art.icon("potion", frame="oval"), "frame"),
        (lambda: art.icon("potion", background="blueish"), "background"),
        (lambda: art.portrait("knight", background="blueish"), "background"),
        (lambda: art.pack([]), "items"),
        (lambda: art.pack(["x"] * 65), "items"),
    ],
)
def test_bad_requests_name_the_field(call, path: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Problem) as refused:
        call()
    assert refused.value.errors[0].path == path
