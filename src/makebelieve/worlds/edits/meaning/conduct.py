"""What somebody says, knows and is like: told in their talk, seen where they stand."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning.saying import fitted, told, unquoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.wishes import conversations, demeanour, identities, knowledge, needs, talks, whereabouts
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article

Event = dict[str, Any]
_NO_MANNER: Final = frozenset(["there", "here", "dead", "gone", "alone", "open", "locked", "called", "alive", "able", "ready", "next", "one", "it", "needed", "after", "before", "in", "on", "at", "out", "up", "down", "away", "back", "home", "first", "last", "over", "done", "found", "seen", "said", "met", "behind", "near", "hidden", "optional", "removed", "deleted", "married", "pregnant", "twins", "two", "three"])  # fmt: skip
_QUIET: Final = {"say less": "quiet", "talk less": "quiet", "speak less": "quiet", "be less talkative": "quiet", "talk more": "talkative", "say more": "talkative", "speak more": "talkative", "smile more": "friendly", "laugh more": "cheerful", "complain less": "cheerful"}  # fmt: skip


def says(draft: Draft, thing: Thing, line: str) -> str | None:
    return talks.says(draft, fitted(t=thing.name, v=f'"{unquoted(line)}"'))


def _here(draft: Draft, thing: Thing) -> str | None:
    return next((key for key in whereabouts.seen_at(draft, thing) if "ending" not in draft.states[key]), None)


def secretly(draft: Draft, thing: Thing, value: str) -> str | None:
    """What somebody is and hides: told when asked, seen by nobody."""
    what = value if re.match(r"(?:the|an?|[\w ]+?['’]s?) ", value) else article(value)
    if thing.kind != "person":
        return None
    event = conversations.talk_begun(draft, thing)
    event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} Secretly {what}, and careful to hide it."
    line = sentence(f"{capital(thing.name)} is {what}, though hardly anybody knows")
    event["terminal"].setdefault("facts", []).append({"text": line})
    draft.subject = thing
    return f"{capital(thing.name)} is now secretly {what}; whoever asks may learn it"


def knows(draft: Draft, thing: Thing, fact: str) -> str | None:
    return knowledge.knows(draft, fitted(t=thing.name, v=re.sub(r"^that ", "", fact)))


def pretends(draft: Draft, thing: Thing, verb: str, what: str) -> str | None:
    return demeanour.pretends(draft, fitted(t=thing.name, verb=verb, v=what))


def mannered(draft: Draft, thing: Thing, manner: str) -> str | None:
    """Somebody is friendly, grumpy, less shy: heard in how they greet, seen in how they stand."""
    plain = re.sub(
        r"^(?:more |not so |too |a bit |a lot |much |rather |really |very )+",
        lambda one: "less " if "not so" in one[0] or "too" in one[0] else "",
        manner,
    )
    some = re.split(r",? (?:and|but) |, ", re.sub(r"\b(?:more|less|very|really) ", "", plain))
    if set(plain.split()) & _NO_MANNER or not all(
        lemma(one, "adjective") or re.search(r"(?:y|ed|ful|ous|ish|ic|ive|less|ing)$", one) for one in some
    ):
        return None
    return demeanour.is_like(draft, fitted(t=thing.name, v=f"be {plain}")) or identities.of_a_kind(draft, thing, plain)


def state(draft: Draft, thing: Thing, deed: str) -> str | None:
    """What somebody is besides their manner: "be afraid of the dragon", "be deaf": seen where they stand, known in their talk."""
    key = _here(draft, thing)
    if key is None or len(deed.split()) > 12:
        return None
    line = told(thing.name, deed)
    draft.builder.feature(key, sentence(capital(pictorial(line))))
    event = conversations.talk_with(draft, thing)
    if event is not None:
        event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} {sentence(capital(line))}"
    draft.subject = thing
    return f"{capital(told(thing.name, _now(deed)))}"


def _now(deed: str) -> str:
    head, _, rest = deed.partition(" ")
    return f"{head} now {rest}" if head in ("be", "have") else deed


def does(draft: Draft, thing: Thing, deed: str, place: Thing | None) -> str | None:
    """Somebody is seen doing something where they stand."""
    said = re.sub(
        r",? (?:(?:when|while|as soon as|whenever) (?:you|the player|one|we) .+|all day(?: long)?|all the time|the whole time|all along)$",
        "",
        deed,
    )
    head = said.split()[0].lower()
    if (
        lemma(head, "verb") != head
        or head in _NOT_SEEN
        or len(said.split()) > 12
        or re.search(r" (?:if|unless|until|after|once|before) ", said)
    ):
        return None
    key = _here(draft, thing)
    if place is not None and place.kind == "place":
        key = place.id
    if key is None:
        return None
    player = draft.builder.scenery.seen["P"]
    line = told(thing.name, re.sub(r"\b(?:you|the player|me|us)\b", player, re.sub(r"\b(?:your|my)\b", f"{player}'s", said)))
    draft.builder.feature(key, sentence(capital(pictorial(line))))
    draft.subject = thing
    return f"{capital(told(thing.name, said))} now, {at(draft, key)}"


_NOT_SEEN: Final = frozenset(["be", "have", "become", "give", "offer", "lend", "sell", "live", "stand", "stay", "know", "say", "tell", "need", "leave", "die", "disappear", "appear", "open", "lead", "look", "feel", "seem", "win", "lose", "join", "follow", "start", "get", "find", "like", "talk", "speak", "answer", "lock", "let", "make", "mean", "do", "own", "hear", "believe", "think", "forget", "understand"])  # fmt: skip
"""Verbs of what no picture shows, or what changes the story."""


def looks_like(draft: Draft, thing: Thing, deed: str) -> str | None:
    """What one sees of somebody: told where they stand."""
    key = _here(draft, thing)
    if key is None or re.search(r"\b(?:name|job|idea|way|key|to do)\b", deed):
        return None
    draft.builder.feature(key, sentence(capital(pictorial(told(thing.name, deed)))))
    draft.subject = thing
    return f"{capital(told(thing.name, deed))} now, as one sees {at(draft, key)}"


def speaks(draft: Draft, thing: Thing, how: str, verb: str = "") -> str | None:
    """A way of talking: "only whisper", "in rhymes"."""
    if verb:
        event = conversations.talk_begun(draft, thing)
        many = naming.many(thing.name)
        manner = told(thing.name, verb)
        conversations.put_manner(event, thing, f"{capital(verb if many else told('x', verb)[2:])} every answer, whatever is asked.")
        event["terminal"]["greeting"] = event["narration"] = sentence(
            capital(
                told(
                    thing.name, f"{verb} something, and waits for a question" if not many else f"{verb} something, and wait for a question"
                )
            )
        )
        draft.subject = thing
        return f"{capital(manner)} every answer now"
    return demeanour.speaks(draft, fitted(t=thing.name, how=how))


def longs(draft: Draft, thing: Thing, deed: str) -> str | None:
    """What somebody wants, fears, loves: whoever talks to them learns it."""
    event = conversations.talk_begun(draft, thing)
    line = sentence(capital(told(thing.name, deed)))
    event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} {line}"
    event["terminal"].setdefault("facts", []).append({"text": line})
    draft.subject = thing
    if deed.startswith("have "):
        return f"{capital(told(thing.name, deed))}; whoever asks may learn it"
    return f"{capital(told(thing.name, deed))} now, and says so when asked"


def related(draft: Draft, things: list[Thing], deed: str) -> str | None:
    """Two people are married, friends, enemies: both tell it."""
    both = naming.listed([one.name for one in things])
    line = sentence(capital(told(both, deed, many=True)))
    asked = []
    for one in things:
        if one.kind == "person":
            event = conversations.talk_begun(draft, one)
            event["terminal"].setdefault("facts", []).append({"text": line})
            event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} {line}"
            asked.append(one.name)
    if not asked:
        return None
    draft.subject = None
    return f"{line.rstrip('.')}{'' if deed.startswith('have been') else ' now'}; whoever asks {naming.listed(asked, 'or')} may learn it"


def opens(draft: Draft, thing: Thing, place: Thing) -> str | None:
    """Somebody lets the player into a place: it opens after a talk with them."""
    return needs.after_talk(draft, fitted(t=place.name, who=thing.name))


def unclear(draft: Draft, thing: Thing, asked: str) -> str | None:
    raise Meant(f"{asked} Say for example: {thing.name} should know that the bell rings at midnight.")


_UNSEEN: Final = re.compile(
    r"(?:have|get|face|solve) (?:\w+ ){0,4}?(?:puzzles?|riddles?|challenges?|quests?|missions?|tasks?|problems?|levels?|adventures?|story|stories|plots?|choices?|options?|endings?|twists?|difficulty)\b",
    re.IGNORECASE,
)
"""What one has and nobody sees."""


def player_seen(draft: Draft, deed: str) -> str | None:
    """What one sees of the player, told where the story starts."""
    key = draft.world["entrance"]["state"]
    scenery = draft.builder.scenery
    who, many = scenery.seen["P"], "P" in scenery.plurals
    bare = re.sub(r" (?:at all times|all the time|always|everywhere|throughout.*|from the (?:start|beginning))$", "", deed)
    if len(bare.split()) > 14 or re.match(r"(?:do|have to|be able)\b", bare) or _UNSEEN.match(bare):
        return None
    draft.builder.feature(key, sentence(capital(pictorial(told(who, bare, many=many)))))
    return f"{capital(told(who, bare, many=many))} now, as one sees {at(draft, key)}"
