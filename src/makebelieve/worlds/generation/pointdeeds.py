"""What a premise says of its deed besides the deed: what it is for, what comes after it, whose the object is and who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.answering import outcomes
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Goal, WorldDraft
from makebelieve.worlds.generation.morphology import PRONOUNS, is_plural, plural_verb
from makebelieve.worlds.generation.pointwords import END, Point, content, is_noun, whole

_KIN: Final = (
    r"(?:(?:late|dead|own|lost|old|little|big|younger|older|elder|twin|great|missing|sick|poor|best|dear|only|first) )*"
    r"(?:(?:grand|step|great-grand|god)?(?:mother|father|son|daughter|ma|pa|child|children|parents)|grandad|granny|gran|mum|mom|dad|sister|brother|twin"
    r"|aunt|uncle|cousin|niece|nephew|wife|husband|friend|teacher|mentor|coach|master|captain|family|village|sisters|brothers|friends)"
)
_DONE_FIRST: Final = frozenset(("find", "rescue", "solve", "steal", "restore", "deliver", "reach", "escape"))
"""Purposes of deeds that are no taking part in anything."""


def points_of_deed(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What the deed is for, what comes after it, and what it is to be in time for."""
    goal, premise, deed = draft.goal, draft.premise, draft.goal.deed or ""
    if not goal.stated or not deed:
        return
    made = {
        "second": _second(draft, deed),
        "purpose": _purpose(draft, deed),
        "enabling": "",
        "reason": _reason(draft, deed, pronoun),
        "event": _event(premise, deed) if goal.purpose in _DONE_FIRST else "",
    }
    if made["second"].partition(" ")[0] in _LATER:
        made["purpose"], made["second"] = made["purpose"] or made["second"], ""
    if (match := re.search(_UNDONE, premise)) is not None and match[4] in _FIRSTS:
        thing = f"the {match[1]}"
        made["unmatched"] = f"{match[2]}{match[4]} {thing}{match[5] or ''}".replace("  ", " ")
    made["enabling"] = _enabling(draft, pronoun)
    form = rf"\bso (?:that )?(?:{PRONOUNS[pronoun][0]}|I|we) (?:can|could) ([^.,;!?]+)"
    if (match := re.search(form, premise)) is not None and _alone(draft, pronoun, match.start()):
        made["purpose"] = made["purpose"] or whole(match[1])
    yield from outcomes(draft, pronoun)
    yield from (Point(kind, _words(kind, _named(goal, said)), lasts=kind != "reason") for kind, said in made.items() if said)


def _words(kind: str, said: str) -> dict[str, str]:
    """The words of a point, and how it is with it where the deed fails."""
    if kind == "enabling":
        now = f"now {said}" if " can " in said else said
        return {"x": said, "now": now} | (
            {"unsaid": f"now {said.replace(' can ', ' cannot ', 1)}"}
            if " can " in said and not said.startswith(("nobody", "no one"))
            else {}
        )
    if kind != "purpose":
        return {"x": said}
    verb, _, rest = said.partition(" ")
    saved = f"{rest} {'are' if is_plural(rest) else 'is'} saved" if verb in ("save", "rescue") and is_noun(rest) else ""
    return {"x": said, "now": saved or f"now you can {said}"} | ({"unsaid": f"now you cannot {said}"} if verb not in _LATER else {})


def _enabling(draft: WorldDraft, pronoun: str) -> str:
    """What others can do, or what then is, once it is done: "so that her grandson can hear it", "so that the prisoner lives"."""
    goal = draft.goal
    match = re.search(
        r"\bso (?:that )?((?:her|his|their|my|our|the|an?|every(?:one|body)|nobody|people|[A-Z][a-z]+)\b[^.,;!?]*? (?:can|could) [^.,;!?]+)",
        draft.premise,
    )
    if match is not None:
        return whole(match[1].replace(" could ", " can "))
    match = re.search(r"\bso (?:that )?(he|she|it|they) (?:can|could) ([^.,;!?]+)", draft.premise)
    if match is not None and goal.person and goal.object and goal.plural == (match[1] == "they"):
        meant = goal.pronoun if goal.pronoun in ("he", "she") else match[1]
        if match[1] == meant and (draft.player is None or match[1] != PRONOUNS[pronoun][0]):
            who = re.sub(r"^(?:their|our) ", "my ", goal.object) if draft.player is None else goal.object
            return f"{who} can {said}" if (said := whole(match[2])) else ""
    match = re.search(r"\bso that ((?:her|his|their|my|our|the) [^.,;!?]+)", draft.premise)
    said = re.split(r" (?:and|but|so|because|before|until|while|when|who)\b", match[1])[0] if match is not None else ""
    said = said if len(said.split()) <= _MOST else ""
    tags = tag(tokenise(said))
    does = any(
        after.tag == "VS" or (after.tag == "NS" and before.tag == "N" and lemma(after.word, "verb")) for before, after in pairwise(tags)
    )
    return said if does and not {"X", "M", "V"} & {token.tag for token in tags} else ""


_MOST: Final = 9
"""Words of what then is so."""
_LATER: Final = word_set("become be live marry retire settle grow stay")
"""What takes longer than the end of a story."""
_UNDONE: Final = r"\b(?:an?|the) ([a-z]+(?: [a-z]+)?) (?:that|which) (?:nobody|no one) has ((ever )?)([a-z]+)( (?:for|in) [^.,;!?]+?| before)?(?=[.,;!?]|$)"
_FIRSTS: Final = word_set(
    "seen found heard reached climbed crossed solved opened beaten caught visited entered explored finished sailed won tamed"
)
"""What nobody has done before the one who does it in a story."""


def _named(goal: Goal, said: str) -> str:
    """The object by its name where it is only "it": "so that his wife can hear it once more"."""
    if not goal.object or goal.person:
        return said
    return re.sub(r"(?<= )(?:them|these) ?$" if goal.plural else r"(?<= )it\b(?! (?:is|was|rains|snows))", goal.object, said, count=1)


def _second(draft: WorldDraft, deed: str) -> str:
    """What is to be done with what has been done: "repair the radio and call Earth"."""
    told = draft.goal.whole or ""
    if told:
        return whole(told[len(deed) + 5 :]) if told.startswith(f"{deed} and ") else ""
    match = re.search(rf"\b(?:to|must) {re.escape(deed)},? and (?:then )?([a-z]+) ([^.,;!?]+)", draft.premise)
    if match is None or match[1] in {*deed.split(), *_IDLE} or tag(tokenise(f"to {match[1]} {match[2]}"))[1].tag != "V":
        return ""
    return whole(f"{match[1]} {match[2]}")


_FURTHER: Final = re.compile(r" (?:where|who|whom|whose|that|which)\b")


def _purpose(draft: WorldDraft, deed: str) -> str:
    """What is to come of it: "to pay for her sister's medicine", where that is not the deed."""
    verbs = "|".join(sorted(tables.read("payoffs")["purpose"].words("verbs")))
    if deed.split()[0] in _ASKING:
        return ""  # what somebody else is to do
    for match in re.finditer(rf"(?<=[a-z] )(?:in order )?to (({verbs})\b [^.,;!?]+?)(?= to (?:{verbs})\b|[.,;!?]|$)", draft.premise):
        if deed.startswith(match[2]) or (draft.goal.whole or "").endswith(match[1]):
            continue
        before, said = tag(tokenise(draft.premise[: match.start(1)]))[-2:-1], whole(_FURTHER.split(match[1])[0])
        if said and before and before[0].tag in ("N", "NS", "R") and not (draft.goal.whole or "").endswith(said):
            return said
    return ""


_ASKING: Final = word_set("ask persuade convince teach help tell get make invite order allow force beg want train let urge")
"""Verbs behind which "to" says what somebody else is to do."""


def _reason(draft: WorldDraft, deed: str, pronoun: str) -> str:
    """Why it is done: "because her mother is ill", said of the deed and of nothing else."""
    premise, they = draft.premise, PRONOUNS[pronoun][0]
    some = f"{they}|I|we|her|his|their|my|our|the|an?|nobody|everybody|everyone"
    match = re.search(rf"[a-z] because ((?:{some}) [^.,;!?]+)", premise)
    if match is None:
        return ""
    told = premise[: match.start() + 1]
    wanted = re.search(r"\b(?:must|has to|have to|wants? to|needs? to|tries to)\b[^.,;!?]*$", told) is not None
    said = whole(match[1]) if wanted or told.endswith(deed[-12:]) else ""
    if (own := re.match(rf"(?:{they}|I|we) ([a-z]+)\b", said)) is not None:
        verb = {"am": "are", "was": "were"}.get(own[1], own[1] if own[1] in _PLAIN_VERBS else plural_verb(own[1]))
        said = f"you {verb}{said[own.end() :]}" if _alone(draft, pronoun, match.start()) and own[1] not in ("want", "wants") else ""
    return said if said and {"V", "VS", "X", "VD"} & {token.tag for token in tag(tokenise(said))} else ""


def _alone(draft: WorldDraft, pronoun: str, at: int) -> bool:
    """Whether "he" in the clause at `at` can only be the one who plays."""
    many = pronoun not in ("they", "it") or (draft.player is not None and draft.player.plural)
    others = (*draft.companions, *draft.people, *draft.foes, *([draft.recipient] if draft.recipient else []))
    return many and not draft.goal.person and all(draft.premise.lower().find(one.noun) > at for one in others)


_PLAIN_VERBS: Final = word_set("are have can do must need love hate like lost had could did were")


def _event(premise: str, deed: str) -> str:
    """What somebody takes part in, once what has gone wrong is put right: "enters a cake competition, but"."""
    match = re.search(
        r"\b(?:enters?|joins|signs up for|takes part in|competes in|trains for|prepares for) ((?:the|an?|her|his|their) [^.,;!?]+?)(?: by (?:mistake|accident|chance))?,? (?:but|and then|when)\b",
        premise,
    )
    said = re.sub(r"^(?:an?|the) ", "the ", match[1]) if match is not None else ""
    head = said.split()[-1] if said else ""
    known = head in _EVENTS or (head != "" and classify(head)[0] in ("event", "act"))
    return said if known and len(said.split()) <= 6 and head not in content(deed) else ""


_IDLE: Final = word_set("try see hope wait learn discover find notice realise realize not")
_EVENTS: Final = word_set(
    "competition contest tournament race show festival championship match marathon derby fair audition final cup trial exam play concert ball parade quiz opera derby bake-off"
)


def points_of_object(draft: WorldDraft) -> Iterator[Point]:
    """Whose the object is, and which of the player's kin made, hid or lost it."""
    premise, goal = draft.premise, draft.goal
    if not goal.object or goal.person:
        return
    present = {
        one.noun for one in (*draft.companions, *draft.people, *([draft.recipient] if draft.recipient else [])) if one.part != "absent"
    }
    present |= {one.noun for one in draft.foes}
    owned = re.match(rf"((?:her|his|their|my|our) {_KIN})['’]s? ", goal.object)
    if owned is not None and owned[1].split()[-1] not in present:
        yield Point("whose", {"x": owned[1]})
        return
    many = is_plural(goal.object)
    head = re.escape(goal.object.split()[-1])
    who = rf"((?:her|his|their|my|our) (?:own )?{_KIN}){END}"
    passive = rf"\b{head} (?:(?:that|which) )?(?:(?:was|were|had been) )?(?:[a-z]+ly )?([a-z]+) (by|from) {who}"
    active = rf"\b{head} (?:(?:that|which) )?((?:her|his|their|my|our) {_KIN}) (?:once |(had )(?:once )?)?([a-z]+){END}"
    if (match := re.search(passive, premise)) is not None and _is_past(f"it was {match[1]}"):
        if match[2] == "from":
            yield Point("whose", {"x": match[3]})
        elif match[3].split()[-1] not in present:
            yield Point("made", _by(match[3], f"{goal.object} {'were' if many else 'was'} {match[1]} by {match[3]}"))
    elif (
        (match := re.search(_by_others(head), premise)) is not None and _is_past(f"it was {match[1]}") and goal.purpose in ("find", "steal")
    ):
        if match[2].split()[-1] not in present and classify(goal.object.split()[-1])[0] not in ("place", "building", "location", "event"):
            yield Point(
                "maker", {"said": f"{goal.object} {'were' if many else 'was'} {match[1]} by {match[2]}", "it": "them" if many else "it"}
            )
    elif (
        (match := re.search(active, premise)) is not None
        and _is_past(f"she {match[2] or ''}{match[3]} it")
        and match[1].split()[-1] not in present
    ):
        yield Point("made", _by(match[1], f"{match[1]} {match[2] or ''}{match[3]} {goal.object}"))


def _by_others(head: str) -> str:
    return rf"\b{head} (?:that|which) (?:was|were|had been) (?:[a-z]+ly )?([a-z]+) by ((?:an?|the) [^.,;!?]+?){END}"


def _by(who: str, said: str) -> dict[str, str]:
    """The words of what one of the player's kin did with a thing."""
    noun = who.split()[-1]
    return {"x": who, "said": said, "kin": "him" if noun in HE else "her" if noun in SHE else "them" if is_plural(who) else who}


def _is_past(said: str) -> bool:
    return any(token.tag == "VD" for token in tag(tokenise(said)))
