"""Reads one clause of an instruction into graph operations. The first reader whose words fit has it; narrow ones come first."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from difflib import get_close_matches
from functools import partial
from typing import Any, Final

from makebelieve.worlds.edits import appearance, choice_wishes, graph_wishes, prose, prose_wishes, removals, requests
from makebelieve.worlds.edits.phrasings import plainly
from makebelieve.worlds.edits.targets import Unsure, World

Ops = list[dict[str, Any]]
POSSIBLE: Final = (
    "rename, add, connect or remove places, change weather, time, tone or point of view, add endings, locked doors and characters, "
    "hide events, make them one-shot, give them keys, change goals, titles and texts, move the start, lengthen or shorten"
)
Reader = Callable[[World, re.Match[str]], Ops]
_QUOTE: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_POLITE: Final = re.compile(
    r"^(?:please|could you|can you|would you|i want (?:you )?to|i'd like (?:you )?to|let's|just|now|also"
    r"|maybe|perhaps|i think|hey|ok(?:ay)?,?|so|and|then"
    r"|it would be (?:nice|great|good|cool|better|lovely) if|i wish|i'd (?:like|love) it if|can we|could we|let us|we should)\s+",
    re.IGNORECASE,
)

_TABLE: Final[tuple[tuple[str, Reader], ...]] = (
    # names
    (r"reword (?:the )?(?P<old>.+?) to (?P<new>.+)", graph_wishes.reword),
    (r"(?:change|set|rename) (?P<which>\"[^\"]+\"|'[^']+') (?:in)?to (?P<new>\"[^\"]+\"|'[^']+')", choice_wishes.relabel),
    (r"(?:re)?(?:name|title|call) (?:the |this )?(?:world|game|story|adventure)(?: to| as)? (?P<new>.+)", prose_wishes.world_name),
    (
        r"(?:change|set) (?:the |its )?(?:world'?s? |game'?s? )?(?:name|title)(?: of the (?:world|game))? to (?P<new>.+)",
        prose_wishes.world_name,
    ),
    (
        r"(?:rename|call) (?:the )?(?P<kind>bad|sad|losing|lose|lost|tragic|good|happy|winning|win|best|true|secret|hidden) ending "
        r"(?:to |as |into )?(?P<new>.+)",
        choice_wishes.ending_title,
    ),
    (r"(?:rename|call) (?:the )?(?P<old>.+?) (?:to|as|into) (?P<new>.+)", graph_wishes.rename),
    (r"call (?:the )?(?P<old>.+?) (?P<new>(?:the|an?) .+)", graph_wishes.rename),
    (r"(?:change|set) the name of (?:the )?(?P<old>.+?) to (?P<new>.+)", graph_wishes.rename),
    # goals and texts
    (r"(?:change|set|make) (?:the )?(?:goal|aim|mission)(?: text)? (?:to|into|be)?:? ?(?P<new>.+)", prose_wishes.goal),
    (r"(?:change|set) (?:the )?(?:objective|goal|step) (?P<which>.+?) to (?P<new>.+)", prose_wishes.objective),
    (
        r"(?:change|set) (?:the )?(?P<what>logline|story|description|subject) (?:of the world |of the story )?to (?P<new>.+)",
        prose_wishes.world_text,
    ),
    (
        r"(?:change|set) (?:the )?(?P<what>description|narration|title|subtitle|locked hint|hint|detail|text) "
        r"(?:of|for|in|at) (?:the )?(?P<which>.+?) to (?P<new>.+)",
        prose_wishes.field_text,
    ),
    # single choices
    (r"add (?:a |another )?(?:oneway|one-way) (?:path|way) from (?P<here>.+?) to (?P<there>.+)", choice_wishes.one_way),
    (r"disconnect (?P<here>.+?) from (?P<there>.+)", choice_wishes.disconnect),
    (r"(?:add|put) (?P<name>an? .+?) between (?:the )?(?P<here>.+?) and (?:the )?(?P<there>.+)", choice_wishes.between),
    (r"lock the exits of (?:the )?(?P<which>.+?) with (?P<flag>.+)", choice_wishes.exits),
    (r"place (?P<flag>.+?) in (?:the )?(?P<where>.+)", choice_wishes.lies_in),
    (r"make entering (?:the )?(?P<which>.+?) one-shot", choice_wishes.entering_once),
    (
        r"make (?:the )?(?P<which>.+?) (?:visible|findable|possible|available|open|work) only (?:once|after|when|if) "
        r"(?:you|the player) (?:hold|have|holds|has|found|find|finds|own|owns|got|gets|get) (?:the )?(?P<flag>.+)",
        choice_wishes.needs,
    ),
    (
        r"(?P<how>hide|show|reveal|unhide) (?:the )?(?:button|choice|way|option|event|path|door|exit) (?:that|which) (?:leads|goes) "
        r"(?:in)?to (?:the )?(?P<where>.+)",
        choice_wishes.leading_choice,
    ),
    (
        r"(?:add|offer) (?:a |an |another )?(?:new )?(?:choice|option|button|action) (?:in|at|on|to) (?:the )?(?P<where>[^:,\"]+?)"
        r"(?::|,? (?:called|named|saying):?) ?(?P<label>\"[^\"]+\"|[A-Z][^,]+?)"
        r"(?:,? (?:that leads|which leads|leading|going) (?:in)?to (?:the )?(?P<to>.+))?",
        choice_wishes.choice,
    ),
    (r"give (?:the )?(?P<where>.+?) (?P<what>(?:an?|some|two|three|four|many) .+)", choice_wishes.shows),
    (r"make (?:it|(?:the )?(?P<where>.+?)) (?:less|not so) (?P<word>[a-z]+)", prose_wishes.less),
    # keys and kinds of events
    (r"(?:set|bind|put) (?:the )?(?:hot ?)?key (?:of|for) (?:the )?(?P<which>.+?) to (?P<key>\S+)", graph_wishes.hotkey),
    (r"(?:bind|give) (?:the )?(?P<which>.+?) (?:to )?(?:the )?(?:(?:hot ?)?key )(?P<key>\S+)", graph_wishes.hotkey),
    (
        r"(?:make|turn|let) (?:the )?(?P<which>.+?) (?:to be |be |into an? )?(?:happen |work |fire |possible )?"
        r"(?P<how>hidden|secret|invisible|visible|one[- ]?shot|once only|only once|just once|once|repeatable|unlocked)(?: event)?",
        graph_wishes.switch,
    ),
    (r"hide (?:the )?(?P<which>[^,]+?)(?: event| choice| button)?", graph_wishes.hide),
    (r"(?:show|reveal|unhide) (?:the )?(?P<which>.+?)(?: event| choice| button)?", graph_wishes.reveal),
    # locks
    (
        r"add (?:a |another )?locked (?:door|gate) (?:from (?:the )?(?P<here>.+?) )?(?:in)?to (?:the )?(?P<which>.+?) "
        r"(?:that |which )?(?:need(?:s|ing)|requir(?:es|ing)|with|opened (?:by|with)) (?P<flag>.+?)(?: "
        r"(?:found|hidden|lying) (?:in|at) (?:the )?(?P<where>.+))?",
        graph_wishes.lock,
    ),
    (
        r"(?:lock|close|block) (?:the )?(?:door to (?:the )?|way to (?:the )?)?(?P<which>.+?) "
        r"(?:with|behind|unless (?:the player|you) (?:has|have)|until (?:the player|you) (?:has|have|finds?|gets?)|so "
        r"it needs) (?P<flag>.+?)"
        r"(?: (?:found|hidden|lying) (?:in|at) (?:the )?(?P<where>.+))?",
        graph_wishes.lock,
    ),
    (
        r"make (?:the )?(?:door to (?:the )?)?(?P<which>.+?) (?:need|require) (?P<flag>.+?)(?: (?:found|hidden|lying) "
        r"(?:in|at) (?:the )?(?P<where>.+))?",
        graph_wishes.lock,
    ),
    (r"lock (?:the )?(?P<which>.+)|add (?:a |another )?locked (?:door|gate).*", graph_wishes.lock_without_key),
    (r"unlock (?:the )?(?P<which>.+)", graph_wishes.unlock),
    # endings
    (
        r"(?:add|give (?:it|the world)|make) (?:a |an |another )?(?:new )?(?:second |third )?(?P<kind>[a-z]+ )?ending"
        r"(?: (?:called|titled|named) (?P<title>\"[^\"]+\"|'[^']+'|.+?))?"
        r"(?: (?:from|in|at|after|reached from|reachable from|out of) (?:the )?(?P<where>.+))?",
        graph_wishes.ending,
    ),
    # places and ways
    (r"(?:start|begin)(?: the (?:player|game|world|story))? (?:in|at|on|from) (?:the )?(?P<which>.+)", graph_wishes.entrance),
    (
        r"(?:set|move|change) (?:the )?(?:entrance|start|starting (?:place|point))(?: to| in| at)? (?:the )?(?P<which>.+)",
        graph_wishes.entrance,
    ),
    (r"(?:connect|link|join) (?:the )?(?P<here>.+?) (?:to|with|and) (?:the )?(?P<there>.+)", graph_wishes.connect),
    (
        r"add (?:a |an |another )?(?:new )?(?:way|path|door|passage|transition|exit|road|bridge) (?:from|between) "
        r"(?:the )?(?P<here>.+?) (?:to|and) (?:the )?(?P<there>.+)",
        graph_wishes.connect,
    ),
    (
        r"add (?:a |an |another )?(?:new )?(?:character|person|npc|somebody|someone)(?: (?:called|named))? (?P<who>.+?) "
        r"(?:in|to|at|on|into) (?:the )?(?P<where>.+)",
        graph_wishes.character,
    ),
    (
        r"add (?:a |an |another )?(?:new )?(?:place|room|state|location|scene|area) (?:called|named) (?P<name>.+?)"
        r"(?: (?:next to|behind|near|off|connected to|reachable from|beside|below|above|under|after|in front of|beyond) "
        r"(?:the )?(?P<where>.+))?",
        graph_wishes.place,
    ),
    (
        r"(?:add|put) (?P<name>an? .+?|another .+?) (?:next to|behind|near|off|connected to|reachable "
        r"from|beside|below|above|under|after|in front of|beyond) (?:the )?(?P<where>.+)",
        graph_wishes.place,
    ),
    (r"(?:add|put) (?P<who>an? .+?) (?:in|to|at|on|into|inside) (?:the )?(?P<where>.+)", graph_wishes.character),
    (r"(?:remove|delete|get rid of|take out|drop|cut) (?:the )?(?P<which>.+)", removals.remove),
    (
        r"(?:lengthen it|make (?:it|the (?:world|game|story)) (?:a bit |much )?longer|lengthen(?: the (?:world|game|story))?)",
        graph_wishes.longer,
    ),
    (
        r"(?:shorten it|make (?:it|the (?:world|game|story)) (?:a bit |much )?shorter|shorten(?: the (?:world|game|story))?)",
        removals.shorter,
    ),
    # how it looks and feels
    (
        r"(?:change|switch|set|make|turn|put) (?:it |(?:the )?(?:point of view|pov|view|camera|perspective) "
        r")(?:to|into|in|from)? ?(?:a )?(?P<view>.+)",
        prose_wishes.view,
    ),
    (
        r"(?:make it|let it be|let it|set it (?:at|in)|set (?:the )?(?:time|weather|mood|tone|atmosphere)(?: of day)? to|"
        r"change (?:the )?(?:time|weather|mood|tone|atmosphere)(?: of day)? to|change it to|move it to|turn it) ?(?:an? "
        r"|more |at |start |be )?(?P<word>.+?)"
        r"(?: (?:in|at|on) (?:the )?(?P<where>.+))?",
        prose_wishes.feel,
    ),
    (r"make (?:the )?(?P<where>.+?) (?:more |a bit |much )?(?P<word>[a-z]+)", appearance.appear),
    (r"call (?P<rest>.+)", choice_wishes.call),
    (r"(?:the )?(?P<where>.+?) (?:gets|has|should have|must have|needs|shows|should show) (?P<what>.+)", choice_wishes.shows),
)
_WORDS: Final = sorted(
    {word for pattern, _ in _TABLE for word in re.findall(r"[a-z]{4,}", pattern)}
    | {"please", "weather", "rename", *prose.WEATHER_OF, *prose.TONE_OF, *(one for one in prose.TIMES if len(one) > 4)}
)
_READERS: Final = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)


def read(world: World, clause: str) -> Ops:
    """Operations for one clause; none when it is not understood. Raises Unsure with a question when it could mean several things."""
    text = clause.translate(_QUOTE).strip()
    while (shorter := _POLITE.sub("", text)) != text:
        text = shorter
    here = frozenset(re.findall(r"[a-z]{3,}", json.dumps([world["scene"], world.get("missions", [])]).lower()))
    for said in (text, _spelled(text, here)):
        ops = _operations(world, said)
        if ops:
            return ops
    return []


def _operations(world: World, text: str, depth: int = 4) -> Ops:
    """What the text asks, by the first way of reading it that fits: ordinary requests, plainer words, the narrow table, loose looks."""
    question: Unsure | None = None
    ways: list[Callable[[], Ops]] = [lambda: _fitted(world, text, requests.table("first"))]
    if depth:
        ways += [partial(_operations, world, plain, depth - 1) for plain in plainly(text) if plain != text]
    ways += [lambda: _fitted(world, text, _READERS), lambda: _fitted(world, text, requests.table("last"))]
    for way in ways:
        try:
            if ops := way():
                return ops
        except Unsure as asked:
            question = question or asked
    if question is not None:
        raise question
    return []


def _fitted(world: World, text: str, readers: tuple[tuple[re.Pattern[str], Reader], ...]) -> Ops:
    for pattern, reader in readers:
        if (match := pattern.fullmatch(text)) and (ops := reader(world, match)):
            return ops
    return []


def _spelled(text: str, here: frozenset[str] = frozenset()) -> str:
    """The text with slips in the words of wishes mended; names (quoted, or with a capital inside the text) stay."""
    if text.isupper():
        text = text.lower()

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() == "teh":
            return "the"
        if word[0] in "\"'" or len(word) < 4 or word.lower() in _WORDS or word.lower() in here or (match.start() and word[0].isupper()):
            return word
        return next(iter(get_close_matches(word.lower(), _WORDS, 1, 0.75)), word)

    return _POLITE.sub("", re.sub(r"\"[^\"]*\"|'[^']*'|[A-Za-z]+", mended, text))
