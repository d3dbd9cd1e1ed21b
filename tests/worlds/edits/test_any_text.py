"""Whatever is typed is answered: a change that keeps the world sound, or words for people; never an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makebelieve import worlds

WORLD = worlds.generate("A knight in a village looks for his lost horse", seed=3)
BEFORE = {(finding.lint, finding.path) for finding in worlds.check(WORLD)}
_TYPED = """
add put make remove rename rain night knight village horse the a to in with 7 12 1665 more less no and but should say who if when key lock
red king's it them his please how why door ... ? 🦊 'oak' funny start end ending secret instead of called Bob
"""
WORDS = _TYPED.split()


def answered(sentence: str) -> None:
    edited = worlds.edit(WORLD, sentence)
    assert edited.reply.strip()
    if edited.applied:
        assert {(finding.lint, finding.path) for finding in edited.diagnostics if finding.severity == "error"} <= BEFORE
    else:
        assert edited.world == WORLD


@pytest.mark.parametrize(
    "sentence",
    [
        "1665 was a terrible year",
        "it is 1665",
        "add 7",
        "put 12 in the park",
        "more 4",
        "7",
        "rename 12 to 13",
        "12 should say 13",
        "turn 2 into 1",
        "?!",
        "🦊",
    ],
)
@pytest.mark.slow
def test_numbers_and_signs_are_answered(sentence: str) -> None:
    answered(sentence)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join))
@pytest.mark.slow
def test_any_words_are_answered(sentence: str) -> None:
    answered(sentence)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60))
@pytest.mark.slow
def test_any_text_is_answered(sentence: str) -> None:
    if sentence.strip():
        answered(sentence)
