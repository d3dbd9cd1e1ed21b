"""What a wish wants something to be: hour, weather, season, mood, style, view, harder, longer; or a name or a noun phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from makebelieve.worlds.edits.light import SEASONS, hour_named
from makebelieve.worlds.edits.moods import OPPOSITE, mood_of

WEATHER_OF: Final = {
    **dict.fromkeys(["rain", "rains", "rainy", "rainier", "raining", "drizzle", "drizzly", "wet", "pouring", "showers"], "rain"),
    **dict.fromkeys(["snow", "snows", "snowing", "snowy", "snowier", "blizzard", "snowfall", "snowstorm"], "snow"),
    **dict.fromkeys(["fog", "foggy", "foggier", "mist", "misty", "mistier", "hazy", "fogy"], "fog"),
    **dict.fromkeys(
        ["storm", "stormy", "stormier", "storms", "thunderstorm", "thunderstorms", "thunder", "lightning", "storming"], "storm"
    ),
    **dict.fromkeys(["sun", "sunny", "sunnier", "clear", "sunshine", "cloudless", "fair"], "clear"),
    **dict.fromkeys(["wind", "windy", "windier", "breezy", "gale", "gusty"], "wind"),
    **dict.fromkeys(["dust", "dusty", "sandstorm", "duststorm", "sandstorms"], "dust"),
    **dict.fromkeys(["heat", "heatwave", "hot", "hotter", "sweltering", "scorching", "boiling"], "heat"),
}
_SEASON_OF: Final = {
    "fall": "autumn",
    "autumnal": "autumn",
    "wintry": "winter",
    "wintery": "winter",
    "summery": "summer",
    "springtime": "spring",
    "wintertime": "winter",
    "summertime": "summer",
    "christmas": "winter",
    **dict.fromkeys(["december", "january", "february"], "winter"),
    **dict.fromkeys(["march", "april", "may", "easter"], "spring"),
    **dict.fromkeys(["june", "july", "august"], "summer"),
    **dict.fromkeys(["september", "october", "november", "halloween"], "autumn"),
}
STYLES: Final[tuple[tuple[str, str], ...]] = (
    (r"black[- ]and[- ]white|noir|old (?:film|movie)s?|monochrome|grayscale|greyscale", "black-and-white film, soft grain, silver greys and deep shadow"),
    (r"water ?colou?rs?", "watercolour painting, wet washes, visible paper grain, soft bleeding edges"),
    (r"pixel(?: art|ated)?|8[- ]?bit|16[- ]?bit|retro game", "pixel art, limited palette, crisp square pixels"),
    (r"oil(?: paint(?:ing|ed|s)?)?|painterly", "oil painting, thick visible brush strokes, warm varnish"),
    (r"comic(?: book)?s?|graphic novel|manga|anime|cartoons?(?:ish|y)?", "{word} drawing, bold ink outlines, flat clear colours"),
    (r"clay(?:mation)?|plasticine|stop[- ]motion", "clay animation, fingerprints in plasticine, soft studio light"),
    (r"paper[- ]?cut(?:out)?s?|papercraft|origami", "paper cut-outs in layers, small hard shadows"),
    (r"pencil|sketch(?:ed|es|y)?|drawn by hand|hand[- ]drawn|charcoal|crayons?", "{word} drawing on rough paper, loose hatching"),
    (r"photo(?:graph|realistic|s|-?realism)?|realistic|real life", "photograph, natural light, true colours"),
    (r"picture ?book|story ?book|children's book", "picture-book illustration, gouache, rounded shapes"),
    (r"van gogh|impressionis[tm]\w*", "impressionist painting, swirling short strokes, bright broken colour"),
    (r"ukiyo-?e|woodblock|japanese (?:prints?|art)", "Japanese woodblock print, flat colour, flowing outlines"),
    (r"steampunk", "steampunk illustration, brass, rivets and steam"), (r"cyberpunk", "cyberpunk illustration, neon on wet asphalt"),
    (r"lego|toy bricks?", "toy-brick diorama, glossy plastic, macro lens"), (r"vintage|sepia|old photo\w*", "sepia photograph, soft vignette, faded edges"),
    (r"technicolou?r|full colou?r|(?:bright|vivid|rich|saturated) colou?rs?|in colou?r|colou?r", "Technicolor film, saturated reds and greens, rich even light"),
    (r"neon", "neon-lit illustration, glowing edges on black"), (r"pastels?|pastel colou?rs?", "soft pastel drawing, chalky light colours"),
    (r"tapestry|embroidery|embroidered|woven|knitted|quilt", "woven tapestry, visible threads, muted wool colours"),
    (r"mosaic|stained glass", "stained glass, leaded outlines, glowing colours"), (r"low[- ]poly", "low-poly render, flat facets, simple light"),
)  # fmt: skip
VIEWS: Final = (
    (r"first person|1st person|through (?:my|the player's|their|your) (?:own )?eyes|pov of the player", "first_person"),
    (r"over[- ]the[- ]shoulder|shoulder", "third_person_shoulder"), (r"(?:third|3rd) person(?: view)?(?: from behind)?|from behind", "third_person_follow"),
    (r"top[- ]down|bird'?s[- ]?eye|from above|overhead", "top_down"), (r"side[- ](?:view|on|scroller|scrolling)|from the side|in profile", "side"),
    (r"isometric", "isometric"), (r"fixed(?: camera| view)?|static camera", "fixed"),
)  # fmt: skip
_LEAD: Final = re.compile(
    r"^(?:to |into |be |being |become |becomes |look |looks |feel |feels |seem |seems |happen |happens |take place |takes place |play |plays |set |all |a (?:bit|little|lot|tad) |bit |much |far |way |really |very |quite |rather |so |more |even |slightly |somewhat |as |at |in |on |during |an? |the |like |about |around |full of |covered (?:in|with|by) |filled with |bathed in |lit by |wrapped in |late |early |deep |total(?:ly)? |super |extra |kind of |kinda |lots of |heavier |heavy |thicker |thick |stronger |strong |deeper |some |blazing |burning |boiling |bitter(?:ly)? |freezing |pitch[- ]|scorching |icy |beautiful |nice |lovely |glorious )+",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r" (?:place|room|scene|weather|season|mood|tone|vibe|vibes|feel|feeling|atmosphere|instead|time|times|everywhere|all the time|always|outside|all around|all over|in (?:all|every) (?:the )?(?:places?|rooms?|scenes?)|look|style|please|light|lighting|day|story|game|world|ending|music|one)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that scenes show: `kind` is hour, weather, season, mood, style or view."""

    kind: str
    value: str
    said: str = ""


def looks(text: str) -> list[Look] | None:
    """All looks that a text names, in order; None where a part of it names none."""
    bare = text.strip().strip("\"'").lower()
    if view := view_of(bare):
        return [Look("view", view)]
    if (style := style_of(bare)) is not None:
        return [Look("style", style)]
    made: list[Look] = []
    for part in re.split(
        r",? and (?:also )?|, |/| but | in the (?=evening|morning|afternoon|night|dark|rain|snow|fog)| with (?:lots of |a lot of |some |much )?",
        bare,
    ):
        one = _look(part)
        if one is None:
            some = [_look(word) for word in _TAIL.sub("", _LEAD.sub("", part)).split()]
            if len(some) < 2 or None in some:
                return None
            made += [each for each in some if each is not None and each not in made]
            continue
        if one not in made:
            made.append(one)
    return made or None


def _look(part: str) -> Look | None:
    less = re.match(r"(?:a (?:bit|little|lot) |much )?(?:less|not (?:so|as|that|too)?|not) ", part)
    plain = part[less.end() :] if less else part
    stripped = _LEAD.sub("", plain)
    for word in dict.fromkeys((stripped, _TAIL.sub("", stripped), _TAIL.sub("", _TAIL.sub("", stripped)), plain)):
        word = word.strip()
        if not word or len(word.split()) > 2:
            continue
        word = {
            "time of day": "",
            "full moon": "night",
            "cherry blossoms": "spring",
            "first light": "dawn",
            "golden hour": "dusk",
            "night time": "night",
            "day time": "noon",
            "broad daylight": "noon",
            "middle of night": "night",
            "heat wave": "heat",
        }.get(word, word)
        if less:
            if word in WEATHER_OF:
                return Look("weather", "")
            if mood := mood_of(word):
                return Look("mood", OPPOSITE[mood], f"less {word}")
            continue
        if hour := hour_named(word):
            return Look("hour", hour, word)
        if word in SEASONS or word in _SEASON_OF:
            return Look("season", _SEASON_OF.get(word, word))
        if word in WEATHER_OF:
            return Look("weather", WEATHER_OF[word])
        if mood := mood_of(word):
            return Look("mood", mood)
    return None


def view_of(text: str) -> str | None:
    bare = re.sub(r"^(?:to |in |from |a |the |into )+|(?: point of view| pov| view| perspective| camera| mode)+$", "", text.strip().lower())
    return next((view for pattern, view in VIEWS if re.fullmatch(pattern, bare)), None)


def style_of(text: str) -> str | None:
    """The look of pictures that some words ask for; None if they name no style."""
    bare = re.sub(r"^(?:look |like |as |in |into |to |an? |the |old |style of |(?:child|kid|children)'?s?'? )+", "", text.strip().lower())
    bare = re.sub(
        r"(?:[ -](?:style|look|drawing|painting|picture|pictures|art|illustration|aesthetic|graphics|film|movie|show|game))+$", "", bare
    )
    for pattern, style in STYLES:
        if found := re.fullmatch(rf"(?:(?:an? )?(?:{pattern}))(?:,? (?:like|and|in) .{{1,30}})?", bare):
            word = re.match(pattern, re.sub(r"^an? ", "", bare))
            return style.format(word=word[0] if word else found[0])
    return None
