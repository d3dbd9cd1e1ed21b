"""How a story is closed: each ending in which the deed succeeds says it as done, in the premise's own words."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.doctrine import LETHAL, NEGATION
from makebelieve.worlds.generation.brevity import say_once
from makebelieve.worlds.generation.builder import FRAMES, Builder
from makebelieve.worlds.generation.decisions import ways_of
from makebelieve.worlds.generation.deeds import theirs, yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, sentence
from makebelieve.worlds.generation.morphology import is_plural
from makebelieve.worlds.generation.points import points_of
from makebelieve.worlds.generation.pointwords import content
from makebelieve.worlds.generation.prose import BUTTON
from makebelieve.worlds.generation.verbs import gerund, participle

_LONG: Final = 16
"""Words of a deed that an ending says in full."""
_TELLING: Final = 4
"""Letters of a word that says too little of a deed."""
_WON: Final = re.compile(r"\b[Yy]ou have won(?=[.,:;])(?!, (?:and )?(?:you have|the))")
_SHOWN: Final = frozenset(("play", "perform", "sing", "dance", "train", "prepare", "practise", "recite", "act"))
"""What nobody wins by doing it."""
_HAS_WON: Final = re.compile(r"(?:(?<=^)|(?<=[.!?] ))You have won\. ?")
_BARE: Final = (
    (re.compile(r"\bhave done it\b(?! together)"), "have managed to {}"),
    (re.compile(r"(?<=[Yy]ou )did it(?=[.,])"), "managed to {}"),
)
"""What says that it is done and not what."""

_WILL: Final = re.compile(r",? (?:that|which) (?:will|would|is (?:going|meant|supposed) to) .*$")


def shorten_told(told: dict[str, str], draft: WorldDraft, pronoun: str, *, plural: bool) -> None:
    """Let the narration call the goal by a short name, and keep how the endings say the deed ("done": in full, without what it is for), and what is
    left of it to do once all is ready ("last_deed")."""
    short = told["whole_deed"]
    _ask_in_full(told, draft, pronoun)
    done = _alone(told["whole_deed"], draft, pronoun)
    say_once(told, plural=plural)
    told["done"] = done if len(done.split()) <= _LONG else told["deed"]
    told["last_deed"] = last_of(told["whole_deed"] if len(told["whole_deed"]) <= BUTTON else short)
    told["Last_deed"] = capital(told["last_deed"])


_IS_ASKED: Final = re.compile(r"^(?:persuade|convince|ask|beg|urge|talk|help) ")
_ASKED: Final = re.compile(r"^(?:persuade|convince|ask|beg|urge|talk|help) (?!.* to )")


def _ask_in_full(told: dict[str, str], draft: WorldDraft, pronoun: str) -> None:
    """Say what somebody is asked to do where more is said of them in between: "persuade my brothers, who have not spoken in years, to keep the bakery open"."""
    kept = next((point for point in points_of(draft, pronoun) if point.kind == "kept"), None)
    for name in ("whole_deed", "all_deeds"):
        if kept is not None and _ASKED.match(told[name]) and " from " not in kept.words["x"]:
            told[name] = f"{told[name]} {kept.words['x']}"
            told[capital(name)] = capital(told[name])


def _alone(deed: str, draft: WorldDraft, pronoun: str) -> str:
    """A deed that is said to the player without what it is for, where its endings answer that."""
    for point in points_of(draft, pronoun):
        if point.kind in ("kept", "purpose") and not _IS_ASKED.match(deed):
            deed = deed.removesuffix(f" {'' if point.kind == 'kept' else 'to '}{yours(point.words['x'], pronoun)}")
        if point.kind == "kept":
            deed = re.sub(r" to keep (?:it|them) [a-z ]+$", "", deed)
        if point.kind == "will":
            deed = _WILL.sub("", deed)
    return deed


_LEARNER: Final = re.compile(
    r"^(?:teach|train|coach) (?P<who>(?:the|an?|your|his|her|their|its) (?:[\w'’-]+ ){0,3}?[\w'’-]+) (?:how )?to (?P<what>[a-z]+\b.*)$"
)
_READIED: Final = re.compile(
    r"^(?:train|prepare|coach|ready|groom|get) (?P<who>(?:the|an?|your|his|her|their|its) (?:[\w'’-]+ )+?)(?:ready )?for (?:the|an?|your|his|her|their|its) "
)
_ONE: Final = re.compile(r"^an? ")


def last_of(deed: str) -> str:
    """The last thing still to be done of a deed whose work comes before it: who was taught something does it, and who was trained shows it."""
    if (learner := _LEARNER.match(deed)) is not None:
        return f"let {_ONE.sub('the ', learner['who'])} {learner['what']}"
    if (readied := _READIED.match(deed)) is not None:
        who = _ONE.sub("the ", readied["who"].strip())
        return f"see whether {who} {'are' if is_plural(who) else 'is'} ready"
    return deed


_UNSEEN: Final = frozenset(
    ("forgive", "learn", "decide", "remember", "overcome", "prove", "become", "forget", "choose", "survive", "keep", "find", "know", "believe", "win", "have", "be",
     "solve", "escape", "reach", "get", "lose", "want", "try", "discover", "explore", "understand", "earn", "save", "protect", "prevent", "avoid", "help")
)  # fmt: skip
"""Verbs of deeds that no camera sees while they are done."""
_MOST: Final = 10
"""Words of a deed that a picture shows."""


def show_deed(builder: Builder, draft: WorldDraft) -> None:
    """Show the deed in the premise's own words where none of the pictures of the last act shows what it is done to."""
    goal, scenery = draft.goal, builder.scenery
    head = (goal.object or "").split()[-1:] or [""]
    if not goal.stated or not goal.deed or not head[0] or builder.arriving or goal.deed.split()[0] in _UNSEEN:
        return
    doing = theirs(_alone(goal.deed, draft, scenery.player.pronoun), scenery.player.pronoun)
    verb, _, rest = doing.partition(" ")
    doing = f"{gerund(verb)} {rest}"
    if len(doing.split()) > _MOST or NEGATION.search(doing) or LETHAL.search(doing) or lemma(verb, "verb") not in (verb, None):
        return
    noun = lemma(head[0], "noun") or head[0]
    for event in builder.events:
        pictures = event.get("phases") or []
        if "done" not in event.get("grants", ()) or len(pictures) < 2 or any(noun.lower() in one["base"].lower() for one in pictures):
            continue
        said = sentence(scenery.pixels("{P} <P:is|are> {doing}", doing=doing))
        pictures[1]["base"] = f"{said} {pictures[1]['base']}"


def say_done(builder: Builder, draft: WorldDraft) -> None:
    """Say the deed in each winning ending that names neither it nor what it is done to."""
    goal, told = draft.goal, builder.scenery.told
    done = told.get("done", "")
    if not goal.stated or not goal.deed or not done or done == "do it" or goal.purpose == "solve" or ways_of(done) is not None:
        return  # an answer, or what was decided, is told as such
    for state in builder.states.values():
        if state.get("ending", {}).get("kind") != "win":
            continue
        state["narration"] = state["ending"]["subtitle"] = _with_deed(state["narration"], done, goal.object or "", builder)


_SAID_ANYWAY: Final = frozenset(("you", "have", "has", "had", "is", "are", "it", "they", "done", "now", "at", "last"))
"""Words of a sentence that says no more than that it is done."""


def _with_deed(text: str, done: str, thing: str, builder: Builder) -> str:
    for bare, full in _BARE:
        text = bare.sub(full.format(done.replace("\\", r"\\")), text, count=1)  # a premise may hold a backslash
    verb, _, rest = done.partition(" ")
    if verb in _SHOWN:
        text = _HAS_WON.sub("", text)
    if verb == "win" and rest:
        text = _WON.sub(lambda match: f"{match[0]} {rest}", text, count=1)
    if done.lower() in text.lower() or is_named(done, thing, text):
        return text
    frame = builder.chance.fresh(FRAMES["You have managed to {deed}."], "You have managed to {deed}.")
    if frame.startswith("In the end") and "n the end" in text:
        frame = "You have managed to {deed}."
    same = _SAID_ANYWAY | {participle(verb), *done.lower().split()}
    first, _, rest = text.partition(". ")
    clause, _, further = first.partition(", and ")
    if set(clause.lower().rstrip(".").split()) <= same and (
        further or rest
    ):  # "You have said goodbye", "It is put right, and …": that has just been said
        text = f"{capital(further)}. {rest}".strip() if further and rest else capital(further) or rest
    return f"{frame.replace('{deed}', done)} {text}"


def is_named(done: str, thing: str, text: str) -> bool:
    """Whether an ending names what the deed is done to and most of what else the deed names, or where it is done to nothing, what is done."""
    head = thing.split()[-1].lower() if thing else ""
    said = content(text) | set(re.findall(r"[a-z']+", text.lower()))
    if not head or head not in done.lower():
        telling = {word for word in re.findall(r"[a-z]+", done.lower()) if len(word) > _TELLING}
        return sum(word in said or (lemma(word, "verb") or word) in said for word in telling) >= min(2, len(telling))
    if head not in said and (lemma(head, "noun") or head) not in said:
        return False
    nouns = {token.lemma for token in tag(tokenise(done)) if token.tag in ("N", "NS")}
    return not nouns or sum(noun in said for noun in nouns) > len(nouns) * _MOST_NAMED


_MOST_NAMED: Final = 0.5
