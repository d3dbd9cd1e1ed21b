"""What is found, said among other things."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.items import brief


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("a map with wind arrows on it", "a map"),
        ("a letter of leave with a seal", "a letter of leave"),
        ("a box lined with straw", "a box lined with straw"),
        ("the story that goes with it", "the story that goes with it"),
        ("what is wrong with the pump", "what is wrong with the pump"),
        ("half of a thing broken in two", "half of a thing broken in two"),
        ("the first deed, with a seal", "the first deed, with a seal"),
    ],
)
def test_a_thing_among_others_is_cut_short_only_where_it_is_whole(phrase: str, short: str) -> None:
    assert brief(phrase) == short
