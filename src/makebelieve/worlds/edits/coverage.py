"""Whether a change carries all that a sentence asks for: each of its content words stands in what changed, in what it names, or is known to ask for such a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.clauses import spelt
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.values import looks

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")

_JUDGED: Final = re.compile(
    r"\b(?:too|not|never|typo|supposed|boring|like|love|hate|wrong|\w+n't|dull|silly|weird|odd|ugly|strange|confus\w+|annoy\w+)\b"
)
_WISHED: Final = re.compile(r"\b(?:no|without|give|put|make|should|shouldn't|must|mustn't|has to|have to|needs? to|only|instead|first)\b")
_REASON: Final = re.compile(
    r"(?:^|[,;.!]|\bbut\b|\bbecause\b|\bsince\b|\bas\b)[^,;.!]*\b(?:(?:is|are|it's|its|was|looks?|sounds?|feels?)(?: way| far| much)? too|supposed to be)\b[^,;.!]*"
    r"|\bfor (?:my|the|our) (?:class|pupils|kids|children|students|little ones)\b|\b(?:my|our) (?:son|daughter|kids|children|class|pupils|students)\b[^,;.!]*"
    r"|(?<=,)[^,;.!]*\b(?:do not|don'?t|does not|doesn'?t) [^,;.!]*|\b(?:no )?wait\b,?"
    r"|\bnot (?:an? |the )?[a-z]+(?=[,.!]|$)|\b(?:one|two|three|a few|some) (?:things?|changes?|wishes)\b:?"
)
"""Why something is wished: it asks for nothing by itself."""
_NO_NAME: Final = re.compile(
    r"\bnow called (?P<n>[A-Z][^;,]*? (?:and a|bit|very|more|less|not|who|that|if|should)\b[^;,]*?)(?: everywhere|[.;,]|$)"
)
"""A description that was taken for a name."""
_SETTING: Final = re.compile(
    r"(?:It is now |All is now |Everything is now |The mood is now |Shortened |It is (?:harder|easier) now|The sky is now |It now (?:rains|snows)|Fog now |A storm now |Changed the text everywhere|There is no [a-z]+ any more|The pictures are now )"
)
"""Accounts of what a whole world, or a place, is set to."""
_NO_THING: Final = re.compile(r"^There (?:is|are) now (?P<n>[a-z]+) of ")
"""A trait that was taken for a thing: "there is now afraid of bats"."""
_RULE: Final = re.compile(
    r"\b(?:that|which|who|whom) (?:you|one|the player|anybody|whoever comes) (?:can|have to|has to|must|need|needs|may|should)\b"
)
_MECHANIC: Final = re.compile(
    r"\b(?:second chance|try again|retry|restart|timer|countdown|time limit|points|score|(?:three|two|five|extra) lives|at random|random(?:ly)?|dice|inventory|level up|minigame|mini game|multiplayer|save game|checkpoint|money|pay|buy)\b"
)
"""What a game does: mere prose of it does not make it so."""
_GONE: Final = re.compile(
    r"\b(?:no|without|remove|take out|take away|get rid of|stop|delete)(?: any| all| the| of| that| this)* (?P<w>wind|rain|snow|fog|mist|storm|clouds?)\b"
)
_DEALT: Final = re.compile(
    r"\b(?:chases?|catch(?:es)?|arrests?|attacks?|hunts?|kills?|eats?|throws?|kicks?|bites?|grabs?|locks?|robs?|follows?|stops?|blocks?) (?:you|me|us|the player|him|her|them)\b"
)
"""What somebody does to the player: it has to play."""
_CONDITION: Final = re.compile(
    r"\b(?:only if|if|unless|until|whenever|every time|each time|only lets?|only tells?|only gives?|in (?:every|all) (?:room|place|scene|rooms|places|scenes)|at the (?:beginning|start|end)|in the beginning)\b"
)
"""Words of a rule: a rule that stands as mere prose in a scene is not kept by the game."""


def missed(before: World, after: World, said: str, told: str = "") -> list[str]:
    """The content words of `said`, in its order, that neither the change from `before` to `after` nor its account `told` carries."""
    account, _, remark = told.partition(" (I took '")
    plain = spelt(said)
    if remark and _JUDGED.search(remark) and not _WISHED.search(remark):
        plain = plain.replace(remark.removesuffix("' as a remark.)"), " ")
    plain = _REASON.sub(" ", _plain(re.sub(r"\"[^\"]*\"", " ", plain)))
    if odd := _NO_NAME.search(account):
        return [odd["n"]]
    if (odd := _NO_THING.search(account)) and lemma(odd["n"], "noun") is None:
        return [odd["n"]]
    carried = _carried(before, after) | _all_forms(account) | _all_forms(_known(before)) | _all_forms(_spoken(before, after, said))
    left = [
        word for word in _content(plain) if not (_forms(word) & carried or looks(word) or get_close_matches(word, carried, 1, cutoff=0.84))
    ]
    if _SETTING.match(account) and ". " not in account.strip(" ."):
        left = []  # an hour, a mood or a length is said in many ways
    lines = " ".join(_plain(text) for text in _new_lines(before, after))
    if not _plays_otherwise(before, after, frozenset(["requires"])):
        left += [one for one in _CONDITION.findall(plain) if re.search(rf"\b{one}\b", lines)]
        left += [one[0] for one in _RULE.finditer(lines) if re.search(one.re, plain)]
    left += _unkept(before, after, plain, account) or _untouched(before, after, said)
    if re.search(r"\bcomes? along\b", account):
        named = " ".join(one.spoken for one in mentions(before, said) if one.thing.kind == "player")
        left = [one for one in left if one not in _plain(named)]
    return [*dict.fromkeys(left)]


def _known(world: World) -> str:
    """Who plays and what is wanted, as the maker of a world noted them: "after freeing the potter" and "give the captain" ask for no change of those."""
    understood = world.get("metadata", {}).get("understood", {})
    return f"{understood.get('player') or ''} {(understood.get('goal') or {}).get('deed') or ''}"


def _spoken(before: World, after: World, said: str) -> str:
    """The words by which a sentence names what a change touches: "the crow" for Kro."""
    touched = " ".join(text for path, old, new in _differences(before, after, ()) for text in (*path, *_texts(old), *_texts(new)))
    return " ".join(one.spoken for one in mentions(before, said) if one.thing.id in touched or one.thing.name in touched)


def _unkept(before: World, after: World, plain: str, account: str) -> list[str]:
    """What a wish asks of the game, or of the sky, where the change only talks of it."""
    if (rule := _MECHANIC.search(plain)) and not _plays_otherwise(before, after):
        return [rule[0]]
    if (
        (dealt := _DEALT.search(plain))
        and "comes along" not in account
        and not _plays_otherwise(before, after, frozenset(["requires", "to"]))
    ):
        return [dealt[0]]
    if re.search(r"\bknows? (?:who|why|how)\b", plain) and "can now tell" in account:
        return ["knows"]
    if (gone := _GONE.search(plain)) and not re.search(rf"\bno {gone['w']}|\bclear\b", account):
        word = re.compile(rf"\b{gone['w'].rstrip('y')}", re.IGNORECASE)
        if any(word.search(state["base"]) for state in after["scene"]["states"].values()) and not mentions(before, plain):
            return [gone["w"]]
    names = [text for path, old, new in _differences(before, after, ()) if path[-1] in ("label", "title", "name") for text in _texts(new)]
    if half := next(
        (found for one in _labels(before, after) if (found := re.search(r"\w+ (?:and|or|but|the|an?|if|when|to)$", one))), None
    ):
        return [half[0].lower()]
    odd = next(
        (found for one in names if (found := re.search(r"\b[A-Z]\w+ and (?:[a-z]+s|is|has) [\w ]+", one)) and found[0].lower() in plain),
        None,
    )
    return [odd[0]] if odd else []


def _labels(before: World, after: World) -> list[str]:
    """The names of the choices that are new or have another name."""
    known = {str(one["name"]): str(one.get("label", "")) for one in before["scene"]["events"]}
    return [
        label
        for one in after["scene"]["events"]
        if (label := str(one.get("label", ""))) not in known.values() and label.split()[-1:] != known.get(one["name"], "").split()[-1:]
    ]


_RULES: Final = frozenset(["requires", "grants", "to", "from", "kind", "oneShot", "entrance", "hidden"])


def _plays_otherwise(before: World, after: World, rules: frozenset[str] = _RULES) -> bool:
    """Whether a rule of the game has changed, by the keys that hold rules; of new and lost events all hold."""
    return any(
        rules & set(path) or ((old is None or new is None) and len(path) <= 3 and (rules is _RULES or rules & set(new or ())))
        for path, old, new in _differences(before, after, ())
        if path[0] in ("scene", "entrance")
    )


def _untouched(before: World, after: World, said: str) -> list[str]:
    """The places that are named and stay as they are, with all that leads there or happens there."""
    found = list(_differences(before, after, ()))
    if all(path[0] in ("name", "description", "metadata") for path, _, _ in found):
        return []
    said = re.sub(r"\"[^\"]*\"", " ", said)
    said = re.sub(
        r"\b(?:except|but not|not|outside|apart from|other than|instead of|rather than)\b[^,.;!?]*", " ", said, flags=re.IGNORECASE
    )
    touched = {part for path, _, _ in found for part in path}
    touched |= {text for path, old, new in found for value in (old, new) for text in _texts(value)}
    touched |= _places_of(before, after, touched)
    return [
        one.spoken
        for one in mentions(before, said)
        if one.thing.kind == "place"
        and not re.search(r"\b(?:an?|another|some|new)(?: [a-z-]+){0,3}$", said[: one.end], re.IGNORECASE)
        and one.thing.id not in touched
        and not any(key.startswith(one.thing.id) or (key and one.thing.id.removesuffix("_later") == key) for key in touched)
        and not any(one.spoken.lower() in line.lower() and _acts(said, one.end) for line in _new_lines(before, after))
    ]


def _acts(said: str, end: int) -> bool:
    """Whether a place is what does something in a sentence: "the volcano should erupt"."""
    return bool(re.match(r" (?:should|must|could|erupts?|collapses?|burns?|sinks?|explodes?|floods?|falls?|shakes?)\b", said[end:]))


def content(said: str) -> set[str]:
    """The content words of a sentence, with what it quotes."""
    return set(_content(_plain(said)))


def _content(plain: str) -> list[str]:
    return [
        word
        for word in dict.fromkeys(re.sub(r"'s$|'$", "", one) for one in _WORD.findall(plain))
        if len(word) > 2 and word not in _harmless() and not _forms(word) & _harmless() and not _is_manner(word)
    ]


def _is_manner(word: str) -> bool:
    """Whether a word only says how: "simply", "freely"; not "friendly", which tells of somebody."""
    return word.endswith("ly") and lemma(word, "adjective") is None and lemma(word, "noun") is None


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("-", " ").replace("_", " ")


def _all_forms(text: str) -> set[str]:
    return {form for word in _WORD.findall(_plain(text)) for form in _forms(re.sub(r"'s$|'$", "", word))}


def _new_lines(before: World, after: World) -> Iterator[str]:
    """Pieces of prose that are new; what was quoted or can be said of somebody's knowledge is not among them."""
    for path, old, new in _differences(before, after, ()):
        if path[0] == "scene" and "narration" not in path and "facts" not in path:
            known = " ".join(_texts(old))
            for text in _texts(new):
                yield from (line for line in re.split(r"(?<=[.!?]) ", re.sub(r"\"[^\"]*\"", "", text)) if line not in known)


def _carried(before: World, after: World) -> set[str]:
    made: set[str] = set()
    for path, old, new in _differences(before, after, ()):
        was, now = (set(_lines(value)) for value in (old, new))
        for text in (*path, *(was ^ now)):
            made |= _all_forms(text)
    for key in _places_of(before, after, {part for path, _, _ in _differences(before, after, ()) for part in path}):
        made |= _all_forms(key)
    return made


def _places_of(before: World, after: World, names: set[str]) -> set[str]:
    """The places of those events that are among `names`."""
    events = [one for world in (before, after) for one in world["scene"]["events"] if one["name"] in names]
    return {key for one in events for key in (*one["from"], str(one.get("to", "")))}


def _lines(value: Any) -> Iterator[str]:
    """The sentences of a value: what stays as it is carries nothing."""
    for text in _texts(value):
        yield from re.split(r"(?<=[.!?]) ", text)


@cache
def _forms(word: str) -> frozenset[str]:
    """A word with its base forms, and its stem: "grumpily" and "grumpy" are one."""
    some = {word, *(base for kind in ("noun", "verb", "adjective") if (base := lemma(word, kind)))}
    return frozenset(some | {re.sub(r"(?:ily|ly|ing|ed|es|er|est|y|s|e|ness|ful|less|i)$", "", one) for one in some if len(one) > 4})


def _differences(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from _differences(old.get(key), new.get(key), (*path, str(key)))
    elif isinstance(old, list) and isinstance(new, list) and _named(old) and _named(new):
        a, b = ({one["name"]: one for one in some} for some in (old, new))
        for key in {**a, **b}:
            yield from _differences(a.get(key), b.get(key), (*path, key))
    else:
        yield path, old, new


def _named(some: list[Any]) -> bool:
    return all(isinstance(one, dict) and "name" in one for one in some)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@cache
def _harmless() -> frozenset[str]:
    """Words of courtesy, of orders and of the names of parts, which every change may leave unsaid."""
    text = resources.files("makebelieve.worlds.edits").joinpath("data/harmless.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if " => " in line and line[0] != "#" for word in line.split(" => ")[1].split())
