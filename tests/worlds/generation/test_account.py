"""The account of a reading: one plain sentence that says it again, and is read the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebelieve import worlds

PREMISES = [line for line in (Path(__file__).parent / "premises.txt").read_text().splitlines() if line and not line.startswith("#")]


def reading(premise: str) -> dict[str, str]:
    understood = worlds.generate(premise)["metadata"]["understood"]
    return {"sentence": understood["sentence"], "deed": understood["goal"]["deed"] or "", "player": understood["player"]}


@pytest.mark.parametrize(
    ("premise", "sentence"),
    [
        ("A baker needs to finish the wedding cake before noon.", "The baker has to finish the wedding cake before noon."),
        (
            "I have to bring my brother's kite back before he comes home.",
            "I have to bring my brother's kite back before my brother comes home.",
        ),
        ("Three goats want to cross the old bridge.", "The goats have to cross the old bridge."),
        ("Rosa wants to learn to whistle.", "Rosa has to learn to whistle."),
    ],
)
def test_a_reading_is_said_in_one_sentence(premise: str, sentence: str) -> None:
    assert reading(premise)["sentence"] == sentence


def test_the_sentence_is_read_as_its_premise_was() -> None:
    """Who puts one word of it right keeps the rest."""
    before = [reading(premise) for premise in PREMISES]
    again = [(one, reading(one["sentence"])) for one in before if one["sentence"]]
    assert len(again) >= 0.97 * len(before)
    assert sum(new["deed"].startswith(old["deed"]) for old, new in again) >= 0.97 * len(again)
    assert sum(new["player"] == old["player"].split(" with ")[0] for old, new in again) >= 0.93 * len(again)
