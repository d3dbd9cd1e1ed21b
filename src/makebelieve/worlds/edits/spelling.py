"""A wish as its readers take it best: titles that hold a "to" in quotes, a name behind a person's noun said as what they are called."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits.wishes.phrases import LIVING

_NAMED: Final = re.compile(
    r"\b(?P<verb>put|add|place|bring) (?P<who>(?:her|his|their|my|our|the|an?) (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+)) (?P<name>[A-Z][a-z]+)"
    r" (?P<where>into|in|to|at|on|aboard)\b",
    re.IGNORECASE,
)
_AND_IS: Final = re.compile(
    r"(?P<a>[^.;!?\"]*\b(?:name (?:is|should be)|(?:is|be) (?:called|named)|(?:call|name|rename) [^.;!?\"]+) (?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)*)(?:,? and|[.;]) (?P<p>he|she|they|it)(?:(?:'s| is| are|'re| should be)(?= )| (?P<v>(?!always\b|sometimes\b|is\b|was\b)(?-i:[a-z]+[^s']s)(?= ))) ?(?P<r>(?!called\b|named\b|should\b) ?[a-z].+)",
    re.IGNORECASE,
)
_RENAMED: Final = re.compile(
    r"^(?:(?P<t>.+?)(?:'s|(?<=s)') name (?:is|should be)|(?P<t2>(?:the|her|his|their|my) .+?) (?:is|should be) (?:called|named)) (?P<n>.+)$",
    re.IGNORECASE,
)
_TALKED: Final = re.compile(r",? so (?:that )?(?:one|I|you|we|the player) can (?:talk|speak) (?:to|with) (?:her|him|them)\b")
_RETITLED: Final = r"(?P<lead>\b(?:rename|retitle|call|change) (?:the )?(?:ending |end )?)(?P<title>{})(?P<to> (?:to|as|into) )"


def _rename(named: re.Match[str]) -> str:
    return f"rename {named['t'] or named['t2']} to {named['n']}"


def spelled(world: dict[str, Any], text: str) -> str:
    """`text` with such titles quoted and such names set off; any other text as it is."""
    for state in world["scene"]["states"].values():
        title = (state.get("ending") or {}).get("title") or ""
        if re.search(r" (?:to|as|into) ", title):  # "rename the ending Left to others to …"
            text = re.sub(
                _RETITLED.format(re.escape(title)),
                lambda match: f"{match['lead']}'{match['title']}'{match['to']}",
                text,
                count=1,
                flags=re.IGNORECASE,
            )

    def called(match: re.Match[str]) -> str:
        if not match["name"][0].isupper() or classify(match["noun"].lower())[0] not in LIVING:
            return match[0]
        who = re.sub(r"^(?:her|his|their|my|our) ", "the ", match["who"])
        return f"add {who}, called {match['name']}, to"

    if more := _AND_IS.fullmatch(text.strip(" .!")):
        # "the clerk's name is Otto Grub and he's allergic to dust": two wishes, the second of the same
        deed = more["r"] if more["v"] is None else f"{lemma(more['v'], 'verb') or more['v']} {more['r'].strip()}"
        text = f"{_RENAMED.sub(_rename, more['a'])}. {more['p'].capitalize()} should {'be ' if more['v'] is None else ''}{deed}"
    said = _NAMED.sub(called, text)
    return _TALKED.sub("", said) if said != text else said
