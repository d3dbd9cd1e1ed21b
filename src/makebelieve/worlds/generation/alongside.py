"""What is about beside the deed by the premise's own words: who follows the player, the rival at work, and what is heard, each as an occasion with
rows like those of the table (`data/alongside.txt`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, determined, fill, pictorial
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.reading import Reading, animate, lead, name_of, somebody, text_of
from makebelieve.worlds.generation.tellings import read

_FOLLOW: Final = word_set("follow chase hunt pursue tail track shadow stalk hound trail")
_CATCH: Final = word_set("catch find seize arrest capture get reach take eat spot discover")
_FLEE: Final = word_set("flee escape hide run run_away shelter")
_THEM: Final = frozenset(("her", "him", "them", "me", "us", "you"))
_HEELS: Final = frozenset(("heels", "heel", "trail", "tail", "track", "tracks", "scent"))
_BETWEEN: Final = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "been", "be", "keeps", "keep", "kept", "who", "that", "which", "starts", "start", "begins",
     "begin", "began", "wo", "won't", "not", "will", "stop", "stops", "never", "always", "still", "softly", "quietly", "loudly", "on", "somewhere",
     "now", "already", "secretly", "hot", "close", "hard", "right")
)  # fmt: skip
"""What stands between somebody and what they do."""
_SOMETHING: Final = frozenset(("something", "somebody", "someone", "things"))
_HEARD: Final = frozenset(
    ("hear", "hears", "heard", "hearing", "sound", "sounds", "noise", "listen", "keep", "keeps", "kept", "every", "night", "tonight", "nightly", "stop",
     "stops", "again", "constantly", "midnight", "whole", "long")
)  # fmt: skip
"""What tells that a sound is heard, or comes again."""
_FROM: Final = frozenset(("in", "from", "inside", "behind", "under", "beneath", "below", "above", "within", "beyond"))
_STAY: Final = frozenset(("under", "beneath", "below", "above", "behind", "beyond"))
"""How something is heard from there as well: "from under the stairs"."""
_INDOORS: Final = "(inside/under) "
_RIVAL: Final = re.compile(
    r"\b((?:her|his|their|my|our|an?|the) (?:[a-z]+ )?(?:rival|competitor|nemesis))['’]s ([a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_NO_SOUNDS: Final = frozenset(("following", "following_beast", "rival"))


@lru_cache(maxsize=8)
def _read(premise: str) -> Reading:
    return read(premise)


def alongside(draft: WorldDraft, foe: tuple[str, bool] | None, occasions: list[tables.Entry]) -> tuple[list[tables.Entry], tuple[str, ...]]:
    """Entries like those of occasions for who and what a premise tells of as about, at most two, and behind them the occasions; and, where those who follow are `foe` (its phrase, and
    whether it is several), how they look when they bar a way at last."""
    reading = _read(draft.premise)
    mine = same_as(reading, player_of(reading))
    made: list[tables.Entry] = []
    front: tuple[str, ...] = ()
    follower = _follower(reading, draft, mine)
    if follower is not None:
        own = foe is not None and any(one.noun == follower.noun for one in draft.foes)
        who, many = foe if own and foe is not None else (_called(reading, follower), follower.plural or (follower.count or 1) > 1)
        beast = classify(follower.noun)[0] == "creature" and not any(
            one.noun == follower.noun and one.category == "person" for one in draft.foes
        )
        entry = tables.read("alongside")["following_beast" if beast else "following"]
        made.append(_bound(entry, who, many))
        front = entry.items("front") if own else ()
    if rival := _RIVAL.search(draft.premise):
        rows = tables.read("alongside")["rival"].rows | {"where": ("somewhere",), "words": (rival[2].lower(),)}
        made.append(_bound(tables.Entry("rival", rows), re.sub(r"^(?:my|our|an?)\b", "the", rival[1].lower()), many=False))
    if (sound := _sound(reading, draft, mine)) is not None:
        made.append(sound)
    hunted = follower is not None  # whoever is named hunts, and nobody else
    return [*made[:2], *(one for one in occasions if not (hunted and one.title == "hunted"))], front


def unfollowed(draft: WorldDraft) -> WorldDraft:
    """The draft without those for company of whom the premise says that they chase the player."""
    reading = _read(draft.premise)
    hunters = {one.noun for one in reading.found if _hunts_by(reading, one)}
    if not hunters & {one.noun for one in draft.companions}:
        return draft
    return draft.model_copy(update={"companions": [one for one in draft.companions if one.noun not in hunters]})


def _follower(reading: Reading, draft: WorldDraft, mine: set[int]) -> Phrase | None:
    """Who comes after the player."""
    for one in reading.found:
        if _hunts_by(reading, one) or (id(one) not in mine and _follows(reading, one, draft, mine)):
            return one
    return None


def _hunts_by(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody stands behind "chased by"."""
    tokens, led = reading.tokens, lead(reading, phrase)[0]
    if not led or tokens[led - 1].word != "by":
        return False
    verb = next(
        (
            token
            for token in reversed(tokens[max(0, led - 9) : led - 1])
            if token.tag in ("V", "VS", "VD", "VG", "A", ".") and token.lemma != "own"
        ),
        None,
    )
    hunted = verb is not None and verb.lemma in _FOLLOW and verb.tag in ("VD", "A")  # "hunted through his own forest by the riders"
    return hunted and (animate(phrase) or somebody(reading, phrase))


_TOLD: Final = ("onward", "over", "lost")
"""Rows that are told to the player."""


def _bound(entry: tables.Entry, who: str, many: bool, where: str = "") -> tables.Entry:
    """The rows of an entry with its own words in them."""
    words = {"who": who, "Who": capital(who), "where": where, "part": "{part}", "P": "{P}"}
    yours = re.sub(r"^(?:her|his|their|its|my|our)\b", "your", who)  # as it is told to the player
    told = words | {"who": yours, "Who": capital(yours)}
    plurals = frozenset(("who",) if many else ())
    return tables.Entry(
        entry.title,
        {
            name: tuple(_filled(item, told if name in _TOLD else words, told, plurals) for item in items)
            for name, items in entry.rows.items()
            if name not in ("nouns", "who", "ing", "front")
        },
    )


def _filled(item: str, words: dict[str, str], told: dict[str, str], plurals: frozenset[str]) -> str:
    """A text with its own words in it; of a text in three parts the last is told."""
    if item.count(" :: ") == 2:
        *shown, last = item.split(" :: ")
        return " :: ".join((*(_filled(one, words, told, plurals) for one in shown), _filled(last, told, told, plurals)))
    kept = re.sub(r"<(P|foe):", r"<\1 ", item)  # what agrees with others is filled when it is told
    kept = re.sub(r"<Who:", "<who:", kept)
    return re.sub(r"<(P|foe) ", r"<\1:", fill(kept, words, plurals))


def _called(reading: Reading, phrase: Phrase) -> str:
    """What somebody is called after the premise has named them."""
    if name := name_of(reading, phrase):
        return name
    text = pictorial(text_of(reading, phrase)).strip()
    owner = lead(reading, phrase)[1]
    if owner in ("her", "his", "their", "its"):
        return f"{owner} {text}"
    return (
        text
        if text.startswith(("the ", "her ", "his ", "their "))
        else f"the {re.sub(r'^(?:an?|some) ', '', text)}"
        if determined(text)
        else f"the {text}"
    )


def _skipped(tokens: list[Token], at: int) -> int:
    """Where the words between somebody and what they do end."""
    while at < len(tokens) and (tokens[at].word in _BETWEEN or tokens[at].tag == "R"):
        at += 1
    return at


def _follows(reading: Reading, phrase: Phrase, draft: WorldDraft, mine: set[int]) -> bool:
    """Whether somebody is said to come after the player: "two policemen are following her", "chased by wolves", "before the soldiers find him"."""
    if not (animate(phrase) or somebody(reading, phrase)) or phrase.noun in ("anyone", "anybody", "somebody", "someone", "one"):
        return False
    others = {
        one.noun
        for one in (
            *draft.companions,
            *(one for one in draft.people if one.part in ("companion", "charge", "object", "recipient", "absent")),
        )
    }
    sought = set((draft.goal.object or "").lower().split())
    if phrase.noun in others or phrase.noun in sought or (draft.player is not None and phrase.noun == draft.player.noun):
        return False
    tokens = reading.tokens
    at, led = _skipped(tokens, phrase.end), lead(reading, phrase)[0]
    words = [token.word for token in tokens[at : at + 4]]
    before = tokens[led - 1].word if led else ""
    theirs = len(words) > 1 and (words[1] in _THEM or any(id(one) in mine and lead(reading, one)[0] == at + 1 for one in reading.found))
    hunts = at < len(tokens) and tokens[at].lemma in _FOLLOW and tokens[at].tag in ("V", "VS", "VD", "VG")
    if hunts and theirs:
        return tokens[at].lemma != "follow" or classify(phrase.noun)[0] != "creature"
    if before == "before" and at == phrase.end and at < len(tokens) and tokens[at].lemma in _CATCH and theirs:
        return True
    if words[:1] == ["after"] and len(words) > 1 and words[1] in _THEM and at > phrase.end:
        return True
    behind = [token.word for token in tokens[phrase.end : phrase.end + 6]]
    if _HEELS & set(behind) and ({"on", "at"} & set(behind)) and {"her", "his", "their", "my", "our", "your"} & set(behind):
        return True
    fled = {token.lemma for token in tokens[max(0, led - 4) : led]} & _FLEE
    return before == "from" and bool(fled) and phrase.noun not in ("home",)


@cache
def _sounds() -> tuple[dict[str, str], dict[str, str]]:
    """Verb -> block and noun -> block of what is heard."""
    table = {title: entry for title, entry in tables.read("alongside").items() if title not in _NO_SOUNDS}
    return (
        {word: title for title, entry in table.items() for word in entry.words("words")},
        {word: title for title, entry in table.items() for word in entry.words("nouns")},
    )


def _sound(reading: Reading, draft: WorldDraft, mine: set[int]) -> tables.Entry | None:
    """What a premise says is heard: "hears children singing in a dormitory", "something in the basement keeps calling"."""
    tokens = reading.tokens
    verbs, nouns = _sounds()
    words = [token.word for token in tokens]
    if not _HEARD & {*words, *(token.lemma or "" for token in tokens)}:
        return None
    for i, token in enumerate(tokens):
        title = verbs.get(token.lemma or "") if token.tag in ("V", "VS", "VD", "VG") and token.word != "called" else None
        found = _subject(reading, i, mine) if title is not None else None
        if found is None and token.word in nouns and _is_heard(words, i):
            title = nouns[token.word]
            found = (tables.read("alongside")[title].one("who", "something"), False, i + 1)
        if token.lemma == "play" and token.tag in ("VS", "V", "VG", "VD") and i and nouns.get(words[i - 1]) == "play":
            title, found = "play", ("something", False, i + 1)
        if title is None or found is None or token.lemma == draft.goal.verb:
            continue
        who, many, after = found
        where, noun = _where(reading, (after, i + 1), tables.read("alongside")[title].one("prep", "from"))
        return _heard(title, who, many, where, noun)
    return None


def _is_heard(words: list[str], at: int) -> bool:
    before, behind = words[max(0, at - 5) : at], words[at + 1 : at + 2]
    return bool({"hear", "hears", "heard", "hearing", "sound", "sounds", "noise"} & set(before)) or behind in (
        ["from"],
        ["coming"],
        ["comes"],
    )


def _subject(reading: Reading, at: int, mine: set[int]) -> tuple[str, bool, int] | None:
    """Who makes the sound at a verb, whether they are several, and where words for where may stand; None where it is the player or somebody close by."""
    tokens = reading.tokens
    if at and (tokens[at - 1].word == "to" or tokens[at - 1].tag == "D"):
        return None
    for back in range(at - 1, max(-1, at - 9), -1):
        if tokens[back].word in _SOMETHING and not any(one.start <= back < one.end for one in reading.found if one.noun not in _SOMETHING):
            return ("somebody" if tokens[back].word in ("somebody", "someone") else "something"), False, back + 1
        if tokens[back].tag == "." or tokens[back].word in ("and", "but"):
            break
    for phrase in reading.found:
        if id(phrase) in mine or phrase.end > at or _skipped(tokens, phrase.end) < at:
            continue
        owner = lead(reading, phrase)[1]
        if owner in ("my", "our", "her", "his", "their", "your") or name_of(reading, phrase):
            return None
        text = pictorial(text_of(reading, phrase)).strip()
        many = phrase.plural or (phrase.count or 1) > 1
        if many and not determined(text):
            return text if owner != "the" else f"the {text}", True, at + 1
        return (text if determined(text) else f"{owner or 'the'} {text}"), many, at + 1
    return None


def _where(reading: Reading, places: tuple[int, ...], prep: str) -> tuple[str, str]:
    """Where a sound comes from, as words behind a verb, and the noun of that place; "" where the premise does not say."""
    tokens = reading.tokens
    starts = [*places, *(at + 1 for at, token in enumerate(tokens) if token.word in _SOMETHING)]
    for start in starts:
        at = start
        if at + 1 < len(tokens) and tokens[at].word == "from" and tokens[at + 1].word in _FROM:
            at += 1  # "from under the stairs"
        if at >= len(tokens) or tokens[at].word not in _FROM:
            continue
        place = next((one for one in reading.found if lead(reading, one)[0] == at + 1), None)
        if place is None or animate(place) or classify(place.noun)[0] in ("time", "communication"):
            continue
        text = pictorial(text_of(reading, place)).strip()
        text = re.sub(r"^(?:an?|the|her|his|their|my|our|its) ", "", text)
        said = tokens[at].word
        return f" {said if said in _STAY else prep} the {text}", place.noun
    return "", ""


def _heard(title: str, who: str, many: bool, where: str, noun: str) -> tables.Entry:
    """The entry of a sound: close by in the place that it comes from, and from there in all others; the loud ones in the open too."""
    entry = tables.read("alongside")[title]
    near, afar = _bound(entry, who, many, " close by" if noun else "").rows, _bound(entry, who, many, where).rows
    shut = "" if entry.items("loud") or not noun else _INDOORS
    kept = ("onward", "over", "lost")
    rows: dict[str, tuple[str, ...]] = {name: items for name, items in afar.items() if name in kept}
    rows |= {"stir": near["stir"], "look": near["look"]}
    if noun:
        rows |= {f"afar_{name}": tuple(f"{shut}{item}" for item in afar[name]) for name in ("stir", "look")}
        rows |= {"where": ("somewhere",), "words": (noun,)}
    return tables.Entry(title, rows)
