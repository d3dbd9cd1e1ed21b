"""What an animation may ask of a body."""

from __future__ import annotations

from typing import Any

import pytest

from makebelieve import art
from makebelieve.art.color import parse_hex
from makebelieve.art.humanoid.weapons import WEAPONS
from makebelieve.kit.errors import Problem
from makebelieve.library.studio.bodies import bodied, check, recoloured, subject, weapon_of


@pytest.mark.parametrize(
    ("words", "weapon"),
    [
        ("sword", "sword"),
        ("Longsword", "sword"),
        ("two-handed sword", "sword"),
        ("axes", "axe"),
        ("war hammer", "hammer"),
        ("laser gun", "blaster"),
        ("magic staff", "staff"),
        ("none", "none"),
        ("unarmed", "none"),
    ],
)
def test_weapons_go_by_many_names(words: str, weapon: str) -> None:
    assert weapon_of(words)[0] == weapon


@pytest.mark.parametrize("name", WEAPONS)
def test_every_weapon_goes_by_its_own_name(name: str) -> None:
    assert weapon_of(name) == (name, {})


@pytest.mark.parametrize("words", ["banana", "shield", "glaive", " ", "!!"])
def test_what_is_no_weapon_is_refused_with_all_that_are(words: str) -> None:
    with pytest.raises(Problem) as caught:
        weapon_of(words)
    (error,) = caught.value.errors
    assert (error.path, set(error.allowed)) == ("weaponType", {"none", *WEAPONS})


def test_a_weapon_brings_the_colour_that_is_said() -> None:
    spec = bodied(art.read("a knight", 7), {"weaponType": "a golden axe", "weaponHand": "both", "hasShield": False})
    assert (spec.changes["weapon"], spec.changes["hand"], spec.changes["shield"]) == ("axe", "both", "none")
    assert spec.colors["blade"] == "#e8b53a"


@pytest.mark.parametrize(
    ("prompt", "asked", "field"),
    [
        ("a wolf", {"weaponType": "sword"}, "weaponType"),
        ("a wolf", {"weaponHand": "left"}, "weaponHand"),
        ("a wolf", {"hasShield": True}, "hasShield"),
        ("a potion", {"hasShield": True}, "hasShield"),
        ("a villager", {"weaponHand": "left"}, "weaponHand"),
        ("a villager", {"type": "custom", "customDescription": "juggling"}, "customDescription"),
        ("a wolf", {"type": "custom", "customDescription": "juggling"}, "customDescription"),
        ("a potion", {"type": "custom", "customDescription": "juggling"}, "customDescription"),
    ],
)
def test_what_the_body_cannot_do_is_refused(prompt: str, asked: dict[str, Any], field: str) -> None:
    with pytest.raises(Problem) as caught:
        check(art.read(prompt, 7).model_dump(), {"type": "walk", **asked})
    assert caught.value.errors[0].path == field


@pytest.mark.parametrize("archetype", ["humanoid_biped", "quadruped", "winged", "amorphous", "serpentine"])
def test_another_body_keeps_the_sprites_colours(archetype: str) -> None:
    fox = art.read("a red fox", 7)
    spec = bodied(fox, {"archetype": archetype})
    assert spec.archetype == archetype
    if archetype in ("winged", "amorphous", "serpentine"):
        assert spec.colors["_main"] == fox.colors["_main"]


def test_a_person_as_a_beast_has_the_colours_one_saw() -> None:
    knight = bodied(art.read("a knight", 7), {"archetype": "quadruped"})
    wizard = bodied(art.read("a red wizard", 7), {"archetype": "amorphous"})
    coin = bodied(art.read("a gold coin", 7), {"archetype": "serpentine"})
    assert knight.colors["_main"] == "#8d9bb3"
    assert wizard.colors["_main"] == art.read("a red wizard", 7).colors["cloth"]
    assert coin.colors["_main"] == art.read("a gold coin", 7).colors["main"]


@pytest.mark.parametrize("asked", [{"weaponHand": "both"}, {"weaponType": "bow"}, {"weaponType": "greatsword"}])
def test_a_weapon_for_both_hands_leaves_no_shield(asked: dict[str, Any]) -> None:
    knight = art.read("a knight", 7)
    assert bodied(knight, asked).changes["shield"] == "none"
    with pytest.raises(Problem, match="hasShield"):
        bodied(knight, {**asked, "hasShield": True})


@pytest.mark.parametrize("prompt", ["a dragon", "a wolf", "a potion"])
def test_a_picture_from_elsewhere_lends_its_colours(prompt: str) -> None:
    picture = art.sprite("a green slime", (64, 64), 7).image
    spec = recoloured(art.read(prompt, 7), picture)
    red, green, blue = parse_hex(spec.colors["main" if spec.kind == "thing" else "_main"])
    assert green > red > blue
    walk = art.animation(spec, "walk", "right", 2, (48, 48), reference=picture)
    shown = [(count, pixel) for count, pixel in walk.sheet.getcolors(1 << 16) or [] if pixel[3]]
    assert sum(count for count, pixel in shown if pixel[1] >= pixel[0]) > 0.5 * sum(count for count, _ in shown)


def test_a_wolf_that_stands_up_can_be_armed() -> None:
    check(art.read("a wolf", 7).model_dump(), {"type": "attack", "archetype": "humanoid_biped", "weaponType": "axe"})


def test_the_direction_of_a_project_is_read_for_looks_alone() -> None:
    assert subject("a fox", {"artDirection": "gothic castle mood"}, "sprite", 7).subject == "fox"
    assert subject("a knight", {"artDirection": "red capes"}, "sprite", 7).colors["cape"] != art.read("a knight", 7).colors.get("cape")
