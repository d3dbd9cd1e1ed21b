"""The premise as the line that opens its world."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Token, lemma
from makebelieve.worlds.generation.deeds import yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import determined, sentence
from makebelieve.worlds.generation.frames import retold
from makebelieve.worlds.generation.morphology import PRONOUNS, REFLEXIVES
from makebelieve.worlds.generation.prefaces import story_of
from makebelieve.worlds.generation.quoting import clean
from makebelieve.worlds.generation.reading import animate, members_of, read

_SENTENCE_END: Final = re.compile(r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<=[.!?])\s")
_SHORT, _LONG = 60, 260
"""Characters of a first sentence that says too little by itself, and of a line."""


_YOURS: Final = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours", "myself": "yourself",
    "ourselves": "yourselves", "i am": "you are", "i was": "you were", "i'm": "you're", "i’m": "you’re", "im": "you're", "am i": "are you", "was i": "were you",
}  # fmt: skip
_MINE: Final = re.compile(
    r"(?<!War )(?<!Part )(?<!Act )\b(?:[Ii](?: am| was|['’]m)?\b(?![-.'’]\w)|[Ii]m\b(?= )|(?:[Aa]m|[Ww]as) [Ii]|[Ww]e|[Mm]y|[Oo]ur|(?<=is |as |re |an |of |nd |ke )[Mm]ine|[Oo]urs|[Mm]yself|[Oo]urselves|[Mm]e|[Uu]s)\b"
)
_BEGINS: Final = re.compile(r"(?:^|[.!?]\s+)$")


def told_to_you(text: str) -> str:
    """What somebody tells of themselves, said to them: "My bakery opens tomorrow" is "Your bakery opens tomorrow". Speech in quotes stays."""
    if '"' in text or "“" in text:
        return text

    def yours(match: re.Match[str]) -> str:
        word = _YOURS[match[0].lower()]
        return word.capitalize() if _BEGINS.search(text[: match.start()]) else word

    return _MINE.sub(yours, text)


def opening_line(draft: WorldDraft) -> str:
    """The premise's first sentence, or as many as make a line, as written, cut at a word; one that only names the player is said to them."""
    text = clean(story_of(draft.premise))
    first, *others = _SENTENCE_END.split(text)
    if draft.player is not None and retold(draft.premise) == draft.premise and names_somebody(first):
        first = f"You are {first[:1].lower()}{first[1:]}"
    while others and (len(first) < _SHORT or len(first) + len(others[0]) < _LONG):  # "Marsquake!" alone says too little
        first = f"{first} {others.pop(0)}"
    first = told_to_you(first)
    if len(first) > _LONG:
        first = first[:_LONG].rsplit(" ", 1)[0] + " …"
    return sentence(first.lower() if first.isupper() else first)


_YOU: Final = re.compile(r"\byou(?:rs?|rsel(?:f|ves))?\b", re.IGNORECASE)


def cast_as(line: str, player: str) -> str:
    """Who of an opening line is played, where it tells of somebody and is about to go on with "you"; nothing where it says so itself."""
    head = player.split()[-1].lower()
    named = re.search(rf"\b{re.escape(head)}", line.lower()) is not None
    owned = re.match(rf"Your (?:[\w'’-]+ ){{0,3}}?{re.escape(head)}\b", line)  # "Your cat gets lost": it is the cat who plays
    return (
        f"You are {player}."
        if named and not _YOU.search(line[owned.end() :] if owned else line) and not re.match(r"(?:his|her|its|their|my|our)\b", player)
        else ""
    )


_MEANS: Final = {
    "has": "have", "wants": "want", "needs": "need", "tries": "are trying", "try": "are trying", "decides": "decide", "sets out": "set out", "hopes": "hope", "plans": "plan",
    "is": "are", "dreams": "dream", "promises": "promise", "longs": "long", "means": "mean",
}  # fmt: skip
_MEANT: Final = re.compile(
    r"^(?P<who>(?:(?:An?|The|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some)\b (?:[\w'’-]+ )*?)?[\w'’-]+(?:,? (?:called|named|who|in|from|on|of|at|with)\b[^.;:!?]*?)?) "
    r"(?P<verb>(?:must|(?:has|wants|needs|tries|decides|sets out|hopes|plans|is trying|is determined|promises|longs|means|have|want|need|try|decide|set out|hope"
    r"|plan|are trying|are determined) to))(?P<rest> [^.!?]+)(?P<end>[.!?]?)$"
)
"""A sentence that says of somebody what they have to do, or want to."""


def opened(line: str, player: str, pronoun: str) -> str:
    """An opening line that tells of somebody, with who of it is played."""
    said = told_of_you(line, player, pronoun)
    return f"{said} {cast_as(said, player)}".strip()


def told_of_you(line: str, player: str, pronoun: str) -> str:
    """An opening line about the player, said to them: "A shy robot has to learn to dance." is "You are a shy robot, and you have to learn to dance.".
    As it is where more is told of, or where "her" and "his" may be of somebody else."""
    found = _MEANT.match(line)
    head = player.split()[-1]
    if found is None or not re.search(rf"\b{re.escape(head)}\b", found["who"], re.IGNORECASE) or _YOU.search(line) or '"' in line:
        return line
    if _acting(found["who"]):
        return line
    they, them, their = PRONOUNS[pronoun]
    rest = found["rest"]
    if their != "their" and (some := re.search(r"\btheir\b", rest)) and not _several(f"{found['who']} {rest[: some.start()]}"):
        rest = re.sub(r"\btheir\b", their, rest)  # "a queen must win back their crown"
    said_again = re.compile(
        rf"\b(?:{they}|{them}|{REFLEXIVES[pronoun]}|each other)\b"
        if them != their
        else rf"\b(?:{they}|{them} (?!\w+)|{REFLEXIVES[pronoun]})\b"
    )
    owned = re.search(rf"\b{their}\b", rest)
    if (
        said_again.search(rest)
        or re.search(r"\b(?:who|what|where|which|how) it\b", rest)
        or (owned and _others(rest[: owned.start()]))
        or len(re.findall(r"\bwho\b|\bbut\b|\bwhile\b", found["who"])) > 1
    ):
        return line
    verb = next(
        (second + found["verb"][len(first) :] for first, second in _MEANS.items() if found["verb"].startswith(f"{first} ")), found["verb"]
    )
    who = found["who"] if not determined(found["who"]) else found["who"][:1].lower() + found["who"][1:]
    return f"You are {who}, and you {verb} {yours(rest.strip(), pronoun)}{found['end']}"


def _acting(who: str) -> bool:
    """Whether somebody does something before they have to do what is told: "a girl in a town finds a map and" has to follow it."""
    tokens = read(who).tokens
    named = next((n for n, token in enumerate(tokens) if token.word in ("who", "that", "which", "whose")), len(tokens))
    return any(token.tag in ("VS", "V", "X", "M", "C") for token in tokens[:named]) or tokens[-1].tag in ("C", ".", "I")


def _several(text: str) -> bool:
    """Whether more than one of anything is named here."""
    named = read(text.strip()).found
    return any(one.plural or (one.count or 1) > 1 for one in named) or len(named) > 1


def _others(text: str) -> bool:
    """Whether somebody is spoken of here."""
    return any(animate(one) for one in read(text.strip()).found) if text.strip() else False


def names_somebody(text: str) -> bool:
    """Whether a text is no sentence but a being with what is said of it: "a young dragon who is afraid of fire", "two bears in a boat"."""
    if re.search(r"(?<!who )(?<!that )(?<!to )\bfall in love\b", text):
        return False  # "two florists on one street fall in love"
    if re.match(r"(?:once )?there (?:once )?(?:was|were|lived)\b", text, re.IGNORECASE):
        return False  # "there was once a beekeeper who stole the honey"
    reading = read(text)
    tokens = reading.tokens
    if (
        not reading.found
        or tokens[0].tag not in ("D", "#")
        or tokens[0].word in ("the", "my", "our", "your", "his", "her", "their", "no", "every")
    ):
        return False
    first = reading.found[0]
    after = tokens[first.end] if first.end < len(tokens) else None
    several = any(token.tag == "NS" for token in tokens[first.start : first.end])
    if first.start > 1 or not animate(first) or (several and after is not None and after.tag == "N" and after.lemma != first.noun):
        return False  # "two children row": a verb that the tagger takes for a noun
    behind = [token.word for token in tokens[first.end : first.end + 1]]
    second = next((one for one in reading.found if first.end < one.start <= first.end + 3), None)
    if behind == ["and"] and second is not None and animate(second) and not several:
        return False  # nobody is "a teacher and twenty kids"
    if (several or members_of(reading, first) is not None) and any(_acts(tokens, at) for at in range(first.end, len(tokens) - 1)):
        return False  # "four students rent a house"
    depth = 0  # clauses that have not had their verb yet
    wants = [token.tag == "VS" for token in tokens[first.end :] if token.tag in ("VS", "X")]
    if (
        after is not None
        and _opens(tokens, first.end)
        and len(wants) > 1
        and wants[-1]
        and not any(token.tag == "C" for token in tokens[first.end :])
    ):
        return False  # "a pirate crew that is tired of pirating wants to open a hotel"
    for at, token in enumerate(tokens[first.end :], first.end):
        if _opens(tokens, at):
            depth += 1
        elif token.tag in ("VS", "X", "M", "VD") and token.word not in ("to", "not") and (token.tag != "VD" or depth or _takes(tokens, at)):
            joined = tokens[at - 1].tag == "C" or (tokens[at - 1].tag == "R" and tokens[at - 2].tag == "C")
            if depth:
                depth -= 1
            elif not joined and tokens[at - 1].tag != "X" and (at == first.end or several or not _of_many(tokens, at)):
                return False
        elif token.tag == "V" and tokens[at - 1].word != "to" and tokens[at - 1].tag not in ("M", "X", "P", "D", "#"):
            if not depth and tokens[at - 1].tag != "C":
                return False  # "two children row to an island"
            depth = max(0, depth - 1)  # "who hate each other"
        elif token.tag == "NS" and depth and tokens[at - 1].tag == "R":
            depth -= 1  # "who never sleeps"
        elif token.tag == "." and token.word in (",", ":", ";"):
            return False
    return depth == 0


def _takes(tokens: list[Token], at: int) -> bool:
    """Whether a past form has an object of its own, and so is the verb of a sentence: "lost her balloon", and not "lost in the woods"."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("D", "P") and tokens[at].word not in ("called", "named")


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a word that may be a verb of many stands between a noun and what it is done to: "rent a house", "lose contact with"."""
    word = tokens[at].word
    before, after = tokens[at - 1], tokens[at + 1]
    led = at > 1 and tokens[at - 2].word in ("who", "that", "which")
    return (
        tokens[at].tag in ("V", "VD", "N", "A")
        and (lemma(word, "verb") == word or word == "rent")
        and before.tag in ("NS", "#", "A")
        and before.word != "to"
        and not led
        and (after.tag == "D" or (tokens[at].tag == "V" and after.tag in ("N", "NS", "I", "A")))
    )


def _opens(tokens: list[Token], at: int) -> bool:
    return tokens[at].tag == "S" or (
        tokens[at].word in ("who", "what", "which", "whose", "when", "where", "how", "why", "because") and at > 0
    )


def _of_many(tokens: list[Token], at: int) -> bool:
    """Whether the verb has a subject of its own, of another number than the being: "notices the wells have run dry"."""
    return tokens[at].word in ("have", "are", "were", "do") and tokens[at - 1].tag == "NS"
