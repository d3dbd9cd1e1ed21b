"""Names in the text of a premise, and words of nations that name nobody."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, Literal

from makebelieve.language import classify, lemma, tokenise
from makebelieve.language.vocabulary import FUNCTION_WORDS
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.compounds import singles
from makebelieve.worlds.generation.cues import ABOUT
from makebelieve.worlds.generation.wordforms import prefixed

PLACE_WORDS: Final = frozenset((
    "in", "at", "on", "onto", "under", "inside", "beneath", "through", "across", "into", "to", "from", "over", "near", "below", "above",
    "around", "off", "behind", "beyond", "aboard", "within", "along", "by", "outside", "underneath",
))  # fmt: skip

_NAME: Final = re.compile(r"\b[A-ZÀ-ÖØ-ÞŁŚŻŠČŽ][\w'’\-]+(?:\s+(?:(?:of|the|de|la|van|von|al|el|du)\s+)?[A-ZÀ-ÖØ-ÞŁŚŻŠČŽ][\w'’\-]+)*")
_NUMBERED: Final = re.compile(
    r"(?:Room|Flat|Floor|Gate|Platform|Number|Cell|Ward|Sector|Level|Camp|Unit|Apollo|Route|Highway|Line|Pier|Dock|Deck|Bay|Lab|Station|Area"
    r"|District|Planet|Base|Hangar|Track|Locker|Table|Studio|Vault|Zone|Site|Subject|Agent|Class|Form|Year|Grade|Building|Block|Bus|Train|Tram|Flight)$"
)
_NUMBER: Final = re.compile(r"\s\d+\b")
"""Behind such a word a number is part of the name: "Room 14"."""
_CALENDAR: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|easter|halloween|thanksgiving"
)
_WHEN: Final = re.compile(r"\b(?:on|by|until|till|every|next|last|before|since|this|in|each|from|after|for|of|at)\s+$", re.IGNORECASE)
_STARTS: Final = re.compile(r"(?:^|[.!?:]\s+|\n\s*)$")
_TITLES: Final = frozenset((
    "captain", "sir", "lady", "lord", "king", "queen", "prince", "princess", "doctor", "dr", "mr", "mrs", "ms", "miss", "professor",
    "count", "countess", "baron", "saint", "st", "sister", "brother", "agent", "detective", "old", "grandma", "grandpa", "uncle",
    "aunt", "inspector", "sheriff", "colonel", "general", "sergeant", "madame", "father", "mother",
))  # fmt: skip
_CALLED: Final = re.compile(r"\b(?:I am|I'm|named|called) ([A-Z][a-z]+)\b")
_LEADING: Final = re.compile(
    r"(?:\b(?:an?|the|my|our|his|her|their|your|some|every|two|three|young|old|last|only|retired|former)|,)\s+$", re.IGNORECASE
)
_NATIONAL: Final = ("an", "ish", "ese", "ch", "ic", "sh", "ss", "se", "ek")
_PEOPLES: Final = frozenset(
    [
        "viking",
        "cossack",
        "bedouin",
        "inuit",
        "zulu",
        "maori",
        "apache",
        "sami",
        "samurai",
        "berber",
        "roma",
        "cherokee",
        "sherpa",
        "thai",
        "aztec",
        "maya",
        "saxon",
        "mongol",
        "celt",
        "gaul",
        "amish",
        "hindu",
        "tatar",
        "czech",
    ]
)
_SHIPS_AND_SEAS: Final = frozenset(("titanic", "arctic", "antarctic", "atlantic", "pacific", "baltic", "adriatic"))
_ACTS: Final = re.compile(
    r"(?:,? (?:and|who|the)|, an?|\s+(?:must|has|is|was|wants|needs|can|had|gets|goes|lives|and|(?P<verb>[a-z]+[^s\W]s)))\b"
)
"""What follows a name at the beginning of a sentence."""
_CARDINAL: Final = frozenset(("who", "that", "which", "where", "when"))


def _plain(word: str) -> str:
    """A word small and without its accents: "sami" of "Sámi"."""
    return unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()


def _adjectival(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word says of what people a noun is, and names nobody: "a Roman centurion", "the Viking cook"."""
    words = match[0].split()
    if len(words) > 2 or (len(words) == 2 and words[0].lower() not in FUNCTION_WORDS) or not re.match(r"\s+[a-z]", text[match.end() :]):
        return False
    word = _plain(words[-1])
    led = len(words) == 2 or _LEADING.search(text[: match.start()]) or (word in _PEOPLES and _STARTS.search(text[: match.start()]))
    following = re.match(r"\s+([a-z]+)", text[match.end() :])
    noun = following is not None and bool(lemma(following[1], "noun") or lemma(following[1], "adjective"))
    if word in _SHIPS_AND_SEAS:
        return False
    return bool(led) and noun and (word in _PEOPLES or (bool(lemma(word, "adjective")) and word.endswith(_NATIONAL)))


_SOMEBODYS: Final = re.compile(r"((?:\s+[a-z]+(?:-[a-z]+)?(?![-\w])){1,3})")
"""The nouns written small behind a name, of which it may be the first part: "London *taxi driver*"."""
_MANY: Final = re.compile(r"\b(?:two|three|four|five|six|seven|some|many)\s+$", re.IGNORECASE)


def _modifies(text: str, match: re.Match[str]) -> list[str]:
    """The words of a name that only says which somebody is meant, and names nobody: "a London apothecary", "the Mars crew", "Paris baker wins"."""
    words = match[0].split()
    led = words[0].lower() in ("a", "an", "the", "my", "our", "two", "three", "one") and len(words) > 1
    words = words[1:] if led else words
    before = text[: match.start()]
    led = led or (_LEADING.search(before) is not None and not before.rstrip().endswith(","))
    opens = _STARTS.search(before) is not None and len(words) == 1 and _is_town(words[0])
    behind = _SOMEBODYS.match(text[match.end() :])
    if behind is None or not (led or opens) or words[-1].endswith(("'s", "\u2019s", "'")) or any(is_title(word) for word in words):
        return []
    nouns = behind[1].split()
    if nouns[0].endswith("s") and lemma(nouns[0], "verb") and _MANY.search(text[: match.start()]) is None:
        return []  # "the Nautilus guards a secret"
    for at, noun in enumerate(nouns):
        base = lemma(noun, "noun")
        if base is None:
            return []
        if classify(base)[0] in ("person", "creature", "robot", "group"):
            return words if at == 0 or all(lemma(one, "noun") for one in nouns[:at]) else []
    return []


_HONORIFICS: Final[dict[Literal["she", "he"], frozenset[str]]] = {
    "she": frozenset(
        ("mrs", "miss", "ms", "lady", "queen", "princess", "aunt", "auntie", "madame", "madam", "sister", "grandma", "granny", "dame")
    ),
    "he": frozenset(("mr", "sir", "lord", "king", "prince", "uncle", "monsieur", "father", "grandpa", "brother")),
}
"""Titles that tell the pronoun, whatever name comes after."""


_RANKS: Final = frozenset(
    ("mayor", "nurse", "major", "lieutenant", "corporal", "admiral", "chief", "reverend", "judge", "officer", "president", "bishop")
)


def is_title(word: str) -> bool:
    """Whether a word of a name is a title or a rank."""
    return word.lower().strip(".") in _TITLES | _RANKS


def pronoun_of_name(name: str) -> Literal["she", "he"] | None:
    """ "he" for "Marcus Bell", "she" for "Grace"; most names that end in "a" are women's; None for Alex and Robin."""
    words = [word.strip(".").lower() for word in name.split()]
    if "and" in words:
        return None
    said = next((pronoun for word in words for pronoun, titles in _HONORIFICS.items() if word in titles), None)
    if said is not None:
        return said
    table = tables.read("first_names")
    listed = {word for row in ("he", "she", "either") for word in table[row].words("names")}
    bare = [word for word in words if not is_title(word)] or words  # "Detective Inspector Rosa Vane"
    first = next((word for word in bare[:2] if word in listed), bare[0])
    if first in table["either"].words("names"):
        return None
    if first in table["he"].words("names"):
        return "he"
    return "she" if first in table["she"].words("names") or first.endswith("a") else None


@cache
def _given() -> frozenset[str]:
    return frozenset(word for entry in tables.read("first_names").values() for word in entry.words("names"))


def is_given(word: str) -> bool:
    """Whether a lower-case word is a given name."""
    return word in _given()


_BEINGS: Final = frozenset(("person", "creature", "robot"))


_YEARS: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)


def _bare_name(word: str, after: str) -> bool:
    """Whether a word that stands alone before its verb is a name: "Grace and her dog", "Ulysses tries", "Achilles and a tortoise"."""
    plain = word.lower()
    acting = _ACTS.match(after)
    what = re.match(r" the ([a-z]+)", after)
    orders = what is not None and lemma(plain, "verb") == plain and classify(lemma(what[1], "noun") or what[1])[0] not in _BEINGS
    if acting and (not acting["verb"] or lemma(acting["verb"], "verb")) and plain in _given() and not orders:
        return True
    if plain in _given() and re.match(rf",\s+(?:aged?\s+|who\s+is\s+)?(?:\d+|{_YEARS})\b", after):
        return True  # "Nina, nine, wants to bake"
    if re.match(r",\s+but\s+(?:he|she|they)\b", after) and classify(plain)[0] in ("person", "creature"):
        return plain not in FUNCTION_WORDS  # "Orpheus, but he is a busker"
    other = re.match(r" and ([A-Z][a-z]+)(?= [a-z]+ |, )", after)
    if other is not None and (is_given(other[1].lower()) or not known(other[1].lower())) and plain not in FUNCTION_WORDS:
        return True  # "Yaw and Abena run a bar"
    following = re.match(r"\s+([a-z]+)", after)
    ordered = following is not None and lemma(plain, "verb") == plain and classify(lemma(following[1], "noun") or "")[0] == "object"
    acts = following is not None and (
        following[1] in ("and", "but", "must") or (following[1].endswith("s") and bool(lemma(following[1], "verb")) and not ordered)
    )  # "Teach fractions" is an order
    return acts and plain not in FUNCTION_WORDS and lemma(plain, "noun") == plain and classify(plain)[0] in ("person", "creature")


_THE: Final = re.compile(
    r"(?:^|(?<=[.!?] ))([A-Z][a-z]{2,}) the ((?:[a-z-]+ ){1,3}?)(?:has|must|wants|is|was|lives|finds|loses|needs|gets|tries)\b"
)


def _is_bearer(word: str, text: str) -> bool:
    """Whether a common word opens a sentence as a name, with what its bearer is behind it: "Ember the fire sprite has", no "Tonight the dragon wakes"."""
    match = _THE.match(text)
    if match is None or match[1] != word or word.lower() in FUNCTION_WORDS or lemma(word.lower(), "noun") is None:
        return False
    nouns = [
        one for one in match[2].split() if classify(lemma(one, "noun") or one)[0] in ("person", "creature", "robot", "plant", "object")
    ]
    return bool(nouns) and classify(word.lower())[0] not in ("time", "place", "person")


_FINITE: Final = re.compile(r"(?:,[^,.!?]+,)?\s+(?:must|has|have|is|are|was|were|can|will|had|did|does|and|(?P<verb>[a-z]+s))\b")
"""What may follow somebody's name where it is no order's object."""


def _leads_name(words: list[str], after: str) -> bool:
    """Whether a word that everybody knows is a name all the same: "Captain Fizz", "Robin Hood's"; "Find Bigfoot" is an order."""
    if len(words) < 2 or not words[1][:1].isupper():
        return False
    plain = words[0].lower()
    if plain in _TITLES:
        return True
    finite = _FINITE.match(after)
    acts = finite is not None and (not finite["verb"] or bool(lemma(finite["verb"], "verb")))
    if lemma(plain, "verb") == plain and plain not in _given() and not acts:
        return False
    return plain not in FUNCTION_WORDS and lemma(plain, "noun") == plain and not lemma(plain, "adjective")


_BEFALLS: Final = re.compile(
    r"\w{3,}(?:quakes?|pocalypse|mageddon|nado|tsunami|plosion)|(?:heat|cold|shock|tidal)waves?|(?:mud|rock|land|ice)slides?"
    r"|(?:fire|hail|snow|sand|dust|ice|sun|meteor|mud)storms?"
)
"""Words, some made for the day, for what befalls a place: a Marsquake is nobody's name."""


_PLAIN: Final = frozenset((
    "the", "a", "an", "in", "on", "at", "when", "while", "after", "before", "you", "your", "my", "his", "her", "their", "our", "we",
    "they", "once", "there", "this", "that", "these", "those", "with", "as", "if", "but", "and", "or", "because", "every", "each",
    "some", "all", "nobody", "everyone", "under", "during", "inside",
))  # fmt: skip


def known(word: str) -> bool:
    plain = word.lower().strip("'’-")
    return (
        plain in FUNCTION_WORDS
        or _BEFALLS.fullmatch(plain) is not None
        or any(lemma(plain, part) for part in ("noun", "verb", "adjective"))
        or len(plain) < 3
        or plain in _CARDINAL | ABOUT | _PLAIN
    )


_ROLE_LED: Final = re.compile(r"\b(?:the|an?|my|our|his|her|their|your)\s+(?:[a-z-]+\s+)*$", re.IGNORECASE)
_LED: Final = re.compile(r"\b(?:the|an?|my|our|his|her|their|your)\s+$", re.IGNORECASE)
"""Behind an article, a word written large says what somebody is."""


def _is_whole(words: list[str], text: str) -> bool:
    """Whether three words and more written large at the beginning are one name: "Little Red Riding Hood's grandmother"."""
    first = words[0].lower()
    order = lemma(first, "verb") == first and first not in _given()
    return not (order or first in FUNCTION_WORDS or text.istitle() or lemma(first, "adjective") is None)


def _is_town(written: str) -> bool:
    """Whether a word names a place of its own: "London", and no castle."""
    plain = written.lower()
    return classify(plain)[0] == "place" and (plain in ("london", "paris", "berlin") or plain not in singles())


def _is_order(verb: str, name: str, text: str) -> bool:
    """Whether a sentence begins with an order and the name that it is about: "Bring Lassie home", "Find Bigfoot"."""
    plain = name.lower()
    if lemma(verb.lower(), "verb") != verb.lower() or verb.lower() in FUNCTION_WORDS or plain in FUNCTION_WORDS:
        return False
    return plain in _given() or classify(plain)[0] in ("creature", "person") or (not text.istitle() and not known(plain))


def _is_role(written: str) -> bool:
    """Whether a word written large is one that everybody knows for people: "Emperor's", "Mayor"."""
    plain = re.sub(r"['’]s?$", "", written).lower()
    return plain not in _given() and lemma(plain, "noun") is not None and classify(plain)[0] in ("person", "creature")


_CONTRACTED: Final = re.compile(r"(?:There|That|It|What|Who|Here|Where|When|How|He|She|Let)['’]s")


def names_in(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Lower-case word -> the name it is part of, as written; and lower-case word -> as written, of capitalised words that name nobody."""
    names: dict[str, str] = {}
    nations: dict[str, str] = {}
    for match in _NAME.finditer(text):
        written = match[0]
        if (number := _NUMBER.match(text[match.end() :])) and _NUMBERED.search(written):
            written += number[0]
        words = written.split()
        if (
            re.fullmatch(r"[A-Z][a-z]+-[a-z]+", written)
            and text[match.end() :].startswith(" ")
            and text[match.end() + 1 : match.end() + 2].islower()
            and not _ACTS.match(text[match.end() :])
        ):
            continue  # "Post-apoc scavenger run"
        if _CONTRACTED.fullmatch(words[0]):
            words = words[1:]  # "There's a party"
            if not words:
                continue
        if _adjectival(text, match):
            nations[_plain(words[-1])] = words[-1]
            continue
        if which := _modifies(text, match):
            nations.update({_plain(word): word for word in which})
            continue
        if _STARTS.search(text[: match.start()]):  # a sentence's first word is only a name if nobody knows it
            bare = len(words) == 1 and (_bare_name(words[0], text[match.end() :]) or _is_bearer(words[0], text[match.start() :]))
            if len(words) > 2 and words[0] in ("The", "A", "An", "My", "Our") and not text.istitle():
                words = words[1:]  # "The Last Beekeeper of Ashdown": what is written large behind an article belongs together
                bare = True
            bare = bare or (len(words) > 2 and all(word[:1].isupper() for word in words) and _is_whole(words, text))
            if len(words) == 2 and words[0] == "The" and _is_town(words[1]) and not text.istitle():
                words, bare = words[1:], True
            if len(words) > 3 and words[1] == "the" and lemma(words[0].lower(), "verb") == words[0].lower() and not text.istitle():
                words, bare = words[2:], True  # "Convince the Ice King": an order, and what is written large
            while words and not bare and (known(words[0]) or len(words[0]) < 3) and not _leads_name(words, text[match.end() :]):
                led_in = words[0].lower() in PLACE_WORDS and classify(words[-1].lower())[0] == "place"  # "In Chicago, a singer …"
                bare = (len(words) == 2 and _is_order(words[0], words[1], text)) or led_in
                words = words[1:]
        verbal = (
            len(words) == 1
            and _STARTS.search(text[: match.start()])
            and re.match(r"\s+(?:a|an|the|my|our|his|her|their|your)\b", text[match.end() :])
        )
        if verbal and not known(words[0]) and prefixed(words[0].lower()):
            continue  # "Unstick the sword"
        if (
            len(words) > 2
            and words[1] == "of"
            and _is_role(words[0])
            and _ROLE_LED.search(text[: match.end()].removesuffix(" ".join(words)))
        ):
            words = words[words.index("of") + 1 :]  # "the last Beekeeper of Ashdown": only the village has a name
            words = words[1:] if words[0] == "the" else words
        led = _LED.search(f"{text[: match.start()]}{written.removesuffix(' '.join(words))}")
        if len(words) == 1 and led and _is_role(words[0]):
            continue  # "the Emperor's nightingale"
        if not words or (len(words) == 1 and (len(words[0]) < 2 or words[0].lower() in _TITLES or words[0] == "I")):
            continue
        name = " ".join(words)
        if _CALENDAR.fullmatch(name.lower()) and _WHEN.search(text[: match.start()]):
            nations.update({word.lower(): word for word in words})
            continue  # "on Monday"; a robinson's Friday is somebody
        if name.lower() in ABOUT or name.lower() in PLACE_WORDS:
            continue
        for key in tokenise(name):
            if key.isalpha() and key not in ("of", "the", "de", "la", "von", "van"):
                owned = names.get(key, "").endswith(("'s", "’s")) and not name.endswith(("'s", "’s"))
                names[key] = name if owned else names.get(key, name)  # "Odile's lamp is broken and Odile must mend it"
    return names, nations


def strangers(text: str, names: dict[str, str], written: list[str]) -> frozenset[str]:
    """The words of a text that the tagger must take for names or nouns of somebody."""
    within = {
        key
        for name in names.values()
        if len(name.split()) > 1 and (len(name.split()) > 2 or not _STARTS.search(text[: max(0, text.find(name))]))
        for key in tokenise(name)
    }
    within |= {match[1].lower() for match in _CALLED.finditer(text)}
    strange = frozenset(
        word
        for word in names
        if not known(word) or word in _given() or (word in within and (lemma(word, "verb") or lemma(word, "adjective")))
    )
    return strange | {word for word in written if len(word) > 4 and word.isalpha() and not known(word) and classify(word)[0] == "person"}
