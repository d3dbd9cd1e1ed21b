"""A package for Godot as the editor would export it: its pictures imported, everything in one `.pck` beside a scene that looks at it."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping

_PROJECT = """config_version=5

[application]
config/name="quest"
run/main_scene="res://main.tscn"

[display]
window/size/viewport_width={width}
window/size/viewport_height={height}

[rendering]
renderer/rendering_method="gl_compatibility"
renderer/rendering_method.web="gl_compatibility"
textures/canvas_textures/default_texture_filter=0
environment/defaults/default_clear_color=Color({red}, {green}, {blue}, 1)
"""
_SCENE = """[gd_scene load_steps=2 format=3]

[ext_resource type="Script" path="res://main.gd" id="1"]

[node name="main" type="Node2D"]
script = ExtResource("1")
"""
_RGBA8 = 5
_PNG = 1


def _texture(png: bytes) -> bytes:
    """A `.ctex`, what the importer makes of a picture that is to stay lossless and without mipmaps."""
    width, height = struct.unpack(">II", png[16:24])
    data = b"PNG " + png
    head = struct.pack("<4s8I", b"GST2", 1, width, height, 0, 0xFFFFFFFF, 0, 0, 0)
    return head + struct.pack("<IHHIII", _PNG, width, height, 0, _RGBA8, len(data)) + data


def imported(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with what the import settings among them ask for, as the editor does it on opening a project."""
    out = dict(files)
    for name, data in files.items():
        source, key = name.removesuffix(".import"), name.removesuffix(".import").replace("/", "_")
        if name.endswith(".png.import"):
            out[name] = data.replace(
                b'type="CompressedTexture2D"', f'type="CompressedTexture2D"\npath="res://imported/{key}.ctex"'.encode()
            )
            out[f"imported/{key}.ctex"] = _texture(files[source])
        elif name.endswith(".fnt.import"):
            # glyphs are read from the `.fnt` itself by whoever wants them
            out[name] = data.replace(b'type="FontFile"', f'type="FontFile"\npath="res://imported/{key}.tres"'.encode())
            out[f"imported/{key}.tres"] = b'[gd_resource type="FontFile" format=3]\n\n[resource]\n'
    return out


def packed(files: Mapping[str, bytes], script: str, size: tuple[int, int], back: tuple[int, int, int]) -> bytes:
    """A `.pck` (format 2) whose main scene is a Node2D with that script, on a window of `size` px of the colour `back`."""
    red, green, blue = (channel / 255 for channel in back)
    whole = {
        **files,
        "project.godot": _PROJECT.format(width=size[0], height=size[1], red=red, green=green, blue=blue).encode(),
        "main.tscn": _SCENE.encode(),
        "main.gd": script.encode(),
    }
    entries, body = [], b""
    for name, data in whole.items():
        path = f"res://{name}".encode()
        path = path.ljust(-(-len(path) // 4) * 4, b"\0")
        entries.append(
            struct.pack("<I", len(path)) + path + struct.pack("<QQ", len(body), len(data)) + hashlib.md5(data).digest() + bytes(4)
        )
        body += data + bytes(-len(data) % 16)
    listing = struct.pack("<I", len(whole)) + b"".join(entries)
    start = -(-(96 + len(listing)) // 32) * 32
    head = struct.pack("<4s4IIQ", b"GDPC", 2, 4, 0, 0, 0, start) + bytes(64)
    return (head + listing).ljust(start, b"\0") + body
