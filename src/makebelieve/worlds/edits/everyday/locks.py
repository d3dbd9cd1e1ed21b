"""A lock said with what opens it: "lock the bridge, you need a code that Chief Okonkwo tells you", "the mill is locked until you find the rusty key"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import known
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import gifts, locks, needs
from makebelieve.worlds.edits.wishes.phrases import clean, is_living

_YOU: Final = r"(?:you|one|we|I|she|he|they|the player)"
_LOCK: Final = re.compile(
    rf"(?:please )?(?:lock|close|bar|block) (?:the (?:door|way) to )?(?P<t>.+?)[,;:.]* (?:and |so (?:that )?|until )?{_YOU} (?:will |should |must |may |can )?(?:only )?(?:needs?|have to have|must have|require|get in with|opens? it with) (?P<np>(?:an?|the|some) .+?)(?: to (?:get in|open it|enter))?"
    rf"(?:,? (?:that|which) (?:only )?(?P<who>(?:the |my )?[\w.' -]+?) (?:tells?|gives?|knows?|has|have|can (?:tell|give)|will (?:tell|give))(?: (?:you|me|her|him|them|us|the player))?| from (?P<who2>(?:the )?[\w.' -]+?)|,? (?:that|which) (?:is|lies|can be found|you find) (?:hidden )?(?:in|at|on) (?P<w>.+))?"
    rf"|(?:let |make |I want )?(?P<t2>(?:the |my )?[\w' -]+?) (?:to )?(?:be |is |should be |must be |stays? |should stay |remains? )(?:locked|closed|barred|blocked|shut)(?: off)? (?:until|till|unless|as long as) {_YOU} (?:has |have |had |will |do not |does not )?(?:finds?|found|have|has|gets?|got|brings?|picks? up|owns?) (?P<np2>(?:an?|the|some) .+?)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    match = _LOCK.fullmatch(text)
    if match is None:
        return None
    place = spot(draft.world, match["t"] or match["t2"])
    np = clean(match["np"] or match["np2"])
    if place is None or place.part or is_living(np) or len(np.split()) > 6:
        return None
    who, where = match["who"] or match["who2"], match["w"]
    if who:
        return _given(draft, place.name, np, who)
    item = naming.find(draft.world, np, ("item",), loose=False)
    if where or item is not None:
        fitted = re.fullmatch(
            r"(?P<t>.+)\n(?P<np>.+)\n(?P<w>.+)" if where else r"(?P<t>.+)\n(?P<np>.+)",
            "\n".join(one for one in (place.name, np, where) if one),
        )
        return locks.lock(draft, fitted) if fitted else None
    barred = any(one.get("requires") for one in draft.events if referents.leads(draft.world, one) == place.key)
    fitted = re.fullmatch(r"(?P<t>.+)\n(?P<np>.+)", f"{place.name}\n{np}")
    try:
        told = needs.another_lock(draft, fitted) if fitted else None
    except Unsure as asked:
        raise Meant(
            f"Wherever {np} lay, somebody could get stuck before {place.name} without it. Which other place shall be locked?"
        ) from asked
    return told if told is None or barred else told.replace(" as well", "", 1)


def _given(draft: Draft, place: str, np: str, who: str) -> str | None:
    """What opens it is had from somebody: they give it, and the ways in ask for it."""
    thing = known(draft.world, who)
    if thing is None or thing.kind != "person":
        return None
    new = re.sub(r"^the ", "a ", np)
    fitted = re.fullmatch(r"(?P<who>.+)\n(?P<np>.+)", f"{thing.name}\n{new}")
    given = gifts.gives(draft, fitted) if fitted else None
    if given is None:
        return None
    fitted = re.fullmatch(r"(?P<t>.+)\n(?P<np>.+)", f"{place}\n{re.sub('^(?:an?|some) ', 'the ', new)}")
    told = locks.lock(draft, fitted) if fitted else None
    return f"{told}; {given[:1].lower() if not naming.proper(given) else given[:1]}{given[1:]}" if told else None
