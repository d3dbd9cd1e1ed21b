"""Readings about endings: what they are called, say and show, who is seen in them, what deed leads to a new one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.meaning import slots
from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish, bare_verb
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import fitted, quoted, told, unquoted
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.wishes import endings as endings_
from makebelieve.worlds.edits.wishes import finales, names
from makebelieve.worlds.generation.english import capital, pictorial, sentence

Scored = tuple[float, Callable[[Draft], str | None]]
_WIN: Final = r"(?:good|happy|winning|win|main|normal|right)"
_LOSE: Final = r"(?:bad|sad|losing|lose|lost|unhappy|tragic|failed|fail)"
_BEST: Final = r"(?:best|true|secret|perfect|hidden)"
_END: Final = re.compile(rf"(?:the |that |this |my )?(?:(?P<k>{_WIN}|{_LOSE}|{_BEST}) (?:ending|end|end screen|finale|last scene)|(?:very )?(?:ending|end|finale|last scene|end screen|final scene|last screen))|(?:the )?(?P<e>(?:ending|end) (?:where|when|if|in which) (?:you|one|the player) (?P<v>wins?|loses?|succeeds?|fails?|dies?))", re.IGNORECASE)  # fmt: skip
_LOSES: Final = re.compile(r"(?:(?:you |one |the player |they |he |she |it )?(?:should |will |must )?(?:lose|loses|die|dies|fail|fails|perish|be killed|be dead|kill you|kills you|be game over|be the end|be fatal|be deadly|end the game(?: badly)?|ends the game(?: badly)?|end badly|ends badly|be over|lead to (?:a |the )?(?:bad|losing) (?:ending|end)|be (?:a|the) (?:bad|losing|sad) (?:ending|end)|mean (?:death|losing|the end|game over)|get you killed|end in (?:a )?(?:disaster|defeat|loss|death)|count as a loss|cost you the game|make you lose)(?: the game| it)?)", re.IGNORECASE)  # fmt: skip
_WINS: Final = re.compile(r"(?:(?:you |one |the player )?(?:should |will )?(?:win|wins|be (?:a|the) (?:good|happy|winning) (?:ending|end)|lead to (?:a |the )?(?:good|happy|winning) (?:ending|end)|end well|be a win|count as a win)(?: the game)?)", re.IGNORECASE)  # fmt: skip


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
        return []
    return _should(world, wish, known)


def _swapped(world: World, wish: Swap) -> list[Scored]:
    old = re.sub(r"^(?:the )?(?:title|name) ", "", wish.old)
    title = quoted(old) or old
    found = next((one for one in naming.things(world) if one.kind == "ending" and one.name.lower() == title.lower().strip(" .")), None)
    new = re.sub(r"^(?:the ending (?:should|could) be (?:titled|called) |call it |title it )", "", wish.new)
    return [(0.93, partial(titled, thing=found, new=new))] if found is not None else []


def _added(world: World, wish: Add) -> list[Scored]:
    what = wish.what
    if line := re.fullmatch(r"(?P<q>[\"“].+?[\"”]|.+?) (?:as|for|to be) (?P<a>the .+)", what):
        both = slots.attribute(line["a"])
        some = ending(world, both[0]) if both else []
        if both and some:
            return [
                (0.93, partial(titled, thing=some[0], new=line["q"]) if both[1] == "name" else partial(says, things=some, line=line["q"]))
            ]
    if deadly := re.fullmatch(
        rf"(?:an? |another )?(?:new )?(?P<k>{_LOSE}|{_WIN})? ?(?:ending|end)(?P<in> (?:in|at|on) .+?)?,? (?:where|in which|if|when|for when|in case|that comes when) (?:{HERO} )?(?:can |could |may )?(?P<v>[a-z]+ .+)",
        what,
    ):
        cut = slots.located(world, f"{deadly['v']}{deadly['in'] or ''}")
        losing = not (deadly["k"] and re.fullmatch(_WIN, deadly["k"]))
        if cut.place is not None and deadly["k"] and re.search(rf"(?:where|if|when|in case|in which) {HERO} ", what):
            return [(0.9, partial(by_deed, deed=cut.what, place=cut.place, losing=losing))]
    option = re.fullmatch(
        r"(?:an? |another )?(?:new )?(?:choice|option|way|button)(?P<in> (?:in|at|on) .+?)?,? (?:to|where you(?: can)?) (?P<v>.+?),? (?:that|which|and (?:that|it|this)|but (?:that|it|this)) (?P<r>.+)",
        what,
    )
    if option and (_LOSES.fullmatch(option["r"]) or _WINS.fullmatch(option["r"])):
        cut = slots.located(world, f"{option['v']}{option['in'] or ''}")
        if cut.place is not None:
            return [(0.9, partial(by_deed, deed=cut.what, place=cut.place, losing=bool(_LOSES.fullmatch(option["r"]))))]
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
            return [(0.86, partial(says, things=win, line=line) if line else partial(shows, things=win, text=text))]
    last = re.fullmatch(
        r"(?P<v>(?:appear|be|show up|turn up|come back|come|return|be seen|be mentioned|be back|reappear|dance|wave|sing|cry|smile)(?: too| again| there| there too)*) (?:in|at) (?P<e>(?:the )?.*\b(?:end|ending|finale|last scene))(?: too| again| as well)?",
        deed,
    )
    if last and (ends := ending(world, last["e"])):
        who = slots.somebody(world, subject)
        if who is not None and not when:
            return [(0.93, partial(with_somebody, things=ends, who=who.name, deed=last["v"]))]
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
        who = slots.somebody(world, sight["np"])
        if who is not None:
            return [(0.92, partial(with_somebody, things=ends, who=who.name, deed="be there"))]
    return []


def _attributes(world: World, subject: str, deed: str) -> list[Scored]:
    value = re.fullmatch(r"be(?:come)?(?: changed to| now)?:? (?P<v>.+)", deed) or re.fullmatch(r":\s*(?P<v>.+)", deed)
    if value is None:
        return []
    if both := slots.attribute(subject):
        some = ending(world, both[0])
        if some and both[1] == "name":
            return [(0.94, partial(titled, thing=some[0], new=value["v"]))]
        if some and both[1] == "words":
            return [(0.94, partial(says, things=some[:1], line=value["v"]))]
    if re.match(r"[\"“]", subject) and (both := slots.attribute(value["v"])):
        some = ending(world, both[0])
        if some and both[1] in ("name", "words"):
            return [
                (0.94, partial(titled, thing=some[0], new=subject) if both[1] == "name" else partial(says, things=some[:1], line=subject))
            ]
    return []


def _of_ending(world: World, some: list[Thing], deed: str, subject: str) -> list[Scored]:
    one = some[0]
    line = quoted(deed)
    several = some if not re.search(r"\b(?:good|bad|happy|sad|win|los)", subject) else some[:1]
    if called := re.fullmatch(
        r"(?:be |have )?(?:called|titled|named|the (?:title|name)|(?:need |get )?another (?:title|name):?|need (?:another|a new|a better|a different) (?:title|name):?|get (?:the|another|a new) (?:title|name):?)[: ]+(?P<v>.+)",
        deed,
    ):
        return [(0.95, partial(titled, thing=one, new=called["v"]))]
    if line and re.match(r"(?:say|read|end|close|finish|show|tell|conclude|state|display|begin|be:?)\b|:", deed):
        return [(0.94, partial(says, things=several, line=line))]
    if deed.startswith(":"):
        text = deed[1:].strip()
        return [(0.85, partial(shows, things=several, text=text))] if len(text.split()) > 2 else []
    if "\n" in deed:
        who, _, what = deed.removeprefix("show that ").partition("\n")
        return [(0.88, partial(shows, things=several, text=told(who, what)))]
    if that := re.fullmatch(
        r"(?:show|tell|say|mention|reveal|explain|be|make clear)(?: (?:you|us|the player))? that (?P<v>.+)|be (?:the one )?(?:where|when|such that) (?P<w>.+)",
        deed,
    ):
        text = that["v"] or that["w"]
        return [(0.9, partial(shows, things=several, text=text))] if len(text.split()) > 1 else []
    if has := re.fullmatch(
        r"(?:show|have|include|contain|feature|mention|speak of|tell of|tell about|tell what happens to|tell what happened to|say what becomes of|bring back) (?P<np>.+)",
        deed,
    ):
        person = slots.somebody(world, has["np"])
        if person is not None:
            return [(0.92, partial(with_somebody, things=several, who=person.name, deed="be there"))]
        return [(0.84, partial(holds, thing=one, what=has["np"]))] if not deed.startswith("have a choice") else []
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
            return [(0.94, partial(says, things=some, line=line))]
        text = (
            deed
            if not subject
            else told(
                "You" if re.fullmatch("you|the player|one", subject, re.IGNORECASE) else subject,
                deed,
                many=True if re.fullmatch("you|the player|one", subject, re.IGNORECASE) else None,
            )
        )
        if len(text.split()) > 2 and not re.search(r"\b(?:get|go|come|lead|end up|back to|start|sent|be able)\b", deed):
            return [(0.86, partial(shows, things=some, text=text))]
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
        if some and subject and not re.match(r"(?:say|get|give|be able|have to)\b", deed):
            return [(0.86, partial(shows, things=some, text=told(who, deed)))]
    loses, wins = _LOSES.fullmatch(deed) or _LOSES.fullmatch(f"{subject} {deed}"), _WINS.fullmatch(deed)
    if (loses or wins) and re.fullmatch(rf"{HERO}|it|that|this|he|she|they|the (?:game|story)|", subject, re.IGNORECASE):
        act = re.sub(rf"^(?:{HERO}|he|she|they) (?:try to |tries to |tried to )?", "", body, flags=re.IGNORECASE)
        cut = slots.located(world, act)
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(by_deed, deed=bare_verb(cut.what), place=cut.place, losing=bool(loses)))]
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
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(by_deed, deed=bare_verb(cut.what), place=cut.place, losing=not both["r"].startswith("win")))]
    if (
        hero
        and (ends := re.fullmatch(r"(?P<v>.+?) (?:that|which) (?P<r>(?:ends|kills|loses|makes) .+?)(?P<in> (?:in|at|on) .+)?", deed))
        and _LOSES.fullmatch(ends["r"])
    ):
        cut = slots.located(world, f"{ends['v']}{ends['in'] or ''}")
        if cut.place is not None and len(cut.what.split()) > 1:
            return [(0.92, partial(by_deed, deed=bare_verb(cut.what), place=cut.place, losing=True))]
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
    return [(0.92, partial(by_deed, deed=bare_verb(cut.what), place=cut.place, losing=bool(loses)))]


# --- what is done ----------------------------------------------------------------------------------------------------------------------------


def titled(draft: Draft, thing: Thing, new: str) -> str | None:
    title = capital(names.clean(unquoted(new)))
    if not title or len(title.split()) > 10:
        return None
    draft.states[thing.id]["ending"]["title"] = title
    draft.subject = Thing("ending", thing.id, title, thing.about)
    return f"The ending '{thing.name}' is now titled '{title}'"


def says(draft: Draft, things: list[Thing], line: str) -> str | None:
    """The last words of endings."""
    text = sentence(capital(unquoted(line)))
    text = text if not re.search(r"[!?]\.$", text) else text[:-1]
    for one in things:
        state = draft.states[one.id]
        state["ending"]["subtitle"] = text
        state["narration"] = text
    draft.subject = things[0]
    return f"The {'ending' if len(things) == 1 else 'endings'} {naming.listed([repr(one.name) for one in things])} now {'says' if len(things) == 1 else 'say'}: {text}"


def shows(draft: Draft, things: list[Thing], text: str) -> str | None:
    """What is seen and told in endings besides."""
    bare = names.clean(re.sub(r"^(?:that|how|where) ", "", text))
    player = draft.builder.scenery.seen["P"]
    many = "P" in draft.builder.scenery.plurals
    said = sentence(capital(bare))
    seen = re.sub(
        r"^(?:you|the player|we|I) (?P<v>[a-z]+)\b", lambda one: told(player, bare_verb(one["v"]), many=many), bare, flags=re.IGNORECASE
    )
    seen = re.sub(r"\byour\b", "their", re.sub(r"\byou\b", player, seen))
    for one in things:
        state = draft.states[one.id]
        first, _, rest = state["base"].partition(". ")
        state["base"] = f"{first.rstrip('.')}. {sentence(capital(pictorial(seen)))} {rest}".strip()
        state["ending"]["subtitle"] = f"{state['ending'].get('subtitle', '').rstrip()} {said}".strip()
        state["narration"] = state["ending"]["subtitle"]
    draft.subject = things[0]
    return f"In the {'ending' if len(things) == 1 else 'endings'} {naming.listed([repr(one.name) for one in things])} it now says: {said}"


def with_somebody(draft: Draft, things: list[Thing], who: str, deed: str) -> str | None:
    """Somebody whom the story knows is there in the end."""
    bare = re.sub(
        r"^(?:be (?:there|seen|back|mentioned|here)|appear|show up|turn up|come back|come|return|reappear|be)(?: too| again| there| there too| as well)*$",
        "be there too",
        deed,
    )
    fresh = [one for one in things if re.sub(r"^(?:the|an?) ", "", who) not in draft.states[one.id]["base"]]
    if not fresh:
        raise Unsure(f"{capital(who)} is in the ending '{things[0].name}' already. What shall they do there?")
    line = told(who, bare)
    if bare == "be there too":
        line = f"{who} {'are' if naming.many(who) else 'is'} there too, a little to one side, and {'wave' if naming.many(who) else 'waves'}"
    return shows(draft, fresh, line)


def holds(draft: Draft, thing: Thing, what: str) -> str | None:
    return finales.shows(draft, fitted(k=f"the ending '{thing.name}'", np=what))


def by_deed(draft: Draft, deed: str, place: Thing, losing: bool) -> str | None:
    """A choice that ends the story."""
    bare = re.sub(r",? (?:and lose|and die|there|then)$", "", deed)
    if place.kind != "place" or not re.match(r"[a-z]+ ", bare):
        return None
    return endings_.new(draft, fitted(k="losing" if losing else "winning", t=place.name, **{"if": bare}))
