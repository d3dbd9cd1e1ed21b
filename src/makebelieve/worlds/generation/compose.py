"""From a draft to a world: the choices of one (draft, seed), the graph they grow, and the finished SMWorld."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from makebelieve.kit.seeds import derive_seed
from makebelieve.language import normalise
from makebelieve.worlds.generation import cast, deeds, payoffs, shapes, tables
from makebelieve.worlds.generation.account import understood
from makebelieve.worlds.generation.advice import advise
from makebelieve.worlds.generation.alongside import alongside, unfollowed
from makebelieve.worlds.generation.answers import answer_of
from makebelieve.worlds.generation.arrivals import lead_in
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.buildings import escape_from
from makebelieve.worlds.generation.callings import vague
from makebelieve.worlds.generation.casting import asks_about, cast_parts, suspected_group, suspects
from makebelieve.worlds.generation.chance import Chance
from makebelieve.worlds.generation.climates import weather_of_land
from makebelieve.worlds.generation.closings import shorten_told
from makebelieve.worlds.generation.comings import entry_of
from makebelieve.worlds.generation.conditions import can_stand
from makebelieve.worlds.generation.courses import finish, outdoors
from makebelieve.worlds.generation.crossings import shuts_doors
from makebelieve.worlds.generation.decorum import unseemly
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.engagements import play_out
from makebelieve.worlds.generation.english import capital, fill, pictorial, sentence
from makebelieve.worlds.generation.filling import filled
from makebelieve.worlds.generation.goings import look_about, tell_end
from makebelieve.worlds.generation.ground import Json
from makebelieve.worlds.generation.hours import contrary_to, usual_hour
from makebelieve.worlds.generation.items import LEAD, make_items
from makebelieve.worlds.generation.kits import among, case_of, closing, things_of
from makebelieve.worlds.generation.lacks import lacking, spared_for
from makebelieve.worlds.generation.layout import laid_out
from makebelieve.worlds.generation.limits import holds_out
from makebelieve.worlds.generation.look import Look
from makebelieve.worlds.generation.morphology import PRONOUNS, is_plural
from makebelieve.worlds.generation.naming import name_for
from makebelieve.worlds.generation.natures import embodied, fair, mark_of_foe, mark_of_goal, marks_of_goal
from makebelieve.worlds.generation.occasions import contrary_to_all, entries_of
from makebelieve.worlds.generation.openings import opened, opening_line
from makebelieve.worlds.generation.people import asked, guided, questioned, who_is_about
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.plots import asked_of, genre_of, items_of, plot_of, told_by
from makebelieve.worlds.generation.prose import HOURS, Scenery, fitting
from makebelieve.worlds.generation.reminders import conclude, pressing, remind, spared_by, traits_of
from makebelieve.worlds.generation.returns import retell_returns
from makebelieve.worlds.generation.routes import is_done_here, route_of
from makebelieve.worlds.generation.showing import begins, ends, hold_back, ply, show_all
from makebelieve.worlds.generation.skies import weather_through
from makebelieve.worlds.generation.solitude import solitude_of
from makebelieve.worlds.generation.stakes import stake_of
from makebelieve.worlds.generation.standing import stand
from makebelieve.worlds.generation.steps import take_steps
from makebelieve.worlds.generation.subjects import class_of_deed, people
from makebelieve.worlds.generation.surroundings import (
    at_home,
    cleared,
    either,
    foreign_in,
    foreign_to,
    marks_of_setting,
    setting_of,
    things_at_home,
)
from makebelieve.worlds.generation.topics import subjects_of
from makebelieve.worlds.generation.twice import one_spot
from makebelieve.worlds.generation.wholes import fronted, shorten

_THINGS: Final = {"stone": "stone", "old": "old", "steam": "town", "now": "now", "far": "far"}
"""Age -> the company of things that it leaves about."""
_NIGHTLY: Final = frozenset(("horror", "noir", "heist", "spy", "cyberpunk", "victorian"))
_PRESSING: Final = frozenset(("rescue", "escape", "survive", "protect"))  # what nobody puts off to another day
_DARK: Final = ("dusk", "night", "night", "dawn")
_BRIGHT: Final = ("dawn", "morning", "morning", "noon", "afternoon", "afternoon")
"""Hours to begin at, where the premise states none."""
_SOON: Final = re.compile(r"\b(?:today|tonight|tomorrow|in (?:an?|one|two|ten|five) (?:hours?|minutes?))\b", re.IGNORECASE)
_WILD: Final = frozenset(("survival", "nature", "jungle", "postapoc", "pirate", "sea", "war", "western"))
"""Genres in which one is out in the open, and found or not."""


def compose(draft: WorldDraft, seed: int, pov: str, look: Look | None = None) -> Json:
    """The world of a draft. Raises KeyError for a genre or a point of view that the tables lack."""
    draft, chance = unfollowed(draft), Chance(derive_seed(seed, f"world:{draft.premise}"))
    genre = tables.read_all("genres")[draft.genre]
    era = draft.age or genre.one("era", "now")
    shape, goal = shapes.chosen(draft, genre, chance)
    draft = draft.model_copy(update={"goal": goal})
    plot = tables.read_all("plots")["solve_crime"] if suspected_group(draft) else plot_of(draft, goal, chance)
    age = frozenset((era, "gentle" if draft.gentle else "stern"))
    if plot is not None:
        shape = shapes.of_plot(plot, shape, age | ({mark_of_goal(goal, goal.object)} if goal.object else set()), chance)
        genre = genre_of(plot, genre, age)
        sought = set((goal.object or "").lower().split()) - {"the", "a", "an"}
        heroes = [
            hero for hero in fitting(plot.items("hero"), age) if not sought & set(hero.lower().split())
        ]  # no ghost scares off the ghost
        fit = draft.callings if plot.items("purposes") and not vague() & set(draft.callings) else []  # any deed's plot knows nobody better
        draft = draft.model_copy(update={"callings": fit or heroes or draft.callings})
        if plot.items("hearer") and (hearer := draft.recipient) is not None:  # the truth is told of by whom it is told to
            whom = hearer.name or f"{hearer.owner or 'the'} {hearer.phrase}"
            goal = goal.model_copy(update={"object": whom, "person": True, "plural": hearer.plural, "telling": "like"})
            draft = draft.model_copy(update={"goal": goal, "recipient": None})
    if oneself := draft.relation or draft.teller:
        draft = draft.model_copy(update={"callings": [oneself]})
    # A bakery that is opened is no thing on a table: its story ends where it began, in its own rooms.
    venue = goal.purpose == "restore" and any(site.phrase.lower() == bare(goal.object or "").lower() for site in draft.places)
    if plot is None or not plot.items("shapes"):
        shape = "loop" if venue or is_done_here(draft, goal, shape) else shape
    route = route_of(draft, plot, shape, chance, taken := set[str]())
    route.stated = [finish(place, draft) for place in route.stated]
    shape, places = route.shape, route.stated
    if deep := bool(places) and all(place.air == "sea" for place in places):  # no badger is met on the bed of the sea
        genre = tables.Entry(genre.title, genre.rows | tables.read("undersea")["cast"].rows)
    player = embodied(cast.player(draft, genre, chance), chance)
    places = filled(route, draft, chance, taken)
    places = outdoors(places, draft, taken) if shape == "race" else places
    if len(places) < shapes.PLACES[shape]:  # no vessel has more rooms than it has
        shape = next((one for one in ("hub", "loop", "work") if shapes.PLACES[one] <= len(places)), shape)
    fixed = route.stated[:1] if shape in shapes.ROUND and not route.at_end else route.stated
    places = laid_out(places, shape, frozenset(one.id for one in fixed), elsewhere=route.elsewhere)
    places = places[: shapes.PLACES[shape] + (route.elsewhere and shape == "work")] if shape != "escape" else places
    genre, here = (genre, {}) if deep else who_is_about(genre, draft, era, places, player.role)
    draft = cast_parts(draft, shape)
    helpers = [
        embodied(one, chance) for one in cast.allies(draft.model_copy(update={"companions": asked(draft, shape)}), genre, chance, here)
    ]
    if goal.purpose == "unite" and goal.object is None:
        goal = goal.model_copy(update={"object": helpers[-1].short, "person": True})
        draft = draft.model_copy(update={"goal": goal})
        helpers = helpers[:-1]
    solitude = solitude_of(draft, places, shape)
    helpers = [one for one in helpers if one.stated] if solitude.everywhere else helpers
    foreign = foreign_in(draft.premise, setting_of(route.stated, era))
    foreign = either(foreign, foreign_to("alone")) if solitude.everywhere or solitude.indoors else foreign
    genre = tables.Entry(genre.title, genre.rows | {"foe": at_home(genre.items("foe"), foreign)})
    foe = cast.foe(draft, genre, chance)
    if (foe.short in (player.short, goal.object) or cast.same(foe, player)) and goal.purpose != "defeat":
        barred = (player.short, goal.object, foe.short)
        others_ = tuple(row for row in genre.items("foe") if row.split("::")[0].strip() not in barred)
        foe = cast.foe(
            draft.model_copy(update={"foes": []}), tables.Entry(genre.title, genre.rows | {"foe": others_ or genre.items("foe")}), chance
        )
    if draft.player is None:
        foe, helpers = cast.owned(foe, player.pronoun), [cast.owned(one, player.pronoun) for one in helpers]
    helpers = guided([one for one in helpers if one.short not in (player.short, foe.short, goal.object)], draft, places[0])
    helpers = questioned(helpers, places) if shape == "mystery" else helpers
    helpers = suspects(draft, helpers, chance) if helpers else helpers
    places = [cleared(one, foreign) for one in places]
    occasions = [entry for entry in entries_of(draft.occasions) if not entry.items("ages") or era in entry.words("ages")]
    hour = HOURS.index(draft.hour or (look.hour if look else _usual_hour(draft, plot, occasions, places, chance)))
    weather = (
        (plot.one("weather") if plot is not None else "")
        or draft.weather
        or (  # none who brings rain stands in it
            "clear" if setting_of(places, era) in ("space", "sea") else _usual_weather(draft, occasions, places, chance)
        )
    )
    scenery = Scenery(
        player, pov, genre.one("lamp", "candle"), weather, draft.season, chance, era,
        _company(draft, genre), draft.gentle, draft.weather is not None or draft.season == "winter", draft.hour is not None, usual_hour(draft.premise, ()) is not None,
    )  # fmt: skip
    purpose = goal.purpose
    object_ = pictorial(goal.object or "")
    if object_.startswith("their ") and re.search(r"\b(?:[Mm]y|[Oo]ur|[Yy]our)\b", draft.premise):  # "my ex-wife", said of the player
        object_ = f"{PRONOUNS[player.pronoun][2]} {object_.removeprefix('their ')}"
    if not object_ and goal.verb == "find" and purpose == "do" and goal.deed:
        object_ = goal.deed.partition(" ")[2]  # not read as a phrase, and found all the same
    if not object_ and purpose == "do":
        said = deeds.object_said(goal) if goal.stated else ""
        object_ = said or deeds.bare_object(goal) or places[0].name  # said nowhere: what is done has its own words
    if not object_ and goal.stated and goal.deed:
        object_ = deeds.object_said(goal) or places[0].name
    if not object_:
        object_ = places[0].name if purpose in ("survive", "protect", "reach") else pictorial(chance.pick(genre.items("prize"), "prize"))
    mine = re.search(r"\b(?:my|our|your)\b", object_) is not None
    to_you = _yours(deeds.yours(object_, player.pronoun), player.pronoun) if mine else ""
    object_ = deeds.theirs(object_, player.pronoun)  # "the cake of my grandmother's childhood", "my gloves" of "find my gloves"
    if purpose == "solve" and goal.object is None and goal.deed is None:
        object_ = f"the theft of {object_}"
    if shape == "escape":
        places = escape_from(places, object_, goal.deed or "")
    places = fronted(places, taken, afar=purpose in ("reach", "deliver"))
    seen, told = deeds.words_of(goal, player.pronoun, object_)
    scenery.seen |= {
        "goal": object_,
        "Goalcap": capital(object_),
        **{name: text if name.lower() in ("whole_deed", "all_deeds") else pictorial(text) for name, text in seen.items()},
    }
    to_you = to_you or _yours(object_, player.pronoun)
    scenery.told |= {"goal": to_you, "Goalcap": capital(to_you), "P": "you", "you_goal": to_you, **told}
    if goal.plural or (goal.object is None and is_plural(object_)):
        scenery.plurals.add("goal")
    if goal.deed is not None:
        shorten_told(scenery.told, draft, player.pronoun, plural="goal" in scenery.plurals)
    if foe.plural:
        scenery.plurals.add("foe")
    foe = fair(foe, player)
    occasions, front = alongside(draft, None if foe.absent else (foe.short, foe.plural), occasions)
    if front:
        foe = replace(foe, look=chance.pick(front, "front"))
    denied = contrary_to_all(occasions)
    scenery.marks |= {mark_of_foe(foe), *marks_of_goal(goal, object_), "goal_many" if "goal" in scenery.plurals else "goal_one"}
    scenery.marks |= {
        "wilds" if draft.genre in _WILD else "roofs",
        *marks_of_setting(draft.premise, setting_of(places, era)),
        *(("shut",) if shuts_doors(genre.title, purpose, draft.premise) else ()),
        *(() if draft.deadline or draft.danger or purpose in _PRESSING or _SOON.search(draft.premise) else ("unhurried",)),
        *(() if helpers else ("ally_none",)),
        *(("love",) if draft.genre == "romance" or shapes.HEARTS & set(object_.split()) else ()),
    }
    own = goal.telling in ("own", "made") and purpose != "do"
    row = "do" if not own else "contest" if purpose == "win" and shape != "race" else "open" if venue else "build" if goal.made else purpose
    traits = traits_of(draft)
    scenery.denied = denied
    scenery.spared = either(either(either(spared_by(traits), either(foreign, denied)), spared_for(draft)), unseemly(draft))
    scenery.occasions = tuple(occasions)
    scenery.coming = entry_of(draft.coming)
    scenery.contrary = contrary_to(HOURS[hour], weather, f"{draft.premise} {draft.coming}", plot)
    scenery.seen |= deeds.pronouns_of(goal, object_)
    subjects = subjects_of(draft, goal, object_, scenery.told["goal"], "goal" in scenery.plurals)
    if goal.purpose == "solve":  # an answer is no thing that lies about
        subjects = [one for one in subjects if "truth" not in one.phrase.split()]
        subjects = subjects[asks_about(goal) and bool(subjects) and people(subjects[0]) and subjects[0].wanted :]  # who is only spoken of
    deed = class_of_deed(goal)
    deed = "find" if deed == "move" and subjects and subjects[0].wanted and subjects[0].way == "gone" else deed  # it is not there yet
    works = things_at_home(items_of(plot, scenery.marks, "apply", chance), either(foreign, denied), scenery.marks, 3)
    asked_ = "" if shape == "mystery" else scenery.told["whole_deed"]
    answer = answer_of(goal, asked_, scenery.marks, chance, draft.premise, draft.genre, peopled=len(helpers) > 1)
    works.sort(key=lambda one: LEAD not in one.lesson)
    works = works if answer is not None else [one for one in works if LEAD not in one.lesson]
    barring = things_at_home([*items_of(plot, scenery.marks, "block", chance), *make_items(genre, chance)], foreign, scenery.marks)
    whole = plot is not None and bool(plot.items("kit"))  # what it takes is all told by the plot
    spare = [] if whole or shape in ("mystery", "heist", "survival", "escape") else subjects  # nobody plans a theft that is done
    sites = places[:2] if shape in shapes.ROUND else places[-2:]
    spare = [one for one in spare if one.person or any(can_stand(one.head, place) for place in sites)]  # no boat is stowed in a street
    if purpose == "solve" and len(works) > 1 and shape not in shapes.ROUND:
        spare = []  # what is to be found out about is asked and written down, and nothing is done to it
    worked = shape in shapes.ROUND - {"loop"} and len(works) >= asked_of(plot)
    kit = things_of(
        spare, deed, scenery.marks, [one.phrase for one in (*works, *barring)], chance, 2 if foreign is None else 4, worked=worked
    )
    kit, works = lacking(draft, shape, things_at_home(kit, foreign, scenery.marks, 0)[:2], works)  # nobody swims with a walking stick
    kit = kit[:2]
    if shape not in shapes.ROUND - {"loop"}:
        kit = closing(kit, works, shape, scenery.marks, chance)
    builder = Builder(
        scenery, chance, genre, purpose, foe, helpers, barring, places,
        deeds.worded(told_by(tables.read("goals")[row], plot), goal), "goal_person" in scenery.marks,
        stake_of(draft, goal, scenery, genre, plot), hour,
        answer=answer, works=works, own=kit, ahead=(deed == "move" or purpose == "reach") and shape != "heist", case=case_of(subjects, goal.deed or object_), traits=[*traits, *occasions, *pressing(draft, player.pronoun)], matter=not goal.person and (goal.telling == "matter" or not goal.object),
    )  # fmt: skip
    builder.lasting, builder.solitude = holds_out(draft), solitude
    builder.asks = asked_of(plot)
    shape = "hub" if shape == "work" and len(builder.works) < builder.asks and len(places) > shapes.LAST["hub"] else shape
    lead_in(builder, goal, shape, shapes.LAST[shape])
    if shape in shapes.ROUND - {"loop"} or shape == "survival":  # what they gather is put to use where it is needed
        builder.works, builder.items, builder.own = among(kit, works, barring, shape)
    builder.elsewhere = route.elsewhere and shape == "work"
    builder.returning = shape in shapes.ROUND - {"loop"} and not builder.elsewhere
    builder.settle(shape, whole)
    entrance = shapes.SHAPES[shape](builder)
    take_steps(builder, goal, entrance, shape)
    advise(builder)
    last = next(event["from"][0] for event in builder.events if "done" in event.get("grants", ()))
    remind(builder, draft, last)
    stand(builder, draft, entrance, last)
    if whole and (others := [one for one in subjects if not one.wanted]):
        begins(builder, others, entrance, deed)
    if whole and purpose == "win" and subjects and subjects[0].condition == "absent":  # the prize
        ends(builder, subjects[0], deed, lost=False)
    elif not whole:
        show_all(builder, subjects, entrance, deed)
    conclude(builder, draft)
    ply(builder, entrance)
    look_about(builder, entrance)
    retell_returns(builder, entrance)
    play_out(builder, draft, entrance, last)
    hold_back(builder, subjects, entrance)
    one_spot(builder, draft, subjects)
    shorten(builder, subjects)
    payoffs.pay_off(builder, draft, entrance, last)
    tell_end(builder)
    return _finished(draft, builder, entrance, shape, look, seed, pov)


def _company(draft: WorldDraft, genre: tables.Entry) -> tuple[str, ...]:
    """The company of things that lie about: the genre's, or that of the age where the premise has another."""
    return (_THINGS[draft.age],) if draft.age in _THINGS else tuple(genre.items("props")[0].split())


def _usual_hour(draft: WorldDraft, plot: tables.Entry | None, occasions: list[tables.Entry], places: list[Place], chance: Chance) -> str:
    """An hour for what goes on and what the premise tells of, and else for the plot; where neither has one, for the genre."""
    of_plot = plot.words("hours") if plot is not None else frozenset()
    of_occasions = frozenset(hour for entry in occasions for hour in entry.words("hours"))
    usually = usual_hour(draft.premise, [place.entry.title for place in places if place.stated])
    if usually is not None and (not of_occasions or usually in of_occasions):
        return usually
    usual = of_plot & of_occasions or of_occasions or of_plot
    return chance.pick(sorted(usual or (_DARK if draft.genre in _NIGHTLY else _BRIGHT)), "hour")


def _usual_weather(draft: WorldDraft, occasions: list[tables.Entry], places: list[Place], chance: Chance) -> str:
    """A weather that goes with the season and with what goes on: no rain on a wildfire."""
    if draft.season == "winter":
        return "snow"
    if through := weather_through(draft.premise):
        return through
    fitting_ = sorted({weather for entry in occasions for weather in entry.words("weather")})
    of_land = weather_of_land(place.entry.title for place in places if place.stated)
    if of_land:
        fitting_ = sorted({*fitting_} & {*of_land}) or [one for one in of_land if one != "storm" or not draft.gentle]
    return chance.pick(fitting_ or ("clear", "clear", "clear", "cloud", "wind", "rain", "fog"), "weather")


def _yours(text: str, pronoun: str) -> str:
    """Said to the player: 'her lost brother' -> 'your lost brother'; what is another's stays his."""
    return re.sub(rf"^(?:{PRONOUNS[pronoun][2]}|their|my|our)\b", "your", text)


def _finished(draft: WorldDraft, b: Builder, entrance: str, shape: str, look: Look | None, seed: int, pov: str) -> Json:
    scenery, chance = b.scenery, b.chance
    words = b.words() | {"goal": scenery.seen["goal"]}
    first = b.states[entrance]
    premise = opening_line(draft)
    said = opened(premise, scenery.player.short, scenery.player.pronoun) if draft.player is not None else premise
    stake = scenery.narrate(chance.pick(tables.read("stages")["stake"].items("told"), "stake"), stake=b.stake) if b.stake else ""
    first["narration"] = f"{said} {stake}".strip()
    if look is not None:
        b.feature(entrance, look.sentence())
    many = frozenset(scenery.plurals | ({"P"} if scenery.player.plural else set()))
    line = fill(b.goal_row.one("line"), scenery.seen | words | {"P": scenery.player.full}, many)
    described = f"{premise} {sentence(f'A world of {len(b.states)} scenes, from {b.places[0].name} on')}"
    quest = scenery.label(chance.pick(b.goal_row.items("quest"), "quest"), **b.words())
    objectives = [
        {"id": one.id, "text": sentence(one.text), "location": one.location, "grants": one.grants, "requires": one.requires}
        | ({"lockedHint": one.hint} if one.hint else {})
        for one in b.objectives
    ]
    missions: list[Json] = [{"id": "main", "title": capital(quest), "objectives": objectives, "complete": "done"}]
    if b.secret:
        place = next(event["from"][0] for event in b.events if event.get("grants") == ["truth"])
        told = tables.read("stages")["truth"]
        objective = {
            "id": "truth",
            "text": sentence(fill(chance.pick(told.items("objective"), "truth"), {"at": b.place_of[place].at})),
            "location": place,
            "grants": "truth",
            "requires": [],
        }
        missions.append(
            {
                "id": "truth",
                "title": fill(chance.pick(told.items("title"), "truth"), {"at": b.place_of[place].at}),
                "objectives": [objective],
                "complete": "truth",
            }
        )
    return {
        "id": world_id(draft, seed),
        "schemaVersion": "1.0",
        "name": name_for(draft, b),
        "description": described[:600],
        "cover": None,
        "entrance": {"state": entrance},
        "scene": {"states": b.states, "events": b.events},
        "story": {
            "logline": sentence(line),
            "arc": [arc for arc, _, _ in b.beats],
            "beats": [{"summary": summary, "arc": arc, "states": states} for arc, summary, states in b.beats],
        },
        "missions": missions,
        "sequences": [{"id": "opening", "title": "Opening", "beats": [{"state": entrance, "dwell": "input"}]}],
        "cutscenes": b.cutscenes,
        "narrate": True,
        "subject": scenery.player.full.removeprefix("the "),
        "styleTail": genre_style(b.genre, look),
        "metadata": {
            "seed": seed,
            "pov": pov,
            "provider": draft.provider,
            "understood": understood(draft, shape, b),
            "sites": {key: place.entry.title for key, place in b.place_of.items() if key in b.states},
            **({"look": look.as_dict()} if look else {}),
            **({"note": draft.note} if draft.note else {}),
        },
    }


def world_id(draft: WorldDraft, seed: int) -> str:
    """The id of a world before it is kept: of its premise and seed."""
    return f"world-{derive_seed(seed, normalise(draft.premise)[:2000]):08x}"


def genre_style(genre: tables.Entry, look: Look | None) -> str:
    """How all pictures of a world are to look."""
    style = genre.one("style")
    return f"{style}; palette {', '.join(look.colors())}" if look else style
