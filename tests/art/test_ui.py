"""Interface kits and the bitmap font: rectangles, nine-slices, palettes, glyphs, and the files that engines read."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PIL import Image

from makebelieve import art
from makebelieve.art import palettes
from makebelieve.art.color import parse_hex, to_oklab
from makebelieve.art.sheets import png_bytes
from makebelieve.art.ui.fonts import wrapped
from makebelieve.art.ui.glyphs import HEIGHT, MISSING, glyphs
from makebelieve.kit.errors import Problem

KITS = {theme: art.ui.kit(theme, seed=7) for theme in art.ui.THEMES}
SLICED = sorted(name for name, one in KITS["wood"].elements.items() if one.slice is not None)
WANTED = {
    *("panel", "panel-tiled", "panel-inset", "dialogue", "dialogue-name", "dialogue-more", "tab-active", "tab-idle"),
    *(f"button-{state}" for state in ("normal", "hover", "pressed", "disabled")),
    *(f"heart-{state}" for state in ("full", "half", "empty")),
    *("bar-frame", "bar-health", "bar-mana", "bar-xp", "slider-track", "slider-knob"),
    *("slot-normal", "slot-selected", "slot-disabled", "checkbox-off", "checkbox-on", "cursor", "cursor-hand"),
    *(f"arrow-{way}" for way in ("left", "right", "up", "down")),
    *(f"icon-{name}" for name in ("coin", "key", "heart", "star", "gear", "pause", "play", "sound-on", "sound-off")),
}


def pixels(image: Image.Image) -> Any:
    return np.asarray(image.convert("RGBA"))


def colors(image: Image.Image) -> set[tuple[int, ...]]:
    data = pixels(image)
    return {tuple(int(v) for v in color) for color in np.unique(data[data[..., 3] > 0][:, :3], axis=0)}


@pytest.mark.parametrize("theme", art.ui.THEMES)
def test_every_theme_has_every_element(theme: str) -> None:
    kit = KITS[theme]
    assert set(kit.names) >= WANTED
    assert kit.names == KITS["wood"].names
    assert kit.spec["theme"] == theme
    for name, one in kit.elements.items():
        alpha = pixels(one.image)[..., 3]
        assert set(np.unique(alpha)) <= {0, 255}, name
        assert alpha.any(), name


@pytest.mark.parametrize("theme", art.ui.THEMES)
@pytest.mark.parametrize("scale", [1, 2])
def test_rectangles_lie_in_the_sheet_and_apart(theme: str, scale: int) -> None:
    kit = art.ui.kit(theme, scale=scale, seed=3)
    sheet = pixels(kit.image)
    taken = np.zeros(sheet.shape[:2], int)
    for cut in kit.manifest["meta"]["slices"]:
        (key,) = cut["keys"]
        box = key["bounds"]
        assert 0 <= box["x"] <= box["x"] + box["w"] <= sheet.shape[1]
        assert 0 <= box["y"] <= box["y"] + box["h"] <= sheet.shape[0]
        at = np.s_[box["y"] : box["y"] + box["h"], box["x"] : box["x"] + box["w"]]
        taken[at] += 1
        assert (sheet[at] == pixels(kit.element(cut["name"]).image)).all()
        if "center" in key:
            middle = key["center"]
            assert middle["w"] > 0
            assert middle["h"] > 0
            assert middle["x"] + middle["w"] <= box["w"]
            assert middle["y"] + middle["h"] <= box["h"]
    assert taken.max() == 1
    assert not sheet[taken == 0].any()
    assert kit.manifest["meta"]["size"] == {"w": sheet.shape[1], "h": sheet.shape[0]}


@pytest.mark.parametrize("theme", art.ui.THEMES)
@pytest.mark.parametrize("name", SLICED)
def test_nine_slices_keep_their_corners_and_stretch_without_a_seam(theme: str, name: str) -> None:
    one = KITS[theme].element(name)
    assert one.slice is not None
    left, top, right, bottom = one.slice
    own = pixels(one.image)
    assert (pixels(one.stretched(*one.size)) == own).all()
    for width, height in (one.least, (one.size[0] + 5, one.size[1] + 1), (171, 97), (64, 150)):
        big = pixels(one.stretched(width, height))
        assert big.shape[:2] == (height, width)
        assert (big[:top, :left] == own[:top, :left]).all()
        assert (big[:top, width - right :] == own[:top, own.shape[1] - right :]).all()
        assert (big[height - bottom :, :left] == own[own.shape[0] - bottom :, :left]).all()
        assert (big[height - bottom :, width - right :] == own[own.shape[0] - bottom :, own.shape[1] - right :]).all()
        if one.fill == "stretch":
            # one colour along each stretched line: no engine's way to stretch it can show a seam
            assert (big[:, left : width - right] == big[:, left : left + 1]).all()
            assert (big[top : height - bottom] == big[top : top + 1]).all()


@pytest.mark.parametrize("theme", art.ui.THEMES)
def test_the_tiled_panel_repeats_without_a_seam(theme: str) -> None:
    one = KITS[theme].element("panel-tiled")
    assert one.slice is not None
    left, top, right, bottom = one.slice
    middle = pixels(one.image)[top : one.size[1] - bottom, left : one.size[0] - right, :3].astype(int)
    across = [int(np.abs(middle[:, n] - middle[:, (n + 1) % middle.shape[1]]).sum()) for n in range(middle.shape[1])]
    down = [int(np.abs(middle[n] - middle[(n + 1) % middle.shape[0]]).sum()) for n in range(middle.shape[0])]
    # the step over the edge is no larger than those inside
    assert across[-1] <= max(across[:-1])
    assert down[-1] <= max(down[:-1])
    big = pixels(one.stretched(left + right + 2 * middle.shape[1], top + bottom + 2 * middle.shape[0]))
    inside = big[top:-bottom, left:-right, :3]
    assert (inside == np.tile(middle, (2, 2, 1))).all()


@pytest.mark.parametrize("theme", art.ui.THEMES)
@pytest.mark.parametrize("palette", [None, *palettes.NAMES, ["#000000", "#ffffff"], ["#203040", "#8090a0", "#f0e0d0"]])
@pytest.mark.slow
def test_palettes_are_exact_and_text_reads(theme: str, palette: Any) -> None:
    kit = art.ui.kit(theme, palette=palette, seed=2)
    allowed = set(palettes.chosen(palette) or ()) or colors(kit.image) | {kit.paint.ink, kit.paint.faint}
    assert colors(kit.image) <= allowed
    for made in (
        kit.button("Go", icon="coin"),
        kit.button("No", "disabled"),
        kit.dialogue("Hello there", 120, speaker="Ann"),
        kit.bar("mana", 60, 0.5),
    ):
        assert colors(made) <= allowed
    assert kit.ink != "#{:02x}{:02x}{:02x}".format(*kit.paint.face[1])
    for name in ("panel", "dialogue-name", *(f"button-{state}" for state in art.ui.STATES)):
        plate = kit.element(name).image
        ground = plate.getpixel((plate.width // 2, plate.height // 2))
        light = [to_oklab(color)[0] for color in (parse_hex(kit.label(name)), ground[:3])]  # type: ignore[index,arg-type]
        assert abs(light[0] - light[1]) >= (0.12 if name.endswith("disabled") else 0.2), name


def test_equal_arguments_are_equal_bytes_and_seeds_differ() -> None:
    for theme in art.ui.THEMES:
        assert png_bytes(art.ui.kit(theme, seed=7).image) == png_bytes(KITS[theme].image)
        assert art.ui.kit(theme, seed=7).manifest == KITS[theme].manifest
    sheets = {png_bytes(art.ui.kit("wooden tavern", seed=seed).image) for seed in range(6)}
    assert len(sheets) == 6


def test_scale_enlarges_whole_pixels() -> None:
    one, two = art.ui.kit("gothic", seed=1), art.ui.kit("gothic", scale=2, seed=1)
    assert (pixels(two.image) == pixels(one.image).repeat(2, 0).repeat(2, 1)).all()
    assert two.element("panel").slice == tuple(2 * value for value in one.element("panel").slice or ())
    assert two.text("Hi").size == tuple(2 * value for value in one.text("Hi").size)


@pytest.mark.parametrize(
    ("prompt", "theme"),
    [
        ("fantasy tavern menu", "wood"),
        ("a stone dungeon", "stone"),
        ("sci-fi HUD in green", "sci-fi"),
        ("science fiction cockpit", "sci-fi"),
        ("old treasure map", "parchment"),
        ("cute pink candy shop", "candy"),
        ("dark gothic vampire castle", "gothic"),
        ("minimal light puzzle", "minimal"),
        ("golden frames", "stone"),
        ("zzz", "wood"),
    ],
)
def test_prompts_name_themes(prompt: str, theme: str) -> None:
    assert art.ui.kit(prompt).spec["theme"] == theme


def test_words_recolour_and_the_rest_is_told() -> None:
    assert colors(art.ui.kit("red sci-fi").image) != colors(art.ui.kit("sci-fi").image)
    assert colors(art.ui.kit("golden wood").image) != colors(art.ui.kit("wood").image)
    spec = art.ui.kit("blue zeppelin").spec
    assert spec["unmatched"] == ["zeppelin"]
    assert spec["notes"]


def test_what_is_composed() -> None:
    kit = KITS["stone"]
    assert kit.hearts(2.5, 4).width == 4 * (kit.element("heart-full").image.width + 1) - 1
    bars = [(pixels(kit.bar("health", 80, share)) != pixels(kit.bar("health", 80, 0.0))).any(axis=2).sum() for share in (0.01, 0.5, 1.0)]
    assert 0 < bars[0] < bars[1] < bars[2]
    half = pixels(kit.element("heart-half").image)
    full, empty = pixels(kit.element("heart-full").image), pixels(kit.element("heart-empty").image)
    assert (half == full)[:, : half.shape[1] // 2].all()
    assert (half == empty)[:, half.shape[1] // 2 :].all()
    assert len({png_bytes(kit.button("Start", state)) for state in art.ui.STATES}) == 4
    assert kit.dialogue("word " * 60, 160).height > kit.dialogue("word", 160).height


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: art.ui.kit(" "), "prompt"),
        (lambda: art.ui.kit("wood", palette="none such"), "palette"),
        (lambda: art.ui.kit("wood", scale=9), "scale"),
        (lambda: KITS["wood"].element("throne"), "name"),
        (lambda: KITS["wood"].element("cursor").stretched(40, 40), "name"),
        (lambda: KITS["wood"].panel(4, 40), "width"),
        (lambda: KITS["wood"].panel(40, 5000), "height"),
        (lambda: KITS["wood"].button("x", "melted"), "state"),
        (lambda: KITS["wood"].bar("sleep", 50, 0.5), "kind"),
        (lambda: KITS["wood"].bar("mana", 50, 1.5), "share"),
        (lambda: KITS["wood"].hearts(5, 4), "value"),
        (lambda: KITS["wood"].hearts(0, 0), "most"),
        (lambda: KITS["wood"].dialogue("Hi", 12), "width"),
        (lambda: art.ui.text("Hi", variant="bold"), "variant"),
        (lambda: art.ui.text("Hi", color="blue"), "color"),
        (lambda: art.ui.text("Hi", align="middle"), "align"),
        (lambda: art.ui.text("Hi", width=3), "width"),
        (lambda: art.ui.text("Hi", leading=-1), "leading"),
        (lambda: art.ui.text("x" * 2001), "words"),
        (lambda: art.ui.font(scale=0), "scale"),
    ],
)
def test_bad_arguments_name_their_field(call: Any, field: str) -> None:
    with pytest.raises(Problem) as caught:
        call()
    assert caught.value.errors[0].path == field


def test_every_glyph_is_drawn_and_distinct() -> None:
    drawn = glyphs()
    letters = [code for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)]
    assert {chr(code) for code in (*range(32, 127), *letters)} <= set(drawn)
    for (one, a), (other, b) in combinations(drawn.items(), 2):
        assert a.shape != b.shape or (a != b).any(), (one, other)
    for character, mask in drawn.items():
        assert mask.shape[0] == HEIGHT
        assert mask.any() == (character != " ")
        if character != " ":
            # no blank columns: what sets letters apart is their advance
            assert mask.any(axis=0)[[0, -1]].all(), character


@pytest.mark.parametrize("variant", art.ui.VARIANTS)
@pytest.mark.parametrize("scale", [1, 2])
def test_the_font_files_cut_the_sheet_into_its_glyphs(variant: str, scale: int) -> None:
    font = art.ui.font(variant, scale=scale, name="pixel")
    sheet = pixels(font.image)
    field = re.compile(r'(\w+)=(?:"([^"]*)"|(\S+))')
    lines = [{key: quoted or bare for key, quoted, bare in field.findall(line)} for line in font.fnt.splitlines()]
    common, page = lines[1], lines[2]
    assert (int(common["scaleW"]), int(common["scaleH"])) == font.image.size
    assert page["file"] == "pixel.png"
    chars = [one for one in lines if "xadvance" in one]
    assert int(lines[3]["count"]) == len(chars) == len(glyphs())
    taken = np.zeros(sheet.shape[:2], int)
    for one in chars:
        x, y, w, h = (int(one[key]) for key in ("x", "y", "width", "height"))
        assert x + w <= sheet.shape[1]
        assert y + h <= sheet.shape[0]
        taken[y : y + h, x : x + w] += 1
        character = MISSING if one["id"] == "-1" else chr(int(one["id"]))
        ink = (sheet[y : y + h, x : x + w, :3] == 255).all(axis=2) & (sheet[y : y + h, x : x + w, 3] > 0)
        mask = glyphs()[character]
        assert ink.sum() == mask.sum() * scale * scale
        assert int(one["xadvance"]) == (mask.shape[1] + 1) * scale
    assert taken.max() == 1
    root = ET.fromstring(font.xml)
    assert [dict(tag.attrib) for tag in root.iter("char")] == chars


def test_text_is_what_the_font_files_would_set() -> None:
    font = art.ui.font("outlined")
    at = {one.character: one for one in font.glyphs}
    words = "Level 1: Ärger & Cœur!"
    out = np.zeros((HEIGHT + 2, 200, 4), np.uint8)
    x = 1
    for character in words:
        one = at.get(character, at[MISSING])
        cut = pixels(font.image)[one.y : one.y + one.height, one.x : one.x + one.width]
        target = out[1 + one.yoffset : 1 + one.yoffset + one.height, x + one.xoffset : x + one.xoffset + one.width]
        # ink of one letter lies over the outline of the next
        white = (cut[..., :3] == 255).all(axis=2) & (cut[..., 3] > 0)
        free = (cut[..., 3] > 0) & (white | ~((target[..., :3] == 255).all(axis=2) & (target[..., 3] > 0)))
        target[free] = cut[free]
        x += one.advance
    made = pixels(art.ui.text(words, variant="outlined"))
    assert (out[: made.shape[0], : made.shape[1]] == made).all()


def test_text_wraps_aligns_and_marks_what_it_lacks() -> None:
    assert art.ui.text("").size == (1, HEIGHT)
    assert art.ui.text("a\nb").height == 2 * HEIGHT
    assert wrapped("to be or not", 30) == ["to be", "or not"]
    assert all(len(line) <= 4 for line in wrapped("mmmmmmmmmm", 24))
    long = art.ui.text("the quick brown fox jumps over the lazy dog", width=80, scale=2)
    assert long.width <= 80
    left, right = (pixels(art.ui.text("wide line\nhi", align=align))[HEIGHT:, :, 3] for align in ("left", "right"))
    assert left[:, 0].any()
    assert not right[:, 0].any()
    assert (pixels(art.ui.text("漢")) == pixels(art.ui.text(MISSING))).all()
    assert (pixels(art.ui.text("e\u0301")) == pixels(art.ui.text("é"))).all()


def opened(target: str) -> dict[str, bytes]:
    with zipfile.ZipFile(
        io.BytesIO(art.package({"hud": KITS["gothic"], "key": art.sprite("key", (32, 32), 1)}, target, project="quest"))
    ) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_phaser_frames_carry_their_nine_slices() -> None:
    files = opened("phaser")
    atlas = json.loads(files["quest/hud.json"])
    for name, frame in atlas["frames"].items():
        one = KITS["gothic"].element(name)
        box = frame["frame"]
        assert (box["x"], box["y"], box["w"], box["h"]) == (one.x, one.y, *one.size)
        assert ("scale9Borders" in frame) == (one.slice is not None)
        if one.slice is not None:
            nine = frame["scale9Borders"]
            assert (nine["x"], nine["y"]) == one.slice[:2]
            assert nine["x"] + nine["w"] + one.slice[2] == box["w"]
    assert ET.fromstring(files["quest/hud-font.xml"]).find("pages/page").attrib["file"] == "hud-font.png"  # type: ignore[union-attr]
    assert "quest/hud-font.png" in files


def test_godot_theme_resolves() -> None:
    files = opened("godot")
    resources = [name for name in files if name.startswith("quest/hud") and name.endswith(".tres")]
    assert len(resources) == len(KITS["gothic"].elements) + 1
    for name in resources:
        text = files[name].decode()
        outside = dict(re.findall(r'\[ext_resource type="\w+" path="res://([^"]+)" id="(\w+)"\]', text))
        assert set(outside) <= set(files)
        assert set(re.findall(r'ExtResource\("(\w+)"\)', text)) == set(outside.values())
        subs = re.findall(r'\[sub_resource type="\w+" id="(\w+)"\]', text)
        assert set(re.findall(r'SubResource\("(\w+)"\)', text)) == set(subs)
        steps = re.search(r"load_steps=(\d+)", text)
        assert steps is not None
        assert int(steps[1]) == len(outside) + len(subs) + 1
    assert "axis_stretch_horizontal = 1" in files["quest/hud/panel-tiled.tres"].decode()
    assert "axis_stretch_horizontal" not in files["quest/hud/panel.tres"].decode()


def test_aseprite_slices_are_the_elements() -> None:
    manifest = json.loads(opened("aseprite")["quest/hud.json"])
    assert manifest["meta"]["image"] == "hud.png"
    assert {one["name"] for one in manifest["meta"]["slices"]} == set(KITS["gothic"].names)
