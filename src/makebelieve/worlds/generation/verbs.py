"""Verbs of goals: what each wants to come of a story, and their forms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from makebelieve.language import verb_class
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.draft import Purpose


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES: Final = frozenset(
    (
        "up",
        "down",
        "out",
        "off",
        "back",
        "away",
        "through",
        "over",
        "together",
        "apart",
        "along",
        "around",
        "in",
        "on",
        "home",
        "free",
        "across",
    )
)
# By the file of WordNet that most senses of a verb stand in; what is left is told by the premise's own words.
_OF_CLASS: Final[dict[str, Purpose]] = {
    "creation": "restore", "competition": "defeat", "perception": "explore", "communication": "unite",
}  # fmt: skip
_PAST: Final = {
    "get": "got", "give": "given", "take": "taken", "find": "found", "bring": "brought", "win": "won", "steal": "stolen", "write": "written",
    "wind": "wound", "break": "broken", "build": "built", "make": "made", "wake": "woken", "teach": "taught", "catch": "caught", "hide": "hidden",
    "keep": "kept", "tell": "told", "see": "seen", "sing": "sung", "sell": "sold", "lead": "led", "feed": "fed", "fight": "fought",
    "hold": "held", "lose": "lost", "send": "sent", "set": "set", "put": "put", "leave": "left", "meet": "met", "throw": "thrown",
    "grow": "grown", "draw": "drawn", "drive": "driven", "fly": "flown", "ride": "ridden", "hear": "heard", "read": "read", "learn": "learnt",
    "buy": "bought", "think": "thought", "dig": "dug", "hunt": "hunted", "do": "done", "go": "gone", "come": "come", "run": "run",
    "begin": "begun", "forgive": "forgiven", "overthrow": "overthrown", "rebuild": "rebuilt", "outrun": "outrun", "understand": "understood",
    "seek": "sought", "weave": "woven", "sew": "sewn", "swear": "sworn", "tear": "torn", "wear": "worn", "eat": "eaten", "say": "said",
    "pay": "paid", "lay": "laid", "spread": "spread", "cut": "cut", "shut": "shut", "spin": "spun", "strike": "struck", "swim": "swum",
    "speak": "spoken", "slay": "slain", "be": "been", "have": "had", "shoot": "shot", "sink": "sunk", "ring": "rung", "mend": "mended",
    "rise": "risen", "fall": "fallen", "freeze": "frozen", "blow": "blown", "choose": "chosen", "drink": "drunk", "forget": "forgotten", "know": "known",
    "shake": "shaken", "stand": "stood", "sleep": "slept", "arise": "arisen", "bite": "bitten", "spend": "spent", "burst": "burst", "hit": "hit", "shine": "shone",
    "become": "become", "feel": "felt", "shrink": "shrunk", "split": "split", "quit": "quit", "hurt": "hurt", "let": "let",
    "fling": "flung", "cling": "clung", "sting": "stung", "swing": "swung", "sling": "slung", "wring": "wrung", "hang": "hung", "spring": "sprung",
    "sweep": "swept", "weep": "wept", "creep": "crept", "leap": "leapt", "bleed": "bled", "breed": "bred", "flee": "fled", "speed": "sped", "light": "lit",
    "slide": "slid", "bend": "bent", "lend": "lent", "bind": "bound", "grind": "ground", "stick": "stuck", "stink": "stunk", "withdraw": "withdrawn",
    "undo": "undone", "overtake": "overtaken", "mistake": "mistaken", "outgrow": "outgrown", "shed": "shed", "cast": "cast", "cost": "cost", "rid": "rid",
    "bet": "bet", "spit": "spat", "tread": "trodden", "show": "shown", "deal": "dealt", "kneel": "knelt", "beat": "beaten", "bear": "borne", "awake": "awoken",
    "forbid": "forbidden", "overhear": "overheard", "retell": "retold", "unwind": "unwound", "rewind": "rewound", "undergo": "undergone", "burn": "burnt",
    "overflow": "overflowed", "mow": "mown", "saw": "sawn", "strive": "striven", "shear": "shorn", "swell": "swollen", "wed": "wed", "whet": "whetted",
}  # fmt: skip
_TOLD: Final = {
    "give": "gave", "take": "took", "steal": "stole", "write": "wrote", "break": "broke", "wake": "woke", "hide": "hid", "see": "saw",
    "sing": "sang", "throw": "threw", "grow": "grew", "draw": "drew", "drive": "drove", "fly": "flew", "ride": "rode", "do": "did",
    "go": "went", "come": "came", "run": "ran", "begin": "began", "forgive": "forgave", "weave": "wove", "swear": "swore", "tear": "tore",
    "wear": "wore", "eat": "ate", "swim": "swam", "speak": "spoke", "sink": "sank", "ring": "rang", "rise": "rose", "fall": "fell",
    "freeze": "froze", "blow": "blew", "choose": "chose", "drink": "drank", "forget": "forgot", "know": "knew", "shake": "shook",
    "arise": "arose", "bite": "bit", "become": "became", "shrink": "shrank", "spring": "sprang", "show": "showed", "mistake": "mistook",
    "undo": "undid", "beat": "beat", "bear": "bore", "awake": "awoke", "forbid": "forbade", "strive": "strove", "swell": "swelled",
    "mow": "mowed", "sew": "sewed", "overtake": "overtook",
}  # fmt: skip
"""What is told in the past, where that is not the participle."""
_DOUBLED: Final = _set(
    "unplug begin forget regret refit outwit outrun overrun kidnap patrol control propel compel rebel travel cancel signal quarrel marvel model label level shovel duel"
    " unwrap unzip admit commit permit submit outbid babysit format equip worship"
)
_SHORT: Final = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdfgklmnprtz]$")
"""Verbs of one short syllable, whose last letter is doubled: "spot", "drag", "quit"."""
_VOWELS: Final = frozenset("aeiou")


@cache
def _table() -> dict[str, tuple[Purpose, str]]:
    return {
        verb: (cast("Purpose", purpose), key)
        for purpose, entry in tables.read("verbs").items()
        for key in ("like", "open", "made", "own")
        for item in entry.items(key)
        for verb in item.split()
    }


def purpose_of(verb: str) -> tuple[Purpose, str] | None:
    """What a verb ("find_out") wants, and how its goal is told: own, made, open (the purpose's texts) or like (the verb's own words)."""
    found = _table().get(verb)
    if found:
        return found
    base = verb.partition("_")[0]
    if verb.startswith("re") and len(verb) > 5 and (again := _table().get(verb[2:])) and again[1] in ("made", "own"):
        return ("restore", "own") if again[1] == "made" else None
    if verb.startswith("out") and verb_class(verb[3:]):
        return "defeat", "like"
    if verb == base:
        purpose = _OF_CLASS.get(verb_class(base))
        if purpose:
            return purpose, "made" if purpose == "restore" else "like"
    return None


def is_listed(verb: str) -> bool:
    """Whether the table of verbs has it with its particle: "make_friends" has little to do with making."""
    return verb in _table()


def gerund(verb: str) -> str:
    """ "wind" -> "winding", "bake" -> "baking", "get" -> "getting"."""
    if verb in ("be", "see", "free", "flee", "agree", "dye"):
        return f"{verb}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in _DOUBLED or _SHORT.match(verb) else f"{verb}ing"


def third(verb: str) -> str:
    """ "wind" -> "winds", "carry" -> "carries", "have" -> "has"."""
    if verb in ("have", "be", "do", "go"):
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else f"{verb}s"


def past(verb: str) -> str:
    """ "wind" -> "wound", "go" -> "went", "come" -> "came"."""
    return _TOLD.get(verb) or participle(verb)


def participle(verb: str) -> str:
    """ "wind" -> "wound", "carry" -> "carried", "stop" -> "stopped"."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in _DOUBLED or _SHORT.match(verb) else f"{verb}ed"
