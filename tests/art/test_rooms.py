"""Rooms told by their furniture: what is laid out and how, what words name them, and their light when it is dark."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.color import to_oklab
from makebelieve.art.scenery.biomes import BIOMES as PLACES
from makebelieve.art.scenery.hours import Air, lamplit, table_of
from makebelieve.art.scenery.interiors.catalogue import ROOM_OF, ROOMS, rooms_said
from makebelieve.art.scenery.interiors.layout import FOOT, Room, Slot, placed
from makebelieve.art.scenery.interiors.spot import Spot
from makebelieve.art.scenery.interiors.venues import THEATRES, theatre
from makebelieve.art.scenery.lamplight import darkness
from makebelieve.art.scenery.painting import Painting, paint_place
from makebelieve.art.scenery.plane import HAZES, Glow, Plane
from makebelieve.art.tiles.patterns import chance

_SMALL = (160, 90)


def laid_out(room: str) -> tuple[Room, ...]:
    painter = ROOMS[room].place.painter
    if painter is theatre:
        return THEATRES
    assert isinstance(painter, Room)
    return (painter,)


def made(room: str, hour: str = "day", seed: int = 5, size: tuple[int, int] = (320, 180)) -> Painting:
    return paint_place(ROOMS[room].biome, hour, size, seed, room=room)


def flat(painting: Painting) -> np.ndarray:
    whole = painting.depths[0].pixels()[..., :3].copy()
    for depth in painting.depths[1:]:
        pixels = depth.pixels()
        whole[pixels[..., 3] > 0] = pixels[pixels[..., 3] > 0][:, :3]
    return whole


def lightness(pixels: np.ndarray) -> np.ndarray:
    kinds, index = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True)
    return np.array([to_oklab((int(r), int(g), int(b)))[0] for r, g, b in kinds])[index.reshape(pixels.shape[:2])]


@pytest.mark.parametrize("room", ROOMS)
def test_all_pieces_of_a_room_fit_on_one_plane_and_have_colours(room: str) -> None:
    interior = ROOMS[room]
    for painter in laid_out(room):
        for n in range(3):
            plane = Plane(320, 180, chance(1))
            for _ in range(6):
                for slot in painter.near if n == 2 else (*painter.leads, *painter.others):
                    piece = slot.wall if n == 0 else slot.floor
                    if piece is not None:
                        piece(Spot(plane, 0, 180 - FOOT, slot.width))
            assert set(plane.names) <= {*interior.place.colors, "pane"}
        plane = Plane(320, 180, chance(1))
        painter(plane, -1)
        assert plane.ink.all(), "a hole in the wall"
        assert set(plane.names) <= {*interior.place.colors, "pane"}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.slow
def test_a_room_is_arranged_in_three_ways_and_more(room: str) -> None:
    ways = {
        tuple((id(slot), mirrored) for slot, _, mirrored in placed(painter, 320, chance(seed)))
        for painter in laid_out(room)
        for seed in range(12)
    }
    assert len(ways) >= 3
    pictures = [flat(made(room, seed=seed, size=(160, 90))).astype(int) for seed in range(4)]
    unlike = [(np.abs(one - other).sum(axis=2) > 48).mean() for one, other in combinations(pictures, 2)]
    assert np.median(unlike) > 0.05


@pytest.mark.parametrize("room", ROOMS)
def test_what_tells_a_room_is_always_seen_whole(room: str) -> None:
    for painter in laid_out(room):
        assert sum(slot.width for slot in painter.leads) <= 320
        for seed in range(8):
            laid = placed(painter, 320, chance(seed))
            assert set(painter.leads) <= {slot for slot, _, _ in laid}
            edges = [(left, left + slot.width) for slot, left, _ in laid]
            assert edges[0][0] >= 0
            assert edges[-1][1] <= 320 + 1e-6
            assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))


def test_a_narrow_room_keeps_what_tells_it_most_and_a_wide_one_repeats_itself() -> None:
    lead, other = Slot(100), Slot(90)
    room = Room(lambda _: None, (lead, other))
    assert [slot for slot, _, _ in placed(room, 60, chance(1))] == [lead]
    assert [slot for slot, _, _ in placed(room, 960, chance(1))].count(lead) == 3


def test_a_mirrored_piece_is_the_other_way_round() -> None:
    planes = [Plane(64, 180, chance(1)) for _ in range(2)]
    for plane, mirrored in zip(planes, (False, True), strict=True):
        spot = Spot(plane, 10, 30, 40, mirrored=mirrored)
        spot.box(2, 0, 10, 20, "wood", 2)
        spot.shape(30, 0, 8, 8, lambda x, y: np.where((x < 34) & (y < 4), 3, -1), "wood")
    there = np.roll(planes[0].ink[:, ::-1], -4, axis=1)
    assert (there == planes[1].ink).all()
    assert planes[0].ink.any()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", [(64, 48), (333, 187)])
def test_rooms_meet_at_their_sides(room: str, size: tuple[int, int]) -> None:
    painting = made(room, size=size)
    for depth in painting.depths:
        around = depth.pixels().astype(int)
        steps = np.abs(around - np.roll(around, 1, axis=1)).sum(axis=(0, 2))
        assert steps[0] <= 1.25 * steps[1:].max(), "a seam"


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", [(64, 512), (1024, 48)])
def test_rooms_of_any_shape(room: str, size: tuple[int, int]) -> None:
    assert flat(made(room, size=size)).shape == (size[1], size[0], 3)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.slow
def test_palettes_lock_rooms(room: str) -> None:
    allowed = set(palettes.named("pico-8"))
    for layer in art.backdrop("x", (128, 72), 3, room=room, palette="pico-8", time="night").layers:
        pixels = np.asarray(layer)
        assert {tuple(int(c) for c in color[:3]) for color in pixels[pixels[..., 3] > 0]} <= allowed


def test_rooms_differ_from_each_other_and_from_their_biome() -> None:
    pictures = {room: flat(made(room, size=(160, 90))).astype(np.int16) for room in ROOMS}
    pictures |= {biome: flat(paint_place(biome, "day", (160, 90), 5)).astype(np.int16) for biome in ("indoor", "lab", "dungeon")}
    for one, other in combinations(pictures, 2):
        assert (np.abs(pictures[one] - pictures[other]).sum(axis=2) > 48).mean() > 0.2, (one, other)


@pytest.mark.parametrize("room", [*ROOMS, "indoor", "lab", "dungeon"])
@pytest.mark.slow
def test_at_night_a_room_is_dark_but_for_its_own_lights(room: str) -> None:
    for seed in range(2):
        day, night = (
            made(room, hour, seed, _SMALL) if room in ROOMS else paint_place(room, hour, _SMALL, seed) for hour in ("day", "night")
        )
        for one, other in zip(day.depths, night.depths, strict=True):
            assert (one.codes == other.codes).all()
        bright, dark = (lightness(flat(painting)) for painting in (day, night))
        assert dark.mean() < 0.92 * bright.mean()
        # somewhere one still sees nearly as well as by day
        assert (dark > 0.85 * bright).mean() > 0.02
        steps = night.depths[0].codes % HAZES
        assert (steps == HAZES - 1).any()
        assert (steps <= 1).mean() > 0.02


def test_a_lamp_lights_what_is_near_it_and_goes_on_at_the_other_side() -> None:
    dither = np.full((60, 80), 0.5)
    steps = darkness(80, [Glow(2, 30, 24, 1.0)], dither)
    assert (steps[30, 2], steps[30, 40], steps[2, 2]) == (0, HAZES - 1, HAZES - 1)
    assert steps[30, 76] < HAZES - 1
    assert steps[30, 10] <= steps[30, 18] <= steps[30, 26]
    assert (darkness(80, [], dither) == HAZES - 1).all()
    weak = darkness(80, [Glow(40, 30, 24, 0.4)], dither)
    assert 0 < weak.min() < HAZES - 1


def test_darkness_takes_light_from_colours_and_none_from_what_shines() -> None:
    falling = [to_oklab(color)[0] for color in lamplit((200, 180, 150), "night")]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] < 0.6 * falling[0]
    assert set(lamplit((200, 180, 150), "day")) == {(200, 180, 150)}
    air = Air("night", (20, 20, 40), closed=True, lamps=True)
    colors = {"lamp": "#ffe09a", "wood": "#9a6440", "tube": "#f4fbff"}
    shown = {name: table_of([name], colors, air, 0.0)[HAZES:] for name in colors}
    assert all(len(set(shown["lamp"][at : at + HAZES])) == 1 for at in range(0, len(shown["lamp"]), HAZES))
    assert len(set(shown["wood"])) > 15
    # nobody leaves the tubes on
    assert (
        to_oklab(shown["tube"][-1])[0]
        < 0.6
        < to_oklab(table_of(["tube"], colors, Air("day", (0, 0, 0), closed=True, lamps=True), 0.0)[-1])[0]
    )


def test_words_of_rooms_name_rooms_that_their_biomes_host() -> None:
    assert set(ROOM_OF.values()) <= set(ROOMS)
    assert {room for room in ROOMS if room not in ROOM_OF.values()} == set()
    for interior in ROOMS.values():
        assert interior.hosts <= set(PLACES)
        assert interior.biome in interior.hosts


@pytest.mark.parametrize(
    ("words", "biome", "rooms"),
    [
        ("a starship bridge", None, ["bridge"]),
        ("a bridge over the river", None, []),
        ("the bridge", "space", ["bridge"]),
        ("the bridge", "forest", []),
        ("the throne room", "castle", ["throne"]),
        ("a kitchen beside the classroom", "indoor", ["kitchen", "classroom"]),
        ("the captain's cabin", None, ["cabin"]),
        ("the great hall", None, ["hall"]),
    ],
)
def test_rooms_are_read_from_words(words: str, biome: str | None, rooms: list[str]) -> None:
    assert rooms_said(words.split(), biome) == rooms


@pytest.mark.parametrize(
    ("prompt", "biome", "room"),
    [
        ("a kitchen", "indoor", "kitchen"),
        ("a classroom at night", "indoor", "classroom"),
        ("a hospital", "lab", "ward"),
        ("a castle chapel", "dungeon", "chapel"),
        ("a starship bridge", "lab", "bridge"),
        ("a train carriage in the evening", "indoor", "train"),
        ("a stone bridge", "city", None),
        ("a library", "indoor", None),
    ],
)
def test_prompts_name_rooms(prompt: str, biome: str, room: str | None) -> None:
    spec = art.backdrop(prompt, (128, 72)).spec
    assert (spec["biome"], spec.get("room")) == (biome, room)
    assert "room" not in art.backdrop(prompt, (128, 72), room="").spec


def test_a_biome_that_is_asked_for_is_kept() -> None:
    spec = art.backdrop("a castle chapel", (128, 72), biome="castle").spec
    assert (spec["biome"], spec.get("room")) == ("castle", None)
