"""Sheets made steadier or smaller: `stabilize`, `tight`, `aggressive`, and direction sets brought to one size. Pure functions of frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from makebelieve.art.sheets import Row, Sheet
from makebelieve.kit.errors import invalid

MODES: Final = ("stabilize", "tight", "aggressive")
_MARGIN_FROM: Final = 32
"""Canvas side from which a rescaled figure keeps a pixel's distance from the border, as the quality gate wants it."""

Box = tuple[int, int, int, int]
Mask = NDArray[np.bool_]


class Framed(Protocol):
    """Rows with a pivot: a sheet or an animation."""

    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def pivot(self) -> tuple[int, int]: ...
    @property
    def name(self) -> str: ...


def sheet_of(framed: Framed) -> Sheet:
    """Its frames as a plain sheet."""
    return Sheet(framed.rows, framed.pivot, framed.name)


def process(framed: Framed, mode: str, *, canvas: tuple[int, int] | None = None, pixel: bool = True) -> Sheet:
    """A processed copy of a sheet; the frames, their order and their milliseconds stay.

    `stabilize`: every frame of a row stands on one line and is moved sideways to where it covers the row's first frame best; the pivot lies
    on that line. `tight`: all cells are cut to the box that holds something in any of them. `aggressive`: cut like that, then scaled to
    `canvas` (the cell's old size by default): by the largest whole factor in pixel style, else to fill it.
    Doing one twice changes nothing more. Raises Problem (422) for another mode or a canvas outside 8-1024 px.
    """
    if mode not in MODES:
        raise invalid("mode", f"{mode!r} is none of them", MODES)
    if canvas is not None and not all(8 <= side <= 1024 for side in canvas):
        raise invalid("canvas", f"{canvas[0]}x{canvas[1]}: both sides are 8 to 1024 px")
    if canvas is not None and mode != "aggressive":
        raise invalid("canvas", f"{mode} keeps the scale", ("aggressive",))
    sheet = sheet_of(framed)
    if mode == "stabilize":
        return _stabilized(sheet)
    box = common_box(sheet.rows)
    if box is None:
        return sheet
    cut = _changed(sheet, lambda frame: frame.crop(box), (sheet.pivot[0] - box[0], sheet.pivot[1] - box[1]))
    return cut if mode == "tight" else _filled(cut, canvas or sheet.cell, pixel)


def common_box(rows: Sequence[Row]) -> Box | None:
    """Left, top, right, bottom of everything that is drawn in any frame; None when nothing is."""
    boxes = [box for row in rows for frame in row.frames if (box := _box(frame)) is not None]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def normalize_size(framed: Framed, base: Image.Image, *, pixel: bool = True) -> Sheet:
    """The sheet with each row scaled so that its figure is as high as that of the base sprite: a set of directions of one size.

    Counts the median height of a row's frames, so that a jump or a fall does not. A row grows no further than its cells allow, and stands
    where it stood. Raises Problem (422) when the base sprite is empty.
    """
    goal = _box(base)
    if goal is None:
        raise invalid("base", "nothing is drawn on the base sprite")
    sheet = sheet_of(framed)
    return replace(sheet, rows=tuple(_sized(row, goal[3] - goal[1], sheet.pivot, pixel) for row in sheet.rows))


def _box(frame: Image.Image) -> Box | None:
    return frame.getchannel("A").getbbox()


def _mask(frame: Image.Image) -> Mask:
    return np.asarray(frame.getchannel("A")) > 0


def _changed(sheet: Sheet, change: Callable[[Image.Image], Image.Image], pivot: tuple[int, int]) -> Sheet:
    rows = tuple(replace(row, frames=tuple(change(frame) for frame in row.frames)) for row in sheet.rows)
    return replace(sheet, rows=rows, pivot=pivot)


def _moved(frame: Image.Image, dx: int, dy: int) -> Image.Image:
    if dx == dy == 0:
        return frame
    out = Image.new("RGBA", frame.size)
    out.paste(frame, (dx, dy))
    return out


def _stabilized(sheet: Sheet) -> Sheet:
    boxes = [box for row in sheet.rows for frame in row.frames if (box := _box(frame)) is not None]
    if not boxes:
        return sheet
    usual = Counter(box[3] for box in boxes).most_common()
    line = max(bottom for bottom, count in usual if count == usual[0][1])
    line = max(line, *(bottom - top for _, top, _, bottom in boxes))
    rows = tuple(replace(row, frames=_steadied(row.frames, line)) for row in sheet.rows)
    return replace(sheet, rows=rows, pivot=(sheet.pivot[0], line))


def _steadied(frames: Sequence[Image.Image], line: int) -> tuple[Image.Image, ...]:
    """The frames with their feet on the line, each where its silhouette covers the first one's best."""
    result: list[Image.Image] = []
    first: Mask | None = None
    for frame in frames:
        box = _box(frame)
        if box is None:
            result.append(frame)
            continue
        standing = _moved(frame, 0, line - box[3])
        if first is None:
            first = _mask(standing)
            result.append(standing)
            continue
        left, _, right, _ = box
        ways = range(-left, frame.width - right + 1)
        mask = _mask(standing)[:, left:right]
        # of equal covers the shortest way, so that a second time nothing moves
        best = max(ways, key=lambda dx: (int((mask & first[:, left + dx : right + dx]).sum()), -abs(dx), dx))
        result.append(_moved(standing, best, 0))
    return tuple(result)


def _filled(cut: Sheet, canvas: tuple[int, int], pixel: bool) -> Sheet:
    """The cut cells scaled to the canvas, centred, their lowest row at its foot."""
    width, height = cut.cell
    rim = 1 if min(canvas) >= _MARGIN_FROM else 0
    roomy = min((canvas[0] - 2 * rim) / width, (canvas[1] - 2 * rim) / height)
    full = min(canvas[0] / width, canvas[1] / height)
    factor = roomy if roomy >= 1 or full < 1 else 1.0
    if pixel and factor >= 1:
        factor = float(int(factor))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    left, top = (canvas[0] - size[0]) // 2, canvas[1] - size[1] - (rim if size[1] + 2 * rim <= canvas[1] else 0)

    def placed(frame: Image.Image) -> Image.Image:
        out = Image.new("RGBA", canvas)
        out.paste(_scaled(frame, size, pixel), (left, top))
        return out

    return _changed(cut, placed, (left + round(cut.pivot[0] * factor), top + round(cut.pivot[1] * factor)))


def _scaled(frame: Image.Image, size: tuple[int, int], pixel: bool) -> Image.Image:
    """Nearest neighbour for pixels; else Lanczos on colours multiplied by alpha, so that no dark rim appears."""
    if frame.size == size:
        return frame
    if pixel:
        return frame.resize(size, Image.Resampling.NEAREST)
    return frame.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")


def _sized(row: Row, goal: int, pivot: tuple[int, int], pixel: bool) -> Row:
    boxes = [box for frame in row.frames if (box := _box(frame)) is not None]
    if not boxes:
        return row
    width, height = row.frames[0].size
    factor = goal / median(bottom - top for _, top, _, bottom in boxes)
    for left, top, right, bottom in boxes:
        # what stands on the pivot grows from there: it may reach each border of the cell, not beyond
        for reach, room in ((pivot[0] - left, pivot[0]), (right - pivot[0], width - pivot[0]), (bottom - pivot[1], height - pivot[1])):
            if reach > 0:
                factor = min(factor, max(1.0, room / reach))
        if pivot[1] > top:
            factor = min(factor, max(1.0, pivot[1] / (pivot[1] - top)))
    if factor == 1.0:
        return row
    return replace(row, frames=tuple(_grown(frame, factor, pivot, pixel) for frame in row.frames))


def _grown(frame: Image.Image, factor: float, pivot: tuple[int, int], pixel: bool) -> Image.Image:
    box = _box(frame)
    if box is None:
        return frame
    left, top, right, bottom = box
    size = (max(1, round((right - left) * factor)), max(1, round((bottom - top) * factor)))
    x = round(pivot[0] + (left - pivot[0]) * factor)
    y = round(pivot[1] + (bottom - pivot[1]) * factor) - size[1]
    out = Image.new("RGBA", frame.size)
    out.paste(
        _scaled(frame.crop(box), size, pixel),
        (min(max(0, x), max(0, frame.width - size[0])), min(max(0, y), max(0, frame.height - size[1]))),
    )
    return out


def read_sheet(image: Image.Image, manifest: dict[str, Any]) -> Sheet:
    """The frames of a sheet by its manifest (Aseprite's JSON, array form): a row for each tag, in order.

    Raises Problem (422) naming `manifest` when cells leave the picture, differ in size or have no tag.
    """
    try:
        cells = [(entry["frame"], int(entry["duration"])) for entry in manifest["frames"]]
        tags = [(str(tag["name"]), int(tag["from"]), int(tag["to"]), "repeat" not in tag) for tag in manifest["meta"]["frameTags"]]
        boxes = [(int(cell["x"]), int(cell["y"]), int(cell["w"]), int(cell["h"])) for cell, _ in cells]
        keys = [key["keys"][0]["pivot"] for key in manifest["meta"].get("slices", []) if "pivot" in key["keys"][0]]
        pivot = (int(keys[0]["x"]), int(keys[0]["y"])) if keys else None
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise invalid("manifest", f"not the description of a sheet: {error}") from None
    if not boxes or not tags:
        raise invalid("manifest", "it names no frames" if not boxes else "it names no tags")
    if len({(w, h) for _, _, w, h in boxes}) > 1 or min(boxes[0][2:]) < 1:
        raise invalid("manifest", "its cells differ in size")
    if any(x < 0 or y < 0 or x + w > image.width or y + h > image.height for x, y, w, h in boxes):
        raise invalid("manifest", "a cell lies outside the picture")
    if any(not 0 <= first <= last < len(boxes) for _, first, last, _ in tags):
        raise invalid("manifest", "a tag names frames that are not there")
    whole = image.convert("RGBA")
    rows = []
    for name, first, last, loops in tags:
        frames = tuple(whole.crop((x, y, x + w, y + h)) for x, y, w, h in boxes[first : last + 1])
        clip, _, direction = name.partition("-")
        rows.append(Row(clip, direction, frames, tuple(ms for _, ms in cells[first : last + 1]), loops))
    width, height = boxes[0][2:]
    return Sheet(tuple(rows), pivot or (width // 2, height), str(manifest["meta"].get("image", "sheet.png")))
