"""What a premise makes a point of is thought of on the way and said in every win; nothing is made of what may mean something else."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.points import points_of
from makebelieve.worlds.generation.understand import understand_world


def _told(premise: str) -> tuple[str, list[str]]:
    """All that is told on the way, and each winning ending."""
    world = worlds.generate(premise, seed=3)
    states = world["scene"]["states"].values()
    way = [state["narration"] for state in states if "ending" not in state] + [event["narration"] for event in world["scene"]["events"]]
    return " ".join(way), [state["narration"] for state in states if state.get("ending", {}).get("kind") == "win"]


@pytest.mark.parametrize(
    ("premise", "way", "won"),
    [
        ("A fireman who is terrified of spiders must clean out the old cellar.", "spiders", "afraid of spiders"),
        ("A parrot who cannot fly has to bring a key to the governor.", "You cannot fly", "cannot fly"),
        ("A teacher who has never seen the sea must take a parcel to the harbour.", "seen the sea", "somebody who had never seen the sea"),
        (
            "A miner must win the singing contest so that his son can see a doctor.",
            "so that your son can see a doctor",
            "Now your son can see a doctor.",
        ),
        ("A keeper has to repair the radio and call the coastguard.", "call the coastguard", "And now you call the coastguard."),
        ("A widow searches for the violin that was carved by her brother.", "was carved by your brother", "You think of him"),
        (
            "In a valley where singing is forbidden, a tinker must deliver a parcel.",
            "singing is forbidden",
            "in a valley where singing is forbidden",
        ),
        ("A sculptor must get back the cup that was stolen from her aunt.", "your aunt", "for your aunt"),
        (
            "A locksmith looks for a map that was painted by the first mayor.",
            "The map was painted by the first mayor",
            "painted by the first mayor",
        ),
        (
            "A gardener mends the pump so that the village can use it again.",
            "can use the pump again",
            "Now the village can use the pump again.",
        ),
        ("Four clowns flee from a palace where nobody may laugh.", "nobody may laugh", "the palace where nobody may laugh"),
        ("A porter has to carry a trunk upstairs although he hates stairs.", "You hate stairs", "still hate stairs"),
        ("A waiter wants to run the marathon although everybody thinks he is too slow.", "you are too slow", "that you were too slow"),
        ("A clerk has sworn never to gamble again. He must find the lost ticket.", "never to gamble", "You have kept your word."),
        ("My parrot is afraid of cats. I have to bring him to the harbour.", "Your parrot is afraid of cats", "still afraid of cats"),
        ("A bishop crosses a valley that is known for its echoes.", "the valley is known for its echoes", "known for its echoes"),
        ("A puppet made of cork wants to see the capital.", "made of cork", "still in one piece"),
        (
            "A climber wants to reach a peak that nobody has ever climbed.",
            "Nobody has ever climbed the peak",
            "Nobody had ever climbed the peak. You have.",
        ),
        ("A page wants to escape and become a baker.", "become a baker", "Now you can become a baker."),
        ("A pirate with one eye must win the archery contest.", "You have only one eye", "only one eye, and it was enough"),
        ("A duke who never smiles has to find the lost crown.", "You never smile", "You did not begin today."),
        ("A sculptor finishes the statue so that she can travel to Rome.", "to travel to Rome", "Now you can travel to Rome."),
        (
            "A guide enters a canyon in which nothing casts an echo and must get his mules out.",
            "nothing casts an echo",
            "nothing casts an echo",
        ),
        (
            "A ferry pilot who has never missed a tide must cross the bay.",
            "never missed a tide",
            "never missed a tide, and that is how it is still",
        ),
        ("Three cousins explore a haunted lighthouse.", "lighthouse is haunted", "lighthouse is haunted"),
        ("A cook enters the village fair, but somebody has stolen her best pan.", "the village fair", "Now for the village fair."),
    ],
)
def test_the_point_comes_up_on_the_way_and_where_it_is_won(premise: str, way: str, won: str) -> None:
    told, endings = _told(premise)
    assert way in told
    assert any(won in ending for ending in endings)


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A boy who is afraid of water must overcome his fear.", "fear"),  # afterwards it may be otherwise
        ("A penguin who cannot fly wants to learn to fly.", "cannot"),
        ("A keeper in an abandoned lighthouse must find the log.", "abandoned"),  # somebody is at home there
        ("A girl must free the town where nobody laughs.", "where"),
    ],
)
def test_what_the_deed_may_end_is_not_said_to_last(premise: str, kind: str) -> None:
    assert not any(point.lasts for point in points_of(understand_world(premise), "they") if point.kind == kind)


def test_whose_his_would_be_stays_unsaid() -> None:
    told, _ = _told("A nurse who hates her patient and his brother must find the lost file.")
    assert "You hate" not in told


def test_a_haunted_place_shows_it() -> None:
    scenes = worlds.generate("Two nieces must spend a night in a haunted mill.", seed=1)["scene"]["states"].values()
    assert any("pale" in scene["base"] or "in the shape of somebody" in scene["base"] for scene in scenes)


def test_every_kind_is_told_on_the_way_and_at_the_end() -> None:
    for title, entry in tables.read("payoffs").items():
        told_elsewhere = (
            "held",
            "will",
            "ready",
            "bound",
            "natured",
            "born",
            "against",
        )  # at the end, by the traits, by what is to be found
        assert entry.items("onward") or title in told_elsewhere, title
        assert entry.items("won") or title == "reason", title  # why it was done says nothing of how it ended
