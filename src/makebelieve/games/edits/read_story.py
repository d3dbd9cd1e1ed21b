"""Readers of wishes about everything around the rules: history, names, kind of game, place, time, mood, colours of it all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from makebelieve.games.edits.colors import PALETTES, palette_named
from makebelieve.games.edits.lexicon import BIOME_PHRASES, KIND_PHRASES, MOOD_PHRASES, SCENE_WORDS, TIME_PHRASES
from makebelieve.games.edits.operations import History, Keep, Operation, RenameEntity, Retitle, SetKind, SetTheme
from makebelieve.games.edits.read_rules import Clause, Read
from makebelieve.games.edits.targets import Cast
from makebelieve.language.colors import COLOR_WORDS as COLORS
from makebelieve.language.numerals import number
from makebelieve.language.settings import BIOME_OF, MOOD_OF, STRONG_MOODS, TIME_OF
from makebelieve.language.words import lemma

_QUOTED: Final = r"[\"“”„«»'‘’](?P<quoted>[^\"“”„«»]{1,128}?)[\"“”„«»'‘’]"
_TITLE: Final = re.compile(
    r"(?:\b(?:re)?name (?:the game|it|this|this game)(?: to| as)?|\b(?:re)?title (?:the game|it|this)?"
    r"(?: to| as)?|\bcall (?:it|the game|this game|this)|"
    r"\b(?:change|set) (?:the |its )?(?:title|name)(?: of (?:the|this) game)? to|\b(?:the |its )?(?:title"
    r"|name)(?: of (?:the|this) game)? (?:should be|is|=|:)|"
    r"\b(?:a )?new (?:title|name):?)\s+(?:" + _QUOTED + r"|(?P<bare>[^.,;!?\n]{1,128}))",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\b(?:rename|call|name)\s+(?:the\s+|my\s+)?(?P<who>[\w ]{2,30}?)\s+(?:to\s+|as\s+|into\s+)?(?:"
    + _QUOTED
    + r"|(?P<bare>[A-Z][^.,;!?\n]{0,60}))"
)


def names(message: str, cast: Cast) -> tuple[list[Operation], str]:
    """Titles and names given in the message, read from its own letters; and the message without them."""
    found: list[Operation] = []
    if match := _TITLE.search(message):
        title = (match["quoted"] or match["bare"]).strip().strip("\"'“”")
        found.append(Retitle(title))
        return found, f"{message[: match.start()]} . {message[match.end() :]}"
    if match := _NAMED.search(message):
        target = cast.find(match["who"].lower())
        if target is not None and len(target.types) == 1:
            name = (match["quoted"] or match["bare"]).strip()
            found.append(RenameEntity(target.types[0], name))
            return found, f"{message[: match.start()]} . {message[match.end() :]}"
    return found, message


def history(clause: Clause) -> Read:
    """Undo, redo, back to a version."""
    text = clause.text
    if found := re.search(r"\b(?:go back|back|restore|revert|return|roll ?back|load)(?: to)?(?: the)? (?:version|v|revision) ?(\w+)", text):
        version = number(found[1])
        return [History("version", version=version)] if version else None
    if re.search(
        r"\b(?:go back|back|restore|revert|return|reset)(?: it| everything)?(?: to)? (?:the )?(?:first|original"
        r"|initial|very first|start|beginning)\b",
        text,
    ) or re.fullmatch(r"(?:start over|reset(?: it| everything| the game)?|undo (?:everything|it all|all(?: of it| changes)?))", text):
        return [History("version", version=1)]
    if found := re.fullmatch(
        r"(?:undo|revert|take back|roll ?back|reverse)(?: (?:the|my))?(?: last)? (\w+) (?:changes|edits|steps"
        r"|times)|(?:go back|undo) (\w+) (?:steps?|times?|changes?|versions?)",
        text,
    ):
        steps = number(found[1] or found[2])
        return [History("undo", steps=steps)] if steps else None
    if re.fullmatch(
        r"(?:undo|revert|take (?:that|it) back|take back|roll ?back|reverse|cancel|go back)(?: (?:that|this"
        r"|it|the last|my last|last|the previous|what you did|again))?(?: (?:change|edit|step|one|thing))?",
        text,
    ):
        return [History("undo")]
    if re.search(r"\b(?:the way it was|like (?:it was )?before|previous version|back as it was|prior version)\b", text):
        return [History("undo")]
    if re.fullmatch(
        r"redo(?: (?:that|this|it|the last))?(?: (?:change|edit|step|one))?|undo the undo|(?:do|apply) (?:that|it) again", text
    ):
        return [History("redo")]
    return None


def keep(clause: Clause) -> Read:
    """What is not to be touched."""
    text = clause.text
    if found := re.fullmatch(r"(?:do not|not|never) (?:change|touch|alter|remove|modify|mess with)(?: the| my| any of the)? (.+)", text):
        return _kept(found[1], clause.cast)
    if found := re.fullmatch(
        r"(?:keep|leave)(?: the| my| all the)? (.+?)(?: as (?:it is|they are|is|before)| alone| the same| unchanged| like that)?", text
    ):
        return _kept(found[1], clause.cast)
    if found := re.fullmatch(
        r"(?:but )?not (?:be )?(?:too )?(longer|shorter|harder|easier|faster|slower|bigger|smaller|more|fewer)(?: .*)?", text
    ):
        name = {"longer": "length", "shorter": "length", "harder": "difficulty", "easier": "difficulty"}.get(found[1], found[1])
        return [Keep(name)]
    return None


def _kept(phrase: str, cast: Cast) -> list[Operation]:
    target = cast.find(phrase)
    return [Keep(t) for t in target.types] if target and target.types else [Keep(phrase)]


_KINDS: Final = "|".join(sorted((re.escape(p) for p in KIND_PHRASES), key=len, reverse=True))


def kind(clause: Clause) -> Read:
    """Another kind of game."""
    text = re.sub(r"^(?:can|could|should) (?:this|it|the game) be(?:come)? ", "be ", clause.text)
    found = re.fullmatch(
        rf"(?:(?:make|turn|change|convert|transform|switch|be|become|more like|like|remake)\b ?)(?:it |this"
        rf" |the game |game |genre |the genre |the kind |kind )*"
        rf"(?:to |into |as |be |like |more like )*(?:a |an |the )?({_KINDS})(?: (?:game|style|like|adventure|shooter))*(?: instead)?",
        text,
    ) or re.fullmatch(rf"(?:a |an )?({_KINDS})(?: game)?(?: instead| please)", text)
    return [SetKind(KIND_PHRASES[found[1]])] if found else None


def surroundings(clause: Clause) -> Read:
    """Place, time of day, mood: only when the clause says little else, so that "add a night owl" is no sunset."""
    text = clause.text
    if re.match(r"(?:add|no|remove|replace|more|fewer)\b", text) and not re.search(
        r"\b(?:mood|atmosphere|vibe|setting|theme|background)\b", text
    ):
        return None
    operations: list[Operation] = []
    rest = text
    for field, phrases, single in (
        ("time_of_day", TIME_PHRASES, TIME_OF),
        ("biome", BIOME_PHRASES, {w: b for w, (b, weight) in BIOME_OF.items() if weight >= 1}),
        ("mood", MOOD_PHRASES, {w: m for w, m in MOOD_OF.items() if w in STRONG_MOODS}),
    ):
        hit = _longest(rest, phrases) or _single(rest, single)
        if hit:
            word, value = hit
            operations.append(SetTheme(field, value))  # type: ignore[arg-type]  # the three literal names above
            if field == "biome" and value not in word.split():
                operations.append(SetTheme("place", _place(rest, word)))
            rest = re.sub(rf"\b{re.escape(word)}\b", " ", rest, count=1)
    leftover = [w for w in rest.split() if w not in SCENE_WORDS]
    # A place may bring one word of its own ("a crystal cave"); a time or a mood may not.
    named_place = any(isinstance(op, SetTheme) and op.field == "place" for op in operations)
    return operations if operations and len(leftover) <= named_place else None


def _place(text: str, word: str) -> str:
    found = re.search(rf"\b(?:in|on|at|into|to|inside|a|an|the) ((?:[a-z]+ )?{re.escape(word)}(?: [a-z]+)?)$", text)
    return re.sub(r"^(?:a|an|the) ", "", found[1]) if found else word


def _longest(text: str, phrases: Mapping[str, str]) -> tuple[str, str] | None:
    hits = [p for p in phrases if re.search(rf"\b{re.escape(p)}\b", text)]
    return (best := max(hits, key=len), phrases[best]) if hits else None


def _single(text: str, words: Mapping[str, str]) -> tuple[str, str] | None:
    for word in text.split():
        if word in SCENE_WORDS:
            continue
        if word in words:
            return word, words[word]
        base = lemma(word, "noun") or word
        if base in words:
            return word, words[base]
    return None


def palette(clause: Clause) -> Read:
    """Colours of the whole game."""
    text = clause.text
    words = text.split()
    if not re.search(r"\b(?:palette|color scheme|colors?|tones?|hues?|shades?)\b", text) and not any(w in PALETTES for w in words):
        return None
    wide = re.search(r"\b(?:palette|color scheme|scheme|tones?|everything|the game|overall|background|whole|all)\b", text) or re.fullmatch(
        r"(?:use |make it |more |give me |with )*(?:\w+ ){1,3}color", text
    )
    if not wide and not (re.match(r"(?:make )?(?:it|everything|this) ", text) and any(w in PALETTES for w in words)):
        return None
    if any(clause.cast.find(w) for w in words if w not in COLORS and w not in PALETTES and w not in ("it", "item", "i", "me")):
        return None
    colors = palette_named(words)
    return [SetTheme("palette", colors)] if colors else None
