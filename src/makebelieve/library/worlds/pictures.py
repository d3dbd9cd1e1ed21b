"""The pictures of worlds: the place that a scene's prose shows, and the player's figure. Drawn by `art`, which knows nothing of worlds."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from PIL import Image

from makebelieve import art
from makebelieve.kit.errors import Problem
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import lemma, tokenise
from makebelieve.library.worlds import cast, grounds, scenery

SIZE: Final = (480, 270)
"""Pixels of a scene."""
ENTRANCE: Final = (960, 540)
"""Pixels of the entrance picture and cover."""
FIGURE: Final = 64
BESIDE: Final = 34
"""Pixels between figures that stand side by side."""
THING: Final = 48
FIGURE_FRAMES: Final = 4
FIGURE_FPS: Final = 5
# What the painter draws of a word that it does not know, a name for one; and the words that do mean it.
_UNKNOWN: Final = "parcel"
_PARCELS: Final = frozenset(("parcel", "package", "gift", "present", "box", "packet"))
# What the painter notes where it goes by a word's category alone.
_GUESSED: Final = "is in no "
# What a bill or a poster may be drawn as, though the painter does not know the word: a sheet of paper.
_ON_PAPER: Final = frozenset(("poster", "leaflet", "list", "newspaper", "bill", "page", "sheet", "pamphlet", "handbill"))
_ONLY: Final = {
    "shelf": frozenset(("bookshelf", "bookcase", "book", "books", "library")),
    "sign": frozenset(("sign", "signpost", "notice", "billboard", "menu", "signboard")),
}
# Words of people that mean a monster to a painter of games.
_NOBODY: Final = frozenset(("walker", "champion"))

Painted = dict[str, dict[str, Any]]


def backdrop_of(
    name: str,
    state: dict[str, Any],
    seed: int,
    hour: str | None = None,
    site: str | None = None,
    land: str | None = None,
    marks: tuple[str, ...] = (),
) -> art.Backdrop:
    """The place that a state's prose speaks of, as parallax layers of `SIZE`; at `hour` where the prose says none.

    `site`: the row of the tables of places that the state was told from, where that is known. `land`: the biome of the land about it.
    `marks`: words for what stands there, by which its prose is still that of the row.
    """
    # What a place is called goes before what stands in it.
    place = " ".join((name.replace("_", " ").replace("-", " "), str(state["base"])))[:480]
    light = grounds.light_for(name, state, hour)
    sight = grounds.sight_for(name, state, site, land, marks)
    biome, room, vista = (None, "", None) if sight is None else (sight.biome, sight.room, sight.vista)
    return art.backdrop(place, SIZE, derive_seed(seed, f"scene:{name}"), biome=biome, room=room, vista=vista, time=light)


def site_of(world: dict[str, Any], name: str) -> str | None:
    """What the world's maker noted of a state's place."""
    sites = (world.get("metadata") or {}).get(grounds.NOTED)
    noted = sites.get(name) if isinstance(sites, dict) else None
    return noted if isinstance(noted, str) else None


def marks_of(world: dict[str, Any], name: str) -> tuple[str, ...]:
    """What the world's maker noted as standing in a state's place."""
    landmarks = (world.get("metadata") or {}).get(grounds.MARKED)
    noted = landmarks.get(name) if isinstance(landmarks, dict) else None
    return tuple(one for one in noted if isinstance(one, str)) if isinstance(noted, list) else ()


def hour_of(world: dict[str, Any]) -> str | None:
    """The hour that the premise speaks of, if the world's maker noted one."""
    understood = (world.get("metadata") or {}).get("understood") or {}
    hour = understood.get("hour") if isinstance(understood, dict) else None
    return hour if isinstance(hour, str) else None


def paint(world: dict[str, Any], names: Iterable[str], seed: int) -> tuple[Painted, dict[str, str]]:
    """For those states of a world what `scenery` keeps, without `src`; and the pictures as base64, by state."""
    painted: Painted = {}
    files = {}
    states, hour = world["scene"]["states"], hour_of(world)
    for name in names:
        land = grounds.land_about(world, name)
        backdrop = backdrop_of(name, states[name], seed, hour, site_of(world, name), land, marks_of(world, name))
        painted[name] = {
            "of": scenery.token_of(states[name]),
            "layers": len(backdrop.layers),
            "speeds": list(backdrop.speeds),
            "biome": backdrop.spec["biome"],
            "time": backdrop.spec["time"],
            # It neither rains nor snows in a room, of whatever biome: a works' hall, a bus, a greenhouse.
            **({"room": backdrop.spec["room"]} if "room" in backdrop.spec else {}),
        }
        files[name] = base64.b64encode(_strip(backdrop)).decode()
    return painted, files


def player_of(world: dict[str, Any], seed: int) -> tuple[dict[str, Any], str] | None:
    """The player's figure, seen from behind; None where the world names nobody. One may play a kettle or a tugboat."""
    looks = cast.player_of(world)
    drawn = _figure(looks, seed, "up-right", lambda spec, _: spec.family != _UNKNOWN or spec.subject in _PARCELS)
    return None if drawn is None else ({**drawn[0], "of": scenery.looks_token(looks)}, drawn[1])


def _meant(spec: art.SpriteSpec, label: str) -> bool:
    """Whether a sprite shows the thing of a label: not what only describes it (a bread bin is no loaf), and no house for a trough."""
    head = (tokenise(cast.head_of(label)) or [""])[-1]
    guessed = head not in _ON_PAPER and any(_GUESSED in note for note in spec.notes)
    told = _ONLY.get(spec.family)
    # Of what the painter draws in one way only, other sorts are left out: a hat shelf holds no books, and a key board is no signpost.
    if told is not None and not told & {head, *tokenise(cast.head_of(label))[:-1]}:
        return False
    return spec.kind == "thing" and head not in spec.unmatched and not guessed and (spec.family != _UNKNOWN or spec.subject in _PARCELS)


def _somebody(spec: art.SpriteSpec, words: str) -> bool:
    """A librarian of a bus is no bus, and a jam maker with wasps no wasp."""
    if spec.subject in _NOBODY or (spec.archetype != "humanoid_biped" and any(_GUESSED in note for note in spec.notes)):
        return False
    who = {lemma(word, "noun") or word for word in tokenise(cast.head_of(words))}
    return spec.kind == "being" and spec.archetype != "vehicle" and {lemma(word, "noun") or word for word in tokenise(spec.subject)} <= who


def _figure(looks: Iterable[str], seed: int, facing: str, fits: Callable[[art.SpriteSpec, str], bool]) -> tuple[dict[str, Any], str] | None:
    """A figure as a row of frames, of the first description that draws somebody who fits; None where none does."""
    for words in looks:
        try:
            idle = art.animation(words[:200], "idle", facing, frames=FIGURE_FRAMES, size=(FIGURE, FIGURE), seed=seed)
        except Problem:
            continue
        if not fits(idle.spec, words):
            continue
        width = FIGURE + BESIDE * (cast.count_of(words) - 1)
        about = {"width": width, "height": FIGURE, "frames": len(idle.frames), "fps": FIGURE_FPS, "look": words[:200], "seed": seed}
        row = Image.new("RGBA", (width * len(idle.frames), FIGURE))
        for place in range(cast.count_of(words)):
            if place:
                other = derive_seed(seed, f"beside:{place}")
                idle = art.animation(words[:200], "idle", facing, frames=FIGURE_FRAMES, size=(FIGURE, FIGURE), seed=other)
            for number, frame in enumerate(idle.frames):
                row.alpha_composite(frame.convert("RGBA"), (number * width + place * BESIDE, 0))
        return about, base64.b64encode(_png(row)).decode()
    return None


def people_of(world: dict[str, Any], seed: int) -> tuple[dict[str, list[dict[str, Any]]], dict[str, str]]:
    """State -> what `scenery` keeps of who is met there (`name`, measures), without `src`; and the figures as base64, by name."""
    files: dict[str, str] = {}
    about: dict[str, dict[str, Any] | None] = {}
    met: dict[str, list[dict[str, Any]]] = {}
    for state, people in cast.people_in(world).items():
        for person in people:
            if person.name not in about:
                drawn = _figure(person.looks, derive_seed(seed, f"person:{person.name}"), "down-left", _somebody)
                about[person.name] = None if drawn is None else drawn[0]
                if drawn is not None:
                    files[person.name] = drawn[1]
            measures = about[person.name]
            if measures is not None:
                met.setdefault(state, []).append({"name": person.name, **measures})
    return met, files


def things_of(world: dict[str, Any], seed: int) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Event -> what `scenery` keeps of the thing that it takes hold of, without `src`; and their pictures as base64, by name.

    What the painter does not know is left out, and so is what is hidden.
    """
    files: dict[str, str] = {}
    found: dict[str, dict[str, Any]] = {}
    for event, label in cast.things_in(world).items():
        if label not in files:
            try:
                sprite = art.sprite(drawn_as(label)[:200], size=(THING, THING), seed=derive_seed(seed, f"thing:{label}"))
            except Problem:
                continue
            if not _meant(sprite.spec, label):
                continue
            files[label] = base64.b64encode(_png(_grounded(sprite.image.convert("RGBA")))).decode()
        found[event] = {"name": label, "width": THING, "height": THING, "frames": 1, "fps": 1}
    return found, files


def drawn_as(label: str) -> str:
    """A thing in words that a painter cannot take for another: a plane tree is no pale metal, an oak not brown, a flower tub no bath."""
    label = re.sub(r"\b(?:flower|plant|rain|water) tub\b", "barrel", label)
    return re.sub(r"\b(?:plane|oak|chestnut|lime|ash|elm|beech|walnut|linden|maple) trees?\b", "leafy tree", label)


def entrance_of(world: dict[str, Any], seed: int, frame: Image.Image | None) -> str:
    """The opening picture as base64: the frame that the world was made from, if there was one, else the place it begins in."""
    if frame is not None:
        return base64.b64encode(_png(frame)).decode()
    state = world["entrance"]["state"]
    land = grounds.land_about(world, state)
    told = world["scene"]["states"][state]
    picture = backdrop_of(state, told, seed, hour_of(world), site_of(world, state), land, marks_of(world, state)).image
    return base64.b64encode(_png(picture.convert("RGB").resize(ENTRANCE, Image.Resampling.NEAREST))).decode()


def _grounded(image: Image.Image) -> Image.Image:
    """The picture of a thing with its foot near the lower edge, where its shadow falls."""
    box = image.getbbox()
    low = image.height - 2
    if box is None or box[3] >= low:
        return image
    moved = Image.new("RGBA", image.size)
    moved.alpha_composite(image.crop(box), (box[0], low - (box[3] - box[1])))
    return moved


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _strip(backdrop: art.Backdrop) -> bytes:
    """All layers in one PNG, one above the other, farthest first."""
    width, height = backdrop.layers[0].size
    sheet = Image.new("RGBA", (width, height * len(backdrop.layers)))
    for number, layer in enumerate(backdrop.layers):
        sheet.paste(layer, (0, number * height))
    return _png(sheet)
