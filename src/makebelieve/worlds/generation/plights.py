"""What is wrong in a premise that tells no more than how things stand: a ruinous plan, a strange place, something missing or done in vain."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.bystanders import there_is, wanted_by
from makebelieve.worlds.generation.clauses import changing, same_as, subject_of, word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.discoveries import BREAKS, Discovery, clause_end, words_between
from makebelieve.worlds.generation.natures import is_toy
from makebelieve.worlds.generation.plans import plan_of, raid_of
from makebelieve.worlds.generation.reading import Reading, lead, somebody, text_of
from makebelieve.worlds.generation.verbs import gerund

_GETS: Final = word_set("rent buy inherit receive find win get discover")
_LET_BE: Final = word_set("leave hear see alone tell believe")
_MOVES: Final = word_set("move come arrive go travel return buy inherit rent start begin get land move_in enter find reach")
_STAYS: Final = word_set("live stand stay dwell meet work play")
_GENERAL: Final = word_set("nobody nothing everybody everyone everything people no all every")


def plight_of(reading: Reading, player: Phrase | None) -> Discovery | None:
    """The goal of such a premise; None where it tells of none."""
    return (
        _ruined(reading)
        or _raided(reading, player)
        or _to_be_done(reading, player)
        or _begun(reading, player)
        or _strange_there(reading)
        or _wants_a_part(reading)
        or _in_vain(reading, player)
        or _strange_thing(reading)
        or _mistaken(reading)
        or _changed(reading, player)
        or _one_gone(reading)
        or _odd_thing(reading)
        or _alone_in_it(reading)
    )


_ALONE: Final = word_set("see hear remember feel notice understand believe smell dream")


def _alone_in_it(reading: Reading) -> Discovery | None:
    """ "The only person in town who can still see colours": to find out why nobody else can."""
    tokens = reading.tokens
    for at in range(2, len(tokens) - 2):
        if tokens[at].word != "who" or "only" not in {token.word for token in tokens[max(0, at - 6) : at]}:
            continue
        end = clause_end(tokens, at + 1)
        if any(token.lemma in _ALONE for token in tokens[at + 1 : min(end, at + 4)]):
            said = words_between(reading, at + 1, end).replace("still ", "")
            return "solve", "find_out", f"find out why nobody else {said}", None
    return None


def _strange_thing(reading: Reading) -> Discovery | None:
    """ "Rents a room that is bigger every morning", "buys a mirror that shows tomorrow": to find out why."""
    tokens = reading.tokens
    for phrase in reading.found:
        at, led = phrase.end, lead(reading, phrase)[0]
        if led < 1 or tokens[led - 1].lemma not in _GETS or tokens[led - 1].tag not in ("V", "VS", "VD") or somebody(reading, phrase):
            continue
        if at + 2 < len(tokens) and tokens[at].word in ("that", "which") and tokens[at + 1].tag in ("VS", "X", "M", "R"):
            said = words_between(reading, at + 1, clause_end(tokens, at + 1))
            return "solve", "find_out", f"find out why {the(reading, phrase, plain=True)} {said}", None
    return None


_WORKED: Final = word_set("press presses pull pulls push pushes flip flips turn turns open opens mix mixes cut cuts delete deletes")


def _mistaken(reading: Reading) -> Discovery | None:
    """ "Puts salt instead of sugar in the cake", "accidentally", "by mistake": to put it right."""
    words = [token.word for token in reading.tokens]
    end = words.index(".") if "." in words else len(words)
    mistake = any(
        word in ("accidentally", "mistakenly")
        or (word in _WORKED and words[at + 1 : at + 3] == ["the", "wrong"])
        or words[at : at + 2] in (["by", "mistake"], ["by", "accident"], ["instead", "of"])
        for at, word in enumerate(words[:end])
    )
    suffered = {"been", "was", "were"} & set(words[:end])  # "has been sold by mistake": there it is sought
    passed = {"spends", "spent", "spend", "wakes", "ends"} & set(words[:end])  # "spends the night in a haunted castle by mistake"
    return ("restore", "put_right", "put the mistake right", None) if mistake and not suffered and not passed else None


def _changed(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "I am getting shorter every day": to stop it. "My house is getting smaller": to find out why."""
    tokens, mine = reading.tokens, same_as(reading, player)
    at = next((n for n in range(1, len(tokens)) if changing(tokens, n)), None)
    if at is None:
        return None
    subject, word, _ = subject_of(reading, at)
    verb = next((n for n in range(at - 2, -1, -1) if tokens[n].tag in ("V", "VS", "VD", "X", "M")), -1)
    nearer = next((one for one in reading.found if verb < one.start < at and one.preposition is None), None)
    subject = nearer or subject  # "my aunt says the painting in her hall is getting bigger"
    said = words_between(reading, at, clause_end(tokens, at))
    if word in ("i", "you", "we") or (subject is not None and id(subject) in mine):
        return "do", "cease", f"stop {said}", None
    if subject is None:
        return None
    return "solve", "find_out", f"find out why {the(reading, subject, plain=True)} {tokens[at - 1].word} {said}", None


def _odd_thing(reading: Reading) -> Discovery | None:
    """ "A doll that moves when nobody looks", and no more than that: to find out why."""
    tokens = reading.tokens
    first = reading.found[0] if reading.found else None
    if first is None or first.start > 1 or first.end + 1 >= len(tokens) or tokens[first.end].word not in ("that", "which"):
        return None
    thing = is_toy(first.text) or classify(first.noun)[0] in (
        "object",
        "device",
        "furniture",
        "clothing",
        "container",
        "instrument",
        "place",
        "vehicle",
    )
    end = next((token.index for token in tokens if token.tag == "."), len(tokens))
    if (
        not thing
        or tokens[first.end + 1].tag not in ("VS", "V")
        or any(
            token.tag in ("VS", "M", "X") and token.index > first.end + 4 and tokens[token.index - 1].word in ("and", "but")
            for token in tokens[:end]
        )
    ):
        return None
    said = " ".join(token.word for token in tokens[first.end + 1 : end])
    return "solve", "find_out", f"find out why {the(reading, first, plain=True)} {said}", first


def _one_gone(reading: Reading) -> Discovery | None:
    """ "One of the sleepers has gone": to find the missing sleeper."""
    tokens = reading.tokens
    for phrase in reading.found:
        at = lead(reading, phrase)[0]
        after = [token.word for token in tokens[phrase.end : phrase.end + 2]]
        one = at > 1 and [token.word for token in tokens[at - 2 : at]] == ["one", "of"] and phrase.plural
        if one and after in (["has", "gone"], ["is", "missing"], ["has", "vanished"], ["has", "disappeared"], ["is", "gone"]):
            return "find", "find", f"find the missing {phrase.noun}", phrase
    return None


def _ruined(reading: Reading) -> Discovery | None:
    """ "The mayor wants to close the library": to save it."""
    plan = plan_of(reading)
    return ("protect", "save", f"save {the(reading, plan.object, plain=True)}", plan.object) if plan is not None else None


def _raided(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "Pirates are coming at dawn to take the fuel": to save it from them."""
    mine = same_as(reading, player)
    for at in range(3, len(reading.tokens)):
        if (raider := raid_of(reading, at, mine)) is None:
            continue
        who = the(reading, raider, plain=True)
        wanted = next((one for one in reading.found if at < one.start <= at + 3 and id(one) not in mine), None)
        if wanted is None:
            return "escape", "get_away", f"get away from {who}", raider
        return "protect", "save", f"save {the(reading, wanted, plain=True)} from {who}", wanted
    return None


def _to_be_done(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "There is a troll under the bridge and it wants to be paid in jokes": to pay it."""
    tokens, mine = reading.tokens, same_as(reading, player)
    if (longed := next((one for one in reading.found if wanted_by(reading, one) is not None), None)) is not None:
        rest = words_between(reading, longed.end, clause_end(tokens, longed.end))
        return "find", "find", f"find {words_between(reading, lead(reading, longed)[0], longed.end)} {rest}", longed
    for at in range(3, len(tokens) - 3):
        if [token.word for token in tokens[at : at + 3]] not in (["wants", "to", "be"], ["want", "to", "be"]) or tokens[at + 3].tag != "VD":
            continue
        done, word, _ = subject_of(reading, at)
        if word in ("it", "he", "she", "they"):
            done = next((one for one in reading.found if one.end < at and id(one) not in mine and somebody(reading, one)), None)
        if done is None or id(done) in mine or tokens[at + 3].lemma in _LET_BE or not there_is(reading, done):
            continue
        rest = words_between(reading, at + 4, clause_end(tokens, at + 4))
        return "do", tokens[at + 3].lemma, f"{tokens[at + 3].lemma} {the(reading, done, plain=True)} {rest}".strip(), done
    return None


def _begun(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "On the back of a turtle that has begun to dive": to stop it."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for at in range(3, len(tokens) - 2):
        if tokens[at].word not in ("begun", "started") or tokens[at - 1].word not in ("has", "have") or tokens[at + 2].lemma not in BREAKS:
            continue
        phrase, _, _ = subject_of(reading, at)
        if phrase is not None and id(phrase) not in mine:
            return "protect", "stop", f"stop {the(reading, phrase, plain=True)} from {gerund(tokens[at + 2].lemma)}", phrase
    return None


def _strange_there(reading: Reading) -> Discovery | None:
    """ "Moves into a house where the clocks run backwards", "buys a farm where nothing grows": to find out why."""
    tokens = reading.tokens
    for at in range(3, len(tokens) - 2):
        moved = any(token.lemma in _MOVES for token in tokens[1 : at - 1])
        if tokens[at].word != "where" or tokens[at - 1].tag not in ("N", "NS") or not moved:
            continue
        said = tokens[at + 1 : clause_end(tokens, at + 1)]
        many = said and (said[0].word in _GENERAL or said[0].tag == "NS")
        several = len(said) > 2 and said[0].word == "the" and said[1].tag == "NS"
        verb = next((token for token in said if token.tag in ("V", "VS", "X", "M") or token.word == "never"), None)
        if (many or several) and verb is not None and verb.lemma not in _STAYS:
            return "solve", "find_out", f"find out why {' '.join(token.word for token in said)}", None
    return None


def _wants_a_part(reading: Reading) -> Discovery | None:
    """ "The skeleton is missing a bone": to find the bone."""
    for phrase in reading.found:
        following = [token.word for token in reading.tokens[phrase.end : phrase.end + 2]]
        part = next((one for one in reading.found if phrase.end + 1 < one.start <= phrase.end + 3), None)
        if (
            following in (["is", "missing"], ["are", "missing"])
            and part is not None
            and part.preposition is None
            and not any(token.word in ("and", "but", ",") for token in reading.tokens[phrase.end : part.start])
            and classify(part.noun)[0] != "time"
        ):
            part_of = part.head.word if lead(reading, part)[1] in ("its", "his", "her", "their") else text_of(reading, part)
            return "find", "find", f"find the missing {part_of}", part
    return None


def _in_vain(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "Opens a bakery on the moon, but nothing rises", "but nobody comes": to find out why. "That it can't find them": to find them."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for at in range(3, len(tokens) - 2):
        words = [token.word for token in tokens[at : at + 4]]
        if words[:2] == ["find", "them"] and {token.word for token in tokens[at - 2 : at]} & {"not", "cannot"}:
            lost = next((one for one in reversed(reading.found) if one.end < at and one.plural and id(one) not in mine), None)
            return ("find", "find", f"find {the(reading, lost, plain=True)}", lost) if lost is not None else None
        if words[0] == "but" and words[1] in ("nothing", "nobody") and tokens[at + 2].tag == "VS":
            return "solve", "find_out", f"find out why {words_between(reading, at + 1, clause_end(tokens, at + 1))}", None
    return None
