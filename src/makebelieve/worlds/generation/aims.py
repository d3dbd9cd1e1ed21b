"""What somebody of a premise wants to do, clause by clause: the verb with its particle, what it is done to, and the words that say so."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, classify, verb_class
from makebelieve.worlds.generation.aimwords import (
    BARE,
    CHANCES,
    EMPTY,
    FOLLOWING,
    HANDLING,
    HAVING,
    IDIOMS,
    PHRASAL,
    STATING,
    STILL,
)
from makebelieve.worlds.generation.averting import averted, done_to_me
from makebelieve.worlds.generation.bearings import LOST, befalls_another, bidden, instead, licence_of, new_friends, owned
from makebelieve.worlds.generation.clauses import OPENERS, base_of, beginning, changing, infinitive, same_as, strange
from makebelieve.worlds.generation.cues import ABOUT, HOURS, SEASONS
from makebelieve.worlds.generation.discoveries import only_told
from makebelieve.worlds.generation.losing import regained
from makebelieve.worlds.generation.pronouns import AWAY, meant_by_pronoun, untold_thing
from makebelieve.worlds.generation.reading import Reading, animate, lead, somebody
from makebelieve.worlds.generation.roundabout import (
    NO_AIM,
    Aim,
    arriving,
    brought,
    damaged,
    done_to,
    due,
    foiled,
    gone_for,
    got_to,
    had_to,
    leave_to_others,
    taken_along,
    turned,
    wanted,
    wanted_for,
)
from makebelieve.worlds.generation.verbs import PARTICLES, purpose_of
from makebelieve.worlds.generation.weighing import put_first, weigh_ends
from makebelieve.worlds.generation.wording import WH, end_of, the_named, told_of

_WITHIN: Final = frozenset(("D", "#", "R", "A", "VD", "VG"))
_WISHED: Final = 1.5
"""The licence from which the grammar says in so many words that it is wanted or has to be done."""
_THERE: Final = frozenset(("back", "into", "to", "onto", "home", "across", "over", "out", "up", "down"))
_HELD: Final = frozenset(("party", "picnic", "feast", "barbecue", "sleepover", "wedding", "celebration", "festival", "breakfast", "dinner"))
"""What one has by holding it."""
_TOWARD: Final = {"to": "take_to", "across": "take_to", "past": "take_to", "into": "take_to", "through": "take_to", "home": "bring_home",
    "back": "get_back", "out": "rescue"}  # fmt: skip


def aims(reading: Reading, player: Phrase | None) -> list[Aim]:
    """The aims that a premise tells, the likeliest first."""
    tokens = reading.tokens
    mine = same_as(reading, player)
    found: list[Aim] = []
    inside = {at for phrase in reading.found for at in range(phrase.start, phrase.end)}
    last: Aim | None = None
    begins = beginning(tokens)
    for i in range(len(tokens)):
        base = base_of(tokens, i)
        if not base or i < begins or (i in inside and not infinitive(tokens, i)):
            continue
        if i and tokens[i].word in reading.names and tokens[i - 1].word not in OPENERS:
            continue  # "the postman of Sunder Valley"
        if (owed := due(reading, i)) is not None:
            found.append(owed)
            last = owed
            continue
        if befalls_another(reading, i, mine) or changing(tokens, i) or (i and tokens[i - 1].word in ("just", "already")):
            continue
        score = licence_of(reading, i, mine, follows=last is not None and last.end >= i - 2 and last.score > 0.9 and last.licence > 0.8)
        if score is None or only_told(reading, i, mine):
            continue
        aim = (
            got_to(reading, i, mine)
            or foiled(reading, i)
            or damaged(reading, i, mine)
            or brought(reading, i, mine)
            or arriving(reading, i, wished=score >= _WISHED)
            or averted(reading, i)
            or gone_for(reading, i)
            or _aim(reading, i, base, mine, found, wished=score >= _WISHED)
        )
        if aim is None or done_to_me(reading, aim, mine):
            continue
        idle = aim.governed in ("in", "on", "under", "of") or (
            aim.governed == "at" and classify(aim.target.noun)[0] == "place" if aim.target else True
        )
        if (
            score < 0.85
            and not aim.asks
            and not aim.told.startswith(("find someone", "find somebody"))
            and idle
            and purpose_of(aim.verb) not in (("escape", "own"), ("survive", "own"), ("unite", "own"))
            and (aim.target is None or aim.governed is not None)
        ):
            continue  # "resigns", "wakes up in a museum": nothing to be after
        chance = 0.3 * (base in CHANCES and score < 0.9 and i < len(tokens) - 6)
        if i > 1 and tokens[i - 1].word == "to" and tokens[i - 2].lemma == "learn" and (aim.target is None or aim.governed == "with"):
            aim.verb, aim.told = "learn", f"learn to {aim.told}"
        aim.licence = score = score + 0.3 * instead(tokens, i)
        aim.score = score + aim.score - 0.012 * i - chance - 0.8 * owned(reading, i)
        aim.strange = strange(reading, i, mine)
        found.append(aim)
        last = aim
    weigh_ends(tokens, found)
    leave_to_others(reading, mine, found, _WISHED)
    put_first(reading, mine, found, _WISHED)
    return sorted(found, key=lambda one: -one.score)


def _aim(reading: Reading, i: int, base: str, mine: set[int], earlier: list[Aim], *, wished: bool) -> Aim | None:
    tokens = reading.tokens
    verb, at = base, i + 1
    following = tokens[at].word if at < len(tokens) else ""
    if (
        following
        and following not in WH
        and (
            purpose_of(f"{base}_{following}")
            or (following in PARTICLES and (verb_class(f"{base}_{following}") or (base in PHRASAL and following in AWAY)))
        )
    ):
        verb, at = f"{base}_{following}", at + 1
    end = end_of(reading, i)
    after = [token.word for token in tokens[i + 1 : i + 3]]
    if (base == "make" and after == ["a", "plan"] and (end <= i + 3 or tokens[i + 3].tag == ".")) or (base, *after) == (
        "work",
        "together",
        "to",
    ):
        return None  # what for is told before, or behind
    if base == "heist" or (base == "help" and i + 1 < len(tokens) and tokens[i + 1].tag == "."):
        return None
    if base == "leave" and wanted_for(reading, at, end):
        given = next(phrase for phrase in reading.found if at <= phrase.start < end)
        return Aim("deliver", i, end, given, told_of(reading, i, end, "leave", {}), 0.5)  # "leaves anonymous cakes for the judge"
    if base == "change" and tokens[at:] and following in ("that", "this", "things", "it") and at + 1 >= end:
        return Aim("put_right", i, end, None, "put things right", 0.4)  # "serves terrible soup and the new cook wants to change that"
    if (
        base == "change"
        and "mind" in {token.word for token in tokens[i + 1 : i + 3]}
        and any(token.lemma == "refuse" for token in tokens[:i])
    ):
        return None  # "the elephant refuses to walk and he has until noon to change its mind"
    if thing := untold_thing(reading, i):
        particle = tokens[i + 2].word if following == "it" and i + 2 < end and tokens[i + 2].word in PARTICLES else ""
        told = f"{verb.replace('_', ' ')} {particle} {thing}".replace("  ", " ")
        return Aim(verb, i, end, None, told, 0.5) if following == "it" or tokens[min(i + 2, len(tokens) - 1)].word == "it" else None
    if base == "owe" and at < len(tokens) and tokens[at].tag == "P":
        debt = next((phrase for phrase in reading.found if at < phrase.start < end), None)
        return Aim("get", i, end, debt, f"get {the_named(reading, debt)}", 1.0) if debt is not None else None
    if base == "make" and tuple(token.word for token in tokens[i + 1 : i + 3]) in (("it", "right"), ("it", "up"), ("it", "good")):
        return Aim("make_up", i, end, None, told_of(reading, i, end, base, {}), 0.5)
    if base in ("make", "find") and (company := new_friends(tokens, i)):
        return Aim("make_friends", i, end, None, told_of(reading, i, end, base, {}), 0.55 + 0.01 * company)
    for words, meaning in IDIOMS.items():
        if base == words[0] and tuple(token.word for token in tokens[i + 1 : i + len(words)]) == words[1:]:
            verb, at = meaning, i + len(words)
    if verb in ("raise_money", "fall_asleep", "give_birth"):
        return Aim(verb, i, end, None, told_of(reading, i, end, base, {}), 0.5)
    if base in ("look", "search", "seek", "find") and end > i + 2:  # "looks for someone to kiss"
        one = i + 1 + (following == "for")
        if tokens[one].word in ("someone", "somebody") and one + 1 < end:
            rest = told_of(reading, one, end, tokens[one].word, {})
            return Aim("find", i, end, None, f"find {rest}", 0.4)
    if following == "that" and (base == "prove" or (wished and base in STATING)):
        stop = next((n for n in range(at, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", "before")), len(tokens))
        if base in STATING or {"not", "n't", "never"} & {token.word for token in tokens[at:stop]}:  # what is denied is nothing to find out
            return Aim(base, i, stop, None, told_of(reading, i, stop, base, {}), 0.5, "to")
    if base == "wait":  # "waits at the station for his master"
        awaited = next(
            (
                one
                for one in reading.found
                if i < one.start < end
                and id(one) not in mine
                and (somebody(reading, one) or (one.noun not in ABOUT and tokens[lead(reading, one)[0] - 1].word == "for"))
            ),
            None,
        )
        led = tokens[lead(reading, awaited)[0] - 1].word if awaited is not None else ""
        if awaited is not None and led == "for":
            return Aim("wait_for", i, end, awaited, f"wait for {the_named(reading, awaited)}", 0.2)
    if base in ("run", "own", "manage") and at < end and tokens[at].tag in ("D", "A", "N") and not (wished or tokens[i - 1].word == "to"):
        venue = next((phrase for phrase in reading.found if at <= phrase.start < end), None)
        if venue is not None and classify(venue.noun)[0] == "place":
            return Aim("keep", i, end, venue, f"keep {the_named(reading, venue)} going", -0.2)
    if (
        base in ("fix", "mend", "solve", "sort")
        and following in ("it", "this", "that")
        and at + 1 >= end
        and (i == 0 or tokens[i - 1].word in OPENERS)
    ):
        return Aim("put_right", i, end, None, "put things right", 0.4)  # "mixes up the labels. Fix it!"
    if base in ("fix", "undo", "reverse", "mend") and following in ("it", "this") and (changed := turned(reading, i)) is not None:
        return Aim("turn_back", i, end, changed, f"turn {the_named(reading, changed)} back", 0.5)
    if base == "hide" and following == "it" and at + 1 >= end:
        meant, _ = meant_by_pronoun(reading, at, end, i, mine, [one.target for one in earlier if one.target is not None])
        if meant is not None and classify(meant.noun)[0] in ("place", "building", "group"):
            return Aim("keep_secret", i, end, None, "keep the secret", 0.5)  # "I'm human, so I have to hide it"
    if (
        base == "keep"
        and following == "it"
        and tokens[at + 1 : at + 3]
        and tokens[min(at + 2, len(tokens) - 1)].word in ("secret", "quiet")
    ):
        rest = told_of(reading, min(at + 2, end - 1), end, "the secret", {})
        return Aim("keep_secret", i, end, None, f"keep {rest}", 0.5)  # "has been told to keep it a secret from the press"
    if base == "go" and wished and following == "aboard" and end <= i + 2:
        vessel = next((one for one in reading.found if one.end < i and classify(one.noun)[0] == "vehicle"), None)
        return Aim("board", i, end, vessel, f"go aboard {the_named(reading, vessel)}" if vessel is not None else "go aboard", 0.5)
    if base == "fall" and following == "for" and not wished:
        beloved = next((phrase for phrase in reading.found if i + 1 < phrase.start < end), None)
        if beloved is not None and beloved.start <= i + 3 and somebody(reading, beloved):
            return Aim("win_over", i, end, beloved, f"win the heart of {the_named(reading, beloved)}", 0.5)
    if base == "fall" and [token.word for token in tokens[i + 1 : i + 3]] == ["in", "love"]:
        beloved = next((phrase for phrase in reading.found if i + 3 < phrase.start < end and tokens[i + 3].word == "with"), None)
        if beloved is not None and not wished:  # who has fallen in love has that behind them
            return Aim("win_over", i, end, beloved, f"win the heart of {the_named(reading, beloved)}", 0.5)
        return Aim("fall_in_love", i, end, beloved, told_of(reading, i, end, "fall", {}), 0.5)
    if base == "lose" and tokens[at : at + 1] and tokens[at].word in ("everything", "everybody", "all", "nothing") and not wished:
        return None
    if base in LOST and tokens[i].tag == "VD" and at < end and tokens[at].tag == "I":
        return None  # "gets lost in the snow"
    if base in LOST and (tokens[i].tag != "V" or (i and tokens[i - 1].word in ("who", "that"))):
        return regained(reading, i, at, end)
    if base in ("want", "need") and not mine and following in ("somebody", "someone") and end > i + 3 and tokens[i + 2].word == "to":
        return Aim("find", i, end, None, f"find {following} {told_of(reading, i + 1, end, following, {}).partition(' ')[2]}", 1.1)
    if (
        base in ("want", "need")
        and [token.word for token in tokens[at + 1 : at + 2]] in (["back"], ["out"], ["gone"])
        and tokens[at].word in ("it", "him", "her", "them")
    ):
        gone, _ = meant_by_pronoun(reading, at, at + 1, i, mine, [one.target for one in earlier if one.target is not None])
        if tokens[at + 1].word != "back":  # "and dad wants them out"
            return Aim("oust_from", i, at + 2, gone, f"get {the_named(reading, gone)} out", 0.6) if gone is not None else None
        return Aim("get_back", i, at + 2, gone, f"get {the_named(reading, gone)} back", 0.6) if gone is not None else None
    if (
        (
            base == "want"
            or (base == "need" and ("back" in {token.word for token in tokens[at:end]} or tokens[i - 1].word in ("you", "i", "we")))
        )
        and end > at
        and (tokens[at].tag in ("D", "#", "A", "N", "NS") or (tokens[at].word in ("just", "only") and at + 1 < end))
        and not any(tokens[n].word == "to" and tokens[n].tag == "M" for n in range(at, end))
    ):
        return wanted(reading, i, at, end)
    asks = at < len(tokens) and tokens[at].word in WH and tokens[at].word != "that"
    asks = asks and not (
        tokens[at].word == "what" and verb == base and verb_class(base) in HANDLING and purpose_of(verb) != ("solve", "own")
    )
    if base == "know" and asks:
        base, verb = "find out", "find_out"
    if (
        base == "come"
        and wished
        and {"me", "us"} & {token.word for token in tokens[at:end]}
        and (taken := taken_along(reading, i, end, mine))
    ):
        return taken
    target = next((phrase for phrase in reading.found if at <= phrase.start < max(end, at + 1) and phrase.start < end), None)
    if target is not None and target.start <= at + 1 and tokens[at].word == "her" and (tokens[at + 1].tag == "I" or target.noun in AWAY):
        target = None  # "bring her home", "get her to the church"
    if target is not None and id(target) in mine:
        target = None
    governed = None
    if target is not None and not asks:
        between = [
            token
            for token in tokens[at : target.start]
            if token.tag not in _WITHIN
            and (token.word != "her" or (token.tag == "P" and tokens[token.index + 1].word in ("a", "an", "the")))
        ]
        while between and between[0].word in ("up", "out", "off", "down", "away", "back", "together", "apart"):
            between = between[1:]
        if between and between[0].tag in ("I", "M") and between[0].word in FOLLOWING:
            governed = between[0].word
        elif between:
            target = None
    if target is not None and governed is not None and target.noun in ABOUT and (target.noun in HOURS or target.noun in SEASONS):
        target, governed = None, None  # "moves at night": that is when, not what
    if governed is not None and at < end and tokens[at].word in ("her", "him", "it", "them"):
        target, governed = None, None  # "get her to the church"
    replaced: dict[int, str] = {}
    if target is None and not asks:
        target, governed_at = meant_by_pronoun(reading, at, end, i, mine, [one.target for one in earlier if one.target is not None])
        if target is not None:
            replaced[governed_at] = the_named(reading, target)
            governed = tokens[at].word if governed_at > at else None
    relative = next((n for n in range(at, end) if tokens[n].word in ("who", "which", "that")), end)
    late = next((n for n in range(at, relative) if tokens[n].word in ("up", "out", "off", "back", "away", "down", "home") and n > at), None)
    if verb == base == "turn" and late is not None and tokens[late].word == "back":
        verb = "turn_back"
    if (
        verb == base
        and late is not None
        and (late == end - 1 or tokens[late + 1].tag in ("I", "M"))
        and purpose_of(f"{base}_{tokens[late].word}")
        and not any(infinitive(tokens, n) for n in range(at, late))  # "go into her house to bring it back"
        and not (base == "find" and target is not None and target.noun == "way")
    ):
        verb = f"{base}_{tokens[late].word}"
    around = next((n for n in range(at, end) if tokens[n].word in ("round", "around")), None)
    if base == "show" and around is not None and target is not None and target.end == around and animate(target):
        verb, governed = "show_round", None  # "show visitors round the museum"
        target = next((one for one in reading.found if around < one.start < end), None)
    if (
        base == "help"
        and target is not None
        and governed is None
        and animate(target)
        and target.end < end
        and tokens[target.end].word in _THERE
    ):
        verb = "take_to"  # "help a stranded whale back into the sea"
    if base == "get" and verb == base and target is not None and governed in ("onto", "on"):
        verb = "get_onto"  # "get onto the fridge"
    if base == "get" and verb == base and target is not None and governed is None:
        toward = next(
            (
                tokens[n].word
                for n in range(target.end, end)
                if tokens[n].word in _TOWARD and not (n + 1 < end and infinitive(tokens, n + 1))
            ),
            None,
        )
        verb = _TOWARD[toward] if toward else verb  # "get the letter to a woman"
    if (
        base in EMPTY
        and verb == base
        and not asks
        and not done_to(base, target, governed)
        and not bidden(tokens, i)
        and not (base in ("become", "be") and target is not None and i and tokens[i - 1].word == "to")
    ):
        end = next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", "and", "but")), len(tokens))
        willed = wished and tokens[i - 1].word == "to" and end > i + 1
        if willed and base == "have" and target is not None and governed is None and tokens[i + 1].tag in ("D", "#", "A", "N", "NS"):
            return Aim(
                "get", i, end, target, told_of(reading, i, end, "have" if target.noun in _HELD else "get", {}), 0.3
            )  # "wants to have a dog"
        for_itself = willed and base in STILL | HAVING and tokens[i + 1].tag not in ("VD", "D", "#")
        return Aim(verb, i, end, None, told_of(reading, i, end, base, {}), -0.3) if for_itself else None
    if target is None and end <= i + 1 and (had := had_to(reading, i)) is not None:
        return Aim(base, i, end, had, f"{base} {the_named(reading, had)}", 0.55)
    if base in BARE and end <= i + 1:
        return None  # "the only one who can tell"
    if target is None and not asks and end - at > 1 and verb_class(verb) == "stative" and base != "prove" and following != "each":
        return None
    if base in ("be", "become") and target is not None and id(target) in mine:
        return None
    if base == "find" and target is not None and target.end < end and tokens[target.end].word in ("gone", "missing", "vanished", "dead"):
        end = target.end  # "wakes up to find the prime minister gone"
    told = told_of(reading, i, end, base, replaced)
    if re.match(r"(?:choose|decide) between [a-z]+ing ", told) and " and " not in told:
        told = "make the choice"  # what is chosen between is told at too much length
    purpose = purpose_of(verb)
    score = (
        0.25 * (purpose is not None)
        + 0.3 * (target is not None or asks)
        - 0.35 * (base in ("take", "make", "use", "give") and purpose is None)
        - 0.35 * (purpose is not None and purpose[0] in ("reach", "explore"))
        - 0.3 * (base in ("walk", "run", "swim", "drive", "ride", "march", "row", "paddle", "fly", "be", "become"))
        - 0.4 * (governed is not None and purpose is None)
        - 0.5 * (target is not None and target.noun in NO_AIM and not asks)
    )
    return Aim(verb, i, end, target, told, score, governed, asks)
