"""How people look by what they are, how old they are and when a story plays."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.ages import ORDER
from makebelieve.worlds.generation.dress import looks_of

TABLE = tables.read("looks")


@pytest.mark.parametrize("title", sorted(TABLE))
def test_a_class_has_looks_for_every_age(title: str) -> None:
    entry = TABLE[title]
    assert entry.words("nouns") or title == "plain"
    assert all(entry.items(age) or entry.items("any") or TABLE["plain"].items(age) for age in ORDER)
    for row in entry.rows:
        assert row == "nouns" or all(look.split()[0] in ("in", "with") for look in entry.items(row))


@pytest.mark.parametrize(
    ("phrase", "name", "era", "genre", "title"),
    [
        ("primary school teacher", "", "now", "school", "teachers"),
        ("exchange student", "", "now", "fairy", "plain"),
        ("pizza delivery boy", "", "now", "modern", "plain"),
        ("nine-year-old hacker", "", "far", "cyberpunk", "children"),
        ("captain of a leaking submarine", "", "now", "sea", "sailors"),
        ("Sergeant Okafor", "Sergeant Okafor", "now", "war", "soldiers"),
        ("father", "", "now", "modern", "plain"),
        ("old man", "", "now", "slice", "elders"),
        ("young prince", "", "old", "fantasy", "crowned"),
    ],
)
def test_looks_fit_who_somebody_is(phrase: str, name: str, era: str, genre: str, title: str) -> None:
    assert looks_of(phrase, name, era, genre) == (TABLE[title].items(era) or TABLE[title].items("any"))
