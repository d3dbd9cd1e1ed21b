"""Goals that a premise only implies: somebody did something, something is gone, somebody is held somewhere or on a search."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from makebelieve.language import Phrase, biome_of, classify, lemma
from makebelieve.worlds.generation.callings import keeper_of
from makebelieve.worlds.generation.clauses import UNDER, said_of_earlier, same_as, under
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.draft import Purpose
from makebelieve.worlds.generation.reading import Reading, lead, somebody, text_of
from makebelieve.worlds.generation.verbs import gerund

_GONE: Final[dict[str, Purpose]] = {
    **dict.fromkeys(("missing", "gone", "lost", "vanished", "disappeared", "stolen", "vanish", "disappear"), "find"),
    **dict.fromkeys(("kidnapped", "captured", "imprisoned", "abducted"), "rescue"),
    **dict.fromkeys(("murdered", "dead", "killed", "poisoned", "strangled"), "solve"),
    **dict.fromkeys(("broken", "cracked", "shattered", "ruined"), "restore"),
}  # fmt: skip
_HELD: Final = frozenset(
    ("trapped", "stuck", "locked", "imprisoned", "sealed", "held", "marooned", "stranded", "caged", "jailed", "caught", "lost", "buried")
)
_SEARCHES: Final[dict[tuple[str, ...], tuple[Purpose, str]]] = {
    ("in", "search", "of"): ("find", "find|"), ("in", "pursuit", "of"): ("find", "chase|"), ("on", "the", "trail", "of"): ("find", "track|"),
    ("hunt", "for"): ("find", "hunt|"), ("search", "for"): ("find", "find|"), ("quest", "for"): ("find", "find|"),
    ("on", "the", "run", "from"): ("escape", "escape|from "), ("on", "the", "hunt", "for"): ("find", "hunt|"),
    ("fleeing", "from"): ("escape", "escape|from "), ("race", "to"): ("reach", "reach|"), ("way", "to"): ("reach", "reach|"),
    ("bound", "for"): ("reach", "reach|"), ("journey", "to"): ("reach", "reach|"), ("voyage", "to"): ("reach", "reach|"),
    ("trip", "to"): ("reach", "reach|"),
}  # fmt: skip
_OUTINGS: Final = frozenset((word,) for word in ("class", "school", "field", "day", "family", "weekend", "shopping"))
_MENDING: Final = {"find": "find|", "rescue": "rescue|", "restore": "mend|", "solve": "find out|what happened to "}
_FETCHED: Final = frozenset(("clothing", "object", "device", "instrument", "container", "communication", "food", "treasure"))
"""What is fetched out of where it is stuck."""
_UNSEEN: Final = frozenset(("abstract", "communication", "act", "event", "time", "feeling", "attribute", "state", "cognition"))
Found = tuple[Purpose, str, Phrase]


def situation(reading: Reading, player: Phrase | None) -> Found | None:
    """Purpose, "verb|words before the object" and object of a goal that nothing but the situation states; None where there is none."""
    return _done_by_somebody(reading) or searched(reading) or _gone(reading, player) or _held(reading, player) or _lost_thing(reading)


def avoided(reading: Reading) -> str | None:
    """What nobody wants: "avoid becoming a butterfly", "avoid waking the dragon", "keep anybody from finding out what he is"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        before = [one.word for one in tokens[max(0, at - 4) : at]]
        if token.tag not in ("V", "X") or not before or under(tokens, at) or {"who", "that", "which"} & set(before):
            continue
        behind = {one.word for one in tokens[max(0, at - 7) : at]} & {"who", "whose"}
        acts = any(
            one.tag in ("VS", "VD") or (one.tag == "NS" and lemma(one.word, "verb") and following.tag in ("I", "R"))
            for one, following in pairwise(tokens[at + 1 :])
        )
        if behind and acts:
            continue  # "a princess who does not want to marry runs away"
        told = next((one.word for one in reversed(tokens[:at]) if one.lemma in ("say", "tell", "warn", "claim") or one.tag == "."), ".")
        passive = token.word == "be" and at + 1 < len(tokens) and tokens[at + 1].tag == "VD"
        if passive and told != ".":
            continue  # "grandmother says the well must never be opened"
        base = lemma(token.word, "verb")
        end = next(
            (n for n in range(at + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but", "or", "so", *UNDER)),
            len(tokens),
        )
        rest = " ".join(one.word for one in tokens[at + 1 : min(end, at + 12)]).replace(" 's", "'s")
        if (
            base
            and before[-1] == "to"
            and "not" in before[:-2]
            and {"want", "wants", "like", "wish"} & set(before)
            and not said_of_earlier(tokens, at - 2)
        ):
            return f"avoid {gerund(base)} {rest}".strip()
        if base and before[-2:] in (["must", "not"], ["should", "not"], ["must", "never"]) and (other := _another(reading, at - 2)):
            return f"keep {other} from {gerund(base)} {rest}".strip()
        if base and before[-2:] in (["must", "not"], ["should", "not"], ["must", "never"]):
            return f"avoid {gerund(base)} {rest}".strip()
        if base and before[-2:] == ["nobody", "must"]:
            return f"keep anybody from {gerund(base)} {rest}".strip()
    return None


def _another(reading: Reading, modal: int) -> str | None:
    """Who must not, where that is somebody else than who opens the premise: "there is a dragon in our cellar and mum must not find out"."""
    phrase = next((one for one in reading.found if one.end == modal and one.preposition is None and somebody(reading, one)), None)
    opens = phrase is None or phrase.start <= 2
    if phrase is None or opens:
        return None
    if not {"my", "our", "i", "we"} & {token.word for token in reading.tokens} and phrase.determiner not in ("her", "his", "their"):
        return None
    return phrase.text.capitalize() if phrase.determiner is None and phrase.noun in _PARENTS else the(reading, phrase)


_PARENTS: Final = frozenset(("mum", "mom", "mummy", "mommy", "dad", "daddy", "mama", "papa", "grandma", "grandpa", "granny", "grandad"))
"""Called as one calls them: "Mum must not find out"."""


_SENSE: Final = frozenset(("hear", "see", "notice", "find", "catch", "spot", "feel", "hears", "sees"))
_KNOW: Final = {
    **dict.fromkeys(("know", "notice", "discover", "realise", "realize", "find", "see", "learn"), "why"),
    **dict.fromkeys(("suspect", "believe", "think", "fear", "doubt", "wonder"), "whether"),
}  # fmt: skip


def puzzle(reading: Reading, player: Phrase | None) -> str | None:
    """What is to be found out about what somebody hears or knows: "find out who is knocking from below", "… why a painting moves"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.tag not in ("V", "VS", "VD") or under(tokens, at):
            continue
        following = tokens[at + 1]
        end = next((n for n in range(at + 2, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but")), len(tokens))
        end = min(end, at + 18)
        rest = " ".join(one.word for one in tokens[at + 2 : end]).replace(" 's", "'s")
        if token.lemma in _SENSE and following.word in ("someone", "somebody", "something") and tokens[at + 2].tag == "VG":
            return f"find out {'what' if following.word == 'something' else 'who'} is {rest}"
        if token.lemma in _KNOW and following.word == "that" and tokens[at + 2].word in ("someone", "somebody"):
            return f"find out who {rest.partition(' ')[2]}"
        if token.lemma in ("hear", "notice") and following.tag == "VG" and tokens[at + 2].tag == "I":  # "hears knocking from a grave"
            from_side = tokens[at + 2].word == "from" and "side" in rest.split()
            prep = "on" if from_side else "in" if tokens[at + 2].word == "from" else tokens[at + 2].word
            where = re.sub(r"^an? ", "the ", rest.partition(" ")[2])
            return f"find out who is {following.word} {prep} {where}"
        if (
            token.lemma in _KNOW
            and token.lemma not in ("suspect", "doubt", "wonder")
            and following.word == "that"
            and " will " in f" {rest} "
        ):
            return f"warn everybody that {rest}"
        if token.lemma in _KNOW and following.word == "that" and rest:
            return f"find out {_KNOW[token.lemma]} {rest}"
        found = next((phrase for phrase in reading.found if phrase.start == at + 1), None)
        perfect = at > 0 and tokens[at - 1].word in ("has", "have", "had")
        if (
            token.lemma in ("find", "discover", "catch")
            and perfect
            and found is not None
            and somebody(reading, found)
            and found is not player
        ):
            return f"find out who the {found.text} is"
    return None


def _done_by_somebody(reading: Reading) -> Found | None:
    """ "Somebody poisoned the queen": find out who."""
    tokens = reading.tokens
    for phrase in reading.found:
        near = [token.word for token in tokens[max(0, phrase.start - 4) : phrase.start]]
        if not near or tokens[phrase.start - 1].tag not in ("VD", "VG") or not {"somebody", "someone"} & set(near):
            continue
        at = next(n for n in range(phrase.start - 1, -1, -1) if tokens[n].word in ("somebody", "someone")) + 1
        return "solve", f"find out|who {' '.join(token.word for token in tokens[at : phrase.start])} ", phrase
    return None


def searched(reading: Reading) -> Found | None:
    """ "In search of her twins", "on the run from a fish market"."""
    tokens = reading.tokens
    for phrase in reading.found:
        before = tuple(token.word for token in tokens[max(0, phrase.start - 4) : phrase.start])
        for words, (purpose, told) in _SEARCHES.items():
            named = phrase.noun not in ABOUT or (phrase.noun in ("place", "way", "name") and phrase.modifiers)  # "the warmest place"
            shown = {"kids", "children", "pupils", "class", "students"} & {token.word for token in tokens}
            if words == ("trip", "to") and (shown or before[-len(words) - 1 : -len(words)] in _OUTINGS):
                continue  # who is on a class trip to the zoo is not on the way there
            if before[-len(words) :] == words and named:
                return purpose, told, phrase
    return None


def _gone(reading: Reading, player: Phrase | None) -> Found | None:
    """ "The bell is missing", "the bridge is broken"."""
    tokens = reading.tokens
    for phrase in reading.found:
        at = phrase.end
        while at < len(tokens) and tokens[at].word not in _GONE and (tokens[at].tag in ("X", "R") or tokens[at].word in ("went", "goes")):
            at += 1
        if phrase.noun in ABOUT or at >= len(tokens) or under(tokens, phrase.start) or (at == phrase.end and tokens[at].tag != "VD"):
            continue
        purpose = _GONE.get(tokens[at].word)
        if phrase.preposition in ("to", "in", "at", "on", "from", "for", "with", "near", "by", "over", "under", "behind"):
            named = next((one for one in reading.found if one.end == lead(reading, phrase)[0] - 1 and one.preposition is None), None)
            if named is not None:  # "the bridge to the mainland is gone"
                phrase = named
        alone = (
            purpose == "find"
            and phrase is player
            and (phrase.determiner not in ("my", "our", "the") or (reading.tokens[at + 1 : at + 2] and reading.tokens[at + 1].tag == "I"))
        )
        if (
            tokens[at].tag == "VD"
            and tokens[at - 1].word in ("has", "have", "had")
            and at + 1 < len(tokens)
            and tokens[at + 1].tag in ("D", "N", "#", "A")
        ):
            continue  # "has lost her rhythm"
        if (
            tokens[at].word == "gone"
            and at + 1 < len(tokens)
            and tokens[at + 1].word in ("too", "on", "to", "into", "wrong", "mad", "bankrupt")
        ):
            continue  # "the miners have gone too far"
        if player is not None and phrase.noun == player.noun and phrase is not player:
            continue
        written = tokens[at].word in ("stolen", "missing") and classify(phrase.noun)[0] == "communication"  # a recipe, a diary
        if purpose is None or (classify(phrase.noun)[0] in _UNSEEN and not written) or alone:
            continue
        return purpose, _MENDING[purpose], whole_of(reading, phrase)
    return None


def whole_of(reading: Reading, phrase: Phrase) -> Phrase:
    """ "The bell of the town hall" for its last part, "a train full of paintings" for what is in it."""
    while phrase.start and reading.tokens[lead(reading, phrase)[0] - 1].word == "of":
        at = lead(reading, phrase)[0] - 1
        left = next((one for one in reading.found if one.end == at - (reading.tokens[at - 1].word in ("full", "made"))), None)
        if left is None:
            break
        phrase = left
    return phrase


def _held(reading: Reading, player: Phrase | None) -> Found | None:
    """ "Trapped in a lift", "a mountaineer stranded on a ledge": get out, or away."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for at, token in enumerate(tokens):
        if token.word not in _HELD or (at and (tokens[at - 1].tag == "D" or (token.word == "lost" and tokens[at - 1].word == "one"))):
            continue
        before = next(
            (
                one
                for one in reading.found
                if one.end <= at and all(word.tag in ("X", "R") or word.lemma == "get" for word in tokens[one.end : at])
            ),
            None,
        )
        same = player is not None and before is not None and before.noun == player.noun
        if before is not None and player is None and not somebody(reading, before) and classify(before.noun)[0] in _FETCHED:
            return "find", "fetch|", before  # "my sister's wedding dress is stuck in the dry cleaner's"
        if before is not None and mine and id(before) not in mine and not same:
            if somebody(reading, before):
                return "rescue", "rescue|", before
            continue
        place = next((phrase for phrase in reading.found if at < phrase.start <= at + 3), None)
        if place is None or place.noun in ABOUT or place.noun in ("metre", "meter", "foot", "mile", "kilometre", "kilometer", "thought"):
            continue
        if place.preposition in ("in", "inside", "under", "beneath", "below", "underneath", "behind", "within", "aboard"):
            return "escape", "get out|of ", place
        return ("escape", "get away|from ", place) if place.preposition in ("on", "at") else None
    return None


def _lost_thing(reading: Reading) -> Found | None:
    """ "Lost luggage, small airport": the thing that opens a premise of few words."""
    for phrase in reading.found:
        said = {token.word for token in reading.tokens[max(0, phrase.start - 1) : phrase.head.index]}
        if said & {"lost", "missing", "stolen"} and not somebody(reading, phrase) and classify(phrase.noun)[0] not in ("place", "time"):
            return "find", "find|", phrase
    return None


_LETTERS: Final = frozenset(("postcard", "letter", "message", "note", "invitation", "telegram", "parcel", "photograph", "diary", "map"))
"""Whose work may be to stay up: "a night guard at the toy museum"."""
_SPELLS: Final = frozenset(
    (
        "day",
        "night",
        "week",
        "shift",
        "morning",
        "evening",
        "lesson",
        "term",
        "year",
        "call",
        "job",
        "flight",
        "patrol",
        "performance",
        "case",
    )
)


def wanting(reading: Reading, player: Phrase | None) -> str | None:
    """What is wanted where a premise only names somebody or some place: "a village without music", "a nurse on her first day", "a dentist for dragons"."""
    for phrase in reading.found:
        at = lead(reading, phrase)[0] - 1
        left = next((one for one in reading.found if one.end == at), None)
        if at > 0 and reading.tokens[at].word == "without" and left is not None and not somebody(reading, phrase):
            placed = classify(left.noun)[0] in ("place", "group", "location", "time") or biome_of(left.noun) is not None
            if placed and classify(phrase.noun)[0] not in ("attribute", "time") and phrase.noun not in ABOUT:
                return f"bring {'' if phrase.determiner is None else 'the '}{text_of(reading, phrase)} back"
    words = [token.word for token in reading.tokens]
    for phrase in reading.found:
        at = lead(reading, phrase)[0]
        if words[max(0, at - 3) : at] == ["in", "love", "with"] and phrase.noun not in ABOUT:
            return f"win the heart of {the(reading, phrase)}"
    for phrase in reading.found:
        if phrase.noun in _SPELLS and any(token.word == "first" for token in reading.tokens[phrase.start : phrase.end]):
            return f"get through the first {phrase.noun}"
    first = reading.found[0] if reading.found else None
    if first is not None and first.start <= 1 and first.preposition is None and not any(one.acts for one in reading.found):
        if first.noun in _LETTERS:  # "a postcard from nowhere"
            return f"find out who is behind the {first.text}"
        haunted = "haunted" in {token.word for token in first.modifiers}
        if keeper_of(first.noun) and classify(first.noun)[0] == "place" and not haunted:  # "a bakery on the edge of a volcano"
            return f"keep the {first.text} going"
    return None
