"""What a premise says to whoever plays, and the forms that strangers fill in, told as the sentence that they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import lemma

_I: Final = re.IGNORECASE
_FIELD: Final = re.compile(
    r"(?:^|(?<=[.;,|/\n])|(?<=[.;,|/] ))\s*(?P<key>title|name|genre|style|tone|mood|theme|setting|place|location|where|world|hero|heroine|player|player character|"
    r"protagonist|main character|character|who|you|goal|objective|mission|quest|task|aim|plot|story|premise|villain|enemy|antagonist|foe)\s*(?::|=)\s*",
    _I,
)
_ROLES: Final = {
    **dict.fromkeys(("hero", "heroine", "player", "player character", "protagonist", "main character", "character", "who", "you"), "hero"),
    **dict.fromkeys(("setting", "place", "location", "where", "world"), "place"),
    **dict.fromkeys(("goal", "objective", "mission", "quest", "task", "aim"), "goal"),
    **dict.fromkeys(("plot", "story", "premise"), "story"),
    **dict.fromkeys(("genre", "style", "tone", "mood", "theme"), "genre"),
    **dict.fromkeys(("villain", "enemy", "antagonist", "foe"), "foe"),
}
_INSIDE: Final = re.compile(r"(?:in|on|at|under|aboard|inside|near|deep|below|beneath|among)\b", _I)
_JOB: Final = r"(?:jobs?|tasks?|missions?|goals?|quests?|orders?|assignments?|purpose|wish|dream|duty|plan|aim)"

_SET_ABOUT: Final = (
    "get|find|learn|win|save|escape|reach|become|bring|return|rescue|build|cross|defeat|beat|prove|steal|deliver|catch|fix|solve|break|remember|survive|overcome|reclaim"
    "|recover|rebuild|open|stop|protect|free|make|choose|convince|repair|clean|collect|gather|play|perform|sing|finish"
)
"""What somebody is helped to do."""

_OBJECTS: Final = {"he": "him", "she": "her", "it": "it", "they": "them"}

_Told = str | Callable[[re.Match[str]], str]


def _done(match: re.Match[str]) -> str:
    """ "One last job: steal back a painting" as what must be done; as it is where no verb stands behind the colon."""
    verb = match["verb"].lower()
    return f"{match['who']} must {verb}" if lemma(verb, "verb") == verb else match[0]


def _tagged(match: re.Match[str]) -> str:
    """A kind of story before its story, behind it, where it is told in passing: "sci-fi, a nurse on Mars" as "A nurse on Mars. Sci-fi."."""
    kind = "apocalypse" if match[1].lower().startswith("post") else match[1].lower()
    story = (
        match[2]
        if re.match(r"(?:the|my|our|two|three|some|you|i|we|in|on|at)\b", match[2], _I) or match[2][:1].isupper()
        else f"a {match[2]}"
    )
    story = re.sub(r"^a (?=[aeiou])", "an ", story)
    return f"{story[:1].upper()}{story[1:]}. {kind.capitalize()}."


def _hurried(match: re.Match[str]) -> str:
    """ "Races to cure the king" as "hurries to cure the king", for whoever does so is on no race track."""
    verb = match["verb"].lower()
    if lemma(verb, "verb") != verb or lemma(verb, "verb") is None:
        return match[0]
    said = {"races": "hurries", "race": "hurry", "is racing": "hurries", "are racing": "hurry"}[match["race"].lower()]
    return f"{said} to {match['verb']}"


_INVITED: Final[tuple[tuple[re.Pattern[str], _Told], ...]] = (
    (re.compile(r"^how (.+?) lost ((?:its|his|her|their) [a-z]+) and (?:got|won|found) (?:it|them) back\b", _I), r"\1 must get \2 back"),
    (re.compile(r"^escape room\b", _I), "Escape from a locked room"),
    (re.compile(r"^(?:(?:a|the|this) (?:game|story|adventure|world)(?:,)? (?:where|in which) )?(?:you(?:'ll| will| get to| can)? )?play(?:ing)? (?:as|the (?:role|part) of) (?=[a-zA-Z])", _I), "You are "),
    (re.compile(r"^(?:in|for) (?:this|my|the) (?:game|story|adventure|world|quest),? (?=(?:you|the player|players|we|i|an?|the)\b)", _I), ""),
    (re.compile(r"^(?:just |now |please )?(?:imagine|picture this|picture|suppose|pretend|let['’]s (?:say|pretend|imagine))(?: that|:|,)? (?=(?:an?|the|you|i|we|my|our|two|three|every|all|it|[a-z]+s\b|[A-Z]))", _I), ""),
    (re.compile(rf"^(?:please )?help ((?:an?|the|my|our) [^.;!?]*? (?:who|whose|that) [^.;!?]*?)(?<!\bto)(?<!\bmust)(?<!\bcan)(?<!\bwill)(?<!\bcould)(?<!\band)(?<!\bor)(?<!\bnot)(?<!\bnever)(?<!\bhelp),? ({_SET_ABOUT}) (?=[a-z])([^.;!?]+)", _I), r"\1 must \2 \3"),
    (re.compile(r"^(post-?\s?apoc(?:alyptic|alypse)?|sci-?fi|science fiction|fantasy|horror|noir|western|steampunk|cyberpunk|romance|rom-?com|comedy|mystery|thriller|crime|fairy ?tale|dystopian?|space opera|historical)(?: (?:story|game|world|setting|adventure))?[,.;:/|]+ (?:an? )?(?=[a-zA-Z'’-]+ [a-zA-Z'’-]+ [^.]+$)(.+?)[. ]*$", _I), _tagged),
    (re.compile(r"^((?:an?|the) [\w' -]{3,40}? where [^.,;!?]{3,60}?),? and ((?:an?|one|two|three) [^.!?;]+)$", _I), r"\1. \2"),
    (re.compile(rf"^(?:your|the) (?:only |final |first |main )?{_JOB}(?: is)?[:,–—-]* (?:to )?(?=(?P<verb>[a-z]+)\b)", _I), lambda match: "You must " if lemma(match["verb"].lower(), "verb") == match["verb"].lower() else match[0]),
    (re.compile(rf"(?<=[.!?;] )(?:your|the) (?:only |final |first |main )?{_JOB}(?: is)?[:,–—-]* (?:to )?(?=(?P<verb>[a-z]+)\b)", _I), lambda match: "You must " if lemma(match["verb"].lower(), "verb") == match["verb"].lower() else match[0]),
    (re.compile(rf"(?P<who>[^.!?;:]*?),? (?:is|are|am|was|were|has been|have been|has|have|gets?|takes?|accepts?) (?:(?:asked|hired|told|ordered|given|sent)(?: (?:to do|for|on|out on))? )?(?:(?:just|only|one|a|an|the|his|her|their|my|our|last|final|simple|impossible|single|secret|dangerous|big|new|strange) )+{_JOB}(?::| ?[–—-]) (?:to )?(?P<verb>[a-z]+)\b", _I), _done),
    (re.compile(r"\b(?P<race>races|race|is racing|are racing) (?:against (?:time|the clock) )?to (?P<verb>[a-z]+)\b(?= (?:an?|the|his|her|their|my|our|its|back|every|all|out|[A-Z]))", _I), _hurried),
    (re.compile(r"^what if ([^?.]+?),? (?:and|but) ((?:an?|the|one|your|my|two|three) (?:[\w-]+ ){1,3}?)(?:had to|has to|have to|must) ([^?]+)\??$", _I), r"\1. \2must \3"),
    (re.compile(r"\b(take|steal|get|win|buy|borrow|recover) from (her|him|it|them|the [a-z]+) ((?:the|an?|her|his|their|my|its) (?:[a-z]+ )?[a-z]+)(?=[.!?,]|$)", _I), r"\1 \3 from \2"),
    (re.compile(r"^(the|an?|our|my) ([^.,;!?]{3,40}?) (?:needs|is looking for|seeks) (?:an?|a new|its) (?:guardian|protector|defender|saviou?r|hero|champion|bodyguard)(?=[.!?]|$)", _I), r"You must protect \1 \2"),
    (re.compile(r"\b(?:and|but) (he|she|it|they) (?:just |only |really )?wants? to be (?:my |our )?(?:best )?friends?(?: with (?:me|us))?(?=[.,!?]|$)", _I), lambda match: f"and I must make friends with {_OBJECTS[match[1].lower()]}"),
    (re.compile(r"\b(pizza|burger|sandwich|taco|noodle|fried chicken|barbecue|waffle|pancake|seafood) (?:place|joint|parlou?r|shack)\b", _I), r"\1 restaurant"),
    (re.compile(r"\b((?:[A-Z][\w'’-]+ )+)[\"“'‘]([A-Z][\w-]*(?: [A-Z]?[\w-]+){0,2})[\"”'’] (?=[A-Z])"), r"\1"),
    (re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,3}(?=[A-Z][a-z]+)"), ""),
)  # fmt: skip


def filled_in(text: str, *, with_kind: bool = False) -> str:
    """A form of labels as sentences: "Hero: a blind girl. Setting: an old mill. Goal: find the bell." as "In an old mill, a blind girl must find the bell"."""
    found = list(_FIELD.finditer(text))
    if not found or (
        len(found) == 1 and (found[0].start() > 0 or found[0]["key"].lower() not in ("title", "name", "genre", "story", "plot", "premise"))
    ):
        return text
    said: dict[str, str] = {}
    rest = text[: found[0].start()].strip(" .;,|/")
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = text[match.end() : end].strip(" .;,|/\n")
        role = _ROLES.get(match["key"].lower(), "title")
        parts = re.split(r"(?:[;|\n]|\.(?= [A-Z])) *", value, maxsplit=1)
        if len(parts) == 2 and role in ("title", "genre", "story"):  # the story itself, behind the last label
            value, rest = parts[0], f"{rest}. {parts[1]}".strip(" .")
        said.setdefault(role, value)
    story = ". ".join(part for part in (rest, said.get("story", "")) if part)
    goal, hero, place = said.get("goal", ""), said.get("hero", ""), said.get("place", "")
    goal = re.sub(r"^(?:to|must|you must|has to) ", "", goal, flags=_I)
    goal = goal[:1].lower() + goal[1:] if goal and lemma(goal.split()[0].lower(), "verb") == goal.split()[0].lower() else ""
    where = place[:1].lower() + place[1:] if re.match(r"(?:an?|the|in|on|at)\b", place, _I) else place
    hero = (
        f"{'an' if hero[:1] in 'aeiou' else 'a'} {hero}"
        if hero[:1].islower() and not re.match(r"(?:an?|the|my|our|you|two|three|some)\b", hero)
        else hero
    )
    if (
        where
        and not re.match(r"(?:an?|the|in|on|at|my|our|two|three)\b", where, _I)
        and not where[:1].isupper()
        and not re.search(r"[a-z]s$", where)
    ):
        where = f"{'an' if where[:1] in 'aeiou' else 'a'} {where}"
    where = where if _INSIDE.match(where) or not where else f"in {where}"
    hero = f"{hero}," if goal and re.search(r", (?:an?|the|his|her|my)\b", hero) else hero  # "Nia, a bus driver, must"
    made = story
    if goal:
        made = f"{story}. " if story else ""
        made += f"{where[:1].upper()}{where[1:]}, " if where else ""
        made += (
            f"{hero[:1].lower() + hero[1:] if where and re.match(r'(?:an?|the) ', hero, _I) else hero} must {goal}"
            if hero
            else f"{'you' if where else 'You'} must {goal}"
        )
    elif hero or where:
        made = ". ".join(
            part for part in (f"You are {hero}{f' {where}' if where else ''}" if hero else f"{where[:1].upper()}{where[1:]}", story) if part
        )
    if not made:
        return said.get("title", "") or text
    made = made[:1].upper() + made[1:]
    return f"{made.rstrip('.!? ')}. {said['genre'].capitalize()}." if said.get("genre") and with_kind else made


def invited(text: str) -> str:
    """The premise as a sentence of whoever plays: "Play as a nurse who …" as "You are a nurse who …", "Imagine a town …" as "A town …"."""
    asked, text = text, filled_in(text, with_kind=True)
    for pattern, told in _INVITED:
        text = pattern.sub(told, text)
    return text if text == asked else text[:1].upper() + text[1:]
