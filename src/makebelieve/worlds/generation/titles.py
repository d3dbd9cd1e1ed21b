"""Premises that are titles, labels or requests, told as the sentence that they stand for: "Zombies in the supermarket!", "Becoming king of the playground"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from makebelieve.language import classify, lemma, tag
from makebelieve.worlds.generation.slips import mended
from makebelieve.worlds.generation.titlecase import is_titled, lowered
from makebelieve.worlds.generation.verbs import third

_I: Final = re.IGNORECASE
_END: Final = r"(?=[.!?]|$)"
_REST: Final = r"([^.!?,;]+)"
_SETTING: Final = re.compile(
    r"^\s*(?:i(?: would|'d|’d)? (?:want|like|love|need)|(?:please )?(?:make|create|build|write|generate|design|give|tell)(?: me| us)?)(?: to (?:play|have|see))?"
    r" (?:an?|the|some) (?P<tone>(?:[a-z-]+,? (?:and )?){0,4}?)(?:game|story|world|adventure|tale|quest|mystery)(?: (?P<link>in|at|on|aboard|inside|with) |(?=[.!]))",
    _I,
)
_LABEL: Final = re.compile(r"^\s*([^:.!?]{3,60}): (?=\S)([^\n]+)$")
_FINITE: Final = re.compile(
    r"\b(?:must|wants?|has|have|is|are|can|will|needs?|tries|[a-z]+s (?:an?|the|his|her|its|their|to|in|on|at|under|for|with|from))\b", _I
)
_PLAYER: Final = re.compile(r"\b[Tt]he player ([a-z]+s)\b([^.!?]*)")
_HOSTILE: Final = (
    r"(?:zombies|vampires|aliens|pirates|monsters|dinosaurs|wolves|sharks|bandits|demons|werewolves|rats|spiders|snakes|piranhas|killer [a-z]+"
    r"|crocodiles|mutants|robots|bears|lions|tigers)"
)
_GERUND: Final = re.compile(r"^([A-Za-z]+ing) (?=(?:an?|the|my|our|his|her|from|to|for|up|king|queen|away|out|in|on)\b)", _I)
_NO_DEEDS: Final = frozenset(
    ("king", "evening", "morning", "spring", "wedding", "living", "being", "during", "sling", "wing", "ring", "including")
)

_Told = str | Callable[[re.Match[str]], str]


def _won(match: re.Match[str]) -> str:
    """ "How the elephant got its trunk back" as what it is about to do."""
    base = lemma(match[2].lower(), "verb")
    return f"{match[1]} must {base} {match[3]}" if base and base != match[2].lower() and base not in ("be", "have", "come") else match[0]


def _who_did(match: re.Match[str]) -> str:
    """ "The girl who sold umbrellas in the desert" as what she does: "The girl sells umbrellas in the desert"; what has befallen her stays past."""
    base = lemma(match[2].lower(), "verb")
    if not base or base == match[2].lower() or base in _BEFALLEN:
        return f"{match[1]}{match[2]} {match[3]}" if base in _BEFALLEN else match[0]
    if base in ("want", "wish", "hope", "try", "dream"):
        return f"{match[1]}wants {match[3].removeprefix('of ')}"
    return f"{match[1]}must {base} {match[3]}"


def _given(match: re.Match[str]) -> str:
    """ "A teapot for the queen": to bring it to her; a song is written, a cake baked."""
    whom = match[3].split()[0]
    someones = whom[:1].isupper() or whom.lower() in ("the", "my", "our", "her", "his", "an", "a")
    if not someones or classify(match[2].lower())[0] in ("person", "place", "group", "building"):
        return match[0]
    verb = _GIVEN.get(match[2].lower())
    if (
        (match[2].endswith("s") and not match[2].endswith("ss"))
        or match[2].lower() in _NOT_GIVEN
        or match[3].lower().split()[-1] in _NOT_GIVEN
    ):
        return match[0]
    thing = f"{match[1][:1].lower()}{match[1][1:]}"
    return f"You must {verb} {thing} for {match[3]}" if verb else f"You must bring {thing} to {match[3]}"


def _own_last(match: re.Match[str]) -> str:
    """ "Old Tom's last harvest": to bring it in."""
    verb = _LAST.get(match[3].lower())
    if verb is None:
        return match[0]
    first, _, particle = verb.partition("_")
    return f"{match[1]} must {first} {particle} the {match[2].lower()}".replace("  ", " ")


def _decided(match: re.Match[str]) -> str:
    """ "What if a mountain decided to move": to find out why; somebody who decides plays."""
    acts = classify(match[2].lower())[0] in ("person", "creature", "robot", "group")
    return match[0] if acts else f"You must find out why the {match[1]} {match[3]}."


def _supposed(match: re.Match[str]) -> str:
    """What is only supposed, as what goes on: "what if hens drove the buses?" asks why hens drive the buses."""
    words = match[1].split()
    for at, word in enumerate(words[1:5], 1):
        base = lemma(word.lower(), "verb")
        if base and base != word.lower() and base not in ("be", "have", "do") and not word.endswith(("s", "ing")) and word not in _MIGHT:
            several = (
                words[at - 1].endswith("s")
                or lemma(words[at - 1].lower(), "noun") not in (None, words[at - 1].lower())
                or words[0].lower() in ("all", "people", "children", "you", "we", "i", "they", "animals")
            )
            told = " ".join((*words[:at], base if several else third(base), *words[at + 1 :]))
            return f"You must find out why {told}." if words[0].lower() not in ("you", "i", "we") else match[0]
        if word in _MIGHT:
            break
    return match[0]


_MIGHT: Final = frozenset(("could", "would", "might", "can", "should", "must", "had", "was", "were", "did", "never"))
_ARTICLE: Final = re.compile(r"^(?:an?|the) ", re.IGNORECASE)


def _on(place: str) -> str:
    """ "On the island", but "in the town"."""
    return (
        "on"
        if re.search(
            r"\b(?:island|isle|planet|moon|mountain|hill|street|road|farm|beach|ship|boat|train|station|coast|bridge|roof|island) ?$",
            place,
            _I,
        )
        else "in"
    )


def _robbed(match: re.Match[str]) -> str:
    """ "The great sock robbery": to steal the socks."""
    thing = match[1].lower()
    if thing in ("train", "bank", "museum", "casino", "castle", "jewel", "art", "the", "a", "great", "diamond"):
        return f"You must rob the {thing}" if thing in ("train", "bank", "museum", "casino", "castle") else match[0]
    many = thing if thing.endswith("s") else f"{thing}s"
    return f"You must steal the {many}"


_GIVEN: Final = {
    **dict.fromkeys(("song", "poem", "story", "tune", "letter", "lullaby", "waltz", "play", "speech", "book"), "write"),
    **dict.fromkeys(("cake", "pie", "loaf"), "bake"),
    **dict.fromkeys(("coat", "dress", "hat", "scarf", "blanket", "nest", "kite", "house", "bridge", "boat", "doll", "wedding", "snowman", "treehouse", "bed"), "make"),
    **dict.fromkeys(("home", "name", "friend", "cure", "wife", "husband", "king", "job"), "find"),
}  # fmt: skip
"""What is made for somebody rather than brought."""
_NOT_GIVEN: Final = frozenset(
    ("hotel", "school", "lighthouse", "shop", "hospital", "zoo", "museum", "time", "day", "night", "place", "island", "town", "city", "dentist", "doctor", "nurse",
     "teacher", "tailor", "postman", "world", "game", "quest", "christmas", "restaurant", "cafe", "library", "train", "year", "child", "kids", "children", "beginners",
     "lesson", "guide", "vet", "prison", "bakery", "dinner", "change", "sale", "rent", "cinema", "theatre", "station", "chance", "reason", "season", "ever", "hire")
)  # fmt: skip
_LAST: Final = {
    "harvest": "bring_in", "voyage": "make", "song": "sing", "cake": "bake", "toy": "finish", "clock": "finish", "painting": "finish", "book": "finish", "letter": "write",
    "dance": "dance", "show": "put_on", "play": "put_on", "case": "solve", "film": "finish", "dress": "finish", "statue": "finish", "violin": "finish", "map": "finish",
    "round": "make", "delivery": "make", "trick": "do", "invention": "finish", "machine": "finish", "sword": "forge", "potion": "brew", "summer": "enjoy", "wish": "choose",
}  # fmt: skip
"""What somebody does with the last thing of theirs, or the first."""
_BEFALLEN: Final = frozenset(
    (
        "lose",
        "forget",
        "find",
        "fall",
        "grow",
        "wake",
        "get",
        "come",
        "miss",
        "be",
        "have",
        "live",
        "die",
        "cry",
        "see",
        "hear",
        "turn",
        "become",
    )
)
"""What somebody of a title has not set out to do."""


_KNOWS: Final = re.compile(
    r"\b(?:knows?|knew|asks?|wonders?|remembers?|forgets?|forgot|finds?|tells?|says?|shows?|sees?|guess(?:es)?|learns?|goes|lives?|works?|is|are|was|were|lies)\s+$"
)
"""Before "where", the end of a clause: "the parrot knows where the captain hid the gold"."""
_CLAUSED: Final[tuple[tuple[re.Pattern[str], _Told], ...]] = (
    (re.compile(rf"^(?:an?|the) (?:traitor|turncoat|double agent|informer|mole(?= (?:in|inside|within) (?:the|our|my|an?) (?:[\w-]+ )?(?:ministry|office|agency|government|embassy|palace|department|bureau|service|team|firm|company|police|army|navy|gang)\b)) (?:in|among|inside|within|on|aboard|at) ((?:the|our|my|his|her|their) (?:[\w'’-]+ ?){{1,4}}){_END}", _I), r"You must find out who betrayed \1."),
    (re.compile(rf"^(?:the|an?) (?:[\w'’-]+ ){{1,5}}where it (?:never stops|does not stop|doesn['’]t stop|will not stop|won['’]t stop) (rain|snow|thunder)ing{_END}", _I), lambda match: re.sub(r"(?i)^(an?|the) (.*) where .*$", rf"You must find out why the {match[1].lower()} never stops in the \2", match[0])),
    (re.compile(rf"^((?:an?|the|two|three|some) (?:[\w'’-]+ ){{1,3}})(?:who|that) (?!(?:know|knew|is|was|were|are)\b)([a-z]+(?:ed|ld|ung|ang|ought|aught|ent|ept|ote|oke|ove|ade|ew|an|ad|elt|ost|ot|ole|ose)) {_REST}{_END}", _I), _who_did),
    (re.compile(rf"^((?:the|an?) (?!(?:[\w'’-]+ ){{0,3}}(?:game|story|world|adventure|tale|quest|puzzle|mystery|platformer|simulator|film|movie) )(?:[\w'’-]+ ){{1,4}})where (nobody|everybody|everyone|nothing|no one|everything|all|the|it) {_REST}{_END}", _I), lambda match: match[0] if _KNOWS.search(match[1]) else f"You must find out why {match[2]} {match[3]} {_on(match[1])} {_ARTICLE.sub('the ', match[1])}"),
    (re.compile(rf"^(?:the|an?) ((?:[a-z-]+ )?(?:ghosts?|monster|creature|thing|stranger|witch|voice|troll|beast|shadow|noise|giant|phantom|spirit|wolf|dragon|crocodile|vampire)) ((?:in|under|behind|beneath|on|at|inside|below|above) {_REST}){_END}", _I), lambda match: match[0] if _FINITE.search(match[2]) else f"You must find out what the {match[1]} {match[2]} wants"),
)  # fmt: skip
"""Titles with a clause; in a sentence that has a verb of its own these are no titles."""
_TITLES: Final[tuple[tuple[re.Pattern[str], _Told], ...]] = (
    (re.compile(rf"^(?:the|a) world where (nobody|everybody|everyone|no one) {_REST}{_END}", _I), r"You must find out why \1 \2"),
    (re.compile(r"^in the style of [^:,]+[:,] ", _I), ""),
    (re.compile(rf"^((?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|forty|a hundred|a thousand|\d+) (?:days|nights|hours|weeks|months|years)) ((?:in|on|at|under|aboard|inside|among) {_REST}){_END}", _I), lambda match: f"You must get through {match[1].lower()} {match[2]}"),
    (re.compile(rf"^(an? (?:[a-z-]+ )?([a-z]+)) for ((?:the|my|our|her|his|an?|[A-Z][a-z]+)\b[^.!?,;]*){_END}", _I), _given),
    (re.compile(rf"^((?:(?:the|an?|my|our|old) )?(?:[\w-]+ ){{0,2}}[\w-]+)['’]s ((?:last|first|final|greatest|finest|new) ([a-z]+)){_END}", _I), _own_last),
    (re.compile(rf"^(?:my|our) (?:[a-z-]+ ){{0,2}}[a-z-]+ against ((?:my|our|the) [^.!?,;]+){_END}", _I), r"You must beat \1"),
    (re.compile(rf"^(?:goodbye|farewell),? (?:to )?{_REST}{_END}", _I), r"You must say goodbye to \1"),
    (re.compile(r"^(?:the )?(?:great |big )?([a-z]+) (?:robbery|heist|theft)(?=[.!?]|$)", _I), _robbed),
    (re.compile(r"^(The|An?) (Last|First|Only|Lost|Secret|Forgotten|Old|Little|Young|Brave|Lonely|Haunted) (?=[A-Z])"), lambda match: f"{match[1]} {match[2].lower()} "),
    (re.compile(rf"^(?:an?|the|my|our)? ?(?:[a-z-]+ )?(?:expedition|journey|trip|voyage|trek|pilgrimage|flight|dive|ride|tour) (to|into|through|across|around|under|over) {_REST}{_END}", _I), r"You must travel \1 \2"),
    (re.compile(r"^(?:an?|the) (?:story|tale|legend|life|adventures?|ballad) of (?=(?:an?|the|my|two|three|[A-Z])\b)", _I), ""),
    (re.compile(rf"^({_HOSTILE}) ((?:in|at|on|under|aboard|inside) [^.!?,;]+){_END}", _I), lambda match: f"Get away from the {match[1].lower()} {match[2]}"),
    (re.compile(r"^haunted ([a-z]+), ?", _I), r"You must find out who haunts the \1. "),
    (re.compile(rf"^(?:the )?(?:revenge|attack|invasion|rise) of (?:the )?{_REST}{_END}", _I), r"You must stop the \1"),
    (re.compile(rf"^(?:the )?curse of (?:the )?{_REST}{_END}", _I), r"You must lift the curse of the \1"),
    (re.compile(rf"^how ((?:the|an?|my) [a-z]+(?: [a-z]+)??) ([a-z]+) {_REST}{_END}", _I), _won),
    (re.compile(rf"^hide[- ]and[- ]seek (?:with|against) {_REST}{_END}", _I), r"You must win the hiding game against \1"),
    (re.compile(rf"^becoming {_REST}{_END}", _I), r"You must become \1"),
    (re.compile(rf"^(tag|chess|cards|poker|hopscotch|tennis|football|dodgeball) (?:with|against) {_REST}{_END}", _I), r"You must beat \2 at \1"),
    (re.compile(rf"^(?:the )?(?:first )?contact with {_REST}{_END}", _I), r"You must make contact with \1"),
    (re.compile(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)*),? but (?=(?:everyone|everybody|nobody|every|all)\b)"), r"\1. "),
    (re.compile(r"^(?:once upon a time,? )?there (?:once )?(?:was|is|lived)(?: once)? (an? [a-z]+(?: [a-z]+)?) so ([a-z]+) that (?=(?:he|she|it|they)\b)", _I), r"\1 was so \2 that "),
    (re.compile(rf"^(?:an? (?:[a-z-]+ )?(?:world|story|game|tale) about )?(?:the )?(?:an? )?(?:unlikely |strange |secret )?friendship (?:between|of) ([^.!?,;]+?) and {_REST}{_END}", _I), r"\1 wants to make friends with \2"),
    (re.compile(rf"^(?:the )?battle for {_REST}{_END}", _I), r"You must defend \1"),
    (re.compile(rf"^(?:the )?(?:quest|search|hunt) for {_REST}{_END}", _I), r"You must find \1"),
    (re.compile(rf"^(?:an?|the) (?:[a-z-]+ )?(?:escape|getaway) from {_REST}{_END}", _I), r"You must escape from \1"),
    (re.compile(rf"^(?:the )?(?:mystery|secret|riddle) of {_REST}{_END}", _I), r"Find out the secret of \1"),
    (re.compile(rf"^(?:the )?((?:[a-z-]+ )?(?:train|bus|ferry|boat|ship|plane|flight|express|tram|steamer)) (?:to|for) (?!nowhere){_REST}{_END}", _I), r"On the \1, you must get to \2"),
    (re.compile(r"^what (?:would|will|might|could) (?:happen|the (?:world|town|city) (?:be|look) like|(?:it|life) be like|the world do|become of us),? if ", _I), "What if "),
    (re.compile(rf"^(?:the|an?) ((?:[\w'’-]+ ){{1,4}})where it (?:is|['’]s) always ((?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|halloween|easter){_END}", _I), lambda match: f"You must find out why every day is {match[2].capitalize()} {_on(match[1])} the {match[1].rstrip()}."),
    (re.compile(rf"^(?:the|an?) ((?:[\w'’-]+ ){{1,4}})where it (?:is|['’]s) always (night|winter|summer|autumn|spring|dusk|twilight){_END}", _I), lambda match: f"You must find out why the {match[2].lower()} never ends {_on(match[1])} the {match[1].rstrip()}."),
    (re.compile(r"^what if ([^?.]+?),? and ((?:an?|the|one|your|my) [^?,]+?) (?:was|were|is) the only (?:one|person) (?:who|that) (?:noticed|saw it|knew|cared|remembered)\b(?! how)[^?]*\?", _I), lambda match: f"{match[2]} must find out why {match[1]}."),
    (re.compile(r"^what if ([^?.]+?),? and ((?:an?|the|one|your|my) [^?,]+?) (?:was|were|is) the only (?:one|person) (?:who|that) (?:knew how to|could|can) ([^?]+)\?", _I), r"\1. \2 must \3."),
    (re.compile(r"^what if ([^?.]+?),? (?:and|but) only ((?:an?|the|one|your|my) [^?,]+?) (?:noticed|saw it|knew|cared|remembered|seemed to (?:notice|care|mind))[^?]*\?", _I), r"\2 must find out why \1."),
    (re.compile(r"^what if an? ((?:[a-z-]+ )?([a-z]+)) ((?:decided|wanted|began|started|tried) to [^?]+)\?", _I), _decided),
    (re.compile(r"^what if (an? (?:[a-z-]+ )?([a-z]+)) fell asleep ([^?]+)\?", _I), r"\1 lies asleep \3. You must wake the \2."),
    (re.compile(r"^what if (.+?),? and only (an? [^?]+?) (?:could|can|had to|must) ([^?]+)\?", _I), r"\1. \2 must \3."),
    (re.compile(r"^what if ([^?,]+)\?$", _I), lambda match: _supposed(match)),
    (re.compile(rf"^(?:the )?race to (?:the )?{_REST}{_END}", _I), r"You must win the race to the \1"),
)  # fmt: skip


def unasked(text: str) -> tuple[str, str]:
    """The story without what is asked of the program and without its label, and what these say of its kind: "I'd like a spooky story in a hospital"."""
    said = ""
    if match := _SETTING.match(text):
        said, rest = match["tone"].strip(), text[match.end() :]
        text = f"{match['link'].capitalize()} {rest}" if match["link"] else rest.lstrip(". !") or f"A {said}."
    if (
        (match := _LABEL.match(text))
        and not _FINITE.search(match[1])
        and len(match[2].split()) > 3
        and not re.match(r"(?:you(?:'re| are)|to)\b", match[2], _I)  # "plan one last job: to steal back the medal"
    ):
        said, text = f"{said} {match[1]}".strip(), match[2][:1].upper() + match[2][1:]
    return _PLAYER.sub(_must, text), said


def _must(match: re.Match[str]) -> str:
    """ "The player looks for her sister" as "You must look for your sister"."""
    base = lemma(match[1].lower(), "verb") or match[1]
    return f"{'You' if match[0][0] == 'T' else 'you'} must {base}" + re.sub(r"\b(?:her|his|their)\b", "your", match[2])


def titled(text: str) -> str:
    """The premise as a sentence, where it is a title; as it is, where it is none."""
    text = re.sub(r"\b(Mr|Mrs|Ms|Dr|St)\.(?= [A-Z])", r"\1", text)
    text, said = unasked(text)
    text = f"{text.rstrip(' .!?')}. {said.capitalize()}." if said else text
    named = is_titled(text)
    text = lowered(text) if named else text
    for pattern, told in (*(_CLAUSED if named or not _FINITE.search(text) else ()), *_TITLES):
        text = pattern.sub(told, text)
    if match := _GERUND.match(text):
        base = lemma(match[1].lower(), "verb")
        first = re.split(r"[.!?]", text)[0]
        if base and match[1].lower() not in _NO_DEEDS and not _FINITE.search(first):
            text = base.capitalize() + text[match.end(1) :]
    return text


_MOST: Final = 8
"""Words of a title."""


def title_of(premise: str) -> str | None:
    """The premise itself, where it is a title: "The Night Train to Samarkand", "zombies in the supermarket!!!"; None for any other."""
    text = mended(premise.strip()).rstrip("!. ")
    words = re.findall(r"[\w'’-]+", text)
    if not 2 <= len(words) <= _MOST or re.search(r"[.?!;:,+=/\n]", text) or _FINITE.search(text) or words[0].lower() in ("i", "you", "we"):
        return None
    tags = tag([word.lower() for word in words])
    return text if not any(token.tag in ("V", "VS", "VD", "X", "M") for token in tags) or words[0].lower().endswith("ing") else None
