"""Who plays, and what they are called."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.mentions import mentions
from makebelieve.worlds.generation.understand import understand_world


def hero(premise: str) -> str | None:
    """How the player is called: by name, else by what they are."""
    player = understand_world(premise).player
    return None if player is None else player.name or player.phrase


@pytest.mark.parametrize(
    ("premise", "called"),
    [
        ("A Lisbon tailor must sew a suit of sails.", "Lisbon tailor"),
        ("A Hong Kong noodle cook has lost her spoon.", "Hong Kong noodle cook"),
        ("Two Glasgow boys want to see the sea.", "Glasgow boys"),
        ("The Saturn crew must repair the antenna.", "Saturn crew"),
        ("A Prague clockmaker and a retired spy look for a key.", "Prague clockmaker"),
        ("The Nautilus guards a secret and must dive.", "Nautilus"),
        ("Nurse Bell must find a cure.", "Nurse Bell"),
    ],
)
def test_a_name_before_a_noun_only_tells_which_one(premise: str, called: str) -> None:
    assert hero(premise) == called


@pytest.mark.parametrize(
    ("premise", "called", "pronoun"),
    [
        ("Mr. and Mrs. Okoye want to open a bakery.", "Mr and Mrs Okoye", "they"),
        ("Chief Inspector Clara Moss looks for a stolen harp.", "Chief Inspector Clara Moss", "she"),
        ("The cousins Pavel and Mira want to free the bear.", "Pavel", "he"),
        ("Lena, 11, and her dog want to find the lost kite.", "Lena", "she"),
        ("mateo and his uncle must bring the sheep home", "Mateo", "he"),
        ("Pumpkin the cat wants to open the fridge.", "Pumpkin", "they"),
        ("Mateusz, a truck driver, picks up a girl who says she comes from the future.", "Mateusz", "he"),
        ("Juno (14) hacks the school computer to change her grades.", "Juno", "she"),
        ("Yaw and Abena run a bar and have to feed three hundred guests.", "Yaw", "he"),
    ],
)
def test_names_as_strangers_write_them(premise: str, called: str, pronoun: str) -> None:
    player = understand_world(premise).player
    assert player is not None
    assert (player.name, player.pronoun) == (called, pronoun)


@pytest.mark.parametrize(
    ("premise", "called"),
    [
        ("A smith's apprentice has broken the hammer and must mend it.", "smith's apprentice"),
        ("A miner's widow keeps a lamp in the window for him.", "miner's widow"),
        ("Nora's parents are quarrelling and she wants them to make up.", "Nora"),
        ("A baker's oven has died and she has to bake a cake.", "baker"),
        ("The captain's crew has mutinied and left him on a rock.", "captain"),
        ("Farmer Brandt's scarecrow has disappeared the night before the harvest.", "Farmer Brandt"),
        ("Bela's goat has eaten the sultan's letter.", "Bela"),
        ("A girl's shadow runs away and she has to catch it.", "girl"),
        ("When Tamar's mum forgets to pick her up, she walks home through the park.", "Tamar"),
        ("Chef Antoine's pudding must not fall while the critic is there.", "Chef Antoine"),
    ],
)
def test_whose_story_it_is_where_somebody_is_somebodys(premise: str, called: str) -> None:
    assert hero(premise) == called


@pytest.mark.parametrize(
    ("premise", "called"),
    [
        ("A shoal of herrings wants to escape from the net.", "shoal of herrings"),
        ("A kettle and a broom run away from the kitchen.", "kettle"),
        ("A bear with a thorn in its paw asks a hedgehog for help.", "hedgehog"),
        ("Olga is a tram driver. One night a stranger leaves a box on the back seat.", "Olga"),
        ("A duchess hires a guide to help her find her brother.", "duchess"),
        ("An old couple who keep the inn find a bear in the cellar.", "old couple"),
        ("A self-driving bus falls in love with a traffic light.", "self-driving bus"),
        ("An ex-boxer trains a girl nobody believes in.", "former boxer"),
        ("Three of Santa's elves fall asleep on the sleigh.", "elves of Santa"),
        ("A newlywed couple gets trapped in a cable car with a bear.", "newlywed couple"),
        ("The toys in the attic plan to go back to the nursery.", "toys"),
        ("The Emperor's new tailor cannot sew.", "Emperor's new tailor"),
        ("You, a humble stable hand, find out that the horse can talk.", "humble stable hand"),
        ("An AI that runs a city falls in love with a singer.", "AI"),
        ("Ms Park from accounting discovers that the company does not exist.", "Ms Park"),
        ("Grandmother Ling's dumpling stall has to beat the burger chain.", "Grandmother Ling"),
        ("A hen refuses to lay eggs until the farmer says sorry.", "farmer"),
        ("The new bishop discovers that his cathedral is built on a dragon.", "new bishop"),
        ("A divorced couple has to pretend to be happy for one weekend.", "divorced couple"),
        ("A frog who used to be a prince must avoid every princess.", "frog"),
        ("Tariq's camel refuses to walk and the caravan will leave without him.", "Tariq"),
        ("On her tenth birthday Suri learns that her parents are spies.", "Suri"),
    ],
)
def test_beasts_things_and_those_who_are_only_introduced(premise: str, called: str) -> None:
    assert hero(premise) == called


def test_whoever_says_me_plays_with_those_who_come_along() -> None:
    draft = understand_world("me and my sister found a door behind the wardrobe and have to get back before mum calls us")
    assert draft.player is None
    assert [one.phrase for one in draft.companions] == ["sister"]
    assert draft.foes == []


@pytest.mark.parametrize(
    ("premise", "nobody"),
    [
        ("A princess disguised as a stable boy wants to win the race.", "stable boy"),
        ("The youngest prince does not want to be king.", "king"),
        ("The witch has turned my brother into a toad.", "toad"),
        ("The white queen has left the chess board.", "chess board"),
        ("The landlord wants double the rent.", "double"),
        ("A boxer who is going blind trains a girl.", "blind"),
        ("Rosalind Achterberg, librarian and former thief, must find a book.", "librarian"),
        ("My babysitter is definitely a vampire.", "vampire"),
        ("Princess Lia would rather be a blacksmith.", "blacksmith"),
    ],
)
def test_what_somebody_only_is_or_becomes_is_no_second_one(premise: str, nobody: str) -> None:
    draft = understand_world(premise)
    assert nobody not in [one.phrase for one in (*draft.companions, *draft.foes, *draft.people)]


@pytest.mark.parametrize(
    ("premise", "called"),
    [
        ("Nobody believes old Marta when she says that the mountain is moving, so she sets out with her goat to prove it.", "Marta"),
        ("Everyone laughs at Tim because he is small, so he decides to build a giant robot.", "Tim"),
        ("The other kids tease Lena, but she has a plan.", "Lena"),
        ("The villagers do not trust the witch, and she must save them from the flood.", "witch"),
    ],
)
def test_the_story_goes_on_with_the_one_whom_others_mind(premise: str, called: str) -> None:
    assert hero(premise) == called
    assert all(called not in one.phrase for one in understand_world(premise).places)


@pytest.mark.parametrize(
    ("premise", "harmless"),
    [
        ("A girl raised by wolves must cross the city.", "wolves"),
        ("A prisoner learns to fly from the pigeons on his sill.", "pigeons"),
        ("The biggest pumpkin of the county fair does not want to become soup.", "county fair"),
        ("A widow looks for the man who ruined her husband.", "husband"),
    ],
)
def test_who_stands_in_nobodys_way(premise: str, harmless: str) -> None:
    assert harmless not in [one.phrase for one in understand_world(premise).foes]


def test_whom_a_pronoun_means_is_not_what_somebody_takes_himself_for() -> None:
    goal = understand_world("Our dad thinks he's a secret agent and we must stop him from embarrassing us at the school fair").goal
    assert goal.deed == "stop our dad from embarrassing us at the school fair"


def test_nobody_makes_the_dead_laugh() -> None:
    draft = understand_world("My son has stopped talking since his dog died and I want to make him laugh again.")
    assert draft.goal.deed == "make my son laugh again"
    assert draft.foes == []


def test_you_and_others_are_you() -> None:
    draft = understand_world("you and three strangers wake up in a room without doors")
    assert draft.player is None


@pytest.mark.parametrize(
    ("premise", "purpose", "verb"),
    [
        ("A collector must collect old debts from the dead.", "do", "collect"),
        ("A boy wants to find the secret of the old mill.", "solve", "find_out"),
        ("A lonely clockmaker wants to find love.", "do", "find"),
        ("A boy wants to find the golden key.", "find", "find"),
    ],
)
def test_what_has_no_body_lies_nowhere(premise: str, purpose: str, verb: str) -> None:
    goal = understand_world(premise).goal
    assert (goal.purpose, goal.verb) == (purpose, verb)


def test_what_somebody_is_turned_to_stands_nowhere() -> None:
    assert "stone" not in [one.head for one in mentions("A knight must lift the curse that turns her village to stone.")]
    assert "stone" in [one.head for one in mentions("A knight must move the stone.")]


def test_an_animal_with_a_title_is_one() -> None:
    player = understand_world("Doctor Owl and Nurse Hedgehog open a clinic in the forest.").player
    assert player is not None
    assert (player.name, player.category) == ("Doctor Owl", "creature")
    player = understand_world("Detective Moira Finch looks for a harp.").player
    assert player is not None
    assert player.category == "person"


@pytest.mark.parametrize(
    "premise",
    [
        "Whenever our caretaker whistles, something in the gym comes alive.",
        "Somebody has been painting the walls at night and the headmaster thinks it was me.",
        "The storm took our road away, the nurse can no longer reach the farm and my aunt is about to have a baby.",
        "The dragon that guards our valley is sick and only one flower can cure it.",
    ],
)
def test_nobody_plays_who_is_only_told_of_by_the_teller(premise: str) -> None:
    assert hero(premise) is None


def test_whoever_opens_with_a_clause_of_their_own_plays() -> None:
    assert hero("A retired spy who has moved to a quiet village to keep ducks finds out that the mayor is lying.") == "retired spy"


def test_who_alone_can_help_plays() -> None:
    assert hero("The king was turned into a toad by his cook and only his niece can break the spell.") == "niece"
    assert hero("Once there was a small baker who baked a loaf so warm that the snow wanted it.") == "small baker"
    assert hero("my parrot egg is about to hatch and my parents think its a stone") is None


def test_one_of_ours_plays_where_they_do_it_alone() -> None:
    premise = "My hamster falls out of the window and has to find his way back home"
    player = understand_world(premise).player
    assert player is not None
    assert player.noun == "hamster"
    assert "You are the hamster." in next(iter(worlds.generate(premise)["scene"]["states"].values()))["narration"]
    assert understand_world("My hamster is gone and I must find him").player is None
