"""The offline reading of a premise: who plays, who is met, where, what for, and in which genre."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal, cast

from makebelieve.language import ModelUnavailable, Phrase, classify, lemma
from makebelieve.worlds.generation.aboard import vessel_of
from makebelieve.worlds.generation.absences import absent
from makebelieve.worlds.generation.ages import age_of, ages_of_places, ages_said
from makebelieve.worlds.generation.antecedents import spelled
from makebelieve.worlds.generation.assured import assured
from makebelieve.worlds.generation.callings import callings_of, keeper_of, relative_of, teller_of
from makebelieve.worlds.generation.circumstances import condition_of, danger_of, deadline_of
from makebelieve.worlds.generation.clocks import is_only_when
from makebelieve.worlds.generation.comings import coming_of, hour_before, season_before, weather_before
from makebelieve.worlds.generation.company import company_of, parted
from makebelieve.worlds.generation.compounds import lands
from makebelieve.worlds.generation.cues import (
    ABOUT,
    SEASONS,
    SETTLED,
)
from makebelieve.worlds.generation.deeds import of_their_own
from makebelieve.worlds.generation.doers import asked_by
from makebelieve.worlds.generation.draft import Age, Figure, Goal, Hour, Weather, WorldAuthor, WorldDraft
from makebelieve.worlds.generation.figures import PEOPLE, figure_of
from makebelieve.worlds.generation.genres import genres_of
from makebelieve.worlds.generation.goals import goal_of
from makebelieve.worlds.generation.guesses import is_said
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.hints import PIECES
from makebelieve.worlds.generation.homes import scene_of_deed
from makebelieve.worlds.generation.idioms import meant
from makebelieve.worlds.generation.lacks import relieved
from makebelieve.worlds.generation.mentions import awaited, only_said
from makebelieve.worlds.generation.names import is_given, known
from makebelieve.worlds.generation.natures import is_toy, of_no_body
from makebelieve.worlds.generation.occasions import occasions_of
from makebelieve.worlds.generation.presence import is_trait
from makebelieve.worlds.generation.questions import end_of_question, end_of_wonder
from makebelieve.worlds.generation.reading import (
    ANIMATE,
    Reading,
    animate,
    before,
    cased,
    members_of,
    name_of,
    somebody,
    text_of,
)
from makebelieve.worlds.generation.recipients import from_where, handed, left_at_home
from makebelieve.worlds.generation.referring import referred
from makebelieve.worlds.generation.roles import contested
from makebelieve.worlds.generation.senses import is_matter
from makebelieve.worlds.generation.sites import CLOSED, sites_of
from makebelieve.worlds.generation.skies import hour_of, weather_of
from makebelieve.worlds.generation.spans import unbroken
from makebelieve.worlds.generation.strandings import held_at
from makebelieve.worlds.generation.tellings import read
from makebelieve.worlds.generation.tones import is_gentle
from makebelieve.worlds.generation.traits import traits_of
from makebelieve.worlds.generation.unplaced import holds_only_small
from makebelieve.worlds.generation.unstated import is_lesson, is_own_quarrel, lesson_of, lesson_said, unstated
from makebelieve.worlds.generation.wonders import sky_of_wonder, wondered

_BOUGHT: Final = frozenset(("buy", "order", "purchase", "choose", "pick_out"))
"""What is done for somebody who had better not be there."""
_LAID_TO_REST: Final = frozenset(("bury", "mourn", "cremate", "entomb", "lay_to_rest"))
"""Verbs whose object is met nowhere."""
_OUTINGS: Final = frozenset(("trip", "outing", "excursion", "errand", "door", "doorway", "doorstep", "window", "keyhole"))
"""What one goes on or stands at, and into no place of that name: "a class trip", "the soldier at the door"."""
_AWAITED: Final = frozenset(("rescue", "find", "unite", "steal", "deliver", "protect", "do", "restore", "reach"))
"""Purposes for which one goes to where somebody or something is held up."""
_RETURNING: Final = frozenset(("return", "give_back", "hand_back", "put_back"))
_BEFORE_THAT: Final = re.compile(
    r" (?:(?:on|over|during|in|for|until|by|at) )?the (?:night|day|morning|evening|afternoon|week|weekend|hour)$"
)
"""What is left of "the night before the fair" at the end of a question, which is asked of what happened."""
_NOBODY: Final = frozenset(
    (
        "virus",
        "plague",
        "germ",
        "bacterium",
        "bacteria",
        "fungus",
        "mould",
        "mold",
        "parasite",
        "parliament",
        "congress",
        "senate",
        "ministry",
        "accused",
        "defendant",
    )
)
"""What lives, or sits in a house, and is met by nobody."""
_COVERS: Final = frozenset(
    ("ice", "sea", "ocean", "lake", "water", "ground", "earth", "floor", "snow", "sand", "floorboards", "bed", "stairs")
)
_UNDER: Final = frozenset(("under", "beneath", "below", "underneath", "behind"))
_MODELS: Final = frozenset(("project", "projects", "model", "baking", "cardboard", "plaster", "homemade"))
"""Beside these a volcano stands on a table."""

_BUILT: Final = frozenset(("build", "construct", "erect", "invent", "design", "grow", "plant", "lay_out"))
"""What is not there before it is done."""


def understand_world(premise: str) -> WorldDraft:
    """Read a premise of any length. Any text gives a complete draft; what it does not say is left open for the generator."""
    reading = read(premise)
    words = [token.word for token in reading.tokens]
    lemmas = [token.lemma or token.word for token in reading.tokens]
    player_phrase = player_of(reading)
    if player_phrase is not None and player_phrase.end <= max(end_of_question(reading), end_of_wonder(reading)):
        player_phrase = None  # "where are all the cats going?" is asked by somebody else
    if player_phrase is not None and player_phrase.determiner in ("every", "each", "no"):
        player_phrase = None  # "every child in the village draws the same man"
    keeper = keeper_of(player_phrase.noun) if player_phrase is not None and _kept(reading, player_phrase) else None
    built = (
        player_phrase is not None
        and classify(player_phrase.noun)[0] == "place"
        and _kept(reading, player_phrase)
        and not name_of(reading, player_phrase)
    )
    if keeper is None and built and reading.tokens[0].word not in ("you", "i"):
        player_phrase = None  # a house that wants a family stands in no kitchen
    if keeper is not None:  # "the last bookshop must sell a hundred books": somebody does it
        player_phrase = None
    wanted = goal_of(reading, player_phrase)
    untold = not wanted.goal.stated or (wanted.goal.deed is None and wanted.goal.purpose == "unite")
    if untold and (played := unstated(reading, player_phrase)) is not None:
        wanted = replace(wanted, goal=played, target=None)
        if (
            player_phrase is not None
            and (played.deed or "").startswith(("find out what ", "find the "))
            and player_phrase.text in (played.deed or "")
        ):
            player_phrase = None  # "the last customer": it is asked by those behind the counter
    goal, goal_phrase = meant(_as_written(reading, wanted.goal), premise), wanted.target
    wanted = replace(wanted, goal=goal)
    if player_phrase is None and wanted.hero is not None:
        player_phrase = wanted.hero
    if player_phrase is not None and keeper is None and _kept(reading, player_phrase) and keeper_of(player_phrase.noun):
        keeper, player_phrase = keeper_of(player_phrase.noun), None
    if goal.situation == "unwanted" and player_phrase is not None and reading.tokens[0].word in ("my", "our"):
        player_phrase = None  # "our class hamster has had babies and nobody wants them"
    if goal.situation == "refuses" and player_phrase is None:  # "the hen lays no eggs until the farmer says sorry"
        player_phrase = next((one for one in reading.found if somebody(reading, one) and before(reading, one) in ("until", "unless")), None)
    if goal.situation == "asked_for_help" and goal_phrase is not None and goal_phrase is player_phrase:
        player_phrase = asked_by(reading, goal_phrase)
    elif goal_phrase is not None and goal_phrase is player_phrase:  # "my imaginary friend is missing": somebody else looks for them
        player_phrase = None
    player = figure_of(reading, player_phrase, words) if player_phrase else None
    used = {id(one) for one in (player_phrase, goal_phrase) if one}
    places = sites_of(reading, used, player_phrase)
    places = [
        (phrase, site.model_copy(update={"phrase": _one_of_them(site.phrase.removeprefix("own "))}))  # "her own home village"
        for phrase, site in places
        if not (is_only_when(reading, phrase) or holds_only_small(site, player_phrase))
        and phrase.noun not in _OUTINGS
        and not (phrase.noun == "volcano" and _MODELS & set(words))
        and not _is_stuff(reading, phrase)
    ]
    wanted, receiver = handed(reading, contested(reading, wanted), player_phrase)
    wanted = from_where(reading, wanted)
    goal, goal_phrase = meant(wanted.goal, premise), wanted.target
    used = {id(one) for one in (player_phrase, goal_phrase) if one}
    vessel = vessel_of(reading, player_phrase, wanted, places)
    others = company_of(
        reading,
        used,
        {id(phrase) for phrase, _ in places if phrase is not receiver and classify(phrase.noun)[0] != "person"},
        words,
        wanted,
        player_phrase,
        receiver,
    )
    foes = others["foes"]
    if goal.person and (is_toy(goal.object or "") or is_matter(goal.object or "", premise)):
        goal = goal.model_copy(update={"person": False})
    if goal_phrase is not None and not goal.person and is_given((goal.object or "").lower()) and somebody(reading, goal_phrase):
        goal = goal.model_copy(update={"person": True})  # "ask Lea to dance"
    if goal_phrase is not None and goal.person and somebody(reading, goal_phrase):
        figure = figure_of(reading, goal_phrase, words)
        over = any(step.person for step in goal.steps)  # "rescues a stranded man and hides him": he is out of it by then
        over = over or goal.verb in _RETURNING | {"hide", "shelter"}  # "return a stolen horse": who returns it has it
        goal = goal.model_copy(update={"states": [] if over else figure.states, "pronoun": figure.pronoun})
    buried = goal.verb in _LAID_TO_REST and goal_phrase is not None and classify(goal_phrase.noun)[0] in ANIMATE
    lost = buried or (
        goal_phrase is not None and goal.purpose in ("solve", "explore") and somebody(reading, goal_phrase) and absent(reading, goal_phrase)
    )
    gone = [parted(reading, goal_phrase, words, "absent")] if lost and goal_phrase is not None else []
    goal = referred(reading, spelled(reading, goal, player_phrase, receiver), player_phrase, player)
    if goal.deed in ("find out why", "find out how", "find out"):
        goal = goal.model_copy(update={"deed": "find out the truth"})  # of what is not told
    if player_phrase is not None and is_own_quarrel(reading, goal, player_phrase):
        goal = goal.model_copy(update={"verb": "end_own_quarrel"})
    if goal.deed and goal.deed.startswith("find out why") and (when := _BEFORE_THAT.search(goal.deed)):
        goal = goal.model_copy(update={"deed": goal.deed[: when.start()]})
    if goal.purpose == "solve":  # what lives under the ice is asked by those who stand on it
        places = [(phrase, site) for phrase, site in places if not (phrase.noun in _COVERS and phrase.preposition in _UNDER)]
    if goal.deed and "s's " in goal.deed:
        goal = goal.model_copy(update={"deed": re.sub(r"(?<=[a-rt-z]s)'s ", "' ", goal.deed)})
    goal = _from_within(goal, {site.noun for _, site in places})
    if (
        goal.verb == "find"
        and goal_phrase is not None
        and goal_phrase.determiner in ("a", "an")
        and (goal_phrase.noun in SETTLED or "new" in {token.word for token in goal_phrase.modifiers})
    ):
        places = [(phrase, site) for phrase, site in places if phrase is not goal_phrase]  # "a new home" is nowhere yet
    sought_vessel = goal.purpose == "find" and goal_phrase is not None and classify(goal_phrase.noun)[0] == "vehicle"
    if goal.verb == "get_back" or sought_vessel:  # what was swept away is not where one is
        places = [(phrase, site) for phrase, site in places if phrase is not goal_phrase]
    tracked = goal.verb in ("follow", "trace", "track") and goal.person
    if tracked:  # tracks are no place, nor do those who left them stand about
        places = [(phrase, site) for phrase, site in places if phrase is not goal_phrase]
        others["people"] = [one for one in others["people"] if not (goal.object or "").endswith(one.phrase)]
    others["people"] = left_at_home(goal, [one for one in others["people"] if one.noun not in _NOBODY])
    if goal.purpose == "solve":  # of the homeless it is asked who robs them: none of them goes along
        others["companions"] = [one for one in others["companions"] if one.noun not in PEOPLE]
        others["people"] = [one for one in others["people"] if not is_toy(one.phrase)]
    sought = goal.object or (goal.deed or "").partition(" ")[2]
    if goal.verb == "find" and re.match(r"(?:the|her|his|their|its) secrets?\b", sought) and (goal.deed or "").startswith("find "):
        asked = {"verb": "find_out", "deed": f"find out{(goal.deed or '')[4:]}"[:120], "purpose": "solve", "telling": "own", "object": None}
        goal = goal.model_copy(update=asked)
    if goal.purpose in ("find", "deliver") and not goal.person and of_no_body(sought):
        goal = goal.model_copy(update={"purpose": "do", "telling": "matter"})  # nobody picks up debts, or sees love lie about
    if player is not None and player.name and goal.object == player.name:
        goal = goal.model_copy(update={"object": None, "person": False})
    goal = relieved(assured(goal))
    if goal.purpose == "solve" and (asked_of := wondered(premise)) is not None:
        goal = goal.model_copy(update={"deed": asked_of})
    told = (goal.deed or "").lower()
    others["people"] = [
        one.model_copy(update={"part": "object"}) if one.part == "bystander" and _spoken_of(reading, goal, one, told) else one
        for one in others["people"]
    ]
    ranked = genres_of(reading, player_phrase, goal, goal_phrase if not goal.steps else None)  # of several parts none is the theme
    if (lesson := lesson_of(lesson_said(reading) or goal)) is not None:
        player = None if is_lesson(reading) else player
        goal, ranked = lesson, ["school", *(one for one in ranked if one not in ("school", "nature"))][:3]
    relation = (keeper or relative_of(premise)) if player is None else None
    if relation is not None and ranked[0] == "nature":  # beasts' stories are told of beasts
        ranked = [*(one for one in ranked if one != "nature"), "slice"][:3]
    age = cast("Age | None", age_of(ranked[0], ages_said(reading), ages_of_places(reading)))
    things = [
        text_of(reading, phrase)
        for phrase in reading.found
        if id(phrase) not in used
        and phrase.noun not in ABOUT
        and classify(phrase.noun)[0] not in ANIMATE | {"place", "time", "abstract", "communication", "act", "event"}
        and id(phrase) not in {id(one) for one, _ in places}
        and phrase.noun.isalpha()
        and not (name_of(reading, phrase) and somebody(reading, phrase))
        and not (is_trait(reading, phrase) or only_said(reading, phrase) or awaited(reading, phrase) or phrase.noun in lands())
    ][:6]
    gentle = is_gentle(words)
    deadline = deadline_of(reading)
    if deadline is not None and deadline.startswith(("until ", "till ")) and goal.verb == "find" and " find" in deadline:
        deadline = None  # "won't leave until I find her ring": that is the deed
    danger = danger_of(reading, player_phrase, goal.deed or "")
    coming = coming_of(deadline, danger)
    to_come = set(re.findall(r"[a-z]+", f"{deadline or ''} {danger or ''}".lower()))  # "before winter" it is not winter
    hour = hour_of([word for word in words if word not in to_come]) or hour_before(coming, to_come) or hour_of(words)
    weather = sky_of_wonder(premise) or weather_before(coming, weather_of(words, lemmas, deadline))
    season = next((SEASONS[word] for word in words if word in SEASONS and word not in to_come), None) or season_before(coming)
    assumed = [
        name
        for name, missing in (
            ("player", player is None),
            ("goal", not is_said(premise, goal)),
            ("places", not places),
            ("hour", hour is None),
            ("weather", weather is None),
            ("foe", not foes),
        )
        if missing
    ]
    draft = WorldDraft(
        premise=premise,
        genre=ranked[0],
        genres=ranked[:3],
        player=player,
        companions=[one for one in others["companions"] if not re.search(rf"\bno {re.escape(one.phrase)}\b", premise)][:4],
        foes=foes[:4],
        places=[
            *([vessel] if vessel is not None else []),
            *(
                site
                for phrase, site in places
                if (phrase is not receiver or not animate(phrase))
                and not (phrase is wanted.target and goal.verb in _BUILT)
                and (vessel is None or site.phrase != vessel.phrase)
            ),
        ][:6],
        venue=(places[-1][1] if places else None)
        if tracked
        else (held_at(reading, goal.object, places) if goal.purpose in _AWAITED and " out of " not in (goal.deed or "") else None)
        or scene_of_deed(reading, wanted, player, receiver, places, ranked[0], age),
        goal=goal if player is None else of_their_own(goal, player.name or f"the {player.phrase}", player.pronoun),
        things=[thing[:120] for thing in dict.fromkeys(things)],
        age=age,
        gentle=gentle or ranked[0] in ("fairy", "slice"),
        hour=cast("Hour | None", hour),
        weather=cast("Weather | None", weather),
        season=cast("Literal['spring', 'summer', 'autumn', 'winter'] | None", season),
        deadline=deadline,
        coming=coming,
        danger=danger,
        condition=condition_of(reading),
        traits=traits_of(reading, player_phrase),
        occasions=occasions_of(reading),
        callings=callings_of(premise, goal) if player is None else [],
        relation=relation,
        teller=teller_of(premise, goal) if player is None and relation is None else None,
        absent=[*gone, *others["absent"]][:4],
        people=others["people"][:8],
        recipient=parted(reading, receiver, words, "recipient")
        if receiver is not None and not absent(reading, receiver) and goal.verb not in _BOUGHT and wanted.goal.verb != "fetch"
        else None,
        assumed=assumed,
        not_understood=_strange(reading),
    )
    return unbroken(reading, draft)


def _as_written(reading: Reading, goal: Goal) -> Goal:
    """The goal's words with names and spellings as the premise has them."""
    return goal.model_copy(update={name: cased(reading, text) for name in ("deed", "whole", "object") if (text := getattr(goal, name))})


def _from_within(goal: Goal, around: set[str]) -> Goal:
    """Whoever is inside a submarine or a spaceship mends its engine, and nothing that stands beside them."""
    whole = re.fullmatch(r"(?:the|her|his|their|its|my|our) (?:[a-z-]+ )*([a-z]+)", goal.object or "")
    if whole is None or goal.purpose not in ("restore", "do") or whole[1] not in CLOSED & around or whole[0] not in (goal.deed or ""):
        return goal
    within = f"the engine of {whole[0]}"
    return goal.model_copy(update={"object": within, "deed": (goal.deed or "").replace(whole[0], within)[:120], "whole": None})


def _one_of_them(phrase: str) -> str:
    """The one of two rivals that the story is told from: "rival bakeries" are no one place."""
    rival, _, place = phrase.partition("rival ")
    return lemma(place, "noun") or place if not rival and place.endswith("s") else phrase


def _kept(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a place, which somebody keeps; a boat may sail by itself, and a school of fish is kept by nobody."""
    return members_of(reading, phrase) is None and not animate(phrase) and classify(phrase.noun)[0] not in ("vehicle", "plant", "celestial")


def _spoken_of(reading: Reading, goal: Goal, one: Figure, told: str) -> bool:
    """Whether the deed is about somebody: what is to be found out of them, or where one goes because they are there."""
    waits = f"where {' '.join(reading.premise.lower().split()).partition(' where ')[2]}"
    there = goal.purpose == "reach" and re.match(rf"where (?:\w+ ){{0,2}}{re.escape(one.phrase.lower())}\b", waits) is not None
    return there or (goal.purpose == "solve" and one.phrase.lower() in told)


def _is_stuff(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun tells what something is made of, or of a thing whose it is: "a piece of wood", "the only furnace belongs to her rival"."""
    told = " ".join(token.word for token in reading.tokens[max(0, phrase.start - 2) : phrase.end])
    owned = phrase.preposition is None and [token.lemma for token in reading.tokens[phrase.end : phrase.end + 1]] == ["belong"]
    return owned or PIECES.match(told) is not None


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


def _strange(reading: Reading) -> list[str]:
    """Words that nobody knows and that are no names; other scripts as written."""
    words = [
        token.written
        for token in reading.tokens
        if not (token.word.endswith("ly") and lemma(token.word[:-2], "adjective"))
        and token.written.isalpha()
        and "-" not in token.word
        and " " not in token.word
        and not known(token.word)
        and token.word not in reading.names
    ]
    foreign = re.findall(r"[^\x00-\u024f\s\u2000-\u2bff\U0001f000-\U0001ffff]+", reading.premise)
    return list(dict.fromkeys([*words, *foreign]))[:20]
