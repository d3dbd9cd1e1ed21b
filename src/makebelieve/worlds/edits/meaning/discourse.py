"""Wishes that take two sentences or a heading to say one thing: what is disliked and what shall be there, "title of the bad ending: ..."."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits.meaning.forms import plain
from makebelieve.worlds.edits.meaning.known import Known
from makebelieve.worlds.edits.meaning.slots import attribute
from makebelieve.worlds.edits.targets import World

_DISLIKED: Final = re.compile(
    r"(?:no more|no|(?:I|we) (?:really )?(?:don't|do not|never) (?:really )?(?:like|want|need|get)|(?:I|we) (?:hate|dislike)|remove|delete|take out|drop|get rid of|forget|lose) (?P<a>(?:the name )?.+?)"
    r"|(?:I keep reading )?(?P<b>.+?) (?:is|are|sounds?|seems?|feels?|looks?) (?:(?:so|too|very|really|a bit|just|kind of|rather|pretty|far too|way too) )*(?:boring|dull|silly|stupid|scary|odd|weird|wrong|ugly|lame|bland|overused|cliched|strange|sad|dark|childish|confusing|generic|long|short|a bad name|unfitting|creepy|annoying|not (?:scary|funny|interesting|nice|good)(?: enough)?)"
    r"|(?P<c>.+?) (?:doesn't|does not|don't|do not) (?:fit|work|belong|make sense|suit)(?: (?:in )?(?:here|there|it|the story|well|at all))?"
    r"|(?P<d>.+?) (?:has|have) no (?:proper |real |good )?name(?: yet)?|(?:I keep reading) (?P<e>.+?)(?: and I (?:don't|do not) like (?:that|the) name)?",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(
    r"(?:and |but |so |then |please |maybe |perhaps |rather )*(?:(?P<name>(?:call|name|rename) (?:it|him|her|them|that)(?: to| as)?)|use|make (?:it|that|him|her|them)|turn (?:it|him|her|them) into|replace (?:it|him|her|them|that) (?:with|by)|swap (?:it|him|her|them) for|let (?:it|him|her|them|that) be|(?:it|he|she|they) should be|I want|I'd like|I'd prefer|I would like|I would prefer|give me|put|take|have|there should be|there could be|how about|what about|better|let's have|let there be|try|rather)?:? ?(?P<v>[^,.;]+?)(?: (?:instead|would be (?:nicer|better|good|great|more fun|cooler)|is better|would do|would fit(?: better)?|fits better|sounds better|in (?:its|his|her|their) place|please|rather|would suit (?:it|them) better|would be a better fit))*",
    re.IGNORECASE,
)
_TWO: Final = re.compile(r"(?P<a>[^.;!,]+(?:(?<=Mr)\.|(?<=Mrs)\.|(?<=Dr)\.|(?<=Ms)\.)?[^.;!,]*)(?:[.;!,]+ | - )(?P<b>.+)")
_MENDED: Final = (
    (re.compile(r"(?:let's |please |can you |could you )?(?:rename|call) (?P<t>[^,]+), (?:it|he|she|they) (?:should|could|must|can) (?:now )?be (?:called |named )?(?P<v>[^,]+?)(?: now| from now on)?", re.IGNORECASE), r"rename \g<t> to \g<v>"),
    (re.compile(r"(?:wherever|everywhere|whenever) (?:it says|you (?:say|write)|there is|the text says) (?P<t>.+?),? (?:I want it to (?:say|be)|it should (?:say|be)|(?:please )?(?:write|say|put|use)) (?P<v>.+)", re.IGNORECASE), r"change \g<t> to \g<v>"),
    (re.compile(r"(?P<t>.+?) (?:is|are) (?:unnecessary|superfluous|not needed|not necessary|annoying to find),? (?:one|you|the player|people) should (?:get|be able to|go|do|manage).*without (?:it|them)", re.IGNORECASE), r"you should not need \g<t>"),
    (re.compile(r"(?:let|make|have) (?:it|the (?:story|game)) end so that (?P<v>.+)", re.IGNORECASE), r"the story should end so that \g<v>"),
    (re.compile(r"(?:let it|it should|make it) be (?P<v>(?:an?|some|the) [^,]+), (?:and )?not (?P<t>.+)", re.IGNORECASE), r"replace \g<t> with \g<v>"),
    (re.compile(r"the (?:goal|aim|mission|point|quest|task) (?:isn't|is not|shouldn't be|should not be) (?P<t>.+?),? (?:but|it's|it is|it should be|rather) (?P<v>(?!to\b).+)", re.IGNORECASE), r"change the goal to get \g<v>"),
    (re.compile(r"what happened to (?P<t>.+?)\? (?P<v>.+)", re.IGNORECASE), r"\g<v>"),
)  # fmt: skip


def restated(world: World, text: str) -> str | None:
    """One plain wish for a text of this sort; None for any other."""
    bare = plain(text.strip())
    for pattern, said in _MENDED:
        if (found := pattern.fullmatch(bare)) is not None:
            return found.expand(said)
    if (
        changed := re.fullmatch(
            r"(?:change|rewrite|edit|make) (?P<t>the (?:[a-z]+ )?ending)(?: (?:like this|so))?: ?(?P<v>[^\"]+)", bare, re.IGNORECASE
        )
    ) is not None:
        return f"{changed['t']}: {changed['v']}"
    known = Known(world)
    if (colon := re.fullmatch(r"(?P<t>[^:\".!?]{3,60}?): ?(?P<v>.+)", bare)) is not None:
        if attribute(colon["t"]) is not None:
            return f"{colon['t']} should be {colon['v']}"
        if (
            name := re.fullmatch(
                r"(?:(?:please )?(?:rename|change)(?: it)?|new name|call it|name)(?: to| as| into|:)? (?P<v>.+)", colon["v"], re.IGNORECASE
            )
        ) and known.find(colon["t"]):
            return f"rename {colon['t']} to {name['v']}"
    for two in _halves(bare):
        disliked, proposed = _DISLIKED.fullmatch(two[0].strip()), _PROPOSED.fullmatch(plain(two[1]))
        if disliked is None or proposed is None:
            continue
        target = next(one for one in disliked.groups() if one).strip()
        target = re.sub(r"^the name ", "", target)
        thing = known.find(target) or known.find(re.sub(r"^(?:an?|any|these|those|that|this) ", "the ", target))
        value = proposed["v"].strip()
        if (
            thing is None
            or known.find(value) is not None
            or not value
            or re.search(r"\b(?:it|him|her|them|should|is|are|in|at|on)\b", re.sub(r" with .+| named .+| called .+", "", value))
        ):
            continue
        if proposed["name"] or (re.match(r"[\"'A-Z]", value) and not re.match(r"(?:an?|the|some) ", value)):
            return f"rename {target} to {value}"
        if re.match(r"(?:an?|some|two|three|the|several) |[a-z]+s$", value):
            return f"replace {target} with {value}"
    return None


def _halves(text: str) -> list[tuple[str, str]]:
    return [
        (text[: cut.start()], text[cut.end() :])
        for cut in re.finditer(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bMs)(?:[.;!,]+ | - | (?:please|but),? )", text)
    ]
