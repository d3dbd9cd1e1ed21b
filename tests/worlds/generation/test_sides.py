"""Whose side a premise takes, where it states no want of its hero."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.sides import taken_side
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A swimmer is offered a yacht to lose the race", "refuse to lose the race"),
        ("A story about a chess player who is paid to throw the final game", "refuse to lose the final game"),
        ("What if a judge was bribed to sign a false report?", "refuse to sign a false report"),
        ("A young soldier is ordered to burn the library", "refuse to burn the library"),
        ("A novice is tempted to open the sealed jar", "refuse to open the sealed jar"),
        ("A valet is tempted to steal the crown", "refuse to steal the crown"),
        ("A boy is asked by two bullies to open the school gate", "refuse to open the school gate"),
        ("A gang wants a baker to leave the back door open", "refuse to leave the back door open"),
        ("A violinist is blackmailed into losing the contest", "refuse to lose the contest"),
    ],
)
def test_a_wrong_that_is_asked_of_somebody_is_refused(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    "premise",
    [
        "A thief is hired to steal the moon",
        "A detective is paid to find a lost parrot",
        "A knight is ordered to kill the dragon",
        "A spy is told to steal the plans",
        "A forger of maps is asked to forge a treasure map",
        "A girl is asked by her aunt to deliver a cake",
    ],
)
def test_what_is_asked_of_one_whose_work_it_is_is_done(premise: str) -> None:
    assert taken_side(premise) is None
    assert not (understand_world(premise).goal.deed or "").startswith("refuse")


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "The only barber in town refuses to work until somebody apologises to him",
            "get somebody to apologise to the only barber in town",
        ),
        ("The organist won't play until the vicar apologises", "persuade the vicar to apologise to the organist"),
        ("Grandma will not cook until someone finds her spoon", "find Grandma's spoon"),
        ("A young queen refuses to sleep until somebody sings her a song", "sing the young queen a song"),
        ("The geese refuse to leave the square until somebody gives them back their pond", "give the geese back the geese's pond"),
        ("The judge will not go home until somebody confesses", "get somebody to confess"),
        ("What if the ferry refused to start until everybody danced?", "get everybody to dance"),
    ],
)
def test_what_somebody_waits_for_is_brought_about(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("What if my rabbit was the judge and the foxes wanted to throw her out?", "stop the foxes from throwing my rabbit out"),
        ("My goose became the queen and the swans want to get rid of her", "stop the swans from getting rid of my goose"),
        ("My snail won the cup and the beetles are trying to take away his prize", "stop the beetles from taking away my snail's prize"),
        ("The mayor wants our library closed", "save our library from the mayor"),
        ("A tailor sews a coat that sings, and the duke wants it burned", "save the coat from the duke"),
        ("A clockmaker has built a mechanical owl, but the bishop wants it destroyed", "save the mechanical owl from the bishop"),
    ],
)
def test_what_is_of_the_teller_or_the_hero_is_kept(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A tailor has sold his chair with all his savings in it", "get his chair with all his savings in it back"),
        ("My mother threw out the old teapot with her ring in it", "get the old teapot with the ring in it back from the rubbish dump"),
        ("We gave away the old clock, and the key was inside it", "get the old clock with the key in it back"),
        (
            "Two sisters accidentally sold their uncle's trunk with the deeds hidden inside",
            "get their uncle's trunk with the deeds hidden inside back",
        ),
    ],
)
def test_what_went_away_with_something_in_it_is_got_back(premise: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert worlds.check(worlds.generate(premise)) == []


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("Two rival barbers keep spoiling each other's haircuts", "make peace with a rival barber over the haircuts"),
        ("Two rival cooks fall in love while secretly salting each other's soups", "make peace with a rival cook over the soups"),
    ],
)
def test_one_of_two_rivals_plays_and_the_other_is_met(premise: str, deed: str) -> None:
    draft = understand_world(premise)
    assert draft.goal.deed == deed
    assert draft.player is not None
    assert not draft.player.plural


def test_an_unknown_who_does_a_thing_every_day_is_found_out() -> None:
    assert (
        understand_world("A stranger leaves my aunt a pear every morning").goal.deed == "find out who leaves my aunt a pear every morning"
    )


@pytest.mark.parametrize(
    ("premise", "start"),
    [
        ("I am a retired ferry captain and I want to row one last time to the island where I met my brother", "island"),
        ("An old ferry pilot wants to paddle once more to the lighthouse", "lighthouse"),
    ],
)
def test_where_somebody_goes_once_more_is_not_where_they_begin(premise: str, start: str) -> None:
    world = worlds.generate(premise)
    assert start not in next(iter(world["scene"]["states"]))


def test_who_is_only_remembered_at_a_place_is_not_there() -> None:
    for premise in (
        "A sailor wants to row once more to the island where he kissed his wife",
        "A dancer wants to drive to the lake where she met her husband",
    ):
        draft = understand_world(premise)
        assert draft.people == []
        assert draft.companions == []


def test_a_refusal_is_made_where_its_hero_works() -> None:
    for premise, room in (
        ("A boxer is paid to lose the title fight", "boxing_gym"),
        ("A policewoman is told to burn the evidence", "police_station"),
    ):
        assert room in worlds.generate(premise)["scene"]["states"]


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A sexton finds a trumpet left on the church steps", "find out whose trumpet is on the church steps"),
        ("I found a kite abandoned in the orchard", "find out whose kite is in the orchard"),
        ("The usher finds an old woman asleep in the last row", "bring home an old woman asleep in the last row"),
    ],
)
def test_what_is_found_left_behind_goes_back_to_whose_it_is(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_a_hero_of_two_words_saves_what_is_theirs() -> None:
    draft = understand_world("An old woman guards the last bakery in town, and the mayor wants it torn down")
    assert draft.goal.deed == "save the last bakery from the mayor"
    assert draft.player is not None
    assert draft.player.phrase == "old woman"
