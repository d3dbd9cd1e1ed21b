"""What a story says is learned is told in words, and asked for in one way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.items import Item, taught, wanting

UNSAID = re.compile(r"\b(?:you (?:know|need|want)[^.]*\band to know\b|[Ff]irst you have to (?:know|learn)[^.]*\bfirst)\b")
ELSEWHERE = re.compile(r"\bhere\b|\btoday\b|\btonight\b|\byesterday\b")


def known() -> Iterator[tuple[str, str]]:
    """Where a table has what is only known, and its row."""
    for stem in ("plots", "subjects"):
        for title, entry in tables.read_all(stem).items():
            rows = entry.items("item") if entry.one("size") == "word" else ()
            finds = [text.split("::")[0] for text in entry.items("find") if re.match(r"(?:\([^)]*\) )?word, ", text)]
            yield from ((title, row) for row in (*rows, *finds))
    for name in ("barred", "gates"):
        yield from (
            (title, row) for title, entry in tables.read(name).items() if entry.one("size") == "word" for row in entry.items("item")
        )
    for row, texts in tables.read("showing")["seek"].rows.items():
        yield from ((row, text.split("::")[0]) for text in texts if re.match(r"(?:\([^)]*\) )?word, ", text))


def test_nothing_is_to_be_known_that_is_not_told() -> None:
    some = list(known())
    assert len(some) > 200
    for title, row in some:
        phrase, lesson = taught(row)
        assert phrase
        assert re.search(r"[.!?]$|^\{lead\}$|[.!?]\"$", lesson), (title, row)
        assert len(lesson) < 120, (title, row)


def test_what_is_told_holds_wherever_it_is_told() -> None:
    """It is told in one place, and put to use in another, at whatever hour a story plays."""
    for title, row in known():
        assert not ELSEWHERE.search(re.sub(r'"[^"]*"', "", taught(row)[1])), (title, row)


def test_nobody_else_is_named_who_may_not_be_there() -> None:
    for title, row in known():
        assert not re.search(r"\bname of (?:somebody|a willing|a friend|the only)\b", row), (title, row)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    "premise",
    [
        "A baker wants to teach her nephew how to make bread.",
        "My neighbour wants to persuade the mayor to keep the library open.",
        "Find out why the well has run dry.",
        "A girl looks for her lost dog in the fog.",
        "Repair the old tower clock before the fair.",
        "Two brothers want to win the sack race.",
    ],
)
def test_what_is_learned_is_said(premise: str, seed: int) -> None:
    world = worlds.generate(premise, seed=seed)
    aims = {one["grants"]: one["text"] for one in world["missions"][0]["objectives"]}
    events = world["scene"]["events"]
    for event in events:
        for flag in event.get("grants", ()):
            if aims.get(flag, "").startswith(("Learn ", "Get ")):
                assert '"' in event["narration"], event
    assert not UNSAID.search(json.dumps(world)), UNSAID.search(json.dumps(world))


def test_things_and_knowledge_are_asked_for_in_sentences_of_their_own() -> None:
    lamp, way = Item("a", "a bright lamp", "has_a"), Item("b", "where to look first", "has_b", size="word", lesson="Look low.")
    assert wanting([lamp]) == "You still need a bright lamp."
    assert wanting([way]) == "You still have to learn where to look first."
    assert wanting([way, lamp]) == "You still need a bright lamp. You also have to learn where to look first."


UNTOLD = re.compile(
    r"\b(?:line|page|note|[Ii]t) says (?:how|what|where)\b(?!.*:)|\bSo that is how it is done\b|\bYou know now (?:where|what|how)\b"
)


def test_a_secret_is_told_and_not_only_spoken_of() -> None:
    """ "The line says what to take care with" leaves the player where they were."""
    for title, entry in tables.read_all("plots").items():
        for row in entry.items("secret"):
            assert not UNTOLD.search(row.split("::")[1]), (title, row)


@pytest.mark.parametrize(
    "premise",
    ["A tailor wants to finish a wedding coat.", "Our village must save the old windmill.", "A clown wants to cheer up the queen."],
)
def test_an_objective_names_what_is_fetched_and_from_whom(premise: str) -> None:
    given = 0
    for seed in range(4):
        world = worlds.generate(premise, seed=seed)
        aims = {one["grants"]: one["text"] for one in world["missions"][0]["objectives"]}
        for event in world["scene"]["events"]:
            for flag in event.get("grants", ()):
                if aims.get(flag, "").startswith("Fetch "):
                    thing, _, giver = aims[flag].removeprefix("Fetch ").partition(" from ")
                    assert (
                        thing in event["narration"].replace(event["narration"][:1], event["narration"][:1].lower(), 1)
                        or thing[2:] in event["narration"]
                    )
                    assert event["anchor"]["label"].split()[-1] in giver
                    given += 1
    assert given


def test_who_is_asked_again_says_what_was_found() -> None:
    world = worlds.generate("A potter wants to repair a cracked kiln.", seed=1)
    facts = [fact for event in world["scene"]["events"] if event["kind"] == "terminal" for fact in event["terminal"]["facts"]]
    after = [fact["text"] for fact in facts if fact.get("requires") == ["truth"]]
    found = next(event["narration"] for event in world["scene"]["events"] if "truth" in event.get("grants", ()))
    assert any(text.partition(": ")[2].rstrip(".").lower() in found.lower() for text in after), (after, found)
