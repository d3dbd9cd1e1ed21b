"""A sentence by the first of the everyday readers that knows what it means here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.worlds.edits.clauses import VERBS, polite, spelt
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday import (
    additions,
    choices,
    company,
    felt,
    finds,
    happenings,
    kin,
    literal,
    locks,
    outcomes,
    places,
    sayings,
    settings,
    sounds,
    wholesale,
)
from makebelieve.worlds.edits.everyday.spots import Several
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant, Unsure, World
from makebelieve.worlds.gate import check

Reader = Callable[[Draft, str], str | None]
_READERS: Final[tuple[Reader, ...]] = (
    literal.read,
    settings.read,
    sounds.read,
    wholesale.read,
    kin.read,
    happenings.read,
    felt.read,
    outcomes.read,
    choices.read,
    sayings.read,
    locks.read,
    finds.read,
    company.read,
    places.read,
    additions.read,
)
_JOIN: Final = re.compile(
    rf",? and (?:then |also )?(?=(?:{VERBS}|let|there|she|he|they)\b|(?:the|her|his|their|my) [\w' -]{{2,30}}? (?:should|must|could)\b|(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)? (?:should|must|could)\b)|[.;!] +|, (?:then|also) ",
    re.IGNORECASE,
)


def read(world: World, text: str, salt: str, subject: Thing | None = None, *, parts: int = 3) -> tuple[Draft, str] | None:
    """The changed world as a draft, and what was done; None where no reader of this kind knows the sentence. Raises Meant to ask back."""
    plain = polite(re.sub(r"^next to\b", "beside", _spelt_out(spelt(text)), flags=re.IGNORECASE))
    if not plain:
        return None
    if (made := _one(world, plain, salt, subject)) is not None:
        return made
    quoted = [(one.start(), one.end()) for one in re.finditer(r"\"[^\"]*\"", plain)]
    for join in _JOIN.finditer(plain) if parts > 1 else ():
        if any(start < join.start() < end for start, end in quoted):
            continue
        first = _one(world, polite(plain[: join.start()]), salt, subject)
        if first is None:
            continue
        draft, told = first
        draft.settle()
        second = read(draft.world, plain[join.end() :], f"{salt}&", draft.subject, parts=parts - 1)
        if second is None:
            continue
        after, told_then = second
        after.settle()
        after.ops = [*draft.ops, *after.ops]
        return after, f"{told.rstrip('.')}. {told_then}"
    return None


_SHORT: Final = (
    (r"\b(I|we|you|she|he|they)'d (?:really )?(?:like|love|prefer)\b", r"\1 would like"),
    (r"\bwould (?:really )?(?:love|prefer)\b", "would like"),
    (r"\b(there|it|that|she|he|here)'s\b", r"\1 is"),
    # "so that ..." behind it is no reason
    (r"\b(?:change|make|rewrite|alter|write) the ((?:[a-z]+ )?)(?:ending|end),? so(?: that)? ", r"the \1ending should be that "),
    (r"\b(do|does|is|are|should|must|could)n't\b", r"\1 not"),
)


def _spelt_out(text: str) -> str:
    """What was drawn together is two words again; what stands in quotation marks stays."""
    parts = re.split(r"(\"[^\"]*\")", text)
    for number in range(0, len(parts), 2):
        for pattern, plain in _SHORT:
            parts[number] = re.sub(pattern, plain, parts[number], flags=re.IGNORECASE)
    return "".join(parts)


def _one(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    for reader in _READERS:
        draft = Draft.of(world, salt, subject)
        try:
            told = reader(draft, text)
        except Several as several:
            some = [
                re.sub(re.escape(several.spoken), f"{several.spoken} {one}", text, count=1, flags=re.IGNORECASE)
                for one in several.where[:2]
            ]
            raise Meant(f"{several} Say for example: {', or: '.join(some)}.") from several
        except Meant:
            raise
        except Unsure:
            continue
        if told:
            known = {(one.lint, one.path) for one in check(world)}
            if not [one for one in check(draft.world) if (one.lint, one.path) not in known]:
                return draft, told
    return None
