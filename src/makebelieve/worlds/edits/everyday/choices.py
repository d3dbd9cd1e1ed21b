"""Choices by their place in the list, and more of them."""

from __future__ import annotations

import re
from typing import Any, Final

from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.generation.english import capital

_NTH: Final = r"(?:the )?(?:very )?(?P<n>first|second|third|fourth|last|final) (?:choice|option|button|answer)"
_WHERE: Final = r"(?: (?:in|at|on|of) (?P<t>(?:the |my )?[\w' -]+?))?"
_RELABEL: Final = re.compile(
    rf"(?:please )?(?:rename|relabel|call|change|reword|retitle|name|make|turn)(?: the (?:text|label|name|words?) (?:of|on))? {_NTH}{_WHERE}(?: (?:to|into|as|say|read|to say|to read))?:? (?P<v>\"[^\"]+\"|'[^']+'|(?-i:[A-Z]).{{1,80}})"
    rf"|{_NTH.replace('<n>', '<n2>')}{_WHERE.replace('<t>', '<t2>')} (?:should|could|must)(?: (?:be called|be named|be|say|read))+:? (?P<v2>\"[^\"]+\"|'[^']+'|(?-i:[A-Z]).{{1,80}})",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"(?:(?:please )?(?:add|give (?:me|us|the player|her|him|them)|I (?:want|would like|need)|there should be|let there be|we need|have|make|with|put|can (?:we|I|you) have|offer) )?(?:some |a few |many |lots of |a couple of |even )?"
    r"(?:more|extra|additional|further) (?:choices|options|things (?:to do|one can do|you can do|I can do)|actions|possibilities)(?: (?P<p>in|at|on|for) (?P<t>.+?))?",
    re.IGNORECASE,
)
_RENAME: Final = re.compile(
    r"(?:please )?(?:rename|relabel|change|reword|call)(?: the (?:choice|option|button))? (?P<c>\"[^\"]+\"|'[^']+'|.+?) (?:to|into|as) (?P<v>\"[^\"]+\"|'[^']+'|(?-i:[A-Z]).{1,80})",
    re.IGNORECASE,
)

_ENOUGH: Final = 7
"""As many choices as a scene may offer before no more are added."""


def read(draft: Draft, text: str) -> str | None:
    if match := _RELABEL.fullmatch(text):
        return _relabelled(draft, match)
    if match := _RENAME.fullmatch(text):
        return _renamed(draft, match["c"], match["v"])
    if match := _MORE.fullmatch(text):
        return _more(draft, match["t"])
    return None


def _offered(draft: Draft, key: str) -> list[dict[str, Any]]:
    return [one for one in draft.events if key in one["from"] and not one.get("hidden") and one.get("label")]


def _relabelled(draft: Draft, match: re.Match[str]) -> str | None:
    """The first or last choice of a place is worded otherwise; without a place, the first of the start or the last of the end."""
    which, where = (match["n"] or match["n2"]).lower(), match["t"] or match["t2"]
    new = (match["v"] or match["v2"]).strip().strip("\"'“”").strip(" .")
    if not new:
        return None
    last = which in ("last", "final")
    if where:
        found = spot(draft.world, where)
        if found is None:
            return None
        key = found.key
    else:
        key = naming.last_place(draft.world) if last else str(draft.world["entrance"]["state"])
    some = _offered(draft, key)
    number = -1 if last else {"first": 0, "second": 1, "third": 2, "fourth": 3}[which]
    if number >= len(some):
        return None
    event = some[number]
    old = referents.label_of(event)
    event["label"] = capital(new)
    other = next((referents.label_of(one) for one in reversed(some) if one is not event), "")
    end = ", where it ends" if not where and last else ""
    again = f". For another one say: rename '{other}' to '{capital(new)}'" if other and not where else ""
    return f"'{old}', the {which} choice {at(draft, key)}{end}, is now '{capital(new)}'{again}"


def _more(draft: Draft, where: str | None) -> str | None:
    """One more thing to do in a place, or in each that offers few: a closer look at what is there."""
    if where and not re.fullmatch(
        r"(?:each|every|all|all the|the) ?(?:of the )?(?:places?|rooms?|scenes?|world|game|story)?|everywhere", where, re.IGNORECASE
    ):
        found = spot(draft.world, where)
        if found is None:
            return None
        keys, each = [found.key], 2
    else:
        order = [key for key in naming.in_order(draft.world) if key in draft.builder.place_of]
        keys, each = sorted(order, key=lambda key: (len(_offered(draft, key)), order.index(key)))[:4], 1
    made: list[str] = []
    for key in keys:
        for _ in range(each):
            if len(_offered(draft, key)) >= _ENOUGH and not where:
                break
            before = {str(one.get("label")) for one in draft.events}
            draft.builder.look(key)
            event = draft.events[-1]
            if event.get("label") in before or event.get("label") is None:
                draft.events.pop()
                continue
            made.append(f"'{event['label']}' {at(draft, key)}")
    if not made:
        raise Unsure(f"The choices {at(draft, keys[0])} are many already. What more shall one do in {shown_name(draft.world, keys[0])}?")
    return f"There {'are' if len(made) > 1 else 'is'} now {naming.listed(made)}"


def _renamed(draft: Draft, old: str, new: str) -> str | None:
    """A choice that is named by all its words is worded otherwise; nothing else of the world is."""
    said, made = (one.strip().strip("\"'“”").strip(" .") for one in (old, new))
    some = [one for one in draft.events if str(one.get("label", "")).lower() == said.lower()]
    if not some or len(said.split()) < 2 or not made:
        return None
    shown = referents.label_of(some[0])
    for one in some:
        one["label"] = capital(made)
    return f"The choice '{shown}' is now '{capital(made)}'"
