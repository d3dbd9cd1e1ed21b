"""Who of a premise is only spoken of, and does not play: who is there, asleep, about to arrive, not to find out."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token
from makebelieve.worlds.generation.reading import Reading, lead
from makebelieve.worlds.generation.states import barred, states_of

_OUT: Final = frozenset(("asleep", "unconscious", "drunk", "ill", "dead", "missing", "gone", "away", "loose"))
_FAMILY: Final = frozenset(("grandpa", "grandma", "granny", "grandad", "mum", "mom", "dad", "mummy", "daddy"))


def about_to(reading: Reading, phrase: Phrase) -> bool:
    """Whether a thing is only about to do something: "the dragon's egg is about to hatch"."""
    return [token.word for token in reading.tokens[phrase.end : phrase.end + 3]] == ["is", "about", "to"]


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


_OUTSIDERS: Final = frozenset(
    ("stranger", "neighbour", "neighbor", "lodger", "guest", "visitor", "newcomer", "tenant", "customer", "passenger")
)


def outsider(reading: Reading, phrase: Phrase) -> bool:
    """Whether a premise opens with somebody who is only seen by others: "the stranger in room nine has not come out"."""
    if phrase.noun not in _OUTSIDERS or phrase.start > 0 or lead(reading, phrase)[1] not in ("the", "my", "our"):
        return False
    return not any(token.word in ("must", "wants", "needs", "tries", "to") for token in reading.tokens[phrase.end :])


def only_spoken_of(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody does not play, whoever tells the story."""
    return any(test(reading, phrase) for test in (served, sleeps, wonder, arrives, only_says, outsider, goes_on))
