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
from makebelieve.worlds.gate import check

_YOU: Final = r"(?:you|one|we|I|she|he|they|the player)"
_LOCK: Final = re.compile(
    rf"(?:please )?(?:lock|close|bar|block) (?:the (?:door|way) to )?(?P<t>.+?)[,;:.]* (?:and |so (?:that )?|until )?{_YOU} (?:will |should |must |may |can )?(?:only )?(?:needs?|have to have|must have|require|get in with|opens? it with) (?P<np>(?:an?|the|some) .+?)(?: to (?:get in|open it|enter))?"
    rf"(?:,? (?:that|which) (?:only )?(?P<who>(?:the |my )?[\w.' -]+?) (?:tells?|gives?|knows?|has|have|can (?:tell|give)|will (?:tell|give))(?: (?:you|me|her|him|them|us|the player))?| from (?P<who2>(?:the )?[\w.' -]+?)|,? (?:that|which) (?:is|lies|can be found|you find) (?:hidden )?(?:in|at|on) (?P<w>.+))?"
    rf"|(?:let |make |I want )?(?P<t2>(?:the |my )?[\w' -]+?) (?:to )?(?:be |is |should be |must be |stays? |should stay |remains? )(?:locked|closed|barred|blocked|shut|broken|out of order|stuck|jammed|flooded|frozen)(?: off)? (?:until|till|unless|as long as) {_YOU} (?:has |have |had |will |do not |does not )?(?:finds?|found|have|has|gets?|got|brings?|picks? up|owns?) (?P<np2>(?:an?|the|some) .+?)",
    re.IGNORECASE,
)


_IN: Final = r"(?:get|come|go|climb|enter|reach|cross|open|visit|pass|use|ride|walk|step|travel)(?: (?:up|down|in|on|over|out|through|across))?(?: (?:to|into|onto))?"
_ONLY: Final = re.compile(
    rf"(?:make it so (?:that )?)?(?:{_YOU} (?:should |can |could |may |must )?(?:only be able to|be only able to|only) {_IN} (?P<t>[\w' -]+?),? (?:with|using|if {_YOU} (?:have|has|carry|carries|find|finds|found)|(?:when|once|after) {_YOU} (?:have|has|find|finds|found|got)(?: found)?)"
    rf"|{_YOU} (?:cannot|can't|can not|should not|must not|may not)(?: be able to)? {_IN} (?P<t2>[\w' -]+?) (?:without|(?:unless|until|before) {_YOU} (?:have|has|find|finds|found|got)(?: found)?|if {_YOU} (?:do not|does not|don't|doesn't) have)"
    rf"|{_YOU} (?:can|could|should|may) {_IN} (?P<t3>[\w' -]+?) only (?:with|if {_YOU} (?:have|has)|(?:when|once|after) {_YOU} (?:have|has|find|finds|found)(?: found)?)) (?P<np>(?:an?|the|some) .+)"
    rf"|{_YOU} (?:should |must |will )?(?:need|needs|have to have) (?P<np2>(?:an?|the|some) [\w' -]+?) (?:to|before {_YOU} can|in order to) {_IN} (?P<t4>[\w' -]+)",
    re.IGNORECASE,
)
_THERE: Final = re.compile(
    rf"(?:(?:make|have) it so (?:that )?)?{_YOU} (?:should |must |will )?(?:need|needs|have to have) (?P<np>(?:an?|the|some) [\w' -]+?) (?:to|before {_YOU} can|in order to) (?:go|get|come|enter|walk|step)(?: (?:in|inside|into it|in there|there|it))*",
    re.IGNORECASE,
)
_KEY_IN: Final = re.compile(
    r"(?:please )?(?:lock|close|bar) (?:the (?:door|way) to )?(?P<t>.+?)[,;:.]* (?:and |with )?(?:(?:the|a|its) (?P<k>(?:[a-z]+ )?key)|you find the (?P<k2>(?:[a-z]+ )?key)) (?:is |lies |should be |must be |can be )?(?:hidden |found )?(?:in|at|on|inside) (?P<w>.+)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if keyed := _KEY_IN.fullmatch(text):
        return _keyed(draft, keyed)
    if only := _ONLY.fullmatch(text):
        return _asked_for(draft, next(one for one in (only["t"], only["t2"], only["t3"], only["t4"]) if one), only["np"] or only["np2"])
    if (there := _THERE.fullmatch(text)) and draft.subject is not None and draft.subject.kind == "place":
        return _asked_for(draft, draft.subject.name, there["np"])
    match = _LOCK.fullmatch(text)
    if match is None:
        return None
    return _asked_for(draft, match["t"] or match["t2"], match["np"] or match["np2"], match["who"] or match["who2"], match["w"])


def _asked_for(draft: Draft, target: str, wanted: str, who: str | None = None, where: str | None = None) -> str | None:
    """The ways into a place ask for a thing: one that is there, or a new one, from somebody or found somewhere."""
    place = spot(draft.world, target)
    np = clean(wanted)
    if place is None or place.part or is_living(np) or len(np.split()) > 6:
        return None
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


def _keyed(draft: Draft, match: re.Match[str]) -> str | None:
    """ "lock the gym, the key is in the canteen": a key of its own, laid there, or the one of that name moved there."""
    place, where = spot(draft.world, match["t"]), spot(draft.world, match["w"])
    key = match["k"] or match["k2"]
    if place is None or where is None or place.part:
        return None
    known_ = naming.find(draft.world, f"the {key}", ("item",), loose=False)
    new = key if known_ is None or len(key.split()) > 1 else "silver key"
    fitted = re.fullmatch(r"(?P<t>.+)\n(?P<np>.+)\n(?P<w>.+)", f"{place.name}\na {new}\n{where.name}")
    told = locks.lock(draft, fitted) if fitted else None
    if told and _stuck(draft):
        raise Meant(
            f"With its key in {where.name}, somebody could get stuck before {place.name}, so nothing was changed. Say for example: lock {place.name} with a silver key found in {_start(draft)}."
        )
    return told


def _start(draft: Draft) -> str:
    return draft.builder.place_of[str(draft.world["entrance"]["state"])].name


def _stuck(draft: Draft) -> bool:
    return any(one.severity == "error" for one in check(draft.world))
