"""What the doors of the library hand out: one picture, or one clip."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image

from makebelieve.art import sheets
from makebelieve.art.quality import Report
from makebelieve.art.spec import SpriteSpec
from makebelieve.art.styles.vector import Drawing
from makebelieve.kit.errors import invalid


@dataclass(frozen=True)
class Picture:
    """A finished picture."""

    image: Image.Image
    """RGBA."""
    spec: Any
    report: Report
    pivot: tuple[int, int] = (0, 0)
    """Where it stands: pixels from the top left."""
    drawing: Drawing | None = None
    """Vector style: the curves that both `.image` and `.svg` are made of."""

    @property
    def svg(self) -> str | None:
        """The same picture as SVG text; vector style only."""
        return None if self.drawing is None else self.drawing.svg()

    def save(self, path: str | Path) -> Path:
        """Write it as PNG (or what the suffix says; `.svg` in vector style only, else Problem 422); the path written."""
        target = Path(path)
        if target.suffix.lower() == ".svg":
            target.write_text(_written(self.svg), "utf-8")
        elif target.suffix.lower() == ".png":
            target.write_bytes(sheets.png_bytes(self.image))
        else:
            self.image.save(target)
        return target


def _written(svg: str | None) -> str:
    if svg is None:
        raise invalid("style", "only vector pictures can be saved as SVG", ("vector",))
    return svg


@dataclass(frozen=True)
class Animation:
    """One clip in one or more directions."""

    rows: tuple[sheets.Row, ...]
    spec: SpriteSpec
    pivot: tuple[int, int]
    problems: tuple[str, ...]
    """What the quality gate says; empty when all is well."""
    name: str = field(default="sheet.png")
    drawings: tuple[tuple[str, ...], ...] = ()
    """Vector style: the frames of every row as SVG texts."""

    @property
    def frames(self) -> list[Image.Image]:
        """The frames of the first direction."""
        return list(self.rows[0].frames)

    @property
    def svgs(self) -> list[str]:
        """The frames of the first direction as SVG texts; empty but in vector style."""
        return list(self.drawings[0]) if self.drawings else []

    @property
    def durations(self) -> list[int]:
        return list(self.rows[0].durations)

    @property
    def image(self) -> Image.Image:
        return self.sheet

    @property
    def report(self) -> tuple[str, ...]:
        return self.problems

    @cached_property
    def sheet(self) -> Image.Image:
        """A row a direction."""
        return sheets.compose(self.rows)

    @property
    def manifest(self) -> dict[str, Any]:
        """Aseprite's JSON."""
        return sheets.aseprite(self.rows, self.pivot, self.name)

    def save(self, path: str | Path) -> Path:
        """Write the sheet as PNG."""
        target = Path(path)
        target.write_bytes(sheets.png_bytes(self.sheet))
        return target

    def save_gif(self, path: str | Path, *, scale: int = 1) -> Path:
        """Write the first direction as an animated GIF."""
        target = Path(path)
        target.write_bytes(sheets.preview(self.frames, self.durations, "gif", scale=scale))
        return target
