"""What a premise says of the things and beings in it: that a starter whispers gossip, that the tides have stopped, that a lamp glows when somebody lies.

A claim is a finite clause in the present whose subject is not the one who plays. It is true in the world from its first scene on, and so can be
seen or heard there, in the premise's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import OPENERS, UNDER, word_set
from makebelieve.worlds.generation.clausewords import clause_of, the
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.deeds import theirs, yours
from makebelieve.worlds.generation.happenings import Happening
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.reading import GROUPS, Reading, animate, cased, lead, somebody
from makebelieve.worlds.generation.verbs import participle

Sense = Literal["heard", "seen", "minded", "done", "is"]
"""heard: a sound. seen: something that moves or shines. minded: what somebody has in mind. done: what else is done. is: how it stands."""

_HEARD: Final = word_set(
    "whisper hum sing ring howl bark talk speak tick rattle creak cry laugh scream roar growl chirp buzz knock chime toll mutter mumble moan"
    " sigh snore whistle squeak beep crackle click drone groan wail croak purr hiss echo sound shout murmur sob giggle chatter gossip"
)
_SEEN: Final = word_set(
    "glow shine flicker sparkle dance move float spin drift flash burn smoke steam grow bloom fly swim crawl rise swing wander turn sway twinkle"
    " pulse change leak drip melt crack shake tremble blink fall sink wave climb hover roll"
)
_MUSIC: Final = word_set("song songs tune tunes music melody waltz march hymn note notes lullaby jazz piece chord")
_PLAYS: Final = word_set(
    "piano violin fiddle guitar cello flute trumpet drum harp accordion organ radio gramophone jukebox band orchestra pianist box"
)
_SAYS: Final = word_set("say think claim believe swear insist dream imagine suspect pretend hope fear doubt guess promise tell")
_WISHES: Final = word_set("want need hope wish plan decide like love think know try intend expect mean seem come arrive approach")
"""What is still to come, or goes on in somebody's head."""
_MINDED: Final = word_set("refuse believe hate fear love trust remember forget forbid beg ask insist promise lie taste see hear sleep")
"""What is known of somebody by being with them."""
_FINDS: Final = word_set("find discover realise realize learn notice get receive inherit tell say let help share meet wake wake_up")
_WERE: Final = frozenset(("was", "were", "had", "did", "been"))
_LOOSE: Final = frozenset(("I", "D", "C", "M", "X", "#"))
_LEFT_OVER: Final = frozenset(
    (
        "very",
        "only",
        "just",
        "not",
        "so",
        "too",
        "also",
        "even",
        "still",
        "quite",
        "how",
        "why",
        "that",
        "than",
        "as",
        "what",
        "who",
        "which",
    )
)
_PARTICLES: Final = frozenset(
    ("out", "up", "down", "off", "away", "back", "over", "in", "on", "apart", "again", "backwards", "too", "now", "alone")
)
_OTHERS: Final = frozenset(("it", "them", "this", "these", "those"))
"""Words that stand for what a clause by itself does not name."""
_SOMETIMES: Final = re.compile(
    r"\b(?:when|whenever|if|only|every|each|at|until|before|after|once|not|never|no|nobody|nothing|zero|while|last|next)\b"
)
"""What is so at times, or is not, shows in no picture of any moment."""
_ASIDE: Final = frozenset(("although", "though", "because", "since", "while"))
_SPAN: Final = re.compile(r" (?:an?|one|two|three|the|\d+) (?:second|minute|hour|day|night|week|month|year|moment)s?$")
_DAYS: Final = re.compile(r"\b((?:tomorrow|today|tonight|yesterday|next week|last week|next year|last year)['’]s) ([a-z]+)")
_TOUCHED: Final = frozenset(
    ("object", "device", "container", "vehicle", "plant", "food", "clothing", "weapon", "instrument", "treasure", "creature")
)
_CALLED: Final = re.compile(r"(?:is|are) (?:an? )?[\w-]+(?: [\w-]+)?$")
"""Only says who somebody is: "my mum is a firefighter"."""
_TO_COME: Final = re.compile(
    r"^(?:is|are) (?:due|about to|supposed to|going to)\b|\b(?:tomorrow|tonight|soon|next (?:week|month|year|day))\b"
)
_SUPPOSED: Final = re.compile(r"\s*(?:what (?:if|would happen if)|imagine (?:if|that)|suppose(?: that)?)\b", re.IGNORECASE)
_ITS_OWN: Final = re.compile(r"(?<=when|..if|ever) (?:it\b|[a-z ]*\bit$)")
"""What is done to the thing itself, and it does something: "only starts when you sing to it"."""
_FEWEST: Final = 3
_MOST: Final = 17


@dataclass(frozen=True, slots=True)
class Claim:
    """`shown` and `told` are the clause as pictures and as the narration say it; `verb` its base form."""

    subject: Phrase
    name: str
    """How the premise calls it, with what stands behind its noun: "the knight in the portrait"."""
    shown: str
    told: str
    verb: str
    sense: Sense
    always: bool
    """Whether it is so at any moment, and a picture may show it."""
    person: bool


def claims_of(reading: Reading, told: list[Happening], mine: set[int], pronoun: str) -> list[Claim]:
    """The claims of a premise among the clauses `told` in it; `mine` are the phrases that stand for the player, `pronoun` is the player's."""
    made: list[Claim] = []
    for one in told:
        subject = _subject(reading, one)
        if subject is None or id(subject) in mine or subject.noun in ABOUT or subject.determiner in ("no", "any", "some"):
            continue
        if _is_reported(reading, one):
            continue
        if subject.start <= one.at < subject.end or not _is_present(reading, one, subject) or not _is_open(reading, one):
            continue
        vague = one.pronoun == "it" and classify(subject.noun)[0] not in _TOUCHED
        if one.resumed and (vague or reading.tokens[one.start - 1].word not in ("and", "but", ",", ".")):
            continue  # "tells the weather, and it is never wrong": which of the two? "thinks she is a captain": nobody says that it is so
        becomes = one.verb == "get" and "going" in one.aspect  # "the ice is getting thin"
        finds = one.verb.partition("_")[0] in _FINDS and "keeps" not in one.aspect and not becomes
        true = one.words(reading)[:1] in (["true"], ["alive"], ["loose"])  # "her jokes come true"
        if finds or (one.verb.partition("_")[0] in _WISHES and not true) or classify(subject.noun)[0] in ("act", "event", "time"):
            continue
        clause = _clause(reading, one, subject)
        if clause is None or any(subject is other.subject for other in made):
            continue
        person = animate(subject) or somebody(reading, subject)
        head, rest = clause
        if (owner := head.partition(" ")[0]) in ("its", "his", "her", "their") and owner != PRONOUNS[pronoun][2]:
            head = f"the {head.partition(' ')[2]}"  # whose it is was told before
        if _TO_COME.search(rest) or (person and _CALLED.match(rest)):
            continue
        alike = not (subject.plural and pronoun in ("she", "he"))
        own = (
            person and alike and one.verb != "be"
        )  # "the patient is her brother" is told of the player's, "has lost her key" of the one who lost it
        said = f"{yours(head, pronoun)} {_rest(rest, pronoun, own)}"
        shown = f"{theirs(head, pronoun)} {theirs(rest, pronoun)}"
        words = set(re.findall(r"[a-z]+", rest.lower()))
        acts = _stems({token.word for token in reading.tokens[one.start : one.end] if token.tag in ("V", "VS", "VD", "VG")}) | {one.verb}
        plays = "play" in acts and (bool(words & _MUSIC) or subject.noun in _PLAYS)
        speaks = (plays or bool(acts & _HEARD)) and not words & {"not", "cannot", "never", "no"}
        sense: Sense = (
            "heard" if speaks else "is" if one.verb in ("be", "have") or "passive" in one.aspect
            else "seen" if acts & _SEEN else "minded" if one.verb in _MINDED or (person and "can" in one.aspect) else "done"
        )  # fmt: skip
        behind = _behind(reading, one) if subject is one.subject and not one.relative else ""
        name = f"{head} {behind}" if behind and rest.startswith(behind) else head
        made.append(
            Claim(subject, name, shown, said, one.verb, sense, _SOMETIMES.search(f" {rest} ") is None and "daily" not in one.aspect, person)
        )
    return made


def _is_reported(reading: Reading, one: Happening) -> bool:
    """Whether a clause is only what somebody says or thinks: "my grandfather says that the sea owes him a boat", or asks for what is done to:
    "what people have thrown away"."""
    tokens, at = reading.tokens, one.start - 1
    while at > 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    if at > 0 and tokens[at].word in ("what", "whatever", "whom"):
        return True
    at -= at > 0 and tokens[at].word == "that"
    return at > 0 and tokens[at].lemma in _SAYS and tokens[at].tag in ("V", "VS", "VD", "VG")


def _behind(reading: Reading, one: Happening) -> str:
    """What stands between the noun of a clause and its verb: "in the portrait"."""
    tokens = reading.tokens
    at = end = one.subject.end if one.subject is not None else one.at
    if at >= len(tokens) or tokens[at].tag != "I":
        return ""
    while end < one.at and tokens[end].tag in ("I", "D", "A", "N", "NS", "P", "#", "'"):
        end += 1
    return cased(reading, " ".join(token.word for token in tokens[at:end]).replace(" 's", "'s"))


def _stems(words: set[str]) -> set[str]:
    """The words and what they may be forms of: "whispers", "whispering", "danced"."""
    return words | {re.sub(r"(?:ing|es|ed|s)$", "", word) for word in words} | {re.sub(r"(?:ing|ed)$", "e", word) for word in words}


def _subject(reading: Reading, one: Happening) -> Phrase | None:
    """Whom or what a clause tells of: of "a piano in the woods that plays by itself" the piano."""
    if one.subject is None or not one.relative:
        return one.subject
    inner, tokens = one.subject, reading.tokens
    at = lead(reading, inner)[0] - 1
    outer = next((phrase for phrase in reading.found if phrase.end == at), None)
    if at > 0 and tokens[at].word in ("in", "on", "at", "under", "behind", "from", "near", "with", "inside") and not one.resumed:
        if outer is None:  # "there is a tree in the park that grows umbrellas": the tree was not found
            return None if tokens[at - 1].tag in ("N", "NS") or classify(inner.noun)[0] == "place" else inner
        acts = tokens[one.at].lemma in _HEARD | {"play"} or (tokens[one.at].lemma in _SEEN | _MINDED and classify(inner.noun)[0] == "place")
        if inner.plural != (tokens[one.at].tag == "V") or acts:
            return None if not outer.plural and tokens[one.at].tag == "V" else outer
    return inner


def _is_present(reading: Reading, one: Happening, subject: Phrase) -> bool:
    tokens = reading.tokens
    if supposed(reading) and ({"plain", "passive"} & one.aspect or "could" in one.aspect):
        return True
    said = {token.word for token in tokens[max(0, one.at - 3) : one.at + 1]}
    if said & _WERE or {"fated", "due", "will", "could", "would", "must", "should", "may"} & one.aspect:
        return False
    if "modal" in one.aspect:
        return "can" in one.aspect
    if {"do", "does"} & said:
        return True
    many = subject.plural or (subject.count or 1) > 1
    if "plain" in one.aspect and one.verb not in ("be", "have"):
        return tokens[one.at].tag == ("V" if many else "VS")
    return tokens[one.at].word not in _WERE


def _is_open(reading: Reading, one: Happening) -> bool:
    """Whether a clause is told for its own sake: nothing that is only to come, supposed, or asked."""
    if not one.aside:
        return True
    at = next((n for n in range(one.at - 1, -1, -1) if reading.tokens[n].word in UNDER), None)
    return at is not None and (reading.tokens[at].word in _ASIDE or (supposed(reading) and reading.tokens[at].word == "if"))


def supposed(reading: Reading) -> bool:
    """Whether a premise asks what would be if it were so: in its world it is."""
    return _SUPPOSED.match(reading.premise) is not None


def _as_it_is(rest: str, one: Happening, *, many: bool) -> str:
    """What is supposed, told as it is: "stopped pulling the tides" as "has stopped pulling the tides", "could talk" as "can talk"."""
    first, space, behind = rest.partition(" ")
    if first in ("could", "was", "were"):
        return f"{'can' if first == 'could' else 'are' if many else 'is'}{space}{behind}"
    verb = one.verb.partition("_")[0]
    if "modal" in one.aspect or first in ("had", "would", "will") or verb in ("be", "have") or first == verb or first.endswith("s"):
        return rest
    return f"{'have' if many else 'has'} {participle(verb)}{space}{behind}"


def _agrees(subject: Phrase, one: Happening, first: str) -> bool:
    """Whether a predicate goes with the number of its subject, which the words of a question or of two subjects do not: "the spider become"."""
    if subject.plural or (subject.count or 1) > 1:
        return first not in ("has", "is", "does", "was")
    free = {"modal", "can", "fated", "due"} & one.aspect
    return first not in ("have", "are", "do", "were") and (bool(free) or first != one.verb.partition("_")[0] or subject.noun in GROUPS)


def _clause(reading: Reading, one: Happening, subject: Phrase) -> tuple[str, str] | None:
    """Subject and predicate, or None where the words would not stand by themselves."""
    said = clause_of(reading, one)
    head = the(reading, one.subject, plain=True) if one.subject is not None else ""
    if not said.startswith(head):
        return None
    rest = re.sub(r"\bcan not\b", "cannot", said[len(head) :].strip(" ,;")).replace("s's ", "s' ").replace(" o clock", " o'clock")
    rest = re.sub(r"^(?:, )?(?:who|that|which) ", "", rest)
    written = {word.lower(): word for word in re.findall(r"(?<=[a-z,;] )[A-Z][a-z]+", reading.premise)}  # "on Tuesdays"
    rest = " ".join(written.get(word, word) for word in rest.split())
    if (day := _DAYS.search(reading.premise)) is not None:  # read as "the weather"
        rest = re.sub(rf"\bthe {day[2]}\b", f"{day[1]} {day[2]}", rest)
    rest = f"{rest}{_condition(reading, one, rest)}"
    if re.search(rf"\b{re.escape(' '.join(rest.split()[-2:]))} (?:before|after)\b", reading.premise):
        rest = _SPAN.sub("", rest)  # "has run off with your ring | an hour before the ceremony"
    if subject is not one.subject:
        head = the(reading, subject, plain=True)
    if supposed(reading):
        rest = _as_it_is(rest, one, many=subject.plural or (subject.count or 1) > 1)
    words = rest.split()
    if words and not _agrees(subject, one, words[0]):
        return None
    if (
        not _FEWEST <= len(words) + len(head.split()) <= _MOST
        or not words
        or set(re.sub(_ITS_OWN, "", rest if one.verb != "have" else re.sub(r" [a-z]+ it$", "", rest)).split()) & _OTHERS
    ):
        return None
    last = _last(reading, one, words[-1])
    clipped = last is not None and last.tag in _LOOSE and last.word not in _PARTICLES
    if (clipped and not (last is not None and last.tag == "X" and reading.tokens[last.index - 1].tag == "P")) or words[-1] in _LEFT_OVER:
        return None
    if re.search(r"[^\w\s,'’-]", rest) or (len(words) == 1 and one.verb in ("be", "have", "do", "go", "get", "say")):
        return None
    every = reading.tokens[max(0, subject.start - 1)].word if subject.determiner is None else subject.determiner
    if every in ("every", "each"):
        head = re.sub(r"^(?:the|every|each) ", f"{every} ", head)
    return head, rest


def _condition(reading: Reading, one: Happening, rest: str) -> str:
    """When it is so, where the premise says it: " whenever somebody tells a lie"."""
    tokens = reading.tokens
    at = next(
        (n for n in range(one.after, len(tokens)) if tokens[n].tag == "." or tokens[n].word in UNDER | {",", "and", "but"}), len(tokens)
    )
    if at >= len(tokens) or tokens[at].word not in ("when", "whenever", "if") or tokens[at].word in rest.split():
        return ""
    end = at + 1
    while end < len(tokens) and end - at < 9 and tokens[end].tag != "." and tokens[end].word not in OPENERS | {",", "and", "but"}:
        end += 1
    if end - at < 3 or tokens[end - 1].tag in _LOOSE:
        return ""
    return " " + cased(reading, " ".join(token.word for token in tokens[at:end]).replace(" 's", "'s"))


def _last(reading: Reading, one: Happening, word: str) -> Token | None:
    return next((token for token in reversed(reading.tokens[one.at : one.end + 8]) if token.word == word.lower()), None)


def _rest(rest: str, pronoun: str, person: bool) -> str:
    """What is said of the subject, said to the player: "does not believe her" is "does not believe you", but a king's "his crown" stays his."""
    _, them, _ = PRONOUNS[pronoun]
    rest = re.sub(r"\b(?:my|our)\b", "your", rest) if person or pronoun == "it" else yours(rest, pronoun)
    rest = re.sub(r"\b(?:me|us)\b", "you", rest)
    return re.sub(rf"\b{them}(?= to |$)", "you", rest) if pronoun in ("she", "he") else rest
