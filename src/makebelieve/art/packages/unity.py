"""Unity (2021 and later): sheets with their sprites in the `.meta`, a clip for each row, a controller for each sprite. Text YAML.

Unity's rectangles count from the lower left; pivots are shares of the cell. Filter is point, compression none, no mipmaps. An interface kit is
a sheet whose sprites have borders for `Image.Type.Sliced` and `Tiled`, and a custom font with its material.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image

from makebelieve.art.packages.archive import Asset, Files, Package
from makebelieve.art.sheets import Row, Sheet, png_bytes
from makebelieve.art.sprites import Picture
from makebelieve.art.tiling import Tileset
from makebelieve.art.ui import Font, Kit

_HEAD: Final = "%YAML 1.1\n%TAG !u! tag:unity3d.com,2011:\n"
_CLIP: Final = 7400000
_CONTROLLER: Final = 9100000
_MATERIAL: Final = 2100000
_FONT: Final = 12800000
_TEXTURE: Final = 2800000
_BUILT_IN: Final = "0000000000000000f000000000000000"
_INTERFACE_SHADER: Final = 10770
"""`UI/Default` among what the engine brings: it shows a font's colours, where the shader of text would take the alpha alone."""
_INTERFACE_UNIT: Final = 100
"""Pixels a unit; a canvas counts with as many, so that a pixel of the kit is one of the canvas."""
_SPRITE_CLASS: Final = 213
_RENDERER_CLASS: Final = 212
_END: Final = "  userData: \n  assetBundleName: \n  assetBundleVariant: \n"
_NONE: Final = "{fileID: 0}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A sprite of a sheet; pixels from the upper left."""

    name: str
    x: int
    y: int
    width: int
    height: int
    pivot: tuple[float, float] = (0.5, 0.5)
    """Share of the width from the left, of the height from below."""
    border: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right, bottom of a nine-slice."""


def files(package: Package) -> Files:
    """`Assets/PROJECT/…`: unpack it over a Unity project."""
    out: Files = {}
    root = f"Assets/{package.project}"
    out[f"{root}.meta"] = (
        f"fileFormatVersion: 2\nguid: {package.guid(root)}\nfolderAsset: yes\nDefaultImporter:\n  externalObjects: {{}}\n{_END}".encode()
    )
    for asset in package.assets:
        at = f"{root}/{asset.name}"
        if isinstance(asset.content, Kit):
            _interface(package, out, at, asset.name, asset.content)
            continue
        if isinstance(asset.content, Tileset):
            tiles, side = asset.content, asset.content.tile
            high = tiles.image.height // tiles.frames
            cells = [
                Cell(
                    f"{asset.name}_{mask}" + (f"_{f}" if tiles.frames > 1 else ""),
                    i % tiles.columns * side,
                    i // tiles.columns * side + f * high,
                    side,
                    side,
                )
                for f in range(tiles.frames)
                for i, mask in enumerate(tiles.masks)
            ]
            _texture(package, out, at, tiles.image, cells, side)
            continue
        sheet = asset.sheet
        width, height = sheet.cell
        pivot = sheet.pivot[0] / width, 1 - sheet.pivot[1] / height
        cells = [
            Cell(_sprite_name(asset, row, i), i * width, j * height, width, height, pivot)
            for j, row in enumerate(sheet.rows)
            for i in range(len(row.frames))
        ]
        _texture(package, out, at, sheet.image, cells, height)
        if not isinstance(asset.content, Picture):
            _animations(package, out, at, asset, sheet)
    return out


def _sprite_name(asset: Asset, row: Row, i: int) -> str:
    return asset.name if row.clip == "default" else f"{asset.name}_{row.tag}_{i}"


def _texture(package: Package, out: Files, at: str, image: Image.Image, cells: Sequence[Cell], unit: int) -> None:
    """The picture and its import settings: a sheet of sprites, or a plain texture where there are no cells."""
    largest = 32
    while largest < max(image.size):
        largest *= 2
    names = [cell.name for cell in cells]
    lines = [
        "fileFormatVersion: 2",
        f"guid: {package.guid(at + '.png')}",
        "TextureImporter:",
        "  internalIDToNameTable:",
        *(f"  - first:\n      {_SPRITE_CLASS}: {package.number(at, name)}\n    second: {name}" for name in names),
        "  externalObjects: {}",
        "  serializedVersion: 12",
        "  mipmaps:\n    mipMapMode: 0\n    enableMipMap: 0\n    sRGBTexture: 1\n    linearTexture: 0",
        "  isReadable: 0",
        f"  maxTextureSize: {largest}",
        "  textureSettings:\n    serializedVersion: 2\n    filterMode: 0\n    aniso: 1\n    mipBias: 0\n    wrapU: 1\n    wrapV: 1\n    wrapW: 1",
        "  nPOTScale: 0",
        f"  spriteMode: {2 if cells else 0}\n  spriteExtrude: 1\n  spriteMeshType: 0\n  alignment: 0",
        "  spritePivot: {x: 0.5, y: 0.5}",
        f"  spritePixelsToUnits: {unit}",
        "  spriteBorder: {x: 0, y: 0, z: 0, w: 0}",
        f"  alphaUsage: 1\n  alphaIsTransparency: 1\n  textureType: {8 if cells else 0}\n  textureShape: 1",
        "  platformSettings:",
        "  - serializedVersion: 3\n    buildTarget: DefaultTexturePlatform",
        f"    maxTextureSize: {largest}\n    resizeAlgorithm: 0\n    textureFormat: -1\n    textureCompression: 0\n    compressionQuality: 50",
        "    crunchedCompression: 0\n    allowsAlphaSplitting: 0\n    overridden: 0",
        "  spriteSheet:",
        "    serializedVersion: 2",
        "    sprites:" if cells else "    sprites: []",
    ]
    for cell in cells:
        left, top, right, bottom = cell.border
        lines += [
            f"    - serializedVersion: 2\n      name: {cell.name}\n      rect:\n        serializedVersion: 2",
            f"        x: {cell.x}\n        y: {image.height - cell.y - cell.height}\n        width: {cell.width}\n        height: {cell.height}",
            f"      alignment: 9\n      pivot: {{x: {cell.pivot[0]:g}, y: {cell.pivot[1]:g}}}",
            f"      border: {{x: {left}, y: {bottom}, z: {right}, w: {top}}}",
            "      outline: []\n      physicsShape: []\n      tessellationDetail: 0\n      bones: []",
            f"      spriteID: {package.guid(at, cell.name)}\n      internalID: {package.number(at, cell.name)}",
            "      vertices: []\n      indices: \n      edges: []\n      weights: []",
        ]
    lines += [
        "    outline: []\n    physicsShape: []\n    bones: []\n    spriteID: ",
        "    internalID: 0\n    vertices: []\n    indices: \n    edges: []\n    weights: []\n    secondaryTextures: []",
        "    nameFileIdTable:" if cells else "    nameFileIdTable: {}",
        *(f"      {name}: {package.number(at, name)}" for name in names),
    ]
    out[f"{at}.png"] = png_bytes(image)
    out[f"{at}.png.meta"] = ("\n".join(lines) + "\n" + _END).encode()


def _interface(package: Package, out: Files, at: str, name: str, kit: Kit) -> None:
    """The sheet of a kit, its elements named `NAME_ELEMENT`, cursors with their hot spots as pivots; and `NAME-font.fontsettings`."""
    cells = []
    for one in kit.elements.values():
        width, height = one.size
        pivot = (0.5, 0.5) if one.pivot is None else (one.pivot[0] / width, 1 - one.pivot[1] / height)
        cells.append(Cell(f"{name}_{one.name}", one.x, one.y, width, height, pivot, one.slice or (0, 0, 0, 0)))
    _texture(package, out, at, kit.image, cells, _INTERFACE_UNIT)
    font = kit.font(name=f"{name}-font")
    _texture(package, out, f"{at}-font", font.image, (), _INTERFACE_UNIT)
    texture = f"{{fileID: {_TEXTURE}, guid: {package.guid(f'{at}-font.png')}, type: 3}}"
    _native(package, out, f"{at}-font.mat", _MATERIAL, _HEAD + _material(font.name, texture))
    material = f"{{fileID: {_MATERIAL}, guid: {package.guid(f'{at}-font.mat')}, type: 2}}"
    _native(package, out, f"{at}-font.fontsettings", _FONT, _HEAD + _custom_font(font, texture, material))


def _material(name: str, texture: str) -> str:
    body = (
        f"  serializedVersion: 6\n  m_Name: {name}\n  m_Shader: {{fileID: {_INTERFACE_SHADER}, guid: {_BUILT_IN}, type: 0}}\n"
        "  m_ShaderKeywords: \n  m_LightmapFlags: 4\n  m_EnableInstancingVariants: 0\n  m_DoubleSidedGI: 0\n  m_CustomRenderQueue: -1\n"
        "  stringTagMap: {}\n  disabledShaderPasses: []\n  m_SavedProperties:\n    serializedVersion: 3\n    m_TexEnvs:\n    - _MainTex:\n"
        f"        m_Texture: {texture}\n        m_Scale: {{x: 1, y: 1}}\n        m_Offset: {{x: 0, y: 0}}\n"
        "    m_Floats: []\n    m_Colors:\n    - _Color: {r: 1, g: 1, b: 1, a: 1}\n"
    )
    return _object(21, _MATERIAL, "Material", body)


def _custom_font(font: Font, texture: str, material: str) -> str:
    """Rectangles of the texture are shares from the lower left; those of the glyphs are pixels from the baseline, heights negative."""
    wide, high = font.image.size
    rects = []
    for one in sorted(font.glyphs, key=lambda glyph: glyph.character):
        rects.append(
            f"  - serializedVersion: 2\n    index: {ord(one.character)}\n    uv:\n      serializedVersion: 2\n      x: {one.x / wide:.9g}\n"
            f"      y: {1 - (one.y + one.height) / high:.9g}\n      width: {one.width / wide:.9g}\n      height: {one.height / high:.9g}\n"
            f"    vert:\n      serializedVersion: 2\n      x: {one.xoffset}\n      y: {font.base - one.yoffset}\n      width: {one.width}\n"
            f"      height: {-one.height}\n    advance: {one.advance}\n    flipped: 0\n"
        )
    body = (
        f"  m_Name: {font.name}\n  serializedVersion: 5\n  m_LineSpacing: {font.line_height}\n  m_DefaultMaterial: {material}\n"
        f"  m_FontSize: {font.line_height}\n  m_Texture: {texture}\n  m_AsciiStartOffset: 0\n  m_Tracking: 1\n  m_CharacterSpacing: 0\n"
        "  m_CharacterPadding: 0\n  m_ConvertCase: 0\n  m_CharacterRects:\n"
        + "".join(rects)
        + f"  m_KerningValues: []\n  m_PixelScale: 0.1\n  m_FontData: \n  m_Ascent: {font.base}\n  m_Descent: {font.base - font.line_height}\n"
        "  m_DefaultStyle: 0\n  m_FontNames: []\n  m_FallbackFonts: []\n  m_FontRenderingMode: 0\n  m_UseLegacyBoundsCalculation: 0\n"
        "  m_ShouldRoundAdvanceValue: 1\n"
    )
    return _object(128, _FONT, "Font", body)


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
