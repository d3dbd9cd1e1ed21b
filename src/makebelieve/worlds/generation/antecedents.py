"""What a deed leaves to be understood: whom "her" means where it is I who act, and what is asked with a bare "why"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation.cues import ABOUT, HE, SHE
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.figures import KIN_AS_NAMES, figure_of
from makebelieve.worlds.generation.questions import bare_why
from makebelieve.worlds.generation.reading import Reading, cased, lead, somebody, text_of
from makebelieve.worlds.generation.recipients import called
from makebelieve.worlds.generation.verbs import purpose_of

_CASES: Final = {"her": "her", "his": "him", "their": "them", "him": "him", "them": "them", "he": "him", "she": "her", "they": "them"}
_NOT_OWNED: Final = (
    r"(?!\s+(?:to|and|or|in|on|at|from|for|with|before|back|home|out|up|down|off|into|away|that|who|so|a|an|the|some|how|what|why)\b)"
)
FATE: Final = re.compile(
    r"^(?:investigate|look into|solve|explain|unravel) the (?:[a-z]+ )?(?:disappearance|vanishing|loss|fate|mystery) of (.+)$"
)
_ALL_OF_THEM: Final = re.compile(r"(?:lead|bring|take|get|guide|carry|fly|drive|steer|sail|row|help) (?:everyone|everybody|all of them)\b")
_SPEAKERS: Final = frozenset(("i", "my", "we", "our", "you", "your", "me", "us"))
_TEACHING: Final = frozenset(("teach", "help", "persuade", "convince", "train", "encourage"))
_HELPING: Final = frozenset(("help", "assist", "aid"))
_LONGEST: Final = 120


def spelled(reading: Reading, goal: Goal, player: Phrase | None, receiver: Phrase | None) -> Goal:
    """The goal with those named in it of whom its words only say "her", where the story is told of "me" or "you", with what is asked and who is sought."""
    if goal.verb == "become" and goal.person:  # whoever becomes the queen's adviser meets none
        goal = goal.model_copy(update={"object": None, "person": False, "pronoun": None})
    if goal.object is None and _ALL_OF_THEM.match(goal.deed or ""):
        goal = goal.model_copy(update={"object": "the others", "person": True, "plural": True})
    if fate := FATE.match(goal.deed or ""):  # "investigate the disappearance of the keeper"
        told = {"verb": "find_out", "deed": f"find out what happened to {fate[1]}"[:_LONGEST], "object": None, "person": False}
        goal = goal.model_copy(update=told | {"purpose": "solve", "telling": "own"})
    goal = _of_the_helped(reading, _going(reading, goal, player), player)
    goal = _confessed(reading, _arriving(reading, _asked(reading, _who(reading, _sought(_taught(reading, _meeting(goal, receiver)))))))
    if player is not None or goal.deed is None or not _SPEAKERS & {token.word for token in reading.tokens}:
        return _followed(reading, goal)
    deed = re.sub(
        r"^(\w+) (him|her|them)(?= (?:a|an|the|some|my|our|how|what|why)\b)",
        lambda match: f"{match[1]} {_named(reading, match[2], receiver) or match[2]}",
        goal.deed,
    )
    deed = re.sub(
        r"\b(for|to|with|from|at) (him|her|them)(?=$| (?:and|in|on|at|before|so|by)\b)",
        lambda match: f"{match[1]} {_named(reading, match[2], receiver) or match[2]}",
        deed,
    )
    deed = _owned(reading, deed, receiver)
    object_ = _owned(reading, f" {goal.object}", receiver).strip() if goal.object and not goal.object.startswith("their ") else goal.object
    fits = len(deed) <= _LONGEST and (object_ is None or len(object_) <= _LONGEST)
    return _followed(reading, goal.model_copy(update={"deed": deed, "object": object_}) if fits else goal)


def _of_the_helped(reading: Reading, goal: Goal, player: Phrase | None) -> Goal:
    """With whoever is helped as the owner, unless it is them who play: "a driver helps an old lady find her lost cat"."""
    one = _helped(reading, goal)
    if one is None or goal.deed is None or (player is not None and player.noun == one.noun):
        return goal
    whose = re.match(r"[a-z]+(?: [a-z]+)?? (her|his|their) [a-z]", goal.deed)
    if whose is None or not called(_CASES[whose[1]], one):
        return goal
    name, own = whole_of(reading, one), lead(reading, one)[1]
    name = re.sub("^the ", f"{own} ", name) if own in ("her", "his", "their", "your") else name
    owner = f"{name}'" if name.endswith("s") else f"{name}'s"
    deed = re.sub(rf"\b{whose[1]}\b", owner, goal.deed, count=1)
    object_ = re.sub(rf"^{whose[1]}\b", owner, goal.object) if goal.object else goal.object
    fits = len(deed) <= _LONGEST and (object_ is None or len(object_) <= _LONGEST)
    return goal.model_copy(update={"deed": deed, "object": object_}) if fits else goal


def _helped(reading: Reading, goal: Goal) -> Phrase | None:
    """Who is helped to do what the deed says."""
    tokens, verb = reading.tokens, (goal.verb or "").partition("_")[0]
    for one in reading.found:
        before, acts = lead(reading, one)[0] - 1, one.end
        acts += acts < len(tokens) and tokens[acts].word == "to"
        does = acts < len(tokens) and verb in (tokens[acts].lemma, tokens[acts].word)
        if does and before >= 0 and tokens[before].lemma in _HELPING and somebody(reading, one):
            return one
    return None


def _owned(reading: Reading, text: str, receiver: Phrase | None) -> str:
    """With the owner in place of "her": "the cake of my grandmother's childhood"."""

    def owner(match: re.Match[str]) -> str:
        whose = _named(reading, _CASES[match[1]], receiver, owning=True)
        if whose is not None and text.startswith("find out ") and whose in text[: match.start()]:
            return match[1]  # "why my teacher never takes off her gloves"
        return match[1] if whose is None else f"{whose}'" if whose.endswith("s") else f"{whose}'s"

    return re.sub(rf"(?<=\s)(her|his|their)\b{_NOT_OWNED}(?=\s+\w)", owner, text) if " " in text else text


def _named(reading: Reading, pronoun: str, receiver: Phrase | None, *, owning: bool = False) -> str | None:
    """How somebody of whom a pronoun is said is called: "my grandmother", "the baker"; None where nobody or more than one may be meant."""
    if receiver is not None and called(pronoun, receiver):
        return whole_of(reading, receiver)
    some = [one for one in reading.found if somebody(reading, one) and called(pronoun, one)]
    some = [one for one in some if not _office(reading, one)]
    if not some:  # "my cat has been elected mayor and I have to write her first speech"
        some = [one for one in reading.found if classify(one.noun)[0] == "creature" and called(pronoun, one)]
    if owning:  # the kitten of "his kitten" is nobody's owner
        some = [one for one in some if lead(reading, one)[1] not in ("her", "his", "their")]
    nouns = {one.noun for one in some}
    if owning and (whose := _possessor(reading, pronoun)) is not None:
        noun = whose.partition(" ")[2]  # "my grandmother's necklace disappears. Was it my aunt?": who is named first
        if not nouns or min(one.start for one in some) > next(token.index for token in reading.tokens if token.word == noun):
            return whose
    return whole_of(reading, some[0]) if len(nouns) == 1 else None


def _office(reading: Reading, one: Phrase) -> bool:
    """Whether a noun only says what somebody was made: "has been elected mayor"."""
    at = lead(reading, one)[0] - 1
    return (
        at >= 0
        and reading.tokens[at].word in ("elected", "made", "named", "crowned", "appointed", "became", "declared")
        and not lead(reading, one)[1]
    )


def _possessor(reading: Reading, pronoun: str) -> str | None:
    """The one of whom a premise only tells what is theirs: "my grandmother" of "my grandmother's bakery"."""
    gender = {"her": SHE, "him": HE}.get(pronoun, frozenset[str]())
    some = {
        f"my {before.word}"
        for own, before, mark in zip(reading.tokens, reading.tokens[1:], reading.tokens[2:], strict=False)
        if own.word in ("my", "our") and mark.word in ("'s", "’s") and before.word in gender
    }
    return some.pop() if len(some) == 1 else None


def whole_of(reading: Reading, phrase: Phrase) -> str:
    """How somebody is called in a deed: "the old lady", "my aunt", "Ada"."""
    text, determiner = text_of(reading, phrase), lead(reading, phrase)[1]
    if not determiner and phrase.noun in KIN_AS_NAMES and not phrase.modifiers:
        return text.capitalize()  # "convince Grandma"
    return text if text[:1].isupper() else f"{determiner if determiner in ('my', 'our') else 'the'} {text}"


def _sought(goal: Goal) -> Goal:
    """With somebody for its object where it is to find "the one who saved her life"."""
    one = re.match(
        r"(?:find|seek|meet|thank|track down|look for|search for) ((?:the one|the person|the people|the man|the woman|somebody|someone|whoever|those) (?:who|that) .+)",
        goal.deed or "",
    )
    if one is None and goal.object is None and goal.purpose in ("find", "do"):
        some = re.match(r"(?:find|seek|meet|look for|search for) ((?:somebody|someone|anybody) (?:to|with|who|like) .+)", goal.deed or "")
        if some is not None:
            return goal.model_copy(update={"object": some[1][:_LONGEST], "person": True, "purpose": "find", "telling": "own"})
    if one is None or goal.object is not None:
        return goal
    named = re.sub(r"^(?:somebody|someone|whoever|the one)\b(?: (?:who|that))?", "the one who", one[1])
    return goal.model_copy(update={"object": named[:_LONGEST], "person": True, "purpose": "find" if goal.purpose == "do" else goal.purpose})


def _taught(reading: Reading, goal: Goal) -> Goal:
    """To teach somebody to do it, where it is not the player who does it in the end: "kidnapped by a giant, she teaches him to cook"."""
    tokens = reading.tokens
    for token in tokens[:-3]:
        who, to, verb = tokens[token.index + 1 : token.index + 4]
        if (
            token.lemma not in _TEACHING
            or who.word not in ("him", "her", "them")
            or to.word != "to"
            or verb.lemma != goal.verb
            or goal.person
        ):
            continue
        some = [
            one for one in reading.found if one.end <= token.index and one.start > 1 and somebody(reading, one) and called(who.word, one)
        ]
        if not some:
            return goal
        named, (purpose, telling) = whole_of(reading, some[-1]), purpose_of(token.lemma) or ("do", "like")
        told = {
            "purpose": purpose,
            "telling": "own" if telling == "open" else telling,
            "verb": token.lemma,
            "object": named,
            "person": True,
        }
        return goal.model_copy(update=told | {"plural": some[-1].plural, "deed": f"{token.lemma} {named} to {goal.deed}"[:_LONGEST]})
    return goal


def _meeting(goal: Goal, receiver: Phrase | None) -> Goal:
    """Somebody is visited to be met, a place to be seen; and help that is waited for is nobody in particular."""
    if goal.verb == "visit" and goal.person:
        return goal.model_copy(update={"purpose": "unite", "telling": "like"})
    verb = (goal.verb or "").partition("_")[0]
    if goal.purpose == "explore" and receiver is not None:  # what is read to somebody is no land to be explored
        return goal.model_copy(update={"purpose": "do"})
    if goal.purpose == "find" and goal.person and verb in ("get", "free", "fetch", "bring") and {"captive", "gone"} & set(goal.states):
        return goal.model_copy(update={"purpose": "rescue"})
    if goal.verb == "wait_for" and re.fullmatch(r"wait for (?:the )?(?:help|rescue|dawn|morning|the storm|daylight)", goal.deed or ""):
        return goal.model_copy(update={"purpose": "survive", "person": False, "telling": "own"})
    return goal


def _arriving(reading: Reading, goal: Goal) -> Goal:
    """With where one arrives for its object rather than what one goes through: "travels through the snow to a lonely hut"."""
    if goal.purpose != "reach" or goal.object is None:
        return goal
    words = goal.object.split()
    through = next(
        (
            one
            for one in reading.found
            if one.noun in words and one.preposition in ("through", "across", "over", "along", "past", "down", "up")
        ),
        None,
    )
    if through is None:
        return goal
    last = next((one for one in reading.found if through.end <= one.start <= through.end + 4 and one.preposition == "to"), None)
    return (
        goal
        if last is None or somebody(reading, last)
        else goal.model_copy(update={"object": whole_of(reading, last), "plural": last.plural})
    )


def _confessed(reading: Reading, goal: Goal) -> Goal:
    """To tell somebody the truth, where it is only said whom somebody loves and must tell."""
    bare = goal.verb == "tell" and re.fullmatch(r"tell (?:my|our|his|her|their|the) [\w'’ ]+", goal.deed or "") is not None
    loves = " in love with " in f" {' '.join(token.word for token in reading.tokens)} "
    if not (bare and loves and goal.person) or (goal.deed or "").split()[-1] in ("truth", "story", "news", "secret"):
        return goal
    return goal.model_copy(update={"deed": f"{goal.deed} the truth"[:_LONGEST]})


def _followed(reading: Reading, goal: Goal) -> Goal:
    """To find whose tracks they are that are followed: "I follow his tracks to the old bridge"."""
    track = re.match(r"(my|our|her|his|their|the) (.+?)['’]s? (?:tracks|trail|footprints|footsteps|traces|scent|path)$", goal.object or "")
    if goal.verb not in ("follow", "trace", "track") or track is None:
        return goal
    owner = next((one for one in reading.found if somebody(reading, one) and text_of(reading, one) == track[2]), None)
    if owner is None:
        return goal
    whose = "their" if track[1] in ("my", "our") else track[1]
    figure = figure_of(reading, owner, [token.word for token in reading.tokens])
    told = {
        "purpose": "find",
        "object": f"{whose} {track[2]}",
        "person": True,
        "telling": "own",
        "states": figure.states,
        "pronoun": figure.pronoun,
    }
    return goal.model_copy(update=told)


def _who(reading: Reading, goal: Goal) -> Goal:
    """ "Find out who is poisoning the plants", where a premise says that someone does and only asks who."""
    if goal.verb not in ("find_out", "learn", "discover", "know") or (goal.deed or "").split()[-1:] != ["who"]:
        return goal
    told = re.search(
        r"\b(?:someone|somebody|a thief|a stranger|one of (?:them|us|the \w+)) ((?!to\b|else\b|who\b|that\b|with\b)[a-z]+\b[^.;!?]*?)"
        r"(?=,? (?:and|but)\b|[.;!?,])",
        reading.premise,
        re.IGNORECASE,
    )
    if told is None:
        return goal
    return goal.model_copy(update={"deed": f"find out who {' '.join(told[1].split())}"[:_LONGEST], "purpose": "solve"})


def _going(reading: Reading, goal: Goal, player: Phrase | None) -> Goal:
    """With what and who is meant in the place of the pronouns of a question: "where it's going" of a night train, "where he hid it" of a dead
    sailor's treasure, "what happened to her" of a girl, where somebody else asks."""
    asked = re.match(r"([a-z]+(?: out| into)? (?:where|what|who|why|when|how|whether)) (.+)", goal.deed or "")
    if asked is None or goal.purpose != "solve":
        return goal
    rest = re.sub(r"^it['’]s\b", "it is", asked[2])
    if re.search(r"(?:^it\b| it$)", rest):
        some = [one for one in reading.found if _is_thing(reading, one)]
        moving = [one for one in some if classify(one.noun)[0] == "vehicle"] if "going" in rest else []
        leading = [one for one in some if one.noun in _LEADING] if re.search(r"\bleads?\b", rest) else []
        first = next(iter(moving or leading or some), None)
        if asked[1].endswith(" who") and reading.found and reading.found[0].start <= 3 and not reading.found[0].plural:
            first = reading.found[0]  # "our school's skeleton is in another room every morning … who moves it"
        heard = _HEARD.search(reading.premise) if re.fullmatch(r"it (?:is|was)", rest) else None
        if heard is not None:  # "hears a knocking from outside the hull, find out what it is"
            rest = rest.replace("it", f"the {heard[1].lower()}", 1)
        elif first is not None:
            rest = re.sub(r"^it\b| it$", lambda match: match[0].replace("it", whole_of(reading, first)), rest, count=1)
    there = re.search(r"(?:^(he|she|they)\b|\bhappened to (him|her|them)$)", rest)
    if there is not None:
        others = [
            one
            for one in reading.found
            if somebody(reading, one) and called(_CASES.get(there[1] or there[2], ""), one) and (player is None or one.noun != player.noun)
        ]
        if not others and there[1] == "they":  # "strange lights over the marsh … what they are"
            others = [one for one in reading.found if one.plural and not somebody(reading, one) and classify(one.noun)[0] != "time"][:1]
        owned = re.search(r"\b(the [a-z ]+)['’]s ", rest)
        if not others and owned and there[1]:  # "where he hid the old sailor's treasure"
            rest = f"{owned[1]}{rest[len(there[1]) :]}".replace(owned[0], "the ", 1)
        elif len({one.noun for one in others}) == 1:
            named = whole_of(reading, others[0])
            rest = f"{named}{rest[len(there[1]) :]}" if there[1] else f"{rest[: there.start(2)]}{named}"
    return goal.model_copy(update={"deed": f"{asked[1]} {rest}"[:_LONGEST]})


_HEARD: Final = re.compile(
    r"\b(?:a|an|the|some|strange|hears?|heard|sees?|notices?) (?:strange |odd |faint |soft |loud |distant |green |blue |red |white )?"
    r"(knocking|scratching|tapping|humming|banging|noise|sound|singing|ringing|voice|signal|light|glow)\b",
    re.IGNORECASE,
)
_LEADING: Final = frozenset(
    ("map", "door", "tunnel", "passage", "path", "stair", "stairs", "staircase", "track", "tracks", "trail", "key", "road", "ladder")
)


def _is_thing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase may be what "it" means: no person, time or place to be in."""
    category = classify(phrase.noun)[0]
    return not somebody(reading, phrase) and phrase.noun not in ABOUT and category not in ("time", "person")


def _asked(reading: Reading, goal: Goal) -> Goal:
    """ "Find out why the pupil never eats", where a premise says that somebody notices it and wants to find out why."""
    if goal.verb not in ("find_out", "learn", "discover", "know") or (goal.deed or "").split()[-1:] not in (
        ["out"],
        ["why"],
        ["learn"],
        ["discover"],
    ):
        return goal
    tokens = reading.tokens
    asks = bare_why(reading)
    start = next((at + 1 for at, token in enumerate(tokens) if token.word == "that" and token.tag == "S"), None)
    if asks is None:
        return goal
    if start is None or start >= asks:
        return goal
    end = next((at for at in range(start, asks) if tokens[at].word in ("and", "but", ";", ".")), asks)
    clause = cased(reading, " ".join(token.word for token in tokens[start:end]).replace(" 's", "'s"))
    return goal.model_copy(update={"deed": f"find out why {clause}"[:_LONGEST]}) if end - start >= 2 else goal
