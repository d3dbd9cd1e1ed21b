"""Palettes, ramps, palette lock."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.art import lock, palettes
from makebelieve.art.color import from_oklab, from_oklch, parse_hex, to_hex, to_oklab, to_oklch
from makebelieve.art.lock import locked, locked_ramp, merged
from makebelieve.art.palettes import chosen
from makebelieve.art.ramps import material, tones
from makebelieve.art.sprites import sprite
from makebelieve.kit.errors import Problem

COLORS = st.tuples(*[st.integers(0, 255)] * 3)


@given(COLORS)
def test_oklab_there_and_back(color: tuple[int, int, int]) -> None:
    assert max(abs(a - b) for a, b in zip(from_oklab(*to_oklab(color)), color, strict=True)) <= 2


@given(COLORS, st.integers(2, 6))
def test_ramps_get_lighter(color: tuple[int, int, int], count: int) -> None:
    ramp = tones(color, count)
    lights = [to_oklab(tone)[0] for tone in ramp]
    assert len(ramp) == count
    assert all(a <= b + 0.012 for a, b in pairwise(lights))


def test_shade_of_grey_is_cool_and_light_is_warm() -> None:
    ramp = tones((128, 128, 128), 5)
    assert 240 < to_oklch(ramp[0])[2] < 320
    assert 60 < to_oklch(ramp[-1])[2] < 120


@pytest.mark.parametrize("name", palettes.NAMES)
def test_every_palette_locks_everything(name: str) -> None:
    palette = palettes.named(name)
    materials = [material(color, count) for color, count in (("#b8393d", 5), ("#8d9bb3", 5), ("#f2b68e", 4), ("#3a5a3a", 4))]
    for one in locked(materials, palette):
        assert {*one.ramp, one.line, one.line_lit, one.line_inner} <= set(palette)
        lights = [to_oklab(tone)[0] for tone in one.ramp]
        assert lights == sorted(lights)


@given(COLORS, st.sampled_from(palettes.NAMES))
def test_locked_ramps_never_get_darker(color: tuple[int, int, int], name: str) -> None:
    ramp = locked_ramp(tones(color, 4), palettes.named(name))
    lights = [to_oklab(tone)[0] for tone in ramp]
    assert lights == sorted(lights)


def hue_apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    return abs((to_oklch(one)[2] - to_oklch(other)[2] + 180.0) % 360.0 - 180.0)


def hued(color: tuple[int, int, int]) -> bool:
    return to_oklch(color)[1] > lock.HUED


@given(COLORS, st.sampled_from([2, 3, 4, 5, 6]), st.sampled_from(palettes.NAMES))
def test_a_lit_tone_takes_no_foreign_hue_where_the_palette_has_a_nearer_one(color: tuple[int, int, int], count: int, name: str) -> None:
    palette = palettes.named(name)
    ramp = tones(color, count)
    for tone, taken in zip(ramp, locked_ramp(ramp, palette), strict=True):
        if not (hued(tone) and hued(taken) and to_oklab(tone)[0] > lock.LIT) or hue_apart(tone, taken) <= lock.FAR:
            continue
        assert not any(hued(other) and hue_apart(tone, other) < lock.NEAR for other in palette)


@pytest.mark.parametrize(
    ("color", "name"),
    [
        (color, name)
        for color in ("#f0a3a6", "#4f9a3c", "#d8433b", "#3f78c9", "#e3a62f")
        for name in ("pico-8", "sweetie-16", "nes", "db32")
    ],
)
def test_what_is_lit_does_not_pale_and_grow_strong_again(color: str, name: str) -> None:
    # a ramp that goes from a colour over white or grey to a colour falls into patches
    ramp = locked_ramp(tones(parse_hex(color), 5), palettes.named(name))
    colorful = [hued(tone) for tone in ramp]
    first, last = colorful.index(True), len(colorful) - 1 - colorful[::-1].index(True)
    assert all(colorful[first : last + 1])
    assert hued(ramp[2]), "the colour itself"
    assert hue_apart(ramp[2], parse_hex(color)) < lock.FAR


def test_merging_shares_colours_that_look_alike() -> None:
    one, other = material("#8a5a34"), material("#8b5b35")
    first, second = merged([one, other])
    assert first.ramp == second.ramp


def test_palette_files() -> None:
    colors = ("#1a1c2c", "#5d275d", "#ffcd75")
    triples = [(0x1A, 0x1C, 0x2C), (0x5D, 0x27, 0x5D), (0xFF, 0xCD, 0x75)]
    assert list(palettes.read("1a1c2c\n5d275d\nffcd75\n")) == triples
    gimp = "GIMP Palette\nName: x\n#\n" + "\n".join("{:3d} {:3d} {:3d}\tname".format(*t) for t in triples)
    assert list(palettes.read(gimp)) == triples
    jasc = "JASC-PAL\r\n0100\r\n3\r\n" + "\r\n".join("{} {} {}".format(*t) for t in triples)
    assert list(palettes.read(jasc)) == triples
    assert list(palettes.custom(colors)) == triples
    assert [to_hex(color) for color in palettes.custom(colors)] == list(colors)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("zzzzzz\n000000", "not a colour: 'zzzzzz'"),
        ("ff00ff\n+12345", "not a colour: '+12345'"),
        ("ff00ff\n00000080", "'00000080' is not opaque"),
        ("JASC-PAL\n0100\n3\n0 0 0\n255 255 255", "the file says 3 colours and has 2"),
        ("JASC-PAL\n0100\n1\n0 0 0\n255 255 255", "the file says 1 colours and has 2"),
        ("JASC-PAL\n0100\n0 0 0\n255 255 255", "the third line"),
        ("JASC-PAL\n0100\n2\n0 0 0\nred", "not a colour: 'red'"),
        ("JASC-PAL\n0100\n2\n0 0 0\n0 0 256", "over 255"),
        ("RIFF\x00\x00\x00\x00PAL data", "RIFF palette of Microsoft"),
        ("GIMP Palette\nName: x\n#\n0 0 0\nblack", "not a colour: 'black'"),
    ],
)
def test_what_is_wrong_with_a_palette_file_is_said(text: str, reason: str) -> None:
    with pytest.raises(Problem) as refused:
        palettes.read(text)
    assert refused.value.errors[0].path == "palette"
    assert reason in refused.value.errors[0].message


def test_opaque_colours_of_eight_digits_lose_them() -> None:
    assert palettes.custom(["#1a1c2cff", "5D275DFF"]) == ((0x1A, 0x1C, 0x2C), (0x5D, 0x27, 0x5D))


@pytest.mark.parametrize("bad", [["#12"], ["#ffffff"], ["#ffffff"] * 3, [f"#0000{i:02x}" for i in range(65)]])
def test_bad_palettes_are_refused(bad: list[str]) -> None:
    with pytest.raises(Problem) as refused:
        palettes.custom(bad)
    assert refused.value.errors[0].path == "palette"


@pytest.mark.parametrize("text", ["", "GIMP Palette\n300 0 0\n1 1 1", "hello there"])
def test_bad_palette_files_are_refused(text: str) -> None:
    with pytest.raises(Problem):
        palettes.read(text)


def test_unknown_palettes_name_the_known() -> None:
    with pytest.raises(Problem) as refused:
        palettes.named("crayons")
    assert refused.value.errors[0].allowed == palettes.NAMES
    assert palettes.named("PICO8") == palettes.named("pico-8")
    assert from_oklch(0.5, 0.0, 0.0) == from_oklch(0.5, 0.0, 180.0)


@pytest.mark.parametrize(
    ("prompt", "palette", "never"),
    [
        ("green slime", "pico-8", "#c2c3c7"),
        ("blue slime", "pico-8", "#c2c3c7"),
        ("blue slime", "endesga-32", "#c0cbdc"),
        ("apple", "pico-8", "#ab5236"),
        ("tree", "pico-8", "#ffccaa"),
        ("pig", "sweetie-16", "#ffcd75"),
        ("skeleton", "nes", "#f0d0b0"),
    ],
)
def test_a_colour_is_not_locked_to_grey_brown_or_another_hue(prompt: str, palette: str, never: str) -> None:
    # these were nearer in lightness, and looked like another thing
    colors = sprite(prompt, (48, 48), 3, palette=palette).image.getcolors(4096) or []
    wrong = sum(count for count, pixel in colors if pixel[3] and pixel[:3] == parse_hex(never))
    assert wrong < 0.03 * sum(count for count, pixel in colors if pixel[3])


def test_a_grey_stays_grey_when_it_is_locked() -> None:
    colors = chosen("pico-8")
    assert colors is not None
    assert all(max(tone) - min(tone) < 40 for tone in locked_ramp(tones(parse_hex("#8d9bb3"), 4), colors)[1:])
