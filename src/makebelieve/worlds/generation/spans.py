"""Whether what is taken from a premise is whole: a stretch of it from where a phrase begins to where it ends, with nobody left to be guessed at.

Everything that a reading hands to a story passes here. What is not whole is told in the plainest words that are still true, or not at all.
"""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import Phrase, classify, tokenise
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.cues import ABOUT, HE, SHE
from makebelieve.worlds.generation.draft import Figure, Goal, Site, WorldDraft
from makebelieve.worlds.generation.limits import PERSONAL, is_open, is_owning, left_open, unled
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.reading import GROUPS, Reading, owner_in, somebody
from makebelieve.worlds.generation.recipients import called
from makebelieve.worlds.generation.soundness import is_whole

_TURNED: Final = dict.fromkeys(("a", "an", "the", "my", "our", "your", "her", "his", "their", "its"), "the")
"""Articles and owners, which are turned to whoever is told of."""
_MOST_LEFT_OUT: Final = 2
"""Words that are missed in a phrase; what is further apart was never one."""
_MANY_IN_ONE: Final = GROUPS | {"pod", "litter", "brood", "couple", "audience", "staff"}
_NOT_MEANT: Final = frozenset(("time", "abstract", "event", "act", "feeling", "state", "attribute"))


def is_cut(reading: Reading, said: str) -> bool:
    """Whether words of the premise have been left out in the middle of a phrase: "class of | year olds". What is none of its words is not cut."""
    owner, of, owned = said.rpartition("'s ")
    if of:  # an owner may stand elsewhere: "my grandmother's | pearl necklace" of "at my grandmother's birthday her pearl necklace"
        return is_cut(reading, owner) or is_cut(reading, owned)
    words = _words(said)
    if len(words) < 2:
        return False
    for told in (_words(" ".join(token.word for token in reading.tokens)), _words(reading.premise)):
        if f" {' '.join(words)} " in f" {' '.join(told)} ":
            return False
    told = _words(reading.premise)
    return any(_runs(words, told, at) for at, word in enumerate(told) if word == words[0])


def _runs(words: list[str], told: list[str], at: int) -> bool:
    """Whether all the words follow one another from there, with a word or two of each gap left out."""
    for word in words[1:]:
        at = next((n for n in range(at + 1, min(at + 2 + _MOST_LEFT_OUT, len(told))) if told[n] == word), -1)
        if at < 0:
            return False
    return True


def _words(text: str) -> list[str]:
    """The words of a text, its article left out, all articles and owners alike."""
    words = [_TURNED.get(word, word) for word in tokenise(text.lower()) if word not in (",", "own", "same")]
    return words[1:] if words[:1] == ["the"] else words


def whole(reading: Reading, said: str) -> str:
    """A phrase as it is where it is whole, else as much of it as is: "class of year olds" is a class."""
    if not is_cut(reading, said):
        return said
    plain = re.split(r" (?:of|with|from|in|on|at|for|to|by) ", said, maxsplit=1)[0]
    return (
        plain
        if not is_cut(reading, plain)
        else f"{said.split()[0]} {plain.split()[-1]}"
        if _TURNED.get(said.split()[0])
        else plain.split()[-1]
    )


def unbroken(reading: Reading, draft: WorldDraft) -> WorldDraft:
    """The draft with every phrase of the premise in it whole, and its clauses with those named in them of whom they only say "it" or "she"."""
    figures = {
        name: [_figure(reading, one, draft.player) for one in getattr(draft, name)] for name in ("companions", "foes", "absent", "people")
    }
    update: dict[str, Any] = {
        **figures,
        "player": _figure(reading, draft.player, None) if draft.player is not None else None,
        "recipient": _figure(reading, draft.recipient, draft.player) if draft.recipient is not None else None,
        "places": [_site(reading, one) for one in draft.places],
        "venue": _site(reading, draft.venue) if draft.venue is not None else None,
        "goal": _goal(reading, draft),
        "things": [one for one in draft.things if not is_cut(reading, one)],
        "deadline": _clause(reading, draft, draft.deadline),
        "danger": _clause(reading, draft, draft.danger),
        "condition": _clause(reading, draft, draft.condition),
    }
    changed = {name: value for name, value in update.items() if value != getattr(draft, name)}
    return draft.model_copy(update=changed) if changed else draft


def _figure(reading: Reading, one: Figure, player: Figure | None) -> Figure:
    """Somebody by a whole phrase, and with no owner who is not whoever plays: a prince's guards are no "his guards" to a cook's daughters."""
    phrase, owner = whole(reading, one.phrase), one.owner
    known = player is not None and (player.plural or player.pronoun in ("he", "she"))
    if known and player is not None and owner != PRONOUNS[player.pronoun][2] and one.noun not in HE | SHE:
        owner = None
    return one if (phrase, owner) == (one.phrase, one.owner) else one.model_copy(update={"phrase": phrase, "owner": owner})


def _site(reading: Reading, one: Site) -> Site:
    phrase = whole(reading, one.phrase)
    return one if phrase == one.phrase else one.model_copy(update={"phrase": phrase})


def _goal(reading: Reading, draft: WorldDraft) -> Goal:
    """The goal with its object whole, those named in its deed whom it only calls "them", and no part that is no English by itself."""
    goal = draft.goal
    update: dict[str, Any] = {}
    if goal.object and (plain := whole(reading, goal.object)) != goal.object:
        update["object"] = plain
    for name in ("deed", "whole"):
        told = getattr(goal, name)
        if told is None:
            continue
        update[name] = _named_in(reading, draft, told.replace(goal.object, update["object"]) if "object" in update else told)[:120]
    if (update.get("whole") or update.get("deed")) and any(not is_whole(step.deed) for step in goal.steps):
        update |= {"whole": None, "steps": [step for step in goal.steps if is_whole(step.deed)]}
    changed = {name: value for name, value in update.items() if value != getattr(goal, name)}
    return goal.model_copy(update=changed) if changed else goal


_THEM: Final = re.compile(
    r"\b(them|him|her)(?=$| (?:and|back|up|down|out|off|away|home|in|on|at|to|for|from|with|before|again|over|through|across|into)\b)"
)


def _named_in(reading: Reading, draft: WorldDraft, deed: str) -> str:
    """A deed with those named whom it only calls "them", where only one can be meant and it is not the player: "turn | the frogs | back"."""
    match = _THEM.search(deed)
    unknown = draft.player is not None and draft.player.pronoun == "they" and not draft.player.plural
    if (
        match is None
        or draft.player is None
        or (match[0] == PRONOUNS[draft.player.pronoun][1] and not unknown)
        or (unknown and match[0] != "them")
    ):
        return deed
    meant = _meant(reading, draft, match[0], _start(reading, deed.partition(" ")[2]))
    if (
        meant is None
        or re.search(rf"\b{re.escape(meant.head.word)}\b", deed)
        or re.search(r"\b(?:[a-z]+s|all|both) .*$", deed[: match.start()])
    ):
        return deed
    return f"{deed[: match.start()]}{_name(reading, meant)}{deed[match.end() :]}"


# --- clauses --------------------------------------------------------------------------------------------------------------------------


def _clause(reading: Reading, draft: WorldDraft, clause: str | None) -> str | None:
    """A clause with those named in it whom its pronouns mean, where only one can be meant: "before the soldiers blow | the bridge | up"."""
    if clause is None or not left_open(clause):
        return clause
    led, said = unled(clause)
    start = _start(reading, clause)
    own = set(PRONOUNS[draft.player.pronoun]) if draft.player is not None else set()

    def named(match: re.Match[str]) -> str:
        if match[0] in own or not is_open(said, match):
            return match[0]
        meant = _meant(reading, draft, match[0], start)
        if match[0] == "it" and (does := _DOES.match(said[match.end() :])) is not None:
            meant = _doing(reading, does[1], start) or meant
        if meant is None:
            return match[0]
        name = _name(reading, meant)
        name = f"my {name.partition(' ')[2]}" if name.partition(" ")[0] in own else name  # turned to whoever is told
        owning = is_owning(said, match)
        return f"{name}'" if owning and name.endswith("s") else f"{name}'s" if owning else name

    return f"{led}{PERSONAL.sub(named, said)}".replace("'s own ", "'s ")[:120]


_DOES: Final = re.compile(r" (?:is |has |can |will )?(?:about to |due to |going to )?([a-z]+)")
_DOERS: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    (frozenset(("leaves", "leave", "departs", "depart", "drives", "drive", "sails", "sail", "starts", "sets", "pulls", "takes", "goes", "lands", "arrives", "docks", "sinks", "moves", "rolls")), frozenset(("vehicle",))),
    (frozenset(("closes", "close", "shuts", "opens", "collapses", "burns", "floods")), frozenset(("place", "location", "structure", "building"))),
)  # fmt: skip
"""What vehicles do, and what places do, rather than the things that are in them."""


def _doing(reading: Reading, verb: str, start: int) -> Phrase | None:
    """The only vehicle, or the only place, told of before a clause that says what such a one does: "off the train before | it leaves"."""
    for verbs, categories in _DOERS:
        if verb in verbs:
            some = [one for one in reading.found if one.end <= start and classify(one.noun)[0] in categories and _is_it(reading, one)]
            return some[0] if len({one.noun for one in some}) == 1 else None
    return None


def _start(reading: Reading, clause: str) -> int:
    """The token at which a clause begins; the end where it is not found."""
    words, told = tokenise(clause.lower()), [token.word for token in reading.tokens]
    return next((at for at in range(len(told)) if told[at : at + 3] == words[:3]), len(told))


def _meant(reading: Reading, draft: WorldDraft, pronoun: str, start: int) -> Phrase | None:
    """The only one told of before the clause whom a pronoun can mean; of several things the one that the deed is done to."""
    case = {"he": "him", "his": "him", "she": "her", "they": "them", "their": "them", "its": "it"}.get(pronoun, pronoun)
    if case == "it":
        done_to = (draft.goal.object or "").lower().split()
        some = [
            one
            for one in reading.found
            if one.end <= start and (_is_it(reading, one) or (one.head.word in done_to and not draft.goal.plural))
        ]
        some = [one for one in some if draft.player is None or one.noun != draft.player.noun]
    else:
        told = [one for one in reading.found if one.end <= start]
        told += [owner for one in told if (owner := owner_in(reading, one)) is not None]
        some = [
            one
            for one in told
            if (called(case, one) or (case == "them" and one.noun in _MANY_IN_ONE)) and (case == "them" or somebody(reading, one))
        ]
        some = [one for one in some if case == "them" or classify(one.noun)[0] == "person"] or some
        player = draft.player
        if player is not None and any(one.noun == player.noun for one in some):
            them = {"him": "he", "her": "she", "them": "they"}[case]
            if (case == "them") if player.plural else player.pronoun in (them, "they"):
                return None
            some = [one for one in some if one.noun != player.noun]
    if len({one.noun for one in some}) > 1:
        words = (draft.goal.object or "").lower().split()
        some = [one for one in some if one.head.word in words]
    return some[0] if len({one.noun for one in some}) == 1 else None


def _name(reading: Reading, meant: Phrase) -> str:
    """How somebody or something is called that was spoken of before: those of "all colours" are the colours."""
    return re.sub(r"^(?:all|both|every|no|another|many|some) (?:the )?", "the ", the(reading, meant, plain=True))


def _is_it(reading: Reading, one: Phrase) -> bool:
    many = one.plural or ((one.count or 1) > 1 and one.determiner not in ("a", "an"))
    return not many and one.noun not in ABOUT and one.noun.isalpha() and classify(one.noun)[0] not in _NOT_MEANT | {"person"}
