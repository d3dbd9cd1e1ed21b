"""RPG Maker MZ: character sheets of three steps by four directions, and tile sheets A5 and B, cells of 48 px.

`$NAME.png` holds one character; `!` marks an object, which the engine does not lift. Diagonals get a sheet of their own, as the plugins for
eight directions have it. Cells larger than 48 px are allowed in `$` sheets: what does not fit keeps its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PIL import Image

from makebelieve.art.packages import windowskin
from makebelieve.art.packages.archive import Asset, Files, Package
from makebelieve.art.processing import process
from makebelieve.art.sheets import Row, png_bytes
from makebelieve.art.sprites import Picture
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Kit
from makebelieve.kit.errors import invalid

CELL: Final = 48
ROWS: Final = ("down", "left", "right", "up")
DIAGONALS: Final = ("down-left", "down-right", "up-left", "up-right")


def files(package: Package) -> Files:
    """`img/characters`, `img/tilesets` and, of kits, `img/system` and `img/pictures`, to be copied over a project.

    The first kit is the project's `Window.png`, others are `Window_NAME.png`. Raises Problem (422) for what its sheets cannot hold.
    """
    out: Files = {}
    for asset in package.assets:
        if isinstance(asset.content, Kit):
            skin = "Window" if "img/system/Window.png" not in out else f"Window_{asset.name}"
            out[f"img/system/{skin}.png"] = png_bytes(windowskin.skin(asset.content))
            out[f"img/system/IconSet_{asset.name}.png"] = png_bytes(windowskin.icon_set(asset.content))
            out |= {f"img/pictures/{asset.name}_{one.name}.png": png_bytes(one.image) for one in asset.content.elements.values()}
        elif isinstance(asset.content, Tileset):
            kind, sheet = _tiles(asset.name, asset.content)
            out[f"img/tilesets/{asset.name}_{kind}.png"] = png_bytes(sheet)
        elif isinstance(asset.content, Picture):
            cells = _celled([asset.content.image])
            out[f"img/characters/!${asset.name}.png"] = png_bytes(_grid([[cells[0]] * 3] * 4))
        else:
            out |= _character(asset)
    return out


def _character(asset: Asset) -> Files:
    tight = process(asset.sheet, "tight")
    clips = list(dict.fromkeys(row.clip for row in tight.rows))
    clip = "walk" if "walk" in clips else clips[0]
    found = {row.direction: row for row in tight.rows if row.clip == clip}
    missing = [name for name in ROWS if name not in found]
    if missing:
        raise invalid("assets", f"{asset.name} lacks the directions {', '.join(missing)} of {clip}", ROWS)
    out = {f"img/characters/${asset.name}.png": png_bytes(_grid(_stepped([found[name] for name in ROWS])))}
    if all(name in found for name in DIAGONALS):
        out[f"img/characters/${asset.name}_diagonal.png"] = png_bytes(_grid(_stepped([found[name] for name in DIAGONALS])))
    return out


def _stepped(rows: Sequence[Row]) -> list[list[Image.Image]]:
    """Left step, passing, right step of each row: the engine plays 1 2 3 2."""
    steps = [[row.frames[i * len(row.frames) // 4] for i in (0, 1, 2)] for row in rows]
    cells = iter(_celled([frame for row in steps for frame in row]))
    return [[next(cells) for _ in range(3)] for _ in rows]


def _celled(frames: Sequence[Image.Image]) -> list[Image.Image]:
    """The frames in cells of 48 px, or of their own size where they are larger, feet at the lower edge."""
    width, height = (max(CELL, max(frame.size[axis] for frame in frames)) for axis in (0, 1))
    result = []
    for frame in frames:
        cell = Image.new("RGBA", (width, height))
        cell.paste(frame, ((width - frame.width) // 2, height - frame.height))
        result.append(cell)
    return result


def _grid(cells: Sequence[Sequence[Image.Image]]) -> Image.Image:
    width, height = cells[0][0].size
    sheet = Image.new("RGBA", (width * len(cells[0]), height * len(cells)))
    for j, row in enumerate(cells):
        for i, cell in enumerate(row):
            sheet.paste(cell, (i * width, j * height))
    return sheet


def _tiles(name: str, tileset: Tileset) -> tuple[str, Image.Image]:
    """Ground that fills its cells: A5, 8 x 16 cells. What is seen through: B, 16 x 16 cells, the first of which stays empty."""
    if CELL % tileset.tile:
        raise invalid("assets", f"{name} has tiles of {tileset.tile} px; they must divide {CELL}", ("8", "16", "24", "48"))
    lower = tileset.image.getchannel("A").getextrema() == (255, 255) or tileset.spec["back"] is not None
    columns, first = (8, 0) if lower else (16, 1)
    sheet = Image.new("RGBA", (columns * CELL, 16 * CELL))
    for i, mask in enumerate(tileset.masks):
        cell = tileset.cell(mask).resize((CELL, CELL), Image.Resampling.NEAREST)
        at = i + first
        sheet.paste(cell, (at % columns * CELL, at // columns * CELL))
    return ("A5" if lower else "B"), sheet
