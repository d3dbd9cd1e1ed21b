"""Clauses that are told by the way are asked about by nobody."""

from __future__ import annotations

from makebelieve.worlds.generation.understand import understand_world


def test_nobody_asks_why_a_guest_comes_in() -> None:
    assert understand_world("I'm a waiter and a famous food critic just walked in.").goal.verb != "find_out"
