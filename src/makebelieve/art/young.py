"""Young animals: a cub of a snow leopard is a snow leopard, only with a larger head on shorter legs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from makebelieve.art.bestiary import PLAIN, entries
from makebelieve.art.phrase import Found
from makebelieve.language import Token

_AGES: Final = frozenset(("baby", "infant", "newborn", "young", "juvenile"))
"""Words before an animal that make it young."""
_YOUNG: Final = frozenset(
    [
        "cub",
        "kitten",
        "kit",
        "pup",
        "puppy",
        "whelp",
        "calf",
        "foal",
        "colt",
        "filly",
        "kid",
        "lamb",
        "fawn",
        "chick",
        "hatchling",
        "piglet",
        "joey",
        "fledgling",
        "nestling",
        "hoglet",
        "pinkie",
        "fry",
    ]
)
"""Words after an animal that make it young; alone, most are one of their own."""
_PARENTS: Final[dict[str, str]] = {
    "kitten": "cat", "puppy": "dog", "pup": "dog", "whelp": "dog", "cub": "bear", "calf": "cow", "foal": "horse", "colt": "horse", "filly": "horse",
    "lamb": "sheep", "fawn": "deer", "piglet": "pig", "duckling": "duck", "owlet": "owl", "eaglet": "eagle", "gosling": "goose", "cygnet": "swan",
    "leveret": "hare", "joey": "kangaroo", "hoglet": "hedgehog", "froglet": "frog", "tadpole": "fish", "spiderling": "spider", "squab": "pigeon", "hatchling": "dragon",
    "dragonling": "dragon", "elver": "eel", "cria": "llama", "polliwog": "fish", "fledgling": "bird", "nestling": "bird",
}  # fmt: skip
# How a body differs from a grown one.
_GROWN: Final = {"head": 1.16, "muzzle": 0.7, "legs": 0.84, "length": 0.84, "neck": 0.8, "leg_thick": 1.06}
_BARE: Final = {"mane": ("lion", "none"), "horns": (("antlers", "ram", "bull", "goat", "palm", "tusks", "nose", "straight"), "none")}
"""Parts that grow later: what it has when grown, and before."""


def parented(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """The subjects with every young animal as one of its parents' kind: "lion cub" is one of lions, "gosling" one of geese."""
    table = entries()
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if (
            before is not None
            and before.end == one.start
            and _beast(before)
            and _forms(tokens[one.start]) & _YOUNG
            and one.end == one.start + 1
        ):
            out[-1] = replace(before, end=one.end, young=True)
            continue
        parent = _PARENTS.get(one.word)
        if parent is not None and (one.entry is None or one.entry.rig != "folk"):
            one = replace(one, entry=one.entry or table.get(parent), young=True)
        if one.start and tokens[one.start - 1].word in _AGES and _beast(one):
            one = replace(one, young=True)
        out.append(one)
    return [_tailed(tokens, one) for one in out]


def newly_named(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """Young animals whose own word is in no table of beings."""
    table = entries()
    taken = {i for one in found for i in range(one.start, one.end) if one.entry is not None}
    more = []
    for i, token in enumerate(tokens):
        name = next((form for form in _forms(token) if form in _PARENTS), None)
        if i not in taken and name is not None and _PARENTS[name] in table:
            more.append(Found(i, i + 1, _PARENTS[name], table[_PARENTS[name]], None, young=True))
    kept = [one for one in found if not any(one.start == other.start for other in more)]
    return sorted((*kept, *more), key=lambda one: one.start)


def _tailed(tokens: Sequence[Token], one: Found) -> Found:
    """An animal with the word for its young behind it that is no subject by itself: "fox kit"."""
    if one.end < len(tokens) and _beast(one) and _forms(tokens[one.end]) & _YOUNG:
        return replace(one, end=one.end + 1, young=True)
    return one


def _beast(one: Found) -> bool:
    return one.entry is not None and one.entry.rig != "folk"


def _forms(token: Token) -> set[str]:
    return {form for form in (token.word, token.lemma, token.word.removesuffix("s")) if form}


def youthful(rig: str, shown: Mapping[str, Any]) -> dict[str, Any]:
    """Changes over `shown` that make a beast of that rig young."""
    plain = PLAIN[rig]
    known = {one.name: shown.get(one.name, getattr(plain, one.name)) for one in fields(plain)}
    out: dict[str, Any] = {part: known[part] * share for part, share in _GROWN.items() if isinstance(known.get(part), float)}
    out.update({part: bare for part, (grown, bare) in _BARE.items() if known.get(part) and known[part] in grown})
    if "eye_size" in known:
        out["eye_size"] = tuple(1.14 * side for side in known["eye_size"])
    return out
