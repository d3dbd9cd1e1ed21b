"""Lets a premise be played: each thing, being and claim of it that the plot leaves aside gets a choice in the premise's own words.

What is said of a thing is seen or heard, a letter is read, a truck is looked over; what the deed is done with is made ready before it (`means`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from makebelieve.language import Phrase, classify
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.absences import absent
from makebelieve.worlds.generation.affordances import (
    BROKEN,
    SEEKING,
    Stage,
    add_choice,
    class_of,
    is_goal,
    is_many,
    is_place,
    is_played,
    is_shown,
    is_studied,
    kind_of,
    room_for,
    words_of,
)
from makebelieve.worlds.generation.attending import only_claimed
from makebelieve.worlds.generation.builder import Builder
from makebelieve.worlds.generation.claims import Claim, claims_of
from makebelieve.worlds.generation.clauses import same_as, word_set
from makebelieve.worlds.generation.deeds import theirs, yours
from makebelieve.worlds.generation.draft import WorldDraft
from makebelieve.worlds.generation.english import capital, pictorial, slug
from makebelieve.worlds.generation.happenings import happenings
from makebelieve.worlds.generation.hardships import hardship_of
from makebelieve.worlds.generation.heroes import player_of
from makebelieve.worlds.generation.means import CARRYING, make_ready
from makebelieve.worlds.generation.mentions import Mention, count, mentioned, put, shows, written
from makebelieve.worlds.generation.morphology import plural
from makebelieve.worlds.generation.natures import head_of
from makebelieve.worlds.generation.particulars import content_of, said_of
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.prose import fitting
from makebelieve.worlds.generation.reading import before, lead, name_of, somebody
from makebelieve.worlds.generation.sparing import without
from makebelieve.worlds.generation.tellings import read
from makebelieve.worlds.generation.verbs import third

MOST: Final = 6
"""Choices that one world gets in this way."""
_CLAIMS: Final = 3
_SHUT: Final = re.compile(r"\b(?:locked|closed|shut|sealed|gone|empty|deserted|abandoned|burned|burnt|destroyed|vanished)\b")
"""What nobody sees of a place who stands in it."""
_OFF: Final = re.compile(
    r"\b(?:has|have) (?:run (?:off|away)|escaped|vanished|disappeared|left|gone|flown|walked (?:off|out)|got (?:out|away)|moved)\b"
)
_ELSEWHERE: Final = re.compile(r" (?:is|are) (?:at|in|on|under|behind|inside|beneath|below|across|beyond|far|miles) ")
_FETCHING: Final = frozenset(("get_back", "bring_back", "catch", "follow", "fetch", "find", "win_back"))
_DONE: Final = word_set(
    "tend water feed wake_up read play drive carry teach count guard study repair mend clean polish sweep bake cook sing write draw paint milk ring"
    " wind plant knit sew weave brush groom pull push translate copy collect sort label photograph"
)
"""What somebody of a premise does besides the deed, and what a player can do again."""
_UNHANDLED: Final = frozenset(
    ("place", "location", "abstract", "act", "event", "time", "group", "person", "feeling", "attribute", "communication", "body")
)
"""Kinds of what nobody walks up to, where the table knows no more of it."""
_STUFF: Final = word_set(
    "sand dust snow rain wind fire smoke fog mist mud ash heat cold dark darkness shadow light air water oxygen blood sweat electricity energy power gas"
    " oil weather thunder lightning frost steam noise silence smell colour color hair skin grass hay straw floor ceiling roof corner room floorboard curtain lunch dinner breakfast supper"
)
"""What lies or blows about and has no place of its own."""
_UNSEEN: Final = word_set(
    "wish dream joke lie thought word secret promise idea story rumour rumor name law rule memory spell curse prophecy smell tune song voice"
)
"""What is told, and nowhere to be looked at."""
_SEALED: Final = word_set("sealed unopened locked unreadable coded secret")
_KEPT: Final = frozenset(("food", "drink", "clothing", "weapon", "money"))
"""Classes of what somebody eats, wears or keeps: it lies about in no scene that does not tell of it anyway."""
_FAR: Final = frozenset(("building", "water", "land", "sky", "boat"))
_OWNING: Final = word_set("own have keep carry find inherit live collect receive buy hold wear share use")
_CONSUMING: Final = word_set("eat swallow hate fear love want need like dislike steal miss avoid sell sink destroy")
_LEFT: Final = 6
"""Mentions that one world takes up at last; the scenes have a budget."""
_EFFIGIES: Final = frozenset(("scarecrow", "snowman", "mannequin", "gnome", "dummy"))
"""What is made like a person, and stands about."""
_ROUSING: Final = frozenset(("wake_up", "start", "repair", "mend", "light"))
_CHORES: Final = word_set("tax homework laundry dish account shopping paperwork washing-up housework")
_ACTS: Final = 2
"""Further deeds of the player that one world offers."""


def play_out(b: Builder, draft: WorldDraft, entrance: str, last: str) -> None:
    """Give what the premise names its choices, and scenes with none a look round; what is left over is put into pictures."""
    reading = read(draft.premise)
    player = player_of(reading)
    own = player is not None and draft.player is not None and player.noun == draft.player.noun
    mine = same_as(reading, player) if own else set()
    rooms = [key for key, state in b.states.items() if "ending" not in state]
    told = happenings(reading, frozenset())
    stage = Stage(
        b,
        draft,
        reading,
        [one for one in mentioned(reading) if not only_claimed(reading, one.source)],
        told,
        mine,
        b.scenery.player.pronoun,
        rooms,
        Counter(),
        [],
    )
    claimed = _deeds(stage)
    claimed |= {id(one.subject) for one in claims_of(reading, told, mine, stage.pronoun) if _claim(stage, one)}
    claimed |= {id(one) for one in make_ready(stage, claimed, entrance, last)}
    for one in stage.some:
        if len(stage.made) < MOST and id(one.source) not in claimed:
            _thing(stage, one)
    _take_up(stage)
    b.enliven()


def _take_up(stage: Stage) -> None:
    """Put what is still missing of the premise into pictures: what stands somewhere where it may stand. Whoever has a part stands there by it."""
    b, text = stage.b, written(stage.b)
    for one in [one for one in stage.some if not shows(one.head, text)][:_LEFT]:
        kind = kind_of(stage, one.source)
        if (
            one.way == "matter"
            or _is_doer(stage, one.source)
            or _is_somebody(stage, one)
            or _is_trait(stage, one.source)
            or _is_theirs(stage, one.source)
            or _is_vague(stage, one.source, kind if one.way != "being" else "")
            or (kind not in _FAR and name_of(stage.reading, one.source))  # a town is no thing by a wall
        ):
            continue
        if kind in _KEPT:
            continue
        key = room_for(stage, one.source, tables.read("affordances")[kind].words("air") or frozenset(("open", "inside", "under")))
        if key is not None and not (one.gone or is_place(stage, one.source)):
            put(b, key, replace(one, way="far") if kind in _FAR else one)


def _is_doer(stage: Stage, phrase: Phrase) -> bool:
    """Whether somebody is only named as who did something before the story: "who was bitten by a snake"."""
    at = lead(stage.reading, phrase)[0] - 1
    return at > 0 and stage.reading.tokens[at].word == "by" and stage.reading.tokens[at - 1].tag == "VD"


def _is_somebody(stage: Stage, one: Mention) -> bool:
    """Whether it is a person, or several."""
    if one.head in _EFFIGIES:
        return False
    kind = classify(one.head)[0]
    return (kind in ("person", "group") or (kind != "creature" and somebody(stage.reading, one.source))) and (
        one.way == "being" or one.gone
    )


def _is_vague(stage: Stage, phrase: Phrase, kind: str) -> bool:
    """Whether a noun names nothing that one could walk up to: where somebody goes, what lies or blows about."""
    there = before(stage.reading, phrase) in ("to", "into", "toward", "towards", "from", "across")
    return kind == "thing" and (
        there or phrase.noun in _STUFF or classify(phrase.noun)[0] in _UNHANDLED - {"act", "event", "communication"}
    )


def _is_trait(stage: Stage, phrase: Phrase) -> bool:
    """Whether a thing is only named by what is said of whoever plays: "a dragon who can only breathe bubbles"."""
    return any(
        one.relative
        and one.subject is not None
        and id(one.subject) in stage.mine
        and one.at < phrase.start < one.end
        and one.verb not in _OWNING
        for one in stage.told
    )


def _is_theirs(stage: Stage, phrase: Phrase) -> bool:
    """Whether somebody else has a thing: "one reader still has your diary"."""
    return any(
        one.object is phrase and one.subject is not None and id(one.subject) not in stage.mine and one.verb in _OWNING | _CONSUMING
        for one in stage.told
        if stage.mine or one.pronoun not in ("i", "we", "you")
    )


def _claim(stage: Stage, one: Claim) -> bool:
    """What the premise says of somebody or something, where they are; of whom is not there it is told."""
    b = stage.b
    rows = tables.read("affordances")["claim"]
    name = theirs(one.name, stage.pronoun), yours(one.name, stage.pronoun)
    words = words_of(
        stage, one.subject, thing=name, clause=(pictorial(one.shown), one.told), Clause=(capital(pictorial(one.shown)), capital(one.told))
    )
    if _is_player(stage, one) or hardship_of(stage.reading, one.subject) is not None:
        return False
    goal = stage.draft.goal
    sought = is_goal(stage, one.subject) and (goal.purpose in SEEKING or goal.verb in _FETCHING)
    away = (
        sought
        or _OFF.search(one.told) is not None
        or absent(stage.reading, one.subject)
        or any(m.gone and m.source is one.subject for m in stage.some)
    )
    sky = class_of(one.subject.noun) in _FAR
    here = one.person and one.subject.noun not in _EFFIGIES and not any(is_shown(stage, one.subject, key) for key in stage.rooms)
    airs = frozenset(("open",) if sky else ("open", "inside", "under"))
    key = None if away or here or _is_unseen(stage, one) else room_for(stage, one.subject, airs)
    spared = b.scenery.spared
    if one.person and one.sense != "heard" and class_of(one.subject.noun) not in ("pet", "wild"):
        return False  # what is told of people is known from the beginning
    if key is None or len(stage.made) >= _CLAIMS or (spared is not None and spared.search("look at" if one.sense != "heard" else "listen")):
        return False  # what the premise itself says is news to nobody
    plain = one.always and pictorial(one.shown) == one.shown  # a picture shows nobody that is not there
    row: str = one.sense if plain or one.sense in ("heard", "is", "minded") else "seldom"
    row = "is" if row == "minded" and not one.person else "done" if one.sense == "done" and one.person else row
    all_over = is_place(stage, one.subject) or one.subject.noun in _STUFF
    seen = row == "done" and not one.person
    if (all_over and row != "heard") or seen or not rows.items(row):
        return False  # what stands as it stands is known from the beginning
    key, flag, first = stage.roused.get(one.subject.noun, (key, "", ""))
    if not (is_shown(stage, one.subject, key) or (one.person and one.subject.noun not in _EFFIGIES)):
        shown = stage.b.scenery.parted(
            b.scenery.pick(tables.read("details")["mention"].items("far" if sky else "thing"), "mention"), b.place_of[key], **words["shown"]
        )
        b.feature(key, shown)
    _drop_nod(stage, one.subject, key)
    more = {"requires": [flag], "lockedHint": f"First: {first[:1].lower()}{first[1:]}."} if flag else {}
    add_choice(stage, key, b.scenery.pick(rows.items(row), f"claim {row}", b.place_of[key]), words, **more)
    return True


def _is_unseen(stage: Stage, one: Claim) -> bool:
    """Whether a claim tells of what is somewhere else, of what nobody sees who stands in it, or of nothing that stands anywhere: a wish, a rule."""
    noun = one.subject.noun
    if (one.sense == "is" and _ELSEWHERE.search(one.told)) or (is_place(stage, one.subject) and _SHUT.search(one.told)):
        return True
    return not one.person and class_of(noun) == "thing" and (classify(noun)[0] in _UNHANDLED or noun in _UNSEEN)


def _is_player(stage: Stage, one: Claim) -> bool:
    """Whether a claim only tells the story of whoever plays: "a family of owls moves to the city"."""
    said = set(re.findall(r"[a-z]+", re.sub(r"\S+['’](?:s\b)?", "", one.name.lower())))
    player = stage.draft.player
    nouns = {head_of(stage.b.scenery.player.role), *([player.noun, plural(player.noun)] if player is not None else [])}
    return bool(said & nouns) or (one.person and one.verb == stage.draft.goal.verb)


def _drop_nod(stage: Stage, subject: Phrase, key: str | None) -> None:
    """Whoever is met for what is said of them needs no nod in passing."""
    for event in list(stage.b.events):
        plain = event["kind"] == "override" and key in (None, event["from"][0]) and not {"grants", "requires", "oneShot"} & event.keys()
        if plain and shows(subject.noun, event["label"].lower()):
            stage.b.events.remove(event)


def _own_acts(stage: Stage) -> Iterator[tuple[str, Phrase]]:
    """What the player of a premise does, and to what: "tends a greenhouse", "wakes up a robot gardener", "doing taxes"."""
    tokens = stage.reading.tokens
    for one in stage.told:
        own = one.subject is not None and id(one.subject) in stage.mine and not (one.relative or one.aside)
        now = {"plain", "going", "keeps"} & one.aspect and "not" not in one.aspect and tokens[one.at].tag != "VD"
        if own and now and one.object is not None and one.verb in _DONE:
            yield one.verb, one.object
    ends = {phrase.end for phrase in stage.reading.found if id(phrase) in stage.mine}
    for token in tokens[1:]:
        if token.tag != "VG" or not ({token.index, token.index - 1} & ends) or tokens[token.index - 1].tag == "X":
            continue
        done = next((phrase for phrase in stage.reading.found if token.index < phrase.start <= token.index + 2), None)
        if done is not None and (token.lemma in _DONE or (token.lemma == "do" and done.noun in _CHORES)):
            yield token.lemma, done


def _deeds(stage: Stage) -> set[int]:
    """A choice for each of them that is not what the plot is about. Whoever is woken is so before anything is seen of them."""
    b = stage.b
    by_source = {id(one.source): one for one in stage.some}
    made: set[int] = set()
    for act, phrase in _own_acts(stage):
        one = by_source.get(id(phrase))
        if one is None or one.gone or id(phrase) in made or is_goal(stage, phrase) or act == stage.draft.goal.verb or len(made) == _ACTS:
            continue
        hearsay = one.way == "matter" and phrase.noun not in _CHORES and act not in ("count", "read", "sing", "play", "study", "translate")
        if hearsay or kind_of(stage, phrase) in CARRYING or _is_trait(stage, phrase):
            continue
        key = room_for(stage, phrase, frozenset(("open", "inside", "under")))
        if key is None:
            continue
        words = words_of(stage, phrase)
        verb, _, particle = act.partition("_")
        behind = f" {particle}" if particle else ""
        shown, told = words["shown"]["thing"], words["told"]["thing"]
        does = f"{verb if b.scenery.player.plural else third(verb)}{behind} {shown}"
        do = f"{verb}{behind} {told}"
        for side in ("shown", "told"):
            words[side] |= {"does": does, "do": do, "Do": capital(do)}
        if not (is_shown(stage, phrase, key) or is_place(stage, phrase) or one.way == "matter"):
            put(b, key, one)
        flag = f"did_{slug(do, 32)}" if act in _ROUSING else ""
        row = b.scenery.pick(tables.read("affordances")["deed"].items("use"), "deed", b.place_of[key])
        event = add_choice(stage, key, row, words, oneShot=bool(flag), grants=[flag] if flag else [])
        if flag:
            stage.roused[phrase.noun] = (key, flag, event["label"])
        made.add(id(phrase))
    return made


def _thing(stage: Stage, one: Mention) -> None:
    """A thing that the plot leaves aside, by its class."""
    b, phrase = stage.b, one.source
    if stage.draft.player is not None and phrase.noun == (stage.draft.player.name or "").lower():
        return  # "Emma's twin sister", where Emma plays
    kind = kind_of(stage, phrase)
    entry = tables.read("affordances")[kind]
    being = bool(entry.items("being"))
    goal = is_goal(stage, phrase)
    if shows(phrase.noun, f"{stage.draft.deadline or ''} {stage.draft.danger or ''}".lower()):
        return  # "until lunch": that is a time
    if (
        _is_trait(stage, phrase)
        or _is_theirs(stage, phrase)
        or (stage.made and before(stage.reading, phrase) == "in" and kind == "container")
    ):
        return  # "ashes in a biscuit tin": it goes where they go
    content = content_of(stage, phrase)
    if content[0] and head_of(content[0]) == head_of(stage.draft.goal.object or "") and stage.draft.goal.purpose in SEEKING:
        return  # a box with the letters that are sought
    particular = bool(content[0]) or kind == "writing"
    if (
        one.gone
        or _is_doer(stage, phrase)
        or (goal and not is_studied(stage, kind, particular=particular))
        or is_place(stage, phrase)
        or being != (one.way == "being")
    ):
        return
    if kind == "writing" and {token.word for token in phrase.modifiers} & _SEALED:
        entry = tables.read("affordances")["thing"]
    if kind == "thing" and (_is_vague(stage, phrase, kind) or classify(phrase.noun)[0] in _UNHANDLED):
        return
    if one.way == "matter" and kind not in ("writing", "chart", "picture", "tool", "clothing", "sounding"):
        return
    unread = kind == "writing" and not any(
        event["label"].startswith(("Read", "Study")) and shows(one.head, event["label"].lower()) for event in b.events
    )
    if not (goal or unread) and is_played(stage, one.head, bare(one.phrase)):
        return
    airs = entry.words("air") or frozenset(("open", "inside", "under"))
    key = room_for(stage, phrase, airs)
    if key is None or (kind == "sky" and b.place_of[key].air != "open"):
        return
    if (goal and particular) or unread:
        _drop_nod(stage, phrase, None)
    words = words_of(stage, phrase, content=content)
    broken = any(token.word in BROKEN for token in phrase.modifiers)
    rows = (entry.items("filled") if content[0] else ()) or (entry.items("broken") if broken else ()) or entry.items("use")
    marks = b.scenery.marks | {b.place_of[key].air, "many_thing" if is_many(phrase) else "one_thing"}
    rows = without(fitting(rows, marks), b.scenery.spared) or tables.read("affordances")["thing"].items("use")
    rows = without(rows, b.scenery.spared)  # the blind look at nothing
    if not rows:
        return
    if not is_shown(stage, phrase, key):
        way = "being" if being else "far" if kind in _FAR else "thing"
        put(b, key, Mention(one.phrase, one.head, way, one.plural, phrase))
        count(b, "thing", one.plural)
    event = add_choice(stage, key, b.scenery.pick(rows, f"use {kind}", b.place_of[key]), words)
    if said := said_of(stage, phrase):
        event["narration"] = f"{event['narration']} {said}".strip()
