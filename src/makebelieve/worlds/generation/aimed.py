"""The goal of an aim: what its verb wants of what it is done to, and the premise's own words for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, cast

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.absences import absent
from makebelieve.worlds.generation.clauses import infinitive
from makebelieve.worlds.generation.cues import ABOUT, PURPOSE_NOUNS
from makebelieve.worlds.generation.draft import Goal, Purpose
from makebelieve.worlds.generation.natures import is_made
from makebelieve.worlds.generation.purposes import MATTERS, purposeful, with_article
from makebelieve.worlds.generation.reading import Reading, somebody
from makebelieve.worlds.generation.roundabout import NO_AIM, Aim
from makebelieve.worlds.generation.travels import travelled
from makebelieve.worlds.generation.verbs import purpose_of

VAST: Final = frozenset(
    ("moon", "sun", "star", "sky", "planet", "mountain", "sea", "river", "island", "whale", "elephant", "tree", "piano", "press", "statue")
)
_WRITTEN: Final = frozenset(
    [
        "letter",
        "book",
        "map",
        "scroll",
        "note",
        "message",
        "diary",
        "photograph",
        "photo",
        "picture",
        "painting",
        "card",
        "manuscript",
        "recipe",
        "poem",
        "song",
        "record",
        "contract",
        "will",
        "page",
        "logbook",
        "parcel",
        "newspaper",
        "invitation",
        "telegram",
        "postcard",
        "ticket",
        "document",
        "file",
        "list",
        "drawing",
    ]
)
_RUN: Final = frozenset(("marathon", "race", "regatta", "rally", "derby", "relay"))
_ENTERED: Final = _RUN | {
    "contest",
    "competition",
    "tournament",
    "championship",
    "cup",
    "show",
    "bake-off",
    "pageant",
    "lottery",
    "olympics",
}
"""What is entered to be run to its end, or to be won."""
_HEARTS: Final = frozenset(("heart", "love", "hand", "trust", "friendship", "affection", "forgiveness"))
_STEERED: Final = frozenset(("land", "dock", "park", "steer", "moor", "pilot", "fly", "launch"))
_GOING_HOME: Final = frozenset(
    (
        "go",
        "get",
        "come",
        "return",
        "walk",
        "ride",
        "drive",
        "run",
        "fly",
        "sail",
        "swim",
        "hitchhike",
        "row",
        "travel",
        "find",
        "hurry",
        "sneak",
    )
)
_GHOSTS: Final = frozenset(("ghost", "spirit", "phantom", "ghosts", "spirits", "poltergeist", "wraith"))
_SUPPLIES: Final = frozenset(
    ("water", "oxygen", "air", "fuel", "food", "petrol", "diesel", "coal", "firewood", "wood", "oil", "salt", "bread", "grain", "flour", "milk", "blood", "supplies",
     "supply", "provision", "provisions", "power", "electricity", "energy", "heat", "warmth", "part", "kindling", "ration")
)  # fmt: skip
"""What is wanted in some quantity, and lies in no hiding place."""
_SPENT: Final = frozenset(
    ("day", "night", "evening", "morning", "afternoon", "weekend", "hour", "week", "holiday", "summer", "minute", "month", "year", "sunday", "saturday", "monday",
     "friday", "christmas", "winter")
)  # fmt: skip
"""What is wanted to be spent."""
_HELPERS: Final = frozenset(
    (
        "doctor",
        "nurse",
        "midwife",
        "vet",
        "plumber",
        "priest",
        "police",
        "policeman",
        "sheriff",
        "healer",
        "surgeon",
        "electrician",
        "locksmith",
    )
)
"""Who has a house with a sign on it."""
_RUNS: Final = re.compile(
    r" (?:running|working|started|fixed|mended|repaired|turning|ticking|flying|to (?:work|run|start|fly|tick))(?: again)?$"
)
"""What a thing does again once it was repaired: "get the engine running"."""
_GIFTS: Final = frozenset(("present", "gift", "costume", "hobby", "outfit"))
_HELD: Final = {
    "lesson": "teach", "class": "teach", "course": "teach", "concert": "perform", "recital": "perform", "performance": "perform",
}  # fmt: skip
"""What is given and changes no hands, and what one does in it."""


_HEAVED: Final = frozenset(("vehicle", "object", "device", "container", "treasure", "instrument", "furniture", "rock"))


def goal_of_aim(reading: Reading, aim: Aim) -> Goal | None:
    """The goal of an aim: its purpose by the verb and what it is done to, and the premise's own words for it."""
    tokens = reading.tokens
    purpose, telling = purpose_of(aim.verb) or ("do", "like")
    told_verb = ""
    base, target = aim.verb.partition("_")[0], aim.target
    if aim.governed in ("after", "before", "during", "until") and base in (
        "retire",
        "rest",
        "stop",
        "leave",
        "quit",
        "sing",
        "dance",
        "play",
    ):
        target = None  # "retire after one last job": that is when
    if base == "stop" and aim.governed in ("for", "at", "by"):
        purpose, telling = "do", "like"  # "stops for a cow"
    if base in ("get", "set", "bring") and target is not None and not somebody(reading, target) and _RUNS.search(aim.told):
        aim, purpose, telling = replace(aim, verb="repair"), "restore", "own"
    following = {token.word for token in tokens[aim.at + 1 : aim.at + 6]}
    if base == "take" and {"test", "exam", "audition"} & following:
        purpose, telling = "win", "like"
    if base == "hide" and "from" in following and (target is None or aim.governed == "from"):
        return Goal(purpose="survive", verb=aim.verb, deed=aim.told, stated=True)
    way = target is not None and target.noun == "way" and base in ("find", "make")
    if way and "out" in following and "home" not in following:  # "find your way out"
        return Goal(purpose="escape", verb="get_out", deed=aim.told, stated=True)
    homeward = base in _GOING_HOME and (target is None or [token.word for token in tokens[aim.at + 1 : aim.at + 2]] == ["home"])
    if "home" in following and (way or homeward):
        return Goal(purpose="reach", object="home", verb=aim.verb, deed=aim.told, stated=True)
    if (reached := travelled(reading, aim)) is not None:
        return reached
    if target is not None and target.noun in ("revenge", "vengeance", "justice"):
        purpose, telling = "defeat", "like"
        target = next((one for one in reading.found if one.start > aim.target.end and somebody(reading, one)), None) if aim.target else None
    if aim.verb == "win_back" and target is not None and somebody(reading, target):
        purpose, telling = "unite", "like"  # a friend is not lost like a thing
    if base in ("give", "show", "grant") and re.search(
        r" (?:day|days|week|weekend|night|evening|time|summer|birthday|party|holiday|year)(?: ever)?$", aim.told
    ):
        return Goal(purpose="do", stated=True, telling="matter", verb="spend", deed=aim.told[:120])  # "give her the best week ever"
    if base == "avenge" and target is not None and somebody(reading, target):
        return Goal(purpose="do", stated=True, telling="matter", verb=aim.verb, deed=aim.told[:120])
    if base == "win" and target is not None and target.noun in _HEARTS:
        of = next((one for one in reading.found if one.start == target.end + 1 and somebody(reading, one)), None)
        purpose, telling, target = ("unite", "own", of) if of is not None else (purpose, telling, target)
    if base == "learn" and re.match(r"learn (?:how )?to ", aim.told):  # no question that is asked
        return Goal(purpose="do", stated=True, telling="like", verb="learn", deed=aim.told[:120])
    if base in ("play", "sing", "perform") and aim.governed == "at":  # "play one at the open mic": nobody plays a microphone
        return Goal(purpose="do", stated=True, telling="matter", verb="perform", deed=aim.told[:120])
    if (
        base in ("find", "get", "need", "buy", "choose")
        and target is not None
        and target.noun in _GIFTS
        and target.determiner in ("a", "an")
    ):
        return Goal(purpose="do", stated=True, telling="matter", verb="get", deed=aim.told[:120])  # it was never lost
    if base in ("fetch", "find", "get", "gather", "collect", "seek", "look") and target is not None and aim.governed in (None, "for"):
        helper = base in ("get", "find") and target.noun in _HELPERS and target.determiner == "the"
        if (base == "fetch" or helper) and somebody(reading, target):  # whose house is known
            fetched = purposeful(reading, "do", target)
            return fetched.model_copy(update={"stated": True, "telling": "like", "verb": "fetch", "deed": aim.told[:120]})
        stuff = target.noun in _SUPPLIES or (target.determiner is None and not target.plural and classify(target.noun)[0] == "food")
        if stuff and target.determiner not in ("the", "his", "her", "their", "its", "my"):  # none that lies hidden
            made = purposeful(reading, "do", target)
            return made.model_copy(update={"stated": True, "telling": "like", "verb": base, "deed": aim.told[:120], "person": False})
        if target.noun == "courage" and (to := re.search(r" courage to (.+)$", aim.told)):
            return Goal(purpose="do", stated=True, telling="matter", verb="overcome", deed=f"find the courage to {to[1]}"[:120])
    if (
        base == "leave"
        and target is not None
        and aim.governed is None
        and classify(target.noun)[0] in ("food", "object", "communication", "clothing")
    ):
        left = purposeful(reading, "deliver", target)  # "breaks into houses to leave presents"
        return left.model_copy(update={"stated": True, "telling": "like", "verb": "deliver", "deed": aim.told[:120]})
    if (
        aim.verb == "bring_down"
        and target is not None
        and (
            target.noun in ("body", "corpse", "coffin", "wreck", "piano", "harvest", "sheep", "cow", "cattle")
            or re.search(r" down (?:from|off|to|into) ", aim.told)
        )
    ):
        carried = purposeful(reading, "deliver", target)
        return carried.model_copy(update={"stated": True, "telling": "like", "verb": "bring", "deed": aim.told[:120]})
    if base == "plan" and target is not None and target.noun in ("robbery", "heist", "burglary", "theft"):
        return Goal(purpose="steal", stated=True, telling="like", verb="heist", deed=aim.told[:120])
    if aim.verb in ("get", "want", "find") and target is not None and aim.governed is None and target.noun in _SPENT:
        spent = aim.told.partition(" ")[2]  # "wants one quiet Sunday with his daughter"
        if re.search(r" of (?:sleep|rest|peace)", spent):
            return Goal(purpose="do", stated=True, telling="matter", verb="fall_asleep", deed=aim.told[:120])
        return Goal(purpose="do", stated=True, telling="matter", verb="spend", deed=f"spend {spent}"[:120])
    if (
        aim.verb == "stop"
        and aim.at + 1 < len(tokens)
        and (tokens[aim.at + 1].tag == "VG" or re.fullmatch(r"[a-z]{2,}ying|[a-z]{2,}king", tokens[aim.at + 1].word))
    ):  # "must stop forgetting her lines"
        return Goal(purpose="do", stated=True, telling="matter", verb="master", deed=aim.told[:120])
    if (
        base == "teach" and target is not None and aim.governed is None and not _learns(reading, target)
    ):  # "teach Latin to a class of pirates"
        pupils = next(
            (
                one
                for one in reading.found
                if target.end <= one.start < aim.end and one.preposition in ("to", "with") and _learns(reading, one)
            ),
            None,
        )
        taught = purposeful(reading, "unite", pupils) if pupils is not None else Goal(purpose="unite", object="the pupils", plural=True)
        told = {"stated": True, "telling": "like", "verb": "teach", "deed": aim.told[:120], "person": True}
        return taught.model_copy(update=told)
    if base == "change" and target is not None and target.noun == "mind" and aim.governed is None:  # "change their minds"
        return Goal(purpose="do", stated=True, telling="matter", verb="persuade", deed=aim.told[:120])
    if base in ("pay", "save") and aim.governed == "for":  # what one pays for is nothing to go to or to mend
        return Goal(purpose="do", stated=True, telling="matter", verb="pay", deed=aim.told[:120])
    if base == "give" and target is not None and aim.governed is None and (held := _HELD.get(target.noun)) is not None:
        return Goal(purpose="do", stated=True, telling="matter", verb=held, deed=aim.told[:120])
    if base == "prove" and aim.governed == "to" and " that " in aim.told:
        return Goal(purpose="do", stated=True, telling="matter", verb="prove", deed=aim.told[:120])
    restless = next((one for one in reading.found if somebody(reading, one) and _GHOSTS & {one.noun, *one.text.split()}), None)
    if base == "find" and target is not None and target.noun in ("peace", "rest") and restless is not None:  # "has to help her find peace"
        named = with_article(reading, restless)
        return Goal(
            purpose="do", stated=True, telling="like", verb="help", object=named, person=True, deed=f"help {named} find {target.noun}"[:120]
        )
    if base == "promise" and (
        to := re.match(r"promise (?:[\w'-]+ ){1,3}?to ([a-z]+ .+)", aim.told)
    ):  # "has promised his wife to plant a thousand trees"
        return Goal(purpose="do", stated=True, telling="matter", verb=to[1].partition(" ")[0], deed=to[1][:120])
    if base == "promise" and target is not None and aim.governed is None:
        given = aim.told.removeprefix("promise ")  # "promised my daughter a snowman"
        thing = purposeful(reading, "do", target) if not somebody(reading, target) or is_made(target.text) else Goal(purpose="do")
        by_hand = is_made(target.text) or classify(target.noun)[0] == "food"
        verb = "make" if by_hand else "give"
        told = {"stated": True, "telling": "like" if thing.object else "matter", "verb": verb, "deed": f"{verb} {given}"[:120]}
        return thing.model_copy(update=told | {"person": False, "made": by_hand, "purpose": "restore" if by_hand else "do"})
    if base == "enter" and target is not None and target.noun in _ENTERED:
        won = "finish" if target.noun in _RUN else "win"
        verb, rest = won, aim.told.partition(" ")[2].removeprefix("in ").removeprefix("into ")
        rest = re.sub(r"^an? ", "the ", rest)
        return Goal(purpose="win", stated=True, telling="like", verb=verb, object=with_article(reading, target), deed=f"{won} {rest}"[:120])
    if base == "get" and aim.told.endswith(" right"):
        return Goal(purpose="do", stated=True, telling="matter", verb="get_right", deed=aim.told[:120])
    if aim.asks and base not in ("decide", "choose", "settle"):
        purpose, telling = "solve", "own"
        target = None if target is not None and absent(reading, target) else target  # a victim is nowhere
    if base == "raise" and target is not None and aim.governed is None and classify(target.noun)[0] in _HEAVED:
        purpose, telling, told_verb = "do", "like", "heave"  # "raise a sunken boat": nobody rears it
    if base in _STEERED and target is not None and aim.governed is None and classify(target.noun)[0] in ("vehicle", "object", "device"):
        purpose, telling = "do", "like"  # "land the shuttle on Europa"
    ridden = base == "ride" and target is not None and classify(target.noun)[0] != "creature"
    if base in ("walk", "march", "ride") and target is not None and aim.governed is None and somebody(reading, target) and not ridden:
        purpose, telling = "deliver", "like"  # "walk the mayor's dog"
    if base == "get" and target is not None and aim.governed is None and target.end < aim.end and tokens[target.end].tag in ("VD", "A"):
        purpose, telling = "do", "like"  # "get her children dressed"
    if base == "get" and target is not None and target.end + 1 < len(tokens) and infinitive(tokens, target.end + 1):
        purpose, telling = "unite", "like"  # "get the singer to sing"
    if aim.verb == "get_out" and target is not None and aim.governed is None and tokens[target.start - 1].word != "of":
        purpose, telling, told_verb = (
            "rescue",
            "like",
            "" if somebody(reading, target) else "get",
        )  # "get the tractor out of the pool"
        if not somebody(reading, target) and classify(target.noun)[0] in (
            "object",
            "instrument",
            "clothing",
            "treasure",
            "device",
            "communication",
        ):
            purpose, told_verb = "find", "fetch"  # "get her violin out of the pawn shop"
    if aim.governed in ("toward", "towards"):
        purpose, telling = "reach", "like"
    if aim.verb.endswith("_back") and aim.governed in ("on", "to", "into", "in", "onto", "inside"):
        purpose, telling = "reach", "like"
    causes = target is not None and target.end < aim.end and tokens[target.end].tag in ("V", "VD", "A")
    if aim.verb == "lose" and aim.governed is not None:
        purpose, telling = "do", "like"  # "lose to a pigeon"
    if base == "talk" and "out" in {token.word for token in tokens[aim.at : aim.end]}:
        purpose, telling = "unite", "like"
    following_tag = tokens[aim.at + 1].tag if aim.at + 1 < len(tokens) else ""
    if aim.verb == "make" and (causes or following_tag == "P"):
        purpose, telling = "do", "like"  # "make the tower vanish"
    if (
        aim.governed is not None
        and telling in ("own", "made")
        and f"{base}_{aim.governed}" != aim.verb
        and purpose not in ("win", "reach", "escape")
    ):
        telling = "like"  # "paint with the children" makes no children
    if purpose == "survive" and target is not None and target.noun in ABOUT:
        target = None
    if (
        purpose == "find" and target is not None and base in ("search", "scour", "comb", "hunt", "explore", "dig")
    ):  # "search the island of bells for the leg"
        at = next((n for n in range(target.end, min(target.end + 4, len(tokens))) if tokens[n].word == "for"), None)
        target = next((one for one in reading.found if at is not None and at < one.start <= at + 3), target)
    deed = aim.told
    if re.fullmatch(
        r"(?:find|get|fetch|bring|gather|buy|collect) (?:some|more|enough)(?: more)?", deed
    ):  # "there is no oil left, and she must find some"
        short = [
            one
            for one in reading.found
            if one.end <= aim.at and tokens[one.start - 1 if one.determiner is None else one.start].word in ("no", "of", "without")
        ]
        deed = f"{deed} {short[-1].text}" if short and not somebody(reading, short[-1]) else deed
    told = {"verb": told_verb or aim.verb, "deed": deed[:120]}
    if base == "find" and aim.asks and re.match(r"find (?:who|what|where|why|how|whether)\b", aim.told):
        return Goal(purpose="solve", stated=True, verb="find_out", deed=f"find out{aim.told[4:]}"[:120])
    if target is None or (target.noun in NO_AIM and target.noun not in PURPOSE_NOUNS):
        if purpose in ("escape", "survive", "win") or (purpose == "unite" and telling == "own"):
            return Goal(purpose=cast("Purpose", purpose), stated=True, **told)
        if aim.asks and base not in ("decide", "choose", "settle"):
            return Goal(purpose="solve", stated=True, **told)
        return Goal(purpose="do", stated=True, telling="like", **told)
    if base in ("be", "become"):  # "be a figure skater": none stands there
        return Goal(purpose="do", stated=True, telling="matter", **told)
    goal = purposeful(reading, purpose, target, again=aim.verb.endswith("_back") or base in ("regain", "reclaim"))
    if purpose == "restore" and goal.purpose == "rescue" and telling == "like":
        goal = goal.model_copy(update={"purpose": "do"})  # nobody who is buried is saved by it
    if telling == "made":  # a snowman that is built needs no rescue
        goal = goal.model_copy(update={"purpose": "restore", "person": False})
    if aim.verb in ("win", "earn") and classify(target.noun)[0] == "creature":  # a goldfish at the fair is a prize
        goal = goal.model_copy(update={"person": False})
    matter = classify(target.noun)[0] in MATTERS | {"place"} and not goal.person
    if telling == "like" or goal.purpose == "do":
        if goal.purpose == "unite" and not goal.person:
            goal = goal.model_copy(update={"purpose": "do"})
        telling = "matter" if matter else "like"
    elif (
        matter
        and goal.purpose in ("find", "rescue", "deliver", "steal")
        and classify(target.noun)[0] != "place"
        and target.noun not in _WRITTEN
    ):
        telling = "matter"  # a penalty is saved and a vote found, but neither is lifted into the light
    elif (goal.purpose == "deliver" and goal.person) or (
        goal.purpose in ("find", "deliver", "steal")
        and (classify(target.noun)[0] in ("vehicle", "celestial", "hazard") or target.noun in VAST)
    ):
        telling = "like"  # nobody holds a moon or a van in two hands
    elif telling == "made" and goal.purpose != "restore":
        telling = "own"
    return goal.model_copy(update={**told, "telling": "own" if telling == "open" else telling, "made": telling == "made"})


def _learns(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody can be taught: a subject or a language is what is taught, and nobody."""
    return somebody(reading, phrase) or classify(phrase.noun)[0] in ("group", "creature", "robot", "person")


def told_of_another(reading: Reading, aim: Aim, target: Phrase) -> Goal | None:
    """The goal of an aim, where what it is done to is another of its phrases: the letter in "write him a letter"."""
    return goal_of_aim(reading, replace(aim, target=target, governed=None))
