"""Who plays, of all that a premise names."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.absences import absent, goes_missing
from makebelieve.worlds.generation.bystanders import (
    about_to,
    at_me,
    at_mine,
    cannot,
    fends,
    is_my_own,
    keeps_on,
    later,
    must_not,
    only_spoken_of,
    only_when,
    opposed,
    owns_somebody,
    pretends,
    said_of_mine,
    spared_of,
    there_is,
    told_me,
    transformed,
    walks_off,
    wanted_by,
    wants_mine,
)
from makebelieve.worlds.generation.clauses import BIDDING, beginning, doer, under
from makebelieve.worlds.generation.cues import ABOUT, HOSTILE
from makebelieve.worlds.generation.doers import (
    SEEKING,
    bearer,
    bidden_one,
    equipped,
    first_person,
    introduced,
    is_doing,
    own_doer,
    stopper,
    thought,
    through_of,
)
from makebelieve.worlds.generation.fates import all_gone, befallen, did_to_me, is_dead, is_taken, outlives, sleeps_first
from makebelieve.worlds.generation.hindrance import opposes
from makebelieve.worlds.generation.owners import after_all, bereft, gone_on_with, only_one_to, owner_of
from makebelieve.worlds.generation.reading import Reading, before, lead, somebody
from makebelieve.worlds.generation.states import barred, states_of
from makebelieve.worlds.generation.verbs import purpose_of

_MAY_ACT: Final = frozenset(("vehicle", "plant", "food", "clothing", "device", "container", "instrument", "furniture", "rock", "celestial"))
_BIDDEN: Final = [["you", "to"], ["me", "to"], ["us", "to"]]
_WISHES: Final = frozenset(("want", "need", "wish"))
_LEAVING: Final = frozenset(("run", "go", "leave", "travel", "set"))
_FEELINGS: Final = frozenset(("scare", "frighten", "terrify", "bore", "tire", "worry", "tempt", "obsess", "fascinate"))
"""What is felt by whom it is done to: "a monster is scared of the child"."""


def player_of(reading: Reading) -> Phrase | None:
    """The phrase of a premise that names the player, if one does. An owner that only a thing's phrase names is put among them."""
    if (one := after_all(reading) or own_doer(reading)) is not None:
        return one
    if (loser := bereft(reading)) is not None and not fends(reading, loser):
        people = [one for one in reading.found if somebody(reading, one)]
        return bidden_one(reading, people) or loser  # "and her father sends the youngest policeman to bring her home"
    if (one := gone_on_with(reading) or only_one_to(reading)) is not None:
        return one
    player = equipped(reading, _named(reading))
    player = _foremost(reading, player) if player is not None else None
    if player is not None and (one := _told_of_first(reading, player)) is not None:
        player = one
    if player is not None and befallen(reading, player):
        player = None
    if player is not None and about_to(reading, player) and (not somebody(reading, player) or is_my_own(reading, player)):
        return None
    if player is None or not somebody(reading, player):
        player = owner_of(reading, player) or player
    dead = player is not None and [token.word for token in reading.tokens[player.end : player.end + 2]] == ["is", "dead"]
    if dead and player is not None and player.start <= 1 and lead(reading, player)[1] in ("the", "my", "our"):
        return next((one for one in reading.found if one.start >= player.end and outlives(reading, one)), None)
    if player is not None and player.start <= 3 and did_to_me(reading, player):
        return None  # "the bank robbers left me locked in the vault": it is I who get out
    if player is not None and goes_missing(reading, player):
        return next((one for one in reading.found if one.start > player.end and outlives(reading, one)), None)
    if player is not None and is_taken(reading, player):
        return None  # "the last bee on earth is stolen": others look for it
    if player is not None and player.start <= 3 and is_dead(reading, player):
        return next((one for one in reading.found if one.start >= player.end and outlives(reading, one)), None)
    mine = player is not None and reading.tokens[0].word in ("my", "our") and player.start <= 1
    if mine and player is not None and barred(states_of(reading, player), "first"):
        return None  # "my neighbour's cat is stuck on the roof": others get it down
    at = player.start if player is not None else 0
    while at > 0 and reading.tokens[at - 1].tag in ("R", "A", "#"):  # "a superhero whose only power is politeness"
        at -= 1
    if player is not None and at and reading.tokens[at - 1].word == "whose":
        whose = next((one for one in reading.found if one.end == at - 1 and somebody(reading, one)), None)
        return whose or player  # "a woman whose son was kidnapped": it is her story
    return player


def _told_of_first(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Who opens a premise with a clause that only says which one they are, where the phrase is only in that: "a man who moved to a farm to keep bees finds"."""
    tokens, first = reading.tokens, reading.found[0]
    if first is phrase or first.start > 1 or first.plural or not somebody(reading, first) or first.end >= len(tokens):
        return None
    within = tokens[first.end].word == "who" and not any(token.tag in (".", "C") for token in tokens[first.end : phrase.start])
    return first if within and _done_to(reading, phrase) and lead(reading, first)[1] in ("a", "an") else None


def _foremost(reading: Reading, phrase: Phrase) -> Phrase:
    """The first of several who are named together: "an old sailor" of "an old sailor and a stowaway girl must fix the rudder"."""
    tokens, found, joined = reading.tokens, reading.found, phrase
    some, seen = [phrase], False
    for left in reversed(found[: found.index(phrase)]):
        between = tokens[left.end : lead(reading, joined)[0]]
        words = [token.word for token in between if token.tag not in ("D", "#", "A", "R")]
        if words not in (["and"], [","], [",", "and"]) or not somebody(reading, left) or left.preposition is not None:
            break
        seen = seen or "and" in words
        if not seen or under(tokens, left.start) or _done_to(reading, left):
            break
        some.append(left)
        joined = left
    return some[-1] if some[-1].start <= 2 and some[-1].noun not in HOSTILE else phrase


def _done_to(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind a verb: "every mirror shows a different customer"."""
    at = lead(reading, phrase)[0] - 1
    tokens = reading.tokens
    if at > 0 and tokens[at].tag == "VD" and tokens[at - 1].tag in ("R", "#", "D", "A"):
        return False  # "one very determined grandmother"
    if at > 0 and tokens[at].word == "have" and tokens[at - 1].word == "to":
        return True
    return at > 0 and tokens[at].tag in ("VS", "V", "VD", "VG") and tokens[at - 1].tag not in (".", "C")


def _named(reading: Reading) -> Phrase | None:
    tokens = reading.tokens
    some = [
        phrase
        for phrase in reading.found
        if somebody(reading, phrase)
        and not only_spoken_of(reading, phrase)
        and not owns_somebody(reading, phrase)
        and not told_me(reading, phrase)
    ]
    for phrase in some:  # "their grandchildren have one weekend to change their minds"
        has = phrase.end < len(tokens) and tokens[phrase.end].word in ("has", "have")
        until = [token.word for token in tokens[phrase.end + 1 : phrase.end + 2]] in (["until"], ["till"])
        if has and until and phrase.preposition is None:
            return phrase  # "the clockmaker has until spring"
        span = next((one for one in reading.found if phrase.end < one.start <= phrase.end + 3 and classify(one.noun)[0] == "time"), None)
        to = span is not None and [token.word for token in tokens[span.end : span.end + 1]] == ["to"]
        if has and to and phrase.start > 2 and phrase.preposition is None and lead(reading, phrase)[1] not in ("my", "our"):
            return phrase
    if "whoever" in {token.word for token in tokens}:  # "the king has promised his crown to whoever brings him the feather"
        some = [one for one in some if one.start > 1]
    if (spared := spared_of(reading, some)) is not None:
        return spared
    for phrase in some:  # "the circus is broke, and the clown has an idea"
        if phrase.preposition is None and [
            token.word for token in tokens[phrase.end : phrase.end + 3] if token.word not in ("an", "a")
        ] in (
            ["has", "idea"],
            ["has", "plan"],
            ["have", "idea"],
            ["have", "plan"],
        ):
            return phrase
    for phrase in reading.found:  # "you are a mushroom", "I am the only nurse": whatever it is, it plays
        begun = phrase.start
        while begun > 0 and tokens[begun - 1].tag in ("D", "R", "A", "#"):
            begun -= 1
        if [token.word for token in tokens[max(0, begun - 2) : begun]] in (
            ["you", "are"],
            ["i", "am"],
            ["we", "are"],
            ["you", "'re"],
            ["i", "'m"],
        ) and (phrase.noun not in ABOUT and not thought(tokens, phrase.start) and not is_doing(phrase)):
            return phrase
    if (
        tokens and tokens[0].word in ("you", "i") and [token.word for token in tokens[1:2]] == [","]
    ):  # "you, a humble stable hand, find out"
        said = next((one for one in reading.found if lead(reading, one)[0] == 2 and one.determiner in ("a", "an", "the")), None)
        if said is not None and [token.word for token in tokens[said.end : said.end + 1]] == [","]:
            return said
    for phrase in some:  # "you are a baker", "you play as Rosa", "as a spy", "i am a knight"
        leading = [token.word for token in tokens[max(0, phrase.start - 3) : phrase.start]]
        if (
            leading[-1:] == ["as"]
            and not {"play", "plays", "playing", "star", "you", "i", "we", "player", "cast"}
            & {token.word for token in tokens[max(0, phrase.start - 6) : phrase.start]}
            and leading != ["as"]
            and not (
                tokens[0].tag == "V" and (phrase.end >= len(tokens) or tokens[phrase.end].tag == ".")
            )  # "explore a cell as a tiny robot"
        ):
            continue  # "on her first day as a nurse, Amara must decide", "a maid disguised as a duke"
        if leading and (
            leading[-1] in ("as", "play", "am", "called")
            or (leading[-1] == "being" and phrase.start <= 3)
            or (leading[-2:] in (["you", "are"], ["i", "am"], ["player", "is"], ["are", "a"]) and not thought(tokens, phrase.start))
        ):
            return bearer(reading, phrase) if leading[-1] == "called" else phrase
    for phrase in reading.found:  # "i want to be a goose", "let the player be a judge": whatever it is
        near = [token.word for token in tokens[max(0, phrase.start - 4) : phrase.start + 1]]
        if "be" in near and ({"i", "me", "player", "we"} & {token.word for token in tokens[max(0, phrase.start - 6) : phrase.start]}):
            return phrase
    telling = beginning(tokens)
    if telling:
        after = [phrase for phrase in some if phrase.start >= telling]
        if after:
            return after[0]
    if tokens and tokens[0].tag == "V" and tokens[0].lemma == tokens[0].word and not _bids_to_see(reading):
        rest = next((token.index for token in tokens if token.word in (".", ";", "!", ":")), len(tokens))
        some = [phrase for phrase in some if phrase.start > rest]  # orders name no player
        if not some:
            return None
    if [token.word for token in tokens[1:2]] == ["and"] and tokens[0].word in ("you", "i", "me"):
        return None  # "you and your brother have swapped places"
    if any(token.word in ("you", "i", "we") for token in tokens[:3]) and not any(phrase.start <= 2 and phrase.acts for phrase in some):
        return None
    if any(
        token.lemma in BIDDING
        and token.tag in ("VS", "VD", "V")
        and [one.word for one in tokens[token.index + 1 : token.index + 3]] in _BIDDEN
        for token in tokens
    ):
        return None  # "the neighbour has fallen in love and asks you to write a poem"
    if first_person(tokens):
        return None  # "my grandmother has forgotten my name. I go into her house"
    if {"my", "me", "our", "us"} & {token.word for token in tokens}:
        some = [
            phrase
            for phrase in some
            if not absent(reading, phrase)
            and not (phrase.start > 2 and _done_to(reading, phrase))
            and not keeps_on(reading, phrase)
            and not (phrase.start > 2 and (must_not(reading, phrase) or about_to(reading, phrase) or pretends(reading, phrase)))
            and not there_is(reading, phrase)
            and not (phrase.start > 2 and cannot(reading, phrase))
            and not only_when(reading, phrase)
            and not wants_mine(reading, phrase)
            and not (phrase.start > 2 and walks_off(reading, phrase))
        ]  # "a dead man keeps calling my phone"
    if tokens and tokens[0].word == "help" and len(tokens) > 1 and tokens[1].word in ("my", "our", "me", "us"):
        return None  # "help my little brother": it is you who helps
    if tokens and tokens[0].word in ("my", "our") and any(token.word in ("me", "us") and token.tag == "P" for token in tokens[2:]):
        some = [phrase for phrase in some if phrase.start > 0 and not at_me(tokens, phrase)]  # "my parrot knows it and will not tell me"
    if tokens and tokens[0].word in ("my", "our"):
        some = [phrase for phrase in some if not said_of_mine(reading, phrase)]
        some = [phrase for phrase in some if phrase.start > 2 or not transformed(reading, phrase)]
    ordered = any(one.tag == "V" and one.index and tokens[one.index - 1].word in (".", "!", ":") for one in tokens)
    if tokens and tokens[0].word in ("my", "our") and ordered:
        some = [phrase for phrase in some if phrase.start > 0]  # "my dad's band is playing. Stop them"
    some = [
        phrase for phrase in some if wanted_by(reading, phrase) is None and not opposed(reading, phrase) and not opposes(reading, phrase)
    ]
    if {"my", "our"} & {token.word for token in tokens}:
        some = [phrase for phrase in some if not at_mine(reading, phrase)]
    if {"me", "us"} & {token.word for token in tokens}:
        some = [phrase for phrase in some if phrase.start <= 1 or not at_me(tokens, phrase)]  # "and the headmistress thinks it was me"
    some = [one for one in some if one.start > 2 or not (all_gone(reading, one) or sleeps_first(reading, one))]
    opening = next((one for one in some if one.start <= 1 and one.preposition is None), None)
    if opening is not None and [token.word for token in tokens[opening.end : opening.end + 3]][-2:] in (
        ["but", "he"],
        ["but", "she"],
        ["but", "they"],
    ):
        return opening  # "Orpheus, but he is a busker"
    if (bidden := bidden_one(reading, some)) is not None:
        return bidden
    if (stopping := stopper(reading, some)) is not None:
        return stopping
    willing = doer(reading)
    willing = None if willing is not None and (opposed(reading, willing) or wants_mine(reading, willing)) else willing
    if (
        willing is not None
        and about_to(reading, willing)
        and ({"my", "our"} & {token.word for token in tokens[:2]} or willing.determiner in ("my", "our"))
    ):
        willing = None  # "our street is flooded and Mrs Novak is about to have a baby"
    if willing is not None and (tokens[0].tag != "V" or (some and willing.start >= some[0].start)):
        return bearer(reading, willing)
    perfect = opening is not None and [token.tag for token in tokens[opening.end : opening.end + 2]] == ["X", "VD"]
    barred_first = (
        opening is not None and lead(reading, opening)[1] in ("the", "my", "our") and barred(states_of(reading, opening), "first")
    )
    if opening is not None and not barred_first and perfect and tokens[opening.end].word in ("has", "have") and opening.noun not in HOSTILE:
        return opening  # "a snake charmer has lost her rhythm"
    if opening is not None and introduced(reading, opening):
        return opening
    acting = [
        phrase
        for phrase in some
        if phrase.acts
        and not under(tokens, phrase.start)
        and (phrase.preposition is None or before(reading, phrase) in (",", "", "."))
        and (lead(reading, phrase)[1] not in ("her", "his", "their", "my") or (phrase.start == 0 and lead(reading, phrase)[1] == "my"))
    ]
    for phrase in acting:
        asks = bool({"ask", "order", "come", "offer", "sit"} & {verb.partition(" ")[0] for verb in phrase.acts})
        if opening is not None and opening.determiner == "the" and phrase.determiner in ("a", "an") and later(tokens, phrase) and asks:
            continue  # "The lift operator has carried every guest. A passenger asks for the thirteenth floor."
        if opening is not None and phrase.determiner == "the" and opening.determiner in ("a", "an") and later(tokens, phrase):
            continue  # "A family of mice lives behind a bakery. One day the baker gets a cat."
        if phrase.noun in HOSTILE and phrase is not some[0] and some[0].noun not in HOSTILE:
            continue  # "the cleaning lady knows the code, and the robbers need her"
        related = phrase.end < len(tokens) and tokens[phrase.end].word in ("who", "that", "which")
        if not related and (any(purpose_of(verb) or verb in SEEKING for verb in phrase.acts) or phrase.start <= 3):
            return bearer(reading, phrase)
    if (
        opening is not None
        and lead(reading, opening)[1] in ("a", "an")
        and opening is some[0]
        and not any(token.tag in ("X", "VS", "V", "M") for token in tokens)
    ):
        return opening  # "a wolf raised by sheep"
    free = [
        phrase
        for phrase in some
        if (phrase.preposition is None or before(reading, phrase) in (",", "", "."))
        and not (set(phrase.undergoes) - _FEELINGS and (phrase.end >= len(tokens) or tokens[phrase.end].word not in ("has", "have", "had")))
        and not under(tokens, phrase.start)
        and lead(reading, phrase)[1] not in ("her", "his", "their", "my", "your")
    ]
    if free and free[0].start <= 6:
        return free[0]
    for phrase in acting:
        if phrase.noun not in HOSTILE and not phrase.toward:
            return phrase
    free = [one for one in free if not _done_to(reading, one)]  # "is about to have a baby"
    if free and free[0].noun not in HOSTILE:
        return free[0]
    some = [one for one in some if not _done_to(reading, one)]
    first = next((one for one in some if one.preposition is None and one.start <= 6 and not under(tokens, one.start)), None)
    if first is not None and first.noun not in HOSTILE and lead(reading, first)[1] not in ("her", "his", "their"):
        return first  # "an umbrella maker is accused of murder"
    if (
        len(some) == 1
        and some[0].preposition is None
        and not under(tokens, some[0].start)
        and some[0].noun not in HOSTILE
        and lead(reading, some[0])[1] not in ("her", "his", "their")
    ):
        return some[0]  # "lost luggage, one very determined grandmother"
    for one in reading.found[:1]:  # "a cloud has fallen in love with a mountain"
        felt = [token.word for token in tokens[one.end : one.end + 4]]
        loves = felt[:4] == ["has", "fallen", "in", "love"] or felt[:3] == ["falls", "in", "love"]
        feels = felt[:1] == ["is"] and any(word in _FELT for word in felt[1:3])
        if (loves or feels) and one.start <= 3 and one.preposition is None and lead(reading, one)[1] in ("a", "an", ""):
            return one
    things = [one for one in reading.found[:2] if one.preposition is None and one.noun not in ABOUT and one.start <= 3]
    things = [one for one in things if one.determiner not in ("every", "each", "all")]
    things = [
        one for one in things if one.determiner != "the" or not any(token.word in ("is", "are") for token in tokens[one.end : one.end + 6])
    ]  # "the pumpkins in the field are growing faces"
    things = [one for one in things if one.end >= len(tokens) or tokens[one.end].tag not in ("M", "X")]
    for one in things:
        verbs = {verb.partition(" ")[0] for verb in (*one.acts, *through_of(reading, one))}
        category = classify(one.noun)[0]
        seeking = verbs & SEEKING and one.determiner in ("a", "an", None)  # "a red sock looks for its twin"
        if (verbs & _WISHES or seeking) and category in _MAY_ACT | {"object", "hazard", "treasure"}:
            return one  # "the statue of the founder wants his arm back"
        joined = category == "object" and one.determiner in ("a", "an") and verbs & _LEAVING and not one.acts
        if joined:  # "a toaster and a kettle run away"
            return one
        fixed = category in ("vehicle", "device") and one.determiner == "the"  # "the elevator goes to a floor that does not exist"
        if category in _MAY_ACT and not fixed and one.acts and (verbs & _LEAVING or any(purpose_of(verb) for verb in one.acts)):
            return one
    return None


def _bids_to_see(reading: Reading) -> bool:
    """Whether a premise bids to see or help somebody who acts: "help Nana bring it up", "meet Tom, a baker"; "meet Mr Lim at noon" is an order."""
    tokens = reading.tokens
    if tokens[0].word not in ("help", "let", "watch", "follow", "meet"):
        return False
    first = next((one for one in reading.found if one.start >= 1), None)
    if first is None or first.end >= len(tokens):
        return tokens[0].word != "help"
    after = tokens[first.end].word
    if tokens[0].word == "help" and tokens[first.end].tag in ("R", "I", "."):
        return False  # "help a stranded whale back into the sea"
    if tokens[0].word == "meet":
        return after not in ("at", "on", "before", "after", "in", "for")
    return after not in (("home", "to", "into") if tokens[0].word == "follow" else ("with", "against"))


_FELT: Final = frozenset(
    ("afraid", "lonely", "tired", "bored", "sad", "jealous", "homesick", "shy", "scared", "ashamed", "proud", "envious", "unhappy")
)
"""What only somebody is: a thing that is it plays."""
