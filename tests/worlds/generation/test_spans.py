"""What is taken from a premise is a whole stretch of it, and nobody in it is left to be guessed at."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from makebelieve import worlds
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.limits import happened, has_verb, left_open, spoken
from makebelieve.worlds.generation.mentions import mentioned
from makebelieve.worlds.generation.reading import read, text_of
from makebelieve.worlds.generation.soundness import is_whole
from makebelieve.worlds.generation.spans import is_cut, whole
from makebelieve.worlds.generation.understand import understand_world

PREMISES = [line for line in (Path(__file__).parent / "spans.txt").read_text("utf-8").splitlines() if line]


@cache
def draft_of(premise: str) -> WorldDraft:
    return understand_world(premise)


@pytest.mark.parametrize("premise", PREMISES)
def test_no_phrase_is_cut(premise: str) -> None:
    draft, reading = draft_of(premise), read(premise)
    figures = [*draft.companions, *draft.foes, *draft.people, *draft.absent, *filter(None, (draft.player, draft.recipient))]
    phrases = [
        *(one.phrase for one in figures),
        *(one.phrase for one in draft.places),
        *draft.things,
        *(one.phrase for one in mentioned(reading)),
    ]
    phrases += [text_of(reading, one) for one in reading.found]
    for said in [*phrases, *filter(None, [draft.goal.object])]:
        assert not is_cut(reading, said), said
        assert not re.match(r"(?:(?:the|an?|your) )?own\b", said), said
        assert not re.search(r"(?:\b(?:of|the|a|an|and|as many|his|their|to)|^)$", said), said


@pytest.mark.parametrize("premise", PREMISES)
def test_deeds_and_clauses_are_whole(premise: str) -> None:
    draft = draft_of(premise)
    for deed in filter(None, (draft.goal.deed, *(one.deed for one in draft.goal.steps))):
        assert is_whole(deed), deed
    pronoun = draft.player.pronoun if draft.player is not None else "they"
    for clause, danger in ((draft.deadline, False), (draft.condition, False), (draft.danger, True)):
        told = spoken(draft, clause, pronoun, danger=danger) if clause else None
        if told is None:
            continue
        said = told[1]["clause"]
        assert not left_open(said), said
        assert not re.search(r" (?:the|a|an|of|and|who|that|where|his|her|their)$", said), said
        came = happened(told[0], told[1])
        assert not re.search(r"\b(?:is|are) (?:due|about|going) to\b|\b(?:he|she|it|they|him|them)\b", came), came


@pytest.mark.parametrize(
    ("premise", "told", "came"),
    [
        ("A mason must mend the wall before the dam is opened.", "before the dam is opened", "the dam has been opened"),
        ("A girl must find her goat before the ferry is about to sail.", "before the ferry sails", "the ferry has sailed"),
        ("A boy must hide the ball before his father catches him.", "before your father catches you", "your father has caught you"),
        (
            "A farmer must clear the bridge before the flood reaches it.",
            "before the flood reaches the bridge",
            "the flood has reached the bridge",
        ),
        ("A vet must find the snake before it bites the man who feeds it.", "before the snake bites the man who feeds the snake", ""),
        ("A cook must bake forty pies before the bishop comes at noon.", "before the bishop comes at noon", "the bishop has come"),
        ("A maid must find the ring before she who lost it comes home.", "before it is too late", ""),
        ("Two brothers must get down the hill before they freeze.", "before you freeze", ""),
        ("Two nieces must put the cart back in their uncle's barn before he wakes.", "before your uncle wakes", "your uncle has woken"),
        (
            "A clerk must hide his two cats from the landlady before she finds them.",
            "before the landlady finds your cats",
            "the landlady has found your cats",
        ),
        ("The assistant of an inventor has broken his machine and must mend it before he returns.", "before it is too late", ""),
        ("A painter must finish the mural before the holidays are over.", "before the holidays are over", "the holidays are over"),
    ],
)
def test_a_deadline_is_told_to_one_person(premise: str, told: str, came: str) -> None:
    draft = understand_world(premise)
    assert draft.deadline is not None
    spoke = spoken(draft, draft.deadline, draft.player.pronoun if draft.player else "they")
    assert spoke is not None
    assert (spoke[1]["clause"], happened(*spoke)) == (told, came)


def test_what_was_to_be_kept_off_is_not_promised() -> None:
    assert has_verb("before the other settlers die")
    assert not has_verb("before dawn")


@pytest.mark.parametrize(
    ("premise", "deadline"),
    [
        ("A nun drives through the worst storm in thirty years to fetch a doctor.", None),
        ("A nurse must hide the boy before the men who want him arrive.", None),
        ("A drover moves a herd by night across the hills.", None),
        ("The bakers are on strike until the mayor says sorry.", None),
        ("A girl wants to swim a mile before her brother does.", "before her brother does"),
    ],
)
def test_what_is_no_deadline(premise: str, deadline: str | None) -> None:
    assert understand_world(premise).deadline == deadline


@pytest.mark.parametrize(
    ("premise", "seen", "told"),
    [
        ("im the cook of the ship and my spoons are gone i have to find them", "their spoons", "find my spoons"),
        ("A nurse takes a choir of thirty-two sailors to the fair, and old Arthur wanders off.", None, "bring old Arthur back"),
        (
            "A boy wants to return the purse he stole without being seen by the man he stole it from.",
            None,
            "return the purse he stole without being seen by the man he stole it from",
        ),
        ("A foal has lost her herd and a groom's son wants to lead her back to them.", None, "lead the foal back to her herd"),
        ("A girl has to carry a three-tier cake up the stairs.", None, "carry a three-tier cake up the stairs"),
        ("The wizard has turned the whole inn into frogs, and his apprentice must count them.", None, "count the frogs"),
    ],
)
def test_what_is_sought_is_named(premise: str, seen: str | None, told: str) -> None:
    assert draft_of(premise).goal.deed == told
    if seen is not None:
        world = worlds.generate(premise, seed=0)
        bases = [state["base"] for state in world["scene"]["states"].values()]
        assert not any(re.search(r"\b[Mm]y\b", base) for base in bases)


def test_whose_things_are_not_the_players_have_no_owner_without_one() -> None:
    told = mentioned(read("A tiny knight crosses the garden of a giant without stepping on any of her flowers"))
    assert [one.phrase for one in told if one.head == "flower"] == ["the flowers"]
    guards = next(one for one in draft_of("The cook's three daughters hide a prince from his own guards.").foes if one.noun == "guard")
    assert guards.owner is None
    assert draft_of("Three sons try to get as much hay as possible into the barn").goal.deed == "get the hay into the barn"


def test_a_title_denies_in_plain_words() -> None:
    name = worlds.generate("A clerk has to prove that he did not sink the ferry before the jury comes back.", seed=0)["name"]
    assert "Hardly" not in name


def test_what_is_cut_is_told_by_what_is_whole() -> None:
    reading = read("A cook feeds a class of thirty small eaters")
    assert is_cut(reading, "the class of eaters")
    assert whole(reading, "the class of eaters") == "the class"
    assert not is_cut(reading, "the class of thirty small eaters")
    assert not is_cut(reading, "the lamps")
