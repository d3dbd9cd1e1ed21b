"""Calling something of a world by another name, wherever it is spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.naming import _TITLES, Thing, _bare, many, proper
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation.morphology import articles, plural

TEXTS: Final = frozenset((
    "base", "narration", "detail", "static", "dynamic", "ambient", "lockedHint", "title", "subtitle", "text", "persona", "greeting", "logline",
    "summary", "label", "subject", "description", "action", "outcome", "player", "foe", "object",
))  # fmt: skip
"""Fields whose words are read by people or painted."""


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


_COUNT: Final = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|both|many|several) ", re.IGNORECASE)


def _saying(spelt: str, new: str, *, definite: bool = False, cased: bool = False) -> Callable[[str], str]:
    """Says `new` where `spelt` (an expression) stands: with the article that it has, or none if `new` is a name.

    `definite`: only where it is "the ...": "a cat in the window" is another one than the cat who is called Biscuit now. `cased`: only with its
    capitals, as a biscuit tin is nothing of Biscuit's.
    """
    pattern = re.compile(
        rf"(?:\b(?P<art>(?:the )?(?:two|three|four|both)|the|an?|its|your|her|his|their|my) )?\b(?:{f'(?-i:{spelt})' if cased else spelt})(?![\w-])",
        re.IGNORECASE,
    )
    name, bare = proper(new), _bare(new)
    adjective = bool(re.fullmatch(r"[A-Z][a-z]+", spelt))

    def one(match: re.Match[str]) -> str:
        upper = match[0][:1].isupper()
        if definite and (match["art"] or "").lower() in ("", "a", "an"):
            return match[0]
        if (
            name
            and adjective
            and re.match(r"an?\b", match["art"] or "", re.IGNORECASE)
            and re.match(r" [a-z]", match.string[match.end() :])
        ):
            return match[0]  # "a Roman slave" where somebody called Roman is renamed
        if name:
            return new
        art = match["art"] or (
            "the" if match[0][:1].isupper() and not re.match(r"(?:the|an?)\b", match[0], re.I) and _named(match[0]) else ""
        )
        if art and _COUNT.match(bare) and (counted := re.fullmatch(r"(the )?(?:two|three|four|both)", art, re.IGNORECASE)):
            art = (counted[1] or "").strip()  # "two kids" who are three girls now are not "two three girls"
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
    return r"[\s-]+".join(
        re.sub(r"(?:'|’)s?$", "['’]s?", one) if one.endswith(("'", "’", "'s", "’s")) else re.escape(one) for one in phrase.split()
    )


_BEHIND: Final = r" (?:in|of|from|with|at|on|for|who|that|which|without) "
"""Behind it stands what somebody has about them: the short form of "the old man with a cane" is the man."""


def rename(world: World, thing: Thing, new: str) -> World:
    """The world in which a thing is called `new` ("Ada", "the ducks", "golden spoon") wherever it is spoken of. Ids stay."""
    old = _bare(thing.name)
    changes: list[Callable[[str], str]] = []
    if thing.kind == "player" and not proper(old):
        core = re.split(_BEHIND, old)[0]
        head = core.split()[-1]
        rest = core.split()[:-1]
        lead = "(?:" + "".join(rf"(?:{re.escape(one)}[\s-]+)?" for one in rest) + ")"
        several, one = (head, lemma(head, "noun") or head) if many(f"the {head}") else (plural(head), head)
        new_head = _bare(new)
        other = proper(new)
        both = many(new) or other
        short = new_head if other or len(new_head.split()) < 3 else re.split(_BEHIND, new_head)[0].split()[-1]
        mine, theirs = (several, one) if many(f"the {head}") else (one, several)
        full = new_head
        single = other and not many(f"the {head}")
        changes.append(_saying(rf"{_spelt(old)}", new if other else full, definite=single and core == old))
        changes.append(_saying(rf"{lead}{re.escape(mine)}", new if other else short, definite=single))
        if not other and theirs != mine and not both and many(f"the {head}") is False:
            changes.append(_saying(re.escape(theirs), plural(short)))
        elif not other and many(f"the {head}"):
            changes.append(_saying(re.escape(theirs), lemma(short, "noun") or short))
    else:
        changes.append(_saying(_spelt(old), new, cased=bool(re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", old))))
        for part in _short_forms(old) if thing.kind in ("person", "player", "foe") else []:
            changes.append(_saying(_spelt(part), new))
        if (
            thing.kind == "goal"
            and " " in old
            and not proper(old)
            and not proper(new)
            and (head_of := old.split()[-1]) != _bare(new).split()[-1]
            and not re.search(r" (?:of|for|from|with|in|at|on|where|who|that|to) ", old)
        ):
            changes.append(_saying(re.escape(head_of), _bare(new).split()[-1], definite=True))
        if (
            thing.kind == "foe"
            and not proper(old)
            and " " in old
            and not re.search(r" (?:in|of|with|on|at|from|who|that) ", old)
            and old.split()[-1] not in ("below", "above", "within", "outside", "beyond", "inside", "beneath", "there")
        ):
            changes.append(_saying(_spelt(old.split()[-1]), new if proper(new) else _bare(new)))

    apart = _compounds(world, old) if thing.kind == "player" and not proper(old) else None

    def change(text: str) -> str:
        # What was said anew is held back, so that a name that holds the old one is not said twice; "the dragon school" is no dragon.
        parts = apart.split(text) if apart else [text]
        for number in range(0, len(parts), 2):
            for at, one in enumerate(changes):
                parts[number] = _held(parts[number], new, at, one)
        return "".join(parts).replace("\x00", "")

    made: World = told_everywhere(world, change)
    if isinstance(world.get("name"), str):
        made["name"] = _title_case(world["name"], change(world["name"]))
    if thing.kind == "player" and proper(new):
        made["subject"] = new
    if thing.kind == "person" and (said := _OTHER_KIN.get(old.split()[0].lower())) == _bare(new).split()[0].lower():
        # "Uncle Ray, an uncle on a visit" who is Aunt Gloria now is an aunt.
        told = re.compile(rf"({re.escape(new)}, )(an?|the|your|my|her|his|their) ((?:\w+ )?){old.split()[0]}\b", re.IGNORECASE)
        made = told_everywhere(made, lambda text: articles(told.sub(rf"\1\2 \3{said}", text)))
    if many(thing.name) != many(new) and thing.kind in ("player", "person", "foe", "goal"):
        made = told_everywhere(made, lambda text: _agreeing(text, new))
    return made


def _compounds(world: World, old: str) -> re.Pattern[str] | None:
    """The names of places that begin with the noun for somebody: "the dragon school" of a dragon."""
    head = old.split()[-1].lower()
    states = world["scene"]["states"]
    names = [shown_name(world, key) for key, state in states.items() if "ending" not in state]
    found = {one[0] for name in names for one in [re.search(rf"\b{re.escape(head)} [a-z].*", name, re.IGNORECASE)] if one}
    return (
        re.compile(rf"((?:the )?(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})\b)", re.IGNORECASE) if found else None
    )


_KIN: Final = (
    ("uncle", "aunt"), ("grandpa", "grandma"), ("grandfather", "grandmother"), ("father", "mother"), ("brother", "sister"),
    ("king", "queen"), ("prince", "princess"), ("lord", "lady"),
)  # fmt: skip
_OTHER_KIN: Final = {one: other for pair in _KIN for one, other in (pair, pair[::-1])}


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
    if len(some) == 2 and all(one[:1].isupper() for one in some) and some[0].lower() not in _TITLES | _RANKS:
        made += some
    return made


_RANKS: Final = frozenset(
    ["professor", "lord", "detective", "agent", "director", "dame", "councilman", "granny", "nurse", "doctor", "doc", "father", "mother", "sister", "brother", "officer", "inspector", "sergeant", "king", "queen", "uncle", "aunt", "prince", "princess", "judge", "major", "colonel", "general", "corporal", "private", "chief", "madame", "monsieur", "signora", "signor", "don", "grandpa", "grandma", "young", "little", "big", "master", "mistress", "engineer", "commander", "lieutenant", "admiral", "bishop", "abbot", "rabbi", "imam", "coach", "mayor", "sheriff", "marshal", "deputy"]
)  # fmt: skip


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
        "low",
        "still",
        "alone",
        "well",
    ]
)
