"""How it stands with the one who plays: what is said of them shows on the way, and what the premise adds to the deed is said again."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.comings import entry_of, rows_at, said_of
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, fill
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.natures import overcome
from makebelieve.worlds.generation.verbs import participle

_SLOTS: Final = re.compile(r"[{}<>|\[\]]")
"""What a premise may write that would be read as a slot."""


_CAUGHT: Final = re.compile(
    r"\b(catch|catches|find|finds|stop|stops|arrest|arrests|kill|kills|eat|eats|reach|reaches|hear|hears|throw|throws|kick|kicks|send|sends"
    r"|turn|turns|put|puts|lock|locks|take|takes|drag|drags|see|sees|miss|misses) (her|him|them)(?= (?:out|away|off|back|home|up|in)\b|$)"
)
"""What others do to whoever plays: "before the landlord throws her out"."""
_ANYWHERE: Final = frozenset(("memory", "amnesia", "wheelchair", "crutch", "crutches", "phobia"))
"""Words that say how somebody is wherever they stand: "who has lost her memory"."""


def traits_of(draft: WorldDraft) -> list[tables.Entry]:
    """The rows of the table of traits that the premise tells of its player: "deaf", "made of paper", "nine years old"."""
    said = [draft.player.phrase if draft.player is not None else "", *draft.traits]
    words: set[str] = set()
    years: set[str] = set()
    for one in said:
        years |= set(re.findall(r"\b(\w+)[- ]years?[- ]old\b", one.lower()))
        some = re.findall(r"[a-z]+", re.sub(r"\b(\w+)[- ]years?[- ]old\b", "", one.lower()))  # nine years old is not old
        own = one is said[0] or len(some) < 3 or some[:2] in (["made", "of"], ["made", "from"], ["turned", "into"])
        words |= set(some if own else some[:1]) | (set(some) & _ANYWHERE)  # "with seven little mice" says nothing of how big one is
    if draft.player is not None and (draft.player.noun in _trained() or draft.player.category != "person"):  # a young doctor is no child
        words -= {"young", "little"}
    return [entry for entry in tables.read("traits").values() if words & entry.words("words") or years & entry.words("years")]


_CHILDREN: Final = frozenset(
    (
        "prince",
        "princess",
        "schoolboy",
        "schoolgirl",
        "pupil",
        "student",
        "patient",
        "page",
        "farmgirl",
        "farmboy",
        "goatherd",
        "paperboy",
        "papergirl",
    )
)
_GROWN: Final = frozenset(
    ("woman", "man", "mother", "father", "couple", "widow", "warrior", "samurai", "viking", "lady", "gentleman", "hunter", "ranger", "outlaw",
     "spy", "thief", "stowaway", "emperor", "traveller", "wife", "husband", "bride", "inspector", "officer", "lieutenant", "adventurer", "explorer")
)  # fmt: skip


@cache
def _trained() -> frozenset[str]:
    """Nouns of those who have learned a trade."""
    at_home = {word for entry in tables.read("homes").values() for word in entry.words("people") if classify(word)[0] == "person"}
    return frozenset(word for entry in tables.read("trades").values() for word in entry.words("nouns")) | (at_home - _CHILDREN) | _GROWN


def spared_by(traits: list[tables.Entry]) -> re.Pattern[str] | None:
    """What texts for such a player do without: nothing is heard by the deaf."""
    words = sorted({word for entry in traits for word in entry.words("spared")})
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) if words else None


def holds_out(draft: WorldDraft) -> bool:
    """Whether the deed is to hold out until something comes, rather than to be done by then."""
    return (draft.deadline or "").startswith(("until", "till")) and draft.goal.purpose in ("survive", "protect")


def pressing(draft: WorldDraft, pronoun: str) -> list[tables.Entry]:
    """What is thought of the deadline, the danger and what is on its way, as rows like those of a trait."""
    stage = tables.read("stages")["circumstance"]
    made: list[tables.Entry] = []
    for said, danger in ((draft.deadline, False), (draft.danger, True)):
        if said:
            kind, words = _spoken(draft, said, pronoun, danger=danger)
            made.append(tables.Entry("deadline", {"onward": tuple(fill(frame, words) for frame in stage.items(f"{kind}_onward"))}))
    coming = entry_of(draft.coming)
    if coming is not None and coming.items("onward") and not holds_out(draft):
        made.append(tables.Entry("coming", {"onward": coming.items("onward")}))
    return [entry for entry in made if entry.items("onward")]


def _spoken(draft: WorldDraft, said: str, pronoun: str, *, danger: bool = False) -> tuple[str, dict[str, str]]:
    """Which row of texts a deadline, manner or danger has ("until the tide turns", "in three days"), and its words, said to the player."""
    # "stop the professor before he melts the ice": who "he" is stays open where there is another than the player
    alone = not any(_may_be(they, pronoun) for they in _others(draft))
    clause = _SLOTS.sub("", _addressed(yours(said, pronoun if alone else "they")))
    if alone:  # "before his mother calls him" is said with both of them turned
        clause = re.sub(rf"\b(your [a-z]+ [a-z]+(?:s|ed)) {PRONOUNS[pronoun][1]}\b", r"\1 you", clause)
    if not draft.companions and (alone or not draft.goal.person):  # "before the police catch her": whoever plays is meant
        own = (PRONOUNS[pronoun][1], "them")
        clause = _CAUGHT.sub(lambda match: f"{match[1]} you" if match[2] in own else match[0], clause)
    first, _, rest = clause.partition(" ")
    words = {"clause": clause, "Clause": capital(clause), "span": rest}
    if danger:
        return "danger", words
    if first in ("until", "till"):
        return ("until" if holds_out(draft) else "limit"), words
    return first if first in ("by", "in") else "before", words


def _others(draft: WorldDraft) -> list[str]:
    """The pronouns of those who have a part in the deed beside the player; "they" where a premise does not say."""
    told: list[str] = [one.pronoun for one in (*draft.foes, *([draft.recipient] if draft.recipient else []))]
    if draft.goal.person:
        words = set((draft.goal.object or "").lower().split()) - {"his", "her"}
        beast = any(classify(word)[0] == "creature" for word in words)
        told.append("they" if draft.goal.plural else "it" if beast else "she" if words & SHE else "he" if words & HE else "they")
    return told


def _may_be(they: str, pronoun: str) -> bool:
    """Whether somebody may be whom the pronoun of the player stands for."""
    return they == pronoun or they == "they" or pronoun == "they"


def remind(builder: Builder, draft: WorldDraft, key: str) -> None:
    """The premise's deadline, danger and manner, said by whoever is asked and once more in the last scene, `key`."""
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    talk = next(event for event in builder.events if event["kind"] == "terminal")["terminal"]["facts"]
    state = builder.states[key]
    for said, name in ((draft.condition, "manner"), (draft.danger, "danger"), (draft.deadline, "")):
        if not said:
            continue
        kind, words = _spoken(draft, said, scenery.player.pronoun, danger=name == "danger")
        row = name or kind
        talk.insert(0, {"text": scenery.narrate(scenery.pick(stage.items(row), f"fact {row}"), **words)})
        if name != "danger" or not draft.deadline:
            state["narration"] = f"{state['narration']} {scenery.narrate(scenery.pick(stage.items(row), f'last {row}'), **words)}"
    near = rows_at(scenery.coming, builder.place_of[key], "late_")
    if near:
        builder.feature(key, scenery.parted(scenery.pick(near, "late"), builder.place_of[key]))


def conclude(builder: Builder, draft: WorldDraft) -> None:
    """How it ends with the deadline, the danger and what was on its way, said in every ending."""
    scenery, stage = builder.scenery, tables.read("stages")["circumstance"]
    names = {scenery.seen["goal"], scenery.told["goal"]}
    over = {name: after for name in names if (after := overcome(draft.goal, name)) != name}
    for state in builder.states.values():
        if "ending" not in state:
            continue
        won = state["ending"]["kind"] == "win"
        if won:
            for before, after in over.items():
                for row in ("base", "narration"):
                    state[row] = state[row].replace(before, after).replace(capital(before), capital(after))
                title = re.sub(re.escape(before), after, state["ending"]["title"], flags=re.IGNORECASE)
                state["ending"] |= {"title": capital(title), "subtitle": state["narration"]}
        told: list[str] = []
        if draft.deadline:
            kind, words = _spoken(draft, draft.deadline, scenery.player.pronoun)
            rows = stage.items(f"{kind}_{'won' if won else 'lost'}")
            if not won and (happened := _happened(kind, words)):
                rows, words = stage.items(f"{kind}_came"), words | {"came": happened}
            told += [scenery.narrate(scenery.pick(rows, f"{kind} {won}"), **words)] if rows else []
        near = " coming " in f" {draft.danger} "  # "pirates are coming at dawn": in the end it is dawn, and they are there
        if (
            draft.danger and not won and (scenery.coming is None or (scenery.coming.items("hours") and not near))
        ):  # "the tide is coming in": it is in
            danger = draft.danger.removesuffix(f" {draft.deadline}")  # "the air runs out in six hours": they are over
            _, words = _spoken(draft, danger, scenery.player.pronoun, danger=True)
            told.append(scenery.narrate(scenery.pick(stage.items("danger_lost"), "danger lost"), **words))
        coming = said_of(scenery.coming, "came" if won == builder.lasting else "kept")
        if coming and not (won and told):
            told.append(scenery.pick(coming, f"coming {won}"))
        if told:
            state["narration"] = " ".join([state["narration"], *told])
            state["ending"]["subtitle"] = state["narration"]


_BY: Final = re.compile(
    r"(?:(?:next|this) )?(?:[A-Z]\w+|noon|midnight|midday|nightfall|sunset|sunrise|dawn|dusk|morning|evening|winter|spring|summer|autumn|harvest)$"
)
_PRONOUNS: Final = frozenset(
    ("he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "anyone", "anybody", "somebody", "someone")
)


_COMES_ABOUT: Final = frozenset(
    [
        "ends",
        "starts",
        "begins",
        "opens",
        "closes",
        "leaves",
        "returns",
        "lands",
        "strikes",
        "arrives",
        "sails",
        "dies",
        "wakes",
        "stops",
        "breaks",
        "falls",
        "rises",
        "sets",
        "departs",
    ]
)


_WHEN: Final = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at (?:noon|midnight|dawn|dusk|sunrise|sunset|[a-z]+ o'clock)|tomorrow|tonight|in the morning)\b.*$"
)
"""When it was to come: once it has come, that is not said."""


def _happened(kind: str, words: dict[str, str]) -> str:
    """What has come about once it is too late, of a deadline that names it: "mum has woken up" of "before mum wakes up", "noon" of "by noon"."""
    if kind == "by":
        return capital(words["span"]) if _BY.match(words["span"]) else ""
    if kind != "before":
        return ""
    clause = re.sub(r"^(?:just |long )?before ", "", words["clause"])
    first, _, rest = clause.partition(" ")
    if clause == words["clause"] or first.lower() in _PRONOUNS or not rest:
        return ""
    if (due := re.match(r"(.+) (is|are) due to ([a-z]+)$", clause)) is not None:  # "before the bus is due to leave"
        return f"{due[1]} {'has' if due[2] == 'is' else 'have'} {participle(due[3])}"
    tokens = tag(tokenise(clause))
    for before, token in pairwise(tokens):
        if token.tag == "X":
            return clause
        several = token.tag == "V" and before.tag == "NS"
        if token.tag == "VS" or several or (token is tokens[-1] and token.word in _COMES_ABOUT and len(tokens) > 2):  # "the ceasefire ends"
            verb = re.search(rf"(?<= ){re.escape(token.written)}\b", clause)
            base = lemma(token.word, "verb") or token.word
            return (
                ""
                if verb is None
                else f"{clause[: verb.start()]}{'have' if several else 'has'} {participle(base)}{_WHEN.sub('', clause[verb.end() :])}"
            )
    return ""


def _addressed(said: str) -> str:
    """What "I" say in a premise, said to the player."""
    for mine, told in (
        (r"\bI am\b|\bI['’]m\b", "you are"),
        (r"\bI was\b", "you were"),
        (r"\b[Ii]\b", "you"),
        (r"(?<=is |as |re |an |of )mine\b", "yours"),
    ):
        said = re.sub(mine, told, said)
    return said
