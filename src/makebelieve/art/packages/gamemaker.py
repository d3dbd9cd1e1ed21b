"""GameMaker: a sprite resource for each row, in the form that the IDE of 2024 writes (`$GMSprite` v2), its frames as pictures beside it.

A frame that stays longer is a longer key of the sprite's track; the playback speed counts in the shortest frame. An interface kit is a sprite
for each element, nine-slices with their guides set, and a font whose bitmap and glyphs are there already.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from PIL import Image

from makebelieve.art.packages.archive import Files, Package
from makebelieve.art.sheets import png_bytes
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Element, Font, Kit
from makebelieve.art.ui.glyphs import MISSING
from makebelieve.art.ui.plates import Box

_STRETCH: Final = 0
_REPEAT: Final = 1
_GUIDE: Final = 0xFFFF00FF
_HIGHLIGHT: Final = 0x66FF00FF
_FALLBACK: Final = 9647
"""The character that GameMaker shows for one that a font lacks."""
_FONT_SHEET: Final = 256
"""Width of a font's sheet, px."""


def files(package: Package) -> Files:
    """`sprites/NAME/NAME.yy` and its frames, to be added by "Add Existing". A tileset is a sprite of its whole sheet; a kit has `fonts` too."""
    out: Files = {}
    for asset in package.assets:
        if isinstance(asset.content, Kit):
            for one in asset.content.elements.values():
                _element(package, out, f"spr_{asset.name}_{one.name}", one)
            _font(out, f"fnt_{asset.name}", asset.content.font())
            continue
        if isinstance(asset.content, Tileset):
            image = asset.content.image
            _sprite(package, out, f"spr_{asset.name}", [image], [100], (0, 0), full=True)
            continue
        sheet = asset.sheet
        for row in sheet.rows:
            name = f"spr_{asset.name}" + ("" if row.clip == "default" else f"_{row.tag}")
            _sprite(package, out, name, row.frames, row.durations, sheet.pivot)
    return out


def _typed(kind: str, version: str = "", **fields: Any) -> dict[str, Any]:
    """An object with the marks of its kind, the names in the order in which the IDE sorts them."""
    whole = {**fields, "resourceType": kind, "resourceVersion": "2.0"}
    return {f"${kind}": version, **dict(sorted(whole.items(), key=lambda item: item[0].lower()))}


def _identifier(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]", "_", name)


def _element(package: Package, out: Files, name: str, one: Element) -> None:
    nine = None if one.slice is None else _nine_slice(one.slice, _REPEAT if one.fill == "tile" else _STRETCH)
    _sprite(package, out, name, [one.image], [100], one.pivot or (0, 0), full=True, nine=nine)


def _nine_slice(inset: Box, mode: int) -> dict[str, Any]:
    """Guides at `inset`; the edges (left, top, right, bottom) and the middle filled by `mode`."""
    left, top, right, bottom = inset
    return _typed(
        "GMNineSliceData",
        bottom=bottom,
        enabled=True,
        guideColour=[_GUIDE] * 4,
        highlightColour=_HIGHLIGHT,
        highlightStyle=0,
        left=left,
        right=right,
        tileMode=[mode] * 5,
        top=top,
    )


def _font(out: Files, name: str, font: Font) -> None:
    """A font with its bitmap. GameMaker's glyphs have no offset from above, so that each one is a cell of the line's height."""
    name, high = _identifier(name), font.line_height
    step = font.scale
    ordered = sorted(
        ((_FALLBACK if one.character == MISSING else ord(one.character), one) for one in font.glyphs), key=lambda pair: pair[0]
    )
    placed, x, y = [], 0, 0
    for number, one in ordered:
        if x + one.width > _FONT_SHEET * step:
            x, y = 0, y + high + step
        placed.append((number, one, x, y))
        x += one.width + step
    sheet = Image.new("RGBA", (_FONT_SHEET * step, y + high))
    glyphs = {}
    for number, one, left, top in placed:
        sheet.paste(font.image.crop((one.x, one.y, one.x + one.width, one.y + one.height)), (left, top + one.yoffset))
        glyphs[str(number)] = {
            "character": number,
            "h": high,
            "offset": one.xoffset,
            "shift": one.advance,
            "w": one.width,
            "x": left,
            "y": top,
        }
    numbers = [number for number, _ in ordered]
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    resource = _typed(
        "GMFont",
        **{"%Name": name},
        AntiAlias=0,
        applyKerning=0,
        ascender=font.base,
        ascenderOffset=0,
        bold=False,
        canGenerateBitmap=True,
        charset=0,
        first=0,
        fontName=name,
        glyphOperations=0,
        glyphs=glyphs,
        hinting=0,
        includeTTF=False,
        interpreter=0,
        italic=False,
        kerningPairs=[],
        last=0,
        lineHeight=high,
        maintainGms1Font=False,
        name=name,
        parent={"name": "Fonts", "path": "folders/Fonts.yy"},
        pointRounding=0,
        ranges=[{"lower": lower, "upper": upper} for lower, upper in zip(starts, ends, strict=True)],
        regenerateBitmap=False,
        sampleText="abcdef ABCDEF\n0123456789",
        sdfSpread=8,
        size=float(high),
        styleName="Regular",
        textureGroupId={"name": "Default", "path": "texturegroups/Default"},
        TTFName="",
        usesSDF=False,
    )
    out[f"fonts/{name}/{name}.png"] = png_bytes(sheet)
    out[f"fonts/{name}/{name}.yy"] = (json.dumps(resource, indent=2) + "\n").encode()


def _sprite(
    package: Package,
    out: Files,
    name: str,
    frames: Sequence[Image.Image],
    durations: Sequence[int],
    pivot: tuple[int, int],
    *,
    full: bool = False,
    nine: dict[str, Any] | None = None,
) -> None:
    name = _identifier(name)
    path = f"sprites/{name}/{name}.yy"
    layer = package.uuid(name, "layer")
    ids = [package.uuid(name, "frame", str(i)) for i in range(len(frames))]
    for one, frame in zip(ids, frames, strict=True):
        data = png_bytes(frame)
        out[f"sprites/{name}/{one}.png"] = data
        out[f"sprites/{name}/layers/{one}/{layer}.png"] = data
    width, height = frames[0].size
    boxes = [box for frame in frames if (box := frame.getchannel("A").getbbox()) is not None]
    box = (0, 0, width, height)
    if boxes and not full:
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
    shortest = min(durations)
    keys, at = [], 0.0
    for i, (one, ms) in enumerate(zip(ids, durations, strict=True)):
        length = round(ms / shortest, 3)
        channel = _typed("SpriteFrameKeyframe", Id={"name": one, "path": path})
        keys.append(
            _typed(
                "Keyframe<SpriteFrameKeyframe>",
                Channels={"0": channel},
                Disabled=False,
                id=package.uuid(name, "key", str(i)),
                IsCreationKey=False,
                Key=round(at, 3),
                Length=length,
                Stretch=False,
            )
        )
        at += length
    track = _typed(
        "GMSpriteFramesTrack",
        builtinName=0,
        events=[],
        inheritsTrackColour=True,
        interpolation=1,
        isCreationTrack=False,
        keyframes=_typed("KeyframeStore<SpriteFrameKeyframe>", Keyframes=keys),
        modifiers=[],
        name="frames",
        spriteId=None,
        trackColour=0,
        tracks=[],
        traits=0,
    )
    sequence = _typed(
        "GMSequence",
        "v1",
        **{"%Name": name},
        autoRecord=True,
        backdropHeight=768,
        backdropImageOpacity=0.5,
        backdropImagePath="",
        backdropWidth=1366,
        backdropXOffset=0.0,
        backdropYOffset=0.0,
        events=_typed("KeyframeStore<MessageEventKeyframe>", Keyframes=[]),
        eventStubScript=None,
        eventToFunction={},
        length=round(at, 3),
        lockOrigin=False,
        moments=_typed("KeyframeStore<MomentsEventKeyframe>", Keyframes=[]),
        name=name,
        playback=1,
        playbackSpeed=round(1000 / shortest, 3),
        playbackSpeedType=0,
        showBackdrop=True,
        showBackdropImage=False,
        timeUnits=1,
        tracks=[track],
        visibleRange=None,
        volume=1.0,
        xorigin=pivot[0],
        yorigin=pivot[1],
    )
    sprite = _typed(
        "GMSprite",
        "v2",
        **{"%Name": name},
        bboxMode=1 if full else 0,
        bbox_bottom=box[3] - 1,
        bbox_left=box[0],
        bbox_right=box[2] - 1,
        bbox_top=box[1],
        collisionKind=1,
        collisionTolerance=0,
        DynamicTexturePage=False,
        edgeFiltering=False,
        For3D=False,
        frames=[_typed("GMSpriteFrame", "v1", **{"%Name": one}, name=one) for one in ids],
        gridX=0,
        gridY=0,
        height=height,
        HTile=False,
        layers=[
            _typed(
                "GMImageLayer",
                **{"%Name": layer},
                blendMode=0,
                displayName="default",
                isLocked=False,
                name=layer,
                opacity=100.0,
                visible=True,
            )
        ],
        name=name,
        nineSlice=nine,
        origin=9,
        parent={"name": "Sprites", "path": "folders/Sprites.yy"},
        preMultiplyAlpha=False,
        sequence=sequence,
        swatchColours=None,
        swfPrecision=0.5,
        textureGroupId={"name": "Default", "path": "texturegroups/Default"},
        type=0,
        VTile=False,
        width=width,
    )
    out[path] = (json.dumps(sprite, indent=2) + "\n").encode()
