"""The points of a premise: what it says of its player, of the reason of the deed, of what it is done to and of where it plays that sets it apart.

Each is told by the kind of its words, and passed over wherever they may mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.frailty import told_in
from makebelieve.worlds.generation.hardships import BODY
from makebelieve.worlds.generation.morphology import PRONOUNS, is_plural, plural_verb
from makebelieve.worlds.generation.pointdeeds import points_of_deed, points_of_object
from makebelieve.worlds.generation.pointplaces import points_of_place
from makebelieve.worlds.generation.pointwords import END, Point, content, is_noun, whole
from makebelieve.worlds.generation.subjects import is_thing

_HAD: Final = frozenset(("hazard", "communication", "place", "body"))
"""Kinds of what somebody may have besides things: a torch, a licence, a home."""
_BAD: Final = word_set("broken bad wooden weak stiff lame sore injured twisted left sprained torn glass hurt")
_STATES_OF: Final = (
    (re.compile(r"^(?:too )?(?:afraid|scared|terrified|frightened) of (.+)$"), "fear"),
    (re.compile(r"^(?:has|have|with) an? (?:terrible |great |secret |deep )?(?:fear|phobia) of (.+)$"), "fear"),
    (re.compile(r"^fears? (.+)$"), "fear"),
    (re.compile(r"^allergic to (.+)$"), "allergic"),
    (re.compile(r"^made (?:out )?of (.+)$"), "made_of"),
    (re.compile(r"^can ?not (.+)$"), "cannot"),
    (re.compile(r"^can only (.+)$"), "limited"),
    (re.compile(r"^can (?!not\b|only\b)(.+)$"), "able"),
    (re.compile(r"^(?:has|have|had|with) no (.+)$|^without (?:any |an? )?(.+)$"), "lacking"),
    (re.compile(r"^(?:has|have) lost (?:his|her|their|my|its) (sense of .+)$"), "lacking"),
    (re.compile(r"^(?:has|have) lost (?:his|her|their|my|its) (hearing|sight|eyesight|voice|nerve|courage|confidence)$"), "lost"),
    (re.compile(rf"^(?:with|has|have) ((?:an?|two) (?:{'|'.join(sorted(_BAD))}) (?:{'|'.join(sorted(BODY))}|feet))$"), "with"),
    (
        re.compile(
            r"^(?:with|has|have) ((?:a |an )?(?:stage fright|cold|fever|headache|toothache|limp|lisp|stammer|stutter|vertigo|asthma|hiccups))$"
        ),
        "with",
    ),
    (re.compile(r"^((?:sixty|seventy|eighty|ninety|a hundred|\d\d+)(?: years old)?|too [a-z]+)$"), "being"),
    (re.compile(r"^(?:has|have) never ((?:lost|failed|missed) .+)$"), "record"),
    (re.compile(r"^(?:has|have) never (.+)$"), "first"),
    (re.compile(r"^(?:with|has|have) (?:only |just |but )?(one (?:leg|arm|eye|hand|wing|ear|tooth|foot|shoe|glove|lung|horn))$"), "having"),
    (re.compile(r"^never ((?:laughs?|smiles?|cr(?:y|ies)|lies?|hurr(?:y|ies)|sleeps?|blinks?|sings?|dances?)(?: .+)?)$"), "never"),
    (re.compile(r"^(?:does|do) not believe in (.+)$"), "unbelieving"),
    (re.compile(r"^(?:does|do) not want to (.+)$"), "unwilling"),
    (re.compile(r"^hates? (.+)$"), "hating"),
    (re.compile(r"^loves? (.+)$"), "loving"),
    (re.compile(r"^always (gets? lost|loses?|[a-z]+s(?: [a-z]+)*)$"), "always"),
    (re.compile(r"^secretly (an? .+)$"), "secret"),
    (re.compile(r"^dreams? of ([a-z]+ing\b.*)$"), "dreaming"),
    (re.compile(r"^(?:thinks?|believes?) (?:that )?(?:he|she|it|I)(?: is| am|['’]s|['’]m) (an? .+)$"), "certain"),
)
_SOLVES: Final = word_set("overcome conquer face learn become stop cure regain recover grow beat lift break befriend tame")
"""Deeds after which it may not be as it was with whoever did them."""
_TELLING: Final = word_set("prove reveal confess tell show admit announce")
"""Deeds after which a secret may be none."""


def points_of(draft: WorldDraft, pronoun: str) -> list[Point]:
    """The points of a premise, what is most its own first; one of a kind."""
    found: dict[str, Point] = {}
    for one in (
        *_of_hardships(draft, pronoun),
        *_of_player(draft, pronoun),
        *_of_others(draft, pronoun),
        *points_of_deed(draft, pronoun),
        *points_of_object(draft),
        *points_of_place(draft),
        *_of_nature(draft),
    ):
        found.setdefault("ailing" if one.kind == "lost" else one.kind, one)
    return list(found.values())


def _of_hardships(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What ails the player, and what else the premise tells against the deed: "her knee has given out", "somebody has hidden the sugar"."""
    if not draft.goal.stated:
        return
    deed = content(draft.goal.whole or draft.goal.deed or "")
    done_to = content((draft.goal.whole or draft.goal.deed or "").partition(" ")[2])  # the paint has run out, and a gate is to be painted
    for one, own in told_in(draft.premise):
        ails = one.kind == "ailing"
        if ails and (not own or deed & _SOLVES):
            continue
        if one.thing is not None and (one.thing.noun in done_to or {"it", "them"} & done_to):
            continue
        said = one.clause if ails else one.past
        if draft.player is not None and one.subject is not None and one.subject.noun == draft.player.noun:
            said, own = re.sub(rf"^.*?\b{re.escape(one.subject.noun)} (?=had|was|were|could)", "they ", said), True
        said = _said_to_you(said) if own else said
        said = re.sub(r" (?:in|on|to|under|with|at|from) (?:it|them)$", "", said)  # "the ferry has a hole in it"
        if said.lower() != (draft.danger or "").lower():
            stands = one.kind != "done" or bool(_BARS & set(re.findall(r"[a-z]+", said.lower())))
            yield Point("ailing" if ails else "against", {"said": said}, lasts=stands)


_BARS: Final = frozenset(
    ("banned", "forbidden", "prohibited", "outlawed", "closed", "shut", "locked", "blocked", "sealed", "cancelled", "canceled", "refused", "stopped",
     "flooded", "empty", "full", "deserted", "dark", "bare", "dry", "sold", "fired", "sacked", "banished", "fenced", "barred")
)  # fmt: skip
"""What stands in the way of a deed; what somebody else has only done is nothing that one does it in spite of."""
_TO_YOU: Final = {"is": "are", "am": "are", "was": "were", "has": "have"}
_OWN: Final = {"he": "his", "she": "her", "i": "my", "we": "our", "they": "(?:his|her|their|its)", "it": "its"}


def _said_to_you(said: str) -> str:
    """What is said of the player, said to them: "she has lost her voice", "her knee has given out"."""
    first, _, rest = said.partition(" ")
    own = _OWN.get(first.lower(), first.lower())
    told = re.sub(r"^(is|am|was|has)\b", lambda match: _TO_YOU[match[1]], rest)
    told = f"you {told}" if first.lower() in _OWN else f"your {rest}"
    return re.sub(rf"\b{own}\b(?= \w)", "your", told)


def _of_player(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """A fear, a lack, a wish: "who is afraid of fire", "She cannot swim"."""
    they, words = PRONOUNS[pronoun][0], content(draft.goal.whole or draft.goal.deed or "")
    pronouns = rf"(?:{they}|I)" if they != "they" else "(?:they|I|we)"
    later = [
        match[1]
        for match in re.finditer(
            rf"(?:^|[.!?;,] |, (?:and|but) | and | but | (?:al|even )?though | although | because )(?:But |And )?{pronouns} ((?:is|are|am|can|cannot|has|have|hates?|loves?|fears?|dreams?|does|do|thinks?|believes?|stutters?|stammers?|snores?|faints?|sneezes?)\b(?:(?! and | but )[^.,;!?])*)",
            draft.premise,
            re.IGNORECASE,
        )
    ]
    relative = re.findall(
        r"\bwho ((?:dreams? of|thinks?|believes?|is secretly|secretly is|always|never|gets|has never|have never|does not want to) [^.,;!?]*)",
        draft.premise,
    )
    if draft.player is not None and not re.match(
        rf"\W*(?:an?|the|my|our|your|{re.escape(draft.player.name or 'an')})?\b[^.,;!?]{{0,40}}\bwho\b", draft.premise, re.IGNORECASE
    ):
        relative = []  # of whom it is said is not sure
    relative += [f"without {match}" for match in re.findall(rf"\bwithout (?:an?|any) ([a-z]+(?: [a-z]+)?){END}", draft.premise)]
    if draft.player is not None:  # "The farmer's dog thinks he is a sheep."
        who = rf"\W*(?:an?|the|my|our) {re.escape(draft.player.phrase)}"
        relative += re.findall(
            rf"^{who} ((?:thinks|believes|dreams of|hates|is secretly|secretly is|can only|cannot|can['’]t|has never|does not believe) [^.,;!?]*)",
            draft.premise,
            re.IGNORECASE,
        )
    for said in (*draft.traits, *later, *relative):
        said = re.sub(r"^(?:is|are|am) ", "", re.sub(r"\b(can|does|do)n['’]t\b", r"\1 not", said)).replace("cannot", "can not")
        said = re.sub(r"^(?:is secretly|secretly is) ", "secretly ", said)
        said = re.split(r" (?:when|whenever) | (?:any more|anymore|any longer)$", said)[0]
        kind, rest = next(((kind, match[match.lastindex or 1]) for form, kind in _STATES_OF if (match := form.match(said))), ("", ""))
        if not kind:
            kind, rest = _habit(said)
        written = rest.partition(" ")[2] if kind == "habit" else rest
        rest = whole(rest) if kind and all(word.lower() in draft.premise.lower() for word in (written, rest.split()[-1])) else ""
        if not rest or (
            kind in ("fear", "allergic", "hating", "loving", "unbelieving", "lacking", "secret", "certain", "made_of") and not is_noun(rest)
        ):
            continue
        verb = lemma(rest.split()[0], "verb") or rest.split()[0]
        if kind == "cannot" and verb in tables.read("payoffs")["cannot"].words("besides"):
            continue
        if kind == "lacking" and not (
            set(rest.split()[:1]) & tables.read("payoffs")["lacking"].words("nouns")
            or is_thing(rest.split()[-1])
            or classify(rest.split()[-1])[0] in _HAD
        ):
            continue
        same = kind not in ("fear", "hating", "loving", "allergic") and bool(content(rest) & words)
        told = kind == "secret" and bool(words & _TELLING)
        solved = (bool(words & _SOLVES) or same or told or (draft.goal.deed or "").startswith("lose ")) and kind not in (
            "able",
            "made_of",
            "record",
        )
        if kind in ("cannot", "lacking", "limited", "dreaming", "unwilling", "lost") and solved:
            continue
        if kind in ("with", "being"):
            yield Point("ailing", {"said": f"you {'have' if kind == 'with' else 'are'} {rest}"}, lasts=not solved)
            continue
        if kind in ("always", "never"):
            rest = plural_verb(rest)
        if kind == "first":
            own = re.sub(rf"\b(?:my|our|{PRONOUNS[pronoun][2]})\b(?= \w)", "their own", rest)
            yield Point(kind, {"x": rest, "theirs": own})
            continue
        yield Point(kind, {"x": rest}, lasts=not solved)


def _habit(said: str) -> tuple[str, str]:
    """ "Faints at the sight of blood" as what somebody does, in the base form."""
    if re.match(r"gets? (?:airsick|seasick|carsick|dizzy|hiccups|homesick)\b", said):
        return "habit", f"get{said[4:] if said.startswith('gets') else said[3:]}"
    first, _, rest = said.partition(" ")
    verb = lemma(first, "verb") or first
    return (
        ("habit", f"{verb} {rest}".strip()) if verb in tables.read("payoffs")["habit"].words("verbs") and first.endswith("s") else ("", "")
    )


def _of_nature(draft: WorldDraft) -> Iterator[Point]:
    """An adjective of the player: "a shy violinist", "a retired burglar"."""
    said = {one.lower() for one in draft.traits} | set((draft.player.phrase if draft.player is not None else "").lower().split()[:-1])
    words = content(draft.goal.whole or draft.goal.deed or "")
    for kind in ("natured", "born", "retired", "disgraced"):
        for word in sorted(said & tables.read("payoffs")[kind].words("words")):
            yield Point(kind, {"x": word}, lasts=not words & _SOLVES)


_SPOKEN: Final = frozenset(("speak", "talk", "tell", "say"))
"""What nobody plays without doing it."""


def _of_others(draft: WorldDraft, pronoun: str) -> Iterator[Point]:
    """What others make of the player: "but nobody believes her"."""
    them = rf"(?:{PRONOUNS[pronoun][1]}|me|us)"
    if re.search(rf"\b(?:nobody|no one|noone) (?:else )?(?:believes|will believe) {them}{END}", draft.premise, re.IGNORECASE):
        yield Point("doubted", {})
    if re.search(
        rf"\b(?:every(?:one|body)|(?:all )?the other [a-z]+) (?:laughs?|makes? fun) (?:at|of) {them}{END}", draft.premise, re.IGNORECASE
    ):
        yield Point("mocked", {})
    they = PRONOUNS[pronoun][0]
    form = rf"\bevery(?:one|body)(?: else)? (?:says|thinks|believes) (?:that )?(?:{they}|I|we) (?:is|are|am) (too [a-z]+){END}"
    if (match := re.search(form, draft.premise)) is not None:
        yield Point("underrated", {"x": match[1]})
    form = r"\b(?:has |have )?(?:promised|sworn|vowed|promises|swears|vows) (?:never|not) to ([^.,;!?]+)"
    said = whole(match[1]) if (match := re.search(form, draft.premise)) is not None else ""
    broken = set(said.split()) & _SPOKEN or content(said) & content(draft.goal.whole or draft.goal.deed or "")
    if said and not broken:
        yield Point("vow", {"x": said})
    form = r"^(?:My|Our) ([^.,;!?]+?) (?:is|are) (?:afraid|scared|terrified) of ([^.,;!?]+)"
    if (match := re.search(form, draft.premise)) is not None and (said := whole(match[2])) and is_noun(said):
        noun = match[1].split()[-1]
        near = noun in {one.noun for one in draft.companions} or noun in (draft.goal.object or "").split()
        if near and draft.player is None and is_noun(match[1]) and not is_plural(match[1]):
            yield Point("companion", {"x": said, "who": f"your {match[1]}"}, lasts=not content(draft.goal.deed or "") & _SOLVES)
