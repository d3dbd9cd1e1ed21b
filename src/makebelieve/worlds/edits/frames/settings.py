"""What a whole world or a place shall be like, read from all words of a sentence at once: hour, weather, season, mood, style, how hard, how long.

"switch from day to night", "you can hardly see for the mist", "crank up the horror", "too much text": every word has to be one that the
tables know, as a look, as its contrary, or as part of the frame; one that is left over, and the sentence is about something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.frames import changes
from makebelieve.worlds.edits.frames.mentions import Mention
from makebelieve.worlds.edits.frames.vocabulary import Piece, longest, masked, table, words_of
from makebelieve.worlds.edits.staging import hour_of
from makebelieve.worlds.edits.values import Look, looks, style_of, view_of
from makebelieve.worlds.edits.wishes import looks as looking

_LIKED: Final = re.compile(
    r"\b(?:is|are|was|were|looks?|feels?|sounds?) (?:so |really |very |pretty |just |all |kind of )*(?:nice|good|great|lovely|cool|awesome|fun|perfect|boring|confusing|stupid|ok|okay|fine|right|wrong|weird|beautiful|my favou?rite)\b(?! if\b)(?!, )"
    r"|^(?:i|we|my \w+) (?:really |just |also )?(?:love|loved|like|liked|hate|hated|enjoy|enjoyed|played)\b|^this is (?:for|so|really|my)\b",
    re.IGNORECASE,
)
"""Words that say how something is liked, which asks for nothing."""
_BACKWARDS: Final = frozenset(("turn", "change", "switch", "swap", "replace", "convert", "transform", "from"))
_FORTH: Final = frozenset(("to", "into", "with", "by", "for"))
_WHOLE: Final = frozenset(
    ("it", "everything", "all", "everywhere", "world", "whole", "things", "place", "places", "game", "scene", "scenes")
)
_WHEN: Final = re.compile(
    r"\b(?:only |just )?(?:at|in|near|towards?|from|for) the (?:very )?(?:(?P<start>start|beginning|opening|first (?:scene|place|room))|(?:end|ending|endings|finale|last (?:scene|place|room)))\b(?: of (?:the|this) (?:story|game|world|adventure))?(?: only)?",
    re.IGNORECASE,
)
_ENDS_AT: Final = re.compile(
    r"\b(?:ends?|finish(?:es)?|closes?)(?: everything| it all| the (?:story|game))? (?=(?:at|in|with|on|by)\b)", re.IGNORECASE
)
_VAGUE: Final = frozenset(("better", "nicer", "good", "nice", "different", "interesting", "other", "new", "special", "bigger", "smaller", "longer", "shorter", "possible", "clear", "playable", "right", "wrong", "best", "fun", "cool", "great", "visible", "hidden", "open", "closed", "locked", "free", "first", "last", "next", "same", "own", "more", "less", "main", "similar", "available", "ready", "faster", "slower", "important", "necessary", "original", "unique", "creative", "realistic", "correct", "easy", "hard", "big", "small", "large", "huge", "silent", "secret", "real", "true", "whole", "full", "late", "early", "perfect", "fine", "bad", "worse", "boring", "exciting", "modern"))  # fmt: skip
"""Adjectives that no picture shows."""
_NEVER_ALONE: Final = frozenset(
    (
        "may",
        "march",
        "fall",
        "wet",
        "fair",
        "clear",
        "bare",
        "slow",
        "packed",
        "hot",
        "cold",
        "love",
        "magic",
        "may",
        "spring",
        "light",
        "dim",
        "action",
    )
)
"""Words that mean a look only where a word of the frame or another look stands before them, or nothing besides."""


@dataclass
class Sum:
    """What the words of a sentence come to."""

    wanted: list[Look] = field(default_factory=list)
    unwanted: list[Look] = field(default_factory=list)
    scales: dict[str, int] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    tame: bool = False
    adjective: str = ""
    keys: list[int] = field(default_factory=list)
    except_: list[int] = field(default_factory=list)


def cut(text: str, some: list[Mention]) -> list[Piece] | None:
    """The sentence in pieces that the tables know; None where a word is left over."""
    words = words_of(masked(text, some))
    made: list[Piece] = []
    at = 0
    while at < len(words):
        for size in range(min(longest(), len(words) - at), 0, -1):
            piece = _piece([one.lower() for one in words[at : at + size]])
            if piece is not None:
                made.append(piece)
                at += size
                break
        else:
            return None
    return made


def _piece(words: list[str]) -> Piece | None:
    spoken = " ".join(words)
    if len(words) == 1 and (mark := re.fullmatch(r"\x01(\d+)\x02", words[0])):
        return Piece(spoken, "named", mark[1])
    if len(words) == 1 and words[0] in ",;:.!?":
        return Piece(spoken, ",")
    known = table().get(tuple(words), ())
    kinds = [one for one in known if one[0] not in ("filler", "style")]
    if kinds:
        return Piece(spoken, *kinds[0])
    if len(words) <= 2 and not (len(words) == 1 and known and words[0] in ("light", "bright", "deep", "wet", "clear", "fall")):
        if (style := style_of(spoken)) is not None and spoken not in ("in colour", "colour", "realistic", "neon"):
            return Piece(spoken, "painted", style)
        if len(words) == 2 and (view := view_of(spoken)) is not None:
            return Piece(spoken, "view", view)
    if len(words) == 1 and not known and (some := looks(spoken)) and len(some) == 1:
        return Piece(spoken, some[0].kind, some[0].value)
    if any(one[0] == "filler" for one in known):
        return Piece(spoken, "filler")
    if known:
        return Piece(spoken, "style")
    plain = lemma(spoken, "adjective") if len(words) == 1 else None
    if plain and spoken not in _VAGUE and plain not in _VAGUE and [one.tag for one in tag(tokenise(f"it is {spoken}"))][-1] in ("A", "VD"):
        return Piece(spoken, "adjective", plain)
    return None


def added_up(pieces: list[Piece]) -> Sum | None:
    """What the pieces come to; None where they ask for nothing, or contradict each other."""
    made = Sum()
    off, but = False, False
    hours: list[tuple[str, bool]] = []
    texts, marks = False, 0
    content = [one for one in pieces if one.kind not in ("filler", "named", "style", ",", "not", "still")]
    framed = any(("style", "") in table().get(tuple(one.text.split()), ()) for one in pieces)
    enough = any(one.kind == "still" for one in pieces)
    for number, one in enumerate(pieces):
        before = pieces[number - 1] if number else None
        if one.kind == ",":
            off = but = False
        elif one.kind == "not" and one.text in _TRAILING and not _follows(pieces[number + 1 :]):
            # "make the rain stop": what stands before it in the same part goes
            gone = _before(pieces[:number])
            if not gone:
                off = True
            for look in [two for two in made.wanted if two.said in gone]:
                made.wanted.remove(look)
                made.unwanted.append(look)
        elif one.kind == "not":
            taking = (
                one.text in ("stop", "end", "lose", "drop", "down") and before is not None and before.text in ("to", "you", "can", "n't")
            )
            off = (not off if before is not None and before.kind == "not" else True) if not (taking or enough) else off
        elif one.text in ("except", "besides"):
            but = True
        elif one.kind == "named":
            if off and not but and not any(two.kind not in ("filler", "not", "named", ",") for two in pieces[:number]):
                return None  # "delete the lamp room, it is weird"
            (made.except_ if but else made.keys).append(int(one.value))
        elif one.text in _BACKWARDS and any(later.text in _FORTH for later in pieces[number + 1 :]):
            off = True
        elif (one.text in _FORTH and off and any(earlier.text in _BACKWARDS for earlier in pieces[:number])) or (
            one.text in ("make", "let", "but", "just") and (before is None or before.kind != "not")
        ):
            off = False
        elif one.kind == "hour":
            hours.append((one.value, off))
        elif one.kind in ("weather", "season", "mood", "view"):
            if len(content) == 1 and one.text in _NEVER_ALONE and len(pieces) == 1 and one.text in ("may", "march", "fall"):
                return None
            look = Look(one.kind, one.value, one.text)
            (made.unwanted if off else made.wanted).append(look)
        elif one.kind == "painted":
            made.wanted += [Look("style", one.value)] if framed or len(pieces) <= 3 else []
            if not (framed or len(pieces) <= 3):
                return None
        elif one.kind in ("tame", "children"):
            marks += one.kind == "tame"
            made.tame = True
        elif one.kind in ("text", "long", "hard"):
            texts = texts or one.kind == "text"
            sign = 1 if one.value == "+" else -1
            was = made.scales.get(one.kind, 0)
            if not was or one.value == "-" or (one.kind == "hard" and not was):
                made.scales[one.kind] = -sign if off else sign
        elif one.kind == "condition":
            if off:
                return None
            made.conditions.append(one.value)
    if not _hours(made, hours):
        return None
    _scales(made, texts)
    words = [one for one in pieces if one.kind == "adjective"]
    if words:
        named = any(one.kind == "named" for one in pieces)
        if (
            len(words) > 1
            or named
            or (not any(one.text in _WHOLE for one in pieces) and len(pieces) > 1)
            or any(one.kind == "not" for one in pieces)
        ):
            return None
        made.adjective = words[0].value
    return made if made.adjective or made.wanted or made.unwanted or made.scales or made.conditions or made.tame else None


_TRAILING: Final = frozenset(("stop", "stops", "gone", "goes away", "go away", "is over", "be over", "ends", "vanishes", "down"))


def _follows(rest: list[Piece]) -> bool:
    """Whether something that can be denied comes in the same part."""
    for one in rest:
        if one.kind == ",":
            return False
        if one.kind in ("weather", "season", "mood", "hour", "hard", "text", "condition", "long"):
            return True
    return False


def _before(some: list[Piece]) -> set[str]:
    """What was said in the same part."""
    made: set[str] = set()
    for one in reversed(some):
        if one.kind == ",":
            break
        if one.kind in ("weather", "season", "mood"):
            made.add(one.text)
    return made


def _hours(made: Sum, hours: list[tuple[str, bool]]) -> bool:
    """Puts the hour that is meant among what is wanted: "late", "day" and "early" give way to plainer words. False where two are."""
    sure = [(value, off) for value, off in hours if value not in ("late", "early", "day")]
    yes = list(dict.fromkeys(value for value, off in sure if not off))
    no = [value for value, off in hours if off]
    vague = [value for value, off in hours if not off and value not in yes]
    other = any(one.kind in ("weather", "season", "mood") for one in [*made.wanted, *made.unwanted])
    if "early" in vague and not yes:
        yes = ["dawn"]
    if not yes and "late" in vague and not other:
        yes = ["night"]
    if not yes and "day" in vague and not other and not no:
        yes = ["noon"]
    if not yes and no and not other:
        yes = ["night" if no[0] in ("day", "noon", "morning", "afternoon") else "noon"]
    if len(yes) > 1:
        return False
    made.wanted += [Look("hour", one) for one in yes]
    return True


def _scales(made: Sum, texts: bool) -> None:
    """ "too long" is about texts only where these are named; where there is a sky, "hard" rain is heavy."""
    if texts and "hard" in made.scales:
        made.scales = {"text": -1}  # "simpler words"
    long = made.scales.pop("long", 0)
    if texts and long:
        made.scales["text"] = long
    elif long:
        made.scales["long"] = long
    if made.scales.get("hard") and any(one.kind in ("weather", "season", "hour") for one in made.wanted):
        made.scales.pop("hard")


def read(draft: Draft, text: str, some: list[Mention]) -> str | None:
    """What a sentence asks of looks, done; None where it is about something else."""
    if (
        _LIKED.search(text)
        or re.search(r"\b(?:when|once|until|unless|whenever|before|after(?! dark\b))\b", text, re.IGNORECASE)
        or any(one.thing.kind not in ("place", "ending", "player") for one in some)
    ):
        return None
    when = _WHEN.search(text) or _ENDS_AT.search(text)
    if when is not None and not some:
        text = f"{text[: when.start()]} {text[when.end() :]}"
    pieces = cut(text, some)
    if pieces is None:
        return None
    total = added_up(pieces)
    if total is None:
        return None
    if total.adjective and (when is not None or total.wanted or total.unwanted or total.scales or total.conditions or total.tame):
        return None
    named = [some[number].thing for number in total.keys]
    if any(one.kind == "player" for one in named) and not total.scales and not total.tame:
        return None
    here = [one for one in named if one.kind != "player"]
    less = [some[number].thing for number in total.except_]
    keys = _keys(draft, here) if here else list(draft.states)
    if when is not None and not some:
        ends = [key for key, one in draft.states.items() if "ending" in one]
        keys = (
            [draft.world["entrance"]["state"]]
            if when.groupdict().get("start")
            else [*dict.fromkeys([naming.last_place(draft.world), *ends])]
        )
    part = when is not None and not some
    if total.adjective:
        return changes.quality(draft, keys, total.adjective) if not part else None
    if part and (total.scales or total.tame):
        return None
    keys = [key for key in keys if key not in _keys(draft, less)]
    told: list[str] = []
    if "long" in total.scales:
        total.tame, total.unwanted = False, []
    if total.scales or (total.tame and not total.wanted):
        if here and set(total.scales) - {"text", "long"}:
            return None
        for scale, sign in total.scales.items():
            one = changes.scale(draft, scale, sign, keys if here else None, text)
            if one is None:
                return None
            told.append(one)
        unwanted = [one for one in total.unwanted if one.kind == "mood"]
        if total.tame and "hard" not in total.scales and "text" not in total.scales:
            unwanted = unwanted or [Look("mood", "scary", "scary")]
        total.unwanted = [one for one in unwanted if "hard" not in total.scales and "text" not in total.scales]
    if total.wanted:
        if not here and len(total.wanted) > 1:
            total.wanted = sorted(
                total.wanted,
                key=lambda one: ("season", "weather", "hour").index(one.kind) if one.kind in ("season", "weather", "hour") else 3,
            )
        wanted = [Look("weather", "storm") if one.value == "bad" else one for one in dict.fromkeys(total.wanted)]
        wanted = [one for n, one in enumerate(wanted) if (one.kind, one.value) not in {(two.kind, two.value) for two in wanted[:n]}]
        weathers = {one.value for one in wanted if one.kind == "weather"}
        if (
            len({one.value for one in wanted if one.kind == "season"}) > 1
            or len(weathers) > 2
            or ("clear" in weathers and len(weathers) > 1)
        ):
            return None
        if any(one.kind == "mood" and one.value in ("cosy", "cheerful") for one in wanted) and weathers == {"clear"}:
            wanted = [one for one in wanted if one.kind != "mood"]  # "a warm bright sunny day"
        sunny = any(one.kind == "weather" and one.value == "clear" and re.search(r"\bsun|\bblue", one.said) for one in wanted)
        if sunny and not here and not part and hour_of(draft.world) in ("night", "dusk") and not any(one.kind == "hour" for one in wanted):
            wanted.append(Look("hour", "noon"))
        told.append(changes.shown(draft, keys, wanted, everywhere=not here and not less and not part))
    for look in [] if total.wanted else dict.fromkeys(total.unwanted):
        made = changes.without(draft, keys, look, everywhere=not here and not less and not part)
        if made is None:
            return None
        told.append(made)
    for condition in dict.fromkeys(total.conditions):
        told.append(changes.condition(draft, keys, condition))
    looking._speak_of(draft, [key for key in keys if key in draft.states])
    return ". ".join(told) if told else None


def _keys(draft: Draft, things: list[naming.Thing]) -> list[str]:
    made: list[str] = []
    for one in things:
        made += naming.same_place(draft.world, one.id) if one.kind == "place" else [one.id]
    return list(dict.fromkeys(made))
