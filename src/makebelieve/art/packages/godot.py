"""Godot 4: SpriteFrames and TileSet resources, and a scene for each thing with the nearest filter and the pivot in the origin.

Import settings keep pictures lossless and without mipmaps; in Godot 4 the filter belongs to the node, so the scenes set it.
"""

from __future__ import annotations

from typing import Final

from makebelieve.art import sheets
from makebelieve.art.packages import interface
from makebelieve.art.packages.archive import Files, Package
from makebelieve.art.sheets import Sheet, png_bytes
from makebelieve.art.sprites import Picture
from makebelieve.art.tiles import autotile
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Kit

_IMPORT: Final = """[remap]

importer="texture"
type="CompressedTexture2D"

[deps]

source_file="{source}"

[params]

compress/mode=0
mipmaps/generate=false
process/fix_alpha_border=true
process/size_limit=0
detect_3d/compress_to=0
"""
_BLOB: Final = {
    autotile.N: "top_side",
    autotile.NE: "top_right_corner",
    autotile.E: "right_side",
    autotile.SE: "bottom_right_corner",
    autotile.S: "bottom_side",
    autotile.SW: "bottom_left_corner",
    autotile.W: "left_side",
    autotile.NW: "top_left_corner",
}
_CORNER: Final = {1: "top_right_corner", 2: "bottom_right_corner", 4: "bottom_left_corner", 8: "top_left_corner"}
_TILE_FPS: Final = 6.0


def files(package: Package) -> Files:
    """`PROJECT/NAME.png` and what belongs to it; put the folder into a Godot project's root."""
    out: Files = {}
    for asset in package.assets:
        at = f"{package.project}/{asset.name}"
        where = f"res://{at}.png"
        out[f"{at}.png.import"] = _IMPORT.format(source=where).encode()
        if isinstance(asset.content, Kit):
            out |= interface.godot_files(asset.content, at)
            out[f"{at}-font.png.import"] = _IMPORT.format(source=f"res://{at}-font.png").encode()
            continue
        if isinstance(asset.content, Tileset):
            out[f"{at}.png"] = png_bytes(asset.content.image)
            out[f"{at}.tres"] = _tileset(asset.content, where).encode()
            continue
        sheet = asset.sheet
        out[f"{at}.png"] = png_bytes(sheet.image)
        if isinstance(asset.content, Picture):
            out[f"{at}.tscn"] = _scene(asset.name, "Sprite2D", "Texture2D", where, "texture", sheet).encode()
        else:
            out[f"{at}.tres"] = sheets.godot(sheet.rows, where).encode()
            scene = _scene(asset.name, "AnimatedSprite2D", "SpriteFrames", f"res://{at}.tres", "sprite_frames", sheet)
            out[f"{at}.tscn"] = (scene + f'animation = &"{sheet.rows[0].tag}"\nautoplay = "{sheet.rows[0].tag}"\n').encode()
    return out


def _scene(name: str, node: str, kind: str, path: str, field: str, sheet: Sheet) -> str:
    x, y = sheet.pivot
    return (
        f'[gd_scene load_steps=2 format=3]\n\n[ext_resource type="{kind}" path="{path}" id="1"]\n\n[node name="{name}" type="{node}"]\n'
        f'texture_filter = 1\n{field} = ExtResource("1")\ncentered = false\noffset = Vector2({-x}, {-y})\n'
    )


def _tileset(tileset: Tileset, where: str) -> str:
    """A TileSet whose terrain 0 is the material: corners and sides for blob sets, corners alone for corner sets."""
    side, rows = tileset.tile, -(-len(tileset.masks) // tileset.columns)
    blob = tileset.spec["kind"] == "blob"
    lines = []
    for i, mask in enumerate(tileset.masks):
        cell = f"{i % tileset.columns}:{i // tileset.columns}"
        if tileset.frames > 1:
            lines += [
                f"{cell}/animation_columns = 1",
                f"{cell}/animation_separation = Vector2i(0, {rows - 1})",
                f"{cell}/animation_speed = {_TILE_FPS}",
                *(f"{cell}/animation_frame_{frame}/duration = 1.0" for frame in range(tileset.frames)),
            ]
        lines.append(f"{cell}/0 = 0")
        lines.append(f"{cell}/0/terrain_set = 0")
        if blob or mask:
            lines.append(f"{cell}/0/terrain = 0")
        lines += [f"{cell}/0/terrains_peering_bit/{name} = 0" for bit, name in (_BLOB if blob else _CORNER).items() if mask & bit]
    return "\n".join(
        [
            '[gd_resource type="TileSet" load_steps=3 format=3]',
            "",
            f'[ext_resource type="Texture2D" path="{where}" id="1"]',
            "",
            '[sub_resource type="TileSetAtlasSource" id="atlas"]',
            'texture = ExtResource("1")',
            f"texture_region_size = Vector2i({side}, {side})",
            *lines,
            "",
            "[resource]",
            f"tile_size = Vector2i({side}, {side})",
            f"terrain_set_0/mode = {0 if blob else 1}",
            f'terrain_set_0/terrain_0/name = "{tileset.spec["material"]}"',
            "terrain_set_0/terrain_0/color = Color(0.4, 0.7, 0.3, 1)",
            'sources/0 = SubResource("atlas")',
            "",
        ]
    )
