"""Where stories begin, and what lies between there and where they end."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables


def _kinds(premise: str, seed: int = 0) -> list[str]:
    """The kinds of place of a world in the order of its story; of the endings only where one arrives by winning, at the end."""
    world = worlds.generate(premise, seed)
    states = world["scene"]["states"]
    told = [kind for key, kind in world["metadata"]["sites"].items() if "ending" not in states[key]]
    won = [kind for key, kind in world["metadata"]["sites"].items() if states[key].get("ending", {}).get("kind") == "win"]
    return list(dict.fromkeys([*told, *won]))


@pytest.mark.parametrize(
    ("premise", "country", "scene"),
    [
        ("A shy robot longs to see the ocean.", "sea", "island_beach"),
        ("A baker wants to swim in the sea once in her life.", "sea", "island_beach"),
        ("A squire dreams of seeing the sea.", "sea", "island_beach"),
        ("Three cousins want to reach the top of the mountain.", "heights", "mountain_pass"),
        ("My aunt wants to see the desert before she turns sixty.", "desert", "desert_dunes"),
    ],
)
def test_who_wants_to_reach_a_country_begins_away_from_it(premise: str, country: str, scene: str) -> None:
    for seed in range(4):
        kinds = _kinds(premise, seed)
        there = tables.read("afar")[country].words("kinds")
        assert scene in kinds
        assert not there & {kind for kind in kinds if kind != scene}, (premise, seed, kinds)
        assert kinds[0] not in there


@pytest.mark.parametrize(
    "premise", ["A lost kitten wants to go home.", "A nurse wants to get home before midnight.", "A boy wants to go home from scout camp."]
)
def test_who_wants_to_go_home_does_not_begin_there(premise: str) -> None:
    for seed in range(3):
        kinds = _kinds(premise, seed)
        assert "house" in kinds[1:], kinds
        assert not {"bedroom", "home_kitchen", "bathroom", "attic", "cellar"} & set(kinds), kinds


def test_who_lives_by_the_sea_may_begin_there() -> None:
    assert _kinds("A fisherman wants to reach the island.")[0] == "quay"


def test_who_belongs_where_the_deed_is_done_stays_under_its_roof() -> None:
    kinds = _kinds("A night nurse needs to find the lost key before her ward wakes up.")
    assert len(set(kinds)) >= 4, kinds
    assert set(kinds) <= set(tables.read("settings")["hospital"].items("near")[0].split()), kinds


def test_what_is_mended_or_played_with_is_no_place() -> None:
    assert "plain_room" not in _kinds("A caretaker wants to fix the heating in the school before Monday.")
    assert "toy_room" not in _kinds("A family must find the box with the cat's toys.")


def test_the_whole_of_a_place_is_the_place() -> None:
    world = worlds.generate("A girl has to give a speech in front of the whole school.", 0)
    assert not [key for key in world["scene"]["states"] if key.startswith("whole")]


def test_nobody_carries_something_to_a_hospital_from_a_harbour() -> None:
    for seed in range(4):
        assert not {"quay", "belfry", "drowned_street"} & set(
            _kinds("A girl wants to visit her grandfather in the hospital and bring him his harmonica.", seed)
        )


@pytest.mark.parametrize(
    ("premise", "first", "last"),
    [
        ("A weaver must bring a fan from Osaka to Nara before the rains.", "osaka", "nara"),
        ("Petra cycles from Lyon to Geneva to surprise her uncle.", "lyon", "geneva"),
        ("A trader must take ten camels from Fez to Tunis.", "fez", "tunis"),
    ],
)
def test_a_journey_begins_in_one_town_and_ends_in_the_other(premise: str, first: str, last: str) -> None:
    world = worlds.generate(premise)
    kinds, states = world["metadata"]["sites"], world["scene"]["states"]
    keys = [key for key in kinds if "ending" not in states[key]]
    assert keys[0].endswith(first)
    assert any(key.endswith(last) for key in keys)
    between = [kinds[key] for key in keys if not key.endswith((first, last))]
    rows = tables.read("afar")
    country = {
        kind
        for title in ("between_towns", "between_dry_towns")
        for row in ("way", "else")
        for kind in " ".join(rows[title].items(row)).split()
    }
    assert set(between) <= country


def test_where_a_letter_comes_from_and_a_bridge_that_is_out_are_no_places() -> None:
    assert "mars_plain" not in _kinds("A letter from Mars arrives for Ada, who sweeps the observatory.")
    assert "shore_bridge" not in _kinds("The bridge to the village is out and Tom needs to get medicine to his aunt.")
    assert "cavern" not in _kinds("Two sisters are trapped in a mine after a cave-in.")[:1]


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A boy works at an old movie theater where somebody whispers behind the screen.", "cinema"),
        ("Mia gets lost in Lollipop Land and has to find her uncle.", "candy_lane"),
        ("A cab driver in Leeds picks up a passenger who pays in gold.", "taxi_inside"),
        ("A captain is stranded on a jungle planet and has to find her crew.", "jungle_temple"),
        ("Ida keeps a lighthouse and finds a hurt seal on the rocks.", "rocky_shore"),
        ("A farmer in Kansas sees a storm coming and her sheep are still out.", "farm"),
        ("A diver must bring a dolphin back to the sea.", "reef"),
        ("Marta must bring a stranded dolphin back to the sea.", "island_beach"),
    ],
)
def test_a_premise_plays_where_it_says(premise: str, kind: str) -> None:
    assert kind in _kinds(premise)


def test_a_hero_of_a_trade_begins_at_work_in_their_town() -> None:
    assert _kinds("A baker in a medieval town finds a silver coin in the dough.")[0] == "bakery"
    assert _kinds("A ballerina in Moscow has lost her left shoe before the premiere.")[0] == "theatre"


def test_a_nook_is_no_place() -> None:
    assert "rooftop" not in _kinds("We live in a castle and my brother talks to somebody in the chimney.")
    assert _kinds("The lifeguard at Pebble Beach finds a word written in the sand.").count("island_beach") <= 2
