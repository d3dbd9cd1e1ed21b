"""What is to be done where a premise only tells what has happened, and who will be there soon: the cake is put right before the bride arrives."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.happenings import Happening
from makebelieve.worlds.generation.reading import Reading, somebody
from makebelieve.worlds.generation.verbs import gerund
from makebelieve.worlds.generation.wording import written_at

_ARRIVES: Final = word_set("arrive come return start begin open land reach be get_back visit come_back call leave close get")
_SOON: Final = re.compile(
    r"\b(?:in (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an|a few|the next|less than) ?(?:\w+ )?(?:seconds?|minutes?|hours?|days?)?"
    r"|at (?:noon|midnight|dawn|dusk|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|tonight|tomorrow|soon|any (?:minute|moment|second)|by (?:noon|six|five|tonight)"
    r"|on (?:his|her|their|the) way|due|coming|arriving|outside|(?:this|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|afternoon|evening))\b"
)
_EATEN: Final = word_set("eat swallow drink shred tear chew delete devour burn")
_SHOWN: Final = word_set("print publish post leak show reveal display project paint write")
_SENT: Final = word_set("send email mail sell give_away throw_away steal take snatch throw_out")
_HELD: Final = word_set("glue lock trap tie stick handcuff chain shut nail jam wedge")
_MARKED: Final = word_set("paint draw write spill stick scribble spray scrawl print pour tip")
_STOPPED: Final = word_set("stop fail jam break_down give_out")
_BROKEN: Final = word_set("break crack tear rip split smash burst")
_GONE: Final = word_set("vanish disappear escape run_away run_off")
_LEFT: Final = word_set("quit resign walk_out leave cancel")
_OUT_OF: Final = {
    "in": "out of",
    "into": "out of",
    "on": "off",
    "onto": "off",
    "under": "out from under",
    "behind": "out from behind",
    "inside": "out of",
    "up": "down from",
}


def seen_to(reading: Reading, told: list[Happening], text: str) -> str | None:
    """The text with what anybody would do about it before somebody arrives; None where nothing has happened, or nobody is coming."""
    plain = [one for one in told if not one.relative]
    coming = next((one for one in plain if _comes(reading, one)), None)
    event = next((one for one in plain if one is not coming and _has_happened(reading, one)), None)
    if match := _INSIDE.match(text):
        return f"{text.rstrip('. ')}, and I must get {match['who']} out of {match['what'][:1].lower()}{match['what'][1:]}."
    if (
        event is not None
        and coming is None
        and (left := next((one for one in plain if one.at > event.at and _is_stranded(reading, one)), None))
    ):
        who = the(reading, left.subject, plain=True) if left.subject is not None else ""
        side = "side" in {token.word for token in reading.tokens[left.at : _end(reading, left)]}
        return f"{text.rstrip('. ')}, and I must {f'get {who} across' if side else f'help {who}'}."
    shut = next((one for one in plain if one.verb in _HELD and _by_themselves(reading, one)), None)
    if shut is not None and shut.subject is not None and shut.second is not None:
        who, where = the(reading, shut.subject, plain=True), the(reading, shut.second, plain=True)
        return f"{text.rstrip('. ')}, and I must get {who} out of {where}."
    if coming is None or event is None:
        return None
    return f"{_without(reading, coming, text)}, and I must {_remedy(reading, event)} before {_arrival(reading, coming)}."


def _without(reading: Reading, coming: Happening, text: str) -> str:
    """The text without the clause that says who is coming, which is said again."""
    spans = written_at(reading, text)
    begun = spans[coming.subject.start] if coming.subject is not None else None
    ended = spans[_end(reading, coming) - 1]
    if begun is None or ended is None:
        return text.rstrip(". ")
    left = re.sub(r"(?:,? *\b(?:and|but|while|as)|,) *$", "", text[: begun[0]])
    right = re.sub(r"^ *,? *(?:and|but|while|because)? *", "", text[ended[1] :])
    return (left if len(left) > 3 else right[:1].upper() + right[1:]).rstrip(" .,")


_INSIDE: Final = re.compile(
    r"^(?P<what>(?:The|An?|Our|My) [a-z -]+?) (?:is|has got|gets|has been) (?:stuck|trapped|jammed|locked|buried|snowed in|stranded)\b.*? with (?P<who>(?:the|our|my|his|her|their|all|two|three|four|five|six) [^.,]+?)"
    r" (?:still )?(?:inside|in it|on board|aboard|on it)\.$"
)


def _by_themselves(reading: Reading, one: Happening) -> bool:
    """Whether somebody has shut themselves in: "has locked herself in the bathroom"."""
    words = [token.word for token in reading.tokens[one.after : one.after + 1]]
    return (
        "has" in one.aspect
        and words[:1] in (["herself"], ["himself"], ["itself"], ["themselves"])
        and one.preposition in ("in", "into", "inside")
    )


def _is_stranded(reading: Reading, one: Happening) -> bool:
    """Whether somebody is left where they should not be: "the doctor is on the wrong side", "the bride is still on the platform"."""
    words = {token.word for token in reading.tokens[one.at : _end(reading, one)]}
    return (
        one.verb == "be"
        and one.subject is not None
        and somebody(reading, one.subject)
        and bool({"still", "side", "stranded", "alone", "stuck"} & words)
    )


def _comes(reading: Reading, one: Happening) -> bool:
    if (
        one.verb not in _ARRIVES
        or one.subject is None
        or classify(one.subject.noun)[0] == "creature"
        or "not" in one.aspect
        or "has" in one.aspect
        or "passive" in one.aspect
    ):
        return False
    said = " ".join(token.word for token in reading.tokens[one.at : _end(reading, one)])
    return _SOON.search(said) is not None


def _end(reading: Reading, one: Happening) -> int:
    tokens = reading.tokens
    return next(
        (n for n in range(one.at + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", "and", "but", "while")), len(tokens)
    )


def _has_happened(reading: Reading, one: Happening) -> bool:
    if one.pronoun in ("i", "we", "you", "nobody", "it") or "not" in one.aspect:
        return False
    return bool(one.aspect & {"has", "passive"}) or one.verb in _LEFT or (one.verb == "be" and one.state not in ("", "in", "on", "at"))


def _arrival(reading: Reading, one: Happening) -> str:
    """ "the bride arrives in twenty minutes", "the mayor arrives at noon" of "the mayor is due at noon"."""
    tokens, who = reading.tokens, one.subject
    named = the(reading, who, plain=True) if who is not None else "they"
    many = who is not None and (who.plural or (who.count or 1) > 1)
    rest = [token.written for token in tokens[one.at + 1 : _end(reading, one)]]
    verb = tokens[one.at].written
    if one.verb == "be" and rest[:1] and rest[0] in ("tonight", "tomorrow", "at", "in", "on", "this"):
        return " ".join((named, *rest)).replace(" 's", "'s")  # "before the concert tonight"
    if one.verb == "be" and rest[:1] and rest[0] in ("back", "here", "home", "there"):
        verb = "get" if rest[0] in ("here", "there") else "come"
        return " ".join((named, verb if many else f"{verb}s", *rest)).replace(" 's", "'s")
    if one.verb == "be" and rest[:1] == ["due"]:
        verb, rest = "arrive" if many else "arrives", rest[1:]
    elif "going" in one.aspect:
        verb = one.verb.partition("_")[0] if many else f"{one.verb.partition('_')[0]}s"
    return " ".join((named, verb, *rest)).replace(" 's", "'s")


def _remedy(reading: Reading, one: Happening) -> str:
    """The plainest thing that anybody would do about what has happened."""
    words, verb = one.words(reading), one.verb
    first = verb.partition("_")[0]
    what = the(reading, one.object, plain=True) if one.object is not None and one.object.start > one.at else None
    who = the(reading, one.subject, plain=True) if one.subject is not None else None
    if words[1:2] == ["'s"] and first in _SHOWN:  # "everyone's salaries"
        return f"clear away {' '.join(words)}".replace(" 's", "'s")
    if who is not None and ("asleep" in words[:1] or verb in ("fall_asleep", "faint", "pass_out", "oversleep")):
        return f"wake {who}"
    if what is not None and one.object is not None:
        second = one.second
        if (
            first in ("put", "drop", "throw", "park", "drive", "leave", "hide", "flush", "lock")
            and second is not None
            and one.preposition in _OUT_OF
        ):
            return f"get {what} {_OUT_OF[one.preposition]} {the(reading, second, plain=True)}"
        if first in _MARKED and second is not None and one.preposition in ("on", "over", "onto", "across"):
            return f"get {what} off {the(reading, second, plain=True)}"
        if first == "bury":
            return f"dig up {what}"
        if first in _HELD:
            return f"pull {what} loose" if first in ("glue", "stick", "wedge", "jam") else f"free {what}"
        if first in _EATEN:
            return f"replace {what}"
        if first in _SHOWN:
            return f"clear away {what}"
        if verb in _SENT or first in ("send", "steal", "sell"):
            return f"get {what} back"
        if first in ("lose", "forget"):
            return f"find {what}"
        return f"put {what} right"
    if who is None or one.subject is None:
        return "put things right"
    if first in ("start", "begin") and words and (words[0].endswith("ing") or (words[0] == "to" and len(words) > 1)):
        said = words if words[0] != "to" else [gerund(words[1]), *words[2:]]
        return f"stop {who} from {' '.join(said)}".replace(" 's", "'s")
    if verb in _SENT and "passive" in one.aspect:
        return f"get {who} back"
    if first in _HELD and "passive" in one.aspect:
        if not somebody(reading, one.subject):
            return f"get {who} going again"
        return (
            f"rescue {who} from {the(reading, one.second, plain=True)}"
            if one.second is not None and one.preposition != "by"
            else f"free {who}"
        )
    if verb in _GONE or one.state in ("missing", "gone"):
        return f"find {who}"
    if verb in _LEFT and somebody(reading, one.subject):
        return f"replace {who}"
    if verb in _STOPPED or (first in ("stop", "fail") and not what):
        return f"get {who} going again"
    if first in _BROKEN:
        return f"mend {who}"
    if first == "freeze":
        return f"thaw {who}"
    if somebody(reading, one.subject) or classify(one.subject.noun)[0] == "place":
        return "put things right"
    return f"put {who} right"
