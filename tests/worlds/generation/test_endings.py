"""Endings of plots: they say in plain words that the deed is done, whoever it was done for."""

from __future__ import annotations

import re
from typing import Final

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation import tables

FILES: Final = [
    "seeks",
    "ways",
    "ways_across",
    "ways_far",
    "ways_leave",
    "ways_sail",
    "ways_up",
    "tend",
    "care",
    "returns",
    "roads",
    "wild",
    "alarms",
]
PLOTS: Final = {title: entry for name in FILES for title, entry in tables.read(f"plots_{name}").items() if "/" not in title}
DONE: Final = re.compile(r"\{(?:deed|goal|Goalcap|you_goal)\}|\b[Yy]ou (?:are|got|gave|know)\b|gave the warning|you (?:know|found out) who")


@pytest.mark.parametrize("title", sorted(PLOTS))
def test_an_ending_says_that_it_is_done(title: str) -> None:
    for row in ("win", "best"):
        for item in PLOTS[title].items(row):
            told = item.split("::")[1]
            assert DONE.search(told), (title, row, told)


@pytest.mark.parametrize("title", sorted(PLOTS))
def test_what_is_only_known_is_named_by_a_noun(title: str) -> None:
    for name, need in tables.read_all("plots").items():
        if name.startswith(f"{title}/"):
            for item in need.items("item"):
                phrase = re.sub(r"^\([^)]*\) ", "", item)
                assert not re.match(r"(?:how|what|where|when|which|who|whom|why|whether)\b", phrase), (name, phrase)


@pytest.mark.parametrize("seed", range(3))
def test_a_warning_is_given_in_words(seed: int) -> None:
    world = worlds.generate("A ferryman has to warn the millers about the burst dam", seed=seed)
    last = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
    assert any("danger" in phase["base"] for phase in last["phases"])


@pytest.mark.parametrize("seed", range(3))
def test_a_letter_is_handed_to_somebody(seed: int) -> None:
    world = worlds.generate("A postman has to deliver a letter from 1962", seed=seed)
    last = next(event for event in world["scene"]["events"] if "done" in event.get("grants", []) and event.get("phases"))
    assert any("somebody" in phase["base"].lower() for phase in last["phases"])


@pytest.mark.parametrize(
    ("premise", "foreign"),
    [
        ("Two foxes cross the dark forest", r"\b(?:counter|clerk|doorkeeper|guard|porter)\b"),
        ("A shepherd searches for her lost whistle on the moor", r"\b(?:counter|clerk|doorkeeper|guard|porter)\b"),
    ],
)
def test_nobody_bars_the_way_where_nobody_lives(premise: str, foreign: str) -> None:
    for seed in range(4):
        for state in worlds.generate(premise, seed=seed)["scene"]["states"].values():
            assert not re.search(foreign + r"[^.]* (?:stands|sits|before|on the way)", state["base"]), state["base"]
