"""Who follows the player, and what a premise says is heard."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds
from makebelieve.worlds.doctrine import LETHAL, NEGATION, WHITEOUT
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.alongside import alongside
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "titles"),
    [
        ("A journalist must get a letter across the border. Two policemen are following her.", ["following"]),
        ("A smuggler must reach the lighthouse while three soldiers are chasing him", ["following"]),
        ("Chased by wolves, a postman must deliver the medicine to the hut", ["following_beast"]),
        ("A drummer boy must reach the castle before the soldiers find him", ["following"]),
        ("An old king is hunted through his own forest by the duke's riders and must reach the abbey", ["following"]),
        ("A puppet escapes from the puppet master", ["following"]),
        ("A caretaker hears children singing in a dormitory", ["sing"]),
        ("Four students are locked in a library, and something in the basement keeps calling them by name", ["call"]),
        ("A boy hears a bell ringing in the drowned church every night", ["ring"]),
        ("A nurse hears a knocking behind the wall", ["knock"]),
        ("An artist must finish the window in her rival's workshop", ["rival"]),
        ("A singer must sing at the opera", []),
        ("A dog follows its master home", []),
        ("A girl must ring the bell before dawn", []),
        ("A cartographer lives in a house. One morning a captain called Bartholomew comes", []),
    ],
)
def test_a_premise_tells_who_and_what_is_about(premise: str, titles: list[str]) -> None:
    entries, _ = alongside(understand_world(premise), None, [])
    assert [entry.title for entry in entries] == titles


def test_a_sound_comes_from_where_it_is() -> None:
    premise = "A keeper hears singing from under the sea and has to mend the lamp"
    entry = alongside(understand_world(premise), None, [])[0][0]
    assert any("under the sea" in item for item in entry.items("afar_stir"))


@pytest.mark.parametrize("title", sorted(tables.read("alongside")))
def test_its_texts_are_pictures(title: str) -> None:
    entry = tables.read("alongside")[title]
    rows = [item for row in ("open", "inside", "under", "sea", "stir") for item in entry.items(row)]
    for item in [*rows, *(one.split("::")[1] for one in entry.items("look"))]:
        assert not any(barred.search(item) for barred in (NEGATION, WHITEOUT, LETHAL)), item


def test_whoever_follows_is_seen_behind_until_the_end() -> None:
    premise = "A journalist must get a recording across the border on the last night train. Two policemen are following her."
    for seed in range(3):
        states = worlds.generate(premise, seed)["scene"]["states"]
        scenes = [state["base"] for state in states.values() if "ending" not in state]
        assert sum("olicemen" in base for base in scenes) >= 0.7 * len(scenes)
        wins = [state["narration"] for state in states.values() if state.get("ending", {}).get("kind") == "win"]
        assert any("policemen" in told for told in wins)


def test_what_calls_is_heard() -> None:
    premise = "Four students are locked in the university library overnight, and something in the basement keeps calling them by name."
    world = worlds.generate(premise, 7)
    heard = " ".join(" ".join(state["ambient"]) for state in world["scene"]["states"].values())
    assert re.search(r"calls|name|whisper", heard)
    assert any(event["label"].startswith(("Stand still", "Put an ear")) for event in world["scene"]["events"])
