"""Who and what a world has, by the words its players use for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.staging import player_of, shown_name
from makebelieve.worlds.edits.targets import LOSING, Unsure, World
from makebelieve.worlds.generation.advice import THOUGHTS
from makebelieve.worlds.generation.morphology import is_plural

_COMMON: Final = frozenset(
    [
        "there",
        "here",
        "these",
        "those",
        "where",
        "other",
        "another",
        "more",
        "than",
        "then",
        "them",
        "they",
        "three",
        "four",
        "five",
        "everything",
        "something",
        "nothing",
        "first",
        "last",
        "start",
        "make",
        "made",
    ]
)
"""Words that are no slip of a name."""
_SMALL: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "my",
        "our",
        "that",
        "this",
        "his",
        "her",
        "its",
        "their",
        "some",
        "in",
        "on",
        "at",
        "to",
        "one",
        "and",
        "every",
        "all",
        "each",
    )
)
_TITLES: Final = frozenset(("mr", "mrs", "ms", "dr", "miss", "sir", "lady", "captain", "old"))
_GENERIC: Final = frozenset(
    ("place", "room", "scene", "level", "location", "area", "spot", "character", "guy", "person", "npc", "item", "object", "thing")
)
_PLAYER: Final = re.compile(
    r"(?:the )?(?:player|hero|heroine|protagonist|main (?:character|guy|person|hero)|player character|my character|avatar|me|myself)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a world. `kind`: place, ending, person, foe, player, item, goal. `id`: a state, a flag, an event, or the name."""

    kind: str
    id: str
    name: str
    about: str = ""


def words(text: str) -> list[str]:
    """The words of a phrase that tell it apart, in their base form."""
    found = [re.sub(r"'s?$", "", one) for one in re.findall(r"[a-z0-9][a-z0-9'’-]*", text.lower().replace("’", "'").replace("-", " "))]
    return [lemma(one, "noun") or one for one in found if one not in _SMALL]


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?|its|your|her|his|their|my) ", "", name, flags=re.IGNORECASE)


def things(world: World) -> list[Thing]:
    """Everything of a world that can be named, the likeliest first."""
    states, events = world["scene"]["states"], world["scene"]["events"]
    understood: dict[str, Any] = world.get("metadata", {}).get("understood", {})
    made: list[Thing] = []
    for key, state in states.items():
        if "ending" in state:
            made.append(Thing("ending", key, str(state["ending"].get("title") or key), state["ending"]["kind"]))
        else:
            made.append(Thing("place", key, shown_name(world, key)))
    people: dict[str, Thing] = {}
    for event in events:
        if event["kind"] == "terminal" and not event["terminal"]["persona"].startswith(THOUGHTS):
            said = re.match(r"(?P<name>[^,]+), (?P<look>[^.]+)\.", event["terminal"]["persona"])
            name = said["name"] if said else event["terminal"]["persona"].split(".")[0].split(",")[0]
            name = name[:1].lower() + name[1:] if re.match(r"(?:The|An?) ", name) else name
            people.setdefault(name, Thing("person", event["name"], name, said["look"] if said else ""))
        anchor = event.get("anchor", {})
        if "person" in anchor.get("aliases", ()):
            look = re.search(
                rf"{re.escape(anchor['label'])}, ([^,;.]+)", " ".join(states[one]["base"] for one in event["from"] if one in states)
            )
            people.setdefault(anchor["label"], Thing("person", event["name"], anchor["label"], look[1] if look else ""))
    made += people.values()
    if foe := understood.get("foe"):
        made.append(Thing("foe", "foe", str(foe)))
    if player := player_of(world):
        made.append(Thing("player", "player", player))
    for flag in dict.fromkeys(flag for one in events for flag in one.get("grants", ()) if re.search(r"\bhas_|^take_", flag)):
        made.append(Thing("item", flag, item_name(world, flag)))
    if goal := understood.get("goal", {}).get("object"):
        made.append(Thing("goal", "goal", str(goal)))
    return made


def item_name(world: World, flag: str) -> str:
    """ "the bosun's whistle", as the texts spell what a flag stands for."""
    bare = flag.removeprefix("has_").replace("_", " ")
    spelt = r"[\s'’-]+".join(
        re.escape(one[:-1]) + r"['’]?s['’]?" if one.endswith("s") and len(one) > 2 else re.escape(one) for one in bare.split()
    )
    for event in world["scene"]["events"]:
        if flag in event.get("grants", ()):
            told = f"{event.get('narration', '')} {event.get('base', '')}"
            found = re.search(rf"(?<=[a-z,:;] ){spelt}(?!\w)", told, re.IGNORECASE)
            if found:
                return f"the {found[0]}"
    return f"the {bare}"


def ending_ids(world: World, kind: str) -> list[str]:
    """The endings of a kind that people name: "bad", "good", "best" and their like; "" for all."""
    kind = kind.lower().strip()
    ends = {key: state["ending"]["kind"] for key, state in world["scene"]["states"].items() if "ending" in state}
    if kind in ("best", "true", "secret", "hidden", "perfect"):
        return [key for key, how in ends.items() if how == "win" and key.startswith("best")] or [
            key for key, how in ends.items() if how == "win"
        ][-1:]
    if kind in LOSING or kind in ("worst", "lost", "death", "failure", "game over", "fail", "losing", "lose", "unhappy"):
        return [key for key, how in ends.items() if how == "lose"]
    wins = [key for key, how in ends.items() if how == "win"]
    if kind in ("good", "happy", "winning", "win", "normal"):
        return [key for key in wins if not key.startswith("best")] or wins
    return wins if kind in ("", "main", "final", "last", "the") else []


_ORDINAL: Final = re.compile(
    r"(?:the |that |this )?(?P<which>first|second|third|fourth|last|final|opening|starting|start) (?:place|room|scene|level|location|screen|part)",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"(?:(?:the )?(?:very )?(?:start|beginning)|(?:the (?:place|room|scene) )?where (?:it|the (?:game|story|world|player)|you|we|i|one) (?:all )?(?:starts?|begins?))",
    re.IGNORECASE,
)
_MET: Final = re.compile(
    r"(?:the )?(?:(?:(?:first|second|third|last) )?(?:person|character|one|somebody|someone) (?:whom |who |that )?(?:you|i|we|one|the player) (?:meets?|talks? to|can talk to|encounters?|sees?)(?: (?:first|last))?|(?:first|second|third|last) (?:person|character))",
    re.IGNORECASE,
)
_LOSING_END: Final = re.compile(
    r"(?:the )?(?:ending|end|end screen) (?:where|when|in which|that comes when|if) (?:you|i|we|one|the player|they) (?:los(?:e|es)|dies?|fails?|are caught|get caught)",
    re.IGNORECASE,
)
_WINNING_END: Final = re.compile(
    r"(?:the )?(?:ending|end|end screen) (?:where|when|in which|that comes when|if) (?:you|i|we|one|the player|they) (?:wins?|succeeds?|makes? it|manages?)",
    re.IGNORECASE,
)


def in_order(world: World, *, again: bool = True) -> list[str]:
    """The places in the order in which they can be reached; without `again`, not as they are later or when one comes back."""
    start = world["entrance"]["state"]
    order, queue = [start], [start]
    cut = {one["id"]: one["to"] for one in world.get("cutscenes", [])}
    while queue:
        here = queue.pop(0)
        for event in world["scene"]["events"]:
            to = cut.get(event.get("to", ""), event.get("to"))
            if here in event["from"] and to in world["scene"]["states"] and to not in order:
                order.append(to)
                queue.append(to)
    return [one for one in order if "ending" not in world["scene"]["states"][one] and (again or not re.search(r"_(?:later|again)$", one))]


def last_place(world: World) -> str:
    """Where the plain winning ending is reached from."""
    wins = set(ending_ids(world, "good"))
    cut = {one["id"]: one["to"] for one in world.get("cutscenes", [])}
    for event in world["scene"]["events"]:
        if cut.get(event.get("to", ""), event.get("to")) in wins:
            return str(event["from"][0])
    return in_order(world)[-1]


def ordinal_place(world: World, phrase: str) -> str | None:
    match = _ORDINAL.fullmatch(phrase.strip())
    if _START.fullmatch(phrase.strip()):
        return str(world["entrance"]["state"])
    if match is None:
        return None
    which, order = match["which"].lower(), in_order(world)
    if which in ("last", "final"):
        return last_place(world)
    at = {"second": 1, "third": 2, "fourth": 3}.get(which, 0)
    return order[at] if at < len(order) else None


def find(world: World, phrase: str, kinds: tuple[str, ...] = (), *, loose: bool = True) -> Thing | None:
    """The one thing that a phrase names. Raises Unsure between several of one kind; None where nothing fits.

    `kinds`: only these. `loose`: a slip of the pen is forgiven, a role ("the postman") is enough for a person.
    """
    phrase = phrase.strip().strip("\"'“”‘’ ").removesuffix("'s")
    every = [one for one in things(world) if not kinds or one.kind in kinds]
    if _PLAYER.fullmatch(phrase):
        return next((one for one in every if one.kind == "player"), None)
    if re.match(r"the [a-z]+$", phrase.lower()) and (titled := _titled(every, phrase.split()[-1])):
        return titled
    if key := ordinal_place(world, phrase):
        return next((one for one in every if one.id == key), None)
    if _MET.fullmatch(phrase):
        order = in_order(world)
        there = sorted((one for one in every if one.kind == "person"), key=lambda one: _met_at(world, one, order))
        which = next(iter(re.findall(r"first|second|third|last", phrase.lower())), "first")
        if there:
            return there[-1] if which == "last" else there[min({"second": 1, "third": 2}.get(which, 0), len(there) - 1)]
    phrase = _LOSING_END.sub("the losing ending", _WINNING_END.sub("the winning ending", phrase))
    if kind := re.fullmatch(r"(?:the |that |this )?(?P<kind>[a-z]+(?: over)?)? ?ending(?: screen| scene)?", phrase, re.IGNORECASE):
        found = [one for one in every if one.kind == "ending" and one.id in ending_ids(world, kind["kind"] or "")]
        if found:
            return found[0]
    said = words(re.sub(r"\b(?:ending|end screen)\b", "", phrase, flags=re.IGNORECASE) if "ending" in phrase.lower() else phrase)
    said = [one for one in said if one not in _GENERIC] or said
    if not said:
        return None
    made = _found(world, every, said, phrase, loose)
    if made is not None and made.kind == "item" and " of " in made.name and not set(said) & set(words(made.name.split(" of ")[0])):
        return None  # "the judge" is not "the taste of the chief judge"
    return made


def _titled(every: list[Thing], title: str) -> Thing | None:
    """The one whose name begins with a title: "the captain" of Captain Mora, where nobody else has it."""
    if title.lower() in ("old", "miss", "lady", "young", "little", "big") or not title.islower():
        return None
    some = [one for one in every if proper(one.name) and len(one.name.split()) > 1 and one.name.split()[0].lower() == title]
    known = [one for one in every if title in words(one.name)]
    return some[0] if len(some) == 1 and known == some and some[0].kind in ("player", "person") and title in _RANKS else None


_RANKS: Final = frozenset(
    ("captain", "detective", "professor", "doctor", "inspector", "sergeant", "nurse", "queen", "king", "princess", "prince", "officer", "mayor", "sheriff", "agent", "commander", "lieutenant", "admiral")
)  # fmt: skip
_ROLE: Final = re.compile(
    r"\b(?:in|with|who|whose|whom|wearing|on|from|at|behind|of|to|that|as|for|under|over|and|by|holding|carrying)\b|,", re.IGNORECASE
)
"""What stands before it says who somebody is; what stands behind it, what they have about them: "a cook from the kitchen" is no kitchen."""


def _met_at(world: World, person: Thing, order: list[str]) -> int:
    """How early in the world a person can be met."""
    name = re.sub(r"^the ", "", person.name)
    at = [order.index(key) for one in world["scene"]["events"] if name in str(one.get("label", "")) for key in one["from"] if key in order]
    seen = [n for n, key in enumerate(order) if name in world["scene"]["states"][key]["base"]]
    return min([*at, *seen], default=len(order))


def _found(world: World, every: list[Thing], said: list[str], phrase: str, loose: bool) -> Thing | None:
    asked = set(said)
    exact = [one for one in every if set(words(one.name)) == asked or one.id == phrase]
    inside = [one for one in every if asked <= set(words(one.name)) and not asked <= _TITLES and not _owner_only(one, said)]
    named = [
        one
        for one in every
        if one.kind in ("player", "goal", "person", "foe", "item")
        and words(one.name)[-1:] == said[-1:]
        and asked & set(words(one.name))
        and len(asked) <= len(set(words(one.name)) | {said[-1]})
    ]
    role = [
        one
        for one in every
        if loose and one.kind == "person" and one.about and asked <= set(words(one.about)) and asked & set(words(_ROLE.split(one.about)[0]))
    ]
    named_as = [
        one
        for one in every
        if one.kind == "person" and one.about and asked & set(words(one.name)) and asked <= {*words(one.name), *words(one.about)}
    ]
    heads = [one for one in inside if words(one.name)[-1:] == said[-1:]]
    for some in (exact, heads, inside, [one for one in named if len(said) == 1], named_as, role):
        best = _one_of(world, some, phrase)
        if best is not None:
            return best
    if not loose:
        return None
    known = {word for one in every for word in words(one.name)}
    mended = [
        word
        if word in known
        else next(iter(get_close_matches(word, sorted(known), 1, 0.8)), word)
        if len(word) > 3 and word not in _COMMON and not any(lemma(word, one) for one in ("noun", "verb", "adjective"))
        else word
        for word in said
    ]
    spoken = [word for word in said if word in known]
    if (
        len(spoken) < len(said)
        and len(said) > 1
        and said[-1] in known
        and not (set(said) - set(spoken)) & _COMMON
        and len(said) - len(spoken) == 1
    ):
        meant = _found(world, [one for one in every if one.kind == "place"], spoken, phrase, False)
        if meant is not None:
            return meant  # "that silly hospital ward"
    if mended != said:
        return _found(world, every, mended, phrase, False)
    return None


def _owner_only(thing: Thing, said: list[str]) -> bool:
    """Whether words name only whose something is: "the queen" of the queen's birthday cake."""
    owner = re.match(r"(?P<o>.+?)(?:'s|s') \w", thing.name)
    return thing.kind in ("goal", "player", "item") and owner is not None and set(said) <= set(words(owner["o"]))


def _one_of(world: World, some: list[Thing], phrase: str) -> Thing | None:
    """The one meant by a phrase that fits all of `some`: a place that comes back later is one place, a place goes before a thing."""
    if not some:
        return None
    firsts = [one for one in some if not re.search(r"_(?:later|again)$", one.id)] or some
    for kind in ("place", "player", "person", "foe", "item", "goal", "ending"):
        same = [one for one in firsts if one.kind == kind]
        names = list(dict.fromkeys(one.name for one in same))
        if len(names) == 1:
            return same[0]
        if names:
            shortest = [one for one in same if words(one.name)[-1:] == words(phrase)[-1:]]
            if len({one.name for one in shortest}) == 1:
                return shortest[0]
            raise Unsure(f"Which do you mean by '{phrase}': {listed(names, 'or')}?")
    return None


def listed(names: list[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def same_place(world: World, key: str) -> list[str]:
    """A place and the states in which it comes back later in the story."""
    root = re.sub(r"(?:_(?:later|again))+$", "", key)
    return [one for one in world["scene"]["states"] if re.sub(r"(?:_(?:later|again))+$", "", one) == root]


def proper(phrase: str) -> bool:
    """Whether a phrase is a name: "Ada", "Lord Akuma", "Tim and Lola"."""
    rest = [one for one in phrase.split() if one.lower() not in _SMALL]
    return bool(rest) and not re.match(r"(?:the|an?) ", phrase) and rest[0][:1].isupper()


def many(phrase: str) -> bool:
    """Whether a phrase takes a plural verb: "the kids", "Tim and Lola"; "Mr. Hobbs" does not."""
    return " and " in phrase if proper(phrase) else is_plural(phrase)


def sightings(world: World, phrase: str) -> list[str]:
    """The places whose prose speaks of something: of its head noun and of one more word where the phrase has several."""
    said = words(phrase)
    if not said:
        return []
    made = []
    for key, state in world["scene"]["states"].items():
        # "the clockmaker" is not there where his apprentice is
        here = set(words(re.sub(r"\b[\w-]+['’]s\b", " ", state["base"]) if len(said) == 1 else state["base"]))
        if said[-1] in here and set(said) <= here and "ending" not in state:
            made.append(key)
    return made
