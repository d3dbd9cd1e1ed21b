"""Reference pictures: what is measured is what is in them, noise or not, and it steers what is drawn."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from makebelieve import art
from makebelieve.art.color import distance, parse_hex
from makebelieve.art.reference import measured
from makebelieve.kit.errors import Problem

RED, BLUE, SKIN, LINE = "#c03030", "#3050b0", "#f0c090", "#201828"


def doll(head: float, wide: float, *, background: str | None = "#e8e8e0", line: bool = True) -> Image.Image:
    """A figure of 300 px: `head` is the share of its height, `wide` its width by height."""
    image = Image.new("RGBA", (400, 400), (*parse_hex(background), 255) if background else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    height, half = 300, 300 * wide / 2
    cut = 50 + head * height
    edge, thick = (LINE, 6) if line else (None, 0)
    draw.ellipse((200 - 0.8 * half, 50, 200 + 0.8 * half, cut), fill=SKIN, outline=edge, width=thick)
    draw.rounded_rectangle((200 - half, cut, 200 + half, 280), 20, fill=RED, outline=edge, width=thick)
    draw.rectangle((200 - 0.8 * half, 280, 200 + 0.8 * half, 350), fill=BLUE, outline=edge, width=thick)
    return image


def noisy(image: Image.Image, spread: float, quality: int) -> Image.Image:
    grain = np.random.default_rng(5).normal(0, spread, (image.height, image.width, 3))
    pixels = np.clip(np.asarray(image.convert("RGB"), float) + grain, 0, 255).astype(np.uint8)
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "JPEG", quality=quality)
    return Image.open(io.BytesIO(data.getvalue()))


@pytest.mark.parametrize("spread", [0.0, 8.0, 16.0])
def test_colours_proportions_and_outline_are_measured(spread: float) -> None:
    facts = measured(noisy(doll(0.4, 0.5), spread, 70) if spread else doll(0.4, 0.5))
    for color in (RED, BLUE, SKIN):
        assert min(distance(parse_hex(color), one) for one in facts.palette[: len(facts.shares)]) < 0.07
    assert facts.aspect == pytest.approx(0.5, abs=0.05)
    assert facts.head == pytest.approx(0.4, abs=0.08)
    assert facts.line is not None
    assert distance(facts.line, parse_hex(LINE)) < 0.16
    assert facts.background == "color"


def test_transparent_pictures_and_missing_outlines() -> None:
    facts = measured(doll(0.25, 0.4, background=None, line=False))
    assert (facts.background, facts.outline, facts.line) == ("alpha", "none", None)
    assert facts.aspect == pytest.approx(0.4, abs=0.03)
    assert facts.head == pytest.approx(0.25, abs=0.08)


def test_a_picture_without_a_plain_border_has_no_proportions() -> None:
    noise = Image.fromarray(np.random.default_rng(3).integers(0, 255, (90, 120, 3), np.uint8))
    facts = measured(noise)
    assert (facts.background, facts.aspect, facts.head) == ("none", None, None)
    assert art.sprite("knight", reference=noise).report.problems == ()


def test_pixel_art_keeps_its_own_colours() -> None:
    drawn = art.sprite("wizard", (48, 48), 5, palette="pico-8")
    facts = measured(drawn.image)
    pixels = np.asarray(drawn.image)
    own = {tuple(int(c) for c in color) for color in pixels[pixels[..., 3] > 0][:, :3]}
    assert own >= set(facts.palette[: len(facts.shares)])
    big = measured(drawn.image.resize((48 * 8, 48 * 8), Image.Resampling.NEAREST))
    assert set(big.palette[: len(big.shares)]) <= own


@pytest.mark.parametrize("style", art.STYLES)
def test_a_reference_steers_the_sprite(style: str) -> None:
    picture = art.sprite("villager", (96, 96), 7, style=style, reference=doll(0.4, 0.5))
    facts = picture.report["reference"]
    assert set(facts) == {"palette", "shares", "outline", "outlineColor", "outlineDarkness", "aspect", "headToBody", "background"}
    assert picture.report.as_dict()["reference"] == facts
    assert picture.report.problems == ()
    if style == "pixel":
        pixels = np.asarray(picture.image)
        used = {tuple(int(c) for c in color) for color in pixels[pixels[..., 3] > 0][:, :3]}
        assert used <= {parse_hex(color) for color in facts["palette"]}
    bare = art.sprite("villager", (96, 96), 7, style=style)
    assert bare.report["reference"] is None


def test_wide_references_make_wide_figures() -> None:
    def shape(image: Image.Image) -> tuple[float, float]:
        left, top, right, bottom = art.sprite("villager", (128, 128), 7, direction="down", reference=image).report.box
        return (right - left) / (bottom - top), 0.0

    assert shape(doll(0.4, 0.75))[0] > 1.15 * shape(doll(0.4, 0.3))[0]
    big, small = (art.sprite("villager", seed=7, reference=doll(head, 0.5)).spec.changes["head_size"] for head in (0.5, 0.18))
    assert big > 1.15 * small
    long = art.sprite("wolf", reference=doll(0.4, 1.2))
    assert long.spec.changes["length"] != art.sprite("wolf").spec.changes.get("length")


def test_outline_follows_the_reference_and_the_request_wins() -> None:
    thin, thick = doll(0.4, 0.5, line=False), doll(0.4, 0.5)
    assert art.sprite("slime", reference=thin).report["reference"]["outline"] == "none"
    lined = np.asarray(art.sprite("slime", seed=7, reference=thick, palette="pico-8").image)
    bare = np.asarray(art.sprite("slime", seed=7, reference=thick, palette="pico-8", outline="none").image)
    assert (lined[..., 3] > 0).sum() > (bare[..., 3] > 0).sum()


def test_clips_take_references_too() -> None:
    made = art.animation("villager", "walk", "right", 4, reference=doll(0.4, 0.5))
    assert made.problems == ()


@pytest.mark.parametrize("prompt", ["villager", "knight", "princess", "orc", "wolf"])
@pytest.mark.parametrize(("head", "wide"), [(0.2, 0.35), (0.5, 0.8), (0.3, 0.9), (0.2, 1.2)])
@pytest.mark.slow
def test_steered_walks_stay_on_their_ground(prompt: str, head: float, wide: float) -> None:
    made = art.animation(prompt, "walk", ["right", "left"], 8, reference=doll(head, wide))
    assert [problem for problem in made.problems if "drift" in problem] == []


def test_pictures_that_cannot_be_measured() -> None:
    for image in (Image.new("RGBA", (4, 40)), Image.new("RGBA", (40, 40))):
        with pytest.raises(Problem, match="reference"):
            art.sprite("knight", reference=image)
