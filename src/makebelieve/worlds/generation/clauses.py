"""Clauses of a premise: who does what a verb says, and which verbs only tell when or on what condition."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from makebelieve.language import Phrase, Token, lemma
from makebelieve.worlds.generation.cues import ABOUT, HOSTILE
from makebelieve.worlds.generation.presence import said_of
from makebelieve.worlds.generation.reading import Reading, lead, somebody


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before "to": whoever does this is after what follows.
_ABOUT_IT: Final = frozenset(("story", "tale", "game", "world", "adventure", "one", "something", "premise", "it"))
WILLING: Final = word_set(
    "have need want try hope plan decide wish intend mean dare aim seek promise agree attempt set go come vow swear long ask hire force order"
    " send choose determine struggle return rush volunteer dream love like prefer offer begin start work learn commission invite tell beg"
    " convince persuade trust train task teach help pick conspire scheme race hurry fight travel journey head summon condemn bind command"
    " expect require allow prepare compel oblige tempt desperate ready eager determined about hired forced ordered sent chosen asked sworn"
    " chance mission quest job plan night day hour minute week until time task dream wish order promise duty turn"
)
BIDDING: Final = word_set("ask tell order force beg invite hire send command bid urge want expect allow require persuade convince")
OPENERS: Final = frozenset((".", "!", "?", ":", ";"))
UNDER: Final = frozenset(
    ("if", "when", "before", "after", "while", "until", "unless", "because", "since", "although", "whenever", "till", "where", "once")
)
SHOULD: Final = frozenset(("must", "should", "shall", "let"))


def base_of(tokens: list[Token], i: int) -> str | None:
    token = tokens[i]
    if token.tag in ("V", "VS", "VG", "VD"):
        return token.lemma
    if infinitive(tokens, i) or (token.tag in ("N", "NS", "A", "I") and i and tokens[i - 1].word in SHOULD):
        base = lemma(token.word, "verb")
        return base if base == token.word else None
    return None


def said_of_earlier(tokens: list[Token], at: int) -> bool:
    """Whether the nearest "not" before a verb that begins at `at` is said of another one: "who cannot swim | wants to reach the island"."""
    for n in range(at - 1, -1, -1):
        if tokens[n].word in ("not", "never", "cannot"):
            return False
        if tokens[n].tag == "V" and n and (tokens[n - 1].word in ("not", "never", "cannot")):
            return True
    return False


def infinitive(tokens: list[Token], i: int) -> bool:
    """Whether the token stands behind a "to" of the verb: "has to wind up", which the tagger may take for a noun."""
    if i < 1 or tokens[i - 1].word != "to":
        return False
    return (
        tokens[i - 1].tag == "M" or (i > 1 and tokens[i - 2].lemma in ("have", "has", "had", "need", "want", "try")) or tokens[i].tag == "V"
    )


def clause_start(tokens: list[Token], i: int) -> int:
    """Where the clause of a verb begins."""
    at = i
    while at > 0 and tokens[at - 1].word not in OPENERS:
        if tokens[at - 1].word == "," and not (at > 1 and tokens[at].tag in ("D", "A", "N") and _closes(tokens, at)):
            break
        at -= 1
    return at


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a comma opens an apposition that a second comma closes: "Mirela, a puppeteer in Prague, hides"."""
    return any(tokens[n].word == "," for n in range(at, min(at + 9, len(tokens)))) and tokens[at].tag in ("D", "A")


def changing(tokens: list[Token], i: int) -> bool:
    """ "I am getting shorter every day": that befalls, and nobody is after it."""
    after = tokens[i + 1].word if i + 1 < len(tokens) else ""
    return (
        tokens[i].tag == "VG"
        and tokens[i].lemma in ("get", "grow", "become", "turn")
        and after.endswith("er")
        and tokens[i + 1].tag in ("A", "R", "N")
    )


def under(tokens: list[Token], i: int) -> bool:
    """Whether the verb stands in a clause of time or condition, which says what happens and not what is wanted."""
    at = i - 1
    while at >= 0 and tokens[at].word not in OPENERS and tokens[at].word != ",":
        if tokens[at].word == "once" and tokens[at + 1].word in ("too", "more", "again", "a", "and"):
            at -= 1
            continue  # "cries wolf once too often"
        if tokens[at].word == "because" and tokens[at + 1].word == "of":
            at -= 1
            continue  # "because of a spelling mistake a knight is sent"
        if tokens[at].word in UNDER and not turns_at(tokens, at) and not _only_when(tokens, at, i) and not _limits(tokens, at, i):
            return True
        at -= 1
    return False


def turns_at(tokens: list[Token], at: int) -> bool:
    """Whether a story turns here: "until one day", "when suddenly", "but tonight"."""
    words = [token.word for token in tokens[at : at + 3]]
    if words[0] in ("until", "till") and words[1:2] in (["a"], ["an"]) and at:
        harmed = any(token.lemma in _HARMING for token in tokens[at + 2 : at + 6])
        return tokens[at - 1].word == "," or harmed  # ", until a ship arrives", "until a bully steals it"
    if words[0] in ("until", "till") and words[1:2] and words[1] in _OWN and at:
        return _is_told(tokens[:at])  # "runs a flower shop until her old boss walks in"
    if words[:1] in (["until"], ["till"], ["when"], ["then"], ["and"], ["but"]):
        words = words[1:]
        led = True
    else:
        led = at == 0 or tokens[at - 1].word in (*OPENERS, ",")
    if words[:1] == ["suddenly"] or (words[:1] == ["one"] and len(words) > 1 and words[1] in _DAYS):
        return led
    this = words[:1] in (["tonight"], ["today"]) or (words[:1] == ["this"] and len(words) > 1 and words[1] in _DAYS | {"time"})
    return led and this and at > 3


def _is_told(before: list[Token]) -> bool:
    """Whether a clause says what somebody does anyway, and nothing that has to be done or lasted through."""
    return any(token.tag == "VS" for token in before) and not any(token.lemma in _LASTS or token.word in _LASTS for token in before)


_OWN: Final = word_set("his her their my our its")
_LASTS: Final = word_set(
    "must have need want wish try hope decide swear promise wait hold keep stay survive last hide guard protect defend refuse not never to"
)
_HARMING: Final = word_set("steal kidnap destroy ruin break seize catch burn vanish disappear")
_DAYS: Final = word_set("day night morning evening afternoon summer winter spring autumn week year")


def _only_when(tokens: list[Token], at: int, i: int) -> bool:
    """Whether "before" or "after" governs a noun, and the clause of the verb at `i` begins behind it: "the night before Christmas and the reindeer have"."""
    if tokens[at].word not in ("before", "after", "since", "until", "till"):
        return False
    new = next((n for n in range(at + 1, i) if tokens[n].word in ("and", "but")), None)
    return new is not None and not any(token.tag in ("V", "VS", "X", "M", "VD", "VG") for token in tokens[at + 1 : new])


def _limits(tokens: list[Token], at: int, i: int) -> bool:
    """Whether "until" or "before" governs a time, and what is to be done by then stands behind it: "has until Friday to find out"."""
    if tokens[at].word not in ("before", "after", "since", "until", "till") or not infinitive(tokens, i):
        return False
    return not any(token.tag in ("V", "VS", "X", "M", "VD", "VG") for token in tokens[at + 1 : i - 1])


_AS_OBJECT: Final = word_set(
    "anything nothing everything something anybody anyone nobody everybody everyone somebody someone him her them it me us"
)


def subject_of(reading: Reading, i: int) -> tuple[Phrase | None, str, bool]:
    """Whose doing a finite verb is: the phrase, or the pronoun, and whether a relative clause says it."""
    tokens = reading.tokens
    ends = {phrase.end: phrase for phrase in reading.found}
    at = i
    while at > 0 and (tokens[at - 1].tag in ("R", "X", "M") or tokens[at - 1].word in ("only", "also", "to")):
        at -= 1
    if at > 0 and tokens[at - 1].word in ("who", "that", "which"):
        nearest = ends.get(at - 1) or ends.get(at - 2)
        if tokens[at - 1].word == "who" and nearest is not None and not somebody(reading, nearest):
            left = [one for one in reading.found if one.end <= nearest.start and nearest.start - one.end <= 4 and somebody(reading, one)]
            nearest = left[-1] if left else nearest  # "a monster under the bed who is scared"
        return nearest, "", True
    if at > 2 and tokens[at - 1].word in _AS_OBJECT and tokens[at - 2].tag in ("V", "VS", "VD", "VG", "I"):
        said = next((n for n in range(at - 2, max(0, at - 9), -1) if tokens[n].word in ("who", "that", "which")), 0)
        if said and (who := ends.get(said)) is not None:
            return who, "", False  # "a fisherman who has never caught anything hooks the moon"
    beside = (
        at > 1
        and tokens[at].tag in ("X", "VS", "M")
        and tokens[at - 1].word in ("her", "him", "them", "me", "us")
        and tokens[at - 2].tag not in ("V", "VS", "VD", "VG")
    )
    if at > 0 and tokens[at - 1].tag == "P" and not beside:  # "the man opposite her is reading her diary"
        return None, tokens[at - 1].word, False
    if at > 1 and tokens[at - 1].word in ("and", "but", "then"):  # "walks north and learns": whoever walks
        verbs = (n for n in range(at - 2, -1, -1) if tokens[n].word in OPENERS or tokens[n].tag in ("VS", "VD", "X", "V"))
        earlier = next((n for n in verbs if tokens[n].word in OPENERS or not under(tokens, n)), -1)
        if earlier >= 0 and tokens[earlier].word not in OPENERS and not (tokens[earlier].tag == "V" and tokens[earlier - 1].word == "to"):
            found = subject_of(reading, earlier)
            within = lead(reading, found[0])[0] if found[0] is not None else 0
            while within > 0 and tokens[within - 1].tag in ("N", "NS", "A", "D", "'"):
                within -= 1
            if (
                {tokens[i].word, tokens[at].word} & {"has", "have", "must", "needs", "wants", "decides"}
                and within > 2
                and tokens[within - 1].word == "that"
                and tokens[within - 2].tag in ("VS", "VD")
            ):
                return subject_of(reading, within - 2)  # "discovers that her teacher is a vampire and has to prove it"
            return found
    back = at
    while back > 0 and tokens[back - 1].word not in OPENERS:
        phrase = ends.get(back)
        if phrase is not None:
            leading = tokens[phrase.start - 1] if phrase.start else None
            if (within := _said_within(tokens, phrase, at)) and (head := ends.get(within)) is not None:
                return head, "", False  # "a footballer whose career ended with a bad knee coaches a team"
            among = leading is not None and leading.word == "about" and any(one.word == "who" for one in tokens[max(0, back - 8) : back])
            governed = among or (
                leading is not None and leading.tag in ("I", "M") and leading.word not in ("where", "about", "that", "until", "till")
            )
            if (not _object(tokens, phrase) or (_is_bare(tokens, phrase.end, at) and _is_said(tokens, phrase))) and not governed:
                return phrase, "", False
            back = phrase.start
            continue
        back -= 1
    return None, "", False


def _is_bare(tokens: list[Token], start: int, end: int) -> bool:
    """Whether no more than "in the attic" stands between somebody or something and its verb."""
    return start == end or (tokens[start].tag == "I" and all(token.tag in ("I", "D", "A", "N", "NS", "#") for token in tokens[start:end]))


def _is_said(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether somebody says, thinks or hears what follows: "Grandfather says a giant sleeps beneath it"."""
    at = phrase.start - 1
    while at > 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    return at > 0 and tokens[at].lemma in _SAYING and tokens[at].tag in ("V", "VS", "VD")


_SAYING: Final = word_set("say think claim believe swear hear insist know dream fear guess suspect")


def _said_within(tokens: list[Token], phrase: Phrase, i: int) -> int:
    """Where somebody ends of whom a clause says more that the phrase belongs to, and whose own verb is the one at `i`; 0 where it is none."""
    leading = tokens[phrase.start - 1].word if phrase.start else ""
    told = range(phrase.end, i)
    if leading == "whose" or tokens[phrase.start].word == "whose":
        at = phrase.start - (leading == "whose")
        return (
            at
            if any(tokens[n].tag in ("VS", "VD", "X") for n in told) and not any(tokens[n].word in ("and", "but", ",") for n in told)
            else 0
        )
    at = phrase.start - 1
    while at > 0 and tokens[at].tag in ("D", "A", "R", "#"):
        at -= 1
    if at > 1 and tokens[at].word in ("been", "is", "was") and tokens[i].tag in ("X", "VS", "VD", "M", "R"):
        while at > 0 and tokens[at].tag in ("X", "R"):
            at -= 1
        if tokens[at].word == "who":
            return at  # "a wolf who has been vegetarian for a year is invited"
    if leading in ("since", "after", "before") or tokens[phrase.start - 2].word in ("since", "after", "before"):
        who = next((n for n in range(phrase.start - 2, 0, -1) if tokens[n].word == "who" or tokens[n].tag == "."), 0)
        said = tokens[who : phrase.start]
        if (
            tokens[who].word == "who"
            and any(token.tag in ("VS", "VD") for token in said)
            and not any(token.word in ("and", "but") for token in said)
        ):
            rest = next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].tag in ("VS", "X", "M")), len(tokens))
            return who if rest >= len(tokens) or tokens[rest].tag == "." or tokens[rest].word == "to" else 0
    return 0


def same_as(reading: Reading, player: Phrase | None) -> set[int]:
    """Ids of the phrases that are the player or share its doings: "Zuri is a hacker", "Karl and his grandmother", "Mirela, a puppeteer"."""
    if player is None:
        return set()
    mine, tokens, at = {id(player)}, reading.tokens, reading.found.index(player)
    for left, right in pairwise(reading.found[max(0, at - 2) : at + 3]):
        between = [token.word for token in tokens[left.end : right.start] if token.tag not in ("D", "R", "A")]
        if not ({id(left), id(right)} & mine) or right.start < left.end:
            continue
        named = left.start > 0 and any(token.tag == "X" for token in tokens[max(0, left.start - 1) : left.start])
        if between == ["and"] and named:
            continue  # "I am the manager, and both men have": they are others
        if between == ["and"] and not somebody(reading, left) and somebody(reading, right) and _object(tokens, left):
            continue  # "the king has lost his crown and his jester must find it": the crown is nobody
        if "but" in between and "," in between:
            continue  # "they want to close the cinema, but the projectionist": another clause
        if not between and left.preposition is not None:
            continue  # "in front of the parish the organist plays"
        plain = [word for word in between if word not in ("really", "only", "just", "but", "he", "she", "still", "called", "named", "her")]
        if plain in (["and"], [","], [",", "is"], ["is"], ["are"], ["am"], ["was"], [], ["of"]) and (
            somebody(reading, left) or somebody(reading, right)
        ):
            mine |= {id(left), id(right)}
    return mine


def _object(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the phrase stands right behind a verb: what is done to it, or where it is done."""
    at = phrase.start - 1
    while at >= 0 and tokens[at].tag in ("D", "#", "A", "R"):
        at -= 1
    return at >= 0 and tokens[at].tag in ("V", "VS", "VG", "VD")


def beginning(tokens: list[Token]) -> int:
    """Where the story begins, behind words about it: "I want a story about", "make it about", "a cosy one where"."""
    for at, token in enumerate(tokens[:14]):
        if token.word in ("about", "where", "starring", "featuring") and _ABOUT_IT & {one.word for one in tokens[:at]}:
            return at + 1
    return 0


def doer(reading: Reading) -> Phrase | None:
    """Whoever is said to want something or to have to do it, the first who means no harm."""
    tokens = reading.tokens
    some: list[Phrase] = []
    for i in range(1, len(tokens)):
        if infinitive(tokens, i):
            at = i - 2
            while at > 0 and tokens[at].tag in ("R", "P"):
                at -= 1
            if at >= 0 and tokens[at].lemma == "turn" and tokens[i - 2].word == "out":
                continue  # "turns out to be a duke"
            if at >= 0 and tokens[at].lemma in BIDDING and at < i - 2 and tokens[at].tag in ("V", "VS", "VD"):
                continue  # "the queen asks her to become": it is not the queen who does
            if at >= 0 and tokens[at].lemma == "go" and tokens[i].word == "be" and tokens[min(i + 1, len(tokens) - 1)].tag == "VD":
                continue  # "the train is going to be scrapped": that is done to it
            if at < 0 or (tokens[at].lemma not in WILLING and tokens[at].word not in ("has", "had")) or tokens[at].tag in ("N", "NS"):
                continue
        elif tokens[i - 1].word == "must" and base_of(tokens, i):
            at = i
        else:
            continue
        phrase, word, relative = subject_of(reading, at)
        lifeless = phrase is not None and not somebody(reading, phrase)
        led = lead(reading, phrase)[0] if phrase is not None else 0
        if led > 1 and tokens[led - 1].lemma in ("want", "need") and tokens[led - 1].tag in ("V", "VS", "VD"):
            continue  # "a haunted house wants a family to move in"
        if relative and phrase is not None and phrase.preposition == "of" and tokens[at].lemma in ("begin", "start"):
            continue  # "built on the back of a turtle that has begun to dive"
        if lifeless and tokens[at].lemma in ("begin", "start", "seem", "appear", "happen", "go", "use"):
            continue  # "her forecasts have started to obey her"
        if lifeless and phrase is not None and tokens[i].word == "be" and led > 2:
            continue  # "and the hay has to be at the farm": somebody brings it
        if (
            lifeless
            and phrase is not None
            and tokens[led - 1].word == "and"
            and led == phrase.start
            and tokens[led].tag != "D"  # "the queen sleeps and a page must": a page is somebody
            and somebody(reading, reading.found[0])
        ):
            phrase, lifeless = reading.found[0], False  # "an elephant who is too big for hide and seek wants"
            led = lead(reading, phrase)[0]
        if phrase is None or word or phrase.noun in ABOUT or under(tokens, at) or (relative and not somebody(reading, phrase)):
            continue
        if said_of(reading, phrase) and reading.found[0] is not phrase and somebody(reading, reading.found[0]):
            phrase = reading.found[0]  # "a frog who used to be a prince must avoid"
        led = lead(reading, phrase)[0]
        if led > 1 and tokens[led - 1].word in ("that", "which", "whom") and tokens[led - 2].tag in ("N", "NS"):
            continue  # "raises a calf that the farmer wants to sell"
        told = tokens[led - 2].lemma if led > 1 and tokens[led - 1].word == "that" else ""
        if told in (
            "me",
            "us",
            "you",
            "discover",
            "learn",
            "find",
            "realise",
            "realize",
            "notice",
            "hear",
            "overhear",
            "know",
            "see",
            "suspect",
        ):
            continue  # "Jack discovers that the captain plans to sell the passengers"
        if (
            relative
            and phrase.preposition == "of"
            and tokens[at].lemma in ("go", "about")
            and any(somebody(reading, one) and one.end < led for one in reading.found)
        ):
            continue  # "hears the confession of a man who is going to kill him"
        if relative and phrase.start > 2 and phrase.preposition in ("to", "for", "with", "from", "against", "by", "past"):
            continue  # "rides to a mother who is about to have twins"
        if [token.word for token in tokens[max(0, led - 2) : led]] in (["he", "and"], ["she", "and"], ["they", "and"]):
            phrase = next((one for one in reading.found if somebody(reading, one) and one.end < led), phrase)  # "he and his horse must"
        some.append(phrase)
    kind = [phrase for phrase in some if phrase.noun not in HOSTILE] or some
    return kind[0] if kind else None


def strange(reading: Reading, i: int, mine: set[int]) -> bool:
    if reading.tokens[i].tag not in ("VS", "V", "VD") or (i and reading.tokens[i - 1].word == "to"):
        return False
    phrase, word, _ = subject_of(reading, i)
    return phrase is not None and id(phrase) not in mine and not word
