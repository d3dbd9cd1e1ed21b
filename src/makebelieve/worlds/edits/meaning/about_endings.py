"""Readings about endings: what they are called, say and show, who is seen in them, what deed leads to a new one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import closings, slots
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish, bare_verb
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import quoted, told
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import World
from makebelieve.worlds.generation.english import capital

Scored = tuple[float, Callable[[Draft], str | None]]
_WIN: Final = r"(?:good|happy|winning|win|main|normal|right)"
_LOSE: Final = r"(?:bad|worst|sad|losing|lose|lost|unhappy|tragic|failed|fail)"
_BEST: Final = r"(?:best|true|secret|perfect|hidden)"
_END: Final = re.compile(rf"(?:the |that |this |my )?(?:(?P<k>{_WIN}|{_LOSE}|{_BEST}) (?:ending|end|end screen|finale|last scene)|(?:very )?(?:ending|end|finale|last scene|end screen|final scene|last screen))|(?:the )?(?P<e>(?:ending|end) (?:where|when|if|in which) (?:you|one|the player) (?P<v>wins?|loses?|succeeds?|fails?|dies?))", re.IGNORECASE)  # fmt: skip
_LOSES: Final = re.compile(r"(?:(?:you |one |the player |they |he |she |it )?(?:should |will |must )?(?:lose|loses|die|dies|fail|fails|perish|be killed|be dead|kill you|kills you|be game over|be the end|be fatal|be deadly|end the game(?: badly)?|ends the game(?: badly)?|end badly|ends badly|be over|lead to (?:a |the )?(?:bad|losing) (?:ending|end)|be (?:a|the) (?:bad|losing|sad) (?:ending|end)|mean (?:death|losing|the end|game over)|get you killed|end in (?:a )?(?:disaster|defeat|loss|death)|count as a loss|cost you the game|make you lose)(?: the game| it)?)", re.IGNORECASE)  # fmt: skip
_WINS: Final = re.compile(r"(?:(?:you |one |the player )?(?:should |will )?(?:win|wins|be (?:a|the) (?:good|happy|winning) (?:ending|end)|lead to (?:a |the )?(?:good|happy|winning) (?:ending|end)|end well|be a win|count as a win)(?: the game)?)", re.IGNORECASE)  # fmt: skip


_LOSING: Final = re.compile(
    r"(?:losing|dying|game over|failing|(?:the |any |every |all )?(?:chances?|ways?|possibilit(?:y|ies)) (?:to|of) (?:lose|losing|die|dying|fail|failing)|(?:all |all the |every |the )?(?:losing|bad) endings)",
    re.IGNORECASE,
)


def ending(world: World, phrase: str) -> list[Thing]:
    """The endings that words mean: by kind, by title, where one wins; "the end" means those that win."""
    bare = phrase.strip(" ,.:")
    some = [one for one in naming.things(world) if one.kind == "ending"]
    title = quoted(bare)
    if title:
        return [one for one in some if one.name.lower().rstrip(".!?") == title.lower().rstrip(".!?")][:1]
    by_title = [
        one
        for one in some
        if re.fullmatch(rf"(?:the )?(?:ending )?{re.escape(one.name)}(?: ending)?", bare, re.IGNORECASE) and ("ending" in bare.lower())
    ]
    if by_title:
        return by_title[:1]
    if every := re.fullmatch(
        rf"(?:all|every|both|all of)(?: the| of the)? ?(?P<k>{_WIN}|{_LOSE})? ?(?:endings?|ends)", bare, re.IGNORECASE
    ):
        wanted = "lose" if every["k"] and re.fullmatch(_LOSE, every["k"], re.IGNORECASE) else "win" if every["k"] else ""
        return [one for one in some if not wanted or one.about == wanted]
    found = _END.fullmatch(bare)
    if found is None:
        return []
    kind = (found["k"] or "").lower()
    if found["v"]:
        kind = "losing" if re.match(r"los|fail|die", found["v"]) else "winning"
    ids = naming.ending_ids(world, kind or "")
    if kind and re.fullmatch(_WIN, kind):
        ids = naming.ending_ids(world, "good")
    return [one for one in some if one.id in ids]


def readings(world: World, wish: Wish, known: Known) -> list[Scored]:
    if isinstance(wish, Add):
        return _added(world, wish)
    if isinstance(wish, Swap):
        return _swapped(world, wish)
    if isinstance(wish, Remove):
        return [(0.88, closings.harmless)] if _LOSING.fullmatch(wish.what) else []
    if (
        isinstance(wish, Should)
        and re.fullmatch(r"lose|die|fail|be killed|get killed|lose the game|be able to lose", wish.deed)
        and not wish.when
    ) and (
        (wish.negative and re.fullmatch(HERO, wish.subject, re.IGNORECASE))
        or re.fullmatch(r"nobody|no one|no player", wish.subject, re.IGNORECASE)
    ):
        return [(0.88, closings.harmless)]
    return _should(world, wish, known)


def _swapped(world: World, wish: Swap) -> list[Scored]:
    old = re.sub(r"^(?:the )?(?:title|name) ", "", wish.old)
    title = quoted(old) or old
    found = next((one for one in naming.things(world) if one.kind == "ending" and one.name.lower() == title.lower().strip(" .")), None)
    new = re.sub(r"^(?:the ending (?:should|could) be (?:titled|called) |call it |title it )", "", wish.new)
    return [(0.93, partial(closings.titled, thing=found, new=new))] if found is not None else []


def _added(world: World, wish: Add) -> list[Scored]:
    what = wish.what
    if line := re.fullmatch(r"(?P<q>[\"“].+?[\"”]|.+?) (?:as|for|to be) (?P<a>the .+)", what):
        both = slots.attribute(line["a"])
        some = ending(world, both[0]) if both else []
        if both and some:
            return [
                (
                    0.93,
                    partial(closings.titled, thing=some[0], new=line["q"])
                    if both[1] == "name"
                    else partial(closings.says, things=some, line=line["q"]),
                )
            ]
    if tale := re.fullmatch(
        rf"(?:an? |another |one more )?(?:(?:third|second|fourth|new|another|extra|further|different|alternative|secret|hidden|surprise|(?P<k>{_LOSE}|{_WIN}|{_BEST}|funny|happy|romantic|strange)) )*ending(?::|,)? ?(?:(?:where|in which|that says that|that has|so that) )?(?P<v>(?:you|one|the|an?|she|he|they|everyone|everybody|nobody|all|[A-Z]\w+)\b.+)",
        what,
    ):
        text = tale["v"]
        hero = slots.player(world)
        told_ = re.sub(r"^(?:he|she|they)\b", hero.name if hero is not None and not naming.proper(hero.name) else "the player", text)
        cut = slots.located(world, text)
        if (
            not re.search(r"\b(?:can|could|may)\b", text)
            and len(text.split()) > 2
            and not re.match(r"(?:you|one|the player) (?:lose|win)s?\b", text)
        ):
            return [(0.86, partial(closings.told_of, text=told_, place=cut.place, kind=(tale["k"] or "").lower()))]
    if deadly := re.fullmatch(
        rf"(?:an? |another )?(?:new )?(?P<k>{_LOSE}|{_WIN})? ?(?:ending|end)(?P<in> (?:in|at|on) .+?)?,? (?:where|in which|if|when|for when|in case|that comes when) (?:{HERO} )?(?:can |could |may )?(?P<v>[a-z]+ .+)",
        what,
    ):
        cut = slots.located(world, f"{deadly['v']}{deadly['in'] or ''}")
        losing = not (deadly["k"] and re.fullmatch(_WIN, deadly["k"]))
        if cut.place is not None and deadly["k"] and re.search(rf"(?:where|if|when|in case|in which) {HERO} ", what):
            return [(0.9, partial(closings.by_deed, deed=cut.what, place=cut.place, losing=losing))]
    option = re.fullmatch(
        r"(?:an? |another )?(?:new )?(?:choice|option|way|button)(?P<in> (?:in|at|on) .+?)?,? (?:to|where you(?: can)?) (?P<v>.+?),? (?:that|which|and (?:that|it|this)|but (?:that|it|this)) (?P<r>.+)",
        what,
    )
    if option and (_LOSES.fullmatch(option["r"]) or _WINS.fullmatch(option["r"])):
        cut = slots.located(world, f"{option['v']}{option['in'] or ''}")
        if cut.place is not None:
            return [(0.9, partial(closings.by_deed, deed=cut.what, place=cut.place, losing=bool(_LOSES.fullmatch(option["r"]))))]
    return []


def _should(world: World, wish: Should, known: Known) -> list[Scored]:
    subject, deed, when = wish.subject.strip(), wish.deed.strip(), wish.when
    if got := _by_when(world, subject, deed, when, wish.negative):
        return got
    if wish.negative:
        return []
    if got := _attributes(world, subject, deed):
        return got
    if got := _leads_to_end(world, subject, deed):
        return got
    some = ending(world, re.sub(r"^(?:in|at) ", "", re.sub(r",? it$", "", subject)))
    if some:
        return _of_ending(world, some, deed, subject)
    if re.fullmatch(r"it|the (?:story|game|world)|this", subject, re.IGNORECASE) and (
        end := re.fullmatch(
            r"(?:end|finish|close)(?: (?:happily|well|nicely|like this|with this|so|in such a way))*(?::| so that| that| with the words?| with this:?| with| in such a way that)? ?(?P<v>.+)",
            deed,
        )
    ):
        win = [one for one in naming.things(world) if one.kind == "ending" and one.id in naming.ending_ids(world, "good")]
        text = re.sub(r"^(?:this: |that |: )", "", end["v"])
        if win and len(text.split()) > 2 and not re.match(r"(?:in|at|when|if|badly|well|happily|differently|sooner|earlier)\b", text):
            line = quoted(text)
            return [(0.86, partial(closings.says, things=win, line=line) if line else partial(closings.shows, things=win, text=text))]
    late = re.fullmatch(
        r"(?P<v>(?!be able|lead|win|lose|start|end|have a choice)[a-z]+(?: .+?)?),? (?:in|at) (?P<e>(?:the )?(?:very )?(?:[a-z]+ )?(?:end|ending|finale|last scene))",
        deed,
    )
    if (
        late
        and not when
        and not quoted(deed)
        and not re.fullmatch(
            rf"{HERO}|(?:the )?(?:storm|rain|fog|snow|wind|sun|night|weather|music|story|game|world|text|it)", subject, re.IGNORECASE
        )
    ):
        ends = ending(world, late["e"])
        thing = known.find(subject)
        plain_ = not re.search(r" (?:when|if|while|once) ", late["v"]) and not re.fullmatch(_PRESENT, late["v"])
        if ends and plain_ and (thing is None or thing.kind in ("person", "foe", "player", "goal", "item")):
            said_of = thing.name if thing is not None and naming.words(thing.name)[-1:] == naming.words(subject)[-1:] else subject
            return [(0.93, partial(closings.shows, things=ends, text=told(said_of, late["v"])))]
    last = re.fullmatch(
        r"(?P<v>(?:appear|be|show up|turn up|come back|come|return|be seen|be mentioned|be back|reappear|dance|wave|sing|cry|smile)(?: too| again| there| there too)*) (?:in|at) (?P<e>(?:the )?.*\b(?:end|ending|finale|last scene))(?: too| again| as well)?",
        deed,
    )
    if last and (ends := ending(world, last["e"])):
        one = slots.somebody(world, subject)
        if one is not None and not when:
            return [(0.93, partial(closings.with_somebody, things=ends, who=one.name, deed=last["v"]))]
    if (
        re.fullmatch(HERO, subject, re.IGNORECASE)
        and (
            sight := re.fullmatch(
                r"(?:see|meet|find|hear)(?: again)? (?P<np>.+?)(?: again)? (?:in|at) (?P<e>(?:the )?.*\b(?:end|ending|finale|last scene))",
                deed,
            )
        )
        and (ends := ending(world, sight["e"]))
    ):
        one = slots.somebody(world, sight["np"])
        if one is not None:
            return [(0.92, partial(closings.with_somebody, things=ends, who=one.name, deed="be there"))]
    return []


def _attributes(world: World, subject: str, deed: str) -> list[Scored]:
    value = re.fullmatch(r"be(?:come)?(?: changed to| now)?:? (?P<v>.+)", deed) or re.fullmatch(r":\s*(?P<v>.+)", deed)
    if value is None:
        return []
    if both := slots.attribute(subject):
        some = ending(world, both[0])
        if some and both[1] == "name" and re.fullmatch(r"(?:(?:too|so|very|a bit|really|just) )*[a-z]+", value["v"]):
            return [(0.94, partial(closings.untitled, thing=some[0]))]
        if some and both[1] == "name":
            return [(0.94, partial(closings.titled, thing=some[0], new=value["v"]))]
        if some and both[1] == "words":
            return [(0.94, partial(closings.says, things=some[:1], line=value["v"]))]
    if re.match(r"[\"“]", subject) and (both := slots.attribute(value["v"])):
        some = ending(world, both[0])
        if some and both[1] in ("name", "words"):
            return [
                (
                    0.94,
                    partial(closings.titled, thing=some[0], new=subject)
                    if both[1] == "name"
                    else partial(closings.says, things=some[:1], line=subject),
                )
            ]
    return []


def _of_ending(world: World, some: list[Thing], deed: str, subject: str) -> list[Scored]:
    one = some[0]
    line = quoted(deed)
    if re.fullmatch(
        r"be (?:much |a bit |a little )?(?:longer|more detailed|richer|clearer|more interesting|better|different|more (?:dramatic|satisfying|surprising))",
        deed,
    ):
        return [(0.9, partial(closings.asked_more, thing=one))]
    several = (
        some if re.match(r"(?:all|every|both)\b", subject) or not re.search(r"\b(?:good|bad|happy|sad|win|los)", subject) else some[:1]
    )
    if called := re.fullmatch(
        r"(?:be |have )?(?:called|titled|named|the (?:title|name)|(?:need |get )?another (?:title|name):?|need (?:another|a new|a better|a different) (?:title|name):?|get (?:the|another|a new) (?:title|name):?)[: ]+(?P<v>.+)",
        deed,
    ):
        return [(0.95, partial(closings.titled, thing=one, new=called["v"]))]
    if line and re.match(r"(?:say|read|end|close|finish|show|tell|conclude|state|display|begin|be:?)\b|:", deed):
        return [(0.94, partial(closings.says, things=several, line=line))]
    if deed.startswith(":"):
        text = deed[1:].strip()
        return [(0.85, partial(closings.shows, things=several, text=text))] if len(text.split()) > 2 else []
    if "\n" in deed:
        who, _, what = deed.removeprefix("show that ").partition("\n")
        return [(0.88, partial(closings.shows, things=several, text=told(who, what)))]
    if that := re.fullmatch(
        r"(?:show|tell|say|mention|reveal|explain|be|make clear)(?: (?:you|us|the player))? that (?P<v>.+)|be (?:the one )?(?:where|when|such that) (?P<w>.+)",
        deed,
    ):
        text = that["v"] or that["w"]
        return [(0.9, partial(closings.shows, things=several, text=text))] if len(text.split()) > 1 else []
    if has := re.fullmatch(
        r"(?:show|have|include|contain|feature|mention|speak of|tell of|tell about|tell what happens to|tell what happened to|say what becomes of|bring back) (?P<np>.+)",
        deed,
    ):
        if re.search(r"\b(?:quiz|questions?|choices?|puzzle|riddle|test|exam|fight|battle|boss|vote|game)\b", has["np"]):
            return [(0.9, partial(closings.played, what=has["np"]))]
        person = slots.somebody(world, has["np"])
        if person is not None:
            return [(0.92, partial(closings.with_somebody, things=several, who=person.name, deed="be there"))]
        return [(0.84, partial(closings.holds, thing=one, what=has["np"]))] if not deed.startswith("have a choice") else []
    return []


def _by_when(world: World, subject: str, deed: str, when: str, negative: bool) -> list[Scored]:
    """What comes when one wins or loses; what deed one loses by."""
    if not when:
        return []
    body = re.sub(r"^(?:if|when|whenever|once|after|as soon as) ", "", when)
    won = re.fullmatch(
        rf"(?:{HERO}|he|she|they|it)? ?(?:finally )?(?:(?P<w>wins?|succeeds?|makes? it|manages?(?: it)?|has won|have won|wins? the game|reach(?:es)? the end)|(?P<l>loses?|fails?|dies?|is caught|are caught|has lost|have lost|gets? caught))(?: the game)?",
        body,
        re.IGNORECASE,
    )
    if won and not negative:
        kind = "good" if won["w"] else "losing"
        some = [one for one in naming.things(world) if one.kind == "ending" and one.id in naming.ending_ids(world, kind)]
        if not some:
            return []
        line = quoted(deed)
        if line and re.match(r"(?:say|read|tell|show|display|be|see|hear|be told)\b|[\"“]", deed):
            return [(0.94, partial(closings.says, things=some, line=line))]
        text = (
            deed
            if not subject
            else told(
                "You" if re.fullmatch("you|the player|one", subject, re.IGNORECASE) else subject,
                deed,
                many=True if re.fullmatch("you|the player|one", subject, re.IGNORECASE) else None,
            )
        )
        if len(text.split()) > 2 and not (
            re.fullmatch(HERO, subject, re.IGNORECASE) and re.search(r"\b(?:get|go|come|lead|end up|back to|start|sent|be able)\b", deed)
        ):
            return [(0.86, partial(closings.shows, things=some, text=text))]
        return []
    goal = str(world.get("metadata", {}).get("understood", {}).get("goal", {}).get("object") or "")
    found = re.fullmatch(
        rf"(?:{HERO}|he|she|they|the [\w ]+?)? ?(?:finally )?(?:finds?|reach(?:es)?|gets?|meets?|frees?|rescues?|sees?|saves?|catch(?:es)?|brings?) (?P<np>.+?)(?: (?:again|at last|back|home))?",
        body,
        re.IGNORECASE,
    )
    if found and goal and naming.words(found["np"])[-1:] == naming.words(goal)[-1:] and not negative and not _LOSES.fullmatch(deed):
        some = [one for one in naming.things(world) if one.kind == "ending" and one.id in naming.ending_ids(world, "good")]
        who = goal if re.fullmatch(r"it|he|she|they", subject, re.IGNORECASE) else subject
        if some and subject and (line := quoted(deed)) and re.match(r"(?:say|whisper|shout|ask|answer|tell)", deed):
            return [(0.9, partial(closings.shows, things=some, text=f'{capital(who)} {bare_third(deed)}: "{line}"'))]
        if some and subject and (line := quoted(deed)) and re.match(r"(?:say|whisper|shout|ask|answer|tell)\b", deed):
            return [(0.9, partial(closings.shows, things=some, text=f'{capital(who)} {told("x", deed.split(" ")[0])[2:]}: "{line}"'))]
        if some and subject and not re.match(r"(?:say|get|give|be able|have to)\b", deed):
            return [(0.86, partial(closings.shows, things=some, text=told(who, deed)))]
    if (falls := re.fullmatch(r"(?P<x>.+?),? and (?P<r>lose|die|win)(?: the game)?", deed)) and re.fullmatch(HERO, subject, re.IGNORECASE):
        act = re.sub(rf"^(?:{HERO}|he|she|they) (?:try to |tries to |tried to )?", "", body, flags=re.IGNORECASE)
        cut = slots.located(world, act)
        spot = cut.place or slots.where_of(world, act)
        if spot is not None:
            return [
                (
                    0.92,
                    partial(
                        closings.by_deed, deed=bare_verb(cut.what), place=spot, losing=falls["r"] != "win", happens=f"you {falls['x']}"
                    ),
                )
            ]
    loses, wins = _LOSES.fullmatch(deed) or _LOSES.fullmatch(f"{subject} {deed}"), _WINS.fullmatch(deed)
    if (loses or wins) and re.fullmatch(rf"{HERO}|it|that|this|he|she|they|the (?:game|story)|", subject, re.IGNORECASE):
        act = re.sub(rf"^(?:{HERO}|he|she|they) (?:try to |tries to |tried to )?", "", body, flags=re.IGNORECASE)
        cut = slots.located(world, act)
        if cut.place is None and (spot := slots.where_of(world, act)):
            cut = slots.Located(act, spot)
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(closings.by_deed, deed=bare_verb(cut.what), place=cut.place, losing=bool(loses)))]
    return []


def _leads_to_end(world: World, subject: str, deed: str) -> list[Scored]:
    """ "jumping into the water in the cave should be the end", "whoever drinks from it should lose"."""
    hero = re.fullmatch(HERO, subject, re.IGNORECASE)
    if hero and (
        both := re.fullmatch(
            r"(?:be able to )?(?P<v>.+?),? (?:and|but|then|which)(?: (?:that|this|it|then))?(?:'s| is| should be| would be| means?| is then)? (?P<r>(?:lose|die|fail|game over|the end|a (?:bad|losing) (?:ending|end)|lose the game|win|win the game)(?: the game| for it| by it| that way)*)",
            deed,
        )
    ):
        cut = slots.located(world, both["v"])
        if cut.place is None and (spot := slots.where_of(world, both["v"])):
            cut = slots.Located(both["v"], spot)
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(closings.by_deed, deed=bare_verb(cut.what), place=cut.place, losing=not both["r"].startswith("win")))]
    if (
        hero
        and (ends := re.fullmatch(r"(?P<v>.+?) (?:that|which) (?P<r>(?:ends|kills|loses|makes) .+?)(?P<in> (?:in|at|on) .+)?", deed))
        and _LOSES.fullmatch(ends["r"])
    ):
        cut = slots.located(world, f"{ends['v']}{ends['in'] or ''}")
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(closings.by_deed, deed=bare_verb(cut.what), place=cut.place, losing=True))]
    loses, wins = _LOSES.fullmatch(deed), _WINS.fullmatch(deed)
    if not (loses or wins):
        return []
    act = re.fullmatch(
        r"(?:whoever|anyone who|anybody who|everyone who|someone who|if you|those who) (?:tries to |try to |dares to )?(?P<v>.+)|(?P<g>[a-z]+ing .+)|to (?P<t>[a-z]+ .+)",
        subject,
        re.IGNORECASE,
    )
    if act is None:
        return []
    cut = slots.located(world, act["v"] or act["g"] or act["t"])
    if cut.place is None or len(cut.what.split()) < 2:
        return []
    return [(0.92, partial(closings.by_deed, deed=bare_verb(cut.what), place=cut.place, losing=bool(loses)))]


_PRESENT: Final = r"(?:appear|be|be there|be here|show up|turn up|come back|come|return|be seen|be mentioned|be back|reappear)(?: too| again| there| there too)*"


def bare_third(deed: str) -> str:
    """ "say 'I knew'" -> "says"."""
    return told("x", deed.split(" ")[0])[2:]
