"""Sheets and their files: fixed cells, pivots, per-frame milliseconds; Aseprite, Phaser and Godot descriptions; GIF, APNG, WebP."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

from PIL import Image

Preview = Literal["gif", "png", "webp"]
APP: Final = "https://www.aseprite.org/"
"""The format's mark; readers look for it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One direction of one clip."""

    clip: str
    direction: str
    frames: Sequence[Image.Image]
    """Of one size."""
    durations: Sequence[int]
    """Milliseconds, one a frame."""
    loops: bool

    @property
    def tag(self) -> str:
        return f"{self.clip}-{self.direction}" if self.direction else self.clip


@dataclass(frozen=True)
class Sheet:
    """One or more rows of one cell size."""

    rows: tuple[Row, ...]
    pivot: tuple[int, int]
    """Where the figure stands in its cell: pixels from the top left."""
    name: str = "sheet.png"
    """Of the picture's file, for the manifest."""

    @property
    def frames(self) -> list[Image.Image]:
        """The frames of the first row."""
        return list(self.rows[0].frames)

    @property
    def durations(self) -> list[int]:
        return list(self.rows[0].durations)

    @property
    def cell(self) -> tuple[int, int]:
        """Width and height of a frame, px."""
        return self.rows[0].frames[0].size

    @property
    def image(self) -> Image.Image:
        return self.sheet

    @cached_property
    def sheet(self) -> Image.Image:
        """A row a line, cells without gaps."""
        return compose(self.rows)

    @property
    def manifest(self) -> dict[str, Any]:
        """Aseprite's JSON."""
        return aseprite(self.rows, self.pivot, self.name)

    def save(self, path: str | Path) -> Path:
        """Write the sheet as PNG."""
        target = Path(path)
        target.write_bytes(png_bytes(self.sheet))
        return target

    def save_gif(self, path: str | Path, *, scale: int = 1) -> Path:
        """Write the first row as an animated GIF."""
        target = Path(path)
        target.write_bytes(preview(self.frames, self.durations, "gif", scale=scale))
        return target


def compose(rows: Sequence[Row]) -> Image.Image:
    """All rows on one sheet, a row a line, cells without gaps."""
    width, height = rows[0].frames[0].size
    sheet = Image.new("RGBA", (width * max(len(row.frames) for row in rows), height * len(rows)))
    for j, row in enumerate(rows):
        for i, frame in enumerate(row.frames):
            sheet.paste(frame, (i * width, j * height))
    return sheet


def _cells(rows: Sequence[Row]) -> list[tuple[Row, int, int, int]]:
    """Row, frame number, x and y of every cell, in order."""
    width, height = rows[0].frames[0].size
    return [(row, i, i * width, j * height) for j, row in enumerate(rows) for i in range(len(row.frames))]


def aseprite(rows: Sequence[Row], pivot: tuple[int, int], image: str) -> dict[str, Any]:
    """The manifest as Aseprite exports it (array form): `frames`, `meta.frameTags`, a slice `pivot`. Pixels from the top left."""
    width, height = rows[0].frames[0].size
    frames, tags, at = [], [], 0
    for row, i, x, y in _cells(rows):
        frames.append(
            {
                "filename": f"{row.tag} {i}",
                "frame": {"x": x, "y": y, "w": width, "h": height},
                "rotated": False,
                "trimmed": False,
                "spriteSourceSize": {"x": 0, "y": 0, "w": width, "h": height},
                "sourceSize": {"w": width, "h": height},
                "duration": row.durations[i],
            }
        )
    for row in rows:
        tags.append(
            {"name": row.tag, "from": at, "to": at + len(row.frames) - 1, "direction": "forward"} | ({} if row.loops else {"repeat": "1"})
        )
        at += len(row.frames)
    columns = max(len(row.frames) for row in rows)
    key = {"frame": 0, "bounds": {"x": 0, "y": 0, "w": width, "h": height}, "pivot": {"x": pivot[0], "y": pivot[1]}}
    return {
        "frames": frames,
        "meta": {
            "app": APP,
            "version": "1.3",
            "image": image,
            "format": "RGBA8888",
            "size": {"w": width * columns, "h": height * len(rows)},
            "scale": "1",
            "frameTags": tags,
            "slices": [{"name": "pivot", "color": "#0000ffff", "keys": [key]}],
        },
    }


def phaser(rows: Sequence[Row], pivot: tuple[int, int], image: str) -> dict[str, Any]:
    """A Phaser 3 atlas (JSON hash) with normalised pivots, and the animations for `anims.fromJSON`."""
    width, height = rows[0].frames[0].size
    frames: dict[str, Any] = {}
    anims = []
    for row, i, x, y in _cells(rows):
        frames[f"{row.tag}/{i}"] = {
            "frame": {"x": x, "y": y, "w": width, "h": height},
            "rotated": False,
            "trimmed": False,
            "spriteSourceSize": {"x": 0, "y": 0, "w": width, "h": height},
            "sourceSize": {"w": width, "h": height},
            "pivot": {"x": pivot[0] / width, "y": pivot[1] / height},
        }
    key = image.rsplit(".", 1)[0]
    for row in rows:
        steps = [{"key": key, "frame": f"{row.tag}/{i}", "duration": ms} for i, ms in enumerate(row.durations)]
        anims.append({"key": row.tag, "type": "frame", "frames": steps, "repeat": -1 if row.loops else 0})
    columns = max(len(row.frames) for row in rows)
    meta = {
        "app": "Makebelieve",
        "image": image,
        "format": "RGBA8888",
        "size": {"w": width * columns, "h": height * len(rows)},
        "scale": "1",
    }
    return {"frames": frames, "meta": meta, "anims": anims}


def godot(rows: Sequence[Row], texture: str) -> str:
    """A Godot 4 `SpriteFrames` resource whose atlas textures cut the sheet at `texture` (res:// path). Speed 1000: durations are ms."""
    width, height = rows[0].frames[0].size
    cells = _cells(rows)
    lines = [
        f'[gd_resource type="SpriteFrames" load_steps={len(cells) + 2} format=3]',
        "",
        f'[ext_resource type="Texture2D" path="{texture}" id="1"]',
    ]
    for n, (_, _, x, y) in enumerate(cells):
        lines += [
            "",
            f'[sub_resource type="AtlasTexture" id="frame_{n}"]',
            'atlas = ExtResource("1")',
            f"region = Rect2({x}, {y}, {width}, {height})",
        ]
    animations, n = [], 0
    for row in rows:
        steps = []
        for ms in row.durations:
            steps.append(f'{{\n"duration": {float(ms)},\n"texture": SubResource("frame_{n}")\n}}')
            n += 1
        animations.append(
            f'{{\n"frames": [{", ".join(steps)}],\n"loop": {str(row.loops).lower()},\n"name": &"{row.tag}",\n"speed": 1000.0\n}}'
        )
    return "\n".join([*lines, "", "[resource]", f"animations = [{', '.join(animations)}]", ""])


def preview(frames: Sequence[Image.Image], durations: Sequence[int], kind: Preview = "gif", *, scale: int = 1) -> bytes:
    """An animated GIF, APNG (`png`) or lossless WebP; `scale` enlarges by whole pixels."""
    if scale != 1:
        frames = [frame.resize((frame.width * scale, frame.height * scale), Image.Resampling.NEAREST) for frame in frames]
    out = io.BytesIO()
    if kind == "gif":
        indexed = [_indexed(frame) for frame in frames]
        # GIF counts hundredths of a second.
        times = [max(20, 10 * round(ms / 10)) for ms in durations]
        indexed[0].save(
            out, "GIF", save_all=True, append_images=indexed[1:], duration=times, loop=0, disposal=2, transparency=0, optimize=False
        )
    elif kind == "png":
        frames[0].save(out, "PNG", save_all=True, append_images=list(frames[1:]), duration=list(durations), loop=0, disposal=1, blend=0)
    else:
        frames[0].save(
            out, "WEBP", save_all=True, append_images=list(frames[1:]), duration=list(durations), loop=0, lossless=True, exact=True
        )
    return out.getvalue()


def _indexed(frame: Image.Image) -> Image.Image:
    """The frame with a palette whose entry 0 is transparent."""
    mask = frame.getchannel("A").point(lambda value: 255 if value >= 128 else 0)
    colors = frame.convert("RGB").quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    shifted = colors.point(lambda index: min(255, index + 1))
    shifted.putpalette([0, 0, 0, *(colors.getpalette() or [])[: 3 * 255]])
    shifted.paste(0, mask=mask.point(lambda value: 255 - value))
    return shifted


def png_bytes(image: Image.Image) -> bytes:
    """The picture as PNG, without time stamps, so that equal pictures are equal bytes."""
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


Manifest = Mapping[str, Any]
