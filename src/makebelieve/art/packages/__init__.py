"""Engine packages: pictures, sheets and tilesets as the files that a game engine reads, in one ZIP of always the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from makebelieve.art.packages import gamemaker, godot, rpgmaker, unity, web
from makebelieve.art.packages.archive import Asset, Content, Files, Package, zipped
from makebelieve.kit.errors import invalid

MOST: Final = 256
"""Assets in one package."""
_WRITERS: Final[dict[str, Callable[[Package], Files]]] = {
    "godot": godot.files,
    "unity": unity.files,
    "gamemaker": gamemaker.files,
    "phaser": web.phaser_files,
    "rpgmaker-mz": rpgmaker.files,
    "aseprite": web.aseprite_files,
}
TARGETS: Final = tuple(_WRITERS)


def package(assets: Mapping[str, Content], target: str, *, project: str = "makebelieve", seed: int = 0) -> bytes:
    """A ZIP with the assets (name -> picture, animation, sheet, tileset or interface kit) as `target` reads them.

    Names are letters, digits, `_` and `-`, the first a letter, and so is `project`, the folder that holds everything. Identifiers that an
    engine wants are made of `seed`, project and name. Equal arguments give equal bytes. Raises Problem (422) naming the field.
    """
    if target not in _WRITERS:
        raise invalid("target", f"{target!r} is none of them", TARGETS)
    if not 1 <= len(assets) <= MOST:
        raise invalid("assets", f"{len(assets)} assets; a package has 1 to {MOST}")
    if len({name.lower() for name in assets}) < len(assets):
        raise invalid("assets", "two names differ in capitals only: some file systems hold them for one")
    for path, name in (("project", project), *(("assets", name) for name in assets)):
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,63}", name):
            raise invalid(path, f"{name!r} is no name: 1 to 64 letters, digits, _ and -, the first a letter")
    return zipped(_WRITERS[target](Package(project, seed, tuple(Asset(name, content) for name, content in assets.items()))))
