"""Hour, sky and length said in passing: "instead of rain it should snow", "night with a full moon", "shorter please"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.frames import changes
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes import scenes, texts
from makebelieve.worlds.generation.english import capital, sentence

_INSTEAD: Final = re.compile(
    r"(?:instead of|rather than|not) (?:the |it being |being )?(?P<a>[\w' -]+?),? (?:but |rather )?(?:(?:it|there|the weather) (?:should|could|must|shall) (?:be )?|(?:make|let) (?:it|there)(?: be)? |I (?:want|would like|would prefer) |have |use |put )?(?P<b>[\w' -]+)"
    r"|(?:(?:make|let) (?:it|there)(?: be)? |it (?:should|must|could)(?: be)? |I (?:want|would like|would prefer) |have )?(?P<b2>[\w' -]+?),? (?:instead of|rather than|and not|,? not) (?:the )?(?P<a2>[\w' -]+)",
    re.IGNORECASE,
)
_MOON: Final = re.compile(
    r"(?:make it|let it be|it should be|set it at|it is)?\s*(?:a )?(?P<h>night|midnight|evening|dusk)?(?: ?time)?,?(?: (?:and|with|under|lit by))? ?(?P<m>(?:an? )?(?:big |huge |bright |red |yellow |silver )?(?:full|new|half|crescent|blood) moon)(?: (?:in|on) the sky)?",
    re.IGNORECASE,
)
_SHORTER: Final = re.compile(
    r"(?:(?:a )?(?:bit|little|lot|much|way) )?shorter(?: texts?)?|(?:the )?(?:texts?|descriptions?|sentences?) (?:should be |must be |is |are )?(?:too long|shorter)|less (?:text|words|reading)|fewer words|too (?:long|much|many)(?: (?:text|words|to read))",
    re.IGNORECASE,
)

_MORE_TEXT: Final = re.compile(
    r"(?:please )?(?:tell|describe|say|write)(?: me| us)? (?:more|a bit more|something more)(?: text| details?)? (?:in|about|of|at|on) (?P<t>.+)",
    re.IGNORECASE,
)
_GOAL: Final = re.compile(
    r"(?:(?:please )?(?:change|set|make|turn) )?the (?:main )?(?:goal|mission|aim|objective|task)(?: of the (?:game|story))? (?:(?:should|must|could) be|to be|to|into|is now|is|be) (?:to )?(?P<v>[a-z]+ing .+)",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"(?P<a>outside|outdoors|inside|indoors) (?:it |everything )?(?:should |must |could )?(?:be |is )?(?P<b>[\w' -]+?),? (?:but|and) (?P<c>outside|outdoors|inside|indoors)(?: it)?(?: should)?(?: be| is)? (?P<d>[\w' -]+)",
    re.IGNORECASE,
)


_HARDER: Final = re.compile(
    r"(?:please )?(?:make|let) (?:it|this|the (?:game|world|story|puzzles?)|everything) (?:be )?(?:(?:\d+|two|three|ten|many|a few|some|several) (?:levels?|times|steps|x)|\d+%|twice as|way way|much much|so much|super|extremely|a ton|tons) (?P<v>harder|hard|easier|easy|more difficult|trickier|simpler)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if match := _HARDER.fullmatch(text):
        harder = match["v"].lower() in ("harder", "hard", "more difficult", "trickier")
        return changes.harder(draft) if harder else changes.easier(draft)
    if _SHORTER.fullmatch(text):
        found = re.fullmatch(r"(?P<v>.+)", text)
        told = looking.brief(draft, found) if found else None
        return f"{told}. For fewer places say: make the game shorter" if told else None
    if match := _MORE_TEXT.fullmatch(text):
        return _richer(draft, match["t"])
    if match := _GOAL.fullmatch(text):
        return _goal(draft, match["v"])
    if match := _MOON.fullmatch(text):
        return _moon(draft, match)
    if match := _SPLIT.fullmatch(text):
        return _each(draft, {match["a"].lower(): match["b"], match["c"].lower(): match["d"]})
    if match := _INSTEAD.fullmatch(text):
        return _other_sky(draft, match)
    return None


def _other_sky(draft: Draft, match: re.Match[str]) -> str | None:
    """One weather, hour or season in place of another: what is named as not wanted is no wish of its own."""
    old, new = looks((match["a"] or match["a2"]).strip()), looks((match["b"] or match["b2"]).strip())
    if not old or not new or {one.kind for one in old} != {one.kind for one in new} or new[0].kind not in ("weather", "hour", "season"):
        return None
    return looking.show(draft, list(draft.states), new)


def _moon(draft: Draft, match: re.Match[str]) -> str | None:
    told = ""
    try:  # a moon is seen in a clear sky
        hour = [*(looks(match["h"]) or []), *(looks("clear") or [])] if match["h"] else looks("clear")
        told = looking.show(draft, list(draft.states), hour or [])
    except Unsure:
        told = ""
    moon = re.sub(r"^(?!an? )", "a ", match["m"].lower())
    done = []
    for key in naming.in_order(draft.world):
        if key in draft.builder.place_of and draft.builder.place_of[key].air == "open":
            try:
                scenes._say(draft, key, sentence(capital(f"{moon} stands above {draft.builder.scenery.part(draft.builder.place_of[key])}")))
            except Unsure:
                continue
            done.append(draft.builder.place_of[key].name)
    if not done:
        return None
    return ". ".join(
        [
            *([told.rstrip(".")] if told else []),
            f"There is {moon} over {naming.listed(done[:4]) if len(done) < 5 else 'every place outdoors'}",
        ]
    )


def _each(draft: Draft, wanted: dict[str, str]) -> str | None:
    """One thing for the places in the open and another for the rooms."""
    told = []
    for where, what in wanted.items():
        found = looks(what)
        open_ = where.startswith("out")
        keys = [
            key
            for key, one in draft.states.items()
            if "ending" not in one and key in draft.builder.place_of and (draft.builder.place_of[key].air == "open") == open_
        ]
        if not found or not keys:
            return None
        if open_ and found[0].kind == "weather":
            keys = list(draft.states)  # it shows at the windows too
        said = looking.show(draft, keys, found)
        told.append(
            said
            if keys == list(draft.states)
            else re.sub(r" (?:everywhere|in .+)$", "", said) + (" outdoors" if open_ else " in the rooms")
        )
    return ". ".join(told)


def _richer(draft: Draft, where: str) -> str | None:
    found = spot(draft.world, where)
    if found is None or found.part:
        return None
    fitted = re.fullmatch(r"(?P<t>.+)", found.name)
    return looking.rich(draft, fitted) if fitted else None


def _goal(draft: Draft, deed: str) -> str | None:
    """A goal said as what is being done, "saving the patient", is to do it."""
    first, _, rest = deed.partition(" ")
    stem = lemma(first.lower(), "verb")
    fitted = re.fullmatch(r"(?P<v>.+)", f"{stem} {rest}") if stem and stem != first.lower() else None
    return texts.goal(draft, fitted) if fitted else None
