"""The shape of a mystery: a scene, places with traces, people with answers, and one chance to say a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import permutations
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.cast import Part
from makebelieve.worlds.generation.english import capital, listed
from makebelieve.worlds.generation.footing import spot
from makebelieve.worlds.generation.journeys import begin
from makebelieve.worlds.generation.natures import mark_of_ally
from makebelieve.worlds.generation.places import Place, bare
from makebelieve.worlds.generation.prose import fitting

_MANAGED: Final = re.compile(r"(?:In the end you|You(?: have)?) (?:managed to [^.]*|have done it|did it)\. ?")
"""What goes without saying once the name is told."""
_DENIED: Final = (
    "The name hangs in the air. {who} looks more tired than afraid.",
    "You say it, and hear how it sounds. {who} only says no, slowly.",
    "You have said it, and nobody takes it up. {who} looks at you for a long time.",
    "It is very quiet. {who} says one word, and it is the truth.",
)
"""What is told when the wrong one is named."""


_ONGOING: Final = re.compile(r"\b(?:(?:is|are|keeps?|(?:has|have) been) [a-z]+ing|every|each)\b")
"""What goes on has no one hour."""
_THEFT: Final = re.compile(
    r"\b(?:st[eo]al\w*|stole|stolen|thefts?|thie(?:f|ves)|t[ao]kes?|taking|taken|took|rob\w*|burgl\w*|swap\w*|switched|pinch\w*)\b"
)
_EATEN: Final = re.compile(r"\b(?:ate|eat\w*|drank|drink\w*|nibbl\w*)\b")
_SEEN: Final = (
    ("poison", re.compile(r"\bpoison")),
    ("fire", re.compile(r"\b(?:set fire|on fire|burn|arson)")),
    ("eaten", _EATEN),
    ("killed", re.compile(r"\b(?:kill|murder|strangl|stabb)")),
    ("broken", re.compile(r"\b(?:broke|break|smash|wreck|destroy)")),
    ("loosed", re.compile(r"\b(?:lets?|letting) .*(?:out|loose)\b")),
)
"""What shows of a crime where it happened."""


def _when(deed: str) -> str:
    return "the last time it happened" if _ONGOING.search(deed) else "when it happened"


def _whereabouts(one: Part, place: Place, when: str, *, guilty: bool) -> str:
    """What another one can say of a suspect: where they were, or that nobody saw whoever did it."""
    name, be = capital(one.short), "were" if one.plural else "was"
    return f"Nobody can say where {one.short} {be} {when}." if guilty else f"{name} {be} {place.at} {when}."


def _seen_at(one: Part, place: Place, when: str) -> str:
    """What clears a suspect: where others saw them."""
    name, be = capital(one.short), "were" if one.plural else "was"
    return f"{name} {be} {place.at} {when}, and others were there too"


def letter_of(names: list[str], at: int) -> str:
    """The letter that the name of one of several begins with; "" where it tells nobody apart, or would be read as a word."""
    letters = [name.split()[-1][:1].upper() for name in names]
    return letters[at] if letters.count(letters[at]) == 1 and letters[at] not in ("A", "I") else ""


_KIND: Final = re.compile(
    r"\b(?:writ\w*|wrote|leav\w*|left|send\w*|sent|giv\w*|gave|bring\w*|brought|knit\w*|paint\w*|draw\w*|plant\w*) .*"
    r"\b(?:love|poems?|verses?|flowers?|roses?|gifts?|presents?|cakes?|feathers?|valentines?|bouquets?|compliments?|songs?|scarves|biscuits|sweets)\b"
)
"""What is meant well, and is no crime."""


def _marks(deed: str) -> tuple[str, ...]:
    if _KIND.search(deed):
        return ("kind",)
    return ("theft",) if _THEFT.search(deed) else ("eaten",) if _EATEN.search(deed) else ("harm",)


def _in_its_words(b: Builder, name: str) -> str:
    """Who did it, in the words of the question: "It was Rosalie who ate the wedding cake"."""
    asked = re.match(
        r"[a-z ]+? (?:who|which (?:one )?of (?:the|my|our|your|his|her|their|these|those) (?:[\w'-]+ )*?[\w-]+s|which [\w-]+)(?: really)? (.+)$",
        b.scenery.told["whole_deed"].rstrip(" .,"),
    )
    did = asked[1] if asked and not re.match(r"(?:the|an?|my|your|his|her) |(?:is|was)$", asked[1]) else "did it"
    still = re.match(r"(?:is|are|has|have|keeps?|(?!was\b)[a-z]+s) ", did) is not None
    return f"It {'is' if still else 'was'} {name} who {did}."


def _show_crime(b: Builder, scene: str) -> None:
    """What it was done with, or what is left of it."""
    deed, rows = b.scenery.told["whole_deed"].lower(), tables.read("stages")["crime"]
    kind = next((name for name, words in _SEEN if words.search(deed)), None)
    if kind == "poison":
        done_to = deed.partition("poison")[2].split(" at ")[0].split(" in ")[0].split(" of ")[0].split()
        sort = classify(lemma(done_to[-1], "noun") or done_to[-1])[0] if done_to else "person"
        kind = "poison_plant" if sort == "plant" else "poison_beast" if sort == "creature" else "poison_person"
    if kind is not None:
        b.feature(scene, b.scenery.parted(b.scenery.pick(rows.items(kind), "crime"), b.place_of[scene]))


_LED_AWAY: Final = re.compile(r"\b(?:is empty|led away|goe?s? off)\b")
"""Endings in which whoever did it has gone already."""


def _show_guilty(b: Builder, key: str, one: Part) -> None:
    """Whoever did it stands there in the ending that names them."""
    if _LED_AWAY.search(b.states[key]["base"]):
        return
    if one.plural:
        b.scenery.plurals.add("guilty")
    frame = b.scenery.pick(tables.read("stages")["called"].items("guilty"), "guilty", b.place_of[key], mark_of_ally(one))
    b.feature(key, b.scenery.parted(frame, b.place_of[key], guilty=one.short))


def _at_home(some: Iterable[Part], places: list[Place]) -> int:
    """How many of those who are questioned are met where they are at home."""
    return sum(bool(one.kinds & {place.entry.title}) for one, place in zip(some, places, strict=False))


def mystery(b: Builder) -> str:
    """A scene, places with traces and people with answers, and one chance to say a name."""
    p, chance = list(b.places), b.chance
    stages = tables.read("stages")
    dry = [at for at in range(1, len(p)) if p[at].air == "inside"] or [at for at in range(1, len(p)) if p[at].air == p[0].air]
    if dry and 5 not in dry:  # a room to call everybody together in
        p[5], p[dry[-1]] = p[dry[-1]], p[5]
    if p[0].stated or p[0].air == "inside":  # where it happened it is cleared up, and in no lift
        p[5] = p[0]
    scene = begin(b)
    sites = [b.room(p[1 + at], later=at // 2) for at in range(4)]
    hall = b.room(p[5], later=3)
    suspects = list(max(permutations(b.allies[1:4]), key=lambda some: _at_home(some, p[1:4])))
    guilty = chance.below(3, "guilty")
    others = [at for at in range(3) if at != guilty]
    beasts = "beast" in b.scenery.marks
    deed = b.scenery.told["whole_deed"]
    when, marks = _when(deed), _marks(deed)
    usual = stages["suspect_beast" if beasts else "suspect"]
    case = {row: fitting(b.case.items(row), b.scenery.marks | {*marks}) for row in ("motive", "clue")}
    case = {row: () if beasts else case[row] for row in case}
    several = fitting(usual.items("motive"), b.scenery.marks | {*marks})
    motives_ = (
        several
        if "kind" in marks
        else case["motive"]
        if len(case["motive"]) > 2
        else (*case["motive"], *(one for one in several if one not in case["motive"]))
    )
    case = {"motive": motives_, "clue": case["clue"] or usual.items("clue"), "place": usual.items("place")}
    letter = letter_of([one.short for one in suspects], guilty)
    _show_crime(b, scene)
    motives = [b.scenery.pick(case["motive"], "motive", None, mark_of_ally(one)) for one in suspects]
    b.step(scene, sites[0])
    b.step(scene, sites[1])
    b.step(sites[0], sites[2])
    b.step(chance.pick((scene, sites[1]), "fourth site"), sites[3])
    found: list[str] = []
    for number, (who, kind) in enumerate(((guilty, "clue"), (guilty, "clue"), (others[0], "clear"), (others[1], "clear"))):
        key = (sites[chance.pick((0, 1), "clue place")], sites[2], sites[3], sites[1])[number]
        flag = f"clue_{number + 1}"
        hold = spot(b.hold(key))
        name = suspects[who].short
        if kind == "clue":
            home = p[1 + who]
            trace = b.scenery.pick(case["clue" if number == 0 and letter else "place"], kind, None, mark_of_ally(suspects[who]))
            trace = trace.replace("{letter}", letter).replace("{place}", home.name).replace("{at}", home.at)
        else:  # the same that one of the others says of them
            trace = _seen_at(suspects[who], p[1 + (who + 1) % 3], when)
        turn = tables.read("turns")["trace" if kind == "clue" else "alibi"]
        b.event(
            "override", key, b.beat(key, "search", "label", "search", "near", hold=hold), b.scenery.pixels(b.scenery.pick(turn.items("base"), "trace"), hold=hold, trace=trace),
            b.scenery.narrate(b.scenery.pick(turn.items("tell"), "trace tell"), trace=trace, tracecap=capital(trace), who=name), oneShot=True, grants=[flag],
            anchor={"label": bare(hold), "minProximity": 0.15},
        )  # fmt: skip
        if kind == "clue":
            found.append(flag)
            b.objective(flag, f"Look for traces {b.place_of[key].at}", key, None)
    for number, person in enumerate(suspects):
        about, other = (number + 1) % 3, (number + 2) % 3
        of = suspects[about]
        known = (
            f"{capital(of.short)} {'say' if of.plural else 'says'} less than the others."
            if about == guilty
            else f"{capital(of.short)} {motives[about]}."
        )
        b.talk(sites[number], person, [(known, []), (_whereabouts(suspects[other], p[1 + number], when, guilty=other == guilty), [])])
    reasons = tuple(row.replace("{motive}", motives[guilty]) for row in stages["motive"].items("beasts" if beasts else "people"))
    indoors = [key for key in (sites[3], scene) if b.place_of[key].air == "inside"]
    b.hide_secret(chance.pick(indoors or (sites[3], scene), "secret place"), reasons)
    words = b.words()
    told = b.scenery.narrate("You have traces enough. Everybody is called together {at}, and nobody may leave.", at=p[5].at)
    b.step(
        scene,
        hall,
        back=False,
        requires=found,
        label=f"Call everybody together {p[5].at}",
        told=told,
        hint="You have a feeling, not a case. Two good traces would do it.",
    )
    b.wait_longer(hall, scene)
    b.feature(hall, b.scenery.parted(b.scenery.pick(b.goal_row.items("hint"), "hint of goal"), b.place_of[hall], **words))
    called = b.scenery.pick(stages["called"].items("beasts" if beasts else "people"), "called", p[5])
    b.feature(hall, b.scenery.parted(called, p[5], suspects=listed([one.short for one in suspects])))
    lost = b.ending("lose", p[5])
    win = b.ending("win", p[5])
    best = b.ending("best", p[5], extra=b.secret[2] if b.secret else None)
    for key in (win, best):  # the answer is said in so many words
        why = f" {capital(suspects[guilty].short)} {motives[guilty]}." if key == best else ""
        told = f"{_in_its_words(b, suspects[guilty].short)}{why} {_MANAGED.sub('', b.states[key]['narration'])}"
        b.states[key]["narration"] = b.states[key]["ending"]["subtitle"] = told
        _show_guilty(b, key, suspects[guilty])
    for number, person in enumerate(suspects):
        label = b.scenery.pick(stages["accuse"].items("label"), f"accuse {number}").replace("{who}", person.short)
        base = b.scenery.pixels(b.scenery.pick(stages["accuse"].items("base"), "accuse"), who=person.short)
        if number != guilty:
            b.event(
                "transition",
                hall,
                label,
                base,
                _DENIED[number % len(_DENIED)].format(who=capital(person.short)),
                to=lost,
            )
            continue
        b.event(
            "transition",
            hall,
            label,
            base,
            f"You say the name, and {person.short} does not even ask why.",
            to=b.cut(hall, win),
            grants=["done"],
        )
        b.event(
            "transition", hall, f"Name {person.short}, and say why", base, "", to=best,
            requires=["truth"], lockedHint="You do not know yet why it was done.", grants=["done"],
        )  # fmt: skip
    b.objective("done", "Name the one who did it", hall, found)
    b.note("beginning", f"It happened {p[0].at}", [scene])
    b.note("middle", f"Traces lead to {p[1].name}, {p[2].name} and {p[3].name}", sites)
    b.note("end", f"Everybody is called together {p[5].at}", [hall])
    return scene
