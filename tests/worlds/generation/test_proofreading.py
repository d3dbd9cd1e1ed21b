"""No fault of English that the checks of `proofreading` know stands in any text of many worlds; each check finds what it is for."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from makebelieve import worlds

HERE = Path(__file__).parent
PREMISES = [line for line in (HERE / "proofreading" / "premises.txt").read_text().splitlines() if line]
_FILES = ("premises.txt", "parts/developed.txt", "parts/second.txt")
OTHERS = [line.partition(" |")[0] for name in _FILES for line in (HERE / name).read_text().splitlines() if line]
POINTS_OF_VIEW = ("third_person_shoulder", "third_person_shoulder", "third_person_shoulder", "first_person", "top_down")


def _loaded() -> ModuleType:
    folder = HERE / "proofreading"
    spec = importlib.util.spec_from_file_location("proofreading", folder / "__init__.py", submodule_search_locations=[str(folder)])
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["proofreading"] = module
    spec.loader.exec_module(module)
    return module


proofreading = _loaded()


def faults(premises: list[str], seed: int) -> list[str]:
    found: list[str] = []
    for at, premise in enumerate(premises):
        world = worlds.generate(premise, seed=seed + at % 7, pov=POINTS_OF_VIEW[at % len(POINTS_OF_VIEW)])
        found += [f"{premise!r}: {one}" for one in proofreading.proofread(world, premise)]
    return found


def test_a_thing_carried_that_is_said_last_is_read() -> None:
    assert worlds.generate("The lost luggage of an orchestra has to be found", 1)["missions"]


def test_worlds_of_strangers_have_no_fault_of_english() -> None:
    assert faults(PREMISES[::4], 0) == []


@pytest.mark.slow
def test_many_worlds_have_no_fault_of_english() -> None:
    assert faults([*PREMISES, *OTHERS], 0) == []


def text(kind: str, words: str) -> Any:
    return proofreading.Text(kind, "here", words)


@pytest.mark.parametrize(
    ("kind", "words", "check"),
    [
        ("base", "An lamp stands by a old door.", "article"),
        ("base", "The lamp stands by the the door.", "two determiners"),
        ("hint", "Find a tally stick with the names cut in in the tavern.", "doubled word"),
        ("base", "Beyond the ivy, ivy has reached the second row.", "doubled noun"),
        ("narration", "It goes to at the shore.", "two prepositions"),
        ("fact", "Others have looked for . Mind the holes.", "left over"),
        ("base", "(goal_idea) The last of the signs points down.", "left over"),
        ("base", '"Wait, says somebody.', "quotes"),
        ("base", "The boy waits by the door", "end"),
        ("label", "Open the door.", "end"),
        ("base", "The scissors lies by the door.", "agreement"),
        ("base", "The brothers is carried out.", "agreement"),
        ("base", "The bee looks at your people.", "person"),
        ("logline", "His son means to find the dog.", "pronoun first"),
        ("objective", "Find a bell on the forest.", "preposition"),
        ("objective", "Find a bell in the beach.", "preposition"),
        ("base", "A dog waits behind the wedding.", "event as a place"),
        ("base", "The Dr Moreau's daughters wait by the door.", "article before a name"),
        ("base", "Beside the tree is the grandpa.", "article before kin"),
        ("hint", "You need a scissors.", "matter counted"),
        ("label", "Opens the door", "label no order"),
        ("label", "Lay out the other half of a torn map and take the way to the bar on the corner", "long label"),
        ("title", "The A Boy", "title"),
        ("objective", "Busk outside the opera house where she.", "cut"),
        ("label", "Find out why the lift is stuck between floors 13", "cut"),
        ("objective", "Find a new only copy on the hillside.", "another of what there is one of"),
        ("base", "A notice by the double doors announces race.", "event without its article"),
        ("base", "The medic and her fiance are side by side by the fire step.", "by and by"),
        ("label", "See what that is by the ditch by the hedge", "by and by"),
        ("label", "Look about near the space behind the coffee machine", "beside a space"),
        ("base", "It is late. Close behind the vice stands the church window.", "turned round"),
        ("base", "Beyond the cold frames shows the moon.", "turned round"),
        ("objective", "Get somebody's word to leave the plug alone from Norman in the copy room.", "somebody's word"),
        ("narration", "You have done what could be done. The rest is doing it.", "the rest is"),
        ("narration", "It has not turned out well for the club, either.", "stiff"),
        ("hint", "It is too much for one alone. You would like the promise of a helping hand.", "stiff"),
        ("label", "Step into the stage", "into a stage"),
        ("title", "The Account Book, by Hand", "title"),
        ("title", "Hand in Her Thesis", "title"),
        ("base", "The wrong girl waits near the desks.", "called by a scrap"),
        ("objective", "Find out who.", "cut"),
    ],
)
def test_each_check_finds_what_it_is_for(kind: str, words: str, check: str) -> None:
    given = proofreading.Text(kind, "world", words)
    assert check in {name for one in proofreading.CHECKS for name, _ in one(given)}


def test_a_name_without_its_article_is_found() -> None:
    world = worlds.generate("The Black Knight wants his horse back", 0)
    assert not [
        one for one in proofreading.proofread(world, "The Black Knight wants his horse back") if one.check == "name without its article"
    ]
    world["story"]["logline"] = "Black Knight means to get his horse back."
    assert [
        one for one in proofreading.proofread(world, "The Black Knight wants his horse back") if one.check == "name without its article"
    ]
