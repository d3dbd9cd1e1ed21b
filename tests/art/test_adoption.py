"""Pictures of other makers: grid, background, colours, and who drew it in the end."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from makebelieve import art
from makebelieve.art import adoption
from makebelieve.art.palettes import named
from makebelieve.art.provider import Brief, Capabilities
from makebelieve.kit.errors import Problem, ProviderFailed


def fake(image: Image.Image, pitch: float, ground: tuple[int, int, int] = (255, 255, 255), kind: str = "JPEG") -> bytes:
    """The sprite as a model draws it: cells of no whole side, shifted, blurred, compressed, on a plain ground."""
    small = np.asarray(image)
    side = int(len(small) * pitch)
    rows, columns = (np.clip(((np.arange(side) + 0.5 - shift) / pitch).astype(int), 0, len(small) - 1) for shift in (2.1, 5.3))
    out = Image.new("RGBA", (side, side), (*ground, 255))
    out.alpha_composite(Image.fromarray(small[rows][:, columns]))
    data = io.BytesIO()
    out.convert("RGB").filter(ImageFilter.GaussianBlur(0.6)).save(data, kind)
    return data.getvalue()


class Easel:
    name = "easel"
    capabilities = Capabilities()

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer

    def make(self, brief: Brief) -> bytes:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@settings(max_examples=12, deadline=None)
@given(st.floats(5.0, 18.0), st.integers(0, 50))
def test_the_grid_of_fake_pixel_art_is_found(pitch: float, seed: int) -> None:
    data = fake(art.sprite("a warrior knight", seed=seed).image, pitch)
    grid = adoption.grid_of(adoption.opened(data))
    assert grid is not None
    assert abs(grid.pitch - pitch) < 0.05


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("ground", [(255, 255, 255), (90, 160, 90), (20, 20, 20)])
def test_what_is_drawn_comes_back(kind: str, ground: tuple[int, int, int]) -> None:
    drawn = art.sprite("red potion", seed=1).image
    made = adoption.adopt(fake(drawn, 10.67, ground, kind), (64, 64))
    assert made.report.problems == ()
    assert made.spec["background"] == "color"
    opaque, own = np.asarray(made.image)[..., 3] > 0, np.asarray(drawn)[..., 3] > 0
    assert abs(int(opaque.sum()) - int(own.sum())) < 0.12 * own.sum()


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(["pico-8", "game-boy", "endesga-32"]), st.integers(8, 90), st.integers(8, 90))
def test_size_alpha_and_palette_always_hold(name: str, width: int, height: int) -> None:
    made = adoption.adopt(fake(art.sprite("grey wolf").image, 8.0), (width, height), palette=named(name))
    pixels = np.asarray(made.image)
    assert pixels.shape == (height, width, 4)
    assert set(np.unique(pixels[..., 3])) <= {0, 255}
    assert {tuple(int(part) for part in one) for one in pixels[pixels[..., 3] > 0][:, :3]} <= set(named(name))


def test_what_is_no_picture_is_refused() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(blank, "PNG")
    for data, reason in ((b"nothing", "cannot be read"), (blank.getvalue()[:60], "cannot be read"), (blank.getvalue(), "nothing on it")):
        with pytest.raises(Problem, match=reason):
            adoption.adopt(data)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(ProviderFailed("its rate limit is reached"), "its rate limit is reached"), (b"<html>", "cannot be read as a picture")],
)
def test_the_painter_steps_in_and_says_so(answer: bytes | Exception, reason: str) -> None:
    made = adoption.delivered("a red fox", seed=3, provider=Easel(answer))
    assert (made.provider, made.asked) == ("embedded", "easel")
    assert made.fallback is not None
    assert reason in made.fallback
    assert made.picture.image.tobytes() == art.sprite("a red fox", seed=3).image.tobytes()


def test_a_provider_that_delivers_is_named() -> None:
    made = adoption.delivered("a red potion", provider=Easel(fake(art.sprite("red potion").image, 9.3)))
    assert (made.provider, made.asked, made.fallback) == ("easel", "easel", None)
