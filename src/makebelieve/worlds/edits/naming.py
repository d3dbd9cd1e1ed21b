"""Who and what a world has, by the words its players use for it; and calling one of these by another name everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.staging import player_of, shown_name
from makebelieve.worlds.edits.targets import LOSING, Unsure, World
from makebelieve.worlds.generation.morphology import articles, is_plural, plural

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
TEXTS: Final = frozenset((
    "base", "narration", "detail", "static", "dynamic", "ambient", "lockedHint", "title", "subtitle", "text", "persona", "greeting", "logline",
    "summary", "label", "subject", "description", "action", "outcome", "player", "foe", "object",
))  # fmt: skip
"""Fields whose words are read by people or painted."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a world. `kind`: place, ending, person, foe, player, item, goal. `id`: a state, a flag, an event, or the name."""

    kind: str
    id: str
    name: str
    about: str = ""


def words(text: str) -> list[str]:
    """The words of a phrase that tell it apart, in their base form."""
    found = [re.sub(r"'s?$", "", one) for one in re.findall(r"[a-z0-9][a-z0-9'’-]*", text.lower().replace("’", "'"))]
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
        if event["kind"] == "terminal":
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
        made.append(Thing("item", flag, _item_name(world, flag)))
    if goal := understood.get("goal", {}).get("object"):
        made.append(Thing("goal", "goal", str(goal)))
    return made


def _item_name(world: World, flag: str) -> str:
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


def in_order(world: World) -> list[str]:
    """The places in the order in which they can be reached."""
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
    return [one for one in order if "ending" not in world["scene"]["states"][one]]


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
    if key := ordinal_place(world, phrase):
        return next((one for one in every if one.id == key), None)
    if kind := re.fullmatch(r"(?:the |that |this )?(?P<kind>[a-z]+(?: over)?)? ?ending(?: screen| scene)?", phrase, re.IGNORECASE):
        found = [one for one in every if one.kind == "ending" and one.id in ending_ids(world, kind["kind"] or "")]
        if found:
            return found[0]
    said = words(re.sub(r"\b(?:ending|end screen)\b", "", phrase, flags=re.IGNORECASE) if "ending" in phrase.lower() else phrase)
    said = [one for one in said if one not in _GENERIC] or said
    if not said:
        return None
    return _found(world, every, said, phrase, loose)


def _found(world: World, every: list[Thing], said: list[str], phrase: str, loose: bool) -> Thing | None:
    asked = set(said)
    exact = [one for one in every if set(words(one.name)) == asked or one.id == phrase]
    inside = [one for one in every if asked <= set(words(one.name)) and not asked <= _TITLES]
    named = [
        one
        for one in every
        if one.kind in ("player", "goal", "person", "foe", "item")
        and words(one.name)[-1:] == said[-1:]
        and asked & set(words(one.name))
        and len(asked) <= len(set(words(one.name)) | {said[-1]})
    ]
    role = [one for one in every if loose and one.kind == "person" and one.about and asked <= set(words(one.about))]
    heads = [one for one in inside if words(one.name)[-1:] == said[-1:]]
    for some in (exact, heads, inside, [one for one in named if len(said) == 1], role):
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
        if len(word) > 3 and word not in _COMMON
        else word
        for word in said
    ]
    if mended != said:
        return _found(world, every, mended, phrase, False)
    return None


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


# --- names ---------------------------------------------------------------------------------------------------------------------------------


def told_everywhere(value: Any, change: Callable[[str], str], keys: frozenset[str] = TEXTS) -> Any:
    """The value with `change` made to every text under one of `keys`."""
    if isinstance(value, list):
        return [told_everywhere(one, change, keys) for one in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, one in value.items():
        if key in keys and isinstance(one, str):
            made[key] = change(one)
        elif key in keys and isinstance(one, list) and all(isinstance(text, str) for text in one):
            made[key] = [change(text) for text in one]
        elif key not in ("cover", "src", "id", "name", "to", "from", "grants", "requires", "landWhen") or key == "from":
            made[key] = told_everywhere(one, change, keys)
        else:
            made[key] = one
    return made


def proper(phrase: str) -> bool:
    """Whether a phrase is a name: "Ada", "Lord Akuma", "Tim and Lola"."""
    rest = [one for one in phrase.split() if one.lower() not in _SMALL]
    return bool(rest) and not re.match(r"(?:the|an?) ", phrase) and rest[0][:1].isupper()


def many(phrase: str) -> bool:
    """Whether a phrase takes a plural verb: "the kids", "Tim and Lola"; "Mr. Hobbs" does not."""
    return " and " in phrase if proper(phrase) else is_plural(phrase)


def _saying(spelt: str, new: str) -> Callable[[str], str]:
    """Says `new` where `spelt` (an expression) stands: with the article that it has, or none if `new` is a name."""
    pattern = re.compile(rf"(?:\b(?P<art>the|an?|its|your|her|his|their|my) )?\b(?:{spelt})(?![\w-])", re.IGNORECASE)
    name, bare = proper(new), _bare(new)

    def one(match: re.Match[str]) -> str:
        upper = match[0][:1].isupper()
        if name:
            return new
        art = match["art"] or (
            "the" if match[0][:1].isupper() and not re.match(r"(?:the|an?)\b", match[0], re.I) and _named(match[0]) else ""
        )
        text = f"{art.lower()} {bare}" if art else bare
        return (
            text[:1].upper() + text[1:]
            if upper
            and (match["art"] is None or match["art"][:1].isupper())
            and not (art and match["art"] is None and match.start() > 0 and match.string[: match.start()].rstrip()[-1:] not in '.!?"“')
            else text
        )

    def change(text: str) -> str:
        made = pattern.sub(one, text)
        return articles(made) if made != text else text

    return change


def _named(text: str) -> bool:
    return text.split()[-1][:1].isupper()


def _spelt(phrase: str) -> str:
    return r"[\s-]+".join(re.escape(one) for one in phrase.split())


def rename(world: World, thing: Thing, new: str) -> World:
    """The world in which a thing is called `new` ("Ada", "the ducks", "golden spoon") wherever it is spoken of. Ids stay."""
    old = _bare(thing.name)
    changes: list[Callable[[str], str]] = []
    if thing.kind == "player" and not proper(old):
        head = old.split()[-1]
        rest = old.split()[:-1]
        lead = "(?:" + "".join(rf"(?:{re.escape(one)}[\s-]+)?" for one in rest) + ")"
        several, one = (head, lemma(head, "noun") or head) if many(f"the {head}") else (plural(head), head)
        new_head = _bare(new)
        other = proper(new)
        both = many(new) or other
        short = new_head if other or len(new_head.split()) < 3 else new_head.split()[-1]
        mine, theirs = (several, one) if many(f"the {head}") else (one, several)
        full = new_head
        changes.append(_saying(rf"{_spelt(old)}", new if other else full))
        changes.append(_saying(rf"{lead}{re.escape(mine)}", new if other else short))
        if not other and theirs != mine and not both and many(f"the {head}") is False:
            changes.append(_saying(re.escape(theirs), plural(short)))
        elif not other and many(f"the {head}"):
            changes.append(_saying(re.escape(theirs), lemma(short, "noun") or short))
    else:
        changes.append(_saying(_spelt(old), new))
        for part in _short_forms(old):
            changes.append(_saying(_spelt(part), new))
        if thing.kind == "foe" and not proper(old) and " " in old:
            changes.append(_saying(_spelt(old.split()[-1]), new if proper(new) else _bare(new)))

    def change(text: str) -> str:
        # What was said anew is held back, so that a name that holds the old one is not said twice.
        for at, one in enumerate(changes):
            text = _held(text, new, at, one)
        return text.replace("\x00", "")

    made: World = told_everywhere(world, change)
    if isinstance(world.get("name"), str):
        made["name"] = _title_case(world["name"], change(world["name"]))
    if thing.kind == "player" and proper(new):
        made["subject"] = new
    if many(thing.name) != many(new) and thing.kind in ("player", "person", "foe"):
        made = told_everywhere(made, lambda text: _agreeing(text, new))
    return made


def _held(text: str, new: str, at: int, change: Callable[[str], str]) -> str:
    if at == 0:
        return change(text)
    keep = re.compile(rf"({re.escape(_bare(new))})", re.IGNORECASE)
    return "".join(part if keep.fullmatch(part) else change(part) for part in keep.split(text))


def _title_case(old: str, new: str) -> str:
    return new if new == old else re.sub(r"(?:^|(?<= ))([a-z])(?=[a-z]{3,})", lambda match: match[1].upper(), new)


def _short_forms(name: str) -> list[str]:
    """Shorter ways of saying a name: "Mrs. Crimp" of "Mrs. Crimp of the council"; "Winnie" of "Winnie Cho"."""
    made: list[str] = []
    if " of " in name and name[:1].isupper():
        made.append(name.split(" of ")[0])
    first = made[0] if made else name
    if re.match(r"(?:Mrs?|Ms|Dr)\. ", first):
        return made
    some = first.split()
    if (
        len(some) == 2
        and all(one[:1].isupper() for one in some)
        and some[0].lower() not in _TITLES | {"professor", "lord", "detective", "agent", "director", "dame", "councilman", "granny"}
    ):
        made += some
    return made


def _agreeing(text: str, new: str) -> str:
    """Verbs right behind a name that has changed its number agree with it again."""
    several = many(new)
    said = re.escape(_bare(new))

    def one(match: re.Match[str]) -> str:
        verb = match["verb"]
        low = verb.lower()
        if several:
            stem = lemma(low, "verb")
            swaps = {"is": "are", "has": "have", "was": "were", "does": "do", "goes": "go"}
            return match["name"] + " " + (swaps.get(low) or (stem if stem and low.endswith("s") and low != stem else low))
        swaps = {"are": "is", "have": "has", "were": "was", "do": "does", "go": "goes"}
        stem = lemma(low, "verb")
        if low in swaps:
            return match["name"] + " " + swaps[low]
        if stem == low and not low.endswith("s") and low not in _NO_VERBS:
            return (
                match["name"]
                + " "
                + (low + "es" if re.search(r"(?:sh|ch|x|z|ss)$", low) else low[:-1] + "ies" if re.search(r"[^aeiou]y$", low) else low + "s")
            )
        return match[0]

    return re.sub(rf"(?P<name>\b{said}) (?P<verb>[a-z]+)\b", one, text)


_NO_VERBS: Final = frozenset(
    [
        "in",
        "on",
        "at",
        "of",
        "to",
        "by",
        "with",
        "from",
        "near",
        "beside",
        "under",
        "over",
        "out",
        "down",
        "up",
        "back",
        "in",
        "into",
        "off",
        "and",
        "or",
        "but",
        "until",
        "before",
        "after",
        "past",
        "behind",
        "who",
        "that",
        "as",
        "for",
        "close",
        "still",
        "alone",
        "well",
    ]
)


def sightings(world: World, phrase: str) -> list[str]:
    """The places whose prose speaks of something: of its head noun and of one more word where the phrase has several."""
    said = words(phrase)
    if not said:
        return []
    made = []
    for key, state in world["scene"]["states"].items():
        here = set(words(state["base"]))
        if said[-1] in here and set(said) <= here and "ending" not in state:
            made.append(key)
    return made
