"""Slips of the pen and of a language still learnt are mended; what is no slip stays."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.slips import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a man must to paint the wall of castle", "a man must paint the wall of the castle"),
        ("my sister she lost a frog", "my sister lost a frog"),
        ("Then she find a key and he go to the well", "Then she finds a key and he goes to the well"),
        ("a kitten must find way back", "a kitten must find the way back"),
        ("uncle zbigniew wants a goat", "uncle Zbigniew wants a goat"),
        ("Robot wants a heart. Boy must help him", "A robot wants a heart. The boy must help him"),
        ("A duck 🦆 in a hat 🎩.", "A duck in a hat."),
        ("My dog thinks he is a train", "My dog thinks he is a train"),
        ("omg my cake is on fire lol what do i do", "my cake is on fire"),
        ("What did she find in the well", "What did she find in the well"),
        ("from castle to castle", "from castle to castle"),
        ("the queen bee has to fly", "the queen bee has to fly"),
        ("stories of village life", "stories of village life"),
        ("captain and crew", "captain and crew"),
    ],
)
def test_slips_are_mended(written: str, meant: str) -> None:
    assert mended(written) == meant
