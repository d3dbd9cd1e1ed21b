"""Orders ("put ...", "rename ...", "give ...") as what they want of the world: somebody should be somewhere, be called, have something."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.worlds.edits.meaning.forms import Add, Remove, Should, Swap, Wish, bare_verb
from makebelieve.worlds.edits.meaning.known import HERO, Known

_INTO: Final = r"(?:in|at|on|inside|into|onto|to|over to|under|behind|near|by|next to)"


def ordered(text: str, known: Known) -> list[Wish | str]:
    """What an order wants, in plain forms; empty where its verb is none that is known."""
    made: list[Wish | str] = []
    for pattern, read in _ORDERS:
        match = pattern.fullmatch(text)
        if match is not None and (got := read(match, known)):
            made += got
    return made


def _called(match: re.Match[str], known: Known) -> list[Wish | str]:
    if match.groupdict().get("t"):
        return [Should(match["t"], f"be called {match['v']}")]
    rest = match["rest"]
    both = known.subject(rest)
    if both and (re.match(r"[A-Z\"'\d]|the |an? ", both[1])):
        return [Should(both[0].rstrip(",:"), f"be called {both[1]}")]
    return []


def _put(match: re.Match[str], known: Known) -> list[Wish | str]:
    what, where = match["np"], match["t"]
    verb = match[0].split(" ")[0].lower()
    if re.fullmatch(HERO, what, re.IGNORECASE):
        return []
    where = re.sub(r" instead$|,? not .+$", "", where)
    if tail := re.fullmatch(r"(?P<w>.+?)(?: too| as well)?,? so (?:that )?(?:he|she|they|it) (?P<v>[a-z]+ .+)", where):
        return [Should(what, bare_verb(re.sub(r"^(?:can|could|may|will) ", "", tail["v"]))), Should(what, f"be {match['p']} {tail['w']}")]
    where = re.sub(r" (?:too|as well)$", "", where)
    made: list[Wish | str] = [Should(what, f"be {match['p']} {where}")]
    if re.match(r"(?:an?|some|two|three|another) ", what):
        if verb in ("hide", "leave", "drop", "lay", "bury", "tuck"):
            return [Should(what, f"be hidden {match['p']} {where}")]
        made.insert(0, Add(f"{what} {match['p']} {where}"))
    return made


def _elsewhere(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["t"], "be somewhere else")]


def _turned(match: re.Match[str], known: Known) -> list[Wish | str]:
    if re.search(r"\b(?:objective|step|mission|choice|button|option|text|sentence|word|hint|key of|narration)\b", match["t"]):
        return []
    return [Should(match["t"], f"be {match['v']}")]


def _made(match: re.Match[str], known: Known) -> list[Wish | str]:
    """ "make Otto a plumber": where the name ends is known."""
    rest = match["rest"]
    if guilty := re.fullmatch(
        r"(?P<s>the (?:murderer|killer|culprit|thief|poisoner|burglar|traitor|criminal)) (?:be )?(?P<v>(?:the |(?-i:[A-Z])).+)",
        rest,
        re.IGNORECASE,
    ):
        return [Should(guilty["s"], f"be {guilty['v']}")]
    if need := re.fullmatch(r"(?P<np>.+?) (?:necessary|required|needed|essential|a requirement) (?P<rest>(?:for|to) .+)", rest):
        return [Should("you", f"need {need['np']} {need['rest']}")]
    if free := re.fullmatch(r"(?P<np>.+?) (?:optional|unnecessary|not necessary|superfluous)", rest):
        return [Should("you", f"need {free['np']}", True)]
    if deadly := re.fullmatch(
        r"it (?P<k>deadly|fatal|the end|a losing move|lethal) (?:if (?:you|one|the player)|to|when (?:you|one)) (?P<v>.+)", rest
    ):
        return [Should("you", "lose", when=f"you {deadly['v']}")]
    if theme := re.fullmatch(
        r"(?P<s>it|the (?:game|story)) (?:all )?(?:be )?about (?P<v>(?:an?|the|some|finding|looking for|searching for|his|her|their|my) .+)",
        rest,
    ):
        return [Should(theme["s"], f"be about {theme['v']}")]
    if about := re.fullmatch(r"(?:it|the (?:game|story)) (?:all )?about (?:having to|the task to|how you|trying to) (?P<v>.+)", rest):
        return [Should("the goal", f"be to {about['v']}")]
    both = known.subject(rest)
    if (
        both
        and both[1]
        and not re.match(r"(?:in|at|on|to|of|and|or|look|sound|the (?:first|last))\b", both[1])
        and not re.fullmatch(r"it|this|they", both[0], re.IGNORECASE)
    ):
        return [Should(both[0], f"be {re.sub(r'^(?:in)?to (?:be )?|^be(?:come)? ', '', both[1])}")]
    return []


def _swapped(match: re.Match[str], known: Known) -> list[Wish | str]:
    whole = match[0]
    cuts = [one for one in re.finditer(r" (?:out )?(?:with|by|for|against) ", whole) if one.start() >= match.start("t")]
    for cut in reversed(cuts):
        # "the landlord with the keys with a goose": the longest name that is known.
        if match.end("t") <= cut.start() and known.find(old := whole[match.start("t") : cut.start()]) is not None:
            return [Swap(old, whole[cut.end() :])]
    return [Swap(match["t"], match["v"])]


def _given(match: re.Match[str], known: Known) -> list[Wish | str]:
    fields = match.groupdict()
    if not fields.get("who"):
        both = known.subject(fields["rest"])
        if both is None:
            return []
        who, what = both
    else:
        who, what = fields["who"], fields["np"]
    if name := re.fullmatch(r"(?:the|a new|another|a proper) name:? (?:of )?(?P<v>.+)", what):
        return [Should(who, f"be called {name['v']}")]
    if job := re.fullmatch(
        r"(?:another|a(?: new| different| proper)?) (?:job|trade|profession|occupation): ?(?P<v>.+)|(?:the|a) (?:job|trade|role|profession) of (?P<w>.+)",
        what,
    ):
        return [Should(who, f"be {job['v'] or job['w']}")]
    if like := re.fullmatch(
        r"an? (?P<v>[a-z-]+(?: and [a-z-]+)?) (?:personality|manner|mood|character|attitude|voice|temper|disposition|streak|tone)", what
    ):
        return [Should(who, f"act {like['v']}")]
    if fact := re.fullmatch(r"(?:the )?(?:knowledge|information|secret|fact|line) that (?P<v>.+)", what):
        return [Should(who, f"know that {fact['v']}")]
    if chance := re.fullmatch(r"(?:the |an? )?(?:chance|choice|option|possibility|opportunity|ability|power) (?:to|of) (?P<v>.+)", what):
        return [Should(who, re.sub(r"^(\w+)ing\b", r"\1", chance["v"]))]
    if re.match(r"(?:a )?(?:longer|richer|better|more) ", what):
        return []
    return [Should(who, f"have {what}")]


def _handed(match: re.Match[str], known: Known) -> list[Wish | str]:
    """ "give the lamp to Otto"."""
    return [Should(match["who"], f"have {match['np']}")]


def _gone(match: re.Match[str], known: Known) -> list[Wish | str]:
    what = match["t"]
    if need := re.fullmatch(r"(?:the )?(?:requirement|need|necessity)s? (?:for|of|to have|to find|to bring|to get) (?P<np>.+)", what):
        return [Should("you", f"need {need['np']}", True)]
    if re.match(r"(?:everything|it all|all|me|you)\b", what):
        return []
    return [Remove(re.sub(r" (?:(?:out )?of|from) (?:it|there|the (?:game|story|world|cast))$", "", what))]


def _added(match: re.Match[str], known: Known) -> list[Wish | str]:
    what = match["np"]
    if choice := re.fullmatch(
        r"(?:an? |another |the )?(?:new )?(?:choice|option|button|action|possibility|way)(?P<in> (?:in|at|on) .+?)?(?: for (?:you|the player))? (?:to|where (?:you|one|the player)(?: can| may)?) (?P<v>.+)",
        what,
    ):
        return [Should("you", f"{choice['v']}{choice['in'] or ''}")]
    return [Add(what)]


def _locked(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should("you", f"need {match['np']} to get into {match['t']}")]


def _without(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should("you", f"need {match['np']} to get into {match['t']}")]


def _is(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [match["v"]]


def _set(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["t"], f"be {match['v']}")]


def _does(verb: str) -> Callable[[re.Match[str], Known], list[Wish | str]]:
    def read(match: re.Match[str], known: Known) -> list[Wish | str]:
        return [Should(match["t"] if "t" in match.re.groupindex else "you", verb + match.groupdict().get("v", ""))]

    return read


_ORDERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Known], list[Wish | str]]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (r"(?:call|name|rename|title|retitle|dub|christen|relabel) (?P<t>.+?),? (?:to|as|into) (?P<v>.+)", _called),
        (r"(?:call|name|title|dub|christen) (?P<rest>.+)", _called),
        (r"(?:calling|naming) (?P<rest>.+)", _called),
        (r"use (?P<v>[^,]+?) (?:as|for) the (?:new )?name (?:of|for) (?P<t>.+)", _called),
        (
            r"(?:change|set|switch) (?:the )?name of (?P<t>.+?) (?:to|into) (?P<v>.+)|(?:change|set|switch) (?P<u>.+?)'s name (?:to|into) (?P<w>.+)",
            lambda m, k: _named_to(m),
        ),
        (r"(?:swap|exchange|replace|change|switch) the name (?P<t>.+?) (?:for|with|by|to|into) (?P<v>.+)", _called),
        (
            rf"(?:put|place|move|send|bring|relocate|transfer|shift|set|stick|station|position|hide|lay|leave|drop|bury|tuck|keep) (?P<np>.+?) (?P<p>{_INTO}) (?P<t>.+)",
            _put,
        ),
        (
            r"(?:turn|change|transform|convert|make) (?P<t>.+?) (?:in)?to (?P<v>(?!be\b|become\b|say\b|read\b)(?:an?|the|some|two|three|[A-Z]).+)",
            _turned,
        ),
        (r"(?:turn|change|transform) (?P<t>.+?) (?:in)?to (?P<v>[a-z]+s)", _turned),
        (r"make (?P<rest>.+)", _made),
        (r"(?:replace|swap|exchange|substitute|switch|trade)(?: out)? (?P<t>.+?)(?: out)? (?:with|by|for|against) (?P<v>.+)", _swapped),
        (r"(?:use|put|take|have|get) (?P<v>(?:an?|the|some) .+?) (?:instead of|in place of|rather than|for) (?P<t>.+)", _swapped),
        (
            r"(?:take|put) (?P<t>.+?) out and (?:put|have|bring|use) (?P<v>.+?)(?: there| in| instead| in (?:their|his|her|its) place)*",
            _swapped,
        ),
        (r"(?:give|hand|grant|offer|equip|provide) (?P<rest>.+)", _given),
        (rf"(?:give|equip|provide|supply|leave) (?P<who>{HERO}) (?:with )?(?P<np>.+)", _given),
        (r"(?:give|hand|pass) (?P<np>(?:an?|the|some) .+?) to (?P<who>.+)", _handed),
        (
            r"(?:remove|delete|drop|cut(?: out)?|erase|scrap|scratch|ditch|bin|lose|axe|kill off|kick out|throw out|take out|leave out|get rid of|do away with|write out|forget(?: about)?|skip|eliminate|leave away) (?P<t>.+)",
            _gone,
        ),
        (
            r"(?:take|kick|throw|cut|leave|write|get|send|edit) (?P<t>.+?) (?:out|away|off)(?: (?:of|from) (?:it|there|the (?:game|story|world|cast)))?",
            _gone,
        ),
        (
            r"(?:add|introduce|include|create|insert|invent|build in|throw in|bring in|put in|bring|put) (?P<np>(?:an?|some|two|three|another|more|the|[A-Z]|[a-z]+s\b).*)",
            _added,
        ),
        (r"(?:add|create|offer|include|have) (?P<np>(?:an?|another) (?:new )?(?:choice|option|button|action|possibility)\b.+)", _added),
        (
            r"(?:lock|close|bar|block|shut|seal)(?: up| off)? (?P<t>.+?) (?:so (?:that )?(?:you|one|the player|people|it|they) (?:need|needs|must have|must bring|have to have|has to have|require|requires)|unless (?:you|one|the player) (?:have|has|bring|brings)|until (?:you|one|the player) (?:have|has|find|finds|bring|brings)) (?P<np>.+)",
            _locked,
        ),
        (
            r"(?:don't|do not|never) (?:let|allow) (?:you|anyone|anybody|people|the player|us|me|them)(?: to go| to get)? (?:in(?:to)?|enter|inside) (?P<t>.+?) (?:without|unless (?:you|they|one) (?:have|has)) (?P<np>.+)",
            _without,
        ),
        (
            r"reveal at the (?:very )?end that (?P<z>.+)|reveal(?: later)? that (?P<v>.+)|it (?:turns|should turn|could turn) out that (?P<w>.+)|(?:say|tell|mention|write)(?: somewhere)? that (?P<x>.+)",
            lambda m, k: [f"in the good ending {m['z']}" if m["z"] else m["v"] or m["w"] or m["x"]],
        ),
        (
            r"(?:change|set|edit|rewrite|update|adjust)(?: the)? (?P<t>(?:goal|aim|mission|quest|objective|task)(?: of .+?)?):? (?:to|into|so that (?:you|the player) (?:have|has) to|:)? ?(?P<v>.+)",
            lambda m, k: _goal_to(m),
        ),
        (
            r"(?:change|set|edit|rewrite|update|adjust|reword|make) (?P<t>(?:what .+? (?:says?|greets?.*)|the .+? of .+?|(?:the )?.+?'s .+?)) (?:to|into|be)(?: be| say| read)?:? (?P<v>.+)",
            _set,
        ),
        (rf"(?:start|begin)(?: (?P<who>{HERO}))?(?: off| out)? with(?P<v> .+)", lambda m, k: _does("start with")(m, k)),
        (r"play as(?P<v> .+)", _does("be")),
        (r"(?:end|finish|close) (?P<t>it|the (?:game|story)) (?:with|so that|like this:?)(?P<v> .+)", _does("end with")),
        (
            r"(?:get|meet|find|see|talk to|speak to|learn|hear|encounter|pick up|receive)(?P<v> .+)",
            lambda m, k: _does(m[0].split(" ")[0] if not m[0].startswith(("talk", "speak", "pick")) else " ".join(m[0].split(" ")[:2]))(
                m, k
            ),
        ),
        (r"take (?P<t>.+?) (?:along|with (?:you|me|us|the player))(?: everywhere| wherever you go)?", _does("follow you")),
    )
)


def _named_to(match: re.Match[str]) -> list[Wish | str]:
    return [Should(match["t"] or match["u"], f"be called {match['v'] or match['w']}")]


def _goal_to(match: re.Match[str]) -> list[Wish | str]:
    if re.match(r"[a-z_]+ to ", match["v"]) or re.search(r"\bobjective\b", match["t"]):
        return []
    return [Should("the goal", f"be {match['v']}")]
