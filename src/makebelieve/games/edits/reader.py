"""Reads an edit message: clauses, each into operations, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from makebelieve.games.edits import read_cast, read_rules, read_story
from makebelieve.games.edits.lexicon import IMPOSSIBLE, POSSIBLE, VAGUE
from makebelieve.games.edits.operations import Keep, Missed, Operation, Reading
from makebelieve.games.edits.read_rules import Clause, Read
from makebelieve.games.edits.targets import GROUP_NAMES, Cast
from makebelieve.games.edits.things import is_brand
from makebelieve.games.edits.wording import plain, sentence
from makebelieve.language.colors import COLOR_WORDS
from makebelieve.language.numerals import number
from makebelieve.language.words import known

Reader = Callable[[Clause], Read]

# The first that understands a clause has it; narrow readers come before wide ones.
READERS: Final[tuple[Reader, ...]] = (
    read_story.history,
    read_story.keep,
    read_story.kind,
    read_rules.levels,
    read_rules.boss,
    read_rules.time_limit,
    read_rules.lives_and_health,
    read_rules.difficulty,
    read_cast.behaving,
    read_cast.graded,
    read_cast.colored,
    read_cast.replaced,
    read_rules.movement,
    read_cast.amounts,
    read_story.palette,
    read_rules.abilities,
    read_story.surroundings,
    read_cast.added,
)

_ORDINALS: Final = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_LEVEL: Final = re.compile(
    r"(?P<prep>\b(?:in|on|of|at|for|to|from|during|inside|into) )?(?:the )?(?:very )?"
    r"(?:\blevel (?:number )?(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
    r"\b(?P<ord>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d+ (?:st|nd|rd|th)) level\b)(?P<poss> 's)?"
)
_CHANGES_COUNT: Final = re.compile(r"\b(?:remove|delete|drop|cut|get rid of|take out|skip|add|no|without|scrap|ditch)\b(?: the| a)? ?$")
# "get rid of level 3": the level is the thing removed, not the place of something else.
_REMOVAL: Final = re.compile(r"\b(?:get rid of|take out|throw out|throw away|cut out|erase|eliminate|delete)\b")
_COLOR: Final = "|".join(COLOR_WORDS)
_JOINED: Final = (
    (re.compile(rf"\b({_COLOR}) (?:and|,) ({_COLOR})\b"), r"\1 \2"),
    (re.compile(r"\b(back|up|jump|keys?) and (forth|down|run|doors?|locked doors?)\b"), r"\1 n \2"),
)
_SPLIT: Final = re.compile(
    r"\s*(?:[.;!?,:()]|\b(?:and|but|then|plus|while|also)\b)(?:\s*(?:[.;!?,:()]|\b(?:and|but|then|plus|also)\b))*\s*"
)
_QUESTION: Final = re.compile(
    r"^(?:how|what(?! if)|why|who|where|when|which|is it|are you|do you|does it|did you|can you (?:tell|explain|help)|what is|who is)"
    r"\b(?! about)"
)
_GREETING: Final = re.compile(
    r"^(?:(?:hello|hi|hey|thanks|thank you|ok|okay|yes|no|cool|great|nice|good|wow|lol|please|love it"
    r"|i love it|perfect|awesome|amazing|so much|very much|there)\b ?)+"
    r"(?:job|work|game|one)?$"
)


def read(message: str, config: dict[str, Any]) -> Reading:
    """Operations for `message` (1-1000 characters), given the game as it is, and what of the message led to nothing."""
    cast = Cast(config)
    operations, rest = read_story.names(message, cast)
    text = sentence(rest, cast.words)
    for pattern, instead in _JOINED:
        text = pattern.sub(instead, text)
    pieces = [p for p in _SPLIT.split(text) if p]
    missed: list[Missed] = []
    before: str | None = None
    topic: str | None = None
    for i, piece in enumerate(pieces):
        found = _understood(piece, cast, before, pieces[i + 1] if i + 1 < len(pieces) else None, topic)
        if found is None:
            if reason := _reason(piece, message, alone=len(pieces) == 1 and not operations):
                missed.append(Missed(piece, reason))
            continue
        read_as, wish = found
        operations.extend(op for op in wish if op not in operations)
        before = read_as
        topic = _topic(read_as, cast) or topic
    return Reading(tuple(_respecting_kept(operations)), tuple(missed))


def _understood(piece: str, cast: Cast, before: str | None, after: str | None, topic: str | None) -> tuple[str, list[Operation]] | None:
    """The clause as it was read (with what it borrows from its neighbours) and its operations."""
    if any(pattern.search(piece) for pattern, _ in IMPOSSIBLE) or is_brand(piece):
        return None
    for candidate in _readings(piece, before, after, topic):
        if (wish := interpret(candidate, cast)) is not None:
            return candidate, wish
    return None


def _readings(piece: str, before: str | None, after: str | None, topic: str | None) -> list[str]:
    """The clause itself, then with what it may leave out: a verb or a subject said before, an end said after, the thing a pronoun means."""
    candidates = [piece]
    if topic and re.search(r"\b(?:them|they|those|it|these)\b", piece):
        candidates.append(re.sub(r"\b(?:them|they|those|it|these)\b", topic, piece, count=1))
    if before:
        said = before.split()
        candidates.append(f"{said[0]} {piece}")
        candidates += [" ".join(said[:n]) + " " + piece for n in range(len(said) - 1, 1, -1)]
    if after:
        more = after.split()
        candidates += [f"{piece} " + " ".join(more[n:]) for n in range(len(more) - 1, 0, -1)]
    return candidates


def interpret(piece: str, cast: Cast) -> list[Operation] | None:
    """Operations of one clause, or None."""
    piece = _REMOVAL.sub("remove", piece)
    scoped, level = _level_of(piece, cast)
    strength = _strength(scoped)
    text = plain(_without_degree(scoped))
    if not text or (level is not None and level >= cast.levels):
        return None
    forms = [text, f"add {text}"] if re.match(r"(?:a|an|some|another)\b", text) else [text]
    for form in forms:
        clause = Clause(form, cast, level, strength)
        for reader in READERS:
            if wish := reader(clause):
                return wish
    return None


def _level_of(piece: str, cast: Cast) -> tuple[str, int | None]:
    """The clause without its mention of one level, and that level's index."""
    match = _LEVEL.search(piece)
    if match is None or _CHANGES_COUNT.search(piece[: match.start()]) or re.match(r"[a-z ]*\blevels\b", piece[match.end() :]):
        return re.sub(r"\b(?:in|on|for|of) (?:all|every|each)(?: of the)?(?: the)? levels?\b", "", piece), None
    if match["n"]:
        index = (number(match["n"]) or 1) - 1
    elif match["ord"] in ("last", "final"):
        index = cast.levels - 1
    elif match["ord"] in _ORDINALS:
        index = _ORDINALS.index(match["ord"])
    else:
        index = int(match["ord"].split()[0]) - 1
    return f"{piece[: match.start()]}{'' if match['prep'] else 'it'}{piece[match.end() :]}".strip(), index


def _strength(text: str) -> float:
    if re.search(r"\b(?:a (?:tiny |little )?bit|a little|slightly|somewhat|a tad|a touch|a few)\b", text):
        return 0.5
    if re.search(r"\b(?:way|much|a lot|lots|far|tons|loads|really|very|super|extremely|insanely|heaps|plenty|even)\b", text):
        return 2.0
    return 1.0


def _without_degree(text: str) -> str:
    text = re.sub(
        r"\ba (?:tiny |little )?bit (?:of )?(?=less|more|fewer|[a-z]+er\b|too)|\b(?:a little|slightly|somewhat"
        r"|a tad|a touch|even|just|simply|really|very|super|extremely) "
        r"(?=\w)|\b(?:way|much|far|a lot) (?=[a-z]+er\b|more|less|fewer|too|bigger)",
        "",
        text,
    )
    return re.sub(r" +", " ", text).strip()


def _topic(clause: str, cast: Cast) -> str | None:
    """The last thing a clause speaks of, for the pronouns that follow."""
    words = plain(clause).split()
    for n in range(len(words), 0, -1):
        word = words[n - 1]
        if word in cast.words or word in GROUP_NAMES:
            return word
    return None


def _respecting_kept(operations: list[Operation]) -> list[Operation]:
    kept = {op.target for op in operations if isinstance(op, Keep)}
    return [op for op in operations if isinstance(op, Keep) or getattr(op, "type", None) not in kept]


def _reason(piece: str, message: str, *, alone: bool) -> str | None:
    """Why a clause led to nothing; None for politeness beside other wishes."""
    for pattern, reason in IMPOSSIBLE:
        if pattern.search(piece):
            return reason
    if is_brand(piece):
        return "names of other people's games and characters are not used; describe the look instead"
    text = plain(piece)
    if not text or (_GREETING.match(piece) and not alone):
        return None
    if _QUESTION.match(piece):
        return f"questions are not answered here; a wish can be about: {POSSIBLE}"
    if VAGUE.fullmatch(text) or _GREETING.match(piece):
        return f"too vague to act on; a wish can be about: {POSSIBLE}"
    strange = [word for word in piece.split() if word.isalpha() and not known(word)]
    if strange:
        return f"unknown word{'s' if len(strange) > 1 else ''}: {', '.join(strange)}"
    return f"no change to the game follows from this; a wish can be about: {POSSIBLE}"
