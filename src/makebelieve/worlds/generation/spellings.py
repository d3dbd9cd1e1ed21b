"""Names as strangers write them, made such as a reader of names expects: small ones, an age or a kinship around them."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.language.vocabulary import FUNCTION_WORDS
from makebelieve.worlds.generation.names import is_given, known

_ACTING: Final = r"(?:has|must|wants|wanted|is|was|lives|finds|found|loses|lost|needs|discovers|gets|tries|inherits|works|hates|loves|goes|sees|hears|wakes|meets|keeps|runs)"
_LARGE: Final = re.compile(r"\b(?!I\b)[A-Z]")
_WORD: Final = re.compile(r"\b[a-zà-öø-ÿ]{3,}\b(?!['’]t)")
_BEFORE_VERB: Final = re.compile(rf"(?:,| and (?:his|her|their|the)\b| {_ACTING}\b)")
_AGED: Final = re.compile(
    r"(?<![\w-])([A-Z][a-zà-öø-ÿ]+)(?:, (?:aged )?\d{1,2},| \((?:aged )?\d{1,2}\)|, (?:aged )?\d{1,2}(?= and\b))(?=[ ,])"
)
_MORE: Final = re.compile(r" (?:an?|the|who|whose|from|in|on|at|with|her|his)\b")
"""What goes on about somebody behind their age."""
_STRANGE: Final = re.compile(r"^([a-z]{3,})(?= (?:has|must|wants|is|was|lives|works|finds|loses|needs|gets|hates|loves)\b)")
_CONTRACTED: Final = frozenset(
    ("theres", "whats", "thats", "dont", "cant", "wont", "youre", "ive", "ill", "hes", "shes", "lets", "somebodys", "nobodys", "everyones")
)
_DAYS: Final = re.compile(
    r"^((?:On|At|In|After|Before|During|For) [a-z' -]+? (?:birthday|day|night|morning|evening|afternoon|shift|week|year|wedding|summer|winter|spring|autumn|midnight"
    r"|noon|dawn|dusk)) ([A-Z][a-zà-öø-ÿ]+)(?= (?:[a-z]+s|must|has|is)\b)"
)
_SOME_OF: Final = re.compile(r"^(Two|Three|Four|Five|Six|Seven|Some|Many) of ([Tt]he [a-z]+|[A-Z]\w+)['’]s ([a-z]+s)\b")
_CLASS: Final = re.compile(r"\b([Cc]lass|[Yy]ear|[Ff]orm|[Gg]rade|[Ff]lat|[Rr]oom) (\d{1,2}[a-d])\b")
_KIN: Final = "twins|brothers|sisters|siblings|cousins|friends|children|kids|orphans|neighbours|neighbors|pensioners|lovers|rivals|detectives|explorers"
_TWO: Final = re.compile(
    rf"(?:\b(?:[Tt]he|[Tt]wo|[Tt]win) )?(?<!\w)(?:[a-z]+ ){{0,2}}(?:{_KIN}),? (?:(?:named|called) )?([A-Z][a-zà-öø-ÿ]+) (?:and|&) ([A-Z][a-zà-öø-ÿ]+)\b(,(?= [a-z]+s? ))?",
)


def spelt_names(text: str) -> str:
    """The text with its names written large and each by itself: "jonas and his dog", "the twins Lotte and Finn", "Anne, 9, and her friend"."""
    if not _LARGE.search(text):
        text = _STRANGE.sub(lambda match: match[0].capitalize() if _is_strange(match[1]) else match[0], text)
        text = _WORD.sub(lambda match: match[0].capitalize() if _is_small_name(text, match) else match[0], text)
    text = _AGED.sub(lambda match: f"{match[1]}{',' if _MORE.match(text, match.end()) else ''}", text)
    text = _CLASS.sub(lambda match: f"{match[1]} {match[2].upper()}", text)
    text = _DAYS.sub(r"\1, \2", text)
    text = _SOME_OF.sub(lambda match: f"{match[1]} {match[3]} of {match[2]}", text)
    return _TWO.sub(lambda match: f"{match[1]} and {match[2]}" if _opens(text, match) else match[0], text)


def _is_strange(word: str) -> bool:
    """Whether a word that opens a story and acts is one that nobody knows, and so a name."""
    return not known(word) and word not in _CONTRACTED and lemma(word.removesuffix("s"), "verb") is None


def _is_small_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word written small is somebody's name; one that is a word besides is one only where it opens the story and acts."""
    word = match[0]
    if not is_given(word) or word in FUNCTION_WORDS:
        return False
    return not known(word) or (match.start() == 0 and _BEFORE_VERB.match(text, match.end()) is not None)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether the two names with what they are to each other begin a sentence, and so are all that is said of who plays."""
    return match.start() == 0 or text[: match.start()].rstrip().endswith((".", "!", "?"))


_CODE: Final = re.compile(r"\b(?:(?=[A-Za-z-]*\d)[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)*|\d+[A-Z]|[ODLM]['’][A-Z][a-z]+)\b")
_COUPLE: Final = re.compile(r"\bMr\.? (?:and|&) Mrs\.? ([A-ZÀ-ÖØ-Þ]\w+)\b(?!['’])")
_MATTERS: Final = frozenset(("3D", "2D", "4K", "H2O", "CO2", "MP3", "A4", "A3"))


def spelt_codes(text: str) -> tuple[str, dict[str, str]]:
    """The text with each name that has digits in it as one word of letters, and what was written for it: "R0-B3", "Agent 47B"."""
    codes: dict[str, str] = {}

    def one(match: re.Match[str]) -> str:
        if match[0] in _MATTERS:
            return match[0]
        if not any(char.isdigit() for char in match[0]):
            word = match[0].replace("'", "").replace("’", "").capitalize()  # "O'Leary"
            codes[word.lower()] = match[0]
            return word
        word = "Zq" + "".join("abcdefghij"[int(char)] if char.isdigit() else char.lower() for char in match[0] if char != "-")
        codes[word.lower()] = match[0]
        return word

    def couple(match: re.Match[str]) -> str:
        word = f"Zq{match[1].lower()}"
        codes[word.lower()] = f"Mr and Mrs {match[1]}"
        return word

    return _CODE.sub(one, _COUPLE.sub(couple, text)), codes
