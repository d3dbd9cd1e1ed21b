"""What belongs to one age stands in no world of another."""

from __future__ import annotations

import re

import pytest

from makebelieve import worlds


@pytest.mark.parametrize(
    ("premise", "foreign"),
    [
        (
            "A Roman slave girl in Pompeii must warn her master's family",
            r"\b(?:bus|buses|taxi|radio|telephone|plastic|bicycle|newspaper)\b",
        ),
        (
            "A medieval monk has to copy the last book before the plague comes",
            r"\b(?:bus|radio|telephone|plastic|battery|photograph|train)\b",
        ),
        ("A food truck owner in Austin has one weekend to earn the rent", r"\b(?:twopence|shilling|hansom|quill|ferryman|lamplighter)\b"),
        ("A Victorian governess looks for a lost letter in London", r"\b(?:television|supermarket|computer|plastic|vending)\b"),
    ],
)
def test_an_age_keeps_to_its_own_things(premise: str, foreign: str) -> None:
    for seed in range(6):
        told = re.search(foreign, str(worlds.generate(premise, seed=seed)["scene"]), re.IGNORECASE)
        assert told is None, told
