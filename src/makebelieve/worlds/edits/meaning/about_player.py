"""Readings about who plays: their name and kind, what they carry and wear, what they can do, what they are after."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import arrivals, conduct, deeds, slots
from makebelieve.worlds.edits.meaning.forms import Add, Should, Swap, Wish
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import fitted, is_verb
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.edits.wishes import endings as endings_
from makebelieve.worlds.edits.wishes import exchanges, finds, heroes, identities, inventory, names, phrases, texts

Scored = tuple[float, Callable[[Draft], str | None]]
_START: Final = r",? (?:(?:right |already )*(?:from|at|in|since) the (?:very )?(?:start|beginning|outset)(?: of (?:the game|it|the story))?|with (?:him|her|them|you|me)(?: from .+)?|to begin with|already|on (?:him|her|them|you|me)|when it (?:starts|begins))"
_WORN: Final = r"(?:wear|carry|hold|limp|smoke|whistle|hum|sport|have on|walk with)"
_GOAL: Final = r"(?:the |our |my |your |their |his |her |the player's |(?:the )?[\w ]+?'s )?(?:main |real |whole |only )?(?:goal|aim|mission|quest|objective|task|purpose|point|job|challenge)(?: (?:of|in|for) (?:the (?:game|story|world|player)|it|all this|you))?"


def readings(world: World, wish: Wish, known: Known) -> list[Scored]:
    if isinstance(wish, Swap):
        return _swapped(world, wish)
    if isinstance(wish, Add):
        return _added(world, wish)
    if isinstance(wish, Should):
        return _should(world, wish, known)
    return []


def _added(world: World, wish: Add) -> list[Scored]:
    thing = slots.player(world)
    if thing is None:
        return []
    start = re.fullmatch(rf"(?:have )?(?P<np>(?:an?|some|two|three) .+?){_START}", wish.what)
    if (
        start
        and not arrivals.being(start["np"])
        and not re.search(r"\b(?:gives?|tells?|says?|comes?|asks?|shows?|waits?|stands?|is|are|should)\b", start["np"])
    ):
        return [(0.85, partial(has, phrase=start["np"]))]
    name = re.fullmatch(rf"(?P<v>[\"'A-Z].+?) (?:as|for|to be) (?:the )?(?:new )?name (?:of|for) (?P<t>{HERO}|.+)", wish.what)
    if name and _is_player(world, name["t"]):
        return [(0.92, partial(deeds.called, thing=thing, new=name["v"]))]
    if goal := re.fullmatch(rf"(?:as )?{_GOAL}:? (?:to |of )(?P<v>[a-z].+)", wish.what):
        return [(0.85, partial(aim, value=goal["v"]))]
    return []


def _is_player(world: World, phrase: str) -> bool:
    thing = slots.player(world)
    if thing is None:
        return False
    if re.fullmatch(HERO, phrase.strip(), re.IGNORECASE):
        return True
    found = Known(world).find(phrase)
    return found is not None and found.kind == "player"


def _swapped(world: World, wish: Swap) -> list[Scored]:
    thing = slots.player(world)
    if thing is None or not _is_player(world, wish.old):
        return []
    new = re.sub(r"^(?:the player|you|i|we|the hero) (?:should |could |will |would )?(?:be |play |is |are )", "", wish.new)
    return [(0.9, partial(become, thing=thing, value=new))]


def _should(world: World, wish: Should, known: Known) -> list[Scored]:
    subject, deed = wish.subject.strip(" ,"), wish.deed.strip()
    thing = slots.player(world)
    if thing is None:
        return []
    if (both := slots.attribute(subject)) and both[1] in ("name", "role") and _is_player(world, both[0]):
        value = re.fullmatch(r"be(?:come)? (?P<v>.+)", deed)
        if value:
            return [
                (
                    0.95,
                    partial(deeds.called, thing=thing, new=value["v"])
                    if both[1] == "name"
                    else partial(become, thing=thing, value=value["v"]),
                )
            ]
    if got := _aim(world, subject, deed, wish.negative):
        return got
    if re.fullmatch(r"it|the (?:game|story|world)|this", subject, re.IGNORECASE) and not wish.negative:
        return _about(world, deed)
    if mine := re.fullmatch(r"(?:their|his|her|my|our|the player's|the hero's|the heroine's) names?", subject, re.IGNORECASE):
        value = re.fullmatch(r"be (?P<v>[\"'A-Z].+)", deed)
        del mine
        return [(0.9, partial(deeds.called, thing=thing, new=value["v"]))] if value else []
    he = bool(re.fullmatch(r"he|she|they", subject, re.IGNORECASE)) and not wish.when
    if not _is_player(world, subject) and not he:
        return []
    if wish.negative:
        return []
    if deed.startswith(":") and (name := re.fullmatch(r":\s*(?:new )?name:? (?P<v>.+)", deed)):
        return [(0.9, partial(deeds.called, thing=thing, new=name["v"]))]
    everybody = bool(re.fullmatch(r"one|people|someone|somebody|anyone|anybody|everyone|everybody", subject, re.IGNORECASE))
    if name := re.fullmatch(
        r"(?:be |become )?(?:called|named|renamed(?: to)?|known as) (?P<v>.+)|(?:have|need|get) (?:the|a|another|a new|a proper) name:? (?:of )?(?P<w>.+)|go by (?:the name (?:of )?)?(?P<x>.+)",
        deed,
    ):
        return [(0.95, partial(deeds.called, thing=thing, new=next(one for one in name.groups() if one)))] if not everybody else []
    if start := re.fullmatch(rf"(?:start|begin)(?: off| out)?(?: the (?:game|story))? with (?P<np>.+?)(?:{_START})?", deed):
        return [(0.9, partial(has, phrase=start["np"]))]
    if (
        (late := re.fullmatch(r"(?P<v>[a-z]+ .+?) (?:in|at) the (?:very )?end", deed))
        and re.fullmatch(HERO, subject, re.IGNORECASE)
        and is_verb(late["v"].split(" ")[0])
        and not re.match(r"(?:see|find|meet|be|have|get|win|lose|hear)\b", late["v"])
    ):
        last = next((one for one in naming.things(world) if one.id == naming.last_place(world)), None)
        return [(0.9, partial(choice, deed=late["v"], place=last))] if last else []
    if held := re.fullmatch(
        rf"(?:(?:already )?(?:have|carry|own|hold|possess|be given|get|bring|take))(?: with (?:him|her|them|you|me))? (?P<np>(?:the|an?|some|two|three|his|her|their) .+?){_START}(?:{_START})?",
        deed,
    ):
        return [(0.9, partial(has, phrase=held["np"]))]
    if everybody and deed.startswith("have "):
        return []
    if held := re.fullmatch(
        r"(?:have|carry|own|possess|take along|bring along) (?P<np>(?:an?|some|two|three) (?!.*\b(?:task|quest|mission|goal|option)\b).+)",
        deed,
    ):
        if arrivals.being(held["np"]):
            return [
                (
                    0.84,
                    partial(
                        deeds.follows,
                        thing=None,
                        new=re.split(
                            r",? (?:with (?:him|her|them|you|me)|as an? |by (?:his|her|their|your) |at (?:his|her|their|your) |everywhere|along)",
                            held["np"],
                        )[0],
                    ),
                )
            ]
        if subject.lower() not in ("one", "people") and not re.search(
            r"\b(?:chance|choice|option|possibility|way|idea|dream|plan|reason|name)\b", held["np"]
        ):
            body = _not_held(held["np"]) or re.search(
                r"\b(?:hair|beard|eyes?|nose|scar|moustache|mustache|limp|tail|ears?|wings?|skin|freckles|fur|arms?|legs?|hands?|face|voice|accent|tattoo|horns?|teeth)\b",
                held["np"],
            )
            return (
                [(0.86, partial(conduct.player_seen, deed=f"have {held['np']}"))]
                if body or (deed.startswith("have") and re.search(r"\b(?:coat|hat|scarf|dress|boots|glasses|cloak|uniform)$", held["np"]))
                else [(0.82, partial(conduct.player_seen, deed=deed) if deed.startswith("carry") else partial(has, phrase=held["np"]))]
            )
    if (
        re.fullmatch(r"have (?!to\b|been\b|had\b|no\b|more\b|less\b|a\b|an\b|the\b)[a-z-]+(?: .+)?", deed)
        and not everybody
        and subject.lower() not in ("you", "i", "we", "me")
        and slots.located(world, deed).place is None
    ):
        return [(0.8, partial(conduct.player_seen, deed=deed))]
    if re.match(rf"{_WORN}\b", deed) and len(deed.split()) < 10 and not re.search(r" (?:in|to|into|from) the ", deed):
        return [(0.88, partial(conduct.player_seen, deed=deed))] if not everybody else []
    if (
        re.fullmatch(
            r"be (?:(?:very|quite|really|so|always|still|too|a bit|(?:much |even )?more|less) )*(?!able|told|given|called|allowed|in\b|at\b|on\b|here|there|caught|killed|dead|sent|taken|thrown|free|safe|gone)(?:[a-z-]+)(?:,? (?:and|but) [a-z-]+)?(?: (?:of|for|about|at|with|to|years|in love|from|because|by) .+| old)?",
            deed,
        )
        and not everybody
    ):
        return [(0.82, partial(conduct.player_seen, deed=_plainly(deed)))] if _adjectival(deed) else []
    if role := re.fullmatch(
        r"(?:be|become|play(?: as)?|turn into|turn out to be)(?: able to play)? (?P<v>(?!able |in |at |on |here|there|allowed|alone|told|given|called).+)",
        re.sub(r" (?:instead|now|rather)$", "", deed),
    ):
        if (
            re.match(r"(?:an?|the|two|three|some|my|his|her) |[A-Z]", role["v"])
            and not slots.place(world, role["v"])
            and not (
                deed.startswith("play ") and not deed.startswith("play as ") and not phrases.is_living(slots.located(world, role["v"]).what)
            )
        ):
            return [(0.9, partial(become, thing=thing, value=role["v"]))]
        if not deed.startswith("play "):
            return []
    if task := re.fullmatch(
        r"(?:have to|be supposed to|be meant to) (?P<v>(?!be\b|have\b|give\b|bring\b|need\b|go\b|find .+ in\b|talk\b|speak\b)[a-z]+ .+)",
        deed,
    ):
        at_ = slots.located(world, task["v"])
        return [(0.83, partial(aim, value=task["v"]))] if at_.place is None else [(0.8, partial(choice, deed=at_.what, place=at_.place))]
    if (
        (able := _able(world, deed))
        or not _is_player(world, subject)
        or everybody
        or subject.lower() in ("you", "me", "i", "we", "us", "one")
    ):
        return able
    if (
        is_verb(deed.split(" ")[0])
        and deed.split(" ")[0] not in _NO_CHOICE
        and len(deed.split()) < 9
        and slots.located(world, deed).place is None
    ):
        return [(0.8, partial(conduct.player_seen, deed=deed))]
    return []


def _not_held(phrase: str) -> bool:
    """Whether a noun phrase names nothing that can be carried: "a cough", "a secret"."""
    head = slots.head_noun(phrase)
    return bool(head) and classify(head)[0] in ("", "abstract", "act", "event", "time", "body", "communication", "hazard")


def _where(world: World, deed: str) -> Thing | None:
    spot = slots.where_of(world, deed)
    return None if spot is None or re.search(rf"\b(?:in|at|on) {re.escape(spot.name)}\b", deed) else spot


def _adjectival(deed: str) -> bool:
    """Whether what one should be is said by an adjective: "be deaf", not "be twins"."""
    word = re.sub(r"^be (?:(?:very|quite|really|so|always|still|too|a bit|much|even|more|less) )*", "", deed).split(" ")[0].strip(",")
    return bool(lemma(word, "adjective") or re.search(r"(?:ed|ful|ous|ish|less|ic|ive|y)$", word))


def _plainly(deed: str) -> str:
    """ "be braver" -> "be brave": what is more so is so."""
    return re.sub(
        r"\b[a-z]+er\b", lambda one: lemma(one[0], "adjective") or one[0], re.sub(r"\b(?:much |even |a bit )*(?:more) ", "", deed)
    )


def _able(world: World, deed: str) -> list[Scored]:
    """A choice that the player should have in a place."""
    if re.search(r"\b(?:end|ends|ending|lose|loses|win|die|dies|kills?|deadly|game over)\b", deed) or re.search(
        r" (?:if|when|to get|and get|to receive|to open|so that) ", deed
    ):
        return []
    cut = slots.located(world, deed)
    first = deed.split(" ")[0].lower()
    if cut.place is None and is_verb(first) and first not in _NO_CHOICE and 1 < len(deed.split()) < 9 and (spot := _where(world, deed)):
        return [(0.81, partial(choice, deed=deed, place=spot))]
    if (
        cut.place is None
        or cut.how in ("to", "into", "from", "of", "for")
        or not is_verb(first)
        or first in _NO_CHOICE
        or len(cut.what.split()) < 2
    ):
        return []
    return [(0.84, partial(choice, deed=cut.what, place=cut.place))]


_NO_CHOICE: Final = frozenset(["be", "have", "go", "get", "come", "walk", "start", "begin", "find", "meet", "see", "need", "win", "lose", "die", "enter", "reach", "learn", "hear", "know", "receive", "talk", "speak", "run", "end", "pick", "discover", "collect", "own", "lie", "feel", "bump", "encounter", "not", "travel", "return", "leave", "become", "arrive"])  # fmt: skip


def _about(world: World, deed: str) -> list[Scored]:
    """ "make it about a lost sword": what is sought is another thing."""
    found = re.fullmatch(r"be (?:all )?about (?P<v>(?:finding |looking for |searching for )?(?:an?|the|some|his|her|their|my) .+)", deed)
    goal = next((one for one in naming.things(world) if one.kind == "goal"), None)
    if found is None or goal is None:
        return []
    value = re.sub(r"^(?:finding|looking for|searching for) ", "", found["v"])
    return [(0.85, partial(sought, thing=goal, new=value))] if len(value.split()) < 7 else []


def _aim(world: World, subject: str, deed: str, negative: bool) -> list[Scored]:
    if negative:
        return []
    job = re.fullmatch(r"it", subject, re.IGNORECASE)
    if job and (mine := re.fullmatch(rf"be {_GOAL} to (?P<v>[a-z].+)", deed, re.IGNORECASE)):
        return [(0.9, partial(aim, value=mine["v"]))]
    if re.fullmatch(r"what (?:you|the player|one)(?: (?:have|has|need|needs) to do| must do| should do)?", subject, re.IGNORECASE):
        done = re.fullmatch(r"(?:be|have to do be|do be|do is|have to do is|is)(?: to)? (?P<v>[a-z].+)", deed)
        return [(0.9, partial(aim, value=done["v"]))] if done else []
    if not re.fullmatch(_GOAL, subject, re.IGNORECASE):
        return []
    value = re.fullmatch(
        r"(?:be|become|:)?:? ?(?:now |that (?:you|the player) (?:have|has) to |for (?:you|the player) )?(?:to )?(?:have to )?(?P<v>[a-z\"'].+)",
        deed,
        re.IGNORECASE,
    )
    if value is None or re.search(r"\b(?:easier|harder|clearer|different|better|longer|shorter|simple|clear)$", value["v"]):
        return []
    return [(0.92 if is_verb(value["v"].split(" ")[0]) else 0.75, partial(aim, value=value["v"]))]


def become(draft: Draft, thing: Thing, value: str) -> str | None:
    """The player is somebody else: a kind of being, a trade, man or woman."""
    value = phrases.clean(re.sub(r",? (?:instead|now|please|then)$|,? (?:and )?(?:not|rather than|instead of) (?:an?|the) .+$", "", value))
    other = naming.find(draft.world, value, ("person",), loose=False)
    if other is not None and not re.match(r"an? ", value):
        return exchanges.exchanged(draft, thing, other)
    if len(value.split()) > 9:
        return None
    return heroes.become(draft, thing, value) or identities.become(draft, thing, value)


def has(draft: Draft, phrase: str) -> str | None:
    """What the player has from the beginning: laid where the story starts, and told so on arrival."""
    what = phrases.clean(re.sub(rf"(?:{_START})+$", "", phrase))
    if (
        re.search(r"\b(?:hint|clue|tip|choice|chance|name|idea|way|task|quest|mission|goal|option|warning)\b", what)
        or len(what.split()) > 7
    ):
        return None
    known = naming.find(draft.world, what, ("item",), loose=False)
    key = draft.world["entrance"]["state"]
    if known is not None and not re.match(r"an? ", what):
        return inventory.move_item(draft, known, Thing("place", key, draft.builder.place_of[key].name))
    return finds.at_start(draft, fitted(t="the player", np=what))


def choice(draft: Draft, deed: str, place: Thing) -> str | None:
    bare = re.sub(r",? (?:too|as well|there|again|if (?:he|she|they|you|one) (?:wants?|likes?))$", "", deed)
    return endings_.deed(draft, fitted(v=bare, t=place.name))


def aim(draft: Draft, value: str) -> str | None:
    return texts.goal(draft, fitted(v=phrases.clean(re.sub(r"^to ", "", value))))


def sought(draft: Draft, thing: Thing, new: str) -> str | None:
    """What the story is about is another thing; a living one and a thing are not sought alike."""
    if phrases.is_living(thing.name) != phrases.is_living(new):
        return aim(draft, f"find {re.sub(r'^(?:an?|some) ', 'the ', new)}")
    return names.call(draft, thing, re.sub(r"^(?:an?|some) ", "the ", new))
