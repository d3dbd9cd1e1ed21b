"""Interface kits as engines read them: a Godot 4 theme, a Phaser atlas whose frames are nine-slices, Aseprite slices; and the font beside them."""

from __future__ import annotations

import json
from typing import Any, Final

from makebelieve.art.color import RGB, parse_hex
from makebelieve.art.sheets import png_bytes
from makebelieve.art.ui import Element, Kit

Files = dict[str, bytes]
_STYLES: Final = (
    ("Panel/styles/panel", "panel"), ("PanelContainer/styles/panel", "panel"), ("PopupPanel/styles/panel", "panel"),
    ("Button/styles/normal", "button-normal"), ("Button/styles/hover", "button-hover"), ("Button/styles/pressed", "button-pressed"),
    ("Button/styles/disabled", "button-disabled"), ("LineEdit/styles/normal", "panel-inset"), ("ProgressBar/styles/background", "bar-frame"),
    ("ProgressBar/styles/fill", "bar-health"), ("HSlider/styles/slider", "slider-track"), ("TabContainer/styles/tab_selected", "tab-active"),
    ("TabContainer/styles/tab_unselected", "tab-idle"), ("TabContainer/styles/panel", "panel"),
)  # fmt: skip
_ICONS: Final = (
    ("CheckBox/icons/checked", "checkbox-on"), ("CheckBox/icons/unchecked", "checkbox-off"), ("CheckBox/icons/radio_checked", "radio-on"),
    ("CheckBox/icons/radio_unchecked", "radio-off"), ("CheckButton/icons/checked", "switch-on"), ("CheckButton/icons/unchecked", "switch-off"),
    ("HSlider/icons/grabber", "slider-knob"), ("HSlider/icons/grabber_highlight", "slider-knob"),
)  # fmt: skip
_LABELS: Final = (
    ("Label/colors/font_color", "panel"), ("Button/colors/font_color", "button-normal"), ("Button/colors/font_hover_color", "button-hover"),
    ("Button/colors/font_pressed_color", "button-pressed"), ("Button/colors/font_disabled_color", "button-disabled"),
    ("LineEdit/colors/font_color", "panel-inset"), ("CheckBox/colors/font_color", "panel"), ("TabContainer/colors/font_selected_color", "tab-active"),
    ("TabContainer/colors/font_unselected_color", "tab-idle"),
)  # fmt: skip
_FONT_IMPORT: Final = """[remap]

importer="font_data_bmfont"
type="FontFile"

[deps]

source_file="{source}"

[params]

fallbacks=[]
compress=true
scaling_mode=2
"""


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _font_files(kit: Kit, at: str, *, xml: bool) -> Files:
    font = kit.font(name=f"{at.rsplit('/', 1)[-1]}-font")
    description = {f"{at}-font.xml": font.xml} if xml else {f"{at}-font.fnt": font.fnt}
    return {f"{at}-font.png": png_bytes(font.image), **{path: text.encode() for path, text in description.items()}}


def phaser_files(kit: Kit, at: str) -> Files:
    """Atlas for `load.atlas`: frames are the elements, nine-slices carry `scale9Borders` for `add.nineslice`; `NAME-font.xml` is for `load.bitmapFont`."""
    name = at.rsplit("/", 1)[-1]
    frames: dict[str, Any] = {}
    for one in kit.elements.values():
        width, height = one.size
        frames[one.name] = {
            "frame": {"x": one.x, "y": one.y, "w": width, "h": height},
            "rotated": False,
            "trimmed": False,
            "spriteSourceSize": {"x": 0, "y": 0, "w": width, "h": height},
            "sourceSize": {"w": width, "h": height},
        }
        if one.slice is not None:
            left, top, right, bottom = one.slice
            frames[one.name]["scale9Borders"] = {"x": left, "y": top, "w": width - left - right, "h": height - top - bottom}
        if one.pivot is not None:
            frames[one.name]["pivot"] = {"x": one.pivot[0] / width, "y": one.pivot[1] / height}
    size = {"w": kit.image.width, "h": kit.image.height}
    meta = {"app": "Makebelieve", "image": f"{name}.png", "format": "RGBA8888", "size": size, "scale": "1"}
    return {f"{at}.png": png_bytes(kit.image), f"{at}.json": _json({"frames": frames, "meta": meta}), **_font_files(kit, at, xml=True)}


def aseprite_files(kit: Kit, at: str) -> Files:
    """The sheet, its slices, and the font."""
    manifest = kit.manifest
    manifest["meta"]["image"] = f"{at.rsplit('/', 1)[-1]}.png"
    return {f"{at}.png": png_bytes(kit.image), f"{at}.json": _json(manifest), **_font_files(kit, at, xml=False)}


def _region(one: Element) -> str:
    return f"Rect2({one.x}, {one.y}, {one.image.width}, {one.image.height})"


def _style(one: Element) -> list[str]:
    assert one.slice is not None
    sides = ("left", "top", "right", "bottom")
    lines = ['texture = ExtResource("1")']
    lines += [f"texture_margin_{side} = {float(value)}" for side, value in zip(sides, one.slice, strict=True)]
    lines += [f"content_margin_{side} = {float(value)}" for side, value in zip(sides, one.content, strict=True)]
    lines.append(f"region_rect = {_region(one)}")
    if one.fill == "tile":
        lines += ["axis_stretch_horizontal = 1", "axis_stretch_vertical = 1"]
    return lines


def _color(color: RGB) -> str:
    return "Color({:.4f}, {:.4f}, {:.4f}, 1)".format(*(channel / 255 for channel in color))


def godot_files(kit: Kit, at: str) -> Files:
    """`NAME.tres`, a Theme for the root of an interface (set its texture filter to nearest), and each element as `NAME/ELEMENT.tres`.

    Nine-slices are StyleBoxTexture, other elements AtlasTexture; the theme's font is `NAME-font.fnt`.
    """
    picture, font = f"res://{at}.png", f"res://{at}-font.fnt"
    out: Files = {f"{at}.png": png_bytes(kit.image), **_font_files(kit, at, xml=False)}
    out[f"{at}-font.fnt.import"] = _FONT_IMPORT.format(source=font).encode()
    used = list(dict.fromkeys(name for _, name in (*_STYLES, *_ICONS)))
    lines = [
        f'[gd_resource type="Theme" load_steps={len(used) + 3} format=3]',
        "",
        f'[ext_resource type="Texture2D" path="{picture}" id="1"]',
        f'[ext_resource type="FontFile" path="{font}" id="2"]',
    ]
    for name in used:
        one = kit.element(name)
        kind = "AtlasTexture" if one.slice is None else "StyleBoxTexture"
        body = ['atlas = ExtResource("1")', f"region = {_region(one)}"] if one.slice is None else _style(one)
        lines += ["", f'[sub_resource type="{kind}" id="{_identifier(name)}"]', *body]
    lines += ["", "[resource]", 'default_font = ExtResource("2")', f"default_font_size = {12 * kit.scale}"]
    lines += [f'{key} = SubResource("{_identifier(name)}")' for key, name in (*_STYLES, *_ICONS)]
    lines += [*(f"{key} = {_color(parse_hex(kit.label(name)))}" for key, name in _LABELS), ""]
    out[f"{at}.tres"] = "\n".join(lines).encode()
    for one in kit.elements.values():
        kind = "AtlasTexture" if one.slice is None else "StyleBoxTexture"
        body = ['atlas = ExtResource("1")', f"region = {_region(one)}"] if one.slice is None else _style(one)
        head = [f'[gd_resource type="{kind}" load_steps=2 format=3]', "", f'[ext_resource type="Texture2D" path="{picture}" id="1"]']
        out[f"{at}/{one.name}.tres"] = "\n".join([*head, "", "[resource]", *body, ""]).encode()
    return out


def _identifier(name: str) -> str:
    return name.replace("-", "_")
