"""Roles a prompt hands out by name: "my hero is a samurai", "enemies: bats and ghosts", "the wolf is the danger"."""

from __future__ import annotations

from typing import Final, Literal

from makebelieve.language import lexicon
from makebelieve.language.grammar import Phrase
from makebelieve.language.reading import Reading
from makebelieve.language.things import animacy

Role = Literal["hero", "enemy", "collectible", "hazard"]

_ROLES: Final[tuple[Role, ...]] = ("hero", "enemy", "collectible", "hazard")
_ROLE_OF: Final[dict[str, Role]] = {noun: role for role in _ROLES for noun in lexicon.read("roles")[f"label.{role}"]}
_HOSTILE_STATE: Final = frozenset(lexicon.read("roles")["hostile-state"])
_BE: Final = frozenset(("is", "are", "be", "was", "were", "being", "include", "includes"))
_NAMING: Final = _BE | {":", "(", "like", "such"}
# What people say they are when they ask for a game.
_AUTHORS: Final = frozenset(
    (
        "teacher",
        "parent",
        "mother",
        "father",
        "mom",
        "dad",
        "student",
        "kid",
        "beginner",
        "fan",
        "developer",
        "designer",
        "artist",
        "person",
    )
)
_LIST: Final = frozenset((",", "and", "or", "&", "a", "an", "the", "some", "n", "plus"))


def _role(phrase: Phrase) -> Role | None:
    """The role a phrase is the name of: "the enemies", "my main character", "hero car"."""
    role = _ROLE_OF.get(phrase.noun)
    if role is None and phrase.modifiers and phrase.modifiers[0].lemma in ("hero", "player") and animacy(phrase.noun) >= 0.5:
        return "hero"
    if role is None and phrase.noun in ("guy", "one", "people") and any(token.word in ("bad", "evil") for token in phrase.modifiers):
        return "enemy"
    return role


def _next(reading: Reading, at: int) -> Phrase | None:
    return next((phrase for phrase in reading.phrases if phrase.start <= at < phrase.end), None)


def stated_roles(reading: Reading) -> tuple[dict[int, Role], set[int]]:
    """Token positions of head nouns with the roles stated for them, and of the words that only named a role."""
    roles: dict[int, Role] = {}
    spent: set[int] = set()
    tokens = reading.tokens
    for phrase in reading.phrases:
        role = _role(phrase)
        if role is None or phrase.head.index in reading.negated or phrase.head.index in roles:
            continue
        named = _named_after(reading, phrase)
        if named:
            for one in named:
                roles[one.head.index] = role
            spent.add(phrase.head.index)
            continue
        # "a wolf is the danger", "slimes as enemies", "a rabbit as the hero"
        before = phrase.start - 1
        while before >= 0 and tokens[before].tag in ("D", "R"):
            before -= 1
        if before > 0 and tokens[before].word in ("is", "are", "as") and animacy(phrase.noun) <= 1.0:
            owner = _next(reading, before - 1)
            if owner is not None and _role(owner) is None and (role != "hazard" or animacy(owner.noun) > 0.6):
                roles[owner.head.index] = "enemy" if role == "hazard" else role
                spent.add(phrase.head.index)
    for phrase in reading.phrases:
        if phrase.head.index not in roles and _is_the_player(reading, phrase):
            roles[phrase.head.index] = "hero"
    for phrase in reading.phrases:
        if phrase.head.index not in roles and _in_hostile_state(reading, phrase):
            roles[phrase.head.index] = "enemy" if animacy(phrase.noun) > 0.5 else "hazard"
    return roles, spent


def _is_the_player(reading: Reading, phrase: Phrase) -> bool:
    """ "i am a goose", "you are the last dragon"; not what somebody says of themselves: "i am a teacher and want ..."."""
    tokens, start = reading.tokens, phrase.start
    words = [token.word for token in tokens[max(0, start - 3) : start]]
    while words and (words[-1] in ("a", "an", "the", "my", "just", "only") or tokens[start - 1].tag == "D"):
        words.pop()
        start -= 1
    said = words[-2:] in (["i", "am"], ["you", "are"], ["we", "are"], ["u", "are"], ["u", "r"]) or words[-1:] in (["i'm"], ["im"])
    if not said or phrase.preposition is not None or phrase.head.index in reading.negated:
        return False
    goes_on = tokens[phrase.end].word if phrase.end < len(tokens) else ""
    return not (
        words[-2:-1] != ["you"] and phrase.noun in _AUTHORS and goes_on in ("and", "who", "looking", "making", "of", "but", ".", ",")
    )


def _named_after(reading: Reading, label: Phrase) -> list[Phrase]:
    """The phrases a label introduces: the one after "is", "are", ":" and the rest of its list."""
    tokens = reading.tokens
    at = label.end
    if at >= len(tokens):
        return []
    link = tokens[at].word
    if link in _NAMING:
        at += 1
    elif _next(reading, at) is not None and not label.plural:
        thing = _next(reading, at)  # "hero car: an old milk van"
        assert thing is not None
        at = thing.end
        if at >= len(tokens) or tokens[at].word not in _NAMING:
            return [thing] if label.noun in ("hero", "heroine") and thing.start == label.end else []
        at += 1
    elif not (label.plural and tokens[at].tag in ("N", "NS", "A")):  # "enemies soldiers"
        return []
    while (at < len(tokens) and tokens[at].tag == "R") or (at < len(tokens) and tokens[at].word in ("as", "called", "named", ":", "other")):
        at += 1
    found: list[Phrase] = []
    phrase = _next(reading, at)
    while phrase is not None and phrase.noun not in _ROLE_OF and phrase.preposition in (None, "like", "as", "with"):
        found.append(phrase)
        at = phrase.end
        if not label.plural and found and link not in ("are", ":"):
            break
        while at < len(tokens) and tokens[at].word in _LIST:
            at += 1
        phrase = _next(reading, at) if at > phrase.end else None
    return found


def _in_hostile_state(reading: Reading, phrase: Phrase) -> bool:
    """Whether the prompt says they are dangerous, angry, after you: "bees are angry"."""
    after = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    if after[:1] and after[0] in ("overhead", "behind", "after", "everywhere") and animacy(phrase.noun) > 0.6:
        if after[1:] and after[1] in ("you", "me", "him", "her", "us"):
            return True  # "giant behind you"
        return after[0] in ("overhead", "everywhere") and phrase.plural
    following = [token for token in reading.tokens[phrase.end : phrase.end + 5] if token.tag != "R" and token.word not in ("which", "that")]
    if len(following) < 2 or following[0].word not in ("is", "are", "get", "gets") or phrase.head.index in reading.negated:
        return False
    return following[1].word in _HOSTILE_STATE or (
        following[1].word in ("after", "against") and len(following) > 2 and following[2].word in ("you", "me", "him", "her", "us")
    )
