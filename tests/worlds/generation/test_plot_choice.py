"""Which plot a deed has: one that what is done and what it is done to both fit, else the plain one of its purpose."""

from __future__ import annotations

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.plots import plot_of
from makebelieve.worlds.generation.understand import understand_world


def _title(premise: str) -> str:
    draft = understand_world(premise)
    plot = plot_of(draft, draft.goal, Chance(1))
    assert plot is not None
    return plot.title


@pytest.mark.parametrize(
    ("premise", "wrong"),
    [
        ("A landlady wants to raise the rent of a family of wizards", "look_after"),
        ("A goalkeeper has to catch the eye of the famous scout", "catch_animal"),
        ("A knight has to pay a visit to his terrifying aunt", "earn"),
        ("A lonely vending machine wants to give somebody the last bar of chocolate", "say_goodbye"),
        ("A nervous student has to copy his notes for a friend", "steal_any"),
        ("A cook has to beat the eggs for a thousand omelettes", "defeat_any"),
        ("A tired superhero needs somebody to fix his cape before the parade", "repair_house"),
        ("A wedding photographer must find the runaway groom", "marry_off"),
        ("An apprentice scribe must copy out the treaty", "write"),
        ("The youngest of six wants to play the king in the village pageant", "win_any"),
        ("A young woman wants to train as a blacksmith", "win_any"),
    ],
)
def test_a_verb_of_several_crafts_needs_its_object(premise: str, wrong: str) -> None:
    assert _title(premise) != wrong


@pytest.mark.parametrize(
    ("premise", "right"),
    [
        ("A widow raises her four grandsons above a noisy tavern", "look_after"),
        ("A fisherman wants to catch the giant pike", "catch_animal"),
        ("A cook must bake a cake for the wedding", "bake"),
        ("A nun wants to win the village bicycle race", "win_race"),
        ("A pianist must play the concerto", "perform"),
        ("A ranger has to put out a campfire", "put_out_fire"),
        ("An engineer has to bury her parrot", "bury"),
        ("A grandmother wants to paint the mayor", "paint"),
    ],
)
def test_what_both_verb_and_object_tell_of_is_told(premise: str, right: str) -> None:
    assert _title(premise) == right


@pytest.mark.parametrize(
    ("premise", "right"),
    [
        ("The class hamster has escaped and a girl must find it", {"find_animal", "catch_animal"}),
        ("A boy must win the chess tournament", {"win_game"}),
    ],
)
def test_a_noun_that_only_tells_another_apart_brings_no_plot_in(premise: str, right: set[str]) -> None:
    assert _title(premise) in right


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("A smith wants to melt down the dead king's crown, but his own brother has sworn to guard it.", "melt down the dead king's crown"),
        ("A girl wants to free the tiger, but the keeper wants to train it.", "free the tiger"),
        ("A princess wants to rule, but her brother has sworn to stop her.", "rule"),
        ("A young monk is copying the abbey's only book.", "copy the abbey's only book"),
        ("A singer has to record the wolf's only lullaby.", "record the wolf's only lullaby"),
        ("A soldier wants to desert, but his best friend is on watch.", "desert"),
        ("An umpire wants to admit that he made a mistake.", "admit that he made a mistake"),
        ("A boy wants to build a boat like his father's.", "build a boat like his father's"),
    ],
)
def test_a_deed_is_what_the_premise_first_wants_and_a_whole_phrase_of_it(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize("premise", ["A soldier wants to desert before dawn.", "A clerk has to farm for a year."])
def test_a_verb_behind_to_is_no_place(premise: str) -> None:
    assert understand_world(premise).places == []


@pytest.mark.parametrize(
    "premise",
    [
        "A pensioner wants to cancel a magazine subscription",
        "A refugee has to fill in a form in a language that she cannot read",
        "A clerk has to stamp ten thousand permits by midnight",
        "A teenager has to renew his grandmother's passport",
    ],
)
def test_papers_have_a_plot_of_their_own(premise: str) -> None:
    assert _title(premise) == "paperwork"


@pytest.mark.parametrize(
    "premise", ["A clown has to write a letter of apology to the fire brigade", "A poet must write a sonnet for the queen"]
)
def test_nothing_is_copied_out_before_it_is_written(premise: str) -> None:
    for seed in range(8):
        texts = [one["text"] for mission in worlds.generate(premise, seed=seed)["missions"] for one in mission["objectives"]]
        fair = next((at for at, text in enumerate(texts) if text.startswith("Copy it out fair")), None)
        begun = [at for at, text in enumerate(texts) if text.startswith(("Start afresh", "Work on by the light", "Look the word up"))]
        assert fair is None or all(at < fair for at in begun)


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("An angler wants to cast one last line into the lake where his father taught him.", "cast one last line"),
        ("Be a lighthouse that wants to see the mountains.", "see the mountains"),
        ("A dad tries to put three kids to bed on his own.", "put three kids to bed on his own"),
        ("A frog wants to turn into a prince again for just one dance.", "turn into a prince again"),
        ("A clown wants to be taken seriously.", "be taken seriously"),
    ],
)
def test_what_is_wanted_in_so_many_words_is_no_riddle(premise: str, deed: str) -> None:
    assert (understand_world(premise).goal.deed or "").startswith(deed)
