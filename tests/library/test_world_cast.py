"""Who is drawn in a world's places."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from makebelieve import worlds
from makebelieve.kit.seeds import derive_seed
from makebelieve.library.worlds import cast, pictures, told
from makebelieve.worlds.generation.advice import THOUGHTS

PERSON = {"aliases": ["person"]}


def world(**more: Any) -> dict[str, Any]:
    states = {
        "quay": {"base": "A few steps off Sefa, a diver with goggles like jam jars, looks up.", "movement": {"static": "She waits."}},
        "shed": {"base": "A shed."},
    }
    events = [
        {
            "name": "ask",
            "kind": "terminal",
            "from": ["quay"],
            "terminal": {"persona": "Dr. Oyelaran, a botanist with seedlings. Precise, pleased."},
        },
        {"name": "job", "kind": "override", "from": ["quay", "shed"], "anchor": {"label": "Sefa", **PERSON}},
        {"name": "chest", "kind": "override", "from": ["shed"], "anchor": {"label": "figurehead's hollow chest"}},
        {"name": "oddity", "kind": "override", "from": ["shed"], "anchor": {"label": "zzyx"}},
        {"name": "slot", "kind": "override", "from": ["shed"], "hidden": True, "anchor": {"label": "chest"}},
        {"name": "spy", "kind": "override", "from": ["shed"], "hidden": True, "anchor": {"label": "Spy", **PERSON}},
    ]
    return {"scene": {"states": states, "events": events}, **more}


def test_people_stand_where_the_prose_and_the_events_have_them() -> None:
    met = cast.people_in(world())
    assert [one.name for one in met["quay"]] == ["Dr. Oyelaran", "Sefa"]
    assert [one.name for one in met["shed"]] == ["Sefa"]
    assert met["quay"][0].looks[0] == "a botanist with seedlings"
    assert met["quay"][1].looks[:2] == ("a female diver with goggles like jam jars", "a female diver")


def test_ones_own_thoughts_are_nobody() -> None:
    alone = worlds.generate("A cartographer alone on an island must build a boat")
    assert any(event.get("terminal", {}).get("persona", "").startswith(THOUGHTS) for event in alone["scene"]["events"])
    assert cast.people_in(alone) == {}


def test_the_player_looks_as_the_premise_says_and_not_as_a_name_sounds() -> None:
    told = "A stormy night: a girl named Odile must relight the lamp."
    assert cast.player_of(world(subject="Odile", description=told))[0] == "girl"
    assert cast.player_of(world(subject="Odile", description="Odile, a keeper of nine, waits."))[0] == "female keeper of nine"
    assert cast.player_of(world(subject="Odile", description="A girl named Odile waits."))[0] == "girl"
    assert cast.player_of(world(subject="Odile"))[-1] == "a woman"
    assert cast.player_of(world()) == ()
    lacks = "A knight without a sword must cross the haunted forest."
    assert cast.player_of(world(subject="knight", description=lacks))[:2] == ("female knight without a sword", "female knight")
    assert cast.player_of(world(subject="robot", description="A robot with a red hat delivers pizza."))[0] == "female robot with a red hat"


@pytest.mark.parametrize(
    ("told", "look"),
    [
        ("A girl in a yellow raincoat smuggles bread into a city.", "girl in a yellow raincoat"),
        ("A girl in red boots climbs.", "girl in red boots"),
        ("A girl dressed in striped pyjamas robs a bank.", "girl in striped pyjamas"),
        ("A girl in a haunted hospital survives a night.", "girl"),
        ("A girl in trouble asks for help.", "girl"),
        ("A girl in a hurry runs.", "girl"),
    ],
)
def test_clothes_that_the_premise_names_are_worn_and_nothing_else_that_somebody_is_in(told: str, look: str) -> None:
    assert cast.player_of(world(subject="girl", description=told))[0] == look


def test_another_player_is_told_from_the_one_that_was_drawn() -> None:
    fox = world(subject="fox")
    drawn = pictures.player_of(fox, 3)
    assert drawn is not None
    assert (drawn[0]["look"], drawn[0]["seed"]) == ("female fox", 3)
    assert not cast.another_player({**fox, "hero": drawn[0]})
    assert cast.another_player({**fox, "subject": "vampire", "hero": drawn[0]})
    # Of figures drawn before this was noted, and of worlds without one, nothing is known.
    assert not cast.another_player({**fox, "subject": "vampire", "hero": {"src": "/x.png"}})
    assert not cast.another_player(fox)


def test_a_name_is_drawn_as_somebody_and_a_kettle_as_a_kettle() -> None:
    woman = pictures._figure(("a woman",), 3, "up-right", pictures._somebody)
    assert woman is not None
    for subject, same in (("Odile", True), ("teapot", False)):
        figure = pictures.player_of(world(subject=subject), 3)
        assert figure is not None
        assert (figure[1] == woman[1]) == same


@pytest.mark.parametrize(
    ("looks", "head"),
    [
        ("a jam maker with wasps she knows by name", "a female jam maker"),
        ("a librarian of a bus with glue on his glasses", "a male librarian"),
    ],
)
def test_nobody_is_drawn_as_what_they_have_with_them(looks: str, head: str) -> None:
    met = world()
    met["scene"]["events"] = [{"name": "ask", "kind": "terminal", "from": ["shed"], "terminal": {"persona": f"Plum, {looks}. Kind."}}]
    _, files = pictures.people_of(met, 7)
    assert files["Plum"] == pictures._figure((head, "a traveller"), derive_seed(7, "person:Plum"), "down-left", pictures._somebody)[1]


@pytest.mark.parametrize(
    ("looks", "count"), [("two teenagers", 2), ("brothers", 2), ("a wolf", 1), ("lighthouse keeper", 1), ("three sisters of the mill", 3)]
)
def test_as_many_are_drawn_as_are_spoken_of(looks: str, count: int) -> None:
    assert cast.count_of(looks) == count
    figure = pictures.player_of(world(subject=looks), 3)
    assert figure is not None
    assert figure[0]["width"] == pictures.FIGURE + pictures.BESIDE * (count - 1)


@pytest.mark.parametrize(
    ("persona", "look"),
    [
        ("Mrs. Bellamy, a neighbour with a cake tin. Kind.", "a female neighbour with a cake tin"),
        ("Rory, a porter with a trunk on her back. Slow.", "a female porter with a trunk on her back"),
        ("Old Brock, an usher. Quiet.", "an old usher"),
        ("Beatrice, a woman behind the counter. Kind.", "a woman behind the counter"),
    ],
)
def test_a_name_a_title_or_a_pronoun_says_whether_a_woman_is_drawn(persona: str, look: str) -> None:
    met = world()
    met["scene"]["events"] = [{"name": "ask", "kind": "terminal", "from": ["shed"], "terminal": {"persona": persona}}]
    assert cast.people_in(met)["shed"][0].looks[0] == look


@pytest.mark.parametrize("label", ["dough trough", "bread bin"])
def test_what_would_be_drawn_as_another_thing_is_not_drawn(label: str) -> None:
    met = world()
    met["scene"]["events"] = [{"name": "take", "kind": "override", "from": ["shed"], "anchor": {"label": label}}]
    assert pictures.things_of(met, 7) == ({}, {})


def test_what_people_wear_is_drawn() -> None:
    seed = derive_seed(7, "person:Sefa")
    plain = pictures._figure(("a diver",), seed, "down-left", pictures._somebody)
    _, files = pictures.people_of(world(), 7)
    assert plain is not None
    assert files["Sefa"] != plain[1]


def test_everybody_is_drawn_once_and_placed_wherever_they_are() -> None:
    met, files = pictures.people_of(world(), 7)
    assert set(files) == {"Dr. Oyelaran", "Sefa"}
    assert [one["name"] for one in met["quay"]] == ["Dr. Oyelaran", "Sefa"]
    assert {"width", "height", "frames", "fps"} <= set(met["shed"][0])
    assert pictures.people_of(world(), 7) == (met, files)


def test_things_are_drawn_where_the_painter_knows_them() -> None:
    found, files = pictures.things_of(world(), 7)
    assert set(cast.things_in(world())) == {"chest", "oddity"}
    assert set(found) == {"chest"}
    assert set(files) == {"figurehead's hollow chest"}
    assert found["chest"]["name"] == "figurehead's hollow chest"


@pytest.mark.parametrize(
    ("looks", "drawn"),
    [
        ("a goose girl with a willow switch", "a girl with a willow switch"),
        ("a female dog walker", "a female walker"),
        ("a fox", "a fox"),
        ("a female porter with a fox on a lead", "a female porter with a fox on a lead"),
        ("a museum guard", "a museum guard"),
    ],
)
def test_the_head_noun_says_what_somebody_is(looks: str, drawn: str) -> None:
    assert told.plain(looks, modern=False) == drawn


def test_people_of_today_are_dressed_so() -> None:
    assert told.plain("a male guard with a torch and a crossword", modern=True) == "a male security guard"
    assert told.plain("a teenage girl", modern=True) == "a teenage girl in a jacket"
    assert told.plain("a woman in a red coat", modern=True) == "a woman in a red coat"


@pytest.mark.parametrize(
    ("prose", "there"),
    [
        ("His daughter turns from the nurse to the wheelchair.", True),
        ("By the gate the daughter waits with a bag.", True),
        ("By the bridge, alone, waits his daughter.", True),
        ("The nurse and his daughter rest there.", True),
        ("A letter for his daughter lies on the bed.", False),
        ("His daughter is not here.", False),
        ("No trace of the daughter shows.", False),
        ("Until his daughter comes, the door stays shut.", False),
        ("The daughter's scarf hangs on a hook.", False),
    ],
)
def test_whom_the_premise_speaks_of_is_drawn_where_the_prose_has_them(prose: str, there: bool) -> None:
    about = {"metadata": {"understood": {"goal": {"object": "his daughter"}}}, "description": "A nurse must find his daughter."}
    one = world(subject="nurse", **about)
    one["scene"]["states"]["shed"]["base"] = prose
    met = [person.name for person in cast.people_in(one).get("shed", [])]
    assert ("daughter" in met) is there


@pytest.mark.parametrize("label", ["key board", "hat shelf", "litter bin", "boiler", "window display", "filing cabinet"])
def test_no_thing_is_drawn_as_another(label: str) -> None:
    shed = world()
    shed["scene"]["events"] = [{"name": "take", "kind": "override", "from": ["shed"], "anchor": {"label": label}}]
    assert pictures.things_of(shed, 7) == ({}, {})


def test_a_thing_stands_on_the_lower_edge_of_its_picture() -> None:
    shed = world()
    shed["scene"]["events"] = [{"name": "take", "kind": "override", "from": ["shed"], "anchor": {"label": "fern"}}]
    (drawn,) = pictures.things_of(shed, 7)[1].values()
    box = Image.open(io.BytesIO(base64.b64decode(drawn))).getbbox()
    assert box is not None
    assert box[3] == pictures.THING - 2


@pytest.mark.parametrize(
    ("label", "drawn"),
    [("plane trees", "leafy tree"), ("flower tub", "barrel"), ("old bath tub", "old bath tub"), ("paper plane", "paper plane")],
)
def test_a_thing_is_drawn_by_words_that_no_painter_takes_for_another(label: str, drawn: str) -> None:
    assert pictures.drawn_as(label) == drawn


def test_a_beast_of_the_premise_is_drawn_where_it_is_told() -> None:
    guarded = worlds.generate("A watchwoman with a dog guards the museum", seed=3)
    met = {name for people in cast.people_in(guarded).values() for name in (one.name for one in people)}
    assert "dog" in met
    captain = worlds.generate("Sailors cross the fog to rescue their captain from an island", seed=7)
    where = [state for state, people in cast.people_in(captain).items() if any(one.name == "captain" for one in people)]
    assert where
    assert all("captain" in captain["scene"]["states"][state]["base"] for state in where)
