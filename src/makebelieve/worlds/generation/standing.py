"""Where those whom a premise names stand in its world, by the part they have in the deed: whoever it is for waits at its end and is in its
pictures, who goes along is there from the first scene on, a rival is ahead on the way, who looks on looks on, and the rest go about their day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.attending import presence_of
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.cast import called
from makebelieve.worlds.generation.casting import asks_about
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import Figure, Goal, Part, WorldDraft
from makebelieve.worlds.generation.english import capital, pictorial
from makebelieve.worlds.generation.figures import KIN_AS_NAMES
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.mentions import shows
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.standalone import acts_as_body
from makebelieve.worlds.generation.states import barred, spared
from makebelieve.worlds.generation.tellings import read

_LED: Final = word_set(
    "escort lead guide walk take_to take accompany row drive ferry bring get_across get get_to march smuggle herd shepherd carry fly sail ride conduct steer usher get_out take_home move bring_back get_back"
)
"""Verbs whose object goes along with who does them."""
_AWAY: Final = re.compile(r"\b(?:lost|missing|stolen|kidnapped|vanished|captured|imprisoned|stranded|trapped|runaway|stray)\b")
_GONE: Final = re.compile(
    r"\b(?:happened|vanish\w*|disappear\w*|missing|gone|went|kill\w*|murder\w*|dead|died|dying|dies|leav\w+|left|lost|stole\w*|steal\w*|kidnap\w*|taken|empty)\b"
)
_MEETING: Final = frozenset(("find", "meet", "discover", "rescue", "pick_up", "take_in", "shelter", "adopt"))
"""Verbs done to somebody who is there from then on: "finds a sailor who cannot say who he is"."""
_BEARING: Final = frozenset(("deliver", "bear", "have", "expect"))
"""Verbs by which a baby comes into the world, in the deed and no sooner."""
_SPOKEN: Final = word_set(
    "tell sing play read perform recite confess explain speak announce propose whisper reveal report prove dance act address preach warn show"
)
_HEARD: Final = word_set(
    "play song opera poem speech story concert tune melody lullaby symphony truth news answer hymn dance show toast eulogy sonnet ballad joke"
)
_EATEN: Final = word_set("cook bake feed serve brew fry roast boil stew cater pour")
_JUDGES: Final = frozenset(("judge", "jury", "critic", "examiner", "inspector", "juror", "referee", "umpire", "panel", "professor"))
_WON_OVER: Final = frozenset(("tame", "calm", "overcome"))
"""Verbs of beating somebody after which one stays with them."""
_HOSTILE: Final = re.compile(r"\b(?:enem(?:y|ies)|evil|wicked|villains?|villainous)\b")
_THEIRS: Final = re.compile(r"(?:her|his|its|their|my|our|your) ")
_RID: Final = frozenset(("clear", "rid", "cleanse", "purge", "sweep"))
"""Verbs after which a place is told of with those who are to be gone from it: "rid the castle of ghosts"."""
_ALONE: Final = re.compile(r"\balone\b|\bnobody (?:was|is) there\b", re.IGNORECASE)
_AT_MOST: Final = 2
"""People whom one ending takes in."""
_ORDER: Final = (
    "object", "driven", "beaten", "recipient", "charge", "rival", "companion", "opponent", "giver", "present", "witness", "patron", "suspect", "dreaded", "awaited", "guest",
)  # fmt: skip
"""Parts in the order in which they come into the pictures of the deed and its endings."""


_KEPT: Final = ("dreaded", "awaited", "guest")
"""Parts of those who show where it is lost, and not beside whoever plays."""
_ALONG: Final = frozenset(("charge", "companion"))
"""Parts of those who come along all the way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody with a part: the words and marks for it."""

    part: Part
    full: str
    name: str
    head: str
    plural: bool
    marks: frozenset[str]
    states: tuple[str, ...] = ()
    """What state they are in, rows of the table of states."""
    kin: bool = False
    """Whether they are whoever plays's own: "his grandmother"."""
    asked: bool = False
    """Whether it is about them that something is to be found out: they are where the story begins."""
    still: bool = False
    """Whether they are left as they are: who is guarded asleep does not come forward at the end."""


def stand(b: Builder, draft: WorldDraft, entrance: str, last: str) -> None:
    """Put everybody of the premise where they belong: `last` is the scene of the deed."""
    some = sorted(_asked_about(draft, _named(b, draft)), key=lambda one: _ORDER.index(one.part))
    some = [one for one in some if re.search(rf"\bwhich (?:[a-z-]+ ){{0,2}}{re.escape(one.head)}\b", draft.goal.deed or "") is None]
    some = [one for one in some if not acts_as_body(one.head)]
    rooms = [key for key, state in b.states.items() if "ending" not in state]
    middle = [key for key in rooms if key not in (entrance, last)]
    for at, one in enumerate(some):
        unseen = barred(list(one.states), "first")
        if one.part in ("charge", "companion", "patron") and not unseen:
            _show(b, entrance, one, "first")
        if one.part in ("charge", "companion") and not unseen:
            for number, key in enumerate(middle):
                if (number + at) % 2 == 0 or one.part == "charge":
                    _show(b, key, one, "along")
                if (number + at) % 4 == 1:
                    _tell(b, b.states[key], one, "told")
        if one.part in ("patron", "rival") and not unseen:
            key = middle[(len(middle) // 2 + 2 * at) % len(middle)] if one.part == "rival" and middle else entrance
            if one.part == "rival":
                _show(b, key, one, "along")
            _moment(b, key, one)
        if one.part == "suspect" and one.name not in b.met and not unseen:
            key = rooms[(at + 1) % len(rooms)]
            _show(b, key, one, "here")
            _moment(b, key, one)
        if one.asked and not unseen:
            _show(b, entrance, one, "here")
        unborn = one.part == "object" and "baby" in one.states and draft.goal.verb in _BEARING
        awaited = one.part == "object" and (
            b.awaited or draft.goal.purpose == "find" or "gone" in one.states
        )  # who is sought is seen once they are found
        if one.part == "dreaded" and middle and not unseen:
            _show(b, middle[at % len(middle)], one, "along")
        if one.part == "present" and not unseen:
            key = last if _is_there(b, one, entrance, last) else entrance
            _show(b, key, one, "here")
            _moment(b, key, one)
            continue
        if one.part == "opponent" and any(_is_shown(one, b.states[key]["base"]) for key in rooms):
            continue  # who is in the way stands there already
        if (one.part not in (*_KEPT, "patron", "suspect", "giver") or unseen) and not (
            one.asked or unborn or awaited or (b.arriving and one.part not in _ALONG)
        ):
            _show(b, last, one, "here")
    some = [one for one in some if one.part != "present" or (not b.arriving and _is_there(b, one, entrance, last))]
    _perform(b, last, [one for one in some if not ("baby" in one.states and draft.goal.verb in _BEARING)])


_AWAY_FROM_HOME: Final = frozenset(("deliver", "reach", "escape", "explore", "rescue", "find", "steal", "survive"))


def _is_there(b: Builder, one: Standing, entrance: str, last: str) -> bool:
    """Whether somebody stands where the deed is done: kin and friends of whoever goes far stay where they set out from."""
    return b.place_of[last] is b.place_of[entrance] or not (one.kin and b.purpose in _AWAY_FROM_HOME)


def _asked_about(draft: WorldDraft, some: list[Standing]) -> list[Standing]:
    """Of whom something is to be found out is only spoken of: they take no part, and stand where the story begins only if they are met there."""
    if not asks_about(draft.goal):
        return some
    gone = _GONE.search(draft.goal.deed or "") is not None
    reading = read(draft.premise)
    met = {phrase.noun for phrase in reading.found if _MEETING & set(phrase.undergoes)}
    seen = [phrase for phrase in reading.found if phrase.determiner != "which" and not set(phrase.undergoes) - {"suspect"}]
    near = {phrase.noun for phrase in seen if presence_of(reading, phrase, set()) == "present"} if not gone else set[str]()
    return [
        replace(one, asked=True)
        if one.part == "object" and one.head in met
        else replace(one, part="suspect")
        if one.part == "object"
        else one
        for one in some
        if one.part != "object" or (one.head in met | near and not gone)
    ]


def _named(b: Builder, draft: WorldDraft) -> list[Standing]:
    """Everybody of the premise who can be met, with their part."""
    some: list[Standing] = []
    goal = draft.goal
    if (
        goal.object
        and goal.verb != "infiltrate"  # who is spied on is not met
        and (goal.person or _is_group(goal))
        and goal.object.split()[-1].lower() not in {one.phrase.split()[-1].lower() for one in draft.absent}
    ):
        fetched = goal.verb in ("bring_back", "get_back") and " from " in (goal.deed or "")  # whoever is brought back from there is there
        along = goal.verb in _LED and not fetched and not _AWAY.search(goal.object)
        along = along and not (goal.verb == "get" and goal.purpose == "unite")  # "get the neighbour to be quiet"
        along = along and goal.purpose not in ("find", "rescue", "steal", "defeat", "reach")
        name = b.scenery.seen["goal"]
        hostile = _HOSTILE.search(goal.object) is not None or goal.purpose == "defeat"
        hostile = hostile and goal.verb not in _WON_OVER and not _THEIRS.match(goal.object)  # nobody is rid of grandfather
        part: Part = "driven" if goal.verb == "oust_from" else "charge" if along else "beaten" if hostile else "object"
        some.append(_standing(part, (name, name), "goal" in b.scenery.plurals, goal.object, b, draft))
    figures = [(one.part or "companion", one) for one in (*draft.companions, *draft.people, *draft.foes)]
    figures += [(one.part, one) for one in draft.absent if one.part in ("awaited", "guest")]
    figures += [(draft.recipient.part or "recipient", draft.recipient)] if draft.recipient is not None else []
    for role, figure in figures:
        if role == "recipient" and _HOSTILE.search(figure.phrase):
            continue  # whose computer is broken into is given nothing
        if role not in _ORDER:  # in the way, asked as a helper, or only spoken of
            continue
        role = "dreaded" if figure.kept and role == "opponent" else role
        role = "driven" if role == "recipient" and goal.verb in _RID and figure.plural else role  # a crypt is cleared of them
        names = names_of(figure, draft, b.scenery.player.pronoun)
        if names[1] not in [one.name for one in some] and b.scenery.player.short not in (names[1], figure.name):
            some.append(_standing(role, names, figure.plural, figure.phrase, b, draft, figure))
    return some


def _is_group(goal: Goal) -> bool:
    """Whether a deed is done to several who are told as one: "warn her master's family"."""
    return (
        classify(head_of(goal.object or ""))[0] == "group"
        and not goal.made
        and goal.purpose in ("rescue", "unite", "protect", "do", "deliver", "explore")
    )


def names_of(figure: Figure, draft: WorldDraft, pronoun: str) -> tuple[str, str]:
    """Somebody as pictures call them first and after that: "her old boss", "her boss" where it is the player's, else "the boss"."""
    full, short = called(figure, draft.premise)
    if figure.also and figure.also.count(" ") == 1:
        full = f"{full} {figure.also}"
    own = figure.owner
    if draft.player is not None and draft.player.name and full.startswith(f"{draft.player.name}'s "):
        full = f"{PRONOUNS[pronoun][2]} {full.partition(' ')[2]}"  # "Tom's pet dragon", where Tom plays
        return full, f"{PRONOUNS[pronoun][2]} {short.removeprefix('the ')}"
    if own is None or figure.name:
        return full, short
    if figure.phrase in KIN_AS_NAMES:  # "my grandpa", said of whoever plays: "her grandpa"
        full = short = figure.phrase
    if own == "their" and re.search(r"\b(?:[Mm]y|[Oo]ur|[Yy]our)\b", draft.premise):
        whose = PRONOUNS[pronoun][2]
    else:
        whose = "the" if {own, pronoun} in ({"her", "he"}, {"his", "she"}) else own
    first, second = (re.sub(r"^(?:the|her|his|its|their) ", "", one) for one in (full, short))
    return f"{whose} {first}", f"{whose} {second}"


def _standing(
    part: Part, names: tuple[str, str], plural: bool, phrase: str, b: Builder, draft: WorldDraft, figure: Figure | None = None
) -> Standing:
    head = head_of(re.sub(r"^(?:the|her|his|its|their|a|an) ", "", phrase))
    beast = figure.category == "creature" and figure.body != "biped" if figure is not None else "goal_beast" in b.scenery.marks
    goal, verb = draft.goal, (draft.goal.verb or "").partition("_")[0]
    food = verb in _EATEN or classify(head_of(goal.object or ""))[0] == "food"
    kind = (
        "food"
        if food
        else "words"
        if verb in _SPOKEN or head_of(goal.object or "") in _HEARD
        else "thing"
        if {"goal_small", "goal_heavy"} & b.scenery.marks
        else "act"
    )
    states = tuple(figure.states if figure is not None else goal.states)
    marks = {"who_many" if plural or classify(head)[0] == "group" else "who_one", kind}
    marks |= set() if barred(list(states), "talk") else {"who_beast" if beast else "who_hands"}
    also = head_of(figure.also) if figure is not None and figure.also else ""
    judging = part in ("witness", "recipient") and bool({head, also} & _JUDGES)
    return Standing(
        "witness" if judging else part,
        pictorial(names[0]),
        pictorial(names[1]),
        head,
        plural,
        frozenset(marks | ({"judges"} if judging else set())),
        states,
        kin=figure is not None and figure.owner is not None and not figure.also,
        still=figure is None and goal.purpose in ("deliver", "protect", "reach") and barred(list(states), "move"),
    )


def _words(b: Builder, one: Standing, *, first: bool = False) -> dict[str, str]:
    if one.plural:
        b.scenery.plurals.add("who")
    else:
        b.scenery.plurals.discard("who")
    name = one.full if first else one.name
    return b.words() | {"who": name, "whocap": capital(name)}


def _is_shown(one: Standing, text: str) -> bool:
    said = re.sub(r"\b[\w-]+(?:['’]s|s['’])(?=\s)", " ", text.lower())  # "her grandmother's cake" shows no grandmother
    return one.name.lower() in said or shows(one.head.lower(), said)


def _rows(b: Builder, key: str, one: Standing, row: str, name: str) -> str | None:
    """A frame of a row of the part that fits, the least used first."""
    rows = _frames(one, row)
    return b.scenery.pick(rows, name, b.place_of[key], *one.marks) if rows else None


def _frames(one: Standing, row: str) -> tuple[str, ...]:
    """The frames of a row: those of a state somebody is in, else those of their part that the state leaves them."""
    table = tables.read("states")
    kept = one.part in ("object", "charge") and row.startswith("won") and not one.still  # what was wrong with them is over
    own = next((table[state].items(row) for state in one.states if table[state].items(row)), ())
    if own and not (kept and "asleep" in one.states):
        return own
    if barred(list(one.states), "move") and not kept:
        return ()  # whoever lies there does nothing of what the part would have them do
    rows, sparing = tables.read("standing")[one.part].items(row), spared(one.states)
    return tuple(item for item in rows if sparing is None or not sparing.search(item))


def _show(b: Builder, key: str, one: Standing, row: str) -> None:
    """Put somebody into the picture of a scene, where they are not in it yet."""
    frame = None if _is_shown(one, b.states[key]["base"]) else _rows(b, key, one, row, f"{one.part} {row}")
    if frame is not None:
        b.feature(key, b.by(frame, b.place_of[key], **_words(b, one, first=row in ("here", "first") or one.part == "rival")))


def _tell(b: Builder, state: Json, one: Standing, row: str) -> None:
    rows = _frames(one, row)
    if rows and not _is_shown(one, state["narration"]):
        frame = b.scenery.pick(rows, f"{one.part} {row}", None, *one.marks)
        state["narration"] = f"{state['narration']} {b.scenery.narrate(frame, **_words(b, one))}".strip()


def _moment(b: Builder, key: str, one: Standing, row: str = "meet") -> None:
    """Something to do with somebody that changes nothing."""
    rows = _frames(one, row)
    if rows and not (one.part == "present" and barred(list(one.states), "talk")):
        label, base, told = b.triple(rows, f"{one.part} {row}", key, *one.marks, **_words(b, one))
        b.event("override", key, label, base, told)


def _perform(b: Builder, last: str, some: list[Standing]) -> None:
    """Who is there at the deed is in its pictures, and in the endings that come of it."""
    there = [one for one in some if not one.asked and one.part != "suspect"]
    about = [one for one in there if not b.arriving or one.part in _ALONG]  # the others are where the last act leads
    for event in b.events:
        if (
            last not in event["from"]
            or event["kind"] != "transition"
            or "ending" not in b.states.get(event["to"], b.states.get(_after(b, event["to"]), {}))
        ):
            continue
        won = "done" in event.get("grants", ())
        if won:
            pictures = [*event.get("phases", ()), event][:-1] or [event]
            spoken = " ".join(picture["base"] for picture in pictures)
            for at, one in enumerate([one for one in about if not _is_shown(one, spoken)][:_AT_MOST]):
                frame = _rows(b, last, one, "act", f"{one.part} act")
                if frame is not None:
                    picture = pictures[-1 if at == 0 else 0]
                    picture["base"] = f"{picture['base']} {b.by(frame, b.place_of[last], **_words(b, one))}"
            if event.get("phases"):
                event["base"] = event["phases"][0]["base"]
        _end(b, _after(b, event["to"]), there if won else about, "won" if won else "lost")


def _after(b: Builder, key: str) -> str:
    """The state behind a card, or the state itself."""
    return next((card["to"] for card in b.cutscenes if card["id"] == key), key)


def _end(b: Builder, key: str, there: list[Standing], row: str) -> None:
    state = b.states[key]
    if row == "lost" and b.purpose in ("find", "rescue"):  # who was not found is not there to turn away
        there = [one for one in there if one.part != "object" or one.states]
    if _ALONE.search(f"{state['narration']} {state['base']}"):  # whoever ends alone has nobody beside them
        there = [one for one in there if one.part in ("opponent", *_KEPT)]
    unseen = [one.name for one in there if not _is_shown(one, state["base"])]
    for one in [one for one in there if one.name in unseen][:_AT_MOST]:
        _show(b, key, one, f"{row}_seen")
    if there and there[0].name in unseen:
        _tell(b, state, there[0], row)
    state["ending"]["subtitle"] = state["narration"]
