"""Wishes about a sort of thing as a whole: more people, nobody at all, no secret, another thing to be after, another setting."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import moving, people
from makebelieve.worlds.edits.wishes.dialogue import unmoved
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.places import ending_gone

_OUT: Final = r"(?:please )?(?:remove|delete|take out|get rid of|leave out|drop|cut)"
_PEOPLE: Final = r"(?:people|persons|characters|npcs|folk|folks)"
_MORE: Final = re.compile(
    r"(?:please )?(?:(?:I|we) (?:want|would like|need)|add|put in|have|give (?:me|us)|make|let there be|there (?:should|could|must) be|can (?:I|we|there) (?:have|be))"
    rf" (?:some |a few |two |several |many |lots of )?(?:more|other|further|additional|new) {_PEOPLE}(?: in (?:it|there|here|the world)| here| around)?(?: (?:to|I can|you can|one can|we can) (?:talk|speak|chat)(?: to| with)?)?",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    rf"{_OUT} (?:all|all the|all of the|every one of the|the) (?:other )?{_PEOPLE}|(?:I want |make it |there should be )?(?:no|without any) {_PEOPLE}",
    re.IGNORECASE,
)
_NO_SECRET: Final = re.compile(
    rf"{_OUT} (?:the |all |all the |any |every )?(?:secrets?|hidden (?:things?|finds?|choices?|secrets?)|easter eggs?)|(?:no|without) secrets?",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?P<w>they|he|she|it|I|we|you|the player|the hero|the heroine|the [\w' -]+?) (?:should|must|could|have to|has to|needs? to) (?P<v>[a-z]+(?: for| after)?)"
    r" (?P<new>(?:an?|the|some) [\w' -]+?),? (?:instead of|rather than|and not|but not|not) (?P<old>[\w' -]+)",
    re.IGNORECASE,
)
_SETTING: Final = re.compile(
    r"(?:please )?(?:(?:set|play) (?:it|this|everything|the (?:whole )?(?:story|world|game|thing))"
    r"|(?:put|move|transfer|transport) (?:everything|the (?:whole )?(?:story|world|game|thing))"
    r"|(?:let |make )?(?:it|the (?:story|world|game)) (?:should |must |could )?(?:play|happen|take place|be set))"
    r" (?:in|on|under|into|to) (?P<t>(?!the (?:start|beginning|end)\b)[\w' -]+?)(?: instead)?",
    re.IGNORECASE,
)
_NEWCOMERS: Final = 2


_GOAL_NOT: Final = re.compile(
    r"(?:(?:please )?(?:change|set|make|let) )?the (?:main )?(?:goal|mission|aim|objective|quest|task)(?: of the (?:game|story))? (?:should be|must be|could be|to be|to|into|is|be) (?:to )?(?P<v>[a-z]+(?: for| after)?) (?P<new>(?:an?|the|some) [\w' -]+?),? (?:and not|not|instead of|rather than) (?:to [a-z]+ )?(?P<old>(?:an?|the|some) [\w' -]+)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if match := _GOAL_NOT.fullmatch(text):
        return _after(draft, match["v"], match["new"], match["old"])
    if _MORE.fullmatch(text):
        return _more(draft)
    if _NOBODY.fullmatch(text):
        return _nobody(draft)
    if _NO_SECRET.fullmatch(text):
        return _no_secret(draft)
    if match := _AFTER.fullmatch(text):
        return _after(draft, match["v"], match["new"], match["old"])
    if match := _SETTING.fullmatch(text):
        _stays(draft, match["t"])
    return None


def _after(draft: Draft, verb: str, new: str, old: str) -> str | None:
    """ "they should steal a crown instead of a map": what they are after is another thing; what they do for it stays."""
    goal = naming.find(draft.world, re.sub(r"^an? ", "the ", old.strip()), ("goal",))
    if goal is None:
        return None
    wanted = re.sub(r"^(?:an?|the|some) ", "", new.strip())
    draft.call(goal, f"the {wanted}")
    understood = draft.world["metadata"].get("understood", {})
    aim = understood.get("goal", {})
    was = re.sub(r"^(?:an?|the|some) ", "", goal.name)
    deed = str(aim.get("deed") or "").replace(was, wanted)
    if deed:
        aim["deed"] = deed
    if sentence := understood.get("sentence"):
        understood["sentence"] = str(sentence).replace(was, wanted)
    kept = "" if not deed or set(naming.words(verb)) & set(naming.words(deed)) else f". What is done is still to {deed}"
    return f"It is all about the {wanted} now{kept}"


def _stays(draft: Draft, where: str) -> None:
    """A world is not moved elsewhere as a whole: its places can be replaced, or another one be made."""
    if looks(re.sub(r"^(?:the|an?) ", "", where)):
        return  # "set it in winter" is a season
    kinds = ("place", "person", "item", "player", "foe", "goal")
    if naming.find(draft.world, where, kinds) is None and where.split()[0] not in ("my", "her", "his"):
        raise Meant(unmoved(draft, where))


def _more(draft: Draft) -> str | None:
    """Two people of the world's genre whom it has not got yet, in the places that have the least to do."""
    known = str(draft.world).lower()
    rows = [row for row in draft.builder.genre.items("ally") if row.split("::")[0].partition("/")[0].strip().lower() not in known]
    busy = {key: sum(key in event["from"] for event in draft.events) for key, state in draft.states.items() if "ending" not in state}
    keys = sorted((key for key in busy if not key.endswith("_later")), key=lambda key: busy[key])
    told: list[str] = []
    for key, row in zip(keys[:_NEWCOMERS], rows, strict=False):
        who, role, look = (piece.strip() for piece in row.split("::"))
        name = who.partition("/")[0].removeprefix("The ")
        people.put(draft, key, role, name, look)
        told.append(f"{name} {at(draft, key)}")
    return f"New here, and ready to answer questions: {naming.listed(told)}" if told else None


def _nobody(draft: Draft) -> str | None:
    """Everybody leaves but the player; what they gave is found where they stood."""
    some = [one for one in naming.things(draft.world) if one.kind == "person"]
    for one in some:
        moving.person_gone(draft, one)
    return f"Gone: {naming.listed([one.name for one in some])}. What they had to give is found where they stood" if some else None


def _no_secret(draft: Draft) -> str | None:
    """What is hidden goes, with what is told of it and the ending that asks for it."""
    hidden = referents.secrets(draft.world)
    flags = {flag for one in hidden for flag in one.get("grants", ())}
    if not hidden:
        return None
    for one in hidden:
        draft.events.remove(one)
    needing = [one for one in draft.events if flags & set(one.get("requires", ()))]
    gone: list[str] = []
    ends = {referents.leads(draft.world, one) for one in needing}
    for thing in [one for one in naming.things(draft.world) if one.kind == "ending" and one.id in ends]:
        ways = [one for one in draft.events if referents.leads(draft.world, one) == thing.id]
        if all(one in needing for one in ways):
            ending_gone(draft, thing)
            gone.append(repr(thing.name))
    for one in draft.events:
        one["requires"] = [flag for flag in one.get("requires", ()) if flag not in flags]
        if not one["requires"]:
            del one["requires"]
        if one["kind"] == "terminal":
            one["terminal"]["facts"] = [fact for fact in one["terminal"]["facts"] if not flags & set(fact.get("requires", ()))]
    missions = draft.world["missions"]
    missions[:] = [one for one in missions if not flags & {step.get("grants", step["id"]) for step in one["objectives"]}]
    return f"Nothing is hidden any more{f'; the ending {naming.listed(gone)}, which asked for it, is gone too' if gone else ''}"
