"""Goals of premises that state no want: each class of situation gives a deed with a verb of its own."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "situation", "deed"),
    [
        ("A coachman picks up a rider without a shadow", "passenger", "bring the rider to the right door"),
        ("The otters go on strike.", "strike", "win the strike"),
        ("The waiters have walked out", "strike", "win the strike"),
        ("The snowman has walked out of the garden", None, "walk out of the garden"),
        ("A violinist wakes up on the same Friday over and over", "same_day", "break out of the same day"),
        ("A cabbie keeps driving down the same street on the same night", "same_night", "break out of the same night"),
        ("Two kings argue about who owns the well", "quarrel_question", "settle who owns the well"),
        ("A baker finds a stowaway in the cellar", "stowaway", "find out who the stowaway is"),
        ("A miner who can't swim comes to town, where the mayor owes him a boat", "debt", "get the boat from the mayor"),
        ("Three sisters inherit a cinema", "inherited_place", "keep the cinema going"),
        ("The geese have stopped talking to the farmer", "stopped_doing", "get the geese to talk to the farmer again"),
        ("the carpet is acid", "dont_touch_the_floor", "get across the room with both feet off the carpet"),
        ("A nurse discovers a letter under the stairs", "diary", "find out who is behind the letter"),
        ("Our library has been taken over by owls", "taken_over", "win my library back from the owls"),
        ("The chestnuts are singing.", "obeys", "find out why the chestnuts are singing"),
        ("Everyone in the valley has the same dream", "everybody_does", "find out why everyone in the valley has the same dream"),
        ("There is a seal in the fountain.", "intruder", "get the seal out of the fountain"),
        ("A plumber and a duke are chained together", "bound_together", "get free of each other"),
        ("An usher has lost the tickets", None, "get the tickets back"),
        ("Two old rivals, one sinking raft", "failing", "stop the raft from sinking"),
    ],
)
def test_a_situation_gives_a_deed(premise: str, situation: str | None, deed: str) -> None:
    goal = understand_world(premise).goal
    assert goal.stated
    assert (goal.situation, goal.deed) == (situation, deed)


def test_what_is_wanted_beats_the_situation() -> None:
    goal = understand_world("The swans go on strike. A gardener has to feed them before noon.").goal
    assert (goal.verb, goal.situation) == ("feed", None)


def test_rows_of_the_table_are_whole() -> None:
    genres = set(tables.read_all("genres"))
    rows = tables.read("situations")
    assert len(rows) >= 60
    for title, row in rows.items():
        assert row.one("rank") in ("1", "2", "3"), title
        assert len(row.one("want").split("::")) == 4, title
        assert row.items("when"), title
        assert {lean.partition("=")[0] for lean in row.one("lean").split()} <= genres, title


@pytest.mark.parametrize(
    "premise", ["Make", "A waiter spills soup and has one evening to make", "Until gone", "my", "there is", "what if", "by"]
)
def test_cut_off_premises_are_read(premise: str) -> None:
    assert understand_world(premise).goal.purpose
