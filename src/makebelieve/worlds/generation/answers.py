"""The answer to what a premise asks: why the robots forget their names, where the tunnel leads, what is in the box. It is chosen once for a world;
whoever is asked and the clue point at it, and both ways of winning tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from makebelieve.language import Phrase, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import capital, determined, fill, sentence
from makebelieve.worlds.generation.morphology import PRONOUNS
from makebelieve.worlds.generation.natures import is_toy
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.reading import Reading, lead, read

_QUESTION: Final = re.compile(
    r"^(?!decide|choose|pick|judge|tell)[a-z]+(?: (?:out|at|into|up|to the bottom of))?(?: (?:exactly|really|just))? (who|what|why|where|how|whether|if)\b (.+)$"
)
_ONESELF: Final = re.compile(r"(?:I|you|he|she|they|it) (?:really )?(?:am|is|was|are|were)$")
_TRUTH: Final = re.compile(r"^[a-z]+(?: out| the)* (?:truth|secret|mystery) (?:about|behind|of) (.+)$")
_FATE: Final = re.compile(r"^[a-z]+(?: into)? the (?:[a-z]+ )?(?:disappearance|vanishing|death|loss|fate|mystery) of (.+)$")
_DEATHS: Final = re.compile(
    r"^[a-z]+(?: (?:into|out|up))? ((?:(?:the|a|strange|mysterious|several|unexplained|series|string|of) )*(?:deaths|disappearances))\b"
)
_CHILDREN: Final = word_set("child boy girl kid toddler baby brother sister son daughter pupil schoolgirl schoolboy twin teenager")
_WATERS: Final = word_set("river lake sea ocean well spring stream pond water harbour brook fountain waterfall canal")
_SKIES: Final = word_set("sky sun moon star stars snow rain weather night winter clouds cloud sunset colour colours")
_PAPERS: Final = word_set("letter map book page note message diary map telegram postcard number numbers sign signs code")
_NOISES: Final = word_set(
    "noise noises sound sounds footstep footsteps voice voices knocking music light lights smell whisper whispers song hum"
)
_SETTLED: Final = word_set("colony settlement station outpost base village town")
_FIGURES: Final = word_set("puppet doll mannequin scarecrow statue snowman gnome gargoyle figurine marionette dummy portrait")
_BEASTS: Final = word_set("monster beast animal bird insect")
_KINDS: Final = {
    "person": "person",
    "hazard": "hazard",
    "robot": "robot",
    "creature": "creature",
    "plant": "plant",
    "vehicle": "vehicle",
    "place": "place",
    "location": "place",
}
_PAST: Final = word_set(
    "was were had did sent left gave wrote put ate took fed paid built went came got ran hid said told stole fell broke stood spoke died"
)
_PRESENT: Final = word_set("is are has have does do keeps keep can will")
_GROUPS: Final = word_set("crew team family expedition class band choir regiment")


@dataclass(frozen=True, slots=True)
class Answer:
    """What shows it, a noun phrase; what whoever is asked knows of it before; and the answer itself, said to the player. Where somebody did it whom
    the player meets, {who} stands for them until they are known, and `owned` is what they say to it."""

    sign: str
    lead: str
    told: str
    owned: str = ""
    sight: str = ""
    twist: str = ""
    pointer: str = ""
    """What the sign tells by itself: it points at the answer, and leaves it to the end."""
    who: str = ""
    """Who did it, once they are known."""

    @property
    def somebodys(self) -> bool:
        """Whether it was somebody whom the player meets."""
        return "{who}" in self.told

    def of(self, who: str, *, hands: bool = True, at: str = "") -> Answer:
        """The same, done by somebody of that name who is met `at` a place, and who says so in the end; the sign only points at them."""
        letter = who.split()[-1][:1].upper()
        sign = _unsigned(self.sign, letter) if hands else f"a leaf of a kind that is found only {at}" if at else "a tuft of soft fur"
        said = f' "{self.owned.rstrip(".")}," says {who}.' if self.owned else ""
        theirs = f"{who}'" if who.endswith("s") and not who.endswith("ss") else f"{who}'s"
        told = self.told.replace("{who}'s", theirs).replace("{who}", who)
        where = "On the back of it is written" if _PAPER.match(sign) else "A folded note is with it"
        signed = f'{where}: "{self.owned}" ' if self.owned else f"{self.lead} "
        pointer = f"{signed}Whose name begins with {letter}?" if hands else f"{self.lead} Whoever it is was here, and comes from there."
        return replace(self, sign=sign, told=sentence(told) + said, owned="", pointer=pointer, who=who)

    def ending(self, told: str) -> str:
        """What an ending that wins tells: the answer first; of what was only seen there is no more to say."""
        return self.told if self.sight else f"{self.told} {told}"

    @property
    def secret(self) -> str:
        """The secret of a plot with this answer: sight, what it points at, and what shows of it in the end."""
        twist = self.twist or f"{the(self.sign)} lies by {{part}}, in the light"
        points = self.pointer or f"{self.lead} {capital(the(self.sign))} has something to do with it."
        return f"{self.sight or f'there lies {self.sign}'} :: {points} :: {twist}"


_PAPER: Final = re.compile(
    r"an? (?:[a-z-]+ )*?(?:page|slip|list|letter|note|drawing|card|photograph|picture|bill|sheet|paper|promise|bundle|notebook)\b"
)
"""Signs that somebody may have written on."""


def _unsigned(sign: str, letter: str) -> str:
    """A sign with one letter where it bears the name of whoever left it."""
    sign = re.sub(r",? in the hand of \{who\}", f", signed with the letter {letter}", sign)
    sign = sign.replace("signed by {who}", f"signed with the letter {letter}").replace("the name of {who}", f"the letter {letter}")
    return sign.replace("one of them {who}", f"one of them with a {letter} to begin with").replace("{who}", f"the letter {letter}")


def seen(told: str) -> Answer:
    """What there is to answer where nobody can be met who did it, and the table knows nothing: it is seen, and can be shown."""
    return Answer(
        "",
        "It has been seen by more than one, and they all say the same.",
        f"You have seen it with your own eyes: {told}. You can show it to whoever asks.",
        sight="there is a good place to watch from, with a clear view all round",
        twist="{P} <P:points|point> past {part}, and <P:waits|wait>",
        pointer="From there it can all be seen, and nobody has looked from there before.",
    )


def the(sign: str) -> str:
    """The same thing the second time, without what stands on it: "a page of dates, with one ringed" is "the page of dates"."""
    return re.sub(r"^an? ", "the ", re.split(r",| with | that | where | in the hand of | signed | made out to ", sign)[0])


def word_asked(deed: str) -> str:
    """The word that a deed asks with: "why" of "find out why the well is dry"; nothing where it asks nothing."""
    asked = _QUESTION.match(deed)
    if asked and asked[1] == "who" and _ONESELF.match(asked[2]):
        return "self"
    return asked[1] if asked else ""


def asked_of(deed: str) -> str:
    """Whom or what the question of a deed is asked of: "the swans on the lake" of "find out why the swans on the lake are black"."""
    asked = _QUESTION.match(deed)
    rest = asked[2].removeprefix("happened to ") if asked else ""
    reading = read(rest) if determined(rest) else None
    first = next(iter(reading.found), None) if reading is not None else None
    if reading is None or first is None or first.start > 1:
        return ""
    tokens = reading.tokens
    joined = first.end < len(tokens) and tokens[first.end].tag == "I"  # "the swans on the lake", and no "the well sings at night"
    end = next((one.end for one in reading.found[1:] if joined and one.preposition and one.start - first.end <= 2), first.end)
    whole = end >= len(tokens) and asked is not None and asked[1] not in ("why", "how")
    over = whole or (end < len(tokens) and tokens[end].tag in ("V", "VS", "VD", "X", "M", "."))
    over = over and not {"never", "always"} & {token.word for token in tokens[:end]}  # "the twins never sleep"
    return _first(rest, reading, end) if over else ""


def _first(text: str, reading: Reading, end: int) -> str:
    """The words of a text up to a token of its reading, which tells an owner's "'s" from its noun."""
    return " ".join(text.split()[: end - sum(token.word in ("'s", "'") for token in reading.tokens[:end])])


def answer_of(
    goal: Goal, told: str, marks: frozenset[str], chance: Chance, premise: str = "", genre: str = "", *, peopled: bool = True
) -> Answer | None:
    """The answer to the question of a deed, `told` as it is said to the player, as its genre has it; None where it asks nothing or nothing that the table knows.
    `peopled`: whether anybody can be met who may have done it."""
    if goal.purpose != "solve":
        return None
    if about := _TRUTH.match(told):
        word, rest = "truth", about[1]
    elif asked := _QUESTION.match(told):
        word, rest = asked[1], asked[2].removeprefix("exactly ").removeprefix("really ")
    elif fate := _FATE.match(told):
        word, rest = "what", f"happened to {fate[1]}"
    elif deaths := _DEATHS.match(told):
        word, rest = "what", deaths[1]
    else:
        return None
    rest = rest.rstrip(" .,;")
    words = re.findall(r"[a-z]+", rest.lower().replace("cold war", ""))  # an age, and no quarrel
    said = re.findall(r"[a-z]+", premise.lower())
    about_what, kind, many = _subject(rest)
    for entry in tables.read("answers").values():
        if word not in entry.words("asks") or (entry.items("of") and kind not in entry.words("of")):
            continue
        if (entry.items("genres") and genre not in entry.words("genres")) or genre in entry.words("barred"):
            continue
        if entry.items("starts") and not any(re.match(rf"{re.escape(start)}\b", rest) for start in entry.items("starts")):
            continue
        if entry.items("words") and not _names(entry.words("words"), words):
            continue
        if entry.items("whose") and not _names(entry.words("whose"), re.findall(r"[a-z]+", about_what.lower())):
            continue
        if entry.items("phrases") and not any(re.search(rf"\b{piece}(?![a-z])", rest) for piece in entry.items("phrases")):
            continue
        if not all(_names(frozenset(group.split()), said or words) for group in entry.items("told")):
            continue
        rows = fitting(entry.items("answer"), marks)
        rows = rows if peopled else tuple(row for row in rows if "{who}" not in row)
        if not rows:
            continue
        sign, lead, answer, *owned = (piece.strip() for piece in chance.pick(rows, "answer").split("::"))
        done = bool(entry.items("by"))
        they, them, their = PRONOUNS[_pronoun(about_what, kind, many, words)]
        slots = {"they": they, "them": them, "their": their, "X": about_what, "who": "{who}"}
        plural = frozenset(name for name, holds in (("they", they == "they"), ("x", many), ("then", _is_past(rest))) if holds)
        sign, lead, answer = (fill(piece, slots, plural) for piece in (sign, lead, answer))
        if done:
            return Answer(sign, sentence(lead), _done(word, rest), answer)
        return Answer(sign, sentence(lead), _said(word, rest, answer, about_what), fill(owned[0], slots, plural) if owned else "")
    return seen(rest) if word == "why" else None


def _pronoun(about: str, kind: str, many: bool, asked: list[str]) -> str:
    """By what pronoun one goes on to speak of what a question is asked of."""
    words = set(re.findall(r"[a-z]+", about.lower()))
    if many or kind in ("robot", "group"):
        return "they"
    if kind in ("person", "child"):
        said = set(asked)  # "why your teacher never takes off her gloves"
        she, he = bool(words & SHE or said & {"she", "her"}), bool(words & HE or said & {"he", "his", "him"})
        return "she" if she and not he else "he" if he and not she else "they"
    return "it"


def _done(word: str, rest: str) -> str:
    """That somebody did what a question asks about, in its own words, all of them."""
    being = _being(rest)
    if word == "who" or (
        word == "what" and re.match(r"(?:is|are|was|were|has|have|keeps?|[a-z]+s|made|caused) ", rest) and not determined(rest)
    ):
        rest = re.sub(
            r"^(?:among|of|in|on|from) (?:the|my|our|your|his|her|their) [a-z'-]+ (?=(?:is|are|was|has|had|keeps?|[a-z]+s) )", "", rest
        )
        return f"it {being} {{who}} who {re.sub(r'^are ', 'is ', rest)}"
    if word == "what":
        thing = re.sub(r" (?:is|are|was|were)(?: really)?$", "", rest)
        return f"{thing} {rest.split()[-1]} {{who}}'s doing" if thing != rest else f"it {being} {{who}}'s doing"
    if word == "why":
        return f"it {being} {{who}}'s doing that {_kept_whole(rest)}"
    return f"it {being} {{who}}'s doing"


def _kept_whole(clause: str) -> str:
    """The clause of a question without what has to be done in time: "the bees die before the harvest fails" is about the bees."""
    return re.split(r" (?:before|until) ", clause)[0]


def _names(some: frozenset[str], words: list[str]) -> bool:
    """Whether one of the words is meant: as it stands, in another form, or as it begins ("vanish*")."""
    forms = {form for word in words for form in (word, lemma(word, "verb"), lemma(word, "noun")) if form}
    return any(form.startswith(one[:-1]) if one.endswith("*") else form == one for one in some for form in forms)


def _subject(rest: str) -> tuple[str, str, bool]:
    """What a question is asked of, its kind, and whether it is several."""
    told = re.sub(
        r"^(?:none|one|all|some|most|half|many|each) of (?=the |my |your |our |his |her |their )|^(?:really )?happened to |^(?:is|was|are|were|does|did|do) ",
        "",
        rest,
    )
    reading = read(told)
    phrase = next((one for one in reading.found if lead(reading, one)[0] == 0), None)
    if phrase is None:
        return told, "group" if re.match(r"(?:everybody|everyone|nobody|no one|all)\b", told) else "none", False
    end = next((one.end for one in reading.found if one.start > phrase.end and one.preposition == "of"), phrase.end)
    text = _first(told, reading, end) if reading.tokens[phrase.end : phrase.end + 1] and reading.tokens[phrase.end].word == "of" else ""
    text = text or _first(told, reading, phrase.end)
    after = reading.tokens[phrase.end].word if phrase.end < len(reading.tokens) else ""
    return text, _kind(phrase, text), phrase.plural or (after in ("are", "have", "were", "do") and classify(phrase.noun)[0] == "creature")


def _kind(phrase: Phrase, text: str) -> str:
    head = phrase.noun
    if is_toy(text) or head in _FIGURES:
        return "thing"
    for some, kind in ((_WATERS, "water"), (_SKIES, "sky"), (_PAPERS, "paper"), (_NOISES, "noise")):
        if head in some or phrase.head.word in some:
            return kind
    if {"ghost", "ghosts", "spirit", "phantom"} & {head, phrase.head.word}:
        return "person"
    category = classify(head)[0]
    if head in _SETTLED:
        return "place"
    if head in _BEASTS:
        return "creature"
    if category == "robot" or "robot" in text:
        return "robot"
    if head in _CHILDREN and not phrase.plural:
        return "child"
    if category == "group" or head in _GROUPS or (category == "person" and phrase.plural):
        return "group"
    if text[:1].isupper() and "'s " not in text:
        return "person"
    return _KINDS.get(category, "thing")


def _said(word: str, rest: str, answer: str, about: str) -> str:
    """The answer in the words of the question."""
    clause = re.split(r" (?:when|while|before|after|although) ", rest.rstrip(" ."))[0] if word == "why" else rest.rstrip(" .")
    if word == "why":
        return sentence(f"{clause} because {answer}")
    if word == "where":
        return sentence(f"{clause} {answer}")
    if word in ("whether", "if") and clause.endswith(" guilty"):
        return f"It is not true. {sentence(clause.removesuffix('guilty') + 'innocent')}"
    if word == "whether" or word == "if":
        return f"{sentence(answer)} {sentence(clause)}"
    if word == "truth":
        return sentence(answer)
    if word == "what":
        if answer[:1].isupper() or answer.startswith(about):
            return sentence(answer)
        if re.match(r"(?:really )?happened to ", clause):
            return sentence(f"{about} {answer}")
        return sentence(f"it {_being(clause)} {answer}")
    if word == "who":
        named = re.match(r"(.+) (is|are|was|were)(?: really)?$", clause)
        return sentence(f"{named[1]} {named[2]} {answer}" if named else f"it {_being(clause)} {answer}")
    return sentence(answer)


def _being(clause: str) -> str:
    """ "Is" of what still goes on, "was" of what is past."""
    return "was" if _is_past(clause) else "is"


def _is_past(clause: str) -> bool:
    """Whether a question is asked of what is past: its first verb says so."""
    for token in read(clause).tokens:
        word = token.word.lower()
        if word in _PAST or word in _PRESENT:
            return word in _PAST
        if token.tag in ("VS", "X", "M"):
            return False
        if token.tag == "VD":
            return True
    return False
