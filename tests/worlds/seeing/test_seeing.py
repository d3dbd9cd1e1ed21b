"""Pictures measured: what is told of a scene whose parts are known, and what is said of what cannot be told."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageDraw

from makebelieve.worlds.seeing import Perception, ground, offers, perceive

RED = (0.094, 0.389, 0.156, 0.333)


def meadow() -> Image.Image:
    """A blue sky over green, a red block to the left, a yellow disc in the upper right."""
    picture = Image.new("RGB", (640, 360), "#7fb6e8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 220, 640, 360), fill="#3f8a3f")
    draw.rectangle((60, 140, 160, 260), fill="#c8362f")
    draw.ellipse((520, 30, 580, 90), fill="#f7e26b")
    return picture


def room() -> Image.Image:
    """Brown walls under a dark ceiling, a lamp-lit floor."""
    picture = Image.new("RGB", (640, 360), "#8a5a34")
    draw = ImageDraw.Draw(picture)
    for x in range(0, 640, 24):
        draw.rectangle((x, 0, x + 11, 100), fill="#2c1d14")
        draw.rectangle((x + 12, 0, x + 23, 100), fill="#5a3c26")
    draw.rectangle((0, 260, 640, 360), fill="#c79a62")
    return picture


@pytest.fixture(scope="module")
def seen() -> Perception:
    return perceive(meadow())


def near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= 0.03 for a, b in zip(one, other, strict=True))


def test_the_measures_of_a_meadow(seen: Perception) -> None:
    assert (seen.setting.value, seen.hour.value) == ("outdoors", "morning")
    assert seen.look.light == "above"
    assert seen.look.horizon is not None
    assert abs(seen.look.horizon - 220 / 360) < 0.03
    assert {"light blue", "green", "red"} <= {one["name"] for one in seen.measures()["palette"]}


def test_regions_have_boxes_names_and_places(seen: Perception) -> None:
    assert [(one.name, one.place) for one in seen.regions] == [
        ("light blue", "across the top"),
        ("green", "across the bottom"),
        ("red", "left part"),
        ("yellow", "upper right"),
    ]
    assert near(seen.regions[2].box, RED)
    assert abs(sum(one.area for one in seen.regions) - 1) < 0.01
    assert seen.visible()[0] == "a large light blue region across the top"


def test_a_room_is_indoors_and_its_lamp_tells_no_hour() -> None:
    seen = perceive(room())
    assert (seen.setting.value, seen.hour.value, seen.sky) == ("indoors", "unclear", None)


@pytest.mark.parametrize("color", ["#000000", "#ffffff", "#336699"])
def test_one_colour_all_over_tells_no_setting(color: str) -> None:
    seen = perceive(Image.new("RGB", (40, 30), color))
    assert (seen.setting.value, seen.look.horizon, len(seen.regions)) == ("unclear", None, 1)


@pytest.mark.parametrize("size", [(1, 1), (2000, 3), (3, 2000), (64, 64)])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_any_size_and_mode_is_measured(size: tuple[int, int], mode: str) -> None:
    seen = perceive(Image.new(mode, size))
    assert seen.summary()
    assert all(0 <= edge <= 1 for one in seen.regions for edge in one.box)


@pytest.mark.parametrize(
    ("label", "color", "method"),
    [
        ("red", "red", "colour"),
        ("the crimson patch on the left", "red", "colour"),
        ("something small and yellow", "yellow", "size"),
        ("a bright yellow region in the upper right", "yellow", "brightness"),
        ("light blue", "light blue", "colour"),
        ("blue", "light blue", "colour"),
        ("the largest region", "light blue", "size"),
        ("left", "red", "position"),
        ("sky", "light blue", "sky"),
        ("the ground", "green", "ground"),
    ],
)
def test_words_of_colour_place_size_and_light_find_their_region(seen: Perception, label: str, color: str, method: str) -> None:
    found = ground(label, seen)
    wanted = next(one for one in seen.regions if one.name == color)
    assert found.hits, found.reason
    assert found.hits[0].box == wanted.box
    assert method in found.hits[0].methods
    assert (found.unseen, found.reason) == ((), None)


def test_the_horizon_is_a_line(seen: Perception) -> None:
    (hit,) = ground("the horizon", seen).hits
    assert near(hit.box, (0.0, 0.59, 1.0, 0.04))


def test_an_object_is_not_found_and_the_reason_says_so(seen: Perception) -> None:
    found = ground("a dragon", seen)
    assert (found.hits, found.unseen) == ((), ("dragon",))
    assert found.reason is not None
    assert "not recognised" in found.reason


def test_a_coloured_object_is_guessed_by_its_colour_with_low_confidence(seen: Perception) -> None:
    found = ground("the red door", seen)
    assert [near(one.box, RED) for one in found.hits] == [True]
    assert found.hits[0].confidence <= 0.4
    assert found.unseen == ("door",)
    assert found.reason is not None


def test_a_colour_that_is_not_there_is_not_found(seen: Perception) -> None:
    assert (ground("violet", seen).hits, ground("violet", seen).reason) == ((), "no region has that colour, place or size")


def test_there_is_no_sky_indoors() -> None:
    found = ground("sky", perceive(room()))
    assert found.hits == ()
    assert found.reason == "nothing that was measured looks like the sky"


@pytest.mark.parametrize(
    ("text", "exits", "doings"),
    [
        ("", (), ()),
        ("A rusty iron gate leads north.", ("rusty iron gate",), ()),
        ("An old chest stands here; a note lies on it.", (), ("open the old chest", "read the note")),
        ("A tired keeper waits beside a brass lever.", (), ("talk to the tired keeper", "use the brass lever")),
    ],
)
def test_exits_and_doings_come_from_the_words(text: str, exits: Any, doings: Any) -> None:
    found = offers(text)
    assert (found.exits, found.affordances) == (exits, doings)
