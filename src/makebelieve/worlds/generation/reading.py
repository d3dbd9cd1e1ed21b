"""A premise taken apart: tokens, noun phrases with the words the chunker loses, and names as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from makebelieve.language import Phrase, Token, classify, phrases, tag, tokenise
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.landmarks import landmark
from makebelieve.worlds.generation.morphology import ALWAYS_MANY
from makebelieve.worlds.generation.names import PLACE_WORDS, is_given, known, names_in, strangers
from makebelieve.worlds.generation.prefaces import aged, plain, smoothed
from makebelieve.worlds.generation.quoting import clean
from makebelieve.worlds.generation.regrouping import DETERMINERS, given, led_by, merged, told_of_question, with_that, without_next_door
from makebelieve.worlds.generation.retagging import retagged
from makebelieve.worlds.generation.spellings import spelt_codes
from makebelieve.worlds.generation.titlecase import is_titled
from makebelieve.worlds.generation.verbless import with_verbs

ANIMATE: Final = frozenset(("creature", "person", "robot", "group"))
HALLS: Final = frozenset(
    ("cinema", "theatre", "court", "school", "prison", "church", "college", "hospital", "circus", "museum", "zoo", "diner")
)
"""Places that the language takes for groups of people."""
WORLDS: Final = frozenset(
    ("titan", "europa", "ganymede", "callisto", "enceladus", "triton", "ceres", "pluto", "phobos", "deimos", "charon")
)
"""Moons and dwarf planets, some of them somebody in old tales."""
_WORKERS: Final = frozenset((
    "cleaner", "speaker", "mover", "lifter", "stripper", "roadie", "scavenger", "terraformer", "prepper", "chauffeur", "driller",
))  # fmt: skip
"""Nouns of people that the language knows as those of things."""
OF_FAMILY: Final = re.compile(r"(?:mum|mom|dad|mummy|daddy|mommy|grandma|grandpa|granny|grandad|nana|nan)['’]s ")
"""Whose things have no article: "mum's favourite vase"."""
OWNERS: Final = {"her": "her", "his": "his", "their": "their", "its": "its", "my": "their", "your": "their", "our": "their"}
_NAMED_WITH_THE: Final = re.compile(r"(?<=\b[Tt]he )[A-Z][a-z]+\b(?! [A-Z])")
_SMALL_IN_TITLES: Final = frozenset(
    ("last", "first", "only", "lost", "secret", "forgotten", "old", "little", "young", "brave", "lonely", "haunted", "great", "new", "best")
)
GROUPS: Final = frozenset((
    "pack", "herd", "team", "crew", "band", "gang", "group", "flock", "family", "bunch", "troop", "swarm", "class", "pair", "colony",
    "pride", "caravan", "tribe", "company", "troupe", "clan", "coven", "horde", "posse", "choir", "orchestra", "squad", "convoy", "council", "gaggle", "trio", "duo",
    "couple", "circle", "shoal", "club", "school", "party", "brotherhood", "sisterhood", "guild",
))  # fmt: skip
_JOINED: Final = re.compile(
    r"\b([a-z]+)-(up|down|out|off|over|in|on|armed|handed|fingered|toothed|haired|footed|winged|tailed|faced|hearted|tempered|minded|nosed|blooded"
    r"|eaten|pilot|worker|owner|worn|bitten|stained|sighted|bodied|coloured|colored|skinned|mannered|sized|obsessed|made|born|spoken|loving|driving|taught|boiled)(?=\s+[a-z])",
    re.IGNORECASE,
)

_NO_PLACE: Final = re.compile(
    r"\b(?:ice[ -]creams?|kung[ -]fu|house[ -]plants?|sea[ -]gulls?|(?:chocolate|candy|gold|soap|cereal|crow)[ -]bars?"
    r"|(?:chess|tennis|card|football|hockey|cricket|golf|poker|baseball|basketball|volleyball|rugby|violin|piano|flute|guitar|cello|trumpet|organ"
    r"|lute|drum|harp|bass|banjo|accordion)[ -]players?)\b",
    re.IGNORECASE,
)
"""Words side by side of which the first, alone, would be a place."""
_IN_LAW: Final = re.compile(r"\b(?:grand)?(?:mother|father|sister|brother|son|daughter)-in-law\b", re.IGNORECASE)
_WIRELESS: Final = re.compile(r"\bwi-fi\b", re.IGNORECASE)

_NUMBERED: Final = frozenset(
    ("line", "room", "floor", "number", "platform", "gate", "cell", "route", "flat", "deck", "ward", "table", "bus", "tram")
)
_OF_SOMETHING: Final = frozenset(("warn", "remind", "accuse", "rob", "cure", "rid", "convince", "relieve", "inform", "persuade"))


@dataclass(slots=True)
class Reading:
    premise: str
    tokens: list[Token]
    found: list[Phrase]
    names: dict[str, str] = field(default_factory=dict)
    """Lower-case ASCII word -> name as written, with its neighbours."""
    nations: dict[str, str] = field(default_factory=dict)
    """Lower-case word -> as written, of capitalised words that name nobody: "Roman"."""
    clauses: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """What `happenings` has made of it, by idioms and number of phrases."""


def _is_an_hour(tokens: list[Token], phrase: Phrase) -> bool:
    """The clock of "at three o'clock", which is none."""
    return phrase.noun == "clock" and any(token.word == "o" for token in tokens[phrase.start : phrase.end])


def read(premise: str) -> Reading:
    premise = clean(premise)
    text = smoothed(plain(premise))
    text, joined = aged(text)
    joined |= {f"{match[1]}{match[2]}": match[0] for match in _JOINED.finditer(text)}
    text = _JOINED.sub(r"\1\2", text)  # "a wind-up soldier" winds up nothing
    joined |= {"".join(match.split()).lower(): match.lower() for match in _NO_PLACE.findall(text)}
    text = _NO_PLACE.sub(lambda match: "".join(match[0].split()), text)
    if wireless := _WIRELESS.search(text):
        joined["wifi"] = wireless[0].lower()
    joined |= {match.replace("-", "").lower(): match.lower() for match in _IN_LAW.findall(text)}
    text = _IN_LAW.sub(lambda match: match[0].replace("-", ""), text)
    text, codes = spelt_codes(_WIRELESS.sub("wifi", text))
    joined |= {word: code.lower() for word, code in codes.items()}
    names, nations = names_in(text)
    written = tokenise(text)[:400]
    tokens = tag(written, strangers(text, {**nations, **names}, written))
    if (told := told_of_question(tokens) or with_that(tokens)) is not None:
        written = told
        tokens = tag(written, strangers(text, {**nations, **names}, written))
    for at, token in enumerate(tokens):
        if token.written in joined:
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            token.word = token.lemma = joined[token.written]
            thing = token.word.endswith(("cream", "plant", "gull", "bar", "bars", "player", "players", "in-law"))
            token.tag = "A" if after is not None and after.tag in ("N", "NS") and not thing else "N"
    for word, code in codes.items():
        names = {code.lower() if key == word else key: name.replace(word.capitalize(), code) for key, name in names.items()}
    tokens = with_verbs(retagged(tokens, names))
    for before, token in pairwise(tokens):
        if token.word in ("outside", "inside") and token.tag == "V" and before.tag != "M":
            token.tag = "I"  # "busks outside the opera house"
    found = given(tokens, [without_next_door(one) for one in merged(phrases(tokens)) if not _is_an_hour(tokens, one)])
    for phrase in found:
        phrase.plural = phrase.plural or (phrase.noun in ALWAYS_MANY and phrase.determiner not in ("a", "an"))
    return Reading(premise, tokens, found, names, nations)


def lead(reading: Reading, phrase: Phrase) -> tuple[int, str]:
    """Where the phrase really begins, and its determiner: the chunker takes "lost" in "her lost brother" for a verb."""
    tokens = reading.tokens
    at = phrase.start
    if phrase.determiner is not None:
        return at, phrase.determiner
    while at > 0 and tokens[at - 1].tag in ("VD", "VG", "A", "R") and tokens[at - 1].word not in ("not", "then"):
        at -= 1
    if at > 0 and at < phrase.start and tokens[at - 1].word in DETERMINERS:
        return at, tokens[at - 1].word
    if phrase.start > 0 and phrase.determiner is None and tokens[phrase.start - 1].word in DETERMINERS:
        return phrase.start, tokens[phrase.start - 1].word
    return phrase.start, phrase.determiner or ""


def before(reading: Reading, phrase: Phrase) -> str:
    """The word right before the phrase and its determiner."""
    start, determiner = lead(reading, phrase)
    at = start - 1
    while at >= 0 and (reading.tokens[at].word == determiner or reading.tokens[at].tag in ("D", "#")):
        at -= 1
    return reading.tokens[at].word if at >= 0 else ""


def text_of(reading: Reading, phrase: Phrase) -> str:
    """The phrase in words as the premise has them, with "of …" behind it, names as written, no determiner."""
    name = name_of(reading, phrase)
    if (
        name
        and len(name.split()) > 1
        and not any(reading.tokens[at].word not in pieces(name) | DETERMINERS for at in range(phrase.start, phrase.end))
    ):
        return name
    tokens = reading.tokens
    start, _ = lead(reading, phrase)
    while start < phrase.head.index and tokens[start].tag in ("D", "#"):
        if tokens[start].tag == "#" and phrase.determiner in ("a", "an"):  # "a five-tier cake"
            break
        start += 1
    for at in range(start, phrase.head.index):  # "her brother's clock": from behind the owner
        if tokens[at].tag == "'" and tokens[at - 1].tag in ("N", "NS") and at - 1 == start and tokens[at - 1].word in ABOUT:
            start = at + 1
    words = [token.word for token in tokens[start : phrase.head.index]]
    if words[:1] in (["same"], ["own"]):  # "her own two children" are her children
        start = next(at for at in range(start + 1, phrase.head.index + 1) if tokens[at].tag != "#" or at == phrase.head.index)
        words = [token.word for token in tokens[start : phrase.head.index]]
    named = pieces(name) if name else set()
    head = " ".join(
        token.word for token in tokens[phrase.head.index : phrase.end] if token.index == phrase.head.index or token.word in named
    )
    text = re.sub(r"(?<!s)s's\b", "s'", " ".join([*words, head]).replace(" 's", "'s"))
    numbered = tokens[phrase.end].word if phrase.end < len(tokens) and tokens[phrase.end].tag == "#" else ""
    if numbered.isdigit() and phrase.noun in _NUMBERED and not name:
        text += f" {numbered}"  # "the bus driver of line 9"
    after = next((one for one in reading.found if one.start == phrase.end + 1), None)
    if start and tokens[start - 1].lemma in _OF_SOMETHING and tokens[start - 1].tag[:1] == "V":
        after = None  # "warn London of the fire"
    if phrase.end < len(tokens) and tokens[phrase.end].word == "of" and after is not None and after.noun not in ABOUT:
        text += f" of {led_by(tokens, after)}{text_of(reading, after)}"
    if name and name.lower() not in text.lower() and len(name.split()) == 1:
        text = text.replace(name.lower(), name)
    return cased(reading, text)[:120]


_DRAWN: Final = re.compile(r"\bcan not\b")
_HYPHENED: Final = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])")


def cased(reading: Reading, text: str) -> str:
    """Names as the premise writes them."""
    words = text.split()
    out: list[str] = []
    said = 0
    for at, word in enumerate(words):
        if at < said:
            continue  # "dame" behind "Notre-Dame"
        if word == "dwells" and "dwells" not in reading.premise:
            word = "lives"  # as it was written before `read` took it for a verb
        bare = word.removesuffix("'s").removesuffix("'")
        name = reading.names.get(bare)
        if name is None:
            out.append(reading.nations.get(bare) or _as_inside(reading, bare, word))
            continue
        part = next((one for one in name.split() if one.lower() == bare or tokenise(one)[:1] == [bare]), None)
        owning = word[len(bare) :]
        if part is not None and "-" in part and tokenise(part) == words[at : at + len(tokenise(part))]:
            said = at + len(tokenise(part))
        if words[at + 1 : at + 2] == ["'s"]:
            part = re.sub(r"['’]s$", "", part or bare)
        out.append((part or bare) + ("" if (part or "").endswith(("'s", "'")) else owning))
    made = " ".join(out)
    if re.search(r"\b\d+ [a-z]\b", made):  # "class 4b" comes in two words
        made = re.sub(
            r"\b(\d+) ([a-z])\b", lambda match: match[1] + match[2] if match[1] + match[2] in reading.premise.lower() else match[0], made
        )
    made = _DRAWN.sub("cannot", made)
    for token in reading.tokens:  # the tagger reads "colours" as it is spelt elsewhere
        if token.written != token.word and token.written.lower() in (token.word.replace("or", "our"), token.word.replace("ense", "ence")):
            made = re.sub(rf"\b{token.word}\b", token.written, made)
    for joined in _HYPHENED.findall(reading.premise):  # "a five-tier cake", "thirty-two sailors"
        made = re.sub(rf"\b{joined.replace('-', ' ')}\b", joined, made)
    for name in set(reading.names.values()):
        if " " in name and name not in made and name.lower() in made.lower():
            made = re.sub(re.escape(name), name, made, flags=re.IGNORECASE)  # "La Bella"
    return made


def _as_inside(reading: Reading, bare: str, word: str) -> str:
    """The word with the capital that it has inside a sentence of the premise: "the Bahamas", "the Smiths"."""
    if (
        1 < len(bare) < 5
        and bare.isalpha()
        and not reading.premise.isupper()
        and re.search(rf"(?<![\w'’]){bare.upper()}\b", reading.premise)
    ):
        return f"{bare.upper()}{word[len(bare) :]}" if bare not in reading.premise.split() else word  # "an AI"
    titled = reading.premise.istitle() or is_titled(reading.premise)
    plain = bare.isalpha() and len(bare) > 2 and bare not in _SMALL_IN_TITLES and not titled
    if plain and bare.capitalize() in _NAMED_WITH_THE.findall(reading.premise):
        return f"{bare.capitalize()}{word[len(bare) :]}"
    return word


def said_without(reading: Reading, text: str) -> bool:
    """Whether a premise has a phrase that begins with a name nowhere behind "the": "Odile's lamp", no "the Emperor's nightingale"."""
    return re.search(rf"\b[Tt]he {re.escape(text)}", reading.premise) is None


_OF_THE_YEAR: Final = re.compile(
    r"(?:christmas|easter|halloween|thanksgiving|new|diwali|hanukkah|ramadan|eid|carnival|valentine|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|june|july|august|september|october|november|december)$"
)
"""Capitals that name a time, and nothing that is of it: a Christmas album is no name."""


def name_of(reading: Reading, phrase: Phrase) -> str | None:
    for at in range(phrase.start, phrase.end):
        if at + 1 < phrase.end and phrase.end == phrase.head.index + 1 and _OF_THE_YEAR.match(reading.tokens[at].word):
            continue
        name = reading.names.get(reading.tokens[at].word)
        if (
            name and not name.endswith(("'s", "’s", "s'", "s’")) and not (at + 1 < phrase.end and reading.tokens[at + 1].tag == "'")
        ):  # "Miss Petra's class" is not called Petra
            return name
    return None


def pieces(name: str) -> set[str]:
    return {*tokenise(name), *name.lower().split()}


def owner_in(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Whose something is by the first possessive of its phrase: "the neighbour" of "the neighbour's window"."""
    tokens = reading.tokens
    mark = next((at for at in range(phrase.start + 1, phrase.head.index) if tokens[at].tag == "'"), None)
    if mark is None or tokens[mark - 1].tag not in ("N", "NS"):
        return None
    modifiers = [token for token in tokens[phrase.start : mark - 1] if token.tag not in ("D", "#")]
    return Phrase(phrase.start, mark, tokens[mark - 1], modifiers, determiner=phrase.determiner, plural=tokens[mark - 1].tag == "NS")


_PARTIES: Final = frozenset(("party", "reunion", "feast", "banquet", "gala", "picnic", "carnival", "parade"))
_GO_ON: Final = frozenset(("start", "begin", "end", "last", "finish", "open", "close", "be", "go"))
"""What is said of a party that is given."""
_GONE_OUT: Final = frozenset(("search", "rescue", "hunting", "raiding", "landing", "boarding", "scouting", "war", "political", "hiking"))
"""What a party is that consists of people, and is not given for them."""


def animate(phrase: Phrase) -> bool:
    told = {token.word for token in phrase.modifiers}
    if phrase.noun in _PARTIES and not told & _GONE_OUT and (told or not set(phrase.acts) - _GO_ON):
        return False  # "the birthday party"
    if phrase.noun.endswith(" player"):
        return True  # "a chess player"
    if phrase.noun == "youth" and not phrase.plural and (phrase.determiner is None or phrase.preposition == "of"):
        return False  # "the fountain of youth"
    if phrase.noun == "bee" and told & {"spelling", "quilting", "sewing", "knitting", "geography"}:
        return False
    if phrase.noun == "board" and told and not told & {"school", "hospital", "museum", "town", "village", "company"}:
        return False  # "a chess board"
    if phrase.noun == "colony" and phrase.determiner == "the":
        return False  # "the storm reaches the colony"
    if phrase.noun in HALLS | WORLDS | {"colony"} and phrase.preposition in PLACE_WORDS:
        return False  # "to the church", "on Titan"
    return classify(phrase.noun, tuple(token.word for token in phrase.modifiers))[0] in ANIMATE


def members_of(reading: Reading, phrase: Phrase) -> Phrase | None:
    """ "wolves" of "a pack of wolves": who the many are that the phrase counts as one."""
    if phrase.noun not in GROUPS or phrase.end >= len(reading.tokens) or reading.tokens[phrase.end].word != "of":
        return None
    after = next((one for one in reading.found if phrase.end + 1 <= one.start <= phrase.end + 2 and animate(one)), None)
    if after is not None and re.search(rf"\bof (?:the )?{after.head.word.capitalize()}", reading.premise):
        return None  # "the crew of the Albatross" has no wings
    return after if after is not None and after.start == phrase.end + 1 else None


_GROWING: Final = frozenset(("grow", "bloom", "cover", "fall", "cost", "glow", "shine", "climb"))
_ACTING: Final = frozenset(("V", "VS", "VD", "X", "M"))


def _acts_by_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether a word that is a thing as well stands where a first name does: "Ben has lost the ring", "Rose and her brother"."""
    tokens, word = reading.tokens, reading.tokens[phrase.head.index].word
    if phrase.end - phrase.start != 1 or lead(reading, phrase)[1] or word not in reading.names or not is_given(word):
        return False
    after = tokens[phrase.end : phrase.end + 2]
    opens = phrase.start == 0 or tokens[phrase.start - 1].tag == "."
    is_ = bool(after) and after[0].word in ("is", "are", "was", "were") and (len(after) < 2 or after[1].tag != "VG")
    acts = bool(after) and (
        (after[0].tag in _ACTING and after[0].lemma not in _GROWING and not is_)
        or [token.word for token in after] in (["and", "her"], ["and", "his"])
    )
    return opens and acts and not phrase.plural


def is_landmark(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a mountain, a town, a ward or a ship, whatever being its words may be besides."""
    start, determiner = lead(reading, phrase)
    return landmark(reading.names, reading.tokens, reading.found, phrase, before(reading, phrase), named=not determiner, start=start)


_DOUBLES: Final = frozenset(("double", "understudy", "namesake", "lookalike"))


_AT_SOMEBODY: Final = frozenset(("laugh", "shout", "yell", "smile", "talk", "speak", "listen", "write", "point", "belong"))


def somebody(reading: Reading, phrase: Phrase) -> bool:
    """A being, or a name that is nobody's place: "Rosa", "a baker named Omar"."""
    if phrase.noun in ABOUT or is_landmark(reading, phrase) or any(token.word == "unborn" for token in phrase.modifiers):
        return False
    if phrase.noun.endswith("-year-old"):
        return True
    if phrase.noun in _WORKERS and not {token.word for token in phrase.modifiers} & {"vacuum", "pipe", "carpet", "oven", "loud", "public"}:
        return True
    if animate(phrase) or (phrase.noun in _DOUBLES and phrase.determiner is not None) or members_of(reading, phrase) is not None:
        return True
    if _acts_by_name(reading, phrase):
        return True
    name = name_of(reading, phrase)
    titled = any(token.tag == "N" and classify(token.lemma)[0] in ANIMATE for token in phrase.modifiers)
    if titled and reading.tokens[phrase.head.index].word in reading.names:
        return True  # "your best friend Jo"
    if reading.tokens[phrase.head.index].word in reading.names and (
        phrase.acts or [token.word for token in reading.tokens[phrase.end : phrase.end + 2]] in (["and", "her"], ["and", "his"])
    ):
        return True
    at = before(reading, phrase)
    if (
        name
        and " " not in name
        and is_given(name.lower())
        and (at not in PLACE_WORDS or reading.tokens[phrase.start - 2].lemma in _AT_SOMEBODY)
    ):
        return True  # "tease Lena", "laughs at Tim"
    joined = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
    if name and phrase.start == 0 and joined[:1] == ["and"] and joined[1:] and joined[1] in reading.names:
        return True  # "Yaw and Abena"
    return bool(
        name
        and not known(phrase.noun)
        and before(reading, phrase) not in ("in", "at", "on", "to", "from", "into", "under", "across", "through", "near")
    )


def bottled(reading: Reading, phrase: Phrase) -> bool:
    """Whether something is only a small likeness: "a ship in a bottle"."""
    behind = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    return behind[:1] == ["in"] and "bottle" in behind
