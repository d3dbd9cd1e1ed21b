"""Relatives and friends: "give the queen a sister", "add their little brother", "the constable should be her cousin"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import home_of, is_player, known
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.meaning import slots
from makebelieve.worlds.edits.meaning.saying import fitted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.wishes import conversations, newcomers, people
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.generation.english import capital, sentence

_NOUN: Final = (
    r"(?:grand|step|half-|twin |god)?(?:brother|sister|mother|father|son|daughter)|twin|mum|mom|mummy|mommy|dad|daddy|papa|mama|grandma|granny|nan|nana|grandpa|grandad|granddad"
    r"|uncle|aunt|auntie|cousin|niece|nephew|husband|wife|fiancée?|girlfriend|boyfriend|friend|pal|neighbour|neighbor|boss|teacher|pupil|sibling|rival|enemy|assistant|apprentice|classmate|colleague"
)
_KIN: Final = rf"(?:(?:best|old|older|elder|younger|youngest|eldest|little|big|baby|twin|long-lost|lost|evil|secret|only|dear|great|kind|grumpy|funny|mean|new) )*(?:{_NOUN})"
_POSSESSIVE: Final = r"his|her|their|my|your|our"
_OWNED: Final = rf"(?:(?:(?P<o{{0}}>{_POSSESSIVE}|(?:the |an? )?[\w. -]+?(?:'s|s')) (?P<k{{0}}>{_KIN}))|(?:the|an?) (?P<kk{{0}}>{_KIN}) of (?P<oo{{0}}>[\w. -]+?))"
_CALLED: Final = (
    r"(?:,? (?:called|named|whose name is|with the name|by the name of) (?P<n{0}>\"[^\"]+\"|(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*))?"
)
_ADD: Final = r"(?:(?:please |also )?(?:add|put|put in|place|include|introduce|bring in|I (?:want|would like)|there (?:should|could|must) (?:also )?be|let there be|can (?:we|you|I|there) (?:have|add|be)|we need) )"
_ALONG: Final = r"(?:,? (?:and |who |that )?(?:she |he |they )?(?:(?:should|must|could|can|has to|will) )?(?P<along{0}>comes? along|comes? too|comes? with (?:him|her|them|me|us|you|the player)|goes? along|goes? with (?:him|her|them|me|us|you|the player)|tags? along|joins? (?:him|her|them|me|us|you|the player)|follows? (?:him|her|them|me|us|you|the player)|travels? along|helps? (?:him|her|them|me|us|you|the player))(?: (?:with|alongside) (?:him|her|them|me|us|you|the player)| too| everywhere)*)?"
_RELATED: Final = re.compile(
    r"(?:(?:make|let|have) (?P<w>[\w.' -]+?) (?:be )?|(?P<w2>[\w.' -]+?) (?:should|must|could) (?:really |secretly |also )?be |(?P<w3>[\w.' -]+?) is (?:really |secretly |also )?)"
    + _OWNED.format(1),
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    rf"(?:(?:please )?(?:give|get) (?P<w>[\w.' -]+?) |(?:let|make) (?P<w2>[\w.' -]+?) have |(?P<w3>[\w.' -]+?) (?:should|could|must|needs to|has to) (?:also )?have |(?P<w4>[\w.' -]+?) (?:has|have|needs?|wants?) )(?:an?|another) (?P<k>{_KIN})"
    + _CALLED.format(1)
    + _ALONG.format(1)
    + r"(?:,? (?P<does>(?:who|that) .+))?",
    re.IGNORECASE,
)
_ADDED: Final = re.compile(
    rf"{_ADD}(?:{_OWNED.format(1)}|an? (?P<k3>{_KIN}) (?:for|to) (?P<o3>[\w.' -]+?)){_CALLED.format(1)}(?:,? (?:who is |waiting |sitting |standing )?(?:in|at|on|to|into) (?P<t>(?!it\b)[\w' -]+?))?{_ALONG.format(1)}(?: too| as well)?",
    re.IGNORECASE,
)
_STATED: Final = re.compile(
    rf"{_OWNED.format(1)}{_CALLED.format(1)} (?:should|could|must|has to) (?:also )?(?:(?:be|wait|live|stand|sit|appear|work) (?:in|at|on) (?P<t>[\w' -]+?)|(?P<along1>come along|come too|come with (?:him|her|them|me|us|you|the player)|follow (?:him|her|them|me|us|you|the player)|join (?:him|her|them|me|us|you|the player)))(?: too| as well)?",
    re.IGNORECASE,
)

_ACTS: Final = re.compile(
    rf"{_OWNED.format(1)}(?:,? (?P<n1>(?-i:[A-Z])[\w'-]+),?)? (?:should|could|must|has to) (?P<d>(?!be\b|have\b|say\b|look\b)[a-z]+ .+)",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    r"(?:(?:make|let) )?(?P<a>[\w.' -]+?) and (?P<b>[\w.' -]+?) (?:(?:should|must|could) (?:secretly |really |also )?be |are |be )?(?P<k>(?:best |old |twin |half-)?(?:twins|brothers|sisters|siblings|cousins|friends|enemies|rivals|neighbours|neighbors|colleagues|classmates|pals))",
    re.IGNORECASE,
)


_PUT: Final = re.compile(
    rf"{_ADD}(?P<np>(?:an?|another) [\w' -]+?) (?:in|at|on|to|into) (?P<t>[\w' -]+?),? (?:who|and (?:she|he|they)) (?:should be|is|must be) {_OWNED.format(1)}",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if match := _PUT.fullmatch(text):
        whose, sort = _owned(match.groupdict())
        where, whom = spot(draft.world, match["t"]), _owner(draft, whose) if whose else None
        return (
            people.put(draft, where.key, clean(match["np"]), "", f"who is {_own(draft, whom)} {sort}") if where and whom and sort else None
        )
    if match := _PAIR.fullmatch(text):
        return _pair(draft, match["a"], match["b"], match["k"].lower())
    if match := _ACTS.fullmatch(text):
        owner, kin = _owned(match.groupdict())
        if (
            owner
            and kin
            and slots.somebody(draft.world, f"{owner} {kin}") is None
            and (match["n1"] is None or slots.somebody(draft.world, match["n1"]) is None)
        ):
            does = f"who {third(match['d'])}"
            return _new(draft, owner, kin, match["n1"], None, along=False, does=does)
    if match := _GIVEN.fullmatch(text):
        who = next(one for one in (match["w"], match["w2"], match["w3"], match["w4"]) if one)
        return _new(draft, who, match["k"], match["n1"], None, along=bool(match["along1"]), does=match["does"] or "")
    for form in (_ADDED, _STATED):
        if match := form.fullmatch(text):
            fields = match.groupdict()
            owner, kin = _owned(fields)
            if owner and kin:
                return _new(draft, owner, kin, fields["n1"], fields["t"], along=bool(fields["along1"]))
    if match := _RELATED.fullmatch(text):
        owner, kin = _owned(match.groupdict())
        return _related(draft, next(one for one in (match["w"], match["w2"], match["w3"]) if one), owner, kin) if owner and kin else None
    return None


def _owned(fields: dict[str, str | None]) -> tuple[str | None, str | None]:
    """Whose relative somebody is, and what sort of one."""
    owner = fields["o1"] or fields["oo1"] or fields.get("o3")
    return owner, fields["k1"] or fields["kk1"] or fields.get("k3")


def _owner(draft: Draft, phrase: str) -> Thing | None:
    """The player or somebody of this world."""
    bare = re.sub(r"(?:'s|(?<=s)')$", "", clean(phrase).strip())
    if re.fullmatch(r"my|your|our|me|you|us", bare, re.IGNORECASE) or is_player(draft.world, bare, draft.subject):
        return slots.player(draft.world)
    if re.fullmatch(r"his|her|their|him|them|she|he|they", bare, re.IGNORECASE):
        other = draft.subject
        return other if other is not None and other.kind in ("person", "foe", "player") else slots.player(draft.world)
    return slots.somebody(draft.world, bare if re.match(r"the |[A-Z]", bare) else f"the {bare}")


def _own(draft: Draft, owner: Thing) -> str:
    """ "the ghost's", "the brothers'", "Finn and Ole's"."""
    name = draft.builder.scenery.seen["P"] if owner.kind == "player" else owner.name
    return f"{name}'" if name.endswith("s") and naming.many(name) and not naming.proper(name) else f"{name}'s"


def _new(draft: Draft, whose: str, kin: str, name: str | None, where: str | None, *, along: bool, does: str = "") -> str | None:
    """A relative who was not there before: where the other is, or along with the player."""
    owner = _owner(draft, whose)
    if owner is None:
        return None
    role = f"{_own(draft, owner)} {kin.lower()}"
    if along:
        told = newcomers.follows(draft, fitted(new=f"{clean(name)}, {role}" if name else role))
        return told.replace(f", {role} now", f", {role}, now") if told else None
    key = str(draft.world["entrance"]["state"]) if owner.kind == "player" else home_of(draft.world, owner)
    if where is not None:
        found = spot(draft.world, where)
        key = found.key if found else None
    if key is None or "ending" in draft.states[key]:
        return None
    told = people.put(draft, key, role if name else "", clean(name) if name else role, re.sub(r"^that ", "who ", does))
    talk = draft.events[-1]["terminal"]
    talk["facts"].append(
        {"text": f"I am your {kin.lower()}. Nothing changes that." if owner.kind == "player" else f"I am {role}, in case you did not know."}
    )
    return told


def _pair(draft: Draft, one: str, other: str, sort: str) -> str | None:
    """ "Cookie and the cook should be twins": one is the other's twin."""
    kin = {"enemies": "enemy"}.get(sort.split()[-1], sort.split()[-1].removesuffix("s"))
    kin = f"{sort.split()[0]} {kin}" if " " in sort and sort.split()[0] != "twin" else f"twin {kin}" if sort.startswith("twin ") else kin
    for a, b in ((one, other), (other, one)):
        if (thing := slots.somebody(draft.world, a)) is not None and thing.kind == "person":
            return _related(draft, a, b, kin)
    return None


def _related(draft: Draft, who: str, whose: str, kin: str) -> str | None:
    """Somebody who is there is a relative of another: said where they are seen, and by both when they are asked."""
    bare = who.strip()
    thing = draft.subject if re.fullmatch(r"she|he|they|him|her|them", bare, re.IGNORECASE) else slots.somebody(draft.world, bare)
    subject, draft.subject = draft.subject, None if draft.subject == thing else draft.subject
    owner = _owner(draft, whose)
    draft.subject = subject
    if thing is None and owner is not None and (sought := known(draft.world, bare)) is not None and sought.kind in ("goal", "cast"):
        start = draft.states[draft.world["entrance"]["state"]]
        line = sentence(capital(f"{sought.name} is {_own(draft, owner)} {kin.lower()}"))
        start["narration"] = f"{start.get('narration', '')} {line}".strip()
        return f"{line.rstrip('.')} now, as is told where it starts"
    if thing is None or owner is None or thing.kind != "person" or thing == owner:
        return None
    role = f"{_own(draft, owner)} {kin.lower()}"
    name = re.escape(thing.name)
    before = draft.world
    draft.world = renaming.told_everywhere(
        draft.world,
        lambda old: re.sub(rf"(?P<n>{name}), (?=an? [^,.;]+[,.;])", rf"\g<n>, {role} and ", old),
        frozenset(("base", "persona")),
    )
    home = home_of(draft.world, thing)
    if draft.world == before and home is not None:
        draft.builder.feature(home, sentence(capital(f"{thing.name} is {role}")))
    event = conversations.talk_begun(draft, thing)
    event["terminal"].setdefault("facts", []).append(
        {"text": f"I am your {kin.lower()}, whatever happens." if owner.kind == "player" else f"I am {role}, in case you did not know."}
    )
    if owner.kind == "person" and (other := conversations.talk_with(draft, owner)) is not None:
        other["terminal"].setdefault("facts", []).append({"text": f"{capital(thing.name)} is my {kin.lower()}."})
    draft.subject = thing
    return f"{capital(thing.name)} is now {role}, and says so when asked"
