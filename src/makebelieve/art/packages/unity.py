"""Unity (2021 and later): sheets with their sprites in the `.meta`, a clip for each row, a controller for each sprite. Text YAML.

Unity's rectangles count from the lower left; pivots are shares of the cell. Filter is point, compression none, no mipmaps.
"""

from __future__ import annotations

from typing import Final

from PIL import Image

from makebelieve.art.packages.archive import Asset, Files, Package
from makebelieve.art.sheets import Row, Sheet, png_bytes
from makebelieve.art.sprites import Picture
from makebelieve.art.tiling import Tileset

_HEAD: Final = "%YAML 1.1\n%TAG !u! tag:unity3d.com,2011:\n"
_CLIP: Final = 7400000
_CONTROLLER: Final = 9100000
_SPRITE_CLASS: Final = 213
_RENDERER_CLASS: Final = 212
_END: Final = "  userData: \n  assetBundleName: \n  assetBundleVariant: \n"
_NONE: Final = "{fileID: 0}"

Cell = tuple[str, int, int, int, int]
"""Name, left, top, width, height."""


def files(package: Package) -> Files:
    """`Assets/PROJECT/…`: unpack it over a Unity project."""
    out: Files = {}
    root = f"Assets/{package.project}"
    out[f"{root}.meta"] = (
        f"fileFormatVersion: 2\nguid: {package.guid(root)}\nfolderAsset: yes\nDefaultImporter:\n  externalObjects: {{}}\n{_END}".encode()
    )
    for asset in package.assets:
        at = f"{root}/{asset.name}"
        if isinstance(asset.content, Tileset):
            tiles, side = asset.content, asset.content.tile
            high = tiles.image.height // tiles.frames
            cells = [
                (
                    f"{asset.name}_{mask}" + (f"_{f}" if tiles.frames > 1 else ""),
                    i % tiles.columns * side,
                    i // tiles.columns * side + f * high,
                    side,
                    side,
                )
                for f in range(tiles.frames)
                for i, mask in enumerate(tiles.masks)
            ]
            _texture(package, out, at, tiles.image, cells, (0.5, 0.5), side)
            continue
        sheet = asset.sheet
        width, height = sheet.cell
        cells = [
            (_sprite_name(asset, row, i), i * width, j * height, width, height)
            for j, row in enumerate(sheet.rows)
            for i in range(len(row.frames))
        ]
        _texture(package, out, at, sheet.image, cells, (sheet.pivot[0] / width, 1 - sheet.pivot[1] / height), height)
        if not isinstance(asset.content, Picture):
            _animations(package, out, at, asset, sheet)
    return out


def _sprite_name(asset: Asset, row: Row, i: int) -> str:
    return asset.name if row.clip == "default" else f"{asset.name}_{row.tag}_{i}"


def _texture(package: Package, out: Files, at: str, image: Image.Image, cells: list[Cell], pivot: tuple[float, float], unit: int) -> None:
    largest = 32
    while largest < max(image.size):
        largest *= 2
    lines = [
        "fileFormatVersion: 2",
        f"guid: {package.guid(at + '.png')}",
        "TextureImporter:",
        "  internalIDToNameTable:",
        *(f"  - first:\n      {_SPRITE_CLASS}: {package.number(at, name)}\n    second: {name}" for name, *_ in cells),
        "  externalObjects: {}",
        "  serializedVersion: 12",
        "  mipmaps:\n    mipMapMode: 0\n    enableMipMap: 0\n    sRGBTexture: 1\n    linearTexture: 0",
        "  isReadable: 0",
        f"  maxTextureSize: {largest}",
        "  textureSettings:\n    serializedVersion: 2\n    filterMode: 0\n    aniso: 1\n    mipBias: 0\n    wrapU: 1\n    wrapV: 1\n    wrapW: 1",
        "  nPOTScale: 0",
        "  spriteMode: 2\n  spriteExtrude: 1\n  spriteMeshType: 0\n  alignment: 0",
        "  spritePivot: {x: 0.5, y: 0.5}",
        f"  spritePixelsToUnits: {unit}",
        "  spriteBorder: {x: 0, y: 0, z: 0, w: 0}",
        "  alphaUsage: 1\n  alphaIsTransparency: 1\n  textureType: 8\n  textureShape: 1",
        "  platformSettings:",
        "  - serializedVersion: 3\n    buildTarget: DefaultTexturePlatform",
        f"    maxTextureSize: {largest}\n    resizeAlgorithm: 0\n    textureFormat: -1\n    textureCompression: 0\n    compressionQuality: 50",
        "    crunchedCompression: 0\n    allowsAlphaSplitting: 0\n    overridden: 0",
        "  spriteSheet:",
        "    serializedVersion: 2",
        "    sprites:",
    ]
    for name, x, y, width, height in cells:
        lines += [
            f"    - serializedVersion: 2\n      name: {name}\n      rect:\n        serializedVersion: 2",
            f"        x: {x}\n        y: {image.height - y - height}\n        width: {width}\n        height: {height}",
            f"      alignment: 9\n      pivot: {{x: {pivot[0]:g}, y: {pivot[1]:g}}}\n      border: {{x: 0, y: 0, z: 0, w: 0}}",
            "      outline: []\n      physicsShape: []\n      tessellationDetail: 0\n      bones: []",
            f"      spriteID: {package.guid(at, name)}\n      internalID: {package.number(at, name)}",
            "      vertices: []\n      indices: \n      edges: []\n      weights: []",
        ]
    lines += [
        "    outline: []\n    physicsShape: []\n    bones: []\n    spriteID: ",
        "    internalID: 0\n    vertices: []\n    indices: \n    edges: []\n    weights: []\n    secondaryTextures: []",
        "    nameFileIdTable:",
        *(f"      {name}: {package.number(at, name)}" for name, *_ in cells),
    ]
    out[f"{at}.png"] = png_bytes(image)
    out[f"{at}.png.meta"] = ("\n".join(lines) + "\n" + _END).encode()


def _object(kind: int, number: int, name: str, body: str) -> str:
    return f"--- !u!{kind} &{number}\n{name}:\n  m_ObjectHideFlags: 0\n  m_CorrespondingSourceObject: {_NONE}\n  m_PrefabInstance: {_NONE}\n  m_PrefabAsset: {_NONE}\n{body}"


def _native(package: Package, out: Files, path: str, number: int, text: str) -> None:
    out[path] = text.encode()
    meta = f"fileFormatVersion: 2\nguid: {package.guid(path)}\nNativeFormatImporter:\n  externalObjects: {{}}\n  mainObjectFileID: {number}\n{_END}"
    out[f"{path}.meta"] = meta.encode()


def _animations(package: Package, out: Files, at: str, asset: Asset, sheet: Sheet) -> None:
    states = []
    for row in sheet.rows:
        path = f"{at}_{row.tag}.anim"
        references = [
            f"{{fileID: {package.number(at, _sprite_name(asset, row, i))}, guid: {package.guid(at + '.png')}, type: 3}}"
            for i in range(len(row.frames))
        ]
        _native(package, out, path, _CLIP, _HEAD + _clip(f"{asset.name}_{row.tag}", row, references))
        states.append((row.tag, package.number(at, "state", row.tag), f"{{fileID: {_CLIP}, guid: {package.guid(path)}, type: 2}}"))
    _native(package, out, f"{at}.controller", _CONTROLLER, _HEAD + _controller(asset.name, package.number(at, "machine"), states))


def _clip(name: str, row: Row, references: list[str]) -> str:
    keys, at = [], 0
    for reference, ms in zip(references, row.durations, strict=True):
        keys.append(f"    - time: {at / 1000:g}\n      value: {reference}")
        at += ms
    settings = (
        f"    serializedVersion: 2\n    m_AdditiveReferencePoseClip: {_NONE}\n    m_AdditiveReferencePoseTime: 0\n    m_StartTime: 0\n"
        f"    m_StopTime: {at / 1000:g}\n    m_OrientationOffsetY: 0\n    m_Level: 0\n    m_CycleOffset: 0\n    m_HasAdditiveReferencePose: 0\n"
        f"    m_LoopTime: {int(row.loops)}\n    m_LoopBlend: 0\n    m_LoopBlendOrientation: 0\n    m_LoopBlendPositionY: 0\n    m_LoopBlendPositionXZ: 0\n"
        "    m_KeepOriginalOrientation: 0\n    m_KeepOriginalPositionY: 1\n    m_KeepOriginalPositionXZ: 0\n    m_HeightFromFeet: 0\n    m_Mirror: 0\n"
    )
    body = (
        f"  m_Name: {name}\n  serializedVersion: 6\n  m_Legacy: 0\n  m_Compressed: 0\n  m_UseHighQualityCurve: 1\n  m_RotationCurves: []\n"
        "  m_CompressedRotationCurves: []\n  m_EulerCurves: []\n  m_PositionCurves: []\n  m_ScaleCurves: []\n  m_FloatCurves: []\n"
        "  m_PPtrCurves:\n  - curve:\n"
        + "\n".join(keys)
        + f"\n    attribute: m_Sprite\n    path: \n    classID: {_RENDERER_CLASS}\n    script: {_NONE}\n"
        "  m_SampleRate: 1000\n  m_WrapMode: 0\n  m_Bounds:\n    m_Center: {x: 0, y: 0, z: 0}\n    m_Extent: {x: 0, y: 0, z: 0}\n"
        "  m_ClipBindingConstant:\n    genericBindings:\n    - serializedVersion: 2\n      path: 0\n      attribute: 0\n"
        f"      script: {_NONE}\n      typeID: {_RENDERER_CLASS}\n      customType: 23\n      isPPtrCurve: 1\n    pptrCurveMapping:\n"
        + "".join(f"    - {one}\n" for one in references)
        + f"  m_AnimationClipSettings:\n{settings}  m_EditorCurves: []\n  m_EulerEditorCurves: []\n"
        "  m_HasGenericRootTransform: 0\n  m_HasMotionFloatCurves: 0\n  m_Events: []\n"
    )
    return _object(74, _CLIP, "AnimationClip", body)


def _controller(name: str, machine: int, states: list[tuple[str, int, str]]) -> str:
    """One layer with a state for each clip; the first is where it starts. Scripts choose with `Animator.Play`."""
    layer = (
        f"  m_AnimatorParameters: []\n  m_AnimatorLayers:\n  - serializedVersion: 5\n    m_Name: Base Layer\n    m_StateMachine: {{fileID: {machine}}}\n"
        f"    m_Mask: {_NONE}\n    m_Motions: []\n    m_Behaviours: []\n    m_BlendingMode: 0\n    m_SyncedLayerIndex: -1\n    m_DefaultWeight: 0\n"
        f"    m_IKPass: 0\n    m_SyncedLayerAffectsTiming: 0\n    m_Controller: {{fileID: {_CONTROLLER}}}\n"
    )
    documents = [_object(91, _CONTROLLER, "AnimatorController", f"  m_Name: {name}\n  serializedVersion: 5\n{layer}")]
    children = "".join(
        f"  - serializedVersion: 1\n    m_State: {{fileID: {number}}}\n    m_Position: {{x: 300, y: {60 * i}, z: 0}}\n"
        for i, (_, number, _) in enumerate(states)
    )
    rest = (
        "  m_ChildStateMachines: []\n  m_AnyStateTransitions: []\n  m_EntryTransitions: []\n  m_StateMachineTransitions: {}\n  m_StateMachineBehaviours: []\n"
        "  m_AnyStatePosition: {x: 50, y: 20, z: 0}\n  m_EntryPosition: {x: 50, y: 120, z: 0}\n  m_ExitPosition: {x: 800, y: 120, z: 0}\n"
        "  m_ParentStateMachinePosition: {x: 800, y: 20, z: 0}\n"
    )
    documents.append(
        _object(
            1107,
            machine,
            "AnimatorStateMachine",
            f"  serializedVersion: 6\n  m_Name: Base Layer\n  m_ChildStates:\n{children}{rest}  m_DefaultState: {{fileID: {states[0][1]}}}\n",
        )
    )
    for tag, number, motion in states:
        body = (
            f"  serializedVersion: 6\n  m_Name: {tag}\n  m_Speed: 1\n  m_CycleOffset: 0\n  m_Transitions: []\n  m_StateMachineBehaviours: []\n"
            "  m_Position: {x: 50, y: 50, z: 0}\n  m_IKOnFeet: 0\n  m_WriteDefaultValues: 1\n  m_Mirror: 0\n  m_SpeedParameterActive: 0\n"
            "  m_MirrorParameterActive: 0\n  m_CycleOffsetParameterActive: 0\n  m_TimeParameterActive: 0\n"
            f"  m_Motion: {motion}\n  m_Tag: \n  m_SpeedParameter: \n  m_MirrorParameter: \n  m_CycleOffsetParameter: \n  m_TimeParameter: \n"
        )
        documents.append(_object(1102, number, "AnimatorState", body))
    return "".join(documents)
