"""How the story of a premise stands to a place: whether it begins there, goes there, comes by it, or leaves it behind."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.generation.draft import Site, WorldDraft
from makebelieve.worlds.generation.places import Place, bare, made_place
from makebelieve.worlds.generation.realms import SETTLEMENTS
from makebelieve.worlds.generation.wholes import ISLANDS

_ABOUT_TOWN: Final = frozenset(("find", "restore", "win", "rescue", "defeat", "explore", "unite"))
_TRAPPED: Final = re.compile(
    r"\b(?:trapped|buried|walled in|shut in|locked in|caved? in|rockfall|surface|way out|daylight)\b", re.IGNORECASE
)
"""Words of those who are under the ground and want to be out of it."""
COMES: Final = frozenset(("steal", "deliver", "reach"))
"""Of them, those whose hero comes from outside, wherever that is."""
_WATERS: Final = frozenset(
    (
        "sea",
        "ocean",
        "river",
        "lake",
        "sky",
        "air",
        "clouds",
        "world",
        "waters",
        "atlantic",
        "pacific",
        "channel",
        "bay",
        "border",
        "frontier",
        "alps",
        "mountains",
    )
)
"""What a vessel goes over or along."""
_OUT_OF: Final = (
    r"(?:sneaks?|slips?|runs? away|flees?|escapes?|breaks?|walks?|climbs?|crawls?|wanders?|jumps?) (?:out of|down from|from|away from)"
    r"|(?:gets?|comes?|gets? back|moves?) (?:out of|down from|down off|away from|off)|leaves?|flees?|abandons?"
    r"|(?:digs?|works?|finds?|makes?|fights?|cheats?|eats?) (?:his|her|its|their|my|our) way out of"
)
LEFT: Final = frozenset(("get_off", "leave", "get_out", "get_away", "get_away_from", "run_away", "quit", "desert"))


def same_site(one: Site, other: Site) -> bool:
    """Whether two places of a premise are the same, one of them said at more length."""
    short, long = sorted((bare(one.phrase).lower(), bare(other.phrase).lower()), key=len)
    return bool(re.search(rf"\b{re.escape(short)}\b", long))


def at_home_in(draft: WorldDraft) -> bool:
    """Whether a premise says of its hero alone in which country they are: "a farmer in Kansas"."""
    if draft.player is None:
        return False
    return any(
        re.search(rf"\b{re.escape(draft.player.noun)} (?:in|from) (?:the )?{re.escape(site.phrase)}\b", draft.premise)
        for site in draft.places
    )


def journey_of(draft: WorldDraft) -> tuple[Site, Site] | None:
    """The two towns between which a story travels: "from Lyon to Geneva"."""
    sites = [*draft.places, *([draft.venue] if draft.venue is not None and draft.venue not in draft.places else [])]
    named = [site for site in sites if site.proper]
    return next(
        (
            (start, end)
            for start in named
            for end in named
            if start is not end and re.search(rf"\bfrom {re.escape(start.phrase)} to {re.escape(end.phrase)}\b", draft.premise)
        ),
        None,
    )


def left_behind(draft: WorldDraft) -> Site | None:
    """The place out of which somebody or something is brought: "smuggle a scientist out of East Berlin"."""
    deed = (draft.goal.deed or "").lower()
    return next(
        (one for one in draft.places if re.search(rf"\b(?:out of|from|off) (?:the )?{re.escape(bare(one.phrase).lower())}$", deed)), None
    )


def carried_to(draft: WorldDraft, site: Site) -> bool:
    """Whether the deed brings something or somebody to a place: nobody is there before that, "carry a cake to the church"."""
    to = r"\b(?:to|into|onto|up|over|across|home to|down to) (?:the |an? |her |his |their |its |my |our )?(?:[a-z-]+ )?"
    named = re.split(r" (?:on|by|at|in|of) ", bare(site.phrase).lower())[0]  # "a castle on a hill"
    return re.search(rf"{to}{re.escape(named)}\b", (draft.goal.deed or "").lower()) is not None


def comes_to(draft: WorldDraft, site: Site) -> bool:
    """Whether somebody travels before the deed is done in a place: "drive across Spain to scatter the ashes in the sea"."""
    way = r"\b(?:drive|ride|walk|sail|travel|cycle|hike|journey|trek|march|row|fly|flie)s? (?:[\w'’-]+ ){0,6}?(?:across|through|over|to|all the way)\b"
    return re.search(rf"{way}.*\b{re.escape(bare(site.phrase))}\b", draft.premise, re.IGNORECASE) is not None


def travelled_to(draft: WorldDraft) -> Site | None:
    """The place to which somebody goes before whatever is done there: "drives her scooter to the palace to complain"."""
    way = r"\b(?:drive|ride|walk|sail|travel|cycle|hike|march|row|trek)s? (?:[\w'’-]+ ){0,5}?(?:up |down |over |out )?to (?:the |an? |her |his |their |my |our )?(?:[a-z]+ )?"
    return next(
        (one for one in draft.places if not one.vessel and re.search(rf"{way}{re.escape(bare(one.phrase))}\b", draft.premise)), None
    )


def broken_into_by(draft: WorldDraft) -> Site | None:
    """The place that somebody breaks into: a story of burglars begins outside of it."""
    whose = "(?:the |an? |her |his |their |my |our )?(?:[a-z]+ )?"
    return next(
        (
            site
            for site in draft.places
            if not site.vessel
            and re.search(rf"\bbreak(?:s|ing)? into {whose}{re.escape(bare(site.phrase))}\b", draft.premise, re.IGNORECASE)
        ),
        None,
    )


def is_aside(draft: WorldDraft) -> bool:
    """Whether a premise names places only where it tells what stands against the deed: "but a crow has carried it to the roof"."""
    told = re.split(r"\b(?:but|although|though|because|while|since)\b", draft.premise)[0].lower()
    return not any(bare(site.phrase).lower() in told for site in draft.places)


def is_own(draft: WorldDraft, site: Site) -> bool:
    """Whether a place belongs to the hero of a premise, who so is at home there: "into her tea shop"."""
    return re.search(rf"\b(?:her|his|their|its|my|our) (?:own )?{re.escape(bare(site.phrase))}\b", draft.premise) is not None


def beyond_of(site: Site, taken: set[str]) -> Place:
    """Where one is who has got out of a place: on the road behind it; off an island where one puts out from it."""
    if site.noun in ISLANDS:
        return made_place("the landing stage", "quay", taken, stated=True)
    name = site.phrase if site.phrase[:1].isupper() else f"the {bare(site.phrase)}"
    return made_place(f"the road beyond {name}", "road", taken, stated=True)


def passed(draft: WorldDraft, site: Site) -> bool:
    """Whether a voyage only goes over or along a place: "across the ocean", "down the river"."""
    way = r"\b(?:across|cross(?:es|ing)?|over|above|through|along|down|up|around|round|on) (?:the |a )?(?:[a-z]+ )?"
    where = re.escape(bare(site.phrase))
    lain = re.search(
        rf"\b(?:{'|'.join(re.escape(one.noun) for one in draft.places if one.vessel)}) (?:on|off|near|over|above|from) (?:the )?{where}",
        draft.premise,
    )
    return lain is not None or (site.noun in _WATERS and bool(re.search(way + where, draft.premise, re.IGNORECASE)))


def landed(draft: WorldDraft, site: Site) -> bool:
    """Whether the deed is done on an island: the story begins where one lands, for nobody walks there."""
    return site.noun in ISLANDS and draft.goal.purpose not in ("reach", "deliver", "escape", "survive") and draft.goal.verb not in LEFT


def trapped_in(draft: WorldDraft, place: Place) -> bool:
    """Whether somebody is under the ground and wants to be out of it."""
    return place.air == "under" and _TRAPPED.search(draft.premise) is not None


def begins_in(draft: WorldDraft, place: Place) -> bool:
    """Whether a premise puts its hero into a whole before it tells the deed: whoever works in a castle does not come to it at last."""
    site = next((one for one in draft.places if bare(place.name).lower() == bare(one.phrase).lower()), None)
    if site is None:
        return False
    if draft.player is not None and re.search(rf"\b(?:of|at|in|on) (?:the |an? )?{re.escape(bare(site.phrase))}$", draft.player.phrase):
        return True  # "the lifeguard of a crowded beach"
    if trapped_in(draft, place):
        return True
    if gone_from(draft, place.name) or lost_in(draft, place.name):
        return True
    inside = re.search(rf"\b(?:in|on|at|aboard|inside) (?:[a-z]+ )?{re.escape(bare(site.phrase))}\b", draft.premise, re.IGNORECASE)
    return landed(draft, site) or (inside is not None and is_start(draft, site))


def lost_in(draft: WorldDraft, name: str) -> bool:
    """Whether something or somebody was lost in a place: there one begins to look for it."""
    where = rf"(?:in|at|on|inside|from) (?:the |an? )?(?:[a-z]+ )?{re.escape(bare(name))}\b"
    lost = (
        r"\b(?:lost|loses|losing|mislaid|dropped|drops|(?:goes|went|gone|is|are) missing|vanished|vanishes|disappears|disappeared|escaped)"
    )
    return re.search(rf"{lost} (?:[a-z']+ ){{0,7}}?{where}", draft.premise, re.IGNORECASE) is not None


def gone_from(draft: WorldDraft, name: str) -> bool:
    """Whether somebody gets out of a place for the deed: a story of one who sneaks out of the convent begins in it."""
    return leaves(draft.premise, name)


def leaves(premise: str, name: str) -> bool:
    """`gone_from`, of the text of a premise."""
    whose = "(?:the |an? |her |his |their |our |my )?(?:[a-z]+ )?"
    return re.search(rf"\b(?:{_OUT_OF}) {whose}{re.escape(bare(name))}\b", premise, re.IGNORECASE) is not None


def taken_from(draft: WorldDraft, place: Place) -> bool:
    """Whether what is brought somewhere belongs to a place: a story of the abbey's books begins in the abbey."""
    return re.search(rf"\b{re.escape(bare(place.name))}['’]s\b", draft.goal.object or "", re.IGNORECASE) is not None


def all_about(draft: WorldDraft, places: list[Place]) -> bool:
    """Whether the only place of a premise is a town that the story goes about in: a passport that is lost in Tokyo."""
    town = (
        len(places) == 1 and places[0].stated and not places[0].home and places[0].entry.title in (*SETTLEMENTS, "nile_town", "roman_forum")
    )
    return town and draft.goal.purpose in _ABOUT_TOWN


def brought_to(draft: WorldDraft, place: Place) -> bool:
    """Whether a premise names a place as where something is brought, apart from its deed: "one last letter, to a house"."""
    return re.search(rf"\b(?:to|into) (?:the |an? )?(?:[a-z]+ )?{re.escape(bare(place.name))}\b", draft.premise, re.IGNORECASE) is not None


def lived_in(draft: WorldDraft, places: list[Place]) -> bool:
    """Whether the only place of a premise is where somebody lives, works or is stuck: its story begins there."""
    if len(places) != 1 or draft.goal.purpose in COMES | {"rescue"}:  # who is rescued is stuck there
        return False
    where = rf"(?:in|on|at|under|inside|behind|beneath|near|above) (?:the |an? |her |his |their |my |our )?(?:[a-z]+ )?{re.escape(bare(places[0].name))}"
    return (
        re.search(
            rf"\b(?:lives?|living|works?|working|stuck|trapped|locked|born|hid(?:es|ing)?) (?:[a-z]+ )?{where}\b",
            draft.premise,
            re.IGNORECASE,
        )
        is not None
    )


def is_start(draft: WorldDraft, site: Site) -> bool:
    """Whether a premise puts its hero in a place before the deed: it is said first, or "from" it."""
    told, deed = draft.premise.lower(), (draft.goal.whole or draft.goal.deed or "").lower()
    at = told.find(site.phrase.lower().removeprefix("the "))
    begins = told.find(" ".join(deed.split()[1:4])) if deed else -1
    begins = told.rfind(f" {deed.split()[0]} ") if begins < 0 and deed else begins  # "finds a letter and must bring it"
    return at >= 0 and (at < begins or bool(re.search(r"\b(?:from|out of|leaves?) (?:the |a |an |his |her |their |my )?$", told[:at])))
