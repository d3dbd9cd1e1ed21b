"""Whether somebody of a premise stands in the player's way, by what is said around them."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token
from makebelieve.worlds.generation.absences import is_out
from makebelieve.worlds.generation.clauses import word_set
from makebelieve.worlds.generation.cues import HOSTILE
from makebelieve.worlds.generation.reading import Reading, lead, somebody

_ILL: Final = frozenset(
    (
        "evil", "wicked", "cruel", "greedy", "corrupt", "jealous", "ruthless", "rival", "horrible", "scheming", "hostile", "dreaded", "vengeful",
        "tyrannical", "sinister", "treacherous", "murderous", "hungry", "nasty", "fearsome", "villainous", "heartless", "merciless", "bloodthirsty",
        "deadly", "ferocious", "angry", "unscrupulous", "crooked", "mean", "vicious", "enemy", "rogue", "suspicious", "furious",
    )
)  # fmt: skip
_ARRIVE: Final = frozenset(
    ("come", "arrive", "get", "reach", "find", "catch", "return", "notice", "wake", "discover", "close", "take", "land", "attack", "strike")
)
_AGAINST: Final = (
    ("has", "other", "plans"), ("have", "other", "plans"), ("stands", "in", "the"), ("stand", "in", "the"), ("is", "after"), ("are", "after"),
    ("will", "not", "let"), ("does", "not", "want"), ("do", "not", "want"), ("refuses",), ("refuse",), ("is", "hunting"), ("are", "hunting"),
    ("is", "chasing"), ("are", "chasing"), ("wants", "to", "stop"), ("want", "to", "stop"), ("is", "determined", "to", "stop"),
    ("has", "started"), ("have", "started"), ("has", "begun"), ("have", "begun"), ("is", "due"), ("are", "due"), ("is", "awake"), ("are", "awake"), ("is", "watching"), ("are", "watching"), ("is", "already", "there"), ("will", "stop"), ("has", "sworn"),
    ("is", "coming"), ("are", "coming"), ("is", "on", "the", "way"), ("are", "on", "the", "way"),
    ("has", "stolen"), ("have", "stolen"), ("has", "run", "off", "with"), ("have", "run", "off", "with"), ("has", "made", "off", "with"), ("has", "kidnapped"), ("have", "kidnapped"), ("has", "banned"), ("have", "banned"), ("is", "stealing"), ("are", "stealing"),
)  # fmt: skip


_PLAGUING: Final = word_set(
    "lie sabotage steal attack salt shoot try cheat spy follow chase interrupt break undo change threaten mislead block poison hide lose eat"
)
_HIDING: Final = word_set(
    "hide escape flee steal protect defend save rescue guard shield keep run win get take retrieve conceal recover"
    "free smuggle flee sneak liberate wrest reclaim rob snatch shelter disguise fly withhold grab"
)
"""From whom something is hidden, won or saved, stands in the way of it."""
_TELLING: Final = frozenset(
    ("letter", "message", "call", "gift", "parcel", "note", "invitation", "postcard", "visitor", "stranger", "boy", "girl", "man", "woman")
)
_UNTOLD: Final = word_set("tell wake alert disturb alarm ask inform rouse upset anger offend startle provoke warn")
"""Who is not to be told or roused stands in the way."""
_STRIKING: Final = word_set(
    "catch attack find discover notice seize take steal kill destroy eat strike sell demolish burn rob capture arrest kidnap invade storm conquer poison murder"
    " bulldoze flood hurt harm bury sink blow_up devour swallow raid loot occupy win execute hang"
)
"""Who does this before the deed is done does harm, and stands in the way; who only comes, or is born, or gives up, does not."""
_UNWELCOME: Final = word_set(
    "auditor bailiff landlord taxman collector priest hunter developer surveyor headmaster headmistress overseer master"
)
_KIN: Final = word_set(
    "mother father mum mom dad parent grandmother grandfather grandma grandpa granny brother sister son daughter aunt uncle cousin wife husband baby child"
    " family friend grandchild grandson granddaughter nephew niece"
)
_WRONGS: Final = word_set(
    "banish exile fire accuse sentence cheat evict arrest imprison humiliate betray rob banish frame blackmail fine"
    "bully mock threaten swindle dismiss expel convict jail curse enslave sack"
)
_HUNTED: Final = word_set(
    "smuggler thief burglar robber pickpocket poacher forger stowaway fugitive prisoner outlaw bandit pirate rebel deserter spy conman convict"
    " counterfeiter shoplifter hacker runaway bootlegger"
)
_HUNTERS: Final = word_set(
    "officer policeman policewoman police guard warden detective inspector ranger sheriff marshal constable gamekeeper patrol cop sergeant"
    " watchman soldier customs"
)
_MINDING: Final = word_set("notice suspect object protest disapprove complain forbid suspects disagree watch follow interfere insist")
_NOTICING: Final = word_set("notice see know find hear realise realize suspect catch spot discover wake learn guess")


def evaded(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has to be passed, hidden from or kept unaware: "past the guards", "without the mayor noticing"."""
    tokens = reading.tokens
    at = lead(reading, phrase)[0] - 1
    if at < 0:
        return False
    word = tokens[at].word
    if tokens[at].lemma in _UNTOLD and tokens[at].tag in ("VG", "V", "N") and at > 0 and tokens[at - 1].word == "without":
        return True
    if word == "against" and at > 0 and tokens[at - 1].lemma in ("plot", "conspire", "turn", "rebel", "scheme"):
        return False  # "is plotting against the crew": they stand in nobody's way
    if word in ("past", "against", "versus"):
        return True
    if word == "by" and at > 1 and tokens[at - 1].tag == "VD" and {"without", "unless", "not", "never"} & _near(tokens, at - 1, 4):
        return True
    if word == "with" and any(token.lemma in ("survive", "endure", "outlast", "withstand", "compete") for token in tokens[:at]):
        return True  # "survive the last Friday with class 4B"
    if word == "of" and at > 0 and tokens[at - 1].word in ("nose", "noses", "eyes", "eye", "ahead"):
        return {"under", "ahead"} & _near(tokens, at, 4) != set()
    if word == "of" and at > 0 and tokens[at - 1].word in ("sight", "reach", "earshot", "hands", "clutches", "way"):
        return bool({"out", "under"} & _near(tokens, at, 4))
    if is_out(reading, phrase):
        return True
    where = [token.word for token in tokens[phrase.end : phrase.end + 3]]
    if where[1:2] == ["in"] and where[2:3] and where[2] in reading.names:
        return False  # "while her brother is in Lisbon"
    if word == "without" or (word in ("while", "as") and _watching(tokens, phrase.end)):
        return any(token.lemma in _NOTICING for token in tokens[phrase.end : phrase.end + 3]) or word != "without"
    if word == "from" and _is_concealed(tokens, at):
        return True  # "hides a stowaway girl from the captain"
    if word == "from" and any(token.lemma == "learn" for token in tokens[max(0, at - 5) : at]):
        return False  # "learns to fly from the pigeons"
    if word == "from" and tokens[at - 1].lemma not in _TELLING:
        return any(token.lemma in _HIDING for token in tokens[max(0, at - 7) : at] if token.tag in ("V", "VS", "VG", "VD", "N"))
    return False


_CONCEALING: Final = frozenset(("hide", "conceal", "shelter", "disguise"))


def _is_concealed(tokens: list[Token], at: int) -> bool:
    """Whether it is hidden, or kept secret, from whoever stands behind the token `at`."""
    led = [token for token in tokens[max(0, at - 7) : at] if token.tag[:1] == "V"]
    return any(token.lemma in _CONCEALING or (token.lemma == "keep" and tokens[at - 1].word == "secret") for token in led)


def kept_from(reading: Reading, phrase: Phrase) -> bool:
    """Whether something is hidden from somebody, or done while they are not to notice: they are not there where it is done."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    unroused = at > 0 and tokens[at].lemma in _UNTOLD and tokens[at - 1].word == "without"
    hidden = at > 0 and tokens[at].word == "from" and _is_concealed(tokens, at)
    behind = tokens[phrase.end : phrase.end + 2]
    noticing = (
        at > 0 and tokens[at].word in ("before", "until") and bool(_NOTICING & {token.lemma for token in behind if token.tag[:1] == "V"})
    )
    return unroused or hidden or noticing or (at > 0 and tokens[at].word == "without" and evaded(reading, phrase))


def _near(tokens: list[Token], at: int, count: int) -> set[str]:
    return {token.word for token in tokens[max(0, at - count) : at]}


def _watching(tokens: list[Token], at: int) -> bool:
    words = [token.word for token in tokens[at : at + 3]]
    return words[:1] in (["is"], ["are"]) and words[1:2] in (["at"], ["in"], ["watching"], ["looking"], ["awake"], ["listening"], ["near"])


def hunts(player: Phrase | None, phrase: Phrase) -> bool:
    """Whether it is somebody's trade to catch the likes of the player: "smugglers, a customs officer"."""
    return player is not None and player.noun in _HUNTED and phrase.noun in _HUNTERS


def objects(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is said to mind what is done: "and the master notices"."""
    tokens, at = reading.tokens, phrase.end
    before = tokens[phrase.start - 1].word if phrase.start else ""
    return before in ("and", "but", ",") and at < len(tokens) and tokens[at].tag in ("V", "VS") and tokens[at].lemma in _MINDING


def wrongs(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has done wrong to the player: "the judge who banished her"."""
    tokens, at = reading.tokens, phrase.end
    while at < len(tokens) and (tokens[at].tag in ("X", "R", "S") or tokens[at].word in ("who", "that")):
        at += 1
    return at + 1 < len(tokens) and tokens[at].lemma in _WRONGS and tokens[at + 1].word in ("him", "her", "them", "me", "us", "you")


def opposes(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase, of whatever kind, is said to be against what is done: "but the wind has other plans"."""
    following = tuple(token.word for token in reading.tokens[phrase.end : phrase.end + 5])
    said = following[1:] if following[:1] in (("who",), ("that",)) else following
    led = lead(reading, phrase)[0]
    while led > 0 and reading.tokens[led - 1].tag in ("D", "N", "'"):
        led -= 1
    if said[:2] in (("is", "secretly"), ("are", "secretly")) and led and reading.tokens[led - 1].word in ("and", "but", "while", "though"):
        return True
    if said[:1] in (("keeps",), ("keep",)) and led and reading.tokens[led - 1].word in ("while", "but", "though", "although", "as"):
        return reading.tokens[phrase.end + 1].lemma in _PLAGUING  # "while the computer keeps lying to you"
    if said[:1] in (("refuses",), ("refuse",)) and phrase.start == 0 and phrase.determiner in ("a", "an"):
        return False  # "a princess refuses to marry and runs away": it is her story
    if said[1:2] == ("watching",) and said[2:3] and said[2] not in ("you", "me", "us", "him", "her", "them", "over", "closely"):
        return False  # "while the whole town is watching the fireworks"
    coming = said[1:2] == ("coming",) and not somebody(reading, phrase)  # "while a ship is coming in"
    return not coming and any(said[: len(words)] == words for words in _AGAINST)


_AT_HOME: Final = word_set(
    "mum mom mummy mommy dad daddy mother father parent grandma grandpa granny grandmother grandfather wife husband child kid pupil student guest"
    " visitor customer friend sister brother son daughter aunt uncle baby"
)
_COMING: Final = frozenset(("come", "arrive", "return", "get", "call"))
"""Who only comes, and is in nobody's way."""


def hinders(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is said to be ill-willed, to come too soon, or to be against what is done."""
    tokens = reading.tokens
    if any(token.word in _ILL for token in phrase.modifiers):
        return True
    if opposes(reading, phrase):
        return True
    if phrase.noun in _AT_HOME and {token.lemma for token in tokens[phrase.end : phrase.end + 2]} & _COMING:
        return False  # "before dad comes home"
    at = phrase.start - 1  # "before the priests get to the tower", "until the men in grey come"
    while at >= 0 and tokens[at].tag in ("D", "A", "#"):
        at -= 1
    if at >= 0 and tokens[at].word == "before" and [token.word for token in tokens[phrase.end : phrase.end + 1]] in (["does"], ["do"]):
        return somebody(reading, phrase)  # "before the salvage firm does": they are after the same
    return (
        at >= 0
        and tokens[at].word in ("before", "until", "till", "while")
        and (tokens[at].word != "while" or somebody(reading, phrase))  # "while a ship is coming in"
        and any(
            token.tag in ("V", "VS", "VG", "VD") and (token.lemma in _ARRIVE if tokens[at].word == "while" else _strikes(phrase, token))
            for token in tokens[phrase.end : phrase.end + 4]
        )
    )


def _strikes(phrase: Phrase, verb: Token) -> bool:
    """Whether what somebody does "before" the deed is done makes them stand in its way: a dragon that comes does, a king or a baby does not."""
    if verb.lemma == "wake" and phrase.noun != "baby":
        return True  # who sleeps is not to be roused
    if phrase.noun in _KIN:
        return False
    return verb.lemma in _STRIKING or (phrase.noun in HOSTILE | _UNWELCOME | _HUNTERS and verb.lemma in _ARRIVE)
