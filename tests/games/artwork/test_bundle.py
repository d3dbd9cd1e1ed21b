"""A game's art: everybody is drawn, in one palette, in the same bytes, and an edit draws anew only whom it changed."""

from __future__ import annotations

import base64
import copy
import io
import json
from typing import Any

import numpy as np
import pytest
from PIL import Image

from makebelieve.art.color import parse_hex
from makebelieve.games import built_kinds
from makebelieve.games.artwork import ArtBundle, draw_art
from makebelieve.games.artwork.atlas import packed, png
from makebelieve.games.artwork.bundle import Member, spec_of
from makebelieve.games.artwork.casting import part_of
from makebelieve.games.artwork.front import PLATES, PORTRAIT, SIGNS, contrast, signs_of
from makebelieve.games.artwork.ground import SURFACES, ground_of, unpacked
from makebelieve.games.hosting import kinds_of, shared_engine
from makebelieve.games.preferences import parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.language import understand_game
from makebelieve.language.kinds import BIOMES

PROMPTS = {
    "platformer": "a tiny red fox jumps through a haunted library, avoiding ghosts",
    "infinite-jumper": "a frog climbs higher and higher among hawks in the clouds",
    "flappy-clone": "a bat flaps through a cave",
    "topdown": "a wizard cat gathers lost books in a garden of spiders",
    "dungeon-crawler": "a knight fights skeletons in an old crypt",
    "horde-survivors": "a witch survives hordes of zombies at night",
    "space-shooter": "a penguin pilot shoots alien saucers",
}
LARGEST = 400_000


def config_of(kind: str) -> dict[str, Any]:
    """A game's cast and theme; its levels do not matter here."""
    wishes = parse_preferences({"kind": kind})
    return make_skeleton(understand_game(PROMPTS.get(kind, f"a {kind} game")), wishes, kinds_of(shared_engine()).kinds, 7).config


@pytest.fixture(scope="module")
def bundles() -> dict[str, ArtBundle]:
    return {kind: draw_art(config_of(kind)) for kind in built_kinds()}


def pixels_of(member: Member) -> list[tuple[bytes, tuple[int, int]]]:
    return [(cel.image.tobytes(), cel.pivot) for cel in member.cels]


@pytest.mark.slow
def test_every_being_and_treasure_has_frames_inside_the_sheet(bundles: dict[str, ArtBundle]) -> None:
    for kind, bundle in bundles.items():
        cast, frames = bundle.manifest["cast"], bundle.manifest["frames"]
        for entity in config_of(kind)["entities"]:
            if entity["properties"]["role"] in ("hero", "enemy", "boss"):
                assert entity["type"] in cast, (kind, entity["type"])
        sheet = Image.open(io.BytesIO(bundle.atlas)).convert("RGBA")
        assert list(sheet.size) == bundle.manifest["size"]
        for type_, member in cast.items():
            clips = [clip for sides in member["clips"].values() for clip in sides.values()]
            assert clips, (kind, type_)
            for clip in clips:
                assert clip["frames"]
                assert clip["ms"] > 0
                for number in clip["frames"]:
                    x, y, w, h, _, _ = frames[number]
                    assert 0 <= x <= x + w <= sheet.width
                    assert 0 <= y <= y + h <= sheet.height
                    assert np.asarray(sheet)[y : y + h, x : x + w, 3].any(), (kind, type_)


def test_the_hero_has_what_its_kind_plays(bundles: dict[str, ArtBundle]) -> None:
    hero = {kind: bundle.manifest["cast"]["hero"]["clips"] for kind, bundle in bundles.items()}
    assert {"idle", "run", "jump", "fall", "hurt"} <= set(hero["platformer"])
    assert {"idle", "walk", "attack", "hurt"} <= set(hero["dungeon-crawler"])
    assert set(hero["dungeon-crawler"]["walk"]) == {"right", "down", "up"}
    assert {"fly", "hurt"} <= set(hero["flappy-clone"])
    assert len(hero["platformer"]["run"]["right"]["frames"]) >= 6


def test_everything_keeps_to_the_palette_and_the_budget(bundles: dict[str, ArtBundle]) -> None:
    for kind, bundle in bundles.items():
        palette = {tuple(int(color[i : i + 2], 16) for i in (1, 3, 5)) for color in bundle.manifest["palette"]}
        assert len(palette) <= 64
        pixels = np.asarray(Image.open(io.BytesIO(bundle.atlas)).convert("RGBA")).reshape(-1, 4)
        assert set(np.unique(pixels[:, 3])) <= {0, 255}
        used = {tuple(int(c) for c in row) for row in np.unique(pixels[pixels[:, 3] == 255][:, :3], axis=0)}
        assert used <= palette, kind
        assert len(bundle.packed()) <= LARGEST, kind


def test_the_same_config_gives_the_same_bytes(bundles: dict[str, ArtBundle]) -> None:
    from makebelieve.games.artwork import bundle as module

    module._member.cache_clear()
    assert draw_art(config_of("platformer")).packed() == bundles["platformer"].packed()


def test_another_hero_leaves_everybody_else_as_they_were(bundles: dict[str, ArtBundle]) -> None:
    changed = copy.deepcopy(config_of("dungeon-crawler"))
    changed["entities"][0]["properties"]["sprite"]["prompt"] = "fox"
    before, after = bundles["dungeon-crawler"], draw_art(changed)
    assert after.manifest["palette"] == before.manifest["palette"]
    assert pixels_of(after.members["hero"]) != pixels_of(before.members["hero"])
    assert set(after.members) == set(before.members)
    assert (after.manifest["ground"], after.manifest["ui"]) == (before.manifest["ground"], before.manifest["ui"])
    assert after.manifest["portrait"] != before.manifest["portrait"]
    for type_ in set(before.members) - {"hero"}:
        assert pixels_of(after.members[type_]) == pixels_of(before.members[type_]), type_


def test_portrait_and_plates_keep_to_the_palette(bundles: dict[str, ArtBundle]) -> None:
    for kind, bundle in bundles.items():
        palette = {tuple(int(color[i : i + 2], 16) for i in (1, 3, 5)) for color in bundle.manifest["palette"]}
        portrait = picture_of(bundle.manifest["portrait"])
        assert bundle.portrait is not None
        assert portrait.tobytes() == bundle.portrait.tobytes()
        assert portrait.size == (PORTRAIT, PORTRAIT)
        plates = {name: bundle.manifest["ui"][name] for name in PLATES}
        for picture in (portrait, *(picture_of(plate["png"]) for plate in plates.values())):
            pixels = np.asarray(picture).reshape(-1, 4)
            assert {tuple(int(c) for c in row) for row in np.unique(pixels[pixels[:, 3] == 255][:, :3], axis=0)} <= palette, kind
        for name, plate in plates.items():
            left, top, right, bottom = plate["slice"]
            width, height = picture_of(plate["png"]).size
            assert left + right < width, (kind, name)
            assert top + bottom < height, (kind, name)
            red, green, blue, _ = picture_of(plate["png"]).getpixel((width // 2, height // 2))
            assert contrast(parse_hex(plate["ink"]), (red, green, blue)) > 4.0, (kind, name)


def picture_of(encoded: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGBA")


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_a_game_without_a_hero_has_no_portrait() -> None:
    config = config_of("platformer")
    config["entities"] = config["entities"][1:]
    assert draw_art(config).manifest["portrait"] is None


def test_the_ground_has_every_surface_of_its_biome_and_changes_with_it_alone() -> None:
    config = config_of("platformer")
    ground = draw_art(config).manifest["ground"]
    tones = np.frombuffer(unpacked(ground), np.uint8).reshape(len(SURFACES), ground["size"], ground["size"])
    assert set(ground["surfaces"]) == set(SURFACES)
    assert tones.max() < 12
    for name, one in zip(SURFACES, tones, strict=True):
        assert len(np.unique(one)) >= 3, name
    fox = copy.deepcopy(config)
    fox["entities"][0]["properties"]["sprite"]["prompt"] = "fox"
    assert draw_art(fox).manifest["ground"] == ground
    snow = copy.deepcopy(config)
    snow["game"]["theme"]["biome"] = "snow"
    changed = draw_art(snow).manifest["ground"]
    assert changed["surfaces"]["cap"]["material"] == "snow"
    assert changed["tones"] != ground["tones"]


def test_levels_in_other_places_bring_their_grounds() -> None:
    config = config_of("platformer")
    assert draw_art(config).manifest["elsewhere"] == {}
    home = config["game"]["theme"]["biome"]
    config["scenes"] = [{"properties": {"theme": {"biome": biome}}} for biome in (home, "snow", "cave", "snow")] + [{"type": "menu"}]
    elsewhere = draw_art(config).manifest["elsewhere"]
    assert list(elsewhere) == ["cave", "snow"]
    assert elsewhere["snow"]["surfaces"]["cap"]["material"] == "snow"


def test_every_biome_has_a_ground_of_its_own_and_an_unknown_one_is_a_forest() -> None:
    made = {biome: tuple(part["material"] for part in ground_of({"biome": biome}, 1)["surfaces"].values()) for biome in BIOMES}
    assert len(set(made.values())) >= len(BIOMES) - 2
    assert len(ground_of({"biome": "haunted"}, 1)["tones"]) < 16_000
    assert ground_of({"biome": "nowhere"}, 1) == ground_of({"biome": "forest"}, 1)
    assert ground_of({"biome": "forest"}, 2) != ground_of({"biome": "forest"}, 1)


def test_stated_colours_are_the_palette() -> None:
    config = config_of("platformer")
    config["game"]["theme"] |= {"palette": ["#101820", "#f2aa4c", "#e8e8e8"], "palette_source": "stated"}
    colors = draw_art(config).manifest["palette"]
    hues = {color for color in colors if color not in draw_art(config_of("platformer")).manifest["palette"]}
    assert {"#101820", "#f2aa4c"} <= set(colors)
    assert hues


def test_a_being_of_no_known_name_is_drawn_by_its_body_and_a_strange_thing_not_at_all() -> None:
    config = config_of("platformer")
    config["entities"] = [
        {"type": "hero", "properties": {"role": "hero", "sprite": {"prompt": "zorblax", "body": "robot", "colors": ["#ff0000"]}}},
        {"type": "thing", "properties": {"role": "collectible", "sprite": {"prompt": "quantum foam manifold", "body": "object"}}},
        {"type": "odd", "properties": {"role": "enemy", "sprite": {"prompt": "", "body": "blob"}}},
        {"type": "bare"},
    ]
    cast = draw_art(config).manifest["cast"]
    assert "hero" in cast
    assert "bare" not in cast


def test_packing_shares_equal_pictures_and_overlaps_none() -> None:
    red, blue = Image.new("RGBA", (7, 9), (255, 0, 0, 255)), Image.new("RGBA", (30, 4), (0, 0, 255, 255))
    sheet, places = packed([red, blue, red.copy()], width=32)
    assert places[0] == places[2] != places[1]
    assert sheet.crop((*places[1], places[1][0] + 30, places[1][1] + 4)).tobytes() == blue.tobytes()
    assert sheet.crop((*places[0], places[0][0] + 7, places[0][1] + 9)).tobytes() == red.tobytes()


def test_pngs_keep_every_pixel() -> None:
    few = Image.new("RGBA", (5, 5))
    few.putpixel((2, 2), (10, 20, 30, 255))
    steps = np.arange(400, dtype=np.uint16).reshape(20, 20)
    many = Image.fromarray(np.dstack([steps % 256, steps.T % 256, steps // 2, np.full((20, 20), 255)]).astype(np.uint8))
    for picture in (few, many):
        assert Image.open(io.BytesIO(png(picture))).convert("RGBA").tobytes() == picture.tobytes()


def test_the_bundle_is_one_json_file(bundles: dict[str, ArtBundle]) -> None:
    for bundle in bundles.values():
        loaded = json.loads(bundle.packed())
        assert loaded["cast"] == bundle.manifest["cast"]
        assert Image.open(io.BytesIO(base64.b64decode(loaded["atlas"]))).size == tuple(loaded["size"])


@pytest.mark.parametrize(
    ("prompt", "body", "drawn"),
    [
        ("mole digger", "quadruped", "mole"),
        ("bulldozer", "vehicle", "bulldozer"),
        ("popcorn popper", "food", "popcorn"),
        ("popcorn popper", "biped", "person"),
        ("cloud walker", "biped", "explorer"),
        ("zombie walker", "biped", "zombie"),
    ],
)
def test_the_body_of_the_config_tells_meanings_apart(prompt: str, body: str, drawn: str) -> None:
    entity = {"type": "one", "properties": {"role": "enemy", "sprite": {"prompt": prompt, "body": body, "colors": []}}}
    part = part_of(entity, "platformer", frozenset())
    assert part is not None
    spec = spec_of(part, 3)
    assert spec is not None
    assert drawn in (spec.entry, spec.family)


def test_signs_are_pixels_in_the_palette(bundles: dict[str, ArtBundle]) -> None:
    for bundle in bundles.values():
        signs, palette = bundle.manifest["signs"], set(bundle.manifest["palette"])
        assert tuple(signs) == SIGNS
        inside = 0
        for one in signs.values():
            width, height = one["size"]
            pixels = base64.b64decode(one["pixels"])
            assert len(pixels) == width * height
            assert max(pixels) == len(one["colors"])
            inside += set(one["colors"]) <= palette
        assert inside >= len(SIGNS) - 4
        assert {"slice", "content"} <= set(signs["bar-frame"])
        assert signs["heart-full"] != signs["heart-empty"]


def test_a_heart_stays_red_in_a_palette_that_has_no_red() -> None:
    theme = {"biome": "city", "palette": ["#102030", "#2060a0", "#a0e0f0"], "palette_source": "stated"}
    heart = signs_of(theme, tuple(theme["palette"]))["heart-full"]
    red = [parse_hex(color) for color in heart["colors"]]
    assert any(r > 180 and r > 2 * g and r > 2 * b for r, g, b in red)
