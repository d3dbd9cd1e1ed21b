"""How what was found out is put to use, as the label of a choice: by what is done then, by who helps, else by the thing that was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from makebelieve.language import lemma
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.prose import BUTTON

if TYPE_CHECKING:
    from makebelieve.worlds.generation.ground import Ground

_RESOLVED: Final = re.compile(r"\bYou will ((?!not\b|need\b|see\b|have\b|be\b|only\b)[^.!?;:]+)\.$")
_BACKWARD: Final = re.compile(
    r"\b(?:it|its|then|now|that|them|they|their|this|those|there|so|here|ones|one(?=$|[,.])|him|her|he|she|both|first|too|like|again|the other|same|of the kind|some back)\b"
)
"""What points back at something that a label has not said."""
_DOES: Final = re.compile(r"^\{P\} <P:\w+\|(\w+)> (.+)$")
_IDLE: Final = frozenset(
    (
        "come",
        "stand",
        "look",
        "stay",
        "rest",
        "hold",
        "be",
        "sit",
        "step",
        "wait",
        "stop",
        "keep",
        "face",
        "turn",
        "find",
        "see",
        "know",
        "show",
        "bend",
        "shake",
        "make",
    )
)
"""What is shown of somebody who does no more than be there."""
_DONE_TO: Final = re.compile(
    r"^((?:an?|the|two|three|half of|one|some|every) [a-z' -]+?) (?:is|are) ([a-z]+)((?: (?:out|up|off)(?= |$))?)((?: (?!and\b|by\b|beside\b)[^,;]+)?)(?:[,;].*| and .*)?$"
)
_ALIKE: Final = frozenset(("put", "set", "cut", "read"))
"""Verbs whose past is like their base."""
_NEEDS_MORE: Final = frozenset(("put", "set", "lay", "leave", "bring", "take", "hold"))
"""Verbs that say too little with what they are done to alone."""
_WHERE: Final = re.compile(
    r",? ?\b(?:close |just |right )?(?:by|beside|past|behind|below|before|to|round|near|on the far side of|over|under) \{part\}(?: and back(?: again)?)?"
)
_ENOUGH, _MOST = 2, 7
"""Words that a label of what one means to do has at least, and those of a thing at most."""
_SIGHT: Final = re.compile(
    r"^(?:\([^)]*\) )?(?:there (?:is|are|lies?) |close by (?:lies|lie|is|are) |somebody has )?(?P<what>(?:an?|the|some|two|three|a few|half an?|one|every)? ?[a-z' -]+?)"
    r"(?: (?:shows?|says?|tells?|proves?|lies?|is|are|was|has|have)\b.*|,.*|:.*| (?:signed|with|in|that|from|about|where|who|which|beside|on|under|at|for|by|made|cut|drawn|marked|tied|scratched|left|asking|tied|meant|that|for|quite|calling|written|addressed)\b.*)?$"
)
_PICTURED: Final = re.compile(r"\b(?:plan|map|drawing|sketch|picture|photograph|painting|chart|poster|postcard|portrait)$")
_WRITTEN: Final = re.compile(
    r"\b(?:note|letter|list|page|line|lines|book|diary|notebook|card|receipt|bill|label|tag|message|recipe|paper|slip|sheet|scrap|report|log|logbook|order|will|contract|agreement|rule|rules"
    r"|words|notice|leaflet|copy|draft|timetable|sign|ticket|calendar|record|records|certificate|telegram|register|ledger|petition|deed|newspaper|verse|saying|row of names|inscription)$"
)
_WORDS: Final = re.compile(r"the (?:numbered )?(?:words|lines?)")
_FEW: Final = re.compile(r"^the few (?:small )?")
_NO_THING: Final = re.compile(r"\b(?:there|it|somebody|short$|runs|hangs|holds|repeats|weed|part|what)\b|^the [a-z-]+ed$")
"""What is no name of a thing, or names one that one would not think of by it."""
_HELPS: Final = re.compile(
    r"(?:^|, |; |and )(?:\{P\} and )?\{ally\} (?:and \{P\} )?(?!<ally:(?:tries|eats|sits|sleeps|listens|looks|smiles|wants)\b)[<a-z]"
)
_OF: Final = re.compile(r"^((?:an?|the) )?(.+?) of .+$")


def used(sight: str, truth: str, twist: str) -> tuple[str, ...]:
    """Frames for the label of a deed that is done by what was found out, the fullest first."""
    made = (_resolved(truth), _doing(twist), _doing_to(twist), _shown(sight, twist), _helped(truth, twist), _recalled(sight))
    return tuple(capital(one) for one in made if one)


def _resolved(truth: str) -> str:
    """What one means to do: "You will go round the outside."."""
    found = _RESOLVED.search(truth)
    if found is None or _BACKWARD.search(found[1]) or len(found[1].split()) < _ENOUGH or "{" in found[1]:
        return ""
    return found[1]


def _doing(twist: str) -> str:
    """What is shown of the player: "{P} <P:hums|hum> one song by {part}"."""
    found = _DOES.match(twist)
    if found is None or found[1] in _IDLE:
        return ""
    said = re.split(r"[;,]| and ", _WHERE.sub("", found[2]))[0].strip()
    if "{part}" in said or len(said.split()) < 2 or "{P}" in said or _BACKWARD.search(said):
        return ""
    return f"{found[1]} {said}"


def _doing_to(twist: str) -> str:
    """What is shown of a thing: "an old cover is lifted beside {part}"."""
    found = _DONE_TO.match(_WHERE.sub("", twist))
    if found is None or "{" in twist.replace("{part}", ""):
        return ""
    what, verb, particle, rest = found[1], lemma(found[2], "verb"), found[3], found[4]
    if not verb or (verb == found[2] and verb not in _ALIKE) or "{part}" in rest or (verb in _NEEDS_MORE and not f"{particle}{rest}"):
        return ""
    what = re.sub(r"^an? ", "the ", what)
    if _BACKWARD.search(f"{what}{rest}"):
        return ""
    return f"{verb}{particle} {what}{rest}"


def _helped(truth: str, twist: str) -> str:
    """Who helps then."""
    return "let {ally} help" if _HELPS.search(twist) or re.search(r"\{ally(?:cap)?\} (?:will|would)\b", truth) else ""


def _shown(sight: str, twist: str) -> str:
    """What is put before whom the deed is about."""
    what = _found(sight)
    return f"show {{goal}} {what}" if what and "between {P} and {goal}" in twist else ""


def _recalled(sight: str) -> str:
    """The thing that was found, as it comes to mind."""
    if "signed by {ally}" in sight:
        return "remember what {ally} wrote"
    what = _found(sight)
    if _WORDS.fullmatch(what):
        return "remember what was written {found_at}"
    head = _OF.sub(r"\2", what)
    says = re.search(r"s$", head) is None or head.endswith("ss")
    if _PICTURED.search(head) or "music" in what:
        return f"remember what {what} {'shows' if says else 'show'}"
    if _WRITTEN.search(head):
        return f"remember what {what} {'says' if says else 'say'}"
    return f"remember {what}" if what else ""


def _found(sight: str) -> str:
    """The thing that was found, by its name: "there is an old letter with a line crossed out" is of the old letter; "" where a text tells of something else."""
    found = _SIGHT.match(sight)
    if found is None:
        return ""
    what = re.sub(r"^(?:an?|some) ", "the ", found["what"].strip())
    if not re.match(r"(?:the|two|three|half|one|every)\b", what):
        what = f"the {what}"
    what = re.sub(r" of(?: all)?$| close$| behind it$", "", _FEW.sub("the ", what))
    return what if len(what.split()) <= _MOST and not _NO_THING.search(what) else ""


_TOLD: Final = re.compile(r"\b(?P<how>as|the way|what) you (?:were|have been) (?P<verb>told|advised)\b|\bwhat you heard\b")
_PROMISED: Final = re.compile(r"\b(?:that )?you (?:were|have been) (?P<verb>promised|given)\b")
_GAVE: Final = {"promised": "promised", "given": "gave"}


def credited(label: str, giver: str) -> str:
    """A label by what was learned or promised, with who said it, or, where nobody did, that it was read."""

    def told(match: re.Match[str]) -> str:
        how, verb = match["how"] or "what", match["verb"] or "told"
        return f"{how} {giver} {verb} you" if giver else f"{how} you have read"

    said = _TOLD.sub(told, label)
    return _PROMISED.sub(lambda match: f"{giver} {_GAVE[match['verb']]} you", said) if giver else said


def credit(b: Ground) -> None:
    """Let the labels of what was learned or promised say by whom."""
    for event in b.events:
        used_up = [flag for flag in event.get("grants", ()) if flag.startswith("used_")]
        if not used_up:
            continue
        giver = b.givers.get(f"has_{used_up[0].removeprefix('used_')}", "")
        said = credited(event["label"], b.scenery.label("{who}", who=giver) if giver else "")
        if said == event["label"] or len(said) > BUTTON:
            continue
        for one in b.objectives:
            if one.text == event["label"]:
                one.text = said
        event["label"] = said
