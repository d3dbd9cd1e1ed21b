"""What a prompt says is not there: "without a sword", "no helmet", "unarmed", "hatless". Read before everything else, so that nothing draws it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from makebelieve.art import words as w
from makebelieve.art.bestiary import PLAIN
from makebelieve.art.items.families import family_of
from makebelieve.language import Token

_WITHOUT: Final = frozenset(("without", "lacking", "minus"))
_HAVING: Final = frozenset(("with", "has", "have", "having", "wears", "carries", "holds", "bears"))
_DOING: Final = frozenset(("carrying", "wearing", "holding", "bearing", "wielding", "having"))
_MORE: Final = frozenset(("or", "nor", "and"))
_NOUNS: Final = ("N", "NS")
_FARTHEST: Final = 4
"""Words that may stand between "without" and its noun."""
_ARMS: Final = frozenset(("weapon", "weapons", "arms", "weaponry"))
_BLADES: Final = frozenset(("sword", "greatsword", "scimitar", "katana", "rapier", "dagger"))
_WORDS: Final = {
    "unarmed": "weapon",
    "disarmed": "weapon",
    "weaponless": "weapon",
    "barefoot": "boots",
    "barefooted": "boots",
    "bareheaded": "hat",
}
"""Words that say by themselves what is lacking."""
# Parts of beasts that have no entry among what people wear: what is left without them.
_PARTS: Final[dict[str, dict[str, Any]]] = {
    "mane": {"mane": "none"},
    "tusk": {"horns": "none"},
    "spot": {"coat": "plain"},
    "stripe": {"coat": "plain"},
    "marking": {"coat": "plain"},
    "shell": {"shell": False},
    "wool": {"wool": False},
    "spine": {"spines": False},
    "spike": {"spines": False, "spikes": False},
    "whisker": {"whiskers": False},
    "hump": {"hump": 0.0},
    "ear": {"ears": "none"},
    "hair": {"hair": "bald"},
    "boot": {"bare_feet": True},
    "shoe": {"bare_feet": True},
    "shirt": {"top": "bare"},
    "crest": {"crest": "none"},
}


def parted(tokens: Sequence[Token]) -> tuple[list[Token], list[str]]:
    """The tokens without what they say is not there, and the words for that; all tokens and none where nothing else is said."""
    kept: list[Token] = []
    lost: list[str] = []
    at = 0
    while at < len(tokens):
        start = _opening(tokens, at)
        end = start if start is None else _named(tokens, start, lost)
        if end is not None:
            at = end
            continue
        word = tokens[at].word
        if word in _WORDS or _less(word) is not None:
            lost.append(_WORDS.get(word) or str(_less(word)))
        else:
            kept.append(tokens[at])
        at += 1
    if not any(token.word not in w.SILENT for token in kept):
        return list(tokens), []
    return kept, lost


def _opening(tokens: Sequence[Token], at: int) -> int | None:
    """Where a noun that is denied may begin, if the words at `at` deny one."""
    word = tokens[at].word
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in _WITHOUT or word == "no":
        return at + 1
    if (word in _HAVING and after == "no") or (word == "not" and after in _DOING):
        return at + 2
    return None


def _named(tokens: Sequence[Token], at: int, lost: list[str]) -> int | None:
    """Notes the nouns from `at` on and says where they end; None where none follows."""
    noun = next((i for i in range(at, min(at + _FARTHEST, len(tokens))) if tokens[i].tag in _NOUNS), None)
    if noun is None or any(token.word in w.PREPOSITIONS for token in tokens[at:noun]):
        return None
    while noun + 1 < len(tokens) and tokens[noun + 1].tag in _NOUNS:
        noun += 1
    lost.append(tokens[noun].word)
    end = noun + 1
    if end < len(tokens) and tokens[end].word in _MORE:
        more = _known_soon(tokens, end + 1)
        if more or tokens[end].word != "and":
            return _named(tokens, end + 1, lost) or end
    return end


def _known_soon(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows "and" is again a thing that one may lack: "without sword and shield"."""
    for token in tokens[at : at + _FARTHEST]:
        if token.word in w.PREPOSITIONS:
            return False
        if token.tag in _NOUNS:
            return _stem(token.word) is not None
    return False


def _less(word: str) -> str | None:
    """What somebody is without who is called so: "hatless", "swordless"."""
    return _stem(word.removesuffix("less")) if word.endswith("less") else None


def _stem(word: str) -> str | None:
    names = dict.fromkeys((word, word.removesuffix("s"), word.removesuffix("es")))
    return next((name for name in names if name in w.WORN or name in w.HELD or name in _PARTS or name in _ARMS), None)


def bereft(lost: Sequence[str], rig: str, shown: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of a rig's shape, shown with `shown` over its plain one, that take away what is lost."""
    plain = PLAIN[rig]
    known = {one.name: getattr(plain, one.name) for one in fields(plain)}
    out: dict[str, Any] = {}
    for word in lost:
        name = _stem(word) or word
        weapon = shown.get("weapon", known.get("weapon", "none"))
        family = (family_of(word) or family_of(name) or ("",))[0]
        if name in _PARTS or name.removesuffix("s") in _PARTS:
            out.update(_PARTS.get(name) or _PARTS[name.removesuffix("s")])
        elif name in _ARMS or weapon in (name, family) or (name in _BLADES and weapon in _BLADES):
            out["weapon"] = "none"
        elif name in w.WORN:
            out.update({part: False if isinstance(value, bool) else _bare(part, known) for part, value in w.WORN[name][0].items()})
        elif family and shown.get("held") == family:
            out["held"] = "none"
    return {part: value for part, value in out.items() if part in known}


def _bare(part: str, known: Mapping[str, Any]) -> Any:
    """What is left where a part is taken away."""
    return known.get(part, "none") if part == "top" else "none"
