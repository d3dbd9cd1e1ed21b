"""Stills: the player's own drawing code, run on an engine host."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from makebelieve.engine import open_engine
from makebelieve.games import generate, picture


@pytest.fixture(scope="module")
def stills() -> tuple[bytes, bytes, bytes]:
    """One game's still twice, and one of its second level."""
    engine, painter = open_engine(), picture.open_painter()
    try:
        config = generate("a bee flies between garden flowers, tap to flap", seed=2, engine=engine).config
        return (
            picture.render(config, engine=engine, painter=painter),
            picture.render(config, engine=engine, painter=painter),
            picture.render(config, engine=engine, painter=painter, scene=1),
        )
    finally:
        engine.close()
        painter.close()


def test_a_still_is_a_png_of_the_game_in_play(stills: tuple[bytes, bytes, bytes]) -> None:
    image = Image.open(io.BytesIO(stills[0]))
    assert image.format == "PNG"
    assert image.size == (640, 360)
    colors = image.convert("RGB").getcolors(maxcolors=100_000)
    assert colors is not None
    assert len(colors) > 24, "a sky, ground and somebody in it"


def test_the_same_game_gives_the_same_bytes(stills: tuple[bytes, bytes, bytes]) -> None:
    assert stills[0] == stills[1]
    assert stills[0] != stills[2]


@pytest.mark.parametrize(
    ("inputs", "ticks", "prefix"),
    [("", 5, ""), ("g", 1, "g-1"), ("2-a.g.0-14", 10, "2-a"), ("2-a.g.0-14", 12, "2-a.g-1.0-1"), ("2-a", 0, ""), ("2-14", 37, "2-11")],
)
def test_the_first_ticks_of_run_length_inputs(inputs: str, ticks: int, prefix: str) -> None:
    assert picture._prefix(inputs, ticks) == prefix
