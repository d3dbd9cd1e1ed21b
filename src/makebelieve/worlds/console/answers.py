"""What somebody answers: the first of the ways to answer a kind of question that the world has something for, else that it is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from makebelieve.kit.seeds import derive_seed
from makebelieve.worlds import playing
from makebelieve.worlds.console.knowledge import Knowledge, Person, Task, named_by
from makebelieve.worlds.console.questions import Question, read, stems
from makebelieve.worlds.console.surroundings import hour, seen
from makebelieve.worlds.console.wording import capital, from_here, listed, quoted, sentence, steps, this_is
from makebelieve.worlds.playing import Situation, World

_SENTENCE: Final = re.compile(r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSt\.)(?<=[.!?])\s")
_FAILS: Final = re.compile(r"^(?:If (?:it goes wrong|you fail|this fails|you lose)|Fail,|Unless|Get it wrong)", re.IGNORECASE)
_DUE: Final = re.compile(
    r"^(?:It must be done|(?:And )?all of it|You want to be done) (?:before|until|till)\b|^It must be done by\b|, and no later\.$|"
    r"^There is a clock running\b|^You have .* longer than it is\.$",
    re.IGNORECASE,
)
_BELONGS: Final = re.compile(r" (?:of|with|in|for|to|on|that|at|from|packed|full) ")
_LEAST: Final = 0.6
"""The share of what a question is about that a fact has to hold to be told at all."""
_MOST_EXITS: Final = 4

Answer = Callable[[Knowledge, Question], str | None]


def reply(world: World, situation: Situation, event: dict[str, Any], text: str, seed: int = 0) -> str:
    """What the one asked at the terminal `event` says to `text`, after the flags that asking gives. Only what the world holds is told.

    Facts whose flags are missing do not exist. What is not known is said to be so, with what can be asked.
    """
    known = Knowledge(world, situation, event)
    question = read(text)
    for answer in _ANSWERS.get(question.kind, (_about,)):
        told = answer(known, question)
        if told:
            return told
    return f"{_UNKNOWN[derive_seed(seed, text) % len(_UNKNOWN)]} {_offer(known)}".rstrip()


_UNKNOWN: Final = ("I cannot tell you that.", "That I do not know.", "I have no answer to that.")


def _offer(known: Knowledge) -> str:
    """What can be asked here, in a sentence."""
    topics = []
    if known.tasks():
        topics.append("what to do next")
    others = [one for one in known.people if one.name != known.name and _nearest(known, one)]
    if others:
        topics.append(f"where {others[0].name} is")
    elif (away := next((place for state, place in known.places.items() if known.route(state)), None)) is not None:
        topics.append(f"the way to {away}")
    if any(_FAILS.match(fact) for fact in known.facts):
        topics.append("what happens if you fail")
    elif known.facts:
        topics.append("what else I know")
    if not topics:
        return "Ask me something else."
    return f"Ask me {', '.join(topics[:-1])} or {topics[-1]}." if len(topics) > 1 else f"Ask me {topics[0]}."


# --- the world at large -----------------------------------------------------------------------------------------------------------------


def _next(known: Knowledge, _question: Question) -> str | None:
    """The first thing left to do, and the first step to where it is done."""
    tasks = known.tasks()
    if not tasks:
        return None
    return _told(known, tasks[0])


def _told(known: Knowledge, task: Task) -> str:
    """Of what is hidden no way is told. What can be done here is told by its label, what cannot be yet by what it waits for."""
    if task.hidden or task.event is None or task.target is None:
        return sentence(task.text)
    if not task.open:
        return f"{sentence(task.text)} {_before(known, task.target) or _waits(known, task.event) or ''}".strip()
    way = known.route(task.target)
    return f"{sentence(task.text)} {from_here(way) if way else f'Here: {quoted(task.event)}.'}"


def _more(known: Knowledge, _question: Question) -> str | None:
    """What is known, a fact at a time."""
    return known.facts[known.situation.seq % len(known.facts)] if known.facts else None


def _fail(known: Knowledge, _question: Question) -> str | None:
    return next((fact for fact in known.facts if _FAILS.match(fact)), None)


def _time(known: Knowledge, _question: Question) -> str | None:
    return next((fact for fact in known.facts if _DUE.search(fact) and not _FAILS.match(fact)), None)


def _goal(known: Knowledge, question: Question) -> str | None:
    missions = known.world.get("missions") or ()
    left = _next(known, question)
    return f"You have set out on this: {sentence(missions[0]['title'])} {left or ''}".strip() if missions else None


def _secret(known: Knowledge, _question: Question) -> str | None:
    """What only whoever looks finds: that there is something, never where."""
    hidden = next((task for task in known.tasks() if task.hidden), None)
    return sentence(hidden.text) if hidden else None


def _whatever(known: Knowledge, question: Question) -> str | None:
    """Asked where "it" or "the next thing" is: what comes next."""
    return None if question.about else _next(known, question)


def _doing(known: Knowledge, _question: Question) -> str | None:
    """What can be chosen here, ways on left out."""
    ways = [event["name"] for event in known.exits()]
    open_now = [one for one in known.choices_here() if one is not known.event and one["name"] not in ways and not known.missing(one)]
    return f"Here: {listed([quoted(one) for one in open_now[:_MOST_EXITS]])}." if open_now else None


def _back(known: Knowledge, question: Question) -> str | None:
    visited = set(known.situation.visited)
    labels = [quoted(event) for event in known.exits() if event["to"] in visited]
    return f"From here: {listed(labels[:_MOST_EXITS])}." if labels else _exits(known, question)


def _exits(known: Knowledge, _question: Question) -> str | None:
    labels = [quoted(event) for event in known.exits()[:_MOST_EXITS]]
    return f"From here: {listed(labels)}." if labels else None


def _here(known: Knowledge, _question: Question) -> str | None:
    place = known.place(known.situation.state)
    return this_is(place) if place else None


# --- people -----------------------------------------------------------------------------------------------------------------------------


def _speaker(known: Knowledge, _question: Question) -> str:
    described = _SENTENCE.split(str(known.terminal["persona"]).strip())[0]
    rest = described[len(known.described) :]
    # "Bea, a girl from the ticket desk." names herself; "An old computer that hums" is told as it stands.
    if described.startswith(known.described) and (not rest or rest[0] in ",.;:("):
        name = re.sub(r"^(?:The|An?)\b", lambda match: match[0].lower(), known.name)
        return sentence(f"I am {name}{rest}")
    return sentence(described)


def _present(known: Knowledge, _question: Question) -> str | None:
    """Who else is met here."""
    here = [one.name for one in known.people if one.name != known.name and known.situation.state in one.states]
    return f"{capital(listed(here, 'and'))} {'is' if len(here) == 1 else 'are'} here too." if here else None


def _elsewhere(known: Knowledge, _question: Question) -> str | None:
    away = [one for one in known.people if one.name != known.name and known.situation.state not in one.states]
    return f"Elsewhere there {'is' if len(away) == 1 else 'are'} {listed([one.name for one in away], 'and')}." if away else None


def _player(known: Knowledge, _question: Question) -> str | None:
    """Who the player is, as the logline has it."""
    logline = str((known.world.get("story") or {}).get("logline") or "")
    match = re.match(r"(?:The )?(.+?) (?:means?|has|have) to\b", logline)
    subject = str(known.world.get("subject") or "")
    if match is None or not subject or match[1].lower() != subject.lower():
        return None
    return f"You are the {match[1]}." if logline.startswith("The ") else f"You are {match[1]}."


def _come(known: Knowledge, _question: Question) -> str:
    return "I am with you already." if len(known.event["from"]) > 1 else "I stay here. You go on."


def _who(known: Knowledge, question: Question) -> str | None:
    """Whoever can be met and is named."""
    for person in _meant(known, question):
        if person.name == known.name:
            return _speaker(known, question)
        described = _SENTENCE.split(person.persona)[0] if person.persona else None
        fact = next((fact for fact in known.facts if stems(person.name) <= stems(fact) and not _FAILS.match(fact)), None)
        first = sentence(described) if described else fact
        found = _whereabouts(known, person)
        return " ".join(part for part in (first, found) if part) or None
    return None


def _meant(known: Knowledge, question: Question) -> list[Person]:
    """Whom a question names and nothing beside: "Mara's brother" is somebody else."""
    names = named_by(question.about, {person.name: person.name for person in known.people})
    return [person for person in known.people if person.name in names and question.about <= stems(person.name)]


def _nearest(known: Knowledge, person: Person) -> list[dict[str, Any]] | None:
    """The shortest way to somebody; empty where they are here, None where there is no way yet."""
    ways = [way for state in person.states if (way := known.route(state)) is not None]
    return min(ways, key=len) if ways else None


def _whereabouts(known: Knowledge, person: Person) -> str | None:
    way = _nearest(known, person)
    if way == []:
        return f"{capital(person.name)}? Right here." if person.name != known.name else "I am right here."
    place = known.place(person.states[0])
    if way:
        return f"You find {person.name} this way. {from_here(way)}"
    return f"No way leads to {person.name} yet. {_before(known, person.states[0])}".strip() if place else None


# --- places and things ------------------------------------------------------------------------------------------------------------------


def _place(known: Knowledge, question: Question) -> str | None:
    """The way to a place that is named."""
    states = named_by(question.about, known.places)
    if question.kind != "way":
        # "The cave key" is no cave.
        states = [state for state in states if question.about <= stems(known.places[state])]
    if not states:
        return None
    if len(states) > 1:
        return f"Do you mean {listed([known.places[state] for state in states[:_MOST_EXITS]], 'or')}?"
    way = known.route(states[0])
    if way == []:
        return this_is(known.places[states[0]])
    return from_here(way) if way else f"The way there is not open yet. {_before(known, states[0])}".strip()


def _person(known: Knowledge, question: Question) -> str | None:
    return next((_whereabouts(known, person) for person in _meant(known, question)), None)


def _lying(known: Knowledge, question: Question) -> str | None:
    """Where a thing is: a fact or something left to do that holds all that is asked about, and names a place."""
    if not question.about:
        return None
    words = [stems(place) for place in known.places.values()]
    if _done(known, question):
        return "You have seen to that already."
    aim = {stem for mission in known.world.get("missions") or () for stem in stems(mission["title"])}
    texts = [fact for fact in known.facts if not _FAILS.match(fact)]
    if not question.about <= aim:
        texts += [task.text for task in known.tasks() if not task.hidden]
    for text in texts:
        held = stems(text)
        if question.about <= held and any(place and place <= held - question.about for place in words):
            return sentence(text)
    return None


def _gift(known: Knowledge, question: Question) -> str | None:
    """What something left to do is done for, where only the flag names it: how one comes by it."""
    for task in known.tasks():
        if task.hidden:
            continue
        for flag in (task.event or {}).get("grants") or ():
            name = flag.removeprefix("has_").replace("_", " ")
            # Of "a list of likely places" the places are not what is given.
            head = stems(_BELONGS.split(name)[0].split()[-1])
            if flag.startswith("has_") and head and head <= question.about <= stems(name):
                return _told(known, task)
    return None


def _done(known: Knowledge, question: Question) -> bool:
    told = [one for mission in playing.progress(known.world, known.situation) for one in mission["objectives"]]
    fits = [one for one in told if question.about <= stems(one["text"])]
    return bool(fits) and all(one["done"] for one in fits)


def _aim(known: Knowledge, question: Question) -> str | None:
    """Of what one has set out to do: what comes next."""
    missions = known.world.get("missions") or ()
    if not missions or not question.about or not question.about <= stems(missions[0]["title"]):
        return None
    left = _next(known, question)
    return f"That is what you have set out to do. {left}" if left else None


def _task(known: Knowledge, question: Question) -> str | None:
    """Something left to do that holds all that is asked about."""
    if aim := _aim(known, question):
        return aim
    fits = (task for task in known.tasks() if not task.hidden and question.about <= stems(task.text))
    task = next(fits, None) if question.about else None
    return _told(known, task) if task else None


def _choice(known: Knowledge, question: Question) -> str | None:
    """Something that can be chosen here, or what it still waits for."""
    for event in known.choices_here():
        if event is known.event or not question.about or not question.about <= stems(playing.label_of(event)):
            continue
        waits = _waits(known, event)
        if known.missing(event):
            return f"Not yet. {waits}" if waits else None
        return f"Here, and now: {quoted(event)}."
    return None


def _before(known: Knowledge, target: str) -> str:
    """What the first closed way to a place waits for, in so far as it is told."""
    for event in known.route(target, locked=True) or ():
        if known.missing(event):
            return _waits(known, event) or ""
    return ""


def _waits(known: Knowledge, event: dict[str, Any]) -> str | None:
    """What has to be done first: what is on the list, else a choice that can be reached."""
    for flag in known.missing(event):
        if (text := known.doing(flag)) is not None:
            return f"First: {sentence(text)}"
        able = known.able(flag)
        if able is not None:
            doing, state = able
            return f"First: {steps([*(known.route(state) or ()), doing])}."
    return None


# --- facts ------------------------------------------------------------------------------------------------------------------------------


def _fact(known: Knowledge, question: Question) -> str | None:
    """The fact that holds all that is asked about."""
    return next((fact for fact in known.facts if question.about and question.about <= stems(fact)), None)


def _near(known: Knowledge, question: Question) -> str | None:
    """The fact nearest to what is asked, told as all there is to tell; of failing only whoever asks is told."""
    fits = [(len(question.about & stems(fact)), -place, fact) for place, fact in enumerate(known.facts) if not _FAILS.match(fact)]
    best = max(fits, default=None)
    if best is None or not question.about or best[0] < max(1, _LEAST * len(question.about)):
        return None
    return f"I only know this: {best[2]}"


def _about(known: Knowledge, question: Question) -> str | None:
    """Whatever a question names: a fact, somebody, a task, a place."""
    for answer in (_fact, _who, _task, _choice, _place, _near):
        told = answer(known, question)
        if told:
            return told
    return None


def _said(text: str) -> Answer:
    return lambda _known, _question: text


def _offered(text: str) -> Answer:
    return lambda known, _question: f"{text} {_offer(known)}"


_ANSWERS: Final[dict[str, tuple[Answer, ...]]] = {
    "next": (_next, _more, _exits),
    "more": (_more, _next),
    "fail": (_fail,),
    "hour": (hour, _time),
    "time": (_time,),
    "goal": (_goal,),
    "secret": (_fact, _secret),
    "back": (_back,),
    "exits": (_exits,),
    "here": (_here,),
    "speaker": (_speaker,),
    "player": (_player,),
    "come": (_come,),
    "thanks": (_said("You are welcome."),),
    "bye": (_said("Go well."),),
    "hello": (_offered("Hello."),),
    "feel": (_offered("Never mind me."),),
    "topics": (_offered("Gladly."),),
    "doing": (_doing,),
    "people": (_present, _elsewhere),
    "way": (_place, _person, _aim, _choice),
    "where": (_whatever, _person, _lying, _place, _gift, seen, _near),
    "who": (_who, _fact, _gift),
    "how": (_task, _choice, _fact, _near),
    "why": (_fact, _near),
    "when": (_fact,),
}
"""The ways to answer each kind of question, the best first."""
