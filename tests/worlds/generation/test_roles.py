"""Which part in the deed everybody has whom a premise names. Rows of `parts/*.txt`: premise | hero=noun (- for none) | noun=part,part …"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from makebelieve.language import lemma
from makebelieve.worlds.generation.draft import Figure, WorldDraft
from makebelieve.worlds.generation.understand import understand_world

HERE = Path(__file__).parent / "parts"


def nouns(figure: Figure | None) -> set[str]:
    words = re.findall(r"[a-z]+", f"{figure.noun} {figure.name or ''}".lower()) if figure is not None else []
    return {form for word in words for form in (word, lemma(word, "noun") or word)}


def part_of(draft: WorldDraft, noun: str) -> str:
    """What the draft takes somebody for; a bystander where it has nothing to say of them."""
    for figure in (*draft.foes, *draft.absent, *draft.companions, *draft.people, *([draft.recipient] if draft.recipient else ())):
        if noun in nouns(figure):
            return figure.part or "companion"
    words = re.findall(r"[a-z]+", re.sub(r"\w+'s? ", "", draft.goal.object or "").lower())
    if noun in {form for word in words for form in (word, lemma(word, "noun") or word)}:
        return "object"
    return "hero" if noun in nouns(draft.player) else "bystander"


@pytest.mark.parametrize(("name", "floor"), [("developed", 0.93)])
def test_shares_of_parts(name: str, floor: float) -> None:
    right = total = 0
    wrong: list[str] = []
    for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
        premise, *labels = (piece.strip() for piece in line.split("|"))
        draft = understand_world(premise)
        for label in labels:
            noun, _, parts = label.partition("=")
            if noun == "hero":
                good = draft.player is None if parts == "-" else parts in nouns(draft.player)
            else:
                good = part_of(draft, noun) in parts.split(",")
            right, total = right + good, total + 1
            wrong += [] if good else [f"{premise}: {label}"]
    assert right / total >= floor, "\n".join(wrong)


@pytest.mark.parametrize(
    ("premise", "noun", "part"),
    [
        ("The mayor asks a plumber to find the leak under the town hall", "mayor", "patron"),
        ("My boss wants me to sell ice in January", "boss", "patron"),
        ("A thief is hired by a duchess to steal a pearl", "duchess", "patron"),
        ("A juggler performs before the king of Poland", "king", "witness"),
        ("At my sister's wedding I have to sing a song I do not know", "sister", "witness"),
        ("With her deaf grandfather, a girl paddles down the river", "grandfather", "companion"),
        ("A boy finds the way out of the cave with the help of a bat", "bat", "companion"),
        ("A cook trades her pans with a sailor for a lantern", "sailor", "recipient"),
        ("A snail races a hare to the pond", "hare", "rival"),
        ("A gardener grows a pumpkin to win the show against her neighbour", "neighbour", "rival"),
        ("A maid hides the silver while her master is away", "master", "absent"),
        ("Bake a pie while the wolves are out", "wolf", "opponent"),
        ("A painter paints a wall in a street where children play", "child", "bystander"),
    ],
)
def test_parts_by_grammar(premise: str, noun: str, part: str) -> None:
    assert part_of(understand_world(premise), noun) == part


@pytest.mark.parametrize(
    ("premise", "object_", "recipient"),
    [
        ("A poor violinist plays for the sick emperor", "the tune", "sick emperor"),
        ("A penguin cooks for three judges", "the dinner", "judges"),
        ("A translator must tell the chief the truth", "the truth", "chief"),
        ("A shy librarian falls for a baker and decides to write him a letter", "the letter", "baker"),
        ("A widow sells a boat to pay the doctor", "the money", "doctor"),
        ("A girl teaches her dog to swim", "her dog", None),
        ("A nurse has to feed a hungry giant", "the hungry giant", None),
        ("A man looks for his daughter", "his daughter", None),
    ],
)
def test_what_is_given_and_to_whom(premise: str, object_: str, recipient: str | None) -> None:
    draft = understand_world(premise)
    assert draft.goal.object == object_
    assert (draft.recipient.phrase if draft.recipient else None) == recipient


@pytest.mark.parametrize(
    ("premise", "object_", "rival"),
    [
        ("Two sisters compete with the ice cream man across the road", "the contest", "man"),
        ("A lifeguard races her twin brother to the buoy", "the race", "brother"),
        ("A baker's team must beat the neighbouring village in the pie contest", "the pie contest", "village"),
        ("A violinist has to beat her rival", "her rival", None),
        ("A driver races the river to the top of the hill", "the river", None),
        ("A knight must beat the dragon of the north", "the dragon of the north", None),
    ],
)
def test_rivals_are_no_prize(premise: str, object_: str, rival: str | None) -> None:
    draft = understand_world(premise)
    assert draft.goal.object == object_
    assert [one.noun for one in draft.foes if one.part == "rival"] == ([rival] if rival else [])
