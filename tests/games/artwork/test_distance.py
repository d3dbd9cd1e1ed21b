"""The distance of games: which have one, what is in it, and how it is laid into views of any height."""

from __future__ import annotations

import base64
import copy
import io
import json
import time
from typing import Any

import numpy as np
import pytest
from PIL import Image

from makebelieve.games.artwork import distance
from makebelieve.games.artwork.distance import SIZE, begin, behind, laid, look_of, places_of
from makebelieve.language.kinds import BIOMES

LARGEST = 100_000


def config_of(kind: str = "platformer", **theme: str) -> dict[str, Any]:
    look = {"biome": "forest", "time_of_day": "day", "palette": ["#203040", "#508060", "#c0d0a0"]}
    return {"game": {"kind": kind, "theme": {**look, **theme}}, "scenes": []}


def picture_of(encoded: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded)))


@pytest.mark.parametrize("biome", BIOMES)
def test_a_place_has_small_pictures_that_the_player_can_lay(biome: str) -> None:
    places = places_of(config_of(biome=biome, time_of_day="dusk"), 3)
    assert list(places) == [f"{biome} dusk"]
    place = places[f"{biome} dusk"]
    assert len(json.dumps(place)) <= LARGEST
    names = [layer["name"] for layer in place["layers"]]
    assert names[-3:] == ["far", "middle", "near"]
    assert (place["sky"] is None) == (names[0] == "wall")
    assert [layer["speed"] for layer in place["layers"]] == sorted(layer["speed"] for layer in place["layers"])
    for layer in place["layers"]:
        picture = picture_of(layer["png"])
        assert picture.size == SIZE
        assert picture.mode == "P"
        shown = np.asarray(picture.convert("RGBA"))
        assert set(np.unique(shown[..., 3])) <= {0, 255}
        assert shown[..., 3].any()
        assert layer["anchor"] in ("foot", "top", "both")
        assert (layer["anchor"] == "foot") <= (not shown[0, :, 3].any())
        assert 0 <= layer["lift"] <= 1


def test_only_games_seen_from_the_side_have_one() -> None:
    assert places_of(config_of("topdown"), 3) == {}
    assert places_of(config_of("horde-survivors"), 3) == {}
    assert places_of(config_of("space-shooter"), 3)


def test_levels_elsewhere_and_at_other_hours_bring_theirs() -> None:
    config = config_of()
    config["scenes"] = [
        {"properties": {"theme": {"biome": "cave"}}},
        {"properties": {"theme": {"time_of_day": "night"}}},
        {"properties": {}},
        {"properties": {"theme": {"biome": "cave"}}},
    ]
    assert list(places_of(config, 3)) == ["forest day", "cave day", "forest night"]


def test_unknown_looks_are_a_forest_by_day() -> None:
    assert look_of({"biome": "mars", "time_of_day": "noon"}) == "forest day"
    assert look_of({}) == "forest day"


def test_the_theme_alone_decides() -> None:
    config = config_of()
    other = copy.deepcopy(config)
    other["entities"] = [{"type": "hero"}]
    distance._place.cache_clear()
    one = json.dumps(places_of(config, 3))
    distance._place.cache_clear()
    assert json.dumps(places_of(other, 3)) == one
    assert json.dumps(places_of(config, 4)) != one
    assert json.dumps(places_of(config_of(palette=["#400000", "#a02020", "#ff6060"]), 3)) != one  # type: ignore[arg-type]


def rows(count: int) -> Image.Image:
    """A picture whose rows are numbered."""
    pixels = np.zeros((count, 2, 4), np.uint8)
    pixels[..., 0] = np.arange(count)[:, None]
    pixels[..., 3] = 255
    return Image.fromarray(pixels)


@pytest.mark.parametrize(
    ("anchor", "height", "lift", "shown"),
    [
        ("foot", 8, 0, [0, 1, 2, 3, 4, 5, 6, 7]),
        ("foot", 8, 2, [2, 3, 4, 5, 6, 7, None, None]),
        ("foot", 10, 0, [None, None, 0, 1, 2, 3, 4, 5, 6, 7]),
        ("top", 6, 0, [0, 1, 2, 3, 4, 5]),
        ("both", 6, 0, [0, 1, 2, 5, 6, 7]),
        ("both", 12, 0, [0, 1, 2, 3, 3, 2, 2, 3, 4, 5, 6, 7]),
        ("top", 12, 0, [0, 1, 2, 3, 3, 2, 2, 3, 4, 5, 6, 7]),
        ("both", 10, 2, [0, 1, 2, 3, 4, 5, 6, 7, None, None]),
    ],
)
def test_layers_stand_hang_or_give_way(anchor: str, height: int, lift: int, shown: list[int | None]) -> None:
    made = np.asarray(laid(rows(8), anchor, None, height, lift))
    assert [int(row[0]) if row[3] else None for row in made[:, 0]] == shown


def test_rows_give_way_from_the_split_on() -> None:
    made = np.asarray(laid(rows(8), "both", None, 6, 0, 1))
    assert [int(row[0]) for row in made[:, 0]] == [0, 3, 4, 5, 6, 7]


def test_a_layer_goes_on_below_its_foot() -> None:
    made = np.asarray(laid(rows(4), "foot", ["#ff0000", "#0000ff"], 8, 4))
    assert [tuple(int(c) for c in row[:3]) for row in made[4:, 0]] == [(255, 0, 0)] * 2 + [(0, 0, 255)] * 2


@pytest.mark.parametrize("biome", ["forest", "cave", "indoor", "space"])
def test_nothing_shows_through(biome: str) -> None:
    place = places_of(config_of(biome=biome), 3)[f"{biome} day"]
    for x in (0.0, 377.5):
        made = np.asarray(behind(place, (640, 360), x, 40, 9))
        assert (made[..., 3] == 255).all()


def test_levels_look_at_other_parts_of_a_place() -> None:
    place = places_of(config_of(), 3)["forest day"]
    one, other = (behind(place, (640, 360), 0.0, 30, seed).tobytes() for seed in (1, 2))
    assert one != other
    assert begin(-1, 0) == begin(2**32 - 1, 0)


def test_a_place_is_painted_quickly_and_once() -> None:
    places_of(config_of(), 90)
    start = time.process_time()
    places_of(config_of(biome="jungle"), 90)
    # 0.2 s where nothing else runs
    assert time.process_time() - start < 0.8
    start = time.process_time()
    places_of(config_of(biome="jungle"), 90)
    assert time.process_time() - start < 0.02
