"""The offline reading of a premise: who plays, who is met, where, what for, and in which genre."""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from makebelieve.language import ModelUnavailable, Phrase, biome_of, classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cues import (
    ABOUT,
    GENTLE,
    HOSTILE,
    HOURS,
    PURPOSE_NOUNS,
    PURPOSE_OF,
    SEASONS,
    WEATHERS,
)
from makebelieve.worlds.generation.draft import Figure, Goal, Hour, Purpose, Weather, WorldAuthor, WorldDraft
from makebelieve.worlds.generation.figures import apposed, figure_of
from makebelieve.worlds.generation.reading import (
    ANIMATE,
    DETERMINERS,
    OWNERS,
    Reading,
    animate,
    before,
    known,
    lead,
    name_of,
    read,
    somebody,
    text_of,
)
from makebelieve.worlds.generation.sites import among_stars, kind_of_phrase, place_kinds, sites_of

_BEFORE_VERBS: Final = frozenset(("to", "must", "can", "should", "will", "and", "they", "who", "need", "needs", "wants", "has"))
_SEEKING: Final = frozenset(("look", "search", "set", "go", "begin", "decide", "want", "need", "hope", "try"))
_MAKING: Final = frozenset(
    (
        "start",
        "found",
        "form",
        "organise",
        "organize",
        "host",
        "throw",
        "prepare",
        "build",
        "create",
        "bake",
        "cook",
        "plant",
        "grow",
        "invent",
        "make",
        "paint",
        "write",
    )
)


def understand_world(premise: str) -> WorldDraft:
    """Read a premise of any length. Any text gives a complete draft; what it does not say is left open for the generator."""
    reading = read(premise)
    words = [token.word for token in reading.tokens]
    lemmas = [token.lemma or token.word for token in reading.tokens]
    player_phrase = _player(reading)
    player = figure_of(reading, player_phrase, words) if player_phrase else None
    goal, goal_phrase = _goal(reading, player_phrase)
    used = {id(one) for one in (player_phrase, goal_phrase) if one}
    places = sites_of(reading, used)
    cast_, foes = _others(reading, used, {id(phrase) for phrase, _ in places}, words)
    ranked = _genres(words, lemmas, reading)
    things = [
        text_of(reading, phrase)
        for phrase in reading.found
        if id(phrase) not in used
        and phrase.noun not in ABOUT
        and classify(phrase.noun)[0] not in ANIMATE | {"place", "time", "abstract", "communication", "act", "event"}
        and id(phrase) not in {id(one) for one, _ in places}
        and phrase.noun.isalpha()
    ][:6]
    gentle = bool(GENTLE & set(words)) or any(word in words for word in ("nonviolent", "peaceful"))
    hour = next((HOURS[word] for word in words if word in HOURS and word not in ("day", "dark")), None)
    weather = next((WEATHERS[word] for one in zip(words, lemmas, strict=True) for word in one if word in WEATHERS), None)  # "it snows"
    season = next((SEASONS[word] for word in words if word in SEASONS), None)
    assumed = [
        name
        for name, missing in (
            ("player", player is None),
            ("goal", not goal.stated),
            ("places", not places),
            ("hour", hour is None),
            ("weather", weather is None),
            ("foe", not foes),
        )
        if missing
    ]
    return WorldDraft(
        premise=premise,
        genre=ranked[0],
        genres=ranked[:3],
        player=player,
        companions=cast_[:4],
        foes=foes[:4],
        places=[site for _, site in places][:6],
        goal=goal,
        things=[thing[:120] for thing in dict.fromkeys(things)],
        gentle=gentle or ranked[0] in ("fairy", "slice"),
        hour=cast("Hour | None", hour),
        weather=cast("Weather | None", weather),
        season=cast("Literal['spring', 'summer', 'autumn', 'winter'] | None", season),
        assumed=assumed,
        not_understood=_strange(reading),
    )


def understand_with(author: WorldAuthor | None, premise: str) -> WorldDraft:
    """Read a premise with a language model if there is one; its failure leaves the offline draft, with a note saying so."""
    draft = understand_world(premise)
    if author is None:
        return draft
    try:
        return author.draft_world(premise, draft)
    except ModelUnavailable as reason:
        return draft.model_copy(
            update={"note": f"The language model {author.name} was not used: {reason}. Read by the embedded interpreter."}
        )


def _player(reading: Reading) -> Phrase | None:
    tokens = reading.tokens
    some = [phrase for phrase in reading.found if somebody(reading, phrase)]
    for phrase in reading.found:  # "you are a mushroom": whatever it is, it plays
        if [token.word for token in tokens[max(0, phrase.start - 2) : phrase.start + 1]][:2] in (
            ["you", "are"],
            ["i", "am"],
            ["you", "'re"],
            ["i", "'m"],
        ) and (phrase.noun not in ABOUT):
            return phrase
    for phrase in some:  # "you are a baker", "you play as Rosa", "as a spy", "i am a knight"
        leading = [token.word for token in tokens[max(0, phrase.start - 3) : phrase.start]]
        if leading and (
            leading[-1] in ("as", "play", "am", "called", "being")
            or leading[-2:] in (["you", "are"], ["i", "am"], ["player", "is"], ["are", "a"])
        ):
            return phrase
    telling = next((at for at, token in enumerate(tokens[:12]) if token.word in ("about", "where", "starring", "featuring")), None)
    if telling is not None and any(
        token.word in ("story", "tale", "game", "world", "adventure", "one", "something", "premise") for token in tokens[:telling]
    ):
        after = [phrase for phrase in some if phrase.start > telling]
        if after:
            return after[0]
    if any(token.word in ("you", "i", "we") for token in tokens[:3]) and not any(phrase.start <= 2 and phrase.acts for phrase in some):
        return None
    acting = [
        phrase
        for phrase in some
        if phrase.acts
        and (phrase.preposition is None or before(reading, phrase) in (",", "", "."))
        and (lead(reading, phrase)[1] not in ("her", "his", "their", "my") or (phrase.start == 0 and lead(reading, phrase)[1] == "my"))
    ]
    for phrase in acting:
        related = phrase.end < len(tokens) and tokens[phrase.end].word in ("who", "that", "which")
        if not related and (any(verb in PURPOSE_OF or verb in _SEEKING for verb in phrase.acts) or phrase.start <= 3):
            at = reading.found.index(phrase)
            if at and phrase.start and tokens[phrase.start - 1].word in ("named", "called") and animate(reading.found[at - 1]):
                return reading.found[at - 1]  # "a girl named Ilse looks for": the girl, who has the name
            return phrase
    free = [
        phrase
        for phrase in some
        if (phrase.preposition is None or before(reading, phrase) in (",", "", "."))
        and not phrase.undergoes
        and lead(reading, phrase)[1] not in ("her", "his", "their", "my", "your")
    ]
    if free and free[0].start <= 6:
        return free[0]
    for phrase in acting:
        if phrase.noun not in HOSTILE and not phrase.toward:
            return phrase
    return free[0] if free and free[0].noun not in HOSTILE else None


def _goal(reading: Reading, player: Phrase | None) -> tuple[Goal, Phrase | None]:
    tokens = reading.tokens
    best: tuple[float, int, Purpose, Phrase | None] | None = None
    for i, token in enumerate(tokens):
        if token.tag not in ("V", "VS", "VG", "VD") and not (token.tag in ("N", "NS") and i and tokens[i - 1].word in _BEFORE_VERBS):
            continue
        base = token.lemma if token.tag.startswith("V") else lemma(token.word, "verb") or token.word
        following = tokens[i + 1].word if i + 1 < len(tokens) else ""
        purpose = PURPOSE_OF.get(f"{base}_{following}") or PURPOSE_OF.get(base)
        previous = tokens[i - 1].word if i else ""
        if base == "hide" and following == "from":
            return Goal(purpose="survive", stated=True), None
        if base == "take" and {"test", "exam", "audition"} & {one.word for one in tokens[i + 1 : i + 6]}:
            purpose = "win"
        if (
            purpose is None
            or (token.tag == "VD" and previous in (*DETERMINERS, "was", "were", "is", "been"))
            or any(phrase.start <= i < phrase.end for phrase in reading.found)
        ):
            continue
        subject = next((phrase for phrase in reading.found if phrase.end <= i <= phrase.end + 1), None)
        if subject is not None and subject.start and tokens[subject.start - 1].word in ("named", "called"):
            subject = player
        if subject is not None and subject is not player and somebody(reading, subject) and (subject.noun in HOSTILE or subject.start > 8):
            continue
        if following == "home" and base in ("go", "get", "come", "return"):
            return Goal(purpose="reach", object="home", stated=True), None
        target = next((phrase for phrase in reading.found if i < phrase.start <= i + 4 and phrase is not player), None)
        if target is not None and any(one.tag == "." for one in tokens[i + 1 : target.start]):
            target = None
        if target is not None and target.noun in ("revenge", "vengeance", "justice"):
            purpose = "defeat"
            target = next((phrase for phrase in reading.found if phrase.start > target.end and somebody(reading, phrase)), None)
        if target is not None and target.noun in ABOUT and target.noun not in PURPOSE_NOUNS:
            target = None
        if target is not None and purpose == "unite" and target.preposition in ("in", "at", "on", "under", "near"):
            target = None  # "falls in love in a rainy city"
        if target is None and purpose not in ("escape", "survive", "unite"):
            continue
        score = (
            1.0
            - 0.02 * i
            + 1.2 * (previous in _BEFORE_VERBS)
            + 0.5 * (subject is player)
            - 0.6 * (token.tag == "VD")
            - 0.5 * (purpose in ("explore", "reach"))
        )
        if best is None or score > best[0]:
            best = (score, i, cast("Purpose", purpose), target)
    if best is not None:
        aim = best[3]
        if aim is not None and best[2] in ("find", "reach", "explore"):  # "search the island of bells for the leg"
            at = next((n for n in range(aim.end, min(aim.end + 4, len(tokens))) if tokens[n].word == "for"), None)
            wanted = next((one for one in reading.found if at is not None and at < one.start <= at + 3), None)
            if wanted is not None:
                return _purposeful(reading, "find", wanted), wanted
        goal = _purposeful(reading, best[2], aim)
        done = lemma(tokens[best[1]].word, "verb") or tokens[best[1]].word
        if goal.purpose == "escape" and goal.object is None:
            aim = None
        return goal.model_copy(update={"made": goal.purpose == "restore" and done in _MAKING}), aim
    for phrase in reading.found:
        purpose = PURPOSE_NOUNS.get(phrase.noun)
        if purpose:
            after = next(
                (
                    one
                    for one in reading.found
                    if phrase.end < len(tokens) and tokens[phrase.end].word == "of" and one.start == phrase.end + 1
                ),
                None,
            )
            target = after if purpose == "rescue" and after is not None else phrase if purpose in ("solve", "win", "unite") else None
            return _purposeful(reading, cast("Purpose", purpose), target), target
    return Goal(purpose="explore"), None


def _purposeful(reading: Reading, purpose: Purpose, target: Phrase | None) -> Goal:
    if target is None:
        return Goal(purpose=purpose, stated=True)
    text = text_of(reading, target)
    racing = any(token.word in ("race", "races", "racing") for token in reading.tokens)
    if purpose == "win" and racing and classify(target.noun)[0] in ("vehicle", "object", "device", "creature") and target.noun != "cup":
        return Goal(purpose="win", object="the race", stated=True)  # "two brothers race their carts"
    name = name_of(reading, target)
    owner = OWNERS.get(lead(reading, target)[1])
    proper = bool(name) and text.split()[0][:1].isupper() and "'s" not in text.split()[0]
    many = target.plural or (target.count or 1) > 1
    person = classify(target.noun, tuple(token.word for token in target.modifiers))[0] in ("person", "creature", "robot") or (
        bool(name) and not known(target.noun)
    )
    if purpose in ("find", "explore") and classify(target.noun)[0] == "place" and (target.noun in place_kinds() or biome_of(target.noun)):
        purpose = "reach" if purpose == "find" else purpose
    if purpose == "rescue" and not person and (target.noun in place_kinds() or classify(target.noun)[0] == "place"):
        purpose = "protect"  # one saves a library by standing in front of it
    if purpose == "escape" and person:  # from somebody, that is: the one in the way
        return Goal(purpose=purpose, stated=True)
    if purpose == "restore" and person:
        purpose = "rescue"
    if purpose == "defeat" and not person and classify(target.noun)[0] not in ("vehicle", "event", "act", "object", "device", "hazard"):
        person = True
    number = next((token.word for token in reading.tokens[target.start : target.head.index] if token.tag == "#"), None)
    if owner:
        text = f"{owner} {text}"
    elif proper and lead(reading, target)[1] == "the":
        text = f"the {text}"
    elif name and name.lower() == text.lower():
        text = name
    elif not proper and not re.match(r"[A-Z]\S*['’]s\s", text):
        text = f"the {number + ' ' if number and many and not number.isdigit() else ''}{text}"
    return Goal(purpose=purpose, object=text[:120], person=person, plural=many, stated=True)


def _others(reading: Reading, used: set[int], places: set[int], words: list[str]) -> tuple[list[Figure], list[Figure]]:
    companions: list[Figure] = []
    foes: list[Figure] = []
    for phrase in reading.found:
        if id(phrase) in used | places or not somebody(reading, phrase) or phrase.noun in ABOUT:
            continue
        if phrase.start and reading.tokens[phrase.start - 1].word == "of" and any(one.end == phrase.start - 1 for one in reading.found):
            continue
        if phrase.start and reading.tokens[phrase.start - 1].word in ("named", "called"):
            continue
        if any(id(one) in used and apposed(reading, one) is phrase for one in reading.found):
            continue
        figure = figure_of(reading, phrase, words)
        if any(id(one) in used and one.noun == phrase.noun and animate(one) for one in reading.found):
            continue  # "and nobody notices he is a dog"
        if any(figure.noun == other.noun for other in (*companions, *foes)):
            continue
        hostile = (
            phrase.noun in HOSTILE
            or phrase.preposition in ("against", "versus")
            or any(PURPOSE_OF.get(verb) == "defeat" for verb in phrase.undergoes)
            or phrase.preposition == "from"
            or any(
                verb in ("attack", "chase", "hunt", "threaten", "guard", "haunt", "steal", "kidnap", "invade", "terrorize", "curse", "rule")
                for verb in phrase.acts
            )
        )
        (foes if hostile else companions).append(figure)
    return companions, foes


def _genres(words: list[str], lemmas: list[str], reading: Reading) -> list[str]:
    scores: dict[str, float] = {}
    present = set(words) | set(lemmas)
    text = f" {' '.join(words)} "
    animals = sum(classify(phrase.noun)[0] == "creature" for phrase in reading.found)
    people = sum(classify(phrase.noun)[0] == "person" for phrase in reading.found)
    for genre, entry in tables.read_all("genres").items():
        cues = [word for item in entry.items("cues") for word in item.split()]
        hits = [word for word in dict.fromkeys(cues) if word in present]
        strong = {genre, *cues[:3]}
        scores[genre] = sum(2.0 if word in strong else 1.0 for word in hits)
    if animals and not people and scores["nature"]:
        scores["nature"] += 0.6
    elif people:
        scores["nature"] -= 0.8
    if " once upon " in text:
        scores["fairy"] += 3
    if {"bank", "museum", "casino", "vault"} & present and {"steal", "rob", "heist"} & present:
        scores["heist"] += 2
    for one, other in (("space_opera", "scifi"), ("ancient", "mythology"), ("modern", "slice"), ("spy", "noir")):
        if 0 < scores[one] == scores[other]:
            scores[one] -= 0.1
    starry = among_stars(reading)
    for phrase in reading.found:  # places lean as well
        kind = kind_of_phrase(phrase, starry=starry)
        if kind:
            for label in tables.read_all("places")[kind].words("tags"):
                if label in scores:
                    scores[label] += 0.35
    ranked = sorted(scores, key=lambda genre: -scores[genre])
    if scores[ranked[0]] <= 0:
        return ["fantasy", "jungle", "modern"]
    return ranked


def _strange(reading: Reading) -> list[str]:
    """Words that nobody knows and that are no names; other scripts as written."""
    words = [
        token.written for token in reading.tokens if token.written.isalpha() and not known(token.word) and token.word not in reading.names
    ]
    foreign = re.findall(r"[^\x00-\u024f\s\u2000-\u2bff\U0001f000-\U0001ffff]+", reading.premise)
    return list(dict.fromkeys([*words, *foreign]))[:20]
