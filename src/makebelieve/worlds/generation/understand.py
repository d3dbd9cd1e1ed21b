"""The offline reading of a premise: who plays, who is met, where, what for, and in which genre."""

from __future__ import annotations

import re
from typing import Final, Literal, cast

from makebelieve.language import ModelUnavailable, Phrase, classify, lemma
from makebelieve.worlds.generation.ages import age_of, ages_of_places, ages_said
from makebelieve.worlds.generation.callings import callings_of, relative_of
from makebelieve.worlds.generation.circumstances import condition_of, deadline_of
from makebelieve.worlds.generation.clauses import same_as
from makebelieve.worlds.generation.cues import (
    ABOUT,
    GENTLE,
    HOSTILE,
    HOURS,
    SEASONS,
    WEATHERS,
)
from makebelieve.worlds.generation.draft import Age, Figure, Hour, Part, Weather, WorldAuthor, WorldDraft
from makebelieve.worlds.generation.figures import apposed, figure_of, really
from makebelieve.worlds.generation.genres import genres_of
from makebelieve.worlds.generation.goals import Wanted, goal_of
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.hindrance import absent, evaded, hinders, hunts, objects, opposes, wrongs
from makebelieve.worlds.generation.idioms import meant
from makebelieve.worlds.generation.mentions import only_said
from makebelieve.worlds.generation.names import known
from makebelieve.worlds.generation.occasions import occasions_of
from makebelieve.worlds.generation.presence import no_person
from makebelieve.worlds.generation.questions import end_of_question
from makebelieve.worlds.generation.reading import (
    ANIMATE,
    Reading,
    animate,
    name_of,
    read,
    somebody,
    text_of,
)
from makebelieve.worlds.generation.recipients import handed
from makebelieve.worlds.generation.roles import belongs, contested, host_of, is_rival, part_of
from makebelieve.worlds.generation.sites import sites_of
from makebelieve.worlds.generation.traits import traits_of
from makebelieve.worlds.generation.verbs import purpose_of

_AGGRESSIVE: Final = frozenset(
    [
        "attack",
        "chase",
        "hunt",
        "threaten",
        "guard",
        "haunt",
        "steal",
        "kidnap",
        "invade",
        "terrorize",
        "curse",
        "rule",
        "hate",
        "ban",
        "forbid",
        "cheat",
        "pursue",
        "betray",
        "oppose",
        "follow",
        "envy",
    ]
)


_DETERMINERS: Final = frozenset(("the", "a", "an", "his", "her", "their", "my", "our", "your", "its", "all", "up", "out", "away"))


def understand_world(premise: str) -> WorldDraft:
    """Read a premise of any length. Any text gives a complete draft; what it does not say is left open for the generator."""
    reading = read(premise)
    words = [token.word for token in reading.tokens]
    lemmas = [token.lemma or token.word for token in reading.tokens]
    player_phrase = player_of(reading)
    if player_phrase is not None and player_phrase.end <= end_of_question(reading):
        player_phrase = None  # "where are all the cats going?" is asked by somebody else
    wanted = goal_of(reading, player_phrase)
    goal, goal_phrase = meant(wanted.goal), wanted.target
    if player_phrase is None and wanted.hero is not None:
        player_phrase = wanted.hero
    if goal_phrase is not None and goal_phrase is player_phrase:  # "my imaginary friend is missing": somebody else looks for them
        player_phrase = None
    player = figure_of(reading, player_phrase, words) if player_phrase else None
    used = {id(one) for one in (player_phrase, goal_phrase) if one}
    places = sites_of(reading, used)
    wanted, receiver = handed(reading, contested(reading, wanted), player_phrase)
    goal, goal_phrase = meant(wanted.goal), wanted.target
    used = {id(one) for one in (player_phrase, goal_phrase) if one}
    others = _others(
        reading,
        used,
        {id(phrase) for phrase, _ in places if phrase is not receiver and classify(phrase.noun)[0] != "person"},
        words,
        wanted,
        player_phrase,
        receiver,
    )
    foes = others["foes"]
    ranked = genres_of(reading, player_phrase, goal, goal_phrase)
    things = [
        text_of(reading, phrase)
        for phrase in reading.found
        if id(phrase) not in used
        and phrase.noun not in ABOUT
        and classify(phrase.noun)[0] not in ANIMATE | {"place", "time", "abstract", "communication", "act", "event"}
        and id(phrase) not in {id(one) for one, _ in places}
        and phrase.noun.isalpha()
        and not only_said(reading, phrase)
    ][:6]
    gentle = bool(GENTLE & set(words)) or any(word in words for word in ("nonviolent", "peaceful"))
    hour = _hour(words)
    deadline = deadline_of(reading)
    weather = _weather(words, lemmas, deadline)
    to_come = set(re.findall(r"[a-z]+", (deadline or "").lower()))  # "before winter" it is not winter
    season = next((SEASONS[word] for word in words if word in SEASONS and word not in to_come), None)
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
        companions=others["companions"][:4],
        foes=foes[:4],
        places=[site for phrase, site in places if phrase is not receiver or not animate(phrase)][:6],
        goal=goal,
        things=[thing[:120] for thing in dict.fromkeys(things)],
        age=cast("Age | None", age_of(ranked[0], ages_said(reading), ages_of_places(reading))),
        gentle=gentle or ranked[0] in ("fairy", "slice"),
        hour=cast("Hour | None", hour),
        weather=cast("Weather | None", weather),
        season=cast("Literal['spring', 'summer', 'autumn', 'winter'] | None", season),
        deadline=deadline,
        condition=condition_of(reading),
        traits=traits_of(reading, player_phrase),
        occasions=occasions_of(reading),
        callings=callings_of(premise, goal) if player is None else [],
        relation=relative_of(premise) if player is None else None,
        absent=others["absent"][:4],
        people=others["people"][:8],
        recipient=_parted(reading, receiver, words, "recipient") if receiver is not None and not absent(reading, receiver) else None,
        assumed=assumed,
        not_understood=_strange(reading),
    )


def _hour(words: list[str]) -> str | None:
    """The hour that a premise names first; "the last day", "a daylight robbery" and "in the dark" name none."""
    for at, word in enumerate(words):
        if word == "first" and words[at + 1 : at + 2] == ["light"]:
            return "dawn"
        if word in HOURS and word not in ("day", "dark"):
            return HOURS[word]
    return None


def _weather(words: list[str], lemmas: list[str], deadline: str | None) -> str | None:
    """The weather that a premise names first ("it snows"); "clear the attic" names none, and before the first snow it does not snow."""
    to_come = set(re.findall(r"[a-z]+", (deadline or "").lower()))
    for at, one in enumerate(zip(words, lemmas, strict=True)):
        named = next((word for word in one if word in WEATHERS), None)
        if named and words[at] not in to_come and not (named == "clear" and words[at + 1 : at + 2] and words[at + 1] in _DETERMINERS):
            return WEATHERS[named]
    return None


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


def _others(
    reading: Reading, used: set[int], places: set[int], words: list[str], wanted: Wanted, player: Phrase | None, receiver: Phrase | None
) -> dict[str, list[Figure]]:
    """Those whom a premise names besides the player and the goal: companions, foes, who is gone, and others by the part they have."""
    made: dict[str, list[Figure]] = {"companions": [], "foes": [], "absent": [], "people": []}
    if wanted.foe is not None:
        made["foes"].append(_parted(reading, wanted.foe, words, "rival" if wanted.goal.purpose == "win" else "opponent"))
    mine = same_as(reading, player)
    for phrase in reading.found:
        if (phrase is receiver and not absent(reading, phrase)) or phrase is wanted.foe or not _is_met(reading, phrase, used, places):
            continue
        if any(
            phrase.noun == one.noun and not (one.name and one.name != name_of(reading, phrase)) for some in made.values() for one in some
        ):
            continue
        hostile = hunts(player, phrase) or (id(phrase) not in mine and _hostile(reading, phrase, used))
        hostile = hostile and not (belongs(reading, phrase, wanted) and not opposes(reading, phrase))
        part: Part
        if absent(reading, phrase):
            part = "absent"
        elif is_rival(reading, phrase, wanted) and id(phrase) not in mine:
            part = "rival"
        else:
            part = "opponent" if hostile else part_of(reading, phrase, wanted, player, mine)
        row = {"absent": "absent", "rival": "foes", "opponent": "foes", "companion": "companions"}.get(part, "people")
        made[row].append(_parted(reading, phrase, words, part))
    host = host_of(reading)
    if host is not None and (receiver is None or host[0].noun != receiver.noun):
        owner, part = host
        named = {one.noun for some in made.values() for one in some}
        if owner.noun not in named | ({player.noun} if player is not None else set()) and somebody(reading, owner):
            made["absent" if part == "absent" else "people"].append(_parted(reading, owner, words, part))
    return made


def _parted(reading: Reading, phrase: Phrase, words: list[str], part: Part) -> Figure:
    return figure_of(reading, phrase, words).model_copy(update={"part": part})


def _is_met(reading: Reading, phrase: Phrase, used: set[int], places: set[int]) -> bool:
    """Whether a phrase names somebody besides the player and whom the deed is done to."""
    if (
        id(phrase) in used
        or (id(phrase) in places and not opposes(reading, phrase))
        or not (somebody(reading, phrase) or opposes(reading, phrase))
        or phrase.noun in ABOUT
        or len(phrase.noun) < 2
        or no_person(reading, phrase)
    ):
        return False
    before = reading.tokens[phrase.start - 1].word if phrase.start else ""
    if absent(reading, phrase):
        return True
    if before == "of" and any(one.end == phrase.start - 1 and somebody(reading, one) for one in reading.found):
        return False
    if before in ("named", "called"):
        return False
    if any(id(one) in used and phrase in (apposed(reading, one), really(reading, one)) for one in reading.found):
        return False  # "Orpheus, but he is a busker"
    acts = phrase.end < len(reading.tokens) and reading.tokens[phrase.end].tag == "X"
    if not acts and any(purpose_of(verb) == ("restore", "made") for verb in phrase.undergoes):
        return False  # "form a punk band": they are the band
    return not any(id(one) in used and one.noun == phrase.noun and animate(one) for one in reading.found)  # "nobody notices he is a dog"


def _hostile(reading: Reading, phrase: Phrase, used: set[int]) -> bool:
    return (
        phrase.noun in HOSTILE
        or hinders(reading, phrase)
        or evaded(reading, phrase)
        or wrongs(reading, phrase)
        or objects(reading, phrase)
        or _is_hostile(reading, phrase)
        or any(
            (purpose_of(verb) or ("",))[0] == "defeat" and (agent is None or id(agent) in used)
            for verb, agent in zip(phrase.undergoes, phrase.agents, strict=True)
        )
        or bool(_AGGRESSIVE & set(phrase.acts))
    )


def _is_hostile(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody is said to be of the kind that does harm: "her teacher is a vampire"."""
    tokens = reading.tokens
    if phrase.end + 1 >= len(tokens) or tokens[phrase.end].word not in ("is", "was", "are", "were"):
        return False
    other = next((one for one in reading.found if phrase.end < one.start <= phrase.end + 2), None)
    return other is not None and other.noun in HOSTILE and other.determiner != "the"


def _strange(reading: Reading) -> list[str]:
    """Words that nobody knows and that are no names; other scripts as written."""
    words = [
        token.written
        for token in reading.tokens
        if not (token.word.endswith("ly") and lemma(token.word[:-2], "adjective"))
        and token.written.isalpha()
        and "-" not in token.word
        and not known(token.word)
        and token.word not in reading.names
    ]
    foreign = re.findall(r"[^\x00-\u024f\s\u2000-\u2bff\U0001f000-\U0001ffff]+", reading.premise)
    return list(dict.fromkeys([*words, *foreign]))[:20]
