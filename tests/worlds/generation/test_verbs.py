"""Forms and purposes of verbs."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.verbs import gerund, purpose_of


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("wind", "winding"),
        ("bake", "baking"),
        ("get", "getting"),
        ("tie", "tying"),
        ("see", "seeing"),
        ("carry", "carrying"),
    ],
)
def test_gerunds(verb: str, form: str) -> None:
    assert gerund(verb) == form


@pytest.mark.parametrize(
    ("verb", "purpose"),
    [
        ("find_out", ("solve", "own")),
        ("bake", ("restore", "made")),
        ("teach", ("unite", "like")),
        ("outjuggle", ("defeat", "like")),
        ("rebake", ("restore", "own")),
        ("whittle", None),
    ],
)
def test_purposes(verb: str, purpose: tuple[str, str] | None) -> None:
    assert purpose_of(verb) == purpose
