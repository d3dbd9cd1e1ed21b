"""What a deed is done with, by the words of its premise: "in my old truck", "with a borrowed lance", "uses his father's compass".

It has to be made ready: a vehicle before one sets out, and it is seen again on the way; a thing that is held where the deed is done.
"""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.affordances import BROKEN, Stage, add_choice, is_goal, is_played, is_shown, kind_of, words_of
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.conditions import can_stand
from makebelieve.worlds.generation.english import slug
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.items import Objective
from makebelieve.worlds.generation.mentions import Mention, count, put, shows
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.reading import Reading, animate, lead

_STEPS: Final = 2
CARRYING: Final = frozenset(("motor", "boat", "cart", "craft"))
_HELD: Final = frozenset(("weapon", "tool", "glass", "instrument", "lamp", "writing", "chart", "clothing"))
_TAKEN: Final = frozenset(("container", "food", "drink", "plant", "picture", "stone", "thing"))
_TRAVELS: Final = frozenset(("reach", "escape", "deliver", "find", "rescue", "explore", "steal"))
"""Purposes for which one goes somewhere, and takes things along."""
_OF_BODY: Final = word_set(
    "leg arm eye hand heart head hair beard foot finger tooth voice face nose ear tail wing smile scar mind memory limp help"
)
_FLOATS: Final = word_set("bathtub tub barrel basket crate teacup nutshell door mattress log plank bed")
_LED_BY: Final = {True: ("with", "using", "in", "on", "by"), False: ("with", "using")}
_USING: Final = word_set("use take carry ride drive row sail borrow wear")


def make_ready(stage: Stage, claimed: set[int], entrance: str, last: str) -> list[Phrase]:
    """What the deed is done with is made ready: a vehicle before one sets out, a thing that is held where the deed is done."""
    done: list[Phrase] = []
    for one in stage.some:
        kind = "cart" if _is_ridden(stage, one.source) else kind_of(stage, one.source)
        if (
            len(done) == _STEPS
            or one.gone
            or (one.way == "being" and kind != "cart")
            or kind not in CARRYING | _HELD | _TAKEN
            or id(one.source) in claimed
        ):
            continue
        aboard = kind in CARRYING and any(shows(one.head, place.name.lower()) for place in stage.b.places)
        strange = kind == "thing" and (classify(one.source.noun)[0] not in ("object", "device", "treasure") or one.source.noun in _OF_BODY)
        if aboard or strange or is_goal(stage, one.source) or not _is_means(stage, one.source, kind):
            continue
        entry = tables.read("affordances")[kind]
        if not entry.items("ready") or not fitting(entry.items("ready"), stage.b.scenery.marks):
            continue
        travels = stage.draft.goal.purpose in _TRAVELS and entrance != last
        if kind in _TAKEN and travels:
            made = _carry(stage, one, entrance, last)
        else:
            made = _ride(stage, one, entry, entrance) if kind in CARRYING else _hold(stage, one, entry, last)
        if made:
            done.append(one.source)
    return done


def _ride(stage: Stage, one: Mention, entry: tables.Entry, entrance: str) -> bool:
    b = stage.b
    inside = b.place_of[entrance].air == "inside" or not can_stand(one.head, b.place_of[entrance])
    rows = entry.items("outside" if inside else "ready")
    ways = ways_from(b, entrance)
    if not ways or not rows or (not inside and b.place_of[entrance].air not in entry.words("air")):
        return False
    words = words_of(stage, one.source)
    if not inside and not is_shown(stage, one.source, entrance):
        put(b, entrance, one)
        count(b, "thing", one.plural)
    flag = f"ready_{slug(one.head, 30)}"
    event = add_choice(stage, entrance, b.scenery.pick(rows, "ready", b.place_of[entrance]), words, oneShot=True, grants=[flag])
    bar(b, ways, flag, b.scenery.narrate(entry.one("need"), **words["told"]))
    _objective(b, flag, event, entrance, first=True)
    rooms = [key for key in stage.rooms if b.place_of[key].air == "open" and key != entrance and can_stand(one.head, b.place_of[key])]
    for key in [key for key in rooms if not is_shown(stage, one.source, key)][:1]:  # seen on the way once, and no more
        count(b, "thing", one.plural)
        frame = b.scenery.pick(tables.read("details")["mention"].items("along"), "along", b.place_of[key])
        b.feature(key, b.scenery.parted(frame, b.place_of[key], **words["shown"] | {"thing": mended(words["shown"]["thing"])}))
    return True


def ways_from(b: Builder, entrance: str) -> list[Json]:
    """The ways on from the first scene: the free ones, where there are any."""
    ways = [event for event in b.events if event["from"] == [entrance] and "ending" not in b.states.get(event.get("to", ""), {"ending": 1})]
    return [way for way in ways if not way.get("requires")] or ways


def bar(b: Builder, ways: list[Json], flag: str, hint: str) -> None:
    """Nobody goes these ways before what the flag stands for was done."""
    for way in ways:
        way["requires"] = [*way.get("requires", ()), flag]
        way["lockedHint"] = way.get("lockedHint") or hint


def _carry(stage: Stage, one: Mention, entrance: str, last: str) -> bool:
    b, table = stage.b, tables.read("affordances")["carry"]
    ways = ways_from(b, entrance)
    if not ways or b.place_of[entrance].air == "sea":
        return False
    words = words_of(stage, one.source)
    if not is_shown(stage, one.source, entrance):
        put(b, entrance, one)
        count(b, "thing", one.plural)
    flag = f"took_{slug(one.head, 30)}"
    event = add_choice(
        stage, entrance, b.scenery.pick(table.items("load"), "load", b.place_of[entrance]), words, oneShot=True, grants=[flag]
    )
    bar(b, ways, flag, b.scenery.narrate(b.scenery.pick(table.items("need"), "carry need"), **words["told"]))
    _objective(b, flag, event, entrance, first=True)
    add_choice(stage, last, b.scenery.pick(table.items("down"), "set down", b.place_of[last]), words, oneShot=True)
    return True


def mended(phrase: str) -> str:
    """What a thing is called once it goes again: "the broken truck" is "the truck"."""
    return " ".join(word for word in phrase.split() if word not in BROKEN)


def _hold(stage: Stage, one: Mention, entry: tables.Entry, last: str) -> bool:
    b = stage.b
    acts = [event for event in b.events if "done" in event.get("grants", ()) and last in event["from"]]
    if not acts or is_played(stage, one.head, bare(one.phrase), used=True):
        return False
    words = words_of(stage, one.source)
    if not is_shown(stage, one.source, last):
        put(b, last, one)
        count(b, "thing", one.plural)
    flag = f"ready_{slug(one.head, 30)}"
    event = add_choice(stage, last, b.scenery.pick(entry.items("ready"), "ready", b.place_of[last]), words, oneShot=True, grants=[flag])
    b.events.remove(event)
    b.events.insert(b.events.index(acts[0]), event)
    for act in acts:
        act["requires"] = [*act.get("requires", ()), flag]
        act["lockedHint"] = act.get("lockedHint") or b.scenery.narrate(entry.one("need"), **words["told"])
    _objective(b, flag, event, last)
    return True


def _objective(b: Builder, flag: str, event: Json, key: str, *, first: bool = False) -> None:
    done = next(one for one in b.objectives if one.id == "done")
    made = Objective(flag, event["label"], key, flag, [])
    b.objectives.insert(0 if first else b.objectives.index(done), made)
    if not first:
        done.requires.append(flag)


def _is_means(stage: Stage, phrase: Phrase, kind: str) -> bool:
    """Whether the deed is done with a thing, in it or on it: "in my old truck", "uses his father's compass"."""
    reading = stage.reading
    if any(one.object is phrase and one.verb in _USING and one.subject is not None and id(one.subject) in stage.mine for one in stage.told):
        return True
    at = _led(reading, phrase)
    if at > 1 and reading.tokens[at].word in ("and", ","):  # "with a hairpin and a magnifying glass"
        first = next((one for one in reading.found if one.end == at), None)
        at = _led(reading, first) if first is not None and kind not in CARRYING else at
    if at < 1 or reading.tokens[at].word not in _LED_BY[kind in CARRYING]:
        return False
    before = [token for token in reading.tokens[:at] if token.tag in ("V", "VS", "VD", "VG")]
    owner = next((one for one in reading.found if one.end == at), None)
    if owner is not None and id(owner) in stage.mine and kind in CARRYING:
        return True  # "a courier on a moped"
    return bool(before) and not (owner is not None and (animate(owner) or owner.start == 0))


def _is_ridden(stage: Stage, phrase: Phrase) -> bool:
    """Whether somebody goes by it, though it is no vehicle: "rides a mechanical ostrich", "through the flooded streets in a bathtub"."""
    tokens, at = stage.reading.tokens, lead(stage.reading, phrase)[0] - 1
    if at > 0 and tokens[at].word in ("in", "on") and phrase.noun in _FLOATS and any(token.tag in ("V", "VS") for token in tokens[:at]):
        return True
    return any(
        one.object is phrase and one.verb in ("ride", "ride_on") and one.subject is not None and id(one.subject) in stage.mine
        for one in stage.told
    )


def _led(reading: Reading, phrase: Phrase) -> int:
    """The token before a phrase, its determiner and "only"."""
    at = lead(reading, phrase)[0] - 1
    while at > 0 and reading.tokens[at].word in ("only", "just", "nothing", "but"):
        at -= 1
    return at
