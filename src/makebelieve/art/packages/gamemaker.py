"""GameMaker: a sprite resource for each row, in the form that the IDE of 2024 writes (`$GMSprite` v2), its frames as pictures beside it.

A frame that stays longer is a longer key of the sprite's track; the playback speed counts in the shortest frame.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from PIL import Image

from makebelieve.art.packages.archive import Files, Package
from makebelieve.art.sheets import png_bytes
from makebelieve.art.tiling import Tileset


def files(package: Package) -> Files:
    """`sprites/NAME/NAME.yy` and its frames, to be added by "Add Existing". A tileset is a sprite of its whole sheet."""
    out: Files = {}
    for asset in package.assets:
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


def _sprite(
    package: Package,
    out: Files,
    name: str,
    frames: Sequence[Image.Image],
    durations: Sequence[int],
    pivot: tuple[int, int],
    *,
    full: bool = False,
) -> None:
    name = re.sub(r"[^A-Za-z0-9_]", "_", name)
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
        nineSlice=None,
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
