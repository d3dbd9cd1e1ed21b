"""What the plots of people and of strife say: things that can be had, ways barred by what is anywhere, endings that tell of the deed."""

from __future__ import annotations

import re

import pytest

from makebelieve.worlds.generation import tables

ROWS = {title: entry for name in ("plots_people", "plots_strife") for title, entry in tables.read(name).items()}
PLOTS = sorted(title for title in ROWS if "/" not in title)
CLAUSE = re.compile(r"^(?:how|what|who|whom|where|when|why|which|that|if|something|everything|somebody|everybody)\b")
PEOPLE = re.compile(r"\b(?:clerks?|guards?|people|somebody|doorkeeper|doorman|keeper|watchman|steward|counter|desk|crowd)\b")
DONE = re.compile(r"\{deed\}|\{(?:you_)?goal\}|\{Goalcap\}|\b(?:yes|sold|forgiven|together|sorry)\b")
MARK = re.compile(r"^\([^)]*\) ")


@pytest.mark.parametrize("title", sorted(ROWS))
def test_what_is_to_be_had_is_a_thing_or_named_knowledge(title: str) -> None:
    for item in ROWS[title].items("item"):
        assert CLAUSE.match(MARK.sub("", item)) is None, item


@pytest.mark.parametrize("title", sorted(ROWS))
def test_nobody_who_may_be_missing_bars_a_way(title: str) -> None:
    for block in ROWS[title].items("block"):
        assert PEOPLE.search(block) is None, block


@pytest.mark.parametrize("title", PLOTS)
def test_a_won_ending_tells_of_the_deed(title: str) -> None:
    for row in ("win", "best"):
        for item in ROWS[title].items(row):
            told = MARK.sub("", item).split("::")[1]
            assert DONE.search(told), (row, item)


@pytest.mark.parametrize("title", PLOTS)
def test_who_plays_is_called_by_a_plain_noun(title: str) -> None:
    """The last word of a hero is what they are called: "the assistant nobody thanks" would be called the thanks."""
    for hero in ROWS[title].items("hero"):
        assert re.fullmatch(r"[a-z'-]+(?: [a-z'-]+){0,2}", MARK.sub("", hero)), hero
        assert not re.search(r"\b(?:one|who|with|of|on|in|at|from|left)\b", MARK.sub("", hero)), hero


def test_a_text_has_its_marks_in_one_bracket() -> None:
    """Of two brackets in front the second would be told to the player."""
    for stem in ("plots", "subjects"):
        for title, entry in tables.read_all(stem).items():
            for row, texts in entry.rows.items():
                for text in texts:
                    assert re.match(r"\([a-z_/ ]+\) *\(", text) is None, (title, row, text)
