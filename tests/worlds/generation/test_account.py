"""The account of a reading: one plain sentence that says it again, and is read the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebelieve import worlds

PREMISES = [line for line in (Path(__file__).parent / "premises.txt").read_text().splitlines() if line and not line.startswith("#")]


def reading(premise: str) -> dict[str, str]:
    understood = worlds.generate(premise)["metadata"]["understood"]
    return {"sentence": understood["sentence"], "deed": understood["goal"]["deed"] or "", "player": understood["player"]}


@pytest.mark.parametrize(
    ("premise", "sentence"),
    [
        ("A baker needs to finish the wedding cake before noon.", "The baker has to finish the wedding cake before noon."),
        (
            "I have to bring my brother's kite back before he comes home.",
            "I have to bring my brother's kite back before my brother comes home.",
        ),
        ("Three goats want to cross the old bridge.", "The goats have to cross the old bridge."),
        ("Rosa wants to learn to whistle.", "Rosa has to learn to whistle."),
        (
            "Tom has to get his sister's bear off the train before it leaves.",
            "Tom has to get his sister's bear off the train before the train leaves.",
        ),
        ("A boy must deliver his cake before it melts.", "The boy has to deliver his cake before his cake melts."),
        ("A knife-grinding widow must find her brother.", "The knife-grinding widow has to find her brother."),
        (
            "A beaver has to mend her dam before the flood comes down the valley.",
            "The beaver has to mend her dam before the flood comes down the valley.",
        ),
        (
            "A witch has opened a tea shop at the edge of the forest, but none of the villagers dare to come in.",
            "The witch has to get the villagers to come into the tea shop at the edge of the forest.",
        ),
        (
            "A troll has opened a hotel, but no guest stays longer than an hour.",
            "The troll has to get a guest to stay longer than an hour.",
        ),
        ("Ines has to finish the window, but the only good furnace belongs to her rival.", "Ines has to finish the window."),
        (
            "A rooster believes the sun only rises because he crows, and one morning he oversleeps.",
            "The rooster has to find out whether the sun only rises because he crows.",
        ),
        ("The oldest tortoise in the zoo wants to see the sea.", "The oldest tortoise at the zoo has to see the sea."),
        ("A scarecrow wants somebody to hug him.", "The scarecrow has to get somebody to hug him."),
        ("An elf has broken into the factory and cannot get out.", "The elf has to get out of the factory."),
        ("Two brothers have built a ferry, but nobody will sail with them.", "The brothers have to get people to sail with them."),
        ("The shop will close unless Mr Abara sells a hundred books.", "Mr Abara has to sell a hundred books."),
    ],
)
def test_a_reading_is_said_in_one_sentence(premise: str, sentence: str) -> None:
    assert reading(premise)["sentence"] == sentence


@pytest.mark.parametrize(
    ("premise", "guessed"),
    [
        ("A baker must finish the cake by noon.", []),
        ("A thief steals the voice of a mermaid.", []),
        ("Help me find my cat.", []),
        ("Rosa hunts for her ring and wants to find out who took it.", []),
        ("A witch has opened a tea shop, but nobody comes.", ["goal"]),
        ("The bell rings at night, and the verger is being blamed for it.", ["goal"]),
        ("Two strangers are trapped in a lift.", ["goal"]),
        ("The coffee machine has been elected manager, and it is firing everyone.", ["player", "goal"]),
    ],
)
def test_what_the_premise_does_not_say_is_called_a_guess(premise: str, guessed: list[str]) -> None:
    """The page asks back where the one who plays, or what is to be done, is only guessed."""
    assumed = worlds.generate(premise)["metadata"]["understood"]["assumed"]
    assert [one for one in assumed if one in ("player", "goal")] == guessed


def test_the_sentence_is_read_as_its_premise_was() -> None:
    """Who puts one word of it right keeps the rest."""
    before = [reading(premise) for premise in PREMISES]
    again = [(one, reading(one["sentence"])) for one in before if one["sentence"]]
    assert len(again) >= 0.97 * len(before)
    assert sum(new["deed"].startswith(old["deed"]) for old, new in again) >= 0.97 * len(again)
    assert sum(new["player"] == old["player"].split(" with ")[0] for old, new in again) >= 0.93 * len(again)
