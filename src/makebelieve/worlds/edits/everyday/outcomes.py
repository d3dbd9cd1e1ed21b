"""How it ends: the mood of endings, what they are called, and further ways to win or lose."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import known
from makebelieve.worlds.edits.everyday.spots import plainly_seen
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.meaning import saying
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import endings
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, sentence

_KIND: Final = r"losing|lose|lost|bad|sad|worst|failing|failed|winning|win|good|happy|best|secret|true|hidden"
_MOOD: Final = re.compile(
    rf"(?:make|let|have|turn) (?:the |my |all (?:the )?|both (?:the )?)?(?:(?P<k>{_KIND}) )?(?P<n>endings?|end)(?: (?:be|feel|sound|a bit|a little|a lot|much|more|way))* (?P<v>(?:more |less |very |really )?[a-z]+)"
    rf"|(?:the |my |all (?:the )?)?(?:(?P<k2>{_KIND}) )?(?P<n2>endings?|end) (?:should|could|must) (?:be|feel|sound)(?: (?:a bit|a little|a lot|much|more|way))* (?P<v2>(?:less )?[a-z]+)",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"(?:please )?(?:call|name|title|rename) (?:it|that|this|the ending)(?: to| into| as)? (?P<v>\"[^\"]+\"|(?-i:[A-Z]).{0,60})",
    re.IGNORECASE,
)
_WHO: Final = r"(?:I|you|we|one|she|he|they|the player|the hero|the heroine|people|players|kids)"
_WAY: Final = re.compile(
    rf"(?:(?:please )?let (?:me|us|you|her|him|them|the player|people|players|one)(?: also| too)?"
    rf"|{_WHO} (?:should|could|can|may|must|might)(?: also| too)?(?: be able to)?|{_WHO} (?:want|would like|wish|should like)(?: to be able)? to(?: also)?"
    rf"|(?:there (?:is|should be|could be|must be)(?: also)?|add|I (?:want|would like)|give (?:me|us)|make|we need)(?: also)? (?:a|another|one more|a second|a third|a new|some) (?:other |further |new )?(?:way|chance|possibility) (?:for \w+ )?(?:to|of)|(?:make it|it should be) possible to(?: also)?)"
    r" (?:also )?(?P<how>win|lose|die|fail|winning|losing)(?: the game| too| as well| also)?(?:[:,-]? ?(?:and that is )?(?:by|through) |[:,-]? (?:if|when) (?:I|you|we|one|she|he|they|the player) |: ?| - )(?P<v>.+)",
    re.IGNORECASE,
)

_AFTERWARDS: Final = re.compile(
    rf"(?:after|when|once) (?P<c>(?:{_WHO} )?(?:wins?|won|winning|has won|have won|the end|it is over|[a-z]+(?:ing|s|ed)? .+?)),? (?:there (?:should|could|must) be (?P<np>(?:an?|some|the) .+)|(?P<who>everyone|everybody|all|all of them|they|people|the [\w' -]+?) (?:should|must|could) (?P<v>[a-z]+(?: .+)?))",
    re.IGNORECASE,
)


_COMES_OUT: Final = re.compile(
    rf"(?:please )?(?:change|make|rewrite|alter|write|let|turn) (?:the |my )?(?:(?P<k>{_KIND}) )?(?:endings?|end)(?: be| end)?,? (?:so(?: that)?|such that|to(?: be)?|into one|so it is one|be)?(?: that| where| in which|,)? ?(?P<v>(?:the|an?|they|he|she|it|you|everybody|everyone|all|both|(?-i:[A-Z])[\w.]+) .+)"
    rf"|(?:the |my )?(?:(?P<k2>{_KIND}) )?(?:ending|end) (?:should|could|must) be (?:that|where|when|so that) (?P<v2>.+)"
    r"|(?:at|in) the (?:very )?end(?:ing)?,? (?P<v3>(?:the|they|he|she|it|everybody|everyone|all|both|(?-i:[A-Z])[\w.]+) (?:.+ )?(?:should|must|could|shall) .+)"
    r"|(?P<v4>(?:the|they|he|she|it|everybody|everyone|all|both|(?-i:[A-Z])[\w.]+) (?:.+ )?(?:should|must|shall) .+?) (?:at|in) the (?:very )?end(?:ing)?",
    re.IGNORECASE,
)
_HAPPENS: Final = re.compile(
    r"(?P<who>.+?) (?:should|must|could|shall|will) (?:(?P<how>finally|also|both|all) )?(?P<deed>[a-z]+(?: .+)?)", re.IGNORECASE
)


_LOST: Final = r"(?:(?:you|the player|one|she|he|they|we|I) (?:should |will |must )?(?:also )?(?:lose|loses|die|dies|fail|fails|have lost|are dead|are caught)(?: the game| at once)?|(?:it|the game|the story|everything|all) (?:is|should be|will be) (?:over|lost)|(?:that|it|this) (?:is|should be) (?:a |the )?(?:bad|losing) ending|(?:the )?game over)"
_LOSE_IF: Final = re.compile(
    rf"(?P<e>(?:the|my|her|his|their|an?) [\w' -]+?|(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)*) (?:should|must|could|will|would|has to) (?P<d>[a-z]+[^,]*?),? (?:if|when|whenever|as soon as|once) {_WHO} (?P<c>[^,]+?)(?:,? (?:and|so)(?: then| that)?|,| -) {_LOST}"
    rf"|(?:if|when|whenever|as soon as|once) {_WHO} (?P<c2>[^,]+?),? (?:then )?(?P<e2>(?:the|my|her|his|their|an?) [\w' -]+?|(?-i:[A-Z])[\w.]+) (?:should|must|could|will|would) (?P<d2>[a-z]+[^,]*?),? (?:and|so)(?: then| that)? {_LOST}",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if (match := _LOSE_IF.fullmatch(text)) and (told := _lost_by(draft, match)):
        return told
    if (match := _COMES_OUT.fullmatch(text)) and (told := _comes_out(draft, match)):
        return told
    if match := _CALLED.fullmatch(text):
        return _called(draft, clean(match["v"]))
    if match := _MOOD.fullmatch(text):
        return _feel(draft, match)
    if match := _AFTERWARDS.fullmatch(text):
        return _afterwards(draft, match)
    if match := _WAY.fullmatch(text):
        return _way(draft, match["how"].lower(), match["v"])
    return None


def _called(draft: Draft, new: str) -> str | None:
    """ "... and call it Crumbs" behind a wish about an ending: the ending is meant, and of several the one that is named."""
    if draft.subject is None or draft.subject.kind != "ending":
        return None
    ids = [one for one in draft.subject.about.split() if one in draft.states] or [draft.subject.id]
    if len(ids) > 1:
        names = [f"'{draft.states[one]['ending']['title']}'" for one in ids]
        some = naming.listed([f"rename the ending {one} to {new}" for one in names[:2]], "or")
        raise Meant(
            f"There are {len(ids)} endings of that kind, {naming.listed(names)}. Which shall be called {new}? Say for example: {some}."
        )
    return endings_called(draft, ids[0], new)


def endings_called(draft: Draft, key: str, new: str) -> str:
    old = draft.states[key]["ending"].get("title", key)
    draft.states[key]["ending"]["title"] = capital(new)
    return f"The ending '{old}' is now titled '{capital(new)}'"


def _feel(draft: Draft, match: re.Match[str]) -> str | None:
    """All endings of the kind feel otherwise; how the story came out stays said, unless the mood gainsays it."""
    wanted = looks((match["v"] or match["v2"]).strip())
    if not wanted or any(one.kind != "mood" for one in wanted):
        return None
    kind = (match["k"] or match["k2"] or "").lower()
    every = bool(re.match(r"(?:make|let|have|turn) (?:all|both)|all", match[0], re.IGNORECASE)) and not kind
    keys = [key for key, one in draft.states.items() if "ending" in one] if every else naming.ending_ids(draft.world, kind)
    if not keys:
        return None
    if all(draft.states[one]["ending"]["kind"] == "lose" for one in keys):
        # Who lost is not made merry by being spared what is harsh.
        wanted = [replace(one, value="calm") if one.said.startswith("less ") and one.value == "cheerful" else one for one in wanted]
    looking.show(draft, keys, wanted)
    names = [f"'{draft.states[one]['ending'].get('title', one)}'" for one in keys]
    draft.subject = Thing("ending", keys[0], names[0].strip("'"), " ".join(keys))
    said = wanted[0].said if wanted[0].said.startswith("less ") else wanted[0].value
    return f"The mood is now {said} in the {'ending' if len(keys) == 1 else 'endings'} {naming.listed(names)}"


def _lost_by(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the dragon should wake up if you make noise, and then you lose": a choice, and the losing ending it leads to."""
    deed, who, effect = (clean(match[one] or match[f"{one}2"]) for one in ("c", "e", "d"))
    first, _, rest = deed.partition(" ")
    stem = lemma(first.lower(), "verb")
    if (
        not stem
        or stem in ("be", "have")
        or lemma(effect.split()[0].lower(), "verb") != effect.split()[0].lower()
        or len(deed.split()) > 10
    ):
        return None
    bare = f"{stem} {rest}".strip()
    if any(str(one.get("label", "")).lower() == bare.lower() for one in draft.events):
        return None  # that choice is there already
    told = saying.told(who, effect)
    return endings._grown(draft, _where(draft, bare), True, f"you {bare}, and {told}", capital(bare), told)


def _comes_out(draft: Draft, match: re.Match[str]) -> str | None:
    """ "change the ending so that they get married": the endings that are meant tell it as well."""
    kind = (match["k"] or match["k2"] or "").lower()
    happens = next(match[one] for one in ("v", "v2", "v3", "v4") if match[one]).strip(" ,")
    if (
        re.search(r"\b(?:say|says|read|called|titled|named|instead|look|looks|be there|appear|come back|if|when|unless)\b", happens)
        or len(happens.split()) > 16
    ):
        return None
    if deed := _HAPPENS.fullmatch(happens):
        who, verb = deed["who"], deed["deed"].split()[0].lower()
        if lemma(verb, "verb") != verb and verb != "be":
            return None
        several = who.lower() in ("they", "you", "all", "both", "we") or naming.many(who) or bool(re.search(r" and ", who))
        happens = saying.told(who, " ".join(deed["deed"].split()), many=several)
    elif not any(one.tag in ("V", "X", "B") for one in tag(tokenise(happens))[1:]):
        return None
    line = sentence(capital(re.sub(r"\bi\b", "I", happens)))
    keys = naming.ending_ids(draft.world, kind)
    if not keys:
        return None
    draft.say_at_endings(keys, line)
    names = [f"'{draft.states[one]['ending'].get('title', one)}'" for one in keys]
    draft.subject = Thing("ending", keys[0], names[0].strip("'"), " ".join(keys))
    return f"The {'ending' if len(keys) == 1 else 'endings'} {naming.listed(names)} now {'says' if len(keys) == 1 else 'say'}: {line}"


def _way(draft: Draft, how: str, deed: str) -> str | None:
    """A further way to win or to lose: a choice where it can be made, and the ending it leads to."""
    deed = clean(re.split(r",? (?:because|since|so that) ", deed)[0])
    deed = re.sub(r"^(?:just |simply |also )", "", deed)
    words = deed.split()
    if not 1 < len(words) <= 12:
        return None
    stem = lemma(words[0].lower(), "verb") or ""
    if not stem or stem in ("be", "have"):
        return None
    bare = " ".join([stem, *words[1:]])
    bare = re.sub(r"\b(?:my|her|his|their|our)\b", "your", bare) if not re.search(r"\b(?:him|them)\b", bare) else bare
    losing = not how.startswith("win")
    key = _where(draft, bare)
    return endings._grown(draft, key, losing, f"you {bare}", capital(bare), "")


def _where(draft: Draft, deed: str) -> str:
    """Where a deed is done: in the place it names, where whom it names is, where a thing it names is seen; else at the end of the story."""
    last = naming.last_place(draft.world)
    for one in mentions(draft.world, deed):
        if one.thing.kind == "place":
            return one.thing.id
        if one.thing.kind in ("person", "foe"):
            here = [key for key in seen_at(draft, one.thing) if key in draft.builder.place_of]
            if here:
                return here[0]
        if one.thing.kind == "goal":
            return last
    for found in re.finditer(r"\b(?:the|an?) (?P<np>[a-z]+(?: [a-z]+)?)\b", deed):
        if known(draft.world, found[0]) is not None:
            return last
        keys = plainly_seen(draft.world, found["np"])
        if len(keys) == 1:
            return keys[0]
    return last


def _afterwards(draft: Draft, match: re.Match[str]) -> str | None:
    """What comes after the deed is done stands in the endings that win: "after freeing the miller there should be a feast"."""
    if not re.search(r"\b(?:win|wins|won|winning)\b|the end|it is over", match["c"]) and not _deed_named(draft, match["c"]):
        return None
    if match["np"]:
        line = f"Afterwards there is {clean(match['np'])}."
    else:
        first, _, rest = match["v"].partition(" ")
        who = match["who"].lower()
        stem = lemma(first.lower(), "verb") or ""
        if stem != first.lower() or len(rest.split()) > 8 or re.search(r"\b(?:when|if|until)\b", rest):
            return None
        single = who in ("everyone", "everybody") or (who.startswith("the ") and not naming.many(who))
        line = f"Afterwards {who} {endings.third(stem) if single else stem} {rest}".rstrip() + "."
    keys = naming.ending_ids(draft.world, "")
    draft.say_at_endings(keys, line)
    names = [f"'{draft.states[one]['ending'].get('title', one)}'" for one in keys]
    return (
        f"The {'ending' if len(keys) == 1 else 'endings'} {naming.listed(names)} now {'says' if len(keys) == 1 else 'say'}: {line}"
        if keys
        else None
    )


def _deed_named(draft: Draft, words: str) -> bool:
    """Whether words speak of the deed that wins: they name what it is all about, or the deed, or whom one names in the end."""
    goal = draft.world.get("metadata", {}).get("understood", {}).get("goal", {})
    said = set(naming.words(words))
    of_goal = set(naming.words(str(goal.get("object", ""))))
    if of_goal and of_goal & said and naming.words(str(goal.get("object", "")))[-1] in said:
        return True
    return bool(said & {"thief", "culprit", "murderer", "killer"})
