"""A wish as its readers take it best: titles that hold a "to" in quotes, a name behind a person's noun said as what they are called."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits.frames.mentions import mentions
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
_NOT_THERE: Final = re.compile(r",?(?: and| but)? not (?:in|at|on) (?:the )?[a-z' -]+[.!]*$", re.IGNORECASE)
"""Where something shall not be, behind where it shall: "in the tower, not in the dungeon"."""
_RATHER: Final = re.compile(
    r"(?:please )?(?:make|let) it (?:be )?(?P<new>an? [a-z -]+?) (?:instead of|rather than|and not|not) (?:an?|the) (?P<old>[a-z -]+?)(?: please)?",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?P<lead>make |let )?(?P<who>the (?:[a-z-]+ ){0,2}?[a-z-]+)(?= (?:should|must|shall|could|needs? to|has to|ought to|be|is|more|less|very|a bit|grumpier|friendlier|say|wear)\b| [a-z]+$)",
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
    if (new := _RATHER.fullmatch(text.strip(" .!"))) and mentions(world, f"the {new['old']}"):
        text = f"replace the {new['old']} with {new['new']}"
    if (other := _NOT_THERE.search(text)) and len([one for one in mentions(world, text) if one.thing.kind == "place"]) > 1:
        text = text[: other.start()]
    if role := _ROLE.match(text.strip()):
        # "the conductor should be grumpy": who is met by a name is meant by it
        who = [one.thing for one in mentions(world, role["who"]) if one.start == 0 and one.end == len(role["who"])]
        if len(who) == 1 and who[0].kind == "person" and who[0].name[0].isupper():
            text = f"{role['lead'] or ''}{who[0].name}{text.strip()[role.end('who') :]}"
    said = _NAMED.sub(called, text)
    return _TALKED.sub("", said) if said != text else said
