"""The Godot package loaded by Godot 4 itself, its web build in real Chromium: resources read back, what is shown compared pixel by pixel.

`GODOT_WEB` is a folder with `index.js` and `index.wasm` of a web export template; without one these tests are skipped.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from godot_pack import imported, packed
from PIL import Image
from playwright.sync_api import Browser, Route

from makebelieve import art

pytestmark = pytest.mark.browser

# Nothing listens there: every request is answered here.
BASE = "http://package.localhost"
HERO = art.animation("knight", "attack", ["right", "down-left"], frames=4, size=(32, 32), seed=7)
WALK = art.animation("knight", "walk", "right", frames=4, size=(32, 32), seed=7)
KEY = art.sprite("golden key", (32, 32), 7)
GRASS = art.tileset("grass", back="dirt", size=16, seed=7)
WATER = art.tileset("water", "corner", size=24, frames=3, seed=7)
KIT = art.ui.kit("gothic", seed=7)
ASSETS = {"hero": HERO, "walker": WALK, "key": KEY, "grass": GRASS, "water": WATER, "hud": KIT}
WORDS = 'Sphinx, "quartz" & 7!'
SIZE, BACK = (320, 240), (16, 32, 48)
SCRIPT = """extends Node2D

func animations(path: String) -> Dictionary:
	var frames: SpriteFrames = load(path)
	var out := {}
	for tag in frames.get_animation_names():
		var times := []
		for i in frames.get_frame_count(tag):
			times.append(frames.get_frame_duration(tag, i) / frames.get_animation_speed(tag) * 1000.0)
		out[tag] = [times, frames.get_animation_loop(tag)]
	return out

func tiles(path: String) -> Dictionary:
	var set: TileSet = load(path)
	var source: TileSetAtlasSource = set.get_source(0)
	var out := {"side": set.tile_size.x, "mode": set.get_terrain_set_mode(0), "cells": {}}
	for i in source.get_tiles_count():
		var cell := source.get_tile_id(i)
		var data := source.get_tile_data(cell, 0)
		var bits := []
		for bit in 16:
			if data.is_valid_terrain_peering_bit(bit) and data.get_terrain_peering_bit(bit) == 0:
				bits.append(bit)
		out["cells"]["%d:%d" % [cell.x, cell.y]] = [bits, source.get_tile_animation_frames_count(cell)]
	return out

func _ready() -> void:
	var theme: Theme = load("res://quest/hud.tres")
	var boxes := {}
	for type in theme.get_stylebox_type_list():
		for name in theme.get_stylebox_list(type):
			var box: StyleBoxTexture = theme.get_stylebox(name, type)
			boxes["%s/%s" % [type, name]] = [0, 1, 2, 3].map(func(side): return box.get_texture_margin(side))
	var font := FontFile.new()
	var read := font.load_bitmap_font("res://quest/hud-font.fnt")
	var elements := 0
	for name in DirAccess.get_files_at("res://quest/hud"):
		if load("res://quest/hud/" + name) != null:
			elements += 1
	var key: Node2D = load("res://quest/key.tscn").instantiate()
	key.position = Vector2(280, 60)
	add_child(key)
	var hero: AnimatedSprite2D = load("res://quest/hero.tscn").instantiate()
	hero.position = Vector2(280, 120)
	add_child(hero)
	hero.pause()
	hero.frame = 2
	var panel := PanelContainer.new()
	panel.theme = theme
	panel.position = Vector2(10, 10)
	panel.custom_minimum_size = Vector2(150, 90)
	add_child(panel)
	var label := Label.new()
	label.add_theme_font_override("font", font)
	label.add_theme_font_size_override("font_size", 12)
	label.text = WORDS
	label.position = Vector2(10, 130)
	add_child(label)
	var out := {
		"hero": animations("res://quest/hero.tres"), "walker": animations("res://quest/walker.tres"), "boxes": boxes, "font": read,
		"elements": elements, "grass": tiles("res://quest/grass.tres"), "water": tiles("res://quest/water.tres"),
	}
	await get_tree().process_frame
	await get_tree().process_frame
	JavaScriptBridge.eval("window.result = %s" % JSON.stringify(JSON.stringify(out)), true)
""".replace("WORDS", json.dumps(WORDS))
PAGE = """<!doctype html><html><body style="margin:0"><canvas id="canvas" width="320" height="240"></canvas>
<script src="/index.js"></script><script>
new Engine({
  canvasResizePolicy: 0, executable: 'index', mainPack: 'index.pck', args: [], gdextensionLibs: [], focusCanvas: false, fileSizes: {},
}).startGame().catch((error) => { window.broke = String(error); });
</script></body></html>"""
KINDS = {"js": "text/javascript", "wasm": "application/wasm"}


@pytest.fixture(scope="module")
def shown(chromium: Browser) -> Iterator[tuple[dict[str, Any], Image.Image]]:
    """What Godot says of the package, and its window. The engine takes half a minute to start."""
    web = Path(os.environ.get("GODOT_WEB", ""))
    if not (web / "index.wasm").is_file():
        pytest.skip("GODOT_WEB names no folder with a web build of Godot 4")
    with zipfile.ZipFile(io.BytesIO(art.package(ASSETS, "godot", project="quest"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    pack = packed(imported(files), SCRIPT, SIZE, BACK)
    # builds with threads want an isolated page
    headers = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(BASE).split("?")[0].lstrip("/")
        if path == "":
            route.fulfill(body=PAGE, content_type="text/html", headers=headers)
        elif path == "index.pck":
            route.fulfill(body=pack, content_type="application/octet-stream", headers=headers)
        elif (web / path).is_file():
            kind = KINDS.get(path.rsplit(".", 1)[-1], "application/octet-stream")
            route.fulfill(path=web / path, content_type=kind, headers=headers)
        else:
            route.fulfill(status=404)

    page = chromium.new_page(viewport={"width": 640, "height": 480})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.route(f"{BASE}/**", answer)
    page.goto(f"{BASE}/")
    for _ in range(360):
        page.wait_for_timeout(500)
        if page.evaluate("window.result || window.broke || null"):
            break
    result = page.evaluate("window.result || null")
    assert result is not None, said
    yield json.loads(result), Image.open(io.BytesIO(page.locator("canvas").screenshot())).convert("RGB")
    page.close()


Shown = tuple[dict[str, Any], Image.Image]


@pytest.mark.parametrize(
    ("what", "at"),
    [
        (KIT.panel(150, 90), (10, 10)),
        (KEY.image, (280 - KEY.pivot[0], 60 - KEY.pivot[1])),
        (HERO.rows[0].frames[2], (280 - HERO.pivot[0], 120 - HERO.pivot[1])),
        (KIT.text(WORDS), (10, 130)),
    ],
    ids=["theme", "picture", "animation", "font"],
)
def test_nodes_show_what_was_drawn(what: Image.Image, at: tuple[int, int], shown: Shown) -> None:
    wanted = Image.new("RGB", what.size, BACK)
    wanted.paste(what, (0, 0), what)
    cut = shown[1].crop((*at, at[0] + what.width, at[1] + what.height))
    assert int((np.asarray(cut) != np.asarray(wanted)).any(axis=2).sum()) == 0


@pytest.mark.parametrize(("name", "sheet"), [("hero", HERO), ("walker", WALK)])
def test_animations_last_as_long_as_their_frames(name: str, sheet: Any, shown: Shown) -> None:
    found = shown[0][name]
    assert list(found) == sorted(row.tag for row in sheet.rows)
    for row in sheet.rows:
        assert found[row.tag][0] == pytest.approx(list(row.durations), abs=0.01)
        assert found[row.tag][1] == row.loops


def test_the_theme_has_the_margins_of_the_elements(shown: Shown) -> None:
    boxes = shown[0]["boxes"]
    for style, element in {"Panel/panel": "panel", "Button/pressed": "button-pressed", "ProgressBar/fill": "bar-health"}.items():
        assert boxes[style] == list(KIT.element(element).slice or ())
    assert len(boxes) >= 14
    assert shown[0]["elements"] == len(KIT.names)
    assert shown[0]["font"] == 0


# Godot's numbers of a cell's neighbours, by the bits of the masks.
SIDES = {1: 12, 2: 15, 4: 0, 8: 3, 16: 4, 32: 7, 64: 8, 128: 11}
CORNERS = {1: 15, 2: 3, 4: 7, 8: 11}


@pytest.mark.parametrize(("name", "tiles", "bits", "mode"), [("grass", GRASS, SIDES, 0), ("water", WATER, CORNERS, 1)])
def test_terrains_have_the_masks_of_the_tiles(name: str, tiles: Any, bits: dict[int, int], mode: int, shown: Shown) -> None:
    found = shown[0][name]
    assert (found["side"], found["mode"], len(found["cells"])) == (tiles.tile, mode, len(tiles.masks))
    for i, mask in enumerate(tiles.masks):
        neighbours, frames = found["cells"][f"{i % tiles.columns}:{i // tiles.columns}"]
        assert frames == tiles.frames
        assert neighbours == sorted(number for bit, number in bits.items() if mask & bit), mask
