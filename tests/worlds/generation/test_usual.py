"""A deed is done where it is usually done, where its premise names no place for it."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables


def _last(premise: str) -> str:
    world = worlds.generate(premise, 7)
    key = next(event["from"][0] for event in world["scene"]["events"] if "done" in event.get("grants", ()))
    return str(world["metadata"]["sites"][key.removesuffix("_later")])


def test_every_usual_place_is_a_kind_of_place() -> None:
    kinds = tables.read_all("places")
    for row in tables.read("usual").values():
        assert row.items("verbs")
        assert set(row.one("kinds").split()) <= kinds.keys()
        assert set(row.one("from").split()) <= kinds.keys()


@pytest.mark.parametrize(
    ("premise", "kind"),
    [
        ("A student has to hand in her thesis by noon, but her flatmate's goat has eaten the only copy.", "department_office"),
        ("A printer in 1848 must print a pamphlet before the king's soldiers come.", "print_shop"),
        ("A professor must vote for the new dean, but both candidates are his ex-wives.", "department_office"),
        ("A schoolboy has to hand in his homework, but a crow has carried it to the roof.", "classroom"),
        ("A cook in a medieval castle must bake a pie for the king's birthday.", "castle_kitchen"),
        ("The last gardener on a space station must save the only lemon tree before the water runs out.", "hydroponics"),
        ("A cook on a submarine must bake a birthday cake for the captain without flour.", "sub_galley"),
    ],
)
def test_a_deed_is_done_in_its_usual_place(premise: str, kind: str) -> None:
    assert _last(premise) == kind


def test_what_is_only_spoken_of_is_no_place() -> None:
    assert _last("A professor must give a lecture on volcanoes, but all his slides are of his holiday.") == "lecture_hall"
