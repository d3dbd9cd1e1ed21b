"""Who and what is not there when a story begins: the dead, the missing, the stolen, who never came."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.aimwords import MADE
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.hardships import hardship_of
from makebelieve.worlds.generation.reading import Reading, lead
from makebelieve.worlds.generation.states import ARRIVING, barred, states_of

_ABSENT: Final = frozenset(
    (
        "poisoned", "murdered", "dead", "missing", "kidnapped", "late", "vanished", "slain", "strangled", "drowned", "deceased", "lost", "stolen",
        "imaginary", "absent", "departed",
    )
)  # fmt: skip
_FOUND_DEAD: Final = re.compile(
    r"(?:(?:who|that) )?(?:(?:(?:has|have) been|is|are|was|were) (?:found )?(?:dead|missing|gone|murdered|strangled|stabbed)|(?:has|have) been lost|(?:has|have) died"
    r"|(?:found|lies|lie) (?:dead|murdered))\b"
)
"""What is said behind somebody who is gone: "has been found dead", "was murdered"."""
_DEATHS: Final = word_set(
    "death murder killing funeral grave tomb ashes ash body corpse ghost disappearance assassination kidnapping"
    " memory will skeleton bones wake wreck shipwreck"
)
"""Of whom these are told, they are gone."""
_GONE_VERBS: Final = word_set("die disappear vanish drown perish")
_NEVER_DID: Final = frozenset(
    ("came", "returned", "arrived", "existed", "lived", "was", "appeared", "showed", "turned", "made", "got", "called", "wrote")
)
"""Behind "who never": they are not there."""
_HARMING: Final = word_set("eat kill murder poison drown strangle devour bury slay")
_CONVINCING: Final = word_set("convince persuade prove testify swear assure")
_MISSED: Final = frozenset(("steal", "lose", "misplace", "mislay", "hide", "swap", "forget", "pinch", "nick"))
_MISSING: Final = frozenset(("stolen", "missing", "lost", "vanished", "gone", "disappeared", "mislaid", "misplaced", "hidden"))
_ACQUIRED: Final = word_set("buy purchase find fetch win earn borrow collect gather steal retrieve recover unearth")
_SAID_OF_IT: Final = frozenset((
    ",", "which", "who", "that", "is", "are", "was", "were", "has", "have", "had", "been", "goes", "go", "went", "suddenly", "mysteriously",
))  # fmt: skip
"""What may stand between somebody or something and the word that tells that they are gone."""
_STILL_THERE: Final = frozenset(
    (
        "out",
        "wrong",
        "dark",
        "quiet",
        "silent",
        "bad",
        "mad",
        "mouldy",
        "flat",
        "cold",
        "blind",
        "dead",
        "sour",
        "off",
        "on",
        "to",
        "up",
        "down",
    )
)
"""Behind "gone": what has gone out or wrong is there all the same."""


def goes_missing(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody or something is only told to be gone from then on: "every night a child goes missing", "his hat vanishes"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
    return words in (["goes", "missing"], ["go", "missing"], ["went", "missing"]) or words[:1] in (
        ["vanishes"],
        ["vanish"],
        ["disappears"],
        ["disappear"],
    )


def is_missing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is said to be stolen, lost or hidden: "has stolen the sugar", "the missing key", "her ring is gone"."""
    tokens = reading.tokens
    doing = [token.tag for token in tokens[phrase.end : phrase.end + 3]]
    if _MISSED & set(phrase.undergoes) and not (doing[:2] == ["X", "VD"] and doing[2:] in (["D"], ["N"], ["NS"], ["A"])):
        at = lead(reading, phrase)[0] - 1
        return at < 0 or tokens[at].tag != "V"  # what is about to be stolen is still there
    told = hardship_of(reading, phrase)
    if goes_missing(reading, phrase) or (told is not None and told.kind == "gone"):
        return True
    led = [token.word for token in tokens[max(0, lead(reading, phrase)[0] - 2) : lead(reading, phrase)[0]]]
    if led in (["theft", "of"], ["robbery", "of"], ["disappearance", "of"]):
        return True  # "the theft of a famous painting"
    after = [token.word for token in tokens[phrase.end : phrase.end + 6]]
    does = False
    while after[:1] and after[0] in _SAID_OF_IT:
        does = after.pop(0) in ("has", "have", "had") or (does and after[:1] != ["been"])
        if does and after[:1] and after[0] in ("stolen", "lost", "hidden", "mislaid", "misplaced") and after[1:]:
            return False  # "the reindeer have hidden the exit"
        if after[:1] and after[0] in _MISSING and not (after[0] == "gone" and set(after[1:2]) & _STILL_THERE):
            return True
    led_by = {token.word for token in tokens[lead(reading, phrase)[0] : phrase.head.index]}
    return bool(_MISSING & led_by) and not ARRIVING & set(phrase.acts)


def still_to_get(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is only to be won or made by what somebody wants to do: "sell the cheese and buy medicine", "have to build a raft"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    if at > 0 and tokens[at].tag in ("V", "VS") and tokens[at].lemma in MADE and lead(reading, phrase)[1] in ("a", "an"):
        return True
    if at < 1 or tokens[at].tag != "V" or not (tokens[at - 1].word in ("to", "and", "or") or tokens[at - 1].tag in ("M", "X")):
        return False
    return tokens[at].lemma in _ACQUIRED | MADE


def absent(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody cannot be met in the world: a victim, the dead, the missing, who never came."""
    tokens = reading.tokens
    theirs = phrase.start > 1 or lead(reading, phrase)[1] in ("my", "our", "her", "his", "their")
    if theirs and barred(states_of(reading, phrase), "met"):
        return True
    at = lead(reading, phrase)[0] - 1
    if (
        at >= 0
        and tokens[at].word == "without"
        and [token.tag for token in tokens[phrase.end : phrase.end + 1]] in ([], ["."], ["C"], [","])
    ):
        return True  # "brings the flock home without his master"
    if not ARRIVING & set(phrase.acts) and any(token.word in _ABSENT for token in tokens[lead(reading, phrase)[0] : phrase.head.index]):
        return True
    behind_it = _behind(tokens, phrase)
    following = [token.word for token in tokens[behind_it : behind_it + 5] if token.word != ","]
    if _FOUND_DEAD.match(" ".join(following)) or following[:1] in (["accused"], ["convicted"]):
        return True
    if following[:1] in (["who"], ["that"]):
        following = following[1:]
        if following[:1] == ["never"] and following[1:2] and following[1] in _NEVER_DID:
            return True
    if is_out(reading, phrase) and classify(phrase.noun)[0] != "creature":
        return True
    behind = next((token for token in tokens[behind_it : behind_it + 2] if token.tag not in ("X", "S", "R")), None)
    if behind is not None and behind.tag in ("VD", "VS") and behind.lemma in _GONE_VERBS:
        return True
    if phrase.start > 1 and tokens[phrase.start - 1].word == "of" and tokens[phrase.start - 2].lemma in _DEATHS:
        return tokens[phrase.start - 2].word != "will" and "alive" not in {token.word for token in tokens[phrase.end : phrase.end + 7]}
    if _sought(reading, phrase) or _accused(reading, phrase):
        return True
    if phrase.start and tokens[lead(reading, phrase)[0] - 1].lemma in ("avenge", "mourn", "bury", "cremate"):
        return True
    at = phrase.start - 1  # "accused of eating a grandmother", "a book that kills its readers"
    if at >= 0 and tokens[at].lemma in _HARMING and tokens[at].tag in ("VG", "VD", "VS"):
        return at > 0 and tokens[at - 1].word in ("of", "that", "who", "which")
    return False


def _behind(tokens: list[Token], phrase: Phrase) -> int:
    """Where it goes on behind somebody: behind an apposition, for whom it tells of as well as for itself ("my uncle, a baker in Lyon, was found dead")."""
    at, told = phrase.end, phrase.start > 1 and tokens[phrase.start - 1].word in (",", "a", "an") and tokens[phrase.start - 2].word != "."
    begins = (
        at + 1 < len(tokens) and tokens[at].word == "," and tokens[at + 1].word in ("a", "an", "the", "my", "our", "her", "his", "their")
    )
    if not (begins or (told and "," in (tokens[phrase.start - 1].word, tokens[phrase.start - 2].word))):
        return at
    return next((n + 1 for n in range(at + begins, min(len(tokens), at + 9)) if tokens[n].word == ","), at)


def is_out(reading: Reading, phrase: Phrase) -> bool:
    """ "While his parents are away", "while the hounds are out": people who are out are gone, beasts are about."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    following = [token.word for token in tokens[phrase.end : phrase.end + 2]]
    led = at >= 0 and tokens[at if tokens[at].tag != "D" else at - 1].word in ("while", "when", "as")
    return led and following[:1] in (["is"], ["are"]) and following[1:] in (["out"], ["away"], ["gone"], ["abroad"], ["loose"], ["about"])


def _sought(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has been lost or is looked for: "who has lost his legion", "looks for its owner"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    while at >= 0 and tokens[at].tag in ("D", "#"):
        at -= 1
    if at < 0:
        return False
    if tokens[at].lemma == "lose" and tokens[at].tag in ("VD", "VS") and phrase.determiner in ("his", "her", "their", "its", "my", "our"):
        return True
    return (
        tokens[at].word in ("for", "of")
        and at > 0
        and tokens[at - 1].lemma in ("look", "search", "hunt", "seek", "wait", "yearn", "grieve")
    )


def _accused(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only said to have done it, to others: "convince the jury that the ghost did it"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    if at >= 0 and tokens[at].tag == "D":
        at -= 1
    return at > 1 and tokens[at].word == "that" and any(token.lemma in _CONVINCING for token in tokens[max(0, at - 7) : at])
