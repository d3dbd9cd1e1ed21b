"""Engine packages: parsed back as their engines read them; every reference resolves, every rectangle lies in its sheet."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest
import yaml
from PIL import Image
from unity_yaml import documents

from makebelieve import art
from makebelieve.kit.errors import Problem

HERO = art.animation("knight", "walk", "all", frames=4, size=(32, 32), seed=7)
BLOW = art.animation("knight", "attack", "right", frames=4, size=(32, 32), seed=7)
KEY = art.sprite("golden key", (32, 32), 7)
GRASS = art.tileset("grass", back="dirt", size=16, seed=7)
WATER = art.tileset("water", "corner", size=24, frames=3, seed=7)
ASSETS: dict[str, Any] = {"hero": HERO, "blow": BLOW, "key": KEY, "grass": GRASS, "water": WATER}


def opened(target: str, assets: dict[str, Any] | None = None, **options: Any) -> dict[str, bytes]:
    if target == "rpgmaker-mz" and assets is None:
        assets = {name: one for name, one in ASSETS.items() if name != "blow"}
    with zipfile.ZipFile(io.BytesIO(art.package(assets or ASSETS, target, **options))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


@pytest.mark.parametrize("target", art.TARGETS)
def test_equal_packages_are_equal_bytes(target: str) -> None:
    assets: dict[str, Any] = {"hero": HERO, "key": KEY, "grass": GRASS}
    assert art.package(assets, target, seed=3) == art.package(assets, target, seed=3)
    for name, data in opened(target).items():
        assert not name.startswith("/")
        if name.endswith(".png"):
            assert picture(data).width > 0


def _resource(text: str) -> tuple[dict[str, str], str]:
    """Identifier -> path of the external resources; and every internal reference must be declared."""
    outside = dict(re.findall(r'\[ext_resource type="\w+" path="res://([^"]+)" id="(\w+)"\]', text))
    ids = set(outside.values())
    assert set(re.findall(r'ExtResource\("(\w+)"\)', text)) == ids
    subs = re.findall(r'\[sub_resource type="\w+" id="(\w+)"\]', text)
    assert len(subs) == len(set(subs))
    assert set(re.findall(r'SubResource\("(\w+)"\)', text)) == set(subs)
    steps = re.search(r"load_steps=(\d+)", text)
    assert steps is not None
    assert int(steps[1]) == len(ids) + len(subs) + 1
    return outside, text


def test_godot_resources_resolve() -> None:
    files = opened("godot", project="quest")
    for name, data in files.items():
        if name.endswith((".tres", ".tscn")):
            outside, text = _resource(data.decode())
            assert set(outside) <= set(files)
            for path in outside:
                if path.endswith(".png"):
                    sheet = picture(files[path])
                    for x, y, w, h in re.findall(r"Rect2\((\d+), (\d+), (\d+), (\d+)\)", text):
                        assert int(x) + int(w) <= sheet.width
                        assert int(y) + int(h) <= sheet.height
    frames = files["quest/hero.tres"].decode()
    assert frames.count('"name": &"walk-') == 8
    scene = files["quest/hero.tscn"].decode()
    assert "texture_filter = 1" in scene
    assert f"offset = Vector2({-HERO.pivot[0]}, {-HERO.pivot[1]})" in scene
    assert b"mipmaps/generate=false" in files["quest/hero.png.import"]


@pytest.mark.parametrize(("name", "tiles", "mode"), [("grass", GRASS, 0), ("water", WATER, 1)])
def test_godot_terrains_are_the_masks(name: str, tiles: art.Tileset, mode: int) -> None:
    text = opened("godot")[f"makebelieve/{name}.tres"].decode()
    assert f"terrain_set_0/mode = {mode}" in text
    edges = ("top", "right", "bottom", "left")
    corners = ("top_right", "bottom_right", "bottom_left", "top_left")
    bits = {f"{edge}_side": 4**i for i, edge in enumerate(edges)} | {f"{corner}_corner": 2 * 4**i for i, corner in enumerate(corners)}
    if mode == 1:
        bits = {"top_right_corner": 1, "bottom_right_corner": 2, "bottom_left_corner": 4, "top_left_corner": 8}
    masks = dict.fromkeys((f"{i % tiles.columns}:{i // tiles.columns}" for i in range(len(tiles.masks))), 0)
    for cell, side in re.findall(r"(\d+:\d+)/0/terrains_peering_bit/(\w+) = 0", text):
        masks[cell] |= bits[side]
    assert tuple(masks.values()) == tiles.masks
    if tiles.frames > 1:
        rows = tiles.image.height // tiles.frames // tiles.tile
        assert f"0:0/animation_separation = Vector2i(0, {rows - 1})" in text
        assert "0:0/animation_frame_2/duration" in text


def test_unity_files_resolve() -> None:
    files = opened("unity", project="quest", seed=5)
    metas = {name: yaml.safe_load(data) for name, data in files.items() if name.endswith(".meta")}
    guids = {meta["guid"]: name.removesuffix(".meta") for name, meta in metas.items()}
    assert len(guids) == len(metas)
    assert all(re.fullmatch("[0-9a-f]{32}", guid) for guid in guids)
    sprites: dict[str, dict[int, str]] = {}
    for name, meta in metas.items():
        assert name == "Assets/quest.meta" or name.removesuffix(".meta") in files
        if "TextureImporter" in meta:
            importer = meta["TextureImporter"]
            assert importer["textureSettings"]["filterMode"] == 0
            assert importer["platformSettings"][0]["textureCompression"] == 0
            sheet, cells = picture(files[name.removesuffix(".meta")]), importer["spriteSheet"]["sprites"]
            for cell in cells:
                rect = cell["rect"]
                assert 0 <= rect["x"] <= sheet.width - rect["width"]
                assert 0 <= rect["y"] <= sheet.height - rect["height"]
            sprites[meta["guid"]] = {cell["internalID"]: cell["name"] for cell in cells}
            assert len(sprites[meta["guid"]]) == len(cells)
            assert importer["spriteSheet"]["nameFileIdTable"] == {cell["name"]: cell["internalID"] for cell in cells}
    for name, data in files.items():
        if name.endswith(".anim"):
            clip = documents(data)[7400000]["AnimationClip"]
            keys = clip["m_PPtrCurves"][0]["curve"]
            assert [key["time"] for key in keys] == sorted(key["time"] for key in keys)
            assert clip["m_AnimationClipSettings"]["m_StopTime"] > keys[-1]["time"]
            for key in keys:
                assert sprites[key["value"]["guid"]][key["value"]["fileID"]].startswith(clip["m_Name"])
            assert clip["m_AnimationClipSettings"]["m_LoopTime"] == ("blow" not in name)
        if name.endswith(".controller"):
            parts = documents(data)
            machine = parts[parts[9100000]["AnimatorController"]["m_AnimatorLayers"][0]["m_StateMachine"]["fileID"]]["AnimatorStateMachine"]
            for child in machine["m_ChildStates"]:
                motion = parts[child["m_State"]["fileID"]]["AnimatorState"]["m_Motion"]
                assert guids[motion["guid"]].endswith(".anim")
            assert machine["m_DefaultState"]["fileID"] in parts
    hero = metas["Assets/quest/hero.png.meta"]["TextureImporter"]["spriteSheet"]["sprites"][0]
    assert hero["rect"]["y"] == HERO.sheet.height - 32
    assert hero["pivot"] == {"x": 0.5, "y": pytest.approx(1 - HERO.pivot[1] / 32)}
    assert opened("unity", project="quest", seed=6)["Assets/quest.meta"] != files["Assets/quest.meta"]


def test_gamemaker_sprites_resolve() -> None:
    files = opened("gamemaker")
    sprites = {name: json.loads(data) for name, data in files.items() if name.endswith(".yy")}
    assert len(sprites) == 8 + 1 + 1 + 2
    seen: set[str] = set()
    for path, sprite in sprites.items():
        assert (sprite["$GMSprite"], sprite["resourceType"], sprite["%Name"]) == ("v2", "GMSprite", sprite["name"])
        assert path == f"sprites/{sprite['name']}/{sprite['name']}.yy"
        assert re.fullmatch(r"\w+", sprite["name"])
        keys = sprite["sequence"]["tracks"][0]["keyframes"]["Keyframes"]
        frames = [frame["name"] for frame in sprite["frames"]]
        assert [key["Channels"]["0"]["Id"] for key in keys] == [{"name": frame, "path": path} for frame in frames]
        assert sprite["sequence"]["length"] == pytest.approx(sum(key["Length"] for key in keys), abs=0.01)
        ids = {*frames, sprite["layers"][0]["name"], *(key["id"] for key in keys)}
        assert len(ids) == 2 * len(frames) + 1
        assert not ids & seen
        seen |= ids
        for frame in frames:
            whole = picture(files[f"sprites/{sprite['name']}/{frame}.png"])
            assert whole.size == (sprite["width"], sprite["height"])
            assert files[f"sprites/{sprite['name']}/layers/{frame}/{sprite['layers'][0]['name']}.png"]
        assert 0 <= sprite["bbox_left"] <= sprite["bbox_right"] < sprite["width"]
        assert 0 <= sprite["bbox_top"] <= sprite["bbox_bottom"] < sprite["height"]
    blow = sprites["sprites/spr_blow_attack_right/spr_blow_attack_right.yy"]["sequence"]
    lengths = [key["Length"] * 1000 / blow["playbackSpeed"] for key in blow["tracks"][0]["keyframes"]["Keyframes"]]
    assert lengths == pytest.approx(BLOW.durations, rel=0.01)


def test_phaser_animations_name_frames_of_their_atlas() -> None:
    files = opened("phaser")
    keys: set[str] = set()
    for name in ("hero", "blow", "key"):
        atlas = json.loads(files[f"makebelieve/{name}.json"])
        sheet = picture(files[f"makebelieve/{atlas['meta']['image']}"])
        assert atlas["meta"]["size"] == {"w": sheet.width, "h": sheet.height}
        for frame in atlas["frames"].values():
            cell = frame["frame"]
            assert cell["x"] + cell["w"] <= sheet.width
            assert cell["y"] + cell["h"] <= sheet.height
        for anim in json.loads(files[f"makebelieve/{name}.anims.json"])["anims"]:
            assert anim["key"] not in keys
            keys.add(anim["key"])
            assert all(step["frame"] in atlas["frames"] and step["key"] == name for step in anim["frames"])


def test_aseprite_packages_read_back() -> None:
    files = opened("aseprite")
    sheet = art.read_sheet(picture(files["makebelieve/hero.png"]), json.loads(files["makebelieve/hero.json"]))
    assert [row.tag for row in sheet.rows] == [row.tag for row in HERO.rows]
    assert sheet.rows[3].frames[2].tobytes() == HERO.rows[3].frames[2].tobytes()


def test_rpgmaker_sheets_have_its_sizes() -> None:
    files = opened("rpgmaker-mz")
    hero = picture(files["img/characters/$hero.png"])
    assert hero.size == (3 * 48, 4 * 48)
    assert picture(files["img/characters/$hero_diagonal.png"]).size == hero.size
    left = hero.crop((0, 48, 48, 96)).getbbox()
    assert left is not None
    row = next(row for row in HERO.rows if row.direction == "left")
    box = row.frames[0].getbbox()
    assert box is not None
    assert hero.crop((0, 48, 48, 96)).crop(left).tobytes() == row.frames[0].crop(box).tobytes()
    assert picture(files["img/characters/!$key.png"]).size == (144, 192)
    assert picture(files["img/tilesets/grass_A5.png"]).size == (384, 768)
    upper = picture(files["img/tilesets/water_B.png"])
    assert upper.size == (768, 768)
    assert upper.crop((0, 0, 48, 48)).getbbox() is None
    assert upper.crop((96, 0, 144, 48)).getbbox() is not None


@pytest.mark.parametrize(
    ("assets", "options", "path"),
    [
        ({"hero": HERO}, {"target": "source"}, "target"),
        ({}, {"target": "godot"}, "assets"),
        ({"../hero": HERO}, {"target": "godot"}, "assets"),
        ({"hero": HERO, "Hero": KEY}, {"target": "godot"}, "assets"),
        ({"hero": HERO}, {"target": "godot", "project": "my game"}, "project"),
        ({"hero": BLOW}, {"target": "rpgmaker-mz"}, "assets"),
        ({"sand": art.tileset("sand", size=32)}, {"target": "rpgmaker-mz"}, "assets"),
    ],
)
def test_bad_packages_name_the_field(assets: dict[str, Any], options: dict[str, Any], path: str) -> None:
    with pytest.raises(Problem) as refused:
        art.package(assets, **options)
    assert refused.value.errors[0].path == path
