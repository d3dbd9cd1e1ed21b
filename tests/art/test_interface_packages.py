"""Interface kits for engines that cannot be started here: their files parsed back, cut and set as each engine does it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import yaml
from PIL import Image
from unity_yaml import documents

from makebelieve import art
from makebelieve.art.color import parse_hex, to_oklab
from makebelieve.art.packages import windowskin
from makebelieve.art.ui.glyphs import MISSING

KITS = {theme: art.ui.kit(theme, seed=7) for theme in art.ui.THEMES}
LARGE = art.ui.kit("stone", scale=2, seed=7)
WORDS = 'Sphinx, "Äß" & 7!'


def opened(target: str, assets: dict[str, Any], **options: Any) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(art.package(assets, target, project="quest", **options))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def same_ink(one: Image.Image, other: Image.Image) -> bool:
    """Whether what shows of both is equal, wherever it stands."""
    first, second = one.getbbox(), other.getbbox()
    return first is not None and second is not None and one.crop(first).tobytes() == other.crop(second).tobytes()


@pytest.mark.parametrize("target", art.TARGETS)
def test_every_target_holds_kits_in_the_same_bytes_again(target: str) -> None:
    assets = {"hud": KITS["wood"], "menu": KITS["minimal"]}
    assert art.package(assets, target, seed=2) == art.package(assets, target, seed=2)
    for name, data in opened(target, assets).items():
        if name.endswith(".png"):
            assert picture(data).getbbox() is not None, name


@pytest.mark.parametrize("kit", [KITS["gothic"], LARGE], ids=["1", "2"])
def test_unity_sprites_have_the_rectangles_borders_and_pivots_of_the_elements(kit: art.ui.Kit) -> None:
    files = opened("unity", {"hud": kit}, seed=5)
    sheet = picture(files["Assets/quest/hud.png"])
    importer = yaml.safe_load(files["Assets/quest/hud.png.meta"])["TextureImporter"]
    assert (importer["spriteMode"], importer["textureType"], importer["nPOTScale"]) == (2, 8, 0)
    assert importer["maxTextureSize"] >= max(sheet.size)
    sprites = {sprite["name"]: sprite for sprite in importer["spriteSheet"]["sprites"]}
    assert set(sprites) == {f"hud_{name}" for name in kit.names}
    assert len({sprite["internalID"] for sprite in sprites.values()}) == len(sprites)
    for one in kit.elements.values():
        sprite = sprites[f"hud_{one.name}"]
        rect, border = sprite["rect"], sprite["border"]
        top = sheet.height - rect["y"] - rect["height"]
        cut = sheet.crop((rect["x"], top, rect["x"] + rect["width"], top + rect["height"]))
        assert cut.tobytes() == one.image.tobytes(), one.name
        assert (border["x"], border["w"], border["z"], border["y"]) == (one.slice or (0, 0, 0, 0)), one.name
        spot = (round(sprite["pivot"]["x"] * rect["width"], 3), round((1 - sprite["pivot"]["y"]) * rect["height"], 3))
        assert spot == (one.pivot or (rect["width"] / 2, rect["height"] / 2)), one.name


@pytest.mark.parametrize("kit", [KITS["gothic"], LARGE], ids=["1", "2"])
def test_unitys_custom_font_sets_words_as_the_kit_does(kit: art.ui.Kit) -> None:
    files = opened("unity", {"hud": kit}, seed=5)
    metas = {name: yaml.safe_load(data) for name, data in files.items() if name.endswith(".meta")}
    guids = {meta["guid"]: name.removesuffix(".meta") for name, meta in metas.items()}
    assert len(guids) == len(metas)
    font = documents(files["Assets/quest/hud-font.fontsettings"])[12800000]["Font"]
    material = documents(files["Assets/quest/hud-font.mat"])[2100000]["Material"]
    assert guids[font["m_DefaultMaterial"]["guid"]] == "Assets/quest/hud-font.mat"
    assert font["m_Texture"] == material["m_SavedProperties"]["m_TexEnvs"][0]["_MainTex"]["m_Texture"]
    assert guids[font["m_Texture"]["guid"]] == "Assets/quest/hud-font.png"
    assert metas["Assets/quest/hud-font.mat.meta"]["NativeFormatImporter"]["mainObjectFileID"] == 2100000
    assert metas["Assets/quest/hud-font.fontsettings.meta"]["NativeFormatImporter"]["mainObjectFileID"] == 12800000
    texture = metas["Assets/quest/hud-font.png.meta"]["TextureImporter"]
    assert (texture["spriteMode"], texture["textureType"], texture["nPOTScale"]) == (0, 0, 0)
    assert (texture["spriteSheet"]["sprites"], texture["textureSettings"]["filterMode"]) == ([], 0)
    assert font["m_LineSpacing"] == font["m_Ascent"] - font["m_Descent"] == kit.font().line_height
    sheet = picture(files["Assets/quest/hud-font.png"])
    characters = {one["index"]: one for one in font["m_CharacterRects"]}
    assert set(characters) == {ord(one.character) for one in kit.font().glyphs}
    line, x = Image.new("RGBA", (600, 60)), 0
    for letter in WORDS:
        one = characters[ord(letter)]
        uv, vert = one["uv"], one["vert"]
        left, width, height = (round(value) for value in (uv["x"] * sheet.width, uv["width"] * sheet.width, uv["height"] * sheet.height))
        top = round((1 - uv["y"] - uv["height"]) * sheet.height)
        assert (vert["width"], -vert["height"]) == (width, height)
        line.alpha_composite(sheet.crop((left, top, left + width, top + height)), (x + vert["x"], font["m_Ascent"] - vert["y"]))
        x += one["advance"]
    assert same_ink(line, kit.text(WORDS))


@pytest.mark.parametrize("kit", [KITS["wood"], LARGE], ids=["1", "2"])
def test_gamemaker_sprites_have_the_nine_slices_of_the_elements(kit: art.ui.Kit) -> None:
    files = opened("gamemaker", {"hud": kit})
    sprites = {name: json.loads(data) for name, data in files.items() if name.startswith("sprites/") and name.endswith(".yy")}
    assert len(sprites) == len(kit.names)
    for one in kit.elements.values():
        name = f"spr_hud_{one.name.replace('-', '_')}"
        sprite = sprites[f"sprites/{name}/{name}.yy"]
        assert picture(files[f"sprites/{name}/{sprite['frames'][0]['name']}.png"]).tobytes() == one.image.tobytes()
        assert (sprite["sequence"]["xorigin"], sprite["sequence"]["yorigin"]) == (one.pivot or (0, 0))
        assert (sprite["bbox_left"], sprite["bbox_top"]) == (0, 0)
        assert (sprite["bbox_right"] + 1, sprite["bbox_bottom"] + 1) == one.size
        nine = sprite["nineSlice"]
        assert (nine is None) == (one.slice is None)
        if nine is not None:
            assert (nine["$GMNineSliceData"], nine["resourceType"], nine["enabled"]) == ("", "GMNineSliceData", True)
            assert (nine["left"], nine["top"], nine["right"], nine["bottom"]) == one.slice
            assert nine["tileMode"] == [1 if one.fill == "tile" else 0] * 5


@pytest.mark.parametrize("kit", [KITS["wood"], LARGE], ids=["1", "2"])
def test_gamemakers_font_sets_words_as_the_kit_does(kit: art.ui.Kit) -> None:
    files = opened("gamemaker", {"hud-1": kit})
    font, sheet = json.loads(files["fonts/fnt_hud_1/fnt_hud_1.yy"]), picture(files["fonts/fnt_hud_1/fnt_hud_1.png"])
    assert (font["$GMFont"], font["%Name"], font["name"], font["regenerateBitmap"]) == ("", "fnt_hud_1", "fnt_hud_1", False)
    listed = {number for one in font["ranges"] for number in range(one["lower"], one["upper"] + 1)}
    assert listed == {one["character"] for one in font["glyphs"].values()}
    assert listed == {9647 if one.character == MISSING else ord(one.character) for one in kit.font().glyphs}
    assert all(before["upper"] + 1 < after["lower"] for before, after in pairwise(font["ranges"]))
    line, x = Image.new("RGBA", (600, 60)), 0
    for letter in WORDS:
        one = font["glyphs"][str(ord(letter))]
        assert one["x"] + one["w"] <= sheet.width
        assert one["y"] + one["h"] <= sheet.height
        line.alpha_composite(sheet.crop((one["x"], one["y"], one["x"] + one["w"], one["y"] + one["h"])), (x + one["offset"], 0))
        x += one["shift"]
    assert same_ink(line, kit.text(WORDS))


def as_window(skin: Image.Image, width: int, height: int) -> Image.Image:
    """A window as the engine lays it: back and pattern 4 px inside, then the frame, its corners of 24 px as they are."""
    out = Image.new("RGBA", (width, height))
    inside = (width - 8, height - 8)
    out.paste(skin.crop((0, 0, 95, 95)).resize(inside), (4, 4))
    pattern = skin.crop((0, 96, 96, 192))
    for y in range(4, height - 4, 96):
        for x in range(4, width - 4, 96):
            piece = pattern.crop((0, 0, min(96, width - 4 - x), min(96, height - 4 - y)))
            out.alpha_composite(piece, (x, y))
    for rows, tall in (((0, 24), (0, 24)), ((24, 72), (24, height - 24)), ((72, 96), (height - 24, height))):
        for columns, wide in (((0, 24), (0, 24)), ((24, 72), (24, width - 24)), ((72, 96), (width - 24, width))):
            if rows == columns == (24, 72):
                continue
            piece = skin.crop((96 + columns[0], rows[0], 96 + columns[1], rows[1]))
            piece = piece.resize((wide[1] - wide[0], tall[1] - tall[0]), Image.Resampling.NEAREST)
            out.alpha_composite(piece, (wide[0], tall[0]))
    return out


@pytest.mark.parametrize("theme", [theme for theme in art.ui.THEMES if theme != "minimal"])
def test_rpgmakers_window_is_the_panel_of_the_kit(theme: str) -> None:
    kit = KITS[theme]
    skin = picture(opened("rpgmaker-mz", {"hud": kit})["img/system/Window.png"])
    assert skin.size == (192, 192)
    window, panel = np.asarray(as_window(skin, 240, 150)), np.asarray(kit.panel(240, 150))
    shown = panel[..., 3] > 0
    # the face carries the texture of the tiled panel; the frame and its ornaments are the panel's to the pixel
    frame = shown & (panel[..., :3] != panel[75, 120, :3]).any(axis=2)
    assert frame.sum() > 1000
    assert (window[frame] == panel[frame]).all()
    # beyond a frame that has rounded corners nothing of the back may look out
    assert not window[~shown][:, 3].any()
    left, top, right, bottom = kit.element("panel-tiled").slice or (0, 0, 0, 0)
    tiled = kit.element("panel-tiled").image
    period = np.asarray(tiled.crop((left, top, tiled.width - right, tiled.height - bottom)))
    assert (window[36:68, 36:68] == period).all()


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("theme", art.ui.THEMES)
def test_rpgmakers_skin_has_its_signs_where_the_engine_cuts_them_and_text_that_reads(theme: str, scale: int) -> None:
    kit = art.ui.kit(theme, scale=scale, seed=7)
    skin = windowskin.skin(kit)
    alpha = np.asarray(skin)[..., 3].copy()
    for x, y, width, height in ((132, 24, 24, 12), (132, 60, 24, 12), (120, 36, 12, 24), (156, 36, 12, 24)):
        assert alpha[y : y + height, x : x + width].any()
        alpha[y : y + height, x : x + width] = 0
    assert not alpha[24:72, 120:168].any()
    for x, y in ((144, 96), (168, 96), (144, 120), (168, 120)):
        assert alpha[y : y + 24, x : x + 24].any()
    cursor = np.asarray(skin.crop((96, 96, 144, 144)))
    assert (cursor[4:44, 4:44] == cursor[24, 24]).all(), "an edge wider than 4 px would be stretched"
    assert 0 < cursor[24, 24, 3] < 128
    assert (np.asarray(skin.crop((0, 0, 96, 96)))[..., 3] == 255).all()
    face = to_oklab(tuple(skin.getpixel((48, 48))[:3]))[0]  # type: ignore[index, arg-type]
    text = [skin.getpixel((96 + n % 8 * 12 + 6, 144 + n // 8 * 12 + 6)) for n in range(32)]
    assert text[0] == (*parse_hex(kit.ink), 255)
    for n in (*range(1, 19), 24, 25, *range(30, 32)):
        assert abs(to_oklab(tuple(text[n][:3]))[0] - face) > 0.2, n  # type: ignore[index, arg-type]


def test_rpgmakers_icons_stand_in_cells_of_an_icon_set() -> None:
    files = opened("rpgmaker-mz", {"hud": KITS["wood"], "menu": LARGE})
    assert {"img/system/Window.png", "img/system/Window_menu.png", "img/system/IconSet_hud.png"} <= set(files)
    assert "img/system/IconSet.png" not in files, "the project's own icons are numbered by their place"
    names = [name for name in KITS["wood"].names if name.startswith("icon-")]
    for asset, kit in (("hud", KITS["wood"]), ("menu", LARGE)):
        sheet = picture(files[f"img/system/IconSet_{asset}.png"])
        assert (sheet.width, sheet.height % 32) == (512, 0)
        assert sheet.crop((0, 0, 32, 32)).getbbox() is None
        for i, name in enumerate(names, 1):
            cell = sheet.crop((i % 16 * 32, i // 16 * 32, i % 16 * 32 + 32, i // 16 * 32 + 32))
            icon = kit.element(name).image
            assert cell.tobytes() == icon.resize((32, 32), Image.Resampling.NEAREST).tobytes(), name
            assert picture(files[f"img/pictures/{asset}_{name}.png"]).tobytes() == icon.tobytes()
    assert all(re.fullmatch(r"img/(system|pictures)/[\w-]+\.png", name) for name in files)
