"""Which place and hour the picture of a state shows."""

from __future__ import annotations

import pytest

from makebelieve.art.scenery.interiors.catalogue import ROOMS
from makebelieve.language.kinds import BIOMES
from makebelieve.library.worlds import grounds
from makebelieve.worlds.generation import tables

KITCHEN = {"base": "Copper pans hang in the castle kitchen. Beyond the window lie the sea and a forest."}


def test_rows_of_the_tables_of_places_have_biomes_that_can_be_painted() -> None:
    rows = tables.read_all("places")
    assert set(grounds._BIOME_OF_ROW) <= set(rows)
    assert {grounds.biome_of_row(row) for row in rows} - {None} <= set(BIOMES)
    # What is under a roof is never left to words, and of what lies under the open sky little is.
    assert all(entry.one("air", "open") == "open" for row, entry in rows.items() if grounds.biome_of_row(row) is None)
    assert (grounds.biome_of_row("bakery"), grounds.biome_of_row("nowhere")) == ("indoor", None)


@pytest.mark.parametrize(
    ("state", "row", "base", "biome"),
    [
        ("castle_kitchen", "castle_kitchen", KITCHEN["base"], "dungeon"),
        ("sea_of_sand", "desert_dunes", "Dunes roll away on the Sea of Sand.", "desert"),
        ("captains_cabin", "captain_cabin", "Charts cover the captain's cabin.", "indoor"),
        ("sea_of_sand", "desert_dunes", "A jungle, green and loud, has grown over everything.", "jungle"),
    ],
)
def test_a_row_is_believed_while_the_prose_speaks_of_that_place(state: str, row: str, base: str, biome: str) -> None:
    assert grounds.biome_for(state, {"base": base}, row) == biome


def test_an_ending_shows_the_place_it_happens_in() -> None:
    lost = {"base": "The cook sits on a cold step.", "ending": {"kind": "lose", "title": "Late"}}
    assert grounds.biome_for("lose_late", lost, "chapel") == "dungeon"


def test_without_a_row_the_name_goes_before_what_stands_about() -> None:
    assert grounds.biome_for("deep_forest", {"base": "A castle shows between the trees of the deep forest."}) == "forest"
    assert grounds.biome_for("here", {"base": "A desert without end. Somebody has painted a ship on a board."}) == "desert"
    assert grounds.biome_for("x", {"base": "Nothing."}) is None


def test_rows_that_name_a_room_are_of_its_biome() -> None:
    for row, room in grounds._ROOM_OF_ROW.items():
        assert grounds.biome_of_row(row) == ROOMS[room].biome


@pytest.mark.parametrize(
    ("state", "row", "base", "biome", "room"),
    [
        ("galley", "ship_galley", "Pots swing in the galley.", "indoor", "galley"),
        ("corner_cafe", "cafe", "Steam fogs the windows of the corner café.", "indoor", "cafe"),
        ("captains_cabin", "cabin_wild", "Charts cover the captain's cabin.", "indoor", "cabin"),
        ("log_cabin", "cabin_wild", "Snow lies on the log cabin.", "indoor", "lodge"),
        ("great_bridge", "starship_bridge", "Stars fill the great bridge.", "lab", "bridge"),
        ("sheriffs_office", "sheriff_office", "Dust settles in the sheriff's office.", "indoor", "police"),
        ("old_bridge", None, "The old bridge sways.", "city", ""),
        ("old_kitchen", None, "Somebody has left.", "indoor", "kitchen"),
        ("castle_kitchen", "castle_kitchen", KITCHEN["base"], "dungeon", "scullery"),
        ("kitchen", "home_kitchen", "A parlour, and no more.", "indoor", ""),
        ("hall", "manor", "The hall has no bedroom.", "indoor", ""),
    ],
)
def test_a_state_is_furnished_by_its_row_or_name(state: str, row: str | None, base: str, biome: str, room: str) -> None:
    assert grounds.room_for(state, {"base": base}, row, biome) == room


@pytest.mark.parametrize(
    ("base", "light"),
    [
        ("Sunrise gilds the mast, while the hold keeps the dark of the night.", "dawn"),
        ("A lamp has been lit, and the dusk outside turns the panes to mirrors.", "dusk"),
        ("In the fresh light of morning the wall looks newly made.", "day"),
        ("Strings of bulbs sag over the night market. A low morning sun warms the stalls.", "day"),
        ("A room.", "night"),
    ],
)
def test_the_hour_is_the_proses_own(base: str, light: str) -> None:
    assert grounds.light_for("night_market", {"base": base}, "night") == light


def test_nothing_said_is_left_to_the_painter() -> None:
    assert grounds.light_for("room", {"base": "A room."}, None) is None


@pytest.mark.parametrize(
    ("state", "row", "base", "vista"),
    [
        ("bridge", "shore_bridge", "A busker stands on the bridge.", "span"),
        ("city_park", "park", "The city park in the rain.", "park"),
        ("hotel_terrace", "terrace", "The hotel terrace is empty.", "terrace"),
        ("home_of_the_pigeons", "rooftop", "The home of the pigeons.", "terrace"),
        ("win_out", "park", "Day.", ""),
        ("corner_of_fifth_and_vine", "city_street", "The corner of Fifth and Vine.", ""),
    ],
)
def test_a_part_of_a_city_is_shown_as_that(state: str, row: str, base: str, vista: str) -> None:
    assert grounds.vista_for(state, {"base": base}, row, "city") == vista
    assert grounds.vista_for(state, {"base": base}, row, "forest") == ""
