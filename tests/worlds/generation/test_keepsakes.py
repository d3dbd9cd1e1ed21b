"""What of a secret goes along, and how it comes to mind again."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.keepsakes import recalled


@pytest.mark.parametrize(
    ("truth", "said"),
    [
        ("There is one safe way over. It was known once.", "there is one safe way over."),
        ("Mrs. Castellane won here once, by looking at one face. You can too.", "Mrs. Castellane won here once, by looking at one face."),
        ("So that is where they will come in. You will be there first.", ""),
        ("The old man knows how it is done. You will ask.", ""),
    ],
)
def test_what_was_found_out_comes_to_mind_where_it_says_something(truth: str, said: str) -> None:
    assert recalled(truth) == said
