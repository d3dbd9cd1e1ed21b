"""What is told of one's own people long ago, as the story of whoever it happened to: "when my grandfather was fourteen he walked over the mountains"."""

from __future__ import annotations

import re
from typing import Final

_KIN: Final = (
    r"(?P<kin>(?:(?:great|step)[- ]?)*(?:grand)?(?P<she>mother|mum|mom|ma|aunt|auntie|gran|granny|grandma|nan|nana|sister|daughter)\b"
    r"|(?:(?:great|step)[- ]?)*(?:grand)?(?P<he>father|dad|daddy|papa|pa|uncle|grandad|granddad|grandpa|brother|son)\b)"
)
_AGES: Final = (
    r"(?P<age>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    r"|(?:still )?(?:only )?(?:an? )?(?:young|little|small) ?(?P<grown>man|woman|bride|soldier|nurse)?|(?:still )?an? (?:little |small |young )?(?:girl|boy|child|teenager|baby)|little|small)"
)
_WHEN: Final = re.compile(
    rf"^(?P<since>once,? |long ago,? |in \d{{4}},? )?when (?:my|our) (?:late |dear )?{_KIN} was {_AGES}(?: years old)?,? (?:he|she) (?P<rest>[a-z].+)$",
    re.IGNORECASE | re.DOTALL,
)
_AS: Final = re.compile(
    rf"^as an? (?:young |little |small )?(?P<age>girl|boy|child|man|woman|teenager),? my {_KIN} (?P<rest>[a-z].+)$",
    re.IGNORECASE | re.DOTALL,
)
_DATED: Final = re.compile(
    rf"^(?P<since>(?:in|during|one|before|after|back in|long ago)\b(?=[^,.]{{0,40}}(?:\d{{4}}|war|ago|blitz|famine|depression|gold rush))[^,.]{{0,40}}?,? )(?:my|our) {_KIN} (?P<rest>[a-z]+(?:ed|nt|ft|de|ok|ew|lt|ht|me|an|ut|ore|ang|ose|old|ound|aw|ow|id)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NOW: Final = re.compile(r"\b(?:I|me|we|us|myself)\b|\b(?:i|i['’]m|i['’]ve)\b")
_OUT: Final = re.compile(
    r"(?:disappeared|vanished|died|went missing|left (?:me|us)\b|was (?:killed|murdered|shot|taken|kidnapped|arrested))", re.IGNORECASE
)
_GROWN_UP: Final = frozenset(("twenty", "eighteen", "nineteen", "man", "woman"))


def retold(story: str) -> str:
    """The story told of whoever lived it; as it is where it is not told of one's own people in the past, or where the teller has a part in it."""
    text = story.strip()
    match = _WHEN.match(text) or _AS.match(text) or _DATED.match(text)
    if match is None or _NOW.search(text) or _OUT.match(match["rest"]):
        return story
    who, their = _called(match), "her" if match["she"] else "his"
    since = (match.groupdict().get("since") or "").strip(" ,")
    since = "" if since.lower() in ("once", "long ago") else since
    rest = re.sub(r"\b(?:my|our)\b", their, match["rest"], flags=re.IGNORECASE)
    return f"{since}, a {who} {rest}" if since else f"A {who} {rest}"


def _called(match: re.Match[str]) -> str:
    """What somebody was by their age: a boy at fourteen, a young woman at twenty; a man or a woman where no age is told."""
    said = match.groupdict()
    age, she = (said.get("age") or "").lower(), bool(match["she"])
    if grown := said.get("grown"):
        return f"young {grown}"
    years = int(age) if age.isdigit() else 0
    if years > 17 or age in _GROWN_UP:
        return "young woman" if she else "young man"
    if age.split()[-1:] == ["young"]:
        return "young woman" if she else "young man"
    if not age:
        return "woman" if she else "man"
    return "girl" if she else "boy"
