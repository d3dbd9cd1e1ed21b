"""What prompts are understood to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.art.bestiary import entries, shape_of
from makebelieve.art.humanoid import person
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.weapons import WEAPONS
from makebelieve.art.items import FAMILIES
from makebelieve.art.reading import read
from makebelieve.art.sprites import sprite
from makebelieve.kit.errors import Problem
from makebelieve.language import COLOR_WORDS


@pytest.mark.parametrize(
    ("prompt", "family", "entry"),
    [
        ("a warrior knight in pixel art, dark fantasy style", "folk", "knight"),
        ("tiny red fox", "quadruped", "wolf" if False else "fox"),
        ("an angry dragon breathing fire", "dragon", "dragon"),
        ("slime", "slime", "slime"),
        ("a coiled snake", "serpent", "snake"),
        ("pirate ship at sunset", "ship", "ship"),
        ("hot air balloon", "balloon", "hot_air_balloon"),
        ("treasure chest", "chest", ""),
        ("health potion", "potion", ""),
        ("sword", "sword", ""),
        ("wizard holding a sword", "folk", "wizard"),
        ("an okapi", "quadruped", "animal"),
    ],
)
def test_subjects(prompt: str, family: str, entry: str) -> None:
    spec = read(prompt, 7)
    assert (spec.family, spec.entry) == (family, entry)


def test_what_is_worn_and_carried() -> None:
    spec = read("a wizard with a red cape, blue hair and a green hat holding an axe", 1)
    assert spec.changes["cape"] == "long"
    assert spec.changes["weapon"] == "axe"
    assert spec.colors["cape"] == "#d8433b"
    assert spec.colors["hair"] == "#3f78c9"
    assert spec.colors["hat"] == "#57a35a"
    assert read("knight with a horned helmet", 1).changes["headgear"] == "horned"
    assert read("left-handed archer", 1).changes.get("hand", "right") in ("left", "right")


def test_two_beings_make_one() -> None:
    spec = read("skeleton pirate", 3)
    assert spec.entry == "pirate"
    assert spec.changes["head"] == "skull"
    assert read("fox knight", 3).changes["head"] == "muzzle"
    assert read("astronaut cat", 3).entry == "astronaut"


def test_colours_and_materials_of_the_subject() -> None:
    assert read("a purple dragon", 1).colors["_main"] == "#7d4fa6"
    assert read("golden dragon", 1).surfaces["fur"] == "metal"
    assert read("ruby red potion", 1).colors["main"] != read("potion", 1).colors["main"]


def test_words_without_effect_are_reported() -> None:
    assert "contemplating" in read("a knight contemplating bureaucracy", 1).unmatched
    assert read("a knight", 1).unmatched == []


def test_what_a_body_cannot_wear_is_said() -> None:
    assert read("a slime with a crown", 1).changes["crown"] == "crown"
    assert read("a slime with a crown", 1).notes == []
    assert "robe" in read("a wolf in a robe", 1).notes[0]


def test_things_of_no_family_say_what_stands_for_them() -> None:
    spec = read("a stapler", 1)
    assert spec.kind == "thing"
    assert "stapler" in spec.notes[0]


@pytest.mark.parametrize("prompt", ["", "   ", "x" * 501, "!!!"])
def test_unreadable_prompts_are_refused(prompt: str) -> None:
    with pytest.raises(Problem) as refused:
        read(prompt)
    assert refused.value.errors[0].path == "prompt"


@given(st.text(min_size=1, max_size=60), st.integers(0, 2**31 - 1))
def test_any_text_is_read_or_refused(text: str, seed: int) -> None:
    try:
        spec = read(text, seed)
    except Problem:
        return
    assert spec == read(text, seed)


def test_the_tables_only_say_what_exists() -> None:
    closed = {
        "head": person.HEADS,
        "hair": (*person.HAIRS, "any"),
        "beard": person.BEARDS,
        "headgear": person.HEADGEARS,
        "top": person.TOPS,
        "shield": person.SHIELDS,
        "wings": person.WINGS,
        "tail": person.TAILS,
        "ears": person.EARS,
        "horns": person.HORNS,
        "weapon": ("none", *WEAPONS),
    }
    for name, entry in entries().items():
        shape = shape_of(entry)
        if isinstance(shape, Person):
            for field, allowed in closed.items():
                assert getattr(shape, field) in allowed, f"{name}: {field}={getattr(shape, field)}"


def test_there_are_many_of_everything() -> None:
    assert len(FAMILIES) >= 60
    assert len({entry.name for entry in entries().values() if entry.rig == "folk"}) >= 100
    assert len({entry.rig for entry in entries().values()}) >= 30


@pytest.mark.parametrize("prompt", ["lighthouse keeper", "book seller", "clock maker", "dragon slayer", "horse rider", "train driver"])
def test_who_deals_with_a_thing_or_beast_is_a_person(prompt: str) -> None:
    assert read(prompt).family == "folk"


@pytest.mark.parametrize(("prompt", "family"), [("dragon boss", "dragon"), ("wolf leader", "quadruped"), ("spider monster", "spider")])
def test_a_beast_of_rank_stays_a_beast(prompt: str, family: str) -> None:
    assert read(prompt).family == family


@pytest.mark.parametrize(
    ("prompt", "kind", "expected"),
    [
        ("a dragon egg", "being", ("being", "dragon")),
        ("a dragon egg", "thing", ("thing", "egg")),
        ("a knight's helmet", "being", ("being", "folk")),
        ("a knight's helmet", "thing", ("thing", "helmet")),
        ("a fish", None, ("being", "fish")),
        ("a fish", "thing", ("thing", "fish")),
        ("a golden sword", "being", ("being", "folk")),
        ("a rusty xylophone", "being", ("being", "folk")),
    ],
)
def test_a_kind_chooses_what_a_prompt_is_of(prompt: str, kind: str | None, expected: tuple[str, str]) -> None:
    spec = read(prompt, 7, kind)
    assert (spec.kind, spec.family) == expected


def test_a_thing_asked_for_as_a_being_is_borne() -> None:
    spec = read("a golden sword", 7, "being")
    assert spec.changes["weapon"] == "sword"
    assert spec.colors["blade"] == read("a golden sword", 7).colors["blade"]
    assert "drawn as a person with it" in spec.notes[0]


def test_a_being_asked_for_as_a_thing_is_a_figurine_of_one_substance() -> None:
    spec = read("a grey wolf with green eyes", 7, "thing")
    assert (spec.archetype, spec.base) == ("item", "pedestal")
    hues = {tuple(part // 24 for part in bytes.fromhex(color[1:])) for color in spec.colors.values()}
    assert all(max(hue) - min(hue) <= 1 for hue in hues), hues


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Problem, match="kind"):
        read("a fox", 7, "vegetable")


@pytest.mark.parametrize(
    ("prompt", "material", "color"),
    [
        ("a golden sword", "blade", "#e8b53a"),
        ("a wooden shield", "metal", "#9a6a3c"),
        ("a golden bow", "wood", "#e8b53a"),
        ("a knight with a golden sword", "blade", "#e8b53a"),
    ],
)
def test_arms_are_of_what_they_are_said_to_be_made_of(prompt: str, material: str, color: str) -> None:
    assert read(prompt, 7).colors[material] == color


def test_where_an_animal_lives_does_not_dye_it() -> None:
    assert read("a forest fox", 7).colors == read("a fox", 7).colors


@pytest.mark.parametrize(
    ("prompt", "family"),
    [
        ("a monkey holding a banana", "banana"),
        ("a wizard with a red potion", "potion"),
        ("a dog carrying a big bone", "bone"),
        ("a pirate with a sword and a treasure map", "map"),
        ("a knight with a castle", "none"),
        ("a banana with a knight", "none"),
        ("a bird with a coin", "none"),
    ],
)
def test_beings_hold_the_small_thing_that_is_said(prompt: str, family: str) -> None:
    """The first after the word for holding; nothing too large, nothing that a body without hands or jaws would hold."""
    spec = read(prompt)
    assert spec.changes.get("held", "none") == family
    assert bool(spec.held) == (family != "none")


def test_what_is_held_has_its_own_colours_and_leaves_the_bearers() -> None:
    plain, bearer = read("a wizard"), read("a wizard with a golden apple")
    assert bearer.held["main"] == COLOR_WORDS["golden"]
    assert bearer.colors == plain.colors
    assert bearer.unmatched == []


def test_what_is_held_is_seen() -> None:
    for prompt in ("a monkey", "a dog"):
        bare, bearer = (sprite(text, size=(64, 64), seed=3).image for text in (prompt, f"{prompt} with a balloon"))
        assert bare.tobytes() != bearer.tobytes()
        red = [pixel for _, pixel in bearer.getcolors(4096) or [] if pixel[3] and pixel[0] > 180 and pixel[1] < 110 and pixel[2] < 110]
        assert red


def test_a_trade_outweighs_a_word_for_anybody() -> None:
    assert read("a samurai warrior").entry == "samurai"
    assert read("a ninja girl").entry == "ninja"
    assert read("a cyborg soldier").entry == "cyborg"
    assert read("a zombie soldier").entry == "soldier"


def test_markings_have_a_colour_of_their_own() -> None:
    cow, dog, mushroom = read("a white cow with black spots"), read("a dog with brown patches"), read("a red mushroom with blue dots")
    assert (cow.colors["mark"], cow.colors["_main"]) == (COLOR_WORDS["black"], COLOR_WORDS["white"])
    assert dog.changes["coat"] == "patches"
    assert (mushroom.colors["spot"], mushroom.colors["main"]) == (COLOR_WORDS["blue"], COLOR_WORDS["red"])


def test_birds_fly_when_it_is_said() -> None:
    assert read("a flying eagle").changes["grounded"] is False
    assert "grounded" not in read("an eagle").changes


def test_a_being_is_not_what_it_is_of() -> None:
    assert read("the barber of the village").subject == "barber"
    assert read("a queen of the bees").entry == "queen"
    assert read("a bowl of soup").kind == "thing"


def test_baby_is_an_age_of_animals() -> None:
    assert read("a baby dragon").entry == "dragon"
    assert read("a baby chick").entry == "chick"
    assert read("a baby").entry == "baby"


@pytest.mark.parametrize(
    ("prompt", "subject", "changes"),
    [
        ("a knight without a sword", "knight", {"weapon": "none"}),
        ("a knight with no sword or shield", "knight", {"weapon": "none", "shield": "none"}),
        ("a knight without sword and shield, in a red cape", "knight", {"weapon": "none", "shield": "none", "cape": "long"}),
        ("an unarmed knight", "knight", {"weapon": "none"}),
        ("a knight not carrying any weapon", "knight", {"weapon": "none"}),
        ("a swordless pirate", "pirate", {"weapon": "none"}),
        ("an archer without a sword", "archer", {"weapon": "bow"}),
        ("a knight without a helmet", "knight", {"headgear": "none", "weapon": "sword"}),
        ("a pirate with no hat", "pirate", {"headgear": "none"}),
        ("a hatless pirate", "pirate", {"headgear": "none"}),
        ("a wizard without a long white beard", "wizard", {"beard": "none", "weapon": "staff"}),
        ("a lion without its mane", "lion", {"mane": "none"}),
        ("a knight, no background", "knight", {"weapon": "sword"}),
    ],
)
def test_what_is_said_not_to_be_there_is_not_drawn(prompt: str, subject: str, changes: dict[str, object]) -> None:
    spec = read(prompt, 7)
    assert (spec.kind, spec.subject) == ("being", subject)
    assert {name: spec.changes.get(name, "none") for name in changes} == changes
    assert spec.unmatched == []


def test_a_denial_alone_is_what_the_prompt_is_about() -> None:
    assert read("without a sword").subject == "sword"


@pytest.mark.parametrize(
    ("prompt", "entry"),
    [
        ("a snow leopard cub", "snow_leopard"),
        ("lion cubs", "lion"),
        ("a wolf pup", "wolf"),
        ("a fox kit", "fox"),
        ("a lynx kitten", "lynx"),
        ("an elephant calf", "elephant"),
        ("a goat kid", "goat"),
        ("an owl chick", "owl"),
        ("a baby elephant", "elephant"),
        ("an eaglet", "eagle"),
        ("a leveret", "rabbit"),
        ("a joey", "kangaroo"),
    ],
)
def test_young_animals_have_the_body_of_their_parents(prompt: str, entry: str) -> None:
    spec = read(prompt, 7)
    assert (spec.kind, spec.entry) == ("being", entry)
    grown = read(entry.replace("_", " "), 7)
    head, theirs = (one.changes.get("head", 1.0 if one is grown else 0.0) for one in (spec, grown))
    assert head > theirs or grown.changes.get("head") is None
    assert spec.changes.get("mane", "none") != "lion"


def test_a_child_is_no_young_animal_and_a_trade_keeps_its_beast() -> None:
    assert read("a kid with a lion").entry != "lion"
    assert read("a pirate cat").entry == "pirate"
    assert read("a cub scout").kind == "being"


def test_children_are_not_grey() -> None:
    hair = {read(f"a {who} with a cap", seed).colors["hair"] for who in ("boy", "girl", "child") for seed in range(40)}
    assert "#d8d0c8" not in hair
    assert len(hair) > 4
    assert "#d8d0c8" in {read("a person", seed).colors["hair"] for seed in range(40)}
