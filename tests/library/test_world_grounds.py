"""Which place and hour the picture of a state shows."""

from __future__ import annotations

import pytest

from makebelieve.art.scenery.interiors.catalogue import ROOMS
from makebelieve.art.scenery.vistas.catalogue import VISTAS
from makebelieve.language.kinds import BIOMES
from makebelieve.library.worlds import grounds
from makebelieve.library.worlds.sights import SIGHTS, Sight, head_of, sight_of
from makebelieve.worlds.generation import tables

KITCHEN = {"base": "Copper pans hang in the castle kitchen. Beyond the window lie the sea and a forest."}
_CLOSED = frozenset(("indoor", "dungeon", "lab", "cave", "underwater", "body"))


def shown(sight: Sight | None) -> str:
    return "" if sight is None else sight.room or sight.vista or sight.biome


def test_every_row_of_the_tables_of_places_has_a_picture_and_no_other() -> None:
    assert set(SIGHTS) == set(tables.read_all("places"))
    assert {sight.biome for sight in SIGHTS.values()} <= set(BIOMES)


def test_what_is_under_a_roof_is_shown_so_and_the_open_sky_is_not_roofed() -> None:
    for row, entry in tables.read_all("places").items():
        roofed = bool(SIGHTS[row].room) or (not SIGHTS[row].vista and SIGHTS[row].biome in _CLOSED)
        assert roofed == (entry.one("air", "open") != "open"), row


def test_rooms_and_vistas_stand_in_their_biome() -> None:
    for sight in SIGHTS.values():
        assert not sight.room or ROOMS[sight.room].biome == sight.biome
        assert not sight.vista or VISTAS[sight.vista].biome == sight.biome


def test_a_row_shows_its_own_names_as_itself() -> None:
    """But for a barn, which is no yard, and the corridor of a school."""
    for row, entry in tables.read_all("places").items():
        for name in entry.items("names"):
            state = "_".join(name.lower().replace("'", "").removeprefix("the ").split())
            assert sight_of(state, row) == SIGHTS[row] or shown(sight_of(state, row)) in ("barn", "corridor", "walled"), name


@pytest.mark.parametrize(
    ("state", "row", "sight"),
    [
        ("great_hall_of_the_museum", "museum", "museum"),
        ("great_hall_of_the_castle", "throne_room", "hall"),
        ("corridor_of_the_school", "school", "schoolway"),
        ("school_corridor", "school", "schoolway"),
        ("corridor_of_the_hospital", "hospital", "ward"),
        ("corridor_of_the_hotel", "hotel_corridor", "corridor"),
        ("great_hall", "viking_hall", "hall"),
        ("waiting_room", "waiting_room", "waiting"),
        ("hotel_lobby", "hotel_lobby", "lobby"),
        ("lift", "lift_cage", "cage"),
        ("laboratory_of_the_hospital", "laboratory", "science"),
        ("secret_laboratory", "laboratory", "lab"),
    ],
)
def test_a_part_looks_like_the_whole_that_it_belongs_to(state: str, row: str, sight: str) -> None:
    assert shown(sight_of(state, row)) == sight


@pytest.mark.parametrize(
    ("state", "head"),
    [("roof_of_the_library", "roof"), ("great_hall_later", "hall"), ("corner_of_fifth_and_vine", "corner"), ("old-mill", "mill")],
)
def test_a_place_is_told_by_its_head(state: str, head: str) -> None:
    assert head_of(state)[-1] == head


@pytest.mark.parametrize(
    ("state", "row", "base", "sight"),
    [
        ("castle_kitchen", "castle_kitchen", KITCHEN["base"], "scullery"),
        ("sea_of_sand", "desert_dunes", "Dunes roll away on the Sea of Sand.", "desert"),
        ("captains_cabin", "captain_cabin", "Charts cover the captain's cabin.", "cabin"),
        ("sea_of_sand", "desert_dunes", "A jungle, green and loud, has grown over everything.", "jungle"),
        ("roof_of_the_library", "library_old", "Tiles slope on the roof of the library.", "roof"),
        ("barn", "farm", "Hay lies in the barn.", "barn"),
        ("cozy_tea_shop", "cafe", "Cups wait in the cozy tea shop.", "cafe"),
        ("kelp_forest", "kelp_forest", "Light sinks into the kelp forest.", "underwater"),
        ("fallen_temple", "stone_ruins", "Columns lie about the fallen temple.", "ruins"),
        ("galley", "ship_galley", "Pots swing in the galley.", "galley"),
        ("corner_cafe", "cafe", "Steam fogs the windows of the corner café.", "cafe"),
        ("log_cabin", "cabin_wild", "Snow lies on the log cabin.", "lodge"),
        ("great_bridge", "starship_bridge", "Stars fill the great bridge.", "bridge"),
        ("bridge", "shore_bridge", "A busker stands on the bridge.", "span"),
        ("sheriffs_office", "sheriff_office", "Dust settles in the sheriff's office.", "police"),
        ("home_of_the_pigeons", "rooftop", "The home of the pigeons.", "roof"),
        ("old_bridge", None, "The old bridge sways.", "span"),
        ("old_kitchen", None, "Somebody has left.", "kitchen"),
        ("village_zoo", None, "A lion yawns.", "zoo"),
        ("kitchen", "home_kitchen", "A parlour, and no more.", "parlour"),
    ],
)
def test_a_state_shows_its_head_then_its_row_then_its_prose(state: str, row: str | None, base: str, sight: str) -> None:
    assert shown(grounds.sight_for(state, {"base": base}, row)) == sight


def test_a_place_of_another_name_looks_as_it_did() -> None:
    seen = tables.read_all("places")["cafe"].items("seen")[0]
    told = {"base": f"In Lido Kiosk the barista halts. {seen.capitalize()}."}
    assert grounds.sight_for("corner_cafe", told, "cafe") == grounds.sight_for("corner_cafe", {"base": "In the corner cafe."}, "cafe")


def test_an_ending_shows_the_place_it_happens_in() -> None:
    lost = {"base": "The cook sits on a cold step.", "ending": {"kind": "lose", "title": "Late"}}
    assert shown(grounds.sight_for("lose_late", lost, "chapel")) == "chapel"


def test_without_a_row_the_name_goes_before_what_stands_about() -> None:
    assert shown(grounds.sight_for("deep_forest", {"base": "A castle shows between the trees of the deep forest."})) == "forest"
    assert shown(grounds.sight_for("here", {"base": "A desert without end. Somebody has painted a ship on a board."})) == "desert"
    assert grounds.sight_for("x", {"base": "Nothing."}) is None


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


def test_the_land_about_decides_where_a_camp_and_a_road_lie() -> None:
    def camped(*rows: str) -> str:
        sites = {"camp": "camp", **{f"place{number}": row for number, row in enumerate(rows)}}
        world = {"metadata": {"sites": sites}, "scene": {"events": [{"from": ["camp"], "to": "place0"}]}}
        return shown(grounds.sight_for("camp", {"base": "Tents stand in the camp."}, "camp", grounds.land_about(world, "camp")))

    assert camped("desert_dunes", "oasis", "road", "deep_forest") == "dry-camp"
    assert camped("snowfield", "glacier") == "snow-camp"
    assert camped("deep_forest", "desert_dunes", "meadow", "hillside") == "camp"
    assert camped("steppe") == camped() == "camp"


def test_a_well_has_palms_only_in_dry_land() -> None:
    told = {"base": "Somebody waits at the old well."}
    assert shown(grounds.sight_for("old_well", told, "oasis", "desert")) == "oasis"
    assert shown(grounds.sight_for("old_well", told, "oasis", "garden")) == "village"


def test_nothing_said_is_left_to_the_painter() -> None:
    assert grounds.light_for("room", {"base": "A room."}, None) is None


def test_a_place_whose_story_was_written_is_of_its_row_while_anything_in_it_is_spoken_of() -> None:
    told = {"base": "Vera stands in the snow before a casino with golden doors."}
    assert shown(grounds.sight_for("entrance", told, "city_street", marks=("doors",))) == "street"
    assert shown(grounds.sight_for("entrance", told, "city_street")) != "street"
    other = {"base": "A desert without end."}
    assert shown(grounds.sight_for("entrance", other, "city_street", marks=("doors",))) == "desert"
