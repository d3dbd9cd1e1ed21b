"""The part that somebody of a premise has in its deed, told by the grammar around them: who goes along, for whom it is done, who
watches, who wants to win it too, who asked for it, and who is only there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import OPENERS, word_set
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Part
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.reading import Reading, lead, owner_in, somebody, text_of
from makebelieve.worlds.generation.senses import VESSELS
from makebelieve.worlds.generation.states import barred, states_of
from makebelieve.worlds.generation.verbs import purpose_of

_VERBAL: Final = ("V", "VS", "VD", "VG")
_HELPING: Final = word_set(
    "help guide join accompany assist aid agree volunteer know show advise lend offer support promise teach lead escort believe rescue"
)
_HELPED: Final = word_set("help guide accompany assist aid join lead follow support carry advise flank back")
_GOING_AWAY: Final = word_set("leave pack depart go sail stop finish")
_LEAVING: Final = word_set("leave die vanish disappear steal forget break sell ban forbid move marry")
_BIDDING: Final = word_set(
    "ask tell order force beg invite hire send command bid urge commission summon task appoint employ pay dare challenge instruct need want"
)
_BIDDEN: Final = [["you", "to"], ["me", "to"], ["us", "to"]]
_CONTESTS: Final = word_set(
    "compete race contend vie duel joust outrun outdo outswim outsing outplay outcook outbake outride box wrestle spar"
)
_CONTEST_NOUNS: Final = word_set(
    "race contest match final tournament championship competition cup derby marathon regatta duel quiz bakeoff cookoff showdown playoff league"
    " election pageant slam rally olympics game"
)
_SHOWN: Final = word_set("flower dog talent horse cat vegetable baking garden quiz cattle")
_PLAYING: Final = word_set("play ride run swim row sail sing dance cook bake fight drive skate ski fly debate wrestle box act")
_RACING: Final = word_set("race outrun run ride swim row sail drive ski skate fly outswim outride")
_MATCHES: Final = word_set("play face box wrestle")
_SIDES: Final = word_set("village town city school team club class street college tribe nation country county neighbourhood valley crew")
_RIVALS: Final = word_set("rival competitor contender challenger contestant rivals opponent")
# Whoever one does this with is met in the deed itself; with anybody else one goes along.
_MEETING: Final = word_set(
    "dance dine eat talk speak trade swap exchange argue reconcile negotiate bargain haggle share meet deal sing waltz duet play fence spar chat lunch"
    " breakfast sup drink flirt elope correspond dinner lunch date appointment meeting audience interview tea supper duel dispute quarrel barter"
    " wrestle peace truce treaty agreement pact bet wager chess cards plead reason settle"
)
_WATCHING: Final = word_set("watch cheer applaud judge look listen stare laugh clap gape marvel wait boo whisper")
_WATCHERS: Final = word_set(
    "judge jury audience critic spectator examiner panel juror onlooker crowd inspector umpire referee viewer listener congregation"
)
_FRIENDS: Final = word_set(
    "friend sidekick assistant apprentice helper companion crew pet dog parrot cat horse donkey mule goat team partner guide squire page"
    " camel falcon mate accomplice monkey pony raven owl comrade buddy pal neighbour classmate robot"
)
_DRAWN: Final = word_set(
    "portrait picture photograph photo autograph blessing signature permission forgiveness interview statement trust hand heart memoir pardon"
)
"""What is got of somebody only with them there."""
_PICTURED: Final = word_set(
    "deepfake hologram video film movie recording drawing sketch cartoon caricature painting effigy costume rumour story tale"
)
"""What shows somebody, or tells of them, and is not theirs."""
_GAMES: Final = word_set(
    "chess checkers draughts poker tennis football soccer badminton golf cards rugby hockey boules darts bowls arm-wrestling go basketball volleyball cricket"
)
_EVENTS: Final = word_set(
    "wedding birthday party recital concert coronation graduation reception banquet ball feast retirement anniversary engagement christening"
    " funeral wake premiere debut dinner opening parade"
)
_TAKING: Final = frozenset(("steal", "defeat", "find", "escape"))
_OF_DANGERS: Final = frozenset(("warn", "remind", "rid", "cure", "rob", "relieve", "inform", "accuse"))
"""Verbs whose "of" says what is told, or taken away, and whose nothing is."""
_FUNERALS: Final = frozenset(("funeral", "wake", "burial", "cremation"))


def led_by(reading: Reading, phrase: Phrase) -> int:
    """The place of the word before a phrase, its determiner, numbers and adjectives; -1 where it opens the premise."""
    at = lead(reading, phrase)[0] - 1
    while at >= 0 and (reading.tokens[at].tag in ("D", "#", "A", "'") or reading.tokens[at].word in ("only", "just")):
        at -= 1
    return at


def governor(tokens: list[Token], at: int) -> Token | None:
    """The verb before the token `at` in its sentence."""
    while at > 0:
        at -= 1
        if tokens[at].word in OPENERS:
            return None
        if tokens[at].tag in _VERBAL:
            return tokens[at]
    return None


def _is_entered(reading: Reading, phrase: Phrase) -> bool:
    """Whether a show is one that is entered, or has prizes: "the flower show", "enters the village fete"."""
    words = {token.lemma for token in phrase.modifiers}
    shown = phrase.noun == "show" and bool(words & _SHOWN)
    entered = phrase.noun in ("show", "fair", "fete", "bee", "exhibition") and "enter" in {token.lemma for token in reading.tokens}
    return shown or entered or (phrase.noun == "bee" and "spelling" in words)


def is_contest(reading: Reading, wanted: Wanted) -> bool:
    """Whether the deed is to come first among several."""
    base = (wanted.goal.verb or "").partition("_")[0]
    return (
        base in _CONTESTS
        or wanted.goal.purpose == "win"
        or (base in _PLAYING and wanted.aim is not None and wanted.aim.governed == "against")
        or (base in ("beat", "defeat", "play", "challenge", "face") and any(token.lemma in _GAMES for token in reading.tokens))
        or any(token.lemma in _CONTEST_NOUNS or token.lemma in _CONTESTS for token in reading.tokens if token.lemma != "game")
        or any(_is_entered(reading, phrase) for phrase in reading.found)
    )


def is_rival(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether somebody wants to win what the player wants to: "against the duke's jockeys", "compete with the baker", "her rival"."""
    if phrase.noun in _RIVALS - {"opponent"} or any(token.word in ("rival", "competing", "opposing") for token in phrase.modifiers):
        return True
    if not is_contest(reading, wanted):
        return False
    if phrase.noun in ("opponent", "champion", "favourite", "favorite") and phrase is not wanted.hero:
        return True
    tokens, at = reading.tokens, led_by(reading, phrase)
    if at < 0:
        return False
    plotted = at > 0 and tokens[at - 1].lemma in ("plot", "conspire", "turn", "rebel", "scheme")
    if tokens[at].word in ("against", "versus") and not plotted:
        return True
    before = governor(tokens, at + 1)
    if tokens[at].word == "with":
        return before is not None and before.lemma in _CONTESTS
    if tokens[at] is before:
        return before.lemma in _CONTESTS | {"challenge", "beat", "defeat", "face"}
    return False


def contested(reading: Reading, wanted: Wanted) -> Wanted:
    """The goal to win, where it is only said against whom: "compete with the ice cream man", "race her brother to the buoy"."""
    target = wanted.target
    if target is None or wanted.foe is not None or not (is_contest(reading, wanted) and is_rival(reading, target, wanted)):
        return wanted
    if not somebody(reading, target) and target.noun not in _SIDES:
        return wanted
    base = (wanted.goal.verb or "").partition("_")[0]
    contest = _CONTEST_NOUNS - {"game"}
    named = next((one for one in reading.found if (one.noun in contest or _is_entered(reading, one)) and one is not target), None)
    object_ = (
        f"the {text_of(reading, named)}"
        if named is not None
        else "the race"
        if base in _RACING
        else "the match"
        if base in _MATCHES
        else "the contest"
    )
    told = {"purpose": "win", "object": object_, "person": False, "plural": False, "telling": "own"}
    return replace(wanted, goal=wanted.goal.model_copy(update=told), target=None, foe=target)


def only_told(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether somebody is what the deed speaks of: the wolves of "warn the next village of the wolves"."""
    at = led_by(reading, phrase)
    return at >= 0 and reading.tokens[at].word == "of" and (wanted.goal.verb or "").partition("_")[0] in _OF_DANGERS


def belongs(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether what the deed is done to is somebody's, and there to stay: "the tooth of a dragon", "the car of her worst enemy"."""
    at, target = led_by(reading, phrase), wanted.target
    return (
        not only_told(reading, phrase, wanted)
        and target is not None
        and at >= 0
        and at == target.end
        and reading.tokens[at].word == "of"
        and wanted.goal.purpose not in _TAKING
    )


_FREEING: Final = frozenset(("free", "rescue", "save", "ransom", "find", "cure", "heal", "wake", "release", "liberate", "revive"))


def is_reason(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether it is for somebody's sake that something else is done: "to free his brother a boy must answer three riddles"."""
    at = led_by(reading, phrase)
    return (
        at > 0
        and reading.tokens[at].word in _FREEING
        and reading.tokens[at - 1].word == "to"
        and phrase is not wanted.target
        and not _after_aim(phrase, wanted)
    )


def part_of(reading: Reading, phrase: Phrase, wanted: Wanted, player: Phrase | None, mine: set[int]) -> Part:
    """The part of somebody who is neither the player nor in the way nor gone."""
    tokens, at = reading.tokens, led_by(reading, phrase)
    word = tokens[at].word if at >= 0 else ""
    if word == "of" and at > 0 and tokens[at - 1].word in ("front", "presence"):
        return "witness"
    if id(phrase) in mine:
        return "companion"
    if _bids(reading, phrase, player):
        return "patron"
    if (
        player is not None
        and tokens[phrase.end : phrase.end + 1]
        and tokens[phrase.end].word == "and"
        and any(one.noun == player.noun and lead(reading, one)[0] == phrase.end + 1 for one in reading.found)
    ):
        return "companion"  # "two kids and their babysitter get stuck"
    lying = barred(states_of(reading, phrase), "move")
    if player is None and _one_of_us(reading, phrase):
        return "bystander" if lying else "companion"  # "my grandpa is in the hospital and we want to"
    if (
        word == "between"
        or (word == "and" and _led(reading, phrase, "between"))
        or (word == "and" and _beside(reading, phrase, wanted.target))
    ):
        return "object"
    if word == "with" or (word == "and" and _led(reading, phrase, "with")):
        held = governor(tokens, at)
        if held is not None and held.tag == "VD" and wanted.target is not None and 0 <= held.index - wanted.target.end <= 1:
            return "object"  # "two hikers trapped in a cave with a wolf": the wolf is with them
        if _aboard(phrase, wanted, at):
            return "object"  # "bring in a fishing boat with six men"
        if at > 0 and tokens[at - 1].word == "love":
            return "object"  # "is in love with the woman who buys one roll"
        if phrase.noun in _WATCHERS:
            return "witness"  # "pass her driving test with a nervous examiner"
        met = at > 0 and (tokens[at - 1].lemma in _MEETING or _met(tokens, at))
        return "recipient" if met else "companion"
    if word in ("alongside", "beside") and governor(tokens, at) is not None:
        return "companion"
    if word == "by" and at > 0 and tokens[at - 1].tag == "VD":
        verb = tokens[at - 1].lemma
        return "companion" if verb in _HELPED else "witness" if verb == "watch" else "patron" if verb in _BIDDING else "bystander"
    if word == "of" and at > 0 and tokens[at - 1].word in ("help", "company", "aid"):
        return "companion"
    if word == "of" and at > 0 and tokens[at - 1].lemma in _DRAWN:
        return "object"
    if word in ("before", "for") and phrase.noun in _WATCHERS:
        return "witness"
    if word == "before" and any(token.lemma in _GOING_AWAY for token in tokens[phrase.end : phrase.end + 2]):
        return "witness"  # "before the band packs up"
    if word == "before" and not (phrase.end < len(tokens) and tokens[phrase.end].tag in (*_VERBAL, "X", "M")):
        return "witness"
    if set(phrase.acts) & _WATCHING and word in ("while", "as", "and"):
        return "witness"
    if {"pay", "repay", "reward", "pay_back"} & set(phrase.undergoes):
        return "recipient"
    if _done_to(reading, phrase, player):
        return "companion" if _sent(tokens, phrase) else "object"
    if word in ("to", "for") and at > 0 and tokens[at - 1].tag not in ("X", ".") and purpose_of(wanted.goal.verb or "") is not None:
        return "recipient" if _after_aim(phrase, wanted) else "bystander"
    if word == "from" and any(one.end == at and classify(one.noun)[0] == "communication" for one in reading.found):
        return "absent"  # "copy a letter from the emperor"
    if word == "from" and _after_aim(phrase, wanted):
        return (
            "object" if wanted.goal.purpose == "find" else "recipient"
        )  # the bird of "fetch a feather from the golden bird" is where it lives
    if belongs(reading, phrase, wanted):
        owned = tokens[at - 1].lemma
        return "bystander" if owned in _PICTURED else "object" if owned in VESSELS and not lying else "recipient"
    if lying:
        return "bystander"
    if set(phrase.acts) & _HELPING and not _asked(tokens, phrase):
        return "companion"
    if player is not None and player.noun in {"his": SHE, "her": HE}.get(lead(reading, phrase)[1] or "", ()):
        return "bystander"  # "a boy has to apologise to the neighbour, but her dog is enormous"
    if phrase.noun in _FRIENDS and lead(reading, phrase)[1] in ("her", "his", "their", "my", "our", "its", "your") and not phrase.undergoes:
        return "companion"
    return "witness" if phrase.noun in _WATCHERS else "bystander"


def host_of(reading: Reading) -> tuple[Phrase, Part] | None:
    """Whose the event is at which the deed is done: "at my boss's wedding"; the one of a funeral is gone."""
    for phrase in reading.found:
        owner = owner_in(reading, phrase) if phrase.noun in _EVENTS else None
        if owner is not None:
            return owner, "absent" if phrase.noun in _FUNERALS else "witness"
    return None


def _bids(reading: Reading, phrase: Phrase, player: Phrase | None) -> bool:
    """Whether somebody asks or orders the player to do it: "the mayor asks a plumber", "my boss wants me to"."""
    if player is not None and any(
        verb in _BIDDING and agent is phrase for verb, agent in zip(player.undergoes, player.agents, strict=True)
    ):
        return True
    tokens = reading.tokens
    at = phrase.end
    while at < len(tokens) and tokens[at].tag in ("X", "R"):
        at += 1
    asked = next((one for one in tokens[phrase.end :] if one.lemma in _BIDDING and one.tag in _VERBAL), None)
    opens = phrase.start <= 2 and phrase.preposition is None and asked is not None and tokens[asked.index - 1].word == "and"
    if (
        asked is not None
        and phrase.preposition is None
        and (asked.lemma in phrase.acts or opens)
        and [one.word for one in tokens[asked.index + 1 : asked.index + 3]] in _BIDDEN
    ):
        return True  # "has fallen in love and asks you to"
    return (
        at + 2 < len(tokens)
        and tokens[at].tag in _VERBAL
        and tokens[at].lemma in _BIDDING
        and tokens[at + 1].word in ("me", "us", "you", "him", "her", "them")
        and tokens[at + 2].word == "to"
    )


def _one_of_us(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is one of those who tell it: "my brother lost a tooth and we have to", "my dad and I", "me and my dog"."""
    tokens, start = reading.tokens, lead(reading, phrase)[0]
    if lead(reading, phrase)[1] not in ("my", "our", "your"):
        return False
    after = [token.word for token in tokens[phrase.end : phrase.end + 2]]
    around = [token.word for token in tokens[max(0, start - 2) : start]]
    if after in (["and", "i"], ["and", "me"]) or around in (["me", "and"], ["i", "and"], ["you", "and"]):
        return True
    return start == 0 and "we" in {token.word for token in tokens[phrase.end :]} and not set(phrase.acts) & _LEAVING


def _sent(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the player has somebody do a part of it: "asks her maid to go and look"."""
    bidden = bool(set(phrase.undergoes) & _BIDDING) and set(phrase.undergoes) <= _BIDDING | {"look"}
    return bidden and phrase.end < len(tokens) and tokens[phrase.end].word == "to"


def _beside(reading: Reading, phrase: Phrase, target: Phrase | None) -> bool:
    """Whether somebody is joined to whom it is done to: "teaches her grandson and his friends"."""
    if target is None or phrase.start <= target.end:
        return False
    behind = reading.tokens[phrase.end : phrase.end + 1]
    if behind and behind[0].tag in ("X", "M", "VS", "VD") and reading.tokens[target.end].word == ",":
        return False  # "find the trophy, and the choirmaster is nervous"
    between = reading.tokens[target.end : lead(reading, phrase)[0]]
    return all(token.tag in ("D", "#", "A", "C", ",") or token.word in ("and", ",") for token in between)


def _led(reading: Reading, phrase: Phrase, word: str) -> bool:
    """Whether somebody is named behind another one with that word before: "with her cat and an old sailor", "between cats and dogs"."""
    left = next((one for one in reversed(reading.found) if one.end <= lead(reading, phrase)[0] and one is not phrase), None)
    return left is not None and left.preposition == word and _beside(reading, phrase, left)


def _met(tokens: list[Token], at: int) -> bool:
    """Whether what is done "with" somebody is done with the two of them: "trades her comb with a fisherman", "dinner with"."""
    before = governor(tokens, at)
    return before is not None and before.lemma in _MEETING and at - before.index <= 5


def _aboard(phrase: Phrase, wanted: Wanted, at: int) -> bool:
    """Whether somebody belongs to what the deed is done to: those in a boat or in a house."""
    target = wanted.target
    held = target is not None and at == target.end and classify(target.noun)[0] in ("vehicle", "building", "place")
    return held and phrase.determiner not in ("her", "his", "their", "my", "our", "its")


def _done_to(reading: Reading, phrase: Phrase, player: Phrase | None) -> bool:
    """Whether it is the player who does something to them, in the deed or on the way to it."""
    if phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag == "X":
        return False  # "my aunt has sold the farm", "a duchess is robbed": it is told of them
    if player is None:
        return bool(phrase.undergoes) and phrase.preposition is None and all(agent is None for agent in phrase.agents)
    return any(agent is player or agent is None for agent in phrase.agents) and phrase.preposition is None


def _after_aim(phrase: Phrase, wanted: Wanted) -> bool:
    return wanted.aim is not None and wanted.aim.at < phrase.start <= wanted.aim.end


def _asked(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether what somebody does is only said of them with "not" or as a question."""
    return any(token.word in ("not", "never", "refuses", "refuse") for token in tokens[phrase.end : phrase.end + 3])
