"""How one ending feels, named by its title or by what happens in it: "make the ending 'Given up' less sad", "the ending where you give up is too harsh"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import looks as looking

_TITLE: Final = r"(?:the )?(?:ending |end )?[\"'“](?P<t>[^\"”]+?)[\"'”](?: ending| end)?|the ending (?P<t2>(?-i:[A-Z])[\w' -]+?)"
_WHERE: Final = r"(?:the|that|this) (?:ending|end) (?:where|when|in which|that comes (?:if|when)|if|for when|of) (?P<w>[^,.;]+?)|(?:the|that|this) (?P<k>(?!first|last|other|whole)[a-z]+(?: [a-z]+){0,2}?) (?:ending|end)"
_MADE: Final = re.compile(
    rf"(?:please )?(?:make|let|have|turn) (?:{_TITLE}|{_WHERE}) (?:be |feel |sound |end )?(?P<how>(?:(?:a bit|a little|a lot|much|more|less|not so|not as) )*[a-z]+)",
    re.IGNORECASE,
)
_SHOULD: Final = re.compile(
    rf"(?:{_TITLE}|{_WHERE}) (?:should|could|must|can|needs to|has to) (?:be |feel |sound |end )(?P<how>(?:(?:a bit|a little|a lot|much|more|less|not so|not as) )*[a-z]+)",
    re.IGNORECASE,
)
_TOO: Final = re.compile(
    rf"(?:{_TITLE}|{_WHERE}) (?:is|feels|seems|sounds|was)(?: just| really| way| far| a bit| a little| kind of| so| very| too| much)* (?P<how>[a-z]+)(?: for [\w' ]+)?"
    r"(?:[,.;!]+ ?(?:please |so |can (?:you|we|it) |could (?:you|we|it) |maybe |make (?:it|this) |it should |should |be |feel )+(?P<to>(?:(?:a bit|a little|a lot|much|more|less) )*[a-z]+))?",
    re.IGNORECASE,
)
_HARSH: Final = frozenset(
    ["sad", "harsh", "dark", "grim", "mean", "cruel", "depressing", "scary", "hard", "gloomy", "bleak", "brutal", "unfair", "creepy", "miserable", "heartbreaking"]
)  # fmt: skip
_AS: Final = {"hopeful": "happier", "gentle": "less sad", "gentler": "less sad", "kind": "less sad", "kinder": "less sad", "nicer": "less sad", "softer": "less sad", "comforting": "less sad", "forgiving": "less sad", "brighter": "happier", "upbeat": "happier", "joyful": "happier", "positive": "happier", "tragic": "sadder", "bittersweet": "sadder"}  # fmt: skip
"""What people wish of an ending, as a mood that there is."""
_LOSES: Final = re.compile(r"\b(?:lose|fail|wrong|die|caught|bad|too late|give up|late)\b")
_WINS: Final = re.compile(r"\b(?:win|succeed|make it|manage|right|good)\b")


def read(draft: Draft, text: str) -> str | None:
    bare = text.strip(" .!?")
    match = _MADE.fullmatch(bare) or _SHOULD.fullmatch(bare) or _TOO.fullmatch(bare)
    if match is None:
        return None
    if match["k"] and match.re is not _TOO and naming.ending_ids(draft.world, match["k"]):
        return None  # "the losing ending": all of a kind
    keys = _meant(draft.world, match)
    how = match["how"].lower()
    if match.re is _TOO:
        if how not in _HARSH and not match["to"]:
            return None
        how = (match["to"] or "less sad").lower()
    word = how.split()[-1]
    how = _AS.get(word, how) if not re.match(r"less|not", how) else "less sad" if word in _HARSH else how
    wanted = looks(how)
    if not keys or not wanted or any(one.kind != "mood" for one in wanted):
        return None
    if all(draft.states[one]["ending"]["kind"] == "lose" for one in keys):
        # Whoever has lost is consoled, not made merry.
        wanted = [replace(one, value="calm", said="calm") if one.value == "cheerful" else one for one in wanted]
    looking.show(draft, keys, wanted)
    names = [f"'{draft.states[one]['ending'].get('title', one)}'" for one in keys]
    draft.subject = Thing("ending", keys[0], names[0].strip("'"), " ".join(keys))
    return f"The mood is now {wanted[0].value} in the {'ending' if len(keys) == 1 else 'endings'} {naming.listed(names)}"


def _meant(world: World, match: re.Match[str]) -> list[str]:
    """The endings that are meant: by title, by what leads to them, or by how they come out."""
    ends = {key: one["ending"] for key, one in world["scene"]["states"].items() if "ending" in one}
    if title := match["t"] or match["t2"]:
        return [key for key, one in ends.items() if str(one.get("title", "")).lower() == title.strip().lower()]
    said = (match["w"] or match["k"] or "").lower()
    wanted = _stems(said)
    found = []
    for key, one in ends.items():
        leading = [referents.label_of(event) for event in world["scene"]["events"] if referents.leads(world, event) == key]
        if any(wanted and wanted <= _stems(line) for line in (str(one.get("title", "")), *leading)):
            found.append(key)
    if found:
        return found
    plain = " ".join(sorted(wanted)) + " " + said
    if match["w"]:
        return naming.ending_ids(world, "losing") if _LOSES.search(plain) else naming.ending_ids(world, "winning") if _WINS.search(plain) else []  # fmt: skip
    return naming.ending_ids(world, said)


def _stems(said: str) -> frozenset[str]:
    """The words that tell something, in their base form: "the giving up" and "Given up" are one."""
    return frozenset(
        lemma(word, "verb") or lemma(word, "noun") or word
        for word in re.findall(r"[a-z]+", said.lower())
        if word not in ("you", "the", "a", "an", "i", "we", "it", "is", "one", "player", "he", "she", "they", "your", "that", "just")
    )
