"""The pieces of a kit, each drawn from the theme's plates and the stamps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from makebelieve.art.color import RGB, to_oklab
from makebelieve.art.ui import stamps
from makebelieve.art.ui.plates import Box, Paints, Pixels, corners, letters, over, plate, plate_mask, stamped
from makebelieve.art.ui.textures import PERIOD, texture
from makebelieve.art.ui.themes import LINE, Band, Theme

_LIP: Final = 2
"""Rows of a button's side, seen from above; a pressed one shows none."""


@dataclass(frozen=True)
class Piece:
    """An element at scale 1."""

    pixels: Pixels
    slice: Box | None = None
    content: Box = (0, 0, 0, 0)
    tiled: bool = False
    pivot: tuple[int, int] | None = None


def _even(inset: int) -> Box:
    return inset, inset, inset, inset


@dataclass(frozen=True)
class _Maker:
    theme: Theme
    paint: Paints
    seed: int

    @property
    def face(self) -> RGB:
        return self.paint.face[1]

    def _corner(self) -> np.ndarray[tuple[int, ...], np.dtype[np.str_]]:
        return letters(stamps.CORNERS[self.theme.ornament])

    def _inset(self) -> int:
        """What the corners of a panel take: the ornament with its outline, or the bands."""
        ornament = max(self._corner().shape) + 1 if self.theme.ornament != "none" else 0
        return max(ornament, self.theme.margin + len(self.theme.panel) + 1, self.theme.margin + len(self.theme.corner) + 1)

    def _panel(self, width: int, height: int, fill: RGB, *, tiled: bool = False) -> Pixels:
        theme, paint, margin = self.theme, self.paint, self.theme.margin
        body = plate(width - 2 * margin, height - 2 * margin, theme.corner, theme.panel, fill, paint)
        out = np.zeros((height, width, 4), np.uint8)
        over(out, body, margin, margin)
        if tiled:
            self._grow(out)
        if theme.ornament == "none":
            return out
        return corners(out, self._corner(), paint, flat=theme.ornament in ("scroll", "gloss"))

    def _grow(self, out: Pixels) -> None:
        """Lay the texture on the face, and joints or stripes on the frame; in place. The middle is one period long."""
        theme = self.theme
        inset = self._inset()
        height, width = out.shape[:2]
        steps = texture(theme.texture, self.seed)
        tones = np.array(self.paint.face, np.uint8)[steps + 1]
        whole = np.roll(tones, (inset, inset), (0, 1))
        whole = np.tile(whole, (-(-height // PERIOD), -(-width // PERIOD), 1))[:height, :width]
        face = (out[..., :3] == np.array(self.face, np.uint8)).all(axis=2) & (out[..., 3] > 0)
        edge = theme.margin + len(theme.panel)
        face[:edge], face[height - edge :], face[:, :edge], face[:, width - edge :] = False, False, False, False
        out[face, :3] = whole[face]
        self._frame_joints(out, inset, edge)

    def _frame_joints(self, out: Pixels, inset: int, edge: int) -> None:
        theme, paint = self.theme, self.paint
        height, width = out.shape[:2]
        first = theme.margin + 1
        if theme.name == "stone":
            for at in (inset + 7, inset + 23):
                for rows in (np.s_[first : edge - 1], np.s_[height - edge + 1 : height - first]):
                    out[rows, at, :3] = paint.ramps["frame"][0]
                    out[rows, at + 1, :3] = paint.ramps["frame"][4]
                    out[at, rows, :3] = paint.ramps["frame"][0]
                    out[at + 1, rows, :3] = paint.ramps["frame"][4]
        elif theme.name == "candy":
            # a cane: stripes that run on around the frame
            y, x = np.mgrid[0:height, 0:width]
            stripe = (x + y - 2 * inset) % 8 < 4
            ring = np.zeros((height, width), bool)
            ring[first + 1 : height - first - 1, first + 1 : width - first - 1] = True
            ring[edge - 2 : height - edge + 2, edge - 2 : width - edge + 2] = False
            ring &= plate_mask(width, height, theme.corner)
            out[ring & stripe, :3] = paint.ramps["trim"][3]

    def panels(self) -> dict[str, Piece]:
        inset = self._inset()
        content = _even(self.theme.margin + len(self.theme.panel) + 3)
        side = 2 * inset + 8
        tiled = 2 * inset + PERIOD
        well = plate(24, 24, self.theme.small, self.theme.well, self.paint.ramps["well"][2], self.paint)
        return {
            "panel": Piece(self._panel(side, side, self.face), _even(inset), content),
            "panel-tiled": Piece(self._panel(tiled, tiled, self.face, tiled=True), _even(inset), content, tiled=True),
            "panel-inset": Piece(well, _even(8), _even(len(self.theme.well) + 2)),
            **self._dialogue(inset),
        }

    def _dialogue(self, inset: int) -> dict[str, Piece]:
        theme, paint = self.theme, self.paint
        edge = theme.margin + len(theme.panel)
        box = self._panel(2 * inset + 24, 2 * inset + 8, self.face)
        name = plate(24, 18, theme.small, theme.button, paint.ramps["button"][2], paint)
        more = stamped(letters(stamps.SIGNS["more"]), paint, flat=theme.flat)
        return {
            "dialogue": Piece(box, _even(inset), (edge + 5, edge + 3, edge + 5, edge + 4)),
            "dialogue-name": Piece(name, _even(8), (6, 2, 6, 4)),
            "dialogue-more": Piece(more),
        }

    def _button(self, width: int, height: int, ramp: str, state: str, lip: int) -> Pixels:
        theme, paint = self.theme, self.paint
        bands = tuple((ramp, a, b) if name == "button" else (name, a, b) for name, a, b in theme.button)
        tone = 2
        if theme.flat:
            tone = {"pressed": 1, "disabled": 1}.get(state, 2)
            bands = tuple((name, tone, tone) for name, _, _ in bands)
        elif state == "hover":
            bands = tuple((name, min(4, a + 1), min(4, b + 1)) if name != "line" else LINE for name, a, b in bands)
        elif state == "disabled":
            bands = tuple((name, a - 1, max(0, b - 1)) if name == ramp else band for band in bands for name, a, b in (band,))
            tone = 1
        elif state == "pressed":
            bands = tuple((name, min(a, b), max(a, b) - 1) if name != "line" else LINE for name, a, b in bands)
            # a dark label must read on a pressed button as well
            tone = 1 if to_oklab(paint.ink)[0] > 0.6 else 2
        out = np.zeros((height, width, 4), np.uint8)
        if lip and not theme.flat:
            under = plate(width, height, theme.small, (LINE,), paint.ramps[ramp][0], paint)
            over(out, under, 0, 0)
            if state == "pressed":
                out[:lip] = 0
                over(out, plate(width, height - lip, theme.small, bands, paint.ramps[ramp][tone], paint), 0, lip)
            else:
                over(out, plate(width, height - lip, theme.small, bands, paint.ramps[ramp][tone], paint), 0, 0)
        else:
            over(out, plate(width, height, theme.small, bands, paint.ramps[ramp][tone], paint), 0, 0)
        return out

    def buttons(self) -> dict[str, Piece]:
        drawn = {}
        lip = 0 if self.theme.flat else _LIP
        edge = len(self.theme.button) + 2
        for state in ("normal", "hover", "pressed", "disabled"):
            down = lip if state == "pressed" else 0
            pixels = self._button(24, 22, {"disabled": "grey", "hover": "hover"}.get(state, "button"), state, lip)
            # the line's upper three rows are for accents: a label is set a row higher than its box would have it
            drawn[f"button-{state}"] = Piece(pixels, (8, 8, 8, 8), (edge, 2 + down, edge, 5 + lip - down))
        return drawn

    def hearts(self) -> dict[str, Piece]:
        drawing = letters(stamps.HEART)
        full = stamped(drawing, self.paint, flat=self.theme.flat)
        bare = np.where(drawing == "*", "R", drawing)
        empty = stamped(bare, replace(self.paint, ramps={**self.paint.ramps, "red": self.paint.ramps["dark"]}), flat=self.theme.flat)
        half = empty.copy()
        half[:, : half.shape[1] // 2] = full[:, : half.shape[1] // 2]
        return {"heart-full": Piece(full), "heart-half": Piece(half), "heart-empty": Piece(empty)}

    def bars(self) -> dict[str, Piece]:
        theme, paint = self.theme, self.paint
        edge = len(theme.well)
        frame = plate(24, 6 + 2 * edge, theme.small, theme.well, paint.ramps["well"][1], paint)
        side = max(edge, len(theme.small)) + 1
        half = (frame.shape[0] - 1) // 2
        drawn = {"bar-frame": Piece(frame, (side, half, side, half), _even(edge))}
        for kind, ramp in (("health", "red"), ("mana", "blue"), ("xp", "gold"), ("stamina", "green")):
            tones = paint.ramps[ramp]
            fill = np.full((6, 8, 4), 255, np.uint8)
            rows = (3, 3, 3, 3, 3, 3) if theme.flat else (3, 4, 3, 2, 2, 1)
            fill[..., :3] = np.array([tones[n] for n in rows], np.uint8)[:, None]
            if not theme.flat:
                fill[:, 0, :3], fill[:, -1, :3] = tones[3], tones[1]
            drawn[f"bar-{kind}"] = Piece(fill, (2, 3, 2, 2))
        return drawn

    def slots(self) -> dict[str, Piece]:
        theme, paint = self.theme, self.paint
        plain = plate(24, 24, theme.small, theme.well, paint.ramps["well"][2], paint)
        line: tuple[Band, ...] = () if theme.flat else (LINE,)
        chosen: tuple[Band, ...] = (*line, ("accent", 4, 3), ("accent", 3, 2))
        marked = plate(24, 24, theme.small, chosen, paint.ramps["well"][3], paint)
        grey: tuple[Band, ...] = (*line, ("grey", 1, 1))
        closed = plate(24, 24, theme.small, grey, paint.ramps["well"][1], paint)
        return {
            f"slot-{name}": Piece(one, _even(8), _even(4)) for name, one in (("normal", plain), ("selected", marked), ("disabled", closed))
        }

    def controls(self) -> dict[str, Piece]:
        theme, paint = self.theme, self.paint
        box = plate(14, 14, theme.small[-1:] if theme.small[-1] else (0,), theme.well, paint.ramps["well"][2], paint)
        ticked = box.copy()
        tick = stamped(letters(stamps.SIGNS["tick"]), paint, flat=theme.flat)
        over(ticked, tick, (14 - tick.shape[1]) // 2, (14 - tick.shape[0]) // 2)
        ring = plate(14, 14, (5, 3, 2, 1, 1), theme.well, paint.ramps["well"][2], paint)
        dotted = ring.copy()
        dot = stamped(letters(stamps.SIGNS["dot"]), paint, flat=theme.flat)
        over(dotted, dot, (14 - dot.shape[1]) // 2, (14 - dot.shape[0]) // 2)
        track = plate(24, 8, (1,), theme.well[:1] + theme.well[-1:], paint.ramps["well"][1], paint)
        knob = self._button(10, 16, "accent" if theme.flat else "button", "normal", 0 if theme.flat else _LIP)
        lever = {}
        for on in (False, True):
            slot = plate(26, 14, (4, 2, 1, 1), theme.well, paint.ramps["green" if on else "well"][2], paint)
            round_knob = plate(14, 14, (4, 2, 1, 1), theme.button, paint.ramps["button"][2], paint)
            over(slot, round_knob, 12 if on else 0, 0)
            lever[f"switch-{'on' if on else 'off'}"] = Piece(slot)
        return {
            "checkbox-off": Piece(box), "checkbox-on": Piece(ticked), "radio-off": Piece(ring), "radio-on": Piece(dotted), **lever,
            "slider-track": Piece(track, (4, 3, 4, 3), _even(2)), "slider-knob": Piece(knob),
        }  # fmt: skip

    def tabs(self) -> dict[str, Piece]:
        """Plates that lie open below; the chosen one has the panel's face and covers its upper edge."""
        theme, paint = self.theme, self.paint
        edge = len(theme.panel)
        active = plate(28, 20 + 12, theme.small, theme.panel, self.face, paint)[:20]
        idle = np.zeros_like(active)
        over(idle, plate(28, 18 + 12, theme.small, theme.panel, paint.ramps["well"][2], paint)[:18], 0, 2)
        inset = (max(8, edge + 2), max(8, edge + 4), max(8, edge + 2), 4)
        return {
            "tab-active": Piece(active, inset, (edge + 2, edge, edge + 2, 1)),
            "tab-idle": Piece(idle, inset, (edge + 2, edge + 2, edge + 2, 1)),
        }

    def pointers(self) -> dict[str, Piece]:
        drawn = {}
        for name, stamp in stamps.CURSORS.items():
            x, y = stamps.HOT_SPOTS[name]
            # a cursor without a line would vanish on what has its colour, flat or not
            drawn[name] = Piece(stamped(letters(stamp), self.paint), pivot=(x + (name != "cursor"), y + (name != "cursor")))
        left = letters(stamps.SIGNS["arrow"])
        for way, turned in (("left", left), ("right", left[:, ::-1]), ("up", left.T), ("down", left.T[::-1])):
            drawn[f"arrow-{way}"] = Piece(stamped(turned, self.paint, flat=self.theme.flat))
        return drawn

    def icons(self) -> dict[str, Piece]:
        """Every icon in the middle of a square of 16 px."""
        drawn = {}
        for name, stamp in stamps.ICONS.items():
            one = stamped(letters(stamp), self.paint, flat=self.theme.flat)
            cell = np.zeros((16, 16, 4), np.uint8)
            over(cell, one, (16 - one.shape[1]) // 2, (16 - one.shape[0]) // 2)
            drawn[f"icon-{name}"] = Piece(cell)
        return drawn


def pieces(theme: Theme, paint: Paints, seed: int) -> dict[str, Piece]:
    """Name -> piece of the whole kit, at scale 1."""
    make = _Maker(theme, paint, seed)
    return {
        **make.panels(), **make.buttons(), **make.hearts(), **make.bars(), **make.slots(), **make.controls(), **make.tabs(), **make.pointers(),
        **make.icons(),
    }  # fmt: skip
