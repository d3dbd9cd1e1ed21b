"""Wishes about what a place shows: a mood with details, a scene that is going on, things that stand, hang or move there."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.nouns import MASS, counted
from makebelieve.worlds.edits.targets import Unsure
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import looks as looking
from makebelieve.worlds.edits.wishes import places
from makebelieve.worlds.edits.wishes.endings import third
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.matters import seen_there
from makebelieve.worlds.edits.wishes.phrases import clean, is_place
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import article, is_plural

_TAILS: Final = re.compile(
    r" (?:for (?:years|ages|centuries|a long time|decades|ever)|long ago|inside|within|in there|there|to look at|all over|all around|instead|so that.*|than (?:it is )?now|than before)$",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"^(?:(?:much|even|a (?:bit|little|lot)|way|far|very|really|so|quite|rather|more|some(?:what)?|slightly|totally|completely|extra|super) )+",
    re.IGNORECASE,
)
_UNSURE_OF: Final = re.compile(
    r"\b(?:like the (?:one|other|same)|something|somehow|the other (?:room|place|one)|as (?:in|the) )\b", re.IGNORECASE
)
_STAND: Final = re.compile(
    r"\b(?:lantern|lamp|flag|banner|bulb|garland|curtain|picture|painting|cobweb|web|chain|bell|rope|bat|wreath|mirror|sign|star|light|chandelier|washing|laundry|bunting|balloon)s?\b",
    re.IGNORECASE,
)


def details_of(text: str) -> list[str]:
    """The noun phrases of a list: "dust, dead screens and a flickering light"."""
    some = [one.strip(" ,.") for one in re.split(r",? and (?:also |with )?(?!\w+ing\b)|, (?:with )?(?:and )?", text) if one.strip(" ,.")]
    return [re.sub(r"^(?:with|plus|also|some of|there (?:is|are)) ", "", one) for one in some]


def told_as(draft: Draft, key: str, detail: str) -> str:
    """A detail as a sentence of pixels: "dolls sitting on the chairs" -> "Dolls sit on the chairs"."""
    detail = re.sub(r"^(?:lots|a lot|plenty|loads|tons) of ", "many ", detail.strip())
    if none := re.match(r"(?:no|without(?: any)?|not a single|hardly any) (?P<n>.+)$", detail, re.IGNORECASE):
        noun = none["n"]
        return sentence(f"the {noun} {'have' if is_plural(noun) else 'has'} gone")
    tokens = tag(tokenise(detail))
    whole = re.fullmatch(
        r"(?:everything|everyone|everybody|somebody|someone|something|people|it all|all of it|the [a-z]+(?: [a-z]+)?) (?P<v>[a-z]+)(?: .+)?",
        detail,
    )
    if whole is not None and any(one.word == whole["v"] and one.tag in ("VS", "X") for one in tokens):
        return sentence(pictorial(detail))
    at_ = next((n for n, one in enumerate(tokens) if n and one.tag == "VG" and n + 1 <= len(tokens)), None)
    following = tokens[at_ + 1].tag if at_ is not None and at_ + 1 < len(tokens) else "."
    subject = " ".join(one.written for one in tokens[:at_]) if at_ is not None else ""
    if (
        at_ is not None
        and following in ("I", "R", "D", "P", ".", "'", "NS", "N", "S")
        and not (following in ("N", "NS") and tokens[at_ - 1].tag in ("D", "A"))
        and subject
    ):
        token = tokens[at_]
        start = detail.lower().find(token.written.lower())
        noun, rest = detail[:start].strip(), detail[start + len(token.written) :].strip(" ,")
        verb = lemma(token.word, "verb") or token.lemma
        noun = counted(noun)
        many = is_plural(noun) and not re.match(
            r"(?:everybody|everyone|somebody|someone|nobody|something|everything)\b", noun, re.IGNORECASE
        )
        return sentence(pictorial(f"{noun} {verb if many else third(verb)} {rest}".strip()))
    if (
        len(tokens) > 2
        and tokens[-1].tag == "VD"
        and tokens[-2].tag in ("N", "NS")
        and re.match(r"(?:all|every|the|both|most|some|an?) ", detail)
    ):
        noun = detail[: detail.rfind(" ")]
        return sentence(pictorial(f"{noun} {'are' if is_plural(noun) or noun.startswith('all ') else 'is'} {tokens[-1].written}"))
    if inside := re.match(
        r"(?P<np>.+?) (?P<p>in|on|at|under|behind|above|over|along|around|between|beside|near|by|next to|in front of|against|across|from|inside) (?P<w>(?:the |an? |every |all |each |both )?.+)$",
        detail,
    ):
        noun = counted(inside["np"])
        verb = "hang" if _STAND.search(noun) else "show" if classify(noun.split()[-1].lower())[0] in ("", "abstract") else "stand"
        if classify(lemma(noun.split()[-1].lower(), "noun") or noun.split()[-1].lower())[0] in ("creature", "person", "group"):
            verb = "sit"
        return sentence(pictorial(f"{noun} {verb if is_plural(noun) else third(verb)} {inside['p']} {inside['w']}"))
    return ""


def dress(draft: Draft, key: str, details: list[str]) -> list[str]:
    """Puts details into the prose of a place; what has been put in."""
    plain: list[str] = []
    done: list[str] = []
    for one in details:
        line = told_as(draft, key, one)
        if line:
            _say(draft, key, line)
            done.append(one)
        else:
            plain.append(one)
    plain = [one for one in plain if one]
    if len(plain) > 1:
        some = [counted(one) for one in plain]
        name = draft.builder.place_of[key].name if key in draft.builder.place_of else "the place"
        _say(draft, key, sentence(capital(pictorial(f"{naming.listed(some)} fill {name}"))))
        done += plain
    elif plain:
        noun = plain[0]
        head = noun.split()[-1].lower()
        if head in MASS and not re.match(r"(?:an?|some) ", noun):
            _say(
                draft,
                key,
                sentence(
                    pictorial(
                        f"{noun} covers everything here"
                        if head
                        in ("dust", "snow", "mud", "sand", "moss", "ivy", "ice", "frost", "rust", "ash", "soot", "slime", "dirt", "glitter")
                        else f"{noun} fills the place"
                    )
                ),
            )
        elif len(noun.split()) == 1 and (lemma(head, "adjective") or head.endswith("ed")) and classify(head)[0] in ("", "abstract"):
            _say(draft, key, sentence(f"everything here is {noun}"))
        else:
            seen_there(draft, key, counted(noun))
        done.append(noun)
    return done


def _say(draft: Draft, key: str, line: str) -> None:
    from makebelieve.worlds.doctrine import PROMPT_BUDGET, prompt_of

    state = draft.states[key]
    made = f"{state['base'].rstrip()} {line}"
    if len(prompt_of({**state, "base": made})) > max(PROMPT_BUDGET, len(prompt_of(state))):
        raise Unsure(f"The text {at(draft, key)} is full. Shall I shorten it first?")
    state["base"] = made
    for variant in state.get("variants", []):
        variant["base"] = f"{variant['base'].rstrip()} {line}"


def _place(draft: Draft, phrase: str) -> Thing | None:
    return naming.find(draft.world, clean(phrase), ("place", "ending"))


def dressed(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the ballroom creepier, with dolls on the chairs"; "make the med bay feel abandoned: dust, dead screens"."""
    return like(draft, match["t"], match["v"])


def like(draft: Draft, target: str, value: str) -> str | None:
    """A place looks or feels as a text says, with what that text lists."""
    value = re.sub(r"^(?:be|look|feel|seem|become|appear)\b ?(?=.)", "", clean(value), flags=re.IGNORECASE)
    if _UNSURE_OF.search(value):
        return None
    head, details = _split(value)
    thing = _place(
        draft, re.sub(r"^(?:the )?(?:look|inside|interior|mood|atmosphere|scene|description) (?:of|in) ", "", target, flags=re.IGNORECASE)
    )
    if thing is None or (thing.kind == "ending" and not details and not looks(head)):
        return None
    key = thing.id
    keys = naming.same_place(draft.world, key) if thing.kind == "place" else [key]
    told: list[str] = []
    bare = _TAILS.sub("", _DEGREE.sub("", head)).strip(" ,")
    hour = re.match(r"(?:a )?(?:nice |good |great |beautiful |fine )?(?:contrast|change|idea|touch)$", bare)
    if bare and not hour:
        wanted = looks(re.sub(r"^like ", "", bare)) or looks(_TAILS.sub("", head))
        going = re.match(r"(?:as if|as though|like) (?P<s>.+ (?:is|are|was|were|has|have|had)\b.+)", bare)
        similar = re.match(r"like (?P<np>.+)", bare)
        if wanted and not (similar and not details):
            told.append(looking.show(draft, keys, wanted))
        elif going:
            _say(
                draft,
                key,
                sentence(
                    capital(
                        pictorial(going["s"] if not re.search(r"\b(?:going on|under way|happening)$", going["s"]) else f"{going['s']} here")
                    )
                ),
            )
            told.append(f"{thing.name} now shows {re.sub(r' (?:is|are) (?:going on|under way|happening)$', '', going['s'])}")
        elif similar:
            noun = (
                similar["np"] if re.match(r"(?:an?|the|some|two) ", similar["np"]) or is_plural(similar["np"]) else article(similar["np"])
            )
            for one in keys:
                _say(
                    draft,
                    one,
                    sentence(
                        pictorial(f"everything here looks like {noun}, down to {draft.builder.scenery.part(draft.builder.place_of[one])}")
                    ),
                )
            told.append(f"{thing.name} now looks like {noun}")
        else:
            from makebelieve.worlds.edits.wishes.making import quality

            made = None
            if re.match(r"(?:an?|the) ", bare) and is_place(bare):
                made = places.instead(draft, thing, bare)
                if made and draft.subject is not None:
                    key = draft.subject.id
            made = made or (quality(draft, thing, bare) if thing.kind == "place" else None)
            if made is None and thing.kind == "place" and (bare in _CONDITIONS or re.sub(r"^all ", "", bare) in _CONDITIONS):
                frame = _CONDITIONS[re.sub(r"^all ", "", bare)]
                for one in keys:
                    _say(draft, one, draft.builder.scenery.parted(frame, draft.builder.place_of[one]))
                made = f"{thing.name} is now {bare}"
            if made is None and thing.kind == "place" and len(bare.split()) <= 3 and (tag(tokenise(bare))[-1].tag in ("A", "R", "VD") or bare.endswith((" down", " up", " out", " over"))) and not re.match(r"(?:open|locked|closed|hidden|secret|first|last|next|gone|there|called|named|removed|reached|visited|bigger|longer|shorter|harder|easier)\b", bare):  # fmt: skip
                _say(draft, key, sentence(f"everything here is {bare}"))
                made = f"{thing.name} is now {bare}"
                details = details or [one for one in [head[len(bare) :].strip(" ,")] if one]
            if made is None:
                return None
            told.append(made)
    if details:
        done = dress(draft, key, details)
        told.append(f"one sees {naming.listed(done)} {at(draft, key)}")
    if not told or (
        not details
        and not re.match(r"(?:like|as if|as though) ", bare)
        and bare not in _CONDITIONS
        and not re.fullmatch(r".*\b(?:up|down|over|out)", bare)
    ):
        return None
    if thing.kind == "place" and (draft.subject is None or draft.subject.id != key):
        draft.subject = thing
    return capital("; ".join(told))


def _split(value: str) -> tuple[str, list[str]]:
    """What a place is like, and the list of what it shows."""
    value = re.sub(r",? (?:instead of|rather than) .+$", "", value)
    for pattern in (
        r": ",
        r",?(?: and)? (?:lit(?: up)? by|surrounded by|overrun by|illuminated by) ",
        r",?(?: and)? (?:crammed|filled|stuffed|packed|covered|littered|decorated|lined|overgrown|hung) (?:with|of|in) ",
        r",? with (?!the same)",
        r",? full of ",
        r", ",
    ):
        found = re.search(pattern, value)
        if found is None:
            continue
        head, rest = value[: found.start()], value[found.end() :]
        if pattern == r", " and not (looks(head) or re.match(r"(?:like|as if) ", head) or re.match(r"(?:[a-z]+ed|[a-z]+y)$", head)):
            continue
        rest = re.sub(r"^(?:with|full of|there (?:is|are)) ", "", rest)
        if pattern == r", " and (looks(rest) or all(looks(one) for one in re.split(r", | and ", rest))):
            return value, []
        return head, details_of(rest)
    return value, []


_CONDITIONS: Final = {
    "on fire": "flames climb {part} and run along {other}", "in flames": "flames climb {part} and run along {other}", "burning": "flames climb {part}, and smoke hides the rest", "burnt down": "charred beams lean over {part}, still smoking",
    "flooded": "water stands knee-deep around {part}", "under water": "water stands over {part}, and everything sways", "frozen": "ice has closed over {part}, clear as glass", "in ruins": "only broken walls are left around {part}",
    "upside down": "{part} <part:hangs> from above, and the floor is where the roof should be", "haunted": "a pale shape stands beside {part} and fades", "destroyed": "{part} <part:lies> in pieces", "closed": "shutters are down all around {part}",
    "overgrown": "ivy has covered {part} from end to end", "in chaos": "everything has been thrown about around {part}", "a mess": "everything has been thrown about around {part}", "messy": "everything has been thrown about around {part}", "clean": "everything around {part} shines, freshly scrubbed",
}  # fmt: skip


def happens(draft: Draft, match: re.Match[str]) -> str | None:
    """ "in the orchard a wasp should sting Pip": seen in that place."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    who, deed = clean(match["s"]), clean(match["v"])
    head = deed.split()[0].lower()
    if place is None or re.fullmatch(r"(?:you|one|the player|players|it|there|I|we|he|she|they|everything)", who, re.IGNORECASE) or lemma(head, "verb") != head or head in ("be", "have", "find", "give", "need", "cost") or len(deed.split()) > 10:  # fmt: skip
        return None
    if naming.find(draft.world, who, ("item",), loose=False) or re.search(r"\b(?:choice|ending|way|door)\b", who):
        return None
    if naming.find(draft.world, who, ("player",), loose=False) is not None:
        from makebelieve.worlds.edits.wishes import endings

        fitted = re.fullmatch(r"(?P<v>.+)\n(?P<t>.+)", f"{deed}\n{place.name}")
        return endings.deed(draft, fitted) if fitted else None
    known = naming.find(draft.world, who, ("person", "foe"), loose=False)
    if known is not None and re.sub(r"^the ", "", known.name) not in draft.states[place.id]["base"]:
        return None
    many = naming.many(who)
    line = sentence(capital(pictorial(f"{counted(who)} {deed if many else third(deed)}")))
    _say(draft, place.id, line)
    draft.subject = place
    return f"{at(draft, place.id)[:1].upper()}{at(draft, place.id)[1:]} one now sees: {line}"


def lights_out(draft: Draft, match: re.Match[str]) -> str | None:
    keys = looking.scope(draft, match.groupdict().get("t"))
    if keys is None:
        return None
    return looking.show(draft, keys, looks("dark") or [])


def making(draft: Draft, match: re.Match[str]) -> str | None:
    """ "make the walled garden look like a tea party, with lanterns": where the place ends is found by trying, the longest name first."""
    some = match["all"].split()
    for size in range(min(len(some) - 1, 8), 0, -1):
        target, value = " ".join(some[:size]), " ".join(some[size:])
        if target.endswith((",", ":")):
            continue
        try:
            here = naming.find(draft.world, target, ("place",), loose=False)
        except Unsure:
            here = None
        if here is None and size > 1 and re.search(r"\bending$", target):
            here = naming.find(draft.world, target, ("ending",))
        if here is not None and naming.ordinal_place(draft.world, target):
            continue
        if here is not None and (told := like(draft, target, value)):
            return told
    return None


def smells(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the mill should smell of oranges"."""
    place = naming.find(draft.world, clean(match["t"]), ("place",))
    what = clean(match["v"])
    if place is None or len(what.split()) > 6:
        return None
    line = sentence(
        f"it smells of {pictorial(what)} here" if re.search(r"\b(?:and|or)\b", what) else f"a smell of {pictorial(what)} hangs in the air"
    )
    _say(draft, place.id, line)
    draft.subject = place
    return f"{capital(at(draft, place.id))} it now smells of {what}"
