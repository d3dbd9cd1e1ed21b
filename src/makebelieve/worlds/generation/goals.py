"""What the player of a premise wants: the likeliest aim, a trouble to set right, or a noun that states a goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, cast

from makebelieve.language import Phrase, classify, verb_class
from makebelieve.worlds.generation.aimed import VAST, goal_of_aim
from makebelieve.worlds.generation.aims import aims
from makebelieve.worlds.generation.chains import chain_of, deed_of, foremost, told_whole
from makebelieve.worlds.generation.circumstances import deadline_of, is_eve
from makebelieve.worlds.generation.clauses import clause_start, same_as, turns_at, word_set
from makebelieve.worlds.generation.clausewords import clause_of, the
from makebelieve.worlds.generation.cues import PURPOSE_NOUNS
from makebelieve.worlds.generation.discoveries import claim_of, troubled
from makebelieve.worlds.generation.draft import Goal, Purpose, Step
from makebelieve.worlds.generation.firstwants import first_want
from makebelieve.worlds.generation.happenings import happenings
from makebelieve.worlds.generation.mishaps import last_mishap, overlooks
from makebelieve.worlds.generation.plights import plight_of
from makebelieve.worlds.generation.purposes import MATTERS, purposeful, with_article
from makebelieve.worlds.generation.questions import answer_wanted, bare_why, suffered
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody
from makebelieve.worlds.generation.riddles import is_pressing, riddle_of
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.situations import Situation, main_verb_phrase, situation_of
from makebelieve.worlds.generation.soundness import is_whole
from makebelieve.worlds.generation.troubles import Found, avoided, puzzle, searched, situation, wanting
from makebelieve.worlds.generation.verbs import gerund
from makebelieve.worlds.generation.works import work_of

_LEAST: Final = 0.05
"""The score from which an aim is what the premise is about."""
_PLAIN: Final = 1.25
"""Below this, an aim is only what somebody does."""
_WANTED: Final = 0.95
"""The licence from which an aim is wanted and not only done."""
_BEATS_DOING: Final = 3
"""Ranks of situations: of those that beat what somebody merely does, and of those that beat a trouble or a puzzle."""
_BEATS_TROUBLES: Final = 2


_OCCUPIED: Final = word_set("keep run own tend sail drive guard teach sell bake share raise breed watch play")
"""What people do day by day, until something happens."""


def _goes_on(reading: Reading, aim: Aim) -> bool:
    """Whether another sentence follows that of an aim."""
    tokens = reading.tokens
    stop = next(
        (
            n
            for n in range(aim.at, len(tokens) - 1)
            if tokens[n].word in (".", "!") or (tokens[n].word == "," and tokens[n + 1].word in ("and", "but", "when"))
        ),
        len(tokens),
    )
    return stop + 2 < len(tokens)


_FOUND: Final = frozenset(
    ("find", "discover", "notice", "spot", "receive", "inherit", "meet", "hook", "catch", "uncover", "unearth", "get")
)
_NO_DEED: Final = word_set("put wake wake_up move_in end_up work move look stand live run get turn leave take go begin start drop pour own")
"""What people do before anything is to be done."""
_ARRIVING: Final = frozenset(
    ("ride", "walk", "come", "arrive", "move", "travel", "fly", "sail", "return", "step", "wander", "stumble", "drive", "crash")
)


def _only_found(reading: Reading, aim: Aim) -> bool:
    """Whether an aim only tells what somebody comes upon: "a street sweeper finds a trumpet"."""
    token = reading.tokens[aim.at]
    if aim.licence < _WANTED and token.lemma in _ARRIVING and token.tag in ("VS", "VD", "V"):
        return True  # "rides into a town where nobody speaks"
    if aim.licence < _WANTED and aim.verb in _NO_DEED and aim.verb.partition("_")[0] == token.lemma and token.tag in ("VS", "VD", "V"):
        return True
    return aim.licence < _WANTED and token.lemma in _FOUND and token.tag in ("VS", "VD", "V") and not aim.asks and aim.verb == token.lemma


def _come_upon(reading: Reading, aim: Aim) -> str | None:
    """What somebody has only come upon, where a premise says no more of it: "finds a list of names"."""
    token, thing = reading.tokens[aim.at], aim.target
    if (
        token.lemma not in _FOUND
        or thing is None
        or aim.governed is not None
        or somebody(reading, thing)
        or thing.determiner not in ("a", "an")
    ):
        return None
    return the(reading, thing, plain=True)


def turn_of(reading: Reading) -> tuple[int, bool]:
    """The token at which a story turns from what goes on to what happens, "until one day", "but tonight", 0 where it does not; and whether it turns by
    what something does that is called "it"."""
    tokens = reading.tokens
    at = next((n for n in range(4, len(tokens) - 3) if turns_at(tokens, n)), 0)
    it = (
        0
        if at
        else next((one.start for one in happenings(reading, frozenset()) if one.resumed and one.pronoun == "it" and not one.aside), 0)
    )
    there = (
        0
        if at or it
        else next(
            (
                n
                for n in range(4, len(tokens) - 3)
                if tokens[n].word in ("and", "but")
                and tokens[n + 1].word == "there"
                and tokens[n + 2].tag == "X"
                and tokens[n + 3].word not in ("no", "not")
            ),
            0,
        )
    )
    told = any(token.tag in ("V", "VS", "X", "VD") for token in tokens[: at or it or there])
    if at and tokens[at].word in ("and", "but", "then", "one"):
        told = True  # "a snow globe, and one day somebody in there waves"
    return (at or it or there if told else 0), bool(it)  # "makes a doll, and it begins to speak"


_SURVIVING: Final = frozenset(("survivor", "castaway", "outcast"))
"""Who only wants to live on, where a premise says no more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A goal, the phrase it is done to, the aim it was read from, who stands in the way, and who must be the player, each if one."""

    goal: Goal
    target: Phrase | None = None
    aim: Aim | None = None
    foe: Phrase | None = None
    hero: Phrase | None = None
    before: tuple[Aim, ...] = ()
    """The parts of the goal before the aim."""


def goal_of(reading: Reading, player: Phrase | None) -> Wanted:
    """The goal of a premise: the first that is sound, and none of its own where no reading of it is."""
    sound = (one for one in _goals(reading, player) if one.goal.deed is None or is_whole(one.goal.deed))
    chosen = next(sound, Wanted(Goal(purpose="explore")))
    if chosen.goal.purpose == "solve" and chosen.aim is None and answer_wanted(reading) is None and (plain := first_want(reading, player)):
        chosen = Wanted(plain[0], plain[1], hero=plain[2]) if is_whole(plain[0].deed or "") else chosen  # nobody asks why it is wanted
    trouble = last_mishap(reading, player)
    if trouble is None or not overlooks(reading, chosen.goal, chosen.aim, trouble, player) or not is_whole(trouble.remedy[2]):
        return chosen
    return _situated(reading, Situation("mishap", _BEATS_DOING, *trouble.remedy))


def _goals(reading: Reading, player: Phrase | None) -> Iterator[Wanted]:
    """What a premise may want: the likeliest aim, unless it is only what somebody does in a situation that wants something else."""
    asked = answer_wanted(reading)
    if asked is not None:
        yield Wanted(Goal(purpose="solve", verb="find_out", deed=asked[:120], stated=True))
    opened = player is None and any(token.word in ("my", "our") for token in reading.tokens[:1])
    wishes = foremost(reading, [aim for aim in aims(reading, player) if aim.score >= _LEAST])
    turn, resumed = turn_of(reading)
    if turn and not any(aim.licence >= _WANTED for aim in wishes):
        turned = [aim for aim in wishes if not resumed and aim.at >= turn and not aim.strange and not _only_found(reading, aim)]
        if not turned and (met := situation_of(reading, player, 1 + (reading.tokens[turn + 1].word == "there"), turn)) is not None:
            yield _situated(reading, met)  # "sells maps, until one day a customer comes back"
        wishes = turned or wishes
    if (
        not any(aim.licence >= _WANTED for aim in wishes)
        and (trouble := troubled(reading, player) or plight_of(reading, player)) is not None
    ):
        yield _situated(reading, Situation("discovery", _BEATS_DOING, *trouble))
    for aim in wishes:
        owned = (opened and aim.strange) or (player is not None and player.start <= 1 and lead(reading, player)[1] in ("my", "our"))
        if owned and aim.licence < _WANTED and (met := situation_of(reading, None, _BEATS_TROUBLES)) is not None:
            yield _situated(reading, met)  # "my imaginary friend got a job"
        if aim.licence < _WANTED and (shunned := avoided(reading)) is not None:
            yield Wanted(_shunned(reading, shunned))
        if (
            aim.licence < _WANTED
            and (met := situation_of(reading, player, _BEATS_DOING)) is not None
            and not met.is_seen_to(aim.target, aim.at)
        ):
            yield _situated(reading, met)
        occupied = aim.licence < _WANTED and aim.verb in _OCCUPIED and _goes_on(reading, aim)
        if occupied and (met := situation_of(reading, player, _BEATS_TROUBLES)) is not None:
            yield _situated(reading, met)  # "two sisters keep a lighthouse. One night the lamp goes out"
        told = any(
            token.word in ("where", "not", "nobody") or token.lemma in ("notice", "discover") for token in reading.tokens[aim.at :]
        )  # "walks into a valley where nobody laughs"
        least = _BEATS_TROUBLES if reading.tokens[aim.at].lemma in _ARRIVING and not told else 1  # "a paper boat sails to the sea"
        if _only_found(reading, aim) and (
            met := situation_of(reading, player, least, clause_start(reading.tokens, aim.at)) or situation_of(reading, player, least)
        ):
            yield _situated(reading, met)  # "finds a trumpet": it has been found
        if _only_found(reading, aim) and aim is wishes[0] and (what := _come_upon(reading, aim)) is not None:
            yield Wanted(Goal(purpose="solve", verb="find_out", deed=f"find out the secret of {what}"[:120], stated=True), aim.target)
        if aim.score < _PLAIN and (sought := searched(reading)) is not None and sought[2] is not aim.target:
            yield Wanted(*_implied(reading, sought))  # "paddles from roof to roof in search of her twins"
        chain = chain_of(reading, wishes, aim)
        aim = deed_of(chain)
        made = goal_of_aim(reading, aim)
        if made is not None and len(chain) > 1:
            made = made.model_copy(update=_parts(reading, chain, aim))
        elif made is not None and aim.via is not None and aim.via.licence >= _WANTED and (made.deed or "") in aim.via.told:
            made = made.model_copy(update={"whole": aim.via.told[:120]})
        if made is not None and (cause := _cause(reading, aim)) is not None:
            made = made.model_copy(update={"deed": f"{made.deed or ''}".removesuffix(" why") + f" why {cause}"})
        if made is not None and _stops_it(reading, aim) and (what := _stopped(reading, aim)) is not None:
            stop = f"{reading.tokens[aim.at].lemma} {what}"[:120]
            made = Goal(purpose="do", verb=reading.tokens[aim.at].lemma, deed=stop, stated=True, telling="matter")
        if (
            made is not None
            and made.deed in ("find out", "find out who did it", "find out who", "find out which")
            and (done := suffered(reading))
        ):
            made = made.model_copy(update={"deed": f"find out who has {done}"})
        if made is not None and made.verb == "prove" and (claim := claim_of(reading)) is not None and aim.end <= aim.at + 2:
            made = Goal(purpose="do", verb="prove", deed=cased(reading, f"prove that {claim}")[:120], stated=True, telling="matter")
        if made is not None:
            free = made.object is None and aim.target is not None and somebody(reading, aim.target)
            yield Wanted(made, None if free else aim.target, aim, before=tuple(chain[: chain.index(aim)]))
    owned = player is not None and player.start <= 1 and lead(reading, player)[1] in ("my", "our")
    hero = None if owned else player  # "my shadow quit": it is somebody else who minds
    if (shunned := avoided(reading)) is not None:
        yield Wanted(_shunned(reading, shunned))
    if (met := situation_of(reading, hero, _BEATS_TROUBLES)) is not None:
        yield _situated(reading, met)
    named, target = _goal_named(reading, player)
    if named.stated:
        yield Wanted(named, target)
    if (met := situation_of(reading, hero)) is not None:
        yield _situated(reading, met)
    if player is not None and player.noun in _SURVIVING:
        yield Wanted(Goal(purpose="survive", verb="stay_alive", deed="stay alive until help comes", stated=True))
    if (last := main_verb_phrase(reading, player)) is not None:
        verb, deed, done_to = last
        if verb in _IDLE and (doubted := _in_doubt(reading, player)) is not None:
            yield Wanted(Goal(purpose="solve", verb="find_out", deed=f"find out the truth about {doubted}"[:120], stated=True))
        if verb == "find_out":
            yield Wanted(Goal(purpose="solve", verb=verb, deed=deed[:120], stated=True))
        goal = purposeful(reading, "do", done_to) if done_to is not None else Goal(purpose="do")
        yield Wanted(
            goal.model_copy(update={"purpose": "do", "verb": verb, "deed": deed[:120], "stated": True, "telling": _telling(done_to, goal)}),
            done_to,
        )
    if deadline_of(reading) is not None and not is_eve(reading) and work_of(reading, player) is None:
        yield Wanted(Goal(purpose="do", verb="be_ready", deed="be ready in time", stated=True, telling="matter"))
    if (wish := wanting(reading, player)) is not None:
        if wish.startswith("find out "):
            yield Wanted(Goal(purpose="solve", verb="find_out", deed=wish[:120], stated=True))
        verb = wish.partition(" ")[0]
        yield Wanted(Goal(purpose="do", verb=verb, deed=wish[:120], stated=True, telling="matter"))
    riddle = riddle_of(reading, player)
    if (work := work_of(reading, player)) is not None and not (riddle is not None and is_pressing(riddle)):
        yield Wanted(work)
    yield Wanted(named, target)


_IDLE: Final = word_set("see hear feel smell notice watch look say tell know")
"""Verbs that are no story by themselves: "I have seen its eyes"."""


def _in_doubt(reading: Reading, player: Phrase | None) -> str | None:
    """What a premise says something of that is neither the player nor only somebody who says so: "the thing in the attic"."""
    mine = same_as(reading, player)
    for one in happenings(reading, frozenset()):
        what = one.subject
        if what is None or one.aside or id(what) in mine or verb_class(one.verb) == "communication" or somebody(reading, what):
            continue
        return the(reading, what, plain=True)
    return None


def _cause(reading: Reading, aim: Aim) -> str | None:
    """What is asked about by a "why" that ends an aim: "the well has run dry" of "the well has run dry and a girl asks the giant why"."""
    tokens = reading.tokens
    if bare_why(reading, aim.at + 1, aim.end + 2) is None:
        return None
    if any(token.word == "that" and token.tag == "S" for token in tokens[: aim.at]):
        return None  # what is noticed, and who notices it, are two clauses
    told = [
        one
        for one in happenings(reading, frozenset())
        if one.end <= aim.at
        and (one.subject is not None or one.pronoun in ("nobody", "everybody", "everyone"))
        and not one.aside
        and not one.relative
    ]
    # Who somebody is asks for no reason: "you are a beekeeper in a village where all the bees have stopped flying".
    events = [one for one in told if not (one.verb == "be" and one.pronoun in ("i", "you", "we"))]
    clause = clause_of(reading, events[0]) if events else ""
    return clause[:80] or None


def _stops_it(reading: Reading, aim: Aim) -> bool:
    """ "Wants to stop it", "must prevent this"."""
    after = [token.word for token in reading.tokens[aim.at + 1 : aim.at + 2]]
    return reading.tokens[aim.at].lemma in ("stop", "prevent") and after in (["it"], ["that"], ["this"])


def _stopped(reading: Reading, aim: Aim) -> str | None:
    """What "it" is that somebody wants to stop: "my parents from getting divorced" of "my parents are getting divorced and I want to stop it"."""
    tokens = reading.tokens
    for one in reading.found:
        doing = one.end + 1
        if doing >= aim.at or tokens[one.end].word not in ("is", "are", "keeps", "keep") or tokens[doing].tag != "VG":
            continue
        end = next((n for n in range(doing, aim.at) if tokens[n].tag in (".", "C") or tokens[n].word in ("and", "but", ",")), aim.at)
        head = next((other for other in reading.found if one.preposition == "of" and other.end == one.start - 1), one)
        said = " ".join(token.word for token in tokens[doing:end])
        said = re.sub(r"^going to be ", "being ", said)  # "is going to be sold"
        said = re.sub(r"^going to ([a-z]+)", lambda match: gerund(match[1]), said)
        return f"{the(reading, head, plain=True)} from {cased(reading, said)}"
    return None


def _parts(reading: Reading, chain: list[Aim], deed: Aim) -> dict[str, Any]:
    """What a goal of several parts has besides its deed: the steps before it, and all of it in words."""
    steps: list[Step] = []
    for aim in chain[: chain.index(deed)][-3:]:
        goal = purposeful(reading, "do", aim.target) if aim.target is not None else Goal(purpose="do")
        steps.append(Step(deed=aim.told[:120], verb=aim.verb, object=goal.object, person=goal.person))
    return {"steps": steps, "whole": told_whole(reading, chain)[:120]}


def _shunned(reading: Reading, deed: str) -> Goal:
    return Goal(purpose="do", verb="avoid", deed=cased(reading, deed)[:120], stated=True, telling="matter")


def _situated(reading: Reading, met: Situation) -> Wanted:
    """The goal of a situation, in the words of its class."""
    goal = purposeful(reading, met.purpose, met.target, again=True) if met.target is not None else Goal(purpose=met.purpose)
    purpose = met.purpose if goal.object else goal.purpose
    if purpose == "unite" and not goal.object:
        purpose = "do"  # "agree on a verdict": with nobody in particular
    own = purpose in ("solve", "find", "rescue", "escape", "reach", "protect") and not (
        met.target is not None and met.target.noun in VAST and purpose != "protect"
    )
    if met.deed.endswith("the way home"):
        return Wanted(Goal(purpose="reach", object="home", verb=met.verb, deed=met.deed, stated=True, situation=met.title))
    told = {
        "purpose": purpose, "verb": met.verb, "deed": met.deed[:120], "stated": True, "situation": met.title,
        "telling": "own" if own and (goal.object or purpose in ("solve", "escape")) else _telling(met.target, goal),
    }  # fmt: skip
    return Wanted(goal.model_copy(update=told), met.target, None, met.foe, met.hero)


def _telling(target: Phrase | None, goal: Goal) -> str:
    """By which words a deed is told that has no texts of its own."""
    return "matter" if target is None or (classify(target.noun)[0] in MATTERS and not goal.person) else "like"


def _goal_named(reading: Reading, player: Phrase | None) -> tuple[Goal, Phrase | None]:
    """The goal that a trouble or a noun states: "the bell is missing", "somebody poisoned the queen", "a heist", "the murder of a merchant"."""
    tokens = reading.tokens
    open_ = puzzle(reading, player)
    if open_ is not None and open_.startswith("warn "):
        return Goal(purpose="do", verb="warn", deed=cased(reading, open_)[:120], stated=True, telling="matter"), None
    if open_ is not None:
        return Goal(purpose="solve", verb="find_out", deed=cased(reading, open_)[:120], stated=True), None
    implied = situation(reading, player)
    if implied is not None:
        return _implied(reading, implied)
    for phrase in reading.found:
        purpose = PURPOSE_NOUNS.get(phrase.noun)
        if purpose and {"without", "no"} & {token.word for token in tokens[max(0, phrase.start - 1) : phrase.start + 1]}:
            continue  # "a town without crime"
        if purpose and phrase.preposition is not None and somebody(reading, phrase):
            continue  # "a wand that belonged to a murderer"
        if purpose:
            after = next(
                (
                    one
                    for one in reading.found
                    if phrase.end < len(tokens) and tokens[phrase.end].word == "of" and one.start == phrase.end + 1
                ),
                None,
            )
            target = after if purpose == "rescue" and after is not None else phrase if purpose in ("solve", "win", "unite") else None
            return purposeful(reading, cast("Purpose", purpose), target), target
    return Goal(purpose="explore"), None


def _implied(reading: Reading, found: Found) -> tuple[Goal, Phrase | None]:
    """The goal of a situation, in words made for it."""
    purpose, told, sought = found
    goal = purposeful(reading, purpose, sought, again=purpose == "find")
    verb, _, rest = told.partition("|")
    if purpose == "escape":
        goal = Goal(purpose="escape", object=with_article(reading, sought), stated=True)
    deed = f"{verb} {rest}{the(reading, sought) if goal.object else ''}".strip()
    return goal.model_copy(update={"verb": verb.replace(" ", "_"), "deed": deed[:120]}), sought
