"""Several wishes in one sentence, cut where it is plain that a further one begins: "make it night and add a dragon"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits.clauses import spelt
from makebelieve.worlds.edits.values import looks

_ORDER: Final = r"add|remove|delete|rename|put|place|change|give|turn|replace|swap|lock|unlock|set|move|hide|connect|make|start|let|call|name|get rid|take out|throw in|write|create|build|lay"
_BEGINS: Final = re.compile(
    rf"(?:(?:please|also|then|maybe|just|now|first|hi|hello|hey|ok|and|can you|could you|I want you to|would you),? )*(?:(?:{_ORDER})\b|(?:I|we) (?:want|would like|need)\b|there (?:should|must|could) be\b|instead of\b"
    r"|(?:it|the weather) should\b|(?:the |my |our )?[\w'-]+(?: [\w'-]+){0,3} (?:should|must) )",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"\b(?:if|when|whenever|once|until|unless|after|before|as soon as|every time|each time|so that|because|who|that|which|where|while)\b|\b(?:say|says|tell|tells|called|titled|reads?|goal|mission|choice|option|button)\b|:",
    re.IGNORECASE,
)
"""Words under which a further verb may belong to the same wish."""
_WORLD: Final = r"(?:(?:make|let|have) it(?: be)?|it (?:should|must|could)(?: be)?|it(?: i|')?s|let it(?: be)?|set it (?:at|in)|with)"
_JOIN: Final = re.compile(
    rf"\s*(?:,? (?:and|but)(?: then| also| please)?|[.;!]+(?: and| also| then)?|, (?:also|then|plus)|,? plus|,) (?=(?:{_ORDER})\b|there (?:should|must|could) be\b|it should\b|its? (?:is )?\w|(?:the|my|our) [\w' -]{{2,30}}? (?:should|must) |(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)? (?:should|must) )",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(
    r"\b(?:it|its|it's|him|her|his|them|their|they|he|she|that|this|those|these|both|other|one|instead|there(?! (?:should|must|could|is|are)\b))\b",
    re.IGNORECASE,
)
_PLACES: Final = r"in|at|on|inside|behind|under|below|above|beside|near|next to|in front of|outside|between"
_BOTH: Final = re.compile(
    rf"(?P<lead>(?:(?:please|can you|could you) )*(?:add|put|place|there (?:should|must|could) be|I (?:want|would like)|I'd like|let there be) )(?P<a>(?:an?|some|two|three|another) [^,;.]+? (?:{_PLACES}) (?:the |my |an? )?[\w' -]+?),? and (?:also )?(?P<b>(?:an?|some|two|three|another) [^,;.]+? (?:{_PLACES}) (?:the |my )?[\w' -]+)",
    re.IGNORECASE,
)
_MOODS: Final = re.compile(
    r"(?:(?:can|could|should|please|make|let|I want|I would like) )*(?:the (?:story|game|world|whole thing)|it|everything)(?: (?:to )?(?:should |could |must )?be)? (?P<a>(?:more )?[a-z]+) (?P<p>(?:in|at|on) the [a-z ]+?),? (?:and|but) (?:(?:make )?it )?(?:be )?(?P<b>(?:more )?[a-z]+) (?P<q>(?:in|at|on) the [a-z ]+)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:please )?(?:call|name|rename) (?P<a>(?:the|my|our) [a-z' -]+?) (?:to |as )?(?P<n>(?-i:[A-Z])[\w'’-]*),? and (?:call |name )?(?P<b>(?:the|her|his|their|my|our) (?!(?:other|second|younger|older|elder|little|big)\b)[a-z' -]+?) (?:to |as )?(?P<m>(?-i:[A-Z])[\w'’-]*)",
    re.IGNORECASE,
)
_MOST: Final = 5


def apart(text: str) -> list[str]:
    """The wishes of a text, each to be read alone; the text as its only one where it is not plain that there are more."""
    plain = spelt(text).strip(" .!")
    if "\n" in text or plain.endswith("?"):
        return [text]
    if (both := _BOTH.fullmatch(plain)) and not _CONDITION.search(both["a"]) and not _PRONOUN.search(both["b"]):
        lead = re.sub(r"^(?:(?:please|can you|could you) )*", "", both["lead"])
        return [f"{lead}{both['a']}", f"{lead}{both['b']}"]
    if two := _NAMED.fullmatch(plain):
        return [f"rename {two['a']} to {two['n']}", f"rename {two['b']} to {two['m']}"]
    if two := _MOODS.fullmatch(plain):
        return [f"make it {two['a']} {two['p']}", f"make it {two['b']} {two['q']}"]
    held = [(one.start(), one.end()) for one in re.finditer(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)", plain)]
    parts, start = [], 0
    for join in _JOIN.finditer(plain):
        before, after = plain[start : join.start()], plain[join.end() :]
        if any(a < join.start() < b for a, b in held) or not _BEGINS.match(before) or _CONDITION.search(before):
            continue
        if not _alone(after):
            return [text]
        parts.append(before)
        start = join.end()
    parts.append(plain[start:])
    return parts if 1 < len(parts) <= _MOST and all(len(one.split()) > 1 for one in parts) else [text]


def _alone(after: str) -> bool:
    """Whether what follows needs nothing of what stands before it: no pronoun but the "it" of the whole world."""
    head = re.split(r",? (?:and|but) (?!.* and )|[.;!] ", after)[0]
    whole = re.match(rf"{_WORLD} (?P<v>.+)", head, re.IGNORECASE)
    if whole:
        wanted = looks(whole["v"])
        known = bool(wanted) and all(one.kind in ("hour", "weather", "season") for one in wanted or [])
        return known or bool(
            re.fullmatch(
                r"(?:(?:a bit|much|a little) )?(?:christmas|xmas|halloween|harder|easier|shorter|longer)", whole["v"], re.IGNORECASE
            )
        )
    return not _PRONOUN.search(head)
