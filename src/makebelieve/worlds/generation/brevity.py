"""A goal said in short: it stands in full in the title of its mission and in the last choice, and nowhere else once more."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation.english import capital, determined
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.places import bare

_LONG: Final = 4
"""Words of a phrase that is not said over and over."""
_MEASURES: Final = frozenset(
    ("slice", "piece", "pair", "bottle", "jar", "bag", "box", "group", "bunch", "set", "part", "bit", "lot", "kind", "sort", "cup", "bowl", "bowls", "plate",
     "half", "rest", "one", "all", "most", "some", "couple", "team", "number", "handful", "pile", "row", "series", "way", "time", "idea", "truth", "end",
     "name", "heart", "middle", "edge", "bend", "bottom", "top", "foot", "mouth", "corner", "bones", "rim", "place", "side", "life", "chance", "reason", "secret", "power", "respect", "trust", "love", "friendship", "forgiveness", "favour", "honour", "confidence", "affection", "approval", "support", "attention", "cause", "meaning",
     "loss", "death", "innocence", "origin", "home", "job", "sense", "feeling", "world")
)  # fmt: skip
"""Heads that say too little by themselves: "a slice of birthday cake" is not "the slice", nor "the way out of the maze" "the way"."""
_FURTHER: Final = re.compile(
    r" (?:of|for|from|to|in|on|at|with|without|by|about|that|who|which|where|whose|under|over|behind|between|into|near|so|as|before|after|out|back|up|down|away|home|left|next door|outside)\b.*$"
)
_TRANSITIVE: Final = frozenset(
    ("find", "scatter", "bake", "build", "mend", "repair", "steal", "save", "rescue", "defeat", "catch", "win", "cook", "paint", "write", "plant", "hide",
     "fix", "clean", "free", "finish", "make", "protect", "carry", "stop", "deliver", "bring", "bury", "guard", "grow", "sell", "buy", "open", "close", "sew",
     "knit", "tame", "wake", "heal", "cure", "feed", "hatch", "translate", "decorate", "destroy", "return", "recover", "retrieve", "restore", "solve", "wash", "smuggle", "beat", "convince",
     "persuade", "warn", "visit", "meet", "tidy", "repaint", "light", "bring_back", "win_back", "get_back", "take_back", "give_back", "fetch",
     "raise", "ring", "unlock", "read", "sort", "outwit", "impress", "comfort", "cheer_up", "wake_up", "clean_up", "put_out", "set_up", "reach", "rob", "race", "defend", "cross", "explore", "conquer", "hunt",  "drive", "steer", "invite", "teach", "help", "get_rid_of", "track_down")
)  # fmt: skip
"""Verbs that say enough with what they are done to."""


_LEADING: Final = frozenset(
    ("past", "through", "across", "along", "over", "under", "behind", "before", "near", "by", "in", "out", "up", "down", "off", "round")
)
"""What leads on to another name, and is none: "out of the library past" the guards."""


def brief_thing(phrase: str, *, plural: bool, longest: int = _LONG - 1) -> str:
    """A name of more than `longest` words the second time: "the king's birthday bread" is "the bread"; any other as it is."""
    words = phrase.split()
    longest -= "'s " in phrase and classify(lemma(words[-1], "noun") or words[-1])[0] != "person"
    if len(words) <= longest or not (determined(phrase) or "'s " in phrase):
        return phrase
    core = _FURTHER.sub("", phrase).split()
    head = core[-1]
    if (
        any(word[:1].isupper() for word in core[1:])
        or head in _MEASURES | _LEADING
        or not re.fullmatch(r"[a-z-]+", head)
        or head == words[0]
    ):
        return phrase
    if is_plural(f"the {head}") != plural or (classify(lemma(head, "noun") or head)[0] == "" and head not in bare(phrase)):
        return phrase
    owner = re.match(r"(?:your|his|her|their|its|my|our)\b", phrase)
    kin = owner is not None and len(core) <= _LONG and classify(lemma(head, "noun") or head)[0] == "person" and "'s" not in phrase
    return f"{owner[0]} {head}" if owner and kin else f"the {head}"


def brief_deed(deed: str, thing: str, brief: str) -> str:
    """A long deed the second time: its verb and what it is done to where these say enough, else "do it"."""
    if len(deed.split()) < _LONG:
        return deed
    if asked := _ASKED.match(deed) or _WAY.match(deed):
        if asked[0].endswith(" who"):  # "find out who", of what is told in the title
            return (
                f"{asked[0]} it is"
                if re.match(r" (?:is|are|keeps?|has been|have been|lives?)\b", deed[asked.end() :])
                else f"{asked[0]} did it"
            )
        return asked[0].removesuffix(" what happened")
    if claim := _CLAIM.match(deed):
        return f"{claim[1]} it"
    if _LESSON.match(deed):
        return deed
    if told := _TELLS.match(deed):
        lesson = deed.startswith(("teach ", "help ")) and len(deed.split()) <= 2 * _LONG
        return deed if lesson else told[1]  # nobody is taught without what they learn
    if _BACK.match(deed):
        return f"{deed.partition(' ')[0]} {brief if len(brief.split()) < _LONG - 1 else 'it'} back"
    parts = _VERB.match(deed)
    verb, rest = (parts[1], deed[parts.end() :]) if parts else ("", "")
    if verb.replace(" ", "_") in _TRANSITIVE and bare(rest).startswith(bare(thing)) and len(brief.split()) < _LONG - 1:
        further = bare(rest)[len(bare(thing)) :]
        return "do it" if verb in ("make", "help") and further and not _FURTHER.match(further) else f"{verb} {brief}"
    return "do it"


_BACK: Final = re.compile(r"^(?:get|win|bring|buy|steal|take|give) .+? back(?: (?:from|to|in|on|at) .+)?$")
_VERB: Final = re.compile(r"^([a-z]+(?: (?:back|up|out|down|rid of))?) ")
_ASKED: Final = re.compile(r"^(?:find out|work out|learn|discover) (?:why|how|where|who|what happened)\b")
_WAY: Final = re.compile(
    r"^(?:find (?:your|the|a|their) way (?:back|home|out|in|through|across)|escape|flee|survive"
    r"|(?:get|go|come|run|break|climb|fly|sail|ride|walk|sneak|swim|dig|crawl|row|drive|hike|make it) (?:out|away|home|across|over|down|up|through|free|(?:in|back)(?! (?:the|an?|your|his|her|their|my|our|its)\b)))\b"
)
"""Where one gets to is said no second time."""
_CLAIM: Final = re.compile(r"^(prove|show|admit|confess) (?:to .+ )?that\b")
_LESSON: Final = re.compile(r"^teach (?:the|your|an?) (?:[a-z]+ )?[a-z]+ (?:[a-z]+ )?[a-z]+$")
"""Who is taught what, in few words: "teach your parrot good manners"."""
_TELLS: Final = re.compile(
    r"^((?:tell|warn|ask|teach|help|convince|persuade|remind) (?:the|your|an?) [\w-]+)(?= (?:that|about|what|why|how|to|not|find|with|where|who|if)\b)"
)
_FRAMES: Final = (
    (re.compile(r"\bhave managed to do it\b"), "have done it"),
    (re.compile(r"\btoo late to do it\b"), "too late"),
    (re.compile(r"\bthe chance to do it\b"), "the chance"),
    (re.compile(r"\bmanaged to do it\b"), "did it"),
    (re.compile(r"\bwhat you came for: do it\b"), "what you came for"),
    (re.compile(r"\bdid not (?:manage to )?do it\b"), "did not manage it"),
    (re.compile(r"^(?:Then it was time|The time had come) to do it\.$"), "Then it was time."),
    (re.compile(r"^(?:One thing was left to do:|Nothing was left to do but) to do it\.$"), "One thing was left to do."),
)


_SAID_BEFORE: Final = re.compile(
    r"(?P<told>(?:\S+ ){6,}\S+[.!?]) You (?:could not do it|did not manage it)\.$|(?<=\.) (?:In the end you did it|You did it|You have done it)\.$"
)
"""What a text has told already in its first sentence."""


def plainly(text: str) -> str:
    """The text without what "do it" makes clumsy in it: "You have managed to do it" is "You have done it"."""
    for pattern, plain in _FRAMES:
        text = pattern.sub(plain, text)
    return _SAID_BEFORE.sub(lambda match: match["told"] or "", text)


def say_once(told: dict[str, str], *, plural: bool) -> None:
    """Let the narration call a long goal by a short name, and its deed too."""
    thing, deed = told["goal"], told["deed"]
    brief = brief_thing(thing, plural=plural)
    short = brief_thing(thing, plural=plural, longest=_LONG - 2)
    told |= {"goal": brief, "Goalcap": capital(brief), "you_goal": brief, "deed": brief_deed(deed, thing, short)}


def last_step(frame: str, told: dict[str, str]) -> str:
    """The last objective of a mission whose title has said the deed in full already."""
    if frame != "{Whole_deed}" or told["deed"] == told["whole_deed"] or told["whole_deed"] != told["all_deeds"]:
        return frame
    return frame if told["deed"] == "do it" else capital(told["deed"])


def in_brief(deed: str) -> str:
    """The label of a last choice whose deed is too long for a button."""
    return "See it through" if deed == "do it" or len(deed.split()) > _LONG + 3 else capital(deed)
