"""Until when and in which manner something has to be done, in the words of the premise."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import OPENERS, UNDER, same_as, turns_at, word_set
from makebelieve.worlds.generation.clausewords import clause_of, the
from makebelieve.worlds.generation.happenings import Happening, happenings
from makebelieve.worlds.generation.hardships import hardships
from makebelieve.worlds.generation.natures import EVENTS
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody
from makebelieve.worlds.generation.timespans import presses, spanned
from makebelieve.worlds.generation.wording import as_written

_MANNERS: Final = frozenset(("without", "unseen", "unnoticed", "secretly", "blindfolded"))
_MOST: Final = 14
"""Words that a circumstance keeps."""


_WORSENS: Final = word_set(
    "run_out give_out run_low fail crack leak sink burn rise melt collapse crumble flood spread come approach near gather loom close_in dry"
    " dry_up starve wilt freeze go_out go_down run_dry die_out fall_apart drift fade overflow shrink"
)
"""What goes on getting worse by itself, said of anything but the one who plays."""
_WORSE: Final = word_set(
    "thin thinner dark darker late later worse warm warmer hot hotter cold colder low lower weak weaker smaller closer nearer louder stronger rougher"
)
_NEARS: Final = word_set("open begin start leave arrive close depart land hit strike reach erupt sail")
"""What is a danger or a deadline where it is said for when."""
_WHEN: Final = word_set("tomorrow tonight soon today in at on within by")
_FALLING: Final = frozenset(("night", "darkness", "dusk", "temperature"))
_LONGEST: Final = 12
"""Words that a danger keeps."""
_PARTICLES: Final = frozenset(("out", "up", "down", "over", "off", "away", "in", "back"))


def deadline_of(reading: Reading) -> str | None:
    """ "before the bishop arrives at noon", "until the tide turns", "by harvest", "in three days"; None where nothing presses."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or following.tag == ".":
            continue
        if token.word in ("before", "until", "till"):
            if following.word in ("him", "her", "me", "us", "them") and (at + 2 >= len(tokens) or tokens[at + 2].tag == "."):
                continue
            if turns_at(tokens, at):
                continue  # "until a bully steals it": that is what happens
            if token.word == "before" and _long_past(tokens, at):
                continue  # "the woman he loved before the war"
            if token.word in ("until", "till") and (following.word in ("somebody", "someone") or _is_wanted(tokens, at)):
                continue  # "the ferry will not leave until somebody confesses": that is what is wanted
            if _is_somebody(reading, at + 1):
                continue  # "before the men who want him arrive": by them alone nothing is told
            start = at - 1 if at and tokens[at - 1].word in ("just", "long") else at
            return _said(reading, start if tokens[start].word == "long" else at)
        if token.word == "in" and (_was_not(tokens, at) or _is_measured(tokens, at)):
            continue  # "who have not spoken in ten years", "the worst blizzard in forty years"
        if presses(tokens, at):
            return _said(reading, at)
        if (token.lemma in ("have", "has") or token.word == "with") and spanned(tokens, at + 1):
            return f"in {following.word} {tokens[at + 2].word}"
    return None


def danger_of(reading: Reading, player: Phrase | None, deed: str) -> str | None:
    """ "the dam is cracking", "the oxygen is running out", "my bakery opens tomorrow": what goes wrong or draws near while the deed is done."""
    mine = same_as(reading, player)
    for one in happenings(reading, frozenset()):
        if (
            one.relative
            or (one.aside and not _goes_on(reading, one))
            or one.subject is None
            or id(one.subject) in mine
            or "which"
            in [token.word for token in reading.tokens[max(0, lead(reading, one.subject)[0] - 1) : one.subject.end]]  # it is asked
            or "not" in one.aspect
            or any(told.thing is one.subject and told.kind in ("spent", "ailing") for told in hardships(reading))
            or reading.tokens[lead(reading, one.subject)[0] - 1].tag == "I"  # "our play about the planets opens tonight"
        ):
            continue
        if not _presses_on(reading, one):
            continue
        said = clause_of(reading, one)
        if one.subject.noun in _FALLING and one.subject.determiner is None:
            said = said.removeprefix("the ")  # "night is falling"
        written = {word.lower(): word for word in re.findall(r"(?<=[a-z,;] )[A-Z][a-z]+", reading.premise)}  # "on Sunday"
        said = " ".join(written.get(word, word) for word in said.split())
        if 3 <= len(said.split()) <= _LONGEST and said.lower() not in deed.lower():
            return said[:120]
    return _meanwhile(reading, mine)


def _meanwhile(reading: Reading, mine: set[int]) -> str | None:
    """ "With the ice cracking behind us", "with the water rising": what gets worse, said in passing."""
    tokens = reading.tokens
    for phrase in reading.found:
        at = lead(reading, phrase)[0] - 1
        if at < 0 or tokens[at].word != "with" or phrase.end >= len(tokens) or tokens[phrase.end].tag != "VG" or id(phrase) in mine:
            continue
        if tokens[phrase.end].lemma not in _WORSENS | _NEARS:
            continue
        end = phrase.end + 1
        while end < len(tokens) and tokens[end].tag not in (".", "C") and tokens[end].word not in OPENERS | {","} and end - phrase.end < 5:
            end += 1
        many = phrase.plural or (phrase.count or 1) > 1
        behind = " ".join(token.word for token in tokens[phrase.end : end]).replace(" 's", "'s")
        return cased(reading, f"{the(reading, phrase, plain=True)} {'are' if many else 'is'} {behind}")[:120]
    return None


def _goes_on(reading: Reading, one: Happening) -> bool:
    """Whether a clause tells what goes on meanwhile: "while the abbot's footsteps come closer"."""
    return next((token.word for token in reversed(reading.tokens[: one.at]) if token.word in UNDER), "") == "while"


def _presses_on(reading: Reading, one: Happening) -> bool:
    """Whether a clause tells of something that gets worse or comes nearer."""
    if "passive" in one.aspect or "modal" in one.aspect:
        return False
    behind = one.words(reading)
    if one.verb == "be":  # "a ship is due at midnight", "the concert is tonight", "the volcano is about to erupt"
        said = [token.word for token in reading.tokens[one.at + 1 : one.end]]
        set_for = one.subject is not None and (one.subject.noun in EVENTS or classify(one.subject.noun)[0] == "event")
        return ((said[:1] == ["due"] or set_for) and bool(_WHEN & set(said))) or said[:2] == ["about", "to"]
    if one.verb == "fall" and one.subject is not None and one.subject.noun in _FALLING:
        return True
    verb = one.verb if "_" in one.verb or not behind else f"{one.verb}_{behind[0]}"
    if one.verb in ("come", "draw", "get", "move", "creep") and behind[:1] in (["closer"], ["nearer"], ["near"]):
        return "not" not in one.aspect and reading.tokens[one.at].tag != "VD"
    if one.verb in ("get", "grow") and "going" in one.aspect and set(behind[:2]) & _WORSE:
        return True  # "the ice is getting thin"
    if "due" in one.aspect and verb in _WORSENS and reading.tokens[one.at].tag == "VS":
        return True  # "the air runs out in six hours"
    told = one.aspect & {"going", "has", "keeps"} or reading.tokens[one.at].tag == "VS"
    if {verb, one.verb} & _WORSENS:
        return bool(one.aspect & {"going", "keeps"}) or ("has" in one.aspect and verb in _WORSENS and "_" in verb)
    return bool(told) and one.verb in _NEARS and bool(_WHEN & set(behind))


def _was_not(tokens: list[Token], at: int) -> bool:
    """Whether it is said of a span that something has not been done in it."""
    before = [token.word for token in tokens[max(0, at - 6) : at]]
    return bool({"not", "never", "first"} & set(before)) and bool({"has", "have", "had", "time"} & set(before))


def _is_somebody(reading: Reading, at: int) -> bool:
    """Whether somebody stands there and the words that are taken from there say nothing of what they do."""
    who = next((one for one in reading.found if one.start == at and somebody(reading, one)), None)
    after = reading.tokens[who.end : who.end + 1] if who is not None else []
    return who is not None and (not after or after[0].tag == "." or after[0].word in ("who", "that", "with", ",", "and", "but"))


def _is_wanted(tokens: list[Token], at: int) -> bool:
    """Whether somebody does or refuses something until it comes about, and that is no time: "go on strike until the queen says sorry"."""
    clause = any(token.tag in ("VS", "V", "X") for token in tokens[at + 2 : at + 9]) and tokens[at + 1].tag != "P"
    before = [token.word for token in tokens[max(0, at - 12) : at]]
    return clause and bool({"refuse", "refuses", "refused", "strike", "not", "never", "won't"} & set(before))


def _is_measured(tokens: list[Token], at: int) -> bool:
    """Whether a span only says of what there was no worse, better or other in it."""
    before = [token.word for token in tokens[max(0, at - 4) : at]]
    return any(word.endswith("est") or word in ("worst", "first", "last", "only", "best", "once", "twice") for word in before)


def _long_past(tokens: list[Token], at: int) -> bool:
    """Whether what was before something is only told of somebody: its verb is past, and a pronoun or "who" has done it."""
    left = max(0, at - 4)
    verb = next((one for one in reversed(tokens[left:at]) if one.tag in ("VD", "VS", "V", "VG")), None)
    if verb is None or verb.tag != "VD" or not verb.index:
        return False
    return tokens[verb.index - 1].word in ("he", "she", "they", "it", "i", "we", "who", "that", "had")


def condition_of(reading: Reading) -> str | None:
    """ "without anyone finding out that I can't bake", "but only if she asks", "so that nobody notices"; None where there is none."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        two = [one.word for one in tokens[at : at + 3]]
        if token.word in _MANNERS and at + 1 < len(tokens):
            if (
                token.word != "without"
                and tokens[at + 1].tag in ("VG", "V", "VS", "VD", "N", "NS", "A", "D")
                and (at == 0 or tokens[at - 1].tag not in ("N", "NS", "P") or tokens[at + 1].tag == "VG")
            ):
                continue  # "one of them is secretly selling the animals"
            if token.word == "without" and at and tokens[at - 1].tag in ("N", "NS") and tokens[at + 1].tag in ("D", "N", "NS", "A"):
                owner = tokens[at - 1].index  # "a house without windows" says which house
                first = next((one.tag for one in tokens[at + 1 : at + 7] if one.tag in ("VG", "V", "VS", "M", "X")), None)
                if (first is None or first in ("VS", "M", "X")) and owner:
                    continue  # "a samurai without a sword guards"
            return _said(reading, at)
        if two[:2] == ["so", "nobody"]:
            return f"so that {_said(reading, at + 1)}"
        if two[:2] == ["only", "if"] or two == ["so", "that", "nobody"]:
            return _said(reading, at)
        if two[:2] in (["but", "nobody"], ["and", "nobody"]) and at + 2 < len(tokens) and tokens[at + 2].word in ("must", "may", "should"):
            rest = _said(reading, at + 3)  # "and nobody must know": said of what is done
            return f"so that nobody can {rest}"
    return None


def _said(reading: Reading, start: int) -> str:
    """The words from a token to the end of its clause, as they are written."""
    tokens = reading.tokens
    end = start + 1
    while end < len(tokens) and end - start < _MOST:
        word = tokens[end].word
        if word in OPENERS or tokens[end].tag == "." or word in ("and", "but"):
            break
        if end > start + 1 and word in ("before", "until", "without", "while", "because", "so", "or"):
            break
        told = any(tokens[n].tag in ("V", "VS", "VD", "VG", "X") and tokens[n - 1].tag != "D" for n in range(start + 1, end))
        if not told and (word in ("with", "who", "that") or (word == "to" and tokens[end].tag == "M")):
            break  # "before the holidays | with class 4B"
        end += 1
    whole = end >= len(tokens) or tokens[end].word in OPENERS  # "the man he stole it from"
    while not whole and end > start + 2 and tokens[end - 1].tag in ("I", "D", "C", "S", "M", "X"):
        if tokens[end - 1].tag == "X" and (
            tokens[end - 1].word in ("does", "do", "did") or any(one.tag == "S" for one in tokens[start + 1 : end])
        ):
            break  # "before my daughter does", "before they remember where it was"
        if tokens[end - 1].word in _PARTICLES and tokens[end - 2].tag in ("V", "VS", "VD", "VG", "NS"):
            break  # "before the air runs out"
        if tokens[end - 1].word in ("her", "his") and tokens[end - 2].tag in ("V", "VS", "VD"):
            break  # "before the police catch her"
        end -= 1
    words = [token.written for token in tokens[start:end]]
    said = as_written(reading.premise, words)
    if said is None:
        said = cased(reading, " ".join(words).replace(" 's", "'s"))
    return (said[:1].lower() + said[1:])[:120]


def is_eve(reading: Reading) -> bool:
    """Whether a premise only names the time before something: "the night before Christmas in a hospital"."""
    first = reading.found[0] if reading.found else None
    after = [token.word for token in reading.tokens[first.end : first.end + 1]] if first is not None else []
    return first is not None and first.start == 0 and classify(first.noun)[0] == "time" and after == ["before"]
