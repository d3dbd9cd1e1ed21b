"""The last look at a goal: a deed that no reader should have let through is said shorter or plainer, which is English of any premise."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.generation.draft import Goal

_SELF: Final = re.compile(r"(?<= )(?:itself|himself|herself|themselves|myself|yourself|ourselves)$")
_TAIL: Final = re.compile(r"(?: |,)+(?:and|or|but|nor|the|an?|of|whose|because|while|as|than|their|its|my|our|your)$")
_BROKEN: Final = re.compile(
    r"['’]s ['’]s\b|\b(?:the|an?) (?:the|an|my|his|her|their|our|your|its)\b|\b(?:of|to|from|with) (?:and|or|but)\b|[+=<>{}|_#]"
)
_NOT_VERBS: Final = re.compile(r"(?:post|pre|anti)[- ][a-z]+(?:ic|al|ar)$", re.IGNORECASE)
_ASKED_OF: Final = re.compile(r"^find out (?:why|how|whether|if) (?P<what>.+)$")
_BROUGHT_OFF: Final = re.compile(
    r"^(?:the|an?) (?:[\w'-]+ )*?(?:heist|robbery|burglary|break-?in|break-?out|jailbreak|prison break|great escape)\b", re.IGNORECASE
)
_PERCEIVED: Final = frozenset(("hear", "overhear", "notice", "suspect", "sense", "smell"))
_LEFT_BEHIND: Final = frozenset(("strand", "maroon"))
_DONE_TO_FOOD: Final = frozenset(("thaw", "roast", "defrost", "stuff", "carve"))


def assured(goal: Goal) -> Goal:
    """The goal, its deed shortened where it hangs, and "find out the truth" where it is none at all."""
    deed = goal.deed
    if not deed:
        return goal
    if goal.verb in _DONE_TO_FOOD and goal.person:
        goal = goal.model_copy(update={"person": False})  # a turkey that is thawed says nothing
    said = deed
    while (shorter := _TAIL.sub("", said)) != said:
        said = shorter
    if (match := _SELF.search(said)) is not None and _is_complete(said[: match.start()]):
        said = said[: match.start()].rstrip()
    if (asked := _ASKED_OF.match(said)) is not None and _BROUGHT_OFF.match(asked["what"]):
        return Goal(purpose="do", verb="bring_off", deed=f"bring off {asked['what']}"[:120], stated=goal.stated, telling="matter")
    if goal.verb in _PERCEIVED and goal.object:  # "hears the lift arrive": what is behind it is wanted
        about = f"find out the truth about {goal.object}"
        return Goal(
            purpose="solve", verb="find_out", deed=about[:120], object=goal.object, plural=goal.plural, stated=goal.stated, telling="own"
        )
    if goal.verb in _LEFT_BEHIND and not goal.object:
        return Goal(purpose="survive", verb="survive", deed=f"survive {said.partition(' ')[2]}"[:120], stated=goal.stated)
    if _BROKEN.search(said) or _NOT_VERBS.match(said):
        return Goal(purpose="solve", verb="find_out", deed="find out the truth", stated=goal.stated)
    return goal if said == deed else goal.model_copy(update={"deed": said})


def _is_complete(deed: str) -> bool:
    """Whether "himself" behind it only stresses who does it: "go to school itself", no "dress himself"."""
    tokens = tag(tokenise(deed))
    return len(tokens) > 2 and tokens[-1].tag in ("N", "NS") and lemma(tokens[-1].word, "noun") is not None
