"""Pictures on one sheet: packing, and small PNGs of few colours."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import Image

WIDTH: Final = 512
_GAP: Final = 1


def packed(pictures: Sequence[Image.Image], width: int = WIDTH) -> tuple[Image.Image, list[tuple[int, int]]]:
    """One RGBA sheet of shelves, tallest first, and where each picture lies. Equal pictures share a place."""
    keys = [(picture.size, picture.tobytes()) for picture in pictures]
    order = sorted(dict.fromkeys(keys), key=lambda key: (-key[0][1], -key[0][0], key[1]))
    places: dict[tuple[tuple[int, int], bytes], tuple[int, int]] = {}
    x = y = shelf = 0
    for key in order:
        (w, h), _ = key
        if x + w > width and x > 0:
            x, y, shelf = 0, y + shelf + _GAP, 0
        places[key] = (x, y)
        x, shelf = x + w + _GAP, max(shelf, h)
    across = max((place[0] + key[0][0] for key, place in places.items()), default=1)
    sheet = Image.new("RGBA", (across, max(1, y + shelf)))
    for (size, data), place in places.items():
        sheet.paste(Image.frombytes("RGBA", size, data), place)
    return sheet, [places[key] for key in keys]


def png(image: Image.Image) -> bytes:
    """The picture with a palette where it has at most 256 colours (alpha 0 or 255), which is a third of the bytes."""
    pixels = np.asarray(image.convert("RGBA")).copy()
    pixels[pixels[..., 3] == 0] = 0
    words, index = np.unique(pixels.reshape(-1, 4).view(np.uint32)[:, 0], return_inverse=True)
    out = io.BytesIO()
    if len(words) > 256:
        Image.fromarray(pixels).save(out, "PNG", optimize=True)
        return out.getvalue()
    table = words.view(np.uint8).reshape(-1, 4)
    small = Image.fromarray(index.reshape(pixels.shape[:2]).astype(np.uint8), "P")
    small.putpalette(table[:, :3].tobytes(), "RGB")
    clear = [i for i, row in enumerate(table) if row[3] == 0]
    small.save(out, "PNG", optimize=True, **({"transparency": clear[0]} if clear else {}))
    return out.getvalue()
