"""The points of a premise: what it says of its player, of the reason of the deed, of what it is done to and of where it plays that sets it apart.

Each is told by the kind of its words, and passed over wherever they may mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.morphology import PRONOUNS, is_plural, plural_verb

_LONGEST: Final = 8
"""Words that one point keeps: of longer ones nobody knows where they end."""
_KIN: Final = (
    r"(?:(?:late|dead|own|lost|old|little|big|younger|older|elder|twin|great|missing|sick|poor|best|dear|only|first) )*"
    r"(?:(?:grand|step|great-grand|god)?(?:mother|father|son|daughter|ma|pa|child|children|parents)|grandad|granny|gran|mum|mom|dad|sister|brother|twin"
    r"|aunt|uncle|cousin|niece|nephew|wife|husband|friend|teacher|master|captain|family|village|sisters|brothers|friends)"
)
_END: Final = (
    r"(?=[.,;!?]|$| (?:and|but|because|before|until|so|while|when|who|has|must|wants|needs|is|to|on|in|at|for|under|near|years|long)\b)"
)
_STATES_OF: Final = (
    (re.compile(r"^(?:too )?(?:afraid|scared|terrified|frightened) of (.+)$"), "fear"),
    (re.compile(r"^(?:has|have|with) an? (?:terrible |great |secret |deep )?(?:fear|phobia) of (.+)$"), "fear"),
    (re.compile(r"^fears? (.+)$"), "fear"),
    (re.compile(r"^allergic to (.+)$"), "allergic"),
    (re.compile(r"^can ?not (.+)$"), "cannot"),
    (re.compile(r"^can only (.+)$"), "limited"),
    (re.compile(r"^can (?!not\b|only\b)(.+)$"), "able"),
    (re.compile(r"^(?:has|have|had|with) no (.+)$|^without (?:any |an? )?(.+)$"), "lacking"),
    (re.compile(r"^(?:has|have) lost (?:his|her|their|my|its) (sense of .+)$"), "lacking"),
    (re.compile(r"^(?:has|have) never (.+)$"), "first"),
    (re.compile(r"^(?:does|do) not believe in (.+)$"), "unbelieving"),
    (re.compile(r"^(?:does|do) not want to (.+)$"), "unwilling"),
    (re.compile(r"^hates? (.+)$"), "hating"),
    (re.compile(r"^loves? (.+)$"), "loving"),
    (re.compile(r"^always (gets? lost|loses?|[a-z]+s(?: [a-z]+)*)$"), "always"),
    (re.compile(r"^secretly (an? .+)$"), "secret"),
    (re.compile(r"^dreams? of ([a-z]+ing\b.*)$"), "dreaming"),
    (re.compile(r"^(?:thinks?|believes?) (?:that )?(?:he|she|it|I)(?: is| am|['’]s|['’]m) (an? .+)$"), "certain"),
)
_SOLVES: Final = word_set(
    "overcome conquer face learn become stop cure lose prove reveal confess tell show admit hide remember regain recover grow beat lift break"
)
"""Deeds after which it may not be as it was with whoever did them."""
_ENDS: Final = word_set("free save end stop break lift cure restore wake start thaw melt mend repair undo overthrow drain rebuild reopen")
"""Deeds after which a place may not be what it was."""
_DONE_FIRST: Final = frozenset(("find", "rescue", "solve", "steal", "restore", "deliver", "reach", "escape"))
_LOOSE: Final = frozenset(("V", "VS", "X", "M", "S"))


@dataclass(frozen=True, slots=True)
class Point:
    """One of them, by the title of its row in the table of payoffs and its words."""

    kind: str
    words: dict[str, str]
    lasts: bool = True
    """Whether it still holds once the deed is done, and may be said then."""


def points_of(draft: WorldDraft, pronoun: str) -> list[Point]:
    """The points of a premise, what is most its own first; one of a kind."""
    found: dict[str, Point] = {}
    for one in (
        *_of_player(draft, pronoun),
        *_of_others(draft, pronoun),
        *_of_deed(draft),
        *_of_object(draft),
        *_of_place(draft),
        *_of_nature(draft),
    ):
        found.setdefault(one.kind, one)
    return list(found.values())


# --- whoever plays --------------------------------------------------------------------------------------------------------------------


def _of_player(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """A fear, a lack, a wish: "who is afraid of fire", "She cannot swim"."""
    they, words = PRONOUNS[pronoun][0], _words(draft.goal.whole or draft.goal.deed or "")
    pronouns = rf"(?:{they}|I)" if they != "they" else "(?:they|I|we)"
    later = [
        match[1]
        for match in re.finditer(
            rf"(?:^|[.!?;,] |, (?:and|but) | and | but )(?:But |And )?{pronouns} ((?:is|are|am|can|cannot|has|have|hates?|dreams?|does|do|thinks?|believes?)\b[^.,;!?]*)",
            draft.premise,
            re.IGNORECASE,
        )
    ]
    relative = re.findall(
        r"\bwho ((?:dreams? of|thinks?|believes?|is secretly|always|has never|have never|does not want to) [^.,;!?]*)", draft.premise
    )
    if draft.player is not None and not re.match(
        rf"\W*(?:an?|the|my|our|your|{re.escape(draft.player.name or 'an')})?\b[^.,;!?]{{0,40}}\bwho\b", draft.premise, re.IGNORECASE
    ):
        relative = []  # of whom it is said is not sure
    if draft.player is not None:  # "The farmer's dog thinks he is a sheep."
        who = rf"\W*(?:an?|the|my|our) {re.escape(draft.player.phrase)}"
        relative += re.findall(
            rf"^{who} ((?:thinks|believes|dreams of|hates|is secretly|has never|does not believe) [^.,;!?]*)", draft.premise, re.IGNORECASE
        )
    for said in (*draft.traits, *later, *relative):
        said = re.sub(r"^(?:is|are|am) ", "", re.sub(r"\b(can|does|do)n['’]t\b", r"\1 not", said)).replace("cannot", "can not")
        said = re.sub(r"^is secretly ", "secretly ", said)
        kind, rest = next(((kind, match[match.lastindex or 1]) for form, kind in _STATES_OF if (match := form.match(said))), ("", ""))
        if not kind:
            kind, rest = _habit(said)
        rest = _whole(rest) if kind and said.split()[-1].lower() in draft.premise.lower() and rest.lower() in draft.premise.lower() else ""
        if not rest or (
            kind in ("fear", "allergic", "hating", "loving", "unbelieving", "lacking", "secret", "certain") and not _is_noun(rest)
        ):
            continue
        verb = lemma(rest.split()[0], "verb") or rest.split()[0]
        if kind == "cannot" and verb not in tables.read("payoffs")["cannot"].words("verbs"):
            continue
        if kind == "lacking" and not set(rest.split()[:1]) & tables.read("payoffs")["lacking"].words("nouns"):
            continue
        solved = bool(words & _SOLVES) or bool(_words(rest) & words)
        if kind in ("cannot", "lacking", "limited", "dreaming", "unwilling") and solved:
            continue
        if kind == "always":
            rest = plural_verb(rest)
        if kind == "first":
            own = re.sub(rf"\b(?:my|our|{PRONOUNS[pronoun][2]})\b(?= \w)", "their own", rest)
            yield Point(kind, {"x": rest, "theirs": own})
            continue
        yield Point(kind, {"x": rest}, lasts=not solved)


def _habit(said: str) -> tuple[str, str]:
    """ "Faints at the sight of blood" as what somebody does, in the base form."""
    first, _, rest = said.partition(" ")
    verb = lemma(first, "verb") or first
    return (
        ("habit", f"{verb} {rest}".strip()) if verb in tables.read("payoffs")["habit"].words("verbs") and first.endswith("s") else ("", "")
    )


def _of_nature(draft: WorldDraft) -> Iterator[Point]:
    """An adjective of the player: "a shy violinist", "a retired burglar"."""
    said = {one.lower() for one in draft.traits} | set((draft.player.phrase if draft.player is not None else "").lower().split()[:-1])
    words = _words(draft.goal.whole or draft.goal.deed or "")
    for kind in ("natured", "born", "retired", "disgraced"):
        for word in sorted(said & tables.read("payoffs")[kind].words("words")):
            yield Point(kind, {"x": word}, lasts=not words & _SOLVES)


def _of_others(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What others make of the player: "but nobody believes her"."""
    them = rf"(?:{PRONOUNS[pronoun][1]}|me|us)"
    if re.search(rf"\b(?:nobody|no one|noone) (?:else )?(?:believes|will believe) {them}{_END}", draft.premise, re.IGNORECASE):
        yield Point("doubted", {})
    if re.search(
        rf"\b(?:every(?:one|body)|(?:all )?the other [a-z]+) (?:laughs?|makes? fun) (?:at|of) {them}{_END}", draft.premise, re.IGNORECASE
    ):
        yield Point("mocked", {})


# --- the deed -------------------------------------------------------------------------------------------------------------------------


def _of_deed(draft: WorldDraft) -> Iterator[Point]:
    """What the deed is for, what comes after it, and what it is to be in time for."""
    goal, premise, deed = draft.goal, draft.premise, draft.goal.deed or ""
    if not goal.stated or not deed:
        return
    made = {
        "second": _second(draft, deed),
        "purpose": _purpose(draft, deed),
        "enabling": "",
        "reason": _reason(premise, deed),
        "event": _event(premise, deed) if goal.purpose in _DONE_FIRST else "",
    }
    if (match := re.search(r"\bso (?:that )?((?:her|his|their|my|our|the|an?) [^.,;!?]+? (?:can|could) [^.,;!?]+)", premise)) is not None:
        made["enabling"] = _whole(match[1].replace(" could ", " can "))
    yield from (Point(kind, {"x": said}) for kind, said in made.items() if said)


def _second(draft: WorldDraft, deed: str) -> str:
    """What is to be done with what has been done: "repair the radio and call Earth"."""
    whole = draft.goal.whole or ""
    if whole:
        return _whole(whole[len(deed) + 5 :]) if whole.startswith(f"{deed} and ") else ""
    match = re.search(rf"\b(?:to|must) {re.escape(deed)},? and (?:then )?([a-z]+) ([^.,;!?]+)", draft.premise)
    if match is None or match[1] in {*deed.split(), *_IDLE} or tag(tokenise(f"to {match[1]} {match[2]}"))[1].tag != "V":
        return ""
    return _whole(f"{match[1]} {match[2]}")


def _purpose(draft: WorldDraft, deed: str) -> str:
    """What is to come of it: "to pay for her sister's medicine", where that is not the deed."""
    verbs = "|".join(sorted(tables.read("payoffs")["purpose"].words("verbs")))
    match = re.search(rf"[a-z]+ (?:in order )?to (({verbs})\b [^.,;!?]+)", draft.premise)
    if match is None or deed.startswith(match[2]):
        return ""
    before, said = tag(tokenise(draft.premise[: match.start(1)]))[-2:-1], _whole(match[1])
    return said if before and before[0].tag in ("N", "NS", "R") and not (draft.goal.whole or "").endswith(said or ".") else ""


def _reason(premise: str, deed: str) -> str:
    """Why it is done: "because her mother is ill", said of the deed and of nothing else."""
    match = re.search(r"[a-z] because ((?:her|his|their|my|our|the|an?|nobody|everybody|everyone) [^.,;!?]+)", premise)
    if match is None:
        return ""
    told = premise[: match.start() + 1]
    wanted = re.search(r"\b(?:must|has to|have to|wants? to|needs? to|tries to)\b[^.,;!?]*$", told) is not None
    said = _whole(match[1]) if wanted or told.endswith(deed[-12:]) else ""
    return said if said and {"V", "VS", "X", "VD"} & {token.tag for token in tag(tokenise(said))} else ""


def _event(premise: str, deed: str) -> str:
    """What somebody takes part in, once what has gone wrong is put right: "enters a cake competition, but"."""
    match = re.search(
        r"\b(?:enters?|joins|signs up for|takes part in|competes in|trains for|prepares for) ((?:the|an?|her|his|their) [^.,;!?]+?),? (?:but|and then|when)\b",
        premise,
    )
    said = re.sub(r"^(?:an?|the) ", "the ", match[1]) if match is not None else ""
    head = said.split()[-1] if said else ""
    known = head in _EVENTS or (head != "" and classify(head)[0] in ("event", "act"))
    return said if known and len(said.split()) <= 6 and head not in _words(deed) else ""


_IDLE: Final = word_set("try see hope wait learn discover find notice realise realize not")
_EVENTS: Final = word_set(
    "competition contest tournament race show festival championship match marathon derby fair audition final cup trial exam play concert ball parade quiz opera derby bake-off"
)


def _of_object(draft: WorldDraft) -> Iterator[Point]:
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
    who = rf"((?:her|his|their|my|our) (?:own )?{_KIN}){_END}"
    passive = rf"\b{head} (?:(?:that|which) )?(?:(?:was|were|had been) )?(?:[a-z]+ly )?([a-z]+) (by|from) {who}"
    active = rf"\b{head} (?:(?:that|which) )?((?:her|his|their|my|our) {_KIN}) (?:once |(had )(?:once )?)?([a-z]+){_END}"
    if (match := re.search(passive, premise)) is not None and _is_past(f"it was {match[1]}"):
        if match[3].split()[-1] in present:
            return
        if match[2] == "from":
            yield Point("whose", {"x": match[3]})
        else:
            yield Point("made", _by(match[3], f"{goal.object} {'were' if many else 'was'} {match[1]} by {match[3]}"))
    elif (
        (match := re.search(active, premise)) is not None
        and _is_past(f"she {match[2] or ''}{match[3]} it")
        and match[1].split()[-1] not in present
    ):
        yield Point("made", _by(match[1], f"{match[1]} {match[2] or ''}{match[3]} {goal.object}"))


def _by(who: str, said: str) -> dict[str, str]:
    """The words of what one of the player's kin did with a thing."""
    noun = who.split()[-1]
    return {"x": who, "said": said, "kin": "him" if noun in HE else "her" if noun in SHE else "them" if is_plural(who) else who}


def _is_past(said: str) -> bool:
    return any(token.tag == "VD" for token in tag(tokenise(said)))


# --- the place ------------------------------------------------------------------------------------------------------------------------


def _of_place(draft: WorldDraft) -> Iterator[Point]:
    """What a place is said to be: "in a kingdom where laughing is forbidden", "on an island that only appears at low tide", "a haunted hotel"."""
    goal = draft.goal
    words = _words(goal.whole or goal.deed or "")
    ended = bool(words & _ENDS) or re.search(r"\bback\b", goal.deed or "") is not None
    form = r"\b([Ii]n|[Oo]n|[Aa]t|[Uu]nder|[Ii]nside|[Aa]board) (an?|the) ((?:[a-z-]+ ){1,3}?)(where|that|which) ([^.,;!?]+)"
    for match in re.finditer(form, draft.premise):
        noun = match[3].split()[-1]
        clause = _whole(match[5])
        tags = tag(tokenise(clause)) if clause else []
        if not tags or (classify(noun)[0] not in ("place", "location", "building", "vehicle") and noun not in _PLACES):
            continue
        led = match[4] == "where"
        first = tags[0] if tags[0].tag != "R" and tags[0].word not in ("only", "never", "always") else tags[min(1, len(tags) - 1)]
        if (led and not any(token.tag in ("VS", "X", "V") for token in tags)) or (not led and first.tag not in ("VS", "X", "NS", "M")):
            continue
        if any(token.tag == "VD" for token in tags) and not any(token.tag == "X" for token in tags):
            continue  # "where she was born"
        turns = ended or bool(_words(clause) & _words((goal.whole or goal.deed or "").replace(clause, "")) - _words(noun))
        where = f"{match[1].lower()} {match[2]} {match[3]}{match[4]} {clause}"
        yield Point(
            "where" if led else "place",
            {
                "x": where,
                "was": re.sub(r"\b(that|which|where .+) (is|are)\b(?= (?:[a-z]+ly )?[a-z]+ing\b)", _was, where),
                "said": clause if led else f"the {match[3]}{clause}",
            },
            lasts=not turns,
        )
        return
    for match in re.finditer(r"\b(haunted|abandoned|deserted|cursed|forbidden) ((?:[a-z-]+ )?[a-z]+)\b", draft.premise):
        tags = tag(tokenise(match[0]))
        nouns = [token.word for token in tags[1:] if token.tag in ("N", "NS")]
        if len(nouns) == len(tags) - 1 or (nouns and tags[1].word == nouns[0]):
            name = " ".join(nouns if len(nouns) == len(tags) - 1 else nouns[:1])
            if classify(name.split()[-1])[0] in ("place", "location", "building", "vehicle") or name.split()[-1] in _PLACES:
                kind = "abandoned" if match[1] == "deserted" else match[1]
                healed = ended or goal.purpose in ("restore", "protect")
                if not is_plural(name):
                    yield Point(kind, {"x": name}, lasts=not healed)
                    return


def _was(match: re.Match[str]) -> str:
    """What went on while the story did: "a ship that was slowly sinking"."""
    return f"{match[1]} {'was' if match[2] == 'is' else 'were'}"


_PLACES: Final = word_set(
    "island planet kingdom town city village world land country ship lake forest house hotel castle school street valley station circus lighthouse hospital"
)


# --- words ----------------------------------------------------------------------------------------------------------------------------


def _whole(said: str) -> str:
    """The words of a point up to where they end; "" where that is not sure."""
    said = re.split(
        r"[.,;:!?]| (?:and|but|so|because|before|until|while|must|has to|have to|wants to|needs to|tries to)\b", said, maxsplit=1
    )[0].strip()
    words = said.split()
    tags = tag(tokenise(said))
    for before, token, after in zip(tags, tags[1:], [*tags[2:], tags[-1]], strict=False):
        if before.tag == "N" and token.word in _GOES_ON:
            return _whole(said.partition(f" {token.word}")[0])
        if before.tag == "N" and token.tag in ("NS", "VS") and lemma(token.word, "verb") and after.tag in ("I", "D", "P", "M"):
            return ""  # "becoming a gardener | works in a factory"
    if not words or len(words) > _LONGEST or tags[-1].tag in ("D", "C", "M", "S"):
        return ""
    return said


_GOES_ON: Final = word_set("works lives goes runs owns guards wakes moves finds gets takes keeps gives opens wins joins enters")
"""Verbs that a sentence goes on with behind what is said of somebody: "who dreams of becoming a gardener | works in a factory"."""


def _is_noun(said: str) -> bool:
    """Whether words are one noun phrase, or its "-ing"."""
    tags = tag(tokenise(said))
    return bool(tags) and not any(token.tag in _LOOSE for token in tags) and tags[-1].tag in ("N", "NS", "VG", "A")


@cache
def _words(said: str) -> frozenset[str]:
    """The words that say something, each also in its base form."""
    some = [word for word in re.findall(r"[a-z]+", said.lower()) if len(word) > 2 and word not in _PLAIN]
    return frozenset([*some, *(base for word in some for kind in ("verb", "noun") if (base := lemma(word, kind)))])


_PLAIN: Final = word_set("the and for her his their your with from into that this who what when where all one out has have are was not")
