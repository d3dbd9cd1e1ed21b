"""Phaser 3 (texture atlas and animations) and Aseprite's JSON."""

from __future__ import annotations

import json
from typing import Any

from makebelieve.art import sheets
from makebelieve.art.packages import interface
from makebelieve.art.packages.archive import Files, Package
from makebelieve.art.sheets import png_bytes
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Kit


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def phaser_files(package: Package) -> Files:
    """`PROJECT/NAME.png`, `NAME.json` for `load.atlas`, `NAME.anims.json` for `anims.fromJSON`; a tileset has its masks in `NAME.json`."""
    out: Files = {}
    for asset in package.assets:
        at = f"{package.project}/{asset.name}"
        if isinstance(asset.content, Kit):
            out |= interface.phaser_files(asset.content, at)
            continue
        if isinstance(asset.content, Tileset):
            out[f"{at}.png"], out[f"{at}.json"] = png_bytes(asset.content.image), _json(asset.content.manifest)
            continue
        sheet = asset.sheet
        atlas = sheets.phaser(sheet.rows, sheet.pivot, sheet.name)
        out[f"{at}.png"] = png_bytes(sheet.image)
        out[f"{at}.json"] = _json({"frames": atlas["frames"], "meta": atlas["meta"]})
        # keys of animations are the game's, not the atlas's: with the name before them two sprites do not collide
        named = [{**anim, "key": f"{asset.name}-{anim['key']}"} for anim in atlas["anims"]]
        out[f"{at}.anims.json"] = _json({"anims": named, "globalTimeScale": 1})
    return out


def aseprite_files(package: Package) -> Files:
    """`PROJECT/NAME.png` and `NAME.json` as Aseprite exports sheets; a tileset has its masks in `NAME.json`."""
    out: Files = {}
    for asset in package.assets:
        at = f"{package.project}/{asset.name}"
        if isinstance(asset.content, Kit):
            out |= interface.aseprite_files(asset.content, at)
            continue
        tiles = isinstance(asset.content, Tileset)
        out[f"{at}.png"] = png_bytes(asset.content.image if isinstance(asset.content, Tileset) else asset.sheet.image)
        out[f"{at}.json"] = _json(asset.content.manifest if tiles and isinstance(asset.content, Tileset) else asset.sheet.manifest)
    return out
