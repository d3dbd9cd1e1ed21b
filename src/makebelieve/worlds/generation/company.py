"""Everybody whom a premise names besides its player and whom the deed is done to: who goes along, who is in the way, who is gone, and the rest by their part."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.absences import absent, is_missing
from makebelieve.worlds.generation.attending import owners_about
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.cues import ABOUT, HE, HOSTILE, SHE
from makebelieve.worlds.generation.draft import Figure, Part
from makebelieve.worlds.generation.figures import PEOPLE, apposed, figure_of, really
from makebelieve.worlds.generation.goals import Wanted
from makebelieve.worlds.generation.hindrance import evaded, hinders, hunts, kept_from, objects, opposes, wrongs
from makebelieve.worlds.generation.presence import no_person
from makebelieve.worlds.generation.reading import Reading, animate, lead, name_of, somebody
from makebelieve.worlds.generation.roles import belongs, host_of, is_contest, is_reason, is_rival, only_told, part_of
from makebelieve.worlds.generation.states import barred, states_of
from makebelieve.worlds.generation.verbs import purpose_of

_AGGRESSIVE: Final = word_set(
    "attack chase hunt threaten guard haunt steal kidnap invade terrorize curse rule hate ban forbid cheat pursue betray oppose follow envy"
)
_KINDLY: Final = word_set(
    "pay repay thank feed marry visit forgive help comfort cure heal invite teach nurse serve wed befriend pay_back invite reward console"
)
_TELLING: Final = word_set("warn tell convince persuade inform show remind assure")
_FRIENDLY: Final = word_set("friendly kind gentle lonely harmless good-natured kindly peaceful helpful shy homesick sad baby tame")
_COVERING: Final = word_set("hide conceal deny cover bury suppress")
"""What is done to a truth by whoever does not want it told."""


_BODIES: Final = frozenset(
    ("league", "company", "government", "church", "state", "nation", "country", "world", "federation", "union", "press", "public")
)
"""What consists of people and passes nobody by."""


def company_of(
    reading: Reading, used: set[int], places: set[int], words: list[str], wanted: Wanted, player: Phrase | None, receiver: Phrase | None
) -> dict[str, list[Figure]]:
    """Those whom a premise names besides the player and the goal: companions, foes, who is gone, and others by the part they have."""
    made: dict[str, list[Figure]] = {"companions": [], "foes": [], "absent": [], "people": []}
    if wanted.foe is not None:
        made["foes"].append(parted(reading, wanted.foe, words, "rival" if wanted.goal.purpose == "win" else "opponent"))
    mine = same_as(reading, player)
    for phrase in reading.found:
        if (
            (phrase is receiver and not absent(reading, phrase))
            or phrase is wanted.foe
            or not _is_met(reading, phrase, used, places, player)
        ):
            continue
        if any(
            phrase.noun == one.noun and not (one.name and one.name != name_of(reading, phrase)) for some in made.values() for one in some
        ):
            continue
        at = lead(reading, phrase)[0] - 1
        if at > 0 and reading.tokens[at].lemma == "become":
            continue  # "becomes the queen's adviser": nobody else is one
        hostile = hunts(player, phrase) or (id(phrase) not in mine and _hostile(reading, phrase, player))
        hostile = hostile and not (belongs(reading, phrase, wanted) and not opposes(reading, phrase))
        part: Part
        if _still_to_come(reading, phrase) and not absent(reading, phrase):
            part = "guest" if _is_guest(reading, phrase) else "awaited"
        elif (
            absent(reading, phrase)
            or is_missing(reading, phrase)
            or _told_of_thing(reading, phrase)
            or _carried(reading, phrase, wanted)
            or only_told(reading, phrase, wanted)
            or is_reason(reading, phrase, wanted)
        ):
            part = "absent"
        elif is_rival(reading, phrase, wanted) and id(phrase) not in mine:
            part = "rival" if is_contest(reading, wanted) else "opponent"  # who sells false cures runs no race
        else:
            part = part_of(reading, phrase, wanted, player, mine)
            part = "opponent" if hostile else part
        kept = hostile and kept_from(reading, phrase)
        made[_ROWS.get(part, "people")].append(parted(reading, phrase, words, part).model_copy(update={"kept": kept}))
    for owner, part in owners_about(reading, wanted):
        if owner.noun not in {one.noun for some in made.values() for one in some} and (player is None or owner.noun != player.noun):
            made["people"].append(parted(reading, owner, words, part))
    host = host_of(reading)
    if host is not None and (receiver is None or host[0].noun != receiver.noun):
        owner, part = host
        named = {one.noun for some in made.values() for one in some}
        if owner.noun not in named | ({player.noun} if player is not None else set()) and somebody(reading, owner):
            made["absent" if part == "absent" else "people"].append(parted(reading, owner, words, part))
    return made


_ROWS: Final[dict[str, str]] = {
    "absent": "absent",
    "awaited": "absent",
    "guest": "absent",
    "rival": "foes",
    "opponent": "foes",
    "companion": "companions",
}


def _carried(reading: Reading, phrase: Phrase, wanted: Wanted) -> bool:
    """Whether somebody is only named as who is in something: "a ship with two hundred people is coming closer"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    while at > 0 and tokens[at - 1].tag in ("D", "#", "A"):
        at -= 1
    left = next((one for one in reading.found if one.end == at - 1), None)
    return (
        left is not None
        and left is not wanted.target
        and tokens[at - 1].word in ("with", "of", "full")
        and classify(left.noun)[0] in ("vehicle", "building")
        and lead(reading, phrase)[1] not in ("her", "his", "their", "my", "our", "its")
    )


def _still_to_come(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is not there yet: "before Miss Bellamy comes home", "a critic is coming tonight", "before the swarm climbs up"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    after = tokens[phrase.end : phrase.end + 3]
    if [token.tag for token in after[:1]] == ["X"] and after[0].word in ("is", "are", "'s") and len(after) > 1:
        return after[1].tag == "VG" and after[1].lemma in _COMING and not _is_back(after)
    if after[:1] and after[0].word in ("who", "that"):  # "before the eunuch who counts the candles comes back"
        clause = tokens[phrase.end : next((n for n in range(phrase.end, len(tokens)) if tokens[n].tag in (".", "C")), len(tokens))]
        after = next((clause[n:] for n in range(2, len(clause)) if clause[n].tag == "VS" and clause[n].lemma in _COMING), after)
    coming = next((token for token in after[:2] if token.tag in ("V", "VS", "VD")), None)
    if at < 0 or tokens[at].word not in ("before", "until", "till") or coming is None:
        return False
    return coming.lemma in _COMING | _BREAKING or (coming.lemma == "wake" and phrase.noun not in HOSTILE)


def _is_guest(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody who is still to come may as well see it done: "a critic is coming tonight", but not "before the critic comes"."""
    return phrase.noun not in HOSTILE and [token.tag for token in reading.tokens[phrase.end : phrase.end + 1]] == ["X"]


_COMING: Final = word_set("come return arrive get visit land")
_BREAKING: Final = word_set("climb attack reach invade march strike storm swarm catch_up close block seal shut")
"""What a danger does that has not come yet."""


def _is_back(after: list[Token]) -> bool:
    """Whether who is coming is about already: "is coming closer", "is getting angry"."""
    return after[1].lemma == "get" or (len(after) > 2 and after[2].word in ("closer", "nearer", "after", "for", "at"))


def parted(reading: Reading, phrase: Phrase, words: list[str], part: Part) -> Figure:
    figure = figure_of(reading, phrase, words)
    if (kin := _is_whose(reading, phrase)) is not None:
        also = {"also": f"the {figure.phrase}", "states": figure.states}
        figure = figure_of(reading, kin, words).model_copy(update=also)
        figure = figure.model_copy(update={"phrase": figure.phrase.removeprefix("own ")})
    owner = _told_of(reading, phrase)
    if owner is not None and figure.owner in ("his", "her", "their") and not figure.name:
        figure = figure.model_copy(update={"owner": None, "phrase": f"{owner.noun}'s {figure.phrase}"})
    return figure.model_copy(update={"part": part})


def _is_whose(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Whose somebody turns out to be: "his own grandfather" of "the librarian is his own grandfather"."""
    tokens = reading.tokens
    if [token.word for token in tokens[phrase.end : phrase.end + 1]] not in (["is"], ["was"]) or lead(reading, phrase)[1] != "the":
        return None
    kin = next((one for one in reading.found if phrase.end < one.start <= phrase.end + 2), None)
    return (
        kin
        if kin is not None and not kin.plural and lead(reading, kin)[1] in ("her", "his", "their", "my", "our") and somebody(reading, kin)
        else None
    )


def _told_of(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Who is told of somebody of theirs: the senator of "warn the senator that his wife wants to poison him"."""
    at, whose = lead(reading, phrase)
    left = next((one for one in reading.found if one.end == at - 1), None)
    if at < 2 or left is None or reading.tokens[at - 1].word != "that" or not somebody(reading, left) or left.noun in reading.names:
        return None
    other = {"his": SHE, "her": HE}.get(whose or "", frozenset[str]())
    told = reading.tokens[max(0, left.start - 2) : left.start]
    return left if left.noun not in other and any(token.lemma in _TELLING for token in told) and not left.plural else None


def _is_met(reading: Reading, phrase: Phrase, used: set[int], places: set[int], player: Phrase | None) -> bool:
    """Whether a phrase names somebody besides the player and whom the deed is done to."""
    if (
        id(phrase) in used
        or (id(phrase) in places and not opposes(reading, phrase))
        or not (somebody(reading, phrase) or opposes(reading, phrase))
        or phrase.noun in ABOUT
        or len(phrase.noun) < 2
        or phrase.noun in _BODIES
        or no_person(reading, phrase)
    ):
        return False
    if _is_said_of_another(reading, phrase):
        return False  # "the man is not really the husband of the woman": they are one, or there is none
    before = reading.tokens[phrase.start - 1].word if phrase.start else ""
    if phrase.noun in PEOPLE and lead(reading, phrase)[1] != "the":
        return False  # "who is going blind"
    if absent(reading, phrase):
        return True
    if before == "of" and any(one.end == phrase.start - 1 and (one is player or somebody(reading, one)) for one in reading.found):
        return False
    if before in ("named", "called") or _names_thing(reading, phrase):
        return False
    if _remembered(reading, phrase):
        return False
    if any(id(one) in used and phrase in (apposed(reading, one), really(reading, one)) for one in reading.found):
        return False  # "Orpheus, but he is a busker"
    acts = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag == "X"
    if not acts and any(purpose_of(verb) == ("restore", "made") for verb in phrase.undergoes):
        return False  # "form a punk band": they are the band
    return not any(id(one) in used and one.noun == phrase.noun and animate(one) for one in reading.found)  # "nobody notices he is a dog"


def _is_said_of_another(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says who somebody else is, or is not: the husband of "he is not really the husband"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    while at > 0 and tokens[at].word in ("not", "n't", "really", "truly", "actually", "in", "fact", "secretly", "only"):
        at -= 1
    told = at > 0 and tokens[at].word in ("is", "isn't", "isn’t", "was", "wasn't", "wasn’t")
    return (told and any(one.end == at and somebody(reading, one) for one in reading.found)) or (
        told and at + 1 < lead(reading, phrase)[0] - 1
    )


def _remembered(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only told of by what once was at a place: "the island where I first kissed my wife"."""
    at = next((n for n in range(phrase.start - 1, 0, -1) if reading.tokens[n].tag in (".", "C") or reading.tokens[n].word == "where"), 0)
    if reading.tokens[at].word != "where" or at == 0 or reading.tokens[at - 1].tag not in ("N", "NS"):
        return False
    once = [token for token in reading.tokens[at + 1 : phrase.start] if token.tag in ("VD", "V", "VS", "VG", "X", "M")]
    return len(once) == 1 and once[0].tag == "VD" and reading.tokens[at + 1].word in ("i", "we", "she", "he", "they")


def _names_thing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name stands behind the thing that bears it: "her ship the Salty Gull"."""
    at, determiner = lead(reading, phrase)
    thing = next((one for one in reading.found if one.end == at or (one.end == at - 1 and reading.tokens[at - 1].word == ",")), None)
    named = determiner == "the" and phrase.head.word in reading.names
    return named and thing is not None and classify(thing.noun)[0] in ("vehicle", "place", "object", "artifact", "weapon")


def _hostile(reading: Reading, phrase: Phrase, player: Phrase | None) -> bool:
    if {token.word for token in phrase.modifiers} & _FRIENDLY and not opposes(reading, phrase):
        return False  # "kidnapped by a friendly giant"
    if any(verb in _RAISING for verb in phrase.acts) or _raises(reading, phrase) or _robbed(reading, phrase):
        return False  # "raised by wolves"
    if (_cared_for(reading, phrase) or _befriended(reading, phrase)) and not opposes(reading, phrase):
        return False
    if set(phrase.undergoes) & _KINDLY and not opposes(reading, phrase):
        return False  # "to pay back her landlord"
    return (
        (phrase.noun in HOSTILE and not _told_of_thing(reading, phrase) and not barred(states_of(reading, phrase), "help"))
        or _covers(reading, phrase)
        or hinders(reading, phrase)
        or evaded(reading, phrase)
        or wrongs(reading, phrase)
        or objects(reading, phrase)
        or _is_hostile(reading, phrase)
        or any(
            (purpose_of(verb) or ("",))[0] == "defeat" and (agent is player or (agent is None and not _acts(reading, phrase)))
            for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True)
        )
        or (bool(_AGGRESSIVE & set(phrase.acts)) and not (_told_of_thing(reading, phrase) or _at_each_other(reading, phrase)))
    )


def _at_each_other(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is each other to whom they do it: "the tenor and the soprano hate each other"."""
    return [token.word for token in reading.tokens[phrase.end + 1 : phrase.end + 3]] in (["each", "other"], ["one", "another"])


def _acts(reading: Reading, phrase: Phrase) -> bool:
    """Whether "has" stands behind somebody, who so does what follows: "my son has stopped talking"."""
    return phrase.end < len(reading.tokens) and reading.tokens[phrase.end].word in ("has", "have", "had")


_RAISING: Final = frozenset(("raise", "adopt", "rear", "rescue", "save", "bring_up", "feed", "shelter"))


def _raises(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has been brought up or saved by them."""
    at = lead(reading, phrase)[0] - 1
    return at > 0 and reading.tokens[at].word == "by" and reading.tokens[at - 1].lemma in _RAISING


def _robbed(reading: Reading, phrase: Phrase) -> bool:
    """Whether something was taken from somebody: "the crown that was stolen from her uncle"."""
    at = lead(reading, phrase)[0] - 1
    tokens = reading.tokens
    return at > 1 and tokens[at].word == "from" and tokens[at - 1].tag == "VD" and tokens[at - 1].lemma in ("steal", "take", "snatch")


def _cared_for(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody's trade is for them: the dragons of "a dentist for dragons"."""
    at = lead(reading, phrase)[0] - 1
    return at > 0 and reading.tokens[at].word == "for" and any(one.end == at and somebody(reading, one) for one in reading.found)


def _befriended(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody makes friends with them, or is theirs: "makes friends with the monster", "my pet dragon", "falls in love with a vampire"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    before = [token.lemma or token.word for token in tokens[max(0, at - 3) : max(0, at)]]
    close = at > 0 and tokens[at].word in ("with", "of") and bool({"friend", "love", "friendship"} & set(before))
    return (
        close
        or (at >= 0 and tokens[at].lemma in ("befriend", "love", "marry", "adopt", "rescue", "comfort", "teach"))
        or bool({"pet", "tame", "best"} & {token.word for token in phrase.modifiers})
    )


def _told_of_thing(reading: Reading, phrase: Phrase) -> bool:
    """Whether what somebody did only says which thing is meant: "the painting her father stole"."""
    left = next((one for one in reading.found if one.end == lead(reading, phrase)[0]), None)
    return left is not None and not somebody(reading, left) and lead(reading, phrase)[1] in ("her", "his", "their", "my", "our", "its")


def _covers(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody keeps a truth dark: "and the captain is hiding it"."""
    tokens = reading.tokens
    verb = next((token for token in tokens[phrase.end : phrase.end + 4] if token.tag in ("VG", "VS", "VD", "V")), None)
    behind = tokens[verb.index + 1].word if verb is not None and verb.index + 1 < len(tokens) else ""
    return verb is not None and verb.lemma in _COVERING and behind in ("it", "up", "this", "that", "something", "everything")


def _is_hostile(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is said to be of the kind that does harm: "her teacher is a vampire"."""
    tokens = reading.tokens
    if phrase.end + 1 >= len(tokens) or tokens[phrase.end].word not in ("is", "was", "are", "were"):
        return False
    other = next((one for one in reading.found if phrase.end < one.start <= phrase.end + 2), None)
    return other is not None and other.noun in HOSTILE and other.determiner != "the"
