"""Who of a premise is only spoken of, and does not play: who is there, asleep, about to arrive, not to find out."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.cues import HOSTILE
from makebelieve.worlds.generation.plans import plan_of
from makebelieve.worlds.generation.reading import Reading, lead, somebody
from makebelieve.worlds.generation.states import barred, states_of
from makebelieve.worlds.generation.verbs import purpose_of

_OUT: Final = frozenset(("asleep", "unconscious", "drunk", "ill", "dead", "missing", "gone", "away", "loose"))
_HELD: Final = frozenset(("stuck", "sick", "late", "trapped", "busy"))
_FAMILY: Final = frozenset(("grandpa", "grandma", "granny", "grandad", "mum", "mom", "dad", "mummy", "daddy"))
_HARMS: Final = frozenset(("swallow", "eat", "steal", "kidnap", "destroy", "occupy", "invade", "bite", "block", "take", "seize"))
_WITHHOLDS: Final = frozenset(("hide", "confiscate", "ban", "forbid", "lock", "swallow", "steal", "eat", "cancel", "abolish", "outlaw"))
_SPOILS: Final = frozenset(
    (
        "swallow",
        "break",
        "eat",
        "lose",
        "let",
        "drop",
        "sell",
        "throw",
        "burn",
        "flush",
        "crash",
        "steal",
        "take",
        "borrow",
        "ruin",
        "forget",
        "spill",
        "glue",
        "smash",
    )
)


def about_to(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is only about to do something: "the dragon's egg is about to hatch"."""
    return [token.word for token in reading.tokens[phrase.end : phrase.end + 3]] in (["is", "about", "to"], ["are", "about", "to"])


def pretends(reading: Reading, phrase: Phrase) -> bool:
    """Whether one of "my" people is spoken of late, who has nothing to do: "the floor is turning into water and my family pretends not to notice"."""
    tokens = reading.tokens
    if lead(reading, phrase)[1] not in ("my", "our") or phrase.end >= len(tokens):
        return False
    wills = {token.word for token in tokens[phrase.end : phrase.end + 3]} & {
        "must",
        "has",
        "have",
        "wants",
        "want",
        "needs",
        "need",
        "tries",
    }
    return not wills and (phrase.end + 1 >= len(tokens) or tokens[phrase.end].word not in ("and", "who"))


def there_is(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody opens a premise by being there: "there is a dragon in our cellar"."""
    led = [token.word for token in reading.tokens[: lead(reading, phrase)[0]] if token.tag != "R" or token.word == "there"]
    return led in (["there", "is"], ["there", "are"], ["there", "was"], ["there", "were"], ["there", "'s"])


def sleeps(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is spoken of late, and in no state to act: "the train will not stop and the driver is asleep"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    if words in (["has", "gone", "missing"], ["have", "gone", "missing"]):
        return True
    out = words[:1] in (["is"], ["are"]) and words[1:2] and words[1] in _OUT
    return phrase.start > 4 and phrase.determiner == "the" and (bool(out) or barred(states_of(reading, phrase), "first"))


def arrives(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only about to come, in a story that "I" or "we" tell: "the guests arrive in two hours"."""
    first = {"my", "our"} & {token.word for token in reading.tokens}
    acts = {act.partition("_")[0].partition(" ")[0] for act in phrase.acts}
    return bool(first) and phrase.start > 2 and phrase.determiner == "the" and bool(acts) and acts <= {"arrive", "come", "land", "return"}


def only_says(reading: Reading, phrase: Phrase) -> bool:
    """Whether one of the family only tells what the story is about: "Grandpa says there is treasure under the tree"."""
    after = reading.tokens[phrase.end : phrase.end + 2]
    said = after[:1] and after[0].lemma in ("say", "claim", "swear", "insist") and after[0].tag == "VS"
    return bool(said) and phrase.start <= 1 and (phrase.determiner in ("my", "our") or phrase.noun in _FAMILY)


def wonder(reading: Reading, phrase: Phrase) -> bool:
    """Whether something does no more than come alive: "the museum's skeleton comes alive at night"."""
    words = [token.word for token in reading.tokens[phrase.end :]]
    alive = words[:2] in (["comes", "alive"], ["come", "alive"], ["came", "alive"]) or words[1:3] == ["to", "life"]
    alive = alive or (words[:1] in (["speaks"], ["spoke"], ["talks"], ["talked"], ["sang"], ["answers"], ["answered"]) and len(words) <= 3)
    return alive and "and" not in words and phrase.determiner not in ("a", "an")


def later(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether somebody comes up in a sentence after the first."""
    return any(token.word in (".", "!", "?") for token in tokens[: phrase.start])


def must_not(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only not to: "there is a dragon in our cellar and mum must not find out"."""
    return [token.word for token in reading.tokens[phrase.end : phrase.end + 2]] in (["must", "not"], ["must", "never"], ["should", "not"])


def cannot(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is kept from it: "and the doctor can no longer reach the village"."""
    words = [token.word for token in reading.tokens[phrase.end : phrase.end + 3]]
    return words[:1] in (["can"], ["could"]) and words[1:2] in (["not"], ["no"], ["never"])


def only_when(reading: Reading, phrase: Phrase) -> bool:
    """Whether what one of mine does only says when something else happens: "every time our teacher sneezes, …"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0]
    led = [token.word for token in tokens[max(0, at - 2) : at]]
    return phrase.determiner in ("my", "our") and (led in (["every", "time"], ["each", "time"]) or led[-1:] in (["whenever"], ["when"]))


_LEAVES: Final = frozenset(("walk", "leave", "go", "run", "drive", "ride", "disappear", "vanish"))


def walks_off(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody has only left those who tell it: "our bus has broken down and the driver has walked off to get help"."""
    after = reading.tokens[phrase.end : phrase.end + 2]
    return len(after) == 2 and after[0].word in ("has", "have") and after[1].lemma in _LEAVES and phrase.determiner == "the"


def is_my_own(reading: Reading, player: Phrase) -> bool:
    """Whether a premise opens with the teller's own, who is no person: "my dragon egg is about to hatch"."""
    return player.start <= 1 and lead(reading, player)[1] in ("my", "our") and classify(player.noun)[0] != "person"


def wants_mine(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only after what is the teller's: "the aliens want to swap their spaceship for my bike"."""
    tokens = reading.tokens
    if phrase.end >= len(tokens) or tokens[phrase.end].lemma != "want" or phrase.determiner != "the":
        return False
    end = next((n for n in range(phrase.end, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but", ",")), len(tokens))
    return bool({"my", "our"} & {token.word for token in tokens[phrase.end : end]})


def keeps_on(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is a nuisance to whoever tells it: "a ghost keeps rearranging my furniture"."""
    tokens = reading.tokens
    return phrase.end + 1 < len(tokens) and tokens[phrase.end].word in ("keeps", "keep") and tokens[phrase.end + 1].tag == "VG"


def goes_on(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody only goes on doing something in what "we" tell: "our ship has been becalmed and the crew is whispering"."""
    tokens = reading.tokens
    doing = [token.tag for token in tokens[phrase.end : phrase.end + 2]] == ["X", "VG"]
    return doing and tokens[0].word in ("my", "our") and phrase.start > 2 and phrase.determiner == "the"


def served(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody only tells for whom a place or a trade is: "a hotel for monsters opens tonight", "a vet for unicorns looks for help"."""
    at = lead(reading, phrase)[0]
    left = next((one for one in reading.found if one.end == at - 1), None)
    return at > 0 and reading.tokens[at - 1].word == "for" and left is not None and left.start <= 1


def suffers(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody opens a premise by being ill or in trouble, and others help: "the dragon is sick and only a herb can heal it"."""
    tokens = reading.tokens
    ill = [token.word for token in tokens[phrase.end : phrase.end + 2]]
    ails = (
        ill[:1] in (["is"], ["are"])
        and ill[1:]
        and ill[1] in ("sick", "ill", "dying", "asleep", "cursed", "trapped", "wounded", "poisoned")
    )
    helped = any(
        token.word == "can" and tokens[token.index + 2 : token.index + 3] and tokens[token.index + 2].word in ("him", "her", "it", "them")
        for token in tokens[phrase.end : -1]
    )
    return bool(ails) and helped and phrase.start <= 1 and lead(reading, phrase)[1] in ("the", "my", "our")


_OUTSIDERS: Final = frozenset(
    ("stranger", "neighbour", "neighbor", "lodger", "guest", "visitor", "newcomer", "tenant", "customer", "passenger")
)


def outsider(reading: Reading, phrase: Phrase) -> bool:
    """Whether a premise opens with somebody who is only seen by others: "the stranger in room nine has not come out"."""
    seen = phrase.noun in _OUTSIDERS or "new" in {token.word for token in phrase.modifiers}
    at = lead(reading, phrase)[0] - 1
    if at > 0 and reading.tokens[at].word in ("is", "are"):  # "the new teacher is a vampire"
        left = next((one for one in reading.found if one.end == at), None)
        if left is None and reading.tokens[at - 1].word in ("he", "she"):
            left = reading.found[0] if reading.found[0] is not phrase else None
        return left is not None and outsider(reading, left)
    told = any(token.tag in ("X", "VS", "VD", "M") for token in reading.tokens[phrase.end :])
    if [token.word for token in reading.tokens[phrase.end : phrase.end + 2]] == ["can", "not"]:
        return False  # "the new tailor cannot sew": it is the tailor's trouble
    if reading.tokens[phrase.end : phrase.end + 1] and reading.tokens[phrase.end].lemma in (
        "discover",
        "find",
        "notice",
        "learn",
        "hear",
        "realise",
        "realize",
    ):
        return False  # "the new bishop discovers that his cathedral is built on a dragon"
    if not seen or not told or phrase.start > 0 or lead(reading, phrase)[1] not in ("the", "my", "our"):
        return False
    return not any(token.word in ("must", "wants", "needs", "tries", "to") for token in reading.tokens[phrase.end :])


def suspected(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody only is one of those of whom it is asked who did it: "Was it my aunt, my uncle, or the butler?"."""
    tokens = reading.tokens
    begun = next((n + 1 for n in range(phrase.start - 1, -1, -1) if tokens[n].word in (".", "!", "?", ":", ";")), 0)
    ended = next((token.word for token in tokens[phrase.end :] if token.word in (".", "!", "?")), "")
    return begun > 0 and ended == "?" and tokens[begun].word in ("was", "is", "were", "are", "did", "could", "can", "or", "who")


def only_spoken_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody does not play, whoever tells the story."""
    return any(test(reading, phrase) for test in (served, sleeps, wonder, arrives, only_says, outsider, goes_on, suffers, suspected))


def wanted_by(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The thing that wants somebody to do something, if one does: "a haunted house wants a family to move in"."""
    tokens, at = reading.tokens, lead(reading, phrase)[0] - 1
    follows = [token.word for token in tokens[phrase.end : phrase.end + 1]] == ["to"]
    if at < 1 or not follows or tokens[at].lemma not in ("want", "need") or tokens[at].tag not in ("V", "VS", "VD"):
        return None
    wanting = next((one for one in reversed(reading.found) if one.end <= at), None)
    return wanting if wanting is not None and not somebody(reading, wanting) else None


def opposed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a beast that opens a premise is what somebody else has to deal with: "the goat will not come down", "a whale has swallowed the choir"."""
    tokens = reading.tokens
    if (plan := plan_of(reading)) is not None and plan.planner is phrase:
        return True  # "the mayor wants to close the library"
    if there_is(reading, phrase) and any(
        [token.word for token in tokens[n : n + 3]] == ["wants", "to", "be"] for n in range(phrase.end, min(phrase.end + 9, len(tokens)))
    ):
        return True  # "there is a troll under the bridge and it wants to be paid"
    if phrase.start > 1 or phrase.preposition is not None:
        return False
    if lead(reading, phrase)[1] in ("my", "our") and "nobody must find out" in " ".join(token.word for token in tokens):
        return True  # "my dad is a pirate but nobody must find out": it is kept for him
    at = next((n for n in range(phrase.end, min(phrase.end + 5, len(tokens))) if tokens[n].tag in ("M", "X", "VS", "V", "VD")), None)
    if at is None:
        return False
    words = [token.word for token in tokens[at : at + 3]]
    if tokens[at - 1].word == "never" and tokens[at].tag in ("V", "VS") and lead(reading, phrase)[1] == "the" and phrase.start <= 1:
        return True  # "the new neighbours never come out in daylight"
    if tokens[at].lemma == "let" and tokens[at + 1 : at + 2] and tokens[at + 1].word == "nobody":
        return True  # "the old bridge keeper lets nobody pass"
    if phrase.noun in _FAMILY and phrase.start == 0 and words[0] == "is" and words[1:2] and words[1] in _OUT | _HELD:
        return True  # "Dad is stuck in traffic"
    if tokens[at].lemma in ("block", "obstruct") and tokens[at].tag in ("VS", "V"):
        return True  # "a stubborn donkey blocks the road"
    if classify(phrase.noun)[0] == "person":  # "the keeper's wife has hidden the last match"
        kept = words[0] in ("has", "have") and at + 2 < len(tokens) and tokens[at + 1].lemma in _WITHHOLDS
        if lead(reading, phrase)[1] in ("my", "our") and (
            tokens[at].lemma in _SPOILS or (at + 1 < len(tokens) and tokens[at + 1].lemma in _SPOILS)
        ):
            return tokens[at].tag == "VD" or words[0] in ("has", "have")  # "my brother swallowed the ring"
        if words[:2] in (["will", "not"], ["would", "not"]) and {"until", "unless"} & {token.word for token in tokens[at:]}:
            return lead(reading, phrase)[1] in ("the", "my", "our")  # "the giant will not get up until somebody sings"
        seized = words[0] in ("has", "have") and at + 1 < len(tokens) and tokens[at + 1].lemma in _HARMS
        if seized and phrase.noun in HOSTILE:  # "the pirates have taken the ferry and a librarian …"
            return any(one.start > at and somebody(reading, one) and one.noun not in HOSTILE for one in reading.found)
        return kept and lead(reading, phrase)[1] in ("the", "my", "our") and tokens[at + 2].word in ("the", "my", "our", "all")
    if words[:2] in (["will", "not"], ["would", "not"]) or tokens[at].lemma == "refuse":
        return True
    if (
        tokens[at].tag == "VD"
        and tokens[at].lemma in _HARMS | {"chew", "ruin", "bury"}
        and lead(reading, phrase)[1] in ("the", "my", "our")
    ):
        return True  # "the dog ate the map"
    return words[0] in ("has", "have") and at + 1 < len(tokens) and tokens[at + 1].lemma in _HARMS


def at_me(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether what somebody does in their clause is done to whoever tells it: "the teacher does not believe me"."""
    after = [token.word for token in tokens[phrase.end : phrase.end + 6]]
    clause = after[: next((at for at, word in enumerate(after) if word in (".", ",", "and", "but")), len(after))]
    return phrase.determiner == "the" and bool({"me", "us"} & set(clause))


def at_mine(reading: Reading, phrase: Phrase) -> bool:
    """Whether what a known somebody does is done to the teller's own: "the bully picks on my brother"; who is mine and goes away plays neither."""
    tokens = reading.tokens
    after = tokens[phrase.end : phrase.end + 2]
    if lead(reading, phrase)[1] in ("my", "our"):
        return [token.word for token in after] in (["is", "moving"], ["are", "moving"], ["moves", "away"], ["is", "leaving"])
    acts = (
        len(after) == 2
        and phrase.determiner == "the"
        and after[0].tag in ("VS", "V")
        and after[0].lemma not in ("have", "be", "want", "need")
    )
    return acts and {"my", "our"} & {token.word for token in tokens[phrase.end + 1 : phrase.end + 4]} != set()


def said_of_mine(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says what somebody of the teller's is: "my mum is the lunch lady"."""
    first, at = reading.found[0], lead(reading, phrase)[0]
    return phrase is not first and first.start <= 1 and first.end == at - 1 and reading.tokens[at - 1].word in ("is", "was", "are", "were")


def spared_of(reading: Reading, some: list[Phrase]) -> Phrase | None:
    """Who alone is left out: "the whole village has fallen asleep, except for the baker's son"."""
    tokens = reading.tokens
    if not any(token.word in ("everybody", "everyone", "all", "whole", "every", "entire", "nobody") for token in tokens[:4]):
        return None
    for phrase in some:
        at = lead(reading, phrase)[0] - 1
        at -= at > 0 and tokens[at].word == "for"
        if (
            at > 2
            and tokens[at].word in ("except", "but", "save")
            and tokens[phrase.end : phrase.end + 1]
            and tokens[phrase.end].tag == "."
        ):
            return phrase
    return None


def fends(reading: Reading, owner: Phrase) -> bool:
    """Whether somebody's own looks after themselves: "the bride's uncle is stuck in an airport and must get to the wedding"."""
    theirs = next((one for one in reading.found if owner.start <= one.start <= owner.end + 1 and one.end > owner.end), None)
    if theirs is not None and "lose" in theirs.acts:
        return True  # "the king's food taster has lost his sense of taste"
    return (
        theirs is not None
        and any(purpose_of(verb) or verb == "get" for verb in theirs.acts)
        and "must" in {token.word for token in reading.tokens}
    )


def told_me(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only in what is told: "it told me where the pirates hid their gold"."""
    at = lead(reading, phrase)[0] - 1
    return (
        at > 1 and reading.tokens[at].word in ("where", "how", "why", "what", "that") and reading.tokens[at - 1].word in ("me", "us", "you")
    )


def transformed(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody of mine has become something else: "my teacher turned into a frog"."""
    words = [
        token.word for token in reading.tokens[phrase.end : phrase.end + 4] if token.word not in ("has", "have", "was", "been", "suddenly")
    ]
    return words[:2] in (["turned", "into"], ["changed", "into"], ["transformed", "into"]) or words[:2] in (
        ["swapped", "places"],
        ["swapped", "bodies"],
    )


def owns_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is only named as whose another is: "the bride's uncle"."""
    if phrase.end >= len(reading.tokens) or reading.tokens[phrase.end].tag != "'":
        return False
    return any(one.start in (phrase.end, phrase.end + 1) and somebody(reading, one) for one in reading.found)
