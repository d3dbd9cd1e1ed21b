"""Aims that something shall not be: stopped, saved, refused; and the plots that such deeds are told by."""

from __future__ import annotations

import pytest

from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.plots import plot_of
from makebelieve.worlds.generation.understand import understand_world


@pytest.mark.parametrize(
    ("premise", "deed", "plot"),
    [
        ("Stop my sister from marrying the count.", "stop my sister from marrying the count", "stop_from"),
        ("A ranger must keep the poachers from reaching the elephants.", "keep the poachers from reaching the elephants", "stop_from"),
        ("Neighbours band together to stop the old cinema from being torn down.", "save the old cinema from being torn down", "save_shop"),
        ("You are a knight who refuses to kill the last dragon.", "refuse to kill the last dragon", "refuse_to"),
        ("Two farmers have to save their barn from the wildfire.", "save their barn from the wildfire", "save_from_fire"),
        ("The oracle says my brother will kill me.", "stop my brother from killing me", "stop_from"),
        ("A tailor pretends to be a prince.", "pretend to be a prince", "pretend"),
        ("A queen in exile gathers an army to take back her city.", "take back her city", "win_back"),
        ("A firefighter goes back into the burning block for one last child.", None, "rescue_fire"),
        ("An old gunslinger wants to be left alone but the gang has taken his granddaughter.", None, "rescue_person"),
        ("A retired wrestler must win one more bout.", "win one more bout", "win_bout"),
        ("The judge has been bribed; find proof before the verdict.", "find proof", "inquiry"),
        ("A soldier must prevent the bomb from being dropped.", "prevent the bomb from being dropped", "stop_from"),
    ],
)
def test_what_shall_not_be_is_told_by_a_plot_of_its_own(premise: str, deed: str | None, plot: str) -> None:
    draft = understand_world(premise)
    assert deed is None or draft.goal.deed == deed
    chosen = plot_of(draft, draft.goal, Chance(0))
    assert chosen is not None
    assert chosen.title == plot


@pytest.mark.parametrize(
    ("premise", "deed"),
    [
        ("You are the only mechanic on Mars and the rover won't start.", "repair the rover"),
        ("A tour guide loses her group in the catacombs of Paris.", "find her group"),
        ("The young king must decide between peace and war.", "decide between peace and war"),
        ("The emperor's food taster suspects the cook.", "find out the truth about the cook"),
        ("In 1917 two enemies share a shell hole and must keep each other alive.", "keep each other alive"),
        ("He betrayed his best friend and wants to be forgiven.", "be forgiven"),
        ("A firefighter goes back into the burning block for one last child.", "rescue the last child"),
        ("She goes into town for the doctor.", "fetch the doctor"),
        ("My grandmother's diary mentions a treasure under the old mill.", "find the treasure"),
        ("A team of miners is trapped underground after an explosion.", "get out alive"),
        ("A waitress dreams of opening a bookshop by the sea.", "open a bookshop by the sea"),
        ("My sister and I run a garage and a rich man wants to buy it.", "keep the garage going"),
        ("The robot wants to become human.", "become human"),
        ("A coach has one season to turn a hopeless team into winners.", "turn a hopeless team into winners"),
        ("He pawned his late wife's ring and wants it back.", "get his late wife's ring back"),
        ("The queen's jewels have vanished during the ball and the butler is accused.", "find her jewels"),
    ],
)
def test_what_is_wanted_is_not_what_only_came_before(premise: str, deed: str) -> None:
    assert understand_world(premise).goal.deed == deed
