"""What is told first and asked after is one question, in all its words."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        (
            "The vending machine at work only sells socks now and nobody knows why.",
            "find out why the vending machine at work only sells socks now",
        ),
        ("The tide has stopped, and a cockle picker has to find out why.", "find out why the tide has stopped"),
        (
            "Every garden gnome on Elm Road has turned to face north. Old Mr Pike wants answers.",
            "find out why every garden gnome on Elm Road has turned to face north",
        ),
        ("A kite that was lost two years ago has come back. Why?", "find out why the kite has come back"),
        ("My dog goes off every evening with a slipper in his mouth. Where does he go?", "find out where my dog goes"),
        (
            "The astronomers notice that one star is blinking in Morse code, and somebody must find out why.",
            "find out why one star is blinking in Morse code",
        ),
        (
            "The mirrors of the ballroom have gone dark and the footman means to find out why.",
            "find out why the mirrors of the ballroom have gone dark",
        ),
    ],
)
def test_what_is_told_first_is_what_is_asked(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("Who has been feeding the gulls on the pier?", "find out who has been feeding the gulls on the pier"),
        ("Why won't the school donkey look at me?", "find out why the school donkey will not look at me"),
        (
            "Why can't anyone on the island remember their own birthday?",
            "find out why nobody on the island can remember their own birthday",
        ),
        ("Why are the windows of the mill always dark?", "find out why the windows of the mill are always dark"),
        (
            "What if the statue in our garden came a little nearer to the kitchen door every night?",
            "find out why the statue in our garden came a little nearer to the kitchen door every night",
        ),
        ("Who is the man in the green hat who sits on our wall?", "find out who the man in the green hat who sits on our wall is"),
        ("My aunt sneezes whenever the bell rings. Why?", "find out why my aunt sneezes every time the bell rings"),
        (
            "The school's stuffed owl is in another room every day and the prefect must find out who moves it.",
            "find out who moves the school's stuffed owl",
        ),
        (
            "The headmistress suspects the cook of reading her post, and the porter has to find out who does.",
            "find out who is reading her post",
        ),
        ("A diver hears tapping under the wreck and must find out what it is.", "find out what the tapping is"),
        ("A man sits in the last carriage and nobody will say his name. I want to know who he is.", "find out who the man is"),
    ],
)
def test_a_question_is_asked_in_all_its_words(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed


def test_who_seeks_the_answer_plays() -> None:
    player = understand_world("The mirrors of the ballroom have gone dark and the footman means to find out why.").player
    assert player is not None
    assert player.noun == "footman"
